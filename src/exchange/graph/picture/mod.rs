//! The network on paper: as SVG, for other programs and for print, and as PNG.
//!
//! Owns the page: how the network is scaled onto it, the areas, lines and letters, the legend. It is drawn as the window draws
//! it (`gui::views::network::scene`), from the same places, sizes and colours, but needs no window. Must not know the book.
//! Start reading at [`draw`].
//!
//! Invariant: the same graph and the same look give the same bytes (`tests::the_same_network_gives_the_same_picture`).

mod groups;
mod lines;
mod names;
mod press;
#[cfg(test)]
mod tests;

use super::write::put;
use super::{Class, Graph, ME, Node, OWNER, hex};
use names::{Covered, width_of};
use std::collections::BTreeMap;

pub use press::{PictureError, outlined, png};

/// Points of a page for each millimetre: those of CSS, 96 to the inch.
pub const PER_MM: f32 = 96.0 / 25.4;

/// The ink of letters.
const INK: &str = "#241E1A";
/// The ink of letters that say less.
const FAINT: &str = "#665E58";
/// The colour of the ring around the owner of the book.
const THREAD: &str = "#CF3B1C";
/// The margin of a page, in points.
const MARGIN: f32 = 34.0;
/// Nothing is drawn larger than this.
const NEAREST: f32 = 1.6;
/// Things in one piece of a picture: between two pieces somebody may stop it.
const PIECE: usize = 1_000;
/// With more people than this the lines from me to everybody hide the rest.
const MANY: usize = 1_500;
/// The height of a name, in points.
const NAME: f32 = 9.5;

/// How a picture looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The paper.
    pub page: Page,
    /// What of the network is on it, in units of [`crate::model::Place`]: left, top, right, bottom. All when absent.
    pub frame: Option<[f32; 4]>,
    /// With an explanation of lines and colours.
    pub legend: bool,
    /// The paper is white; it has no colour otherwise.
    pub white: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { page: Page::A4, frame: None, legend: true, white: true }
    }
}

/// The size of the paper. It is turned as suits the network.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Page {
    /// 210 × 297 mm.
    A4,
    /// 297 × 420 mm.
    A3,
    /// 420 × 594 mm.
    A2,
    /// 8.5 × 11 inches.
    Letter,
    /// 11 × 17 inches.
    Tabloid,
    /// Width and height in millimetres; it is not turned.
    Millimetres(f32, f32),
}

impl Page {
    /// Those with a name.
    pub const NAMED: [Self; 5] = [Self::A4, Self::A3, Self::A2, Self::Letter, Self::Tabloid];

    /// Shortest and longest side in millimetres.
    pub const SIDES: std::ops::RangeInclusive<f32> = 40.0..=2_000.0;

    /// The name, which is the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::A3 => "A3",
            Self::A2 => "A2",
            Self::Letter => "Letter",
            Self::Tabloid => "Tabloid",
            Self::Millimetres(..) => "mm",
        }
    }

    /// Reads `a4`, `letter`, or `400x300` in millimetres.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some(page) = Self::NAMED.into_iter().find(|page| page.name().eq_ignore_ascii_case(&text)) {
            return Some(page);
        }
        let (width, height) = text.trim_end_matches("mm").split_once(['x', '×'])?;
        let side = |text: &str| text.trim().parse::<f32>().ok().filter(|side| Self::SIDES.contains(side));
        Some(Self::Millimetres(side(width)?, side(height)?))
    }

    /// Width and height in millimetres for a network of this shape (width by height).
    fn size(self, shape: f32) -> [f32; 2] {
        let [short, long] = match self {
            Self::A4 => [210.0, 297.0],
            Self::A3 => [297.0, 420.0],
            Self::A2 => [420.0, 594.0],
            Self::Letter => [215.9, 279.4],
            Self::Tabloid => [279.4, 431.8],
            Self::Millimetres(width, height) => return [width, height],
        };
        if shape >= 1.0 { [long, short] } else { [short, long] }
    }
}

