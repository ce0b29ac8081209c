//! The week on screen: heads, a lane of what takes the whole day, the hours, and the line of now.
//!
//! Owns painting and hit areas; must not know how a week is gathered ([`super::hours`]). Start reading at [`week_ui`].

use chrono::{NaiveDate, NaiveTime, Timelike as _};
use eframe::egui::{
    self, CornerRadius, Id, Pos2, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, text};
use crate::gui::widgets::{dashed_rect, paint_icon, paint_seal, tip};

use super::drag::{Drag, Spot, paint_source};
use super::grid::Day;
use super::hours::{Block, DAY, WeekPlan, time_of};
use super::items::Thing;
use super::month::{
    Did, Look, Outcome, bar_ui, day_id, fill_of, grips_ui, head_ink, keep_arrows, more_ui, pill_ui, ring,
    thing_id, touch,
};

/// Width of the column of hours.
const GUTTER: f32 = 46.0;
/// Height of the heads of the columns.
const HEADS: f32 = 50.0;
/// Height of an hour.
pub const HOUR: f32 = 46.0;
/// From one pill to the next.
const PITCH: f32 = 24.0;
/// A dragged thing lands on a quarter of an hour.
const STEP: i64 = 15;

/// What the week keeps between frames.
#[derive(Debug, Default)]
pub struct WeekState {
    /// The week whose hours were brought to where something is.
    shown: Option<NaiveDate>,
}

/// The columns and the parts of a week.
struct Frame<'a> {
    plan: &'a WeekPlan,
    look: Look<'a>,
    rect: Rect,
    /// Where the lane of whole days ends.
    lane: f32,
}

impl Frame<'_> {
    fn x(&self, column: usize) -> f32 {
        let left = self.rect.left() + GUTTER;
        left + (self.rect.right() - left) * column as f32 / 7.0
    }

    fn column(&self, index: usize) -> Rect {
        Rect::from_min_max(pos2(self.x(index), self.rect.top()), pos2(self.x(index + 1), self.rect.bottom()))
    }

    fn day_at(&self, at: Pos2) -> Option<usize> {
        (0..7).find(|index| self.column(*index).contains(at))
    }
}

/// Draws the week over all the room there is. `menu` fills the context menu of a thing.
pub fn week_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    plan: &WeekPlan,
    state: &mut WeekState,
    look: Look<'_>,
    menu: &mut dyn FnMut(&mut ViewCtx<'_>, &mut Ui, Thing),
) -> Outcome {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let mut outcome = Outcome::default();
    let rows = plan.week.days.iter().map(|day| day.lanes + day.pills.len()).max().unwrap_or(0);
    let most = (((rect.height() - HEADS) * 0.42) / PITCH).floor().max(2.0) as usize;
    let lane = rect.top() + HEADS + rows.clamp(1, most) as f32 * PITCH + 8.0;
    let frame = Frame { plan, look, rect, lane };
    let pointer = ui.ctx().pointer_latest_pos().filter(|at| rect.contains(*at));
    if let Some(at) = pointer
        && at.y < lane
        && let Some(index) = frame.day_at(at)
    {
        outcome.over = Some(Spot { day: plan.week.days[index].date, at: Some(None) });
    }
    for (index, day) in plan.week.days.iter().enumerate() {
        head_ui(ctx, ui, &frame, index, day, &mut outcome);
    }
    lane_ui(ctx, ui, &frame, rows.min(most), &mut outcome, menu);
    hours_ui(ctx, ui, &frame, state, &mut outcome, menu);
    let line = Stroke::new(1.0, p.line);
    let painter = ui.painter();
    for index in 0..=7 {
        painter.vline(painter.round_to_pixel_center(frame.x(index)), rect.y_range(), line);
    }
    for y in [rect.top(), rect.top() + HEADS, lane, rect.bottom()] {
        painter.hline(frame.x(0)..=rect.right(), painter.round_to_pixel_center(y), line);
    }
    for (index, day) in plan.week.days.iter().enumerate() {
        let column = frame.column(index);
        if day.date == ctx.today || day.date == look.selected {
            let width = if day.date == ctx.today { 2.0 } else { 1.5 };
            let line = Stroke::new(width, p.ai);
            painter.rect_stroke(column, CornerRadius::same(3), line, StrokeKind::Middle);
        }
        if ui.memory(|memory| memory.has_focus(day_id(day.date))) {
            dashed_rect(painter, column.shrink(3.0), 4.0, Stroke::new(1.5, p.ai));
        }
        if day.date == look.selected {
            outcome.selected = Some(Rect::from_min_max(column.min, pos2(column.right(), lane)));
        }
    }
    outcome
}

