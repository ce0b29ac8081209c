//! The search while the window lives: when a worker makes it, and when it is asked again.
//!
//! Must not know how a search works ([`crate::index::Search`]). Start reading at [`App::prepare_search`].

use std::sync::Arc;

use eframe::egui;

use super::app::{App, Stage};
use super::work::Work;
use crate::index::Query;

/// In a book of so many people their names are made in less than a frame.
const MANY: usize = 200;

impl App {
    /// Has a worker make the search of a large book as soon as somebody is at the window, or looks at the figures of
    /// saved searches: before that it would only make the start longer. Without a worker the first question makes it.
    pub(super) fn prepare_search(&mut self, ctx: &egui::Context) {
        self.is_used |= ctx.input(|input| {
            let is_touch = |event: &egui::Event| {
                !matches!(
                    event,
                    egui::Event::PointerMoved(_) | egui::Event::PointerGone | egui::Event::WindowFocused(_)
                )
            };
            input.pointer.is_moving() || input.events.iter().any(is_touch)
        });
        let wants = self.is_used || !self.search.query.is_empty() || !self.session.book().searches.is_empty();
        let is_open = matches!(self.stage, Stage::Open);
        if !wants || !is_open || self.preparing.is_some() || self.session.index().is_search_ready() {
            return;
        }
        let preparation = self.session.index().preparation();
        let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Layout, "").latest("search");
        let spec = spec.priority(crate::jobs::Priority::Visible);
        self.preparing =
            Some(self.jobs.spawn(spec, move |_| Ok(Work::Search(Box::new(preparation.carry_out())))));
    }

    /// Has a worker make the names ready for which comments are searched, once for each book, when somebody is at the window.
    pub(super) fn prepare_names(&mut self) {
        let is_open = matches!(self.stage, Stage::Open);
        if !self.is_used || !is_open || self.session.book().contacts.len() < MANY {
            return;
        }
        let id = self.session.book().header.id;
        if self.named.replace(id) == Some(id) {
            return;
        }
        let book = self.session.book().clone();
        let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Layout, "").latest("names");
        self.jobs.spawn(spec, move |_| {
            crate::exchange::share::Others::prepare(&book);
            Ok(Work::Answered)
        });
    }

    pub(super) fn update_search(&mut self) {
        let today = self.session.clock().today();
        let query = Query::parse(&self.search.query);
        let (_, index, revision) = super::see_as::shown(self.see_as.as_deref(), &self.session);
        // What is shown stays until the search is there.
        self.search.is_waiting = !query.is_empty() && !index.is_search_ready();
        let key = (revision, today, self.search.query.clone());
        if self.search_key.as_ref() == Some(&key) || self.search.is_waiting {
            return;
        }
        self.search.found = (!query.is_empty()).then(|| Arc::new(index.find(&query, today)));
        self.search.generation += 1;
        self.search_key = Some(key);
    }

    /// Has the values of the book gathered once a field is typed: of 100,000 people that takes longer than a frame.
    pub(super) fn gather_values(&mut self) {
        let asks = self.search.query.contains([':', '：']);
        let (seen, _, revision) = super::see_as::shown(self.see_as.as_deref(), &self.session);
        if !asks || self.values_of == Some(revision) {
            return;
        }
        self.values_of = Some(revision);
        let book = seen.clone();
        let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Layout, "").latest("values");
        self.jobs.spawn(spec, move |_| Ok(Work::Values(crate::index::Values::of(&book))));
    }
}
