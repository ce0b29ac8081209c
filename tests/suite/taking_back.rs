//! An older state of the book is looked through, and one person or everything is taken back from it. And a book with
//! links to nowhere is mended.

use std::sync::Arc;

use cardloom::edit::*;
use cardloom::model::*;
use cardloom::with_tables;
use chrono::{DateTime, Utc};
use proptest::prelude::*;

use crate::properties::{config, dice, draw_edit, story};
use crate::world::{World, today};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_792_000_000, 0).expect("a moment")
}

fn stamp(step: u128) -> Stamp {
    Stamp::new(now(), today(), (9 << 100) | ((step + 1) << 64))
}

fn after(book: &Book, edits: impl IntoIterator<Item = Edit>) -> Book {
    let mut book = book.clone();
    for (step, edit) in edits.into_iter().enumerate() {
        edit.carry_out(&book, stamp(step as u128)).expect("the story is possible").apply(&mut book);
    }
    book
}

fn take_back(now: &Book, from: &Book, what: TakeBack) -> Book {
    let edit = Edit::TakeBack { from: Box::new(from.clone()), what };
    let mut book = now.clone();
    let transaction = edit.carry_out(now, stamp(500)).expect("taken back");
    transaction.apply(&mut book);
    let mut undone = book.clone();
    transaction.inverse().apply(&mut undone);
    assert_eq!(&undone, now, "it is one step of Undo");
    assert_eq!(book.dangling(), vec![]);
    book
}

/// Aiko with everything that a person can have.
fn before() -> (Book, Id<Contact>, Id<Contact>) {
    let world = World::new()
        .contact("Mina Schäfer")
        .contact("Aiko Tanaka")
        .works_at("Hoshi")
        .met_at("RustConf")
        .in_circle("Berlin")
        .knows("Mina Schäfer")
        .introduced_to("Mina Schäfer")
        .passed_on_to("Jonas Weber")
        .encounter(EncounterKind::InPerson, today());
    let (aiko, mina) = (world.id("Aiko Tanaka"), world.id("Mina Schäfer"));
    let both = Encounter { on: today(), contacts: [aiko, mina].into(), ..Encounter::default() };
    let review = Review { contact: aiko, on: today(), ..Review::default() };
    let world = world
        .edit(Edit::LogEncounter { encounter: Box::new(both) })
        .edit(Edit::Review { review: Box::new(review) })
        .edit(Edit::Pin { place: Place::new(aiko, 3.0, 4.0, true) });
    (world.session.book().clone(), aiko, mina)
}

#[test]
fn a_deleted_person_comes_back_with_everything_and_everybody() {
    let (older, aiko, _) = before();
    let gone = after(&older, [Edit::DeleteContact { contact: aiko }]);
    assert_eq!(
        take_back(&gone, &older, TakeBack::Contact(aiko)),
        older,
        "nothing but the person had changed"
    );
}

#[test]
fn what_others_have_since_stays_when_a_person_comes_back() {
    let (older, aiko, mina) = before();
    let card = *older.cards.keys().next().expect("Aiko's");
    let present = after(
        &older,
        [
            Edit::UnfileCard { card },
            Edit::DeleteContact { contact: aiko },
            Edit::SetContact { contact: mina, field: ContactField::Notes("New".to_owned()) },
            Edit::FileCard { card, contact: mina, facts: NewCard::default() },
        ],
    );
    let book = take_back(&present, &older, TakeBack::Contact(aiko));
    assert_eq!(book.contacts[&aiko], older.contacts[&aiko]);
    assert_eq!(book.contacts[&mina].notes, "New");
    assert_eq!(book.cards[&card].contact, Some(mina), "the card is hers now");
}

