//! The rules of follow-ups, told as stories: what asks for something, when it is due, how it closes by itself; and for
//! random edits: never two for one reason.

use std::collections::BTreeSet;

use cardloom::edit::*;
use cardloom::index::{Due, DueState, Index, Telling};
use cardloom::model::*;
use cardloom::text::{Locale, Texts};
use chrono::{DateTime, Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use crate::properties::{config, dice, draw_edit};
use crate::world::{World, today};

fn day(offset: i64) -> NaiveDate {
    let days = Days::new(offset.unsigned_abs());
    if offset < 0 { today() - days } else { today() + days }
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn kinds(list: &[Due]) -> Vec<(FollowUpKind, NaiveDate, DueState)> {
    list.iter().map(|due| (due.kind, due.due_on, due.state)).collect()
}

/// What is foreseen for a person until a day.
fn foreseen(world: &World, name: &str, on: NaiveDate, until: NaiveDate) -> Vec<Due> {
    let mut list = world.session.index().due_with(world.id(name), on, until);
    list.retain(|due| due.source.stored().is_none());
    list
}

fn cadence(ideal_days: u32, latest_days: u32) -> Option<Cadence> {
    Some(Cadence { ideal_days, latest_days })
}

fn own_rhythm(world: World, name: &str, ideal: u32, latest: u32) -> World {
    let contact = world.id(name);
    world.edit(Edit::SetContact { contact, field: ContactField::Cadence(cadence(ideal, latest)) })
}

fn born(world: World, name: &str, year: Option<i32>, month: u32, day: u32) -> World {
    let contact = world.id(name);
    let birthday = YearlessDate::new(year, month, day);
    world.edit(Edit::SetContact {
        contact,
        field: ContactField::Human(HumanSide { birthday, ..HumanSide::default() }),
    })
}

fn event(world: &World) -> Event {
    Event::clone(world.session.book().events.values().next().expect("the event"))
}

fn attended(world: World, change: impl FnOnce(&mut Event)) -> World {
    let mut event = event(&world);
    event.status = Attendance::Attended;
    change(&mut event);
    world.edit(Edit::ChangeEvent { event: Box::new(event) })
}

#[test]
fn a_rhythm_turns_yellow_and_red_and_any_contact_starts_it_anew() {
    let mut world = World::new().contact("Aiko").encounter(EncounterKind::Call, day(-40));
    world = own_rhythm(world, "Aiko", 30, 45);
    let at = |world: &World, on: i64| kinds(&foreseen(world, "Aiko", day(on), day(400)));
    let touch = |ideal, state| (FollowUpKind::Message, day(ideal), state);
    assert!(at(&world, -20).contains(&touch(-10, DueState::Ahead)));
    assert!(at(&world, -10).contains(&touch(-10, DueState::Due)));
    assert!(at(&world, 5).contains(&touch(-10, DueState::Due)), "yellow until the latest day");
    assert!(at(&world, 6).contains(&touch(-10, DueState::Overdue)), "red after it");
    world = world.encounter(EncounterKind::Email, day(-50));
    assert!(at(&world, 0).contains(&touch(-10, DueState::Due)), "an earlier one starts nothing");
    let contacts = [world.id("Aiko")].into();
    let they_wrote = Encounter { direction: Direction::ToMe, on: day(-1), contacts, ..Encounter::default() };
    world = world.edit(Edit::LogEncounter { encounter: Box::new(they_wrote) });
    assert!(at(&world, 0).contains(&touch(29, DueState::Ahead)));
}

#[test]
fn the_strictest_circle_counts_and_the_own_rhythm_wins() {
    let mut world = World::new().contact("Aiko").encounter(EncounterKind::InPerson, day(0));
    world = world.in_circle("Friends").in_circle("Clients");
    let circles: Vec<Circle> =
        world.session.book().circles.values().map(|circle| Circle::clone(circle)).collect();
    for (circle, ideal) in circles.iter().zip([90, 60]) {
        let circle = Box::new(Circle { cadence: cadence(ideal, ideal + 30), ..circle.clone() });
        world = world.edit(Edit::ChangeCircle { circle });
    }
    let due = |world: &World| kinds(&foreseen(world, "Aiko", day(0), day(400)));
    assert_eq!(due(&world), [(FollowUpKind::Message, day(60), DueState::Ahead)]);
    world = own_rhythm(world, "Aiko", 100, 120);
    assert_eq!(due(&world), [(FollowUpKind::Message, day(100), DueState::Ahead)]);
    let contact = world.id("Aiko");
    world = world.edit(Edit::Archive { contact, reason: String::new() });
    assert_eq!(due(&world), []);
}

#[test]
fn a_planned_call_takes_the_place_of_the_rhythm() {
    let mut world = World::new().contact("Aiko").encounter(EncounterKind::InPerson, day(-30));
    world = own_rhythm(world, "Aiko", 30, 45);
    assert_eq!(foreseen(&world, "Aiko", day(0), day(400)).len(), 1);
    let call = |due_on| FollowUp {
        kind: FollowUpKind::Call,
        due_on,
        contacts: [world.id("Aiko")].into(),
        ..FollowUp::default()
    };
    let (late, soon) = (call(day(16)), call(day(10)));
    let mut world = world.edit(Edit::AddFollowUp { follow_up: Box::new(late) });
    assert_eq!(foreseen(&world, "Aiko", day(0), day(400)).len(), 1, "too late for the rhythm");
    world = world.edit(Edit::AddFollowUp { follow_up: Box::new(soon) });
    assert_eq!(foreseen(&world, "Aiko", day(0), day(400)).len(), 0);
}

#[test]
fn a_birthday_is_due_every_year_also_on_a_leap_day_and_over_the_end_of_the_year() {
    let world = born(World::new().contact("Aiko"), "Aiko", Some(1984), 2, 29);
    let on = |from: &str, to: &str| {
        let index = Index::rebuild(world.session.book());
        let list = index.due(date(from), date(from)..=date(to));
        list.iter().map(|due| due.due_on.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(on("2027-02-01", "2027-02-28"), ["2027-02-28"]);
    assert_eq!(on("2028-02-01", "2028-02-28"), [""; 0], "it is on the 29th this year");
    assert_eq!(on("2028-02-29", "2028-02-29"), ["2028-02-29"]);
    assert_eq!(on("2026-12-31", "2028-12-31"), ["2027-02-28", "2028-02-29"]);

    let world = born(World::new().contact("Mina"), "Mina", None, 1, 2);
    let index = world.session.index();
    let now = |on: &str| index.due_now(date(on)).len();
    assert_eq!(now("2026-12-25"), 0);
    assert_eq!(now("2026-12-26"), 1, "a week ahead, in the next year");
    assert_eq!(now("2027-01-09"), 1, "a week late");
    assert_eq!(now("2027-01-10"), 0, "over");
}

#[test]
fn days_that_are_past_and_turned_around_can_be_asked_for() {
    let world = born(World::new().contact("Ada"), "Ada", None, 10, 16);
    let index = world.session.index();
    for (first, last) in [(-40, -30), (-3, -2), (-400, -370), (5, 2), (-8, 400)] {
        for due in index.due(today(), day(first)..=day(last)) {
            assert!((day(first)..=day(last)).contains(&due.due_on), "{due:?}");
        }
        let load = index.load(today(), day(first)..=day(last));
        assert!(load.keys().all(|one| (day(first)..=day(last)).contains(one)), "{load:?}");
    }
    assert!(!index.load(today(), today()..=day(3)).is_empty(), "the birthday counts");
}

#[test]
fn congratulations_close_the_birthday_of_that_year() {
    let mut world = born(World::new().contact("Aiko"), "Aiko", None, 10, 14);
    let count = |world: &World, on| foreseen(world, "Aiko", on, day(3)).len();
    assert_eq!(count(&world, day(0)), 1);
    world = world.encounter(EncounterKind::Message, day(-1));
    assert_eq!(count(&world, day(0)), 1, "a day early is about something else");
    world = world.encounter(EncounterKind::Message, day(0));
    assert_eq!(count(&world, day(0)), 0);
    let mut next = foreseen(&world, "Aiko", day(360), day(370));
    next.retain(|due| due.kind == FollowUpKind::Birthday);
    assert_eq!(next.iter().map(|due| due.due_on).collect::<Vec<_>>(), [date("2027-10-14")]);
}

#[test]
fn acting_on_what_is_foreseen_makes_one_record() {
    let mut world = born(World::new().contact("Aiko"), "Aiko", None, 10, 16);
    let due = foreseen(&world, "Aiko", day(0), day(5)).remove(0);
    let before = world.session.book().clone();
    for to in [day(3), day(4)] {
        world = world.edit(Edit::MoveFollowUps { follow_ups: vec![due.source], to });
    }
    let book = world.session.book();
    assert_eq!(
        book.follow_ups.keys().copied().collect::<Vec<_>>(),
        [due.id()],
        "one record, its id foretold"
    );
    assert_eq!(foreseen(&world, "Aiko", day(0), day(5)), []);
    let list = world.session.index().due_with(world.id("Aiko"), day(0), day(5));
    assert_eq!(kinds(&list), [(FollowUpKind::Birthday, day(4), DueState::Ahead)]);
    world.session.undo();
    world.session.undo();
    assert_eq!(world.session.book(), &before);
    // Done without a word, given up: it does not come back this year.
    for edit in [
        Edit::CompleteFollowUp { follow_up: due.source, encounter: None },
        Edit::DropFollowUp { follow_up: due.source, reason: "we quarrelled".to_owned() },
    ] {
        world = world.edit(edit);
        assert_eq!(foreseen(&world, "Aiko", day(0), day(30)), []);
        world.session.undo();
    }
}

#[test]
fn letting_a_rhythm_pass_once_starts_it_anew() {
    let mut world = World::new().contact("Aiko").encounter(EncounterKind::InPerson, day(-40));
    world = own_rhythm(world, "Aiko", 30, 45);
    let due = foreseen(&world, "Aiko", day(0), day(0)).remove(0);
    world = world.edit(Edit::DropFollowUp { follow_up: due.source, reason: String::new() });
    assert_eq!(
        kinds(&foreseen(&world, "Aiko", day(0), day(400))),
        [(FollowUpKind::Message, day(30), DueState::Ahead)]
    );
}

#[test]
fn whom_i_know_from_afar_is_suggested_for_a_meeting_and_never_late() {
    let mut world = World::new().contact("Aiko").encounter(EncounterKind::Email, day(-100));
    let at = |world: &World, on| kinds(&foreseen(world, "Aiko", on, day(1_000)));
    assert_eq!(at(&world, day(0)), [(FollowUpKind::Meet, day(-70), DueState::Suggested)]);
    assert_eq!(at(&world, day(300)), [], "nothing was heard for a year");
    let due = foreseen(&world, "Aiko", day(0), day(0)).remove(0);
    world = world.edit(Edit::MoveFollowUps { follow_ups: vec![due.source], to: day(7) });
    world = world.encounter(EncounterKind::InPerson, day(0));
    assert_eq!(world.open("Aiko"), [], "met");
    assert_eq!(at(&world, day(0)), []);
}

#[test]
fn whom_i_met_at_an_event_i_thank_once() {
    let mut world = World::new().contact("Mina").contact("Aiko").met_at("RustConf");
    let mina = world.id("Mina");
    world = attended(world, |event| {
        event.participants = [(mina, Attendance::Attended)].into();
    });
    assert_eq!(world.open("Mina"), [(FollowUpKind::ThankYou, day(1))]);
    let thanks = |world: &World, name: &str| {
        world.open(name).iter().filter(|(kind, _)| *kind == FollowUpKind::ThankYou).count()
    };
    assert_eq!(thanks(&world, "Aiko"), 1, "the card asked already");
    // Twenty people in one line: each is thanked, nobody twice.
    let id = event(&world).id;
    let jonas = world.find_or_add("Jonas");
    let met = Encounter {
        on: day(0),
        event: Some(id),
        contacts: [jonas, mina, world.id("Aiko")].into(),
        ..Encounter::default()
    };
    for _ in 0..2 {
        world = world.edit(Edit::LogEncounter { encounter: Box::new(met.clone()) });
    }
    assert_eq!((thanks(&world, "Jonas"), thanks(&world, "Mina"), thanks(&world, "Aiko")), (1, 1, 1));
    // The last day was another one.
    world = attended(world, |event| event.ends_on = Some(day(2)));
    assert_eq!(world.open("Jonas"), [(FollowUpKind::ThankYou, day(3))]);
    // It was a mistake: nobody was there.
    let mut event = event(&world);
    event.status = Attendance::Planned;
    world = world.edit(Edit::ChangeEvent { event: Box::new(event) });
    assert_eq!((world.open("Mina"), world.open("Jonas")), (vec![], vec![]));
}

#[test]
fn an_event_of_long_ago_asks_for_no_thanks() {
    let mut world = World::new().contact("Mina").contact("Aiko").met_at("RustConf");
    let mina = world.id("Mina");
    world = attended(world, |event| {
        event.starts_on = Some(day(-30));
        event.participants = [(mina, Attendance::Attended)].into();
    });
    assert_eq!(world.open("Mina"), []);
}

#[test]
fn cancelling_late_asks_for_amends_and_a_mistake_takes_them_back() {
    let mut world = World::new().contact("Mina").contact("Aiko").met_at("RustConf");
    let mina = world.id("Mina");
    let with = |world: World, status: Attendance| {
        let mut event = event(&world);
        event.status = status;
        event.organizer = Some(Organizer::Contact(mina));
        event.fee = Some(Money { minor: 5_000, currency: "EUR".to_owned() });
        world.edit(Edit::ChangeEvent { event: Box::new(event) })
    };
    world = with(world, Attendance::CancelledEarly);
    assert_eq!(world.open("Mina"), []);
    world = with(world, Attendance::CancelledLate);
    let amends = [0, 1, 7, 14].map(|days| (FollowUpKind::Amends, day(days)));
    let all = [&[(FollowUpKind::Message, day(0))][..], &amends].concat();
    assert_eq!(world.open("Mina"), all, "notice and apology today, the rest later");
    world = with(world, Attendance::CancelledLate);
    assert_eq!(world.open("Mina").len(), 5, "said twice, asked once");
    let texts = Texts::new(Locale::En);
    let telling = Telling { book: world.session.book(), texts: &texts, today: today() };
    let mut first = world.session.index().due_with(mina, today(), day(0));
    first.retain(|due| due.due_on == today());
    first.sort_by_key(|due| due.kind);
    let words: Vec<_> = first.iter().map(|due| due.about(telling)).collect();
    assert_eq!(words, ["Say at once that you cannot come: RustConf", "Apologise: RustConf"]);
    for due in &first {
        assert_eq!(due.why(telling), "Because you cancelled RustConf late");
        assert_eq!(due.rule(), Some(Rule::Amends));
    }
    // A talk about something else is no apology; a call about it is notice and apology. The rest remains.
    let other = Encounter {
        kind: EncounterKind::Call,
        direction: Direction::FromMe,
        on: day(0),
        contacts: [mina].into(),
        ..Encounter::default()
    };
    let call = Encounter { event: Some(event(&world).id), ..other.clone() };
    world = world.edit(Edit::LogEncounter { encounter: Box::new(other) });
    assert_eq!(world.open("Mina"), all);
    world = world.edit(Edit::LogEncounter { encounter: Box::new(call) });
    assert_eq!(world.open("Mina"), amends[1..]);
    world = with(world, Attendance::CancelledEarly);
    assert_eq!(world.open("Mina"), []);
}

#[test]
fn whoever_comes_back_from_the_archive_has_all_promises_again_late_ones_too() {
    for several in [false, true] {
        let mut world = World::new().contact("Gisela");
        let gisela = world.id("Gisela");
        for offset in [-3, 0, 40] {
            let kind = FollowUpKind::TellOwner;
            let contacts = [gisela].into();
            let follow_up = FollowUp { kind, due_on: day(offset), contacts, ..FollowUp::default() };
            world = world.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) });
        }
        let open = |world: &World| world.session.book().follow_ups.values().filter(|it| it.is_open()).count();
        let (away, back) = if several {
            let contacts = std::collections::BTreeSet::from([gisela]);
            let away = Edit::ArchiveAll { contacts: contacts.clone(), reason: "over".to_owned() };
            (away, Edit::RestoreAll { contacts })
        } else {
            let away = Edit::Archive { contact: gisela, reason: "over".to_owned() };
            (away, Edit::Restore { contact: gisela })
        };
        world = world.edit(away);
        assert_eq!(open(&world), 0);
        world = world.edit(back);
        assert_eq!(open(&world), 3, "several: {several}");
    }
}

#[test]
fn an_introduction_planned_by_hand_is_done_when_the_two_are_introduced() {
    let world = World::new().contact("Mina").contact("Jonas").contact("Aiko");
    let plan = |world: World, names: [&str; 2]| {
        let contacts = names.map(|name| world.id(name)).into();
        let kind = FollowUpKind::Introduce;
        let follow_up = FollowUp { kind, due_on: day(3), contacts, ..FollowUp::default() };
        world.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) })
    };
    let world = plan(plan(world, ["Mina", "Jonas"]), ["Jonas", "Aiko"]);
    let open = |world: &World| {
        let all = world.session.book().follow_ups.values();
        all.filter(|it| it.is_open() && it.kind == FollowUpKind::Introduce).count()
    };
    assert_eq!(open(&world), 2);
    let mut world = world.contact("Mina").introduced_to("Jonas");
    assert_eq!(open(&world), 1, "the other two still do not know each other");
    world.session.undo();
    assert_eq!(open(&world), 2);
}

