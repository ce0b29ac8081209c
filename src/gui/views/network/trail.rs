//! The trail of people who were looked at, and the shortest way to somebody whom I do not know.
//!
//! Owns how they look. What is asked goes through the view's commands.

use eframe::egui::{
    self, CornerRadius, Margin, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use crate::gui::command::{Command, FollowUpDraft, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, text};
use crate::gui::widgets::{Button, IconButton, paint_icon, tip};
use crate::index::NodeId;
use crate::model::{Contact, FollowUpKind, Id};

use super::model::Model;

/// The width of the arrows before the trail.
const ARROW: f32 = 22.0;

/// Draws the trail at the top of the canvas; the people who do not fit are left out at its beginning.
pub(super) fn trail_ui(ui: &Ui, ctx: &mut ViewCtx<'_>, model: &Model, area: Rect) {
    let trail = &ctx.selection.trail;
    let selected = ctx.selection.contact;
    if selected.is_none() && trail.is_empty() {
        return;
    }
    let end = trail.iter().position(|id| Some(*id) == selected).map_or(0, |at| at + 1);
    let known = trail[..end].iter().filter_map(|id| Some((*id, model.network.node(*id)?)));
    let people: Vec<(Id<Contact>, NodeId)> = known.collect();
    let p = Palette::of(ui);
    let painter = ui.painter().clone();
    let y = area.top() + 14.0;
    let room = area.width() - 40.0 - 2.0 * ARROW;
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
}

/// Draws the box with the shortest way; whether it is to be closed.
pub(super) fn reach_ui(
    ui: &mut Ui,
    ctx: &mut ViewCtx<'_>,
    model: &Model,
    path: &[NodeId],
    area: Rect,
) -> bool {
    let (Some(last), Some(first)) = (path.last(), path.get(1)) else { return false };
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let mut close = false;
    let left_top = area.right_top() + vec2(-294.0, 10.0);
    let place = ui.painter().add(egui::Shape::Noop);
    let shadow = ui.painter().add(egui::Shape::Noop);
    let mut inner =
        ui.new_child(UiBuilder::new().max_rect(Rect::from_min_size(left_top, vec2(274.0, 400.0))));
    let frame = egui::Frame::new().inner_margin(Margin::symmetric(16, 14));
    let shown: Response = frame
        .show(&mut inner, |ui| {
            ui.set_width(242.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.horizontal(|ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.label(text::rich(texts.network_reach_title(), TextKind::Label, p.text2));
                    let name = text::rich(&model.nodes[*last as usize].name, TextKind::Heading, p.text);
                    ui.add(egui::Label::new(name).truncate());
                });
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    close = ui.add(IconButton::new(icons::X, texts.common_close())).clicked();
                });
            });
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 2.0);
                for (at, node) in path.iter().enumerate().skip(1) {
                    let person = &model.nodes[*node as usize];
                    if at > 1 {
                        ui.label(
                            egui::RichText::new(icons::CARET_RIGHT)
                                .font(Weight::Bold.font(10.0))
                                .color(p.text3),
                        );
                    }
                    let ink = if node == last { p.text } else { p.ai_text };
                    let words = text::rich(&person.name, TextKind::Strong, ink);
                    if node == last {
                        ui.label(words);
                    } else if ui.add(egui::Link::new(words)).clicked()
                        && let Some(contact) = person.contact
                    {
                        ctx.select(contact);
                    }
                }
            });
            let steps = texts.network_reach_steps(path.len() as i64 - 1);
            ui.label(text::rich(&steps, TextKind::Small, p.text2));
            ui.add_space(4.0);
            let ask = texts.network_reach_ask(&model.nodes[*first as usize].name);
            if ui.add(Button::primary(&ask).icon(icons::USERS_THREE)).clicked() {
                let contacts =
                    [first, last].into_iter().filter_map(|node| model.nodes[*node as usize].contact);
                ctx.open(Sheet::FollowUp(FollowUpDraft {
                    kind: FollowUpKind::Introduce,
                    contacts: contacts.collect(),
                    ..FollowUpDraft::default()
                }));
            }
        })
        .response;
    let painter = ui.painter();
    let corner = CornerRadius::same(radius::BOX);
    let [far, _] = Elevation::Pop.layers(p.is_dark());
    painter.set(place, far.as_shape(shown.rect, radius::BOX));
    let fill = egui::epaint::RectShape::new(
        shown.rect,
        corner,
        p.raised,
        Stroke::new(1.0, p.line),
        StrokeKind::Inside,
    );
    painter.set(shadow, fill);
    close
}
