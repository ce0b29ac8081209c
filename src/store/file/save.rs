//! How a state gets onto the disk: rounds of looking, joining and writing.
//!
//! Start reading at [`BookFile::save`]; the steps and their order stand at the head of [`super`].

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Instant;

use chrono::{DateTime, Utc};
use tempfile::NamedTempFile;

use super::{Arrival, BookFile, Outcome, Request, same};
use crate::edit::merge::{Other, merge};
use crate::model::Book;
use crate::store::disk::{Known, Stat};
use crate::store::error::{SaveError, SaveProblem};
use crate::store::format::{Keeper, MOST_ANCESTORS, Origin, Signature, StateId, Text, VERSION};
use crate::store::{backups, durable};

/// How often a save begins anew because another program wrote at the same time.
const MOST_ROUNDS: usize = 8;

impl BookFile {
    /// Saves a state; returns when it is on the disk or has failed. A failure leaves a whole book: the old one, or
    /// the new one when only the last step failed.
    pub fn save(&mut self, request: &Request) -> Outcome {
        // Not while the book is being encrypted or decrypted.
        let attachments = self.attachments.clone();
        let _held = attachments.hold();
        let mut outcome = Outcome { result: Ok(()), arrival: None, no_backup: None };
        outcome.result = self.save_in_rounds(request, &mut outcome.arrival, &mut outcome.no_backup);
        outcome
    }

    fn save_in_rounds(
        &mut self,
        request: &Request,
        arrival: &mut Option<Arrival>,
        no_backup: &mut Option<SaveError>,
    ) -> Result<(), SaveError> {
        self.mind_the_lock()?;
        let mut lacks_since = request.lacks_since.clone();
        let mut merged = false;
        for round in 0..MOST_ROUNDS {
            let found = if round == 0 { self.refresh_and_prepare(request) } else { self.refresh(request) };
            if let Some(mut found) = found? {
                if let Some(earlier) = arrival.take() {
                    // The session has neither.
                    found.from = earlier.from;
                }
                lacks_since.get_or_insert_with(|| found.from.clone());
                *arrival = Some(found);
                merged = true;
            }
            let (book, report) = match &lacks_since {
                Some(from) => {
                    let other = Other { source: String::new(), now: request.at };
                    let merged = merge(from, &request.book, &self.base, &other);
                    (merged.book, Some(merged.report))
                }
                None => (request.book.clone(), None),
            };
            let wishes = request.wishes.keep_before || !request.wishes.put_away.is_empty();
            let nothing_new =
                same(&book, &self.base) && self.known.is_some() && !self.needs_write() && !wishes;
            let done = if let Some(id) = self.origin.id.filter(|_| nothing_new) {
                // What came from outside is in the session now, as a step that can be taken back.
                if !request.entries.is_empty() {
                    let noted = self.log(id, &request.entries);
                    // What is lost must not seem to have never happened.
                    self.logged = noted.is_ok().then_some(id);
                    *no_backup = noted.err();
                }
                Some(Ok(()))
            } else {
                self.write(&book, request, merged, no_backup)
            };
            let Some(done) = done else { continue };
            if done.is_ok() || same(&book, &self.base) {
                // What is on the disk now is what the session should have, even if the last step failed.
                *arrival = report.map(|report| Arrival {
                    from: request.book.clone(),
                    to: book,
                    report,
                    unsaved: false,
                });
            }
            return done;
        }
        Err(SaveError::new(&self.path, SaveProblem::Other, "another program writes the file all the time"))
    }

    /// Looks at the disk while what was touched becomes text: nearly always nobody else has written, and then that is the
    /// text to save.
    fn refresh_and_prepare(&mut self, request: &Request) -> Result<Option<Arrival>, SaveError> {
        let mut keeper = std::mem::take(&mut self.keeper);
        let (found, prepared) = thread::scope(|scope| {
            // Without a thread the text is made later.
            let preparing = thread::Builder::new().spawn_scoped(scope, || keeper.prepare(&request.book));
            let found = self.refresh(request);
            (found, preparing.is_ok_and(|preparing| preparing.join().is_ok()))
        });
        // After a panic in the middle it would keep half of a text.
        if prepared {
            self.keeper = keeper;
        }
        found
    }

    /// Whether the state that both sides know is not safely on the disk.
    fn needs_write(&self) -> bool {
        self.unsure || self.outdated || self.copied_aside || !self.target.exists()
    }

