//! The key of the colours: which one says what.
//!
//! Owns a small box beside the map. Circles need none: their names stand at their shapes.

use eframe::egui::{
    self, CornerRadius, Mesh, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::theme::{Palette, TextKind, text};
use crate::text::Texts;

use super::grouping::{Colouring, Origin};

/// The height of a line.
const LINE: f32 = 18.0;

/// Draws the key with its left lower corner at `corner`; `ends` are the first and the last month of the network.
pub(super) fn key_ui(ui: &Ui, texts: &Texts, colouring: Colouring, corner: Pos2, ends: (&str, &str)) {
    match colouring {
        Colouring::Circle | Colouring::Group => {}
        Colouring::Kind => {
            let p = Palette::of(ui);
            let lines = Origin::ALL.map(|origin| {
                let words = text::line(ui.painter(), origin.label(texts), TextKind::Small, p.text2, 170.0);
                (origin.color(p), words)
            });
            let width = lines.iter().fold(0.0_f32, |width, (_, line)| width.max(line.size().x));
            let size = vec2(width + 38.0, LINE * lines.len() as f32 + 12.0);
            let rect = box_ui(ui, texts, colouring, corner, size);
            for (at, (color, line)) in lines.into_iter().enumerate() {
                let y = rect.top() + 6.0 + LINE * (at as f32 + 0.5);
                ui.painter().circle_filled(pos2(rect.left() + 15.0, y), 4.5, color);
                let place = pos2(rect.left() + 26.0, y - line.size().y / 2.0);
                ui.painter().galley(place, line, p.text2);
            }
        }
        Colouring::Warmth => {
            let p = Palette::of(ui);
            let ends = (texts.network_key_cold(), texts.network_key_warm());
            band_ui(ui, texts, colouring, corner, ends, (p.line, p.thread));
        }
        Colouring::Time => {
            let p = Palette::of(ui);
            band_ui(ui, texts, colouring, corner, ends, (p.line_strong.gamma_multiply(0.7), p.ai));
        }
    }
}

/// From one colour to another, with a word at each end.
fn band_ui(
    ui: &Ui,
    texts: &Texts,
    colouring: Colouring,
    corner: Pos2,
    (from, to): (&str, &str),
    (first, last): (egui::Color32, egui::Color32),
) {
    let p = Palette::of(ui);
    let rect = box_ui(ui, texts, colouring, corner, vec2(190.0, 42.0));
    let band = Rect::from_min_max(rect.min + vec2(12.0, 9.0), pos2(rect.right() - 12.0, rect.top() + 17.0));
    let mut mesh = Mesh::default();
    for (at, color) in [
        (band.left_top(), first),
        (band.left_bottom(), first),
        (band.right_top(), last),
        (band.right_bottom(), last),
    ] {
        mesh.colored_vertex(at, color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(2, 1, 3);
    ui.painter().add(Shape::mesh(mesh));
    let line = |words: &str| text::line(ui.painter(), words, TextKind::Small, p.text2, 84.0);
    let y = band.bottom() + 3.0;
    ui.painter().galley(pos2(band.left(), y), line(from), p.text2);
    let end = line(to);
    ui.painter().galley(pos2(band.right() - end.size().x, y), end, p.text2);
}

fn box_ui(ui: &Ui, texts: &Texts, colouring: Colouring, corner: Pos2, size: egui::Vec2) -> Rect {
    let p = Palette::of(ui);
    let rect = Rect::from_min_size(corner - vec2(0.0, size.y), size);
    let response = ui.interact(rect, ui.scope_id().with("network key"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, colouring.label(texts)));
    ui.painter().rect(rect, CornerRadius::same(6), p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
    rect
}
