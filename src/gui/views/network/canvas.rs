//! Paints the layers of the network and keeps them between frames.
//!
//! Owns the order: shapes of groups, lines and discs, cards, names; then what is lit above a veil.
//! Must not know input. A mesh is handed to egui as it is, so that a frame at rest costs little.

use std::sync::Arc;

use eframe::egui::{
    self, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, epaint::RectShape, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, duration, font, radius, scan_tint, text, time};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::widgets::{paint_photo, paint_portrait};
use crate::index::NodeId;

use super::camera::Camera;
use super::hulls::Hull;
use super::lines::Hidden;
use super::model::ModelKey;
use super::pointer::Pointer;
use super::scene::{AROUND, Layer, Lit, NAME_WIDTH, Scene, Sizes, Spot};

/// On what a scene rests.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    model: ModelKey,
    places: u64,
    visible: u64,
    camera: Camera,
    area: Rect,
    hidden: Hidden,
    looks: u64,
    marks: u64,
    as_of: Option<i32>,
    dark: bool,
    pixels_per_point: f32,
    way: u64,
    selected: Option<NodeId>,
    hulls: u64,
}

/// Why something stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Node(NodeId),
    Search(u64),
}

/// The layers as of the last frame.
#[derive(Default)]
pub(super) struct Painted {
    key: Option<Key>,
    /// How far everything was moved since it was drawn.
    moved: egui::Vec2,
    pub(super) spots: Vec<Spot>,
    /// Of which model the names were measured, in which size of pixels.
    sizes_of: Option<(ModelKey, f32)>,
    sizes: Sizes,
    base: Layer,
    why: Option<Why>,
    lit: Option<(Why, Option<Key>, Lit, Layer)>,
    /// How much the rest is dimmed, 0 to 1.
    veil: f32,
}

impl Painted {
    /// Makes the base layer anew when anything that it rests on differs.
    pub(super) fn refresh(
        &mut self,
        scene: &Scene<'_>,
        (hulls, hulls_made): (&[Hull], u64),
        (visible, looks, marks): (u64, u64, u64),
        painter: &Painter,
    ) {
        let key = Key {
            model: scene.model.key,
            places: scene.places.generation,
            visible,
            camera: scene.camera,
            area: scene.area,
            hidden: scene.hidden,
            looks,
            marks,
            as_of: scene.as_of,
            dark: scene.palette.is_dark(),
            pixels_per_point: scene.pixels_per_point,
            way: scene.path.iter().fold(0, |sum, node| sum * 31 + u64::from(*node) + 1),
            selected: scene.selected,
            hulls: hulls_made,
        };
        let sizes_of = (scene.model.key, scene.pixels_per_point);
        if self.sizes_of != Some(sizes_of) {
            self.sizes_of = Some(sizes_of);
            self.sizes.reset(scene.model.nodes.len());
        }
        if self.key != Some(key) && !self.shifted(key) {
            self.key = Some(key);
            self.moved = egui::Vec2::ZERO;
            self.spots = scene.spots();
            let mesh = reuse(&mut self.base);
            self.base = scene.layer(&self.spots, None, hulls, painter, &mut self.sizes, mesh);
        }
    }

    /// Moves what is drawn when only the paper was moved, and no farther than things are drawn.
    fn shifted(&mut self, key: Key) -> bool {
        let Some(before) = self.key else { return false };
        let camera = Camera { centre: key.camera.centre, ..before.camera };
        if (Key { camera, ..before }) != key {
            return false;
        }
        let by = (before.camera.centre - key.camera.centre) * key.camera.zoom;
        let moved = self.moved + by;
        if moved.x.abs().max(moved.y.abs()) > AROUND {
            return false;
        }
        self.moved = moved;
        self.spots.iter_mut().filter(|spot| spot.shown).for_each(|spot| spot.at += by);
        self.base.shift(by);
        if let Some((_, made, _, layer)) = &mut self.lit
            && *made == self.key
        {
            layer.shift(by);
            *made = Some(key);
        }
        self.key = Some(key);
        true
    }

