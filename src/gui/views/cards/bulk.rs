//! The bar at the foot of the gallery while cards are marked: how many, and what can be done with all of them.
//!
//! Every action is one edit and one step of Undo. Start reading at [`CardsView::bulk_ui`].

use std::collections::BTreeMap;

use eframe::egui::{self, Key, Popup, PopupCloseBehavior};

use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::{Marked, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::completion::Kind;
use crate::gui::views::marked_bar::{Actions, MENU, bar_ui};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{ButtonRole, IconButton, MenuItem, TextField, menu_separator, tip};
use crate::text::tidy::is_blank;

use super::menu::events_menu;
use super::{CardsView, EDGE};

/// How many tags the menu offers: those that are used most.
const TAGS: usize = 30;

/// Below this width the buttons are glyphs.
const NARROW: f32 = 1000.0;

impl CardsView {
    /// Draws the bar; nothing while nothing is marked.
    pub(super) fn bulk_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let marked = &ctx.selection.marked;
        if marked.is_empty() {
            return;
        }
        let count = ctx.texts.cards_marked(marked.len() as i64);
        bar_ui(ctx, ui, "marked cards", &count, (EDGE, NARROW), |ctx, ui, actions| {
            self.actions_ui(ctx, ui, actions);
        });
    }

    /// The buttons, from right to left.
    fn actions_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, actions: Actions<'_>) {
        let (texts, marked) = (ctx.texts, actions.marked);
        let (contacts, cards) = (&marked.contacts, &marked.cards);
        let people = !contacts.is_empty();
        let writes = ctx.writable;
        let delete = IconButton::new(icons::TRASH, texts.cards_marked_delete()).role(ButtonRole::Ghost);
        if ui.add_enabled(writes, delete).clicked() {
            ctx.edit(Edit::DeleteAll { contacts: contacts.clone(), cards: cards.clone() });
        }
        if self.query.archived {
            let on = writes && people;
            let restore = actions.button(ui, icons::ARROW_U_UP_LEFT, texts.common_restore(), false, on);
            if restore.clicked() {
                ctx.edit(Edit::RestoreAll { contacts: contacts.clone() });
            }
        } else {
            actions.archive_ui(ctx, ui);
        }
        actions.export_ui(ctx, ui);
        actions.log_ui(ctx, ui);
        let tag = actions.button(ui, icons::PLUS_CIRCLE, texts.cards_marked_tag(), true, writes && people);
        let menu = Popup::menu(&tag).width(MENU).gap(4.0);
        menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| self.tags_menu(ctx, ui, marked, tag.clicked()));
        let event = actions.button(ui, icons::TICKET, texts.cards_group_event(), true, writes);
        Popup::menu(&event).width(MENU).gap(4.0).show(|ui| events_menu(ctx, ui, marked));
        let all = crate::gui::carried::cards_of(marked, ctx.index);
        let place =
            actions.button(ui, icons::MAP_PIN, texts.places_place(), false, writes && !all.is_empty());
        if place.clicked() {
            ctx.open(Sheet::PutInto(all));
        }
        actions.circles_ui(ctx, ui);
        if !cards.is_empty() && people {
            // Circles and tags belong to people.
            let p = Palette::of(ui);
            let words = texts.cards_marked_pile(cards.len() as i64);
            let label = ui.label(text::rich(&words, TextKind::Small, p.text3));
            tip(label, texts.cards_marked_pile_why(), None);
        }
    }

    /// A field for a new tag, and the tags of the book; those that all of these people have get a tick.
    fn tags_menu(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, marked: &Marked, opened: bool) {
        let texts = ctx.texts;
        ui.set_max_width(MENU);
        if opened {
            self.tag.clear();
        }
        let (hint, id) = (texts.cards_tag_hint(), ui.scope_id().with("new tag"));
        let begun = self.completer.begin(ui, id, Kind::Tags, &self.tag);
        let field = TextField::new(texts.cards_tag_new()).hint(hint).limit(80).show(ui, &mut self.tag);
        let taken = self.completer.end(ctx, ui, begun, &field, &mut self.tag);
        if opened {
            field.request_focus();
        }
        // Taken away: in the gallery the same key would show one person and unmark the others.
        let enter =
            field.lost_focus() && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Enter));
        if (enter || taken) && !is_blank(&self.tag) {
            let tag = std::mem::take(&mut self.tag);
            ctx.edit(Edit::SetTag { contacts: marked.contacts.clone(), tag, add: true });
            ui.close();
        }
        // While one types, what the book has of it stands in the place of all tags.
        if !self.tag.trim().is_empty() {
            return;
        }
        let key = (ctx.revision, marked.contacts.clone());
        let tags = self.tags.get(key, |(_, contacts)| tags_of(ctx, contacts));
        if !tags.is_empty() {
            menu_separator(ui);
        }
        egui::ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for (tag, shown, on) in tags {
                if ui.add(MenuItem::new(shown).checked(*on)).clicked() {
                    let contacts = marked.contacts.clone();
                    ctx.edit(Edit::SetTag { contacts, tag: tag.clone(), add: !on });
                }
            }
        });
    }
}

/// A tag as written, as shown, and whether all have it.
pub(super) type Tag = (String, String, bool);

/// The tags that are used most: as written, as shown, and whether all of these people have it.
fn tags_of(
    ctx: &ViewCtx<'_>,
    contacts: &std::collections::BTreeSet<crate::model::Id<crate::model::Contact>>,
) -> Vec<Tag> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for contact in ctx.book.contacts.values() {
        for tag in &contact.tags {
            let count = counts.entry(tag).or_default();
            count.0 += 1;
            count.1 += usize::from(contacts.contains(&contact.id));
        }
    }
    let mut tags: Vec<_> = counts.into_iter().collect();
    tags.sort_by_key(|(tag, (all, _))| (std::cmp::Reverse(*all), *tag));
    let shown = tags.into_iter().take(TAGS);
    shown.map(|(tag, (_, here))| (tag.to_owned(), tidy(tag), here == contacts.len())).collect()
}
