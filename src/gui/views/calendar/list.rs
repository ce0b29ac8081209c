//! The endless list: month by month into the past and the future, only visible rows drawn.
//!
//! Owns where each row lies and which months are in it; the boxes are those of the agenda. Start reading at [`List::of`].
//!
//! Invariant: rows lie one below the other without gaps (`tests::a_row_is_found_by_its_place`).
//! Invariant: what is at the top stays there when months are added or the book changes (`tests::the_top_row_stays`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Months, NaiveDate};
use eframe::egui::{
    self, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::widgets::{EmptyState, dashed_rect};

use super::Basis;
use super::agenda::{ENTRY, entry_ui};
use super::drag::{Drag, Spot};
use super::grid::first_of_month;
use super::items::{self, Entry, Thing};
use super::month::{Did, day_id, fill_of, keep_arrows};

/// Height of the name of a month.
const MONTH: f32 = 54.0;
/// Height of the name of a day.
const HEAD: f32 = 40.0;
/// Gap below a box.
const GAP: f32 = 6.0;
/// The list is not wider than this.
const WIDEST: f32 = 760.0;
/// Months before and behind today that are there at first.
const AT_FIRST: u32 = 12;
/// Months that come when an end is near.
const MORE: u32 = 12;
/// How near the end of the list more months come, in points.
const NEAR: f32 = 900.0;
/// The list does not reach beyond these years.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// The name of a month; its first day.
    Month(NaiveDate),
    /// The name of a day.
    Day(NaiveDate),
    /// Something on a day.
    Thing(NaiveDate, Thing),
}

impl Row {
    fn height(self) -> f32 {
        match self {
            Self::Month(_) => MONTH,
            Self::Day(_) => HEAD,
            Self::Thing(..) => ENTRY + GAP,
        }
    }

    fn day(self) -> NaiveDate {
        match self {
            Self::Month(day) | Self::Day(day) | Self::Thing(day, _) => day,
        }
    }
}

/// The months of the list; more come while one scrolls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first day of the first month.
    pub first: NaiveDate,
    /// The first day of the last month.
    pub last: NaiveDate,
}

impl Range {
    /// The months around a day.
    pub fn around(day: NaiveDate) -> Self {
        let month = first_of_month(day);
        Self { first: month, last: month }.more(AT_FIRST, AT_FIRST)
    }

    /// So many months more at both ends, within [`YEARS`].
    fn more(self, before: u32, behind: u32) -> Self {
        let keep = |day: &NaiveDate| YEARS.contains(&day.year());
        let first = self.first.checked_sub_months(Months::new(before)).filter(keep);
        let last = self.last.checked_add_months(Months::new(behind)).filter(keep);
        Self { first: first.unwrap_or(self.first), last: last.unwrap_or(self.last) }
    }

    /// The months with a day among them.
    pub fn with(self, day: NaiveDate) -> Self {
        let month = first_of_month(day);
        if !YEARS.contains(&day.year()) {
            return self;
        }
        Self { first: self.first.min(month), last: self.last.max(month) }
    }
}

/// All rows with their places.
#[derive(Debug, Default)]
pub struct List {
    rows: Vec<(f32, Row)>,
    height: f32,
    /// How many things there are in each month.
    counts: BTreeMap<NaiveDate, usize>,
    /// Days on which nothing stands.
    free: BTreeSet<NaiveDate>,
    words: BTreeMap<usize, Option<Entry>>,
    heads: BTreeMap<NaiveDate, Head>,
}

/// The words of a day.
#[derive(Debug, Clone)]
struct Head {
    words: String,
    aside: String,
}

/// What the list keeps between frames, whatever becomes of its rows.
#[derive(Debug, Default)]
pub struct ListState {
    /// The months; those around today until somebody scrolls.
    pub range: Option<Range>,
    /// The row at the top and how much of it is above the edge.
    top: Option<(Row, f32)>,
    /// What of it is in sight.
    seen: std::ops::Range<f32>,
    /// For which rows the place was last set: those of this generation.
    placed: u64,
}

impl ListState {
    /// The month at the top.
    pub fn month(&self) -> Option<NaiveDate> {
        self.top.map(|(row, _)| first_of_month(row.day()))
    }
}

/// Where the list is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum To {
    /// The day comes to the top.
    Top(NaiveDate),
    /// The day comes into sight; nothing moves when it is there.
    Sight(NaiveDate),
}

/// What came of drawing the list.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What the user did.
    pub did: Vec<Did>,
    /// What began to be dragged.
    pub drag: Option<Drag>,
    /// The day under the pointer.
    pub over: Option<Spot>,
    /// The thing that has the keyboard.
    pub focused: Option<(Thing, NaiveDate)>,
    /// A day has the keyboard.
    pub day_focused: bool,
}

