//! All events: what is coming on top, then the past, the newest first.

use std::cmp::Reverse;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Layout, Stroke, pos2, vec2};

use super::{status_dot, status_word};
use crate::gui::command::Sheet;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, space, stroke, text};
use crate::gui::views::ledger;
use crate::gui::widgets::{Button, EmptyState, Knot, paint_knot};
use crate::index::is_thanked;
use crate::model::{Attendance, Event, Id};
use crate::text::Locale;

/// What the rows rest on: book, search, day, language.
type Key = (u64, u64, NaiveDate, Locale);

#[derive(Default)]
pub(super) struct List {
    lines: Cached<Key, Vec<Line>>,
}

enum Line {
    Section(String),
    Event(Box<Row>),
}

struct Row {
    id: Id<Event>,
    date: String,
    title: String,
    city: String,
    status: Attendance,
    people: String,
    thanked: usize,
    to_thank: usize,
    thanked_of: String,
}

impl Row {
    fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let links = ctx.index.links.event(event.id);
        let cards = links.cards.iter().filter_map(|id| ctx.book.get(*id));
        let (mut thanked, mut to_thank) = (0, 0);
        for card in cards.filter(|card| card.contact.is_some()) {
            to_thank += 1;
            thanked += usize::from(is_thanked(ctx.index, card));
        }
        let locale = ctx.texts.locale();
        Self {
            id: event.id,
            date: event.starts_on.map(|day| locale.day_medium(day)).unwrap_or_default(),
            title: event.title.clone(),
            city: event.city.clone(),
            status: event.status,
            people: if links.contacts.is_empty() {
                String::new()
            } else {
                locale.number(links.contacts.len() as i64)
            },
            thanked,
            to_thank,
            thanked_of: if to_thank > 0 {
                ctx.texts.common_position(thanked as i64, to_thank as i64)
            } else {
                String::new()
            },
        }
    }
}

/// Returns the lines of the list: coming events soonest first, those without a date, then the past.
fn lines_of(ctx: &ViewCtx<'_>) -> Vec<Line> {
    let found = ctx.search.found.as_ref();
    let events = ctx.book.events.values();
    let (mut coming, mut undated, mut past) = (Vec::new(), Vec::new(), Vec::new());
    for event in events.filter(|event| found.is_none_or(|found| found.matches_event(event.id))) {
        match event.last_day() {
            None => undated.push(event),
            Some(day) if day >= ctx.today => coming.push(event),
            Some(_) => past.push(event),
        }
    }
    coming.sort_by_key(|event| (event.starts_on, event.starts_at, event.id));
    past.sort_by_key(|event| Reverse((event.starts_on, event.starts_at, event.id)));
    let texts = ctx.texts;
    let sections = [
        (texts.events_upcoming(), coming),
        (texts.common_without_date(), undated),
        (texts.events_past(), past),
    ];
    let mut lines = Vec::new();
    for (title, events) in sections {
        if !events.is_empty() {
            lines.push(Line::Section(title.to_owned()));
            lines.extend(events.into_iter().map(|event| Line::Event(Box::new(Row::of(ctx, event)))));
        }
    }
    lines
}

