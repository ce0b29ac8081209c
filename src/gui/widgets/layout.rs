//! Small shared pieces: tooltips, section headers, boxes, dashed outlines.

use crate::gui::theme::{Elevation, Palette, TextKind, radius, space, stroke, text};
use eframe::egui::{
    self, CornerRadius, Frame, InnerResponse, Margin, Painter, Pos2, Rect, Response, Sense, Shape, Stroke,
    Tooltip, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// A rounded rectangle in dashes of 6 with gaps of 4; `corner` in points.
pub fn dashed_rect(painter: &Painter, rect: Rect, corner: f32, line: Stroke) {
    let rect = rect.shrink(line.width / 2.0);
    let r = corner.min(rect.width() / 2.0).min(rect.height() / 2.0).max(0.0);
    let mut path: Vec<Pos2> = Vec::with_capacity(40);
    let corners = [
        (pos2(rect.right() - r, rect.top() + r), -90.0_f32),
        (pos2(rect.right() - r, rect.bottom() - r), 0.0),
        (pos2(rect.left() + r, rect.bottom() - r), 90.0),
        (pos2(rect.left() + r, rect.top() + r), 180.0),
    ];
    for (centre, from) in corners {
        for i in 0..=8 {
            let angle = (from + 90.0 * i as f32 / 8.0).to_radians();
            path.push(centre + r * vec2(angle.cos(), angle.sin()));
        }
    }
    if let Some(&first) = path.first() {
        path.push(first);
    }
    let (dash, gap) = if line.width < 1.5 { (3.0, 2.0) } else { stroke::DASH };
    painter.extend(Shape::dashed_line(&path, line, dash, gap));
}

/// The frame of a list that scrolls.
pub fn list_frame(p: &Palette) -> Frame {
    Frame::new().fill(p.panel).stroke(Stroke::new(1.0, p.line)).corner_radius(radius::BOX).inner_margin(6)
}

/// Gives the keyboard to a control in the frame in which it comes into sight, so that Enter answers a question.
pub fn focus_at_first(ui: &Ui, response: &Response) {
    let place = response.id.with("was in sight");
    let now = ui.ctx().cumulative_frame_nr();
    let last = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(place, 0), now));
    if last == 0 || last + 1 < now {
        response.request_focus();
    }
}

/// A tooltip in the text colour, with the key that does the same.
pub fn tip(response: Response, words: &str, key: Option<&str>) -> Response {
    let p = Palette::pick(response.ctx.global_style().visuals.dark_mode);
    let mut tooltip = Tooltip::for_enabled(&response);
    tooltip.popup = tooltip.popup.frame(
        Frame::new()
            .fill(p.text)
            .corner_radius(CornerRadius::same(6))
            .inner_margin(Margin::symmetric(9, 6))
            .shadow(Elevation::Lift.layers(p.is_dark())[0]),
    );
    tooltip.show(|ui| tip_content(ui, words, key));
    response
}

/// What a tooltip shows.
fn tip_content(ui: &mut Ui, words: &str, key: Option<&str>) {
    let p = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(text::rich(words, TextKind::Small, p.panel));
        if let Some(key) = key {
            ui.label(text::rich(key, TextKind::Small, p.panel.gamma_multiply(0.7)));
        }
    });
}

/// A heading of a section with its count or date behind it.
pub fn section_header(ui: &mut Ui, title: &str, aside: Option<&str>) -> Response {
    let p = Palette::of(ui);
    let width = super::room(ui, 40.0);
    let head = text::line(ui.painter(), title, TextKind::Heading, p.text, width);
    let left = width - head.size().x - space::M;
    let aside =
        aside.filter(|_| left > 24.0).map(|a| text::line(ui.painter(), a, TextKind::Body, p.text2, left));
    let total = head.size().x + aside.as_ref().map_or(0.0, |a| space::M + a.size().x);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(total, TextKind::Heading.line()), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, title));
    if ui.is_rect_visible(rect) {
        let end = super::paint_line(ui.painter(), rect.left(), rect.center().y, head);
        if let Some(aside) = aside {
            super::paint_line(ui.painter(), end + space::M, rect.center().y, aside);
        }
    }
    response
}

/// A box: panel fill, hairline, radius 12, padding 14 by 16.
pub fn box_frame<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let p = Palette::of(ui);
    Frame::new()
        .fill(p.panel)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(CornerRadius::same(radius::BOX))
        .inner_margin(Margin::symmetric(space::BOX_X, space::BOX_Y))
        .show(ui, add)
}
