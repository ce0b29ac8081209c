//! The headings of the gallery.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::cards::{Tile, day_of};
use super::{Index, is_thanked};
use crate::model::{Book, Circle, Event, Id, Organization};

/// What headings the gallery has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupBy {
    /// The event at which the newest card was received; the newest event first.
    #[default]
    Event,
    /// The month in which the newest card was received; the newest first.
    Month,
    /// The organization today, by name.
    Organization,
    /// Each circle in its order; a person in two circles is in both.
    Circle,
    /// No headings.
    None,
}

impl GroupBy {
    /// All, in the order of the menu.
    pub const ALL: [Self; 5] = [Self::Event, Self::Month, Self::Organization, Self::Circle, Self::None];
}

/// What stands in a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupTitle {
    /// The pile.
    Pile,
    /// An event.
    Event(Id<Event>),
    /// A month.
    Month {
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// An organization.
    Organization(Id<Organization>),
    /// A circle.
    Circle(Id<Circle>),
    /// People without event, organization or circle.
    Without,
    /// Everybody: there are no headings.
    Everybody,
}

/// Tiles under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What the heading says.
    pub title: GroupTitle,
    /// The day of the event, or the first of the month.
    pub date: Option<NaiveDate>,
    /// The tiles, sorted.
    pub tiles: Vec<Tile>,
    /// How many of [`Group::to_thank`] have been thanked.
    pub thanked: usize,
    /// How many tiles are cards of people, who can be thanked.
    pub to_thank: usize,
}

/// Puts sorted tiles under their headings; their order inside a group stays.
pub(super) fn group(
    book: &Book,
    index: &Index,
    by: GroupBy,
    pile: Vec<Tile>,
    tiles: Vec<Tile>,
) -> Vec<Group> {
    let mut groups: BTreeMap<GroupTitle, Vec<Tile>> = BTreeMap::new();
    for tile in tiles {
        for title in titles(book, by, tile) {
            groups.entry(title).or_default().push(tile);
        }
    }
    let mut groups: Vec<Group> =
        groups.into_iter().map(|(title, tiles)| heading(book, index, title, tiles)).collect();
    groups.sort_by_cached_key(|group| order(book, group));
    if !pile.is_empty() {
        groups.insert(0, heading(book, index, GroupTitle::Pile, pile));
    }
    groups
}

fn titles(book: &Book, by: GroupBy, tile: Tile) -> Vec<GroupTitle> {
    let contact = tile.contact.and_then(|id| book.get(id));
    let title = match by {
        GroupBy::Event => tile
            .card
            .and_then(|id| book.get(id)?.event)
            .filter(|id| book.get(*id).is_some())
            .map(GroupTitle::Event),
        GroupBy::Month => {
            day_of(book, tile).map(|day| GroupTitle::Month { year: day.year(), month: day.month() })
        }
        GroupBy::Organization => contact
            .and_then(|contact| contact.current_affiliation())
            .map(|affiliation| affiliation.organization)
            .filter(|id| book.get(*id).is_some())
            .map(GroupTitle::Organization),
        GroupBy::Circle => {
            let circles = contact.into_iter().flat_map(|contact| &contact.circles);
            let titles: Vec<_> =
                circles.filter(|id| book.get(**id).is_some()).map(|id| GroupTitle::Circle(*id)).collect();
            if !titles.is_empty() {
                return titles;
            }
            None
        }
        GroupBy::None => Some(GroupTitle::Everybody),
    };
    vec![title.unwrap_or(GroupTitle::Without)]
}

fn heading(book: &Book, index: &Index, title: GroupTitle, tiles: Vec<Tile>) -> Group {
    let date = match title {
        GroupTitle::Event(id) => book.get(id).and_then(|event| event.starts_on),
        GroupTitle::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1),
        _ => None,
    };
    let cards = tiles.iter().filter(|tile| tile.contact.is_some()).filter_map(|tile| book.get(tile.card?));
    let (mut thanked, mut to_thank) = (0, 0);
    for card in cards {
        to_thank += 1;
        thanked += usize::from(is_thanked(book, index, card));
    }
    Group { title, date, tiles, thanked, to_thank }
}

/// Dated groups the newest first, undated events after them, named ones by name, "without" last.
fn order(book: &Book, group: &Group) -> (bool, Reverse<Option<NaiveDate>>, u32, String, GroupTitle) {
    let (place, name) = match group.title {
        GroupTitle::Organization(id) => {
            (0, book.get(id).map_or_else(String::new, |record| super::folding::fold(&record.name)))
        }
        GroupTitle::Circle(id) => {
            book.get(id).map_or((u32::MAX, String::new()), |circle| (circle.order, circle.name.clone()))
        }
        _ => (0, String::new()),
    };
    (group.title == GroupTitle::Without, Reverse(group.date), place, name, group.title)
}