    /// How many lines are drawn, and how many there are to draw.
    pub(super) fn lines(&self) -> (usize, usize) {
        (self.base.lines, self.base.wanted_lines)
    }

    /// Finds out what stands out: the node under the pointer or the keyboard, or what was searched.
    pub(super) fn lit(&mut self, pointer: &Pointer, scene: &Scene<'_>, ctx: &ViewCtx<'_>, ui: &Ui) {
        let found = ctx.search.found.as_ref();
        self.why = pointer.looked_at().map(Why::Node).or(found.map(|_| Why::Search(ctx.search.generation)));
        let id = ui.scope_id().with("network veil");
        self.veil = ui.ctx().animate_bool_with_time(id, self.why.is_some(), duration(ui, time::HOVER));
        let Some(why) = self.why else {
            if self.veil == 0.0 {
                self.lit = None;
            } else if let Some((_, made, lit, layer)) = &mut self.lit
                && *made != self.key
            {
                let mesh = reuse(layer);
                *layer = scene.layer(&self.spots, Some(lit), &[], ui.painter(), &mut self.sizes, mesh);
                *made = self.key;
            }
            return;
        };
        if self.lit.as_ref().is_some_and(|(of, made, ..)| *of == why && *made == self.key) {
            return;
        }
        let mut nodes = vec![false; scene.model.nodes.len()];
        let centre = match why {
            Why::Node(node) => {
                nodes[node as usize] = true;
                for (neighbour, _) in scene.model.network.neighbours(node) {
                    nodes[*neighbour as usize] = true;
                }
                Some(node)
            }
            Why::Search(_) => {
                for (contact, number) in scene.model.network.people().iter().zip(1..) {
                    nodes[number] = found.is_some_and(|found| found.matches(*contact));
                }
                None
            }
        };
        let lit = Lit { nodes, centre };
        let mesh = self.lit.take().map(|(.., mut layer)| reuse(&mut layer)).unwrap_or_default();
        let layer = scene.layer(&self.spots, Some(&lit), &[], ui.painter(), &mut self.sizes, mesh);
        self.lit = Some((why, self.key, lit, layer));
    }

    /// Whether a node is dimmed because a search does not find it. What the pointer dims can still be
    /// found by name: the pointer is nothing to somebody who does not see it.
    pub(super) fn is_dimmed(&self, node: NodeId) -> bool {
        matches!(self.why, Some(Why::Search(_)))
            && self.lit.as_ref().is_some_and(|(_, _, lit, _)| !lit.nodes[node as usize])
    }

    /// The layer on top.
    fn top(&self) -> &Layer {
        self.lit.as_ref().map_or(&self.base, |(.., layer)| layer)
    }

    /// Nodes that have a name on the screen.
    pub(super) fn named(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.base.labels.iter().chain(&self.top().labels).map(|label| label.node)
    }

    /// The node whose name lies under a point.
    pub(super) fn name_at(&self, at: Pos2) -> Option<NodeId> {
        self.top().labels.iter().find(|label| label.rect.contains(at)).map(|label| label.node)
    }

    /// Nodes that are drawn as cards, the topmost last.
    pub(super) fn cards(&self) -> &[NodeId] {
        &self.base.cards
    }

    /// Paints everything.
    pub(super) fn paint(&self, scene: &Scene<'_>, hulls: &[Hull], ctx: &mut ViewCtx<'_>, ui: &Ui) {
        let p = scene.palette;
        let painter = ui.painter().with_clip_rect(scene.area.intersect(ui.clip_rect()));
        for hull in hulls {
            paint_hull(&painter, scene, hull, p);
        }
        self.paint_layer(&self.base, scene, ctx, &painter, self.veil < 1.0);
        if let Some((.., layer)) = &self.lit
            && self.veil > 0.0
        {
            painter.rect_filled(scene.area, 0, p.desk.gamma_multiply(0.8 * self.veil));
            self.paint_layer(layer, scene, ctx, &painter, true);
        }
    }

