//! The two palettes of the design: every colour the program paints.
//!
//! Owns: the colours. Must not know: widgets or views. Start at [`Palette::of`].
//! Contrast is computed in the design's `contrast.md`: text keeps 4.5:1, graphics 3:1.
//!
//! Invariant: text is readable on every surface in both palettes (`text_is_readable_on_every_surface`).

use eframe::egui::{self, Color32};

/// All colours of one theme; sRGB, opaque.
#[derive(Debug)]
pub struct Palette {
    /// Navigation rail, review left page.
    pub rail: Color32,
    /// Table the cards lie on.
    pub desk: Color32,
    /// Inspector, boxes.
    pub panel: Color32,
    /// Inputs, menus, pop-ups.
    pub raised: Color32,
    /// Tracks, segmented base, tags.
    pub sunk: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Input borders, dashed zones.
    pub line_strong: Color32,
    /// Hover fill.
    pub hover: Color32,
    /// Pressed fill.
    pub pressed: Color32,
    /// Ink.
    pub text: Color32,
    /// Secondary.
    pub text2: Color32,
    /// Hints, labels.
    pub text3: Color32,
    /// Indigo: primary fill, selection, focus.
    pub ai: Color32,
    /// Indigo under the pointer.
    pub ai_hover: Color32,
    /// Indigo while pressed.
    pub ai_press: Color32,
    /// Text on indigo.
    pub on_ai: Color32,
    /// Selected row, event bar.
    pub ai_soft: Color32,
    /// Tonal fill under the pointer.
    pub ai_soft_hover: Color32,
    /// Tonal fill while pressed.
    pub ai_soft_press: Color32,
    /// Links, tonal text.
    pub ai_text: Color32,
    /// The bond: vermilion line and knots.
    pub thread: Color32,
    /// The bond, faint: fill under the warmth line.
    pub thread_soft: Color32,
    /// Overdue, errors.
    pub danger: Color32,
    /// Fill behind danger.
    pub danger_soft: Color32,
    /// Confirmed.
    pub ok: Color32,
    /// Fill behind ok.
    pub ok_soft: Color32,
    /// Unsure.
    pub warn: Color32,
    /// Fill behind warn.
    pub warn_soft: Color32,
    /// 1 px around a card.
    pub card_edge: Color32,
    /// Card back.
    pub paper: Color32,
    /// Your words on the back.
    pub pencil: Color32,
    /// Modal backdrop, 42 % / 60 %.
    pub backdrop: Color32,
    /// Glyph inside a seal.
    pub on_kind: Color32,
    /// Kind: thanks.
    pub k_thanks: Color32,
    /// Tint of `k_thanks`, opaque.
    pub k_thanks_tint: Color32,
    /// Kind: review.
    pub k_review: Color32,
    /// Tint of `k_review`, opaque.
    pub k_review_tint: Color32,
    /// Kind: call.
    pub k_call: Color32,
    /// Tint of `k_call`, opaque.
    pub k_call_tint: Color32,
    /// Kind: meet.
    pub k_meet: Color32,
    /// Tint of `k_meet`, opaque.
    pub k_meet_tint: Color32,
    /// Kind: amends.
    pub k_amends: Color32,
    /// Tint of `k_amends`, opaque.
    pub k_amends_tint: Color32,
    /// Kind: birthday.
    pub k_birthday: Color32,
    /// Tint of `k_birthday`, opaque.
    pub k_birthday_tint: Color32,
    /// Kind: promise.
    pub k_promise: Color32,
    /// Tint of `k_promise`, opaque.
    pub k_promise_tint: Color32,
    /// Circle Business.
    pub c_business: Color32,
    /// Tint of `c_business`, opaque.
    pub c_business_tint: Color32,
    /// Circle Makers.
    pub c_craft: Color32,
    /// Tint of `c_craft`, opaque.
    pub c_craft_tint: Color32,
    /// Circle Food & drink.
    pub c_food: Color32,
    /// Tint of `c_food`, opaque.
    pub c_food_tint: Color32,
    /// Circle MedTech.
    pub c_health: Color32,
    /// Tint of `c_health`, opaque.
    pub c_health_tint: Color32,
    /// Circle Friends & family.
    pub c_home: Color32,
    /// Tint of `c_home`, opaque.
    pub c_home_tint: Color32,
}

