//! The head of the calendar: what is shown, the way to another day, the layouts, the chips of kinds.
//!
//! Owns the field in which a day is typed. Start reading at [`CalendarView::head_ui`].

use chrono::{Days, Months, NaiveDate};
use eframe::egui::{self, Align, Key, Layout, Modifiers, ScrollArea, Ui};

use super::agenda;
use super::mini::{Mini, mini_ui};
use super::{Basis, CalendarView};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::settings::{CalendarLayout, Settings};
use crate::gui::sheets::day_field::DayField;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::widgets::{Button, ButtonRole, Chip, IconButton, Kind, segmented, segmented_width};

use super::grid::first_of_month;
use super::items::Filter;

/// With less room than this the search stands below, beside the chips.
const NARROWEST: f32 = 130.0;

/// The search keeps so much room before the button for something new becomes a glyph.
const SEARCH: f32 = 190.0;

/// The way to another day, while it is open.
pub struct GoTo {
    field: DayField,
    month: NaiveDate,
    mini: Cached<(Basis, NaiveDate), Mini>,
    /// The field has had the keyboard.
    focused: bool,
}

impl GoTo {
    fn new(month: NaiveDate) -> Self {
        Self { field: DayField::default(), month, mini: Cached::default(), focused: false }
    }
}

impl CalendarView {
    /// What is shown, as the heading says it.
    fn heading(&mut self, ctx: &ViewCtx<'_>) -> String {
        match ctx.settings.calendar {
            CalendarLayout::Week => {
                let begin = self.basis(ctx).weeks.start(self.day(ctx));
                self.plan(ctx, begin).heading.clone()
            }
            CalendarLayout::Month | CalendarLayout::List => {
                ctx.texts.locale().month_heading(self.shown_month(ctx))
            }
        }
    }

