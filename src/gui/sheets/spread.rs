//! Spreads what is overdue, or what is too much for one day, over a week: shows the plan first, then carries it out as
//! one step.

use chrono::NaiveDate;
use eframe::egui::{self, Align, CornerRadius, Layout, Rect, ScrollArea, Sense, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::calendar::items;
use crate::gui::widgets::{Button, EmptyState, Switch};
use crate::index::{SpreadOf, SpreadPlan};
use crate::text::Texts;
use crate::text::holidays::japanese_holiday;

/// Height of a day.
const ROW: f32 = 44.0;
/// How many people of a day are named.
const NAMED: usize = 4;

/// Spreads follow-ups over a week.
pub struct SpreadSheet {
    of: SpreadOf,
    weekends: bool,
    plan: Cached<(u64, NaiveDate, bool), Plan>,
}

/// A plan with its words.
struct Plan {
    plan: SpreadPlan,
    rows: Vec<Row>,
    intro: String,
    notes: Vec<(bool, String)>,
}

/// A day of the plan with its words.
struct Row {
    day: String,
    names: String,
    count: String,
    spoken: String,
    before: usize,
    after: usize,
}

impl SpreadSheet {
    /// Returns the sheet as it opens.
    pub fn new(of: SpreadOf) -> Self {
        Self { of, weekends: false, plan: Cached::default() }
    }
}

impl Plan {
    fn of(ctx: &ViewCtx<'_>, of: SpreadOf, weekends: bool) -> Self {
        let texts = ctx.texts;
        let locale = texts.locale();
        let holidays = ctx.settings.shows_holidays(locale);
        let is_free = |day: NaiveDate| holidays && japanese_holiday(day).is_some();
        let plan = SpreadPlan::of(ctx.index, of, ctx.today, weekends, &is_free);
        let row = |day: &crate::index::SpreadDay| {
            let moved: Vec<_> = plan.moves.iter().filter(|one| one.to == day.day).collect();
            let mut names: Vec<String> =
                moved.iter().take(NAMED).map(|one| items::who_of(ctx, one.what)).collect();
            if moved.len() > NAMED {
                names.push(texts.calendar_more((moved.len() - NAMED) as i64));
            }
            let words = locale.day_weekday(day.day);
            Row {
                names: names.join(", "),
                count: format!("{} → {}", day.before, day.after),
                spoken: texts.calendar_spread_row(&day.after.to_string(), &day.before.to_string(), &words),
                day: words,
                before: day.before,
                after: day.after,
            }
        };
        let rows = plan.days.iter().map(row).collect();
        let mut notes = Vec::new();
        if plan.late() > 0 {
            notes.push((true, texts.calendar_spread_late(plan.late() as i64)));
        }
        if plan.staying > 0 {
            notes.push((false, texts.calendar_spread_staying(plan.staying as i64)));
        }
        let intro = match of {
            SpreadOf::Overdue => texts.calendar_spread_overdue(plan.moves.len() as i64),
            SpreadOf::Day(day) => {
                texts.calendar_spread_day(plan.moves.len() as i64, &locale.day_weekday(day))
            }
        };
        Self { plan, rows, intro, notes }
    }
}

impl SheetUi for SpreadSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.calendar_spread_title().to_owned()
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let (of, weekends) = (self.of, self.weekends);
        let plan = self.plan.get((ctx.revision, ctx.today, weekends), |_| Plan::of(ctx, of, weekends));
        ui.spacing_mut().item_spacing.y = space::S;
        let mut next = Next::Stay;
        if plan.plan.moves.is_empty() {
            let (title, body) = (texts.calendar_spread_none_title(), texts.calendar_spread_none_body());
            EmptyState::new(icons::LEAF, title, body).show(ui);
        } else {
            ui.add(egui::Label::new(text::rich(&plan.intro, TextKind::Body, p.text2)).wrap());
            let height = (ui.ctx().content_rect().height() - 380.0).max(ROW * 2.0);
            ScrollArea::vertical().id_salt("spread").max_height(height).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let most = plan.rows.iter().map(|row| row.after.max(row.before)).max().unwrap_or(1);
                for row in &plan.rows {
                    row_ui(ui, row, most);
                }
            });
            for (is_warning, note) in &plan.notes {
                let ink = if *is_warning { p.warn } else { p.text2 };
                ui.add(egui::Label::new(text::rich(note, TextKind::Small, ink)).wrap());
            }
        }
        ui.add_space(space::XS);
        ui.add(Switch::new(&mut self.weekends, texts.calendar_spread_weekends()));
        ui.add_space(space::L);
        let foot = vec2(ui.available_width(), 32.0);
        let mut go = false;
        let is_possible = !plan.plan.moves.is_empty() && ctx.writable;
        ui.allocate_ui_with_layout(foot, Layout::right_to_left(Align::Center), |ui| {
            go = ui.add_enabled(is_possible, Button::primary(texts.calendar_spread_do())).clicked();
            if ui.add(Button::ghost(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        go |= is_possible && super::day_field::save_key(ui);
        if go {
            ctx.edit(Edit::SpreadFollowUps { moves: plan.plan.pairs() });
            next = Next::Close;
        }
        next
    }
}

/// A day: its name, who comes to it, and how much there is before and with the plan.
fn row_ui(ui: &mut egui::Ui, row: &Row, most: usize) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &row.spoken));
    ui.painter().rect_filled(rect, CornerRadius::same(8), p.panel);
    let left = rect.left() + 12.0;
    let day = text::line(ui.painter(), &row.day, TextKind::Strong, p.text, 130.0);
    let count = text::line(ui.painter(), &row.count, TextKind::Small, p.text2, 70.0);
    let right = rect.right() - 12.0 - count.size().x;
    ui.painter().galley(pos2(right, rect.center().y - count.size().y / 2.0), count, p.text2);
    ui.painter().galley(pos2(left, rect.top() + 5.0), day, p.text);
    let names = text::line(ui.painter(), &row.names, TextKind::Small, p.text2, rect.width() - 250.0);
    ui.painter().galley(pos2(left, rect.top() + 24.0), names, p.text2);
    // The bar: what is there already is paler than what comes.
    let track = Rect::from_min_max(
        pos2(rect.right() - 172.0, rect.center().y - 4.0),
        pos2(rect.right() - 72.0, rect.center().y + 4.0),
    );
    let part = |count: usize| track.left() + track.width() * count as f32 / most.max(1) as f32;
    let corner = CornerRadius::same(4);
    ui.painter().rect_filled(track, corner, p.sunk);
    ui.painter().rect_filled(track.with_max_x(part(row.after)), corner, p.ai);
    ui.painter().rect_filled(track.with_max_x(part(row.before.min(row.after))), corner, p.line_strong);
}
