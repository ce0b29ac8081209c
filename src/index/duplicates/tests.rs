//! Who is found and who is not, told as pairs. How many are found in a large book, `suite::duplicates` measures.

use std::sync::Arc;

use super::*;
use crate::model::*;

fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}

/// Two records in a book, with the strangers that make their names rare.
fn pair(one: Contact, other: Contact) -> Duplicates {
    let mut book = Book::default();
    for (id, name) in [(1, "Weber Optik"), (2, "Hoshi")] {
        put(&mut book, Organization { id: Id::new(id), name: name.to_owned(), ..Organization::default() });
    }
    for number in 0..200_u128 {
        let name = PersonName::new(format!("Given{number}"), format!("Family{number}"));
        put(&mut book, Contact { id: Id::new(1_000 + number * 7), name, ..Contact::default() });
    }
    put(&mut book, Contact { id: Id::new(1), ..one });
    put(&mut book, Contact { id: Id::new(2), ..other });
    found(&book)
}

fn found(book: &Book) -> Duplicates {
    match find(book, |_, _| Ok::<(), std::convert::Infallible>(())) {
        Ok(found) => found,
        Err(never) => match never {},
    }
}

fn named(name: &str) -> Contact {
    Contact { name: PersonName::parse(name), ..Contact::default() }
}

fn at(company: u128, contact: Contact) -> Contact {
    let affiliations = vec![Affiliation { organization: Id::new(company), ..Affiliation::default() }];
    Contact { affiliations, ..contact }
}

fn with_mail(address: &str, contact: Contact) -> Contact {
    Contact { emails: vec![Labelled::new("", address)], ..contact }
}

fn with_phone(number: &str, contact: Contact) -> Contact {
    Contact { phones: vec![Labelled::new("", number)], ..contact }
}

fn read(written: &str, family: &str, given: &str) -> Contact {
    let mut contact = named(written);
    contact.name.family_reading = family.to_owned();
    contact.name.given_reading = given.to_owned();
    contact
}

#[track_caller]
fn check(one: Contact, other: Contact, first: Evidence, sure: Certainty) {
    let found = pair(one, other);
    assert_eq!(found.pairs.len(), 1, "{found:?}");
    let told = &found.pairs[0];
    assert_eq!((told.a, told.b), (Id::new(1), Id::new(2)));
    assert!(told.evidence.contains(&first), "{told:?}");
    assert_eq!(told.certainty(), sure, "{told:?}");
}

#[track_caller]
fn check_not(one: Contact, other: Contact) {
    let found = pair(one, other);
    assert_eq!(found.pairs, []);
}

#[test]
fn two_who_write_their_names_with_other_kanji_are_two_however_alike_they_sound() {
    let mail = "t.matsubara@example.jp";
    let tomoko = with_mail(mail, read("松原 智子", "まつばら", "ともこ"));
    let tomoki = with_mail(mail, read("松原 友紀", "まつばら", "ともき"));
    assert_eq!(pair(tomoko.clone(), tomoki).pairs, []);
    // One of the two in Latin letters may still be a slip of the pen.
    assert_eq!(pair(tomoko, with_mail(mail, named("Tomok Matsubara"))).pairs.len(), 1);
}

#[test]
fn one_person_is_known_in_every_writing() {
    use Certainty::{Likely, Perhaps, VeryLikely};
    let mail = "mina@weber.example";
    check(
        with_mail(mail, named("Mina Schäfer")),
        with_mail(mail, named("M. Schaefer")),
        Evidence::SameEmail,
        Likely,
    );
    check(
        with_mail(mail, named("Mina Schäfer")),
        with_mail(mail, named("Schäfer, Mina")),
        Evidence::SameEmail,
        VeryLikely,
    );
    check(at(1, named("Mina Schäfer")), at(1, named("Dr. Mina Schaefer")), Evidence::SameName, Likely);
    check(at(1, named("Jonas Weber")), at(1, named("Jonas Webber")), Evidence::OneLetter, Perhaps);
    check(
        at(2, read("田中 遥", "たなか", "はるか")),
        at(2, named("Haruka Tanaka")),
        Evidence::OtherWriting,
        Likely,
    );
    check(
        at(2, read("田中 遥", "たなか", "はるか")),
        at(2, named("タナカ ハルカ")),
        Evidence::OtherWriting,
        Likely,
    );
    check(at(2, named("髙橋 健")), at(2, named("高橋 健")), Evidence::SameName, Likely);
    let swapped = Contact { name: PersonName::new("Weber", "Jonas"), ..Contact::default() };
    check(at(1, named("Jonas Weber")), at(1, swapped), Evidence::SwappedName, Likely);
    check(
        with_phone("+49 30 1234567", named("Alexander Weber")),
        with_phone("030 / 123 45 67", named("Alex Weber")),
        Evidence::ShortName,
        Likely,
    );
    let nick = |name: &str, nickname: &str| {
        let mut contact = named(name);
        contact.name.nickname = nickname.to_owned();
        contact
    };
    check(at(1, nick("Robert Weber", "Bob")), at(1, named("Bob Weber")), Evidence::ShortName, Likely);
    check(at(1, named("Jonas Weber")), at(2, named("Jonas Weber")), Evidence::SameName, Perhaps);
    let link = vec![Labelled::new("", "https://www.linkedin.com/in/mina")];
    let profile = |name: &str| Contact { links: link.clone(), ..named(name) };
    check(profile("Mina Schäfer"), profile("Mina Weber"), Evidence::SameLink, Perhaps);
}

