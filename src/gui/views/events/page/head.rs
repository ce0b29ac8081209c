//! The head of the page: the day, the title, what became of it, the facts, and what can be done with it.
//!
//! Start reading at [`ui`].

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{self, Align, CornerRadius, Layout, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::{Next, Shown};
use crate::edit::Edit;
use crate::gui::command::{Action, Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::views::events::{is_there, status_dot, status_word};
use crate::gui::widgets::{Button, ButtonRole, ButtonSize, IconButton, MenuItem, menu_separator, paint_icon};
use crate::index::events::series_key;
use crate::index::money_text;
use crate::model::*;
use crate::text::Texts;

/// Draws the head; returns where the page goes from there.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown) -> Next {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let mut next = Next::Stay;
    if fact(ui, icons::CARET_LEFT, texts.events_back(), p.text2, Sense::click()).clicked() {
        next = Next::Back;
    }
    ui.add_space(space::XXS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        date_ui(ui, texts, event.starts_on);
        let (actions, fold) = actions_of(ctx, ui, event);
        let width = (ui.available_width() - actions - space::XL).max(200.0);
        ui.allocate_ui_with_layout(vec2(width, 84.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(space::L, space::XS);
            ui.spacing_mut().interact_size.y = 20.0;
            // The title may take the whole width: the state then stands with the facts.
            let words = text::line(
                ui.painter(),
                status_word(texts, event.status),
                TextKind::Strong,
                p.text,
                f32::INFINITY,
            );
            let status = words.size().x + STATUS;
            let mut fits = true;
            ui.horizontal(|ui| {
                let title = text::line(ui.painter(), &event.title, TextKind::Display, p.text, width);
                fits = title.size().x + space::L + status <= width;
                let (rect, response) = ui.allocate_exact_size(title.size(), Sense::hover());
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &event.title));
                let cut = title.elided;
                ui.painter().galley(rect.min, title, p.text);
                if cut {
                    crate::gui::widgets::tip(response, &event.title, None);
                }
                if fits {
                    status_ui(ctx, ui, event);
                }
            });
            ui.horizontal_wrapped(|ui| {
                if !fits {
                    status_ui(ctx, ui, event);
                }
                for (icon, words) in &shown.facts {
                    fact_ui(ui, icon, words, None);
                }
                if let Some(words) = &shown.series
                    && fact(ui, icons::ARROWS_CLOCKWISE, words, p.ai_text, Sense::click()).clicked()
                {
                    next = Next::Series;
                }
                if let Some((words, contact)) = &shown.organizer
                    && fact_ui(ui, icons::MICROPHONE_STAGE, words, *contact)
                {
                    ctx.ask(Command::Select(*contact));
                }
            });
            let link = event.link.trim();
            if !link.is_empty() && fact_link_ui(ui, link) {
                ctx.ask(Command::OpenLink(link.to_owned()));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            // Whoever does not come gets no cards there.
            if !event.status.is_off()
                && action_ui(ctx, ui, fold == Fold::All, (texts.events_add_cards(), icons::PLUS), true)
            {
                ctx.ask(Command::Do(Action::AddCards));
            }
            let more = IconButton::new(icons::DOTS_THREE, texts.common_more()).role(ButtonRole::Default);
            let response = ui.add(more);
            egui::Popup::menu(&response).show(|ui| {
                let tells = is_there(event, ctx.today);
                let both = [
                    (true, texts.events_prep_open(), icons::FILE_TEXT, Sheet::Prep(event.id)),
                    (tells, texts.events_debrief_open(), icons::NOTE_PENCIL, Sheet::Debrief(event.id)),
                ];
                for (_, words, icon, sheet) in both.into_iter().filter(|one| one.0) {
                    if ui.add(MenuItem::new(words).icon(icon)).clicked() {
                        ctx.open(sheet);
                    }
                }
                menu_separator(ui);
                let remove = MenuItem::new(texts.events_remove()).icon(icons::TRASH).danger();
                if ui.add(remove).clicked() {
                    ctx.edit(Edit::RemoveEvent { event: event.id });
                    next = Next::Back;
                }
            });
            let edit =
                IconButton::new(icons::PENCIL_SIMPLE_LINE, texts.events_edit()).role(ButtonRole::Default);
            if ui.add(edit).clicked() {
                ctx.open(Sheet::Event(Some(event.id)));
            }
            match next_step(ctx, event) {
                Some(Step::Prepare) => {
                    // It changes nothing: a book that is only read can be prepared with, too.
                    let (words, icon) = (texts.events_prep_open(), icons::FILE_TEXT);
                    let pressed = if fold == Fold::None {
                        ui.add(Button::new(words).icon(icon)).clicked()
                    } else {
                        ui.add(IconButton::new(icon, words).role(ButtonRole::Default)).clicked()
                    };
                    if pressed {
                        ctx.open(Sheet::Prep(event.id));
                    }
                }
                Some(Step::Tell) => {
                    let tell = (texts.events_debrief_open(), icons::NOTE_PENCIL);
                    if action_ui(ctx, ui, fold != Fold::None, tell, false) {
                        ctx.open(Sheet::Debrief(event.id));
                    }
                }
                None => {}
            }
        });
    });
    next
}

