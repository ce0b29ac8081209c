//! *Clear ten*: ten cards of the pile, one after another, each with what can be done about it by one key.
//!
//! Owns what is looked at and what is typed. The round is in [`run`], the card in [`card`], what can be done in [`right`], the
//! end in [`end`]. Start reading at [`ClearTen::ui`].
//!
//! Invariant: what was done with a card is told by the book, so that Undo brings the card back with what was typed
//! (held by the suite's `app_pile::undo_in_a_run_brings_the_card_back`).

mod card;
mod end;
mod right;
mod run;

use std::collections::BTreeSet;

use eframe::egui::{self, Key, Modifiers, Ui};

use super::round::{self, HEAD};
use super::{Next, SheetUi};
use crate::edit::{ContactField, Edit};
use crate::gui::command::Sheet;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{icons, space};
use crate::gui::widgets::{Button, IconButton};
use crate::model::{Card, Contact, Expertise, Id, Need};
use crate::text::{Locale, Texts};

pub use run::Run;
use run::deeds;

/// The run through ten cards of the pile.
pub struct ClearTen {
    run: Run,
    revision: u64,
    /// What the settings keep of the run.
    kept: Option<run::State>,
    /// Cards with which something was done when the book was looked at last.
    done: BTreeSet<Id<Card>>,
    /// The card shows its back.
    turned: bool,
    /// What is typed about the person is a need, not something they can do.
    is_need: usize,
    /// The field that is to get the keyboard.
    focus: Option<Field>,
    facts: Cached<(u64, Id<Card>, Locale), right::Facts>,
    /// What the end says.
    summary: Cached<end::Key, end::Summary>,
}

/// The fields of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Impression,
    Knowledge,
}

impl ClearTen {
    /// Returns the page: a run that was left goes on.
    pub fn new(kept: Option<Run>, ctx: &ViewCtx<'_>) -> Self {
        let run = Run::resume(kept, ctx);
        let mut page = Self {
            run,
            revision: ctx.revision,
            kept: None,
            done: BTreeSet::new(),
            turned: false,
            is_need: 0,
            focus: None,
            facts: Cached::default(),
            summary: Cached::default(),
        };
        page.done = page.done_now(ctx);
        page
    }

    fn done_now(&self, ctx: &ViewCtx<'_>) -> BTreeSet<Id<Card>> {
        self.run
            .entries
            .iter()
            .filter(|entry| !deeds(ctx, entry).is_empty())
            .map(|entry| entry.card)
            .collect()
    }

