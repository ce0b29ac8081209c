//! The referral graph: me in the middle, who knows whom, who sent whom to whom.
//!
//! Owns the view's state and the order of a frame. The parts: `model` with `lines` and `grouping` (what is drawn),
//! `layout_job` and `places` (where it lies), `communities` (who belongs together), `camera`, `scene` with `ink`,
//! `way`, `labels` and `hulls` (how it is drawn), `pointer` with `tie` and `marked` (what the user does), `bar`,
//! `legend`, `trail`, `minimap`, `key`, `timeline`, `answers` (what
//! lies around), `outline` (the same as text). Must not write: it asks.
//! Start reading at [`NetworkView::ui`].
//!
//! Invariant: nothing is laid out, measured or sorted again while camera, positions and choices stay
//! (`benches/frame.rs` holds the time of a frame).

mod model;
mod lines;
mod grouping;
mod layout_job;
mod communities;
mod places;
mod camera;
mod ink;
mod way;
mod hulls;
mod labels;
mod scene;
mod canvas;
mod pointer;
mod menus;
mod tie;
mod marked;
mod bar;
mod legend;
mod trail;
mod minimap;
mod shown;
mod key;
mod timeline;
mod outline;
mod answers;

use eframe::egui::{self, Rect, Sense, Ui, WidgetInfo};

use crate::gui::command::{Action, Command, Question, Route};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Motion, Palette, duration, icons, time};
use crate::gui::widgets::EmptyState;
use crate::gui::work::Work;
use crate::index::{EdgeKind, Network, NodeId};
use crate::jobs::{JobSpec, Jobs, Lane};
use crate::model::{Contact, Id};
use crate::session::Session;

use answers::Answers;
use bar::{Asked, Choices, Focus};
use camera::{Camera, Flight};
use canvas::Painted;
use communities::Communities;
use grouping::{Grouping, Looks};
use hulls::Hull;
use ink::Discs;
use layout_job::Arranger;
use lines::Hidden;
use minimap::{Minimap, Seen};
use model::{Model, ModelKey};
use outline::Outline;
use places::Places;
use pointer::Pointer;
use scene::Scene;
use timeline::TimeLine;

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
    communities: Communities,
    looks: Looks,
    hulls: Vec<Hull>,
    hulls_of: Option<(u64, u64, u64)>,
    time: TimeLine,
    outline: Outline,
    marks: marked::Marks,
    visible: Visible,
    painted: Painted,
    pointer: Pointer,
    minimap: Minimap,
    /// The selected person as of the last frame; the outer `None` before the first one.
    seen_selection: Option<Option<Id<Contact>>>,
    path: Vec<NodeId>,
    /// How many of the people that a search found were gone to with Enter, and of which search.
    jumps: (u64, usize),
    answers: Answers,
    /// What the trail covers.
    trail: Option<Rect>,
}

/// Who is not left out by the focus, by the month, by the legend or by the search.
#[derive(Default)]
struct Visible {
    nodes: Vec<bool>,
    /// How many people they are, me not counted.
    people: usize,
    of: Option<VisibleKey>,
    generation: u64,
}

/// On what it depends who is visible: the model, the focus and its middle, the month, the legend, the search.
type VisibleKey = (ModelKey, Focus, NodeId, Option<i32>, Hidden, Option<u64>, Vec<NodeId>);

impl NetworkView {
    /// Starts the layout when somebody has no place yet, and returns what is to be saved of it.
    pub fn logic(&mut self, route: Route, session: &Session, jobs: &Jobs<Work>) -> Vec<Command> {
        if route == Route::Network && self.choices.grouping == Grouping::Community {
            self.communities.ask(session, jobs);
        }
        for (name, task) in self.answers.take_tasks() {
            jobs.spawn(JobSpec::new(Lane::Layout, "").latest(name), move |progress| {
                progress.set(0, 1)?;
                task();
                Ok(Work::Answered)
            });
        }
        self.arranger.logic(route, session, jobs).into_iter().collect()
    }

    /// Takes positions or communities that a worker has found.
    pub fn arrived(&mut self, found: Work) {
        match found {
            Work::Communities { topology, of } => self.communities.arrived(topology, of),
            layout => self.arranger.arrived(layout),
        }
    }

    /// Shows the network as text, or with areas of communities and colours by them, as the bar would.
    pub fn show_as(&mut self, text: bool, communities: bool) {
        self.choices.as_text = text;
        if communities {
            self.choices.grouping = Grouping::Community;
            self.choices.colouring = grouping::Colouring::Group;
        }
    }

