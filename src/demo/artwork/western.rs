//! Designs at home in European and American offices. Each takes any language.

use super::sheet::{Sheet, Type, Words};
use crate::demo::face::{CardFace, CardLanguage};
use crate::demo::rng::Rng;

/// Splits a name into its given names and its last word; Japanese names stay whole.
fn two_lines(face: &CardFace) -> (String, String) {
    if face.language == CardLanguage::Japanese {
        return (String::new(), face.name_set());
    }
    match face.name.rsplit_once(' ') {
        Some((given, family)) => (given.to_owned(), family.to_owned()),
        None => (String::new(), face.name.clone()),
    }
}

/// One bright colour and a name as large as the card.
pub fn bold(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, ink) = *dice.pick(&[
        ("#f2c12e", "#1a1a1a"),
        ("#f2c12e", "#1a1a1a"),
        ("#ef6f51", "#1f1412"),
        ("#9fd8c0", "#10291f"),
        ("#c9d94a", "#1c2110"),
        ("#f4a6b7", "#2b1218"),
        ("#1a1a1a", "#f5e9d0"),
        ("#2e5fd0", "#ffffff"),
    ]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    let (given, family) = two_lines(face);
    let size = if face.language == CardLanguage::Japanese { 92.0 } else { 98.0 };
    let room = w * 0.64;
    let name = |x, y, text| {
        Words::at(x, y, size, text).font(Type::Display).bold().fill(ink).within(room).spaced(-2.0)
    };
    if given.is_empty() {
        s.words(name(34.0, 132.0, &family));
        s.words(Words::at(38.0, 180.0, 26.0, &face.romaji).medium().fill(ink).within(room));
    } else {
        s.words(name(34.0, 110.0, &given));
        s.words(name(34.0, 202.0, &family));
    }
    badge(&mut s, (w - 98.0, 98.0), ink, fill, dice);
    let left = [face.title.clone(), face.company.clone()];
    let column = (w - 80.0) * 0.5 - 12.0;
    s.stack_up(&left, h - 36.0, 27.0, &Words::at(38.0, 0.0, 22.0, "").bold().fill(ink).within(column));
    let right: Vec<String> = face.contact_lines().into_iter().take(2).collect();
    let style = Words::at(w - 38.0, 0.0, 22.0, "").medium().fill(ink).end().within(column);
    s.stack_up(&right, h - 36.0, 27.0, &style);
    s.finish()
}

/// A round badge with one of four simple signs.
fn badge(s: &mut Sheet, (x, y): (f32, f32), ink: &str, paper: &str, dice: &mut Rng) {
    let r = 58.0;
    s.disc(x, y, r, ink);
    match dice.below(4) {
        0 => {
            s.stroke(&format!("M{x} {}V{}", y - 34.0, y + 38.0), paper, 9.0);
            s.stroke(
                &format!("M{x} {}Q{} {} {} {}", y + 20.0, x - 30.0, y + 12.0, x - 30.0, y - 16.0),
                paper,
                9.0,
            );
            s.stroke(
                &format!("M{x} {}Q{} {} {} {}", y + 20.0, x + 30.0, y + 12.0, x + 30.0, y - 16.0),
                paper,
                9.0,
            );
        }
        1 => {
            for step in 0..3 {
                let d = 12.0 + 13.0 * step as f32;
                s.ring(x, y, d, paper, 6.0);
            }
        }
        2 => {
            s.rect(x - 30.0, y - 30.0, 26.0, 60.0, paper);
            s.disc(x + 18.0, y - 14.0, 15.0, paper);
            s.rect(x + 4.0, y + 8.0, 28.0, 22.0, paper);
        }
        _ => {
            for turn in 0..4 {
                let degrees = 45.0 * turn as f32;
                s.petal((x, y), 42.0, 7.0, degrees, paper);
            }
        }
    }
}

