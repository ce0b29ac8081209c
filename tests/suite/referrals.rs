//! What a referral asks for: telling the owner, asking how it went, thanking for a lead; and what is refused.

use cardloom::edit::{Edit, EditError};
use cardloom::model::*;
use chrono::{Days, NaiveDate};

use crate::world::{World, today};

fn day(days: i64) -> NaiveDate {
    today() + chrono::Duration::days(days)
}

/// Aiko's card, passed on to Jonas, who is to be asked how it went.
fn passed_on(state: ReferralState) -> (World, Id<Referral>) {
    let mut world = World::new().contact("Aiko");
    let (subject, recipient) = (world.id("Aiko"), Party::Contact(world.find_or_add("Jonas")));
    let referral = Referral { subject, recipient, state, asks_how: true, ..Referral::default() };
    let world = world.edit(Edit::PassOn { referral: Box::new(referral), paper: false });
    let id = *world.session.book().referrals.keys().next().expect("it");
    (world, id)
}

fn open(world: &World, name: &str) -> Vec<FollowUp> {
    let id = world.id(name);
    let all = world.session.book().follow_ups.values();
    all.filter(|it| it.is_open() && it.contacts.contains(&id)).map(|it| it.as_ref().clone()).collect()
}

fn done(world: World, follow_up: &FollowUp) -> World {
    world.edit(Edit::CompleteFollowUp { follow_up: follow_up.id.into(), encounter: None })
}

#[test]
fn the_recipient_is_asked_how_it_went_and_once_more() {
    let (world, id) = passed_on(ReferralState::PassedOn);
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(14))]);
    assert_eq!(world.open("Aiko"), [(FollowUpKind::TellOwner, day(1))]);
    let ask = open(&world, "Jonas").remove(0);
    assert_eq!(ask.rule(), Some(Rule::AskAfter));
    let world = done(world, &ask);
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Other, day(14))], "by another way: there is no number");
    let again = open(&world, "Jonas").remove(0);
    let world = done(world, &again);
    assert_eq!(world.open("Jonas"), [], "twice is enough");
    // When the state moves on, it is known.
    let (world, other) = passed_on(ReferralState::PassedOn);
    let world = world.edit(Edit::AdvanceReferral { referral: other, to: ReferralState::TheyMet });
    assert_eq!(world.open("Jonas"), []);
    let mut world = world.edit(Edit::AdvanceReferral { referral: other, to: ReferralState::PassedOn });
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(1))], "it went back: asked soon");
    world.session.undo();
    assert_eq!(world.open("Jonas"), []);
    let _ = id;
}

#[test]
fn meeting_the_recipient_is_not_having_asked() {
    let (world, _) = passed_on(ReferralState::PassedOn);
    let world = world.contact("Jonas").encounter(EncounterKind::InPerson, today());
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(14))]);
}

#[test]
fn whoever_only_thinks_of_it_asks_for_nothing_yet() {
    let (world, id) = passed_on(ReferralState::Considered);
    assert_eq!((world.open("Aiko"), world.open("Jonas")), (vec![], vec![]));
    let world = world.edit(Edit::AdvanceReferral { referral: id, to: ReferralState::PassedOn });
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(14))]);
    // The rule takes back what it made, and makes it again.
    let off = |is_off| RuleSetting { is_off, days: None };
    let world = world.edit(Edit::SetRule { rule: Rule::AskAfter, setting: off(true) });
    assert_eq!(world.open("Jonas"), []);
    let world = world.edit(Edit::SetRule { rule: Rule::AskAfter, setting: off(false) });
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(14))]);
    let world = world.edit(Edit::RemoveReferral { referral: id });
    assert_eq!((world.open("Aiko"), world.open("Jonas")), (vec![], vec![]));
}

