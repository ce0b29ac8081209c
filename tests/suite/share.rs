//! The gate: what is withheld leaves by no way, whatever the policy; what is typed into free text in disguise is found.
//! A word of its own is planted into every field of the records that the gate takes through; a new field does not compile
//! here until it has one too.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use cardloom::exchange::graph::Form;
use cardloom::exchange::ical;
use cardloom::exchange::prep::html;
use cardloom::exchange::share::{self, Audience, SharedBook, leaks};
use cardloom::index::Index;
use cardloom::model::*;
use cardloom::session::{
    EventsFormat, ExportFormat, NetworkChoices, NetworkFormat, export_bytes, prep_sheet,
};
use cardloom::text::{Locale, Texts};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use proptest::prelude::*;

use crate::books::put;
use crate::source::{Source, files};
use crate::world::today;

const HARUKA: Id<Contact> = Id::new(0xA1);
const JONAS: Id<Contact> = Id::new(0xA2);
const GONE: Id<Contact> = Id::new(0xA3_0000_0000_0000_0000_0000_0000_00A3);
const AMARA: Id<Contact> = Id::new(0xA4);
const MAKERS: Id<Circle> = Id::new(0xC1);

/// Where a planted word may come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Where the policy allows this group.
    Group(FieldGroup),
    /// In a list of events that was asked for.
    Events,
    /// Nowhere.
    Never,
}

/// Plants words that stand nowhere else.
#[derive(Default)]
struct Planter {
    words: Vec<(String, Way)>,
    /// Of this person only the least is shared, or nothing.
    most: Option<BTreeSet<FieldGroup>>,
}

impl Planter {
    fn fresh(&self) -> String {
        let letters = b"bcdfghjklmnprstvwz";
        let number = self.words.len();
        let sign = |at: usize| char::from(letters[at % letters.len()]);
        format!("Qx{}u{}a{}iq", sign(number), sign(number / letters.len()), sign(number / 7))
    }

    fn note(&mut self, word: String, way: Way) -> String {
        let kept = |group| self.most.as_ref().is_some_and(|most| !most.contains(&group));
        let way = match way {
            Way::Group(group) if kept(group) => Way::Never,
            way => way,
        };
        assert!(self.words.iter().all(|(other, _)| *other != word), "{word} is planted twice");
        self.words.push((word.clone(), way));
        word
    }

    fn word(&mut self, way: Way) -> String {
        let word = self.fresh();
        self.note(word, way)
    }

    fn of(&mut self, group: FieldGroup) -> String {
        self.word(Way::Group(group))
    }

    fn never(&mut self) -> String {
        self.word(Way::Never)
    }

    fn mail(&mut self, group: FieldGroup) -> String {
        let mail = format!("{}@mail.example", self.fresh().to_lowercase());
        self.note(mail, Way::Group(group))
    }

    fn phone(&mut self, group: FieldGroup) -> String {
        let phone = format!("+49 30 77{:04} 5", self.words.len());
        self.note(phone, Way::Group(group))
    }
}

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_234_567_890, 0).expect("a moment")
}

fn labelled(label: &str, value: String) -> Labelled {
    Labelled { label: label.to_owned(), value }
}

