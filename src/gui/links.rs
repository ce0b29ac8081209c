//! Web, mail, phone and map addresses that leave the window, and what is said when nothing takes them.
//!
//! Must not know how the system opens them ([`super::platform`]). Start reading at [`App::open_link`].

use super::app::App;
use super::command::{Command, Sheet};
use super::platform::is_safe_link;
use super::settings::Settings;
use crate::model::{Book, Contact, Id};

/// What pressing Call or Mail asks for: the human side of the person first, for a moment, when something is known of it and
/// it was not switched off; otherwise the address at once.
pub(in crate::gui) fn reach(book: &Book, settings: &Settings, contact: Id<Contact>, link: String) -> Command {
    let knows = book.get(contact).is_some_and(|person| crate::session::has_human_side(&person.human));
    if knows && !settings.skips_human_side {
        Command::Open(Sheet::Human(contact, Some(link)))
    } else {
        Command::OpenLink(link)
    }
}

impl App {
    /// Hands an address to the system.
    pub(super) fn open_link(&mut self, address: &str) {
        // Checked and opened is the same text.
        let address = address.trim();
        if !is_safe_link(address) {
            let words = self.texts.app_link_not_opened(address, self.texts.app_link_unknown());
            let copy = self.copy_address(address);
            self.toasts.problem_with(words, copy);
        } else if let Err(reason) = self.platform.open_link(address, &self.jobs) {
            self.link_failed(address, &reason);
        }
    }

    /// Nothing on this machine opened the address: the user can at least copy it. `reason` is the system's, or empty.
    pub(super) fn link_failed(&mut self, address: &str, reason: &str) {
        if self.has_letter_failed(address) {
            return;
        }
        let plain = plain_address(address);
        let texts = &self.texts;
        let reason = if reason.is_empty() { texts.app_link_no_program() } else { reason };
        let words = texts.app_link_not_opened(&plain, reason);
        let copy = self.copy_address(&plain);
        self.toasts.problem_with(words, copy);
    }

    /// The way to copy an address, as a line offers it.
    fn copy_address(&self, address: &str) -> (String, Command) {
        (self.texts.app_link_copy().to_owned(), Command::Copy(address.to_owned()))
    }
}

/// Returns what a person would copy: the mail address, the number, the place, else the whole address.
fn plain_address(address: &str) -> String {
    let lower = address.to_ascii_lowercase();
    let part = if lower.starts_with("mailto:") {
        address["mailto:".len()..].split('?').next().unwrap_or_default()
    } else if lower.starts_with("tel:") {
        &address["tel:".len()..]
    } else if let Some((_, place)) = address.split_once("?q=").filter(|_| lower.starts_with("geo:")) {
        place
    } else {
        return address.to_owned();
    };
    decoded(part)
}

/// Undoes percent-encoding; what is not UTF-8 afterwards stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = match tail {
            [high, low, ..] if *first == b'%' => {
                let digits = [*high, *low].map(|digit| char::from(digit).to_digit(16));
                if let [Some(high), Some(low)] = digits { u8::try_from(high * 16 + low).ok() } else { None }
            }
            _ => None,
        };
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::plain_address;

    #[test]
    fn what_is_copied_is_what_a_person_would_type() {
        assert_eq!(plain_address("mailto:a.b%2Bc@example.com?subject=Hallo&body=x"), "a.b+c@example.com");
        assert_eq!(plain_address("tel:+49301234"), "+49301234");
        assert_eq!(plain_address("geo:0,0?q=Jena%20%26%20more%2C%20%E4%BA%AC%E9%83%BD"), "Jena & more, 京都");
        assert_eq!(plain_address("https://example.com/?q=a%20b"), "https://example.com/?q=a%20b");
        assert_eq!(plain_address("mailto:100%@example.com"), "100%@example.com");
        assert_eq!(plain_address("mailto:%ff@example.com"), "%ff@example.com");
    }
}
