//! What every card must hold, whatever it looks like.

use std::sync::OnceLock;

use resvg::usvg;

use super::*;

fn press() -> &'static CardPress {
    static PRESS: OnceLock<CardPress> = OnceLock::new();
    PRESS.get_or_init(CardPress::new)
}

fn face(language: CardLanguage, trade: Trade, style_seed: u64) -> CardFace {
    let text = str::to_owned;
    let (name, reading, romaji, title, department, company, company_latin, address) = match language {
        CardLanguage::Japanese => (
            "田中 遥",
            "たなか はるか",
            "Tanaka Haruka",
            "主任研究員",
            "研究開発部",
            "東雲精機株式会社",
            "Shinonome Precision Co., Ltd.",
            vec![text("〒000-0000"), text("東京都大田区見本町3-7-1")],
        ),
        CardLanguage::German => (
            "Jonas Weber",
            "",
            "",
            "Geschäftsführer",
            "",
            "Weber Feinmechanik GmbH",
            "",
            vec![text("Gewerbestraße 14"), text("78532 Tuttlingen")],
        ),
        CardLanguage::English => (
            "Amara Adeyemi",
            "",
            "",
            "Founder",
            "Robotics",
            "Tidewater Robotics",
            "",
            vec![text("4 Harbor Street"), text("Boston")],
        ),
    };
    CardFace {
        name: text(name),
        reading: text(reading),
        romaji: text(romaji),
        title: text(title),
        department: text(department),
        company: text(company),
        company_latin: text(company_latin),
        address_lines: address,
        phone: text("+1-555-0118"),
        mobile: text("+1-555-0119"),
        email: text("jonas.weber@example.com"),
        url: text("www.example.com"),
        language,
        trade,
        style_seed,
    }
}

fn longest(language: CardLanguage, style_seed: u64) -> CardFace {
    let mut face = face(language, Trade::Design, style_seed);
    let japanese = language == CardLanguage::Japanese;
    let (name, company, title) = if japanese {
        (
            "勅使河原 龍之介左衛門",
            "北海道国際共同海洋資源技術開発研究機構株式会社",
            "代表取締役副社長執行役員兼最高技術責任者",
        )
    } else {
        (
            "Wilhelmina-Mechthild Oberwasser-Mummenschanz",
            "Westmecklenburgische Wasserwirtschafts- und Maschinenbaugesellschaft mbH & Co. KG",
            "Leiterin Messtechnik, Wareneingang und Maschinenwartung West",
        )
    };
    face.name = name.to_owned();
    face.company = company.to_owned();
    face.title = title.to_owned();
    face.department = title.to_owned();
    face.email = "wilhelmina-mechthild.oberwasser-mummenschanz@example.com".to_owned();
    if japanese {
        face.romaji = "Teshigawara Ryūnosuke-Saemon".to_owned();
        face.company_latin =
            "Hokkaido International Joint Organization for Marine Technology Co., Ltd.".to_owned();
    }
    face.address_lines = vec!["Mühlenwall am Wasserwerk 114 Hinterhaus".to_owned(); 2];
    face
}

fn text_boxes(group: &usvg::Group, out: &mut Vec<(String, usvg::Rect)>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(group) => text_boxes(group, out),
            usvg::Node::Text(text) => {
                let words = text.chunks().iter().map(usvg::TextChunk::text).collect::<String>();
                out.push((words, text.abs_bounding_box()));
            }
            _ => {}
        }
    }
}

const LANGUAGES: [CardLanguage; 3] = [CardLanguage::English, CardLanguage::Japanese, CardLanguage::German];

#[test]
fn every_design_prints_every_language_and_length() {
    for design in Design::ALL {
        for language in LANGUAGES {
            for side in [Side::Front, Side::Back] {
                let png = press().print_svg(&draw_as(&longest(language, 5), side, design)).unwrap();
                let picture = image::load_from_memory(&png).unwrap();
                let (w, h) = design.size_mm(language);
                assert_eq!((picture.width(), picture.height()), ((w * 8.0) as u32, (h * 8.0) as u32));
                assert!(png.len() < 90_000, "{design:?} {language:?} {side:?}: {} bytes", png.len());
            }
        }
    }
}

