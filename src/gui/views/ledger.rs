//! What the two ledgers share: rows of cells under column heads.
//!
//! Owns how a row looks and answers. Must not know events or referrals.

use eframe::egui::{
    self, CornerRadius, Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, stroke, text};

/// Height of a row, in points.
pub(super) const ROW: f32 = 40.0;

/// Room between two cells.
pub(super) const GAP: f32 = 12.0;

/// Allocates a row that can be chosen; `name` is spoken.
pub(super) fn row(ui: &mut Ui, name: &str, selected: bool) -> (Rect, Response) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    dress(ui, rect, response, name, selected)
}

/// The same with an id of its own: it keeps the keyboard while the list scrolls.
pub(super) fn row_of(ui: &mut Ui, id: egui::Id, name: &str, selected: bool) -> (Rect, Response) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, id, Sense::click());
    dress(ui, rect, response, name, selected)
}

fn dress(ui: &Ui, rect: Rect, response: Response, name: &str, selected: bool) -> (Rect, Response) {
    let p = Palette::of(ui);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, ui.is_enabled(), selected, name));
    if ui.is_rect_visible(rect) {
        let inner = rect.shrink2(vec2(0.0, 1.0));
        let fill = if selected {
            Some(p.ai_soft)
        } else if response.is_pointer_button_down_on() {
            Some(p.pressed)
        } else if response.contains_pointer() {
            Some(p.hover)
        } else {
            None
        };
        if let Some(fill) = fill {
            ui.painter().rect_filled(inner, CornerRadius::same(6), fill);
        } else {
            ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(stroke::HAIR, p.line));
        }
        if response.has_focus() {
            let line = Stroke::new(stroke::FOCUS, p.ai);
            ui.painter().rect_stroke(inner, CornerRadius::same(6), line, StrokeKind::Inside);
        }
    }
    (rect, response)
}

/// The heads of the columns, small above the first row.
pub(super) fn heads(ui: &mut Ui, columns: &[f32], names: &[&str]) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    for (cell, name) in cells(rect, columns).into_iter().zip(names) {
        put(ui.painter(), cell, name, TextKind::Label, p.text3);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(stroke::HAIR, p.line));
}

/// The heads of columns by which the rows are sorted: `sorted` says by which and whether backwards. Returns the one that
/// was pressed.
pub(super) fn sortable_heads(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    columns: &[f32],
    names: &[&str],
    sorted: (usize, bool),
) -> Option<usize> {
    let p = Palette::of(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    let mut pressed = None;
    for (place, (cell, name)) in cells(rect, columns).into_iter().zip(names).enumerate() {
        if cell.width() < 8.0 {
            continue;
        }
        let on = sorted.0 == place;
        let hit = cell.expand2(vec2(4.0, 0.0));
        let response = ui.interact(hit, ui.scope_id().with(("head", place)), Sense::click());
        let spoken = match (on, sorted.1) {
            (true, false) => ctx.texts.cards_sorted(name),
            (true, true) => ctx.texts.cards_sorted_back(name),
            (false, _) => (*name).to_owned(),
        };
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, ui.is_enabled(), &spoken));
        let ink = if on || response.hovered() { p.text } else { p.text3 };
        let room =
            Rect::from_min_max(cell.min, pos2(cell.right() - if on { 12.0 } else { 0.0 }, cell.bottom()));
        let end = put(ui.painter(), room, name, TextKind::Label, ink);
        if on {
            let (at, turn) = (pos2(end + 8.0, cell.center().y), if sorted.1 { 1.0 } else { -1.0 });
            let ends = [vec2(-4.0, -2.0 * turn), vec2(4.0, -2.0 * turn), vec2(0.0, 3.0 * turn)];
            let points = ends.into_iter().map(|end| at + end).collect();
            ui.painter().add(egui::Shape::convex_polygon(points, ink, Stroke::NONE));
        }
        if response.has_focus() {
            let line = Stroke::new(stroke::FOCUS, p.ai);
            ui.painter().rect_stroke(hit.shrink(1.0), CornerRadius::same(5), line, StrokeKind::Inside);
        }
        if response.clicked() {
            pressed = Some(place);
        }
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(stroke::HAIR, p.line));
    pressed
}

/// A heading between rows, as high as a row.
pub(super) fn section(ui: &mut Ui, words: &str) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, words));
    let at = Rect::from_min_max(pos2(rect.left(), rect.top() + 10.0), rect.max);
    put(ui.painter(), at.shrink2(vec2(10.0, 0.0)), words, TextKind::Heading, p.text);
}

/// Divides a row: a width of 0 leaves the column out, a negative one shares what is left.
pub(super) fn cells(row: Rect, columns: &[f32]) -> Vec<Rect> {
    let inner = row.shrink2(vec2(10.0, 0.0));
    let shown = columns.iter().filter(|width| **width != 0.0).count();
    let fixed: f32 = columns.iter().filter(|width| **width > 0.0).sum();
    let shares: f32 = columns.iter().filter(|width| **width < 0.0).sum::<f32>().abs().max(0.01);
    let left = (inner.width() - fixed - GAP * shown.saturating_sub(1) as f32).max(0.0);
    let mut x = inner.left();
    let mut rects = Vec::with_capacity(columns.len());
    for width in columns {
        let width = if *width < 0.0 { left * -width / shares } else { *width };
        rects.push(Rect::from_min_max(pos2(x, row.top()), pos2(x + width, row.bottom())));
        if width > 0.0 {
            x += width + GAP;
        }
    }
    rects
}

/// Paints one line into the middle of a cell; longer ones end in an ellipsis. Returns where it ends.
pub(super) fn put(painter: &Painter, cell: Rect, words: &str, kind: TextKind, ink: egui::Color32) -> f32 {
    if cell.width() < 8.0 || words.is_empty() {
        return cell.left();
    }
    let line = text::line(painter, words, kind, ink, cell.width());
    let end = cell.left() + line.size().x;
    painter.galley(pos2(cell.left(), cell.center().y - line.size().y / 2.0), line, ink);
    end
}

/// Paints a dot and a word: a state.
pub(super) fn state(painter: &Painter, cell: Rect, words: &str, dot: egui::Color32, ink: egui::Color32) {
    painter.circle_filled(pos2(cell.left() + 4.0, cell.center().y), 4.0, dot);
    let cell = Rect::from_min_max(pos2(cell.left() + 15.0, cell.top()), cell.max);
    put(painter, cell, words, TextKind::Body, ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_fill_the_row_and_leave_out_what_has_no_room() {
        let row = Rect::from_min_size(pos2(0.0, 0.0), vec2(520.0, ROW));
        let cells = cells(row, &[100.0, -2.0, 0.0, -1.0, 76.0]);
        assert_eq!(cells[0].width(), 100.0);
        assert_eq!(cells[2].width(), 0.0);
        assert!((cells[1].width() - 2.0 * cells[3].width()).abs() < 0.01);
        assert!((cells[4].right() - 510.0).abs() < 0.01, "{cells:?}");
    }
}
