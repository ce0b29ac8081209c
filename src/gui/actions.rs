//! What the named actions do: those of menus, keys and the palette ([`super::command::Action`]).
//!
//! Most of them open a sheet or ask for another command; what changes the book goes on to
//! [`super::carry_out`].

use std::collections::BTreeSet;

use eframe::egui;

use crate::edit::{Edit, Label};
use crate::model::{Contact, Id};

use super::app::{App, Stage};
use super::command::{Action, Command, FollowUpDraft, MatchAsk, PassphraseTask, Question, Sheet};
use super::platform::{Choose, folder_of};
use super::work::{Purpose, Work};

/// How many people the demo network of the first-start page has.
const DEMO_CONTACTS: usize = 250;

/// Its seed: everybody sees the same one.
const DEMO_SEED: u64 = 7;

impl App {
    pub(super) fn act(&mut self, ctx: &egui::Context, action: Action) {
        let marked = self.selection.marked.contacts.first().copied();
        let selected = self.selection.contact.or(marked);
        if action == Action::Palette {
            // The same key closes it again.
            if self.palette.is_open() {
                self.palette.close();
            } else if matches!(self.stage, Stage::Open) {
                self.palette.open();
            }
            return;
        }
        self.palette.close();
        // What is typed into a sheet without a book would be lost.
        let makes = matches!(
            action,
            Action::AddCards
                | Action::PasteImage
                | Action::NewContact
                | Action::AddFollowUp
                | Action::AddEvent
                | Action::AddCircle
                | Action::Capture
                | Action::RecordLead
                | Action::Synonyms
                | Action::SortPile
                | Action::ClearTen
                | Action::LearnNames
                | Action::Debrief
                | Action::ImportCalendar
                | Action::ImportNetwork
        );
        let changes = makes
            || matches!(
                action,
                Action::Undo | Action::Redo | Action::LogEncounter | Action::PassOn | Action::Introduce
            );
        if makes && !self.has_book(false) || changes && !self.may_change() {
            return;
        }
        match action {
            Action::AddCards => self.choose(Purpose::Cards),
            Action::OpenBook => self.choose(Purpose::Book),
            Action::ImportCalendar => self.choose(Purpose::Calendar),
            Action::ImportNetwork => self.choose(Purpose::Network),
            Action::ExportNetwork if !self.has_book(false) => {}
            Action::ExportNetwork => self.open_network_export(),
            // Asks egui for what a paste key would bring.
            Action::PasteImage => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Action::NewContact => self.commands.push(Command::Open(Sheet::NewContact)),
            Action::Search => self.focus_search = true,
            Action::SaveSearch if self.search.query.trim().is_empty() => {
                self.focus_search = true;
                self.toasts.hint(self.texts.app_search_save_nothing().to_owned());
            }
            Action::SaveSearch => {
                let saved = super::searches::saved(self.session.book(), &self.search.query);
                let sheet = Sheet::SavedSearch(saved.map(|search| search.id));
                self.commands.push(Command::Open(sheet));
            }
            Action::Undo | Action::Redo if !self.has_book(false) => {}
            Action::Undo => match self.session.undo() {
                Some(label) => {
                    self.forget_what_is_gone();
                    self.toasts.forget_undo();
                    let in_quiz = matches!(label, Label::AnswerQuiz(_) | Label::ForgetQuiz(_))
                        && matches!(self.sheets.open(), Some(Sheet::Quiz(_)));
                    // The quiz asks for the name again, which says it.
                    if !in_quiz {
                        self.toasts.tell(self.texts.app_undone(&label.text(&self.texts)));
                    }
                }
                None => self.toasts.hint(self.texts.app_nothing_to_undo().to_owned()),
            },
            Action::Redo => match self.session.redo() {
                Some(label) => {
                    self.forget_what_is_gone();
                    self.toasts.tell(self.texts.app_redone(&label.text(&self.texts)));
                }
                None => self.toasts.hint(self.texts.app_nothing_to_redo().to_owned()),
            },
            Action::Save => self.session.save_now(),
            Action::AddFollowUp => self.commands.push(Command::Open(Sheet::FollowUp(FollowUpDraft {
                contacts: self.selection.contacts(),
                ..FollowUpDraft::default()
            }))),
            Action::Capture => self.commands.push(Command::Open(Sheet::Capture(selected))),
            Action::WhoHelps if !self.has_book(false) => {}
            Action::WhoHelps => {
                self.commands.push(Command::Open(Sheet::Matches(MatchAsk::Text(String::new()))));
            }
            Action::RecordLead => self.commands.push(Command::Open(Sheet::Lead(selected))),
            Action::Synonyms => self.commands.push(Command::Open(Sheet::Synonyms)),
            Action::AddEvent => self.commands.push(Command::Open(Sheet::Event(None))),
            Action::AddCircle => self.commands.push(Command::Open(Sheet::Circle(None))),
            Action::Debrief => {
                let today = self.session.clock().today();
                let last = super::command::last_event(self.session.book(), today);
                self.commands.extend(last.map(|event| Command::Open(Sheet::Debrief(event))));
            }
            Action::SeeAs => {
                // In the cards of a circle it is that one that is meant.
                let shown = self.views.cards.circle().filter(|_| self.route == super::Route::Cards);
                match (self.see_as.is_some(), shown) {
                    (true, _) => self.commands.push(Command::SeeAs(None)),
                    (false, Some(circle)) => self.commands.push(Command::SeeAs(Some(circle))),
                    (false, None) => self.commands.push(Command::Open(Sheet::SeeAs)),
                }
            }
            Action::SortPile => self.commands.push(Command::Open(Sheet::NameCards(None))),
            Action::LearnNames => {
                self.commands.push(Command::Open(Sheet::Quiz(crate::index::QuizOf::Due)));
            }
            Action::ClearTen => self.commands.push(Command::Open(Sheet::ClearTen)),
            Action::Places => self.commands.push(Command::Open(Sheet::Places(None))),
            Action::CheckBook => self.commands.push(Command::Open(Sheet::Check)),
            Action::Passphrase => {
                let task =
                    if self.session.is_protected() { PassphraseTask::Change } else { PassphraseTask::Set };
                self.commands.push(Command::Open(Sheet::Passphrase(task)));
            }
            Action::Theme(theme) => {
                self.change_settings(super::settings::Settings { theme, ..self.settings.clone() })
            }
            Action::Language(locale) => self.change_language(locale),
            Action::FoldRail => {
                let mut settings = self.settings.clone();
                settings.rail_folded = !settings.rail_folded;
                self.change_settings(settings);
            }
            Action::LoadDemo => self.load_demo(),
            Action::ClearDemo => self.commands.push(Edit::ClearDemo.into()),
            Action::NextPane => self.shell.panes.step(1),
            Action::PreviousPane => self.shell.panes.step(-1),
            Action::About => self.commands.push(Command::Open(Sheet::About)),
            // Taken care of above.
            Action::Palette => {}
            Action::Go(route) => self.go_to(route),
            Action::Shortcuts => self.commands.push(Command::Open(Sheet::Shortcuts)),
            Action::SaveCopy => self.choose_copy(),
            Action::Export(_) if !self.has_book(false) => {}
            Action::Export(super::export::ExportFormat::Events(format)) => {
                let events = self.session.book().events.keys().copied().collect();
                self.commands.push(Command::ExportEvents { events, format });
            }
            Action::Export(format) => {
                let mut contacts: BTreeSet<_> = self.selection.contacts().into_iter().collect();
                if contacts.is_empty() {
                    contacts.extend(self.session.book().contacts.keys().copied());
                }
                self.commands.push(Command::Export { contacts, format });
            }
            Action::Duplicates => self.commands.push(Command::Open(Sheet::Duplicates(None))),
            Action::Trash => self.commands.push(Command::Open(Sheet::Trash)),
            Action::Reasons => self.commands.push(Command::Open(Sheet::Reasons)),
            Action::Earlier => self.commands.push(Command::Open(Sheet::Earlier)),
            Action::Reach | Action::Lineage => {
                let Some(contact) = selected else {
                    self.toasts.hint(self.texts.app_select_person_first().to_owned());
                    return;
                };
                let question = if action == Action::Reach { Question::Ways } else { Question::Lineage };
                self.commands.push(Command::Answer(question, Some(contact)));
            }
            Action::LogEncounter
            | Action::PassOn
            | Action::Introduce
            | Action::WhoNeeds
            | Action::Mail
            | Action::HumanFirst
            | Action::Review
            | Action::Relate => {
                let Some(contact) = selected else {
                    // A meeting can name its people itself.
                    if action == Action::LogEncounter && self.has_book(false) {
                        let contacts = Vec::new();
                        self.commands.push(Command::Open(Sheet::LogEncounter { contacts, completes: None }));
                        return;
                    }
                    self.toasts.hint(self.texts.app_select_person_first().to_owned());
                    return;
                };
                let sheet = match action {
                    Action::LogEncounter => {
                        Sheet::LogEncounter { contacts: self.selection.contacts(), completes: None }
                    }
                    Action::PassOn => Sheet::PassOn(contact),
                    Action::Introduce => Sheet::Introduction(contact),
                    Action::WhoNeeds => Sheet::Matches(MatchAsk::Card(contact)),
                    Action::HumanFirst => Sheet::Human(contact, None),
                    Action::Review => Sheet::Review(contact),
                    Action::Relate => Sheet::Relationship(contact),
                    _ => return self.mail(contact),
                };
                self.commands.push(Command::Open(sheet));
            }
        }
    }

