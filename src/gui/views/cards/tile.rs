//! One tile: the card, its name, what it answers to.
//!
//! Start reading at [`CardsView::tile_ui`]. What it says was worked out in `facts`.

use eframe::egui::{self, EventFilter, Id, Rect, Sense, pos2, vec2};

use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::people::portrait;
use crate::gui::why::Why;
use crate::gui::widgets::{Badge, CardFace, CardFrame, CardSide, CardState, Flip, paint_icon};
use crate::index::{GroupTitle, Tile};
use crate::model::{Attachment, Id as RecordId};
use crate::pictures::Trouble;
use crate::text::Texts;

use super::facts::TileFacts;
use super::keys::is_selected;
use super::rows::{Grid, HEADER};
use super::{CardsView, Gallery};

impl CardsView {
    pub(super) fn tile_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        slot: Rect,
        tile: Tile,
        (gallery, group, grid): (&Gallery, &GroupTitle, &Grid),
    ) {
        let facts = self.facts(ctx, tile);
        let id = Id::unique(("card", group, tile));
        let whole = Rect::from_min_size(slot.min, vec2(slot.width(), grid.tile()));
        let response = ui.interact(whole, id, self.sense(ctx, ui));
        self.mind_focus(ui, &response, tile);
        let (selected, ticked) = (is_selected(ctx, tile), ctx.selection.marked.contains(tile));
        let flip = Flip::animate(ui, id.with("turned"), self.turned.contains(&tile));
        let texts = ctx.texts;
        let badges: Vec<Badge<'_>> =
            facts.badges.iter().map(|(kind, icon, label)| Badge { kind: *kind, icon, label }).collect();
        let lines: Vec<&str> = facts.lines.iter().map(String::as_str).collect();
        let size = ThumbnailSize::for_width(slot.width(), ui.ctx().pixels_per_point());
        let side = if flip.back {
            back_side(ctx, ui, texts, &facts, size)
        } else {
            front_side(ctx, ui, &facts, &lines, size)
        };
        let face = if flip.back { None } else { portrait(ctx, ui, facts.portrait) };
        let dragged = response.dragged() && egui::DragAndDrop::has_any_payload(ui.ctx());
        let state = CardState { selected, ticked, dragged, flip: Some(flip) };
        let image = if flip.back { facts.back } else { facts.front };
        let mut frame = CardFrame::new(if flip.back { &facts.spoken_back } else { &facts.spoken }, side)
            .state(state)
            .badges(if flip.back { &[] } else { &badges })
            .proportion(facts.front.and_then(|front| ctx.book.get(front)).map(|front| front.aspect()))
            .portrait(face)
            .flippable(texts.cards_turn());
        if image.is_some() && !matches!(side, CardSide::Scan(..) | CardSide::Coming(..)) {
            let words = match image.and_then(|image| ctx.thumbnails.trouble(image)) {
                Some(Trouble::Altered) => texts.images_altered(),
                Some(Trouble::Unreadable) => texts.images_unreadable(),
                Some(Trouble::Missing) | None => texts.images_missing(),
            };
            frame = frame.missing(words, texts.images_find());
        }
        let shown = frame.show_in(ui, slot, response);
        if flip.back && flip.scale > 0.95 && facts.back.is_some() {
            note_on_photo(ui, shown.rect, &facts);
        }
        let why = self.why(ctx, ui, tile);
        name_ui(ui, slot, &facts, why.as_deref(), self.turned.contains(&tile));
        if let Some(why) = why {
            ui.ctx().accesskit_node_builder(id, |node| node.set_description(why.spoken()));
        }
        if shown.flip {
            self.turn(tile);
        } else if shown.action {
            ctx.commands.extend(image.map(Command::FindPicture));
        } else {
            self.answer(ctx, ui, gallery, &shown.response, tile, &facts.name);
        }
        shown.response.context_menu(|ui| self.tile_menu(ctx, ui, gallery, tile));
    }

    /// A click and, unless fingers scroll, a drag.
    pub(super) fn sense(&self, ctx: &ViewCtx<'_>, ui: &egui::Ui) -> Sense {
        let drags = ctx.writable && !ui.input(egui::InputState::any_touches);
        if drags { Sense::click_and_drag() } else { Sense::click() }
    }

    /// Gives the keyboard to the tile that is to have it, and notes which one has it.
    pub(super) fn mind_focus(&mut self, ui: &egui::Ui, response: &egui::Response, tile: Tile) {
        if self.focus_next == Some(tile) {
            response.request_focus();
        }
        if !response.has_focus() {
            return;
        }
        self.focused = Some(tile);
        // The arrows walk from card to card here, not from widget to widget.
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        if response.gained_focus() {
            // Not under the heading that stays at the top.
            let mut rect = response.rect;
            rect.min.y -= HEADER;
            ui.scroll_to_rect(rect, None);
        }
    }

    /// Does what a click, a double click or the beginning of a drag asks for.
    pub(super) fn answer(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &egui::Ui,
        gallery: &Gallery,
        response: &egui::Response,
        tile: Tile,
        name: &str,
    ) {
        if response.drag_started_by(egui::PointerButton::Primary) {
            self.take_up(ctx, ui, tile, name);
        } else if response.double_clicked() {
            // The first click may have opened the inspector, and another card came under the pointer.
            let meant = self.anchor.unwrap_or(tile);
            if meant.contact.is_none() {
                ctx.open(Sheet::NameCards(meant.card));
            }
        } else if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            self.clicked(ctx, gallery, tile, modifiers);
        }
    }
}

