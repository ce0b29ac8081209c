//! Reverse sides: a sign on colour, a pattern, or an English side for Japanese cards.

use super::Design;
use super::sheet::{Sheet, Words};
use crate::demo::face::{CardFace, CardLanguage};
use crate::demo::rng::Rng;

/// Draws the back of a card of `size` millimetres.
pub fn draw(face: &CardFace, design: Design, (w, h): (f32, f32), dice: &mut Rng) -> String {
    let (fill, ink) = *dice.pick(&[
        ("#20324d", "#e8eef5"),
        ("#f2c12e", "#1a1a1a"),
        ("#f7f0df", "#6b5426"),
        ("#1f4030", "#cfe0c0"),
        ("#fdfdfb", "#33363c"),
        ("#6b2d3c", "#f3dfe3"),
    ]);
    let mut s = Sheet::new(w, h, fill);
    if face.language == CardLanguage::Japanese && design != Design::Upright && dice.chance(60) {
        return english_side(face, Sheet::new(w, h, "#ffffff"), dice);
    }
    let (w, h) = (s.w, s.h);
    match dice.below(3) {
        0 => {
            // Overlapping arcs, the pattern called seigaiha.
            let r = 44.0;
            let mut row = 0_u8;
            while f32::from(row) * r * 0.5 < h + r {
                let y = f32::from(row) * r * 0.5;
                let mut x = if row.is_multiple_of(2) { 0.0 } else { r };
                while x < w + r {
                    s.disc(x, y, r, ink);
                    for share in [0.94, 0.62, 0.30] {
                        s.disc(x, y, r * share, fill);
                        s.ring(x, y, r * share, ink, 2.0);
                    }
                    x += 2.0 * r;
                }
                row += 1;
            }
        }
        1 => {
            let mut x = -h;
            while x < w {
                s.line((x, h), (x + h, 0.0), ink, 2.0);
                x += 36.0;
            }
            s.rect(w * 0.2, h * 0.36, w * 0.6, h * 0.28, fill);
            company(&mut s, face, ink, w * 0.54);
        }
        _ => {
            s.ring(w * 0.5, h * 0.5 - 8.0, w.min(h) * 0.38, ink, 3.0);
            company(&mut s, face, ink, w.min(h) * 0.64);
        }
    }
    s.finish()
}

fn company(s: &mut Sheet, face: &CardFace, ink: &str, room: f32) {
    let words = Words::at(s.w * 0.5, s.h * 0.5, 40.0, &face.company).bold().fill(ink).middle().within(room);
    s.words(words);
}

/// The other language of a Japanese card.
fn english_side(face: &CardFace, mut s: Sheet, dice: &mut Rng) -> String {
    let ink = *dice.pick(&["#263d6b", "#5a1f2a", "#24443a", "#2b2b33"]);
    let (w, h) = (s.w, s.h);
    let room = w - 100.0;
    s.rect(0.0, h - 14.0, w, 14.0, ink);
    let company = if face.company_latin.is_empty() { &face.company } else { &face.company_latin };
    s.words(Words::at(50.0, 86.0, 28.0, company).bold().fill(ink).within(room));
    let name = if face.romaji.is_empty() { &face.name } else { &face.romaji };
    s.words(Words::at(50.0, 214.0, 44.0, name).bold().within(room));
    let lines: Vec<String> =
        [&face.email, &face.phone, &face.url].into_iter().filter(|line| !line.is_empty()).cloned().collect();
    s.stack_up(&lines, h - 52.0, 29.0, &Words::at(50.0, 0.0, 21.0, "").within(room));
    s.finish()
}
