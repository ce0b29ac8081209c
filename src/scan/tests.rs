//! Tests of `scan`, on pictures drawn here and, where it lies beside the checkout, on a corpus of real files.

use std::path::PathBuf;

use image::{DynamicImage, GrayImage, ImageBuffer, Luma, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::samples::{
    encode, gif_without_frames, png_claiming, quarters, stored_for, webp_bomb, with_exif_orientation,
};
use super::*;

fn near(actual: Rgb<u8>, expected: [u8; 3]) -> bool {
    actual.0.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= 24)
}

/// The middles of the four quarters, in the order red, green, blue, yellow.
fn assert_quarters(image: &RgbImage, context: &str) {
    let (w, h) = image.dimensions();
    let middles = [(w / 4, h / 4), (w * 3 / 4, h / 4), (w / 4, h * 3 / 4), (w * 3 / 4, h * 3 / 4)];
    let colours = [[220, 20, 20], [20, 200, 20], [20, 20, 220], [230, 220, 20]];
    for ((x, y), colour) in middles.into_iter().zip(colours) {
        let actual = *image.get_pixel(x, y);
        assert!(near(actual, colour), "{context}: at {x},{y} {actual:?}, expected {colour:?}");
    }
}

#[test]
fn every_format_is_recognised_and_decoded_by_content() {
    for format in Format::ALL {
        let bytes = encode(quarters(48, 32), format);
        assert_eq!(sniff(&bytes), Some(format));
        let facts = probe(&bytes).unwrap();
        assert_eq!((facts.format, facts.width, facts.height, facts.orientation), (format, 48, 32, 1));
        assert_quarters(&decode(&bytes, &Limits::default()).unwrap(), format.name());
    }
}

#[test]
fn every_exif_orientation_comes_out_upright() {
    let upright = quarters(64, 32);
    for orientation in 1..=8 {
        let jpeg = encode(stored_for(&upright, orientation), Format::Jpeg);
        let bytes = with_exif_orientation(&jpeg, orientation);
        let facts = probe(&bytes).unwrap();
        assert_eq!(u16::from(facts.orientation), orientation);
        assert_eq!((facts.upright_width, facts.upright_height), (64, 32), "orientation {orientation}");
        assert!((facts.aspect() - 2.0).abs() < 1e-6);
        let image = decode(&bytes, &Limits::default()).unwrap();
        assert_eq!(image.dimensions(), (64, 32));
        assert_quarters(&image, &format!("orientation {orientation}"));
    }
}

#[test]
fn an_impossible_orientation_counts_as_upright() {
    let jpeg = encode(quarters(64, 32), Format::Jpeg);
    for orientation in [0, 9, 255, 65_535] {
        assert_eq!(probe(&with_exif_orientation(&jpeg, orientation)).unwrap().orientation, 1);
    }
}

#[test]
fn transparent_parts_show_white() {
    let glass = RgbaImage::from_fn(4, 1, |x, _| Rgba([10, 20, 30, [0, 255, 128, 0][x as usize]]));
    for format in [Format::Png, Format::WebP, Format::Tiff] {
        let image = decode(&encode(glass.clone(), format), &Limits::default()).unwrap();
        assert_eq!(image.get_pixel(0, 0).0, [255, 255, 255], "{}", format.name());
        assert_eq!(image.get_pixel(1, 0).0, [10, 20, 30]);
        assert!(near(*image.get_pixel(2, 0), [132, 137, 142]));
    }
}

#[test]
fn grey_and_sixteen_bits_become_eight_bit_colour() {
    let grey = GrayImage::from_pixel(3, 3, Luma([77]));
    assert_eq!(decode(&encode(grey, Format::Png), &Limits::default()).unwrap().get_pixel(1, 1).0, [77; 3]);
    let deep: ImageBuffer<Rgb<u16>, Vec<u16>> = ImageBuffer::from_pixel(3, 3, Rgb([65_535, 32_896, 0]));
    for format in [Format::Png, Format::Tiff] {
        let bytes = encode(DynamicImage::ImageRgb16(deep.clone()), format);
        assert_eq!(decode(&bytes, &Limits::default()).unwrap().get_pixel(1, 1).0, [255, 128, 0]);
    }
}

