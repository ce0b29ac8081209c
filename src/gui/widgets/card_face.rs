//! The drawn face of a card without a scan: name, title, company and contact lines on a quiet design.
//!
//! The design (ground, accent, arrangement) follows a number, so the same person always has the same card.
//! Invariant: the same seed gives the same design (`tests::a_drawn_card_is_always_the_same`).

use crate::gui::theme::{radius, scan_tint};
use eframe::egui::{
    Color32, CornerRadius, FontFamily, FontId, Galley, Painter, Rect, Stroke, Vec2, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
};
use std::sync::Arc;

/// What a drawn card says. Empty texts leave their line out.
#[derive(Clone, Copy, Debug, Default)]
pub struct CardFace<'a> {
    /// The person.
    pub name: &'a str,
    /// Role in the company.
    pub title: &'a str,
    /// The company.
    pub company: &'a str,
    /// Address, phone and the like; the first three are shown.
    pub lines: &'a [&'a str],
    /// Decides the design; see [`CardFace::seed`].
    pub seed: u64,
}

/// Ground, ink and accent. Chosen quiet: the ink keeps at least 7:1 on its ground.
const INKS: [(u32, u32, u32); 8] = [
    (0xFFFFFF, 0x1C2B45, 0xE08A3C),
    (0xFDFBF6, 0x2B2622, 0xB23A2A),
    (0xFFFFFF, 0x20302B, 0x3E7C5A),
    (0xF4F1EA, 0x26314A, 0x4A6FA5),
    (0xFFFFFF, 0x2A2A33, 0x7C5AA0),
    (0xEFF4F4, 0x17363B, 0x2E8F8A),
    (0xF8F0E2, 0x3C2A1A, 0xA9762F),
    (0x24324A, 0xF4F1EA, 0xE2B75A),
];

const fn rgb(v: u32) -> Color32 {
    Color32::from_rgb((v >> 16) as u8, (v >> 8) as u8, v as u8)
}

/// Multiplies colours as the tint of a texture does.
fn tinted(c: Color32, tint: Color32) -> Color32 {
    let m = |a: u8, b: u8| ((u16::from(a) * u16::from(b) + 127) / 255) as u8;
    Color32::from_rgb(m(c.r(), tint.r()), m(c.g(), tint.g()), m(c.b(), tint.b()))
}

impl CardFace<'_> {
    /// A seed from something that stays, such as an id or a name (FNV-1a).
    #[must_use]
    pub fn seed(from: &[u8]) -> u64 {
        from.iter()
            .fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3))
    }

    /// Ground, ink and accent of the design.
    #[must_use]
    pub fn colors(&self) -> [Color32; 3] {
        let (ground, ink, accent) = INKS[(self.seed % INKS.len() as u64) as usize];
        [rgb(ground), rgb(ink), rgb(accent)]
    }

    /// Paints the face over `rect`, showing only what lies in `visible` (a card in mid-turn is narrower).
    pub fn paint(&self, painter: &Painter, rect: Rect, visible: Rect, dark: bool) {
        let painter = painter.with_clip_rect(painter.clip_rect().intersect(visible));
        let tint = scan_tint(dark);
        let [ground, ink, accent] = self.colors().map(|c| tinted(c, tint));
        let corner = CornerRadius::same(radius::CARD);
        painter.rect_filled(visible, corner, ground);
        let unit = rect.height() / 100.0;
        let at = |x: f32, y: f32| pos2(rect.left() + x * unit, rect.top() + y * unit);
        let width = rect.width() / unit;
        let mut left = 10.0;
        let arrangement = (self.seed / INKS.len() as u64) % 4;
        match arrangement {
            0 => {
                let band = Rect::from_min_max(rect.min, at(width, 20.0));
                let top = CornerRadius { nw: radius::CARD, ne: radius::CARD, sw: 0, se: 0 };
                painter.rect_filled(band.intersect(visible), top, accent);
            }
            1 => {
                let bar = Rect::from_min_max(rect.min, at(9.0, 100.0));
                let side = CornerRadius { nw: radius::CARD, sw: radius::CARD, ne: 0, se: 0 };
                painter.rect_filled(bar.intersect(visible), side, accent);
                left = 19.0;
            }
            2 => {
                painter.circle_filled(at(width - 18.0, 20.0), 8.0 * unit, accent);
                painter.circle_stroke(
                    at(width - 18.0, 20.0),
                    11.0 * unit,
                    Stroke::new(unit.max(0.7), accent),
                );
            }
            _ => {
                let rule = Stroke::new((1.2 * unit).max(0.8), accent);
                painter.line_segment([at(10.0, 64.0), at(width - 10.0, 64.0)], rule);
            }
        }
        let room = (width - left - if arrangement == 2 { 32.0 } else { 8.0 }) * unit;
        let soft = ink.lerp_to_gamma(ground, 0.25);
        let put = |text: &str, family: &str, size: f32, y: f32, color: Color32| {
            if !text.is_empty() {
                let galley = set(&painter, text, family, size * unit, color, room);
                painter.galley(
                    pos2(rect.left() + left * unit, rect.top() + y * unit - galley.size().y / 2.0),
                    galley,
                    color,
                );
            }
        };
        put(self.company, "medium", 7.5, if arrangement == 0 { 30.0 } else { 14.0 }, soft);
        put(self.name, "display", 13.0, 44.0, ink);
        put(self.title, "", 7.0, 56.5, soft);
        for (i, line) in self.lines.iter().take(3).enumerate() {
            put(line, "", 6.2, 75.0 + 8.0 * i as f32, soft);
        }
    }
}

