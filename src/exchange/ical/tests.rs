//! Calendars written and read again, by stories and by files that want to do harm.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};

use super::*;
use crate::model::*;
use crate::text::{Locale, Texts};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
}

fn time(hour: i64, minute: i64) -> NaiveTime {
    NaiveTime::MIN + TimeDelta::minutes(hour * 60 + minute)
}

fn berlin() -> Zone {
    Zone::named("Europe/Berlin").expect("a zone")
}

fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}

fn haruka() -> Contact {
    let name =
        PersonName { family: "Tanaka".to_owned(), given: "Haruka".to_owned(), ..PersonName::default() };
    Contact {
        id: Id::new(0x11),
        name,
        emails: vec![Labelled::new("work", "Haruka@Example.com")],
        phones: vec![Labelled::new("mobile", "+81 3 1234")],
        ..Contact::default()
    }
}

/// A call with Haruka on 14 October, about something that is nobody's business.
fn call() -> FollowUp {
    FollowUp {
        id: Id::new(0x21),
        kind: FollowUpKind::Call,
        due_on: day(10, 14),
        contacts: [Id::new(0x11)].into(),
        about: "the merger; keep quiet".to_owned(),
        ..FollowUp::default()
    }
}

fn fair() -> Event {
    Event {
        id: Id::new(0x31),
        title: "Optics fair".to_owned(),
        starts_on: Some(day(10, 20)),
        ends_on: Some(day(10, 22)),
        venue: "Hall 3, gate 1".to_owned(),
        city: "Jena".to_owned(),
        goal: "meet two lens makers".to_owned(),
        ..Event::default()
    }
}

fn story() -> Book {
    let mut book = Book::default();
    put(&mut book, haruka());
    put(&mut book, call());
    put(&mut book, fair());
    book
}

fn written(book: &Book, zone: Zone, choices: Choices) -> String {
    let texts = Texts::new(Locale::En);
    // For oneself the gate lets everything through.
    let book = crate::exchange::share::book(book, crate::exchange::share::Audience::Me);
    write(&book, &Content { texts: &texts, zone, today: day(10, 14), choices, foreseen: &[], live: false })
}

/// The lines of a file, unfolded.
fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn has(text: &str, line: &str) -> bool {
    lines(text).iter().any(|other| other == line)
}

fn read_into(book: &Book, zone: Zone, text: &str) -> Calendar {
    read(text.as_bytes(), book, (zone, day(10, 14)), "untitled", &mut |_, _| true).expect("a calendar")
}

fn calendar(entries: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{entries}END:VCALENDAR\r\n")
}

fn event(properties: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\r\nUID:u1\r\n{properties}END:VEVENT\r\n"))
}

/// The one event of a file, in Berlin.
fn only(properties: &str) -> Event {
    let read = read_into(&Book::default(), berlin(), &event(properties));
    assert_eq!(read.found.len(), 1, "{:?}", read.notes);
    read.found[0].event.clone()
}

#[test]
fn a_day_is_a_date_and_ends_before_the_next_one() {
    let text = written(&story(), berlin(), Choices::SPARING);
    for line in [
        "DTSTART;VALUE=DATE:20261014",
        "DTEND;VALUE=DATE:20261015",
        "DTSTART;VALUE=DATE:20261020",
        "DTEND;VALUE=DATE:20261023",
        "SUMMARY:Call: Haruka Tanaka",
        "SUMMARY:Optics fair",
        "LOCATION:Hall 3\\, gate 1\\, Jena",
        "UID:follow-up-00000000000000000000000000000021@cardloom",
    ] {
        assert!(has(&text, line), "{line}\n{text}");
    }
    assert!(!text.contains("VTIMEZONE"), "days need no zone");
}

#[test]
fn a_time_is_local_in_a_zone_that_is_described() {
    let mut book = story();
    put(
        &mut book,
        FollowUp { due_at: Some(time(9, 30)), repeat: "FREQ=WEEKLY;BYDAY=MO".to_owned(), ..call() },
    );
    let text = written(&book, berlin(), Choices::SPARING);
    for line in [
        "DTSTART;TZID=Europe/Berlin:20261014T093000",
        "DTEND;TZID=Europe/Berlin:20261014T100000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "TZID:Europe/Berlin",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    ] {
        assert!(has(&text, line), "{line}\n{text}");
    }
    let universal = written(&book, Zone::UTC, Choices::SPARING);
    assert!(has(&universal, "DTSTART:20261014T093000Z"), "{universal}");
    assert!(!universal.contains("VTIMEZONE"));
}