    pub(super) fn mail(&mut self, contact: Id<Contact>) {
        let address = self
            .session
            .book()
            .get(contact)
            .and_then(|contact| contact.emails.first())
            .map(|email| email.value.trim().to_owned());
        match address {
            Some(address) => {
                let link = super::views::mail_link(&address);
                let command = super::links::reach(self.session.book(), &self.settings, contact, link);
                self.commands.push(command);
            }
            None => self.toasts.hint(self.texts.app_no_mail_address().to_owned()),
        }
    }

    pub(super) fn choose(&self, purpose: Purpose) {
        let (title, kind) = match purpose {
            Purpose::Cards | Purpose::Scan(_) => {
                (self.texts.app_choose_cards(), self.texts.app_choose_cards_kind())
            }
            Purpose::Portrait => (self.texts.inspector_portrait_choose(), self.texts.app_choose_cards_kind()),
            Purpose::Calendar => (self.texts.reminders_import_title(), self.texts.reminders_import_kind()),
            Purpose::Network => (self.texts.graphs_import_title(), self.texts.graphs_import_kind()),
            _ => (self.texts.app_choose_book(), self.texts.app_choose_book_kind()),
        };
        let pictures = matches!(
            purpose,
            Purpose::Cards | Purpose::Scan(_) | Purpose::Portrait | Purpose::Calendar | Purpose::Network
        );
        let folder = if pictures { None } else { folder_of(self.session.path()) };
        let ask =
            Choose { purpose, title: title.to_owned(), kind: kind.to_owned(), folder, name: String::new() };
        self.platform.choose(ask, &self.jobs);
    }

    pub(super) fn load_demo(&mut self) {
        if !self.has_book(true) || !self.may_change() {
            return;
        }
        let Some(to) = self.attachments() else { return };
        let today = self.session.clock().today();
        let label = self.texts.app_demo_loading().to_owned();
        let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Files, label).once("demo");
        self.demo = Some(self.jobs.spawn(spec, move |progress| {
            let made = crate::session::make_demo(DEMO_CONTACTS, DEMO_SEED, today, &to, progress)?;
            Ok(Work::Demo(made.map(Box::new)))
        }));
    }
}
