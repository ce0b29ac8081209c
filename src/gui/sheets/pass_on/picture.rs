//! The scan of the card with what would reach its owner under black bars, which can be taken off and added.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use eframe::egui::{
    self, Color32, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    WidgetInfo, pos2, vec2,
};

use super::PassOnSheet;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::hand_on::{Covered, HandOn, Look, Looked, Slot};
use crate::gui::save_as::{Made, SaveKind};
use crate::gui::theme::{Palette, TextKind, icons, stroke, text};
use crate::gui::views::card_thumb::front;
use crate::gui::widgets::{Button, dashed_rect};
use crate::model::{Attachment, Contact, Id};
use crate::scan::Area;

/// What is done with the picture that leaves, once it is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Copy,
    Save,
}

/// For which picture, recipient, revision of the book and consents of now it was looked at. Those of earlier referrals
/// change with the revision; what is typed as a comment opens nothing.
struct LookedFor {
    picture: Id<Attachment>,
    recipient: Option<Id<Contact>>,
    revision: u64,
    agreed: BTreeMap<String, NaiveDate>,
}

/// The picture, as far as it is known.
#[derive(Default)]
pub(super) struct Picture {
    of: Option<LookedFor>,
    slot: Option<Slot<Looked>>,
    texture: Option<TextureHandle>,
    /// Whether each part is covered, and bars of the user's own.
    covered: Vec<bool>,
    own: Vec<Area>,
    /// What the user covered of what was proposed to stay open: stays covered when it is looked at again.
    closed: Vec<Area>,
    drawn_from: Option<[f32; 2]>,
    making: Option<(Slot<Covered>, Then)>,
    problem: Option<String>,
}

impl Picture {
    fn looked(&self) -> Option<&Result<Looked, String>> {
        self.slot.as_ref().and_then(|slot| slot.get())
    }

    /// Forgets what was found, but not what the user covered by hand: that hides more, for whomever.
    fn anew(&mut self, of: LookedFor, slot: Slot<Looked>) {
        let is_same = self.of.as_ref().is_some_and(|known| known.picture == of.picture);
        let (own, mut closed) = (std::mem::take(&mut self.own), std::mem::take(&mut self.closed));
        // Without marks of its own it was never shown: what was closed before still is.
        if let Some(Ok(looked)) = self.looked().filter(|_| !self.covered.is_empty()) {
            let by_hand = looked.regions.iter().zip(&self.covered);
            closed.retain(|area| !looked.regions.iter().any(|region| region.area == *area));
            closed.extend(by_hand.filter(|(it, covered)| **covered && !it.covered).map(|(it, _)| it.area));
        }
        *self = Self { of: Some(of), slot: Some(slot), ..Self::default() };
        if is_same {
            (self.own, self.closed) = (own, closed);
        }
    }

    /// Everything that is covered now.
    fn areas(&self) -> Vec<Area> {
        let Some(Ok(looked)) = self.looked() else { return vec![Area::WHOLE] };
        let parts = looked.regions.iter().zip(&self.covered);
        parts
            .filter(|(_, covered)| **covered)
            .map(|(region, _)| region.area)
            .chain(self.own.iter().copied())
            .collect()
    }
}

impl PassOnSheet {
    /// Has the picture looked at when it was not for this recipient and these consents yet.
    fn look(&mut self, ctx: &mut ViewCtx<'_>) -> Option<Id<Attachment>> {
        let id = front(ctx, self.subject)?;
        let is_known = self.picture.of.as_ref().is_some_and(|known| {
            (known.picture, known.recipient, known.revision) == (id, self.recipient, ctx.revision)
                && known.agreed == self.agreed
        });
        if !is_known {
            let picture = Attachment::clone(ctx.book.get(id)?);
            let slot: Slot<Looked> = Arc::new(OnceLock::new());
            let seen = self.without_comment(ctx);
            // Print and words are those of the picture: only another picture is read again.
            let is_same = self.picture.of.as_ref().is_some_and(|known| known.picture == id);
            let known = self.picture.looked().filter(|_| is_same).and_then(|looked| looked.as_ref().ok());
            let known = known.map(|looked| Arc::clone(&looked.card));
            let look = Look { picture, known, seen, slot: Arc::clone(&slot) };
            let (recipient, revision, agreed) = (self.recipient, ctx.revision, self.agreed.clone());
            self.picture.anew(LookedFor { picture: id, recipient, revision, agreed }, slot);
            ctx.ask(Command::LookAtCard(Box::new(look)));
        }
        Some(id)
    }