#[test]
fn strangers_are_left_alone() {
    check_not(at(1, named("Jonas Weber")), at(1, named("Mina Weber")));
    check_not(at(1, named("Jonas Weber")), at(1, named("Jonas Keller")));
    check_not(
        with_mail("info@weber.example", named("Jonas Weber")),
        with_mail("info@weber.example", named("Mina Schäfer")),
    );
    check_not(named("田中 遥"), named("田中 健"));
    check_not(at(2, named("田中 遥")), at(2, named("田中 健")));
    check_not(named("Tim Koch"), named("Tom Koch"));
    check_not(named(""), named(""));
}

#[test]
fn father_and_son_of_one_name_at_one_address_are_not_certain() {
    let home = Address {
        street: "Lindenstraße 4".to_owned(),
        postal_code: "10969".to_owned(),
        ..Address::default()
    };
    let at_home =
        |contact: Contact| Contact { addresses: vec![home.clone()], ..with_phone("030 1234567", contact) };
    let found = pair(at_home(named("Karl Weber")), at_home(named("Karl Weber")));
    assert_eq!(found.pairs[0].certainty(), Certainty::Likely, "{found:?}");
    let suffixed = |suffix: &str| {
        let mut contact = at_home(named("Karl Weber"));
        contact.name.suffix = suffix.to_owned();
        contact
    };
    let found = pair(suffixed("sen."), suffixed("jun."));
    assert!(found.pairs.iter().all(|pair| pair.certainty() == Certainty::Perhaps), "{found:?}");
    let born = |year| {
        let mut contact = at_home(named("Karl Weber"));
        contact.human.birthday = YearlessDate::new(Some(year), 5, 4);
        contact
    };
    check_not(born(1950), born(1985));
}

#[test]
fn who_was_told_apart_is_left_alone() {
    let apart = Contact { not_the_same_as: [Id::new(2)].into(), ..at(1, named("Jonas Weber")) };
    check_not(apart, at(1, named("Jonas Weber")));
}

#[test]
fn reasons_are_told_in_three_languages() {
    let found = pair(at(1, named("Jonas Weber")), at(1, named("Jonas Webber")));
    for (locale, line) in [
        (crate::text::Locale::En, "Name differs by one letter, same company"),
        (crate::text::Locale::De, "Ein Buchstabe im Namen anders, gleiche Firma"),
        (crate::text::Locale::Ja, "名前が一文字違い、同じ会社"),
    ] {
        assert_eq!(found.pairs[0].reasons(&crate::text::Texts::new(locale)), line);
    }
}

#[test]
fn a_crowd_at_one_switchboard_is_passed_over_and_told() {
    let mut book = Book::default();
    for number in 0..1_000_u128 {
        let contact = with_phone("+49 30 9000-0000", named(&format!("Given{number} Family{number}")));
        put(&mut book, Contact { id: Id::new(number + 1), ..contact });
    }
    for number in 0..300_u128 {
        put(&mut book, Contact { id: Id::new(5_000 + number), ..named("Hans Müller") });
    }
    let found = found(&book);
    assert_eq!(found.pairs, []);
    assert!(found.compared < 5_000, "{} pairs were compared", found.compared);
    let told: Vec<_> = found.crowds.iter().map(|crowd| (crowd.people, crowd.what)).collect();
    assert_eq!(told, [(1_000, Shared::Phone), (300, Shared::Name)]);
}

#[test]
fn three_records_of_one_person_are_a_group() {
    let mut book = Book::default();
    for (id, name) in [(1, "Mina Schäfer"), (2, "Mina Schaefer"), (3, "Schäfer, Mina"), (4, "Jonas Weber")]
    {
        put(
            &mut book,
            Contact {
                id: Id::new(id),
                ..with_mail(if id < 4 { "mina@x.example" } else { "j@x.example" }, named(name))
            },
        );
    }
    let mut found = found(&book);
    assert_eq!(found.groups, [vec![Id::new(1), Id::new(2), Id::new(3)]]);
    Contact::table_mut(&mut book).remove(&Id::new(2));
    found.forget_settled(&book);
    assert_eq!((found.pairs.len(), found.groups.len()), (1, 0));
}

#[test]
fn the_work_ends_when_it_is_told_to() {
    let mut book = Book::default();
    put(&mut book, Contact { id: Id::new(1), ..named("Mina") });
    assert_eq!(find(&book, |_, _| Err("stopped")), Err("stopped"));
}

#[test]
fn a_name_of_ten_thousand_letters_and_odd_marks_do_no_harm() {
    let long = "x".repeat(10_000);
    for name in [long.as_str(), "\u{202e}abc\u{200b}", "👩‍🔬 🧪", "-", "・"] {
        let found = pair(named(name), named(name));
        assert!(found.pairs.len() <= 1, "{name}");
    }
}
