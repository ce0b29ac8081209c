//! The search over whole books.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::index::Index;
use crate::index::tests::{contact, day, put};
use crate::model::*;

const TODAY: fn() -> NaiveDate = || day(10, 14);

fn story() -> Book {
    let mut book = Book::default();
    let haruka = PersonName {
        family_reading: "たなか".to_owned(),
        given_reading: "ハルカ".to_owned(),
        ..PersonName::parse("田中 遥")
    };
    put(&mut book, Contact { id: Id::new(1), name: haruka, ..Contact::default() });
    let phones = vec![Labelled::new("work", "+49 (3641) 55-12")];
    put(&mut book, Contact { phones, ..contact(2, "Jörg Müller") });
    let affiliation = Affiliation { organization: Id::new(9), ..Affiliation::default() };
    put(&mut book, Contact { affiliations: vec![affiliation], ..contact(3, "Mina Schäfer") });
    put(
        &mut book,
        Organization { id: Id::new(9), name: "Müller Glas".to_owned(), ..Organization::default() },
    );
    put(&mut book, Contact { notes: "knows mueller well".to_owned(), ..contact(4, "Ines Albrecht") });
    let ito = PersonName { family_reading: "いとう".to_owned(), ..PersonName::parse("伊藤 さくら") };
    put(&mut book, Contact { id: Id::new(5), name: ito, ..Contact::default() });
    let topics = vec!["bearings".to_owned()];
    let contacts = BTreeSet::from([Id::new(1), Id::new(5)]);
    put(&mut book, Encounter { id: Id::new(1), contacts, topics, ..Encounter::default() });
    book
}

fn ids(result: &SearchResult) -> Vec<u128> {
    result.ranked().iter().map(|id| id.value()).collect()
}

fn check(query: &str, expected: &[u128]) {
    check_in(&story(), query, expected);
}

fn check_in(book: &Book, query: &str, expected: &[u128]) {
    let result = Index::rebuild(book).find(&Query::parse(query), TODAY());
    assert_eq!(ids(&result), expected, "{query}");
    assert_eq!(result.count(), expected.len(), "{query}");
    for id in book.contacts.keys() {
        assert_eq!(result.matches(*id), expected.contains(&id.value()), "{query} {id}");
    }
}

#[test]
fn a_name_is_found_in_every_writing() {
    for query in [
        "tanaka",
        "TANAKA har",
        "田中",
        "田中遥",
        "遥田中",
        "中遥",
        "たなか",
        "タナカ",
        "ﾀﾅｶ",
        "ｔａｎａｋａ",
        "はるか 田",
        "haruka tanaka",
        "\"haruka tanaka\"",
        "\"田中 遥\"",
        "tanakaharuka",
    ] {
        check(query, &[1]);
    }
    for query in ["ito", "itou", "itoh", "伊藤", "sakura", "いとう", "イトウ"] {
        check(query, &[5]);
    }
    for query in ["schafer", "schaefer", "Schäfer", "SCHA\u{308}FER", "schaf", "\"schaefer\""] {
        check(query, &[3]);
    }
}

#[test]
fn names_come_before_organizations_and_these_before_the_rest() {
    for query in ["mueller", "Müller"] {
        check(query, &[2, 3, 4]);
    }
    check("muller", &[2, 3]);
}

#[test]
fn whole_words_come_before_beginnings_and_these_before_parts() {
    let mut book = Book::default();
    for (id, name) in [(1, "Ulf Weberling"), (2, "Anna Weber"), (3, "Kai Altweber"), (4, "Bo Abel")] {
        put(&mut book, contact(id, name));
    }
    put(&mut book, Contact { tags: ["weber".to_owned()].into(), ..contact(5, "Cleo Busch") });
    put(&mut book, Contact { notes: "weber".to_owned(), ..contact(6, "Abe Able") });
    check_in(&book, "weber", &[2, 1, 3, 5, 6]);
    check_in(&book, "we", &[2, 1, 5, 6]);
    check_in(&book, "a", &[4, 6, 3, 2]);
}