#[test]
fn a_lead_is_thanked_for_and_its_giver_hears_what_came_of_it() {
    let mut world = World::new().contact("Jonas");
    let giver = Party::Contact(world.find_or_add("Jonas"));
    let lead = Referral { giver, need_text: "glass".to_owned(), ..Referral::default() };
    let newcomer = Some(PersonName::parse("Ines Albrecht"));
    let world = world.edit(Edit::ReceiveLead { lead: Box::new(lead), newcomer });
    let book = world.session.book();
    let lead = book.referrals.values().next().expect("the lead").as_ref().clone();
    let ines = book.get(lead.subject).expect("a new person");
    assert!(ines.only_mentioned && ines.display_name() == "Ines Albrecht");
    assert_eq!(lead.course(), ReferralState::OF_LEAD);
    assert_eq!(world.open("Jonas"), [(FollowUpKind::ThankYou, day(1))]);
    let thanks = open(&world, "Jonas").remove(0);
    let world = done(world, &thanks);
    let world = world.edit(Edit::AdvanceReferral { referral: lead.id, to: ReferralState::Outcome });
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(1))], "tell what came of it");
    let tell = open(&world, "Jonas").remove(0);
    let mut world = done(world, &tell);
    let state = |world: &World| world.session.book().get(lead.id).expect("it").state;
    assert_eq!(state(&world), ReferralState::Thanked);
    world.session.undo();
    assert_eq!(state(&world), ReferralState::Outcome);
    let nameless = Edit::ReceiveLead { lead: Box::new(lead), newcomer: Some(PersonName::default()) };
    assert_eq!(world.session.commit(nameless).err(), Some(EditError::NameNeeded));
}

#[test]
fn days_before_the_referral_are_refused() {
    let (mut world, id) = passed_on(ReferralState::PassedOn);
    let record = world.session.book().get(id).expect("it").as_ref().clone();
    let change = |referral: Referral| Edit::ChangeReferral { referral: Box::new(referral) };
    let told = Referral { owner_told_on: Some(day(-1)), ..record.clone() };
    assert_eq!(world.session.commit(change(told)).err(), Some(EditError::DayBeforeReferral));
    let mut steps = record.steps.clone();
    steps.push(ReferralStep { state: ReferralState::TheyMet, on: day(-3) });
    let backwards = Referral { steps, state: ReferralState::TheyMet, ..record.clone() };
    assert_eq!(world.session.commit(change(backwards)).err(), Some(EditError::DayBeforeReferral));
    // A step that lies ahead keeps the next one from being before it.
    let ahead = vec![ReferralStep { state: ReferralState::PassedOn, on: day(9) }];
    let world = world.edit(change(Referral { steps: ahead, ..record }));
    let world = world.edit(Edit::AdvanceReferral { referral: id, to: ReferralState::TheyMet });
    let steps = &world.session.book().get(id).expect("it").steps;
    assert!(steps.windows(2).all(|pair| pair[0].on <= pair[1].on), "{steps:?}");
}

#[test]
fn money_that_is_none_is_refused_and_what_stood_there_before_may_stay() {
    let (mut world, id) = passed_on(ReferralState::PassedOn);
    let record = world.session.book().get(id).expect("it").as_ref().clone();
    let with = |minor, currency: &str, note: &str| {
        let value = Some(Money { minor, currency: currency.to_owned() });
        let outcome = Some(Outcome { kind: OutcomeKind::LedToWork, value, note: note.to_owned() });
        Edit::ChangeReferral { referral: Box::new(Referral { outcome, ..record.clone() }) }
    };
    for (minor, currency) in [(-1, "EUR"), (100, "XXQ"), (100, "eur"), (100, "")] {
        assert_eq!(world.session.commit(with(minor, currency, "")).err(), Some(EditError::NoAmount));
    }
    world.session.commit(with(i64::MAX, "EUR", "much")).expect("an amount");
    // A book from elsewhere may say anything; the rest of the record can still be changed.
    let mut odd = Book::clone(world.session.book());
    let mut referral = odd.get(id).expect("it").as_ref().clone();
    referral.outcome = Some(Outcome {
        value: Some(Money { minor: -5, currency: "SHELLS".to_owned() }),
        ..Outcome::default()
    });
    Referral::table_mut(&mut odd).insert(id, std::sync::Arc::new(referral.clone()));
    let stamp = cardloom::edit::Stamp::new(chrono::DateTime::default(), today(), 77);
    let changed = Referral { comment: "Calm".to_owned(), ..referral };
    assert!(Edit::ChangeReferral { referral: Box::new(changed) }.carry_out(&odd, stamp).is_ok());
}

