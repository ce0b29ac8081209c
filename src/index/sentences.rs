//! What joins people, in words: "Jonas introduced Mina to you in May 2025".
//!
//! Owns one sentence for each edge of the network; the window, its screen reader and the command line say the same. Must
//! not know where they stand. Start reading at [`Network::sentences`].

use chrono::NaiveDate;

use super::explain::Telling;
use super::graph::{Edge, EdgeKind, Network, NodeId, ReferralFlow};
use crate::model::{Id, IntroductionState, Party, RecordRef, ReferralState, RelationKind, Relationship};
use crate::text::Texts;

/// One thing that joins a person to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// To whom it leads: the other end.
    pub other: NodeId,
    /// The record that it tells of.
    pub source: RecordRef,
}

impl Network {
    /// Returns what joins a person to others, the newest first, what has no day last. Each record is told once.
    pub fn sentences(&self, telling: Telling<'_>, node: NodeId) -> Vec<Sentence> {
        let mut edges: Vec<(Edge, NodeId)> = self
            .neighbours(node)
            .iter()
            .map(|(other, edge)| (self.edges()[*edge as usize], *other))
            .collect();
        edges.sort_by_key(|(edge, other)| (std::cmp::Reverse(edge.on), edge.kind, *other));
        let mut sentences: Vec<Sentence> = Vec::with_capacity(edges.len());
        for (edge, other) in edges {
            // Both arrows of a lead, and of an introduction among three, tell the same; an event tells of each pair.
            let once = matches!(edge.source, RecordRef::Introduction(_) | RecordRef::Referral(_));
            if once && sentences.iter().any(|told| told.source == edge.source) {
                continue;
            }
            if let Some(text) = self.sentence(telling, &edge) {
                sentences.push(Sentence { text, other, source: edge.source });
            }
        }
        sentences
    }

    /// Returns what an edge says; `None` when its record is gone.
    pub fn sentence(&self, telling: Telling<'_>, edge: &Edge) -> Option<String> {
        let (book, texts) = (telling.book, telling.texts);
        let name = |node: NodeId| match self.contact(node) {
            None => Some(texts.common_you().to_owned()),
            Some(contact) => telling.short_name(contact),
        };
        let party = |party: Party| match party {
            Party::Me => Some(texts.common_you().to_owned()),
            Party::Contact(contact) => telling.short_name(contact),
        };
        let (from, to) = (name(edge.from)?, name(edge.to)?);
        let day = edge.on;
        let told = match (edge.kind, edge.source) {
            (EdgeKind::Met, RecordRef::Card(_)) => texts.ties_card(&to),
            (EdgeKind::Met, _) => texts.ties_met(&to),
            (EdgeKind::SharedEvent, RecordRef::Event(id)) => {
                texts.ties_event(&from, &to, &tidied(&book.get(id)?.title))
            }
            (EdgeKind::SharedOrganization, RecordRef::Organization(id)) => {
                let text = texts.ties_organization(&from, &to, &tidied(&book.get(id)?.name));
                return Some(match day {
                    Some(day) => texts.ties_since(&texts.locale().month_heading(day), &text),
                    None => text,
                });
            }
            (EdgeKind::Relationship, RecordRef::Relationship(id)) => {
                let record = book.get(id)?;
                let (from, to) = (telling.short_name(record.from)?, telling.short_name(record.to)?);
                return Some(relationship(telling, record, &from, &to));
            }
            (EdgeKind::Introduction(flow), RecordRef::Introduction(id)) => {
                let record = book.get(id)?;
                let (a, b) = (party(record.a)?, party(record.b)?);
                let promised = !record.state.is_made() && record.state != IntroductionState::CameToNothing;
                let text = match (record.introducer, record.a, record.b) {
                    (Party::Me, _, _) if promised => texts.ties_i_promised(&a, &b),
                    (Party::Me, _, _) => texts.ties_i_introduced(&a, &b),
                    (by, Party::Me, _) if promised => texts.ties_promised_me(&party(by)?, &b),
                    (by, _, Party::Me) if promised => texts.ties_promised_me(&party(by)?, &a),
                    (by, Party::Me, _) => texts.ties_introduced_me(&party(by)?, &b),
                    (by, _, Party::Me) => texts.ties_introduced_me(&party(by)?, &a),
                    (by, _, _) if promised => texts.ties_promised(&a, &b, &party(by)?),
                    (by, _, _) => texts.ties_introduced(&a, &b, &party(by)?),
                };
                return Some(with_end(texts, &dated(texts, &text, day), flow));
            }
            (EdgeKind::Referral(flow) | EdgeKind::Lead(flow), RecordRef::Referral(id)) => {
                let record = book.get(id)?;
                let subject = telling.short_name(record.subject)?;
                let text = match (record.giver, record.recipient) {
                    (Party::Me, to) if record.state == ReferralState::Considered => {
                        texts.ties_i_consider(&subject, &party(to)?)
                    }
                    (Party::Me, to) => texts.ties_i_passed_on(&subject, &party(to)?),
                    (by, Party::Me) => texts.ties_lead(&party(by)?, &subject),
                    (by, to) => texts.ties_passed_on(&party(by)?, &subject, &party(to)?),
                };
                return Some(with_end(texts, &dated(texts, &text, day), flow));
            }
            _ => return None,
        };
        Some(dated(texts, &told, day))
    }
}

impl Telling<'_> {
    /// A name that fits into a sentence.
    fn short_name(&self, contact: Id<crate::model::Contact>) -> Option<String> {
        self.name(contact).map(|name| tidied(&name))
    }
}

