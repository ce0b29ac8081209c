//! Draws the cards of the story, two at a time, and hands each picture on at once.
//!
//! Pictures are drawn in chunks by two threads and given to the sink in the order of the cards, so
//! neither the machine nor its load changes the book.
//!
//! Invariant: the same seed gives the same bytes (`the_same_seed_gives_the_same_book_and_bytes`).

use super::crowd::Print;
use super::desk::Desk;
use super::{DemoError, Sink};
use crate::demo::artwork::{CardPress, Picture, PressError, Side};
use crate::model::{Attachment, Card};

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
        for (picture, (at, side)) in print_all(&press, prints, chunk).into_iter().zip(chunk) {
            let picture = picture?;
            let print = &prints[*at];
            drawn += 1;
            let attachment = record(desk, print, &picture, drawn);
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

/// Returns the pictures of a chunk in its order.
fn print_all(
    press: &CardPress,
    prints: &[Print],
    chunk: &[(usize, Side)],
) -> Vec<Result<Picture, PressError>> {
    let one = |(at, side): &(usize, Side)| press.picture(&prints[*at].face, *side);
    let (left, right) = chunk.split_at(chunk.len() / 2);
    let halves = std::thread::scope(|scope| {
        let other = scope.spawn(|| right.iter().map(one).collect::<Vec<_>>());
        let own: Vec<_> = left.iter().map(one).collect();
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

fn record(desk: &Desk, print: &Print, picture: &Picture, number: usize) -> Attachment {
    let hash = blake3::hash(&picture.png);
    Attachment {
        id: Attachment::id_of_hash(hash.as_bytes()),
        hash: hash.to_hex().to_string(),
        extension: "png".to_owned(),
        name: format!("card-{}-{number:03}.png", print.on),
        bytes: picture.png.len() as u64,
        width: picture.width,
        height: picture.height,
        colour: picture.colour,
        added_at: desk.moment(print.on, 22, 30),
    }
}