/// The words of a picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Words {
    /// What stands above it; nothing when empty.
    pub title: String,
    /// What the classes of lines are called; those that do not occur are left out.
    pub lines: Vec<(Class, String)>,
    /// What the colours of nodes mean.
    pub colours: Vec<([u8; 3], String)>,
    /// What the dashed ring means.
    pub mentioned: String,
}

/// A picture, in pieces that lie above each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width and height in points.
    pub size: [f32; 2],
    title: String,
    pieces: Vec<String>,
}

impl Drawing {
    /// The beginning of a picture, up to its pieces.
    fn head(&self) -> String {
        let [width, height] = self.size;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" font-family=\"{FONTS}\">",
            short(width / PER_MM),
            short(height / PER_MM),
            short(width),
            short(height)
        );
        out.push_str("<title>");
        xml(&mut out, &self.title);
        out.push_str("</title>\n");
        out
    }

    /// The picture as SVG with letters as text: they can be searched and edited, and fall back to other fonts where ours are
    /// missing.
    pub fn svg(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.push_str(&self.head());
        for piece in &self.pieces {
            out.push_str(piece);
        }
        out.push_str("</svg>\n");
        out
    }

    /// How many pieces there are.
    pub fn pieces(&self) -> usize {
        self.pieces.len()
    }

    /// One piece as a picture of its own, on paper without colour.
    fn piece(&self, place: usize) -> String {
        let mut out = self.head();
        out.push_str(self.pieces.get(place).map_or("", String::as_str));
        out.push_str("</svg>\n");
        out
    }
}

/// The fonts of the program, then what other systems have.
const FONTS: &str = "Inter, 'BIZ UDPGothic', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', 'Noto Sans', \
                     'Helvetica Neue', Helvetica, Arial, sans-serif";

/// From the network to the page.
struct Scene<'a> {
    graph: &'a Graph,
    zoom: f32,
    middle: [f32; 2],
    centre: [f32; 2],
    /// Left, top, right, bottom of where the network is drawn.
    area: [f32; 4],
    clip: bool,
}

/// Where a node is drawn, and how large.
#[derive(Clone, Copy)]
struct Spot {
    at: [f32; 2],
    radius: f32,
}

impl Scene<'_> {
    /// Where a place of the network lies on the page.
    fn on_page(&self, place: [f32; 2]) -> [f32; 2] {
        [0, 1].map(|axis| self.centre[axis] + (place[axis] - self.middle[axis]) * self.zoom)
    }

    fn spot(&self, node: &Node) -> Option<Spot> {
        let place = node.place.filter(|place| place.iter().all(|value| value.is_finite()))?;
        let least = if node.key == ME { 4.0 } else { 1.2 };
        let radius = if node.radius.is_finite() { node.radius } else { 12.0 };
        Some(Spot { at: self.on_page(place), radius: (radius * self.scale()).clamp(least, 42.0) })
    }

    /// How much larger or smaller than at 100 % nodes are: less than places are apart.
    fn scale(&self) -> f32 {
        self.zoom.powf(0.5)
    }

    fn is_seen(&self, spot: &Spot, margin: f32) -> bool {
        let [left, top, right, bottom] = self.area;
        let reach = spot.radius + margin;
        spot.at[0] + reach > left
            && spot.at[0] - reach < right
            && spot.at[1] + reach > top
            && spot.at[1] - reach < bottom
    }
}

