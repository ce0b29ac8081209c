//! From the model to what is painted: one mesh for lines and discs, and a list of texts and cards.
//!
//! Owns sizes on the screen and the order of painting. Must not know input. A scene is made when camera,
//! positions or choices have changed, and kept otherwise. Start reading at [`Scene::spots`].

use std::sync::Arc;

use eframe::egui::{Color32, Mesh, Painter, Pos2, Rect, Vec2, pos2, vec2};

use crate::gui::theme::{Palette, TextKind, text};
use crate::index::NodeId;
use crate::model::Book;

use super::camera::Camera;
use super::hulls::Hull;
use super::ink::{Discs, Ink};
use super::labels::Covered;
use super::model::{Class, Line, Model};
use super::places::Places;

/// From this zoom on nodes with a scan show it.
const CARDS_FROM: f32 = 1.6;
/// From this zoom on nodes show the photograph of the person instead of initials, if they are as large as this.
const PORTRAITS_FROM: f32 = 0.9;
const PORTRAIT_RADIUS: f32 = 11.0;
/// Photographs on the screen at most.
const MOST_PORTRAITS: usize = 200;
/// Names on the screen at most.
const MOST_NAMES: usize = 140;
/// Names on the screen at most while one looks from far away.
const MOST_NAMES_FAR: usize = 48;
/// Discs with initials at most.
const MOST_INITIALS: usize = 500;
/// The width of a name at most, in points.
const NAME_WIDTH: f32 = 150.0;

/// By what nodes are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Colouring {
    /// By the circles of a person.
    #[default]
    Circle,
    /// By how alive the relationship is.
    Warmth,
}

/// Where and how large a node is on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    pub(super) at: Pos2,
    /// Half its width and height.
    pub(super) half: Vec2,
    pub(super) card: bool,
    /// It has a place and is not left out by the focus.
    pub(super) shown: bool,
    pub(super) on_screen: bool,
}

impl Spot {
    fn is_inside(&self, point: Pos2, margin: f32) -> bool {
        let off = point - self.at;
        if self.card {
            off.x.abs() < self.half.x + margin && off.y.abs() < self.half.y + margin
        } else {
            off.length_sq() < (self.half.x + margin) * (self.half.x + margin)
        }
    }
}

/// A name and where it stands.
pub(super) struct Label {
    pub(super) node: NodeId,
    pub(super) rect: Rect,
    pub(super) strong: bool,
}

/// One layer, ready to be painted.
#[derive(Default)]
pub(super) struct Layer {
    pub(super) mesh: Arc<Mesh>,
    /// Initials: in the middle of which disc, and how large.
    pub(super) initials: Vec<(NodeId, Pos2, f32)>,
    /// Photographs: in the middle of which disc, and their radius.
    pub(super) portraits: Vec<(NodeId, Pos2, f32)>,
    pub(super) labels: Vec<Label>,
    /// Nodes that are drawn as cards.
    pub(super) cards: Vec<NodeId>,
    /// Names of circles: which one, and the left top of its text.
    pub(super) circles: Vec<(usize, Pos2)>,
}

/// What is to stand out from the rest.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lit {
    pub(super) nodes: Vec<bool>,
    /// Only lines at this node are lit; all lines between lit nodes otherwise.
    pub(super) centre: Option<NodeId>,
}

impl Lit {
    fn has(&self, line: &Line) -> bool {
        self.nodes[line.from as usize]
            && self.nodes[line.to as usize]
            && self.centre.is_none_or(|centre| line.from == centre || line.to == centre)
    }
}

/// Everything from which layers are made.
pub(super) struct Scene<'a> {
    pub(super) model: &'a Model,
    pub(super) book: &'a Book,
    pub(super) places: &'a Places,
    pub(super) visible: &'a [bool],
    pub(super) camera: Camera,
    pub(super) area: Rect,
    /// Classes that are left out, as bits.
    pub(super) hidden: u8,
    /// How warm each node is; empty when circles colour.
    pub(super) warmth: &'a [f32],
    pub(super) palette: &'static Palette,
    pub(super) discs: &'a Discs,
    pub(super) pixels_per_point: f32,
    /// The highlighted way, the selected person at its end.
    pub(super) path: &'a [NodeId],
    pub(super) selected: Option<NodeId>,
}

