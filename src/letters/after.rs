//! The letter that something to be done about a passed-on card or a lead asks for: telling its owner, asking how it went, telling
//! what came of it.
//!
//! Owns which letter it is. What they say is in [`pass_on`](super::pass_on) and [`request`](super::request). Start reading at
//! [`about_referral`].

use super::{Attached, Form, Letter, PassedOn, Request};
use crate::exchange::share::{self, Audience, Kind};
use crate::model::{Book, Contact, FollowUpKind, Id, Party, Referral};
use crate::text::Texts;

/// Drafts the letter to somebody that a follow-up of this kind about a referral asks for; nothing when it asks for none.
pub fn about_referral(
    book: &Book,
    referral: &Referral,
    kind: FollowUpKind,
    to: Id<Contact>,
    texts: &Texts,
) -> Option<Letter> {
    let subject = referral.subject;
    match (kind, referral.giver, referral.recipient) {
        (FollowUpKind::TellOwner, Party::Me, Party::Contact(recipient)) if to == subject => {
            let need = referral.need_text.trim();
            let reach = learned_how_to_reach(book, subject, recipient, texts);
            let passed = PassedOn { book, subject, recipient, need, reach, attached: Attached::Nothing };
            let form: Form = book.get(to)?.formality.unwrap_or_default();
            Some(passed.to_owner(texts, form))
        }
        (FollowUpKind::Message, Party::Me, Party::Contact(recipient)) if to == recipient => {
            Some(Request::AskPassedOn { subject }.draft(book, to, "", texts))
        }
        (FollowUpKind::Message, Party::Contact(giver), Party::Me) if to == giver => {
            Some(Request::TellOutcome { subject }.draft(book, to, "", texts))
        }
        _ => None,
    }
}

/// Whether what a recipient may see of the owner has a way to reach them.
fn learned_how_to_reach(book: &Book, subject: Id<Contact>, recipient: Id<Contact>, texts: &Texts) -> bool {
    let agreed = share::consents(book, subject, recipient);
    let seen = share::person(book, subject, Audience::Person(recipient), "", &agreed, texts);
    let reaches = |kind| matches!(kind, Kind::Mail | Kind::Phone | Kind::Link | Kind::Address);
    seen.allowed().iter().any(|line| reaches(line.kind))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{InBook as _, Labelled, PersonName};
    use crate::text::Locale;

    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [(1, "田中 遥"), (2, "Amara Adeyemi")] {
            let contact = Contact {
                id: Id::new(id),
                name: PersonName::parse(name),
                emails: vec![Labelled::new("work", "someone@example.com")],
                phones: vec![Labelled::new("work", "+1-555-0118")],
                ..Contact::default()
            };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        book
    }

    #[test]
    fn each_thing_to_do_about_a_card_has_its_own_letter_to_the_right_person() {
        let book = book();
        let (haruka, amara) = (Id::new(1), Id::new(2));
        let given = Referral { subject: haruka, recipient: Party::Contact(amara), ..Referral::default() };
        let lead = Referral {
            subject: haruka,
            giver: Party::Contact(amara),
            recipient: Party::Me,
            ..Referral::default()
        };
        assert_eq!(given.giver, Party::Me);
        for texts in Locale::ALL.map(Texts::new) {
            let letter = |referral, kind, to| about_referral(&book, referral, kind, to, &texts);
            let asks = letter(&given, FollowUpKind::Message, amara).expect("a letter");
            let tells = letter(&given, FollowUpKind::TellOwner, haruka).expect("a letter");
            let outcome = letter(&lead, FollowUpKind::Message, amara).expect("a letter");
            assert!(asks.body.contains("遥") && outcome.body.contains("遥"), "{asks:?} {outcome:?}");
            assert!(tells.body.contains("Amara"), "{tells:?}");
            assert!(asks.body != tells.body && asks.body != outcome.body && asks.subject != outcome.subject);
            for one in [asks, tells, outcome] {
                let whole = format!("{}\n{}", one.subject, one.body);
                assert!(!whole.contains('@') && !whole.contains("555"), "{whole}");
                assert!(!one.subject.trim().is_empty() && !one.subject.contains('\n'), "{whole}");
            }
            assert_eq!(letter(&given, FollowUpKind::Message, haruka), None, "not to the owner");
            assert_eq!(letter(&given, FollowUpKind::TellOwner, amara), None, "not to the recipient");
            assert_eq!(
                letter(&lead, FollowUpKind::ThankYou, amara),
                None,
                "thank-yous are written elsewhere"
            );
        }
    }
}
