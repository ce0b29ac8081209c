//! Whom a question means: one person, those of an organization, those who can do something.

use super::roads::End;
use super::weight::cost;
use crate::index::{Links, Network};
use crate::model::{Book, Contact, ExpertiseLevel, Id, Organization};
use crate::text::fold::fold;
use crate::text::names::is_east_asian;

/// Whom somebody wants to reach.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Goal {
    /// This person.
    Person(Id<Contact>),
    /// Somebody who is with this organization today.
    Organization(Id<Organization>),
    /// Somebody who can do this, in the words of a need or a field.
    Expertise(String),
}

/// Somebody in whom a way may end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) end: End,
    /// The entry that fits, in the words of the book; empty when the person is meant as such.
    pub(super) fits: String,
}

impl Target {
    fn new(node: u32, extra: u32, fits: String) -> Self {
        Self { end: End { node, extra }, fits }
    }
}

/// Returns in whom a way to the goal may end, in the order of their nodes. People who were let go are none.
pub(super) fn targets(goal: &Goal, book: &Book, links: &Links, network: &Network) -> Vec<Target> {
    match goal {
        Goal::Person(contact) => {
            network.node(*contact).map(|node| Target::new(node, 0, String::new())).into_iter().collect()
        }
        Goal::Organization(organization) => {
            let people = &links.organization(*organization).contacts;
            people
                .iter()
                .filter_map(|contact| Some(Target::new(network.node(*contact)?, 0, String::new())))
                .collect()
        }
        Goal::Expertise(text) => able(text, book, network),
    }
}

/// People who can do what the words say. Those in whose entry every word stands; when there are none, those in whose entry
/// most words stand: at least half of them, so that a need in a sentence finds somebody too.
fn able(text: &str, book: &Book, network: &Network) -> Vec<Target> {
    let words = words(text);
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, Target)> = Vec::new();
    for (contact, node) in network.people().iter().zip(1..) {
        let Some(contact) = book.get(*contact) else { continue };
        let best = entries(contact)
            .map(|(entry, level)| {
                let folded = fold(entry);
                (words.iter().filter(|word| folded.contains(word.as_str())).count(), level, entry)
            })
            .max_by_key(|(count, level, _)| (*count, *level));
        if let Some((count, level, entry)) = best.filter(|(count, ..)| *count * 2 >= words.len()) {
            let known = match level {
                ExpertiseLevel::Expert => 0.97,
                ExpertiseLevel::Average => 0.85,
                ExpertiseLevel::Unknown => 0.8,
                ExpertiseLevel::Beginner => 0.5,
            };
            found.push((
                count,
                Target::new(node, cost(known), entry.split_whitespace().collect::<Vec<_>>().join(" ")),
            ));
        }
    }
    let most = found.iter().map(|(count, _)| *count).max().unwrap_or(0);
    found.retain(|(count, _)| *count == most);
    found.into_iter().map(|(_, target)| target).collect()
}

/// What somebody can do: expertise, problems they solve, what they offer.
fn entries(contact: &Contact) -> impl Iterator<Item = (&str, ExpertiseLevel)> {
    let expertise = contact.expertise.iter().map(|entry| (entry.what.as_str(), entry.level));
    let others = contact.problems_solved.iter().chain(&contact.offers);
    expertise.chain(others.map(|entry| (entry.as_str(), ExpertiseLevel::Unknown)))
}

/// The words of a text, folded; a run of Japanese without spaces is cut into pairs of characters. Words of one Latin
/// letter say nothing.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let characters: Vec<char> = word.chars().collect();
        if characters.len() > 2 && is_east_asian(word) {
            words.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
        } else if characters.len() > 1 || !word.is_ascii() {
            words.push(word.to_owned());
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, put};
    use crate::model::Expertise;

    fn who(book: &Book, text: &str) -> Vec<(u32, String)> {
        let index = Index::rebuild(book);
        let targets = targets(&Goal::Expertise(text.to_owned()), book, &index.links, &index.network());
        targets.into_iter().map(|target| (target.end.node, target.fits)).collect()
    }

    #[test]
    fn an_expertise_is_found_by_its_words_and_a_need_by_most_of_them() {
        let mut book = Book::default();
        let mut able = |id, what: &str| {
            let expertise = vec![Expertise { what: what.to_owned(), level: ExpertiseLevel::Expert }];
            put(&mut book, Contact { expertise, ..contact(id, "Somebody") });
        };
        able(1, "Thin-glass lamination");
        able(2, "Glass art");
        able(3, "薄板ガラスの加工");
        let found = |text: &str| who(&book, text).into_iter().map(|(node, _)| node).collect::<Vec<_>>();
        assert_eq!(found("glass LAMINATION"), [1]);
        assert_eq!(found("glass"), [1, 2]);
        assert_eq!(found("someone for lamination of thin glass"), [1], "half of the words and more");
        assert_eq!(found("ガラス加工"), [3]);
        assert!(found("catering").is_empty() && found(" - ").is_empty());
    }
}
