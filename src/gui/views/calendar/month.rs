//! The month on screen: cells, bars, pills, and what the pointer does to them.
//!
//! Owns painting and hit areas; must not know how a day is gathered ([`super::grid`]). Cells, bars and
//! pills are painted, and each has a response with a name, so that they can be reached without eyes.

use chrono::{NaiveDate, Weekday};
use eframe::egui::{
    self, CornerRadius, EventFilter, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, text};
use crate::gui::widgets::{dashed_rect, paint_icon, paint_seal, tip};
use crate::text::Locale;

use super::drag::{Drag, Part, Spot, paint_source};
use super::grid::{Bar, Day, Month, Pill, Week};
use super::items::Thing;

/// Width of the column of week numbers.
const GUTTER: f32 = 34.0;
/// How far from the end of a bar it is taken up to make the event longer or shorter.
pub const GRIP: f32 = 7.0;
/// Height of the heads of the columns.
const HEADS: f32 = 30.0;
/// From the top of a cell to its first pill.
const TOP: f32 = 28.0;
/// From one pill to the next.
const PITCH: f32 = 24.0;
/// Pills narrower than this show the initials.
const NARROW: f32 = 96.0;

/// What the pointer or a key did in the month.
#[derive(Debug, Clone, PartialEq)]
pub enum Did {
    /// A day was chosen.
    Day(NaiveDate),
    /// A day was entered by a key: the keyboard goes to the first thing on it.
    Enter(NaiveDate),
    /// All of a day is to be shown.
    More(NaiveDate),
    /// A day was double-clicked: something new on it.
    Add(NaiveDate),
    /// A thing was chosen, on this day.
    Thing(Thing, NaiveDate),
    /// A thing is to be opened.
    Open(Thing),
    /// The week that begins on this day is to be shown.
    Week(NaiveDate),
}

/// How the month looks now.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The selected day.
    pub selected: NaiveDate,
    /// What is being dragged.
    pub drag: Option<&'a Drag>,
}

/// What came of drawing the month.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What the user did.
    pub did: Vec<Did>,
    /// What began to be dragged.
    pub drag: Option<Drag>,
    /// The day under the pointer.
    pub over: Option<Spot>,
    /// The thing that has the keyboard, and its day.
    pub focused: Option<(Thing, NaiveDate)>,
    /// A day has the keyboard.
    pub day_focused: bool,
    /// The cell of the selected day.
    pub selected: Option<Rect>,
}

/// The id of a day's cell, by which it gets the keyboard.
pub fn day_id(day: NaiveDate) -> Id {
    Id::unique(("calendar day", day))
}

/// The id of a pill in the month; it stays when the pill moves.
pub fn thing_id(thing: Thing) -> Id {
    Id::unique(("calendar thing", thing.key()))
}

/// Draws the month over all the room there is. `menu` fills the context menu of a thing.
pub fn month_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    month: &Month,
    look: Look<'_>,
    menu: &mut dyn FnMut(&mut ViewCtx<'_>, &mut Ui, Thing),
) -> Outcome {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let mut outcome = Outcome::default();
    let rows = month.weeks.len().max(1);
    let grid = Rect::from_min_max(pos2(rect.left() + GUTTER, rect.top() + HEADS), rect.max);
    let painter = ui.painter().clone();
    let snap = |v: f32| painter.round_to_pixel_center(v);
    let x = |column: usize| snap(grid.left() + grid.width() * column as f32 / 7.0);
    let y = |row: usize| snap(grid.top() + grid.height() * row as f32 / rows as f32);
    for (column, head) in month.columns.iter().enumerate() {
        let ink = head_ink(ctx, p, head.weekday);
        let line = text::line(ui.painter(), head.label, TextKind::Small, ink, 60.0);
        ui.painter().galley(pos2(x(column) + 10.0, rect.top() + 8.0), line, ink);
    }
    let pointer = ui.ctx().pointer_latest_pos();
    let mut cells = Vec::with_capacity(rows * 7);
    for (row, week) in month.weeks.iter().enumerate() {
        for (column, day) in week.days.iter().enumerate() {
            let cell = Rect::from_min_max(pos2(x(column), y(row)), pos2(x(column + 1), y(row + 1)));
            if pointer.is_some_and(|at| cell.contains(at)) {
                outcome.over = Some(Spot::day(day.date));
            }
            cells.push((cell, day));
            cell_ui(ctx, ui, cell, day, look, &mut outcome);
        }
    }
    let line = Stroke::new(1.0, p.line);
    for row in 0..=rows {
        ui.painter().hline(grid.left()..=grid.right(), y(row), line);
    }
    for column in 0..=7 {
        ui.painter().vline(x(column), grid.y_range(), line);
    }
    for (row, week) in month.weeks.iter().enumerate() {
        let cell =
            |column: usize| Rect::from_min_max(pos2(x(column), y(row)), pos2(x(column + 1), y(row + 1)));
        let gutter = Rect::from_min_max(pos2(rect.left(), y(row)), pos2(grid.left() - 4.0, y(row + 1)));
        if gutter_ui(ui, gutter, week) {
            outcome.did.push(Did::Week(week.begin));
        }
        let most = (((y(row + 1) - y(row)) - TOP - 2.0) / PITCH).floor().max(0.0) as usize;
        week_ui(ctx, ui, week, &cell, most, look, &mut outcome, menu);
    }
    for (cell, day) in cells {
        frame_ui(ui, cell, day, ctx.today, look);
        if day.date == look.selected {
            outcome.selected = Some(cell);
        }
    }
    outcome
}

