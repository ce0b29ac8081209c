//! Records that may be one person, with the reasons for the suspicion.
//!
//! Owns how suspects are found without comparing everybody with everybody, how much each reason counts, and what it is
//! called. Nothing of it is stored but what the user confirms: [`Contact::not_the_same_as`]. Start reading at [`find`];
//! what a person is known by stands in `profile`, how two are compared in `compare`.
//!
//! Invariant: whoever was told apart is not suspected again
//! (`index::duplicates::tests::who_was_told_apart_is_left_alone`).
//! Invariant: the time does not grow with the square of the people who share something
//! (`index::duplicates::tests::a_crowd_at_one_switchboard_is_passed_over_and_told`).

mod profile;
mod blocks;
mod compare;
mod words;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::model::{Book, Contact, Id};

use self::blocks::Blocks;
use self::compare::{Frequencies, compare};
use self::profile::Profile;
use super::Index;

/// One reason for or against two records being one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Evidence {
    /// The user joined them before; another copy of the book had changed the one that went.
    MergedBefore,
    /// The same e-mail address, which is a person's own.
    SameEmail,
    /// The same link, such as a profile.
    SameLink,
    /// The same name.
    SameName,
    /// The same name in another writing: kanji and kana, kana and Latin letters.
    OtherWriting,
    /// The same name with family and given name exchanged.
    SwappedName,
    /// One is the nickname or the short form of the other.
    ShortName,
    /// One letter differs.
    OneLetter,
    /// One has an initial for the other's name.
    Initial,
    /// One of the two has one name only, which the other has too.
    OneNameOnly,
    /// The same given name, another family name.
    OtherFamily,
    /// The same phone number.
    SamePhone,
    /// The same day of birth.
    SameBirthday,
    /// They work for the same company.
    SameCompany,
    /// One works where the other worked before.
    SameFormerCompany,
    /// The same postal address.
    SameAddress,
    /// A shared address such as info@ is the same.
    SharedEmail,
    /// A phone number that many have is the same.
    SharedPhone,
    /// The name is common in this book.
    CommonName,
    /// They were born on different days.
    OtherBirthday,
    /// Junior and senior, or the like.
    OtherSuffix,
    /// Another given name in the same family.
    OtherGiven,
    /// Altogether another name.
    OtherName,
}

impl Evidence {
    /// Whether it speaks against the suspicion.
    pub fn is_against(self) -> bool {
        self >= Self::CommonName
    }

    /// Whether it belongs to a person alone; what a household or a company shares does not.
    fn is_personal(self) -> bool {
        matches!(self, Self::MergedBefore | Self::SameEmail | Self::SameLink | Self::SameBirthday)
    }
}

/// How sure a suspicion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Worth a look.
    Perhaps,
    /// More likely than not.
    Likely,
    /// Hardly a coincidence.
    VeryLikely,
}

/// Two records that may be one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// The record that was made first.
    pub a: Id<Contact>,
    /// The other one.
    pub b: Id<Contact>,
    /// How much speaks for it, 0 to 100.
    pub score: u8,
    /// The reasons, the strongest first; those against it last.
    pub evidence: Vec<Evidence>,
}

/// From this score on a pair is shown.
const SHOWN: u8 = 45;

impl Suspicion {
    /// How sure it is.
    pub fn certainty(&self) -> Certainty {
        match self.score {
            85.. => Certainty::VeryLikely,
            62..=84 => Certainty::Likely,
            _ => Certainty::Perhaps,
        }
    }

    /// Whether it is about this person.
    pub fn names(&self, contact: Id<Contact>) -> bool {
        self.a == contact || self.b == contact
    }

    /// The other one of the two.
    pub fn other(&self, contact: Id<Contact>) -> Id<Contact> {
        if self.a == contact { self.b } else { self.a }
    }
}

/// What so many people share that it says nothing about two of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crowd {
    /// How many people.
    pub people: usize,
    /// What they share.
    pub what: Shared,
    /// Its value.
    pub value: String,
}

/// What people can share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A link.
    Link,
    /// A name.
    Name,
}

/// What was found in a book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duplicates {
    /// Suspected pairs, the surest first.
    pub pairs: Vec<Suspicion>,
    /// Three and more records that may be one person, by likely pairs; the largest group first.
    pub groups: Vec<Vec<Id<Contact>>>,
    /// What was not looked into because too many people share it, the largest crowd first.
    pub crowds: Vec<Crowd>,
    /// How many people were looked at.
    pub people: usize,
    /// How many pairs were compared.
    pub compared: usize,
}

impl Duplicates {
    /// Returns the group to which a person belongs.
    pub fn group_of(&self, contact: Id<Contact>) -> Option<&[Id<Contact>]> {
        self.groups.iter().find(|group| group.contains(&contact)).map(Vec::as_slice)
    }

    /// Takes over what changed since: people who are gone or told apart leave the list.
    pub fn forget_settled(&mut self, book: &Book) {
        self.pairs.retain(|pair| match (book.get(pair.a), book.get(pair.b)) {
            (Some(a), Some(b)) => !are_told_apart(a, b),
            _ => false,
        });
        self.group();
    }

