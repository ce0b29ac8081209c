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
use super::grouping::Group;
use super::hulls::Hull;
use super::ink::{Discs, Ink, Profile};
use super::labels::Covered;
use super::lines::{CLASSES, Class, Hidden, Kind, Line, STRENGTHS};
use super::model::Model;
use super::places::Places;
use super::way::{MOST_PIECES, Way};

/// From this zoom on nodes with a scan show it.
const CARDS_FROM: f32 = 1.6;
/// The width of a card on the highlighted way at least, in points.
const PATH_CARD: f32 = 64.0;
/// From this zoom on nodes show the photograph of the person instead of initials, if they are as large as this.
const PORTRAITS_FROM: f32 = 0.9;
const PORTRAIT_RADIUS: f32 = 11.0;
/// How many things may lie above the canvas: the trail, the map, the answers.
pub(super) const BLOCKED: usize = 3;
/// Photographs on the screen at most.
const MOST_PORTRAITS: usize = 200;
/// Names on the screen at most.
const MOST_NAMES: usize = 140;
/// Names on the screen at most while one looks from far away.
const MOST_NAMES_FAR: usize = 48;
/// Smaller discs have no initials.
const INITIALS_RADIUS: f32 = 7.0;
/// Discs with initials at most.
const MOST_INITIALS: usize = 500;
/// The width of a name at most, in points.
pub(super) const NAME_WIDTH: f32 = 150.0;
/// Lines on the screen at most; of more, those that weigh most are drawn.
pub(super) const MOST_LINES: usize = 40_000;
/// Lines that are drawn anew in every frame at most, while one zooms; all of them follow when the camera rests.
pub(super) const MOST_LINES_ZOOMING: usize = 16_000;
/// Below this zoom lines are straight where it can hardly be seen, and discs on top of each other are drawn once.
const FAR: f32 = 0.3;
/// The side of the squares in which one disc is enough, in points, while one looks from far away.
const GRAIN: f32 = 2.5;
/// Networks of more nodes leave out first meetings: they would cover everything else.
pub(super) const MANY: usize = 1500;
/// How far beyond the canvas everything is drawn, in points: the paper can be moved so far without drawing anew.
pub(super) const AROUND: f32 = 180.0;
/// A bent way is as straight as this, in points.
const SMOOTH: f32 = 0.35;

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
    pub(super) fn is_inside(&self, point: Pos2, margin: f32) -> bool {
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
    /// Names of groups: which one, and the left top of its text.
    pub(super) circles: Vec<(usize, Pos2)>,
    /// How many lines are drawn.
    pub(super) lines: usize,
    /// How many lines there are to draw.
    pub(super) wanted_lines: usize,
}

impl Layer {
    /// Moves everything on the screen.
    pub(super) fn shift(&mut self, by: Vec2) {
        for vertex in &mut Arc::make_mut(&mut self.mesh).vertices {
            vertex.pos += by;
        }
        self.initials.iter_mut().for_each(|(_, at, _)| *at += by);
        self.portraits.iter_mut().for_each(|(_, at, _)| *at += by);
        self.labels.iter_mut().for_each(|label| label.rect = label.rect.translate(by));
        self.circles.iter_mut().for_each(|(_, at)| *at += by);
    }
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
    /// Lines that are left out.
    pub(super) hidden: Hidden,
    /// The day as of which the network is drawn, as a day of the common era; lines that did not hold are left out.
    pub(super) as_of: Option<i32>,
    /// How much of each node has faded, from 0 to 255; empty when nobody fades.
    pub(super) faded: &'a [u8],
    /// A colour for each node; empty when circles colour.
    pub(super) colours: &'a [Color32],
    /// A radius for each node; empty when ties size.
    pub(super) sizes: &'a [f32],
    pub(super) groups: &'a [Group],
    /// Who is marked; empty while nobody is.
    pub(super) marked: &'a [bool],
    pub(super) palette: &'static Palette,
    pub(super) discs: &'a Discs,
    pub(super) pixels_per_point: f32,
    /// The highlighted way, the selected person at its end.
    pub(super) path: &'a [NodeId],
    pub(super) selected: Option<NodeId>,
    /// What lies above the canvas: no name is put below it.
    pub(super) blocked: [Rect; BLOCKED],
}

