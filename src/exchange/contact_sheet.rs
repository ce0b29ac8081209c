//! The contact sheet of a place as pages to print: one file of HTML that needs nothing else.
//!
//! Owns the form and how much stands on a page. What stands there is worked out and put into words by the caller. Start
//! reading at [`html`].
//!
//! Invariant: whatever stands in names, the page has no script, no address that is loaded and no element that nobody wrote;
//! pictures stand in the page itself (`tests::what_is_typed_stays_text`; the suite asks an independent parser).
//! Invariant: a page holds no more cards than fit on its paper (`tests::what_stands_on_a_page_fits_on_the_paper`).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::page::{FONTS, LINE, QUIET, begin, end, escaped, own, put};

/// The paper, in millimetres.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// 210 × 297.
    #[default]
    A4,
    /// 215.9 × 279.4.
    Letter,
}

impl Paper {
    /// Both, in the order of the choice.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in millimetres.
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::Letter => (215.9, 279.4),
        }
    }

    /// The name that CSS has for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }
}

/// How large the cards are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CardSize {
    /// As large as they are: 85 × 55 mm.
    #[default]
    True,
    /// About half as wide, with the words below: four in a row.
    Small,
}

impl CardSize {
    /// Both, in the order of the choice.
    pub const ALL: [Self; 2] = [Self::True, Self::Small];

    /// Width and height of a card, in millimetres.
    pub const fn card(self) -> (f32, f32) {
        match self {
            Self::True => (85.0, 55.0),
            Self::Small => (42.5, 27.5),
        }
    }

    /// Space between two cards, in millimetres. The true ones lie close: their words stand between them.
    const fn gap(self) -> (f32, f32) {
        match self {
            Self::True => (6.0, 1.0),
            Self::Small => (4.0, 3.0),
        }
    }

    /// How many lines of words stand below a card.
    const fn lines(self) -> f32 {
        match self {
            Self::True => 2.0,
            Self::Small => 3.0,
        }
    }

    /// Size of the type of these words, in points.
    const fn type_size(self) -> f32 {
        match self {
            Self::True => 8.0,
            Self::Small => 7.5,
        }
    }

    /// Height of the words below a card, in millimetres: all of their lines, and a little space.
    fn words(self) -> f32 {
        let height = self.lines() * self.type_size() * LEADING * MM_PER_POINT + ABOVE_WORDS;
        // Up to the next tenth, and one for what browsers round.
        (height * 10.0).ceil() / 10.0 + 0.1
    }
}

/// From a line to the next, of the size of the type.
const LEADING: f32 = 1.3;
/// A point in millimetres.
const MM_PER_POINT: f32 = 25.4 / 72.0;
/// Space between a card and its words, and above the cards of a page, in millimetres.
const ABOVE_WORDS: f32 = 0.7;
const ABOVE_CARDS: f32 = 2.0;
/// Space at the edges of the paper, in millimetres.
const MARGIN: f32 = 10.0;
/// Height of what stands above the cards of each page, and below them, in millimetres.
const HEAD: f32 = 12.0;
const FOOT: f32 = 7.0;

/// Columns and rows of cards on one page.
pub fn grid(paper: Paper, size: CardSize) -> (usize, usize) {
    let (width, height) = paper.size();
    let (card, tall) = size.card();
    let (across, down) = size.gap();
    let fit = |room: f32, one: f32, gap: f32| (((room + gap) / (one + gap)).floor() as usize).max(1);
    let room = height - 2.0 * MARGIN - HEAD - ABOVE_CARDS - FOOT;
    (fit(width - 2.0 * MARGIN, card, across), fit(room, tall + size.words(), down))
}

/// What stands on a contact sheet, in words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContactSheet {
    /// Language of the words.
    pub language: &'static str,
    /// What it is: "Contact sheet".
    pub kind: String,
    /// The place.
    pub title: String,
    /// How many cards, and the day.
    pub facts: Vec<String>,
    /// That it is for oneself.
    pub warning: String,
    /// "Page 2 of 5" for each page.
    pub pages: Vec<String>,
    /// The paper.
    pub paper: Paper,
    /// How large the cards are.
    pub size: CardSize,
    /// The cards in their order.
    pub cards: Vec<SheetCard>,
}

