//! A line drawn from one person to another, to record what joins them.
//!
//! Owns between whom it is drawn, and the menu that asks what it is. It begins at the handle beside a person, with Alt
//! and a drag, or with a key. The sheets of the inspector do the rest; nothing is written here.
//!
//! Invariant: a line to oneself asks nothing (held by `app_network::a_line_to_oneself_asks_nothing`).

use eframe::egui::{
    self, CornerRadius, CursorIcon, Popup, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::widgets::{MenuItem, paint_icon, tip};
use crate::index::{Network, NodeId};
use crate::text::Texts;

use super::canvas::Painted;
use super::model::Model;

/// Half the side of the handle.
const HANDLE: f32 = 9.0;
/// Smaller discs have no handle.
const LEAST: f32 = 8.0;

/// Between whom a line is drawn.
#[derive(Default)]
pub(super) struct Tie {
    from: Option<NodeId>,
    /// The two, and where the menu stands.
    asks: Option<(NodeId, NodeId, Pos2)>,
    /// The menu has just been opened: its first row takes the keyboard.
    fresh: bool,
}

impl Tie {
    /// Begins a line.
    pub(super) fn begin(&mut self, from: NodeId) {
        self.from = Some(from);
        self.asks = None;
    }

    /// Gives the line up; whether there was one.
    pub(super) fn stop(&mut self) -> bool {
        self.from.take().is_some()
    }

    /// Whether a line is being drawn.
    pub(super) fn is_begun(&self) -> bool {
        self.from.is_some()
    }

    /// Ends the line at somebody.
    pub(super) fn choose(&mut self, to: NodeId, at: Pos2) {
        if let Some(from) = self.from.take().filter(|from| *from != to) {
            self.asks = Some((from, to, at));
            self.fresh = true;
        }
    }

    /// Nodes have other numbers in another network.
    pub(super) fn renumber(&mut self, new: impl Fn(Option<NodeId>) -> Option<NodeId>) {
        self.from = new(self.from);
        self.asks = self.asks.and_then(|(from, to, at)| Some((new(Some(from))?, new(Some(to))?, at)));
    }

    /// Draws the handle beside a person, from which a line is drawn.
    pub(super) fn handle_ui(
        &mut self,
        ui: &Ui,
        texts: &Texts,
        model: &Model,
        painted: &Painted,
        node: Option<NodeId>,
        area: Rect,
    ) {
        let Some(node) = node.filter(|_| self.from.is_none() && self.asks.is_none()) else { return };
        let spot = painted.spots[node as usize];
        if !spot.on_screen || spot.half.x < LEAST {
            return;
        }
        let off = if spot.card { spot.half } else { spot.half * std::f32::consts::FRAC_1_SQRT_2 };
        let at = spot.at + vec2(off.x + 5.0, -off.y - 5.0);
        if !area.contains(at) {
            return;
        }
        let rect = Rect::from_center_size(at, Vec2::splat(HANDLE * 2.0));
        let response = ui.interact(rect, ui.scope_id().with("tie"), Sense::click_and_drag());
        let name = texts.network_tie_from(&model.nodes[node as usize].name);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        let p = Palette::of(ui);
        let painter = ui.painter().with_clip_rect(area);
        let lit = response.hovered() || response.has_focus();
        let ink = if lit { p.ai } else { p.text3 };
        painter.circle(at, HANDLE, p.raised, Stroke::new(if lit { 2.0 } else { 1.0 }, ink));
        paint_icon(&painter, at, icons::LINK_SIMPLE, Weight::Bold, 11.0, ink);
        if lit {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        if response.clicked() || response.drag_started() {
            self.begin(node);
        }
        tip(response, &name, Some("T"));
    }

    /// Draws the line as far as it is, and the menu at its end. `cursor` is where the keyboard is.
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        ctx: &mut ViewCtx<'_>,
        model: &Model,
        painted: &Painted,
        cursor: Option<NodeId>,
        area: Rect,
    ) {
        let p = Palette::of(ui);
        let painter = ui.painter().with_clip_rect(area);
        if let Some(from) = self.from {
            let start = painted.spots[from as usize].at;
            let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| area.contains(*at));
            let end = cursor.filter(|node| *node != from).map(|node| painted.spots[node as usize].at);
            if let Some(end) = end.or(pointer) {
                let stroke = Stroke::new(2.5, p.thread);
                painter.extend(egui::Shape::dashed_line(&[start, end], stroke, 6.0, 4.0));
                painter.circle_filled(end, 4.0, p.thread);
            }
            let words = ctx.texts.network_tie_whom(&model.nodes[from as usize].name);
            let line = text::line(&painter, &words, TextKind::Body, p.text, area.width() - 60.0);
            let size = line.size() + vec2(28.0, 14.0);
            let rect = Rect::from_center_size(area.center_top() + vec2(0.0, 46.0), size);
            let response = ui.interact(rect, ui.scope_id().with("tie whom"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, &words));
            let corner = CornerRadius::same((size.y / 2.0) as u8);
            painter.rect(rect, corner, p.raised, Stroke::new(1.0, p.thread), StrokeKind::Inside);
            painter.galley(rect.center() - line.size() / 2.0, line, p.text);
            // The end of a drag lies outside the handle.
            ui.ctx().request_repaint();
        }
        let Some((from, to, at)) = self.asks else { return };
        let mut open = true;
        let id = ui.scope_id().with("tie menu");
        let fresh = std::mem::take(&mut self.fresh);
        Popup::new(id, ui.ctx().clone(), at + vec2(8.0, 8.0), ui.layer_id())
            .kind(egui::PopupKind::Menu)
            .style(egui::containers::menu::menu_style)
            .open_bool(&mut open)
            .show(|ui| {
                ui.set_width(290.0);
                let shown = menu_ui(ui, ctx, model, from, to);
                if let (true, Some(first)) = (fresh, shown) {
                    first.request_focus();
                }
            });
        if !open {
            self.asks = None;
        }
    }
}

