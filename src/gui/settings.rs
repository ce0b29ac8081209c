//! Choices that are kept between starts: a small RON file in the system's configuration folder.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::index::{CardSort, GroupBy};
use crate::model::{Book, Id};
use crate::text::Locale;
use crate::text::weeks::{WeekStart, Weeks};

/// Choices that belong to the program, not to a book.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language tag; empty follows the system.
    pub language: String,
    /// Light, dark or as the system.
    pub theme: ThemeChoice,
    /// Full or reduced motion.
    pub motion: MotionChoice,
    /// How large the window was left; absent before the first time.
    pub window: Option<WindowSize>,
    /// The book that was open last.
    pub last_book: Option<PathBuf>,
    /// Size of the cards in the gallery: 0 small, 1 medium, 2 large.
    pub card_size: u8,
    /// Width of the cards in points, when they were zoomed to a size of their own.
    pub card_width: Option<f32>,
    /// Cards or a table.
    pub gallery: GalleryLayout,
    /// The ledger of referrals: a board, a table, or people.
    pub referrals: ReferralLayout,
    /// What headings the gallery has.
    pub group_by: GroupBy,
    /// How it is sorted.
    pub sort: CardSort,
    /// The other way round.
    pub sort_reversed: bool,
    /// The groups that are folded, the last folded one last: marks that say nothing about what is in a book
    /// (`views::cards::folds`).
    pub folded: Vec<u64>,
    /// The columns of the table beside the name; empty for the usual ones.
    pub table_columns: Vec<TableColumn>,
    /// Month, week or list.
    pub calendar: CalendarLayout,
    /// On which day weeks begin.
    pub week_start: WeekStart,
    /// Whether the holidays of Japan stand in the calendar.
    pub holidays: HolidayChoice,
    /// Columns of a width of their own, in points; the others share what is left.
    pub column_widths: ColumnWidths,
    /// The rail shows glyphs only.
    pub rail_folded: bool,
    /// Memory for pictures in megabytes, one of [`PICTURE_MEMORY`]; 0 is the usual amount.
    pub picture_memory: u16,
    /// How many thumbnails are kept on the disk.
    pub picture_cache: PictureCache,
    /// Call and Mail go ahead at once; otherwise the human side of the person is shown before.
    pub skips_human_side: bool,
    /// The run through the pile that was left: it goes on for the rest of its day.
    pub pile_run: Option<PileRun>,
    /// Reminders on the desktop.
    pub reminders: Reminders,
    /// The calendar file that is kept up to date beside the book.
    pub calendar_file: CalendarFile,
}

/// A run through the pile, as far as it is kept between starts: which cards, how far. It consists of marks, and nothing that
/// was typed stands in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PileRun {
    /// The day of the run.
    pub on: NaiveDate,
    /// The cards in their order.
    pub cards: Vec<PileCard>,
    /// The card that is shown.
    pub at: usize,
    /// The end of the run was reached.
    pub ended: bool,
    /// Cards of this run and of those before it on the day.
    pub seen: Vec<u64>,
}

/// A card of such a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PileCard {
    /// Which.
    pub card: u64,
    /// Where it was when the run began.
    pub lay: u64,
    /// It had no name then.
    pub nameless: bool,
    /// It was skipped.
    pub skipped: bool,
}

/// A mark that stands for something of a book, and says nothing to whoever finds the settings: they lie open on the disk,
/// a book may be locked with a passphrase. `kind` keeps things of different kinds apart.
pub fn mark(book: Id<Book>, kind: u8, of: &[u8]) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&book.value().to_be_bytes()).update(&[kind]).update(of);
    let hash = *hasher.finalize().as_bytes();
    hash.iter().take(8).fold(0, |mark, byte| mark << 8 | u64::from(*byte))
}

/// How large the window was left.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Width and height without the frame, in points, of the window when it does not cover the screen.
    pub size: [f32; 2],
    /// It covers the screen.
    pub maximized: bool,
}

/// Reminders on the desktop; nobody is reminded without asking for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reminders {
    /// Whether there are any.
    pub on: bool,
    /// When the one of the morning comes.
    pub at: NaiveTime,
    /// Names and what it is about are shown; otherwise only how many things are due.
    pub names: bool,
    /// What was shown on a day, as hashes: nothing of the book stands here.
    pub shown: BTreeMap<NaiveDate, BTreeSet<String>>,
}

impl Default for Reminders {
    fn default() -> Self {
        let at = NaiveTime::MIN + TimeDelta::hours(9);
        Self { on: false, at, names: false, shown: BTreeMap::new() }
    }
}

/// The calendar file beside the book.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub struct CalendarFile {
    /// Whether it is kept up to date.
    pub on: bool,
    /// Follow-ups are tasks in it.
    pub todos: bool,
    /// It has alarms, in the morning at the time of the reminders.
    pub alarms: bool,
    /// It says what things are about, goals and notes.
    pub about: bool,
    /// It has phone numbers and e-mail addresses.
    pub reach: bool,
    /// Ids of encrypted books of which the user wants it nevertheless.
    pub readable_for: BTreeSet<String>,
}

impl Settings {
    /// Returns what calendar files of this program contain.
    pub fn calendar_choices(&self) -> crate::exchange::ical::Choices {
        let file = &self.calendar_file;
        crate::exchange::ical::Choices {
            todos: file.todos,
            alarms: file.alarms.then_some(self.reminders.at),
            about: file.about,
            reach: file.reach,
            closed: false,
        }
    }
}

