//! *See my book as this circle would*: the cards and the inspector show what the gate lets through, and nothing can be
//! changed.
//!
//! Owns the mode: what is shown in it, what may be asked for, and the way back. Must not know what a circle may see
//! ([`crate::exchange::share`]). Start reading at [`App::see_as`].
//!
//! Invariant: the views get the projected book and its index and never the book itself, so they cannot show more than
//! leaves (`suite::app_share::seen_as_a_circle_the_window_shows_what_leaves_and_no_more`).

use std::sync::Arc;

use eframe::egui;

use crate::exchange::share::{self, Audience, SharedBook};
use crate::index::Index;
use crate::jobs::{JobId, JobSpec, Lane, Priority};
use crate::model::{Book, Circle, Id};
use crate::session::Session;

use super::app::App;
use super::command::{Action, Command, Route, Sheet};
use super::ctx::{Order, Selection};
use super::matching::Matches;
use super::safety::Leaving;
use super::suspects::Suspects;
use super::views::Views;
use super::work::Work;

/// A book as somebody else sees it, with what is derived from it; made by a worker.
#[derive(Debug)]
pub struct Seen {
    shared: SharedBook,
    index: Index,
}

/// As whom the book is seen, for the banner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// The circle.
    pub circle: Id<Circle>,
    /// Its name.
    pub name: String,
    /// It is still being worked out: nothing is shown yet.
    pub is_waiting: bool,
    /// How many people are shown.
    pub people: usize,
    /// How many values of them are kept back.
    pub kept_back: usize,
    /// How many people are not shown at all.
    pub left_out: usize,
}

/// The mode.
pub(super) struct SeeAs {
    pub(super) badge: Badge,
    /// Nobody, until the worker is done.
    seen: Option<Box<Seen>>,
    nobody: (Book, Index),
    pub(super) suspects: Suspects,
    /// Nobody is compared here: what was found for the whole book would show what the circle does not see.
    pub(super) matches: Matches,
    job: Option<JobId>,
    /// The state of the book of which it was asked for.
    of: u64,
    /// Differs from every revision of a book, so that views keep nothing from one to the other.
    revision: u64,
    before: Before,
}

/// What comes back afterwards.
struct Before {
    views: Views,
    route: Route,
    query: String,
    selection: Selection,
    order: Option<Arc<Order>>,
}

/// Above this revisions are those of projected books.
const SEEN: u64 = 1 << 62;

impl SeeAs {
    fn book(&self) -> &Book {
        self.seen.as_ref().map_or(&self.nobody.0, |seen| seen.shared.book())
    }

    fn index(&self) -> &Index {
        self.seen.as_ref().map_or(&self.nobody.1, |seen| &seen.index)
    }
}

/// The book that the views get: one's own, or what somebody else would see of it.
pub(super) fn shown<'a>(mode: Option<&'a SeeAs>, session: &'a Session) -> (&'a Book, &'a Index, u64) {
    match mode {
        Some(mode) => (mode.book(), mode.index(), mode.revision),
        None => (session.book(), session.index(), session.revision()),
    }
}

/// Whether something can be asked for while the book is seen as somebody else would: looking, and leaving.
pub(super) fn allows(command: &Command) -> bool {
    match command {
        Command::Go(route) | Command::Find(_, route) => *route == Route::Cards,
        Command::ExportFor { audience, .. } | Command::ExportNetwork { audience, .. } => {
            *audience != Audience::Me
        }
        Command::Open(sheet) => {
            matches!(sheet, Sheet::Export(..) | Sheet::SeeAs | Sheet::Shortcuts | Sheet::About)
        }
        Command::Do(action) => matches!(
            action,
            Action::Search
                | Action::Palette
                | Action::Go(Route::Cards)
                | Action::NextPane
                | Action::PreviousPane
                | Action::FoldRail
                | Action::Theme(_)
                | Action::Language(_)
                | Action::Shortcuts
                | Action::About
                | Action::SeeAs
                | Action::Save
        ),
        Command::Select(_)
        | Command::SelectCard(_)
        | Command::Mark(_)
        | Command::ShowTab(_)
        | Command::ShowCircle(None)
        | Command::Copy(_)
        | Command::OpenLink(_)
        | Command::CloseSheet
        | Command::KeepTyping
        | Command::DiscardTyped(_)
        | Command::Tell(_)
        | Command::Settings(_)
        | Command::Language(_)
        | Command::Cancel(_)
        | Command::CancelIntake
        | Command::Export { .. }
        | Command::ExportTo { .. }
        | Command::SeeAs(_) => true,
        _ => false,
    }
}

