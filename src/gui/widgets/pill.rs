//! Pills (a kind with a short text) and tags (a quiet word).

use super::{Kind, Touch, dashed_rect, paint_icon, paint_line, paint_seal};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, sizes, text};
use eframe::egui::{
    self, Color32, CornerRadius, Response, Sense, Stroke, Ui, Vec2, Widget, WidgetInfo, pos2,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Planned,
    Expected,
    Done,
    Ghost,
}

/// A follow-up in one word or two.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Pill<'a> {
    kind: Kind,
    label: &'a str,
    mode: Mode,
    max_width: f32,
    min_width: f32,
    sense: Sense,
}

impl<'a> Pill<'a> {
    /// A pill on the kind's tint.
    pub const fn new(kind: Kind, label: &'a str) -> Self {
        Self { kind, label, mode: Mode::Planned, max_width: 400.0, min_width: 0.0, sense: Sense::CLICK }
    }

    /// Dashed: expected after something still to come.
    pub const fn expected(mut self) -> Self {
        self.mode = Mode::Expected;
        self
    }

    /// Done: a tick instead of the seal, no fill.
    pub const fn done(mut self) -> Self {
        self.mode = Mode::Done;
        self
    }

    /// The place from which it is being dragged.
    pub const fn ghost(mut self) -> Self {
        self.mode = Mode::Ghost;
        self
    }

    /// At most this wide, in points; the label ends in an ellipsis.
    pub const fn max_width(mut self, width: f32) -> Self {
        self.max_width = width;
        self
    }

    /// At least this wide, in points.
    pub const fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// What it answers to: a click (default), or a drag too.
    pub const fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }
}

impl Widget for Pill<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let (lead, tail) = (sizes::SEAL_PILL + 3.0 + 5.0, 9.0);
        let ink = if self.mode == Mode::Done { p.text2 } else { p.text };
        let limit = (self.max_width - lead - tail).max(8.0);
        let label = text::line(ui.painter(), self.label, TextKind::Label, ink, limit);
        let elided = label.elided;
        let width = (lead + label.size().x + tail).max(self.min_width);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, sizes::PILL), self.sense);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), self.label));
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, None);
            let mut painter = ui.painter().clone();
            if self.mode == Mode::Ghost {
                painter.multiply_opacity(0.55);
            }
            let corner = CornerRadius::same(11);
            match self.mode {
                Mode::Planned => {
                    let tint = self.kind.tint(p);
                    painter.rect_filled(rect, corner, touch.fill(tint, p.hover, p.pressed));
                }
                Mode::Expected => dashed_rect(&painter, rect, 11.0, Stroke::new(1.0, self.kind.color(p))),
                Mode::Ghost => dashed_rect(&painter, rect, 11.0, Stroke::new(1.0, p.line_strong)),
                Mode::Done => {
                    painter.rect_filled(rect, corner, touch.fill(Color32::TRANSPARENT, p.hover, p.pressed));
                }
            }
            touch.ring(&painter, rect, 11, p);
            let y = rect.center().y;
            let centre = pos2(rect.left() + 3.0 + sizes::SEAL_PILL / 2.0, y);
            if self.mode == Mode::Done {
                paint_icon(&painter, centre, icons::CHECK, Weight::Bold, 13.0, p.ai_text);
            } else {
                paint_seal(&painter, centre, sizes::SEAL_PILL, self.kind, p);
            }
            paint_line(&painter, rect.left() + lead, y, label);
        }
        if elided { super::tip(response, self.label, None) } else { response }
    }
}

/// A quiet word: a circle with its dot, a language, a topic. Not pressed.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Tag<'a> {
    label: &'a str,
    dot: Option<Color32>,
    icon: Option<&'a str>,
}

impl<'a> Tag<'a> {
    /// A tag with this label.
    pub const fn new(label: &'a str) -> Self {
        Self { label, dot: None, icon: None }
    }

    /// A dot before the label: the colour of a circle.
    pub const fn dot(mut self, color: Color32) -> Self {
        self.dot = Some(color);
        self
    }

    /// An icon before the label.
    pub const fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }
}

impl Widget for Tag<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let label = text::line(ui.painter(), self.label, TextKind::Label, p.text2, 240.0);
        let lead = if self.dot.is_some() || self.icon.is_some() { 19.0 } else { 7.0 };
        let size = Vec2::new(lead + label.size().x + 7.0, sizes::TAG);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, self.label));
        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            painter.rect_filled(rect, CornerRadius::same(radius::TAG), p.sunk);
            let y = rect.center().y;
            if let Some(color) = self.dot {
                painter.circle_filled(pos2(rect.left() + 11.0, y), 4.0, color);
            } else if let Some(icon) = self.icon {
                paint_icon(painter, pos2(rect.left() + 11.0, y), icon, Weight::Regular, 12.0, p.text2);
            }
            paint_line(painter, rect.left() + lead, y, label);
        }
        response
    }
}