#[test]
fn nobody_is_passed_on_to_themselves_and_what_is_gone_stays_gone() {
    let (mut world, id) = passed_on(ReferralState::PassedOn);
    let aiko = world.id("Aiko");
    let own = Referral { subject: aiko, recipient: Party::Contact(aiko), ..Referral::default() };
    let refused = world.session.commit(Edit::PassOn { referral: Box::new(own), paper: false }).err();
    assert_eq!(refused, Some(EditError::SamePerson));
    // Letting somebody go drops what asks them; taking back opens it.
    let jonas = world.id("Jonas");
    let world = world.edit(Edit::Archive { contact: jonas, reason: String::new() });
    assert_eq!(world.open("Jonas"), []);
    let mut world = world.edit(Edit::DeleteContact { contact: aiko });
    assert!(world.session.book().referrals.is_empty() && world.session.book().dangling().is_empty());
    let told = world.session.commit(Edit::TellOwner { referral: id }).err();
    assert_eq!(told, Some(EditError::Missing(RecordRef::Referral(id))));
    world.session.undo();
    // One person of the two: the referral would lead from the person to themselves, and goes.
    let merged = Edit::MergeContacts { keep: aiko, away: jonas, choices: cardloom::edit::Choices::default() };
    let world = world.edit(merged);
    assert!(world.session.book().referrals.is_empty() && world.session.book().dangling().is_empty());
}

#[test]
fn a_side_that_was_asked_is_asked_for_an_answer_a_week_later() {
    let mut world = World::new().contact("Aiko");
    let [a, b] = ["Aiko", "Jonas"].map(|name| Party::Contact(world.find_or_add(name)));
    let plan = cardloom::edit::OptIn {
        introduction: Introduction { a, b, ..Introduction::default() },
        asks: [0, 2].map(|days| cardloom::edit::Ask {
            due_on: today() + Days::new(days),
            about: "May I?".to_owned(),
        }),
        introduce_on: day(4),
    };
    let world = world.edit(Edit::PlanIntroduction { plan: Box::new(plan) });
    let ask = open(&world, "Aiko").into_iter().find(|it| it.opt_in.is_some()).expect("an ask");
    let letter = Encounter {
        kind: EncounterKind::Email,
        on: today(),
        contacts: ask.contacts.clone(),
        ..Encounter::default()
    };
    let mut world = world.edit(Edit::AskSide { follow_up: ask.id, letter: Some(Box::new(letter)) });
    let asked = world.session.book().get(ask.id).expect("it").as_ref().clone();
    assert_eq!((asked.asked_on, asked.due_on, asked.is_open()), (Some(today()), day(7), true));
    assert_eq!(world.session.book().encounters.len(), 1);
    world.session.undo();
    assert_eq!(world.session.book().get(ask.id).map(|it| it.as_ref().clone()), Some(ask.clone()));
    let introduce = open(&world, "Aiko").into_iter().find(|it| it.opt_in.is_none()).expect("the promise");
    assert!(world.session.commit(Edit::AskSide { follow_up: introduce.id, letter: None }).is_err());
}

/// A lead of Jonas' that I received on a day.
fn lead(received: NaiveDate) -> (World, Id<Referral>) {
    let mut world = World::new().contact("Jonas");
    let giver = Party::Contact(world.find_or_add("Jonas"));
    let steps = vec![ReferralStep { state: ReferralState::PassedOn, on: received }];
    let lead = Referral { giver, steps, ..Referral::default() };
    let newcomer = Some(PersonName::parse("Ines Albrecht"));
    let world = world.edit(Edit::ReceiveLead { lead: Box::new(lead), newcomer });
    let id = *world.session.book().referrals.keys().next().expect("it");
    (world, id)
}

#[test]
fn what_is_recorded_late_is_promised_for_today() {
    let (world, id) = lead(day(-3));
    assert_eq!(
        world.open("Jonas"),
        [(FollowUpKind::ThankYou, today())],
        "a lead of Friday, written on Monday"
    );
    // What came of it some time ago is told today.
    let record = world.session.book().get(id).expect("it").as_ref().clone();
    let mut steps = record.steps.clone();
    steps.push(ReferralStep { state: ReferralState::Outcome, on: day(-2) });
    let ended = Referral { steps, state: ReferralState::Outcome, ..record };
    let world = world.edit(Edit::ChangeReferral { referral: Box::new(ended) });
    assert_eq!(world.open("Jonas"), [(FollowUpKind::ThankYou, today()), (FollowUpKind::Message, today())]);
    // Another word about it promises nothing anew.
    let gone: Vec<_> = open(&world, "Jonas");
    let mut world = world;
    for follow_up in gone {
        world = world.edit(Edit::RemoveFollowUp { follow_up: follow_up.id });
    }
    let record = world.session.book().get(id).expect("it").as_ref().clone();
    let changed = Referral { comment: "Calm".to_owned(), ..record };
    let world = world.edit(Edit::ChangeReferral { referral: Box::new(changed) });
    assert_eq!(world.open("Jonas"), []);
    // A rule that is switched on again asks for nothing that is over.
    let set = |is_off| Edit::SetRule { rule: Rule::ThankYou, setting: RuleSetting { is_off, days: None } };
    let (world, _) = lead(day(-3));
    let world = world.edit(set(true)).edit(set(false));
    assert_eq!(world.open("Jonas"), []);

    let mut world = World::new().contact("Aiko");
    let (subject, recipient) = (world.id("Aiko"), Party::Contact(world.find_or_add("Jonas")));
    let steps = vec![ReferralStep { state: ReferralState::PassedOn, on: day(-21) }];
    let passed = Referral { subject, recipient, steps, asks_how: true, ..Referral::default() };
    let passed = Referral { state: ReferralState::PassedOn, ..passed };
    let world = world.edit(Edit::PassOn { referral: Box::new(passed), paper: false });
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, today())], "how did it go, three weeks ago?");
}

