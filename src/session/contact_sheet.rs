//! The contact sheet of a place in words and pictures, the same for the window and for the command line.
//!
//! Owns which cards stand on it, in which order, and how large their pictures may be. Start reading at [`contact_sheet`],
//! then [`with_pictures`].
//!
//! Invariant: a sheet is not larger than [`MOST_CARDS`] pictures of the size that so many may have
//! (held by `tests::a_large_box_has_smaller_pictures`).

use std::time::SystemTime;

use chrono::NaiveDate;

use crate::exchange::contact_sheet::{CardSize, ContactSheet, Paper, SheetCard, page_count};
use crate::index::{Index, Spot};
use crate::model::{Attachment, Book, Card, Id};
use crate::pictures::Pictures;
use crate::scan::{ThumbnailSize, encode_jpeg};
use crate::text::Texts;
use crate::text::tidy::tidy;

/// The most cards of one sheet: a box that holds more has parts.
pub const MOST_CARDS: usize = 2_000;
/// More cards than this have pictures of half the size, so that browsers can still open the page.
const MANY: usize = 240;

/// How a sheet is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SheetChoices {
    /// The paper.
    pub paper: Paper,
    /// How large the cards are.
    pub size: CardSize,
}

/// Returns the cards at a spot, those in places inside it too, as they lie there: place by place, in each by name.
pub fn cards_at(book: &Book, index: &Index, spot: Spot) -> Vec<Id<Card>> {
    let mut all = Vec::new();
    let mut put = |spot: Spot| {
        let mut cards: Vec<_> = index.places.cards(spot).iter().copied().collect();
        cards.sort_by_cached_key(|card| {
            let owner = book.get(*card).and_then(|card| card.contact);
            let name = owner.map(|owner| index.sort_name(owner).into_owned());
            (name.is_none(), name, *card)
        });
        all.extend(cards);
    };
    match spot {
        Spot::Place(place) => {
            for row in index.place_tree().with_inner(place) {
                put(Spot::Place(row.place));
            }
        }
        other => put(other),
    }
    all
}

/// Returns a sheet without pictures, and of each card the picture of its front, or else of its back.
pub fn contact_sheet(
    book: &Book,
    index: &Index,
    spot: Spot,
    choices: SheetChoices,
    texts: &Texts,
    today: NaiveDate,
) -> (ContactSheet, Vec<Option<Attachment>>) {
    let cards = cards_at(book, index, spot);
    let cards: Vec<&Card> =
        cards.iter().filter_map(|card| book.get(*card)).map(|card| &**card).take(MOST_CARDS).collect();
    let locale = texts.locale();
    let tree = index.place_tree();
    let title = match spot {
        Spot::Place(place) => tree.path(book, place),
        other => spot_word(texts, other).to_owned(),
    };
    let pictures = cards.iter().map(|card| {
        let image = card.front.or(card.back)?;
        book.get(image).map(|picture| Attachment::clone(picture))
    });
    let pictures = pictures.collect();
    let shown = cards.iter().map(|card| {
        let person = card.contact.and_then(|contact| book.get(contact));
        let name = person.map(|person| tidy(&person.display_name())).filter(|name| !name.is_empty());
        let place = person.and_then(|person| person.current_affiliation());
        let work = place.and_then(|place| book.get(place.organization)).map(|company| tidy(&company.name));
        let here = match Spot::of(book, card) {
            Spot::Place(inner) if Spot::Place(inner) != spot => book.get(inner).map(|it| tidy(&it.name)),
            _ => None,
        };
        let day = locale.day_near(card.day(), today);
        let words = [Some(day), here].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        SheetCard {
            name: name.unwrap_or_else(|| texts.common_without_name().to_owned()),
            work: work.unwrap_or_default(),
            words,
            picture: None,
        }
    });
    let cards: Vec<SheetCard> = shown.collect();
    let count = page_count(cards.len(), choices.paper, choices.size);
    let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let sheet = ContactSheet {
        language: locale.tag(),
        kind: texts.places_sheet().to_owned(),
        title,
        facts: vec![texts.places_cards(number(cards.len())), locale.day_medium(today)],
        warning: texts.places_sheet_private().to_owned(),
        pages: (1..=count).map(|page| texts.places_sheet_page(number(count), &page.to_string())).collect(),
        paper: choices.paper,
        size: choices.size,
        cards,
    };
    (sheet, pictures)
}

/// Puts the pictures in, shrunk to what the paper shows of them. `go_on` is told how many are done, and ends the work when it
/// says no. Returns how many are missing, or nothing when the work was ended.
pub fn with_pictures(
    sheet: &mut ContactSheet,
    files: &[Option<Attachment>],
    pictures: &Pictures,
    now: SystemTime,
    mut go_on: impl FnMut(usize) -> bool,
) -> Option<usize> {
    let size = picture_size(sheet.size, sheet.cards.len());
    let mut missing = 0;
    for (at, (card, file)) in sheet.cards.iter_mut().zip(files).enumerate() {
        if !go_on(at) {
            return None;
        }
        let Some(file) = file else { continue };
        let loaded = pictures.load(file, size, now);
        card.picture = loaded.ok().and_then(|loaded| encode_jpeg(&loaded.image).ok());
        missing += usize::from(card.picture.is_none());
    }
    Some(missing)
}

/// About 300 dots per inch for a few cards in true size, 150 for many or small ones.
const fn picture_size(size: CardSize, cards: usize) -> ThumbnailSize {
    match size {
        CardSize::True if cards <= MANY => ThumbnailSize::Large,
        CardSize::True => ThumbnailSize::Medium,
        CardSize::Small if cards <= MANY => ThumbnailSize::Medium,
        CardSize::Small => ThumbnailSize::Small,
    }
}

/// What a spot that is no place is called.
pub fn spot_word(texts: &Texts, spot: Spot) -> &str {
    match spot {
        Spot::Place(_) => texts.places_kind_other(),
        Spot::Unknown => texts.places_unknown(),
        Spot::Digital => texts.common_exchange_digital(),
        Spot::Lent => texts.common_location_lent(),
        Spot::PassedOn => texts.common_location_passed_on(),
        Spot::Discarded => texts.common_location_thrown_away(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_box_has_smaller_pictures() {
        assert_eq!(picture_size(CardSize::True, 10), ThumbnailSize::Large);
        assert_eq!(picture_size(CardSize::True, MOST_CARDS), ThumbnailSize::Medium);
        assert_eq!(picture_size(CardSize::Small, MOST_CARDS), ThumbnailSize::Small);
    }
}
