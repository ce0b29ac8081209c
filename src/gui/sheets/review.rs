//! The thirty-day review: the impression beside everything since, why, and one of three verdicts.
//!
//! Owns what is typed before the verdict; the consequences are the edit's. Start reading at
//! [`ReviewSheet::ui`].

use chrono::{Months, NaiveDate};
use eframe::egui::{
    self, Align, CornerRadius, Key, Layout, Modifiers, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::day_field::DayField;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, space, stroke, text};
use crate::gui::views::card_thumb::contact_card;
use crate::gui::views::words::{encounter_icon, encounter_label, knot_of};
use crate::gui::widgets::{Chip, HandField, Knot, TextField, paint_icon, paint_knot, segmented};
use crate::index::{Balance, Trend, Warmth};
use crate::model::{Card, Contact, Id, ReferralState, Review, Verdict};
use crate::text::Texts;

/// How many things since the card are shown.
const MOST_STEPS: usize = 5;

/// Something that happened since the card, with its words.
#[derive(Debug, Clone)]
struct Step {
    on: NaiveDate,
    day: String,
    words: String,
    icon: &'static str,
    knot: Knot,
}

/// What the sheet shows of a person; gathered when it opens.
struct Story {
    name: String,
    work: String,
    card: Option<Id<Card>>,
    impressions: Vec<(String, String)>,
    steps: Vec<Step>,
    given: u32,
    received: u32,
    warmth: [f32; 12],
    trend: Trend,
}

/// The thirty-day review.
pub struct ReviewSheet {
    contact: Id<Contact>,
    revision: u64,
    story: Story,
    has: bool,
    reasons: Vec<usize>,
    note: String,
    next_step: String,
    due_on: DayField,
    review_on: DayField,
    /// Deepen was pressed without a next step.
    step_needed: bool,
}

impl ReviewSheet {
    /// Returns the sheet as it opens.
    pub fn new(contact: Id<Contact>, ctx: &ViewCtx<'_>) -> Self {
        let story = Story::of(ctx, contact);
        let in_a_week = ctx.today.checked_add_days(chrono::Days::new(7));
        let in_three_months = ctx.today.checked_add_months(Months::new(3));
        Self {
            contact,
            revision: ctx.revision,
            has: story.steps.iter().filter(|step| step.on > NaiveDate::MIN).count() > 2,
            story,
            reasons: Vec::new(),
            note: String::new(),
            next_step: String::new(),
            due_on: DayField::new(ctx, in_a_week),
            review_on: DayField::new(ctx, in_three_months),
            step_needed: false,
        }
    }

    fn reasons<'a>(&self, texts: &'a Texts) -> [&'a str; 5] {
        if self.has {
            [
                texts.calendar_review_reason_topic(),
                texts.calendar_review_reason_replied(),
                texts.calendar_review_reason_helped(),
                texts.calendar_review_reason_met(),
                texts.calendar_review_reason_like(),
            ]
        } else {
            [
                texts.calendar_review_reason_no_topic(),
                texts.calendar_review_reason_no_question(),
                texts.calendar_review_reason_quiet(),
                texts.calendar_review_reason_moment(),
                texts.calendar_review_reason_one_sided(),
            ]
        }
    }

    /// Ends the review with a verdict when nothing is missing for it.
    fn end(&mut self, ctx: &mut ViewCtx<'_>, verdict: usize) -> Next {
        let verdict = match verdict {
            0 => {
                let step = self.next_step.trim();
                let Some(due_on) = self.due_on.day().filter(|_| !step.is_empty()) else {
                    self.step_needed = true;
                    return Next::Stay;
                };
                Verdict::Deepen { next_step: step.to_owned(), due_on }
            }
            1 => match self.review_on.day() {
                Some(review_on) => Verdict::Keep { review_on },
                None => return Next::Stay,
            },
            _ => Verdict::LetGo,
        };
        let reasons = self.reasons(ctx.texts);
        let reasons = self.reasons.iter().filter_map(|index| reasons.get(*index));
        let review = Review {
            contact: self.contact,
            card: self.story.card,
            on: ctx.today,
            verdict,
            reasons: reasons.map(|reason| (*reason).to_owned()).collect(),
            note: self.note.trim().to_owned(),
            ..Review::default()
        };
        ctx.edit(Edit::Review { review: Box::new(review) });
        Next::Close
    }
}