/// Somebody with a word in every field.
fn contact(id: Id<Contact>, circles: BTreeSet<Id<Circle>>, archived: bool, plant: &mut Planter) -> Contact {
    use FieldGroup::{Address as Postal, Birthday, BusinessContact, Expertise as Field, HumanSide as Human};
    use FieldGroup::{Name, PrivateContact, Title};
    let business = plant.mail(BusinessContact);
    let private = plant.phone(PrivateContact);
    let name = PersonName {
        family: plant.of(Name),
        given: plant.of(Name),
        additional: plant.of(Name),
        prefix: plant.of(Name),
        suffix: plant.of(Name),
        nickname: plant.of(Human),
        honorific: plant.never(),
        family_reading: plant.of(Name),
        given_reading: plant.of(Name),
        latin: plant.of(Name),
        order: NameOrder::GivenFirst,
    };
    // What is withheld is typed into what may be seen.
    let title = format!("{} call {private}", plant.of(Title));
    let now = Affiliation {
        organization: Id::new(0xB1),
        title,
        department: plant.of(Title),
        from: NaiveDate::from_ymd_opt(1977, 5, 5),
        until: None,
    };
    let past = Affiliation {
        organization: Id::new(0xB2),
        title: plant.never(),
        department: plant.never(),
        from: None,
        until: NaiveDate::from_ymd_opt(1999, 5, 5),
    };
    plant.words.push(("1977".to_owned(), Way::Never));
    let street = plant.of(Postal);
    Contact {
        id,
        name,
        affiliations: vec![now, past],
        phones: vec![labelled("work", plant.phone(BusinessContact)), labelled("mobile", private.clone())],
        emails: vec![labelled("work", business.clone()), labelled("", plant.mail(PrivateContact))],
        addresses: vec![Address {
            label: "home".to_owned(),
            street: format!("{street}straße 12"),
            city: plant.of(Postal),
            region: plant.of(Postal),
            postal_code: plant.of(Postal),
            country: plant.of(Postal),
        }],
        links: vec![
            labelled("work", format!("https://{}.example", plant.of(BusinessContact))),
            labelled("", format!("https://social.example/{}", plant.of(PrivateContact))),
        ],
        custom: vec![labelled(&plant.never(), plant.never())],
        languages: vec!["ja".to_owned()],
        help: plant.never(),
        expertise: vec![Expertise {
            what: format!("{} {business}", plant.of(Field)),
            level: ExpertiseLevel::Expert,
        }],
        problems_solved: vec![plant.of(Field)],
        offers: vec![plant.of(Field)],
        needs: vec![Need {
            id: Id::new(id.value() + 0x100),
            what: plant.never(),
            opened_on: None,
            closed_on: None,
        }],
        research: vec![ResearchNote { text: plant.never(), source: plant.never(), researched_on: None }],
        own_words: plant.never(),
        human: HumanSide {
            birthday: YearlessDate::new(Some(1931), 3, 7).filter(|_| {
                plant.note(format!("1931-03-07/{id}"), Way::Group(Birthday));
                true
            }),
            home: plant.of(Human),
            people: plant.of(Human),
            enjoys: format!("{} \u{202e}{}\u{202c}", plant.of(Human), plant.of(Human)),
            interests: vec![plant.of(Human)],
            hobbies: vec![plant.of(Human)],
            avoids: plant.of(Human),
            gifts: plant.of(Human),
            starters: plant.of(Human),
        },
        notes: plant.never(),
        tags: [plant.never()].into(),
        circles,
        portrait: Some(Id::new(0xD1)),
        other_portraits: vec![Id::new(0xD1)],
        cadence: Some(Cadence { ideal_days: 7, latest_days: 9 }),
        formality: Some(Formality::Close),
        only_mentioned: false,
        archived: archived.then(|| Archived { on: today(), reason: plant.never() }),
        other_names: vec![plant.never()],
        not_the_same_as: [AMARA].into(),
        merged: [MergedId(Id::new(0xA9))].into(),
        noted: [Noted { what: plant.never(), on: today() }].into(),
        no_fits: [NoFit { need: Id::new(0x777), contact: GONE, on: today() }].into(),
        foreign_properties: vec![format!("X-OWN:{}", plant.never())],
        created_at: moment(),
        updated_at: moment(),
    }
}

fn organization(id: u128, way: Way, plant: &mut Planter) -> Organization {
    let business = match way {
        Way::Group(_) => Way::Group(FieldGroup::BusinessContact),
        way => way,
    };
    Organization {
        id: Id::new(id),
        name: plant.word(way),
        reading: plant.word(way),
        latin: plant.word(way),
        former_names: vec![plant.never()],
        city: plant.word(way),
        website: plant.word(business),
        part_of: Some(Id::new(0xB2)),
        notes: plant.never(),
        created_at: moment(),
        updated_at: moment(),
    }
}

