//! `cardloom render`: the real window's view, drawn without a display.

use std::path::PathBuf;

use chrono::NaiveDate;
use eframe::egui;
use image::RgbaImage;

use crate::cli::VIEWS;
use crate::index::{Atlas, Goal, Ways};
use crate::model::{Attendance, Book, Contact, Event, FollowUpKind, Id};
use crate::session::{Clock, FixedClock};
use crate::text::{Locale, Texts};

use super::app::{App, Start};
use super::command::{Command, MatchAsk, PassphraseTask, Question, RequestOf, Route, Sheet};
use super::paint::Painter;
use super::platform::{Choose, Platform};
use super::safety::Ask;
use crate::session::Opened;
use crate::store::OpenProblem;

use super::settings::{CalendarLayout, GalleryLayout, MotionChoice, Settings, ThemeChoice};

/// What to draw.
#[derive(Debug, Clone)]
pub struct RenderSpec {
    /// The view, or a sheet above it; see [`VIEWS`].
    pub view: String,
    /// The book.
    pub book: Option<PathBuf>,
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// Pixels for each point.
    pub scale: f32,
    /// Dark instead of light.
    pub dark: bool,
    /// Language.
    pub locale: Locale,
    /// Name of the person to select.
    pub select: Option<String>,
    /// The tab of the inspector; the story otherwise.
    pub tab: Option<super::views::Tab>,
    /// The day that counts as today.
    pub today: NaiveDate,
}

/// Why a picture could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// There is no such view.
    #[error("there is no view {0:?}")]
    NoSuchView(String),
    /// Nobody has the name that was to be selected.
    #[error("nobody is called {0:?}")]
    NoSuchPerson(String),
    /// The sheet did not open: nothing in the book is what it is about.
    #[error("{0:?} did not open: nothing in the book is what it shows")]
    Nothing(String),
    /// The sheet did not open: another program has the book open, so that it can only be read.
    #[error("{0:?} did not open: the book can only be read")]
    Elsewhere(String),
    /// The picture would be too large.
    #[error("a side of the picture must have 1 to 8192 pixels")]
    Size,
    /// The system refused.
    #[error(transparent)]
    System(#[from] std::io::Error),
}

impl RenderError {
    /// Returns what to tell the user.
    pub fn text(&self, texts: &Texts) -> String {
        match self {
            Self::NoSuchView(name) => texts.cli_render_view_unknown(name, &VIEWS.join(", ")),
            Self::NoSuchPerson(name) => texts.cli_contact_unknown(name),
            Self::Nothing(name) => texts.cli_render_nothing(name),
            Self::Elsewhere(name) => texts.cli_render_elsewhere(name),
            Self::Size => texts.cli_render_size().to_owned(),
            Self::System(error) => error.to_string(),
        }
    }
}

/// A system without dialogs, links and theme.
struct Nowhere;

impl Platform for Nowhere {
    fn choose(&self, _ask: Choose, _jobs: &crate::jobs::Jobs<super::work::Work>) {}
    fn open_link(&self, _address: &str, _jobs: &crate::jobs::Jobs<super::work::Work>) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        None
    }
}

