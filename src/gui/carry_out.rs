//! Commands and outcomes: the one place where the window changes anything.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::edit::{Edit, EditError, Filing};
use crate::jobs::JobId;
use crate::model::{Contact, Id};
use crate::session::Session;
use crate::store::{OpenError, OpenProblem};
use crate::text::{Locale, Texts};

use super::app::{App, Failed, Stage};
use super::command::{Command, Route, Sheet};
use super::portrait::{PhotoFrom, PortraitSource};
use super::safety::{Ask, Leaving};
use super::work::{Purpose, Work};

impl App {
    pub(super) fn receive(&mut self, job: JobId, work: Work) {
        match work {
            Work::Thumbnail(result) => self.thumbnails.arrived(job, result),
            Work::ThumbnailsKept(bytes) => self.thumbnails.kept(bytes),
            Work::Expanded(expansion) => {
                if let Some(to) = self.attachments() {
                    self.take_in.expanded(job, expansion, &to, &self.jobs, &self.texts);
                }
            }
            Work::TakenIn { name, result, .. } => {
                let result = result.map(|mut attachment| {
                    attachment.added_at = self.session.clock().now();
                    attachment
                });
                self.take_in.arrived(job, name, result, &self.texts);
            }
            Work::PhotoRead(result) => self.photo_read(result),
            Work::PortraitStored { contact, result } => self.portrait_stored(contact, result),
            Work::Opened { path, result } => self.opened(path, result),
            Work::SystemTheme(dark) => self.system_dark = dark,
            Work::SettingsSaved(Ok(())) | Work::Closed(Ok(())) => {}
            Work::SettingsSaved(Err(error)) => {
                self.toasts.problem(self.texts.app_settings_not_saved(&error.to_string()));
            }
            Work::Closed(Err(error)) => self.toasts.problem(error.text(&self.texts)),
            // Its pictures lie beside the book for which it was made, which is open no longer.
            Work::Demo(_) if self.demo.take_if(|demo| *demo == job).is_none() => {}
            Work::Demo(Ok(book)) => {
                self.commit(Edit::Import { book });
                self.route = Route::Cards;
            }
            Work::Demo(Err(error)) => self.toasts.problem(error.text(&self.texts)),
            made @ (Work::Matching(_) | Work::Pairs { .. }) => self.matching_made(job, made),
            Work::Suspects { revision, found } => self.suspects_found(revision, *found),
            found @ (Work::Layout { .. } | Work::Communities { .. }) => self.views.network.arrived(found),
            // The next frame finds it.
            Work::Answered => {}
            Work::Chosen { purpose, files } => self.chosen(purpose, files),
            Work::Beside(beside) => self.looked_beside(beside),
            Work::Counted { backup, people } => self.counted(backup, people),
            Work::Earlier(read) => self.earlier_read(*read),
            Work::CopySaved { file, result } => self.copy_saved(&file, result),
            Work::Exported { file, what, result } => self.exported(&file, &what, result),
            Work::Saved { file, result } => self.saved(&file, result),
            Work::SheetMade { name, made, missing } => self.contact_sheet_made(&name, made, missing),
            Work::CopyRead(result) => self.copy_read(result),
            Work::Unlocked { path, result, key } => self.unlocked(path, result, key),
            Work::Salvaged { path, result } => self.salvaged(path, result),
            Work::WentBack { path, when, replaced, result } => {
                self.went_back(path, (&when, replaced), result);
            }
            Work::Checked(result) => self.checked(result),
            Work::Mended { path, result } => self.mended(path, result),
            Work::NotMended { session, error } => self.not_saved_before_mending(*session, &error),
            Work::Located(result) => self.located(result),
            Work::Found { picture, found } => self.picture_found(picture, found),
            Work::OtherPictureStored { missing, result } => self.other_picture_stored(missing, result),
            Work::Protected(result) => self.protection_changed(result),
            // It was made of the book that was open before.
            Work::Search(_) if self.preparing.take_if(|preparing| *preparing == job).is_none() => {}
            Work::Search(prepared) => self.session.take_search(*prepared),
            Work::Values(values) => self.search.values = Arc::new(values),
            Work::SeenAs(seen) => self.seen_as(job, *seen),
            Work::Reminded { marks, tried, result } => self.reminded(&marks, tried, result),
            Work::CalendarKept { wanted, result } => self.calendar_kept(job, wanted, result),
            Work::CalendarRead(preview) => self.calendar_read(preview),
            Work::NetworkRead(read) => self.network_read(read),
            Work::NetworkTaken(taken, landing) => self.network_taken(taken, *landing),
            Work::NetworkNotExported(message) => self.toasts.problem(message),
            Work::LinkNotOpened { address, reason } => self.link_failed(&address, &reason),
            Work::NoDialog(purpose) => self.sheets.ask_for_path(purpose),
        }
    }

