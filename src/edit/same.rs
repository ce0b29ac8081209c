//! Two records that are one person: joined into one, or told apart for good.
//!
//! Owns what becomes of everything that named the second record. Which values the person has afterwards stands in
//! [`super::person`]. Start reading at [`merge`].
//!
//! Invariant: nobody is tied to themselves afterwards, and nothing that was written is lost
//! (`suite::same_person`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::*;
use crate::with_tables;

use super::mend::take_over;
use super::person::{Choices, joined};
use super::{Draft, EditError, Label, follow_ups, name};

/// Joins `away` to `keep`. Every record that named the one names the other; `away` is gone.
pub(super) fn merge(
    draft: &mut Draft,
    keep: Id<Contact>,
    away: Id<Contact>,
    choices: &Choices,
) -> Result<Label, EditError> {
    if keep == away {
        return Err(EditError::SamePerson);
    }
    let label = Label::MergeContacts(name(draft, keep), name(draft, away));
    let (first, second) = (draft.get(keep)?.clone(), draft.get(away)?.clone());
    let (mut person, needs) = joined(&first, &second, choices);
    person.merged.extend(second.merged.iter().copied());
    person.merged.insert(MergedId(away));
    person.not_the_same_as.extend(second.not_the_same_as.iter().copied());
    person.not_the_same_as.retain(|other| *other != keep && *other != away);
    person.noted.extend(second.noted.iter().cloned());
    super::knowledge::forget_gone(&mut person);
    person.no_fits.extend(
        second
            .no_fits
            .iter()
            .map(|it| NoFit { need: needs.get(&it.need).copied().unwrap_or(it.need), ..*it }),
    );
    person.no_fits.retain(|it| it.contact != keep && it.contact != away);
    person.created_at = first.created_at.min(second.created_at);
    person.updated_at = draft.stamp.now;

    let mut book = draft.book().clone();
    Contact::table_mut(&mut book).remove(&away);
    let mut lost = Vec::new();
    rename_all(&mut book, away, keep, &needs);
    untie(&mut book, keep, &mut lost);
    for words in lost {
        super::person::append(&mut person.notes, &words);
    }
    // `rename_all` told the person apart from themselves where the user once had.
    Contact::table_mut(&mut book).insert(keep, Arc::new(person));
    settle_place(&mut book, draft.book(), keep, away);
    settle_recall(&mut book, draft.book(), keep, away);
    settle_encounters_of(&mut book, keep);
    settle_loans(&mut book, draft.book(), draft.stamp.today);
    take_over(draft, &book);
    follow_ups::unify(draft, keep);
    Ok(label)
}

/// A record in which one person can take the place of another.
trait Renames: InBook {
    /// Puts `to` where `from` stands.
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>);
}

fn swap(id: &mut Id<Contact>, from: Id<Contact>, to: Id<Contact>) {
    if *id == from {
        *id = to;
    }
}

fn swap_party(party: &mut Party, from: Id<Contact>, to: Id<Contact>) {
    if let Party::Contact(id) = party {
        swap(id, from, to);
    }
}

fn swap_in(set: &mut BTreeSet<Id<Contact>>, from: Id<Contact>, to: Id<Contact>) {
    if set.remove(&from) {
        set.insert(to);
    }
}

impl Renames for Contact {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        swap_in(&mut self.not_the_same_as, from, to);
        let own = self.id;
        self.not_the_same_as.remove(&own);
        if self.no_fits.iter().any(|it| it.contact == from) {
            let renamed = std::mem::take(&mut self.no_fits).into_iter().map(|mut it| {
                swap(&mut it.contact, from, to);
                it
            });
            // Nobody is asked to help themselves.
            self.no_fits = renamed.filter(|it| it.contact != own).collect();
        }
    }
}

impl Renames for Card {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        if let Some(contact) = &mut self.contact {
            swap(contact, from, to);
        }
        let owner = self.contact;
        let place = self.whereabouts.place();
        if let Whereabouts::LentTo { contact, .. } | Whereabouts::PassedOnTo { contact, .. } =
            &mut self.whereabouts
        {
            swap(contact, from, to);
            // Lent to its own owner: it is with them, which says nothing. It lies where it lay before.
            if Some(*contact) == owner {
                self.whereabouts = place.map_or(Whereabouts::Unknown, Whereabouts::StoredIn);
            }
        }
    }
}

