//! What a run of bytes is, judged by its content and never by a file's name.

/// A picture format that Cardloom reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// JPEG, ISO/IEC 10918.
    Jpeg,
    /// PNG, also animated (its default image counts).
    Png,
    /// WebP, lossy, lossless or animated (the first frame counts).
    WebP,
    /// TIFF (the first page counts).
    Tiff,
    /// Windows bitmap.
    Bmp,
    /// GIF (the first frame counts).
    Gif,
}

impl Format {
    /// Every format, in the order in which they are told to the user.
    pub const ALL: [Self; 6] = [Self::Jpeg, Self::Png, Self::WebP, Self::Tiff, Self::Bmp, Self::Gif];

    /// The proper name of the format, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
            Self::Gif => "GIF",
        }
    }

    /// The usual ending of a file's name, lower case and without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Tiff => "tif",
            Self::Bmp => "bmp",
            Self::Gif => "gif",
        }
    }

    /// The media type, as vCard's `PHOTO` and e-mail name it (IANA registry).
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Tiff => "image/tiff",
            Self::Bmp => "image/bmp",
            Self::Gif => "image/gif",
        }
    }

    pub(super) const fn codec(self) -> image::ImageFormat {
        match self {
            Self::Jpeg => image::ImageFormat::Jpeg,
            Self::Png => image::ImageFormat::Png,
            Self::WebP => image::ImageFormat::WebP,
            Self::Tiff => image::ImageFormat::Tiff,
            Self::Bmp => image::ImageFormat::Bmp,
            Self::Gif => image::ImageFormat::Gif,
        }
    }
}

/// What something that is not a readable picture seems to be, so that the user can be told what to do with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LooksLike {
    /// A PDF document.
    Pdf,
    /// A HEIC or HEIF photo, as iPhones take them.
    Heic,
    /// An AVIF picture.
    Avif,
    /// A JPEG XL picture.
    JpegXl,
    /// A JPEG 2000 picture.
    Jpeg2000,
    /// A drawing: SVG, PostScript or EPS.
    Drawing,
    /// A Photoshop document.
    Photoshop,
    /// An icon file of Windows or macOS.
    Icon,
    /// A film.
    Film,
    /// A packed file: ZIP (also .docx, .xlsx, .pages), gzip, 7z, RAR.
    Archive,
    /// Contacts: vCard. It can be imported, only not as a picture.
    Vcard,
    /// Readable text of any other kind, Cardloom's own book included.
    Text,
    /// Nothing that is known here.
    Unknown,
}

impl LooksLike {
    /// A stable word that the Fluent texts select on.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Heic => "heic",
            Self::Avif => "avif",
            Self::JpegXl => "jpeg-xl",
            Self::Jpeg2000 => "jpeg-2000",
            Self::Drawing => "drawing",
            Self::Photoshop => "photoshop",
            Self::Icon => "icon",
            Self::Film => "film",
            Self::Archive => "archive",
            Self::Vcard => "vcard",
            Self::Text => "text",
            Self::Unknown => "unknown",
        }
    }
}

/// How many bytes from the start suffice for [`sniff`] and [`looks_like`].
const HEAD: usize = 1024;

/// Returns the picture format that `bytes` begin with, or `None`.
///
/// Thirty-two bytes suffice; more are not looked at.
pub fn sniff(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        Some(Format::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        Some(Format::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Format::WebP)
    } else if bytes.starts_with(b"II\x2A\0")
        || bytes.starts_with(b"MM\0\x2A")
        || bytes.starts_with(b"II\x2B\0\x08\0")
        || bytes.starts_with(b"MM\0\x2B\0\x08")
    {
        Some(Format::Tiff)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Some(Format::Gif)
    } else if bytes.starts_with(b"BM") && has_bitmap_header(bytes) {
        Some(Format::Bmp)
    } else {
        None
    }
}

/// Two letters are too few to tell a bitmap from a text that begins with "BM": the length of the second header decides.
fn has_bitmap_header(bytes: &[u8]) -> bool {
    let length = bytes.get(14..18).and_then(|four| <[u8; 4]>::try_from(four).ok()).map(u32::from_le_bytes);
    matches!(length, Some(12 | 16 | 40 | 52 | 56 | 64 | 108 | 124))
}

/// Says what `bytes` seem to be when they are no picture that can be read.
pub fn looks_like(bytes: &[u8]) -> LooksLike {
    let head = &bytes[..bytes.len().min(HEAD)];
    let starts = |any: &[&[u8]]| any.iter().any(|mark| head.starts_with(mark));
    if head.get(4..8) == Some(b"ftyp") {
        return match head.get(8..12) {
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1") => {
                LooksLike::Heic
            }
            Some(b"avif" | b"avis") => LooksLike::Avif,
            _ => LooksLike::Film,
        };
    }
    if head.windows(5).any(|five| five == b"%PDF-") {
        LooksLike::Pdf
    } else if starts(&[b"\xFF\x0A", b"\0\0\0\x0CJXL \r\n\x87\n"]) {
        LooksLike::JpegXl
    } else if starts(&[b"\0\0\0\x0CjP  \r\n\x87\n", b"\xFF\x4F\xFF\x51"]) {
        LooksLike::Jpeg2000
    } else if starts(&[b"%!PS", b"\xC5\xD0\xD3\xC6"]) {
        LooksLike::Drawing
    } else if starts(&[b"8BPS"]) {
        LooksLike::Photoshop
    } else if starts(&[b"\0\0\x01\0", b"\0\0\x02\0", b"icns"]) {
        LooksLike::Icon
    } else if starts(&[b"\x1A\x45\xDF\xA3", b"\0\0\x01\xBA", b"OggS"]) || is_avi(head) {
        LooksLike::Film
    } else if starts(&[b"PK\x03\x04", b"PK\x05\x06", b"\x1F\x8B", b"7z\xBC\xAF\x27\x1C", b"Rar!"]) {
        LooksLike::Archive
    } else {
        looks_like_text(head)
    }
}

fn is_avi(head: &[u8]) -> bool {
    head.starts_with(b"RIFF") && head.get(8..12) == Some(b"AVI ")
}

fn looks_like_text(head: &[u8]) -> LooksLike {
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The cut at the end of the head may fall inside a character.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return LooksLike::Unknown,
    };
    let lower = text.to_ascii_lowercase();
    if text.is_empty() || text.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        LooksLike::Unknown
    } else if lower.trim_start().starts_with("begin:vcard") {
        LooksLike::Vcard
    } else if lower.contains("<svg") {
        LooksLike::Drawing
    } else {
        LooksLike::Text
    }
}