#[test]
fn the_end_of_a_rule_is_of_the_kind_of_its_beginning() {
    let mut book = story();
    let rule = |repeat: &str, due_at| {
        put(&mut book, FollowUp { due_at, repeat: repeat.to_owned(), ..call() });
        let text = written(&book, berlin(), Choices::SPARING);
        lines(&text).into_iter().find(|line| line.starts_with("RRULE:FREQ=DAILY"))
    };
    let mut rule = rule;
    let until = |text: &str| Some(format!("RRULE:FREQ=DAILY;UNTIL={text}"));
    assert_eq!(rule("FREQ=DAILY;UNTIL=20261020", None), until("20261020"));
    assert_eq!(
        rule("FREQ=DAILY;UNTIL=20261020T235959Z", None),
        until("20261021"),
        "in Berlin it is the next day"
    );
    assert_eq!(rule("FREQ=DAILY;UNTIL=20261020", Some(time(9, 0))), until("20261020T215959Z"));
    assert_eq!(rule("RRULE:FREQ=DAILY;UNTIL=20261020T090000", Some(time(9, 0))), until("20261020T070000Z"));
    for bad in ["", "nonsense", "FREQ=SOMETIMES", "FREQ=DAILY\r\nATTENDEE:mailto:x@example.com"] {
        assert_eq!(rule(bad, None), None, "{bad:?}");
    }
}

#[test]
fn only_names_and_kinds_leave_unless_more_is_asked_for() {
    let book = story();
    let sparing = written(&book, berlin(), Choices::SPARING);
    for private in ["merger", "+81", "example.com", "lens makers", "VALARM", "ATTENDEE"] {
        assert!(!sparing.to_lowercase().contains(&private.to_lowercase()), "{private}");
    }
    let all = Choices { about: true, reach: true, alarms: Some(time(8, 15)), ..Choices::SPARING };
    let all = written(&book, berlin(), all);
    assert!(
        has(&all, "DESCRIPTION:the merger\\; keep quiet\\nHaruka Tanaka: +81 3 1234\\, Haruka@Example.com"),
        "{all}"
    );
    assert!(has(&all, "DESCRIPTION:meet two lens makers"), "{all}");
    assert!(has(&all, "TRIGGER:PT8H15M"), "{all}");
    // Nobody is invited by an export.
    assert!(!all.contains("ATTENDEE") && !all.contains("METHOD"), "{all}");
}

#[test]
fn tasks_have_a_due_day_and_are_completed() {
    let mut book = story();
    let tasks = Choices { todos: true, closed: true, alarms: Some(time(9, 0)), ..Choices::SPARING };
    let text = written(&book, berlin(), tasks);
    assert!(has(&text, "DUE;VALUE=DATE:20261014") && has(&text, "STATUS:NEEDS-ACTION"), "{text}");
    assert!(has(&text, "TRIGGER;RELATED=END:PT9H"), "{text}");
    put(&mut book, FollowUp { repeat: "FREQ=MONTHLY".to_owned(), ..call() });
    let text = written(&book, berlin(), tasks);
    assert!(has(&text, "DTSTART;VALUE=DATE:20261014") && has(&text, "DURATION:P1D"), "{text}");
    assert!(!text.contains("DUE"), "a task has a due day or a length");
    let done = FollowUpState::Done { on: day(10, 13), encounter: None };
    put(&mut book, FollowUp { state: done.clone(), ..call() });
    let text = written(&book, berlin(), tasks);
    assert!(has(&text, "STATUS:COMPLETED") && has(&text, "COMPLETED:20261013T120000Z"), "{text}");
    assert!(!written(&book, berlin(), Choices::SPARING).contains("follow-up-"), "what is done is left out");
    let text = written(&book, berlin(), Choices { closed: true, ..Choices::SPARING });
    assert!(has(&text, "STATUS:CANCELLED"), "a calendar that had it is told: {text}");
}

