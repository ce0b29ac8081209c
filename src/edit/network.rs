//! A network that comes in: people and what joins them, as one step.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use crate::model::*;
use crate::text::fold::fold;

use super::{Draft, EditError, Label};

/// People and ties that are to be taken in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NetworkIn {
    /// The people.
    pub people: Vec<PersonIn>,
    /// What joins them; people by their places in `people`.
    pub ties: Vec<TieIn>,
}

/// Somebody of a network.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PersonIn {
    /// Who it is, when the book has the person already: nothing of theirs is written over.
    pub known: Option<Id<Contact>>,
    /// The name.
    pub name: PersonName,
    /// Where the person works, and as what.
    pub work: Vec<(String, String)>,
    /// E-mail address.
    pub email: String,
    /// Phone number.
    pub phone: String,
    /// Free tags.
    pub tags: BTreeSet<String>,
    /// Circles of the book.
    pub circles: BTreeSet<Id<Circle>>,
    /// Free note.
    pub notes: String,
    /// There was no meeting and no card.
    pub mentioned: bool,
    /// Where the person stands in the network, when the book has no place yet.
    pub place: Option<[f32; 2]>,
}

/// What joins people of a network; `None` is me.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the fields are those of the records")]
pub enum TieIn {
    /// A lasting tie: `to` is the `kind` of `from`.
    Relationship {
        from: usize,
        to: usize,
        kind: RelationKind,
        since: Option<NaiveDate>,
        until: Option<NaiveDate>,
    },
    /// An introduction.
    Introduction {
        introducer: Option<usize>,
        a: Option<usize>,
        b: Option<usize>,
        on: Option<NaiveDate>,
        state: IntroductionState,
        note: String,
    },
    /// A card that was passed on, or a lead.
    Referral {
        subject: usize,
        giver: Option<usize>,
        recipient: Option<usize>,
        on: Option<NaiveDate>,
        state: ReferralState,
        outcome: Option<OutcomeKind>,
        need_text: String,
    },
}

/// Takes a network in. What the book has already stays as it is: people who are known get ties only, and a place when they
/// have none. Nothing is planned about what happened elsewhere.
pub(super) fn take_in(draft: &mut Draft, network: NetworkIn) -> Result<Label, EditError> {
    let mut organizations = organizations_by_name(draft.book());
    let mut ids = Vec::with_capacity(network.people.len());
    let mut new = 0;
    for person in network.people {
        let place = person.place;
        let id = match person.known {
            Some(known) => {
                draft.get(known)?;
                known
            }
            None => {
                new += 1;
                add(draft, person, &mut organizations)?
            }
        };
        if let Some([x, y]) = place
            && x.is_finite()
            && y.is_finite()
            && draft.book().get(id.cast::<Place>()).is_none()
        {
            draft.put(Place::new(id, x, y, false));
        }
        ids.push(id);
    }
    let mut known = Known::of(draft.book());
    let mut ties = 0;
    for tie in network.ties {
        if add_tie(draft, tie, &ids, &mut known)? {
            ties += 1;
        }
    }
    Ok(Label::TakeInNetwork(new, ties))
}

/// Present, Latin and former names, folded, to organizations: the first one of a name has it.
fn organizations_by_name(book: &Book) -> HashMap<String, Id<Organization>> {
    let mut found = HashMap::new();
    for organization in book.organizations.values() {
        let names = [&organization.name, &organization.latin].into_iter().chain(&organization.former_names);
        for name in names.filter(|name| !name.trim().is_empty()) {
            found.entry(fold(name)).or_insert(organization.id);
        }
    }
    found
}

fn add(
    draft: &mut Draft,
    person: PersonIn,
    organizations: &mut HashMap<String, Id<Organization>>,
) -> Result<Id<Contact>, EditError> {
    if person.name.is_empty() {
        return Err(EditError::NameNeeded);
    }
    for circle in &person.circles {
        draft.get(*circle)?;
    }
    let now = draft.stamp.now;
    let mut affiliations = Vec::new();
    for (name, title) in person.work.iter().filter(|(name, _)| !name.trim().is_empty()) {
        let organization = match organizations.get(&fold(name)) {
            Some(organization) => *organization,
            None => {
                let id = draft.stamp.fresh();
                let name = name.trim().to_owned();
                organizations.insert(fold(&name), id);
                draft.put(Organization {
                    id,
                    name,
                    created_at: now,
                    updated_at: now,
                    ..Organization::default()
                });
                id
            }
        };
        affiliations.push(Affiliation { organization, title: title.clone(), ..Affiliation::default() });
    }
    let id = draft.stamp.fresh();
    let one = |value: String| if value.is_empty() { Vec::new() } else { vec![Labelled::new("", value)] };
    draft.put(Contact {
        id,
        name: person.name,
        affiliations,
        emails: one(person.email),
        phones: one(person.phone),
        tags: person.tags,
        circles: person.circles,
        notes: person.notes,
        only_mentioned: person.mentioned,
        created_at: now,
        updated_at: now,
        ..Contact::default()
    });
    Ok(id)
}

