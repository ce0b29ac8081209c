//! The small month: a day is a number with dots for how much there is to do, a week its number with a bar.
//!
//! Owns its painting; what is pressed is told to the view. Start reading at [`mini_ui`].

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{
    self, Align, CornerRadius, Id, Layout, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::widgets::{ButtonSize, IconButton, dashed_rect, tip};
use crate::text::holidays::japanese_holiday;

use super::Basis;
use super::grid::{add_days, first_of_month};
use super::load::{self, FULL_DAY, Load};
use super::month::{fill_of, ring};

/// Height of a row.
const ROW: f32 = 28.0;
/// Width of the column of week numbers.
const GUTTER: f32 = 28.0;

/// A small month as data.
#[derive(Debug, Clone)]
pub struct Mini {
    heading: String,
    columns: Vec<&'static str>,
    weeks: Vec<MiniWeek>,
}

#[derive(Debug, Clone)]
struct MiniWeek {
    number: String,
    load: Load,
    days: Vec<MiniDay>,
}

#[derive(Debug, Clone)]
struct MiniDay {
    date: NaiveDate,
    label: String,
    in_month: bool,
    /// How many dots.
    dots: u8,
    /// There is more than a day holds.
    is_full: bool,
    has_event: bool,
    is_holiday: bool,
    spoken: String,
}

/// What came of drawing a small month.
#[derive(Debug, Default)]
pub struct MiniOutcome {
    /// A day was chosen.
    pub day: Option<NaiveDate>,
    /// Months to turn.
    pub turn: i32,
    /// The day under the pointer.
    pub over: Option<NaiveDate>,
}

impl Mini {
    /// Gathers a month, `first` being any of its days: always six weeks, so that nothing below it jumps.
    pub fn of(ctx: &ViewCtx<'_>, basis: &Basis, first: NaiveDate) -> Self {
        let locale = ctx.texts.locale();
        let first = first_of_month(first);
        let begin = basis.weeks.start(first);
        let counts = load::by_day(ctx, begin, 42);
        let day_of = |date: NaiveDate| {
            let count = counts.get(&date).copied().unwrap_or(0);
            let events = ctx.index.agenda.events_on(date).len();
            let words = ctx.texts.calendar_day_name((count + events) as i64, &locale.day_spoken(date));
            MiniDay {
                date,
                label: date.day().to_string(),
                in_month: (date.year(), date.month()) == (first.year(), first.month()),
                dots: match count {
                    0 => 0,
                    1 | 2 => 1,
                    3..=5 => 2,
                    _ => 3,
                },
                is_full: count > FULL_DAY,
                has_event: events > 0,
                is_holiday: basis.holidays && japanese_holiday(date).is_some(),
                spoken: ctx.texts.calendar_show_day(&words),
            }
        };
        let week = |number: i64| {
            let start = add_days(begin, 7 * number);
            MiniWeek {
                number: basis.weeks.number(start).to_string(),
                load: Load::of_counts(ctx, basis, start, &counts),
                days: (0..7).map(|column| day_of(add_days(start, column))).collect(),
            }
        };
        Self {
            heading: locale.month_heading(first),
            columns: (0..7).map(|column| locale.weekday_narrow(add_days(begin, column).weekday())).collect(),
            weeks: (0..6).map(week).collect(),
        }
    }
}

/// Draws the small month as wide as there is room. `salt` tells apart the places in which it stands.
pub fn mini_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    mini: &Mini,
    selected: NaiveDate,
    is_dragging: bool,
    salt: &str,
) -> MiniOutcome {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let mut outcome = MiniOutcome::default();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.label(text::rich(&mini.heading, TextKind::Strong, p.text));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (icon, name, by) in [
                (icons::CARET_RIGHT, texts.calendar_mini_next(), 1),
                (icons::CARET_LEFT, texts.calendar_mini_previous(), -1),
            ] {
                if ui.add(IconButton::new(icon, name).size(ButtonSize::Small)).clicked() {
                    outcome.turn = by;
                }
            }
        });
    });
    let size = vec2(ui.available_width(), 18.0 + ROW * mini.weeks.len() as f32);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let width = (rect.width() - GUTTER) / 7.0;
    let x = |column: usize| rect.left() + GUTTER + width * column as f32;
    for (column, label) in mini.columns.iter().enumerate() {
        let line = text::line(ui.painter(), label, TextKind::Label, p.text3, width);
        let at = pos2(x(column) + (width - line.size().x) / 2.0, rect.top());
        ui.painter().galley(at, line, p.text3);
    }
    let pointer = ui.ctx().pointer_latest_pos();
    for (row, week) in mini.weeks.iter().enumerate() {
        let top = rect.top() + 18.0 + ROW * row as f32;
        let gutter = Rect::from_min_size(pos2(rect.left(), top), vec2(GUTTER - 6.0, ROW));
        let response = ui.interact(gutter, Id::unique((salt, "week", row)), Sense::hover());
        let number = text::line(ui.painter(), &week.number, TextKind::Label, p.text3, GUTTER);
        ui.painter().galley(pos2(gutter.left(), top + 4.0), number, p.text3);
        let track = Rect::from_min_size(pos2(gutter.left(), top + 20.0), vec2(18.0, 3.0));
        if week.load.count > 0 {
            let ink = if week.load.is_full() { p.danger } else { p.ai };
            ui.painter().rect_filled(track, CornerRadius::same(1), p.pressed);
            let filled = track.with_max_x(track.left() + track.width() * week.load.part());
            ui.painter().rect_filled(filled, CornerRadius::same(1), ink);
        }
        tip(response, &week.load.spoken, None);
        for (column, day) in week.days.iter().enumerate() {
            let cell = Rect::from_min_size(pos2(x(column), top), vec2(width, ROW));
            let is_over = is_dragging && pointer.is_some_and(|at| cell.contains(at));
            if is_over {
                outcome.over = Some(day.date);
            }
            if day_ui(ctx, ui, cell, day, selected, is_over, salt) {
                outcome.day = Some(day.date);
            }
        }
    }
    outcome
}

