//! A card of the pile: the scan, its facts, and whose it is.

use eframe::egui;

use super::back::Back;
use super::fields;
use super::head::{flip_pill, scan_side};
use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, sizes, text};
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::widgets::{Button, ButtonSize, CardFrame, CardSide, CardState, Flip, IconButton};
use crate::model::{Card, Id};

/// The card of the pile that is shown.
#[derive(Default)]
pub(super) struct PileCard {
    card: Option<Id<Card>>,
    flipped: bool,
    back: Back,
    picker: PersonPicker,
}

impl PileCard {
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Card>) {
        let Some(card) = ctx.book.get(id).cloned() else { return };
        if self.card != Some(id) {
            *self = Self { card: Some(id), picker: PersonPicker::one(), ..Self::default() };
        }
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let typing = ui.ctx().text_edit_focused() || ui.memory(|memory| memory.top_modal_layer()).is_some();
        if !typing && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F)) {
            self.flipped = !self.flipped;
        }
        egui::Frame::new().inner_margin(egui::Margin { left: 18, right: 12, top: 10, bottom: 6 }).show(
            ui,
            |ui| {
                ui.horizontal(|ui| {
                    ui.set_height(28.0);
                    let pile = ctx.index.links.pile();
                    let at = pile.iter().position(|other| *other == id);
                    let place = at.map_or_else(
                        || texts.common_pile().to_owned(),
                        |at| texts.common_position(at as i64 + 1, pile.len() as i64),
                    );
                    ui.label(text::rich(&place, TextKind::Small, p.text2));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        ui.spacing_mut().item_spacing.x = 2.0;
                        let close =
                            IconButton::new(icons::X, texts.inspector_close()).size(ButtonSize::Small);
                        if ui.add(close).clicked() {
                            ctx.ask(Command::Select(None));
                        }
                        let next = at.and_then(|at| pile.get(at + 1)).copied();
                        let previous =
                            at.and_then(|at| at.checked_sub(1)).and_then(|at| pile.get(at)).copied();
                        for (icon, name, to) in [
                            (icons::CARET_RIGHT, texts.common_next(), next),
                            (icons::CARET_LEFT, texts.common_previous(), previous),
                        ] {
                            let button = IconButton::new(icon, name).size(ButtonSize::Small);
                            if ui.add_enabled(to.is_some(), button).clicked()
                                && let Some(to) = to
                            {
                                ctx.ask(Command::SelectCard(to));
                            }
                        }
                    });
                });
            },
        );
        egui::ScrollArea::vertical().id_salt("pile card").auto_shrink([false, false]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin { left: 20, right: 18, top: 0, bottom: 24 }).show(
                ui,
                |ui| {
                    ui.set_width(ui.available_width());
                    ui.push_id(id.value(), |ui| self.content_ui(ctx, ui, &card));
                },
            );
        });
    }

    fn content_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: &Card) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let width = sizes::CARD_INSPECTOR.min(ui.available_width());
        let flip = Flip::animate(ui, egui::Id::unique(("pile flip", card.id.value())), self.flipped);
        let image = if flip.back { card.back } else { card.front };
        let words;
        let side = match image {
            Some(image) => {
                let missing = (texts.images_missing(), texts.images_find());
                scan_side(ctx, ui, image, width, missing)
            }
            None => {
                words = card.impressions.first().map_or("", |first| first.text.as_str()).to_owned();
                CardSide::Back(texts.common_impression(), "", &words)
            }
        };
        let state = CardState { flip: Some(flip), ..CardState::default() };
        let name = texts.inspector_pile_card();
        let frame = CardFrame::new(name, side).state(state);
        let shown = ui.vertical_centered(|ui| frame.show(ui, width)).inner;
        if shown.action {
            ctx.commands.extend(image.map(Command::FindPicture));
        } else if flip_pill(ctx, ui, shown.rect) || shown.response.clicked() {
            self.flipped = !self.flipped;
        }
        ui.add_space(14.0);
        ui.label(text::rich(name, TextKind::Title, p.text));
        ui.add(egui::Label::new(text::rich(texts.inspector_pile_words(), TextKind::Small, p.text2)).wrap());
        ui.add_space(6.0);
        if ui
            .add(Button::primary(texts.inspector_name_card()).icon(icons::IDENTIFICATION_CARD).large())
            .clicked()
        {
            ctx.open(Sheet::NameCards(Some(card.id)));
        }
        ui.add_space(8.0);
        if self.picker.ui(ctx, ui, texts.inspector_belongs_to())
            && let Some(contact) = self.picker.first()
        {
            let facts = crate::edit::NewCard {
                received_on: card.received_on,
                event: card.event,
                exchange: card.exchange,
                ..crate::edit::NewCard::default()
            };
            ctx.edit(Edit::FileCard { card: card.id, contact, facts });
        }
        ui.add_space(8.0);
        self.back.facts_ui(ctx, ui, card.id);
        fields::section(ui, texts.common_impression(), None);
        self.back.impressions_ui(ctx, ui, card.id, false);
        ui.add_space(10.0);
        let remove = Button::ghost(texts.inspector_card_remove()).icon(icons::TRASH).small().danger();
        if ui.add(remove).clicked() {
            ctx.edit(Edit::RemoveCard { card: card.id });
        }
    }
}
