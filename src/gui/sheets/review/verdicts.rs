//! The three verdicts, side by side and of equal weight: each says what it leads to, and its day can be changed in it.

use chrono::{Months, NaiveDate};
use eframe::egui::{self, CornerRadius, Key, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::ReviewSheet;
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::views::words::verdict_label;
use crate::gui::widgets::{Button, Chip, TextField, paint_icon};
use crate::model::{Contact, Id, Review, Verdict};

/// Height of the ideas above the verdicts.
const IDEAS: f32 = 28.0;

/// Height of the verdicts with the ideas; in a `low` window the words have two lines only.
pub(super) fn height(low: bool) -> f32 {
    IDEAS + space::S + if low { 168.0 } else { 178.0 }
}

/// Icons of the verdicts in their order.
pub(super) const ICONS: [&str; 3] = [icons::TREND_UP, icons::PUSH_PIN, icons::LEAF];

/// The place of a verdict in that order.
pub(super) fn place(verdict: &Verdict) -> usize {
    match verdict {
        Verdict::Deepen { .. } => 0,
        Verdict::Keep { .. } => 1,
        Verdict::LetGo => 2,
    }
}

/// What came of a review, in one sentence.
pub(super) fn consequence(ctx: &ViewCtx<'_>, review: &Review) -> String {
    let day = |day: NaiveDate| ctx.texts.locale().day_weekday(day);
    match &review.verdict {
        Verdict::Deepen { next_step, due_on } => {
            ctx.texts.review_was_deepened(&day(*due_on), &crate::gui::views::people::tidy(next_step))
        }
        Verdict::Keep { review_on } => ctx.texts.review_was_kept(&day(*review_on)),
        Verdict::LetGo => ctx.texts.review_was_let_go().to_owned(),
    }
}

impl ReviewSheet {
    /// The ideas and the three verdicts. Returns the one that was chosen.
    pub(super) fn verdicts_ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut Ui,
        contact: Id<Contact>,
        low: bool,
    ) -> Option<usize> {
        self.ideas_ui(ctx, ui, contact);
        let step_needed = self.step_needed;
        let reminders = self.story.as_ref().map_or(0, |(_, story)| story.reminders);
        let draft = self.drafts.get_mut(&contact)?;
        let texts = ctx.texts;
        let day = |day: Option<NaiveDate>| day.map(|day| texts.locale().day_weekday(day)).unwrap_or_default();
        let ready = !draft.next_step.trim().is_empty() && draft.due_on.day().is_some();
        let deepen = if step_needed && !ready {
            texts.review_step_needed().to_owned()
        } else if ready {
            texts.review_deepen_body(&day(draft.due_on.day()))
        } else {
            texts.review_deepen_open().to_owned()
        };
        let keep = match draft.review_on.day() {
            Some(on) => texts.review_keep_body(&texts.locale().day_weekday(on)),
            None => texts.calendar_date_bad().to_owned(),
        };
        let let_go = if reminders == 0 {
            texts.review_let_go_body().to_owned()
        } else {
            texts.review_let_go_drops(reminders as i64)
        };
        let full = ui.available_rect_before_wrap();
        let width = ((full.width() - 2.0 * space::L) / 3.0).floor();
        let columns = [
            (texts.common_verdict_deepen(), deepen, step_needed && !ready),
            (texts.common_verdict_keep(), keep, draft.review_on.day().is_none()),
            (texts.common_verdict_let_go(), let_go, false),
        ];
        let mut verdict = None;
        for (number, (label, words, is_wrong)) in columns.into_iter().enumerate() {
            let left = full.left() + number as f32 * (width + space::L);
            let rect = Rect::from_min_max(pos2(left, full.top()), pos2(left + width, full.bottom()));
            let fields = if number == 0 { 2.0 * 34.0 + 6.0 + 12.0 } else { 34.0 + 6.0 + 28.0 + 12.0 };
            let head = if number == 2 { rect } else { rect.with_max_y(rect.bottom() - fields) };
            let spoken = [label, words.as_str()].join(", ");
            let chosen = draft.chosen == Some(number);
            let look = Look { number, label, words: &words, spoken: &spoken, chosen, is_wrong };
            if ctx.writable && look.show(ui, rect, head, low) {
                verdict = Some(number);
            }
            let place = Rect::from_min_max(
                pos2(rect.left() + 12.0, rect.bottom() - fields),
                rect.max - vec2(12.0, 12.0),
            );
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt(("verdict", number)));
            child.spacing_mut().item_spacing = vec2(space::XS, 6.0);
            let room = place.width();
            let hint = texts.calendar_when_hint();
            let enter = child.input(|input| input.key_pressed(Key::Enter));
            if number == 0 {
                let field = TextField::new(texts.review_next_step())
                    .hide_label()
                    .hint(texts.review_next_step_hint())
                    .id(step_id())
                    .error(is_wrong.then_some(""));
                let step = field.show(&mut child, &mut draft.next_step);
                let by = draft.due_on.bare_ui(ctx, &mut child, texts.review_next_step_day(), hint, room);
                if step.changed() || by.changed() {
                    draft.chosen = Some(0);
                }
                if enter && (step.lost_focus() || by.lost_focus()) {
                    verdict = Some(0);
                }
            } else if number == 1 {
                let on = draft.review_on.bare_ui(ctx, &mut child, texts.review_keep_day(), hint, room);
                let mut changed = on.changed();
                child.horizontal(|ui| {
                    for (label, months) in [
                        (texts.review_one_month(), 1),
                        (texts.review_three_months(), 3),
                        (texts.review_one_year(), 12),
                    ] {
                        let day = ctx.today.checked_add_months(Months::new(months)).unwrap_or(ctx.today);
                        let chip = Chip::new(label, draft.review_on.day() == Some(day));
                        // In a narrow column the last one would not fit.
                        if ui.available_width() >= chip.width(ui) && ui.add(chip).clicked() {
                            draft.review_on.set(ctx, day);
                            changed = true;
                        }
                    }
                });
                if changed {
                    draft.chosen = Some(1);
                }
                if enter && on.lost_focus() {
                    verdict = Some(1);
                }
            }
        }
        if step_needed && verdict.is_none() && self.step_asked {
            self.step_asked = false;
            ui.memory_mut(|memory| memory.request_focus(step_id()));
        }
        verdict
    }

    /// What the next step could be.
    fn ideas_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, contact: Id<Contact>) {
        let p = Palette::of(ui);
        let Some((_, story)) = &self.story else { return };
        let Some(draft) = self.drafts.get_mut(&contact) else { return };
        ui.spacing_mut().item_spacing = vec2(space::XS, space::S);
        let mut taken = false;
        ui.allocate_ui(vec2(ui.available_width(), IDEAS), |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(IDEAS);
                ui.label(text::rich(ctx.texts.review_ideas(), TextKind::Small, p.text2));
                for idea in &story.ideas {
                    let chip = Chip::new(idea, draft.next_step == *idea).icon(icons::LIGHTBULB);
                    if ui.available_width() >= chip.width(ui) && ui.add(chip).clicked() {
                        draft.next_step.clone_from(idea);
                        draft.chosen = Some(0);
                        taken = true;
                    }
                }
            });
        });
        self.step_needed &= !taken;
    }

    /// Instead of the verdicts: the one that was given, and taking it back.
    pub(super) fn done_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, contact: Id<Contact>) {
        let newest = ctx.index.links.contact(contact).reviews.first().copied();
        let Some(review) = newest.and_then(|id| ctx.book.get(id)).cloned() else { return };
        let p = Palette::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add_space(space::L);
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
            let icon = ICONS[place(&review.verdict)];
            paint_icon(ui.painter(), rect.center(), icon, Weight::Bold, 19.0, p.text2);
            let words = verdict_label(&review.verdict, ctx.texts);
            ui.label(text::rich(words, TextKind::Heading, p.text));
        });
        ui.label(text::rich(&consequence(ctx, &review), TextKind::Body, p.text2));
        let button = Button::new(ctx.texts.review_take_back()).icon(icons::ARROW_U_UP_LEFT);
        if ctx.add_writing(ui, button).clicked() {
            ctx.edit(Edit::TakeBackReview { review: review.id });
        }
    }
}

