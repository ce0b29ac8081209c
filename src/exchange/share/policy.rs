//! For whom something is, and which groups of fields they may see.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::{Book, Circle, Contact, FieldGroup, Id, Party};

/// For whom something leaves the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The owner of the book: everything, with pictures and private notes.
    Me,
    /// Everybody of a circle.
    Circle(Id<Circle>),
    /// One person.
    Person(Id<Contact>),
}

/// Which groups of fields somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    groups: BTreeSet<FieldGroup>,
    is_me: bool,
}

impl Policy {
    /// What everybody may see: that there is such a person, and what was written for the occasion.
    pub const LEAST: [FieldGroup; 2] = [FieldGroup::Name, FieldGroup::Comment];

    /// As little as possible.
    pub fn least() -> Self {
        Self { groups: Self::LEAST.into(), is_me: false }
    }

    /// What these groups allow.
    pub fn of_groups(groups: &BTreeSet<FieldGroup>) -> Self {
        Self { groups: groups.clone(), is_me: false }
    }

    /// What an audience may see of people who are in a circle. A person may see what any of their circles may; somebody
    /// without a circle, and a circle that is gone, as little as possible.
    pub fn of(book: &Book, audience: Audience) -> Self {
        match audience {
            Audience::Me => Self { groups: FieldGroup::ALL.into(), is_me: true },
            Audience::Circle(id) => {
                book.get(id).map_or_else(Self::least, |circle| Self::of_groups(&circle.shared))
            }
            Audience::Person(id) => {
                let circles = book.get(id).into_iter().flat_map(|contact| circles_of(book, contact));
                let mut policies = circles.map(|circle| circle.shared.clone()).peekable();
                if policies.peek().is_none() {
                    return Self::least();
                }
                Self { groups: policies.flatten().collect(), is_me: false }
            }
        }
    }

    /// The same for one person who is looked at: of somebody without a circle as little as possible is shared.
    #[must_use]
    pub fn about(&self, book: &Book, subject: &Contact) -> Self {
        if self.is_me || circles_of(book, subject).next().is_some() {
            return self.clone();
        }
        let least = Self::LEAST.into_iter().filter(|group| self.groups.contains(group));
        Self { groups: least.collect(), is_me: false }
    }

    /// Whether a group of fields may be seen.
    pub fn allows(&self, group: FieldGroup) -> bool {
        self.groups.contains(&group)
    }

    /// Whether it is the owner who looks.
    pub fn is_mine(&self) -> bool {
        self.is_me
    }

    /// The groups that may be seen.
    pub fn groups(&self) -> &BTreeSet<FieldGroup> {
        &self.groups
    }
}

/// The circles of a person that the book still has.
fn circles_of<'a>(book: &'a Book, contact: &'a Contact) -> impl Iterator<Item = &'a Circle> {
    contact.circles.iter().filter_map(|id| book.get(*id)).map(|circle| &**circle)
}

/// Something that somebody agreed to share with one other person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agreed {
    /// What, as [`super::Withheld::key`] names it.
    pub key: String,
    /// When, the first time, as far as it is known.
    pub on: Option<NaiveDate>,
}

impl Agreed {
    /// The value alone.
    pub fn value(&self) -> &str {
        self.key.split_once(':').map_or("", |(_, value)| value)
    }
}

/// What somebody has agreed to share with one other person, when their card was passed on to them or when the two were
/// introduced, in the order of the keys. What was agreed for one recipient counts for nobody else.
pub fn agreed(book: &Book, subject: Id<Contact>, recipient: Id<Contact>) -> Vec<Agreed> {
    let (owner, to) = (Party::Contact(subject), Party::Contact(recipient));
    let theirs = book.referrals.values().filter(|referral| {
        referral.subject == subject && referral.giver == Party::Me && referral.recipient == to
    });
    let passed = theirs.flat_map(|referral| referral.agreements());
    let mine = book.introductions.values().filter(|it| it.introducer == Party::Me);
    let introduced = mine.flat_map(|it| it.agreed(owner, to)).map(|it| (it.what.as_str(), Some(it.on)));
    let mut all: Vec<Agreed> =
        passed.chain(introduced).map(|(key, on)| Agreed { key: key.to_owned(), on }).collect();
    // The first day on which it was agreed stands before the later ones, and those before an unknown one.
    all.sort_by(|one, other| {
        (&one.key, one.on.is_none(), one.on).cmp(&(&other.key, other.on.is_none(), other.on))
    });
    all.dedup_by(|other, first| other.key == first.key);
    all
}

/// As [`agreed`], what alone.
pub fn consents(book: &Book, subject: Id<Contact>, recipient: Id<Contact>) -> Vec<String> {
    agreed(book, subject, recipient).into_iter().map(|agreed| agreed.key).collect()
}
