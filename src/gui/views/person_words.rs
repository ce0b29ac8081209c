//! The parts of a person in words, so that two records, or two states of one, can be laid side by side.

use crate::edit::PersonField;
use crate::gui::views::people::tidy;
use crate::gui::views::words::{label_text, level_label};
use crate::model::{Book, Contact, Labelled};
use crate::text::Texts;

/// Returns what a part is called.
pub fn field_label(field: PersonField, t: &Texts) -> &str {
    match field {
        PersonField::Name => t.common_name(),
        PersonField::Reading => t.common_name_family_reading(),
        PersonField::Latin => t.edits_field_latin(),
        PersonField::Nickname => t.edits_field_nickname(),
        PersonField::Honorific => t.edits_field_honorific(),
        PersonField::OtherNames => t.duplicates_other_names(),
        PersonField::Affiliations => t.common_organization(),
        PersonField::Phones => t.common_label_phone(),
        PersonField::Emails => t.common_label_email(),
        PersonField::Addresses => t.common_label_address(),
        PersonField::Links => t.common_label_link(),
        PersonField::Custom => t.inspector_custom(),
        PersonField::Languages => t.inspector_languages(),
        PersonField::Help => t.inspector_help(),
        PersonField::Expertise => t.inspector_expertise(),
        PersonField::ProblemsSolved => t.inspector_problems(),
        PersonField::Offers => t.inspector_offers(),
        PersonField::Needs => t.inspector_needs(),
        PersonField::Research => t.inspector_research(),
        PersonField::OwnWords => t.inspector_own_words(),
        PersonField::Birthday => t.common_kind_birthday(),
        PersonField::Home => t.inspector_home(),
        PersonField::People => t.inspector_people(),
        PersonField::Enjoys => t.inspector_enjoys(),
        PersonField::Interests => t.matching_interests(),
        PersonField::Hobbies => t.matching_hobbies(),
        PersonField::Avoids => t.inspector_avoids(),
        PersonField::Gifts => t.inspector_gifts(),
        PersonField::Starters => t.inspector_starters(),
        PersonField::Notes => t.common_note(),
        PersonField::Tags => t.safety_fact_tags(),
        PersonField::Circles => t.app_circles(),
        PersonField::Portrait => t.edits_field_portrait(),
        PersonField::Cadence => t.edits_field_cadence(),
        PersonField::Formality => t.edits_field_formality(),
        PersonField::Archived => t.common_archive(),
    }
}

/// Returns what a person has there, one line for each entry of a list; empty for nothing.
pub fn field_text(field: PersonField, book: &Book, contact: &Contact, t: &Texts) -> String {
    let day = |day| t.locale().day_with_year(day);
    let name = &contact.name;
    let human = &contact.human;
    match field {
        PersonField::Name => {
            let parts =
                crate::model::PersonName { latin: String::new(), nickname: String::new(), ..name.clone() };
            tidy(&parts.display(contact.language()))
        }
        PersonField::Reading => tidy(&name.reading()),
        PersonField::Latin => tidy(&name.latin),
        PersonField::Nickname => tidy(&name.nickname),
        PersonField::Honorific => tidy(&name.honorific),
        PersonField::OtherNames => lines(contact.other_names.iter().cloned()),
        PersonField::Affiliations => lines(contact.affiliations.iter().map(|affiliation| {
            let company = book.get(affiliation.organization).map(|it| it.name.clone()).unwrap_or_default();
            let parts = [company, affiliation.title.clone(), affiliation.department.clone()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let until = affiliation.until.map(|until| format!(" – {}", day(until))).unwrap_or_default();
            format!("{}{until}", parts.join(", "))
        })),
        PersonField::Phones => labelled(&contact.phones, t),
        PersonField::Emails => labelled(&contact.emails, t),
        PersonField::Addresses => lines(contact.addresses.iter().map(|at| {
            let parts = [&at.street, &at.postal_code, &at.city, &at.region, &at.country];
            let parts: Vec<&str> =
                parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            parts.join(", ")
        })),
        PersonField::Links => labelled(&contact.links, t),
        PersonField::Custom => labelled(&contact.custom, t),
        PersonField::Languages => contact.languages.join(", "),
        PersonField::Help => contact.help.clone(),
        PersonField::Expertise => {
            lines(contact.expertise.iter().map(|it| with_label(&it.what, level_label(it.level, t))))
        }
        PersonField::ProblemsSolved => lines(contact.problems_solved.iter().cloned()),
        PersonField::Offers => lines(contact.offers.iter().cloned()),
        PersonField::Needs => lines(contact.needs.iter().map(|need| match need.closed_on {
            Some(closed) => format!("{} (– {})", need.what, day(closed)),
            None => need.what.clone(),
        })),
        PersonField::Research => lines(contact.research.iter().map(|note| note.text.clone())),
        PersonField::OwnWords => contact.own_words.clone(),
        PersonField::Birthday => human.birthday.map_or_else(String::new, |birthday| {
            match (birthday.year, birthday.in_year(birthday.year.unwrap_or(2000))) {
                (Some(_), Some(on)) => day(on),
                (None, Some(on)) => t.locale().day_short(on),
                (_, None) => String::new(),
            }
        }),
        PersonField::Home => human.home.clone(),
        PersonField::People => human.people.clone(),
        PersonField::Enjoys => human.enjoys.clone(),
        PersonField::Interests => lines(human.interests.iter().cloned()),
        PersonField::Hobbies => lines(human.hobbies.iter().cloned()),
        PersonField::Avoids => human.avoids.clone(),
        PersonField::Gifts => human.gifts.clone(),
        PersonField::Starters => human.starters.clone(),
        PersonField::Notes => contact.notes.clone(),
        PersonField::Tags => contact.tags.iter().cloned().collect::<Vec<_>>().join(", "),
        PersonField::Circles => {
            let names =
                contact.circles.iter().filter_map(|circle| book.get(*circle)).map(|it| it.name.clone());
            names.collect::<Vec<_>>().join(", ")
        }
        PersonField::Portrait => {
            contact.portrait.and_then(|id| book.get(id)).map(|it| it.name.clone()).unwrap_or_default()
        }
        PersonField::Cadence => contact
            .cadence
            .map(|it| t.duplicates_cadence(&it.ideal_days.to_string(), &it.latest_days.to_string()))
            .unwrap_or_default(),
        PersonField::Formality => {
            contact.formality.map(|it| super::words::formality_word(it, t).to_owned()).unwrap_or_default()
        }
        PersonField::Archived => {
            contact.archived.as_ref().map(|it| with_label(&day(it.on), &it.reason)).unwrap_or_default()
        }
    }
}

/// The texts below each other, without empty ones.
pub fn lines(texts: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = texts.filter(|line| !line.trim().is_empty()).collect();
    lines.join("\n")
}

fn labelled(entries: &[Labelled], t: &Texts) -> String {
    lines(entries.iter().map(|entry| with_label(&entry.value, label_text(&entry.label, t))))
}

fn with_label(value: &str, label: &str) -> String {
    if label.is_empty() { value.to_owned() } else { format!("{value} ({label})") }
}
