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
    let steps = values.len().saturating_sub(1).max(1) as f32;
    let mut path = Vec::with_capacity(values.len() * 8);
    for (i, pair) in values.windows(2).enumerate() {
        if let [a, b] = pair {
            for s in 0..8 {
                let t = s as f32 / 8.0;
                let smooth = t * t * (3.0 - 2.0 * t);
                path.push(((i as f32 + t) / steps, a + (b - a) * smooth));
            }
        }
    }
    path.extend(values.last().map(|last| (if values.len() > 1 { 1.0 } else { 0.0 }, *last)));
    let knots: Vec<(f32, f32, Knot)> =
        knots.iter().filter_map(|(i, knot)| Some((*i as f32 / steps, *values.get(*i)?, *knot))).collect();
    warmth_line(ui, size, &path, &knots, name)
}

/// A line of warmth through points of time and warmth, both from 0 to 1, oldest first, filled below; knots lie at
/// such points. The way to a knot still to come is dashed.
pub fn warmth_line(
    ui: &mut Ui,
    size: Vec2,
    path: &[(f32, f32)],
    knots: &[(f32, f32, Knot)],
    name: &str,
) -> Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, name));
    let Some(end) = path.last().filter(|_| ui.is_rect_visible(rect)) else { return response };
    let inner = Rect::from_min_max(rect.min + Vec2::splat(5.0), pos2(rect.right() - 5.0, rect.bottom()));
    let at = |(x, y): (f32, f32)| -> Pos2 {
        let y = y.clamp(0.0, 1.0);
        pos2(inner.left() + inner.width() * x, inner.bottom() - 1.0 - (inner.height() - 3.0) * y)
    };
    let points: Vec<Pos2> = path.iter().copied().map(at).collect();
    let painter = ui.painter();
    let mut mesh = Mesh::default();
    let fill = p.thread_soft.gamma_multiply(0.55);
    for (i, point) in points.iter().enumerate() {
        mesh.colored_vertex(*point, fill);
        mesh.colored_vertex(pos2(point.x, inner.bottom()), fill);
        if i > 0 {
            let n = (i * 2) as u32;
            mesh.add_triangle(n - 2, n - 1, n);
            mesh.add_triangle(n - 1, n, n + 1);
        }
    }
    painter.add(mesh);
    let line = Stroke::new(stroke::THREAD, p.thread);
    painter.add(Shape::line(points, line));
    for (x, y, _) in knots.iter().filter(|(x, _, _)| *x > end.0) {
        painter.extend(Shape::dashed_line(&[at(*end), at((*x, *y))], line, 3.0, 3.0));
    }
    for (x, y, knot) in knots {
        paint_knot(painter, at((*x, *y)), 4.5, *knot, p.panel, p);
    }
    response
}
