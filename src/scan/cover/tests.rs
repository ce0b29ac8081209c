use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

use super::super::samples::{encode, quarters, with_exif_orientation};
use super::*;

static LETTERS: LazyLock<usvg::Options<'static>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    for data in crate::text::fonts::LETTERS {
        fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(data)));
    }
    usvg::Options { font_family: "Inter".to_owned(), fontdb: Arc::new(fonts), ..usvg::Options::default() }
});

/// A card of white paper with lines of black letters, each `(left, baseline, size, text)`, in millimetres.
fn drawn(lines: &[(f32, f32, f32, &str)], paper: &str, ink: &str, turn: f32) -> RgbImage {
    let text: String = lines
        .iter()
        .map(|(x, y, size, text)| {
            format!("<text x='{x}' y='{y}' font-size='{size}' fill='{ink}' font-family='Inter'>{text}</text>")
        })
        .collect();
    on_paper(&text, paper, turn)
}

/// A card with something drawn on it.
fn on_paper(text: &str, paper: &str, turn: f32) -> RgbImage {
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='1100' height='800' viewBox='0 0 110 80'>\
         <rect width='110' height='80' fill='#8a8178'/>\
         <g transform='rotate({turn} 55 40) translate(12 12)'><rect width='85' height='55' fill='{paper}'/>{text}</g></svg>"
    );
    let tree = usvg::Tree::from_str(&svg, &LETTERS).unwrap();
    let mut pixels = tiny_skia::Pixmap::new(1100, 800).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    super::super::decode(&pixels.encode_png().unwrap(), &Limits::default()).unwrap()
}

const LINES: [(f32, f32, f32, &str); 6] = [
    (8.0, 13.0, 5.0, "Harbour Instruments"),
    (8.0, 23.0, 5.6, "Amara Adeyemi"),
    (8.0, 33.0, 2.6, "12 Quay Street, Boston"),
    (8.0, 37.5, 2.6, "amara@harbour.example"),
    (8.0, 42.0, 2.6, "+1 555 010 0118"),
    (8.0, 46.5, 2.6, "harbour.example/amara"),
];

/// Where a place of the card (in millimetres) is in the picture of [`drawn`], in shares.
fn place(x: f32, y: f32, turn: f32) -> [f32; 2] {
    let (sin, cos) = turn.to_radians().sin_cos();
    let (x, y) = (x + 12.0 - 55.0, y + 12.0 - 40.0);
    [(x * cos - y * sin + 55.0) / 110.0, (x * sin + y * cos + 40.0) / 80.0]
}

/// Which of the lines are covered over all of their length.
fn covered(regions: &[Region], turn: f32) -> Vec<bool> {
    let is_covered = |at: [f32; 2]| regions.iter().any(|region| region.covered && region.area.contains(at));
    LINES
        .iter()
        .map(|(x, y, size, text)| {
            let length = text.len() as f32 * size * 0.48;
            (0..20).all(|step| {
                let along = x + 0.05 * size + length * step as f32 / 20.0;
                is_covered(place(along, y - 0.3 * size, turn))
            })
        })
        .collect()
}

#[test]
fn the_large_lines_stay_and_the_small_print_is_covered() {
    for (paper, ink, turn) in [
        ("#ffffff", "#222222", 0.0),
        ("#1b2430", "#e8e8e8", 7.0),
        ("#ffffff", "#8f8f8f", 0.0),
        ("#ffffff", "#222222", -21.0),
    ] {
        let regions = propose(&drawn(&LINES, paper, ink, turn), &[], &|_| true);
        let covered = covered(&regions, turn);
        assert_eq!(covered[2..], [true; 4], "{paper} {ink} {turn}: {regions:#?}");
        assert!(!covered[1], "the name of {paper} {ink} {turn}");
        assert!(turn < 0.0 || !covered[0], "the company of {paper} {ink} {turn}");
    }
}

