//! The end of a run: what was done with each card, calmly, and whether ten more wait.

use eframe::egui::{self, Sense, Ui, WidgetInfo, vec2};

use super::right::deed_word;
use super::run::{Run, deeds};
use super::{ClearTen, Next};
use crate::gui::ctx::ViewCtx;
use crate::gui::sheets::round;
use crate::gui::theme::{Palette, icons, space};
use crate::gui::views::people::name_of;
use crate::gui::widgets::EmptyState;
use crate::model::{Card, Id};
use crate::text::Locale;

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
        let texts = ctx.texts;
        if self.run.entries.is_empty() {
            let page = ui.max_rect();
            ui.painter().rect_filled(page, 0, Palette::of(ui).desk);
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(page.shrink(24.0)));
            child.add_space((page.height() * 0.3).max(space::XL));
            let empty = EmptyState::new(icons::CARDS_THREE, texts.pile_empty(), texts.pile_empty_words());
            let closed = empty.action(texts.common_close()).show(&mut child);
            return if closed { Next::Close } else { Next::Stay };
        }
        let mut summary = std::mem::take(&mut self.summary);
        let Summary { lines, more, title, words } =
            summary.get(self.key(ctx), |_| Summary::of(ctx, &self.run));
        let all = [(texts.pile_more(), None), (texts.common_close(), None)];
        let end = round::End {
            done: self.done.len(),
            all: self.run.entries.len(),
            title,
            words,
            list: lines.len() as f32 * ROW,
            least: ROW,
            buttons: if *more { &all } else { &all[1..] },
        };
        let mut again = None;
        let pressed = round::end_ui(ctx, ui, &end, |ui, width| {
            for line in lines {
                if line_ui(ui, line, width) {
                    again = Some(line.at);
                }
            }
        });
        let more = *more;
        self.summary = summary;
        if let Some(at) = again {
            self.run.ended = false;
            self.go(at);
        }
        match pressed {
            Some(0) if more => {
                self.run = Run::begin(ctx, self.run.seen());
                self.done = self.done_now(ctx);
                self.turned = false;
                Next::Stay
            }
            Some(_) => Next::Close,
            None => Next::Stay,
        }
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
    title: String,
    /// What is left.
    words: String,
}

impl Summary {
    fn of(ctx: &ViewCtx<'_>, run: &Run) -> Self {
        let seen = run.seen();
        let more = ctx.index.whole_pile().iter().any(|card| !seen.contains(card));
        let left = ctx.index.whole_pile_len();
        let words = match left {
            0 => ctx.texts.pile_empty_words().to_owned(),
            left => ctx.texts.pile_left(left as i64),
        };
        Self { lines: lines(ctx, run), more, title: ctx.texts.pile_end(run.entries.len() as i64), words }
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
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    let spoken = [line.name.as_str(), line.words.as_str()].join(", ");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    let hot = response.hovered() || response.has_focus();
    let room = rect.width() - round::INDENT - 16.0;
    ui.painter().add(round::ground(ui, rect, hot, line.at == 0));
    round::words(ui, rect, (line.icon, 16.0), [&line.name, &line.words], room);
    response.clicked()
}
