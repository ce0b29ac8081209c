//! The photograph of a person: choose, drop or paste a picture, or take a card, and cut a square out of it.
//!
//! The square is moved with the pointer or the arrow keys, and sized with the slider or plus and minus.

use std::sync::Arc;

use eframe::egui::{
    self, ColorImage, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::{ContactField, Edit};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::portrait::{Photo, PortraitSource};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, radius, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::people::{name_of, portrait};
use crate::gui::widgets::{Avatar, Button, CardFrame, CardSide, CardState, MenuItem};
use crate::model::{Attachment, Contact, Id};
use crate::scan::{Crop, SMALLEST_CROP};
use crate::text::Texts;

/// Height of the picture, in points.
const HEIGHT: f32 = 280.0;

/// How far an arrow key moves the square, as a share of the picture.
const STEP: f32 = 0.02;

/// The photograph of a person.
pub struct PortraitSheet {
    contact: Id<Contact>,
    name: String,
    scans: Vec<Attachment>,
    source: Option<PortraitSource>,
    texture: Option<TextureHandle>,
    crop: Crop,
}

impl PortraitSheet {
    /// Returns the sheet as it opens.
    pub fn new(contact: Id<Contact>, ctx: &ViewCtx<'_>) -> Self {
        let cards = ctx.index.links.contact(contact).cards.iter().filter_map(|card| ctx.book.get(*card));
        let images = cards.flat_map(|card| [card.front, card.back]).flatten();
        let scans = images.filter_map(|image| ctx.book.get(image)).take(4);
        Self {
            contact,
            name: name_of(ctx.book, ctx.texts, contact),
            scans: scans.map(|scan| Attachment::clone(scan)).collect(),
            source: None,
            texture: None,
            crop: Crop::default(),
        }
    }

    fn take(&mut self, source: PortraitSource) {
        self.source = Some(source);
        self.texture = None;
        self.crop = Crop::default();
    }

    /// The picture as it can be painted, and its size in points.
    fn picture(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui) -> Option<(egui::TextureId, f32)> {
        match self.source.as_ref()? {
            PortraitSource::Stored(attachment) => {
                match ctx.thumbnails.get(ui.ctx(), attachment, ThumbnailSize::Large) {
                    Thumbnail::Ready(texture) => Some((texture, attachment.aspect())),
                    _ => None,
                }
            }
            PortraitSource::Photo(photo) => {
                let texture = self.texture.get_or_insert_with(|| upload(ui, photo));
                let size = texture.size_vec2();
                Some((texture.id(), size.x / size.y.max(1.0)))
            }
        }
    }

    fn crop_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let size = vec2(ui.available_width(), HEIGHT);
        let (place, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        response
            .widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, texts.inspector_portrait_square()));
        ui.painter().rect_filled(place, radius::BOX, p.sunk);
        let Some((texture, aspect)) = self.picture(ctx, ui) else {
            let words = if self.source.is_some() {
                texts.inspector_portrait_loading()
            } else {
                texts.inspector_portrait_empty()
            };
            let lines = text::lines(ui.painter(), words, TextKind::Body, p.text2, size.x - 60.0, 4);
            ui.painter().galley(place.center() - lines.size() / 2.0, lines, p.text2);
            return;
        };
        let shown = if aspect > size.x / size.y {
            vec2(size.x, size.x / aspect)
        } else {
            vec2(size.y * aspect, size.y)
        };
        let image = Rect::from_center_size(place.center(), shown);
        self.move_square(ui, &response, shown);
        self.crop = self.crop.within(shown.x, shown.y);
        let side = self.crop.side * shown.x.min(shown.y);
        let middle = image.min + vec2(self.crop.x * shown.x, self.crop.y * shown.y);
        let square = Rect::from_center_size(middle, Vec2::splat(side));
        let painter = ui.painter();
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.image(texture, image, whole, egui::Color32::from_gray(if p.is_dark() { 80 } else { 130 }));
        let uv = Rect::from_min_max(
            pos2((square.left() - image.left()) / shown.x, (square.top() - image.top()) / shown.y),
            pos2((square.right() - image.left()) / shown.x, (square.bottom() - image.top()) / shown.y),
        );
        painter.image(texture, square, uv, egui::Color32::WHITE);
        painter.circle_stroke(middle, side / 2.0, Stroke::new(1.5, p.raised));
        let edge = Stroke::new(2.0, if response.has_focus() { p.ai } else { p.raised });
        painter.rect_stroke(square, 2, edge, StrokeKind::Outside);
    }

    /// Pointer and keys move the square; plus, minus and the wheel size it.
    fn move_square(&mut self, ui: &egui::Ui, response: &egui::Response, shown: Vec2) {
        if response.dragged() {
            let moved = response.drag_delta();
            self.crop.x += moved.x / shown.x;
            self.crop.y += moved.y / shown.y;
        }
        if response.hovered() {
            let wheel = ui.input(|input| input.smooth_scroll_delta().y);
            self.crop.side *= (1.0 - wheel * 0.002).clamp(0.5, 2.0);
        }
        if !response.has_focus() {
            return;
        }
        let arrows = egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        ui.input_mut(|input| {
            for (key, x, y) in [
                (Key::ArrowLeft, -STEP, 0.0),
                (Key::ArrowRight, STEP, 0.0),
                (Key::ArrowUp, 0.0, -STEP),
                (Key::ArrowDown, 0.0, STEP),
            ] {
                if input.consume_key(Modifiers::NONE, key) {
                    self.crop.x += x;
                    self.crop.y += y;
                }
            }
            if input.consume_key(Modifiers::NONE, Key::Plus) {
                self.crop.side *= 1.1;
            }
            if input.consume_key(Modifiers::NONE, Key::Minus) {
                self.crop.side /= 1.1;
            }
        });
    }

    /// The cards of the person, to cut the square out of one.
    fn scans_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let mut taken = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for scan in &self.scans {
                let side = match ctx.thumbnails.get(ui.ctx(), scan, ThumbnailSize::Small) {
                    Thumbnail::Ready(texture) => CardSide::Scan(texture, scan.aspect()),
                    Thumbnail::Loading => CardSide::Loading,
                    Thumbnail::Missing => continue,
                };
                let selected =
                    matches!(&self.source, Some(PortraitSource::Stored(stored)) if stored.id == scan.id);
                let state = CardState { selected, ..CardState::default() };
                let name = ctx.texts.inspector_portrait_from_card();
                if CardFrame::new(name, side).state(state).show(ui, 84.0).response.clicked() {
                    taken = Some(scan.clone());
                }
            }
        });
        if let Some(scan) = taken {
            self.take(PortraitSource::Stored(Box::new(scan)));
        }
    }
}

