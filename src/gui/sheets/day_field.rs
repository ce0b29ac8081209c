//! A date typed in words, with what it was understood as; and a time of day.
//!
//! Owns the typed text and what it means. Start reading at [`DayField::ui`].

use chrono::{NaiveDate, NaiveTime};
use eframe::egui::{self, Ui};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Chip, TextField};
use crate::text::dates::parse_date;

/// A date as it is typed.
#[derive(Debug, Clone, Default)]
pub struct DayField {
    typed: String,
    day: Option<NaiveDate>,
}

impl DayField {
    /// A field that shows a day.
    pub fn new(ctx: &ViewCtx<'_>, day: Option<NaiveDate>) -> Self {
        let typed = day.map(|day| ctx.texts.locale().day_with_year(day)).unwrap_or_default();
        Self { typed, day }
    }

    /// The day, when the text is one.
    pub fn day(&self) -> Option<NaiveDate> {
        self.day
    }

    /// Whether something is typed that is no date.
    pub fn is_wrong(&self) -> bool {
        self.day.is_none() && !self.typed.trim().is_empty()
    }

    /// Shows another day.
    pub fn set(&mut self, ctx: &ViewCtx<'_>, day: NaiveDate) {
        *self = Self::new(ctx, Some(day));
    }

    /// Draws the field `width` points wide and below it what was understood. Returns whether the day
    /// changed.
    pub fn ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, label: &str, hint: &str, width: f32) -> bool {
        let p = Palette::of(ui);
        let before = self.day;
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 4.0;
            let wrong = self.is_wrong().then(|| ctx.texts.calendar_date_bad());
            let field = TextField::new(label).hint(hint).width(width).error(wrong);
            if field.show(ui, &mut self.typed).changed() {
                self.day = parse_date(&self.typed, ctx.today, ctx.texts.locale());
            }
            if let Some(day) = self.day {
                let locale = ctx.texts.locale();
                let words = if (day - ctx.today).num_days().abs() <= 31 {
                    [locale.day_weekday(day), ctx.texts.relative_day(day, ctx.today)].join(", ")
                } else {
                    locale.day_medium(day)
                };
                ui.label(text::rich(&words, TextKind::Label, p.text2));
            }
        });
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
            self.day = parse_date(&self.typed, ctx.today, ctx.texts.locale());
        }
        response
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

/// Reads a time of day: `14:00`, `14.30`, `9`, `14時30分`. Returns nothing for anything else.
pub fn parse_time(typed: &str) -> Option<NaiveTime> {
    let folded = crate::text::fold::fold(typed);
    let is_separator = |character: char| ":. h時分".contains(character);
    if folded.is_empty() || !folded.chars().all(|c| c.is_ascii_digit() || is_separator(c)) {
        return None;
    }
    let parts: Vec<u32> = folded
        .split(is_separator)
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match parts.as_slice() {
        [hour] => NaiveTime::from_hms_opt(*hour, 0, 0),
        [hour, minute] => NaiveTime::from_hms_opt(*hour, *minute, 0),
        _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        for (typed, expected) in [
            ("14:00", time(14, 0)),
            ("9.30", time(9, 30)),
            ("8", time(8, 0)),
            ("１４時３０分", time(14, 30)),
            ("14時", time(14, 0)),
            ("25:00", None),
            ("9:75", None),
            ("noon", None),
            ("", None),
            ("1:2:3", None),
            ("99999999999", None),
        ] {
            assert_eq!(parse_time(typed), expected, "{typed}");
        }
    }
}
