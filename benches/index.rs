//! CPU times of everything derived, at 10,000 contacts (or as many as the first number among the
//! arguments says): `cargo bench --bench index`.

#![allow(missing_docs, reason = "a program, not a library")]

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use cardloom::edit::Touched;
use cardloom::index::{Counts, GalleryQuery, GalleryRows, Index, Query, SearchResult, Warmth};
use cardloom::model::*;
use chrono::{Days, NaiveDate};
use cpu_time::ProcessTime;

const FAMILIES: [&str; 8] =
    ["Weber", "Müller", "Schäfer", "Tanaka", "Suzuki", "Grant", "Natarajan", "Okafor"];
const GIVEN: [&str; 8] = ["Jonas", "Mina", "Haruka", "Priya", "Oliver", "Ines", "Klaus", "Grace"];
const WORDS: [&str; 8] =
    ["bearings", "thin glass", "coffee roasting", "lamination", "display samples", "optics", "Möbel", "印刷"];

fn main() {
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
    let book = book(count, today);
    println!("{count} contacts, {} records", book.len());
    let mut index = Index::rebuild(&book);

    index.search();
    measure("rebuild", 5, || {
        let index = Index::rebuild(&book);
        black_box(index.search());
    });
    measure("network", 5, || {
        // A fresh index makes its network at the first look.
        let network = cardloom::index::Network::build(&book, &index.links);
        black_box(network.edges().len());
    });
    let network = index.network();
    println!("  {} nodes, {} edges", network.len(), network.edges().len());
    measure("distances from me", 20, || drop(black_box(network.distances(0, |_| true))));

    let mut edited = book.clone();
    let mut turn = 0;
    measure("update after one encounter", 50, || {
        turn += 1;
        let id = Id::new(turn % 97 + 1);
        if let Some(encounter) = Encounter::table_mut(&mut edited).get_mut(&id) {
            Arc::make_mut(encounter).on = today;
        }
        let records = BTreeSet::from([RecordRef::Encounter(id)]);
        index.update(&edited, &Touched { records, ..Touched::default() });
    });
    measure("update after a changed contact", 50, || {
        turn += 1;
        let id = Id::new(turn % 97 + 1);
        if let Some(contact) = Contact::table_mut(&mut edited).get_mut(&id) {
            Arc::make_mut(contact).notes = turn.to_string();
        }
        let records = BTreeSet::from([RecordRef::Contact(id)]);
        index.update(&edited, &Touched { records, ..Touched::default() });
    });

    for text in ["t", "tanaka", "mina glass", "たなか", "nothing at all"] {
        let query = Query::parse(text);
        measure(&format!("search {text:?}"), 20, || drop(black_box(index.find(&query, today))));
    }
    let everything = SearchResult::default();
    measure("gallery by event", 10, || {
        let rows = GalleryRows::of(&book, &index, &GalleryQuery::default(), &everything, today);
        black_box(rows.len());
    });
    let filtered = GalleryQuery { review_due: true, virtual_only: true, ..GalleryQuery::default() };
    measure("gallery with filters", 10, || {
        black_box(GalleryRows::of(&book, &index, &filtered, &everything, today).len());
    });
    measure("warmth of everybody", 5, || {
        let warmth = book.contacts.keys().map(|id| Warmth::on(&book, &index, *id, today).value);
        black_box(warmth.sum::<f32>());
    });
    measure("a year in review", 5, || {
        use chrono::Datelike as _;
        black_box(cardloom::index::year::Year::of(&book, &index.links, today.year(), today).warmth.len());
    });
    measure("whole pile", 20, || drop(black_box(index.whole_pile())));
    measure("gallery by place", 10, || {
        let by_place = GalleryQuery { group_by: cardloom::index::GroupBy::Place, ..GalleryQuery::default() };
        black_box(GalleryRows::of(&book, &index, &by_place, &everything, today).len());
    });
    measure("counts", 20, || {
        black_box(Counts::of(&book, &index, today));
    });
}

