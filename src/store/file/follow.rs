//! What other programs did to the file: taken over when it reads, left alone when it does not.
//!
//! Start reading at [`BookFile::refresh`] (before every save) and [`BookFile::look`] (in between).

use std::fs;
use std::io;

use chrono::{DateTime, Utc};

use super::same::{count, same};
use super::save::free_name;
use super::{Arrival, BookFile, Looked, Request};
use crate::edit::merge::{Other, merge};
use crate::model::Book;
use crate::store::access::{Access, ReadOnly};
use crate::store::beside::conflict_files;
use crate::store::disk::{self, Compared, Stat};
use crate::store::error::{OpenError, OpenProblem, SaveError, SaveProblem};
use crate::store::format::{self, Origin, StateId};
use crate::store::{LARGEST_BOOK, backups, durable};

impl BookFile {
    /// Compares the disk with what is known and takes over what another program wrote.
    pub(super) fn refresh(&mut self, request: &Request) -> Result<Option<Arrival>, SaveError> {
        let failed = |error: io::Error| SaveError::from_io(&self.path, &error);
        match &mut self.known {
            None => match fs::symlink_metadata(&self.target) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                Err(error) => return Err(failed(error)),
                Ok(_) => {}
            },
            Some(known) => match known.compare(&self.target).map_err(failed)? {
                Compared::Same => return Ok(None),
                Compared::Gone => return self.mind_the_disk().map(|()| None),
                Compared::Different => {}
            },
        }
        // Begins from nothing: the empty state that a new book begins with lies before everything.
        if self.known.is_none() {
            self.base = Book { header: request.book.header.clone(), ..Book::default() };
        }
        match self.take_over() {
            Ok(arrival) => Ok(Some(arrival)),
            Err(OpenProblem::NotFound) => Ok(None),
            Err(_) if self.replace_unreadable => self.put_unreadable_aside(request.at).map(|()| None),
            Err(_) if self.known.is_none() => {
                Err(SaveError::new(&self.path, SaveProblem::AlreadyExists, "nothing was overwritten"))
            }
            Err(problem) => {
                let problem = OpenError { path: self.path.clone(), problem };
                Err(SaveError::new(&self.path, SaveProblem::Unreadable, problem.to_string()))
            }
        }
    }

    /// Reads the file and makes its state the one that both sides know.
    pub(super) fn take_over(&mut self) -> Result<Arrival, OpenProblem> {
        let (bytes, known) = disk::read_known(&self.target, LARGEST_BOOK)?;
        let key = self.attachments.key();
        let bytes = self.unseal(bytes, key.as_ref().into())?;
        let parsed = format::read(&bytes)?;
        drop(bytes);
        if parsed.book.header.id != self.base.header.id {
            // Somebody put another book in the place of this one. Joining two strangers is nobody's wish.
            return Err(OpenProblem::AnotherBook);
        }
        let theirs = parsed.book;
        self.saved_at = known.stat.modified.map(backups::moment).unwrap_or(self.saved_at);
        let parted = self.access.is_writable() && !self.past.leads_to(&self.origin, &parsed.origin);
        // What both come from. A file that builds on what is saved here is taken as it is.
        let common = if parted {
            // What it lacks was not removed by anybody.
            let common = self.past.common(&self.target, &self.origin, &parsed.origin);
            Some(common.unwrap_or_else(|| Book { header: self.base.header.clone(), ..Book::default() }))
        } else if self.outdated {
            // It builds on a file that lacked something of ours, and lacks it still.
            self.past.newest().cloned()
        } else {
            None
        };
        let both = match common {
            Some(common) => {
                let other = Other { source: String::new(), now: self.saved_at };
                merge(&common, &self.base, &theirs, &other).book
            }
            None => theirs.clone(),
        };
        self.outdated = !same(&both, &theirs);
        let report = count(&self.base, &both);
        self.known = Some(known);
        self.version = parsed.version;
        self.past.note_read(&parsed.origin, &theirs);
        self.origin = joined(&self.origin, &parsed.origin);
        if !self.access.is_writable() {
            // Whoever writes the book writes its log too.
            self.logged = self.origin.id;
        }
        self.unreadable = None;
        let from = std::mem::replace(&mut self.base, both);
        Ok(Arrival { from, to: self.base.clone(), report, unsaved: self.outdated })
    }

    /// A file that is gone is written anew, for it is what the user has in front of them; but not on the disk that
    /// appears in the same place when the one with the book was unplugged.
    pub(super) fn mind_the_disk(&self) -> Result<(), SaveError> {
        let now = self.device_now();
        let folder = durable::folder_of(&self.target);
        if !folder.is_dir() || (self.device.is_some() && now != self.device) {
            let detail = io::Error::from(io::ErrorKind::NotFound).to_string();
            return Err(SaveError::new(&self.path, SaveProblem::FolderMissing, detail));
        }
        Ok(())
    }

    pub(super) fn device_now(&self) -> Option<u64> {
        fs::metadata(durable::folder_of(&self.target)).ok().and_then(|about| Stat::device(&about))
    }

    /// Keeps a copy of a file that cannot be read.
    pub(super) fn put_unreadable_aside(&mut self, at: DateTime<Utc>) -> Result<(), SaveError> {
        let name = format!("damaged-{}.ron", at.format("%Y-%m-%dT%H%M%SZ"));
        let aside = free_name(&self.folder.join(name));
        let failed = |error: io::Error| SaveError::from_io(&self.path, &error);
        let about = fs::metadata(&self.target).map_err(failed)?;
        // What is kept and what may be replaced are the same bytes, whatever stands there in a moment.
        let (bytes, known) = disk::read_known(&self.target, LARGEST_BOOK)
            .map_err(|problem| SaveError::new(&self.path, SaveProblem::Unreadable, problem.to_string()))?;
        durable::create(&aside, &bytes)?;
        self.device = Stat::device(&about).or(self.device);
        self.known = Some(known);
        self.replace_unreadable = false;
        // What is in the place of the book is no state of it: it must not become the backup of one.
        self.copied_aside = true;
        Ok(())
    }

    /// Looks at the disk: for changes of other programs, and whether the book may be written by now.
    ///
    /// With `patience` a file that cannot be read is told of only when it still stands so at the next look: it may be in
    /// the middle of being written.
    pub fn look(&mut self, patience: bool) -> Looked {
        // Not while the book is being encrypted or decrypted: it would seem to need a passphrase.
        let attachments = self.attachments.clone();
        let _held = attachments.hold();
        let mut looked = Looked::default();
        if let Access::ReadOnly(ReadOnly::Held(_) | ReadOnly::Refused(_)) = self.access {
            let before = self.access.clone();
            looked.writable = self.lock().is_writable() && !before.is_writable();
        }
        if self.known.is_some() {
            let beside = conflict_files(&self.target);
            looked.beside = beside != self.beside;
            self.beside = beside;
        }
        let Some(known) = &mut self.known else { return looked };
        if !known.may_have_changed(&self.target) {
            return looked;
        }
        match known.compare(&self.target) {
            Ok(Compared::Different) => {}
            Ok(Compared::Gone) => {
                // What the window shows as saved has to be there, not with the next edit only. Not at the first look:
                // the whole folder may be on its way out, or a program may be putting another file there.
                let writable = self.access.is_writable() && self.mind_the_disk().is_ok();
                looked.again = writable && !self.gone;
                if writable && self.gone {
                    self.outdated = true;
                    self.write_what_is_lacking();
                }
                self.gone = looked.again;
                return looked;
            }
            Ok(Compared::Same) | Err(_) => return looked,
        }
        match self.take_over() {
            Ok(arrival) => {
                // What was saved here is on the disk again before anybody asks for it.
                self.write_what_is_lacking();
                looked.arrival = Some(Arrival { unsaved: self.outdated, ..arrival });
            }
            Err(OpenProblem::NotFound) => {}
            Err(problem) => {
                let Ok(stat) = fs::metadata(&self.target).map(|about| Stat::of(&about)) else {
                    return looked;
                };
                let seen = self.unreadable.take().filter(|(seen, _)| *seen == stat);
                let told = seen.as_ref().is_some_and(|(_, told)| *told);
                let tell = !told && (seen.is_some() || !patience);
                self.unreadable = Some((stat, told || tell));
                looked.again = !told && !tell;
                if !tell {
                    return looked;
                }
                looked.unreadable = Some(OpenError { path: self.path.clone(), problem });
            }
        }
        looked
    }
}

