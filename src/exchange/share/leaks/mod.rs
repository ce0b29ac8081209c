//! What reaches a person, typed into free text: mail addresses, phone numbers, names in messengers, profiles, streets; and
//! names of others.
//!
//! A text is read in several ways ([`fold`]): full-width and other digits as digits, without signs that draw nothing,
//! with and without what looks like HTML, and from the end where signs turn the writing around. In each reading
//! [`numbers`], [`look_alike`], [`mails`], [`places`] and [`names`] look for their kind. Start reading at [`leaks`].
//!
//! Invariant: what is known of a person is found in any disguise that the tests think of
//! (`suite::share::a_known_value_is_found_in_every_disguise`); what is left by [`withhold`] has no leak
//! (`tests::what_is_left_leaks_nothing`).

mod fold;
mod plain;
mod numbers;
mod look_alike;
mod mails;
mod places;
mod names;
mod kept;
mod private;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use self::fold::{Tags, View};
pub use self::names::Others;
pub use self::private::Private;
use crate::model::{Contact, Labelled};

/// A place in a text that would reach somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    /// The bytes of the text, between characters.
    pub range: Range<usize>,
    /// What it is.
    pub kind: LeakKind,
}

/// What a leak is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeakKind {
    /// An e-mail address.
    Mail,
    /// A profile on the web.
    Link,
    /// A name in a messenger or a network.
    Handle,
    /// A street with its number.
    Address,
    /// A phone number.
    Phone,
    /// The name of somebody else who is in the book.
    Name,
    /// The day on which somebody was born.
    Birthday,
    /// Something about the life of a person.
    Life,
}

/// What stands in the place of what was taken out.
pub const WITHHELD: &str = "…";

/// A pattern of this module.
fn regex(pattern: &str) -> Regex {
    #[expect(clippy::expect_used, reason = "patterns are constants and every one is compiled by the tests")]
    Regex::new(pattern).expect("a pattern that compiles")
}

/// Finds what reaches a person in a text, in the order of the text. Ranges do not overlap.
pub fn leaks(text: &str) -> Vec<Leak> {
    leaks_of(text, &Known::default())
}

/// As [`leaks`], and finds what is known of somebody in disguises that nobody could otherwise recognise.
pub fn leaks_of(text: &str, known: &Known) -> Vec<Leak> {
    let mut found: Vec<Leak> = Vec::new();
    if plain::is_plain(text) {
        if !known.is_empty() {
            let view = View::of(text, Tags::Kept);
            let mut add = adder(&mut found);
            known.find(&view, &view, &mut add);
            known.find_names(&view, &mut add);
        }
        return joined(found, text);
    }
    let mut views = vec![View::of(text, Tags::Kept)];
    if text.contains('<') {
        views.push(View::of(text, Tags::LeftOut));
    }
    if fold::turns_around(text) {
        views.push(views[0].turned());
    }
    for view in &views {
        read(view, known, &mut found);
    }
    joined(found, text)
}

/// Takes down what is found in a view, by its place in the text.
fn adder(found: &mut Vec<Leak>) -> impl FnMut(&View, Range<usize>, LeakKind) {
    |view, range, kind| {
        let range = view.origin(range);
        if !range.is_empty() {
            found.push(Leak { range, kind });
        }
    }
}

fn read(view: &View, known: &Known, found: &mut Vec<Leak>) {
    let mut add = adder(found);
    let (digits, signs) = (numbers::in_digits(view), mails::in_signs(view));
    for (range, kind) in mails::addresses(&signs) {
        add(&signs, range, kind);
    }
    for range in mails::handles(view) {
        add(view, range, LeakKind::Handle);
    }
    for range in places::streets(&digits) {
        add(&digits, range, LeakKind::Address);
    }
    for range in numbers::phones(&digits) {
        add(&digits, range, LeakKind::Phone);
    }
    for range in look_alike::phones(&digits) {
        add(&digits, range, LeakKind::Phone);
    }
    for range in numbers::told(view) {
        add(view, range, LeakKind::Phone);
    }
    known.find(&digits, &signs, &mut add);
    known.find_names(view, &mut add);
}