#[test]
fn all_words_must_be_found_but_anywhere() {
    check("mina glas", &[3]);
    check("mina tanaka", &[]);
    check("bearings sakura", &[5]);
    check("bearings さくら", &[5]);
    check("bearings", &[5, 1]);
    check("beari", &[5, 1]);
    check("earing", &[5, 1]);
}

#[test]
fn a_phone_number_is_found_however_it_is_grouped() {
    for query in ["036415512", "03641-5512", "+493641", "3641 5512", "(3641)", "0049 3641"] {
        check(query, &[2]);
    }
}

#[test]
fn parts_of_a_name_and_sharp_s_may_be_written_otherwise() {
    let mut book = story();
    let name = |given: &str, family: &str| PersonName::new(given, family);
    put(&mut book, Contact { id: Id::new(61), name: name("Ha-eun", "Yoon"), ..Contact::default() });
    put(&mut book, Contact { id: Id::new(62), name: name("Deniz", "Rößler"), ..Contact::default() });
    for query in ["haeun", "ha-eun yoon", "H-eun Yoon", "Haeunn Yoon"] {
        check_in(&book, query, &[61]);
    }
    for query in ["Rösler", "roesler", "Rossler", "Deniz Röwler", "Deniz Röler"] {
        check_in(&book, query, &[62]);
    }
}

#[test]
fn an_empty_query_finds_everything() {
    for text in ["", "  ", "-", "circle:", "\"\"", "…", "'"] {
        let result = Index::rebuild(&story()).find(&Query::parse(text), TODAY());
        assert!(result.is_everything() && result.matches(Id::new(3)), "{text}");
        assert!(result.matches_event(Id::new(77)));
        assert!(result.matches_follow_up(&FollowUp::default()));
    }
}

#[test]
fn an_error_is_mended_when_no_name_fits() {
    let mut book = story();
    for query in ["tanka", "tankaa", "yanaka", "Shcäfer", "scahefer", "Albrect Ines", "Jrög Mülller"] {
        let result = Index::rebuild(&book).find(&Query::parse(query), TODAY());
        assert_eq!(result.count(), 1, "{query} {:?}", ids(&result));
        assert!(result.is_mended(), "{query}");
    }
    check("glss mina", &[3]);
    check("jo", &[2]);
    put(&mut book, Contact { notes: "Tankwart".to_owned(), ..contact(6, "Zora Zylka") });
    check_in(&book, "tank", &[6, 1]);
    put(&mut book, contact(7, "Bernd Tank"));
    check_in(&book, "tank", &[7, 6]);
    check("-tanka", &[4, 5, 2, 3, 1]);
}

#[test]
fn cards_events_and_follow_ups_are_found_by_their_own_texts() {
    let mut book = story();
    let impressions = vec![Impression { text: "laughs a lot".to_owned(), ..Impression::default() }];
    let in_pile = Card { id: Id::new(1), impressions, ..Card::default() };
    put(&mut book, in_pile.clone());
    put(&mut book, Event { id: Id::new(2), title: "Optik-Treff".to_owned(), ..Event::default() });
    let contacts = BTreeSet::from([Id::new(1)]);
    let call = FollowUp { id: Id::new(3), about: "samples".to_owned(), contacts, ..FollowUp::default() };
    put(&mut book, call.clone());
    let index = Index::rebuild(&book);
    let find = |query| index.find(&Query::parse(query), TODAY());
    assert!(find("laughs").matches_card(&in_pile) && !find("optik").matches_card(&in_pile));
    assert!(find("optik").matches_event(Id::new(2)) && !find("laughs").matches_event(Id::new(2)));
    assert!(find("samples tanaka").matches_follow_up(&call), "own words and the person's together");
    assert!(!find("samples mina").matches_follow_up(&call));
    assert!(!find("samples -tanaka").matches_follow_up(&call));
    assert!(find("samples -mina").matches_follow_up(&call));
}

