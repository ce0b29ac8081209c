//! How long a card picture takes from its bytes to its two thumbnails. Run with `cargo bench --bench thumbnails`.
//!
//! Prints CPU milliseconds, the best of five, so that other programs on the machine disturb little.

use std::hint::black_box;
use std::io::Cursor;

use cardloom::scan::{LARGE_SIDE, Limits, RgbImage, SMALL_SIDE, decode, dominant_colour, probe, thumbnail};
use cpu_time::ProcessTime;
use image::{DynamicImage, ImageFormat, Rgb};

fn main() {
    for (name, width, height) in [("card at 300 dpi", 1_075, 650), ("photo of 12 megapixels", 4_032, 3_024)] {
        let bytes = jpeg(width, height);
        println!("{name}: {width} × {height}, {} KiB", bytes.len() / 1024);
        let limits = Limits::default();
        measure("probe", || probe(&bytes).is_ok());
        measure("decode", || decode(&bytes, &limits).is_ok());
        let image = decode(&bytes, &limits).expect("the picture was made by this program");
        measure("thumbnail 1024", || thumbnail(&image, LARGE_SIDE));
        measure("thumbnail 256", || thumbnail(&image, SMALL_SIDE));
        let small = thumbnail(&image, SMALL_SIDE);
        measure("dominant colour", || dominant_colour(&small));
        measure("blake3", || blake3::hash(&bytes));
    }
}

fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let run = |_| {
        let start = ProcessTime::now();
        black_box(work());
        start.elapsed()
    };
    let best = (0..5).map(run).min().unwrap_or_default();
    println!("  {name:<16} {:>8.2} ms", best.as_secs_f64() * 1e3);
}

/// Something between a flat card and noise, so that the file has the size of a real photo.
fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let noise = (x.wrapping_mul(73_856_093) ^ y.wrapping_mul(19_349_663)) >> 11;
        let ink = (x / 9 + y / 17) % 7 == 0;
        let base = if ink { 40 } else { 225 };
        Rgb([base + (noise % 13) as u8, base + (noise % 11) as u8, base + (noise % 7) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image).write_to(&mut bytes, ImageFormat::Jpeg).expect("writing to memory");
    bytes.into_inner()
}
