//! What the rules foresee and nobody stored: who is to be heard of again, whose birthday comes, whom I never met.
//!
//! Owns the facts about each person from which it follows, kept up with the book and the same for every day. Must not
//! know `today`; that comes with the question ([`super::due`]). Start reading at [`Facts::of`].
//!
//! Invariant: nothing is foreseen for which there is a record, open, done or dropped
//! (held by the suite's `no_reason_ever_has_two`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, NaiveDate};

use super::links::closed_on;
use super::search::concerned;
use super::{ContactLinks, Links, rules};
use crate::model::{
    Book, Cadence, Circle, Contact, FollowUp, FollowUpKind, FollowUpState, Id, Reason, RecordRef,
    YearlessDate,
};

/// Facts about all people from which follow-ups are foreseen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ForeseenFacts {
    pub(super) facts: BTreeMap<Id<Contact>, Facts>,
    /// By the day on which to be in touch again; without those for whom something is planned.
    pub(super) touch: BTreeSet<(NaiveDate, Id<Contact>)>,
    /// By month and day of birth.
    pub(super) birthdays: BTreeSet<((u32, u32), Id<Contact>)>,
    /// People whom I never met, by the day since which I know them; without those with whom a meeting is planned.
    pub(super) apart: BTreeSet<(NaiveDate, Id<Contact>)>,
}

/// What follows about one person, whatever day it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub rhythm: Option<Rhythm>,
    /// A plan takes care of the rhythm, or it was acted on.
    pub touch_handled: bool,
    pub birthday: Option<YearlessDate>,
    /// Years whose birthday has a record.
    pub greeted: Vec<i32>,
    pub apart: Option<Apart>,
    pub meet_handled: bool,
}

/// How often to be in touch with somebody, and since when the days count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// The intervals.
    pub cadence: Cadence,
    /// The circle whose rhythm it is; absent for the person's own.
    pub circle: Option<Id<Circle>>,
    /// The day of the last contact, or on which the person came into the book.
    pub since: NaiveDate,
}

impl Rhythm {
    /// Returns the day on which to be in touch again.
    pub fn ideal_on(&self) -> NaiveDate {
        after(self.since, self.cadence.ideal_days.max(1))
    }

    /// Returns the last day before it is overdue.
    pub fn latest_on(&self) -> NaiveDate {
        after(self.since, self.cadence.latest_days.max(self.cadence.ideal_days).max(1))
    }
}

/// Days between which I was in contact with somebody whom I never met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Apart {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

pub(super) fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// Returns the rhythm that holds for a person: the own one, else the strictest of the circles.
pub fn cadence_of(book: &Book, contact: &Contact) -> Option<(Cadence, Option<Id<Circle>>)> {
    if let Some(own) = contact.cadence {
        return Some((own, None));
    }
    let circles = contact.circles.iter().filter_map(|id| book.get(*id));
    circles
        .filter_map(|circle| Some((circle.cadence?, Some(circle.id))))
        .min_by_key(|(cadence, circle)| (cadence.ideal_days, cadence.latest_days, *circle))
}

/// Kinds of follow-ups that are contact once they are done.
fn is_contact(kind: FollowUpKind) -> bool {
    matches!(
        kind,
        FollowUpKind::ThankYou
            | FollowUpKind::Call
            | FollowUpKind::Message
            | FollowUpKind::Meet
            | FollowUpKind::Birthday
    )
}

impl Facts {
    /// Returns what follows about a person; `None` for nothing.
    fn of(book: &Book, links: &ContactLinks, contact: &Contact) -> Option<Self> {
        if contact.archived.is_some() {
            return None;
        }
        let open = || links.open_follow_ups.iter().filter_map(|id| book.get(*id));
        let closed = || links.closed_follow_ups.iter().filter_map(|id| book.get(*id));
        let all = || open().chain(closed());
        let mut facts = Self { birthday: contact.human.birthday, ..Self::default() };
        let cadence =
            cadence_of(book, contact).filter(|(_, circle)| circle.is_none() || !contact.only_mentioned);
        if let Some((cadence, circle)) = cadence {
            let kept = |follow_up: &FollowUp| match follow_up.state {
                FollowUpState::Done { .. } => is_contact(follow_up.kind),
                // Let pass this time: the next time comes as if it had been done.
                _ => matches!(follow_up.reason, Reason::KeepInTouch { .. }),
            };
            let last = last_contact(book, links);
            let last = last.max(closed().filter(|it| kept(it)).filter_map(|it| closed_on(it)).max());
            let since = last.unwrap_or_else(|| contact.created_at.date_naive());
            let rhythm = Rhythm { cadence, circle, since };
            let (reason, latest) = (Reason::KeepInTouch { since }, rhythm.latest_on());
            facts.touch_handled = all().any(|it| it.reason == reason)
                || open().any(|it| is_contact(it.kind) && it.due_on <= latest);
            facts.rhythm = Some(rhythm);
        }
        if facts.birthday.is_some() {
            let mut years: Vec<i32> = all()
                .filter_map(|it| match it.reason {
                    Reason::Birthday { year } => Some(year),
                    _ => (it.kind == FollowUpKind::Birthday).then(|| it.due_on.year()),
                })
                .collect();
            years.sort_unstable();
            years.dedup();
            facts.greeted = years;
        }
        if rules::virtual_only(book, links)
            && let Some((first, last)) = first_contact(book, links).zip(last_contact(book, links))
        {
            facts.apart = Some(Apart { first, last });
            facts.meet_handled = all().any(|it| it.reason == Reason::MeetInPerson)
                || open().any(|it| it.kind == FollowUpKind::Meet);
        }
        (facts != Self::default()).then_some(facts)
    }
}