#[test]
fn whom_an_old_tie_led_to_and_who_is_gone_does_not_come_back_too() {
    let (older, aiko, mina) = before();
    let present =
        after(&older, [Edit::DeleteContact { contact: aiko }, Edit::DeleteContact { contact: mina }]);
    let book = take_back(&present, &older, TakeBack::Contact(aiko));
    assert!(!book.contacts.contains_key(&mina));
    assert!(book.relationships.is_empty() && book.introductions.is_empty(), "nobody is tied to nobody");
    let met: Vec<_> = book.encounters.values().map(|encounter| encounter.contacts.clone()).collect();
    assert_eq!(met, [[aiko].into(), [aiko].into()], "the meeting with both was one with Aiko too");
    // Then she does, and both are tied again.
    assert_eq!(take_back(&book, &older, TakeBack::Contact(mina)).relationships, older.relationships);
}

#[test]
fn circle_company_and_event_come_back_where_the_person_needs_them() {
    let (older, aiko, _) = before();
    let (circle, event) =
        (*older.circles.keys().next().expect("Berlin"), *older.events.keys().next().expect("RustConf"));
    let mut present = after(
        &older,
        [Edit::RemoveCircle { circle }, Edit::RemoveEvent { event }, Edit::DeleteContact { contact: aiko }],
    );
    Organization::table_mut(&mut present).clear();
    let book = take_back(&present, &older, TakeBack::Contact(aiko));
    assert_eq!(book.contacts[&aiko], older.contacts[&aiko]);
    assert_eq!((&book.circles, &book.events), (&older.circles, &older.events));
    assert_eq!(book.organizations, older.organizations);
    assert_eq!(book.cards, older.cards);
}

#[test]
fn a_changed_person_is_as_before_and_keeps_what_came_since() {
    let (older, aiko, mina) = before();
    let call = Encounter { on: today(), contacts: [aiko].into(), ..Encounter::default() };
    let shared =
        older.encounters.values().find(|encounter| encounter.contacts.len() == 2).expect("both").clone();
    let only_mina = Encounter { contacts: [mina].into(), ..Encounter::clone(&shared) };
    let present = after(
        &older,
        [
            Edit::SetContact { contact: aiko, field: ContactField::Notes("Wrong".to_owned()) },
            Edit::LogEncounter { encounter: Box::new(call) },
            Edit::ChangeEncounter { encounter: Box::new(only_mina) },
        ],
    );
    let book = take_back(&present, &older, TakeBack::Contact(aiko));
    assert_eq!(book.contacts[&aiko], older.contacts[&aiko]);
    assert_eq!(book.encounters.len(), older.encounters.len() + 1, "the call stays");
    assert_eq!(
        book.encounters[&shared.id].contacts,
        [mina].into(),
        "what is shared with others stays as it is"
    );
}

#[test]
fn everything_is_taken_back_but_it_stays_this_book() {
    let (older, aiko, _) = before();
    let mut older = older;
    Arc::make_mut(&mut older.header).review_after_days = Some(45);
    let mut present = after(
        &older,
        [
            Edit::DeleteContact { contact: aiko },
            Edit::SetRule { rule: Rule::Review, setting: RuleSetting::default() },
        ],
    );
    Arc::make_mut(&mut present.header).id = Id::new(77);
    let book = take_back(&present, &older, TakeBack::Everything);
    assert_eq!(book.header.id, Id::new(77));
    assert_eq!(book.header.review_after_days, Some(45));
    assert_eq!(Book { header: older.header.clone(), ..book }, older);
}

#[test]
fn a_person_who_was_never_there_is_not_taken_back() {
    let (older, ..) = before();
    let missing = Edit::TakeBack { from: Box::new(older.clone()), what: TakeBack::Contact(Id::new(5)) };
    let refused = missing.carry_out(&older, stamp(0));
    assert_eq!(refused, Err(EditError::Missing(RecordRef::Contact(Id::new(5)))));
}

