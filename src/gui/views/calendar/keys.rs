//! The keys of the calendar: they move the day, or the thing that has the keyboard.
//!
//! Owns what a key does in which layout; all of them stand in `gui::keys` too. Start reading at
//! [`CalendarView::shared_keys`].

use chrono::{Duration, NaiveDate};
use eframe::egui::{self, Key, Modifiers, Ui};

use super::CalendarView;
use super::agenda;
use super::drag::{Part, move_edit, resize_edit, retime_edit};
use super::grid::add_days;
use super::items::{Entry, Thing};
use super::list::To;
use super::{month, overdue};
use crate::gui::ctx::ViewCtx;
use crate::gui::settings::CalendarLayout;

/// Minutes by which a key moves a thing among the hours.
const STEP: i64 = 15;

const ARROWS: [(Key, i64); 4] =
    [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::ArrowUp, -7), (Key::ArrowDown, 7)];

impl CalendarView {
    /// Whether single keys are for the view: no text is typed, no sheet and no menu is open.
    fn keys_are_mine(ui: &Ui) -> bool {
        !ui.ctx().text_edit_focused()
            && ui.memory(|memory| memory.top_modal_layer()).is_none()
            && !egui::Popup::is_any_open(ui.ctx())
    }

    /// T, N, G, Page Up, Page Down; whether one was pressed.
    pub(super) fn shared_keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui) -> bool {
        if !Self::keys_are_mine(ui) {
            return false;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::T) {
            self.choose(ctx.today);
        } else if pressed(Key::N) {
            agenda::open_new(ctx, self.day(ctx));
        } else if pressed(Key::G) {
            self.ask_for_day(ctx);
        } else if pressed(Key::PageUp) {
            self.turn(ctx, -1);
        } else if pressed(Key::PageDown) {
            self.turn(ctx, 1);
        } else {
            return false;
        }
        true
    }

    /// Arrows move the selected day, Home and End go to the ends of its week.
    pub(super) fn day_keys(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, day_focused: bool) {
        // While something else has the keyboard, arrows belong to it.
        let nothing_focused = crate::gui::panes::view_has_keys(ui.ctx());
        if !Self::keys_are_mine(ui) || !(nothing_focused || day_focused) {
            return;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let selected = self.day(ctx);
        let mut to = None;
        for (key, days) in ARROWS {
            if pressed(key) {
                to = Some(match ctx.settings.calendar {
                    CalendarLayout::List => self.neighbour(ctx, selected, days > 0),
                    CalendarLayout::Month | CalendarLayout::Week => add_days(selected, days),
                });
            }
        }
        let begin = self.basis(ctx).weeks.start(selected);
        if pressed(Key::Home) {
            to = Some(begin);
        } else if pressed(Key::End) {
            to = Some(add_days(begin, 6));
        }
        if let Some(day) = to {
            self.select(day);
            self.to = Some(To::Sight(day));
            ui.memory_mut(|memory| memory.request_focus(month::day_id(day)));
        }
    }

    /// The day before or after on which something stands; a day further where the list ends.
    fn neighbour(&mut self, ctx: &ViewCtx<'_>, day: NaiveDate, forward: bool) -> NaiveDate {
        let found = self.listed(ctx).borrow().neighbour(day, forward);
        found.unwrap_or_else(|| add_days(day, if forward { 1 } else { -1 }))
    }

    /// Alt or Shift with arrows moves the thing that has the keyboard by a day or a week, among the hours by a quarter;
    /// both of them make an event longer and shorter. Esc goes back to the day.
    pub(super) fn thing_keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, thing: Thing, day: NaiveDate) {
        if !Self::keys_are_mine(ui) {
            return;
        }
        if self.drag.is_none()
            && !self.popped
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.select(day);
            ui.memory_mut(|memory| memory.request_focus(month::day_id(day)));
            return;
        }
        if let Thing::Event(event) = thing
            && let Some(last) = ctx.book.get(event).and_then(|event| event.last_day())
        {
            for (key, days) in ARROWS.into_iter().take(2) {
                let both = Modifiers::ALT | Modifiers::SHIFT;
                if ui.input_mut(|input| input.consume_key(both, key))
                    && let Some(edit) = resize_edit(ctx, event, Part::End, add_days(last, days))
                {
                    ctx.edit(edit);
                    return;
                }
            }
        }
        let (from, at) = match thing {
            Thing::FollowUp(_) | Thing::Foreseen(_) => {
                let follow_up = thing.follow_up(ctx.book);
                // What is foreseen stands on today once it has begun.
                let from = follow_up.as_ref().map(|it| it.due_on);
                let from = if matches!(thing, Thing::Foreseen(_)) { Some(day) } else { from };
                (from, follow_up.and_then(|it| it.due_at))
            }
            Thing::Event(id) => {
                let event = ctx.book.get(id);
                (event.and_then(|it| it.starts_on), event.and_then(|it| it.starts_at))
            }
        };
        let from = from.unwrap_or(day);
        for (key, days) in ARROWS {
            let is_held = |held| ui.input_mut(|input| input.consume_key(held, key));
            if !(is_held(Modifiers::ALT) || is_held(Modifiers::SHIFT)) {
                continue;
            }
            let among_hours = ctx.settings.calendar == CalendarLayout::Week && days.abs() == 7;
            let (to, edit) = match at.filter(|_| among_hours) {
                Some(at) => {
                    let (at, over) = at.overflowing_add_signed(Duration::minutes(days.signum() * STEP));
                    // A thing does not leave its day by minutes.
                    let edit = if over == 0 { retime_edit(ctx, thing, from, Some(at)) } else { None };
                    (from, edit)
                }
                None => {
                    let to = add_days(from, days);
                    (to, move_edit(ctx, thing, to))
                }
            };
            if let Some(edit) = edit {
                ctx.edit(edit);
                self.select(to);
                self.to = Some(To::Sight(to));
                // What leaves the lane of overdue things is found again on its day.
                if ui.memory(|memory| memory.has_focus(overdue::pill_id(thing))) {
                    let id = match ctx.settings.calendar {
                        CalendarLayout::List => agenda::entry_id("list", thing),
                        CalendarLayout::Month | CalendarLayout::Week => month::thing_id(thing),
                    };
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
            }
        }
    }
}

/// Whether an arrow goes to the thing below or above, and is pressed with nothing held.
pub(super) fn steps(ui: &Ui) -> Option<bool> {
    let pressed =
        |key| ui.input_mut(|input| !input.modifiers.any() && input.consume_key(Modifiers::NONE, key));
    let all = [(Key::ArrowUp, false), (Key::ArrowDown, true)];
    all.into_iter().find_map(|(key, below)| pressed(key).then_some(below))
}

/// Gives the keyboard to the thing above or below in the agenda, on its arrow; whether one was pressed.
pub(super) fn step_focus(ui: &Ui, entries: &[Entry], at: Thing) -> bool {
    let Some(below) = steps(ui) else { return false };
    let place = entries.iter().position(|entry| entry.thing == at);
    let next = place.and_then(|place| place.checked_add_signed(if below { 1 } else { -1 }));
    if let Some(next) = next.and_then(|place| entries.get(place)) {
        ui.memory_mut(|memory| memory.request_focus(agenda::entry_id("agenda", next.thing)));
    }
    true
}

/// Whether Escape was pressed in this frame.
pub(super) fn escapes(ui: &Ui) -> bool {
    ui.input(|input: &egui::InputState| input.key_pressed(Key::Escape))
}