#[test]
fn an_empty_file_is_called_empty() {
    assert_eq!(probe(b""), Err(ScanError::Empty));
    assert_eq!(decode(b"", &Limits::default()), Err(ScanError::Empty));
}

#[test]
fn other_things_are_called_what_they_look_like() {
    let cases: [(&[u8], LooksLike); 13] = [
        (b"%PDF-1.7\n", LooksLike::Pdf),
        (b"\0\0\0\x18ftypheic\0\0\0\0", LooksLike::Heic),
        (b"\0\0\0\x18ftypavif\0\0\0\0", LooksLike::Avif),
        (b"\0\0\0\x18ftypisom\0\0\0\0", LooksLike::Film),
        (b"<?xml version='1.0'?><svg xmlns='x'/>", LooksLike::Drawing),
        (b"PK\x03\x04rest", LooksLike::Archive),
        (b"\xEF\xBB\xBFBEGIN:VCARD\r\nVERSION:3.0", LooksLike::Vcard),
        (b"(version: 1, contacts: {})", LooksLike::Text),
        (b"Dear Ms Tanaka,\nthank you", LooksLike::Text),
        (b"BM is how this letter begins, it is no bitmap", LooksLike::Text),
        ("名刺をいただき".as_bytes(), LooksLike::Text),
        (b"8BPS\0\x01", LooksLike::Photoshop),
        (b"\x07\x01\x02\xF0", LooksLike::Unknown),
    ];
    for (bytes, looks_like) in cases {
        assert_eq!(probe(bytes), Err(ScanError::NotAnImage { looks_like }), "{bytes:?}");
    }
}

#[test]
fn a_header_that_claims_too_many_pixels_is_refused() {
    let expected = |width, height| Err(ScanError::TooManyPixels { width, height, limit: 80_000_000 });
    let limits = Limits::default();
    assert_eq!(decode(&png_claiming(60_000, 60_000), &limits).map(drop), expected(60_000, 60_000));
    assert_eq!(probe(&png_claiming(20_001, 1)).map(drop), expected(20_001, 1));
    assert_eq!(probe(&webp_bomb()).map(drop), expected(16_383, 16_383));
    assert_eq!(decode(&webp_bomb(), &limits).map(drop), expected(16_383, 16_383));
    // Just inside the limits the header passes and the missing data is what is wrong.
    assert!(probe(&png_claiming(8_000, 10_000)).is_ok());
}

#[test]
fn limits_hold_for_bytes_pixels_and_memory() {
    let bytes = encode(quarters(48, 32), Format::Png);
    let size = bytes.len() as u64;
    let tight = Limits { max_bytes: size, max_pixels: 48 * 32, max_side: 48, max_alloc: 48 * 32 * 3 };
    assert!(decode(&bytes, &tight).is_ok());
    let fewer = Limits { max_bytes: size - 1, ..tight };
    assert_eq!(decode(&bytes, &fewer), Err(ScanError::TooManyBytes { bytes: size, limit: size - 1 }));
    for smaller in [
        Limits { max_pixels: 48 * 32 - 1, ..tight },
        Limits { max_side: 47, ..tight },
        Limits { max_alloc: 48 * 32 * 3 - 1, ..tight },
    ] {
        assert!(decode(&bytes, &smaller).is_err(), "{smaller:?}");
    }
}

#[test]
fn a_truncated_picture_is_refused_and_never_shown_half() {
    for format in [Format::Jpeg, Format::Png, Format::WebP, Format::Tiff, Format::Gif, Format::Bmp] {
        let bytes = encode(quarters(48, 32), format);
        // PNG and GIF may lose their closing words without losing a pixel, so the last bytes are not cut singly.
        for length in (1..bytes.len() * 9 / 10).step_by(1 + bytes.len() / 97) {
            let outcome = decode(&bytes[..length], &Limits::default());
            assert!(outcome.is_err(), "{} of {} bytes of {}", length, bytes.len(), format.name());
        }
    }
    for format in [Format::Jpeg, Format::Png, Format::WebP] {
        let bytes = encode(quarters(48, 32), format);
        let outcome = decode(&bytes[..bytes.len() * 3 / 4], &Limits::default());
        assert_eq!(outcome, Err(ScanError::Truncated { format }));
    }
}

