//! The program that runs: its state, and what happens between frames and in them.
//!
//! Owns [`App`]. `logic` (workers' outcomes, dropped files, keys, commands) also runs while the
//! window is hidden; `ui` only draws. Commands are carried out in `carry_out.rs`.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use eframe::egui;

use crate::edit::Filing;
use crate::jobs::{JobId, Jobs, Outcome};
use crate::session::{Clock, Opened, Session};
use crate::store::{Attachments, SaveState, is_lost};
use crate::text::{Locale, Texts};

use super::command::{Action, Command, Route, Sheet};
use super::ctx::{Order, Search, Selection, ViewCtx};
use super::early::Early;
use super::platform::Platform;
use super::safety::{Leaving, Safety};
use super::settings::{MotionChoice, Settings, ThemeChoice};
use super::sheets::Sheets;
pub(super) use super::stage::{Failed, Stage};
use super::take_in::TakeIn;
use super::theme::{self, Motion, Theme};
use super::thumbnails::Thumbnails;
use super::toasts::Toasts;
use super::views::Views;
use super::work::Work;

/// Points below which the window is compact.
const COMPACT_BELOW: f32 = 1120.0;

/// With what the program starts.
pub struct Start {
    /// The file of the book; it is read when it exists or should, and made by the first edit otherwise.
    pub book: Option<PathBuf>,
    /// Choices kept from last time.
    pub settings: Settings,
    /// Where the choices are kept; `None` keeps nothing.
    pub settings_path: Option<PathBuf>,
    /// Language instead of the one in the settings, until it is changed there.
    pub locale: Option<Locale>,
    /// Time and ids.
    pub clock: Box<dyn Clock>,
    /// Dialogs, links, the system's theme.
    pub platform: Box<dyn Platform>,
    /// Workers on threads of their own, or run by the caller in tests.
    pub inline_jobs: bool,
    /// The book, when a thread reads it already.
    pub early: Option<Early>,
}

/// The program.
pub struct App {
    pub(super) session: Session,
    pub(super) jobs: Jobs<Work>,
    pub(super) stage: Stage,
    pub(super) texts: Texts,
    pub(super) settings: Settings,
    pub(super) settings_path: Option<PathBuf>,
    pub(super) platform: Box<dyn Platform>,
    pub(super) theme: Theme,
    theme_applied: bool,
    pub(super) system_dark: Option<bool>,
    was_focused: bool,
    pub(super) window: super::window_size::Seen,
    pub(super) route: Route,
    pub(super) selection: Selection,
    pub(super) search: Search,
    pub(super) search_key: Option<(u64, chrono::NaiveDate, String)>,
    /// Somebody is at the window, so a search may come.
    pub(super) is_used: bool,
    /// The job that makes the search.
    pub(super) preparing: Option<JobId>,
    /// The book of which the names were made ready.
    pub(super) named: Option<crate::model::Id<crate::model::Book>>,
    /// For which state of the book the values of fields were asked for.
    pub(super) values_of: Option<u64>,
    pub(super) views: Views,
    pub(super) sheets: Sheets,
    pub(super) toasts: Toasts,
    /// Letters that the system is to open.
    pub(super) letters: Vec<super::letters_out::OnItsWay>,
    /// The people of the gallery in its present order.
    pub(super) order: Option<Arc<Order>>,
    pub(super) thumbnails: Thumbnails,
    pub(super) thumbnails_folder: Option<PathBuf>,
    pub(super) take_in: TakeIn,
    /// How the network is exported about which a file dialog asks.
    pub(super) exporting_network: Option<(crate::session::NetworkChoices, crate::exchange::share::Audience)>,
    /// What is to be written, while the file is asked for.
    pub(super) saving: Option<super::save_as::Made>,
    /// Who or what is to be exported for whom, while the file is asked for.
    pub(super) exporting: Option<(super::export::ExportOf, crate::exchange::share::Audience)>,
    pub(super) commands: Vec<Command>,
    pub(super) shell: super::shell::Shell,
    pub(super) palette: super::palette::CommandPalette,
    /// The search field is to get the keyboard.
    pub(super) focus_search: bool,
    pub(super) wake: Arc<dyn Fn() + Send + Sync>,
    pub(super) clock_for_sessions: Box<dyn Fn() -> Box<dyn Clock>>,
    /// The window is to close as soon as everything is saved.
    pub(super) closing: bool,
    pub(super) close_anyway: bool,
    /// The job that reads the book of [`Stage::Opening`].
    pub(super) opening: Option<JobId>,
    /// A book to open as soon as nothing of the present one is on its way any more.
    pub(super) open_next: Option<PathBuf>,
    /// The job that makes the demo network for the present book.
    pub(super) demo: Option<JobId>,
    /// The network file for which the user waits.
    pub(super) network_job: super::network_file::Waited,
    /// What is known about the safety of the book.
    pub(super) safety: Safety,
    pub(super) suspects: super::suspects::Suspects,
    pub(super) matches: super::matching::Matches,
    /// Reminders on the desktop.
    pub(super) reminders: super::reminders::State,
    /// The book is seen as a circle would.
    pub(super) see_as: Option<Box<super::see_as::SeeAs>>,
    /// Counts the states of books that were seen so.
    pub(super) seen_states: u64,
    /// The calendar file beside the book.
    pub(super) live: super::calendar_file::Live,
    /// What the user was about to do while something was typed into a sheet.
    pub(super) leaving: Option<Leaving>,
    /// A book was opened: when all is at rest, memory goes back to the system.
    pub(super) gives_back: bool,
    /// The system wants the program to end.
    quit: Option<Arc<AtomicBool>>,
}