/// Sets one line at a size that suits the card, cut with an ellipsis.
fn set(painter: &Painter, text: &str, family: &str, size: f32, color: Color32, width: f32) -> Arc<Galley> {
    let family = if family.is_empty() { FontFamily::Proportional } else { FontFamily::Name(family.into()) };
    // Whole half points keep the glyph atlas small.
    let size = ((size * 2.0).round() / 2.0).max(3.5);
    // Tiny Japanese type runs together without a little air.
    let air = if text.chars().any(|c| c >= '\u{2E80}') { size * 0.06 } else { 0.0 };
    let format = TextFormat {
        font_id: FontId::new(size, family),
        extra_letter_spacing: air,
        color,
        ..TextFormat::default()
    };
    painter.layout_job(LayoutJob {
        wrap: TextWrapping {
            max_width: width,
            max_rows: 1,
            break_anywhere: true,
            overflow_character: Some('…'),
        },
        ..LayoutJob::single_section(text.to_owned(), format)
    })
}

/// Fits a card of `width` to `height` proportion into a slot, centred at its foot.
#[must_use]
pub(super) fn fit(slot: Rect, aspect: f32) -> Rect {
    let width = slot.width().min(slot.height() * aspect);
    let size = Vec2::new(width, width / aspect).floor();
    let rect = Rect::from_center_size(slot.center(), size);
    Rect::from_min_size(rect.min.round(), size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawn_card_is_always_the_same() {
        let seed = CardFace::seed("Elif Kaya".as_bytes());
        assert_eq!(seed, CardFace::seed("Elif Kaya".as_bytes()));
        assert_ne!(seed, CardFace::seed("Jonas Weber".as_bytes()));
        let face = CardFace { seed, ..CardFace::default() };
        assert_eq!(face.colors(), CardFace { seed, name: "other", ..CardFace::default() }.colors());
    }

    #[test]
    fn cards_keep_their_proportion_in_the_slot() {
        let slot = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(170.0, 110.0));
        for aspect in [85.0 / 55.0, 91.0 / 55.0, 55.0 / 85.0, 1.0] {
            let fitted = fit(slot, aspect);
            assert!(slot.expand(0.6).contains_rect(fitted));
            assert!((fitted.width() / fitted.height() - aspect).abs() < 0.03, "{aspect}: {fitted:?}");
        }
    }
}
