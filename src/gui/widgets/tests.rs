//! Widgets seen as a screen reader and a keyboard see them.

use super::*;
use crate::gui::theme::{Motion, Theme, icons};
use eframe::egui::{Key, Role, vec2};
use egui_kittest::{Harness, kittest::Queryable};

fn harness<'a>(ui: impl FnMut(&mut Ui) + 'a) -> Harness<'a> {
    let theme = Theme::new(false, Motion::Reduced);
    let mut ui = ui;
    let mut ready = false;
    let mut harness =
        Harness::builder().with_size(vec2(700.0, 1000.0)).with_max_steps(12).build_ui(move |u| {
            if ready {
                ui(u);
            } else {
                crate::gui::theme::install_fonts(u.ctx());
                crate::gui::theme::apply(u.ctx(), &theme);
                u.ctx().request_repaint();
                ready = true;
            }
        });
    harness.run();
    harness
}

#[test]
fn every_widget_names_itself() {
    let harness = harness(|ui| {
        let p = Palette::of(ui);
        ui.add(Button::primary("Write"));
        ui.add(IconButton::new(icons::PLUS, "Add"));
        ui.add(Chip::new("Overdue", true));
        ui.add(Pill::new(Kind::Thanks, "Today"));
        ui.add(NavRow::new(icons::CARDS, "Cards", true).count("3"));
        ui.add(RailRow::circle(p.c_food, "Makers", "2", false));
        ui.add(RailRow::search("WM", "Warm makers", "3", true));
        ui.add(MenuItem::new("Flip").key("F"));
        ui.add(Check::new(&mut true, "Checked"));
        ui.add(Radio::new(false, "One"));
        ui.add(Switch::new(&mut true, "Switched"));
        tabs(ui, &["Story", "Person"], &mut 1);
        segmented(ui, "Size", &["S", "M"], &mut 0);
        TextField::new("Company").show(ui, &mut String::new());
        SearchField::new("Search", "", "Clear search", 200.0).show(ui, &mut "x".to_owned());
        CardFrame::new("Elif Kaya", CardSide::Missing("missing", "Find file")).show(ui, 176.0);
        toast(ui, 300.0, "Done.", &["Undo"], ToastSign::Done);
    });
    for (role, names) in [
        (
            Role::Button,
            &["Write", "Add", "Overdue", "Today", "Makers", "Clear search", "Find file", "Undo"][..],
        ),
        (Role::Tab, &["Cards", "Story", "Person"]),
        (Role::MenuItem, &["Flip"]),
        (Role::CheckBox, &["Checked"]),
        (Role::RadioButton, &["One", "S", "M"]),
        (Role::Switch, &["Switched"]),
        (Role::TextInput, &["Company", "Search"]),
        (Role::Button, &["Elif Kaya"]),
    ] {
        for name in names {
            harness.get_by_role_and_label(role, name);
        }
    }
}

#[test]
fn the_keyboard_presses_what_the_pointer_presses() {
    let count = std::cell::Cell::new(0);
    let mut harness = harness(|ui| {
        if ui.add(Button::new("Write")).clicked() {
            count.set(count.get() + 1);
        }
    });
    harness.get_by_label("Write").click();
    harness.run();
    assert_eq!(count.get(), 1);
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(count.get(), 2);
}

#[test]
fn a_disabled_button_is_not_pressed() {
    let pressed = std::cell::Cell::new(false);
    let mut harness =
        harness(|ui| pressed.set(pressed.get() || ui.add_enabled(false, Button::new("Write")).clicked()));
    harness.get_by_label("Write").click();
    harness.run();
    assert!(!pressed.get());
}

#[test]
fn tabs_and_segments_change_the_selection() {
    let (tab, size) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let mut harness = harness(|ui| {
        let (mut t, mut s) = (tab.get(), size.get());
        tabs(ui, &["Story", "Person"], &mut t);
        segmented(ui, "Size", &["S", "M", "L"], &mut s);
        tab.set(t);
        size.set(s);
    });
    harness.get_by_label("Person").click();
    harness.run();
    harness.get_by_label("L").click();
    harness.run();
    assert_eq!((tab.get(), size.get()), (1, 2));
}

#[test]
fn the_cross_clears_the_search() {
    let value = std::cell::RefCell::new("weber".to_owned());
    let mut harness = harness(|ui| {
        SearchField::new("Search", "Search", "Clear", 200.0).show(ui, &mut value.borrow_mut());
    });
    harness.get_by_label("Clear").click();
    harness.run();
    assert_eq!(value.borrow().as_str(), "");
    assert!(harness.query_by_label("Clear").is_none());
}

#[test]
fn a_turned_card_shows_its_back_from_the_middle_of_the_turn() {
    assert_eq!(flip_scale(0.0), Flip { scale: 1.0, back: false });
    assert_eq!(flip_scale(1.0), Flip { scale: 1.0, back: true });
    assert!(flip_scale(0.5).scale < 0.01);
    assert!(!flip_scale(0.4).back && flip_scale(0.6).back);
}

#[test]
fn long_words_end_in_an_ellipsis_instead_of_running_out() {
    let harness = harness(|ui| {
        ui.set_max_width(120.0);
        let r = ui.add(Button::new("Visitenkartenaustauschveranstaltungsübersicht öffnen"));
        assert!(r.rect.width() <= 121.0, "{}", r.rect.width());
        let r = ui.add(Pill::new(Kind::Call, "egui egui egui egui egui egui egui").max_width(90.0));
        assert!(r.rect.width() <= 90.5, "{}", r.rect.width());
    });
    drop(harness);
}