#[test]
fn logging_the_message_is_telling_them() {
    let end = |how: fn(World, FollowUp) -> World| {
        let (world, id) = lead(today());
        let thanks = open(&world, "Jonas").remove(0);
        let world = done(world, &thanks);
        let world = world.edit(Edit::AdvanceReferral { referral: id, to: ReferralState::Outcome });
        let tell = open(&world, "Jonas").remove(0);
        let world = how(world, tell);
        let record = world.session.book().get(id).expect("it").clone();
        (record.state, record.steps.clone(), world.open("Jonas"))
    };
    let completed = end(|world, tell| done(world, &tell));
    let logged = end(|world, tell| {
        let kind = EncounterKind::Email;
        let mail = Encounter { kind, on: today(), contacts: tell.contacts, ..Encounter::default() };
        world.edit(Edit::LogEncounter { encounter: Box::new(mail) })
    });
    assert_eq!(completed.0, ReferralState::Thanked);
    assert_eq!(completed, logged);
}

#[test]
fn what_was_said_on_another_day_counts_from_that_day() {
    let (world, id) = lead(day(-6));
    let thanks = open(&world, "Jonas").remove(0);
    let world = done(world, &thanks);
    let world = world.edit(Edit::AdvanceReferral { referral: id, to: ReferralState::Outcome });
    let mut record = world.session.book().get(id).expect("it").as_ref().clone();
    record.steps.last_mut().expect("a step").on = day(-4);
    let world = world.edit(Edit::ChangeReferral { referral: Box::new(record) });
    let tell = open(&world, "Jonas").remove(0);
    // Put down before the mail was written, which is noted a day late.
    let mut older = tell.clone();
    older.created_at -= chrono::Duration::days(3);
    let world = world.edit(Edit::ChangeFollowUp { follow_up: Box::new(older) });
    let mail = Encounter {
        kind: EncounterKind::Email,
        on: day(-1),
        contacts: tell.contacts,
        ..Encounter::default()
    };
    let world = world.edit(Edit::LogEncounter { encounter: Box::new(mail) });
    let record = world.session.book().get(id).expect("it");
    let last = record.steps.last().copied();
    assert_eq!(last, Some(ReferralStep { state: ReferralState::Thanked, on: day(-1) }));
    let closed = world.session.book().get(tell.id).expect("it").state.clone();
    assert!(matches!(closed, FollowUpState::Done { on, .. } if on == day(-1)), "{closed:?}");
}

#[test]
fn asking_that_is_taken_back_is_asked_once() {
    let (world, _) = passed_on(ReferralState::PassedOn);
    let ask = open(&world, "Jonas").remove(0);
    let world = done(world, &ask);
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Other, day(14))]);
    let world = world.edit(Edit::ReopenFollowUp { follow_up: ask.id });
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Message, day(14))], "not twice at once");
    let world = done(world, &ask);
    assert_eq!(world.open("Jonas"), [(FollowUpKind::Other, day(14))], "and the second after it again");
}

