//! The face of a question: a photograph, or the card seen from afar.

use eframe::egui::{
    self, CornerRadius, Rect, Sense, Stroke, StrokeKind, TextureId, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, radius, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::people::portrait;
use crate::gui::widgets::Avatar;
use crate::index::{Asked, Face};
use crate::model::{Contact, Id};

/// Height of a face where there is room for it, in points.
pub(super) const HEIGHT: f32 = 210.0;

/// Side of one of several faces, in points.
const CHOICE: f32 = 104.0;

/// Draws the face of the one who is asked for. A card is a mosaic until the name is uncovered: fields of more than three
/// millimetres, in which no letter can be read, whatever size of the picture is at hand.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, asked: &Asked, uncovered: bool) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let (id, is_card) = match asked.face {
        Face::Portrait(id) => (id, false),
        Face::Card(id) => (id, true),
    };
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let spoken = match (is_card, uncovered) {
        (false, _) => texts.quiz_photograph(),
        (true, false) => texts.quiz_card_from_afar(),
        (true, true) => texts.common_card(),
    };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, spoken));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::BOX), p.sunk);
    let Some(attachment) = ctx.book.get(id) else { return };
    let aspect = attachment.aspect().clamp(0.4, 2.5);
    let inner = rect.shrink(10.0);
    let shown = if aspect > inner.width() / inner.height() {
        vec2(inner.width(), inner.width() / aspect)
    } else {
        vec2(inner.height() * aspect, inner.height())
    };
    let place = Rect::from_center_size(rect.center(), shown);
    match ctx.thumbnails.get(ui.ctx(), attachment, ThumbnailSize::Medium) {
        Thumbnail::Ready(texture) if is_card && !uncovered => {
            mosaic(ui, place, texture, ctx.theme.scan_tint());
        }
        Thumbnail::Ready(texture) => picture(ui, place, texture, ctx.theme.scan_tint()),
        Thumbnail::Loading | Thumbnail::Missing => {
            let colour = ctx.thumbnails.colour(attachment, p.paper);
            ui.painter().rect_filled(place, CornerRadius::same(radius::CARD), colour);
        }
    }
}

fn picture(ui: &Ui, place: Rect, texture: TextureId, tint: egui::Color32) {
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let shape = egui::epaint::RectShape::filled(place, CornerRadius::same(radius::CARD), tint);
    ui.painter().add(shape.with_texture(texture, whole));
}

/// Fields along the longer side of a card that is still covered.
const FIELDS: f32 = 24.0;

/// Draws a picture as fields of one colour each: that of one place of it.
fn mosaic(ui: &Ui, place: Rect, texture: TextureId, tint: egui::Color32) {
    let side = place.width().max(place.height()) / FIELDS;
    let (across, down) = ((place.width() / side).ceil() as u32, (place.height() / side).ceil() as u32);
    let mut mesh = egui::Mesh::with_texture(texture);
    for y in 0..down {
        for x in 0..across {
            let from = place.min + vec2(x as f32, y as f32) * side;
            let field = Rect::from_min_size(from, Vec2::splat(side)).intersect(place);
            let uv = ((field.center() - place.min) / place.size()).to_pos2();
            mesh.add_rect_with_uv(field, Rect::from_min_max(uv, uv), tint);
        }
    }
    ui.painter().add(mesh);
}

/// Where one of so many faces stands in the room for them: side by side, in its middle.
pub(super) fn choice_place(room: Rect, at: usize, of: usize) -> Rect {
    const GAP: f32 = 14.0;
    const NUMBER: f32 = 24.0;
    let of = of.max(1) as f32;
    let side = CHOICE.min((room.width() - GAP * (of + 1.0)) / of).min(room.height() - NUMBER - 2.0 * GAP);
    let width = of * side + (of - 1.0) * GAP;
    let left = room.center().x - width / 2.0 + at as f32 * (side + GAP);
    Rect::from_min_size(pos2(left, room.center().y - (side + NUMBER) / 2.0), Vec2::splat(side))
}

/// One of several faces, with its spoken name and its key; returns whether it was pressed.
pub(super) fn choice_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    place: Rect,
    contact: Id<Contact>,
    (label, key): (&str, &str),
    right: bool,
    chosen: bool,
) -> bool {
    let p = Palette::of(ui);
    let picture = portrait(ctx, ui, ctx.book.get(contact).and_then(|person| person.portrait));
    let response = ui.put(place, Avatar::new("…", label, place.width()).picture(picture).pressable());
    if right || chosen {
        let ink = if right { p.ok } else { p.danger };
        let around = response.rect.expand(3.0);
        let round = CornerRadius::same((around.width() / 2.0) as u8);
        ui.painter().rect_stroke(around, round, Stroke::new(3.0, ink), StrokeKind::Inside);
    }
    let words = text::line(ui.painter(), key, TextKind::Label, p.text2, 40.0);
    let at = pos2(place.center().x - words.size().x / 2.0, place.bottom() + 8.0);
    ui.painter().galley(at, words, p.text2);
    response.clicked()
}