impl Palette {
    /// The palette in which this `ui` is painted.
    #[must_use]
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::pick(ui.visuals().dark_mode)
    }

    /// The dark or the light palette.
    #[must_use]
    pub const fn pick(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// Whether this is the dark palette.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        self.desk.r() < 128
    }

    /// The colours given to circles in turn: ring colour and tint.
    #[must_use]
    pub const fn circles(&self) -> [(Color32, Color32); 5] {
        [
            (self.c_business, self.c_business_tint),
            (self.c_craft, self.c_craft_tint),
            (self.c_food, self.c_food_tint),
            (self.c_health, self.c_health_tint),
            (self.c_home, self.c_home_tint),
        ]
    }

    /// The colour and tint of the circle with this number; numbers beyond five begin again.
    #[must_use]
    pub fn circle(&self, number: usize) -> (Color32, Color32) {
        let all = self.circles();
        all[number % all.len()]
    }
}

/// The light palette.
pub const LIGHT: Palette = Palette {
    rail: Color32::from_rgb(0xE9, 0xE5, 0xE0),
    desk: Color32::from_rgb(0xF2, 0xF0, 0xEC),
    panel: Color32::from_rgb(0xFB, 0xFA, 0xF8),
    raised: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    sunk: Color32::from_rgb(0xEC, 0xE9, 0xE4),
    line: Color32::from_rgb(0xDD, 0xD8, 0xD2),
    line_strong: Color32::from_rgb(0x8F, 0x88, 0x80),
    hover: Color32::from_rgb(0xE3, 0xDE, 0xD8),
    pressed: Color32::from_rgb(0xD8, 0xD2, 0xCB),
    text: Color32::from_rgb(0x24, 0x1E, 0x1A),
    text2: Color32::from_rgb(0x56, 0x4E, 0x48),
    text3: Color32::from_rgb(0x66, 0x5E, 0x58),
    ai: Color32::from_rgb(0x27, 0x45, 0x80),
    ai_hover: Color32::from_rgb(0x1F, 0x38, 0x68),
    ai_press: Color32::from_rgb(0x18, 0x2C, 0x54),
    on_ai: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    ai_soft: Color32::from_rgb(0xE1, 0xE7, 0xF3),
    ai_soft_hover: Color32::from_rgb(0xC4, 0xCF, 0xE4),
    ai_soft_press: Color32::from_rgb(0xAE, 0xBD, 0xD9),
    ai_text: Color32::from_rgb(0x27, 0x45, 0x80),
    thread: Color32::from_rgb(0xCF, 0x3B, 0x1C),
    thread_soft: Color32::from_rgb(0xF3, 0xC9, 0xBC),
    danger: Color32::from_rgb(0xA8, 0x12, 0x45),
    danger_soft: Color32::from_rgb(0xF8, 0xE3, 0xE8),
    ok: Color32::from_rgb(0x2C, 0x6A, 0x1D),
    ok_soft: Color32::from_rgb(0xE4, 0xEE, 0xDF),
    warn: Color32::from_rgb(0x7A, 0x56, 0x00),
    warn_soft: Color32::from_rgb(0xF6, 0xEC, 0xD0),
    card_edge: Color32::from_rgb(0xD5, 0xD0, 0xC9),
    paper: Color32::from_rgb(0xFD, 0xFB, 0xF4),
    pencil: Color32::from_rgb(0x3B, 0x3A, 0x42),
    backdrop: Color32::from_rgb(0x24, 0x1E, 0x1A),
    on_kind: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    k_thanks: Color32::from_rgb(0xB4, 0x8B, 0x06),
    k_thanks_tint: Color32::from_rgb(0xF5, 0xF0, 0xDF),
    k_review: Color32::from_rgb(0x54, 0x93, 0xE1),
    k_review_tint: Color32::from_rgb(0xE9, 0xF1, 0xFB),
    k_call: Color32::from_rgb(0x02, 0x3E, 0x52),
    k_call_tint: Color32::from_rgb(0xDE, 0xE6, 0xE9),
    k_meet: Color32::from_rgb(0x39, 0x71, 0x26),
    k_meet_tint: Color32::from_rgb(0xE5, 0xED, 0xE3),
    k_amends: Color32::from_rgb(0x76, 0x39, 0xA3),
    k_amends_tint: Color32::from_rgb(0xED, 0xE5, 0xF3),
    k_birthday: Color32::from_rgb(0xCB, 0x4E, 0x84),
    k_birthday_tint: Color32::from_rgb(0xF8, 0xE8, 0xEF),
    k_promise: Color32::from_rgb(0x7C, 0x0E, 0x05),
    k_promise_tint: Color32::from_rgb(0xEE, 0xE0, 0xDE),
    c_business: Color32::from_rgb(0x4A, 0x6F, 0xA5),
    c_business_tint: Color32::from_rgb(0xE0, 0xE2, 0xE4),
    c_craft: Color32::from_rgb(0xB0, 0x70, 0x3A),
    c_craft_tint: Color32::from_rgb(0xEB, 0xE2, 0xD8),
    c_food: Color32::from_rgb(0x7F, 0x8F, 0x2E),
    c_food_tint: Color32::from_rgb(0xE5, 0xE5, 0xD7),
    c_health: Color32::from_rgb(0x2E, 0x8F, 0x8A),
    c_health_tint: Color32::from_rgb(0xDC, 0xE5, 0xE1),
    c_home: Color32::from_rgb(0xA3, 0x57, 0x7F),
    c_home_tint: Color32::from_rgb(0xE9, 0xDF, 0xE0),
};

