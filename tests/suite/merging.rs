//! Two machines change one book; both changes are in it afterwards. Held for every order of every edit, and told as
//! stories.

use std::collections::BTreeSet;
use std::sync::Arc;

use cardloom::edit::merge::{MergeReport, Merged, Other, merge, open_conflicts};
use cardloom::edit::*;
use cardloom::model::*;
use cardloom::text::{Locale, Texts};
use cardloom::with_tables;
use chrono::{DateTime, Utc};
use proptest::prelude::*;

use crate::properties::{config, dice, draw_edit, story};
use crate::world::{World, today};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_792_000_000, 0).expect("a moment")
}

fn other() -> Other {
    Other { source: "book.sync-conflict.ron".to_owned(), now: now() }
}

fn join(base: &Book, ours: &Book, theirs: &Book) -> Merged {
    merge(base, ours, theirs, &other())
}

/// What a machine did to a book; the two machines make different ids and their clocks differ.
fn changed(book: &Book, machine: u8, throws: &[Vec<u16>]) -> Book {
    let mut book = book.clone();
    for (step, throws) in throws.iter().enumerate() {
        let edit = draw_edit(&dice(throws), &book);
        let first_id = (u128::from(machine) << 100) | ((step as u128 + 1) << 64);
        let at =
            now() + chrono::Duration::minutes(i64::try_from(step).expect("few") * 7 + i64::from(machine));
        if let Ok(transaction) = edit.carry_out(&book, Stamp::new(at, today(), first_id)) {
            transaction.apply(&mut book);
        }
    }
    book
}

/// The book as if it had just been read from a file: nothing is shared.
fn reread(book: &Book) -> Book {
    let mut copy = Book { header: Arc::new(Header::clone(&book.header)), ..Book::default() };
    macro_rules! copy_all {
        ($($field:ident: $kind:ident,)*) => {
            $(for record in book.$field.values() {
                $kind::table_mut(&mut copy).insert(record.id, Arc::new($kind::clone(record)));
            })*
        };
    }
    with_tables!(copy_all);
    copy
}

fn all(book: &Book) -> BTreeSet<RecordRef> {
    cardloom::index::all_records(book)
}

/// The book without questions and without the moments of change.
fn plain(book: &Book) -> Book {
    let mut book = Book { conflicts: Arc::default(), ..reread(book) };
    macro_rules! forget {
        ($($field:ident: $kind:ident)*) => {
            $(for record in $kind::table_mut(&mut book).values_mut() {
                Arc::make_mut(record).updated_at = DateTime::default();
            })*
        };
    }
    forget! {
        circles: Circle organizations: Organization contacts: Contact events: Event cards: Card encounters: Encounter
        introductions: Introduction referrals: Referral follow_ups: FollowUp searches: SavedSearch
    }
    book
}

fn decide_all(book: &Book, conflicts: &[Id<Conflict>], choice: Choice) -> Result<Book, EditError> {
    let mut book = book.clone();
    for (at, id) in conflicts.iter().enumerate() {
        let stamp = Stamp::new(now(), today(), (7 << 120) | at as u128);
        Edit::ResolveConflict { conflict: *id, choice }.carry_out(&book, stamp)?.apply(&mut book);
    }
    Ok(book)
}

fn some_edits() -> impl Strategy<Value = Vec<Vec<u16>>> {
    prop::collection::vec(prop::collection::vec(0..1_000_u16, 16), 0..10)
}

type Throws = Vec<Vec<u16>>;

/// What happened to the book before, and on both machines.
fn three() -> impl Strategy<Value = [Throws; 3]> {
    [some_edits(), some_edits(), some_edits()]
}

/// A base with a history of its own, and what two machines made of it.
fn books([before, ours, theirs]: &[Throws; 3]) -> [Book; 3] {
    let base = changed(story().book(), 1, before);
    [base.clone(), changed(&base, 2, ours), reread(&changed(&base, 3, theirs))]
}

