//! What the user does in the network: pointer, wheel, keys, screen reader.
//!
//! Owns what is hovered and dragged, and the responses that give nodes a name. The menus are in `menus`, tying two
//! people in `tie`, marking several in `marked`. Must not paint.
//!
//! Invariant: whoever is named, hovered or selected on the screen can be found and pressed by name
//! (held by `app_network::a_click_on_a_name_selects_and_the_trail_grows`).

use std::collections::BTreeSet;

use eframe::egui::{
    self, CursorIcon, EventFilter, Key, Modifiers, PointerButton, Pos2, Rect, Response, Sense, Ui, Vec2,
    WidgetInfo,
};

use crate::edit::Edit;
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::Palette;
use crate::index::{Network, NodeId};
use crate::layout::quadtree::PointIndex;
use crate::model::Place;

use super::bar::{Asked, Choices};
use super::camera::Camera;
use super::canvas::Painted;
use super::marked::{self, Band};
use super::model::{Model, ModelKey};
use super::places::Places;
use super::tie::Tie;

/// How many sentences about a person are told at once.
const TOLD: usize = 6;

/// What is being dragged.
#[derive(Clone, Debug)]
enum Drag {
    /// The paper.
    Paper,
    /// A node, and how far off its middle it was taken.
    Node { node: NodeId, grip: Vec2, moved: bool },
    /// A line from a node to another one.
    Tie,
    /// A rubber band around people.
    Band(Band),
}

/// What the user is doing.
#[derive(Default)]
pub(super) struct Pointer {
    hovered: Option<NodeId>,
    /// The node that the keyboard is on.
    cursor: Option<NodeId>,
    /// The node around whose neighbours Tab goes.
    tab_around: Option<NodeId>,
    /// Tab has gone round all neighbours: the next one leaves the canvas, so that nobody is caught in it.
    tab_leaves: bool,
    drag: Option<Drag>,
    pub(super) tie: Tie,
    pub(super) menu: Option<NodeId>,
    /// The menu was asked for with a key.
    menu_by_key: bool,
    pub(super) own_click: bool,
    /// What joins the person on whom the keyboard is.
    told: Cached<(ModelKey, NodeId), String>,
    focus: Option<u32>,
    /// The camera is to show everything that is visible in the next frame.
    pub(super) fit_soon: bool,
    /// A person was moved: the camera stays where it is from now on.
    pub(super) arranged: bool,
}

impl Pointer {
    /// The node that stands out.
    pub(super) fn looked_at(&self) -> Option<NodeId> {
        if self.drag.is_some() { None } else { self.hovered.or(self.cursor) }
    }

    /// Whether the last selection came from here.
    pub(super) fn take_own_click(&mut self) -> bool {
        std::mem::take(&mut self.own_click)
    }

    /// How many steps around the selected person are asked for.
    pub(super) fn take_focus(&mut self) -> Option<u32> {
        self.focus.take()
    }

    /// Nodes have other numbers in another network.
    pub(super) fn renumber(&mut self, before: Option<&Network>, now: &Network) {
        let new = |node: Option<NodeId>| -> Option<NodeId> {
            match node? {
                0 => Some(0),
                node => now.node(before?.contact(node)?),
            }
        };
        self.hovered = new(self.hovered);
        self.cursor = new(self.cursor);
        self.tab_around = new(self.tab_around);
        self.menu = new(self.menu);
        self.tie.renumber(new);
        if let Some(Drag::Node { node, grip, moved }) = self.drag {
            self.drag = new(Some(node)).map(|node| Drag::Node { node, grip, moved });
        }
    }

    /// Moves the node that is dragged; on release it is pinned where it lies.
    pub(super) fn drag_node(
        &mut self,
        ui: &Ui,
        places: &mut Places,
        camera: Option<Camera>,
        area: Rect,
        ctx: &mut ViewCtx<'_>,
        model: &Model,
    ) {
        let (Some(&Drag::Node { node, grip, moved }), Some(camera)) = (self.drag.as_ref(), camera) else {
            return;
        };
        let (down, pointer) = ui.input(|input| (input.pointer.primary_down(), input.pointer.latest_pos()));
        if let Some(pointer) = pointer.filter(|_| down || !moved) {
            let at = camera.world_from_screen(area, pointer.clamp(area.min, area.max) - grip);
            places.put(node, at);
            self.arranged = true;
            self.drag = Some(Drag::Node { node, grip, moved: true });
        }
        if !down {
            self.drag = None;
            if let (Some(contact), Some(at)) = (model.nodes[node as usize].contact, places.of(node)) {
                ctx.edit(Edit::Pin { place: Place::new(contact, at.x, at.y, true) });
            }
        }
    }

