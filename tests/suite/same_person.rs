//! Two records of one person, joined: nothing is lost, nobody is tied to themselves, and all of it is one step. Held for
//! every order of every edit, and told as stories.

use std::collections::BTreeSet;
use std::sync::Arc;

use cardloom::edit::merge::{Other, merge};
use cardloom::edit::tangles::tangles;
use cardloom::edit::*;
use cardloom::model::*;
use cardloom::store::format::{self, Origin};
use chrono::DateTime;
use proptest::prelude::*;

use crate::properties::{config, dice, draw_edit, story};
use crate::world::{World, today};

fn stamp(number: u128) -> Stamp {
    Stamp::new(DateTime::from_timestamp(1_792_000_000, 0).expect("a moment"), today(), number << 100)
}

fn after(book: &Book, number: u128, edits: impl IntoIterator<Item = Edit>) -> Book {
    let mut book = book.clone();
    for (step, edit) in edits.into_iter().enumerate() {
        let stamp = stamp(number << 10 | step as u128);
        edit.carry_out(&book, stamp).expect("possible").apply(&mut book);
    }
    book
}

fn join(keep: Id<Contact>, away: Id<Contact>) -> Edit {
    Edit::MergeContacts { keep, away, choices: Choices::new() }
}

/// Haruka is in the book twice: with her Japanese and with her English card.
fn twice() -> (World, Id<Contact>, Id<Contact>) {
    let world = World::new()
        .contact("田中 遥")
        .works_at("Hoshi")
        .met_at("RustConf")
        .in_circle("Berlin")
        .needs("lenses")
        .knows("Mina")
        .encounter(EncounterKind::InPerson, today())
        .contact("Haruka Tanaka")
        .works_at("Hoshi")
        .met_at("EuroRust")
        .in_circle("Makers")
        .passed_on_to("Jonas")
        .introduced_to("Mina")
        .knows("Mina")
        .knows("田中 遥")
        .encounter(EncounterKind::Email, today());
    let (kanji, latin) = (world.id("田中 遥"), world.id("Haruka Tanaka"));
    (world, kanji, latin)
}

#[test]
fn everything_that_either_record_has_is_the_persons() {
    let (mut world, keep, away) = twice();
    let before = world.session.book().clone();
    world = world.edit(join(keep, away));
    let book = world.session.book();
    assert_eq!(book.dangling(), []);
    assert_eq!(tangles(book), []);
    let person = &book.contacts[&keep];
    assert!(book.get(away).is_none());
    assert_eq!((person.name.family.as_str(), person.name.latin.as_str()), ("田中", "Haruka Tanaka"));
    assert_eq!((person.affiliations.len(), person.circles.len(), person.needs.len()), (1, 2, 1));
    assert_eq!(person.merged, [MergedId(away)].into());
    let links = world.session.index().links.contact(keep);
    assert_eq!((links.cards.len(), links.encounters.len(), links.referred.len()), (2, 2, 1));
    assert_eq!(links.introductions.len(), 1);
    assert_eq!(links.relationships.len(), 1, "Mina is known once, and nobody knows themselves");
    let thanks: Vec<_> = links
        .open_follow_ups
        .iter()
        .map(|id| (book.follow_ups[id].kind, book.follow_ups[id].due_on))
        .collect();
    let once: BTreeSet<_> = thanks.iter().copied().collect();
    assert_eq!(thanks.len(), once.len(), "two reminders for one thing are one: {thanks:?}");
    world.session.undo();
    assert_eq!(world.session.book(), &before);
}

#[test]
fn the_chosen_values_are_taken_and_the_other_name_is_not_forgotten() {
    let (world, keep, away) = twice();
    let choices = [(PersonField::Name, Choice::Other), (PersonField::Circles, Choice::Keep)].into();
    let book = after(world.session.book(), 1, [Edit::MergeContacts { keep, away, choices }]);
    let person = &book.contacts[&keep];
    assert_eq!((person.display_name().as_str(), person.circles.len()), ("Haruka Tanaka", 1));
    assert_eq!(person.other_names, ["田中 遥"]);
    let index = cardloom::index::Index::rebuild(&book);
    assert_eq!(index.find_text("田中").count(), 1, "the old card's name still finds her");
}

#[test]
fn words_in_a_tie_to_oneself_are_kept_as_a_note() {
    let (world, keep, away) = twice();
    let mut book = world.session.book().clone();
    let tie =
        book.relationships.values().find(|it| [it.from, it.to] == [away, keep]).expect("the tie").clone();
    let noted = Relationship { note: "Two cards of one person?".to_owned(), ..Relationship::clone(&tie) };
    Relationship::table_mut(&mut book).insert(noted.id, Arc::new(noted));
    let joined = after(&book, 1, [join(keep, away)]);
    assert!(joined.contacts[&keep].notes.contains("Two cards of one person?"));
}

#[test]
fn nobody_is_joined_to_themselves_or_to_nobody() {
    let (world, keep, _) = twice();
    let refused = |away| join(keep, away).carry_out(world.session.book(), stamp(1));
    assert_eq!(refused(keep), Err(EditError::SamePerson));
    assert_eq!(refused(Id::new(0xdead)), Err(EditError::Missing(RecordRef::Contact(Id::new(0xdead)))));
}