/// Draws a view of a book that was read by the caller.
///
/// # Errors
/// When the view or the person does not exist, or the picture would be too large.
pub fn render(spec: &RenderSpec) -> Result<RgbaImage, RenderError> {
    if !VIEWS.contains(&spec.view.as_str()) {
        return Err(RenderError::NoSuchView(spec.view.clone()));
    }
    if spec.size.iter().any(|side| !(1..=8192).contains(side)) || !(0.25..=8.0).contains(&spec.scale) {
        return Err(RenderError::Size);
    }
    let points = egui::vec2(spec.size[0] as f32, spec.size[1] as f32) / spec.scale;
    let settings = Settings {
        language: spec.locale.tag().to_owned(),
        theme: if spec.dark { ThemeChoice::Dark } else { ThemeChoice::Light },
        motion: MotionChoice::Reduced,
        calendar: match spec.view.as_str() {
            "calendar-week" => CalendarLayout::Week,
            "calendar-list" => CalendarLayout::List,
            _ => CalendarLayout::Month,
        },
        referrals: match spec.view.as_str() {
            "referrals-table" => super::settings::ReferralLayout::Table,
            "referrals-people" => super::settings::ReferralLayout::People,
            "matches" => super::settings::ReferralLayout::Matches,
            _ => super::settings::ReferralLayout::Board,
        },
        gallery: if spec.view == "table" { GalleryLayout::Table } else { GalleryLayout::Cards },
        ..Settings::fresh()
    };
    let ctx = egui::Context::default();
    let book = spec.book.clone().filter(|_| spec.view != "empty");
    // Whoever asked for the picture of an encrypted book has its key.
    let locked = book
        .clone()
        .filter(|book| Opened::read(book).is_err_and(|error| error.problem == OpenProblem::Locked));
    let start = Start {
        book: book.filter(|_| locked.is_none()),
        settings,
        settings_path: None,
        clock: clock_of(spec.today),
        platform: Box::new(Nowhere),
        locale: None,
        inline_jobs: true,
        early: None,
    };
    let mut app = App::new(&ctx, start)?;
    let today = spec.today;
    app.use_clock(move || clock_of(today));
    if let Some(book) = locked {
        let opened = Opened::to_write_known(&book).map(Box::new);
        app.opened(book, opened);
    }
    let mut painter = Painter::new();
    let mut time = 0.0;
    let mut shapes = Vec::new();
    let mut prepared = false;
    let mut wanted = false;
    let mut typing = 0;
    // Pictures arrive one after another; a view may need some passes to settle its sizes.
    for pass in 0..400 {
        time += 0.1;
        let mut input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, points)),
            time: Some(time),
            max_texture_side: Some(8192),
            focused: true,
            ..egui::RawInput::default()
        };
        input.viewports.entry(input.viewport_id).or_default().native_pixels_per_point = Some(spec.scale);
        if spec.view == "drop" {
            input.hovered_files =
                vec![egui::HoveredFile { mime: "image/png".to_owned(), ..Default::default() }; 3];
        }
        if spec.view == "search" && prepared && typing < TYPED.len() {
            input.events.push(TYPED[typing]());
            typing += 1;
        }
        let mut output = ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        painter.update_textures(&mut output.textures_delta);
        output.textures_delta.clear();
        shapes = output.shapes;
        let worked = app.run_jobs() > 0;
        if !app.is_busy() && !prepared {
            wanted = prepare(&mut app, spec)?;
            prepared = true;
        } else if prepared && !app.is_busy() && !worked && pass >= 12 {
            break;
        }
    }
    if wanted && app.sheets.open().is_none() {
        let is_kept = app.session().access().is_writable();
        let why = if is_kept { RenderError::Nothing } else { RenderError::Elsewhere };
        return Err(why(spec.view.clone()));
    }
    let primitives = ctx.tessellate(shapes, ctx.pixels_per_point());
    Ok(painter.paint(spec.size, ctx.pixels_per_point(), app.background(), &primitives))
}

/// What is typed for the picture of the search: the way into the field, and the question for all its words.
const TYPED: [fn() -> egui::Event; 2] = [
    || egui::Event::Key {
        key: egui::Key::F,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::COMMAND,
    },
    || egui::Event::Text(crate::index::Query::HELP.to_owned()),
];

/// What is looked for in the picture of the palette.
const PALETTE_TEXT: &str = "bear";

fn clock_of(day: NaiveDate) -> Box<dyn Clock> {
    Box::new(FixedClock::new(day))
}

