//! Where people stand in the network view.

use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Contact, Id, Record, RecordRef};

/// Where a contact stands in the network, in world units (the ideal length of an edge is 100);
/// the owner of the book stands at the origin.
///
/// A table of its own, so that moving a node does not touch the person's record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The same bits as the contact's id.
    pub id: Id<Self>,
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
    /// The user put it there: the layout leaves it alone.
    #[serde(skip_serializing_if = "is_default")]
    pub pinned: bool,
}

impl Place {
    /// Returns the place of a contact, rounded to a tenth of a unit to keep the file small.
    pub fn new(contact: Id<Contact>, x: f32, y: f32, pinned: bool) -> Self {
        let round = |value: f32| if value.is_finite() { (value * 10.0).round() / 10.0 } else { 0.0 };
        Self { id: contact.cast(), x: round(x), y: round(y), pinned }
    }

    /// Where it is; `None` when the file says something that is no place on the paper.
    pub fn at(&self) -> Option<[f32; 2]> {
        // Farther out than this there is no room left between two numbers.
        let sound = |value: f32| value.abs() <= 1.0e6;
        (sound(self.x) && sound(self.y)).then_some([self.x, self.y])
    }

    /// The contact that stands here.
    pub fn contact(&self) -> Id<Contact> {
        self.id.cast()
    }
}

impl Record for Place {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        visit(RecordRef::Contact(self.contact()));
    }
}