impl Story {
    fn of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Self {
        let links = ctx.index.links.contact(contact);
        let locale = ctx.texts.locale();
        let card = ctx.index.links.current_card(contact);
        let record = card.and_then(|id| ctx.book.get(id));
        let since = record.map_or(NaiveDate::MIN, |card| card.day());
        let impressions = links
            .cards
            .iter()
            .filter_map(|id| ctx.book.get(*id))
            .flat_map(|card| card.impressions.iter())
            .map(|impression| (locale.day_with_year(impression.on), impression.text.clone()))
            .collect();
        let mut steps = Vec::new();
        if let Some(card) = record {
            let event = card.event.and_then(|id| ctx.book.get(id)).map(|event| event.title.clone());
            steps.push(Step {
                on: card.day(),
                day: locale.day_near(card.day(), ctx.today),
                words: event.unwrap_or_else(|| ctx.texts.calendar_review_card().to_owned()),
                icon: icons::HANDSHAKE,
                knot: Knot::Solid,
            });
        }
        for encounter in links.encounters.iter().filter_map(|id| ctx.book.get(*id)) {
            if encounter.on < since || (encounter.on == since && encounter.kind.is_face_to_face()) {
                continue;
            }
            let words = if encounter.is_thank_you {
                ctx.texts.common_kind_thanks().to_owned()
            } else {
                encounter
                    .topics
                    .first()
                    .cloned()
                    .unwrap_or_else(|| encounter_label(encounter.kind, ctx.texts).to_owned())
            };
            steps.push(Step {
                on: encounter.on,
                day: locale.day_near(encounter.on, ctx.today),
                words,
                icon: encounter_icon(encounter.kind),
                knot: knot_of(encounter.kind),
            });
        }
        for referral in links.referred.iter().filter_map(|id| ctx.book.get(*id)) {
            let passed = referral.steps.iter().find(|step| step.state == ReferralState::PassedOn);
            if let (Some(day), Some(to)) = (passed.map(|step| step.on), referral.recipient.contact())
                && day >= since
            {
                let to = ctx.book.get(to).map(|contact| contact.display_name()).unwrap_or_default();
                steps.push(Step {
                    on: day,
                    day: locale.day_near(day, ctx.today),
                    words: ctx.texts.calendar_passed_to(&to),
                    icon: icons::PAPER_PLANE_TILT,
                    knot: Knot::Hollow,
                });
            }
        }
        steps.sort_by_key(|step| step.on);
        // The beginning and what came last say most.
        if steps.len() > MOST_STEPS {
            let surplus = steps.len() - MOST_STEPS;
            steps.drain(1..=surplus);
        }
        let total = Balance::of(ctx.book, &ctx.index.links, contact).total();
        let person = ctx.book.get(contact);
        let work = person.and_then(|person| person.current_affiliation()).map(|place| {
            let company = ctx.book.get(place.organization).map(|record| record.name.as_str());
            let parts = [place.title.as_str(), company.unwrap_or_default()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        Self {
            name: person.map(|person| person.display_name()).unwrap_or_default(),
            work: work.unwrap_or_default(),
            card,
            impressions,
            steps,
            given: total.given,
            received: total.received,
            warmth: Warmth::year(ctx.book, ctx.index, contact, ctx.today).map(|value| value / 100.0),
            trend: Warmth::on(ctx.book, ctx.index, contact, ctx.today).trend,
        }
    }
}

impl SheetUi for ReviewSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.common_kind_review().to_owned()
    }

    fn width(&self) -> f32 {
        1040.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        if ctx.revision != self.revision {
            self.story = Story::of(ctx, self.contact);
            self.revision = ctx.revision;
        }
        let width = ui.available_width();
        let left = if width < 900.0 { 280.0 } else { 340.0 };
        let room = (ui.ctx().content_rect().height() - 150.0).max(200.0);
        let mut verdict = None;
        ScrollArea::vertical().id_salt("review").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 28.0;
                ui.vertical(|ui| {
                    ui.set_width(left);
                    self.card_ui(ctx, ui, left);
                });
                ui.vertical(|ui| {
                    ui.set_width(width - left - 28.0);
                    self.person_ui(ctx, ui);
                    self.why_ui(ctx, ui);
                    verdict = self.verdicts_ui(ctx, ui);
                });
            });
        });
        if !ui.ctx().text_edit_focused() {
            for (key, number) in [(Key::Num1, 0), (Key::Num2, 1), (Key::Num3, 2)] {
                if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                    verdict = Some(number);
                }
            }
        }
        verdict.map_or(Next::Stay, |verdict| self.end(ctx, verdict))
    }
}

