//! Ties two people: who, and what they are for each other.

use eframe::egui::{self, Key, Modifiers, vec2};

use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, text};
use crate::gui::views::people::name_of;
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::views::words::relation_label;
use crate::gui::widgets::{Button, Chip, TextField};
use crate::model::{Contact, Id, RelationKind, Relationship};
use crate::text::Texts;

/// Ties two people.
pub struct RelationshipSheet {
    from: Id<Contact>,
    name: String,
    who: PersonPicker,
    kind: RelationKind,
    own: String,
    note: String,
}

impl RelationshipSheet {
    /// Returns the sheet as it opens.
    pub fn new(contact: Id<Contact>, ctx: &ViewCtx<'_>) -> Self {
        Self {
            from: contact,
            name: name_of(ctx.book, ctx.texts, contact),
            who: PersonPicker::one().excluding(vec![contact]).focused(),
            kind: RelationKind::default(),
            own: String::new(),
            note: String::new(),
        }
    }

    /// Ties them to this person.
    #[must_use]
    pub fn with(mut self, other: Id<Contact>) -> Self {
        self.who.choose(other);
        self
    }
}

impl SheetUi for RelationshipSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.inspector_relationship_title(&self.name)
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = 8.0;
        self.who.ui(ctx, ui, texts.inspector_relationship_who());
        let label = texts.inspector_relationship_is(&self.name);
        ui.add(egui::Label::new(text::rich(&label, TextKind::Label, p.text3)).truncate());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for kind in RelationKind::NAMED {
                let selected = self.own.trim().is_empty() && kind == self.kind;
                if ui.add(Chip::new(relation_label(&kind, texts), selected)).clicked() {
                    self.kind = kind;
                    self.own.clear();
                }
            }
        });
        TextField::new(texts.inspector_relationship_own()).show(ui, &mut self.own);
        TextField::new(texts.common_note()).show(ui, &mut self.note);
        ui.add_space(4.0);
        let mut next = Next::Stay;
        let to = self.who.first();
        let why = texts.inspector_choose_person();
        if footer(ctx, ui, texts.inspector_relationship_save(), to.is_some(), why, &mut next)
            && let Some(to) = to
        {
            let own = self.own.trim();
            let kind = if own.is_empty() { self.kind.clone() } else { RelationKind::Other(own.to_owned()) };
            let note = self.note.trim().to_owned();
            let relationship = Relationship { from: self.from, to, kind, note, ..Relationship::default() };
            ctx.edit(Edit::AddRelationship { relationship: Box::new(relationship) });
            next = Next::Close;
        }
        next
    }
}

/// Cancel and the main action at the foot of a sheet; Ctrl+Enter is the main action. Returns whether
/// it was asked for. `why` tells why it cannot be.
pub(super) fn footer(
    ctx: &ViewCtx<'_>,
    ui: &mut egui::Ui,
    label: &str,
    ready: bool,
    why: &str,
    next: &mut Next,
) -> bool {
    let mut asked = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) && ready;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 34.0),
        egui::Layout::right_to_left(egui::Align::Center),
        |ui| {
            let keys = if cfg!(target_os = "macos") { "⌘↵" } else { "Ctrl+↵" };
            let button = ui.add_enabled(ready, Button::primary(label).key(keys));
            asked |= button.on_disabled_hover_text(why).clicked();
            if ui.add(Button::ghost(ctx.texts.common_cancel())).clicked() {
                *next = Next::Close;
            }
        },
    );
    asked
}
