//! Says that one does not come to an event, or that one did not: since when, whether that is late, and what is done about
//! it, all as one step of Undo.
//!
//! Owns the days as they are typed. What is late and what follows from it is `model`'s and `edit`'s. Start reading at
//! [`CancelEvent::ui`].

use chrono::NaiveDate;
use eframe::egui::{self, CornerRadius, Margin, Stroke, Ui, vec2};

use super::day_field::{DayField, save_key};
use super::{Next, SheetUi};
use crate::edit::{Amends, Edit, amends_plan};
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, radius, space, text};
use crate::gui::widgets::{Button, Check, Kind, Seal, segmented};
use crate::index::amends_word;
use crate::index::events::AmendsBook;
use crate::letters::Occasion;
use crate::model::{Attendance, Event, Id, Rule};
use crate::text::Texts;

/// One part of making up for it, as it is chosen.
struct Step {
    part: Amends,
    wanted: bool,
    day: DayField,
}

/// Says that one does not come.
pub struct CancelEvent {
    event: Id<Event>,
    title: String,
    /// 0: one says so; 1: one was not there and had not said so.
    how: usize,
    day: DayField,
    steps: Vec<Step>,
    /// For which outcome the steps are laid out.
    laid_out: Option<Attendance>,
}

impl CancelEvent {
    /// Returns the sheet as it opens.
    pub fn new(event: Id<Event>, absent: bool, ctx: &ViewCtx<'_>) -> Self {
        let record = ctx.book.get(event);
        let said = record.and_then(|event| event.cancelled_on).unwrap_or(ctx.today);
        Self {
            event,
            title: record.map(|event| event.title.clone()).unwrap_or_default(),
            how: usize::from(absent),
            day: DayField::new(ctx, Some(said)),
            steps: Vec::new(),
            laid_out: None,
        }
    }

    /// What it will be: none while no day is typed on which it can have been said.
    fn outcome(&self, event: &Event, today: NaiveDate) -> Option<Attendance> {
        match self.how {
            0 => self.day.day().filter(|day| *day <= today).map(|day| event.cancelled(day)),
            _ => Some(Attendance::NoShow),
        }
    }

    /// Lays the steps out for an outcome: as the rule would, but as they are planned where they are already. What was
    /// chosen before is kept where the same step is there again.
    fn lay_out(&mut self, ctx: &ViewCtx<'_>, event: &Event, outcome: Attendance) {
        if self.laid_out.replace(outcome) == Some(outcome) {
            return;
        }
        let header = &ctx.book.header;
        let plan = amends_plan(event, outcome, ctx.today, header.days(Rule::Amends));
        let known = AmendsBook::of(ctx.book);
        let is_new = known.items(event.id).is_empty();
        let mut before = std::mem::take(&mut self.steps);
        for (part, due_on) in plan {
            let step = match before.iter().position(|step| step.part == part) {
                Some(at) => before.swap_remove(at),
                None => {
                    let item = known.items(event.id).iter().find(|item| item.part == part);
                    // What was done or given up is neither asked again nor moved.
                    if item.is_some_and(|item| !item.is_open) {
                        continue;
                    }
                    let wanted = item.is_some() || is_new && header.is_on(Rule::Amends);
                    let due_on = item.map_or(due_on, |item| item.due_on);
                    Step { part, wanted, day: DayField::new(ctx, Some(due_on)) }
                }
            };
            self.steps.push(step);
        }
    }

    fn amends(&self) -> Option<Vec<(Amends, NaiveDate)>> {
        let wanted = self.steps.iter().filter(|step| step.wanted);
        wanted.map(|step| Some((step.part, step.day.day()?))).collect()
    }

    fn fields_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, event: &Event) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let ways = [texts.visits_cancel_said(), texts.visits_cancel_absent()];
        segmented(ui, texts.visits_cancel_question(), &ways, &mut self.how);
        if self.how == 0 {
            let width = ui.available_width().min(320.0);
            self.day.ui(ctx, ui, texts.visits_cancel_on(), texts.calendar_when_hint(), width);
        }
        let Some(outcome) = self.outcome(event, ctx.today) else {
            if self.day.day().is_some() {
                let words = text::rich(texts.visits_cancel_on_ahead(), TextKind::Small, p.danger);
                ui.add(egui::Label::new(words).wrap());
            }
            return;
        };
        self.lay_out(ctx, event, outcome);
        verdict_ui(ctx, ui, event, outcome);
        if self.steps.is_empty() {
            return;
        }
        ui.label(text::rich(texts.visits_cancel_steps(), TextKind::Strong, p.text));
        for step in &mut self.steps {
            let word = amends_word(texts, step.part);
            ui.horizontal_top(|ui| {
                let half = (ui.available_width() - space::L) * 0.52;
                ui.allocate_ui(vec2(half, 34.0), |ui| {
                    ui.set_width(half);
                    ui.add(Check::new(&mut step.wanted, word));
                });
                ui.add_enabled_ui(step.wanted, |ui| {
                    let width = ui.available_width();
                    let label = texts.visits_cancel_day(word);
                    step.day.bare_ui(ctx, ui, &label, texts.calendar_when_hint(), width);
                });
            });
        }
    }
}

