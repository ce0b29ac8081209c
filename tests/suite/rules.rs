//! Rules of the domain that concern several records at once, told as stories.

use cardloom::edit::{Edit, EditError, Employment, NewCard};
use cardloom::model::*;
use chrono::{Days, NaiveDate};

use crate::world::{World, today};

fn day(offset: i64) -> NaiveDate {
    let days = Days::new(offset.unsigned_abs());
    if offset < 0 { today() - days } else { today() + days }
}

fn referral(world: &World) -> Id<Referral> {
    *world.session.book().referrals.keys().next().expect("the referral of the story")
}

#[test]
fn a_card_asks_for_thanks_tomorrow_and_a_look_after_thirty_days() {
    let world = World::new().contact("Aiko").met_at("RustConf");
    assert_eq!(world.open("Aiko"), [(FollowUpKind::ThankYou, day(1)), (FollowUpKind::Review, day(30))]);
}

#[test]
fn two_cards_of_one_person_are_one_thank_you() {
    let mut world = World::new().contact("Aiko").met_at("RustConf").met_at("RustConf");
    assert_eq!(world.open("Aiko"), [(FollowUpKind::ThankYou, day(1)), (FollowUpKind::Review, day(30))]);
    // The card that asked goes; the other one still deserves its thanks.
    let first = *world.session.book().cards.keys().next().expect("the first card");
    world = world.edit(Edit::RemoveCard { card: first });
    assert_eq!(world.open("Aiko"), [(FollowUpKind::ThankYou, day(1)), (FollowUpKind::Review, day(30))]);
}

#[test]
fn a_card_that_goes_back_into_the_pile_asks_for_nothing() {
    let mut world = World::new().contact("Aiko").met_at("RustConf");
    let card = *world.session.book().cards.keys().next().expect("the card");
    world = world.edit(Edit::UnfileCard { card });
    assert_eq!(world.open("Aiko"), []);
}

#[test]
fn a_wrong_day_that_is_corrected_loses_no_thank_you() {
    let mut world = World::new().contact("Aiko").met_at("RustConf");
    let card = *world.session.book().cards.keys().next().expect("the card");
    let received = |on| Edit::SetCard { card, field: cardloom::edit::CardField::ReceivedOn(Some(on)) };
    world = world.edit(received(day(-365)));
    assert_eq!(world.open("Aiko"), [], "an old box of cards is no guilt");
    world = world.edit(received(day(0)));
    assert_eq!(world.open("Aiko"), [(FollowUpKind::ThankYou, day(1)), (FollowUpKind::Review, day(30))]);
}

#[test]
fn the_last_day_of_the_calendar_is_a_day() {
    let received = NewCard { received_on: Some(NaiveDate::MAX), ..NewCard::default() };
    let contact = Box::new(Contact { name: PersonName::parse("Aiko"), ..Contact::default() });
    let world = World::new().edit(Edit::AddContact {
        contact,
        employment: Employment::default(),
        received: Some(received),
    });
    assert_eq!(world.session.book().follow_ups.len(), 2);
}

#[test]
fn an_e_mail_of_today_is_the_thank_you() {
    let world = World::new().contact("Aiko").met_at("RustConf").encounter(EncounterKind::Email, day(0));
    assert_eq!(world.open("Aiko"), [(FollowUpKind::Review, day(30))]);
    let book = world.session.book();
    assert!(book.encounters.values().all(|encounter| encounter.is_thank_you));
}

#[test]
fn an_owner_who_was_not_told_is_an_open_promise() {
    let mut world = World::new().contact("Aiko").passed_on_to("Jonas");
    let promise = [(FollowUpKind::TellOwner, day(1))];
    assert_eq!(world.open("Aiko"), promise);
    let id = referral(&world);
    let advance = |to| Edit::AdvanceReferral { referral: id, to };

    world = world.edit(advance(ReferralState::OwnerTold));
    assert_eq!(world.open("Aiko"), []);
    world = world.edit(advance(ReferralState::PassedOn));
    assert_eq!(world.open("Aiko"), promise, "the telling was taken back");
    world = world.edit(advance(ReferralState::Considered));
    assert_eq!(world.open("Aiko"), []);
    assert!(world.session.book().follow_ups.is_empty(), "nothing was told, so nothing is done");
    world = world.edit(advance(ReferralState::TheyMet));
    assert_eq!(world.open("Aiko"), promise, "they met, and the owner still does not know");
    world = world.edit(Edit::TellOwner { referral: id });
    assert_eq!(world.open("Aiko"), []);
}