    /// Answers a question, about a person if one is meant.
    pub fn answer(&mut self, question: Question, contact: Option<Id<Contact>>) {
        self.answers.ask(question, contact);
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
            legend::legend_ui(ui, ctx, &model, &mut self.choices, self.painted.lines());
            if asked == Some(Asked::Best) {
                asked = None;
                self.jump(ctx, &model);
            }
            self.path = self.answers.path(ctx, &model);
            self.see(ctx, &model);
            marked::bar_ui(ctx, ui, &model);
            if self.choices.as_text {
                self.outline.ui(ctx, ui, &model, &self.visible.nodes, self.visible.generation);
            } else {
                self.strip_ui(ctx, ui, &model);
                self.canvas_ui(ctx, ui, &model, &mut asked);
            }
        }
        if self.answers.is_asking() {
            ui.ctx().request_repaint();
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

    fn canvas_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, model: &Model, asked: &mut Option<Asked>) {
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
        self.move_camera(ui, area, now, &canvas, asked, ctx, model);
        let Some(camera) = self.camera else { return };
        let choices = (self.choices.grouping, self.choices.colouring, self.choices.sizing);
        let communities = self.communities.of(model);
        self.looks.refresh(ctx, model, choices, communities, Palette::of(ui));
        self.shapes();
        let (marked, marks) = self.marks.of(ctx, model);
        let discs = &*self.discs.get_or_insert_with(|| Discs::new(ui.ctx()));
        let scene = Scene {
            model,
            book: ctx.book,
            places: &self.places,
            visible: &self.visible.nodes,
            camera,
            area,
            hidden: self.choices.hidden,
            as_of: self.time.as_of(),
            faded: self.time.faded(ctx, model),
            colours: &self.looks.colours,
            sizes: &self.looks.sizes,
            groups: &self.looks.groups,
            marked,
            palette: Palette::of(ui),
            discs,
            pixels_per_point: ui.ctx().pixels_per_point(),
            path: &self.path,
            selected: model.node_of(ctx.selection.contact),
            blocked: [self.trail, Minimap::rect(area), self.answers.rect()]
                .map(|it| it.unwrap_or(Rect::NOTHING)),
        };
        let hulls: &[Hull] = &self.hulls;
        let made = self.hulls_of.map_or(0, |(places, visible, looks)| (places * 31 + visible) * 31 + looks);
        let of = (self.visible.generation, self.looks.generation, marks);
        self.painted.refresh(&scene, (hulls, made), of, ui.painter());
        if self.painted.is_makeshift() {
            ui.ctx().request_repaint();
        }
        let blocked = scene.blocked;
        self.painted.lit(&self.pointer, &scene, ctx, ui);
        self.painted.paint(&scene, hulls, ctx, ui);
        let index_of = self.visible.generation;
        let index = self.places.index(&self.visible.nodes, index_of);
        self.pointer.ui(
            ui,
            ctx,
            model,
            &canvas,
            &self.painted,
            index,
            camera,
            &blocked,
            self.choices.selecting,
        );
        if let Some(focus) = self.pointer.take_focus() {
            self.choices.focus = Focus::Steps(focus);
            self.camera_taken = true;
            *asked = Some(Asked::Fit);
            ui.ctx().request_repaint();
        }
        self.around(ctx, ui, model, area);
        self.area = Some(area);
        if self.camera.is_some() && *asked == Some(Asked::Fit) {
            // The neighbourhood is known in the next frame.
            self.pointer.fit_soon = true;
        }
    }

