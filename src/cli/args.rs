//! The arguments, as clap reads them. The help texts are the documentation comments here.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::text::Locale;

/// Business cards that become relationships: private, offline.
///
/// Without a command the window opens. A file that is named like a command is written with its folder: ./demo
#[derive(Debug, Parser)]
#[command(
    name = "cardloom",
    version,
    after_help = "Exit codes: 0 all well, 1 something failed and the rest was done, 2 nothing was done."
)]
pub struct Arguments {
    /// The book to open in the window
    #[arg(value_name = "BOOK")]
    pub book: Option<PathBuf>,
    /// What holds for every command.
    #[command(flatten)]
    pub shared: Shared,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Args)]
pub struct Shared {
    /// The book; by default Cardloom/book.ron in the documents folder
    #[arg(long = "book", id = "book-path", value_name = "PATH", global = true)]
    pub book: Option<PathBuf>,
    /// A file whose first line is the passphrase of an encrypted book; without it the variable CARDLOOM_PASSPHRASE, then
    /// the terminal is asked
    #[arg(long, value_name = "FILE", global = true)]
    pub passphrase_file: Option<PathBuf>,
    /// Write results as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of the output: en, ja or de; by default the system's
    #[arg(long, value_name = "LANGUAGE", value_parser = locale, global = true)]
    pub locale: Option<Locale>,
    /// The day that counts as today: 2026-10-14, or in words; by default the real one
    #[arg(long, value_name = "DATE", global = true)]
    pub today: Option<String>,
}

fn locale(text: &str) -> Result<Locale, String> {
    Locale::from_tag(text).ok_or_else(|| "use en, ja or de".to_owned())
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new book full of invented people
    Demo(Demo),
    /// Take in pictures of cards, folders of them, calendar files, or other Cardloom books
    Import(Import),
    /// Write the book for other programs
    Export(Export),
    /// Write what may be told to somebody about a person: what their circles may see, and a comment
    Share(Share),
    /// Find people by names, companies, notes and whatever else stands in the book
    Search(Search),
    /// List the saved searches with how many people each finds now
    Searches,
    /// Show what the book knows about a person
    Show(Show),
    /// List follow-ups that are due
    Due(Due),
    /// Log an encounter that one line tells: "coffee with Tanaka yesterday about bearings, review in 2 weeks"
    Log(Log),
    /// List events with what became of them; of one series also the advice, line by line
    Events(Events),
    /// Note whether somebody answered the last message to them
    Reply(Reply),
    /// Show why relationships did or did not develop, as the reviews say
    Reviews(Reviews),
    /// Show who can bring you to a person, into an organization, or to somebody who can do something
    Ways(Ways),
    /// Show who can help with a need, or who needs a person, each with the reason
    Match(Match),
    /// Show who brought you whom, and what came of it over the years
    Lineage(Lineage),
    /// Show what is good to know before an event, or write it as a page to print
    Prep(Prep),
    /// List whose names want to be recalled by their faces
    Quiz(Quiz),
    /// Look back upon a year: what was passed on and received, introductions, events, warmth
    Year(Year),
    /// List where the cards are: the places with how many cards each has, the cards of one place, or what is lent
    Places(Places),
    /// Write the cards of a place as pages to print
    ContactSheet(ContactSheet),
    /// List who holds people together, and who knows nobody else
    Bridges,
    /// List who may be in the book twice, or join two records of one person
    Duplicates(Duplicates),
    /// List what was deleted, bring it back, or delete it for good
    Trash(Trash),
    /// List who was let go, let somebody go, or take them back
    Archive(Archive),
    /// Join two copies of a book that were changed apart; serves git as a merge driver
    Merge(Merge),
    /// Look for damage, missing links and pictures; changes nothing without --repair
    Check(Check),
    /// Encrypt the book, its pictures and backups with a passphrase, or change the passphrase
    Encrypt(Encrypt),
    /// Decrypt the book, its pictures and backups
    Decrypt,
    /// Draw a view of the window into a PNG file
    Render(Render),
}

