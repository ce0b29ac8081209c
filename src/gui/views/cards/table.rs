//! The table: one row for each person, columns that the user chose, sorted by a heading.
//!
//! Owns how rows and headings are drawn. The rows scroll, are marked and answer to keys as cards do (`grid`); what the
//! cells say is in `cells`, how wide the columns are in `columns`. Start reading at [`CardsView::row_ui`].

use eframe::egui::{
    self, Align2, Color32, CornerRadius, Id, Popup, PopupCloseBehavior, Rect, Sense, Shape, Stroke,
    StrokeKind, WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::settings::TableColumn;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, scan_tint, text};
use crate::gui::views::people::portrait;
use crate::gui::widgets::{
    ButtonSize, IconButton, MenuItem, dashed_rect, menu_separator, paint_icon, paint_photo, paint_seal,
};
use crate::index::{CardSort, GroupTitle, Tile};
use crate::text::Texts;

use super::cells::{Cell, RowFacts};
use super::columns::{Column, Table};
use super::keys::is_selected;
use super::rows::Grid;
use super::{CardsView, Gallery};

/// Height of the headings of the columns.
pub(super) const HEAD: f32 = 34.0;

/// Space at both sides of a cell, and room for the mark before the name.
pub(super) const PAD: f32 = 10.0;
pub(super) const MARK: f32 = 26.0;

/// Room for the face before the name.
pub(super) const FACE: f32 = 34.0;

/// Room for the arrow beside the heading by which the table is sorted.
pub(super) const TRIANGLE: f32 = 18.0;

/// Room for the bar of how warm somebody is, beside the word.
pub(super) const BAR: f32 = 52.0;

/// By what a column is sorted; some have no order.
fn sort_of(column: Option<TableColumn>) -> Option<CardSort> {
    Some(match column {
        None => CardSort::Name,
        Some(TableColumn::Organization) => CardSort::Organization,
        Some(TableColumn::Title) => CardSort::Title,
        Some(TableColumn::City) => CardSort::City,
        Some(TableColumn::Event) => CardSort::Event,
        Some(TableColumn::Received) => CardSort::Newest,
        Some(TableColumn::LastContact) => CardSort::LastContact,
        Some(TableColumn::Warmth) => CardSort::Warmth,
        Some(TableColumn::Due) => CardSort::Due,
        Some(TableColumn::Email) => CardSort::Email,
        Some(TableColumn::Phone) => CardSort::Phone,
        Some(TableColumn::Circles | TableColumn::Tags) => return None,
    })
}

/// The heading of a column.
pub(super) fn column_name(texts: &Texts, column: Option<TableColumn>) -> &str {
    match column {
        None => texts.cards_column_name(),
        Some(TableColumn::Organization) => texts.cards_group_organization(),
        Some(TableColumn::Title) => texts.cards_column_title(),
        Some(TableColumn::City) => texts.cards_group_city(),
        Some(TableColumn::Event) => texts.cards_group_event(),
        Some(TableColumn::Received) => texts.cards_received(),
        Some(TableColumn::LastContact) => texts.cards_sort_last_contact(),
        Some(TableColumn::Warmth) => texts.cards_group_warmth(),
        Some(TableColumn::Due) => texts.cards_column_due(),
        Some(TableColumn::Circles) => texts.cards_column_circles(),
        Some(TableColumn::Tags) => texts.cards_column_tags(),
        Some(TableColumn::Email) => texts.cards_column_email(),
        Some(TableColumn::Phone) => texts.cards_column_phone(),
    }
}

