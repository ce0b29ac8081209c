## Buttons

common-save = Save
common-cancel = Cancel
common-unsaved = Not saved yet
common-close = Close
common-edit = Edit
common-add = Add
common-done = Done
common-open = Open
common-next = Next
common-previous = Previous
common-remove = Remove
common-skip = Skip
common-copy = Copy
common-more = More
common-archive = Archive
common-restore = Bring back
common-flip = Flip

## Small words

common-yes = Yes
common-no = No
common-all = All
common-none = None
common-unknown = Unknown
# The owner of the book, in the middle of the network.
common-you = You
common-without-name = No name yet
common-without-date = No date
common-name = Name
common-note = Note
common-date = Date
common-place = Place

## Kinds of follow-ups

# A kind of follow-up: write a thank-you by the day after.
common-kind-thanks = Thank-you
common-kind-review = 30-day review
common-kind-call = Call
common-kind-message = Message
common-kind-meet = Meet
common-kind-tell-owner = Tell the owner
common-kind-introduce = Introduce
common-kind-amends = Amends
common-kind-birthday = Birthday
common-kind-promise = Promise
common-kind-other = Other

## States of follow-ups

common-overdue = Overdue

## Kinds of encounters

common-encounter-in-person = In person
common-encounter-video = Video call
common-encounter-call = Phone call
common-encounter-letter = Letter
common-encounter-email = E-mail
common-encounter-message = Message
common-encounter-social = Social media

## Who reached out

common-direction-from-me = From me
common-direction-from-them = From them
common-direction-mutual = Both

## States of events

common-event-planned = Planned
common-event-attended = Attended
common-event-cancelled-early = Cancelled in time
# ドタキャン: so late that amends are due.
common-event-cancelled-late = Cancelled late
common-event-no-show = Did not show up

## States of referrals

common-referral-considered = Considered
common-referral-passed-on = Passed on
common-referral-owner-told = Owner told
common-referral-met = They met
common-referral-outcome = Outcome known
common-referral-thanked = Thanked

## Outcomes of referrals

common-outcome-led-to-work = Led to work
common-outcome-talking = Talking
common-outcome-waiting = Waiting
common-outcome-nothing = Came to nothing

## How a card changed hands

common-exchange-i-asked = I asked
common-exchange-they-asked = They asked
# Both gave a card.
common-exchange-mutual = Mutual
common-exchange-handed = Handed to me
common-exchange-digital = Digital

## Where a card is now

common-location-box = Box
common-location-lent = Lent
common-location-passed-on = Passed on
common-location-thrown-away = Thrown away

## Verdicts

common-verdict-deepen = Deepen
common-verdict-keep = Keep
common-verdict-let-go = Let go

## Labels of phones, mails, addresses and links

common-label-work = Work
common-label-home = Home
common-label-mobile = Mobile
common-label-fax = Fax
common-label-other = Other
common-label-phone = Phone
common-label-email = E-mail
common-label-address = Address
common-label-link = Link

## Parts of a name

common-name-family = Family name
common-name-given = Given name
common-name-family-reading = Family name, reading
common-name-given-reading = Given name, reading
common-name-prefix = Prefix
common-name-nickname = Nickname

## Things in the book

common-organization = Company
common-job-title = Job title
common-card = Card
common-event = Event
common-introduction = Introduction
common-referral = Referral
common-impression = First impression
common-virtual-only = Virtual only
# The cards with which nothing has been done yet.
common-pile = Pile

## Days, seen from today

common-day-today = today
common-day-tomorrow = tomorrow
common-day-yesterday = yesterday
common-in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
common-days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
common-days-late =
    { $count ->
        [one] { $count } day late
       *[other] { $count } days late
    }

## Counts

common-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
common-cards =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
common-events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
common-reminders =
    { $count ->
        [one] { $count } follow-up
       *[other] { $count } follow-ups
    }
# A place in a list, as in “10 of 214”.
common-position = { $count } of { $total-count }