    fn group(&mut self) {
        let mut leader: BTreeMap<Id<Contact>, Id<Contact>> = BTreeMap::new();
        fn find(leader: &mut BTreeMap<Id<Contact>, Id<Contact>>, id: Id<Contact>) -> Id<Contact> {
            let mut at = id;
            while let Some(next) = leader.get(&at).copied().filter(|next| *next != at) {
                let after = leader.get(&next).copied().unwrap_or(next);
                leader.insert(at, after);
                at = next;
            }
            at
        }
        for pair in self.pairs.iter().filter(|pair| pair.certainty() >= Certainty::Likely) {
            let (a, b) = (find(&mut leader, pair.a), find(&mut leader, pair.b));
            leader.insert(a.max(b), a.min(b));
            leader.entry(a.min(b)).or_insert(a.min(b));
        }
        let mut groups: BTreeMap<Id<Contact>, Vec<Id<Contact>>> = BTreeMap::new();
        for id in leader.keys().copied().collect::<Vec<_>>() {
            groups.entry(find(&mut leader, id)).or_default().push(id);
        }
        self.groups = groups.into_values().filter(|group| group.len() > 2).collect();
        self.groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
    }
}

fn are_told_apart(a: &Contact, b: &Contact) -> bool {
    a.not_the_same_as.contains(&b.id) || b.not_the_same_as.contains(&a.id)
}

/// The parts of the work, for its progress.
const STAGES: usize = 100;

/// Finds who may be one person. `progress` hears how much is done of how much, and ends the work with its error.
///
/// # Errors
/// What `progress` returned.
pub fn find<E>(
    book: &Book,
    mut progress: impl FnMut(usize, usize) -> Result<(), E>,
) -> Result<Duplicates, E> {
    let mut profiles: Vec<Profile> = Vec::with_capacity(book.contacts.len());
    for (at, contact) in book.contacts.values().enumerate() {
        if at % 4096 == 0 {
            progress(at * 30 / book.contacts.len().max(1), STAGES)?;
        }
        profiles.push(Profile::new(book, contact));
    }
    let frequencies = Frequencies::new(&profiles);
    let mut blocks = Blocks::default();
    blocks.gather(&profiles, |done| progress(30 + done * 30 / 100, STAGES))?;
    let Blocks { pairs, mut crowds, .. } = blocks;
    let mut found = Duplicates { people: profiles.len(), compared: pairs.len(), ..Duplicates::default() };
    let contacts: Vec<&Contact> = book.contacts.values().map(|contact| &**contact).collect();
    for (at, pair) in pairs.iter().enumerate() {
        if at % 8192 == 0 {
            progress(60 + at * 40 / pairs.len().max(1), STAGES)?;
        }
        let (a, b) = ((pair >> 32) as usize, (pair & u64::from(u32::MAX)) as usize);
        if are_told_apart(contacts[a], contacts[b]) {
            continue;
        }
        let (score, evidence) = compare(&profiles[a], &profiles[b], &frequencies);
        if score >= SHOWN {
            found.pairs.push(Suspicion { a: contacts[a].id, b: contacts[b].id, score, evidence });
        }
    }
    found.pairs.sort_by(|one, other| (other.score, one.a, one.b).cmp(&(one.score, other.a, other.b)));
    crowds.sort_by(|one, other| other.cmp(one));
    found.crowds = crowds;
    found.group();
    progress(STAGES, STAGES)?;
    Ok(found)
}

/// Returns who in the book may be this person, the surest first: for a card that is just being named. The person need not
/// be in the book. Looks at few people, whom the search finds by name, address or number.
pub fn perhaps(index: &Index, person: &Contact, organization: &str) -> Vec<Suspicion> {
    let book = index.book();
    let own = Profile::of_form(book, person, organization);
    let mut near: Vec<Id<Contact>> = Vec::new();
    for text in own.questions() {
        near.extend(index.find_text(&text).ranked().iter().copied().take(MOST_NEAR));
    }
    near.sort_unstable();
    near.dedup();
    let profiles: Vec<Profile> = near
        .iter()
        .filter(|id| **id != person.id)
        .filter_map(|id| book.get(*id))
        .map(|contact| Profile::new(book, contact))
        .collect();
    // How common a name is, the few who were found tell.
    let frequencies = Frequencies::of_few(book.contacts.len());
    let mut found: Vec<Suspicion> = profiles
        .iter()
        .filter_map(|other| {
            let contact = book.get(other.id)?;
            if are_told_apart(contact, person) {
                return None;
            }
            let (score, evidence) = compare(&own, other, &frequencies);
            (score >= SHOWN).then_some(Suspicion { a: other.id, b: person.id, score, evidence })
        })
        .collect();
    found.sort_by(|one, other| (other.score, one.a).cmp(&(one.score, other.a)));
    found
}

/// How many of the people that the search finds are compared.
const MOST_NEAR: usize = 40;

/// Compares two people of the book, whoever they are.
pub fn compare_two(book: &Book, a: Id<Contact>, b: Id<Contact>) -> Option<Suspicion> {
    let (first, second) = (book.get(a)?, book.get(b)?);
    let frequencies = Frequencies::of_few(book.contacts.len());
    let (score, evidence) = compare(&Profile::new(book, first), &Profile::new(book, second), &frequencies);
    Some(Suspicion { a, b, score, evidence })
}
