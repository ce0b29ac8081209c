//! The painting of the gallery: the visible headings and tiles.

use std::sync::Arc;

use eframe::egui::{self, Align, Color32, EventFilter, Id, Layout, Rect, Sense, UiBuilder, pos2, vec2};

use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, sizes, space, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::widgets::{
    Badge, Button, ButtonSize, CardFace, CardFrame, CardSide, CardState, Flip, IconButton, MenuItem, knots,
    menu_separator, paint_icon, section_header,
};
use crate::index::{GroupTitle, Tile};
use crate::model::{Attachment, Id as RecordId};
use crate::text::Texts;

use super::facts::{GroupFacts, TileFacts};
use super::keys::{is_selected, select};
use super::rows::{Grid, HEADER, Rows};
use super::{CardsView, EDGE, Gallery};

impl CardsView {
    pub(super) fn grid_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, gallery: &Arc<Gallery>) {
        let width = ui.available_width() - 2.0 * EDGE;
        let grid = Grid::of(width, ctx.settings.card_size);
        let key = (gallery.generation, width.to_bits(), grid.slot[0].to_bits(), grid.columns);
        let groups = &gallery.rows.groups;
        let rows = Arc::clone(
            self.rows.get(key, |_| Arc::new(Rows::of(groups.iter().map(|group| group.tiles.len()), &grid))),
        );
        self.placed = Some(Arc::clone(&rows));
        let scroll_to = self.newly_selected(ctx, gallery, &rows, &grid);
        self.focused = None;
        egui::ScrollArea::vertical().id_salt("cards").auto_shrink(false).show_viewport(ui, |ui, viewport| {
            ui.set_height(rows.height);
            let origin = ui.max_rect().min + vec2(EDGE, 0.0);
            if let Some([top, bottom]) = scroll_to {
                let y = egui::Rangef::new(origin.y + top, origin.y + bottom);
                ui.scroll_to_rect(Rect::from_x_y_ranges(origin.x..=origin.x + width, y), None);
            }
            for at in rows.visible(viewport.top(), viewport.bottom()) {
                let Some(row) = rows.rows.get(at) else { continue };
                let y = origin.y + row.y;
                match &row.tiles {
                    None => {
                        let rect = Rect::from_min_size(pos2(origin.x, y), vec2(width, HEADER));
                        header_ui(ctx, ui, rect, &gallery.groups[row.group], row.group);
                    }
                    Some(tiles) => {
                        let group = &groups[row.group];
                        for (column, tile) in group.tiles[tiles.clone()].iter().enumerate() {
                            let slot = Rect::from_min_size(
                                pos2(origin.x + grid.x(column), y),
                                vec2(grid.slot[0], grid.slot[1]),
                            );
                            self.tile_ui(ctx, ui, slot, *tile, &group.title);
                        }
                    }
                }
            }
        });
        self.focus_next = None;
    }

    pub(super) fn last_rows(&self) -> Option<Arc<Rows>> {
        self.placed.clone()
    }

    /// Where a selection that was made since the last frame lies, from the top of the content.
    fn newly_selected(
        &mut self,
        ctx: &ViewCtx<'_>,
        gallery: &Gallery,
        rows: &Rows,
        grid: &Grid,
    ) -> Option<[f32; 2]> {
        let (contact, card) = (ctx.selection.contact, ctx.selection.card);
        if (self.seen.contact, self.seen.card) == (contact, card) {
            return None;
        }
        self.seen.contact = contact;
        self.seen.card = card;
        let tile = self.selected(ctx, gallery)?;
        let (row, _) = gallery.rows.groups.iter().enumerate().find_map(|(group, tiles)| {
            let at = tiles.tiles.iter().position(|other| *other == tile)?;
            rows.place(group, at)
        })?;
        // The heading of the first row comes along.
        let top = rows.rows.get(row)?.y;
        let is_first =
            row.checked_sub(1).and_then(|above| rows.rows.get(above)).is_some_and(|r| r.tiles.is_none());
        Some([top - if is_first { HEADER } else { 10.0 }, top + grid.pitch()])
    }

    fn tile_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        slot: Rect,
        tile: Tile,
        group: &GroupTitle,
    ) {
        let facts = self.facts(ctx, tile);
        let id = Id::unique(("card", group, tile));
        let whole = Rect::from_min_max(slot.min, pos2(slot.right(), slot.bottom() + sizes::TILE_EXTRA));
        let response = ui.interact(whole, id, Sense::click());
        if self.focus_next == Some(tile) {
            response.request_focus();
        }
        if response.has_focus() {
            self.focused = Some(tile);
            // The arrows walk from card to card here, not from widget to widget.
            let filter =
                EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            response.scroll_to_me(None);
        }
        let selected = is_selected(ctx, tile);
        let flip = Flip::animate(ui, id.with("turned"), self.turned.contains(&tile));
        let texts = ctx.texts;
        let badges: Vec<Badge<'_>> =
            facts.badges.iter().map(|(kind, icon, label)| Badge { kind: *kind, icon, label }).collect();
        let lines: Vec<&str> = facts.lines.iter().map(String::as_str).collect();
        let size = ThumbnailSize::for_width(slot.width(), ui.ctx().pixels_per_point());
        let side = if flip.back {
            back_side(ctx, ui, texts, &facts, size)
        } else {
            front_side(ctx, ui, texts, &facts, &lines, size)
        };
        let state = CardState { selected, flip: Some(flip), ..CardState::default() };
        let shown = CardFrame::new(if flip.back { &facts.spoken_back } else { &facts.spoken }, side)
            .state(state)
            .badges(if flip.back { &[] } else { &badges })
            .flippable(texts.cards_turn())
            .show_in(ui, slot, response);
        if flip.back && flip.scale > 0.95 && facts.back.is_some() {
            note_on_photo(ui, shown.rect, &facts);
        }
        name_ui(ui, slot, &facts, self.turned.contains(&tile));
        if shown.flip {
            self.turn(tile);
        } else if shown.action {
            ctx.thumbnails.retry_broken();
        } else if shown.response.double_clicked() && tile.contact.is_none() {
            ctx.open(Sheet::NameCards(tile.card));
        } else if shown.response.clicked() {
            select(ctx, tile);
        }
        shown.response.context_menu(|ui| self.tile_menu(ctx, ui, tile, &facts));
    }

    fn tile_menu(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, tile: Tile, facts: &TileFacts) {
        let texts = ctx.texts;
        ui.set_max_width(232.0);
        let item = |ui: &mut egui::Ui, item: MenuItem<'_>| {
            let clicked = ui.add(item).clicked();
            if clicked {
                ui.close();
            }
            clicked
        };
        if item(ui, MenuItem::new(texts.cards_turn()).icon(icons::ARROWS_CLOCKWISE).key("F")) {
            self.turn(tile);
        }
        match (tile.contact, tile.card) {
            (Some(contact), card) => {
                if let Some(card) = card
                    && item(ui, MenuItem::new(texts.cards_menu_unfile()).icon(icons::CARDS_THREE))
                {
                    ctx.edit(Edit::UnfileCard { card });
                }
                menu_separator(ui);
                if facts.archived {
                    if item(ui, MenuItem::new(texts.common_restore()).icon(icons::ARROW_U_UP_LEFT)) {
                        ctx.edit(Edit::Restore { contact });
                    }
                } else if item(ui, MenuItem::new(texts.common_archive()).icon(icons::HARD_DRIVES)) {
                    ctx.edit(Edit::Archive { contact, reason: String::new() });
                }
                // not a text: what stands on the key
                let delete = MenuItem::new(texts.cards_menu_delete()).icon(icons::TRASH).key("Del").danger();
                if item(ui, delete) {
                    self.discard(ctx, tile);
                }
            }
            (None, Some(card)) => {
                if item(ui, MenuItem::new(texts.cards_menu_name()).icon(icons::PENCIL_SIMPLE_LINE)) {
                    ctx.open(Sheet::NameCards(Some(card)));
                }
                menu_separator(ui);
                if item(ui, MenuItem::new(texts.cards_menu_remove()).icon(icons::TRASH).danger()) {
                    self.discard(ctx, tile);
                }
            }
            (None, None) => {}
        }
    }
}

