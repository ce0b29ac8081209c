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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
            pile.extend(cards.filter(|card| search.matches_card(card)).map(|card| Row::of_card(card)));
        }
        let mut rows: Vec<Row<'_>> = book
            .contacts
            .values()
            .filter(|contact| search.matches(contact.id))
            .filter(|contact| query.shows(book, index, contact, today, search.asks_for_archived()))
            .map(|contact| Row::of_contact(book, index, contact))
            .collect();
        sort(book, index, query.sort, &mut rows);
        Self { groups: group(book, query.group_by, pile, rows) }
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
    /// `either`: the search asks for people who were let go, so that nobody is hidden for it.
    fn shows(&self, book: &Book, index: &Index, contact: &Contact, today: NaiveDate, either: bool) -> bool {
        (either || contact.archived.is_some() == self.archived)
            && self.circle.is_none_or(|circle| contact.circles.contains(&circle))
            && (!self.thank_you_due || thank_you_due_on(book, index, contact.id).is_some())
            && (!self.review_due || review_due_on(book, index, contact.id).is_some_and(|day| day <= today))
            && (!self.virtual_only || is_virtual_only(book, index, contact.id))
    }
}

/// A tile with what it shows, looked up once.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub card: Option<&'a Card>,
    pub contact: Option<&'a Contact>,
    pub day: NaiveDate,
    /// Whether thanks were said for the card.
    pub is_thanked: bool,
}

impl<'a> Row<'a> {
    fn of_card(card: &'a Card) -> Self {
        Self { card: Some(card), contact: None, day: card.day(), is_thanked: false }
    }

    fn of_contact(book: &'a Book, index: &Index, contact: &'a Contact) -> Self {
        let links = index.links.contact(contact.id);
        let card = links.cards.first().and_then(|id| book.get(*id)).map(|card| &**card);
        let day = card.map_or_else(|| contact.created_at.date_naive(), Card::day);
        let is_thanked = card.is_some() && links.thanked_on.is_some_and(|thanked| thanked >= day);
        Self { card, contact: Some(contact), day, is_thanked }
    }

    pub fn tile(&self) -> Tile {
        Tile { card: self.card.map(|card| card.id), contact: self.contact.map(|contact| contact.id) }
    }
}

