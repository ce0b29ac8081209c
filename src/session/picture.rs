//! The picture of a card for somebody else: what they may not see is covered, and nothing but pixels leaves.
//!
//! Owns which card it is and what of it stays open, as the gate says ([`crate::exchange::share`]). Finding lines and drawing the bars is
//! [`crate::scan`]'s.

use crate::exchange::share::Shareable;
use crate::model::{Attachment, Book, Card};
use crate::scan::cover::{Handed, Print, Region, Why, Word, cover, for_handing_on};
use crate::scan::{RgbImage, Tesseract};
use crate::store::Attachments;

/// Larger pictures of cards are read by nobody.
const LARGEST: u64 = 256 << 20;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPicture {
    /// The person has no card with a picture.
    NoCard,
    /// It cannot be read, and why.
    Unreadable(String),
}

/// Returns the front of the person's newest card as a PNG for the audience of `shared`. Where a program that reads pictures is
/// found, a line stays open when all of it may be seen; where none was read only the large lines do, and those too only when
/// name and company may be seen.
///
/// # Errors
/// When there is no picture, or it cannot be read.
pub fn shared_picture(
    book: &Book,
    pictures: &Attachments,
    shared: &Shareable,
    reader: Option<&Tesseract>,
    go_on: &dyn Fn() -> bool,
) -> Result<Vec<u8>, NoPicture> {
    let front = front_of(book, shared).ok_or(NoPicture::NoCard)?;
    let bytes = pictures.read(front, LARGEST).map_err(|error| NoPicture::Unreadable(error.to_string()))?;
    let unreadable = |error: crate::scan::ScanError| NoPicture::Unreadable(error.to_string());
    let image = for_handing_on(&bytes).map_err(unreadable)?;
    let print = Print::of(&image);
    let read = reader.map(|reader| reader.read(&image, &print, go_on)).unwrap_or_default();
    let covered = covered_in(&print, &read, shared).into_iter().filter(|region| region.covered);
    let areas: Vec<_> = covered.map(|region| region.area).collect();
    cover(&bytes, &areas, Handed::Png).map_err(unreadable)
}

/// Returns the parts of a picture, and which are covered for the audience of `shared`: the window and the command line ask
/// here both.
pub fn covered_for(image: &RgbImage, read: &[Word], shared: &Shareable) -> Vec<Region> {
    covered_in(&Print::of(image), read, shared)
}

/// As [`covered_for`], in a picture in which print was found before.
pub fn covered_in(print: &Print, read: &[Word], shared: &Shareable) -> Vec<Region> {
    let mut regions = print.propose(read, &|line| shared.may_stand_open(line));
    cover_names(&mut regions, shared);
    // Where a line was read that may be seen nothing needs to be guessed: a large one that was not read may be a number.
    if regions.iter().any(|region| region.why == Why::Harmless) {
        for region in regions.iter_mut().filter(|region| region.why == Why::Large) {
            (region.covered, region.why) = (true, Why::Unread);
        }
    }
    regions
}

/// Large lines and logos that nobody read stay open only when name, company and title may be seen: it is not known which of
/// them a line is, nor whether it stands in the book.
fn cover_names(regions: &mut [Region], shared: &Shareable) {
    if !shared.shows_work() {
        for region in regions.iter_mut().filter(|region| matches!(region.why, Why::Large | Why::Mark)) {
            region.covered = true;
        }
    }
}