/// Room of a state besides its words, in points: dot, caret, and the space around them.
const STATUS: f32 = 56.0;

/// What an event is for now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Prepare,
    Tell,
}

/// Before an evening one prepares, after it one tells; whoever does not come does neither.
fn next_step(ctx: &ViewCtx<'_>, event: &Event) -> Option<Step> {
    if is_there(event, ctx.today) {
        Some(Step::Tell)
    } else {
        (event.status == Attendance::Planned).then_some(Step::Prepare)
    }
}

/// A button that may have lost its words; whether it was pressed.
fn action_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    folded: bool,
    (words, icon): (&str, &str),
    is_primary: bool,
) -> bool {
    let role = if is_primary { ButtonRole::Primary } else { ButtonRole::Default };
    let response = if folded {
        ctx.add_writing(ui, IconButton::new(icon, words).role(role))
    } else {
        ctx.add_writing(ui, Button::new(words).icon(icon).role(role))
    };
    response.clicked()
}

/// Which of the buttons are shown without their words: the title needs the room.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fold {
    None,
    Step,
    All,
}

/// What is left for the title at least before a button loses its words, in points.
const TITLE: f32 = 300.0;

/// How wide the buttons are, and which of them are folded.
fn actions_of(ctx: &ViewCtx<'_>, ui: &Ui, event: &Event) -> (f32, Fold) {
    let texts = ctx.texts;
    let square = ButtonSize::Regular.height();
    let step = next_step(ctx, event).map(|step| match step {
        Step::Prepare => texts.events_prep_open(),
        Step::Tell => texts.events_debrief_open(),
    });
    let step = step.map(|words| Button::new(words).icon(icons::FILE_TEXT).width(ui));
    let add = (!event.status.is_off())
        .then(|| Button::primary(texts.events_add_cards()).icon(icons::PLUS).width(ui));
    let width = |step: Option<f32>, add: Option<f32>| {
        let named = [step, add].into_iter().flatten();
        named.map(|width| width + space::S).sum::<f32>() + 2.0 * square + space::S + 2.0
    };
    let folded = |button: Option<f32>| button.map(|_| square);
    let room = ui.available_width() - space::XL - TITLE;
    if width(step, add) <= room {
        (width(step, add), Fold::None)
    } else if width(folded(step), add) <= room {
        (width(folded(step), add), Fold::Step)
    } else {
        (width(folded(step), folded(add)), Fold::All)
    }
}

/// The leaf of a calendar.
fn date_ui(ui: &mut Ui, texts: &Texts, day: Option<NaiveDate>) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(76.0, 84.0), Sense::hover());
    let painter = ui.painter();
    let corner = CornerRadius::same(radius::CONTROL);
    painter.rect(rect, corner, p.raised, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let head = egui::Rect::from_min_size(rect.min, vec2(rect.width(), 26.0));
    let top = CornerRadius { sw: 0, se: 0, ..corner };
    painter.rect_filled(head, top, p.ai);
    let write = |y: f32, words: &str, kind: TextKind, ink| {
        let line = text::line(painter, words, kind, ink, rect.width() - 6.0);
        painter.galley(pos2(rect.center().x - line.size().x / 2.0, y - line.size().y / 2.0), line, ink);
    };
    let locale = texts.locale();
    match day {
        Some(day) => {
            write(head.center().y, locale.month_short(day.month()), TextKind::Strong, p.on_ai);
            write(rect.top() + 47.0, &day.day().to_string(), TextKind::Display, p.text);
            write(rect.bottom() - 13.0, locale.weekday_long(day.weekday()), TextKind::Label, p.text2);
            let spoken = locale.day_medium(day);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
        }
        None => {
            write(rect.top() + 47.0, "–", TextKind::Display, p.text3);
            let spoken = texts.common_without_date();
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, spoken));
        }
    }
}