/// The colour, width and dashes of a class of lines.
pub(super) fn stroke_of(class: Class, p: &Palette) -> (Color32, f32, Option<(f32, f32)>) {
    match class {
        Class::Met => (p.line_strong.gamma_multiply(0.22), 1.0, None),
        Class::SharedEvent => (p.line_strong.gamma_multiply(0.5), 1.0, None),
        Class::Relationship => (p.line_strong.gamma_multiply(0.85), 1.2, None),
        Class::CameToNothing => (p.line_strong, 1.8, Some((1.5, 4.5))),
        Class::Waiting => (p.k_thanks, 1.6, Some((6.0, 4.0))),
        Class::Talking => (p.k_review, 1.6, None),
        Class::LedToWork => (p.k_meet, 1.6, None),
    }
}

impl Scene<'_> {
    /// How much larger or smaller than at 100 % nodes are: less than places are apart.
    fn scale(&self) -> f32 {
        self.camera.zoom.powf(0.5)
    }

    /// Works out where every node lies on the screen.
    pub(super) fn spots(&self) -> Vec<Spot> {
        let (scale, zoom) = (self.scale(), self.camera.zoom);
        let numbers = 0..self.model.nodes.len() as NodeId;
        numbers
            .map(|number| {
                let node = &self.model.nodes[number as usize];
                let place = self.places.of(number).filter(|_| self.visible[number as usize]);
                let at = place.map_or(Pos2::ZERO, |place| self.camera.screen_from_world(self.area, place));
                let least = if number == 0 { 7.0 } else { 1.8 };
                let mut half = Vec2::splat((node.radius * scale).clamp(least, 42.0));
                let on_path = self.path.contains(&number);
                if on_path && number != 0 {
                    half = half.max(Vec2::splat(15.0));
                }
                let near = zoom >= CARDS_FROM || on_path;
                let picture = node.picture.filter(|_| near && place.is_some());
                let card = picture.and_then(|id| self.book.get(id));
                if let Some(picture) = card {
                    let width = if on_path { (85.0 * zoom).clamp(64.0, 220.0) } else { 68.0 * zoom };
                    let slot = vec2(width, width * 55.0 / 85.0);
                    let aspect = picture.aspect().clamp(0.4, 2.5);
                    half = vec2(slot.x.min(slot.y * aspect), slot.y.min(slot.x / aspect)) / 2.0;
                }
                let on_screen = place.is_some()
                    && self.area.expand(4.0).intersects(Rect::from_center_size(at, half * 2.0));
                Spot { at, half, card: card.is_some(), shown: place.is_some(), on_screen }
            })
            .collect()
    }

    /// Makes a layer: of everything, or of what is lit.
    pub(super) fn layer(
        &self,
        spots: &[Spot],
        lit: Option<&Lit>,
        hulls: &[Hull],
        painter: &Painter,
    ) -> Layer {
        let mut ink = Ink::new(self.discs, self.pixels_per_point, self.area);
        let many = self.model.nodes.len() > 1500;
        for line in &self.model.lines {
            let hidden = self.hidden & line.class.bit() != 0
                || lit.is_some_and(|lit| !lit.has(line))
                || (lit.is_none() && many && line.class == Class::Met);
            if !hidden {
                self.line(&mut ink, line, spots, lit.is_some());
            }
        }
        if lit.is_none() {
            self.path_lines(&mut ink, spots);
        }
        let mut layer = Layer::default();
        // The least important first, so that the others lie above them.
        for number in self.model.order.iter().rev() {
            let spot = &spots[*number as usize];
            if spot.on_screen && lit.is_none_or(|lit| lit.nodes[*number as usize]) {
                if spot.card {
                    layer.cards.push(*number);
                } else {
                    self.node(&mut ink, *number, spot, &mut layer);
                }
            }
        }
        if layer.initials.len() > MOST_INITIALS {
            layer.initials.drain(..layer.initials.len() - MOST_INITIALS);
        }
        if layer.portraits.len() > MOST_PORTRAITS {
            layer.portraits.drain(..layer.portraits.len() - MOST_PORTRAITS);
        }
        layer.mesh = Arc::new(ink.finish());
        self.names(spots, lit, hulls, painter, &mut layer);
        layer
    }

    fn line(&self, ink: &mut Ink<'_>, line: &Line, spots: &[Spot], lit: bool) {
        let (from, to) = (&spots[line.from as usize], &spots[line.to as usize]);
        if !(from.shown && to.shown) {
            return;
        }
        let (mut color, width, dashes) = stroke_of(line.class, self.palette);
        if !line.class.is_arrow() {
            // From far away many thin lines would become one grey area.
            color = color.gamma_multiply((self.camera.zoom / 0.55).clamp(0.2, 1.0));
            if lit {
                color = self.palette.line_strong;
            }
        }
        let length = from.at.distance(to.at);
        let reach = Rect::from_two_pos(from.at, to.at).expand(length * line.bend.abs());
        if length < 1.0 || !self.area.intersects(reach) {
            return;
        }
        let width = width * self.camera.zoom.powf(0.35).clamp(0.6, 1.25);
        if line.bend == 0.0 && !line.class.is_arrow() {
            ink.line(from.at, to.at, width, color);
            return;
        }
        let mut points = bent(from.at, to.at, line.bend, length);
        let clear = length - from.half.max_elem() - to.half.max_elem();
        let head = (7.5 * self.scale().clamp(0.75, 1.3)).min(clear * 0.35);
        let with_head = line.class.is_arrow() && head > 3.0;
        if with_head {
            trim(&mut points, from, to, 2.0);
        }
        let [.., before, tip] = points.as_slice() else { return };
        let (tip, direction) = (*tip, *tip - *before);
        if with_head {
            shorten(&mut points, head * 0.8);
        }
        match dashes.filter(|_| length > 14.0) {
            Some((dash, gap)) => ink.dashes(&points, dash, gap, width, color),
            None => ink.ribbon(&points, width, color),
        }
        if with_head {
            ink.head(tip, direction, head, color);
        }
    }

    /// The highlighted way, in the colour of the thread.
    fn path_lines(&self, ink: &mut Ink<'_>, spots: &[Spot]) {
        for pair in self.path.windows(2) {
            let (from, to) = (&spots[pair[0] as usize], &spots[pair[1] as usize]);
            if !(from.shown && to.shown) {
                continue;
            }
            let mut points = bent(from.at, to.at, 0.1, from.at.distance(to.at));
            trim(&mut points, from, to, 6.0);
            let [.., before, tip] = points.as_slice() else { continue };
            let (tip, direction) = (*tip, *tip - *before);
            shorten(&mut points, 9.0);
            ink.ribbon(&points, 3.5, self.palette.thread);
            ink.head(tip, direction, 12.0, self.palette.thread);
        }
    }

    fn node(&self, ink: &mut Ink<'_>, number: NodeId, spot: &Spot, layer: &mut Layer) {
        let p = self.palette;
        let node = &self.model.nodes[number as usize];
        let (at, radius) = (spot.at, spot.half.x);
        let on_path = self.path.contains(&number);
        if number == 0 {
            let ring = (radius * 0.09).clamp(1.5, 3.0);
            ink.disc(at, radius + ring * 2.2, p.thread);
            ink.disc(at, radius + ring * 1.2, p.desk);
            ink.disc(at, radius, p.ai);
            if radius >= 12.0 {
                layer.initials.push((number, at, (radius * 0.5).clamp(9.0, 16.0).round()));
            }
            return;
        }
        let fill = if p.is_dark() { p.panel } else { p.raised };
        if on_path {
            ink.disc(at, radius + 5.0, p.thread);
            ink.disc(at, radius + 2.5, p.desk);
        } else if self.selected == Some(number) {
            ink.disc(at, radius + 5.0, p.ai);
            ink.disc(at, radius + 3.0, p.desk);
        }
        let warmth = self.warmth.get(number as usize);
        let colors: &[u8] = if warmth.is_some() { &[] } else { &node.rings };
        let first = colors.first().map_or(p.line_strong, |colour| p.circle(usize::from(*colour)).0);
        let first = warmth.map_or(first, |warmth| warm(p, *warmth));
        if radius < 5.0 {
            ink.disc(at, radius, first);
            return;
        }
        let ring = if radius < 9.0 { 1.5 } else { 2.2 };
        if node.only_mentioned {
            ink.disc(at, radius, fill);
            let dashes = (radius * std::f32::consts::TAU / 6.0).round().max(6.0);
            let turn = std::f32::consts::TAU / dashes;
            for dash in 0..dashes as usize {
                ink.arc(at, radius - 0.7, [turn * dash as f32, turn * 0.6], 1.3, p.line_strong);
            }
        } else if colors.len() > 1 {
            ink.disc(at, radius - ring * 0.5, fill);
            let share = std::f32::consts::TAU / colors.len() as f32;
            for (part, colour) in colors.iter().enumerate() {
                let start = -std::f32::consts::FRAC_PI_2 + share * part as f32;
                let color = p.circle(usize::from(*colour)).0;
                ink.arc(at, radius - ring / 2.0, [start, share], ring, color);
            }
        } else {
            ink.disc(at, radius, first);
            ink.disc(at, radius - ring, fill);
        }
        if node.portrait.is_some() && self.camera.zoom >= PORTRAITS_FROM && radius >= PORTRAIT_RADIUS {
            layer.portraits.push((number, at, radius - ring));
        }
        // Initials stand there until the photograph has come.
        if radius >= 9.5 && !node.initials.is_empty() {
            layer.initials.push((number, at, (radius * 0.78).clamp(8.5, 15.0).round()));
        }
        if node.pinned && radius >= 9.0 {
            let pin = at + Vec2::splat(radius * 0.74);
            ink.disc(pin, 4.0, p.desk);
            ink.disc(pin, 2.8, p.ai);
        }
    }

    /// Finds places for names, the important ones first.
    fn names(&self, spots: &[Spot], lit: Option<&Lit>, hulls: &[Hull], painter: &Painter, layer: &mut Layer) {
        let mut covered = Covered::new(self.area);
        for spot in spots.iter().filter(|spot| spot.on_screen && spot.half.x >= 4.5) {
            covered.cover_node(spot.at, spot.half);
        }
        let mut wanted: Vec<NodeId> = self.path.iter().copied().chain(self.selected).collect();
        wanted.extend(lit.and_then(|lit| lit.centre));
        for node in wanted.clone() {
            self.name(node, spots, painter, &mut covered, layer, true);
        }
        if lit.is_none() {
            for hull in hulls.iter().filter(|hull| hull.named) {
                self.circle_name(hull, painter, &mut covered, layer);
            }
        }
        let far = self.camera.zoom < 0.2 && lit.is_none();
        let most = if far { MOST_NAMES_FAR } else { MOST_NAMES };
        let mut tries = most * 3;
        for node in &self.model.order {
            if layer.labels.len() >= most || tries == 0 {
                break;
            }
            let spot = &spots[*node as usize];
            let told = lit.is_none_or(|lit| lit.nodes[*node as usize]);
            if spot.on_screen && told && *node != 0 && !wanted.contains(node) {
                tries -= 1;
                self.name(*node, spots, painter, &mut covered, layer, false);
            }
        }
    }

    fn name(
        &self,
        node: NodeId,
        spots: &[Spot],
        painter: &Painter,
        covered: &mut Covered,
        layer: &mut Layer,
        strong: bool,
    ) {
        let spot = &spots[node as usize];
        let known = layer.labels.iter().any(|label| label.node == node);
        if node == 0 || !spot.on_screen || (strong && known) {
            return;
        }
        let kind = if strong { TextKind::Strong } else { TextKind::Label };
        let line =
            text::line(painter, &self.model.nodes[node as usize].name, kind, Color32::BLACK, NAME_WIDTH);
        let size = line.size() + vec2(8.0, 0.0);
        let ring = if strong { Vec2::splat(5.0) } else { Vec2::ZERO };
        let rect = covered.place(spot.at, spot.half + ring, size).or_else(|| {
            // Who is selected is named even when others are in the way.
            let below = pos2(spot.at.x - size.x / 2.0, spot.at.y + spot.half.y + ring.y + 2.0);
            strong.then_some(Rect::from_min_size(below, size))
        });
        layer.labels.extend(rect.map(|rect| Label { node, rect, strong }));
    }

    fn circle_name(&self, hull: &Hull, painter: &Painter, covered: &mut Covered, layer: &mut Layer) {
        let name = &self.model.circles[hull.circle].name;
        let size =
            text::line(painter, name, TextKind::Label, Color32::BLACK, NAME_WIDTH).size() + vec2(18.0, 4.0);
        let corners: Vec<Pos2> =
            hull.corners.iter().map(|corner| self.camera.screen_from_world(self.area, *corner)).collect();
        let middle = corners.iter().fold(Vec2::ZERO, |sum, corner| sum + corner.to_vec2())
            / corners.len().max(1) as f32;
        let mut outside: Vec<Vec2> = corners.iter().map(|corner| corner.to_vec2() - middle).collect();
        // Upwards first; a name at the foot reads as one of what is below.
        outside.sort_by(|a, b| a.y.total_cmp(&b.y));
        let found = outside.iter().find_map(|off| {
            let out = off.normalized();
            let centre = (middle + *off).to_pos2() + out * vec2(size.x / 2.0 + 4.0, size.y / 2.0 + 4.0);
            let rect = Rect::from_center_size(centre, size);
            covered.is_free(rect).then_some(rect)
        });
        if let Some(rect) = found {
            covered.cover(rect);
            layer.circles.push((hull.circle, rect.min));
        }
    }
}

