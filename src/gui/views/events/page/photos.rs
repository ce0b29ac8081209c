//! Photographs of the evening in a strip; a press opens them large.
//!
//! Start reading at [`Photos::ui`].

use std::sync::Arc;

use eframe::egui::{
    self, Align, CornerRadius, Layout, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, stroke, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::widgets::{Button, section_header};
use crate::model::{Attachment, Event};

/// Height of the strip, in points.
const HEIGHT: f32 = 104.0;

/// The photographs as they are shown.
#[derive(Default)]
pub(super) struct Photos {
    all: Vec<(Arc<Attachment>, String)>,
    count: String,
}

impl Photos {
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let texts = ctx.texts;
        let known: Vec<_> = event.photos.iter().filter_map(|id| ctx.book.get(*id)).collect();
        let total = known.len() as i64;
        let all = known.into_iter().zip(1..).map(|(photo, number)| {
            (Arc::clone(photo), texts.events_photo(&texts.common_position(number, total)))
        });
        let count = if total > 0 { texts.locale().number(total) } else { String::new() };
        Self { all: all.collect(), count }
    }

    /// Draws the section.
    pub(super) fn ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            section_header(ui, texts.events_photos(), Some(&self.count));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let add = Button::new(texts.events_photos_add()).small().icon(icons::PLUS);
                if ctx.add_writing(ui, add).clicked() {
                    ctx.open(Sheet::Photos(event.id, None));
                }
            });
        });
        if self.all.is_empty() {
            ui.add(egui::Label::new(text::rich(texts.events_photos_none(), TextKind::Body, p.text2)).wrap());
            return;
        }
        ui.add_space(space::XXS);
        egui::ScrollArea::horizontal().id_salt("photos").show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                for (photo, name) in &self.all {
                    let size = vec2((HEIGHT * photo.aspect()).clamp(60.0, 260.0), HEIGHT);
                    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
                    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
                    if ui.is_rect_visible(rect) {
                        paint(ctx, ui, photo, rect);
                        if response.has_focus() || response.hovered() {
                            let line = Stroke::new(stroke::FOCUS, p.ai);
                            let corner = CornerRadius::same(radius::CONTROL);
                            ui.painter().rect_stroke(rect, corner, line, StrokeKind::Inside);
                        }
                    }
                    if response.clicked() {
                        ctx.open(Sheet::Photos(event.id, Some(photo.id)));
                    }
                }
            });
        });
    }
}

/// Paints a photograph into a place of any proportions: what does not fit is cut off at both sides.
fn paint(ctx: &mut ViewCtx<'_>, ui: &Ui, photo: &Attachment, rect: Rect) {
    let p = Palette::of(ui);
    let corner = CornerRadius::same(radius::CONTROL);
    let size = ThumbnailSize::for_width(rect.width(), ui.ctx().pixels_per_point());
    match ctx.thumbnails.get(ui.ctx(), photo, size) {
        Thumbnail::Ready(texture) => {
            let (shown, wanted) = (photo.aspect(), rect.width() / rect.height());
            let uv = if shown > wanted { vec2(wanted / shown, 1.0) } else { vec2(1.0, shown / wanted) };
            let uv = Rect::from_center_size(egui::pos2(0.5, 0.5), uv);
            egui::Image::new((texture, rect.size())).uv(uv).corner_radius(corner).paint_at(ui, rect);
        }
        Thumbnail::Loading => {
            ui.painter().rect_filled(rect, corner, ctx.thumbnails.colour(photo, p.sunk));
        }
        Thumbnail::Missing => {
            ui.painter().rect_filled(rect, corner, p.sunk);
            let words = text::line(
                ui.painter(),
                ctx.texts.images_missing(),
                TextKind::Small,
                p.text2,
                rect.width() - 8.0,
            );
            ui.painter().galley(rect.center() - words.size() / 2.0, words, p.text2);
        }
    }
}