/// What the card shows in front: its scan, its dominant colour until that is there, or a drawn face.
fn front_side<'a>(
    ctx: &mut ViewCtx<'_>,
    ui: &egui::Ui,
    facts: &'a TileFacts,
    lines: &'a [&'a str],
    size: ThumbnailSize,
) -> CardSide<'a> {
    facts.front.and_then(|image| photo(ctx, ui, image, size)).unwrap_or(CardSide::Drawn(CardFace {
        name: &facts.name,
        title: &facts.title,
        company: &facts.second,
        lines,
        seed: facts.seed,
    }))
}

/// The back: a photo of it if there is one, else paper with the first impression.
fn back_side<'a>(
    ctx: &mut ViewCtx<'_>,
    ui: &egui::Ui,
    texts: &'a Texts,
    facts: &'a TileFacts,
    size: ThumbnailSize,
) -> CardSide<'a> {
    let heading = texts.common_impression();
    let photo = facts.back.and_then(|image| photo(ctx, ui, image, size));
    photo.unwrap_or(match &facts.impression {
        Some((day, words)) => CardSide::Back(heading, day, words),
        None => CardSide::Back(heading, &facts.day, texts.cards_back_empty()),
    })
}

/// The picture, or its colour until it is there; nothing when the file is missing.
fn photo<'a>(
    ctx: &mut ViewCtx<'_>,
    ui: &egui::Ui,
    image: RecordId<Attachment>,
    size: ThumbnailSize,
) -> Option<CardSide<'a>> {
    let image = ctx.book.get(image)?;
    match ctx.thumbnails.get(ui.ctx(), image, size) {
        Thumbnail::Ready(texture) => Some(CardSide::Scan(texture, image.aspect())),
        Thumbnail::Loading => {
            let colour = ctx.thumbnails.colour(image, Palette::of(ui).sunk);
            Some(CardSide::Coming(colour, image.aspect()))
        }
        Thumbnail::Missing => None,
    }
}

/// The first impression over the lower part of a photographed back.
fn note_on_photo(ui: &egui::Ui, card: Rect, facts: &TileFacts) {
    let Some((_, words)) = &facts.impression else { return };
    let p = Palette::of(ui);
    let kind = TextKind::HandCard;
    let rows = if card.width() > 220.0 { 3 } else { 2 };
    let words = text::lines(ui.painter(), words, kind, p.pencil, card.width() - 18.0, rows);
    let strip = Rect::from_min_max(pos2(card.left(), card.bottom() - words.size().y - 12.0), card.max);
    let corner = egui::CornerRadius { sw: radius::CARD, se: radius::CARD, nw: 0, ne: 0 };
    ui.painter().rect_filled(strip.shrink2(vec2(1.0, 0.0)), corner, p.paper);
    ui.painter().galley(strip.min + vec2(9.0, 6.0), words, p.pencil);
}

/// Name and company under the card, or why the person was found; a sign that the card shows its back.
fn name_ui(ui: &egui::Ui, slot: Rect, facts: &TileFacts, why: Option<&Why>, turned: bool) {
    let p = Palette::of(ui);
    let room = slot.width() - if turned { 22.0 } else { 2.0 };
    let at = pos2(slot.left() + 2.0, slot.bottom() + 13.0);
    let name = text::line(ui.painter(), &facts.name, TextKind::Strong, p.text, room);
    ui.painter().galley(at, name, p.text);
    if let Some(why) = why {
        let why = why.galley(ui.painter(), p, slot.width() - 2.0);
        ui.painter().galley(at + vec2(0.0, 19.0), why, p.text2);
    } else if !facts.second.is_empty() {
        let second = text::line(ui.painter(), &facts.second, TextKind::Small, p.text2, slot.width() - 2.0);
        ui.painter().galley(at + vec2(0.0, 19.0), second, p.text2);
    }
    if turned {
        let centre = pos2(slot.right() - 7.0, at.y + 9.5);
        paint_icon(ui.painter(), centre, icons::ARROWS_CLOCKWISE, Weight::Regular, 13.0, p.text2);
    }
}
