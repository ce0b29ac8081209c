//! The segmented control: one of a few, side by side.

use super::{Touch, paint_line};
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, radius, sizes, text};
use eframe::egui::{
    self, CornerRadius, Galley, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};
use std::sync::Arc;

/// Returns how wide these labels will be side by side, in points.
pub fn segmented_width(ui: &Ui, labels: &[&str]) -> f32 {
    let wide = |label: &&str| {
        let line =
            text::line(ui.painter(), label, TextKind::Strong, eframe::egui::Color32::PLACEHOLDER, 160.0);
        cell_width(line.size().x)
    };
    labels.iter().map(wide).sum::<f32>() + 4.0
}

/// Width of a part with so many points of words.
fn cell_width(words: f32) -> f32 {
    (words + 20.0).max(30.0)
}

/// Shows `labels` side by side with `selected` raised. A press changes `selected` and marks the response changed.
/// `name` is spoken before the labels.
pub fn segmented(ui: &mut Ui, name: &str, labels: &[&str], selected: &mut usize) -> Response {
    let p = Palette::of(ui);
    let lines: Vec<_> = labels
        .iter()
        .enumerate()
        .map(|(i, label)| {
            let (kind, ink) =
                if i == *selected { (TextKind::Strong, p.text) } else { (TextKind::Button, p.text2) };
            text::line(ui.painter(), label, kind, ink, 160.0)
        })
        .collect();
    parts(ui, name, lines, labels, selected, false)
}

/// The same with glyphs: `parts` are glyph and name; the name is spoken and shown as a tooltip.
pub fn segmented_icons(ui: &mut Ui, name: &str, all: &[(&str, &str)], selected: &mut usize) -> Response {
    let p = Palette::of(ui);
    let glyphs = all.iter().enumerate().map(|(i, (icon, _))| {
        let (weight, ink) = if i == *selected { (Weight::Fill, p.text) } else { (Weight::Regular, p.text2) };
        ui.painter().layout_no_wrap((*icon).to_owned(), weight.font(sizes::ICON), ink)
    });
    let (glyphs, labels): (Vec<_>, Vec<_>) =
        (glyphs.collect(), all.iter().map(|(_, label)| *label).collect());
    parts(ui, name, glyphs, &labels, selected, true)
}

/// Lays the parts out, paints them and answers to presses.
fn parts(
    ui: &mut Ui,
    name: &str,
    lines: Vec<Arc<Galley>>,
    labels: &[&str],
    selected: &mut usize,
    tips: bool,
) -> Response {
    let p = Palette::of(ui);
    let cell = cell_width;
    let width = lines.iter().map(|l| cell(l.size().x)).sum::<f32>() + 4.0;
    let (rect, mut response) = ui.allocate_exact_size(Vec2::new(width, sizes::BUTTON), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::RadioGroup, ui.is_enabled(), name));
    let painter = ui.painter().clone();
    let corner = CornerRadius::same(radius::CONTROL);
    painter.rect(rect, corner, p.sunk, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let mut x = rect.left() + 2.0;
    let before = *selected;
    for (i, (line, label)) in lines.into_iter().zip(labels).enumerate() {
        let w = cell(line.size().x);
        let part = Rect::from_min_size(pos2(x, rect.top() + 2.0), Vec2::new(w, rect.height() - 4.0));
        let r = ui.interact(part, response.id.with(i), Sense::click());
        let on = i == before;
        r.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, ui.is_enabled(), on, *label));
        if r.clicked() && !on {
            *selected = i;
            response.mark_changed();
        }
        let touch = Touch::of(&r, None);
        if on {
            painter.add(Elevation::Card.layers(p.is_dark())[1].as_shape(part, 6));
            painter.rect_filled(part, CornerRadius::same(6), if p.is_dark() { p.hover } else { p.raised });
        } else if touch != Touch::Rest {
            painter.rect_filled(part, CornerRadius::same(6), touch.fill(p.sunk, p.hover, p.pressed));
        }
        touch.ring(&painter, part.shrink(2.0), 5, p);
        paint_line(&painter, part.center().x - line.size().x / 2.0, part.center().y, line);
        if tips {
            super::tip(r, label, None);
        }
        x += w;
    }
    response
}
