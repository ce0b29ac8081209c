//! Which field of which record follows which rule. A field that is added to a record does not compile until it stands
//! here: nothing can be lost by being forgotten.
//!
//! Start reading at [`Fields`], then at the table of [`Contact`].

use std::collections::BTreeSet;

use super::rule::{
    Earlier, Either, Element, Later, Leaf, List, Map, Own, Part, Rule, Set, Spot, Text, Undecidable, Value,
    names_any, text_of,
};
use super::show::{Show, Words};
use super::trash::Bundle;
use crate::edit::Choice;
use crate::model::*;

/// A record or a part of one, field by field.
pub(in crate::edit) trait Fields: Clone + PartialEq + Default {
    /// Names of the fields about which the user may be asked.
    #[cfg(test)]
    const ASKED: &'static [&'static str];
    /// Joins three states. Without a common one, `base` is the default value: what either side says counts.
    fn join(base: &Self, ours: &Self, theirs: &Self, spot: &mut Spot<'_>) -> Self;
    /// Carries out a choice about the field at `path`; see [`Rule::decide`].
    fn decide(&mut self, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable>;
    /// The RON text of the value at `path`.
    fn present(&self, path: &str) -> Option<String>;
    /// A RON text of a value at `path` in words.
    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String>;
    /// Whether the field at `path` has room for both values.
    fn has_room(path: &str) -> bool;
    /// Puts links to `gone` records back as `from` has them.
    fn relink(&mut self, from: &Self, gone: &BTreeSet<RecordRef>);
    /// Takes out links to missing records.
    fn unlink(&mut self, is_missing: &dyn Fn(RecordRef) -> bool);
}

#[cfg(test)]
const fn count(asked: &[(&str, bool)]) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < asked.len() {
        count += asked[at].1 as usize;
        at += 1;
    }
    count
}

#[cfg(test)]
const fn names<const N: usize>(asked: &[(&'static str, bool)]) -> [&'static str; N] {
    let (mut at, mut next, mut names) = (0, 0, [""; N]);
    while at < asked.len() {
        if asked[at].1 {
            names[next] = asked[at].0;
            next += 1;
        }
        at += 1;
    }
    names
}

/// What `<Rule as Rule<FieldType>>::ASKS` says, with the type of the field found by its name.
#[cfg(test)]
const fn asks<S, T, R: Rule<T>>(_field: fn(&S) -> &T, _rule: &R) -> bool {
    R::ASKS
}

fn split(path: &str) -> (&str, &str) {
    path.split_once('.').unwrap_or((path, ""))
}

macro_rules! fields {
    ($($kind:ident { $($field:ident: $rule:ident,)* })*) => {$(
        impl Fields for $kind {
            #[cfg(test)]
            const ASKED: &'static [&'static str] = {
                const ALL: &[(&str, bool)] =
                    &[$((stringify!($field), asks(|value: &$kind| &value.$field, &$rule)),)*];
                const NAMES: [&str; count(ALL)] = names(ALL);
                &NAMES
            };

            fn join(base: &Self, ours: &Self, theirs: &Self, spot: &mut Spot<'_>) -> Self {
                // Without `..`: a new field must be named here.
                Self {
                    $($field: spot.inside(stringify!($field), |spot| {
                        $rule::join(&base.$field, &ours.$field, &theirs.$field, spot)
                    }),)*
                }
            }

            fn decide(&mut self, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
                let (name, rest) = split(path);
                match name {
                    $(stringify!($field) => $rule::decide(&mut self.$field, rest, other, choice),)*
                    _ => Err(Undecidable),
                }
            }

            fn present(&self, path: &str) -> Option<String> {
                let (name, rest) = split(path);
                match name {
                    $(stringify!($field) => $rule::present(&self.$field, rest),)*
                    _ => None,
                }
            }

            fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
                let (name, rest) = split(path);
                match name {
                    $(stringify!($field) => shown(|value: &Self| &value.$field, &$rule, rest, text, words),)*
                    _ => None,
                }
            }

            fn has_room(path: &str) -> bool {
                let (name, rest) = split(path);
                match name {
                    $(stringify!($field) => room(|value: &Self| &value.$field, &$rule, rest),)*
                    _ => false,
                }
            }

            fn relink(&mut self, from: &Self, gone: &BTreeSet<RecordRef>) {
                $($rule::relink(&mut self.$field, &from.$field, gone);)*
            }

            fn unlink(&mut self, is_missing: &dyn Fn(RecordRef) -> bool) {
                $($rule::unlink(&mut self.$field, is_missing);)*
            }
        }
    )*};
}

