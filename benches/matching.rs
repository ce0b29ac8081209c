//! Who can help, who needs whom, and all pairs, at 10,000 contacts of the demo book (or as many as the arguments say), with
//! a plain search for the words beside it: `cargo bench --no-default-features --bench matching`.

#![allow(missing_docs, reason = "a program, not a library")]

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use cardloom::demo::{DemoSpec, ImagePlan, make};
use cardloom::edit::Touched;
use cardloom::index::{Index, Matching, Sought};
use cardloom::model::{Book, Contact, Id, InBook as _, Need, RecordRef};
use cardloom::text::fold::fold;
use chrono::NaiveDate;
use cpu_time::{ProcessTime, ThreadTime};

const TEXTS: [&str; 10] = [
    "sealed bearings for salt water",
    "Kugellager für eine Windkraftanlage",
    "軸受メーカーを探しています",
    "packaging without plastic",
    "eine Verpackung für Lebensmittel",
    "資金調達を手伝ってくれる人",
    "an architect for a wooden house",
    "Steuerberatung für Gründer",
    "coffee",
    "someone who can translate a contract from Japanese into German before the trade fair in spring",
];

fn main() {
    let mut counts: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if counts.is_empty() {
        counts = vec![1_000, 10_000];
    }
    for count in counts {
        measure(count);
    }
}

fn measure(contacts: usize) {
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
    let spec = DemoSpec { contacts, seed: 7, today, images: ImagePlan::None };
    let Ok(demo) = make(&spec) else { return println!("no demo book") };
    let mut book = demo.book;
    println!("\n{} contacts, {} records", book.contacts.len(), book.len());
    let mut index = Index::rebuild(&book);

    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = ProcessTime::now();
            black_box(Matching::rebuild(&book, &index.links));
            start.elapsed()
        })
        .collect();
    println!("from nothing        {:>9.1} ms CPU (aim: in the background)", milli(middle(&mut times)));
    black_box(index.matching());

    let open = |contact: &Contact| {
        let need = contact.needs.iter().find(|need| need.closed_on.is_none());
        need.map(|need| (contact.id, need.id))
    };
    let needs: Vec<(Id<Contact>, Id<Need>)> = book.contacts.values().filter_map(|it| open(it)).collect();
    let asked: Vec<Sought<'_>> = TEXTS
        .iter()
        .map(|text| Sought::Text(text))
        .chain(needs.iter().step_by((needs.len() / 200).max(1)).map(|(who, need)| Sought::Need(*who, *need)))
        .collect();
    report(
        "who can help",
        asked.iter().map(|sought| time(|| index.who_can_help(*sought, today, 12))),
        "20 ms",
    );
    let people: Vec<Id<Contact>> = book.contacts.keys().copied().step_by((contacts / 200).max(1)).collect();
    report("who needs", people.iter().map(|id| time(|| index.who_needs(*id, today, 12))), "20 ms");
    let texts: Vec<String> = folded(&book);
    report("words found plainly", TEXTS.iter().map(|text| time(|| plainly(&texts, text))), "the peer");

    let pairing = index.pairing(today);
    let mut found = (0, 0);
    let mut times: Vec<Duration> = (0..3)
        .map(|_| {
            let start = ProcessTime::now();
            if let Ok(pairs) = pairing.carry_out(|_, _| Ok::<(), ()>(())) {
                found = pairs.needs;
            }
            start.elapsed()
        })
        .collect();
    println!(
        "all pairs           {:>9.1} ms CPU for {} open needs, {} met (aim 2 s)",
        milli(middle(&mut times)),
        found.0,
        found.1
    );
    drop(pairing);

    // One entry more, taken in as the window does it.
    let ids: Vec<Id<Contact>> = book.contacts.keys().copied().take(200).collect();
    let updates = ids.into_iter().map(|id| {
        let before = book.contacts[&id].clone();
        let mut contact = Contact::clone(&before);
        contact.offers.push("bearing test rigs".to_owned());
        Contact::table_mut(&mut book).insert(id, Arc::new(contact));
        let touched = Touched {
            everything: false,
            records: BTreeSet::from([RecordRef::Contact(id)]),
            ..Touched::default()
        };
        time(|| index.update(&book, &touched))
    });
    report("one entry more", updates.collect::<Vec<_>>().into_iter(), "1 ms");
}

/// All texts of everybody, as a plain search would hold them.
fn folded(book: &Book) -> Vec<String> {
    let of = |contact: &Contact| {
        let known = contact.expertise.iter().map(|entry| entry.what.as_str());
        let all = known.chain(contact.offers.iter().chain(&contact.problems_solved).map(String::as_str));
        fold(&all.collect::<Vec<_>>().join("\n"))
    };
    book.contacts.values().map(|contact| of(contact)).collect()
}

/// How many people have any of the words.
fn plainly(texts: &[String], text: &str) -> usize {
    let words: Vec<String> = text.split_whitespace().map(fold).collect();
    texts.iter().filter(|text| words.iter().any(|word| text.contains(word.as_str()))).count()
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = ThreadTime::now();
    black_box(work());
    start.elapsed()
}

fn report(what: &str, times: impl Iterator<Item = Duration>, aim: &str) {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    let at = |part: usize| times.get((times.len() * part / 100).min(times.len().saturating_sub(1))).copied();
    let (half, most) = (at(50).unwrap_or_default(), at(99).unwrap_or_default());
    println!(
        "{what:<20}{:>9.2} ms half, {:.2} ms 99 % of {} (aim {aim})",
        milli(half),
        milli(most),
        times.len()
    );
}

fn middle(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn milli(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