/// Fails with the records that differ, not with two whole books.
fn same(one: &Book, other: &Book) -> Result<(), TestCaseError> {
    let differing = Transaction::between(one, other, Label::Merge(0)).changes;
    prop_assert!(differing.is_empty(), "{:#?}", differing);
    prop_assert_eq!(one.header.id, other.header.id);
    Ok(())
}

/// Whether it is an entry of the trash for somebody who is in the book after all.
fn is_restored(record: RecordRef, side: &Book, joined: &Book) -> bool {
    matches!(record, RecordRef::Trashed(id) if side.trash.get(&id).is_some_and(|it| it.is_moot(joined)))
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn a_side_without_changes_adds_nothing(throws in three()) {
        let [base, ours, theirs] = books(&throws);
        same(&join(&base, &ours, &base).book, &ours)?;
        same(&join(&base, &base, &theirs).book, &theirs)?;
        same(&join(&base, &ours, &reread(&ours)).book, &ours)?;
        prop_assert_eq!(join(&base, &ours, &reread(&base)).report, MergeReport::default());
    }

    #[test]
    fn merging_again_changes_nothing(throws in three()) {
        let [base, ours, theirs] = books(&throws);
        let once = join(&base, &ours, &theirs).book;
        let twice = join(&base, &once, &theirs);
        same(&twice.book, &once)?;
        prop_assert_eq!(twice.report.conflicts, 0);
    }

    #[test]
    fn the_sides_may_be_swapped(throws in three()) {
        let [base, ours, theirs] = books(&throws);
        let (here, there) = (join(&base, &ours, &theirs).book, join(&base, &theirs, &ours).book);
        prop_assert_eq!(all(&here), all(&there));
        let asked: Vec<Id<Conflict>> = here
            .conflicts
            .keys()
            .filter(|id| !ours.conflicts.contains_key(id) && !theirs.conflicts.contains_key(id))
            .copied()
            .collect();
        // Whoever chooses the other value everywhere here has what stays everywhere there.
        let decided = decide_all(&here, &asked, Choice::Other).expect("every other value can be chosen");
        let mut there = there;
        Arc::make_mut(&mut there.header).id = decided.header.id;
        same(&plain(&decided), &plain(&there))?;
    }

    #[test]
    fn nothing_that_one_side_added_is_dropped(throws in three()) {
        let [base, ours, theirs] = books(&throws);
        let joined = join(&base, &ours, &theirs).book;
        for side in [&ours, &theirs] {
            for record in all(side) {
                let lost = !base.contains(record) && !joined.contains(record);
                prop_assert!(!lost || is_restored(record, side, &joined), "{} is lost", record);
            }
        }
        for (id, record) in base.contacts.iter() {
            // A change is no less than an addition.
            if let Some(changed) = theirs.get(*id) && changed != record {
                prop_assert!(joined.get(*id).is_some(), "the changed {} is lost", id);
            }
        }
    }

    #[test]
    fn every_link_leads_somewhere(throws in three()) {
        let [base, ours, theirs] = books(&throws);
        prop_assert_eq!(join(&base, &ours, &theirs).book.dangling(), vec![]);
        prop_assert_eq!(join(&Book::default(), &ours, &theirs).book.dangling(), vec![]);
    }

    #[test]
    fn without_a_common_past_everything_of_both_stays(throws in three()) {
        let [_, ours, theirs] = books(&throws);
        let joined = join(&Book::default(), &ours, &theirs).book;
        let both: BTreeSet<RecordRef> = all(&ours).union(&all(&theirs)).copied().collect();
        for record in both {
            let side = if ours.contains(record) { &ours } else { &theirs };
            prop_assert!(joined.contains(record) || is_restored(record, side, &joined), "{} is lost", record);
        }
    }

    #[test]
    fn the_difference_of_two_books_leads_from_one_to_the_other(throws in three()) {
        let [base, ours, theirs] = books(&throws);
        for (from, to) in [(&base, &ours), (&ours, &theirs), (&theirs, &base)] {
            let transaction = Transaction::between(from, to, Label::Merge(1));
            let mut book = from.clone();
            transaction.apply(&mut book);
            prop_assert_eq!(&book, to);
            transaction.inverse().apply(&mut book);
            prop_assert_eq!(&book, from);
        }
        prop_assert!(Transaction::between(&ours, &reread(&ours), Label::Merge(0)).changes.is_empty());
    }
}