/// The colour of the name of a weekday.
pub fn head_ink(ctx: &ViewCtx<'_>, p: &Palette, weekday: Weekday) -> egui::Color32 {
    match (ctx.texts.locale(), weekday) {
        // Japanese calendars print Sundays red and Saturdays blue.
        (Locale::Ja, Weekday::Sun) => p.danger,
        (Locale::Ja, Weekday::Sat) => p.ai_text,
        _ => p.text2,
    }
}

/// The number of a week and how full it is; a press shows the week.
fn gutter_ui(ui: &Ui, rect: Rect, week: &Week) -> bool {
    let p = Palette::of(ui);
    let response = ui.interact(rect, Id::unique(("calendar week", week.begin)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &week.load.spoken));
    let fill = fill_of(&response, egui::Color32::TRANSPARENT, p.hover, p.pressed);
    ui.painter().rect_filled(rect.shrink(2.0), CornerRadius::same(6), fill);
    ring(ui, &response, rect.shrink(3.0), 6);
    let number = text::line(ui.painter(), &week.number, TextKind::Label, p.text3, 30.0);
    let top = rect.top() + 8.0;
    ui.painter().galley(pos2(rect.center().x - number.size().x / 2.0, top), number, p.text3);
    let (count, part) = (&week.load.label, week.load.part());
    let track = Rect::from_min_max(
        pos2(rect.center().x - 2.0, top + 20.0),
        pos2(rect.center().x + 2.0, (rect.bottom() - 24.0).max(top + 28.0)),
    );
    if track.bottom() < rect.bottom() - 6.0 && !count.is_empty() {
        let ink = if week.load.is_full() { p.danger } else { p.ai };
        ui.painter().rect_filled(track, CornerRadius::same(2), p.pressed);
        let filled = track.with_min_y(track.bottom() - track.height() * part);
        ui.painter().rect_filled(filled, CornerRadius::same(2), ink);
        let ink = if week.load.is_full() { p.danger } else { p.text2 };
        let count = text::line(ui.painter(), count, TextKind::Label, ink, 30.0);
        let at = pos2(rect.center().x - count.size().x / 2.0, rect.bottom() - 20.0);
        ui.painter().galley(at, count, ink);
    }
    let clicked = response.clicked();
    tip(response, &week.load.spoken, None);
    clicked
}