#[test]
fn quotes_hold_words_together() {
    let mut book = Book::default();
    put(&mut book, Contact { notes: "thin glass for lamps".to_owned(), ..contact(1, "Anna Abel") });
    put(&mut book, Contact { notes: "glass, thin".to_owned(), ..contact(2, "Ben Busch") });
    put(&mut book, Contact { notes: "thin glasses".to_owned(), ..contact(3, "Cleo Cron") });
    put(&mut book, Contact { notes: "薄いガラスの話".to_owned(), ..contact(4, "Dora Dorn") });
    for (query, expected) in [
        ("thin glass", &[1, 2, 3][..]),
        ("\"thin glass\"", &[1]),
        ("„thin glass“", &[1]),
        ("“thin gla", &[1, 3]),
        ("-\"thin glass\"", &[2, 3, 4]),
        ("薄いガラス", &[4]),
        ("いガラ", &[4]),
        ("「ガラスの話」", &[4]),
        ("ガラス薄い", &[]),
        ("lamps-glass", &[]),
        ("glass-for", &[1]),
    ] {
        check_in(&book, query, expected);
    }
}

/// Four people, each with something that only an operator tells apart.
fn makers() -> Book {
    let mut book = Book::default();
    put(&mut book, Circle { id: Id::new(1), name: "Makers".to_owned(), ..Circle::default() });
    let (name, city) = ("Glas & Söhne".to_owned(), "Jena".to_owned());
    put(&mut book, Organization { id: Id::new(1), name, city, ..Organization::default() });
    let need = |what: &str| Need { what: what.to_owned(), ..Need::default() };
    let title = "Head of Glass".to_owned();
    let affiliations = vec![Affiliation { organization: Id::new(1), title, ..Affiliation::default() }];
    let (circles, emails) = ([Id::new(1)].into(), vec![Labelled::new("work", "anna@glas.example")]);
    put(&mut book, Contact { affiliations, circles, emails, ..contact(1, "Anna Abel") });
    let expertise = vec![Expertise { what: "glass blowing".to_owned(), ..Expertise::default() }];
    let addresses = vec![Address { city: "Jena".to_owned(), ..Address::default() }];
    put(&mut book, Contact { expertise, addresses, ..contact(2, "Ben Busch") });
    let tags = ["supplier".to_owned()].into();
    put(&mut book, Contact { needs: vec![need("thin glass")], tags, ..contact(3, "Cleo Cron") });
    let archived = Some(Archived { on: day(1, 1), reason: String::new() });
    put(&mut book, Contact { archived, notes: "glass".to_owned(), ..contact(4, "Dora Dorn") });
    let (title, starts_on) = ("RustConf".to_owned(), Some(day(3, 20)));
    put(&mut book, Event { id: Id::new(1), title, starts_on, ..Event::default() });
    let card = |id, contact| Card { id: Id::new(id), contact: Some(Id::new(contact)), ..Card::default() };
    let (event, received_on) = (Some(Id::new(1)), Some(day(3, 20)));
    put(&mut book, Card { event, received_on, front: Some(Id::new(5)), ..card(1, 2) });
    put(&mut book, Card { received_on: Some(day(9, 1)), ..card(2, 3) });
    let (on, contacts) = (day(10, 13), [Id::new(1)].into());
    put(&mut book, Encounter { id: Id::new(1), on, contacts, ..Encounter::default() });
    let (kind, contacts) = (EncounterKind::Email, [Id::new(3)].into());
    put(&mut book, Encounter { id: Id::new(2), on: day(9, 2), kind, contacts, ..Encounter::default() });
    let (kind, due_on, contacts) = (FollowUpKind::ThankYou, day(10, 16), [Id::new(1)].into());
    put(&mut book, FollowUp { id: Id::new(1), kind, due_on, contacts, ..FollowUp::default() });
    book
}