    pub(super) fn picture_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if self.look(ctx).is_none() {
            ui.label(text::rich(texts.passon_image_none(), TextKind::Body, p.text2));
            return;
        }
        let Some(slot) = self.picture.slot.clone() else { return };
        let looked = match slot.get() {
            None => {
                ui.label(text::rich(texts.passon_image_working(), TextKind::Body, p.text2));
                return;
            }
            Some(Err(reason)) => {
                let words = texts.passon_image_failed(reason);
                ui.add(egui::Label::new(text::rich(&words, TextKind::Body, p.danger)).wrap());
                return;
            }
            Some(Ok(looked)) => looked,
        };
        if self.picture.covered.len() != looked.regions.len() {
            let closed = &self.picture.closed;
            let covered = looked.regions.iter().map(|it| it.covered || closed.contains(&it.area));
            self.picture.covered = covered.collect();
        }
        let texture = self.picture.texture.get_or_insert_with(|| {
            // not a text: the name of a texture
            ui.ctx().load_texture("card to hand on", looked.card.image.clone(), TextureOptions::LINEAR)
        });
        let (texture, [width, height]) = (texture.id(), looked.card.image.size);
        let room = ui.available_width();
        let scale = (room / width as f32).min(230.0 / height as f32);
        let size = vec2(width as f32 * scale, height as f32 * scale);
        let (rect, response) = ui.allocate_exact_size(size, Sense::drag());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, texts.passon_form_image()));
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        ui.painter().image(texture, rect, whole, Color32::WHITE);
        self.bars_ui(ctx, ui, rect, looked);
        let share = |at: Pos2| [(at.x - rect.left()) / rect.width(), (at.y - rect.top()) / rect.height()];
        if response.drag_started() {
            self.picture.drawn_from = response.interact_pointer_pos().map(share);
        }
        if let (Some(from), Some(at)) =
            (self.picture.drawn_from, ui.input(|input| input.pointer.interact_pos()))
        {
            let area = Area::upright(from, share(at));
            let [left, top, right, bottom] = area.around();
            let bar =
                Rect::from_min_max(rect.lerp_inside(vec2(left, top)), rect.lerp_inside(vec2(right, bottom)));
            dashed_rect(ui.painter(), bar, 0.0, Stroke::new(stroke::FOCUS, p.ai));
            if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
                self.picture.drawn_from = None;
                if bar.width() > 4.0 && bar.height() > 4.0 {
                    self.picture.own.push(area);
                }
            }
        }
        if !self.picture.covered.contains(&false) {
            let words = text::rich(texts.passon_image_all(), TextKind::Small, p.warn);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.add(egui::Label::new(text::rich(texts.passon_image_how(), TextKind::Small, p.text2)).wrap());
    }

    /// Each part is a button of its own, so that the keyboard reaches it too.
    fn bars_ui(&mut self, ctx: &ViewCtx<'_>, ui: &Ui, rect: Rect, looked: &Looked) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let points = |area: &Area| area.corners.map(|[x, y]| rect.lerp_inside(vec2(x, y))).to_vec();
        let black = Color32::BLACK;
        for (at, region) in looked.regions.iter().enumerate() {
            let [left, top, right, bottom] = region.area.around();
            let place =
                Rect::from_min_max(rect.lerp_inside(vec2(left, top)), rect.lerp_inside(vec2(right, bottom)));
            let response = ui.interact(place, ui.scope_id().with(("part", at)), Sense::click());
            let covered = self.picture.covered.get(at).copied().unwrap_or(true);
            let state = if covered { texts.passon_image_covered() } else { texts.passon_image_open() };
            let words =
                if region.text.is_empty() { state.to_owned() } else { format!("{}, {state}", region.text) };
            let spoken = texts.passon_image_part(i64::try_from(at + 1).unwrap_or(0), &words);
            response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, covered, &spoken));
            if covered {
                ui.painter().add(Shape::convex_polygon(points(&region.area), black, Stroke::NONE));
            } else if response.hovered() {
                dashed_rect(ui.painter(), place.expand(1.0), 2.0, Stroke::new(1.0, p.ai));
            }
            if response.has_focus() {
                let ring = Stroke::new(stroke::FOCUS, p.ai);
                ui.painter().rect_stroke(place.expand(2.0), 3, ring, StrokeKind::Outside);
            }
            if response.clicked()
                && let Some(covered) = self.picture.covered.get_mut(at)
            {
                *covered = !*covered;
            }
        }
        let mut gone = None;
        for (at, area) in self.picture.own.iter().enumerate() {
            let [left, top, right, bottom] = area.around();
            let place =
                Rect::from_min_max(rect.lerp_inside(vec2(left, top)), rect.lerp_inside(vec2(right, bottom)));
            let response = ui.interact(place, ui.scope_id().with(("own", at)), Sense::click());
            let number = looked.regions.len() + at + 1;
            let spoken =
                texts.passon_image_part(i64::try_from(number).unwrap_or(0), texts.passon_image_covered());
            response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, true, &spoken));
            ui.painter().rect_filled(place, 0, black);
            if response.has_focus() {
                let ring = Stroke::new(stroke::FOCUS, p.ai);
                ui.painter().rect_stroke(place.expand(2.0), 3, ring, StrokeKind::Outside);
            }
            if response.clicked() {
                gone = Some(at);
            }
        }
        if let Some(at) = gone {
            self.picture.own.remove(at);
        }
    }

    /// Whether it is known what is covered.
    fn has_marks(&self) -> bool {
        matches!(self.picture.looked(), Some(Ok(looked)) if looked.regions.len() == self.picture.covered.len())
    }

    pub(super) fn picture_outputs_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        // A consent may have been taken back since the picture was drawn above.
        self.look(ctx);
        let is_there = self.has_marks();
        let mut then = None;
        let save =
            ui.add_enabled(is_there, Button::new(texts.passon_save_image()).icon(icons::EXPORT).small());
        if save.clicked() {
            then = Some(Then::Save);
        }
        let copy = ui.add_enabled(is_there, Button::new(texts.passon_copy_image()).icon(icons::COPY).small());
        if copy.clicked() {
            then = Some(Then::Copy);
        }
        if ui.add_enabled(is_there, Button::ghost(texts.passon_image_add()).small()).clicked() {
            self.picture.own = vec![Area::WHOLE];
        }
        if ui.add_enabled(is_there, Button::ghost(texts.passon_image_again()).small()).clicked() {
            self.picture.own.clear();
            self.picture.closed.clear();
            self.picture.covered.clear();
        }
        if let (Some(then), Some(Ok(looked))) = (then, self.picture.looked()) {
            let slot = Arc::new(OnceLock::new());
            let bytes = Arc::clone(&looked.card.bytes);
            let what = HandOn { bytes, areas: self.picture.areas(), slot: Arc::clone(&slot) };
            ctx.ask(Command::HandOn(Box::new(what)));
            self.picture.making = Some((slot, then));
            self.picture.problem = None;
        }
        let made = self.picture.making.as_ref().and_then(|(slot, then)| Some((slot.get()?, *then)));
        match made {
            Some((Ok((file, image)), then)) => {
                match then {
                    Then::Copy => {
                        ui.ctx().copy_image(egui::ColorImage::clone(image));
                        ctx.ask(Command::Tell(texts.passon_copied().to_owned()));
                    }
                    Then::Save => {
                        let made = Made(Arc::clone(file));
                        let name = self.file_name(ctx);
                        ctx.ask(Command::Save { kind: SaveKind::CardImage, name, made });
                    }
                }
                self.picture.making = None;
            }
            Some((Err(reason), _)) => {
                self.picture.problem = Some(texts.passon_image_failed(reason));
                self.picture.making = None;
            }
            None => {}
        }
        if let Some(problem) = &self.picture.problem {
            ui.label(text::rich(problem, TextKind::Small, p.danger));
        }
    }
}
