//! The page of a series: its events, the row of attendance, familiar faces, the advice, what it cost, what was cancelled.
//!
//! Owns nothing of the book. Start reading at [`SeriesPage::ui`].

use chrono::NaiveDate;
use eframe::egui::{self, Align, Layout, Sense, Ui, UiBuilder, pos2, vec2};

use super::page::again::{AdviceShown, advice_ui};
use super::record::record_ui;
use super::status_dot;
use crate::edit::wish_word;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, text};
use crate::gui::views::ledger;
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Knot, box_frame, paint_icon, paint_knot, section_header};
use crate::index::events::{AmendsBook, Series, money_sum, record_lines, settled_word};
use crate::model::{Attendance, Contact, Event, Id, RepeatDecision};
use crate::text::Locale;

/// What the page wants after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Stay,
    Back,
    Event(Id<Event>),
}

type Key = (String, u64, NaiveDate, Locale);

/// The page of the open series.
#[derive(Default)]
pub(super) struct SeriesPage {
    shown: Cached<Key, Option<Shown>>,
}

/// What is formatted once for each state of the book.
struct Shown {
    name: String,
    facts: Vec<(&'static str, String)>,
    events: Vec<Row>,
    faces: Vec<Face>,
    advice: AdviceShown,
    record: Vec<(Attendance, String)>,
    cancelled: Vec<(String, String)>,
}

struct Row {
    id: Id<Event>,
    date: String,
    title: String,
    status: Attendance,
    status_words: String,
    people: String,
    wish: String,
    spoken: String,
}

struct Face {
    contact: Id<Contact>,
    name: String,
    times: usize,
    words: String,
}

/// Familiar faces that are shown.
const FACES: usize = 12;

impl SeriesPage {
    /// Draws the page of a series; goes back when no event is of it any more.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, name: &str) -> Next {
        let key = (name.to_owned(), ctx.revision, ctx.today, ctx.texts.locale());
        let view: &ViewCtx<'_> = ctx;
        let Some(shown) = self.shown.get(key, |_| Shown::of(view, name)) else { return Next::Back };
        let pad = if ctx.compact { 20.0 } else { space::PAGE };
        let mut next = Next::Stay;
        egui::ScrollArea::vertical().id_salt("series page").auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            let all = ui.available_rect_before_wrap();
            let width = (all.width() - 2.0 * pad).min(1360.0);
            let left = all.left() + ((all.width() - width) / 2.0).max(pad);
            let rect = egui::Rect::from_min_size(pos2(left, all.top() + 16.0), vec2(width, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
            page.spacing_mut().item_spacing.y = space::S;
            if head_ui(ctx, &mut page, shown) {
                next = Next::Back;
            }
            page.add_space(space::L);
            let mut chosen = None;
            if width >= 860.0 {
                let side = 340.0;
                let top = page.cursor().top();
                let main =
                    egui::Rect::from_min_size(pos2(left, top), vec2(width - side - 28.0, f32::INFINITY));
                let aside =
                    egui::Rect::from_min_size(pos2(left + width - side, top), vec2(side, f32::INFINITY));
                let a = column(&mut page, main, |ui| chosen = main_ui(ctx, ui, shown));
                let b = column(&mut page, aside, |ui| aside_ui(ctx, ui, shown));
                page.allocate_rect(a.union(b), Sense::hover());
            } else {
                chosen = main_ui(ctx, &mut page, shown);
                page.add_space(space::XL);
                aside_ui(ctx, &mut page, shown);
            }
            if let Some(event) = chosen {
                next = Next::Event(event);
            }
            let used = page.min_rect();
            ui.allocate_rect(used, Sense::hover());
            ui.add_space(space::PAGE);
        });
        next
    }
}

fn column(ui: &mut Ui, rect: egui::Rect, add: impl FnOnce(&mut Ui)) -> egui::Rect {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    child.spacing_mut().item_spacing.y = space::S;
    add(&mut child);
    child.min_rect()
}

/// Draws the head; returns whether it goes back.
fn head_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, shown: &Shown) -> bool {
    let p = Palette::of(ui);
    let back = super::page::link_ui(ui, icons::CARET_LEFT, ctx.texts.visits_back(), p.text2);
    ui.horizontal(|ui| {
        let title =
            text::line(ui.painter(), &shown.name, TextKind::Display, p.text, ui.available_width() - 120.0);
        let (rect, response) = ui.allocate_exact_size(title.size(), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &shown.name));
        ui.painter().galley(rect.min, title, p.text);
        ui.add_space(space::S);
        ui.label(text::rich(ctx.texts.visits_series(), TextKind::Body, p.text3));
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, space::XS);
        for (icon, words) in &shown.facts {
            let line = text::line(ui.painter(), words, TextKind::Body, p.text2, 420.0);
            let (rect, response) = ui.allocate_exact_size(vec2(line.size().x + 23.0, 20.0), Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
            let y = rect.center().y;
            paint_icon(ui.painter(), pos2(rect.left() + 8.0, y), icon, Weight::Regular, 16.0, p.text2);
            ui.painter().galley(pos2(rect.left() + 23.0, y - line.size().y / 2.0), line, p.text2);
        }
    });
    back
}

