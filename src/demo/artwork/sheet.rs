//! The drawing surface: builds SVG text, escapes what is printed, keeps words inside their room.
//!
//! Widths are estimated, not measured, because a card is drawn before any font is opened; the
//! estimate errs on the wide side. It must not know about cards or companies.
//!
//! Invariant: printed text never leaves the card (`no_text_leaves_the_card_or_touches_another`).

use std::fmt::Write as _;

/// Pixels per millimetre of card.
pub const PIXELS_PER_MM: f32 = 8.0;

/// A bundled typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Inter for Latin text, BIZ UDPGothic as soon as a character is Japanese.
    Sans,
    /// Inter Display, for names that carry the card.
    Display,
    /// Klee One: drawn by hand, fits craft and vertical cards.
    Hand,
}

/// Where the given x stands in the line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text to be set. Built with [`Words::at`], given to [`Sheet::words`].
#[derive(Debug, Clone)]
pub struct Words<'a> {
    x: f32,
    y: f32,
    size: f32,
    text: &'a str,
    fill: &'a str,
    weight: u16,
    spacing: f32,
    room: f32,
    anchor: Anchor,
    font: Type,
}

impl<'a> Words<'a> {
    /// A regular line in near-black with its baseline at `x`, `y`; `size` in pixels.
    pub const fn at(x: f32, y: f32, size: f32, text: &'a str) -> Self {
        Self {
            x,
            y,
            size,
            text,
            fill: "#1b1b1f",
            weight: 400,
            spacing: 0.0,
            room: f32::INFINITY,
            anchor: Anchor::Start,
            font: Type::Sans,
        }
    }

    /// Sets the colour.
    pub const fn fill(mut self, fill: &'a str) -> Self {
        self.fill = fill;
        self
    }

    /// Sets it semibold (Japanese: bold).
    pub const fn bold(mut self) -> Self {
        self.weight = 600;
        self
    }

    /// Sets it in the medium weight.
    pub const fn medium(mut self) -> Self {
        self.weight = 500;
        self
    }

    /// Adds pixels between letters.
    pub const fn spaced(mut self, pixels: f32) -> Self {
        self.spacing = pixels;
        self
    }

    /// Shrinks the line until it is at most `pixels` wide.
    pub const fn within(mut self, pixels: f32) -> Self {
        self.room = pixels;
        self
    }

    /// Centres the line on x.
    pub const fn middle(mut self) -> Self {
        self.anchor = Anchor::Middle;
        self
    }

    /// Ends the line at x.
    pub const fn end(mut self) -> Self {
        self.anchor = Anchor::End;
        self
    }

    /// Sets the typeface.
    pub const fn font(mut self, font: Type) -> Self {
        self.font = font;
        self
    }
}

/// True for characters that Inter does not have and the Japanese fonts do.
const fn is_wide(c: char) -> bool {
    matches!(c as u32, 0x2E80..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF)
}

/// Returns the estimated width of `text` in ems of the font size.
pub fn ems(text: &str) -> f32 {
    text.chars()
        .map(|c| match c {
            _ if is_wide(c) => 1.0,
            'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | '·' => 0.32,
            'f' | 't' | 'r' | '(' | ')' | '-' | ' ' | '/' => 0.42,
            'm' | 'w' | 'M' | 'W' | '@' | '&' | '%' | '—' => 0.95,
            _ if c.is_uppercase() => 0.75,
            _ => 0.64,
        })
        .sum()
}

/// Returns `text` with the five characters that mean something in XML replaced, and those that
/// XML 1.0 forbids left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

/// A card being drawn, in pixels from its upper left corner.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Width in pixels.
    pub w: f32,
    /// Height in pixels.
    pub h: f32,
    out: String,
}