    /// What lies above the canvas: the trail, the answers, the map.
    fn around(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, model: &Model, area: Rect) {
        self.trail = trail::trail_ui(ui, ctx, model, area);
        self.answers.ui(ctx, ui, model, area);
        if let (Some(rect), Some(camera), Some(discs)) = (Minimap::rect(area), self.camera, &self.discs) {
            let bounds = self.places.bounds(&self.visible.nodes, self.visible.generation);
            let seen = Seen {
                groups: (&self.looks.groups, self.looks.generation),
                places: &self.places,
                bounds,
                hulls: &self.hulls,
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
        let corner = Minimap::rect(area).map(|map| map.right_bottom() + egui::vec2(10.0, 0.0));
        if let Some(corner) = corner {
            let (first, last) = self.time.ends(ctx, model);
            key::key_ui(ui, ctx.texts, self.choices.colouring, corner, (&first, &last));
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
        if self.seen_selection == Some(selected) {
            return;
        }
        let place = model.node_of(selected).map(|node| self.places.of(node));
        if place == Some(None) || self.camera.is_none() {
            return;
        }
        self.seen_selection = Some(selected);
        let (Some(Some(place)), Some(camera)) = (place, self.camera) else { return };
        let own = self.pointer.take_own_click();
        let at = camera.screen_from_world(area, place);
        if own && area.shrink(60.0).contains(at) {
            self.camera_taken = true;
            return;
        }
        // With a way to show, everybody on it; names and cards need room around them.
        let mut seen = Rect::from_min_max(place, place);
        if self.path.len() > 2 {
            self.path.iter().filter_map(|node| self.places.of(*node)).for_each(|at| seen.extend_with(at));
        }
        let to = self.fitting(area, seen, camera.zoom.clamp(0.7, 2.0));
        self.fly(ui, camera, to);
    }

    /// Looks at a box of places in what the answers leave free.
    fn fitting(&self, area: Rect, places: Rect, nearest: f32) -> Camera {
        let mut free = area;
        *free.right_mut() -= self.answers.covers(area);
        Camera::fitting_beside(area, free, places, nearest)
    }

    fn fly(&mut self, ui: &Ui, from: Camera, to: Camera) {
        let now = ui.input(|input| input.time);
        self.flight = Some(Flight::new(from, to, now, duration(ui, time::CAMERA)));
        self.camera_taken = true;
        ui.ctx().request_repaint();
    }

    /// Draws the strip with the months at the foot, where there is room for it.
    fn strip_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, model: &Model) {
        let room = ui.available_rect_before_wrap();
        if !self.time.has_months(ctx, model) || room.height() < 320.0 {
            return;
        }
        egui::Panel::bottom("network months")
            .exact_size(timeline::HEIGHT)
            .frame(egui::Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                let rect = ui.max_rect();
                let rect =
                    Rect::from_min_max(rect.min + egui::vec2(20.0, 4.0), rect.max - egui::vec2(20.0, 12.0));
                self.time.ui(ctx, ui, model, rect, self.visible.people);
            });
    }

    /// Goes to the best of what the search found; asked again, to the next one.
    fn jump(&mut self, ctx: &mut ViewCtx<'_>, model: &Model) {
        let Some(found) = &ctx.search.found else { return };
        let people: Vec<Id<Contact>> =
            found.ranked().iter().copied().filter(|id| model.network.node(*id).is_some()).collect();
        if people.is_empty() {
            return;
        }
        if self.jumps.0 != ctx.search.generation {
            self.jumps = (ctx.search.generation, 0);
        }
        let next = people[self.jumps.1 % people.len()];
        self.jumps.1 += 1;
        ctx.select(next);
    }

    /// Works out who is not left out.
    fn see(&mut self, ctx: &ViewCtx<'_>, model: &Model) {
        let choices = &self.choices;
        let centre = match choices.focus {
            Focus::All => Network::ME,
            Focus::Steps(_) => model.node_of(ctx.selection.contact).unwrap_or(Network::ME),
        };
        let as_of = self.time.as_of();
        let found = ctx.search.found.as_ref().filter(|_| choices.only_found);
        let search = found.map(|_| ctx.search.generation);
        let of = (model.key, choices.focus, centre, as_of, choices.hidden, search, self.path.clone());
        if self.visible.of.as_ref() == Some(&of) {
            return;
        }
        self.visible.generation += 1;
        let mut nodes = match choices.focus {
            Focus::All => vec![true; model.nodes.len()],
            Focus::Steps(steps) => {
                // Through me everybody knows everybody: around others only their own ties count.
                let follow = |kind: EdgeKind| {
                    (centre == Network::ME || kind != EdgeKind::Met) && !choices.hidden.hides_edge(kind)
                };
                let distances = model.network.distances(centre, follow);
                distances.iter().map(|distance| *distance <= steps).collect()
            }
        };
        for (node, seen) in model.nodes.iter().zip(&mut nodes) {
            let there =
                as_of.is_none_or(|day| node.since <= day) && !(choices.hidden.ghosts && node.only_mentioned);
            let wanted = found.is_none_or(|found| node.contact.is_some_and(|contact| found.matches(contact)));
            *seen &= there && wanted;
        }
        for node in self.path.iter().chain([&Network::ME]) {
            nodes[*node as usize] = true;
        }
        self.visible.people = nodes.iter().filter(|seen| **seen).count().saturating_sub(1);
        self.visible.nodes = nodes;
        self.visible.of = Some(of);
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
        let bounds = self.places.bounds(&self.visible.nodes, self.visible.generation);
        let fitting = bounds.map(|bounds| {
            // From me alone there is nothing to see around.
            self.fitting(area, bounds.expand(45.0), NEAREST_FIT)
        });
        let Some(fitting) = fitting else { return };
        let mut camera = *self.camera.get_or_insert(fitting);
        if !self.camera_taken && self.fitted != Some(self.places.generation) && self.places.has_somebody() {
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
        let moved =
            self.pointer.camera(ui, &mut camera, area, canvas, (ctx, model), asked, &mut self.choices);
        if self.pointer.keys_are_free(ui) {
            self.time.keys(ui, ctx, model);
        }
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
            Some(Asked::Best) | None => None,
        };
        self.camera = Some(camera);
        if let Some(to) = to {
            self.fly(ui, before, to);
        }
    }

    /// Makes the shapes of the groups anew when people have moved and stand still again.
    fn shapes(&mut self) {
        let of = (self.places.generation, self.visible.generation, self.looks.generation);
        let few = self.places.all().len() <= 1500;
        if self.hulls_of != Some(of) && (few || !self.places.is_moving()) {
            self.hulls_of = Some(of);
            self.hulls = hulls::hulls(&self.looks.groups, self.places.all(), &self.visible.nodes);
        }
    }
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
