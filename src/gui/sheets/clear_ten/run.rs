//! A run through ten cards of the pile: which, how far, and what was done with each.
//!
//! Owns the round only. What was done is told by the book, so that Undo from anywhere takes it back here too. Must not know
//! pixels. Start reading at [`Run::begin`].
//!
//! Invariant: a card that was skipped does not come again in the same run
//! (held by `app_pile::a_skipped_card_does_not_come_back`), nor after a restart
//! (`app_pile::a_run_goes_on_after_the_program_was_closed`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::gui::ctx::ViewCtx;
use crate::gui::settings::{PileCard, PileRun, mark};
use crate::model::{Book, Card, Id, Whereabouts};

/// How many cards one run has.
pub(super) const TEN: usize = 10;

/// What was done with a card since the run began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Deed {
    /// It has a name.
    Named,
    /// A first impression stands on it.
    Impression,
    /// Thanks were said.
    Thanked,
    /// What they know or need is written down.
    Knowledge,
    /// It was passed on, or an introduction was made.
    PassedOn,
    /// Something was planned or happened.
    Planned,
    /// It has a place, or is in other hands.
    Placed,
    /// The person was let go, or the card removed.
    LetGo,
}

/// One card of a run.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub card: Id<Card>,
    pub skipped: bool,
    /// The words typed for the back of the card, and for what the person knows or needs.
    pub impression: String,
    pub knowledge: String,
    /// It had no name when the run began.
    nameless: bool,
    /// The mark of where it lay then.
    before: u64,
}

/// A run.
#[derive(Debug, Clone)]
pub struct Run {
    pub(super) entries: Vec<Entry>,
    pub(super) at: usize,
    pub(super) ended: bool,
    /// The day on which it began: it goes on for that day.
    on: NaiveDate,
    /// Cards of this run and those before it on the day.
    seen: BTreeSet<Id<Card>>,
}

impl Run {
    /// Begins a run with the oldest cards of the pile; those that were looked at today already come last.
    pub fn begin(ctx: &ViewCtx<'_>, seen: BTreeSet<Id<Card>>) -> Self {
        let pile = ctx.index.whole_pile();
        let (known, new): (Vec<Id<Card>>, Vec<Id<Card>>) =
            pile.into_iter().partition(|card| seen.contains(card));
        let mut seen = seen;
        let cards: Vec<Id<Card>> = if new.is_empty() { known } else { new };
        let entries: Vec<Entry> = cards
            .into_iter()
            .take(TEN)
            .filter_map(|card| {
                let record = ctx.book.get(card)?;
                Some(Entry {
                    card,
                    skipped: false,
                    impression: String::new(),
                    knowledge: String::new(),
                    nameless: record.contact.is_none(),
                    before: place_mark(ctx.book, record.whereabouts),
                })
            })
            .collect();
        seen.extend(entries.iter().map(|entry| entry.card));
        Self { entries, at: 0, ended: false, on: ctx.today, seen }
    }

    /// Goes on with a run that was left today, perhaps before the program was closed, or begins one.
    pub fn resume(kept: Option<Self>, ctx: &ViewCtx<'_>) -> Self {
        match kept.or_else(|| Self::kept(ctx)) {
            Some(run) if run.on == ctx.today && !run.ended && run.has_open(ctx) => run,
            Some(run) if run.on == ctx.today => Self::begin(ctx, run.seen),
            _ => Self::begin(ctx, BTreeSet::new()),
        }
    }

    /// The run of today that the settings keep, as far as its cards are still in the book or in its trash.
    fn kept(ctx: &ViewCtx<'_>) -> Option<Self> {
        let kept = ctx.settings.pile_run.as_ref().filter(|run| run.on == ctx.today)?;
        let trashed = ctx.book.trash.values().map(|trashed| trashed.id.cast());
        let cards = ctx.book.cards.keys().copied().chain(trashed);
        let by_mark: BTreeMap<u64, Id<Card>> = cards.map(|card| (card_mark(ctx.book, card), card)).collect();
        let mut entries = Vec::new();
        let mut at = 0;
        for (place, known) in kept.cards.iter().enumerate().take(TEN) {
            let Some(card) = by_mark.get(&known.card) else { continue };
            if place == kept.at {
                at = entries.len();
            }
            entries.push(Entry {
                card: *card,
                skipped: known.skipped,
                impression: String::new(),
                knowledge: String::new(),
                nameless: known.nameless,
                before: known.lay,
            });
        }
        let seen = kept.seen.iter().filter_map(|mark| by_mark.get(mark)).copied().collect();
        (!entries.is_empty()).then_some(Self { entries, at, ended: kept.ended, on: kept.on, seen })
    }