#[test]
fn telling_that_is_taken_back_takes_the_state_along() {
    let (world, id) = lead(today());
    let world = world.edit(Edit::AdvanceReferral { referral: id, to: ReferralState::Outcome });
    let tell = open(&world, "Jonas").into_iter().find(|it| it.kind == FollowUpKind::Message).expect("it");
    let world = done(world, &tell);
    let state = |world: &World| world.session.book().get(id).expect("it").state;
    assert_eq!(state(&world), ReferralState::Thanked);
    let world = world.edit(Edit::ReopenFollowUp { follow_up: tell.id });
    assert_eq!(state(&world), ReferralState::Outcome);
    assert!(open(&world, "Jonas").iter().any(|it| it.id == tell.id));

    let (world, id) = passed_on(ReferralState::PassedOn);
    let tell = open(&world, "Aiko").remove(0);
    let world = done(world, &tell);
    assert!(world.session.book().get(id).expect("it").owner_told_on.is_some());
    let world = world.edit(Edit::ReopenFollowUp { follow_up: tell.id });
    let record = world.session.book().get(id).expect("it");
    assert_eq!((record.owner_told_on, record.state), (None, ReferralState::PassedOn));
    assert_eq!(open(&world, "Aiko").len(), 1);
}

#[test]
fn early_thanks_that_are_taken_back_leave_a_lead_thanked() {
    let by = |world: &World, kind| open(world, "Jonas").into_iter().find(|it| it.kind == kind).expect("it");
    // Thanked at once, told later what came of it: the message made it a thanked one.
    let (world, id) = lead(today());
    let state = |world: &World| world.session.book().get(id).expect("it").state;
    let thanks = by(&world, FollowUpKind::ThankYou);
    let world = done(world, &thanks);
    let world = world.edit(Edit::AdvanceReferral { referral: id, to: ReferralState::Outcome });
    let tell = by(&world, FollowUpKind::Message);
    let world = done(world, &tell);
    let world = world.edit(Edit::ReopenFollowUp { follow_up: thanks.id });
    assert_eq!(state(&world), ReferralState::Thanked);
    assert_eq!(world.open("Jonas").len(), 1, "the thanks alone");
    let world = world.edit(Edit::ReopenFollowUp { follow_up: tell.id });
    assert_eq!(state(&world), ReferralState::Outcome, "the message takes it back");

    // Thanks for what came of it: without them it was not told, and that is to be done again.
    let (world, id) = lead(today());
    let state = |world: &World| world.session.book().get(id).expect("it").state;
    let world = world.edit(Edit::AdvanceReferral { referral: id, to: ReferralState::Outcome });
    let thanks = by(&world, FollowUpKind::ThankYou);
    let world = done(world, &thanks);
    assert_eq!((state(&world), world.open("Jonas").len()), (ReferralState::Thanked, 0));
    let world = world.edit(Edit::ReopenFollowUp { follow_up: thanks.id });
    assert_eq!(state(&world), ReferralState::Outcome);
    by(&world, FollowUpKind::ThankYou);
    by(&world, FollowUpKind::Message);
}

#[test]
fn what_was_considered_goes_on_and_keeps_its_day() {
    let (world, id) = passed_on(ReferralState::Considered);
    let (subject, jonas) = (world.id("Aiko"), world.id("Jonas"));
    assert!(open(&world, "Aiko").is_empty());
    let passed = |steps: Vec<ReferralStep>, recipient| Referral {
        subject,
        recipient,
        need_text: "glue".to_owned(),
        comment: "Knows every glue".to_owned(),
        state: ReferralState::PassedOn,
        steps,
        ..Referral::default()
    };
    let on = |state, days| ReferralStep { state, on: day(days) };
    let edit = |referral| Edit::PassOn { referral: Box::new(referral), paper: false };
    let to_jonas = Party::Contact(jonas);
    let before = world.session.book().clone();
    let mut world = world.edit(edit(passed(vec![on(ReferralState::PassedOn, 0)], to_jonas)));
    let book = world.session.book();
    assert_eq!(book.referrals.len(), 1);
    let referral = &book.referrals[&id];
    assert_eq!((referral.comment.as_str(), referral.need_text.as_str()), ("Knows every glue", "glue"));
    assert_eq!(referral.created_at, before.referrals[&id].created_at);
    assert_eq!(
        referral.steps,
        [on(ReferralState::Considered, 0), on(ReferralState::PassedOn, 0)],
        "the day on which it was thought of stays"
    );
    assert_eq!(open(&world, "Aiko").len(), 1, "telling the owner is promised");
    world.session.undo().expect("a step");
    assert_eq!(world.session.book(), &before, "one step");
    // To somebody else it is another one; and what went on is not considered any more.
    let mina = world.find_or_add("Mina");
    let world = world.edit(edit(passed(Vec::new(), Party::Contact(mina))));
    let world = world.edit(edit(passed(Vec::new(), to_jonas)));
    let world = world.edit(edit(passed(Vec::new(), to_jonas)));
    assert_eq!(world.session.book().referrals.len(), 3);
}

