//! Where the paper of a card is, as a condition: in a place, with somebody, lent, given, thrown away; and the pile.
//!
//! Owns what such a condition means. It asks [`crate::index::Places`], which knows the cards of each place, so it keeps no column
//! of its own. Start reading at [`in_place`].

use crate::index::{Index, Spot};
use crate::model::{Card, Id, Whereabouts};
use crate::text::fold::fold;

use super::bits::Bits;
use super::documents::Documents;
use super::numbers::Kind;
use super::operators::State;

/// The most bytes of a name that is looked for.
const ROOM: usize = 48;

/// The words of a place, folded, in a value that can be copied and compared like the other conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceWords {
    bytes: [u8; ROOM],
    len: u8,
}

impl PlaceWords {
    /// Folds a name; of a longer one the beginning counts. None when it says nothing.
    pub fn of(text: &str) -> Option<Self> {
        let folded = fold(text.trim());
        let end = (0..=folded.len().min(ROOM)).rev().find(|at| folded.is_char_boundary(*at))?;
        let kept = folded.get(..end)?.trim();
        let mut bytes = [0; ROOM];
        bytes.get_mut(..kept.len())?.copy_from_slice(kept.as_bytes());
        (!kept.is_empty()).then_some(Self { bytes, len: u8::try_from(kept.len()).ok()? })
    }

    /// The folded words.
    pub fn text(&self) -> &str {
        self.bytes
            .get(..usize::from(self.len))
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or("")
    }

    /// Whether a folded text has all the words.
    fn fits(&self, folded: &str) -> bool {
        self.text().split_whitespace().all(|word| folded.contains(word))
    }
}

/// Marks the documents of cards and of the people to whom they belong.
fn mark(index: &Index, documents: &Documents, card: Id<Card>, bits: &mut Bits) {
    let owner = index.book().get(card).and_then(|card| card.contact);
    let doc = match owner {
        Some(contact) => documents.numbers.get(Kind::Contact, contact.value()),
        None => documents.numbers.get(Kind::Card, card.value()),
    };
    if let Some(doc) = doc {
        bits.set(doc);
    }
}

/// Marks whose card lies in a place with these words in its path, or is with somebody of that name.
pub(super) fn in_place(index: &Index, documents: &Documents, words: PlaceWords, bits: &mut Bits) {
    let (book, tree) = (index.book(), index.place_tree());
    for row in &tree.rows {
        if words.fits(&fold(&tree.path(book, row.place))) {
            for card in index.places.cards(Spot::Place(row.place)) {
                mark(index, documents, *card, bits);
            }
        }
    }
    for card in [Spot::Lent, Spot::PassedOn].into_iter().flat_map(|spot| index.places.cards(spot)) {
        let with = match book.get(*card).map(|card| card.whereabouts) {
            Some(Whereabouts::LentTo { contact, .. } | Whereabouts::PassedOnTo { contact, .. }) => contact,
            _ => continue,
        };
        let name = book.get(with).map(|person| fold(&person.display_name())).unwrap_or_default();
        if words.fits(&name) {
            mark(index, documents, *card, bits);
        }
    }
}

