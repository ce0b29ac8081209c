//! The referral graph: me in the middle, who knows whom, who sent whom to whom.
//!
//! Owns the view's state and the order of a frame. The parts: `model` (what is drawn), `layout_job` and
//! `places` (where it lies), `camera`, `scene` with `ink`, `labels` and `hulls` (how it is drawn), `pointer`
//! (what the user does), `bar`, `trail`, `minimap` (what lies around). Must not write: it asks.
//! Start reading at [`NetworkView::ui`].
//!
//! Invariant: nothing is laid out, measured or sorted again while camera, positions and choices stay
//! (`benches/frame.rs` holds the time of a frame).

mod model;
mod layout_job;
mod places;
mod camera;
mod ink;
mod hulls;
mod labels;
mod scene;
mod canvas;
mod pointer;
mod bar;
mod trail;
mod minimap;
mod shown;

use eframe::egui::{self, Pos2, Rect, Sense, Ui, WidgetInfo};

use crate::gui::command::{Action, Command, Route};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Motion, Palette, duration, icons, time};
use crate::gui::widgets::EmptyState;
use crate::gui::work::Work;
use crate::index::{EdgeKind, Network, NodeId};
use crate::jobs::Jobs;
use crate::model::{Contact, Id};
use crate::session::Session;

use bar::{Asked, Choices, Focus};
use camera::{Camera, Flight};
use canvas::Painted;
use hulls::Hull;
use ink::Discs;
use layout_job::Arranger;
use minimap::{Minimap, Seen};
use model::{Model, ModelKey};
use places::Places;
use pointer::Pointer;
use scene::{Colouring, Scene};

/// Nobody is shown nearer than this by [`Asked::Fit`].
const NEAREST_FIT: f32 = 1.2;

/// The referral graph.
#[derive(Default)]
pub struct NetworkView {
    arranger: Arranger,
    choices: Choices,
    model: Option<Model>,
    places: Places,
    camera: Option<Camera>,
    flight: Option<Flight>,
    /// The user has moved the camera: it no longer follows the layout.
    camera_taken: bool,
    /// The canvas of the last frame, and which positions the camera was fitted to.
    area: Option<Rect>,
    fitted: Option<u64>,
    discs: Option<Discs>,
    hulls: Vec<Hull>,
    hulls_of: Option<(u64, u64)>,
    visible: Visible,
    painted: Painted,
    pointer: Pointer,
    minimap: Minimap,
    /// The selected person as of the last frame; the outer `None` before the first one.
    seen_selection: Option<Option<Id<Contact>>>,
    path: Vec<NodeId>,
    path_of: Option<(ModelKey, Option<Id<Contact>>)>,
    /// The person whose way was closed.
    closed_way: Option<Id<Contact>>,
}

/// Who is not left out by the focus.
#[derive(Default)]
struct Visible {
    nodes: Vec<bool>,
    of: Option<(ModelKey, Focus, NodeId)>,
    generation: u64,
}

impl NetworkView {
    /// Starts the layout when somebody has no place yet, and returns what is to be saved of it.
    pub fn logic(&mut self, route: Route, session: &Session, jobs: &Jobs<Work>) -> Vec<Command> {
        self.arranger.logic(route, session, jobs).into_iter().collect()
    }