/// A dark band on the left with concentric rings.
pub fn rings(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (band, light) = *dice.pick(&[
        ("#34526f", "#dfe8ef"),
        ("#1f3a5f", "#cfe0f2"),
        ("#6b2d3c", "#f3dfe3"),
        ("#2f5d50", "#d8ece4"),
        ("#4a4458", "#e4e0ee"),
        ("#8a4b23", "#f6e6d6"),
    ]);
    let mut s = paper("#fefefd");
    let (w, h) = (s.w, s.h);
    let side = w * 0.28;
    s.rect(0.0, 0.0, side, h, band);
    let (cx, cy) = (side * 0.5, h * 0.31);
    for r in [20.0, 40.0, 64.0] {
        s.ring(cx, cy, r, light, 4.0);
    }
    if dice.chance(60) {
        for (dx, dy) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
            s.line((cx + dx * 28.0, cy + dy * 28.0), (cx + dx * 82.0, cy + dy * 82.0), light, 4.0);
        }
    }
    s.disc(cx, cy, 7.0, light);
    let x = side + 40.0;
    let room = w - x - 30.0;
    s.words(Words::at(x, 76.0, 27.0, &face.company).medium().fill(band).within(room));
    s.words(Words::at(x, 108.0, 17.0, &face.company_latin).fill("#7b7f86").within(room));
    name_block(&mut s, face, x, 180.0, 40.0, room);
    s.words(Words::at(x, 220.0, 23.0, &face.role_line()).fill("#565a61").within(room));
    let mut lines = vec![face.address_line()];
    lines.extend(face.contact_lines().into_iter().take(3));
    s.stack_up(&lines, h - 40.0, 29.0, &Words::at(x, 0.0, 21.0, "").fill("#2a2d33").within(room));
    s.finish()
}

/// Name, and romaji to its right when the name is Japanese.
pub fn name_block(s: &mut Sheet, face: &CardFace, x: f32, y: f32, size: f32, room: f32) {
    let name = face.name_set();
    let share = if face.romaji.is_empty() { room } else { room * 0.62 };
    let width = s.words(Words::at(x, y, size, &name).bold().within(share));
    s.words(Words::at(x + width + 22.0, y, 20.0, &face.romaji).fill("#6a6a70").within(room - width - 24.0));
}

/// Woven stripes on the right.
pub fn weave(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (ink, colours) = *dice.pick(&[
        ("#2b2a5c", ["#d9485f", "#2f4a8a", "#f0a33c", "#3b7fb5"]),
        ("#123c3a", ["#2a9d8f", "#e9c46a", "#264653", "#e76f51"]),
        ("#3c1642", ["#8e5aa8", "#f2a1b3", "#3c1642", "#f5c396"]),
        ("#24323a", ["#4c6a78", "#9fb8c2", "#d96b43", "#24323a"]),
        ("#3a2a12", ["#b5651d", "#e3b261", "#5e7d3a", "#3a2a12"]),
    ]);
    let chevrons = dice.chance(45);
    let mut s = paper("#fcfbf9");
    let (w, h) = (s.w, s.h);
    let left = w * 0.63;
    let pitch = (w - left) / 8.0;
    for column in 0..8 {
        let x = left + pitch * column as f32 + pitch * 0.5;
        let colour = colours[column % colours.len()];
        let mut d = String::new();
        let mut y = if column % 2 == 0 { -14.0 } else { -30.0 };
        while y < h {
            let (a, b) = (x - pitch * 0.28, x + pitch * 0.28);
            let bend = if chevrons { 12.0 } else { 0.0 };
            d.push_str(&format!(
                "M{a:.1} {:.1}L{x:.1} {:.1}L{b:.1} {:.1}V{:.1}L{x:.1} {:.1}L{a:.1} {:.1}Z",
                y + bend,
                y,
                y + bend,
                y + 24.0 + bend,
                y + 24.0,
                y + 24.0 + bend
            ));
            y += 32.0;
        }
        s.shape(&d, colour);
    }
    let x = 46.0;
    let room = left - x - 26.0;
    s.words(Words::at(x, 80.0, 33.0, &face.company).bold().fill(ink).within(room));
    s.words(Words::at(x, 112.0, 17.0, &face.company_latin).fill("#7b7f86").within(room));
    let name = face.name_set();
    s.words(Words::at(x, 212.0, 37.0, &name).bold().fill(ink).spaced(0.6).within(room));
    let title_y = if face.romaji.is_empty() { 246.0 } else { 274.0 };
    s.words(Words::at(x, 243.0, 20.0, &face.romaji).fill("#6a6a70").within(room));
    s.words(Words::at(x, title_y, 22.0, &face.role_line()).fill("#6a6a70").within(room));
    let lines: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    s.stack_up(&lines, h - 44.0, 29.0, &Words::at(x, 0.0, 21.0, "").fill("#3a3a44").within(room));
    s.finish()
}

