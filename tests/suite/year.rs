//! The year in review against a count that knows nothing but the book.

use cardloom::demo::{DemoSpec, ImagePlan, make};
use cardloom::index::year::{WARM_FROM, Year};
use cardloom::index::{Index, Warmth};
use cardloom::model::*;
use cardloom::text::{Locale, Texts};
use chrono::{Datelike as _, NaiveDate};

use crate::cli::Desk;
use crate::world::today;

fn demo() -> Book {
    make(&DemoSpec { contacts: 160, seed: 5, today: today(), images: ImagePlan::None }).expect("a book").book
}

#[test]
fn a_year_is_what_a_naive_count_gives() {
    let book = demo();
    let index = Index::rebuild(&book);
    for year in [2024, 2025, 2026, 2027] {
        let review = Year::of(&book, &index.links, year, today());
        let is_in = |day: NaiveDate| day.year() == year && day <= today();
        let passed: Vec<&Referral> = book
            .referrals
            .values()
            .map(|it| &**it)
            .filter(|it| {
                let mut steps = it.steps.iter().filter(|step| step.state != ReferralState::Considered);
                steps.next().is_some_and(|step| is_in(step.on))
            })
            .collect();
        let given: Vec<_> = passed.iter().filter(|it| it.giver == Party::Me).collect();
        let received: Vec<_> = passed.iter().filter(|it| it.recipient == Party::Me).collect();
        assert_eq!((review.given.all, review.received.all), (given.len(), received.len()), "{year}");
        let work =
            |it: &&&&Referral| it.outcome.as_ref().is_some_and(|out| out.kind == OutcomeKind::LedToWork);
        assert_eq!(review.given.became, given.iter().filter(work).count());
        assert_eq!(review.received.became, received.iter().filter(work).count());
        assert_eq!(review.months.iter().map(|month| month.given).sum::<usize>(), given.len());
        let untold = given.iter().filter(|it| it.owner_told_on.is_none()).count();
        assert_eq!(review.untold, untold);
        let mine = book
            .introductions
            .values()
            .filter(|it| it.introducer == Party::Me && it.state.is_made() && it.on.is_some_and(is_in));
        assert_eq!(review.introduced.all, mine.clone().count());
        assert_eq!(
            review.introduced.became,
            mine.filter(|it| it.state == IntroductionState::LedToWork).count()
        );
        let visited: Vec<_> = book
            .events
            .values()
            .filter(|it| it.status == Attendance::Attended && it.starts_on.is_some_and(is_in))
            .collect();
        assert_eq!(review.visits.len(), visited.len());
        for visit in &review.visits {
            let people = &index.links.event(visit.event).contacts;
            assert_eq!(visit.met, people.len());
            let before = book.events.values().filter(|it| {
                it.status == Attendance::Attended && (it.starts_on, it.id) < (Some(visit.on), visit.event)
            });
            let before: Vec<_> = before.filter(|it| it.starts_on.is_some()).map(|it| it.id).collect();
            let again = people
                .iter()
                .filter(|who| before.iter().any(|event| index.links.event(*event).contacts.contains(*who)))
                .count();
            assert_eq!(visit.again, again);
        }
        for at in &review.warmth {
            let values: Vec<f32> = book
                .contacts
                .values()
                .filter(|it| it.archived.as_ref().is_none_or(|archived| archived.on > at.on))
                .filter(|it| !Warmth::parts(&book, &index, it.id, at.on).is_empty())
                .map(|it| Warmth::value_on(&book, &index, it.id, at.on))
                .collect();
            assert_eq!(at.people, values.len(), "{}", at.on);
            assert_eq!(at.warm, values.iter().filter(|value| **value >= WARM_FROM).count());
            let mean = values.iter().sum::<f32>() / values.len().max(1) as f32;
            assert!((at.average - mean).abs() < 0.01, "{} {mean}", at.average);
        }
        let months = if year > 2026 {
            0
        } else if year == 2026 {
            10
        } else {
            12
        };
        assert_eq!(review.warmth.len(), months);
    }
}