#[test]
fn bytes_after_the_end_of_a_jpeg_do_no_harm() {
    let mut bytes = encode(quarters(48, 32), Format::Jpeg);
    bytes.extend(b"a maker's note behind the picture");
    assert_quarters(&decode(&bytes, &Limits::default()).unwrap(), "trailing bytes");
}

#[test]
fn a_gif_without_frames_is_an_error() {
    assert!(decode(&gif_without_frames(), &Limits::default()).is_err());
}

#[test]
fn thumbnails_keep_proportions_and_never_enlarge() {
    let cases =
        [((910, 550), (256, 155)), ((550, 910), (155, 256)), ((4_000, 3), (256, 1)), ((40, 20), (40, 20))];
    for ((width, height), expected) in cases {
        let small = thumbnail(&quarters(width, height), SMALL_SIDE);
        assert_eq!(small.dimensions(), expected);
        assert!(small.pixels().all(|pixel| pixel.0[3] == 255));
    }
    let small = DynamicImage::from(thumbnail(&quarters(910, 550), SMALL_SIDE)).into_rgb8();
    assert_quarters(&small, "thumbnail");
}

#[test]
fn a_thumbnail_averages_light_and_not_numbers() {
    // A fine chessboard of black and white seen from afar is the middle of the light, sRGB 188, not 128.
    let board = RgbImage::from_fn(512, 512, |x, y| Rgb([if (x + y) % 2 == 0 { 0 } else { 255 }; 3]));
    let middle = thumbnail(&board, 64).get_pixel(32, 32).0;
    assert!(middle[0].abs_diff(188) <= 2, "{middle:?}");
}

#[test]
fn a_large_photo_is_decoded_at_a_part_of_its_size_and_upright() {
    let upright = quarters(2_400, 1_200);
    for orientation in 1..=8 {
        let jpeg = encode(stored_for(&upright, orientation), Format::Jpeg);
        let set = thumbnails(&with_exif_orientation(&jpeg, orientation), &Limits::default()).unwrap();
        let sizes: Vec<_> = set.sizes().map(|(_, image)| image.dimensions()).collect();
        // Half of it was asked of the decoder, then squeezed.
        assert_eq!(sizes, [(256, 128), (512, 256), (1_024, 512)], "orientation {orientation}");
        for (size, image) in set.sizes() {
            assert_quarters(image, &format!("orientation {orientation}, {size:?}"));
        }
    }
    let bytes = encode(quarters(4_000, 3_000), Format::Jpeg);
    let set = thumbnails(&bytes, &Limits::default()).unwrap();
    assert_eq!(set.get(ThumbnailSize::Large).unwrap().dimensions(), (1_000, 750), "a quarter");
    let one = one_thumbnail(&bytes, &Limits::default(), 360).unwrap();
    assert_eq!(one.dimensions(), (360, 270), "an eighth, and squeezed");
    assert_quarters(&one, "one");
}

#[test]
fn a_large_grey_photo_and_other_formats_have_thumbnails_too() {
    let grey = encode(GrayImage::from_pixel(2_400, 1_200, Luma([90])), Format::Jpeg);
    let set = thumbnails(&grey, &Limits::default()).unwrap();
    assert!(near(*set.get(ThumbnailSize::Small).unwrap().get_pixel(9, 9), [90; 3]));
    assert!(set.colour.iter().all(|channel| channel.abs_diff(90) <= 2));
    for format in Format::ALL {
        let set = thumbnails(&encode(quarters(700, 400), format), &Limits::default()).unwrap();
        assert_eq!(set.sizes().count(), 3, "{format:?}: 700 pixels are more than a middle one");
        assert_quarters(set.get(ThumbnailSize::Small).unwrap(), format.name());
    }
}

