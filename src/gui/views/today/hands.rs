//! What the user is doing with Today: which boxes are unfolded, where the keyboard goes next, what was written, which rows
//! are just leaving.
//!
//! Owns no data of the book. Start reading at [`Hands`].
//!
//! Invariant: a row that leaves takes its height with it within [`time::SLIDE`]; under reduced motion at once.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Pos2, Rect, Ui, pos2, vec2};

use super::board::{Board, Place, Section};
use super::row::Row;
use super::rows::{ROW, row_id, words_ui};
use crate::gui::theme::{Palette, Weight, duration, icons, time};
use crate::gui::widgets::paint_icon;
use crate::model::DueSource;

/// So many rows leave with motion; more at a time are simply gone.
const MOST_LEAVING: usize = 8;

/// Where the keyboard goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next row.
    Next,
    /// To the row before.
    Previous,
    /// To the first row of the next box.
    NextBox,
    /// To the first row of the box before.
    PreviousBox,
}

/// A row that was done and goes.
struct Leaving {
    place: Place,
    /// Before which of the remaining rows.
    index: usize,
    row: Row,
    /// Seconds of the window's clock.
    since: f64,
    /// From 1 to 0, as of this frame.
    left: f32,
}

/// What the user is doing.
#[derive(Default)]
pub struct Hands {
    unfolded: BTreeSet<Place>,
    written: BTreeSet<DueSource>,
    dropping: Option<(DueSource, String)>,
    /// A step from a row, carried out after the frame.
    step: Option<(DueSource, Step)>,
    /// The row whose menu was opened with a key, and whether the menu still has to take the keyboard.
    menu: Option<(DueSource, bool)>,
    /// A row from which the keyboard goes on once it is gone.
    after: Option<DueSource>,
    /// The row that is to come into sight.
    reveal: Option<DueSource>,
    leaving: Vec<Leaving>,
    columns: BTreeMap<Place, usize>,
    column_count: usize,
}

impl Hands {
    /// Rows of a box that are shown.
    pub fn shown(&self, section: &Section) -> usize {
        if self.is_unfolded(section.place) { usize::MAX } else { section.folded }
    }

    /// Whether a box shows all its rows.
    pub fn is_unfolded(&self, place: Place) -> bool {
        self.unfolded.contains(&place)
    }

    /// Unfolds a box, or folds it again.
    pub fn fold(&mut self, place: Place) {
        if !self.unfolded.remove(&place) {
            self.unfolded.insert(place);
        }
    }

    /// Whether a mail was opened for a row.
    pub fn is_written(&self, source: DueSource) -> bool {
        self.written.contains(&source)
    }

    /// Notes that a mail was opened for a row.
    pub fn set_written(&mut self, source: DueSource) {
        self.written.insert(source);
    }

    /// Whether it is being typed why a row is given up.
    pub fn is_dropping(&self, source: DueSource) -> bool {
        self.dropping.as_ref().is_some_and(|(dropping, _)| *dropping == source)
    }

    /// What is typed.
    pub fn drop_reason(&mut self) -> Option<&mut String> {
        self.dropping.as_mut().map(|(_, reason)| reason)
    }

    /// Asks why a row is given up.
    pub fn begin_dropping(&mut self, source: DueSource) {
        self.dropping = Some((source, String::new()));
    }

    /// It is given up, or not.
    pub fn stop_dropping(&mut self) {
        self.dropping = None;
    }

    /// Notes that the menu of a row is opened with a key.
    pub fn open_menu(&mut self, source: DueSource) {
        self.menu = Some((source, true));
    }

    /// Whether the menu of a row was opened with a key.
    pub fn has_menu(&self, source: DueSource) -> bool {
        self.menu.is_some_and(|(other, _)| other == source)
    }

    /// Whether the menu that is drawn takes the keyboard now.
    pub fn takes_menu(&mut self) -> bool {
        self.menu.as_mut().is_some_and(|(_, takes)| std::mem::take(takes))
    }

