//! How wide the columns of the table are: as their words need, or as they were dragged.
//!
//! Owns the arithmetic and the handles between the headings. A column that was dragged keeps its width, and so do those
//! before it: otherwise they would give way and the handle would not stay under the pointer. The others share what is
//! left. Start reading at [`Table::of`].

use std::sync::Arc;

use eframe::egui::{
    self, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Sense, Stroke, WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::settings::{ColumnWidths, TableColumn};
use crate::gui::theme::{Palette, TextKind, text};
use crate::gui::widgets::tip;
use crate::index::WarmthBand;
use crate::text::Locale;

use super::CardsView;
use super::facts::warmth_word;
use super::table::{BAR, FACE, MARK, PAD, TRIANGLE, column_name, head_cell};

/// Room at the right end of the head for the menu of columns.
const MENU: f32 = 34.0;

/// The narrowest and the widest that a column can be dragged, in points.
const NARROWEST: f32 = 48.0;
const WIDEST: f32 = 900.0;

/// One press of an arrow key.
const STEP: f32 = 8.0;

/// What of a handle answers to the pointer.
const HANDLE: f32 = 9.0;

/// A column as it stands now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Column {
    /// `None` is the name.
    pub what: Option<TableColumn>,
    pub x: f32,
    pub width: f32,
}

/// The columns and the width of all.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    pub columns: Vec<Column>,
    pub width: f32,
}

/// On what the columns rest: which there are, their widths, the room, the language, and the pixels of a point.
type Basis = (Vec<TableColumn>, ColumnWidths, f32, Locale, f32);

/// What the table keeps between frames.
#[derive(Default)]
pub(super) struct Columns {
    table: Cached<Basis, Arc<Table>>,
    /// The widths while a handle is held.
    dragged: Option<ColumnWidths>,
    /// From the edge of the column to where the handle was taken.
    grip: f32,
}

/// The least width of a column, and its part of what is left.
fn room_of(column: Option<TableColumn>) -> (f32, f32) {
    match column {
        None => (150.0, 2.0),
        Some(TableColumn::Organization) => (124.0, 2.0),
        Some(TableColumn::Title | TableColumn::Event | TableColumn::Tags) => (116.0, 1.5),
        Some(TableColumn::Email) => (150.0, 1.5),
        Some(TableColumn::City) => (84.0, 1.0),
        Some(TableColumn::Due) => (122.0, 1.0),
        Some(TableColumn::Phone) => (130.0, 1.0),
        Some(TableColumn::Received | TableColumn::LastContact) => (96.0, 0.5),
        Some(TableColumn::Warmth) => (104.0, 0.5),
        Some(TableColumn::Circles) => (90.0, 0.5),
    }
}

impl Table {
    /// Shares `available` among columns of these least widths and parts; `widths` were given by hand.
    fn of(all: &[(Option<TableColumn>, f32, f32)], widths: &ColumnWidths, available: f32) -> Self {
        let fixed = |what: &Option<TableColumn>| {
            let width = widths.get(what).copied().filter(|width| width.is_finite());
            width.map(|width| width.clamp(NARROWEST, WIDEST))
        };
        let least: f32 = all.iter().map(|(what, least, _)| fixed(what).unwrap_or(*least)).sum();
        let parts: f32 = all.iter().filter(|(what, ..)| fixed(what).is_none()).map(|(_, _, part)| part).sum();
        let spare = (available - MENU - least).max(0.0);
        let mut x = 0.0;
        let columns = all.iter().map(|(what, least, part)| {
            let width = fixed(what).unwrap_or_else(|| (least + spare * part / parts).floor());
            let column = Column { what: *what, x, width };
            x += column.width;
            column
        });
        let columns: Vec<_> = columns.collect();
        Self { columns, width: (x + MENU).max(available) }
    }

