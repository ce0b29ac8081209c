//! What a book says about one person, as lines of words, so that two states can be laid side by side.
//!
//! Start reading at [`compare`].

use crate::gui::views::people::{shown_name, tidy};
use crate::gui::views::words::{encounter_label, follow_up_label, label_text, level_label};
use crate::model::{Book, Contact, FollowUpState, Id, Labelled};
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
    let joined = |lines: Vec<String>| {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        lines.join("\n")
    };
    let labelled = |entries: &[Labelled]| {
        joined(entries.iter().map(|entry| with_label(&entry.value, label_text(&entry.label, t))).collect())
    };
    let name = &contact.name;
    let work = contact.affiliations.iter().map(|affiliation| {
        let company = book.get(affiliation.organization).map(|it| it.name.clone()).unwrap_or_default();
        let parts = [company, affiliation.title.clone(), affiliation.department.clone()];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let until = affiliation.until.map(|until| format!(" – {}", day(until))).unwrap_or_default();
        format!("{}{until}", parts.join(", "))
    });
    let addresses = contact.addresses.iter().map(|at| {
        let parts = [&at.street, &at.postal_code, &at.city, &at.region, &at.country];
        let parts: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    });
    let expertise = contact.expertise.iter().map(|it| with_label(&it.what, level_label(it.level, t)));
    let needs = contact.needs.iter().map(|need| match need.closed_on {
        Some(closed) => format!("{} (– {})", need.what, day(closed)),
        None => need.what.clone(),
    });
    let circles = contact.circles.iter().filter_map(|circle| book.get(*circle)).map(|it| it.name.clone());
    let human = &contact.human;
    let birthday = human.birthday.map(|birthday| {
        match (birthday.year, birthday.in_year(birthday.year.unwrap_or(2000))) {
            (Some(_), Some(on)) => day(on),
            (None, Some(on)) => t.locale().day_short(on),
            (_, None) => String::new(),
        }
    });
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
        let what = format!("{} · {}{state}", day(it.due_on), follow_up_label(it.kind, t));
        if it.about.is_empty() { what } else { format!("{what}: {}", it.about) }
    });
    let archived =
        contact.archived.as_ref().map(|it| with_label(&day(it.on), &it.reason)).unwrap_or_default();
    let research = contact.research.iter().map(|note| note.text.clone());
    [
        (t.common_name(), shown_name(contact, t)),
        (t.common_name_family_reading(), tidy(&name.reading())),
        (t.common_organization(), joined(work.collect())),
        (t.common_label_phone(), labelled(&contact.phones)),
        (t.common_label_email(), labelled(&contact.emails)),
        (t.common_label_address(), joined(addresses.collect())),
        (t.common_label_link(), labelled(&contact.links)),
        (t.inspector_custom(), labelled(&contact.custom)),
        (t.app_circles(), circles.collect::<Vec<_>>().join(", ")),
        (t.inspector_languages(), contact.languages.join(", ")),
        (t.inspector_help(), contact.help.clone()),
        (t.inspector_expertise(), joined(expertise.collect())),
        (t.inspector_problems(), joined(contact.problems_solved.clone())),
        (t.inspector_offers(), joined(contact.offers.clone())),
        (t.inspector_needs(), joined(needs.collect())),
        (t.inspector_research(), joined(research.collect())),
        (t.inspector_own_words(), contact.own_words.clone()),
        (t.common_kind_birthday(), birthday.unwrap_or_default()),
        (t.inspector_home(), human.home.clone()),
        (t.inspector_people(), human.people.clone()),
        (t.inspector_enjoys(), human.enjoys.clone()),
        (t.inspector_avoids(), human.avoids.clone()),
        (t.inspector_gifts(), human.gifts.clone()),
        (t.inspector_starters(), human.starters.clone()),
        (t.common_note(), contact.notes.clone()),
        (t.safety_fact_tags(), contact.tags.iter().cloned().collect::<Vec<_>>().join(", ")),
        (t.safety_fact_cards(), joined(cards.collect())),
        (t.safety_fact_encounters(), joined(encounters.collect())),
        (t.safety_fact_follow_ups(), joined(follow_ups.collect())),
        (t.common_archive(), archived),
    ]
    .into_iter()
    .map(|(field, value)| (field.to_owned(), value))
    .collect()
}

fn with_label(value: &str, label: &str) -> String {
    if label.is_empty() { value.to_owned() } else { format!("{value} ({label})") }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::InBook as _;
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
