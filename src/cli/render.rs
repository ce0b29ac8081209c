//! What `render` asks of the window. Knows no egui: the window reads the [`RenderSpec`].

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::args;
use super::console::{Console, Status, open};
use super::people;
use crate::index::Index;
use crate::store::{Key, durable};
use crate::text::{Locale, Texts};

/// What can be drawn: views, `empty` (the window without a book), and sheets above a view.
pub const VIEWS: [&str; 68] = [
    "today",
    "cards",
    "table",
    "marked",
    "network",
    "network-text",
    "network-groups",
    "ways",
    "lineage",
    "owing",
    "bridges",
    "calendar",
    "calendar-week",
    "calendar-list",
    "spread",
    "events",
    "event",
    "event-late",
    "series",
    "cancel",
    "event-letter",
    "referrals",
    "referrals-table",
    "referrals-people",
    "year",
    "matches",
    "who-helps",
    "who-needs",
    "capture",
    "synonyms",
    "settings",
    "empty",
    "drop",
    "name",
    "follow-up",
    "encounter",
    "pass-on",
    "ask",
    "plan-introduction",
    "review",
    "thanks",
    "reasons",
    "earlier",
    "conflicts",
    "check",
    "passphrase",
    "new-contact",
    "search",
    "log",
    "palette",
    "shortcuts",
    "duplicates",
    "trash",
    "places",
    "lent",
    "put-into",
    "clear-ten",
    "human",
    "quiz",
    "take-in",
    "network-export",
    "network-take-in",
    "prep",
    "debrief",
    "templates",
    "circle",
    "see-as",
    "export",
];

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
    /// The book to show, which can be opened; absent for `empty`.
    pub book: Option<PathBuf>,
    /// The key of an encrypted book; while it lives the window opens the book without asking.
    pub key: Option<Key>,
    /// Width and height of the picture in pixels.
    pub size: [u32; 2],
    /// Light or dark.
    pub theme: Theme,
    /// Pixels per point.
    pub scale: f32,
    /// The language.
    pub locale: Locale,
    /// Id of the person who is selected.
    pub select: Option<String>,
    /// Name of the tab of the inspector.
    pub tab: Option<&'static str>,
    /// The day that the picture shows.
    pub today: NaiveDate,
}

/// The tabs of the inspector.
pub const TABS: [&str; 5] = ["story", "knowledge", "referrals", "person", "details"];

/// Checks the options of `render`, and that the book can be read and has the person.
pub(super) fn spec(
    options: &args::Render,
    shared: &args::Shared,
    console: &Console,
) -> Result<RenderSpec, String> {
    let texts = &console.texts;
    let view = VIEWS
        .into_iter()
        .find(|view| *view == options.view)
        .ok_or_else(|| texts.cli_render_view_unknown(&options.view, &VIEWS.join(", ")))?;
    let tab = options
        .tab
        .as_deref()
        .map(|tab| {
            let known = TABS.into_iter().find(|known| *known == tab);
            known.ok_or_else(|| texts.cli_render_view_unknown(tab, &TABS.join(", ")))
        })
        .transpose()?;
    let today = console.today();
    let (mut book, mut select, mut key) = (None, None, None);
    if view != "empty" {
        let path = super::book_or_default(shared.book.clone(), console)?;
        let same =
            |a: &Path, b: &Path| a.canonicalize().is_ok_and(|a| b.canonicalize().is_ok_and(|b| a == b));
        if same(&path, &options.out) {
            return Err(texts.cli_export_own_book(&super::shown(&options.out)));
        }
        let opened = open(&path, console)?;
        key = opened.attachments().key();
        if let Some(name) = &options.select {
            let index = Index::rebuild(opened.book());
            select = Some(people::find(opened.book(), &index, name, console)?.to_string());
        }
        book = Some(path);
    }
    Ok(RenderSpec {
        view,
        out: options.out.clone(),
        book,
        key,
        size: options.size,
        theme: options.theme,
        scale: options.scale,
        locale: texts.locale(),
        select,
        tab,
        today,
    })
}

/// Writes the picture, or says why there is none: `told` puts it into words.
pub fn finish<E>(
    spec: &RenderSpec,
    picture: Result<crate::scan::RgbaImage, E>,
    told: impl FnOnce(&E, &Texts) -> String,
) -> ExitCode {
    let console = Console::new(Texts::new(spec.locale), false);
    let written = picture.map_err(|error| told(&error, &console.texts)).and_then(|picture| {
        let mut png = Cursor::new(Vec::new());
        picture.write_to(&mut png, image::ImageFormat::Png).map_err(|error| error.to_string())?;
        durable::replace(&spec.out, &png.into_inner()).map_err(|error| error.text(&console.texts))
    });
    match written {
        Ok(()) => console.end(Status::Well),
        Err(message) => {
            console.complain(&message);
            console.end(Status::Nothing)
        }
    }
}

/// Reads `1440x900`: each side 200 to 8,192 pixels.
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
    #[test]
    fn the_help_names_everything_that_can_be_drawn() {
        use clap::CommandFactory as _;
        let mut command = crate::cli::args::Arguments::command();
        let render = command.find_subcommand_mut("render").expect("the verb");
        let help = render.render_long_help().to_string();
        let words: Vec<&str> = help.split([' ', ',', ';', ':', '\n']).collect();
        let missing: Vec<&str> = VIEWS.into_iter().filter(|view| !words.contains(view)).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let page = include_str!("../../docs/command-line.md");
        let missing: Vec<&str> =
            VIEWS.into_iter().filter(|view| !page.contains(&format!("`{view}`"))).collect();
        assert!(missing.is_empty(), "not in docs/command-line.md: {missing:?}");
    }
}