    pub(super) fn opened(
        &mut self,
        path: PathBuf,
        result: Result<Box<crate::session::Opened>, crate::store::OpenError>,
    ) {
        match result {
            Ok(opened) => {
                for words in crate::store::Notice::summary(&opened.notices, &self.texts) {
                    self.toasts.problem(words);
                }
                match Session::open((self.clock_for_sessions)(), *opened, Arc::clone(&self.wake)) {
                    Ok(session) => {
                        self.replace_session(session);
                        self.safety.key_of_damaged = None;
                        self.stage = Stage::Open;
                        self.gives_back = true;
                        self.remember_book(path);
                    }
                    Err(error) => {
                        let message = error.text(&self.texts);
                        self.not_opened(path, message, None);
                    }
                }
            }
            Err(OpenError { problem: OpenProblem::Locked | OpenProblem::WrongPassphrase, .. }) => {
                self.stage = Stage::Locked(Box::new(super::views::UnlockPage::new(path)));
            }
            Err(error) => {
                let message = error.text(&self.texts);
                self.not_opened(path, message, Some(error.problem));
            }
        }
    }

    /// Shows what can be done about a book that does not open. A book that is open stays open behind the page.
    pub(super) fn not_opened(
        &mut self,
        path: PathBuf,
        message: String,
        problem: Option<crate::store::OpenProblem>,
    ) {
        let has_page =
            |problem: &OpenProblem| super::views::is_damaged(problem) || *problem == OpenProblem::NotFound;
        if !problem.as_ref().is_some_and(has_page) && !self.session.book().is_empty() {
            // There is nothing to be done about that file here.
            self.stage = Stage::Open;
            self.toasts.problem(message);
            return;
        }
        self.stage = Stage::Failed(Box::new(Failed { path, message, problem }));
        self.look_beside();
    }

