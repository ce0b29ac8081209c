//! Records of attendance in words: how many events were attended, cancelled, missed. Facts side by side, no mark.

use eframe::egui::{self, Sense, Ui, WidgetInfo, pos2, vec2};

use super::status_dot;
use crate::gui::theme::{Palette, TextKind, text};
use crate::model::Attendance;
use crate::text::Texts;

/// Draws the lines of a record side by side as far as there is room.
pub(in crate::gui::views) fn record_ui(ui: &mut Ui, texts: &Texts, lines: &[(Attendance, String)]) {
    let p = Palette::of(ui);
    if lines.is_empty() {
        ui.label(text::rich(texts.visits_record_none(), TextKind::Small, p.text2));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 4.0);
        for (status, words) in lines {
            let line = text::line(ui.painter(), words, TextKind::Body, p.text2, 260.0);
            let (rect, response) = ui.allocate_exact_size(vec2(line.size().x + 14.0, 20.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
            let y = rect.center().y;
            ui.painter().circle_filled(pos2(rect.left() + 4.0, y), 4.0, status_dot(p, *status));
            ui.painter().galley(pos2(rect.left() + 14.0, y - line.size().y / 2.0), line, p.text2);
        }
    });
}