#[test]
fn a_change_counts_the_sequence_up_and_a_new_name_is_one() {
    let mut book = story();
    let sequence = |book: &Book| {
        let text = written(book, berlin(), Choices::SPARING);
        let line = lines(&text).into_iter().rfind(|line| line.starts_with("SEQUENCE:")).expect("a sequence");
        line["SEQUENCE:".len()..].parse::<i64>().expect("a number")
    };
    assert_eq!(sequence(&book), 0);
    let later = Utc.with_ymd_and_hms(1970, 1, 1, 0, 5, 0).single().expect("a moment");
    put(&mut book, Contact { updated_at: later, ..haruka() });
    assert_eq!(sequence(&book), 300);
    put(&mut book, FollowUp { updated_at: later + TimeDelta::seconds(1), ..call() });
    assert_eq!(sequence(&book), 301);
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let book = story();
    assert_eq!(written(&book, berlin(), Choices::SPARING), written(&book, berlin(), Choices::SPARING));
    assert!(
        !written(&book, berlin(), Choices::SPARING).contains("X-CARDLOOM"),
        "an export is nobody's to replace"
    );
}

#[test]
fn every_line_is_short_and_no_character_is_cut() {
    let mut book = story();
    let title = "懇親会と名刺交換、そして乾杯。".repeat(20) + "\r\nX-INJECTED:yes;\\,\u{7}\u{0}";
    put(&mut book, Event { title, link: "https://example.com/a,b;c".to_owned(), ..fair() });
    let text = written(&book, berlin(), Choices { about: true, ..Choices::SPARING });
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{line}");
        assert!(!line.starts_with("X-INJECTED"), "{line}");
        assert!(!line.contains(['\n', '\r', '\u{7}', '\u{0}']), "{line:?}");
    }
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(has(&text, "URL:https://example.com/a%2Cb%3Bc"), "{text}");
    let read = read_into(&Book::default(), berlin(), &text);
    assert!(
        read.found[0].event.title.starts_with("懇親会と名刺交換、そして乾杯。懇"),
        "{:?}",
        read.found[0].event.title
    );
}

#[test]
fn what_was_written_is_known_when_it_comes_back() {
    let mut book = story();
    put(
        &mut book,
        Event { starts_at: Some(time(18, 0)), ends_at: Some(time(0, 0)), ends_on: None, ..fair() },
    );
    let text = written(&book, berlin(), Choices::SPARING);
    assert!(has(&text, "DTEND;TZID=Europe/Berlin:20261021T000000"), "until midnight: {text}");
    let read = read_into(&book, berlin(), &text);
    assert_eq!(read.left_out.own, 1, "the follow-up stays one");
    let found = &read.found[0];
    assert_eq!(found.event.id, Id::new(0x31));
    assert!(has(&text, "LOCATION:Hall 3\\, gate 1\\, Jena"), "{text}");
    assert_eq!(
        found.event,
        Event::clone(book.get(Id::new(0x31)).expect("it")),
        "venue and city are two fields"
    );
}

#[test]
fn days_and_times_become_local() {
    let days = only("SUMMARY:Fair\r\nDTSTART;VALUE=DATE:20261020\r\nDTEND;VALUE=DATE:20261023\r\n");
    assert_eq!((days.starts_on, days.ends_on, days.starts_at), (Some(day(10, 20)), Some(day(10, 22)), None));
    let one = only("DTSTART;VALUE=DATE:20261020\r\n");
    assert_eq!((one.starts_on, one.ends_on, one.title.as_str()), (Some(day(10, 20)), None, "untitled"));
    let tokyo = only("DTSTART;TZID=Asia/Tokyo:20261021T060000\r\nDTEND;TZID=Asia/Tokyo:20261021T073000\r\n");
    assert_eq!((tokyo.starts_on, tokyo.starts_at), (Some(day(10, 20)), Some(time(23, 0))));
    assert_eq!((tokyo.ends_on, tokyo.ends_at), (None, Some(time(0, 30))), "a night is no second day");
    let universal = only("DTSTART:20261020T160000Z\r\nDURATION:PT2H\r\n");
    assert_eq!((universal.starts_at, universal.ends_at), (Some(time(18, 0)), Some(time(20, 0))));
    let windows = only("DTSTART;TZID=\"W. Europe Standard Time\":20261020T180000\r\n");
    assert_eq!((windows.starts_at, windows.ends_at), (Some(time(18, 0)), None));
    let floating = only("DTSTART:20261020T180000\r\nDTEND:20261022T120000\r\n");
    assert_eq!((floating.starts_at, floating.ends_on), (Some(time(18, 0)), Some(day(10, 22))));
}

