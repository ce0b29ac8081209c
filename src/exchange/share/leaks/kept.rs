//! The names of a book as numbers, kept while the book is: a comment is looked at with every letter that is typed.
//!
//! Owns for how long they are kept and what is made anew after an edit. How a name becomes numbers is [`super::names`]'s. Start
//! reading at [`names_of`].
//!
//! Invariant: the names are those of just this state of the people
//! (`tests::after_a_change_most_names_are_those_of_before`).

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError, Weak};

use super::names::{Key, Keys};
use crate::model::{Book, Contact, Piece, Table};

/// All names of a book, as keys.
#[derive(Debug, Default)]
pub struct Names {
    /// Those of each piece of the table.
    pieces: Vec<Arc<People>>,
    /// A bit for each first word and each first two signs: most words begin no name.
    begins: Vec<u64>,
}

/// The names of some people.
#[derive(Debug)]
struct People {
    /// Sorted.
    keys: Vec<u64>,
    /// The bits of their beginnings.
    begins: Vec<u32>,
}

/// How many bits there are for beginnings: a power of two.
const BEGINNINGS: u64 = 1 << 18;

impl People {
    fn of(people: &Arc<Piece<Contact>>) -> Self {
        let mut keys = Keys::default();
        people.values().for_each(|contact| keys.add(contact));
        #[expect(clippy::cast_possible_truncation, reason = "below 2^18")]
        let mut begins: Vec<u32> = keys.begins.iter().map(|key| key.bit(BEGINNINGS) as u32).collect();
        begins.sort_unstable();
        begins.dedup();
        Self { keys: keys.all(), begins }
    }
}

impl Names {
    fn of(pieces: Vec<Arc<People>>) -> Self {
        let mut begins = vec![0_u64; (BEGINNINGS / 64) as usize];
        for bit in pieces.iter().flat_map(|piece| &piece.begins) {
            begins[(bit / 64) as usize] |= 1 << (bit % 64);
        }
        Self { pieces, begins }
    }

    pub(super) fn knows(&self, key: u64) -> bool {
        self.pieces.iter().any(|piece| piece.keys.binary_search(&key).is_ok())
    }

    pub(super) fn may_begin(&self, key: Key) -> bool {
        let bit = key.bit(BEGINNINGS);
        self.begins.get((bit / 64) as usize).is_some_and(|bits| bits & (1 << (bit % 64)) != 0)
    }
}

/// What is kept of the names: all of a table, and those of its pieces. An edit makes one piece anew, and the tables of
/// snapshots share the others.
#[derive(Default)]
struct Kept {
    whole: Vec<(Weak<Table<Contact>>, Arc<Names>)>,
    /// By the address of the piece, which is nobody else's while its count lives.
    pieces: BTreeMap<usize, (Weak<Piece<Contact>>, Arc<People>)>,
}

/// The names of a book, made once for each state of its people: a comment is looked at with every letter that is typed.
pub(super) fn names_of(book: &Book) -> Arc<Names> {
    static KEPT: LazyLock<Mutex<Kept>> = LazyLock::new(Mutex::default);
    let kept = || KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let address = |piece: &Arc<Piece<Contact>>| Arc::as_ptr(piece) as usize;
    let (known, mut missing) = {
        let kept = kept();
        if let Some((_, names)) =
            kept.whole.iter().find(|(table, _)| table.as_ptr() == Arc::as_ptr(&book.contacts))
        {
            return Arc::clone(names);
        }
        let of = |piece| kept.pieces.get(&address(piece)).map(|(_, names)| Arc::clone(names));
        let known: Vec<Option<Arc<People>>> = book.contacts.pieces().iter().map(of).collect();
        let missing = known.iter().filter(|names| names.is_none()).count();
        (known, Vec::with_capacity(missing))
    };
    // Nobody waits for whoever makes them.
    let made = book.contacts.pieces().iter().zip(known).map(|(piece, known)| {
        known.unwrap_or_else(|| {
            let names = Arc::new(People::of(piece));
            missing.push((address(piece), (Arc::downgrade(piece), Arc::clone(&names))));
            names
        })
    });
    let names = Arc::new(Names::of(made.collect()));
    let mut kept = kept();
    kept.pieces.retain(|_, (piece, _)| piece.strong_count() > 0);
    kept.pieces.extend(missing);
    kept.whole.retain(|(table, _)| table.strong_count() > 0);
    // The book, and what is left of it for somebody.
    if kept.whole.len() > 1 {
        kept.whole.remove(0);
    }
    kept.whole.push((Arc::downgrade(&book.contacts), Arc::clone(&names)));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::share::leaks::{Known, Others, leaks_of};
    use crate::model::{Id, InBook as _, PersonName};

    #[test]
    fn after_a_change_most_names_are_those_of_before() {
        let mut book = Book::default();
        for at in 0..600 {
            let name = PersonName::new(format!("Given{at}"), format!("Family{at}"));
            let contact = Contact { id: Id::new(at + 1), name, ..Contact::default() };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        let before = names_of(&book);
        assert!(Arc::ptr_eq(&before, &names_of(&book.clone())), "a snapshot has the same");
        let snapshot = book.clone();
        let wanda = Contact { id: Id::new(300), name: PersonName::parse("Wanda Neu"), ..Contact::default() };
        Contact::table_mut(&mut book).insert(wanda.id, Arc::new(wanda));
        let after = names_of(&book);
        let same = before.pieces.iter().zip(&after.pieces).filter(|(one, other)| Arc::ptr_eq(one, other));
        assert_eq!((same.count(), after.pieces.len()), (before.pieces.len() - 1, before.pieces.len()));
        let finds =
            |book: &Book, text: &str| leaks_of(text, &Known::default().among(Others::of(book))).len() == 1;
        assert!(finds(&book, "Wanda Neu sucht Glas") && !finds(&snapshot, "Wanda Neu sucht Glas"));
        assert!(!finds(&book, "Given299 Family299") && finds(&snapshot, "Given299 Family299"));
        assert!(finds(&book, "Given5 Family5") && finds(&book, "Given599 Family599"));
    }
}