impl CardsView {
    /// One person.
    pub(super) fn row_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &egui::Ui,
        rect: Rect,
        tile: Tile,
        table: &Table,
        (gallery, group, _): (&Gallery, &GroupTitle, &Grid),
    ) {
        let facts = self.row_facts(ctx, tile);
        let id = Id::unique(("row", group, tile));
        let response = ui.interact(rect, id, self.sense(ctx, ui));
        self.mind_focus(ui, &response, tile);
        let marked = ctx.selection.marked.contains(tile);
        let on = is_selected(ctx, tile) || marked;
        response.widget_info(|| WidgetInfo::selected(egui::Role::Row, ui.is_enabled(), on, &facts.spoken));
        let p = Palette::of(ui);
        let painter = ui.painter();
        let dragged = response.dragged() && egui::DragAndDrop::has_any_payload(ui.ctx());
        let fill = match (on, response.hovered()) {
            (true, false) => p.ai_soft,
            (true, true) => p.ai_soft_hover,
            (false, true) => p.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        let inner = rect.expand2(vec2(6.0, 0.0));
        painter.rect_filled(inner, CornerRadius::same(radius::CONTROL), fill);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
        if response.has_focus() || dragged {
            let ring = inner.shrink(1.0);
            dashed_rect(painter, ring, f32::from(radius::CONTROL), Stroke::new(2.0, p.ai));
        }
        mark_ui(ui, rect, marked, response.hovered());
        let mut painter = painter.clone();
        if dragged {
            painter.multiply_opacity(0.55);
        }
        for column in &table.columns {
            let lead = if column.what.is_none() { MARK + FACE } else { PAD };
            let cell = Rect::from_min_max(
                pos2(rect.left() + column.x + lead, rect.top()),
                pos2(rect.left() + column.x + column.width - PAD / 2.0, rect.bottom()),
            );
            cell_ui(ui, &painter, cell, facts.cell(column.what));
        }
        let face = portrait(ctx, ui, facts.portrait);
        face_ui(
            &painter,
            pos2(rect.left() + MARK + 12.0, rect.center().y),
            facts.initials.as_deref(),
            face,
            p,
        );
        self.answer(ctx, ui, gallery, &response, tile, &facts.name);
        response.context_menu(|ui| self.tile_menu(ctx, ui, gallery, tile));
    }

    /// The headings of the columns, which stay at the top, and the menu of columns.
    pub(super) fn head_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, rect: Rect, table: &Table) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let back = rect.expand2(vec2(super::EDGE, 0.0));
        // Takes clicks away from the rows that have gone under it.
        ui.interact(back, Id::unique("table head"), Sense::CLICK);
        ui.painter().rect_filled(back, CornerRadius::ZERO, p.desk);
        ui.painter().hline(back.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
        for column in &table.columns {
            let name = column_name(texts, column.what);
            let sort = sort_of(column.what);
            let on = sort == Some(self.query.sort);
            let lead = if column.what.is_none() { MARK } else { PAD };
            let cell = head_cell(rect, column);
            let id = Id::unique(("column", column.what));
            let sense = if sort.is_some() { Sense::click() } else { Sense::hover() };
            let response = ui.interact(cell, id, sense);
            let spoken = match (on, self.query.reversed) {
                (true, false) => texts.cards_sorted(name),
                (true, true) => texts.cards_sorted_back(name),
                (false, _) => name.to_owned(),
            };
            let role = egui::Role::ColumnHeader;
            response.widget_info(|| WidgetInfo::labeled(role, ui.is_enabled(), &spoken));
            let ink = if on || response.hovered() { p.text } else { p.text2 };
            let painter = ui.painter();
            if response.has_focus() {
                let ring = cell.shrink2(vec2(2.0, 4.0));
                painter.rect_stroke(ring, CornerRadius::same(5), Stroke::new(2.0, p.ai), StrokeKind::Inside);
            }
            let room = column.width - lead - if on { TRIANGLE } else { 4.0 };
            let kind = if on { TextKind::Strong } else { TextKind::Button };
            let line = text::line(painter, name, kind, ink, room);
            let end = cell.left() + lead + line.size().x;
            let top = cell.center().y - line.size().y / 2.0;
            painter.galley(pos2(cell.left() + lead, top), line, ink);
            if on {
                triangle(painter, pos2(end + 10.0, cell.center().y), self.query.reversed, ink);
            }
            if response.clicked()
                && let Some(sort) = sort
            {
                let reversed = on && !self.query.reversed;
                ctx.choose(|settings| (settings.sort, settings.sort_reversed) = (sort, reversed));
            }
        }
        self.handles_ui(ctx, ui, rect, table);
        // Also in sight when the columns do not fit and scroll.
        let right = rect.right().min(ui.clip_rect().right() - 6.0);
        let place = Rect::from_min_size(pos2(right - 30.0, rect.top() + 2.0), vec2(28.0, 28.0));
        ui.painter().rect_filled(place.expand2(vec2(2.0, 0.0)), CornerRadius::ZERO, p.desk);
        let builder = egui::UiBuilder::new().id_salt("columns").max_rect(place);
        ui.scope_builder(builder, |ui| {
            let button = IconButton::new(icons::DOTS_THREE, texts.cards_columns()).size(ButtonSize::Small);
            let button = ui.add(button);
            let menu = Popup::menu(&button).width(220.0).gap(4.0);
            menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| columns_ui(ctx, ui));
        });
    }

    /// What a row says, made at the first look.
    fn row_facts(&mut self, ctx: &ViewCtx<'_>, tile: Tile) -> std::sync::Arc<RowFacts> {
        super::bounded(&mut self.cells);
        let facts = self.cells.entry(tile).or_insert_with(|| std::sync::Arc::new(RowFacts::of(ctx, tile)));
        std::sync::Arc::clone(facts)
    }
}

/// Where the heading of a column is.
pub(super) fn head_cell(head: Rect, column: &Column) -> Rect {
    Rect::from_min_size(
        pos2(head.left() + column.x, head.top()),
        vec2(column.width, (head.height() - 1.0).max(1.0)),
    )
}

