//! The rows of the gallery: which cards, in which order, in which groups.
//!
//! Owns filters and sorting. Must not know sizes or pictures. Start reading at [`GalleryRows::of`].
//!
//! Invariant: a contact has exactly one tile, that of the newest card, or one without a card
//! (held by `index::cards::tests`).

use std::borrow::Cow;
use std::cmp::Reverse;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::groups::{Group, GroupBy, group};
use super::{Index, SearchResult, Spot, Warmth, is_virtual_only, review_due_on, thank_you_due_on};
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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CardSort {
    /// Newest card first; contacts without a card by the day on which they were taken into the book.
    #[default]
    Newest,
    /// By name: family name first, by reading where there is one.
    Name,
    /// By organization, then by name; people without one last.
    Organization,
    /// The warmest relationship today first.
    Warmth,
    /// The last encounter first; people never met last.
    LastContact,
    /// By job title.
    Title,
    /// By city.
    City,
    /// By the title of the event at which the newest card was received.
    Event,
    /// What is due first.
    Due,
    /// By the first e-mail address.
    Email,
    /// By the first phone number.
    Phone,
}

impl CardSort {
    /// Those of the menu, in its order; the table sorts by the others too.
    pub const MENU: [Self; 5] =
        [Self::Newest, Self::Name, Self::Organization, Self::Warmth, Self::LastContact];
}

/// What the gallery shows; all filters hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GalleryQuery {
    /// What headings there are.
    pub group_by: GroupBy,
    /// How tiles are ordered.
    pub sort: CardSort,
    /// The other way round; what lacks what is sorted by stays last.
    pub reversed: bool,
    /// Only people of this circle.
    pub circle: Option<Id<Circle>>,
    /// Only people whose newest card is here or in a place inside it, and such cards of the pile.
    pub place: Option<Spot>,
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
        let here = query.place.map(|spot| index.cards_within(spot));
        let is_here = |card: Option<Id<Card>>| {
            here.as_ref().is_none_or(|here| card.is_some_and(|card| here.contains(&card)))
        };
        let mut pile = Vec::new();
        if !is_filtered {
            let cards = index.links.pile().iter().filter_map(|id| book.get(*id));
            let cards = cards.filter(|card| search.matches_card(card) && is_here(Some(card.id)));
            pile.extend(cards.map(|card| Row::of_card(card)));
        }
        let mut rows: Vec<Row<'_>> = book
            .contacts
            .values()
            .filter(|contact| search.matches(contact.id))
            .filter(|contact| is_here(index.links.current_card(contact.id)))
            .filter(|contact| query.shows(book, index, contact, today, search.asks_for_archived()))
            .map(|contact| Row::of_contact(book, index, contact, today))
            .collect();
        // Only who asks for it pays for it.
        if query.group_by == GroupBy::Warmth || query.sort == CardSort::Warmth {
            for row in &mut rows {
                row.warmth =
                    row.contact.map_or(0.0, |contact| Warmth::value_on(book, index, contact.id, today));
            }
        }
        sort(book, index, query, today, &mut rows);
        let tree = (query.group_by == GroupBy::Place).then(|| index.place_tree());
        Self { groups: group(book, tree.as_deref(), query.group_by, pile, rows) }
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
    /// Whether a thank-you or a review is due.
    pub is_due: bool,
    /// From 0 to 100, where it was asked for.
    pub warmth: f32,
}

impl<'a> Row<'a> {
    fn of_card(card: &'a Card) -> Self {
        Self {
            card: Some(card),
            contact: None,
            day: card.day(),
            is_thanked: false,
            is_due: false,
            warmth: 0.0,
        }
    }

    fn of_contact(book: &'a Book, index: &Index, contact: &'a Contact, today: NaiveDate) -> Self {
        let links = index.links.contact(contact.id);
        let card = links.cards.first().and_then(|id| book.get(*id)).map(|card| &**card);
        let day = card.map_or_else(|| contact.created_at.date_naive(), Card::day);
        let is_thanked = card.is_some() && links.thanked_on.is_some_and(|thanked| thanked >= day);
        let has_come = |day: Option<NaiveDate>| day.is_some_and(|day| day <= today);
        let is_due = has_come(thank_you_due_on(book, index, contact.id))
            || has_come(review_due_on(book, index, contact.id));
        Self { card, contact: Some(contact), day, is_thanked, is_due, warmth: 0.0 }
    }

    pub fn tile(&self) -> Tile {
        Tile { card: self.card.map(|card| card.id), contact: self.contact.map(|contact| contact.id) }
    }
}

