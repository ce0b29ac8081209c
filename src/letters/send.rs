//! The ways by which a letter leaves the program: an address that opens the mail program, and a file that it opens.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::raw::Raw;

use super::address::{AddressProblem, check_address};
use super::template::Letter;

/// What the system hands on to the mail program, in bytes: Windows cuts longer addresses. A longer letter is put on the
/// clipboard instead.
pub const LONGEST_LINK: usize = if cfg!(windows) { 2_000 } else { 16_000 };

/// An address that opens the mail program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailLink {
    /// With the whole letter in it.
    Whole(String),
    /// The letter is longer than the system hands on: with the recipient and the subject, and its text is to be pasted.
    WithoutBody(String),
}

/// Who writes to whom, for a file.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    /// The one recipient.
    pub to: &'a str,
    /// Their name.
    pub to_name: &'a str,
    /// The writer's address; without one the mail program puts in its own.
    pub from: &'a str,
    /// The writer's name.
    pub from_name: &'a str,
    /// Now, in seconds since 1970, for the header that says when.
    pub now: i64,
    /// Anything that no other letter has.
    pub id: u128,
}

/// Returns the address (RFC 6068) that opens the mail program with a letter to exactly one person. Everything but letters,
/// digits and `-._~` is percent-encoded as UTF-8, line ends as `%0D%0A`; so nothing in subject or body can begin another
/// header. `longest` is what the system takes, in bytes.
///
/// # Errors
/// Why `to` is not one address.
pub fn mail_link(to: &str, letter: &Letter, longest: usize) -> Result<MailLink, AddressProblem> {
    let to = check_address(to)?;
    let mut link = String::from("mailto:");
    encode(to, "@", &mut link);
    link.push_str("?subject=");
    encode(&letter.subject, "", &mut link);
    let short = link.len();
    link.push_str("&body=");
    encode(&letter.body.replace("\r\n", "\n").replace('\n', "\r\n"), "", &mut link);
    if link.len() <= longest {
        return Ok(MailLink::Whole(link));
    }
    link.truncate(short);
    if link.len() > longest {
        // Not even the subject: the recipient alone.
        link.truncate(link.find('?').unwrap_or(link.len()));
    }
    Ok(MailLink::WithoutBody(link))
}

fn encode(text: &str, but: &str, link: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                link.push(char::from(byte))
            }
            _ if but.as_bytes().contains(&byte) => link.push(char::from(byte)),
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                link.push('%');
                link.push(char::from(DIGITS[usize::from(byte >> 4)]));
                link.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

/// Returns the letter as a file (RFC 5322, `.eml`) that mail programs open to be sent: `X-Unsent` says that it was not.
///
/// # Errors
/// Why `to` is not one address.
pub fn message(letter: &Letter, message: &Message<'_>) -> Result<Vec<u8>, AddressProblem> {
    let to = check_address(message.to)?;
    let name = |name: &'_ str| Some(plain(name)).filter(|name| !name.is_empty());
    let mut mail = MessageBuilder::new()
        .to(Address::new_address(name(message.to_name), to.to_owned()))
        .subject(plain(&letter.subject))
        .date(message.now)
        // Nothing about this computer: by itself the crate would write its name.
        .message_id(format!("{:032x}@cardloom.invalid", message.id))
        .header("X-Unsent", Raw::new("1"))
        .text_body(letter.body.replace("\r\n", "\n").replace('\n', "\r\n"));
    if let Ok(from) = check_address(message.from) {
        mail = mail.from(Address::new_address(name(message.from_name), from.to_owned()));
    }
    // Writing into memory cannot fail.
    Ok(mail.write_to_vec().unwrap_or_default())
}

/// A text for a header: one line, nothing that begins another, and nothing that a reader takes for an encoded word
/// (RFC 2047), which would show something else than was written.
fn plain(text: &str) -> String {
    let signs = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign });
    signs.collect::<String>().trim().replace("=?", "= ?")
}