#[test]
fn no_text_leaves_the_card_or_touches_another() {
    let mut wrong = Vec::new();
    for design in Design::ALL {
        for language in LANGUAGES {
            for seed in 0..3 {
                for card in [face(language, Trade::Design, seed), longest(language, seed)] {
                    let tree = press().read(&draw_as(&card, Side::Front, design)).unwrap();
                    let mut boxes = Vec::new();
                    text_boxes(tree.root(), &mut boxes);
                    let (w, h) = (tree.size().width(), tree.size().height());
                    for (index, (words, area)) in boxes.iter().enumerate() {
                        if area.left() < 8.0
                            || area.top() < 8.0
                            || area.right() > w - 8.0
                            || area.bottom() > h - 8.0
                        {
                            wrong.push(format!("{design:?} {language:?} {seed}: `{words}` leaves: {area:?}"));
                        }
                        for (other, second) in &boxes[..index] {
                            // A line's box includes ascent and descent; letters touch only when
                            // boxes share more than that air.
                            let x = area.right().min(second.right()) - area.left().max(second.left());
                            let y = area.bottom().min(second.bottom()) - area.top().max(second.top());
                            if x > 0.5 && y > 0.42 * area.height().min(second.height()).min(area.width()) {
                                wrong.push(format!(
                                    "{design:?} {language:?} {seed}: `{words}` touches `{other}`"
                                ));
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_same_face_gives_the_same_bytes() {
    for language in LANGUAGES {
        let card = face(language, Trade::Food, 11);
        let first = press().print(&card, Side::Front).unwrap();
        assert_eq!(first, CardPress::new().print(&card, Side::Front).unwrap());
        let other = face(language, Trade::Food, 12);
        assert_ne!(first, press().print(&other, Side::Front).unwrap());
    }
}

#[test]
fn printed_text_is_escaped() {
    let mut card = face(CardLanguage::English, Trade::Law, 1);
    card.name = "<Ann> & \"Bo\" 'O\u{7}'".to_owned();
    card.company = "Hale & Ortega </text><script>".to_owned();
    for design in Design::ALL {
        for side in [Side::Front, Side::Back] {
            let svg = draw_as(&card, side, design);
            assert!(
                !svg.contains("<script>") && !svg.contains("<Ann>") && !svg.contains('\u{7}'),
                "{design:?}"
            );
            let tree = press().read(&svg).unwrap();
            let mut boxes = Vec::new();
            text_boxes(tree.root(), &mut boxes);
            let shown = boxes.iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>().join(" ");
            if side == Side::Front {
                assert!(shown.to_uppercase().contains("& ") || shown.contains('&'), "{design:?}: {shown}");
            }
        }
    }
}

#[test]
fn every_design_is_found_on_some_card() {
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..200 {
        for trade in Trade::ALL {
            for language in LANGUAGES {
                let card = face(language, trade, seed);
                let design = Design::of(&card);
                assert!(design != Design::Upright || language == CardLanguage::Japanese);
                seen.insert(design);
            }
        }
    }
    assert_eq!(seen.len(), Design::ALL.len());
}

/// Prints a contact sheet for the eye: one file per design and language, into the folder named by
/// `CARDLOOM_CONTACT_SHEET`. Without that variable it has nothing to print and is not a test.
#[test]
#[ignore = "prints pictures for the eye"]
fn contact_sheet() {
    let Some(folder) = std::env::var_os("CARDLOOM_CONTACT_SHEET").map(std::path::PathBuf::from) else {
        return;
    };
    for (number, design) in Design::ALL.into_iter().enumerate() {
        for language in LANGUAGES {
            let seed = number as u64 + 3;
            let card = face(language, Trade::Design, seed);
            let png = press().print_svg(&draw_as(&card, Side::Front, design)).unwrap();
            image::load_from_memory(&png)
                .unwrap()
                .save(folder.join(format!("{number:02}-{language:?}-{design:?}.png")))
                .unwrap();
            let back = press().print_svg(&draw_as(&card, Side::Back, design)).unwrap();
            if number < 8 {
                image::load_from_memory(&back)
                    .unwrap()
                    .save(folder.join(format!("{:02}-{language:?}-back.png", 40 + number)))
                    .unwrap();
            }
        }
    }
}
