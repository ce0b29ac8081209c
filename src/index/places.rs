//! Where the cards are: which card lies in which place, who has which, and the tree of the places.
//!
//! Owns the reverse of [`Whereabouts`] and the order of the tree. Must not know how either is shown. Start reading at
//! [`Places`] for the cards, at [`PlaceTree::of`] for the places.
//!
//! Invariant: every place of the book stands in the tree exactly once, whatever a file says lies inside what
//! (held by `tests::a_ring_is_cut_where_merging_cuts_it`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::{Book, Card, Contact, FollowUp, Id, RecordRef, Storage, Whereabouts};
use crate::text::fold::fold;

use super::Index;

/// Where a card can be, without to whom and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// In a place.
    Place(Id<Storage>),
    /// Nobody said where.
    Unknown,
    /// There is no paper.
    Digital,
    /// Lent.
    Lent,
    /// Given away.
    PassedOn,
    /// Thrown away.
    Discarded,
}

impl Spot {
    /// Those that are no places, in the order in which they are listed.
    pub const OTHERS: [Self; 5] = [Self::Unknown, Self::Lent, Self::PassedOn, Self::Discarded, Self::Digital];

    /// Where a card is. A place that is not in the book is none.
    pub fn of(book: &Book, card: &Card) -> Self {
        match card.whereabouts {
            Whereabouts::Unknown => Self::Unknown,
            Whereabouts::Digital => Self::Digital,
            Whereabouts::StoredIn(place) if book.get(place).is_some() => Self::Place(place),
            Whereabouts::StoredIn(_) => Self::Unknown,
            Whereabouts::LentTo { .. } => Self::Lent,
            Whereabouts::PassedOnTo { .. } => Self::PassedOn,
            Whereabouts::Discarded { .. } => Self::Discarded,
        }
    }
}

/// Which cards are where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// An entry without cards does not exist. A place that is gone may still have one, see [`Self::cards`].
    cards: BTreeMap<Spot, BTreeSet<Id<Card>>>,
}

static NO_CARDS: BTreeSet<Id<Card>> = BTreeSet::new();

impl Places {
    pub(super) fn rebuild(book: &Book) -> Self {
        let mut places = Self::default();
        for card in book.cards.values() {
            places.cards.entry(Spot::of(book, card)).or_default().insert(card.id);
        }
        places
    }

    pub(super) fn update(&mut self, before: &Book, book: &Book, touched: &BTreeSet<RecordRef>) {
        let mut cards: BTreeSet<Id<Card>> = BTreeSet::new();
        for record in touched {
            match *record {
                RecordRef::Card(id) => {
                    cards.insert(id);
                }
                // A place that came or went: a link to it leads somewhere, or nowhere any more.
                RecordRef::Storage(id) if before.get(id).is_some() != book.get(id).is_some() => {
                    let spots = [Spot::Place(id), Spot::Unknown];
                    cards.extend(spots.iter().flat_map(|spot| self.cards(*spot)).filter(|card| {
                        [before, book].into_iter().any(|book| {
                            book.get(**card).is_some_and(|card| card.whereabouts == Whereabouts::StoredIn(id))
                        })
                    }));
                }
                _ => {}
            }
        }
        for id in cards {
            if let Some(card) = before.get(id) {
                let spot = Spot::of(before, card);
                if let Some(there) = self.cards.get_mut(&spot) {
                    there.remove(&id);
                    if there.is_empty() {
                        self.cards.remove(&spot);
                    }
                }
            }
            if let Some(card) = book.get(id) {
                self.cards.entry(Spot::of(book, card)).or_default().insert(id);
            }
        }
    }

    /// The cards at a spot itself, without those in places inside it.
    pub fn cards(&self, spot: Spot) -> &BTreeSet<Id<Card>> {
        self.cards.get(&spot).unwrap_or(&NO_CARDS)
    }
}

/// One place of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// Which.
    pub place: Id<Storage>,
    /// How many places lie around it.
    pub depth: usize,
    /// The row of the place around it.
    pub outer: Option<usize>,
    /// How many rows below belong to places inside it.
    pub inner: usize,
    /// Cards in it itself.
    pub own: usize,
    /// Cards in it and in all places inside it.
    pub all: usize,
}

/// All places from the outside in, each followed by those inside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlaceTree {
    /// The rows from top to bottom.
    pub rows: Vec<PlaceRow>,
    at: BTreeMap<Id<Storage>, usize>,
}

