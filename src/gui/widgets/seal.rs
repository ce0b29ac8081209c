//! The seal: a filled circle with the glyph of a kind.

use super::{Kind, paint_icon};
use crate::gui::theme::Palette;
use eframe::egui::{Painter, Pos2, Response, Sense, Ui, Vec2, Widget};

/// Paints a seal of `size` points around `centre`.
pub fn paint_seal(painter: &Painter, centre: Pos2, size: f32, kind: Kind, p: &Palette) {
    painter.circle_filled(centre, size / 2.0, kind.color(p));
    let (glyph, weight) = kind.glyph();
    paint_icon(painter, centre, glyph, weight, (size * 0.58).round(), p.on_kind);
}

/// A seal as a widget: it is painted only; the label beside it says what it means.
#[derive(Clone, Copy, Debug)]
pub struct Seal {
    kind: Kind,
    size: f32,
}

impl Seal {
    /// A seal of `size` points (see [`crate::gui::theme::sizes`]).
    #[must_use]
    pub const fn new(kind: Kind, size: f32) -> Self {
        Self { kind, size }
    }
}

impl Widget for Seal {
    fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(self.size), Sense::hover());
        if ui.is_rect_visible(rect) {
            paint_seal(ui.painter(), rect.center(), self.size, self.kind, Palette::of(ui));
        }
        response
    }
}
