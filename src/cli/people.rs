//! Finding the person whom an argument means, and writing people.

use std::sync::Arc;

use serde::Serialize;

use super::console::Console;
use crate::index::Index;
use crate::model::{Book, Contact, Id, Labelled};
use crate::quick::{BookNames, Names as _};
use crate::text::{Texts, fold::fold, tidy::tidy};

/// How many people are listed when a name fits several.
const MOST_LISTED: usize = 20;

/// A person in a list.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Id of the contact.
    pub id: String,
    /// Name as the person writes it.
    pub name: String,
    /// Organization today, or null.
    pub organization: Option<String>,
    /// Title today, or null.
    pub title: Option<String>,
}

impl Entry {
    pub fn of(book: &Book, contact: &Contact) -> Self {
        let affiliation = contact.current_affiliation();
        let organization = affiliation.and_then(|affiliation| book.get(affiliation.organization));
        Self {
            id: contact.id.to_string(),
            name: contact.display_name(),
            organization: organization.map(|organization| organization.name.clone()),
            title: affiliation.map(|affiliation| affiliation.title.clone()).filter(|title| !title.is_empty()),
        }
    }

    /// The name of a person as it is told in a sentence.
    pub fn name_of(book: &Book, contact: Id<Contact>, texts: &Texts) -> String {
        let name = book.get(contact).map(|contact| tidy(&contact.display_name())).unwrap_or_default();
        if name.is_empty() { texts.common_without_name().to_owned() } else { name }
    }

    /// One line: name, title, organization, id, between tabs.
    pub fn line(&self, texts: &Texts) -> String {
        let name = tidy(&self.name);
        let name = if name.is_empty() { texts.common_without_name() } else { &name };
        let what = [&self.title, &self.organization];
        let what: Vec<String> = what.into_iter().flatten().map(|what| tidy(what)).collect();
        format!("{name}\t{}\t{}", what.join(", "), self.id)
    }
}

/// Returns the one person whom a name or an id means: by id, by the whole name in any writing, else the only one of
/// whose name every word is one. Whoever is called nearly so is listed, and nobody chosen.
pub fn find(book: &Book, index: &Index, name: &str, console: &Console) -> Result<Id<Contact>, String> {
    if let Ok(id) = name.trim().parse::<Id<Contact>>()
        && book.get(id).is_some()
    {
        return Ok(id);
    }
    let wanted = fold(name.trim());
    let same = |contact: &&Arc<Contact>| {
        let person = &contact.name;
        let writings = [contact.display_name(), person.reading(), person.latin.clone()];
        writings.iter().any(|writing| fold(writing) == wanted && !wanted.is_empty())
    };
    let exact: Vec<Id<Contact>> = book.contacts.values().filter(same).map(|contact| contact.id).collect();
    let called = BookNames::new(book, index, &[]).with_archived().called(name);
    let fitting = if exact.is_empty() { called.exact } else { exact };
    let said = tidy(name);
    let list = |people: &[Id<Contact>]| {
        for contact in people.iter().take(MOST_LISTED).filter_map(|id| book.get(*id)) {
            console.hint(&Entry::of(book, contact).line(&console.texts));
        }
    };
    match fitting.as_slice() {
        [only] => Ok(*only),
        [] if called.near.is_empty() => Err(console.texts.cli_contact_unknown(&said)),
        [] => {
            console.complain(&console.texts.cli_contact_near(&said));
            list(&called.near);
            Err(String::new())
        }
        several => {
            console.complain(&console.texts.cli_contact_ambiguous(&said));
            list(several);
            Err(String::new())
        }
    }
}

/// The label of a phone, mail, address or link in the reader's language.
pub fn label<'a>(texts: &'a Texts, label: &'a str) -> &'a str {
    match label {
        "work" => texts.common_label_work(),
        "mobile" => texts.common_label_mobile(),
        "home" => texts.common_label_home(),
        "fax" => texts.common_label_fax(),
        "other" => texts.common_label_other(),
        own => own,
    }
}

/// `value (label)`, or the value alone.
pub fn labelled(texts: &Texts, item: &Labelled) -> String {
    if item.label.is_empty() {
        item.value.clone()
    } else {
        format!("{} ({})", item.value, label(texts, &item.label))
    }
}