#[test]
fn the_hours_around_a_change_of_the_clock_are_times_too() {
    // In Berlin the clock goes from 2 to 3 on 28 March 2027, and from 3 back to 2 on 25 October 2026.
    let gap = only("DTSTART;TZID=Europe/Berlin:20270328T023000\r\n");
    assert_eq!(gap.starts_at, Some(time(3, 30)), "it is the time that the clock shows then");
    let twice = only("DTSTART;TZID=Europe/Berlin:20261025T023000\r\n");
    assert_eq!(twice.starts_at, Some(time(2, 30)));
}

#[test]
fn guests_are_found_by_their_address_and_the_others_are_told() {
    let mut book = story();
    let mut header = Header::clone(&book.header);
    header.owner.emails = vec![Labelled::new("", "me@example.com")];
    book.header = Arc::new(header);
    let text = event(
        "SUMMARY:Dinner\r\nDTSTART:20261020T180000Z\r\nORGANIZER;CN=Haruka:MAILTO:haruka@EXAMPLE.com\r\n\
         ATTENDEE;CN=\"Weber, Jonas\":mailto:jonas@example.de\r\nATTENDEE:mailto:haruka@example.com\r\n\
         ATTENDEE;CUTYPE=ROOM:mailto:room@example.com\r\nATTENDEE:mailto:me@example.com\r\n",
    );
    let read = read_into(&book, berlin(), &text);
    let event = &read.found[0].event;
    assert_eq!(event.organizer, Some(Organizer::Contact(Id::new(0x11))));
    assert_eq!(event.participants.keys().collect::<Vec<_>>(), [&Id::new(0x11)]);
    assert_eq!(read.unmatched, ["Weber, Jonas (jonas@example.de)"]);
}

#[test]
fn what_is_cancelled_declined_or_a_task_is_left_out_and_told() {
    let mut book = Book::default();
    let mut header = Header::default();
    header.owner.emails = vec![Labelled::new("", "me@example.com")];
    book.header = Arc::new(header);
    let text = calendar(
        "BEGIN:VEVENT\r\nUID:a\r\nSTATUS:CANCELLED\r\nDTSTART:20261020T180000Z\r\nEND:VEVENT\r\n\
         BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20261020T180000Z\r\nATTENDEE;PARTSTAT=DECLINED:mailto:me@example.com\r\nEND:VEVENT\r\n\
         BEGIN:VTODO\r\nUID:c\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nUID:d\r\nDTSTART:20269945\r\nSUMMARY:Odd\r\nEND:VEVENT\r\n",
    );
    let read = read_into(&book, berlin(), &text);
    assert!(read.found.is_empty());
    assert_eq!((read.left_out.cancelled, read.left_out.tasks), (2, 1));
    let texts = Texts::new(Locale::En);
    let notes = read.notes(&texts, "meetings.ics");
    assert!(notes[0].starts_with("meetings.ics, line 16: “Odd” has no day"), "{notes:?}");
    let cancelled = text.replace("VERSION:2.0", "METHOD:CANCEL");
    assert!(read_into(&book, berlin(), &cancelled).found.is_empty());
}