/// Widths that columns of the table were given; `None` is the column of the names.
pub type ColumnWidths = BTreeMap<Option<TableColumn>, f32>;

/// What may be chosen as memory for pictures, in megabytes.
pub const PICTURE_MEMORY: [u16; 5] = [64, 128, 256, 512, 1024];

/// Memory for pictures when nothing was chosen, in megabytes.
const USUAL_MEMORY: u16 = 256;

/// How much room thumbnails may take on the disk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureCache {
    /// None: they are made anew after each start.
    Off,
    /// Up to 256 MB.
    Small,
    /// Up to 1 GB.
    #[default]
    Usual,
    /// Up to 4 GB.
    Large,
}

impl PictureCache {
    /// All choices, in their order on the screen.
    pub const ALL: [Self; 4] = [Self::Off, Self::Small, Self::Usual, Self::Large];

    /// The most that may be kept, in bytes.
    pub const fn limit(self) -> u64 {
        match self {
            Self::Off => 0,
            Self::Small => 256 << 20,
            Self::Usual => crate::pictures::DEFAULT_LIMIT,
            Self::Large => 4 << 30,
        }
    }
}

/// How the gallery shows people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum GalleryLayout {
    #[default]
    Cards,
    Table,
}

/// How the ledger shows referrals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReferralLayout {
    #[default]
    Board,
    Table,
    People,
    Matches,
}

/// How the calendar shows what is when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CalendarLayout {
    #[default]
    Month,
    Week,
    List,
}

impl CalendarLayout {
    /// All, in their order on the screen.
    pub const ALL: [Self; 3] = [Self::Month, Self::Week, Self::List];
}

/// Whether the holidays of Japan stand in the calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum HolidayChoice {
    /// In Japanese only.
    #[default]
    Language,
    /// In every language.
    Shown,
    /// In none.
    Hidden,
}

impl HolidayChoice {
    /// All choices, in their order on the screen.
    pub const ALL: [Self; 3] = [Self::Language, Self::Shown, Self::Hidden];
}

/// A column of the table that can be chosen; the name is always there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TableColumn {
    Organization,
    Title,
    City,
    Event,
    Received,
    LastContact,
    Warmth,
    Due,
    Circles,
    Tags,
    Email,
    Phone,
}

impl TableColumn {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 12] = [
        Self::Organization,
        Self::Title,
        Self::City,
        Self::Event,
        Self::Received,
        Self::LastContact,
        Self::Warmth,
        Self::Due,
        Self::Circles,
        Self::Tags,
        Self::Email,
        Self::Phone,
    ];

    /// The columns of a table of which nothing was chosen yet.
    pub const USUAL: [Self; 6] =
        [Self::Organization, Self::City, Self::Event, Self::LastContact, Self::Warmth, Self::Due];
}

/// Light, dark or as the system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// Full or reduced motion; no system that egui runs on reports its own choice to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MotionChoice {
    #[default]
    System,
    Full,
    Reduced,
}

impl Settings {
    /// What a new user starts with.
    pub fn fresh() -> Self {
        Self { card_size: 1, ..Self::default() }
    }

    /// Returns the columns of the table in force, in their order.
    pub fn columns(&self) -> Vec<TableColumn> {
        let chosen =
            if self.table_columns.is_empty() { &TableColumn::USUAL[..] } else { &self.table_columns };
        TableColumn::ALL.into_iter().filter(|column| chosen.contains(column)).collect()
    }

    /// Returns the language in force.
    pub fn locale(&self) -> Locale {
        Locale::from_tag(&self.language).unwrap_or_else(Locale::from_system)
    }

    /// Returns the weeks in force. A language that was chosen has no country; that of the system has.
    pub fn weeks(&self) -> Weeks {
        let tag =
            if Locale::from_tag(&self.language).is_some() { &self.language } else { Locale::system_tag() };
        Weeks::of(self.week_start, tag)
    }

    /// Whether the holidays of Japan are shown.
    pub fn shows_holidays(&self, locale: Locale) -> bool {
        match self.holidays {
            HolidayChoice::Language => locale == Locale::Ja,
            HolidayChoice::Shown => true,
            HolidayChoice::Hidden => false,
        }
    }

    /// Returns the memory for pictures that is in force, in megabytes: the nearest choice to what the file says.
    pub fn picture_megabytes(&self) -> u16 {
        let wanted = if self.picture_memory == 0 { USUAL_MEMORY } else { self.picture_memory };
        PICTURE_MEMORY.into_iter().find(|choice| *choice >= wanted).unwrap_or(1024)
    }

    /// Returns the place of the settings file, if the system has one.
    pub fn default_path() -> Option<PathBuf> {
        use etcetera::BaseStrategy as _;
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("cardloom").join("settings.ron"))
    }

    /// Reads the settings. What cannot be read counts as fresh: no setting is worth a failed start.
    pub fn load(path: &Path) -> Self {
        std::fs::read_to_string(path)
            .ok()
            .filter(|text| text.len() < 64 * 1024)
            .and_then(|text| ron::from_str(&text).ok())
            .unwrap_or_else(Self::fresh)
    }

    /// Writes the settings, replacing the old file as a whole.
    ///
    /// # Errors
    /// The system's, when the file cannot be written.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(std::io::Error::other)?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        crate::store::durable::replace(path, text.as_bytes()).map_err(std::io::Error::other)
    }
}
