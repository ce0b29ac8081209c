//! What the window does with the files of pictures: settings, thumbnails that must not stay, pictures that are gone.
//!
//! Start reading at [`App::find_picture`]. Reading and writing happen on workers.

use std::path::{Path, PathBuf};

use super::app::App;
use super::command::Sheet;
use super::platform::{Choose, folder_of};
use super::take_in::{attachment_of, store};
use super::work::{Purpose, Work};
use crate::edit::Edit;
use crate::jobs::intake::{Source, read_card_image, read_limited};
use crate::jobs::{JobSpec, Lane, Priority};
use crate::model::{Attachment, Id};
use crate::pictures::{Cache, Pictures};
use crate::scan::Limits;
use crate::store::check::bring_back;

/// What a file turned out to be that was chosen for a missing picture.
#[derive(Debug)]
pub enum Found {
    /// The picture itself; it is where it belongs again.
    Same,
    /// Another picture, which may take its place.
    Other {
        /// The file.
        file: PathBuf,
        /// What would be put into the book.
        picture: Box<Attachment>,
    },
    /// It could not be read or stored: one line for the user.
    Nothing(String),
}

impl App {
    /// Keeps thumbnails in a folder from now on; without one they are in memory only, as for tests and pictures of views.
    pub fn keep_thumbnails_in(&mut self, folder: Option<PathBuf>) {
        self.thumbnails_folder = folder;
        self.apply_picture_settings();
    }

    /// Gives pictures the memory and the room on the disk that the settings say.
    pub(super) fn apply_picture_settings(&mut self) {
        self.thumbnails.set_budget(usize::from(self.settings.picture_megabytes()) << 20);
        let limit = self.settings.picture_cache.limit();
        let folder = self.thumbnails_folder.as_ref().map(Cache::at);
        let off = limit == 0;
        if let Some(cache) = folder.clone().filter(|_| off && self.thumbnails.cache().is_some()) {
            self.remove_thumbnails(move || cache.clear());
        }
        self.thumbnails.set_cache(folder.filter(|_| !off), limit);
        self.take_in.keep = self.thumbnails.cache().cloned();
    }

    /// Removes the thumbnails of an encrypted book that were made while it was plain: a killed program, or another
    /// machine that encrypted it, may have left them.
    pub(super) fn forget_readable_thumbnails(&self) {
        let (Some(originals), Some(cache)) = (self.attachments(), self.thumbnails.cache().cloned()) else {
            return;
        };
        if originals.key().is_none() {
            return;
        }
        let book = self.session.book().clone();
        let pictures = Pictures { originals, cache: Some(cache) };
        self.remove_thumbnails(move || {
            pictures.forget(book.attachments.values().map(|picture| picture.hash.as_str()))
        });
    }

    /// The book was encrypted or decrypted: pictures are read in another way now. Whatever was kept of an encrypted
    /// book goes, also of pictures that it no longer shows.
    pub(super) fn pictures_turned_over(&mut self) {
        self.thumbnails.clear(&self.jobs);
        if self.session.is_protected()
            && let Some(cache) = self.thumbnails_folder.as_ref().map(Cache::at)
        {
            self.remove_thumbnails(move || cache.clear());
        }
    }

    fn remove_thumbnails(&self, remove: impl FnOnce() -> usize + Send + 'static) {
        // On the lane that is finished before the program ends: they must not stay.
        let spec = JobSpec::new(Lane::Disk, "").priority(Priority::Normal);
        self.jobs.spawn(spec, move |_| {
            remove();
            Ok(Work::ThumbnailsKept(0))
        });
    }

    /// Asks for the file of a picture that is missing.
    pub(super) fn find_picture(&self, picture: Id<Attachment>) {
        let ask = Choose {
            purpose: Purpose::Picture(picture),
            title: self.texts.images_find_title().to_owned(),
            kind: self.texts.app_choose_cards_kind().to_owned(),
            folder: folder_of(self.session.path()),
            name: String::new(),
        };
        self.platform.choose(ask, &self.jobs);
    }

