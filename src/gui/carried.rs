//! What is carried from the gallery onto a circle or an event, and what comes of it where it is dropped.
//!
//! Owns [`Carried`], the payload of egui's drag and drop, and the edits. Must not know who takes it: the rail, the
//! headings of the gallery and its list of events draw themselves and call [`drop_on`].

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, CornerRadius, Rect, Response, Stroke};

use crate::edit::Edit;
use crate::index::Index;
use crate::model::{Book, Card, Circle, Event, Id};

use super::ctx::Marked;
use super::theme::Palette;
use super::widgets::dashed_rect;

/// People and cards that are being carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Who and what.
    pub marked: Marked,
    /// What the card under the pointer says: a name, or how many there are.
    pub words: String,
}

/// Shows that a place takes what is over it, and returns what was dropped there.
pub fn drop_on(ui: &egui::Ui, response: &Response, rect: Rect, corner: u8) -> Option<Arc<Carried>> {
    // Asked for first: taking it ends the drag.
    let dropped = response.dnd_release_payload::<Carried>();
    if dropped.is_none() && response.dnd_hover_payload::<Carried>().is_some() {
        let p = Palette::of(ui);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(corner), p.ai_soft.gamma_multiply(0.55));
        dashed_rect(painter, rect, f32::from(corner), Stroke::new(2.0, p.ai));
    }
    dropped
}

/// Puts people into a circle; cards of the pile belong to nobody and are left out.
pub fn circle_edit(marked: &Marked, circle: Id<Circle>, member: bool) -> Option<Edit> {
    let contacts: Vec<_> = marked.contacts.iter().copied().collect();
    (!contacts.is_empty()).then_some(Edit::SetCircle { contacts, circle, member })
}

/// Returns the newest card of each person and the cards of the pile.
pub fn cards_of(marked: &Marked, index: &Index) -> BTreeSet<Id<Card>> {
    let newest = marked.contacts.iter().filter_map(|contact| index.links.current_card(*contact));
    marked.cards.iter().copied().chain(newest).collect()
}

/// Puts the newest card of each person and the cards of the pile to an event, or to none. People without a card
/// become participants of the event.
pub fn event_edit(marked: &Marked, book: &Book, index: &Index, event: Option<Id<Event>>) -> Option<Edit> {
    let mut cards = marked.cards.clone();
    let mut contacts = BTreeSet::new();
    for contact in marked.contacts.iter().copied().filter(|contact| book.get(*contact).is_some()) {
        match index.links.contact(contact).cards.first() {
            Some(card) => {
                cards.insert(*card);
            }
            None if event.is_some() => {
                contacts.insert(contact);
            }
            None => {}
        }
    }
    let is_nothing = cards.is_empty() && contacts.is_empty();
    (!is_nothing).then_some(Edit::SetEvent { cards, contacts, event })
}