/// Options of `quiz`.
#[derive(Debug, Args)]
pub struct Quiz {
    /// Everybody who is due today, and those who were met in the last two weeks; this is what it does without an event too
    #[arg(long, conflicts_with = "event")]
    pub due: bool,
    /// Those who were met at this event (title or id)
    #[arg(long, value_name = "TITLE")]
    pub event: Option<String>,
}

/// Options of `encrypt`.
#[derive(Debug, Args)]
pub struct Encrypt {
    /// A file whose first line is the new passphrase; without it the variable CARDLOOM_NEW_PASSPHRASE, then the terminal
    /// is asked
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// Options of `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// The file to make; the same as --book
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
    /// How many people
    #[arg(long, value_name = "N", default_value_t = 250, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub contacts: u32,
    /// The same seed gives the same people
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How many card pictures to draw: auto draws all up to 400 people and the newest 400 above
    #[arg(long, value_name = "auto|all|none|N", default_value = "auto", value_parser = images)]
    pub images: Images,
}

/// How many card pictures a demo book gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Images {
    /// One for each card of a small book, the newest ones of a large one.
    Auto,
    /// One for each card.
    All,
    /// At most so many.
    UpTo(usize),
}

fn images(text: &str) -> Result<Images, String> {
    match text {
        "auto" => Ok(Images::Auto),
        "all" => Ok(Images::All),
        "none" => Ok(Images::UpTo(0)),
        number => {
            number.parse().map(Images::UpTo).map_err(|_error| "use auto, all, none or a number".to_owned())
        }
    }
}

/// Options of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Pictures, folders of pictures, calendar files (.ics), networks (GraphML, GEXF, DOT, GML, node-link JSON, CSV of
    /// ties), Cardloom books; what a file is, its content decides
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The event at which the cards were received; added when the book has none of this title
    #[arg(long, value_name = "TITLE")]
    pub event: Option<String>,
    /// The person in the book whose cards these are (name or id), instead of the pile
    #[arg(long, value_name = "NAME")]
    pub contact: Option<String>,
    /// Calendar files and networks: say what would be taken in and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Calendar files: take in events that are over too
    #[arg(long)]
    pub past: bool,
    /// Networks: take everybody for a new person, whatever they are called
    #[arg(long)]
    pub all_new: bool,
    /// Networks: let people stand where Cardloom puts them, not where the file has them
    #[arg(long)]
    pub no_places: bool,
}

/// Options of `share`.
#[derive(Debug, Args)]
pub struct Share {
    /// About whom: a name or an id
    #[arg(value_name = "CONTACT")]
    pub contact: String,
    /// For the people of this circle
    #[arg(long, value_name = "NAME", conflicts_with = "to")]
    pub circle: Option<String>,
    /// For this person: what any of their circles may see, and what the owner of the card agreed to
    #[arg(long, value_name = "CONTACT")]
    pub to: Option<String>,
    /// As what
    #[arg(long, value_enum, default_value_t = ShareFormat::Text)]
    pub format: ShareFormat,
    /// A few words about the person and the field; mail addresses, numbers, streets and names of others in it are refused
    #[arg(long, value_name = "TEXT")]
    pub comment: Option<String>,
    /// Leave out what a comment would give away, instead of refusing it
    #[arg(long)]
    pub withhold: bool,
    /// The file to write; by default standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite the file
    #[arg(long)]
    pub force: bool,
}

/// What `share` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShareFormat {
    /// A few lines of text
    Text,
    /// A vCard 3.0
    Vcard,
    /// The picture of the card with what may not be seen covered
    Png,
}

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// ron: the whole book; json: the people; csv: the events, with --what events; ics: events and follow-ups for calendars; the network: graphml, gexf, dot,
    /// edges-csv, node-link, and as a picture svg and png [default: ron, with --json json]
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// events: a list of the events instead of the people, as csv or json [default: csv, with --json json]
    #[arg(long, value_enum)]
    pub what: Option<What>,
    /// For whom: me, or the name of a circle, which gets what it may see and nothing else [default: me, everything]
    #[arg(long = "for", value_name = "WHOM")]
    pub whom: Option<String>,
    /// Only the people whom this query finds, with what belongs to them
    #[arg(long, value_name = "QUERY")]
    pub search: Option<String>,
    /// The file to write; by default standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite the file
    #[arg(long)]
    pub force: bool,
    /// What a calendar gets besides kinds, dates and names.
    #[command(flatten)]
    pub calendar: CalendarChoices,
    /// How a picture of the network looks.
    #[command(flatten)]
    pub picture: PictureChoices,
}