#[test]
fn an_introduction_is_asked_after_until_i_hear_of_it() {
    let mut world = World::new().contact("Aiko").introduced_to("Jonas");
    assert_eq!(world.open("Aiko"), [(FollowUpKind::Message, day(14))]);
    let one = |world: World, people: &[&str]| {
        let contacts = people.iter().map(|name| world.id(name)).collect();
        let met = Encounter { on: day(0), contacts, ..Encounter::default() };
        world.edit(Edit::LogEncounter { encounter: Box::new(met) })
    };
    world = one(world, &["Aiko"]);
    assert_eq!(world.open("Aiko").len(), 1, "the other one says nothing yet");
    world = one(world, &["Aiko", "Jonas"]);
    assert_eq!((world.open("Aiko"), world.open("Jonas")), (vec![], vec![]));
}

#[test]
fn a_rule_that_is_switched_off_takes_back_what_it_made() {
    let off = |rule, is_off| Edit::SetRule { rule, setting: RuleSetting { is_off, days: None } };
    let mut world = World::new().contact("Aiko").met_at("RustConf").passed_on_to("Jonas");
    let asked = world.open("Aiko");
    assert_eq!(asked.len(), 3);
    for rule in [Rule::ThankYou, Rule::Review, Rule::TellOwner] {
        world = world.edit(off(rule, true));
        assert_eq!(world.open("Aiko").len(), 2, "{rule:?}");
        world.session.undo();
        assert_eq!(world.open("Aiko"), asked, "one step");
        world.session.redo();
        world = world.edit(off(rule, false));
        assert_eq!(world.open("Aiko"), asked, "as if it had been on all the time");
    }
    // What was foreseen goes and comes with the switch.
    world = born(world, "Aiko", None, 10, 16);
    world = world.edit(off(Rule::Birthday, true));
    assert_eq!(foreseen(&world, "Aiko", day(0), day(20)), []);
    world = world.edit(off(Rule::Birthday, false));
    assert_eq!(foreseen(&world, "Aiko", day(0), day(20)).len(), 1);
}