#[test]
fn a_large_photo_that_is_cut_short_or_over_the_limits_is_refused() {
    let whole = encode(quarters(2_400, 1_200), Format::Jpeg);
    let cut = &whole[..whole.len() * 3 / 4];
    let outcome = thumbnails(cut, &Limits::default()).map(drop);
    assert_eq!(outcome, Err(ScanError::Truncated { format: Format::Jpeg }));
    let tight = Limits { max_pixels: 2_400 * 1_200 - 1, ..Limits::default() };
    assert!(matches!(thumbnails(&whole, &tight), Err(ScanError::TooManyPixels { .. })));
    // Damage inside gives a picture or an error, never a panic.
    for at in (600..whole.len()).step_by(whole.len() / 5) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x5A;
        drop(thumbnails(&damaged, &Limits::default()));
    }
}

#[test]
fn a_thumbnail_for_the_disk_is_a_small_jpeg() {
    let set = ThumbnailSet::of(&quarters(600, 400));
    let image = set.get(ThumbnailSize::Medium).unwrap();
    let jpeg = encode_jpeg(image).unwrap();
    assert_eq!(sniff(&jpeg), Some(Format::Jpeg));
    assert_quarters(&decode(&jpeg, &Limits::default()).unwrap(), "jpeg");
    assert_eq!(encode_jpeg(&RgbImage::new(0, 0)), Err(ScanError::NoPixels));
}

#[test]
fn a_huge_picture_is_shrunk_too() {
    let large = thumbnail(&quarters(6_000, 4_100), LARGE_SIDE);
    assert_eq!(large.dimensions(), (1024, 700));
    assert_quarters(&DynamicImage::from(large).into_rgb8(), "halved first");
}

#[test]
fn the_dominant_colour_of_a_white_card_with_print_is_white() {
    let card = RgbImage::from_fn(91, 55, |x, y| {
        let ink = y % 5 == 0 && x > 10;
        Rgb(if ink { [0, 0, 0] } else { [250, 249, 247] })
    });
    assert_eq!(dominant_colour(&card), [250, 249, 247]);
    assert_eq!(dominant_colour(&RgbImage::new(0, 0)), [255, 255, 255]);
}

#[test]
fn a_clipboard_picture_survives_as_png() {
    let pixels = opaque(&quarters(48, 32));
    let png = encode_png(pixels.as_raw(), 48, 32, &Limits::default()).unwrap();
    assert_eq!(decode(&png, &Limits::default()).unwrap(), quarters(48, 32));
    assert_eq!(encode_png(&[], 0, 5, &Limits::default()), Err(ScanError::NoPixels));
    assert!(matches!(encode_png(&[0; 7], 1, 2, &Limits::default()), Err(ScanError::Unreadable { .. })));
    assert!(matches!(
        encode_png(&[], u32::MAX, u32::MAX, &Limits::default()),
        Err(ScanError::TooManyPixels { .. })
    ));
}

