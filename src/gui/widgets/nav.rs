//! Rows of the rail: views and circles, wide or compact.

use super::{Touch, paint_icon, paint_line};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, sizes, text};
use eframe::egui::{self, Color32, CornerRadius, Rect, Response, Sense, Ui, Vec2, Widget, WidgetInfo, pos2};

/// A row that opens a view.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct NavRow<'a> {
    icon: &'a str,
    label: &'a str,
    active: bool,
    count: Option<&'a str>,
    badge: Option<&'a str>,
    compact: bool,
    key: Option<&'a str>,
}

impl<'a> NavRow<'a> {
    /// A row for the view `label`.
    pub const fn new(icon: &'a str, label: &'a str, active: bool) -> Self {
        Self { icon, label, active, count: None, badge: None, compact: false, key: None }
    }

    /// A quiet count at the right end, already formatted.
    pub const fn count(mut self, count: &'a str) -> Self {
        self.count = Some(count);
        self
    }

    /// Without count.
    pub const fn bare(mut self) -> Self {
        (self.count, self.badge) = (None, None);
        self
    }

    /// A loud count: so much is due.
    pub const fn badge(mut self, badge: &'a str) -> Self {
        self.badge = Some(badge);
        self
    }

    /// Icon only, for the rail of 60 points; the label becomes a tooltip.
    pub const fn compact(mut self, compact: bool) -> Self {
        self.compact = compact;
        self
    }

    /// The key that opens the view, for the tooltip.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }
}

/// Paints a loud count around `centre`.
fn paint_badge(ui: &Ui, centre: egui::Pos2, badge: &str, small: bool) {
    let p = Palette::of(ui);
    let line = text::line(ui.painter(), badge, TextKind::Label, p.on_ai, f32::INFINITY);
    let height = if small { 15.0 } else { 18.0 };
    let size = Vec2::new((line.size().x + 10.0).max(height), height);
    let rect = Rect::from_center_size(centre, size);
    ui.painter().rect_filled(rect, CornerRadius::same(9), p.ai);
    paint_line(ui.painter(), centre.x - line.size().x / 2.0, centre.y, line);
}

impl Widget for NavRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let size = Vec2::new(ui.available_width(), sizes::NAV_ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response
            .widget_info(|| WidgetInfo::selected(egui::Role::Tab, ui.is_enabled(), self.active, self.label));
        if let Some(count) = self.badge.or(self.count) {
            // The figure beside the name is spoken after it.
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(count));
        }
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, None);
            let painter = ui.painter();
            let corner = CornerRadius::same(radius::CONTROL);
            let rest = if self.active { p.panel } else { Color32::TRANSPARENT };
            painter.rect_filled(
                rect,
                corner,
                touch.fill(rest, if self.active { p.panel } else { p.hover }, p.pressed),
            );
            touch.ring(painter, rect.shrink(2.0), 6, p);
            let y = rect.center().y;
            if self.active {
                // The thread's mark stands at the window's edge, outside the row.
                let mark = Rect::from_min_size(pos2(rect.left() - 10.0, y - 10.0), Vec2::new(3.0, 20.0));
                painter.with_clip_rect(ui.clip_rect()).rect_filled(mark, CornerRadius::same(1), p.thread);
            }
            let (weight, ink) =
                if self.active { (Weight::Fill, p.ai_text) } else { (Weight::Regular, p.text2) };
            let x = if self.compact { rect.center().x } else { rect.left() + 20.0 };
            paint_icon(painter, pos2(x, y), self.icon, weight, sizes::ICON_RAIL, ink);
            if self.compact {
                if let Some(badge) = self.badge {
                    paint_badge(ui, pos2(x + 10.0, y - 9.0), badge, true);
                }
            } else {
                let right = rect.right() - 10.0;
                let mut end = right;
                if let Some(badge) = self.badge {
                    paint_badge(ui, pos2(right - 9.0, y), badge, false);
                    end -= 30.0;
                } else if let Some(count) = self.count {
                    let line = text::line(painter, count, TextKind::Small, p.text2, f32::INFINITY);
                    end -= line.size().x;
                    paint_line(painter, end, y, line);
                }
                let kind = if self.active { TextKind::Strong } else { TextKind::Button };
                let ink = if self.active { p.text } else { p.text2 };
                let left = rect.left() + 40.0;
                paint_line(painter, left, y, text::line(painter, self.label, kind, ink, end - left - 8.0));
            }
        }
        if self.compact || self.key.is_some() { super::tip(response, self.label, self.key) } else { response }
    }
}