    /// Follows the book: goes on when the present card left the pile, and back to a card whose deed was undone.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if self.revision == ctx.revision {
            return;
        }
        self.revision = ctx.revision;
        let before = std::mem::take(&mut self.done);
        self.done = self.done_now(ctx);
        let undone = self
            .run
            .entries
            .iter()
            .position(|entry| before.contains(&entry.card) && !self.done.contains(&entry.card));
        if let Some(at) = undone {
            self.run.ended = false;
            self.go(at);
            return;
        }
        let is_new = |card: Id<Card>| self.done.contains(&card) && !before.contains(&card);
        if let Some(entry) = self.run.entry()
            && is_new(entry.card)
            && self.left_the_pile(ctx, entry.card)
        {
            self.run.go_on(ctx);
            self.turned = false;
        }
    }

    /// A card with a place or a name alone still waits.
    fn left_the_pile(&self, ctx: &ViewCtx<'_>, card: Id<Card>) -> bool {
        match ctx.book.get(card).map(|card| card.contact) {
            Some(Some(contact)) => !ctx.index.untouched.has(contact),
            // Nobody's card waits until it has a name; what stands on its back is something all the same.
            Some(None) => true,
            None => true,
        }
    }

    /// Has the settings keep how far the run is, so that it goes on after a restart too.
    fn keep(&mut self, ctx: &mut ViewCtx<'_>) {
        let state = self.run.state();
        if self.kept != Some(state) && !self.run.entries.is_empty() {
            self.kept = Some(state);
            let kept = Some(self.run.keep(ctx.book));
            if ctx.settings.pile_run != kept {
                ctx.choose(|settings| settings.pile_run = kept);
            }
        }
    }

    fn go(&mut self, at: usize) {
        self.run.at = at.min(self.run.entries.len().saturating_sub(1));
        self.turned = false;
    }

    fn skip(&mut self, ctx: &ViewCtx<'_>) {
        if let Some(entry) = self.run.entry_mut() {
            entry.skipped = true;
        }
        self.run.go_on(ctx);
        self.turned = false;
    }

    /// Goes on: a card with which nothing was done counts as skipped.
    fn next(&mut self, ctx: &ViewCtx<'_>) {
        let done = self.run.entry().is_some_and(|entry| !deeds(ctx, entry).is_empty());
        if done {
            self.run.go_on(ctx);
            self.turned = false;
        } else {
            self.skip(ctx);
        }
    }

    fn contact(&self, ctx: &ViewCtx<'_>) -> Option<Id<Contact>> {
        ctx.book.get(self.run.entry()?.card)?.contact
    }

    fn keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui) {
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let Some(card) = self.run.entry().map(|entry| entry.card) else { return };
        let contact = self.contact(ctx);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::S) {
            self.skip(ctx);
            return;
        }
        if pressed(Key::F) {
            self.turned = !self.turned;
        }
        if ctx.writable {
            if pressed(Key::I) {
                self.focus = Some(Field::Impression);
            }
            if pressed(Key::W) {
                ctx.open(Sheet::PutInto([card].into()));
            }
            if pressed(Key::G) {
                self.let_go(ctx, card, contact);
            }
            match contact {
                None => {
                    if pressed(Key::N) {
                        ctx.open(Sheet::NameOne(card));
                    }
                }
                Some(contact) => {
                    if pressed(Key::T) {
                        ctx.open(Sheet::Thanks(contact));
                    }
                    if pressed(Key::K) {
                        self.focus = Some(Field::Knowledge);
                    }
                    if pressed(Key::P) {
                        ctx.open(Sheet::PassOn(contact));
                    }
                }
            }
        }
        // While a control has the keyboard, arrows lead from one to the next.
        let free = crate::gui::panes::view_has_keys(ui.ctx());
        if free && pressed(Key::ArrowLeft) && self.run.at > 0 {
            self.go(self.run.at - 1);
        } else if free && pressed(Key::ArrowRight) && self.run.at + 1 < self.run.entries.len() {
            self.go(self.run.at + 1);
        } else if free && pressed(Key::Enter) {
            self.next(ctx);
        }
    }

    fn let_go(&self, ctx: &mut ViewCtx<'_>, card: Id<Card>, contact: Option<Id<Contact>>) {
        match contact {
            Some(contact) => ctx.edit(Edit::Archive { contact, reason: String::new() }),
            None => ctx.edit(Edit::RemoveCard { card }),
        }
    }

    /// Writes what was typed on the back of the card.
    fn save_impression(&mut self, ctx: &mut ViewCtx<'_>) {
        let Some(entry) = self.run.entry_mut() else { return };
        let text = std::mem::take(&mut entry.impression);
        if !text.trim().is_empty() {
            ctx.edit(Edit::RecordImpression { card: entry.card, text: text.trim().to_owned() });
        }
    }

    /// Writes down what the person can do or looks for.
    fn save_knowledge(&mut self, ctx: &mut ViewCtx<'_>) {
        let contact = self.contact(ctx);
        let is_need = self.is_need == 1;
        let today = ctx.today;
        let Some(entry) = self.run.entry_mut() else { return };
        let what = std::mem::take(&mut entry.knowledge).trim().to_owned();
        let Some(person) = contact.and_then(|contact| ctx.book.get(contact)).filter(|_| !what.is_empty())
        else {
            return;
        };
        let field = if is_need {
            let mut needs = person.needs.clone();
            needs.push(Need { what, opened_on: Some(today), ..Need::default() });
            ContactField::Needs(needs)
        } else {
            let mut all = person.expertise.clone();
            all.push(Expertise { what, ..Expertise::default() });
            ContactField::Expertise(all)
        };
        ctx.edit(Edit::SetContact { contact: person.id, field });
    }
}

impl SheetUi for ClearTen {
    fn title(&self, texts: &Texts) -> String {
        texts.pile_title().to_owned()
    }

    fn is_page(&self) -> bool {
        true
    }

    fn leave_run(&mut self) -> Option<Run> {
        Some(self.run.clone())
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        self.catch_up(ctx);
        self.keep(ctx);
        if self.run.entries.is_empty() || self.run.ended {
            return self.end_ui(ctx, ui);
        }
        let card = self.run.entry().map(|entry| entry.card);
        self.keys(ctx, ui);
        if self.run.ended || self.run.entry().map(|entry| entry.card) != card {
            ui.ctx().request_discard("another card");
            return Next::Stay;
        }
        let (left, right) = round::halves(ui, (ui.max_rect().width() * 0.42).clamp(330.0, 620.0));
        let mut next = Next::Stay;
        if round::head_ui(ctx, ui, left, ctx.texts.pile_title(), self.run.at, self.run.entries.len()) {
            next = Next::Close;
        }
        self.card_ui(ctx, ui, left);
        self.right_ui(ctx, ui, right);
        next
    }
}

impl ClearTen {
    /// Skip, back and forward.
    fn steps_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let (first, last) = (self.run.at == 0, self.run.at + 1 >= self.run.entries.len());
        let forward = IconButton::new(icons::CARET_RIGHT, texts.common_next()).key("→");
        if ui.add_enabled(!last, forward).clicked() {
            self.go(self.run.at + 1);
        }
        let back = IconButton::new(icons::CARET_LEFT, texts.pile_back()).key("←");
        if ui.add_enabled(!first, back).clicked() {
            self.go(self.run.at - 1);
        }
        ui.add_space(space::S);
        if ui.add(Button::ghost(texts.common_skip()).key("S")).clicked() {
            self.skip(ctx);
        }
    }
}
