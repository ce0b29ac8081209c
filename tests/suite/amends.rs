//! Events afterwards, told as stories: cancelling and making up for it, what the organiser does, replies, and advice that
//! adds up whatever the book says.

use cardloom::edit::*;
use cardloom::index::events::{Advice, AmendsBook, Record, Series, Settlement, has_deepened};
use cardloom::index::{Telling, Warmth};
use cardloom::model::*;
use cardloom::text::{Locale, Texts};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::properties::{config, dice, draw_edit};
use crate::world::{World, today};

fn day(offset: i64) -> NaiveDate {
    let days = Days::new(offset.unsigned_abs());
    if offset < 0 { today() - days } else { today() + days }
}

/// An event of Mina's in so many days, for fifty euros.
fn planned(in_days: i64) -> (World, Id<Event>) {
    let world = World::new().contact("Mina");
    let event = Event {
        id: Id::new(7),
        title: "Hardware Evening".to_owned(),
        starts_on: Some(day(in_days)),
        organizer: Some(Organizer::Contact(world.id("Mina"))),
        fee: Some(Money { minor: 5_000, currency: "EUR".to_owned() }),
        ..Event::default()
    };
    (world.edit(Edit::AddEvent { event: Box::new(event) }), Id::new(7))
}

fn event(world: &World, id: Id<Event>) -> Event {
    Event::clone(world.session.book().get(id).expect("the event"))
}

fn cancel(world: World, id: Id<Event>, on: NaiveDate) -> World {
    let event = event(&world, id);
    let amends = amends_plan(&event, event.cancelled(on), today(), 14);
    world.edit(Edit::CancelEvent { event: id, on: Some(on), amends })
}

fn parts(world: &World, id: Id<Event>) -> Vec<(Amends, NaiveDate, bool)> {
    let book = AmendsBook::of(world.session.book());
    book.items(id).iter().map(|item| (item.part, item.due_on, item.is_open)).collect()
}

fn settlement(world: &World, id: Id<Event>) -> Settlement {
    AmendsBook::of(world.session.book()).settlement(&event(world, id))
}

#[test]
fn cancelling_in_time_asks_for_nothing_and_late_for_all_parts_in_one_step() {
    let (world, id) = planned(10);
    let world = cancel(world, id, day(0));
    let early = event(&world, id);
    assert_eq!((early.status, early.cancelled_on), (Attendance::CancelledEarly, Some(day(0))));
    assert_eq!((parts(&world, id), settlement(&world, id)), (vec![], Settlement::NotAsked));

    let (world, id) = planned(3);
    let before = world.session.book().clone();
    let steps = world.session.history().len();
    let mut world = cancel(world, id, day(0));
    assert_eq!(event(&world, id).status, Attendance::CancelledLate);
    let expected = Amends::ALL.into_iter().zip([0, 0, 1, 7, 14].map(day)).map(|(part, on)| (part, on, true));
    assert_eq!(parts(&world, id), expected.collect::<Vec<_>>());
    assert_eq!(settlement(&world, id), Settlement::Open { done: 0, of: 5 });
    assert_eq!(world.session.history().len(), steps + 1);
    world.session.undo();
    assert_eq!(world.session.book(), &before);
}

#[test]
fn cancelling_again_changes_days_only() {
    let (world, id) = planned(1);
    let world = cancel(world, id, day(0));
    let once = world.session.book().clone();
    let world = cancel(world, id, day(0));
    assert_eq!(world.session.book().follow_ups, once.follow_ups, "the same again is nothing");
    // The apology was made by phone; notice was given with it. Cancelling again asks for neither.
    let call = Encounter {
        kind: EncounterKind::Call,
        direction: Direction::FromMe,
        on: day(0),
        contacts: [world.id("Mina")].into(),
        event: Some(id),
        ..Encounter::default()
    };
    let world = world.edit(Edit::LogEncounter { encounter: Box::new(call) });
    let world = world.edit(Edit::CancelEvent {
        event: id,
        on: Some(day(0)),
        amends: vec![
            (Amends::Step(AmendsStep::Apology), day(3)),
            (Amends::Step(AmendsStep::MakeUp), day(20)),
        ],
    });
    let expected = [
        (Amends::Notice, day(0), false),
        (Amends::Step(AmendsStep::Apology), day(0), false),
        (Amends::Step(AmendsStep::MakeUp), day(20), true),
    ];
    assert_eq!(parts(&world, id), expected, "what was not wanted any more is gone, what is done stays");
    // Writing a note does not bring back what was taken out.
    let changed = Event { notes: "Called at once.".to_owned(), ..event(&world, id) };
    let world = world.edit(Edit::ChangeEvent { event: Box::new(changed) });
    assert_eq!(parts(&world, id), expected);
}

