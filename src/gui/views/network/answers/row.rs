//! How a row of the answers looks: what it says over a fill that tells whether it is chosen, pressed or focused.

use eframe::egui::epaint::RectShape;
use eframe::egui::{
    self, CornerRadius, Margin, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::gui::theme::{Palette, TextKind, stroke, text};

/// Height of a row of two lines in a long list.
pub(super) const ROW: f32 = 44.0;

/// Draws a row around what `add` draws; `name` is what a screen reader says of the whole.
pub(super) fn row(
    ui: &mut Ui,
    id: egui::Id,
    chosen: bool,
    name: &str,
    add: impl FnOnce(&mut Ui),
) -> Response {
    let place = ui.painter().add(Shape::Noop);
    let inner = egui::Frame::new().inner_margin(Margin::symmetric(8, 7)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
        add(ui);
    });
    let rect = inner.response.rect;
    let response = ui.interact(rect, id, Sense::click());
    ui.painter().set(place, fill(ui, rect, &response, chosen));
    finish(ui, &response, rect, chosen, name);
    response
}

/// Draws a row of a long list: a strong line and a second one below it; returns it with the room right of `indent`.
pub(super) fn two_lines(
    ui: &mut Ui,
    id: egui::Id,
    chosen: bool,
    indent: f32,
    aside: f32,
    [first, second]: [&str; 2],
) -> (Response, Rect) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    let shape = fill(ui, rect, &response, chosen);
    ui.painter().add(shape);
    if ui.is_rect_visible(rect) {
        let left = rect.left() + 8.0 + indent;
        let room = rect.right() - 8.0 - aside - left;
        let painter = ui.painter();
        let line = text::line(painter, first, TextKind::Strong, p.text, room);
        painter.galley(egui::pos2(left, rect.top() + 4.0), line, p.text);
        let line = text::line(painter, second, TextKind::Small, p.text2, room);
        painter.galley(egui::pos2(left, rect.top() + 24.0), line, p.text2);
    }
    let name = if second.is_empty() { first.to_owned() } else { [first, second].join(", ") };
    finish(ui, &response, rect, chosen, &name);
    (response, rect)
}

/// A heading in a long list.
pub(super) fn heading(ui: &mut Ui, words: &str) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, words));
    let line = text::lines(ui.painter(), words, TextKind::Label, p.text2, rect.width() - 8.0, 2);
    let top = rect.bottom() - 6.0 - line.size().y;
    ui.painter().galley(egui::pos2(rect.left() + 8.0, top), line, p.text2);
}

/// A paragraph in grey.
pub(super) fn hint(ui: &mut Ui, words: &str) {
    let p = Palette::of(ui);
    egui::Frame::new().inner_margin(Margin::symmetric(8, 4)).show(ui, |ui| {
        ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
    });
}

fn fill(ui: &Ui, rect: Rect, response: &Response, chosen: bool) -> Shape {
    let p = Palette::of(ui);
    let color = if chosen {
        p.ai_soft
    } else if response.is_pointer_button_down_on() {
        p.pressed
    } else if response.hovered() {
        p.hover
    } else {
        return Shape::Noop;
    };
    RectShape::filled(rect, CornerRadius::same(8), color).into()
}

fn finish(ui: &Ui, response: &Response, rect: Rect, chosen: bool, name: &str) {
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), chosen, name));
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, Palette::of(ui).ai);
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::same(8), ring, StrokeKind::Inside);
    }
}
