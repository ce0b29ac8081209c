//! The inspector and its sheets in the real window: what is typed and pressed is in the book.

use cardloom::edit::{ContactField, Edit, Employment, NewCard};
use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{App, Command, Sheet, Start};
use cardloom::jobs::Jobs;
use cardloom::model::*;
use cardloom::session::FixedClock;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::world::today;

struct Nowhere;

impl Platform for Nowhere {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str, _jobs: &Jobs<Work>) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

struct Window {
    harness: Harness<'static, App>,
}

impl Window {
    fn open(language: &str, size: [f32; 2]) -> Self {
        let settings =
            Settings { language: language.to_owned(), motion: MotionChoice::Reduced, ..Settings::fresh() };
        let harness = Harness::builder().with_size(size).build_eframe(move |creation| {
            let start = Start {
                book: None,
                settings,
                settings_path: None,
                locale: None,
                clock: Box::new(FixedClock::new(today())),
                platform: Box::new(Nowhere),
                inline_jobs: true,
                early: None,
            };
            App::new(&creation.egui_ctx, start).expect("workers")
        });
        Self { harness }
    }

    fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    fn edit(&mut self, edit: Edit) {
        let told = format!("{edit:?}");
        assert!(self.harness.state_mut().session_mut().commit(edit).is_ok(), "not possible: {told}");
    }

    fn add(&mut self, contact: Contact, received: bool) -> Id<Contact> {
        let received = received.then(|| NewCard { received_on: Some(today()), ..NewCard::default() });
        let employment = Employment { organization: "Acme".to_owned(), ..Employment::default() };
        self.edit(Edit::AddContact { contact: Box::new(contact), employment, received });
        *self.book().contacts.keys().next_back().expect("just added")
    }

    fn person(&mut self, name: &str) -> Id<Contact> {
        self.add(Contact { name: PersonName::parse(name), ..Contact::default() }, false)
    }

    fn book(&self) -> &Book {
        self.harness.state().session().book()
    }

    fn contact(&self, id: Id<Contact>) -> &Contact {
        self.book().get(id).expect("the contact")
    }

    fn ask(&mut self, command: Command) {
        self.harness.state_mut().ask(command);
        self.settle();
    }

