//! What is derived from a book and never stored: links in the other direction, the agenda, the
//! search, the network, the rows of the gallery, warmth and figures.
//!
//! Owns every answer that a view asks for more often than once. Must not know how data is changed
//! or where it lives, and never reads the clock: `today` is a parameter. Start reading at [`Index`].
//!
//! Invariant: after an edit, [`Index::update`] equals [`Index::rebuild`]
//! (held by `index::tests::an_update_equals_a_rebuild`).
//! Invariant: every list has one order which depends on the book alone, not on the way to it.

mod links;
mod agenda;
mod anew;
mod prepare;
mod rules;
mod foreseen;
mod due;
mod explain;
mod search;
mod matching;
mod graph;
mod paths;
mod communities;
mod strength;
mod sentences;
mod ways;
mod lineage;
mod prep;
mod bridges;
mod money;
mod places;
mod pile;
mod quiz;
mod cards;
mod groups;
mod warmth;
mod why;
mod balance;
mod statistics;
pub mod year;
mod spread;
pub mod events;
pub mod duplicates;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use crate::edit::Touched;
use crate::model::{Book, Record, RecordRef};
use crate::with_tables;

pub use agenda::{Agenda, MAX_EVENT_DAYS, urgency};
pub use balance::{Balance, Flow};
pub use bridges::{Bridge, Bridges};
pub use cards::{CardSort, GalleryQuery, GalleryRows, Tile, city_of, last_contact_on};
pub use due::{Due, DueState};
pub use explain::{Telling, about, amends_word, explain, why};
pub use foreseen::{ForeseenFacts, Rhythm, cadence_of};
pub use graph::{Edge, EdgeKind, Network, NodeId, ReferralFlow, is_hearsay};
pub use groups::{Group, GroupBy, GroupTitle};
pub use lineage::{Branch, Brought, Figures, Lineage, Root, figures_text, value_text};
pub use links::{ContactLinks, EventLinks, Links, OrganizationLinks};
pub use matching::{
    EntryKind, Evidence, Fit, Known, MOST_PAIRS, Matching, MatchingMade, MatchingToMake, Pairing, Pairs,
    Sought, Source, Tried, says_nothing,
};
pub use money::money_text;
pub use pile::{Untouched, knows_something};
pub use places::{Loan, PlaceRow, PlaceTree, Places, Spot};
pub use prep::{Guest, Help, Prep, Talk};
pub use prepare::{Preparation, Prepared};
pub use quiz::{Asked, Face, MOST_ASKED, Nearness, Quiz, QuizOf, choices, face_of, nearness};
pub use rules::{is_thanked, is_thanked_after, is_virtual_only, review_due_on, thank_you_due_on};
pub use search::{
    Completion, CompletionKind, Condition, Due as DueTerm, DueWord, Field, Named, Operator, Part, Period,
    Problem, ProblemKind, Query, Reason, Search, SearchResult, State, Term, Thing, Values,
};
pub use sentences::{Sentence, relation_word};
pub use spread::{SpreadDay, SpreadMove, SpreadOf, SpreadPlan};
pub use statistics::Counts;
pub use strength::{strength, warmth_of_nodes};
pub use warmth::{Trend, Warmth, WarmthBand, WarmthPart, WarmthSource};
pub use ways::{Atlas, End, Goal, MOST_COST, Promise, Road, Roads, Way, Ways};
pub use why::{FEW, Grain, MOST_SPANS, ReasonCount, Span, SpanCount, Why, reason_text, span_text};

/// Everything derived from one state of a book.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Links in the other direction; shared with the worker that prepares the search.
    pub links: Arc<Links>,
    /// What is when.
    pub agenda: Agenda,
    /// What the rules foresee.
    pub foreseen: ForeseenFacts,
    /// Which cards are where.
    pub places: Places,
    /// People with whom nothing was done yet but to take their card in.
    pub untouched: Untouched,
    /// The texts to search: made at the first question or by a worker before ([`Self::preparation`]), and kept up to
    /// date from then on.
    search: OnceLock<Search>,
    /// What people can do and look for, made as the search is; shared with the worker that looks for pairs.
    matching: OnceLock<Arc<Matching>>,
    /// The state of the book that this rests on: an update needs to know what a record said before.
    book: Book,
    /// Made when somebody looks: an edit in another view does not pay for it.
    network: OnceLock<Arc<Network>>,
    /// The tree of the places, made when somebody looks.
    place_tree: OnceLock<Arc<PlaceTree>>,
    /// Values for completions, made when somebody types a field.
    values: OnceLock<Arc<Values>>,
    /// Answers to conditions of queries.
    memory: search::Memory,
}

