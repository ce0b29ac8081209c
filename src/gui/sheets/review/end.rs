//! The end of a round: what it came to, calmly, with every verdict to be taken back.

use eframe::egui::{self, Rect, Sense, Ui, pos2, vec2};

use super::verdicts::{ICONS, consequence, place};
use super::{Next, ReviewSheet};
use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::sheets::round;
use crate::gui::theme::icons;
use crate::gui::widgets::Button;
use crate::model::{Id, Review};

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
        let texts = ctx.texts;
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
        let why = (texts.review_why_short(), Some(icons::LIGHTBULB));
        let (on, close) = ((texts.review_go_on(), None), (texts.common_close(), None));
        let end = round::End {
            done: lines.len(),
            all: self.round.len(),
            title: if left == 0 { texts.review_end_title() } else { texts.review_end_title_left() },
            words: &sum(ctx, counts, left),
            list: lines.len() as f32 * ROW,
            least: ROW,
            buttons: if left > 0 { &[why, on, close] } else { &[why, close] },
        };
        let mut taken_back = None;
        let pressed = round::end_ui(ctx, ui, &end, |ui, width| {
            for (index, line) in lines.iter().enumerate() {
                if line_ui(ctx, ui, line, width, index == 0) {
                    taken_back = Some(line.review);
                }
            }
        });
        if let Some(review) = taken_back {
            ctx.edit(Edit::TakeBackReview { review });
        }
        match pressed {
            Some(0) => ctx.ask(Command::Open(Sheet::Reasons)),
            Some(1) if left > 0 => {
                self.ended = false;
                self.at = self.round.len().saturating_sub(1);
                self.go_on_from_start();
            }
            Some(_) => return Next::Close,
            None => {}
        }
        Next::Stay
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

/// One person; returns whether the verdict is to be taken back.
fn line_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, line: &Line, width: f32, first: bool) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
    let spoken = [line.name.as_str(), line.words.as_str()].join(", ");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
    let place = Rect::from_min_max(pos2(rect.left() + round::INDENT, rect.top()), rect.max - vec2(12.0, 0.0));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout).id_salt(line.review));
    // The ground lies below the button, whose width says how much room there is.
    let ground = ui.painter().add(egui::Shape::Noop);
    let back = Button::ghost(ctx.texts.review_take_back()).small().icon(icons::ARROW_U_UP_LEFT);
    let pressed = ctx.add_writing(&mut child, back).clicked();
    let room = child.min_rect().left() - place.left() - 12.0;
    ui.painter().set(ground, round::ground(ui, rect, false, first));
    round::words(ui, rect, (line.icon, 18.0), [&line.name, &line.words], room);
    pressed
}
