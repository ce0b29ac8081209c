//! Who introduced whom there.
//!
//! Start reading at [`Introduced::ui`].

use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Ui};

use super::outcomes::introduction_words;
use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::views::ledger;
use crate::gui::views::referrals::{introduction_dot, introduction_word};
use crate::gui::widgets::{Button, MenuItem, paint_icon, section_header};
use crate::model::{Contact, Event, Id, Introduction, IntroductionState};

/// The introductions at an event as they are shown.
#[derive(Default)]
pub(super) struct Introduced {
    rows: Vec<Row>,
    count: String,
}

struct Row {
    id: Id<Introduction>,
    words: String,
    state: IntroductionState,
    contact: Option<Id<Contact>>,
}

impl Introduced {
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let there = ctx.book.introductions.values().filter(|it| it.event == Some(event.id));
        let rows: Vec<Row> = there
            .map(|it| Row {
                id: it.id,
                words: introduction_words(ctx, it),
                state: it.state,
                contact: it.a.contact().or(it.b.contact()),
            })
            .collect();
        let count =
            if rows.is_empty() { String::new() } else { ctx.texts.locale().number(rows.len() as i64) };
        Self { rows, count }
    }

    /// Draws the section.
    pub(super) fn ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            section_header(ui, texts.events_introduced(), Some(&self.count));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let add = Button::new(texts.events_introduced_add()).small().icon(icons::PLUS);
                if ctx.add_writing(ui, add).clicked() {
                    ctx.open(Sheet::IntroducedAt(event.id));
                }
            });
        });
        if self.rows.is_empty() {
            let words = text::rich(texts.events_introduced_none(), TextKind::Body, p.text2);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for row in &self.rows {
                let id = egui::Id::unique(("introduced", row.id.value()));
                let (rect, response) = ledger::row_of(ui, id, &row.words, false);
                let cells = ledger::cells(rect, &[18.0, -1.0, 150.0]);
                let centre = cells[0].center();
                paint_icon(ui.painter(), centre, icons::USERS_THREE, Weight::Regular, 16.0, p.text2);
                ledger::put(ui.painter(), cells[1], &row.words, TextKind::Body, p.text);
                let word = introduction_word(texts, row.state);
                ledger::state(ui.painter(), cells[2], word, introduction_dot(p, row.state), p.text2);
                if response.clicked()
                    && let Some(contact) = row.contact
                {
                    ctx.select(contact);
                }
                response.context_menu(|ui| {
                    let item = MenuItem::new(texts.events_introduced_remove()).icon(icons::TRASH).danger();
                    if ui.add(item).clicked() {
                        ctx.edit(Edit::RemoveIntroduction { introduction: row.id });
                    }
                });
            }
        });
    }
}
