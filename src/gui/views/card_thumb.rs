//! A person's card at any size: the scan when there is one, else the drawn face; with the portrait where there is one.
//!
//! Owns which side of which card is shown; the look is the widget's. Start reading at [`contact_card`].

use eframe::egui::{Rect, Response, Sense, Ui, vec2};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, sizes};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::people::{portrait, shown_name};
use crate::gui::widgets::{CardFace, CardFrame, CardResponse, CardSide, CardState};
use crate::model::{Attachment, Card, Contact, Id};

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
    if ctx.book.get(contact).is_none() {
        return CardFrame::new("", CardSide::Loading).show_in(ui, slot, response);
    }
    let name = ctx.book.get(contact).map(|person| person.display_name()).unwrap_or_default();
    let picture = front(ctx, contact);
    drawn_or_scanned(ctx, ui, (Some(contact), &name, picture), slot, response, CardState::default())
}

/// Draws one card, whosever it is, in a slot that the caller made to respond: its front, else its back, else the person's
/// drawn face. `name` is spoken.
pub fn card_in(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    card: Id<Card>,
    name: &str,
    slot: Rect,
    response: Response,
    state: CardState,
) -> CardResponse {
    let record = ctx.book.get(card);
    let contact = record.and_then(|card| card.contact);
    let picture = record.and_then(|card| card.front.or(card.back));
    drawn_or_scanned(ctx, ui, (contact, name, picture), slot, response, state)
}

fn drawn_or_scanned(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    (contact, name, picture): (Option<Id<Contact>>, &str, Option<Id<Attachment>>),
    slot: Rect,
    response: Response,
    state: CardState,
) -> CardResponse {
    let person = contact.and_then(|contact| ctx.book.get(contact));
    let face = portrait(ctx, ui, person.and_then(|person| person.portrait));
    let shown = |side, ui: &mut Ui, response| {
        CardFrame::new(name, side).state(state).portrait(face).show_in(ui, slot, response)
    };
    if let Some(picture) = picture.and_then(|id| ctx.book.get(id)) {
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
    let Some((contact, person)) = contact.zip(person) else {
        let side = CardSide::Missing(ctx.texts.images_missing(), "");
        return shown(side, ui, response);
    };
    let place = person.current_affiliation();
    let company = place.and_then(|place| ctx.book.get(place.organization));
    let lines: Vec<&str> =
        person.emails.iter().chain(&person.phones).map(|line| line.value.as_str()).take(3).collect();
    // What a screen reader says may have more than the name, which is all that a card has.
    let own = shown_name(person, ctx.texts);
    let drawn = CardFace {
        name: &own,
        title: place.map_or("", |place| place.title.as_str()),
        company: company.map_or("", |company| company.name.as_str()),
        lines: &lines,
        seed: CardFace::seed(&contact.value().to_le_bytes()),
    };
    shown(CardSide::Drawn(drawn), ui, response)
}
