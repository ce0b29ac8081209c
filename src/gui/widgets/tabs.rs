//! The tabs of the inspector: words with an indigo line under the selected one.

use super::{Touch, paint_line};
use crate::gui::theme::{Palette, TextKind, stroke, text};
use eframe::egui::{self, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2};

/// Shows `labels` across the width with `selected` underlined. A press changes `selected` and marks the response changed.
pub fn tabs(ui: &mut Ui, labels: &[&str], selected: &mut usize) -> Response {
    let p = Palette::of(ui);
    let width = ui.available_width();
    let (rect, mut response) = ui.allocate_exact_size(Vec2::new(width, 36.0), Sense::hover());
    response.widget_info(|| WidgetInfo::new(egui::Role::TabList));
    let painter = ui.painter().clone();
    painter.hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, p.line));
    // A long label is cut only when all of them do not fit beside each other.
    let gaps = 8.0 * labels.len().saturating_sub(1) as f32;
    let whole = labels
        .iter()
        .map(|label| text::line(&painter, label, TextKind::Strong, p.text, f32::INFINITY).size().x);
    let limit = if whole.sum::<f32>() + gaps <= width {
        f32::INFINITY
    } else {
        width / labels.len().max(1) as f32 + 20.0
    };
    let lines: Vec<_> = labels
        .iter()
        .enumerate()
        .map(|(i, label)| {
            let (kind, ink) =
                if i == *selected { (TextKind::Strong, p.text) } else { (TextKind::Button, p.text2) };
            text::line(&painter, label, kind, ink, limit)
        })
        .collect();
    let total: f32 = lines.iter().map(|l| l.size().x).sum();
    let gap = ((width - total) / lines.len().max(2).saturating_sub(1) as f32).clamp(8.0, 20.0);
    let mut x = rect.left();
    let before = *selected;
    for (i, (line, label)) in lines.into_iter().zip(labels).enumerate() {
        let w = line.size().x;
        let part = Rect::from_min_size(pos2(x, rect.top()), Vec2::new(w, rect.height()));
        let hit = part.expand2(Vec2::new(gap / 2.0, 0.0));
        let r = ui.interact(hit, response.id.with(i), Sense::click());
        let on = i == before;
        r.widget_info(|| WidgetInfo::selected(egui::Role::Tab, ui.is_enabled(), on, *label));
        if r.clicked() && !on {
            *selected = i;
            response.mark_changed();
        }
        let touch = Touch::of(&r, None);
        if touch != Touch::Rest && !on {
            let fill = touch.fill(p.line, p.hover, p.pressed);
            painter.rect_filled(part.expand2(Vec2::new(4.0, -5.0)), egui::CornerRadius::same(6), fill);
        }
        touch.ring(&painter, part.expand2(Vec2::new(2.0, -7.0)), 5, p);
        if on {
            let bar = Rect::from_min_max(pos2(x, rect.bottom() - stroke::FOCUS), pos2(x + w, rect.bottom()));
            painter.rect_filled(bar, egui::CornerRadius::same(1), p.ai);
        }
        paint_line(&painter, x, rect.center().y, line);
        x += w + gap;
    }
    response
}
