//! The lines of a picture: straight or bent, dashed, with arrow heads; several between two people apart from each other.

use super::super::write::put;
use super::super::{Class, Ink, hex};
use super::{MANY, Scene, Spot, short};

/// How many strengths a line may have, as in the window.
const STRENGTHS: u8 = 4;

/// One line for each class and direction between two nodes, as in the window.
pub(super) fn lines(scene: &Scene<'_>, spots: &[Option<Spot>]) -> Vec<String> {
    let many = scene.graph.nodes.len() > MANY;
    let mut all: Vec<(u32, u32, Class, bool, u8)> = scene
        .graph
        .edges
        .iter()
        .filter(|edge| !many || edge.class() != Class::Met)
        .map(|edge| {
            let backwards = edge.class().is_arrow() && edge.from > edge.to;
            let strength = edge.strength.map_or(STRENGTHS - 1, |part| (part * f32::from(STRENGTHS)) as u8);
            let strength = strength.min(STRENGTHS - 1);
            (edge.from.min(edge.to), edge.from.max(edge.to), edge.class(), backwards, strength)
        })
        .collect();
    all.sort_unstable();
    // Of several that say the same the strongest counts, which comes last.
    all.dedup_by(|next, kept| {
        let same = (next.0, next.1, next.2, next.3) == (kept.0, kept.1, kept.2, kept.3);
        kept.4 = if same { next.4 } else { kept.4 };
        same
    });
    let mut found = Vec::with_capacity(all.len());
    for pair in all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (number, (low, high, class, backwards, strength)) in pair.iter().enumerate() {
            let apart = number as f32 - (pair.len() as f32 - 1.0) / 2.0;
            let alone = if class.is_arrow() { 0.13 } else { 0.0 };
            let bend = if pair.len() > 1 { apart * 0.22 } else { alone };
            let (from, to, bend) = if *backwards { (*high, *low, -bend) } else { (*low, *high, bend) };
            found.push((*class, *strength, from, to, bend));
        }
    }
    found.sort_by_key(|(class, strength, from, to, _)| (*class, *strength, *from, *to));
    let spot = |node: u32| spots.get(node as usize).copied().flatten();
    let lines = found.into_iter();
    lines
        .filter_map(|(class, strength, from, to, bend)| {
            let part = f32::from(strength) / f32::from(STRENGTHS - 1);
            line(scene, (class, part), spot(from)?, spot(to)?, bend)
        })
        .collect()
}

/// Draws a line of a class; `part` is its strength from 0 to 1.
fn line(scene: &Scene<'_>, (class, part): (Class, f32), from: Spot, to: Spot, bend: f32) -> Option<String> {
    let length = distance(from.at, to.at);
    let reach = length * bend.abs();
    let [left, top, right, bottom] = scene.area;
    let outside = from.at[0].max(to.at[0]) + reach < left
        || from.at[0].min(to.at[0]) - reach > right
        || from.at[1].max(to.at[1]) + reach < top
        || from.at[1].min(to.at[1]) - reach > bottom;
    if length < 0.5 || outside {
        return None;
    }
    let mut ink = class.ink();
    if !class.is_arrow() {
        // Many thin lines would become one grey area.
        ink.strength *= (scene.zoom / 0.55).clamp(0.2, 1.0);
    }
    ink.strength *= 0.55 + 0.45 * part;
    ink.width *= (0.75 + 0.5 * part) * scene.zoom.powf(0.35).clamp(0.35, 1.25);
    let mut out = String::new();
    if bend == 0.0 && !class.is_arrow() {
        let way =
            format!("M{} {}L{} {}", short(from.at[0]), short(from.at[1]), short(to.at[0]), short(to.at[1]));
        path(&mut out, &way, &ink);
        return Some(out);
    }
    let side = [to.at[1] - from.at[1], from.at[0] - to.at[0]];
    let control = [0, 1].map(|axis| f32::midpoint(from.at[axis], to.at[axis]) + side[axis] * bend * 1.6);
    let curve = [from.at, control, to.at];
    let clear = length - from.radius - to.radius;
    let head = (7.5 * scene.scale().clamp(0.4, 1.3)).min(clear * 0.35);
    if !class.is_arrow() || head <= 1.5 {
        path(&mut out, &bezier(curve), &ink);
        return Some(out);
    }
    let start = leaving(curve, from.radius + 2.0);
    let end = 1.0 - leaving([curve[2], curve[1], curve[0]], to.radius + 2.0);
    if start >= end {
        return None;
    }
    let tip = at(curve, end);
    // The line ends inside of the head.
    let before = 1.0 - leaving([curve[2], curve[1], curve[0]], to.radius + 2.0 + head * 0.8);
    path(&mut out, &bezier(piece(curve, start, before.max(start))), &ink);
    let back = at(curve, before);
    arrow(&mut out, tip, [tip[0] - back[0], tip[1] - back[1]], head, &ink);
    Some(out)
}

