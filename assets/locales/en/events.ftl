events-title = Events
events-add = Add event
events-upcoming = Coming up
events-past = Past
events-column-date = Date
events-column-title = Event
events-column-status = Your attendance
events-column-people = People
events-column-thanked = Thanked
events-empty-title = No events yet
events-empty-body = An event keeps together whom you met, who is thanked, and whether you go again.
events-back = All events
events-status = Your attendance
events-edit = Edit event
events-remove = Remove event
events-add-cards = Add cards
events-people-met = People met
events-people = People
events-name-them = Name them
events-thanked-on = Thanked { $date }
events-thanks-due = Thank-you { $when }
events-not-thanked = Not thanked yet
events-thanked-count = { $done-count } of { $total-count } thanked
events-nobody = Nobody yet. Cards that come in while this page is open belong to this event.
events-outcomes = What came of it
events-outcomes-none = Nothing yet. Introductions and cards passed on of these people appear here.
events-outcome-passed-on = { $name }’s card went to { $recipient }
events-outcome-lead = { $giver } recommended { $name } to you
events-outcome-to-introduce = You want to introduce { $first } and { $second }
events-outcome-to-introduce-by = { $name } wants to introduce { $first } and { $second }
events-outcome-to-introduce-to-me = { $name } wants to introduce { $first } to you
events-outcome-introduced = You introduced { $first } and { $second }
events-outcome-introduced-by = { $name } introduced { $first } and { $second }
events-outcome-introduced-to-me = { $name } introduced { $first } to you
events-notes = Notes
events-notes-hint = What was it like? What to do differently next time?
events-goal = Goal
events-care = What the organiser did
events-care-thank-you = Thank-you mail
events-care-satisfaction = Asked whether you were content
events-care-report = Report or minutes
events-not-yet = Not yet
events-organizer = Organiser { $name }
events-series-number = No. { $count } of “{ $series }”
events-time-range = { $from } to { $until }
events-until-day = until { $day }
events-again = Go again?
events-pile =
    { $count ->
        [one] { $count } card from here is still in the pile.
       *[other] { $count } cards from here are still in the pile.
    }

## The table

events-column-series = Series
events-column-place = Place
events-column-organizer = Organiser
events-count =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
events-export-title = Export events
events-export-csv = Export events for spreadsheets (CSV) …
events-export-json = Export events as JSON …
events-export-csv-kind = Table of events (CSV)
events-export-json-kind = Events (JSON)

## Who was there, who introduced whom, photographs

events-guests = Also there
events-guests-coming = Who comes
events-guests-none-coming = Nobody is known yet.
events-guests-add = Add people
events-guests-none = Nobody else.
events-guests-title = Who else was there?
events-guests-were = They count as having been there. You can change that for each.
events-guests-will = They count as coming. You can change that for each.
events-guests-who = People
events-guest-remove = Remove { $name } from this event
events-introduced = Introduced here
events-introduced-add = Record introduction
events-introduced-none = Who brought whom together? Those to whom you owe an introduction stay in sight.
events-introduced-title = An introduction at this event
events-introduced-way-me = Somebody introduced me
events-introduced-way-others = Somebody introduced two others
events-introduced-way-i = I introduced two
events-introduced-who = Who introduced
events-introduced-to-me = To whom
events-introduced-first = Whom
events-introduced-second = To whom
events-introduced-missing = Choose different people for each place.
events-introduced-remove = Remove introduction
events-photos = Photographs
events-photos-add = Add photographs
events-photos-none = None yet.
events-photos-drop = Drop pictures of the evening here, or choose files. They are stored beside your book.
events-photos-choose = Choose files
events-photo = Photograph { $position }
events-photo-remove = Remove photograph
# "3 due, by tomorrow evening: 8 h left"
events-thanks-left = { $count } due, { $left }

## The prep sheet

events-prep-open = Prep sheet
events-prep-title = Prep sheet
events-prep-people = Whom you may meet
events-prep-earlier =
    { $count ->
        [one] You were at { $series } once before.
       *[other] You were at { $series } { $count } times before.
    }
events-prep-brought = { $name } brought you to the organiser.
events-prep-nobody = Nobody is known yet: say on the page of the event who comes, or give it the name of its series.
events-prep-more =
    { $count ->
        [one] And { $count } more person of earlier evenings.
       *[other] And { $count } more people of earlier evenings.
    }
events-prep-private = Holds private notes. Keep it to yourself, and do not leave it lying about.
events-prep-organizes = Organises it
events-prep-comes = Says to come
events-prep-was-there = Is there
events-prep-met =
    { $count ->
        [one] Met here once, { $day }
       *[other] Met here { $count } times, last { $day }
    }
events-prep-favour-label = What you can do
events-prep-favour = Introduce { $name } ({ $ability }): looks for “{ $need }”
events-prep-need = Looks for “{ $need }”. Whom do you know?
events-prep-promise = Promise
events-prep-untold =
    { $count ->
        [one] You passed a card on and did not tell them yet.
       *[other] You passed { $count } cards on and did not tell them yet.
    }
events-prep-talks = You talked about
# $day is a date, $what a topic or a name.
events-prep-talk = { $day }: { $what }
events-prep-introduced = Introduced by
events-prep-save = Print or save
events-prep-save-title = Save prep sheet
events-prep-save-kind = Web page to print

## The debrief

events-debrief-open = Debrief
events-debrief-title = Debrief
events-debrief-progress = { $done } of { $all } told
events-debrief-told = told
events-debrief-open-state = open
events-debrief-save = Save and next
events-debrief-scans = Add scans
events-debrief-keys = 1 to 5 who asked · type · Enter next
events-debrief-impression-hint = One line: what stayed with you?
events-debrief-empty-title = Whom did you meet?
events-debrief-empty-body = Drop the scans of the evening here. Then go through them: who asked, one line, next.
events-debrief-action = Debrief the last event