#[test]
fn an_event_without_a_date_or_with_odd_days_can_be_cancelled() {
    let (world, id) = planned(1);
    let undated = Event { starts_on: None, ..event(&world, id) };
    let world = world.edit(Edit::ChangeEvent { event: Box::new(undated) });
    let world = cancel(world, id, day(0));
    assert_eq!(event(&world, id).status, Attendance::CancelledEarly, "nobody counted on a day yet");
    for (late_within_days, status) in [
        (Some(0), Attendance::CancelledEarly),
        (Some(9_999), Attendance::CancelledLate),
        (Some(u32::MAX), Attendance::CancelledLate),
    ] {
        let (world, id) = planned(1);
        let changed = Event { late_within_days, ..event(&world, id) };
        let world = world.edit(Edit::ChangeEvent { event: Box::new(changed) });
        assert_eq!(event(&cancel(world, id, day(0)), id).status, status, "{late_within_days:?}");
    }
    let (world, id) = planned(1);
    let fee = Some(Money { minor: 900, currency: String::new() });
    let free = Event { fee, ..event(&world, id) };
    let world = world.edit(Edit::ChangeEvent { event: Box::new(free) });
    let world = cancel(world, id, day(0));
    assert_eq!(parts(&world, id).len(), 5, "a fee without a currency is a fee");
    let missing = Edit::CancelEvent { event: Id::new(0xdead), on: None, amends: Vec::new() };
    let mut world = world;
    assert!(world.session.commit(missing).is_err());
}

#[test]
fn not_having_come_asks_for_no_notice_and_waiving_gives_the_rest_up() {
    let (world, id) = planned(-1);
    let plan = amends_plan(&event(&world, id), Attendance::NoShow, today(), 14);
    assert_eq!(plan.len(), 4);
    let mut world = world.edit(Edit::CancelEvent { event: id, on: None, amends: plan });
    assert_eq!(event(&world, id).status, Attendance::NoShow);
    let record = Record::with(world.session.book(), Organizer::Contact(world.id("Mina")));
    assert_eq!((record.no_show, record.total()), (1, 1));
    world = world.edit(Edit::WaiveAmends { event: id });
    assert_eq!(settlement(&world, id), Settlement::Waived);
    assert!(parts(&world, id).iter().all(|(_, _, open)| !open));
    assert_eq!(world.open("Mina"), []);
    world.session.undo();
    assert_eq!(world.open("Mina").len(), 4);
}

#[test]
fn a_part_that_is_taken_up_again_is_needed_after_all() {
    let (world, id) = planned(1);
    let world = cancel(world, id, day(0)).edit(Edit::WaiveAmends { event: id });
    let book = AmendsBook::of(world.session.book());
    let follow_up = book.items(id).first().expect("a part").follow_up;
    let world = world.edit(Edit::ReopenFollowUp { follow_up });
    assert!(!event(&world, id).amends_waived);
    assert_eq!(settlement(&world, id), Settlement::Open { done: 4, of: 5 });
}

#[test]
fn a_letter_to_an_organization_is_notice_and_apology_whoever_gets_it() {
    let sorry = Amends::Step(AmendsStep::Apology);
    for (part, to_somebody) in [(Amends::Notice, true), (Amends::Notice, false), (sorry, false)] {
        let (world, id) = planned(1);
        let world = world.works_at("Maker-Verein");
        let organization = *world.session.book().organizations.keys().next().expect("the organization");
        let changed = Event { organizer: Some(Organizer::Organization(organization)), ..event(&world, id) };
        let world = cancel(world.edit(Edit::ChangeEvent { event: Box::new(changed) }), id, day(0));
        let mina = world.id("Mina");
        let mail = Encounter {
            kind: EncounterKind::Email,
            direction: Direction::FromMe,
            on: day(0),
            contacts: [mina].into(),
            ..Encounter::default()
        };
        let world = world.edit(Edit::LogEncounter { encounter: Box::new(mail.clone()) });
        assert_eq!(settlement(&world, id), Settlement::Open { done: 0, of: 5 }, "about something else");
        let steps = world.session.history().len();
        let encounter = to_somebody.then(|| Box::new(Encounter { event: Some(id), ..mail }));
        let edit = Edit::WriteToOrganizer { event: id, part: Some(part), encounter };
        let mut world = world.edit(edit.clone());
        assert_eq!(settlement(&world, id), Settlement::Open { done: 2, of: 5 });
        assert_eq!(world.session.history().len(), steps + 1);
        assert!(world.session.index().links.event(id).contacts.is_empty(), "a letter is no meeting there");
        if !to_somebody {
            assert!(world.session.commit(edit).is_err(), "nothing is left to be done");
        }
    }
}