fn path(out: &mut String, way: &str, ink: &Ink) {
    let Ink { colour, strength, width, dashes } = *ink;
    put(
        out,
        format_args!(
            "<path d=\"{way}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
            hex(colour),
            short(width)
        ),
    );
    if strength < 1.0 {
        put(out, format_args!(" stroke-opacity=\"{}\"", short(strength)));
    }
    if let Some((dash, gap)) = dashes {
        put(out, format_args!(" stroke-dasharray=\"{dash} {gap}\""));
    }
    out.push_str("/>\n");
}

/// The head of an arrow.
fn arrow(out: &mut String, tip: [f32; 2], direction: [f32; 2], size: f32, ink: &Ink) {
    let length = direction[0].hypot(direction[1]);
    if length <= 0.0 || !length.is_finite() {
        return;
    }
    let along = [direction[0] / length, direction[1] / length];
    let back = [tip[0] - along[0] * size, tip[1] - along[1] * size];
    let side = [along[1] * size * 0.5, -along[0] * size * 0.5];
    put(
        out,
        format_args!(
            "<path d=\"M{} {}L{} {}L{} {}Z\" fill=\"{}\"",
            short(tip[0]),
            short(tip[1]),
            short(back[0] + side[0]),
            short(back[1] + side[1]),
            short(back[0] - side[0]),
            short(back[1] - side[1]),
            hex(ink.colour)
        ),
    );
    if ink.strength < 1.0 {
        put(out, format_args!(" fill-opacity=\"{}\"", short(ink.strength)));
    }
    out.push_str("/>\n");
}

/// A piece of a line as it is drawn in the network, for the legend.
pub(super) fn sample(out: &mut String, class: Class, [x, y]: [f32; 2]) {
    let mut ink = class.ink();
    ink.width += 0.3;
    let right = x + if class.is_arrow() { 18.0 } else { 24.0 };
    path(out, &format!("M{} {}L{} {}", short(x), short(y), short(right), short(y)), &ink);
    if class.is_arrow() {
        arrow(out, [x + 24.0, y], [1.0, 0.0], 7.0, &ink);
    }
}

type Curve = [[f32; 2]; 3];

fn bezier([a, b, c]: Curve) -> String {
    let [x0, y0, x1, y1, x2, y2] = [a[0], a[1], b[0], b[1], c[0], c[1]].map(short);
    format!("M{x0} {y0}Q{x1} {y1} {x2} {y2}")
}

fn at([a, b, c]: Curve, t: f32) -> [f32; 2] {
    let u = 1.0 - t;
    [0, 1].map(|axis| a[axis] * u * u + b[axis] * 2.0 * u * t + c[axis] * t * t)
}

/// The part of a curve between two times (de Casteljau).
fn piece(curve: Curve, start: f32, end: f32) -> Curve {
    let [a, b, c] = curve;
    let mix = |p: [f32; 2], q: [f32; 2], t: f32| [0, 1].map(|axis| p[axis] + (q[axis] - p[axis]) * t);
    let control = mix(mix(a, b, start), mix(b, c, start), end);
    [at(curve, start), control, at(curve, end)]
}

/// When a curve has left the disc around its beginning.
fn leaving(curve: Curve, radius: f32) -> f32 {
    let (mut inside, mut outside) = (0.0_f32, 1.0_f32);
    for _ in 0..14 {
        let middle = f32::midpoint(inside, outside);
        if distance(at(curve, middle), curve[0]) < radius { inside = middle } else { outside = middle }
    }
    outside
}

fn distance(a: [f32; 2], b: [f32; 2]) -> f32 {
    (a[0] - b[0]).hypot(a[1] - b[1])
}
