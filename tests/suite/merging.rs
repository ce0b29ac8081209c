//! Two machines change one book; both changes are in it afterwards. Held for every order of every edit, and told as
//! stories.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cardloom::edit::merge::{MergeReport, Merged, Other, merge, open_conflicts};
use cardloom::edit::*;
use cardloom::model::*;
use cardloom::text::{Locale, Texts};
use cardloom::with_tables;
use chrono::{DateTime, Utc};
use proptest::prelude::*;

use crate::properties::{config, dice, draw_edit, story};
use crate::world::{World, today};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_792_000_000, 0).expect("a moment")
}

fn other() -> Other {
    Other { source: "book.sync-conflict.ron".to_owned(), now: now() }
}

fn join(base: &Book, ours: &Book, theirs: &Book) -> Merged {
    merge(base, ours, theirs, &other())
}

/// What a machine did to a book; the two machines make different ids and their clocks differ.
fn changed(book: &Book, machine: u8, throws: &[Vec<u16>]) -> Book {
    let mut book = book.clone();
    for (step, throws) in throws.iter().enumerate() {
        let edit = draw_edit(&dice(throws), &book);
        let first_id = (u128::from(machine) << 100) | ((step as u128 + 1) << 64);
        let at =
            now() + chrono::Duration::minutes(i64::try_from(step).expect("few") * 7 + i64::from(machine));
        if let Ok(transaction) = edit.carry_out(&book, Stamp::new(at, today(), first_id)) {
            transaction.apply(&mut book);
        }
    }
    book
}

/// The book as if it had just been read from a file: nothing is shared.
fn reread(book: &Book) -> Book {
    let mut copy = Book { header: Arc::new(Header::clone(&book.header)), ..Book::default() };
    macro_rules! copy_all {
        ($($field:ident: $kind:ident,)*) => {
            $(for record in book.$field.values() {
                $kind::table_mut(&mut copy).insert(record.id, Arc::new($kind::clone(record)));
            })*
        };
    }
    with_tables!(copy_all);
    copy
}

fn all(book: &Book) -> BTreeSet<RecordRef> {
    cardloom::index::all_records(book)
}

/// The book without questions and without the moments of change.
fn plain(book: &Book) -> Book {
    let mut book = Book { conflicts: Arc::default(), ..reread(book) };
    macro_rules! forget {
        ($($field:ident: $kind:ident)*) => {
            $(for record in $kind::table_mut(&mut book).values_mut() {
                Arc::make_mut(record).updated_at = DateTime::default();
            })*
        };
    }
    forget! {
        circles: Circle organizations: Organization contacts: Contact events: Event cards: Card encounters: Encounter
        introductions: Introduction referrals: Referral follow_ups: FollowUp
    }
    book
}

fn decide_all(book: &Book, conflicts: &[Id<Conflict>], choice: Choice) -> Result<Book, EditError> {
    let mut book = book.clone();
    for (at, id) in conflicts.iter().enumerate() {
        let stamp = Stamp::new(now(), today(), (7 << 120) | at as u128);
        Edit::ResolveConflict { conflict: *id, choice }.carry_out(&book, stamp)?.apply(&mut book);
    }
    Ok(book)
}

fn some_edits() -> impl Strategy<Value = Vec<Vec<u16>>> {
    prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 0..10)
}

/// A base with a history of its own, and what two machines made of it.
fn three() -> impl Strategy<Value = (Book, Book, Book)> {
    (some_edits(), some_edits(), some_edits()).prop_map(|(before, ours, theirs)| {
        let base = changed(story().book(), 1, &before);
        (base.clone(), changed(&base, 2, &ours), reread(&changed(&base, 3, &theirs)))
    })
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn a_side_without_changes_adds_nothing((base, ours, theirs) in three()) {
        prop_assert_eq!(&join(&base, &ours, &base).book, &ours);
        prop_assert_eq!(&join(&base, &base, &theirs).book, &theirs);
        prop_assert_eq!(&join(&base, &ours, &reread(&ours)).book, &ours);
        prop_assert_eq!(join(&base, &ours, &reread(&base)).report, MergeReport::default());
    }

    #[test]
    fn merging_again_changes_nothing((base, ours, theirs) in three()) {
        let once = join(&base, &ours, &theirs).book;
        let twice = join(&base, &once, &theirs);
        prop_assert_eq!(&twice.book, &once);
        prop_assert_eq!(twice.report.conflicts, 0);
    }

    #[test]
    fn the_sides_may_be_swapped((base, ours, theirs) in three()) {
        let (here, there) = (join(&base, &ours, &theirs).book, join(&base, &theirs, &ours).book);
        prop_assert_eq!(all(&here), all(&there));
        let asked: Vec<Id<Conflict>> = here
            .conflicts
            .keys()
            .filter(|id| !ours.conflicts.contains_key(id) && !theirs.conflicts.contains_key(id))
            .copied()
            .collect();
        // Whoever chooses the other value everywhere here has what stays everywhere there.
        let decided = decide_all(&here, &asked, Choice::Other).expect("every other value can be chosen");
        let mut there = there;
        Arc::make_mut(&mut there.header).id = decided.header.id;
        prop_assert_eq!(plain(&decided), plain(&there));
    }

    #[test]
    fn nothing_that_one_side_added_is_dropped((base, ours, theirs) in three()) {
        let joined = join(&base, &ours, &theirs).book;
        for side in [&ours, &theirs] {
            for record in all(side) {
                prop_assert!(base.contains(record) || joined.contains(record), "{} is lost", record);
            }
        }
        for (id, record) in base.contacts.iter() {
            // A change is no less than an addition.
            if let Some(changed) = theirs.get(*id) && changed != record {
                prop_assert!(joined.get(*id).is_some(), "the changed {} is lost", id);
            }
        }
    }

    #[test]
    fn every_link_leads_somewhere((base, ours, theirs) in three()) {
        prop_assert_eq!(join(&base, &ours, &theirs).book.dangling(), vec![]);
        prop_assert_eq!(join(&Book::default(), &ours, &theirs).book.dangling(), vec![]);
    }

    #[test]
    fn without_a_common_past_everything_of_both_stays((_base, ours, theirs) in three()) {
        let joined = join(&Book::default(), &ours, &theirs).book;
        let both: BTreeSet<RecordRef> = all(&ours).union(&all(&theirs)).copied().collect();
        for record in both {
            prop_assert!(joined.contains(record), "{} is lost", record);
        }
    }

    #[test]
    fn the_difference_of_two_books_leads_from_one_to_the_other((base, ours, theirs) in three()) {
        for (from, to) in [(&base, &ours), (&ours, &theirs), (&theirs, &base)] {
            let transaction = Transaction::between(from, to, Label::Merge(1));
            let mut book = from.clone();
            transaction.apply(&mut book);
            prop_assert_eq!(&book, to);
            transaction.inverse().apply(&mut book);
            prop_assert_eq!(&book, from);
        }
        prop_assert!(Transaction::between(&ours, &reread(&ours), Label::Merge(0)).changes.is_empty());
    }
}
