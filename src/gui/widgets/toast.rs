//! The toast: what was just done, with Undo. The caller keeps its time; it waits while hovered.

use super::{Touch, paint_icon, paint_line};
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, text};
use eframe::egui::{self, Color32, CornerRadius, Rect, Sense, Ui, Vec2, WidgetInfo, pos2};

/// What stands before the words of a toast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastSign {
    /// Something was done.
    Done,
    /// Nothing was done: something else comes first.
    Hint,
    /// Something went wrong.
    Problem,
}

/// What happened to a toast in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ToastResult {
    /// Which action was pressed.
    pub action: Option<usize>,
    /// The pointer rests on it: do not let it go.
    pub hovered: bool,
}

/// Shows a toast `width` points wide with `words` and the labels of its `actions` (Undo); what went wrong has its
/// own sign, and room for a whole explanation.
pub fn toast(ui: &mut Ui, width: f32, words: &str, actions: &[&str], sign: ToastSign) -> ToastResult {
    let p = Palette::of(ui);
    // The toast has the other theme's colours, hence also its link colour.
    let link = Palette::pick(!p.is_dark()).ai_text;
    let label = |action: &&str| text::line(ui.painter(), action, TextKind::Strong, link, 160.0);
    let labels: Vec<_> = actions.iter().map(label).collect();
    let tail = 16.0 + labels.iter().map(|label| label.size().x + 20.0).sum::<f32>();
    let rows = if sign == ToastSign::Problem { 6 } else { 3 };
    let line = text::lines(ui.painter(), words, TextKind::Body, p.panel, width - 44.0 - tail, rows);
    let height = (line.size().y + 20.0).max(40.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, words));
    let painter = ui.painter();
    Elevation::Lift.paint(painter, rect, radius::CONTROL, p.is_dark());
    painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), p.text);
    let y = rect.center().y;
    let icon = match sign {
        ToastSign::Done => icons::CHECK_CIRCLE,
        ToastSign::Hint => icons::LIGHTBULB,
        ToastSign::Problem => icons::WARNING_CIRCLE,
    };
    paint_icon(painter, pos2(rect.left() + 24.0, y), icon, Weight::Fill, 17.0, p.panel);
    paint_line(painter, rect.left() + 44.0, y, line);
    let mut result = ToastResult { action: None, hovered: response.contains_pointer() };
    let mut right = rect.right() - 8.0;
    // The last one stands at the right end.
    for (at, (label, name)) in labels.into_iter().zip(actions.iter().copied()).enumerate().rev() {
        let size = Vec2::new(label.size().x + 20.0, 28.0);
        let button = Rect::from_min_size(pos2(right - size.x, y - 14.0), size);
        right = button.left();
        let r = ui.interact(button, response.id.with(("action", at)), Sense::click());
        r.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
        let touch = Touch::of(&r, None);
        let fill = touch.fill(Color32::TRANSPARENT, p.text2.gamma_multiply(0.5), p.text2);
        ui.painter().rect_filled(button, CornerRadius::same(6), fill);
        if touch == Touch::Focus {
            let ring = egui::Stroke::new(2.0, link);
            ui.painter().rect_stroke(button, CornerRadius::same(6), ring, egui::StrokeKind::Inside);
        }
        paint_line(ui.painter(), button.left() + 10.0, y, label);
        if r.clicked() {
            result.action = Some(at);
        }
    }
    result
}