/// The city of somebody: of the first address that has one, otherwise of the organization today.
pub fn city_of<'a>(book: &'a Book, contact: &'a Contact) -> Option<&'a str> {
    let own = contact.addresses.iter().map(|address| address.city.trim()).find(|city| !city.is_empty());
    own.or_else(|| {
        let affiliation = contact.current_affiliation()?;
        let city = book.get(affiliation.organization)?.city.trim();
        (!city.is_empty()).then_some(city)
    })
}

/// The day of the last encounter; what is still to come does not count.
pub fn last_contact_on(
    book: &Book,
    index: &Index,
    contact: Id<Contact>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let encounters = index.links.contact(contact).encounters.iter().filter_map(|id| book.get(*id));
    encounters.map(|encounter| encounter.on).find(|on| *on <= today)
}

/// A key that is sorted one way or the other.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Turned<K> {
    On(K),
    Back(Reverse<K>),
}

fn sort(book: &Book, index: &Index, query: &GalleryQuery, today: NaiveDate, rows: &mut [Row<'_>]) {
    let fold = |text: &str| Some(crate::text::fold::fold(text)).filter(|text| !text.is_empty());
    let by = Sorter { index, reversed: query.reversed };
    match query.sort {
        CardSort::Newest if query.reversed => rows.sort_unstable_by_key(|row| (row.day, row.tile())),
        CardSort::Newest => rows.sort_unstable_by_key(|row| (Reverse(row.day), Reverse(row.tile()))),
        CardSort::Name => by.sort(rows, |row| Some(by.name(row)).filter(|name| !name.is_empty())),
        CardSort::Organization => {
            by.sort(rows, |row| fold(&book.get(row.contact?.current_affiliation()?.organization)?.name));
        }
        CardSort::Warmth => by.sort(rows, |row| Some(Reverse(row.warmth.max(0.0).to_bits()))),
        CardSort::LastContact => {
            by.sort(rows, |row| last_contact_on(book, index, row.contact?.id, today).map(Reverse));
        }
        CardSort::Title => by.sort(rows, |row| fold(&row.contact?.current_affiliation()?.title)),
        CardSort::City => by.sort(rows, |row| fold(city_of(book, row.contact?)?)),
        CardSort::Event => by.sort(rows, |row| fold(&book.get(row.card?.event?)?.title)),
        CardSort::Due => by.sort(rows, |row| {
            let first = *index.links.contact(row.contact?.id).open_follow_ups.first()?;
            Some(book.get(first)?.due_on)
        }),
        CardSort::Email => by.sort(rows, |row| fold(&row.contact?.emails.first()?.value)),
        CardSort::Phone => by.sort(rows, |row| fold(&row.contact?.phones.first()?.value)),
    }
}

struct Sorter<'a> {
    index: &'a Index,
    reversed: bool,
}

