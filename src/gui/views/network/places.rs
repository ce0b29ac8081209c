//! Where everybody is drawn now, on the way to where they belong.
//!
//! Owns the positions on the paper and their way there. Must not know the screen.

use eframe::egui::{Pos2, Rect};

use crate::index::{Network, NodeId};
use crate::layout::quadtree::PointIndex;
use crate::model::{Book, Place};

use super::camera::place;

/// Seconds in which most of a way is covered.
const PACE: f32 = 0.11;

/// Positions by the numbers of the nodes; not a number where there is none yet.
#[derive(Default)]
pub(super) struct Places {
    shown: Vec<[f32; 2]>,
    target: Vec<[f32; 2]>,
    /// Counts up whenever something that is shown has moved.
    pub(super) generation: u64,
    moving: bool,
    index: PointIndex,
    indexed: (u64, u64),
    bounds: Option<(u64, u64, Option<Rect>)>,
}

const NOWHERE: [f32; 2] = [f32::NAN; 2];

impl Places {
    /// Takes the places of a book; `before` is the network to which the present ones belong.
    pub(super) fn read(&mut self, book: &Book, network: &Network, before: Option<&Network>, animate: bool) {
        let old = std::mem::take(&mut self.shown);
        let was = |number: NodeId| -> Option<[f32; 2]> {
            let before = before?;
            let node = network.contact(number).map_or(Some(0), |contact| before.node(contact))?;
            old.get(node as usize).copied().filter(|at| at[0].is_finite())
        };
        let saved = |number: NodeId| {
            let Some(contact) = network.contact(number) else { return Some([0.0; 2]) };
            book.get(contact.cast::<Place>()).and_then(|place| place.at())
        };
        let numbers = 0..network.len() as NodeId;
        let now: Vec<Option<[f32; 2]>> = numbers.clone().map(was).collect();
        self.target = numbers.map(|n| saved(n).or(now[n as usize]).unwrap_or(NOWHERE)).collect();
        self.shown = now.iter().zip(&self.target).map(|(now, target)| now.unwrap_or(*target)).collect();
        self.generation += 1;
        self.begin(animate);
    }

    /// Takes positions in progress, for those who have no place yet.
    pub(super) fn stream(&mut self, positions: &[[f32; 2]], animate: bool) {
        if positions.len() != self.target.len() {
            return;
        }
        for ((target, shown), new) in self.target.iter_mut().zip(&mut self.shown).zip(positions) {
            *target = *new;
            if !shown[0].is_finite() {
                *shown = *new;
            }
        }
        self.generation += 1;
        self.begin(animate);
    }

    fn begin(&mut self, animate: bool) {
        self.moving = true;
        if !animate {
            self.shown.clone_from(&self.target);
            self.moving = false;
        }
    }

    /// Goes on for `seconds`; whether anything is still moving.
    pub(super) fn advance(&mut self, seconds: f32) -> bool {
        if !self.moving {
            return false;
        }
        let part = 1.0 - (-seconds.clamp(0.0, 0.1) / PACE).exp();
        let mut farthest = 0.0_f32;
        for (shown, target) in self.shown.iter_mut().zip(&self.target) {
            for axis in 0..2 {
                let way = target[axis] - shown[axis];
                if way != 0.0 && way.is_finite() {
                    farthest = farthest.max(way.abs());
                    shown[axis] += way * part;
                }
            }
        }
        if farthest < 0.5 {
            self.shown.clone_from(&self.target);
            self.moving = false;
        }
        if farthest > 0.0 {
            self.generation += 1;
        }
        self.moving
    }

    /// Puts a node somewhere at once: the user drags it.
    pub(super) fn put(&mut self, node: NodeId, at: Pos2) {
        let at = [at.x, at.y];
        if let (Some(shown), Some(target)) =
            (self.shown.get_mut(node as usize), self.target.get_mut(node as usize))
            && *shown != at
        {
            (*shown, *target) = (at, at);
            self.generation += 1;
        }
    }

    /// Where a node is drawn.
    pub(super) fn of(&self, node: NodeId) -> Option<Pos2> {
        self.shown.get(node as usize).copied().filter(|at| at[0].is_finite()).map(place)
    }

    /// All positions that are shown.
    pub(super) fn all(&self) -> &[[f32; 2]] {
        &self.shown
    }

    /// Whether nodes are on their way.
    pub(super) fn is_moving(&self) -> bool {
        self.moving
    }

    /// The box around where everybody who is visible belongs. `of` counts up with every other choice of `visible`.
    pub(super) fn bounds(&mut self, visible: &[bool], of: u64) -> Option<Rect> {
        if let Some((generation, choice, bounds)) = self.bounds
            && (generation, choice) == (self.generation, of)
        {
            return bounds;
        }
        let mut bounds = Rect::NOTHING;
        for (at, seen) in self.target.iter().zip(visible) {
            if *seen && at[0].is_finite() {
                bounds.extend_with(place(*at));
            }
        }
        let bounds = bounds.is_finite().then_some(bounds);
        self.bounds = Some((self.generation, of, bounds));
        bounds
    }

    /// Whether somebody beside me has a place.
    pub(super) fn has_somebody(&self) -> bool {
        self.shown.iter().skip(1).any(|at| at[0].is_finite())
    }

    /// What lies where, for the pointer: of those who are visible. `of` counts up with every other choice
    /// of `visible`.
    pub(super) fn index(&mut self, visible: &[bool], of: u64) -> &PointIndex {
        if self.indexed != (self.generation, of) {
            let seen = self.shown.iter().zip(visible).map(|(at, seen)| if *seen { *at } else { NOWHERE });
            self.index = PointIndex::new(&seen.collect::<Vec<_>>());
            self.indexed = (self.generation, of);
        }
        &self.index
    }
}
