//! The prep sheet of an event in words, the same for the window, for paper and for the terminal.

use chrono::NaiveDate;

use crate::exchange::prep::{Part, Person, Sheet};
use crate::index::{Guest, Index, Prep, money_text};
use crate::model::{Attendance, Book, Contact, Event, Id, Organizer};
use crate::text::Texts;
use crate::text::tidy::tidy;

/// Returns what is good to know before an event, in words.
pub fn prep_sheet(book: &Book, index: &Index, event: &Event, texts: &Texts, today: NaiveDate) -> Sheet {
    prep_sheet_with(book, index, event, texts, today, true)
}

/// As [`prep_sheet`]; `helpers`: whether it says who could help with what people look for.
pub fn prep_sheet_with(
    book: &Book,
    index: &Index,
    event: &Event,
    texts: &Texts,
    today: NaiveDate,
    helpers: bool,
) -> Sheet {
    let prep = Prep::with(book, index, event, today, helpers);
    let words = Words { book, texts, today, day: event.starts_on.unwrap_or(today) };
    let goal = tidy(&event.goal);
    let mut story = Vec::new();
    if prep.earlier > 0 {
        story.push(texts.events_prep_earlier(prep.earlier as i64, &tidy(&event.series)));
    }
    if let Some(by) = prep.brought_by {
        story.push(texts.events_prep_brought(&words.name(by)));
    }
    let rest = if prep.people.is_empty() {
        Some(texts.events_prep_nobody().to_owned())
    } else {
        (prep.more > 0).then(|| texts.events_prep_more(prep.more as i64))
    };
    Sheet {
        language: texts.locale().tag(),
        kind: texts.events_prep_title().to_owned(),
        title: tidy(&event.title),
        facts: facts(&words, event),
        goal: (!goal.is_empty()).then(|| part(texts.events_goal(), vec![goal])),
        story,
        heading: texts.events_prep_people().to_owned(),
        people: prep.people.iter().filter_map(|guest| words.person(index, guest)).collect(),
        rest,
        warning: texts.events_prep_private().to_owned(),
        notes: texts.events_notes().to_owned(),
    }
}

fn part(label: &str, lines: Vec<String>) -> Part {
    Part { label: label.to_owned(), lines, is_favour: false }
}

fn facts(words: &Words<'_>, event: &Event) -> Vec<String> {
    let (texts, locale) = (words.texts, words.texts.locale());
    let mut facts = vec![match (event.starts_on, event.ends_on) {
        (Some(first), Some(last)) if last > first => locale.days_with_year(first, last),
        (Some(first), _) => locale.day_medium(first),
        (None, _) => texts.common_without_date().to_owned(),
    }];
    match (event.starts_at, event.ends_at) {
        (Some(from), Some(until)) => {
            facts.push(texts.events_time_range(&locale.time(from), &locale.time(until)));
        }
        (Some(from), None) => facts.push(locale.time(from)),
        _ => {}
    }
    let place = [tidy(&event.venue), tidy(&event.city)];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    if !place.is_empty() {
        facts.push(place.join(", "));
    }
    let organizer = match event.organizer {
        Some(Organizer::Contact(id)) => Some(words.name(id)),
        Some(Organizer::Organization(id)) => words.book.get(id).map(|found| tidy(&found.name)),
        None => None,
    };
    facts.extend(organizer.filter(|name| !name.is_empty()).map(|name| texts.events_organizer(&name)));
    facts.extend(event.fee.as_ref().map(|fee| money_text(fee, locale)));
    facts
}

struct Words<'a> {
    book: &'a Book,
    texts: &'a Texts,
    today: NaiveDate,
    /// The day of the event, from which birthdays are near.
    day: NaiveDate,
}

impl Words<'_> {
    fn name(&self, id: Id<Contact>) -> String {
        let name = self.book.get(id).map(|contact| tidy(&contact.display_name())).unwrap_or_default();
        if name.is_empty() { self.texts.common_without_name().to_owned() } else { name }
    }

    fn person(&self, index: &Index, guest: &Guest) -> Option<Person> {
        let contact = self.book.get(guest.contact)?;
        let place = contact.current_affiliation();
        let company = place.and_then(|place| self.book.get(place.organization));
        let work = [place.map(|it| tidy(&it.title)), company.map(|it| tidy(&it.name))];
        let work: Vec<String> = work.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        Some(Person {
            contact: guest.contact,
            name: self.name(guest.contact),
            work: work.join(", "),
            why: self.why(guest),
            parts: self.parts(index, guest, contact),
        })
    }

    /// Why somebody is on the sheet.
    fn why(&self, guest: &Guest) -> String {
        let texts = self.texts;
        let mut why = Vec::new();
        if guest.organizes {
            why.push(texts.events_prep_organizes().to_owned());
        }
        match guest.said {
            Some(Attendance::Attended) => why.push(texts.events_prep_was_there().to_owned()),
            Some(_) => why.push(texts.events_prep_comes().to_owned()),
            None => {}
        }
        if guest.met > 0 {
            let day = guest.last_met.map(|day| texts.locale().day_near(day, self.today)).unwrap_or_default();
            why.push(texts.events_prep_met(guest.met as i64, &day));
        }
        why.join(" · ")
    }

    fn parts(&self, index: &Index, guest: &Guest, contact: &Contact) -> Vec<Part> {
        let texts = self.texts;
        let day = |day: NaiveDate| texts.locale().day_near(day, self.today);
        // People first, business after: what one talks about in the first minute stands at the top.
        let mut parts = super::human_parts(contact, texts, self.day);
        if let Some(help) = &guest.need {
            let need = tidy(&help.need);
            let line = match &help.helper {
                Some((helper, entry)) => texts.events_prep_favour(&tidy(entry), &self.name(*helper), &need),
                None => texts.events_prep_need(&need),
            };
            parts.push(Part { is_favour: true, ..part(texts.events_prep_favour_label(), vec![line]) });
        }
        let help = tidy(&contact.help);
        if !help.is_empty() {
            parts.push(Part { is_favour: guest.need.is_none(), ..part(texts.inspector_help(), vec![help]) });
        }
        if guest.untold > 0 {
            let line = texts.events_prep_untold(guest.untold as i64);
            parts.push(part(texts.events_prep_promise(), vec![line]));
        }
        let talks = guest.talks.iter().map(|talk| {
            let topics: Vec<String> = talk.topics.iter().map(|topic| tidy(topic)).collect();
            texts.events_prep_talk(&day(talk.on), &topics.join(", "))
        });
        let talks: Vec<String> = talks.collect();
        if !talks.is_empty() {
            parts.push(part(texts.events_prep_talks(), talks));
        }
        let card = index.links.current_card(guest.contact).and_then(|id| self.book.get(id));
        if let Some(first) = card.and_then(|card| card.impressions.first()) {
            let text = tidy(&first.text);
            if !text.is_empty() {
                parts.push(part(texts.common_impression(), vec![text]));
            }
        }
        if let Some((by, on)) = guest.introduced_by {
            let line = match on {
                Some(on) => texts.events_prep_talk(&day(on), &self.name(by)),
                None => self.name(by),
            };
            parts.push(part(texts.events_prep_introduced(), vec![line]));
        }
        parts
    }
}