#[test]
fn told_apart_is_on_both_and_can_be_taken_back() {
    let (world, a, b) = twice();
    let apart = after(world.session.book(), 1, [Edit::TellApart { a, b, apart: true }]);
    assert!(
        apart.contacts[&a].not_the_same_as.contains(&b) && apart.contacts[&b].not_the_same_as.contains(&a)
    );
    let again = after(&apart, 2, [Edit::TellApart { a, b, apart: false }]);
    assert!(again.contacts[&a].not_the_same_as.is_empty() && again.contacts[&b].not_the_same_as.is_empty());
    // Who was told apart from both stays told apart; joined after all, the two are no longer.
    let mina = world.id("Mina");
    let book = after(&apart, 3, [Edit::TellApart { a: mina, b, apart: true }, join(a, b)]);
    assert_eq!(book.contacts[&a].not_the_same_as, [mina].into());
    assert_eq!(book.contacts[&mina].not_the_same_as, [a].into());
}

#[test]
fn what_another_machine_wrote_on_the_record_that_went_is_not_lost() {
    let (world, keep, away) = twice();
    let base = world.session.book().clone();
    let ours = after(&base, 1, [join(keep, away)]);
    let field = ContactField::Notes("Plays the cello.".to_owned());
    let theirs = after(&base, 2, [Edit::SetContact { contact: away, field }]);
    let other = Other { source: String::new(), now: DateTime::default() };
    for merged in [merge(&base, &ours, &theirs, &other).book, merge(&base, &theirs, &ours, &other).book] {
        assert_eq!(merged.dangling(), []);
        assert_eq!(merged.contacts[&away].notes, "Plays the cello.");
        // The finder knows why: they were one already.
        let found = cardloom::index::duplicates::find(&merged, |_, _| Ok::<(), ()>(())).expect("found");
        let pair = found.pairs.iter().find(|pair| pair.names(keep) && pair.names(away)).expect("suspected");
        assert_eq!(pair.evidence[0], cardloom::index::duplicates::Evidence::MergedBefore);
        let again = after(&merged, 3, [join(keep, away)]);
        assert_eq!(again.contacts[&keep].notes, "Plays the cello.");
        assert_eq!(again.cards.values().filter(|card| card.contact == Some(keep)).count(), 2);
    }
}

#[test]
fn fields_of_a_newer_version_go_along() {
    let (world, keep, away) = twice();
    let (text, _) = format::write(world.session.book(), &Origin::default()).expect("written");
    let body = text.rsplit_once("// cardloom save").expect("a last line").0;
    let line =
        body.lines().find(|line| line.starts_with(&format!("(id:\"{away}\",name"))).expect("the record");
    let newer = line.replacen("(id:", "(mood:\"calm\",id:", 1);
    let read = format::read(body.replace(line, &newer).as_bytes()).expect("read").book;
    let joined = after(&read, 1, [join(keep, away)]);
    let (text, _) = format::write(&joined, &Origin::default()).expect("written");
    let read = format::read(text.as_bytes()).expect("read").book;
    let kept = read.unknown.of(Some(RecordRef::Contact(keep)));
    assert_eq!(kept.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["mood"]);
}

/// All texts that somebody wrote about a person or on a tie.
fn words(book: &Book) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for contact in book.contacts.values() {
        words.extend(contact.tags.iter().cloned());
        words.extend(contact.phones.iter().chain(&contact.custom).map(|it| it.value.trim().to_lowercase()));
        words.extend(contact.notes.lines().map(|line| line.trim().to_owned()));
        words
            .extend(contact.offers.iter().chain(&contact.problems_solved).map(|it| it.trim().to_lowercase()));
    }
    words.remove("");
    words
}

fn throws() -> impl Strategy<Value = Vec<Vec<u16>>> {
    prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 0..16)
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn joining_anybody_loses_nothing_and_leads_nowhere_wrong(throws in throws(), one in 0..100_usize, other in 0..100_usize) {
        let mut book = story().book().clone();
        for (step, throws) in throws.iter().enumerate() {
            let edit = draw_edit(&dice(throws), &book);
            if let Ok(step) = edit.carry_out(&book, Stamp::new(DateTime::default(), today(), (step as u128 + 1) << 64)) {
                step.apply(&mut book);
            }
        }
        let ids: Vec<_> = book.contacts.keys().copied().collect();
        prop_assume!(ids.len() > 1);
        let (keep, away) = (ids[one % ids.len()], ids[other % ids.len()]);
        prop_assume!(keep != away);
        let step = join(keep, away).carry_out(&book, stamp(1 << 20)).expect("possible");
        let mut joined = book.clone();
        step.apply(&mut joined);
        prop_assert_eq!(joined.dangling(), vec![]);
        let wrong: Vec<_> = tangles(&joined).into_iter().filter(|it| !tangles(&book).contains(it)).collect();
        prop_assert_eq!(wrong, vec![], "somebody is tied to themselves");
        prop_assert!(joined.get(away).is_none());
        let lost: Vec<_> = words(&book).difference(&words(&joined)).cloned().collect();
        prop_assert_eq!(lost, Vec::<String>::new());
        // Cards, reviews and referrals stay, but those of a person with themselves.
        prop_assert_eq!(joined.cards.len(), book.cards.len());
        prop_assert_eq!(joined.reviews.len(), book.reviews.len());
        prop_assert_eq!(joined.events.len(), book.events.len());
        let of = |book: &Book, ids: &[Id<Contact>]| {
            book.cards.values().filter(|card| card.contact.is_some_and(|id| ids.contains(&id))).count()
        };
        prop_assert_eq!(of(&joined, &[keep]), of(&book, &[keep, away]));
        let mut ties = BTreeSet::new();
        for tie in joined.relationships.values().filter(|tie| tie.from == keep || tie.to == keep) {
            prop_assert!(ties.insert((tie.from, tie.to, tie.kind.clone())), "a tie stands there twice");
        }
        step.inverse().apply(&mut joined);
        prop_assert_eq!(joined, book);
    }
}
