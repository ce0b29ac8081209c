//! The text styles: which font, size, line height and spacing each voice has.
//!
//! Owns: styles and the layout of single texts. Must not know: what the texts say.

use super::fonts;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{self, Align, Color32, FontFamily, FontId, Galley, Painter};
use std::sync::Arc;

/// A text style of the design.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Page title, 26.
    Display,
    /// Names and dialog titles, 20.
    Title,
    /// Boxes and groups, 15.
    Heading,
    /// Default, 13.
    #[default]
    Body,
    /// Default, emphasised.
    Strong,
    /// On buttons.
    Button,
    /// Second lines, 12.
    Small,
    /// Smallest text, 11.
    Label,
    /// The user's own words, 15.
    Hand,
    /// The user's own words on a card, 12.5.
    HandCard,
}

impl TextKind {
    const fn spec(self) -> (&'static str, f32, f32, f32) {
        match self {
            Self::Display => ("display", 26.0, 32.0, -0.2),
            Self::Title => ("display", 20.0, 26.0, -0.1),
            Self::Heading => ("semibold", 15.0, 20.0, 0.0),
            Self::Body => ("", 13.0, 19.0, 0.0),
            Self::Strong => ("semibold", 13.0, 19.0, 0.0),
            Self::Button => ("medium", 13.0, 18.0, 0.0),
            Self::Small => ("", 12.0, 16.0, 0.0),
            Self::Label => ("medium", 11.0, 14.0, 0.0),
            Self::Hand => ("hand", 15.0, 24.0, -0.25),
            Self::HandCard => ("hand", 12.5, 17.0, -0.25),
        }
    }

    /// Line height in points.
    #[must_use]
    pub const fn line(self) -> f32 {
        self.spec().2
    }
}

/// The font of a text style.
#[must_use]
pub fn font(kind: TextKind) -> FontId {
    let (family, size, ..) = kind.spec();
    let family = if family.is_empty() { FontFamily::Proportional } else { FontFamily::Name(family.into()) };
    FontId::new(size, family)
}

/// The format of a text style in a colour: font, line height, spacing.
/// Japanese is never tightened, so the spacing of `text` decides.
#[must_use]
pub fn format(kind: TextKind, color: Color32, text: &str) -> TextFormat {
    let (_, _, line, spacing) = kind.spec();
    let tight = if text.chars().any(|c| c >= '\u{2E80}') { 0.0 } else { spacing };
    TextFormat {
        font_id: font(kind),
        line_height: Some(line),
        extra_letter_spacing: tight,
        color,
        valign: Align::Center,
        ..TextFormat::default()
    }
}

/// A layout job of one text in one style; at most `rows` rows of `width` points, then an ellipsis.
#[must_use]
pub fn job(text: &str, kind: TextKind, color: Color32, width: f32, rows: usize) -> LayoutJob {
    LayoutJob {
        wrap: TextWrapping {
            max_width: width,
            max_rows: rows,
            break_anywhere: rows == 1,
            overflow_character: Some('…'),
        },
        break_on_newline: rows != 1,
        ..LayoutJob::single_section(text.to_owned(), format(kind, color, text))
    }
}

/// Lays one line out; longer than `width` it ends in an ellipsis.
#[must_use]
pub fn line(painter: &Painter, text: &str, kind: TextKind, color: Color32, width: f32) -> Arc<Galley> {
    painter.layout_job(job(text, kind, color, width, 1))
}

/// How far below the top of a line of this text its letters stand, in points.
#[must_use]
pub fn baseline(painter: &Painter, text: &str, kind: TextKind) -> f32 {
    let galley = line(painter, text, kind, Color32::PLACEHOLDER, f32::INFINITY);
    let first = galley.rows.first();
    first.and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y)).unwrap_or_default()
}

/// Lays several lines out.
#[must_use]
pub fn lines(
    painter: &Painter,
    text: &str,
    kind: TextKind,
    color: Color32,
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    painter.layout_job(job(text, kind, color, width, rows))
}

/// Text as an egui widget text in a style: `ui.label(rich(..))`.
#[must_use]
pub fn rich(text: &str, kind: TextKind, color: Color32) -> egui::RichText {
    let (_, _, line, spacing) = kind.spec();
    let tight = if text.chars().any(|c| c >= '\u{2E80}') { 0.0 } else { spacing };
    egui::RichText::new(text)
        .font(font(kind))
        .color(color)
        .line_height(Some(line))
        .extra_letter_spacing(tight)
}

pub use fonts::install_fonts;
