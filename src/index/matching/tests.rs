//! Rules of matching; how well it ranks is measured on a labelled set in `tests/suite/matching.rs`.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::find::{Asked, Ground};
use super::*;
use crate::index::tests::{contact, day, put};
use crate::model::*;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 10, 14).expect("a day");

fn need(id: u128, what: &str) -> Need {
    Need { id: Id::new(id), what: what.to_owned(), opened_on: Some(day(10, 1)), closed_on: None }
}

fn knows(what: &str) -> Vec<Expertise> {
    vec![Expertise { what: what.to_owned(), ..Expertise::default() }]
}

fn book() -> Book {
    let mut book = Book::default();
    put(
        &mut book,
        Contact { needs: vec![need(101, "sealed bearings for a sea robot")], ..contact(1, "Amara") },
    );
    put(&mut book, Contact { offers: vec!["salt-water bearings".to_owned()], ..contact(2, "Haruka") });
    put(&mut book, Contact { expertise: knows("Wälzlager und Getriebe"), ..contact(3, "Klaus") });
    put(&mut book, Contact { expertise: knows("軸受の設計"), ..contact(4, "Kenji") });
    put(&mut book, Contact { expertise: knows("wedding photography"), ..contact(5, "Lena") });
    book
}

fn helpers(book: &Book, wish: Sought<'_>) -> Vec<u128> {
    let found = Index::rebuild(book).who_can_help(wish, TODAY, 10);
    found.iter().map(|fit| fit.contact.value()).collect()
}

const AMARA: Sought<'_> = Sought::Need(Id::new(1), Id::new(101));

#[test]
fn a_need_finds_the_same_thing_in_three_languages() {
    let found = helpers(&book(), AMARA);
    assert_eq!(found[0], 2, "the same word");
    assert_eq!(found.iter().copied().collect::<BTreeSet<_>>(), [2, 3, 4].into());
    for text in ["Lager", "Kugellager", "ベアリング", "bearing"] {
        let found = helpers(&book(), Sought::Text(text));
        assert!([2, 3, 4].iter().all(|id| found.contains(id)), "{text}: {found:?}");
    }
}