    /// The menu is closed.
    pub fn close_menu(&mut self) {
        self.menu = None;
    }

    /// Moves the keyboard from a row after this frame.
    pub fn step(&mut self, from: DueSource, step: Step) {
        self.step = Some((from, step));
    }

    /// Moves the keyboard on from a row that is about to go.
    pub fn after(&mut self, source: DueSource) {
        self.after = Some(source);
    }

    /// Whether a row is to come into sight.
    pub fn reveals(&self, source: DueSource) -> bool {
        self.reveal == Some(source)
    }

    /// Whether a box has a row that is to come into sight, though the box itself is not.
    pub fn concerns(&self, section: &Section) -> bool {
        self.reveal.is_some_and(|source| section.rows().any(|row| row.source == source))
    }

    /// The rows as they are shown, column by column as the eye goes.
    fn order(&self, board: &Board) -> Vec<(DueSource, Place)> {
        let mut sections: Vec<&Section> = board.sections.iter().collect();
        sections.sort_by_key(|section| self.columns.get(&section.place).copied().unwrap_or_default());
        let rows = |section: &Section| -> Vec<(DueSource, Place)> {
            section.rows().take(self.shown(section)).map(|row| (row.source, section.place)).collect()
        };
        sections.into_iter().flat_map(rows).collect()
    }

    /// Carries out steps of the keyboard after everything was drawn. `free`: nothing else has the keyboard, and this
    /// is the step that was asked of the view.
    pub fn walk(&mut self, ui: &Ui, board: &Board, free: Option<Step>) {
        self.reveal = None;
        let target = if let Some((from, step)) = self.step.take() {
            let order = self.order(board);
            let Some(at) = order.iter().position(|(source, _)| *source == from) else { return };
            let place = order[at].1;
            match step {
                Step::Next => order.get(at + 1),
                Step::Previous => at.checked_sub(1).and_then(|before| order.get(before)),
                Step::NextBox => order[at..].iter().find(|(_, other)| *other != place),
                Step::PreviousBox => {
                    let before =
                        order[..at].iter().rev().find(|(_, other)| *other != place).map(|(_, other)| *other);
                    before.and_then(|other| order.iter().find(|(_, place)| *place == other))
                }
            }
            .map(|(source, _)| *source)
        } else if free.is_some() {
            self.order(board).first().map(|(source, _)| *source)
        } else {
            return;
        };
        if let Some(target) = target {
            self.focus(ui, target);
        }
    }

    fn focus(&mut self, ui: &Ui, target: DueSource) {
        ui.memory_mut(|memory| {
            memory.request_focus(row_id(target));
            // The key has done its work: it is not to lead on from here.
            memory.move_focus(eframe::egui::FocusDirection::None);
        });
        self.reveal = Some(target);
        ui.ctx().request_repaint();
    }

    /// Follows a new state of the book: what is gone leaves with a short motion, and the keyboard goes on from it.
    pub fn follow(&mut self, ui: &Ui, before: &Board, now: &Board) {
        let present: BTreeSet<DueSource> =
            now.sections.iter().flat_map(Section::rows).map(|row| row.source).collect();
        self.written.retain(|source| present.contains(source));
        if let Some(gone) = self.after.take_if(|source| !present.contains(source)) {
            let order = self.order(before);
            if let Some(at) = order.iter().position(|(source, _)| *source == gone) {
                let rest = order[at..].iter().chain(order[..at].iter().rev());
                let next = rest.map(|(source, _)| *source).find(|source| present.contains(source));
                let had_keyboard = ui.memory(|memory| memory.has_focus(row_id(gone)));
                if let Some(next) = next.filter(|_| had_keyboard) {
                    self.focus(ui, next);
                }
            }
        }
        if self.dropping.as_ref().is_some_and(|(source, _)| !present.contains(source)) {
            self.dropping = None;
        }
        if duration(ui, time::SLIDE) <= 0.0 {
            return;
        }
        let since = ui.input(|input| input.time);
        for section in &before.sections {
            if !now.sections.iter().any(|other| other.place == section.place) {
                continue;
            }
            let mut index = 0;
            for row in section.rows().take(self.shown(section)) {
                if present.contains(&row.source) {
                    index += 1;
                } else if self.leaving.len() < MOST_LEAVING {
                    let place = section.place;
                    self.leaving.push(Leaving { place, index, row: row.clone(), since, left: 1.0 });
                }
            }
        }
    }