    /// The widths of the columns up to one, which gets `width`, together with those that were given before.
    fn with(&self, mut widths: ColumnWidths, what: Option<TableColumn>, width: f32) -> ColumnWidths {
        for column in &self.columns {
            if column.what == what {
                break;
            }
            widths.entry(column.what).or_insert(column.width);
        }
        widths.insert(what, width.clamp(NARROWEST, WIDEST).round());
        widths
    }
}

impl CardsView {
    /// The columns for this width; kept as long as nothing of it changes.
    pub(super) fn table(&mut self, ctx: &ViewCtx<'_>, ui: &egui::Ui, available: f32) -> Arc<Table> {
        let chosen = ctx.settings.columns();
        let widths = self.columns.dragged.as_ref().unwrap_or(&ctx.settings.column_widths).clone();
        let key = (chosen, widths, available, ctx.texts.locale(), ui.ctx().pixels_per_point());
        let table = self.columns.table.get(key, |(chosen, widths, ..)| {
            let wide = |words: &str, kind| {
                text::line(ui.painter(), words, kind, egui::Color32::PLACEHOLDER, f32::INFINITY).size().x
            };
            let all = std::iter::once(None).chain(chosen.iter().copied().map(Some)).map(|what| {
                let (usual, part) = room_of(what);
                let lead = if what.is_none() { MARK } else { PAD };
                let usual = if what.is_none() { usual + FACE } else { usual };
                let mut least = lead + wide(column_name(ctx.texts, what), TextKind::Strong) + TRIANGLE + 2.0;
                if what == Some(TableColumn::Warmth) {
                    let words =
                        WarmthBand::ALL.map(|band| wide(warmth_word(ctx.texts, band), TextKind::Body));
                    least = least.max(PAD + BAR + words.into_iter().fold(0.0, f32::max) + PAD);
                }
                (what, usual.max(least.ceil()), part)
            });
            Arc::new(Table::of(&all.collect::<Vec<_>>(), widths, available))
        });
        Arc::clone(table)
    }

    /// The handles at the right ends of the headings: dragged, moved with arrow keys, put back with Enter or two clicks.
    pub(super) fn handles_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, head: Rect, table: &Table) {
        let p = Palette::of(ui);
        for column in &table.columns {
            let cell = head_cell(head, column);
            let at = cell.right() - 1.0;
            let place = Rect::from_center_size(pos2(at, cell.center().y), vec2(HANDLE, cell.height()));
            let id = Id::unique(("width", column.what));
            let response = ui.interact(place, id, Sense::click_and_drag());
            let response = response.on_hover_cursor(CursorIcon::ResizeColumn);
            let name = ctx.texts.cards_column_width(column_name(ctx.texts, column.what));
            response.widget_info(|| WidgetInfo {
                label: Some(name.clone()),
                value: Some(f64::from(column.width)),
                ..WidgetInfo::new(egui::Role::Splitter)
            });
            ui.ctx().accesskit_node_builder(id, |node| {
                node.add_action(egui::accesskit::Action::Increment);
                node.add_action(egui::accesskit::Action::Decrement);
            });
            let held = response.dragged() || response.has_focus();
            if held || response.hovered() {
                let line = Stroke::new(2.0, if held { p.ai } else { p.line_strong });
                ui.painter().vline(at, cell.y_range().shrink(3.0), line);
            } else {
                ui.painter().vline(at, cell.y_range().shrink(9.0), Stroke::new(1.0, p.line_strong));
            }
            self.drag_handle(ctx, ui, &response, cell, column, table);
            // Not while a sheet lies above, nor while it moves.
            let response = if response.hovered() && !response.dragged() {
                tip(response, ctx.texts.cards_column_width_tip(), None)
            } else {
                response
            };
            handle_keys(ctx, ui, &response, column, table);
        }
    }

    fn drag_handle(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &egui::Ui,
        response: &egui::Response,
        cell: Rect,
        column: &Column,
        table: &Table,
    ) {
        let pointer = ui.input(|input| input.pointer.interact_pos());
        if response.drag_started() {
            let began = ui.input(|input| input.pointer.press_origin());
            self.columns.grip = began.map_or(0.0, |at| at.x - cell.right());
        }
        if response.dragged()
            && let Some(pointer) = pointer
        {
            let before = self.columns.dragged.take().unwrap_or_else(|| ctx.settings.column_widths.clone());
            let width = pointer.x - self.columns.grip - cell.left();
            self.columns.dragged = Some(table.with(before, column.what, width));
            ui.ctx().set_cursor_icon(CursorIcon::ResizeColumn);
            ui.ctx().request_repaint();
        }
        if response.drag_stopped()
            && let Some(widths) = self.columns.dragged.take()
        {
            ctx.choose(|settings| settings.column_widths = widths);
        }
        if response.double_clicked() {
            ctx.choose(|settings| {
                settings.column_widths.remove(&column.what);
            });
        }
    }
}

