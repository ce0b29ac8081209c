//! A pill or bar on its way to another day.
//!
//! Owns what is dragged and where it would land; must not know cells: the grid tells its rectangles in
//! [`Drag::over`]. Start reading at [`Drag`].

use chrono::NaiveDate;
use eframe::egui::{self, Align2, CornerRadius, Order, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, sizes, text};
use crate::gui::widgets::{Kind, paint_icon, paint_seal};

use super::grid::add_days;
use super::items::Thing;

/// What is on its way.
#[derive(Debug, Clone)]
pub struct Drag {
    /// What is dragged.
    pub thing: Thing,
    /// Its seal; events have none.
    pub kind: Option<Kind>,
    /// Its name.
    pub name: String,
    /// Days from the beginning of an event to where it was taken up.
    pub offset: i64,
    /// The day under the pointer.
    pub over: Option<NaiveDate>,
}

/// Returns the edit that brings a thing to a day; `None` when it is there already.
pub fn move_edit(ctx: &ViewCtx<'_>, thing: Thing, to: NaiveDate) -> Option<Edit> {
    match thing {
        Thing::FollowUp(id) => {
            let follow_up = ctx.book.get(id)?;
            (follow_up.due_on != to && follow_up.is_open())
                .then(|| Edit::MoveFollowUps { follow_ups: vec![id.into()], to })
        }
        Thing::Event(id) => {
            let event = ctx.book.get(id)?;
            (event.starts_on != Some(to)).then_some(Edit::MoveEvent { event: id, to })
        }
    }
}

impl Drag {
    /// Ends or goes on with the drag: on release it asks for the move, Esc takes it back. Returns
    /// whether it goes on.
    pub fn go_on(&self, ctx: &mut ViewCtx<'_>, ui: &Ui) -> bool {
        let (escape, down) = ui.input_mut(|input| {
            let escape = input.consume_key(egui::Modifiers::NONE, egui::Key::Escape);
            (escape, input.pointer.any_down())
        });
        if escape {
            return false;
        }
        if down {
            self.ghost(ctx, ui);
            return true;
        }
        if let Some(day) = self.over
            && let Some(edit) = move_edit(ctx, self.thing, add_days(day, -self.offset))
        {
            ctx.edit(edit);
        }
        false
    }

    /// The name and the day beside the pointer.
    fn ghost(&self, ctx: &ViewCtx<'_>, ui: &Ui) {
        let Some(at) = ui.ctx().pointer_latest_pos() else { return };
        let p = Palette::of(ui);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        let layer = egui::LayerId::new(Order::Tooltip, egui::Id::unique("calendar drag"));
        let painter = ui.ctx().layer_painter(layer);
        let name = text::line(&painter, &self.name, TextKind::Strong, p.text, 180.0);
        let date = self.over.map(|day| ctx.texts.locale().day_weekday(day)).unwrap_or_default();
        let date = text::line(&painter, &date, TextKind::Small, p.text2, 140.0);
        let gap = if date.size().x > 0.0 { 6.0 } else { 0.0 };
        let size = vec2(26.0 + name.size().x + gap + date.size().x + 12.0, 28.0);
        let screen = ui.ctx().content_rect();
        let min = Pos2::new(at.x - size.x * 0.6, at.y - 14.0);
        let rect = Align2::LEFT_TOP.anchor_size(min, size);
        let rect = rect.translate(vec2((screen.right() - 4.0 - rect.right()).min(0.0), 0.0));
        Elevation::Drag.paint(&painter, rect, 14, p.is_dark());
        let edge = self.kind.map_or(p.ai, |kind| kind.color(p));
        painter.rect(rect, CornerRadius::same(14), p.raised, Stroke::new(1.0, edge), StrokeKind::Inside);
        let y = rect.center().y;
        let seal = Pos2::new(rect.left() + 14.0, y);
        match self.kind {
            Some(kind) => paint_seal(&painter, seal, 18.0, kind, p),
            None => {
                let (icon, weight) = (crate::gui::theme::icons::TICKET, crate::gui::theme::Weight::Fill);
                paint_icon(&painter, seal, icon, weight, sizes::ICON, p.ai_text);
            }
        }
        let x = rect.left() + 26.0;
        painter.galley(Pos2::new(x, y - name.size().y / 2.0), name.clone(), p.text);
        painter.galley(Pos2::new(x + name.size().x + gap, y - date.size().y / 2.0), date, p.text2);
    }
}

/// Paints the place from which something is dragged.
pub fn paint_source(ui: &Ui, rect: Rect, corner: f32) {
    let p = Palette::of(ui);
    crate::gui::widgets::dashed_rect(ui.painter(), rect, corner, Stroke::new(1.0, p.line_strong));
}
