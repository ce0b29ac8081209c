//! The thread: the vermilion line and its knots. It means a bond and nothing else.
//!
//! Solid knot: face to face. Hollow: at a distance. Dashed: still to come. Grey hollow: not tied yet.

use crate::gui::theme::{Palette, stroke};
use eframe::egui::{self, Painter, Pos2, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::f32::consts::TAU;

/// What a knot says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knot {
    /// Met face to face, or done.
    Solid,
    /// Met at a distance.
    Hollow,
    /// Still to come.
    Dashed,
    /// Not tied yet.
    Open,
}

/// Paints a knot of `radius` points; `behind` is the colour of the surface.
pub fn paint_knot(painter: &Painter, at: Pos2, radius: f32, knot: Knot, behind: egui::Color32, p: &Palette) {
    let line = Stroke::new(stroke::THREAD, p.thread);
    match knot {
        Knot::Solid => {
            painter.circle_filled(at, radius, p.thread);
        }
        Knot::Hollow => {
            painter.circle(at, radius - 1.0, behind, line);
        }
        Knot::Open => {
            painter.circle(at, radius - 1.0, behind, Stroke::new(1.5, p.line_strong));
        }
        Knot::Dashed => {
            painter.circle_filled(at, radius, behind);
            // Eight dashes around, so that the ring closes evenly.
            let step = TAU / 8.0;
            for i in 0..8 {
                let arc = (0..=4)
                    .map(|s| step * (i as f32 + 0.6 * s as f32 / 4.0))
                    .map(|a| at + (radius - 1.0) * vec2(a.cos(), a.sin()))
                    .collect();
                painter.add(Shape::line(arc, Stroke::new(1.6, p.thread)));
            }
        }
    }
}

/// `done` of `total` knots in a row, `name` spoken ("5 of 8 thanked"). More than twelve are drawn as twelve.
pub fn knots(ui: &mut Ui, done: usize, total: usize, name: &str) -> Response {
    let p = Palette::of(ui);
    let shown = total.min(12);
    let tied =
        if total <= 12 { done.min(total) } else { (done.min(total) * 12 / total).max(usize::from(done > 0)) };
    let pitch = 20.0;
    let width = pitch * shown.saturating_sub(1) as f32 + 12.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 14.0), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::ProgressIndicator, true, name);
        info.value = Some(done as f64);
        info
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let at = |i: usize| pos2(rect.left() + 6.0 + pitch * i as f32, rect.center().y);
        if tied > 1 {
            painter.line_segment([at(0), at(tied - 1)], Stroke::new(stroke::THREAD, p.thread));
        }
        for i in tied.max(1)..shown {
            let line = Stroke::new(1.5, p.line_strong);
            let between = [at(i - 1) + vec2(5.0, 0.0), at(i) - vec2(5.0, 0.0)];
            painter.extend(Shape::dashed_line(&between, line, 2.0, 2.5));
        }
        for i in 0..shown {
            let knot = if i < tied { Knot::Solid } else { Knot::Open };
            paint_knot(painter, at(i), 4.5, knot, p.panel, p);
        }
    }
    response
}

/// The vertical thread behind the rows of a timeline. Give it the middle of each row's first line, then paint.
#[derive(Clone, Debug, Default)]
pub struct TimelineRail {
    points: Vec<(Pos2, Knot)>,
}

impl TimelineRail {
    /// An empty rail.
    #[must_use]
    pub const fn new() -> Self {
        Self { points: Vec::new() }
    }

    /// The next row downwards.
    pub fn push(&mut self, at: Pos2, knot: Knot) {
        self.points.push((at, knot));
    }

    /// Paints segments and knots. The way to a dashed knot is dashed.
    pub fn paint(&self, painter: &Painter, behind: egui::Color32, p: &Palette) {
        let line = Stroke::new(stroke::THREAD, p.thread);
        for pair in self.points.windows(2) {
            if let [(a, ka), (b, kb)] = pair {
                if *ka == Knot::Dashed || *kb == Knot::Dashed {
                    painter.extend(Shape::dashed_line(&[*a, *b], line, 3.0, 3.0));
                } else {
                    painter.line_segment([*a, *b], line);
                }
            }
        }
        for &(at, knot) in &self.points {
            paint_knot(painter, at, 6.0, knot, behind, p);
        }
    }
}