    fn paint_layer(
        &self,
        layer: &Layer,
        scene: &Scene<'_>,
        ctx: &mut ViewCtx<'_>,
        painter: &Painter,
        with_texts: bool,
    ) {
        let p = scene.palette;
        painter.add(Shape::Mesh(Arc::clone(&layer.mesh)));
        let mut initials_font = font(TextKind::Strong);
        for (node, at, size) in layer.initials.iter().filter(|_| with_texts) {
            initials_font.size = *size;
            let ink = if *node == 0 { p.on_ai } else { p.text };
            let words = &scene.model.nodes[*node as usize].initials;
            let mut galley = painter.layout_no_wrap(words.clone(), initials_font.clone(), ink);
            let room = self.spots[*node as usize].half.x * 2.0 - 3.0;
            if galley.size().x > room {
                // Two wide letters: smaller ones, and none when they could not be read.
                initials_font.size = (*size * room / galley.size().x).floor();
                if initials_font.size < 7.0 {
                    continue;
                }
                galley = painter.layout_no_wrap(words.clone(), initials_font.clone(), ink);
            }
            painter.galley(*at - galley.size() / 2.0, galley, ink);
        }
        for (node, at, radius) in &layer.portraits {
            let picture = scene.model.nodes[*node as usize].portrait.and_then(|id| scene.book.get(id));
            let Some(picture) = picture else { continue };
            let size = ThumbnailSize::for_width(2.0 * radius, scene.pixels_per_point);
            let found = ctx.thumbnails.get(painter.ctx(), picture, size);
            if let Thumbnail::Ready(texture) = found {
                let place = Rect::from_center_size(*at, vec2(2.0 * radius, 2.0 * radius));
                paint_photo(painter, place, texture, picture.aspect(), scan_tint(p.is_dark()));
            }
        }
        for node in &layer.cards {
            self.paint_card(*node, scene, ctx, painter);
        }
        if !with_texts {
            return;
        }
        for (group, at) in &layer.circles {
            let Some(group) = scene.groups.get(*group) else { continue };
            let line = text::line(painter, &group.name, TextKind::Label, p.text2, NAME_WIDTH);
            let y = at.y + 2.0 + line.size().y / 2.0;
            painter.circle_filled(pos2(at.x + 4.0, y), 3.5, p.circle(usize::from(group.colour)).0);
            painter.galley(pos2(at.x + 13.0, at.y + 2.0), line, p.text2);
        }
        for label in &layer.labels {
            let node = &scene.model.nodes[label.node as usize];
            let kind = if label.strong { TextKind::Strong } else { TextKind::Label };
            painter.rect_filled(label.rect, CornerRadius::same(4), p.desk.gamma_multiply(0.78));
            let line = text::line(painter, &node.name, kind, p.text, NAME_WIDTH);
            painter.galley(label.rect.min + vec2(4.0, 0.0), line, p.text);
            if label.strong && node.only_mentioned && node.picture.is_none() {
                let words = ctx.texts.network_no_card();
                let line = text::line(painter, words, TextKind::Label, p.text2, 150.0);
                let at = pos2(label.rect.center().x - line.size().x / 2.0, label.rect.bottom());
                painter.rect_filled(
                    Rect::from_min_size(at, line.size()).expand2(vec2(4.0, 0.0)),
                    CornerRadius::same(4),
                    p.desk.gamma_multiply(0.78),
                );
                painter.galley(at, line, p.text2);
            }
        }
    }

