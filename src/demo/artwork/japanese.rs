//! Designs at home in Japanese offices. All but the upright one take any language well.

use super::sheet::{Sheet, Type, Words, ems};
use super::western::woven_block;
use crate::demo::face::{CardFace, CardLanguage};
use crate::demo::rng::Rng;

/// White with half a sun and a thin line.
pub fn half_sun(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (sun, line, ink) = *dice.pick(&[
        ("#dd6a3c", "#eda27f", "#263d6b"),
        ("#c8353f", "#e3a3a0", "#2b2b33"),
        ("#e0a526", "#ead099", "#23473b"),
        ("#3f7fb5", "#a9c8e0", "#1e3a5f"),
        ("#5f9a4d", "#b5d3a5", "#2a3f25"),
    ]);
    let mut s = paper("#ffffff");
    let (w, h) = (s.w, s.h);
    s.shape("M52 102A46 46 0 0 1 144 102Z", sun);
    match dice.below(3) {
        0 => s.line((52.0, 112.0), (144.0, 112.0), sun, 4.0),
        1 => {
            for row in 0..3 {
                let inset = 10.0 * row as f32;
                let y = 84.0 + 7.0 * row as f32;
                s.line((60.0 + inset, y), (136.0 - inset, y), "#ffffff", 2.0);
            }
        }
        _ => {}
    }
    s.words(Words::at(166.0, 78.0, 30.0, &face.company).bold().fill(ink).within(w - 210.0));
    let latin = if face.company_latin.is_empty() { String::new() } else { face.company_latin.to_uppercase() };
    s.words(Words::at(166.0, 106.0, 15.0, &latin).fill("#8a8d94").spaced(1.2).within(w - 210.0));
    let x = 166.0;
    s.words(Words::at(x, 186.0, 21.0, &face.role_line()).within(w - x - 44.0));
    let name = face.name_set();
    let size = 52.0;
    let width = s.words(Words::at(x, 246.0, size, &name).bold().spaced(2.0).within((w - x) * 0.60));
    s.words(
        Words::at(x + width + 34.0, 243.0, 20.0, &face.romaji).fill("#55585e").within(w - x - width - 72.0),
    );
    s.line((50.0, 296.0), (w - 50.0, 296.0), line, 3.0);
    let block = if dice.chance(60) { 84.0 } else { 0.0 };
    let room = w - 100.0 - if block > 0.0 { block + 20.0 } else { 0.0 };
    let mut contact = face.contact_lines();
    contact.truncate(3);
    contact.reverse();
    let second = contact.pop().unwrap_or_default();
    contact.reverse();
    let lines = [face.address_line(), contact.join("  "), second];
    s.stack_up(&lines, h - 40.0, 31.0, &Words::at(50.0, 0.0, 20.0, "").fill("#222228").within(room));
    if block > 0.0 {
        woven_block(&mut s, (w - 50.0 - block, h - 36.0 - block), block, ink, dice);
    }
    s.finish()
}

/// Upright, written from top to bottom, with a seal. Latin names are set across.
pub fn upright(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, edge) = *dice.pick(&[
        ("#f6ecd9", "#8e1c1c"),
        ("#f8f5ec", "#23395d"),
        ("#f3eee2", "#3f5b35"),
        ("#fbf6f0", "#5b3a5e"),
    ]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    s.rect(0.0, 0.0, 26.0, h, edge);
    s.rect(32.0, 0.0, 3.0, h, edge);
    let ink = "#2a2320";
    if face.language == CardLanguage::Japanese {
        s.column(Words::at(w - 60.0, 60.0, 25.0, &face.company).fill(ink).spaced(3.0).within(h - 190.0));
        s.column(Words::at(w - 118.0, 92.0, 21.0, &face.role_line()).fill(ink).spaced(2.0).within(h - 240.0));
        s.column(Words::at(w * 0.5, 150.0, 60.0, &face.name_set()).fill(ink).spaced(10.0).within(h - 280.0));
        s.column(Words::at(122.0, 118.0, 19.0, &face.address_line()).fill(ink).within(h - 360.0));
        seal(&mut s, (96.0, h - 206.0), face, "#b3261e", fill);
    } else {
        let room = w - 96.0;
        s.words(Words::at(66.0, 90.0, 25.0, &face.company).font(Type::Hand).fill(ink).within(room));
        s.words(Words::at(66.0, 330.0, 44.0, &face.name).font(Type::Hand).fill(ink).within(room));
        s.words(Words::at(66.0, 370.0, 21.0, &face.role_line()).font(Type::Hand).fill(ink).within(room));
    }
    let lines: Vec<String> = face.contact_lines().into_iter().take(2).collect();
    s.stack_up(&lines, h - 40.0, 26.0, &Words::at(w - 36.0, 0.0, 18.0, "").fill(ink).end().within(w - 96.0));
    s.finish()
}

