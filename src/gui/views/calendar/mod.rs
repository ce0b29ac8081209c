//! Follow-ups and events by day: the month, the endless list, the agenda of a day, what is overdue.
//!
//! Owns the day and month that are shown, the filter, and what is being dragged. Must not write: a drop
//! is an edit like any other. Start reading at [`CalendarView::ui`].
//!
//! Invariant: what stands in the month is gathered once for each (revision, month, filter, search,
//! language, today), not per frame ([`Cached`]).

mod agenda;
mod drag;
mod grid;
pub(in crate::gui) mod items;
mod list;
mod month;
mod overdue;

use chrono::{Months, NaiveDate};
use eframe::egui::{
    self, Align, CentralPanel, Frame, Key, Layout, Margin, Modifiers, Panel, Rect, ScrollArea, Ui,
};

use crate::gui::command::Sheet;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Elevation, Palette, TextKind, icons, radius, sizes, space, text};
use crate::gui::widgets::{Button, Chip, IconButton, segmented};
use crate::text::Locale;

use agenda::Agenda;
use drag::{Drag, move_edit};
use grid::{Month, add_days, first_of_month};
use items::Filter;
use list::List;
use month::{Did, Look};
use overdue::Late;

pub(in crate::gui) use agenda::{open_thing, thing_menu};

/// On what everything shown rests.
type Key5 = (u64, u64, Locale, NaiveDate, Filter);

