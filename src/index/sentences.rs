//! What joins people, in words: "Jonas introduced Mina to you in May 2025."
//!
//! Owns one sentence for each kind of record that makes an edge of the network; the picture's panel, the accessible tree,
//! the screen reader and the command line say the same. Must not know where they stand. Start reading at
//! [`Network::sentences`] and [`Telling::edge`].
//!
//! Invariant: names and notes without end leave a sentence that can be read
//! (`tests::a_name_without_end_leaves_a_sentence_that_can_be_read`).

use chrono::NaiveDate;

use super::explain::Telling;
use super::graph::{Edge, Network, NodeId};
use crate::model::{
    Contact, Id, Introduction, IntroductionState, OutcomeKind, Party, RecordRef, Referral, ReferralState,
    RelationKind, Relationship,
};
use crate::text::Texts;

/// Names and titles are told up to so many characters.
const LONGEST_NAME: usize = 80;
/// Notes are told up to so many characters.
const LONGEST_NOTE: usize = 120;

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
        let mut told = std::collections::BTreeSet::new();
        let mut sentences: Vec<Sentence> = Vec::with_capacity(edges.len());
        for (edge, other) in edges {
            // Both arrows of a lead, and of an introduction among three, tell the same; an event tells of each pair.
            let once = matches!(edge.source, RecordRef::Introduction(_) | RecordRef::Referral(_));
            if once && !told.insert(edge.source) {
                continue;
            }
            if let Some(text) = telling.edge(&edge, self) {
                sentences.push(Sentence { text, other, source: edge.source });
            }
        }
        sentences
    }
}

