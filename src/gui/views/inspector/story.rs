//! The story tab: warmth, what comes next, and everything that has happened on one thread.

use std::sync::Arc;

use chrono::Days;
use eframe::egui::{self, Sense, WidgetInfo, vec2};

use super::timeline::{Entry, entries, timeline_ui};
use super::{Inspector, fields, reminder};
use crate::edit::Edit;
use crate::gui::command::{Command, RequestOf, Route, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, space, text};
use crate::gui::views::WarmthLine;
use crate::gui::views::today::request_of;
use crate::gui::views::words::{encounter_label, seal_of};
use crate::gui::widgets::{self, Button, EmptyState, MenuItem, Seal, paint_icon};
use crate::index::{DueState, Telling, Trend, Warmth, WarmthPart, WarmthSource};
use crate::model::{Contact, DueSource, FollowUpKind, Id, Reason, Rule};
use crate::text::Texts;

/// What the tab shows, made once for each state of the book.
pub(super) struct Story {
    warmth: String,
    trend: Trend,
    line: WarmthLine,
    parts: Vec<(String, String)>,
    /// What the parts come to, and what becomes of it if nothing happens.
    sums: Vec<(String, String)>,
    next: Option<Next>,
    entries: Vec<Entry>,
}

struct Next {
    source: DueSource,
    kind: FollowUpKind,
    title: String,
    when: String,
    /// Why, in words.
    why: String,
    late: bool,
    reason: Reason,
}

impl Story {
    fn of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Self {
        let texts = ctx.texts;
        let warmth = Warmth::on(ctx.book, ctx.index, contact, ctx.today);
        let words = match warmth.value {
            value if value < 1.0 => texts.inspector_warmth_none(),
            value if value < 15.0 => texts.inspector_warmth_cold(),
            value if value < 35.0 => texts.inspector_warmth_cool(),
            value if value < 60.0 => texts.inspector_warmth_warm(),
            _ => texts.inspector_warmth_close(),
        };
        let warmth_words = match warmth.trend {
            Trend::Rising => texts.inspector_warmth_rising(words),
            Trend::Falling => texts.inspector_warmth_falling(words),
            Trend::Steady => words.to_owned(),
        };
        let telling = Telling { book: ctx.book, texts, today: ctx.today };
        // What is planned, and what a rule foresees once its day has come.
        let ahead = Days::new(u64::from(ctx.book.header.days(Rule::Birthday)));
        let until = ctx.today.checked_add_days(ahead).unwrap_or(ctx.today);
        let due = ctx.index.due_with(contact, ctx.today, until);
        let mut due = due
            .iter()
            .filter(|due| due.source.stored().is_some() || due.is_now(ctx.today) && !due.is_suggestion());
        let next = due.next().map(|follow_up| {
            let about = crate::gui::views::people::tidy(&follow_up.about(telling));
            Next {
                source: follow_up.source,
                kind: follow_up.kind,
                title: match (follow_up.kind, follow_up.reason) {
                    (FollowUpKind::Other, _) | (_, Reason::KeepInTouch { .. }) if !about.is_empty() => about,
                    _ => follow_up.kind.words(texts).to_owned(),
                },
                when: format!(
                    "{} · {}",
                    texts.locale().day_near(follow_up.due_on, ctx.today),
                    texts.relative_due(follow_up.due_on, ctx.today)
                ),
                why: follow_up.why(telling),
                late: follow_up.state == DueState::Overdue,
                reason: follow_up.reason,
            }
        });
        Self {
            warmth: warmth_words,
            trend: warmth.trend,
            line: WarmthLine::of(ctx, contact, next.is_some()),
            parts: parts(ctx, contact),
            sums: sums(ctx, contact, warmth.value),
            next,
            entries: entries(ctx, contact),
        }
    }
}

/// How many parts are listed; the rest is one line.
const LISTED_PARTS: usize = 8;

