//! The trash: whoever is deleted is nowhere, and comes back with everything. Held for every order of every edit, and told
//! as stories.

use std::sync::Arc;

use cardloom::edit::merge::{Other, merge};
use cardloom::edit::*;
use cardloom::index::Index;
use cardloom::model::*;
use cardloom::store::format::{self, Origin};
use chrono::DateTime;
use proptest::prelude::*;

use crate::properties::{config, dice, draw_edit, story};
use crate::world::{World, today};

fn after(book: &Book, number: u128, edits: impl IntoIterator<Item = Edit>) -> Book {
    let mut book = book.clone();
    for (step, edit) in edits.into_iter().enumerate() {
        let stamp = Stamp::new(DateTime::default(), today(), number << 100 | (step as u128 + 1) << 64);
        edit.carry_out(&book, stamp).expect("possible").apply(&mut book);
    }
    book
}

fn delete(contact: Id<Contact>) -> Edit {
    Edit::DeleteContact { contact }
}

fn restore(contact: Id<Contact>) -> Edit {
    Edit::RestoreTrashed { trashed: vec![contact.cast()] }
}

/// The book without what a restored record may say anew: when it was touched.
fn rich() -> (Book, Id<Contact>, Id<Contact>, Id<Contact>) {
    let mut world = World::new()
        .contact("Aiko")
        .works_at("Hoshi")
        .met_at("RustConf")
        .in_circle("Berlin")
        .passed_on_to("Jonas")
        .introduced_to("Mina")
        .knows("Jonas")
        .needs("lenses")
        .encounter(EncounterKind::Call, today());
    let [aiko, jonas, mina] = ["Aiko", "Jonas", "Mina"].map(|name| world.id(name));
    let dinner = Encounter { on: today(), contacts: [aiko, jonas, mina].into(), ..Encounter::default() };
    let lent = Whereabouts::LentTo { contact: jonas, on: today(), from: None };
    let card = *world.session.book().cards.keys().next().expect("Aiko's card");
    world = world
        .edit(Edit::LogEncounter { encounter: Box::new(dinner) })
        .edit(Edit::SetCard { card, field: CardField::Whereabouts(lent) })
        .edit(Edit::TellApart { a: aiko, b: mina, apart: true })
        .edit(Edit::Pin { place: Place::new(aiko, 3.0, 4.0, true) })
        .edit(Edit::AddFollowUp {
            follow_up: Box::new(FollowUp {
                contacts: [aiko, mina].into(),
                about: "Concert".to_owned(),
                due_on: today(),
                ..FollowUp::default()
            }),
        });
    (world.session.book().clone(), aiko, jonas, mina)
}

#[test]
fn whoever_is_deleted_is_nowhere_and_comes_back_with_everything() {
    let (book, aiko, jonas, mina) = rich();
    for person in [aiko, jonas, mina] {
        let gone = after(&book, 1, [delete(person)]);
        assert_eq!(gone.dangling(), []);
        assert!(gone.get(person).is_none() && gone.trash.len() == 1);
        let mut named = false;
        gone.references(|_, to| named |= to == RecordRef::Contact(person));
        assert!(!named, "somebody still names them");
        assert_eq!(after(&gone, 2, [restore(person)]), book);
    }
}

#[test]
fn several_come_back_in_any_order() {
    let (book, aiko, jonas, mina) = rich();
    let orders = [[aiko, jonas, mina], [mina, aiko, jonas], [jonas, mina, aiko], [mina, jonas, aiko]];
    for (number, order) in orders.into_iter().enumerate() {
        let one_by_one = after(&book, 1, order.map(delete));
        let at_once =
            after(&book, 1, [Edit::DeleteAll { contacts: order.into(), cards: Default::default() }]);
        for gone in [one_by_one, at_once] {
            assert_eq!((gone.contacts.len(), gone.encounters.len(), gone.cards.len()), (0, 0, 0));
            for back in orders {
                let restored = after(&gone, 2 + number as u128, back.map(restore));
                assert_eq!(restored, book, "deleted as {order:?}, back as {back:?}");
            }
        }
    }
}

