//! The rubber band: a drag on the empty desk marks what it touches.
//!
//! Owns where the drag began. On a touch screen a drag scrolls instead.

use eframe::egui::{self, CornerRadius, Id, Pos2, Rect, Response, Sense, Stroke, StrokeKind, vec2};

use crate::gui::command::Command;
use crate::gui::ctx::{Marked, ViewCtx};
use crate::gui::theme::Palette;

use super::marks::unmark;
use super::rows::{Grid, Rows};
use super::{CardsView, Gallery};

/// How near to the upper and lower edge the desk begins to move, and how fast at the edge: points, points a frame.
const EDGE: f32 = 28.0;
const FASTEST: f32 = 22.0;

/// A band that is being drawn.
pub(super) struct Band {
    /// Where it began, from the origin of the grid.
    from: Pos2,
    /// What was marked before and stays so.
    before: Marked,
    /// What it covered in the last frame.
    covered: Rect,
}

impl CardsView {
    /// The desk under the cards: a click takes the marks off, a drag draws a band. To be called before the cards,
    /// which lie above it.
    pub(super) fn desk_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, origin: Pos2) -> Response {
        let sense =
            if ui.input(egui::InputState::any_touches) { Sense::CLICK } else { Sense::CLICK | Sense::DRAG };
        let desk = ui.interact(ui.clip_rect(), Id::unique("cards desk"), sense);
        if desk.clicked() {
            unmark(ctx);
        }
        if desk.drag_started_by(egui::PointerButton::Primary)
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
        {
            let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
            let before = if adds { ctx.selection.marked.clone() } else { Marked::default() };
            let from = from - origin.to_vec2();
            self.band = Some(Band { from, before, covered: Rect::NOTHING });
        }
        desk
    }

    /// Goes on with the band, over the cards. Esc gives it up.
    pub(super) fn band_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &egui::Ui,
        desk: &Response,
        origin: Pos2,
        gallery: &Gallery,
        (rows, grid): (&Rows, &Grid),
    ) {
        let Some(band) = &mut self.band else { return };
        if !desk.dragged() {
            self.band = None;
            return;
        }
        if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            ctx.ask(Command::Mark(band.before.clone()));
            ui.ctx().stop_dragging();
            self.band = None;
            return;
        }
        let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let view = ui.clip_rect();
        let beyond = (pointer.y - (view.bottom() - EDGE)).max(0.0) - (view.top() + EDGE - pointer.y).max(0.0);
        if beyond != 0.0 {
            let step = (beyond / EDGE).clamp(-1.0, 1.0) * FASTEST;
            ui.scroll_with_delta(vec2(0.0, -step));
            ui.ctx().request_repaint();
        }
        let covered = Rect::from_two_pos(band.from, pointer - origin.to_vec2());
        if covered != band.covered {
            band.covered = covered;
            let mut marked = band.before.clone();
            let (x, y) = (covered.x_range(), covered.y_range());
            for (group, at) in rows.touched(grid, [x.min, x.max], [y.min, y.max]) {
                if let Some(tile) = gallery.rows.groups.get(group).and_then(|group| group.tiles.get(at)) {
                    marked.set(*tile, true);
                }
            }
            if marked != ctx.selection.marked {
                ctx.ask(Command::Mark(marked));
            }
        }
        let p = Palette::of(ui);
        let shown = covered.translate(origin.to_vec2());
        let fill = p.ai.gamma_multiply(0.10);
        ui.painter().rect(shown, CornerRadius::same(3), fill, Stroke::new(1.0, p.ai), StrokeKind::Inside);
    }
}