impl List {
    /// Gathers the months of a range. Today and the selected day are there also when nothing is on them.
    pub fn of(ctx: &ViewCtx<'_>, basis: &Basis, range: Range, selected: NaiveDate) -> Self {
        let agenda = &ctx.index.agenda;
        let mut days: BTreeMap<NaiveDate, Vec<Thing>> = BTreeMap::new();
        let end = range.last.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX);
        let within = range.first..end;
        for (day, ids) in agenda.events().range(within.clone()) {
            for id in ids {
                // An event of several days stands where it begins.
                let begins = ctx.book.get(*id).and_then(|event| event.starts_on) == Some(*day);
                if begins && items::is_event_shown(ctx, basis.filter, *id) {
                    days.entry(*day).or_default().push(Thing::Event(*id));
                }
            }
        }
        for (day, ids) in agenda.open().range(within.clone()).chain(agenda.done().range(within)) {
            for id in ids.iter().filter(|id| items::is_shown(ctx, basis.filter, **id)) {
                days.entry(*day).or_default().push(Thing::FollowUp(*id));
            }
        }
        // Before the done ones of a day, behind what is stored.
        let last = end.pred_opt().unwrap_or(end);
        for (day, all) in items::foreseen(ctx, basis.filter, range.first..=last) {
            let things = days.entry(day).or_default();
            let is_done = |thing: &Thing| match thing {
                Thing::FollowUp(id) => ctx.book.get(*id).is_some_and(|it| !it.is_open()),
                _ => false,
            };
            let at = things.iter().position(is_done).unwrap_or(things.len());
            things.splice(at..at, all.into_iter().map(Thing::Foreseen));
        }
        for day in [ctx.today, selected] {
            if range.first <= day && day < end {
                days.entry(day).or_default();
            }
        }
        Self::of_days(&days, range)
    }

    fn of_days(days: &BTreeMap<NaiveDate, Vec<Thing>>, range: Range) -> Self {
        let mut list = Self::default();
        let mut month = range.first;
        while month <= range.last {
            let next = month.checked_add_months(Months::new(1));
            list.push(Row::Month(month));
            let mut count = 0;
            for (day, things) in days.range(month..next.unwrap_or(NaiveDate::MAX)) {
                list.push(Row::Day(*day));
                count += things.len();
                if things.is_empty() {
                    list.free.insert(*day);
                }
                for thing in things {
                    list.push(Row::Thing(*day, *thing));
                }
            }
            list.counts.insert(month, count);
            let Some(next) = next else { break };
            month = next;
        }
        list
    }

    fn push(&mut self, row: Row) {
        self.rows.push((self.height, row));
        self.height += row.height();
    }

    /// Whether nothing stands in it.
    fn is_empty(&self) -> bool {
        self.counts.values().all(|count| *count == 0)
    }

    /// Returns the first row that reaches below a place.
    fn first_below(&self, y: f32) -> usize {
        self.rows.partition_point(|(top, row)| top + row.height() <= y)
    }

    /// Returns where a day begins, or the first one after it.
    fn place_of(&self, day: NaiveDate) -> f32 {
        let at = self
            .rows
            .partition_point(|(_, row)| row.day() < day || row.day() == day && matches!(row, Row::Month(_)));
        self.rows.get(at).map_or(self.height, |(top, _)| *top)
    }

    /// Returns the place of a row, or of the day on which it stood.
    fn place_of_row(&self, row: Row) -> f32 {
        let found = self.rows.iter().find(|(_, other)| *other == row);
        found.map_or_else(|| self.place_of(row.day()), |(top, _)| *top)
    }

    /// Returns the day before or after a day on which something stands.
    pub fn neighbour(&self, day: NaiveDate, forward: bool) -> Option<NaiveDate> {
        let days = self.rows.iter().filter_map(|(_, row)| match row {
            Row::Day(day) => Some(*day),
            _ => None,
        });
        if forward {
            let mut days = days;
            days.find(|other| *other > day)
        } else {
            days.take_while(|other| *other < day).last()
        }
    }

    /// Returns the first thing on a day.
    pub fn first_on(&self, day: NaiveDate) -> Option<Thing> {
        self.rows.iter().find_map(|(_, row)| match row {
            Row::Thing(other, thing) if *other == day => Some(*thing),
            _ => None,
        })
    }

    /// Returns the thing above or below another one, with its day.
    pub fn beside(&self, thing: Thing, day: NaiveDate, below: bool) -> Option<(Thing, NaiveDate)> {
        let at = self.rows.iter().position(|(_, row)| *row == Row::Thing(day, thing))?;
        let is_thing = |(_, row): &(f32, Row)| match row {
            Row::Thing(day, thing) => Some((*thing, *day)),
            _ => None,
        };
        if below {
            self.rows[at + 1..].iter().find_map(is_thing)
        } else {
            self.rows[..at].iter().rev().find_map(is_thing)
        }
    }

    /// Draws the list. `to` is a day to go to; `generation` counts up with every other list.
    #[expect(clippy::too_many_arguments, reason = "what the view knows and the list does not")]
    pub fn ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        state: &mut ListState,
        generation: u64,
        to: Option<To>,
        selected: NaiveDate,
        drag: Option<&Drag>,
    ) -> Outcome {
        let mut outcome = Outcome::default();
        if self.is_empty() && ctx.search.found.is_some() {
            ui.add_space(80.0);
            let texts = ctx.texts;
            let icon = icons::MAGNIFYING_GLASS;
            EmptyState::new(icon, texts.calendar_no_match_title(), texts.calendar_no_match_body()).show(ui);
            return outcome;
        }
        let room = ui.available_rect_before_wrap();
        // A spring at the end of the list would pull it back to where it ended before months were added.
        ui.spacing_mut().scroll.kinetic.rubber_band = false;
        let mut area = ScrollArea::vertical().id_salt("calendar list").auto_shrink([false, false]);
        // Where other rows came before it, what was in sight lies elsewhere now.
        let moved = state.top.filter(|_| state.placed != generation);
        let moved = moved.map(|(row, above)| (self.place_of_row(row) + above).max(0.0));
        let place = to.and_then(|to| match to {
            To::Top(day) => Some(self.place_of(day) - 2.0),
            To::Sight(day) => {
                let place = self.place_of(day);
                let start = moved.unwrap_or(state.seen.start);
                let seen = start..start + (state.seen.end - state.seen.start);
                if place < seen.start {
                    Some(place - 2.0)
                } else {
                    let below = place + HEAD + ENTRY - seen.end;
                    (below > 0.0).then_some(seen.start + below)
                }
            }
        });
        if let Some(place) = place {
            area = area.vertical_scroll_offset(place.max(0.0));
        } else if let Some(moved) = moved {
            area = area.vertical_scroll_offset(moved);
        }
        state.placed = generation;
        let shown = area.show_viewport(ui, |ui, viewport| {
            crate::gui::panes::follow_focus(ui);
            ui.set_height(self.height + 24.0);
            let origin = ui.max_rect().min;
            let width = ui.available_width().min(WIDEST);
            let pointer = ui.ctx().pointer_latest_pos().filter(|at| room.contains(*at));
            let first = self.first_below(viewport.top());
            for index in first..self.rows.len() {
                let (top, row) = self.rows[index];
                if top > viewport.bottom() {
                    break;
                }
                let min = pos2(origin.x, origin.y + top);
                let rect = Rect::from_min_size(min, vec2(width, row.height()));
                if pointer.is_some_and(|at| rect.y_range().contains(at.y)) && !matches!(row, Row::Month(_)) {
                    outcome.over = Some(Spot::day(row.day()));
                }
                let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("row", row)));
                match row {
                    Row::Month(month) => self.month_ui(ctx, &child, month, rect),
                    Row::Day(day) => {
                        self.day_ui(ctx, &child, day, rect, selected, drag, &mut outcome);
                    }
                    Row::Thing(day, thing) => {
                        let entry = self.words.entry(index).or_insert_with(|| Entry::of(ctx, thing));
                        if let Some(entry) = entry {
                            let done = entry_ui(ctx, &mut child, entry, false, "list", drag);
                            outcome.drag = done.drag.or(outcome.drag.take());
                            if let Some(thing) = done.focused {
                                outcome.focused = Some((thing, day));
                            }
                        }
                    }
                }
            }
            let top = self.rows.get(first).map(|(top, row)| (*row, viewport.top() - top));
            let clip = ui.clip_rect();
            let sticky = Rect::from_min_size(pos2(origin.x, clip.top()), vec2(width, HEAD));
            self.sticky_ui(ctx, ui, first, viewport.top(), sticky);
            if drag.is_some()
                && let Some(at) = pointer
            {
                let edge = 44.0;
                let by = if at.y < room.top() + edge {
                    8.0
                } else if at.y > room.bottom() - edge {
                    -8.0
                } else {
                    0.0
                };
                if by != 0.0 {
                    ui.scroll_with_delta(vec2(0.0, by));
                    ui.ctx().request_repaint();
                }
            }
            (top, viewport)
        });
        let (top, viewport) = shown.inner;
        state.top = top;
        state.seen = viewport.top()..viewport.bottom();
        // More months come before the end is in sight.
        if let Some(range) = state.range {
            let before = if viewport.top() < NEAR { MORE } else { 0 };
            let behind = if viewport.bottom() > self.height - NEAR { MORE } else { 0 };
            if before + behind > 0 {
                state.range = Some(range.more(before, behind));
                if state.range != Some(range) {
                    ui.ctx().request_repaint();
                }
            }
        }
        outcome
    }

    fn month_ui(&self, ctx: &ViewCtx<'_>, ui: &Ui, month: NaiveDate, rect: Rect) {
        let p = Palette::of(ui);
        let words = ctx.texts.locale().month_heading(month);
        let response = ui.interact(rect, ui.scope_id().with("month"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &words));
        let head = text::line(ui.painter(), &words, TextKind::Title, p.text, rect.width());
        let (width, y) = (head.size().x, rect.bottom() - 34.0);
        ui.painter().galley(pos2(rect.left(), y), head, p.text);
        if self.counts.get(&month).is_none_or(|count| *count == 0) {
            let aside = ctx.texts.calendar_nothing_planned();
            let aside = text::line(ui.painter(), aside, TextKind::Small, p.text3, 240.0);
            ui.painter().galley(pos2(rect.left() + width + 12.0, y + 8.0), aside, p.text3);
        }
        ui.painter().hline(rect.x_range(), rect.top() + 8.0, Stroke::new(1.0, p.line));
    }

    fn head(&mut self, ctx: &ViewCtx<'_>, day: NaiveDate) -> &Head {
        self.heads.entry(day).or_insert_with(|| {
            let locale = ctx.texts.locale();
            let near = day.year() == ctx.today.year();
            let words = if near { locale.day_heading(day) } else { locale.day_spoken(day) };
            let counted = (day - ctx.today).num_days().abs() <= 31;
            let aside = if counted { ctx.texts.relative_day(day, ctx.today) } else { String::new() };
            Head { words, aside }
        })
    }

    #[expect(clippy::too_many_arguments, reason = "one row, which hands through what the list was given")]
    fn day_ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &Ui,
        day: NaiveDate,
        rect: Rect,
        selected: NaiveDate,
        drag: Option<&Drag>,
        outcome: &mut Outcome,
    ) {
        let p = Palette::of(ui);
        let is_target = drag.is_some() && outcome.over.is_some_and(|spot| spot.day == day);
        let is_selected = day == selected;
        let is_empty = self.free.contains(&day);
        let head = self.head(ctx, day);
        let inner = Rect::from_min_max(
            pos2(rect.left() - 8.0, rect.top() + 8.0),
            pos2(rect.right(), rect.bottom() - 2.0),
        );
        let response = ui.interact(inner, day_id(day), Sense::click());
        response.widget_info(|| WidgetInfo::selected(egui::Role::Heading, true, is_selected, &head.words));
        keep_arrows(ui, &response);
        outcome.day_focused |= response.has_focus();
        if response.double_clicked() {
            outcome.did.push(Did::Add(day));
        } else if response.clicked() {
            let by_key = ui.input(|input| input.key_pressed(egui::Key::Enter));
            response.request_focus();
            outcome.did.push(if by_key { Did::Enter(day) } else { Did::Day(day) });
        }
        let corner = CornerRadius::same(6);
        let fill = fill_of(&response, egui::Color32::TRANSPARENT, p.hover, p.pressed);
        let fill = if is_target || is_selected { p.ai_soft } else { fill };
        ui.painter().rect_filled(inner, corner, fill);
        if is_target {
            dashed_rect(ui.painter(), inner, 6.0, Stroke::new(2.0, p.ai));
        } else if response.has_focus() {
            dashed_rect(ui.painter(), inner, 6.0, Stroke::new(1.5, p.ai));
        }
        paint_head(ui, p, head, rect, day, ctx.today);
        if is_empty {
            let words = ctx.texts.calendar_nothing_planned();
            let words = text::line(ui.painter(), words, TextKind::Small, p.text3, 200.0);
            let at = pos2(rect.right() - words.size().x - 10.0, rect.bottom() - 25.0);
            ui.painter().galley(at, words, p.text3);
        }
    }

    /// The name of the day whose things are at the top, pushed away by the next one.
    fn sticky_ui(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, first: usize, top: f32, rect: Rect) {
        let p = Palette::of(ui);
        let day = match self.rows.get(first) {
            Some((_, Row::Thing(day, _))) => *day,
            // The name itself is there, at least in part.
            Some((place, Row::Day(day))) if *place < top => *day,
            _ => return,
        };
        let next = self.rows[first..].iter().skip(1).find(|(_, row)| !matches!(row, Row::Thing(..)));
        let pushed = next.map_or(0.0, |(place, _)| (place - top - HEAD).min(0.0));
        let is_row = matches!(self.rows.get(first), Some((_, Row::Day(_))));
        let head = self.head(ctx, day);
        let rect = rect.translate(vec2(0.0, pushed));
        let ground = rect.expand2(vec2(10.0, 0.0));
        ui.painter().rect_filled(ground, CornerRadius::ZERO, p.desk);
        if !is_row {
            let response = ui.interact(rect, ui.scope_id().with("sticky"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &head.words));
        }
        paint_head(ui, p, head, rect, day, ctx.today);
        ui.painter().hline(ground.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
    }
}

