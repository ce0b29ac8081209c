//! A row of Today as it is drawn: the card, the words, the one button, the menu; and the keys while it has the keyboard.

use eframe::egui::{
    self, Align, CornerRadius, EventFilter, Id, Key, Layout, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::hands::{Hands, Step};
use super::row::{Action, Row, Tone};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::views::card_thumb::contact_card_in;
use crate::gui::views::events::reply;
use crate::gui::views::mail_link;
use crate::gui::widgets::{Button, ButtonSize, IconButton, MenuItem, TextField, menu_separator, paint_icon};
use crate::model::DueSource;

/// Height of a row.
pub const ROW: f32 = 66.0;
/// Where the words begin.
const WORDS: f32 = 100.0;

/// The id of a row, so that it can be given the keyboard.
pub fn row_id(source: DueSource) -> Id {
    Id::unique(("today row", source))
}

/// What the keys ask of the row that has the keyboard.
fn keys(ctx: &mut ViewCtx<'_>, ui: &Ui, row: &Row, hands: &mut Hands) -> bool {
    let id = row_id(row.source);
    if !ui.memory(|memory| memory.has_focus(id)) {
        return false;
    }
    // While a menu is open, its keys are not the row's.
    if egui::Popup::is_any_open(ui.ctx()) {
        return false;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let pressed = |held, key| ui.input_mut(|input| input.consume_key(held, key));
    let plain = Modifiers::NONE;
    for (key, step) in [
        (Key::ArrowDown, Step::Next),
        (Key::ArrowUp, Step::Previous),
        (Key::ArrowRight, Step::NextBox),
        (Key::ArrowLeft, Step::PreviousBox),
    ] {
        if pressed(plain, key) {
            hands.step(row.source, step);
        }
    }
    if !ctx.writable {
        return false;
    }
    if pressed(plain, Key::D) {
        hands.after(row.source);
        // A review ends in a verdict, not in a tick; a meeting that is only proposed is logged.
        match row.action {
            Action::Review | Action::AskFirst => {
                row.act(ctx, false);
            }
            Action::Suggest => row.log(ctx),
            _ => row.done(ctx),
        }
    }
    if let Some(contact) = row.contact.filter(|_| pressed(plain, reply::KEY)) {
        reply::cycle(ctx, contact, None);
    }
    if pressed(plain, Key::Z) {
        hands.after(row.source);
        row.snooze(ctx, 1);
    }
    pressed(Modifiers::SHIFT, Key::F10) || pressed(plain, Key::Menu)
}

/// Draws a row in its place. `main`: its button is the main one of the page.
pub fn row_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &Row, hands: &mut Hands, rect: Rect, main: bool) {
    let p = Palette::of(ui);
    let id = row_id(row.source);
    let menu = keys(ctx, ui, row, hands);
    let had_focus = ui.memory(|memory| memory.has_focus(id));
    // Enter is for the button; a press of the pointer shows the person.
    let entered = had_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &row.spoken));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink(1.0), CornerRadius::same(4), p.hover.gamma_multiply(0.5));
    }
    ui.painter().hline(rect.left() + 1.0..=rect.right() - 1.0, rect.top(), Stroke::new(1.0, p.line));
    if response.has_focus() {
        let line = Stroke::new(2.0, p.ai);
        ui.painter().rect_stroke(rect.shrink(3.0), CornerRadius::same(6), line, StrokeKind::Inside);
    }
    let slot = Rect::from_center_size(pos2(rect.left() + 50.0, rect.center().y), vec2(74.0, 48.0));
    match row.contact {
        Some(contact) => {
            let card = ui.interact(slot, id.with("card"), Sense::hover());
            contact_card_in(ctx, ui, contact, slot, card);
        }
        None => paint_icon(ui.painter(), slot.center(), icons::NOTE_PENCIL, Weight::Regular, 22.0, p.text3),
    }
    if hands.is_dropping(row.source) {
        drop_ui(ctx, ui, row, hands, rect);
        return;
    }
    let written = hands.is_written(row.source);
    let side = Rect::from_min_max(pos2(rect.left() + WORDS, rect.top()), rect.max - vec2(6.0, 0.0));
    let mut child = ui.new_child(
        egui::UiBuilder::new().max_rect(side).layout(Layout::right_to_left(Align::Center)).id_salt(id),
    );
    child.spacing_mut().item_spacing.x = 4.0;
    let more = IconButton::new(icons::DOTS_THREE, ctx.texts.common_more()).size(ButtonSize::Small);
    let more = child.add(more);
    let popup = egui::Popup::default_response_id(&more);
    if menu {
        egui::Popup::open_id(ui.ctx(), popup);
        hands.open_menu(row.source);
    } else if hands.has_menu(row.source) && !egui::Popup::is_id_open(ui.ctx(), popup) {
        // The menu is closed again: the keyboard is back where it was, unless something else took it.
        hands.close_menu();
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
    egui::Popup::menu(&more).width(250.0).show(|ui| menu_ui(ctx, ui, row, hands));
    response.context_menu(|ui| menu_ui(ctx, ui, row, hands));
    let label = row.action.label(written, ctx.texts);
    let button = if main || written { Button::primary(label) } else { Button::new(label) };
    let pressed = ctx.add_writing(&mut child, button.small()).clicked();
    if written && let Some(address) = &row.mail {
        let mail = IconButton::new(icons::ENVELOPE_SIMPLE, ctx.texts.today_mail()).size(ButtonSize::Small);
        if child.add(mail).clicked() {
            ctx.ask(Command::OpenLink(mail_link(address)));
        }
    }
    let room = child.min_rect().left() - 8.0 - side.left();
    words_ui(ui, row, pos2(side.left(), rect.center().y), room);
    if (pressed || entered) && ctx.writable {
        if written {
            hands.after(row.source);
        }
        if row.act(ctx, written) {
            hands.set_written(row.source);
        }
    } else if response.clicked()
        && let Some(contact) = row.contact
    {
        ctx.select(contact);
    }
    if room < 220.0 || row.second.chars().count() > 40 {
        response.on_hover_text(&row.spoken);
    }
}