/// White with small squares of one colour.
pub fn squares(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (dark, light) = *dice.pick(&[
        ("#5b9a35", "#a9cf8c"),
        ("#2f6fb0", "#a5c8e8"),
        ("#b6451f", "#eeb79d"),
        ("#138a8a", "#93d3cf"),
        ("#6c4ba0", "#c8b6e3"),
        ("#b8872a", "#ecd49a"),
    ]);
    let mut s = paper("#ffffff");
    let (w, h) = (s.w, s.h);
    let cell = 40.0;
    let marks: [[u8; 2]; 2] =
        *dice.pick(&[[[1, 1], [0, 2]], [[1, 2], [1, 0]], [[2, 1], [1, 2]], [[1, 0], [2, 1]]]);
    for (row, marks) in marks.iter().enumerate() {
        for (column, mark) in marks.iter().enumerate() {
            let (x, y) = (46.0 + (cell + 3.0) * column as f32, 46.0 + (cell + 3.0) * row as f32);
            match mark {
                1 => s.rect(x, y, cell, cell, dark),
                2 => s.rect(x, y, cell, cell, light),
                _ => {}
            }
        }
    }
    let x = 150.0;
    s.words(Words::at(x, 72.0, 25.0, &face.company).bold().fill(dark).within(w - x - 40.0));
    let second = if face.company_latin.is_empty() { &face.department } else { &face.company_latin };
    s.words(Words::at(x, 104.0, 20.0, second).fill("#5c6066").within(w - x - 40.0));
    name_block(&mut s, face, 46.0, 222.0, 39.0, w - 92.0);
    s.words(Words::at(46.0, 258.0, 23.0, &face.title).fill("#5c6066").within(w - 92.0));
    s.line((46.0, 292.0), (w - 46.0, 292.0), light, 4.0);
    let half = (w - 92.0) * 0.5 - 12.0;
    s.stack_up(&face.address_lines, h - 44.0, 29.0, &Words::at(46.0, 0.0, 21.0, "").within(half));
    let lines: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    s.stack_up(&lines, h - 44.0, 29.0, &Words::at(w - 46.0, 0.0, 21.0, "").end().within(half));
    s.finish()
}

/// Cream with a double frame.
pub fn frame(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, line, ink) = *dice.pick(&[
        ("#f7f0df", "#c8ad73", "#4f4026"),
        ("#f5f3ee", "#8f9aa3", "#2c3640"),
        ("#f6efe9", "#b0746a", "#4b201a"),
        ("#eff2ea", "#869b6c", "#2f3d20"),
    ]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    s.frame(20.0, 20.0, w - 40.0, h - 40.0, line, 6.0);
    s.frame(32.0, 32.0, w - 64.0, h - 64.0, line, 2.0);
    let (middle, room) = (w * 0.5, w - 120.0);
    let company = face.company.to_uppercase();
    s.words(Words::at(middle, 106.0, 28.0, &company).medium().fill(ink).spaced(4.0).middle().within(room));
    s.line((middle - 44.0, 138.0), (middle + 44.0, 138.0), line, 2.0);
    let name = face.name_set();
    s.words(Words::at(middle, 208.0, 46.0, &name).font(Type::Hand).fill(ink).middle().within(room));
    let under = if face.romaji.is_empty() {
        face.role_line()
    } else {
        format!("{}　{}", face.role_line(), face.romaji)
    };
    s.words(Words::at(middle, 248.0, 21.0, &under).fill(ink).middle().within(room));
    let mut lines = vec![face.address_line()];
    lines.extend(face.contact_lines().into_iter().take(2));
    s.stack_up(&lines, h - 64.0, 30.0, &Words::at(middle, 0.0, 20.0, "").fill(ink).middle().within(room));
    s.finish()
}