fn card_days<'a>(book: &'a Book, links: &'a ContactLinks) -> impl Iterator<Item = NaiveDate> + 'a {
    links.cards.iter().filter_map(|id| book.get(*id)).map(|card| card.day())
}

/// Returns the day of the last encounter or card.
fn last_contact(book: &Book, links: &ContactLinks) -> Option<NaiveDate> {
    let newest = links.encounters.first().and_then(|id| book.get(*id)).map(|encounter| encounter.on);
    newest.max(card_days(book, links).max())
}

fn first_contact(book: &Book, links: &ContactLinks) -> Option<NaiveDate> {
    let oldest = links.encounters.last().and_then(|id| book.get(*id)).map(|encounter| encounter.on);
    oldest.into_iter().chain(card_days(book, links)).min()
}

impl ForeseenFacts {
    /// Returns the facts about all people of a book.
    pub fn rebuild(book: &Book, links: &Links) -> Self {
        let facts = book.contacts.values();
        let facts: BTreeMap<_, _> = facts
            .filter_map(|contact| Some((contact.id, Facts::of(book, links.contact(contact.id), contact)?)))
            .collect();
        let touch = facts.iter().filter_map(|(id, facts)| Some((facts.touch_on()?, *id))).collect();
        let birthdays = facts.iter().filter_map(|(id, facts)| Some((facts.born_on()?, *id))).collect();
        let apart = facts.iter().filter_map(|(id, facts)| Some((facts.apart_since()?, *id))).collect();
        Self { facts, touch, birthdays, apart }
    }

    /// Brings the facts up to date with the records that were touched; the links are up to date already.
    pub fn update(&mut self, before: &Book, book: &Book, links: &Links, touched: &BTreeSet<RecordRef>) {
        let mut people = BTreeSet::new();
        for record in touched {
            concerned(before, *record, &mut people);
            concerned(book, *record, &mut people);
            match record {
                RecordRef::Circle(id) => {
                    let cadence = |book: &Book| book.get(*id).and_then(|circle| circle.cadence);
                    if cadence(before) != cadence(book) {
                        people.extend(links.circle(*id));
                    }
                }
                // Whether a card was handed over face to face, its event says.
                RecordRef::Event(id) => people.extend(&links.event(*id).contacts),
                _ => {}
            }
        }
        for id in people {
            let facts = book.get(id).and_then(|contact| Facts::of(book, links.contact(id), contact));
            self.set(id, facts);
        }
    }

    fn set(&mut self, id: Id<Contact>, facts: Option<Facts>) {
        if self.facts.get(&id) == facts.as_ref() {
            return;
        }
        let before = match &facts {
            Some(facts) => self.facts.insert(id, facts.clone()),
            None => self.facts.remove(&id),
        };
        if let Some(before) = before {
            before.touch_on().map(|day| self.touch.remove(&(day, id)));
            before.born_on().map(|day| self.birthdays.remove(&(day, id)));
            before.apart_since().map(|day| self.apart.remove(&(day, id)));
        }
        if let Some(facts) = facts {
            facts.touch_on().map(|day| self.touch.insert((day, id)));
            facts.born_on().map(|day| self.birthdays.insert((day, id)));
            facts.apart_since().map(|day| self.apart.insert((day, id)));
        }
    }

    /// Returns how often to be in touch with somebody, and since when the days count.
    pub fn rhythm(&self, contact: Id<Contact>) -> Option<Rhythm> {
        self.facts.get(&contact)?.rhythm
    }
}

impl Facts {
    fn touch_on(&self) -> Option<NaiveDate> {
        self.rhythm.filter(|_| !self.touch_handled).map(|rhythm| rhythm.ideal_on())
    }

    fn born_on(&self) -> Option<(u32, u32)> {
        self.birthday.map(|birthday| (birthday.month, birthday.day))
    }

    fn apart_since(&self) -> Option<NaiveDate> {
        self.apart.filter(|_| !self.meet_handled).map(|apart| apart.first)
    }
}
