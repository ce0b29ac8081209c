//! Who brought me whom, and what came of it: the trees of introductions.
//!
//! Somebody was brought to me by whoever introduced them to me, or told me of them, before or when I first met them; of
//! several the first. Who was known before was not brought. A root is somebody whom nobody brought and who brought others.
//!
//! Owns the trees and their figures, in numbers and in words. Must not know how they are drawn. Start reading at [`Lineage::of`].
//!
//! Invariant: nobody is their own ancestor, and everybody has one parent at most
//! (`tests::who_brought_each_other_is_no_ring`).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use super::{Links, money};
use crate::model::{Book, Contact, Id, Money, Party, RecordRef, ReferralState, Verdict};
use crate::text::Texts;

/// Who brought me whom.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lineage {
    brought: BTreeMap<Id<Contact>, Brought>,
    children: BTreeMap<Id<Contact>, Vec<Id<Contact>>>,
    /// Those who brought others and whom nobody brought, the one of whom most came first.
    pub roots: Vec<Root>,
    /// How many people came without anybody bringing them and brought nobody.
    pub alone: usize,
}

/// How somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brought {
    /// Through whom.
    pub by: Id<Contact>,
    /// When, if known.
    pub on: Option<NaiveDate>,
    /// The introduction or referral that says so.
    pub source: RecordRef,
}

/// What came of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Root {
    /// Who.
    pub contact: Id<Contact>,
    /// All together.
    pub total: Figures,
    /// By year; what has no day is in the total only.
    pub years: BTreeMap<i32, Figures>,
}

/// Figures of a tree. The root itself is no person who came, but what was done with it counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// People who came.
    pub people: usize,
    /// Cards passed on and leads received in which somebody of the tree takes part.
    pub referrals: usize,
    /// People of the tree with whom I decided to go deeper.
    pub deepened: usize,
    /// What referrals were worth, in the smallest unit by currency.
    pub value: BTreeMap<String, i64>,
}

/// Somebody in a tree as it is listed: children below their parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branch {
    /// Who.
    pub contact: Id<Contact>,
    /// Steps below the root.
    pub depth: usize,
    /// How many people they brought themselves.
    pub children: usize,
}

impl Lineage {
    /// Works out the trees of a book, people who were let go included: they were brought all the same.
    pub fn of(book: &Book, links: &Links) -> Self {
        let mut lineage = Self::default();
        let mut sets = Sets::default();
        for (child, brought) in candidates(book, links) {
            if !lineage.brought.contains_key(&child) && sets.join(brought.by, child) {
                lineage.brought.insert(child, brought);
                lineage.children.entry(brought.by).or_default().push(child);
            }
        }
        let mut trees: BTreeMap<Id<Contact>, usize> = BTreeMap::new();
        for contact in book.contacts.keys().copied() {
            if lineage.brought.contains_key(&contact) {
                continue;
            }
            if !lineage.children.contains_key(&contact) {
                lineage.alone += 1;
                continue;
            }
            let number = lineage.roots.len();
            let mut root = Root { contact, total: Figures::default(), years: BTreeMap::new() };
            for branch in lineage.tree(contact) {
                trees.insert(branch.contact, number);
                if let Some(brought) = lineage.brought.get(&branch.contact) {
                    root.count(brought.on.map(|on| on.year()), |figures| figures.people += 1);
                }
            }
            lineage.roots.push(root);
        }
        lineage.count_referrals(book, &trees);
        lineage.count_reviews(book, &trees);
        lineage.roots.sort_by_key(|root| {
            let total = &root.total;
            Reverse((total.people, total.referrals, total.deepened, Reverse(root.contact)))
        });
        lineage
    }

    /// Returns how somebody came; `None` when nobody brought them.
    pub fn brought(&self, contact: Id<Contact>) -> Option<Brought> {
        self.brought.get(&contact).copied()
    }

    /// Returns those whom somebody brought, in the order in which they came.
    pub fn children(&self, contact: Id<Contact>) -> &[Id<Contact>] {
        self.children.get(&contact).map_or(&[], Vec::as_slice)
    }

    /// Returns who led to somebody, the root first, the person last: only the person when nobody did.
    pub fn chain(&self, contact: Id<Contact>) -> Vec<Id<Contact>> {
        let above = |at: &Id<Contact>| self.brought.get(at).map(|brought| brought.by);
        let mut chain: Vec<Id<Contact>> = std::iter::successors(Some(contact), above).collect();
        chain.reverse();
        chain
    }

    /// Returns the tree below somebody, each one's children below them; the person comes first.
    pub fn tree(&self, root: Id<Contact>) -> Vec<Branch> {
        let mut branches = Vec::new();
        let mut open = vec![(root, 0)];
        while let Some((contact, depth)) = open.pop() {
            let children = self.children(contact);
            branches.push(Branch { contact, depth, children: children.len() });
            open.extend(children.iter().rev().map(|child| (*child, depth + 1)));
        }
        branches
    }