#[test]
fn a_large_line_that_was_set_across_the_others_is_covered() {
    let small = [35.0, 39.0, 43.0, 47.0].map(|y| {
        format!("<text x='8' y='{y}' font-size='2.6' font-family='Inter'>12 Quay Street, Boston</text>")
    });
    let across = "<text transform='translate(10 26) rotate(-12)' font-size='6' font-family='Inter'>+1 555 010 0118</text>";
    let regions = propose(&on_paper(&(small.concat() + across), "#fff", 0.0), &[], &|_| true);
    for step in 0..20 {
        let along = 0.6 + 44.0 * step as f32 / 19.0;
        let (sin, cos) = (-12.0_f32).to_radians().sin_cos();
        let at = place(10.0 + along * cos + 2.0 * sin, 26.0 + along * sin - 2.0 * cos, 0.0);
        assert!(
            regions.iter().any(|region| region.covered && region.area.contains(at)),
            "{along}: {regions:#?}"
        );
    }
}

#[test]
fn no_sign_of_a_number_that_is_set_wide_stays_open() {
    let small = [35.0, 39.0, 43.0, 47.0].map(|y| {
        format!("<text x='8' y='{y}' font-size='2.6' font-family='Inter'>12 Quay Street, Boston</text>")
    });
    for (size, step) in [(5.0, 7.0), (5.0, 9.0), (8.0, 8.0)] {
        let places = || "5550118".chars().enumerate().map(|(at, sign)| (10.0 + step * at as f32, sign));
        let digit =
            |(x, sign)| format!("<text x='{x}' y='20' font-size='{size}' font-family='Inter'>{sign}</text>");
        let inner = small.concat() + &places().map(digit).collect::<String>();
        let print = Print::of(&on_paper(&inner, "#fff", 0.0));
        // All may be a name in large letters; where that is not sure, no sign is open by itself.
        let regions = print.propose(&[], &|_| true);
        assert!(regions.iter().all(|region| region.why != Why::Mark), "{size} {step}: {regions:#?}");
    }
}

#[test]
fn what_is_not_known_to_be_harmless_is_covered() {
    // All of one size: nothing says which one is the name.
    let same: Vec<_> = LINES.map(|(x, y, _, text)| (x, y, 2.6, text)).to_vec();
    let regions = propose(&drawn(&same, "#fff", "#000", 0.0), &[], &|_| true);
    assert!(regions.iter().filter(|region| region.kind == RegionKind::Line).all(|region| region.covered));
    // Nothing at all: the whole.
    for empty in [RgbImage::new(300, 200), RgbImage::new(1, 1), RgbImage::new(5, 900)] {
        let regions = propose(&empty, &[], &|_| true);
        assert_eq!(regions.len(), 1);
        assert_eq!((regions[0].covered, regions[0].why), (true, Why::NothingFound));
        assert_eq!(regions[0].area, Area::WHOLE);
    }
}

/// Words as a reader would find them, each over a third of its line.
fn read(line: usize, sure: f32) -> Vec<Word> {
    let (x, y, size, text) = LINES[line];
    let length = text.len() as f32 * size * 0.52;
    let words: Vec<&str> = text.split(' ').collect();
    let share = 1.0 / words.len() as f32;
    words
        .iter()
        .enumerate()
        .map(|(at, word)| {
            let from = place(x + length * share * at as f32, y - size * 0.7, 0.0);
            let to = place(x + length * share * (at as f32 + 1.0), y, 0.0);
            Word { text: (*word).to_owned(), area: Area::upright(from, to), sure, line: line as u32 }
        })
        .collect()
}

#[test]
fn a_line_that_was_read_stays_open_when_it_is_harmless_and_only_then() {
    let picture = drawn(&LINES, "#fff", "#000", 0.0);
    let harmless = |text: &str| !text.contains(['@', '/', '1']);
    // The name with its number is not harmless any more, though it is large.
    let mut words = read(1, 90.0);
    words[0].text = "1Amara".to_owned();
    let regions = propose(&picture, &words, &harmless);
    assert_eq!(covered(&regions, 0.0), [false, true, true, true, true, true]);
    assert!(regions.iter().any(|region| region.why == Why::Contact));
    // A small line that was read and is harmless stays; the same one read badly, or by half, does not.
    let all_harmless = |_: &str| true;
    let sure = propose(&picture, &read(2, 91.0), &all_harmless);
    assert_eq!(covered(&sure, 0.0), [false, false, false, true, true, true], "{sure:#?}");
    let unsure = propose(&picture, &read(2, 31.0), &all_harmless);
    assert_eq!(covered(&unsure, 0.0), [false, false, true, true, true, true]);
    let half = propose(&picture, &read(2, 91.0)[..1], &all_harmless);
    assert_eq!(covered(&half, 0.0), [false, false, true, true, true, true]);
}

