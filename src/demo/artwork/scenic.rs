//! Designs with a picture on them.

use super::sheet::{Sheet, Type, Words};
use crate::demo::face::CardFace;
use crate::demo::rng::Rng;

/// Black with a picture of mountains and a moon.
pub fn night(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (sky, far, near, moon) = *dice.pick(&[
        ("#2d3338", "#454c52", "#17191b", "#d8d2bf"),
        ("#3b2f45", "#57476a", "#1b1522", "#f0c9a0"),
        ("#20394a", "#34596e", "#0e1c25", "#e8e4d0"),
        ("#4a2f27", "#75503f", "#22140f", "#f3d08b"),
    ]);
    let mut s = paper("#111112");
    let (w, h) = (s.w, s.h);
    let (x, y, pw, ph) = (44.0, 46.0, w * 0.44, h * 0.49);
    s.rect(x, y, pw, ph, sky);
    let mx = x + pw * (0.6 + 0.25 * dice.unit());
    s.disc(mx, y + ph * 0.26, 20.0, moon);
    let peak = pw * (0.3 + 0.2 * dice.unit());
    let (foot, right) = (y + ph, x + pw);
    s.shape(
        &format!(
            "M{x:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}L{right:.1} {:.1}V{foot:.1}H{x:.1}Z",
            y + ph * 0.62,
            x + peak * 0.7,
            y + ph * 0.36,
            x + peak * 1.5,
            y + ph * 0.7,
            y + ph * 0.5
        ),
        far,
    );
    s.shape(
        &format!(
            "M{x:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}L{right:.1} {:.1}V{foot:.1}H{x:.1}Z",
            y + ph * 0.85,
            x + peak,
            y + ph * 0.48,
            x + pw * 0.62,
            y + ph * 0.84,
            x + pw * 0.8,
            y + ph * 0.68,
            y + ph * 0.86
        ),
        near,
    );
    let room = w * 0.5 - 74.0;
    let mut side: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    side.push(face.place().to_owned());
    let top = 66.0 + 30.0 * (side.len() as f32 - 1.0);
    s.stack_up(&side, top, 30.0, &Words::at(w - 42.0, 0.0, 20.0, "").fill("#b9b9b4").end().within(room));
    let name = face.name_set();
    let width =
        s.words(Words::at(x, 328.0, 35.0, &name).medium().fill("#f4f3ee").spaced(1.6).within(w * 0.6));
    s.words(
        Words::at(x + width + 22.0, 328.0, 19.0, &face.romaji).fill("#b9b9b4").within(w - x - width - 64.0),
    );
    s.words(Words::at(x, 362.0, 20.0, &face.role_line()).fill("#a8a8a2").within(w - 88.0));
    s.words(Words::at(x, 394.0, 18.0, &face.company).fill("#8d8d88").within(w - 88.0));
    s.finish()
}

/// Kraft paper with a flower in a ring.
pub fn kraft(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, ink, flower, heart) = *dice.pick(&[
        ("#c8a57a", "#2a1f16", "#2f4a9a", "#e8c65a"),
        ("#c8a57a", "#2a1f16", "#a23a2a", "#f0d9a8"),
        ("#d8c3a0", "#3a2a1a", "#5f7a3a", "#f0e3b8"),
        ("#b58d63", "#1f1610", "#f0e6d6", "#7a3b1e"),
        ("#e6dccb", "#33281e", "#8a4f7d", "#e8c65a"),
    ]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    // Fibres of the paper.
    for _ in 0..70 {
        let (x, y) = (w * dice.unit(), h * dice.unit());
        let turn = 180.0 * dice.unit();
        s.petal(
            (x, y),
            3.0 + 5.0 * dice.unit(),
            0.7,
            turn,
            if dice.chance(50) { "#00000018" } else { "#ffffff26" },
        );
    }
    let (cx, cy) = (182.0, h * 0.5);
    s.ring(cx, cy, 122.0, ink, 4.0);
    if dice.chance(50) {
        s.ring(cx, cy, 112.0, ink, 1.5);
    }
    let petals = *dice.pick(&[6_u8, 8, 8, 10]);
    for petal in 0..petals {
        let degrees = 360.0 / f32::from(petals) * f32::from(petal);
        let (sin, cos) = degrees.to_radians().sin_cos();
        s.petal((cx + 46.0 * cos, cy + 46.0 * sin), 32.0, 11.0, degrees, flower);
    }
    s.disc(cx, cy, 15.0, heart);
    let x = 338.0;
    let room = w - x - 30.0;
    let (first, second) = face.company.split_once(' ').unwrap_or(("", &face.company));
    s.words(Words::at(x, 100.0, 27.0, first).font(Type::Hand).fill(ink).within(room));
    s.words(Words::at(x, 144.0, 42.0, second).font(Type::Hand).fill(ink).within(room));
    s.words(Words::at(x, 226.0, 31.0, &face.name_set()).font(Type::Hand).fill(ink).within(room));
    s.words(Words::at(x, 256.0, 20.0, &face.title).font(Type::Hand).fill(ink).within(room));
    s.words(Words::at(x, 284.0, 18.0, &face.romaji).font(Type::Hand).fill(ink).within(room));
    let lines: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    s.stack_up(&lines, h - 52.0, 28.0, &Words::at(x, 0.0, 20.0, "").font(Type::Hand).fill(ink).within(room));
    s.finish()
}

