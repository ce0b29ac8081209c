//! The box "Go again?": my decision in five steps with its reason, what was decided before, and the advice, which can be
//! read line by line.

use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::notes::Reasons;
use crate::edit::{Edit, wish_word};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, stroke, text};
use crate::gui::widgets::{box_frame, paint_icon, section_header, tip};
use crate::index::events::{Advice, AdviceFact, Series, fact_text};
use crate::model::{Event, RepeatDecision, Wish};
use crate::text::{Locale, Texts};

/// What is formatted once.
pub(in crate::gui::views::events) struct Again {
    /// "Jun: Maybe, Mar: Gladly".
    before: String,
    /// The advice in words.
    advice: AdviceShown,
}

/// An advice as it is shown.
pub(in crate::gui::views::events) struct AdviceShown {
    /// The step that it proposes.
    wish: Option<Wish>,
    /// "63 of 100: gladly", or why there is none.
    result: String,
    /// Visits that do not count yet.
    fresh: Option<String>,
    lines: Vec<Line>,
}

struct Line {
    icon: &'static str,
    what: String,
    detail: String,
    points: String,
    dots: Option<u8>,
    spoken: String,
}

/// Decisions of before that are named.
const EARLIER: usize = 2;

impl Again {
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let series = Series::of(ctx.book, ctx.index, event, ctx.today);
        let others = series.decisions.iter().filter(|(id, ..)| *id != event.id).take(EARLIER);
        let before: Vec<String> =
            others
                .filter_map(|(id, on, wish)| {
                    let day = ctx.book.get(*id)?.starts_on.unwrap_or(*on);
                    Some(ctx.texts.visits_decided(
                        &month(ctx.texts.locale(), day, ctx.today),
                        wish_word(ctx.texts, *wish),
                    ))
                })
                .collect();
        Self { before: before.join(ctx.texts.locale().comma()), advice: AdviceShown::of(ctx, &series) }
    }
}

/// "Jun", of another year "Jun 2025".
fn month(locale: Locale, day: chrono::NaiveDate, today: chrono::NaiveDate) -> String {
    use chrono::Datelike as _;
    if day.year() == today.year() {
        locale.month_short(day.month()).to_owned()
    } else {
        locale.month_short_heading(day)
    }
}

impl AdviceShown {
    /// Returns the advice over a series in words.
    pub(in crate::gui::views::events) fn of(ctx: &ViewCtx<'_>, series: &Series) -> Self {
        let texts = ctx.texts;
        let events = series.events.iter().filter_map(|id| ctx.book.get(*id)).map(|event| &**event);
        let without = |result: String| Self { wish: None, result, fresh: None, lines: Vec::new() };
        match Advice::over(ctx.book, ctx.index, events, ctx.today) {
            Advice::NotVisited => without(texts.visits_advice_none().to_owned()),
            Advice::Later(day) => without(texts.visits_advice_later(&texts.locale().day_with_year(day))),
            Advice::Judged(judgement) => {
                let points = texts.locale().number(i64::from(judgement.points));
                let fresh = i64::try_from(judgement.fresh).unwrap_or(i64::MAX);
                Self {
                    wish: Some(judgement.wish),
                    result: texts.visits_advice_result(&points, wish_word(texts, judgement.wish)),
                    fresh: (fresh > 0).then(|| texts.visits_advice_fresh(fresh)),
                    lines: judgement.lines.iter().map(|line| Line::of(texts, line)).collect(),
                }
            }
        }
    }
}

impl Line {
    fn of(texts: &Texts, line: &crate::index::events::AdviceLine) -> Self {
        let locale = texts.locale();
        let icon = match &line.fact {
            AdviceFact::Start => icons::CIRCLE_DASHED,
            AdviceFact::People { .. } => icons::USERS,
            AdviceFact::Follows { .. } => icons::TREND_UP,
            AdviceFact::Cost { .. } => icons::COINS,
            AdviceFact::Organizer { .. } => icons::MICROPHONE_STAGE,
            AdviceFact::Evidence { .. } => icons::HOURGLASS_MEDIUM,
        };
        let (what, detail) = fact_text(texts, &line.fact);
        let sign = if line.points > 0 && line.fact != AdviceFact::Start { "+" } else { "" };
        let points = format!("{sign}{}", locale.number(i64::from(line.points)));
        let spoken = texts.visits_advice_line(&detail, &points, what);
        Self { icon, what: what.to_owned(), detail, points, dots: line.dots, spoken }
    }
}

/// Draws the box.
pub(super) fn ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    event: &Arc<Event>,
    again: &Again,
    reasons: &mut Reasons,
) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            section_header(ui, texts.events_again(), None);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(egui::Label::new(text::rich(&again.before, TextKind::Small, p.text2)).truncate());
            });
        });
        ui.add_space(space::XXS);
        let decided = event.repeat.as_ref().map(RepeatDecision::wish);
        if let Some(wish) = scale_ui(ui, texts, decided, again.advice.wish, ctx.writable) {
            // Pressing the same step again takes the decision back.
            let reason = event.repeat.as_ref().map(|repeat| repeat.reason.clone()).unwrap_or_default();
            let repeat = (decided != Some(wish)).then(|| RepeatDecision::new(wish, reason, ctx.today));
            let changed = Event { repeat, ..Event::clone(event) };
            ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
        }
        if event.repeat.is_some() {
            reasons.ui(ctx, ui, event);
        }
        ui.add_space(space::XS);
        ui.separator();
        advice_ui(ui, texts, &again.advice);
    });
}