/// A book with a word in every field that the gate takes through, and in most of the rest.
fn planted(shared: &BTreeSet<FieldGroup>) -> (Book, Vec<(String, Way)>) {
    let mut plant = Planter::default();
    let mut book = Book::new(Id::new(0xF1), moment());
    let p = &mut plant;
    let header = std::sync::Arc::make_mut(&mut book.header);
    header.owner.emails = vec![labelled("", p.never())];
    header.owner.phones = vec![labelled("", p.never())];
    header.owner.organization = p.never();
    put(&mut book, Circle { id: MAKERS, name: p.never(), shared: shared.clone(), ..Circle::default() });
    // The company of Haruka, who is in a circle; the other one nobody works for today.
    put(&mut book, organization(0xB1, Way::Group(FieldGroup::Organization), p));
    put(&mut book, organization(0xB2, Way::Never, p));
    put(&mut book, contact(HARUKA, [MAKERS].into(), false, p));
    p.most = Some([FieldGroup::Name].into());
    put(&mut book, contact(JONAS, BTreeSet::new(), false, p));
    p.most = Some(BTreeSet::new());
    put(&mut book, contact(GONE, [MAKERS].into(), true, p));
    p.most = None;
    let amara = PersonName::new("Amara", "Adeyemi");
    put(&mut book, Contact { id: AMARA, name: amara, circles: [MAKERS].into(), ..Contact::default() });
    let event = Event {
        id: Id::new(0xE1),
        title: p.word(Way::Events),
        series: p.word(Way::Events),
        starts_on: Some(today() + chrono::Days::new(3)),
        ends_on: None,
        starts_at: NaiveTime::from_hms_opt(18, 0, 0),
        ends_at: None,
        venue: p.word(Way::Events),
        city: p.word(Way::Events),
        organizer: Some(Organizer::Contact(GONE)),
        fee: Some(Money { minor: 1_000, currency: "EUR".to_owned() }),
        link: p.word(Way::Events),
        goal: p.never(),
        status: Attendance::CancelledLate,
        participants: [(HARUKA, Attendance::NoShow), (GONE, Attendance::Attended)].into(),
        late_within_days: Some(9),
        cancelled_on: Some(today()),
        amends_waived: true,
        organizer_care: OrganizerCare::default(),
        repeat: Some(RepeatDecision::new(Wish::Never, p.never(), today())),
        notes: p.never(),
        photos: vec![Id::new(0xD1)],
        calendar_uid: p.never(),
        occurrence: None,
        created_at: moment(),
        updated_at: moment(),
    };
    put(&mut book, event);
    let card = Card {
        id: Id::new(0xCA),
        contact: Some(HARUKA),
        front: Some(Id::new(0xD1)),
        back: None,
        received_on: Some(today()),
        event: Some(Id::new(0xE1)),
        exchange: Exchange::IAsked,
        impressions: vec![Impression { on: today(), text: p.of(FieldGroup::Impression) }],
        whereabouts: Whereabouts::LentTo { contact: GONE, on: today(), from: Some(Id::new(0xD2)) },
        superseded: false,
        recognized_text: p.never(),
        created_at: moment(),
        updated_at: moment(),
    };
    put(&mut book, card);
    let name = p.never();
    put(
        &mut book,
        Attachment { id: Id::new(0xD1), name, extension: "jpg".to_owned(), ..Attachment::default() },
    );
    put(&mut book, Storage { id: Id::new(0xD2), name: p.never(), ..Storage::default() });
    put(
        &mut book,
        Encounter {
            id: Id::new(0x11),
            on: today(),
            contacts: [HARUKA, GONE].into(),
            place: p.never(),
            topics: vec![p.never()],
            note: p.never(),
            favours: vec![Favour { what: p.never(), ..Favour::default() }],
            ..Encounter::default()
        },
    );
    put(
        &mut book,
        Relationship {
            id: Id::new(0x12),
            from: HARUKA,
            to: GONE,
            kind: RelationKind::Other(p.never()),
            note: p.never(),
            ..Relationship::default()
        },
    );
    put(
        &mut book,
        Introduction {
            id: Id::new(0x13),
            a: Party::Contact(HARUKA),
            b: Party::Contact(GONE),
            note: p.never(),
            ..Introduction::default()
        },
    );
    put(
        &mut book,
        Referral {
            id: Id::new(0x14),
            subject: HARUKA,
            recipient: Party::Contact(GONE),
            need_text: p.never(),
            comment: p.never(),
            outcome: Some(Outcome { note: p.never(), ..Outcome::default() }),
            ..Referral::default()
        },
    );
    put(&mut book, Review { id: Id::new(0x15), contact: HARUKA, note: p.never(), ..Review::default() });
    put(
        &mut book,
        FollowUp {
            id: Id::new(0x16),
            due_on: today(),
            contacts: [HARUKA].into(),
            about: p.never(),
            ..FollowUp::default()
        },
    );
    put(
        &mut book,
        SavedSearch { id: Id::new(0x17), name: p.never(), query: p.never(), ..SavedSearch::default() },
    );
    let (name, body) = (p.never(), p.never());
    put(&mut book, LetterTemplate { id: Id::new(0x18), name, body, ..LetterTemplate::default() });
    (book, plant.words)
}

