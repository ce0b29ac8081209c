//! The left page: the card, front or back, as large as there is room for, and when and where it came.

use eframe::egui::{self, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::{ClearTen, HEAD};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::card_thumb::card_in;
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Button, CardFrame, CardSide, CardState};
use crate::model::{Attachment, Card, Id};

impl ClearTen {
    pub(super) fn card_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, left: Rect) {
        let Some(id) = self.run.entry().map(|entry| entry.card) else { return };
        let Some(card) = ctx.book.get(id) else { return };
        // The next one is to be there when this one is done.
        let next = self.run.entries.get(self.run.at + 1).and_then(|entry| ctx.book.get(entry.card));
        if let Some(next) = next.and_then(|card| card.front).and_then(|id| ctx.book.get(id)) {
            ctx.thumbnails.expect(next, ThumbnailSize::Large);
        }
        let side = if left.width() < 380.0 { 24.0 } else { 40.0 };
        let width = left.width() - 2.0 * side;
        let body = Rect::from_min_max(
            pos2(left.left() + side, left.top() + HEAD),
            pos2(left.right() - side + 12.0, left.bottom() - 12.0),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("pile card"));
        ScrollArea::vertical().id_salt(("pile card", self.run.at)).auto_shrink(false).show(
            &mut child,
            |ui| {
                crate::gui::panes::follow_focus(ui);
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = space::L;
                ui.add_space(4.0);
                let height = (width * sizes::CARD_RATIO).round();
                let (slot, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
                let pressed = match card.back.filter(|_| self.turned) {
                    Some(back) => back_ui(ctx, ui, back, slot, response),
                    None => {
                        let name = self.spoken(ctx, card);
                        card_in(ctx, ui, id, &name, slot, response, CardState::default()).response.clicked()
                    }
                };
                if pressed && card.back.is_some() {
                    self.turned = !self.turned;
                }
                if card.back.is_some() {
                    let flip = Button::new(ctx.texts.cards_turn()).small().icon(icons::ARROWS_CLOCKWISE);
                    if ui.add(flip.key("F")).clicked() {
                        self.turned = !self.turned;
                    }
                }
                facts_ui(ctx, ui, card);
            },
        );
    }

    fn spoken(&self, ctx: &ViewCtx<'_>, card: &Card) -> String {
        match card.contact {
            Some(contact) => crate::gui::views::people::name_of(ctx.book, ctx.texts, contact),
            None => ctx.texts.cards_without_name().to_owned(),
        }
    }
}

/// The photograph of the back. Returns whether it was pressed.
fn back_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    back: Id<Attachment>,
    slot: Rect,
    response: egui::Response,
) -> bool {
    let texts = ctx.texts;
    let Some(picture) = ctx.book.get(back) else { return response.clicked() };
    let size = ThumbnailSize::for_width(slot.width(), ui.ctx().pixels_per_point());
    let side = match ctx.thumbnails.get(ui.ctx(), picture, size) {
        Thumbnail::Ready(texture) => CardSide::Scan(texture, picture.aspect()),
        Thumbnail::Loading => {
            CardSide::Coming(ctx.thumbnails.colour(picture, Palette::of(ui).sunk), picture.aspect())
        }
        Thumbnail::Missing => CardSide::Missing(texts.images_missing(), texts.images_find()),
    };
    let shown = CardFrame::new(texts.inspector_back(), side).show_in(ui, slot, response);
    if shown.action {
        ctx.ask(Command::FindPicture(back));
    }
    shown.response.clicked()
}

/// When and where it came, and where it is.
fn facts_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, card: &Card) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let line = |ui: &mut Ui, icon: &str, words: &str| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label(
                egui::RichText::new(icon).font(crate::gui::theme::Weight::Regular.font(16.0)).color(p.text2),
            );
            ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text)).truncate());
        });
    };
    ui.spacing_mut().item_spacing.y = space::XS;
    let day = texts.locale().day_near(card.day(), ctx.today);
    let days = (ctx.today - card.day()).num_days().max(0);
    line(ui, icons::CLOCK, &texts.pile_waits(&day, days));
    let event = card.event.and_then(|id| ctx.book.get(id));
    if let Some(place) = card.whereabouts.place() {
        line(ui, icons::MAP_PIN, &ctx.index.place_tree().path(ctx.book, place));
    }
    if let Some(event) = event {
        let title = tidy(&event.title);
        // In line with the words above it, which a button's edge would not be.
        let pressed = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let font = crate::gui::theme::Weight::Regular.font(16.0);
            ui.label(egui::RichText::new(icons::TICKET).font(font).color(p.text2));
            let label = egui::Label::new(text::rich(&title, TextKind::Body, p.ai_text));
            let response = ui.add(label.truncate().sense(Sense::click()));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &title));
            if response.has_focus() {
                let ring = egui::Stroke::new(2.0, p.ai);
                let around = response.rect.expand(2.0);
                ui.painter().rect_stroke(around, egui::CornerRadius::same(4), ring, egui::StrokeKind::Inside);
            }
            response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
        });
        if pressed.inner {
            ctx.ask(Command::ShowEvent(event.id));
            ctx.ask(Command::CloseSheet);
        }
    }
}
