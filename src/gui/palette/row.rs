//! How the palette looks: field, headings, rows, foot.
//!
//! Owns drawing. Must not know what is offered.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    self, Color32, CornerRadius, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::find::{Marked, Picture, Row};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::views::card_thumb::contact_card_in;
use crate::gui::widgets::paint_icon;
use crate::text::Texts;

/// Height of a row.
const ROW: f32 = 50.0;
/// Where the words of a row begin.
const WORDS: f32 = 92.0;
/// Width of a card in a row.
const CARD: f32 = 58.0;
/// Width of the line under what was found.
const UNDERLINE: f32 = 1.5;

/// The name of the key that closes.
pub(super) fn close_key(texts: &Texts) -> String {
    texts.settings_key_escape().to_owned()
}

/// Draws the glass, what was found and the key that closes; returns where the field ends.
pub(super) fn field_frame_ui(ui: &Ui, rect: Rect, said: &str, key: &str) -> f32 {
    let p = Palette::of(ui);
    let painter = ui.painter();
    let y = rect.center().y;
    paint_icon(painter, pos2(rect.left() + 29.0, y), icons::MAGNIFYING_GLASS, Weight::Regular, 20.0, p.text2);
    let cap = key_cap(ui, rect.right() - 20.0, y, key);
    let words = text::line(painter, said, TextKind::Small, p.text3, 220.0);
    let left = cap - 12.0 - words.size().x;
    if !said.is_empty() {
        let place = Rect::from_min_size(pos2(left, y - words.size().y / 2.0), words.size());
        let status = ui.interact(place, ui.scope_id().with("palette status"), Sense::hover());
        status.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, said));
    }
    painter.galley(pos2(left, y - words.size().y / 2.0), words, p.text3);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
    left
}

/// Draws a key whose right edge is given; returns its left edge.
fn key_cap(ui: &Ui, right: f32, y: f32, key: &str) -> f32 {
    let p = Palette::of(ui);
    let painter = ui.painter();
    let words = text::line(painter, key, TextKind::Label, p.text2, 140.0);
    let rect = Rect::from_min_max(pos2(right - words.size().x - 12.0, y - 10.0), pos2(right, y + 10.0));
    let line = Stroke::new(1.0, p.line);
    painter.rect(rect, CornerRadius::same(4), p.panel, line, egui::StrokeKind::Inside);
    painter.galley(pos2(rect.left() + 6.0, y - words.size().y / 2.0), words, p.text2);
    rect.left()
}

/// The heading of a section.
pub(super) fn heading_ui(ui: &mut Ui, words: &str) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, words));
    let line = text::line(ui.painter(), words, TextKind::Label, p.text3, rect.width() - 40.0);
    ui.painter().galley(pos2(rect.left() + 20.0, rect.bottom() - 6.0 - line.size().y), line, p.text3);
}

/// One row: picture, two lines, key or what Enter does.
pub(super) fn row_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, row: &Row, is_at: bool, id: Id) -> Response {
    let p = Palette::of(ui);
    let height =
        if row.detail.text.is_empty() && !matches!(row.picture, Picture::Card(_)) { 40.0 } else { ROW };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    // By its number, not by its place: the rows above it come and go.
    let response = ui.interact(rect, id, Sense::CLICK);
    let spoken = [row.title.text.as_str(), row.detail.text.as_str(), row.key.as_deref().unwrap_or_default()];
    let spoken = spoken.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, is_at, &spoken));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let inner =
        Rect::from_min_max(pos2(rect.left() + 8.0, rect.top()), pos2(rect.right() - 8.0, rect.bottom()));
    let fill = if is_at {
        p.ai_soft
    } else if response.hovered() {
        p.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(inner, CornerRadius::same(8), fill);
    let y = rect.center().y;
    picture_ui(ui, row.picture, pos2(rect.left() + 50.0, y), rect);
    let mut right = inner.right() - 12.0;
    if is_at && row.key.is_none() {
        let cap = key_cap(ui, right, y, "↵");
        let words = text::line(ui.painter(), ctx.texts.palette_enter(), TextKind::Small, p.text2, 120.0);
        right = cap - 8.0 - words.size().x;
        ui.painter().galley(pos2(right, y - words.size().y / 2.0), words, p.text2);
    } else if let Some(key) = &row.key {
        right = key_cap(ui, right, y, key);
    }
    let left = rect.left() + WORDS;
    let room = (right - left - 16.0).max(40.0);
    let title = marked(ui, &row.title, TextKind::Strong, p.text, room);
    if row.detail.text.is_empty() {
        ui.painter().galley(pos2(left, y - title.size().y / 2.0), title, p.text);
    } else {
        let detail = marked(ui, &row.detail, TextKind::Small, p.text2, room);
        ui.painter().galley(pos2(left, y - title.size().y + 1.0), title, p.text);
        ui.painter().galley(pos2(left, y + 2.0), detail, p.text2);
    }
    response
}

