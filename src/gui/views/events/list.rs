//! All events as a table: what is coming on top, then the past, the newest first; or by a column.
//!
//! Owns how rows are drawn and walked through with the keys. What stands in them is [`rows`](super::rows)'s.

use chrono::NaiveDate;
use eframe::egui::{self, Align, EventFilter, Key, Layout, Modifiers, Popup, Stroke, pos2, vec2};

use super::rows::{Column, Line, Row, Sort, lines_of, pressed};
use super::status_dot;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, space, stroke, text};
use crate::gui::views::ledger;
use crate::gui::widgets::{Button, ButtonRole, EmptyState, IconButton, Knot, MenuItem, paint_knot};
use crate::model::{Event, Id};
use crate::session::EventsFormat;
use crate::text::Locale;

/// What the rows rest on: book, search, day, language, order.
type Basis = (u64, u64, NaiveDate, Locale, Sort);

/// The list of all events.
#[derive(Default)]
pub(super) struct List {
    lines: Cached<Basis, Vec<Line>>,
    sort: Sort,
    /// How far it is scrolled and how high it is, as drawn last, in points.
    scrolled: (f32, f32),
    /// The event that is to get the keyboard as soon as it is drawn.
    wanted: Option<Id<Event>>,
    /// Where the list is to be scrolled before that.
    scroll_to: Option<f32>,
}

impl List {
    /// Draws the list; returns the event that was chosen.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) -> Option<Id<Event>> {
        let texts = ctx.texts;
        let pad = if ctx.compact { 20 } else { 36 };
        let frame =
            egui::Frame::new().inner_margin(egui::Margin { left: pad, right: pad, top: 18, bottom: 0 });
        let key = (ctx.revision, ctx.search.generation, ctx.today, texts.locale(), self.sort);
        let (view, sort): (&ViewCtx<'_>, Sort) = (ctx, self.sort);
        let mut chosen = None;
        // Taken out, so that the rows can be read while the rest is written to.
        let mut cached = std::mem::take(&mut self.lines);
        let lines = cached.get(key, |_| lines_of(view, sort));
        frame.show(ui, |ui| {
            head_ui(ctx, ui, lines);
            ui.add_space(space::L);
            if lines.is_empty() {
                empty_ui(ctx, ui);
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let columns = widths(ui.available_width(), texts.locale());
            let names = Column::ALL.map(|column| column.name(texts));
            let sorted = self.sort.map_or((Column::Date, false), |sort| sort);
            if let Some(column) =
                ledger::sortable_heads(ctx, ui, &columns, &names, (sorted.0 as usize, sorted.1))
            {
                self.sort = pressed(self.sort, Column::ALL[column]);
            }
            self.keys(ui, lines);
            let mut area = egui::ScrollArea::vertical().id_salt("events").auto_shrink(false);
            if let Some(offset) = self.scroll_to.take() {
                area = area.vertical_scroll_offset(offset);
            }
            let shown = area.show_rows(ui, ledger::ROW, lines.len(), |ui, range| {
                crate::gui::panes::follow_focus(ui);
                for line in &lines[range] {
                    match line {
                        Line::Section(words) => ledger::section(ui, words),
                        Line::Event(row) => {
                            if self.row_ui(ui, row, &columns) {
                                chosen = Some(row.id);
                            }
                        }
                    }
                }
            });
            self.scrolled = (shown.state.clamped_offset().y, shown.inner_rect.height());
        });
        self.lines = cached;
        chosen
    }

    /// Up, Down, Home and End go from event to event, also to those out of sight.
    fn keys(&mut self, ui: &egui::Ui, lines: &[Line]) {
        let focused = ui.memory(egui::Memory::focused);
        let at = lines.iter().position(|line| line.event().is_some_and(|id| Some(row_id(id)) == focused));
        if at.is_none() && !crate::gui::panes::view_has_keys(ui.ctx()) || modal_is_open(ui) {
            return;
        }
        let went = ui.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let page = ((self.scrolled.1 / ledger::ROW) as isize - 1).max(1);
            [
                (pressed(Key::ArrowDown), 1),
                (pressed(Key::ArrowUp), -1),
                (pressed(Key::PageDown), page),
                (pressed(Key::PageUp), -page),
                (pressed(Key::Home), isize::MIN),
                (pressed(Key::End), isize::MAX),
            ]
            .into_iter()
            .find_map(|(pressed, by)| pressed.then_some(by))
        });
        let Some(by) = went else { return };
        let events: Vec<usize> = (0..lines.len()).filter(|place| lines[*place].event().is_some()).collect();
        let present = at.and_then(|at| events.iter().position(|place| *place == at));
        let last = events.len().saturating_sub(1);
        let next = match present {
            Some(present) => present.saturating_add_signed(by).min(last),
            None if by == isize::MAX => last,
            None => 0,
        };
        let Some(place) = events.get(next).copied() else { return };
        self.wanted = lines[place].event();
        let (top, height) = self.scrolled;
        let y = place as f32 * ledger::ROW;
        if y < top {
            // With the heading above the first one.
            self.scroll_to = Some(if next == 0 { 0.0 } else { y });
        } else if y + ledger::ROW > top + height {
            self.scroll_to = Some(y + ledger::ROW - height);
        }
    }

    fn row_ui(&mut self, ui: &mut egui::Ui, row: &Row, columns: &[f32; 8]) -> bool {
        let p = Palette::of(ui);
        let (rect, response) = ledger::row_of(ui, row_id(row.id), &row.title, false);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(row.spoken.as_str()));
        if self.wanted == Some(row.id) {
            self.wanted = None;
            response.request_focus();
        }
        if response.has_focus() {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        if ui.is_rect_visible(rect) {
            let cells = ledger::cells(rect, columns);
            let painter = ui.painter();
            let put = |column: Column, words: &str, kind: TextKind, ink| {
                ledger::put(painter, cells[column as usize], words, kind, ink);
            };
            put(Column::Date, &row.date, TextKind::Body, p.text2);
            put(Column::Title, &row.title, TextKind::Strong, p.text);
            put(Column::Series, &row.series, TextKind::Body, p.text2);
            put(Column::Place, &row.place, TextKind::Body, p.text2);
            put(Column::Organizer, &row.organizer, TextKind::Body, p.text2);
            let status = cells[Column::Status as usize];
            ledger::state(painter, status, &row.status_words, status_dot(p, row.status), p.text2);
            put(Column::People, &row.people, TextKind::Body, p.text);
            if row.met > 0 {
                thread_ui(painter, cells[Column::Thanked as usize], row, p);
            }
        }
        response.clicked()
    }
}

