//! "Would you want this public?": which texts a change of a policy would open.

use std::collections::BTreeSet;

use super::leaks::{Known, Others};
use super::policy::Policy;
use super::sieve::{self, Kind, Sieve};
use crate::model::{Book, Contact, FieldGroup, Id};

/// What a change of a policy would make visible.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Public {
    /// The texts of the user that would be seen, by person and in the order of the fields.
    pub texts: Vec<(Id<Contact>, Kind, String)>,
    /// About how many people something would be seen that is not seen now.
    pub people: usize,
    /// Mail addresses, numbers and the like in those texts; they would be left out.
    pub leaks: usize,
}

/// Returns what groups that are in `after` and not in `before` would open, of people who are in a circle. `go_on` is asked for
/// each person and card; when it says no, there is no answer.
pub fn lint(
    book: &Book,
    before: &BTreeSet<FieldGroup>,
    after: &BTreeSet<FieldGroup>,
    go_on: &dyn Fn() -> bool,
) -> Option<Public> {
    let opened: BTreeSet<FieldGroup> = after.difference(before).copied().collect();
    let mut public = Public::default();
    if opened.is_empty() {
        return Some(public);
    }
    let wanted = Policy::of_groups(&opened);
    let others = Others::of(book);
    let known = |contact: &Contact| Known::of(contact).among(others.clone().but(contact));
    for contact in book.contacts.values().filter(|contact| contact.archived.is_none()) {
        if !go_on() {
            return None;
        }
        let policy = wanted.about(book, contact);
        if policy.groups().is_empty() {
            continue;
        }
        let mut sieve = Sieve::new(&policy, &[], known(contact));
        sieve::contact(contact, &mut sieve);
        let mut seen = sieve.allowed.len();
        take(contact.id, &sieve, &mut public);
        if policy.allows(FieldGroup::Organization)
            && let Some(organization) =
                contact.current_affiliation().and_then(|work| book.get(work.organization))
        {
            seen += usize::from(!organization.name.is_empty());
        }
        public.people += usize::from(seen > 0);
    }
    if opened.contains(&FieldGroup::Impression) {
        let mut people = BTreeSet::new();
        for card in book.cards.values() {
            if !go_on() {
                return None;
            }
            let Some(contact) =
                card.contact.and_then(|id| book.get(id)).filter(|contact| contact.archived.is_none())
            else {
                continue;
            };
            let policy = wanted.about(book, contact);
            let mut sieve = Sieve::new(&policy, &[], known(contact));
            sieve::card(card, &mut sieve);
            if !sieve.allowed.is_empty() {
                people.insert(contact.id);
            }
            take(contact.id, &sieve, &mut public);
        }
        // Who shows something else already was counted above.
        public.people = public.people.max(people.len());
    }
    Some(public)
}

fn take(contact: Id<Contact>, sieve: &Sieve<'_>, public: &mut Public) {
    use Kind::{Avoids, Enjoys, Gifts, Home, Impression, Nickname, People, Starters};
    for line in &sieve.allowed {
        if matches!(line.kind, Home | People | Enjoys | Avoids | Gifts | Starters | Nickname | Impression) {
            public.texts.push((contact, line.kind, line.value.clone()));
        }
    }
    public.leaks += sieve.withheld.iter().filter(|withheld| matches!(withheld.kind, Kind::Typed(_))).count();
}
