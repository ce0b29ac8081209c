//! The demo network, with its pictures stored and everybody in their place: for the first-start
//! page and the command line.

use std::sync::Arc;

use chrono::NaiveDate;

use super::arrange;
use crate::demo::{DemoError, DemoSpec, ImagePlan, make_book};
use crate::index::Index;
use crate::jobs::{Cancelled, Progress};
use crate::model::{Book, InBook as _, Place, Record as _};
use crate::store::{Attachments, SaveError, SaveProblem};

/// Why storing a picture stopped the making.
enum Stop {
    Cancelled(Cancelled),
    Save(SaveError),
}

/// Makes the demo book and stores its pictures, so that the network opens settled. Takes seconds
/// for hundreds of people, so call it on a worker.
///
/// # Errors
/// The outer one when it was cancelled, the inner one when a picture could not be stored. Pictures
/// that were stored by then stay; no book names them.
pub fn make_demo(
    contacts: usize,
    seed: u64,
    today: NaiveDate,
    to: &Attachments,
    progress: &Progress,
) -> Result<Result<Book, SaveError>, Cancelled> {
    let spec = DemoSpec { contacts, seed, today, images: ImagePlan::default() };
    let made = make_book::<Stop>(
        &spec,
        &mut |done, total| progress.set(done as u64, total as u64).map_err(Stop::Cancelled),
        &mut |attachment, png| {
            let hash = Attachments::hash(png);
            to.add(png, &hash, &attachment.extension).map(|_| ()).map_err(Stop::Save)
        },
    );
    let mut book = match made {
        Ok(book) => book,
        Err(DemoError::Caller(Stop::Cancelled(cancelled))) => return Err(cancelled),
        Err(DemoError::Caller(Stop::Save(error))) => return Ok(Err(error)),
        Err(DemoError::Press(error)) => {
            let path = to.folder().to_owned();
            return Ok(Err(SaveError { path, problem: SaveProblem::Internal, detail: error.to_string() }));
        }
    };
    let index = Index::rebuild(&book);
    let token = progress.token();
    let places = arrange(&book, &index, &mut |_| !token.is_cancelled());
    token.check()?;
    Place::table_mut(&mut book).extend(places.into_iter().map(|place| (place.id(), Arc::new(place))));
    Ok(Ok(book))
}
