//! What `render` asks of the window. Knows no egui: the window reads the [`RenderSpec`].

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::args;
use super::console::date;
use crate::session::SystemClock;
use crate::session::Clock as _;
use crate::text::{Locale, Texts};

/// The views that can be drawn; `empty` is the window without a book.
pub const VIEWS: [&str; 8] =
    ["today", "cards", "network", "calendar", "events", "referrals", "settings", "empty"];

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Light.
    #[default]
    Light,
    /// Dark.
    Dark,
}

/// A picture of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct RenderSpec {
    /// One of [`VIEWS`].
    pub view: &'static str,
    /// The PNG file to write.
    pub out: PathBuf,
    /// The book to show; the default one when absent.
    pub book: Option<PathBuf>,
    /// Width and height of the window in points.
    pub size: [u32; 2],
    /// Light or dark.
    pub theme: Theme,
    /// Pixels per point.
    pub scale: f32,
    /// The language.
    pub locale: Locale,
    /// Name or id of the person who is selected.
    pub select: Option<String>,
    /// The day that the picture shows; today when absent.
    pub today: Option<NaiveDate>,
}

/// Checks the options of `render`.
pub(super) fn spec(options: &args::Render, shared: &args::Shared, texts: &Texts) -> Result<RenderSpec, String> {
    let view = VIEWS
        .into_iter()
        .find(|view| *view == options.view)
        .ok_or_else(|| texts.cli_render_view_unknown(&options.view, &VIEWS.join(", ")))?;
    let today = options.today.as_deref().map(|text| date(text, SystemClock.today(), texts)).transpose()?;
    Ok(RenderSpec {
        view,
        out: options.out.clone(),
        book: shared.book.clone(),
        size: options.size,
        theme: options.theme,
        scale: options.scale,
        locale: texts.locale(),
        select: options.select.clone(),
        today,
    })
}

/// Reads `1440x900`: each side 200 to 8,192 points.
pub(super) fn size(text: &str) -> Result<[u32; 2], String> {
    let sides = text.split_once(['x', 'X', '×']);
    let sides = sides.and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]));
    sides
        .filter(|sides| sides.iter().all(|side| (200..=8192).contains(side)))
        .ok_or_else(|| "write it like 1440x900, each side from 200 to 8192".to_owned())
}

/// Reads a scale of 0.5 to 4.
pub(super) fn scale(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|scale| (0.5..=4.0).contains(scale)).ok_or_else(|| "use 0.5 to 4".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_scales_outside_their_range_are_refused() {
        assert_eq!(size("1440x900"), Ok([1440, 900]));
        for text in ["", "1440", "0x0", "100000x900", "1440x-1", "axb"] {
            assert!(size(text).is_err(), "{text}");
        }
        assert_eq!(scale("2"), Ok(2.0));
        for text in ["0", "NaN", "inf", "100", "x"] {
            assert!(scale(text).is_err(), "{text}");
        }
    }
}
