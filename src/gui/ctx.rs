//! What a view gets to see while it draws, and how it asks for changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::edit::Edit;
use crate::index::{Index, Tile};
use crate::model::{Book, Card, Contact, Id};
use crate::text::Texts;

use super::command::{Command, Route, Sheet};
use super::theme::Theme;
use super::thumbnails::Thumbnails;

/// What is selected, in every view the same.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Selection {
    /// The person in the inspector.
    pub contact: Option<Id<Contact>>,
    /// The card of the pile in the inspector.
    pub card: Option<Id<Card>>,
    /// The people who were looked at one after another, the present one last.
    pub trail: Vec<Id<Contact>>,
    /// Those from whom one went back along the trail, the nearest one last.
    pub ahead: Vec<Id<Contact>>,
    /// What is marked in the gallery, for one action with all of it.
    pub marked: Marked,
}

/// People and cards of the pile that are marked together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marked {
    /// People.
    pub contacts: BTreeSet<Id<Contact>>,
    /// Cards of the pile.
    pub cards: BTreeSet<Id<Card>>,
}

impl Marked {
    /// How many people and cards there are.
    pub fn len(&self) -> usize {
        self.contacts.len() + self.cards.len()
    }

    /// Whether nothing is marked.
    pub fn is_empty(&self) -> bool {
        self.contacts.is_empty() && self.cards.is_empty()
    }

    /// Whether what a tile shows is marked.
    pub fn contains(&self, tile: Tile) -> bool {
        match tile.contact {
            Some(contact) => self.contacts.contains(&contact),
            None => tile.card.is_some_and(|card| self.cards.contains(&card)),
        }
    }

    /// Marks what a tile shows, or takes the mark off.
    pub fn set(&mut self, tile: Tile, marked: bool) {
        match (tile.contact, tile.card, marked) {
            (Some(contact), _, true) => self.contacts.insert(contact),
            (Some(contact), _, false) => self.contacts.remove(&contact),
            (None, Some(card), true) => self.cards.insert(card),
            (None, Some(card), false) => self.cards.remove(&card),
            (None, None, _) => false,
        };
    }
}

impl Selection {
    /// Whom an action that is asked for now concerns: the people who are marked in the gallery, otherwise the one
    /// in the inspector.
    pub fn contacts(&self) -> Vec<Id<Contact>> {
        if self.marked.contacts.is_empty() {
            self.contact.into_iter().collect()
        } else {
            self.marked.contacts.iter().copied().collect()
        }
    }

    /// Adds a person to the trail: going back to somebody shortens it to there.
    pub fn visit(&mut self, contact: Id<Contact>) {
        if let Some(place) = self.trail.iter().position(|other| *other == contact) {
            self.ahead.extend(self.trail.drain(place + 1..).rev());
        } else {
            // Whoever goes somewhere else leaves what lay ahead.
            if self.ahead.last() == Some(&contact) {
                self.ahead.pop();
            } else {
                self.ahead.clear();
            }
            self.trail.push(contact);
            if self.trail.len() > LONGEST_TRAIL {
                self.trail.remove(0);
            }
        }
    }
}

impl Selection {
    /// Whom one goes back to along the trail; `Some(None)` is me, `None` nobody.
    pub fn back(&self) -> Option<Option<Id<Contact>>> {
        let at = self.trail.iter().position(|id| Some(*id) == self.contact)?;
        Some(at.checked_sub(1).map(|at| self.trail[at]))
    }

    /// Whom one goes forward to again, after having gone back.
    pub fn forward(&self) -> Option<Id<Contact>> {
        match self.contact {
            // Back at me the whole trail lies ahead.
            None => self.trail.first().copied(),
            Some(_) => self.ahead.last().copied(),
        }
    }
}

/// The people of the gallery in the order in which it shows them, for going on from one to the next anywhere else.
#[derive(Debug, Clone, Default)]
pub struct Order {
    people: Vec<Id<Contact>>,
}

impl Order {
    /// Takes people in their order, each of them once.
    pub fn of(all: impl IntoIterator<Item = Id<Contact>>) -> Self {
        Self { people: all.into_iter().collect() }
    }

    /// Takes people in their order; whoever comes twice, as in two circles, counts where they come first.
    pub fn of_first(all: impl IntoIterator<Item = Id<Contact>>) -> Self {
        let mut seen = BTreeSet::new();
        Self { people: all.into_iter().filter(|contact| seen.insert(*contact)).collect() }
    }

    /// The people in their order.
    pub fn people(&self) -> &[Id<Contact>] {
        &self.people
    }

    /// The place of a person, from 0.
    pub fn place(&self, contact: Id<Contact>) -> Option<usize> {
        // A table of places would cost each edit more than looking costs a frame.
        self.people.iter().position(|other| *other == contact)
    }
}

/// How many people the trail remembers.
const LONGEST_TRAIL: usize = 50;

/// What the search field says and what it finds.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// The text as typed.
    pub query: String,
    /// What it finds; `None` while the field is empty: everything is shown.
    pub found: Option<Arc<crate::index::SearchResult>>,
    /// The search is still being prepared: what is shown is not yet what the text finds.
    pub is_waiting: bool,
    /// Counts up with every other result, for [`Cached`].
    pub generation: u64,
    /// The values of the book that a field may take; gathered by a worker when a field is typed, and those of the state
    /// before until then.
    pub values: std::sync::Arc<crate::index::Values>,
}