#[test]
fn a_year_is_told_in_short_sentences_in_three_languages() {
    let book = demo();
    let index = Index::rebuild(&book);
    let review = Year::of(&book, &index.links, 2026, today());
    assert!(
        review.given.all > 5 && review.given.became > 0 && review.visits.len() > 2,
        "the demo has a year"
    );
    assert!(Year::all(&book, today()).len() >= 2, "and one before it");
    for locale in Locale::ALL {
        let texts = Texts::new(locale);
        let said = review.sentences(&texts);
        assert!(said.len() >= 5, "{said:?}");
        let text = review.text(&book, &texts);
        assert!(said.iter().all(|sentence| text.contains(sentence.as_str())));
    }
    let english = review.sentences(&Texts::new(Locale::En));
    assert!(
        english[0].starts_with("You passed on ") && english[0].contains("became something"),
        "{english:?}"
    );
    let empty = Year::of(&Book::default(), &Index::default().links, 2026, today());
    assert!(empty.is_empty());
    assert_eq!(empty.sentences(&Texts::new(Locale::En)), ["You passed on no card."]);
    // Years at the ends of the calendar and beyond.
    for year in [i32::MIN, -300_000, 0, 300_000, i32::MAX] {
        assert_eq!(Year::of(&book, &index.links, year, today()).given.all, 0);
    }
}

#[test]
fn the_command_line_looks_back_upon_a_year() {
    let desk = Desk::new();
    desk.demo();
    let run = |arguments: &[&str]| {
        let mut all = vec!["--book", "demo.ron"];
        all.extend(arguments);
        desk.run(&all)
    };
    let json = run(&["--json", "year", "--today", "2026-10-14"]).expect(0).json();
    assert_eq!((json["year"].as_i64(), json["months"].as_array().map(Vec::len)), (Some(2026), Some(12)));
    let given = json["given"]["all"].as_u64().expect("a count");
    let told = run(&["year", "2026", "--today", "2026-10-14"]).expect(0).out;
    assert!(told.contains(&format!("You passed on {given} card")), "{told}");
    assert!(run(&["year", "1950"]).expect(0).out.contains("Nothing is recorded"));
    run(&["year", "the last one"]).expect(2);
    run(&["year", "99999999999"]).expect(2);
}

#[test]
fn a_refused_introduction_was_not_made_and_every_figure_is_in_the_text() {
    let mut book = Book::default();
    let put = |book: &mut Book, introduction: Introduction| {
        Introduction::table_mut(book).insert(introduction.id, std::sync::Arc::new(introduction));
    };
    let [a, b] = [1, 2].map(|id| Party::Contact(Id::new(id)));
    let base = Introduction { a, b, on: Some(today()), ..Introduction::default() };
    let nothing = IntroductionState::CameToNothing;
    put(&mut book, Introduction { id: Id::new(1), state: nothing, ..base.clone() });
    put(&mut book, Introduction { id: Id::new(2), state: nothing, never_made: true, ..base.clone() });
    // A book from before `never_made`: somebody said no.
    put(&mut book, Introduction { id: Id::new(3), state: nothing, ..base.clone() });
    let refused = FollowUp {
        id: Id::new(1),
        opt_in: Some(Id::new(3)),
        contacts: [Id::new(1)].into(),
        state: FollowUpState::Dropped { on: today(), reason: String::new() },
        ..FollowUp::default()
    };
    FollowUp::table_mut(&mut book).insert(refused.id, std::sync::Arc::new(refused));
    let year = |book: &Book| Year::of(book, &Index::rebuild(book).links, 2026, today());
    let review = year(&book);
    assert_eq!((review.introduced.all, review.introduced.nothing), (1, 1), "the first one was made");
    assert_eq!(review.months.iter().map(|month| month.introductions).sum::<usize>(), 1);

    let texts = Texts::new(Locale::En);
    let mut book = Book::default();
    assert!(year(&book).is_empty());
    put(
        &mut book,
        Introduction { id: Id::new(1), introducer: a, a: Party::Me, b, on: Some(today()), ..base },
    );
    assert!(!year(&book).is_empty(), "somebody was introduced to me");
    let text = year(&book).text(&book, &texts);
    assert!(text.contains("Others introduced one person to you.") && text.contains("Introduced to you\t1"));
    let mut book = Book::default();
    let thanks = FollowUp {
        id: Id::new(1),
        kind: FollowUpKind::ThankYou,
        state: FollowUpState::Done { on: today(), encounter: None },
        ..FollowUp::default()
    };
    FollowUp::table_mut(&mut book).insert(thanks.id, std::sync::Arc::new(thanks));
    assert!(!year(&book).is_empty());
    let text = year(&book).text(&book, &texts);
    assert!(text.contains("You thanked once.") && text.contains("Thanks said\t1"), "{text}");
    let mut book = Book::default();
    let event = Event {
        id: Id::new(1),
        title: "Fair".to_owned(),
        starts_on: Some(today()),
        status: Attendance::NoShow,
        ..Event::default()
    };
    Event::table_mut(&mut book).insert(event.id, std::sync::Arc::new(event));
    assert!(!year(&book).is_empty(), "something was missed");
}
