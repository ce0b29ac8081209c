//! The stage: owner, circles, places for cards, and the events at which people meet.
//!
//! It must not know who comes.

use chrono::NaiveDate;

use super::desk::{Desk, clock, is_weekend, saturday, shift, working_day, working_day_before};
use super::lines;
use crate::model::{
    Answer, Attendance, Cadence, Circle, Event, FieldGroup, Header, Id, Labelled, Money, Organization,
    OrganizerCare, Owner, PersonName, RepeatDecision, Storage, StorageKind, Wish,
};

/// Numbers of the circles, in the order of the colours.
pub(super) const BUSINESS: usize = 0;
/// People who make things.
pub(super) const MAKERS: usize = 1;
/// Roasters, cooks, farmers.
pub(super) const FOOD: usize = 2;
/// Medicine and the research for it.
pub(super) const MEDTECH: usize = 3;
/// Everybody who was there before the cards.
pub(super) const FRIENDS: usize = 4;

/// A series of events.
pub(super) struct Series {
    pub title: &'static str,
    pub city: &'static str,
    pub venue: &'static str,
    pub circle: usize,
    pub from: (u32, u32),
    pub until: (u32, u32),
    /// Amount in minor units, and currency.
    pub fee: (i64, &'static str),
    pub days: i64,
    pub weekend: bool,
    pub organizer: &'static str,
}

const fn series(
    title: &'static str,
    (venue, city): (&'static str, &'static str),
    circle: usize,
    (from, until): ((u32, u32), (u32, u32)),
    fee: (i64, &'static str),
    organizer: &'static str,
) -> Series {
    Series { title, city, venue, circle, from, until, fee, days: 1, weekend: false, organizer }
}

pub(super) const HARDWARE: usize = 0;
pub(super) const BREAKFAST: usize = 1;
pub(super) const FOUNDERS: usize = 2;
pub(super) const SUPPLY: usize = 3;
pub(super) const SALON: usize = 4;
pub(super) const FORUM: usize = 5;
pub(super) const SUPPER: usize = 6;
pub(super) const OPEN_DAY: usize = 7;
pub(super) const TABLE: usize = 12;

/// All series. The last one is small and invitation only.
pub(super) const SERIES: [Series; 13] = [
    series(
        "Hardware Evening Berlin",
        ("Halle 7", "Berlin"),
        MAKERS,
        ((18, 30), (22, 0)),
        (2500, "EUR"),
        "Maker-Verein Berlin",
    ),
    series(
        "MedTech Breakfast",
        ("Klinikforum, Saal 2", "Berlin"),
        MEDTECH,
        ((8, 0), (9, 30)),
        (1800, "EUR"),
        "Netzwerk Medizintechnik",
    ),
    series(
        "Gründerabend",
        ("Kontor am Kanal", "Leipzig"),
        BUSINESS,
        ((19, 0), (22, 30)),
        (1500, "EUR"),
        "Gründerhaus Leipzig",
    ),
    series(
        "Supply Round Table",
        ("Speicher 12", "Hamburg"),
        BUSINESS,
        ((14, 0), (17, 0)),
        (4000, "EUR"),
        "Supply Circle e. V.",
    ),
    series(
        "Monozukuri Salon Tokyo",
        ("ものづくりホール見本町", "東京"),
        MAKERS,
        ((18, 0), (21, 0)),
        (5000, "JPY"),
        "ものづくりの会",
    ),
    Series {
        days: 3,
        ..series(
            "MedForum Düsseldorf",
            ("Rheinhalle 4", "Düsseldorf"),
            MEDTECH,
            ((9, 0), (17, 30)),
            (18_000, "EUR"),
            "Netzwerk Medizintechnik",
        )
    },
    Series {
        weekend: true,
        ..series(
            "Food & Craft Supper",
            ("Küche Fernweh", "Hamburg"),
            FOOD,
            ((19, 0), (23, 0)),
            (4500, "EUR"),
            "Tafelrunde Altona",
        )
    },
    Series {
        weekend: true,
        ..series(
            "Workshop Open Day",
            ("Alte Ziegelei", "Berlin"),
            MAKERS,
            ((10, 0), (16, 0)),
            (0, "EUR"),
            "Maker-Verein Berlin",
        )
    },
    series(
        "異業種交流会 京都",
        ("町家サロン見本", "京都"),
        BUSINESS,
        ((18, 30), (20, 30)),
        (4000, "JPY"),
        "京都異業種会",
    ),
    Series {
        weekend: true,
        ..series(
            "Neighbours' Long Table",
            ("Amselstieg, courtyard", "Berlin"),
            FRIENDS,
            ((17, 0), (22, 0)),
            (0, "EUR"),
            "",
        )
    },
    series(
        "Design Table Copenhagen",
        ("Lantern House", "Copenhagen"),
        MAKERS,
        ((17, 30), (21, 0)),
        (3000, "EUR"),
        "Design Table",
    ),
    series(
        "Harbour Lunch",
        ("Kantine am Kai", "Hamburg"),
        BUSINESS,
        ((12, 0), (13, 30)),
        (2200, "EUR"),
        "Supply Circle e. V.",
    ),
    series(
        "Founders' Table",
        ("Weinstube Holunder", "Berlin"),
        BUSINESS,
        ((20, 0), (23, 0)),
        (3500, "EUR"),
        "",
    ),
];

/// One event of the story, its record, and who of the cast was met there.
pub(super) struct Gathering {
    pub id: Id<Event>,
    pub series: usize,
    pub on: NaiveDate,
    pub last: NaiveDate,
    pub status: Attendance,
    /// How many people are met there for the first time.
    pub seats: usize,
    /// Cast numbers of those who were met there.
    pub met: Vec<usize>,
}

/// What stands before anybody comes.
pub(super) struct Stage {
    pub circles: Vec<Id<Circle>>,
    /// Blue box, its two parts, binder, its pages, wallet.
    pub storages: Vec<Id<Storage>>,
    /// Past events in the order of days, then yesterday's, then this morning's.
    pub past: Vec<Gathering>,
    /// Events to come.
    pub coming: Vec<Gathering>,
    /// The event that was cancelled a few hours before.
    pub cancelled: Option<Gathering>,
    /// The event of about thirty days ago whose reviews fall due now, as an index into `past`.
    pub month_ago: Option<usize>,
}

/// How many people come into the book in which way.
pub(super) struct Shares {
    /// At this morning's event, already named.
    pub morning: usize,
    /// At yesterday's event.
    pub yesterday: usize,
    /// At all earlier events.
    pub earlier: usize,
    /// Without an event.
    pub elsewhere: usize,
}

impl Shares {
    pub fn of(contacts: usize) -> Self {
        let whole = contacts >= 30;
        let elsewhere = if whole { contacts * 18 / 100 } else { 0 };
        let morning = if whole { 3 } else { 0 };
        let yesterday = if whole { 8 } else { contacts.div_ceil(3) };
        Self { morning, yesterday, earlier: contacts - elsewhere - morning - yesterday, elsewhere }
    }
}

/// Sets the stage for a book of `contacts` people.
pub(super) fn set(desk: &mut Desk, contacts: usize) -> Stage {
    let shares = Shares::of(contacts);
    let scale = contacts.max(1) as f64 / 250.0;
    let years = if contacts <= 250 { 910.0 } else { (910.0 * scale.powf(0.45)).min(9125.0) };
    let start = desk.day(-(years as i64));
    header(desk, start);
    let circles = circles(desk, start);
    let storages = storages(desk, start);
    let mut past = history(desk, start, contacts, &shares, scale);
    let weekend = is_weekend(desk.day(-1));
    let yesterday = desk.day(-1);
    past.push(gathering(
        desk,
        if weekend { SUPPER } else { HARDWARE },
        yesterday,
        Attendance::Attended,
        shares.yesterday,
    ));
    let today = desk.today;
    past.push(gathering(
        desk,
        if is_weekend(today) { OPEN_DAY } else { BREAKFAST },
        today,
        Attendance::Attended,
        shares.morning,
    ));
    let month_ago = (contacts >= 30).then(|| {
        let on = working_day(desk.day(-30));
        let at = past.partition_point(|other| other.on <= on);
        past.insert(at, gathering(desk, FOUNDERS, on, Attendance::Attended, 0));
        at
    });
    if contacts >= 30 {
        // Inserted behind the event of a month ago, whose place stays as it is.
        let on = working_day(desk.day(-14));
        let at = past.partition_point(|other| other.on <= on);
        past.insert(at, gathering(desk, SUPPLY, on, Attendance::Attended, 0));
    }
    seat(desk, &mut past, &shares, month_ago);
    let cancelled = (contacts >= 10).then(|| {
        let on = working_day_before(desk.day(-3));
        gathering(desk, TABLE, on, Attendance::CancelledLate, 0)
    });
    let mut coming = Vec::new();
    for (series, days) in [(FOUNDERS, 8), (FORUM, 12), (SUPPLY, 20), (SALON, 33), (HARDWARE, 41)] {
        let mut on = working_day(desk.day(days));
        // Three days in one week.
        while series == FORUM && is_weekend(shift(on, 2)) {
            on = working_day(shift(on, 1));
        }
        coming.push(gathering(desk, series, on, Attendance::Planned, 0));
    }
    let stage = Stage { circles, storages, past, coming, cancelled, month_ago };
    for gathering in stage.past.iter().chain(&stage.coming).chain(&stage.cancelled) {
        write_event(desk, gathering);
    }
    name_organizers(desk, &stage);
    stage
}

fn header(desk: &mut Desk, start: NaiveDate) {
    let created_at = desk.moment(start, 9, 0);
    let id = desk.fresh(created_at);
    desk.book.header = std::sync::Arc::new(Header {
        id,
        created_at,
        owner: Owner {
            name: PersonName::new("Robin", "Falk"),
            emails: vec![Labelled::new("work", "robin.falk@example.com")],
            phones: vec![Labelled::new("mobile", "+49 30 23125 042")],
            organization: "Falk & Lind Product Studio".to_owned(),
        },
        is_demo: true,
        ..Header::default()
    });
}

fn circles(desk: &mut Desk, start: NaiveDate) -> Vec<Id<Circle>> {
    use FieldGroup::{Birthday, BusinessContact, HumanSide};
    // Whoever wants to reach somebody asks: only the club of cooks hands numbers around, and friends know about lives.
    let more: [(&str, &[FieldGroup], Option<Cadence>); 5] = [
        ("Business", &[], None),
        ("Makers", &[], None),
        ("Food & drink", &[BusinessContact], None),
        ("MedTech", &[], None),
        ("Friends & family", &[Birthday, HumanSide], Some(Cadence { ideal_days: 60, latest_days: 150 })),
    ];
    let mut ids = Vec::new();
    for (at, (name, groups, cadence)) in more.into_iter().enumerate() {
        let created_at = desk.moment(start, 9, 1 + at as u32);
        let mut shared = Circle::default_policy();
        shared.extend(groups);
        let id = desk.fresh(created_at);
        ids.push(desk.put(Circle {
            id,
            name: name.to_owned(),
            colour: at as u8,
            order: at as u32,
            shared,
            cadence,
            created_at,
            updated_at: created_at,
        }));
    }
    ids
}

fn storages(desk: &mut Desk, start: NaiveDate) -> Vec<Id<Storage>> {
    let mut ids: Vec<Id<Storage>> = Vec::new();
    let tree = [
        ("Blue box", StorageKind::Box, None),
        ("Blue box, front half", StorageKind::Box, Some(0)),
        ("Blue box, back half", StorageKind::Box, Some(0)),
        ("Green binder", StorageKind::Binder, None),
        ("Page 1, Japan", StorageKind::Page, Some(3)),
        ("Page 2, hospitals", StorageKind::Page, Some(3)),
        ("Page 3, workshops", StorageKind::Page, Some(3)),
        ("Wallet", StorageKind::Wallet, None),
    ];
    for (order, (name, kind, inside)) in (0..).zip(tree) {
        let at = desk.moment(start, 9, 30);
        let id = desk.fresh(at);
        let inside = inside.and_then(|outer: usize| ids.get(outer).copied());
        ids.push(desk.put(Storage { id, name: name.to_owned(), inside, kind, order }));
    }
    ids
}

/// Returns events from the start of the book to a week ago.
fn history(
    desk: &mut Desk,
    start: NaiveDate,
    contacts: usize,
    shares: &Shares,
    scale: f64,
) -> Vec<Gathering> {
    let gap = (26.0 * scale.max(1.0).powf(-0.27)).clamp(4.0, 26.0);
    let last = desk.day(-7);
    let mut list: Vec<Gathering> = Vec::new();
    let mut day = shift(start, 9);
    // Small books go back less far, not thinner.
    let most = if contacts >= 30 { usize::MAX } else { shares.earlier.div_ceil(3) };
    if most != usize::MAX {
        day = shift(last, -((most as f64 * gap) as i64));
    }
    // These days have an event in any case.
    let taken = [working_day(desk.day(-30)), working_day(desk.day(-14))];
    let mut round = 0;
    while day < last && list.len() < most {
        let series = *desk.dice.weighted(&[
            (16, HARDWARE),
            (14, BREAKFAST),
            (14, FOUNDERS),
            (12, SUPPLY),
            (10, SALON),
            (3, FORUM),
            (9, SUPPER),
            (7, OPEN_DAY),
            (8, 8),
            (5, 9),
            (6, 10),
            (8, 11),
        ]);
        let mut on = if SERIES[series].weekend { saturday(day) } else { working_day(day) };
        while SERIES[series].days > 1 && is_weekend(shift(on, SERIES[series].days - 1)) {
            on = working_day(shift(on, 1));
        }
        let free = list.last().is_none_or(|other| other.last < on) && on <= last && !taken.contains(&on);
        if free {
            let status = match round % 41 {
                4 | 21 | 33 => Attendance::CancelledEarly,
                9 => Attendance::CancelledLate,
                15 => Attendance::NoShow,
                _ => Attendance::Attended,
            };
            let status = if contacts >= 30 { status } else { Attendance::Attended };
            list.push(gathering(desk, series, on, status, 0));
            round += 1;
        }
        let wide = (gap * 0.6) as i64;
        day = shift(day, wide + desk.dice.range(0, (gap * 0.8) as i64));
    }
    list
}

/// Distributes the people of the earlier events over those that were attended, unevenly.
fn seat(desk: &mut Desk, past: &mut [Gathering], shares: &Shares, month_ago: Option<usize>) {
    let count = past.len().saturating_sub(2);
    let mut weights = Vec::with_capacity(count);
    for (at, gathering) in past.iter().take(count).enumerate() {
        let weight = if gathering.status != Attendance::Attended {
            0
        } else if Some(at) == month_ago {
            4
        } else {
            let crowd = if desk.dice.chance(12) { 5 } else { 0 };
            (2 + desk.dice.below(4) + crowd) * SERIES[gathering.series].days as usize
        };
        weights.push(weight);
    }
    let total: usize = weights.iter().sum();
    if total == 0 {
        // Nothing was attended before: yesterday's event takes everybody.
        if let Some(yesterday) = past.get_mut(count) {
            yesterday.seats += shares.earlier;
        }
        return;
    }
    let (mut seen, mut given) = (0, 0);
    for (gathering, weight) in past.iter_mut().zip(weights) {
        seen += weight;
        let until = shares.earlier * seen / total;
        gathering.seats = until - given;
        given = until;
    }
}

fn gathering(desk: &mut Desk, series: usize, on: NaiveDate, status: Attendance, seats: usize) -> Gathering {
    let at = desk.moment(shift(on, -20), 11, 0);
    let last = shift(on, SERIES[series].days - 1);
    Gathering { id: desk.fresh(at), series, on, last, status, seats, met: Vec::new() }
}

fn write_event(desk: &mut Desk, gathering: &Gathering) {
    let series = &SERIES[gathering.series];
    let created_at = desk.moment(shift(gathering.on, -20), 11, 0);
    let attended = gathering.status == Attendance::Attended;
    let age = (desk.today - gathering.on).num_days();
    let mut dice = desk.dice.clone();
    desk.dice.next();
    let mut answer = |yes: u32| {
        if !attended || age < 2 {
            Answer::NotYet
        } else if dice.chance(yes) {
            Answer::Yes
        } else {
            Answer::No
        }
    };
    let organizer_care =
        OrganizerCare { thank_you: answer(60), satisfaction: answer(35), report: answer(40) };
    let repeat = (attended && age > 6 && dice.chance(60)).then(|| {
        let (again, reason) = *dice.pick(&lines::REPEAT);
        let wish = match (again, age % 2) {
            (true, 0) => Wish::Always,
            (true, _) => Wish::Gladly,
            (false, 0) => Wish::Never,
            (false, _) => Wish::Rarely,
        };
        RepeatDecision::new(wish, reason.to_owned(), shift(gathering.last, dice.range(2, 6)))
    });
    let notes = match gathering.status {
        Attendance::Attended if dice.chance(75) => *dice.pick(&lines::EVENT_NOTES),
        Attendance::CancelledEarly => "Wrote a week before; the seat went to somebody from the list.",
        Attendance::CancelledLate => "Cancelled three hours before. Not again.",
        Attendance::NoShow => "Mixed up the week and did not come. Called the organiser the next morning.",
        _ => "",
    };
    let (minor, currency) = series.fee;
    let updated_at = desk.moment(shift(gathering.last, 1), 9, 0).max(created_at);
    desk.put(Event {
        id: gathering.id,
        title: series.title.to_owned(),
        series: series.title.to_owned(),
        starts_on: Some(gathering.on),
        ends_on: (gathering.last != gathering.on).then_some(gathering.last),
        starts_at: Some(clock(series.from.0, series.from.1)),
        ends_at: Some(clock(series.until.0, series.until.1)),
        venue: series.venue.to_owned(),
        city: series.city.to_owned(),
        fee: (minor > 0).then(|| Money { minor, currency: currency.to_owned() }),
        link: "https://www.example.org/events".to_owned(),
        goal: (*dice.pick(&lines::GOALS)).to_owned(),
        status: gathering.status,
        cancelled_on: match gathering.status {
            Attendance::CancelledEarly => Some(shift(gathering.on, -7)),
            Attendance::CancelledLate => Some(gathering.on),
            _ => None,
        },
        organizer_care,
        repeat,
        notes: notes.to_owned(),
        created_at,
        updated_at: if age < 0 { created_at } else { updated_at },
        ..Event::default()
    });
}

/// Gives every event its organiser; the organizations are made once.
fn name_organizers(desk: &mut Desk, stage: &Stage) {
    let mut known: std::collections::BTreeMap<&str, Id<Organization>> = std::collections::BTreeMap::new();
    for gathering in stage.past.iter().chain(&stage.coming) {
        let series = &SERIES[gathering.series];
        if series.organizer.is_empty() {
            continue;
        }
        let at = desk.moment(shift(gathering.on, -20), 10, 0);
        let id = *known.entry(series.organizer).or_insert_with(|| {
            let id = desk.fresh(at);
            desk.put(Organization {
                id,
                name: series.organizer.to_owned(),
                city: series.city.to_owned(),
                website: "https://www.example.org".to_owned(),
                created_at: at,
                updated_at: at,
                ..Organization::default()
            })
        });
        desk.edit(gathering.id, |event: &mut Event| {
            event.organizer = Some(crate::model::Organizer::Organization(id));
        });
    }
}
