//! Which addresses a letter may go to, and who else may read it there.

use crate::model::Contact;

/// Why a letter cannot go to what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressProblem {
    /// Nothing is typed.
    Empty,
    /// It is no address: there is no `@`, or nothing on one of its sides.
    NoAddress,
    /// It has signs that part addresses or begin something else: it could be several recipients.
    Several,
}

/// Who reads what comes to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressKind {
    /// Of the person alone, as far as one can see.
    Personal,
    /// At a company: others may read it, and it ends with the job.
    Company,
    /// Shared by several: `info@`, `sales@`, `kontakt@`.
    Shared,
}

/// Longest address (RFC 5321 §4.5.3.1.3).
const LONGEST: usize = 254;

/// What stands before the `@` of addresses that several people read, folded and without what follows a dot, a hyphen or
/// a number. In the three languages of the program.
const SHARED: [&str; 62] = [
    "info",
    "information",
    "sales",
    "office",
    "contact",
    "contacts",
    "mail",
    "email",
    "hello",
    "hi",
    "hey",
    "service",
    "services",
    "support",
    "help",
    "helpdesk",
    "team",
    "all",
    "everyone",
    "staff",
    "admin",
    "administrator",
    "hr",
    "jobs",
    "careers",
    "press",
    "media",
    "marketing",
    "pr",
    "events",
    "orders",
    "order",
    "billing",
    "accounts",
    "accounting",
    "reception",
    "webmaster",
    "postmaster",
    "noreply",
    "no",
    "kontakt",
    "anfrage",
    "anfragen",
    "post",
    "poststelle",
    "buero",
    "bureau",
    "zentrale",
    "sekretariat",
    "empfang",
    "vertrieb",
    "einkauf",
    "verkauf",
    "presse",
    "bewerbung",
    "kundenservice",
    "daihyo",
    "daihyou",
    "eigyo",
    "eigyou",
    "soumu",
    "toiawase",
];

/// Where people have mail of their own.
const OWN: [&str; 24] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "yahoo.co.jp",
    "ymail.ne.jp",
    "icloud.com",
    "me.com",
    "mac.com",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "web.de",
    "t-online.de",
    "freenet.de",
    "posteo.de",
    "mailbox.org",
    "proton.me",
    "protonmail.com",
    "docomo.ne.jp",
];

/// Returns an address as a letter may carry it, without spaces around it.
///
/// # Errors
/// Why it is none. Only what RFC 5322 §3.2.3 calls a dot-atom before the `@` is taken, and letters beyond ASCII (RFC 6531):
/// quotes, comments and lists are not worth the danger.
pub fn check_address(typed: &str) -> Result<&str, AddressProblem> {
    let address = typed.trim();
    if address.is_empty() {
        return Err(AddressProblem::Empty);
    }
    if address.contains([',', ';', '<', '>', '(', ')', '"', '\\', '[', ']', '?', '&', ':'])
        || address.chars().any(|sign| sign.is_whitespace() || sign.is_control() || is_invisible(sign))
        || address.matches('@').count() > 1
    {
        return Err(AddressProblem::Several);
    }
    let is_part = |part: &str| !part.is_empty() && part.split('.').all(|atom| !atom.is_empty());
    match address.split_once('@') {
        Some((local, domain)) if is_part(local) && is_part(domain) && address.len() <= LONGEST => Ok(address),
        _ => Err(AddressProblem::NoAddress),
    }
}

/// Signs without a width, those that draw nothing, and those that turn the direction of writing: an address shows what it is.
fn is_invisible(sign: char) -> bool {
    matches!(
        sign,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Returns the address to which a letter to somebody goes: the first that is one and is read by them alone as far as one can
/// see, else one that several read, else what stands there, so that it can be said what is wrong with it.
pub fn best_address(contact: &Contact) -> Option<&str> {
    best_of(&contact.emails.iter().map(|mail| mail.value.as_str()).collect::<Vec<_>>())
}

/// The same of some addresses.
pub(super) fn best_of<'a>(mails: &[&'a str]) -> Option<&'a str> {
    let known = || mails.iter().map(|mail| mail.trim()).filter(|mail| !mail.is_empty());
    let is_one = |mail: &&str| check_address(mail).is_ok();
    let own = known().find(|mail| is_one(mail) && address_kind(mail) != AddressKind::Shared);
    own.or_else(|| known().find(is_one)).or_else(|| known().next())
}

/// Returns who reads what comes to an address.
pub fn address_kind(address: &str) -> AddressKind {
    let lower = address.trim().to_lowercase();
    let Some((local, domain)) = lower.split_once('@') else { return AddressKind::Company };
    let word = local.split(['.', '-', '_', '+']).next().unwrap_or_default();
    let word = word.trim_end_matches(|sign: char| sign.is_ascii_digit());
    if SHARED.contains(&word) || local.contains('代') && local.contains('表') {
        AddressKind::Shared
    } else if OWN.contains(&domain) {
        AddressKind::Personal
    } else {
        AddressKind::Company
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Labelled;

    #[test]
    fn a_letter_goes_to_an_address_that_is_one_and_rather_to_one_alone() {
        let check = |mails: &[&str], best: Option<&str>| {
            let emails = mails.iter().map(|mail| Labelled::new("work", *mail)).collect();
            assert_eq!(best_address(&Contact { emails, ..Contact::default() }), best, "{mails:?}");
        };
        check(&["tel 030 1234", " mina@example.com "], Some("mina@example.com"));
        check(&["info@example.com", "mina@example.com", "m.s@example.com"], Some("mina@example.com"));
        check(&["tel 030 1234", "info@example.com"], Some("info@example.com"));
        check(&["", "tel 030 1234"], Some("tel 030 1234"));
        check(&["mina@example.com", "mina@gmail.com"], Some("mina@example.com"));
        check(&[" "], None);
    }
}
