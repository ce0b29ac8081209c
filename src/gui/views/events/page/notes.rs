//! What is typed on the page in the user's own hand: the notes of the event, and why one goes again or not.
//!
//! Start reading at [`Notes::ui`].

use std::sync::Arc;

use eframe::egui::{self, Ui};

use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::widgets::{HandField, TextField, section_header};
use crate::model::{Event, Id, RepeatDecision};

/// Why one goes again or not, while it is typed.
#[derive(Default)]
pub(super) struct Reasons {
    of: Option<(Id<Event>, u64)>,
    text: String,
    focused: bool,
}

impl Reasons {
    /// Draws the field of a decision.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) {
        let texts = ctx.texts;
        let Some(decided) = &event.repeat else { return };
        let now = (event.id, ctx.revision);
        if self.of.is_none_or(|(id, _)| id != event.id) || (!self.focused && self.of != Some(now)) {
            self.text.clone_from(&decided.reason);
            self.of = Some(now);
            self.focused = false;
        }
        let field = TextField::new(texts.visits_again_why())
            .hint(texts.visits_again_why_hint())
            .id(egui::Id::unique(("event reason", event.id)));
        let response = field.show(ui, &mut self.text);
        self.focused = response.has_focus();
        if response.changed() {
            let repeat = RepeatDecision { reason: self.text.clone(), ..decided.clone() };
            let changed = Event { repeat: Some(repeat), ..Event::clone(event) };
            ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
        }
    }
}

/// A text that is typed: it is the user's while the field has the keyboard, the book's otherwise.
#[derive(Default)]
pub(super) struct Notes {
    of: Option<(Id<Event>, u64)>,
    text: String,
    focused: bool,
}

impl Notes {
    /// Draws the section.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) {
        let texts = ctx.texts;
        section_header(ui, texts.events_notes(), None);
        self.load(event, ctx.revision);
        let field = HandField::new(texts.events_notes(), texts.events_notes_hint(), 3)
            .id(egui::Id::unique(("event notes", event.id)));
        let response = field.show(ui, &mut self.text);
        self.focused = response.has_focus();
        if response.changed() {
            let changed = Event { notes: self.text.clone(), ..Event::clone(event) };
            ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
        }
    }

    fn load(&mut self, event: &Event, revision: u64) {
        let other = self.of.is_none_or(|(id, _)| id != event.id);
        if other || (!self.focused && self.of != Some((event.id, revision))) {
            self.text.clone_from(&event.notes);
            self.of = Some((event.id, revision));
            self.focused = false;
        }
    }
}