/// The state as a button that opens the others.
fn status_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let chip = crate::gui::widgets::Chip::new(status_word(texts, event.status), false)
        .dot(status_dot(p, event.status))
        .caret();
    let response = ui.add(chip);
    let response = crate::gui::widgets::tip(response, texts.events_status(), None);
    egui::Popup::menu(&response).show(|ui| {
        for status in Attendance::ALL {
            let item = MenuItem::new(status_word(texts, status)).checked(status == event.status);
            if ui.add_enabled(ctx.writable, item).clicked() && status != event.status {
                if matches!(status, Attendance::Planned | Attendance::Attended) {
                    let changed = Event { status, cancelled_on: None, ..Event::clone(event) };
                    ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
                } else {
                    // When it is said decides whether it is late, and what that asks for.
                    let absent = status == Attendance::NoShow;
                    ctx.open(Sheet::CancelEvent { event: event.id, absent });
                }
            }
        }
    });
}

/// An icon and a few words; a press counts when it is about a person.
fn fact_ui(ui: &mut Ui, icon: &str, words: &str, contact: Option<Id<Contact>>) -> bool {
    let p = Palette::of(ui);
    let ink = if contact.is_some() { p.ai_text } else { p.text2 };
    let sense = if contact.is_some() { Sense::click() } else { Sense::hover() };
    fact(ui, icon, words, ink, sense).clicked()
}

fn fact_link_ui(ui: &mut Ui, address: &str) -> bool {
    let ink = Palette::of(ui).ai_text;
    fact(ui, icons::LINK_SIMPLE, address, ink, Sense::click()).clicked()
}

pub(super) fn fact(ui: &mut Ui, icon: &str, words: &str, ink: egui::Color32, sense: Sense) -> egui::Response {
    let p = Palette::of(ui);
    let line = text::line(ui.painter(), words, TextKind::Body, ink, 420.0);
    let (rect, response) = ui.allocate_exact_size(vec2(line.size().x + 23.0, 20.0), sense);
    let role = if sense == Sense::hover() { egui::Role::Label } else { egui::Role::Link };
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, words));
    paint_icon(ui.painter(), pos2(rect.left() + 8.0, rect.center().y), icon, Weight::Regular, 16.0, p.text2);
    let at = pos2(rect.left() + 23.0, rect.center().y - line.size().y / 2.0);
    if role == egui::Role::Link && (response.hovered() || response.has_focus()) {
        ui.painter().hline(at.x..=rect.right(), rect.bottom() - 1.0, Stroke::new(1.0, ink));
    }
    ui.painter().galley(at, line, ink);
    response
}

/// Icons and words of what is known about the event.
pub(super) fn facts_of(ctx: &ViewCtx<'_>, event: &Event) -> Vec<(&'static str, String)> {
    let texts = ctx.texts;
    let locale = texts.locale();
    let mut facts = Vec::new();
    if let (Some(first), Some(last)) = (event.starts_on, event.ends_on)
        && last > first
    {
        facts.push((icons::CALENDAR_DOTS, texts.events_until_day(&locale.day_medium(last))));
    }
    match (event.starts_at, event.ends_at) {
        (Some(from), Some(until)) => {
            facts.push((icons::CLOCK, texts.events_time_range(&locale.time(from), &locale.time(until))));
        }
        (Some(from), None) => facts.push((icons::CLOCK, locale.time(from))),
        _ => {}
    }
    let place: Vec<&str> =
        [event.venue.trim(), event.city.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    if !place.is_empty() {
        facts.push((icons::MAP_PIN, place.join(locale.comma())));
    }
    if let Some(fee) = &event.fee {
        facts.push((icons::COINS, money_text(fee, locale)));
    }
    facts
}

/// Which one of its series the event is; pressing it shows the series.
pub(super) fn series_of(ctx: &ViewCtx<'_>, event: &Event) -> Option<String> {
    let key = series_key(event)?;
    let before = |other: &&Arc<Event>| {
        (other.starts_on, other.id) <= (event.starts_on, event.id) && series_key(other).as_ref() == Some(&key)
    };
    let number = ctx.book.events.values().filter(before).count();
    Some(ctx.texts.events_series_number(number as i64, event.series.trim()))
}