/// Draws a network.
pub fn draw(graph: &Graph, look: &Look, words: &Words) -> Drawing {
    let bounds = look.frame.filter(is_frame).unwrap_or_else(|| bounds(graph));
    let [left, top, right, bottom] = bounds;
    let (wide, high) = ((right - left).max(1.0), (bottom - top).max(1.0));
    let [width, height] = look.page.size(wide / high).map(|side| side * PER_MM);
    let legend = if look.legend { Legend::of(graph, words, width - 2.0 * MARGIN) } else { Legend::default() };
    let above = if words.title.is_empty() { MARGIN } else { MARGIN + 26.0 };
    let below = if legend.rows == 0 { MARGIN } else { MARGIN + 14.0 + legend.rows as f32 * ROW };
    let area = [MARGIN, above, width - MARGIN, (height - below).max(above + 10.0)];
    let zoom = ((area[2] - area[0]) / wide).min((area[3] - area[1]) / high).min(NEAREST);
    let scene = Scene {
        graph,
        zoom,
        middle: [f32::midpoint(left, right), f32::midpoint(top, bottom)],
        centre: [f32::midpoint(area[0], area[2]), f32::midpoint(area[1], area[3])],
        area,
        clip: look.frame.is_some(),
    };
    let spots: Vec<Option<Spot>> = graph.nodes.iter().map(|node| scene.spot(node)).collect();
    let mut drawing = Drawing { size: [width, height], title: words.title.clone(), pieces: Vec::new() };
    if look.white {
        let page =
            format!("<rect width=\"{}\" height=\"{}\" fill=\"#FFFFFF\"/>\n", short(width), short(height));
        drawing.pieces.push(page);
    }
    let groups = groups::Groups::of(&scene);
    for items in groups.areas().chunks(PIECE) {
        drawing.pieces.push(wrapped(&scene, drawing.pieces.len(), items));
    }
    for items in lines::lines(&scene, &spots).chunks(PIECE) {
        drawing.pieces.push(wrapped(&scene, drawing.pieces.len(), items));
    }
    // The most important lie above the others.
    let mut order: Vec<usize> = (0..spots.len()).collect();
    let weight = |at: usize| spots[at].map_or(0.0, |spot| spot.radius);
    order.sort_by(|a, b| weight(*a).total_cmp(&weight(*b)).then(b.cmp(a)));
    let nodes: Vec<String> = order
        .iter()
        .filter_map(|at| spots[*at].filter(|spot| scene.is_seen(spot, 0.0)).map(|spot| (*at, spot)))
        .map(|(at, spot)| node(&graph.nodes[at], spot))
        .collect();
    for items in nodes.chunks(PIECE) {
        drawing.pieces.push(wrapped(&scene, drawing.pieces.len(), items));
    }
    order.reverse();
    for items in placed_names(&scene, &spots, &order, &groups).chunks(PIECE) {
        drawing.pieces.push(format!("<g font-size=\"{NAME}\" fill=\"{INK}\">\n{}</g>\n", items.concat()));
    }
    let mut around = String::new();
    if !words.title.is_empty() {
        let baseline = MARGIN + 12.0;
        put(
            &mut around,
            format_args!(
                "<text x=\"{MARGIN}\" y=\"{baseline}\" font-size=\"16\" font-weight=\"600\" fill=\"{INK}\">"
            ),
        );
        xml(&mut around, &words.title);
        around.push_str("</text>\n");
    }
    legend.draw(&mut around, height - MARGIN - legend.rows as f32 * ROW);
    if !around.is_empty() {
        drawing.pieces.push(around);
    }
    drawing
}

fn is_frame(frame: &[f32; 4]) -> bool {
    frame.iter().all(|value| value.is_finite()) && frame[2] > frame[0] && frame[3] > frame[1]
}

/// The box around everybody, with room for their names.
fn bounds(graph: &Graph) -> [f32; 4] {
    let mut out = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    let places = graph.nodes.iter().filter_map(|node| node.place);
    for [x, y] in places.filter(|place| place.iter().all(|value| value.is_finite())) {
        out = [out[0].min(x - 50.0), out[1].min(y - 40.0), out[2].max(x + 50.0), out[3].max(y + 46.0)];
    }
    if out[0] > out[2] { [-100.0, -100.0, 100.0, 100.0] } else { out }
}

/// A piece, cut off at the edge of the area when only a part of the network is on it.
fn wrapped(scene: &Scene<'_>, number: usize, items: &[String]) -> String {
    if !scene.clip {
        return format!("<g>\n{}</g>\n", items.concat());
    }
    let [left, top, right, bottom] = scene.area;
    format!(
        "<clipPath id=\"c{number}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath><g clip-path=\"url(#c{number})\">\n{}</g>\n",
        short(left),
        short(top),
        short(right - left),
        short(bottom - top),
        items.concat()
    )
}

