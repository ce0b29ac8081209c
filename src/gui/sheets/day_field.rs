//! A date typed in words, with what it was understood as; and a time of day.
//!
//! Owns the typed text and what it means. Start reading at [`DayField::ui`].

use chrono::{NaiveDate, NaiveTime};
use eframe::egui::{self, Ui};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Chip, TextField};
use crate::text::dates::{parse_time, read_day};

/// A date as it is typed.
#[derive(Debug, Clone, Default)]
pub struct DayField {
    typed: String,
    day: Option<NaiveDate>,
    /// A time that was typed beside the day.
    time: Option<NaiveTime>,
    /// What the same words mean to others.
    or: Option<NaiveDate>,
}

impl DayField {
    /// A field that shows a day.
    pub fn new(ctx: &ViewCtx<'_>, day: Option<NaiveDate>) -> Self {
        let typed = day.map(|day| ctx.texts.locale().day_with_year(day)).unwrap_or_default();
        Self { typed, day, time: None, or: None }
    }

    /// The day, when the text is one.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// Takes the time that was typed beside the day, for the field of times.
    pub fn take_time(&mut self) -> Option<NaiveTime> {
        self.time.take()
    }

    /// Whether something is typed that is no date.
    pub fn is_wrong(&self) -> bool {
        self.day.is_none() && !self.typed.trim().is_empty()
    }

    /// Shows another day.
    pub fn set(&mut self, ctx: &ViewCtx<'_>, day: NaiveDate) {
        *self = Self::new(ctx, Some(day));
    }

    /// Draws the field `width` points wide and below it what was understood, and what else the words may mean. Returns
    /// whether the day changed.
    pub fn ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, hint: &str, width: f32) -> bool {
        self.ui_as(ctx, ui, label, hint, width, None)
    }

    /// The same with a fixed id, to give it the keyboard.
    pub fn ui_as(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut Ui,
        label: &str,
        hint: &str,
        width: f32,
        id: Option<egui::Id>,
    ) -> bool {
        let p = Palette::of(ui);
        let before = self.day;
        let mut taken = None;
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 4.0;
            let wrong = self.is_wrong().then(|| ctx.texts.calendar_date_bad());
            let field = TextField::new(label).hint(hint).width(width).error(wrong);
            let field = match id {
                Some(id) => field.id(id),
                None => field,
            };
            if field.show(ui, &mut self.typed).changed() {
                self.read(ctx);
            }
            if let Some(day) = self.day {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(space::S, 4.0);
                    ui.label(text::rich(&day_words(ctx, day), TextKind::Label, p.text2));
                    if let Some(other) = self.or {
                        let words = ctx.texts.calendar_date_or(&ctx.texts.locale().day_medium(other));
                        if ui.add(Chip::new(&words, false)).clicked() {
                            taken = Some(other);
                        }
                    }
                });
            }
        });
        if let Some(other) = taken {
            let time = self.time;
            self.set(ctx, other);
            self.time = time;
        }
        self.day != before
    }

    /// Draws the bare field `width` points wide where the caller says what was understood. The response is changed when
    /// the day is.
    pub fn bare_ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut Ui,
        label: &str,
        hint: &str,
        width: f32,
    ) -> egui::Response {
        let wrong = self.day.is_none().then_some("");
        let field = TextField::new(label).hide_label().hint(hint).width(width).error(wrong);
        let response = field.show(ui, &mut self.typed);
        if response.changed() {
            self.read(ctx);
        }
        response
    }

    /// Takes over what was typed.
    fn read(&mut self, ctx: &ViewCtx<'_>) {
        let read = read_day(&self.typed, ctx.today, ctx.texts.locale());
        self.day = read.map(|read| read.day);
        self.or = read.and_then(|read| read.or);
        self.time = read.and_then(|read| read.time);
    }

    /// Draws chips for the days that are wanted most.
    pub fn quick_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (label, days) in [
                (texts.calendar_today(), 0),
                (texts.calendar_tomorrow(), 1),
                (texts.calendar_quick_next_week(), 7),
            ] {
                let day = ctx.today.checked_add_days(chrono::Days::new(days)).unwrap_or(ctx.today);
                if ui.add(Chip::new(label, self.day == Some(day))).clicked() {
                    self.set(ctx, day);
                }
            }
        });
    }
}

/// What a day is, for somebody who typed it in other words: `Fri 23 Oct, in 9 days`.
pub(in crate::gui) fn day_words(ctx: &ViewCtx<'_>, day: NaiveDate) -> String {
    let locale = ctx.texts.locale();
    if (day - ctx.today).num_days().abs() <= 31 {
        [locale.day_weekday(day), ctx.texts.relative_day(day, ctx.today)].join(locale.comma())
    } else {
        locale.day_medium(day)
    }
}

/// Draws a field for a time of day and returns it: `Ok(None)` while empty, `Err` when it is no time.
pub fn time_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    label: &str,
    width: f32,
    typed: &mut String,
) -> Result<Option<NaiveTime>, ()> {
    let read = |typed: &str| {
        if typed.trim().is_empty() { Ok(None) } else { parse_time(typed).map(Some).ok_or(()) }
    };
    let error = read(typed).is_err().then(|| ctx.texts.calendar_time_bad());
    TextField::new(label).hint(ctx.texts.calendar_time_hint()).width(width).error(error).show(ui, typed);
    read(typed)
}

/// Whether Ctrl+Enter was pressed: the key that saves a sheet.
pub fn save_key(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter))
}