/// The sea with waves and gulls.
pub fn sea(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (sky, deep, foam, ink) = *dice.pick(&[
        ("#bfe3f4", "#2a6f9e", "#f4f0e4", "#16314f"),
        ("#f6dcc4", "#2f6f7a", "#fbf3e8", "#3a2618"),
        ("#d5ecdf", "#1f6b5f", "#f6f4e6", "#12372f"),
        ("#dfe3f2", "#3c4d8f", "#f7f5f0", "#1f2550"),
    ]);
    let mut s = paper(sky);
    let (w, h) = (s.w, s.h);
    let wave = |base: f32, lift: f32, shift: f32| {
        let step = w / 4.0;
        let mut d = format!("M{:.1} {base:.1}", -step + shift);
        for _ in 0..6 {
            d.push_str(&format!("q{:.1} {:.1} {:.1} 0t{:.1} 0", step * 0.25, -lift, step * 0.5, step * 0.5));
        }
        d.push_str(&format!("V{h:.1}H{:.1}Z", -step));
        d
    };
    let shift = 60.0 * dice.unit();
    s.shape(&wave(h - 92.0, 34.0, shift), foam);
    s.shape(&wave(h - 66.0, 34.0, shift + 20.0), deep);
    for (gx, gy, size) in [(w - 190.0, 108.0, 34.0), (w - 96.0, 166.0, 26.0)] {
        let lift = 14.0 * dice.unit();
        let d = format!(
            "M{:.1} {gy:.1}q{:.1} {:.1} {size:.1} {:.1}q{:.1} {:.1} {size:.1} {:.1}",
            gx - size,
            size * 0.6,
            -size * 0.6 - lift * 0.3,
            size * 0.25,
            size * 0.4,
            -size * 0.85,
            -size * 0.25
        );
        s.stroke(&d, ink, 6.0);
    }
    if dice.chance(35) {
        s.disc(w - 60.0, 62.0, 26.0, "#f6d66b");
    }
    let x = 44.0;
    let room = w - 310.0;
    s.words(Words::at(x, 84.0, 30.0, &face.company).bold().fill(ink).within(room));
    s.words(Words::at(x, 112.0, 16.0, &face.company_latin).fill(ink).within(room));
    s.words(Words::at(x, 188.0, 44.0, &face.name_set()).bold().fill(ink).within(room));
    let under = if face.romaji.is_empty() {
        face.role_line()
    } else {
        format!("{}　{}", face.role_line(), face.romaji)
    };
    s.words(Words::at(x, 222.0, 20.0, &under).fill(ink).within(w - 220.0));
    let lines: Vec<String> = face.contact_lines().into_iter().take(2).collect();
    s.words(Words::at(x, 272.0, 21.0, &lines.join("   ")).fill(ink).within(w - 88.0));
    s.finish()
}

