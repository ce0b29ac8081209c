//! What it costs to save and to open books of 10,000 and 100,000 contacts. Run with `cargo bench --bench store`.
//!
//! Prints CPU milliseconds and milliseconds on the clock, the best of five (three for the large book), and beside them
//! what the usual way costs: plain RON, everything serialised anew, written to a temporary file, fsync, rename,
//! fsync of the folder; measured on the machine of the targets with ron 0.12.3 at 9.4 and 94 MB.

mod sample;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use cardloom::edit::history::Entry;
use cardloom::exchange::graph::Form;
use cardloom::exchange::json;
use cardloom::exchange::share::{self, Audience};
use cardloom::model::*;
use cardloom::session::network::network_file;
use cardloom::session::{NetworkChoices, NetworkFormat};
use cardloom::store::format::{self, Keeper, Origin};
use cardloom::store::{BookFile, Holder, Request, Store, Wishes};
use cardloom::text::{Locale, Texts};
use cpu_time::ProcessTime;

use sample::book;

/// What the usual way costs: (what, CPU, clock) at 10,000 and at 100,000 contacts.
const USUAL: [(&str, [&str; 2], [&str; 2]); 3] = [
    ("everything as text", ["61", "61"], ["650", "650"]),
    ("save one edit", ["65", "108"], ["800", "1800"]),
    ("read the text", ["94", "94"], ["1100", "1100"]),
];

/// The targets in milliseconds on the clock.
const TARGETS: [(&str, f64, f64); 2] = [("save one edit", 25.0, 300.0), ("open", 150.0, 1500.0)];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (column, size) in [10_000, 100_000].into_iter().enumerate() {
        run(size, column)?;
    }
    Ok(())
}

fn run(size: u64, column: usize) -> Result<(), Box<dyn std::error::Error>> {
    let bench = Bench { column, rounds: if column == 0 { 5 } else { 3 } };
    let mut book = book(size);
    let origin = Origin::default();
    let text = format::write(&book, &origin)?.0;
    println!("\n{size} contacts, {} records, {:.1} MB", book.len(), text.len() as f64 / 1e6);
    println!("{:<28} {:>9} {:>9}   usual way, target", "", "CPU ms", "clock ms");

    bench.measure("everything as text", || format::write(&book, &origin).is_ok());
    bench.measure("everything into a keeper", || {
        Keeper::new().text(&book, &origin).is_ok_and(|text| black_box(text.sign()).hash != [0; 32])
    });
    let mut keeper = Keeper::new();
    keeper.prepare(&book);
    bench.measure("one edit as text", || {
        edit(&mut book, size / 2);
        keeper.text(&book, &origin).is_ok_and(|text| black_box(text.sign()).hash != [0; 32])
    });
    bench.measure("of that the checksum", || black_box(blake3_of(&text)) != [0; 32]);

    let folder = tempfile::tempdir()?;
    let path = folder.path().join("book.ron");
    // The whole way: look whether another program wrote, text, undo log, fsync, backup, rename, fsync of the folder.
    let mut file = BookFile::new(&path, Holder::default());
    let mut save_book = |book: &Book, keep_before: bool| {
        let wishes = Wishes { keep_before, ..Wishes::default() };
        let entries = vec![Entry::Undo];
        let request = Request { book: book.clone(), entries, wishes, ..Request::default() };
        file.save(&request).result.is_ok()
    };
    assert!(save_book(&book, false), "the first save failed");
    bench.measure("nothing new to save", || save_book(&book, false));
    bench.measure("save one edit", || {
        edit(&mut book, size / 3);
        save_book(&book, false)
    });
    bench.measure("save one edit, with backup", || {
        edit(&mut book, size / 3);
        save_book(&book, true)
    });
    bench.measure("of that the look before", || {
        fs::read(&path).is_ok_and(|bytes| black_box(cardloom::store::Attachments::hash(&bytes)) != [0; 32])
    });
    bench.measure("a snapshot for the thread", || !black_box(book.clone()).is_empty());
    let theirs = format::write(&book, &Origin::default())?.0.replacen("Osaka", "Kyoto", 1);
    let theirs =
        format::write(&format::read(unsigned(&theirs).as_bytes()).map_err(|p| p.to_string())?.book, &origin)?
            .0;
    let mut turn = 0;
    bench.measure("take over another's change", || {
        turn += 1;
        let other = if turn % 2 == 0 { &text } else { &theirs };
        fs::write(&path, other).is_ok() && file.look(false).arrival.is_some()
    });
    bench.measure("save one edit, all anew", || {
        edit(&mut book, size / 3);
        format::write(&book, &origin).is_ok_and(|(text, _)| save(&path, &[text.as_bytes()]).is_ok())
    });
    bench.measure("read the text", || black_box(format::read(text.as_bytes())).is_ok());
    bench.measure("open", || black_box(Store::open(&path)).is_ok());
    bench.measure("read a damaged text", || {
        !black_box(format::salvage(text.replacen("Osaka", "Osa\0ka", 1).as_bytes())).book.is_empty()
    });
    if column == 0 {
        let own = share::book(&book, Audience::Me);
        bench.measure("export as JSON", || black_box(json::write(&own)).is_ok());
        let mine = share::book(&book, Audience::Me);
        let (format, choices) = (NetworkFormat::Form(Form::Graphml), NetworkChoices::default());
        let speech = (&Texts::new(Locale::En), chrono::NaiveDate::default());
        bench.measure("export as GraphML", || {
            black_box(network_file(&mine, format, &choices, speech, &mut |_, _| true)).is_ok()
        });
    }
    Ok(())
}

