//! The ledger of events: the list of all, the page of one, and the page of a series.
//!
//! Owns which of them is open, and their keys. Must not know how cards come in or who is thanked (`crate::index`).
//! Start reading at [`EventsView`], then `list`, `page` and `series`.

mod list;
mod rows;
mod met;
mod page;
mod series;
mod strip;
pub(in crate::gui::views) mod record;
pub(in crate::gui::views) mod reply;

use eframe::egui::{self, Key, Modifiers};

use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::Palette;
pub(super) use crate::index::events::status_word;
use crate::model::{Attendance, Event, Id};

/// The ledger of events.
#[derive(Default)]
pub struct EventsView {
    open: Option<Id<Event>>,
    /// The series whose page is open; one comes back to it from its events.
    in_series: Option<String>,
    list: list::List,
    strip: strip::Strip,
    page: page::Page,
    series: series::SeriesPage,
}

impl EventsView {
    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let rests = ui.ctx().text_edit_focused()
            || egui::Popup::is_any_open(ui.ctx())
            || ui.ctx().memory(|memory| memory.top_modal_layer().is_some());
        let event = self.open.and_then(|id| ctx.book.get(id)).cloned();
        match (event, self.in_series.clone()) {
            (Some(event), _) => {
                if !rests {
                    keys(ctx, ui, &event);
                }
                match self.page.ui(ctx, ui, &event) {
                    page::Next::Stay => {}
                    page::Next::Back => self.open = None,
                    page::Next::Series => self.show_series(&event.series),
                }
                let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
                if !rests && pressed(Key::S) && !event.series.trim().is_empty() {
                    self.show_series(&event.series);
                } else if !rests && pressed(Key::Backspace) {
                    self.open = None;
                }
            }
            (None, Some(name)) => {
                match self.series.ui(ctx, ui, &name) {
                    series::Next::Stay => {}
                    series::Next::Back => self.in_series = None,
                    series::Next::Event(event) => self.open = Some(event),
                }
                if !rests && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Backspace)) {
                    self.in_series = None;
                }
            }
            (None, None) => {
                let all = ui.available_rect_before_wrap();
                let pad = if ctx.compact { 20.0 } else { crate::gui::theme::space::PAGE };
                let (mut above, mut below) = (all, all);
                above.max.y -= strip::HEIGHT;
                below.min = egui::pos2(all.left() + pad, above.max.y);
                below.max.x -= pad;
                let mut list = ui.new_child(egui::UiBuilder::new().max_rect(above).id_salt("list"));
                self.open = self.list.ui(ctx, &mut list);
                let mut strip = ui.new_child(egui::UiBuilder::new().max_rect(below).id_salt("strip"));
                if let Some(name) = self.strip.ui(ctx, &mut strip) {
                    self.show_series(&name);
                }
                ui.advance_cursor_after_rect(all);
            }
        }
    }

    /// Opens the page of an event.
    pub fn show(&mut self, event: Id<Event>) {
        self.open = Some(event);
        self.in_series = None;
    }

    /// Goes back to the list of all.
    pub fn show_list(&mut self) {
        self.open = None;
        self.in_series = None;
    }

    /// Opens the page of a series.
    pub fn show_series(&mut self, name: &str) {
        self.open = None;
        self.in_series = Some(name.trim().to_owned());
    }

    /// The event whose page is open: cards that come in belong to it.
    pub fn shown(&self) -> Option<Id<Event>> {
        self.open
    }
}

/// The keys of the page of an event: a reply of whoever is selected there, and not coming.
fn keys(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, event: &Event) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let people = &ctx.index.links.event(event.id).contacts;
    if let Some(contact) = ctx.selection.contact.filter(|contact| people.contains(contact))
        && pressed(Key::R)
    {
        reply::cycle(ctx, contact, Some(event.id));
    }
    if ctx.writable && matches!(event.status, Attendance::Planned | Attendance::Attended) && pressed(Key::C) {
        let absent = event.last_day().is_some_and(|day| day < ctx.today);
        ctx.open(Sheet::CancelEvent { event: event.id, absent });
    }
}

/// Whether I am or was there: I attended, or it has begun and nobody said yet what became of it.
fn is_there(event: &Event, today: chrono::NaiveDate) -> bool {
    match event.status {
        Attendance::Attended => true,
        Attendance::Planned => event.starts_on.is_some_and(|day| day <= today),
        _ => false,
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