impl PlaceTree {
    /// Makes the tree: those inside one place by their number, equal ones by name. A ring, which no edit makes, is cut at
    /// its youngest place, as mending does.
    pub fn of(book: &Book, places: &Places) -> Self {
        let mut inner: BTreeMap<Option<Id<Storage>>, Vec<Id<Storage>>> = BTreeMap::new();
        for storage in book.storages.values() {
            let outer = storage.inside.filter(|outer| book.get(*outer).is_some());
            inner.entry(outer).or_default().push(storage.id);
        }
        let key =
            |id: &Id<Storage>| book.get(*id).map(|storage| (storage.order, fold(&storage.name), storage.id));
        for row in inner.values_mut() {
            row.sort_by_cached_key(key);
        }
        let mut tree = Self::default();
        let mut roots = inner.get(&None).cloned().unwrap_or_default();
        // Gone through once, not anew for each ring: a file may have thousands.
        let mut left = book.storages.keys();
        loop {
            // Not by calling itself: a file may have a hundred thousand places inside one another.
            let mut open: Vec<(Id<Storage>, usize, Option<usize>)> =
                roots.iter().rev().map(|root| (*root, 0, None)).collect();
            while let Some((place, depth, outer)) = open.pop() {
                if tree.at.contains_key(&place) {
                    continue;
                }
                let own = places.cards(Spot::Place(place)).len();
                let at = tree.rows.len();
                tree.at.insert(place, at);
                tree.rows.push(PlaceRow { place, depth, outer, inner: 0, own, all: own });
                let within = inner.get(&Some(place)).into_iter().flatten().rev();
                open.extend(within.map(|within| (*within, depth + 1, Some(at))));
            }
            // Who is left is in a ring, or inside of one.
            let Some(of_ring) = left.find(|id| !tree.at.contains_key(id)) else { break };
            roots = vec![youngest_of_ring(book, *of_ring)];
        }
        for at in (0..tree.rows.len()).rev() {
            if let Some(outer) = tree.rows[at].outer {
                let (all, inner) = (tree.rows[at].all, tree.rows[at].inner + 1);
                tree.rows[outer].all += all;
                tree.rows[outer].inner += inner;
            }
        }
        tree
    }

    /// The number of the row of a place, from the top.
    pub fn at(&self, place: Id<Storage>) -> Option<usize> {
        self.at.get(&place).copied()
    }

    /// The row of a place.
    pub fn row(&self, place: Id<Storage>) -> Option<&PlaceRow> {
        self.rows.get(*self.at.get(&place)?)
    }

    /// The place and all that lie inside it, in the order of the tree.
    pub fn with_inner(&self, place: Id<Storage>) -> &[PlaceRow] {
        let Some(at) = self.at.get(&place) else { return &[] };
        &self.rows[*at..=*at + self.rows[*at].inner]
    }

    /// "Green binder › Page 2": the names from the outside in, at most the innermost eight.
    pub fn path(&self, book: &Book, place: Id<Storage>) -> String {
        let mut names = Vec::new();
        let mut next = self.at.get(&place).copied();
        // Not the whole way: a file may have thousands of places inside one another.
        while let Some(at) = next.filter(|_| names.len() < Storage::DEEPEST) {
            names.extend(book.get(self.rows[at].place).map(|storage| crate::text::tidy::tidy(&storage.name)));
            next = self.rows[at].outer;
        }
        names.reverse();
        names.join(" › ")
    }
}

/// Goes out from a place that lies in a ring, or inside of one, and returns the youngest of the ring.
fn youngest_of_ring(book: &Book, from: Id<Storage>) -> Id<Storage> {
    let mut way = Vec::new();
    let mut seen = BTreeSet::new();
    let mut at = from;
    while seen.insert(at) {
        way.push(at);
        at = book.get(at).and_then(|storage| storage.inside).unwrap_or(at);
    }
    let begin = way.iter().position(|id| *id == at).unwrap_or(0);
    way[begin..].iter().max().copied().unwrap_or(from)
}

/// A card that somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loan {
    /// Which card.
    pub card: Id<Card>,
    /// Who has it.
    pub with: Id<Contact>,
    /// Since when.
    pub on: NaiveDate,
    /// By when it is to be back, as the promise to ask for it says.
    pub back_by: Option<NaiveDate>,
    /// That promise.
    pub promise: Option<Id<FollowUp>>,
}

impl Loan {
    /// Whether it should be back already.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.back_by.is_some_and(|day| day < today)
    }
}

impl Index {
    /// The loan of a card that is lent.
    pub fn loan(&self, card: Id<Card>) -> Option<Loan> {
        let Whereabouts::LentTo { contact, on, .. } = self.book().get(card)?.whereabouts else { return None };
        let open = self.links.contact(contact).open_follow_ups.iter().filter_map(|id| self.book().get(*id));
        let promise = open.into_iter().find(|follow_up| follow_up.fetches == Some(card));
        Some(Loan {
            card,
            with: contact,
            on,
            back_by: promise.map(|promise| promise.due_on),
            promise: promise.map(|promise| promise.id),
        })
    }

    /// All cards that are lent: what should be back first stands first, then what was lent first.
    pub fn loans(&self) -> Vec<Loan> {
        let mut loans: Vec<Loan> =
            self.places.cards(Spot::Lent).iter().filter_map(|card| self.loan(*card)).collect();
        loans.sort_by_key(|loan| (loan.back_by.is_none(), loan.back_by, loan.on, loan.card));
        loans
    }