#[test]
fn leaving_a_field_as_it_was_is_no_step() {
    let mut world = World::new().contact("Aiko").works_at("Hoshi");
    let steps = world.session.history().len();
    let contact = world.id("Aiko");
    let employment = Employment { organization: "Hoshi".to_owned(), ..Employment::default() };
    world.session.commit(Edit::Archive { contact, reason: String::new() }).expect("a known person");
    world.session.undo();
    let done = world.session.commit(Edit::SetEmployment { contact, employment }).expect("a known person");
    assert_eq!((done.label, world.session.history().len()), (None, steps));
    assert!(world.session.history().redo_label().is_some(), "what was undone can still be redone");
}

#[test]
fn nobody_is_left_without_anything_to_show() {
    let mut world = World::new();
    let employment = Employment { organization: "Hoshi".to_owned(), ..Employment::default() };
    world = world.edit(Edit::AddContact { contact: Box::default(), employment, received: None });
    let contact = *world.session.book().contacts.keys().next().expect("the person at Hoshi");
    let nothing = Edit::SetEmployment { contact, employment: Employment::default() };
    assert_eq!(world.session.commit(nothing).err(), Some(EditError::NameNeeded));
}

#[test]
fn an_event_never_replaces_another_one() {
    let mut world = World::new().contact("Aiko").met_at("RustConf");
    let first = world.session.book().events.values().next().expect("the event").clone();
    let event = Box::new(Event { title: "EuroRust".to_owned(), ..Event::clone(&first) });
    world = world.edit(Edit::AddEvent { event });
    assert_eq!(world.session.book().events.len(), 2);
    assert_eq!(world.session.book().events[&first.id].title, "RustConf");
}

#[test]
fn deleting_somebody_leaves_no_trace_but_in_the_trash() {
    let mut world = World::new()
        .contact("Aiko")
        .works_at("Hoshi")
        .met_at("RustConf")
        .in_circle("Berlin")
        .passed_on_to("Jonas")
        .introduced_to("Mina")
        .knows("Jonas")
        .encounter(EncounterKind::Call, day(0));
    let before = world.session.book().clone();
    world =
        world.edit(Edit::DeleteContact { contact: before.contacts.keys().next().copied().expect("Aiko") });
    let book = world.session.book();
    assert_eq!(book.dangling(), []);
    assert_eq!((book.contacts.len(), book.cards.len(), book.trash.len()), (2, 0, 1));
    assert_eq!((book.referrals.len(), book.introductions.len(), book.relationships.len()), (0, 0, 0));
    assert_eq!((book.encounters.len(), book.follow_ups.len()), (0, 0));
    world.session.undo();
    assert_eq!(world.session.book(), &before);
}

#[test]
fn letting_go_twice_still_comes_back_with_everything() {
    let mut world = World::new().contact("Aiko").met_at("RustConf");
    let contact = world.id("Aiko");
    let asked = world.open("Aiko");
    for reason in ["no time", "moved away"] {
        world = world.edit(Edit::Archive { contact, reason: reason.to_owned() });
    }
    assert_eq!(world.open("Aiko"), []);
    world = world.edit(Edit::Restore { contact });
    assert_eq!(world.open("Aiko"), asked);
}