impl Renames for Encounter {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        swap_in(&mut self.contacts, from, to);
    }
}

impl Renames for FollowUp {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        swap_in(&mut self.contacts, from, to);
    }
}

impl Renames for Review {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        swap(&mut self.contact, from, to);
    }
}

impl Renames for Relationship {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        swap(&mut self.from, from, to);
        swap(&mut self.to, from, to);
    }
}

impl Renames for Introduction {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        for party in [&mut self.introducer, &mut self.a, &mut self.b] {
            swap_party(party, from, to);
        }
    }
}

impl Renames for Referral {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        swap(&mut self.subject, from, to);
        swap_party(&mut self.giver, from, to);
        swap_party(&mut self.recipient, from, to);
    }
}

impl Renames for Event {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        if let Some(Organizer::Contact(contact)) = &mut self.organizer {
            swap(contact, from, to);
        }
        if let Some(attendance) = self.participants.remove(&from) {
            // What became of it says more than the intention.
            let known = self.participants.entry(to).or_insert(attendance);
            if *known == Attendance::Planned {
                *known = attendance;
            }
        }
    }
}

impl Renames for Place {
    fn rename(&mut self, _from: Id<Contact>, _to: Id<Contact>) {}
}

impl Renames for Recall {
    fn rename(&mut self, _from: Id<Contact>, _to: Id<Contact>) {}
}

impl Renames for Conflict {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        if self.record == Some(RecordRef::Contact(from)) {
            self.record = Some(RecordRef::Contact(to));
        }
    }
}

impl Renames for Trashed {
    fn rename(&mut self, from: Id<Contact>, to: Id<Contact>) {
        macro_rules! rename_kept {
            ($($kind:ident)*) => {
                for kept in self.gone.iter_mut().chain(&mut self.links) {
                    match kept {
                        $(Kept::$kind(record) => {
                            let mut renamed = $kind::clone(record);
                            renamed.rename(from, to);
                            if renamed != **record {
                                *record = Arc::new(renamed);
                            }
                        })*
                    }
                }
            };
        }
        with_kept!(rename_kept);
    }
}

fn rename_all(book: &mut Book, from: Id<Contact>, to: Id<Contact>, needs: &BTreeMap<Id<Need>, Id<Need>>) {
    fn rename<T: Renames>(book: &mut Book, from: Id<Contact>, to: Id<Contact>, asks: bool) {
        let names = |record: &T| {
            let mut names = asks;
            record.references(&mut |reference| names |= reference == RecordRef::Contact(from));
            names
        };
        let concerned: Vec<Id<T>> =
            T::table(book).values().filter(|record| names(record)).map(|record| record.id()).collect();
        for id in concerned {
            if let Some(record) = T::table_mut(book).get_mut(&id) {
                let mut renamed = T::clone(record);
                renamed.rename(from, to);
                if renamed != **record {
                    *record = Arc::new(renamed);
                }
            }
        }
    }
    rename::<Contact>(book, from, to, false);
    rename::<Card>(book, from, to, false);
    rename::<Encounter>(book, from, to, false);
    rename::<FollowUp>(book, from, to, false);
    rename::<Review>(book, from, to, false);
    rename::<Relationship>(book, from, to, false);
    rename::<Introduction>(book, from, to, false);
    rename::<Referral>(book, from, to, false);
    rename::<Event>(book, from, to, false);
    // What these name is no link of theirs.
    rename::<Conflict>(book, from, to, true);
    rename::<Trashed>(book, from, to, true);
    let answers: Vec<Id<Referral>> = book
        .referrals
        .values()
        .filter(|referral| referral.need.is_some_and(|need| needs.contains_key(&need)))
        .map(|referral| referral.id)
        .collect();
    for id in answers {
        if let Some(referral) = Referral::table_mut(book).get_mut(&id) {
            let need = referral.need.and_then(|need| needs.get(&need).copied());
            Arc::make_mut(referral).need = need;
        }
    }
}