/// What may join the two; returns the first row.
fn menu_ui(
    ui: &mut Ui,
    ctx: &mut ViewCtx<'_>,
    model: &Model,
    from: NodeId,
    to: NodeId,
) -> Option<egui::Response> {
    let texts = ctx.texts;
    let name = |node: NodeId| model.nodes[node as usize].name.as_str();
    let contact = |node: NodeId| model.nodes[node as usize].contact;
    let rows: Vec<(&str, String, Sheet)> = match (contact(from), contact(to)) {
        (Some(a), Some(b)) => vec![
            (
                icons::USERS_THREE,
                texts.network_tie_introduce(name(from), name(to)),
                Sheet::IntroductionOf(a, b),
            ),
            (icons::LINK_SIMPLE, texts.network_tie_relate(name(from), name(to)), Sheet::RelationshipOf(a, b)),
            (
                icons::PAPER_PLANE_TILT,
                texts.network_tie_pass_on(name(from), name(to)),
                Sheet::PassOnTo(a, b, None),
            ),
        ],
        (Some(one), None) | (None, Some(one)) => {
            let other = if from == Network::ME { to } else { from };
            vec![
                (
                    icons::NOTE_PENCIL,
                    texts.network_tie_log(name(other)),
                    Sheet::LogEncounter { contacts: vec![one], completes: None },
                ),
                (icons::USERS_THREE, texts.network_tie_by_whom(name(other)), Sheet::Introduction(one)),
            ]
        }
        (None, None) => Vec::new(),
    };
    let mut first = None;
    for (icon, label, sheet) in rows {
        let response = ui.add(MenuItem::new(&label).icon(icon));
        if response.clicked() {
            ctx.open(sheet);
            ui.close();
        }
        first.get_or_insert(response);
    }
    first
}
