//! Numbers from which edits are drawn: ids, people, days and texts that mean something on every book.

use std::collections::BTreeSet;

use cardloom::edit::{Capture, Captured, Edit};
use cardloom::model::*;
use chrono::{Days, NaiveDate};

use crate::world::{image, today};

/// Numbers from which one edit is made; they shrink well, and mean something on every book.
#[derive(Debug, Clone)]
pub struct Dice<'a> {
    pub throws: &'a [u16],
    pub next: std::cell::Cell<usize>,
}

impl Dice<'_> {
    pub fn throw(&self) -> usize {
        let at = self.next.get();
        self.next.set(at + 1);
        usize::from(self.throws[at % self.throws.len()]) + at / self.throws.len()
    }

    /// A record of the book, seldom one that is not there.
    pub fn id<T: InBook>(&self, book: &Book) -> Id<T> {
        let (table, throw) = (T::table(book), self.throw());
        if table.is_empty() || throw % 23 == 22 {
            return Id::new(0xdead);
        }
        *table.keys().nth(throw % table.len()).expect("counted")
    }

    pub fn maybe<T: InBook>(&self, book: &Book) -> Option<Id<T>> {
        (!self.throw().is_multiple_of(3)).then(|| self.id(book))
    }

    pub fn people(&self, book: &Book) -> BTreeSet<Id<Contact>> {
        (0..self.throw() % 4).map(|_| self.id(book)).collect()
    }

    pub fn party(&self, book: &Book) -> Party {
        if self.throw().is_multiple_of(3) { Party::Me } else { Party::Contact(self.id(book)) }
    }

    /// A day around today, seldom at the end of the calendar.
    pub fn day(&self) -> NaiveDate {
        match self.throw() % 97 {
            95 => NaiveDate::MAX,
            96 => NaiveDate::MIN,
            throw => today() + Days::new(throw as u64) - Days::new(45),
        }
    }

    pub fn text(&self) -> String {
        ["", "Mina", "田中 遥", "  ", "Jürgen Groß", "Weber Optik", "x@example.com"][self.throw() % 7]
            .to_owned()
    }

    pub fn flag(&self) -> bool {
        self.throw().is_multiple_of(2)
    }

    pub fn image(&self) -> Attachment {
        image((self.throw() % 5) as u8)
    }

    pub fn pick<T: Copy>(&self, all: &[T]) -> T {
        all[self.throw() % all.len()]
    }
}

pub fn encounter(dice: &Dice<'_>, book: &Book, id: Id<Encounter>) -> Encounter {
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

pub fn introduction(dice: &Dice<'_>, book: &Book, id: Id<Introduction>) -> Introduction {
    let [introducer, a, b] = [dice.party(book), dice.party(book), dice.party(book)];
    Introduction { id, introducer, a, b, event: dice.maybe(book), ..Introduction::default() }
}

pub fn referral(dice: &Dice<'_>, book: &Book, id: Id<Referral>) -> Referral {
    Referral {
        id,
        subject: dice.id(book),
        card: dice.maybe(book),
        giver: dice.party(book),
        recipient: dice.party(book),
        state: dice.pick(&ReferralState::ALL),
        asks_how: dice.flag(),
        ..Referral::default()
    }
}

/// Something that is noted about a person.
pub fn draw_capture(dice: &Dice<'_>) -> Capture {
    let kinds = [
        Captured::Need,
        Captured::Expertise(ExpertiseLevel::Expert),
        Captured::Offer,
        Captured::Problem,
        Captured::Interest,
        Captured::Hobby,
        Captured::Research(dice.text()),
    ];
    let kind = kinds[dice.throw() % kinds.len()].clone();
    Capture { kind, text: dice.text(), on: dice.day() }
}

/// Somebody who does not fit a need of a person, seldom one that is not there.
pub fn not_a_fit(dice: &Dice<'_>, book: &Book) -> Edit {
    let in_need: Vec<&Contact> =
        book.contacts.values().map(|it| &**it).filter(|it| !it.needs.is_empty()).collect();
    let (person, need) = match in_need.get(dice.throw() % in_need.len().max(1)) {
        Some(contact) if dice.throw() % 9 != 8 => {
            (contact.id, contact.needs[dice.throw() % contact.needs.len()].id)
        }
        _ => (dice.id(book), Id::new(7)),
    };
    Edit::NotAFit { person, need, helper: dice.id(book), unfit: !dice.throw().is_multiple_of(3) }
}
