//! Answers that take long are worked out by a worker, from a snapshot of the book.
//!
//! Owns when a worker is asked and what is shown until it has answered. Must not know what is asked. Start reading at
//! [`Worked`].
//!
//! Invariant: in a large network nothing is worked out in a frame
//! (held by `app_ways::in_a_large_network_answers_come_from_a_worker`).

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::super::model::{Model, ModelKey};
use crate::gui::ctx::ViewCtx;
use crate::index::{Links, Network, Telling};
use crate::model::Book;
use crate::text::Texts;

/// Up to so many nodes an answer takes less than a millisecond or two and is worked out at once.
const AT_ONCE: usize = 1_000;

/// From what an answer is worked out: a snapshot that a worker can take along.
#[derive(Clone)]
pub(super) struct Ground {
    pub(super) book: Book,
    pub(super) links: Arc<Links>,
    pub(super) network: Arc<Network>,
    pub(super) texts: Texts,
    pub(super) today: NaiveDate,
}

impl Ground {
    fn of(ctx: &ViewCtx<'_>, model: &Model) -> Self {
        Self {
            book: ctx.book.clone(),
            links: Arc::clone(&ctx.index.links),
            network: Arc::clone(&model.network),
            texts: ctx.texts.clone(),
            today: ctx.today,
        }
    }

    /// What sentences need.
    pub(super) fn telling(&self) -> Telling<'_> {
        Telling { book: &self.book, texts: &self.texts, today: self.today }
    }
}

/// Something to be worked out, and under which name: a newer one of the same name takes its place.
pub(in super::super) type Task = (&'static str, Box<dyn FnOnce() + Send>);

/// Where the answer will lie.
type Slot<T> = Arc<OnceLock<Arc<T>>>;

/// The answer to a question, as far as it is known.
pub(super) struct Worked<Q, T> {
    name: &'static str,
    known: Option<(ModelKey, Q, Arc<T>)>,
    asked: Option<(ModelKey, Q, Slot<T>)>,
}

impl<Q: PartialEq + Clone, T: Send + Sync + 'static> Worked<Q, T> {
    pub(super) const fn new(name: &'static str) -> Self {
        Self { name, known: None, asked: None }
    }

    /// Returns the answer to a question: that for the state of the book before while a worker is at the new one, none while
    /// there was no answer to this question yet.
    pub(super) fn get(
        &mut self,
        (ctx, model): (&ViewCtx<'_>, &Model),
        question: &Q,
        tasks: &mut Vec<Task>,
        work: impl FnOnce(&Ground) -> T + Send + 'static,
    ) -> Option<Arc<T>> {
        if let Some((key, asked, slot)) = &self.asked
            && let Some(answer) = slot.get()
        {
            self.known = Some((*key, asked.clone(), Arc::clone(answer)));
            self.asked = None;
        }
        let fits = self.known.as_ref().is_some_and(|(key, of, _)| *key == model.key && of == question);
        let is_asked = self.asked.as_ref().is_some_and(|(key, of, _)| *key == model.key && of == question);
        if !fits && !is_asked {
            let ground = Ground::of(ctx, model);
            if model.network.len() <= AT_ONCE {
                self.known = Some((model.key, question.clone(), Arc::new(work(&ground))));
                self.asked = None;
            } else {
                let slot = Slot::default();
                self.asked = Some((model.key, question.clone(), Arc::clone(&slot)));
                let task = move || {
                    let answer = Arc::new(work(&ground));
                    slot.get_or_init(|| answer);
                };
                tasks.push((self.name, Box::new(task)));
            }
        }
        self.kept(question, model)
    }

    /// The answer to a question that was asked of this book, perhaps of the state before.
    fn kept(&self, question: &Q, model: &Model) -> Option<Arc<T>> {
        let known = self.known.as_ref();
        known
            .filter(|(key, of, _)| key.is_same_book(&model.key) && of == question)
            .map(|(.., it)| Arc::clone(it))
    }

    /// The answer that was shown last, whatever was asked.
    pub(super) fn last(&self) -> Option<&Arc<T>> {
        self.known.as_ref().map(|(.., answer)| answer)
    }
}