/// Runs a piece of work some times and prints the median of its CPU time.
fn measure(name: &str, times: usize, mut work: impl FnMut()) {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = ProcessTime::now();
            work();
            start.elapsed()
        })
        .collect();
    taken.sort_unstable();
    println!("{name:<34} {:>9.3} ms", taken[taken.len() / 2].as_secs_f64() * 1e3);
}

/// Returns a book of invented people; the same for the same number.
fn book(count: u32, today: NaiveDate) -> Book {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: u32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u32::try_from(state % u64::from(below.max(1))).unwrap_or(0)
    };
    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }
    let back = |days: u32| today.checked_sub_days(Days::new(days.into())).unwrap_or(today);
    let any = |list: [&'static str; 8], n: u32| list[n as usize % 8].to_owned();
    let (events, organizations) = (count / 50 + 1, count / 4 + 1);
    let mut book = Book::default();
    for id in 1..=u128::from(organizations) {
        put(
            &mut book,
            Organization { id: Id::new(id), name: format!("Werk {id}"), ..Organization::default() },
        );
    }
    for id in 1..=u128::from(events) {
        let (starts_on, status) = (Some(back(random(900))), Attendance::Attended);
        let title = format!("Treff {id}");
        put(&mut book, Event { id: Id::new(id), title, starts_on, status, ..Event::default() });
    }
    for id in 1..=u128::from(count) {
        let mut name = PersonName::new(any(GIVEN, random(8)), any(FAMILIES, random(8)));
        if id % 3 == 0 {
            name = PersonName { family_reading: "たなか".to_owned(), ..PersonName::new("遥", "田中") };
        }
        let organization = Id::new(u128::from(random(organizations) + 1));
        let contact = Contact {
            id: Id::new(id),
            name,
            affiliations: vec![Affiliation {
                organization,
                title: any(WORDS, random(8)),
                ..Affiliation::default()
            }],
            emails: vec![Labelled::new("work", format!("person{id}@werk.example"))],
            phones: vec![Labelled::new("work", format!("+49 3641 {id:06}"))],
            notes: "Met at the buffet; talked about the region, the children and the next fair.".repeat(3),
            expertise: vec![Expertise { what: any(WORDS, random(8)), ..Expertise::default() }],
            ..Contact::default()
        };
        put(&mut book, contact);
        let card = Card {
            id: Id::new(id),
            contact: (id % 50 != 0).then_some(Id::new(id)),
            event: Some(Id::new(u128::from(random(events) + 1))),
            received_on: Some(back(random(900))),
            recognized_text: "Werk GmbH\nLeitung Entwicklung\nCarl-Zeiss-Strasse 1\n07743 Jena".to_owned(),
            impressions: vec![Impression { on: today, text: "Laughs a lot, knows everybody.".to_owned() }],
            ..Card::default()
        };
        put(&mut book, card);
        for n in 0..3 {
            let encounter = Encounter {
                id: Id::new((id - 1) * 3 + n + 1),
                kind: EncounterKind::ALL[random(7) as usize],
                on: back(random(900)),
                contacts: BTreeSet::from([Id::new(id)]),
                topics: vec![any(WORDS, random(8))],
                ..Encounter::default()
            };
            put(&mut book, encounter);
        }
        let follow_up = FollowUp {
            id: Id::new(id),
            kind: FollowUpKind::ALL[random(10) as usize],
            due_on: back(random(60)),
            contacts: BTreeSet::from([Id::new(id)]),
            about: any(WORDS, random(8)),
            state: match id % 4 {
                0 => FollowUpState::Open,
                _ => FollowUpState::Done { on: back(random(900)), encounter: None },
            },
            ..FollowUp::default()
        };
        put(&mut book, follow_up);
        if id % 3 == 0 {
            let mut other = || Id::new(u128::from(random(count) + 1));
            let (subject, recipient) = (other(), Party::Contact(other()));
            put(&mut book, Referral { id: Id::new(id), subject, recipient, ..Referral::default() });
        }
    }
    book
}