/// Photographs of records that were joined to this one: a press takes one instead of the present one.
fn others_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
    let texts = ctx.texts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (at, id) in contact.other_portraits.iter().enumerate() {
            let Some(other) = ctx.book.get(*id).cloned() else { continue };
            let picture = portrait(ctx, ui, Some(*id));
            let name = texts.inspector_portrait_other(at as i64 + 1);
            let avatar = Avatar::new("…", &name, 56.0).picture(picture).pressable();
            let response = ui.add_enabled(ctx.writable, avatar);
            response.context_menu(|ui| {
                if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
                    let left = contact.other_portraits.iter().copied().filter(|other| other != id);
                    let field = ContactField::OtherPortraits(left.collect());
                    ctx.edit(Edit::SetContact { contact: contact.id, field });
                    ui.close();
                }
            });
            let response = crate::gui::widgets::tip(response, texts.inspector_portrait_use(), None);
            if response.clicked() {
                let taken = Box::new(Attachment::clone(&other));
                ctx.edit(Edit::SetPortrait { contact: contact.id, portrait: Some(taken) });
            }
        }
    });
}

fn upload(ui: &egui::Ui, photo: &Arc<Photo>) -> TextureHandle {
    let size = [photo.preview.width() as usize, photo.preview.height() as usize];
    let pixels = ColorImage::from_rgba_unmultiplied(size, photo.preview.as_raw());
    ui.ctx().load_texture("portrait", pixels, TextureOptions::LINEAR)
}

impl SheetUi for PortraitSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.inspector_portrait_of(&self.name)
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let Some(contact) = ctx.book.get(self.contact).cloned() else { return Next::Close };
        if let Some(source) = take_in.portrait.arrived.take() {
            self.take(source);
        }
        ui.spacing_mut().item_spacing.y = 8.0;
        self.crop_ui(ctx, ui);
        if self.source.is_some() {
            let slider = egui::Slider::new(&mut self.crop.side, SMALLEST_CROP..=1.0).show_value(false);
            ui.add(slider.text(texts.inspector_portrait_size()));
        }
        if let Some(problem) = &take_in.portrait.problem {
            ui.add(egui::Label::new(text::rich(problem, TextKind::Small, p.danger)).wrap());
        }
        ui.horizontal_wrapped(|ui| {
            let choose = Button::new(texts.inspector_portrait_choose()).icon(icons::UPLOAD_SIMPLE);
            if ui.add(choose).clicked() {
                ctx.ask(Command::ChoosePortrait);
            }
            if ui.add(Button::ghost(texts.app_action_paste_image()).icon(icons::COPY)).clicked() {
                ctx.ask(Command::Do(crate::gui::command::Action::PasteImage));
            }
            if contact.portrait.is_some()
                && ui
                    .add(Button::ghost(texts.inspector_portrait_remove()).icon(icons::TRASH).danger())
                    .clicked()
            {
                ctx.edit(Edit::SetPortrait { contact: self.contact, portrait: None });
            }
        });
        if !contact.other_portraits.is_empty() {
            ui.label(text::rich(texts.inspector_portrait_others(), TextKind::Label, p.text3));
            others_ui(ctx, ui, &contact);
        }
        if !self.scans.is_empty() {
            ui.label(text::rich(texts.inspector_portrait_cards(), TextKind::Label, p.text3));
            self.scans_ui(ctx, ui);
        }
        ui.add_space(4.0);
        let mut next = Next::Stay;
        let ready = self.source.is_some() && ctx.writable;
        let why = texts.inspector_portrait_empty();
        if footer(ctx, ui, texts.inspector_portrait_save(), ready, why, &mut next)
            && let Some(source) = self.source.clone()
        {
            ctx.ask(Command::SavePortrait { contact: self.contact, source, crop: self.crop });
            next = Next::Close;
        }
        next
    }
}