#[test]
fn a_day_that_was_dated_ahead_is_not_after_what_follows() {
    let mut world = World::new().contact("Aiko");
    let (subject, recipient) = (world.id("Aiko"), Party::Contact(world.find_or_add("Jonas")));
    let step = |state, days| ReferralStep { state, on: day(days) };
    let edit = |state, steps| Edit::PassOn {
        referral: Box::new(Referral { subject, recipient, state, steps, ..Referral::default() }),
        paper: false,
    };
    let world = world
        .edit(edit(ReferralState::Considered, vec![step(ReferralState::Considered, 3)]))
        .edit(edit(ReferralState::PassedOn, vec![step(ReferralState::PassedOn, 0)]));
    let referral = world.session.book().referrals.values().next().expect("it");
    assert_eq!(referral.steps, [step(ReferralState::Considered, 3), step(ReferralState::PassedOn, 3)]);
}

fn consent(what: &str, days: i64) -> Consent {
    Consent { what: what.to_owned(), on: day(days) }
}

#[test]
fn what_was_agreed_can_be_taken_back() {
    let mut world = World::new().contact("Aiko");
    let (aiko, jonas) = (world.id("Aiko"), world.find_or_add("Jonas"));
    let passed = |agreed, consents| Referral {
        subject: aiko,
        recipient: Party::Contact(jonas),
        state: ReferralState::PassedOn,
        agreed,
        agreed_on: Some(day(-9)),
        consents,
        ..Referral::default()
    };
    let edit = |referral| Edit::PassOn { referral: Box::new(referral), paper: false };
    let (mail, phone) = ("mail:aiko@example.com", "phone:+49 30 123456");
    let a = Party::Contact(aiko);
    let introduction = Introduction { a, b: Party::Contact(jonas), ..Introduction::default() };
    let mut world = world
        .edit(edit(passed(vec![consent(mail, -2), consent(phone, -1)], Vec::new())))
        .edit(edit(passed(Vec::new(), vec![mail.to_owned()])))
        .edit(Edit::AddIntroduction { introduction: Box::new(introduction) });
    let introduction = *world.session.book().introductions.keys().next().expect("it");
    let owner = aiko;
    world = world.edit(Edit::Agree { introduction, owner, what: mail.to_owned() });
    let keys = |world: &World, subject, to| {
        let agreed = cardloom::exchange::share::agreed(world.session.book(), subject, to);
        agreed.into_iter().map(|it| (it.key, it.on)).collect::<Vec<_>>()
    };
    let both = [(mail.to_owned(), Some(day(-9))), (phone.to_owned(), Some(day(-1)))];
    assert_eq!(keys(&world, aiko, jonas), both, "each with its own, first day");
    assert_eq!(keys(&world, jonas, aiko), [], "not the other way");
    let before = world.session.book().clone();
    let mut world = world.edit(Edit::Withhold { owner, from: jonas, what: vec![mail.to_owned()] });
    assert_eq!(keys(&world, aiko, jonas), both[1..]);
    assert!(world.session.book().introductions[&introduction].agreed_a.is_empty());
    world.session.undo().expect("a step");
    assert_eq!(world.session.book(), &before);
    let wrong = Edit::Agree { introduction, owner: Id::new(99), what: mail.to_owned() };
    assert_eq!(world.session.commit(wrong).err(), Some(EditError::PersonNeeded));
}

#[test]
fn what_was_agreed_for_one_counts_for_nobody_else() {
    let (world, id) = passed_on(ReferralState::PassedOn);
    let mut world = world;
    let mina = Party::Contact(world.find_or_add("Mina"));
    let agreed = Referral {
        agreed: vec![consent("mail:aiko@example.com", 0)],
        ..world.session.book().referrals[&id].as_ref().clone()
    };
    let world = world.edit(Edit::ChangeReferral { referral: Box::new(agreed.clone()) });
    assert_eq!(world.session.book().referrals[&id].agreed.len(), 1);
    let other = Referral { recipient: mina, ..agreed };
    let world = world.edit(Edit::ChangeReferral { referral: Box::new(other) });
    assert_eq!(world.session.book().referrals[&id].agreed, []);
}