#[test]
fn a_new_organiser_is_whom_one_apologises_to() {
    let (world, id) = planned(1);
    let mut world = cancel(world, id, day(0));
    let jonas = world.find_or_add("Jonas");
    let changed = Event { organizer: Some(Organizer::Contact(jonas)), ..event(&world, id) };
    let world = world.edit(Edit::ChangeEvent { event: Box::new(changed) });
    assert_eq!((world.open("Mina").len(), world.open("Jonas").len()), (0, 5));
}

#[test]
fn the_organiser_is_asked_about_a_week_later_and_three_answers_close_it() {
    let (world, id) = planned(0);
    let attended = |world: World, change: fn(&mut Event)| {
        let mut event = event(&world, id);
        event.status = Attendance::Attended;
        change(&mut event);
        world.edit(Edit::ChangeEvent { event: Box::new(event) })
    };
    let mut world = attended(world, |_| {});
    let question = (FollowUpKind::Other, day(7));
    assert_eq!(world.open("Mina"), [question]);
    let due = world.session.index().due_with(world.id("Mina"), today(), day(7)).remove(0);
    let texts = Texts::new(Locale::En);
    let telling = Telling { book: world.session.book(), texts: &texts, today: today() };
    assert_eq!(due.about(telling), "Did the organiser follow up?: Hardware Evening");
    assert!(
        due.why(telling).starts_with("Because you were at Hardware Evening on 14 Oct"),
        "{}",
        due.why(telling)
    );
    assert_eq!(due.rule(), Some(Rule::OrganizerCare));
    world = attended(world, |event| event.ends_on = event.starts_on.map(|day| day + Days::new(2)));
    assert_eq!(world.open("Mina"), [(FollowUpKind::Other, day(9))], "it moves with the last day");
    world = attended(world, |event| event.organizer_care.thank_you = Answer::Yes);
    world = attended(world, |event| event.organizer_care.satisfaction = Answer::No);
    assert_eq!(world.open("Mina").len(), 1);
    world = attended(world, |event| event.organizer_care.report = Answer::No);
    assert_eq!(world.open("Mina"), []);
    world = attended(world, |event| event.organizer_care.report = Answer::NotYet);
    assert_eq!(world.open("Mina"), [], "it was asked once");
    // Off, it takes back what is open; on again, it asks anew where nothing was said.
    let (world, id) = planned(0);
    let event = Event { status: Attendance::Attended, ..event(&world, id) };
    let world = world.edit(Edit::ChangeEvent { event: Box::new(event) });
    let off = RuleSetting { is_off: true, days: None };
    let world = world.edit(Edit::SetRule { rule: Rule::OrganizerCare, setting: off });
    assert_eq!(world.open("Mina"), []);
    let on = RuleSetting { is_off: false, days: Some(3) };
    let world = world.edit(Edit::SetRule { rule: Rule::OrganizerCare, setting: on });
    assert_eq!(world.open("Mina"), [(FollowUpKind::Other, day(3))]);
    let world = world.edit(Edit::RemoveEvent { event: id });
    assert_eq!(world.open("Mina"), [], "nobody asks about an event that is gone");
}

#[test]
fn an_organization_that_organises_is_asked_about_once_too() {
    let world = World::new().contact("Mina").works_at("Maker-Verein");
    let organization = *world.session.book().organizations.keys().next().expect("the organization");
    let event = Event {
        id: Id::new(7),
        title: "Hardware Evening".to_owned(),
        starts_on: Some(day(0)),
        status: Attendance::Attended,
        organizer: Some(Organizer::Organization(organization)),
        ..Event::default()
    };
    let mut world = world.edit(Edit::AddEvent { event: Box::new(event.clone()) });
    let open = |world: &World| world.session.book().follow_ups.values().filter(|it| it.is_open()).count();
    for notes in ["a", "b"] {
        let event = Event { notes: notes.to_owned(), ..event.clone() };
        world = world.edit(Edit::ChangeEvent { event: Box::new(event) });
        assert_eq!(open(&world), 1, "never two for one reason");
    }
}