/// The ground of a day, its number, and its response.
fn cell_ui(ctx: &ViewCtx<'_>, ui: &Ui, cell: Rect, day: &Day, look: Look<'_>, outcome: &mut Outcome) {
    let p = Palette::of(ui);
    let response = ui.interact(cell, day_id(day.date), Sense::click());
    let selected = day.date == look.selected;
    response.widget_info(|| WidgetInfo::selected(egui::Role::GridCell, true, selected, &day.spoken));
    keep_arrows(ui, &response);
    outcome.day_focused |= response.has_focus();
    if response.double_clicked() {
        outcome.did.push(Did::Add(day.date));
    } else if response.clicked() {
        // Enter clicks too, and goes on to what is on the day.
        let by_key = ui.input(|input| input.key_pressed(egui::Key::Enter));
        response.request_focus();
        outcome.did.push(if by_key { Did::Enter(day.date) } else { Did::Day(day.date) });
    }
    let fill = if !day.in_month {
        p.sunk
    } else if day.weekend {
        p.desk
    } else {
        p.panel
    };
    ui.painter().rect_filled(cell, CornerRadius::ZERO, fill);
    let is_target = look.drag.is_some() && outcome.over.is_some_and(|spot| spot.day == day.date);
    if is_target {
        let zone = cell.shrink(4.0);
        ui.painter().rect_filled(zone, CornerRadius::same(6), p.ai_soft);
        dashed_rect(ui.painter(), zone, 6.0, Stroke::new(2.0, p.ai));
    } else if selected && day.date != ctx.today {
        ui.painter().rect_filled(cell.shrink(1.0), CornerRadius::ZERO, p.ai_soft.gamma_multiply(0.55));
    } else if response.hovered() && look.drag.is_none() {
        ui.painter().rect_filled(cell.shrink(1.0), CornerRadius::ZERO, p.hover.gamma_multiply(0.35));
    }
    let today = day.date == ctx.today;
    let ink = if today {
        p.on_ai
    } else if day.holiday.is_some() {
        p.danger
    } else if day.in_month {
        p.text
    } else {
        p.text3
    };
    let kind = if today { TextKind::Strong } else { TextKind::Small };
    let number = text::line(ui.painter(), &day.label, kind, ink, cell.width() - 12.0);
    let after = cell.left() + 16.0 + number.size().x.max(14.0);
    if let Some(holiday) = &day.holiday {
        // The count of what is hidden stands at the right end.
        let room = cell.right() - after - 56.0;
        if room > 24.0 {
            let ink = if day.in_month { p.danger } else { p.text3 };
            let line = text::line(ui.painter(), holiday, TextKind::Label, ink, room);
            ui.painter().galley(pos2(after, cell.top() + 15.0 - line.size().y / 2.0), line, ink);
        }
    }
    let centre = pos2(cell.left() + 17.0, cell.top() + 15.0);
    if today {
        let size = vec2((number.size().x + 8.0).max(22.0), 22.0);
        let left = cell.left() + 6.0;
        let disc = Rect::from_min_size(pos2(left, centre.y - 11.0), size);
        ui.painter().rect_filled(disc, CornerRadius::same(11), p.ai);
        ui.painter().galley(disc.center() - number.size() / 2.0, number, ink);
    } else {
        ui.painter().galley(pos2(cell.left() + 10.0, centre.y - number.size().y / 2.0), number, ink);
    }
}

/// The frame around today and around the day that has the keyboard, above everything in the cells.
fn frame_ui(ui: &Ui, cell: Rect, day: &Day, today: NaiveDate, look: Look<'_>) {
    let p = Palette::of(ui);
    let focused = ui.memory(|memory| memory.has_focus(day_id(day.date)));
    if day.date == today || day.date == look.selected {
        let line = Stroke::new(if day.date == today { 2.0 } else { 1.5 }, p.ai);
        ui.painter().rect_stroke(cell, CornerRadius::same(3), line, StrokeKind::Middle);
    }
    if focused {
        dashed_rect(ui.painter(), cell.shrink(3.0), 4.0, Stroke::new(1.5, p.ai));
    }
}

#[expect(clippy::too_many_arguments, reason = "one call, which hands through what the month was given")]
fn week_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &Ui,
    week: &Week,
    cell: &dyn Fn(usize) -> Rect,
    most: usize,
    look: Look<'_>,
    outcome: &mut Outcome,
    menu: &mut dyn FnMut(&mut ViewCtx<'_>, &mut Ui, Thing),
) {
    for bar in week.bars.iter().filter(|bar| bar.lane < most) {
        let (first, last) = (cell(bar.from), cell(bar.to));
        let left = first.left() + if bar.begins { 6.0 } else { 0.0 };
        let right = last.right() - if bar.ends { 6.0 } else { 0.0 };
        let top = first.top() + TOP + PITCH * bar.lane as f32;
        let rect = Rect::from_min_max(pos2(left, top), pos2(right, top + sizes::PILL));
        let thing = Thing::Event(bar.event);
        let response = bar_ui(ui, rect, bar, look);
        if let Some(drag) = grips_ui(ctx, ui, rect, bar) {
            outcome.drag = Some(drag);
        }
        let column = |at: Pos2| (bar.from..=bar.to).find(|column| at.x < cell(*column).right());
        let pressed = ui.input(|input| input.pointer.press_origin()).and_then(column).unwrap_or(bar.from);
        let day = week.days[pressed.min(6)].date;
        if response.drag_started() && ctx.writable {
            let starts = ctx.book.get(bar.event).and_then(|event| event.starts_on).unwrap_or(day);
            outcome.drag = Some(Drag {
                kind: None,
                name: bar.title.clone(),
                offset: (day - starts).num_days(),
                ..Drag::new(thing)
            });
        }
        touch(ctx, ui, &response, thing, day, outcome, menu);
    }
    for (column, day) in week.days.iter().enumerate() {
        let cell = cell(column);
        let room = most.saturating_sub(day.lanes);
        let hidden_bars =
            week.bars.iter().filter(|bar| bar.lane >= most && (bar.from..=bar.to).contains(&column)).count();
        let hidden = day.pills.len().saturating_sub(room) + hidden_bars;
        for (row, pill) in day.pills.iter().take(room).enumerate() {
            let top = cell.top() + TOP + PITCH * (day.lanes + row) as f32;
            let rect = Rect::from_min_size(
                pos2(cell.left() + 6.0, top),
                vec2((cell.width() - 12.0).max(20.0), sizes::PILL),
            );
            let response = pill_ui(ui, rect, pill, day.date, look);
            let Some(thing) = pill.thing else { continue };
            if response.drag_started() && !pill.done && ctx.writable {
                outcome.drag =
                    Some(Drag { kind: Some(pill.kind), name: pill.name.clone(), ..Drag::new(thing) });
            }
            touch(ctx, ui, &response, thing, day.date, outcome, menu);
        }
        if hidden > 0 {
            more_ui(ctx, ui, cell, day.date, hidden, outcome);
        }
    }
}

