//! The thirty-day review: the impression beside everything since, why, and one of three verdicts; one person after another.
//!
//! Owns the round of people and what is typed about each; the consequences of a verdict are the edit's. What stands on the
//! page is in the files beside: [`left`] the card, [`past`] what happened, [`why`] the question, [`verdicts`] the answer,
//! [`end`] what the round came to. Start reading at [`ReviewSheet::ui`].
//!
//! Invariant: who has a verdict is told by the book, so that Undo from anywhere opens the person again (held by the suite's
//! `undo_in_a_round_brings_the_person_back_with_what_was_typed`).

mod story;
mod left;
mod past;
mod why;
mod verdicts;
mod end;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Months;
use eframe::egui::{self, Align, Key, Layout, Modifiers, Rect, ScrollArea, Stroke, Ui, pos2, vec2};

use super::day_field::DayField;
use super::round::{self, HEAD};
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, icons, space};
use crate::gui::widgets::{Button, IconButton};
use crate::index::{Grain, Why};
use crate::model::{Contact, FollowUpKind, Id, Review, ReviewReason, Verdict};
use crate::text::Texts;

use story::Story;

/// Own reasons that are offered.
const OWN_REASONS: usize = 4;

/// What is typed about one person before the verdict.
#[derive(Debug, Clone)]
pub struct Draft {
    developed: bool,
    reasons: Vec<ReviewReason>,
    note: String,
    next_step: String,
    due_on: DayField,
    review_on: DayField,
    /// The verdict that was prepared last: Enter ends with it.
    chosen: Option<usize>,
}

impl Draft {
    /// Whether words of one's own stand in it.
    pub fn has_words(&self) -> bool {
        !self.note.trim().is_empty() || !self.next_step.trim().is_empty()
    }
}

/// What was typed about people who have no verdict yet.
pub type Drafts = BTreeMap<Id<Contact>, Draft>;

/// A person of the round.
struct Entry {
    contact: Id<Contact>,
    name: String,
    /// The newest review when the round began: a newer one is this round's.
    before: Option<Id<Review>>,
}

impl Entry {
    /// The review in which this round ended for the person.
    fn done(&self, ctx: &ViewCtx<'_>) -> Option<Id<Review>> {
        let newest = ctx.index.links.contact(self.contact).reviews.first().copied();
        newest.filter(|newest| Some(*newest) != self.before)
    }
}

/// The review of one person, and of everybody else who is due.
pub struct ReviewSheet {
    round: Vec<Entry>,
    at: usize,
    drafts: Drafts,
    /// Story of the present person.
    story: Option<(Id<Contact>, Story)>,
    /// Own reasons that were given often: for, against.
    own: [Vec<ReviewReason>; 2],
    /// Those who had a verdict of this round when the book was looked at last.
    done: BTreeSet<Id<Contact>>,
    revision: u64,
    /// A verdict was pressed and is not in the book yet.
    pressed: bool,
    ended: bool,
    turned: bool,
    /// Everything that happened is listed.
    all_steps: bool,
    all_gifts: bool,
    own_reason: String,
    /// Deepen was pressed without a next step.
    step_needed: bool,
    /// The field of the next step is to get the keyboard.
    step_asked: bool,
}

impl ReviewSheet {
    /// Returns the round as it begins with a person: when a review of theirs is due, everybody else whose is follows.
    pub fn new(contact: Id<Contact>, drafts: Drafts, ctx: &ViewCtx<'_>) -> Self {
        let due = ctx.index.agenda.due_until(ctx.today).filter_map(|(_, id)| ctx.book.get(id));
        let mut people: Vec<Id<Contact>> = Vec::new();
        for follow_up in due.filter(|follow_up| follow_up.kind == FollowUpKind::Review) {
            people.extend(
                follow_up.contacts.iter().filter(|id| !people.contains(id)).copied().collect::<Vec<_>>(),
            );
        }
        people.retain(|id| ctx.book.get(*id).is_some_and(|person| person.archived.is_none()));
        match people.iter().position(|id| *id == contact) {
            Some(place) => people.rotate_left(place),
            None => people = vec![contact],
        }
        let round = people.into_iter().map(|contact| Entry {
            contact,
            name: crate::gui::views::people::name_of(ctx.book, ctx.texts, contact),
            before: ctx.index.links.contact(contact).reviews.first().copied(),
        });
        let why = Why::of(ctx.book, Grain::Year);
        let own = [true, false].map(|developed| why.own(developed).take(OWN_REASONS).cloned().collect());
        Self {
            round: round.collect(),
            at: 0,
            drafts,
            story: None,
            own,
            done: BTreeSet::new(),
            revision: ctx.revision,
            pressed: false,
            ended: false,
            turned: false,
            all_steps: false,
            all_gifts: false,
            own_reason: String::new(),
            step_needed: false,
            step_asked: false,
        }
    }