/// Aiko, Mina and Jonas with a year behind them; all that both machines know.
fn common() -> (Book, Id<Contact>, Id<Contact>) {
    let world = World::new()
        .contact("Mina Schäfer")
        .contact("Aiko Tanaka")
        .works_at("Hoshi")
        .met_at("RustConf")
        .in_circle("Berlin")
        .knows("Mina Schäfer")
        .encounter(EncounterKind::Letter, today());
    (world.session.book().clone(), world.id("Aiko Tanaka"), world.id("Mina Schäfer"))
}

/// The book after edits on one machine.
fn after(book: &Book, machine: u8, edits: Vec<Edit>) -> Book {
    let mut book = book.clone();
    for (step, edit) in edits.into_iter().enumerate() {
        let first_id = (u128::from(machine) << 100) | ((step as u128 + 1) << 64);
        let stamp = Stamp::new(now() + chrono::Duration::minutes(i64::from(machine)), today(), first_id);
        edit.carry_out(&book, stamp).expect("the story is possible").apply(&mut book);
    }
    book
}

fn set(contact: Id<Contact>, field: ContactField) -> Edit {
    Edit::SetContact { contact, field }
}

fn phones(numbers: &[&str]) -> ContactField {
    ContactField::Phones(numbers.iter().map(|number| Labelled::new("work", *number)).collect())
}

fn notes(text: &str) -> ContactField {
    ContactField::Notes(text.to_owned())
}

fn english() -> Texts {
    Texts::new(Locale::En)
}

#[test]
fn a_phone_added_on_each_machine_is_there_twice() {
    let (base, aiko, _) = common();
    let base = after(&base, 1, vec![set(aiko, phones(&["1"]))]);
    let ours = after(&base, 2, vec![set(aiko, phones(&["1", "3"]))]);
    let theirs = after(&base, 3, vec![set(aiko, phones(&["1", "2"]))]);
    let merged = join(&base, &ours, &theirs);
    let numbers =
        |book: &Book| book.contacts[&aiko].phones.iter().map(|it| it.value.clone()).collect::<Vec<_>>();
    assert_eq!(numbers(&merged.book), ["1", "2", "3"]);
    assert_eq!(merged.report, MergeReport { changed: 1, ..MergeReport::default() });
    // Two machines that merge at the same moment agree, and have nothing left to merge.
    assert_eq!(numbers(&join(&base, &theirs, &ours).book), numbers(&merged.book));
}

#[test]
fn a_number_corrected_here_and_one_removed_there_are_both_done() {
    let (base, aiko, _) = common();
    let base = after(&base, 1, vec![set(aiko, phones(&["1", "2", "3"]))]);
    let ours = after(&base, 2, vec![set(aiko, phones(&["1", "20", "3"]))]);
    let theirs = after(&base, 3, vec![set(aiko, phones(&["3", "2"]))]);
    let merged = join(&base, &ours, &theirs).book;
    let numbers: Vec<&str> = merged.contacts[&aiko].phones.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(numbers.iter().copied().collect::<BTreeSet<_>>(), ["20", "3"].into());
}