/// One leak for what overlaps, of the kind that says most.
fn joined(mut found: Vec<Leak>, text: &str) -> Vec<Leak> {
    found.sort_by_key(|leak| (leak.range.start, std::cmp::Reverse(leak.range.end)));
    let mut joined: Vec<Leak> = Vec::new();
    for leak in found {
        match joined.last_mut().filter(|last| leak.range.start < last.range.end) {
            Some(last) => {
                last.range.end = last.range.end.max(leak.range.end);
                last.kind = last.kind.min(leak.kind);
            }
            None => joined.push(leak),
        }
    }
    for leak in &mut joined {
        // The blanks around are nobody's.
        let part = &text[leak.range.clone()];
        let (head, tail) = (part.len() - part.trim_start().len(), part.len() - part.trim_end().len());
        if head + tail < part.len() {
            leak.range = leak.range.start + head..leak.range.end - tail;
        }
    }
    joined
}

/// Returns the text with [`WITHHELD`] in the place of what leaks. Where something would still be found afterwards, nothing
/// of the text is returned.
pub fn withhold(text: &str, known: &Known) -> String {
    let mut left = text.to_owned();
    for _ in 0..4 {
        let leaks = leaks_of(&left, known);
        if leaks.is_empty() {
            return left;
        }
        for leak in leaks.iter().rev() {
            left.replace_range(leak.range.clone(), WITHHELD);
        }
    }
    if leaks_of(&left, known).is_empty() { left } else { WITHHELD.to_owned() }
}

/// What reaches somebody, as it is looked for in texts.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The digits of numbers, without what begins them in the country.
    phones: Vec<String>,
    /// Name, and the parts of the domain.
    mails: Vec<Vec<String>>,
    /// Letters and digits of links, names in networks and streets.
    links: Vec<String>,
    streets: Vec<String>,
    /// The words of their name.
    own: Vec<String>,
    /// Whose names must not stand there.
    others: Others,
    /// What must not be said of them.
    private: Private,
}

impl Known {
    /// What is known of a person.
    pub fn of(contact: &Contact) -> Self {
        let mut known = Self::default();
        known.phones.extend(contact.phones.iter().filter_map(|phone| core_of(&phone.value)));
        known.mails.extend(contact.emails.iter().filter_map(|mail| parts_of(&mail.value)));
        // Of one or two letters every text has some; the plain writing is found anyway.
        known.mails.retain(|parts| parts[0].len() >= 3);
        let name = squeeze(
            &[&contact.name.given, &contact.name.family, &contact.name.latin].map(String::as_str).join(" "),
        );
        let own = [&contact.name.given, &contact.name.family, &contact.name.latin];
        known.own = own
            .into_iter()
            .flat_map(|name| name.split_whitespace())
            .map(plain)
            .filter(|it| !it.is_empty())
            .collect();
        for link in contact.links.iter().chain(&contact.custom) {
            known.add_link(link, &name);
        }
        for address in &contact.addresses {
            // A street without a number says no more than a quarter does.
            let street = squeeze(&address.street);
            let numbered = street.contains(|sign: char| sign.is_numeric());
            if street.chars().count() >= 5 && (numbered || street.chars().count() >= 9) {
                known.streets.push(street);
            }
        }
        known
    }

    /// The same, and nobody else may be named.
    #[must_use]
    pub fn among(self, others: Others) -> Self {
        Self { others, ..self }
    }

    /// The same, and what is withheld may not be said.
    #[must_use]
    pub fn keeping(self, private: Private) -> Self {
        Self { private, ..self }
    }

    /// Takes out whose names must not stand there, for a text in which they mean something else: the name of a company.
    pub(super) fn take_others(&mut self) -> Others {
        std::mem::take(&mut self.others)
    }

    /// Whether nothing is known.
    fn is_empty(&self) -> bool {
        self.phones.is_empty()
            && self.mails.is_empty()
            && self.links.is_empty()
            && self.streets.is_empty()
            && self.others.is_nobody()
            && self.private.is_empty()
    }

    fn find_names(&self, view: &View, add: &mut impl FnMut(&View, Range<usize>, LeakKind)) {
        self.others.find(view).into_iter().for_each(|range| add(view, range, LeakKind::Name));
        self.private.find(view).into_iter().for_each(|(range, kind)| add(view, range, kind));
    }

    fn add_link(&mut self, link: &Labelled, name: &str) {
        let value = link.value.trim();
        self.mails.extend(parts_of(value));
        self.phones
            .extend(core_of(value).filter(|_| value.chars().filter(char::is_ascii_alphabetic).count() < 3));
        let plain = value.split_once("://").map_or(value, |(_, rest)| rest);
        let plain = plain.strip_prefix("www.").unwrap_or(plain).trim_end_matches('/');
        let last = squeeze(plain.rsplit(['/', '@']).next().unwrap_or_default());
        let whole = squeeze(plain);
        // A web page of a company is no secret, a page of a person is.
        if plain.contains(['/', '@']) && whole.len() >= 6 {
            self.links.push(whole);
        }
        // A word of the name is in every text about the person.
        if plain.contains(['/', '@'])
            && last.chars().count() >= 5
            && !name.contains(&last)
            && last.contains(|sign: char| sign.is_ascii_digit())
        {
            self.links.push(last);
        }
    }