/// Words with their frames, `(line, left, baseline, size, width, text)` in millimetres.
fn words(of: &[(u32, f32, f32, f32, f32, &str)]) -> Vec<Word> {
    let word = |(line, x, y, size, width, text): &(u32, f32, f32, f32, f32, &str)| {
        let area = Area::upright(place(*x, y - size * 0.75, 0.0), place(x + width, *y, 0.0));
        Word { text: (*text).to_owned(), area, sure: 92.0, line: *line }
    };
    of.iter().map(word).collect()
}

#[test]
fn what_was_read_is_taken_out_of_what_hangs_together() {
    let lines = [
        (8.0, 20.0, 3.0, "Amara Adeyemi"),
        (8.0, 23.4, 3.0, "+1 555 010 0118"),
        (8.0, 26.8, 3.0, "amara@harbour.example"),
        (8.0, 40.0, 3.0, "12 Quay Street, Boston"),
        (8.0, 44.0, 3.0, "harbour.example/amara"),
    ];
    let picture = drawn(&lines, "#fff", "#000", 0.0);
    // Three lines that hang together, as they do where their letters touch.
    let mut print = Print::of(&picture);
    let found = print.found.as_mut().unwrap();
    let of_the_three = |piece: &Piece| (0.35..0.50).contains(&piece.area.middle()[1]);
    let mut joined = *found.pieces.iter().find(|piece| of_the_three(piece)).unwrap();
    joined.area = Area::upright(place(7.0, 17.0, 0.0), place(41.0, 28.0, 0.0));
    found.pieces.retain(|piece| !of_the_three(piece));
    found.pieces.push(joined);
    let proposed = |words: &[Word], harmless: &dyn Fn(&str) -> bool| print.propose(words, harmless);
    let is_covered = |regions: &[Region], x: f32, y: f32| {
        regions.iter().any(|region| region.covered && region.area.contains(place(x, y, 0.0)))
    };
    let over = |regions: &[Region], y: f32, from: f32, to: f32| {
        let steps = || (0..24).map(|step| from + (to - from) * step as f32 / 23.0);
        steps().filter(|x| is_covered(regions, *x, y - 1.0)).count()
    };
    let harmless = |text: &str| text == "Amara Adeyemi" || text == "amara";
    let read = [
        (1, 8.2, 20.0, 3.0, 9.0, "Amara"),
        (1, 17.8, 20.0, 3.0, 12.0, "Adeyemi"),
        (2, 8.2, 23.4, 3.0, 22.0, "+1 555 010 0118"),
    ];
    let regions = proposed(&words(&read), &harmless);
    assert_eq!(over(&regions, 20.0, 8.5, 29.0), 0, "the name: {regions:#?}");
    for (line, to) in [(23.4, 29.0), (26.8, 38.0), (40.0, 36.0), (44.0, 36.0)] {
        assert_eq!(over(&regions, line, 8.5, to), 24, "the line at {line}");
    }
    // Part of a line is no line: what goes on beside it may be more of the same.
    let part = [(3, 8.2, 26.8, 3.0, 9.4, "amara"), (2, 8.2, 23.4, 3.0, 22.0, "+1 555 010 0118")];
    let regions = proposed(&words(&part), &harmless);
    assert_eq!(over(&regions, 26.8, 8.5, 38.0), 24, "the mail");
    // A frame that is longer than its signs holds something else too.
    let long = [(1, 8.2, 23.4, 3.0, 22.0, "amara"), (2, 8.2, 26.8, 3.0, 30.0, "amara")];
    let regions = proposed(&words(&long), &harmless);
    assert_eq!((over(&regions, 23.4, 8.5, 29.0), over(&regions, 26.8, 8.5, 38.0)), (24, 24));
    // And what was not surely read stays as it was.
    let unsure: Vec<Word> = words(&read).into_iter().map(|word| Word { sure: 40.0, ..word }).collect();
    assert_eq!(over(&proposed(&unsure, &harmless), 20.0, 8.5, 29.0), 24);
}

