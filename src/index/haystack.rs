//! The folded text in which a search looks: one per contact, with its names and organizations first.
//!
//! Owns which texts are searched and how a writing is found by its other writings. Must not know how
//! hits are ranked. Start reading at [`Haystack`].

use super::Links;
use crate::model::{
    Book, Card, Contact, Event, FollowUp, Id, Labelled, Organization, Organizer, PersonName, Verdict,
};
use crate::text::fold::{fold, romaji_of_kana};

/// All texts of one contact, folded, one per line: first the names, then the organizations and titles,
/// then everything else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Haystack {
    /// The lines.
    pub text: String,
    /// Where the names end, in bytes.
    pub names_end: usize,
    /// Where the organizations end, in bytes.
    pub organizations_end: usize,
    /// Folded name for sorting, family name first, by reading where there is one.
    pub sort_name: String,
}

impl Haystack {
    /// Gathers the texts of a contact and of what names it.
    pub fn of_contact(book: &Book, links: &Links, contact: &Contact) -> Self {
        let mut lines = Lines::default();
        names(&mut lines, &contact.name, contact.language());
        let names_end = lines.text.len();
        for affiliation in &contact.affiliations {
            if let Some(organization) = book.get(affiliation.organization) {
                organization_lines(&mut lines, organization);
            }
            lines.put(&affiliation.title);
            lines.put(&affiliation.department);
        }
        let organizations_end = lines.text.len();
        own_lines(&mut lines, contact);
        for circle in contact.circles.iter().filter_map(|id| book.get(*id)) {
            lines.put(&circle.name);
        }
        linked_lines(&mut lines, book, links, contact.id);
        Self { text: lines.text, names_end, organizations_end, sort_name: sort_name(&contact.name) }
    }
}

/// Returns the folded text of a card: what was read from it, and the impressions.
pub(super) fn of_card(book: &Book, card: &Card) -> String {
    let mut lines = Lines::default();
    card_lines(&mut lines, book, card);
    for image in [card.front, card.back].into_iter().flatten().filter_map(|id| book.get(id)) {
        lines.put(&image.name);
    }
    lines.text
}

/// Returns the folded text of an event.
pub(super) fn of_event(book: &Book, event: &Event) -> String {
    let mut lines = Lines::default();
    for text in
        [&event.title, &event.series, &event.venue, &event.city, &event.goal, &event.link, &event.notes]
    {
        lines.put(text);
    }
    if let Some(decision) = &event.repeat {
        lines.put(&decision.reason);
    }
    match event.organizer {
        Some(Organizer::Contact(id)) => {
            if let Some(contact) = book.get(id) {
                names(&mut lines, &contact.name, contact.language());
            }
        }
        Some(Organizer::Organization(id)) => {
            if let Some(organization) = book.get(id) {
                organization_lines(&mut lines, organization);
            }
        }
        None => {}
    }
    lines.text
}

/// Returns the folded text of a follow-up itself; its people are searched as contacts.
pub(super) fn of_follow_up(follow_up: &FollowUp) -> String {
    let mut lines = Lines::default();
    lines.put(&follow_up.about);
    lines.text
}

/// Returns what an organization is found by.
pub(super) fn of_organization(organization: &Organization) -> String {
    let mut lines = Lines::default();
    organization_lines(&mut lines, organization);
    lines.text
}

/// Returns German umlauts written out, if the text has any: "müller" is also "mueller".
pub(super) fn written_out(text: &str) -> Option<String> {
    text.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'å', 'Å']).then(|| {
        let mut out = String::with_capacity(text.len() + 4);
        for c in text.chars() {
            match c {
                'ä' | 'Ä' => out.push_str("ae"),
                'ö' | 'Ö' => out.push_str("oe"),
                'ü' | 'Ü' => out.push_str("ue"),
                'å' | 'Å' => out.push_str("aa"),
                _ => out.push(c),
            }
        }
        fold(&out)
    })
}