/// What stands before the name of a row.
#[derive(Clone, Copy, Debug)]
enum Sign<'a> {
    /// The colour of a circle.
    Dot(Color32),
    /// A saved search; the letters stand for its name in the rail of 60 points.
    Search(&'a str),
}

/// A small row of the rail: a circle, or a saved search.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct RailRow<'a> {
    sign: Sign<'a>,
    label: &'a str,
    count: &'a str,
    selected: bool,
    compact: bool,
    dragged: bool,
}

impl<'a> RailRow<'a> {
    const fn new(sign: Sign<'a>, label: &'a str, count: &'a str, selected: bool) -> Self {
        Self { sign, label, count, selected, compact: false, dragged: false }
    }

    /// A row that filters by the circle `label`, with its colour and formatted count.
    pub const fn circle(color: Color32, label: &'a str, count: &'a str, selected: bool) -> Self {
        Self::new(Sign::Dot(color), label, count, selected)
    }

    /// A row that puts the saved search `label` into the search field, with its formatted count; it can be dragged.
    /// `letters` are one or two that tell it from the others. `selected` while it is in the field.
    pub const fn search(letters: &'a str, label: &'a str, count: &'a str, selected: bool) -> Self {
        Self::new(Sign::Search(letters), label, count, selected)
    }

    /// The sign only, for the rail of 60 points; name and count become a tooltip.
    pub const fn compact(mut self, compact: bool) -> Self {
        self.compact = compact;
        self
    }

    /// It is being dragged to another place.
    pub const fn dragged(mut self, dragged: bool) -> Self {
        self.dragged = dragged;
        self
    }
}

impl Widget for RailRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let size = Vec2::new(ui.available_width(), sizes::CIRCLE_ROW);
        let sense = match self.sign {
            Sign::Dot(_) => Sense::click(),
            Sign::Search(_) => Sense::click_and_drag(),
        };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), self.selected, self.label)
        });
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, None);
            let painter = ui.painter();
            let rest = if self.selected { p.ai_soft } else { Color32::TRANSPARENT };
            let corner = CornerRadius::same(radius::CONTROL);
            painter.rect_filled(rect, corner, touch.fill(rest, p.hover, p.pressed));
            touch.ring(painter, rect.shrink(2.0), 6, p);
            let y = rect.center().y;
            let x = if self.compact { rect.center().x } else { rect.left() + 20.0 };
            let ink = match self.sign {
                Sign::Search(_) if self.selected => p.ai_text,
                _ => p.text2,
            };
            let ink = if self.dragged { ink.gamma_multiply(0.55) } else { ink };
            match self.sign {
                Sign::Dot(color) => {
                    painter.circle_filled(pos2(x, y), 5.0, color);
                }
                Sign::Search(letters) if self.compact && !letters.is_empty() => {
                    paint_letters(
                        ui,
                        pos2(x, y),
                        letters,
                        ink,
                        if self.selected { ink } else { p.line_strong },
                    );
                }
                Sign::Search(_) => {
                    let icon = icons::MAGNIFYING_GLASS;
                    paint_icon(painter, pos2(x, y), icon, Weight::Regular, sizes::ICON, ink);
                }
            }
            if !self.compact {
                let count = text::line(painter, self.count, TextKind::Small, ink, f32::INFINITY);
                let end = rect.right() - 10.0 - count.size().x;
                paint_line(painter, end, y, count);
                let left = rect.left() + 40.0;
                let line = text::line(painter, self.label, TextKind::Body, ink, end - left - 8.0);
                paint_line(painter, left, y, line);
            }
        }
        if self.compact { super::tip(response, self.label, Some(self.count)) } else { response }
    }
}

/// Paints letters in a lens, the handle of which says that they stand for a search.
fn paint_letters(ui: &Ui, centre: egui::Pos2, letters: &str, ink: Color32, ring: Color32) {
    let painter = ui.painter();
    let line = text::line(painter, letters, TextKind::Label, ink, f32::INFINITY);
    let radius = (line.size().x / 2.0 + 3.0).max(13.0);
    let stroke = egui::Stroke::new(1.5, ring);
    painter.circle_stroke(centre, radius, stroke);
    let edge = centre + Vec2::splat(radius * std::f32::consts::FRAC_1_SQRT_2);
    painter.line_segment([edge, edge + Vec2::splat(3.5)], egui::Stroke::new(2.0, ring));
    paint_line(painter, centre.x - line.size().x / 2.0, centre.y, line);
}
