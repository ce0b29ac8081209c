//! Draws the cards of the story and the portraits of some people, two at a time, and hands each picture on at once.
//!
//! Pictures are drawn in chunks by two threads and given to the sink in the order of the cards, so
//! neither the machine nor its load changes the book.
//!
//! Invariant: the same seed gives the same bytes (`the_same_seed_gives_the_same_book_and_bytes`).

use super::crowd::Print;
use super::desk::Desk;
use super::{DemoError, Sink};
use chrono::{DateTime, Utc};

use crate::demo::artwork::{CardPress, Picture, PressError, Side, likeness};
use crate::model::{Attachment, Card, Contact, Id};

/// Pictures drawn before the sink is called; bounds the memory at some megabytes.
const CHUNK: usize = 32;

/// Draws the fronts, and the backs where the card has one.
pub(super) fn draw<E>(
    desk: &mut Desk,
    prints: &[Print],
    mut note: impl FnMut(usize) -> Result<(), E>,
    sink: &mut Sink<'_, E>,
) -> Result<(), DemoError<E>> {
    if prints.is_empty() {
        return Ok(());
    }
    let press = CardPress::new();
    let sides: Vec<(usize, Side)> = prints
        .iter()
        .enumerate()
        .flat_map(|(at, print)| {
            std::iter::once((at, Side::Front)).chain(print.with_back.then_some((at, Side::Back)))
        })
        .collect();
    let mut drawn = 0;
    for chunk in sides.chunks(CHUNK) {
        let one = |(at, side): &(usize, Side)| press.picture(&prints[*at].face, *side);
        for (picture, (at, side)) in by_two(chunk, one).into_iter().zip(chunk) {
            let picture = picture?;
            let print = &prints[*at];
            drawn += 1;
            let name = format!("card-{}-{drawn:03}.png", print.on);
            let attachment = record(name, desk.moment(print.on, 22, 30), &picture);
            sink(&attachment, &picture.png).map_err(DemoError::Caller)?;
            let id = desk.put(attachment);
            desk.edit(print.card, |card: &mut Card| match side {
                Side::Front => card.front = Some(id),
                Side::Back => card.back = Some(id),
            });
        }
        note(drawn).map_err(DemoError::Caller)?;
    }
    Ok(())
}

/// One person in so many has a portrait.
const ONE_IN: u128 = 3;

/// Gives portraits to some of the people whose cards are drawn, `most` at the most.
pub(super) fn portraits<E>(
    desk: &mut Desk,
    prints: &[Print],
    most: usize,
    sink: &mut Sink<'_, E>,
) -> Result<(), DemoError<E>> {
    let owners = prints.iter().rev().filter_map(|print| desk.book.get(print.card)?.contact);
    // By the id, so that no die of the story falls in another way.
    let chosen = owners.filter(|id| (id.value() ^ id.value() >> 61) % ONE_IN == 0);
    let mut seen = std::collections::BTreeSet::new();
    let chosen: Vec<Id<Contact>> = chosen.filter(|id| seen.insert(*id)).take(most).collect();
    if chosen.is_empty() {
        return Ok(());
    }
    let press = CardPress::new();
    let seed = desk.seed;
    let mut drawn = 0;
    for chunk in chosen.chunks(CHUNK) {
        let one = |id: &Id<Contact>| press.picture_of(&likeness::draw(seed ^ id.value() as u64));
        for (picture, id) in by_two(chunk, one).into_iter().zip(chunk) {
            let picture = picture?;
            drawn += 1;
            let at = desk.moment(desk.day(-1), 21, 0);
            let attachment = record(format!("portrait-{drawn:03}.png"), at, &picture);
            sink(&attachment, &picture.png).map_err(DemoError::Caller)?;
            let portrait = desk.put(attachment);
            desk.edit(*id, |contact: &mut Contact| contact.portrait = Some(portrait));
        }
    }
    Ok(())
}

/// Returns what `one` makes of each of a chunk, in its order: half of them on another thread.
fn by_two<T: Sync>(
    chunk: &[T],
    one: impl Fn(&T) -> Result<Picture, PressError> + Sync,
) -> Vec<Result<Picture, PressError>> {
    let (left, right) = chunk.split_at(chunk.len() / 2);
    let halves = std::thread::scope(|scope| {
        let other = scope.spawn(|| right.iter().map(&one).collect::<Vec<_>>());
        let own: Vec<_> = left.iter().map(&one).collect();
        other.join().map(|rest| (own, rest))
    });
    match halves {
        Ok((mut own, rest)) => {
            own.extend(rest);
            own
        }
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn record(name: String, added_at: DateTime<Utc>, picture: &Picture) -> Attachment {
    let hash = blake3::hash(&picture.png);
    Attachment {
        id: Attachment::id_of_hash(hash.as_bytes()),
        hash: hash.to_hex().to_string(),
        extension: "png".to_owned(),
        name,
        bytes: picture.png.len() as u64,
        width: picture.width,
        height: picture.height,
        colour: picture.colour,
        added_at,
    }
}