fn shown<S, T, R: Rule<T>>(
    _field: fn(&S) -> &T,
    _rule: &R,
    path: &str,
    text: &str,
    words: &Words<'_>,
) -> Option<String> {
    R::show(path, text, words)
}

fn room<S, T, R: Rule<T>>(_field: fn(&S) -> &T, _rule: &R, path: &str) -> bool {
    R::has_room(path)
}

fields! {
    Header {
        id: Own, created_at: Earlier, owner: Part, review_after_days: Leaf, rules: Part, synonyms: Set,
        // Settled by the tables: a book with a real person is no demo.
        is_demo: Own,
    }
    Rules {
        thank_you: Leaf, review: Leaf, tell_owner: Leaf, ask_after: Leaf, amends: Leaf, keep_in_touch: Leaf,
        birthday: Leaf, meet_in_person: Leaf, next_step: Leaf, organizer_care: Leaf,
    }
    Owner { name: Part, emails: List, phones: List, organization: Leaf, }
    Circle {
        id: Own, name: Leaf, colour: Either, order: Either, shared: Set, cadence: Leaf,
        created_at: Earlier, updated_at: Later,
    }
    Organization {
        id: Own, name: Leaf, reading: Leaf, latin: Leaf, former_names: List, city: Leaf, website: Leaf,
        part_of: Leaf, notes: Text, created_at: Earlier, updated_at: Later,
    }
    Contact {
        id: Own, name: Part, affiliations: List, phones: List, emails: List, addresses: List, links: List,
        custom: List, languages: List, help: Text, expertise: List, problems_solved: List, offers: List,
        needs: List, research: List, own_words: Text, human: Part, notes: Text, tags: Set, circles: Set, portrait: Leaf,
        other_portraits: List, cadence: Leaf, formality: Leaf, only_mentioned: Either, archived: Leaf, other_names: List,
        not_the_same_as: Set, noted: Set, no_fits: Set, merged: Set, foreign_properties: List, created_at: Earlier, updated_at: Later,
    }
    PersonName {
        family: Leaf, given: Leaf, additional: Leaf, prefix: Leaf, suffix: Leaf, nickname: Leaf,
        honorific: Leaf, family_reading: Leaf, given_reading: Leaf, latin: Leaf, order: Leaf,
    }
    Affiliation { organization: Leaf, title: Leaf, department: Leaf, from: Leaf, until: Leaf, }
    Need { id: Own, what: Leaf, opened_on: Leaf, closed_on: Leaf, }
    HumanSide {
        birthday: Leaf, home: Text, people: Text, enjoys: Text, interests: List, hobbies: List, avoids: Text, gifts: Text, starters: Text,
    }
    Event {
        id: Own, title: Leaf, series: Leaf, starts_on: Leaf, ends_on: Leaf, starts_at: Leaf, ends_at: Leaf,
        venue: Leaf, city: Leaf, organizer: Leaf, fee: Leaf, link: Leaf, goal: Text, status: Leaf,
        participants: Map, late_within_days: Leaf, cancelled_on: Leaf, amends_waived: Either, organizer_care: Part,
        repeat: Leaf, notes: Text,
        photos: List, calendar_uid: Either, occurrence: Either, created_at: Earlier, updated_at: Later,
    }
    OrganizerCare { thank_you: Leaf, satisfaction: Leaf, report: Leaf, }
    // The same picture everywhere, whatever its file was called.
    Attachment {
        id: Own, hash: Either, extension: Either, name: Either, bytes: Either, width: Either, height: Either,
        colour: Either, added_at: Earlier,
    }
    Storage { id: Own, name: Leaf, inside: Leaf, kind: Leaf, order: Either, }
    Card {
        id: Own, contact: Leaf, front: Leaf, back: Leaf, received_on: Leaf, event: Leaf, exchange: Leaf,
        impressions: List, whereabouts: Leaf, superseded: Either, recognized_text: Either, created_at: Earlier,
        updated_at: Later,
    }
    Encounter {
        id: Own, kind: Leaf, direction: Leaf, on: Leaf, at: Leaf, minutes: Leaf, contacts: Set, event: Leaf,
        place: Leaf, topics: List, note: Text, favours: List, reply: Leaf, is_thank_you: Either,
        created_at: Earlier, updated_at: Later,
    }
    Relationship {
        id: Own, from: Leaf, to: Leaf, kind: Leaf, since: Leaf, until: Leaf, note: Text, created_at: Earlier,
    }
    Introduction {
        id: Own, introducer: Leaf, a: Leaf, b: Leaf, on: Leaf, event: Leaf, state: Leaf,
        never_made: Either, note: Text, note_b: Leaf, agreed_a: List, agreed_b: List, created_at: Earlier, updated_at: Later,
    }
    Referral {
        id: Own, subject: Leaf, card: Leaf, giver: Leaf, recipient: Leaf, need: Leaf, need_text: Leaf,
        comment: Text, state: Leaf, steps: List, owner_told_on: Leaf, outcome: Leaf, asks_how: Either,
        consents: List, agreed_on: Leaf, agreed: List,
        created_at: Earlier, updated_at: Later,
    }
    Review {
        id: Own, contact: Leaf, card: Leaf, on: Leaf, verdict: Leaf, developed: Either, reasons: List, note: Text,
    }
    FollowUp {
        id: Own, kind: Leaf, due_on: Leaf, due_at: Leaf, contacts: Set, about: Text, reason: Leaf, state: Leaf,
        repeat: Leaf, repeat_from: Leaf, opt_in: Leaf, asked_on: Leaf, given_up: Either, fetches: Leaf, lent_on: Leaf,
        created_at: Earlier, updated_at: Later,
    }
    SavedSearch { id: Own, name: Leaf, query: Leaf, order: Either, created_at: Earlier, updated_at: Later, }
    LetterTemplate {
        id: Own, name: Leaf, language: Leaf, formality: Leaf, subject_line: Leaf, body: Text, created_at: Earlier,
        updated_at: Later,
    }
    // Found on both sides: one question, whatever each side kept.
    Conflict {
        id: Own, record: Own, field: Own, kept: Own, other: Own, source: Own, noticed_at: Earlier,
    }
    // Deleted on both sides: one entry with what either side knew.
    Trashed { id: Own, on: Either, gone: Bundle, links: Bundle, }
}

