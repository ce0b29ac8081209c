//! The picture of a card for somebody else: what they may not see is covered, and nothing but pixels leaves.
//!
//! Owns which card it is and what of it stays open, as the gate says ([`crate::exchange::share`]). Finding lines and drawing the bars is
//! [`crate::scan`]'s.

use crate::exchange::share::Shareable;
use crate::model::{Attachment, Book, Card, FieldGroup};
use crate::scan::Tesseract;
use crate::scan::cover::{Handed, Why, cover, for_handing_on, propose};
use crate::store::Attachments;

/// Larger pictures of cards are read by nobody.
const LARGEST: u64 = 256 << 20;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPicture {
    /// The person has no card with a picture.
    NoCard,
    /// It cannot be read, and why.
    Unreadable(String),
}

/// Returns the front of the person's newest card as a PNG for the audience of `shared`. Where a program that reads pictures is
/// found, a line stays open when all of it may be seen; without one only the large lines do, and those too only when name
/// and company may be seen.
///
/// # Errors
/// When there is no picture, or it cannot be read.
pub fn shared_picture(
    book: &Book,
    pictures: &Attachments,
    shared: &Shareable,
    reader: Option<&Tesseract>,
    go_on: &dyn Fn() -> bool,
) -> Result<Vec<u8>, NoPicture> {
    let front = front_of(book, shared).ok_or(NoPicture::NoCard)?;
    let bytes = pictures.read(front, LARGEST).map_err(|error| NoPicture::Unreadable(error.to_string()))?;
    let unreadable = |error: crate::scan::ScanError| NoPicture::Unreadable(error.to_string());
    let image = for_handing_on(&bytes).map_err(unreadable)?;
    let read = reader.map(|reader| reader.read(&image, go_on)).unwrap_or_default();
    let hides = |groups: &[FieldGroup]| {
        shared.withheld().iter().any(|withheld| withheld.group.is_some_and(|group| groups.contains(&group)))
    };
    let large_stay = !hides(&[FieldGroup::Name, FieldGroup::Organization]);
    let regions = propose(&image, &read, &|line| shared.may_stand_open(line));
    let covered = regions
        .into_iter()
        .filter(|region| region.covered || (matches!(region.why, Why::Large | Why::Mark) && !large_stay));
    let areas: Vec<_> = covered.map(|region| region.area).collect();
    cover(&bytes, &areas, Handed::Png).map_err(unreadable)
}

fn front_of<'a>(book: &'a Book, shared: &Shareable) -> Option<&'a Attachment> {
    let own =
        book.cards.values().filter(|card| card.contact == Some(shared.subject()) && card.front.is_some());
    let newest: &Card = own.max_by_key(|card| (!card.superseded, card.day(), card.id))?;
    book.get(newest.front?).map(|front| &**front)
}