    /// Returns the figures of the tree that somebody is the root of.
    pub fn root(&self, contact: Id<Contact>) -> Option<&Root> {
        self.roots.iter().find(|root| root.contact == contact)
    }

    fn count_referrals(&mut self, book: &Book, trees: &BTreeMap<Id<Contact>, usize>) {
        for referral in book.referrals.values().filter(|it| it.state >= ReferralState::PassedOn) {
            let parties = [Party::Contact(referral.subject), referral.giver, referral.recipient];
            let concerned: BTreeSet<usize> =
                parties.into_iter().filter_map(|party| trees.get(&party.contact()?).copied()).collect();
            let year = referral.steps.first().map(|step| step.on.year());
            let value = referral.outcome.as_ref().and_then(|outcome| outcome.value.as_ref());
            let value_year = referral.last_step_on().map(|on| on.year());
            for tree in concerned {
                let root = &mut self.roots[tree];
                root.count(year, |figures| figures.referrals += 1);
                if let Some(value) = value {
                    root.count(value_year, |figures| {
                        let sum = figures.value.entry(value.currency.clone()).or_default();
                        *sum = sum.saturating_add(value.minor);
                    });
                }
            }
        }
    }

    fn count_reviews(&mut self, book: &Book, trees: &BTreeMap<Id<Contact>, usize>) {
        let mut first: BTreeMap<Id<Contact>, NaiveDate> = BTreeMap::new();
        for review in book.reviews.values().filter(|it| matches!(it.verdict, Verdict::Deepen { .. })) {
            let day = first.entry(review.contact).or_insert(review.on);
            *day = review.on.min(*day);
        }
        for (contact, on) in first {
            if let Some(tree) = trees.get(&contact) {
                self.roots[*tree].count(Some(on.year()), |figures| figures.deepened += 1);
            }
        }
    }
}

impl Root {
    fn count(&mut self, year: Option<i32>, mut add: impl FnMut(&mut Figures)) {
        add(&mut self.total);
        if let Some(year) = year {
            add(self.years.entry(year).or_default());
        }
    }
}

/// Who may have brought whom, the earliest first, what has no day last.
fn candidates(book: &Book, links: &Links) -> Vec<(Id<Contact>, Brought)> {
    let mut all: Vec<(Id<Contact>, Brought)> = Vec::new();
    for introduction in book.introductions.values().filter(|it| it.is_made()) {
        let other = match (introduction.a, introduction.b) {
            (Party::Me, other) | (other, Party::Me) => other.contact(),
            _ => None,
        };
        if let (Some(by), Some(child)) = (introduction.introducer.contact(), other) {
            let source = RecordRef::Introduction(introduction.id);
            all.push((child, Brought { by, on: introduction.on, source }));
        }
    }
    for referral in book.referrals.values() {
        if referral.recipient == Party::Me
            && referral.state >= ReferralState::PassedOn
            && let Some(by) = referral.giver.contact()
        {
            let on = referral.steps.first().map(|step| step.on);
            all.push((referral.subject, Brought { by, on, source: RecordRef::Referral(referral.id) }));
        }
    }
    all.retain(|(child, brought)| {
        let here = book.get(*child).is_some() && book.get(brought.by).is_some() && *child != brought.by;
        let known = first_known(book, links, *child);
        here && brought.on.is_none_or(|on| known.is_none_or(|known| known >= on))
    });
    all.sort_by_key(|(child, brought)| (brought.on.is_none(), brought.on, brought.source, *child));
    all
}

/// The day on which I first met somebody or got a card.
fn first_known(book: &Book, links: &Links, contact: Id<Contact>) -> Option<NaiveDate> {
    let links = links.contact(contact);
    let card = links.cards.last().and_then(|id| book.get(*id)).map(|card| card.day());
    let encounter = links.encounters.last().and_then(|id| book.get(*id)).map(|encounter| encounter.on);
    [card, encounter].into_iter().flatten().min()
}

/// Sets of people who hang together (union-find): joining two of one set would close a ring.
#[derive(Default)]
struct Sets {
    above: BTreeMap<Id<Contact>, Id<Contact>>,
}

impl Sets {
    fn top(&mut self, of: Id<Contact>) -> Id<Contact> {
        let mut top = of;
        while let Some(above) = self.above.get(&top) {
            top = *above;
        }
        let mut at = of;
        while at != top {
            at = self.above.insert(at, top).unwrap_or(top);
        }
        top
    }

    fn join(&mut self, a: Id<Contact>, b: Id<Contact>) -> bool {
        let (a, b) = (self.top(a), self.top(b));
        if a != b {
            self.above.insert(b, a);
        }
        a != b
    }
}