/// Returns romaji with long vowels written short: "itou" is also "ito", "ookubo" is also "okubo".
pub(super) fn short_vowels(romaji: &str) -> String {
    romaji.replace("ou", "o").replace("oo", "o").replace("uu", "u")
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn put(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if text.is_ascii() {
            // Most texts: as `fold` does it, without its tables.
            push_folded_ascii(&mut self.text, text);
            self.text.push('\n');
            return;
        }
        self.line(&fold(text));
        if let Some(written_out) = written_out(text) {
            self.line(&written_out);
        }
    }

    fn line(&mut self, folded: &str) {
        self.text.push_str(folded);
        self.text.push('\n');
    }

    fn labelled(&mut self, values: &[Labelled]) {
        for value in values {
            self.put(&value.value);
        }
    }

    fn phone(&mut self, text: &str) {
        self.put(text);
        let digits = digits(&fold(text));
        if digits.len() < 3 {
            return;
        }
        self.line(&digits);
        if text.trim_start().starts_with('+') {
            // The national writing: country codes have one to three digits (ITU-T E.164 §6.2.1).
            for code in 1..=3 {
                if let Some(national) = digits.get(code..) {
                    self.line(&format!("0{national}"));
                }
            }
        }
    }
}

/// Appends what [`fold`] makes of an ASCII text.
fn push_folded_ascii(folded: &mut String, text: &str) {
    let mut words = text.split([' ', '\t', '\n', '\u{b}', '\u{c}', '\r']).filter(|word| !word.is_empty());
    let start = folded.len();
    if let Some(first) = words.next() {
        folded.push_str(first);
    }
    for word in words {
        folded.push(' ');
        folded.push_str(word);
    }
    folded[start..].make_ascii_lowercase();
}

/// Returns the romaji of a text in kana, and any other text folded.
fn romaji(text: &str) -> String {
    if text.is_ascii() {
        let mut folded = String::with_capacity(text.len());
        push_folded_ascii(&mut folded, text);
        folded.retain(|c| c != '\'');
        folded
    } else if text.chars().any(|c| matches!(u32::from(c), 0x3040..=0x30FF | 0xFF66..=0xFF9F)) {
        romaji_of_kana(text)
    } else {
        fold(text)
    }
}

/// Returns only the digits of a folded text.
pub(super) fn digits(folded: &str) -> String {
    folded.chars().filter(char::is_ascii_digit).collect()
}

fn names(lines: &mut Lines, name: &PersonName, language: &str) {
    let put_pair = |lines: &mut Lines, first: &str, second: &str| {
        let (first, second) = (first.trim(), second.trim());
        if first.is_empty() || second.is_empty() {
            lines.put(&format!("{first}{second}"));
        } else {
            lines.put(&format!("{first} {second}"));
            lines.put(&format!("{second} {first}"));
            if first.chars().any(crate::model::is_east_asian) {
                // Nobody types a space inside a Japanese name.
                lines.put(&format!("{first}{second}"));
            }
        }
    };
    put_pair(lines, &name.family, &name.given);
    if !name.prefix.is_empty() || !name.additional.is_empty() || !name.suffix.is_empty() {
        lines.put(&name.display(language));
    }
    put_pair(lines, &name.family_reading, &name.given_reading);
    let (family, given) = (romaji(&name.family_reading), romaji(&name.given_reading));
    put_pair(lines, &family, &given);
    let (short_family, short_given) = (short_vowels(&family), short_vowels(&given));
    if (&short_family, &short_given) != (&family, &given) {
        put_pair(lines, &short_family, &short_given);
    }
    match name.latin.trim().split_once(' ') {
        Some((first, second)) => put_pair(lines, first, second),
        None => lines.put(&name.latin),
    }
    lines.put(&name.nickname);
}

fn sort_name(name: &PersonName) -> String {
    let part = |reading: &str, written: &str| {
        romaji(if reading.trim().is_empty() { written } else { reading }.trim())
    };
    let family = part(&name.family_reading, &name.family);
    let given = part(&name.given_reading, &name.given);
    let whole = format!("{family} {given}");
    let whole = whole.trim();
    if whole.is_empty() { fold(&name.display("")) } else { whole.to_owned() }
}

