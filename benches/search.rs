//! The search while typing, at 10,000 and 100,000 contacts of the demo book (or as many as the arguments say):
//! `cargo bench --no-default-features --bench search`.
//!
//! Every query is typed letter by letter; one key is understanding the text, looking it up and ranking.

#![allow(missing_docs, reason = "a program, not a library")]

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cardloom::demo::{DemoSpec, ImagePlan, make};
use cardloom::edit::Touched;
use cardloom::index::{Index, Query};
use cardloom::model::{Book, Contact, Encounter, Id, InBook as _, RecordRef};
use chrono::NaiveDate;
use cpu_time::{ProcessTime, ThreadTime};

fn main() {
    let mut counts: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if counts.is_empty() {
        counts = vec![10_000, 100_000];
    }
    for count in counts {
        measure(count);
    }
}

fn measure(contacts: usize) {
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
    let spec = DemoSpec { contacts, seed: 7, today, images: ImagePlan::None };
    let Ok(demo) = make(&spec) else { return println!("no demo book") };
    let book = demo.book;
    println!("\n{} contacts, {} records", book.contacts.len(), book.len());

    let (mut rest, mut search, mut wall) = (Vec::new(), Vec::new(), Vec::new());
    let mut index = Index::default();
    for _ in 0..5 {
        let start = ProcessTime::now();
        index = Index::rebuild(&book);
        rest.push(start.elapsed());
        let (clock, start) = (Instant::now(), ProcessTime::now());
        black_box(index.search());
        search.push(start.elapsed());
        wall.push(clock.elapsed());
    }
    println!("links and agenda {:>9.1} ms CPU", milli(middle(&mut rest)));
    println!(
        "search           {:>9.1} ms CPU, {:.1} ms wall",
        milli(middle(&mut search)),
        milli(middle(&mut wall))
    );
    println!("memory of search {:>9.1} MB", index.search().bytes() as f64 / 1e6);

    let people: Vec<&Arc<Contact>> = book.contacts.values().collect();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut some = |many: usize| -> Vec<&Contact> {
        (0..many).map(|_| people[random.below(people.len())].as_ref()).collect()
    };
    let names: Vec<String> = some(200).iter().map(|person| latin(person)).collect();
    let japanese = some(600).into_iter().filter(|person| !person.name.family_reading.is_empty()).take(100);
    let japanese: Vec<String> =
        japanese.flat_map(|person| [person.display_name(), person.name.reading()]).collect();
    let organization =
        |person: &&Contact| Some(book.get(person.current_affiliation()?.organization)?.name.clone());
    let organizations: Vec<String> = some(200).iter().filter_map(organization).collect();
    let words = [
        "glass",
        "bearings",
        "coffee",
        "lamination samples",
        "印刷",
        "コーヒー",
        "Messe Jena",
        "director",
        "gmbh",
        "07743",
        "0364",
        "weber@",
        "thank",
        "introduce",
        "Kaffee",
        "optik",
        "st",
        "s",
        "e",
        "an",
        "met at the fair",
        "さん",
        "の",
        "株式会社",
        "new product line",
        "\"thin glass\"",
        "org:werk",
        "city:Jena",
        "needs:glass",
    ];
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let conditions = [
        "met:2026 anna",
        "-archived tanaka",
        "warmth>40 weber",
        "is:virtual city:Tokyo",
        "has:card due:week muller",
    ];
    let conditions: Vec<String> = conditions.iter().map(|text| (*text).to_owned()).collect();
    let typos: Vec<String> = names.iter().map(|name| misspelt(name, &mut random)).collect();
    let mut all = Vec::new();
    for (what, queries) in [
        ("names", &names),
        ("names and readings in Japanese", &japanese),
        ("organizations", &organizations),
        ("words and fields", &words),
        ("conditions", &conditions),
        ("names with a typing error", &typos),
    ] {
        let mut keys = Vec::new();
        for query in queries {
            let ends = query.char_indices().skip(1).map(|(at, _)| at).chain([query.len()]);
            for end in ends {
                let typed = &query[..end];
                let start = ThreadTime::now();
                black_box(index.find(&Query::parse(typed), today));
                keys.push((start.elapsed(), typed.to_owned()));
            }
        }
        report(what, &mut keys);
        all.append(&mut keys);
    }
    report("all keys", &mut all);

    let (mut hits, mut missed) = (0, Vec::new());
    for (name, typed) in names.iter().zip(&typos) {
        let found = index.find(&Query::parse(typed), today);
        let is_meant = |id: &Id<Contact>| book.get(*id).is_some_and(|person| latin(person) == *name);
        if found.ranked().iter().take(10).any(is_meant) {
            hits += 1;
        } else {
            let place = found.ranked().iter().position(is_meant);
            missed.push(format!("{name} as {typed} ({} found, place {place:?})", found.count()));
        }
    }
    println!("typo recall@10   {:>9.3}, missed: {}", hits as f64 / names.len() as f64, missed.join("; "));

    let mut edited = book.clone();
    let encounters: Vec<Id<Encounter>> = book.encounters.keys().copied().take(200).collect();
    let ids: Vec<Id<Contact>> = book.contacts.keys().copied().take(200).collect();
    let mut update = |what: &str, edit: &mut dyn FnMut(&mut Book, usize) -> Option<RecordRef>| {
        let mut taken = Vec::new();
        for turn in 0..100 {
            let Some(record) = edit(&mut edited, turn) else { continue };
            let touched = Touched { records: BTreeSet::from([record]), ..Touched::default() };
            let start = ThreadTime::now();
            index.update(&edited, &touched);
            taken.push(start.elapsed());
        }
        taken.sort_unstable();
        let slowest = taken.last().copied().unwrap_or_default();
        println!("{what:<34} {:>8.3} ms, slowest {:.3} ms", milli(middle(&mut taken)), milli(slowest));
    };
    update("update after an encounter", &mut |book, turn| {
        let id = *encounters.get(turn)?;
        let encounter = Encounter::table_mut(book).get_mut(&id)?;
        Arc::make_mut(encounter).note = format!("a word never seen before: turn{turn}");
        Some(RecordRef::Encounter(id))
    });
    update("update after a changed note", &mut |book, turn| {
        let id = *ids.get(turn)?;
        Arc::make_mut(Contact::table_mut(book).get_mut(&id)?).notes = format!("once more, turn{turn}");
        Some(RecordRef::Contact(id))
    });
    update("update after a new name", &mut |book, turn| {
        let id = *ids.get(turn)?;
        Arc::make_mut(Contact::table_mut(book).get_mut(&id)?).name.family = format!("Newname{turn}");
        Some(RecordRef::Contact(id))
    });
}

