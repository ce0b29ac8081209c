//! What is stored: the data of a book and the invariants that hold inside one record.
//!
//! Owns every type of the domain (PRODUCT words: Contact, Card, Encounter …). Must not know
//! how data changes ([`crate::edit`]), what is derived ([`crate::index`]), or where it lives
//! ([`crate::store`]). Start reading at [`Book`].
//!
//! Invariant: what can be derived is not stored, so it cannot drift.
//! Invariant: every record that names another one lists it in [`Record::references`]
//! (held by `model::book::tests::every_link_of_a_story_is_listed`).

mod id;
mod common;
mod table;
mod book;
mod contact;
mod organization;
mod card;
mod storage;
mod event;
mod encounter;
mod review;
mod tie;
mod referral;
mod follow_up;
mod foreseen;
mod rule;
mod repeat;
mod circle;
mod saved_search;
mod letter;
mod place;
mod recall;
mod conflict;
mod trash;
mod unknown;

pub use book::*;
pub use card::*;
pub use circle::*;
pub use common::*;
pub use conflict::*;
pub use contact::*;
pub use encounter::*;
pub use event::*;
pub use follow_up::*;
pub use foreseen::*;
pub use id::*;
pub use letter::*;
pub use organization::*;
pub use place::*;
pub use recall::*;
pub use referral::*;
pub use repeat::*;
pub use review::*;
pub use rule::*;
pub use saved_search::*;
pub use storage::*;
pub use table::{Piece, Table};
pub use tie::*;
pub use trash::*;
pub use unknown::*;
