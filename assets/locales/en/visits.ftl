# Whether to go again, what became of it, and what to do when one does not come.

## How gladly one goes again

visits-wish-never = Never
visits-wish-rarely = Rarely
visits-wish-maybe = Maybe
visits-wish-gladly = Gladly
visits-wish-always = Always

## Replies

visits-reply-none = No reply yet
visits-reply-once = Replied
visits-reply-continuing = Sprouting
# Spoken of the mark: "Reply of Mina: sprouting"
visits-reply-of = Reply of { $name }: { $reply }
visits-reply-change = Note a reply
visits-reply-nothing = No message to { $name } is logged yet. Log it first.

## What the organiser did, and thanks to them

visits-care-yours = Your thanks to the organiser
visits-care-thanked = Sent { $date }
visits-care-not-thanked = Not sent yet
visits-care-write = Write
visits-care-ask = Asked for { $when }

## Go again?

visits-again-decision = Your decision
visits-again-clear = No decision
visits-again-why = Why?
visits-again-why-hint = What would make you decide otherwise?
visits-advice = The advice
# "63 of 100: gladly"
visits-advice-result = { $points } of 100: { $wish }
visits-advice-none = The advice comes after the first visit.
visits-advice-later = What lasts shows after 90 days: the advice comes on { $date }.
visits-advice-fresh =
    { $count ->
        [one] { $count } newer visit is too fresh to count.
       *[other] { $count } newer visits are too fresh to count.
    }
visits-advice-start = An open question
visits-advice-people = People who lasted
visits-advice-people-detail = { $lasting } of { $met }
visits-advice-follows = What follows
visits-advice-talking =
    { $count ->
        [one] { $count } exchange goes on
       *[other] { $count } exchanges go on
    }
visits-advice-outcomes =
    { $count ->
        [one] { $count } introduction or card passed on
       *[other] { $count } introductions or cards passed on
    }
visits-advice-cost = Cost
visits-advice-cost-free = free
visits-advice-cost-each = { $spent }, { $each } for each lasting contact
visits-advice-cost-none = { $spent }, nothing lasting yet
visits-advice-organizer = The organiser
visits-advice-organizer-detail = { $yes } yes, { $no } no
visits-advice-organizer-unknown = nothing known
visits-advice-evidence = Little evidence counts little
visits-advice-evidence-one = One visit is little evidence
visits-advice-evidence-detail =
    { $visit-count ->
        [one] { $visit-count } visit, { $met } met
       *[other] { $visit-count } visits, { $met } met
    }
# Spoken: "People who lasted, 5 of 8, +12"
visits-advice-line = { $what }, { $detail }, { $points }
# "Jun: Maybe"
visits-decided = { $date }: { $wish }

## A series

visits-series = Series
visits-series-choose = Show a series
visits-series-none = No event belongs to a series yet. Write its name into the event.
visits-series-events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
visits-series-list = Its events
visits-series-streak =
    { $count ->
        [0] You were not at the last one
        [one] You were at the last one
       *[other] You were at the last { $count } in a row
    }
visits-series-longest = Longest row: { $count }
visits-series-cost = { $money } in all
visits-series-cost-none = It has cost nothing
visits-series-faces = Familiar faces
visits-series-faces-none = Nobody was there twice yet.
visits-series-times =
    { $count ->
        [one] once
       *[other] { $count } times
    }
visits-series-face-last = { $times }, last on { $date }
visits-series-cancelled = Cancellations
visits-series-cancelled-none = You have cancelled none.
visits-series-cancelled-on = { $status }, said on { $date }
visits-back = Back

## Records

visits-record = Your record
visits-record-with = Your record with { $name }
visits-record-other = Attendance at your events
visits-record-none = No event yet
visits-record-attended =
    { $count ->
        [one] { $count } attended
       *[other] { $count } attended
    }
visits-record-planned =
    { $count ->
        [one] { $count } planned
       *[other] { $count } planned
    }
visits-record-early =
    { $count ->
        [one] { $count } cancelled in time
       *[other] { $count } cancelled in time
    }
visits-record-late =
    { $count ->
        [one] { $count } cancelled late
       *[other] { $count } cancelled late
    }
visits-record-no-show =
    { $count ->
        [one] { $count } missed without a word
       *[other] { $count } missed without a word
    }

## Cancelling