/// The arithmetic of the warmth in words: what it is made of, and what is left of each part.
fn parts(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Vec<(String, String)> {
    let texts = ctx.texts;
    let number = |value: f32| texts.locale().number(value.round() as i64);
    let parts = Warmth::parts(ctx.book, ctx.index, contact, ctx.today);
    let line = |part: &WarmthPart| {
        let what = match part.source {
            WarmthSource::Encounter(id) => {
                ctx.book.get(id).map_or("", |encounter| encounter_label(encounter.kind, texts))
            }
            WarmthSource::Card(_) => texts.common_card(),
            WarmthSource::Introduction(_) => texts.common_introduction(),
            WarmthSource::Referral(_) => texts.common_referral(),
        };
        let day = texts.locale().day_near(part.on, ctx.today);
        (format!("{what}, {day}"), texts.inspector_warmth_part(&number(part.left), &number(part.points)))
    };
    let mut lines: Vec<_> = parts.iter().take(LISTED_PARTS).map(line).collect();
    let rest = parts.iter().skip(LISTED_PARTS);
    let (left, points) = rest.fold((0.0, 0.0), |sum, part| (sum.0 + part.left, sum.1 + part.points));
    if parts.len() > LISTED_PARTS {
        let more = (parts.len() - LISTED_PARTS) as i64;
        let left = texts.inspector_warmth_part(&number(left), &number(points));
        lines.push((texts.inspector_warmth_more(more), left));
    }
    lines
}

/// What the parts come to today, and in some time if nothing happens.
fn sums(ctx: &ViewCtx<'_>, contact: Id<Contact>, value: f32) -> Vec<(String, String)> {
    let texts = ctx.texts;
    let number = |value: f32| texts.locale().number(value.round() as i64);
    let parts = Warmth::parts(ctx.book, ctx.index, contact, ctx.today);
    let points: f32 = parts.iter().map(|part| part.left).sum();
    let mut lines = vec![
        (texts.inspector_warmth_points().to_owned(), number(points)),
        (texts.inspector_warmth_today().to_owned(), texts.inspector_warmth_of_hundred(&number(value))),
    ];
    if points > 0.5 {
        for days in [30, 90] {
            let then = Warmth::after(ctx.book, ctx.index, contact, ctx.today, days);
            let words = texts.inspector_warmth_without_contact(i64::from(days));
            lines.push((words, texts.inspector_warmth_of_hundred(&number(then))));
        }
    }
    lines
}

impl Inspector {
    pub(super) fn story_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: Id<Contact>) {
        let key = (contact, ctx.revision, ctx.today, ctx.texts.locale());
        let story = Arc::clone(self.story.get(key, |_| Arc::new(Story::of(ctx, contact))));
        warmth_ui(ctx, ui, &story);
        ui.add_space(10.0);
        if let Some(next) = &story.next {
            next_ui(ctx, ui, next, contact);
            ui.add_space(8.0);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if fields::link(ui, icons::PLUS, ctx.texts.inspector_add_encounter()).clicked() {
                ctx.open(Sheet::LogEncounter { contacts: vec![contact], completes: None });
            }
            if fields::link(ui, icons::PLUS, ctx.texts.inspector_add_reminder()).clicked() {
                ctx.open(Sheet::FollowUp(reminder(contact)));
            }
        });
        ui.add_space(6.0);
        if story.entries.is_empty() {
            ui.add_space(10.0);
            let texts = ctx.texts;
            let empty = EmptyState::new(
                icons::HANDSHAKE,
                texts.inspector_story_empty_title(),
                texts.inspector_story_empty(),
            );
            empty.show(ui);
        } else {
            timeline_ui(ctx, ui, &story.entries, contact);
        }
    }
}

