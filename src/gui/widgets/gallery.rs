//! The component page: all widgets in all states, laid out as the design's page is.
//!
//! `CARDLOOM_GALLERY=folder cargo test --lib gallery` writes it there, light and dark, to be looked at.

use super::*;
use crate::gui::paint::render_ui;
use crate::gui::theme::{Elevation, Motion, TextKind, Theme, icons, text};
use eframe::egui::{self, Frame, Id, Layout, Margin, UiBuilder, Vec2, vec2};

fn panel(ui: &mut Ui, x: f32, y: f32, w: f32, h: f32, title: &str, add: impl FnOnce(&mut Ui)) {
    let p = Palette::of(ui);
    let rect = Rect::from_min_size(pos2(x, y), vec2(w, h));
    ui.painter().rect(rect, CornerRadius::same(12), p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(16.0, 14.0));
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::top_down(egui::Align::Min)).id_salt(title);
    ui.scope_builder(builder, |ui| {
        section_header(ui, title, None);
        ui.add_space(8.0);
        add(ui);
    });
}

fn at(ui: &mut Ui, x: f32, y: f32, add: impl FnOnce(&mut Ui)) {
    let rect = Rect::from_min_size(pos2(x, y), vec2(600.0, 200.0));
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt((x as i32, y as i32)), add);
}

fn words(ui: &mut Ui, s: &str) {
    let p = Palette::of(ui);
    ui.label(text::rich(s, TextKind::Label, p.text3));
}

fn buttons(ui: &mut Ui) {
    let states = [None, Some(Touch::Hover), Some(Touch::Press), Some(Touch::Focus)];
    let top = ui.min_rect().top() + 34.0;
    for (i, name) in ["rest", "hover", "pressed", "focus", "disabled"].iter().enumerate() {
        at(ui, 124.0 + 68.0 * i as f32, top, |ui| words(ui, name));
    }
    let roles = [ButtonRole::Primary, ButtonRole::Default, ButtonRole::Tonal, ButtonRole::Ghost];
    for (row, role) in roles.into_iter().enumerate() {
        let y = top + 18.0 + 42.0 * row as f32;
        at(ui, 36.0, y + 5.0, |ui| {
            ui.label(format!("{role:?}"));
        });
        for (i, state) in states.iter().enumerate() {
            at(ui, 109.0 + 68.0 * i as f32, y, |ui| {
                let button = Button::new("Write").small().role(role);
                ui.add(state.map_or(button, |s| button.shown_as(s)));
            });
        }
        at(ui, 109.0 + 68.0 * 4.0, y, |ui| {
            ui.add_enabled(false, Button::new("Write").small().role(role));
        });
    }
}

fn fields(ui: &mut Ui) {
    let top = ui.min_rect().top() + 32.0;
    at(ui, 36.0, top, |ui| {
        TextField::new("Company").hide_label().hint("Company").width(130.0).show(ui, &mut String::new());
        words(ui, "rest");
    });
    at(ui, 175.0, top, |ui| {
        let mut value = "Loomwell".to_owned();
        let id = Id::unique("focused field");
        ui.memory_mut(|m| m.request_focus(id));
        TextField::new("Company").hide_label().id(id).width(130.0).show(ui, &mut value);
        words(ui, "focus");
    });
    at(ui, 314.0, top, |ui| {
        let mut value = "priya@".to_owned();
        let field = TextField::new("E-mail").hide_label().width(130.0);
        field.error(Some("No domain after @")).show(ui, &mut value);
    });
    at(ui, 36.0, top + 58.0, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            ui.add(Check::new(&mut true, "Check"));
            ui.add(Check::new(&mut false, "Off"));
            ui.add(Radio::new(true, "Radio"));
            ui.add(Switch::new(&mut true, "On"));
            segmented(ui, "Size", &["S", "M", "L"], &mut 1);
        });
    });
}

fn kinds(ui: &mut Ui) {
    let labels = [
        (Kind::Thanks, "Thank-you"),
        (Kind::Review, "30-day review"),
        (Kind::Call, "Call"),
        (Kind::Meet, "Meet"),
        (Kind::Amends, "Amends"),
        (Kind::Birthday, "Birthday"),
        (Kind::Promise, "約束"),
        (Kind::Message, "Message"),
        (Kind::Introduce, "Introduce"),
        (Kind::Other, "Other"),
    ];
    for row in labels.chunks(4) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 7.0;
            for (kind, label) in row {
                ui.add(Seal::new(*kind, 24.0));
                ui.label(*label);
                ui.add_space(6.0);
            }
        });
    }
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 4.0);
        ui.add(Pill::new(Kind::Meet, "Planned"));
        ui.add(Pill::new(Kind::Review, "Due in 3 days"));
        ui.add(Pill::new(Kind::Thanks, "お礼").expected());
        ui.add(Pill::new(Kind::Call, "Done").done());
        ui.add(Pill::new(Kind::Review, "Drag").ghost());
    });
}