#[test]
fn a_thousand_cards_come_in_at_once() {
    let attachments = (0..1_000_u32)
        .map(|number| {
            let mut hash = [7; 32];
            hash[..4].copy_from_slice(&number.to_be_bytes());
            Attachment { id: Attachment::id_of_hash(&hash), ..crate::world::image(0) }
        })
        .collect();
    let world = World::new().edit(Edit::AddCards {
        attachments,
        filing: cardloom::edit::Filing::Pile,
        event: None,
        exchange: Exchange::Unknown,
    });
    assert_eq!((world.session.book().cards.len(), world.session.history().len()), (1_000, 1));
}

/// Aiko, reviewed with this verdict; the review.
fn reviewed(verdict: Verdict) -> (World, Id<Review>) {
    let world = World::new().contact("Aiko").met_at("RustConf");
    let review = Review {
        contact: world.id("Aiko"),
        on: today(),
        verdict,
        reasons: vec![ReviewReason::SharedTopic, ReviewReason::Own("Rain".to_owned())],
        note: "Kind".to_owned(),
        ..Review::default()
    };
    let world = world.edit(Edit::Review { review: Box::new(review) });
    let id = *world.session.book().reviews.keys().next().expect("the review");
    (world, id)
}

#[test]
fn other_words_for_a_review_reach_what_was_planned_with_the_old_ones() {
    let deepen = Verdict::Deepen { next_step: "Cofee".to_owned(), due_on: day(3) };
    let (mut world, review) = reviewed(deepen);
    let change = |next_step: &str| Edit::ChangeReview {
        review,
        reasons: vec![ReviewReason::TheyReplied],
        note: "Kind and quick".to_owned(),
        next_step: next_step.to_owned(),
    };
    assert_eq!(world.session.commit(change("  ")).err(), Some(EditError::TextNeeded("next step")));
    let world = world.edit(change("Coffee"));
    let book = world.session.book();
    let changed = book.get(review).expect("the review");
    assert_eq!((changed.reasons.len(), changed.note.as_str()), (1, "Kind and quick"));
    assert_eq!(changed.verdict, Verdict::Deepen { next_step: "Coffee".to_owned(), due_on: day(3) });
    let planned: Vec<_> =
        book.follow_ups.values().filter(|it| it.reason == Reason::Verdict(review)).collect();
    assert_eq!((planned.len(), planned[0].about.as_str(), planned[0].due_on), (1, "Coffee", day(3)));
}

#[test]
fn a_review_that_is_removed_takes_its_open_step_along_and_leaves_the_archive_alone() {
    let (world, review) = reviewed(Verdict::Keep { review_on: day(90) });
    let world = world.edit(Edit::RemoveReview { review });
    assert!(world.session.book().reviews.is_empty() && world.session.book().dangling().is_empty());
    assert!(!world.open("Aiko").contains(&(FollowUpKind::Review, day(90))));

    let (world, review) = reviewed(Verdict::LetGo);
    let note = "Moved away".to_owned();
    let world = world.edit(Edit::ChangeReview { review, reasons: vec![], note, next_step: String::new() });
    let archived = |world: &World| {
        let contact = world.session.book().get(world.id("Aiko")).expect("Aiko");
        contact.archived.clone().map(|archived| archived.reason)
    };
    assert_eq!(archived(&world).as_deref(), Some("Moved away"));
    let world = world.edit(Edit::RemoveReview { review });
    assert_eq!(archived(&world).as_deref(), Some("Moved away"), "the verdict is taken back by Restore");
}

fn planned(world: World) -> (World, Id<Introduction>, [Id<Contact>; 2]) {
    let mut world = world;
    let sides = [world.find_or_add("Aiko"), world.find_or_add("Jonas")];
    let [a, b] = sides.map(Party::Contact);
    let plan = cardloom::edit::OptIn {
        introduction: Introduction { a, b, ..Introduction::default() },
        asks: [1, 3].map(|days| cardloom::edit::Ask { due_on: day(days), about: "May I?".to_owned() }),
        introduce_on: day(5),
    };
    let world = world.edit(Edit::PlanIntroduction { plan: Box::new(plan) });
    let id = *world.session.book().introductions.keys().next().expect("the introduction");
    (world, id, sides)
}