#[test]
fn what_meets_is_marked_in_both() {
    let book = book();
    let index = Index::rebuild(&book);
    let fit = index.who_can_help(AMARA, TODAY, 3).remove(0);
    let marked = |text: &str, marks: &[std::ops::Range<usize>]| {
        marks.iter().map(|mark| text[mark.clone()].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marked(&fit.need_text, &fit.need_marks), ["bearings"]);
    assert_eq!(marked(&fit.entry, &fit.entry_marks), ["bearings"]);
    let kenji = index.who_can_help(Sought::Text("bearings"), TODAY, 5);
    let kenji = kenji.iter().find(|fit| fit.contact == Id::new(4)).expect("found");
    assert_eq!(marked(&kenji.entry, &kenji.entry_marks), ["軸受"]);
}

#[test]
fn who_needs_is_who_can_help_from_the_other_side() {
    let book = book();
    let index = Index::rebuild(&book);
    for helper in [2, 3, 4] {
        let found = index.who_needs(Id::new(helper), TODAY, 5);
        assert_eq!(found.len(), 1, "{helper}");
        assert_eq!((found[0].contact, found[0].need), (Id::new(1), Some(Id::new(101))));
        let back = index.who_can_help(AMARA, TODAY, 5);
        let same = back.iter().find(|fit| fit.helper == Id::new(helper)).expect("both ways");
        assert!((same.relevance - found[0].relevance).abs() < 1e-5);
    }
    assert!(index.who_needs(Id::new(5), TODAY, 5).is_empty());
}

#[test]
fn never_oneself_never_archived() {
    let mut book = book();
    put(
        &mut book,
        Contact {
            needs: vec![need(101, "bearings")],
            offers: vec!["bearings".to_owned()],
            ..contact(1, "Amara")
        },
    );
    let archived = Some(Archived { on: day(10, 1), reason: String::new() });
    put(&mut book, Contact { offers: vec!["bearings".to_owned()], archived, ..contact(2, "Haruka") });
    let found = helpers(&book, AMARA);
    assert!(!found.contains(&1) && !found.contains(&2), "{found:?}");
    let index = Index::rebuild(&book);
    assert!(index.who_needs(Id::new(2), TODAY, 5).is_empty());
    assert!(index.who_needs(Id::new(3), TODAY, 5).iter().all(|fit| fit.contact == Id::new(1)));
}

#[test]
fn texts_that_say_nothing_find_nobody() {
    let long = "lorem ipsum dolor ".repeat(1200);
    for text in
        ["", " ", "x", "に", "!!! … ??", "the and for who", "ください", long.as_str(), "\u{202e}\u{200b}"]
    {
        assert!(helpers(&book(), Sought::Text(text)).is_empty(), "{text:.20}");
    }
    assert!(says_nothing("the … who") && says_nothing("") && !says_nothing("IT"));
    let found = helpers(&book(), Sought::Text(&format!("bearings {long}")));
    assert!(found.len() <= 3);
    assert!(helpers(&book(), Sought::Need(Id::new(9), Id::new(9))).is_empty());
    assert!(helpers(&Book::default(), Sought::Text("bearings")).is_empty());
}

#[test]
fn what_was_tried_is_said_and_ranks_last() {
    let mut book = book();
    let step = |state| ReferralStep { state, on: day(9, 22) };
    put(
        &mut book,
        Referral {
            id: Id::new(50),
            subject: Id::new(2),
            recipient: Party::Contact(Id::new(1)),
            state: ReferralState::PassedOn,
            steps: vec![step(ReferralState::PassedOn)],
            ..Referral::default()
        },
    );
    put(
        &mut book,
        Relationship { id: Id::new(60), from: Id::new(1), to: Id::new(3), ..Relationship::default() },
    );
    let index = Index::rebuild(&book);
    let found = index.who_can_help(AMARA, TODAY, 5);
    let order: Vec<u128> = found.iter().map(|fit| fit.contact.value()).collect();
    assert_eq!(order, [4, 3, 2]);
    assert_eq!(found[2].tried, Some(Tried::Has(Id::new(50), Some(day(9, 22)))));
    assert_eq!(found[1].known, Some(Known::Relationship(Id::new(60))));
    let back = index.who_needs(Id::new(2), TODAY, 5);
    assert_eq!(back[0].tried, found[2].tried);
    let texts = crate::text::Texts::new(crate::text::Locale::En);
    assert_eq!(back[0].state_text(&texts, TODAY).as_deref(), Some("Has it already, since 22 Sep"));
}

#[test]
fn what_is_proposed_is_new() {
    let mut book = book();
    let pairs = |book: &Book| {
        let made = Index::rebuild(book).pairing(TODAY).carry_out(|_, _| Ok::<(), ()>(()));
        made.expect("nobody stopped it")
    };
    let all = pairs(&book);
    assert_eq!(all.needs, (1, 1));
    assert_eq!(all.best[0].helper, Id::new(2));
    let mut amara = Contact::clone(&book.contacts[&Id::new(1)]);
    amara.no_fits.insert(NoFit { need: Id::new(101), contact: Id::new(2), on: day(10, 2) });
    put(&mut book, amara);
    let left = pairs(&book);
    assert!(left.best.iter().all(|fit| fit.helper != Id::new(2)));
    assert_eq!(left.unfit.len(), 1);
    let found = Index::rebuild(&book).who_can_help(AMARA, TODAY, 5);
    assert!(found.last().is_some_and(|fit| fit.unfit && fit.contact == Id::new(2)));
}

#[test]
fn the_day_and_the_kind_of_the_evidence_are_said() {
    let mut book = book();
    put(
        &mut book,
        Card {
            id: Id::new(20),
            contact: Some(Id::new(1)),
            impressions: vec![Impression { on: day(10, 13), text: "Needs sealed bearings!".to_owned() }],
            ..Card::default()
        },
    );
    let index = Index::rebuild(&book);
    let found = index.who_needs(Id::new(2), TODAY, 5);
    let texts = crate::text::Texts::new(crate::text::Locale::En);
    assert_eq!(found[0].evidence_text(&texts, TODAY), "Wrote it on the card back, 13 Oct");
    assert!(
        index
            .who_can_help(Sought::Text("sealed bearings"), TODAY, 9)
            .iter()
            .all(|fit| fit.contact != Id::new(1))
    );
}

#[test]
fn own_words_that_mean_the_same_count_at_once() {
    let mut book = book();
    assert!(helpers(&book, Sought::Text("blorb")).is_empty());
    let group = ["blorb", "wedding photography"].map(str::to_owned);
    std::sync::Arc::make_mut(&mut book.header).synonyms.insert(group.into());
    assert_eq!(helpers(&book, Sought::Text("blorb")), [5]);
}

#[test]
fn one_chance_word_of_a_long_need_is_no_fit() {
    let book = book();
    let text =
        "a patient wedding planner who speaks Portuguese and knows churches near the coast of Brittany";
    assert!(!helpers(&book, Sought::Text(text)).contains(&2));
}

#[test]
fn endless_words_take_no_time_and_find_nobody() {
    let book = book();
    let begun = std::time::Instant::now();
    for text in ["x".repeat(20_000), "ア".repeat(20_000), "耐".repeat(20_000), "bearin ".repeat(3_000)] {
        assert!(helpers(&book, Sought::Text(&text)).is_empty());
    }
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

#[test]
fn one_kanji_of_a_verb_or_of_another_word_is_no_match() {
    let mut book = book();
    put(
        &mut book,
        Contact {
            problems_solved: vec!["他社が受けない小さな初注文".to_owned()], ..contact(6, "Aki")
        },
    );
    put(&mut book, Contact { offers: vec!["歯車".to_owned()], ..contact(7, "Ren") });
    put(&mut book, Contact { offers: vec!["釣り".to_owned()], ..contact(8, "Mei") });
    assert!(helpers(&book, Sought::Text("留学生の受け入れ先")).is_empty());
    assert!(!helpers(&book, Sought::Text("車")).contains(&7));
    assert_eq!(helpers(&book, Sought::Text("釣りを教える人")), [8]);
}

#[test]
fn a_word_with_a_number_is_found_without_it() {
    assert!(helpers(&book(), Sought::Text("bearing1 bearing2")).contains(&2));
}

#[test]
fn what_any_trade_does_and_warmth_come_after_the_whole_word() {
    let mut book = book();
    put(&mut book, Contact { offers: vec!["初回の相談は無料".to_owned()], ..contact(6, "Aki") });
    put(&mut book, Contact { expertise: knows("Steuerberatung"), ..contact(7, "Vera") });
    assert_eq!(helpers(&book, Sought::Text("Steuerberatung")), [7]);
}

/// Words that meet in many ways: stems, synonyms across languages, compounds, words of any trade, words that say nothing.
const SAID: [&str; 36] = [
    "bearings",
    "bearing",
    "Wälzlager",
    "Lager",
    "Kugellager",
    "軸受",
    "ベアリング",
    "ボールベアリング",
    "耐塩水",
    "salt-water",
    "saltwater",
    "salt",
    "water",
    "packaging",
    "Verpackung",
    "Verpackungsmaschine",
    "包装紙",
    "包装",
    "plastic",
    "Steuerberatung",
    "Beratung",
    "coffee",
    "コーヒー",
    "釣り",
    "for",
    "the",
    "company",
    "会社",
    "und",
    "choir",
    "Chor",
    "bearing2",
    "AI",
    "robot",
    "ロボット",
    "translation",
];

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&SAID[..]), 1..6).prop_map(|words| words.join(" "))
}