impl<'a> Sorter<'a> {
    fn name(&self, row: &Row<'_>) -> Cow<'a, str> {
        row.contact.map_or(Cow::Borrowed(""), |contact| self.index.sort_name(contact.id))
    }

    /// Sorts by a key; rows without one come last, whichever way round, and equal ones by name.
    fn sort<K: Ord>(&self, rows: &mut [Row<'_>], key: impl Fn(&Row<'_>) -> Option<K>) {
        rows.sort_by_cached_key(|row| {
            let key = key(row);
            let is_missing = key.is_none();
            let key = if self.reversed { Turned::Back(Reverse(key)) } else { Turned::On(key) };
            (is_missing, key, self.name(row), row.tile())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};
    use crate::index::{GroupTitle, Query, WarmthBand};
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
                (group.title.clone(), group.tiles.iter().map(ids).collect())
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(title, tiles)| (title.clone(), tiles.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_contact_has_one_tile_and_the_pile_comes_first() {
        let query = GalleryQuery::default();
        let fair = GroupTitle::Event(Id::new(7));
        check(
            &query,
            "",
            &[
                (GroupTitle::Pile, &[(4, 0)]),
                (fair.clone(), &[(3, 2), (2, 1)]),
                (GroupTitle::Without, &[(0, 3)]),
            ],
        );
        check(&query, "anna", &[(fair, &[(2, 1)])]);
    }

    #[test]
    fn filters_and_sorting_hold_together() {
        let everybody = GroupTitle::Everybody;
        let none = GalleryQuery { group_by: GroupBy::None, ..GalleryQuery::default() };
        let pile: (GroupTitle, &[(u128, u128)]) = (GroupTitle::Pile, &[(4, 0)]);
        let by_name = GalleryQuery { sort: CardSort::Name, ..none.clone() };
        check(&by_name, "", &[pile.clone(), (everybody.clone(), &[(2, 1), (3, 2), (0, 3)])]);
        let by_organization = GalleryQuery { sort: CardSort::Organization, ..none.clone() };
        check(&by_organization, "", &[pile, (everybody.clone(), &[(0, 3), (2, 1), (3, 2)])]);
        let circle = GalleryQuery { circle: Some(Id::new(5)), ..none.clone() };
        check(&circle, "", &[(everybody, &[(0, 3)])]);
        check(&GalleryQuery { archived: true, ..none }, "", &[]);
    }

    #[test]
    fn what_lacks_the_key_comes_last_whichever_way_round() {
        let sorted = |sort, reversed, expected: [u128; 3]| {
            let mut book = story();
            let people = |id| [Id::new(id)].into();
            let met =
                Encounter { id: Id::new(1), on: day(10, 1), contacts: people(1), ..Encounter::default() };
            put(&mut book, Encounter { id: Id::new(2), on: day(9, 1), contacts: people(2), ..met.clone() });
            put(&mut book, Encounter { id: Id::new(3), on: day(11, 1), contacts: people(3), ..met.clone() });
            put(&mut book, met);
            let index = Index::rebuild(&book);
            let query = GalleryQuery { group_by: GroupBy::None, sort, reversed, ..GalleryQuery::default() };
            let rows = GalleryRows::of(&book, &index, &query, &SearchResult::default(), day(10, 14));
            let found: Vec<u128> = rows.tiles().filter_map(|tile| Some(tile.contact?.value())).collect();
            assert_eq!(found, expected, "{sort:?} {reversed}");
        };
        sorted(CardSort::LastContact, false, [1, 2, 3]);
        sorted(CardSort::LastContact, true, [2, 1, 3]);
        sorted(CardSort::Organization, false, [3, 1, 2]);
        sorted(CardSort::Organization, true, [3, 1, 2]);
        sorted(CardSort::Name, true, [3, 2, 1]);
        sorted(CardSort::Warmth, false, [1, 2, 3]);
        sorted(CardSort::Event, false, [1, 2, 3]);
    }

    #[test]
    fn cities_and_warmth_are_groups() {
        let mut book = story();
        let at = |city: &str| vec![crate::model::Address { city: city.to_owned(), ..Default::default() }];
        put(&mut book, Contact { addresses: at("Jena"), ..contact(1, "Anna Abel") });
        put(&mut book, Contact { addresses: at(" JENA "), ..contact(2, "Ben Busch") });
        let index = Index::rebuild(&book);
        let groups = |group_by| {
            let query = GalleryQuery { group_by, ..GalleryQuery::default() };
            let rows = GalleryRows::of(&book, &index, &query, &SearchResult::default(), day(10, 14));
            rows.groups.into_iter().skip(1).map(|group| (group.title, group.tiles.len())).collect::<Vec<_>>()
        };
        assert_eq!(groups(GroupBy::City), [(GroupTitle::City("Jena".into()), 2), (GroupTitle::Without, 1)]);
        put(&mut book, crate::model::Storage { id: Id::new(6), ..Default::default() });
        let whereabouts = crate::model::Whereabouts::StoredIn(Id::new(6));
        put(&mut book, Card { whereabouts, ..card(3, Some(2), day(10, 2), Some(7)) });
        let lent = crate::model::Whereabouts::LentTo { contact: Id::new(3), on: day(10, 5), from: None };
        put(&mut book, Card { whereabouts: lent, ..card(2, Some(1), day(10, 1), Some(7)) });
        let index = Index::rebuild(&book);
        let query = GalleryQuery { group_by: GroupBy::Place, ..GalleryQuery::default() };
        let rows = GalleryRows::of(&book, &index, &query, &SearchResult::default(), day(10, 14));
        let found: Vec<GroupTitle> = rows.groups.into_iter().skip(1).map(|group| group.title).collect();
        let away = GroupTitle::Away(crate::index::Spot::Lent);
        assert_eq!(found, [GroupTitle::Place(Id::new(6)), away, GroupTitle::Without]);
        let index = Index::rebuild(&story());
        let book = story();
        let groups = |group_by| {
            let query = GalleryQuery { group_by, ..GalleryQuery::default() };
            let rows = GalleryRows::of(&book, &index, &query, &SearchResult::default(), day(10, 14));
            rows.groups.into_iter().skip(1).map(|group| (group.title, group.tiles.len())).collect::<Vec<_>>()
        };
        let bands = [WarmthBand::Cool, WarmthBand::Nothing].map(GroupTitle::Warmth);
        let found: Vec<GroupTitle> = groups(GroupBy::Warmth).into_iter().map(|(title, _)| title).collect();
        assert_eq!(found, bands, "a card of this month warms a little");
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
