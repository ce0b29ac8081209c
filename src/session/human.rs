//! What is good to know about a person before one meets or calls them: the human side first, then what was talked about
//! and what was promised. The same for the window and for the terminal.

use chrono::{Datelike as _, NaiveDate};

use crate::exchange::prep::Part;
use crate::index::{Index, Telling, about, why};
use crate::model::{Book, Contact, HumanSide, Id, Party, ReferralState};
use crate::text::Texts;
use crate::text::tidy::tidy;

/// Talks whose topics are shown.
const TALKS: usize = 3;

/// Promises that are shown.
const PROMISES: usize = 4;

/// What is good to know before a meeting, in words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Brief {
    /// The human side, what to avoid last.
    pub human: Vec<Part>,
    /// What was talked about.
    pub talks: Vec<Part>,
    /// What is open between us: what I promised, what they did.
    pub promises: Vec<Part>,
}

impl Brief {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.human.is_empty() && self.talks.is_empty() && self.promises.is_empty()
    }
}

/// Whether anything of the human side is known.
pub fn has_human_side(human: &HumanSide) -> bool {
    *human != HumanSide::default()
}

/// Returns the human side of a person in words, in the order in which one needs it.
pub fn human_parts(contact: &Contact, texts: &Texts, today: NaiveDate) -> Vec<Part> {
    let human = &contact.human;
    let list = |words: &[String]| words.iter().map(|word| tidy(word)).collect::<Vec<_>>().join(", ");
    let birthday = human.birthday.map(|birthday| {
        let locale = texts.locale();
        let years = [today.year(), today.year() + 1];
        let next = years.into_iter().filter_map(|year| birthday.in_year(year)).find(|day| *day >= today);
        let day = next.map_or_else(
            || format!("{:02}-{:02}", birthday.month, birthday.day),
            |day| locale.day_short(day),
        );
        match (next, birthday.year) {
            (Some(next), Some(born)) if born < next.year() => {
                let age = locale.number(i64::from(next.year() - born));
                [day, texts.today_turns(&age)].join(", ")
            }
            _ => day,
        }
    });
    let sides = [
        (texts.inspector_starters(), tidy(&human.starters)),
        (texts.inspector_people(), tidy(&human.people)),
        (texts.inspector_enjoys(), tidy(&human.enjoys)),
        (texts.human_hobbies(), list(&human.hobbies)),
        (texts.human_interests(), list(&human.interests)),
        (texts.common_kind_birthday(), birthday.unwrap_or_default()),
        (texts.inspector_home(), tidy(&human.home)),
        (texts.inspector_gifts(), tidy(&human.gifts)),
        (texts.inspector_avoids(), tidy(&human.avoids)),
    ];
    let known = sides.into_iter().filter(|(_, text)| !text.is_empty());
    known.map(|(label, text)| part(label, vec![text])).collect()
}

/// Returns what is good to know before meeting a person.
pub fn brief(book: &Book, index: &Index, contact: &Contact, texts: &Texts, today: NaiveDate) -> Brief {
    let locale = texts.locale();
    let links = index.links.contact(contact.id);
    let with_topics =
        links.encounters.iter().filter_map(|id| book.get(*id)).filter(|it| !it.topics.is_empty());
    let talks: Vec<String> = with_topics
        .take(TALKS)
        .map(|talk| {
            let topics: Vec<String> = talk.topics.iter().map(|topic| tidy(topic)).collect();
            let on = locale.day_near(talk.on, today);
            texts.events_prep_talk(&on, &topics.join(", "))
        })
        .collect();
    let mine: Vec<String> = links
        .open_follow_ups
        .iter()
        .filter_map(|id| book.get(*id))
        .take(PROMISES)
        .map(|it| {
            let telling = Telling { book, texts, today };
            let what = about(telling, it.kind, it.reason, &it.about);
            let what = if what.is_empty() { why(telling, it) } else { what };
            texts.events_prep_talk(&locale.day_near(it.due_on, today), &what)
        })
        .collect();
    let name = |party: Party| {
        let id: Option<Id<Contact>> = party.contact();
        let person = id.and_then(|id| book.get(id));
        person.map_or_else(|| texts.common_you().to_owned(), |person| tidy(&person.display_name()))
    };
    let me = Party::Contact(contact.id);
    let introductions = links.introductions.iter().filter_map(|id| book.get(*id));
    let introductions = introductions.filter(|it| it.introducer == me && !it.state.is_made());
    let introduce = introductions.map(|it| texts.human_they_introduce(&name(it.a), &name(it.b)));
    let leads =
        links.given.iter().filter_map(|id| book.get(*id)).filter(|it| {
            it.recipient == Party::Me && it.state < ReferralState::TheyMet && it.outcome.is_none()
        });
    let lead = leads.map(|it| texts.human_they_referred(&name(Party::Contact(it.subject))));
    let theirs: Vec<String> = introduce.chain(lead).take(PROMISES).collect();
    let full = |label: &str, lines: Vec<String>| (!lines.is_empty()).then(|| part(label, lines));
    Brief {
        human: human_parts(contact, texts, today),
        talks: full(texts.events_prep_talks(), talks).into_iter().collect(),
        promises: [full(texts.human_mine(), mine), full(texts.human_theirs(), theirs)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

fn part(label: &str, lines: Vec<String>) -> Part {
    Part { label: label.to_owned(), lines, is_favour: false }
}
