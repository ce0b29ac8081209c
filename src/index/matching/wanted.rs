//! Which needs a person may meet: looked for with the words of what the person can do, before the arithmetic of each need
//! decides.
//!
//! Owns the choice of needs that are looked at more closely. Start reading at [`Wanted::of`].

use super::corpus::Corpus;
use super::find::Ground;
use super::query::Query;
use crate::model::Contact;

/// Texts of one person with which needs are looked for.
const OWN_TEXTS: usize = 32;
/// Needs that are looked at more closely.
const NEEDS: usize = 120;

/// What the needs have of the words of a person.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    cells: Vec<Cell>,
    round: u32,
    /// The needs that one text may meet, and those that any may.
    touched: Vec<u32>,
    all: Vec<u32>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    /// The text and the word for which the sum holds.
    text: u32,
    word: u32,
    sum: f32,
    /// The most that a text has.
    best: f32,
}

impl Wanted {
    /// Returns the needs that a person may meet, by number, those of which most is met first.
    pub fn of(ground: &mut Ground<'_>, contact: &Contact) -> Vec<u32> {
        let matching = ground.matching;
        let mut docs: Vec<_> = matching.abilities.docs_of(contact.id).collect();
        docs.sort_by(|(a, one), (b, other)| other.kind.weight().total_cmp(&one.kind.weight()).then(a.cmp(b)));
        let wishes = &matching.wishes;
        let mut wanted = Self::default();
        wanted.cells.resize(wishes.sizes().1, Cell::default());
        for (_, doc) in docs.iter().take(OWN_TEXTS) {
            let query = ground.query_of(&doc.text, contact.language(), true);
            wanted.take(wishes, &query);
        }
        let Self { cells, mut all, .. } = wanted;
        let best = |number: u32| cells[number as usize].best;
        let order = |a: &u32, b: &u32| best(*b).total_cmp(&best(*a)).then(a.cmp(b));
        if all.len() > NEEDS {
            all.select_nth_unstable_by(NEEDS, order);
            all.truncate(NEEDS);
        }
        all.sort_unstable_by(order);
        all
    }

    /// Adds what the needs have of one text, roughly.
    fn take(&mut self, wishes: &Corpus, query: &Query) {
        self.round += 1;
        self.touched.clear();
        for (word, number) in query.words.iter().zip(1..) {
            for other in &word.others {
                for posting in wishes.rarest(&other.terms) {
                    let cell = &mut self.cells[posting.doc as usize];
                    if cell.text != self.round {
                        if cell.text == 0 {
                            self.all.push(posting.doc);
                        }
                        (cell.text, cell.word, cell.sum) = (self.round, 0, 0.0);
                        self.touched.push(posting.doc);
                    }
                    // The nearest name came first.
                    if cell.word != number {
                        cell.word = number;
                        cell.sum += other.nearness * word.weight;
                    }
                }
            }
        }
        for doc in &self.touched {
            let cell = &mut self.cells[*doc as usize];
            cell.best = cell.best.max(cell.sum);
        }
    }
}