fn day_ui(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    cell: Rect,
    day: &MiniDay,
    selected: NaiveDate,
    is_over: bool,
    salt: &str,
) -> bool {
    let p = Palette::of(ui);
    let response = ui.interact(cell, Id::unique((salt, day.date)), Sense::click());
    let (is_selected, today) = (day.date == selected, day.date == ctx.today);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_selected, &day.spoken));
    let disc = Rect::from_center_size(cell.center(), vec2(cell.width().min(30.0), ROW - 2.0));
    let corner = CornerRadius::same(7);
    let fill = fill_of(&response, egui::Color32::TRANSPARENT, p.hover, p.pressed);
    let (fill, ink) = if today {
        (p.ai, p.on_ai)
    } else if is_selected {
        (p.ai_soft, p.ai_text)
    } else if !day.in_month {
        (fill, p.text3)
    } else if day.is_holiday {
        (fill, p.danger)
    } else {
        (fill, p.text)
    };
    ui.painter().rect_filled(disc, corner, fill);
    if is_selected && today {
        ui.painter().rect_stroke(disc.expand(2.0), corner, Stroke::new(1.5, p.ai), StrokeKind::Middle);
    }
    if is_over {
        dashed_rect(ui.painter(), disc, 6.0, Stroke::new(2.0, p.ai));
    }
    ring(ui, &response, disc, 7);
    let kind = if day.has_event { TextKind::Strong } else { TextKind::Small };
    let number = text::line(ui.painter(), &day.label, kind, ink, cell.width());
    let at = pos2(cell.center().x - number.size().x / 2.0, cell.top() + 3.0);
    ui.painter().galley(at, number, ink);
    let dot = if today {
        p.on_ai
    } else if day.is_full {
        p.danger
    } else {
        p.ai_text
    };
    let first = cell.center().x - f32::from(day.dots.saturating_sub(1)) * 2.5;
    for number in 0..day.dots {
        ui.painter().circle_filled(pos2(first + f32::from(number) * 5.0, cell.bottom() - 5.5), 1.5, dot);
    }
    let clicked = response.clicked();
    if day.is_full && !is_over {
        tip(response, &day.spoken, None);
    }
    clicked
}