/// A person with some texts of several kinds and some needs.
fn anybody(id: u128) -> impl Strategy<Value = Contact> {
    let texts = || prop::collection::vec(sentence(), 0..3);
    let level = prop::sample::select(
        &[ExpertiseLevel::Beginner, ExpertiseLevel::Unknown, ExpertiseLevel::Expert][..],
    );
    (texts(), texts(), texts(), prop::collection::vec((sentence(), level), 0..3), any::<bool>()).prop_map(
        move |(offers, notes, needs, known, german)| {
            let mut person = Contact { offers, notes: notes.join(". "), ..contact(id, "Somebody") };
            person.human.hobbies = notes;
            person.expertise = known.into_iter().map(|(what, level)| Expertise { what, level }).collect();
            person.needs = needs.iter().zip(id * 100..).map(|(what, id)| need(id, what)).collect();
            person.languages = if german { vec!["de".to_owned()] } else { Vec::new() };
            person
        },
    )
}

/// A book in which many score the same, and in which some texts went again.
fn some_book() -> impl Strategy<Value = (Book, Book)> {
    let people = |count: u128| (1..=count).map(anybody).collect::<Vec<_>>();
    (people(14), people(14), prop::collection::vec(any::<bool>(), 14)).prop_map(|(first, then, changes)| {
        let (mut before, mut after) = (Book::default(), Book::default());
        for ((one, other), changes) in first.into_iter().zip(then).zip(changes) {
            put(&mut after, if changes { other } else { one.clone() });
            put(&mut before, one);
        }
        (before, after)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn nobody_is_left_out_by_the_bounds((before, book) in some_book(), text in sentence()) {
        let links = Links::rebuild(&book);
        let mut matching = Matching::rebuild(&before, &links);
        let touched = book.contacts.keys().map(|id| RecordRef::Contact(*id)).collect();
        matching.update(&before, &book, &links, &touched);
        let mut quick = Ground::new(&book, &links, &matching, TODAY);
        let needs = book.contacts.values().flat_map(|seeker| {
            seeker.needs.iter().map(move |need| Asked {
                seeker: Some(&**seeker),
                need: Some(need.id),
                text: &need.what,
                on: None,
            })
        });
        let typed = Asked { seeker: None, need: None, text: &text, on: None };
        for asked in needs.chain([typed]) {
            for limit in [1, 4, 48] {
                // With nothing known from the question before.
                let mut plain = Ground::new(&book, &links, &matching, TODAY);
                plain.scores.is_plain = true;
                let wanted = plain.relevant(asked, limit);
                prop_assert_eq!(quick.relevant(asked, limit), wanted, "{}", asked.text);
            }
        }
    }

    #[test]
    fn needs_that_are_worded_alike_are_answered_as_if_asked_alone((_, book) in some_book()) {
        let index = Index::rebuild(&book);
        let pairs = index.pairing(TODAY).carry_out(|_, _| Ok::<(), ()>(())).expect("nobody stopped it");
        let mut met = 0;
        let mut proposed: BTreeSet<(Id<Contact>, Id<Need>, Id<Contact>)> = BTreeSet::new();
        for seeker in book.contacts.values() {
            for need in &seeker.needs {
                let mut ground = Ground::new(&book, &index.links, index.matching(), TODAY);
                ground.scores.is_plain = true;
                let asked = Asked { seeker: Some(seeker), need: Some(need.id), text: need.what.trim(), on: need.opened_on };
                let found = ground.relevant(asked, 4);
                let fits = ground.fits(asked, &found);
                met += usize::from(fits.iter().any(Fit::is_new));
                proposed.extend(fits.iter().map(|fit| (seeker.id, need.id, fit.helper)));
            }
        }
        prop_assert_eq!(pairs.needs.1, met);
        for fit in &pairs.best {
            let pair = (fit.seeker.expect("a seeker"), fit.need.expect("a need"), fit.helper);
            prop_assert!(proposed.contains(&pair));
        }
    }
}

#[test]
fn words_that_only_look_alike_are_no_match() {
    let mut book = Book::default();
    let known = [
        "Fermented vegetables",
        "発酵野菜",
        "Apprenticeships across borders",
        "Open-source licences",
        "Customs without tears",
        "Timber houses in gaps",
        "Patents in three countries",
        "Förderung für erste Exporte",
        "Machine learning on farms",
        "Verpackung ohne Plastik",
    ];
    for (what, id) in known.into_iter().zip(1..) {
        put(&mut book, Contact { expertise: knows(what), ..contact(id, "Somebody") });
    }
    let backs = [
        "Never call before ten.",
        "Talks fast, listens faster",
        "Dry humour, easily missed",
        "Full of plans",
    ];
    for (text, number) in backs.into_iter().zip(1..) {
        put(&mut book, contact(20 + number, "Somebody"));
        put(
            &mut book,
            Card {
                id: Id::new(100 + number),
                contact: Some(Id::new(20 + number)),
                impressions: vec![Impression { on: day(10, 13), text: text.to_owned() }],
                ..Card::default()
            },
        );
    }
    let index = Index::rebuild(&book);
    let helpers = |text: &str| -> Vec<u128> {
        index.who_can_help(Sought::Text(text), TODAY, 20).iter().map(|fit| fit.contact.value()).collect()
    };
    for (need, not) in [
        ("Green coffee from small farms", 1),
        ("Green coffee from small farms", 2),
        ("a wooden ship", 3),
        ("sourcing in Japan", 4),
        ("a first customer", 5),
        ("housings for machines", 6),
        ("three hundred cups", 7),
        ("Schulen für kleine Orte", 8),
        ("old mills", 9),
        ("Stühle ohne Schrauben", 10),
        ("clients who call early", 21),
        ("call early", 21),
        ("tiny fasteners", 22),
        ("dry walnut", 23),
        ("somebody who plans exhibitions", 24),
    ] {
        assert!(!helpers(need).contains(&not), "{need}: {not}");
    }
    // What they say is found.
    for (need, who) in [
        ("vegetables", 1),
        ("Gemüse", 2),
        ("an apprenticeship", 3),
        ("open-source software", 4),
        ("customs", 5),
        ("a house of timber", 6),
        ("a patent", 7),
        ("Export", 8),
        ("farming", 9),
        ("packaging", 10),
    ] {
        assert!(helpers(need).contains(&who), "{need}: {who}, not {:?}", helpers(need));
    }
}
