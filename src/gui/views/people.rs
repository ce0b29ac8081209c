//! How a person stands in rows, chips and pickers: one clean line of name, one of work, initials, rings.
//!
//! Names are tidied before they are drawn ([`tidy`]). Must not change anything that is stored.

use eframe::egui::{Color32, TextureId};

use crate::gui::command::{Command, Route};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::Palette;
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::model::{Attachment, Book, Contact, Id, Party};
pub use crate::text::tidy::tidy;
use crate::text::{Texts, names};

/// A person as a row shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRow {
    /// Who it is.
    pub id: Id<Contact>,
    /// The name, or the words for somebody without one.
    pub name: String,
    /// Title and company, or an empty text.
    pub work: String,
    /// One or two letters for the avatar.
    pub initials: String,
    /// The photograph.
    pub portrait: Option<Id<Attachment>>,
    /// Numbers of the colours of the person's circles, in the order of the rail.
    pub circles: Vec<u8>,
}

impl PersonRow {
    /// Returns the row of a contact; `None` when there is no such contact.
    pub fn of(book: &Book, texts: &Texts, id: Id<Contact>) -> Option<Self> {
        let contact = book.get(id)?;
        let mut circles: Vec<_> = contact.circles.iter().filter_map(|id| book.get(*id)).collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        Some(Self {
            id,
            name: shown_name(contact, texts),
            work: work_line(book, contact),
            initials: initials_of(contact),
            portrait: contact.portrait,
            circles: circles.into_iter().map(|circle| circle.colour).collect(),
        })
    }

    /// The colours of the circles for the ring of an avatar.
    pub fn rings(&self, p: &Palette) -> Vec<Color32> {
        self.circles.iter().map(|colour| p.circle(usize::from(*colour)).0).collect()
    }
}

/// Returns the photograph for an avatar and its width divided by its height, once it is there.
pub fn portrait(
    ctx: &mut ViewCtx<'_>,
    ui: &eframe::egui::Ui,
    portrait: Option<Id<Attachment>>,
) -> Option<(TextureId, f32)> {
    let attachment = ctx.book.get(portrait?)?;
    // Avatars are 24 to 64 points wide.
    let size = ThumbnailSize::for_width(60.0, ui.ctx().pixels_per_point());
    match ctx.thumbnails.get(ui.ctx(), attachment, size) {
        Thumbnail::Ready(texture) => Some((texture, attachment.aspect())),
        _ => None,
    }
}

/// Returns the name of a contact as it may be drawn, or the words for somebody without one.
pub fn shown_name(contact: &Contact, texts: &Texts) -> String {
    let name = tidy(&contact.display_name());
    if !name.is_empty() {
        return name;
    }
    let reading = tidy(&contact.name.reading());
    if reading.is_empty() { texts.common_without_name().to_owned() } else { reading }
}

/// Returns the name of somebody by id, or the words for nobody.
pub fn name_of(book: &Book, texts: &Texts, id: Id<Contact>) -> String {
    book.get(id).map_or_else(|| texts.common_unknown().to_owned(), |contact| shown_name(contact, texts))
}

/// Returns the name of one end of a tie; the owner of the book is "You".
pub fn party_name(book: &Book, texts: &Texts, party: Party) -> String {
    party.contact().map_or_else(|| texts.common_you().to_owned(), |id| name_of(book, texts, id))
}

/// Returns the initials for the avatar.
pub fn initials_of(contact: &Contact) -> String {
    let initials = names::initials(&tidy(&contact.name.family), &tidy(&contact.name.given));
    if initials.is_empty() { "?".to_owned() } else { initials }
}

/// Returns title and company in one line, or an empty text.
pub fn work_line(book: &Book, contact: &Contact) -> String {
    let Some(affiliation) = contact.current_affiliation() else { return String::new() };
    let company = book.get(affiliation.organization).map_or("", |organization| organization.name.as_str());
    let parts = [tidy(&affiliation.title), tidy(company)];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Shows a person: where the present view has no inspector, in the cards.
pub fn show_person(ctx: &mut ViewCtx<'_>, contact: Id<Contact>) {
    let is_shown = match ctx.route {
        Route::Cards | Route::Network => true,
        Route::Settings => false,
        _ => !ctx.compact,
    };
    if !is_shown {
        ctx.ask(Command::Go(Route::Cards));
    }
    ctx.select(contact);
}
