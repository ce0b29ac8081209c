//! The page of one event: what it was, whom one met, what came of it.
//!
//! Start reading at [`Page::ui`], then the parts in the order in which they stand on the page.

mod head;
mod people;
mod guests;
mod introduced;
mod photos;
mod outcomes;
mod notes;
mod aside;
mod care;
pub(super) mod again;
mod amends;

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Layout, Sense, Ui, UiBuilder, pos2, vec2};

use super::met::Met;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::section_header;
use crate::model::*;
use crate::text::Locale;

/// What the page wants after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Stay,
    Back,
    /// The page of its series.
    Series,
}

type Key = (Id<Event>, u64, NaiveDate, Locale);

/// The page of the open event.
#[derive(Default)]
pub(super) struct Page {
    shown: Cached<Key, Shown>,
    notes: notes::Notes,
    reasons: notes::Reasons,
}

/// What is formatted once for each state of the book.
struct Shown {
    met: Met,
    people: String,
    thanked: String,
    facts: Vec<(&'static str, String)>,
    organizer: Option<(String, Option<Id<Contact>>)>,
    pile: Option<String>,
    guests: guests::Guests,
    introduced: introduced::Introduced,
    outcomes: Vec<outcomes::Outcome>,
    series: Option<String>,
    aside: aside::Facts,
    photos: photos::Photos,
}

impl Page {
    /// Draws the page.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) -> Next {
        let key = (event.id, ctx.revision, ctx.today, ctx.texts.locale());
        let view: &ViewCtx<'_> = ctx;
        let shown = self.shown.get(key, |_| Shown::of(view, event));
        let (notes, reasons) = (&mut self.notes, &mut self.reasons);
        let pad = if ctx.compact { 20.0 } else { space::PAGE };
        let mut next = Next::Stay;
        egui::ScrollArea::vertical().id_salt("event page").auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            let all = ui.available_rect_before_wrap();
            let width = (all.width() - 2.0 * pad).min(1360.0);
            let left = all.left() + ((all.width() - width) / 2.0).max(pad);
            let rect = egui::Rect::from_min_size(pos2(left, all.top() + 16.0), vec2(width, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
            let ui_page = &mut page;
            ui_page.spacing_mut().item_spacing.y = space::S;
            next = head::ui(ctx, ui_page, event, shown);
            ui_page.add_space(space::L);
            if width >= 860.0 {
                let side = 340.0;
                let top = ui_page.cursor().top();
                let main =
                    egui::Rect::from_min_size(pos2(left, top), vec2(width - side - 28.0, f32::INFINITY));
                let aside =
                    egui::Rect::from_min_size(pos2(left + width - side, top), vec2(side, f32::INFINITY));
                let a = column(ui_page, main, |ui| main_ui(ctx, ui, event, shown, notes));
                let b = column(ui_page, aside, |ui| {
                    aside::urgent_ui(ctx, ui, event, &shown.aside);
                    aside::ui(ctx, ui, event, &shown.aside, reasons);
                });
                ui_page.allocate_rect(a.union(b), Sense::hover());
            } else {
                aside::urgent_ui(ctx, ui_page, event, &shown.aside);
                main_ui(ctx, ui_page, event, shown, notes);
                ui_page.add_space(space::XL);
                aside::ui(ctx, ui_page, event, &shown.aside, reasons);
            }
            let used = page.min_rect();
            ui.allocate_rect(used, Sense::hover());
            ui.add_space(space::PAGE);
        });
        next
    }
}

/// A quiet link with an icon; returns whether it was pressed.
pub(super) fn link_ui(ui: &mut Ui, icon: &str, words: &str, ink: egui::Color32) -> bool {
    head::fact(ui, icon, words, ink, Sense::click()).clicked()
}

fn column(ui: &mut Ui, rect: egui::Rect, add: impl FnOnce(&mut Ui)) -> egui::Rect {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    add(&mut child);
    child.min_rect()
}

fn main_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown, notes: &mut notes::Notes) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    if !event.goal.trim().is_empty() {
        section_header(ui, texts.events_goal(), None);
        ui.add(egui::Label::new(text::rich(event.goal.trim(), TextKind::Hand, p.text)).wrap());
        ui.add_space(space::L);
    }
    // Whoever does not come met nobody, unless cards or people are there all the same.
    if !event.status.is_off() || shown.met.len() > 0 || shown.pile.is_some() {
        people::ui(ctx, ui, event.id, shown);
        ui.add_space(space::XL);
    }
    shown.guests.ui(ctx, ui, event);
    ui.add_space(space::XL);
    shown.introduced.ui(ctx, ui, event);
    ui.add_space(space::XL);
    outcomes::ui(ctx, ui, &shown.outcomes);
    ui.add_space(space::XL);
    shown.photos.ui(ctx, ui, event);
    ui.add_space(space::XL);
    notes.ui(ctx, ui, event);
}

impl Shown {
    fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let texts = ctx.texts;
        let met = Met::of(ctx, event);
        let people = if met.len() > 0 { texts.locale().number(met.len() as i64) } else { String::new() };
        let thanked = texts.events_thanked_count(met.thanked as i64, met.len() as i64);
        let organizer = event.organizer.and_then(|organizer| {
            let (name, contact) = match organizer {
                Organizer::Contact(id) => (ctx.book.get(id)?.display_name(), Some(id)),
                Organizer::Organization(id) => (ctx.book.get(id)?.name.clone(), None),
            };
            Some((texts.events_organizer(&name), contact))
        });
        let pile = (!met.pile.is_empty()).then(|| texts.events_pile(met.pile.len() as i64));
        Self {
            people,
            thanked,
            facts: head::facts_of(ctx, event),
            organizer,
            pile,
            guests: guests::Guests::of(ctx, event),
            introduced: introduced::Introduced::of(ctx, event),
            outcomes: outcomes::outcomes_of(ctx, event),
            series: head::series_of(ctx, event),
            aside: aside::Facts::of(ctx, event),
            photos: photos::Photos::of(ctx, event),
            met,
        }
    }
}
