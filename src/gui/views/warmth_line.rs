//! The warmth of a person over time, as points that a widget draws.
//!
//! Owns which encounters become knots. The arithmetic is [`Warmth`]'s. Start reading at [`WarmthLine::of`].

use crate::gui::ctx::ViewCtx;
use crate::gui::views::words::knot_of;
use crate::gui::widgets::Knot;
use crate::index::Warmth;
use crate::model::{Contact, Id};

/// The course of the warmth as it is drawn: time and warmth from 0 to 1.
pub struct WarmthLine {
    /// Time and warmth.
    pub path: Vec<(f32, f32)>,
    /// Encounters on it, and what comes next.
    pub knots: Vec<(f32, f32, Knot)>,
    /// The day on which it begins, in words.
    pub from: String,
}

/// Knots nearer to each other than this share of the line would lie on each other.
const KNOT_DISTANCE: f32 = 0.03;

impl WarmthLine {
    /// The course up to today; with room behind it for what comes next.
    pub fn of(ctx: &ViewCtx<'_>, contact: Id<Contact>, has_next: bool) -> Self {
        let course = Warmth::course(ctx.book, ctx.index, contact, ctx.today);
        let last = course.values.len().saturating_sub(1).max(1) as f32;
        // What comes next lies behind today.
        let width = if has_next { 0.93 } else { 1.0 };
        let at = |day: usize, value: f32| (width * day as f32 / last, value / 100.0);
        let path: Vec<_> = course.values.iter().enumerate().map(|(day, value)| at(day, *value)).collect();
        let mut knots: Vec<(f32, f32, Knot)> = Vec::new();
        let met = ctx.index.links.contact(contact).encounters.iter().filter_map(|id| ctx.book.get(*id));
        let mut met: Vec<_> = met.filter(|met| met.on <= ctx.today && met.on >= course.from).collect();
        met.sort_by_key(|met| met.on);
        for encounter in met {
            let day = usize::try_from((encounter.on - course.from).num_days()).unwrap_or(0);
            let Some((x, y)) = path.get(day).copied() else { continue };
            let knot = knot_of(encounter.kind);
            match knots.last_mut().filter(|before| x - before.0 < KNOT_DISTANCE) {
                Some(before) if knot == Knot::Solid => *before = (x, y, knot),
                Some(_) => {}
                None => knots.push((x, y, knot)),
            }
        }
        if has_next {
            let y = path.last().map_or(0.0, |(_, y)| *y);
            knots.push((1.0, y, Knot::Dashed));
        }
        let from = ctx.texts.locale().day_near(course.from, ctx.today);
        Self { path, knots, from }
    }
}