fn row_id(event: Id<Event>) -> egui::Id {
    egui::Id::unique(("event row", event.value()))
}

fn modal_is_open(ui: &egui::Ui) -> bool {
    ui.ctx().memory(|memory| memory.top_modal_layer().is_some()) || Popup::is_any_open(ui.ctx())
}

/// The widths of the columns; what has no room is left out.
fn widths(width: f32, locale: Locale) -> [f32; 8] {
    let from = |least: f32, share: f32| if width < least { 0.0 } else { -share };
    // As wide as several days in one month are written.
    let date = match locale {
        Locale::En => 134.0,
        Locale::De => 150.0,
        Locale::Ja => 176.0,
    };
    [date, -3.0, from(1_000.0, 1.6), from(760.0, 1.2), from(880.0, 1.5), 186.0, 62.0, 132.0]
}

fn head_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, lines: &[Line]) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.horizontal(|ui| {
        ui.label(text::rich(texts.events_title(), TextKind::Display, p.text));
        ui.add_space(space::XL);
        let room = (ui.available_width() - 310.0).clamp(140.0, 420.0);
        ctx.search_field(ui, room);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if ctx.add_writing(ui, Button::primary(texts.events_add()).icon(icons::PLUS)).clicked() {
                ctx.open(Sheet::Event(None));
            }
            let more = IconButton::new(icons::DOTS_THREE, texts.common_more()).role(ButtonRole::Default);
            let response = ui.add_enabled(!lines.is_empty(), more);
            Popup::menu(&response).show(|ui| {
                let kinds = [
                    (EventsFormat::Csv, texts.events_export_csv()),
                    (EventsFormat::Json, texts.events_export_json()),
                ];
                for (format, words) in kinds {
                    if ui.add(MenuItem::new(words).icon(icons::EXPORT)).clicked() {
                        // What the list shows: while one searches, what was found.
                        let events = lines.iter().filter_map(Line::event).collect();
                        ctx.ask(Command::ExportEvents { events, format });
                    }
                }
            });
        });
    });
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

/// A short thread as far as people are thanked, then "5 of 8".
fn thread_ui(painter: &egui::Painter, cell: egui::Rect, row: &Row, p: &Palette) {
    const LENGTH: f32 = 54.0;
    let part = row.thanked as f32 / row.met as f32;
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