/// A calendar with two people of the book, for the picture of the sheet.
fn sample_calendar(app: &App, today: NaiveDate) -> super::calendar_file::Preview {
    let book = app.session().book();
    let guests = book.contacts.values().filter_map(|contact| contact.emails.first()).take(2);
    let guests: String = guests.map(|email| format!("ATTENDEE:mailto:{}\n", email.value)).collect();
    let day = |days| (today + chrono::Days::new(days)).format("%Y%m%d");
    let text = format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Photonics Days\nDTSTART;VALUE=DATE:{}\nDTEND;VALUE=DATE:{}\n\
         LOCATION:Messe Berlin\n{guests}ATTENDEE;CN=Lena Fischer:mailto:lena@example.com\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nSUMMARY:Stammtisch\nDTSTART:{}T180000\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:3\nSUMMARY:Rust Meetup\nDTSTART:20260901T180000\nEND:VEVENT\nEND:VCALENDAR\n",
        day(12),
        day(15),
        day(5),
    );
    // not a text: the name of a file
    let name = "meetings.ics";
    let when = (crate::exchange::ical::Zone::UTC, today);
    let read = crate::exchange::ical::read(text.as_bytes(), book, when, "", &mut |_, _| true);
    let read = read.unwrap_or_default();
    let notes = read.notes(&app.texts, name);
    super::calendar_file::Preview {
        names: vec![name.to_owned()],
        found: read.found,
        notes,
        problems: Vec::new(),
    }
}

/// The letter for the likeliest way to somebody.
fn ask_for(app: &App, contact: Id<Contact>, today: NaiveDate) -> Option<Sheet> {
    let (book, index) = (app.session().book(), app.session().index());
    let atlas = Atlas::of(book, &index.links, &index.network(), today);
    let ways = Ways::to(Goal::Person(contact), Ways::FEW, book, &index.links, &atlas);
    let way = ways.ways.into_iter().find(|way| way.asked().is_some())?;
    Some(Sheet::Request(RequestOf::Reach(way.people)))
}

/// The circle at the foot of the rail.
fn last_circle(book: &Book) -> Option<Id<crate::model::Circle>> {
    book.circles.values().max_by_key(|circle| (circle.order, circle.id)).map(|circle| circle.id)
}

/// Somebody and the first other person.
fn two_of(book: &Book, selected: Option<Id<Contact>>) -> Option<[Id<Contact>; 2]> {
    let one = selected.or_else(|| book.contacts.keys().next().copied())?;
    let other = book.contacts.keys().find(|other| **other != one)?;
    Some([one, *other])
}

/// A map with some people of the book, for the picture of the sheet.
fn sample_network(app: &App) -> Option<super::network_file::Preview> {
    use crate::exchange::graph::read;
    let book = app.session().book();
    let names: Vec<String> = book.contacts.values().take(4).map(|contact| contact.display_name()).collect();
    // not a text: a file of somebody else
    let mut text = String::from(
        "from,to,type,since\nLena Fischer,Lena Fischer,friend,\nLena Fischer,Omar Haddad,mentor,31/5/2024\n",
    );
    for (name, kind) in names.iter().zip(["friend", "introduction", "colleague", "sells to"]) {
        text.push_str(&format!("Lena Fischer,\"{name}\",{kind},2025-05-31\n"));
    }
    let file = "jena-optics.csv".to_owned();
    let found = read(text.as_bytes(), "csv", &mut |_, _| true).ok()?;
    let notes = found.notes(&app.texts, &file);
    Some(super::network_file::Preview::of(file, found, notes, (book, 0)))
}

