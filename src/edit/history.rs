//! Undo and redo without limit.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Label, Transaction};

/// Typing into one field of one record within this time is one step, in seconds.
const COALESCE_SECONDS: i64 = 60;

/// Names what a step wrote to, so that typing into one field becomes one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldKey {
    /// The record; `None` for what belongs to the book as a whole.
    pub record: Option<crate::model::RecordRef>,
    /// The field, such as `name`.
    pub field: &'static str,
}

#[derive(Debug, Clone)]
struct Step {
    transaction: Transaction,
    field: Option<FieldKey>,
    at: DateTime<Utc>,
}

/// The steps that can be taken back and carried out again.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Notes a step that was just carried out. What had been undone can then no longer be redone.
    pub fn push(&mut self, transaction: Transaction, field: Option<FieldKey>, at: DateTime<Utc>) {
        let redo_was_possible = !self.undone.is_empty();
        self.undone.clear();
        if let (Some(field), Some(last)) = (&field, self.done.last_mut())
            && !redo_was_possible
            && last.field.as_ref() == Some(field)
            && (TimeDelta::zero()..TimeDelta::seconds(COALESCE_SECONDS)).contains(&(at - last.at))
        {
            last.transaction.changes.extend(transaction.changes);
            last.transaction.label = transaction.label;
            last.at = at;
            return;
        }
        self.done.push(Step { transaction, field, at });
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
        let mut step = self.done.pop()?;
        step.field = None;
        let inverse = step.transaction.clone().inverse();
        self.undone.push(step);
        Some(inverse)
    }

    /// Returns the transaction that carries out again what was undone last.
    pub fn redo(&mut self) -> Option<Transaction> {
        let step = self.undone.pop()?;
        let transaction = step.transaction.clone();
        self.done.push(step);
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
}