/// The ground of a day, its names, and its response.
fn head_ui(ctx: &ViewCtx<'_>, ui: &Ui, frame: &Frame<'_>, index: usize, day: &Day, outcome: &mut Outcome) {
    let p = Palette::of(ui);
    let column = frame.column(index);
    let selected = day.date == frame.look.selected;
    let today = day.date == ctx.today;
    let response = ui.interact(column, day_id(day.date), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::GridCell, true, selected, &day.spoken));
    keep_arrows(ui, &response);
    outcome.day_focused |= response.has_focus();
    if response.double_clicked() {
        outcome.did.push(Did::Add(day.date));
    } else if response.clicked() {
        let by_key = ui.input(|input| input.key_pressed(egui::Key::Enter));
        response.request_focus();
        outcome.did.push(if by_key { Did::Enter(day.date) } else { Did::Day(day.date) });
    }
    let fill = if day.weekend { p.desk } else { p.panel };
    ui.painter().rect_filled(column, CornerRadius::ZERO, fill);
    if selected && !today {
        ui.painter().rect_filled(column.shrink(1.0), CornerRadius::ZERO, p.ai_soft.gamma_multiply(0.4));
    }
    let head = &frame.plan.columns[index];
    let ink = if day.holiday.is_some() { p.danger } else { head_ink(ctx, p, head.weekday) };
    let name = text::line(ui.painter(), head.label, TextKind::Small, ink, 60.0);
    let left = column.left() + 10.0;
    ui.painter().galley(pos2(left, column.top() + 6.0), name, ink);
    let ink = if today {
        p.on_ai
    } else if day.holiday.is_some() {
        p.danger
    } else {
        p.text
    };
    let number = text::line(ui.painter(), &day.label, TextKind::Strong, ink, column.width() - 20.0);
    let centre = column.top() + 34.0;
    let mut after = left + number.size().x + 8.0;
    if today {
        let disc = Rect::from_min_size(
            pos2(column.left() + 6.0, centre - 11.0),
            vec2((number.size().x + 8.0).max(22.0), 22.0),
        );
        ui.painter().rect_filled(disc, CornerRadius::same(11), p.ai);
        after = disc.right() + 6.0;
        ui.painter().galley(disc.center() - number.size() / 2.0, number, ink);
    } else {
        ui.painter().galley(pos2(left, centre - number.size().y / 2.0), number, ink);
    }
    if let Some(holiday) = &day.holiday
        && column.right() - after > 24.0
    {
        let line = text::line(ui.painter(), holiday, TextKind::Label, p.danger, column.right() - after - 6.0);
        ui.painter().galley(pos2(after, centre - line.size().y / 2.0), line, p.danger);
    }
}

/// What takes whole days: bars of events, then pills.
fn lane_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &Ui,
    frame: &Frame<'_>,
    most: usize,
    outcome: &mut Outcome,
    menu: &mut dyn FnMut(&mut ViewCtx<'_>, &mut Ui, Thing),
) {
    let p = Palette::of(ui);
    let (plan, look) = (frame.plan, frame.look);
    let top = frame.rect.top() + HEADS + 5.0;
    let words = ctx.texts.calendar_all_day();
    let label = text::lines(ui.painter(), words, TextKind::Label, p.text3, GUTTER - 6.0, 2);
    let at = pos2(frame.rect.left() + 2.0, top + 4.0);
    let name = ui.interact(Rect::from_min_size(at, label.size()), Id::unique("all day"), Sense::hover());
    name.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
    ui.painter().galley(at, label, p.text3);
    if look.drag.is_some()
        && let Some(Spot { day, at: Some(None) }) = outcome.over
        && let Some(index) = plan.week.days.iter().position(|other| other.date == day)
    {
        let zone = Rect::from_min_max(
            pos2(frame.x(index), frame.rect.top() + HEADS),
            pos2(frame.x(index + 1), frame.lane),
        );
        ui.painter().rect_filled(zone.shrink(3.0), CornerRadius::same(6), p.ai_soft);
        dashed_rect(ui.painter(), zone.shrink(3.0), 6.0, Stroke::new(2.0, p.ai));
    }
    for bar in plan.week.bars.iter().filter(|bar| bar.lane < most) {
        let left = frame.x(bar.from) + if bar.begins { 6.0 } else { 0.0 };
        let right = frame.x(bar.to + 1) - if bar.ends { 6.0 } else { 0.0 };
        let y = top + PITCH * bar.lane as f32;
        let rect = Rect::from_min_max(pos2(left, y), pos2(right, y + sizes::PILL));
        let response = bar_ui(ui, rect, bar, look);
        let thing = Thing::Event(bar.event);
        outcome.drag = grips_ui(ctx, ui, rect, bar).or(outcome.drag.take());
        let pressed = ui.input(|input| input.pointer.press_origin()).and_then(|at| frame.day_at(at));
        let day = plan.week.days[pressed.unwrap_or(bar.from).clamp(bar.from, bar.to)].date;
        if response.drag_started() && ctx.writable {
            let starts = ctx.book.get(bar.event).and_then(|event| event.starts_on).unwrap_or(day);
            let offset = (day - starts).num_days();
            outcome.drag = Some(Drag { name: bar.title.clone(), offset, ..Drag::new(thing) });
        }
        touch(ctx, ui, &response, thing, day, outcome, menu);
    }
    for (index, day) in plan.week.days.iter().enumerate() {
        let column = frame.column(index);
        let hidden_bars = plan
            .week
            .bars
            .iter()
            .filter(|bar| bar.lane >= most && (bar.from..=bar.to).contains(&index))
            .count();
        let room = most.saturating_sub(day.lanes);
        for (row, pill) in day.pills.iter().take(room).enumerate() {
            let rect = Rect::from_min_size(
                pos2(column.left() + 6.0, top + PITCH * (day.lanes + row) as f32),
                vec2((column.width() - 12.0).max(20.0), sizes::PILL),
            );
            let response = pill_ui(ui, rect, pill, day.date, look);
            let Some(thing) = pill.thing else { continue };
            if response.drag_started() && !pill.done && ctx.writable {
                let name = pill.name.clone();
                outcome.drag = Some(Drag { kind: Some(pill.kind), name, ..Drag::new(thing) });
            }
            touch(ctx, ui, &response, thing, day.date, outcome, menu);
        }
        let hidden = day.pills.len().saturating_sub(room) + hidden_bars;
        if hidden > 0 {
            more_ui(ctx, ui, column, day.date, hidden, outcome);
        }
    }
}