#[test]
fn every_operator_looks_where_it_says() {
    let book = makers();
    for (query, expected) in [
        ("circle:makers", &[1][..]),
        ("kreis:mak", &[1]),
        ("サークル：makers", &[1]),
        ("needs:\"thin glass\"", &[3]),
        ("needs:glass", &[3]),
        ("expertise:glass", &[2]),
        ("org:glas", &[1]),
        ("firma:söhne", &[1]),
        ("title:glass", &[1]),
        ("tag:supplier", &[3]),
        ("-tag:supplier glass", &[1, 2, 4]),
        ("city:Jena", &[1, 2]),
        ("ort:jena -circle:makers", &[2]),
        ("event:rustconf", &[2]),
        ("event:\"rustconf\" expertise:blow", &[2]),
        ("name:glass", &[]),
        ("note:glass", &[4]),
        ("mail:anna", &[1]),
        ("met:2026", &[1, 2, 3]),
        ("met:2026-03", &[2]),
        ("met:2026-09-02", &[3]),
        ("met>2026-09", &[1]),
        ("met<2026-09", &[2]),
        ("met>=2026-09", &[1, 3]),
        ("met:2025", &[]),
        ("warmth>30", &[1]),
        ("wärme<10", &[2, 4]),
        ("温かさ>=1", &[1, 3, 2]),
        ("warmth<=100", &[1, 2, 3, 4]),
        ("is:archived", &[4]),
        ("-archived", &[1, 2, 3]),
        ("-archiviert glass", &[2, 3, 1]),
        ("is:virtual", &[2, 3]),
        ("has:scan", &[2]),
        ("has:card", &[2, 3]),
        ("hat:karte -has:scan", &[3]),
        ("has:mail", &[1]),
        ("has:need", &[3]),
        ("has:phone", &[]),
        ("due:week", &[1]),
        ("due:today", &[]),
        ("fällig:dank", &[1]),
        ("due:2026-10", &[1]),
        ("due:2026-11", &[]),
    ] {
        let result = Index::rebuild(&book).find(&Query::parse(query), TODAY());
        let found: BTreeSet<u128> = ids(&result).into_iter().collect();
        assert_eq!(found, expected.iter().copied().collect(), "{query}");
        assert!(Query::parse(query).problems().is_empty(), "{query}");
    }
    let index = Index::rebuild(&book);
    let find = |query| index.find(&Query::parse(query), TODAY());
    assert!(find("met:2026-03").matches_event(Id::new(1)) && !find("met:2025").matches_event(Id::new(1)));
    let thanks = &book.follow_ups[&Id::new(1)];
    assert!(find("due:week").matches_follow_up(thanks) && !find("due:today").matches_follow_up(thanks));
}

#[test]
fn what_is_not_understood_is_a_text_and_named() {
    for (typed, kind, place) in [
        ("colour:red", ProblemKind::UnknownField, "colour"),
        ("a met:soon", ProblemKind::BadValue(Operator::Met), "soon"),
        ("warmth>hot", ProblemKind::BadValue(Operator::Warmth), "hot"),
        ("warmth>140", ProblemKind::BadValue(Operator::Warmth), "140"),
        ("has:luck", ProblemKind::BadValue(Operator::Has), "luck"),
        ("circle>5", ProblemKind::BadValue(Operator::Circle), "5"),
        ("é circle:", ProblemKind::NoValue(Operator::Circle), "circle:"),
        ("a is:v", ProblemKind::NoValue(Operator::Is), "is:v"),
        ("has:名", ProblemKind::NoValue(Operator::Has), "has:名"),
        ("met:20", ProblemKind::NoValue(Operator::Met), "met:20"),
        ("needs:\"thin", ProblemKind::OpenQuote, "thin"),
    ] {
        let query = Query::parse(typed);
        let [problem] = query.problems() else { panic!("{typed} {query:?}") };
        assert_eq!((problem.kind, &typed[problem.place.clone()]), (kind, place), "{typed}");
    }
    for fine in ["https://werk.example", "10:30", "a:b@c", "- -- -", "12:", ":", "<3", "x=y", "-"] {
        let query = Query::parse(fine);
        let unknown = query.problems().iter().filter(|problem| problem.kind != ProblemKind::UnknownField);
        assert_eq!(unknown.count(), 0, "{fine} {query:?}");
    }
    let long = "a ".repeat(40);
    assert_eq!(Query::parse(&long).problems()[0].kind, ProblemKind::TooLong);
    let mut book = Book::default();
    put(&mut book, Contact { notes: "colour red at 10:30".to_owned(), ..contact(1, "Anna Abel") });
    check_in(&book, "colour:red", &[1]);
    check_in(&book, "10:30", &[1]);
}

