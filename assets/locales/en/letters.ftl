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

## The writer

letters-title = Thank-yous
letters-progress = { $done } of { $all } sent
letters-row = { $name }, { $state }
letters-state-sent = sent
letters-state-opened = sent?
letters-state-ready = ready
letters-state-topics = topics missing
letters-language = Language of the letter
letters-form = Form of address
letters-form-polite = Formal
letters-form-close = First name
letters-form-sie = Sie
letters-form-du = du
letters-to = To
letters-no-address = No e-mail address is known
letters-address-bad = This is not one e-mail address.
letters-shared = Several people read this address. Name in the subject whom it is for, and write nothing that is for their eyes only.
letters-company = A company’s address: others may read it, and it ends with the job.
letters-topics = What you talked about
letters-topics-hint = Bearings, the new press
letters-next = What comes next
letters-next-hint = Optional: coffee on Friday
letters-subject = Subject
letters-body = Letter
letters-advice = Short, by tomorrow evening, and to this one person only.
letters-hint-topic = Not ready: the letter does not say yet what you talked about.
letters-hint-gap = Not ready: a gap is still open.
letters-hint-long = Long for a thank-you. Short ones are read.
letters-hint-same = Somebody else got the same text. What was special about this talk?
letters-pasted = The letter is too long to be handed over. It is in the clipboard: paste it into the mail.
letters-open = Open in mail program
letters-open-again = Open again
letters-copy = Copy
letters-is-sent = It is sent
letters-anew = Write anew
letters-sent-title = Sent
letters-sent-body = Choose who is next.
letters-end-title = Everybody is thanked
letters-end-body = Whoever answers has sprouted: note it when the reply comes.
letters-write-next = Write the next