impl Telling<'_> {
    /// Returns what an edge of the network says; `None` when what it tells of is not in the book.
    pub fn edge(self, edge: &Edge, network: &Network) -> Option<String> {
        let party = |node: NodeId| match node {
            Network::ME => Some(Party::Me),
            node => network.contact(node).map(Party::Contact),
        };
        self.tie(edge.source, party(edge.from)?, party(edge.to)?)
    }

    /// Returns what a record says of two people.
    pub fn tie(self, source: RecordRef, from: Party, to: Party) -> Option<String> {
        let (book, texts) = (self.book, self.texts);
        Some(match source {
            RecordRef::Relationship(id) => self.relationship(book.get(id)?)?,
            RecordRef::Introduction(id) => self.introduction(book.get(id)?)?,
            RecordRef::Referral(id) => self.referral(book.get(id)?)?,
            RecordRef::Event(id) => {
                let event = book.get(id)?;
                let words = texts.ways_tie_event(
                    &self.told_party(from)?,
                    &self.told_party(to)?,
                    &tidied(&event.title),
                );
                texts.ways_sentence(&self.dated(words, event.starts_on))
            }
            RecordRef::Organization(id) => {
                let (a, b) = (self.told_party(from)?, self.told_party(to)?);
                texts.ways_sentence(&texts.ways_tie_organization(&a, &b, &tidied(&book.get(id)?.name)))
            }
            RecordRef::Card(id) => {
                let name = self.told(from.contact().or(to.contact())?)?;
                texts.ways_own_card(&self.day(book.get(id)?.day()), &name)
            }
            RecordRef::Encounter(id) => {
                let encounter = book.get(id)?;
                let name = self.told(from.contact().or(to.contact())?)?;
                let day = self.day(encounter.on);
                if encounter.kind.is_face_to_face() {
                    texts.ways_since_met(&day, &name)
                } else {
                    texts.ways_since_touch(&day, &name)
                }
            }
            _ => return None,
        })
    }

    fn relationship(self, tie: &Relationship) -> Option<String> {
        let texts = self.texts;
        let (a, b) = (&self.told(tie.from)?, &self.told(tie.to)?);
        let words = match &tie.kind {
            RelationKind::Acquaintance => texts.ways_tie_acquaintance(a, b),
            RelationKind::Friend => texts.ways_tie_friend(a, b),
            RelationKind::Colleague => texts.ways_tie_colleague(a, b),
            RelationKind::CoWorker => texts.ways_tie_co_worker(a, b),
            RelationKind::Neighbour => texts.ways_tie_neighbour(a, b),
            RelationKind::Spouse => texts.ways_tie_spouse(a, b),
            RelationKind::Child => texts.ways_tie_child(a, b),
            RelationKind::Parent => texts.ways_tie_child(b, a),
            RelationKind::Sibling => texts.ways_tie_sibling(a, b),
            RelationKind::Kin => texts.ways_tie_kin(a, b),
            RelationKind::Agent => texts.ways_tie_agent(a, b),
            RelationKind::Mentor => texts.ways_tie_mentor(a, b),
            RelationKind::Client => texts.ways_tie_client(a, b),
            RelationKind::Supplier => texts.ways_tie_supplier(a, b),
            RelationKind::Partner => texts.ways_tie_partner(a, b),
            RelationKind::Other(own) => texts.ways_tie_other(a, b, &tidied(own)),
        };
        let ended = tie.until.is_some_and(|until| until < self.today);
        let words = match (ended, tie.since) {
            (true, _) => texts.ways_tie_ended(&words),
            (false, Some(since)) => texts.ways_tie_since(&texts.locale().month_heading(since), &words),
            (false, None) => words,
        };
        Some(self.noted(words, &tie.note))
    }

    fn introduction(self, introduction: &Introduction) -> Option<String> {
        let texts = self.texts;
        let Introduction { introducer, a, b, .. } = introduction;
        let made = introduction.is_made();
        let words = match (introducer, a, b) {
            (Party::Me, a, b) => {
                let (a, b) = (&self.told_party(*a)?, &self.told_party(*b)?);
                if made { texts.ways_introduced_by_you(a, b) } else { texts.ways_promised_by_you(a, b) }
            }
            (by, Party::Me, other) | (by, other, Party::Me) => {
                let (by, other) = (&self.told_party(*by)?, &self.told_party(*other)?);
                if made {
                    texts.ways_introduced_to_you(by, other)
                } else {
                    texts.ways_promised_to_you(by, other)
                }
            }
            (by, a, b) => {
                let (by, a, b) = (&self.told_party(*by)?, &self.told_party(*a)?, &self.told_party(*b)?);
                if made { texts.ways_introduced(a, b, by) } else { texts.ways_promised(a, b, by) }
            }
        };
        // A day that is still to come is no month in which it happened.
        let words = self.dated(words, introduction.on.filter(|_| made));
        let words = match introduction.state {
            IntroductionState::TheyMet => texts.ways_talking(&words),
            IntroductionState::LedToWork => texts.ways_led_to_work(&words),
            IntroductionState::CameToNothing => texts.ways_came_to_nothing(&words),
            _ => words,
        };
        Some(self.noted(words, &introduction.note))
    }

    fn referral(self, referral: &Referral) -> Option<String> {
        let texts = self.texts;
        let subject = &self.told(referral.subject)?;
        let to = |this: Self| this.told_party(referral.recipient);
        let words = match (referral.giver, referral.recipient) {
            (Party::Me, _) if referral.state == ReferralState::Considered => {
                texts.ways_card_considered(subject, &to(self)?)
            }
            (Party::Me, _) => texts.ways_card_by_you(subject, &to(self)?),
            (by, Party::Me) => texts.ways_card_to_you(&self.told_party(by)?, subject),
            (by, _) => texts.ways_card(&self.told_party(by)?, subject, &to(self)?),
        };
        let words = self.dated(words, referral.steps.first().map(|step| step.on));
        let words = match referral.outcome.as_ref().map(|outcome| outcome.kind) {
            Some(OutcomeKind::LedToWork) => texts.ways_led_to_work(&words),
            Some(OutcomeKind::CameToNothing) => texts.ways_came_to_nothing(&words),
            Some(OutcomeKind::Talking) => texts.ways_talking(&words),
            None => words,
        };
        Some(self.noted(words, &referral.comment))
    }

    fn dated(self, words: String, on: Option<NaiveDate>) -> String {
        match on {
            Some(on) => self.texts.ways_dated(&self.texts.locale().month_heading(on), &words),
            None => words,
        }
    }

    /// A name that fits into a sentence.
    fn told(self, contact: Id<Contact>) -> Option<String> {
        self.name(contact).map(|name| tidied(&name))
    }

    fn told_party(self, party: Party) -> Option<String> {
        self.party(party).map(|name| tidied(&name))
    }

    fn noted(self, words: String, note: &str) -> String {
        let words = self.texts.ways_sentence(&words);
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        if note.is_empty() {
            return words;
        }
        let short: String = note.chars().take(LONGEST_NOTE).collect();
        let note = if short.len() < note.len() { format!("{}…", short.trim_end()) } else { note };
        self.texts.ways_noted(&note, &words)
    }
}