/// Dark green with a tree.
pub fn forest(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, leaf, leaf_dark, ink) = *dice.pick(&[
        ("#1f4030", "#7fb069", "#4f8a55", "#f1efe2"),
        ("#26352b", "#b8c97a", "#7d9450", "#f5f2e4"),
        ("#3a2e22", "#d99a4e", "#b0682e", "#f6ead8"),
        ("#e8efe0", "#4f8a4d", "#2f6b3f", "#1d3524"),
    ]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    let (cx, foot) = (w - 140.0, h - 54.0);
    if dice.chance(50) {
        // A conifer in four tiers.
        s.rect(cx - 9.0, foot - 46.0, 18.0, 46.0, leaf_dark);
        for tier in 0..4 {
            let half = 92.0 - 17.0 * tier as f32;
            let base = foot - 38.0 - 66.0 * tier as f32;
            s.shape(
                &format!("M{cx:.1} {:.1}L{:.1} {base:.1}H{:.1}Z", base - 104.0, cx + half, cx - half),
                leaf,
            );
            s.shape(&format!("M{cx:.1} {:.1}L{:.1} {base:.1}H{cx:.1}Z", base - 104.0, cx + half), leaf_dark);
        }
    } else {
        // A broad crown.
        s.stroke(
            &format!(
                "M{cx} {foot}V{}M{cx} {}L{} {}M{cx} {}L{} {}",
                foot - 190.0,
                foot - 90.0,
                cx - 44.0,
                foot - 150.0,
                foot - 110.0,
                cx + 44.0,
                foot - 168.0
            ),
            leaf_dark,
            11.0,
        );
        for _ in 0..46 {
            let angle = std::f32::consts::TAU * dice.unit();
            let reach = 96.0 * dice.unit().sqrt();
            let (x, y) = (cx + reach * angle.cos(), foot - 208.0 + reach * angle.sin() * 0.92);
            let colour = if dice.chance(65) { leaf } else { leaf_dark };
            s.petal((x, y), 17.0, 10.0, 360.0 * dice.unit(), colour);
        }
    }
    s.line((cx - 110.0, foot), (cx + 110.0, foot), leaf_dark, 4.0);
    let x = 46.0;
    let room = w - 320.0;
    s.words(Words::at(x, 82.0, 27.0, &face.company).bold().fill(leaf).within(room));
    s.words(Words::at(x, 110.0, 16.0, &face.company_latin).fill(ink).within(room));
    s.words(Words::at(x, 196.0, 41.0, &face.name_set()).medium().fill(ink).within(room));
    let y = if face.romaji.is_empty() { 230.0 } else { 260.0 };
    s.words(Words::at(x, 230.0, 19.0, &face.romaji).fill(ink).within(room));
    s.words(Words::at(x, y, 21.0, &face.role_line()).fill(ink).within(room));
    let mut lines: Vec<String> = face.contact_lines().into_iter().take(2).collect();
    lines.push(face.place().to_owned());
    s.stack_up(&lines, h - 46.0, 29.0, &Words::at(x, 0.0, 20.0, "").fill(ink).within(room));
    s.finish()
}

