//! The boxes beside the page: what the organiser did, whether to go again, and what not coming asks for.
//!
//! Owns their order and what is formatted for them once. Start reading at [`ui`]; each box has a file.

use std::sync::Arc;

use eframe::egui::Ui;

use super::again::{self, Again};
use super::amends::{self, Shown as AmendsShown};
use super::care::{self, Care};
use super::notes::Reasons;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::space;
use crate::model::{Attendance, Event};

/// What is formatted once for each state of the book.
pub(super) struct Facts {
    care: Care,
    again: Again,
    amends: Option<AmendsShown>,
}

impl Facts {
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let amends = AmendsShown::of(ctx, event);
        Self { care: Care::of(ctx, event), again: Again::of(ctx, event), amends }
    }
}

/// Draws what has to be made up for: it comes before everything else.
pub(super) fn urgent_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, facts: &Facts) {
    if let Some(shown) = facts.amends.as_ref().filter(|_| event.status.asks_for_amends()) {
        amends::ui(ctx, ui, event, shown);
        ui.add_space(space::S);
    }
}

/// Draws the other boxes.
pub(super) fn ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    event: &Arc<Event>,
    facts: &Facts,
    reasons: &mut Reasons,
) {
    // An event that came from a calendar stays planned until somebody says otherwise.
    let is_past = event.starts_on.is_some_and(|day| day <= ctx.today);
    if event.status == Attendance::Attended || (event.status == Attendance::Planned && is_past) {
        care::ui(ctx, ui, event, &facts.care);
        ui.add_space(space::S);
    }
    again::ui(ctx, ui, event, &facts.again, reasons);
    if let Some(shown) = facts.amends.as_ref().filter(|_| !event.status.asks_for_amends()) {
        ui.add_space(space::S);
        amends::ui(ctx, ui, event, shown);
    }
}