fn sort(book: &Book, index: &Index, sort: CardSort, rows: &mut [Row<'_>]) {
    let name = |row: &Row<'_>| row.contact.map_or("", |contact| index.search.sort_name(contact.id));
    match sort {
        CardSort::Newest => rows.sort_unstable_by_key(|row| (Reverse(row.day), Reverse(row.tile()))),
        CardSort::Name => rows.sort_by_cached_key(|row| (name(row).is_empty(), name(row), row.tile())),
        CardSort::Organization => rows.sort_by_cached_key(|row| {
            let affiliation = row.contact.and_then(|contact| contact.current_affiliation());
            let organization = affiliation.and_then(|affiliation| book.get(affiliation.organization));
            let organization = organization.map(|organization| crate::text::fold::fold(&organization.name));
            (organization.is_none(), organization, name(row), row.tile())
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};
    use crate::index::{GroupTitle, Query};
    use crate::model::{
        Affiliation, Archived, Attendance, Encounter, Event, FollowUp, FollowUpKind, Organization,
    };

    fn card(id: u128, contact: Option<u128>, received_on: NaiveDate, event: Option<u128>) -> Card {
        let (contact, event) = (contact.map(Id::new), event.map(Id::new));
        Card { id: Id::new(id), contact, received_on: Some(received_on), event, ..Card::default() }
    }

    /// Anna with two cards (the newer one of the fair), Ben of the fair, Zoe without a card, one card in the pile.
    fn story() -> Book {
        let mut book = Book::default();
        put(&mut book, contact(1, "Anna Abel"));
        put(&mut book, contact(2, "Ben Busch"));
        let circles = [Id::new(5)].into();
        let affiliations = vec![Affiliation { organization: Id::new(9), ..Affiliation::default() }];
        put(&mut book, Contact { circles, affiliations, ..contact(3, "Zoe Zander") });
        put(&mut book, Organization { id: Id::new(9), name: "Acme".to_owned(), ..Organization::default() });
        put(&mut book, Circle { id: Id::new(5), name: "Makers".to_owned(), ..Circle::default() });
        let status = Attendance::Attended;
        put(&mut book, Event { id: Id::new(7), starts_on: Some(day(10, 1)), status, ..Event::default() });
        put(&mut book, card(1, Some(1), day(3, 1), None));
        put(&mut book, card(2, Some(1), day(10, 1), Some(7)));
        put(&mut book, card(3, Some(2), day(10, 2), Some(7)));
        put(&mut book, card(4, None, day(10, 3), None));
        book
    }

    fn check(query: &GalleryQuery, text: &str, expected: &[(GroupTitle, &[(u128, u128)])]) {
        let book = story();
        let index = Index::rebuild(&book);
        let rows =
            GalleryRows::of(&book, &index, query, &index.find(&Query::parse(text), day(10, 14)), day(10, 14));
        let found: Vec<(GroupTitle, Vec<(u128, u128)>)> = rows
            .groups
            .iter()
            .map(|group| {
                let ids = |tile: &Tile| {
                    (tile.card.map_or(0, |id| id.value()), tile.contact.map_or(0, |id| id.value()))
                };
                (group.title, group.tiles.iter().map(ids).collect())
            })
            .collect();
        let expected: Vec<_> = expected.iter().map(|(title, tiles)| (*title, tiles.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_contact_has_one_tile_and_the_pile_comes_first() {
        let query = GalleryQuery::default();
        let fair = GroupTitle::Event(Id::new(7));
        check(
            &query,
            "",
            &[(GroupTitle::Pile, &[(4, 0)]), (fair, &[(3, 2), (2, 1)]), (GroupTitle::Without, &[(0, 3)])],
        );
        check(&query, "anna", &[(fair, &[(2, 1)])]);
    }

    #[test]
    fn filters_and_sorting_hold_together() {
        let everybody = GroupTitle::Everybody;
        let none = GalleryQuery { group_by: GroupBy::None, ..GalleryQuery::default() };
        let pile: (GroupTitle, &[(u128, u128)]) = (GroupTitle::Pile, &[(4, 0)]);
        let by_name = GalleryQuery { sort: CardSort::Name, ..none.clone() };
        check(&by_name, "", &[pile, (everybody, &[(2, 1), (3, 2), (0, 3)])]);
        let by_organization = GalleryQuery { sort: CardSort::Organization, ..none.clone() };
        check(&by_organization, "", &[pile, (everybody, &[(0, 3), (2, 1), (3, 2)])]);
        let circle = GalleryQuery { circle: Some(Id::new(5)), ..none.clone() };
        check(&circle, "", &[(everybody, &[(0, 3)])]);
        check(&GalleryQuery { archived: true, ..none }, "", &[]);
    }

    #[test]
    fn what_is_due_is_found_and_the_archive_is_hidden() {
        let mut book = story();
        let people = |id| [Id::new(id)].into();
        let (kind, due_on) = (FollowUpKind::ThankYou, day(10, 3));
        put(&mut book, FollowUp { id: Id::new(1), kind, due_on, contacts: people(2), ..FollowUp::default() });
        let thanks = Encounter { id: Id::new(1), on: day(10, 2), is_thank_you: true, ..Encounter::default() };
        let kind = crate::model::EncounterKind::Email;
        put(&mut book, Encounter { contacts: people(1), kind, ..thanks.clone() });
        put(&mut book, Encounter { id: Id::new(2), contacts: people(3), kind, ..thanks });
        let index = Index::rebuild(&book);
        let found = |query: GalleryQuery, today| -> Vec<u128> {
            let rows = GalleryRows::of(&book, &index, &query, &SearchResult::default(), today);
            rows.tiles().filter_map(|tile| Some(tile.contact?.value())).collect()
        };
        let query = GalleryQuery::default();
        assert_eq!(found(GalleryQuery { thank_you_due: true, ..query.clone() }, day(10, 14)), [2]);
        assert_eq!(found(GalleryQuery { virtual_only: true, ..query.clone() }, day(10, 14)), [3]);
        let review = GalleryQuery { review_due: true, ..query.clone() };
        assert!(found(review.clone(), day(10, 30)).is_empty());
        assert_eq!(found(review.clone(), day(10, 31)), [1], "thirty days after the newest card");
        assert_eq!(found(review, day(11, 1)), [2, 1]);
        let rows = GalleryRows::of(&book, &index, &query, &SearchResult::default(), day(10, 14));
        assert_eq!((rows.groups[1].thanked, rows.groups[1].to_thank), (1, 2));

        put(&mut book, Contact { archived: Some(Archived::default()), ..contact(1, "Anna Abel") });
        let index = Index::rebuild(&book);
        let shown = |archived| {
            let query = GalleryQuery { archived, ..GalleryQuery::default() };
            GalleryRows::of(&book, &index, &query, &SearchResult::default(), day(10, 14)).len()
        };
        assert_eq!((shown(false), shown(true)), (3, 1));
    }
}