fn step(world: &World, id: Id<Introduction>, who: Option<Id<Contact>>) -> FollowUp {
    let mut all = world.session.book().follow_ups.values().filter(|it| match who {
        Some(who) => it.opt_in == Some(id) && it.contacts.contains(&who),
        None => it.kind == FollowUpKind::Introduce && it.reason == Reason::Introduction(id),
    });
    let found = all.next().expect("the step").as_ref().clone();
    assert!(all.next().is_none(), "one reason makes one");
    found
}

fn do_it(world: World, follow_up: &FollowUp) -> World {
    world.edit(Edit::CompleteFollowUp { follow_up: DueSource::Stored(follow_up.id), encounter: None })
}

fn says(world: World, ask: &FollowUp, agrees: bool) -> World {
    world.edit(Edit::AnswerAsk { follow_up: ask.id, agrees, reason: String::new() })
}

#[test]
fn each_step_of_an_introduction_asks_for_the_next() {
    let (mut world, id, [aiko, jonas]) = planned(World::new());
    let state = |world: &World| world.session.book().get(id).expect("it").state;
    assert_eq!(world.open("Aiko"), [(FollowUpKind::Message, day(1)), (FollowUpKind::Introduce, day(5))]);
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(3)), (FollowUpKind::Introduce, day(5))]);
    let ask = step(&world, id, Some(aiko));
    world = says(world, &ask, true);
    assert_eq!(state(&world), IntroductionState::AskedOne);
    assert_eq!(step(&world, id, Some(jonas)).due_on, today(), "Aiko agreed: it is Jonas' turn");
    let ask = step(&world, id, Some(jonas));
    world = says(world, &ask, true);
    assert_eq!(state(&world), IntroductionState::BothAgreed);
    assert_eq!(step(&world, id, None).due_on, today());
    let introduce = step(&world, id, None);
    world = do_it(world, &introduce);
    assert_eq!(state(&world), IntroductionState::Made);
    assert_eq!(
        world.open("Aiko"),
        [(FollowUpKind::Message, day(14))],
        "asked after two weeks what became of it"
    );
    // Planned again, it is another introduction: this one is made.
    let (world, ..) = planned(world);
    assert_eq!(world.session.book().introductions.len(), 2);
}

#[test]
fn planning_an_introduction_is_one_step_and_planning_it_twice_is_once() {
    let (mut world, ..) = planned(World::new());
    let follow_ups = world.session.book().follow_ups.len();
    (world, ..) = planned(world);
    assert_eq!((follow_ups, world.session.book().follow_ups.len()), (3, 3));
    assert_eq!(world.session.book().introductions.len(), 1);
    let mut world = World::new();
    world.find_or_add("Aiko");
    world.find_or_add("Jonas");
    let before = world.session.book().clone();
    let (mut world, ..) = planned(world);
    world.session.undo();
    assert_eq!(world.session.book(), &before);
}

#[test]
fn who_does_not_want_an_introduction_ends_it_and_a_letter_alone_is_no_answer() {
    let (mut world, id, [aiko, jonas]) = planned(World::new());
    world = world.contact("Aiko").encounter(EncounterKind::Email, today());
    assert!(step(&world, id, Some(aiko)).is_open(), "to be in touch is not to have agreed");
    let ask = step(&world, id, Some(aiko));
    world = says(world, &ask, false);
    let ended = world.session.book().get(id).expect("it").clone();
    assert_eq!((ended.state, ended.is_made()), (IntroductionState::CameToNothing, false));
    assert_eq!((world.open("Aiko"), world.open("Jonas")), (vec![], vec![]));
    let theirs = step(&world, id, Some(jonas));
    assert_eq!((theirs.answer(), theirs.was_asked()), (None, false), "Jonas was not asked and said nothing");
    let (mut world, id, _) = planned(World::new());
    world = world.edit(Edit::RemoveIntroduction { introduction: id });
    assert_eq!((world.open("Aiko"), world.open("Jonas")), (vec![], vec![]));
}