#[test]
fn every_text_of_the_book_is_found() {
    // Every text field of every kind of record gets a word of its own.
    let mut book = Book::default();
    let mut words = Vec::new();
    let mut word = || {
        let n = words.len();
        let letters = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"];
        let word = format!("q{0}{1}{0}{1}z", letters[n / 10], letters[n % 10]);
        words.push(word.clone());
        word
    };
    let person = Id::new(1);
    let organization = Organization {
        id: Id::new(1),
        name: word(),
        reading: word(),
        latin: word(),
        former_names: vec![word()],
        city: word(),
        website: word(),
        notes: word(),
        ..Organization::default()
    };
    put(&mut book, organization);
    put(&mut book, Circle { id: Id::new(1), name: word(), ..Circle::default() });
    let event = Event { id: Id::new(1), title: word(), ..Event::default() };
    put(&mut book, event);
    let name = PersonName {
        family: word(),
        given: word(),
        additional: word(),
        prefix: word(),
        suffix: word(),
        nickname: word(),
        family_reading: word(),
        given_reading: word(),
        latin: word(),
        ..PersonName::default()
    };
    let human = HumanSide {
        home: word(),
        people: word(),
        enjoys: word(),
        avoids: word(),
        gifts: word(),
        starters: word(),
        ..HumanSide::default()
    };
    let address = Address {
        street: word(),
        city: word(),
        region: word(),
        postal_code: word(),
        country: word(),
        ..Address::default()
    };
    let affiliation =
        Affiliation { organization: Id::new(1), title: word(), department: word(), ..Affiliation::default() };
    let contact = Contact {
        id: person,
        name,
        affiliations: vec![affiliation],
        phones: vec![Labelled::new("work", word())],
        emails: vec![Labelled::new("work", word())],
        addresses: vec![address],
        links: vec![Labelled::new("", word())],
        custom: vec![Labelled::new(word(), word())],
        help: word(),
        expertise: vec![Expertise { what: word(), ..Expertise::default() }],
        problems_solved: vec![word()],
        offers: vec![word()],
        needs: vec![Need { what: word(), ..Need::default() }],
        research: vec![ResearchNote { text: word(), source: word(), ..ResearchNote::default() }],
        own_words: word(),
        human,
        notes: word(),
        tags: [word()].into(),
        circles: [Id::new(1)].into(),
        archived: Some(Archived { on: day(1, 1), reason: word() }),
        ..Contact::default()
    };
    put(&mut book, contact);
    let impressions = vec![Impression { text: word(), ..Impression::default() }];
    let card = Card { id: Id::new(1), contact: Some(person), recognized_text: word(), ..Card::default() };
    put(&mut book, Card { event: Some(Id::new(1)), impressions, ..card });
    let favours = vec![Favour { what: word(), ..Favour::default() }];
    let encounter = Encounter { id: Id::new(1), contacts: [person].into(), favours, ..Encounter::default() };
    put(&mut book, Encounter { topics: vec![word()], note: word(), place: word(), ..encounter });
    put(&mut book, Relationship { id: Id::new(1), from: person, note: word(), ..Relationship::default() });
    let a = Party::Contact(person);
    put(&mut book, Introduction { id: Id::new(1), a, note: word(), ..Introduction::default() });
    let outcome = Some(Outcome { note: word(), ..Outcome::default() });
    let referral = Referral { id: Id::new(1), subject: person, outcome, ..Referral::default() };
    put(&mut book, Referral { comment: word(), need_text: word(), ..referral });
    let verdict = Verdict::Deepen { next_step: word(), due_on: day(1, 1) };
    let review = Review { id: Id::new(1), contact: person, verdict, ..Review::default() };
    put(&mut book, Review { note: word(), reasons: vec![ReviewReason::Own(word())], ..review });
    let about = word();
    put(&mut book, FollowUp { id: Id::new(1), contacts: [person].into(), about, ..FollowUp::default() });
    let index = Index::rebuild(&book);
    assert!(words.len() > 55, "{}", words.len());
    for word in words {
        let result = index.find(&Query::parse(&word), TODAY());
        assert_eq!((ids(&result), result.is_mended()), (vec![1], false), "{word}");
        let reasons = result.reasons(&index, person);
        assert!(reasons.iter().any(|reason| reason.text.contains(&word)), "{word} {reasons:?}");
    }
}

