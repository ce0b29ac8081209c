//! Events on their way out: who was met at each, and whether they are thanked.

use std::collections::BTreeMap;

use crate::exchange::events::{self, Gathering};
use crate::exchange::share::SharedBook;
use crate::index::events::AmendsBook;
use crate::index::{Index, is_thanked_after};
use crate::model::{Event, Id, Introduction};

use super::EventsFormat;

/// Returns the events of a book as such a file, those that began first at the top and those without a date last.
///
/// # Errors
/// None is known: every value has a form in both.
pub(super) fn file(shared: &SharedBook, format: EventsFormat) -> Result<Vec<u8>, String> {
    let book = shared.book();
    let index = Index::rebuild(book);
    let mut all: Vec<&Event> = book.events.values().map(|event| &**event).collect();
    all.sort_by_key(|event| (event.starts_on.is_none(), event.starts_on, event.starts_at, event.id));
    let amends = AmendsBook::of(book);
    let mut introductions: BTreeMap<Id<Event>, Vec<&Introduction>> = BTreeMap::new();
    for made in book.introductions.values() {
        if let Some(event) = made.event {
            introductions.entry(event).or_default().push(made);
        }
    }
    introductions.values_mut().for_each(|made| made.sort_by_key(|it| (it.on, it.id)));
    let gatherings: Vec<Gathering<'_>> = all
        .into_iter()
        .map(|event| {
            let mut met: Vec<_> = (index.links.event(event.id).contacts.iter())
                .filter_map(|id| Some((book.get(*id)?.display_name(), *id)))
                .collect();
            met.sort();
            let met =
                met.into_iter().map(|(_, id)| (id, is_thanked_after(book, &index, event, id))).collect();
            let introductions = introductions.remove(&event.id).unwrap_or_default();
            Gathering { event, met, introductions, amends: amends.settlement(event).word() }
        })
        .collect();
    match format {
        EventsFormat::Csv => Ok(events::csv(shared, &gatherings).into_bytes()),
        EventsFormat::Json => {
            events::json(shared, &gatherings).map(String::into_bytes).map_err(|error| error.to_string())
        }
    }
}