/// Where a state comes from that has two parents: what only ours remembers, then what theirs does.
fn joined(ours: &Origin, theirs: &Origin) -> Origin {
    let mut from: Vec<StateId> = ours.from.iter().filter(|id| !theirs.from.contains(id)).copied().collect();
    from.extend(&theirs.from);
    Origin { saved: ours.saved.max(theirs.saved), from, id: theirs.id }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Circle, Id, InBook as _};
    use crate::store::Holder;

    fn with(mut book: Book, id: u128) -> Book {
        let circle = Circle { id: Id::new(id), ..Circle::default() };
        Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        book
    }

    #[test]
    fn what_a_file_lacked_stays_when_its_writer_saves_again_before_us() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let save = |file: &mut BookFile, book: &Book| {
            file.save(&Request { book: book.clone(), ..Request::default() }).result.unwrap();
        };
        let mut ours = BookFile::new(&path, Holder::default());
        let first = Book::new(Id::new(1), DateTime::UNIX_EPOCH);
        save(&mut ours, &first);
        let origin = ours.origin.clone();
        let mine = with(first.clone(), 1);
        save(&mut ours, &mine);
        // Another program, on a disk without locks, has read the first state only. What it writes lacks mine.
        let write = |book: &Book, from: Vec<StateId>| {
            let written = Origin { from, ..origin.clone() };
            let (text, id) = format::write(book, &written).unwrap();
            fs::write(&path, text).unwrap();
            id
        };
        let theirs = with(first, 2);
        let first_id = origin.id.unwrap();
        let second_id = write(&theirs, vec![first_id]);
        let arrival = ours.take_over().unwrap();
        assert!(arrival.unsaved && same(&arrival.to, &with(mine.clone(), 2)));
        // It saves once more, before the joined book reached the disk; then it removes something of its own.
        let third_id = write(&with(theirs.clone(), 3), vec![first_id, second_id]);
        let arrival = ours.take_over().unwrap();
        assert!(arrival.unsaved && same(&arrival.to, &with(with(mine.clone(), 2), 3)), "{:?}", arrival.to);
        write(&theirs, vec![first_id, second_id, third_id]);
        let arrival = ours.take_over().unwrap();
        assert!(arrival.unsaved && same(&arrival.to, &with(mine, 2)), "{:?}", arrival.to);
    }
}