#[test]
fn a_rule_counts_the_days_that_are_set() {
    let days = |rule, days| Edit::SetRule { rule, setting: RuleSetting { is_off: false, days: Some(days) } };
    let world = World::new().edit(days(Rule::ThankYou, 3)).edit(days(Rule::Review, 60));
    let world = world.contact("Aiko").met_at("RustConf");
    assert_eq!(world.open("Aiko"), [(FollowUpKind::ThankYou, day(3)), (FollowUpKind::Review, day(60))]);
    assert_eq!(world.session.book().header.review_after_days, Some(60));
}

/// Carries an edit out at a moment, on a local day.
fn at(book: &mut Book, moment: &str, local: &str, edit: Edit) {
    let now: DateTime<chrono::Utc> = moment.parse().expect("a moment");
    let first = (u128::try_from(now.timestamp()).expect("after 1970") << 64) + book.len() as u128 + 1;
    let transaction = edit.carry_out(book, Stamp::new(now, date(local), first)).expect("it fits");
    transaction.apply(book);
}

/// A thank-you planned at one moment and a mail logged at another; whether the mail closed it.
fn is_thanked(planned: (&str, &str), wrote: (&str, &str)) -> bool {
    let mut book = Book::default();
    let contact = Box::new(Contact { name: PersonName::parse("Aiko"), ..Contact::default() });
    let received = Some(NewCard::default());
    at(
        &mut book,
        planned.0,
        planned.1,
        Edit::AddContact { contact, employment: Employment::default(), received },
    );
    let thanks = book.follow_ups.values().find(|it| it.kind == FollowUpKind::ThankYou).expect("asked for");
    assert_eq!(thanks.due_on, date(planned.1) + Days::new(1), "the day of the wall calendar");
    let contacts = book.contacts.keys().copied().collect();
    let (kind, on) = (EncounterKind::Email, date(wrote.1));
    let encounter = Box::new(Encounter { kind, on, contacts, ..Encounter::default() });
    at(&mut book, wrote.0, wrote.1, Edit::LogEncounter { encounter });
    !book.follow_ups.values().any(|it| it.kind == FollowUpKind::ThankYou && it.is_open())
}

