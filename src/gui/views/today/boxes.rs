//! The boxes of Today: the pile, a list of rows, the strip of days to come.

use eframe::egui::{
    self, Align, CornerRadius, Id, Layout, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::edit::Edit;
use crate::gui::command::{Command, FollowUpDraft, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, sizes, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::calendar::{items::Thing, thing_menu};
use crate::gui::views::card_thumb::contact_card_in;
use crate::gui::views::mail_link;
use crate::gui::widgets::{Button, ButtonSize, IconButton, Kind, paint_icon, paint_seal, ring};
use crate::model::FollowUpKind;

use super::board::{Action, Ahead, Group, Pile, Row, Section};

/// Height of the box of the pile.
pub const PILE: f32 = 372.0;
/// Height of a row.
const ROW: f32 = 66.0;

/// Paints the ground of a box over a rectangle.
fn ground(ui: &Ui, rect: Rect) {
    let p = Palette::of(ui);
    let corner = CornerRadius::same(radius::BOX);
    ui.painter().rect(rect, corner, p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
}

/// Draws the pile: its newest cards fanned out, and the button that sorts them.
pub fn pile_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, pile: &Pile, width: f32) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, PILE), Sense::hover());
    ground(ui, rect);
    let title = text::line(ui.painter(), &pile.title, TextKind::Heading, p.text, width - 40.0);
    ui.painter().galley(rect.min + vec2(19.0, 15.0), title, p.text);
    let words = text::line(ui.painter(), &pile.words, TextKind::Small, p.text2, width - 40.0);
    ui.painter().galley(rect.min + vec2(19.0, 37.0), words, p.text2);
    let name = ui.interact(rect.with_max_y(rect.top() + 56.0), Id::unique("today pile"), Sense::hover());
    name.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &pile.title));
    let table = Rect::from_min_max(rect.min + vec2(0.0, 64.0), rect.max - vec2(0.0, 74.0));
    fan(ctx, ui, pile, table);
    let button =
        Rect::from_min_max(pos2(rect.left() + 19.0, rect.bottom() - 59.0), rect.max - vec2(19.0, 19.0));
    let label = ctx.texts.today_sort();
    let sort = Button::primary(label).large().icon(icons::CARDS_THREE).key("S").min_width(button.width());
    if ui.place(button, sort).clicked() {
        ctx.open(Sheet::NameCards(None));
    }
}

/// The cards of the pile, the last one straight on top.
fn fan(ctx: &mut ViewCtx<'_>, ui: &Ui, pile: &Pile, table: Rect) {
    let p = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(table.expand(8.0).intersect(ui.clip_rect()));
    let width = (table.width() * 0.52).min(table.height() * 0.84);
    let top = pile.pictures.len().saturating_sub(1);
    for (index, picture) in pile.pictures.iter().enumerate() {
        let is_top = index == top;
        // Left and right in turn, the ones below farther out.
        let reach = (top - index) as f32;
        let side = if (top - index).is_multiple_of(2) { 1.0 } else { -1.0 };
        let (angle, shift) =
            if is_top { (0.0, 0.0) } else { (side * (0.04 + 0.07 * reach), side * (10.0 + 13.0 * reach)) };
        let attachment = picture.and_then(|id| ctx.book.get(id));
        let aspect = attachment.map_or(1.0 / sizes::CARD_RATIO, |picture| picture.aspect().clamp(0.5, 2.0));
        let size = if aspect >= 1.0 {
            vec2(width, width / aspect)
        } else {
            vec2(width * 0.64 * aspect, width * 0.64)
        };
        let centre = table.center() + vec2(shift, 12.0 - 6.0 * reach);
        let card = Rect::from_center_size(centre, size);
        let corner = CornerRadius::same(radius::CARD);
        let picture = attachment.map(|picture| {
            let size = ThumbnailSize::for_width(width, ui.ctx().pixels_per_point());
            (ctx.thumbnails.get(ui.ctx(), picture, size), ctx.thumbnails.colour(picture, p.paper))
        });
        if is_top {
            Elevation::Lift.paint(&painter, card, radius::CARD, p.is_dark());
        }
        let shape = match picture {
            Some((Thumbnail::Ready(texture), _)) => {
                let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                let tint = ctx.theme.scan_tint();
                egui::epaint::RectShape::filled(card, corner, tint).with_texture(texture, uv)
            }
            Some((Thumbnail::Loading, colour)) => egui::epaint::RectShape::filled(card, corner, colour),
            _ => egui::epaint::RectShape::filled(card, corner, p.paper),
        };
        painter.add(Shape::Rect(shape.with_angle(angle)));
        let edge = Stroke::new(1.0, p.card_edge);
        let outline =
            egui::epaint::RectShape::stroke(card, corner, edge, StrokeKind::Inside).with_angle(angle);
        painter.add(Shape::Rect(outline));
    }
}

