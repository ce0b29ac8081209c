//! What a follow-up is about: its colour, tint and glyph.
//!
//! Owns: the looks of kinds. Must not know: follow-ups. Colour never carries meaning alone: a label stands beside it.

use crate::gui::theme::{Palette, Weight, icons};
use eframe::egui::Color32;

/// The kind of a follow-up, as a seal shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Thank somebody.
    Thanks,
    /// The second look after thirty days.
    Review,
    /// Call.
    Call,
    /// Write a message.
    Message,
    /// Meet face to face.
    Meet,
    /// Tell the owner that the card was passed on.
    Promise,
    /// Introduce two people.
    Introduce,
    /// Make up for a cancellation.
    Amends,
    /// Birthday.
    Birthday,
    /// Anything else.
    Other,
}

impl Kind {
    /// Every kind, in the order of the design.
    pub const ALL: [Self; 10] = [
        Self::Thanks,
        Self::Review,
        Self::Call,
        Self::Message,
        Self::Meet,
        Self::Promise,
        Self::Introduce,
        Self::Amends,
        Self::Birthday,
        Self::Other,
    ];

    /// The colour of the seal.
    #[must_use]
    pub const fn color(self, p: &Palette) -> Color32 {
        match self {
            Self::Thanks => p.k_thanks,
            Self::Review => p.k_review,
            Self::Call | Self::Message => p.k_call,
            Self::Meet | Self::Introduce => p.k_meet,
            Self::Promise => p.k_promise,
            Self::Amends => p.k_amends,
            Self::Birthday => p.k_birthday,
            Self::Other => p.line_strong,
        }
    }

    /// The fill of a pill.
    #[must_use]
    pub const fn tint(self, p: &Palette) -> Color32 {
        match self {
            Self::Thanks => p.k_thanks_tint,
            Self::Review => p.k_review_tint,
            Self::Call | Self::Message => p.k_call_tint,
            Self::Meet | Self::Introduce => p.k_meet_tint,
            Self::Promise => p.k_promise_tint,
            Self::Amends => p.k_amends_tint,
            Self::Birthday => p.k_birthday_tint,
            Self::Other => p.sunk,
        }
    }

    /// The glyph and its weight.
    #[must_use]
    pub const fn glyph(self) -> (&'static str, Weight) {
        match self {
            Self::Thanks => (icons::HEART, Weight::Fill),
            Self::Review => (icons::HOURGLASS_MEDIUM, Weight::Fill),
            Self::Call => (icons::PHONE, Weight::Fill),
            Self::Message => (icons::CHAT_CIRCLE_DOTS, Weight::Fill),
            Self::Meet => (icons::HANDSHAKE, Weight::Fill),
            Self::Promise => (icons::LINK_SIMPLE, Weight::Bold),
            Self::Introduce => (icons::USERS_THREE, Weight::Fill),
            Self::Amends => (icons::ARROW_U_UP_LEFT, Weight::Bold),
            Self::Birthday => (icons::CAKE, Weight::Fill),
            Self::Other => (icons::CHECK, Weight::Bold),
        }
    }
}
