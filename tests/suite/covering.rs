//! What may be seen of a card that is handed on as a picture: every design of the demo, and real-looking ones where they are.

use std::path::Path;

use cardloom::demo::artwork::{CardPress, Design, Side, draw_as};
use cardloom::demo::face::{CardFace, CardLanguage, Trade};
use cardloom::scan::cover::{Handed, Print, RegionKind, Why, cover, for_handing_on, propose};
use cardloom::scan::{Area, Tesseract};
use resvg::usvg;

const LANGUAGES: [CardLanguage; 3] = [CardLanguage::English, CardLanguage::Japanese, CardLanguage::German];

fn face(language: CardLanguage, style_seed: u64) -> CardFace {
    let text = str::to_owned;
    let (name, company, title, address) = match language {
        CardLanguage::Japanese => ("田中 遥", "東雲精機株式会社", "主任研究員", "東京都大田区見本町3-7-1"),
        CardLanguage::German => {
            ("Jonas Weber", "Weber Feinmechanik GmbH", "Geschäftsführer", "Gewerbestraße 14")
        }
        CardLanguage::English => ("Amara Adeyemi", "Tidewater Robotics", "Founder", "4 Harbor Street"),
    };
    CardFace {
        name: text(name),
        reading: String::new(),
        romaji: String::new(),
        title: text(title),
        department: String::new(),
        company: text(company),
        company_latin: String::new(),
        address_lines: vec![text(address)],
        phone: text("+1-555-0118"),
        mobile: text("+1-555-0119"),
        email: text("jonas.weber@example.com"),
        url: text("www.example.com"),
        language,
        trade: Trade::Machinery,
        style_seed,
    }
}

fn texts(group: &usvg::Group, out: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => texts(group, out),
            usvg::Node::Text(text) => {
                let words = text.chunks().iter().map(usvg::TextChunk::text).collect::<String>();
                out.push((words, text.abs_bounding_box()));
            }
            _ => {}
        }
    }
}

/// The share of a text's middle line that lies in one of the areas.
fn share(areas: &[Area], rect: usvg::Rect, size: usvg::Size) -> f32 {
    let upright = rect.height() > rect.width();
    let covered = (0..40).filter(|step| {
        let along = (*step as f32 + 0.5) / 40.0;
        let (x, y) = if upright { (0.5, along) } else { (along, 0.55) };
        let place = [
            (rect.left() + x * rect.width()) / size.width(),
            (rect.top() + y * rect.height()) / size.height(),
        ];
        areas.iter().any(|area| area.contains(place))
    });
    covered.count() as f32 / 40.0
}

#[test]
fn on_no_design_of_the_demo_a_contact_line_stays_open() {
    let press = CardPress::new();
    let (mut open, mut names, mut cards) = (Vec::new(), 0, 0);
    for (number, design) in Design::ALL.into_iter().enumerate() {
        // One language each: looking at a card takes a second without optimisation.
        for language in [LANGUAGES[number % 3]] {
            let face = face(language, 7);
            let svg = draw_as(&face, Side::Front, design);
            let tree = press.read(&svg).unwrap();
            let image = for_handing_on(&press.print_svg(&svg).unwrap()).unwrap();
            let regions = propose(&image, &[], &|_| true);
            let areas: Vec<Area> =
                regions.iter().filter(|region| region.covered).map(|region| region.area).collect();
            let mut found = Vec::new();
            texts(tree.root(), &mut found);
            cards += 1;
            for (words, rect) in found {
                let share = share(&areas, rect, tree.size());
                let secret =
                    ["555", "example", "見本町", "Gewerbe", "Harbor"].iter().any(|it| words.contains(it));
                if secret && share < 0.97 {
                    open.push(format!("{design:?} {language:?}: {words} ({share:.2})"));
                }
                names += usize::from(words.contains(&face.name) && share < 0.2);
            }
        }
    }
    assert!(open.is_empty(), "{}", open.join("\n"));
    assert!(names * 3 > cards, "of {cards} names {names} can be seen");
}

#[test]
fn a_code_is_covered_and_said_to_be_one() {
    // A pattern of fields as in a QR code, beside a name.
    let mut fields = String::new();
    let mut state = 7_u32;
    for y in 0..25 {
        for x in 0..25 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if state >> 31 == 1 {
                fields += &format!("<rect x='{}' y='{}' width='8' height='8'/>", 600 + 8 * x, 250 + 8 * y);
            }
        }
    }
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='550'><rect width='900' height='550' fill='#fff'/>\
         <text x='60' y='120' font-size='52'>Amara Adeyemi</text>\
         <text x='60' y='300' font-size='24'>amara@harbour.example</text>\
         <text x='60' y='345' font-size='24'>+1 555 010 0118</text>{fields}</svg>"
    );
    let image = for_handing_on(&CardPress::new().print_svg(&svg).unwrap()).unwrap();
    let regions = propose(&image, &[], &|_| true);
    let at = |x: f32, y: f32| [x / 900.0, y / 550.0];
    for place in [at(602.0, 252.0), at(700.0, 350.0), at(798.0, 448.0)] {
        let code = regions.iter().find(|region| region.area.contains(place) && region.covered);
        assert_eq!(code.map(|region| (region.kind, region.why)), Some((RegionKind::Code, Why::Code)));
    }
}

#[test]
fn on_cards_as_people_send_them_nothing_is_left_to_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cards");
    let (Some(tesseract), true) = (Tesseract::find(), folder.is_dir()) else { return };
    // Each takes seconds; what all of them gave is in docs/images.md.
    for (file, secrets) in
        [("flat_en_015.png", ["@", "example.com"]), ("flat_de_022.png", ["@", "example.de"])]
    {
        let Ok(bytes) = std::fs::read(folder.join(file)) else { continue };
        let regions = propose(&for_handing_on(&bytes).unwrap(), &[], &|_| true);
        let areas: Vec<Area> = regions.iter().filter(|it| it.covered).map(|it| it.area).collect();
        let png = cover(&bytes, &areas, Handed::Png).unwrap();
        let covered = for_handing_on(&png).unwrap();
        let words = tesseract.read(&covered, &Print::of(&covered), &|| true);
        let text = words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        for secret in secrets {
            assert!(!text.contains(secret), "{file}: {text}");
        }
    }
}
