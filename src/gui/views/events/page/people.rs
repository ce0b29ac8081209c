//! The people met, as the main column shows them.
//!
//! Start reading at [`ui`].

use eframe::egui::{self, Align, Layout, Ui};

use super::Shown;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::deadline::TimeLeft;
use crate::gui::widgets::{Button, section_header};
use crate::index::QuizOf;
use crate::model::{Event, Id};

/// Draws the section.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: Id<Event>, shown: &Shown) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.horizontal(|ui| {
        let head = if shown.met.is_there { texts.events_people_met() } else { texts.events_people() };
        section_header(ui, head, Some(&shown.people));
        if shown.met.len() > 0 && shown.met.is_there {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                if let Some(next) = shown.met.next {
                    let button = Button::primary(texts.letters_write_next()).small();
                    if ctx.add_writing(ui, button).clicked() {
                        ctx.open(Sheet::Thanks(next));
                    }
                }
                if let Some((count, due_on)) = shown.met.due {
                    let left = TimeLeft::until(due_on, ctx.today, ctx.time);
                    let ink = if left.is_late() { p.danger } else { p.text2 };
                    let words = texts.events_thanks_left(count, &left.words(texts, ctx.today));
                    ui.label(text::rich(&words, TextKind::Small, ink));
                }
                ui.label(text::rich(&shown.thanked, TextKind::Strong, p.text));
            });
        }
    });
    ui.add_space(space::XS);
    if shown.met.len() == 0 {
        ui.add(egui::Label::new(text::rich(texts.events_nobody(), TextKind::Body, p.text2)).wrap());
    } else {
        shown.met.ui(ctx, ui);
        if shown.met.is_there {
            ui.add_space(space::XS);
            let learn = Button::new(texts.quiz_learn()).small().icon(icons::IDENTIFICATION_CARD);
            if ctx.add_writing(ui, learn).clicked() {
                ctx.open(Sheet::Quiz(QuizOf::Event(event)));
            }
        }
    }
    if let (Some(words), Some(card)) = (&shown.pile, shown.met.pile.first()) {
        ui.horizontal(|ui| {
            ui.label(text::rich(words, TextKind::Body, p.text2));
            if ctx.add_writing(ui, Button::tonal(texts.events_name_them()).small()).clicked() {
                ctx.open(Sheet::NameCards(Some(*card)));
            }
        });
    }
}
