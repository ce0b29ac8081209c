//! The cards of a person as a stack: what stands under each, and what can be done with it.

use eframe::egui;

use super::fields::{self, two};
use super::head::{Head, clipped, scan_side};
use super::{Inspector, Tab};
use crate::edit::{Edit, Filing, Side};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Avatar, Button, CardFrame, CardSide, MenuItem, menu_separator};
use crate::model::{Card, Contact, Id};
use crate::text::Texts;

/// "Received 13 Oct at Hardware Evening, out of date".
pub(super) fn caption(ctx: &ViewCtx<'_>, card: &Card) -> String {
    let texts: &Texts = ctx.texts;
    let event = card.event.and_then(|event| ctx.book.get(event)).map(|event| tidy(&event.title));
    let day = card.received_on.map(|day| texts.locale().day_near(day, ctx.today));
    let words = match (day, event.filter(|event| !event.is_empty())) {
        (Some(day), Some(event)) => texts.inspector_received_on_at(&day, &event),
        (Some(day), None) => texts.inspector_received_on_day(&day),
        (None, Some(event)) => texts.inspector_card_received_at(&event),
        (None, None) => texts.inspector_received_some_day().to_owned(),
    };
    if card.superseded { format!("{words} · {}", texts.inspector_card_superseded()) } else { words }
}

/// What can be done with a card of a person.
fn card_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: &Card, is_current: bool) {
    let texts = ctx.texts;
    let item = |words, icon| MenuItem::new(words).icon(icon);
    if !is_current && ui.add(item(texts.inspector_card_make_current(), icons::CARDS)).clicked() {
        ctx.edit(Edit::MakeCurrent { card: card.id });
    }
    let front =
        if card.front.is_some() { texts.inspector_front_replace() } else { texts.inspector_front_add() };
    if ui.add(item(front, icons::UPLOAD_SIMPLE)).clicked() {
        ctx.ask(Command::ChooseScan(Filing::FrontOf(card.id)));
    }
    let back = if card.back.is_some() { texts.inspector_back_replace() } else { texts.inspector_back_add() };
    if ui.add(item(back, icons::UPLOAD_SIMPLE)).clicked() {
        ctx.ask(Command::ChooseScan(Filing::BackOf(card.id)));
    }
    if let Some(contact) = card.contact.filter(|_| card.front.is_some() || card.back.is_some())
        && ui.add(item(texts.inspector_portrait_from_card(), icons::USERS)).clicked()
    {
        ctx.open(Sheet::Portrait(contact));
    }
    menu_separator(ui);
    if ui.add(item(texts.inspector_card_move(), icons::ARROWS_LEFT_RIGHT)).clicked() {
        ctx.open(Sheet::MoveCard(card.id));
    }
    if ui.add(item(texts.inspector_card_to_pile(), icons::CARDS_THREE)).clicked() {
        ctx.edit(Edit::UnfileCard { card: card.id });
    }
    if ui.add(item(texts.inspector_card_remove(), icons::TRASH).danger()).clicked() {
        ctx.edit(Edit::RemoveCard { card: card.id });
    }
}

/// The button that opens the menu of a card.
pub(super) fn card_menu_button(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Card>, is_current: bool) {
    let Some(card) = ctx.book.get(id).cloned() else { return };
    let more = fields::tool(ui, icons::DOTS_THREE, ctx.texts.inspector_card_more());
    egui::Popup::menu(&more).show(|ui| {
        ui.add_enabled_ui(ctx.writable, |ui| card_menu(ctx, ui, &card, is_current));
    });
}

