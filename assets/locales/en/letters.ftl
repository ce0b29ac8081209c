# Letters to one person. What stands in < > is filled in; a line whose field is not known is left out.

letters-salutation = Dear { $name },
letters-salutation-close = Hi { $name },
letters-salutation-sir = Dear { $name },
letters-salutation-open = Dear { $name },
letters-salutation-nobody = Hello,
# "bearings, coffee and the new press"
letters-and = { $before } and { $last }
letters-thanks-subject = Thank you for our talk at <event>
letters-thanks-body =
    <salutation>

    thank you for the talk at <event> on <date>.
    I keep thinking of what you said about <topics>.

    As we said: <next>.

    Kind regards
    <me>
    <my company>
letters-thanks-body-close =
    <salutation>

    it was good to meet you at <event>. I keep thinking of what you said about <topics>.

    As we said: <next>.

    All the best
    <me>
