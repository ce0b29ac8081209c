//! What is good to know about a person before one meets or calls them: the human side first, then what was talked about
//! and what was promised. The same for the window and for the terminal.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use crate::exchange::prep::Part;
use crate::index::{Index, Telling, about};
use crate::model::{Book, Contact, FollowUp, FollowUpKind, HumanSide, Id, Party, ReferralState, Rule};
use crate::text::Texts;
use crate::text::fold::fold;
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
    let comma = texts.locale().comma();
    let list = |words: &[String]| words.iter().map(|word| tidy(word)).collect::<Vec<_>>().join(comma);
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
                [day, texts.today_turns(&age)].join(comma)
            }
            _ => day,
        }
    });
    let sides = [
        (texts.inspector_starters(), tidy(&human.starters)),
        (texts.inspector_people(), tidy(&human.people)),
        (texts.inspector_enjoys(), enjoys_besides(human, comma)),
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

/// What a person enjoys that is not one of their hobbies or interests, which are told by themselves.
fn enjoys_besides(human: &HumanSide, comma: &str) -> String {
    let told: BTreeSet<String> =
        human.hobbies.iter().chain(&human.interests).map(|word| fold(word)).collect();
    if told.is_empty() {
        return tidy(&human.enjoys);
    }
    let is_mark = |sign: char| matches!(sign, ',' | '、' | '，' | ';' | '；' | '\n' | '・');
    let parts = human.enjoys.split(is_mark).map(tidy).filter(|part| !part.is_empty());
    let (twice, rest): (Vec<String>, Vec<String>) = parts.partition(|part| told.contains(&fold(part)));
    // As it was written, unless something of it is said twice.
    if twice.is_empty() { tidy(&human.enjoys) } else { rest.join(comma) }
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
            texts.events_prep_talk(&on, &topics.join(locale.comma()))
        })
        .collect();
    let mine: Vec<String> = links
        .open_follow_ups
        .iter()
        .filter_map(|id| book.get(*id))
        .filter(|it| is_promise(it))
        .take(PROMISES)
        .map(|it| {
            let telling = Telling { book, texts, today };
            let what = about(telling, it.kind, it.reason, &it.about);
            let what = if what.is_empty() { it.kind.words(texts).to_owned() } else { what };
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

/// Whether somebody waits for it. What I look at or decide for myself is nothing that was promised to them.
fn is_promise(follow_up: &FollowUp) -> bool {
    !matches!(follow_up.kind, FollowUpKind::Review | FollowUpKind::Birthday)
        && follow_up.rule() != Some(Rule::OrganizerCare)
}

fn part(label: &str, lines: Vec<String>) -> Part {
    Part { label: label.to_owned(), lines, is_favour: false }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Card, InBook, Reason, Referral, Review, Verdict};
    use crate::text::Locale;

    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    #[test]
    fn a_hobby_is_told_once() {
        let side = |enjoys: &str, hobbies: &[&str]| HumanSide {
            enjoys: enjoys.to_owned(),
            hobbies: hobbies.iter().map(|word| (*word).to_owned()).collect(),
            ..HumanSide::default()
        };
        assert_eq!(enjoys_besides(&side("Choir, rye bread", &["choir"]), ", "), "rye bread");
        assert_eq!(enjoys_besides(&side("合唱、釣り", &["合唱", "釣り"]), "、"), "");
        assert_eq!(
            enjoys_besides(&side("Choir; and cooking, slowly", &[]), ", "),
            "Choir; and cooking, slowly"
        );
        assert_eq!(enjoys_besides(&side("Puns", &["choir"]), ", "), "Puns");
    }

    #[test]
    fn what_i_look_at_for_myself_is_no_promise_to_them() {
        let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap();
        let mut book = Book::default();
        let person = Contact { id: Id::new(1), ..Contact::default() };
        put(&mut book, person.clone());
        put(&mut book, Card { id: Id::new(2), contact: Some(person.id), ..Card::default() });
        let recipient = Party::Contact(Id::new(9));
        put(&mut book, Referral { id: Id::new(3), subject: person.id, recipient, ..Referral::default() });
        let verdict = Verdict::Keep { review_on: today };
        put(
            &mut book,
            Review { id: Id::new(4), contact: person.id, on: today, verdict, ..Review::default() },
        );
        let mut number = 20;
        let mut plan = |kind, reason, about: &str| {
            number += 1;
            let contacts = [person.id].into();
            let about = about.to_owned();
            let follow_up = FollowUp { kind, reason, about, contacts, due_on: today, ..FollowUp::default() };
            put(&mut book, FollowUp { id: Id::new(number), ..follow_up });
        };
        plan(FollowUpKind::Review, Reason::CardReview(Id::new(2)), "");
        plan(FollowUpKind::Review, Reason::Verdict(Id::new(4)), "");
        plan(FollowUpKind::Birthday, Reason::Birthday { year: 2026 }, "");
        plan(FollowUpKind::TellOwner, Reason::Referral(Id::new(3)), "");
        plan(FollowUpKind::Message, Reason::Own, "the drawings");
        let index = Index::rebuild(&book);
        for texts in Locale::ALL.map(Texts::new) {
            let brief = brief(&book, &index, &person, &texts, today);
            assert_eq!(brief.promises.len(), 1, "{brief:?}");
            let lines = &brief.promises[0].lines;
            assert_eq!(lines.len(), 2, "{lines:?}");
            assert!(lines.iter().any(|line| line.contains(texts.common_kind_tell_owner())), "{lines:?}");
            assert!(lines.iter().any(|line| line.contains("the drawings")), "{lines:?}");
        }
    }
}
