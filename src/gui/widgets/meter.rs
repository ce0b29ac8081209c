//! Meters of a bond: strength in five steps, warmth over time.

use super::{Knot, paint_knot};
use crate::gui::theme::{Palette, stroke};
use eframe::egui::{
    self, CornerRadius, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2,
};

/// `filled` of five steps; `name` is spoken.
pub fn strength(ui: &mut Ui, filled: usize, name: &str) -> Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(43.0, 10.0), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::Meter, true, name);
        info.value = Some(filled as f64);
        info
    });
    for i in 0..5 {
        let step = Rect::from_min_size(pos2(rect.left() + 9.0 * i as f32, rect.top()), Vec2::new(7.0, 10.0));
        let color = if i < filled { p.thread } else { p.line };
        ui.painter().rect_filled(step, CornerRadius::same(2), color);
    }
    response
}

/// Warmth over time: `values` from 0 to 1 at even distances, oldest first; `knots` marks positions in them.
/// The line runs smoothly through the values, filled below.
pub fn warmth(ui: &mut Ui, size: Vec2, values: &[f32], knots: &[(usize, Knot)], name: &str) -> Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, name));
    if values.is_empty() || !ui.is_rect_visible(rect) {
        return response;
    }
    let inner = Rect::from_min_max(rect.min + Vec2::splat(5.0), pos2(rect.right() - 5.0, rect.bottom()));
    let steps = values.len().saturating_sub(1).max(1) as f32;
    let at = |i: usize| -> Pos2 {
        let v = values.get(i).copied().unwrap_or_default().clamp(0.0, 1.0);
        pos2(inner.left() + inner.width() * i as f32 / steps, inner.bottom() - (inner.height() - 2.0) * v)
    };
    let mut path = Vec::with_capacity(values.len() * 8);
    for i in 0..values.len().saturating_sub(1) {
        let (a, b) = (at(i), at(i + 1));
        for s in 0..8 {
            let t = s as f32 / 8.0;
            let smooth = t * t * (3.0 - 2.0 * t);
            path.push(pos2(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * smooth));
        }
    }
    path.push(at(values.len() - 1));
    let painter = ui.painter();
    let mut mesh = Mesh::default();
    let fill = p.thread_soft.gamma_multiply(0.55);
    for (i, point) in path.iter().enumerate() {
        mesh.colored_vertex(*point, fill);
        mesh.colored_vertex(pos2(point.x, inner.bottom()), fill);
        if i > 0 {
            let n = (i * 2) as u32;
            mesh.add_triangle(n - 2, n - 1, n);
            mesh.add_triangle(n - 1, n, n + 1);
        }
    }
    painter.add(mesh);
    painter.add(Shape::line(path, Stroke::new(stroke::THREAD, p.thread)));
    for &(i, knot) in knots.iter().filter(|(i, _)| *i < values.len()) {
        paint_knot(painter, at(i), 4.5, knot, p.panel, p);
    }
    response
}
