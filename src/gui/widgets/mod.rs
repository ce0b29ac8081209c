//! The program's own widgets: what the design's component page shows.
//!
//! Owns: how things look and respond, their names for screen readers. Must not know: the model, texts, commands.
//! Widgets take strings and plain values; what is shown is formatted by the caller, not per frame here.
//! Start at [`Button`]; the shared hover, press and focus rules are [`Touch`].
//!
//! Invariant: every widget that can be pressed has a role and a name (`tests::every_widget_names_itself`).

mod avatar;
mod banner;
mod button;
mod card;
mod card_face;
mod changes;
mod chip;
mod field;
mod flip;
mod kind;
mod layout;
mod menu;
mod meter;
mod nav;
mod pill;
mod progress;
mod seal;
mod segmented;
mod switch;
mod tabs;
mod thread;
mod toast;

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod tests;

pub use avatar::Avatar;
pub(in crate::gui) use avatar::paint_photo;
pub use banner::{Banner, EmptyState, Severity};
pub use button::{Button, ButtonSize, IconButton, Role as ButtonRole};
pub(in crate::gui) use card::paint_portrait;
pub use card::{Badge, CardFrame, CardResponse, CardSide, CardState};
pub use card_face::CardFace;
pub use changes::{forget_changes, has_changes, knows_changes_of, note_change};
pub use chip::Chip;
pub use field::{HandField, SearchField, SearchFieldResponse, TextField, fields_are_locked, lock_fields};
pub use flip::{Flip, flip_scale};
pub use kind::Kind;
pub use layout::{box_frame, dashed_rect, focus_at_first, list_frame, section_header, tip};
pub use menu::{MenuItem, menu_separator};
pub use meter::{strength, warmth, warmth_line};
pub use nav::{NavRow, RailRow};
pub use pill::{Pill, Tag};
pub use progress::{progress_bar, progress_row, ring};
pub use seal::{Seal, paint_seal};
pub use segmented::{segmented, segmented_icons, segmented_width};
pub use switch::{Check, Radio, Switch};
pub use tabs::tabs;
pub use thread::{Knot, TimelineRail, knots, paint_knot};
pub use toast::{ToastResult, ToastSign, toast};

use crate::gui::theme::{Palette, Weight, stroke};
use eframe::egui::{
    Align2, Color32, CornerRadius, Galley, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui, pos2,
};
use std::sync::Arc;

/// What a control is undergoing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Touch {
    /// Nothing.
    #[default]
    Rest,
    /// The pointer is over it.
    Hover,
    /// It is held down.
    Press,
    /// The keyboard is on it.
    Focus,
}

impl Touch {
    /// What `response` undergoes; `shown` overrides it (the component page shows each state side by side).
    fn of(response: &Response, shown: Option<Self>) -> Self {
        if let Some(shown) = shown {
            shown
        } else if response.is_pointer_button_down_on() {
            Self::Press
        } else if response.has_focus() {
            Self::Focus
        } else if response.hovered() && response.enabled() {
            Self::Hover
        } else {
            Self::Rest
        }
    }

    /// The fill of a surface in this state.
    const fn fill(self, rest: Color32, hover: Color32, press: Color32) -> Color32 {
        match self {
            Self::Rest | Self::Focus => rest,
            Self::Hover => hover,
            Self::Press => press,
        }
    }

    /// Paints the focus ring around `rect` when the keyboard is here.
    fn ring(self, painter: &Painter, rect: Rect, corner: u8, palette: &Palette) {
        if self == Self::Focus {
            let grown = rect.expand(stroke::FOCUS_OFFSET);
            let corner = CornerRadius::same(corner.saturating_add(3));
            painter.rect_stroke(grown, corner, Stroke::new(stroke::FOCUS, palette.ai), StrokeKind::Outside);
        }
    }
}

/// Paints an icon in the middle of `centre`.
pub fn paint_icon(painter: &Painter, centre: Pos2, icon: &str, weight: Weight, size: f32, color: Color32) {
    painter.text(centre, Align2::CENTER_CENTER, icon, weight.font(size), color);
}

/// Paints a laid-out line so that its middle lies on `y`; returns where it ends.
fn paint_line(painter: &Painter, left: f32, y: f32, galley: Arc<Galley>) -> f32 {
    let size = galley.size();
    painter.galley(pos2(left, y - size.y / 2.0), galley, Color32::PLACEHOLDER);
    left + size.x
}

/// Room for text: as much as the layout has left, never less than `least`.
fn room(ui: &Ui, least: f32) -> f32 {
    ui.available_width().max(least)
}