/// The hours, which scroll, and what stands among them.
fn hours_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    frame: &Frame<'_>,
    state: &mut WeekState,
    outcome: &mut Outcome,
    menu: &mut dyn FnMut(&mut ViewCtx<'_>, &mut Ui, Thing),
) {
    let p = Palette::of(ui);
    let room = Rect::from_min_max(pos2(frame.rect.left(), frame.lane), frame.rect.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(room).id_salt("calendar hours"));
    // A spring at the end would pull back to where the hours ended in a window of another height.
    child.spacing_mut().scroll.kinetic.rubber_band = false;
    let mut area = ScrollArea::vertical().id_salt("hours").auto_shrink([false, false]);
    if state.shown != Some(frame.plan.week.begin) {
        state.shown = Some(frame.plan.week.begin);
        let first = frame.plan.first_hour().min(i64::from(ctx.time.hour()).max(8));
        area = area.vertical_scroll_offset((first as f32 - 0.4).max(0.0) * HOUR);
    }
    area.show(&mut child, |ui| {
        crate::gui::panes::follow_focus(ui);
        ui.set_height(24.0 * HOUR + 8.0);
        let origin = ui.max_rect().top();
        let y = |minutes: i64| origin + minutes as f32 / 60.0 * HOUR;
        let soft = Stroke::new(1.0, p.line.gamma_multiply(0.6));
        for (hour, words) in (1..).zip(&frame.plan.hours) {
            let line = ui.painter().round_to_pixel_center(y(hour * 60));
            ui.painter().hline(frame.x(0)..=frame.rect.right(), line, soft);
            let words = text::line(ui.painter(), words, TextKind::Label, p.text3, GUTTER);
            let at = pos2(frame.x(0) - words.size().x - 6.0, line - words.size().y / 2.0);
            ui.painter().galley(at, words, p.text3);
        }
        let pointer = ui.ctx().pointer_latest_pos().filter(|at| room.contains(*at));
        if let Some(at) = pointer
            && let Some(index) = frame.day_at(at)
        {
            let grabbed = frame.look.drag.map_or(0, |drag| drag.minutes);
            let minutes = ((at.y - origin) / HOUR * 60.0) as i64 - grabbed;
            let minutes = (minutes + STEP / 2).div_euclid(STEP) * STEP;
            let time = time_of(minutes.min(DAY - STEP));
            outcome.over = Some(Spot { day: frame.plan.week.days[index].date, at: Some(time) });
            if frame.look.drag.is_some_and(|drag| drag.part == super::drag::Part::Whole)
                && let Some(time) = time
            {
                let top = y(i64::from(time.hour() * 60 + time.minute()));
                let zone =
                    Rect::from_min_max(pos2(frame.x(index), top), pos2(frame.x(index + 1), top + HOUR / 2.0));
                ui.painter().rect_filled(zone.shrink(2.0), CornerRadius::same(6), p.ai_soft);
                dashed_rect(ui.painter(), zone.shrink(2.0), 6.0, Stroke::new(2.0, p.ai));
                // Near an edge the hours go on.
                let edge = 36.0;
                let by = if at.y < room.top() + edge {
                    6.0
                } else if at.y > room.bottom() - edge {
                    -6.0
                } else {
                    0.0
                };
                if by != 0.0 {
                    ui.scroll_with_delta(vec2(0.0, by));
                    ui.ctx().request_repaint();
                }
            }
        }
        for block in &frame.plan.blocks {
            let (left, right) = (frame.x(block.column) + 2.0, frame.x(block.column + 1) - 2.0);
            let width = (right - left) / block.lanes as f32;
            let left = left + width * block.lane as f32;
            let rect = Rect::from_min_max(
                pos2(left + 1.0, y(block.from) + 1.0),
                pos2(left + width - 1.0, y(block.until) - 1.0),
            );
            let response = block_ui(ui, rect, block, frame.look);
            let day = frame.plan.week.days[block.column].date;
            if response.drag_started() && ctx.writable {
                let press = ui.input(|input| input.pointer.press_origin()).map_or(rect.top(), |at| at.y);
                outcome.drag = Some(Drag {
                    kind: block.kind,
                    name: block.name.clone(),
                    minutes: ((press - rect.top()) / HOUR * 60.0) as i64,
                    ..Drag::new(block.thing)
                });
            }
            touch(ctx, ui, &response, block.thing, day, outcome, menu);
        }
        if let Some(index) = frame.plan.week.days.iter().position(|day| day.date == ctx.today) {
            now_ui(ctx, ui, frame, index, y(minutes_of(ctx.time)));
        }
    });
}