fn front_of<'a>(book: &'a Book, shared: &Shareable) -> Option<&'a Attachment> {
    let own =
        book.cards.values().filter(|card| card.contact == Some(shared.subject()) && card.front.is_some());
    let newest: &Card = own.max_by_key(|card| (!card.superseded, card.day(), card.id))?;
    book.get(newest.front?).map(|front| &**front)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::exchange::share::{Audience, person};
    use crate::model::{Circle, Contact, FieldGroup, Id, InBook as _, Labelled, PersonName};
    use crate::scan::Area;
    use crate::scan::cover::RegionKind;
    use crate::text::{Locale, Texts};

    #[test]
    fn a_large_line_is_covered_where_name_company_or_title_is_withheld() {
        let texts = Texts::new(Locale::En);
        use FieldGroup::{Name, Organization, Title};
        for (shared, expected) in [
            (vec![Name, Organization, Title], [false, false]),
            // Of a company that was never typed nothing is withheld, and yet it stands on the card.
            (vec![Name, Organization], [true, true]),
            (vec![Name, Title], [true, true]),
            (vec![Name], [true, true]),
            (vec![], [true, true]),
        ] {
            let mut book = Book::default();
            let circle = Circle { id: Id::new(1), shared: shared.into_iter().collect(), ..Circle::default() };
            Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
            for id in [1, 2] {
                let name = PersonName::parse("Amara Adeyemi");
                let circles = [Id::new(1)].into();
                let contact = Contact { id: Id::new(id), name, circles, ..Contact::default() };
                Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
            }
            let seen = person(&book, Id::new(1), Audience::Person(Id::new(2)), "", &[], &texts);
            let mut regions = [Why::Large, Why::Mark].map(|why| Region {
                area: Area::WHOLE,
                kind: RegionKind::Line,
                covered: false,
                why,
                text: String::new(),
            });
            cover_names(&mut regions, &seen);
            assert_eq!(regions.map(|region| region.covered), expected);
        }
    }

    #[test]
    fn words_that_stand_elsewhere_open_no_line_and_a_consent_opens_its_own() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='720'>\
            <rect width='1200' height='720' fill='#fff'/><text x='60' y='110' font-size='72'>Uwe Eberle</text>\
            <text x='700' y='560' font-size='34'>info@example.de</text>\
            <text x='700' y='620' font-size='34'>u.eberle@example.de</text></svg>";
        let png = crate::demo::artwork::CardPress::new().print_svg(svg).expect("a picture");
        let image = crate::scan::cover::for_handing_on(&png).expect("a picture");
        assert_eq!(image.dimensions(), (1200, 720));
        let word = |text: &str, y: f32| Word {
            text: text.to_owned(),
            area: Area::upright([700.0 / 1200.0, (y - 26.0) / 720.0], [1040.0 / 1200.0, (y + 4.0) / 720.0]),
            sure: 95.0,
            line: y as u32,
        };
        let read = [word("info@example.de", 560.0), word("u.eberle@example.de", 620.0)];
        let mut book = Book::default();
        let shared = [FieldGroup::Name, FieldGroup::BusinessContact, FieldGroup::Comment].into();
        let circle = Circle { id: Id::new(1), shared, ..Circle::default() };
        Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        for (id, name) in [(1, "Uwe Eberle"), (2, "Amara Adeyemi")] {
            let emails = ["info@example.de", "u.eberle@example.de"];
            let emails = ["work", "home"].into_iter().zip(emails);
            let contact = Contact {
                id: Id::new(id),
                name: PersonName::parse(name),
                emails: emails.map(|(label, mail)| Labelled::new(label, mail)).collect(),
                circles: [Id::new(1)].into(),
                ..Contact::default()
            };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        let texts = Texts::new(Locale::En);
        let seen = |comment: &str, consents: &[String]| {
            person(&book, Id::new(1), Audience::Person(Id::new(2)), comment, consents, &texts)
        };
        let is_covered = |shared: &Shareable| -> Vec<bool> {
            let regions = covered_for(&image, &read, shared);
            let of =
                |text: &str| regions.iter().find(|region| region.text == text).map(|region| region.covered);
            ["info@example.de", "u.eberle@example.de"].map(|text| of(text).expect("a line")).to_vec()
        };
        assert_eq!(is_covered(&seen("", &[])), [false, true]);
        assert_eq!(is_covered(&seen("Ask Uwe Eberle: u.eberle@example.de", &[])), [false, true]);
        let before = seen("", &[]);
        let home =
            before.withheld().iter().find(|one| one.value().starts_with("u.eberle")).expect("withheld");
        assert_eq!(is_covered(&seen("", &[home.key()])), [false, false]);
    }
}