    /// Moves the camera by wheel, pinch and drag, and reads the keys; whether the user moved it.
    #[expect(clippy::too_many_arguments, reason = "everything that keys and wheel can change")]
    pub(super) fn camera(
        &mut self,
        ui: &Ui,
        camera: &mut Camera,
        area: Rect,
        canvas: &Response,
        (ctx, model): (&mut ViewCtx<'_>, &Model),
        asked: &mut Option<Asked>,
        choices: &mut Choices,
    ) -> bool {
        let mut moved = false;
        if ui.rect_contains_pointer(area) {
            let (scroll, pinch, at) =
                ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta(), input.pointer.hover_pos()));
            let factor = pinch * (scroll.y / 240.0).exp();
            if let Some(at) = at.filter(|_| (factor - 1.0).abs() > 1e-4) {
                camera.zoom_at(area, at, factor);
                moved = true;
            }
        }
        if matches!(self.drag, Some(Drag::Paper)) {
            let (delta, down) = ui.input(|input| (input.pointer.delta(), input.pointer.any_down()));
            if delta != Vec2::ZERO {
                camera.centre -= delta / camera.zoom;
                moved = true;
            }
            if !down {
                self.drag = None;
            }
        }
        if self.keys_are_free(ui) {
            self.keys(ui, canvas, (ctx, model), asked, choices);
        }
        moved
    }

    /// Whether single keys belong to the view.
    pub(super) fn keys_are_free(&self, ui: &Ui) -> bool {
        !ui.ctx().text_edit_focused()
            && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
            && !egui::Popup::is_any_open(ui.ctx())
    }

    fn keys(
        &mut self,
        ui: &Ui,
        canvas: &Response,
        (ctx, model): (&mut ViewCtx<'_>, &Model),
        asked: &mut Option<Asked>,
        choices: &mut Choices,
    ) {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let with = |held: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(held, key));
        let typed = |text: &str| {
            ui.input(|input| {
                input.events.iter().any(|event| matches!(event, egui::Event::Text(typed) if typed == text))
            })
        };
        let nearer = pressed(Key::Plus) || pressed(Key::Equals) || typed("+");
        let farther = pressed(Key::Minus) || typed("-");
        if choices.focus.is_near() && (nearer || farther) {
            // Around somebody it is about how far one looks, not how large.
            choices.focus = choices.focus.moved(if nearer { 1 } else { -1 });
            self.fit_soon = true;
        } else if nearer {
            *asked = Some(Asked::Zoom(1.25));
        } else if farther {
            *asked = Some(Asked::Zoom(1.0 / 1.25));
        } else if pressed(Key::Num0) || typed("0") {
            *asked = Some(Asked::Fit);
        }
        if pressed(Key::OpenBracket) || typed("[") {
            choices.focus = choices.focus.moved(-1);
        } else if pressed(Key::CloseBracket) || typed("]") {
            choices.focus = choices.focus.moved(1);
        }
        if with(Modifiers::SHIFT, Key::Backspace) || with(Modifiers::ALT, Key::ArrowRight) {
            if let Some(next) = ctx.selection.forward() {
                ctx.select(next);
            }
        } else if (pressed(Key::Backspace) || with(Modifiers::ALT, Key::ArrowLeft))
            && let Some(before) = ctx.selection.back()
        {
            ctx.ask(Command::Select(before));
        }
        // Space and Escape belong to the control that has the keyboard.
        let free = canvas.has_focus() || ui.memory(|memory| memory.focused().is_none());
        let here = self.cursor.or_else(|| model.node_of(ctx.selection.contact));
        if let Some(node) = here.filter(|_| free) {
            if ctx.writable && pressed(Key::T) {
                self.tie.begin(node);
                canvas.request_focus();
            }
            if let Some(contact) = model.nodes[node as usize].contact
                && pressed(Key::Space)
            {
                marked::toggle(ctx, contact);
            }
            if with(Modifiers::SHIFT, Key::F10) || pressed(Key::Menu) {
                (self.menu, self.menu_by_key) = (Some(node), true);
            }
        }
        if with(Modifiers::COMMAND, Key::A) {
            marked::mark_all(ctx, model);
        }
        // What was begun last is given up first.
        if free && pressed(Key::Escape) {
            if self.tie.stop() || matches!(self.drag, Some(Drag::Band(_))) {
                self.drag = None;
            } else if !ctx.selection.marked.is_empty() {
                ctx.ask(Command::Mark(crate::gui::ctx::Marked::default()));
            } else {
                self.cursor = None;
                canvas.surrender_focus();
            }
        }
        if canvas.has_focus() {
            let filter = EventFilter {
                tab: !self.tab_leaves,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: self.tie.is_begun() || !ctx.selection.marked.is_empty(),
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(canvas.id, filter));
        }
    }

    /// Gives the nodes on the screen their names, and takes what is done to them.
    #[expect(clippy::too_many_arguments, reason = "the canvas and what lies on it")]
    pub(super) fn ui(
        &mut self,
        ui: &Ui,
        ctx: &mut ViewCtx<'_>,
        model: &Model,
        canvas: &Response,
        painted: &Painted,
        index: &PointIndex,
        camera: Camera,
        blocked: &[Rect],
        selecting: bool,
    ) {
        let area = canvas.rect;
        let hit = |at: Pos2| hit(at, area, painted, index, camera);
        let over = ui
            .input(|input| input.pointer.hover_pos())
            .filter(|at| ui.rect_contains_pointer(area) && !blocked.iter().any(|rect| rect.contains(*at)));
        let before = self.hovered;
        self.hovered = over.and_then(hit);
        if self.hovered.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        }
        if self.hovered != before {
            if self.hovered.is_some() {
                self.cursor = None;
            }
            ui.ctx().request_repaint();
        }
        let selected = model.node_of(ctx.selection.contact);
        let dragged = match self.drag {
            Some(Drag::Node { node, .. }) => Some(node),
            _ => None,
        };
        let modifiers = ui.input(|input| input.modifiers);
        let mut named: BTreeSet<NodeId> = painted.named().collect();
        named.insert(Network::ME);
        named.extend([self.hovered, self.cursor, selected, dragged, self.menu].into_iter().flatten());
        let mut pressed = None;
        for node in named {
            let spot = painted.spots[node as usize];
            if !spot.on_screen || (painted.is_dimmed(node) && self.menu != Some(node)) {
                continue;
            }
            let rect = Rect::from_center_size(spot.at, (spot.half * 2.0).max(Vec2::splat(12.0)));
            let rect = rect.intersect(area);
            // Its name may reach into the window while it does not.
            if !rect.is_positive() {
                continue;
            }
            let id = canvas.id.with(model.nodes[node as usize].contact);
            let response = ui.interact(rect, id, Sense::click_and_drag());
            let on = selected == Some(node);
            response.widget_info(|| {
                WidgetInfo::selected(
                    egui::Role::Button,
                    true,
                    on,
                    model.nodes[node as usize].spoken(ctx.texts),
                )
            });
            if response.has_focus() {
                let ring = egui::Stroke::new(2.0, Palette::of(ui).ai);
                ui.painter().with_clip_rect(area).circle_stroke(spot.at, spot.half.max_elem() + 6.0, ring);
            }
            if response.clicked() {
                pressed = Some((node, response.double_clicked()));
            }
            self.begin_drag(ui, &response, Some(node), painted, (ctx, selecting));
            if node != Network::ME {
                if response.secondary_clicked() {
                    self.menu = Some(node);
                }
                if self.menu == Some(node) {
                    let mut menu = egui::Popup::context_menu(&response);
                    if std::mem::take(&mut self.menu_by_key) {
                        menu = menu.open_memory(Some(egui::SetOpenCommand::Bool(true)));
                    }
                    if ui
                        .input(|input| input.pointer.hover_pos())
                        .is_none_or(|at| !rect.expand(300.0).contains(at))
                    {
                        menu = menu.at_position(rect.right_bottom());
                    }
                    let open = menu.show(|ui| self.menu_ui(ui, ctx, model, node)).is_some();
                    if !open {
                        self.menu = None;
                    }
                }
            }
        }
        // Enter and Space on the canvas are no clicks: they concern the person on whom the keyboard is.
        if canvas.clicked_by(PointerButton::Primary) {
            let at = canvas.interact_pointer_pos();
            match at.and_then(hit) {
                Some(node) => pressed = Some((node, canvas.double_clicked())),
                None => {
                    self.cursor = None;
                    if !self.tie.stop() && !ctx.selection.marked.is_empty() && !modifiers.any() {
                        ctx.ask(Command::Mark(crate::gui::ctx::Marked::default()));
                    }
                }
            }
            canvas.request_focus();
        }
        let origin = ui.input(|input| input.pointer.press_origin());
        self.begin_drag(ui, canvas, origin.and_then(hit), painted, (ctx, selecting));
        if let Some((node, twice)) = pressed {
            let contact = model.nodes[node as usize].contact;
            if self.tie.is_begun() {
                self.tie.choose(node, painted.spots[node as usize].at);
            } else if let Some(contact) = contact.filter(|_| modifiers.shift || modifiers.command) {
                marked::toggle(ctx, contact);
            } else {
                self.press(ctx, model, node, twice);
            }
            canvas.request_focus();
        }
        if canvas.gained_focus() {
            (self.tab_around, self.tab_leaves) = (None, false);
        }
        if self.keys_are_free(ui) && canvas.has_focus() {
            self.walk(ui, ctx, model, painted, selected);
        }
        if let Some(cursor) = self.cursor {
            let spot = painted.spots[cursor as usize];
            let ring = egui::Stroke::new(2.0, Palette::of(ui).ai);
            ui.painter().with_clip_rect(area).circle_stroke(spot.at, spot.half.max_elem() + 6.0, ring);
            self.tell_cursor(ui, ctx, model, cursor, area);
        }
        self.go_on(ui, ctx, model, painted, area, index, camera, &hit);
        if ctx.writable {
            let around = self.hovered.or(self.cursor).or(selected);
            self.tie.handle_ui(ui, ctx.texts, model, painted, around, area);
        }
        self.tie.ui(ui, ctx, model, painted, self.cursor, area);
        self.paper_menu(canvas, ctx, model);
    }

    /// What joins the person on whom the keyboard is, for a screen reader; and for the eye as a tooltip would.
    fn tell_cursor(&mut self, ui: &Ui, ctx: &ViewCtx<'_>, model: &Model, cursor: NodeId, area: Rect) {
        let words = self.told.get((model.key, cursor), |_| {
            let telling = crate::index::Telling { book: ctx.book, texts: ctx.texts, today: ctx.today };
            let sentences = model.network.sentences(telling, cursor);
            let told: Vec<&str> =
                sentences.iter().take(TOLD).map(|sentence| sentence.text.as_str()).collect();
            told.join(" ")
        });
        let rect = Rect::from_min_size(area.left_bottom() - egui::vec2(0.0, 1.0), Vec2::splat(1.0));
        let response = ui.interact(rect, ui.scope_id().with("told"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Status, true, words));
    }

    /// Goes on with the line or the band that is being drawn.
    #[expect(clippy::too_many_arguments, reason = "the canvas and what lies on it")]
    fn go_on(
        &mut self,
        ui: &Ui,
        ctx: &mut ViewCtx<'_>,
        model: &Model,
        painted: &Painted,
        area: Rect,
        index: &PointIndex,
        camera: Camera,
        hit: &dyn Fn(Pos2) -> Option<NodeId>,
    ) {
        let (down, pointer) = ui.input(|input| (input.pointer.primary_down(), input.pointer.latest_pos()));
        match &self.drag {
            Some(Drag::Tie) => {
                if !down {
                    self.drag = None;
                    match pointer.and_then(hit) {
                        Some(node) => self.tie.choose(node, painted.spots[node as usize].at),
                        None => {
                            self.tie.stop();
                        }
                    }
                }
                ui.ctx().request_repaint();
            }
            Some(Drag::Band(band)) => {
                if let Some(pointer) = pointer {
                    band.paint(ui, area, pointer);
                    if !down {
                        band.finish(ctx, model, index, (camera, area), pointer);
                        self.drag = None;
                    }
                }
                ui.ctx().request_repaint();
            }
            _ => {}
        }
    }

    fn begin_drag(
        &mut self,
        ui: &Ui,
        response: &Response,
        node: Option<NodeId>,
        painted: &Painted,
        (ctx, selecting): (&ViewCtx<'_>, bool),
    ) {
        if response.drag_started_by(PointerButton::Middle) {
            self.drag = Some(Drag::Paper);
        }
        if response.drag_started_by(PointerButton::Primary) {
            let (origin, held) = ui.input(|input| (input.pointer.press_origin(), input.modifiers));
            // Where somebody is put belongs to the book.
            self.drag = match (node.filter(|node| *node != Network::ME && ctx.writable), origin) {
                _ if held.alt && ctx.writable && node.is_some() => {
                    node.into_iter().for_each(|node| self.tie.begin(node));
                    Some(Drag::Tie)
                }
                (None, Some(origin)) if node.is_none() && (selecting != held.shift) => {
                    Some(Drag::Band(Band::begin(ctx, origin, held.command)))
                }
                (Some(node), Some(origin)) => {
                    let grip = origin - painted.spots[node as usize].at;
                    Some(Drag::Node { node, grip, moved: false })
                }
                _ => Some(Drag::Paper),
            };
            ui.ctx().request_repaint();
        }
    }

    pub(super) fn press(&mut self, ctx: &mut ViewCtx<'_>, model: &Model, node: NodeId, twice: bool) {
        self.own_click = true;
        self.cursor = None;
        ctx.ask(Command::Select(model.nodes[node as usize].contact));
        if twice {
            self.focus = Some(1);
        }
    }

    /// Arrows go to the nearest neighbour in their direction, Tab around, Enter selects.
    fn walk(
        &mut self,
        ui: &Ui,
        ctx: &mut ViewCtx<'_>,
        model: &Model,
        painted: &Painted,
        selected: Option<NodeId>,
    ) {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let from = self.cursor.or(selected).unwrap_or(Network::ME);
        let arrows = [
            (Key::ArrowRight, Vec2::RIGHT),
            (Key::ArrowLeft, Vec2::LEFT),
            (Key::ArrowUp, Vec2::UP),
            (Key::ArrowDown, Vec2::DOWN),
        ];
        if let Some((_, direction)) = arrows.into_iter().find(|(key, _)| pressed(*key)) {
            self.tab_around = None;
            self.cursor = towards(model, painted, from, direction).or(self.cursor);
        }
        let back = ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Tab));
        if back || pressed(Key::Tab) {
            let around = *self.tab_around.get_or_insert(from);
            let mut neighbours: Vec<NodeId> =
                model.network.neighbours(around).iter().map(|(node, _)| *node).collect();
            neighbours.dedup();
            neighbours.retain(|node| painted.spots[*node as usize].shown);
            self.tab_leaves = neighbours.is_empty();
            if !neighbours.is_empty() {
                let at = self.cursor.and_then(|cursor| neighbours.iter().position(|node| *node == cursor));
                let count = neighbours.len();
                let next = match at {
                    Some(at) => (at + if back { count - 1 } else { 1 }) % count,
                    None => 0,
                };
                self.cursor = Some(neighbours[next]);
                self.tab_leaves = next == count - 1;
            }
        }
        if pressed(Key::Enter)
            && let Some(cursor) = self.cursor
        {
            self.tab_around = None;
            if self.tie.is_begun() {
                self.tie.choose(cursor, painted.spots[cursor as usize].at);
            } else {
                self.press(ctx, model, cursor, false);
            }
        }
    }
}

