//! Follow-ups and events by day: the month, the week, the endless list, the agenda of a day, what is overdue.
//!
//! Owns the day that is selected, the month that is shown, the filter, and what is being dragged. Must not write: a drop
//! is an edit like any other. Start reading at [`CalendarView::ui`].
//!
//! Invariant: what stands in a layout is gathered once for each [`Basis`], not per frame ([`Cached`]).

mod agenda;
mod drag;
mod grid;
mod head;
mod hours;
pub(in crate::gui) mod items;
mod keys;
mod list;
mod load;
mod mini;
mod month;
mod overdue;
mod week;

use std::cell::RefCell;

use chrono::NaiveDate;
use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, Rect, Ui};

use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::settings::{CalendarLayout, Settings};
use crate::gui::theme::{Elevation, Palette, radius, sizes, space};
use crate::text::Locale;
use crate::text::weeks::Weeks;

use agenda::Agenda;
use drag::{Drag, Spot};
use grid::{Month, add_days, first_of_month};
use head::GoTo;
use hours::WeekPlan;
use items::{Filter, Thing};
use list::{List, ListState, Range, To};
use mini::Mini;
use month::{Did, Look};
use overdue::Late;
use week::WeekState;

pub(in crate::gui) use agenda::{open_thing, thing_menu};

/// On what everything shown rests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Basis {
    revision: u64,
    generation: u64,
    locale: Locale,
    today: NaiveDate,
    /// Which kinds are shown.
    pub filter: Filter,
    /// On which day weeks begin.
    pub weeks: Weeks,
    /// The holidays of Japan are shown.
    pub holidays: bool,
}

/// Follow-ups and events by day.
#[derive(Default)]
pub struct CalendarView {
    /// The selected day; today until one is chosen.
    selected: Option<NaiveDate>,
    /// First day of the month shown; that of the selected day until one is chosen.
    month: Option<NaiveDate>,
    filter: Filter,
    drag: Option<Drag>,
    /// The button over which something is held, and since when: it turns the page.
    waiting: Option<(i32, f64)>,
    /// The agenda of the selected day is open above the month, where there is no room beside it.
    popped: bool,
    /// The keyboard goes to the first thing of the selected day as soon as it is drawn.
    entering: bool,
    /// The way to another day, while it is open.
    going: Option<GoTo>,
    /// The head has no room for the search.
    search_below: bool,
    /// Where the list goes with the next frame.
    to: Option<To>,
    /// The list goes to the selected day with the next frame.
    to_day: bool,
    /// Counts up with every other list.
    lists: u64,
    list_state: ListState,
    week_state: WeekState,
    /// The month that the small one shows, when it was turned.
    mini_month: Option<NaiveDate>,
    grid: Cached<(Basis, NaiveDate), Month>,
    plan: Cached<(Basis, NaiveDate), WeekPlan>,
    agenda: Cached<(Basis, NaiveDate), Agenda>,
    overdue: Cached<Basis, Vec<Late>>,
    list: Cached<(Basis, Range, NaiveDate), (u64, RefCell<List>)>,
    mini: Cached<(Basis, NaiveDate), Mini>,
}

/// What a layout tells the view, whichever it is.
#[derive(Default)]
struct Shown {
    over: Option<Spot>,
    focused: Option<(Thing, NaiveDate)>,
    day_focused: bool,
    cell: Option<Rect>,
}

