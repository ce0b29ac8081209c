//! The two notes of a card that is passed on: to whoever gets it, and to its owner.
//!
//! Owns the drafts. What is said about each to the other comes through the gate; to the owner only that, and to the
//! recipient what the sheet shows. Must not know how a letter is sent. Start reading at [`PassedOn`].
//!
//! Invariant: neither note has a way to reach the other that the gate withholds
//! (`tests::neither_learns_how_to_reach_the_other`).

use super::request::{shared, shared_name, withheld_in};
use super::{Facts, Form, Letter, Template, fill};
use crate::exchange::share::Shareable;
use crate::model::{Book, Contact, Id, PersonName};
use crate::text::Texts;

/// A card on its way from its owner to a recipient.
#[derive(Debug, Clone, Copy)]
pub struct PassedOn<'a> {
    /// Where both stand.
    pub book: &'a Book,
    /// Whose card it is.
    pub subject: Id<Contact>,
    /// To whom it goes.
    pub recipient: Id<Contact>,
    /// What the recipient looks for, in the user's words; may be empty.
    pub need: &'a str,
    /// The recipient learns how to reach the owner.
    pub reach: bool,
    /// What the user is to attach to the note to the recipient.
    pub attached: Attached,
}

/// What goes along with a note as a file. The program cannot attach it: the note names it, the user attaches it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Attached {
    /// Nothing.
    #[default]
    Nothing,
    /// The picture of the card.
    Picture,
    /// A vCard.
    Vcard,
}

impl PassedOn<'_> {
    /// Drafts the note to the owner in their language: to whom, for what, and that nothing more was told.
    pub fn to_owner(&self, texts: &Texts, form: Form) -> Letter {
        let who = shared(self.book, self.recipient, self.subject, texts);
        let about = self.about();
        let told = match (about.is_empty(), form) {
            (true, Form::Polite) => texts.passon_tell_plain(&who),
            (true, Form::Close) => texts.passon_tell_plain_close(&who),
            (false, Form::Polite) => texts.passon_tell_about(&about, &who),
            (false, Form::Close) => texts.passon_tell_about_close(&about, &who),
        };
        let reach = match (self.reach, form) {
            (true, Form::Polite) => texts.passon_tell_reach(),
            (true, Form::Close) => texts.passon_tell_reach_close(),
            (false, Form::Polite) => texts.passon_tell_withheld(),
            (false, Form::Close) => texts.passon_tell_withheld_close(),
        };
        let name = shared_name(self.book, self.recipient, self.subject, texts);
        let subject = match form {
            Form::Polite => texts.passon_tell_subject(&name),
            Form::Close => texts.passon_tell_subject_close(&name),
        };
        self.letter(self.subject, subject, &[&told, reach], (texts, form))
    }

    /// What the recipient looks for, as either may read it.
    fn about(&self) -> String {
        one_line(&withheld_in(self.book, self.need, [self.subject, self.recipient].into_iter()))
    }

    /// Drafts the note to the recipient around what they get: which of their needs it meets, and who it is.
    pub fn to_recipient(&self, gets: &Shareable, texts: &Texts, form: Form) -> Letter {
        let shown = gets.text();
        let ending = match form {
            Form::Polite => texts.passon_give_ending(),
            Form::Close => texts.passon_give_ending_close(),
        };
        let ending = if self.reach { "" } else { ending };
        let attached = match self.attached {
            Attached::Nothing => "",
            Attached::Picture => texts.passon_give_picture(),
            Attached::Vcard => texts.passon_give_vcard(),
        };
        let about = self.about();
        let about = match (about.is_empty(), form) {
            (true, _) => String::new(),
            (false, Form::Polite) => texts.passon_give_about(&about),
            (false, Form::Close) => texts.passon_give_about_close(&about),
        };
        let name = gets.name();
        let name =
            if name.is_empty() { texts.passon_nameless().to_owned() } else { texts.passon_give_name(&name) };
        let subject = texts.passon_give_subject(&name);
        self.letter(self.recipient, subject, &[&about, &shown, attached, ending], (texts, form))
    }

    fn letter(
        &self,
        to: Id<Contact>,
        subject: String,
        parts: &[&str],
        (texts, form): (&Texts, Form),
    ) -> Letter {
        let name = self.book.get(to).map(|contact| contact.name.clone()).unwrap_or_default();
        let greeting = greeting(name, texts, form);
        let owner = self.book.header.owner.name.display(texts.locale().tag());
        let closing = match form {
            Form::Polite => texts.letters_closing(),
            Form::Close => texts.passon_closing_close(),
        };
        let mut body = greeting;
        for part in parts.iter().map(|part| part.trim()).chain([closing]).filter(|part| !part.is_empty()) {
            body.push_str("\n\n");
            body.push_str(part);
        }
        if !owner.is_empty() {
            body.push('\n');
            body.push_str(&owner);
        }
        Letter { subject: one_line(&subject), body }
    }
}