/// Which columns there are: kept between starts.
fn columns_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    let shown = ctx.settings.columns();
    for column in TableColumn::ALL {
        let on = shown.contains(&column);
        // The last one stays: an empty list means the usual columns.
        let item = MenuItem::new(column_name(ctx.texts, Some(column))).checked(on);
        if ui.add(item).clicked() && !(on && shown.len() == 1) {
            let mut table_columns = shown.clone();
            if on {
                table_columns.retain(|other| *other != column);
            } else {
                table_columns.push(column);
            }
            ctx.choose(|settings| settings.table_columns = table_columns);
        }
    }
    if !ctx.settings.column_widths.is_empty() {
        menu_separator(ui);
        if ui.add(MenuItem::new(ctx.texts.cards_columns_usual())).clicked() {
            ctx.choose(|settings| settings.column_widths.clear());
            ui.close();
        }
    }
}

/// The face before the name, or its letters. It says nothing to a screen reader that the name does not.
fn face_ui(
    painter: &egui::Painter,
    centre: egui::Pos2,
    initials: Option<&str>,
    face: Option<(egui::TextureId, f32)>,
    p: &Palette,
) {
    let place = Rect::from_center_size(centre, egui::Vec2::splat(24.0));
    painter.circle_filled(centre, 12.0, p.sunk);
    if let Some((texture, aspect)) = face {
        paint_photo(painter, place, texture, aspect, scan_tint(p.is_dark()));
    } else if let Some(initials) = initials {
        let line = text::line(painter, initials, TextKind::Label, p.text2, 22.0);
        painter.galley(centre - line.size() / 2.0, line, p.text2);
    } else {
        // A card of the pile.
        paint_icon(painter, centre, icons::CARDS_THREE, Weight::Regular, 13.0, p.text3);
    }
    painter.circle_stroke(centre, 12.0, Stroke::new(1.0, p.line));
}

/// The sign before the name: ticked, or an empty ring under the pointer.
fn mark_ui(ui: &egui::Ui, row: Rect, marked: bool, hovered: bool) {
    let p = Palette::of(ui);
    let centre = pos2(row.left() + 9.0, row.center().y);
    if marked {
        ui.painter().circle_filled(centre, 8.0, p.ai);
        paint_icon(ui.painter(), centre, icons::CHECK, Weight::Bold, 10.0, p.on_ai);
    } else if hovered {
        ui.painter().circle_stroke(centre, 7.0, Stroke::new(1.0, p.line_strong));
    }
}

fn cell_ui(ui: &egui::Ui, painter: &egui::Painter, rect: Rect, cell: &Cell) {
    let p = Palette::of(ui);
    let y = rect.center().y;
    let put = |x: f32, words: &str, kind: TextKind, ink: Color32, room: f32| {
        if room > 8.0 && !words.is_empty() {
            let line = text::line(painter, words, kind, ink, room);
            painter.galley(pos2(x, y - line.size().y / 2.0), line, ink);
        }
    };
    match cell {
        Cell::Empty => {}
        Cell::Name(words) => put(rect.left(), words, TextKind::Strong, p.text, rect.width()),
        Cell::Text(words) => put(rect.left(), words, TextKind::Body, p.text2, rect.width()),
        Cell::Warmth(part, words) => {
            let track = Rect::from_min_size(pos2(rect.left(), y - 2.0), vec2(44.0, 4.0));
            painter.rect_filled(track, CornerRadius::same(2), p.line);
            let filled = Rect::from_min_size(track.min, vec2(44.0 * part.clamp(0.0, 1.0), 4.0));
            painter.rect_filled(filled, CornerRadius::same(2), p.thread);
            put(rect.left() + BAR, words, TextKind::Body, p.text2, rect.width() - BAR);
        }
        Cell::Due(kind, words, late) => {
            paint_seal(painter, pos2(rect.left() + 8.0, y), 16.0, *kind, p);
            let ink = if *late { p.danger } else { p.text2 };
            put(rect.left() + 22.0, words, TextKind::Body, ink, rect.width() - 22.0);
        }
        Cell::Circles(circles, more) => {
            let mut x = rect.left() + 5.0;
            for colour in circles {
                painter.circle_filled(pos2(x, y), 5.0, p.circle(*colour).0);
                x += 14.0;
            }
            if !more.is_empty() {
                let at = pos2(x - 2.0, y);
                painter.text(at, Align2::LEFT_CENTER, more, text::font(TextKind::Small), p.text2);
            }
        }
    }
}

/// A small arrow: upwards for the usual order.
fn triangle(painter: &egui::Painter, at: egui::Pos2, down: bool, ink: Color32) {
    let turn = if down { 1.0 } else { -1.0 };
    let points = vec![at + vec2(-4.0, -2.0 * turn), at + vec2(4.0, -2.0 * turn), at + vec2(0.0, 3.0 * turn)];
    painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
}