fn circle(out: &mut String, at: [f32; 2], radius: f32, rest: &str) {
    let (x, y, radius) = (short(at[0]), short(at[1]), short(radius));
    put(out, format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {rest}/>"));
}

/// A person: a disc with a ring for each circle, and initials where there is room.
fn node(node: &Node, spot: Spot) -> String {
    let Spot { at, radius } = spot;
    let mut out = String::from("<g><title>");
    xml(&mut out, &node.name);
    out.push_str("</title>");
    if node.key == ME {
        let ring = (radius * 0.09).clamp(1.0, 3.0);
        circle(&mut out, at, radius + ring * 2.2, &format!("fill=\"{THREAD}\""));
        circle(&mut out, at, radius + ring * 1.2, "fill=\"#FFFFFF\"");
        circle(&mut out, at, radius, &format!("fill=\"{}\"", hex(OWNER)));
        initials(&mut out, &node.name, at, radius, "#FFFFFF");
        out.push_str("</g>\n");
        return out;
    }
    let first = node.colours.first().copied().unwrap_or(super::LINE);
    let ring = if radius < 9.0 { 1.2 } else { 2.0 };
    if radius < 4.0 {
        circle(&mut out, at, radius, &format!("fill=\"{}\"", hex(first)));
    } else if node.mentioned {
        let dash = short(radius * std::f32::consts::TAU / 20.0);
        let rest = format!(
            "fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"1.3\" stroke-dasharray=\"{dash} {dash}\"",
            hex(super::LINE)
        );
        circle(&mut out, at, radius - 0.7, &rest);
    } else {
        let rest = format!("fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"{ring}\"", hex(first));
        circle(&mut out, at, radius - ring / 2.0, &rest);
        for (part, colour) in node.colours.iter().enumerate().skip(1) {
            arc(&mut out, at, radius - ring / 2.0, (part, node.colours.len()), *colour, ring);
        }
    }
    initials(&mut out, &node.name, at, radius, INK);
    out.push_str("</g>\n");
    out
}

/// One share of a ring.
fn arc(out: &mut String, at: [f32; 2], radius: f32, (part, of): (usize, usize), colour: [u8; 3], width: f32) {
    let share = std::f32::consts::TAU / of as f32;
    let start = share * part as f32 - std::f32::consts::FRAC_PI_2;
    let point = |angle: f32| [at[0] + radius * angle.cos(), at[1] + radius * angle.sin()];
    let ([x0, y0], [x1, y1], radius) = (point(start), point(start + share), short(radius));
    let large = i32::from(share > std::f32::consts::PI);
    put(
        out,
        format_args!(
            "<path d=\"M{} {}A{radius} {radius} 0 {large} 1 {} {}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"/>",
            short(x0),
            short(y0),
            short(x1),
            short(y1),
            hex(colour)
        ),
    );
}

fn initials(out: &mut String, name: &str, at: [f32; 2], radius: f32, fill: &str) {
    if radius < 8.0 {
        return;
    }
    let name = crate::model::PersonName::parse(name);
    let letters = crate::text::names::initials(&name.family, &name.given);
    if letters.is_empty() {
        return;
    }
    let size = (radius * 0.78).min(15.0);
    put(
        out,
        format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\" fill=\"{fill}\">",
            short(at[0]),
            short(at[1] + size * 0.36),
            short(size)
        ),
    );
    xml(out, &letters);
    out.push_str("</text>");
}

