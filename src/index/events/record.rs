//! How reliable one was: how many events were attended, cancelled in time, cancelled late or missed. A count of facts, for
//! oneself and for others alike; nobody gets a mark.

use crate::model::{Attendance, Book, Contact, Event, Id, Organizer};

use crate::index::Index;

/// How many events became what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record {
    /// Still planned.
    pub planned: usize,
    /// Attended.
    pub attended: usize,
    /// Cancelled in time.
    pub cancelled_early: usize,
    /// Cancelled late.
    pub cancelled_late: usize,
    /// Missed without a word.
    pub no_show: usize,
}

impl Record {
    /// Counts attendances.
    pub fn count(all: impl IntoIterator<Item = Attendance>) -> Self {
        let mut record = Self::default();
        for status in all {
            *match status {
                Attendance::Planned => &mut record.planned,
                Attendance::Attended => &mut record.attended,
                Attendance::CancelledEarly => &mut record.cancelled_early,
                Attendance::CancelledLate => &mut record.cancelled_late,
                Attendance::NoShow => &mut record.no_show,
            } += 1;
        }
        record
    }

    /// My own record, over all events.
    pub fn mine(book: &Book) -> Self {
        Self::count(book.events.values().map(|event| event.status))
    }

    /// My own record with one organiser.
    pub fn with(book: &Book, organizer: Organizer) -> Self {
        let theirs = book.events.values().filter(|event| event.organizer == Some(organizer));
        Self::count(theirs.map(|event| event.status))
    }

    /// What became of somebody's attendance at events that I planned or attended too: the record of others towards me.
    pub fn of(book: &Book, index: &Index, contact: Id<Contact>) -> Self {
        let events = index.links.contact(contact).events.iter().filter_map(|id| book.get(*id));
        Self::count(
            events.filter_map(|event: &std::sync::Arc<Event>| event.participants.get(&contact).copied()),
        )
    }

    /// Returns how many there are of a kind.
    pub fn get(&self, status: Attendance) -> usize {
        match status {
            Attendance::Planned => self.planned,
            Attendance::Attended => self.attended,
            Attendance::CancelledEarly => self.cancelled_early,
            Attendance::CancelledLate => self.cancelled_late,
            Attendance::NoShow => self.no_show,
        }
    }

    /// How many events there are.
    pub fn total(&self) -> usize {
        Attendance::ALL.iter().map(|status| self.get(*status)).sum()
    }

    /// How many of them are over for this person: everything but what is planned.
    pub fn past(&self) -> usize {
        self.total() - self.planned
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, put};

    #[test]
    fn each_event_is_counted_once_for_me_for_an_organiser_and_for_a_guest() {
        let mut book = Book::default();
        let guest = Id::new(1);
        put(&mut book, contact(1, "Jule Petersen"));
        let organizer = Some(Organizer::Contact(guest));
        for (id, status) in (1..).zip(Attendance::ALL) {
            let organizer = organizer.filter(|_| id % 2 == 0);
            let participants = [(guest, Attendance::NoShow)].into();
            put(&mut book, Event { id: Id::new(id), status, organizer, participants, ..Event::default() });
        }
        let index = Index::rebuild(&book);
        let mine = Record::mine(&book);
        assert_eq!((mine.total(), mine.past()), (5, 4));
        assert!(Attendance::ALL.iter().all(|status| mine.get(*status) == 1));
        let with = Record::with(&book, Organizer::Contact(guest));
        assert_eq!(with, Record { attended: 1, cancelled_late: 1, ..Record::default() });
        assert_eq!(Record::of(&book, &index, guest), Record { no_show: 5, ..Record::default() });
        assert_eq!(Record::of(&book, &index, Id::new(9)), Record::default());
    }
}