/// The dark palette.
pub const DARK: Palette = Palette {
    rail: Color32::from_rgb(0x16, 0x15, 0x13),
    desk: Color32::from_rgb(0x1D, 0x1B, 0x1A),
    panel: Color32::from_rgb(0x26, 0x24, 0x21),
    raised: Color32::from_rgb(0x2F, 0x2D, 0x2B),
    sunk: Color32::from_rgb(0x1A, 0x18, 0x17),
    line: Color32::from_rgb(0x3A, 0x37, 0x34),
    line_strong: Color32::from_rgb(0x7C, 0x76, 0x6F),
    hover: Color32::from_rgb(0x38, 0x35, 0x32),
    pressed: Color32::from_rgb(0x42, 0x3E, 0x3B),
    text: Color32::from_rgb(0xEE, 0xEB, 0xE5),
    text2: Color32::from_rgb(0xC3, 0xBD, 0xB6),
    text3: Color32::from_rgb(0xA8, 0xA1, 0x9A),
    ai: Color32::from_rgb(0x9D, 0xB8, 0xEC),
    ai_hover: Color32::from_rgb(0xB4, 0xC9, 0xF2),
    ai_press: Color32::from_rgb(0x86, 0xA5, 0xE0),
    on_ai: Color32::from_rgb(0x14, 0x19, 0x2A),
    ai_soft: Color32::from_rgb(0x2B, 0x34, 0x4A),
    ai_soft_hover: Color32::from_rgb(0x3C, 0x49, 0x67),
    ai_soft_press: Color32::from_rgb(0x41, 0x4F, 0x6E),
    ai_text: Color32::from_rgb(0xAF, 0xC5, 0xF1),
    thread: Color32::from_rgb(0xF0, 0x70, 0x4C),
    thread_soft: Color32::from_rgb(0x5C, 0x33, 0x28),
    danger: Color32::from_rgb(0xFF, 0x9B, 0xB2),
    danger_soft: Color32::from_rgb(0x47, 0x26, 0x2F),
    ok: Color32::from_rgb(0xA6, 0xD9, 0x96),
    ok_soft: Color32::from_rgb(0x29, 0x38, 0x2A),
    warn: Color32::from_rgb(0xE9, 0xC6, 0x69),
    warn_soft: Color32::from_rgb(0x3E, 0x35, 0x21),
    card_edge: Color32::from_rgb(0x4A, 0x46, 0x42),
    paper: Color32::from_rgb(0xE9, 0xE5, 0xDA),
    pencil: Color32::from_rgb(0x35, 0x34, 0x3B),
    backdrop: Color32::from_rgb(0x0B, 0x0A, 0x0A),
    on_kind: Color32::from_rgb(0x17, 0x15, 0x14),
    k_thanks: Color32::from_rgb(0xD6, 0xAA, 0x1C),
    k_thanks_tint: Color32::from_rgb(0x49, 0x3F, 0x20),
    k_review: Color32::from_rgb(0x6D, 0x8C, 0xF5),
    k_review_tint: Color32::from_rgb(0x34, 0x39, 0x4B),
    k_call: Color32::from_rgb(0x55, 0xCD, 0xF0),
    k_call_tint: Color32::from_rgb(0x2F, 0x46, 0x4A),
    k_meet: Color32::from_rgb(0xB2, 0xEA, 0xA0),
    k_meet_tint: Color32::from_rgb(0x42, 0x4C, 0x3A),
    k_amends: Color32::from_rgb(0xA2, 0x5B, 0xA8),
    k_amends_tint: Color32::from_rgb(0x3F, 0x2F, 0x3C),
    k_birthday: Color32::from_rgb(0xF5, 0x6D, 0x94),
    k_birthday_tint: Color32::from_rgb(0x4F, 0x33, 0x38),
    k_promise: Color32::from_rgb(0xC9, 0x55, 0x20),
    k_promise_tint: Color32::from_rgb(0x47, 0x2E, 0x21),
    c_business: Color32::from_rgb(0x86, 0xA6, 0xDB),
    c_business_tint: Color32::from_rgb(0x2B, 0x2D, 0x33),
    c_craft: Color32::from_rgb(0xD9, 0xA0, 0x6C),
    c_craft_tint: Color32::from_rgb(0x35, 0x2C, 0x25),
    c_food: Color32::from_rgb(0xB5, 0xC5, 0x64),
    c_food_tint: Color32::from_rgb(0x31, 0x31, 0x24),
    c_health: Color32::from_rgb(0x6C, 0xC4, 0xBE),
    c_health_tint: Color32::from_rgb(0x27, 0x31, 0x2F),
    c_home: Color32::from_rgb(0xD7, 0x91, 0xB6),
    c_home_tint: Color32::from_rgb(0x35, 0x2A, 0x2E),
};

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(c: Color32) -> f32 {
        let l = |v: u8| {
            let v = f32::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * l(c.r()) + 0.7152 * l(c.g()) + 0.0722 * l(c.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_readable_on_every_surface() {
        for p in [&LIGHT, &DARK] {
            for surface in [p.rail, p.desk, p.panel, p.raised, p.sunk] {
                for text in [p.text, p.text2, p.text3] {
                    assert!(contrast(text, surface) >= 4.5, "{text:?} on {surface:?}");
                }
                assert!(contrast(p.thread, surface) >= 3.0, "thread on {surface:?}");
            }
            for fill in [p.ai, p.ai_hover, p.ai_press] {
                assert!(contrast(p.on_ai, fill) >= 4.5);
            }
            assert!(contrast(p.pencil, p.paper) >= 4.5);
        }
    }
}
