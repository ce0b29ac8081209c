//! Whose name is asked for: who is due, who can be asked at all, and whether a typed name is right.
//!
//! Owns the choice and the order. Must not know how a face is shown, nor how the next day is worked out
//! ([`crate::model::Recall`]). Start reading at [`Quiz::of`].
//!
//! Invariant: nobody is asked twice in a run, nobody without a picture or a name, nobody who was let go
//! (`tests::who_is_asked_and_who_cannot_be`).

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::Index;
use crate::model::{Attachment, Attendance, Book, Contact, Event, Id, Recall};
use crate::text::fold::{fold, romaji_of_kana};

/// The most names of one run.
pub const MOST_ASKED: usize = 20;

/// Days after an event during which its people count as to be learnt.
const FRESH_DAYS: u64 = 14;

/// How many names there are to choose from.
const CHOICES: usize = 4;

/// What shows a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// A photograph.
    Portrait(Id<Attachment>),
    /// The front of the card, which has the name on it.
    Card(Id<Attachment>),
}

/// Somebody whose name is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who.
    pub contact: Id<Contact>,
    /// What is shown.
    pub face: Face,
    /// Their name was never asked for.
    pub is_new: bool,
    /// Since when it is due; for a new one the day on which they were met.
    pub due_on: NaiveDate,
}

/// A run of questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quiz {
    /// Who is asked for, those due longest first, new ones last; at most [`MOST_ASKED`].
    pub asked: Vec<Asked>,
    /// How many more are due.
    pub more: usize,
    /// People who are meant and have no picture.
    pub without_picture: Vec<Id<Contact>>,
    /// The next day on which somebody of those meant is due.
    pub next_on: Option<NaiveDate>,
}

/// Whose names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuizOf {
    /// Everybody who is due, and the new ones of the last two weeks.
    Due,
    /// Those met at this event.
    Event(Id<Event>),
}

impl Quiz {
    /// Chooses who is asked for on `today`.
    pub fn of(book: &Book, index: &Index, of: QuizOf, today: NaiveDate) -> Self {
        let mut quiz = Self::default();
        let mut all = Vec::new();
        for (contact, met_on) in meant(book, index, of, today) {
            let Some(person) = book.get(contact) else { continue };
            if person.archived.is_some() || person.name.is_empty() {
                continue;
            }
            let Some(face) = face_of(book, index, person) else {
                quiz.without_picture.push(contact);
                continue;
            };
            match book.get(contact.cast::<Recall>()) {
                Some(recall) if recall.due_on > today => {
                    quiz.next_on = Some(quiz.next_on.map_or(recall.due_on, |next| next.min(recall.due_on)));
                }
                Some(recall) => all.push(Asked { contact, face, is_new: false, due_on: recall.due_on }),
                None => all.push(Asked { contact, face, is_new: true, due_on: met_on }),
            }
        }
        all.sort_by_key(|asked| (asked.is_new, asked.due_on, asked.contact));
        quiz.more = all.len().saturating_sub(MOST_ASKED);
        all.truncate(MOST_ASKED);
        quiz.asked = all;
        quiz
    }
}

/// Who is meant, with the day on which they were met.
fn meant(book: &Book, index: &Index, of: QuizOf, today: NaiveDate) -> Vec<(Id<Contact>, NaiveDate)> {
    let people = |event: &Event| {
        let met_on = event.starts_on.unwrap_or(today);
        index.links.event(event.id).contacts.iter().map(move |contact| (*contact, met_on))
    };
    match of {
        QuizOf::Event(id) => book.get(id).map(|event| people(event).collect()).unwrap_or_default(),
        QuizOf::Due => {
            let mut found: Vec<_> =
                book.recalls.values().map(|recall| (recall.contact(), recall.due_on)).collect();
            let known: BTreeSet<Id<Contact>> = found.iter().map(|(contact, _)| *contact).collect();
            let since = today.checked_sub_days(Days::new(FRESH_DAYS)).unwrap_or(today);
            let fresh = book.events.values().filter(|event| {
                event.status == Attendance::Attended
                    && event.starts_on.is_some_and(|day| (since..=today).contains(&day))
            });
            let mut new: BTreeSet<Id<Contact>> = BTreeSet::new();
            for (contact, met_on) in fresh.flat_map(|event| people(event)) {
                if !known.contains(&contact) && new.insert(contact) {
                    found.push((contact, met_on));
                }
            }
            found
        }
    }
}