    /// Writes the state that both sides know, when a file came in that lacks some of it. A failure is told by the next
    /// save, for which the session asks then.
    pub(super) fn write_what_is_lacking(&mut self) {
        if self.outdated && self.mind_the_lock().is_ok() {
            let book = self.base.clone();
            let request = Request { book: book.clone(), at: self.saved_at, ..Request::default() };
            drop(self.write(&book, &request, true, &mut None));
        }
    }

    fn write(
        &mut self,
        book: &Book,
        request: &Request,
        merged: bool,
        no_backup: &mut Option<SaveError>,
    ) -> Option<Result<(), SaveError>> {
        // The text lies in it while the rest of the file goes on changing.
        let mut keeper = std::mem::take(&mut self.keeper);
        let done = self.write_with(&mut keeper, book, request, merged, no_backup);
        self.keeper = keeper;
        done
    }

    /// Writes a state; nothing when another program wrote at the same moment and the round begins anew.
    fn write_with(
        &mut self,
        keeper: &mut Keeper,
        book: &Book,
        request: &Request,
        merged: bool,
        no_backup: &mut Option<SaveError>,
    ) -> Option<Result<(), SaveError>> {
        let path = self.path.clone();
        let failed = |error: io::Error| Err(SaveError::from_io(&path, &error));
        let old = match durable::replaceable(&self.path, &self.target) {
            Ok(old) => old,
            Err(error) => return Some(Err(error)),
        };
        let wanted = merged
            || request.wishes.keep_before
            || self.last_backup.is_none_or(|last| last.elapsed() >= self.backup_every);
        let is_state = old.is_some() && self.known.is_some() && !self.copied_aside;
        if is_state
            && self.version < VERSION
            && let Err(error) = self.keep_older_version(request.at)
        {
            return Some(failed(error));
        }
        let before = (is_state && wanted).then(|| self.state_on_disk());
        let named = self.past.to_be_named(&self.origin).or(self.origin.id.filter(|_| before.is_some()));
        let origin = self.next_origin(named.filter(|_| is_state));
        let text = match keeper.text(book, &origin) {
            Ok(text) => text,
            Err(error) => {
                return Some(Err(SaveError::new(&self.path, SaveProblem::Internal, error.to_string())));
            }
        };
        let key = self.attachments.sealing_key();
        let sealed = match key.map(|key| {
            let signature = text.sign();
            let mut pieces = text.pieces.clone();
            pieces.push(signature.end.as_bytes());
            key.seal_pieces(&pieces).map(|sealed| (sealed, signature))
        }) {
            None => None,
            Some(Ok(sealed)) => Some(sealed),
            Some(Err(problem)) => {
                return Some(Err(SaveError::new(&self.path, SaveProblem::Internal, problem.to_string())));
            }
        };
        let written = match &sealed {
            Some((sealed, signature)) => durable::write_temporary(&self.target, &[sealed], old.as_ref())
                .map(|temporary| (temporary, signature.clone())),
            None => write_and_sign(&self.target, &text, old.as_ref()),
        };
        let (temporary, signature) = match written {
            Ok(written) => written,
            Err(error) => return Some(failed(error)),
        };
        if let Err(error) = self.log(signature.id, &request.entries) {
            *no_backup = Some(error);
        }
        // The last look before the point of no return; another program had the time of a whole write.
        if old.is_some() && self.known.as_ref().is_some_and(|known| known.looks_changed(&self.target)) {
            return None;
        }
        let mut before = before;
        if is_state && let Err(error) = durable::link(&self.target, &backups::previous_of(&self.target)) {
            *no_backup = Some(SaveError::from_io(&backups::previous_of(&self.target), &error));
            // What has that name is an older state: it must not be kept under the name of this one.
            before = None;
        }
        let placed = match &self.known {
            Some(known) if old.is_some() => {
                let expected = |about: &fs::Metadata| known.stat.is_of(about);
                durable::put_in_place_of(temporary, &self.target, expected)
            }
            _ if old.is_some() => durable::put_in_place(temporary, &self.target).map(Some),
            _ => durable::put_in_place_of_nothing(temporary, &self.target).map(Some),
        };
        let file = match placed {
            Ok(Some(file)) => file,
            // Another program came first; its file is in its place again.
            Ok(None) => return None,
            Err(error) if old.is_none() && error.kind() == io::ErrorKind::AlreadyExists => return None,
            Err(error) => return Some(failed(error)),
        };
        // From here on the file is the new one, even if the rest fails.
        let previous = (self.saved_at, self.origin.saved);
        self.unsure = true;
        self.outdated = false;
        self.copied_aside = false;
        // Of the file that was written, not of what stands there now: that may be another one already.
        self.known = file.metadata().ok().map(|about| match &sealed {
            None => Known::written(&about, signature.hash),
            Some((sealed, _)) => Known::read(Stat::of(&about), sealed),
        });
        self.version = VERSION;
        self.base = book.clone();
        self.past.note_written(signature.id, book);
        self.origin = Origin { id: Some(signature.id), ..origin };
        self.saved_at = request.at;
        self.device = self.device_now();
        if let Err(error) = durable::sync_folder(&self.target) {
            return Some(failed(error));
        }
        self.unsure = false;
        self.logged = self.origin.id;
        self.unreadable = None;
        self.thinning &= !request.wishes.keep_all;
        if let Some(id) = before {
            match self.keep_backup(previous, id) {
                Ok(()) => self.last_backup = Some(Instant::now()),
                Err(error) => *no_backup = Some(SaveError::from_io(&self.folder, &error)),
            }
        }
        self.put_away(&request.wishes.put_away);
        Some(Ok(()))
    }

