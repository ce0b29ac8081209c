//! The demo network, with its pictures stored: for the first-start page and the command line.

use std::sync::Arc;

use chrono::NaiveDate;

use super::arrange;
use crate::demo::{DemoError, DemoSpec, ImagePlan, make_book};
use crate::index::Index;
use crate::jobs::{Cancelled, Progress};
use crate::model::{Book, InBook as _, Place, Record as _};
use crate::store::{Attachments, SaveError, SaveProblem};

/// Makes the demo book and stores its pictures.
///
/// # Errors
/// The outer one when it was cancelled, the inner one when a picture could not be stored.
pub fn make_demo(
    contacts: usize,
    seed: u64,
    today: NaiveDate,
    to: &Attachments,
    progress: &Progress,
) -> Result<Result<Book, SaveError>, Cancelled> {
    make_demo_of(&DemoSpec { contacts, seed, today, images: ImagePlan::Automatic }, to, progress)
}

/// Makes the demo book that is described and stores its pictures, each before the book names it.
///
/// # Errors
/// As [`make_demo`].
pub fn make_demo_of(
    spec: &DemoSpec,
    to: &Attachments,
    progress: &Progress,
) -> Result<Result<Book, SaveError>, Cancelled> {
    let made = make_book::<Stop>(
        spec,
        &mut |done, total| Ok(progress.set(done as u64, total as u64)?),
        &mut |attachment, bytes| {
            to.add(bytes, &Attachments::hash(bytes), &attachment.extension)?;
            Ok(())
        },
    );
    match made {
        Ok(mut book) => {
            settle(&mut book, progress)?;
            Ok(Ok(book))
        }
        Err(DemoError::Caller(Stop::Cancelled(cancelled))) => Err(cancelled),
        Err(DemoError::Caller(Stop::Disk(error))) => Ok(Err(error)),
        Err(DemoError::Press(error)) => {
            let (path, detail) = (to.folder().to_owned(), error.to_string());
            Ok(Err(SaveError { path, problem: SaveProblem::Internal, detail }))
        }
    }
}

/// Gives everybody a place, so that the network opens settled.
fn settle(book: &mut Book, progress: &Progress) -> Result<(), Cancelled> {
    let index = Index::rebuild(book);
    let token = progress.token();
    let places = arrange(book, &index, &mut |_| !token.is_cancelled());
    token.check()?;
    Place::table_mut(book).extend(places.into_iter().map(|place| (place.id(), Arc::new(place))));
    Ok(())
}

/// Why making the book stops early.
enum Stop {
    Cancelled(Cancelled),
    Disk(SaveError),
}

impl From<Cancelled> for Stop {
    fn from(cancelled: Cancelled) -> Self {
        Self::Cancelled(cancelled)
    }
}

impl From<SaveError> for Stop {
    fn from(error: SaveError) -> Self {
        Self::Disk(error)
    }
}