/// Everything about a stroke that is the same for all lines of a class and a strength.
#[derive(Clone, Copy)]
struct Pen {
    color: Color32,
    width: f32,
    profile: Profile,
    dashes: Option<(f32, f32)>,
}

impl Scene<'_> {
    /// Whether a person is marked beside others.
    pub(super) fn is_marked(&self, node: NodeId) -> bool {
        self.marked.get(node as usize) == Some(&true)
    }

    /// How much larger or smaller than at 100 % nodes are: less than places are apart.
    fn scale(&self) -> f32 {
        self.camera.zoom.powf(0.5)
    }

    /// Whether somebody on the highlighted way is far enough from the others on it for a card that can be told apart.
    fn has_room(&self, node: NodeId, at: Pos2) -> bool {
        let others = self.path.iter().filter(|other| **other != node);
        let mut others = others.filter_map(|other| self.places.of(*other));
        others.all(|place| {
            let off = self.camera.screen_from_world(self.area, place) - at;
            off.x.abs() > PATH_CARD || off.y.abs() > PATH_CARD * 0.75
        })
    }

    /// Works out where every node lies on the screen.
    pub(super) fn spots(&self) -> Vec<Spot> {
        let (scale, zoom) = (self.scale(), self.camera.zoom);
        let seen = self.area.expand(4.0 + AROUND);
        let numbers = 0..self.model.nodes.len() as NodeId;
        numbers
            .map(|number| {
                let node = &self.model.nodes[number as usize];
                let place = self.places.of(number).filter(|_| self.visible[number as usize]);
                let at = place.map_or(Pos2::ZERO, |place| self.camera.screen_from_world(self.area, place));
                let least = if number == 0 { 7.0 } else { 1.8 };
                let radius = self.sizes.get(number as usize).copied().filter(|_| number != 0);
                let radius = radius.unwrap_or(node.radius);
                let mut half = Vec2::splat((radius * scale).clamp(least, 42.0));
                let on_path = self.path.contains(&number);
                if on_path && number != 0 {
                    half = half.max(Vec2::splat(15.0));
                }
                let near = zoom >= CARDS_FROM || (on_path && self.has_room(number, at));
                let picture = node.picture.filter(|_| near && place.is_some());
                let card = picture.and_then(|id| self.book.get(id));
                if let Some(picture) = card {
                    let width = if on_path { (85.0 * zoom).clamp(PATH_CARD, 220.0) } else { 68.0 * zoom };
                    let slot = vec2(width, width * 55.0 / 85.0);
                    let aspect = picture.aspect().clamp(0.4, 2.5);
                    half = vec2(slot.x.min(slot.y * aspect), slot.y.min(slot.x / aspect)) / 2.0;
                }
                let on_screen = place.is_some() && seen.intersects(Rect::from_center_size(at, half * 2.0));
                Spot { at, half, card: card.is_some(), shown: place.is_some(), on_screen }
            })
            .collect()
    }

    /// Makes a layer: of everything, or of what is lit. `mesh` is one that is no longer needed.
    pub(super) fn layer(
        &self,
        spots: &[Spot],
        lit: Option<&Lit>,
        hulls: &[Hull],
        painter: &Painter,
        (sizes, most_lines): (&mut Sizes, usize),
        mesh: Mesh,
    ) -> Layer {
        let mut ink = Ink::again(self.discs, self.pixels_per_point, self.area.expand(AROUND), mesh);
        let mut layer = Layer::default();
        self.lines(&mut ink, spots, lit, most_lines, &mut layer);
        if lit.is_none() {
            self.path_lines(&mut ink, spots);
        }
        let far = self.camera.zoom < FAR && self.model.nodes.len() > MANY;
        let mut grains = far.then(|| Grains::new(self.area.expand(AROUND)));
        // The least important first, so that the others lie above them.
        for number in self.model.order.iter().rev() {
            let spot = &spots[*number as usize];
            if spot.on_screen && lit.is_none_or(|lit| lit.nodes[*number as usize]) {
                if spot.card {
                    layer.cards.push(*number);
                } else if spot.half.x >= 5.0 || grains.as_mut().is_none_or(|grains| grains.take(spot.at)) {
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
        self.names(spots, lit, hulls, painter, sizes, &mut layer);
        layer
    }

    /// The strokes of all classes and strengths.
    fn pens(&self, ink: &Ink<'_>, lit: bool) -> [[Pen; STRENGTHS]; CLASSES] {
        let zoom = self.camera.zoom;
        Class::ALL.map(|class| {
            let (color, width, dashes) = class.stroke(self.palette);
            std::array::from_fn(|strength| {
                let part = strength as f32 / (STRENGTHS - 1) as f32;
                let mut color = color.gamma_multiply(0.55 + 0.45 * part);
                if !class.is_arrow() {
                    // From far away many thin lines would become one grey area.
                    color = color.gamma_multiply((zoom / 0.55).clamp(0.2, 1.0));
                    if lit {
                        color = self.palette.line_strong;
                    }
                }
                let width = width * (0.75 + 0.5 * part) * zoom.powf(0.35).clamp(0.6, 1.25);
                Pen { color, width, profile: ink.profile(width), dashes }
            })
        })
    }

    /// Draws the lines; when there are too many, those that weigh most.
    fn lines(&self, ink: &mut Ink<'_>, spots: &[Spot], lit: Option<&Lit>, most: usize, layer: &mut Layer) {
        let pens = self.pens(ink, lit.is_some());
        let met = lit.is_some() || self.model.nodes.len() <= MANY;
        // Within each class the strongest come last, so the last ones of a too long list weigh most.
        let wanted = |line: &&Line| {
            let (from, to) = (&spots[line.from as usize], &spots[line.to as usize]);
            from.shown
                && to.shown
                && (met || line.class != Class::Met)
                && !self.hidden.hides(line)
                && self.as_of.is_none_or(|day| line.held[0] <= day && day <= line.held[1])
                && lit.is_none_or(|lit| lit.has(line))
                && self.reaches(line, from, to)
        };
        if self.model.lines.len() <= most {
            for line in self.model.lines.iter().filter(wanted) {
                self.line(ink, line, spots, &pens);
                layer.lines += 1;
            }
            layer.wanted_lines = layer.lines;
            return;
        }
        let mut chosen: Vec<u32> = Vec::with_capacity(most);
        for (number, line) in self.model.lines.iter().enumerate().rev() {
            if wanted(&line) {
                layer.wanted_lines += 1;
                if chosen.len() < most {
                    chosen.push(number as u32);
                } else if most < MOST_LINES {
                    // How many there are is counted when the camera rests.
                    break;
                }
            }
        }
        layer.lines = chosen.len();
        for number in chosen.iter().rev() {
            self.line(ink, &self.model.lines[*number as usize], spots, &pens);
        }
    }

    /// Whether any of a line can lie on the screen.
    fn reaches(&self, line: &Line, from: &Spot, to: &Spot) -> bool {
        if from.on_screen || to.on_screen {
            return true;
        }
        let mut reach = Rect::from_two_pos(from.at, to.at);
        if line.bend != 0.0 {
            reach = reach.expand(from.at.distance(to.at) * line.bend.abs());
        }
        self.area.expand(AROUND).intersects(reach)
    }

    fn line(&self, ink: &mut Ink<'_>, line: &Line, spots: &[Spot], pens: &[[Pen; STRENGTHS]; CLASSES]) {
        let (from, to) = (&spots[line.from as usize], &spots[line.to as usize]);
        let mut pen = pens[line.class as usize][usize::from(line.strength)];
        if !self.faded.is_empty() {
            let left = self.faded[line.from as usize].max(self.faded[line.to as usize]);
            pen.color = pen.color.gamma_multiply_u8(255 - left);
        }
        let away = to.at - from.at;
        let length = away.length_sq().sqrt();
        if length < 1.0 {
            return;
        }
        let is_arrow = line.class.is_arrow();
        // How far the middle of the bent way lies beside the straight one, and how many pieces it needs.
        let aside = length * line.bend.abs() * 0.8;
        let far = self.camera.zoom < FAR;
        if aside < if far { 3.0 } else { 0.5 } && (far || !is_arrow) {
            ink.stroke(from.at, to.at, pen.profile, pen.color);
            if is_arrow && length > 30.0 {
                ink.tip(to.at - away * (to.half.max_elem() / length), away, 5.0, pen.color);
            }
            return;
        }
        let pieces = (aside / if far { 2.0 * SMOOTH } else { SMOOTH }).sqrt().ceil();
        let mut way = Way::default();
        way.bend(from.at, to.at, line.bend, (pieces as usize).clamp(1, MOST_PIECES));
        let clear = length - from.half.max_elem() - to.half.max_elem();
        let head = (7.5 * self.scale().clamp(0.75, 1.3)).min(clear * 0.35);
        let with_head = is_arrow && head > 3.0;
        if with_head {
            way.trim(from, to, 2.0);
        }
        let [.., before, tip] = way.points() else { return };
        let (tip, direction) = (*tip, *tip - *before);
        if with_head {
            way.shorten(head * 0.8);
        }
        match pen.dashes.filter(|_| length > 14.0 && !far) {
            Some((dash, gap)) => ink.dashes(way.points(), dash, gap, pen.width, pen.color),
            None => ink.ribbon(way.points(), pen.width, pen.color),
        }
        match line.kind {
            _ if !with_head => {}
            _ if far => ink.tip(tip, direction, head, pen.color),
            Kind::Introduction => ink.open_head(tip, direction, head, pen.color),
            _ => ink.head(tip, direction, head, pen.color),
        }
    }

    /// The highlighted way, in the colour of the thread.
    fn path_lines(&self, ink: &mut Ink<'_>, spots: &[Spot]) {
        for pair in self.path.windows(2) {
            let (from, to) = (&spots[pair[0] as usize], &spots[pair[1] as usize]);
            if !(from.shown && to.shown) {
                continue;
            }
            let mut way = Way::default();
            way.bend(from.at, to.at, 0.1, MOST_PIECES);
            way.trim(from, to, 6.0);
            let [.., before, tip] = way.points() else { continue };
            let (tip, direction) = (*tip, *tip - *before);
            way.shorten(9.0);
            ink.ribbon(way.points(), 3.5, self.palette.thread);
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
        } else if self.is_marked(number) {
            ink.disc(at, radius + 4.0, p.ai);
            ink.disc(at, radius + 2.0, p.ai_soft);
        } else if self.selected == Some(number) {
            ink.disc(at, radius + 5.0, p.ai);
            ink.disc(at, radius + 3.0, p.desk);
        }
        let given = self.colours.get(number as usize);
        let colors: &[u8] = if given.is_some() { &[] } else { &node.rings };
        let first = colors.first().map_or(p.line_strong, |colour| p.circle(usize::from(*colour)).0);
        let mut first = given.copied().unwrap_or(first);
        let left = 255 - self.faded.get(number as usize).copied().unwrap_or(0);
        if left < 255 {
            first = first.gamma_multiply_u8(left);
        }
        if radius < 5.0 {
            ink.disc(at, radius, first);
            return;
        }
        let ring = if radius < 9.0 { 1.5 } else { 2.2 };
        if node.only_mentioned {
            // A ghost: one sees through to what lies behind.
            ink.disc(at, radius, fill.gamma_multiply(0.55));
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
                let color = p.circle(usize::from(*colour)).0.gamma_multiply_u8(left);
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
        if radius >= INITIALS_RADIUS && !node.initials.is_empty() {
            layer.initials.push((number, at, (radius * 0.78).clamp(7.0, 15.0).round()));
        }
        if node.pinned && radius >= 9.0 {
            let pin = at + Vec2::splat(radius * 0.74);
            ink.disc(pin, 4.0, p.desk);
            ink.disc(pin, 2.8, p.ai);
        }
    }

    /// Finds places for names, the important ones first.
    fn names(
        &self,
        spots: &[Spot],
        lit: Option<&Lit>,
        hulls: &[Hull],
        painter: &Painter,
        sizes: &mut Sizes,
        layer: &mut Layer,
    ) {
        let mut covered = Covered::new(self.area, AROUND);
        self.blocked.iter().filter(|rect| rect.is_positive()).for_each(|rect| covered.cover(*rect));
        for spot in spots.iter().filter(|spot| spot.on_screen && spot.half.x >= 4.5) {
            covered.cover_node(spot.at, spot.half);
        }
        let mut wanted: Vec<NodeId> = self.path.iter().copied().chain(self.selected).collect();
        wanted.extend(lit.and_then(|lit| lit.centre));
        for node in wanted.clone() {
            self.name(node, spots, (painter, sizes), &mut covered, layer, true);
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
                self.name(*node, spots, (painter, sizes), &mut covered, layer, false);
            }
        }
    }

    fn name(
        &self,
        node: NodeId,
        spots: &[Spot],
        (painter, sizes): (&Painter, &mut Sizes),
        covered: &mut Covered,
        layer: &mut Layer,
        strong: bool,
    ) {
        let spot = &spots[node as usize];
        let known = layer.labels.iter().any(|label| label.node == node);
        if node == 0 || !spot.on_screen || (strong && known) {
            return;
        }
        let name = &self.model.nodes[node as usize].name;
        let size = sizes.of(node, strong, || {
            let kind = if strong { TextKind::Strong } else { TextKind::Label };
            text::line(painter, name, kind, Color32::BLACK, NAME_WIDTH).size() + vec2(8.0, 0.0)
        });
        let ring = if strong { Vec2::splat(5.0) } else { Vec2::ZERO };
        let rect = covered.place(spot.at, spot.half + ring, size).or_else(|| {
            // Who is selected is named even when others are in the way, but not where nothing could be read.
            let (left, off) = (spot.at.x - size.x / 2.0, spot.half + ring + Vec2::splat(2.0));
            let tries = [
                pos2(left, spot.at.y + off.y),
                pos2(left, spot.at.y - off.y - size.y),
                pos2(spot.at.x + off.x, spot.at.y - size.y / 2.0),
                pos2(spot.at.x - off.x - size.x, spot.at.y - size.y / 2.0),
            ];
            let tries = tries.map(|corner| Rect::from_min_size(corner, size));
            let askew = covered.place_askew(spot.at, spot.half + ring, size).filter(|_| strong);
            if askew.is_some() {
                return askew;
            }
            let can_be_read = |rect: &Rect| {
                let others =
                    self.path.iter().filter(|other| **other != node).map(|other| &spots[*other as usize]);
                let mut cards = others.map(|spot| Rect::from_center_size(spot.at, spot.half * 2.0));
                self.blocked.iter().all(|other| !other.intersects(*rect))
                    && cards.all(|card| !card.intersects(*rect))
                    && layer.labels.iter().all(|label| !label.rect.intersects(*rect))
            };
            let found = tries.into_iter().find(can_be_read).or(Some(tries[0])).filter(|_| strong);
            found.inspect(|rect| covered.cover(*rect))
        });
        layer.labels.extend(rect.map(|rect| Label { node, rect, strong }));
    }

    fn circle_name(&self, hull: &Hull, painter: &Painter, covered: &mut Covered, layer: &mut Layer) {
        let Some(Group { name, .. }) = self.groups.get(hull.group) else { return };
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
            layer.circles.push((hull.group, rect.min));
        }
    }
}

/// How wide and high the names are, so that none is measured twice.
#[derive(Default)]
pub(super) struct Sizes {
    sizes: Vec<[Option<Vec2>; 2]>,
}

impl Sizes {
    /// Forgets everything: other names follow.
    pub(super) fn reset(&mut self, nodes: usize) {
        self.sizes.clear();
        self.sizes.resize(nodes, [None; 2]);
    }

    fn of(&mut self, node: NodeId, strong: bool, measure: impl FnOnce() -> Vec2) -> Vec2 {
        match self.sizes.get_mut(node as usize) {
            Some(sizes) => *sizes[usize::from(strong)].get_or_insert_with(measure),
            None => measure(),
        }
    }
}

/// Where a disc was drawn already, while one looks from far away.
struct Grains {
    area: Rect,
    columns: usize,
    taken: Vec<bool>,
}

impl Grains {
    fn new(area: Rect) -> Self {
        let columns = (area.width() / GRAIN) as usize + 1;
        let rows = (area.height() / GRAIN) as usize + 1;
        Self { area, columns, taken: vec![false; columns * rows] }
    }

    /// Takes the square at a point; false when it was taken before.
    fn take(&mut self, at: Pos2) -> bool {
        let off = (at - self.area.min) / GRAIN;
        let (column, row) = (off.x.max(0.0) as usize, off.y.max(0.0) as usize);
        let cell = self.taken.get_mut(row * self.columns + column.min(self.columns - 1));
        cell.is_none_or(|taken| !std::mem::replace(taken, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn discs_on_one_spot_are_drawn_once() {
        let mut grains = Grains::new(Rect::from_min_size(pos2(10.0, 10.0), vec2(50.0, 40.0)));
        assert!(grains.take(pos2(20.0, 20.0)) && !grains.take(pos2(20.2, 20.1)));
        assert!(grains.take(pos2(30.0, 20.0)) && grains.take(pos2(5.0, 900.0)));
    }
}