/// The name as one types it without a Japanese keyboard.
fn latin(person: &Contact) -> String {
    if person.name.latin.is_empty() { person.display_name() } else { person.name.latin.clone() }
}

/// Puts one typing error into one of the longer words.
fn misspelt(name: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let starts: Vec<usize> = (0..letters.len())
        .filter(|at| {
            (*at == 0 || letters[at - 1] == ' ')
                && letters[*at..].iter().take_while(|c| **c != ' ').count() > 3
        })
        .collect();
    if starts.is_empty() {
        return name.to_owned();
    }
    let start = starts[random.below(starts.len())];
    let length = letters[start..].iter().take_while(|letter| **letter != ' ').count();
    let at = start + random.below(length - 1);
    let letter = char::from(b'a' + u8::try_from(random.below(26)).unwrap_or(0));
    match random.below(4) {
        0 => letters[at] = letter,
        1 => letters.insert(at, letter),
        2 => _ = letters.remove(at),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

fn report(what: &str, keys: &mut [(Duration, String)]) {
    keys.sort_unstable();
    let at =
        |part: f64| keys.get(((keys.len() as f64 - 1.0) * part) as usize).map_or(0.0, |key| milli(key.0));
    let slowest = keys.last().map_or("", |key| key.1.as_str());
    println!(
        "{what:<34} {:>6} keys, median {:.3} ms, 99 % {:.3} ms, slowest {:.3} ms {slowest:?}",
        keys.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

fn middle(taken: &mut [Duration]) -> Duration {
    taken.sort_unstable();
    taken.get(taken.len() / 2).copied().unwrap_or_default()
}

fn milli(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

struct Random(u64);

impl Random {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below.max(1) as u64).unwrap_or(0)
    }
}
