//! The headings of the gallery.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::WarmthBand;
use super::cards::{Row, Tile, city_of};
use super::places::{PlaceTree, Spot};
use crate::model::{Book, Circle, Event, Id, Organization, Storage};

/// What headings the gallery has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// The city of the address, or of the organization, by name.
    City,
    /// How warm the relationship is today, the warmest first.
    Warmth,
    /// No headings.
    None,
    /// The place in which the newest card lies, in the order of the tree.
    Place,
}

impl GroupBy {
    /// All, in the order of the menu.
    pub const ALL: [Self; 8] = [
        Self::Event,
        Self::Month,
        Self::Organization,
        Self::Circle,
        Self::City,
        Self::Place,
        Self::Warmth,
        Self::None,
    ];
}

/// What stands in a heading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// A city, as most write it first.
    City(Arc<str>),
    /// A place.
    Place(Id<Storage>),
    /// Lent, given away, thrown away, or without paper.
    Away(Spot),
    /// How warm.
    Warmth(WarmthBand),
    /// People without event, organization, circle or city.
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
    /// How many tiles are people with a thank-you or a review that is due.
    pub due: usize,
}

/// Puts sorted rows under their headings; their order inside a group stays.
pub(super) fn group(
    book: &Book,
    tree: Option<&PlaceTree>,
    by: GroupBy,
    pile: Vec<Row<'_>>,
    rows: Vec<Row<'_>>,
) -> Vec<Group> {
    let mut groups: BTreeMap<GroupTitle, Vec<Row<'_>>> = BTreeMap::new();
    let cities = if by == GroupBy::City { cities(book, &rows) } else { BTreeMap::new() };
    for row in rows {
        let mut put = |title| groups.entry(title).or_default().push(row);
        if by == GroupBy::Circle {
            let circles = row.contact.into_iter().flat_map(|contact| &contact.circles);
            let mut circles = circles.filter(|id| book.get(**id).is_some()).peekable();
            if circles.peek().is_none() {
                put(GroupTitle::Without);
            }
            circles.for_each(|id| put(GroupTitle::Circle(*id)));
        } else if by == GroupBy::City {
            let city = row.contact.and_then(|contact| city_of(book, contact));
            let shown = city.and_then(|city| cities.get(&crate::text::fold::fold(city)));
            put(shown.map_or(GroupTitle::Without, |city| GroupTitle::City(Arc::clone(city))));
        } else {
            put(title(book, by, row).unwrap_or(GroupTitle::Without));
        }
    }
    let mut shown: BTreeMap<GroupTitle, Group> = BTreeMap::new();
    for (title, rows) in groups {
        let title = if exists(book, &title) { title } else { GroupTitle::Without };
        let new = heading(book, title.clone(), &rows);
        match shown.entry(title) {
            Entry::Vacant(place) => {
                place.insert(new);
            }
            // A card of an event that is missing joins those without one.
            Entry::Occupied(mut place) => place.get_mut().join(new),
        }
    }
    let mut groups: Vec<Group> = shown.into_values().collect();
    groups.sort_by_cached_key(|group| order(book, tree, group));
    if !pile.is_empty() {
        groups.insert(0, heading(book, GroupTitle::Pile, &pile));
    }
    groups
}

/// The spelling of each city that most people have, by its folded name: capital letters, accents and widths make
/// no second city of one.
fn cities(book: &Book, rows: &[Row<'_>]) -> BTreeMap<String, Arc<str>> {
    let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        if let Some(city) = row.contact.and_then(|contact| city_of(book, contact)) {
            *spellings.entry(city).or_default() += 1;
        }
    }
    let mut best: BTreeMap<String, (usize, bool, &str)> = BTreeMap::new();
    for (city, count) in spellings {
        // Of two that are as frequent, the one that does not shout.
        let new = (count, city.chars().any(char::is_lowercase), city);
        let kept = best.entry(crate::text::fold::fold(city)).or_insert(new);
        *kept = new.max(*kept);
    }
    best.into_iter().map(|(folded, (.., city))| (folded, Arc::from(city))).collect()
}

impl Group {
    fn join(&mut self, other: Self) {
        self.tiles.extend(other.tiles);
        self.thanked += other.thanked;
        self.to_thank += other.to_thank;
        self.due += other.due;
    }
}

fn exists(book: &Book, title: &GroupTitle) -> bool {
    match title {
        GroupTitle::Event(id) => book.get(*id).is_some(),
        GroupTitle::Organization(id) => book.get(*id).is_some(),
        GroupTitle::Circle(id) => book.get(*id).is_some(),
        GroupTitle::Place(id) => book.get(*id).is_some(),
        GroupTitle::Pile
        | GroupTitle::Away(_)
        | GroupTitle::Month { .. }
        | GroupTitle::City(_)
        | GroupTitle::Warmth(_)
        | GroupTitle::Without
        | GroupTitle::Everybody => true,
    }
}

fn title(book: &Book, by: GroupBy, row: Row<'_>) -> Option<GroupTitle> {
    match by {
        GroupBy::Event => row.card?.event.map(GroupTitle::Event),
        GroupBy::Month => Some(GroupTitle::Month { year: row.day.year(), month: row.day.month() }),
        GroupBy::Organization => {
            let affiliation = row.contact?.current_affiliation()?;
            Some(GroupTitle::Organization(affiliation.organization))
        }
        GroupBy::Circle | GroupBy::City => None,
        GroupBy::Place => match Spot::of(book, row.card?) {
            Spot::Place(place) => Some(GroupTitle::Place(place)),
            Spot::Unknown => None,
            away => Some(GroupTitle::Away(away)),
        },
        GroupBy::Warmth => Some(GroupTitle::Warmth(WarmthBand::of(row.warmth))),
        GroupBy::None => Some(GroupTitle::Everybody),
    }
}

fn heading(book: &Book, title: GroupTitle, rows: &[Row<'_>]) -> Group {
    let date = match title {
        GroupTitle::Event(id) => book.get(id).and_then(|event| event.starts_on),
        GroupTitle::Month { year, month } => NaiveDate::from_ymd_opt(year, month, 1),
        _ => None,
    };
    Group {
        due: rows.iter().filter(|row| row.is_due).count(),
        title,
        date,
        tiles: rows.iter().map(Row::tile).collect(),
        thanked: rows.iter().filter(|row| row.is_thanked).count(),
        to_thank: rows.iter().filter(|row| row.card.is_some() && row.contact.is_some()).count(),
    }
}

/// Dated groups the newest first, undated events after them, named ones by name, "without" last.
fn order(
    book: &Book,
    tree: Option<&PlaceTree>,
    group: &Group,
) -> (bool, Reverse<Option<NaiveDate>>, u32, String, GroupTitle) {
    let (place, name) = match group.title {
        GroupTitle::Organization(id) => {
            (0, book.get(id).map_or_else(String::new, |record| crate::text::fold::fold(&record.name)))
        }
        GroupTitle::Circle(id) => {
            book.get(id).map_or((u32::MAX, String::new()), |circle| (circle.order, circle.name.clone()))
        }
        GroupTitle::Place(id) => {
            let at = tree.and_then(|tree| tree.at(id));
            (at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX - 1), String::new())
        }
        GroupTitle::Away(_) => (u32::MAX, String::new()),
        GroupTitle::City(ref city) => (0, crate::text::fold::fold(city)),
        _ => (0, String::new()),
    };
    (group.title == GroupTitle::Without, Reverse(group.date), place, name, group.title.clone())
}
