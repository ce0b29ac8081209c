//! Says who else was or will be at an event.

use eframe::egui::Ui;

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::views::person_picker::PersonPicker;
use crate::model::{Attendance, Event, Id};
use crate::text::Texts;

/// Adds people to an event.
pub struct GuestsSheet {
    event: Id<Event>,
    people: PersonPicker,
}

impl GuestsSheet {
    /// Returns the sheet as it opens; who is known to be there is not offered.
    pub fn new(event: Id<Event>, ctx: &ViewCtx<'_>) -> Self {
        let there = ctx.book.get(event).map(|event| event.participants.keys().copied().collect());
        let people = PersonPicker::several(Vec::new()).excluding(there.unwrap_or_default()).focused();
        Self { event, people }
    }
}

impl SheetUi for GuestsSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.events_guests_title().to_owned()
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let Some(event) = ctx.book.get(self.event).cloned() else { return Next::Close };
        let p = Palette::of(ui);
        let is_past = event.last_day().is_some_and(|day| day < ctx.today);
        let words = if is_past { texts.events_guests_were() } else { texts.events_guests_will() };
        ui.label(text::rich(words, TextKind::Body, p.text2));
        ui.add_space(space::S);
        self.people.ui(ctx, ui, texts.events_guests_who());
        ui.add_space(space::L);
        let mut next = Next::Stay;
        let ready = !self.people.chosen().is_empty();
        if footer(ctx, ui, texts.common_add(), ready, texts.inspector_choose_person(), &mut next) {
            let state = if is_past { Attendance::Attended } else { Attendance::Planned };
            let mut changed = Event::clone(&event);
            for person in self.people.chosen() {
                changed.participants.entry(*person).or_insert(state);
            }
            ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
            next = Next::Close;
        }
        next
    }
}