/// How a picture of the network looks.
#[derive(Debug, Clone, Default, PartialEq, Args)]
pub struct PictureChoices {
    /// svg, png: the paper: a4, a3, a2, letter, tabloid, or width by height in millimetres such as 400x300 [default: a4]
    #[arg(long, value_name = "SIZE")]
    pub page: Option<String>,
    /// png: pixels to the inch [default: 200]
    #[arg(long, value_name = "N")]
    pub dpi: Option<f32>,
    /// svg: letters as outlines, for a PDF without fonts
    #[arg(long)]
    pub outlines: bool,
    /// svg, png: without the explanation of lines and colours
    #[arg(long)]
    pub no_legend: bool,
    /// svg, png: without white paper behind
    #[arg(long)]
    pub transparent: bool,
}

/// What stands in a calendar file besides kinds, dates and names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
pub struct CalendarChoices {
    /// ics: follow-ups as tasks (VTODO), which Google and Outlook do not take
    #[arg(long)]
    pub todo: bool,
    /// ics: alarms, at nine for a day and ten minutes before a time
    #[arg(long)]
    pub alarms: bool,
    /// ics: also what follow-ups are about, goal and notes of events
    #[arg(long)]
    pub about: bool,
    /// ics, graphml, gexf, dot, node-link: also phone numbers and e-mail addresses
    #[arg(long)]
    pub reach: bool,
    /// ics: also what was done or dropped in the last 90 days, as completed or cancelled
    #[arg(long)]
    pub closed: bool,
}

/// Options of `reviews`.
#[derive(Debug, Args)]
pub struct Reviews {
    /// What the reviews are counted by
    #[arg(long, value_enum, default_value_t = Grain::Quarter)]
    pub by: Grain,
}

/// How long the spans are in which reviews are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Grain {
    Quarter,
    Year,
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the variants are the names of the formats")]
pub enum Format {
    Ron,
    Json,
    Graphml,
    Gexf,
    Dot,
    EdgesCsv,
    NodeLink,
    Svg,
    Png,
    Ics,
    Csv,
}

/// What `export` lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names are what they are")]
pub enum What {
    People,
    Events,
}

/// Options of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// Every word must be found somewhere
    #[arg(value_name = "WORDS", required_unless_present = "saved")]
    pub words: Vec<String>,
    /// The saved search of this name; words narrow it
    #[arg(long, value_name = "NAME")]
    pub saved: Option<String>,
}

/// Stands for the minus of a word of `search` such as -archived while the options are read, which begin with one too.
pub const HIDDEN_MINUS: char = '\u{F8FF}';

/// Hides the minus of words of `search`: one that a letter and more follow is no option.
pub fn hide_minus(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let (mut searches, mut is_over) = (false, false);
    let hide = |argument: OsString| {
        searches |= argument == "search";
        is_over |= argument == "--";
        match argument.to_str().and_then(|text| text.strip_prefix('-')) {
            Some(word) if searches && !is_over && !word.starts_with('-') && word.chars().nth(1).is_some() => {
                format!("{HIDDEN_MINUS}{word}").into()
            }
            _ => argument,
        }
    };
    arguments.into_iter().map(hide).collect()
}

/// Options of `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// Name or id
    #[arg(value_name = "NAME|ID", required = true)]
    pub name: Vec<String>,
}

/// Options of `due`.
#[derive(Debug, Args)]
pub struct Due {
    /// The last day to list; by default today
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
}

