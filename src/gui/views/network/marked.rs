//! Several people at once: the rubber band, the marks, and the bar of what can be done with all of them.
//!
//! Owns how they are marked; who is, is part of the selection (`gui::ctx::Marked`), and the bar that of `gui::views::marked_bar`,
//! both the same as in the gallery.
//! Every action is one edit and one step of Undo.

use eframe::egui::{CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui};

use crate::edit::Edit;
use crate::gui::command::{Command, FollowUpDraft, Sheet};
use crate::gui::ctx::{Marked, ViewCtx};
use crate::gui::theme::{Palette, icons};
use crate::gui::views::marked_bar::{self as shared, Actions};
use crate::layout::quadtree::PointIndex;
use crate::model::{Contact, Id, Place};

use super::camera::Camera;
use super::model::{Model, ModelKey};

/// The margin of the view.
const EDGE: f32 = 20.0;
/// Below this width the buttons are glyphs.
const NARROW: f32 = 880.0;

/// A rubber band.
#[derive(Clone, Debug)]
pub(super) struct Band {
    from: Pos2,
    before: Marked,
}

impl Band {
    /// Begins a band; `adds` keeps what is marked already.
    pub(super) fn begin(ctx: &ViewCtx<'_>, from: Pos2, adds: bool) -> Self {
        let before = if adds { ctx.selection.marked.clone() } else { Marked::default() };
        Self { from, before }
    }

    /// Draws the band up to the pointer.
    pub(super) fn paint(&self, ui: &Ui, area: Rect, pointer: Pos2) {
        let p = Palette::of(ui);
        let rect = Rect::from_two_pos(self.from, pointer).intersect(area);
        let painter = ui.painter().with_clip_rect(area);
        let fill = p.ai.gamma_multiply(0.12);
        painter.rect(rect, CornerRadius::same(3), fill, Stroke::new(1.0, p.ai), StrokeKind::Inside);
    }

    /// Marks whoever lies in the band.
    pub(super) fn finish(
        &self,
        ctx: &mut ViewCtx<'_>,
        model: &Model,
        index: &PointIndex,
        (camera, area): (Camera, Rect),
        pointer: Pos2,
    ) {
        let rect = Rect::from_two_pos(self.from, pointer).intersect(area);
        let (min, max) = (camera.world_from_screen(area, rect.min), camera.world_from_screen(area, rect.max));
        let mut marked = self.before.clone();
        let inside = index.within([min.x, min.y], [max.x, max.y]);
        marked.contacts.extend(inside.into_iter().filter_map(|node| model.network.contact(node)));
        ctx.ask(Command::Mark(marked));
    }
}

/// Marks a person, or takes the mark off. The one in the inspector comes along with the first one.
pub(super) fn toggle(ctx: &mut ViewCtx<'_>, contact: Id<Contact>) {
    let mut marked = ctx.selection.marked.clone();
    if marked.is_empty() {
        marked.contacts.extend(ctx.selection.contact);
    }
    if !marked.contacts.remove(&contact) || ctx.selection.marked.is_empty() {
        marked.contacts.insert(contact);
    }
    ctx.ask(Command::Mark(marked));
}

/// Marks everybody; those whom a search finds while there is one.
pub(super) fn mark_all(ctx: &mut ViewCtx<'_>, model: &Model) {
    let found = ctx.search.found.as_ref();
    let people = model.network.people().iter().copied();
    let contacts = people.filter(|contact| found.is_none_or(|found| found.matches(*contact))).collect();
    ctx.ask(Command::Mark(Marked { contacts, ..Marked::default() }));
}

/// Who is marked, by nodes.
#[derive(Default)]
pub(super) struct Marks {
    of: Option<(ModelKey, Marked)>,
    nodes: Vec<bool>,
    generation: u64,
}

impl Marks {
    /// Whether each node is marked, and how often that changed; an empty list while nobody is.
    pub(super) fn of(&mut self, ctx: &ViewCtx<'_>, model: &Model) -> (&[bool], u64) {
        let marked = &ctx.selection.marked;
        let same = self.of.as_ref().is_some_and(|(key, before)| *key == model.key && before == marked);
        if !same {
            self.of = Some((model.key, marked.clone()));
            self.generation += 1;
            self.nodes.clear();
            if !marked.contacts.is_empty() {
                self.nodes.resize(model.nodes.len(), false);
                let nodes = marked.contacts.iter().filter_map(|contact| model.network.node(*contact));
                nodes.for_each(|node| self.nodes[node as usize] = true);
            }
        }
        (&self.nodes, self.generation)
    }
}

/// Draws the bar at the foot while several people are marked: how many, and what can be done with all of them.
pub(super) fn bar_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, model: &Model) {
    let marked = &ctx.selection.marked;
    if marked.contacts.is_empty() {
        return;
    }
    let count = ctx.texts.common_people(marked.contacts.len() as i64);
    shared::bar_ui(ctx, ui, "marked people", &count, (EDGE, NARROW), |ctx, ui, actions| {
        actions_ui(ctx, ui, model, actions);
    });
}

/// The buttons, from right to left.
fn actions_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, model: &Model, actions: Actions<'_>) {
    let texts = ctx.texts;
    let contacts = &actions.marked.contacts;
    let writes = ctx.writable;
    actions.archive_ui(ctx, ui);
    actions.export_ui(ctx, ui);
    let places = || contacts.iter().filter_map(|id| ctx.book.get(id.cast::<Place>()));
    let all_pinned = places().all(|place| place.pinned);
    let label = if all_pinned { texts.network_unpin() } else { texts.network_pin() };
    if actions.button(ui, icons::PUSH_PIN, label, false, writes).clicked() {
        let places = places().map(|place| Place { pinned: !all_pinned, ..**place }).collect();
        ctx.edit(Edit::PinAll { places });
    }
    let people = || contacts.iter().copied().collect::<Vec<Id<Contact>>>();
    if contacts.len() == 2
        && let [a, b] = people()[..]
    {
        let name = |contact: Id<Contact>| {
            model.network.node(contact).map_or("", |node| model.nodes[node as usize].name.as_str())
        };
        let label = texts.network_tie_introduce(name(a), name(b));
        if actions.button(ui, icons::USERS_THREE, &label, false, writes).clicked() {
            ctx.open(Sheet::IntroductionOf(a, b));
        }
    }
    let follow_up = actions.button(ui, icons::CLOCK, texts.app_action_add_follow_up(), false, writes);
    if follow_up.clicked() {
        let draft = FollowUpDraft { contacts: people(), ..FollowUpDraft::default() };
        ctx.open(Sheet::FollowUp(draft));
    }
    actions.log_ui(ctx, ui);
    actions.circles_ui(ctx, ui);
}