fn minutes_of(time: NaiveTime) -> i64 {
    i64::from(time.hour() * 60 + time.minute())
}

/// The line of now, which moves with every minute.
fn now_ui(ctx: &ViewCtx<'_>, ui: &Ui, frame: &Frame<'_>, index: usize, y: f32) {
    let p = Palette::of(ui);
    let line = Rect::from_min_max(pos2(frame.x(index), y - 4.0), pos2(frame.x(index + 1), y + 4.0));
    let response = ui.interact(line, Id::unique("calendar now"), Sense::hover());
    let words = ctx.texts.calendar_now(&ctx.texts.locale().time(ctx.time));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &words));
    ui.painter().circle_filled(pos2(frame.x(index), y), 4.0, p.danger);
    ui.painter().hline(line.x_range(), y, Stroke::new(1.5, p.danger));
    let rest = 60 - ctx.time.second().min(59);
    ui.ctx().request_repaint_after_secs(rest as f32);
}

fn block_ui(ui: &Ui, rect: Rect, block: &Block, look: Look<'_>) -> Response {
    let p = Palette::of(ui);
    let response = ui.interact(rect, thing_id(block.thing), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &block.spoken));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let mut painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(rect.expand(4.0)));
    let dragged = look.drag.is_some_and(|drag| drag.thing == block.thing);
    if dragged {
        painter.multiply_opacity(0.55);
    }
    let (rest, edge) = match block.kind {
        Some(kind) => (kind.tint(p), kind.color(p)),
        None => (p.ai_soft, p.ai),
    };
    let corner = CornerRadius::same(6);
    let fill = match block.kind {
        Some(_) => fill_of(&response, rest, p.hover, p.pressed),
        None => fill_of(&response, rest, p.ai_soft_hover, p.ai_soft_press),
    };
    // The ground keeps the lines of the hours from shining through.
    painter.rect(rect, corner, fill, Stroke::new(1.0, p.panel), StrokeKind::Outside);
    let bar = rect.with_max_x(rect.left() + 3.0);
    painter.rect_filled(bar, CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 }, edge);
    if dragged {
        paint_source(ui, rect, 6.0);
    }
    ring(ui, &response, rect, 6);
    let ink = if block.kind.is_some() { p.text } else { p.ai_text };
    let width = rect.width() - 28.0;
    let top = rect.top() + 3.0;
    let centre = pos2(rect.left() + 14.0, top + 8.0);
    match block.kind {
        Some(kind) => paint_seal(&painter, centre, sizes::SEAL_PILL, kind, p),
        None => paint_icon(&painter, centre, icons::TICKET, Weight::Fill, 13.0, ink),
    }
    let left = rect.left() + 25.0;
    let tall = rect.height() > 34.0;
    let words = if tall { &block.name } else { &block.one_line };
    let name = text::line(&painter, words, TextKind::Small, ink, width);
    let mut elided = name.elided;
    painter.galley(pos2(left, top), name, ink);
    if tall {
        let time = text::line(&painter, &block.time, TextKind::Label, p.text2, width);
        elided |= time.elided;
        painter.galley(pos2(left, top + 17.0), time, p.text2);
    }
    if elided && look.drag.is_none() { tip(response, &block.spoken, None) } else { response }
}