fn paint_head(ui: &Ui, p: &Palette, head: &Head, rect: Rect, day: NaiveDate, today: NaiveDate) {
    let ink = if day < today { p.text2 } else { p.text };
    let line = text::line(ui.painter(), &head.words, TextKind::Heading, ink, rect.width());
    let (width, y) = (line.size().x, rect.bottom() - 26.0);
    ui.painter().galley(pos2(rect.left(), y), line, ink);
    if !head.aside.is_empty() {
        let ink = if day == today { p.ai_text } else { p.text3 };
        let aside = text::line(ui.painter(), &head.aside, TextKind::Small, ink, 200.0);
        ui.painter().galley(pos2(rect.left() + width + 10.0, y + 3.0), aside, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).expect("a day")
    }

    fn thing(id: u128) -> Thing {
        Thing::FollowUp(Id::new(id))
    }

    fn range(first: u32, last: u32) -> Range {
        Range { first: day(first, 1), last: day(last, 1) }
    }

    #[test]
    fn a_row_is_found_by_its_place() {
        let days = [(day(10, 1), vec![thing(1), thing(2)]), (day(10, 14), vec![thing(3)])].into();
        let list = List::of_days(&days, range(9, 11));
        // Three months, two days, three things.
        assert_eq!(list.rows.len(), 8);
        for pair in list.rows.windows(2) {
            assert_eq!(pair[0].0 + pair[0].1.height(), pair[1].0);
        }
        assert_eq!(list.place_of(day(10, 1)), 2.0 * MONTH);
        assert_eq!(list.place_of(day(10, 2)), 2.0 * MONTH + HEAD + 2.0 * (ENTRY + GAP), "the next day");
        assert_eq!(list.first_below(0.0), 0);
        assert_eq!(list.first_below(MONTH + 1.0), 1);
        assert_eq!(list.first_below(1.0e6), 8);
        assert_eq!(list.neighbour(day(10, 1), true), Some(day(10, 14)));
        assert_eq!(list.neighbour(day(10, 14), false), Some(day(10, 1)));
        assert_eq!(list.neighbour(day(10, 14), true), None);
    }

    #[test]
    fn the_top_row_stays() {
        let days = [(day(10, 1), vec![thing(1), thing(2)])].into();
        let (short, long) = (List::of_days(&days, range(10, 10)), List::of_days(&days, range(4, 12)));
        let row = Row::Thing(day(10, 1), thing(2));
        assert_eq!(long.place_of_row(row) - short.place_of_row(row), 6.0 * MONTH);
        // When it is gone, its day is there.
        assert_eq!(long.place_of_row(Row::Thing(day(10, 1), thing(9))), long.place_of(day(10, 1)));
    }

    #[test]
    fn more_months_come_until_the_ends_of_the_calendar() {
        let around = Range::around(day(10, 14));
        assert_eq!(around.first, NaiveDate::from_ymd_opt(2025, 10, 1).expect("a day"));
        assert_eq!(around.last, NaiveDate::from_ymd_opt(2027, 10, 1).expect("a day"));
        let mut range = around;
        for _ in 0..400 {
            range = range.more(MORE, MORE);
        }
        assert!(YEARS.contains(&range.first.year()) && YEARS.contains(&range.last.year()));
        assert_eq!(around.with(NaiveDate::MAX), around);
        let far = NaiveDate::from_ymd_opt(2031, 3, 15).expect("a day");
        assert_eq!(around.with(far).last, first_of_month(far));
        _ = Range::around(NaiveDate::MIN);
        _ = Range::around(NaiveDate::MAX);
    }
}