/// A square seal with the first two characters of the company.
fn seal(s: &mut Sheet, (x, y): (f32, f32), face: &CardFace, red: &str, paper: &str) {
    s.rect(x - 30.0, y - 30.0, 60.0, 92.0, red);
    s.frame(x - 24.0, y - 24.0, 48.0, 80.0, paper, 2.5);
    for (row, sign) in face.company.chars().filter(|c| !c.is_whitespace()).take(2).enumerate() {
        let sign = sign.to_string();
        let y = y + 10.0 + 36.0 * row as f32;
        s.words(Words::at(x, y, 32.0, &sign).font(Type::Hand).fill(paper).middle());
    }
}

/// A dark foot and a constellation.
pub fn stars(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let deep = *dice.pick(&["#133a73", "#0f4a52", "#3d2463", "#26303b", "#6b1f3a", "#134a2e"]);
    let mut s = paper("#ffffff");
    let (w, h) = (s.w, s.h);
    let foot = h * 0.235;
    s.rect(0.0, h - foot, w, foot, deep);
    let mut points: Vec<(f32, f32)> = Vec::new();
    for step in 0..6 {
        let x = w - 200.0 + 28.0 * step as f32 + 8.0 * dice.unit();
        points.push((x, 132.0 - 13.0 * step as f32 + 34.0 * (dice.unit() - 0.5)));
    }
    for pair in points.windows(2) {
        if let [from, to] = pair {
            s.line(*from, *to, deep, 3.0);
        }
    }
    for (x, y) in points {
        s.disc(x, y, 7.5, deep);
    }
    let x = 46.0;
    s.words(Words::at(x, 76.0, 29.0, &face.company).bold().fill(deep).within(w - 290.0));
    let latin = face.company_latin.to_uppercase();
    s.words(Words::at(x, 102.0, 14.0, &latin).fill("#7b7f86").spaced(1.0).within(w - 290.0));
    s.words(Words::at(x, 200.0, 21.0, &face.role_line()).within(w - 92.0));
    let name = face.name_set();
    let width = s.words(Words::at(x, 262.0, 50.0, &name).bold().spaced(2.0).within((w - x) * 0.62));
    s.words(
        Words::at(x + width + 24.0, 260.0, 20.0, &face.romaji).fill("#55585e").within(w - x - width - 64.0),
    );
    let contact: Vec<String> = face.contact_lines().into_iter().take(2).collect();
    let lines = [face.address_line(), contact.join("   ")];
    s.stack_up(&lines, h - 32.0, 32.0, &Words::at(x, 0.0, 20.0, "").fill("#ffffff").within(w - 92.0));
    s.finish()
}