/// Between the colour of a line and that of the thread.
pub(super) fn warm(p: &Palette, warmth: f32) -> Color32 {
    let mix = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * warmth).round() as u8;
    let (cold, hot) = (p.line, p.thread);
    // A mix of two colours of the palette.
    Color32::from_rgb(mix(cold.r(), hot.r()), mix(cold.g(), hot.g()), mix(cold.b(), hot.b()))
}

/// Points of a bent way.
fn bent(from: Pos2, to: Pos2, bend: f32, length: f32) -> Vec<Pos2> {
    let control = from + (to - from) * 0.5 + (to - from).rot90() * bend * 1.6;
    let steps = ((length / 9.0) as usize).clamp(3, 36);
    (0..=steps)
        .map(|step| {
            let t = step as f32 / steps as f32;
            let u = 1.0 - t;
            (from.to_vec2() * (u * u) + control.to_vec2() * (2.0 * u * t) + to.to_vec2() * (t * t)).to_pos2()
        })
        .collect()
}

/// Cuts off what lies inside the nodes at both ends.
fn trim(points: &mut Vec<Pos2>, from: &Spot, to: &Spot, margin: f32) {
    let outside = |spot: &Spot, mut inner: Pos2, mut outer: Pos2| {
        for _ in 0..6 {
            let middle = inner + (outer - inner) * 0.5;
            if spot.is_inside(middle, margin) { inner = middle } else { outer = middle }
        }
        outer
    };
    if let Some(last) = points.iter().rposition(|point| !to.is_inside(*point, margin))
        && last + 1 < points.len()
    {
        let end = outside(to, points[last + 1], points[last]);
        points.truncate(last + 1);
        points.push(end);
    }
    if let Some(first) = points.iter().position(|point| !from.is_inside(*point, margin))
        && first > 0
    {
        let start = outside(from, points[first - 1], points[first]);
        points.drain(..first);
        points.insert(0, start);
    }
}