/// Two stripes on the left edge and a woven block.
pub fn edge(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (first, second) = *dice.pick(&[
        ("#c0282d", "#22386f"),
        ("#22386f", "#e0a526"),
        ("#1d6b4f", "#c0282d"),
        ("#7a2a68", "#e08a3c"),
        ("#20262e", "#3f9bb5"),
    ]);
    let mut s = paper("#ffffff");
    let (w, h) = (s.w, s.h);
    s.rect(0.0, 0.0, 20.0, h, first);
    s.rect(20.0, 0.0, 12.0, h, second);
    let x = 66.0;
    let room = w - x - 44.0;
    s.words(Words::at(x, 72.0, 25.0, &face.company).bold().fill(second).within(room));
    let under = if face.company_latin.is_empty() { &face.department } else { &face.company_latin };
    s.words(Words::at(x, 104.0, 19.0, under).fill("#6a6a70").within(room));
    name_block(&mut s, face, x, 214.0, 41.0, room);
    s.words(Words::at(x, 252.0, 22.0, &face.title).fill("#5c6066").within(room));
    let block = 102.0;
    let mut lines = vec![face.address_line()];
    lines.extend(face.contact_lines().into_iter().take(2));
    s.stack_up(&lines, h - 46.0, 30.0, &Words::at(x, 0.0, 21.0, "").within(room - block - 24.0));
    woven_block(&mut s, (w - 44.0 - block, h - 40.0 - block), block, second, dice);
    s.finish()
}

/// A block of small tiles in mirror symmetry: an ornament which nobody takes for a code to scan.
pub fn woven_block(s: &mut Sheet, (x, y): (f32, f32), side: f32, ink: &str, dice: &mut Rng) {
    let cells = 9_usize;
    let cell = side / cells as f32;
    let mut d = String::new();
    for row in 0..cells {
        for column in 0..cells.div_ceil(2) {
            if !dice.chance(52) {
                continue;
            }
            for column in [column, cells - 1 - column] {
                let (left, top) = (x + cell * column as f32, y + cell * row as f32);
                d.push_str(&format!("M{left:.1} {top:.1}h{cell:.1}v{cell:.1}h-{cell:.1}Z"));
            }
        }
    }
    s.shape(&d, ink);
}

/// A crest over centred lines.
pub fn crest(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (ink, gold) = *dice.pick(&[
        ("#1e3a6e", "#c9a24b"),
        ("#6d1f2c", "#c9a24b"),
        ("#1f4d3a", "#b8a46a"),
        ("#3a2a5e", "#b9b4c8"),
    ]);
    let mut s = paper("#fdfdfb");
    let (w, h) = (s.w, s.h);
    let (x, y) = (84.0, 40.0);
    s.shape(
        &format!(
            "M{} {y}H{}V{}Q{} {} {x} {}Q{} {} {} {}Z",
            x - 42.0,
            x + 42.0,
            y + 58.0,
            x + 42.0,
            y + 90.0,
            y + 112.0,
            x - 42.0,
            y + 90.0,
            x - 42.0,
            y + 58.0
        ),
        ink,
    );
    match dice.below(3) {
        0 => {
            s.shape(
                &format!(
                    "M{} {}L{x} {}L{} {}V{}L{x} {}L{} {}Z",
                    x - 26.0,
                    y + 34.0,
                    y + 44.0,
                    x + 26.0,
                    y + 34.0,
                    y + 66.0,
                    y + 76.0,
                    x - 26.0,
                    y + 66.0
                ),
                gold,
            );
            s.line((x, y + 44.0), (x, y + 76.0), ink, 3.0);
        }
        1 => {
            s.shape(&format!("M{x} {}L{} {}H{}Z", y + 20.0, x + 28.0, y + 80.0, x - 28.0), gold);
            s.disc(x, y + 58.0, 8.0, ink);
        }
        _ => {
            for turn in 0..3 {
                let degrees = 60.0 * turn as f32;
                s.petal((x, y + 50.0), 30.0, 6.0, degrees, gold);
            }
        }
    }
    let text = 152.0;
    s.words(Words::at(text, 84.0, 28.0, &face.company).bold().fill(ink).within(w - text - 40.0));
    let under = if face.company_latin.is_empty() { &face.department } else { &face.company_latin };
    s.words(Words::at(text, 118.0, 20.0, under).fill("#5c6066").within(w - text - 40.0));
    s.line((42.0, 182.0), (w - 42.0, 182.0), gold, 2.5);
    name_block(&mut s, face, 42.0, 246.0, 40.0, w - 84.0);
    s.words(Words::at(42.0, 282.0, 22.0, &face.title).fill("#5c6066").within(w - 84.0));
    let mut lines = vec![face.address_line()];
    let contact: Vec<String> = face.contact_lines().into_iter().take(2).collect();
    lines.push(contact.join("   "));
    s.stack_up(&lines, h - 42.0, 31.0, &Words::at(42.0, 0.0, 21.0, "").fill("#33363c").within(w - 84.0));
    s.finish()
}