#[test]
fn notes_added_below_on_both_machines_stand_below_each_other() {
    let (base, aiko, mina) = common();
    let base = after(&base, 1, vec![set(aiko, notes("Met in Berlin."))]);
    let ours =
        after(&base, 2, vec![set(aiko, notes("Met in Berlin.\nPlays the cello.")), set(mina, notes("Tea"))]);
    let theirs =
        after(&base, 3, vec![set(aiko, notes("Met in Berlin.\nLikes Kafka.")), set(mina, notes("Coffee"))]);
    let merged = join(&base, &ours, &theirs);
    assert_eq!(merged.book.contacts[&aiko].notes, "Met in Berlin.\nLikes Kafka.\nPlays the cello.");
    assert_eq!(merged.book.contacts[&mina].notes, "Coffee\nTea", "an empty text was added to as well");
    assert_eq!(merged.report.conflicts, 0);
}

#[test]
fn whoever_is_deleted_here_and_written_to_there_stays_with_all_that_is_theirs() {
    let (base, aiko, mina) = common();
    let ours = after(&base, 2, vec![Edit::DeleteContact { contact: aiko }]);
    let letter =
        Encounter { kind: EncounterKind::Call, on: today(), contacts: [aiko].into(), ..Encounter::default() };
    let theirs = after(&base, 3, vec![Edit::LogEncounter { encounter: Box::new(letter) }]);
    for merged in [join(&base, &ours, &theirs), join(&base, &theirs, &ours)] {
        let book = &merged.book;
        assert_eq!(book.contacts[&aiko], base.contacts[&aiko]);
        assert_eq!(book.encounters.len(), 2);
        assert_eq!(book.relationships, base.relationships, "she still knows {mina}");
        assert!(book.cards.values().all(|card| card.contact == Some(aiko)), "her card is not in the pile");
        assert!(merged.report.kept > 0);
        assert_eq!((merged.report.conflicts, merged.report.removed), (0, 0));
        assert_eq!(book.dangling(), vec![]);
    }
}

#[test]
fn whoever_is_deleted_here_and_untouched_there_is_gone() {
    let (base, aiko, mina) = common();
    let ours = after(&base, 2, vec![set(mina, notes("Tea"))]);
    let theirs = after(&base, 3, vec![Edit::DeleteContact { contact: aiko }]);
    let merged = join(&base, &ours, &theirs);
    assert!(!merged.book.contacts.contains_key(&aiko));
    assert_eq!(merged.book.contacts[&mina].notes, "Tea");
    assert!(merged.report.removed > 0 && merged.report.kept == 0, "{:?}", merged.report);
}

#[test]
fn an_event_that_is_needed_after_all_keeps_its_cards() {
    let (base, _, mina) = common();
    let event = *base.events.keys().next().expect("RustConf");
    let ours = after(&base, 2, vec![Edit::RemoveEvent { event }]);
    let met = Encounter { contacts: [mina].into(), event: Some(event), on: today(), ..Encounter::default() };
    let theirs = after(&base, 3, vec![Edit::LogEncounter { encounter: Box::new(met) }]);
    let book = join(&base, &ours, &theirs).book;
    assert!(book.contains(RecordRef::Event(event)));
    assert!(book.cards.values().all(|card| card.event == Some(event)));
}

/// The same field changed on both machines.
fn quarrel() -> (Book, Id<Contact>, Merged) {
    let (base, aiko, _) = common();
    let base = after(&base, 1, vec![set(aiko, notes("Met in Berlin."))]);
    let ours = after(&base, 2, vec![set(aiko, notes("Met in Bonn."))]);
    let theirs = after(&base, 3, vec![set(aiko, notes("Met in Bern.")), set(aiko, phones(&["1"]))]);
    let merged = join(&base, &ours, &theirs);
    (merged.book.clone(), aiko, merged)
}