/// How a letter to somebody begins.
fn greeting(name: PersonName, texts: &Texts, form: Form) -> String {
    let template = Template { subject: String::new(), body: SALUTATION.to_owned() };
    fill(&template, &Facts { name, ..Facts::default() }, texts, form).body
}

/// The field of templates with which a letter begins; known in every language.
const SALUTATION: &str = "<salutation>";

fn one_line(text: &str) -> String {
    text.split(|sign: char| sign.is_whitespace() || sign.is_control()).filter(|word| !word.is_empty()).fold(
        String::new(),
        |line, word| if line.is_empty() { word.to_owned() } else { format!("{line} {word}") },
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::exchange::share::{Audience, person};
    use crate::model::{Circle, FieldGroup, InBook as _, Labelled};
    use crate::text::Locale;

    fn book() -> Book {
        let mut book = Book::default();
        let shared = [FieldGroup::Name, FieldGroup::Comment, FieldGroup::Expertise].into();
        let circle = Circle { id: Id::new(1), shared, ..Circle::default() };
        Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        for (id, name, mail) in
            [(1, "田中 遥", "haruka@example.com"), (2, "Amara Adeyemi", "amara@example.com")]
        {
            let contact = Contact {
                id: Id::new(id),
                name: PersonName::parse(name),
                emails: vec![Labelled::new("work", mail)],
                phones: vec![Labelled::new("work", "+1-555-0118")],
                circles: [Id::new(1)].into(),
                ..Contact::default()
            };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        let mut header = (*book.header).clone();
        header.owner.name = PersonName::parse("Lena Vogt");
        book.header = Arc::new(header);
        book
    }

    #[test]
    fn neither_learns_how_to_reach_the_other() {
        let book = book();
        let (subject, recipient) = (Id::new(1), Id::new(2));
        for texts in Locale::ALL.map(Texts::new) {
            for form in Form::ALL {
                for (need, reach) in [("sealed bearings", false), ("", false), ("", true)] {
                    let attached = Attached::Nothing;
                    let passed = PassedOn { book: &book, subject, recipient, need, reach, attached };
                    let gets = person(&book, subject, Audience::Person(recipient), "Calm.", &[], &texts);
                    let told = passed.to_owner(&texts, form);
                    let given = passed.to_recipient(&gets, &texts, form);
                    for note in [&told, &given] {
                        assert!(!note.body.contains('@') && !note.body.contains("555"), "{}", note.body);
                        assert!(!note.subject.is_empty() && !note.subject.contains('\n'));
                        assert!(
                            note.body.contains("Lena Vogt") && !note.body.contains("\n\n\n"),
                            "{}",
                            note.body
                        );
                        // Both are told what it is about.
                        assert!(note.body.contains(need), "{}", note.body);
                    }
                    // Each note begins with the one it is for, friends by their given name; the other stands in it in full.
                    let close = form == Form::Close && texts.locale() != Locale::Ja;
                    let begins = |note: &Letter, name: &str| {
                        note.body.lines().next().is_some_and(|line| line.contains(name))
                    };
                    assert!(begins(&told, if close { "遥" } else { "田中 遥" }), "{}", told.body);
                    assert!(begins(&given, if close { "Amara" } else { "Amara Adeyemi" }), "{}", given.body);
                    assert!(told.body.contains("Amara Adeyemi"), "{}", told.body);
                    assert!(given.body.contains("田中 遥") && given.body.contains("Calm."), "{}", given.body);
                    let formal = ["Ihre ", "ご紹介"].iter().any(|word| told.subject.contains(word));
                    assert!(form == Form::Polite || !formal, "{}", told.subject);
                    assert!(!told.body.contains("Calm."), "what was said to one is not told to the other");
                }
            }
        }
    }

    #[test]
    fn neither_note_names_a_third_person() {
        let mut book = book();
        let anna = Contact { id: Id::new(3), name: PersonName::parse("Anna Keller"), ..Contact::default() };
        Contact::table_mut(&mut book).insert(anna.id, Arc::new(anna));
        for texts in Locale::ALL.map(Texts::new) {
            let passed = passed(&book, "bearings for Anna Keller and Amara Adeyemi");
            let gets =
                person(&book, Id::new(1), Audience::Person(Id::new(2)), "As Anna Keller.", &[], &texts);
            let given = passed.to_recipient(&gets, &texts, Form::Polite);
            for note in [passed.to_owner(&texts, Form::Polite), given] {
                assert!(note.body.contains("bearings for … and Amara Adeyemi"), "{}", note.body);
                assert!(!note.body.contains("Keller"), "{}", note.body);
            }
        }
    }

    #[test]
    fn a_withheld_name_gets_no_honorific_in_japanese() {
        let mut book = book();
        let texts = Texts::new(Locale::Ja);
        let subject = |book: &Book| {
            let gets = person(book, Id::new(1), Audience::Person(Id::new(2)), "", &[], &texts);
            passed(book, "").to_recipient(&gets, &texts, Form::Polite).subject
        };
        assert_eq!(subject(&book), "田中 遥さんのご紹介");
        let circle = Circle { id: Id::new(1), shared: [FieldGroup::Comment].into(), ..Circle::default() };
        Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        assert_eq!(subject(&book), "知人の方のご紹介");
    }

    #[test]
    fn what_was_typed_as_a_need_makes_no_second_header() {
        let book = book();
        let need = "glue\r\nBcc: e@f.example\u{2028}x <me>";
        let body = passed(&book, need).to_owner(&Texts::new(Locale::En), Form::Polite).body;
        assert!(body.contains("glue Bcc: ") && !body.contains("e@f.example"), "{body}");
        assert!(!body.lines().any(|line| line.starts_with("Bcc")) && body.contains("x <me>"), "{body}");
    }

    fn passed<'a>(book: &'a Book, need: &'a str) -> PassedOn<'a> {
        let (subject, recipient) = (Id::new(1), Id::new(2));
        PassedOn { book, subject, recipient, need, reach: false, attached: Attached::Nothing }
    }

    #[test]
    fn the_need_gives_nobody_away() {
        let book = book();
        let need = "bearings, call +1 555 0118 or amara@example.com";
        for texts in Locale::ALL.map(Texts::new) {
            let body = passed(&book, need).to_owner(&texts, Form::Polite).body;
            assert!(body.contains("bearings") && !body.contains('@') && !body.contains("0118"), "{body}");
        }
    }

    #[test]
    fn a_withheld_name_is_in_neither_note() {
        let mut book = book();
        let circle = Circle { id: Id::new(1), shared: [FieldGroup::Comment].into(), ..Circle::default() };
        Circle::table_mut(&mut book).insert(circle.id, Arc::new(circle));
        for texts in Locale::ALL.map(Texts::new) {
            let passed = passed(&book, "");
            let told = passed.to_owner(&texts, Form::Polite);
            assert!(!told.body.contains("Adeyemi") && !told.subject.contains("Adeyemi"), "{told:?}");
            let gets = person(&book, Id::new(1), Audience::Person(Id::new(2)), "", &[], &texts);
            let given = passed.to_recipient(&gets, &texts, Form::Polite);
            assert!(!given.body.contains("田中") && !given.subject.contains("田中"), "{given:?}");
            assert!(given.subject.contains(texts.passon_nameless()), "{given:?}");
        }
    }

    #[test]
    fn a_note_says_what_is_attached() {
        let book = book();
        for texts in Locale::ALL.map(Texts::new) {
            let gets = person(&book, Id::new(1), Audience::Person(Id::new(2)), "", &[], &texts);
            for (attached, words) in [
                (Attached::Picture, texts.passon_give_picture()),
                (Attached::Vcard, texts.passon_give_vcard()),
            ] {
                let with =
                    PassedOn { attached, ..passed(&book, "") }.to_recipient(&gets, &texts, Form::Close);
                assert!(with.body.contains(words) && with.body.contains("田中 遥"), "{}", with.body);
                let without = passed(&book, "").to_recipient(&gets, &texts, Form::Close);
                assert!(!without.body.contains(words), "{}", without.body);
            }
        }
    }
}
