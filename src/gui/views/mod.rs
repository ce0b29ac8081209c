//! The views of the window. Each is a state and a `ui` that reads and asks.

use super::command::{Command, Route};

mod cards;
mod network;
pub(in crate::gui) mod calendar;
mod ledger;
mod marked_bar;
pub(super) mod deadline;
mod today;
pub(in crate::gui) mod events;
mod referrals;
mod settings;
mod settings_calendar;
mod settings_pictures;
mod settings_rules;
mod settings_words;
mod settings_safety;
mod settings_reminders;
mod inspector;
mod first_start;
mod recovery;
mod unlock;
pub mod people;
pub mod fits;
pub mod completion;
mod list_keys;
pub mod person_picker;
pub mod place_picker;
pub(in crate::gui) mod person_words;
pub(in crate::gui) mod card_thumb;
mod warmth_line;
pub mod words;

pub use calendar::CalendarView;
pub use cards::CardsView;
pub use events::EventsView;
pub use first_start::first_start_ui;
pub use inspector::{Inspector, Tab};
pub use network::NetworkView;
pub(in crate::gui) use recovery::{failed_ui, is_damaged};
pub use referrals::ReferralsView;
pub use settings::SettingsView;
pub use today::TodayView;
pub use unlock::UnlockPage;
pub(in crate::gui) use warmth_line::WarmthLine;

/// The states of all views.
#[derive(Default)]
pub struct Views {
    /// The gallery.
    pub cards: CardsView,
    /// The graph.
    pub network: NetworkView,
    /// Follow-ups and events by day.
    pub calendar: CalendarView,
    /// What is to be done.
    pub today: TodayView,
    /// The ledger of events.
    pub events: EventsView,
    /// The ledger of cards passed on.
    pub referrals: ReferralsView,
    /// Language, look, the book.
    pub settings: SettingsView,
    /// The selected person or card.
    pub inspector: Inspector,
}

impl Views {
    /// What views ask of workers between frames, and what is to be saved of their answers.
    pub fn logic(
        &mut self,
        route: Route,
        session: &crate::session::Session,
        jobs: &crate::jobs::Jobs<super::work::Work>,
    ) -> Vec<Command> {
        self.referrals.logic(route, session, jobs);
        self.network.logic(route, session, jobs)
    }
}

/// Returns the address that opens the mail program with exactly one recipient. Whatever could add
/// another one or a header is percent-encoded (RFC 6068 §2, §5).
pub fn mail_link(address: &str) -> String {
    let mut link = String::from("mailto:");
    for byte in address.trim().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'@' | b'.' | b'-' | b'_' | b'+' | b'~' => {
                link.push(char::from(byte));
            }
            _ => link.push_str(&format!("%{byte:02X}")),
        }
    }
    link
}

/// Returns the address that calls a number: its digits and a leading plus, whatever else was printed between them.
pub fn phone_link(number: &str) -> String {
    let folded = crate::text::fold::fold(number);
    let digits = folded.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+');
    digits.fold("tel:".to_owned(), |mut link, digit| {
        link.push(digit);
        link
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_number_is_called_by_its_digits() {
        assert_eq!(super::phone_link("+49 (30) 12-34"), "tel:+49301234");
        assert_eq!(super::phone_link("０３-1234;ext=9"), "tel:0312349");
    }

    #[test]
    fn a_mail_address_cannot_add_a_recipient() {
        assert_eq!(super::mail_link(" a.b+c@example.com "), "mailto:a.b+c@example.com");
        let hostile = super::mail_link("a@example.com?bcc=b@example.com\r\nTo: c,d");
        assert!(!hostile.contains(['?', '&', ',', '\r', '\n', ' ']), "{hostile}");
    }
}
