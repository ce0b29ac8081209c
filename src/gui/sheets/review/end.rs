//! The end of a round: what it came to, calmly, with every verdict to be taken back.

use eframe::egui::{
    self, CornerRadius, Key, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::verdicts::{ICONS, consequence, place};
use super::{Next, ReviewSheet};
use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::widgets::{Button, knots, paint_icon};
use crate::model::{Id, Review};

/// Width of the list.
const WIDTH: f32 = 620.0;
/// Height of a person.
const ROW: f32 = 58.0;

/// What the page shows of one person.
struct Line {
    review: Id<Review>,
    name: String,
    icon: &'static str,
    words: String,
}

impl ReviewSheet {
    /// Draws the end of the round.
    pub(super) fn end_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let page = ui.max_rect();
        ui.painter().rect_filled(page, 0, p.desk);
        let mut counts = [0_i64; 3];
        let mut lines = Vec::new();
        for entry in &self.round {
            let Some(review) = entry.done(ctx).and_then(|id| ctx.book.get(id)) else { continue };
            let place = place(&review.verdict);
            counts[place] += 1;
            let words = consequence(ctx, review);
            lines.push(Line { review: review.id, name: entry.name.clone(), icon: ICONS[place], words });
        }
        let left = self.round.len() - lines.len();
        let width = WIDTH.min(page.width() - 48.0);
        let rows = lines.len() as f32 * ROW;
        let room = (page.height() - 300.0).max(ROW);
        let top = ((page.height() - 270.0 - rows.min(room)) * 0.42).max(24.0);
        let body = Rect::from_min_max(
            pos2(page.center().x - width / 2.0, page.top() + top),
            pos2(page.center().x + width / 2.0, page.bottom() - 16.0),
        );
        let mut next = Next::Stay;
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("review end"));
        let ui = &mut child;
        ui.spacing_mut().item_spacing.y = space::M;
        ui.vertical_centered(|ui| {
            knots(
                ui,
                lines.len(),
                self.round.len(),
                &texts.today_done_of(lines.len() as i64, self.round.len() as i64),
            );
            ui.add_space(space::S);
            let title = if left == 0 { texts.review_end_title() } else { texts.review_end_title_left() };
            ui.label(text::rich(title, TextKind::Display, p.text));
            ui.label(text::rich(&sum(ctx, counts, left), TextKind::Body, p.text2));
        });
        ui.add_space(space::S);
        ScrollArea::vertical().id_salt("review end").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, line) in lines.iter().enumerate() {
                line_ui(ctx, ui, line, width, index == 0);
            }
        });
        ui.add_space(space::S);
        ui.vertical_centered(|ui| {
            ui.horizontal(|ui| {
                // Centred by hand: a row knows its width only when it is drawn.
                let words = [texts.review_why_short(), texts.review_go_on(), texts.common_close()];
                let shown = if left > 0 { &words[..] } else { &[words[0], words[2]][..] };
                let widths = shown.iter().map(|label| {
                    text::line(ui.painter(), label, TextKind::Strong, p.text, 300.0).size().x + 28.0
                });
                let total: f32 = widths.sum::<f32>() + 23.0 + space::S * shown.len() as f32;
                ui.add_space(((ui.available_width() - total) / 2.0).max(0.0));
                if ui.add(Button::new(words[0]).icon(icons::LIGHTBULB)).clicked() {
                    ctx.ask(Command::Open(Sheet::Reasons));
                }
                if left > 0 && ui.add(Button::new(words[1])).clicked() {
                    self.ended = false;
                    self.at = self.round.len().saturating_sub(1);
                    self.go_on_from_start();
                }
                if ui.add(Button::primary(words[2])).clicked() {
                    next = Next::Close;
                }
            });
        });
        let nothing = crate::gui::panes::view_has_keys(ui.ctx());
        if nothing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            next = Next::Close;
        }
        next
    }

    /// Shows the first person without a verdict.
    fn go_on_from_start(&mut self) {
        let open = self.round.iter().position(|entry| !self.done.contains(&entry.contact));
        match open {
            Some(place) => self.go(place),
            None => self.ended = true,
        }
    }
}

/// "3 deepened, 1 kept, 1 let go. 2 are left for another time."
fn sum(ctx: &ViewCtx<'_>, counts: [i64; 3], left: usize) -> String {
    let texts = ctx.texts;
    let parts = [
        (counts[0], texts.review_end_deepened(counts[0])),
        (counts[1], texts.review_end_kept(counts[1])),
        (counts[2], texts.review_end_let_go(counts[2])),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let comma = texts.locale().comma();
    let mut words = parts.join(comma);
    if left > 0 {
        if !words.is_empty() {
            words.push_str(" · ");
        }
        words.push_str(&texts.review_end_left(left as i64));
    }
    words
}

fn line_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, line: &Line, width: f32, first: bool) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let spoken = [line.name.as_str(), line.words.as_str()].join(", ");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
    let corner = CornerRadius::same(if first { radius::BOX } else { 0 });
    ui.painter().rect(rect, corner, p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let y = rect.center().y;
    paint_icon(ui.painter(), pos2(rect.left() + 26.0, y), line.icon, Weight::Bold, 18.0, p.text2);
    let place = Rect::from_min_max(pos2(rect.left() + 52.0, rect.top()), rect.max - vec2(12.0, 0.0));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout).id_salt(line.review));
    let back = Button::ghost(ctx.texts.review_take_back()).small().icon(icons::ARROW_U_UP_LEFT);
    if ctx.add_writing(&mut child, back).clicked() {
        ctx.edit(Edit::TakeBackReview { review: line.review });
    }
    let room = child.min_rect().left() - place.left() - 12.0;
    let name = text::line(ui.painter(), &line.name, TextKind::Strong, p.text, room);
    ui.painter().galley(pos2(place.left(), y - 19.0), name, p.text);
    let words = text::line(ui.painter(), &line.words, TextKind::Small, p.text2, room);
    ui.painter().galley(pos2(place.left(), y + 2.0), words, p.text2);
}