    pub(super) fn head_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let is_week = ctx.settings.calendar == CalendarLayout::Week;
        let heading = self.heading(ctx);
        ui.horizontal(|ui| {
            ui.set_height(40.0);
            ui.spacing_mut().item_spacing.x = if ctx.compact { space::XS } else { space::M };
            let shown = text::rich(&heading, TextKind::Title, p.text);
            ui.add(egui::Label::new(shown).extend());
            let go = IconButton::new(icons::CARET_DOWN, texts.calendar_go_to()).key("G");
            let go = ui.add(go.selected(self.going.is_some()));
            if go.clicked() {
                self.going = if self.going.is_some() { None } else { Some(GoTo::new(self.day(ctx))) };
            }
            let names = if is_week {
                [texts.calendar_previous_week(), texts.calendar_next_week()]
            } else {
                [texts.calendar_previous_month(), texts.calendar_next_month()]
            };
            let buttons = [(icons::CARET_LEFT, "Page Up", -1), (icons::CARET_RIGHT, "Page Down", 1)];
            for ((icon, key, by), name) in buttons.into_iter().zip(names) {
                let button = IconButton::new(icon, name).role(ButtonRole::Default).key(key);
                let button = ui.add(button);
                if button.clicked() || self.waits_over(ui, button.rect, by) {
                    self.turn(ctx, by);
                }
            }
            if ui.add(Button::new(texts.calendar_today())).clicked() {
                self.choose(ctx.today);
            }
            if !is_week && !ctx.compact && ui.available_width() > 620.0 {
                let week = self.basis(ctx).weeks.label(self.day(ctx), texts.locale());
                ui.label(text::rich(&week, TextKind::Small, p.text2));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let add = Button::primary(texts.calendar_add()).icon(icons::PLUS);
                let labels = [texts.calendar_month(), texts.calendar_week(), texts.calendar_list()];
                let rest = segmented_width(ui, &labels) + sizes::BUTTON + 4.0 * ui.spacing().item_spacing.x;
                // Long words for the button would leave the search no room.
                if ctx.compact || ui.available_width() - rest - add.width(ui) < SEARCH {
                    let add = IconButton::new(icons::PLUS, texts.calendar_add()).role(ButtonRole::Primary);
                    if ctx.add_writing(ui, add.key("N")).clicked() {
                        agenda::open_new(ctx, self.day(ctx));
                    }
                } else if ctx.add_writing(ui, add).clicked() {
                    agenda::open_new(ctx, self.day(ctx));
                }
                let event =
                    IconButton::new(icons::TICKET, texts.calendar_add_event()).role(ButtonRole::Default);
                if ctx.add_writing(ui, event).clicked() {
                    ctx.open(Sheet::Event(None));
                }
                let old = ctx.settings.calendar;
                let mut choice = CalendarLayout::ALL.iter().position(|one| *one == old).unwrap_or(0);
                if segmented(ui, texts.calendar_layout(), &labels, &mut choice).changed() {
                    let calendar = CalendarLayout::ALL[choice];
                    ctx.ask(Command::Settings(Settings { calendar, ..ctx.settings.clone() }));
                    self.to_day = true;
                    self.popped = false;
                }
                let width = ui.available_width().min(240.0);
                self.search_below = width < NARROWEST;
                if !self.search_below {
                    ctx.search_field(ui, width);
                }
            });
            self.go_to_ui(ctx, &go);
        });
    }

    /// Whether something is held over a button long enough to turn the page under it.
    fn waits_over(&mut self, ui: &Ui, button: egui::Rect, by: i32) -> bool {
        const WAIT: f64 = 0.7;
        let is_over = self.drag.is_some()
            && ui.ctx().pointer_latest_pos().is_some_and(|at| button.expand(4.0).contains(at));
        let now = ui.input(|input| input.time);
        match self.waiting {
            Some((before, since)) if before == by && is_over => {
                ui.ctx().request_repaint_after_secs(0.1);
                let is_enough = now - since >= WAIT;
                if is_enough {
                    self.waiting = Some((by, now));
                }
                is_enough
            }
            Some((before, _)) if before == by => {
                self.waiting = None;
                false
            }
            _ if is_over => {
                self.waiting = Some((by, now));
                false
            }
            _ => false,
        }
    }

    /// A field for a day in words, and the small month.
    fn go_to_ui(&mut self, ctx: &ViewCtx<'_>, button: &egui::Response) {
        let basis = self.basis(ctx);
        let selected = self.day(ctx);
        let is_dragging = self.drag.is_some();
        let Some(go) = &mut self.going else { return };
        let (mut taken, mut open) = (None, true);
        let id = egui::Id::unique("calendar go to");
        egui::Popup::from_response(button)
            .open_bool(&mut open)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .gap(6.0)
            .show(|ui| {
                ui.set_width(288.0);
                ui.spacing_mut().item_spacing.y = space::XS;
                let texts = ctx.texts;
                // Not while the popup is measured: the field is not there yet.
                if !go.focused && !ui.is_sizing_pass() {
                    go.focused = true;
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                let label = texts.calendar_go_to_words();
                go.field.ui_as(ctx, ui, label, texts.calendar_when_hint(), 288.0, Some(id));
                let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
                if let Some(day) = go.field.day() {
                    let words = texts.calendar_show_day(&texts.locale().day_weekday(day));
                    if ui.add(Button::tonal(&words).small()).clicked() || enter {
                        taken = Some(day);
                    }
                }
                ui.add_space(space::XS);
                let line = egui::Stroke::new(1.0, Palette::of(ui).line);
                ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), line);
                ui.add_space(space::XS);
                let mini = go.mini.get((basis, go.month), |(basis, month)| Mini::of(ctx, basis, *month));
                let shown = mini_ui(ctx, ui, mini, selected, is_dragging, "go to");
                if shown.turn != 0 {
                    go.month = turned(first_of_month(go.month), shown.turn);
                }
                taken = taken.or(shown.day);
            });
        if let Some(day) = taken {
            self.going = None;
            self.choose(day);
            button.ctx.memory_mut(|memory| memory.request_focus(super::month::day_id(day)));
        } else if !open {
            self.going = None;
        }
    }

    /// Opens the field for a day.
    pub(super) fn ask_for_day(&mut self, ctx: &ViewCtx<'_>) {
        self.going = Some(GoTo::new(self.day(ctx)));
    }

    /// The chips of kinds, and the search where the head has no room for it.
    pub(super) fn chips_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        if !self.search_below {
            return self.kinds_ui(ctx, ui);
        }
        let row = egui::vec2(ui.available_width(), sizes::FIELD);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ctx.search_field(ui, SEARCH);
            // The chips fade out a little beyond their end.
            ui.add_space(space::XXL);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.kinds_ui(ctx, ui));
        });
    }

    fn kinds_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        ScrollArea::horizontal().id_salt("calendar chips").show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                for (chip, kind) in Filter::CHIPS.into_iter().enumerate() {
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
}

/// The day some months later or earlier; at the ends of the calendar it stays.
pub fn turned(day: NaiveDate, months: i32) -> NaiveDate {
    let count = Months::new(months.unsigned_abs());
    let moved = if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) };
    moved.unwrap_or(day)
}

/// The day some weeks later or earlier.
pub fn turned_weeks(day: NaiveDate, weeks: i32) -> NaiveDate {
    let days = Days::new(7 * u64::from(weeks.unsigned_abs()));
    let moved = if weeks < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) };
    moved.unwrap_or(day)
}