fn main_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, shown: &Shown) -> Option<Id<Event>> {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let mut chosen = None;
    section_header(ui, texts.visits_series_list(), None);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let columns: &[f32] = if ui.available_width() < 620.0 {
            &[136.0, -2.0, 176.0, 0.0, 0.0]
        } else {
            &[140.0, -2.0, 230.0, 60.0, 80.0]
        };
        for row in &shown.events {
            let (rect, response) = ledger::row(ui, &row.spoken, false);
            let cells = ledger::cells(rect, columns);
            let painter = ui.painter();
            ledger::put(painter, cells[0], &row.date, TextKind::Body, p.text2);
            ledger::put(painter, cells[1], &row.title, TextKind::Strong, p.text);
            ledger::state(painter, cells[2], &row.status_words, status_dot(p, row.status), p.text2);
            ledger::put(painter, cells[3], &row.people, TextKind::Body, p.text2);
            ledger::put(painter, cells[4], &row.wish, TextKind::Body, p.text2);
            if response.clicked() {
                chosen = Some(row.id);
            }
        }
    });
    ui.add_space(space::XL);
    section_header(ui, texts.visits_series_faces(), None);
    if shown.faces.is_empty() {
        ui.label(text::rich(texts.visits_series_faces_none(), TextKind::Body, p.text2));
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for face in &shown.faces {
            face_ui(ctx, ui, face);
        }
    });
    chosen
}

/// Somebody with a knot on the thread for each time.
fn face_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, face: &Face) {
    let p = Palette::of(ui);
    let selected = ctx.selection.contact == Some(face.contact);
    let (rect, response) = ledger::row(ui, &format!("{}, {}", face.name, face.words), selected);
    let cells = ledger::cells(rect, &[-1.0, 110.0, 210.0]);
    ledger::put(ui.painter(), cells[0], &face.name, TextKind::Strong, p.text);
    let knots = face.times.min(6);
    let y = rect.center().y;
    let at = |index: usize| pos2(cells[1].left() + 8.0 + 17.0 * index as f32, y);
    let line = egui::Stroke::new(crate::gui::theme::stroke::THREAD, p.thread);
    ui.painter().line_segment([at(0), at(knots.saturating_sub(1))], line);
    for index in 0..knots {
        paint_knot(ui.painter(), at(index), 4.5, Knot::Solid, p.desk, p);
    }
    ledger::put(ui.painter(), cells[2], &face.words, TextKind::Body, p.text2);
    if response.clicked() {
        ctx.select(face.contact);
    }
}

fn aside_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, shown: &Shown) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        section_header(ui, texts.events_again(), None);
        advice_ui(ui, texts, &shown.advice);
    });
    ui.add_space(space::S);
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        section_header(ui, texts.visits_record(), None);
        record_ui(ui, texts, &shown.record);
        ui.add_space(space::XS);
        ui.label(text::rich(texts.visits_series_cancelled(), TextKind::Strong, p.text));
        if shown.cancelled.is_empty() {
            ui.label(text::rich(texts.visits_series_cancelled_none(), TextKind::Small, p.text2));
        }
        for (day, words) in &shown.cancelled {
            ui.add(egui::Label::new(text::rich(day, TextKind::Body, p.text)).wrap());
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        }
    });
}

impl Shown {
    fn of(ctx: &ViewCtx<'_>, name: &str) -> Option<Self> {
        let texts = ctx.texts;
        let locale = texts.locale();
        let series = Series::named(ctx.book, ctx.index, name, ctx.today)?;
        let amends = AmendsBook::of(ctx.book);
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let events: Vec<_> = series.events.iter().filter_map(|id| ctx.book.get(*id)).collect();
        let rows = events.iter().map(|event| {
            let date = event
                .starts_on
                .map_or_else(|| texts.common_without_date().to_owned(), |day| locale.day_medium(day));
            let people = ctx.index.links.event(event.id).contacts.len();
            let wish = event.repeat.as_ref().map(RepeatDecision::wish);
            let status_words = settled_word(texts, event, &amends);
            Row {
                id: event.id,
                spoken: [event.title.as_str(), &date, &status_words].join(", "),
                date,
                title: event.title.clone(),
                status: event.status,
                status_words,
                people: if people > 0 { locale.number(number(people)) } else { String::new() },
                wish: wish.map(|wish| wish_word(texts, wish).to_owned()).unwrap_or_default(),
            }
        });
        let faces = series.faces.iter().take(FACES).map(|face| {
            let times = texts.visits_series_times(number(face.times));
            let words = match face.last_on {
                Some(day) => texts.visits_series_face_last(&locale.day_near(day, ctx.today), &times),
                None => times,
            };
            let name = name_of(ctx.book, texts, face.contact);
            Face { contact: face.contact, name, times: face.times, words }
        });
        let cancelled = events.iter().filter(|event| {
            matches!(
                event.status,
                Attendance::CancelledEarly | Attendance::CancelledLate | Attendance::NoShow
            )
        });
        let cancelled = cancelled.map(|event| {
            let day = event.starts_on.map(|day| locale.day_medium(day));
            let status = settled_word(texts, event, &amends);
            let words = match event.cancelled_on {
                Some(on) => texts.visits_series_cancelled_on(&locale.day_near(on, ctx.today), &status),
                None => status,
            };
            (day.unwrap_or_else(|| texts.common_without_date().to_owned()), words)
        });
        let mut facts = vec![
            (icons::TICKET, texts.visits_series_events(number(series.events.len()))),
            (icons::CHECK_CIRCLE, texts.visits_series_streak(number(series.streak))),
        ];
        if series.longest > series.streak {
            facts.push((icons::ARROWS_CLOCKWISE, texts.visits_series_longest(number(series.longest))));
        }
        facts.push(if series.spent.is_empty() {
            (icons::COINS, texts.visits_series_cost_none().to_owned())
        } else {
            (icons::COINS, texts.visits_series_cost(&money_sum(&series.spent, locale)))
        });
        Some(Self {
            facts,
            events: rows.collect(),
            faces: faces.collect(),
            advice: AdviceShown::of(ctx, &series),
            record: record_lines(texts, &series.record),
            cancelled: cancelled.collect(),
            name: series.name,
        })
    }
}