fn warmth_ui(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, story: &Story) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::click());
    let spoken = format!("{}, {}", texts.inspector_warmth(), story.warmth);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 2.0)), 8, p.hover.gamma_multiply(0.5));
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, p.ai);
        ui.painter().rect_stroke(rect.expand(3.0), 8, ring, egui::StrokeKind::Outside);
    }
    let left = rect.width() * 0.42;
    let painter = ui.painter();
    let label = text::line(painter, texts.inspector_warmth(), TextKind::Label, p.text3, left);
    painter.galley(rect.min + vec2(0.0, 8.0), label, p.text3);
    let icon = match story.trend {
        Trend::Rising => icons::TREND_UP,
        Trend::Falling => icons::TREND_DOWN,
        Trend::Steady => "",
    };
    let words = text::line(painter, &story.warmth, TextKind::Strong, p.text, left - 18.0);
    let end = rect.left() + words.size().x;
    painter.galley(rect.min + vec2(0.0, 24.0), words, p.text);
    if !icon.is_empty() {
        let at = egui::pos2(end + 11.0, rect.top() + 34.0);
        paint_icon(painter, at, icon, Weight::Regular, 15.0, p.thread);
    }
    let place = egui::Rect::from_min_max(egui::pos2(rect.left() + left, rect.top()), rect.max);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
    widgets::warmth_line(&mut child, place.size(), &story.line.path, &story.line.knots, &spoken);
    egui::Popup::menu(&response)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .width(332.0)
        .show(|ui| {
            // A menu's own margin is meant for its items; these are words and figures.
            egui::Frame::NONE.inner_margin(space::S).show(ui, |ui| warmth_sum_ui(ui, texts, story, &spoken));
        });
}

/// What warmth is made of, and what becomes of it without contact.
fn warmth_sum_ui(ui: &mut egui::Ui, texts: &Texts, story: &Story, spoken: &str) {
    let p = Palette::of(ui);
    ui.set_width(300.0);
    ui.add(egui::Label::new(text::rich(texts.inspector_warmth_explained(), TextKind::Small, p.text2)).wrap());
    ui.add_space(6.0);
    widgets::warmth_line(ui, vec2(300.0, 84.0), &story.line.path, &story.line.knots, spoken);
    figures_ui(ui, &story.line.from, texts.inspector_today(), TextKind::Label, p.text3);
    ui.add_space(6.0);
    for (what, left) in &story.parts {
        figures_ui(ui, what, left, TextKind::Small, p.text2);
    }
    fields::hairline(ui);
    for (at, (what, value)) in story.sums.iter().enumerate() {
        let kind = if at == 1 { TextKind::Strong } else { TextKind::Small };
        figures_ui(ui, what, value, kind, p.text);
    }
}

/// Words at the left, a figure at the right.
fn figures_ui(ui: &mut egui::Ui, what: &str, figure: &str, kind: TextKind, ink: egui::Color32) {
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(text::rich(figure, kind, ink));
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(text::rich(what, kind, ink)).truncate());
            });
        });
    });
}

/// The follow-up that is due first, with its one main action.
fn next_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, next: &Next, contact: Id<Contact>) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let kind = seal_of(next.kind);
    fields::tinted(ui, kind.tint(p), |ui| {
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 38.0),
            egui::Layout::right_to_left(egui::Align::Center),
            |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let more = fields::tool(ui, icons::DOTS_THREE, texts.common_more());
                egui::Popup::menu(&more).show(|ui| follow_up_menu(ctx, ui, next.source));
                let (label, command) = main_action(ctx, next, contact);
                if ctx.add_writing(ui, Button::new(label).small()).clicked() {
                    ctx.ask(command);
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    ui.add(Seal::new(kind, sizes::SEAL));
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        ui.add(
                            egui::Label::new(text::rich(&next.title, TextKind::Strong, p.text)).truncate(),
                        );
                        let ink = if next.late { p.danger } else { p.text2 };
                        ui.add(egui::Label::new(text::rich(&next.when, TextKind::Small, ink)).truncate())
                            .on_hover_text(&next.why);
                    });
                });
            },
        );
    });
}