impl Inspector {
    /// Which card of the stack lies up, what is known of it, and its menu.
    pub(super) fn stack_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        head: &Head,
        card: Option<Id<Card>>,
        width: f32,
    ) {
        let Some(card) = card else { return };
        let p = Palette::of(ui);
        let at = head.cards.iter().position(|id| *id == card).unwrap_or(0);
        ui.horizontal(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.x = 2.0;
            if head.cards.len() > 1 {
                if fields::tool(ui, icons::CARET_LEFT, ctx.texts.inspector_card_newer()).clicked() {
                    self.leaf(head, -1);
                }
                ui.label(text::rich(&head.places[at], TextKind::Small, p.text2));
                if fields::tool(ui, icons::CARET_RIGHT, ctx.texts.inspector_card_older()).clicked() {
                    self.leaf(head, 1);
                }
                ui.add_space(4.0);
            }
            let room = ui.available_width() - 32.0;
            ui.allocate_ui(egui::vec2(room, 28.0), |ui| {
                ui.set_min_width(room);
                clipped(ui, &head.captions[at], TextKind::Small, p.text3, egui::Role::Label);
            });
            card_menu_button(ctx, ui, card, at == 0);
        });
    }

    /// Leafs through the stack: to an older card, or with a negative number to a newer one, round and round.
    pub(super) fn leaf(&mut self, head: &Head, by: isize) {
        let count = head.cards.len();
        if count < 2 {
            return;
        }
        let at = head.cards.iter().position(|id| Some(*id) == self.card).unwrap_or(0);
        let to = (at + count).saturating_add_signed(by) % count;
        self.card = Some(head.cards[to]);
    }

    /// One card in the details: front, back, what is known of it, its menu.
    pub(super) fn card_scans_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        head: &Head,
        id: Id<Card>,
        at: usize,
    ) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let Some(card) = ctx.book.get(id).cloned() else { return };
        ui.push_id(("scans", id.value()), |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let room = ui.available_width() - 32.0;
                ui.allocate_ui(egui::vec2(room, 28.0), |ui| {
                    ui.set_min_width(room);
                    clipped(ui, &head.captions[at], TextKind::Small, p.text2, egui::Role::Label);
                });
                card_menu_button(ctx, ui, id, at == 0);
            });
            two(ui, |ui, first| {
                let (side, name, image) = if first {
                    (Side::Front, texts.inspector_front(), card.front)
                } else {
                    (Side::Back, texts.inspector_back(), card.back)
                };
                let width = ui.available_width();
                let picture = match image {
                    Some(image) => {
                        let missing = (texts.images_missing(), texts.images_find());
                        scan_side(ctx, ui, image, width, missing)
                    }
                    None => CardSide::Back(name, "", texts.inspector_no_scan()),
                };
                let shown = CardFrame::new(name, picture).show(ui, width);
                if shown.action {
                    ctx.commands.extend(image.map(Command::FindPicture));
                } else if shown.response.clicked() {
                    self.card = Some(id);
                    self.tab = Tab::Story;
                    self.flipped = side == Side::Back;
                }
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    ui.label(text::rich(name, TextKind::Label, p.text3));
                    let (filing, words) = match side {
                        Side::Front => (Filing::FrontOf(id), texts.inspector_front_add()),
                        Side::Back => (Filing::BackOf(id), texts.inspector_back_add()),
                    };
                    if image.is_none() {
                        if fields::tool(ui, icons::UPLOAD_SIMPLE, words).clicked() && ctx.writable {
                            ctx.ask(Command::ChooseScan(filing));
                        }
                    } else if fields::tool(ui, icons::TRASH, remove_words(texts, side)).clicked()
                        && ctx.writable
                    {
                        ctx.edit(Edit::SetCardImage { card: id, side, attachment: None });
                    }
                });
            });
            ui.add_space(4.0);
        });
    }

    /// The portrait, or a place for one.
    pub(super) fn portrait_ui(
        &self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        contact: &Contact,
        head: &Head,
    ) {
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            let picture = crate::gui::views::people::portrait(ctx, ui, contact.portrait);
            ui.add(Avatar::new(&head.initials, &head.portrait_name, 56.0).picture(picture));
            ui.vertical(|ui| {
                ui.add_space(12.0);
                let words = if contact.portrait.is_some() {
                    texts.inspector_portrait_change()
                } else {
                    texts.inspector_portrait_add()
                };
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    if ctx.add_writing(ui, Button::new(words).small()).clicked() {
                        ctx.open(Sheet::Portrait(contact.id));
                    }
                    if contact.portrait.is_some()
                        && ctx.add_writing(ui, Button::ghost(texts.common_remove()).small()).clicked()
                    {
                        ctx.edit(Edit::SetPortrait { contact: contact.id, portrait: None });
                    }
                });
            });
        });
    }
}

fn remove_words(texts: &Texts, side: Side) -> &str {
    match side {
        Side::Front => texts.inspector_front_remove(),
        Side::Back => texts.inspector_back_remove(),
    }
}