fn exported(shared: &SharedBook, format: ExportFormat, texts: &Texts) -> String {
    let choices = ical::Choices { todos: true, alarms: None, about: true, reach: true, closed: true };
    let zone = ical::Zone::UTC;
    let content = ical::Content { texts, zone, today: today(), choices, foreseen: &[], live: false };
    let mut network = NetworkChoices::default();
    network.wanted.reach = true;
    let bytes = export_bytes(shared, format, &content, &network, &mut |_, _| true).expect("bytes");
    // Long lines of vCards and calendars are broken.
    String::from_utf8(bytes).expect("text").replace("\r\n ", "")
}

/// Whether two books for others hold the same, but for the id by which they are told apart.
fn hold_the_same(one: &Book, other: &Book) -> bool {
    let mut other = other.clone();
    std::sync::Arc::make_mut(&mut other.header).id = one.header.id;
    *one == other
}

/// Everything that is made for an audience, by its name, and whether it is a list of events. What is made of a whole book
/// rests on it alone: for an audience that is shown the same one as `before` it is not made a second time.
fn outputs(
    book: &Book,
    audience: Audience,
    texts: &[Texts; 3],
    before: Option<&[SharedBook; 3]>,
) -> (Vec<(String, String, bool)>, [SharedBook; 3]) {
    let mut all = Vec::new();
    for texts in texts {
        for subject in [HARUKA, JONAS] {
            let person = share::person(book, subject, audience, "", &[], texts);
            all.push((format!("text {subject}"), person.text(), false));
            all.push((format!("vcard {subject}"), person.vcard().replace("\r\n ", ""), false));
        }
    }
    let texts = &texts[0];
    let shared = share::book(book, audience);
    let part = share::people(book, &[HARUKA, GONE].into(), audience);
    let events = share::events(book, &book.events.keys().copied().collect(), audience);
    all.push(("Ron".to_owned(), exported(&shared, ExportFormat::Ron, texts), false));
    let made = [shared, part, events];
    // Pictures stay here, so no metadata of one can leave.
    assert!(made.iter().all(|shared| shared.book().attachments.is_empty()));
    assert!(made.iter().all(|shared| shared.book().dangling().is_empty()));
    let same = |(one, other): (&SharedBook, &SharedBook)| hold_the_same(one.book(), other.book());
    if before.is_some_and(|before| before.iter().zip(&made).all(same)) {
        return (all, made);
    }
    let [shared, part, events] = &made;
    let forms = [Form::Graphml, Form::Gexf, Form::Dot, Form::Edges, Form::NodeLink].map(NetworkFormat::Form);
    let networks = forms.into_iter().chain([NetworkFormat::Svg]).map(ExportFormat::Network);
    for format in [ExportFormat::Json, ExportFormat::Ics].into_iter().chain(networks) {
        all.push((format!("{format:?}"), exported(shared, format, texts), false));
    }
    all.push(("some people".to_owned(), exported(part, ExportFormat::Ron, texts), false));
    for format in [EventsFormat::Csv, EventsFormat::Json].map(ExportFormat::Events) {
        all.push((format!("{format:?}"), exported(events, format, texts), true));
    }
    all.push(("calendar of events".to_owned(), exported(events, ExportFormat::Ics, texts), true));
    let index = Index::rebuild(events.book());
    for event in events.book().events.values() {
        let sheet = prep_sheet(events.book(), &index, event, texts, today());
        all.push(("prep".to_owned(), html(&sheet), true));
    }
    (all, made)
}