/// Marks whose card is in such a state; nobody when the state says nothing about cards.
pub(super) fn in_state(index: &Index, documents: &Documents, state: State, bits: &mut Bits) {
    let spot = match state {
        State::Lent => Spot::Lent,
        State::PassedOn => Spot::PassedOn,
        State::Discarded => Spot::Discarded,
        State::Pile => {
            for card in index.whole_pile() {
                mark(index, documents, card, bits);
            }
            return;
        }
        State::Archived | State::Virtual | State::Mentioned => return,
    };
    for card in index.places.cards(spot) {
        mark(index, documents, *card, bits);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Query;
    use crate::index::tests::{contact, day, put};
    use crate::model::{Book, Storage};

    #[test]
    fn a_long_name_counts_with_its_beginning() {
        assert_eq!(PlaceWords::of("  Blue BOX ").expect("words").text(), "blue box");
        assert_eq!(PlaceWords::of(" \u{3000}"), None);
        let long = PlaceWords::of(&"箱".repeat(60)).expect("words");
        assert_eq!(long.text(), "箱".repeat(16));
    }

    #[test]
    fn cards_are_found_by_place_by_holder_and_by_state_in_three_languages() {
        let mut book = Book::default();
        for (id, name) in [(1, "Mina Schäfer"), (2, "Jonas Weber"), (3, "Aiko Tanaka"), (4, "Cem Kaya")] {
            put(&mut book, contact(id, name));
        }
        put(&mut book, Storage { id: Id::new(5), name: "Blue box".to_owned(), ..Storage::default() });
        let inside = Some(Id::new(5));
        put(&mut book, Storage { id: Id::new(6), name: "前半分".to_owned(), inside, ..Storage::default() });
        let on = day(3, 1);
        for (id, whereabouts) in [
            (1, Whereabouts::StoredIn(Id::new(6))),
            (2, Whereabouts::Discarded { on }),
            (3, Whereabouts::LentTo { contact: Id::new(2), on, from: None }),
        ] {
            let contact = Some(Id::new(id));
            put(&mut book, Card { id: Id::new(10 + id), contact, whereabouts, ..Card::default() });
        }
        put(&mut book, Card { id: Id::new(20), ..Card::default() });
        let index = Index::rebuild(&book);
        let find = |text: &str| -> Vec<u128> {
            let query = Query::parse(text);
            assert_eq!(query.problems(), [], "{text}");
            let found = index.find(&query, day(3, 2));
            book.contacts.values().filter(|it| found.matches(it.id)).map(|it| it.id.value()).collect()
        };
        for text in ["place:blue", "place:\"blue box\"", "場所:前半分", "ablage:BOX", "box:blue"] {
            assert_eq!(find(text), [1], "{text}");
        }
        assert_eq!(find("place:jonas"), [3], "with whom it is");
        for text in ["is:lent", "状態:貸出中", "ist:verliehen"] {
            assert_eq!(find(text), [3], "{text}");
        }
        assert_eq!(find("is:discarded"), [2]);
        assert_eq!(find("is:pile"), [1], "lent and thrown away is something done");
        assert_eq!(find("-is:lent"), [1, 2, 4]);
        let pile = index.find(&Query::parse("is:pile"), day(3, 2));
        assert!(pile.matches_card(&book.cards[&Id::new(20)]), "a card without a name lies in it too");
    }
    #[test]
    fn a_card_without_a_word_is_found_from_the_moment_it_is_there() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Mina Schäfer"));
        let mut index = Index::rebuild(&book);
        // The search is there before the card is.
        index.search();
        let card = |contact: Option<u128>| Card {
            id: Id::new(20),
            contact: contact.map(Id::new),
            ..Card::default()
        };
        let nobody = put_and_find(&mut book, &mut index, Some(card(None)));
        assert_eq!(nobody, (true, true, false), "by the pile, by having no picture, not by words");
        let minas = put_and_find(&mut book, &mut index, Some(card(Some(1))));
        assert_eq!(minas, (true, true, true), "by its owner, of whom there is nothing but the card");
        assert_eq!(put_and_find(&mut book, &mut index, Some(card(None))), nobody, "taken back");
        assert_eq!(put_and_find(&mut book, &mut index, None), (false, false, false));
        assert_eq!(put_and_find(&mut book, &mut index, Some(card(None))), nobody, "and once more");
        assert_eq!(*index.search(), *Index::rebuild(&book).search());
    }

    /// Puts the card 20 in, or takes it away; whether `is:pile`, `-has:scan` and a word find it then.
    fn put_and_find(book: &mut Book, index: &mut Index, card: Option<Card>) -> (bool, bool, bool) {
        use crate::edit::Touched;
        use crate::model::InBook as _;
        let id = Id::<Card>::new(20);
        let there = card.clone();
        match card {
            Some(card) => put(book, card),
            None => drop(Card::table_mut(book).remove(&id)),
        }
        let records = [crate::model::RecordRef::Card(id)].into();
        index.update(book, &Touched { records, ..Touched::default() });
        let card = there.unwrap_or(Card { id, ..Card::default() });
        let finds = |text: &str| index.find(&Query::parse(text), day(3, 2)).matches_card(&card);
        (finds("is:pile"), finds("-has:scan"), finds("mina"))
    }
}
