//! The ledger of events: the list of all, and the page of one.
//!
//! Owns which event is open. Must not know how cards come in or who is thanked (`crate::index`).
//! Start reading at [`EventsView`], then `list` and `page`.

mod list;
mod rows;
mod met;
mod page;

use eframe::egui::{self, Key, Modifiers};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::Palette;
use crate::model::{Attendance, Event, Id};
use crate::text::Texts;

/// The ledger of events.
#[derive(Default)]
pub struct EventsView {
    open: Option<Id<Event>>,
    list: list::List,
    page: page::Page,
}

impl EventsView {
    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let event = self.open.and_then(|id| ctx.book.get(id)).cloned();
        match event {
            Some(event) => {
                if self.page.ui(ctx, ui, &event) == page::Next::Back {
                    self.open = None;
                }
                let rests = ui.ctx().text_edit_focused()
                    || egui::Popup::is_any_open(ui.ctx())
                    || ui.ctx().memory(|memory| memory.top_modal_layer().is_some());
                if !rests && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
                    self.open = None;
                }
            }
            None => {
                self.open = self.list.ui(ctx, ui);
            }
        }
    }

    /// Opens the page of an event.
    pub fn show(&mut self, event: Id<Event>) {
        self.open = Some(event);
    }

    /// The event whose page is open: cards that come in belong to it.
    pub fn shown(&self) -> Option<Id<Event>> {
        self.open
    }
}

/// The word for an attendance.
pub(super) fn status_word(texts: &Texts, status: Attendance) -> &str {
    match status {
        Attendance::Planned => texts.common_event_planned(),
        Attendance::Attended => texts.common_event_attended(),
        Attendance::CancelledEarly => texts.common_event_cancelled_early(),
        Attendance::CancelledLate => texts.common_event_cancelled_late(),
        Attendance::NoShow => texts.common_event_no_show(),
    }
}

/// The colour of its dot; the word always stands beside it.
pub(super) fn status_dot(p: &Palette, status: Attendance) -> egui::Color32 {
    match status {
        Attendance::Planned => p.k_review,
        Attendance::Attended => p.ok,
        Attendance::CancelledEarly => p.line_strong,
        Attendance::CancelledLate => p.k_amends,
        Attendance::NoShow => p.danger,
    }
}