/// What shows a person: the photograph, else the front of the newest card that has one.
pub fn face_of(book: &Book, index: &Index, person: &Contact) -> Option<Face> {
    let portrait = person.portrait.filter(|id| book.get(*id).is_some());
    portrait.map(Face::Portrait).or_else(|| {
        let cards = index.links.contact(person.id).cards.iter().filter_map(|id| book.get(*id));
        let mut fronts = cards.filter_map(|card| card.front).filter(|front| book.get(*front).is_some());
        fronts.next().map(Face::Card)
    })
}

/// People to choose from, the right one among them, in an order that tells nothing: the same for the same question.
///
/// With photographs asked for, only people who have one come up, so there may be fewer.
pub fn choices(
    book: &Book,
    index: &Index,
    asked: Id<Contact>,
    others: &[Id<Contact>],
    faces: bool,
) -> Vec<Id<Contact>> {
    let mixed = |id: Id<Contact>| {
        let bits = id.value() ^ asked.value().rotate_left(17);
        let folded = (bits as u64) ^ ((bits >> 64) as u64);
        folded.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31)
    };
    let name = |id: Id<Contact>| book.get(id).map(|person| fold(&person.display_name())).unwrap_or_default();
    let fits = |id: Id<Contact>| {
        book.get(id).is_some_and(|person| {
            person.archived.is_none()
                && !person.name.is_empty()
                && (!faces || matches!(face_of(book, index, person), Some(Face::Portrait(_))))
        })
    };
    let mut chosen = vec![asked];
    let mut names: BTreeSet<String> = [name(asked)].into();
    // Those of the same run first: they were met together, and are the ones to tell apart.
    let mut near: Vec<Id<Contact>> = others.to_vec();
    near.sort_by_key(|id| mixed(*id));
    let mut far: Vec<Id<Contact>> = book.contacts.keys().copied().collect();
    far.sort_by_key(|id| mixed(*id));
    for id in near.into_iter().chain(far) {
        if chosen.len() == CHOICES {
            break;
        }
        if id != asked && fits(id) && names.insert(name(id)) {
            chosen.push(id);
        }
    }
    chosen.sort_by_key(|id| mixed(*id).rotate_left(7));
    chosen
}

/// How near a typed name came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Another name, or none.
    Wrong,
    /// A letter or two are wrong, or only a part of the name was given.
    Nearly,
    /// The name, in any of its writings.
    Right,
}

/// Compares what was typed with a person's name, in kanji, kana or Latin letters, with or without the family name.
pub fn nearness(person: &Contact, typed: &str) -> Nearness {
    let typed = compact(typed);
    if typed.is_empty() {
        return Nearness::Wrong;
    }
    let name = &person.name;
    let reading = name.reading();
    let swapped = |a: &str, b: &str| format!("{b}{a}");
    let whole = [
        person.display_name(),
        format!("{}{}", name.given, name.family),
        swapped(&name.given, &name.family),
        name.latin.clone(),
        name.latin.split_whitespace().rev().collect::<String>(),
        reading.clone(),
        format!("{}{}", name.given_reading, name.family_reading),
        name.nickname.clone(),
    ];
    let parts = [&name.family, &name.given, &name.family_reading, &name.given_reading];
    let written = |text: &str| [compact(text), compact(&romaji_of_kana(text))];
    let whole: Vec<String> =
        whole.iter().flat_map(|text| written(text)).filter(|text| !text.is_empty()).collect();
    let mut parts: Vec<String> =
        parts.into_iter().flat_map(|text| written(text)).filter(|text| text.chars().count() > 1).collect();
    parts.extend(name.latin.split_whitespace().map(compact).filter(|text| text.chars().count() > 1));
    if whole.contains(&typed) {
        return Nearness::Right;
    }
    let is_near = |known: &String| {
        let letters = known.chars().count();
        let allowed = match letters {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        };
        strsim::osa_distance(known, &typed) <= allowed
    };
    if parts.contains(&typed) || whole.iter().any(is_near) { Nearness::Nearly } else { Nearness::Wrong }
}