#[test]
fn to_have_asked_is_no_yes_and_to_give_up_is_no_no() {
    let (mut world, id, [aiko, jonas]) = planned(World::new());
    let state = |world: &World| world.session.book().get(id).map(|it| it.state);
    // "Done" on the ask: Aiko was asked.
    let ask = step(&world, id, Some(aiko));
    world = do_it(world, &ask);
    let asked = step(&world, id, Some(aiko));
    assert_eq!((asked.asked_on, asked.due_on, asked.answer()), (Some(today()), day(7), None));
    assert_eq!(state(&world), Some(IntroductionState::Promised), "nobody agreed");
    assert_eq!(step(&world, id, Some(jonas)).due_on, day(3));
    // So was who is asked by the meeting that is logged with it.
    let met = Encounter { contacts: [jonas].into(), on: today(), ..Encounter::default() };
    let follow_up = DueSource::Stored(step(&world, id, Some(jonas)).id);
    world = world.edit(Edit::CompleteFollowUp { follow_up, encounter: Some(Box::new(met)) });
    let theirs = step(&world, id, Some(jonas));
    assert_eq!((theirs.asked_on, theirs.answer()), (Some(today()), None));
    assert_eq!(world.session.book().encounters.len(), 1);
    // Given up: Aiko said nothing, and may still hear that nothing comes of it.
    let before = world.session.book().clone();
    let give_up = |follow_up: &FollowUp| Edit::DropFollowUp {
        follow_up: follow_up.id.into(),
        reason: "no time".to_owned(),
    };
    let ask = step(&world, id, Some(aiko));
    world = world.edit(give_up(&ask));
    let gone = step(&world, id, Some(aiko));
    assert_eq!((gone.answer(), gone.was_asked()), (None, true));
    assert_eq!(state(&world), Some(IntroductionState::CameToNothing));
    assert!(!world.session.book().get(id).expect("it").is_made());
    assert_eq!((world.open("Aiko"), world.open("Jonas")), (vec![], vec![]));
    world.session.undo();
    assert_eq!(world.session.book(), &before);
    // A plan of which nobody has heard leaves nothing behind but the reason.
    let (mut world, id, [aiko, _]) = planned(World::new());
    let ask = step(&world, id, Some(aiko));
    world = world.edit(give_up(&ask));
    let book = world.session.book();
    assert_eq!((book.introductions.len(), book.dangling().len()), (0, 0));
    assert_eq!((world.open("Aiko"), world.open("Jonas")), (vec![], vec![]));
    let kept = book.get(ask.id).expect("the reminder");
    assert!(matches!(&kept.state, FollowUpState::Dropped { reason, .. } if reason == "no time"));
    assert_eq!((kept.opt_in, kept.answer()), (None, None));
    let label = world.session.undo().expect("a step");
    let texts = cardloom::text::Texts::new(cardloom::text::Locale::En);
    assert_eq!(label.text(&texts), "take back the plan to introduce Aiko and Jonas");
}

#[test]
fn a_no_that_is_opened_again_opens_the_whole_plan() {
    let (mut world, id, [aiko, jonas]) = planned(World::new());
    let state = |world: &World| world.session.book().get(id).expect("it").state;
    let ask = step(&world, id, Some(aiko));
    world = says(world, &ask, false);
    world = world.edit(Edit::ReopenFollowUp { follow_up: ask.id });
    assert_eq!(state(&world), IntroductionState::Promised);
    assert!(step(&world, id, Some(aiko)).is_open() && step(&world, id, Some(jonas)).is_open());
    assert!(step(&world, id, None).is_open(), "introducing them is promised again");
    world = says(world, &ask, true);
    assert_eq!(state(&world), IntroductionState::AskedOne, "her yes counts");
    // A yes that is taken back.
    world = world.edit(Edit::ReopenFollowUp { follow_up: ask.id });
    assert_eq!(state(&world), IntroductionState::Promised);
    // Two who say no: one of them thinking again is not enough.
    let theirs = step(&world, id, Some(jonas));
    world = says(says(world, &ask, false), &theirs, false);
    world = world.edit(Edit::ReopenFollowUp { follow_up: ask.id });
    assert_eq!(state(&world), IntroductionState::CameToNothing);
    world = world.edit(Edit::ReopenFollowUp { follow_up: theirs.id });
    assert_eq!(state(&world), IntroductionState::Promised);
    // Planned again in the ledger.
    world = says(world, &ask, false);
    let old = world.session.book().get(id).expect("it").as_ref().clone();
    let again = Introduction { state: IntroductionState::Promised, ..old };
    world = world.edit(Edit::ChangeIntroduction { introduction: Box::new(again) });
    assert!(step(&world, id, Some(aiko)).is_open() && step(&world, id, Some(jonas)).is_open());
    assert!(!world.session.book().get(id).expect("it").never_made);
}

