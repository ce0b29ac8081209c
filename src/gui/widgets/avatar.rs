//! The avatar: a photograph or initials in a circle, ringed by the colours of the person's circles.

use super::paint_line;
use crate::gui::theme::{Palette, TextKind, scan_tint, stroke, text};
use eframe::egui::epaint::RectShape;
use eframe::egui::{
    self, Color32, CornerRadius, Painter, Rect, Response, Sense, Shape, Stroke, TextureId, Ui, Vec2, Widget,
    WidgetInfo, pos2, vec2,
};
use std::f32::consts::{FRAC_PI_2, TAU};

/// A person as a photograph or as initials.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Avatar<'a> {
    initials: &'a str,
    name: &'a str,
    size: f32,
    rings: &'a [Color32],
    no_card: bool,
    picture: Option<(TextureId, f32)>,
    pressable: bool,
}

impl<'a> Avatar<'a> {
    /// An avatar of `size` points with these initials; `name` is spoken.
    pub const fn new(initials: &'a str, name: &'a str, size: f32) -> Self {
        Self { initials, name, size, rings: &[], no_card: false, picture: None, pressable: false }
    }

    /// The colours of the circles; the ring is split between them.
    pub const fn rings(mut self, colors: &'a [Color32]) -> Self {
        self.rings = colors;
        self
    }

    /// The photograph and its width divided by its height; its middle square is shown.
    pub const fn picture(mut self, picture: Option<(TextureId, f32)>) -> Self {
        self.picture = picture;
        self
    }

    /// It can be pressed and takes the keyboard.
    pub const fn pressable(mut self) -> Self {
        self.pressable = true;
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
        let sense = if self.pressable { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(self.size), sense);
        let role = if self.pressable { egui::Role::Button } else { egui::Role::Image };
        response.widget_info(|| WidgetInfo::labeled(role, true, self.name));
        if ui.is_rect_visible(rect) {
            let painter = ui.painter();
            let (centre, radius) = (rect.center(), self.size / 2.0 - 1.0);
            painter.circle_filled(centre, radius, p.sunk);
            if let Some((texture, aspect)) = self.picture {
                paint_photo(painter, rect.shrink(1.0), texture, aspect, scan_tint(p.is_dark()));
            }
            if response.has_focus() {
                painter.circle_stroke(centre, radius + 3.0, Stroke::new(stroke::FOCUS, p.ai));
            }
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
            if self.picture.is_some() {
                return response;
            }
            let kind = if self.size >= 40.0 { TextKind::Heading } else { TextKind::Label };
            let line = text::line(painter, self.initials, kind, p.text2, self.size);
            paint_line(painter, centre.x - line.size().x / 2.0, centre.y, line);
        }
        response
    }
}

/// The middle square of a picture, round.
pub(in crate::gui) fn paint_photo(
    painter: &Painter,
    rect: Rect,
    texture: TextureId,
    aspect: f32,
    tint: Color32,
) {
    let aspect = if aspect.is_finite() { aspect.clamp(0.05, 20.0) } else { 1.0 };
    let part = if aspect > 1.0 { vec2(1.0 / aspect, 1.0) } else { vec2(1.0, aspect) };
    let uv = Rect::from_center_size(pos2(0.5, 0.5), part);
    let corner = CornerRadius::same((rect.width() / 2.0).min(255.0) as u8);
    let shape = RectShape::filled(rect, corner, tint).with_texture(texture, uv);
    painter.add(shape);
}