    /// Puts another book in the place of the present one, which a worker writes to its end.
    pub(super) fn replace_session(&mut self, session: Session) {
        let mut old = std::mem::replace(&mut self.session, session);
        // Nothing that was made for the old book may act on the new one.
        if let Some(demo) = self.demo.take() {
            self.jobs.cancel(demo);
        }
        if let Some(preparing) = self.preparing.take() {
            self.jobs.cancel(preparing);
        }
        self.see_as = None;
        self.selection = super::ctx::Selection::default();
        self.order = None;
        self.views = super::views::Views::default();
        self.suspects = super::suspects::Suspects::default();
        self.matches = super::matching::Matches::default();
        self.reminders = super::reminders::State::default();
        self.live = super::calendar_file::Live::default();
        self.sheets.close();
        self.forget_safety();
        self.toasts.forget_undo();
        self.thumbnails.clear(&self.jobs);
        self.forget_readable_thumbnails();
        let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Disk, "");
        self.jobs.spawn(spec, move |_| {
            let status = old.flush(std::time::Duration::from_secs(60)).map(|status| status.state);
            Ok(Work::Closed(match status {
                Some(crate::store::SaveState::Failed(error)) => Err(error),
                _ => Ok(()),
            }))
        });
    }

    fn remember_book(&mut self, path: PathBuf) {
        let mut settings = self.settings.clone();
        // The next start may be in another folder.
        settings.last_book = Some(std::path::absolute(&path).unwrap_or(path));
        self.change_settings(settings);
    }

    pub(super) fn change_settings(&mut self, settings: super::settings::Settings) {
        if settings.language != self.settings.language {
            self.texts = Texts::new(settings.locale());
        }
        if settings != self.settings {
            self.settings = settings;
            self.apply_picture_settings();
            if let Some(path) = self.settings_path.clone() {
                let settings = self.settings.clone();
                // In the order of asking, and finished before the program ends.
                let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Disk, "");
                self.jobs.spawn(spec, move |_| Ok(Work::SettingsSaved(settings.save(&path))));
            }
        }
    }

    fn chosen(&mut self, purpose: Purpose, files: Vec<PathBuf>) {
        if files.is_empty() {
            return;
        }
        match purpose {
            // With the portrait sheet open they become the photograph that it shows.
            Purpose::Cards | Purpose::Portrait => self.commands.push(Command::TakeIn(files)),
            Purpose::Scan(filing) => self.commands.push(Command::TakeInAs(files, filing)),
            Purpose::Locate(attachment) => {
                let folder = files.into_iter().next();
                self.commands.extend(folder.map(|folder| Ask::LocateIn { attachment, folder }.into()));
            }
            Purpose::Picture(picture) => {
                self.commands.extend(files.into_iter().next().map(|file| Command::TryPicture(picture, file)));
            }
            Purpose::Copy => {
                let with_ending = |file: PathBuf| {
                    if file.extension().is_none() { file.with_extension("ron") } else { file }
                };
                let copies = files.into_iter().take(1).map(|file| Ask::SaveCopy(with_ending(file)).into());
                self.commands.extend(copies);
            }
            Purpose::Export(format) => {
                let files = files.into_iter().take(1);
                let asked = files.map(|file| Command::ExportTo { file, format, replace: true });
                self.commands.extend(asked);
            }
            Purpose::Save(kind) => {
                let files = files.into_iter().take(1);
                self.commands.extend(files.map(|file| Command::SaveTo { kind, file, replace: true }));
            }
            Purpose::Book => {
                self.commands.extend(files.into_iter().next().map(Command::OpenBook));
            }
            Purpose::Calendar => self.commands.push(Command::ReadCalendars(files)),
            Purpose::Network => self.commands.push(Command::ReadNetworks(files)),
        }
    }

    /// Files that were dropped, and pictures that were pasted.
    pub(super) fn receive_files(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<PathBuf> = dropped
            .iter()
            .map(|file| file.path().to_owned())
            .filter(|path| !path.as_os_str().is_empty())
            .collect();
        let (calendars, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| is_calendar(path));
        if !calendars.is_empty() {
            self.commands.push(Command::ReadCalendars(calendars));
        }
        let (networks, paths): (Vec<PathBuf>, Vec<PathBuf>) =
            paths.into_iter().partition(|path| super::network_file::is_network(path));
        if !networks.is_empty() {
            self.commands.push(Command::ReadNetworks(networks));
        }
        if !paths.is_empty() {
            self.commands.push(Command::TakeIn(paths));
        }
        let pasted: Vec<Arc<egui::ColorImage>> = ctx.input(|input| {
            let images = input.events.iter().filter_map(|event| match event {
                egui::Event::PasteImage(image) => Some(Arc::clone(image)),
                _ => None,
            });
            images.collect()
        });
        if let (Some(Sheet::Portrait(_)), Some(picture)) = (self.sheets.open(), pasted.first()) {
            let name = self.texts.import_pasted().to_owned();
            self.read_portrait(PhotoFrom::Pasted(name, Arc::clone(picture)));
        } else if !pasted.is_empty() && self.has_book(true) && self.may_change() {
            let filing = self.filing_of_drop(pasted.len());
            if let Some(to) = self.attachments() {
                let name = self.texts.import_pasted();
                self.take_in.begin_pasted(name, pasted, filing, &to, &self.jobs);
                self.take_in.event = self.open_event();
            }
        }
    }

    /// While a contact is selected the user says what the pictures are.
    fn filing_of_drop(&mut self, _count: usize) -> Option<Filing> {
        if self.take_in.is_running() && self.take_in.filing.is_some() {
            // They join pictures that were not meant for this person; the pile keeps all of them.
            return Some(Filing::Pile);
        }
        if let Some(Sheet::Photos(event, _)) = self.sheets.open() {
            return Some(Filing::PhotosOf(*event));
        }
        let asked = self.sheets.open() == Some(&Sheet::FileImages);
        // What is typed into another sheet is not thrown away for a question.
        if asked || (self.selection.contact.is_some() && self.sheets.open().is_none()) {
            if !asked {
                self.sheets.show(Sheet::FileImages);
            }
            None
        } else {
            Some(Filing::Pile)
        }
    }

    /// Goes to a view; whoever is in the events already comes back from a page to the list.
    pub(super) fn go_to(&mut self, route: Route) {
        if (self.route, route) == (Route::Events, Route::Events) {
            self.views.events.show_list();
        }
        self.route = route;
    }

    /// The event whose page is open: pictures that come in belong to it.
    fn open_event(&self) -> Option<Id<crate::model::Event>> {
        if let Some(Sheet::Debrief(event)) = self.sheets.open() {
            return Some(*event);
        }
        (self.route == Route::Events).then(|| self.views.events.shown()).flatten()
    }

    pub(super) fn finish_take_in(&mut self) {
        let Some(mut finished) = self.take_in.take_finished() else { return };
        // Whom or what they were meant for may be gone meanwhile, and a card has one back: the pile takes all.
        let fits = match finished.filing {
            Filing::Pile => true,
            Filing::PhotosOf(event) => self.session.book().get(event).is_some(),
            Filing::NewCardOf(contact) => self.session.book().get(contact).is_some(),
            Filing::BackOf(card) | Filing::FrontOf(card) => {
                finished.attachments.len() == 1 && self.session.book().get(card).is_some()
            }
        };
        if !fits {
            finished.filing = Filing::Pile;
        }
        let edit = Edit::AddCards {
            attachments: finished.attachments,
            filing: finished.filing,
            // It may have been removed while the pictures were read.
            event: self.take_in.event.take().filter(|event| self.session.book().get(*event).is_some()),
            exchange: crate::model::Exchange::Unknown,
        };
        let before: std::collections::BTreeSet<_> = self.session.book().cards.keys().copied().collect();
        if self.commit(edit) {
            let new = self.session.book().cards.keys().find(|id| !before.contains(id)).copied();
            let tells = matches!(self.sheets.open(), Some(Sheet::Debrief(_)));
            if finished.filing == Filing::Pile
                && !tells
                && let Some(card) = new
            {
                self.route = if self.route == Route::Today { Route::Today } else { Route::Cards };
                self.selection.contact = None;
                self.selection.card = Some(card);
                if self.sheets.open().is_none() {
                    self.sheets.show(Sheet::NameCards(Some(card)));
                }
            }
        }
    }

    pub(super) fn carry_out_commands(&mut self, ctx: &egui::Context) {
        for command in std::mem::take(&mut self.commands) {
            self.carry_out(ctx, command);
        }
        // Elsewhere nobody sees what is marked: an action there concerns the one person who is shown.
        if !matches!(self.route, Route::Cards | Route::Network) {
            self.selection.marked = super::ctx::Marked::default();
        }
    }

    fn carry_out(&mut self, ctx: &egui::Context, command: Command) {
        if self.see_as.is_some() && !super::see_as::allows(&command) {
            self.toasts.hint(self.texts.share_see_refused().to_owned());
            return;
        }
        match command {
            Command::Edit(edit) => {
                self.commit(*edit);
            }
            Command::Go(route) => self.go_to(route),
            Command::Select(contact) => self.select(contact),
            Command::SelectCard(card) => {
                self.selection.contact = None;
                self.selection.card = Some(card);
            }
            Command::Mark(marked) => self.selection.marked = marked,
            Command::ShowEvent(event) => {
                self.route = Route::Events;
                self.views.events.show(event);
            }
            Command::Answer(question, contact) => {
                self.route = Route::Network;
                if contact.is_some() {
                    self.select(contact);
                }
                self.views.network.answer(question, self.selection.contact);
            }
            Command::ShowDay(day) => {
                self.route = Route::Calendar;
                self.views.calendar.show(day);
            }
            Command::ShowCircle(circle) => {
                self.route = Route::Cards;
                self.views.cards.show_circle(circle);
            }
            Command::Find(query, route) => {
                self.search.query = query;
                self.route = route;
            }
            Command::Open(sheet) if sheet.edits() && !(self.has_book(false) && self.may_change()) => {}
            Command::Open(sheet) if self.sheets.loses_words() && !self.sheets.goes_above(&sheet) => {
                self.leaving = Some(Leaving::Other(sheet))
            }
            Command::Open(sheet) => self.sheets.show(sheet),
            Command::KeepTyping => self.leaving = None,
            Command::DiscardTyped(leaving) => self.discard_typed(*leaving),
            Command::Safety(ask) => self.carry_out_safety(*ask),
            Command::CloseSheet if self.sheets.loses_words() => self.leaving = Some(Leaving::Sheet),
            Command::CloseSheet => self.sheets.close(),
            Command::FileImages(filing) => {
                self.take_in.filing = Some(filing);
                self.sheets.close();
                self.finish_take_in();
            }
            Command::Do(action) => self.act(ctx, action),
            // Dropped while the book is being read: they wait for it.
            Command::TakeIn(paths) if matches!(self.stage, Stage::Opening(_)) => {
                self.commands.push(Command::TakeIn(paths));
            }
            Command::TakeIn(mut paths) if matches!(self.sheets.open(), Some(Sheet::Portrait(_))) => {
                if !paths.is_empty() {
                    self.read_portrait(PhotoFrom::File(paths.swap_remove(0)));
                }
            }
            Command::TakeInAs(mut paths, filing) => {
                if self.has_book(true) && self.may_change() {
                    // A side of a card has room for one picture.
                    if !matches!(filing, Filing::PhotosOf(_)) {
                        paths.truncate(1);
                    }
                    let busy = self.take_in.is_running() || self.take_in.count() > 0;
                    // Among others on their way it would be taken for one of them.
                    self.take_in.begin(paths, Some(if busy { Filing::Pile } else { filing }), &self.jobs);
                }
            }
            Command::ChooseScan(filing) => {
                if self.has_book(true) && self.may_change() {
                    self.choose(Purpose::Scan(filing));
                }
            }
            Command::ChoosePortrait => {
                if self.has_book(true) && self.may_change() {
                    self.choose(Purpose::Portrait);
                }
            }
            Command::FileAsPortrait(contact) => {
                if let Some(picture) = self.take_in.take_only() {
                    self.take_in.portrait.arrived = Some(PortraitSource::Stored(Box::new(picture)));
                    self.sheets.show(Sheet::Portrait(contact));
                }
            }
            Command::SavePortrait { contact, source, crop } => {
                if self.has_book(true) && self.may_change() {
                    self.save_portrait(contact, source, crop);
                }
            }
            Command::ShowTab(tab) => self.views.inspector.open_tab(tab),
            Command::TakeIn(paths) => {
                if !self.has_book(true) || !self.may_change() {
                    return;
                }
                let filing = self.filing_of_drop(paths.len());
                self.take_in.begin(paths, filing, &self.jobs);
                self.take_in.event = self.open_event();
            }
            Command::Cancel(job) => self.jobs.cancel(job),
            Command::CancelIntake => {
                self.take_in.cancel(&self.jobs);
                if self.take_in.filing.is_none() {
                    let count = self.take_in.count();
                    self.take_in.drop_ready();
                    if count > 0 {
                        self.toasts.tell(self.texts.import_left_out(count as i64));
                    }
                }
            }
            Command::Copy(text) => {
                ctx.copy_text(text);
                self.toasts.tell(self.texts.app_copied().to_owned());
            }
            Command::CopyToTell { text, name, referral } => self.copy_to_tell(ctx, text, &name, referral),
            Command::OpenLink(address) => self.open_link(&address),
            Command::OpenLetters(letters) => self.open_letters(ctx, letters),
            Command::FindPicture(_) if !self.has_book(true) || !self.may_change() => {}
            Command::FindPicture(picture) => self.find_picture(picture),
            Command::TryPicture(picture, file) => self.try_picture(picture, file),
            Command::UsePicture { missing, file } => self.replace_picture(missing, file),
            Command::Export { contacts, format } => {
                let of = super::export::ExportOf::People(contacts);
                self.commands.push(Command::Open(Sheet::Export(of, format)));
            }
            Command::ExportEvents { events, format } => {
                let of = super::export::ExportOf::Events(events);
                let format = crate::session::ExportFormat::Events(format);
                self.commands.push(Command::Open(Sheet::Export(of, format)));
            }
            Command::ExportFor { of, format, audience } => self.choose_export(of, format, audience),
            Command::SeeAs(circle) => self.see_as(circle),
            Command::Save { kind, name, made } => self.choose_save(kind, &name, made),
            Command::AskGate(ask) => self.ask_gate(*ask),
            Command::LookAtCard(look) => self.look_at_card(*look),
            Command::HandOn(what) => self.hand_on(*what),
            Command::ContactSheet(spot, choices) => self.make_contact_sheet(spot, choices),
            Command::SaveLetter { letter, to, name } => self.save_letter(&letter, &to, &name),
            Command::SaveTo { kind, file, replace } => self.save_to(kind, file, replace),
            Command::ExportTo { file, format, replace } => self.export_to(file, format, replace),
            // Dropped while the book is being read: they wait for it.
            waiting @ (Command::ReadCalendars(_) | Command::ReadNetworks(_))
                if matches!(self.stage, Stage::Opening(_)) =>
            {
                self.commands.push(waiting);
            }
            Command::ReadNetworks(files) => self.read_networks(&files),
            Command::TakeInNetwork { preview, apart, places } => {
                let book = self.session.book().header.id;
                self.take_in_network(super::network_file::TakenNetwork { preview, apart, places, book });
            }
            Command::ExportNetwork { format, choices, audience } => {
                self.choose_network_export(format, *choices, audience);
            }
            Command::ReadCalendars(files) => self.read_calendars(files),
            Command::TakeInEvents(events) => self.take_in_events(events),
            Command::TryReminder => self.try_reminder(),
            Command::KeepCalendar => self.keep_calendar_again(),
            Command::Tell(text) => self.toasts.tell(text),
            Command::Settings(settings) => self.change_settings(settings),
            Command::Language(locale) => self.change_language(locale),
            Command::OpenBook(path) if self.sheets.has_typed() || self.views.inspector.has_refused() => {
                self.leaving = Some(Leaving::Book(path));
            }
            Command::OpenBook(path) => {
                // A book whose changes are not on the disk is not left for another one.
                self.session.save_now();
                self.open_next = Some(path);
            }
            Command::LoadDemo => self.load_demo(),
            Command::FindSuspects => self.look_for_suspects(),
        }
    }

    pub(super) fn change_language(&mut self, locale: Locale) {
        let mut settings = self.settings.clone();
        locale.tag().clone_into(&mut settings.language);
        self.change_settings(settings);
    }

    fn select(&mut self, contact: Option<Id<Contact>>) {
        self.selection.contact = contact;
        self.selection.card = None;
        // Whoever goes on to somebody else means that one.
        if contact.is_some_and(|contact| !self.selection.marked.contacts.contains(&contact)) {
            self.selection.marked = super::ctx::Marked::default();
        }
        if let Some(contact) = contact {
            self.selection.visit(contact);
        }
    }

    /// Whether a book is open that can take something in; says so when there is none.
    pub(super) fn has_book(&mut self, pictures: bool) -> bool {
        // A window without a path, as in tests, has nowhere to store a picture.
        let open = matches!(self.stage, Stage::Open) && (self.session.path().is_some() || !pictures);
        if !open {
            self.toasts.problem(self.texts.app_no_book_open().to_owned());
        }
        open
    }

    /// Commits an edit; what goes wrong is told. Returns whether it was carried out.
    pub(super) fn commit(&mut self, edit: Edit) -> bool {
        let quiet = edit.is_quiet();
        // What nobody asked for, such as places in the network, needs no line.
        if quiet && (!matches!(self.stage, Stage::Open) || !self.session.access().is_writable())
            || !self.has_book(false)
            || !self.may_change()
        {
            return false;
        }
        // Typing needs no line for every key; the field shows what happened.
        let typing = edit.field().is_some();
        // Nor one for every name: the quiz says itself when it comes again, and takes it back.
        let in_quiz = matches!(edit, Edit::AnswerQuiz { .. } | Edit::ForgetQuiz { .. })
            && matches!(self.sheets.open(), Some(Sheet::Quiz(_)));
        if in_quiz {
            self.toasts.forget_undo();
        }
        match self.session.commit(edit) {
            Ok(done) => {
                self.committed(done.label.filter(|_| !quiet && !typing && !in_quiz));
                true
            }
            Err(error) => {
                self.toasts.problem(edit_error_text(&error, &self.texts));
                false
            }
        }
    }

    /// The book has changed; tells what the user did, if there is anything to tell.
    pub(super) fn committed(&mut self, label: Option<crate::edit::Label>) {
        self.forget_what_is_gone();
        if let Some(path) =
            self.session.path().filter(|path| self.settings.last_book.as_deref() != Some(*path))
        {
            self.remember_book(path.to_owned());
        }
        if let Some(label) = label {
            let text = label.text(&self.texts);
            self.toasts.done(capitalised(&text), self.session.history().len());
        }
    }

    /// What was selected and does not exist any more is selected no longer.
    pub(super) fn forget_what_is_gone(&mut self) {
        let book = self.session.book();
        if self.selection.contact.is_some_and(|id| book.get(id).is_none()) {
            self.selection.contact = None;
        }
        // A card that has just got a name shows its person.
        if let Some(id) = self.selection.card {
            match book.get(id) {
                None => self.selection.card = None,
                Some(card) => {
                    if let Some(contact) = card.contact {
                        self.select(Some(contact));
                    }
                }
            }
        }
        let book = self.session.book();
        self.selection.trail.retain(|id| book.get(*id).is_some());
        self.selection.ahead.retain(|id| book.get(*id).is_some());
        let marked = &mut self.selection.marked;
        marked.contacts.retain(|id| book.get(*id).is_some());
        marked.cards.retain(|id| book.get(*id).is_some_and(|card| card.contact.is_none()));
    }
}