    /// The cards at a spot and, of a place, in all places inside it.
    pub fn cards_within(&self, spot: Spot) -> BTreeSet<Id<Card>> {
        match spot {
            Spot::Place(place) => {
                let tree = self.place_tree();
                let rows = tree.with_inner(place).iter();
                rows.flat_map(|row| self.places.cards(Spot::Place(row.place))).copied().collect()
            }
            other => self.places.cards(other).clone(),
        }
    }

    /// The tree of the places; made at the first call after a change.
    pub fn place_tree(&self) -> std::sync::Arc<PlaceTree> {
        let tree =
            self.place_tree.get_or_init(|| std::sync::Arc::new(PlaceTree::of(self.book(), &self.places)));
        std::sync::Arc::clone(tree)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};

    fn id<T>(number: u128) -> Id<T> {
        Id::new(number)
    }

    fn place(book: &mut Book, number: u128, inside: Option<u128>) {
        let (name, inside) = (format!("Place {number}"), inside.map(Id::new));
        put(book, Storage { id: id(number), name, inside, ..Storage::default() });
    }

    fn card(book: &mut Book, number: u128, whereabouts: Whereabouts) {
        put(book, Card { id: id(number), whereabouts, ..Card::default() });
    }

    fn rows(book: &Book) -> Vec<(u128, usize, usize, usize)> {
        let index = Index::rebuild(book);
        let tree = index.place_tree();
        tree.rows.iter().map(|row| (row.place.value(), row.depth, row.own, row.all)).collect()
    }

    #[test]
    fn a_place_counts_its_cards_and_those_of_the_places_inside() {
        let mut book = Book::default();
        place(&mut book, 1, None);
        place(&mut book, 2, Some(1));
        place(&mut book, 3, Some(2));
        place(&mut book, 4, Some(1));
        place(&mut book, 5, Some(99));
        for (number, place) in [(11, 1), (12, 3), (13, 3), (14, 4), (15, 77)] {
            card(&mut book, number, Whereabouts::StoredIn(id(place)));
        }
        assert_eq!(rows(&book), [(1, 0, 1, 4), (2, 1, 0, 2), (3, 2, 2, 2), (4, 1, 1, 1), (5, 0, 0, 0)]);
        let index = Index::rebuild(&book);
        let tree = index.place_tree();
        assert_eq!(tree.path(&book, id(3)), "Place 1 › Place 2 › Place 3");
        assert_eq!(tree.with_inner(id(2)).len(), 2);
        assert_eq!(index.places.cards(Spot::Unknown).len(), 1, "a place that is not there is none");
    }

    #[test]
    fn thousands_of_rings_and_a_chain_of_thousands_are_gone_through_once() {
        const MANY: u128 = 20_000;
        let mut book = Book::default();
        (1..=MANY).for_each(|number| place(&mut book, number, Some(number)));
        assert_eq!(rows(&book).len(), MANY as usize);
        let mut book = Book::default();
        (1..=MANY).for_each(|number| place(&mut book, number, (number > 1).then(|| number - 1)));
        let tree = PlaceTree::of(&book, &Places::default());
        let longest = (1..=MANY).map(|number| tree.path(&book, id(number)).split(" › ").count()).max();
        assert_eq!(longest, Some(Storage::DEEPEST));
    }

    #[test]
    fn a_ring_is_cut_where_merging_cuts_it() {
        let mut book = Book::default();
        for (number, inside) in [(1, 2), (2, 1), (3, 1), (4, 4)] {
            place(&mut book, number, Some(inside));
        }
        assert_eq!(rows(&book), [(2, 0, 0, 0), (1, 1, 0, 0), (3, 2, 0, 0), (4, 0, 0, 0)]);
    }

    #[test]
    fn a_hundred_thousand_places_inside_one_another_are_no_trouble() {
        let mut book = Book::default();
        for number in 1..=100_000 {
            place(&mut book, number, (number > 1).then(|| number - 1));
        }
        card(&mut book, 7, Whereabouts::StoredIn(id(100_000)));
        let index = Index::rebuild(&book);
        let tree = index.place_tree();
        assert_eq!((tree.rows.len(), tree.rows[0].all), (100_000, 1));
        assert!(tree.path(&book, id(100_000)).len() < 200);
    }

    #[test]
    fn what_should_be_back_first_stands_first() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Jonas Weber"));
        for (number, on) in [(11, 5), (12, 3), (13, 4)] {
            let lent = Whereabouts::LentTo { contact: id(1), on: day(3, on), from: None };
            card(&mut book, number, lent);
        }
        let promise = FollowUp {
            id: id(21),
            contacts: [id(1)].into(),
            due_on: day(3, 20),
            fetches: Some(id(11)),
            ..FollowUp::default()
        };
        put(&mut book, promise);
        let loans = Index::rebuild(&book).loans();
        assert_eq!(loans.iter().map(|loan| loan.card.value()).collect::<Vec<_>>(), [11, 12, 13]);
        assert!(loans[0].is_overdue(day(3, 21)) && !loans[0].is_overdue(day(3, 20)));
        assert!(!loans[1].is_overdue(day(3, 21)), "nobody said when it should be back");
    }
}
