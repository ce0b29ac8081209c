//! Whole records drawn from a few numbers, for the edits that carry one.

use std::collections::BTreeMap;
use std::sync::Arc;

use cardloom::edit::*;
use cardloom::model::*;

use super::{Dice, draw_reason, stamp};
use crate::world::today;

pub(super) fn network(dice: &Dice<'_>, book: &Book) -> NetworkIn {
    let people: Vec<PersonIn> = (0..dice.throw() % 4)
        .map(|at| PersonIn {
            known: dice.flag().then(|| dice.id(book)),
            name: PersonName::parse(&dice.text()),
            work: (0..dice.throw() % 2).map(|_| (dice.text(), dice.text())).collect(),
            circles: dice.maybe(book).into_iter().collect(),
            place: dice.flag().then_some([at as f32, f32::NAN]),
            ..PersonIn::default()
        })
        .collect();
    let end = || dice.throw() % 4;
    let party = || dice.flag().then(end);
    let ties = (0..dice.throw() % 3)
        .map(|_| match dice.throw() % 3 {
            0 => TieIn::Relationship {
                from: end(),
                to: end(),
                kind: RelationKind::Friend,
                since: dice.flag().then(|| dice.day()),
                until: None,
            },
            1 => TieIn::Introduction {
                introducer: party(),
                a: party(),
                b: party(),
                on: dice.flag().then(|| dice.day()),
                state: dice.pick(&IntroductionState::ALL),
                note: dice.text(),
            },
            _ => TieIn::Referral {
                subject: end(),
                giver: party(),
                recipient: party(),
                on: dice.flag().then(|| dice.day()),
                state: dice.pick(&ReferralState::ALL),
                outcome: dice.flag().then_some(OutcomeKind::LedToWork),
                need_text: dice.text(),
            },
        })
        .collect();
    NetworkIn { people, ties }
}

pub(super) fn contact(dice: &Dice<'_>, book: &Book) -> Contact {
    Contact {
        name: PersonName::parse(&dice.text()),
        circles: dice.maybe(book).into_iter().collect(),
        only_mentioned: dice.flag(),
        ..Contact::default()
    }
}

pub(super) fn employment(dice: &Dice<'_>) -> Employment {
    Employment { organization: dice.text(), title: dice.text(), department: String::new() }
}

pub(super) fn tenure(dice: &Dice<'_>, book: &Book) -> Tenure {
    Tenure {
        organization: dice.maybe(book),
        employment: employment(dice),
        from: dice.flag().then(|| dice.day()),
        until: dice.flag().then(|| dice.day()),
    }
}

pub(super) fn template(dice: &Dice<'_>, id: Id<LetterTemplate>) -> LetterTemplate {
    LetterTemplate {
        id,
        name: dice.text(),
        language: dice.pick(&["en", "ja", "de"]).to_owned(),
        formality: dice.pick(&Formality::ALL),
        subject_line: dice.text(),
        body: dice.text(),
        ..LetterTemplate::default()
    }
}

pub(super) fn event(dice: &Dice<'_>, book: &Book, id: Id<Event>) -> Event {
    Event {
        id,
        title: dice.text(),
        starts_on: dice.flag().then(|| dice.day()),
        ends_on: dice.flag().then(|| dice.day()),
        organizer: dice.maybe(book).map(Organizer::Contact),
        fee: dice.flag().then(|| Money { minor: 2_500, currency: dice.text() }),
        status: dice.pick(&Attendance::ALL),
        late_within_days: dice.flag().then(|| dice.pick(&[0, 3, 9_999, u32::MAX])),
        participants: dice
            .people(book)
            .into_iter()
            .map(|id| (id, Attendance::Planned))
            .collect::<BTreeMap<_, _>>(),
        ..Event::default()
    }
}

pub(super) fn encounter(dice: &Dice<'_>, book: &Book, id: Id<Encounter>) -> Encounter {
    Encounter {
        id,
        kind: dice.pick(&EncounterKind::ALL),
        direction: dice.pick(&[Direction::Mutual, Direction::FromMe, Direction::ToMe]),
        on: dice.day(),
        contacts: dice.people(book),
        event: dice.maybe(book),
        ..Encounter::default()
    }
}

pub(super) fn introduction(dice: &Dice<'_>, book: &Book, id: Id<Introduction>) -> Introduction {
    let [introducer, a, b] = [dice.party(book), dice.party(book), dice.party(book)];
    Introduction { id, introducer, a, b, ..Introduction::default() }
}

pub(super) fn referral(dice: &Dice<'_>, book: &Book, id: Id<Referral>) -> Referral {
    Referral {
        id,
        subject: dice.id(book),
        card: dice.maybe(book),
        giver: dice.party(book),
        recipient: dice.party(book),
        state: dice.pick(&ReferralState::ALL),
        ..Referral::default()
    }
}

pub(super) fn follow_up(dice: &Dice<'_>, book: &Book, id: Id<FollowUp>) -> FollowUp {
    FollowUp {
        id,
        kind: dice.pick(&FollowUpKind::ALL),
        due_on: dice.day(),
        contacts: dice.people(book),
        about: dice.text(),
        reason: draw_reason(dice, book),
        opt_in: dice.maybe(book),
        ..FollowUp::default()
    }
}

/// Another book, with or without links to nowhere.
pub(super) fn other_book(dice: &Dice<'_>) -> Book {
    let mut other = Book::default();
    let contact = Contact { id: Id::new(77), name: PersonName::new("Zoë", ""), ..Contact::default() };
    let card = Card { id: Id::new(78), contact: Some(Id::new(77)), ..Card::default() };
    Card::table_mut(&mut other).insert(card.id, Arc::new(card));
    if !dice.throw().is_multiple_of(4) {
        Contact::table_mut(&mut other).insert(contact.id, Arc::new(contact));
    }
    other
}