/// The node under a point of the screen.
fn hit(at: Pos2, area: Rect, painted: &Painted, index: &PointIndex, camera: Camera) -> Option<NodeId> {
    let card = painted.cards().iter().rev().find(|node| {
        let spot = &painted.spots[**node as usize];
        Rect::from_center_size(spot.at, spot.half * 2.0).contains(at)
    });
    if card.is_some() {
        return card.copied();
    }
    let world = camera.world_from_screen(area, at);
    let near = index.nearest([world.x, world.y], 46.0 / camera.zoom);
    let disc = near.filter(|node| {
        let spot = &painted.spots[*node as usize];
        spot.on_screen && at.distance(spot.at) <= (spot.half.x + 3.0).max(7.0)
    });
    // A name belongs to its node.
    disc.or_else(|| painted.name_at(at))
}

/// The nearest neighbour in a direction; the nearest of all when no neighbour lies there.
fn towards(model: &Model, painted: &Painted, from: NodeId, direction: Vec2) -> Option<NodeId> {
    let start = painted.spots[from as usize].at;
    let cost = |node: &NodeId| -> Option<f32> {
        let spot = &painted.spots[*node as usize];
        let way = spot.at - start;
        let along = way.dot(direction);
        let aside = (way - direction * along).length();
        (spot.shown && *node != from && along > 1.0 && along * 1.2 > aside).then_some(along + aside * 1.5)
    };
    let best = |nodes: &mut dyn Iterator<Item = NodeId>| {
        nodes
            .filter_map(|node| Some((cost(&node)?, node)))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|best| best.1)
    };
    best(&mut model.network.neighbours(from).iter().map(|(node, _)| *node))
        .or_else(|| best(&mut (0..model.nodes.len() as NodeId)))
}
