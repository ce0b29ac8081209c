//! The invented book: who came into it, where, and what followed.
//!
//! Owns the plot; the parts write it down: `stage` (events), `crowd` and `person` (people and cards), `after`
//! (what followed), `ties` (who knows whom), `plans` (what is to be done), `twins` (who is there twice, who was
//! deleted), `pictures`, `searches`. It must not
//! know files, windows or the clock. Start reading at [`make_book`].
//!
//! Invariant: the same seed and day give the same book (`the_same_seed_gives_the_same_book_and_bytes`).
//! Invariant: no link leads nowhere (`nothing_dangles_at_any_size`).

mod desk;
mod stage;
// Tables of words: one row per thought reads better than one per word.
#[rustfmt::skip]
mod lines;
mod person;
mod crowd;
mod after;
mod ties;
mod plans;
mod twins;
mod pictures;
mod searches;
mod names;
mod evening;
mod paper;

#[cfg(test)]
mod tests;

use std::convert::Infallible;

use chrono::NaiveDate;

use crate::demo::artwork::PressError;
use crate::model::{Attachment, Book};
use desk::Desk;

/// What book to invent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoSpec {
    /// How many people; 250 are the reference, any number works.
    pub contacts: usize,
    /// Decides everything that is left to chance.
    pub seed: u64,
    /// The day on which the story has arrived; all dates are relative to it.
    pub today: NaiveDate,
    /// Which cards get a picture.
    pub images: ImagePlan,
}

/// Which cards get a drawn picture; the window draws a face for the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ImagePlan {
    /// All cards of a book of up to [`ImagePlan::MOST`] people, else the newest [`ImagePlan::MOST`] cards.
    #[default]
    Automatic,
    /// No card.
    None,
    /// The newest so many cards, those in the pile included.
    Newest(usize),
    /// Every card.
    All,
}

impl ImagePlan {
    /// Cards with pictures in a large book: more would take minutes to draw.
    pub const MOST: usize = 400;

    /// Portraits in a large book.
    const MOST_PORTRAITS: usize = 120;

    fn count(self, cards: usize, contacts: usize) -> usize {
        match self {
            Self::None => 0,
            Self::Newest(count) => count.min(cards),
            Self::Automatic if contacts > Self::MOST => Self::MOST.min(cards),
            Self::All | Self::Automatic => cards,
        }
    }
}

/// Takes a picture: its record and the file.
pub type Sink<'a, E> = dyn FnMut(&Attachment, &[u8]) -> Result<(), E> + 'a;

/// Why a demo book could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError<E> {
    /// The caller stopped it, or could not take a picture.
    #[error("{0}")]
    Caller(E),
    /// A card could not be drawn: a defect of the artwork.
    #[error(transparent)]
    Press(#[from] PressError),
}

/// An invented book with its pictures in memory; for up to a few hundred cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Demo {
    /// The book.
    pub book: Book,
    /// The pictures, in the order of the cards.
    pub images: Vec<DemoImage>,
}

/// A picture of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoImage {
    /// Its record, which is in the book too.
    pub attachment: Attachment,
    /// The file.
    pub png: Vec<u8>,
}

/// Invents a book and keeps its pictures in memory.
///
/// # Errors
/// When a card cannot be drawn, which is a defect of the artwork.
pub fn make(spec: &DemoSpec) -> Result<Demo, PressError> {
    let mut images = Vec::new();
    let made = make_book::<Infallible>(spec, &mut |_, _| Ok(()), &mut |attachment, png| {
        images.push(DemoImage { attachment: attachment.clone(), png: png.to_vec() });
        Ok(())
    });
    match made {
        Ok(book) => Ok(Demo { book, images }),
        Err(DemoError::Press(error)) => Err(error),
        Err(DemoError::Caller(never)) => match never {},
    }
}

/// Invents a book and hands each picture to `sink` as soon as it is drawn, together with the record
/// that will be in the book. Pictures are not kept.
///
/// `progress` is told (done, total) now and then, in people and pictures; an error from it or from
/// `sink` stops the work, so it serves as cancellation.
///
/// # Errors
/// [`DemoError::Caller`] with what `progress` or `sink` returned; [`DemoError::Press`] when a card
/// cannot be drawn.
pub fn make_book<E>(
    spec: &DemoSpec,
    progress: &mut dyn FnMut(usize, usize) -> Result<(), E>,
    sink: &mut Sink<'_, E>,
) -> Result<Book, DemoError<E>> {
    let mut desk = Desk::new(spec.seed, spec.today);
    let contacts = spec.contacts;
    let mut stage = stage::set(&mut desk, contacts);
    let total = contacts + spec.images.count(contacts, contacts);
    let mut crowd = crowd::gather(&mut desk, &mut stage, contacts, |done| {
        if done % 256 == 0 { progress(done, total) } else { Ok(()) }
    })
    .map_err(DemoError::Caller)?;
    crowd::attend(&mut desk, &stage, &crowd.cast);
    after::tell(&mut desk, &stage, &mut crowd.cast);
    progress(contacts, total).map_err(DemoError::Caller)?;
    ties::bind(&mut desk, &crowd.cast);
    plans::lay(&mut desk, &stage, &mut crowd);
    twins::hide(&mut desk, contacts);
    let mut prints = crowd.prints;
    prints.sort_by_key(|print| print.on);
    let skipped = prints.len() - spec.images.count(prints.len(), contacts);
    let prints = prints.split_off(skipped);
    let total = contacts + prints.len();
    pictures::draw(&mut desk, &prints, |drawn| progress(contacts + drawn.min(prints.len()), total), sink)?;
    pictures::portraits(&mut desk, &prints, ImagePlan::MOST_PORTRAITS, sink)?;
    searches::keep(&mut desk);
    // Last: nothing that is left to chance above depends on it.
    plans::organizers(&mut desk, &stage);
    plans::regulars(&mut desk);
    evening::tell(&mut desk);
    paper::leave_alone(&mut desk);
    paper::lend(&mut desk);
    names::recall(&mut desk);
    Ok(desk.book)
}
