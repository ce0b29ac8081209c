//! Portraits of people who do not exist: a bust in a few flat shapes, without a face.
//!
//! Nobody real is meant and nobody is described: skin, hair and clothes are thrown with dice and follow nothing that the
//! story says of the person. It must not know the book.
//!
//! Invariant: the same seed gives the same picture (`tests::the_same_seed_gives_the_same_likeness`).

use std::fmt::Write as _;

use super::super::rng::Rng;

/// Width and height in pixels.
pub const SIZE: u32 = 256;

/// Grounds, quiet enough to stand beside any card.
const GROUNDS: [&str; 8] =
    ["#d9cfc1", "#c6d3d8", "#d6c9d4", "#cbd5c2", "#e0cdb9", "#c9cfe0", "#dcd6cf", "#cfdcd6"];
/// Skin, and its shade below the chin.
const SKINS: [[&str; 2]; 7] = [
    ["#f3d7c2", "#e2bda4"],
    ["#ecc7a8", "#d7a985"],
    ["#e0b08a", "#c79169"],
    ["#c98f66", "#ad744d"],
    ["#a86f4a", "#8c5837"],
    ["#83523a", "#6a402c"],
    ["#613b2a", "#4c2d20"],
];
const HAIR: [&str; 8] =
    ["#2a211d", "#3d2b20", "#5a3c28", "#7b5233", "#a8783f", "#8f8a86", "#d9d5cf", "#1e1e24"];
const CLOTHES: [[&str; 2]; 8] = [
    ["#2f4a6d", "#f5f2ec"],
    ["#5b6b4b", "#efe7d8"],
    ["#7c4a3a", "#f2e6d6"],
    ["#3b3f46", "#dfe4e8"],
    ["#8a6a8c", "#f3ecf3"],
    ["#c07a3e", "#fbf0e0"],
    ["#3d7470", "#e8f1ef"],
    ["#a04a55", "#f7e9ea"],
];