    /// Looks whether a file is the missing picture. If so it is put where it belongs; if it is another one the user is
    /// asked.
    pub(super) fn try_picture(&self, picture: Id<Attachment>, file: PathBuf) {
        let book = self.session.path().map(Path::to_owned);
        let record = self.session.book().get(picture).cloned();
        let (Some(book), Some(record), Some(originals)) = (book, record, self.attachments()) else { return };
        let (today, texts) = (self.session.clock().today(), self.texts.clone());
        let spec = JobSpec::new(Lane::Files, self.texts.images_looking().to_owned());
        self.jobs.spawn(spec, move |progress| {
            let name =
                crate::jobs::intake::display_name(&file.file_name().unwrap_or_default().to_string_lossy());
            let said = |error: &crate::jobs::intake::IntakeError| error.text(&texts, &name);
            let limits = Limits::default();
            // A copy may have any name, and in the folder of an encrypted book it is encrypted.
            if originals.read_copy(&file, &record).is_some() {
                let found = match bring_back(&book, &record, &file, today) {
                    Ok(_) => Found::Same,
                    Err(error) => Found::Nothing(error.text(&texts)),
                };
                return Ok(Work::Found { picture, found });
            }
            let read = read_limited(&file, &limits, progress).and_then(|bytes| {
                read_card_image(&Source::Bytes { name: name.clone(), bytes: bytes.into() }, &limits, progress)
            });
            progress.token().check()?;
            let found = match read {
                Ok(intake) => Found::Other { file, picture: Box::new(attachment_of(&intake)) },
                Err(error) => Found::Nothing(said(&error).unwrap_or_default()),
            };
            Ok(Work::Found { picture, found })
        });
    }

    /// A file was looked at for a missing picture.
    pub(super) fn picture_found(&mut self, picture: Id<Attachment>, found: Found) {
        match found {
            Found::Same => {
                self.thumbnails.retry_broken();
                self.toasts.tell(self.texts.images_found().to_owned());
            }
            // What is typed into another sheet is not thrown away for a question.
            Found::Other { .. } if self.sheets.has_typed() => {
                self.toasts.problem(self.texts.images_other_picture().to_owned());
            }
            Found::Other { file, picture: other } => {
                self.sheets.show(Sheet::OtherPicture { missing: picture, file, name: other.name });
            }
            Found::Nothing(words) => self.toasts.problem(words),
        }
    }

    /// Takes another picture in the place of a missing one: the file is stored first, then the book changes.
    pub(super) fn replace_picture(&self, missing: Id<Attachment>, file: PathBuf) {
        let Some(to) = self.attachments() else { return };
        let (keep, texts) = (self.thumbnails.cache().cloned(), self.texts.clone());
        let spec = JobSpec::new(Lane::Files, self.texts.images_looking().to_owned());
        self.jobs.spawn(spec, move |progress| {
            let name =
                crate::jobs::intake::display_name(&file.file_name().unwrap_or_default().to_string_lossy());
            let limits = Limits::default();
            let result = read_card_image(&Source::File(file), &limits, progress)
                .map_err(|error| error.text(&texts, &name).unwrap_or_default())
                .and_then(|intake| store(intake, &to, keep).map_err(|error| error.text(&texts)));
            Ok(Work::OtherPictureStored { missing, result: result.map(Box::new) })
        });
    }

    /// The picture that takes the place of a missing one is stored.
    pub(super) fn other_picture_stored(
        &mut self,
        missing: Id<Attachment>,
        result: Result<Box<Attachment>, String>,
    ) {
        match result {
            Ok(mut by) => {
                by.added_at = self.session.clock().now();
                self.commit(Edit::ReplacePicture { missing, by });
            }
            Err(words) if words.is_empty() => {}
            Err(words) => self.toasts.problem(words),
        }
    }
}