/// Leads to what is to be drawn. Returns whether that is a sheet.
fn prepare(app: &mut App, spec: &RenderSpec) -> Result<bool, RenderError> {
    let book = app.session().book().clone();
    let selected = match &spec.select {
        None => None,
        Some(name) => {
            let found = book.contacts.values().find(|contact| {
                contact.display_name() == *name
                    || contact.name.latin == *name
                    || contact.id.to_string() == *name
            });
            Some(found.ok_or_else(|| RenderError::NoSuchPerson(name.clone()))?.id)
        }
    };
    if let Some(contact) = selected {
        app.ask(Command::Select(Some(contact)));
    }
    if let Some(tab) = spec.tab {
        app.ask(Command::ShowTab(tab));
    }
    let first = || selected.or_else(|| book.contacts.keys().next().copied());
    let mut is_sheet = true;
    let sheet = match spec.view.as_str() {
        "name" => Some(Sheet::NameCards(None)),
        "follow-up" => Some(Sheet::FollowUp(super::command::FollowUpDraft {
            contacts: selected.into_iter().collect(),
            ..Default::default()
        })),
        "encounter" => {
            first().map(|contact| Sheet::LogEncounter { contacts: vec![contact], completes: None })
        }
        "pass-on" => first().map(Sheet::PassOn),
        "who-helps" => Some(Sheet::Matches(MatchAsk::Text(app.texts.matching_text_example().to_owned()))),
        "who-needs" => first().map(|contact| Sheet::Matches(MatchAsk::Card(contact))),
        "capture" => Some(Sheet::Capture(selected)),
        "synonyms" => Some(Sheet::Synonyms),
        "ask" => selected.and_then(|contact| ask_for(app, contact, spec.today)),
        "plan-introduction" => two_of(&book, selected).map(Sheet::PlanIntroduction),
        "review" => first().map(Sheet::Review),
        "thanks" => thanked(app).map(Sheet::Thanks),
        "cancel" => planned(&book, spec.today).map(|event| Sheet::CancelEvent { event, absent: false }),
        "event-letter" => cancelled(&book).map(|event| Sheet::EventLetter {
            event,
            occasion: crate::letters::Occasion::Apology,
            part: None,
        }),
        "prep" => next_event(&book, spec.today).map(Sheet::Prep),
        "debrief" => super::command::last_event(&book, spec.today).map(Sheet::Debrief),
        "templates" => {
            let first = book.templates.keys().next().copied();
            Some(Sheet::Templates(first, spec.locale.tag(), crate::model::Formality::Polite))
        }
        "circle" => last_circle(&book).map(|circle| Sheet::Circle(Some(circle))),
        "export" => {
            let people = book.contacts.keys().take(12).copied().collect();
            let of = super::export::ExportOf::People(people);
            Some(Sheet::Export(of, super::export::ExportFormat::Ron))
        }
        "reasons" => Some(Sheet::Reasons),
        "earlier" => Some(Sheet::Earlier),
        "conflicts" => Some(Sheet::Conflicts(None)),
        "check" => Some(Sheet::Check),
        "passphrase" => Some(Sheet::Passphrase(PassphraseTask::Set)),
        "new-contact" => Some(Sheet::NewContact),
        "log" => Some(Sheet::LogLine {
            line: app.texts.log_hint().to_owned(),
            contacts: selected.into_iter().collect(),
        }),
        "shortcuts" => Some(Sheet::Shortcuts),
        "duplicates" => Some(Sheet::Duplicates(selected)),
        "trash" => Some(Sheet::Trash),
        "places" => Some(Sheet::Places(None)),
        "lent" => Some(Sheet::Places(Some(crate::index::Spot::Lent))),
        "put-into" => Some(Sheet::PutInto(app.session().book().cards.keys().take(3).copied().collect())),
        "clear-ten" => Some(Sheet::ClearTen),
        "human" => first().map(|contact| Sheet::Human(contact, None)),
        "quiz" => super::command::last_event(&book, spec.today)
            .map(|event| Sheet::Quiz(crate::index::QuizOf::Event(event))),
        "spread" => Some(Sheet::Spread(crate::index::SpreadOf::Overdue)),
        "take-in" => Some(Sheet::Calendar(std::sync::Arc::new(sample_calendar(app, spec.today)))),
        "network-export" => Some(Sheet::NetworkOut(Some(std::sync::Arc::default()))),
        "network-take-in" => {
            sample_network(app).map(|preview| Sheet::NetworkIn(std::sync::Arc::new(preview)))
        }
        _ => {
            is_sheet = false;
            None
        }
    };
    if spec.view == "see-as" {
        app.ask(Command::SeeAs(last_circle(&book)));
        // What was selected before comes back only afterwards.
        app.ask(Command::Select(selected));
    }
    if ["network-export", "network-take-in"].contains(&spec.view.as_str()) {
        app.ask(Command::Go(Route::Network));
    }
    if ["referrals-table", "referrals-people", "year"].contains(&spec.view.as_str()) {
        app.ask(Command::Go(Route::Referrals));
    }
    if spec.view == "year" {
        app.views.referrals.show_year();
    }
    if ["prep", "debrief"].contains(&spec.view.as_str()) {
        app.ask(Command::Go(Route::Events));
    }
    if spec.view == "matches" {
        app.ask(Command::Go(Route::Referrals));
    }
    if ["search", "table", "marked"].contains(&spec.view.as_str()) {
        app.ask(Command::Go(Route::Cards));
    }
    if ["calendar-week", "calendar-list", "spread"].contains(&spec.view.as_str()) {
        app.ask(Command::Go(Route::Calendar));
    }
    // The newest ones, which are in sight.
    if spec.view == "marked" {
        let mut cards: Vec<_> = book.cards.values().filter(|card| card.contact.is_some()).collect();
        cards.sort_by_key(|card| std::cmp::Reverse((card.day(), card.id)));
        let contacts = cards.iter().filter_map(|card| card.contact).take(5).collect();
        app.ask(Command::Mark(super::ctx::Marked { contacts, ..Default::default() }));
    }
    let question = match spec.view.as_str() {
        "ways" => Some(Question::Ways),
        "lineage" => Some(Question::Lineage),
        "owing" => Some(Question::Owing),
        "bridges" => Some(Question::Bridges),
        _ => None,
    };
    if let Some(question) = question {
        app.ask(Command::Answer(question, selected));
    }
    if let Some(route) = Route::ALL.into_iter().find(|route| route.name() == spec.view) {
        app.ask(Command::Go(route));
    }
    if spec.view.starts_with("network-") {
        app.ask(Command::Go(Route::Network));
        app.views.network.show_as(spec.view == "network-text", spec.view == "network-groups");
    }
    let event = match spec.view.as_str() {
        "event" => visited(&book),
        "event-late" | "event-letter" => cancelled(&book),
        "cancel" => planned(&book, spec.today),
        _ => None,
    };
    if let Some(event) = event {
        app.ask(Command::ShowEvent(event));
    }
    if spec.view == "series" {
        app.ask(Command::Go(Route::Events));
        if let Some((name, _)) = crate::index::events::series_names(&book).first() {
            app.views.events.show_series(name);
        }
    }
    if spec.view == "palette" {
        app.palette().open();
        app.palette().type_in(PALETTE_TEXT);
    }
    if let Some(sheet) = sheet {
        app.ask(Command::Open(sheet));
    }
    // The newest earlier state, so that the sheet shows what it is for.
    if spec.view == "earlier"
        && let Some(path) = app.session().path()
        && let Some(newest) = crate::store::backups(path).into_iter().next()
    {
        app.ask(Ask::Read(newest).into());
    }
    Ok(is_sheet)
}

