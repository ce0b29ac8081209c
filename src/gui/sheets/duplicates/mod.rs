//! Two records that may be one person, side by side: joined, told apart, or left for another time.
//!
//! Owns which pair is looked at and what was chosen for it. Who is suspected, a worker finds (`gui::suspects`). Start
//! reading at [`DuplicatesSheet`]; `list` draws the pairs, `pair` the two records.
//!
//! Invariant: nothing is joined by closing, and each joining is one step of Undo (`suite::app_duplicates`).

mod list;
mod pair;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Align, Key, Layout, Modifiers, Sense, Ui, UiBuilder, pos2, vec2};

use self::list::Line;
use self::pair::Pair;
use super::{Next, SheetUi};
use crate::edit::{Choices, Edit};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::name_of;
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::widgets::{Button, EmptyState, progress_row};
use crate::index::duplicates::{Duplicates, Suspicion, compare_two, perhaps};
use crate::model::{Contact, Id};
use crate::text::{Locale, Texts};

/// Which pair, in the order in which the two stand in the suspicion.
type PairId = (Id<Contact>, Id<Contact>);

/// Two records that may be one person.
pub struct DuplicatesSheet {
    /// Only pairs with this person, whom the user wants to join with another one.
    of: Option<Id<Contact>>,
    /// Another one, chosen by hand.
    with: PersonPicker,
    /// What was found, without what was settled since.
    found: Option<Arc<Duplicates>>,
    /// Up to which revision it is settled.
    settled: u64,
    /// The worker was asked.
    asked: bool,
    shown: Option<PairId>,
    /// The place of the pair that is shown, to go on from when it is settled.
    at: usize,
    /// Left for another time.
    skipped: BTreeSet<PairId>,
    /// The second record stays, not the first.
    swapped: bool,
    choices: Choices,
    /// The row of the fields that the keys are on.
    row: usize,
    /// What is the same is shown too.
    all: bool,
    lines: Cached<(u64, Locale, usize), Vec<Line>>,
    pair: Cached<(u64, Locale, PairId, bool), Option<Pair>>,
}

impl DuplicatesSheet {
    /// Returns the sheet as it opens: with all pairs, or with those of one person.
    pub fn new(of: Option<Id<Contact>>) -> Self {
        Self {
            of,
            with: PersonPicker::one().excluding(of.into_iter().collect()),
            found: None,
            settled: 0,
            asked: false,
            shown: None,
            at: 0,
            skipped: BTreeSet::new(),
            swapped: false,
            choices: Choices::new(),
            row: 0,
            all: false,
            lines: Cached::default(),
            pair: Cached::default(),
        }
    }

    /// Brings the list up to the present state of the book. Returns whether it is still looked for.
    fn catch_up(&mut self, ctx: &mut ViewCtx<'_>) -> bool {
        if let Some(person) = self.of {
            if self.found.is_none() || self.settled != ctx.revision {
                let pairs = of_person(ctx, person);
                self.found = Some(Arc::new(Duplicates { pairs, ..Duplicates::default() }));
                self.settled = ctx.revision;
            }
            return false;
        }
        if self.found.is_none() {
            match &ctx.suspects.found {
                Some((revision, found)) if *revision == ctx.revision => {
                    self.found = Some(Arc::clone(found));
                    self.settled = *revision;
                }
                _ => {
                    if !std::mem::replace(&mut self.asked, true) {
                        ctx.ask(Command::FindSuspects);
                    }
                    // The book may have changed while the worker looked.
                    if let (Some((revision, found)), None) = (&ctx.suspects.found, ctx.suspects.looking)
                        && self.asked
                        && *revision > self.settled
                        && *revision + 1 >= ctx.revision
                    {
                        self.found = Some(Arc::clone(found));
                        self.settled = *revision;
                    }
                }
            }
        }
        if let Some(found) = &mut self.found
            && self.settled != ctx.revision
        {
            let mut settled = Duplicates::clone(found);
            settled.forget_settled(ctx.book);
            *found = Arc::new(settled);
            self.settled = ctx.revision;
        }
        self.found.is_none()
    }

    fn look_at(&mut self, pair: PairId, at: usize) {
        if self.shown != Some(pair) {
            self.shown = Some(pair);
            self.choices.clear();
            self.swapped = false;
            self.row = 0;
            self.all = false;
        }
        self.at = at;
    }
}