/// Where a person stands is one value: x of one side with y of the other would be a third place. What the layout
/// found gives way to what the user pinned, without a question.
impl Fields for Place {
    #[cfg(test)]
    const ASKED: &'static [&'static str] = &[POSITION];

    fn join(base: &Self, ours: &Self, theirs: &Self, spot: &mut Spot<'_>) -> Self {
        if ours == theirs || theirs == base {
            return *ours;
        } else if ours == base {
            return *theirs;
        }
        match (ours.pinned, theirs.pinned) {
            (true, false) => *ours,
            (false, true) => *theirs,
            (false, false) if (ours.x, ours.y) <= (theirs.x, theirs.y) => *ours,
            (false, false) => *theirs,
            (true, true) => {
                spot.inside(POSITION, |spot| spot.differ(&ours.position(), &theirs.position()));
                *ours
            }
        }
    }

    fn decide(&mut self, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
        let mut position = self.position();
        Leaf::decide(&mut position, path.strip_prefix(POSITION).ok_or(Undecidable)?, other, choice)?;
        (self.x, self.y) = (position.0, position.1);
        Ok(())
    }

    fn present(&self, path: &str) -> Option<String> {
        (path == POSITION).then(|| text_of(&self.position()))
    }

    fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
        <Leaf as Rule<Position>>::show(path.strip_prefix(POSITION)?, text, words)
    }

    fn has_room(_path: &str) -> bool {
        false
    }

    fn relink(&mut self, _from: &Self, _gone: &BTreeSet<RecordRef>) {}

    fn unlink(&mut self, _is_missing: &dyn Fn(RecordRef) -> bool) {}
}

/// What is remembered of a name belongs together; of two answers the later one counts, without a question.
impl Fields for Recall {
    #[cfg(test)]
    const ASKED: &'static [&'static str] = &[];

    fn join(base: &Self, ours: &Self, theirs: &Self, _spot: &mut Spot<'_>) -> Self {
        if ours == theirs || theirs == base {
            return *ours;
        } else if ours == base {
            return *theirs;
        }
        // The same moment twice is decided the same way on both sides.
        let rank = |it: &Self| (it.answered_at, it.due_on, it.answers, it.last, it.stability.to_bits());
        if rank(ours) >= rank(theirs) { *ours } else { *theirs }
    }

    fn decide(&mut self, _path: &str, _other: &str, _choice: Choice) -> Result<(), Undecidable> {
        Err(Undecidable)
    }

    fn present(&self, _path: &str) -> Option<String> {
        None
    }

    fn show(_path: &str, _text: &str, _words: &Words<'_>) -> Option<String> {
        None
    }

    fn has_room(_path: &str) -> bool {
        false
    }

    fn relink(&mut self, _from: &Self, _gone: &BTreeSet<RecordRef>) {}

    fn unlink(&mut self, _is_missing: &dyn Fn(RecordRef) -> bool) {}
}

const POSITION: &str = "position";