#[test]
fn the_differences_name_whom_taking_back_would_change() {
    let (older, aiko, mina) = before();
    assert_eq!(differences(&older, &older), []);
    let card = *older.cards.keys().next().expect("Aiko's");
    let present = after(
        &older,
        [
            Edit::RecordImpression { card, text: "Tall".to_owned() },
            Edit::DeleteContact { contact: mina },
            Edit::AddContact {
                contact: Box::new(Contact { name: PersonName::new("Zoë", ""), ..Contact::default() }),
                employment: Employment::default(),
                received: None,
            },
        ],
    );
    let told: Vec<(String, DifferenceKind)> =
        differences(&older, &present).into_iter().map(|it| (it.name, it.kind)).collect();
    assert_eq!(
        told,
        [
            ("Aiko Tanaka".to_owned(), DifferenceKind::Changed),
            ("Mina Schäfer".to_owned(), DifferenceKind::OnlyThen),
            ("Zoë".to_owned(), DifferenceKind::OnlyNow),
        ]
    );
    let whole =
        take_back(&take_back(&present, &older, TakeBack::Contact(mina)), &older, TakeBack::Contact(aiko));
    assert!(differences(&older, &whole).iter().all(|it| it.kind == DifferenceKind::OnlyNow));
}

/// A book as somebody's editor may have left it: records are missing.
fn torn(mut book: Book, holes: &[u16]) -> Book {
    for hole in holes {
        let hole = usize::from(*hole);
        macro_rules! tear {
            ($($at:literal $kind:ident)*) => {
                match hole % 8 {
                    $($at => {
                        let id = $kind::table(&book).keys().nth(hole / 8 % $kind::table(&book).len().max(1)).copied();
                        if let Some(id) = id {
                            $kind::table_mut(&mut book).remove(&id);
                        }
                    })*
                    _ => {}
                }
            };
        }
        tear! { 0 Contact 1 Event 2 Organization 3 Circle 4 Card 5 Attachment 6 Encounter 7 Review }
    }
    book
}

fn mend(book: &Book) -> (Book, Label) {
    let mut mended = book.clone();
    let transaction = Edit::MendLinks.carry_out(book, stamp(0)).expect("mending never fails");
    transaction.apply(&mut mended);
    let mut undone = mended.clone();
    transaction.clone().inverse().apply(&mut undone);
    assert_eq!(&undone, book);
    (mended, transaction.label)
}

#[test]
fn what_means_nothing_without_its_link_goes_and_the_rest_stays() {
    let (mut book, aiko, mina) = before();
    let whole = book.clone();
    assert_eq!(mend(&whole), (whole.clone(), Label::MendLinks(0)));
    Contact::table_mut(&mut book).remove(&aiko);
    let (mended, label) = mend(&book);
    assert_eq!(mended.dangling(), vec![]);
    assert!(matches!(label, Label::MendLinks(count) if count > 5), "{label:?}");
    assert!(mended.reviews.is_empty() && mended.relationships.is_empty() && mended.referrals.is_empty());
    assert_eq!(mended.cards.len(), whole.cards.len(), "a card is a card, whosever it is");
    let met: Vec<_> = mended.encounters.values().map(|encounter| encounter.contacts.clone()).collect();
    assert_eq!(met, [[mina].into()], "the meeting with both was one with Mina");
}