/// White below one dark strip, set like a letterhead.
pub fn letterhead(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let deep = *dice.pick(&["#1e2b5c", "#5a1f2a", "#24443a", "#3a3a40", "#7a5a1e"]);
    let mut s = paper("#fefefe");
    let (w, h) = (s.w, s.h);
    s.rect(0.0, 0.0, w, 16.0, deep);
    if dice.chance(40) {
        s.rect(0.0, 22.0, w, 3.0, deep);
    }
    let x = 50.0;
    let room = w - 100.0;
    s.words(Words::at(x, 84.0, 29.0, &face.company).font(Type::Hand).fill(deep).spaced(1.0).within(room));
    s.words(Words::at(x, 114.0, 18.0, &face.company_latin).font(Type::Hand).fill("#66666c").within(room));
    s.words(Words::at(x, 188.0, 20.0, &face.role_line()).fill("#4c4c52").within(room));
    let name = face.name_set();
    let share = if face.romaji.is_empty() { room } else { room * 0.6 };
    let width =
        s.words(Words::at(x, 246.0, 48.0, &name).font(Type::Hand).fill("#1b1b1f").spaced(3.0).within(share));
    s.words(
        Words::at(x + width + 30.0, 244.0, 20.0, &face.romaji).fill("#55585e").within(room - width - 32.0),
    );
    let mut contact = face.contact_lines().into_iter();
    let email = contact.next().unwrap_or_default();
    let phone = contact.next().unwrap_or_default();
    s.words(Words::at(x, h - 76.0, 20.0, &face.address_line()).fill("#33363c").within(room));
    s.words(Words::at(x, h - 44.0, 20.0, &phone).fill("#33363c").within(room * 0.45));
    s.words(Words::at(w - 50.0, h - 44.0, 20.0, &email).fill("#33363c").end().within(room * 0.5));
    s.finish()
}

/// Grey with a floor plan.
pub fn plan(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, wall) = *dice.pick(&[
        ("#dfe1dc", "#565a58"),
        ("#e4e0d8", "#6b5d4d"),
        ("#d9e0e4", "#44545f"),
        ("#26323c", "#c5d3dc"),
    ]);
    let dark = fill == "#26323c";
    let (ink, soft) = if dark { ("#f2f5f7", "#b9c6cf") } else { ("#26282a", "#5e6260") };
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    let (x, y, pw, ph) = (w - 296.0, 34.0, 256.0, h - 74.0);
    s.frame(x, y, pw, ph, wall, 7.0);
    let split = x + pw * (0.38 + 0.2 * dice.unit());
    let floor = y + ph * (0.4 + 0.2 * dice.unit());
    // Walls with a door's gap in each.
    s.line((split, y), (split, floor - 52.0), wall, 5.0);
    s.line((x, floor), (split - 50.0, floor), wall, 5.0);
    s.line((split, floor), (x + pw, floor), wall, 5.0);
    s.line((split + 34.0, floor + 56.0), (split + 34.0, y + ph), wall, 5.0);
    // The doors' swing.
    s.stroke(
        &format!("M{split:.1} {:.1}A50 50 0 0 1 {:.1} {floor:.1}", floor - 50.0, split - 50.0),
        wall,
        2.0,
    );
    s.stroke(
        &format!("M{:.1} {:.1}A54 54 0 0 0 {:.1} {floor:.1}", split + 34.0, floor + 54.0, split + 88.0),
        wall,
        2.0,
    );
    // A stair, and the openings of two windows.
    for step in 0..6 {
        let sx = x + 18.0 + 11.0 * step as f32;
        s.line((sx, y + ph - 58.0), (sx, y + ph - 14.0), wall, 2.0);
    }
    s.line((x + 40.0, y), (x + 96.0, y), fill, 3.0);
    s.line((x + pw, y + 40.0), (x + pw, y + 110.0), fill, 3.0);
    let left = 46.0;
    let room = x - left - 30.0;
    s.words(Words::at(left, 80.0, 24.0, &face.company).fill(soft).spaced(3.0).within(room));
    s.words(Words::at(left, 108.0, 15.0, &face.company_latin).fill(soft).within(room));
    let name = face.name_set();
    let size = if ems(&name) < 6.0 { 44.0 } else { 38.0 };
    s.words(Words::at(left, 202.0, size, &name).medium().fill(ink).spaced(1.0).within(room));
    s.words(Words::at(left, 238.0, 20.0, &face.role_line()).fill(soft).within(room));
    s.words(Words::at(left, 268.0, 19.0, &face.romaji).fill(soft).within(room));
    let lines: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    s.stack_up(&lines, h - 44.0, 28.0, &Words::at(left, 0.0, 20.0, "").fill(ink).within(room));
    s.finish()
}