/// Follow-ups and events by day.
#[derive(Default)]
pub struct CalendarView {
    as_list: bool,
    /// The selected day; today until one is chosen.
    selected: Option<NaiveDate>,
    /// First day of the month shown; that of the selected day until one is chosen.
    month: Option<NaiveDate>,
    filter: Filter,
    drag: Option<Drag>,
    /// The agenda of the selected day is open above the month, where there is no room beside it.
    popped: bool,
    to_today: bool,
    grid: Cached<(Key5, NaiveDate), Month>,
    agenda: Cached<(Key5, NaiveDate), Agenda>,
    overdue: Cached<Key5, Vec<Late>>,
    list: Cached<Key5, std::cell::RefCell<List>>,
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
        let key: Key5 = (ctx.revision, ctx.search.generation, ctx.texts.locale(), ctx.today, self.filter);
        let roomy = !ctx.compact && ui.available_width() - sizes::AGENDA >= 660.0;
        if roomy && !self.as_list {
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
                    self.agenda_ui(ctx, ui, key);
                });
        }
        let margin = Margin { left: 16, right: 16, top: 8, bottom: 16 };
        CentralPanel::no_frame().frame(Frame::new().fill(p.desk).inner_margin(margin)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            self.head_ui(ctx, ui);
            self.chips_ui(ctx, ui);
            let late = self.overdue.get(key, |_| overdue::overdue(ctx, key.4));
            let mut focused = None;
            if !late.is_empty() {
                let (begun, focus) = overdue::overdue_ui(ctx, ui, late, self.drag.as_ref());
                self.drag = begun.or(self.drag.take());
                focused = focus;
            }
            if self.as_list {
                let to_today = std::mem::take(&mut self.to_today);
                let list = self.list.get(key, |_| List::of(ctx, key.4).into());
                list.borrow_mut().ui(ctx, ui, to_today);
            } else {
                self.month_ui(ctx, ui, key, roomy, focused);
            }
        });
        if self.as_list {
            self.shared_keys(ctx, ui);
        }
    }

    /// Shows a day in the month.
    pub fn show(&mut self, day: NaiveDate) {
        self.as_list = false;
        self.choose(day);
    }

    fn day(&self, ctx: &ViewCtx<'_>) -> NaiveDate {
        self.selected.unwrap_or(ctx.today)
    }

    fn shown_month(&self, ctx: &ViewCtx<'_>) -> NaiveDate {
        self.month.unwrap_or_else(|| first_of_month(self.day(ctx)))
    }

    /// Selects a day and shows its month.
    fn choose(&mut self, day: NaiveDate) {
        self.selected = Some(day);
        self.month = Some(first_of_month(day));
    }

    /// Goes to the month before or after; the selected day goes along.
    fn turn(&mut self, ctx: &ViewCtx<'_>, months: i32) {
        let add = |day: NaiveDate| {
            let count = Months::new(months.unsigned_abs());
            let moved =
                if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) };
            moved.unwrap_or(day)
        };
        let month = add(self.shown_month(ctx));
        self.selected = Some(add(self.day(ctx)));
        self.month = Some(first_of_month(month));
        self.popped = false;
    }

    fn head_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            ui.set_height(40.0);
            ui.spacing_mut().item_spacing.x = space::M;
            let heading = texts.locale().month_heading(self.shown_month(ctx));
            let heading = text::rich(&heading, TextKind::Title, p.text);
            ui.add(egui::Label::new(heading).extend());
            ui.add_space(space::XXS);
            for (icon, name, key, months) in [
                (icons::CARET_LEFT, texts.calendar_previous_month(), "Page Up", -1),
                (icons::CARET_RIGHT, texts.calendar_next_month(), "Page Down", 1),
            ] {
                let button =
                    IconButton::new(icon, name).role(crate::gui::widgets::ButtonRole::Default).key(key);
                if ui.add(button).clicked() {
                    self.turn(ctx, months);
                }
            }
            if ui.add(Button::new(texts.calendar_today())).clicked() {
                self.choose(ctx.today);
                self.to_today = true;
            }
            if !ctx.compact && ui.available_width() > 560.0 {
                let week = texts.locale().week_label(self.day(ctx));
                ui.label(text::rich(&week, TextKind::Small, p.text2));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let add = Button::primary(texts.calendar_add()).icon(icons::PLUS);
                if ctx.add_writing(ui, add).clicked() {
                    agenda::open_new(ctx, self.day(ctx));
                }
                let event = IconButton::new(icons::TICKET, texts.calendar_add_event())
                    .role(crate::gui::widgets::ButtonRole::Default);
                if ctx.add_writing(ui, event).clicked() {
                    ctx.open(Sheet::Event(None));
                }
                let mut choice = usize::from(self.as_list);
                let labels = [texts.calendar_month(), texts.calendar_list()];
                if segmented(ui, texts.calendar_layout(), &labels, &mut choice).changed() {
                    self.as_list = choice == 1;
                    self.to_today = true;
                    self.popped = false;
                }
                let width = ui.available_width().min(240.0);
                if width > 96.0 {
                    ctx.search_field(ui, width);
                }
            });
        });
    }

    fn chips_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        ScrollArea::horizontal().id_salt("calendar chips").show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for (chip, kind) in Filter::CHIPS.into_iter().enumerate() {
                    use crate::gui::widgets::Kind;
                    let label = match kind {
                        Some(Kind::Thanks) => texts.common_kind_thanks(),
                        Some(Kind::Review) => texts.common_kind_review(),
                        Some(Kind::Call) => texts.common_kind_call(),
                        Some(Kind::Meet) => texts.common_kind_meet(),
                        Some(Kind::Amends) => texts.common_kind_amends(),
                        Some(Kind::Birthday) => texts.common_kind_birthday(),
                        Some(Kind::Promise) => texts.common_kind_promise(),
                        Some(_) => texts.common_kind_other(),
                        None => texts.common_event(),
                    };
                    let button = Chip::new(label, self.filter.is_on(chip));
                    let button = match kind {
                        Some(kind) => button.seal(kind),
                        None => button.icon(icons::TICKET),
                    };
                    if ui.add(button).clicked() {
                        self.filter.toggle(chip);
                    }
                }
            });
        });
    }

    fn agenda_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, key: Key5) {
        let day = self.day(ctx);
        let agenda = self.agenda.get((key, day), |_| Agenda::of(ctx, key.4, day));
        let outcome = agenda::agenda_ui(ctx, ui, agenda, day, self.drag.as_ref());
        if outcome.drag.is_some() {
            self.drag = outcome.drag;
            self.popped = false;
        }
        if outcome.next {
            self.choose(add_days(day, 1));
        }
        if let Some(thing) = outcome.focused {
            self.thing_keys(ctx, ui, thing, day);
        }
    }

    fn month_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        key: Key5,
        roomy: bool,
        focused: Option<(items::Thing, NaiveDate)>,
    ) {
        let first = self.shown_month(ctx);
        let selected = self.day(ctx);
        let month = self.grid.get((key, first), |_| Month::of(ctx, key.4, first));
        let look = Look { selected, drag: self.drag.as_ref() };
        let outcome = month::month_ui(ctx, ui, month, look, &mut thing_menu);
        if let Some(drag) = &mut self.drag {
            drag.over = outcome.over;
        }
        if outcome.drag.is_some() {
            self.drag = outcome.drag;
            self.popped = false;
        }
        for did in outcome.did {
            match did {
                Did::Day(day) => {
                    let again = self.popped && day == selected;
                    self.popped = !(roomy || again);
                    self.selected = Some(day);
                }
                Did::More(day) => {
                    self.selected = Some(day);
                    self.popped = !roomy;
                }
                Did::Add(day) => {
                    self.selected = Some(day);
                    self.popped = false;
                    agenda::open_new(ctx, day);
                }
                Did::Thing(_, day) => {
                    self.selected = Some(day);
                    self.popped = !roomy;
                }
                Did::Open(thing) => {
                    self.popped = false;
                    open_thing(ctx, thing);
                }
            }
        }
        if self.popped
            && let Some(cell) = outcome.selected
        {
            self.popup_ui(ctx, ui, key, cell);
        }
        if let Some((thing, day)) = outcome.focused.or(focused) {
            self.thing_keys(ctx, ui, thing, day);
        }
        if self.shared_keys(ctx, ui) {
            return;
        }
        self.arrow_keys(ctx, ui, outcome.day_focused);
    }

    /// The agenda beside the cell of its day.
    fn popup_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, key: Key5, cell: Rect) {
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
                    self.agenda_ui(ctx, ui, key);
                });
        });
        let outside = ui.input(|input| {
            let at = input.pointer.interact_pos();
            input.pointer.any_pressed()
                && at.is_some_and(|at| !shown.response.rect.contains(at) && !cell.contains(at))
        });
        // A menu of the agenda lies outside of it too.
        let menu = egui::Popup::is_any_open(ui.ctx());
        let escape = ui.input(|input| input.key_pressed(Key::Escape));
        if (outside && !menu) || escape {
            self.popped = false;
        }
    }

    /// Whether single keys are for the view: no text is typed, no sheet is open.
    fn keys_are_mine(ui: &Ui) -> bool {
        !ui.ctx().text_edit_focused() && ui.memory(|memory| memory.top_modal_layer()).is_none()
    }

    /// T, N, Page Up, Page Down; whether one was pressed.
    fn shared_keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui) -> bool {
        if !Self::keys_are_mine(ui) {
            return false;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::T) {
            self.choose(ctx.today);
            self.to_today = true;
        } else if pressed(Key::N) {
            agenda::open_new(ctx, self.day(ctx));
        } else if pressed(Key::PageUp) {
            self.turn(ctx, -1);
        } else if pressed(Key::PageDown) {
            self.turn(ctx, 1);
        } else {
            return false;
        }
        true
    }

    /// Arrows move the selected day, and Enter shows what is on it.
    fn arrow_keys(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, day_focused: bool) {
        // While something else has the keyboard, arrows belong to it.
        let nothing_focused = crate::gui::panes::view_has_keys(ui.ctx());
        if !Self::keys_are_mine(ui) || !(nothing_focused || day_focused) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let days = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)];
        for (key, days) in days {
            if pressed(key) {
                let day = add_days(self.day(ctx), days);
                self.choose(day);
                self.popped = false;
                ui.memory_mut(|memory| memory.request_focus(month::day_id(day)));
            }
        }
    }

    /// Alt with arrows moves the thing that has the keyboard by a day or a week.
    fn thing_keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, thing: items::Thing, day: NaiveDate) {
        if !Self::keys_are_mine(ui) {
            return;
        }
        let from = match thing {
            items::Thing::FollowUp(id) => ctx.book.get(id).map(|follow_up| follow_up.due_on),
            items::Thing::Event(id) => ctx.book.get(id).and_then(|event| event.starts_on),
        };
        let days = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)];
        for (key, days) in days {
            if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
                let to = add_days(from.unwrap_or(day), days);
                if let Some(edit) = move_edit(ctx, thing, to) {
                    ctx.edit(edit);
                    self.choose(to);
                }
            }
        }
    }
}
