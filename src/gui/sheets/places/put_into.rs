//! Puts cards into a place: one of the book, or a new one under the typed name.

use std::collections::BTreeSet;

use eframe::egui;

use crate::edit::{Edit, StorageEdit};
use crate::gui::ctx::ViewCtx;
use crate::gui::sheets::{Next, SheetUi};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::place_picker::{PlaceChoice, PlacePicker};
use crate::gui::widgets::Button;
use crate::model::{Card, Id, Storage};
use crate::text::Texts;

/// Puts cards into a place.
pub struct PutInto {
    cards: BTreeSet<Id<Card>>,
    place: PlacePicker,
}

impl PutInto {
    /// Returns the sheet as it opens.
    pub fn new(cards: BTreeSet<Id<Card>>) -> Self {
        Self { cards, place: PlacePicker::focused() }
    }
}

impl SheetUi for PutInto {
    fn title(&self, texts: &Texts) -> String {
        texts.places_put_title(self.cards.len() as i64)
    }

    fn width(&self) -> f32 {
        460.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let book = ctx.book;
        self.cards.retain(|card| book.get(*card).is_some());
        if self.cards.is_empty() {
            return Next::Close;
        }
        ui.spacing_mut().item_spacing.y = space::S;
        let chosen = self.place.ui(ctx, ui, texts.places_place(), true);
        if ctx.book.storages.is_empty() {
            let words = texts.places_put_none();
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        }
        let mut next = Next::Stay;
        let cards = self.cards.clone();
        match chosen {
            Some(PlaceChoice::Place(to)) => {
                ctx.edit(Edit::Storage(StorageEdit::Put { cards, to: Some(to) }));
                next = Next::Close;
            }
            Some(PlaceChoice::New(name)) => {
                let storage = Box::new(Storage { name, ..Storage::default() });
                ctx.edit(Edit::Storage(StorageEdit::Add { storage, cards }));
                next = Next::Close;
            }
            None => {
                let is_placed = |card: &Id<Card>| {
                    ctx.book.get(*card).is_some_and(|card| card.whereabouts.place().is_some())
                };
                let out = Button::ghost(texts.places_take_out()).small().icon(icons::X);
                if self.cards.iter().any(is_placed) && ctx.add_writing(ui, out).clicked() {
                    ctx.edit(Edit::Storage(StorageEdit::Put { cards, to: None }));
                    next = Next::Close;
                }
            }
        }
        next
    }
}