#[test]
fn a_reason_shows_the_letters_that_fit() {
    let index = Index::rebuild(&story());
    for (query, person, field, expected) in [
        ("schaef", 3, Field::Name, "Mina [Schäfer]"),
        ("schaf", 3, Field::Name, "Mina [Schäf]er"),
        ("tana", 1, Field::Name, "[たなか] ハルカ"),
        ("harka", 1, Field::Name, "たなか [ハルカ]"),
        ("arin", 5, Field::Encounter, "be[arin]gs"),
        ("\"muller glas\"", 3, Field::Organization, "[Müller Glas]"),
        ("note:mueller", 4, Field::Note, "knows [mueller] well"),
    ] {
        let result = index.find(&Query::parse(query), TODAY());
        let reasons = result.reasons(&index, Id::new(person));
        let shown: Vec<(Field, String)> = reasons
            .iter()
            .map(|reason| {
                let mut shown = reason.text.clone();
                for mark in reason.marks.iter().rev() {
                    shown.insert(mark.end, ']');
                    shown.insert(mark.start, '[');
                }
                (reason.field, shown)
            })
            .collect();
        assert!(shown.contains(&(field, expected.to_owned())), "{query} {shown:?}");
    }
    let result = index.find(&Query::parse("schafer -glas"), TODAY());
    assert!(result.marks(Field::Organization, "Müller Glas").is_empty(), "what is excluded is not marked");
}

#[test]
fn an_answer_is_remembered_until_something_changes() {
    let mut book = makers();
    let mut index = Index::rebuild(&book);
    let warm = |index: &Index, today| ids(&index.find(&Query::parse("warmth>30"), today));
    assert_eq!(warm(&index, TODAY()), [1]);
    assert_eq!(warm(&index, day(12, 31)), [0_u128; 0], "the day is part of the question");
    assert_eq!(warm(&index, TODAY()), [1]);
    Encounter::table_mut(&mut book).remove(&Id::new(1));
    let records = BTreeSet::from([RecordRef::Encounter(Id::new(1))]);
    index.update(&book, &crate::edit::Touched { records, ..Default::default() });
    assert_eq!(warm(&index, TODAY()), [0_u128; 0]);
}

#[test]
fn a_result_stays_what_it_was_when_the_book_changes() {
    let mut book = story();
    let mut index = Index::rebuild(&book);
    let before = index.find(&Query::parse("tanaka"), TODAY());
    let update = |index: &mut Index, book: &Book, id| {
        let records = BTreeSet::from([RecordRef::Contact(Id::new(id))]);
        index.update(book, &crate::edit::Touched { records, ..Default::default() });
    };
    Contact::table_mut(&mut book).remove(&Id::new(1));
    update(&mut index, &book, 1);
    put(&mut book, contact(8, "Taro Tanaka"));
    update(&mut index, &book, 8);
    assert!(before.matches(Id::new(1)) && !before.matches(Id::new(8)));
    let after = index.find(&Query::parse("tanaka"), TODAY());
    assert!(!after.matches(Id::new(1)) && after.matches(Id::new(8)));
    assert_eq!(ids(&index.find(&Query::parse("-tanaka"), TODAY())), [4, 5, 2, 3], "no gap is counted");
}

