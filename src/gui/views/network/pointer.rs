//! What the user does in the network: pointer, wheel, keys, screen reader.
//!
//! Owns what is hovered and dragged, and the responses that give nodes a name. Must not paint.
//!
//! Invariant: whoever is named, hovered or selected on the screen can be found and pressed by name
//! (held by `app_network::a_click_on_a_name_selects_and_the_trail_grows`).

use std::collections::BTreeSet;

use eframe::egui::{
    self, CursorIcon, EventFilter, Key, Modifiers, PointerButton, Pos2, Rect, Response, Sense, Ui, Vec2,
    WidgetInfo,
};

use crate::edit::Edit;
use crate::gui::command::{Action, Command, Question};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, icons};
use crate::gui::widgets::{MenuItem, menu_separator};
use crate::index::{Network, NodeId};
use crate::layout::quadtree::PointIndex;
use crate::model::Place;

use super::bar::{Asked, Choices};
use super::camera::Camera;
use super::canvas::Painted;
use super::model::Model;
use super::places::Places;

/// What is being dragged.
#[derive(Clone, Copy, Debug)]
enum Drag {
    /// The paper.
    Paper,
    /// A node, and how far off its middle it was taken.
    Node { node: NodeId, grip: Vec2, moved: bool },
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
    menu: Option<NodeId>,
    own_click: bool,
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
        let (Some(Drag::Node { node, grip, moved }), Some(camera)) = (self.drag, camera) else { return };
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
        ctx: &mut ViewCtx<'_>,
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
            self.keys(ui, canvas, ctx, asked, choices);
        }
        moved
    }

    fn keys_are_free(&self, ui: &Ui) -> bool {
        !ui.ctx().text_edit_focused()
            && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
            && !egui::Popup::is_any_open(ui.ctx())
    }

    fn keys(
        &self,
        ui: &Ui,
        canvas: &Response,
        ctx: &mut ViewCtx<'_>,
        asked: &mut Option<Asked>,
        choices: &mut Choices,
    ) {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let typed = |text: &str| {
            ui.input(|input| {
                input.events.iter().any(|event| matches!(event, egui::Event::Text(typed) if typed == text))
            })
        };
        if pressed(Key::Plus) || pressed(Key::Equals) || typed("+") {
            *asked = Some(Asked::Zoom(1.25));
        } else if pressed(Key::Minus) || typed("-") {
            *asked = Some(Asked::Zoom(1.0 / 1.25));
        } else if pressed(Key::Num0) || typed("0") {
            *asked = Some(Asked::Fit);
        }
        if pressed(Key::OpenBracket) || typed("[") {
            choices.focus = choices.focus.moved(-1);
        } else if pressed(Key::CloseBracket) || typed("]") {
            choices.focus = choices.focus.moved(1);
        }
        if pressed(Key::Backspace) {
            let trail = &ctx.selection.trail;
            let at = trail.iter().position(|id| Some(*id) == ctx.selection.contact);
            let before = at.and_then(|at| at.checked_sub(1)).map(|at| trail[at]);
            ctx.ask(Command::Select(before));
        }
        if canvas.has_focus() {
            let filter = EventFilter {
                tab: !self.tab_leaves,
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
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
            self.begin_drag(ui, &response, Some(node), painted, ctx.writable);
            if node != Network::ME {
                if response.secondary_clicked() {
                    self.menu = Some(node);
                }
                if self.menu == Some(node) {
                    let open = response.context_menu(|ui| self.menu_ui(ui, ctx, model, node)).is_some();
                    if !open {
                        self.menu = None;
                    }
                }
            }
        }
        if canvas.clicked() {
            let at = canvas.interact_pointer_pos();
            match at.and_then(hit) {
                Some(node) => pressed = Some((node, canvas.double_clicked())),
                None => self.cursor = None,
            }
            canvas.request_focus();
        }
        let origin = ui.input(|input| input.pointer.press_origin());
        self.begin_drag(ui, canvas, origin.and_then(hit), painted, ctx.writable);
        if let Some((node, twice)) = pressed {
            self.press(ctx, model, node, twice);
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
        }
    }

    fn begin_drag(
        &mut self,
        ui: &Ui,
        response: &Response,
        node: Option<NodeId>,
        painted: &Painted,
        writable: bool,
    ) {
        if response.drag_started_by(PointerButton::Middle) {
            self.drag = Some(Drag::Paper);
        }
        if response.drag_started_by(PointerButton::Primary) {
            let origin = ui.input(|input| input.pointer.press_origin());
            // Where somebody is put belongs to the book.
            self.drag = match (node.filter(|node| *node != Network::ME && writable), origin) {
                (Some(node), Some(origin)) => {
                    let grip = origin - painted.spots[node as usize].at;
                    Some(Drag::Node { node, grip, moved: false })
                }
                _ => Some(Drag::Paper),
            };
            ui.ctx().request_repaint();
        }
    }

    fn press(&mut self, ctx: &mut ViewCtx<'_>, model: &Model, node: NodeId, twice: bool) {
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
            self.press(ctx, model, cursor, false);
        }
    }

    fn menu_ui(&mut self, ui: &mut Ui, ctx: &mut ViewCtx<'_>, model: &Model, number: NodeId) {
        let texts = ctx.texts;
        let node = &model.nodes[number as usize];
        let Some(contact) = node.contact else { return };
        ui.set_width(240.0);
        if ui.add(MenuItem::new(texts.network_open()).icon(icons::IDENTIFICATION_CARD)).clicked() {
            self.own_click = true;
            ctx.select(contact);
        }
        if ui.add(MenuItem::new(texts.network_focus_person()).icon(icons::INTERSECT)).clicked() {
            self.press(ctx, model, number, true);
        }
        for (question, label, icon) in [
            (Question::Ways, texts.ways_action_reach(), icons::PATH),
            (Question::Lineage, texts.ways_action_lineage(), icons::ARROW_ELBOW_DOWN_RIGHT),
        ] {
            if ui.add(MenuItem::new(label).icon(icon)).clicked() {
                self.own_click = true;
                ctx.ask(Command::Answer(question, Some(contact)));
            }
        }
        menu_separator(ui);
        let actions = [
            (Action::LogEncounter, icons::NOTE_PENCIL),
            (Action::PassOn, icons::PAPER_PLANE_TILT),
            (Action::Introduce, icons::USERS_THREE),
        ];
        for (action, icon) in actions {
            let keys = action.keys().unwrap_or_default();
            if ui.add(MenuItem::new(action.label(texts)).icon(icon).key(&keys)).clicked() {
                // The actions concern who is selected.
                self.own_click = true;
                ctx.select(contact);
                ctx.ask(Command::Do(action));
            }
        }
        menu_separator(ui);
        let label = if node.pinned { texts.network_unpin() } else { texts.network_pin() };
        if ui.add(MenuItem::new(label).icon(icons::PUSH_PIN)).clicked()
            && let Some(place) = ctx.book.get(contact.cast::<Place>())
        {
            ctx.edit(Edit::Pin { place: Place { pinned: !node.pinned, ..**place } });
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
