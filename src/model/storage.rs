//! Places where cards are kept: boxes, binders with pages, wallets, one inside another.

use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{Id, Record, RecordRef};
use crate::text::Texts;

/// A place where cards are kept: a box, a binder, a page, a wallet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Storage {
    /// Stable id.
    pub id: Id<Self>,
    /// Name, such as "Blue box".
    pub name: String,
    /// The place of which this one is a part.
    #[serde(skip_serializing_if = "is_default")]
    pub inside: Option<Id<Self>>,
    /// What it is.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: StorageKind,
    /// Its number among the places inside the same one; equal ones stand by name.
    #[serde(skip_serializing_if = "is_default")]
    pub order: u32,
}

impl Storage {
    /// How many places can lie inside one another. A file may have more; nothing is put deeper.
    pub const DEEPEST: usize = 8;
    /// Characters of a name; longer ones are cut when they are typed.
    pub const LONGEST_NAME: usize = 120;
}

impl Record for Storage {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn references(&self, visit: &mut dyn FnMut(RecordRef)) {
        if let Some(outer) = self.inside {
            visit(RecordRef::Storage(outer));
        }
    }
}

/// What a place is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StorageKind {
    /// Anything else, and what nobody said.
    #[default]
    Other,
    /// A box.
    Box,
    /// A binder.
    Binder,
    /// A page of a binder.
    Page,
    /// A wallet or case that one carries.
    Wallet,
    /// A drawer or shelf.
    Drawer,
}

impl StorageKind {
    /// Returns the name of the kind in a language.
    pub fn words(self, texts: &Texts) -> &str {
        match self {
            Self::Box => texts.common_location_box(),
            Self::Binder => texts.places_kind_binder(),
            Self::Page => texts.places_kind_page(),
            Self::Wallet => texts.places_kind_wallet(),
            Self::Drawer => texts.places_kind_drawer(),
            Self::Other => texts.places_kind_other(),
        }
    }

    /// All kinds, in the order of the menus.
    pub const ALL: [Self; 6] = [Self::Box, Self::Binder, Self::Page, Self::Wallet, Self::Drawer, Self::Other];
}
