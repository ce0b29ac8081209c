//! The keys of a list that stands below a field: Down and Up move through it, Enter takes the marked row.
//!
//! Call [`ListKeys::take`] before the field draws, which would take the keys for its cursor, and [`ListKeys::step`] once it is
//! known how many rows there are.

use eframe::egui::{self, Key, Modifiers};

use crate::gui::theme::{Palette, radius};

/// Which of the keys were pressed in this frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListKeys {
    down: bool,
    up: bool,
    /// The marked row is to be taken.
    pub enter: bool,
}

impl ListKeys {
    /// Takes the keys while the field has the keyboard; `may_enter`: there is something that Enter could mean.
    pub fn take(ui: &egui::Ui, field: egui::Id, may_enter: bool) -> Self {
        if !ui.memory(|memory| memory.has_focus(field)) {
            return Self::default();
        }
        ui.input_mut(|input| Self {
            down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
            up: input.consume_key(Modifiers::NONE, Key::ArrowUp),
            enter: may_enter && input.consume_key(Modifiers::NONE, Key::Enter),
        })
    }

    /// Moves the mark in a list of so many rows, and keeps it in there.
    pub fn step(self, marked: &mut usize, rows: usize) {
        *marked = match (self.down, self.up) {
            (true, false) => *marked + 1,
            (false, true) => marked.saturating_sub(1),
            _ => *marked,
        };
        *marked = (*marked).min(rows.saturating_sub(1));
    }

    /// Whether the mark moved, so that its row has to come into sight.
    pub const fn moves(self) -> bool {
        self.down || self.up
    }
}

/// Paints the ground of a row of such a list.
pub fn row_ground(ui: &egui::Ui, rect: egui::Rect, response: &egui::Response, marked: bool) {
    let p = Palette::of(ui);
    let fill = if response.hovered() {
        p.hover
    } else if marked || response.has_focus() {
        p.ai_soft
    } else {
        egui::Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, radius::CONTROL, fill);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stays_in_the_list() {
        let keys = |down, up| ListKeys { down, up, enter: false };
        let mut marked = 0;
        for (press, rows, expected) in [
            (keys(false, true), 3, 0),
            (keys(true, false), 3, 1),
            (keys(true, false), 3, 2),
            (keys(true, false), 3, 2),
            (keys(true, true), 3, 2),
            (keys(false, false), 2, 1),
            (keys(false, false), 0, 0),
        ] {
            press.step(&mut marked, rows);
            assert_eq!(marked, expected, "{press:?} of {rows}");
        }
        assert!(keys(true, false).moves() && !keys(false, false).moves());
    }
}
