//! The end of a run: what was done with each card, calmly, and whether ten more wait.

use eframe::egui::{
    self, CornerRadius, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::right::deed_word;
use super::run::{Run, deeds};
use super::{ClearTen, Next};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Button, EmptyState, knots, paint_icon};
use crate::model::{Card, Id};
use crate::text::Locale;

/// Width of the list.
const WIDTH: f32 = 620.0;
/// Height of a card.
const ROW: f32 = 52.0;

/// What the page shows of one card.
struct Line {
    name: String,
    words: String,
    icon: &'static str,
    at: usize,
}

impl ClearTen {
    pub(super) fn end_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let page = ui.max_rect();
        ui.painter().rect_filled(page, 0, p.desk);
        let mut next = Next::Stay;
        if self.run.entries.is_empty() {
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(page.shrink(24.0)));
            child.add_space((page.height() * 0.3).max(space::XL));
            let empty = EmptyState::new(icons::CARDS_THREE, texts.pile_empty(), texts.pile_empty_words());
            return if empty.action(texts.common_close()).show(&mut child) { Next::Close } else { next };
        }
        let mut summary = std::mem::take(&mut self.summary);
        let Summary { lines, more } = summary.get(self.key(ctx), |_| Summary::of(ctx, &self.run));
        let more = *more;
        let done = self.done.len();
        let left = ctx.index.whole_pile_len();
        let width = WIDTH.min(page.width() - 48.0);
        let room = (page.height() - 300.0).max(ROW);
        let rows = lines.len() as f32 * ROW;
        let top = ((page.height() - 270.0 - rows.min(room)) * 0.42).max(24.0);
        let body = Rect::from_min_max(
            pos2(page.center().x - width / 2.0, page.top() + top),
            pos2(page.center().x + width / 2.0, page.bottom() - 16.0),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("pile end"));
        let ui = &mut child;
        ui.spacing_mut().item_spacing.y = space::M;
        ui.vertical_centered(|ui| {
            let count = self.run.entries.len();
            knots(ui, done, count, &texts.today_done_of(done as i64, count as i64));
            ui.add_space(space::S);
            ui.label(text::rich(&texts.pile_end(count as i64), TextKind::Display, p.text));
            let words =
                if left == 0 { texts.pile_empty_words().to_owned() } else { texts.pile_left(left as i64) };
            ui.label(text::rich(&words, TextKind::Body, p.text2));
        });
        ui.add_space(space::S);
        let mut again = None;
        ScrollArea::vertical().id_salt("pile end").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            for line in lines {
                if line_ui(ui, line, width) {
                    again = Some(line.at);
                }
            }
        });
        ui.add_space(space::S);
        ui.vertical_centered(|ui| {
            ui.horizontal(|ui| {
                let words = [texts.pile_more(), texts.common_close()];
                let shown = if more { &words[..] } else { &words[1..] };
                let widths = shown.iter().map(|label| {
                    text::line(ui.painter(), label, TextKind::Strong, p.text, 300.0).size().x + 28.0
                });
                let total: f32 = widths.sum::<f32>() + space::S * (shown.len() - 1) as f32;
                ui.add_space(((ui.available_width() - total) / 2.0).max(0.0));
                if more && ui.add(Button::new(words[0])).clicked() {
                    self.run = Run::begin(ctx, self.run.seen());
                    self.done = self.done_now(ctx);
                    self.turned = false;
                }
                if ui.add(Button::primary(words[1])).clicked() {
                    next = Next::Close;
                }
            });
        });
        self.summary = summary;
        if let Some(at) = again {
            self.run.ended = false;
            self.go(at);
        }
        let nothing = crate::gui::panes::view_has_keys(ui.ctx());
        if nothing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, egui::Key::Enter)) {
            next = Next::Close;
        }
        next
    }

    /// On what the summary rests.
    fn key(&self, ctx: &ViewCtx<'_>) -> Key {
        let skipped = self.run.entries.iter().filter(|entry| entry.skipped).count();
        (ctx.revision, ctx.texts.locale(), self.run.entry().map(|entry| entry.card), skipped)
    }
}

/// Revision, language, the card that was looked at last, how many were skipped.
pub(super) type Key = (u64, Locale, Option<Id<Card>>, usize);

/// What the end says.
pub(super) struct Summary {
    lines: Vec<Line>,
    /// A card waits that was not looked at today.
    more: bool,
}

impl Summary {
    fn of(ctx: &ViewCtx<'_>, run: &Run) -> Self {
        let seen = run.seen();
        let more = ctx.index.whole_pile().iter().any(|card| !seen.contains(card));
        Self { lines: lines(ctx, run), more }
    }
}

fn lines(ctx: &ViewCtx<'_>, run: &Run) -> Vec<Line> {
    let texts = ctx.texts;
    let comma = texts.locale().comma();
    let line = |(at, entry): (usize, &super::run::Entry)| {
        let card = ctx.book.get(entry.card);
        let name = match card.map(|card| card.contact) {
            Some(Some(contact)) => name_of(ctx.book, texts, contact),
            _ => texts.cards_without_name().to_owned(),
        };
        let done = deeds(ctx, entry);
        let words: Vec<&str> = done.iter().map(|deed| deed_word(texts, *deed)).collect();
        let (words, icon) = if words.is_empty() {
            (texts.pile_skipped().to_owned(), icons::ARROW_ELBOW_DOWN_RIGHT)
        } else {
            (words.join(comma), icons::CHECK)
        };
        Line { name, words, icon, at }
    };
    run.entries.iter().enumerate().map(line).collect()
}

/// One card; returns whether it was pressed, to be looked at once more.
fn line_ui(ui: &mut Ui, line: &Line, width: f32) -> bool {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    let spoken = [line.name.as_str(), line.words.as_str()].join(", ");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    let corner = CornerRadius::same(if line.at == 0 { radius::BOX } else { 0 });
    let fill = if response.hovered() || response.has_focus() { p.hover } else { p.panel };
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let y = rect.center().y;
    paint_icon(ui.painter(), pos2(rect.left() + 26.0, y), line.icon, Weight::Bold, 16.0, p.text2);
    let left = rect.left() + 52.0;
    let room = rect.right() - left - 16.0;
    let name = text::line(ui.painter(), &line.name, TextKind::Strong, p.text, room);
    ui.painter().galley(pos2(left, y - 19.0), name, p.text);
    let words = text::line(ui.painter(), &line.words, TextKind::Small, p.text2, room);
    ui.painter().galley(pos2(left, y + 2.0), words, p.text2);
    response.clicked()
}