/// Draws a box with its rows. `main`: its first row has the main button of the page.
pub fn section_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, section: &Section, width: f32, main: bool) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, section.height()), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    ground(ui, rect);
    let y = rect.top() + 24.0;
    let seal = pos2(rect.left() + 25.0, y);
    match section.kind {
        Some(kind) => paint_seal(ui.painter(), seal, 24.0, kind, p),
        None => {
            ui.painter().circle_filled(seal, 12.0, p.text2);
            paint_icon(ui.painter(), seal, icons::VIDEO_CAMERA, Weight::Fill, 14.0, p.panel);
        }
    }
    let title = text::line(ui.painter(), &section.title, TextKind::Heading, p.text, width - 110.0);
    let end = rect.left() + 46.0 + title.size().x;
    ui.painter().galley(pos2(rect.left() + 46.0, y - title.size().y / 2.0), title, p.text);
    let count = text::line(ui.painter(), &section.count, TextKind::Body, p.text2, 50.0);
    ui.painter().galley(pos2(end + 9.0, y - count.size().y / 2.0), count, p.text2);
    let id = Id::unique(("today box", &section.title));
    let head = ui.interact(rect.with_max_y(rect.top() + 48.0), id, Sense::hover());
    let spoken = [section.title.as_str(), section.count.as_str()].join(" ");
    head.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &spoken));
    let mut top = rect.top() + 48.0;
    let mut main = main;
    for group in &section.groups {
        if !group.label.is_empty() {
            group_ui(ui, group, Rect::from_min_size(pos2(rect.left(), top), vec2(width, 32.0)));
            top += 32.0;
        }
        for row in &group.rows {
            row_ui(ctx, ui, row, Rect::from_min_size(pos2(rect.left(), top), vec2(width, ROW)), main);
            main = false;
            top += ROW;
        }
    }
    if let Some(more) = &section.more {
        let place = Rect::from_min_max(pos2(rect.left() + 8.0, top + 4.0), rect.max - vec2(8.0, 4.0));
        let line = Stroke::new(1.0, p.line);
        ui.painter().hline(rect.left() + 1.0..=rect.right() - 1.0, top, line);
        if ui.place(place, Button::ghost(more).small()).clicked() {
            ctx.ask(Command::ShowDay(ctx.today));
        }
    }
}

/// The deadline above a group: ring, time left, event.
fn group_ui(ui: &mut Ui, group: &Group, rect: Rect) {
    let p = Palette::of(ui);
    let fill = if group.urgent { p.k_thanks_tint } else { p.sunk };
    ui.painter().rect_filled(rect.shrink2(vec2(1.0, 0.0)), CornerRadius::ZERO, fill);
    let place = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), vec2(18.0, 18.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
    ring(&mut child, 18.0, Some(group.left), Kind::Thanks.color(p), &group.label);
    let kind = if group.urgent { TextKind::Strong } else { TextKind::Body };
    let y = rect.center().y;
    let label = text::line(ui.painter(), &group.label, kind, p.text, rect.width() * 0.55);
    let end = rect.left() + 38.0 + label.size().x;
    ui.painter().galley(pos2(rect.left() + 38.0, y - label.size().y / 2.0), label, p.text);
    let aside = text::line(ui.painter(), &group.aside, TextKind::Small, p.text2, rect.right() - end - 26.0);
    let left = rect.right() - 12.0 - aside.size().x;
    ui.painter().galley(pos2(left, y - aside.size().y / 2.0), aside, p.text2);
}

fn row_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &Row, rect: Rect, main: bool) {
    let p = Palette::of(ui);
    let id = Id::unique(("today row", row.follow_up, row.contact, &row.name));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &row.name));
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
    let texts = ctx.texts;
    let label = match row.action {
        Action::Write => texts.calendar_write(),
        Action::Review => texts.calendar_review(),
        Action::Log => texts.today_log(),
        Action::Done => texts.common_done(),
        Action::Congratulate => texts.today_congratulate(),
        Action::Suggest => texts.today_suggest(),
    };
    let side = Rect::from_min_max(pos2(rect.left() + 100.0, rect.top()), rect.max - vec2(10.0, 0.0));
    let mut child = ui.new_child(
        egui::UiBuilder::new().max_rect(side).layout(Layout::right_to_left(Align::Center)).id_salt(id),
    );
    let button = if main { Button::primary(label) } else { Button::new(label) };
    let pressed = child.add(button.small()).clicked();
    if row.action == Action::Write
        && let Some(address) = &row.mail
    {
        let mail = IconButton::new(icons::ENVELOPE_SIMPLE, texts.today_mail()).size(ButtonSize::Small);
        if child.add(mail).clicked() {
            ctx.ask(Command::OpenLink(mail_link(address)));
        }
    }
    let left = rect.left() + 100.0;
    let room = child.min_rect().left() - 8.0 - left;
    let has_second = !row.second.is_empty() || !row.late.is_empty();
    let name = text::line(ui.painter(), &row.name, TextKind::Strong, p.text, room);
    let y = if has_second { rect.center().y - 19.0 } else { rect.center().y - name.size().y / 2.0 };
    ui.painter().galley(pos2(left, y), name, p.text);
    second_ui(ui, row, pos2(left, rect.center().y + 1.0), room);
    if pressed {
        act(ctx, row);
    } else if response.clicked()
        && let Some(contact) = row.contact
    {
        ctx.select(contact);
    }
    if let Some(follow_up) = row.follow_up {
        response.context_menu(|ui| thing_menu(ctx, ui, Thing::FollowUp(follow_up)));
    }
}

