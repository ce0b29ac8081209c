//! What happened: the name, the warmth, the thread from the card to today, given and received, replies.

use eframe::egui::{self, CornerRadius, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::ReviewSheet;
use super::story::{Gift, Step, Story};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, stroke, text};
use crate::gui::widgets::{Button, Knot, TimelineRail, paint_icon, paint_knot, warmth_line};
use crate::index::Trend;

/// The narrowest place for a step on the thread.
const NARROWEST: f32 = 124.0;
/// Room for the last one, which is today.
const LAST: f32 = 84.0;
/// Gifts listed on each side before all are.
const MOST_GIFTS: usize = 3;
/// Height of a row of a gift.
const GIFT: f32 = 24.0;

impl ReviewSheet {
    /// Draws what happened with the present person.
    pub(super) fn past_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let Some((_, story)) = &self.story else { return };
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing = vec2(space::S, space::XXS);
        head_ui(ctx, ui, story);
        ui.add_space(space::XL);
        let fitting = ((ui.available_width() / NARROWEST) as usize).saturating_sub(1).clamp(2, 6);
        let surplus = story.steps.len().saturating_sub(fitting);
        let mut turn = false;
        ui.horizontal(|ui| {
            ui.label(text::rich(texts.review_since(), TextKind::Heading, p.text));
            if surplus > 0 {
                let all = texts.review_all_steps(story.steps.len() as i64);
                let label = if self.all_steps { texts.review_fewer() } else { &all };
                turn = ui.add(Button::ghost(label).small()).clicked();
            }
        });
        if story.steps.is_empty() {
            ui.label(text::rich(texts.review_nothing(), TextKind::Body, p.text2));
        } else if self.all_steps && surplus > 0 {
            list_ui(ui, &story.steps);
        } else {
            // The beginning and what came last say most.
            let (first, rest) = story.steps.split_at(1);
            let rest = &rest[surplus.min(rest.len())..];
            thread_ui(ctx, ui, &[first, rest].concat(), surplus > 0);
        }
        ui.add_space(space::M);
        ui.label(text::rich(texts.review_given_received(), TextKind::Heading, p.text));
        let more = gifts_ui(ctx, ui, story, self.all_gifts);
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
            paint_icon(ui.painter(), rect.center(), icons::ENVELOPE_SIMPLE, Weight::Regular, 16.0, p.text2);
            ui.add(egui::Label::new(text::rich(&story.replies, TextKind::Body, p.text2)).truncate());
        });
        self.all_steps ^= turn;
        self.all_gifts |= more;
    }
}

/// Name and work; how warm it is and how that went.
fn head_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, story: &Story) {
    let p = Palette::of(ui);
    ui.horizontal_top(|ui| {
        let chart = if ui.available_width() > 620.0 { 180.0 } else { 120.0 };
        ui.vertical(|ui| {
            ui.set_width((ui.available_width() - chart - 92.0).max(160.0));
            ui.add(egui::Label::new(text::rich(&story.name, TextKind::Display, p.text)).truncate());
            ui.add(egui::Label::new(text::rich(&story.work, TextKind::Body, p.text2)).truncate());
        });
        let (rect, _) = ui.allocate_exact_size(vec2(84.0, 44.0), Sense::hover());
        let (icon, room) = match story.trend {
            Trend::Rising => (icons::TREND_UP, 22.0),
            Trend::Steady => ("", 0.0),
            Trend::Falling => (icons::TREND_DOWN, 22.0),
        };
        let label = text::line(ui.painter(), ctx.texts.inspector_warmth(), TextKind::Label, p.text3, 84.0);
        ui.painter().galley(pos2(rect.right() - label.size().x, rect.top() + 4.0), label, p.text3);
        let word = text::line(ui.painter(), &story.warmth, TextKind::Strong, p.text, 84.0 - room);
        let at = pos2(rect.right() - room - word.size().x, rect.top() + 20.0);
        ui.painter().galley(at, word, p.text);
        if !icon.is_empty() {
            let at = pos2(rect.right() - 8.0, rect.top() + 30.0);
            paint_icon(ui.painter(), at, icon, Weight::Regular, 16.0, p.thread);
        }
        let spoken = [ctx.texts.inspector_warmth(), story.warmth.as_str()].join(", ");
        warmth_line(ui, vec2(chart, 46.0), &story.line.path, &story.line.knots, &spoken);
    });
}