impl List {
    /// Draws the list; returns the event that was chosen.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) -> Option<Id<Event>> {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let pad = if ctx.compact { 20 } else { 36 };
        let frame =
            egui::Frame::new().inner_margin(egui::Margin { left: pad, right: pad, top: 18, bottom: 0 });
        let mut chosen = None;
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(text::rich(texts.events_title(), TextKind::Display, p.text));
                ui.add_space(space::XL);
                let room = (ui.available_width() - 260.0).clamp(140.0, 420.0);
                ctx.search_field(ui, room);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if ctx.add_writing(ui, Button::primary(texts.events_add()).icon(icons::PLUS)).clicked() {
                        ctx.open(Sheet::Event(None));
                    }
                });
            });
            ui.add_space(space::L);
            let key = (ctx.revision, ctx.search.generation, ctx.today, texts.locale());
            let view: &ViewCtx<'_> = ctx;
            let lines = self.lines.get(key, |_| lines_of(view));
            if lines.is_empty() {
                empty_ui(ctx, ui);
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            let city = if width < 760.0 { 0.0 } else { -1.2 };
            let columns = [124.0, -3.0, city, 150.0, 62.0, 132.0];
            let names = [
                texts.events_column_date(),
                texts.events_column_title(),
                texts.events_column_city(),
                texts.events_column_status(),
                texts.events_column_people(),
                texts.events_column_thanked(),
            ];
            ledger::heads(ui, &columns, &names);
            let area = egui::ScrollArea::vertical().id_salt("events").auto_shrink(false);
            area.show_rows(ui, ledger::ROW, lines.len(), |ui, range| {
                crate::gui::panes::follow_focus(ui);
                for line in &lines[range] {
                    match line {
                        Line::Section(words) => ledger::section(ui, words),
                        Line::Event(row) => {
                            if row_ui(ctx, ui, row, &columns) {
                                chosen = Some(row.id);
                            }
                        }
                    }
                }
            });
        });
        chosen
    }
}

fn empty_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    let texts = ctx.texts;
    ui.add_space(ui.available_height() * 0.28);
    ui.vertical_centered(|ui| {
        ui.set_max_width(420.0);
        if ctx.search.found.is_some() {
            let words = texts.app_search_none(&ctx.search.query);
            EmptyState::new(icons::MAGNIFYING_GLASS, texts.events_title(), &words).show(ui);
        } else {
            let state = EmptyState::new(icons::TICKET, texts.events_empty_title(), texts.events_empty_body());
            if state.action(texts.events_add()).show(ui) {
                ctx.open(Sheet::Event(None));
            }
        }
    });
}

fn row_ui(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, row: &Row, columns: &[f32; 6]) -> bool {
    let p = Palette::of(ui);
    let (rect, response) = ledger::row(ui, &row.title, false);
    if ui.is_rect_visible(rect) {
        let cells = ledger::cells(rect, columns);
        let painter = ui.painter();
        ledger::put(painter, cells[0], &row.date, TextKind::Body, p.text2);
        ledger::put(painter, cells[1], &row.title, TextKind::Strong, p.text);
        ledger::put(painter, cells[2], &row.city, TextKind::Body, p.text2);
        let word = status_word(ctx.texts, row.status);
        ledger::state(painter, cells[3], word, status_dot(p, row.status), p.text2);
        ledger::put(painter, cells[4], &row.people, TextKind::Body, p.text);
        if row.to_thank > 0 {
            thread_ui(painter, cells[5], row, p);
        }
    }
    response.clicked()
}

/// A short thread as far as people are thanked, then "5 of 8".
fn thread_ui(painter: &egui::Painter, cell: egui::Rect, row: &Row, p: &Palette) {
    const LENGTH: f32 = 54.0;
    let part = row.thanked as f32 / row.to_thank as f32;
    let (left, y) = (cell.left() + 5.0, cell.center().y);
    let end = left + LENGTH * part;
    if part < 1.0 {
        let line = Stroke::new(1.5, p.line_strong);
        let rest = [pos2(end + 5.0, y), pos2(left + LENGTH, y)];
        painter.extend(egui::Shape::dashed_line(&rest, line, 2.0, 2.5));
    }
    if row.thanked > 0 {
        painter.line_segment([pos2(left, y), pos2(end, y)], Stroke::new(stroke::THREAD, p.thread));
    }
    let knot = if row.thanked > 0 { Knot::Solid } else { Knot::Open };
    paint_knot(painter, pos2(end, y), 4.5, knot, p.desk, p);
    let words = egui::Rect::from_min_max(pos2(left + LENGTH + 12.0, cell.top()), cell.max + vec2(8.0, 0.0));
    ledger::put(painter, words, &row.thanked_of, TextKind::Body, p.text2);
}
