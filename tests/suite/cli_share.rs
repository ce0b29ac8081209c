//! What is told to others, on the command line.

use cardloom::edit::{Edit, Employment};
use cardloom::model::*;
use cardloom::store::Store;

use crate::cli::Desk;
use crate::world::World;

/// Haruka and Amara are makers, Jonas is in no circle.
fn desk() -> Desk {
    let desk = Desk::new();
    let haruka = Contact {
        name: PersonName { latin: "Tanaka Haruka".to_owned(), ..PersonName::new("遥", "田中") },
        emails: vec![Labelled::new("work", "haruka@example.jp")],
        phones: vec![Labelled::new("mobile", "090-1234-5678")],
        expertise: vec![Expertise { what: "bearings".to_owned(), ..Expertise::default() }],
        notes: "Secret note".to_owned(),
        ..Contact::default()
    };
    let work = Employment {
        organization: "Shinonome".to_owned(),
        title: "Researcher".to_owned(),
        ..Employment::default()
    };
    let world =
        World::new().edit(Edit::AddContact { contact: Box::new(haruka), employment: work, received: None });
    let world = world.contact("Amara Adeyemi").in_circle("Makers").contact("Jonas Weber");
    let book = world.session.book().clone();
    let haruka = book.contacts.values().find(|contact| contact.name.family == "田中").expect("there").id;
    let circle = *book.circles.keys().next().expect("a circle");
    let shared = Circle { shared: Circle::default_policy(), ..Circle::clone(&book.circles[&circle]) };
    let world = world.edit(Edit::ChangeCircle { circle: Box::new(shared) });
    let world = world.edit(Edit::SetCircle { contacts: vec![haruka], circle, member: true });
    Store::create(&desk.path("book.ron"), world.session.book()).expect("saved");
    desk
}

#[test]
fn a_person_is_told_of_as_the_circle_may_see_them() {
    let desk = desk();
    let share =
        |arguments: &[&str]| desk.run(&[&["--book", "book.ron", "share", "Haruka"], arguments].concat());
    let told = share(&["--circle", "makers", "--comment", "Calm and exact."]).expect(0);
    assert_eq!(told.out, "田中 遥 (Tanaka Haruka)\nResearcher, Shinonome\nbearings\n\nCalm and exact.\n");
    assert!(told.err.contains("Withheld from Makers: E-mail, Phone"), "{}", told.err);
    let card = share(&["--to", "Amara", "--format", "vcard"]).expect(0).out;
    assert!(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n") && card.contains("Shinonome"), "{card}");
    assert!(!card.contains("example.jp") && !card.contains("Secret"), "{card}");
    let least = share(&["--to", "Jonas"]).expect(0).out;
    assert_eq!(least, "田中 遥 (Tanaka Haruka)\n");
    let json =
        desk.run(&["--json", "--book", "book.ron", "share", "Haruka", "--circle", "Makers"]).expect(0).json();
    assert_eq!(json["shared_with"], "Makers");
    assert!(
        !json.to_string().contains("example.jp")
            && json["withheld"].as_array().is_some_and(|kept| kept.len() == 2)
    );
    share(&["--circle", "Makers", "--out", "card.vcf", "--format", "vcard"]).expect(0);
    share(&["--circle", "Makers", "--out", "card.vcf", "--format", "vcard"]).expect(2);
    assert!(std::fs::read_to_string(desk.path("card.vcf")).is_ok_and(|text| text.contains("END:VCARD")));
}

#[test]
fn a_comment_that_gives_something_away_is_refused_and_says_what() {
    let desk = desk();
    let share = |arguments: &[&str]| {
        desk.run(&[&["--book", "book.ron", "share", "Haruka", "--circle", "Makers"], arguments].concat())
    };
    for comment in [
        "call null neun null eins zwei drei vier",
        "haruka at example dot jp",
        "\u{202e}8765-4321-090\u{202c}",
    ] {
        let refused = share(&["--comment", comment]).expect(2);
        assert!(refused.out.is_empty() && refused.err.contains("Nothing was written"), "{}", refused.err);
    }
    let told = share(&["--comment", "Calm. 090-1234-5678 <b>x</b>", "--withhold"]).expect(0).out;
    assert!(told.ends_with("\n\nCalm. … <b>x</b>\n"), "{told}");
    share(&["--comment", "4,000 hours in salt water since 2019"]).expect(0);
}

#[test]
fn it_must_be_said_for_whom() {
    let desk = desk();
    desk.run(&["--book", "book.ron", "share", "Haruka"]).expect(2);
    desk.run(&["--book", "book.ron", "share", "Nobody At All", "--circle", "Makers"]).expect(2);
    let unknown = desk.run(&["--book", "book.ron", "share", "Haruka", "--circle", "Bakers"]).expect(2);
    assert!(
        unknown.err.contains("There is no circle “Bakers”") && unknown.err.contains("Makers"),
        "{}",
        unknown.err
    );
    desk.run(&["--book", "book.ron", "share", "Haruka", "--circle", "Makers", "--to", "Amara"]).expect(2);
}

#[test]
fn an_export_for_a_circle_holds_what_it_may_see_and_one_for_oneself_says_that_it_is_all() {
    let desk = desk();
    let export =
        |arguments: &[&str]| desk.run(&[&["--book", "book.ron", "export"], arguments].concat()).expect(0);
    for format in ["ron", "json", "graphml", "gexf", "node-link", "ics", "svg"] {
        let out = export(&["--format", format, "--for", "Makers"]);
        for secret in ["example.jp", "090-1234", "Secret", "Makers"] {
            assert!(!out.out.contains(secret), "{secret} in {format}");
        }
        assert!(out.err.contains("For Makers:"), "{}", out.err);
    }
    let mine = export(&["--format", "ron"]);
    assert!(
        mine.out.contains("Secret note") && mine.err.contains("For yourself: everything"),
        "{}",
        mine.err
    );
    assert_eq!(export(&["--format", "ron", "--for", "me"]).err, "");
    export(&["--format", "ron", "--for", "Makers", "--out", "makers.ron"]);
    let opened = Store::open(&desk.path("makers.ron"));
    assert!(opened.is_ok(), "it is a book of its own");
    desk.run(&["--book", "book.ron", "export", "--for", "Bakers"]).expect(2);
}