/// Draws a likeness as SVG text.
pub fn draw(seed: u64) -> String {
    let mut dice = Rng::for_purpose(seed, 0x11C_E4E5);
    let ground = *dice.pick(&GROUNDS);
    let [skin, shade] = *dice.pick(&SKINS);
    let hair = *dice.pick(&HAIR);
    let [cloth, collar] = *dice.pick(&CLOTHES);
    let mut svg = String::with_capacity(2_048);
    let mut put = |part: std::fmt::Arguments<'_>| {
        let written = svg.write_fmt(part);
        debug_assert!(written.is_ok(), "writing to a string cannot fail");
    };
    put(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" viewBox="0 0 256 256">"#
    ));
    put(format_args!(r#"<rect width="256" height="256" fill="{ground}"/>"#));
    // Light from one side gives the flat ground some depth.
    let side = if dice.chance(50) { 70 } else { 186 };
    put(format_args!(r##"<circle cx="{side}" cy="70" r="120" fill="#ffffff" fill-opacity="0.16"/>"##));
    let style = dice.range(0, 7);
    behind(&mut put, style, hair);
    // Shoulders, neck, head.
    let wide = dice.range(84, 100);
    let (left, right) = (128 - wide, 128 + wide);
    put(format_args!(
        r#"<path d="M{left} 262 C{left} 214 {a} 196 128 196 C{b} 196 {right} 214 {right} 262 Z" fill="{cloth}"/>"#,
        a = left + 34,
        b = right - 34
    ));
    put(format_args!(r#"<path d="M106 150 h44 v42 c0 16 -44 16 -44 0 Z" fill="{shade}"/>"#));
    let long = dice.range(50, 56);
    put(format_args!(r#"<ellipse cx="128" cy="116" rx="44" ry="{long}" fill="{skin}"/>"#));
    match dice.range(0, 3) {
        0 => put(format_args!(
            r#"<path d="M104 196 L128 226 L152 196 L142 190 L128 206 L114 190 Z" fill="{collar}"/>"#
        )),
        1 => put(format_args!(
            r#"<path d="M100 194 C110 214 146 214 156 194 L150 190 C142 204 114 204 106 190 Z" fill="{collar}"/>"#
        )),
        2 => put(format_args!(
            r#"<path d="M96 198 L122 262 L134 262 L160 198 L150 192 L128 230 L106 192 Z" fill="{collar}"/>"#
        )),
        _ => put(format_args!(
            r#"<path d="M102 186 h52 v12 c0 10 -52 10 -52 0 Z" fill="{cloth}"/><path d="M102 186 h52 v3 h-52 Z" fill="{collar}" fill-opacity="0.35"/>"#
        )),
    }
    front(&mut put, style, hair);
    if dice.chance(24) {
        let frame = if dice.chance(50) { "#2b2622" } else { "#7a5230" };
        put(format_args!(
            r#"<g fill="none" stroke="{frame}" stroke-width="3.4"><circle cx="110" cy="118" r="13"/><circle cx="146" cy="118" r="13"/><path d="M123 116 q5 -4 10 0"/><path d="M97 115 l-12 -4 M159 115 l12 -4"/></g>"#
        ));
    }
    put(format_args!("</svg>"));
    svg
}

/// Hair that falls behind the shoulders.
fn behind(put: &mut impl FnMut(std::fmt::Arguments<'_>), style: i64, hair: &str) {
    match style {
        0 => put(format_args!(
            r#"<path d="M70 120 C66 40 190 40 186 120 L190 214 C170 224 86 224 66 214 Z" fill="{hair}"/>"#
        )),
        1 => put(format_args!(
            r#"<path d="M76 112 C72 44 184 44 180 112 L180 164 C166 176 90 176 76 164 Z" fill="{hair}"/>"#
        )),
        2 => put(format_args!(r#"<circle cx="128" cy="50" r="26" fill="{hair}"/>"#)),
        3 => put(format_args!(
            r#"<g fill="{hair}"><circle cx="86" cy="94" r="30"/><circle cx="170" cy="94" r="30"/><circle cx="104" cy="64" r="32"/><circle cx="152" cy="64" r="32"/><circle cx="128" cy="54" r="30"/><circle cx="80" cy="130" r="24"/><circle cx="176" cy="130" r="24"/></g>"#
        )),
        _ => {}
    }
}

/// Hair over the brow.
fn front(put: &mut impl FnMut(std::fmt::Arguments<'_>), style: i64, hair: &str) {
    match style {
        0 => put(format_args!(
            r#"<path d="M80 122 C76 32 180 32 176 122 C168 88 150 80 124 78 C104 80 90 92 80 122 Z" fill="{hair}"/>"#
        )),
        1 => put(format_args!(
            r#"<path d="M80 118 C78 32 178 32 176 118 L170 104 C150 100 106 100 86 104 Z" fill="{hair}"/>"#
        )),
        2 => put(format_args!(
            r#"<path d="M82 112 C82 36 174 36 174 112 C160 84 96 84 82 112 Z" fill="{hair}"/>"#
        )),
        3 => put(format_args!(
            r#"<g fill="{hair}"><circle cx="98" cy="78" r="17"/><circle cx="120" cy="70" r="18"/><circle cx="142" cy="71" r="18"/><circle cx="160" cy="81" r="15"/></g>"#
        )),
        4 => put(format_args!(
            r#"<path d="M82 118 C74 34 184 24 176 118 C172 96 164 90 156 92 C136 92 116 88 104 74 C102 92 90 98 82 118 Z" fill="{hair}"/>"#
        )),
        5 => put(format_args!(
            r#"<path d="M83 110 C82 36 174 36 173 110 C168 90 160 80 128 80 C96 80 88 90 83 110 Z" fill="{hair}"/>"#
        )),
        6 => put(format_args!(
            r#"<path d="M80 120 C70 36 150 14 176 88 C180 100 178 110 176 120 C172 102 166 96 150 88 C130 96 100 92 80 120 Z" fill="{hair}"/>"#
        )),
        // A scarf.
        _ => put(format_args!(
            r#"<path d="M74 132 C64 26 192 26 182 132 L190 206 C168 222 150 204 150 196 C182 170 176 82 128 82 C80 82 74 170 106 196 C106 204 88 222 66 206 Z" fill="{hair}"/>"#
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_likeness() {
        assert_eq!(draw(7), draw(7));
        let all: std::collections::BTreeSet<String> = (0..200).map(draw).collect();
        assert!(all.len() > 190, "people can be told apart: {}", all.len());
    }
}
