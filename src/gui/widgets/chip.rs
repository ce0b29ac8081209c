//! Filter chips.

use super::{Kind, Touch, paint_icon, paint_line, paint_seal};
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, text};
use eframe::egui::{
    self, Color32, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, pos2,
};

/// A filter that is on or off, perhaps with a count, or that opens choices.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Chip<'a> {
    label: &'a str,
    selected: bool,
    count: Option<&'a str>,
    seal: Option<Kind>,
    icon: Option<&'a str>,
    dot: Option<Color32>,
    caret: bool,
    shown: Option<Touch>,
}

impl<'a> Chip<'a> {
    /// A chip with this label.
    pub const fn new(label: &'a str, selected: bool) -> Self {
        Self { label, selected, count: None, seal: None, icon: None, dot: None, caret: false, shown: None }
    }

    /// A count after the label, already formatted.
    pub const fn count(mut self, count: &'a str) -> Self {
        self.count = Some(count);
        self
    }

    /// The seal of a kind before the label.
    pub const fn seal(mut self, kind: Kind) -> Self {
        self.seal = Some(kind);
        self
    }

    /// An icon before the label.
    pub const fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A dot before the label: the colour of a circle.
    pub const fn dot(mut self, color: Color32) -> Self {
        self.dot = Some(color);
        self
    }

    /// A caret after the label: the chip opens choices.
    pub const fn caret(mut self) -> Self {
        self.caret = true;
        self
    }

    /// Shows a state regardless of the pointer (component page).
    pub const fn shown_as(mut self, touch: Touch) -> Self {
        self.shown = Some(touch);
        self
    }

    /// How wide it will be, in points.
    pub fn width(&self, ui: &Ui) -> f32 {
        let kind = if self.selected { TextKind::Button } else { TextKind::Body };
        let label = text::line(ui.painter(), self.label, kind, Color32::PLACEHOLDER, LONGEST);
        let count = self.count.map(|count| {
            text::line(ui.painter(), count, TextKind::Body, Color32::PLACEHOLDER, f32::INFINITY)
        });
        self.width_of(label.size().x, count.map(|count| count.size().x))
    }

    fn lead(&self) -> f32 {
        if self.seal.is_some() {
            sizes::SEAL_S + 6.0 - 5.0
        } else if self.icon.is_some() {
            15.0 + 6.0
        } else if self.dot.is_some() {
            8.0 + 6.0
        } else {
            0.0
        }
    }

    fn width_of(&self, label: f32, count: Option<f32>) -> f32 {
        let caret = if self.caret { 6.0 + 11.0 } else { 0.0 };
        11.0 + self.lead() + label + count.map_or(0.0, |count| 6.0 + count) + caret + 11.0
    }
}

/// A longer label ends in an ellipsis.
const LONGEST: f32 = 260.0;

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let ink = if self.selected { p.ai_text } else { p.text };
        let kind = if self.selected { TextKind::Button } else { TextKind::Body };
        let label = text::line(ui.painter(), self.label, kind, ink, LONGEST);
        let faint = if self.selected { p.ai_text } else { p.text3 };
        let count = self.count.map(|c| text::line(ui.painter(), c, TextKind::Body, faint, f32::INFINITY));
        let lead = self.lead();
        let width = self.width_of(label.size().x, count.as_ref().map(|count| count.size().x));
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, sizes::CHIP), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), self.selected, self.label)
        });
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, self.shown);
            let (fill, border) = if self.selected {
                (touch.fill(p.ai_soft, p.ai_soft_hover, p.ai_soft_press), Color32::TRANSPARENT)
            } else {
                (touch.fill(p.panel, p.hover, p.pressed), p.line_strong.gamma_multiply(0.55))
            };
            let painter = ui.painter();
            painter.rect(rect, CornerRadius::same(14), fill, Stroke::new(1.0, border), StrokeKind::Inside);
            touch.ring(painter, rect, 14, p);
            let y = rect.center().y;
            let mut x = rect.left() + 11.0;
            if let Some(kind) = self.seal {
                paint_seal(painter, pos2(x - 5.0 + sizes::SEAL_S / 2.0, y), sizes::SEAL_S, kind, p);
            } else if let Some(icon) = self.icon {
                paint_icon(painter, pos2(x + 7.5, y), icon, Weight::Regular, 15.0, ink);
            } else if let Some(color) = self.dot {
                painter.circle_filled(pos2(x + 4.0, y), 4.0, color);
            }
            x = paint_line(painter, x + lead, y, label);
            if let Some(count) = count {
                x = paint_line(painter, x + 6.0, y, count);
            }
            if self.caret {
                paint_icon(painter, pos2(x + 6.0 + 5.5, y), icons::CARET_DOWN, Weight::Bold, 11.0, p.text2);
            }
        }
        response
    }
}
