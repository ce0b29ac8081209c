//! Books for tests of store and exchange: every kind of record, texts that break careless programs.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::sync::Arc;

use cardloom::model::*;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// Texts that break quoting, escaping, line splitting or writing direction somewhere.
pub const HOSTILE: &[&str] = &[
    "",
    " ",
    "\"quoted\" and 'single'",
    "back\\slash \\n \\u{41}",
    "line\nfeed\r\nand return\r",
    "nul \0 bell \u{7} escape \u{1b}[31m",
    "),\n(id:\"00000000000000000000000000000001\"),",
    "],\n)",
    "// no comment /* nor this */",
    "r#\"raw\"# Some(None) implicit",
    "None",
    "田中 遥 が\u{3099} 👩🏽‍💻 🇯🇵",
    "\u{202e}right to left\u{202c} שלום مرحبا",
    "\u{feff}mark \u{2028}line separator\u{2029} \u{85}",
    "\u{fffe}\u{ffff}\u{10ffff}",
    "<a href=\"x\">&amp;]]></a>",
    "=cmd|'/c calc'!A1",
];

/// A small generator of numbers (SplitMix64), so that a seed gives one book.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % limit as u64).unwrap()
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }

    fn coin(&mut self) -> bool {
        self.roll().is_multiple_of(2)
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn many<T, C: FromIterator<T>>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> C {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    fn id<T>(&mut self) -> Id<T> {
        Id::new(u128::from(self.roll()) << 64 | u128::from(self.roll()) | 1)
    }

    fn day(&mut self) -> NaiveDate {
        let days = [
            NaiveDate::default(),
            NaiveDate::from_ymd_opt(2024, 2, 29).unwrap(),
            NaiveDate::from_ymd_opt(1, 1, 1).unwrap(),
            NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(),
        ];
        self.pick(&days)
    }

    fn time(&mut self) -> DateTime<Utc> {
        let seconds = i64::try_from(self.roll() % 4_000_000_000).unwrap();
        let nanos = self.pick(&[0, 1, 999_999_999]);
        DateTime::from_timestamp(seconds, nanos).unwrap()
    }

    fn clock(&mut self) -> NaiveTime {
        let second = u32::try_from(self.below(86_400)).unwrap();
        NaiveTime::from_num_seconds_from_midnight_opt(second, 0).unwrap()
    }
}

/// Returns a book with `size` records of every kind; the texts come from `words`.
pub fn book(seed: u64, size: usize, words: &[String]) -> Book {
    let mut dice = Dice(seed);
    let text = |dice: &mut Dice| dice.pick(words);
    let labelled = |dice: &mut Dice| Labelled { label: text(dice), value: text(dice) };
    let mut book = Book::new(dice.id(), dice.time());
    let mut header = Header::clone(&book.header);
    header.owner.organization = text(&mut dice);
    header.owner.name = PersonName::new(text(&mut dice), text(&mut dice));
    header.review_after_days = dice.maybe(|dice| u32::try_from(dice.below(99)).unwrap());
    header.is_demo = dice.coin();
    book.header = Arc::new(header);
    for _ in 0..size {
        let dice = &mut dice;
        let cadence = dice.maybe(|_| Cadence { ideal_days: 30, latest_days: 90 });
        put(
            &mut book,
            Circle {
                id: dice.id(),
                name: text(dice),
                colour: 3,
                order: 7,
                shared: Circle::default_policy(),
                cadence,
                created_at: dice.time(),
                updated_at: dice.time(),
            },
        );
        let organization = Organization {
            id: dice.id(),
            name: text(dice),
            former_names: dice.many(text),
            part_of: dice.maybe(Dice::id),
            notes: text(dice),
            created_at: dice.time(),
            ..Organization::default()
        };
        let affiliation = Affiliation {
            organization: organization.id,
            title: text(dice),
            from: dice.maybe(Dice::day),
            ..Affiliation::default()
        };
        put(&mut book, organization);
        let contact = Contact {
            id: dice.id(),
            name: PersonName {
                family: text(dice),
                given: text(dice),
                family_reading: text(dice),
                order: dice.pick(&[NameOrder::ByLanguage, NameOrder::FamilyFirst, NameOrder::GivenFirst]),
                ..PersonName::default()
            },
            affiliations: vec![affiliation],
            emails: dice.many(labelled),
            phones: dice.many(labelled),
            addresses: vec![Address { street: text(dice), city: text(dice), ..Address::default() }],
            expertise: dice.many(|dice| Expertise { what: text(dice), level: ExpertiseLevel::Expert }),
            needs: dice.many(|dice| Need {
                id: dice.id(),
                what: text(dice),
                opened_on: Some(dice.day()),
                closed_on: None,
            }),
            research: dice.many(|dice| ResearchNote {
                text: text(dice),
                source: text(dice),
                researched_on: dice.maybe(Dice::day),
            }),
            human: HumanSide {
                birthday: dice.maybe(|_| YearlessDate { month: 2, day: 29, year: None }),
                people: text(dice),
                ..HumanSide::default()
            },
            tags: dice.many(text),
            circles: dice.many(Dice::id),
            cadence,
            archived: dice.maybe(|dice| Archived { on: dice.day(), reason: text(dice) }),
            foreign_properties: dice.many(text),
            created_at: dice.time(),
            updated_at: dice.time(),
            ..Contact::default()
        };
        let person = contact.id;
        put(&mut book, contact);
        let event = Event {
            id: dice.id(),
            title: text(dice),
            starts_on: dice.maybe(Dice::day),
            starts_at: dice.maybe(Dice::clock),
            organizer: dice.maybe(|dice| {
                if dice.coin() { Organizer::Contact(person) } else { Organizer::Organization(dice.id()) }
            }),
            fee: dice.maybe(|dice| Money { minor: -150, currency: text(dice) }),
            status: dice.pick(&Attendance::ALL),
            participants: [(person, dice.pick(&Attendance::ALL))].into(),
            organizer_care: OrganizerCare { report: Answer::No, ..OrganizerCare::default() },
            repeat: dice.maybe(|dice| RepeatDecision::new(dice.pick(&Wish::ALL), text(dice), dice.day())),
            ..Event::default()
        };
        let meeting = event.id;
        put(&mut book, event);
        let picture = attachment(&dice.roll().to_le_bytes());
        put(
            &mut book,
            SavedSearch { id: dice.id(), name: text(dice), query: text(dice), ..SavedSearch::default() },
        );
        put(
            &mut book,
            Storage {
                id: dice.id(),
                name: text(dice),
                inside: dice.maybe(Dice::id),
                kind: dice.pick(&StorageKind::ALL),
                order: 3,
            },
        );
        let whereabouts = [
            Whereabouts::Unknown,
            Whereabouts::Digital,
            Whereabouts::StoredIn(dice.id()),
            Whereabouts::LentTo { contact: person, on: dice.day(), from: dice.maybe(Dice::id) },
            Whereabouts::PassedOnTo { contact: person, on: dice.day() },
            Whereabouts::Discarded { on: dice.day() },
        ];
        let card = Card {
            id: dice.id(),
            contact: dice.maybe(|_| person),
            front: Some(picture.id),
            received_on: dice.maybe(Dice::day),
            event: dice.maybe(|_| meeting),
            exchange: dice.pick(&Exchange::ALL),
            impressions: dice.many(|dice| Impression { on: dice.day(), text: text(dice) }),
            whereabouts: dice.pick(&whereabouts),
            recognized_text: text(dice),
            created_at: dice.time(),
            ..Card::default()
        };
        let card_id = card.id;
        put(&mut book, picture);
        put(&mut book, card);
        let encounter = Encounter {
            id: dice.id(),
            kind: dice.pick(&EncounterKind::ALL),
            direction: dice.pick(&[Direction::Mutual, Direction::FromMe, Direction::ToMe]),
            on: dice.day(),
            at: dice.maybe(Dice::clock),
            contacts: [person].into(),
            topics: dice.many(text),
            favours: dice.many(|dice| Favour {
                kind: FavourKind::Gift,
                given: dice.coin(),
                what: text(dice),
            }),
            reply: dice.pick(&[Reply::None, Reply::Once, Reply::Continuing]),
            is_thank_you: dice.coin(),
            ..Encounter::default()
        };
        let met = encounter.id;
        put(&mut book, encounter);
        let party = |dice: &mut Dice| if dice.coin() { Party::Me } else { Party::Contact(person) };
        let mut kinds = RelationKind::NAMED.to_vec();
        kinds.push(RelationKind::Other(text(dice)));
        put(
            &mut book,
            Relationship {
                id: dice.id(),
                from: person,
                to: dice.id(),
                kind: dice.pick(&kinds),
                since: dice.maybe(Dice::day),
                ..Relationship::default()
            },
        );
        put(
            &mut book,
            Introduction {
                id: dice.id(),
                introducer: party(dice),
                a: party(dice),
                b: Party::Contact(person),
                state: dice.pick(&IntroductionState::ALL),
                note: text(dice),
                ..Introduction::default()
            },
        );
        put(
            &mut book,
            Referral {
                id: dice.id(),
                subject: person,
                card: Some(card_id),
                giver: party(dice),
                recipient: party(dice),
                need: dice.maybe(Dice::id),
                comment: text(dice),
                state: dice.pick(&ReferralState::ALL),
                steps: dice.many(|dice| ReferralStep { state: ReferralState::TheyMet, on: dice.day() }),
                outcome: dice.maybe(|dice| Outcome {
                    kind: OutcomeKind::LedToWork,
                    value: None,
                    note: text(dice),
                }),
                ..Referral::default()
            },
        );
        let verdicts = [
            Verdict::Deepen { next_step: text(dice), due_on: dice.day() },
            Verdict::Keep { review_on: dice.day() },
            Verdict::LetGo,
        ];
        put(
            &mut book,
            Review {
                id: dice.id(),
                contact: person,
                on: dice.day(),
                verdict: dice.pick(&verdicts),
                developed: dice.maybe(|dice| dice.below(2) == 0),
                reasons: dice.many(|dice| ReviewReason::from(text(dice))),
                ..Review::default()
            },
        );
        let reasons = [
            Reason::Own,
            Reason::Card(card_id),
            Reason::CardReview(card_id),
            Reason::Event(meeting),
            Reason::Birthday { year: -4 },
        ];
        let states = [
            FollowUpState::Open,
            FollowUpState::Done { on: dice.day(), encounter: Some(met) },
            FollowUpState::Done { on: dice.day(), encounter: None },
            FollowUpState::Dropped { on: dice.day(), reason: text(dice) },
        ];
        put(
            &mut book,
            FollowUp {
                id: dice.id(),
                kind: dice.pick(&FollowUpKind::ALL),
                due_on: dice.day(),
                about: text(dice),
                reason: dice.pick(&reasons),
                state: dice.pick(&states),
                ..FollowUp::default()
            },
        );
        let (x, y) = dice.pick(&[(0.0, -0.0), (1.5e-3, -1e30), (f32::MIN_POSITIVE, f32::MAX), (12.3, -4.0)]);
        put(&mut book, Place { id: person.cast(), x, y, pinned: dice.coin() });
        put(
            &mut book,
            Conflict {
                id: dice.id(),
                record: dice.maybe(|_| RecordRef::Contact(person)),
                field: "notes".to_owned(),
                kept: text(dice),
                other: text(dice),
                source: text(dice),
                noticed_at: dice.time(),
            },
        );
    }
    book
}

/// Returns a book with every kind of record and hostile texts.
pub fn hostile(seed: u64, size: usize) -> Book {
    let words: Vec<String> = HOSTILE.iter().map(|text| (*text).to_owned()).collect();
    book(seed, size, &words)
}

/// Puts a record into its table.
pub fn put<T: InBook>(book: &mut Book, record: T) {
    T::table_mut(book).insert(record.id(), Arc::new(record));
}

/// Returns the record of a picture with this content.
pub fn attachment(bytes: &[u8]) -> Attachment {
    let hash = cardloom::store::Attachments::hash(bytes);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Attachment {
        id: Attachment::id_of_hash(&hash),
        hash: hex,
        extension: "jpg".to_owned(),
        name: "../scan 1.jpg".to_owned(),
        bytes: bytes.len() as u64,
        ..Attachment::default()
    }
}