/// How a planted word looks in a file.
fn stands_in(word: &str, text: &str) -> bool {
    match word.split_once('/') {
        // A birthday, in files and in words.
        Some(("1931-03-07", _)) => {
            ["1931-03", "19310307", "Mar 1931", "März 1931", "1931年"].iter().any(|day| text.contains(day))
        }
        _ => text.contains(word),
    }
}

fn check(groups: &BTreeSet<FieldGroup>) {
    let (book, words) = planted(groups);
    let texts = Locale::ALL.map(Texts::new);
    let mut before = None;
    for audience in [Audience::Circle(MAKERS), Audience::Person(AMARA)] {
        let (outputs, made) = outputs(&book, audience, &texts, before.as_ref());
        let is_first = before.replace(made).is_none();
        assert!(is_first || outputs.len() < 20, "both are shown the same book");
        for (word, way) in &words {
            for (name, text, is_events) in &outputs {
                let may = match way {
                    Way::Group(group) => groups.contains(group),
                    Way::Events => *is_events,
                    Way::Never => false,
                };
                // Several people have this birthday.
                let may = may || word.starts_with("1931") && groups.contains(&FieldGroup::Birthday);
                assert!(may || !stands_in(word, text), "{word} ({way:?}) in {name} for {groups:?}:\n{text}");
            }
        }
        for (name, text, _) in &outputs {
            for id in [GONE.to_string(), "00a3000000000000".to_owned(), MAKERS.to_string()] {
                assert!(!text.contains(&id), "the id of somebody withheld in {name}");
            }
            for hidden in ['\u{202e}', '\u{202c}', '\u{200b}'] {
                assert!(!text.contains(hidden), "{name}");
            }
        }
        // Nothing would pass the test above: what is allowed is there.
        let said = outputs[0].1.clone() + &outputs[1].1;
        let ron = &outputs.iter().find(|(name, ..)| name == "Ron").expect("a book").1;
        for (word, way) in &words {
            let Way::Group(group) = way else { continue };
            let is_there = said.contains(word) || ron.contains(word) || word.contains('/');
            let needs_name = groups.contains(&FieldGroup::Name);
            if groups.contains(group) && needs_name && *group != FieldGroup::Organization {
                assert!(is_there, "{word} ({way:?}) is missing for {groups:?}:\n{said}");
            }
        }
    }
}

fn groups_of(bits: u16) -> BTreeSet<FieldGroup> {
    let chosen = |at: &usize| bits & (1 << at) != 0;
    (0..FieldGroup::ALL.len()).filter(chosen).map(|at| FieldGroup::ALL[at]).collect()
}

#[test]
fn nothing_withheld_leaves_by_any_way_for_the_usual_policies() {
    check(&BTreeSet::new());
    check(&Circle::default_policy());
    check(&groups_of(u16::MAX));
    for group in FieldGroup::ALL {
        check(&[FieldGroup::Name, group].into());
    }
}