    fn contact(&self) -> Option<Id<Contact>> {
        self.round.get(self.at).map(|entry| entry.contact)
    }

    /// Follows the book: goes on after a verdict, back to whose verdict was undone, and forgets who is gone.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if self.revision == ctx.revision && self.story.is_some() {
            return;
        }
        self.revision = ctx.revision;
        self.story = None;
        let present = self.contact();
        self.round.retain(|entry| ctx.book.get(entry.contact).is_some());
        if let Some(place) = self.round.iter().position(|entry| Some(entry.contact) == present) {
            self.at = place;
        }
        self.at = self.at.min(self.round.len().saturating_sub(1));
        let done: BTreeSet<Id<Contact>> =
            self.round.iter().filter(|entry| entry.done(ctx).is_some()).map(|entry| entry.contact).collect();
        let undone = self
            .round
            .iter()
            .position(|entry| self.done.contains(&entry.contact) && !done.contains(&entry.contact));
        self.done = done;
        if let Some(place) = undone {
            self.go(place);
            self.ended = false;
        } else if self.pressed && self.contact().is_some_and(|contact| self.done.contains(&contact)) {
            self.pressed = false;
            self.go_on();
        }
    }

    /// Shows another person of the round.
    fn go(&mut self, place: usize) {
        self.at = place.min(self.round.len().saturating_sub(1));
        self.story = None;
        self.turned = false;
        self.all_steps = false;
        self.all_gifts = false;
        self.step_needed = false;
        self.own_reason.clear();
    }

    /// Shows the next person without a verdict, or ends the round.
    fn go_on(&mut self) {
        let is_open =
            |place: &usize| self.round.get(*place).is_some_and(|entry| !self.done.contains(&entry.contact));
        let next = (self.at + 1..self.round.len()).chain(0..self.at).find(is_open);
        match next {
            Some(place) => self.go(place),
            None => self.ended = true,
        }
    }

    /// Puts the person off: they come again at the end.
    fn skip(&mut self) {
        let others = self.round.iter().enumerate();
        let open = others.filter(|(place, entry)| *place != self.at && !self.done.contains(&entry.contact));
        if open.count() == 0 {
            self.ended = true;
            return;
        }
        let entry = self.round.remove(self.at);
        self.round.push(entry);
        let place = self.at.min(self.round.len() - 1);
        self.go(place);
        if self.contact().is_some_and(|contact| self.done.contains(&contact)) {
            self.go_on();
        }
    }

    fn draft(&mut self, ctx: &ViewCtx<'_>, contact: Id<Contact>) -> &mut Draft {
        let steps = self.story.as_ref().map_or(0, |(_, story)| story.steps.len());
        self.drafts.entry(contact).or_insert_with(|| Draft {
            developed: steps > 2,
            reasons: Vec::new(),
            note: String::new(),
            next_step: String::new(),
            due_on: DayField::new(ctx, ctx.today.checked_add_days(chrono::Days::new(7))),
            review_on: DayField::new(ctx, ctx.today.checked_add_months(Months::new(3))),
            chosen: None,
        })
    }

    /// Ends the review of the present person when nothing is missing for the verdict.
    fn end(&mut self, ctx: &mut ViewCtx<'_>, verdict: usize) {
        let Some(contact) = self.contact().filter(|contact| !self.done.contains(contact)) else { return };
        let card = self.story.as_ref().and_then(|(_, story)| story.card);
        let today = ctx.today;
        let draft = self.draft(ctx, contact);
        draft.chosen = Some(verdict);
        let verdict = match verdict {
            0 => {
                let step = draft.next_step.trim();
                match draft.due_on.day().filter(|_| !step.is_empty()) {
                    Some(due_on) => Verdict::Deepen { next_step: step.to_owned(), due_on },
                    None => {
                        self.step_needed = true;
                        self.step_asked = true;
                        return;
                    }
                }
            }
            1 => match draft.review_on.day() {
                Some(review_on) => Verdict::Keep { review_on },
                None => return,
            },
            _ => Verdict::LetGo,
        };
        let review = Review {
            contact,
            card,
            on: today,
            verdict,
            developed: Some(draft.developed),
            reasons: draft.reasons.clone(),
            note: draft.note.trim().to_owned(),
            ..Review::default()
        };
        self.pressed = true;
        ctx.edit(Edit::Review { review: Box::new(review) });
    }

    fn keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui) {
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (key, verdict) in [(Key::Num1, 0), (Key::Num2, 1), (Key::Num3, 2)] {
            if pressed(key) {
                self.end(ctx, verdict);
            }
        }
        if pressed(Key::N) {
            self.skip();
        }
        if pressed(Key::F) {
            self.turned = !self.turned;
        }
        // While a control has the keyboard, arrows lead from one to the next.
        let free = crate::gui::panes::view_has_keys(ui.ctx());
        if pressed(Key::P) || (free && pressed(Key::ArrowLeft)) {
            self.back();
        }
        if free && pressed(Key::ArrowRight) {
            self.forward();
        }
        let contact = self.contact();
        let chosen = contact.and_then(|contact| self.drafts.get(&contact)).and_then(|draft| draft.chosen);
        if let Some(verdict) = chosen.filter(|_| free)
            && pressed(Key::Enter)
        {
            self.end(ctx, verdict);
        }
    }

    fn back(&mut self) {
        if self.at > 0 {
            self.go(self.at - 1);
        }
    }

    fn forward(&mut self) {
        if self.at + 1 < self.round.len() {
            self.go(self.at + 1);
        }
    }
}