/// The suspicions about one person, and the people from whom they were told apart.
fn of_person(ctx: &ViewCtx<'_>, person: Id<Contact>) -> Vec<Suspicion> {
    let Some(contact) = ctx.book.get(person) else { return Vec::new() };
    perhaps(ctx.index, contact, "").into_iter().filter(|pair| pair.a != pair.b).collect()
}

impl SheetUi for DuplicatesSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.of.is_some() {
            texts.duplicates_merge_with_title().to_owned()
        } else {
            texts.duplicates_title().to_owned()
        }
    }

    fn width(&self) -> f32 {
        1180.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        if self.catch_up(ctx) {
            return self.looking_ui(ctx, ui);
        }
        let Some(found) = self.found.clone() else { return Next::Stay };
        let key = (self.settled, texts.locale(), self.skipped.len());
        let (view, skipped): (&ViewCtx<'_>, _) = (ctx, &self.skipped);
        let lines = self.lines.get(key, |_| list::lines(view, &found, skipped));
        let chosen = self.with.first().zip(self.of).map(|(other, person)| (person, other));
        if lines.is_empty() && self.of.is_none() {
            ui.add_space(space::XXL);
            let none =
                EmptyState::new(icons::CHECK_CIRCLE, texts.duplicates_none(), texts.duplicates_none_more())
                    .action(texts.common_done());
            let closed = none.show(ui);
            list::crowds_ui(ctx, ui, &found);
            ui.add_space(space::XXL);
            return if closed { Next::Close } else { Next::Stay };
        }
        let place = self.shown.and_then(|shown| lines.iter().position(|line| line.pair == shown));
        let at = place.unwrap_or(self.at.min(lines.len().saturating_sub(1)));
        let shown = chosen.or_else(|| lines.get(at).map(|line| line.pair));
        let count = lines.len();
        let height = (ui.ctx().content_rect().height() - 150.0).clamp(300.0, 720.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let list = if rect.width() < 1000.0 { 220.0 } else { 290.0 };
        let left = egui::Rect::from_min_size(rect.min, vec2(list, height));
        let right = egui::Rect::from_min_max(pos2(left.right() + space::XL, rect.top()), rect.max);
        let mut side = ui.new_child(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)));
        let mut to = None;
        if let Some(person) = self.of {
            let label = texts.duplicates_merge_with(&name_of(ctx.book, texts, person));
            self.with.ui(ctx, &mut side, &label);
            side.add_space(space::S);
            list::told_apart_ui(ctx, &mut side, person);
        }
        let lines = self.lines.get(key, |_| Vec::new());
        if let Some(clicked) = list::list_ui(ctx, &mut side, lines, &found, shown) {
            to = Some(clicked);
            self.with = PersonPicker::one().excluding(self.of.into_iter().collect());
        }
        let pairs: Vec<PairId> = lines.iter().map(|line| line.pair).collect();
        let mut side = ui.new_child(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)));
        let Some(pair) = shown else {
            side.add_space(space::XXXL);
            let words = texts.duplicates_nobody_like();
            EmptyState::new(icons::USERS, words, texts.duplicates_nobody_like_more()).show(&mut side);
            return Next::Stay;
        };
        self.look_at(pair, at);
        let wish = self.pair_ui(ctx, &mut side, pair);
        let step = |by: isize| at.checked_add_signed(by).filter(|to| *to < count);
        match wish {
            Wish::Stay => {}
            Wish::Next => to = to.or(step(1)),
            Wish::Previous => to = to.or(step(-1)),
            Wish::Skip => {
                self.skipped.insert(pair);
                self.shown = None;
            }
            Wish::Settled => {
                // What comes next stands in its place then.
                self.shown = None;
                self.with = PersonPicker::one().excluding(self.of.into_iter().collect());
                if self.of.is_some_and(|person| ctx.selection.contact == Some(person))
                    && self.of == Some(pair.1)
                {
                    ctx.select(pair.0);
                }
            }
        }
        if let Some(pair) = to.and_then(|to| Some((*pairs.get(to)?, to))) {
            self.look_at(pair.0, pair.1);
        }
        Next::Stay
    }
}

/// What is to happen with the pair that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Stay,
    Next,
    Previous,
    Skip,
    Settled,
}