/// Says whether it is in time, and what is to be done when it is not.
fn verdict_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, event: &Event, outcome: Attendance) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let until = event.in_time_until().map(|day| texts.locale().day_medium(day));
    let (head, words) = match (outcome, until) {
        (Attendance::CancelledLate, Some(until)) => {
            (Some(texts.visits_cancel_late()), texts.visits_cancel_late_detail(&until))
        }
        (Attendance::NoShow, _) => (None, texts.visits_cancel_absent_detail().to_owned()),
        (_, Some(until)) => (None, texts.visits_cancel_early(&until)),
        (_, None) => (None, texts.visits_cancel_undated().to_owned()),
    };
    let late = outcome.asks_for_amends();
    let (fill, line) = if late { (p.k_amends_tint, p.k_amends) } else { (p.ok_soft, p.line) };
    let frame = egui::Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            if late {
                ui.add(Seal::new(Kind::Amends, 24.0));
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                if let Some(head) = head {
                    ui.label(text::rich(head, TextKind::Strong, p.text));
                }
                ui.add(egui::Label::new(text::rich(&words, TextKind::Body, p.text)).wrap());
            });
        });
    });
}

impl SheetUi for CancelEvent {
    fn title(&self, texts: &Texts) -> String {
        texts.visits_cancel_title(&self.title)
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::M;
        let Some(event) = ctx.book.get(self.event).cloned() else {
            ui.label(text::rich(texts.rules_why_gone(), TextKind::Body, p.text2));
            return Next::Stay;
        };
        let room = (ui.ctx().content_rect().height() - 230.0).max(180.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(Margin::symmetric(3, 2)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::M;
                self.fields_ui(ctx, ui, &event);
            });
        });
        let outcome = self.outcome(&event, ctx.today);
        let amends = self.amends();
        let wrong = match (outcome, &amends) {
            (None, _) if self.day.day().is_some() => Some(texts.visits_cancel_on_ahead()),
            (None, _) => Some(texts.visits_cancel_on_needed()),
            (_, None) => Some(texts.calendar_date_bad()),
            _ => None,
        };
        let ready = wrong.is_none() && ctx.writable;
        let why = wrong.unwrap_or(texts.safety_refused());
        let absent = self.how != 0;
        let (save, write) = if absent {
            (texts.visits_cancel_save_absent(), texts.visits_cancel_write_absent())
        } else {
            (texts.visits_cancel_save(), texts.visits_cancel_write())
        };
        let mut next = Next::Stay;
        let (mut saves, mut writes) = (save_key(ui) && ready, false);
        let foot = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(foot, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            // Whoever is late says so at once.
            let late = outcome.is_some_and(Attendance::asks_for_amends);
            let (first, second) = if late { (write, save) } else { (save, write) };
            let button = ui.add_enabled(ready, Button::primary(first));
            let main = button.on_disabled_hover_text(why).clicked();
            let other = ui.add_enabled(ready, Button::new(second)).clicked();
            saves |= main || other;
            writes = if late { main } else { other };
            if ui.add(Button::ghost(texts.visits_cancel_keep())).clicked() {
                next = Next::Close;
            }
        });
        if let (true, Some(outcome), Some(amends)) = (saves, outcome, amends) {
            let on = self.day.day().filter(|_| !absent);
            ctx.edit(Edit::CancelEvent { event: self.event, on, amends });
            if writes {
                let apology = Some(Amends::Step(crate::model::AmendsStep::Apology));
                let is_over = event.last_day().is_some_and(|day| day < ctx.today);
                let (occasion, part) = match outcome {
                    Attendance::CancelledLate if is_over => (Occasion::Apology, apology),
                    Attendance::CancelledLate => (Occasion::Notice, Some(Amends::Notice)),
                    Attendance::NoShow => (Occasion::Absence, apology),
                    _ => (Occasion::Cancel, None),
                };
                ctx.open(Sheet::EventLetter { event: self.event, occasion, part });
            }
            next = Next::Close;
        }
        next
    }
}
