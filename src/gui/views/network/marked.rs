//! Several people at once: the rubber band, the marks, and the bar of what can be done with all of them.
//!
//! Owns how they are drawn; who is marked is part of the selection (`gui::ctx::Marked`), the same as in the gallery.
//! Every action is one edit and one step of Undo.

use eframe::egui::{
    self, Align, CornerRadius, Layout, Popup, PopupCloseBehavior, Pos2, Rect, Stroke, StrokeKind, Ui, vec2,
};

use crate::edit::Edit;
use crate::gui::command::{Command, FollowUpDraft, Sheet};
use crate::gui::ctx::{Marked, ViewCtx};
use crate::gui::export::ExportFormat;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::views::cards::circles_menu;
use crate::gui::widgets::{Button, ButtonRole, IconButton, MenuItem};
use crate::index::NodeId;
use crate::layout::quadtree::PointIndex;
use crate::model::{Contact, Id, Place};

use super::camera::Camera;
use super::canvas::Painted;
use super::model::Model;

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

/// Rings around those who are marked.
pub(super) struct Marks {
    nodes: Vec<NodeId>,
}

impl Marks {
    /// Whoever is marked.
    pub(super) fn of(ctx: &ViewCtx<'_>, model: &Model) -> Self {
        let marked = ctx.selection.marked.contacts.iter();
        Self { nodes: marked.filter_map(|contact| model.network.node(*contact)).collect() }
    }

    /// Draws the rings of those on the screen.
    pub(super) fn paint(&self, ui: &Ui, area: Rect, painted: &Painted) {
        let p = Palette::of(ui);
        let painter = ui.painter().with_clip_rect(area);
        for node in &self.nodes {
            let spot = &painted.spots[*node as usize];
            if !spot.on_screen {
                continue;
            }
            if spot.card {
                let rect = Rect::from_center_size(spot.at, spot.half * 2.0).expand(4.0);
                let corner = CornerRadius::same(7);
                painter.rect_stroke(rect, corner, Stroke::new(2.5, p.ai), StrokeKind::Outside);
            } else {
                let radius = spot.half.max_elem() + 3.0;
                let fill = p.ai.gamma_multiply(0.18);
                painter.circle(spot.at, radius, fill, Stroke::new(2.0, p.ai));
            }
        }
    }
}

/// Draws the bar at the foot while several people are marked: how many, and what can be done with all of them.
pub(super) fn bar_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, model: &Model) {
    let marked = &ctx.selection.marked;
    if marked.contacts.is_empty() {
        return;
    }
    let p = Palette::of(ui);
    let frame = egui::Frame::new().fill(p.panel).inner_margin(egui::Margin::symmetric(20, 9));
    egui::Panel::bottom("marked people").show_separator_line(false).frame(frame).show(ui, |ui| {
        let edge = ui.max_rect().expand2(vec2(20.0, 9.0));
        ui.painter().hline(edge.x_range(), edge.top() + 0.5, Stroke::new(1.0, p.line));
        let narrow = ui.available_width() < NARROW;
        let row = vec2(ui.available_width(), sizes::BUTTON);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let clear = IconButton::new(icons::X, ctx.texts.cards_marked_clear());
            if ui.add(clear.role(ButtonRole::Ghost)).clicked() {
                ctx.ask(Command::Mark(Marked::default()));
            }
            actions_ui(ctx, ui, model, marked, narrow);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let count = ctx.texts.common_people(marked.contacts.len() as i64);
                ui.add(egui::Label::new(text::rich(&count, TextKind::Strong, p.text)).truncate());
            });
        });
    });
}

/// The buttons, from right to left.
fn actions_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, model: &Model, marked: &Marked, narrow: bool) {
    let texts = ctx.texts;
    let contacts = &marked.contacts;
    let button = |ui: &mut Ui, icon, label: &str, opens: bool, on: bool| {
        ui.add_enabled_ui(on, |ui| {
            if narrow {
                ui.add(IconButton::new(icon, label).role(ButtonRole::Default))
            } else {
                let button = Button::new(label).icon(icon);
                ui.add(if opens { button.trailing(icons::CARET_DOWN) } else { button })
            }
        })
        .inner
    };
    let writes = ctx.writable;
    if button(ui, icons::HARD_DRIVES, texts.common_archive(), false, writes).clicked() {
        ctx.edit(Edit::ArchiveAll { contacts: contacts.clone(), reason: String::new() });
    }
    let export = button(ui, icons::EXPORT, texts.cards_export(), true, true);
    Popup::menu(&export).width(240.0).gap(4.0).show(|ui| {
        for format in ExportFormat::ALL {
            if ui.add(MenuItem::new(format.label(texts)).icon(icons::EXPORT)).clicked() {
                ctx.ask(Command::Export { contacts: contacts.clone(), format });
                ui.close();
            }
        }
    });
    let places: Vec<Place> =
        contacts.iter().filter_map(|id| ctx.book.get(id.cast::<Place>())).map(|place| **place).collect();
    let all_pinned = !places.is_empty() && places.iter().all(|place| place.pinned);
    let label = if all_pinned { texts.network_unpin() } else { texts.network_pin() };
    if button(ui, icons::PUSH_PIN, label, false, writes && !places.is_empty()).clicked() {
        let places = places.into_iter().map(|place| Place { pinned: !all_pinned, ..place }).collect();
        ctx.edit(Edit::PinAll { places });
    }
    let people: Vec<Id<Contact>> = contacts.iter().copied().collect();
    if let [a, b] = people[..] {
        let name = |contact: Id<Contact>| {
            model.network.node(contact).map_or("", |node| model.nodes[node as usize].name.as_str())
        };
        let label = texts.network_tie_introduce(name(a), name(b));
        if button(ui, icons::USERS_THREE, &label, false, writes).clicked() {
            ctx.open(Sheet::IntroductionOf(a, b));
        }
    }
    let follow_up = button(ui, icons::CLOCK, texts.app_action_add_follow_up(), false, writes);
    if follow_up.clicked() {
        let draft = FollowUpDraft { contacts: people.clone(), ..FollowUpDraft::default() };
        ctx.open(Sheet::FollowUp(draft));
    }
    if button(ui, icons::NOTE_PENCIL, texts.cards_marked_log(), false, writes).clicked() {
        ctx.open(Sheet::LogEncounter { contacts: people, completes: None });
    }
    let circle = button(ui, icons::USERS, texts.cards_circle(), true, writes);
    let menu = Popup::menu(&circle).width(240.0).gap(4.0);
    menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| circles_menu(ctx, ui, marked));
}