#[test]
fn who_shared_a_dinner_sees_it_while_the_others_lie_in_the_trash() {
    let (book, aiko, jonas, mina) = rich();
    let gone = after(&book, 1, [delete(aiko), delete(jonas), delete(mina), restore(aiko)]);
    let dinner = gone.encounters.values().find(|it| it.kind == EncounterKind::InPerson).expect("the dinner");
    assert_eq!(dinner.contacts, [aiko].into());
    assert_eq!(gone.dangling(), []);
    assert_eq!(gone.relationships.len(), 0, "Jonas is not there to be known");
    let both = after(&gone, 2, [restore(jonas)]);
    assert_eq!((both.relationships.len(), both.referrals.len()), (1, 1));
}

#[test]
fn emptying_deletes_what_was_named_for_good_and_undo_brings_it_back() {
    let (book, aiko, jonas, _) = rich();
    let gone = after(&book, 1, [delete(aiko), delete(jonas)]);
    let count = gone.count_trash();
    assert_eq!((count.contacts, count.cards, count.encounters), (2, 1, 1));
    let edit = Edit::EmptyTrash { trashed: vec![aiko.cast()] };
    let step = edit.carry_out(&gone, Stamp::new(DateTime::default(), today(), 9 << 100)).expect("possible");
    let mut emptied = gone.clone();
    step.apply(&mut emptied);
    assert_eq!(emptied.trash.keys().copied().collect::<Vec<_>>(), [jonas.cast()]);
    let back = after(&emptied, 3, [restore(jonas)]);
    assert!(back.get(aiko).is_none() && back.dangling().is_empty());
    step.inverse().apply(&mut emptied);
    assert_eq!(after(&emptied, 4, [restore(jonas), restore(aiko)]), book);
}

#[test]
fn a_card_comes_back_to_its_person_with_its_reminders() {
    let world = World::new().contact("Aiko").met_at("RustConf").met_at("EuroRust");
    let book = world.session.book().clone();
    let card = *book.cards.keys().next().expect("the first card");
    let gone = after(&book, 1, [Edit::RemoveCard { card }]);
    assert_eq!((gone.cards.len(), gone.trash.len(), gone.dangling().len()), (1, 1, 0));
    let back = after(&gone, 2, [Edit::RestoreTrashed { trashed: vec![card.cast()] }]);
    assert_eq!((back.cards.clone(), back.trash.len()), (book.cards.clone(), 0));
    let open = |book: &Book| {
        let mut open: Vec<_> =
            book.follow_ups.values().filter(|it| it.is_open()).map(|it| (it.kind, it.due_on)).collect();
        open.sort();
        open
    };
    assert_eq!(open(&back), open(&book), "one thank-you, not two");
}