/// Where somebody stands in the network.
#[derive(Debug, Clone, Copy, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Position(pub f32, pub f32);

impl Place {
    fn position(&self) -> Position {
        Position(self.x, self.y)
    }
}

/// Elements without a name of their own: whoever changes one takes it out and puts another in.
macro_rules! whole_elements {
    ($($kind:ty)*) => {
        $(impl Element for $kind {
            fn key(&self) -> String {
                text_of(self)
            }
        })*
    };
}
whole_elements! { String Labelled Address Expertise ResearchNote Impression Favour ReferralStep Consent ReviewReason }

impl Element for Id<Attachment> {
    fn key(&self) -> String {
        self.to_string()
    }
    fn record(&self) -> Option<RecordRef> {
        Some(RecordRef::Attachment(*self))
    }
}

/// Elements that are known by something that stays when the rest changes.
macro_rules! keyed_elements {
    ($($kind:ident by $key:ident, means nothing without $record:expr;)*) => {
        $(impl Element for $kind {
            #[cfg(test)]
            const ASKS: bool = true;
            fn key(&self) -> String {
                self.$key.to_string()
            }
            fn join(base: Option<&Self>, ours: &Self, theirs: &Self, spot: &mut Spot<'_>) -> Self {
                <Self as Fields>::join(base.unwrap_or(&Self::default()), ours, theirs, spot)
            }
            fn decide(&mut self, path: &str, other: &str, choice: Choice) -> Result<(), Undecidable> {
                <Self as Fields>::decide(self, path, other, choice)
            }
            fn present(&self, path: &str) -> Option<String> {
                <Self as Fields>::present(self, path)
            }
            fn show(path: &str, text: &str, words: &Words<'_>) -> Option<String> {
                <Self as Fields>::show(path, text, words)
            }
            fn record(&self) -> Option<RecordRef> {
                let record: fn(&Self) -> Option<RecordRef> = $record;
                record(self)
            }
        })*
    };
}
keyed_elements! {
    Affiliation by organization, means nothing without |it| Some(RecordRef::Organization(it.organization));
    Need by id, means nothing without |_| None;
}

macro_rules! plain_values {
    ($($kind:ty)*) => { $(impl Value for $kind {})* };
}
plain_values! {
    String u8 u32 chrono::NaiveDate chrono::NaiveTime Cadence Archived NameOrder YearlessDate Money Attendance Answer
    RepeatDecision Exchange EncounterKind Direction Reply RelationKind IntroductionState ReferralState Outcome Verdict
    FollowUpKind StorageKind Position RuleSetting Formality Id<Need>
}

impl<T: InBook> Value for Id<T> {
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        visit(T::reference(*self));
    }
}

impl<T: Value> Value for Option<T>
where
    Self: Show,
{
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        if let Some(value) = self {
            value.names(visit);
        }
    }

    fn without(&self, is_missing: &dyn Fn(RecordRef) -> bool) -> Self {
        if names_any(self, is_missing) { None } else { self.clone() }
    }
}

impl Value for Party {
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        if let Self::Contact(contact) = self {
            visit(RecordRef::Contact(*contact));
        }
    }
}

impl Value for Organizer {
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        Event { organizer: Some(*self), ..Event::default() }.references(visit);
    }
}

impl Value for Whereabouts {
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        Card { whereabouts: *self, ..Card::default() }.references(visit);
    }

    fn without(&self, is_missing: &dyn Fn(RecordRef) -> bool) -> Self {
        match *self {
            // The loan stays when the place is gone to which the card would come back.
            Self::LentTo { contact, on, from: Some(place) } if is_missing(RecordRef::Storage(place)) => {
                Self::LentTo { contact, on, from: None }.without(is_missing)
            }
            here if names_any(&here, is_missing) => Self::Unknown,
            here => here,
        }
    }
}

impl Value for Reason {
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        FollowUp { reason: *self, ..FollowUp::default() }.references(visit);
    }

    fn without(&self, is_missing: &dyn Fn(RecordRef) -> bool) -> Self {
        if names_any(self, is_missing) { Self::Own } else { *self }
    }
}

impl Value for FollowUpState {
    fn names(&self, visit: &mut dyn FnMut(RecordRef)) {
        FollowUp { state: self.clone(), ..FollowUp::default() }.references(visit);
    }

    // What was done stays done.
    fn without(&self, is_missing: &dyn Fn(RecordRef) -> bool) -> Self {
        match self {
            Self::Done { on, encounter: Some(encounter) } if is_missing(RecordRef::Encounter(*encounter)) => {
                Self::Done { on: *on, encounter: None }
            }
            other => other.clone(),
        }
    }
}