    /// Takes positions that a worker has found.
    pub fn arrived(&mut self, layout: Work) {
        self.arranger.arrived(layout);
    }

    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        ui.painter().rect_filled(ui.max_rect(), 0, p.desk);
        ui.spacing_mut().item_spacing.y = 0.0;
        let zoom = self.camera.map_or(1.0, |camera| camera.zoom);
        let mut asked = bar::top_ui(ui, ctx, &mut self.choices, zoom);
        let animate = ctx.theme.motion == Motion::Full;
        let model = self.refreshed(ctx, animate);
        if model.network.is_empty() {
            empty_ui(ctx, ui);
        } else {
            bar::legend_ui(ui, ctx.texts, &model, &mut self.choices.hidden);
            self.canvas_ui(ctx, ui, &model, &mut asked);
        }
        self.model = Some(model);
    }

    /// Returns the model of the present state of the book, with the positions brought up to it.
    fn refreshed(&mut self, ctx: &ViewCtx<'_>, animate: bool) -> Model {
        let key = ModelKey::of(ctx);
        let model = match self.model.take() {
            Some(model) if model.key == key => model,
            before => {
                let model = Model::of(ctx);
                let network = before.as_ref().map(|before| &*before.network);
                self.places.read(ctx.book, &model.network, network, animate);
                self.pointer.renumber(network, &model.network);
                model
            }
        };
        if animate && let Some(positions) = self.arranger.progress() {
            self.places.stream(&positions, animate);
        }
        model
    }

    fn canvas_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, model: &Model, asked: &mut Option<Asked>) {
        let area = ui.available_rect_before_wrap();
        let id = ui.scope_id().with("network canvas");
        let canvas = ui.interact(area, id, Sense::click_and_drag());
        canvas.widget_info(|| WidgetInfo::labeled(egui::Role::Canvas, true, &model.summary));
        let (now, seconds) = ui.input(|input| (input.time, input.stable_dt));
        if self.places.advance(seconds) || self.arranger.is_running() {
            ui.ctx().request_repaint();
        }
        self.pointer.drag_node(ui, &mut self.places, self.camera, area, ctx, model);
        self.camera_taken |= self.pointer.arranged;
        self.follow_selection(ctx, ui, model, area);
        self.see(ctx, model);
        self.move_camera(ui, area, now, &canvas, asked, ctx, model);
        let Some(camera) = self.camera else { return };
        self.shapes(model);
        let discs = &*self.discs.get_or_insert_with(|| Discs::new(ui.ctx()));
        let scene = Scene {
            model,
            book: ctx.book,
            places: &self.places,
            visible: &self.visible.nodes,
            camera,
            area,
            hidden: self.choices.hidden,
            warmth: if self.choices.colouring == Colouring::Warmth { model.warmth(ctx) } else { &[] },
            palette: Palette::of(ui),
            discs,
            pixels_per_point: ui.ctx().pixels_per_point(),
            path: &self.path,
            selected: model.node_of(ctx.selection.contact),
        };
        let hulls: &[Hull] = if self.choices.colouring == Colouring::Circle { &self.hulls } else { &[] };
        self.painted.refresh(&scene, hulls, self.visible.generation, ui.painter());
        let mut blocked: Vec<Rect> = Minimap::rect(area).into_iter().collect();
        let way = self.path.len() > 2 && self.closed_way != ctx.selection.contact && area.width() > 620.0;
        if way {
            blocked.push(Rect::from_min_size(
                area.right_top() + egui::vec2(-294.0, 10.0),
                egui::vec2(274.0, 180.0),
            ));
        }
        self.painted.lit(&self.pointer, &scene, ctx, ui);
        self.painted.paint(&scene, hulls, ctx, ui);
        let index_of = self.visible.generation;
        let index = self.places.index(&self.visible.nodes, index_of);
        self.pointer.ui(ui, ctx, model, &canvas, &self.painted, index, camera, &blocked);
        if let Some(focus) = self.pointer.take_focus() {
            self.choices.focus = Focus::Steps(focus);
            self.camera_taken = true;
            *asked = Some(Asked::Fit);
            ui.ctx().request_repaint();
        }
        self.around(ctx, ui, model, area, way, hulls_shown(self.choices.colouring));
        self.area = Some(area);
        if self.camera.is_some() && *asked == Some(Asked::Fit) {
            // The neighbourhood is known in the next frame.
            self.pointer.fit_soon = true;
        }
    }

    /// What lies above the canvas: the trail, the way, the map.
    fn around(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        area: Rect,
        way: bool,
        with_hulls: bool,
    ) {
        trail::trail_ui(ui, ctx, model, area);
        if way && trail::reach_ui(ui, ctx, model, &self.path, area) {
            self.closed_way = ctx.selection.contact;
        }
        if let (Some(rect), Some(camera), Some(discs)) = (Minimap::rect(area), self.camera, &self.discs) {
            let seen = Seen {
                model,
                places: &self.places,
                hulls: if with_hulls { &self.hulls } else { &[] },
                visible: (&self.visible.nodes, self.visible.generation),
                path: &self.path,
                discs,
            };
            if let Some(place) = self.minimap.ui(ui, ctx.texts, rect, area, &camera, &seen) {
                self.camera = Some(Camera { centre: place, ..camera });
                (self.camera_taken, self.flight) = (true, None);
                ui.ctx().request_repaint();
            }
        }
        let nothing_found = ctx
            .search
            .found
            .as_ref()
            .is_some_and(|found| !model.network.people().iter().any(|contact| found.matches(*contact)));
        let words = if nothing_found {
            Some(ctx.texts.network_nothing_found())
        } else if self.arranger.is_running() {
            Some(ctx.texts.network_arranging())
        } else {
            None
        };
        if let Some(words) = words {
            canvas::notice(ui, area, words);
        }
    }

    /// When somebody else is selected: the way there, and the camera.
    fn follow_selection(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, model: &Model, area: Rect) {
        let selected = ctx.selection.contact;
        if self.path_of != Some((model.key, selected)) {
            self.path_of = Some((model.key, selected));
            self.path = model.node_of(selected).map_or_else(Vec::new, |node| way_to(&model.network, node));
        }
        if self.seen_selection == Some(selected) {
            return;
        }
        let place = model.node_of(selected).map(|node| self.places.of(node));
        if place == Some(None) || self.camera.is_none() {
            return;
        }
        self.seen_selection = Some(selected);
        if self.closed_way != selected {
            self.closed_way = None;
        }
        let (Some(Some(place)), Some(camera)) = (place, self.camera) else { return };
        let own = self.pointer.take_own_click();
        let at = camera.screen_from_world(area, place);
        if own && area.shrink(60.0).contains(at) {
            self.camera_taken = true;
            return;
        }
        let to = Camera { centre: self.with_way(place), zoom: camera.zoom.clamp(0.7, 2.0) };
        self.fly(ui, camera, to);
    }

    /// The middle between a person and me when there is a way to show.
    fn with_way(&self, place: Pos2) -> Pos2 {
        if self.path.len() > 2 { place + (Pos2::ZERO - place) * 0.5 } else { place }
    }

    fn fly(&mut self, ui: &Ui, from: Camera, to: Camera) {
        let now = ui.input(|input| input.time);
        self.flight = Some(Flight::new(from, to, now, duration(ui, time::CAMERA)));
        self.camera_taken = true;
        ui.ctx().request_repaint();
    }

    /// Works out who is not left out by the focus.
    fn see(&mut self, ctx: &ViewCtx<'_>, model: &Model) {
        let centre = match self.choices.focus {
            Focus::All => Network::ME,
            Focus::Steps(_) => model.node_of(ctx.selection.contact).unwrap_or(Network::ME),
        };
        let of = (model.key, self.choices.focus, centre);
        if self.visible.of == Some(of) {
            return;
        }
        self.visible.of = Some(of);
        self.visible.generation += 1;
        self.visible.nodes = match self.choices.focus {
            Focus::All => vec![true; model.nodes.len()],
            Focus::Steps(steps) => {
                // Through me everybody knows everybody: around others only their own ties count.
                let follow = |kind: EdgeKind| centre == Network::ME || kind != EdgeKind::Met;
                let distances = model.network.distances(centre, follow);
                distances.iter().map(|distance| *distance <= steps).collect()
            }
        };
        for node in self.path.iter().chain([&Network::ME]) {
            self.visible.nodes[*node as usize] = true;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what can move the camera, in one place")]
    fn move_camera(
        &mut self,
        ui: &Ui,
        area: Rect,
        now: f64,
        canvas: &egui::Response,
        asked: &mut Option<Asked>,
        ctx: &mut ViewCtx<'_>,
        model: &Model,
    ) {
        if std::mem::take(&mut self.pointer.fit_soon) {
            *asked = Some(Asked::Fit);
        }
        let visible = &self.visible.nodes;
        let fitting = self.places.bounds(|node| visible[node as usize]).map(|bounds| {
            // From me alone there is nothing to see around.
            Camera::fitting(area, bounds.expand(45.0), NEAREST_FIT)
        });
        let Some(fitting) = fitting else { return };
        let known = self.places.all().iter().filter(|at| at[0].is_finite()).count();
        let mut camera = *self.camera.get_or_insert(fitting);
        if !self.camera_taken && self.fitted != Some(self.places.generation) && known > 1 {
            self.fitted = Some(self.places.generation);
            camera = fitting;
        } else if let Some(before) = self.area.filter(|before| *before != area) {
            // The canvas became smaller or larger: what is on the screen stays where it is.
            camera.centre += (area.center() - before.center()) / camera.zoom;
        }
        if let Some(flight) = &self.flight {
            let (at, arrived) = flight.at(now);
            camera = at;
            if arrived {
                self.flight = None;
            }
            ui.ctx().request_repaint();
        }
        let before = camera;
        let moved = self.pointer.camera(ui, &mut camera, area, canvas, ctx, asked, &mut self.choices);
        if moved {
            (self.camera_taken, self.flight) = (true, None);
        }
        let to = match asked.take() {
            Some(Asked::Zoom(factor)) => {
                let mut to = camera;
                to.zoom_at(area, area.center(), factor);
                Some(to)
            }
            Some(Asked::Whole) => Some(Camera { zoom: 1.0, ..camera }),
            Some(Asked::Fit) => Some(fitting),
            Some(Asked::Best) => {
                let best = ctx.search.found.as_ref().and_then(|found| {
                    found.ranked().iter().copied().find(|contact| model.network.node(*contact).is_some())
                });
                if let Some(best) = best {
                    ctx.select(best);
                }
                None
            }
            None => None,
        };
        self.camera = Some(camera);
        if let Some(to) = to {
            self.fly(ui, before, to);
        }
    }

    /// Makes the shapes of the circles anew when people have moved and stand still again.
    fn shapes(&mut self, model: &Model) {
        let of = (self.places.generation, self.visible.generation);
        let few = self.places.all().len() <= 1500;
        if self.hulls_of != Some(of) && (few || !self.places.is_moving()) {
            self.hulls_of = Some(of);
            self.hulls = hulls::hulls(model, self.places.all(), &self.visible.nodes);
        }
    }
}

fn hulls_shown(colouring: Colouring) -> bool {
    colouring == Colouring::Circle
}

/// The shortest way to somebody with whom nothing joins me directly; empty otherwise.
fn way_to(network: &Network, node: NodeId) -> Vec<NodeId> {
    let way = network.shortest_path(Network::ME, node, |_| true);
    if way.len() > 2 { way } else { Vec::new() }
}

fn empty_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.28);
        ui.set_max_width(460.0);
        let state = EmptyState::new(icons::GRAPH, texts.network_empty_title(), texts.network_empty_body());
        state.show(ui);
        ui.add_space(16.0);
        if ui.add(crate::gui::widgets::Button::primary(texts.app_action_add_cards())).clicked() {
            ctx.ask(Command::Do(Action::AddCards));
        }
    });
}