#[test]
fn an_event_comes_back_to_its_cards_encounters_and_reminders() {
    let world = World::new().contact("Aiko").met_at("RustConf").contact("Jonas").met_at("RustConf");
    let event = *world.session.book().events.keys().next().expect("the event");
    let dinner = Encounter {
        on: today(),
        contacts: [world.id("Aiko")].into(),
        event: Some(event),
        ..Encounter::default()
    };
    let amends = FollowUp {
        contacts: [world.id("Jonas")].into(),
        reason: Reason::Event(event),
        due_on: today(),
        ..FollowUp::default()
    };
    let world = world
        .edit(Edit::LogEncounter { encounter: Box::new(dinner) })
        .edit(Edit::AddFollowUp { follow_up: Box::new(amends) });
    let book = world.session.book().clone();
    let trashed: Vec<Id<Trashed>> = vec![event.cast()];
    let gone = after(&book, 1, [Edit::RemoveEvent { event }]);
    assert!(gone.events.is_empty() && gone.dangling().is_empty());
    assert!(gone.cards.values().all(|card| card.event.is_none()) && gone.cards.len() == 2);
    assert_eq!(gone.count_trash(), TrashCount { events: 1, ..TrashCount::default() });
    assert_eq!(gone.get(trashed[0]).expect("the entry").event().expect("an event").title, "RustConf");
    let back = after(&gone, 2, [Edit::RestoreTrashed { trashed: trashed.clone() }]);
    assert_eq!(back, book);
    // Whoever was deleted after the event names it again when both are back, in any order.
    let aiko = world.id("Aiko");
    for (number, order) in [[trashed[0], aiko.cast()], [aiko.cast(), trashed[0]]].into_iter().enumerate() {
        let both = after(&gone, 3, [delete(aiko)]);
        let back = order.map(|entry| Edit::RestoreTrashed { trashed: vec![entry] });
        let back = after(&both, 4 + number as u128, back);
        let of = |book: &Book| book.cards.values().filter(|card| card.event == Some(event)).count();
        assert_eq!((of(&back), back.encounters.clone()), (2, book.encounters.clone()), "{order:?}");
    }
    let emptied = after(&gone, 6, [Edit::EmptyTrash { trashed }]);
    assert!(emptied.trash.is_empty() && emptied.events.is_empty());
}

#[test]
fn what_lies_in_the_trash_is_not_found_and_its_pictures_are_kept() {
    let (book, aiko, ..) = rich();
    let gone = after(&book, 1, [delete(aiko)]);
    let index = Index::rebuild(&gone);
    assert_eq!(index.find_text("Aiko").count(), 0);
    assert_eq!(index.links.circle(*gone.circles.keys().next().expect("Berlin")).len(), 0);
    let mut pictures = 0;
    gone.trash.values().next().expect("Aiko").references(&mut |to| {
        assert!(gone.contains(to), "the picture is still in the book");
        pictures += 1;
    });
    assert_eq!(pictures, 1);
}

#[test]
fn the_trash_survives_the_file_with_fields_of_a_newer_version() {
    let (book, aiko, ..) = rich();
    let (text, _) = format::write(&book, &Origin::default()).expect("written");
    // A newer version knows the mood of a person; the line of the checksum goes, as after an edit by hand.
    let body = text.rsplit_once("// cardloom save").expect("a last line").0;
    let line =
        body.lines().find(|line| line.contains("Aiko") && line.contains(&aiko.to_string())).expect("Aiko");
    let newer = line.replacen("(id:", "(mood:\"calm\",id:", 1);
    let read = format::read(body.replace(line, &newer).as_bytes()).expect("read").book;
    assert_eq!(read.unknown.of(Some(RecordRef::Contact(aiko))).len(), 1);
    let gone = after(&read, 1, [delete(aiko)]);
    let (text, _) = format::write(&gone, &Origin::default()).expect("written");
    assert!(text.contains("mood:\"calm\""), "{text}");
    let read = format::read(text.as_bytes()).expect("read").book;
    assert_eq!(read.trash, gone.trash);
    assert_eq!(format::write(&read, &Origin::default()).expect("written").0, text);
    let back = after(&read, 2, [restore(aiko)]);
    let (text, _) = format::write(&back, &Origin::default()).expect("written");
    assert!(text.lines().any(|line| line.contains("mood:\"calm\"") && line.starts_with("(")), "{text}");
    assert!(!text.contains("trash: "), "an empty trash is not written");
}

#[test]
fn whoever_was_deleted_here_and_written_to_there_is_not_in_the_trash_too() {
    let (book, aiko, ..) = rich();
    let ours = after(&book, 1, [delete(aiko)]);
    let call = Encounter { on: today(), contacts: [aiko].into(), ..Encounter::default() };
    let theirs = after(&book, 2, [Edit::LogEncounter { encounter: Box::new(call) }]);
    let other = Other { source: String::new(), now: DateTime::default() };
    for merged in [merge(&book, &ours, &theirs, &other), merge(&book, &theirs, &ours, &other)] {
        assert!(merged.book.get(aiko).is_some());
        assert_eq!((merged.book.trash.len(), merged.report.removed), (0, 0));
        assert_eq!(merged.book.encounters.len(), book.encounters.len() + 1);
    }
}

