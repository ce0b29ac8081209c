//! On which day weeks begin, and whether the holidays of Japan are shown.

use chrono::Weekday;
use eframe::egui::Ui;

use super::settings::{choice, hint};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::settings::{HolidayChoice, Settings};
use crate::gui::widgets::section_header;
use crate::text::weeks::WeekStart;

/// Draws the choices.
pub(super) fn calendar_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    let locale = texts.locale();
    section_header(ui, texts.settings_calendar(), None);
    let old = ctx.settings;
    let mut new = Settings::clone(old);
    let labels = [
        texts.settings_as_language(),
        locale.weekday_long(Weekday::Mon),
        locale.weekday_long(Weekday::Sun),
        locale.weekday_long(Weekday::Sat),
    ];
    let selected = WeekStart::ALL.iter().position(|choice| *choice == old.week_start).unwrap_or(0);
    if let Some(chosen) = choice(ui, texts.settings_week_start(), &labels, selected) {
        new.week_start = WeekStart::ALL[chosen];
    }
    hint(ui, texts.settings_week_start_hint());
    let labels = [texts.settings_as_language(), texts.settings_shown(), texts.settings_hidden()];
    let selected = HolidayChoice::ALL.iter().position(|choice| *choice == old.holidays).unwrap_or(0);
    if let Some(chosen) = choice(ui, texts.settings_holidays(), &labels, selected) {
        new.holidays = HolidayChoice::ALL[chosen];
    }
    if new != *old {
        ctx.ask(Command::Settings(new));
    }
}
