//! The rule over all parts: however a book came to be, its index is the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::{
    Condition, DueTerm as Due, DueWord, Index, Period, Query, State, Thing, Warmth, all_records,
    is_virtual_only, review_due_on, thank_you_due_on,
};
use crate::edit::Touched;
use crate::model::*;

/// Returns a day of 2026.
pub(super) fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Puts a record into a book.
pub(super) fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}

/// Returns a contact with a name.
pub(super) fn contact(id: u128, name: &str) -> Contact {
    Contact { id: Id::new(id), name: PersonName::parse(name), ..Contact::default() }
}

fn party(n: u8) -> Party {
    if n == 0 { Party::Me } else { Party::Contact(Id::new(n.into())) }
}

/// Puts, replaces or removes one record, everything about it drawn from a few numbers. Links may dangle.
fn change(book: &mut Book, [table, id, a, b, c, flags]: [u8; 6]) -> RecordRef {
    fn store<T: InBook>(book: &mut Book, id: Id<T>, record: Option<T>) -> RecordRef {
        match record {
            Some(record) => {
                T::table_mut(book).insert(id, Arc::new(record));
            }
            None => {
                T::table_mut(book).remove(&id);
            }
        }
        T::reference(id)
    }
    let remove = flags % 5 == 0;
    let (id, b_id) = (u128::from(id % 6) + 1, u128::from(b % 6) + 1);
    let on = day(u32::from(c % 3) + 1, u32::from(b % 4) + 1);
    let word = ["Jena", "Möbel", "たなか", "glass"][usize::from(a % 4)].to_owned();
    let people: BTreeSet<Id<Contact>> = [a % 6, c % 6].map(|n| Id::new(u128::from(n) + 1)).into();
    let keep = |kept: bool| kept.then_some(());
    match table % 12 {
        0 => {
            let affiliation = Affiliation {
                organization: Id::new(b_id),
                until: keep(flags & 8 != 0).map(|()| on),
                ..Affiliation::default()
            };
            let record = Contact {
                id: Id::new(id),
                name: PersonName::new(word.clone(), ["Weber", "田中"][usize::from(c % 2)]),
                affiliations: vec![affiliation],
                circles: BTreeSet::from([Id::new(b_id)]),
                offers: vec![word.clone()],
                needs: vec![Need { id: Id::new(b_id), what: word, ..Need::default() }],
                archived: keep(flags & 16 != 0).map(|()| Archived { on, reason: String::new() }),
                ..Contact::default()
            };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        1 => {
            let record = Card {
                id: Id::new(id),
                contact: keep(flags & 8 != 0).map(|()| Id::new(b_id)),
                front: Some(Id::new(u128::from(a % 3) + 1)),
                event: keep(flags & 16 != 0).map(|()| Id::new(u128::from(c % 6) + 1)),
                received_on: Some(on),
                recognized_text: word,
                ..Card::default()
            };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        2 => {
            let event = Id::new(b_id);
            let record = Encounter { id: Id::new(id), on, contacts: people, ..Encounter::default() };
            let record =
                Encounter { event: keep(flags & 8 != 0).map(|()| event), topics: vec![word], ..record };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        3 => {
            let record = Event {
                id: Id::new(id),
                title: word,
                starts_on: keep(flags & 8 != 0).map(|()| on),
                ends_on: keep(flags & 16 != 0).map(|()| day(2, u32::from(a % 9) + 1)),
                organizer: Some(if flags & 32 != 0 {
                    Organizer::Contact(Id::new(b_id))
                } else {
                    Organizer::Organization(Id::new(b_id))
                }),
                status: if flags & 64 != 0 { Attendance::Attended } else { Attendance::Planned },
                participants: people.into_iter().zip([Attendance::Attended, Attendance::Planned]).collect(),
                ..Event::default()
            };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        4 => {
            let state = match flags % 3 {
                0 => FollowUpState::Open,
                1 => FollowUpState::Done { on, encounter: None },
                _ => FollowUpState::Dropped { on, reason: String::new() },
            };
            let record = FollowUp {
                id: Id::new(id),
                kind: FollowUpKind::ALL[usize::from(a % 10)],
                due_on: on,
                due_at: keep(flags & 8 != 0).and_then(|()| NaiveTime::from_hms_opt(u32::from(c % 24), 0, 0)),
                contacts: people,
                about: word,
                state,
                ..FollowUp::default()
            };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        5 => {
            let record = Organization { id: Id::new(id), name: word, ..Organization::default() };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        6 => {
            let record = Circle { id: Id::new(id), name: word, ..Circle::default() };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        7 => {
            let (from, to) = (Id::new(b_id), Id::new(u128::from(c % 6) + 1));
            let record = Relationship { id: Id::new(id), from, to, note: word, ..Relationship::default() };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        8 => {
            let (introducer, a, b) = (party(a % 7), party(b % 7), party(c % 7));
            let record =
                Introduction { id: Id::new(id), introducer, a, b, note: word, ..Introduction::default() };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        9 => {
            let record = Referral {
                id: Id::new(id),
                subject: Id::new(b_id),
                giver: party(a % 7),
                recipient: party(c % 7),
                steps: vec![ReferralStep { state: ReferralState::PassedOn, on }],
                comment: word,
                ..Referral::default()
            };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        10 => {
            let record =
                Review { id: Id::new(id), contact: Id::new(b_id), on, note: word, ..Review::default() };
            store(book, record.id, keep(!remove).map(|()| record))
        }
        _ => {
            let record =
                Attachment { id: Id::new(u128::from(a % 3) + 1), name: word, ..Attachment::default() };
            store(book, record.id, keep(!remove).map(|()| record))
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn an_update_equals_a_rebuild(steps in prop::collection::vec(
        prop::collection::vec(any::<[u8; 6]>(), 1..4), 1..40)) {
        let mut book = Book::default();
        let mut index = Index::rebuild(&book);
        index.search();
        for step in steps {
            let records = step.into_iter().map(|numbers| change(&mut book, numbers)).collect();
            index.update(&book, &Touched { records, ..Touched::default() });
            let fresh = Index::rebuild(&book);
            prop_assert_eq!(&index.links, &fresh.links);
            prop_assert_eq!(&index.agenda, &fresh.agenda);
            prop_assert_eq!(index.search(), fresh.search());
            prop_assert!(index == fresh);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]
    #[test]
    fn a_search_that_was_prepared_meanwhile_knows_every_edit(
        before in prop::collection::vec(any::<[u8; 6]>(), 0..30),
        meanwhile in prop::collection::vec(any::<[u8; 6]>(), 0..30),
    ) {
        let mut book = Book::default();
        for numbers in before {
            change(&mut book, numbers);
        }
        let mut index = Index::rebuild(&book);
        let preparation = index.preparation();
        for numbers in meanwhile {
            let records = BTreeSet::from([change(&mut book, numbers)]);
            index.update(&book, &Touched { records, ..Touched::default() });
        }
        Arc::make_mut(&mut book.header).review_after_days = Some(10);
        index.update(&book, &Touched { header: true, ..Touched::default() });
        index.take_search(preparation.carry_out());
        let fresh = Index::rebuild(&book);
        prop_assert_eq!(index.search(), fresh.search());
    }
}

#[test]
fn people_are_sorted_alike_before_the_search_is_there() {
    let mut book = Book::default();
    for (id, name) in [(1, "Jonas Weber"), (2, "田中 遥"), (3, "")] {
        put(&mut book, contact(id, name));
    }
    let index = Index::rebuild(&book);
    let names = |index: &Index| [1, 2, 3, 4].map(|id| index.sort_name(Id::new(id)).into_owned());
    let before = names(&index);
    index.search();
    assert_eq!(before, names(&index));
}

#[test]
fn an_update_that_may_concern_everything_rebuilds() {
    let mut book = Book::default();
    let mut index = Index::rebuild(&book);
    put(&mut book, contact(1, "Jonas Weber"));
    index.update(&book, &Touched { everything: true, ..Touched::default() });
    assert_eq!(all_records(&book).len(), 1);
    assert!(index == Index::rebuild(&book));
    assert_eq!(index.network().len(), 2);
}

#[test]
fn a_place_in_the_network_does_not_make_it_anew() {
    let mut book = Book::default();
    put(&mut book, contact(1, "Jonas Weber"));
    let mut index = Index::rebuild(&book);
    let before = index.network();
    let place = Place::new(Id::new(1), 3.0, 4.0, true);
    put(&mut book, place);
    let records = BTreeSet::from([RecordRef::Place(place.id)]);
    index.update(&book, &Touched { records, ..Touched::default() });
    assert!(Arc::ptr_eq(&before, &index.network()));
}

/// What a condition means, worked out from the records of one person.
fn holds(index: &Index, condition: Condition, contact: &Contact, today: NaiveDate) -> bool {
    let book = index.book();
    let links = index.links.contact(contact.id);
    let cards = || links.cards.iter().filter_map(|id| book.get(*id));
    match condition {
        Condition::Met(period) => {
            let mut encounters = links.encounters.iter().filter_map(|id| book.get(*id));
            encounters.any(|encounter| period.has(encounter.on))
                || cards().any(|card| card.received_on.is_some_and(|day| period.has(day)))
        }
        Condition::Warmth(least, most) => {
            let warmth = Warmth::on(book, index, contact.id, today).value;
            (f32::from(least)..=f32::from(most)).contains(&warmth.round())
        }
        Condition::Due(Due::Word(DueWord::Thanks)) => thank_you_due_on(book, index, contact.id).is_some(),
        Condition::Due(Due::Word(DueWord::Review)) => {
            review_due_on(book, index, contact.id).is_some_and(|day| day <= today)
        }
        Condition::Due(Due::In(period)) => {
            let mut open = links.open_follow_ups.iter().filter_map(|id| book.get(*id));
            open.any(|follow_up| period.has(follow_up.due_on))
        }
        Condition::Is(State::Virtual) => is_virtual_only(book, index, contact.id),
        Condition::Is(State::Archived) => contact.archived.is_some(),
        Condition::Has(Thing::Scan) => cards().any(|card| card.front.is_some() || card.back.is_some()),
        Condition::Has(Thing::Card) => !links.cards.is_empty(),
        _ => unreachable!("not asked here"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]
    #[test]
    fn columns_answer_as_the_records_do(
        steps in prop::collection::vec(prop::collection::vec(any::<[u8; 6]>(), 1..4), 1..30),
        (first, least, today) in (0..120_u64, 0..100_u8, 0..150_u64),
    ) {
        let mut book = Book::default();
        let mut index = Index::rebuild(&book);
        index.search();
        for step in steps {
            let records = step.into_iter().map(|numbers| change(&mut book, numbers)).collect();
            index.update(&book, &Touched { records, ..Touched::default() });
        }
        let first = day(1, 1) + chrono::Days::new(first);
        let today = day(1, 1) + chrono::Days::new(today);
        for (text, condition) in [
            (format!("met:{}", first), Condition::Met(Period { first, last: first })),
            (format!("met>={}", first), Condition::Met(Period { first, last: NaiveDate::MAX })),
            ("met:2026-02".to_owned(), Condition::Met(Period::parse("2026-02").expect("a month"))),
            (format!("warmth>={least}"), Condition::Warmth(least, 100)),
            (format!("warmth<={least}"), Condition::Warmth(0, least)),
            ("due:thanks".to_owned(), Condition::Due(Due::Word(DueWord::Thanks))),
            ("due:review".to_owned(), Condition::Due(Due::Word(DueWord::Review))),
            ("due:2026-02".to_owned(), Condition::Due(Due::In(Period::parse("2026-02").expect("a month")))),
            ("is:virtual".to_owned(), Condition::Is(State::Virtual)),
            ("is:archived".to_owned(), Condition::Is(State::Archived)),
            ("has:scan".to_owned(), Condition::Has(Thing::Scan)),
            ("has:card".to_owned(), Condition::Has(Thing::Card)),
        ] {
            let found = index.find(&Query::parse(&text), today);
            for contact in book.contacts.values() {
                prop_assert_eq!(found.matches(contact.id), holds(&index, condition, contact, today), "{}", text);
            }
        }
    }
}

#[test]
fn another_number_of_days_to_a_review_is_asked_for_at_once() {
    let mut book = Book::default();
    put(&mut book, contact(1, "Jonas Weber"));
    let card =
        Card { id: Id::new(1), contact: Some(Id::new(1)), received_on: Some(day(3, 1)), ..Card::default() };
    put(&mut book, card);
    let mut index = Index::rebuild(&book);
    let query = Query::parse("due:review");
    assert_eq!(index.find(&query, day(3, 15)).count(), 0);
    Arc::make_mut(&mut book.header).review_after_days = Some(10);
    index.update(&book, &Touched { header: true, ..Touched::default() });
    assert_eq!(index.find(&query, day(3, 15)).count(), 1);
    assert!(index == Index::rebuild(&book));
}
