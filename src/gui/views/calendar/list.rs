//! The endless list: every day on which something stands, past and future, only visible rows drawn.
//!
//! Owns where each row lies; the boxes are those of the agenda. Start reading at [`List::of`].
//!
//! Invariant: rows lie one below the other without gaps (`tests::a_row_is_found_by_its_place`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use eframe::egui::{self, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::widgets::EmptyState;

use super::agenda::{ENTRY, entry_ui};
use super::items::{self, Entry, Filter, Thing};

/// Height of the name of a day.
const HEAD: f32 = 44.0;
/// Gap below a box.
const GAP: f32 = 6.0;
/// The list is not wider than this.
const WIDEST: f32 = 760.0;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Row {
    Day(NaiveDate),
    Thing(Thing),
}

impl Row {
    fn height(self) -> f32 {
        match self {
            Self::Day(_) => HEAD,
            Self::Thing(_) => ENTRY + GAP,
        }
    }
}

/// All rows with their places.
#[derive(Debug, Default)]
pub struct List {
    rows: Vec<(f32, Row)>,
    height: f32,
    /// Where the first day from today on begins.
    today: f32,
    words: BTreeMap<usize, Option<Entry>>,
}

impl List {
    /// Gathers the days.
    pub fn of(ctx: &ViewCtx<'_>, filter: Filter) -> Self {
        let agenda = &ctx.index.agenda;
        let mut days: BTreeMap<NaiveDate, Vec<Thing>> = BTreeMap::new();
        for (day, ids) in agenda.events() {
            for id in ids {
                // An event of several days stands where it begins.
                let begins = ctx.book.get(*id).and_then(|event| event.starts_on) == Some(*day);
                if begins && items::is_event_shown(ctx, filter, *id) {
                    days.entry(*day).or_default().push(Thing::Event(*id));
                }
            }
        }
        for (day, ids) in agenda.open().iter().chain(agenda.done()) {
            for id in ids.iter().filter(|id| items::is_shown(ctx, filter, **id)) {
                days.entry(*day).or_default().push(Thing::FollowUp(*id));
            }
        }
        Self::of_days(&days, ctx.today)
    }

    fn of_days(days: &BTreeMap<NaiveDate, Vec<Thing>>, today: NaiveDate) -> Self {
        let mut list = Self::default();
        let mut at_today = None;
        for (day, things) in days {
            if *day >= today && at_today.is_none() {
                at_today = Some(list.height);
            }
            list.push(Row::Day(*day));
            for thing in things {
                list.push(Row::Thing(*thing));
            }
        }
        list.today = at_today.unwrap_or(list.height);
        list
    }

    fn push(&mut self, row: Row) {
        self.rows.push((self.height, row));
        self.height += row.height();
    }

    /// Returns the first row that reaches below a place.
    fn first_below(&self, y: f32) -> usize {
        self.rows.partition_point(|(top, row)| top + row.height() <= y)
    }

    /// Draws the list; `to_today` brings today to the top.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, to_today: bool) {
        if self.rows.is_empty() {
            ui.add_space(80.0);
            let texts = ctx.texts;
            if ctx.search.found.is_some() {
                let icon = icons::MAGNIFYING_GLASS;
                EmptyState::new(icon, texts.calendar_no_match_title(), texts.calendar_no_match_body())
                    .show(ui);
            } else {
                let icon = icons::CALENDAR_DOTS;
                EmptyState::new(icon, texts.calendar_list_empty_title(), texts.calendar_list_empty_body())
                    .show(ui);
            }
            return;
        }
        let mut area = ScrollArea::vertical().id_salt("calendar list").auto_shrink([false, false]);
        if to_today {
            area = area.vertical_scroll_offset(self.today);
        }
        area.show_viewport(ui, |ui, viewport| {
            crate::gui::panes::follow_focus(ui);
            ui.set_height(self.height + 24.0);
            let origin = ui.max_rect().min;
            let width = ui.available_width().min(WIDEST);
            for index in self.first_below(viewport.top())..self.rows.len() {
                let (top, row) = self.rows[index];
                if top > viewport.bottom() {
                    break;
                }
                let min = pos2(origin.x, origin.y + top);
                let rect = egui::Rect::from_min_size(min, vec2(width, row.height()));
                let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(index));
                match row {
                    Row::Day(day) => day_ui(ctx, &child, day, rect),
                    Row::Thing(thing) => {
                        let entry = self.words.entry(index).or_insert_with(|| match thing {
                            Thing::FollowUp(id) => Entry::follow_up(ctx, id),
                            Thing::Event(id) => Entry::event(ctx, id),
                        });
                        if let Some(entry) = entry {
                            entry_ui(ctx, &mut child, entry, false, "list", None);
                        }
                    }
                }
            }
        });
    }
}

fn day_ui(ctx: &ViewCtx<'_>, ui: &Ui, day: NaiveDate, rect: egui::Rect) {
    let p = Palette::of(ui);
    let locale = ctx.texts.locale();
    let words = if chrono::Datelike::year(&day) == chrono::Datelike::year(&ctx.today) {
        locale.day_heading(day)
    } else {
        locale.day_spoken(day)
    };
    let response = ui.interact(rect, ui.scope_id().with("day"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &words));
    let ink = if day < ctx.today { p.text2 } else { p.text };
    let head = text::line(ui.painter(), &words, TextKind::Heading, ink, rect.width());
    let (width, y) = (head.size().x, rect.bottom() - 26.0);
    ui.painter().galley(pos2(rect.left(), y), head, ink);
    if (day - ctx.today).num_days().abs() <= 31 {
        let aside = ctx.texts.relative_day(day, ctx.today);
        let aside = text::line(ui.painter(), &aside, TextKind::Small, p.text3, 200.0);
        ui.painter().galley(pos2(rect.left() + width + 10.0, y + 3.0), aside, p.text3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    #[test]
    fn a_row_is_found_by_its_place() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 10, day).expect("a day");
        let thing = |id| Thing::FollowUp(Id::new(id));
        let days = [(day(1), vec![thing(1), thing(2)]), (day(14), vec![thing(3)])].into();
        let list = List::of_days(&days, day(10));
        assert_eq!(list.rows.len(), 5);
        for pair in list.rows.windows(2) {
            assert_eq!(pair[0].0 + pair[0].1.height(), pair[1].0);
        }
        assert_eq!(list.today, HEAD + 2.0 * (ENTRY + GAP), "today is where the next day with things begins");
        assert_eq!(list.first_below(0.0), 0);
        assert_eq!(list.first_below(HEAD + 1.0), 1);
        assert_eq!(list.first_below(1.0e6), 5);
    }
}
