//! Records that lead back to themselves: no edit makes them, but a hand, a merge or another program can.
//!
//! Owns how they are found, and how one that names a person twice is undone. Start reading at [`tangles`].
//!
//! Invariant: a book whose links were mended has no tangle (`mended_twice_is_mended_once`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::*;

/// Something that leads back to itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tangle {
    /// A relationship, introduction or referral in which one person stands twice; a contact that is told apart
    /// from itself. The record goes, of the contact only the link.
    Same(RecordRef),
    /// Organizations or storage places each of which is a part of the next one, and the last of the first. The
    /// newest of them is no part any more.
    Ring(Vec<RecordRef>),
}

impl Tangle {
    /// The record that is changed to undo it.
    pub fn record(&self) -> Option<RecordRef> {
        match self {
            Self::Same(record) => Some(*record),
            // Ids count up with time.
            Self::Ring(ring) => ring.iter().max().copied(),
        }
    }
}

/// Lists what leads back to itself, in the order of the file.
pub fn tangles(book: &Book) -> Vec<Tangle> {
    let outer = |organization: &Organization| organization.part_of;
    let mut found = rings(&book.organizations, outer);
    let told_apart = book.contacts.values().filter(|contact| contact.not_the_same_as.contains(&contact.id));
    found.extend(told_apart.map(|contact| Tangle::Same(RecordRef::Contact(contact.id))));
    found.extend(rings(&book.storages, |storage: &Storage| storage.inside));
    let tied = book.relationships.values().filter(|tie| tie.from == tie.to);
    found.extend(tied.map(|tie| Tangle::Same(RecordRef::Relationship(tie.id))));
    let introduced = book.introductions.values().filter(|introduction| twice(&introduction.parties()));
    found.extend(introduced.map(|introduction| Tangle::Same(RecordRef::Introduction(introduction.id))));
    let passed = book
        .referrals
        .values()
        .filter(|referral| twice(&[Party::Contact(referral.subject), referral.giver, referral.recipient]));
    found.extend(passed.map(|referral| Tangle::Same(RecordRef::Referral(referral.id))));
    found
}

/// Undoes those that are no rings and returns how many there were.
pub(super) fn untangle(book: &mut Book) -> usize {
    let mut undone = 0;
    for tangle in tangles(book) {
        undone += match tangle {
            Tangle::Same(RecordRef::Contact(id)) => {
                if let Some(contact) = Contact::table_mut(book).get_mut(&id) {
                    Arc::make_mut(contact).not_the_same_as.remove(&id);
                }
                1
            }
            Tangle::Same(RecordRef::Relationship(id)) => take_out(book, id),
            Tangle::Same(RecordRef::Introduction(id)) => take_out(book, id),
            Tangle::Same(RecordRef::Referral(id)) => take_out(book, id),
            Tangle::Same(_) | Tangle::Ring(_) => 0,
        };
    }
    undone
}

fn take_out<T: InBook>(book: &mut Book, id: Id<T>) -> usize {
    T::table_mut(book).remove(&id).is_some().into()
}

fn twice(parties: &[Party; 3]) -> bool {
    let [a, b, c] = parties;
    a == b || b == c || a == c
}