#[test]
fn every_error_has_its_words() {
    let format = Format::Png;
    let errors = [
        ScanError::Empty,
        ScanError::NotAnImage { looks_like: LooksLike::Pdf },
        ScanError::TooManyBytes { bytes: 2, limit: 1 },
        ScanError::TooManyPixels { width: 2, height: 2, limit: 1 },
        ScanError::NoPixels,
        ScanError::Truncated { format },
        ScanError::Unsupported { format, detail: String::new() },
        ScanError::Unreadable { format, detail: String::new() },
    ];
    let locales = [
        ("en", include_str!("../../assets/locales/en/import.ftl")),
        ("ja", include_str!("../../assets/locales/ja/import.ftl")),
        ("de", include_str!("../../assets/locales/de/import.ftl")),
    ];
    for (locale, words) in locales {
        assert!(
            fluent_bundle::FluentResource::try_new(words.to_owned()).is_ok(),
            "{locale} is well-formed Fluent"
        );
        for error in &errors {
            let head = format!("{} =", error.key());
            assert_eq!(words.lines().filter(|line| line.starts_with(&head)).count(), 1, "{locale}: {head}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(which in 0..7_usize, tail in prop::collection::vec(any::<u8>(), 0..600)) {
        let heads: [&[u8]; 7] = [
            b"", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", b"RIFF\x40\0\0\0WEBPVP8 ",
            b"II\x2A\0\x08\0\0\0", b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", b"GIF89a",
        ];
        let bytes = [heads[which], &tail].concat();
        let limits = Limits { max_pixels: 1_000_000, max_alloc: 8 << 20, ..Limits::default() };
        let probed = probe(&bytes).is_ok();
        let decoded = decode(&bytes, &limits).is_ok();
        prop_assert!(probed || !decoded);
    }

    #[test]
    fn damaged_pictures_never_panic(which in 0..6_usize, hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = encode(quarters(24, 16), Format::ALL[which]);
        for (place, value) in hits {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let limits = Limits { max_pixels: 1_000_000, max_alloc: 8 << 20, ..Limits::default() };
        if let Ok(image) = decode(&bytes, &limits) {
            prop_assert!(image.width() > 0 && image.height() > 0);
        }
    }
}

/// The folder with real pictures: `CARDLOOM_CORPUS`, or `shared` beside the checkout. They are not part of the project.
fn corpus() -> Option<PathBuf> {
    let beside = || Some(PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent()?.join("shared"));
    let found =
        std::env::var_os("CARDLOOM_CORPUS").map(PathBuf::from).or_else(beside).filter(|at| at.is_dir());
    if found.is_none() {
        eprintln!("corpus not found: set CARDLOOM_CORPUS to test on real pictures");
    }
    found
}

#[test]
fn real_cards_have_the_upright_size_that_their_truth_says() {
    let Some(cards) = corpus().map(|at| at.join("cards")) else { return };
    let Ok(truth) = std::fs::read(cards.join("truth.json")) else {
        return eprintln!("corpus not found: cards");
    };
    let truth: serde_json::Value = serde_json::from_slice(&truth).unwrap();
    let mut turned = 0;
    for (at, card) in truth.as_array().unwrap().iter().enumerate() {
        let name = card["file"].as_str().unwrap();
        let bytes = std::fs::read(cards.join(name)).unwrap();
        let facts = probe(&bytes).unwrap();
        let expected =
            [&card["display_size"][0], &card["display_size"][1]].map(|side| side.as_u64().unwrap());
        assert_eq!([facts.upright_width, facts.upright_height].map(u64::from), expected, "{name}");
        turned += u32::from(facts.orientation != 1);
        if at % 8 == 0 {
            let image = decode(&bytes, &Limits::default()).unwrap();
            assert_eq!([image.width(), image.height()].map(u64::from), expected, "{name}");
        }
    }
    assert!(turned > 0, "the corpus holds photos that were stored sideways");
}

#[test]
fn the_well_known_orientation_pictures_all_look_alike() {
    let Some(folder) = corpus().map(|at| at.join("corpora/image/exif-orientation")).filter(|at| at.is_dir())
    else {
        return;
    };
    for kind in ["Landscape", "Portrait"] {
        let open = |n: u8| {
            let bytes = std::fs::read(folder.join(format!("{kind}_{n}.jpg"))).unwrap();
            thumbnail(&decode(&bytes, &Limits::default()).unwrap(), 64)
        };
        let reference = open(1);
        for n in 2..=8 {
            let other = open(n);
            assert_eq!(other.dimensions(), reference.dimensions(), "{kind}_{n}");
            let difference: u64 =
                other.as_raw().iter().zip(reference.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
            let mean = difference as f64 / other.as_raw().len() as f64;
            assert!(mean < 8.0, "{kind}_{n} differs by {mean} a channel");
        }
    }
}

#[test]
fn odd_pictures_of_the_corpus_give_a_picture_or_an_error() {
    let Some(folder) = corpus().map(|at| at.join("corpora/image/image-rs")).filter(|at| at.is_dir()) else {
        return;
    };
    let (mut shown, mut refused, mut folders) = (0, Vec::new(), vec![folder]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            if sniff(&bytes).is_none() {
                continue;
            }
            match decode(&bytes, &Limits { max_pixels: 4_000_000, ..Limits::default() }) {
                Ok(_) => shown += 1,
                Err(error) => refused.push(format!("{}: {error}", path.display())),
            }
        }
    }
    refused.sort();
    eprintln!("{shown} shown, refused:\n{}", refused.join("\n"));
    assert!(shown > refused.len(), "most of the corpus can be shown");
}