impl CalendarView {
    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        if let Some(drag) = &self.drag
            && !drag.go_on(ctx, ui)
        {
            self.drag = None;
        }
        let layout = ctx.settings.calendar;
        let basis = self.basis(ctx);
        let roomy = !ctx.compact && ui.available_width() - sizes::AGENDA >= 660.0;
        let mut shown = Shown::default();
        if roomy {
            self.popped = false;
            Panel::right("agenda")
                .exact_size(sizes::AGENDA)
                .resizable(false)
                .show_separator_line(false)
                .frame(Frame::new().fill(p.panel).inner_margin(Margin {
                    left: 14,
                    right: 14,
                    top: 14,
                    bottom: 4,
                }))
                .show(ui, |ui| {
                    ui.painter().vline(
                        ui.max_rect().left() - 14.0,
                        ui.max_rect().y_range().expand(20.0),
                        egui::Stroke::new(1.0, p.line),
                    );
                    // Beside a month a second one would say the same.
                    if layout != CalendarLayout::Month && ui.available_height() > 520.0 {
                        self.mini_ui(ctx, ui, &basis, &mut shown);
                    }
                    self.agenda_ui(ctx, ui, &basis);
                });
        }
        let margin = Margin { left: 16, right: 16, top: 8, bottom: 16 };
        CentralPanel::no_frame().frame(Frame::new().fill(p.desk).inner_margin(margin)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            self.head_ui(ctx, ui);
            self.chips_ui(ctx, ui);
            let late = self.overdue.get(basis, |basis| overdue::overdue(ctx, basis.filter));
            if !late.is_empty() {
                let (begun, focus) = overdue::overdue_ui(ctx, ui, late, self.drag.as_ref());
                self.drag = begun.or(self.drag.take());
                shown.focused = focus;
            }
            match layout {
                CalendarLayout::Month => self.month_ui(ctx, ui, &basis, roomy, &mut shown),
                CalendarLayout::Week => self.week_ui(ctx, ui, &basis, roomy, &mut shown),
                CalendarLayout::List => self.list_ui(ctx, ui, roomy, &mut shown),
            }
            if let Some(drag) = &mut self.drag {
                drag.over = shown.over;
            }
            if self.popped
                && let Some(cell) = shown.cell
            {
                self.popup_ui(ctx, ui, &basis, cell);
            }
            if let Some((thing, day)) = shown.focused {
                self.thing_keys(ctx, ui, thing, day);
            }
            if !self.shared_keys(ctx, ui) {
                self.day_keys(ctx, ui, shown.day_focused);
            }
        });
    }

    /// Shows a day in the layout that was chosen.
    pub fn show(&mut self, day: NaiveDate) {
        self.choose(day);
    }

    fn basis(&self, ctx: &ViewCtx<'_>) -> Basis {
        let locale = ctx.texts.locale();
        Basis {
            revision: ctx.revision,
            generation: ctx.search.generation,
            locale,
            today: ctx.today,
            filter: self.filter,
            weeks: ctx.settings.weeks(),
            holidays: ctx.settings.shows_holidays(locale),
        }
    }

    fn plan(&mut self, ctx: &ViewCtx<'_>, begin: NaiveDate) -> &WeekPlan {
        let basis = self.basis(ctx);
        self.plan.get((basis, begin), |(basis, begin)| WeekPlan::of(ctx, basis, *begin))
    }

    /// The list around the selected day.
    fn listed(&mut self, ctx: &ViewCtx<'_>) -> &RefCell<List> {
        let (basis, day) = (self.basis(ctx), self.day(ctx));
        let range = self.list_state.range.unwrap_or_else(|| Range::around(ctx.today)).with(day);
        self.list_state.range = Some(range);
        let lists = &mut self.lists;
        let (_, list) = self.list.get((basis, range, day), |(basis, range, day)| {
            *lists += 1;
            (*lists, List::of(ctx, basis, *range, *day).into())
        });
        list
    }

    fn day(&self, ctx: &ViewCtx<'_>) -> NaiveDate {
        self.selected.unwrap_or(ctx.today)
    }

    fn shown_month(&self, ctx: &ViewCtx<'_>) -> NaiveDate {
        self.month.unwrap_or_else(|| first_of_month(self.day(ctx)))
    }

    /// Selects a day and shows its month.
    fn select(&mut self, day: NaiveDate) {
        self.selected = Some(day);
        self.month = Some(first_of_month(day));
        self.mini_month = None;
        self.popped = false;
    }

    /// Selects a day and goes there.
    fn choose(&mut self, day: NaiveDate) {
        self.select(day);
        self.to = Some(To::Top(day));
    }

    /// Goes to the month before or after, or the week; the selected day goes along.
    fn turn(&mut self, ctx: &ViewCtx<'_>, by: i32) {
        if ctx.settings.calendar == CalendarLayout::Week {
            self.choose(head::turned_weeks(self.day(ctx), by));
        } else {
            // Where somebody scrolled to counts more than the day that was left behind.
            let (shown, day) = (self.shown_month(ctx), self.day(ctx));
            let day = if first_of_month(day) == shown { day } else { shown };
            self.choose(head::turned(day, by));
        }
    }

    fn mini_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, basis: &Basis, shown: &mut Shown) {
        let month = self.mini_month.unwrap_or_else(|| first_of_month(self.day(ctx)));
        let selected = self.day(ctx);
        let mini = self.mini.get((*basis, month), |(basis, month)| Mini::of(ctx, basis, *month));
        let outcome = mini::mini_ui(ctx, ui, mini, selected, self.drag.is_some(), "small month");
        shown.over = outcome.over.map(Spot::day);
        if outcome.turn != 0 {
            self.mini_month = Some(head::turned(month, outcome.turn));
        }
        if let Some(day) = outcome.day {
            self.choose(day);
        }
        ui.add_space(space::M);
        let line = egui::Stroke::new(1.0, Palette::of(ui).line);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line);
        ui.add_space(space::L);
    }

    fn agenda_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, basis: &Basis) {
        let day = self.day(ctx);
        let agenda = self.agenda.get((*basis, day), |(basis, day)| Agenda::of(ctx, basis.filter, *day));
        if self.entering
            && let Some(first) = agenda.entries.first()
        {
            ui.memory_mut(|memory| memory.request_focus(agenda::entry_id("agenda", first.thing)));
        }
        self.entering = false;
        let outcome = agenda::agenda_ui(ctx, ui, agenda, day, self.drag.as_ref());
        let stepped = outcome.focused.is_some_and(|thing| keys::step_focus(ui, &agenda.entries, thing));
        if outcome.drag.is_some() {
            self.drag = outcome.drag;
            self.popped = false;
        }
        if outcome.next {
            let popped = self.popped;
            self.choose(add_days(day, 1));
            self.popped = popped;
        }
        if let Some(thing) = outcome.focused
            && !stepped
        {
            self.thing_keys(ctx, ui, thing, day);
        }
    }

    fn month_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        basis: &Basis,
        roomy: bool,
        shown: &mut Shown,
    ) {
        let first = self.shown_month(ctx);
        let look = Look { selected: self.day(ctx), drag: self.drag.as_ref() };
        let month = self.grid.get((*basis, first), |(basis, first)| Month::of(ctx, basis, *first));
        let outcome = month::month_ui(ctx, ui, month, look, &mut thing_menu);
        self.take(ctx, outcome, roomy, shown);
    }

    fn week_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, basis: &Basis, roomy: bool, shown: &mut Shown) {
        let begin = basis.weeks.start(self.day(ctx));
        let look = Look { selected: self.day(ctx), drag: self.drag.as_ref() };
        let plan = self.plan.get((*basis, begin), |(basis, begin)| WeekPlan::of(ctx, basis, *begin));
        let outcome = week::week_ui(ctx, ui, plan, &mut self.week_state, look, &mut thing_menu);
        self.take(ctx, outcome, roomy, shown);
    }

    /// Takes what came of drawing the month or the week.
    fn take(&mut self, ctx: &mut ViewCtx<'_>, outcome: month::Outcome, roomy: bool, shown: &mut Shown) {
        shown.over = outcome.over.or(shown.over);
        shown.focused = outcome.focused.or(shown.focused);
        shown.day_focused |= outcome.day_focused;
        shown.cell = outcome.selected;
        if outcome.drag.is_some() {
            self.drag = outcome.drag;
            self.popped = false;
        }
        self.did(ctx, outcome.did, roomy);
    }

    fn did(&mut self, ctx: &mut ViewCtx<'_>, all: Vec<Did>, roomy: bool) {
        let selected = self.day(ctx);
        for did in all {
            match did {
                Did::Day(day) => {
                    let again = self.popped && day == selected;
                    self.popped = !(roomy || again);
                    self.selected = Some(day);
                    self.mini_month = None;
                }
                Did::Enter(day) => {
                    self.popped = !roomy;
                    self.selected = Some(day);
                    self.entering = true;
                }
                Did::More(day) | Did::Thing(_, day) => {
                    self.selected = Some(day);
                    self.popped = !roomy;
                }
                Did::Add(day) => {
                    self.selected = Some(day);
                    self.popped = false;
                    agenda::open_new(ctx, day);
                }
                Did::Open(thing) => {
                    self.popped = false;
                    open_thing(ctx, thing);
                }
                Did::Week(begin) => {
                    let is_there = begin <= selected && selected <= add_days(begin, 6);
                    self.choose(if is_there { selected } else { begin });
                    let calendar = CalendarLayout::Week;
                    ctx.ask(Command::Settings(Settings { calendar, ..ctx.settings.clone() }));
                }
            }
        }
    }

    fn list_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, roomy: bool, shown: &mut Shown) {
        let day = self.day(ctx);
        if std::mem::take(&mut self.to_day) || self.list_state.range.is_none() {
            self.to = Some(To::Top(day));
        }
        let to = self.to.take();
        self.listed(ctx);
        let basis = self.basis(ctx);
        let range = self.list_state.range.unwrap_or_else(|| Range::around(ctx.today));
        // Gathered a moment ago.
        let (generation, list) = self.list.get((basis, range, day), |(basis, range, day)| {
            (self.lists, List::of(ctx, basis, *range, *day).into())
        });
        let state = &mut self.list_state;
        let drag = self.drag.as_ref();
        let mut list = list.borrow_mut();
        if self.entering && !roomy {
            self.entering = false;
            if let Some(first) = list.first_on(day) {
                ui.memory_mut(|memory| memory.request_focus(agenda::entry_id("list", first)));
            }
        }
        let mut outcome = list.ui(ctx, ui, state, *generation, to, day, drag);
        if let Some((thing, on)) = outcome.focused
            && let Some(below) = keys::steps(ui)
        {
            outcome.focused = None;
            if let Some((next, on)) = list.beside(thing, on, below) {
                ui.memory_mut(|memory| memory.request_focus(agenda::entry_id("list", next)));
                self.to = Some(To::Sight(on));
            }
        }
        drop(list);
        shown.over = outcome.over.or(shown.over);
        shown.focused = outcome.focused.or(shown.focused);
        shown.day_focused = outcome.day_focused;
        if let Some(month) = state.month() {
            self.month = Some(month);
        }
        if outcome.drag.is_some() {
            self.drag = outcome.drag;
        }
        // There is nothing to open above a list.
        self.did(ctx, outcome.did, true);
    }

    /// The agenda beside the cell of its day.
    fn popup_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, basis: &Basis, cell: Rect) {
        let p = Palette::of(ui);
        let screen = ui.ctx().content_rect();
        let size = egui::vec2(320.0, 380.0_f32.min(screen.height() - 40.0));
        let right = cell.right() + 6.0 + size.x <= screen.right() - 8.0;
        let x = if right { cell.right() + 6.0 } else { cell.left() - 6.0 - size.x };
        let y = cell.top().min(screen.bottom() - size.y - 12.0).max(screen.top() + 8.0);
        let at = egui::pos2(x.max(screen.left() + 8.0), y);
        let area = egui::Area::new(egui::Id::unique("calendar day agenda"))
            .order(egui::Order::Foreground)
            .fixed_pos(at)
            .constrain(true);
        let shown = area.show(ui.ctx(), |ui| {
            let rect = Rect::from_min_size(ui.max_rect().min, size);
            Elevation::Pop.paint(ui.painter(), rect, radius::BOX, p.is_dark());
            Frame::new()
                .fill(p.panel)
                .stroke(egui::Stroke::new(1.0, p.line))
                .corner_radius(radius::BOX)
                .inner_margin(Margin { left: 12, right: 12, top: 12, bottom: 4 })
                .show(ui, |ui| {
                    ui.set_min_size(size - egui::vec2(24.0, 16.0));
                    ui.set_max_size(size - egui::vec2(24.0, 16.0));
                    self.agenda_ui(ctx, ui, basis);
                });
        });
        let outside = ui.input(|input| {
            let at = input.pointer.interact_pos();
            input.pointer.any_pressed()
                && at.is_some_and(|at| !shown.response.rect.contains(at) && !cell.contains(at))
        });
        // A menu of the agenda lies outside of it too.
        let menu = egui::Popup::is_any_open(ui.ctx());
        let escape = keys::escapes(ui);
        if (outside && !menu) || escape {
            self.popped = false;
        }
        if escape {
            let day = self.day(ctx);
            ui.memory_mut(|memory| memory.request_focus(month::day_id(day)));
        }
    }
}