fn picture_ui(ui: &Ui, picture: Picture, centre: egui::Pos2, rect: Rect) {
    let p = Palette::of(ui);
    match picture {
        // Drawn by the caller with the thumbnails at hand.
        Picture::Card(_) => {}
        Picture::Icon(icon) => {
            ui.painter().circle_filled(centre, 15.0_f32.min(rect.height() / 2.0 - 4.0), p.sunk);
            paint_icon(ui.painter(), centre, icon, Weight::Regular, 16.0, p.text);
        }
        Picture::Dot(colour) => {
            ui.painter().circle_filled(centre, 5.0, p.circle(usize::from(colour)).0);
        }
    }
}

/// Draws the card of a person into a row.
pub(super) fn card_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    row: Rect,
    contact: crate::model::Id<crate::model::Contact>,
    id: Id,
) {
    let size = vec2(CARD, (CARD * crate::gui::theme::sizes::CARD_RATIO).round());
    let slot = Rect::from_center_size(pos2(row.left() + 50.0, row.center().y), size);
    if !ui.is_rect_visible(slot) {
        return;
    }
    let response = ui.interact(slot, id, Sense::hover());
    contact_card_in(ctx, ui, contact, slot, response);
}

/// Lays out a line with a thread under what was found.
fn marked(ui: &Ui, line: &Marked, kind: TextKind, ink: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    if line.marks.is_empty() {
        return text::line(ui.painter(), &line.text, kind, ink, width);
    }
    let p = Palette::of(ui);
    let whole = text::job(&line.text, kind, ink, width, 1);
    let plain = text::format(kind, ink, &line.text);
    let found = egui::TextFormat { underline: Stroke::new(UNDERLINE, p.thread), ..plain.clone() };
    let mut job = LayoutJob { wrap: whole.wrap, break_on_newline: false, ..LayoutJob::default() };
    let mut at = 0;
    for mark in &line.marks {
        let (Some(before), Some(hit)) = (line.text.get(at..mark.start), line.text.get(mark.clone())) else {
            continue;
        };
        job.append(before, 0.0, plain.clone());
        job.append(hit, 0.0, found.clone());
        at = mark.end;
    }
    job.append(line.text.get(at..).unwrap_or_default(), 0.0, plain);
    ui.painter().layout_job(job)
}

/// What the keys do, at the foot.
pub(super) fn foot_ui(texts: &Texts, ui: &mut Ui, is_inside: bool) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, p.line));
    let back: &[(&[&str], &str)] = &[
        (&["↑", "↓"], texts.palette_foot_move()),
        (&["↵"], texts.palette_foot_do()),
        (&["Esc"], texts.palette_foot_back()),
    ];
    let all: &[(&[&str], &str)] = &[
        (&["↑", "↓"], texts.palette_foot_move()),
        (&["Tab"], texts.palette_foot_actions()),
        (&[">"], texts.palette_foot_commands()),
        (&["#"], texts.palette_foot_events()),
        (&["@"], texts.palette_foot_people()),
    ];
    let hints = if is_inside { back } else { all };
    let spoken = || {
        hints.iter().map(|(keys, words)| format!("{} {words}", keys.join(" "))).collect::<Vec<_>>().join(", ")
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, spoken()));
    let y = rect.center().y;
    let mut x = rect.left() + 20.0;
    for (keys, words) in hints {
        let line = text::line(ui.painter(), words, TextKind::Small, p.text2, 160.0);
        let width: f32 = keys
            .iter()
            .map(|key| text::line(ui.painter(), key, TextKind::Label, p.text2, 60.0).size().x + 18.0)
            .sum();
        // What does not fit is left out; the list of keys has everything.
        if x + width + line.size().x > rect.right() - 12.0 {
            break;
        }
        for key in *keys {
            let cap = text::line(ui.painter(), key, TextKind::Label, p.text2, 60.0).size().x + 12.0;
            key_cap(ui, x + cap, y, key);
            x += cap + 6.0;
        }
        let end = line.size().x;
        ui.painter().galley(pos2(x, y - line.size().y / 2.0), line, p.text2);
        x += end + 16.0;
    }
}