/// Whether a file calls itself a calendar. Such a file is opened as one wherever it comes from.
fn is_calendar(path: &std::path::Path) -> bool {
    path.extension().is_some_and(|ending| crate::exchange::ical::ENDINGS.iter().any(|other| ending == *other))
}

/// Returns the line for an edit that breaks a rule.
pub(super) fn edit_error_text(error: &EditError, texts: &Texts) -> String {
    match error {
        EditError::Missing(_) => texts.app_edit_missing().to_owned(),
        EditError::NameNeeded => texts.app_edit_name_needed().to_owned(),
        EditError::TextNeeded(_) => texts.app_edit_text_needed().to_owned(),
        EditError::PersonNeeded => texts.app_edit_person_needed().to_owned(),
        EditError::SamePerson => texts.app_edit_same_person().to_owned(),
        EditError::EndsBeforeStart => texts.app_edit_ends_before_start().to_owned(),
        EditError::DayBeforeReferral => texts.app_edit_day_before_referral().to_owned(),
        EditError::NameTaken => texts.share_circle_taken().to_owned(),
        EditError::NoAmount => texts.app_edit_no_amount().to_owned(),
        EditError::InsideItself => texts.places_inside_itself().to_owned(),
        EditError::TooDeep => texts.places_too_deep().to_owned(),
        EditError::ReadOnly => texts.app_edit_read_only().to_owned(),
        EditError::OtherValueUnreadable => texts.edits_conflict_unreadable().to_owned(),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
