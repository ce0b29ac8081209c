//! Photographs of an event, one at a time and large. Pictures that are dropped while the sheet is open come to them.

use eframe::egui::{self, Align, CornerRadius, Key, Layout, Modifiers, Rect, Sense, Ui, WidgetInfo, vec2};

use super::{Next, SheetUi};
use crate::edit::{Edit, Filing};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::widgets::{Button, ButtonRole, EmptyState, IconButton};
use crate::model::{Attachment, Event, Id};
use crate::text::Texts;

/// The photographs of an event.
pub struct PhotosSheet {
    event: Id<Event>,
    shown: Option<Id<Attachment>>,
    /// How many there were; new ones are shown at once.
    known: Option<usize>,
    /// Where the present one stood, so that its neighbour is shown when it goes.
    at: usize,
}

impl PhotosSheet {
    /// Returns the sheet as it opens.
    pub const fn new(event: Id<Event>, first: Option<Id<Attachment>>) -> Self {
        Self { event, shown: first, known: None, at: 0 }
    }
}

impl SheetUi for PhotosSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.events_photos().to_owned()
    }

    fn width(&self) -> f32 {
        1_000.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let Some(event) = ctx.book.get(self.event).cloned() else { return Next::Close };
        let photos = &event.photos;
        if self.known.replace(photos.len()).is_some_and(|known| known < photos.len()) {
            self.shown = photos.last().copied();
        }
        if photos.is_empty() {
            ui.add_space(space::XXL);
            let state =
                EmptyState::new(icons::UPLOAD_SIMPLE, texts.events_photos_add(), texts.events_photos_drop());
            let state = if ctx.writable { state.action(texts.events_photos_choose()) } else { state };
            if state.show(ui) {
                ctx.ask(Command::ChooseScan(Filing::PhotosOf(self.event)));
            }
            ui.add_space(space::XXL);
            return Next::Stay;
        }
        let place = photos.iter().position(|id| Some(*id) == self.shown);
        let place = place.unwrap_or(self.at.min(photos.len() - 1));
        self.at = place;
        self.shown = photos.get(place).copied();
        let id = photos[place];
        let height = (ui.ctx().content_rect().height() - 210.0).clamp(200.0, 720.0);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::same(radius::BOX), p.sunk);
        let photo = ctx.book.get(id).cloned();
        let name = texts.events_photo(&texts.common_position(place as i64 + 1, photos.len() as i64));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &name));
        match photo.as_deref().map(|photo| (photo, ctx.thumbnails.get(ui.ctx(), photo, ThumbnailSize::Large)))
        {
            Some((photo, Thumbnail::Ready(texture))) => {
                let width = rect.width().min(rect.height() * photo.aspect());
                let shown = Rect::from_center_size(rect.center(), vec2(width, width / photo.aspect()));
                egui::Image::new((texture, shown.size())).paint_at(ui, shown);
            }
            Some((photo, Thumbnail::Loading)) => {
                let colour = ctx.thumbnails.colour(photo, p.sunk);
                ui.painter().rect_filled(rect.shrink(24.0), CornerRadius::same(radius::BOX), colour);
            }
            Some((_, Thumbnail::Missing)) | None => {
                let words =
                    text::line(ui.painter(), texts.images_missing(), TextKind::Body, p.text2, rect.width());
                ui.painter().galley(rect.center() - words.size() / 2.0, words, p.text2);
            }
        }
        // The neighbours are to be there when one goes on.
        for next in [place + 1, place.wrapping_sub(1)] {
            if let Some(next) = photos.get(next).and_then(|id| ctx.book.get(*id)) {
                ctx.thumbnails.expect(next, ThumbnailSize::Large);
            }
        }
        ui.add_space(space::S);
        let mut step = 0_isize;
        let typed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        step -= isize::from(typed(ui, Key::ArrowLeft));
        step += isize::from(typed(ui, Key::ArrowRight));
        let foot = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(foot, Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let button = |icon, name| IconButton::new(icon, name).role(ButtonRole::Default);
            if ui.add_enabled(place > 0, button(icons::CARET_LEFT, texts.common_previous())).clicked() {
                step -= 1;
            }
            let more = place + 1 < photos.len();
            if ui.add_enabled(more, button(icons::CARET_RIGHT, texts.common_next())).clicked() {
                step += 1;
            }
            ui.label(text::rich(&name, TextKind::Body, p.text2));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let add = Button::primary(texts.events_photos_choose()).icon(icons::PLUS);
                if ctx.add_writing(ui, add).clicked() {
                    ctx.ask(Command::ChooseScan(Filing::PhotosOf(self.event)));
                }
                let remove = Button::ghost(texts.events_photo_remove()).icon(icons::TRASH).danger();
                if ctx.add_writing(ui, remove).clicked() {
                    ctx.edit(Edit::RemovePhoto { event: self.event, photo: id });
                    self.shown = None;
                }
            });
        });
        if step != 0 {
            let next = place.saturating_add_signed(step).min(photos.len() - 1);
            self.shown = photos.get(next).copied();
            self.at = next;
        }
        Next::Stay
    }
}