    /// What the settings keep of the run.
    pub(super) fn keep(&self, book: &Book) -> PileRun {
        let card = |entry: &Entry| PileCard {
            card: card_mark(book, entry.card),
            lay: entry.before,
            nameless: entry.nameless,
            skipped: entry.skipped,
        };
        PileRun {
            on: self.on,
            cards: self.entries.iter().map(card).collect(),
            at: self.at,
            ended: self.ended,
            seen: self.seen.iter().map(|card| card_mark(book, *card)).collect(),
        }
    }

    /// What of it is kept, to see whether something changed: how far it is, how many were skipped and seen, which run it is.
    pub(super) fn state(&self) -> State {
        let skipped = self.entries.iter().filter(|entry| entry.skipped).count();
        (self.at, self.ended, skipped, self.seen.len(), self.entries.first().map(|entry| entry.card))
    }

    /// Whether something was typed about a card that is not in the book yet.
    pub fn has_words(&self) -> bool {
        let typed = |text: &str| !text.trim().is_empty();
        self.entries.iter().any(|entry| typed(&entry.impression) || typed(&entry.knowledge))
    }

    /// Cards that were looked at today.
    pub(super) fn seen(&self) -> BTreeSet<Id<Card>> {
        self.seen.clone()
    }

    pub(super) fn entry(&self) -> Option<&Entry> {
        self.entries.get(self.at)
    }

    pub(super) fn entry_mut(&mut self) -> Option<&mut Entry> {
        self.entries.get_mut(self.at)
    }

    fn is_open(&self, ctx: &ViewCtx<'_>, at: usize) -> bool {
        self.entries.get(at).is_some_and(|entry| !entry.skipped && deeds(ctx, entry).is_empty())
    }

    /// Whether there is a card with which nothing was done and that was not skipped.
    pub(super) fn has_open(&self, ctx: &ViewCtx<'_>) -> bool {
        (0..self.entries.len()).any(|at| self.is_open(ctx, at))
    }

    /// Shows the next card with which nothing was done, or ends the run.
    pub(super) fn go_on(&mut self, ctx: &ViewCtx<'_>) {
        let count = self.entries.len();
        match (self.at + 1..count).chain(0..self.at).find(|at| self.is_open(ctx, *at)) {
            Some(at) => self.at = at,
            None => self.ended = true,
        }
    }
}

/// Place, whether it ended, how many were skipped and seen, the first card.
pub(super) type State = (usize, bool, usize, usize, Option<Id<Card>>);

fn card_mark(book: &Book, card: Id<Card>) -> u64 {
    mark(book.header.id, CARD, &card.value().to_be_bytes())
}

fn place_mark(book: &Book, place: Whereabouts) -> u64 {
    mark(book.header.id, PLACE, format!("{place:?}").as_bytes())
}

/// Kinds of marks: those of the gallery's groups go up to 10.
const CARD: u8 = 32;
const PLACE: u8 = 33;

/// What was done with a card since the run began, as the book tells.
pub(super) fn deeds(ctx: &ViewCtx<'_>, entry: &Entry) -> Vec<Deed> {
    let Some(card) = ctx.book.get(entry.card) else { return vec![Deed::LetGo] };
    let mut deeds = Vec::new();
    if card.impressions.iter().any(|impression| !impression.text.trim().is_empty()) {
        deeds.push(Deed::Impression);
    }
    if place_mark(ctx.book, card.whereabouts) != entry.before {
        deeds.push(Deed::Placed);
    }
    if let Some(contact) = card.contact {
        if entry.nameless {
            deeds.push(Deed::Named);
        }
        let links = ctx.index.links.contact(contact);
        if links.thanked_on.is_some() {
            deeds.push(Deed::Thanked);
        }
        if !links.referred.is_empty() || !links.introductions.is_empty() {
            deeds.push(Deed::PassedOn);
        }
        if let Some(person) = ctx.book.get(contact) {
            if crate::index::knows_something(person) {
                deeds.push(Deed::Knowledge);
            }
            if person.archived.is_some() {
                deeds.push(Deed::LetGo);
            }
        }
        // It left the pile in another way: an encounter, a plan of one's own.
        if deeds.is_empty() && !ctx.index.untouched.has(contact) {
            deeds.push(Deed::Planned);
        }
    }
    deeds.sort_unstable();
    deeds
}