impl ReviewSheet {
    /// The front of the card, and its back with the impressions.
    fn card_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, width: f32) {
        ui.spacing_mut().item_spacing.y = space::XL;
        contact_card(ctx, ui, self.contact, width);
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let frame = egui::Frame::new()
            .fill(p.paper)
            .stroke(Stroke::new(1.0, p.card_edge))
            .corner_radius(radius::CARD)
            .inner_margin(16)
            .shadow(Elevation::Card.layers(p.is_dark())[0]);
        frame.show(ui, |ui| {
            ui.set_width(width - 32.0);
            ui.set_min_height(width * 0.5 - 32.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            if self.story.impressions.is_empty() {
                ui.label(text::rich(texts.common_impression(), TextKind::Small, p.pencil));
                ui.label(text::rich(texts.calendar_review_no_impression(), TextKind::Body, p.pencil));
            }
            for (index, (day, words)) in self.story.impressions.iter().enumerate() {
                let head = if index == 0 {
                    texts.common_impression()
                } else {
                    texts.calendar_review_more_impressions()
                };
                ui.horizontal(|ui| {
                    ui.label(text::rich(head, TextKind::Small, p.pencil));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.label(text::rich(day, TextKind::Small, p.pencil));
                    });
                });
                ui.add(egui::Label::new(text::rich(words, TextKind::Hand, p.pencil)).wrap());
            }
        });
    }

    fn person_ui(&self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing = vec2(space::S, space::XXS);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(ui.available_width() - 160.0);
                ui.add(egui::Label::new(text::rich(&self.story.name, TextKind::Display, p.text)).truncate());
                ui.add(egui::Label::new(text::rich(&self.story.work, TextKind::Body, p.text2)).truncate());
            });
            let name = match self.story.trend {
                Trend::Rising => icons::TREND_UP,
                Trend::Steady => icons::MINUS,
                Trend::Falling => icons::TREND_DOWN,
            };
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 40.0), Sense::hover());
            paint_icon(ui.painter(), rect.center(), name, Weight::Regular, 16.0, p.thread);
            let spoken = texts.locale().number(i64::from((self.story.warmth[11] * 100.0).round() as i32));
            crate::gui::widgets::warmth(ui, vec2(116.0, 40.0), &self.story.warmth, &[], &spoken);
        });
        ui.add_space(space::L);
        ui.label(text::rich(texts.calendar_review_since(), TextKind::Heading, p.text));
        if self.story.steps.is_empty() {
            ui.label(text::rich(texts.calendar_review_nothing(), TextKind::Body, p.text2));
        } else {
            self.thread_ui(ctx, ui);
        }
        ui.add_space(space::S);
        ui.label(text::rich(texts.calendar_review_given_received(), TextKind::Heading, p.text));
        let most = self.story.given.max(self.story.received).max(1) as f32;
        let width = (ui.available_width() - space::XXXL) / 2.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XXXL;
            for (label, count, ink) in [
                (texts.calendar_review_gave(), self.story.given, p.ai),
                (texts.calendar_review_received(), self.story.received, p.thread),
            ] {
                let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::hover());
                let number = texts.locale().number(i64::from(count));
                let spoken = [label, &number].join(" ");
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &spoken));
                let words = text::line(ui.painter(), label, TextKind::Body, p.text, width - 40.0);
                ui.painter().galley(rect.min, words, p.text);
                let line = text::line(ui.painter(), &number, TextKind::Strong, p.text, 40.0);
                ui.painter().galley(pos2(rect.right() - line.size().x, rect.top()), line, p.text);
                let track = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 8.0), rect.max);
                ui.painter().rect_filled(track, CornerRadius::same(4), p.sunk);
                let part = vec2(track.width() * count as f32 / most, 8.0);
                ui.painter().rect_filled(Rect::from_min_size(track.min, part), CornerRadius::same(4), ink);
            }
        });
    }

    /// What happened, on a thread from the card to today.
    fn thread_ui(&self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let steps = &self.story.steps;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 66.0), Sense::hover());
        let pitch = rect.width() / (steps.len() + 1) as f32;
        let at = |index: usize| pos2(rect.left() + 8.0 + pitch * index as f32, rect.top() + 14.0);
        let line = Stroke::new(stroke::THREAD, p.thread);
        let painter = ui.painter();
        painter.line_segment([at(0), at(steps.len() - 1)], line);
        painter.extend(egui::Shape::dashed_line(&[at(steps.len() - 1), at(steps.len())], line, 3.0, 3.0));
        let today = Step {
            on: ctx.today,
            day: ctx.texts.locale().day_short(ctx.today),
            words: ctx.texts.calendar_review_now().to_owned(),
            icon: icons::HOURGLASS_MEDIUM,
            knot: Knot::Dashed,
        };
        for (index, step) in steps.iter().chain([&today]).enumerate() {
            let knot = at(index);
            paint_knot(painter, knot, 7.0, step.knot, p.desk, p);
            let left = knot.x - 7.0;
            let day = text::line(painter, &step.day, TextKind::Small, p.text2, pitch - 26.0);
            paint_icon(
                painter,
                pos2(left + 7.0, rect.top() + 37.0),
                step.icon,
                Weight::Regular,
                14.0,
                p.text2,
            );
            painter.galley(pos2(left + 20.0, rect.top() + 29.0), day, p.text2);
            let words = text::line(painter, &step.words, TextKind::Strong, p.text, pitch - 10.0);
            painter.galley(pos2(left, rect.top() + 46.0), words, p.text);
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(pitch - 10.0, 66.0));
            let response = ui.interact(place, ui.scope_id().with(("step", index)), Sense::hover());
            let spoken = [step.day.as_str(), step.words.as_str()].join(", ");
            response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
        }
    }

    fn why_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.add_space(space::XL);
        ui.horizontal(|ui| {
            let words =
                if self.has { texts.calendar_review_why_has() } else { texts.calendar_review_why_has_not() };
            ui.label(text::rich(words, TextKind::Title, p.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let mut choice = usize::from(!self.has);
                let labels = [texts.calendar_review_has(), texts.calendar_review_has_not()];
                if segmented(ui, texts.calendar_review_developed(), &labels, &mut choice).changed() {
                    self.has = choice == 0;
                    self.reasons.clear();
                }
            });
        });
        ui.add_space(space::XXS);
        HandField::new(texts.calendar_review_note(), "", 2).show(ui, &mut self.note);
        ui.add_space(space::XXS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            ui.label(text::rich(texts.calendar_review_often(), TextKind::Small, p.text2));
            for (index, reason) in self.reasons(texts).into_iter().enumerate() {
                let on = self.reasons.contains(&index);
                if ui.add(Chip::new(reason, on)).clicked() {
                    if on {
                        self.reasons.retain(|other| *other != index);
                    } else {
                        self.reasons.push(index);
                    }
                }
            }
        });
    }

    /// The three verdicts, side by side and of equal weight; what each needs stands in it.
    fn verdicts_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> Option<usize> {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.add_space(space::L);
        let width = (ui.available_width() - 2.0 * space::L) / 3.0;
        let day = |day: Option<NaiveDate>| day.map(|day| texts.locale().day_weekday(day)).unwrap_or_default();
        let deepen = if self.next_step.trim().is_empty() || self.due_on.day().is_none() {
            texts.calendar_review_deepen_open().to_owned()
        } else {
            texts.calendar_review_deepen_body(&day(self.due_on.day()))
        };
        let keep = texts.calendar_review_keep_body(&day(self.review_on.day()));
        let mut verdict = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            let columns: [(usize, &str, &str, &str); 3] = [
                (0, icons::TREND_UP, texts.common_verdict_deepen(), &deepen),
                (1, icons::PUSH_PIN, texts.common_verdict_keep(), &keep),
                (2, icons::LEAF, texts.common_verdict_let_go(), texts.calendar_review_let_go_body()),
            ];
            for (number, icon, label, words) in columns {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.y = space::S;
                    let ink = [p.thread, p.ai, p.text2][number];
                    if verdict_ui(ui, width, icon, ink, label, words, number + 1) {
                        verdict = Some(number);
                    }
                    if number == 0 {
                        let wrong = self.step_needed.then(|| texts.calendar_review_step_needed());
                        let field = TextField::new(texts.calendar_review_next_step())
                            .hint(texts.calendar_review_next_step_hint())
                            .error(wrong);
                        if field.show(ui, &mut self.next_step).changed() {
                            self.step_needed = false;
                        }
                        let hint = texts.calendar_when_hint();
                        self.due_on.ui(ctx, ui, texts.calendar_review_next_step_day(), hint, width);
                    } else if number == 1 {
                        let hint = texts.calendar_when_hint();
                        self.review_on.ui(ctx, ui, texts.calendar_review_keep_day(), hint, width);
                    }
                });
            }
        });
        verdict
    }
}