/// A thread from the card to today. `cut`: between the first step and the next one others are left out.
fn thread_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, steps: &[Step], cut: bool) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 66.0), Sense::hover());
    let pitch = (rect.width() - LAST) / steps.len() as f32;
    let at = |index: usize| pos2(rect.left() + 8.0 + pitch * index as f32, rect.top() + 14.0);
    let line = Stroke::new(stroke::THREAD, p.thread);
    let painter = ui.painter();
    let last = steps.len() - 1;
    if last > 0 {
        painter.line_segment([at(usize::from(cut)), at(last)], line);
        if cut {
            painter.extend(egui::Shape::dashed_line(&[at(0), at(1)], line, 1.5, 4.0));
        }
    }
    painter.extend(egui::Shape::dashed_line(&[at(last), at(steps.len())], line, 3.0, 3.0));
    let today = Step {
        on: ctx.today,
        day: ctx.texts.locale().day_short(ctx.today),
        words: ctx.texts.review_now().to_owned(),
        icon: icons::HOURGLASS_MEDIUM,
        knot: Knot::Dashed,
    };
    for (index, step) in steps.iter().chain([&today]).enumerate() {
        let knot = at(index);
        paint_knot(painter, knot, 7.0, step.knot, p.panel, p);
        let left = knot.x - 7.0;
        let day = text::line(painter, &step.day, TextKind::Small, p.text2, pitch - 26.0);
        let icon = pos2(left + 7.0, rect.top() + 37.0);
        paint_icon(painter, icon, step.icon, Weight::Regular, 14.0, p.text2);
        painter.galley(pos2(left + 20.0, rect.top() + 29.0), day, p.text2);
        let words = text::line(painter, &step.words, TextKind::Strong, p.text, pitch - 10.0);
        painter.galley(pos2(left, rect.top() + 46.0), words, p.text);
        let room = if index == steps.len() { LAST } else { pitch };
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(room - 10.0, 66.0));
        let response = ui.interact(place, ui.scope_id().with(("step", index)), Sense::hover());
        let spoken = [step.day.as_str(), step.words.as_str()].join(", ");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
        response.on_hover_text(&step.words);
    }
}

/// Everything that happened, one below the other.
fn list_ui(ui: &mut Ui, steps: &[Step]) {
    let p = Palette::of(ui);
    let mut rail = TimelineRail::new();
    let width = ui.available_width();
    for (index, step) in steps.iter().enumerate() {
        let (rect, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
        let y = rect.center().y;
        rail.push(pos2(rect.left() + 8.0, y), step.knot);
        paint_icon(ui.painter(), pos2(rect.left() + 32.0, y), step.icon, Weight::Regular, 14.0, p.text2);
        let day = text::line(ui.painter(), &step.day, TextKind::Small, p.text2, 92.0);
        ui.painter().galley(pos2(rect.left() + 46.0, y - day.size().y / 2.0), day, p.text2);
        let words = text::line(ui.painter(), &step.words, TextKind::Strong, p.text, width - 150.0);
        ui.painter().galley(pos2(rect.left() + 142.0, y - words.size().y / 2.0), words, p.text);
        let response = ui.interact(rect, ui.scope_id().with(("line", index)), Sense::hover());
        let spoken = [step.day.as_str(), step.words.as_str()].join(", ");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
    }
    rail.paint(ui.painter(), p.panel, p);
}

/// Given and received side by side: a bar, and what it was. Returns whether the rest is asked for.
fn gifts_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, story: &Story, all: bool) -> bool {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let most = story.given.len().max(story.received.len()).max(1) as f32;
    let width = ((ui.available_width() - space::XXXL) / 2.0).floor();
    let mut more = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XXXL;
        for (label, side, ink, from_right) in [
            (texts.review_gave(), &story.given, p.ai, true),
            (texts.review_received(), &story.received, p.thread, false),
        ] {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0), Sense::hover());
                let number = texts.locale().number(side.len() as i64);
                let spoken = [label, &number].join(" ");
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &spoken));
                let words = text::line(ui.painter(), label, TextKind::Body, p.text, width - 40.0);
                ui.painter().galley(rect.min, words, p.text);
                let line = text::line(ui.painter(), &number, TextKind::Strong, p.text, 40.0);
                ui.painter().galley(pos2(rect.right() - line.size().x, rect.top()), line, p.text);
                let track =
                    Rect::from_min_max(pos2(rect.left(), rect.bottom() - 9.0), rect.max - vec2(0.0, 1.0));
                ui.painter().rect_filled(track, CornerRadius::same(4), p.sunk);
                let part = vec2(track.width() * side.len() as f32 / most, track.height());
                // Both grow from the middle, so that the two sides can be compared.
                let start = if from_right { track.max - part } else { track.min };
                ui.painter().rect_filled(Rect::from_min_size(start, part), CornerRadius::same(4), ink);
                ui.add_space(space::XXS);
                let shown = if all { side.len() } else { MOST_GIFTS };
                for gift in side.iter().take(shown) {
                    gift_ui(ui, gift, width);
                }
                if side.len() > shown {
                    let words = texts.review_more_gifts((side.len() - shown) as i64);
                    more |= ui.add(Button::ghost(&words).small()).clicked();
                }
            });
        }
    });
    more
}

fn gift_ui(ui: &mut Ui, gift: &Gift, width: f32) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, GIFT), Sense::hover());
    let spoken = [gift.words.as_str(), gift.day.as_str()].join(", ");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
    let y = rect.center().y;
    paint_icon(ui.painter(), pos2(rect.left() + 8.0, y), gift.icon, Weight::Regular, 16.0, p.text2);
    let day = text::line(ui.painter(), &gift.day, TextKind::Small, p.text2, width * 0.4);
    let end = rect.right() - day.size().x;
    ui.painter().galley(pos2(end, y - day.size().y / 2.0), day, p.text2);
    let words = text::line(ui.painter(), &gift.words, TextKind::Body, p.text, end - rect.left() - 34.0);
    ui.painter().galley(pos2(rect.left() + 24.0, y - words.size().y / 2.0), words, p.text);
}