/// Split by a diagonal.
pub fn diagonal(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (deep, bright) = *dice.pick(&[
        ("#20324d", "#f08a4b"),
        ("#3b1f4a", "#e65c7b"),
        ("#0f4c4a", "#f2c14e"),
        ("#2b2b2b", "#8fc93a"),
        ("#7a1f1f", "#f3b391"),
        ("#1d4e89", "#7cc6fe"),
    ]);
    let mut s = paper("#fdfdfd");
    let (w, h) = (s.w, s.h);
    let (top, foot) = (w * 0.72, w * 0.54);
    s.shape(&format!("M{top:.1} 0H{w:.1}V{h:.1}H{foot:.1}Z"), deep);
    s.shape(&format!("M{:.1} 0H{top:.1}L{foot:.1} {h:.1}H{:.1}Z", top - 22.0, foot - 22.0), bright);
    let (cx, cy) = (w * 0.85, h * 0.34);
    match dice.below(3) {
        0 => s.ring(cx, cy, 42.0, bright, 12.0),
        1 => s.shape(&format!("M{cx} {}L{} {}H{}Z", cy - 46.0, cx + 50.0, cy + 40.0, cx - 50.0), bright),
        _ => {
            s.rect(cx - 44.0, cy - 44.0, 52.0, 52.0, bright);
            s.frame(cx - 16.0, cy - 16.0, 56.0, 56.0, "#ffffff", 6.0);
        }
    }
    let x = 44.0;
    let room = foot - x - 34.0;
    s.words(Words::at(x, 74.0, 26.0, &face.company).bold().fill(deep).within(room + 70.0));
    s.words(Words::at(x, 104.0, 17.0, &face.company_latin).fill("#7b7f86").within(room + 60.0));
    let name = face.name_set();
    s.words(Words::at(x, 190.0, 40.0, &name).bold().within(room + 30.0));
    s.words(Words::at(x, 222.0, 20.0, &face.romaji).fill("#6a6a70").within(room + 20.0));
    s.words(Words::at(x, 254.0, 21.0, &face.role_line()).fill("#5c6066").within(room + 10.0));
    let lines: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    s.stack_up(&lines, h - 42.0, 29.0, &Words::at(x, 0.0, 20.0, "").within(room));
    s.finish()
}

/// White, small type, one coloured dot.
pub fn quiet(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let dot = *dice.pick(&["#d94f30", "#2f6fb0", "#2f8f5b", "#e0a526", "#7a4fa3", "#1b1b1f", "#d0618a"]);
    let fill = *dice.pick(&["#ffffff", "#f8f6f1", "#f2f4f5", "#fbf4ee"]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    if dice.chance(50) {
        s.disc(62.0, 62.0, 17.0, dot);
    } else {
        s.rect(46.0, 46.0, 60.0, 9.0, dot);
    }
    s.words(Words::at(46.0, 174.0, 35.0, &face.name_set()).medium().within(w * 0.6));
    s.words(Words::at(46.0, 208.0, 20.0, &face.romaji).fill("#77777d").within(w * 0.6));
    let y = if face.romaji.is_empty() { 208.0 } else { 240.0 };
    s.words(Words::at(46.0, y, 20.0, &face.role_line()).fill("#77777d").within(w * 0.75));
    s.words(Words::at(w - 46.0, 72.0, 23.0, &face.company).bold().end().within(w * 0.7));
    let half = (w - 92.0) * 0.5 - 12.0;
    let lines: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    s.stack_up(&lines, h - 44.0, 28.0, &Words::at(46.0, 0.0, 19.0, "").fill("#3c3c42").within(half));
    s.stack_up(
        &face.address_lines,
        h - 44.0,
        28.0,
        &Words::at(w - 46.0, 0.0, 19.0, "").fill("#3c3c42").end().within(half),
    );
    s.finish()
}