impl Sheet {
    /// Starts a card of `w_mm` by `h_mm` on `paper`.
    pub fn new(w_mm: f32, h_mm: f32, paper: &str) -> Self {
        let (w, h) = (w_mm * PIXELS_PER_MM, h_mm * PIXELS_PER_MM);
        let mut sheet = Self { w, h, out: String::with_capacity(4096) };
        sheet.raw(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">"#
        ));
        sheet.rect(0.0, 0.0, w, h, paper);
        sheet
    }

    /// Returns the finished SVG text.
    pub fn finish(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }

    fn raw(&mut self, args: std::fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        self.out.write_fmt(args).unwrap_or_default();
        self.out.push('\n');
    }

    /// Fills a rectangle.
    pub fn rect(&mut self, x: f32, y: f32, w: f32, h: f32, fill: &str) {
        self.raw(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" fill="{fill}"/>"#
        ));
    }

    /// Draws the outline of a rectangle.
    pub fn frame(&mut self, x: f32, y: f32, w: f32, h: f32, stroke: &str, width: f32) {
        self.raw(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" fill="none" stroke="{stroke}" stroke-width="{width:.1}"/>"#
        ));
    }

    /// Fills a circle.
    pub fn disc(&mut self, cx: f32, cy: f32, r: f32, fill: &str) {
        self.raw(format_args!(r#"<circle cx="{cx:.1}" cy="{cy:.1}" r="{r:.1}" fill="{fill}"/>"#));
    }

    /// Draws a circle.
    pub fn ring(&mut self, cx: f32, cy: f32, r: f32, stroke: &str, width: f32) {
        self.raw(format_args!(
            r#"<circle cx="{cx:.1}" cy="{cy:.1}" r="{r:.1}" fill="none" stroke="{stroke}" stroke-width="{width:.1}"/>"#
        ));
    }

    /// Draws a straight line.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), stroke: &str, width: f32) {
        self.raw(format_args!(
            r#"<path d="M{:.1} {:.1}L{:.1} {:.1}" fill="none" stroke="{stroke}" stroke-width="{width:.1}"/>"#,
            from.0, from.1, to.0, to.1
        ));
    }

    /// Fills a path given in SVG path syntax.
    pub fn shape(&mut self, d: &str, fill: &str) {
        self.raw(format_args!(r#"<path d="{d}" fill="{fill}"/>"#));
    }

    /// Draws a path given in SVG path syntax with round ends.
    pub fn stroke(&mut self, d: &str, stroke: &str, width: f32) {
        self.raw(format_args!(
            r#"<path d="{d}" fill="none" stroke="{stroke}" stroke-width="{width:.1}" stroke-linecap="round" stroke-linejoin="round"/>"#
        ));
    }

    /// Fills an ellipse turned by `degrees` about its centre.
    pub fn petal(&mut self, (cx, cy): (f32, f32), rx: f32, ry: f32, degrees: f32, fill: &str) {
        self.raw(format_args!(
            r#"<ellipse cx="{cx:.1}" cy="{cy:.1}" rx="{rx:.1}" ry="{ry:.1}" fill="{fill}" transform="rotate({degrees:.0} {cx:.1} {cy:.1})"/>"#
        ));
    }

    /// Sets one line of text and returns its estimated width; empty text draws nothing.
    pub fn words(&mut self, words: Words<'_>) -> f32 {
        let Words { x, y, text, fill, weight, anchor, font, .. } = words;
        if text.is_empty() {
            return 0.0;
        }
        let japanese = text.chars().any(is_wide);
        let natural = ems(text) * words.size + words.spacing * text.chars().count() as f32;
        let shrink = if natural > words.room { words.room / natural } else { 1.0 };
        let (size, spacing) = (words.size * shrink, words.spacing * shrink);
        let (family, weight) = match font {
            Type::Hand => ("Klee One", 600),
            _ if japanese => ("BIZ UDPGothic", if weight >= 600 { 700 } else { 400 }),
            Type::Sans => ("Inter", weight),
            Type::Display => ("Inter Display", 600),
        };
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.raw(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-family="{family}" font-weight="{weight}" font-size="{size:.1}" letter-spacing="{spacing:.1}" text-anchor="{anchor}" fill="{fill}" xml:space="preserve">{}</text>"#,
            escaped(text)
        ));
        natural * shrink
    }

    /// Sets lines below each other so that the last baseline stands at `bottom`; returns the first.
    pub fn stack_up(&mut self, lines: &[String], bottom: f32, leading: f32, style: &Words<'_>) -> f32 {
        let first = bottom - leading * lines.len().saturating_sub(1) as f32;
        for (row, line) in lines.iter().enumerate() {
            let y = first + leading * row as f32;
            self.words(Words { y, text: line, ..style.clone() });
        }
        first
    }

    /// Sets a vertical line from the top at `x`, `y` (the middle of the column), at most `room` high.
    pub fn column(&mut self, words: Words<'_>) {
        let Words { x, y, text, fill, .. } = words;
        if text.is_empty() {
            return;
        }
        let natural: f32 = ems(text) * words.size + words.spacing * text.chars().count() as f32;
        let shrink = if natural > words.room { words.room / natural } else { 1.0 };
        let (size, spacing) = (words.size * shrink, words.spacing * shrink);
        self.raw(format_args!(
            r#"<text x="{x:.1}" y="{y:.1}" font-family="Klee One" font-weight="600" font-size="{size:.1}" letter-spacing="{spacing:.1}" writing-mode="tb" fill="{fill}" xml:space="preserve">{}</text>"#,
            escaped(text)
        ));
    }
}