/// What a press, a key or the second button on a thing asks for.
pub fn touch(
    ctx: &mut ViewCtx<'_>,
    ui: &Ui,
    response: &Response,
    thing: Thing,
    day: NaiveDate,
    outcome: &mut Outcome,
    menu: &mut dyn FnMut(&mut ViewCtx<'_>, &mut Ui, Thing),
) {
    keep_keys(ui, response);
    if response.has_focus() {
        outcome.focused = Some((thing, day));
    }
    if response.double_clicked() {
        outcome.did.push(Did::Open(thing));
    } else if response.clicked() {
        // Enter clicks too, and then it opens.
        let by_key = ui.input(|input| input.key_pressed(egui::Key::Enter));
        response.request_focus();
        outcome.did.push(if by_key { Did::Open(thing) } else { Did::Thing(thing, day) });
    }
    response.context_menu(|ui| menu(ctx, ui, thing));
}

/// Arrow keys on a cell or pill move the day, not egui's focus.
pub fn keep_arrows(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// The same for a thing, from which Esc leads back to its day.
pub fn keep_keys(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// The two ends of a bar, at which the event is made longer and shorter.
pub fn grips_ui(ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, bar: &Bar) -> Option<Drag> {
    if !ctx.writable {
        return None;
    }
    let mut begun = None;
    let left = rect.with_max_x(rect.left() + GRIP);
    let right = rect.with_min_x(rect.right() - GRIP);
    for (is_there, part, grip) in [(bar.begins, Part::Begin, left), (bar.ends, Part::End, right)] {
        if !is_there {
            continue;
        }
        let id = Id::unique(("calendar grip", bar.event, part == Part::End));
        let response = ui.interact(grip, id, Sense::drag());
        let name = if part == Part::Begin { &bar.grip_begin } else { &bar.grip_end };
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Splitter, true, name));
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
            let line = Stroke::new(2.0, Palette::of(ui).ai);
            ui.painter().vline(grip.center().x, grip.shrink(5.0).y_range(), line);
        }
        if response.drag_started() {
            begun = Some(Drag { name: bar.title.clone(), part, ..Drag::new(Thing::Event(bar.event)) });
        }
    }
    begun
}

pub fn bar_ui(ui: &Ui, rect: Rect, bar: &Bar, look: Look<'_>) -> Response {
    let p = Palette::of(ui);
    let thing = Thing::Event(bar.event);
    // A bar that goes on in the next week is a second response for the same event.
    let id =
        if bar.begins { thing_id(thing) } else { thing_id(thing).with(bar.from).with(rect.top() as i32) };
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &bar.spoken));
    let mut painter = ui.painter().clone();
    let dragged = look.drag.is_some_and(|drag| drag.thing == thing);
    if dragged {
        painter.multiply_opacity(0.55);
    }
    let (l, r) = (if bar.begins { 5 } else { 0 }, if bar.ends { 5 } else { 0 });
    let corner = CornerRadius { nw: l, sw: l, ne: r, se: r };
    let fill = fill_of(&response, p.ai_soft, p.ai_soft_hover, p.ai_soft_press);
    painter.rect_filled(rect, corner, fill);
    if dragged {
        paint_source(ui, rect, 5.0);
    }
    ring(ui, &response, rect, 5);
    let y = rect.center().y;
    paint_icon(&painter, pos2(rect.left() + 12.0, y), icons::TICKET, Weight::Fill, 13.0, p.ai_text);
    let line = text::line(&painter, &bar.title, TextKind::Strong, p.ai_text, rect.width() - 28.0);
    let elided = line.elided;
    painter.galley(pos2(rect.left() + 23.0, y - line.size().y / 2.0), line, p.ai_text);
    if elided && look.drag.is_none() { tip(response, &bar.title, None) } else { response }
}

