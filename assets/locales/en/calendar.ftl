## The head of the calendar

calendar-previous-month = Previous month
calendar-next-month = Next month
calendar-today = Today
calendar-add = Add reminder
calendar-add-event = Add event
calendar-layout = Layout
calendar-month = Month
calendar-list = List

## The lane of what is overdue

calendar-drag-hint = Drag onto a day, or
calendar-reschedule-all = Reschedule all
# How late something is, beside a name.
calendar-late-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

## Days, and what stands in them

# $day is a whole date such as "Wed 14 October 2026".
calendar-day-name =
    { $count ->
        [0] { $day }, nothing to do
        [one] { $day }, { $count } thing
       *[other] { $day }, { $count } things
    }
calendar-more = { $count } more
# Spoken name of a follow-up, such as "Thank-you: Priya Natarajan".
calendar-pill = { $kind }: { $name }
calendar-pill-done = { $kind }: { $name }, done
# Something that a rule foresees and nobody planned yet.
calendar-pill-foreseen = { $pill }, foreseen
calendar-event-name = Event: { $title }
# A thank-you that will be due after an event still to come.
calendar-expected = after { $event }

## The agenda of a day

calendar-agenda-today =
    { $count ->
        [0] Today. Nothing to do
        [one] Today. { $count } thing to do
       *[other] Today. { $count } things to do
    }
calendar-agenda-day =
    { $count ->
        [0] Nothing to do
        [one] { $count } thing to do
       *[other] { $count } things to do
    }
calendar-add-on-day = Add a reminder on this day
calendar-free-title = A free day
calendar-free-body = Nothing is planned. Perhaps somebody would be glad of a call?
calendar-tomorrow = Tomorrow
calendar-nothing-planned = Nothing planned
calendar-no-match-title = Nothing found
calendar-no-match-body = No reminder or event fits the search and the filter.

calendar-title-thanks = Thank { $name }
calendar-title-review = Review { $name }
calendar-title-call = Call { $name }
calendar-title-message = Write to { $name }
calendar-title-meet = Meet { $name }
calendar-title-tell-owner = Tell { $name }
calendar-title-introduce = Introduce { $name }
calendar-title-amends = Make amends to { $name }
calendar-title-birthday = Birthday of { $name }
calendar-met-in = Met { $day } in { $city }
calendar-met-on = Met { $day }
calendar-passed-to = You passed the card to { $name }
calendar-new-cards =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }

calendar-write = Write
calendar-review = Review
calendar-done-on = Done { $day }
calendar-reopen = Not done after all
calendar-move-tomorrow = Move to tomorrow
calendar-move-next-week = Move to next week
calendar-log = Log an encounter …
calendar-change = Change …
calendar-open-person = Show the person
calendar-open-event = Show the event

## What is due, counted by kind

calendar-count-thanks =
    { $count ->
        [one] { $count } thank-you
       *[other] { $count } thank-yous
    }
