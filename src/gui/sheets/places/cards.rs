//! The cards of a place as pictures of true proportion: chosen with the mouse or the keyboard, carried to other places.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, DragAndDrop, EventFilter, Key, Modifiers, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::{Carried, PlacesPage};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::views::card_thumb::card_in;
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{CardState, EmptyState};
use crate::index::Spot;
use crate::model::{Card, Id};
use crate::text::fold::fold;

/// The narrowest that a card is drawn, in points.
const LEAST: f32 = 168.0;
const GAP: f32 = 16.0;
/// Height of the words below a card.
const WORDS: f32 = 44.0;
/// How many cards remember what they say.
const REMEMBERED: usize = 4_000;

/// What a card says.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub name: String,
    pub more: String,
    pub spoken: String,
}

impl Facts {
    fn of(ctx: &ViewCtx<'_>, id: Id<Card>, spot: Spot) -> Self {
        let texts = ctx.texts;
        let Some(card) = ctx.book.get(id) else {
            return Self { name: String::new(), more: String::new(), spoken: String::new() };
        };
        let name = card.contact.map_or_else(
            || texts.common_without_name().to_owned(),
            |contact| name_of(ctx.book, texts, contact),
        );
        let day = texts.locale().day_near(card.day(), ctx.today);
        // In a place inside the one that is looked at.
        let here = card.whereabouts.place().filter(|place| Spot::Place(*place) != spot);
        let here = here.and_then(|place| ctx.book.get(place)).map(|place| tidy(&place.name));
        let more = [Some(day), here].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let spoken = format!("{name}, {more}");
        Self { name, more, spoken }
    }
}

/// Whether a card says all words of a search: name, company, what is printed on it.
pub(super) fn says(ctx: &ViewCtx<'_>, id: Id<Card>, query: &str) -> bool {
    let Some(card) = ctx.book.get(id) else { return false };
    let mut all = fold(&card.recognized_text);
    if let Some(contact) = card.contact.and_then(|contact| ctx.book.get(contact)) {
        for part in [contact.display_name(), contact.name.reading(), contact.name.latin.clone()] {
            all.push(' ');
            all.push_str(&fold(&part));
        }
        let company = contact.current_affiliation().and_then(|place| ctx.book.get(place.organization));
        if let Some(company) = company {
            all.push(' ');
            all.push_str(&fold(&company.name));
        }
    }
    query.split_whitespace().all(|word| all.contains(word))
}

impl PlacesPage {
    /// What a card in sight says.
    pub(super) fn facts(&mut self, ctx: &ViewCtx<'_>, card: Id<Card>) -> Arc<Facts> {
        if self.facts.len() >= REMEMBERED {
            self.facts.clear();
        }
        let spot = self.spot;
        Arc::clone(self.facts.entry(card).or_insert_with(|| Arc::new(Facts::of(ctx, card, spot))))
    }