impl Index {
    /// Returns the index of a book, for opening it, not for an edit. The search, which takes longer than all else
    /// together, is not in it before somebody asks for it.
    pub fn rebuild(book: &Book) -> Self {
        let links = Arc::new(Links::rebuild(book));
        let agenda = Agenda::rebuild(book);
        let foreseen = ForeseenFacts::rebuild(book, &links);
        let (places, untouched) = (Places::rebuild(book), Untouched::rebuild(book, &links));
        Self { links, agenda, foreseen, places, untouched, book: book.clone(), ..Self::default() }
    }

    /// The texts to search; the first call makes them, unless a worker has done so.
    pub fn search(&self) -> &Search {
        self.search.get_or_init(|| Search::rebuild(&self.book, &self.links))
    }

    /// Looks for a query and ranks the best people. `today` is the day for what is due and how warm somebody is.
    pub fn find(&self, query: &Query, today: NaiveDate) -> SearchResult {
        self.find_best(query, today, search::RANKED)
    }

    /// Looks for a text in which nothing is an operator, such as a name that stands somewhere else.
    pub fn find_text(&self, text: &str) -> SearchResult {
        // No condition asks for the day.
        self.find(&Query::plain(text), NaiveDate::default())
    }

    /// Looks for a query and ranks as many of the best people as `limit` says.
    pub fn find_best(&self, query: &Query, today: NaiveDate, limit: usize) -> SearchResult {
        self.search().find(query, &search::Conditions { index: self, today }, limit)
    }

    /// Returns how many people a query finds, without those let go unless the query asks for them.
    pub fn count(&self, query: &Query, today: NaiveDate) -> usize {
        let found = self.find_best(query, today, 0);
        if found.asks_for_archived() { found.count() } else { self.search().count_present(&found) }
    }

    /// Returns the values of the book that a query may name; made at the first call after a change.
    pub fn values(&self) -> Arc<Values> {
        Arc::clone(self.values.get_or_init(|| Arc::new(Values::of(&self.book))))
    }

    /// Brings the index from the state that it rests on to `book`; `touched` names at least every
    /// record that differs between the two.
    pub fn update(&mut self, book: &Book, touched: &Touched) {
        if touched.everything {
            *self = Self::rebuild(book);
        } else {
            self.apply(book, &touched.records);
        }
    }

    /// The state of the book that the index rests on.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Returns the network; made at the first call after a change that concerns it.
    pub fn network(&self) -> Arc<Network> {
        Arc::clone(self.network.get_or_init(|| Arc::new(Network::build(&self.book, &self.links))))
    }

    fn apply(&mut self, book: &Book, touched: &BTreeSet<RecordRef>) {
        let before = std::mem::replace(&mut self.book, book.clone());
        Arc::make_mut(&mut self.links).update(&before, book, touched);
        self.agenda.update(&before, book, &self.links, touched);
        self.foreseen.update(&before, book, &self.links, touched);
        self.places.update(&before, book, touched);
        self.untouched.update(&before, book, &self.links, touched);
        if let Some(search) = self.search.get_mut() {
            search.update(&before, book, &self.links, touched);
        }
        if let Some(matching) = self.matching.get_mut() {
            Arc::make_mut(matching).update(&before, book, &self.links, touched);
        }
        self.memory.clear();
        self.values = OnceLock::new();
        if touched.iter().any(|record| matches!(record, RecordRef::Storage(_) | RecordRef::Card(_))) {
            self.place_tree = OnceLock::new();
        }
        if touched.iter().any(|record| Network::depends_on(*record)) {
            self.network = OnceLock::new();
        }
    }
}

impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        self.book == other.book
            && self.links == other.links
            && self.agenda == other.agenda
            && self.foreseen == other.foreseen
            && self.places == other.places
            && self.untouched == other.untouched
            && self.place_tree() == other.place_tree()
            && self.search() == other.search()
            && self.matching() == other.matching()
            && self.network() == other.network()
    }
}

/// Returns a reference to every record of a book.
pub fn all_records(book: &Book) -> BTreeSet<RecordRef> {
    let mut records = BTreeSet::new();
    macro_rules! collect {
        ($($field:ident: $kind:ident,)*) => {
            $(records.extend(book.$field.values().map(|record| RecordRef::$kind(record.id())));)*
        };
    }
    with_tables!(collect);
    records
}