pub fn pill_ui(ui: &Ui, rect: Rect, pill: &Pill, day: NaiveDate, look: Look<'_>) -> Response {
    let p = Palette::of(ui);
    let (id, sense, role) = match pill.thing {
        Some(thing) if !pill.done => (thing_id(thing), Sense::click_and_drag(), egui::Role::Button),
        Some(thing) => (thing_id(thing), Sense::click(), egui::Role::Button),
        None => (day_id(day).with(&pill.name), Sense::hover(), egui::Role::Label),
    };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(role, true, &pill.spoken));
    let mut painter = ui.painter().clone();
    let dragged = look.drag.is_some_and(|drag| Some(drag.thing) == pill.thing);
    if dragged {
        painter.multiply_opacity(0.55);
    }
    let corner = CornerRadius::same(11);
    if pill.foreseen && !dragged {
        if pill.thing.is_some() {
            let rest = egui::Color32::TRANSPARENT;
            painter.rect_filled(rect, corner, fill_of(&response, rest, p.hover, p.pressed));
        }
        dashed_rect(&painter, rect, 11.0, Stroke::new(1.0, pill.kind.color(p)));
    } else if dragged {
        paint_source(ui, rect, 11.0);
    } else if pill.done {
        painter.rect_filled(rect, corner, fill_of(&response, egui::Color32::TRANSPARENT, p.hover, p.pressed));
    } else {
        painter.rect_filled(rect, corner, fill_of(&response, pill.kind.tint(p), p.hover, p.pressed));
    }
    ring(ui, &response, rect, 11);
    let y = rect.center().y;
    let centre = pos2(rect.left() + 3.0 + sizes::SEAL_PILL / 2.0, y);
    if pill.done {
        paint_icon(&painter, centre, icons::CHECK, Weight::Bold, 13.0, pill.kind.color(p));
    } else {
        paint_seal(&painter, centre, sizes::SEAL_PILL, pill.kind, p);
    }
    let ink = if pill.done { p.text2 } else { p.text };
    let words = if rect.width() < NARROW { &pill.initial } else { &pill.name };
    let line = text::line(&painter, words, TextKind::Small, ink, rect.width() - 32.0);
    let shortened = line.elided || rect.width() < NARROW;
    painter.galley(pos2(rect.left() + 24.0, y - line.size().y / 2.0), line, ink);
    if shortened && look.drag.is_none() { tip(response, &pill.name, None) } else { response }
}

pub fn more_ui(ctx: &ViewCtx<'_>, ui: &Ui, cell: Rect, day: NaiveDate, hidden: usize, outcome: &mut Outcome) {
    let p = Palette::of(ui);
    let words = ctx.texts.calendar_more(hidden as i64);
    let narrow = cell.width() < NARROW + 12.0;
    let short = format!("+{hidden}");
    let shown = if narrow { short.as_str() } else { words.as_str() };
    let line = text::line(ui.painter(), shown, TextKind::Label, p.text2, cell.width() - 50.0);
    let size = Vec2::new(line.size().x + 10.0, 20.0);
    let rect = Rect::from_min_size(pos2(cell.right() - size.x - 3.0, cell.top() + 5.0), size);
    let response = ui.interact(rect, day_id(day).with("more"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &words));
    let fill = fill_of(&response, egui::Color32::TRANSPARENT, p.hover, p.pressed);
    ui.painter().rect_filled(rect, CornerRadius::same(5), fill);
    ring(ui, &response, rect, 5);
    ui.painter().galley(rect.center() - line.size() / 2.0, line, p.text2);
    if response.clicked() {
        outcome.did.push(Did::More(day));
    }
}

/// The fill of a surface at rest, under the pointer, and held down.
pub fn fill_of(
    response: &Response,
    rest: egui::Color32,
    hover: egui::Color32,
    press: egui::Color32,
) -> egui::Color32 {
    if response.is_pointer_button_down_on() {
        press
    } else if response.hovered() {
        hover
    } else {
        rest
    }
}

/// The ring of the keyboard.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if response.has_focus() {
        let line = Stroke::new(2.0, Palette::of(ui).ai);
        let corner = CornerRadius::same(corner.saturating_add(2));
        ui.painter().rect_stroke(rect.expand(1.0), corner, line, StrokeKind::Outside);
    }
}

/// A child `Ui` over a rectangle.
pub fn inside<R>(ui: &mut Ui, rect: Rect, layout: egui::Layout, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    add(&mut child)
}