#[test]
fn coming_in_again_changes_and_does_not_double() {
    let mut book = Book::default();
    let first = event("SUMMARY:Dinner\r\nDTSTART:20261020T180000Z\r\nLOCATION:Bar\r\n");
    let read = read_into(&book, berlin(), &first);
    assert_eq!(read.found[0].news, News::New);
    put(&mut book, Event { id: Id::new(7), goal: "listen".to_owned(), ..read.found[0].event.clone() });
    assert_eq!(read_into(&book, berlin(), &first).found[0].news, News::Same);
    let second = first.replace("20261020", "20261021");
    let found = read_into(&book, berlin(), &second).found.remove(0);
    assert_eq!((found.news, found.event.id), (News::Changed, Id::new(7)));
    assert_eq!((found.event.starts_on, found.event.goal.as_str()), (Some(day(10, 21)), "listen"));
    let attended = Event { status: Attendance::Attended, ..found.event };
    put(&mut book, attended);
    assert_eq!(
        read_into(&book, berlin(), &first).found[0].news,
        News::Same,
        "what one was at stays as it was"
    );
}

#[test]
fn of_what_repeats_the_next_times_are_taken_and_told() {
    let weekly = event(
        "SUMMARY:Round table\r\nDTSTART;TZID=Europe/Berlin:20260105T190000\r\nDTEND;TZID=Europe/Berlin:20260105T210000\r\n\
         RRULE:FREQ=WEEKLY\r\nEXDATE;TZID=Europe/Berlin:20261026T190000\r\n",
    );
    let moved = "BEGIN:VEVENT\r\nUID:u1\r\nSEQUENCE:3\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261102T190000\r\n\
                 SUMMARY:Round table, elsewhere\r\nDTSTART;TZID=Europe/Berlin:20261103T200000\r\nEND:VEVENT\r\nEND:VCALENDAR";
    let text = weekly.replace("END:VCALENDAR", moved);
    let read = read_into(&Book::default(), berlin(), &text);
    let days: Vec<NaiveDate> = read.found.iter().filter_map(|found| found.event.starts_on).collect();
    assert_eq!(days.len(), 10, "{days:?}");
    assert_eq!(days[..3], [day(10, 19), day(11, 3), day(11, 9)], "one is left out, one is moved");
    assert!(
        read.found.iter().all(|found| found.event.starts_at.is_some_and(|at| at >= time(19, 0))),
        "summer or winter"
    );
    let elsewhere = &read.found[1].event;
    assert_eq!(
        (elsewhere.title.as_str(), elsewhere.occurrence),
        ("Round table, elsewhere", Some(day(11, 2)))
    );
    assert_eq!(read.found[0].event.series, "Round table");
    let note = Note { line: Some(3), kind: NoteKind::Repeats("Round table".to_owned(), 10, true) };
    assert_eq!(read.notes, [note]);
    let occurrences: BTreeSet<_> = read.found.iter().map(|found| found.event.occurrence).collect();
    assert_eq!(occurrences.len(), 10, "each is told from the others");
}

#[test]
fn the_last_time_of_a_rule_is_not_lost_east_of_greenwich() {
    let text =
        event("DTSTART;TZID=Asia/Tokyo:20261019T090000\r\nRRULE:FREQ=DAILY;UNTIL=20261021T000000Z\r\n");
    let read = read_into(&Book::default(), Zone::named("Asia/Tokyo").expect("a zone"), &text);
    assert_eq!(read.found.len(), 3, "{:?}", read.found);
    let days = event("DTSTART;VALUE=DATE:20261019\r\nRRULE:FREQ=DAILY;UNTIL=20261021\r\n");
    assert_eq!(read_into(&Book::default(), berlin(), &days).found.len(), 3);
    let over = event("DTSTART;VALUE=DATE:20250101\r\nRRULE:FREQ=DAILY;COUNT=3\r\n");
    let over = read_into(&Book::default(), berlin(), &over);
    assert_eq!((over.left_out.over, over.found.len()), (0, 1), "its last time stands for all");
    assert!(over.found[0].is_past && over.found[0].event.starts_on == NaiveDate::from_ymd_opt(2025, 1, 3));
}

#[test]
fn leap_days_and_far_years_are_no_trouble() {
    let leap = event("DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY\r\n");
    let read = read_into(&Book::default(), berlin(), &leap);
    let first = read.found[0].event.starts_on.expect("a day");
    assert_eq!((first.year(), first.month(), first.day()), (2028, 2, 29));
    for odd in ["00010101", "99991231", "20260230", "0"] {
        read_into(
            &Book::default(),
            berlin(),
            &event(&format!("DTSTART;VALUE=DATE:{odd}\r\nRRULE:FREQ=YEARLY\r\n")),
        );
        read_into(&Book::default(), berlin(), &event(&format!("DTSTART;TZID=Asia/Tokyo:{odd}T235959\r\n")));
    }
}