/// The newest event of the longest series that was attended and about which was decided.
fn visited(book: &Book) -> Option<Id<Event>> {
    let (series, _) = crate::index::events::series_names(book).into_iter().next()?;
    let events = book.events.values().filter(|it| it.status == Attendance::Attended && it.series == series);
    events.max_by_key(|it| (it.repeat.is_some(), it.starts_on, it.id)).map(|it| it.id)
}

/// The newest event that was cancelled late.
fn cancelled(book: &Book) -> Option<Id<Event>> {
    let late = book.events.values().filter(|it| it.status == Attendance::CancelledLate);
    late.max_by_key(|it| (it.starts_on, it.id)).map(|it| it.id)
}

/// The next event that is planned.
fn planned(book: &Book, today: NaiveDate) -> Option<Id<Event>> {
    let planned = book.events.values().filter(|it| it.status == Attendance::Planned);
    planned.filter(|it| it.starts_on >= Some(today)).min_by_key(|it| (it.starts_on, it.id)).map(|it| it.id)
}

/// The next event for which most people are expected.
fn next_event(book: &Book, today: NaiveDate) -> Option<Id<crate::model::Event>> {
    let coming = book.events.values().filter(|event| event.starts_on > Some(today));
    coming.max_by_key(|event| (event.participants.len(), std::cmp::Reverse(event.starts_on))).map(|it| it.id)
}

/// Who is to be thanked first, of the newest event.
fn thanked(app: &App) -> Option<Id<Contact>> {
    let book = app.session().book();
    let open = book.follow_ups.values().filter(|it| it.is_open() && it.kind == FollowUpKind::ThankYou);
    open.max_by_key(|it| it.due_on).and_then(|it| it.contacts.first().copied())
}