#[test]
fn days_are_those_of_the_wall_wherever_it_stands() {
    // Honolulu, the evening of the 14th: 15th in UTC. Kiritimati, the morning of the 15th: 14th in UTC.
    assert!(is_thanked(("2026-10-15T05:00:00Z", "2026-10-14"), ("2026-10-15T06:00:00Z", "2026-10-14")));
    assert!(is_thanked(("2026-10-14T12:00:00Z", "2026-10-15"), ("2026-10-14T13:00:00Z", "2026-10-15")));
    // The night in which clocks are set back in Berlin, and the end of a year.
    assert!(is_thanked(("2026-10-24T23:30:00Z", "2026-10-25"), ("2026-10-25T00:30:00Z", "2026-10-25")));
    assert!(is_thanked(("2026-12-31T22:00:00Z", "2026-12-31"), ("2027-01-01T08:00:00Z", "2027-01-01")));
    // The clock of the computer was a week ahead and is set back: what happens today is never too early.
    assert!(is_thanked(("2026-10-21T09:00:00Z", "2026-10-21"), ("2026-10-14T09:00:00Z", "2026-10-14")));
}

#[test]
fn a_time_stays_what_the_clock_on_the_wall_says() {
    let time = NaiveTime::from_hms_opt(2, 30, 0);
    let mut world = World::new().contact("Aiko");
    let call = FollowUp {
        kind: FollowUpKind::Call,
        due_on: date("2026-10-24"),
        due_at: time,
        contacts: [world.id("Aiko")].into(),
        ..FollowUp::default()
    };
    world = world.edit(Edit::AddFollowUp { follow_up: Box::new(call) });
    let id = *world.session.book().follow_ups.keys().next().expect("the call");
    // 2:30 comes twice on that day in Berlin, and not at all on 28 March.
    for to in ["2026-10-25", "2027-03-28"] {
        world = world.edit(Edit::MoveFollowUps { follow_ups: vec![id.into()], to: date(to) });
        let due = world.session.index().due(today(), ..).into_iter().find(|due| due.id() == id);
        assert_eq!(due.map(|due| (due.due_on, due.due_at)), Some((date(to), time)));
    }
}

