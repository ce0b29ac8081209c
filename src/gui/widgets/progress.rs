//! Progress: a ring, a bar, a row with count and Cancel.

use super::IconButton;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use eframe::egui::{
    self, Align, Color32, CornerRadius, Layout, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
    vec2,
};
use std::f32::consts::{FRAC_PI_2, TAU};
use std::time::Duration;

/// A turning ring moves this often. At every frame it would take a whole core where no screen sets the pace, which is
/// just what the work that it stands for needs.
const TURN: Duration = Duration::from_millis(50);

/// A ring filled to `part` (0 to 1); without a part it turns. `name` is spoken.
pub fn ring(ui: &mut Ui, size: f32, part: Option<f32>, color: Color32, name: &str) -> Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::ProgressIndicator, true, name);
        info.value = part.map(f64::from);
        info
    });
    if ui.is_rect_visible(rect) {
        let width = if size < 20.0 { 2.0 } else { 3.0 };
        let (centre, radius) = (rect.center(), size / 2.0 - width / 2.0);
        let still = ui.style().animation_time <= 0.0;
        let (from, share) = part.map_or_else(
            || {
                if !still {
                    ui.ctx().request_repaint_after(TURN);
                }
                (if still { 0.0 } else { (ui.input(|i| i.time) * 4.0 % f64::from(TAU)) as f32 }, 0.8)
            },
            |part| (0.0, part.clamp(0.0, 1.0)),
        );
        if part.is_some() {
            ui.painter().circle_stroke(centre, radius, Stroke::new(width, p.line));
        }
        let arc = (0..=40)
            .map(|i| from - FRAC_PI_2 + TAU * share * i as f32 / 40.0)
            .map(|a| centre + radius * vec2(a.cos(), a.sin()))
            .collect();
        if share > 0.0 {
            ui.painter().add(Shape::line(arc, Stroke::new(width, color)));
        }
    }
    response
}

/// A bar filled to `part` (0 to 1), as wide as there is room.
pub fn progress_bar(ui: &mut Ui, width: f32, part: f32, name: &str) -> Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 6.0), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::ProgressIndicator, true, name);
        info.value = Some(f64::from(part));
        info
    });
    let corner = CornerRadius::same(3);
    ui.painter().rect_filled(rect, corner, if p.is_dark() { p.sunk } else { p.line });
    let done = Rect::from_min_size(rect.min, Vec2::new(rect.width() * part.clamp(0.0, 1.0), rect.height()));
    ui.painter().rect_filled(done, corner, p.ai);
    response
}

/// A job under way: ring, words, count ("12 of 30"), bar, and a cross called `cancel`. Whether it was cancelled.
pub fn progress_row(ui: &mut Ui, words: &str, count: &str, part: Option<f32>, cancel: &str) -> bool {
    let p = Palette::of(ui);
    let width = ui.available_width();
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let cancelled = ui
            .allocate_ui_with_layout(vec2(width, 28.0), Layout::right_to_left(Align::Center), |ui| {
                let cross = IconButton::new(icons::X, cancel).size(super::ButtonSize::Small);
                let cancelled = ui.add(cross).clicked();
                ui.label(text::rich(count, TextKind::Small, p.text3));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    ring(ui, 16.0, part, p.ai, words);
                    ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text)).truncate());
                });
                cancelled
            })
            .inner;
        if let Some(part) = part {
            progress_bar(ui, width, part, words);
        }
        cancelled
    })
    .inner
}