/// Returns the figures of a tree in words: "12 people, 3 referrals, 4 deepened, €42,000".
pub fn figures_text(figures: &Figures, texts: &Texts) -> String {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let mut words = vec![texts.common_people(count(figures.people))];
    if figures.referrals > 0 {
        words.push(texts.ways_count_referrals(count(figures.referrals)));
    }
    if figures.deepened > 0 {
        words.push(texts.ways_count_deepened(count(figures.deepened)));
    }
    words.extend(value_text(figures, texts));
    words.join(texts.ways_list_mark())
}

/// Returns what a tree was worth: "€42,000"; `None` when nobody said.
pub fn value_text(figures: &Figures, texts: &Texts) -> Option<String> {
    let amounts = figures.value.iter().filter(|(_, minor)| **minor != 0).map(|(currency, minor)| {
        // Cents say nothing in a sum over years.
        let one = Money::units(currency);
        let whole = minor / one * one;
        money::money_text(&Money { minor: whole, currency: currency.clone() }, texts.locale())
    });
    let amounts: Vec<String> = amounts.collect();
    (!amounts.is_empty()).then(|| amounts.join(" + "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::*;

    fn them(id: u128) -> Party {
        Party::Contact(Id::new(id))
    }

    fn introduced(id: u128, by: u128, whom: u128, on: NaiveDate) -> Introduction {
        let (introducer, b) = (them(by), them(whom));
        Introduction { id: Id::new(id), introducer, b, on: Some(on), ..Introduction::default() }
    }

    fn people(book: &mut Book, count: u128) {
        for id in 1..=count {
            put(book, contact(id, &format!("Person {id}")));
        }
    }

    fn lineage(book: &Book) -> Lineage {
        Lineage::of(book, &Index::rebuild(book).links)
    }

    fn ids(people: &[Id<Contact>]) -> Vec<u128> {
        people.iter().map(|id| id.value()).collect()
    }

    #[test]
    fn who_ultimately_brought_somebody_and_what_came_of_the_root() {
        let mut book = Book::default();
        people(&mut book, 6);
        put(&mut book, introduced(1, 1, 2, day(2, 1)));
        put(&mut book, introduced(2, 2, 3, day(3, 1)));
        let lead = Referral {
            id: Id::new(3),
            subject: Id::new(4),
            giver: them(3),
            recipient: Party::Me,
            state: ReferralState::Outcome,
            steps: vec![ReferralStep { state: ReferralState::PassedOn, on: day(4, 1) }],
            outcome: Some(Outcome {
                kind: OutcomeKind::LedToWork,
                value: Some(Money { minor: 420_000, currency: "EUR".to_owned() }),
                ..Outcome::default()
            }),
            ..Referral::default()
        };
        put(&mut book, lead);
        for (id, on) in [(1, day(5, 1)), (2, day(6, 1))] {
            let verdict = Verdict::Deepen { next_step: "Visit".to_owned(), due_on: day(7, 1) };
            put(&mut book, Review { id: Id::new(id), contact: Id::new(3), on, verdict, ..Review::default() });
        }
        let lineage = lineage(&book);
        assert_eq!(ids(&lineage.chain(Id::new(4))), [1, 2, 3, 4]);
        assert_eq!(ids(&lineage.chain(Id::new(5))), [5]);
        assert_eq!((lineage.roots.len(), lineage.alone), (1, 2));
        let root = lineage.root(Id::new(1)).expect("a root");
        let value = BTreeMap::from([("EUR".to_owned(), 420_000)]);
        assert_eq!(root.total, Figures { people: 3, referrals: 1, deepened: 1, value });
        assert_eq!(root.years[&2026], root.total);
        let depths: Vec<usize> = lineage.tree(Id::new(1)).iter().map(|branch| branch.depth).collect();
        assert_eq!(depths, [0, 1, 2, 3]);
    }

    #[test]
    fn who_was_known_before_was_not_brought_and_a_promise_brings_nobody() {
        let mut book = Book::default();
        people(&mut book, 3);
        put(
            &mut book,
            Encounter {
                id: Id::new(1),
                contacts: [Id::new(2)].into(),
                on: day(1, 1),
                ..Encounter::default()
            },
        );
        put(&mut book, introduced(1, 1, 2, day(2, 1)));
        let state = IntroductionState::Promised;
        put(&mut book, Introduction { state, ..introduced(2, 1, 3, day(2, 1)) });
        assert_eq!(lineage(&book), Lineage { alone: 3, ..Lineage::default() });
    }

    #[test]
    fn who_brought_each_other_is_no_ring() {
        let mut book = Book::default();
        people(&mut book, 3);
        for (id, by, whom) in [(1, 1, 2), (2, 2, 3), (3, 3, 1), (4, 3, 2)] {
            put(&mut book, introduced(id, by, whom, day(2, id as u32)));
        }
        let lineage = lineage(&book);
        assert_eq!(ids(&lineage.chain(Id::new(3))), [1, 2, 3]);
        assert_eq!(lineage.brought(Id::new(1)), None);
        assert_eq!(lineage.tree(Id::new(1)).len(), 3);
    }
}