#[test]
fn books_from_before_the_word_for_it_know_a_refusal_from_who_said_no() {
    let (world, id, [aiko, _]) = planned(World::new());
    let mut book = Book::clone(world.session.book());
    let mut old = step(&world, id, Some(aiko));
    old.state = FollowUpState::Dropped { on: today(), reason: String::new() };
    let ask = old.id;
    FollowUp::table_mut(&mut book).insert(ask, std::sync::Arc::new(old));
    let mut introduction = book.get(id).expect("it").as_ref().clone();
    introduction.state = IntroductionState::CameToNothing;
    Introduction::table_mut(&mut book).insert(id, std::sync::Arc::new(introduction));
    let stamp = cardloom::edit::Stamp::new(chrono::DateTime::default(), today(), 77);
    let reopened = Edit::ReopenFollowUp { follow_up: ask }.carry_out(&book, stamp).expect("an edit");
    reopened.apply(&mut book);
    assert_eq!(book.get(id).expect("it").state, IntroductionState::Promised);
}

#[test]
fn an_introduction_made_by_hand_has_the_day_on_which_it_was_made() {
    let (mut world, id, _) = planned(World::new());
    let old = world.session.book().get(id).expect("it").as_ref().clone();
    let planned_on = old.on.expect("a day");
    let set = |old: &Introduction, state, on| {
        let introduction = Box::new(Introduction { state, on, ..old.clone() });
        Edit::ChangeIntroduction { introduction }
    };
    // Planned some time ago.
    let earlier = Some(day(-24));
    world = world.edit(set(&old, old.state, earlier));
    let old = world.session.book().get(id).expect("it").as_ref().clone();
    world = world.edit(set(&old, IntroductionState::Made, old.on));
    let made = world.session.book().get(id).expect("it").as_ref().clone();
    assert_eq!((made.on, planned_on), (Some(today()), today()));
    assert_eq!(world.open("Aiko"), [(FollowUpKind::Message, day(14))], "asked what became of it");
    world.session.undo();
    world = world.edit(set(&old, IntroductionState::TheyMet, Some(day(-3))));
    assert_eq!(world.session.book().get(id).expect("it").on, Some(day(-3)), "another day may be said");
    let met = world.session.book().get(id).expect("it").as_ref().clone();
    world = world.edit(set(&met, IntroductionState::CameToNothing, met.on));
    let nothing = world.session.book().get(id).expect("it");
    assert_eq!((nothing.on, nothing.is_made()), (Some(day(-3)), true), "it was made");
}

#[test]
fn an_introduction_whose_state_is_set_by_hand_takes_its_steps_along() {
    for (state, left) in [
        (IntroductionState::AskedOne, vec![(FollowUpKind::Introduce, day(5))]),
        (IntroductionState::BothAgreed, vec![(FollowUpKind::Introduce, today())]),
        (IntroductionState::Made, vec![(FollowUpKind::Message, day(14))]),
        (IntroductionState::CameToNothing, vec![]),
    ] {
        let (mut world, id, _) = planned(World::new());
        let old = world.session.book().get(id).expect("it").as_ref().clone();
        let introduction = Box::new(Introduction { state, on: Some(today()), ..old });
        world = world.edit(Edit::ChangeIntroduction { introduction });
        assert_eq!(world.open("Aiko"), left, "{state:?}");
    }
}