/// Takes out ties that lead from the person to themselves, and those that say the same twice. Words in what goes are
/// put into `lost`, or into the tie that stays.
fn untie(book: &mut Book, person: Id<Contact>, lost: &mut Vec<String>) {
    let party = Party::Contact(person);
    let relationships: Vec<Arc<Relationship>> =
        book.relationships.values().filter(|tie| tie.from == person || tie.to == person).cloned().collect();
    let mut known: Vec<Relationship> = Vec::new();
    for tie in relationships {
        if tie.from == tie.to {
            lost.push(tie.note.clone());
            Relationship::table_mut(book).remove(&tie.id);
            continue;
        }
        match known.iter_mut().find(|it| (it.from, it.to, &it.kind) == (tie.from, tie.to, &tie.kind)) {
            None => known.push(Relationship::clone(&tie)),
            Some(same) => {
                super::person::append(&mut same.note, &tie.note);
                same.since = [same.since, tie.since].into_iter().flatten().min();
                // It lasts if either of them does.
                same.until = same.until.zip(tie.until).map(|(one, other)| one.max(other));
                same.created_at = same.created_at.min(tie.created_at);
                Relationship::table_mut(book).insert(same.id, Arc::new(same.clone()));
                Relationship::table_mut(book).remove(&tie.id);
            }
        }
    }
    let twice = |parties: &[Party; 3]| {
        let [a, b, c] = parties;
        a == b || b == c || a == c
    };
    let introductions: Vec<Arc<Introduction>> =
        book.introductions.values().filter(|it| it.parties().contains(&party)).cloned().collect();
    for introduction in introductions.into_iter().filter(|it| twice(&it.parties())) {
        lost.push(introduction.note.clone());
        forget(book, RecordRef::Introduction(introduction.id));
        Introduction::table_mut(book).remove(&introduction.id);
    }
    let referrals: Vec<Arc<Referral>> = book
        .referrals
        .values()
        .filter(|it| [Party::Contact(it.subject), it.giver, it.recipient].contains(&party))
        .cloned()
        .collect();
    for referral in
        referrals.into_iter().filter(|it| twice(&[Party::Contact(it.subject), it.giver, it.recipient]))
    {
        lost.extend([referral.comment.clone(), referral.need_text.clone()]);
        lost.extend(referral.outcome.iter().map(|outcome| outcome.note.clone()));
        forget(book, RecordRef::Referral(referral.id));
        Referral::table_mut(book).remove(&referral.id);
    }
}

/// Takes a record that goes out of the follow-ups that name it; open ones lose their reason with it and go too.
fn forget(book: &mut Book, gone: RecordRef) {
    let names = |follow_up: &FollowUp| {
        let mut names = false;
        follow_up.references(&mut |to| names |= to == gone);
        names
    };
    let concerned: Vec<Id<FollowUp>> =
        book.follow_ups.values().filter(|it| names(it)).map(|it| it.id).collect();
    for id in concerned {
        let table = FollowUp::table_mut(book);
        let Some(follow_up) = table.get_mut(&id) else { continue };
        if follow_up.is_open() && follow_up.about.trim().is_empty() {
            table.remove(&id);
        } else {
            super::follow_ups::forget(Arc::make_mut(follow_up), gone);
        }
    }
}

/// The person stands where the user pinned either of them, else where they stood.
fn settle_place(book: &mut Book, before: &Book, keep: Id<Contact>, away: Id<Contact>) {
    let (kept, other) = (before.get::<Place>(keep.cast()), before.get::<Place>(away.cast()));
    Place::table_mut(book).remove(&away.cast());
    if let Some(other) = other
        && kept.is_none_or(|kept| other.pinned && !kept.pinned)
    {
        let place = Place { id: keep.cast(), ..**other };
        Place::table_mut(book).insert(place.id, Arc::new(place));
    }
}