/// Pale with a branch in blossom.
pub fn blossom(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, bloom, heart, branch, ink) = *dice.pick(&[
        ("#fdf1f2", "#ee9db0", "#c24e6e", "#6b4a42", "#4a2a33"),
        ("#fbf6ec", "#f0c05a", "#c77b1e", "#5f5138", "#40331c"),
        ("#f1f4fb", "#a9b8ea", "#5a6fc0", "#50546a", "#262d4d"),
        ("#f6f2fa", "#c9a8e0", "#8a55b5", "#5a4a66", "#38264a"),
        ("#f4f8f1", "#ffffff", "#e0b43c", "#4f6146", "#2a3a24"),
    ]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    s.stroke(&format!("M{w} 60Q{} 70 {} 140T{} 214", w - 120.0, w - 170.0, w - 262.0), branch, 9.0);
    s.stroke(&format!("M{} 104Q{} 150 {} 232", w - 138.0, w - 112.0, w - 62.0), branch, 6.0);
    for (x, y, r) in [
        (w - 60.0, 54.0, 26.0),
        (w - 132.0, 88.0, 30.0),
        (w - 186.0, 160.0, 24.0),
        (w - 258.0, 208.0, 18.0),
        (w - 96.0, 176.0, 22.0),
        (w - 58.0, 236.0, 26.0),
    ] {
        let turn = 72.0 * dice.unit();
        for petal in 0..5_u8 {
            let degrees = turn + 72.0 * f32::from(petal);
            let (sin, cos) = degrees.to_radians().sin_cos();
            s.petal((x + r * 0.55 * cos, y + r * 0.55 * sin), r * 0.56, r * 0.4, degrees, bloom);
        }
        s.disc(x, y, r * 0.22, heart);
    }
    for _ in 0..5 {
        let (x, y) = (w * (0.45 + 0.5 * dice.unit()), h * (0.60 + 0.12 * dice.unit()));
        s.petal((x, y), 8.0, 5.0, 180.0 * dice.unit(), bloom);
    }
    let x = 46.0;
    let room = w - 330.0;
    s.words(Words::at(x, 84.0, 28.0, &face.company).font(Type::Hand).fill(heart).within(room));
    s.words(Words::at(x, 112.0, 16.0, &face.company_latin).font(Type::Hand).fill(ink).within(room));
    s.words(Words::at(x, 206.0, 44.0, &face.name_set()).font(Type::Hand).fill(ink).within(room));
    let y = if face.romaji.is_empty() { 242.0 } else { 270.0 };
    s.words(Words::at(x, 240.0, 19.0, &face.romaji).font(Type::Hand).fill(ink).within(room));
    s.words(Words::at(x, y, 21.0, &face.title).font(Type::Hand).fill(ink).within(room));
    let contact: Vec<String> = face.contact_lines().into_iter().take(2).collect();
    let lines = [face.address_line(), contact.join("   ")];
    s.stack_up(&lines, h - 44.0, 30.0, &Words::at(x, 0.0, 20.0, "").fill(ink).within(w - 92.0));
    s.finish()
}

/// Dark with traces and pads of a circuit board.
pub fn circuit(face: &CardFace, paper: impl Fn(&str) -> Sheet, dice: &mut Rng) -> String {
    let (fill, trace, ink) = *dice.pick(&[
        ("#10243a", "#3fb6c9", "#eef6fa"),
        ("#17251c", "#6fd08c", "#eef7f0"),
        ("#241a35", "#b58cf0", "#f4effa"),
        ("#f3f5f7", "#2f6fb0", "#15202c"),
        ("#2b1a14", "#f0935a", "#faf1ea"),
    ]);
    let mut s = paper(fill);
    let (w, h) = (s.w, s.h);
    for row in 0..7 {
        let y = 44.0 + 50.0 * row as f32;
        let start = w * (0.62 + 0.2 * dice.unit());
        let bend = start + 30.0 + 40.0 * dice.unit();
        let drop = *dice.pick(&[-25.0_f32, 0.0, 25.0]);
        s.stroke(
            &format!("M{start:.1} {y:.1}H{bend:.1}L{:.1} {:.1}H{w:.1}", bend + drop.abs(), y + drop),
            trace,
            3.0,
        );
        s.disc(start, y, 8.0, trace);
        s.disc(start, y, 3.5, fill);
    }
    let x = 46.0;
    let room = w * 0.56 - x;
    s.words(Words::at(x, 82.0, 29.0, &face.company).bold().fill(trace).within(room));
    s.words(Words::at(x, 110.0, 16.0, &face.company_latin).fill(ink).within(room));
    s.words(Words::at(x, 200.0, 40.0, &face.name_set()).bold().fill(ink).within(room));
    let y = if face.romaji.is_empty() { 234.0 } else { 264.0 };
    s.words(Words::at(x, 234.0, 19.0, &face.romaji).fill(ink).within(room));
    s.words(Words::at(x, y, 21.0, &face.role_line()).fill(ink).within(room));
    let lines: Vec<String> = face.contact_lines().into_iter().take(3).collect();
    s.stack_up(&lines, h - 44.0, 29.0, &Words::at(x, 0.0, 20.0, "").fill(ink).within(room));
    s.finish()
}
