//! The left page: the card, its back with the impressions, what the person offers, who else knows them.

use eframe::egui::{self, Align, Layout, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use super::{HEAD, ReviewSheet};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, icons, radius, sizes, space, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::card_thumb::{contact_card, contact_card_in};
use crate::gui::widgets::{Button, CardFrame, CardSide, CardState, Flip, Tag};
use crate::model::{Attachment, Id};

/// Height of the row with the event.
const FOOT: f32 = 46.0;
/// Lines of the paper that are ruled even when nothing stands on them.
const LEAST_LINES: usize = 5;
/// Height of a line of the paper.
const LINE: f32 = 27.0;

impl ReviewSheet {
    /// Draws the left page below its head.
    pub(super) fn left_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, left: Rect) {
        let Some((_, story)) = &self.story else { return };
        let event = story.event.clone();
        let foot = if event.is_some() { FOOT } else { 12.0 };
        let side = if left.width() < 380.0 { 24.0 } else { 44.0 };
        let width = left.width() - 2.0 * side;
        let body = Rect::from_min_max(
            pos2(left.left() + side, left.top() + HEAD),
            pos2(left.right() - side + super::bar(ui), left.bottom() - foot),
        );
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("review card"));
        ScrollArea::vertical().id_salt(("review card", self.at)).auto_shrink(false).show(&mut child, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = space::XL;
            ui.add_space(4.0);
            self.front_ui(ctx, ui, width);
            self.paper_ui(ctx, ui, width);
            self.known_ui(ctx, ui);
            ui.add_space(space::S);
        });
        if let Some((id, title)) = event {
            let row = Rect::from_min_max(pos2(left.left() + side - 12.0, left.bottom() - foot), left.max);
            let row = row.with_max_x(left.right() - side).shrink2(vec2(0.0, 8.0));
            let mut child = ui
                .new_child(egui::UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)));
            if child.add(Button::ghost(&title).small().icon(icons::TICKET)).clicked() {
                ctx.ask(Command::ShowEvent(id));
                ctx.ask(Command::CloseSheet);
            }
        }
    }

    /// The front, or the photograph of the back.
    fn front_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, width: f32) {
        let Some((contact, story)) = &self.story else { return };
        let (contact, back) = (*contact, story.back);
        let Some(back) = back else {
            contact_card(ctx, ui, contact, width);
            return;
        };
        let name = format!("{}, {}", story.name, ctx.texts.review_photo_of_back());
        let flip = Flip::animate(ui, ui.scope_id().with(("review flip", contact)), self.turned);
        let size = vec2(width, (width * sizes::CARD_RATIO).round());
        let (slot, response) = ui.allocate_exact_size(size, Sense::click());
        let state = CardState { flip: Some(flip), ..CardState::default() };
        let clicked = if flip.back {
            let side = scan(ctx, ui, back, width);
            CardFrame::new(&name, side).state(state).show_in(ui, slot, response).response.clicked()
        } else {
            contact_card_in(ctx, ui, contact, slot, response).response.clicked()
        };
        let at = Rect::from_min_size(pos2(slot.right() - 104.0, slot.bottom() - 36.0), vec2(96.0, 28.0));
        let mut child =
            ui.new_child(egui::UiBuilder::new().max_rect(at).layout(Layout::right_to_left(Align::Center)));
        let turn = Button::new(ctx.texts.common_flip()).small().icon(icons::ARROWS_CLOCKWISE).key("F");
        if child.add(turn).clicked() || clicked {
            self.turned = !self.turned;
        }
    }

    /// The paper back with the impressions in the user's hand.
    fn paper_ui(&self, ctx: &ViewCtx<'_>, ui: &mut Ui, width: f32) {
        let Some((_, story)) = &self.story else { return };
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let frame = egui::Frame::new()
            .fill(p.paper)
            .stroke(Stroke::new(1.0, p.card_edge))
            .corner_radius(radius::CARD)
            .inner_margin(egui::Margin::symmetric(24, 16))
            .shadow(Elevation::Card.layers(p.is_dark())[0]);
        frame.show(ui, |ui| {
            ui.set_width(width - 48.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            let mut lines = 0;
            if story.impressions.is_empty() {
                ui.label(text::rich(texts.common_impression(), TextKind::Small, p.pencil));
                rule(ui, p);
                ui.add(
                    egui::Label::new(text::rich(texts.review_no_impression(), TextKind::Hand, p.pencil))
                        .wrap(),
                );
                lines += 1;
            }
            for (index, (day, words)) in story.impressions.iter().enumerate() {
                let head =
                    if index == 0 { texts.common_impression() } else { texts.review_more_impressions() };
                if index > 0 {
                    ui.add_space(space::S);
                }
                ui.horizontal(|ui| {
                    ui.label(text::rich(head, TextKind::Small, p.pencil));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.label(text::rich(day, TextKind::Small, p.pencil));
                    });
                });
                if index == 0 {
                    rule(ui, p);
                }
                let shown = ui.add(egui::Label::new(text::rich(words, TextKind::Hand, p.pencil)).wrap());
                lines += (shown.rect.height() / LINE).ceil() as usize;
            }
            // A nearly empty card looks like paper on which something may still be written.
            for _ in lines..LEAST_LINES {
                let (rect, _) = ui.allocate_exact_size(vec2(width - 48.0, LINE - 4.0), Sense::hover());
                let faint = Stroke::new(1.0, p.pencil.gamma_multiply(0.22));
                ui.painter().hline(rect.x_range(), rect.bottom(), faint);
            }
        });
    }

    /// What the person offers and needs, and who else knows them.
    fn known_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let Some((_, story)) = &self.story else { return };
        let p = Palette::of(ui);
        if !story.tags.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
                for tag in &story.tags {
                    ui.add(Tag::new(tag));
                }
            });
        }
        if story.known_by.is_empty() {
            return;
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            ui.label(text::rich(ctx.texts.review_known_by(), TextKind::Label, p.text2));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                for (id, _) in story.known_by.iter().take(2) {
                    contact_card(ctx, ui, *id, 92.0);
                }
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    for (id, name) in story.known_by.iter().take(2) {
                        if ui.add(Button::ghost(name).small()).clicked() {
                            ctx.select(*id);
                            ctx.ask(Command::CloseSheet);
                        }
                    }
                });
            });
        });
    }
}

/// The red rule of a card's back.
fn rule(ui: &Ui, p: &Palette) {
    let y = ui.min_rect().bottom() + 3.0;
    ui.painter().hline(ui.max_rect().expand2(vec2(24.0, 0.0)).x_range(), y, Stroke::new(1.0, p.thread_soft));
}

fn scan<'a>(ctx: &mut ViewCtx<'a>, ui: &Ui, id: Id<Attachment>, width: f32) -> CardSide<'a> {
    let missing = CardSide::Missing(ctx.texts.images_missing(), ctx.texts.images_find());
    let Some(picture) = ctx.book.get(id) else { return missing };
    let size = ThumbnailSize::for_width(width, ui.ctx().pixels_per_point());
    match ctx.thumbnails.get(ui.ctx(), picture, size) {
        Thumbnail::Ready(texture) => CardSide::Scan(texture, picture.aspect()),
        Thumbnail::Loading => {
            CardSide::Coming(ctx.thumbnails.colour(picture, Palette::of(ui).sunk), picture.aspect())
        }
        Thumbnail::Missing => missing,
    }
}