/// Options of `log`.
#[derive(Debug, Args)]
#[command(
    after_help = "A line about a day to come becomes a reminder. What is not understood stays as the note."
)]
pub struct Log {
    /// What happened, in English, Japanese or German
    #[arg(value_name = "LINE", required = true)]
    pub line: Vec<String>,
    /// Somebody who was there (name or id); decides also who is meant when a name of the line fits several
    #[arg(long, value_name = "NAME|ID")]
    pub with: Vec<String>,
    /// Add people who are not in the book
    #[arg(long)]
    pub add_people: bool,
    /// Say what is understood and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Options of `prep`.
#[derive(Debug, Args)]
pub struct Prep {
    /// The event: its title, a part of it, its day (2026-10-20) or its id
    #[arg(value_name = "EVENT")]
    pub event: String,
    /// The page to write (HTML); by default the sheet is listed
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Overwrite the file
    #[arg(long)]
    pub force: bool,
}

/// Options of `places`.
#[derive(Debug, Args)]
pub struct Places {
    /// A place whose cards are listed: its name, a part of it, its path (box/front) or its id
    #[arg(value_name = "PLACE", conflicts_with = "lent")]
    pub place: Option<String>,
    /// List the cards that are lent: to whom, since when, and by when they are to be back
    #[arg(long)]
    pub lent: bool,
}

/// Options of `contact-sheet`.
#[derive(Debug, Args)]
pub struct ContactSheet {
    /// The place: its name, a part of it, its path (box/front) or its id
    #[arg(value_name = "PLACE")]
    pub place: String,
    /// The pages to write (HTML, one file with the pictures in it)
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// For paper of the size Letter; by default A4
    #[arg(long)]
    pub letter: bool,
    /// Small cards with the names below; by default they are as large as on paper, 85 × 55 mm
    #[arg(long)]
    pub small: bool,
    /// Overwrite the file
    #[arg(long)]
    pub force: bool,
}

/// Options of `ways`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("goal").required(true))]
pub struct Ways {
    /// The person to reach (name or id)
    #[arg(long, value_name = "NAME|ID", group = "goal")]
    pub to: Option<String>,
    /// The organization to get into (name or id)
    #[arg(long, value_name = "NAME|ID", group = "goal")]
    pub organization: Option<String>,
    /// What somebody should be able to do; a need in a sentence serves too
    #[arg(long, value_name = "TEXT", visible_alias = "need", group = "goal")]
    pub expertise: Option<String>,
    /// How many ways, from 1 to 100
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub k: u8,
}

/// Options of `year`.
#[derive(Debug, Args)]
pub struct Year {
    /// Which year; this one otherwise
    #[arg(value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..=9999))]
    pub year: Option<i32>,
}

/// Options of `match`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("match_goal").required(true))]
pub struct Match {
    /// What is looked for, in any of the three languages
    #[arg(long, value_name = "TEXT", group = "match_goal")]
    pub need: Option<String>,
    /// The person whom somebody may need (name or id); their own open needs are answered too
    #[arg(long, value_name = "NAME|ID", group = "match_goal")]
    pub contact: Option<String>,
    /// How many hits for each question, from 1 to 100
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..=100))]
    pub limit: u8,
}

/// Options of `lineage`.
#[derive(Debug, Args)]
pub struct Lineage {
    /// Only this person (name or id): who led to them, and whom they brought
    #[arg(value_name = "NAME|ID")]
    pub name: Vec<String>,
}

/// Options of `duplicates`.
#[derive(Debug, Args)]
pub struct Duplicates {
    /// Join the record of the second person to that of the first (names or ids); lists are joined, of single values the
    /// first one stays
    #[arg(long, num_args = 2, value_names = ["KEEP", "AWAY"])]
    pub merge: Option<Vec<String>>,
    /// Note that two people are not the same one (names or ids)
    #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with = "merge")]
    pub apart: Option<Vec<String>>,
    /// Only pairs with this person (name or id)
    #[arg(long, value_name = "NAME", conflicts_with_all = ["merge", "apart"])]
    pub of: Option<String>,
}

/// Options of `trash`.
#[derive(Debug, Args)]
pub struct Trash {
    /// What to do; by default list
    #[command(subcommand)]
    pub verb: Option<TrashVerb>,
}