/// Takes `length` off the end, where the head of the arrow lies.
fn shorten(points: &mut Vec<Pos2>, mut length: f32) {
    while points.len() >= 2 {
        let (before, last) = (points[points.len() - 2], points[points.len() - 1]);
        let piece = before.distance(last);
        if piece > length {
            let at = points.len() - 1;
            points[at] = last + (before - last) * (length / piece);
            return;
        }
        length -= piece;
        points.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(x: f32, half: Vec2, card: bool) -> Spot {
        Spot { at: pos2(x, 0.0), half, card, shown: true, on_screen: true }
    }

    #[test]
    fn a_way_ends_at_the_edges_of_its_nodes() {
        let (from, to) = (spot(0.0, Vec2::splat(10.0), false), spot(200.0, vec2(40.0, 25.0), true));
        let mut points = bent(from.at, to.at, 0.0, 200.0);
        trim(&mut points, &from, &to, 3.0);
        let (first, last) = (points[0], points[points.len() - 1]);
        assert!((first.x - 13.0).abs() < 0.5, "{first:?}");
        assert!((last.x - 157.0).abs() < 0.5, "{last:?}");
        shorten(&mut points, 20.0);
        assert!((points[points.len() - 1].x - 137.0).abs() < 0.5);
    }

    #[test]
    fn nodes_that_touch_have_no_way_between_them_that_fails() {
        let (from, to) = (spot(0.0, Vec2::splat(30.0), false), spot(20.0, Vec2::splat(30.0), false));
        let mut points = bent(from.at, to.at, 0.2, 20.0);
        trim(&mut points, &from, &to, 3.0);
        shorten(&mut points, 500.0);
        assert!(points.len() < 2 || points.iter().all(|point| point.x.is_finite()));
    }
}
