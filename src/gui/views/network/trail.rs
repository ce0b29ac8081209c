//! The trail of people who were looked at.
//!
//! Owns how it looks. What is asked goes through the view's commands.

use eframe::egui::{self, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::widgets::{paint_icon, tip};
use crate::index::NodeId;
use crate::model::{Contact, Id};

use super::model::Model;

/// The width of the arrows before the trail.
const ARROW: f32 = 22.0;

/// Draws the trail at the top of the canvas; the people who do not fit are left out at its beginning.
/// Returns what it covers.
pub(super) fn trail_ui(ui: &Ui, ctx: &mut ViewCtx<'_>, model: &Model, area: Rect) -> Option<Rect> {
    let trail = &ctx.selection.trail;
    let selected = ctx.selection.contact;
    if selected.is_none() && trail.is_empty() {
        return None;
    }
    let end = trail.iter().position(|id| Some(*id) == selected).map_or(0, |at| at + 1);
    let known = trail[..end].iter().filter_map(|id| Some((*id, model.network.node(*id)?)));
    let people: Vec<(Id<Contact>, NodeId)> = known.collect();
    let p = Palette::of(ui);
    let painter = ui.painter().clone();
    let y = area.top() + 14.0;
    // The answers stand at the right.
    let room = area.width() - if area.width() > 700.0 { 360.0 } else { 160.0 } - 2.0 * ARROW;
    let name = |node: NodeId, last: bool| {
        let kind = if last { TextKind::Strong } else { TextKind::Body };
        text::line(&painter, &model.nodes[node as usize].name, kind, egui::Color32::PLACEHOLDER, 160.0)
    };
    let me = name(0, people.is_empty());
    let step = 22.0;
    let mut used = 26.0 + me.size().x;
    let mut first = people.len();
    for (at, (_, node)) in people.iter().enumerate().rev() {
        let width = name(*node, at + 1 == people.len()).size().x + step;
        if used + width > room {
            break;
        }
        used += width;
        first = at;
    }
    let back = Rect::from_min_size(pos2(area.left() + 14.0, y - 11.0), vec2(used + 12.0 + 2.0 * ARROW, 22.0));
    painter.rect_filled(back, CornerRadius::same(6), p.desk.gamma_multiply(0.85));
    let mut x = area.left() + 20.0;
    let mut clicked = None;
    // Back and forward, as the keys do.
    for (icon, words, key, to) in [
        (icons::CARET_LEFT, ctx.texts.network_back(), "⌫", ctx.selection.back()),
        (icons::CARET_RIGHT, ctx.texts.network_forward(), "⇧⌫", ctx.selection.forward().map(Some)),
    ] {
        let rect = Rect::from_min_size(pos2(x - 4.0, y - 10.0), vec2(ARROW, 20.0));
        let response = ui.interact(rect, ui.scope_id().with(("trail", icon)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, to.is_some(), words));
        let ink = match to {
            None => p.line_strong.gamma_multiply(0.5),
            Some(_) if response.hovered() || response.has_focus() => p.text,
            Some(_) => p.text2,
        };
        paint_icon(&painter, rect.center(), icon, Weight::Bold, 12.0, ink);
        if response.has_focus() {
            painter.rect_stroke(rect, CornerRadius::same(4), Stroke::new(2.0, p.ai), StrokeKind::Inside);
        }
        if response.clicked() && to.is_some() {
            clicked = to;
        }
        tip(response, words, Some(key));
        x += ARROW;
    }
    paint_icon(&painter, pos2(x + 7.0, y), icons::PATH, Weight::Regular, 15.0, p.text3);
    x += 26.0;
    let shown = std::iter::once((None, 0)).chain(people[first..].iter().map(|(id, node)| (Some(*id), *node)));
    let count = people.len() - first;
    for (at, (id, node)) in shown.enumerate() {
        if at > 0 {
            paint_icon(&painter, pos2(x + step / 2.0, y), icons::CARET_RIGHT, Weight::Bold, 10.0, p.text3);
            x += step;
        }
        let last = at == count;
        let line = name(node, last);
        let rect = Rect::from_min_size(pos2(x, y - 10.0), vec2(line.size().x, 20.0));
        let response = ui.interact(rect, ui.scope_id().with(("trail", node)), Sense::click());
        let label = &model.nodes[node as usize].name;
        response.widget_info(|| WidgetInfo::selected(egui::Role::Link, true, last, label));
        let ink = if last || response.hovered() { p.text } else { p.text2 };
        painter.galley(pos2(x, y - line.size().y / 2.0), line, ink);
        if response.has_focus() || (response.hovered() && !last) {
            painter.hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(1.0, ink));
        }
        if response.clicked() {
            clicked = Some(id);
        }
        x = rect.right();
    }
    if let Some(id) = clicked {
        ctx.ask(Command::Select(id));
    }
    Some(back)
}