/// What the card shows in front: its scan, its dominant colour until that is there, or a drawn face.
fn front_side<'a>(
    ctx: &mut ViewCtx<'_>,
    ui: &egui::Ui,
    texts: &'a Texts,
    facts: &'a TileFacts,
    lines: &'a [&'a str],
    size: ThumbnailSize,
) -> CardSide<'a> {
    match facts.front {
        Some(image) => photo(ctx, ui, texts, image, size),
        None => CardSide::Drawn(CardFace {
            name: &facts.name,
            title: &facts.title,
            company: &facts.second,
            lines,
            seed: facts.seed,
        }),
    }
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
    match (facts.back, &facts.impression) {
        (Some(image), _) => photo(ctx, ui, texts, image, size),
        (None, Some((day, words))) => CardSide::Back(heading, day, words),
        (None, None) => CardSide::Back(heading, &facts.day, texts.cards_back_empty()),
    }
}

fn photo<'a>(
    ctx: &mut ViewCtx<'_>,
    ui: &egui::Ui,
    texts: &'a Texts,
    image: RecordId<Attachment>,
    size: ThumbnailSize,
) -> CardSide<'a> {
    let missing = CardSide::Missing(texts.cards_scan_missing(), texts.common_retry());
    let Some(image) = ctx.book.get(image) else { return missing };
    match ctx.thumbnails.get(ui.ctx(), image, size) {
        Thumbnail::Ready(texture) => CardSide::Scan(texture, image.aspect()),
        Thumbnail::Loading => {
            let [red, green, blue] = image.colour;
            CardSide::Coming(Color32::from_rgb(red, green, blue), image.aspect())
        }
        Thumbnail::Missing => missing,
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

/// Name and company under the card; a sign that the card shows its back.
fn name_ui(ui: &egui::Ui, slot: Rect, facts: &TileFacts, turned: bool) {
    let p = Palette::of(ui);
    let room = slot.width() - if turned { 22.0 } else { 2.0 };
    let at = pos2(slot.left() + 2.0, slot.bottom() + 13.0);
    let name = text::line(ui.painter(), &facts.name, TextKind::Strong, p.text, room);
    ui.painter().galley(at, name, p.text);
    if !facts.second.is_empty() {
        let second = text::line(ui.painter(), &facts.second, TextKind::Small, p.text2, slot.width() - 2.0);
        ui.painter().galley(at + vec2(0.0, 19.0), second, p.text2);
    }
    if turned {
        let centre = pos2(slot.right() - 7.0, at.y + 9.5);
        paint_icon(ui.painter(), centre, icons::ARROWS_CLOCKWISE, Weight::Regular, 13.0, p.text2);
    }
}

/// Title and date; the thread of thank-yous and the way to the event, or the way to name the pile.
fn header_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, rect: Rect, facts: &GroupFacts, group: usize) {
    let texts = ctx.texts;
    let p = Palette::of(ui);
    let line = Rect::from_min_max(pos2(rect.left(), rect.top() + 8.0), rect.max);
    let builder = UiBuilder::new()
        .id_salt(("heading", group))
        .max_rect(line)
        .layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let narrow = rect.width() < 620.0;
        if let Some(event) = facts.event {
            let open = if narrow {
                ui.add(IconButton::new(icons::CARET_RIGHT, texts.cards_open_event()).size(ButtonSize::Small))
            } else {
                ui.add(Button::ghost(texts.cards_open_event()).small().trailing(icons::CARET_RIGHT))
            };
            if open.clicked() {
                ctx.ask(Command::ShowEvent(event));
            }
            if let Some((done, total)) = facts.knots {
                let words = if narrow { &facts.thanked_short } else { &facts.thanked };
                ui.label(text::rich(words, TextKind::Body, p.text2));
                knots(ui, done, total, &facts.thanked);
            }
        } else if facts.is_pile && ui.add(Button::tonal(texts.cards_pile_name()).small()).clicked() {
            ctx.open(Sheet::NameCards(None));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(2.0);
            section_header(ui, &facts.title, Some(&facts.aside));
        });
    });
}