/// A verdict as a large button; whether it was pressed.
fn verdict_ui(
    ui: &mut Ui,
    width: f32,
    icon: &str,
    ink: egui::Color32,
    label: &str,
    words: &str,
    number: usize,
) -> bool {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 98.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, label));
    let corner = CornerRadius::same(radius::CONTROL);
    let (fill, edge) = if response.is_pointer_button_down_on() {
        (p.pressed, p.line_strong)
    } else if response.hovered() || response.has_focus() {
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
    let y = rect.top() + 23.0;
    paint_icon(ui.painter(), pos2(rect.left() + 24.0, y), icon, Weight::Bold, 19.0, ink);
    let head = text::line(ui.painter(), label, TextKind::Heading, p.text, width - 90.0);
    ui.painter().galley(pos2(rect.left() + 44.0, y - head.size().y / 2.0), head, p.text);
    let key = Rect::from_center_size(pos2(rect.right() - 22.0, y), vec2(18.0, 18.0));
    ui.painter().rect_stroke(key, CornerRadius::same(4), Stroke::new(1.0, p.line), StrokeKind::Inside);
    let digit = text::line(ui.painter(), &number.to_string(), TextKind::Label, p.text2, 18.0);
    ui.painter().galley(key.center() - digit.size() / 2.0, digit, p.text2);
    let body = text::lines(ui.painter(), words, TextKind::Small, p.text2, width - 28.0, 3);
    ui.painter().galley(pos2(rect.left() + 14.0, rect.top() + 42.0), body, p.text2);
    response.clicked()
}