#[test]
fn completions_come_from_the_book() {
    let book = makers();
    let values = Values::of(&book);
    let complete = |text: &str, locale| -> Vec<String> {
        let found = Query::complete(text, text.len(), &values, locale, TODAY());
        found.into_iter().map(|one| format!("{}{}", &text[..one.place.start], one.text)).collect()
    };
    use crate::text::Locale::{De, En, Ja};
    let in_state = "is:archiviert is:virtuell is:erwähnt is:verliehen is:weggegeben is:weggeworfen is:stapel";
    for (typed, locale, expected) in [
        ("ci", En, vec!["circle:", "city:"]),
        ("kr", De, vec!["kreis:"]),
        ("circ", De, vec!["kreis:"]),
        ("サー", Ja, vec!["サークル:"]),
        ("glass -war", En, vec!["glass -warmth>"]),
        ("circle:", En, vec!["circle:Makers"]),
        ("needs:gl", En, vec!["needs:\"thin glass\""]),
        ("needs:\"thin", En, vec!["needs:\"thin glass\""]),
        ("city:je", En, vec!["city:Jena"]),
        ("is:", De, in_state.split(' ').collect()),
        ("has:ph", En, vec!["has:phone", "has:photo"]),
        ("met:2026", En, vec!["met:2026-10", "met:2026-09", "met:2026"]),
        ("nothing", En, vec![]),
        ("c", En, vec![]),
        ("", En, vec![]),
        ("circle: ", En, vec![]),
        ("colour:", En, vec![]),
    ] {
        assert_eq!(complete(typed, locale), expected, "{typed}");
    }
    assert_eq!(complete(Query::HELP, De).len(), Operator::ALL.len());
    assert_eq!(
        Query::complete("x city:J and", 8, &values, En, TODAY())[0],
        Completion {
            place: 7..8,
            text: "Jena".to_owned(),
            kind: CompletionKind::Value(Operator::City, Some(2))
        }
    );
}

#[test]
fn every_completion_and_example_is_understood() {
    let mut book = makers();
    put(&mut book, Circle { id: Id::new(2), name: "Freunde & Co: nah".to_owned(), ..Circle::default() });
    put(&mut book, Circle { id: Id::new(3), name: "作り手 の輪".to_owned(), ..Circle::default() });
    let values = Values::of(&book);
    for locale in crate::text::Locale::ALL {
        for operator in Operator::ALL {
            let example = operator.example(locale);
            let query = Query::parse(&example);
            assert!(query.problems().is_empty() && query.parts().len() == 1, "{example}");
            let typed = format!("{}:", operator.name(locale));
            for completion in Query::complete(&typed, typed.len(), &values, locale, TODAY()) {
                let whole = format!("{}{}", &typed[..completion.place.start], completion.text);
                let query = Query::parse(&whole);
                assert!(query.problems().is_empty() && query.parts().len() == 1, "{whole}");
            }
        }
    }
}

#[test]
fn hostile_texts_are_searched_like_others() {
    let long = "na".repeat(5_000);
    let bidi = "\u{202e}abc\u{202c} \u{200b}שלום مرحبا";
    let emoji = "👩‍👩‍👧 family 🦀";
    let mut book = Book::default();
    for (id, text) in
        [long.as_str(), bidi, emoji, "𠮷野家", "", "\u{0}\u{1}", "e\u{301}\u{301}\u{301}"].iter().enumerate()
    {
        put(&mut book, Contact { notes: (*text).to_owned(), ..contact(id as u128 + 1, text) });
    }
    let index = Index::rebuild(&book);
    let find = |query: &str| ids(&index.find(&Query::parse(query), TODAY()));
    assert_eq!(find("nanana"), [1]);
    assert_eq!(find("𠮷"), [4]);
    assert_eq!(find("𠮷野"), [4]);
    assert_eq!(find("🦀"), [3]);
    assert_eq!(find("שלום"), [2]);
    assert_eq!(find("é"), [7]);
    for query in
        [long.as_str(), bidi, emoji, "\u{0}", "\"", "-\"", "::::", "circle:\"", "\u{301}", "-\u{301}"]
    {
        let result = index.find(&Query::parse(query), TODAY());
        for contact in book.contacts.values() {
            let marks = result.marks(Field::Note, &contact.notes);
            assert!(marks.into_iter().all(|mark| contact.notes.get(mark).is_some()), "{query}");
        }
    }
}