/// Finds rings among records each of which has at most one outer one. Two rings share no record, so one walk over
/// the table finds all.
fn rings<T: InBook>(table: &Table<T>, outer: impl Fn(&T) -> Option<Id<T>>) -> Vec<Tangle> {
    let mut found = Vec::new();
    let mut done = BTreeSet::new();
    for start in table.keys() {
        let mut way = Vec::new();
        let mut places = BTreeMap::new();
        let mut next = Some(*start);
        while let Some(id) = next
            && done.insert(id)
        {
            places.insert(id, way.len());
            way.push(id);
            next = table.get(&id).and_then(|record| outer(record));
        }
        // Whoever was met on this very walk closes a ring; who was met earlier leads to one that is known.
        if let Some(first) = next.and_then(|id| places.get(&id)) {
            found.push(Tangle::Ring(way[*first..].iter().map(|id| T::reference(*id)).collect()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, Label, Stamp};

    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    fn tangled() -> Book {
        let mut book = Book::default();
        // 3 → 1 → 2 → 1: a ring of two with a tail; 5 is inside itself; 6 → 7 is as it should be.
        for (id, part_of) in [(1, 2), (2, 1), (3, 1), (5, 5), (6, 7)] {
            let part_of = Some(Id::new(part_of));
            put(&mut book, Organization { id: Id::new(id), part_of, ..Organization::default() });
        }
        put(&mut book, Organization { id: Id::new(7), ..Organization::default() });
        for (id, inside) in [(11, 12), (12, 13), (13, 11)] {
            put(&mut book, Storage { id: Id::new(id), inside: Some(Id::new(inside)), ..Storage::default() });
        }
        let not_the_same_as = [Id::new(20), Id::new(21)].into();
        put(&mut book, Contact { id: Id::new(20), not_the_same_as, ..Contact::default() });
        put(&mut book, Contact { id: Id::new(21), ..Contact::default() });
        let (mina, jonas) = (Id::new(20), Id::new(21));
        for (id, to) in [(30, mina), (31, jonas)] {
            put(&mut book, Relationship { id: Id::new(id), from: mina, to, ..Relationship::default() });
        }
        let parties = |id, a, b| Introduction {
            id: Id::new(id),
            introducer: Party::Me,
            a: Party::Contact(a),
            b: Party::Contact(b),
            ..Introduction::default()
        };
        put(&mut book, parties(40, mina, mina));
        put(&mut book, parties(41, mina, jonas));
        let referral = |id, recipient| Referral {
            id: Id::new(id),
            subject: mina,
            giver: Party::Me,
            recipient: Party::Contact(recipient),
            ..Referral::default()
        };
        put(&mut book, referral(50, mina));
        put(&mut book, referral(51, jonas));
        book
    }

    #[test]
    fn all_that_leads_back_to_itself_is_found_and_nothing_else() {
        let organizations =
            |ids: &[u128]| Tangle::Ring(ids.iter().map(|id| RecordRef::Organization(Id::new(*id))).collect());
        let storages = [11, 12, 13].map(|id| RecordRef::Storage(Id::new(id)));
        assert_eq!(
            tangles(&tangled()),
            [
                organizations(&[1, 2]),
                organizations(&[5]),
                Tangle::Same(RecordRef::Contact(Id::new(20))),
                Tangle::Ring(storages.to_vec()),
                Tangle::Same(RecordRef::Relationship(Id::new(30))),
                Tangle::Same(RecordRef::Introduction(Id::new(40))),
                Tangle::Same(RecordRef::Referral(Id::new(50))),
            ]
        );
    }

    #[test]
    fn mended_twice_is_mended_once() {
        let book = tangled();
        let mend = |book: &Book| {
            let stamp = Stamp::new(chrono::DateTime::default(), chrono::NaiveDate::MIN, 100);
            Edit::MendLinks.carry_out(book, stamp).unwrap()
        };
        let step = mend(&book);
        assert_eq!(step.label, Label::MendLinks(7));
        let mut untangled = book.clone();
        step.apply(&mut untangled);
        assert!(mend(&untangled).changes.is_empty());
        assert_eq!(tangles(&untangled), []);
        let part_of = |id| untangled.organizations[&Id::new(id)].part_of.map(Id::value);
        assert_eq!([1, 2, 3, 5, 6].map(part_of), [Some(2), None, Some(1), None, Some(7)]);
        assert_eq!(untangled.contacts[&Id::new(20)].not_the_same_as, [Id::new(21)].into());
        assert_eq!(
            (untangled.relationships.len(), untangled.introductions.len(), untangled.referrals.len()),
            (1, 1, 1)
        );
        let mut back = untangled;
        step.inverse().apply(&mut back);
        assert_eq!(back, book);
    }
}