/// Arrow keys make the column of a handle narrower and wider, Enter gives it its usual width.
fn handle_keys(
    ctx: &mut ViewCtx<'_>,
    ui: &egui::Ui,
    response: &egui::Response,
    column: &Column,
    table: &Table,
) {
    use egui::accesskit::Action;
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action));
    let mut steps = asked(Action::Increment) as f32 - asked(Action::Decrement) as f32;
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f32;
        steps += pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
        if pressed(Key::Enter) > 0.0 {
            ctx.choose(|settings| {
                settings.column_widths.remove(&column.what);
            });
        }
    }
    if steps != 0.0 {
        let width = column.width + steps * STEP;
        ctx.choose(|settings| {
            let before = std::mem::take(&mut settings.column_widths);
            settings.column_widths = table.with(before, column.what, width);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CITY: Option<TableColumn> = Some(TableColumn::City);
    const DUE: Option<TableColumn> = Some(TableColumn::Due);
    const ALL: [(Option<TableColumn>, f32, f32); 3] =
        [(None, 100.0, 1.0), (CITY, 80.0, 1.0), (DUE, 60.0, 2.0)];

    fn widths(table: &Table) -> Vec<f32> {
        table.columns.iter().map(|column| column.width).collect()
    }

    #[test]
    fn what_is_left_is_shared_and_too_little_room_scrolls() {
        let table = Table::of(&ALL, &ColumnWidths::new(), 240.0 + MENU + 80.0);
        assert_eq!(widths(&table), [120.0, 100.0, 100.0]);
        let table = Table::of(&ALL, &ColumnWidths::new(), 100.0);
        assert_eq!(widths(&table), [100.0, 80.0, 60.0]);
        assert_eq!(table.width, 240.0 + MENU);
    }

    #[test]
    fn a_dragged_column_keeps_its_width_and_those_before_it_stand_still() {
        let table = Table::of(&ALL, &ColumnWidths::new(), 400.0);
        let before = widths(&table);
        let dragged = table.with(ColumnWidths::new(), CITY, 150.4);
        let table = Table::of(&ALL, &dragged, 400.0);
        assert_eq!(widths(&table)[..2], [before[0], 150.0]);
        assert!(widths(&table)[2] >= 60.0);
        let wider = Table::of(&ALL, &dragged, 800.0);
        assert_eq!(widths(&wider)[..2], widths(&table)[..2], "a larger window widens the others");
        assert!(widths(&wider)[2] > widths(&table)[2]);
    }

    #[test]
    fn odd_widths_of_the_settings_do_no_harm() {
        let odd = ColumnWidths::from([(None, f32::NAN), (CITY, -5.0), (DUE, 1e9)]);
        let table = Table::of(&ALL, &odd, 400.0);
        assert_eq!(widths(&table)[1..], [NARROWEST, WIDEST]);
        assert!(widths(&table)[0].is_finite());
        let all_fixed = ColumnWidths::from([(None, 60.0), (CITY, 60.0), (DUE, 60.0)]);
        assert_eq!(widths(&Table::of(&ALL, &all_fixed, 400.0)), [60.0; 3]);
    }
}