/// One card on a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetCard {
    /// Whose it is.
    pub name: String,
    /// Where they work.
    pub work: String,
    /// Day and place.
    pub words: String,
    /// The front as a JPEG; without one the name stands in its place.
    pub picture: Option<Vec<u8>>,
}

/// How many pages so many cards take; one when there are none.
pub fn page_count(cards: usize, paper: Paper, size: CardSize) -> usize {
    let (columns, rows) = grid(paper, size);
    cards.div_ceil(columns * rows).max(1)
}

/// How the pages look. Nothing is loaded from anywhere. Each page is as high as the paper, so that what a page holds does not
/// depend on who prints it.
fn style(paper: Paper, size: CardSize) -> String {
    let (width, height) = paper.size();
    let (card, tall) = size.card();
    let (across, down) = size.gap();
    let (columns, _) = grid(paper, size);
    let (words, type_size) = (size.words(), size.type_size());
    format!(
        "
@page {{ size: {paper}; margin: 0; }}
* {{ box-sizing: border-box; }}
html, body {{ margin: 0; padding: 0; }}
body {{ font: {type_size}pt/{LEADING} {FONTS};
  color: #1d1b17; background: #fff; }}
.page {{ width: {width}mm; height: {height}mm; padding: {MARGIN}mm; position: relative; overflow: hidden; break-after: page; }}
.page:last-child {{ break-after: auto; }}
header {{ height: {HEAD}mm; display: flex; gap: 4mm; align-items: baseline; border-bottom: .3mm solid {LINE}; overflow: hidden; }}
h1 {{ font-size: 13pt; line-height: 1.3; margin: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-width: 0; }}
.facts, .warning {{ color: {QUIET}; white-space: nowrap; }}
.facts {{ flex: none; }}
.cards {{ display: grid; grid-template-columns: repeat({columns}, {card}mm); justify-content: center; gap: {down}mm {across}mm;
  list-style: none; margin: {ABOVE_CARDS}mm 0 0; padding: 0; }}
.cards li {{ width: {card}mm; height: {full}mm; overflow: hidden; }}
.slot {{ width: {card}mm; height: {tall}mm; display: flex; align-items: center; justify-content: center; border: .2mm solid #d5d0c9;
  border-radius: 1mm; overflow: hidden; background: #fff; }}
.slot img {{ max-width: 100%; max-height: 100%; object-fit: contain; display: block; -webkit-print-color-adjust: exact; print-color-adjust: exact; }}
.none {{ padding: 3mm; text-align: center; font-size: 1.3em; overflow: hidden; max-height: 100%; overflow-wrap: anywhere; }}
.words {{ height: {words}mm; padding-top: {ABOVE_WORDS}mm; overflow: hidden; }}
.words p {{ margin: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }}
.name {{ font-weight: 600; }}
.more {{ color: {QUIET}; }}
footer {{ position: absolute; left: {MARGIN}mm; right: {MARGIN}mm; bottom: 5mm; display: flex; justify-content: space-between; color: {QUIET}; }}
@media screen {{ body {{ background: #e9e5e0; }} .page {{ background: #fff; margin: 6mm auto; box-shadow: 0 1mm 4mm #0002; }} }}
",
        paper = paper.name(),
        full = tall + words,
    )
}

/// Returns the sheet as one file of HTML.
pub fn html(sheet: &ContactSheet) -> String {
    let pictures: usize = sheet.cards.iter().flat_map(|card| &card.picture).map(Vec::len).sum();
    let style = style(sheet.paper, sheet.size);
    let mut out = begin(sheet.language, &sheet.title, &sheet.kind, &style, true);
    out.reserve(400 * sheet.cards.len() + pictures / 3 * 4);
    let w = &mut out;
    let (columns, rows) = grid(sheet.paper, sheet.size);
    let count = page_count(sheet.cards.len(), sheet.paper, sheet.size);
    let mut left = sheet.cards.as_slice();
    for page in 0..count {
        let (here, rest) = left.split_at(left.len().min(columns * rows));
        left = rest;
        put!(w, "<section class=\"page\">\n<header><h1>{}</h1>", own(&sheet.title));
        put!(w, "<span class=\"facts\">{}</span></header>", escaped(&sheet.facts.join(" · ")));
        put!(w, "<ul class=\"cards\">");
        for card in here {
            card_html(w, card, sheet.size);
        }
        let number = sheet.pages.get(page).map_or("", String::as_str);
        put!(w, "</ul>\n<footer><span class=\"warning\">{}</span>", escaped(&sheet.warning));
        put!(w, "<span class=\"number\">{}</span></footer>\n</section>", escaped(number));
    }
    end(w);
    out
}

fn card_html(w: &mut String, card: &SheetCard, size: CardSize) {
    let name = escaped(&card.name);
    w.push_str("<li><div class=\"slot\">");
    match &card.picture {
        Some(picture) => {
            w.push_str("<img src=\"data:image/jpeg;base64,");
            STANDARD.encode_string(picture, w);
            w.push_str("\" alt=\"");
            w.push_str(&name);
            w.push_str("\">");
        }
        None => {
            w.push_str(&format!("<div class=\"none\"><bdi>{name}</bdi></div>"));
        }
    }
    w.push_str("</div><div class=\"words\">");
    let name = format!("<bdi class=\"name\">{name}</bdi>");
    let work = format!("<bdi class=\"work\">{}</bdi>", escaped(&card.work));
    match (card.work.is_empty(), size) {
        (true, _) => {
            put!(w, "<p>{name}</p>");
        }
        (false, CardSize::True) => {
            put!(w, "<p>{name} · {work}</p>");
        }
        // A small card has room for the half of it in a line.
        (false, CardSize::Small) => {
            put!(w, "<p>{name}</p><p>{work}</p>");
        }
    }
    put!(w, "<p class=\"more\">{}</p></div></li>", own(&card.words));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_on_a_page_fits_on_the_paper() {
        for (paper, size, expected) in [
            (Paper::A4, CardSize::True, (2, 4)),
            (Paper::Letter, CardSize::True, (2, 3)),
            (Paper::A4, CardSize::Small, (4, 6)),
            (Paper::Letter, CardSize::Small, (4, 5)),
        ] {
            let (columns, rows) = grid(paper, size);
            assert_eq!((columns, rows), expected, "{paper:?} {size:?}");
            let (width, height) = paper.size();
            let ((card, tall), (across, down)) = (size.card(), size.gap());
            let used = card * columns as f32 + across * (columns - 1) as f32;
            assert!(used <= width - 2.0 * MARGIN);
            let used = (tall + size.words()) * rows as f32 + down * (rows - 1) as f32;
            assert!(used <= height - 2.0 * MARGIN - HEAD - ABOVE_CARDS - FOOT);
            let lines = size.lines() * size.type_size() * LEADING * MM_PER_POINT;
            assert!(lines + ABOVE_WORDS <= size.words(), "all lines are whole");
            assert_eq!(page_count(columns * rows + 1, paper, size), 2);
        }
        assert_eq!(page_count(0, Paper::A4, CardSize::True), 1);
    }

    #[test]
    fn what_is_typed_stays_text() {
        let hostile = "<script>alert('x')</script>\u{0}\"&amp;<img src=http://evil onerror=x>";
        let card = |picture| SheetCard {
            name: hostile.to_owned(),
            work: hostile.to_owned(),
            words: hostile.to_owned(),
            picture,
        };
        let sheet = ContactSheet {
            language: "en",
            kind: hostile.to_owned(),
            title: hostile.to_owned(),
            facts: vec![hostile.to_owned()],
            warning: hostile.to_owned(),
            pages: vec![hostile.to_owned()],
            cards: vec![card(None), card(Some(vec![1, 2, 3]))],
            ..ContactSheet::default()
        };
        let page = html(&sheet);
        assert_eq!(page.matches('\u{0}').count(), 0);
        assert_eq!(page.matches("<script").count(), 0);
        assert_eq!(page.matches("<img ").count(), 1, "the one picture");
        assert!(page.contains("src=\"data:image/jpeg;base64,AQID\""));
        assert_eq!(page.matches("<section").count(), 1);
    }
}