#[test]
fn hostile_files_end_soon_and_well() {
    let book = Book::default();
    let go = |text: &str| read(text.as_bytes(), &book, (berlin(), day(10, 14)), "untitled", &mut |_, _| true);
    assert_eq!(go("").err(), Some(Unread::NotACalendar));
    assert_eq!(go("BEGIN:VCARD\r\nEND:VCARD\r\n").err(), Some(Unread::NotACalendar));
    let deep = "BEGIN:VCALENDAR\r\n".to_owned() + &"BEGIN:X\r\n".repeat(100_000);
    assert!(go(&deep).expect("a calendar").found.is_empty());
    let never = event("DTSTART:20260101T000000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\r\n");
    assert!(go(&never).is_ok());
    let seconds = event("DTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY\r\n");
    assert_eq!(go(&seconds).expect("a calendar").left_out.over, 1, "it is given up");
    let long = event(&format!("SUMMARY:{}\r\nDTSTART:20261020T180000Z\r\n", "x".repeat(1 << 20)));
    let long = go(&long).expect("a calendar");
    assert_eq!((long.found.len(), long.found[0].event.title.as_str()), (1, "untitled"));
    let many = calendar(&"BEGIN:VEVENT\r\nDTSTART:20261020T180000Z\r\nEND:VEVENT\r\n".repeat(30_000));
    let many = go(&many).expect("a calendar");
    assert_eq!(many.left_out.too_many, 10_000);
    assert_eq!(many.found.len(), 1, "without an id the same is the same");
    let odd =
        "BEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\n:\r\n;:\r\nBEGIN\r\nDTSTART;;;=\":\r\n\u{0}\r\n";
    assert!(go(odd).is_ok());
    let mut asked = 0;
    let stopped =
        read(event("").repeat(5_000).as_bytes(), &book, (berlin(), day(10, 14)), "", &mut |_, _| {
            asked += 1;
            false
        });
    assert_eq!((stopped.err(), asked), (Some(Unread::Stopped), 1));
}

/// Files of other programs, where they are beside the checkout: all of them end, and none takes long.
#[test]
fn real_files_are_read() {
    let Some(folder) = corpus() else {
        eprintln!("corpus not found");
        return;
    };
    let (mut files, mut events) = (0, 0);
    for path in folder {
        let bytes = std::fs::read(&path).expect("a file");
        let Ok(found) = read(&bytes, &Book::default(), (berlin(), day(10, 14)), "untitled", &mut |_, _| true)
        else {
            eprintln!("{}: not read", path.display());
            continue;
        };
        files += 1;
        events += found.found.len();
        for found in found.found {
            assert!(found.event.starts_on.is_some() && !found.event.title.is_empty(), "{}", path.display());
            assert!(
                found.event.ends_on.is_none_or(|last| Some(last) > found.event.starts_on),
                "{}",
                path.display()
            );
        }
    }
    assert!(files > 200 && events > 200, "{files} files, {events} events");
}

fn corpus() -> Option<Vec<std::path::PathBuf>> {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/ical")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).ok()?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "ics") {
                files.push(path);
            }
        }
    }
    files.sort();
    Some(files)
}

#[test]
fn one_time_that_was_moved_moves_no_other() {
    let mut book = Book::default();
    let repeat = "FREQ=WEEKLY".to_owned();
    put(&mut book, FollowUp { repeat, repeat_from: Some(day(10, 14)), due_on: day(10, 16), ..call() });
    let text = written(&book, berlin(), Choices::SPARING);
    let all = lines(&text);
    let begins: Vec<&String> = all.iter().filter(|line| line.starts_with("DTSTART")).collect();
    assert_eq!(begins, ["DTSTART;VALUE=DATE:20261014", "DTSTART;VALUE=DATE:20261016"]);
    assert!(has(&text, "RECURRENCE-ID;VALUE=DATE:20261014"), "{text}");
    assert_eq!(text.matches("RRULE").count(), 1);
}