    fn paint_card(&self, node: NodeId, scene: &Scene<'_>, ctx: &mut ViewCtx<'_>, painter: &Painter) {
        let p = scene.palette;
        let spot = &self.spots[node as usize];
        let Some(picture) = scene.model.nodes[node as usize].picture.and_then(|id| scene.book.get(id)) else {
            return;
        };
        let rect = Rect::from_center_size(spot.at, spot.half * 2.0);
        let corner = CornerRadius::same(radius::CARD);
        Elevation::Card.paint(painter, rect, radius::CARD, p.is_dark());
        let size = ThumbnailSize::for_width(rect.width(), scene.pixels_per_point);
        match ctx.thumbnails.get(painter.ctx(), picture, size) {
            Thumbnail::Ready(texture) => {
                let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
                painter
                    .add(RectShape::filled(rect, corner, scan_tint(p.is_dark())).with_texture(texture, uv));
            }
            Thumbnail::Loading | Thumbnail::Missing => {
                // Whose card it is can be told before it has come.
                painter.rect_filled(rect, corner, ctx.thumbnails.colour(picture, p.sunk));
                let words = scene.model.nodes[node as usize].initials.clone();
                let mut initials = font(TextKind::Strong);
                initials.size = (rect.height() * 0.34).clamp(9.0, 22.0);
                let ink = p.text;
                let galley = painter.layout_no_wrap(words, initials, ink);
                let ground = Rect::from_center_size(rect.center(), galley.size() + vec2(12.0, 4.0));
                painter.rect_filled(ground, CornerRadius::same(6), p.raised.gamma_multiply(0.8));
                painter.galley(rect.center() - galley.size() / 2.0, galley, ink);
            }
        }
        painter.rect_stroke(rect, corner, Stroke::new(1.0, p.card_edge), StrokeKind::Inside);
        let face = scene.model.nodes[node as usize].portrait.and_then(|id| scene.book.get(id));
        if let Some(face) = face
            && let Thumbnail::Ready(texture) = ctx.thumbnails.get(
                painter.ctx(),
                face,
                ThumbnailSize::for_width(rect.height() / 2.0, scene.pixels_per_point),
            )
        {
            paint_portrait(painter, rect, (texture, face.aspect()), p);
        }
        let ring = if scene.path.contains(&node) {
            Some(p.thread)
        } else if scene.selected == Some(node) || scene.is_marked(node) {
            Some(p.ai)
        } else {
            None
        };
        if let Some(color) = ring {
            let ring = Stroke::new(2.0, color);
            painter.rect_stroke(rect.expand(3.0), CornerRadius::same(6), ring, StrokeKind::Outside);
        }
    }
}

/// The memory of a layer's mesh, unless it is still painted.
fn reuse(layer: &mut Layer) -> egui::Mesh {
    Arc::try_unwrap(std::mem::take(&mut layer.mesh)).unwrap_or_default()
}

fn paint_hull(painter: &Painter, scene: &Scene<'_>, hull: &Hull, p: &Palette) {
    let corners: Vec<Pos2> =
        hull.corners.iter().map(|corner| scene.camera.screen_from_world(scene.area, *corner)).collect();
    let Some(group) = scene.groups.get(hull.group) else { return };
    let (color, _) = p.circle(usize::from(group.colour));
    let fill = color.gamma_multiply(if p.is_dark() { 0.13 } else { 0.1 });
    painter.add(Shape::convex_polygon(corners, fill, Stroke::new(1.0, color.gamma_multiply(0.45))));
}

/// Draws a quiet line of text at the foot of the canvas.
pub(super) fn notice(ui: &Ui, area: Rect, words: &str) {
    let p = Palette::of(ui);
    let line = text::line(ui.painter(), words, TextKind::Body, p.text2, area.width() - 60.0);
    let size = line.size() + vec2(28.0, 14.0);
    let rect = Rect::from_center_size(pos2(area.center().x, area.bottom() - 40.0), size);
    let response = ui.interact(rect, ui.scope_id().with("network notice"), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, words));
    let corner = CornerRadius::same((size.y / 2.0) as u8);
    ui.painter().rect(rect, corner, p.raised, Stroke::new(1.0, p.line), StrokeKind::Inside);
    ui.painter().galley(rect.center() - line.size() / 2.0, line, p.text2);
}
