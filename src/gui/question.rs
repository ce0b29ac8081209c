//! What the network is asked, and what a letter about an introduction is for.

use crate::model::{Contact, DueSource, Id, Introduction, Referral};

/// What a letter about an introduction is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestOf {
    /// The first of these people, a way, is asked to introduce me to the second; the last one is the goal.
    Reach(Vec<Id<Contact>>),
    /// One side of an introduction is asked whether they want it.
    Side {
        /// The introduction.
        introduction: Id<Introduction>,
        /// Who is asked.
        contact: Id<Contact>,
        /// The follow-up that asks for it.
        source: DueSource,
    },
    /// The letter that a follow-up about a passed-on card or a lead asks for.
    Referral(DueSource),
    /// Somebody is asked to help me with this.
    Help(Id<Contact>, String),
    /// The owner of a card is told that it was passed on, though no follow-up asks for it.
    Owner(Id<Referral>),
    /// Both sides are introduced, one letter each.
    Introduce {
        /// The introduction.
        introduction: Id<Introduction>,
        /// The follow-up that asks for it, if there is one.
        source: Option<DueSource>,
    },
}

/// What the network is to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Who can bring me to the selected person.
    Ways,
    /// Who brought me the selected person.
    Lineage,
    /// Whom do I owe.
    Owing,
    /// Who holds people together.
    Bridges,
}