/// Name and second line, around the middle of the row; how late it is stands in its colour.
pub fn words_ui(ui: &Ui, row: &Row, middle: egui::Pos2, room: f32) {
    let p = Palette::of(ui);
    let has_second = !row.second.is_empty() || !row.late.is_empty();
    let name = text::line(ui.painter(), &row.name, TextKind::Strong, p.text, room);
    let y = if has_second { middle.y - 19.0 } else { middle.y - name.size().y / 2.0 };
    ui.painter().galley(pos2(middle.x, y), name, p.text);
    let at = pos2(middle.x, middle.y + 1.0);
    let ink = match row.tone {
        Tone::Calm => p.text2,
        Tone::Due => p.warn,
        Tone::Late => p.danger,
    };
    let late = text::line(ui.painter(), &row.late, TextKind::Small, ink, room);
    let mut end = at.x;
    // A word or two of the second line would say nothing; how late it is says most.
    let has_room = row.late.is_empty() || room - late.size().x > 70.0;
    if !row.second.is_empty() && has_room {
        let joint = if row.late.is_empty() { "" } else { ", " };
        let joint = text::line(ui.painter(), joint, TextKind::Small, p.text2, 20.0);
        let left = (room - late.size().x - joint.size().x).max(0.0);
        let line = text::line(ui.painter(), &row.second, TextKind::Small, p.text2, left);
        end += line.size().x;
        ui.painter().galley(at, line, p.text2);
        let width = joint.size().x;
        ui.painter().galley(pos2(end, at.y), joint, p.text2);
        end += width;
    }
    if !row.late.is_empty() {
        ui.painter().galley(pos2(end, at.y), late, ink);
    }
}

