//! How wide the columns of the table are: as wide as what stands in them, as far as there is room.
//!
//! Owns the measuring and the sharing. Must not know how a row is drawn. Start reading at [`shares`].
//!
//! Invariant: no name is cut while there is room for all of them (`tests::names_have_their_room_before_comments`).

use eframe::egui::{Color32, Ui};

use super::rows::{Ledger, Line};
use crate::gui::theme::{TextKind, sizes, space, text};
use crate::gui::views::ledger::GAP;
use crate::gui::widgets::{Button, ButtonSize};
use crate::text::Texts;

/// What the columns would like, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Wishes {
    pub name: f32,
    pub way: f32,
    pub need: f32,
    pub state: f32,
    pub last: f32,
    pub actions: f32,
    /// Two names and who introduced them, which have the room of the first two columns.
    pub pair: f32,
}

/// So many of the longest lines are really measured.
const MEASURED: usize = 6;
/// A name is not given more than this, nor the way from one to another, nor a comment.
const MOST: [f32; 3] = [260.0, 400.0, 420.0];
/// The narrowest that a comment is worth reading.
const LEAST_NEED: f32 = 90.0;

/// Returns about how wide a text is: full-width signs count twice.
fn about(words: &str) -> usize {
    words.chars().map(|sign| if sign as u32 >= 0x1100 { 2 } else { 1 }).sum()
}

/// Returns how wide the widest of these lines is.
fn widest<'a>(ui: &Ui, lines: impl Iterator<Item = &'a str>, kind: TextKind) -> f32 {
    let mut longest: Vec<(usize, &str)> = lines.map(|line| (about(line), line)).collect();
    if longest.len() > MEASURED {
        longest.select_nth_unstable_by_key(MEASURED, |(length, _)| std::cmp::Reverse(*length));
        longest.truncate(MEASURED);
    }
    let wide = |(_, line): (usize, &str)| {
        // A line that is much too long need not be laid out to its end.
        let line: String = line.chars().take(200).collect();
        text::line(ui.painter(), &line, kind, Color32::PLACEHOLDER, f32::INFINITY).size().x.ceil() + 1.0
    };
    longest.into_iter().map(wide).fold(0.0, f32::max)
}

impl Wishes {
    /// Measures what stands in the rows and above them.
    pub(super) fn of(ui: &Ui, texts: &Texts, ledger: &Ledger, heads: &[&str; 5]) -> Self {
        let referrals = || ledger.referrals();
        let introductions = || {
            ledger.lines.iter().filter_map(|line| match line {
                Line::Introduction(row) => Some(&**row),
                _ => None,
            })
        };
        // Room for the sign of the order too.
        let head = |at: usize| widest(ui, std::iter::once(heads[at]), TextKind::Label) + 14.0;
        let words = |lines: Vec<&str>, kind| widest(ui, lines.into_iter(), kind);
        let names = words(referrals().map(|row| row.name.as_str()).collect(), TextKind::Strong);
        let ways = words(referrals().map(|row| row.way.as_str()).collect(), TextKind::Body);
        let mut needs: Vec<&str> = referrals().map(|row| row.need.as_str()).collect();
        needs.extend(introductions().map(|row| row.note.as_str()));
        let mut days: Vec<&str> = referrals().map(|row| row.last_step.as_str()).collect();
        days.extend(introductions().map(|row| row.on.as_str()));
        let untold = referrals().any(|row| row.owner_must_be_told);
        let mut states: Vec<&str> = referrals().map(|row| row.state_word.as_str()).collect();
        states.extend(introductions().map(|row| super::introduction_word(texts, row.state)));
        let seal = sizes::SEAL_S + 6.0;
        let told = if untold {
            widest(ui, std::iter::once(texts.referrals_owner_not_told()), TextKind::Strong)
        } else {
            0.0
        };
        let with_icon = |words: &str| Button::ghost(words).icon("x").small().width(ui);
        let mut buttons: Vec<f32> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for row in referrals() {
            let words = if row.owner_must_be_told {
                texts.referrals_mark_told()
            } else if row.thought_of.is_some() {
                texts.inspector_action_pass_on()
            } else {
                row.next.as_ref().map_or("", |(_, word)| word.as_str())
            };
            if !words.is_empty() && seen.insert(words) {
                buttons.push(with_icon(words));
            }
        }
        for row in introductions() {
            if let Some(words) = row.next.map(|next| super::introduction_word(texts, next))
                && seen.insert(words)
            {
                buttons.push(with_icon(words));
            }
        }
        let pair = introductions()
            .map(|row| (about(&row.name) + about(&row.by), row))
            .max_by_key(|(length, _)| *length)
            .map_or(0.0, |(_, row)| {
                let names = widest(ui, std::iter::once(row.name.as_str()), TextKind::Strong);
                24.0 + names + 10.0 + widest(ui, std::iter::once(row.by.as_str()), TextKind::Body)
            });
        Self {
            name: names.max(head(0)).min(MOST[0]),
            way: ways.max(head(1)).min(MOST[1]),
            need: words(needs, TextKind::Body).max(head(2)).min(MOST[2]),
            state: (words(states, TextKind::Body).max(told) + seal).max(head(3)),
            last: words(days, TextKind::Body).max(head(4)),
            actions: ButtonSize::Small.height() + space::XS + buttons.into_iter().fold(0.0, f32::max),
            pair: pair.min(MOST[0] + MOST[1]),
        }
    }
}