/// A name in one line, shortened when it is very long.
fn tidied(text: &str) -> String {
    let mut signs = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
    let mut short: String = signs.by_ref().take(LONGEST_NAME).collect();
    if signs.next().is_some() {
        short.push('…');
    }
    short.trim().to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::{Book, Outcome};
    use crate::text::Locale;

    fn them(id: u128) -> Party {
        Party::Contact(Id::new(id))
    }

    fn edges(book: &Book, locale: Locale) -> Vec<String> {
        let texts = Texts::new(locale);
        let network = Index::rebuild(book).network();
        let telling = Telling { book, texts: &texts, today: day(10, 14) };
        network.edges().iter().filter_map(|edge| telling.edge(edge, &network)).collect()
    }

    #[test]
    fn an_edge_is_told_with_its_day_what_came_of_it_and_the_note() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Jonas Weber"));
        put(&mut book, contact(2, "Mina Schäfer"));
        let on = NaiveDate::from_ymd_opt(2025, 5, 3);
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
        put(
            &mut book,
            Relationship {
                id: Id::new(2),
                from: Id::new(1),
                to: Id::new(2),
                kind: RelationKind::Client,
                note: "Built the first\ndisplay stand.".to_owned(),
                ..Relationship::default()
            },
        );
        let words = edges(&book, Locale::En);
        assert_eq!(
            words,
            [
                "Jonas Weber introduced Mina Schäfer to you in May 2025.",
                "Mina Schäfer is a client of Jonas Weber. “Built the first display stand.”",
            ]
        );
        assert_eq!(
            edges(&book, Locale::De)[1],
            "Mina Schäfer kauft bei Jonas Weber. „Built the first display stand.“"
        );
    }

    #[test]
    fn a_promise_and_an_end_are_told_as_such() {
        let mut book = Book::default();
        put(&mut book, contact(1, "Jonas Weber"));
        put(&mut book, contact(2, "Mina Schäfer"));
        let state = IntroductionState::Promised;
        put(
            &mut book,
            Introduction { id: Id::new(1), a: them(1), b: them(2), state, ..Introduction::default() },
        );
        put(
            &mut book,
            Relationship {
                id: Id::new(2),
                from: Id::new(1),
                to: Id::new(2),
                kind: RelationKind::Colleague,
                until: Some(day(3, 1)),
                ..Relationship::default()
            },
        );
        let words = edges(&book, Locale::En);
        assert_eq!(words[0], "You want to introduce Jonas Weber and Mina Schäfer.");
        assert_eq!(words[1], "Jonas Weber and Mina Schäfer work together (no longer).");
    }

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
                format!("Jonas introduced Mina to you in May {year}."),
                format!("Jonas and Ines are friends (since May {year})."),
                "You want to introduce Jonas and Ines.".to_owned(),
            ]
        );
        assert!(
            told(&book, 2, Locale::En)
                .contains(&"You passed Mina’s card on to Ines: it led to work.".to_owned())
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