/// Lends a view what it reads and collects what it asks for. A view never writes.
pub struct ViewCtx<'a> {
    /// The book.
    pub book: &'a Book,
    /// What is derived from it.
    pub index: &'a Index,
    /// Counts up with every change of the book.
    pub revision: u64,
    /// What is selected.
    pub selection: &'a Selection,
    /// What is searched.
    pub search: &'a Search,
    /// Words, dates and names in the reader's language.
    pub texts: &'a Texts,
    /// The look.
    pub theme: Theme,
    /// The local calendar day.
    pub today: NaiveDate,
    /// The local time of day.
    pub time: NaiveTime,
    /// The present view.
    pub route: Route,
    /// The window is narrower than 1120 points.
    pub compact: bool,
    /// As which circle the book is seen; `None` for one's own eyes.
    pub as_circle: Option<&'a super::see_as::Badge>,
    /// Whether the book can be changed.
    pub writable: bool,
    /// Whether the book can be changed, and why not.
    pub access: &'a crate::store::Access,
    /// Whether the book is locked with a passphrase.
    pub protected: bool,
    /// What is known about the safety of the book.
    pub safety: &'a super::safety::Safety,
    /// Who may be in the book twice.
    pub suspects: &'a super::suspects::Suspects,
    /// What is known of who could help whom.
    pub matches: &'a super::matching::Matches,
    /// What is known about reminders.
    pub reminders: &'a super::reminders::State,
    /// What is known about the calendar file beside the book.
    pub live: &'a super::calendar_file::Live,
    /// The order of the gallery; `None` until it was drawn for this book.
    pub order: &'a mut Option<Arc<Order>>,
    /// Pictures of cards.
    pub thumbnails: &'a mut Thumbnails,
    /// The file of the book, if it has one.
    pub path: Option<&'a std::path::Path>,
    /// How far saving is; `None` while there is nothing to save.
    pub save: Option<&'a crate::store::SaveStatus>,
    /// Choices that are kept between starts.
    pub settings: &'a super::settings::Settings,
    pub(super) commands: &'a mut Vec<Command>,
    pub(super) query: &'a mut String,
    pub(super) focus_search: &'a mut bool,
}

impl ViewCtx<'_> {
    /// Asks for something; it is carried out after the frame.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Asks for other settings. Several changes in one frame all hold.
    pub fn choose(&mut self, change: impl FnOnce(&mut super::settings::Settings)) {
        let asked = self.commands.iter_mut().rev().find_map(|command| match command {
            Command::Settings(settings) => Some(settings),
            _ => None,
        });
        match asked {
            Some(settings) => change(settings),
            None => {
                let mut settings = self.settings.clone();
                change(&mut settings);
                self.ask(Command::Settings(settings));
            }
        }
    }

    /// Asks for a change of the book.
    pub fn edit(&mut self, edit: Edit) {
        self.ask(edit.into());
    }

    /// Asks for a person to be shown in the inspector.
    pub fn select(&mut self, contact: Id<Contact>) {
        self.ask(Command::Select(Some(contact)));
    }

    /// Adds a control that changes the book: while it can only be read, the control rests and says so.
    pub fn add_writing(
        &self,
        ui: &mut eframe::egui::Ui,
        control: impl eframe::egui::Widget,
    ) -> eframe::egui::Response {
        let response = ui.add_enabled(self.writable, control);
        if self.writable { response } else { response.on_disabled_hover_text(self.texts.safety_refused()) }
    }

    /// Draws the search field, which is one and the same in every view: it filters as one types.
    pub fn search_field(&mut self, ui: &mut eframe::egui::Ui, width: f32) -> eframe::egui::Response {
        let hint = match self.route {
            Route::Network => self.texts.app_search_network(),
            Route::Calendar => self.texts.app_search_calendar(),
            _ => self.texts.app_search_cards(),
        };
        super::search_box::show(self, ui, hint, width)
    }

    /// Asks for a sheet.
    pub fn open(&mut self, sheet: Sheet) {
        self.ask(Command::Open(sheet));
    }
}

/// Something shared that is the same only as long as it is the same allocation: a key for [`Cached`] without comparing
/// what is in it. It holds on to the allocation, so that no other one can take its address.
#[derive(Debug)]
pub struct Same<T>(pub Arc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        std::sync::Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A value that is computed again only when what it rests on differs, so that nothing is filtered,
/// sorted or formatted per frame.
#[derive(Debug)]
pub struct Cached<K, T> {
    kept: Option<(K, T)>,
}

impl<K, T> Default for Cached<K, T> {
    fn default() -> Self {
        Self { kept: None }
    }
}

impl<K: PartialEq, T> Cached<K, T> {
    /// Returns the value for `key`, computing it when the key differs from the last one.
    pub fn get(&mut self, key: K, compute: impl FnOnce(&K) -> T) -> &T {
        if self.kept.as_ref().is_none_or(|(kept, _)| *kept != key) {
            self.kept = None;
        }
        &self
            .kept
            .get_or_insert_with(|| {
                let value = compute(&key);
                (key, value)
            })
            .1
    }

    /// Returns for what the kept value was computed.
    pub fn key(&self) -> Option<&K> {
        self.kept.as_ref().map(|(key, _)| key)
    }

    /// Returns the value that is kept, whatever it was computed for.
    pub fn kept(&self) -> Option<&T> {
        self.kept.as_ref().map(|(_, value)| value)
    }

    /// Forgets the value.
    pub fn clear(&mut self) {
        self.kept = None;
    }
}
