//! All needs of a book with who could help: introductions that could be made today.
//!
//! Owns the choice among them. Works on a snapshot, for a worker. Start reading at [`Pairing::carry_out`].
//!
//! Invariant: a pair that knows each other, was tried or is marked as no fit is not proposed
//! (`tests::what_is_proposed_is_new`).

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::Matching;
use super::find::{Asked, Fit, Ground};
use super::gather::EntryKind;
use super::score::Relevance;
use crate::index::{Index, Links};
use crate::model::{Book, Contact, Id};

/// Pairs that are kept.
pub const MOST_PAIRS: usize = 300;
/// Helpers that are looked at for each need.
const HELPERS: usize = 4;
/// Below this a pair is not proposed.
const LEAST_SCORE: f32 = 18.0;

/// Introductions that could be made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pairs {
    /// The best first. The first ones have different people: nobody stands in two of the first.
    pub best: Vec<Fit>,
    /// Pairs that the user marked as no fit, the newest first.
    pub unfit: Vec<Fit>,
    /// How many open needs there are, and for how many of them somebody was found.
    pub needs: (usize, usize),
}

/// A snapshot of which pairs are found.
#[derive(Debug, Clone)]
pub struct Pairing {
    book: Book,
    links: Arc<Links>,
    matching: Arc<Matching>,
    today: NaiveDate,
}

impl Index {
    /// Returns what a worker needs to find introductions that could be made.
    pub fn pairing(&self, today: NaiveDate) -> Pairing {
        Pairing {
            book: self.book().clone(),
            links: Arc::clone(&self.links),
            matching: Arc::clone(self.matching()),
            today,
        }
    }
}

impl Pairing {
    /// Finds them. `progress` gets how many needs are done of how many.
    ///
    /// # Errors
    /// What `progress` returns: somebody does not wait any more.
    pub fn carry_out<E>(&self, mut progress: impl FnMut(usize, usize) -> Result<(), E>) -> Result<Pairs, E> {
        let mut ground = Ground::new(&self.book, &self.links, &self.matching, self.today);
        let wishes = self.matching.wishes.all().map(|(_, doc)| doc);
        let all: Vec<_> = wishes.filter(|doc| doc.kind == EntryKind::Need).collect();
        let mut fits: Vec<Fit> = Vec::new();
        let mut met = 0;
        // In a book many needs are worded alike.
        let mut known: FxHashMap<(bool, &str), Vec<Relevance>> = FxHashMap::default();
        for (done, wish) in all.iter().enumerate() {
            if done % 64 == 0 {
                progress(done, all.len())?;
            }
            let Some(seeker) = self.book.get(wish.contact) else { continue };
            let asked = Asked { seeker: Some(seeker), need: wish.need, text: &wish.text, on: wish.on };
            let mut any = false;
            let found = known.entry(asked.key()).or_insert_with(|| ground.relevant(asked, HELPERS));
            for mut fit in ground.fits(asked, found) {
                any |= fit.is_new();
                let both = (ground.warmth(fit.helper) + ground.warmth(seeker.id)) / 2.0;
                fit.warmth = both;
                fit.score = ground.rank(&fit, both);
                if fit.is_new() && fit.score >= LEAST_SCORE {
                    fits.push(fit);
                }
            }
            met += usize::from(any);
        }
        fits.sort_by(Fit::order);
        let mut best = choose(fits);
        for fit in &mut best {
            ground.explain(fit);
        }
        let unfit = self.unfit(&mut ground);
        Ok(Pairs { best, unfit, needs: (all.len(), met) })
    }

    fn unfit(&self, ground: &mut Ground<'_>) -> Vec<Fit> {
        let mut all: Vec<(NaiveDate, Fit)> = Vec::new();
        for seeker in self.book.contacts.values().filter(|it| !it.no_fits.is_empty() && it.archived.is_none())
        {
            for mark in &seeker.no_fits {
                let Some(need) = seeker.needs.iter().find(|it| it.id == mark.need) else { continue };
                if need.closed_on.is_some() || !self.book.contacts.contains_key(&mark.contact) {
                    continue;
                }
                let asked = Asked {
                    seeker: Some(seeker),
                    need: Some(need.id),
                    text: need.what.trim(),
                    on: need.opened_on,
                };
                all.push((mark.on, ground.one(asked, mark.contact)));
            }
        }
        all.sort_by(|(a, one), (b, other)| b.cmp(a).then(one.order(other)));
        all.into_iter().map(|(_, fit)| fit).take(MOST_PAIRS).collect()
    }
}

/// First pairs of different people, then the others.
fn choose(found: Vec<Fit>) -> Vec<Fit> {
    let mut people: BTreeSet<Id<Contact>> = BTreeSet::new();
    let mut couples: BTreeSet<(Id<Contact>, Id<Contact>)> = BTreeSet::new();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for fit in found {
        let Some(seeker) = fit.seeker else { continue };
        // One pair stands once, with its best need.
        if !couples.insert((seeker.min(fit.helper), seeker.max(fit.helper))) {
            continue;
        }
        let is_fresh = !people.contains(&seeker) && !people.contains(&fit.helper);
        if is_fresh && first.len() < MOST_PAIRS {
            people.extend([seeker, fit.helper]);
            first.push(fit);
        } else if rest.len() < MOST_PAIRS {
            rest.push(fit);
        }
    }
    first.extend(rest);
    first.truncate(MOST_PAIRS);
    first
}
