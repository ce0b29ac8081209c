//! The answers beside the picture: who can bring me to somebody, who brought me all this, whom do I owe, who holds
//! people together.
//!
//! Owns the box at the upper right of the canvas: which question is open, and which way is highlighted. The parts: `ways`
//! with `goal` (the field), `overview` (nothing is asked yet), `lineage`, `people` (the lists), `row` (how a row looks),
//! `worked` (who works it out).
//! Must not write: it asks. Start reading at [`Answers::ui`].
//!
//! Invariant: nothing is worked out, sorted or worded again while the book and the question stay, and in a large network a
//! worker does it (`worked`).

mod goal;
mod lineage;
mod overview;
mod people;
mod row;
mod ways;
mod worked;

use eframe::egui::{self, Margin, Order, Rect, ScrollArea, Stroke, Ui, UiBuilder, vec2};

use super::model::Model;
use crate::gui::command::Question;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, icons, radius, space};
use crate::gui::widgets::{Button, ButtonSize, IconButton, tabs};
use crate::index::{Goal, Network, NodeId};
use crate::model::{Contact, Id};

use lineage::LineageTab;
use overview::Overview;
use people::PeopleTab;
use ways::WaysTab;
pub(super) use worked::Task;

/// Width of the box.
const WIDTH: f32 = 304.0;
/// Distance from the edges of the canvas.
const MARGIN: f32 = 10.0;
/// Padding inside of it.
const PADDING: i8 = 14;
/// A canvas that is narrower shows a button at first.
const ROOMY: f32 = 640.0;

/// The box with the answers.
#[derive(Default)]
pub(super) struct Answers {
    /// Whether it is open, as the user chose; by the room until then.
    open: Option<bool>,
    question: Option<Question>,
    ways: WaysTab,
    lineage: LineageTab,
    people: PeopleTab,
    overview: Overview,
    /// Who was selected when the question was last looked at; the outer `None` before the first look.
    seen: Option<Option<Id<Contact>>>,
    rect: Option<Rect>,
    /// What workers are to be asked.
    tasks: Vec<Task>,
}

impl Answers {
    /// What is to be given to workers.
    pub(super) fn take_tasks(&mut self) -> Vec<Task> {
        std::mem::take(&mut self.tasks)
    }

    /// Whether workers are to be asked after this frame.
    pub(super) fn is_asking(&self) -> bool {
        !self.tasks.is_empty()
    }

    /// Opens the box with a question.
    pub(super) fn ask(&mut self, question: Question, contact: Option<Id<Contact>>) {
        self.open = Some(true);
        self.question = Some(question);
        self.seen = Some(contact);
        if question == Question::Ways {
            self.ways.set_goal(contact.map(Goal::Person));
        }
    }

    /// Whether it is open on a canvas.
    pub(super) fn is_open(&self, area: Rect) -> bool {
        self.open.unwrap_or(area.width() >= ROOMY)
    }

    /// How much of a canvas at its right it covers.
    pub(super) fn covers(&self, area: Rect) -> f32 {
        if self.is_open(area) { (WIDTH + MARGIN).min(area.width() * 0.5) } else { 0.0 }
    }

    /// Where it was drawn last: nothing below it is pointed at.
    pub(super) fn rect(&self) -> Option<Rect> {
        self.rect
    }

    /// Follows the selection, and returns the nodes that are highlighted: a way, or who brought me the selected person.
    /// Whoever walks along a way keeps it.
    pub(super) fn path(&mut self, ctx: &ViewCtx<'_>, model: &Model) -> Vec<NodeId> {
        let selected = ctx.selection.contact;
        if self.seen != Some(selected) {
            self.seen = Some(selected);
            match selected {
                Some(contact) if !self.ways.leads_over(contact) => {
                    self.ways.set_goal(Some(Goal::Person(contact)));
                }
                None => self.ways.forget_person(),
                Some(_) => {}
            }
        }
        if self.question == Some(Question::Lineage) {
            let chain = self.lineage.chain(ctx, model, &mut self.tasks);
            let nodes: Vec<NodeId> = chain.iter().filter_map(|id| model.network.node(*id)).collect();
            if nodes.len() > 1 {
                return std::iter::once(Network::ME).chain(nodes).collect();
            }
            return Vec::new();
        }
        let nodes = self.ways.nodes(ctx, model, &mut self.tasks);
        // Whom I know myself needs no line in red.
        if nodes.len() > 2 { nodes } else { Vec::new() }
    }