/// A number in disguise.
fn disguised(digits: &str, how: u8) -> String {
    let each = |with: &dyn Fn(usize) -> String| -> String {
        digits
            .chars()
            .filter_map(|digit| Some(with(digit.to_digit(10)? as usize)))
            .collect::<Vec<_>>()
            .join("")
    };
    let spelled = |words: [&str; 10], between: &str| {
        let words: Vec<&str> =
            digits.chars().filter_map(|digit| Some(words[digit.to_digit(10)? as usize])).collect();
        words.join(between)
    };
    let en = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let de = ["null", "eins", "zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
    let ja = ["ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ"];
    match how {
        0 => digits.to_owned(),
        1 => each(&|digit| format!("{digit} ")),
        2 => each(&|digit| char::from_u32(0xff10 + digit as u32).expect("a digit").to_string()),
        3 => each(&|digit| format!("{digit}\u{200b}")),
        4 => each(&|digit| format!("{digit}\u{ad}.")),
        5 => each(&|digit| format!("[{digit}]")),
        6 => each(&|digit| format!("{digit}\u{336}")),
        7 => each(&|digit| format!("&#{};", 48 + digit)),
        8 => each(&|digit| format!("<b>{digit}</b>")),
        9 => format!("\u{202e}{}\u{202c}", digits.chars().rev().collect::<String>()),
        10 => spelled(en, " "),
        11 => spelled(de, " "),
        12 => spelled(de, ""),
        13 => spelled(de, ", "),
        14 => spelled(ja, "、"),
        15 => each(&|digit| "〇一二三四五六七八九".chars().nth(digit).expect("a digit").to_string()),
        16 => each(&|digit| char::from_u32(0x660 + digit as u32).expect("a digit").to_string()),
        17 => each(&|digit| format!("{digit}-")),
        18 => each(&|digit| format!("{}\u{20e3}", digit)),
        _ => spelled(en, "\u{200b}-"),
    }
}

const WAYS: u8 = 20;

fn mail_disguised(name: &str, domain: &str, end: &str, how: u8) -> String {
    match how {
        0 => format!("{name}@{domain}.{end}"),
        1 => format!("{name} at {domain} dot {end}"),
        2 => format!("{name} (ät) {domain} (punkt) {end}"),
        3 => format!("{name}＠{domain}．{end}"),
        4 => format!("{name}アットマーク{domain}ドット{end}"),
        5 => format!("{name}[at]{domain}[dot]{end}"),
        6 => format!("{name}\u{200b}@\u{2060}{domain}\u{ad}.{end}"),
        7 => format!("{name}&#64;{domain}&period;{end}"),
        8 => format!("<i>{name}</i>@<b>{domain}</b>.{end}"),
        9 => {
            let turned: String = format!("{name}@{domain}.{end}").chars().rev().collect();
            format!("\u{202e}{turned}\u{202c}")
        }
        10 => format!("{name}@{domain}.{end}").chars().flat_map(|sign| [sign, ' ']).collect(),
        11 => format!("{name} Klammeraffe {domain} Punkt {end}"),
        _ => format!("{} {domain} {end} is the mail", name.to_uppercase()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_withheld_leaves_by_any_way(bits in 0_u16..2048) {
        check(&groups_of(bits));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_known_value_is_found_in_every_disguise(
        number in "0[1-9][0-9]{7,10}",
        name in "[a-z]{5,9}",
        domain in "[a-z]{4,9}",
        before in "(Calm and exact\\. |先日の件です。|Ruf sie an, |)",
    ) {
        let mail = format!("{name}@{domain}.example");
        let contact = Contact {
            phones: vec![labelled("mobile", number.clone())],
            emails: vec![labelled("work", mail)],
            addresses: vec![Address { street: format!("{domain}straße 12"), ..Address::default() }],
            links: vec![labelled("", format!("https://www.linkedin.com/in/{name}-{number}"))],
            ..Contact::default()
        };
        let known = leaks::Known::of(&contact);
        let mut disguises: Vec<String> = (0..WAYS).map(|how| disguised(&number, how)).collect();
        disguises.extend((0..13).map(|how| mail_disguised(&name, &domain, "example", how)));
        disguises.push(format!("{}STRASSE １２", domain.to_uppercase()));
        disguises.push(format!("{domain}\u{200b}stra\u{ad}ße zwölf"));
        disguises.push(format!("linkedin dot com slash in slash {name}-{number}"));
        for disguise in disguises {
            let text = format!("{before}{disguise}");
            let found = leaks::leaks_of(&text, &known);
            prop_assert!(!found.is_empty(), "not found: {text:?}");
            prop_assert!(found.iter().all(|leak| text.get(leak.range.clone()).is_some()));
            let left = leaks::withhold(&text, &known);
            prop_assert!(leaks::leaks_of(&left, &known).is_empty(), "{text:?} leaves {left:?}");
        }
    }
}

#[test]
fn a_vcard_is_read_by_others_and_holds_only_what_is_allowed() {
    let python = if cfg!(target_os = "linux") { "/usr/bin/python3" } else { "python3" };
    let asked = Command::new(python).args(["-c", "import vobject"]).output();
    let there = asked.is_ok_and(|output| output.status.success());
    assert!(
        there || std::env::var_os("CI").is_none(),
        "python3-vobject is missing; scripts/test installs it"
    );
    if !there {
        eprintln!("not tested: python3-vobject is missing");
        return;
    }
    let (book, _) = planted(
        &[
            FieldGroup::Name,
            FieldGroup::Organization,
            FieldGroup::Title,
            FieldGroup::BusinessContact,
            FieldGroup::Comment,
        ]
        .into(),
    );
    let comment = "Calm, exact; \"quoted\"\nBEGIN:VCARD\r\nEMAIL:a@b.example\\n <b>html</b> 田中";
    let shared =
        share::person(&book, HARUKA, Audience::Circle(MAKERS), comment, &[], &Texts::new(Locale::En));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("card.vcf");
    std::fs::write(&path, shared.vcard()).expect("a file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check_vcard.py");
    let output = Command::new(python).arg(script).arg(&path).output().expect("python starts");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}\n{}", shared.vcard());
    let cards: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(cards.as_array().map(Vec::len), Some(1), "what is typed begins no other card");
    let names: Vec<&str> =
        cards[0].as_array().expect("lines").iter().filter_map(|line| line[0].as_str()).collect();
    let haruka = &book.contacts[&HARUKA];
    for name in &names {
        let known = [
            "VERSION",
            "FN",
            "N",
            "X-PHONETIC-LAST-NAME",
            "X-PHONETIC-FIRST-NAME",
            "ORG",
            "TITLE",
            "EMAIL",
            "TEL",
            "ADR",
            "URL",
            "NOTE",
        ];
        assert!(known.contains(name), "{name} in {names:?}");
    }
    let value = |name: &str| {
        let line = cards[0].as_array().expect("lines").iter().find(|line| line[0] == name);
        line.map(|line| line[1].as_str().unwrap_or_default().to_owned()).unwrap_or_default()
    };
    assert_eq!(value("FN"), haruka.display_name());
    assert_eq!(value("EMAIL"), haruka.emails[0].value);
    assert_eq!(value("TEL"), haruka.phones[0].value);
    assert!(value("NOTE").starts_with("Calm, exact; \"quoted\"\nBEGIN:VCARD\nEMAIL:…"), "{}", value("NOTE"));
    assert!(value("NOTE").contains("<b>html</b> 田中"), "HTML is text: {}", value("NOTE"));
}

#[test]
fn every_way_out_goes_through_the_gate() {
    // Who calls the writers of other formats, and by which right.
    let ways = [
        ("json::write(", &["src/session/export.rs"][..]),
        ("ical::write(", &["src/session/export.rs", "src/session/calendar.rs"]),
        ("graph::write(", &["src/session/network.rs"]),
        ("events::csv(", &["src/session/events.rs"]),
        ("events::json(", &["src/session/events.rs"]),
        ("events::file(", &["src/session/export.rs"]),
        // Joining two copies of one book writes that book.
        ("format::write(", &["src/session/export.rs", "src/cli/merge.rs"]),
    ];
    let mut wrong = Vec::new();
    for path in files("src", "rs") {
        let source = Source::read(&path);
        if source.path.starts_with("src/store") {
            continue;
        }
        for (call, places) in ways {
            let found = source.shipped().contains(call) && !places.contains(&source.path.as_str());
            wrong.extend(found.then(|| format!("{}: {call}", source.path)));
        }
    }
    assert!(wrong.is_empty(), "Only what came through the gate is written for others:\n{}", wrong.join("\n"));
}