/// What a scroll bar takes beside the things that it scrolls: it floats, and would lie on their right ends.
fn bar(ui: &Ui) -> f32 {
    let style = &ui.spacing().scroll;
    style.bar_width + style.bar_outer_margin + 4.0
}

impl SheetUi for ReviewSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.common_kind_review().to_owned()
    }

    fn is_page(&self) -> bool {
        true
    }

    fn leave(&mut self) -> Drafts {
        std::mem::take(&mut self.drafts)
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        self.catch_up(ctx);
        let Some(contact) = self.contact() else { return Next::Close };
        if self.ended {
            // One person alone needs no summary: the line with Undo says what was done.
            if self.round.len() == 1 {
                return Next::Close;
            }
            return self.end_ui(ctx, ui);
        }
        self.keys(ctx, ui);
        if self.ended || self.contact() != Some(contact) {
            ui.ctx().request_discard("another person");
            return Next::Stay;
        }
        if self.story.is_none() {
            self.story = Some((contact, Story::of(ctx, contact)));
            self.draft(ctx, contact);
        }
        let (left, right) = round::halves(ui, (ui.max_rect().width() * 0.353).clamp(300.0, 540.0));
        let mut next = Next::Stay;
        if round::head_ui(ctx, ui, left, ctx.texts.common_kind_review(), self.at, self.round.len()) {
            next = Next::Close;
        }
        self.left_ui(ctx, ui, left);
        self.right_ui(ctx, ui, right);
        next
    }
}

impl ReviewSheet {
    /// Everything about the person, with the verdicts at the foot.
    fn right_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, right: Rect) {
        let texts = ctx.texts;
        let inner = (right.width() - 2.0 * if right.width() < 760.0 { 28.0 } else { 56.0 }).min(960.0);
        let side = ((right.width() - inner) / 2.0).floor();
        let row = Rect::from_min_size(right.min + vec2(side, 0.0), vec2(inner, HEAD));
        let mut child =
            ui.new_child(egui::UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center)));
        child.spacing_mut().item_spacing.x = space::XXS;
        if self.round.len() > 1 {
            let (first, last) = (self.at == 0, self.at + 1 >= self.round.len());
            let forward = IconButton::new(icons::CARET_RIGHT, texts.common_next()).key("→");
            if child.add_enabled(!last, forward).clicked() {
                self.forward();
            }
            let back = IconButton::new(icons::CARET_LEFT, texts.common_previous()).key("←");
            if child.add_enabled(!first, back).clicked() {
                self.back();
            }
        }
        if child.add(Button::ghost(texts.common_skip()).key("N")).clicked() {
            self.skip();
        }
        if child.add(Button::ghost(texts.review_why_short()).icon(icons::LIGHTBULB)).clicked() {
            ctx.ask(Command::Open(crate::gui::command::Sheet::Reasons));
        }
        let Some(contact) = self.contact() else { return };
        let low = right.height() < 760.0;
        let foot = verdicts::height(low) + 2.0 * space::L;
        let is_done = self.done.contains(&contact);
        let body = Rect::from_min_max(
            pos2(right.left() + side, right.top() + HEAD),
            pos2(right.left() + side + inner + bar(ui), right.bottom() - foot),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("review body"));
        ScrollArea::vertical().id_salt(("review", contact)).auto_shrink(false).show(&mut child, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_width(inner);
            self.past_ui(ctx, ui);
            if !is_done {
                self.why_ui(ctx, ui, contact);
            }
            ui.add_space(space::L);
        });
        let line = Stroke::new(1.0, Palette::of(ui).line);
        ui.painter().hline(right.left()..=right.right(), body.bottom(), line);
        let place = Rect::from_min_size(
            pos2(right.left() + side, body.bottom() + space::L),
            vec2(inner, foot - 2.0 * space::L),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt("review verdicts"));
        if is_done {
            self.done_ui(ctx, &mut child, contact);
        } else if let Some(verdict) = self.verdicts_ui(ctx, &mut child, contact, low) {
            self.end(ctx, verdict);
        }
    }
}