/// Names where there is room for them, the important ones first; `order` are the nodes in that order.
fn placed_names(
    scene: &Scene<'_>,
    spots: &[Option<Spot>],
    order: &[usize],
    groups: &groups::Groups<'_>,
) -> Vec<String> {
    let mut covered = Covered::new(scene.area);
    for spot in spots.iter().flatten().filter(|spot| spot.radius >= 3.0 && scene.is_seen(spot, 0.0)) {
        covered.cover_disc(spot.at, spot.radius);
    }
    let mut out = groups.names(&mut covered);
    for at in order {
        let node = &scene.graph.nodes[*at];
        let Some(spot) = spots[*at].filter(|spot| scene.is_seen(spot, 0.0)) else { continue };
        if node.key == ME || node.name.is_empty() {
            continue;
        }
        let name = names::fitting(&node.name, NAME, 150.0);
        let size = [width_of(&name, NAME) + 2.0, NAME * 1.2];
        if let Some([left, top]) = covered.place(spot.at, spot.radius, size) {
            let mut text = format!("<text x=\"{}\" y=\"{}\">", short(left + 1.0), short(top + NAME * 0.95));
            xml(&mut text, &name);
            text.push_str("</text>\n");
            out.push(text);
        }
    }
    out
}

/// The height of a row of the legend, in points.
const ROW: f32 = 17.0;

/// What lines and colours mean, in rows.
#[derive(Default)]
struct Legend {
    rows: usize,
    /// Column and row, in points and rows.
    entries: Vec<(f32, usize, Sign, String)>,
}

enum Sign {
    Line(Class),
    Disc([u8; 3]),
    Dashed,
}

impl Legend {
    fn of(graph: &Graph, words: &Words, room: f32) -> Self {
        let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
        for edge in &graph.edges {
            *counts.entry(edge.class()).or_default() += 1;
        }
        let used = |colour: &[u8; 3]| graph.nodes.iter().any(|node| node.colours.contains(colour));
        let lines = words.lines.iter().filter(|(class, _)| counts.contains_key(class));
        let discs = words.colours.iter().filter(|(colour, _)| used(colour));
        let dashed = (graph.nodes.iter().any(|node| node.mentioned) && !words.mentioned.is_empty())
            .then(|| (Sign::Dashed, words.mentioned.clone()));
        let signs = lines
            .map(|(class, words)| (Sign::Line(*class), words.clone()))
            .chain(discs.map(|(colour, words)| (Sign::Disc(*colour), words.clone())))
            .chain(dashed);
        let mut legend = Self::default();
        let mut x = 0.0;
        for (sign, words) in signs {
            let words = names::fitting(&words, NAME, 160.0);
            let width = if matches!(sign, Sign::Line(_)) { 30.0 } else { 16.0 };
            let width = width + width_of(&words, NAME) + 16.0;
            if legend.rows == 0 || x + width > room {
                legend.rows += 1;
                x = 0.0;
            }
            legend.entries.push((x, legend.rows - 1, sign, words));
            x += width;
        }
        legend
    }

    fn draw(&self, out: &mut String, top: f32) {
        for (column, row, sign, words) in &self.entries {
            let (x, y) = (MARGIN + column, top + *row as f32 * ROW + ROW / 2.0);
            let mut text = x + 16.0;
            match sign {
                Sign::Line(class) => {
                    lines::sample(out, *class, [x, y]);
                    text = x + 30.0;
                }
                Sign::Disc(colour) => {
                    let rest = format!("fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"2\"", hex(*colour));
                    circle(out, [x + 5.0, y], 4.0, &rest);
                }
                Sign::Dashed => {
                    let rest = format!(
                        "fill=\"#FFFFFF\" stroke=\"{}\" stroke-width=\"1.2\" stroke-dasharray=\"2 2\"",
                        hex(super::LINE)
                    );
                    circle(out, [x + 5.0, y], 4.5, &rest);
                }
            }
            put(
                out,
                format_args!(
                    "<text x=\"{}\" y=\"{}\" font-size=\"{NAME}\" fill=\"{FAINT}\">",
                    short(text),
                    short(y + NAME * 0.36)
                ),
            );
            xml(out, words);
            out.push_str("</text>\n");
        }
    }
}

/// A number with at most two digits after the point.
fn short(value: f32) -> f32 {
    // Zero has no sign.
    (value * 100.0).round() / 100.0 + 0.0
}

fn xml(out: &mut String, text: &str) {
    super::write::xml(out, text);
}