    fn select(&mut self, contact: Id<Contact>) {
        self.ask(Command::Select(Some(contact)));
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    fn field<'a>(&'a self, label: &'a str) -> egui_kittest::Node<'a> {
        use eframe::egui::accesskit::Role;
        self.harness
            .query_by_role_and_label(Role::TextInput, label)
            .or_else(|| self.harness.query_by_role_and_label(Role::MultilineTextInput, label))
            .expect("a field of this name")
    }

    fn type_into(&mut self, label: &str, words: &str) {
        self.field(label).focus();
        self.harness.run_steps(2);
        self.field(label).type_text(words);
        self.settle();
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }
}

#[test]
fn typing_into_a_field_changes_the_book_and_is_one_step_to_undo() {
    let mut window = Window::open("en", [1440.0, 900.0]);
    let jonas = window.person("Jonas Weber");
    window.select(jonas);
    window.click("Details");
    let steps = window.harness.state().session().history().len();
    window.type_into("Nickname", "Jo");
    window.type_into("Nickname", "ny");
    assert_eq!(window.contact(jonas).name.nickname, "Jony");
    assert_eq!(window.harness.state().session().history().len(), steps + 1);
    window.harness.state_mut().session_mut().undo();
    assert_eq!(window.contact(jonas).name.nickname, "");
}

#[test]
fn a_mail_that_cannot_be_right_stays_and_says_why() {
    let mut window = Window::open("en", [1440.0, 1600.0]);
    let jonas = window.person("Jonas Weber");
    window.select(jonas);
    window.click("Details");
    window.click("Add e-mail");
    window.type_into("E-mail, Work", "jonas@");
    assert!(window.contact(jonas).emails.is_empty(), "it is not committed");
    window.harness.get_by_label_contains("The part after the @");
    // Another field changes the book: what was refused is still there to be corrected.
    window.type_into("Nickname", "Jo");
    assert_eq!(window.contact(jonas).name.nickname, "Jo");
    window.harness.get_by_label_contains("The part after the @");
    window.field("E-mail, Work").focus();
    window.key(Modifiers::NONE, Key::End);
    window.type_into("E-mail, Work", "example.com");
    assert_eq!(window.contact(jonas).emails, [Labelled::new("work", "jonas@example.com")]);
    assert!(window.harness.query_by_label_contains("The part after the @").is_none());
}

#[test]
fn logging_the_encounter_closes_the_thank_you() {
    let mut window = Window::open("en", [1440.0, 900.0]);
    let name = PersonName::parse("Mina Schäfer");
    let mina = window.add(Contact { name, ..Contact::default() }, true);
    let thanks = window
        .book()
        .follow_ups
        .values()
        .find(|follow_up| follow_up.kind == FollowUpKind::ThankYou && follow_up.is_open())
        .expect("a card plans a thank-you")
        .id;
    window.ask(Command::Open(Sheet::LogEncounter { contacts: vec![mina], completes: Some(thanks.into()) }));
    window.type_into("Topics", "boat hulls, seals");
    window.key(Modifiers::COMMAND, Key::Enter);
    let encounter = window.book().encounters.values().next().expect("it was logged").clone();
    assert_eq!(encounter.topics, ["boat hulls", "seals"]);
    assert_eq!((encounter.kind, encounter.is_thank_you), (EncounterKind::Email, true));
    assert_eq!(encounter.on, today());
    let state = &window.book().get(thanks).expect("the follow-up").state;
    assert_eq!(*state, FollowUpState::Done { on: today(), encounter: Some(encounter.id) });
    assert_eq!(window.harness.state().open_sheet(), None, "the sheet closes");
}

#[test]
fn passing_a_card_on_promises_to_tell_its_owner() {
    let mut window = Window::open("en", [1440.0, 1000.0]);
    let mina = window.person("Mina Schäfer");
    let jonas = window.person("Jonas Weber");
    window.ask(Command::Open(Sheet::PassOn(mina)));
    window.type_into("Someone else …", "jonas");
    window.key(Modifiers::NONE, Key::Enter);
    window.click("Tell Mina later");
    let referral = window.book().referrals.values().next().expect("it was passed on").clone();
    assert_eq!((referral.subject, referral.recipient), (mina, Party::Contact(jonas)));
    assert_eq!(referral.state, ReferralState::PassedOn);
    let promise = window.book().follow_ups.values().find(|record| record.kind == FollowUpKind::TellOwner);
    assert_eq!(promise.expect("an open promise").reason, Reason::Referral(referral.id));
}

#[test]
fn a_relationship_an_introduction_and_a_circle_are_made_in_their_sheets() {
    let mut window = Window::open("en", [1440.0, 1000.0]);
    let mina = window.person("Mina Schäfer");
    let jonas = window.person("Jonas Weber");
    window.ask(Command::Open(Sheet::Relationship(mina)));
    window.type_into("Who", "weber");
    window.key(Modifiers::NONE, Key::Enter);
    window.click("Mentor");
    window.key(Modifiers::COMMAND, Key::Enter);
    let tie = window.book().relationships.values().next().expect("a tie").clone();
    assert_eq!((tie.from, tie.to, &tie.kind), (mina, jonas, &RelationKind::Mentor));

    window.ask(Command::Open(Sheet::Introduction(mina)));
    window.type_into("To whom", "weber");
    window.key(Modifiers::NONE, Key::Enter);
    window.key(Modifiers::COMMAND, Key::Enter);
    let made = window.book().introductions.values().next().expect("an introduction").clone();
    assert_eq!(made.parties(), [Party::Me, Party::Contact(mina), Party::Contact(jonas)]);

    window.ask(Command::Open(Sheet::Circle(None)));
    window.type_into("Name", "Makers");
    window.key(Modifiers::COMMAND, Key::Enter);
    let circle = window.book().circles.values().next().expect("a circle").clone();
    assert_eq!(circle.name, "Makers");
    assert_eq!(circle.shared, Circle::default_policy());
    window.select(mina);
    window.click("Person");
    window.harness.get_all_by_label("Makers").last().expect("the chip").click();
    window.settle();
    assert!(window.contact(mina).circles.contains(&circle.id));
}

#[test]
fn the_first_impression_is_written_on_the_back_of_the_card() {
    let mut window = Window::open("en", [1440.0, 900.0]);
    let name = PersonName::parse("Mina Schäfer");
    let mina = window.add(Contact { name, ..Contact::default() }, true);
    window.select(mina);
    window.click("Flip");
    window.type_into("First impression", "Asked good questions.");
    let card = window.book().cards.values().next().expect("the card");
    let words: Vec<_> = card.impressions.iter().map(|words| (words.on, words.text.as_str())).collect();
    assert_eq!(words, [(today(), "Asked good questions.")]);
}

#[test]
fn every_tab_draws_the_hostile_person_in_every_language() {
    for (language, size) in [("en", [1440.0, 900.0]), ("de", [1000.0, 700.0]), ("ja", [1920.0, 1200.0])] {
        let mut window = Window::open(language, size);
        let long = "Ω".repeat(10_000);
        let name = PersonName {
            family: long.clone(),
            given: "\u{202e}evil\u{200b}\u{7}\n".to_owned(),
            latin: long.clone(),
            ..PersonName::default()
        };
        let hostile = window.add(
            Contact {
                name,
                emails: vec![Labelled::new("\u{202e}", "not a mail"), Labelled::new("", &*long)],
                phones: vec![Labelled::new("work", "none")],
                links: vec![Labelled::new("", "javascript:alert(1)")],
                addresses: vec![Address { street: long.clone(), ..Address::default() }],
                research: vec![ResearchNote { text: long.clone(), ..ResearchNote::default() }],
                expertise: vec![Expertise { what: long.clone(), ..Expertise::default() }],
                notes: long.clone(),
                ..Contact::default()
            },
            true,
        );
        // Nobody knows the name of this one: only a company stands there.
        let nameless = window.add(Contact::default(), false);
        window.edit(Edit::SetContact { contact: nameless, field: ContactField::Help(long.clone()) });
        window.edit(Edit::AddRelationship {
            relationship: Box::new(Relationship {
                from: hostile,
                to: nameless,
                kind: RelationKind::Other(long.clone()),
                note: long,
                ..Relationship::default()
            }),
        });
        let tabs = match language {
            "de" => ["Verlauf", "Wissen", "Empfehlungen", "Person", "Details"],
            "ja" => ["ストーリー", "知識", "紹介", "人柄", "詳細"],
            _ => ["Story", "Knowledge", "Referrals", "Person", "Details"],
        };
        for person in [hostile, nameless] {
            window.select(person);
            for tab in tabs {
                let role = eframe::egui::accesskit::Role::Tab;
                // The rail at the left has a row of the same name.
                let named: Vec<_> = window.harness.query_all_by_role_and_label(role, tab).collect();
                let right = named.iter().find(|tab| tab.rect().min.x > size[0] - 420.0);
                right.expect("the tab").click();
                drop(named);
                window.settle();
                let right = window
                    .harness
                    .query_all_by_role(eframe::egui::accesskit::Role::Button)
                    .map(|button| button.rect())
                    .filter(|rect| rect.min.x > size[0] - 340.0)
                    .map(|rect| rect.max.x)
                    .fold(0.0_f32, f32::max);
                assert!(right <= size[0], "{language} {tab}: a button ends at {right}");
            }
        }
    }
}

#[test]
fn hints_look_like_hints_and_the_order_of_a_name_has_a_heading() {
    for (language, hint, order, still) in [
        ("en", "e.g. Frau", "Order of the name", "Empty if still there"),
        ("de", "z. B. Frau", "Reihenfolge des Namens", "Leer, wenn noch dort"),
        ("ja", "例：Frau", "氏名の順序", "在籍中なら空欄"),
    ] {
        let mut window = Window::open(language, [1440.0, 1400.0]);
        let languages = vec!["de".to_owned()];
        let name = PersonName::parse("Mina Schäfer");
        let mina = window.add(Contact { name, languages, ..Contact::default() }, false);
        window.select(mina);
        window.ask(Command::ShowTab(cardloom::gui::views::Tab::Details));
        let hints: Vec<String> = window
            .harness
            .query_all_by(|_| true)
            .filter_map(|node| node.accesskit_node().placeholder().map(str::to_owned))
            .collect();
        assert!(hints.iter().any(|text| text == hint), "{hints:?}");
        assert!(hints.iter().any(|text| text == still), "{hints:?}");
        let headings = window.harness.query_all_by_label(order).collect::<Vec<_>>();
        assert!(headings.len() >= 2, "spoken and painted");
    }
}