fn types(ui: &mut Ui) {
    let p = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 1.0;
    for (kind, s) in [
        (TextKind::Display, "Display 26"),
        (TextKind::Title, "Title 20, 田中 遥"),
        (TextKind::Heading, "Heading 15, Gründerabend"),
        (TextKind::Body, "Body 13. Größe, 名刺, needs and offers"),
        (TextKind::Strong, "Body strong 13"),
        (TextKind::Small, "Small 12, secondary"),
        (TextKind::Label, "Label 11, tertiary"),
        (TextKind::Hand, "Hand 15. Was du selbst schreibst, 自分の言葉"),
    ] {
        let ink = match kind {
            TextKind::Small => p.text2,
            TextKind::Label => p.text3,
            _ => p.text,
        };
        ui.label(text::rich(s, kind, ink));
    }
}

fn cards(ui: &mut Ui) {
    let face = CardFace {
        name: "Elif Kaya",
        title: "Geschäftsleitung",
        company: "Kaya Textilwerk",
        lines: &["elif.kaya@example.de", "+1-555-0158"],
        seed: CardFace::seed("Elif Kaya".as_bytes()),
    };
    let other = CardFace {
        name: "田中 遥",
        title: "主任研究員",
        company: "東雲精機株式会社",
        lines: &["haruka.tanaka@example.jp", "東京都大田区見本町 3-7-1"],
        seed: 19,
    };
    let drawn = CardSide::Drawn(CardFace { seed: 0, ..face });
    let badges = [
        Badge { kind: Some(Kind::Thanks), icon: "", label: "Thank-you, today" },
        Badge { kind: None, icon: icons::PAPER_PLANE_TILT, label: "×2" },
    ];
    let on = CardState { selected: true, ..CardState::default() };
    let ticked = CardState { ticked: true, ..CardState::default() };
    let back = CardSide::Back(
        "First impression",
        "30 Sep",
        "Sews the label last, so nobody can sell what she won’t wear. 丁寧な人。",
    );
    let all = [
        ("rest", CardFrame::new("a", CardSide::Drawn(other)).badges(&badges)),
        ("hover: lift 2, flip button", CardFrame::new("b", drawn).flippable("Flip").shown_as(Touch::Hover)),
        ("selected", CardFrame::new("c", drawn).state(on)),
        (
            "keyboard focus",
            CardFrame::new("d", CardSide::Drawn(CardFace { seed: 14, ..face })).shown_as(Touch::Focus),
        ),
        ("multi-select", CardFrame::new("e", CardSide::Drawn(CardFace { seed: 25, ..face })).state(ticked)),
        ("back", CardFrame::new("f", back)),
        ("loading", CardFrame::new("g", CardSide::Loading)),
        ("error", CardFrame::new("h", CardSide::Missing("Scan is missing", "Find file"))),
    ];
    for (i, (name, card)) in all.into_iter().enumerate() {
        let (x, y) = (582.0 + 194.0 * (i % 4) as f32, 66.0 + 139.0 * (i / 4) as f32);
        at(ui, x, y, |ui| {
            card.show(ui, 152.0);
        });
        let galley = text::line(ui.painter(), name, TextKind::Label, Palette::of(ui).text3, 200.0);
        ui.painter().galley(pos2(x + 76.0 - galley.size().x / 2.0, y + 107.0), galley, Color32::RED);
    }
}

fn threads(ui: &mut Ui) {
    let p = Palette::of(ui);
    let y = ui.min_rect().top() + 42.0;
    for (x, knot) in [(524.0, Knot::Solid), (604.0, Knot::Hollow), (685.0, Knot::Dashed)] {
        paint_knot(ui.painter(), pos2(x, y), 7.0, knot, p.panel, p);
    }
    at(ui, 757.0, y - 7.0, |ui| {
        knots(ui, 5, 8, "tied 5 of 8");
    });
    let values = [0.35, 0.45, 0.25, 0.6, 0.62, 0.7, 0.72];
    at(ui, 490.0, y + 40.0, |ui| {
        let marks = [(0, Knot::Solid), (1, Knot::Hollow), (3, Knot::Hollow)];
        warmth(ui, vec2(170.0, 48.0), &values, &marks, "warmth");
    });
    at(ui, 690.0, y + 60.0, |ui| {
        strength(ui, 4, "strength");
    });
    let mut rail = TimelineRail::new();
    for (i, knot) in [Knot::Dashed, Knot::Hollow, Knot::Hollow, Knot::Solid].into_iter().enumerate() {
        rail.push(pos2(790.0, y + 30.0 + 22.0 * i as f32), knot);
    }
    rail.paint(ui.painter(), p.panel, p);
    let rings = [p.c_business, p.c_home];
    at(ui, 820.0, y + 40.0, |ui| {
        ui.horizontal(|ui| {
            ui.add(Avatar::new("EK", "Elif Kaya", 32.0).rings(&rings));
            ui.add(Avatar::new("田中", "田中 遥", 32.0).without_card());
        });
    });
}