struct Bench {
    column: usize,
    rounds: usize,
}

impl Bench {
    fn measure(&self, what: &str, mut work: impl FnMut() -> bool) {
        let (mut cpu, mut clock) = (f64::MAX, f64::MAX);
        for _ in 0..self.rounds {
            let (start, started) = (ProcessTime::now(), Instant::now());
            assert!(work(), "{what} failed");
            cpu = cpu.min(start.elapsed().as_secs_f64() * 1e3);
            clock = clock.min(started.elapsed().as_secs_f64() * 1e3);
        }
        let usual = USUAL.iter().find(|(name, ..)| *name == what);
        let usual = usual.map_or(String::new(), |(_, small, large)| {
            let [cpu, clock] = if self.column == 0 { small } else { large };
            format!("{cpu} / {clock}")
        });
        let target = TARGETS.iter().find(|(name, ..)| *name == what);
        let target = target.map_or(String::new(), |(_, small, large)| {
            let target = if self.column == 0 { small } else { large };
            format!("target {target}: {}", if clock < *target { "met" } else { "MISSED" })
        });
        println!("{what:<28} {cpu:>9.1} {clock:>9.1}   {usual:<12} {target}");
    }
}

fn edit(book: &mut Book, number: u64) {
    let contact = Contact::table_mut(book).values_mut().nth(usize::try_from(number).unwrap_or(0));
    if let Some(contact) = contact {
        Arc::make_mut(contact).notes.push('x');
    }
}

fn blake3_of(text: &str) -> [u8; 32] {
    cardloom::store::Attachments::hash(text.as_bytes())
}

/// A text without its checksum, as after editing by hand.
fn unsigned(text: &str) -> String {
    text.lines()
        .filter(|line| !line.starts_with("// cardloom save"))
        .map(|line| format!("{line}\n"))
        .collect()
}

/// Temporary file, fsync, backup by hard link, rename, fsync of the folder.
fn save(path: &Path, pieces: &[&[u8]]) -> std::io::Result<()> {
    let temporary = path.with_extension("tmp");
    let mut file = File::create(&temporary)?;
    for piece in pieces {
        file.write_all(piece)?;
    }
    file.sync_all()?;
    let backup = path.with_extension("bak");
    if path.exists() {
        drop(fs::remove_file(&backup));
        fs::hard_link(path, &backup)?;
    }
    fs::rename(&temporary, path)?;
    File::open(path.parent().unwrap_or(path))?.sync_all()
}
