//! Check box, radio button and switch.

use super::{Touch, paint_icon, paint_line};
use crate::gui::theme::{Palette, TextKind, Weight, duration, icons, text, time};
use eframe::egui::{
    self, Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
    lerp, pos2,
};

/// Room for the mark and its label; the response is a click.
fn row(ui: &mut Ui, label: &str, mark: f32) -> (Rect, Response, std::sync::Arc<egui::Galley>) {
    let p = Palette::of(ui);
    let line = text::line(
        ui.painter(),
        label,
        TextKind::Body,
        p.text,
        (ui.available_width() - mark - 6.0).max(20.0),
    );
    let size = Vec2::new(mark + if label.is_empty() { 0.0 } else { 6.0 + line.size().x }, 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    (rect, response, line)
}

/// A check box.
#[derive(Debug)]
#[must_use = "add it to a Ui"]
pub struct Check<'a> {
    on: &'a mut bool,
    label: &'a str,
}

impl<'a> Check<'a> {
    /// A check box that changes `on`.
    pub const fn new(on: &'a mut bool, label: &'a str) -> Self {
        Self { on, label }
    }
}

impl Widget for Check<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let (rect, mut response, line) = row(ui, self.label, 18.0);
        if response.clicked() {
            *self.on = !*self.on;
            response.mark_changed();
        }
        let on = *self.on;
        response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, ui.is_enabled(), on, self.label));
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, None);
            let painter = ui.painter();
            let mark = Rect::from_center_size(pos2(rect.left() + 9.0, rect.center().y), Vec2::splat(18.0));
            let corner = CornerRadius::same(5);
            if on {
                painter.rect_filled(mark, corner, touch.fill(p.ai, p.ai_hover, p.ai_press));
                paint_icon(painter, mark.center(), icons::CHECK, Weight::Bold, 12.0, p.on_ai);
            } else {
                let fill = touch.fill(p.raised, p.hover, p.pressed);
                painter.rect(mark, corner, fill, Stroke::new(1.0, p.line_strong), StrokeKind::Inside);
            }
            touch.ring(painter, mark, 5, p);
            paint_line(painter, mark.right() + 6.0, rect.center().y, line);
        }
        response
    }
}

/// A radio button: one of several.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Radio<'a> {
    on: bool,
    label: &'a str,
}

impl<'a> Radio<'a> {
    /// A radio button; the caller changes the choice when it is clicked.
    pub const fn new(on: bool, label: &'a str) -> Self {
        Self { on, label }
    }
}

impl Widget for Radio<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let (rect, response, line) = row(ui, self.label, 18.0);
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::RadioButton, ui.is_enabled(), self.on, self.label)
        });
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, None);
            let painter = ui.painter();
            let centre = pos2(rect.left() + 9.0, rect.center().y);
            if self.on {
                painter.circle_filled(centre, 9.0, touch.fill(p.ai, p.ai_hover, p.ai_press));
                painter.circle_filled(centre, 4.0, p.on_ai);
            } else {
                let fill = touch.fill(p.raised, p.hover, p.pressed);
                painter.circle(centre, 8.5, fill, Stroke::new(1.0, p.line_strong));
            }
            touch.ring(painter, Rect::from_center_size(centre, Vec2::splat(18.0)), 9, p);
            paint_line(painter, rect.left() + 24.0, rect.center().y, line);
        }
        response
    }
}

/// A switch: takes effect at once.
#[derive(Debug)]
#[must_use = "add it to a Ui"]
pub struct Switch<'a> {
    on: &'a mut bool,
    label: &'a str,
}

impl<'a> Switch<'a> {
    /// A switch that changes `on`.
    pub const fn new(on: &'a mut bool, label: &'a str) -> Self {
        Self { on, label }
    }
}

impl Widget for Switch<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let (rect, mut response, line) = row(ui, self.label, 34.0);
        if response.clicked() {
            *self.on = !*self.on;
            response.mark_changed();
        }
        let on = *self.on;
        response.widget_info(|| WidgetInfo::selected(egui::Role::Switch, ui.is_enabled(), on, self.label));
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, None);
            let part = ui.ctx().animate_bool_with_time(response.id, on, duration(ui, time::HOVER));
            let painter = ui.painter();
            let track =
                Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), Vec2::new(34.0, 20.0));
            let corner = CornerRadius::same(10);
            let fill = if on {
                touch.fill(p.ai, p.ai_hover, p.ai_press)
            } else {
                touch.fill(p.sunk, p.hover, p.pressed)
            };
            let line_color = if on { Color32::TRANSPARENT } else { p.line_strong };
            painter.rect(track, corner, fill, Stroke::new(1.0, line_color), StrokeKind::Inside);
            let x = lerp(track.left() + 10.0..=track.right() - 10.0, part);
            painter.circle_filled(pos2(x, track.center().y), 7.5, if on { p.on_ai } else { p.line_strong });
            touch.ring(painter, track, 10, p);
            paint_line(painter, track.right() + 6.0, rect.center().y, line);
        }
        response
    }
}