#[test]
fn doing_what_repeats_makes_the_next_one() {
    let mut world = World::new().contact("Aiko");
    let weekly = FollowUp {
        kind: FollowUpKind::Call,
        due_on: day(-20),
        contacts: [world.id("Aiko")].into(),
        repeat: "FREQ=WEEKLY;COUNT=5;X-KEPT=1".to_owned(),
        ..FollowUp::default()
    };
    world = world.edit(Edit::AddFollowUp { follow_up: Box::new(weekly) });
    let open = |world: &World| {
        let book = world.session.book();
        let mut open = book.follow_ups.values().filter(|it| it.is_open());
        let one = open.next().cloned();
        assert!(open.next().is_none(), "one at a time");
        one
    };
    let first = open(&world).expect("the first");
    world = world.edit(Edit::CompleteFollowUp { follow_up: first.id.into(), encounter: None });
    let second = open(&world).expect("the next");
    assert_eq!(
        (second.due_on, second.repeat.as_str()),
        (day(1), "FREQ=WEEKLY;COUNT=2;X-KEPT=1"),
        "none in the past"
    );
    // Another day for this one; the rhythm stays.
    world = world.edit(Edit::MoveFollowUps { follow_ups: vec![second.id.into()], to: day(3) });
    world = world.edit(Edit::CompleteFollowUp { follow_up: second.id.into(), encounter: None });
    let third = open(&world).expect("the last");
    assert_eq!((third.due_on, third.repeat.as_str()), (day(8), "FREQ=WEEKLY;COUNT=1;X-KEPT=1"));
    world = world.edit(Edit::CompleteFollowUp { follow_up: third.id.into(), encounter: None });
    assert_eq!(open(&world), None, "five times are over");
    world.session.undo();
    assert_eq!(open(&world).map(|it| it.id), Some(third.id), "one step takes back both");
}