/// Five steps side by side: the decided one is full, the advised one has a frame. Returns the step that was pressed.
fn scale_ui(
    ui: &mut Ui,
    texts: &Texts,
    decided: Option<Wish>,
    advised: Option<Wish>,
    writable: bool,
) -> Option<Wish> {
    let p = Palette::of(ui);
    let width = ui.available_width();
    let (rect, group) = ui.allocate_exact_size(vec2(width, 40.0), Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(egui::Role::RadioGroup, true, texts.visits_again_decision()));
    let step = (width - 8.0) / 5.0;
    let mut pressed = None;
    for (at, wish) in Wish::ALL.into_iter().enumerate() {
        let left = rect.left() + (step + 2.0) * at as f32;
        let part = egui::Rect::from_min_size(pos2(left, rect.top()), vec2(step, rect.height()));
        let sense = if writable { Sense::click() } else { Sense::hover() };
        let response = ui.interact(part, group.id.with(at), sense);
        let (on, word) = (decided == Some(wish), wish_word(texts, wish));
        response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, writable, on, word));
        if response.clicked() {
            pressed = Some(wish);
        }
        let bar = egui::Rect::from_min_size(part.min + vec2(0.0, 3.0), vec2(step, 12.0));
        let corner = |side: bool| if side { 6 } else { 0 };
        let corners = egui::CornerRadius {
            nw: corner(at == 0),
            sw: corner(at == 0),
            ne: corner(at == 4),
            se: corner(at == 4),
        };
        let fill = if on {
            p.ai
        } else if decided.is_some_and(|decided| wish < decided) || response.hovered() {
            p.ai_soft
        } else {
            p.sunk
        };
        let painter = ui.painter();
        painter.rect(bar, corners, fill, Stroke::new(stroke::HAIR, p.line), StrokeKind::Inside);
        if advised == Some(wish) {
            painter.rect_stroke(bar, corners, Stroke::new(2.0, p.ai_text), StrokeKind::Inside);
        }
        if response.has_focus() {
            painter.rect_stroke(part, 6, Stroke::new(stroke::FOCUS, p.ai), StrokeKind::Inside);
        }
        let (kind, ink) = if on { (TextKind::Strong, p.text) } else { (TextKind::Small, p.text2) };
        let line = text::line(painter, word, kind, ink, step + 2.0);
        painter.galley(pos2(part.center().x - line.size().x / 2.0, bar.bottom() + 4.0), line, ink);
        if on {
            tip(response, texts.visits_again_clear(), None);
        }
    }
    pressed
}

/// Draws an advice with its sum.
pub(in crate::gui::views::events) fn advice_ui(ui: &mut Ui, texts: &Texts, advice: &AdviceShown) {
    let p = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.label(text::rich(texts.visits_advice(), TextKind::Strong, p.text));
        if !advice.lines.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(text::rich(&advice.result, TextKind::Strong, p.text));
            });
        }
    });
    if advice.lines.is_empty() {
        ui.add(egui::Label::new(text::rich(&advice.result, TextKind::Small, p.text2)).wrap());
    }
    for line in &advice.lines {
        line_ui(ui, line);
    }
    if let Some(fresh) = &advice.fresh {
        ui.add(egui::Label::new(text::rich(fresh, TextKind::Small, p.text2)).wrap());
    }
}

fn line_ui(ui: &mut Ui, line: &Line) {
    let p = Palette::of(ui);
    let width = ui.available_width();
    let detail = (!line.detail.is_empty())
        .then(|| text::lines(ui.painter(), &line.detail, TextKind::Small, p.text2, width - 108.0, 3));
    let height = 22.0 + detail.as_ref().map_or(0.0, |detail| detail.size().y);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &line.spoken));
    let painter = ui.painter();
    let y = rect.top() + 11.0;
    paint_icon(painter, pos2(rect.left() + 8.0, y), line.icon, Weight::Regular, 15.0, p.text2);
    let points = text::line(painter, &line.points, TextKind::Strong, p.text, 40.0);
    let what = text::line(painter, &line.what, TextKind::Body, p.text, width - 26.0 - 82.0);
    painter.galley(pos2(rect.left() + 26.0, y - what.size().y / 2.0), what, p.text);
    painter.galley(pos2(rect.right() - points.size().x, y - points.size().y / 2.0), points, p.text);
    if let Some(dots) = line.dots {
        for at in 0..5_u8 {
            let centre = pos2(rect.right() - 76.0 + 9.0 * f32::from(at), y);
            if at < dots {
                painter.circle_filled(centre, 3.5, p.ai);
            } else {
                painter.circle_stroke(centre, 3.0, Stroke::new(1.0, p.line_strong));
            }
        }
    }
    if let Some(detail) = detail {
        painter.galley(pos2(rect.left() + 26.0, rect.top() + 20.0), detail, p.text2);
    }
}