/// The ties of a book, so that none comes in twice.
struct Known {
    relationships: HashSet<(Id<Contact>, Id<Contact>, RelationKind)>,
    introductions: BTreeSet<(Party, Party, Party)>,
    referrals: BTreeSet<(Id<Contact>, Party, Party)>,
}

impl Known {
    fn of(book: &Book) -> Self {
        let relationships = book.relationships.values();
        let introductions = book.introductions.values();
        let referrals = book.referrals.values();
        Self {
            relationships: relationships.map(|tie| (tie.from, tie.to, tie.kind.clone())).collect(),
            introductions: introductions.map(|it| key(it.introducer, it.a, it.b)).collect(),
            referrals: referrals.map(|it| (it.subject, it.giver, it.recipient)).collect(),
        }
    }
}

/// The two who were introduced in one order.
fn key(introducer: Party, a: Party, b: Party) -> (Party, Party, Party) {
    (introducer, a.min(b), a.max(b))
}

/// Adds a tie unless it is there; returns whether it did.
fn add_tie(draft: &mut Draft, tie: TieIn, ids: &[Id<Contact>], known: &mut Known) -> Result<bool, EditError> {
    // A place beyond the end is nobody.
    let person = |place: usize| ids.get(place).copied().ok_or(EditError::PersonNeeded);
    let party = |place: Option<usize>| place.map_or(Ok(Party::Me), |place| person(place).map(Party::Contact));
    let now = draft.stamp.now;
    match tie {
        TieIn::Relationship { from, to, kind, since, until } => {
            let (from, to) = (person(from)?, person(to)?);
            if from == to {
                return Err(EditError::SamePerson);
            }
            if known.relationships.contains(&(from, to, kind.clone()))
                || (kind.is_mutual() && known.relationships.contains(&(to, from, kind.clone())))
            {
                return Ok(false);
            }
            known.relationships.insert((from, to, kind.clone()));
            let id = draft.stamp.fresh();
            draft.put(Relationship {
                id,
                from,
                to,
                kind,
                since,
                until,
                note: String::new(),
                created_at: now,
            });
        }
        TieIn::Introduction { introducer, a, b, on, state, note } => {
            let (introducer, a, b) = (party(introducer)?, party(a)?, party(b)?);
            if a == b || introducer == a || introducer == b {
                return Err(EditError::SamePerson);
            }
            if !known.introductions.insert(key(introducer, a, b)) {
                return Ok(false);
            }
            let id = draft.stamp.fresh();
            draft.put(Introduction {
                never_made: false,
                id,
                event: None,
                introducer,
                a,
                b,
                on,
                state,
                note,
                note_b: None,
                agreed_a: Vec::new(),
                agreed_b: Vec::new(),
                created_at: now,
                updated_at: now,
            });
        }
        TieIn::Referral { subject, giver, recipient, on, state, outcome, need_text } => {
            let (subject, giver, recipient) = (person(subject)?, party(giver)?, party(recipient)?);
            let own = Party::Contact(subject);
            if giver == recipient || giver == own || recipient == own {
                return Err(EditError::SamePerson);
            }
            if !known.referrals.insert((subject, giver, recipient)) {
                return Ok(false);
            }
            let on = on.unwrap_or(draft.stamp.today);
            let id = draft.stamp.fresh();
            draft.put(Referral {
                id,
                subject,
                giver,
                recipient,
                need_text,
                state,
                steps: vec![ReferralStep { state, on }],
                owner_told_on: (state >= ReferralState::OwnerTold).then_some(on),
                outcome: outcome.map(|kind| Outcome { kind, ..Outcome::default() }),
                created_at: now,
                updated_at: now,
                ..Referral::default()
            });
        }
    }
    Ok(true)
}
