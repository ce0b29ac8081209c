//! The boxes of Today: the pile, a list of rows, the strip of days to come.

use eframe::egui::{
    self, Align, CornerRadius, Id, Layout, Rect, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::board::{Ahead, Group, Pile, Place, Section};
use super::hands::Hands;
use super::rows::{ROW, row_id, row_ui};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, sizes, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::widgets::{Button, Kind, paint_icon, paint_seal, ring, tip};

/// Height of the box of the pile.
pub const PILE: f32 = 372.0;

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
    let title = text::line(
        ui.painter(),
        &pile.title,
        TextKind::Heading,
        p.text,
        width - if pile.event.is_some() { 160.0 } else { 40.0 },
    );
    ui.painter().galley(rect.min + vec2(19.0, 15.0), title, p.text);
    let words = text::line(ui.painter(), &pile.words, TextKind::Small, p.text2, width - 40.0);
    ui.painter().galley(rect.min + vec2(19.0, 37.0), words, p.text2);
    if let Some(event) = pile.event {
        let tell = Button::new(ctx.texts.events_debrief_open()).small();
        let place = Rect::from_min_max(
            pos2(rect.right() - 131.0, rect.top() + 14.0),
            pos2(rect.right() - 19.0, rect.top() + 42.0),
        );
        let mut place = ui.new_child(
            egui::UiBuilder::new().max_rect(place).layout(egui::Layout::right_to_left(egui::Align::Center)),
        );
        if ctx.add_writing(&mut place, tell).clicked() {
            ctx.open(Sheet::Debrief(event));
        }
    }
    let name = ui.interact(rect.with_max_y(rect.top() + 56.0), Id::unique("today pile"), Sense::hover());
    name.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &pile.title));
    let table = Rect::from_min_max(rect.min + vec2(0.0, 64.0), rect.max - vec2(0.0, 74.0));
    fan(ctx, ui, pile, table);
    let button =
        Rect::from_min_max(pos2(rect.left() + 19.0, rect.bottom() - 59.0), rect.max - vec2(19.0, 19.0));
    let (sort, clear) = (ctx.texts.today_sort(), ctx.texts.pile_title());
    if pile.nameless == 0 {
        let all = Button::primary(clear).large().icon(icons::CARDS_THREE).key("C").min_width(button.width());
        if ui.place(button, all).clicked() {
            ctx.open(Sheet::ClearTen);
        }
        return;
    }
    // Words are never cut: in a longer language the glyph goes first, then the keys, which the list of keys tells too.
    let (mut one, mut two) = (Button::primary(sort).large(), Button::new(clear).large());
    let fits = |one: &Button<'_>, two: &Button<'_>| one.width(ui) + two.width(ui) + 8.0 <= button.width();
    let keyed = (one.key("S"), two.key("C"));
    let whole = (keyed.0.icon(icons::CARDS_THREE), keyed.1);
    if let Some(fitting) = [whole, keyed].into_iter().find(|(one, two)| fits(one, two)) {
        (one, two) = fitting;
    }
    let spare = (button.width() - 8.0 - one.width(ui) - two.width(ui)).max(0.0);
    let half = (one.width(ui) + spare / 2.0).floor();
    let (first, second) =
        (button.with_max_x(button.left() + half), button.with_min_x(button.left() + half + 8.0));
    if ui.place(first, one.min_width(first.width())).clicked() {
        ctx.open(Sheet::NameCards(None));
    }
    let clear = two.min_width(second.width());
    let response = ui.place(second, clear);
    let response = if pile.waiting.is_empty() { response } else { tip(response, &pile.waiting, None) };
    if response.clicked() {
        ctx.open(Sheet::ClearTen);
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

/// Height of the title of a box.
const TITLE: f32 = 48.0;
/// Height of the line above a group.
const GROUP: f32 = 32.0;
/// Height of the button that unfolds.
const MORE: f32 = 36.0;

/// Returns how high a box is, with the rows that are just leaving.
pub fn height(section: &Section, hands: &Hands) -> f32 {
    let most = hands.shown(section);
    let mut left = most;
    let mut inside = 0.0;
    for group in &section.groups {
        let rows = group.rows.len().min(left);
        left -= rows;
        let label = if group.label.is_empty() || rows == 0 { 0.0 } else { GROUP };
        inside += ROW * rows as f32 + label;
    }
    let more = if section.more.is_some() { MORE } else { 0.0 };
    TITLE + inside + hands.leaving_height(section.place) + more
}

/// Draws a box with its rows. `main`: its first row has the main button of the page.
pub fn section_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    section: &Section,
    hands: &mut Hands,
    width: f32,
    main: bool,
) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, height(section, hands)), Sense::hover());
    let concerned = hands.concerns(section);
    if !ui.is_rect_visible(rect) && !concerned {
        return;
    }
    ground(ui, rect);
    title_ui(ctx, ui, section, rect);
    let mut top = rect.top() + TITLE;
    let mut main = main;
    let mut left = hands.shown(section);
    let mut index = 0;
    for group in &section.groups {
        if left == 0 {
            break;
        }
        if !group.label.is_empty() {
            let place = Rect::from_min_size(pos2(rect.left(), top), vec2(width, GROUP));
            if ui.is_rect_visible(place) {
                group_ui(ui, group, place);
            }
            top += GROUP;
        }
        for row in group.rows.iter().take(left) {
            top += hands.leaving_ui(ui, section.place, index, pos2(rect.left(), top), width);
            let place = Rect::from_min_size(pos2(rect.left(), top), vec2(width, ROW));
            if hands.reveals(row.source) {
                ui.scroll_to_rect(place.expand(8.0), None);
            }
            if ui.is_rect_visible(place) || ui.memory(|memory| memory.has_focus(row_id(row.source))) {
                row_ui(ctx, ui, row, hands, place, main);
            }
            main = false;
            top += ROW;
            index += 1;
        }
        left = left.saturating_sub(group.rows.len());
    }
    top += hands.leaving_ui(ui, section.place, index, pos2(rect.left(), top), width);
    if let Some(more) = &section.more {
        let place = Rect::from_min_max(pos2(rect.left() + 8.0, top + 4.0), rect.max - vec2(8.0, 4.0));
        let line = Stroke::new(1.0, Palette::of(ui).line);
        ui.painter().hline(rect.left() + 1.0..=rect.right() - 1.0, top, line);
        let is_open = hands.is_unfolded(section.place);
        let (label, caret) = if is_open {
            (ctx.texts.today_fewer(), icons::MINUS)
        } else {
            (more.as_str(), icons::CARET_DOWN)
        };
        if ui.place(place, Button::ghost(label).small().trailing(caret)).clicked() {
            hands.fold(section.place);
        }
    }
}