#[test]
fn every_reason_is_told_in_every_language() {
    let mut world = World::new()
        .contact("Aiko")
        .met_at("RustConf")
        .passed_on_to("Jonas")
        .introduced_to("Mina")
        .encounter(EncounterKind::InPerson, day(-60));
    world = own_rhythm(world, "Aiko", 30, 45);
    world = born(world, "Aiko", Some(1986), 10, 16);
    let aiko = world.id("Aiko");
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let telling = Telling { book: world.session.book(), texts: &texts, today: today() };
        let due = world.session.index().due_with(aiko, today(), day(40));
        let why: BTreeSet<String> = due.iter().map(|due| due.why(telling)).collect();
        assert_eq!(why.len(), due.len(), "{why:?}");
        assert!(why.iter().all(|why| *why != texts.rules_why_gone()), "{why:?}");
    }
    let texts = Texts::new(Locale::En);
    let telling = Telling { book: world.session.book(), texts: &texts, today: today() };
    let due = world.session.index().due_with(aiko, today(), day(40));
    let why = |kind| due.iter().find(|due| due.kind == kind).map(|due| due.why(telling)).expect("it is due");
    assert_eq!(why(FollowUpKind::ThankYou), "Because you got the card on 14 Oct at RustConf");
    assert_eq!(why(FollowUpKind::Birthday), "Because Aiko turns 40 on 16 Oct");
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn no_reason_ever_has_two(throws in prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 1..30)) {
        let mut session = crate::properties::story();
        for throws in &throws {
            let edit = draw_edit(&dice(throws), session.book());
            // What the user writes by hand, takes in or joins may say anything.
            if matches!(
                edit,
                Edit::AddFollowUp { .. }
                    | Edit::ChangeFollowUp { .. }
                    | Edit::Log { .. }
                    | Edit::Import { .. }
                    | Edit::TakeBack { .. }
                    | Edit::ResolveConflict { .. }
                    | Edit::MergeContacts { .. }
            ) {
                continue;
            }
            let told = format!("{edit:?}");
            drop(session.commit(edit));
            let mut seen = BTreeSet::new();
            for record in session.book().follow_ups.values().filter(|it| it.reason != Reason::Own) {
                for contact in &record.contacts {
                    prop_assert!(seen.insert((record.kind, record.reason, *contact)), "{} made two", told);
                }
            }
            let list = session.index().due(today(), ..);
            let sources: BTreeSet<_> = list.iter().map(|due| due.source).collect();
            prop_assert_eq!(sources.len(), list.len(), "{} is listed twice", &told);
            for due in &list {
                if let DueSource::Foreseen(foreseen) = due.source {
                    let known = session.book().follow_ups.values().any(|record| foreseen.is(record));
                    prop_assert!(!known, "{} is foreseen though it is known", told);
                }
            }
        }
    }

    #[test]
    fn closing_twice_is_closing_once(throws in prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 1..12)) {
        let mut session = crate::properties::story();
        for throws in &throws {
            let edit = draw_edit(&dice(throws), session.book());
            let is_encounter = matches!(edit, Edit::LogEncounter { .. } | Edit::ChangeEncounter { .. });
            if session.commit(edit).is_err() || !is_encounter {
                continue;
            }
            for encounter in session.book().encounters.values().cloned().collect::<Vec<_>>() {
                let again = || Edit::ChangeEncounter { encounter: Box::new(Encounter::clone(&encounter)) };
                drop(session.commit(again()));
                let once = session.book().follow_ups.clone();
                drop(session.commit(again()));
                prop_assert_eq!(&once, &session.book().follow_ups);
            }
        }
    }
}