/// What is done with the trash.
#[derive(Debug, Subcommand)]
pub enum TrashVerb {
    /// List what lies in the trash
    List,
    /// Move a person to the trash, with everything that belongs to nobody else
    Put {
        /// Name or id
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// Bring a person or card back
    Restore {
        /// Name or id
        #[arg(required = true)]
        name: Vec<String>,
    },
    /// Delete for good what lies in the trash
    Empty {
        /// Do it; without this nothing is deleted and the count is told
        #[arg(long)]
        yes: bool,
    },
}

/// Options of `events`.
#[derive(Debug, Args)]
pub struct Events {
    /// Only the events of this series, with familiar faces, cost and advice
    #[arg(long, value_name = "NAME")]
    pub series: Option<String>,
}

/// Options of `reply`.
#[derive(Debug, Args)]
pub struct Reply {
    /// Name or id
    #[arg(required = true)]
    pub name: Vec<String>,
    /// What came back: none, once, or continuing when the exchange goes on
    #[arg(long = "is", value_name = "WORD", value_enum, default_value = "once")]
    pub reply: ReplyWord,
}

/// What came back to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReplyWord {
    /// Nothing so far.
    None,
    /// One answer.
    Once,
    /// The exchange goes on.
    Continuing,
}

/// Options of `archive`.
#[derive(Debug, Args)]
pub struct Archive {
    /// What to do; by default list
    #[command(subcommand)]
    pub verb: Option<ArchiveVerb>,
}

/// What is done with the archive.
#[derive(Debug, Subcommand)]
pub enum ArchiveVerb {
    /// List who was let go, when and why
    List,
    /// Let a person go
    Put {
        /// Name or id
        #[arg(required = true)]
        name: Vec<String>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Take a person back
    Restore {
        /// Name or id
        #[arg(required = true)]
        name: Vec<String>,
    },
}

/// Options of `merge`.
#[derive(Debug, Args)]
#[command(after_help = "Exit codes: 0 joined, 1 joined with conflicts, which the window asks about, \
    2 nothing was written.")]
pub struct Merge {
    /// The last state that both copies have in common; an empty file when there is none
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    /// One copy; the result is written here
    #[arg(value_name = "OURS")]
    pub ours: PathBuf,
    /// The other copy
    #[arg(value_name = "THEIRS")]
    pub theirs: PathBuf,
    /// Write the result here instead
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Mend what can be mended; the file as it was is kept in the folder of the backups
    #[arg(long)]
    pub repair: bool,
    /// Move pictures that no book, backup or undo log of the folder needs to removed-pictures
    #[arg(long, requires = "repair")]
    pub remove_unused: bool,
}

/// Options of `render`.
#[derive(Debug, Args)]
pub struct Render {
    /// today, cards, table, marked, network, network-text, network-groups, ways, lineage, owing, bridges, calendar,
    /// calendar-week, calendar-list, events, event, event-late, series, referrals, referrals-table, referrals-people, matches,
    /// year, settings, empty; or a sheet: drop, name,
    /// follow-up, encounter, log, spread, cancel, event-letter, thanks, templates, prep, debrief, pass-on, ask,
    /// plan-introduction, review, reasons, earlier, conflicts, check, passphrase, new-contact, search, duplicates, trash,
    /// who-helps, who-needs, capture, synonyms, take-in, places, lent, put-into, clear-ten, human, quiz, network-export, network-take-in, export, circle, palette,
    /// shortcuts; or the cards as a circle sees them:
    /// see-as
    #[arg(value_name = "VIEW")]
    pub view: String,
    /// The file to write
    #[arg(long, value_name = "FILE.png")]
    pub out: PathBuf,
    /// Size of the picture in pixels
    #[arg(long, value_name = "WxH", default_value = "1440x900", value_parser = super::render::size)]
    pub size: [u32; 2],
    /// Light or dark
    #[arg(long, value_enum, default_value_t = super::render::Theme::Light)]
    pub theme: super::render::Theme,
    /// Pixels per point, 0.5 to 4
    #[arg(long, value_name = "FACTOR", default_value = "1.0", value_parser = super::render::scale)]
    pub scale: f32,
    /// The person who is selected (name or id)
    #[arg(long, value_name = "NAME")]
    pub select: Option<String>,
    /// The tab of the inspector: story, knowledge, referrals, person, details
    #[arg(long, value_name = "TAB")]
    pub tab: Option<String>,
}