/// A name in one line, shortened when it is very long.
fn tidied(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut signs = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
    let mut short: String = signs.by_ref().take(LONGEST).collect();
    if signs.next().is_some() {
        short.push('…');
    }
    short.trim().to_owned()
}

fn dated(texts: &Texts, text: &str, day: Option<NaiveDate>) -> String {
    match day {
        Some(day) => texts.ties_dated(&texts.locale().month_heading(day), text),
        None => text.to_owned(),
    }
}

/// What became of it, behind the sentence.
fn with_end(texts: &Texts, text: &str, flow: ReferralFlow) -> String {
    let end = match flow {
        ReferralFlow::LedToWork => texts.common_outcome_led_to_work(),
        ReferralFlow::Talking => texts.common_outcome_talking(),
        ReferralFlow::CameToNothing => texts.common_outcome_nothing(),
        // The sentence says so itself.
        ReferralFlow::Waiting | ReferralFlow::Promised => return text.to_owned(),
    };
    texts.ties_with_end(end, text)
}

fn relationship(telling: Telling<'_>, record: &Relationship, from: &str, to: &str) -> String {
    let texts = telling.texts;
    let text = texts.ties_relationship(from, relation_word(&record.kind, texts), to);
    match (record.since, record.until) {
        (_, Some(until)) => texts.ties_until(&texts.locale().month_heading(until), &text),
        (Some(since), None) => texts.ties_since(&texts.locale().month_heading(since), &text),
        (None, None) => text,
    }
}

/// What somebody is for another, in one word.
pub fn relation_word<'a>(kind: &'a RelationKind, texts: &'a Texts) -> &'a str {
    match kind {
        RelationKind::Acquaintance => texts.inspector_relation_acquaintance(),
        RelationKind::Friend => texts.inspector_relation_friend(),
        RelationKind::Colleague => texts.inspector_relation_colleague(),
        RelationKind::CoWorker => texts.inspector_relation_co_worker(),
        RelationKind::Neighbour => texts.inspector_relation_neighbour(),
        RelationKind::Spouse => texts.inspector_relation_spouse(),
        RelationKind::Child => texts.inspector_relation_child(),
        RelationKind::Parent => texts.inspector_relation_parent(),
        RelationKind::Sibling => texts.inspector_relation_sibling(),
        RelationKind::Kin => texts.inspector_relation_kin(),
        RelationKind::Agent => texts.inspector_relation_agent(),
        RelationKind::Mentor => texts.inspector_relation_mentor(),
        RelationKind::Client => texts.inspector_relation_client(),
        RelationKind::Supplier => texts.inspector_relation_supplier(),
        RelationKind::Partner => texts.inspector_relation_partner(),
        RelationKind::Other(own) => own,
    }
}

/// Whether a book has anything to tell of at all.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::Book;
    use crate::model::{Introduction, Outcome, OutcomeKind, Referral};
    use crate::text::Locale;

    fn told(book: &Book, node: NodeId, locale: Locale) -> Vec<String> {
        let texts = Texts::new(locale);
        let network = Index::rebuild(book).network();
        let telling = Telling { book, texts: &texts, today: day(6, 1) };
        network.sentences(telling, node).into_iter().map(|sentence| sentence.text).collect()
    }

    fn story() -> Book {
        let mut book = Book::default();
        for (id, name) in [(1, "Jonas"), (2, "Mina"), (3, "Ines")] {
            put(&mut book, contact(id, name));
        }
        let them = |id| Party::Contact(Id::new(id));
        let on = Some(day(5, 4));
        put(
            &mut book,
            Introduction {
                id: Id::new(1),
                introducer: them(1),
                a: Party::Me,
                b: them(2),
                on,
                ..Introduction::default()
            },
        );
        let state = IntroductionState::Promised;
        put(
            &mut book,
            Introduction { id: Id::new(2), a: them(1), b: them(3), state, ..Introduction::default() },
        );
        let outcome = Some(Outcome { kind: OutcomeKind::LedToWork, ..Outcome::default() });
        let (state, subject) = (ReferralState::Outcome, Id::new(2));
        put(
            &mut book,
            Referral { id: Id::new(1), subject, recipient: them(3), state, outcome, ..Referral::default() },
        );
        put(
            &mut book,
            Relationship {
                id: Id::new(1),
                from: Id::new(1),
                to: Id::new(3),
                kind: RelationKind::Friend,
                since: on,
                ..Relationship::default()
            },
        );
        book
    }

    #[test]
    fn what_joins_people_is_told_in_sentences() {
        let book = story();
        let year = day(5, 4).format("%Y").to_string();
        assert_eq!(
            told(&book, 1, Locale::En),
            [
                format!("Jonas introduced Mina to you in May {year}"),
                format!("Ines is to Jonas: Friend, since May {year}"),
                "You promised to introduce Jonas and Ines".to_owned(),
            ]
        );
        assert!(
            told(&book, 2, Locale::En).contains(&"You passed Mina’s card on to Ines: Led to work".to_owned())
        );
        for locale in Locale::ALL {
            assert_eq!(told(&book, 1, locale).len(), 3);
            assert!(
                told(&book, 1, locale).iter().all(|text| text.contains("Jonas")),
                "{:?}",
                told(&book, 1, locale)
            );
        }
    }

    #[test]
    fn a_name_without_end_leaves_a_sentence_that_can_be_read() {
        let mut book = story();
        put(&mut book, contact(2, &"M".repeat(10_000)));
        assert!(told(&book, 1, Locale::De).iter().all(|text| text.chars().count() < 400));
    }
}