impl DuplicatesSheet {
    fn looking_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> Next {
        let texts = ctx.texts;
        ui.add_space(space::XXL);
        let part = ctx.suspects.progress.filter(|(_, total)| *total > 0);
        let part = part.map(|(done, total)| done as f32 / total as f32);
        let count = texts.duplicates_people(ctx.book.contacts.len() as i64);
        let stopped = progress_row(ui, texts.duplicates_looking(), &count, part, texts.common_cancel());
        ui.add_space(space::XXL);
        ui.ctx().request_repaint_after_secs(0.1);
        if stopped {
            if let Some(job) = ctx.suspects.looking {
                ctx.ask(Command::Cancel(job));
            }
            return Next::Close;
        }
        Next::Stay
    }

    fn pair_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: PairId) -> Wish {
        let texts = ctx.texts;
        let key = (ctx.revision, texts.locale(), id, self.swapped);
        let (view, swapped): (&ViewCtx<'_>, bool) = (ctx, self.swapped);
        let suspicion = self.found.as_ref().and_then(|found| {
            let is_it = |pair: &&Suspicion| (pair.a, pair.b) == id || (pair.b, pair.a) == id;
            found.pairs.iter().find(is_it).cloned()
        });
        let pair = self.pair.get(key, |_| {
            let suspicion = suspicion.or_else(|| compare_two(view.book, id.0, id.1))?;
            Pair::new(view, &suspicion, swapped)
        });
        let Some(pair) = pair else { return Wish::Settled };
        let (keep, away) = (pair.keep.id, pair.away.id);
        let foot = 54.0;
        let room = ui.available_height() - foot;
        ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
            ui.set_min_height(room);
            if pair::head_ui(ctx, ui, pair) {
                self.swapped = !self.swapped;
                self.choices.clear();
            }
            pair::fields_ui(ctx, ui, pair, &mut self.choices, &mut self.row, &mut self.all);
        });
        let mut wish = Wish::Stay;
        let (mut merge, mut apart) = (false, false);
        let p = Palette::of(ui);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), egui::Stroke::new(1.0, p.line));
        let row = vec2(ui.available_width(), foot);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            merge = ctx.add_writing(ui, Button::primary(texts.duplicates_merge()).key("↵")).clicked();
            apart = ctx.add_writing(ui, Button::new(texts.duplicates_not_the_same()).key("N")).clicked();
            if ui.add(Button::ghost(texts.common_skip()).key("S")).clicked() {
                wish = Wish::Skip;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let keys = text::rich(texts.duplicates_keys(), TextKind::Small, p.text3);
                ui.add(egui::Label::new(keys).truncate());
            });
        });
        let rests = ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx());
        let free = ui.memory(|memory| memory.focused().is_none());
        let rows = pair.rows.len();
        let mut chosen = None;
        if !rests {
            ui.input_mut(|input| {
                let mut key = |key| input.consume_key(Modifiers::NONE, key);
                if key(Key::ArrowRight) {
                    wish = Wish::Next;
                }
                if key(Key::ArrowLeft) {
                    wish = Wish::Previous;
                }
                if key(Key::ArrowDown) {
                    self.row = (self.row + 1).min(rows.saturating_sub(1));
                }
                if key(Key::ArrowUp) {
                    self.row = self.row.saturating_sub(1);
                }
                for (number, choice) in pair::CHOICES {
                    if key(number) {
                        chosen = Some(choice);
                    }
                }
                apart |= key(Key::N);
                if key(Key::S) {
                    wish = Wish::Skip;
                }
                // On a button, Enter belongs to the button.
                merge |= free && key(Key::Enter);
            });
        }
        if let Some(choice) = chosen {
            pair::choose(pair, self.row, choice, &mut self.choices);
            self.row = (self.row + 1).min(rows.saturating_sub(1));
        }
        if !ctx.writable {
            return wish;
        }
        if merge {
            ctx.edit(Edit::MergeContacts { keep, away, choices: self.choices.clone() });
            if ctx.selection.contact == Some(away) {
                ctx.select(keep);
            }
            return Wish::Settled;
        }
        if apart {
            ctx.edit(Edit::TellApart { a: keep, b: away, apart: true });
            return Wish::Settled;
        }
        wish
    }
}