/// In the place of the words: why it is given up.
fn drop_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &Row, hands: &mut Hands, rect: Rect) {
    let texts = ctx.texts;
    let side = Rect::from_min_max(pos2(rect.left() + WORDS, rect.top()), rect.max - vec2(6.0, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(side).layout(layout).id_salt("drop"));
    child.spacing_mut().item_spacing.x = 6.0;
    let cancel = IconButton::new(icons::X, texts.common_cancel()).size(ButtonSize::Small);
    let mut cancelled = child.add(cancel).clicked();
    let mut dropped = ctx.add_writing(&mut child, Button::new(texts.today_drop_now()).small()).clicked();
    let end = child.min_rect().left() - 6.0;
    let Some(reason) = hands.drop_reason() else { return };
    let place = Rect::from_min_max(
        pos2(side.left(), rect.center().y - 17.0),
        pos2(end.max(side.left() + 60.0), rect.center().y + 17.0),
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt("drop field"));
    let field = TextField::new(texts.today_drop_why()).hide_label().hint(texts.today_drop_why());
    let response = field.width(place.width()).id(Id::unique("today drop reason")).show(&mut child, reason);
    if response.lost_focus() {
        dropped |= ui.input(|input| input.key_pressed(Key::Enter));
        cancelled |= ui.input(|input| input.key_pressed(Key::Escape));
    }
    if dropped {
        let reason = reason.clone();
        hands.after(row.source);
        row.drop(ctx, &reason);
        hands.stop_dropping();
    } else if cancelled {
        hands.stop_dropping();
    }
}

/// Everything that can be done with a row, and why it is there.
fn menu_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &Row, hands: &mut Hands) {
    let texts = ctx.texts;
    let p = Palette::of(ui);
    // Opened with a key, its first line has the keyboard.
    let take = std::cell::Cell::new(hands.takes_menu());
    let item = |ui: &mut Ui, icon: &str, label: &str, key: &str| {
        let item = MenuItem::new(label).icon(icon);
        let response = ui.add(if key.is_empty() { item } else { item.key(key) });
        if take.replace(false) {
            response.request_focus();
        }
        let pressed = response.clicked();
        if pressed {
            ui.close();
        }
        pressed
    };
    ui.add_enabled_ui(ctx.writable, |ui| {
        let is_ask = row.action == Action::AskFirst;
        if is_ask && item(ui, icons::PATH, texts.passon_opt_in_steps(), "D") {
            row.act(ctx, false);
        }
        if !is_ask && row.action != Action::Review && item(ui, icons::CHECK, texts.common_done(), "D") {
            hands.after(row.source);
            row.done(ctx);
        }
        if !is_ask && !row.contacts.is_empty() && item(ui, icons::CHAT_CIRCLE_DOTS, texts.calendar_log(), "")
        {
            row.log(ctx);
        }
    });
    if let Some(address) = &row.mail
        && item(ui, icons::ENVELOPE_SIMPLE, texts.today_mail(), "")
    {
        let link = mail_link(address);
        ctx.ask(match row.contact {
            Some(contact) => crate::gui::links::reach(ctx.book, ctx.settings, contact, link),
            None => Command::OpenLink(link),
        });
        hands.set_written(row.source);
    }
    if let Some(number) = &row.phone
        && item(ui, icons::PHONE, &texts.today_call(number), "")
    {
        let link = crate::gui::views::phone_link(number);
        ctx.ask(match row.contact {
            Some(contact) => crate::gui::links::reach(ctx.book, ctx.settings, contact, link),
            None => Command::OpenLink(link),
        });
    }
    if let Some(contact) = row.contact
        && item(ui, icons::HEART, texts.human_action(), "")
    {
        ctx.open(crate::gui::command::Sheet::Human(contact, None));
    }
    menu_separator(ui);
    ui.add_enabled_ui(ctx.writable, |ui| {
        for (label, days, key) in
            [(texts.calendar_move_tomorrow(), 1, "Z"), (texts.calendar_move_next_week(), 7, "")]
        {
            if item(ui, icons::CLOCK, label, key) {
                hands.after(row.source);
                row.snooze(ctx, days);
            }
        }
        if item(ui, icons::CALENDAR_DOTS, texts.today_another_day(), "") {
            row.another_day(ctx, None);
        }
        menu_separator(ui);
        for label in [texts.today_drop_needless(), texts.today_drop_happened(), texts.today_drop_faded()] {
            if item(ui, icons::X, &texts.today_drop_as(label), "") {
                hands.after(row.source);
                row.drop(ctx, label);
            }
        }
        if item(ui, icons::NOTE_PENCIL, texts.today_drop_other(), "") {
            hands.begin_dropping(row.source);
            ui.memory_mut(|memory| memory.request_focus(Id::unique("today drop reason")));
        }
    });
    menu_separator(ui);
    if let Some(contact) = row.contact
        && item(ui, icons::IDENTIFICATION_CARD, texts.calendar_open_person(), "")
    {
        ctx.select(contact);
    }
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        ui.vertical(|ui| {
            ui.set_max_width(226.0);
            ui.add(egui::Label::new(text::rich(&row.why, TextKind::Small, p.text2)).wrap());
        });
    });
    ui.add_space(4.0);
}
