//! The rows of the gallery: which cards, in which order, in which groups.
//!
//! Owns filters and sorting. Must not know sizes or pictures. Start reading at [`GalleryRows::of`].
//!
//! Invariant: a contact has exactly one tile, that of the newest card, or one without a card
//! (held by `index::cards::tests`).

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::groups::{Group, GroupBy, group};
use super::{Index, SearchResult, is_virtual_only, review_due_on, thank_you_due_on};
use crate::model::{Book, Card, Circle, Contact, Id};

/// One place in the gallery: a contact with the newest card, a contact without a card, or a card of
/// the pile without a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    /// The card; absent for a contact without one.
    pub card: Option<Id<Card>>,
    /// Whose card it is; absent in the pile.
    pub contact: Option<Id<Contact>>,
}

/// How the tiles of a group are ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardSort {
    /// Newest card first; contacts without a card by the day on which they were taken into the book.
    #[default]
    Newest,
    /// By name: family name first, by reading where there is one.
    Name,
    /// By organization, then by name; people without one last.
    Organization,
}

impl CardSort {
    /// All, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Newest, Self::Name, Self::Organization];
}

/// What the gallery shows; all filters hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GalleryQuery {
    /// What headings there are.
    pub group_by: GroupBy,
    /// How tiles are ordered.
    pub sort: CardSort,
    /// Only people of this circle.
    pub circle: Option<Id<Circle>>,
    /// Only people with an open thank-you.
    pub thank_you_due: bool,
    /// Only people whose review has fallen due.
    pub review_due: bool,
    /// Only people never met face to face.
    pub virtual_only: bool,
    /// Archived people instead of the others.
    pub archived: bool,
}

/// The tiles of the gallery in their groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GalleryRows {
    /// Groups in the order of the screen; the pile comes first. None is empty.
    pub groups: Vec<Group>,
}

impl GalleryRows {
    /// Gathers the tiles. Call it once per state of book, query and search, not per frame.
    pub fn of(
        book: &Book,
        index: &Index,
        query: &GalleryQuery,
        search: &SearchResult,
        today: NaiveDate,
    ) -> Self {
        let is_filtered = query.circle.is_some()
            || query.thank_you_due
            || query.review_due
            || query.virtual_only
            || query.archived;
        let mut pile = Vec::new();
        if !is_filtered {
            let cards = index.links.pile().iter().filter_map(|id| book.get(*id));
            pile.extend(
                cards
                    .filter(|card| search.matches_card(card))
                    .map(|card| Tile { card: Some(card.id), contact: None }),
            );
        }
        let mut tiles: Vec<Tile> = book
            .contacts
            .values()
            .filter(|contact| search.matches(contact.id))
            .filter(|contact| query.shows(book, index, contact, today))
            .map(|contact| Tile { card: index.links.current_card(contact.id), contact: Some(contact.id) })
            .collect();
        sort(book, index, query.sort, &mut tiles);
        Self { groups: group(book, index, query.group_by, pile, tiles) }
    }

    /// Returns the number of tiles; a person in two circles has two of them when grouped by circle.
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.tiles.len()).sum()
    }

    /// Whether there is no tile.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Returns all tiles in the order of the screen.
    pub fn tiles(&self) -> impl DoubleEndedIterator<Item = Tile> {
        self.groups.iter().flat_map(|group| group.tiles.iter().copied())
    }
}

impl GalleryQuery {
    fn shows(&self, book: &Book, index: &Index, contact: &Contact, today: NaiveDate) -> bool {
        contact.archived.is_some() == self.archived
            && self.circle.is_none_or(|circle| contact.circles.contains(&circle))
            && (!self.thank_you_due || thank_you_due_on(book, index, contact.id).is_some())
            && (!self.review_due || review_due_on(book, index, contact.id).is_some_and(|day| day <= today))
            && (!self.virtual_only || is_virtual_only(book, index, contact.id))
    }
}

fn sort(book: &Book, index: &Index, sort: CardSort, tiles: &mut [Tile]) {
    let name = |tile: &Tile| tile.contact.map_or("", |id| index.search.sort_name(id));
    match sort {
        CardSort::Newest => tiles.sort_by_cached_key(|tile| (Reverse(day_of(book, *tile)), Reverse(*tile))),
        CardSort::Name => tiles.sort_by_cached_key(|tile| (name(tile).is_empty(), name(tile), *tile)),
        CardSort::Organization => tiles.sort_by_cached_key(|tile| {
            let organization = tile.contact.and_then(|id| {
                let affiliation = book.get(id)?.current_affiliation()?;
                book.get(affiliation.organization)
            });
            let organization = organization.map(|organization| super::folding::fold(&organization.name));
            (organization.is_none(), organization, name(tile), *tile)
        }),
    }
}

/// Returns the day by which a tile is ordered.
pub(super) fn day_of(book: &Book, tile: Tile) -> Option<NaiveDate> {
    match tile.card.and_then(|id| book.get(id)) {
        Some(card) => Some(card.day()),
        None => tile.contact.and_then(|id| book.get(id)).map(|contact| contact.created_at.date_naive()),
    }
}