    fn find(&self, digits: &View, signs: &View, add: &mut impl FnMut(&View, Range<usize>, LeakKind)) {
        if !self.phones.is_empty() {
            for range in look_alike::known(digits, &self.phones) {
                add(digits, range, LeakKind::Phone);
            }
            let places: Vec<(usize, char)> =
                digits.text.char_indices().filter(|(_, sign)| sign.is_ascii_digit()).collect();
            let row: String = places.iter().map(|(_, digit)| *digit).collect();
            for core in &self.phones {
                for (at, _) in row.match_indices(core.as_str()) {
                    let part = &places[at..at + core.len()];
                    let near = part.windows(2).all(|pair| pair[1].0 - pair[0].0 <= 24);
                    if let (true, Some((first, _)), Some((last, _))) = (near, part.first(), part.last()) {
                        add(digits, *first..*last + 1, LeakKind::Phone);
                    }
                }
            }
        }
        if self.mails.is_empty() && self.links.is_empty() && self.streets.is_empty() {
            return;
        }
        let (row, places) = signs.squeezed();
        let end = |view: &View, at: usize| at + view.text[at..].chars().next().map_or(1, char::len_utf8);
        for parts in &self.mails {
            let Some((name, domain)) = parts.split_first() else { continue };
            // Where name and domain are the person's own name it is often said, and an address only with its end.
            let is_own = |part: &String| self.own.contains(part);
            let is_said = is_own(name) && domain.first().is_some_and(is_own);
            for (at, _) in row.match_indices(name.as_str()) {
                let mut to = at + name.len();
                // Between name and domain stands what means "at".
                let near = domain.iter().enumerate().all(|(number, part)| {
                    let gap = match number {
                        0 => 24,
                        _ if is_said => 0,
                        _ => 14,
                    };
                    let reach = ceil(&row, (to + gap + part.len()).min(row.len()));
                    // Where the name comes again before the domain, the domain belongs to that one.
                    let between = &row[to..reach];
                    let next = between
                        .find(part.as_str())
                        .filter(|next| number > 0 || !between[..*next].contains(name.as_str()));
                    next.inspect(|next| to += next + part.len()).is_some()
                });
                let goes_on = || places.get(to).is_some_and(|next| *next == end(signs, places[to - 1]));
                if near && !domain.is_empty() && !(is_said && goes_on()) {
                    add(signs, places[at]..end(signs, places[to - 1]), LeakKind::Mail);
                }
            }
        }
        for link in &self.links {
            for (at, _) in row.match_indices(link.as_str()) {
                add(signs, places[at]..end(signs, places[at + link.len() - 1]), LeakKind::Link);
            }
        }
        let (row, places) = digits.squeezed();
        for street in &self.streets {
            for (at, _) in row.match_indices(street.as_str()) {
                add(digits, places[at]..end(digits, places[at + street.len() - 1]), LeakKind::Address);
            }
        }
    }
}

/// The first place at or behind a byte at which a character begins.
fn ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

fn squeeze(text: &str) -> String {
    numbers::in_digits(&View::of(text, Tags::Kept)).squeezed().0
}

/// The digits by which a phone number is known in every writing: without country and trunk.
fn core_of(phone: &str) -> Option<String> {
    let view = View::of(phone, Tags::Kept);
    let digits: String = view.text.chars().filter(char::is_ascii_digit).collect();
    let own = digits.trim_start_matches('0');
    let core = if own.len() >= 8 { &own[own.len() - 7..] } else { own };
    (core.len() >= 5).then(|| core.to_owned())
}

/// Name and parts of the domain of a mail address, as they are looked for.
fn parts_of(mail: &str) -> Option<Vec<String>> {
    static SIGNS: LazyLock<Regex> = LazyLock::new(|| regex(r"^\s*([^\s@]+)@([^\s@]+\.[^\s@]+)\s*$"));
    let view = View::of(mail, Tags::Kept);
    let parts = SIGNS.captures(&view.text)?;
    let mut all = vec![plain(&parts[1])];
    all.extend(parts[2].split('.').map(plain));
    all.retain(|part| !part.is_empty());
    (all.len() > 1).then_some(all)
}

fn plain(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
