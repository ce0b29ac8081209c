//! Letters to one person: templates with fields, when a letter is ready, and the ways by which it leaves the program.
//!
//! Owns what a letter says and how it is handed to a mail program. Must not know the window, the disk or the clock, and
//! sends nothing: it makes text. Start reading at [`fill`], then [`mail_link`] and [`message`].
//!
//! Invariant: whatever stands in names, topics and addresses, a letter has exactly one recipient and no header that nobody
//! wrote (`tests::nothing_typed_adds_a_recipient`; the suite asks an independent parser).

mod address;
mod template;
mod send;
mod request;
mod pass_on;
mod after;
mod event;
#[cfg(test)]
mod tests;

pub use address::{AddressKind, AddressProblem, address_kind, best_address, check_address};
pub use after::about_referral;
pub use event::Occasion;
pub use pass_on::{Attached, PassedOn};
pub use request::{Request, language_for, mail_for};
pub use send::{LONGEST_LINK, MailLink, Message, mail_link, message};
pub use template::{Blank, Facts, Form, Letter, Template, built_in, fill, says_one_of, unknown_fields};

/// A letter with more characters is too long for a thank-you; in Japanese with more than a third of them.
pub const SHORT: usize = 900;

/// What may still be better about a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Nothing that the two talked about stands in it: it could go to anybody, and is not ready.
    NoTopic,
    /// A gap of the template is open: it is not ready.
    Gap,
    /// It is longer than somebody reads who meets many people.
    Long,
    /// But for the name it is what somebody else got.
    Same,
}

impl Hint {
    /// Whether the letter must not go out like this.
    pub fn holds_back(self) -> bool {
        matches!(self, Self::NoTopic | Self::Gap)
    }
}

/// Returns what may still be better about a letter. `topics` is what the two talked about, `others` the texts that others
/// got for the same event.
pub fn hints(letter: &Letter, topics: &[String], others: &[String]) -> Vec<Hint> {
    let mut hints = Vec::new();
    if !says_one_of(&letter.body, topics) {
        hints.push(Hint::NoTopic);
    }
    if letter.body.contains(Template::GAP) {
        hints.push(Hint::Gap);
    }
    let weight = letter.body.chars().map(|sign| if sign > '\u{2E7F}' { 3 } else { 1 }).sum::<usize>();
    if weight > SHORT {
        hints.push(Hint::Long);
    }
    let core = template::core(&letter.body);
    if !core.is_empty() && others.iter().any(|other| template::core(other) == core) {
        hints.push(Hint::Same);
    }
    hints
}