#[test]
fn a_reply_warms_and_lets_a_person_have_deepened() {
    let mut world = World::new().contact("Mina").encounter(EncounterKind::Email, day(-40));
    let mina = world.id("Mina");
    let mail = *world.session.book().encounters.keys().next().expect("the mail");
    let state = |world: &World| {
        let (book, index) = (world.session.book(), world.session.index());
        let deepened = has_deepened(book, index.links.contact(mina), day(-40), today());
        (Warmth::value_on(book, index, mina, day(-40)), deepened)
    };
    let (cold, _) = state(&world);
    world = world.edit(Edit::SetReply { encounter: mail, reply: Reply::Once });
    let (once, deepened) = state(&world);
    assert!(once > cold && !deepened, "one answer is no exchange");
    world = world.edit(Edit::SetReply { encounter: mail, reply: Reply::Continuing });
    let (warm, deepened) = state(&world);
    assert!(warm > once && deepened);
    let steps = world.session.history().len();
    world = world.edit(Edit::SetReply { encounter: mail, reply: Reply::Continuing });
    assert_eq!(world.session.history().len(), steps, "the same again is no step");
    let label = world.session.undo().expect("a step").text(&Texts::new(Locale::En));
    assert_eq!(label, "note a reply of Mina");
    assert_eq!(state(&world).0, once);
}

#[test]
fn a_guest_of_others_has_a_record_and_thanks_follow_who_came() {
    let (world, id) = planned(0);
    let attended = Event { status: Attendance::Attended, ..event(&world, id) };
    let mut world = world.edit(Edit::ChangeEvent { event: Box::new(attended) });
    let jonas = world.find_or_add("Jonas");
    let set = |world: World, status| world.edit(Edit::SetParticipant { event: id, contact: jonas, status });
    let record = |world: &World| Record::of(world.session.book(), world.session.index(), jonas);
    world = set(world, Some(Attendance::Attended));
    assert_eq!(world.open("Jonas"), [(FollowUpKind::ThankYou, day(1))]);
    world = set(world, Some(Attendance::CancelledLate));
    assert_eq!(world.open("Jonas"), [], "whoever did not come is not thanked for coming");
    assert_eq!(record(&world).cancelled_late, 1);
    world = set(world, None);
    assert_eq!(record(&world).total(), 0);
}

proptest! {
    #![proptest_config(config(24))]

    /// Whatever the book says: the lines add up, points stay on the scale, no part of amends is there twice, and
    /// cancelling twice does no more than once.
    #[test]
    fn every_advice_adds_up(throws in prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 1..40)) {
        let mut session = crate::properties::story();
        for throws in &throws {
            let edit = draw_edit(&dice(throws), session.book());
            drop(session.commit(edit));
        }
        let later = today() + Days::new(400);
        let events: Vec<Event> = session.book().events.values().map(|event| Event::clone(event)).collect();
        for event in &events {
            for on in [today(), later, NaiveDate::MAX, NaiveDate::MIN] {
                let (book, index) = (session.book(), session.index());
                let series = Series::of(book, index, event, on);
                prop_assert!(series.events.contains(&event.id));
                prop_assert!(series.streak <= series.longest && series.longest <= series.events.len());
                let all = series.events.iter().filter_map(|id| book.get(*id)).map(|event| &**event);
                if let Advice::Judged(judged) = Advice::over(book, index, all, on) {
                    let sum: i32 = judged.lines.iter().map(|line| line.points).sum();
                    prop_assert_eq!(sum, judged.points);
                    prop_assert!((0..=100).contains(&judged.points), "{:?}", judged);
                    prop_assert_eq!(Wish::of_points(judged.points), judged.wish);
                }
            }
            let amends = amends_plan(event, Attendance::CancelledLate, today(), 14);
            let edit = Edit::CancelEvent { event: event.id, on: Some(today()), amends };
            prop_assert!(session.commit(edit.clone()).is_ok());
            let once = session.book().follow_ups.clone();
            prop_assert!(session.commit(edit).is_ok());
            prop_assert_eq!(&session.book().follow_ups, &once);
        }
    }
}