/// The second line; how late it is stands in the colour of danger.
fn second_ui(ui: &Ui, row: &Row, at: egui::Pos2, room: f32) {
    let p = Palette::of(ui);
    let late = text::line(ui.painter(), &row.late, TextKind::Small, p.danger, room);
    let mut end = at.x;
    if !row.second.is_empty() {
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
        ui.painter().galley(pos2(end, at.y), late, p.danger);
    }
}

/// Carries out the one action of a row.
fn act(ctx: &mut ViewCtx<'_>, row: &Row) {
    match (row.action, row.contact, row.follow_up) {
        (Action::Review, Some(contact), _) => ctx.open(Sheet::Review(contact)),
        (Action::Suggest, Some(contact), _) => ctx.open(Sheet::FollowUp(FollowUpDraft {
            kind: FollowUpKind::Meet,
            contacts: vec![contact],
            due_on: ctx.today.checked_add_days(chrono::Days::new(7)),
            ..FollowUpDraft::default()
        })),
        (Action::Write | Action::Log | Action::Congratulate, Some(contact), completes) => {
            let contacts = completes
                .and_then(|id| ctx.book.get(id))
                .map(|follow_up| follow_up.contacts.iter().copied().collect())
                .unwrap_or_else(|| vec![contact]);
            ctx.open(Sheet::LogEncounter { contacts, completes: completes.map(Into::into) });
        }
        (_, _, Some(follow_up)) => {
            ctx.edit(Edit::CompleteFollowUp { follow_up: follow_up.into(), encounter: None })
        }
        (_, _, None) => {}
    }
}

/// Draws the strip of the days to come. A press shows the day in the calendar.
pub fn week_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, days: &[Ahead], height: f32) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Group, true, ctx.texts.today_week()));
    ground(ui, rect);
    let count = if rect.width() < 760.0 { days.len().min(5) } else { days.len() };
    let width = rect.width() / count.max(1) as f32;
    for (index, day) in days.iter().take(count).enumerate() {
        let left = rect.left() + width * index as f32;
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
        let response = ui.interact(cell, Id::unique(("today ahead", day.date)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &day.spoken));
        if response.hovered() || response.has_focus() {
            let fill = p.hover.gamma_multiply(0.5);
            ui.painter().rect_filled(cell.shrink(2.0), CornerRadius::same(radius::CONTROL), fill);
        }
        if index > 0 {
            ui.painter().vline(cell.left(), cell.y_range(), Stroke::new(1.0, p.line));
        }
        let weekday = text::line(ui.painter(), day.weekday, TextKind::Small, p.text2, width);
        let end = cell.left() + 13.0 + weekday.size().x + 6.0;
        ui.painter().galley(pos2(cell.left() + 13.0, cell.top() + 12.0), weekday, p.text2);
        let number = text::line(ui.painter(), &day.number, TextKind::Strong, p.text, 40.0);
        ui.painter().galley(pos2(end, cell.top() + 10.5), number, p.text);
        let room = width - 44.0;
        for (line, (kind, words)) in day.lines.iter().enumerate() {
            let y = cell.top() + 43.0 + 22.0 * line as f32;
            let centre = pos2(cell.left() + 21.0, y);
            match kind {
                Some(kind) => paint_seal(ui.painter(), centre, 17.0, *kind, p),
                None => paint_icon(ui.painter(), centre, icons::TICKET, Weight::Fill, 14.0, p.ai_text),
            }
            let words = text::line(ui.painter(), words, TextKind::Small, p.text, room);
            ui.painter().galley(pos2(cell.left() + 35.0, y - words.size().y / 2.0), words, p.text);
        }
        if day.lines.is_empty() {
            let free =
                text::line(ui.painter(), ctx.texts.today_free(), TextKind::Small, p.text2, room + 20.0);
            ui.painter().galley(pos2(cell.left() + 13.0, cell.top() + 35.0), free, p.text2);
        }
        if response.clicked() {
            ctx.ask(Command::ShowDay(day.date));
        }
    }
}