#[test]
fn a_bar_covers_whole_pixels_whatever_its_corners_are() {
    let picture = encode(RgbImage::from_pixel(60, 40, Rgb([250, 250, 250])), Format::Png);
    let area = Area { corners: [[0.2, 0.5], [0.5, 0.2], [0.8, 0.5], [0.5, 0.8]] };
    let file = cover(&picture, &[area], Handed::Png).unwrap();
    let image = image::load_from_memory(&file).unwrap().to_rgb8();
    for (x, y, pixel) in image.enumerate_pixels() {
        let inside = area.contains([(x as f32 + 0.5) / 60.0, (y as f32 + 0.5) / 40.0]);
        assert!(!inside || pixel.0 == BAR.0, "{x} {y}");
    }
    assert_eq!(image.get_pixel(2, 2).0, [250, 250, 250]);
    // Corners that are no numbers, far away, or all the same draw something or nothing, and never panic.
    for bad in [f32::NAN, f32::INFINITY, -1e30, 1e30] {
        let area = Area { corners: [[bad, 0.1], [0.5, bad], [bad, bad], [0.2, 0.2]] };
        assert!(cover(&picture, &[area, Area::upright([bad, 0.0], [0.1, bad])], Handed::Jpeg).is_ok());
    }
}

#[test]
fn nothing_but_pixels_leaves() {
    let jpeg = with_exif_orientation(&encode(quarters(90, 60), Format::Jpeg), 6);
    // A comment and a thumbnail's worth of bytes behind the start marker too.
    let secret = b"secret place 35.6N 139.7E";
    let mut tagged = jpeg[..2].to_vec();
    tagged.extend([0xFF, 0xFE, 0, secret.len() as u8 + 2]);
    tagged.extend(secret);
    tagged.extend(&jpeg[2..]);
    tagged.extend(b"behind the end");
    for (form, magic) in [(Handed::Png, &b"\x89PNG"[..]), (Handed::Jpeg, &[0xFF, 0xD8][..])] {
        let file = strip(&tagged, form).unwrap();
        assert!(file.starts_with(magic));
        let has = |what: &[u8]| file.windows(what.len()).any(|window| window == what);
        assert!(!has(secret) && !has(b"Exif") && !has(b"behind") && !has(b"ICC_PROFILE"));
        for chunk in [&b"tEXt"[..], b"iTXt", b"zTXt", b"eXIf", b"iCCP", b"tIME"] {
            assert!(!has(chunk));
        }
        // The orientation went into the pixels: the red quarter is at the top right now.
        let image = image::load_from_memory(&file).unwrap().to_rgb8();
        assert_eq!(image.dimensions(), (60, 90));
        let [red, green, _] = image.get_pixel(50, 10).0;
        assert!(red > 180 && green < 60, "{red} {green}");
    }
}

#[test]
fn what_leaves_is_of_limited_size_and_bad_pictures_are_refused() {
    let large =
        encode(RgbImage::from_fn(2600, 900, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 7])), Format::Jpeg);
    let file = strip(&large, Handed::Png).unwrap();
    assert_eq!(image::load_from_memory(&file).unwrap().width(), LOOKED_AT);
    assert_eq!(strip(&[], Handed::Png), Err(ScanError::Empty));
    assert!(strip(b"%PDF-1.7 not a picture", Handed::Png).is_err());
    assert!(strip(&large[..large.len() / 2], Handed::Png).is_err(), "half a picture");
    assert!(cover(&large, &[Area::WHOLE], Handed::Jpeg).unwrap().len() < 40_000);
}
