//! Writes stories: `World::new().contact("Aiko").met_at("RustConf").passed_on_to("Jonas")`.
//!
//! Every sentence of a story is an edit through the session, as in the program. The verbs speak of the person
//! who was named last; a name that is not in the book yet becomes a new person.

use std::collections::BTreeMap;
use std::sync::Arc;

use cardloom::edit::{ContactField, Edit, Employment, NewCard};
use cardloom::model::*;
use cardloom::session::{FixedClock, Session};
use chrono::NaiveDate;

/// A small book and the names of those in it.
pub struct World {
    /// The book with everything around it.
    pub session: Session,
    names: BTreeMap<String, Id<Contact>>,
    last: Id<Contact>,
}

/// The day on which all stories happen.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 14).expect("a day of the calendar")
}

impl World {
    /// An empty book.
    pub fn new() -> Self {
        let session = Session::new(Box::new(FixedClock::new(today())), None, Arc::new(|| {}));
        Self { session, names: BTreeMap::new(), last: Id::NIL }
    }

    /// The person with this name.
    pub fn id(&self, name: &str) -> Id<Contact> {
        self.names[name]
    }

    /// Carries out an edit that must succeed.
    pub fn edit(mut self, edit: Edit) -> Self {
        self.commit(edit);
        self
    }

    fn commit(&mut self, edit: Edit) {
        let told = format!("{edit:?}");
        if let Err(error) = self.session.commit(edit) {
            panic!("the story is not possible: {error}: {told}");
        }
    }

    pub fn find_or_add(&mut self, name: &str) -> Id<Contact> {
        if let Some(id) = self.names.get(name) {
            return *id;
        }
        let contact = Box::new(Contact { name: PersonName::parse(name), ..Contact::default() });
        self.commit(Edit::AddContact { contact, employment: Employment::default(), received: None });
        let id = *self.session.book().contacts.keys().next_back().expect("the contact just added");
        self.names.insert(name.to_owned(), id);
        id
    }

    /// Speaks of a person from here on.
    pub fn contact(mut self, name: &str) -> Self {
        self.last = self.find_or_add(name);
        self
    }

    /// The person works there.
    pub fn works_at(self, organization: &str) -> Self {
        let employment = Employment { organization: organization.to_owned(), ..Employment::default() };
        let contact = self.last;
        self.edit(Edit::SetEmployment { contact, employment })
    }

    /// The person looks for something.
    pub fn needs(self, what: &str) -> Self {
        let contact = self.last;
        let need = Need { what: what.to_owned(), ..Need::default() };
        self.edit(Edit::SetContact { contact, field: ContactField::Needs(vec![need]) })
    }

    /// The person gave a card at an event of today.
    pub fn met_at(mut self, event: &str) -> Self {
        let known = self.session.book().events.values().find(|other| other.title == event).map(|e| e.id);
        let event = known.unwrap_or_else(|| {
            let event = Event { title: event.to_owned(), starts_on: Some(today()), ..Event::default() };
            self.commit(Edit::AddEvent { event: Box::new(event) });
            *self.session.book().events.keys().next_back().expect("the event just added")
        });
        self.card_from(NewCard { event: Some(event), ..NewCard::default() })
    }

    /// The person gave a card.
    pub fn card_from(mut self, received: NewCard) -> Self {
        // From 1 on: a hash of zeros would give the id that stands for none.
        let image = image(u8::try_from(self.session.book().attachments.len() + 1).expect("a small book"));
        let contact = self.last;
        self.commit(Edit::AddCards {
            attachments: vec![image],
            filing: cardloom::edit::Filing::NewCardOf(contact),
            event: received.event,
            exchange: received.exchange,
        });
        self
    }

    /// I wrote to the person, met, or called.
    pub fn encounter(self, kind: EncounterKind, on: NaiveDate) -> Self {
        let contacts = [self.last].into();
        let encounter = Encounter { kind, on, contacts, ..Encounter::default() };
        self.edit(Edit::LogEncounter { encounter: Box::new(encounter) })
    }

    /// I passed the person's card on.
    pub fn passed_on_to(mut self, name: &str) -> Self {
        let recipient = Party::Contact(self.find_or_add(name));
        let subject = self.last;
        let state = ReferralState::PassedOn;
        let referral = Referral { subject, recipient, state, ..Referral::default() };
        self.edit(Edit::PassOn { referral: Box::new(referral), paper: false })
    }

    /// I introduced the person to another one.
    pub fn introduced_to(mut self, name: &str) -> Self {
        let (a, b) = (Party::Contact(self.last), Party::Contact(self.find_or_add(name)));
        let introduction = Introduction { a, b, ..Introduction::default() };
        self.edit(Edit::AddIntroduction { introduction: Box::new(introduction) })
    }

    /// The person knows another one.
    pub fn knows(mut self, name: &str) -> Self {
        let (from, to) = (self.last, self.find_or_add(name));
        let relationship = Relationship { from, to, ..Relationship::default() };
        self.edit(Edit::AddRelationship { relationship: Box::new(relationship) })
    }

    /// The person belongs to a circle.
    pub fn in_circle(mut self, name: &str) -> Self {
        let known = self.session.book().circles.values().find(|circle| circle.name == name).map(|c| c.id);
        let circle = known.unwrap_or_else(|| {
            self.commit(Edit::AddCircle {
                circle: Box::new(Circle { name: name.to_owned(), ..Circle::default() }),
            });
            *self.session.book().circles.keys().next_back().expect("the circle just added")
        });
        let contacts = vec![self.last];
        self.edit(Edit::SetCircle { contacts, circle, member: true })
    }

    /// The open follow-ups of a person, as kind and day.
    pub fn open(&self, name: &str) -> Vec<(FollowUpKind, NaiveDate)> {
        let id = self.id(name);
        let book = self.session.book();
        let open = book.follow_ups.values().filter(|f| f.is_open() && f.contacts.contains(&id));
        let mut open: Vec<_> = open.map(|follow_up| (follow_up.kind, follow_up.due_on)).collect();
        open.sort();
        open
    }
}

/// An image whose content is this number.
pub fn image(number: u8) -> Attachment {
    let hash = [number; 32];
    Attachment {
        id: Attachment::id_of_hash(&hash),
        hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        extension: "png".to_owned(),
        name: format!("scan {number}.png"),
        bytes: 1_000,
        width: 910,
        height: 550,
        ..Attachment::default()
    }
}