fn menus(ui: &mut Ui) {
    let p = Palette::of(ui);
    let rect = Rect::from_min_size(pos2(493.0, 595.0), vec2(214.0, 168.0));
    Elevation::Pop.paint(ui.painter(), rect, 10, p.is_dark());
    ui.painter().rect(rect, CornerRadius::same(10), p.raised, Stroke::new(1.0, p.line), StrokeKind::Inside);
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink(5.0)).id_salt("menu"), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(MenuItem::new("Flip").icon(icons::ARROWS_CLOCKWISE).key("F"));
        ui.add(MenuItem::new("Log a meeting").icon(icons::NOTE_PENCIL).key("Ctrl+L").shown_as(Touch::Hover));
        ui.add(MenuItem::new("Pass on").icon(icons::PAPER_PLANE_TILT).key("Ctrl+P"));
        ui.add(MenuItem::new("Introduce").icon(icons::USERS_THREE).key("Ctrl+I"));
        menu_separator(ui);
        ui.add(MenuItem::new("Move to bin").icon(icons::TRASH).key("Del").danger());
    });
    at(ui, 723.0, 595.0, |ui| {
        ui.set_width(200.0);
        progress_row(ui, "Reading cards", "12 of 30", Some(0.4), "Cancel");
        ui.add_space(6.0);
        ui.add(NavRow::new(icons::CARDS, "Cards", true).count("214"));
        ui.add(NavRow::new(icons::SUN_HORIZON, "Today", false).badge("11"));
        ui.add(RailRow::circle(p.c_craft, "Makers", "71", false));
    });
}

fn feedback(ui: &mut Ui) {
    let width = ui.available_width();
    ui.spacing_mut().item_spacing.y = 10.0;
    toast(ui, width, "Jonas Weber let go.", &["Undo"], ToastSign::Done);
    Banner::new(Severity::Danger, "The folder is read-only. Nothing was saved.")
        .action("Choose folder")
        .show(ui);
    Banner::new(Severity::Warn, "Two cards look like the same person.").action("Compare").show(ui);
    EmptyState::new(icons::HAND_WAVING, "No promises open", "Pass a card on and its owner shows up here.")
        .show(ui);
}

fn bars(ui: &mut Ui) {
    SearchField::new("Search", "Search name, company, expertise …", "Clear", 320.0)
        .key("Ctrl+K")
        .show(ui, &mut String::new());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add(Chip::new("All", true).count("214"));
        ui.add(Chip::new("Thank-you due", false).seal(Kind::Thanks).count("5"));
        ui.add(Chip::new("Virtual only", false).icon(icons::VIDEO_CAMERA).count("9"));
        ui.add(Chip::new("Circle", false).caret());
    });
    ui.horizontal(|ui| {
        ui.add(Button::primary("Add card").icon(icons::PLUS));
        ui.add(Button::new("Group: Event").icon(icons::ROWS).trailing(icons::CARET_DOWN));
        ui.add(IconButton::new(icons::DOTS_THREE, "More"));
        ui.add(Tag::new("Makers").dot(Palette::of(ui).c_craft));
        ui.add(Tag::new("ja, en").icon(icons::TRANSLATE));
    });
    tabs(ui, &["Story", "Knowledge", "Referrals", "Person", "Details"], &mut 0);
    ui.add_space(2.0);
    let mut note = "自分の言葉で。Remember the boat.".to_owned();
    HandField::new("Note", "", 1).show(ui, &mut note);
}

fn page(ui: &mut Ui) {
    let p = Palette::of(ui);
    Frame::new().fill(p.desk).inner_margin(Margin::ZERO).show(ui, |ui| {
        ui.set_min_size(Vec2::new(1440.0, 900.0));
        panel(ui, 20.0, 20.0, 440.0, 244.0, "Buttons", buttons);
        panel(ui, 20.0, 280.0, 440.0, 150.0, "Fields and switches", fields);
        panel(ui, 20.0, 446.0, 440.0, 200.0, "Kinds", kinds);
        panel(ui, 20.0, 656.0, 440.0, 236.0, "Type", types);
        panel(ui, 476.0, 20.0, 944.0, 318.0, "Card", cards);
        panel(ui, 476.0, 354.0, 464.0, 180.0, "Thread", threads);
        panel(ui, 476.0, 550.0, 464.0, 230.0, "Menu, progress, rail", menus);
        panel(ui, 956.0, 354.0, 464.0, 308.0, "Feedback", feedback);
        panel(ui, 956.0, 678.0, 464.0, 215.0, "Bars", bars);
    });
}

#[test]
fn the_component_page_is_painted_in_both_themes() {
    for (name, dark) in [("light", false), ("dark", true)] {
        let theme = Theme::new(dark, Motion::Reduced);
        let started = std::time::Instant::now();
        let picture = render_ui(vec2(1440.0, 900.0), 1.0, &theme, 3, page);
        eprintln!("{name}: {:?}", started.elapsed());
        if let Ok(folder) = std::env::var("CARDLOOM_GALLERY") {
            picture.save(format!("{folder}/components-{name}.png")).expect("the folder can be written");
        }
        // The thread, the primary fill and the danger fill are all on the page.
        for color in [theme.palette.thread, theme.palette.ai, theme.palette.danger_soft] {
            let n = picture.pixels().filter(|q| q.0 == color.to_array()).count();
            assert!(n > 60, "{name}: only {n} pixels of {color:?}");
        }
    }
}