impl App {
    /// Makes the program for a window.
    ///
    /// # Errors
    /// When the system has no threads left for workers.
    pub fn new(ctx: &egui::Context, start: Start) -> std::io::Result<Self> {
        theme::install_fonts(ctx);
        let pictures = Arc::new(AtomicUsize::new(0));
        let waker = super::wake::waker(ctx, Arc::clone(&pictures));
        let wake: Arc<dyn Fn() + Send + Sync> = {
            let ctx = ctx.clone();
            Arc::new(move || ctx.request_repaint())
        };
        let jobs = if start.inline_jobs { Jobs::inline() } else { Jobs::start(waker)? };
        let texts = Texts::new(start.locale.unwrap_or_else(|| start.settings.locale()));
        let system_dark = start.platform.system_dark();
        let book = start.book;
        // What was open last, or left older states behind, was there: nothing begins anew in its place.
        let was_there = |path: &PathBuf| {
            std::fs::symlink_metadata(path).is_ok()
                || start.settings.last_book.as_ref() == Some(path)
                || is_lost(path)
        };
        let exists = book.as_ref().is_some_and(was_there);
        let session = Session::new(start.clock, book.clone(), Arc::clone(&wake));
        let mut app = Self {
            session,
            jobs,
            stage: Stage::Open,
            texts,
            settings: start.settings,
            settings_path: start.settings_path,
            platform: start.platform,
            theme: Theme::new(false, Motion::Full),
            theme_applied: false,
            system_dark,
            was_focused: false,
            window: super::window_size::Seen::default(),
            route: Route::default(),
            selection: Selection::default(),
            search: Search::default(),
            search_key: None,
            is_used: false,
            preparing: None,
            named: None,
            values_of: None,
            views: Views::default(),
            sheets: Sheets::default(),
            toasts: Toasts::default(),
            letters: Vec::new(),
            order: None,
            thumbnails: Thumbnails::counting(pictures),
            thumbnails_folder: None,
            take_in: TakeIn::default(),
            exporting_network: None,
            saving: None,
            exporting: None,
            commands: Vec::new(),
            shell: super::shell::Shell::default(),
            palette: super::palette::CommandPalette::default(),
            focus_search: false,
            wake,
            clock_for_sessions: Box::new(|| Box::new(crate::session::SystemClock)),
            closing: false,
            close_anyway: false,
            opening: None,
            open_next: None,
            demo: None,
            network_job: super::network_file::Waited::default(),
            safety: Safety::default(),
            suspects: super::suspects::Suspects::default(),
            matches: super::matching::Matches::default(),
            reminders: super::reminders::State::default(),
            see_as: None,
            seen_states: 0,
            live: super::calendar_file::Live::default(),
            leaving: None,
            gives_back: false,
            quit: None,
        };
        app.apply_picture_settings();
        if let Some(path) = book.filter(|_| exists) {
            app.open_book_with(path, start.early);
        }
        Ok(app)
    }

    /// Begins to read a book on a worker.
    pub(super) fn open_book(&mut self, path: PathBuf) {
        self.open_book_with(path, None);
    }

