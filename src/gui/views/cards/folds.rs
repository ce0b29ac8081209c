//! Which groups are folded: kept between starts, in the settings of the program.
//!
//! Settings lie open on the disk, a book may be locked with a passphrase. So a group is kept as a mark, which is made of
//! the id of the book and of the group, and says nothing to whoever finds it. Start reading at [`mark`].

use std::collections::BTreeSet;

use crate::gui::settings;
use crate::index::{GroupBy, GroupTitle};
use crate::model::{Book, Id};

/// So many folded groups are remembered, those of all books together; the oldest are forgotten first.
const REMEMBERED: usize = 512;

/// The folded groups, as the settings have them.
#[derive(Default)]
pub(super) struct Folds {
    kept: Vec<u64>,
    all: BTreeSet<u64>,
    generation: u64,
}

impl Folds {
    /// Takes over what the settings say.
    pub fn follow(&mut self, kept: &[u64]) {
        if self.kept != kept {
            self.kept = kept.to_vec();
            self.all = kept.iter().copied().collect();
            self.generation += 1;
        }
    }

    /// Whether the group of this mark is folded.
    pub fn has(&self, mark: u64) -> bool {
        self.all.contains(&mark)
    }

    /// Counts up with every change.
    pub const fn generation(&self) -> u64 {
        self.generation
    }
}

/// Folds or unfolds the group of this mark in the list of the settings.
pub(super) fn fold(kept: &mut Vec<u64>, mark: u64, folded: bool) {
    kept.retain(|other| *other != mark);
    if folded {
        kept.push(mark);
        kept.drain(..kept.len().saturating_sub(REMEMBERED));
    }
}

/// The mark of a group of a book.
pub(super) fn mark(book: Id<Book>, by: GroupBy, title: &GroupTitle) -> u64 {
    let of = |kind: u8, bytes: &[u8]| settings::mark(book, kind, bytes);
    match title {
        GroupTitle::Pile => of(0, &[]),
        GroupTitle::Event(id) => of(1, &id.value().to_be_bytes()),
        GroupTitle::Month { year, month } => {
            of(2, &[&year.to_be_bytes()[..], &month.to_be_bytes()[..]].concat())
        }
        GroupTitle::Organization(id) => of(3, &id.value().to_be_bytes()),
        GroupTitle::Circle(id) => of(4, &id.value().to_be_bytes()),
        GroupTitle::City(city) => of(5, city.as_bytes()),
        GroupTitle::Warmth(band) => of(6, &[*band as u8]),
        GroupTitle::Place(id) => of(9, &id.value().to_be_bytes()),
        GroupTitle::Away(spot) => of(10, format!("{spot:?}").as_bytes()),
        // Without an event is another group than without a city.
        GroupTitle::Without => of(7, &[by as u8]),
        GroupTitle::Everybody => of(8, &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_tells_books_groups_and_kinds_of_groups_apart() {
        let titles = [
            GroupTitle::Pile,
            GroupTitle::Everybody,
            GroupTitle::Without,
            GroupTitle::Event(Id::new(7)),
            GroupTitle::Circle(Id::new(7)),
            GroupTitle::City("Jena".into()),
        ];
        let mut marks = BTreeSet::new();
        for book in [Id::new(1), Id::new(2)] {
            marks.extend(titles.iter().map(|title| mark(book, GroupBy::Event, title)));
        }
        marks.insert(mark(Id::new(1), GroupBy::City, &GroupTitle::Without));
        assert_eq!(marks.len(), 2 * titles.len() + 1);
        let again = mark(Id::new(1), GroupBy::Circle, &GroupTitle::Pile);
        assert!(marks.contains(&again), "the pile is the same pile under all headings");
    }

    #[test]
    fn the_oldest_folded_groups_are_forgotten_first() {
        let mut kept = Vec::new();
        (0..600).for_each(|mark| fold(&mut kept, mark, true));
        assert_eq!((kept.len(), kept.first(), kept.last()), (REMEMBERED, Some(&88), Some(&599)));
        fold(&mut kept, 599, true);
        fold(&mut kept, 300, false);
        assert!(kept.len() == REMEMBERED - 1 && !kept.contains(&300));
    }
}