/// Folded, without what separates words; long vowels are seldom typed as such.
fn compact(text: &str) -> String {
    let folded = fold(text);
    folded.chars().filter(|sign| sign.is_alphanumeric() || *sign == 'ー').collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Archived, Card, Grade, InBook, PersonName};

    fn put<T: InBook>(book: &mut Book, record: T) {
        T::table_mut(book).insert(record.id(), Arc::new(record));
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, 14).unwrap()
    }

    fn story() -> Book {
        let mut book = Book::default();
        put(&mut book, Attachment { id: Id::new(90), ..Attachment::default() });
        put(
            &mut book,
            Event {
                id: Id::new(50),
                starts_on: today().pred_opt(),
                status: Attendance::Attended,
                ..Event::default()
            },
        );
        for (id, given) in [(1, "Aiko"), (2, "Ben"), (3, "Cleo"), (4, "Dora"), (5, "Emil"), (6, "Finn")] {
            let portrait = (id != 3).then_some(Id::new(90));
            let archived = (id == 4).then(Archived::default);
            put(
                &mut book,
                Contact {
                    id: Id::new(id),
                    name: PersonName::new(given, "Weber"),
                    portrait,
                    archived,
                    ..Contact::default()
                },
            );
            let card = Card {
                id: Id::new(id + 20),
                contact: Some(Id::new(id)),
                event: Some(Id::new(50)),
                ..Card::default()
            };
            put(&mut book, card);
        }
        let of = |id: u128, days: u64| {
            let on = today().checked_sub_days(Days::new(days)).unwrap();
            Recall::after(None, Id::new(id), Grade::Good, on, chrono::DateTime::default())
        };
        put(&mut book, of(5, 9));
        put(&mut book, of(6, 0));
        book
    }

    #[test]
    fn who_is_asked_and_who_cannot_be() {
        let book = story();
        let index = Index::rebuild(&book);
        for of in [QuizOf::Due, QuizOf::Event(Id::new(50))] {
            let quiz = Quiz::of(&book, &index, of, today());
            let asked: Vec<(u128, bool)> =
                quiz.asked.iter().map(|it| (it.contact.value(), it.is_new)).collect();
            // Due first, then the new ones; whoever was let go or is not due yet is not asked.
            assert_eq!(asked, [(5, false), (1, true), (2, true)], "{of:?}");
            assert_eq!(quiz.without_picture, [Id::new(3)]);
            assert_eq!(quiz.next_on, today().checked_add_days(Days::new(3)));
        }
        // Three weeks later nobody new is due by itself, but the event still asks.
        let later = today().checked_add_days(Days::new(21)).unwrap();
        assert_eq!(Quiz::of(&book, &index, QuizOf::Due, later).asked.len(), 2);
        assert_eq!(Quiz::of(&book, &index, QuizOf::Event(Id::new(50)), later).asked.len(), 4);
        assert_eq!(Quiz::of(&book, &index, QuizOf::Event(Id::new(51)), later), Quiz::default());
    }

    #[test]
    fn the_right_one_is_among_the_choices_once_and_the_same_question_looks_the_same() {
        let book = story();
        let index = Index::rebuild(&book);
        let run = [1, 2, 5].map(Id::new);
        for asked in run {
            let names = choices(&book, &index, asked, &run, false);
            assert_eq!(names.iter().filter(|id| **id == asked).count(), 1);
            assert_eq!(names.len(), 4);
            assert!(!names.contains(&Id::new(4)), "who was let go is no choice");
            assert_eq!(names, choices(&book, &index, asked, &run, false));
            assert!(!choices(&book, &index, asked, &run, true).contains(&Id::new(3)), "no face");
        }
    }

    #[test]
    fn a_name_is_known_in_every_writing_and_with_a_slip() {
        let haruka = Contact {
            name: PersonName {
                family_reading: "たなか".to_owned(),
                given_reading: "はるか".to_owned(),
                ..PersonName::new("遥", "田中")
            },
            ..Contact::default()
        };
        for typed in [
            "田中 遥",
            "田中遥",
            "たなか はるか",
            "タナカハルカ",
            "tanaka haruka",
            "Haruka Tanaka",
            "HARUKA TANAKA ",
        ] {
            assert_eq!(nearness(&haruka, typed), Nearness::Right, "{typed}");
        }
        for typed in ["Haruka", "田中", "Tanaka Haruke", "tanka haruka"] {
            assert_eq!(nearness(&haruka, typed), Nearness::Nearly, "{typed}");
        }
        for typed in ["", "  ", "Yamamoto", "h", "田"] {
            assert_eq!(nearness(&haruka, typed), Nearness::Wrong, "{typed}");
        }
        let jonas = Contact { name: PersonName::new("Jörg", "Größler"), ..Contact::default() };
        assert_eq!(nearness(&jonas, "jorg grossler"), Nearness::Right);
        assert_eq!(nearness(&jonas, "Größler"), Nearness::Nearly);
        assert_eq!(nearness(&jonas, "\u{202e}\u{0}"), Nearness::Wrong);
    }
}
