//! What a book says about one person, as lines of words, so that two states can be laid side by side.
//!
//! Start reading at [`compare`].

use crate::edit::PersonField;
use crate::gui::views::people::shown_name;
use crate::gui::views::person_words::{field_label, field_text, lines};
use crate::gui::views::words::encounter_label;
use crate::model::{Book, Contact, FollowUpState, Id};
use crate::text::Texts;

/// One kind of fact in two states; empty where a state has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::gui) struct Compared {
    /// What it is about.
    pub field: String,
    /// What the older state says.
    pub then: String,
    /// What the book says now.
    pub now: String,
}

/// Returns the facts about a person in which two states differ; all facts of a person who is only in one of them.
pub(in crate::gui) fn compare(then: &Book, now: &Book, contact: Id<Contact>, texts: &Texts) -> Vec<Compared> {
    let then = facts(then, contact, texts);
    let now = facts(now, contact, texts);
    let pick =
        |facts: &[(String, String)], at: usize| facts.get(at).map(|fact| fact.1.clone()).unwrap_or_default();
    let names = if then.is_empty() { &now } else { &then };
    names
        .iter()
        .enumerate()
        .map(|(at, (field, _))| Compared { field: field.clone(), then: pick(&then, at), now: pick(&now, at) })
        .filter(|fact| fact.then != fact.now)
        .collect()
}

/// The same facts in the same order for everybody; empty for somebody who is not in the book.
fn facts(book: &Book, id: Id<Contact>, t: &Texts) -> Vec<(String, String)> {
    let Some(contact) = book.get(id) else { return Vec::new() };
    let day = |day| t.locale().day_with_year(day);
    let of = |field| (field_label(field, t), field_text(field, book, contact, t));
    let cards = book.cards.values().filter(|card| card.contact == Some(id)).map(|card| {
        let on = card.received_on.map(day).unwrap_or_else(|| t.common_without_date().to_owned());
        let impressions: Vec<&str> = card.impressions.iter().map(|it| it.text.as_str()).collect();
        if impressions.is_empty() { on } else { format!("{on}: {}", impressions.join(" / ")) }
    });
    let encounters = book.encounters.values().filter(|it| it.contacts.contains(&id)).map(|it| {
        let what = format!("{} · {}", day(it.on), encounter_label(it.kind, t));
        if it.note.is_empty() { what } else { format!("{what}: {}", it.note) }
    });
    let follow_ups = book.follow_ups.values().filter(|it| it.contacts.contains(&id)).map(|it| {
        let state = match it.state {
            FollowUpState::Done { on, .. } => format!(" ✓ {}", day(on)),
            FollowUpState::Dropped { .. } | FollowUpState::Open => String::new(),
        };
        let what = format!("{} · {}{state}", day(it.due_on), it.kind.words(t));
        if it.about.is_empty() { what } else { format!("{what}: {}", it.about) }
    });
    let mut facts = vec![(t.common_name(), shown_name(contact, t))];
    facts.extend(PersonField::ALL.into_iter().filter(|field| *field != PersonField::Name).map(of));
    facts.extend([
        (t.safety_fact_cards(), lines(cards)),
        (t.safety_fact_encounters(), lines(encounters)),
        (t.safety_fact_follow_ups(), lines(follow_ups)),
    ]);
    facts.into_iter().map(|(field, value)| (field.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{InBook as _, Labelled};
    use crate::text::Locale;

    #[test]
    fn only_what_differs_is_told_and_of_a_lost_person_everything() {
        let texts = Texts::new(Locale::En);
        let mina = Contact {
            id: Id::new(1),
            notes: "Likes tea".to_owned(),
            emails: vec![Labelled::new("work", "mina@example.com")],
            ..Contact::default()
        };
        let mut then = Book::default();
        Contact::table_mut(&mut then).insert(mina.id, Arc::new(mina.clone()));
        let mut now = then.clone();
        let changed = Contact { notes: "Likes coffee".to_owned(), ..mina.clone() };
        Contact::table_mut(&mut now).insert(mina.id, Arc::new(changed));
        let told = compare(&then, &now, mina.id, &texts);
        let told: Vec<_> = told.iter().map(|fact| (fact.then.as_str(), fact.now.as_str())).collect();
        assert_eq!(told, [("Likes tea", "Likes coffee")]);

        let gone = compare(&then, &Book::default(), mina.id, &texts);
        let then: Vec<_> = gone.iter().map(|fact| fact.then.as_str()).collect();
        assert!(then.contains(&"Likes tea") && then.contains(&"mina@example.com (Work)"), "{gone:?}");
        assert!(gone.iter().all(|fact| fact.now.is_empty()));
    }
}
