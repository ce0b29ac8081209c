//! Makes a place, or changes one: its name, what it is, and in which place it lies.

use eframe::egui;

use crate::edit::{Edit, StorageEdit};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::sheets::relationship::footer;
use crate::gui::sheets::{Next, SheetUi};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::place_picker::{PlaceChoice, PlacePicker, kind_icon};
use crate::gui::widgets::{Button, TextField, segmented_icons, tip};
use crate::model::{Id, Storage, StorageKind};
use crate::text::Texts;
use crate::text::fold::fold;
use crate::text::tidy::tidy;

/// A place, new or changed.
pub struct PlaceForm {
    storage: Storage,
    is_new: bool,
    first_frame: bool,
    /// Another place around it is being chosen.
    moves: Option<PlacePicker>,
    /// Whether another place there has the name.
    taken: Cached<NameKey, bool>,
}

/// Revision, name, in which place.
type NameKey = (u64, String, Option<Id<Storage>>);

impl PlaceForm {
    /// Returns the sheet as it opens: for a place, or for a new one inside another.
    pub fn new(place: Option<Id<Storage>>, inside: Option<Id<Storage>>, ctx: &ViewCtx<'_>) -> Self {
        let old = place.and_then(|place| ctx.book.get(place));
        let outer = inside.and_then(|inside| ctx.book.get(inside));
        // What is in a binder is a page, what is in a box a part of it.
        let kind = match outer.map(|outer| outer.kind) {
            Some(StorageKind::Binder | StorageKind::Page) => StorageKind::Page,
            _ => StorageKind::Box,
        };
        let fresh = || Storage { inside: outer.map(|outer| outer.id), kind, ..Storage::default() };
        Self {
            storage: old.map_or_else(fresh, |place| Storage::clone(place)),
            is_new: old.is_none(),
            first_frame: true,
            moves: None,
            taken: Cached::default(),
        }
    }

    fn inside_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        if let Some(picker) = &mut self.moves {
            match picker.ui(ctx, ui, texts.places_inside(), false) {
                Some(PlaceChoice::Place(place)) => {
                    self.storage.inside = Some(place);
                    self.moves = None;
                }
                Some(PlaceChoice::New(_)) | None => {
                    let nowhere = Button::ghost(texts.places_inside_nothing()).small();
                    if ui.add(nowhere).clicked() {
                        self.storage.inside = None;
                        self.moves = None;
                    }
                }
            }
            return;
        }
        ui.label(text::rich(texts.places_inside(), TextKind::Label, p.text3));
        let path = self.storage.inside.map(|outer| ctx.index.place_tree().path(ctx.book, outer));
        let shown = path.as_deref().unwrap_or(texts.places_inside_nothing());
        let button = Button::new(shown).icon(icons::MAP_PIN).trailing(icons::CARET_DOWN);
        let own = (!self.is_new).then_some(self.storage.id);
        if ui.add(button).clicked() {
            self.moves = Some(PlacePicker::focused().without(own));
        }
    }
}

impl SheetUi for PlaceForm {
    fn title(&self, texts: &Texts) -> String {
        if self.is_new { texts.places_new() } else { texts.places_change() }.to_owned()
    }

    fn width(&self) -> f32 {
        440.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        if !self.is_new && ctx.book.get(self.storage.id).is_none() {
            return Next::Close;
        }
        ui.spacing_mut().item_spacing.y = space::S;
        let field = TextField::new(texts.common_name()).hint(texts.places_name_hint());
        let response = field.show(ui, &mut self.storage.name);
        if std::mem::take(&mut self.first_frame) {
            response.request_focus();
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let new = &self.storage;
        let key = (ctx.revision, new.name.clone(), new.inside);
        if *self.taken.get(key, |(_, name, inside)| is_taken(ctx, new.id, name, *inside)) {
            let words = text::rich(texts.places_name_taken(), TextKind::Small, p.text2);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.label(text::rich(texts.places_kind(), TextKind::Label, p.text3));
        let parts = StorageKind::ALL.map(|kind| (kind_icon(kind), kind.words(texts)));
        let mut at = StorageKind::ALL.iter().position(|kind| *kind == self.storage.kind).unwrap_or(0);
        ui.horizontal(|ui| {
            segmented_icons(ui, texts.places_kind(), &parts, &mut at);
            ui.label(text::rich(StorageKind::ALL[at].words(texts), TextKind::Body, p.text2));
        });
        self.storage.kind = StorageKind::ALL[at];
        self.inside_ui(ctx, ui);
        let mut next = Next::Stay;
        if !self.is_new {
            let row = ctx.index.place_tree();
            let count = row.row(self.storage.id).map_or(0, |row| row.own);
            let words = what_removing_does(ctx, &self.storage, count);
            let remove = Button::ghost(texts.places_remove()).icon(icons::TRASH).small().danger();
            if tip(ctx.add_writing(ui, remove), &words, None).clicked() {
                ctx.edit(Edit::Storage(StorageEdit::Remove { storage: self.storage.id }));
                next = Next::Close;
            }
            ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
        }
        ui.add_space(space::XXS);
        let ready = !tidy(&self.storage.name).is_empty();
        let label = if self.is_new { texts.common_add() } else { texts.common_save() };
        if footer(ctx, ui, label, ready, texts.places_name_needed(), &mut next) || (enter && ready) {
            self.save(ctx);
            next = Next::Close;
        }
        next
    }
}

impl PlaceForm {
    fn save(&self, ctx: &mut ViewCtx<'_>) {
        let new = &self.storage;
        if self.is_new {
            let storage = Box::new(new.clone());
            ctx.edit(Edit::Storage(StorageEdit::Add { storage, cards: std::collections::BTreeSet::new() }));
            return;
        }
        let Some(old) = ctx.book.get(new.id) else { return };
        if old.name != new.name || old.kind != new.kind || old.inside != new.inside {
            let (storage, name, kind, inside) = (new.id, new.name.clone(), new.kind, new.inside);
            ctx.edit(Edit::Storage(StorageEdit::Change { storage, name, kind, inside }));
        }
    }
}

/// Whether another place beside it has this name, however it is written: allowed, but seldom meant.
fn is_taken(ctx: &ViewCtx<'_>, own: Id<Storage>, name: &str, inside: Option<Id<Storage>>) -> bool {
    let name = fold(&tidy(name));
    !name.is_empty()
        && ctx
            .book
            .storages
            .values()
            .any(|other| other.id != own && other.inside == inside && fold(&tidy(&other.name)) == name)
}

/// Where the cards and places in a place go when it is removed.
pub(super) fn what_removing_does(ctx: &ViewCtx<'_>, place: &Storage, cards: usize) -> String {
    let outer = place.inside.and_then(|outer| ctx.book.get(outer));
    match outer {
        Some(outer) => ctx.texts.places_remove_to(cards as i64, &tidy(&outer.name)),
        None => ctx.texts.places_remove_out(cards as i64),
    }
}
