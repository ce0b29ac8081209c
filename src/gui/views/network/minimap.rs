//! The small map in the corner: everything at a glance, and where one looks.
//!
//! Owns its own mesh, made anew only when somebody has moved. Must not know people.

use std::sync::Arc;

use eframe::egui::{
    self, CornerRadius, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use crate::gui::theme::{Elevation, Palette};
use crate::text::Texts;

use super::camera::{Camera, place};
use super::grouping::Group;
use super::hulls::Hull;
use super::ink::{Discs, Ink};
use super::places::Places;

const SIZE: Vec2 = vec2(150.0, 108.0);

/// Shapes of the circles with their fills, and all people as one mesh.
type Picture = (Vec<(Vec<Pos2>, egui::Color32)>, Arc<Mesh>);

/// What is kept between frames.
#[derive(Default)]
pub(super) struct Minimap {
    kept: Option<(Key, Picture)>,
}

#[derive(PartialEq)]
struct Key {
    generation: u64,
    visible: u64,
    area: Rect,
    dark: bool,
    path: usize,
    looks: u64,
}

/// From what the map is made.
pub(super) struct Seen<'a> {
    /// The groups of the shapes, and how often they changed.
    pub(super) groups: (&'a [Group], u64),
    pub(super) places: &'a Places,
    /// The box around everybody who is visible.
    pub(super) bounds: Option<Rect>,
    pub(super) hulls: &'a [Hull],
    pub(super) visible: (&'a [bool], u64),
    pub(super) path: &'a [u32],
    pub(super) discs: &'a Discs,
}

impl Minimap {
    /// Where the map lies on a canvas; `None` when there is no room for it.
    pub(super) fn rect(canvas: Rect) -> Option<Rect> {
        let least = vec2(460.0, 380.0);
        (canvas.width() >= least.x && canvas.height() >= least.y)
            .then(|| Rect::from_min_size(pos2(canvas.left() + 20.0, canvas.bottom() - SIZE.y - 18.0), SIZE))
    }

    /// Draws the map; returns the place that was pointed to, if any.
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        texts: &Texts,
        rect: Rect,
        canvas: Rect,
        camera: &Camera,
        seen: &Seen<'_>,
    ) -> Option<Pos2> {
        let p = Palette::of(ui);
        let bounds = seen.bounds?.expand(60.0);
        let inner = rect.shrink(6.0);
        let zoom = (inner.width() / bounds.width()).min(inner.height() / bounds.height());
        let map = Camera { centre: bounds.center(), zoom };
        let response: Response = ui.interact(rect, ui.scope_id().with("minimap"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, texts.network_minimap()));
        let painter = ui.painter();
        Elevation::Card.paint(painter, rect, 6, p.is_dark());
        painter.rect(rect, CornerRadius::same(6), p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
        let key = Key {
            generation: seen.places.generation,
            visible: seen.visible.1,
            area: rect,
            dark: p.is_dark(),
            path: seen.path.len(),
            looks: seen.groups.1,
        };
        if self.kept.as_ref().is_none_or(|(kept, _)| *kept != key) {
            let picture = picture(seen, &map, inner, p, ui.ctx().pixels_per_point());
            self.kept = Some((key, picture));
        }
        let inside = painter.with_clip_rect(rect.shrink(1.0).intersect(painter.clip_rect()));
        if let Some((_, (shapes, mesh))) = &self.kept {
            for (corners, fill) in shapes {
                inside.add(Shape::convex_polygon(corners.clone(), *fill, Stroke::NONE));
            }
            inside.add(Shape::Mesh(Arc::clone(mesh)));
        }
        let corner = |at: Pos2| map.screen_from_world(inner, camera.world_from_screen(canvas, at));
        let window = Rect::from_two_pos(corner(canvas.min), corner(canvas.max));
        let window = window.intersect(rect.shrink(1.5));
        if window.is_positive() {
            inside.rect_stroke(window, CornerRadius::same(3), Stroke::new(1.5, p.ai), StrokeKind::Inside);
        }
        let pressed = response.dragged() || response.clicked() || response.is_pointer_button_down_on();
        let pointer = response.interact_pointer_pos().filter(|_| pressed)?;
        Some(map.world_from_screen(inner, pointer.clamp(rect.min, rect.max)))
    }
}

fn picture(seen: &Seen<'_>, map: &Camera, inner: Rect, p: &Palette, pixels_per_point: f32) -> Picture {
    let shapes = seen.hulls.iter().map(|hull| {
        let corners = hull.corners.iter().map(|corner| map.screen_from_world(inner, *corner)).collect();
        let colour = seen.groups.0.get(hull.group).map_or(0, |group| group.colour);
        let (color, _) = p.circle(usize::from(colour));
        (corners, color.gamma_multiply(0.22))
    });
    let mut ink = Ink::new(seen.discs, pixels_per_point, inner);
    let radius = if seen.places.all().len() > 1000 { 0.9 } else { 1.5 };
    // One disc in each square point is all that can be seen.
    let mut taken = vec![false; (inner.width() as usize + 2) * (inner.height() as usize + 2)];
    let columns = inner.width() as usize + 2;
    let at = |node: u32| seen.places.of(node).map(|at| map.screen_from_world(inner, at));
    for (number, position) in seen.places.all().iter().enumerate().skip(1) {
        if seen.visible.0[number] && position[0].is_finite() {
            let at = map.screen_from_world(inner, place(*position));
            let off = (at - inner.min).max(Vec2::ZERO);
            let square = taken.get_mut(off.y as usize * columns + off.x as usize);
            if square.is_none_or(|taken| !std::mem::replace(taken, true)) {
                ink.disc(at, radius, p.line_strong);
            }
        }
    }
    let path: Vec<Pos2> = seen.path.iter().filter_map(|node| at(*node)).collect();
    ink.ribbon(&path, 1.5, p.thread);
    if let Some(me) = at(0) {
        ink.disc(me, 3.0, p.ai);
    }
    (shapes.collect(), Arc::new(ink.finish()))
}
