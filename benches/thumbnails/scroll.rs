//! Scrolls through a gallery of as many pictures as wanted and says what memory that took.
//!
//! What would lie on the graphics card is held here as the bytes of each texture with its smaller images: a software driver
//! keeps them in the memory of the program too.

use std::collections::BTreeMap;
use std::sync::Arc;

use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{App, Command, Route, Start};
use cardloom::jobs::Jobs;
use cardloom::model::{Book, Card, Contact, Id, InBook, PersonName};
use cardloom::session::FixedClock;
use cardloom::store::{Attachments, Store};
use chrono::NaiveDate;
use cpu_time::{ProcessTime, ThreadTime};
use eframe::egui;

const SIZE: egui::Vec2 = egui::vec2(1440.0, 900.0);

struct Nowhere;

impl Platform for Nowhere {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str) -> Result<(), String> {
        Ok(())
    }
}

/// Runs the measurement.
pub fn run(count: u32) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("book.ron");
    make_book(&path, count)?;
    println!(
        "{count} pictures written; a file each, {} bytes in all",
        size_of(&folder.path().join("attachments"))
    );
    for (name, cache) in [("first time", true), ("from the cache", true), ("memory of 64 MB", true)] {
        let small = name == "memory of 64 MB";
        scroll(name, &path, cache.then(|| folder.path().join("cache")), if small { 64 } else { 0 })?;
    }
    println!("the cache holds {} bytes", size_of(&folder.path().join("cache")));
    Ok(())
}

fn size_of(folder: &std::path::Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some(entry.metadata().ok()?.len())).sum()
}

fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}

/// A book of as many people, each with a card of its own. The pictures are 48 different ones, told apart by a comment in
/// the file: each is decoded on its own.
fn make_book(path: &std::path::Path, count: u32) -> Result<(), Box<dyn std::error::Error>> {
    let originals = Attachments::beside(path);
    let bases: Vec<Vec<u8>> = (0..48).map(|seed| super::jpeg(1_050, 600, seed + 1)).collect();
    let mut book = Book::default();
    for number in 0..count {
        let base = &bases[number as usize % bases.len()];
        // A comment (ITU-T T.81 §B.2.4.5) of four bytes behind the start marker.
        let mut bytes = base[..2].to_vec();
        bytes.extend([0xFF, 0xFE, 0, 6]);
        bytes.extend(number.to_be_bytes());
        bytes.extend(&base[2..]);
        let picture = super::store(&originals, &bytes, [1_050, 600])?;
        let (contact, id) = (Id::new(u128::from(number) + 1), picture.id);
        let name = PersonName::parse(&format!("Given{number} Family{number}"));
        put(&mut book, picture);
        put(&mut book, Contact { id: contact, name, ..Contact::default() });
        let card = Id::new(u128::from(number) + 1_000_001);
        put(&mut book, Card { id: card, contact: Some(contact), front: Some(id), ..Card::default() });
    }
    Store::create(path, &book)?;
    Ok(())
}

/// Megabytes of resident memory: now, and the most there ever was.
fn memory() -> (u64, u64) {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0)
    };
    (kilobytes("VmRSS:") / 1024, kilobytes("VmHWM:") / 1024)
}

fn scroll(
    name: &str,
    path: &std::path::Path,
    cache: Option<std::path::PathBuf>,
    megabytes: u16,
) -> Result<(), Box<dyn std::error::Error>> {
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
    let ctx = egui::Context::default();
    let settings = Settings {
        language: "en".to_owned(),
        motion: MotionChoice::Reduced,
        picture_memory: megabytes,
        ..Settings::fresh()
    };
    let start = Start {
        book: Some(path.to_owned()),
        settings,
        settings_path: None,
        locale: None,
        clock: Box::new(FixedClock::new(today)),
        platform: Box::new(Nowhere),
        inline_jobs: false,
        early: None,
    };
    let mut app = App::new(&ctx, start)?;
    app.keep_thumbnails_in(cache);
    app.use_clock(move || Box::new(FixedClock::new(today)));
    app.ask(Command::Go(Route::Cards));
    let mut textures: BTreeMap<egui::TextureId, Vec<u8>> = BTreeMap::new();
    let (mut time, mut frames, mut blank, mut most) = (0.0, 0_u32, 0_u32, 0_usize);
    let mut taken = Vec::new();
    let begun = ProcessTime::now();
    let mut frame = |app: &mut App, turn: f32, taken: &mut Vec<f64>| {
        time += 1.0 / 60.0;
        let over = egui::Event::PointerMoved(egui::pos2(700.0, 500.0));
        let wheel = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -turn),
            source: egui::MouseWheelSource::Wheel,
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        };
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, SIZE)),
            time: Some(time),
            max_texture_side: Some(8192),
            focused: true,
            events: vec![over, wheel],
            ..egui::RawInput::default()
        };
        let start = ThreadTime::now();
        let mut output = ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        let shapes = ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        taken.push(start.elapsed().as_secs_f64() * 1e3);
        drop(shapes);
        output.textures_delta.set.iter().for_each(|(id, deltas)| {
            for delta in deltas.iter().filter(|delta| delta.pos.is_none()) {
                let egui::ImageData::Color(image) = &delta.image;
                let bytes = image.pixels.len() * 4;
                // Zeros that were never written would not be counted.
                textures.insert(*id, vec![1; bytes]);
            }
        });
        output.textures_delta.free.iter().for_each(|id| drop(textures.remove(id)));
        output.textures_delta.clear();
    };
    for _ in 0..600 {
        frame(&mut app, 0.0, &mut taken);
        if !app.is_busy() && frames > 30 {
            break;
        }
        frames += 1;
        std::thread::sleep(std::time::Duration::from_millis(4));
    }
    let (rest, _) = memory();
    taken.clear();
    // Two screens a second, as one turns a wheel in a hurry; at the end the view moves no more.
    let (mut seen, mut same) = (0, 0);
    while same < 30 {
        frame(&mut app, 30.0, &mut taken);
        let usage = app.picture_usage();
        most = most.max(usage.bytes);
        blank += u32::from(app.is_busy());
        same = if app.is_busy() || usage.textures != seen { 0 } else { same + 1 };
        seen = usage.textures;
        std::thread::sleep(std::time::Duration::from_millis(5));
        if taken.len() > 60_000 {
            break;
        }
    }
    taken.sort_unstable_by(f64::total_cmp);
    let at = |part: f64| taken.get((taken.len() as f64 * part) as usize).copied().unwrap_or(0.0);
    let (now, high) = memory();
    println!(
        "{name}: {} frames, median {:.2} ms, 99 % {:.2} ms; {:.0} CPU s in all; {:.0} % of the frames waited for a picture",
        taken.len(),
        at(0.5),
        at(0.99),
        begun.elapsed().as_secs_f64(),
        f64::from(blank) * 100.0 / taken.len().max(1) as f64,
    );
    println!(
        "  memory: {rest} MB before, {now} MB after, {high} MB at most; textures at most {} MB",
        most >> 20
    );
    Ok(())
}