    /// Names the state on the disk; one without a checksum, which nobody else will ask for, by its content.
    fn state_on_disk(&self) -> StateId {
        let hash = self.known.as_ref().map(|known| StateId::of(known.hash()));
        self.origin.id.or(hash).unwrap_or_default()
    }

    /// Copies a book of an older format before it is written in this one.
    fn keep_older_version(&self, at: DateTime<Utc>) -> io::Result<()> {
        let name = format!("before-v{VERSION}-{}.ron", at.format("%Y-%m-%dT%H%M%SZ"));
        let to = free_name(&self.folder.join(name));
        durable::copy(&self.target, &to)?;
        durable::sync_folder(&to)
    }

    fn keep_backup(&self, (saved_at, saved): (DateTime<Utc>, u64), id: StateId) -> io::Result<()> {
        backups::keep(&self.folder, &backups::previous_of(&self.target), saved_at, saved, id)?;
        if self.thinning {
            backups::thin(&self.folder);
        }
        Ok(())
    }

    fn next_origin(&self, before: Option<StateId>) -> Origin {
        let mut from = self.origin.from.clone();
        if let Some(id) = before {
            from.retain(|known| *known != id);
            from.push(id);
        }
        let surplus = from.len().saturating_sub(MOST_ANCESTORS);
        from.drain(..surplus);
        Origin { saved: self.origin.saved + 1, from, id: None }
    }

    /// Moves conflict files whose content is in the book to the backups. What cannot be moved is found again later.
    fn put_away(&self, files: &[PathBuf]) {
        for file in files {
            let Some(name) = file.file_name() else { continue };
            let mut kept = std::ffi::OsString::from("merged-");
            kept.push(name);
            let to = free_name(&self.folder.join(kept));
            if fs::rename(file, &to).is_ok() {
                drop(durable::sync_folder(&to));
            }
        }
    }
}

/// Writes a text to a temporary file while its checksum is computed; returns both when the file is on the disk.
fn write_and_sign(
    target: &Path,
    text: &Text<'_>,
    like: Option<&fs::Metadata>,
) -> io::Result<(NamedTempFile, Signature)> {
    let mut signature = None;
    let temporary = thread::scope(|scope| {
        let sign = || text.sign();
        let signing = thread::Builder::new().spawn_scoped(scope, sign);
        durable::write_temporary_with(target, like, |out| {
            for piece in &text.pieces {
                out.write_all(piece)?;
            }
            // Without a thread, one after the other.
            let signed = signing.ok().and_then(|signing| signing.join().ok()).unwrap_or_else(sign);
            let done = out.write_all(signed.end.as_bytes());
            signature = Some(signed);
            done
        })
    })?;
    let signature = signature.unwrap_or_else(|| text.sign());
    Ok((temporary, signature))
}

/// Returns a name that is free: with a number before the ending when it is taken.
pub(super) fn free_name(path: &Path) -> PathBuf {
    let (stem, extension) = (path.file_stem().unwrap_or_default(), path.extension().unwrap_or_default());
    let numbered = (2..1000).map(|number| {
        let mut name = stem.to_owned();
        name.push(format!("-{number}."));
        name.push(extension);
        path.with_file_name(name)
    });
    let mut names = std::iter::once(path.to_owned()).chain(numbered);
    names.find(|name| fs::symlink_metadata(name).is_err()).unwrap_or_else(|| path.to_owned())
}
