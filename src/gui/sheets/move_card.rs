//! Says whose card this is, when it was filed with the wrong person.

use eframe::egui;

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::{Edit, NewCard};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::views::person_picker::PersonPicker;
use crate::model::{Card, Id};
use crate::text::Texts;

/// Whose card this is.
pub struct MoveCardSheet {
    card: Id<Card>,
    who: PersonPicker,
}

impl MoveCardSheet {
    /// Returns the sheet as it opens.
    pub fn new(card: Id<Card>, ctx: &ViewCtx<'_>) -> Self {
        let owner = ctx.book.get(card).and_then(|card| card.contact);
        Self { card, who: PersonPicker::one().excluding(owner.into_iter().collect()).focused() }
    }
}

impl SheetUi for MoveCardSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.inspector_move_card_title().to_owned()
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        if ctx.book.get(self.card).is_none() {
            return Next::Close;
        }
        self.who.ui(ctx, ui, texts.inspector_belongs_to());
        ui.add_space(8.0);
        let mut next = Next::Stay;
        let to = self.who.first();
        let why = texts.inspector_choose_person();
        if footer(ctx, ui, texts.inspector_move_card_save(), to.is_some(), why, &mut next)
            && let Some(contact) = to
        {
            ctx.edit(Edit::FileCard { card: self.card, contact, facts: NewCard::default() });
            next = Next::Close;
        }
        next
    }
}
