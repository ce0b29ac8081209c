//! Tags of a person: those they have, and a field for more that completes the tags of the book.
//!
//! Owns the chips and what is typed. What counts as the same tag is [`crate::edit`]'s.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{self, WidgetInfo, vec2};

use super::{Inspector, fields};
use crate::edit::Edit;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::icons;
use crate::gui::views::completion::Kind;
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Chip, tip};
use crate::model::{Contact, Id};
use crate::text::{Locale, tidy::is_blank};

/// Nobody writes longer ones, in characters; a longer paste is cut off.
const LONGEST: usize = 80;

/// What is typed for one person, and how their tags are shown.
#[derive(Default)]
pub(super) struct Tags {
    typed: String,
    of: Option<Id<Contact>>,
    /// What was typed for others and not added: it stands there again when they are looked at.
    kept: BTreeMap<Id<Contact>, String>,
    shown: Cached<(u64, Id<Contact>, Locale), Vec<Shown>>,
}

impl Tags {
    /// Takes up what was typed for this person; what was typed for the one before is kept.
    fn turn_to(&mut self, ctx: &ViewCtx<'_>, contact: Id<Contact>) {
        let typed = std::mem::take(&mut self.typed);
        if let Some(before) = self.of.replace(contact)
            && !is_blank(&typed)
        {
            self.kept.insert(before, typed);
        }
        // Who was deleted needs no tag any more.
        self.kept.retain(|id, _| ctx.book.get(*id).is_some());
        self.typed = self.kept.remove(&contact).unwrap_or_default();
    }

    /// Whether something was typed that is not added yet.
    pub(super) fn has_words(&self) -> bool {
        !is_blank(&self.typed) || !self.kept.is_empty()
    }

    /// Gives up everything that was typed.
    pub(super) fn forget_words(&mut self) {
        self.typed.clear();
        self.kept.clear();
    }
}

/// A tag as written, as shown, and what pressing it does.
struct Shown {
    tag: String,
    words: String,
    remove: String,
}

impl Inspector {
    pub(super) fn tags_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        if self.tags.of != Some(contact.id) {
            self.tags.turn_to(ctx, contact.id);
        }
        fields::section(ui, texts.cards_column_tags(), None);
        let key = (ctx.revision, contact.id, texts.locale());
        let shown = self.tags.shown.get(key, |_| {
            let shown = |tag: &String| {
                let words = tidy(tag);
                Shown { tag: tag.clone(), remove: texts.inspector_remove_tag(&words), words }
            };
            contact.tags.iter().map(shown).collect()
        });
        let of = BTreeSet::from([contact.id]);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for Shown { tag, words, remove } in shown {
                let chip = ui.add_enabled(ctx.writable, Chip::new(words, false).icon(icons::X));
                chip.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ctx.writable, remove));
                let pressed = chip.clicked();
                tip(chip, remove, None);
                if pressed {
                    ctx.edit(Edit::SetTag { contacts: of.clone(), tag: tag.clone(), add: false });
                }
            }
        });
        let id = ui.scope_id().with("new tag");
        self.completer.leave_out(&contact.tags);
        let begun = self.completer.begin(ui, id, Kind::Tags, &self.tags.typed);
        let field = fields::Quiet::new(texts.inspector_add_tag()).no_label().hint(texts.inspector_add_tag());
        let response = field.show(ui, &mut self.tags.typed);
        if response.changed()
            && let Some((end, _)) = self.tags.typed.char_indices().nth(LONGEST)
        {
            self.tags.typed.truncate(end);
        }
        self.mind(&response, "tag", 0);
        let taken = self.completer.end(ctx, ui, begun, &response, &mut self.tags.typed);
        // `mind` has seen Enter.
        if (taken || self.advance) && !is_blank(&self.tags.typed) && ctx.writable {
            let tag = std::mem::take(&mut self.tags.typed);
            ctx.edit(Edit::SetTag { contacts: of, tag, add: true });
            // The next one may follow.
            self.stay(&response);
        }
        ui.add_space(10.0);
    }
}
