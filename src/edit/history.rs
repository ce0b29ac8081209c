//! Undo and redo without limit, and what it takes to have them again after a restart.
//!
//! Owns [`History`]. Knows no files: [`History::take_entries`] hands out what happened, a log keeps it, and
//! [`History::replay`] makes the same history from it. Start reading at [`History::push`].
//!
//! Invariant: a history that is replayed from the end of its entries, however many are missing at the beginning,
//! is the end of the history that made them (`edit::history::tests`).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Change, Label, Transaction};
use crate::model::{Book, RecordRef};

/// Typing into one field of one record within this time is one step, in seconds.
const COALESCE_SECONDS: i64 = 60;

/// Names what a step wrote to, so that typing into one field becomes one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldKey {
    /// The record; `None` for what belongs to the book as a whole.
    pub record: Option<RecordRef>,
    /// The field, such as `name`.
    pub field: Cow<'static, str>,
}

/// One thing that the user did and can take back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it did to the book.
    pub transaction: Transaction,
    /// The field that was typed into; `None` for a step that no other one joins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldKey>,
    /// When it was done.
    pub at: DateTime<Utc>,
}

/// What happened to a history, to be written down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// A step was done; it may join the one before it.
    Do(Arc<Step>),
    /// The last step was taken back.
    Undo,
    /// The step that was taken back last was carried out again.
    Redo,
    /// Something happened that was too large to write down: nothing before it can be taken back.
    Cut,
}

/// The steps that can be taken back and carried out again.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Arc<Step>>,
    undone: Vec<Arc<Step>>,
    /// Whether the last thing that happened was a step, so that typing may go on in it.
    open: bool,
    /// What nobody has taken yet.
    entries: Vec<Entry>,
}

impl History {
    /// Notes a step that was just carried out. What had been undone can then no longer be redone.
    pub fn push(&mut self, transaction: Transaction, field: Option<FieldKey>, at: DateTime<Utc>) {
        self.push_step(Arc::new(Step { transaction, field, at }));
    }

    /// Notes something that was just carried out as a part of the last step: Undo takes both back. What had been undone can
    /// then no longer be redone.
    pub fn push_onto_last(&mut self, transaction: Transaction, at: DateTime<Utc>) {
        // Written down as the last step taken back and done otherwise, which every version reads.
        let before = self.undo().and(self.undone.pop());
        let joined = match before {
            Some(before) => {
                let mut joined = before.transaction.clone();
                joined.join(transaction);
                joined.label = before.transaction.label.clone();
                joined
            }
            None => transaction,
        };
        self.push(joined, None, at);
    }

    fn push_step(&mut self, step: Arc<Step>) {
        self.undone.clear();
        if self.open
            && let Some(last) = self.done.last_mut()
            && last.field.is_some()
            && last.field == step.field
            && (TimeDelta::zero()..TimeDelta::seconds(COALESCE_SECONDS)).contains(&(step.at - last.at))
        {
            // While nobody has taken the entry of this step, it grows with it.
            let waiting = matches!(self.entries.last(), Some(Entry::Do(entry)) if Arc::ptr_eq(entry, last));
            if waiting {
                self.entries.pop();
            }
            let joined = Arc::make_mut(last);
            joined.transaction.join(step.transaction.clone());
            joined.at = step.at;
            self.entries.push(Entry::Do(if waiting { Arc::clone(last) } else { step }));
            return;
        }
        self.open = true;
        self.entries.push(Entry::Do(Arc::clone(&step)));
        self.done.push(step);
    }

