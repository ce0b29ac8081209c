//! Texts that were typed about people and leave with a letter: what somebody looks for, what an introduction is about.

use super::clean::clean;
use super::leaks::{self, Known, Leak, Others};
use crate::model::{Book, Contact, Id};

/// What is known of each of some people; nobody but them and the owner of the book may be named.
fn known<'a>(book: &'a Book, people: &'a [Id<Contact>]) -> impl Iterator<Item = Known> + 'a {
    let contacts = || people.iter().filter_map(|id| book.get(*id));
    let others = contacts().fold(Others::of(book), |others, contact| others.but(contact));
    let first = Known::default().among(others);
    std::iter::once(first).chain(contacts().map(|contact| Known::of(contact)))
}

/// Returns what in a text would reach any of some people or somebody else, or names a third person, in the order of the
/// text. Places that several of them have are there once.
pub fn leaks_among(book: &Book, text: &str, people: &[Id<Contact>]) -> Vec<Leak> {
    let mut found: Vec<Leak> = known(book, people).flat_map(|known| leaks::leaks_of(text, &known)).collect();
    found.sort_by_key(|leak| (leak.range.start, leak.range.end, leak.kind));
    found.dedup();
    found
}

/// Returns a text as it may stand in a letter about some people to some of them: without ways to reach anybody, without
/// names of others.
pub fn withhold_among(book: &Book, text: &str, people: &[Id<Contact>]) -> String {
    known(book, people).fold(
        clean(text),
        |left, known| {
            if left.is_empty() { left } else { leaks::withhold(&left, &known) }
        },
    )
}
