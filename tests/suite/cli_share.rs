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
        "call 0\u{200b}9\u{200b}0 12\u{2060}34 56\u{ad}78",
        "<b>090</b>-<i>1234</i>-5678",
        "&#48;90&#45;1234&#45;5678",
        "ゼロキュウゼロ、イチニサンヨン、ゴロクナナハチ",
        "as good as Jonas Weber",
        "as good as Weber,\u{200b} JONAS",
    ] {
        let refused = share(&["--comment", comment]).expect(2);
        assert!(refused.out.is_empty() && refused.err.contains("Nothing was written"), "{}", refused.err);
    }
    let told = share(&["--comment", "Calm. 090-1234-5678 <b>x</b>", "--withhold"]).expect(0).out;
    assert!(told.ends_with("\n\nCalm. … <b>x</b>\n"), "{told}");
    share(&["--comment", "4,000 hours in salt water since 2019"]).expect(0);
}

/// A card as somebody scans it: a JPEG of 1200 × 720 pixels whose metadata say more than the card.
fn scan(desk: &Desk) {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='720'><rect width='1200' height='720' fill='#fff'/>\
        <text x='60' y='110' font-size='72' fill='#111'>Tanaka Haruka</text>\
        <text x='700' y='600' font-size='30' fill='#111'>haruka@example.jp</text>\
        <text x='700' y='660' font-size='30' fill='#111'>090-1234-5678</text></svg>";
    let png = cardloom::demo::artwork::CardPress::new().print_svg(svg).expect("a picture");
    let mut jpeg = std::io::Cursor::new(Vec::new());
    let picture = image::load_from_memory(&png).expect("a picture").to_rgb8();
    assert_eq!(picture.dimensions(), (1200, 720));
    picture.write_to(&mut jpeg, image::ImageFormat::Jpeg).expect("a JPEG");
    let mut bytes = jpeg.into_inner();
    let exif = b"\xff\xe1\x00\x25Exif\0\0Taken at 35.6812 N 139.7671 E";
    assert_eq!(usize::from(exif[3]), exif.len() - 2);
    bytes.splice(2..2, exif.iter().copied());
    desk.write("card.jpg", &bytes);
}

#[test]
fn a_picture_leaves_with_bars_and_without_what_the_camera_wrote() {
    let desk = desk();
    let share = |whom: &str, out: &str| {
        let arguments =
            ["--book", "book.ron", "share", whom, "--circle", "Makers", "--format", "png", "--out", out];
        desk.run(&arguments)
    };
    let none = share("Haruka", "none.png").expect(2);
    assert!(none.err.contains("There is no picture of a card"), "{}", none.err);
    assert!(!desk.path("none.png").exists());
    scan(&desk);
    desk.run(&["import", "card.jpg", "--contact", "Haruka", "--book", "book.ron"]).expect(0);
    let nowhere =
        desk.run(&["--book", "book.ron", "share", "Haruka", "--circle", "Makers", "--format", "png"]);
    assert!(nowhere.expect(2).err.contains("--out"), "a picture is no text for the terminal");
    let said = share("Haruka", "shared.png").expect(0).err.clone();
    assert!(said.contains("Look at the picture"), "{said}");
    let bytes = std::fs::read(desk.path("shared.png")).expect("a file");
    assert!(bytes.starts_with(b"\x89PNG"));
    for secret in [&b"Exif"[..], b"eXIf", b"35.6812", b"tEXt", b"iTXt", b"zTXt", b"haruka", b"090-1234"] {
        assert!(!bytes.windows(secret.len()).any(|part| part == secret), "{secret:?}");
    }
    let shown = image::load_from_memory(&bytes).expect("a picture").to_rgb8();
    assert_eq!(shown.dimensions(), (1200, 720), "the print fills the card");
    let dark = |x: std::ops::Range<u32>, y: u32| x.clone().all(|x| shown.get_pixel(x, y).0 == [17, 17, 17]);
    assert!(dark(702..930, 590) && dark(702..880, 650), "both lines are under bars");
    assert!(!dark(62..500, 90), "the name is not");
    // The picture is gone.
    let stored = std::fs::read_dir(desk.path("attachments")).expect("a folder").flatten().map(|it| it.path());
    stored
        .filter(|path| path.is_file())
        .for_each(|path| std::fs::write(path, b"no picture").expect("written"));
    let broken = share("Haruka", "broken.png").expect(2);
    assert!(broken.err.contains("cannot be read") && !desk.path("broken.png").exists(), "{}", broken.err);
}

#[test]
fn a_circle_that_is_gone_shows_the_least_and_what_is_ambiguous_is_asked_about() {
    let desk = desk();
    let mut book = Store::open(&desk.path("book.ron")).expect("a book").1;
    let makers = *book.circles.keys().next().expect("a circle");
    // By hand or by another program: people still say that they are in it.
    Circle::table_mut(&mut book).remove(&makers);
    Store::create(&desk.path("gone.ron"), &book).expect("saved");
    let told = desk.run(&["--book", "gone.ron", "share", "Haruka", "--to", "Amara"]).expect(0);
    assert_eq!(told.out, "田中 遥 (Tanaka Haruka)\n", "{}", told.out);
    let unknown = desk.run(&["--book", "gone.ron", "share", "Haruka", "--circle", "Makers"]).expect(2);
    assert!(unknown.err.contains("There is no circle “Makers”"), "{}", unknown.err);
    let id = makers.to_string();
    desk.run(&["--book", "gone.ron", "share", "Haruka", "--circle", &id]).expect(2);
    // Two circles and two people of one name.
    let mut twice = Store::open(&desk.path("book.ron")).expect("a book").1;
    let other = Circle { id: Id::new(0x77), ..Circle::clone(&twice.circles[&makers]) };
    Circle::table_mut(&mut twice).insert(other.id, std::sync::Arc::new(other));
    let namesake =
        Contact { id: Id::new(0x78), name: PersonName::parse("Amara Adeyemi"), ..Contact::default() };
    Contact::table_mut(&mut twice).insert(namesake.id, std::sync::Arc::new(namesake));
    Store::create(&desk.path("twice.ron"), &twice).expect("saved");
    let asked = desk.run(&["--book", "twice.ron", "share", "Haruka", "--circle", "MAKERS"]).expect(2);
    assert!(asked.out.is_empty() && asked.err.matches("Makers").count() >= 2, "{}", asked.err);
    assert!(asked.err.contains(&id), "with the ids: {}", asked.err);
    desk.run(&["--book", "twice.ron", "share", "Haruka", "--circle", &id]).expect(0);
    let asked = desk.run(&["--book", "twice.ron", "share", "Haruka", "--to", "Amara Adeyemi"]).expect(2);
    assert!(asked.out.is_empty() && asked.err.matches("Amara").count() >= 2, "{}", asked.err);
    desk.run(&["--book", "twice.ron", "share", "Amara", "--circle", &id]).expect(2);
    // Words that are no name.
    for name in ["", " ", "\u{200b}", "../Makers", "Makers\n", "<Makers>"] {
        let run = desk.run(&["--book", "book.ron", "share", "Haruka", "--circle", name]);
        assert!(run.code == 2 || name.trim() == "Makers", "{name:?}: {} {}", run.code, run.out);
        assert!(!run.err.contains("panicked"), "{}", run.err);
    }
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
