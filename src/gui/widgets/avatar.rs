//! The avatar: initials in a circle, ringed by the colours of the person's circles.

use super::paint_line;
use crate::gui::theme::{Palette, TextKind, stroke, text};
use eframe::egui::{self, Color32, Response, Sense, Shape, Stroke, Ui, Vec2, Widget, WidgetInfo, vec2};
use std::f32::consts::{FRAC_PI_2, TAU};

/// A person as initials.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Avatar<'a> {
    initials: &'a str,
    name: &'a str,
    size: f32,
    rings: &'a [Color32],
    no_card: bool,
}

impl<'a> Avatar<'a> {
    /// An avatar of `size` points with these initials; `name` is spoken.
    pub const fn new(initials: &'a str, name: &'a str, size: f32) -> Self {
        Self { initials, name, size, rings: &[], no_card: false }
    }

    /// The colours of the circles; the ring is split between them.
    pub const fn rings(mut self, colors: &'a [Color32]) -> Self {
        self.rings = colors;
        self
    }

    /// Dashed: there is no card of this person yet.
    pub const fn without_card(mut self) -> Self {
        self.no_card = true;
        self
    }
}

impl Widget for Avatar<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(self.size), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, self.name));
        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            let (centre, radius) = (rect.center(), self.size / 2.0 - 1.0);
            painter.circle_filled(centre, radius, p.sunk);
            if self.no_card {
                let ring: Vec<_> = (0..=48)
                    .map(|i| {
                        centre + radius * vec2((TAU * i as f32 / 48.0).cos(), (TAU * i as f32 / 48.0).sin())
                    })
                    .collect();
                painter.extend(Shape::dashed_line(&ring, Stroke::new(1.5, p.line_strong), 4.0, 3.0));
            } else if self.rings.is_empty() {
                painter.circle_stroke(centre, radius, Stroke::new(1.0, p.line));
            }
            let share = TAU / self.rings.len().max(1) as f32;
            for (i, &color) in self.rings.iter().enumerate().filter(|_| !self.no_card) {
                let from = -FRAC_PI_2 + share * i as f32;
                let arc = (0..=24)
                    .map(|s| from + share * s as f32 / 24.0)
                    .map(|a| centre + radius * vec2(a.cos(), a.sin()))
                    .collect();
                painter.add(Shape::line(arc, Stroke::new(stroke::FOCUS, color)));
            }
            let kind = if self.size >= 40.0 { TextKind::Heading } else { TextKind::Label };
            let line = text::line(painter, self.initials, kind, p.text2, self.size);
            paint_line(painter, centre.x - line.size().x / 2.0, centre.y, line);
        }
        response
    }
}
