//! What can be wrong with a picture. The words for the user are in `assets/locales/*/import.ftl`, keys `import-scan-…`.

use crate::text::Texts;

use super::{Format, LooksLike};

/// Why a picture cannot be shown. Nothing was changed or thrown away when one of these comes back.
///
/// `Display` is for developers and logs; the window takes its words from the texts by [`ScanError::key`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// There are no bytes at all.
    #[error("the file is empty")]
    Empty,
    /// The content is no picture that can be read, whatever the name says.
    #[error("not a picture: looks like {}", looks_like.word())]
    NotAnImage {
        /// What it seems to be instead.
        looks_like: LooksLike,
    },
    /// The file is larger than [`Limits::max_bytes`](super::Limits::max_bytes).
    #[error("{bytes} bytes are over the limit of {limit}")]
    TooManyBytes {
        /// The size of the file, in bytes.
        bytes: u64,
        /// The limit, in bytes.
        limit: u64,
    },
    /// The picture is larger than [`Limits::max_pixels`](super::Limits::max_pixels),
    /// [`Limits::max_side`](super::Limits::max_side) or [`Limits::max_alloc`](super::Limits::max_alloc) allow.
    #[error("{width} × {height} pixels are over the limit of {limit}")]
    TooManyPixels {
        /// The width as stored, in pixels.
        width: u32,
        /// The height as stored, in pixels.
        height: u32,
        /// The limit, in pixels of the whole picture.
        limit: u64,
    },
    /// The header has width or height zero.
    #[error("the picture has no pixels")]
    NoPixels,
    /// The file ends before the picture does: an unfinished download or copy.
    #[error("the {} file ends before the picture does", format.name())]
    Truncated {
        /// What the file begins as.
        format: Format,
    },
    /// The picture is of a known format, in a variety that cannot be read.
    #[error("an unsupported variety of {}: {detail}", format.name())]
    Unsupported {
        /// What the file begins as.
        format: Format,
        /// What the decoder said, in English.
        detail: String,
    },
    /// The picture is damaged.
    #[error("the {} file is damaged: {detail}", format.name())]
    Unreadable {
        /// What the file begins as.
        format: Format,
        /// What the decoder said, in English.
        detail: String,
    },
}

impl ScanError {
    /// The Fluent key of the sentence for the user; every key is in every language (`tests::every_error_has_its_words`).
    ///
    /// Variables: `file` (always), `kind` ([`LooksLike::word`], not-an-image), `limit` (megabytes or megapixels, whole),
    /// `width` and `height` (too-many-pixels), `format` (truncated, unsupported, unreadable).
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Empty => "import-scan-empty",
            Self::NotAnImage { .. } => "import-scan-not-an-image",
            Self::TooManyBytes { .. } => "import-scan-too-many-bytes",
            Self::TooManyPixels { .. } => "import-scan-too-many-pixels",
            Self::NoPixels => "import-scan-no-pixels",
            Self::Truncated { .. } => "import-scan-truncated",
            Self::Unsupported { .. } => "import-scan-unsupported",
            Self::Unreadable { .. } => "import-scan-unreadable",
        }
    }

    /// Returns the line for the user: which file, what is wrong, what was left, what to do.
    pub fn text(&self, texts: &Texts, file: &str) -> String {
        let whole = |number: u64| texts.locale().number(i64::try_from(number).unwrap_or(i64::MAX));
        match self {
            Self::Empty => texts.import_scan_empty(file),
            Self::NotAnImage { looks_like } => texts.import_scan_not_an_image(file, looks_like.word()),
            Self::TooManyBytes { limit, .. } => texts.import_scan_too_many_bytes(file, &whole(limit >> 20)),
            Self::TooManyPixels { width, height, limit } => texts.import_scan_too_many_pixels(
                file,
                &whole(u64::from(*height)),
                &whole(limit / 1_000_000),
                &whole(u64::from(*width)),
            ),
            Self::NoPixels => texts.import_scan_no_pixels(file),
            Self::Truncated { .. } => texts.import_scan_truncated(file),
            Self::Unsupported { format, .. } => texts.import_scan_unsupported(file, format.name()),
            Self::Unreadable { format, .. } => texts.import_scan_unreadable(file, format.name()),
        }
    }
}
