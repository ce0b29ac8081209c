//! Thumbnails: how many a second per core, beside vipsthumbnail's where that is installed, and what memory ten thousand
//! pictures take while somebody scrolls through them all.
//!
//! `cargo bench --bench thumbnails` measures the speed; `cargo bench --bench thumbnails -- scroll 10000` the memory (it
//! writes the pictures, about 1.3 GB, to the folder for temporary files). Times are CPU seconds, the best of several runs, so
//! that other programs on the machine disturb little; both programs are measured on the same made-up pictures, in one run.

#![allow(missing_docs, reason = "a program, not a library")]
#![allow(clippy::print_stdout, reason = "figures are its purpose")]

use std::hint::black_box;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use cardloom::model::Attachment;
use cardloom::pictures::{Cache, Pictures};
use cardloom::scan::{Limits, ThumbnailSet, ThumbnailSize, decode, one_thumbnail, probe, thumbnails};
use cardloom::store::Attachments;
use cpu_time::ProcessTime;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

#[cfg(feature = "gui")]
#[path = "thumbnails/scroll.rs"]
mod scroll;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    #[cfg(feature = "gui")]
    if arguments.iter().any(|argument| argument == "scroll") {
        let count = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
        return scroll::run(count);
    }
    drop(arguments);
    for (name, width, height) in [("a scan", 1_050, 600), ("a photo", 4_000, 3_000)] {
        speed(name, width, height)?;
    }
    Ok(())
}

fn speed(name: &str, width: u32, height: u32) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let bytes = jpeg(width, height, 1);
    println!("\n{name}, {width} × {height}, JPEG of {} KiB", bytes.len() / 1024);
    println!("  {:<40} {:>10} {:>14}", "", "CPU ms", "a second, core");
    let limits = Limits::default();
    print("header only", best(|| probe(&bytes).is_ok()));
    print("all of it decoded", best(|| decode(&bytes, &limits).is_ok()));
    let one = print("one thumbnail of 360", best(|| one_thumbnail(&bytes, &limits, 360)));
    let three = print("all three sizes", best(|| thumbnails(&bytes, &limits)));
    let set = thumbnails(&bytes, &limits)?;

    let originals = Attachments::beside(&folder.path().join("book.ron"));
    let picture = store(&originals, &bytes, [width, height])?;
    let pictures = Pictures { originals, cache: Some(Cache::at(folder.path().join("cache"))) };
    print("kept on the disk", best(|| pictures.keep(&picture, &set)));
    let now = std::time::SystemTime::UNIX_EPOCH;
    for size in ThumbnailSize::ALL {
        print(&format!("for the screen, {size:?}, again"), best(|| pictures.load(&picture, size, now)));
    }
    println!("  {}", sizes(&pictures, &set));
    if let Some(theirs) = vips(folder.path(), &bytes, if width > 2_000 { 20 } else { 100 })? {
        print("vipsthumbnail, one of 360", theirs);
        println!(
            "  {:.1} times as many as vipsthumbnail; all three {:.1} times",
            theirs / one,
            theirs / three
        );
    } else {
        println!("  vipsthumbnail is not installed");
    }
    Ok(())
}

fn sizes(pictures: &Pictures, set: &ThumbnailSet) -> String {
    let sizes: Vec<String> =
        set.sizes().map(|(_, image)| format!("{} × {}", image.width(), image.height())).collect();
    let kept = pictures.cache.as_ref().and_then(|cache| std::fs::read_dir(cache.folder()).ok());
    let bytes: u64 =
        kept.into_iter().flatten().flatten().filter_map(|entry| Some(entry.metadata().ok()?.len())).sum();
    format!("{}; {} KiB on the disk", sizes.join(", "), bytes / 1024)
}

fn print(name: &str, milliseconds: f64) -> f64 {
    println!("  {name:<40} {milliseconds:>10.2} {:>14.0}", 1e3 / milliseconds);
    milliseconds
}

/// CPU milliseconds of the best of eight runs.
fn best<T>(mut work: impl FnMut() -> T) -> f64 {
    let mut run = |_| {
        let start = ProcessTime::now();
        black_box(work());
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..8).map(&mut run).fold(f64::INFINITY, f64::min)
}

/// CPU milliseconds that vipsthumbnail takes for one of `count` pictures; nothing where it is not installed. The start of
/// the program is shared by all of them.
fn vips(folder: &Path, bytes: &[u8], count: usize) -> std::io::Result<Option<f64>> {
    let files: Vec<_> = (0..count).map(|number| folder.join(format!("{number}.jpg"))).collect();
    for file in &files {
        std::fs::write(file, bytes)?;
    }
    let mut best = None;
    for _ in 0..3 {
        let before = children();
        let mut command = Command::new("vipsthumbnail");
        command.args(["--size", "360x", "-o", "small-%s.jpg"]).args(&files).env("VIPS_CONCURRENCY", "1");
        if !command.output().is_ok_and(|output| output.status.success()) {
            return Ok(None);
        }
        let (Some(before), Some(after)) = (before, children()) else { return Ok(None) };
        let each = (after - before) * 1e3 / count as f64;
        best = Some(best.map_or(each, |least: f64| least.min(each)));
    }
    Ok(best)
}

/// CPU seconds of the programs that this one started and that have ended.
fn children() -> Option<f64> {
    // proc(5): after the name in brackets, the fourteenth and fifteenth numbers, in hundredths of a second.
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let mut numbers = text.rsplit_once(')')?.1.split_whitespace().skip(13);
    let (user, system): (f64, f64) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    Some((user + system) / 100.0)
}

/// Puts a picture where a book has its pictures.
pub fn store(
    to: &Attachments,
    bytes: &[u8],
    [width, height]: [u32; 2],
) -> Result<Attachment, Box<dyn std::error::Error>> {
    let hash = Attachments::hash(bytes);
    let record = Attachment {
        id: Attachment::id_of_hash(&hash),
        hash: blake3::Hash::from_bytes(hash).to_hex().to_string(),
        extension: "jpg".to_owned(),
        bytes: bytes.len() as u64,
        width,
        height,
        ..Attachment::default()
    };
    // Not through the book's own way, which waits for the disk ten thousand times.
    std::fs::create_dir_all(to.folder())?;
    std::fs::write(to.folder().join(record.file_name()), bytes)?;
    Ok(record)
}

/// A card with lines of print, a band of colour, light from one side and the noise of a camera.
pub fn jpeg(width: u32, height: u32, seed: u32) -> Vec<u8> {
    let mut state = 0x9E37_79B9_u32.wrapping_mul(seed) | 1;
    let unit = height / 30;
    let image = RgbImage::from_fn(width, height, |x, y| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let noise = (state % 13) as i32 - 6;
        let line = y / unit;
        let printed = line % 3 == 1 && x > width / 12 && x < width / 2 - line * width / 90;
        let ink = printed && (x * 7 / (unit / 4).max(1)) % 5 < 2;
        let base = if ink {
            [40, 45, 60]
        } else if x > width * 3 / 4 {
            [30 + (seed * 37 % 190) as i32, 60 + (seed * 53 % 150) as i32, 90]
        } else {
            [236, 232, 222]
        };
        let shade = (x * 12 / width + y * 9 / height) as i32;
        Rgb(base.map(|channel| (channel + noise - shade).clamp(0, 255) as u8))
    });
    let mut bytes = Cursor::new(Vec::new());
    let encoder = JpegEncoder::new_with_quality(&mut bytes, 85);
    image.write_with_encoder(encoder).unwrap_or_else(|error| panic!("writing to memory: {error}"));
    bytes.into_inner()
}