    /// What Undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.done.last().map(|step| &step.transaction.label)
    }

    /// What Redo would carry out again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.undone.last().map(|step| &step.transaction.label)
    }

    /// Returns the transaction that takes the last step back, and makes it redoable.
    pub fn undo(&mut self) -> Option<Transaction> {
        let step = self.done.pop()?;
        let inverse = step.transaction.clone().inverse();
        self.undone.push(step);
        self.open = false;
        self.entries.push(Entry::Undo);
        Some(inverse)
    }

    /// Returns the transaction that carries out again what was undone last.
    pub fn redo(&mut self) -> Option<Transaction> {
        let step = self.undone.pop()?;
        let transaction = step.transaction.clone();
        self.done.push(step);
        self.open = false;
        self.entries.push(Entry::Redo);
        Some(transaction)
    }

    /// How many steps can be undone.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing can be undone.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// Returns what happened since the last call, to be written down with the book.
    pub fn take_entries(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.entries)
    }

    /// Returns the shortest entries that make this history.
    pub fn to_entries(&self) -> Vec<Entry> {
        // Without their fields no two of them join.
        let step = |step: &Arc<Step>| Entry::Do(Arc::new(Step { field: None, ..Step::clone(step) }));
        let done = self.done.iter().map(step);
        let undone = self.undone.iter().rev().map(step);
        let back = self.undone.iter().map(|_| Entry::Undo);
        done.chain(undone).chain(back).collect()
    }

    /// Makes the history that these entries tell of. They may begin in the middle: what is taken back without
    /// having been told of is left out.
    pub fn replay(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut history = Self::default();
        for entry in entries {
            match entry {
                Entry::Do(step) => history.push_step(step),
                Entry::Undo if history.undo().is_some() => {}
                Entry::Redo if history.redo().is_some() => {}
                // A step that is not known was taken back or carried out again. From here on nothing is known
                // of what lies below it on one side and above it on the other.
                Entry::Undo | Entry::Redo | Entry::Cut => {
                    history.done.clear();
                    history.undone.clear();
                    history.open = false;
                }
            }
            history.entries.clear();
        }
        history
    }

    /// Forgets all steps but the newest `most`.
    pub fn keep_newest(&mut self, most: usize) {
        self.done.drain(..self.done.len().saturating_sub(most));
        self.undone.drain(..self.undone.len().saturating_sub(most));
    }

    /// Forgets the steps that do not lead to or from this state of the book, and all that lie behind them: after
    /// a change that the history does not know, Undo must not put records back as they never stood beside it.
    ///
    /// Places in the network are no reason: the layout moves them without a step.
    pub fn keep_fitting(&mut self, book: &Book) {
        let mut seen = BTreeMap::new();
        let fits = self.done.iter().rev().take_while(|step| {
            let mut changes = step.transaction.changes.iter().rev().cloned();
            changes.all(|change| leads_to(change, book, &mut seen))
        });
        let fitting = fits.count();
        self.done.drain(..self.done.len() - fitting);

        let mut seen = BTreeMap::new();
        let fits = self.undone.iter().rev().take_while(|step| {
            let mut changes = step.transaction.changes.iter().cloned().map(Change::inverse);
            changes.all(|change| leads_to(change, book, &mut seen))
        });
        let fitting = fits.count();
        self.undone.drain(..self.undone.len() - fitting);
    }
}