proptest! {
    #[test]
    fn places_are_exact_for_any_input(typed in any::<String>(), part in "[-a-z:<>=\"„“「」 é田:：2026]{0,24}") {
        for text in [typed.as_str(), part.as_str()] {
            let query = Query::parse(text);
            let mut end = 0;
            for part in query.parts() {
                prop_assert!(part.place.start >= end && text.get(part.place.clone()).is_some());
                end = part.place.end;
            }
            for problem in query.problems() {
                prop_assert!(text.get(problem.place.clone()).is_some());
            }
            let values = Values::default();
            for cursor in 0..=text.len() {
                for completion in Query::complete(text, cursor, &values, crate::text::Locale::En, TODAY()) {
                    prop_assert!(text.get(completion.place).is_some());
                }
            }
        }
    }

    #[test]
    fn marks_are_whole_characters_of_any_text(
        text in any::<String>(), words in "[a-zäß田中たナé 'ー]{0,20}", query in "[a-zäß田中たナé \"'-]{1,8}") {
        let mut book = Book::default();
        put(&mut book, Contact { notes: format!("{text} {words}"), ..contact(1, "A") });
        let index = Index::rebuild(&book);
        let result = index.find(&Query::parse(&query), TODAY());
        for text in [&text, &words] {
            let mut end = 0;
            for mark in result.marks(Field::Note, text) {
                prop_assert!(mark.start >= end && mark.end >= mark.start && text.get(mark.clone()).is_some());
                end = mark.end;
            }
        }
    }

    #[test]
    fn every_part_of_a_text_finds_it(text in "[a-dA-DäöüßÀ0-2田中遥々たなガーﾀ'.,-]{2,12}( [a-dé田中たな]{1,6}){0,3}", from in 0..12_usize, length in 3..8_usize) {
        let mut book = Book::default();
        put(&mut book, Contact { notes: text.clone(), ..contact(1, "Zzz") });
        // Any piece, as long as it begins and ends where a letter does.
        let letters: Vec<char> = text.chars().collect();
        let piece: String = letters.iter().skip(from).take(length).collect();
        let index = Index::rebuild(&book);
        let query = Query::plain(&piece);
        // A latin letter or two are looked for at the beginning of words only, and sequences begin with a whole latin word.
        let is_easy = |word: &str| {
            let folded = fold(word);
            let mut lengths = Vec::new();
            tokens::words(&folded, |word| lengths.push(word.len()));
            lengths.len() == 1 && lengths[0] >= 3 && !folded.contains('\'')
        };
        if piece.split_whitespace().all(is_easy) {
            let result = index.find(&query, TODAY());
            prop_assert!(result.matches(Id::new(1)), "{} in {}", piece, text);
        }
    }
}

#[test]
fn the_reason_is_what_name_and_company_do_not_say() {
    let mut book = story();
    let expertise = |what: &str| Expertise { what: what.to_owned(), ..Expertise::default() };
    let offers = vec!["nothing".to_owned(), "Glas für Boote".to_owned()];
    let notes = format!("{} salt-water bearings\nfor the pier {}", "word ".repeat(60), "more ".repeat(60));
    let person =
        Contact { expertise: vec![expertise("salt-water bearings")], offers, ..contact(7, "Anna Glas") };
    put(&mut book, person);
    put(&mut book, Contact { notes, ..contact(8, "Ben Busch") });
    let index = Index::rebuild(&book);
    let why = |query: &str, id: u128| {
        let found = index.find(&Query::parse(query), TODAY());
        found.why(&index, Id::new(id)).map(|why| {
            let marks: Vec<String> = why.marks.iter().map(|mark| why.text[mark.clone()].to_owned()).collect();
            (why.field, why.text, marks)
        })
    };
    let bearings = |marks: &[&str]| {
        let marks = marks.iter().map(|mark| (*mark).to_owned()).collect();
        Some((Field::Expertise, "salt-water bearings".to_owned(), marks))
    };
    assert_eq!(why("bearings", 7), bearings(&["bearings"]));
    assert_eq!(why("anna beari", 7), bearings(&["beari"]));
    assert_eq!(why("glas", 7), None, "the name says it");
    assert_eq!(why("müller", 3), None, "the company says it");
    assert_eq!(why("circle:makers", 7), None);
    let (field, text, marks) = why("water bear", 8).expect("a reason");
    assert_eq!((field, marks), (Field::Note, vec!["water".to_owned(), "bear".to_owned()]));
    assert!(text.starts_with('…') && text.ends_with('…') && text.chars().count() < 130, "{text}");
    assert!(!text.contains('\n'), "{text}");
}