    fn open_book_with(&mut self, path: PathBuf, early: Option<Early>) {
        self.stage = Stage::Opening(path.clone());
        let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Disk, "").latest("open");
        self.opening = Some(self.jobs.spawn(spec, move |_| {
            // A book that is opened again after mending needs no passphrase. What ended an early reading ends this
            // one too, and is told.
            let result = match early.and_then(Early::wait) {
                Some(result) => result,
                None => Opened::to_write_known(&path).map(Box::new),
            };
            Ok(Work::Opened { path, result })
        }));
    }

    /// The session, to look at from tests.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session, to prepare a test.
    pub fn session_mut(&mut self) -> &mut Session {
        &mut self.session
    }

    /// The view that is shown.
    pub fn route(&self) -> Route {
        self.route
    }

    /// The choices in force.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Asks for something, as a view would.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Uses another clock for every book from now on; for tests and pictures.
    pub fn use_clock(&mut self, make: impl Fn() -> Box<dyn Clock> + 'static) {
        self.clock_for_sessions = Box::new(make);
    }

    /// Ends the program, saving first, as soon as the flag is set: the system logs out or shuts down.
    pub fn quit_on(&mut self, flag: Arc<AtomicBool>) {
        self.quit = Some(flag);
    }

    /// The colour behind everything.
    pub fn background(&self) -> egui::Color32 {
        self.theme.palette.desk
    }

    /// Whether workers or pictures are still on their way.
    pub fn is_busy(&self) -> bool {
        !self.jobs.is_idle()
            || !self.commands.is_empty()
            || self.thumbnails.is_busy()
            || self.open_next.is_some()
            || matches!(self.stage, Stage::Opening(_))
    }

    /// What pictures take in memory now.
    pub fn picture_usage(&self) -> super::thumbnails::Usage {
        self.thumbnails.usage()
    }

    /// Runs waiting jobs on this thread when the program was started so; for tests and pictures.
    pub fn run_jobs(&self) -> usize {
        self.jobs.run_pending()
    }

    /// Where pictures are stored: beside the book.
    pub(super) fn attachments(&self) -> Option<Attachments> {
        self.session.attachments()
    }

    /// Whether there is nothing to show but the first-start page.
    pub(super) fn is_first_start(&self) -> bool {
        matches!(self.stage, Stage::Open) && self.session.book().is_empty() && !self.take_in.is_running()
    }

    /// What happens between frames.
    pub fn logic(&mut self, ctx: &egui::Context) {
        self.apply_theme(ctx);
        self.mind_window(ctx);
        self.receive_outcomes();
        self.receive_files(ctx);
        self.receive_keys(ctx);
        self.finish_take_in();
        // Seen as somebody else, the network rests.
        if matches!(self.stage, Stage::Open) && self.see_as.is_none() {
            self.commands.extend(self.views.logic(self.route, &self.session, &self.jobs));
        }
        self.mind_safety();
        self.mind_suspects();
        self.mind_matching();
        self.mind_reminders(ctx);
        self.carry_out_commands(ctx);
        self.mind_see_as(ctx);
        self.mind_calendar_file(); // After what was switched a moment ago.
        // Another sheet has taken the place of the question; the pictures must not wait for ever.
        if self.sheets.open() != Some(&Sheet::FileImages) {
            self.file_in_the_pile();
        }
        self.mind_opening();
        self.prepare_search(ctx);
        self.prepare_names();
        self.update_search();
        self.gather_values();
        self.mind_closing(ctx);
        if self.gives_back && !self.is_busy() {
            self.gives_back = false;
            super::memory::give_back();
        }
    }

    fn apply_theme(&mut self, ctx: &egui::Context) {
        // The user may have changed the system's theme in another window just now.
        let focused = ctx.input(|input| input.focused);
        let came = focused && !std::mem::replace(&mut self.was_focused, focused);
        // A synchronising program may have put something beside the book meanwhile.
        self.safety.look_again |= came;
        if came {
            // The files of missing pictures too.
            self.thumbnails.retry_broken();
        }
        if came && let Some(detect) = self.platform.theme_detector() {
            let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Layout, "").latest("system theme");
            self.jobs.spawn(spec, move |_| Ok(Work::SystemTheme(detect())));
        }
        self.was_focused = focused;
        let dark = match self.settings.theme {
            ThemeChoice::Light => false,
            ThemeChoice::Dark => true,
            // winit tells on Windows and macOS when the system changes; elsewhere the portal was asked.
            ThemeChoice::System => ctx
                .input(|input| input.raw.system_theme)
                .map(|theme| theme == egui::Theme::Dark)
                .or(self.system_dark)
                .unwrap_or(false),
        };
        let motion =
            if self.settings.motion == MotionChoice::Reduced { Motion::Reduced } else { Motion::Full };
        let theme = Theme::new(dark, motion);
        if !self.theme_applied || theme.dark != self.theme.dark || theme.motion != self.theme.motion {
            theme::apply(ctx, &theme);
            self.theme = theme;
            self.theme_applied = true;
        }
    }

    fn receive_outcomes(&mut self) {
        for outcome in self.jobs.drain() {
            match outcome {
                Outcome::Done(job, work) => {
                    self.network_job.ended(job);
                    self.receive(job, work);
                }
                Outcome::Cancelled(job) => {
                    self.network_job.ended(job);
                    self.take_in.cancelled(job);
                    self.suspects_given_up(job);
                    self.matching_ended(job);
                    self.calendar_job_ended(job);
                    self.demo.take_if(|demo| *demo == job);
                    self.preparing.take_if(|preparing| *preparing == job);
                    self.thumbnails.cancelled(job);
                }
                Outcome::Failed(job, message) => {
                    self.take_in.failed(job, &message, &self.texts);
                    self.thumbnails.failed(job);
                    self.suspects_given_up(job);
                    self.matching_ended(job);
                    self.preparing.take_if(|preparing| *preparing == job);
                    self.calendar_job_ended(job);
                    if self.opening == Some(job)
                        && let Stage::Opening(path) = &self.stage
                    {
                        self.not_opened(path.clone(), message, None);
                    } else if self.demo.take_if(|demo| *demo == job).is_some() || self.network_job.ended(job)
                    {
                        self.toasts.problem(message);
                    }
                }
            }
        }
    }

    /// Pictures whose question nobody will answer any more become cards of the pile: nothing is lost.
    fn file_in_the_pile(&mut self) {
        if self.take_in.asks && self.take_in.filing.is_none() {
            self.take_in.filing = Some(Filing::Pile);
            if self.sheets.open() == Some(&Sheet::FileImages) {
                self.sheets.close();
            }
            self.finish_take_in();
        }
    }

    /// Another book waits until everything of the present one is on the disk: pictures on their way belong
    /// to it, and a failed save keeps it open.
    fn mind_opening(&mut self) {
        if self.open_next.is_none() {
            return;
        }
        self.file_in_the_pile();
        if self.take_in.is_running() {
            return;
        }
        match self.session.save_status().map(|status| status.state) {
            Some(SaveState::Waiting | SaveState::Saving) => {}
            Some(SaveState::Failed(error)) => {
                self.open_next = None;
                self.toasts.problem(error.text_of_unsaved(&self.texts));
            }
            Some(SaveState::Saved) | None => {
                if let Some(path) = self.open_next.take() {
                    self.open_book(path);
                }
            }
        }
    }

    /// Closing waits for the save; when saving fails the user decides.
    fn mind_closing(&mut self, ctx: &egui::Context) {
        let mut asked = ctx.input(|input| input.viewport().close_requested()) && !self.close_anyway;
        let unsaved =
            self.sheets.has_typed() || self.sheets.keeps_words() || self.views.inspector.has_refused();
        if asked && unsaved && !self.closing {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.leaving = Some(Leaving::Window);
            return;
        }
        // The system does not wait for an answer: what is in the book is saved, and that is it.
        if self.quit.as_ref().is_some_and(|quit| quit.swap(false, Ordering::AcqRel)) {
            asked = true;
            self.closing = true;
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        if asked || self.closing {
            self.file_in_the_pile();
        }
        if asked {
            if self.session.is_saved() && !self.take_in.is_running() {
                self.close_anyway |= self.closing;
                return;
            }
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.closing = true;
            self.session.save_now();
        }
        if self.closing && self.session.is_saved() && !self.take_in.is_running() {
            self.close_anyway = true;
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        } else if self.closing {
            ctx.request_repaint_after(Duration::from_millis(50));
        }
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let compact = ui.available_width() < COMPACT_BELOW;
        let first_start = self.is_first_start();
        let access = self.session.access();
        let opening = self
            .opening
            .filter(|_| matches!(self.stage, Stage::Opening(_)))
            .and_then(|job| self.jobs.active().into_iter().find(|active| active.id == job));
        let demo = self.demo.and_then(|job| self.jobs.active().into_iter().find(|active| active.id == job));
        let waited = demo.or_else(|| self.network_job.active(&self.jobs, ui.ctx()));
        // A copy: the views read the query while the field is typed into.
        let mut query = self.search.query.clone();
        let mut focus_search = std::mem::take(&mut self.focus_search);
        let save = self.session.save_status();
        let (book, index, revision) = super::see_as::shown(self.see_as.as_deref(), &self.session);
        let (suspects, matches) = match &self.see_as {
            Some(mode) => (&mode.suspects, &mode.matches),
            None => (&self.suspects, &self.matches),
        };
        let mut view = ViewCtx {
            book,
            index,
            revision,
            as_circle: self.see_as.as_ref().map(|mode| &mode.badge),
            selection: &self.selection,
            search: &self.search,
            texts: &self.texts,
            theme: self.theme,
            today: self.session.clock().today(),
            time: self.session.clock().time_of_day(),
            route: self.route,
            compact,
            writable: access.is_writable() && self.see_as.is_none(),
            access: &access,
            protected: self.session.is_protected(),
            safety: &self.safety,
            suspects,
            matches,
            reminders: &self.reminders,
            live: &self.live,
            order: &mut self.order,
            thumbnails: &mut self.thumbnails,
            path: self.session.path(),
            save: save.as_ref(),
            settings: &self.settings,
            commands: &mut self.commands,
            query: &mut query,
            focus_search: &mut focus_search,
        };
        let state = super::shell::State {
            stage: &mut self.stage,
            opening,
            book_is_open: !self.session.book().is_empty(),
            leaving: self.leaving.as_ref(),
            first_start,
            save: save.clone(),
            path: self.session.path(),
            undo: self.session.history().undo_label(),
            redo: self.session.history().redo_label(),
            history: self.session.history().len(),
            reviewing: matches!(self.sheets.open(), Some(super::command::Sheet::Review(_))),
            has_sheet: self.sheets.open().is_some(),
            waited,
            take_in: &mut self.take_in,
            toasts: &mut self.toasts,
            closing: &mut self.closing,
            close_anyway: &mut self.close_anyway,
            palette: &mut self.palette,
        };
        self.shell.ui(ui, &mut view, state, &mut self.views, &mut self.sheets);
        self.search.query = query;
        let attachments = self.attachments();
        let now = self.session.clock().now().into();
        self.thumbnails.end_frame(ui.ctx(), &self.jobs, attachments.as_ref(), now);
        // What views asked for while they were drawn begins now: no other frame may come by itself.
        self.mind_matching();
        if !self.commands.is_empty() {
            // They are carried out at the beginning of the next pass, which must come.
            ui.ctx().request_repaint();
        }
    }

    /// Whether a sheet is open.
    pub fn open_sheet(&self) -> Option<&Sheet> {
        self.sheets.open()
    }

    /// The command palette, to look at from tests and to type into for pictures.
    pub fn palette(&mut self) -> &mut super::palette::CommandPalette {
        &mut self.palette
    }

    fn receive_keys(&mut self, ctx: &egui::Context) {
        let any =
            ctx.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Key { .. })));
        if !any {
            return;
        }
        let mut keys: Vec<(egui::KeyboardShortcut, Action)> = Action::ALL
            .into_iter()
            .flat_map(|action| {
                let all = action.shortcut().into_iter().chain(action.other_shortcuts().iter().copied());
                all.map(move |shortcut| (shortcut, action))
            })
            .collect();
        // Shift variants first: consuming Ctrl+Z would also take Ctrl+Shift+Z.
        keys.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
        let typing = ctx.text_edit_focused();
        for (shortcut, action) in keys {
            // While a text is typed, Undo belongs to the field; a focused button or canvas has none.
            let rests = typing && matches!(action, Action::Undo | Action::Redo)
                || self.sheets.open().is_some_and(|sheet| !sheet.gives_way()) && !action.works_above_sheets();
            if !rests && ctx.input_mut(|input| input.consume_shortcut(&shortcut)) {
                self.commands.push(Command::Do(action));
            }
        }
        // Single keys rest while a text is typed, a menu is open, or a sheet lies above.
        let rests = typing
            || egui::Popup::is_any_open(ctx)
            || ctx.memory(|memory| memory.top_modal_layer().is_some())
            || !matches!(self.stage, Stage::Open);
        if rests {
            return;
        }
        for action in Action::ALL {
            let Some(key) = action.single_key() else { continue };
            // Held keys repeat; one press is one sheet. Ctrl+L and Alt+L are no plain L.
            let pressed = ctx.input_mut(|input| {
                input.modifiers.is_none() && input.consume_key(egui::Modifiers::NONE, key)
            });
            if pressed {
                self.commands.push(Command::Do(action));
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.background().to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // The window is gone; what is not saved yet must still reach the disk, also what was asked for in
        // the last frame.
        for command in std::mem::take(&mut self.commands) {
            if let Command::Edit(edit) = command {
                self.commit(*edit);
            }
        }
        self.keep_window();
        if !self.session.is_saved() {
            self.session.flush(Duration::from_secs(20));
        }
    }
}