/// Seal, title, count; and what belongs to the box as a whole.
fn title_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, section: &Section, rect: Rect) {
    let p = Palette::of(ui);
    let y = rect.top() + TITLE / 2.0;
    let seal = pos2(rect.left() + 25.0, y);
    match section.place.seal() {
        Some(kind) => paint_seal(ui.painter(), seal, 24.0, kind, p),
        None => {
            ui.painter().circle_filled(seal, 12.0, p.text2);
            paint_icon(ui.painter(), seal, icons::VIDEO_CAMERA, Weight::Fill, 14.0, p.panel);
        }
    }
    let mut end = rect.right() - 12.0;
    if section.place == Place::Reviews {
        let place =
            Rect::from_min_max(pos2(rect.right() - 160.0, rect.top()), rect.right_top() + vec2(-8.0, TITLE));
        let layout = Layout::right_to_left(Align::Center);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout));
        let reasons = Button::ghost(ctx.texts.review_why_short()).small().icon(icons::LIGHTBULB);
        if child.add(reasons).clicked() {
            ctx.open(Sheet::Reasons);
        }
        end = child.min_rect().left() - 8.0;
    } else if !section.warning.is_empty() {
        let line = text::line(ui.painter(), &section.warning, TextKind::Small, p.danger, 160.0);
        end -= line.size().x;
        ui.painter().galley(pos2(end, y - line.size().y / 2.0), line, p.danger);
    }
    let count = text::line(ui.painter(), &section.count, TextKind::Body, p.text2, 60.0);
    let room = end - rect.left() - 46.0 - 18.0 - count.size().x;
    let title = text::line(ui.painter(), &section.title, TextKind::Heading, p.text, room);
    let after = rect.left() + 46.0 + title.size().x + 9.0;
    ui.painter().galley(pos2(rect.left() + 46.0, y - title.size().y / 2.0), title, p.text);
    ui.painter().galley(pos2(after, y - count.size().y / 2.0), count, p.text2);
    let head = Rect::from_min_max(rect.min, pos2(end, rect.top() + TITLE));
    let response = ui.interact(head, Id::unique(("today box", section.place)), Sense::hover());
    let spoken = [section.title.as_str(), section.count.as_str()].join(" ");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &spoken));
}

/// What stands above a group: ring, time left, event; or the city and what leads there.
fn group_ui(ui: &mut Ui, group: &Group, rect: Rect) {
    let p = Palette::of(ui);
    let fill = if group.urgent { p.k_thanks_tint } else { p.sunk };
    ui.painter().rect_filled(rect.shrink2(vec2(1.0, 0.0)), CornerRadius::ZERO, fill);
    let y = rect.center().y;
    let left = match group.left {
        Some(part) => {
            let place = Rect::from_center_size(pos2(rect.left() + 22.0, y), vec2(18.0, 18.0));
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
            ring(&mut child, 18.0, Some(part), Kind::Thanks.color(p), &group.label);
            rect.left() + 38.0
        }
        None => {
            paint_icon(
                ui.painter(),
                pos2(rect.left() + 20.0, y),
                icons::MAP_PIN,
                Weight::Regular,
                15.0,
                p.text2,
            );
            let name = ui.interact(rect, Id::unique(("today group", &group.label)), Sense::hover());
            name.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &group.label));
            rect.left() + 34.0
        }
    };
    let kind = if group.urgent { TextKind::Strong } else { TextKind::Body };
    let label = text::line(ui.painter(), &group.label, kind, p.text, rect.width() * 0.55);
    let end = left + label.size().x;
    ui.painter().galley(pos2(left, y - label.size().y / 2.0), label, p.text);
    let aside = text::line(ui.painter(), &group.aside, TextKind::Small, p.text2, rect.right() - end - 26.0);
    let at = rect.right() - 12.0 - aside.size().x;
    ui.painter().galley(pos2(at, y - aside.size().y / 2.0), aside, p.text2);
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
