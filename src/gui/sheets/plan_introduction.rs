//! Plans an introduction for which both sides are asked first: four steps with their days, one step of Undo.

use chrono::Days;
use eframe::egui::{self, vec2};

use super::day_field::DayField;
use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::{Ask, Edit, OptIn};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::views::people::name_of;
use crate::gui::widgets::{HandField, Knot, paint_knot};
use crate::model::{Contact, Id, Introduction, Party, Rule};
use crate::text::Texts;

/// Days from today to asking the one, asking the other, introducing them.
const DAYS: [u64; 3] = [0, 2, 4];

/// Plans an introduction.
pub struct PlanIntroduction {
    sides: [Id<Contact>; 2],
    names: [String; 2],
    days: [DayField; 3],
    note: String,
}

impl PlanIntroduction {
    /// Returns the sheet as it opens.
    pub fn new(sides: [Id<Contact>; 2], ctx: &ViewCtx<'_>) -> Self {
        let day = |days| DayField::new(ctx, ctx.today.checked_add_days(Days::new(days)));
        Self {
            sides,
            names: sides.map(|side| name_of(ctx.book, ctx.texts, side)),
            days: DAYS.map(day),
            note: String::new(),
        }
    }
}

impl SheetUi for PlanIntroduction {
    fn title(&self, texts: &Texts) -> String {
        let [a, b] = &self.names;
        texts.ways_plan_title(a, b)
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add(egui::Label::new(text::rich(texts.ways_plan_how(), TextKind::Small, p.text2)).wrap());
        ui.add_space(space::XS);
        let [a, b] = &self.names;
        let steps = [texts.ways_plan_ask(a), texts.ways_plan_ask(b), texts.ways_plan_introduce().to_owned()];
        let room = (ui.ctx().content_rect().height() - 250.0).max(180.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            for (at, (step, day)) in steps.iter().zip(&mut self.days).enumerate() {
                ui.horizontal_top(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 58.0), egui::Sense::hover());
                    let painter = ui.painter();
                    let middle = rect.center_top() + vec2(0.0, 34.0);
                    painter.vline(middle.x, rect.top() + 34.0..=rect.bottom() + 34.0, (2.0, p.thread));
                    paint_knot(
                        painter,
                        middle,
                        5.0,
                        if at < 2 { Knot::Hollow } else { Knot::Solid },
                        p.desk,
                        p,
                    );
                    let width = ui.available_width();
                    day.ui(ctx, ui, step, texts.calendar_when_hint(), width);
                });
            }
            let after = u64::from(ctx.book.header.days(Rule::AskAfter));
            let asked = self.days[2].day().and_then(|day| day.checked_add_days(Days::new(after)));
            if let Some(asked) = asked.filter(|_| ctx.book.header.is_on(Rule::AskAfter)) {
                ui.horizontal(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 24.0), egui::Sense::hover());
                    paint_knot(ui.painter(), rect.center(), 5.0, Knot::Dashed, p.desk, p);
                    let day = texts.locale().day_near(asked, ctx.today);
                    ui.label(text::rich(&texts.ways_plan_after(&day), TextKind::Body, p.text2));
                });
            }
            ui.add_space(space::XS);
            HandField::new(texts.common_note(), texts.ways_request_topic_hint(), 2).show(ui, &mut self.note);
        });
        ui.add_space(space::XS);
        let mut next = Next::Stay;
        let days: Vec<_> = self.days.iter().filter_map(DayField::day).collect();
        let ready = days.len() == 3;
        if footer(ctx, ui, texts.ways_plan_save(), ready, texts.calendar_date_bad(), &mut next)
            && let [first, second, introduce_on] = days[..]
        {
            let ask = |due_on, other: &str| Ask { due_on, about: texts.ways_plan_about(other) };
            let introduction = Introduction {
                introducer: Party::Me,
                a: Party::Contact(self.sides[0]),
                b: Party::Contact(self.sides[1]),
                note: self.note.trim().to_owned(),
                ..Introduction::default()
            };
            let asks = [ask(first, b), ask(second, a)];
            ctx.edit(Edit::PlanIntroduction { plan: Box::new(OptIn { introduction, asks, introduce_on }) });
            next = Next::Close;
        }
        next
    }
}
