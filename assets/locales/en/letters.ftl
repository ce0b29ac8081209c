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

## About introductions, in the language of whoever gets the letter

letters-greeting = Dear { $name },
# A name as a letter mentions it.
letters-polite = { $name }
letters-with-work = { $name } ({ $work })
letters-about = It is about this: { $about }
letters-closing = Kind regards
letters-help-subject = May I ask you something?
letters-help = I am looking for somebody who knows their way around something, and thought of you. May I ask you about it?
letters-reach-subject = Would you introduce me to { $name }?
letters-reach = I would like to get to know { $who }. As far as I know, you know each other. Would you introduce me to { $name }?
letters-reach-through = I would like to get to know { $who }. { $next } knows { $target }, and you know { $next }. Would you introduce me to { $next }?
letters-reach-ending = If it does not suit you, that is quite all right. And if there is something that I can do for you, please tell me.
letters-may-subject = May I introduce { $name } to you?
letters-may = I would like to introduce { $who } to you. Would you like that?
letters-may-ending = I will bring you together only if you both say yes.
letters-introduce-subject = { $name }, as promised
letters-introduce = As we agreed, I would like to introduce { $who } to you. You both said yes, so I leave it to you how to go on.
letters-introduce-mail = You reach { $name } at { $mail }.
letters-introduce-ending = I would be glad to hear what becomes of it.
letters-respect-subject = Thank you for telling me
letters-respect = Thank you for telling me openly. Then I leave it at that.
letters-respect-unknown = Thank you for telling me openly. Then I leave it at that, and nobody has learned anything about you.
letters-respect-ending = If there is something else that I can do for you, please tell me.
letters-release-subject = About the introduction
letters-release = I had hoped to introduce { $name } to you. It does not work out at the moment, so I leave it for now.
letters-release-ending = Thank you for having been open to it. I will keep my eyes open for you.
letters-release-open-ending = Thank you for thinking about it. I will keep my eyes open for you.
letters-after-subject = You and { $name }
letters-after = Some time ago I introduced { $name } to you. Did you find time to talk, and was it of use to you?
letters-after-ending = If I can help with anything, please tell me.
letters-passed-subject = The card of { $name }
letters-passed = Some time ago I passed the card of { $name } on to you. Did you get in touch, and was it of use to you?
letters-lead-subject = Your lead to { $name }
letters-lead = You led me to { $name }. Something came of it, and I would like you to know. Thank you very much!
letters-lead-ending = If there is something that I can do for you, please tell me.

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

## Time left, own templates, files

letters-left-today =
    { $count ->
        [0] by this evening: less than an hour left
       *[other] by this evening: { $count } h left
    }
letters-left-tomorrow = by tomorrow evening: { $count } h left
letters-left-day = by { $day }
letters-left-late = was due { $day }
letters-save-eml = Save as .eml
letters-save-title = Save letter
letters-save-kind = Letter for the mail program
letters-templates = Templates
letters-templates-edit = Edit templates …
letters-template-built-in = Built in
letters-template-new = New template
letters-template-name = Name of the template
letters-template-name-needed = Give it a name.
letters-template-body-needed = The letter is empty.
letters-template-remove = Remove template
letters-template-unknown = These are no fields, and would be sent as they stand: { $fields }. Take a field from the list, or leave out the brackets.
letters-template-preview = How it looks
letters-fields = Fields: press one to put it in
letters-sample-name = Amara Adeyemi
letters-sample-company = Tidewater Robotics
letters-sample-event = Hardware Evening
letters-sample-topic = the new press
letters-sample-next = coffee on Friday
letters-sample-me = Robin Falk
