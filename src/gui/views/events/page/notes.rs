//! The notes of the event, in the user's own hand.
//!
//! Start reading at [`Notes::ui`].

use std::sync::Arc;

use eframe::egui::{self, Ui};

use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::widgets::{HandField, section_header};
use crate::model::{Event, Id};

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
