//! The pile of cards with which nothing was done yet.
//!
//! A card lies in it when it has no name yet; and the newest card of a person, as long as all that there is of that person
//! is the card: no impression on any of their cards, nothing that happened after the day on which it came, no thanks, no
//! review, no referral or introduction, nothing about what they know or need, nothing planned by hand, and the paper was not
//! given or thrown away. Thank-yous and reviews that the rules plan by themselves are nothing that was done. Where the
//! paper lies does not matter: a card in a box is as untouched as one on the table.
//!
//! Start reading at [`is_untouched`]. The same words stand in docs/places.md.
//!
//! Invariant: the pile of an index that was updated is the one of an index made anew
//! (held by `index::tests::an_update_equals_a_rebuild`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::model::{Book, Card, Contact, FollowUpKind, Id, Reason, RecordRef, Whereabouts};

use super::search::concerned;
use super::{Index, Links};

/// Cards with which nothing was done yet, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Untouched {
    /// By the day of the card.
    cards: BTreeSet<(NaiveDate, Id<Card>)>,
    /// Which of them belongs to whom.
    of: BTreeMap<Id<Contact>, (NaiveDate, Id<Card>)>,
}

impl Untouched {
    pub(super) fn rebuild(book: &Book, links: &Links) -> Self {
        let mut untouched = Self::default();
        for contact in book.contacts.values() {
            untouched.look(book, links, contact.id);
        }
        untouched
    }

    pub(super) fn update(
        &mut self,
        before: &Book,
        book: &Book,
        links: &Links,
        touched: &BTreeSet<RecordRef>,
    ) {
        let mut contacts = BTreeSet::new();
        for record in touched {
            concerned(before, *record, &mut contacts);
            concerned(book, *record, &mut contacts);
        }
        for contact in contacts {
            self.look(book, links, contact);
        }
    }

    fn look(&mut self, book: &Book, links: &Links, contact: Id<Contact>) {
        if let Some(known) = self.of.remove(&contact) {
            self.cards.remove(&known);
        }
        let card = links.current_card(contact).and_then(|card| book.get(card));
        if let Some(card) = card.filter(|card| is_untouched(book, links, contact, card)) {
            let entry = (card.day(), card.id);
            self.of.insert(contact, entry);
            self.cards.insert(entry);
        }
    }

    /// How many cards of people there are with whom nothing was done yet; cards without a name are
    /// [`Links::pile`].
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// Whether nothing was done with somebody yet whose card is here.
    pub fn has(&self, contact: Id<Contact>) -> bool {
        self.of.contains_key(&contact)
    }
}

/// Whether a card of somebody is all that there is of them.
fn is_untouched(book: &Book, links: &Links, contact: Id<Contact>, card: &Card) -> bool {
    let Some(person) = book.get(contact) else { return false };
    let linked = links.contact(contact);
    let gone = matches!(
        card.whereabouts,
        Whereabouts::LentTo { .. } | Whereabouts::PassedOnTo { .. } | Whereabouts::Discarded { .. }
    );
    // The quick questions first: of most people one of them says no.
    if gone
        || person.archived.is_some()
        || linked.thanked_on.is_some()
        || !linked.reviews.is_empty()
        || !linked.referred.is_empty()
        || !linked.given.is_empty()
        || !linked.received.is_empty()
        || !linked.introductions.is_empty()
        || knows_something(person)
    {
        return false;
    }
    let day = card.day();
    let impression = |card: &Card| card.impressions.iter().any(|it| !it.text.trim().is_empty());
    let mut cards = linked.cards.iter().filter_map(|id| book.get(*id));
    let mut encounters = linked.encounters.iter().filter_map(|id| book.get(*id));
    let mut open = linked.open_follow_ups.iter().filter_map(|id| book.get(*id));
    !cards.any(|card| impression(card))
        && !encounters.any(|encounter| encounter.on > day)
        && !open.any(|follow_up| follow_up.reason == Reason::Own && follow_up.kind != FollowUpKind::Birthday)
}

/// Returns whether anything stands about what a person knows, offers or looks for.
pub fn knows_something(person: &Contact) -> bool {
    !person.expertise.is_empty()
        || !person.problems_solved.is_empty()
        || !person.offers.is_empty()
        || !person.needs.is_empty()
        || !person.research.is_empty()
        || !person.help.trim().is_empty()
}

