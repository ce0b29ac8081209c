//! Who else was or will be there: people who gave no card, and what is known about their coming.
//!
//! Start reading at [`Guests::ui`].

use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Ui, vec2};

use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::events::{status_dot, status_word};
use crate::gui::views::people::PersonRow;
use crate::gui::views::person_picker::person_row;
use crate::gui::widgets::{Button, ButtonSize, Chip, IconButton, MenuItem, section_header};
use crate::model::{Attendance, Event};

/// The participants as they are shown.
#[derive(Default)]
pub(super) struct Guests {
    rows: Vec<(PersonRow, Attendance, String)>,
    count: String,
    /// Whether it is still to come.
    is_coming: bool,
}

impl Guests {
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        // Whoever was met stands above already.
        let above = &ctx.index.links.event(event.id).contacts;
        let mut rows: Vec<_> = (event.participants.iter())
            .filter(|(id, _)| !above.contains(id))
            .filter_map(|(id, state)| {
                let row = PersonRow::of(ctx.book, ctx.texts, *id)?;
                let remove = ctx.texts.events_guest_remove(&row.name);
                Some((row, *state, remove))
            })
            .collect();
        rows.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.name.cmp(&b.0.name)).then(a.0.id.cmp(&b.0.id)));
        let count =
            if rows.is_empty() { String::new() } else { ctx.texts.locale().number(rows.len() as i64) };
        let is_coming =
            event.starts_on.is_none_or(|day| day > ctx.today) && event.status != Attendance::Attended;
        Self { rows, count, is_coming }
    }

    /// Draws the section.
    pub(super) fn ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            let head = if self.is_coming { texts.events_guests_coming() } else { texts.events_guests() };
            section_header(ui, head, Some(&self.count));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let add = Button::new(texts.events_guests_add()).small().icon(icons::PLUS);
                if ctx.add_writing(ui, add).clicked() {
                    ctx.open(Sheet::Guests(event.id));
                }
            });
        });
        if self.rows.is_empty() {
            let words =
                if self.is_coming { texts.events_guests_none_coming() } else { texts.events_guests_none() };
            ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text2)).wrap());
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (row, state, remove) in &self.rows {
                ui.push_id(row.id, |ui| row_ui(ctx, ui, event, (row, *state, remove)));
            }
        });
    }
}

fn row_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    event: &Arc<Event>,
    (row, state, remove): (&PersonRow, Attendance, &str),
) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let width = (ui.available_width() - 230.0).max(120.0);
        ui.allocate_ui_with_layout(vec2(width, 44.0), Layout::top_down(Align::Min), |ui| {
            let selected = ctx.selection.contact == Some(row.id);
            if person_row(ctx, ui, row, selected).clicked() {
                ctx.ask(Command::Select(Some(row.id)));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let cross = IconButton::new(icons::X, remove).size(ButtonSize::Small);
            if ctx.add_writing(ui, cross).clicked() {
                ctx.edit(Edit::SetParticipant { event: event.id, contact: row.id, status: None });
            }
            let chip = Chip::new(status_word(texts, state), false).dot(status_dot(p, state)).caret();
            let chip = ctx.add_writing(ui, chip);
            egui::Popup::menu(&chip).show(|ui| {
                for other in Attendance::ALL {
                    let item = MenuItem::new(status_word(texts, other)).checked(other == state);
                    if ui.add(item).clicked() && other != state {
                        let status = Some(other);
                        ctx.edit(Edit::SetParticipant { event: event.id, contact: row.id, status });
                    }
                }
            });
        });
    });
}