fn main_action<'a>(ctx: &ViewCtx<'a>, next: &Next, contact: Id<Contact>) -> (&'a str, Command) {
    let texts = ctx.texts;
    if let Some(request) = request_of(ctx, next.source) {
        let label = if next.kind == FollowUpKind::Introduce {
            texts.inspector_action_introduce()
        } else {
            texts.passon_ask()
        };
        return (label, Command::Open(Sheet::Request(request)));
    }
    match (next.kind, next.reason) {
        (FollowUpKind::Review, _) => (texts.inspector_review_now(), Command::Open(Sheet::Review(contact))),
        (FollowUpKind::TellOwner, Reason::Referral(referral)) => {
            (texts.inspector_owner_told(), Edit::TellOwner { referral }.into())
        }
        (FollowUpKind::Message, Reason::Referral(_)) => {
            (texts.calendar_write(), Command::Open(Sheet::Request(RequestOf::Referral(next.source))))
        }
        (FollowUpKind::Introduce, _) => {
            (texts.inspector_action_introduce(), Command::Open(Sheet::Introduction(contact)))
        }
        (
            FollowUpKind::ThankYou
            | FollowUpKind::Call
            | FollowUpKind::Meet
            | FollowUpKind::Message
            | FollowUpKind::Amends
            | FollowUpKind::Birthday,
            _,
        ) => (
            texts.inspector_log_done(),
            Command::Open(Sheet::LogEncounter {
                contacts: next.source.contacts(ctx.book),
                completes: Some(next.source),
            }),
        ),
        _ => (texts.common_done(), Edit::CompleteFollowUp { follow_up: next.source, encounter: None }.into()),
    }
}

/// What can be done with something due.
pub(super) fn follow_up_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, source: DueSource) {
    let Some(due) = ctx.index.due_by(source, ctx.today) else { return };
    let texts = ctx.texts;
    if let Some(sheet) = Sheet::of_ask(ctx.book, source) {
        if ui.add(MenuItem::new(texts.passon_opt_in_steps()).icon(icons::PATH)).clicked() {
            ctx.open(sheet);
        }
    } else {
        if ui.add(MenuItem::new(texts.inspector_follow_up_done()).icon(icons::CHECK)).clicked() {
            ctx.edit(Edit::CompleteFollowUp { follow_up: source, encounter: None });
        }
        if ui.add(MenuItem::new(texts.inspector_follow_up_log()).icon(icons::NOTE_PENCIL)).clicked() {
            ctx.open(Sheet::LogEncounter { contacts: due.contacts.clone(), completes: Some(source) });
        }
    }
    if ui.add(MenuItem::new(texts.common_edit()).icon(icons::PENCIL_SIMPLE_LINE)).clicked() {
        ctx.open(Sheet::FollowUp(crate::gui::command::FollowUpDraft {
            source: Some(source),
            kind: due.kind,
            contacts: due.contacts.clone(),
            due_on: Some(due.due_on),
        }));
    }
    widgets::menu_separator(ui);
    for (days, label) in [(1, texts.inspector_move_tomorrow()), (7, texts.inspector_move_week())] {
        if ui.add(MenuItem::new(label).icon(icons::CLOCK)).clicked() {
            let to = ctx.today + Days::new(days);
            ctx.edit(Edit::MoveFollowUps { follow_ups: vec![source], to });
        }
    }
    if ui.add(MenuItem::new(texts.rules_put_off_menu()).icon(icons::CLOCK)).clicked() {
        ctx.open(Sheet::PutOff(vec![source]));
    }
    if ui.add(MenuItem::new(texts.inspector_open_calendar()).icon(icons::CALENDAR_DOTS)).clicked() {
        ctx.ask(Command::Go(Route::Calendar));
    }
    widgets::menu_separator(ui);
    if ui.add(MenuItem::new(texts.rules_give_up_menu()).icon(icons::X)).clicked() {
        ctx.open(Sheet::GiveUp(source));
    }
    if let DueSource::Stored(follow_up) = source
        && ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked()
    {
        ctx.edit(Edit::RemoveFollowUp { follow_up });
    }
}
