//! Circles, places in the network, the owner, and books that are taken in.

use crate::model::*;
use crate::text::fold::fold;
use crate::with_tables;

use super::{Draft, EditError, Label, name};

/// A circle is called otherwise than the others. Two that are called the same in an older book may stay so.
fn check_circle(draft: &Draft, circle: &Circle) -> Result<(), EditError> {
    if circle.name.trim().is_empty() {
        return Err(EditError::TextNeeded("name"));
    }
    let is_kept = draft.book().get(circle.id).is_some_and(|before| before.name == circle.name);
    if !is_kept && circle_called(draft.book(), &circle.name, circle.id).is_some() {
        return Err(EditError::NameTaken);
    }
    Ok(())
}

/// Another circle than `but` that is called so: "business " is "Business".
pub fn circle_called(book: &Book, name: &str, but: Id<Circle>) -> Option<Id<Circle>> {
    let plain = |name: &str| fold(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let name = plain(name);
    book.circles.values().find(|other| other.id != but && plain(&other.name) == name).map(|other| other.id)
}

pub(super) fn add_circle(draft: &mut Draft, mut circle: Circle) -> Result<Label, EditError> {
    circle.id = draft.stamp.fresh();
    check_circle(draft, &circle)?;
    circle.created_at = draft.stamp.now;
    circle.updated_at = draft.stamp.now;
    circle.order =
        draft.book().circles.values().map(|other| other.order.saturating_add(1)).max().unwrap_or(0);
    let label = Label::AddCircle(circle.name.clone());
    draft.put(circle);
    Ok(label)
}

pub(super) fn change_circle(draft: &mut Draft, mut circle: Circle) -> Result<Label, EditError> {
    draft.get(circle.id)?;
    check_circle(draft, &circle)?;
    circle.updated_at = draft.stamp.now;
    let label = Label::ChangeCircle(circle.name.clone());
    draft.put(circle);
    Ok(label)
}

pub(super) fn remove_circle(draft: &mut Draft, circle: Id<Circle>) -> Result<Label, EditError> {
    let book = draft.book().clone();
    for contact in book.contacts.values().filter(|contact| contact.circles.contains(&circle)) {
        draft.update::<Contact>(contact.id, |contact| {
            contact.circles.remove(&circle);
        })?;
    }
    let old = draft.remove::<Circle>(circle)?;
    Ok(Label::RemoveCircle(old.name.clone()))
}

pub(super) fn set_circle(
    draft: &mut Draft,
    contacts: &[Id<Contact>],
    circle: Id<Circle>,
    member: bool,
) -> Result<Label, EditError> {
    let label = Label::SetCircle(draft.get(circle)?.name.clone());
    let now = draft.stamp.now;
    for contact in contacts {
        draft.update::<Contact>(*contact, |contact| {
            let changed =
                if member { contact.circles.insert(circle) } else { contact.circles.remove(&circle) };
            if changed {
                contact.updated_at = now;
            }
        })?;
    }
    Ok(label)
}

pub(super) fn pin(draft: &mut Draft, place: Place) -> Result<Label, EditError> {
    super::check_links(draft, &place)?;
    draft.put(Place::new(place.contact(), place.x, place.y, place.pinned));
    Ok(Label::Pin(name(draft, place.contact())))
}

pub(super) fn pin_all(draft: &mut Draft, places: Vec<Place>) -> Result<Label, EditError> {
    let (count, pinned) = (places.len(), places.iter().any(|place| place.pinned));
    for place in places {
        super::check_links(draft, &place)?;
        draft.put(Place::new(place.contact(), place.x, place.y, place.pinned));
    }
    Ok(Label::PinAll { count, pinned })
}

pub(super) fn arrange(draft: &mut Draft, places: Vec<Place>) -> Label {
    for place in places {
        // The layout ran on an older book: whoever is gone needs no place, whoever was pinned
        // meanwhile keeps the user's one.
        let pinned = draft.book().get(place.id).is_some_and(|old| old.pinned && old.at().is_some());
        if draft.book().contains(RecordRef::Contact(place.contact())) && !pinned {
            draft.put(Place::new(place.contact(), place.x, place.y, false));
        }
    }
    Label::Arrange
}

pub(super) fn set_owner(draft: &mut Draft, owner: Owner) -> Label {
    draft.update_header(|header| header.owner = owner);
    Label::ChangeBook
}

/// Takes out every record and the invented owner. A book of real people is never emptied by one step.
pub(super) fn clear_demo(draft: &mut Draft) -> Result<Label, EditError> {
    let book = draft.book().clone();
    if book.header.is_demo {
        macro_rules! take_out {
            ($($field:ident: $kind:ident,)*) => {
                $(
                    for id in book.$field.keys() {
                        draft.remove::<$kind>(*id)?;
                    }
                )*
            };
        }
        with_tables!(take_out);
        draft.update_header(|header| {
            *header = Header { id: header.id, created_at: header.created_at, ..Header::default() };
        });
    }
    Ok(Label::ClearDemo)
}

/// Takes in what the book does not have: the same book twice adds nothing, and nothing that is
/// here is overwritten. A link to a record that neither book has is refused: whoever reads a
/// damaged book leaves such links out before.
pub(super) fn import(draft: &mut Draft, other: &Book) -> Result<Label, EditError> {
    let mut count = 0;
    let mut missing = None;
    other.references(|from, to| {
        if !draft.book().contains(from) && !draft.book().contains(to) && !other.contains(to) {
            missing.get_or_insert(to);
        }
    });
    if let Some(missing) = missing {
        return Err(EditError::Missing(missing));
    }
    if draft.book().is_empty() {
        let header = Header { id: draft.book().header.id, ..Header::clone(&other.header) };
        draft.update_header(|own| *own = header);
    }
    macro_rules! take_in {
        ($($field:ident: $kind:ident,)*) => {
            $(
                for (id, record) in other.$field.iter() {
                    if draft.book().get(*id).is_none() {
                        draft.put($kind::clone(record));
                        count += 1;
                    }
                }
            )*
        };
    }
    with_tables!(take_in);
    // Deleted there and present here: present.
    let moot: Vec<Id<Trashed>> =
        draft.book().trash.values().filter(|it| it.is_moot(draft.book())).map(|it| it.id).collect();
    for id in moot {
        draft.remove::<Trashed>(id)?;
    }
    Ok(if other.header.is_demo { Label::LoadDemo } else { Label::Import(count) })
}