#[test]
fn deleted_on_both_sides_is_one_entry_with_what_either_knew() {
    let (book, aiko, ..) = rich();
    let noted = |number, words: &str| {
        let field = ContactField::Notes(words.to_owned());
        after(&book, number, [Edit::SetContact { contact: aiko, field }, delete(aiko)])
    };
    let (ours, theirs) = (noted(1, "Plays the cello."), noted(2, "Likes Kafka."));
    let other = Other { source: String::new(), now: DateTime::default() };
    let merged = merge(&book, &ours, &theirs, &other).book;
    let back = after(&merged, 3, [restore(aiko)]);
    assert_eq!(back.contacts[&aiko].notes, "Likes Kafka.\nPlays the cello.");
    assert_eq!(merge(&book, &merged, &theirs, &other).book, merged, "merged again");
}

#[test]
fn whoever_is_taken_back_from_an_older_state_leaves_the_trash() {
    let (book, aiko, ..) = rich();
    let gone = after(&book, 1, [delete(aiko)]);
    let what = TakeBack::Contact(aiko);
    let back = after(&gone, 2, [Edit::TakeBack { from: Box::new(book.clone()), what }]);
    assert!(back.get(aiko).is_some() && back.trash.is_empty());
    let imported = after(&book, 3, [Edit::Import { book: Box::new(gone) }]);
    assert!(imported.trash.is_empty(), "present here is present");
}

#[test]
fn a_thousand_people_go_and_come_back_in_two_steps() {
    let mut book = Book::default();
    for number in 1..=1_000_u128 {
        let contact = Contact { id: Id::new(number), name: PersonName::new("A", "B"), ..Contact::default() };
        let card = Card { id: Id::new(number + 5_000), contact: Some(contact.id), ..Card::default() };
        Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        Card::table_mut(&mut book).insert(card.id, Arc::new(card));
    }
    let contacts: std::collections::BTreeSet<_> = book.contacts.keys().copied().collect();
    let trashed = contacts.iter().map(|id| id.cast()).collect();
    let gone = after(&book, 1, [Edit::DeleteAll { contacts, cards: Default::default() }]);
    assert_eq!((gone.contacts.len(), gone.cards.len(), gone.trash.len()), (0, 0, 1_000));
    assert_eq!(after(&gone, 2, [Edit::RestoreTrashed { trashed }]), book);
}

fn throws() -> impl Strategy<Value = Vec<Vec<u16>>> {
    prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 0..14)
}

proptest! {
    #![proptest_config(config(120))]

    /// Whatever happened before, deleting somebody and bringing them back at once changes nothing.
    #[test]
    fn there_and_back_is_as_before(throws in throws(), who in 0..100_usize) {
        let mut book = story().book().clone();
        for (step, throws) in throws.iter().enumerate() {
            let edit = draw_edit(&dice(throws), &book);
            let stamp = Stamp::new(DateTime::default(), today(), (step as u128 + 1) << 64);
            if let Ok(step) = edit.carry_out(&book, stamp) {
                step.apply(&mut book);
            }
        }
        prop_assume!(!book.contacts.is_empty());
        let ids: Vec<_> = book.contacts.keys().copied().collect();
        let contact = ids[who % ids.len()];
        let gone = after(&book, 1 << 20, [delete(contact)]);
        prop_assert_eq!(gone.dangling(), vec![]);
        let back = after(&gone, 2 << 20, [restore(contact)]);
        prop_assert_eq!(back.dangling(), vec![]);
        let without_trash = |book: &Book| Book { trash: Arc::default(), ..book.clone() };
        prop_assert_eq!(without_trash(&back), without_trash(&book));
    }
}