calendar-count-review =
    { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
calendar-count-call =
    { $count ->
        [one] { $count } call
       *[other] { $count } calls
    }
calendar-count-message =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
calendar-count-meet =
    { $count ->
        [one] { $count } meeting
       *[other] { $count } meetings
    }
calendar-count-promise =
    { $count ->
        [one] { $count } promise
       *[other] { $count } promises
    }
calendar-count-introduce =
    { $count ->
        [one] { $count } introduction
       *[other] { $count } introductions
    }
calendar-count-amends =
    { $count ->
        [one] { $count } amends
       *[other] { $count } amends
    }
calendar-count-birthday =
    { $count ->
        [one] { $count } birthday
       *[other] { $count } birthdays
    }

## The sheet of a reminder

calendar-sheet-change = Change reminder
calendar-kind = What
calendar-who = With whom
calendar-when = By when
calendar-when-hint = tomorrow, next Friday, 24 Oct …
calendar-date-bad = This is not a date yet. Try “tomorrow” or “24 Oct”.
calendar-quick-next-week = In a week
calendar-time = Time
calendar-time-hint = 14:00
calendar-time-bad = Write a time such as 14:00.
calendar-about = About
calendar-about-hint = What it is about, in your own words
calendar-person-needed = Choose a person, or say what it is about.

## The sheet of an event

calendar-event-change = Change event
calendar-event-title = Title
calendar-event-series = Series
calendar-event-series-hint = The same for all its events
calendar-event-first-day = First day
calendar-event-last-day = Last day
calendar-event-same-day = The same day
calendar-event-from = From
calendar-event-to = To
calendar-event-venue = Venue
calendar-event-city = City
calendar-event-organizer = Organiser
calendar-event-organizer-hint = A company or person in the book
calendar-event-organizer-bad = Nobody in the book has this name.
calendar-event-fee = Fee
calendar-event-fee-bad = Write an amount such as 25 or 12.50.
calendar-event-currency = Currency
calendar-event-link = Link
calendar-event-goal = Goal
calendar-event-goal-hint = What you want from it
calendar-event-status = Your part
calendar-event-notes = Notes
calendar-event-title-needed = The event needs a title.
calendar-event-ends-before = The last day is before the first.
calendar-event-ends-before-time = It ends before it begins.
calendar-event-remove = Remove event

## Layouts, the way to another day, load

calendar-week = Week
calendar-previous-week = Previous week
calendar-next-week = Next week
calendar-go-to = Go to a day
calendar-go-to-words = A day in words
calendar-mini-next = Following month
calendar-mini-previous = Preceding month
# $day is a day, perhaps with how much there is to do.
calendar-show-day = Show { $day }
calendar-all-day = All day
calendar-now = Now, { $time }
# Behind the count of a week in which too much is planned.
calendar-load-full = more than a week holds
calendar-full-day = { $count } things are a lot for one day.
calendar-begins-earlier = Begin a day earlier
calendar-begins-later = Begin a day later
calendar-ends-earlier = End a day earlier
calendar-ends-later = End a day later
calendar-grip-begin = First day of { $title }
calendar-grip-end = Last day of { $title }
# The other day that a typed date may mean.
calendar-date-or = or { $day }?

## Spreading over a week

calendar-spread = Spread over the week …
calendar-spread-title = Spread over the week
calendar-spread-do = Spread
calendar-spread-overdue =
    { $count ->
        [one] One overdue thing gets a new day. It is one step, which Undo takes back.
       *[other] { $count } overdue things get new days. It is one step, which Undo takes back.
    }
calendar-spread-day =
    { $count ->
        [one] One thing of { $day } gets another day. It is one step, which Undo takes back.
       *[other] { $count } things of { $day } get other days. It is one step, which Undo takes back.
    }
# A day of the plan as a screen reader says it.
calendar-spread-row = { $day }: { $before } now, { $after } with this plan
calendar-spread-late =
    { $count ->
        [one] One thank-you or promise is past its last day already: it comes first.
       *[other] { $count } thank-yous and promises are past their last day already: they come first.
    }
calendar-spread-staying =
    { $count ->
        [one] One thing stays: it has a time, or may not come later.
       *[other] { $count } things stay: they have a time, or may not come later.
    }
calendar-spread-weekends = Saturdays and Sundays too
calendar-spread-none-title = Nothing to spread
calendar-spread-none-body = What is there has a time, or may not come later than it stands.

## Japanese holidays

calendar-holiday-new-year = New Year’s Day
calendar-holiday-coming-of-age = Coming of Age Day
calendar-holiday-foundation = National Foundation Day
calendar-holiday-emperor = Emperor’s Birthday
calendar-holiday-vernal-equinox = Vernal Equinox
calendar-holiday-showa = Shōwa Day
calendar-holiday-constitution = Constitution Day
calendar-holiday-greenery = Greenery Day
calendar-holiday-children = Children’s Day
calendar-holiday-marine = Marine Day
calendar-holiday-mountain = Mountain Day
calendar-holiday-aged = Respect for the Aged Day
calendar-holiday-autumnal-equinox = Autumnal Equinox
calendar-holiday-sports = Sports Day
calendar-holiday-culture = Culture Day
calendar-holiday-labour = Labour Thanksgiving Day
calendar-holiday-court = Day of the throne
calendar-holiday-substitute = Substitute holiday
calendar-holiday-between = Citizens’ holiday