#[test]
fn a_field_that_differs_is_asked_about_with_both_values() {
    let (book, aiko, merged) = quarrel();
    assert_eq!(merged.report, MergeReport { changed: 1, conflicts: 1, ..MergeReport::default() });
    assert_eq!(book.contacts[&aiko].notes, "Met in Bonn.");
    assert_eq!(book.contacts[&aiko].phones.len(), 1, "what does not differ is taken over");
    let asked = open_conflicts(&book, &english());
    let [one] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(
        (one.title.as_str(), one.field.as_str(), one.kept.as_str(), one.other.as_str(), one.has_room),
        ("Aiko Tanaka", "Notes", "Met in Bonn.", "Met in Bern.", true)
    );
    assert_eq!((one.record, one.source.as_str()), (Some(RecordRef::Contact(aiko)), "book.sync-conflict.ron"));
}

#[test]
fn a_conflict_is_decided_either_way_and_taken_back() {
    for (choice, expected) in [
        (Choice::Keep, "Met in Bonn."),
        (Choice::Other, "Met in Bern."),
        (Choice::Both, "Met in Bonn.\nMet in Bern."),
    ] {
        let (mut book, aiko, _) = quarrel();
        let before = book.clone();
        let conflict = *book.conflicts.keys().next().expect("one");
        let stamp = Stamp::new(now(), today(), 1 << 90);
        let transaction =
            Edit::ResolveConflict { conflict, choice }.carry_out(&book, stamp).expect("decided");
        assert_eq!(transaction.label, Label::ResolveConflict("Aiko Tanaka".to_owned()));
        transaction.apply(&mut book);
        assert_eq!(book.contacts[&aiko].notes, expected);
        assert!(book.conflicts.is_empty());
        transaction.inverse().apply(&mut book);
        assert_eq!(book, before);
    }
}

#[test]
fn a_question_answered_by_the_way_is_not_asked_any_more() {
    let (book, aiko, _) = quarrel();
    let typed = after(&book, 4, vec![set(aiko, notes("Met in Bern."))]);
    assert_eq!(open_conflicts(&typed, &english()), []);
    let deleted = after(&book, 4, vec![Edit::DeleteContact { contact: aiko }]);
    assert_eq!(open_conflicts(&deleted, &english()), []);
    // Keep means: as it is now.
    let typed = after(&book, 4, vec![set(aiko, notes("Met in Brno."))]);
    let id = *typed.conflicts.keys().next().expect("one");
    assert_eq!(open_conflicts(&typed, &english())[0].kept, "Met in Brno.");
    let kept = after(&typed, 5, vec![Edit::ResolveConflict { conflict: id, choice: Choice::Keep }]);
    assert_eq!(kept.contacts[&aiko].notes, "Met in Brno.");
}

#[test]
fn a_value_that_cannot_be_read_is_not_chosen() {
    let (mut book, aiko, _) = quarrel();
    let id = *book.conflicts.keys().next().expect("one");
    let conflict =
        Conflict { other: "(of: another, version)".to_owned(), ..Conflict::clone(&book.conflicts[&id]) };
    Conflict::table_mut(&mut book).insert(id, Arc::new(conflict));
    let stamp = Stamp::new(now(), today(), 1 << 90);
    let refused = Edit::ResolveConflict { conflict: id, choice: Choice::Other }.carry_out(&book, stamp);
    assert_eq!(refused, Err(EditError::OtherValueUnreadable));
    assert_eq!(open_conflicts(&book, &english())[0].other, "(of: another, version)");
    let kept = after(&book, 5, vec![Edit::ResolveConflict { conflict: id, choice: Choice::Keep }]);
    assert_eq!(kept.contacts[&aiko].notes, "Met in Bonn.");
}

