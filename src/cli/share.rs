//! `share`: what may be told to others about a person, as text or a vCard. Changes nothing, sends nothing.

use std::path::Path;

use serde::Serialize;

use super::args::{self, ShareFormat};
use super::console::{Console, Status, open};
use super::people;
use super::shown;
use crate::exchange::share::{self, Audience, Kind, Shareable};
use crate::index::Index;
use crate::letters::language_for;
use crate::model::{Book, Circle, Id};
use crate::scan::Tesseract;
use crate::session::{NoPicture, shared_picture};
use crate::store::{Attachments, durable, is_part_of};
use crate::text::fold::fold;
use crate::text::{Texts, tidy::tidy};

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Report<'a> {
    /// For whom: a circle or a person.
    shared_with: String,
    /// What leaves.
    text: String,
    vcard: String,
    /// The file that was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    /// What is kept back: kinds, never values.
    withheld: Vec<Kept<'a>>,
}

#[derive(Debug, Serialize, PartialEq)]
struct Kept<'a> {
    kind: String,
    label: &'a str,
}

/// Writes what may be told.
pub fn run(options: &args::Share, path: &Path, console: &mut Console) -> Result<Status, String> {
    if let Some(out) = &options.out {
        if is_part_of(path, out) {
            return Err(console.texts.cli_export_own_book(&shown(out)));
        }
        if !options.force && std::fs::symlink_metadata(out).is_ok() {
            return Err(console.texts.cli_export_exists(&shown(out)));
        }
    }
    let opened = open(path, console)?;
    let book = opened.book();
    let index = Index::rebuild(book);
    let subject = people::find(book, &index, &options.contact, console)?;
    let (audience, whom) = audience(options, book, &index, console)?;
    // Whoever gets it reads it in their language.
    let texts = match audience {
        Audience::Person(id) => {
            let own = console.texts.locale();
            book.get(id).map_or(own, |contact| language_for(contact, own))
        }
        Audience::Me | Audience::Circle(_) => console.texts.locale(),
    };
    let texts = Texts::new(texts);
    let consents = match audience {
        Audience::Person(id) => share::consents(book, subject, id),
        Audience::Me | Audience::Circle(_) => Vec::new(),
    };
    let comment = options.comment.as_deref().unwrap_or_default();
    let shared = share::person(book, subject, audience, comment, &consents, &texts);
    if !shared.leaks().is_empty() && !options.withhold {
        return Err(refusal(&shared, comment, &console.texts));
    }
    if options.format == ShareFormat::Png && options.out.is_none() {
        return Err(console.texts.share_cli_png_out().to_owned());
    }
    let bytes = match options.format {
        ShareFormat::Png => {
            let pictures = opened_pictures(path);
            let reader = Tesseract::find();
            shared_picture(book, &pictures, &shared, reader.as_ref(), &|| true).map_err(|why| match why {
                NoPicture::NoCard => console.texts.share_cli_no_card().to_owned(),
                NoPicture::Unreadable(why) => console.texts.share_cli_unreadable(&why),
            })?
        }
        ShareFormat::Text => format!("{}\n", shared.text()).into_bytes(),
        ShareFormat::Vcard => shared.vcard().into_bytes(),
    };
    let file = options.out.as_deref();
    if let Some(out) = file {
        if let Some(folder) = out.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            durable::create_folder(folder).map_err(|error| error.text(&console.texts))?;
        }
        let written =
            if options.force { durable::replace(out, &bytes) } else { durable::create(out, &bytes) };
        written.map_err(|error| error.text(&console.texts))?;
    }
    if console.json {
        let (text, vcard) = (shared.text(), shared.vcard());
        let file = file.map(shown);
        console.json(&Report {
            shared_with: whom,
            text,
            vcard,
            file,
            withheld: kept(&shared, &console.texts),
        })?;
        return Ok(Status::Well);
    }
    match file {
        None => console.write(&bytes),
        Some(out) => console.say(&console.texts.share_cli_done(&shown(out), &whom)),
    }
    if options.format == ShareFormat::Png {
        console.hint(console.texts.share_cli_look());
    }
    let mut kinds: Vec<String> = Vec::new();
    for kept in kept(&shared, &console.texts) {
        if !kinds.contains(&kept.kind) {
            kinds.push(kept.kind);
        }
    }
    if !kinds.is_empty() {
        console.hint(&console.texts.share_cli_withheld(&kinds.join(", "), &whom));
    }
    Ok(Status::Well)
}

/// The pictures of the book, which may be encrypted: reading the book has told the key.
fn opened_pictures(path: &Path) -> Attachments {
    Attachments::beside(path)
}

/// For whom it is, and the name.
fn audience(
    options: &args::Share,
    book: &Book,
    index: &Index,
    console: &Console,
) -> Result<(Audience, String), String> {
    match (&options.circle, &options.to) {
        (Some(name), _) => {
            let circle = circle(book, name, console)?;
            Ok((Audience::Circle(circle.id), tidy(&circle.name)))
        }
        (None, Some(name)) => {
            let person = people::find(book, index, name, console)?;
            Ok((Audience::Person(person), people::Entry::name_of(book, person, &console.texts)))
        }
        (None, None) => Err(console.texts.share_cli_whom().to_owned()),
    }
}

/// Returns the one circle of this name, in any writing.
pub fn circle<'a>(book: &'a Book, name: &str, console: &Console) -> Result<&'a Circle, String> {
    let wanted = fold(name.trim());
    let id: Option<Id<Circle>> = name.trim().parse().ok();
    let fits = |circle: &&Circle| {
        Some(circle.id) == id || (!wanted.is_empty() && fold(circle.name.trim()) == wanted)
    };
    let found: Vec<&Circle> = book.circles.values().map(|circle| &**circle).filter(fits).collect();
    match found.as_slice() {
        [only] => Ok(only),
        [] => {
            console.complain(&console.texts.share_cli_unknown(&tidy(name)));
            for circle in book.circles.values() {
                console.hint(&tidy(&circle.name));
            }
            Err(String::new())
        }
        several => {
            console.complain(&console.texts.share_cli_ambiguous(&tidy(name)));
            for circle in several {
                console.hint(&format!("{}\t{}", tidy(&circle.name), circle.id));
            }
            Err(String::new())
        }
    }
}

/// Names what leaks in a comment, with the words.
fn refusal(shared: &Shareable, comment: &str, texts: &Texts) -> String {
    let found: Vec<String> = shared
        .leaks()
        .iter()
        .map(|leak| texts.share_line(&tidy(&comment[leak.range.clone()]), leak.kind.words(texts)))
        .collect();
    texts.share_cli_leaks(&found.join("; "))
}

fn kept<'a>(shared: &'a Shareable, texts: &Texts) -> Vec<Kept<'a>> {
    let mut all: Vec<Kept<'a>> = Vec::new();
    for withheld in shared.withheld().iter().filter(|withheld| withheld.kind != Kind::Private) {
        // A label may be the user's own word, but it is the user who reads it here.
        let one = Kept { kind: withheld.kind.words(texts), label: &withheld.label };
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}