/// Shares a row of this width out: the comment gives way first, then the day, then the names.
pub(super) fn shares(width: f32, wishes: &Wishes) -> [f32; 6] {
    let Wishes { mut name, mut way, need, state, mut last, actions, pair } = *wishes;
    let room = |last: f32| {
        let fixed = state + actions + last + if last > 0.0 { GAP } else { 0.0 };
        (width - 20.0 - fixed - 3.0 * GAP).max(0.0)
    };
    let mut left = room(last);
    if name + way > left {
        last = 0.0;
        left = room(last);
    }
    let least = name + GAP + way;
    if least > left + GAP {
        // Both names give way alike.
        let part = (left / (name + way)).min(1.0);
        return [(name * part).floor(), (way * part).floor(), 0.0, state, last, actions];
    }
    let for_need = left - name - way - GAP;
    if need <= 0.0 || for_need < LEAST_NEED {
        return [name, left - name, 0.0, state, last, actions];
    }
    // What is left over goes to all three, so that no gap yawns between them and the state. Pairs want more than one name and
    // its way.
    let over = (for_need - need).max(0.0);
    name += (0.2 * over).floor();
    way += (0.3 * over).floor().max((pair - least).clamp(0.0, 0.8 * over));
    [name, way, left - name - way - GAP, state, last, actions]
}

#[cfg(test)]
mod tests {
    use super::*;

    const WISHES: Wishes =
        Wishes { name: 100.0, way: 200.0, need: 180.0, state: 130.0, last: 80.0, actions: 150.0, pair: 0.0 };

    fn whole(columns: &[f32]) -> f32 {
        let shown = columns.iter().filter(|width| **width > 0.0).count();
        columns.iter().sum::<f32>() + GAP * (shown - 1) as f32 + 20.0
    }

    #[test]
    fn names_have_their_room_before_comments() {
        for width in [640.0, 700.0, 760.0, 800.0, 880.0, 1000.0, 1400.0] {
            let columns = shares(width, &WISHES);
            assert!(whole(&columns) <= width + 0.5, "{width}: {columns:?}");
            assert_eq!((columns[3], columns[5]), (130.0, 150.0), "{width}");
            assert!(columns[0] >= 100.0 && columns[1] >= 200.0, "{width}: {columns:?}");
        }
        assert_eq!(shares(760.0, &WISHES)[2], 0.0, "the comment goes first");
        assert_eq!(shares(640.0, &WISHES)[4], 0.0, "then the day");
        assert!(shares(1000.0, &WISHES)[2] >= 180.0);
    }

    #[test]
    fn where_there_is_too_little_room_both_names_give_way() {
        let columns = shares(500.0, &WISHES);
        assert!(columns[0] < 100.0 && columns[1] < 200.0 && columns[0] > 40.0, "{columns:?}");
        assert!(whole(&columns) <= 500.5, "{columns:?}");
    }
}