visits-cancel = Cancel …
visits-cancel-action = Cannot come
visits-cancel-title = You cannot come: { $title }
visits-cancel-question = When do you say so?
visits-cancel-said = I say that I cannot come
visits-cancel-absent = I did not come
visits-cancel-on = Said on
visits-cancel-on-needed = On which day do you say so?
visits-cancel-on-ahead = That day is still to come. On which day did you say so?
visits-cancel-early = In time: until { $date } nobody is left in the lurch.
visits-cancel-undated = The event has no date: you are in time.
visits-cancel-late = Late notice: make it good.
visits-cancel-late-detail = It counts as late after { $date }. Say so at once, apologise, and make up for it.
visits-cancel-absent-detail = You did not come and had not said so. Apologise at once, and make up for it.
visits-cancel-steps = What you do about it
visits-cancel-day = By when: { $step }
visits-cancel-save = Cancel the event
visits-cancel-save-absent = Note it
visits-cancel-keep = Keep it
visits-cancel-write = Cancel and write
visits-cancel-write-absent = Note it and write
visits-late-within = Late within days
visits-late-within-hint = { $count } unless you write another number
visits-late-within-bad = A whole number from 0 to 365

## Making up for it

visits-amends-title = Could not stay?
visits-amends-title-ahead = Cannot come
visits-amends-title-coming = Cannot come?
visits-amends-ahead = Until { $date } you cancel in time.
visits-amends-ahead-late = It is late for cancelling: who cancels now makes up for it.
visits-amends-said = You cancelled on { $date }.
visits-amends-said-before =
    { $count ->
        [0] You cancelled on { $date }, on the day itself.
        [one] You cancelled on { $date }, one day before.
       *[other] You cancelled on { $date }, { $count } days before.
    }
visits-amends-unsaid = You cancelled late.
visits-amends-absent = You did not come and had not said so.
visits-amends-early = That was in time. Nothing has to be made up for.
visits-amends-open = Late notice: make it good.
visits-amends-settled = Made good
visits-amends-waived = Not needed
visits-amends-progress = { $done } of { $all }
visits-amends-make = Make amends
visits-amends-not-needed = Not needed
visits-amends-done-on = Done { $date }
visits-amends-given-up = Given up
visits-amends-write = Write
# In the list: "Cancelled late, open"
visits-amends-status = { $status }, { $settled }
visits-amends-unsettled = open
visits-amends-made-good = made good
visits-came-back = Going after all

## The letters to the organiser. What stands in < > is filled in; a line whose field is not known is left out.

visits-letter-title = Letter to the organiser
visits-letter-own-words = In your own words
visits-letter-own-words-hint = Optional: why, or what you will do
visits-letter-to = To whom
visits-letter-nobody = Nobody of the organiser is in the book. Copy the letter.
visits-letter-unnoted = Nobody of the organiser is in the book: that it is sent cannot be noted. Add somebody of theirs first.
visits-letter-cancel-subject = I cannot come: <event>
visits-letter-cancel =
    <salutation>

    thank you for the invitation to <event> on <date>. I am sorry, I cannot come.
    <next>

    Please give my place to somebody else. I hope to be there next time.

    Kind regards
    <me>
    <my company>
visits-letter-notice-subject = I am sorry, I cannot come: <event>
visits-letter-notice =
    <salutation>

    I have to cancel <event> on <date>, and I know how late that is. I am sorry for the trouble that it makes you.
    <next>

    <fee>
    Please tell me if there is something that I can do about it now.

    Kind regards
    <me>
    <my company>
visits-letter-notice-fee = I will of course pay what my place costs.
visits-letter-absence-fee = I will of course pay what my place cost.
visits-letter-apology-subject = My apologies: <event>
visits-letter-apology =
    <salutation>

    I cancelled <event> on <date> far too late. I am sorry. You had counted on me, and I made your evening harder.
    <next>

    I would like to make up for it. Please tell me what would help.

    Kind regards
    <me>
    <my company>
visits-letter-absence-subject = My apologies: <event>
visits-letter-absence =
    <salutation>

    I did not come to <event> on <date> and did not even tell you. I am sorry. That must not happen.
    <next>

    <fee>
    I would like to make up for it. Please tell me what would help.

    Kind regards
    <me>
    <my company>
visits-letter-explain-subject = Why I cancelled: <event>
visits-letter-explain =
    <salutation>

    I owe you an explanation for <event> on <date>.
    <next>

    It is no excuse, but I want you to know it. Thank you for your understanding.

    Kind regards
    <me>
    <my company>
visits-letter-fee-subject = The fee for my place: <event>
visits-letter-fee =
    <salutation>

    I could not come to <event> on <date>; my place was kept all the same. Please let me pay for it: how may I send the fee?
    <next>

    Kind regards
    <me>
    <my company>
visits-letter-make-up-subject = I would like to make up for it: <event>
visits-letter-make-up =
    <salutation>

    I still have <event> on <date> on my mind. I would like to make up for it.
    <next>

    Would that suit you?

    Kind regards
    <me>
    <my company>
visits-letter-thanks-subject = Thank you for <event>
visits-letter-thanks =
    <salutation>

    thank you for <event> on <date>. One could tell how much work you put into it.
    <next>

    I would be glad to come again.

    Kind regards
    <me>
    <my company>

## Command line

visits-cli-no-series = No event belongs to a series “{ $name }”.