/// The field of the next step, to give it the keyboard.
fn step_id() -> egui::Id {
    egui::Id::unique("review next step")
}

/// A verdict as it is drawn: its head is a button, its fields lie in it.
struct Look<'a> {
    number: usize,
    label: &'a str,
    words: &'a str,
    spoken: &'a str,
    chosen: bool,
    is_wrong: bool,
}

impl Look<'_> {
    fn show(&self, ui: &Ui, rect: Rect, head: Rect, low: bool) -> bool {
        let p = Palette::of(ui);
        let response = ui.interact(head, ui.scope_id().with(("verdict head", self.number)), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::selected(egui::Role::Button, true, self.chosen, self.label);
            info.hint_text = Some(self.spoken.to_owned());
            info
        });
        let corner = CornerRadius::same(radius::CONTROL);
        let (fill, edge) = if response.is_pointer_button_down_on() {
            (p.pressed, p.line_strong)
        } else if response.hovered() || response.has_focus() || self.chosen {
            Elevation::Card.paint(ui.painter(), rect, radius::CONTROL, p.is_dark());
            (p.raised, p.line_strong)
        } else {
            (p.panel, p.line)
        };
        ui.painter().rect(rect, corner, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
        if response.has_focus() {
            let ring = Stroke::new(2.0, p.ai);
            ui.painter().rect_stroke(rect.expand(2.0), CornerRadius::same(10), ring, StrokeKind::Outside);
        }
        let ink = [p.thread, p.ai, p.text2][self.number];
        let y = rect.top() + 23.0;
        let width = rect.width();
        paint_icon(ui.painter(), pos2(rect.left() + 24.0, y), ICONS[self.number], Weight::Bold, 19.0, ink);
        let line = text::line(ui.painter(), self.label, TextKind::Heading, p.text, width - 90.0);
        ui.painter().galley(pos2(rect.left() + 44.0, y - line.size().y / 2.0), line, p.text);
        let key = Rect::from_center_size(pos2(rect.right() - 22.0, y), vec2(18.0, 18.0));
        ui.painter().rect_stroke(key, CornerRadius::same(4), Stroke::new(1.0, p.line), StrokeKind::Inside);
        let digit = text::line(ui.painter(), &(self.number + 1).to_string(), TextKind::Label, p.text2, 18.0);
        ui.painter().galley(key.center() - digit.size() / 2.0, digit, p.text2);
        let ink = if self.is_wrong { p.danger } else { p.text2 };
        let rows = if self.number == 2 {
            5
        } else if low {
            2
        } else {
            3
        };
        let body = text::lines(ui.painter(), self.words, TextKind::Small, ink, width - 28.0, rows);
        ui.painter().galley(pos2(rect.left() + 14.0, rect.top() + 41.0), body, ink);
        if self.is_wrong {
            let said = ui.interact(head.shrink(2.0), response.id.with("wrong"), Sense::hover());
            said.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, self.words));
        }
        response.clicked()
    }
}
