//! How a follow-up repeats: never, or every so many days, weeks, months or years, with an end.
//!
//! Owns what is chosen and typed. A rule that it cannot say stays as it is until another one is chosen.
//! Start reading at [`RepeatField::ui`].

use chrono::NaiveDate;
use eframe::egui::{Ui, vec2};

use super::day_field::DayField;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Chip, TextField};
use crate::model::{Repeat, RepeatEnd, RepeatUnit};
use crate::text::Texts;

/// The most that can be typed for how many units and how many times.
const MOST: u32 = 999;

/// How a follow-up repeats.
pub(super) struct RepeatField {
    /// A rule from elsewhere, kept to the letter while it is chosen.
    foreign: Option<String>,
    /// Whether the foreign rule is chosen.
    keeps: bool,
    unit: Option<RepeatUnit>,
    interval: String,
    end: End,
    until: DayField,
    count: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Never,
    Until,
    Count,
}

impl RepeatField {
    /// Returns the field for a rule that counts from a day.
    pub fn new(ctx: &ViewCtx<'_>, rule: &str, from: NaiveDate) -> Self {
        let repeat = Repeat::parse(rule, from);
        let foreign = (!rule.trim().is_empty() && repeat.is_none()).then(|| rule.to_owned());
        let (end, until, count) = match repeat.map(|repeat| repeat.end) {
            Some(RepeatEnd::Until(day)) => (End::Until, Some(day), String::new()),
            Some(RepeatEnd::Count(count)) => (End::Count, None, count.to_string()),
            Some(RepeatEnd::Never) | None => (End::Never, None, String::new()),
        };
        Self {
            keeps: foreign.is_some(),
            foreign,
            unit: repeat.map(|repeat| repeat.every),
            interval: repeat.map_or(1, |repeat| repeat.interval).to_string(),
            end,
            until: DayField::new(ctx, until),
            count,
        }
    }

    /// Returns the rule for something due on a day; `Err` when something typed makes no sense.
    pub fn rule(&self, from: NaiveDate) -> Result<String, ()> {
        if let Some(foreign) = self.foreign.as_ref().filter(|_| self.keeps) {
            return Ok(foreign.clone());
        }
        let Some(every) = self.unit else { return Ok(String::new()) };
        let interval = number(&self.interval).and_then(|it| u16::try_from(it).ok()).ok_or(())?;
        let end = match self.end {
            End::Never => RepeatEnd::Never,
            End::Until => RepeatEnd::Until(self.until.day().filter(|day| *day >= from).ok_or(())?),
            End::Count => RepeatEnd::Count(number(&self.count).ok_or(())?),
        };
        Ok(Repeat { every, interval, end }.rule(from))
    }

    /// Draws the chips, and what there is to say about the one that is chosen.
    pub fn ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.label(text::rich(texts.rules_repeat(), TextKind::Label, p.text3));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            if ui.add(Chip::new(texts.rules_repeat_never(), !self.keeps && self.unit.is_none())).clicked() {
                (self.keeps, self.unit) = (false, None);
            }
            for unit in RepeatUnit::ALL {
                let chosen = !self.keeps && self.unit == Some(unit);
                if ui.add(Chip::new(every(texts, unit), chosen)).clicked() {
                    (self.keeps, self.unit) = (false, Some(unit));
                }
            }
            if let Some(foreign) = &self.foreign {
                let chip = Chip::new(texts.rules_repeat_foreign(), self.keeps);
                if ui.add(chip).on_hover_text(foreign).clicked() {
                    self.keeps = true;
                }
            }
        });
        let Some(unit) = self.unit.filter(|_| !self.keeps) else { return };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let bad = |typed: &str| number(typed).is_none().then(|| texts.rules_repeat_number());
            let field = TextField::new(interval_label(texts, unit)).width(150.0).error(bad(&self.interval));
            field.show(ui, &mut self.interval);
            ui.vertical(|ui| {
                ui.label(text::rich(texts.rules_repeat_end(), TextKind::Label, p.text3));
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::XS;
                    for (end, label) in [
                        (End::Never, texts.rules_repeat_end_never()),
                        (End::Until, texts.rules_repeat_end_until()),
                        (End::Count, texts.rules_repeat_end_count()),
                    ] {
                        if ui.add(Chip::new(label, self.end == end)).clicked() {
                            self.end = end;
                        }
                    }
                });
                match self.end {
                    End::Never => {}
                    End::Until => {
                        self.until.ui(
                            ctx,
                            ui,
                            texts.rules_repeat_last_day(),
                            texts.calendar_when_hint(),
                            220.0,
                        );
                    }
                    End::Count => {
                        let field = TextField::new(texts.rules_repeat_times()).width(150.0);
                        field.error(bad(&self.count)).show(ui, &mut self.count);
                    }
                }
            });
        });
    }
}

fn every(texts: &Texts, unit: RepeatUnit) -> &str {
    match unit {
        RepeatUnit::Day => texts.rules_repeat_daily(),
        RepeatUnit::Week => texts.rules_repeat_weekly(),
        RepeatUnit::Month => texts.rules_repeat_monthly(),
        RepeatUnit::Year => texts.rules_repeat_yearly(),
    }
}

fn interval_label(texts: &Texts, unit: RepeatUnit) -> &str {
    match unit {
        RepeatUnit::Day => texts.rules_repeat_every_days(),
        RepeatUnit::Week => texts.rules_repeat_every_weeks(),
        RepeatUnit::Month => texts.rules_repeat_every_months(),
        RepeatUnit::Year => texts.rules_repeat_every_years(),
    }
}

fn number(typed: &str) -> Option<u32> {
    crate::text::fold::fold(typed.trim()).parse().ok().filter(|it| (1..=MOST).contains(it))
}