/// A card that was lent to its own owner is not lent any more: it lies in its place, if there still is one, and fetching
/// it is done.
fn settle_loans(book: &mut Book, before: &Book, today: NaiveDate) {
    let lent = |card: &Card| matches!(card.whereabouts, Whereabouts::LentTo { .. });
    let ended: BTreeSet<Id<Card>> = before
        .cards
        .values()
        .filter(|card| lent(card) && book.get(card.id).is_some_and(|now| !lent(now)))
        .map(|card| card.id)
        .collect();
    for id in &ended {
        let place = book.get(*id).and_then(|card| card.whereabouts.place());
        if place.is_some_and(|place| book.get(place).is_none())
            && let Some(card) = Card::table_mut(book).get_mut(id)
        {
            Arc::make_mut(card).whereabouts = Whereabouts::Unknown;
        }
    }
    let fetched = |it: &FollowUp| it.is_open() && it.fetches.is_some_and(|card| ended.contains(&card));
    let promises: Vec<Id<FollowUp>> =
        book.follow_ups.values().filter(|it| fetched(it)).map(|it| it.id).collect();
    for id in promises {
        if let Some(promise) = FollowUp::table_mut(book).get_mut(&id) {
            Arc::make_mut(promise).state = FollowUpState::Done { on: today, encounter: None };
        }
    }
}

/// Of two memories of one name the later answer counts.
fn settle_recall(book: &mut Book, before: &Book, keep: Id<Contact>, away: Id<Contact>) {
    let (kept, other) = (before.get::<Recall>(keep.cast()), before.get::<Recall>(away.cast()));
    Recall::table_mut(book).remove(&away.cast());
    if let Some(other) = other
        && kept.is_none_or(|kept| other.answered_at > kept.answered_at)
    {
        let recall = Recall { id: keep.cast(), ..**other };
        Recall::table_mut(book).insert(recall.id, Arc::new(recall));
    }
}

/// One meeting that was logged with each of the two is one meeting: records that say the same but for their time of
/// writing.
fn settle_encounters_of(book: &mut Book, person: Id<Contact>) {
    let theirs: Vec<Arc<Encounter>> =
        book.encounters.values().filter(|it| it.contacts.contains(&person)).cloned().collect();
    let mut known: Vec<Arc<Encounter>> = Vec::new();
    for encounter in theirs {
        let same = known.iter().find(|other| {
            let timed = Encounter {
                id: other.id,
                created_at: other.created_at,
                updated_at: other.updated_at,
                ..Encounter::clone(&encounter)
            };
            // Nothing but day and kind is too little to tell that it is one.
            let says_something = !timed.topics.is_empty() || !timed.note.trim().is_empty();
            says_something && timed == ***other
        });
        let Some(same) = same.map(|same| same.id) else {
            known.push(encounter);
            continue;
        };
        for follow_up in FollowUp::table_mut(book).values_mut() {
            if matches!(follow_up.state, FollowUpState::Done { encounter: Some(it), .. } if it == encounter.id)
                && let FollowUpState::Done { encounter, .. } = &mut Arc::make_mut(follow_up).state
            {
                *encounter = Some(same);
            }
        }
        Encounter::table_mut(book).remove(&encounter.id);
    }
}

/// Notes that two are not the same person, or takes that back.
pub(super) fn tell_apart(
    draft: &mut Draft,
    a: Id<Contact>,
    b: Id<Contact>,
    apart: bool,
) -> Result<Label, EditError> {
    if a == b {
        return Err(EditError::SamePerson);
    }
    draft.get(a)?;
    draft.get(b)?;
    for (one, other) in [(a, b), (b, a)] {
        let now = draft.stamp.now;
        draft.update::<Contact>(one, |contact| {
            let changed = if apart {
                contact.not_the_same_as.insert(other)
            } else {
                contact.not_the_same_as.remove(&other)
            };
            if changed {
                contact.updated_at = now;
            }
        })?;
    }
    let names = (name(draft, a), name(draft, b));
    Ok(if apart { Label::TellApart(names.0, names.1) } else { Label::PerhapsSame(names.0, names.1) })
}

const _: () = {
    // Every kind of record that can name a person is renamed above: a new table must be thought about here.
    macro_rules! count {
        ($($field:ident: $kind:ident,)*) => { [$(stringify!($kind)),*].len() };
    }
    const TABLES: usize = with_tables!(count);
    assert!(TABLES == 19, "a new kind of record: does it name people?");
};