    /// Draws the box, or the button that opens it.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, model: &Model, area: Rect) {
        let p = Palette::of(ui);
        let open = self.is_open(area);
        self.keys(ui, ctx, open);
        let width = WIDTH.min(area.width() - 2.0 * MARGIN);
        let at = area.right_top() + vec2(-width - MARGIN, MARGIN);
        let id = egui::Id::unique("network answers");
        let height = (area.height() - 2.0 * MARGIN).max(120.0);
        let shown = egui::Area::new(id)
            .order(Order::Middle)
            .fade_in(false)
            .constrain(false)
            .default_size(vec2(width, height));
        if !open {
            let button = shown
                .pivot(egui::Align2::RIGHT_TOP)
                .fixed_pos(area.right_top() + vec2(-MARGIN, MARGIN))
                .show(ui.ctx(), |ui| {
                    ui.add(Button::new(ctx.texts.network_answers()).icon(icons::PATH).small())
                });
            self.rect = Some(button.response.rect);
            if button.inner.clicked() {
                self.open = Some(true);
            }
            return;
        }
        let frame = egui::Frame::new()
            .fill(p.raised)
            .stroke(Stroke::new(1.0, p.line))
            .corner_radius(radius::BOX)
            .shadow(Elevation::Pop.layers(p.is_dark())[1])
            .inner_margin(Margin { left: PADDING, right: PADDING, top: 6, bottom: 12 });
        let inside = width - 2.0 * f32::from(PADDING);
        let room = Rect::from_min_size(at, vec2(width, height));
        let response = shown.fixed_pos(at).show(ui.ctx(), |ui| {
            // An area offers what it took in the last frame: it could not grow with the answer.
            ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(inside);
                    ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
                    self.head_ui(ctx, ui, inside);
                    self.question_ui(ctx, ui, model, height - 64.0);
                });
            });
        });
        self.rect = Some(response.response.rect);
    }

    fn head_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, inside: f32) {
        let texts = ctx.texts;
        let labels = [
            texts.network_answers_ways(),
            texts.network_answers_lineage(),
            texts.network_answers_owing(),
            texts.network_answers_bridges(),
        ];
        const ALL: [Question; 4] = [Question::Ways, Question::Lineage, Question::Owing, Question::Bridges];
        let mut at = ALL.iter().position(|it| Some(*it) == self.question).unwrap_or(0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.allocate_ui(vec2(inside - 34.0, 36.0), |ui| {
                if tabs(ui, &labels, &mut at).changed() {
                    self.question = Some(ALL[at]);
                }
            });
            if ui.add(IconButton::new(icons::X, texts.common_close()).size(ButtonSize::Small)).clicked() {
                self.open = Some(false);
            }
        });
    }

    fn question_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, model: &Model, height: f32) {
        match self.question.unwrap_or(Question::Ways) {
            Question::Ways => {
                // The one thing to do stays in sight below the list.
                let foot = if self.ways.has_ways() { 44.0 } else { 0.0 };
                let area = ScrollArea::vertical().id_salt("ways").auto_shrink([false, true]);
                area.max_height(height - foot).show(ui, |ui| {
                    crate::gui::panes::follow_focus(ui);
                    if self.ways.ui(ctx, ui, model, &mut self.tasks) {
                        let tabs = (&mut self.lineage, &mut self.people);
                        let found = self.overview.ui(ctx, ui, model, tabs, &mut self.tasks);
                        self.question = found.or(self.question);
                    }
                });
                self.ways.foot_ui(ctx, ui);
            }
            Question::Lineage => self.lineage.ui(ctx, ui, model, height, &mut self.tasks),
            Question::Owing => self.people.owing_ui(ctx, ui, model, height, &mut self.tasks),
            Question::Bridges => self.people.bridges_ui(ctx, ui, model, height, &mut self.tasks),
        }
    }

    /// The digits choose a way.
    fn keys(&mut self, ui: &Ui, ctx: &ViewCtx<'_>, open: bool) {
        let free = !ui.ctx().text_edit_focused()
            && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
            && !egui::Popup::is_any_open(ui.ctx());
        if open && free && self.question.unwrap_or(Question::Ways) == Question::Ways {
            self.ways.keys(ui, ctx);
        }
    }
}