    pub(super) fn cards_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, area: Rect, listed: &[Id<Card>]) {
        let inner = area.shrink2(vec2(24.0, 0.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt("cards"));
        if listed.is_empty() {
            self.empty_ui(ctx, &mut child);
            return;
        }
        ScrollArea::vertical().id_salt(("place cards", self.spot)).auto_shrink(false).show_viewport(
            &mut child,
            |ui, seen| {
                crate::gui::panes::follow_focus(ui);
                let width = ui.available_width() - 10.0;
                let columns = (((width + GAP) / (LEAST + GAP)).floor() as usize).max(1);
                let card = ((width - GAP * (columns - 1) as f32) / columns as f32).floor();
                let slot = vec2(card, (card * sizes::CARD_RATIO).round());
                let pitch = slot.y + WORDS + 12.0;
                let rows = listed.len().div_ceil(columns);
                let (all, _) =
                    ui.allocate_exact_size(vec2(width, rows as f32 * pitch + 24.0), Sense::hover());
                let first = ((seen.top() / pitch) as usize).saturating_sub(1);
                let last = ((seen.bottom() / pitch) as usize + 2).min(rows);
                for row in first..last {
                    for column in 0..columns {
                        let Some(id) = listed.get(row * columns + column) else { break };
                        let at = pos2(
                            all.left() + column as f32 * (card + GAP),
                            all.top() + 4.0 + row as f32 * pitch,
                        );
                        self.card_ui(ctx, ui, Rect::from_min_size(at, slot), *id, listed, columns);
                    }
                }
            },
        );
        if let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx())
            && let Some(at) = ui.input(|input| input.pointer.latest_pos())
        {
            ghost(ctx, ui, at, carried.0.len());
        }
    }

    fn card_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        slot: Rect,
        id: Id<Card>,
        listed: &[Id<Card>],
        columns: usize,
    ) {
        let p = Palette::of(ui);
        let facts = self.facts(ctx, id);
        let whole = Rect::from_min_size(slot.min, slot.size() + vec2(0.0, WORDS));
        let drags = ctx.writable && !ui.input(egui::InputState::any_touches);
        let sense = if drags { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(whole, card_id(id), sense);
        let ticked = self.chosen.contains(&id);
        if response.has_focus() {
            let filter =
                EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            Self::walk(ui, id, listed, columns);
            self.card_keys(ctx, ui, id);
        }
        if response.drag_started_by(egui::PointerButton::Primary) {
            let carried = if ticked { self.chosen.clone() } else { [id].into() };
            DragAndDrop::set_payload(ui.ctx(), Carried(carried));
        } else if response.double_clicked() {
            Self::open_card(ctx, id);
        } else if response.clicked() {
            self.choose(ui, id, listed);
            // So that the keys that follow concern it.
            response.request_focus();
        }
        self.menu_of(ctx, &response, whole, id);
        let state = CardState { ticked, dragged: response.dragged(), ..CardState::default() };
        card_in(ctx, ui, id, &facts.spoken, slot, response, state);
        let name = text::line(ui.painter(), &facts.name, TextKind::Strong, p.text, slot.width());
        ui.painter().galley(slot.left_bottom() + vec2(1.0, 8.0), name, p.text);
        let more = text::line(ui.painter(), &facts.more, TextKind::Small, p.text2, slot.width());
        ui.painter().galley(slot.left_bottom() + vec2(1.0, 27.0), more, p.text2);
    }

    /// A press chooses one, with Ctrl one more, with Shift all between.
    fn choose(&mut self, ui: &Ui, id: Id<Card>, listed: &[Id<Card>]) {
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.shift
            && let Some(anchor) = self.anchor
            && let (Some(from), Some(to)) =
                (listed.iter().position(|card| *card == anchor), listed.iter().position(|card| *card == id))
        {
            self.chosen.extend(&listed[from.min(to)..=from.max(to)]);
            return;
        }
        if modifiers.command || self.chosen.len() == 1 && self.chosen.contains(&id) {
            if !self.chosen.remove(&id) {
                self.chosen.insert(id);
            }
        } else {
            self.chosen = BTreeSet::from([id]);
        }
        self.anchor = Some(id);
    }

    /// Arrows lead from card to card.
    fn walk(ui: &Ui, id: Id<Card>, listed: &[Id<Card>], columns: usize) {
        let Some(at) = listed.iter().position(|card| *card == id) else { return };
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let to = if pressed(Key::ArrowRight) {
            at + 1
        } else if pressed(Key::ArrowLeft) {
            at.wrapping_sub(1)
        } else if pressed(Key::ArrowDown) {
            (at + columns).min(listed.len() - 1)
        } else if pressed(Key::ArrowUp) {
            at.saturating_sub(columns)
        } else {
            return;
        };
        if let Some(to) = listed.get(to) {
            ui.memory_mut(|memory| memory.request_focus(card_id(*to)));
        }
    }

    /// Says why there is no card, and what to do.
    pub(super) fn empty_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        ui.add_space((ui.available_height() * 0.24).max(space::XL));
        if !self.query.trim().is_empty() {
            let words = texts.app_search_none(self.query.trim());
            let empty = EmptyState::new(icons::MAGNIFYING_GLASS, texts.cards_empty_search(), &words);
            if empty.action(texts.app_search_clear()).show(ui) {
                self.query.clear();
            }
        } else if ctx.book.storages.is_empty() {
            let empty = EmptyState::new(icons::CARDS, texts.places_empty(), texts.places_empty_words());
            if empty.action(texts.places_new()).show(ui) && ctx.writable {
                ctx.open(crate::gui::command::Sheet::Place(None, None));
            }
        } else {
            EmptyState::new(icons::CARDS, texts.places_empty_here(), texts.places_empty_here_words())
                .show(ui);
        }
    }
}

pub(super) fn card_id(card: Id<Card>) -> egui::Id {
    egui::Id::unique(("place card", card))
}

/// How many cards follow the pointer.
fn ghost(ctx: &ViewCtx<'_>, ui: &Ui, at: egui::Pos2, count: usize) {
    let p = Palette::of(ui);
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("carried to a place"));
    let painter = ui.ctx().layer_painter(layer);
    let words = ctx.texts.places_cards(count as i64);
    let line = text::line(&painter, &words, TextKind::Strong, p.on_ai, 240.0);
    let rect = Rect::from_min_size(at + vec2(14.0, 10.0), line.size() + vec2(20.0, 12.0));
    painter.rect_filled(rect, 8, p.ai);
    painter.galley(rect.min + vec2(10.0, 6.0), line, p.on_ai);
}
