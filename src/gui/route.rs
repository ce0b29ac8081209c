//! The views of the window, in the order of the rail. Must not know what they show.

use super::theme::icons;
use crate::text::Texts;

/// A view of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// What is to be done.
    Today,
    /// The gallery.
    #[default]
    Cards,
    /// The graph.
    Network,
    /// Follow-ups and events by day.
    Calendar,
    /// The ledger of events.
    Events,
    /// The ledger of cards passed on.
    Referrals,
    /// Language, look, the book.
    Settings,
}

impl Route {
    /// All views in the order of the rail.
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Cards,
        Self::Network,
        Self::Calendar,
        Self::Events,
        Self::Referrals,
        Self::Settings,
    ];

    /// The name on screen.
    pub fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Today => texts.app_view_today(),
            Self::Cards => texts.app_view_cards(),
            Self::Network => texts.app_view_network(),
            Self::Calendar => texts.app_view_calendar(),
            Self::Events => texts.app_view_events(),
            Self::Referrals => texts.app_view_referrals(),
            Self::Settings => texts.app_view_settings(),
        }
    }

    /// The glyph in the rail.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Today => icons::SUN_HORIZON,
            Self::Cards => icons::CARDS,
            Self::Network => icons::GRAPH,
            Self::Calendar => icons::CALENDAR_DOTS,
            Self::Events => icons::TICKET,
            Self::Referrals => icons::PAPER_PLANE_TILT,
            Self::Settings => icons::GEAR_SIX,
        }
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Cards => "cards",
            Self::Network => "network",
            Self::Calendar => "calendar",
            Self::Events => "events",
            Self::Referrals => "referrals",
            Self::Settings => "settings",
        }
    }
}