/// Whether a change ends in the book, or where the change after it began, which `seen` has.
fn leads_to(change: Change, book: &Book, seen: &mut BTreeMap<Option<RecordRef>, Change>) -> bool {
    let record = change.record();
    let fits = match seen.get(&record) {
        Some(later) => change.is_followed_by(later),
        None => change.is_in(book),
    };
    seen.insert(record, change);
    fits || matches!(record, Some(RecordRef::Place(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Circle, Id, InBook as _};

    /// A book in which a history was made, with every state on the way.
    #[derive(Default)]
    struct Story {
        book: Book,
        history: History,
        entries: Vec<Entry>,
        seconds: i64,
    }

    impl Story {
        fn circle(&mut self, id: u128, name: &str, typed: bool) {
            let id = Id::new(id);
            let before = self.book.circles.get(&id).cloned();
            let after = Some(Arc::new(Circle { id, name: name.to_owned(), ..Circle::default() }));
            let change = super::super::Diff { id, before, after }.into();
            let transaction = Transaction { label: Label::AddCircle(name.to_owned()), changes: vec![change] };
            transaction.apply(&mut self.book);
            let field = typed
                .then_some(FieldKey { record: Some(RecordRef::Circle(id)), field: Cow::Borrowed("name") });
            self.seconds += 7;
            self.history.push(transaction, field, DateTime::from_timestamp(self.seconds, 0).unwrap());
        }

        fn undo(&mut self) {
            self.history.undo().unwrap().apply(&mut self.book);
        }

        fn redo(&mut self) {
            self.history.redo().unwrap().apply(&mut self.book);
        }

        fn take(&mut self) {
            self.entries.extend(self.history.take_entries());
        }
    }

    fn told() -> Story {
        let mut story = Story::default();
        story.circle(1, "Go", false);
        story.circle(2, "B", true);
        story.take();
        story.circle(2, "Be", true);
        story.circle(2, "Bee", true);
        story.undo();
        story.take();
        story.undo();
        story.redo();
        story.circle(3, "Choir", false);
        story.circle(4, "Chess", false);
        story.undo();
        story.take();
        story.circle(5, "Tea", true);
        story.circle(5, "Teas", true);
        story.undo();
        story.undo();
        story.redo();
        story.take();
        story
    }

    #[test]
    fn typing_grows_one_step_and_one_entry() {
        let mut story = Story::default();
        for name in ["T", "Te", "Tea"] {
            story.circle(1, name, true);
        }
        assert_eq!(story.history.len(), 1);
        let entries = story.history.take_entries();
        let [Entry::Do(step)] = &*entries else { panic!("{entries:?}") };
        let [Change::Circle(diff)] = &*step.transaction.changes else { panic!("{step:?}") };
        assert_eq!((diff.before.is_none(), diff.after.as_ref().unwrap().name.as_str()), (true, "Tea"));
        story.undo();
        assert!(story.book.is_empty());
    }

    #[test]
    fn a_replayed_history_takes_back_and_carries_out_the_same() {
        let mut story = told();
        let mut again = History::replay(story.entries.clone());
        assert_eq!((again.len(), again.take_entries().len()), (story.history.len(), 0));
        let shortest = History::replay(again.to_entries());
        let labels = |steps: &[Arc<Step>]| -> Vec<Label> {
            steps.iter().map(|step| step.transaction.label.clone()).collect()
        };
        assert_eq!(labels(&shortest.done), labels(&again.done));
        assert_eq!(labels(&shortest.undone), labels(&again.undone));
        let mut book = story.book.clone();
        while again.undo().map(|step| step.apply(&mut book)).is_some() {
            story.undo();
            assert_eq!(book, story.book);
        }
        assert!(book.is_empty() && story.history.is_empty());
        while again.redo().map(|step| step.apply(&mut book)).is_some() {
            story.redo();
            assert_eq!(book, story.book);
        }
        assert!(story.history.redo_label().is_none());
    }

    #[test]
    fn what_belongs_to_the_last_step_is_taken_back_with_it() {
        let mut story = Story::default();
        story.circle(1, "Go", false);
        story.circle(2, "Choir", false);
        story.take();
        let before = story.book.circles.get(&Id::new(2)).cloned();
        let after = Some(Arc::new(Circle { id: Id::new(2), name: "Choirs".to_owned(), ..Circle::default() }));
        let change = super::super::Diff { id: Id::new(2), before, after }.into();
        let transaction =
            Transaction { label: Label::ChangeCircle("Choirs".to_owned()), changes: vec![change] };
        transaction.apply(&mut story.book);
        story.history.push_onto_last(transaction, DateTime::from_timestamp(99, 0).unwrap());
        story.take();
        assert_eq!(story.history.len(), 2);
        assert_eq!(story.history.undo_label(), Some(&Label::AddCircle("Choir".to_owned())));
        let again = History::replay(story.entries.clone());
        assert_eq!((again.len(), again.redo_label()), (2, None), "written down and read it is the same");
        assert_eq!(again.done, story.history.done);
        let whole = story.book.clone();
        story.undo();
        assert!(!story.book.circles.contains_key(&Id::new(2)) && story.book.circles.len() == 1);
        story.redo();
        assert_eq!(story.book, whole);
    }

    #[test]
    fn entries_that_begin_in_the_middle_give_the_end_of_the_history() {
        let story = told();
        for first in 0..=story.entries.len() {
            let mut part = History::replay(story.entries[first..].iter().cloned());
            let whole = &story.history;
            assert!(whole.done.ends_with(&part.done), "from {first}: {:?}", part.done);
            assert!(whole.undone.ends_with(&part.undone), "from {first}: {:?}", part.undone);
            let known = (part.done.len(), part.undone.len());
            part.keep_fitting(&story.book);
            assert_eq!((part.done.len(), part.undone.len()), known, "from {first}");
        }
    }

    #[test]
    fn steps_that_do_not_fit_the_book_are_forgotten_with_all_behind_them() {
        let mut story = told();
        let mut fits = story.history.clone();
        fits.keep_fitting(&story.book);
        assert_eq!((fits.len(), fits.redo_label()), (story.history.len(), story.history.redo_label()));
        // Another program renamed the circle that the third step made.
        let renamed = Circle { id: Id::new(3), name: "Choirs".to_owned(), ..Circle::default() };
        Circle::table_mut(&mut story.book).insert(renamed.id, Arc::new(renamed));
        story.history.keep_fitting(&story.book);
        assert!(story.history.done.is_empty());
        assert_eq!(story.history.redo_label(), fits.redo_label());
    }

    #[test]
    fn a_step_reads_back_what_it_writes() {
        for entry in told().entries {
            let text = ron::to_string(&entry).unwrap();
            assert_eq!(ron::from_str::<Entry>(&text).unwrap(), entry, "{text}");
        }
    }
}
