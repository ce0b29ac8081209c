//! The sections "Reminders" and "Calendar files" of the settings.

use std::path::Path;

use eframe::egui::{self, Align, Layout, Ui, vec2};

use super::settings::{Typed, choice, field, hint};
use crate::exchange::ical::LIVE_FILE;
use crate::gui::calendar_file::calendar_problem;
use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::settings::Settings;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Banner, Button, Severity, Switch, section_header};
use crate::text::dates::parse_time;

/// What is typed into the section.
#[derive(Default)]
pub struct ReminderFields {
    at: Typed,
}

impl ReminderFields {
    /// Draws the section about reminders.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        section_header(ui, texts.reminders_section(), None);
        hint(ui, texts.reminders_hint());
        let old = ctx.settings;
        let mut new = Settings::clone(old);
        ui.add(Switch::new(&mut new.reminders.on, texts.reminders_on()));
        if old.reminders.on {
            let is_time = |text: &str| parse_time(text).is_some();
            let error = self.at.is_refused(is_time).then_some(texts.reminders_at_invalid());
            let input = field("reminder time", texts.reminders_at()).error(error);
            // The text follows the choice, also when it changes elsewhere.
            let stands = u64::from(chrono::Timelike::num_seconds_from_midnight(&old.reminders.at));
            let of_book = || texts.locale().time(old.reminders.at);
            if self.at.show(ui, input, stands, is_time, of_book)
                && let Some(at) = parse_time(self.at.text())
            {
                new.reminders.at = at;
            }
            hint(ui, texts.reminders_at_hint());
            let labels = [texts.reminders_names_off(), texts.reminders_names_on()];
            let selected = usize::from(old.reminders.names);
            if let Some(chosen) = choice(ui, texts.reminders_names(), &labels, selected) {
                new.reminders.names = chosen == 1;
            }
            hint(ui, texts.reminders_names_hint());
            ui.horizontal(|ui| {
                if ui.add(Button::new(texts.reminders_try()).icon(icons::PLAY)).clicked() {
                    ctx.ask(Command::TryReminder);
                }
                if ctx.reminders.tried {
                    ui.label(text::rich(texts.reminders_tried(), TextKind::Small, p.ok));
                }
            });
            if let Some(problem) = &ctx.reminders.problem {
                Banner::new(Severity::Warn, texts.reminders_problem()).details(problem).ask(ui, &[]);
            }
        }
        if new != *old {
            ctx.ask(Command::Settings(new));
        }
    }
}

/// Draws the section about calendar files.
pub(super) fn calendar_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let (texts, p) = (ctx.texts, Palette::of(ui));
    section_header(ui, texts.reminders_calendar_section(), None);
    hint(ui, texts.reminders_calendar_hint());
    let old = ctx.settings;
    let mut new = Settings::clone(old);
    let file = &mut new.calendar_file;
    ui.add(Switch::new(&mut file.on, &texts.reminders_calendar_on(LIVE_FILE)));
    if let Some(path) = ctx.path.filter(|_| old.calendar_file.on) {
        let book = ctx.book.header.id.to_string();
        if ctx.protected && !old.calendar_file.readable_for.contains(&book) {
            let actions = [texts.reminders_calendar_readable()];
            let words = texts.reminders_calendar_encrypted();
            if Banner::new(Severity::Danger, words).ask(ui, &actions) == Some(0) {
                file.readable_for.insert(book);
            }
        } else {
            path_ui(ctx, ui, &path.with_file_name(LIVE_FILE));
            if ctx.protected && ui.add(Button::ghost(texts.reminders_calendar_unreadable())).clicked() {
                file.readable_for.remove(&book);
            }
        }
        if let Some(problem) = &ctx.live.problem {
            let words = texts.reminders_calendar_failed(&calendar_problem(problem, texts));
            if Banner::new(Severity::Danger, &words).ask(ui, &[texts.reminders_calendar_again()]) == Some(0) {
                ctx.ask(Command::KeepCalendar);
            }
        }
    }
    ui.add_space(space::XS);
    ui.label(text::rich(texts.reminders_contains(), TextKind::Body, p.text));
    hint(ui, texts.reminders_contains_hint());
    ui.add(Switch::new(&mut file.about, texts.reminders_contains_about()));
    ui.add(Switch::new(&mut file.reach, texts.reminders_contains_reach()));
    ui.add(Switch::new(&mut file.alarms, texts.reminders_contains_alarms()));
    let labels = [texts.reminders_as_events(), texts.reminders_as_tasks()];
    if let Some(chosen) = choice(ui, texts.reminders_as(), &labels, usize::from(old.calendar_file.todos)) {
        file.todos = chosen == 1;
    }
    hint(ui, texts.reminders_as_hint());
    ui.add_space(space::XS);
    let import = Button::new(texts.reminders_import_action()).icon(icons::CALENDAR_DOTS);
    if ctx.add_writing(ui, import).clicked() {
        ctx.ask(Command::Do(Action::ImportCalendar));
    }
    hint(ui, texts.reminders_import_where());
    if new != *old {
        ctx.ask(Command::Settings(new));
    }
}

fn path_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, path: &Path) {
    let p = Palette::of(ui);
    let row = vec2(ui.available_width(), 32.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let path = path.display().to_string();
        if ui.add(Button::new(ctx.texts.settings_copy_path()).icon(icons::COPY).small()).clicked() {
            ctx.ask(Command::Copy(path.clone()));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(text::rich(&path, TextKind::Small, p.text2)).truncate());
        });
    });
    hint(ui, ctx.texts.reminders_calendar_how());
}