#[test]
fn nobody_is_tied_to_themselves_and_no_company_is_a_part_of_itself() {
    let (mut book, aiko, _) = before();
    let own = Relationship { id: Id::new(5), from: aiko, to: aiko, ..Relationship::default() };
    Relationship::table_mut(&mut book).insert(own.id, Arc::new(own));
    for (id, outer, minutes) in [(1, 2, 0), (2, 3, 9), (3, 1, 5), (4, 4, 0), (5, 1, 0)] {
        let company = Organization {
            id: Id::new(id),
            part_of: Some(Id::new(outer)),
            updated_at: now() + chrono::Duration::minutes(minutes),
            ..Organization::default()
        };
        Organization::table_mut(&mut book).insert(company.id, Arc::new(company));
    }
    let (mended, label) = mend(&book);
    assert_eq!(label, Label::MendLinks(3));
    assert!(!mended.relationships.contains_key(&Id::new(5)));
    let outer = |id| mended.organizations[&Id::new(id)].part_of;
    assert_eq!(outer(2), None, "the newest link of the circle is cut");
    assert_eq!([outer(1), outer(3), outer(5)], [Some(Id::new(2)), Some(Id::new(1)), Some(Id::new(1))]);
    assert_eq!(outer(4), None);
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn a_mended_book_has_no_link_to_nowhere(
        throws in prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 0..8),
        holes in prop::collection::vec(0..1_000_u16, 0..6),
    ) {
        let mut book = story().book().clone();
        for (step, throws) in throws.iter().enumerate() {
            if let Ok(transaction) = draw_edit(&dice(throws), &book).carry_out(&book, stamp(step as u128)) {
                transaction.apply(&mut book);
            }
        }
        let torn = torn(book, &holes);
        let (mended, _) = mend(&torn);
        prop_assert_eq!(mended.dangling(), vec![]);
        let again = mend(&mended);
        prop_assert_eq!(again.1, Label::MendLinks(0), "one time is enough");
        // What was whole is whole.
        macro_rules! whole {
            ($($field:ident: $kind:ident,)*) => {
                $(for record in torn.$field.values() {
                    let mut broken = false;
                    record.references(&mut |to| broken |= !torn.contains(to));
                    if !broken && $kind::TABLE != Conflict::TABLE && mended.get(record.id()) != Some(record) {
                        // Only what hung on a record that said nothing any more.
                        let mut hung = false;
                        record.references(&mut |to| hung |= !mended.contains(to));
                        prop_assert!(hung, "{:?} was whole", record);
                    }
                })*
            };
        }
        with_tables!(whole);
    }

    #[test]
    fn whoever_is_taken_back_is_as_in_the_older_state(
        throws in prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 0..20),
        which in 0..100_usize,
    ) {
        let older = story().book().clone();
        let mut present = older.clone();
        for (step, throws) in throws.iter().enumerate() {
            if let Ok(transaction) = draw_edit(&dice(throws), &present).carry_out(&present, stamp(step as u128)) {
                transaction.apply(&mut present);
            }
        }
        let id = *older.contacts.keys().nth(which % older.contacts.len()).expect("somebody");
        let book = take_back(&present, &older, TakeBack::Contact(id));
        let others_gone = |ids: &std::collections::BTreeSet<Id<Contact>>| ids.iter().any(|id| !book.contains(RecordRef::Contact(*id)));
        if !others_gone(&older.contacts[&id].not_the_same_as) {
            // A record that was touched and says the same is no step of Undo.
            let updated_at = book.contacts[&id].updated_at;
            prop_assert_eq!(&*book.contacts[&id], &Contact { updated_at, ..Contact::clone(&older.contacts[&id]) });
        }
        for review in older.reviews.values().filter(|review| review.contact == id) {
            prop_assert!(book.reviews.contains_key(&review.id));
        }
        // Nobody else is changed, but by links to what came back.
        for (other, person) in present.contacts.iter().filter(|(other, _)| **other != id) {
            prop_assert_eq!(&book.contacts[other].notes, &person.notes);
        }
        for record in cardloom::index::all_records(&present) {
            // Whoever is taken back is in the trash no more.
            let restored = matches!(record, RecordRef::Trashed(id) if present.trash[&id].is_moot(&book));
            prop_assert!(book.contains(record) || restored, "{} went", record);
        }
        let whole = take_back(&present, &older, TakeBack::Everything);
        prop_assert_eq!(differences(&older, &whole), []);
        prop_assert_eq!(whole.contacts.keys().collect::<Vec<_>>(), older.contacts.keys().collect::<Vec<_>>());
    }
}