impl Index {
    /// All cards with which nothing was done yet, those without a name among them, the oldest first.
    pub fn whole_pile(&self) -> Vec<Id<Card>> {
        let nameless = self.links.pile().iter().filter_map(|id| Some((self.book().get(*id)?.day(), *id)));
        let mut all: Vec<(NaiveDate, Id<Card>)> = self.untouched.cards.iter().copied().collect();
        all.extend(nameless);
        all.sort_unstable();
        all.into_iter().map(|(_, card)| card).collect()
    }

    /// How many cards [`Self::whole_pile`] has.
    pub fn whole_pile_len(&self) -> usize {
        self.links.pile().len() + self.untouched.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, day, put};
    use crate::model::{
        Archived, Encounter, Expertise, FollowUp, FollowUpState, Impression, InBook, Introduction, Party,
        Referral, Review,
    };

    fn id<T>(number: u128) -> Id<T> {
        Id::new(number)
    }

    /// A person whose card came on 5 March, and one without a name of 7 March.
    fn story() -> Book {
        let mut book = Book::default();
        put(&mut book, contact(1, "Mina Schäfer"));
        put(&mut book, card());
        put(&mut book, Card { id: id(12), received_on: Some(day(3, 7)), ..Card::default() });
        book
    }

    fn card() -> Card {
        Card { id: id(11), contact: Some(id(1)), received_on: Some(day(3, 5)), ..Card::default() }
    }

    fn check<T: InBook>(record: T, is_in: bool) {
        let mut book = story();
        let what = format!("{record:?}");
        put(&mut book, record);
        let expected: &[u128] = if is_in { &[11, 12] } else { &[12] };
        let index = Index::rebuild(&book);
        let pile: Vec<u128> = index.whole_pile().iter().map(|card| card.value()).collect();
        assert_eq!(pile, expected, "{what}");
        assert_eq!(index.whole_pile_len(), expected.len());
    }

    #[test]
    fn only_what_somebody_did_takes_a_card_off_the_pile() {
        let mina = || contact(1, "Mina Schäfer");
        check(mina(), true);
        check(Contact { tags: ["fair".to_owned()].into(), notes: "printed".to_owned(), ..mina() }, true);
        check(Contact { expertise: vec![Expertise::default()], ..mina() }, false);
        check(Contact { help: "with glass".to_owned(), ..mina() }, false);
        check(Contact { archived: Some(Archived::default()), ..mina() }, false);
        let impression = Impression { on: day(3, 5), text: "Calm".to_owned() };
        check(Card { impressions: vec![impression], ..card() }, false);
        check(Card { impressions: vec![Impression::default()], ..card() }, true);
        check(Card { whereabouts: Whereabouts::StoredIn(id(5)), ..card() }, true);
        check(Card { whereabouts: Whereabouts::Discarded { on: day(3, 9) }, ..card() }, false);
        let met = |on| Encounter { id: id(21), contacts: [id(1)].into(), on, ..Encounter::default() };
        check(met(day(3, 5)), true);
        check(met(day(3, 6)), false);
        check(Encounter { is_thank_you: true, ..met(day(3, 5)) }, false);
        check(Review { id: id(21), contact: id(1), ..Review::default() }, false);
        check(Referral { id: id(21), subject: id(1), ..Referral::default() }, false);
        let party = Party::Contact(id(1));
        check(Introduction { id: id(21), a: party, ..Introduction::default() }, false);
        let plan = FollowUp { id: id(21), contacts: [id(1)].into(), ..FollowUp::default() };
        check(FollowUp { reason: Reason::Card(id(11)), kind: FollowUpKind::ThankYou, ..plan.clone() }, true);
        check(plan.clone(), false);
        let dropped = FollowUpState::Dropped { on: day(3, 8), reason: String::new() };
        check(FollowUp { state: dropped, ..plan }, true);
    }

    #[test]
    fn an_older_card_of_somebody_is_not_asked_about() {
        let mut book = story();
        put(&mut book, Card { id: id(13), received_on: Some(day(3, 9)), ..card() });
        let pile: Vec<u128> = Index::rebuild(&book).whole_pile().iter().map(|card| card.value()).collect();
        assert_eq!(pile, [12, 13]);
    }
}
