//! What joins two people, as a sentence: "Jonas Weber introduced Mina Schäfer to you (May 2025)."
//!
//! Owns one sentence for each kind of record that makes an edge of the network; panel, accessible tree and command line
//! show the same. Start reading at [`Telling::edge`].

use super::{Bridge, Edge, Figures, Network, NodeId, Telling, money};
use crate::model::{
    Introduction, IntroductionState, Money, OutcomeKind, Party, RecordRef, Referral, ReferralState,
    RelationKind, Relationship,
};
use crate::text::Texts;

/// So many pieces are told; more are small ones.
const MOST_PIECES: usize = 4;
/// Notes are told up to so many characters.
const LONGEST_NOTE: usize = 120;

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
                let words = texts.ways_tie_event(&self.party(from)?, &self.party(to)?, &event.title);
                texts.ways_sentence(&self.dated(words, event.starts_on))
            }
            RecordRef::Organization(id) => {
                let (a, b) = (self.party(from)?, self.party(to)?);
                texts.ways_sentence(&texts.ways_tie_organization(&a, &b, &book.get(id)?.name))
            }
            RecordRef::Card(id) => {
                let name = self.name(from.contact().or(to.contact())?)?;
                texts.ways_own_card(&self.day(book.get(id)?.day()), &name)
            }
            RecordRef::Encounter(id) => {
                let encounter = book.get(id)?;
                let name = self.name(from.contact().or(to.contact())?)?;
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
        let (a, b) = (&self.name(tie.from)?, &self.name(tie.to)?);
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
            RelationKind::Other(own) => texts.ways_tie_other(a, b, own),
        };
        let ended = tie.until.is_some_and(|until| until < self.today);
        let words = match (ended, tie.since) {
            (true, _) => texts.ways_tie_ended(&words),
            (false, Some(since)) => texts.ways_tie_since(&self.day(since), &words),
            (false, None) => words,
        };
        Some(self.noted(words, &tie.note))
    }

    fn introduction(self, introduction: &Introduction) -> Option<String> {
        let texts = self.texts;
        let Introduction { introducer, a, b, .. } = introduction;
        let made = introduction.state.is_made();
        let words = match (introducer, a, b) {
            (Party::Me, a, b) => {
                let (a, b) = (&self.party(*a)?, &self.party(*b)?);
                if made { texts.ways_introduced_by_you(a, b) } else { texts.ways_promised_by_you(a, b) }
            }
            (by, Party::Me, other) | (by, other, Party::Me) => {
                let (by, other) = (&self.party(*by)?, &self.party(*other)?);
                if made {
                    texts.ways_introduced_to_you(by, other)
                } else {
                    texts.ways_promised_to_you(by, other)
                }
            }
            (by, a, b) => {
                let (by, a, b) = (&self.party(*by)?, &self.party(*a)?, &self.party(*b)?);
                if made { texts.ways_introduced(a, b, by) } else { texts.ways_promised(a, b, by) }
            }
        };
        let words = self.dated(words, introduction.on);
        let words = match introduction.state {
            IntroductionState::LedToWork => texts.ways_led_to_work(&words),
            IntroductionState::CameToNothing => texts.ways_came_to_nothing(&words),
            _ => words,
        };
        Some(self.noted(words, &introduction.note))
    }

    fn referral(self, referral: &Referral) -> Option<String> {
        let texts = self.texts;
        let subject = &self.name(referral.subject)?;
        let to = |this: Self| this.party(referral.recipient);
        let words = match (referral.giver, referral.recipient) {
            (Party::Me, _) if referral.state == ReferralState::Considered => {
                texts.ways_card_considered(subject, &to(self)?)
            }
            (Party::Me, _) => texts.ways_card_by_you(subject, &to(self)?),
            (by, Party::Me) => texts.ways_card_to_you(&self.party(by)?, subject),
            (by, _) => texts.ways_card(&self.party(by)?, subject, &to(self)?),
        };
        let words = self.dated(words, referral.steps.first().map(|step| step.on));
        let words = match referral.outcome.as_ref().map(|outcome| outcome.kind) {
            Some(OutcomeKind::LedToWork) => texts.ways_led_to_work(&words),
            Some(OutcomeKind::CameToNothing) => texts.ways_came_to_nothing(&words),
            Some(OutcomeKind::Talking) | None => words,
        };
        Some(self.noted(words, &referral.comment))
    }

    fn dated(self, words: String, on: Option<chrono::NaiveDate>) -> String {
        match on {
            Some(on) => self.texts.ways_dated(&self.day(on), &words),
            None => words,
        }
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

/// Returns the figures of a tree in words: "12 people, 3 referrals, 4 deepened, 42,000 €".
pub fn figures_text(figures: &Figures, texts: &Texts) -> String {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let mut words = vec![texts.common_people(count(figures.people))];
    if figures.referrals > 0 {
        words.push(texts.ways_count_referrals(count(figures.referrals)));
    }
    if figures.deepened > 0 {
        words.push(texts.ways_count_deepened(count(figures.deepened)));
    }
    words.extend(value_text(figures, texts));
    words.join(texts.ways_list_mark())
}

/// Returns what a tree was worth: "42,000 €"; `None` when nobody said.
pub fn value_text(figures: &Figures, texts: &Texts) -> Option<String> {
    let amounts = figures.value.iter().filter(|(_, minor)| **minor != 0).map(|(currency, minor)| {
        // Cents say nothing in a sum over years.
        let whole = if money::has_cents(currency) { minor / 100 * 100 } else { *minor };
        money::money_text(&Money { minor: whole, currency: currency.clone() }, texts.locale())
    });
    let amounts: Vec<String> = amounts.collect();
    (!amounts.is_empty()).then(|| amounts.join(" + "))
}

impl Bridge {
    /// Returns what would fall apart without them: "joins groups of 12, 5 and 3 people; 4 people would be lost to you".
    pub fn words(&self, texts: &Texts) -> String {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let mut words = Vec::new();
        if !self.pieces.is_empty() {
            let shown = self.pieces.iter().take(MOST_PIECES).map(|size| texts.locale().number(count(*size)));
            let mut sizes = shown.collect::<Vec<_>>().join(" + ");
            if self.pieces.len() > MOST_PIECES {
                sizes.push_str(" + …");
            }
            words.push(texts.ways_joins(&sizes));
        }
        if self.lost > 0 {
            words.push(texts.ways_lost(count(self.lost)));
        }
        words.join(texts.ways_list_mark())
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::index::Index;
    use crate::index::tests::{contact, day, put};
    use crate::model::{Book, Id};
    use crate::text::{Locale, Texts};

    fn them(id: u128) -> Party {
        Party::Contact(Id::new(id))
    }

    fn told(book: &Book, locale: Locale) -> Vec<String> {
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
        let words = told(&book, Locale::En);
        assert_eq!(
            words,
            [
                "Jonas Weber introduced Mina Schäfer to you (3 May 2025).",
                "Mina Schäfer is a client of Jonas Weber. “Built the first display stand.”",
            ]
        );
        assert_eq!(
            told(&book, Locale::De)[1],
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
        let words = told(&book, Locale::En);
        assert_eq!(words[0], "You want to introduce Jonas Weber and Mina Schäfer.");
        assert_eq!(words[1], "Jonas Weber and Mina Schäfer work together (no longer).");
    }
}
