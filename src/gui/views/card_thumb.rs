//! A person's card at any size: the scan when there is one, else the drawn face; with the portrait where there is one.
//!
//! Owns which side of which card is shown; the look is the widget's. Start reading at [`contact_card`].

use eframe::egui::{Rect, Response, Sense, Ui, vec2};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, sizes};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::people::portrait;
use crate::gui::widgets::{CardFace, CardFrame, CardResponse, CardSide};
use crate::model::{Attachment, Contact, Id};

/// The front of a person's newest card.
pub fn front(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Option<Id<Attachment>> {
    ctx.index.links.current_card(contact).and_then(|id| ctx.book.get(id)).and_then(|card| card.front)
}

/// Draws a person's card `width` points wide.
pub fn contact_card(ctx: &mut ViewCtx<'_>, ui: &mut Ui, contact: Id<Contact>, width: f32) -> CardResponse {
    let size = vec2(width, (width * sizes::CARD_RATIO).round());
    let (slot, response) = ui.allocate_exact_size(size, Sense::hover());
    contact_card_in(ctx, ui, contact, slot, response)
}

/// Draws a person's card in a slot that the caller made to respond.
pub fn contact_card_in(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    contact: Id<Contact>,
    slot: Rect,
    response: Response,
) -> CardResponse {
    let Some(person) = ctx.book.get(contact) else {
        return CardFrame::new("", CardSide::Loading).show_in(ui, slot, response);
    };
    let name = person.display_name();
    let face = portrait(ctx, ui, person.portrait);
    let shown =
        |side, ui: &mut Ui, response| CardFrame::new(&name, side).portrait(face).show_in(ui, slot, response);
    let picture = front(ctx, contact).and_then(|id| ctx.book.get(id));
    if let Some(picture) = picture {
        let size = ThumbnailSize::for_width(slot.width(), ui.ctx().pixels_per_point());
        match ctx.thumbnails.get(ui.ctx(), picture, size) {
            Thumbnail::Ready(texture) => {
                let side = CardSide::Scan(texture, picture.aspect());
                return shown(side, ui, response);
            }
            Thumbnail::Loading => {
                let colour = ctx.thumbnails.colour(picture, Palette::of(ui).sunk);
                let side = CardSide::Coming(colour, picture.aspect());
                return shown(side, ui, response);
            }
            Thumbnail::Missing => {}
        }
    }
    let place = person.current_affiliation();
    let company = place.and_then(|place| ctx.book.get(place.organization));
    let lines: Vec<&str> =
        person.emails.iter().chain(&person.phones).map(|line| line.value.as_str()).take(3).collect();
    let drawn = CardFace {
        name: &name,
        title: place.map_or("", |place| place.title.as_str()),
        company: company.map_or("", |company| company.name.as_str()),
        lines: &lines,
        seed: CardFace::seed(&contact.value().to_le_bytes()),
    };
    shown(CardSide::Drawn(drawn), ui, response)
}
