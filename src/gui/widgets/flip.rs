//! Turning a card: its width shrinks to nothing, the sides change at half, it grows again.

use crate::gui::theme::{duration, time};
use eframe::egui::{Id, Ui, emath::easing};

/// Where a turn stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// Width of the card, 0 to 1.
    pub scale: f32,
    /// Whether the back shows.
    pub back: bool,
}

/// The stand of a turn that is `part` done (0 front, 1 back).
#[must_use]
pub fn flip_scale(part: f32) -> Flip {
    let eased = easing::cubic_in_out(part.clamp(0.0, 1.0));
    Flip { scale: (1.0 - 2.0 * eased).abs(), back: eased >= 0.5 }
}

impl Flip {
    /// Turns the card `id` towards `back`; instant under reduced motion.
    pub fn animate(ui: &Ui, id: Id, back: bool) -> Self {
        flip_scale(ui.ctx().animate_bool_with_time(id, back, duration(ui, time::FLIP)))
    }
}