impl App {
    /// Begins to see the book as a circle would, or goes back to one's own.
    pub(super) fn see_as(&mut self, circle: Option<Id<Circle>>) {
        if self.sheets.loses_words() {
            self.leaving = Some(Leaving::Sheet);
            return;
        }
        self.leave_see_as();
        let Some(circle) = circle.and_then(|id| self.session.book().get(id)).map(Arc::clone) else { return };
        self.sheets.close();
        self.palette.close();
        let before = Before {
            views: std::mem::take(&mut self.views),
            route: std::mem::replace(&mut self.route, Route::Cards),
            query: std::mem::take(&mut self.search.query),
            selection: std::mem::take(&mut self.selection),
            order: self.order.take(),
        };
        let badge = Badge {
            circle: circle.id,
            name: crate::text::tidy::tidy(&circle.name),
            is_waiting: true,
            people: 0,
            kept_back: 0,
            left_out: 0,
        };
        self.seen_states += 1;
        self.see_as = Some(Box::new(SeeAs {
            badge,
            seen: None,
            nobody: (Book::default(), Index::default()),
            suspects: Suspects::default(),
            matches: Matches::default(),
            job: None,
            of: 0,
            revision: SEEN + self.seen_states,
            before,
        }));
        self.make_seen();
    }

    fn leave_see_as(&mut self) {
        let Some(mode) = self.see_as.take() else { return };
        if let Some(job) = mode.job {
            self.jobs.cancel(job);
        }
        self.sheets.close();
        let Before { views, route, query, selection, order } = mode.before;
        (self.views, self.route, self.search.query) = (views, route, query);
        (self.selection, self.order) = (selection, order);
        self.views.cards.come_back();
    }

    /// Has a worker take the book through the gate.
    fn make_seen(&mut self) {
        let Some(mode) = &mut self.see_as else { return };
        mode.of = self.session.revision();
        let (book, audience) = (self.session.book().clone(), Audience::Circle(mode.badge.circle));
        let spec = JobSpec::new(Lane::Layout, "").latest("see as").priority(Priority::Visible);
        mode.job = Some(self.jobs.spawn(spec, move |_| {
            let shared = share::book(&book, audience);
            let mut index = Index::rebuild(shared.book());
            let prepared = index.preparation().carry_out();
            index.take_search(prepared);
            Ok(Work::SeenAs(Box::new(Seen { shared, index })))
        }));
    }

    pub(super) fn seen_as(&mut self, job: JobId, seen: Seen) {
        // Another circle, or one's own book again, meanwhile.
        let Some(mode) = self.see_as.as_mut().filter(|mode| mode.job == Some(job)) else { return };
        mode.job = None;
        mode.badge.is_waiting = false;
        mode.badge.people = seen.shared.book().contacts.len();
        mode.badge.kept_back = seen.shared.kept_back();
        mode.badge.left_out = seen.shared.left_out();
        mode.seen = Some(Box::new(seen));
        self.seen_states += 1;
        mode.revision = SEEN + self.seen_states;
    }

    /// Follows the book: another program may have changed it, or taken the circle out.
    pub(super) fn mind_see_as(&mut self, ctx: &egui::Context) {
        let Some(mode) = &self.see_as else { return };
        let circle = mode.badge.circle;
        if self.session.book().get(circle).is_none() {
            self.leave_see_as();
        } else if mode.of != self.session.revision() {
            self.make_seen();
        }
        let rests = ctx.text_edit_focused()
            || egui::Popup::is_any_open(ctx)
            || ctx.memory(|memory| memory.top_modal_layer().is_some())
            || self.palette.is_open()
            || self.selection.contact.is_some()
            || !self.selection.marked.is_empty()
            || !self.search.query.is_empty();
        if !rests && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            self.leave_see_as();
        }
    }

    /// As whom the book is seen; `None` for one's own eyes.
    pub fn seen_as_circle(&self) -> Option<&Badge> {
        self.see_as.as_ref().map(|mode| &mode.badge)
    }
}