    /// Lets time pass for the rows that leave.
    pub fn tick(&mut self, ui: &Ui) {
        if self.leaving.is_empty() {
            return;
        }
        let now = ui.input(|input| input.time);
        let whole = duration(ui, time::SLIDE).max(0.001);
        for leaving in &mut self.leaving {
            let part = ((now - leaving.since) as f32 / whole).clamp(0.0, 1.0);
            leaving.left = 1.0 - eframe::egui::emath::easing::cubic_out(part);
        }
        self.leaving.retain(|leaving| leaving.left > 0.0);
        ui.ctx().request_repaint();
    }

    /// What the rows that leave still take in a box.
    pub fn leaving_height(&self, place: Place) -> f32 {
        self.leaving.iter().filter(|leaving| leaving.place == place).map(|leaving| leaving.left * ROW).sum()
    }

    /// Draws the rows that leave from before a row; returns their height.
    pub fn leaving_ui(&self, ui: &mut Ui, place: Place, index: usize, at: Pos2, width: f32) -> f32 {
        let mut top = at.y;
        for leaving in self.leaving.iter().filter(|leaving| leaving.place == place && leaving.index == index)
        {
            let height = leaving.left * ROW;
            let rect = Rect::from_min_size(pos2(at.x, top), vec2(width, height));
            let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect));
            child.set_clip_rect(rect.intersect(ui.clip_rect()));
            child.multiply_opacity(leaving.left);
            let p = Palette::of(&child);
            let centre = pos2(rect.left() + 50.0, rect.top() + ROW / 2.0);
            paint_icon(child.painter(), centre, icons::CHECK_CIRCLE, Weight::Fill, 22.0, p.ok);
            words_ui(&child, &leaving.row, pos2(rect.left() + 100.0, rect.top() + ROW / 2.0), width - 120.0);
            top += height;
        }
        top - at.y
    }

    /// The column of each box, kept as long as the number of columns is the same: a box does not jump because a row of
    /// another one was done.
    pub fn columns(
        &mut self,
        board: &Board,
        count: usize,
        pile: f32,
        height: impl Fn(&Self, &Section) -> f32,
    ) {
        if self.column_count != count {
            self.columns.clear();
            self.column_count = count;
        }
        self.columns.retain(|place, _| board.sections.iter().any(|section| section.place == *place));
        if board.sections.iter().all(|section| self.columns.contains_key(&section.place)) {
            return;
        }
        let mut heights = vec![0.0_f32; count];
        if let Some(first) = heights.first_mut().filter(|_| board.pile.is_some()) {
            *first = pile;
        }
        for section in &board.sections {
            if let Some(column) = self.columns.get(&section.place) {
                heights[*column] += height(self, section);
            }
        }
        for section in &board.sections {
            if self.columns.contains_key(&section.place) {
                continue;
            }
            let mut shortest = 0;
            for column in 1..count {
                if heights[column] < heights[shortest] - 1.0 {
                    shortest = column;
                }
            }
            heights[shortest] += height(self, section) + crate::gui::theme::space::XL;
            self.columns.insert(section.place, shortest);
        }
    }

    /// The column of a box.
    pub fn column(&self, place: Place) -> usize {
        self.columns.get(&place).copied().unwrap_or_default()
    }
}
