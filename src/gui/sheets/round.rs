//! What the pages of a round share, in which one card or person follows the other: two halves with a head at the left, and an end
//! that says calmly what it came to. The thirty-day review and *Clear ten* are such rounds.
//!
//! Owns the frame only; what is asked and done is the round's. Start reading at [`halves`] and [`end_ui`].

use eframe::egui::{
    self, Align, CornerRadius, Key, Layout, Modifiers, Rect, ScrollArea, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::widgets::{Button, IconButton, knots, paint_icon};

/// Height of the row at the top of both pages.
pub const HEAD: f32 = 56.0;

/// Width of the list at the end.
const WIDTH: f32 = 620.0;
/// Height of what stands above and below the list at the end, with the space around it.
const AROUND: f32 = 300.0;

/// Paints the two halves of a page, of which the left one is so wide, and returns them.
pub fn halves(ui: &Ui, width: f32) -> (Rect, Rect) {
    let page = ui.max_rect();
    let left = Rect::from_min_max(page.min, pos2(page.left() + width.round(), page.bottom()));
    let right = page.with_min_x(left.right());
    let p = Palette::of(ui);
    ui.painter().rect_filled(left, 0, p.rail);
    ui.painter().rect_filled(right, 0, p.panel);
    ui.painter().vline(left.right(), page.y_range(), Stroke::new(1.0, p.line));
    (left, right)
}

/// The cross, what this is, and how far it is: `at` of `all`, when there is more than one. Returns whether the cross was pressed.
pub fn head_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, left: Rect, title: &str, at: usize, all: usize) -> bool {
    let p = Palette::of(ui);
    let row = Rect::from_min_size(left.min + vec2(20.0, 0.0), vec2(left.width() - 40.0, HEAD));
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)));
    child.spacing_mut().item_spacing.x = space::S;
    let close = child.add(IconButton::new(icons::X, ctx.texts.common_close())).clicked();
    child.label(text::rich(title, TextKind::Strong, p.text));
    if all > 1 {
        let position = ctx.texts.common_position((at + 1) as i64, all as i64);
        child.add(egui::Label::new(text::rich(&position, TextKind::Body, p.text2)).truncate());
    }
    close
}

/// What the end of a round says.
pub struct End<'a> {
    /// With how many of all something was done.
    pub done: usize,
    /// How many there were.
    pub all: usize,
    /// The sentence at the top, and the one below it.
    pub title: &'a str,
    /// What is left.
    pub words: &'a str,
    /// Height of the whole list, in points.
    pub list: f32,
    /// The height of the list that is shown at least.
    pub least: f32,
    /// The buttons at the foot: words and glyph; the last one is the main one.
    pub buttons: &'a [(&'a str, Option<&'static str>)],
}

/// Draws the end of a round over the whole page. Returns which of the buttons was pressed: Enter is the last one.
pub fn end_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    end: &End<'_>,
    mut list: impl FnMut(&mut Ui, f32),
) -> Option<usize> {
    let p = Palette::of(ui);
    let page = ui.max_rect();
    let width = WIDTH.min(page.width() - 48.0);
    let room = (page.height() - AROUND).max(end.least);
    let top = ((page.height() - AROUND + 30.0 - end.list.min(room)) * 0.42).max(24.0);
    let body = Rect::from_min_max(
        pos2(page.center().x - width / 2.0, page.top() + top),
        pos2(page.center().x + width / 2.0, page.bottom() - 16.0),
    );
    ui.painter().rect_filled(page, 0, p.desk);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("round end"));
    let ui = &mut child;
    ui.spacing_mut().item_spacing.y = space::M;
    ui.vertical_centered(|ui| {
        let told = ctx.texts.today_done_of(end.done as i64, end.all as i64);
        knots(ui, end.done, end.all, &told);
        ui.add_space(space::S);
        ui.label(text::rich(end.title, TextKind::Display, p.text));
        ui.label(text::rich(end.words, TextKind::Body, p.text2));
    });
    ui.add_space(space::S);
    ScrollArea::vertical().id_salt("round end").max_height(room).show(ui, |ui| {
        crate::gui::panes::follow_focus(ui);
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        list(ui, width);
    });
    ui.add_space(space::S);
    let mut pressed = None;
    ui.vertical_centered(|ui| {
        ui.horizontal(|ui| {
            // Centred by hand: a row knows its width only when it is drawn.
            let widths = end.buttons.iter().map(|(words, icon)| {
                let words = text::line(ui.painter(), words, TextKind::Strong, p.text, 300.0).size().x;
                words + 28.0 + if icon.is_some() { 23.0 } else { 0.0 }
            });
            let gaps = space::S * end.buttons.len().saturating_sub(1) as f32;
            ui.add_space(((ui.available_width() - widths.sum::<f32>() - gaps) / 2.0).max(0.0));
            for (at, (words, icon)) in end.buttons.iter().enumerate() {
                let is_last = at + 1 == end.buttons.len();
                let mut button = if is_last { Button::primary(words) } else { Button::new(words) };
                if let Some(icon) = icon {
                    button = button.icon(icon);
                }
                if ui.add(button).clicked() {
                    pressed = Some(at);
                }
            }
        });
    });
    let nothing = crate::gui::panes::view_has_keys(ui.ctx());
    if nothing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        pressed = end.buttons.len().checked_sub(1);
    }
    pressed
}

/// The ground of a line of the list at the end; the first one has round corners.
pub fn ground(ui: &Ui, rect: Rect, hot: bool, is_first: bool) -> egui::Shape {
    let p = Palette::of(ui);
    let corner = CornerRadius::same(if is_first { radius::BOX } else { 0 });
    let fill = if hot { p.hover } else { p.panel };
    egui::epaint::RectShape::new(rect, corner, fill, Stroke::new(1.0, p.line), StrokeKind::Inside).into()
}

/// Paints the words of such a line: a glyph of a size, the name and what was done, in so much room.
pub fn words(ui: &Ui, rect: Rect, glyph: (&str, f32), lines: [&str; 2], room: f32) {
    let p = Palette::of(ui);
    let y = rect.center().y;
    paint_icon(ui.painter(), pos2(rect.left() + 26.0, y), glyph.0, Weight::Bold, glyph.1, p.text2);
    let left = rect.left() + INDENT;
    let name = text::line(ui.painter(), lines[0], TextKind::Strong, p.text, room);
    ui.painter().galley(pos2(left, y - 19.0), name, p.text);
    let words = text::line(ui.painter(), lines[1], TextKind::Small, p.text2, room);
    ui.painter().galley(pos2(left, y + 2.0), words, p.text2);
}

/// Where the words of a line begin, from its left edge.
pub const INDENT: f32 = 52.0;