#[test]
fn two_machines_that_merge_at_once_ask_once_and_about_the_same() {
    let (base, aiko, _) = common();
    let ours = after(
        &base,
        2,
        vec![set(aiko, notes("Tea\nand cake")), set(aiko, ContactField::Help("Lenses".to_owned()))],
    );
    let theirs = after(
        &base,
        3,
        vec![Edit::SetEmployment {
            contact: aiko,
            employment: Employment {
                organization: "Hoshi".to_owned(),
                title: "Head".to_owned(),
                ..Employment::default()
            },
        }],
    );
    let ours = after(
        &ours,
        2,
        vec![Edit::SetEmployment {
            contact: aiko,
            employment: Employment {
                organization: "Hoshi".to_owned(),
                title: "Chief".to_owned(),
                ..Employment::default()
            },
        }],
    );
    let (here, there) = (join(&base, &ours, &theirs).book, join(&base, &theirs, &ours).book);
    assert_eq!(here.conflicts.keys().collect::<Vec<_>>(), there.conflicts.keys().collect::<Vec<_>>());
    let asked = open_conflicts(&here, &english());
    assert_eq!((asked[0].field.as_str(), asked[0].kept.as_str()), ("Job title", "Chief"));
    let again = join(&base, &here, &there);
    assert_eq!(again.book.conflicts.len(), 1, "the same question is not asked twice");
    let chosen = decide_all(&here, &[asked[0].id], Choice::Other).expect("readable");
    assert_eq!(chosen.contacts[&aiko].affiliations[0].title, "Head");
}

#[test]
fn values_are_shown_with_names_and_in_three_languages() {
    let (base, _, mina) = common();
    let card = *base.cards.keys().next().expect("Aiko's");
    let on = today();
    let lend = |to| Edit::SetCard { card, field: CardField::Whereabouts(to) };
    let ours = after(&base, 2, vec![lend(Whereabouts::LentTo { contact: mina, on, from: None })]);
    let theirs = after(&base, 3, vec![lend(Whereabouts::Discarded { on })]);
    let book = join(&base, &ours, &theirs).book;
    let told = Locale::ALL.map(|locale| {
        let asked = open_conflicts(&book, &Texts::new(locale)).remove(0);
        [asked.title, asked.field, asked.kept, asked.other]
    });
    assert_eq!(
        told[0],
        ["Card: Aiko Tanaka", "Where the card is", "Lent: Mina Schäfer", "Thrown away: 14 Oct 2026"]
    );
    assert_eq!(told[1][3], "廃棄済み：2026年10月14日");
    assert_eq!(told[2][1], "Wo die Karte ist");
}

#[test]
fn two_companies_put_into_each_other_become_a_question() {
    let (base, aiko, _) = common();
    let base = after(
        &base,
        1,
        vec![Edit::SetEmployment {
            contact: aiko,
            employment: Employment { organization: "Tsuki".to_owned(), ..Employment::default() },
        }],
    );
    let [first, second] = [0, 1].map(|at| *base.organizations.keys().nth(at).expect("two"));
    let put = |inner, outer| {
        let mut book = base.clone();
        let mut record = Organization::clone(&book.organizations[&inner]);
        record.part_of = Some(outer);
        Organization::table_mut(&mut book).insert(inner, Arc::new(record));
        book
    };
    let (ours, theirs) = (put(first, second), put(second, first));
    let merged = join(&base, &ours, &theirs);
    let links = merged.book.organizations.values().filter(|it| it.part_of.is_some()).count();
    assert_eq!((links, merged.report.conflicts), (1, 1));
    assert_eq!(join(&base, &merged.book, &theirs).book, merged.book);
}

#[test]
fn a_real_person_ends_a_demo() {
    let (base, ..) = common();
    let mut demo = base.clone();
    Arc::make_mut(&mut demo.header).is_demo = true;
    let with_demo = after(
        &demo,
        2,
        vec![Edit::AddCircle {
            circle: Box::new(Circle { name: "Invented".to_owned(), ..Circle::default() }),
        }],
    );
    let real = after(
        &base,
        3,
        vec![Edit::AddContact {
            contact: Box::new(Contact { name: PersonName::new("Real", "Person"), ..Contact::default() }),
            employment: Employment::default(),
            received: None,
        }],
    );
    assert!(!join(&base, &with_demo, &real).book.header.is_demo, "a real person could be cleared away");
    assert!(join(&demo, &with_demo, &demo).book.header.is_demo);
}
