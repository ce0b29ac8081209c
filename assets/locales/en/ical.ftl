### Calendar files: what is written into them, and what comes out of them.
ical-summary = { $kind }: { $names }
ical-category-event = Event
ical-untitled = Event without a title
ical-undo-take-in =
    { $count ->
        [one] take in an event from a calendar
       *[other] take in { $count } events from a calendar
    }

## What is told about a file. $file is its name, $words one of the texts below.
ical-note-at = { $file }, line { $line }: { $words }
ical-note-in = { $file }: { $words }
ical-note-guessed = The file does not say how its letters are written. It was read as { $set }. If names look wrong, save it as UTF-8 and take it in again.
ical-note-no-property = This line is none that a calendar has; it was left out. A text may have been broken by a mail program.
ical-note-too-long = This line is too long for a calendar; it was left out.
ical-note-too-deep = Parts are nested too deep here; they were left out.
ical-note-no-end = This entry has no end; it was taken as far as it goes. Check it.
ical-note-no-begin = Something ends here that did not begin; the line was left out.
ical-note-cut-off = The file ends inside of this entry; it was left out. Download the file again.
ical-note-no-day = “{ $title }” has no day that exists; it was left out. Add it by hand.
ical-note-no-rule = “{ $title }” repeats by a rule that cannot be followed; it was left out. Add its next dates by hand.
ical-note-repeats =
    “{ $title }” repeats: { $taken ->
        [one] its next date was taken
       *[other] its next { $taken } dates were taken
    }. Take the file in again later for more.
ical-note-repeats-all =
    “{ $title }” repeats: { $taken ->
        [one] its last date was taken.
       *[other] its last { $taken } dates were taken.
    }
ical-note-no-zone = The time zone “{ $zone }” is not known; its times count as local ones. Check them.
ical-left-lines =
    { $count ->
        [one] { $count } more remark of this kind.
       *[other] { $count } more remarks of this kind.
    }
ical-left-cancelled =
    { $count ->
        [one] { $count } event that was cancelled or declined was left out.
       *[other] { $count } events that were cancelled or declined were left out.
    }
ical-left-over =
    { $count ->
        [one] { $count } repeated event is over and was left out.
       *[other] { $count } repeated events are over and were left out.
    }
ical-left-tasks =
    { $count ->
        [one] { $count } task or other entry that is no event was left out.
       *[other] { $count } tasks and other entries that are no events were left out.
    }
ical-left-own =
    { $count ->
        [one] { $count } follow-up of Cardloom was left out: it is planned in the book.
       *[other] { $count } follow-ups of Cardloom were left out: they are planned in the book.
    }
ical-left-too-many =
    { $count ->
        [one] { $count } event was left out: the file has more than can be taken in at once. Divide it.
       *[other] { $count } events were left out: the file has more than can be taken in at once. Divide it.
    }
ical-unmatched =
    { $count ->
        [one] { $count } guest is nobody of the book by e-mail address: { $names }
       *[other] { $count } guests are nobody of the book by e-mail address: { $names }
    }
ical-too-large = { $file } is larger than { $limit } MB. Nothing was taken in. Export a shorter time from your calendar.
ical-not-a-calendar = { $file } is no calendar file. Nothing was taken in.
ical-nothing = { $file }: there is no event to take in.
ical-done =
    { $file }: { $added ->
        [one] { $added } event added
       *[other] { $added } events added
    }, { $changed } changed, { $same } already there.
ical-would =
    { $file }: { $added ->
        [one] { $added } event would be added
       *[other] { $added } events would be added
    }, { $changed } changed, { $same } already there. Nothing was written.
ical-past =
    { $count ->
        [one] { $count } event is over and was left out; --past takes it in too.
       *[other] { $count } events are over and were left out; --past takes them in too.
    }
ical-dry-run-only = “{ $file }” is no calendar file. --dry-run is for calendar files; nothing was done with it.
ical-exported =
    { $events ->
        [one] { $events } event
       *[other] { $events } events
    } and { $follow-ups ->
        [one] { $follow-ups } follow-up
       *[other] { $follow-ups } follow-ups
    } written to { $file }.
ical-only-for-ics = --todo, --alarms, --about, --reach and --closed are for calendar files: add --format ics. Nothing was written.