fn organization_lines(lines: &mut Lines, organization: &Organization) {
    lines.put(&organization.name);
    lines.put(&organization.reading);
    if !organization.reading.is_empty() {
        lines.put(&romaji_of_kana(&organization.reading));
    }
    for text in [&organization.latin, &organization.city, &organization.website, &organization.notes] {
        lines.put(text);
    }
    for former in &organization.former_names {
        lines.put(former);
    }
}

fn own_lines(lines: &mut Lines, contact: &Contact) {
    for phone in &contact.phones {
        lines.phone(&phone.value);
    }
    lines.labelled(&contact.emails);
    lines.labelled(&contact.links);
    for field in &contact.custom {
        lines.put(&field.label);
        lines.put(&field.value);
    }
    for address in &contact.addresses {
        for text in [&address.street, &address.city, &address.region, &address.postal_code, &address.country]
        {
            lines.put(text);
        }
    }
    lines.put(&contact.help);
    for expertise in &contact.expertise {
        lines.put(&expertise.what);
    }
    for text in contact.problems_solved.iter().chain(&contact.offers).chain(&contact.tags) {
        lines.put(text);
    }
    for need in &contact.needs {
        lines.put(&need.what);
    }
    for note in &contact.research {
        lines.put(&note.text);
        lines.put(&note.source);
    }
    let human = &contact.human;
    for text in [&human.home, &human.people, &human.enjoys, &human.avoids, &human.gifts, &human.starters] {
        lines.put(text);
    }
    lines.put(&contact.notes);
    if let Some(archived) = &contact.archived {
        lines.put(&archived.reason);
    }
}

fn linked_lines(lines: &mut Lines, book: &Book, links: &Links, id: Id<Contact>) {
    let links = links.contact(id);
    for card in links.cards.iter().filter_map(|id| book.get(*id)) {
        card_lines(lines, book, card);
    }
    for encounter in links.encounters.iter().filter_map(|id| book.get(*id)) {
        for text in &encounter.topics {
            lines.put(text);
        }
        lines.put(&encounter.note);
        lines.put(&encounter.place);
        for favour in &encounter.favours {
            lines.put(&favour.what);
        }
        event_title(lines, book, encounter.event);
    }
    for event in &links.events {
        event_title(lines, book, Some(*event));
    }
    for tie in links.relationships.iter().filter_map(|id| book.get(*id)) {
        lines.put(&tie.note);
    }
    for introduction in links.introductions.iter().filter_map(|id| book.get(*id)) {
        lines.put(&introduction.note);
    }
    let referrals = links.referred.iter().chain(&links.given).chain(&links.received);
    for referral in referrals.filter_map(|id| book.get(*id)) {
        lines.put(&referral.comment);
        lines.put(&referral.need_text);
        if let Some(outcome) = &referral.outcome {
            lines.put(&outcome.note);
        }
    }
    for review in links.reviews.iter().filter_map(|id| book.get(*id)) {
        lines.put(&review.note);
        for reason in &review.reasons {
            lines.put(reason);
        }
        if let Verdict::Deepen { next_step, .. } = &review.verdict {
            lines.put(next_step);
        }
    }
    for follow_up in links.open_follow_ups.iter().filter_map(|id| book.get(*id)) {
        lines.put(&follow_up.about);
    }
}

fn card_lines(lines: &mut Lines, book: &Book, card: &Card) {
    lines.put(&card.recognized_text);
    for impression in &card.impressions {
        lines.put(&impression.text);
    }
    event_title(lines, book, card.event);
}

fn event_title(lines: &mut Lines, book: &Book, event: Option<Id<Event>>) {
    if let Some(event) = event.and_then(|id| book.get(id)) {
        lines.put(&event.title);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_for_ascii_folds_the_same(text in "[ -~\\t\\n\\r]{0,40}") {
            let mut folded = String::new();
            push_folded_ascii(&mut folded, &text);
            prop_assert_eq!(&folded, &fold(&text));
            prop_assert_eq!(romaji(&text), folded.replace('\'', ""));
        }
    }
}
