//! The crowd: invented people become contacts with organizations and cards, in the order of meeting.
//!
//! It must not know what happens after a card was received.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::NaiveDate;

use super::desk::{Desk, clock, is_weekend, shift, working_day};
use super::lines::Tongue;
use super::person::{contact, impressions, organization, recognized, whereabouts};
use super::stage::{BUSINESS, FOOD, FRIENDS, MAKERS, MEDTECH, SERIES, Shares, Stage};
use crate::demo::face::{CardFace, CardLanguage, Trade};
use crate::demo::people::{Person, invent};
use crate::demo::rng::Rng;
use crate::model::{Affiliation, Attendance, Card, Contact, Event, Exchange, Id, Organization};

/// How somebody came into the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// At an event, with a card.
    Event(usize),
    /// Only on screen so far, with a digital card.
    Screen,
    /// Known before any card.
    Friend,
    /// Through somebody, over coffee, with a card.
    Introduced,
    /// Others spoke about them; no card, no meeting.
    Mentioned,
}

/// Somebody in the story.
pub(super) struct Actor {
    pub id: Id<Contact>,
    pub card: Option<Id<Card>>,
    pub met: NaiveDate,
    pub source: Source,
    pub circle: usize,
    pub column: usize,
    pub organization: Id<Organization>,
    pub name: String,
    pub field: String,
    pub topics: Vec<String>,
    /// 0 faint to 3 close.
    pub bond: usize,
    pub archived: bool,
    /// The owner's own choices about this person.
    pub dice: Rng,
}

/// What is to be drawn on a card later.
pub(super) struct Print {
    pub card: Id<Card>,
    pub face: CardFace,
    pub with_back: bool,
    pub on: NaiveDate,
}

/// A company that has several people in the book.
#[derive(Clone)]
struct Firm {
    id: Id<Organization>,
    person: Box<Person>,
}

/// Makes people one after the other, sorted into the circles that suit their trade.
struct Casting {
    seed: u64,
    next: u64,
    waiting: [VecDeque<Person>; 4],
    names: BTreeSet<String>,
}

impl Casting {
    fn fresh(&mut self) -> Person {
        loop {
            let person = invent(self.seed, self.next);
            self.next += 1;
            // With some thousand people, two of one name are as natural as in life.
            if self.names.len() > 2500 || self.names.insert(person.name()) {
                return person;
            }
        }
    }

    /// Returns somebody who suits a circle; anybody when the circle is that of the friends.
    fn for_circle(&mut self, circle: usize) -> Person {
        if circle >= self.waiting.len() {
            return self.fresh();
        }
        if let Some(person) = self.waiting[circle].pop_front() {
            return person;
        }
        for _ in 0..40 {
            let person = self.fresh();
            let own = circle_of(person.trade, person.style_seed);
            if own == circle {
                return person;
            }
            self.waiting[own].push_back(person);
        }
        self.fresh()
    }

    /// Returns whoever has waited longest.
    fn anybody(&mut self) -> Person {
        let longest = (0..self.waiting.len()).max_by_key(|at| self.waiting[*at].len()).unwrap_or(0);
        self.waiting[longest].pop_front().unwrap_or_else(|| self.fresh())
    }
}

/// Returns the circle of a trade; some trades stand between two.
fn circle_of(trade: Trade, seed: u64) -> usize {
    let other = seed.is_multiple_of(3);
    match trade {
        Trade::Medicine => MEDTECH,
        Trade::Science | Trade::Technology => {
            if other {
                MAKERS
            } else {
                MEDTECH
            }
        }
        Trade::Food => FOOD,
        Trade::Nature | Trade::Sea => {
            if other {
                BUSINESS
            } else {
                FOOD
            }
        }
        Trade::Design | Trade::Craft | Trade::Photography => MAKERS,
        Trade::Machinery | Trade::Architecture => {
            if other {
                BUSINESS
            } else {
                MAKERS
            }
        }
        Trade::Law | Trade::Logistics | Trade::Public => BUSINESS,
    }
}

/// The column of a language in the triples of the story.
pub(super) fn column(language: CardLanguage) -> usize {
    match language {
        CardLanguage::English => 0,
        CardLanguage::German => 1,
        CardLanguage::Japanese => 2,
    }
}

/// The finished crowd.
pub(super) struct Crowd {
    pub cast: Vec<Actor>,
    pub prints: Vec<Print>,
    /// The number of the next person who has not been used.
    pub next_person: u64,
}

/// Brings everybody in. `note` is told the number of people so far and may stop the story.
pub(super) fn gather<E>(
    desk: &mut Desk,
    stage: &mut Stage,
    contacts: usize,
    mut note: impl FnMut(usize) -> Result<(), E>,
) -> Result<Crowd, E> {
    let shares = Shares::of(contacts);
    let mut casting = Casting {
        seed: desk.seed,
        next: 0,
        waiting: std::array::from_fn(|_| VecDeque::new()),
        names: BTreeSet::new(),
    };
    let mut maker = Maker { firms: BTreeMap::new(), cast: Vec::new(), prints: Vec::new() };
    let last = stage.past.len();
    let (mut elsewhere, mut seated) = (0, 0);
    for at in 0..last {
        let (on, seats, attended) = {
            let gathering = &stage.past[at];
            (gathering.on, gathering.seats, gathering.status == Attendance::Attended)
        };
        let circle = SERIES[stage.past[at].series].circle;
        for _ in 0..seats {
            let person = if desk.dice.chance(72) { casting.for_circle(circle) } else { casting.anybody() };
            let day = shift(on, desk.dice.range(0, SERIES[stage.past[at].series].days - 1));
            maker.add(desk, stage, person, Source::Event(at), day);
            stage.past[at].met.push(maker.cast.len() - 1);
            note(maker.cast.len())?;
        }
        seated += seats;
        // Those without an event come in between, in the weeks after each evening.
        let earlier = shares.earlier.max(1);
        let until =
            if at + 3 >= last { shares.elsewhere } else { shares.elsewhere * seated.min(earlier) / earlier };
        while elsewhere < until && (attended || at + 3 >= last) {
            let source = match elsewhere % 9 {
                0 | 4 | 7 => Source::Screen,
                1 | 5 => Source::Friend,
                2 | 6 | 8 => Source::Introduced,
                _ => Source::Mentioned,
            };
            let day = working_day(shift(on, desk.dice.range(2, 16)));
            let newest = super::desk::working_day_before(desk.day(-2));
            let person = casting.anybody();
            maker.add(desk, stage, person, source, day.min(newest));
            elsewhere += 1;
            note(maker.cast.len())?;
        }
    }
    Ok(Crowd { cast: maker.cast, prints: maker.prints, next_person: casting.next })
}

struct Maker {
    firms: BTreeMap<(CardLanguage, Trade), Vec<Firm>>,
    cast: Vec<Actor>,
    prints: Vec<Print>,
}

impl Maker {
    fn add(&mut self, desk: &mut Desk, stage: &Stage, mut person: Person, source: Source, met: NaiveDate) {
        let number = self.cast.len();
        let mut dice = Rng::for_purpose(desk.seed ^ 0xAC_70_12, number as u64);
        let organization = self.employ(desk, &mut person, &mut dice, met);
        let column = column(person.language);
        let circle = if source == Source::Friend || dice.chance(3) {
            FRIENDS
        } else {
            circle_of(person.trade, person.style_seed)
        };
        let newest = (desk.today - met).num_days() <= 35;
        let bond = match source {
            Source::Mentioned => 0,
            Source::Friend => 2 + dice.below(2),
            _ => *dice.weighted(&[(52, 0), (31, 1), (12, 2), (5, 3)]),
        };
        let at_hour = match source {
            Source::Event(at) => (SERIES[stage.past[at].series].until.0 + 1).min(23),
            _ => 17,
        };
        let created_at = desk.moment(met, at_hour, number as u32 % 50);
        let id = desk.fresh(created_at);
        let card =
            (source != Source::Mentioned && (source != Source::Friend || dice.chance(55))).then(|| {
                let (event, exchange) = match source {
                    Source::Event(at) => (
                        Some(stage.past[at].id),
                        *dice.weighted(&[
                            (34, Exchange::IAsked),
                            (18, Exchange::TheyAsked),
                            (32, Exchange::Mutual),
                            (12, Exchange::HandedToMe),
                            (4, Exchange::Digital),
                        ]),
                    ),
                    Source::Screen => (None, Exchange::Digital),
                    Source::Friend => (None, Exchange::Unknown),
                    _ => (None, *dice.pick(&[Exchange::IAsked, Exchange::Mutual])),
                };
                let card = Card {
                    id: desk.fresh(created_at),
                    contact: Some(id),
                    received_on: Some(met),
                    event,
                    exchange,
                    impressions: impressions(desk, &person, met, bond, column, &mut dice),
                    whereabouts: whereabouts(stage, &person, exchange, newest, &mut dice),
                    recognized_text: recognized(&person.face()),
                    created_at,
                    updated_at: created_at,
                    ..Card::default()
                };
                let print = Print {
                    card: card.id,
                    face: person.face(),
                    with_back: dice.chance(if column == 2 { 45 } else { 15 }),
                    on: met,
                };
                self.prints.push(print);
                desk.put(card)
            });
        let affiliations = self.affiliations(desk, &person, organization, met, &mut dice);
        let contact = contact(desk, stage, &person, id, affiliations, (circle, source, bond, met), &mut dice);
        let actor = Actor {
            id,
            card,
            met,
            source,
            circle,
            column,
            organization,
            name: contact.display_name(),
            field: person.expertise.first().cloned().unwrap_or_default(),
            topics: person.topics,
            bond,
            archived: false,
            dice,
        };
        desk.put(contact);
        self.cast.push(actor);
    }

    /// Gives a person a place of work: now and then that of somebody who is in the book already.
    fn employ(
        &mut self,
        desk: &mut Desk,
        person: &mut Person,
        dice: &mut Rng,
        met: NaiveDate,
    ) -> Id<Organization> {
        let key = (person.language, person.trade);
        let firms = self.firms.entry(key).or_default();
        if !firms.is_empty() && dice.chance(30) {
            // The lower of two throws: a few companies have many people.
            let at = dice.below(firms.len()).min(dice.below(firms.len()));
            let firm = &firms[at];
            person.company.clone_from(&firm.person.company);
            person.company_latin.clone_from(&firm.person.company_latin);
            person.city.clone_from(&firm.person.city);
            person.district.clone_from(&firm.person.district);
            person.street.clone_from(&firm.person.street);
            person.postal_code.clone_from(&firm.person.postal_code);
            person.country.clone_from(&firm.person.country);
            person.country_code.clone_from(&firm.person.country_code);
            person.url.clone_from(&firm.person.url);
            person.phone = extension(&firm.person.phone, &person.phone);
            return firm.id;
        }
        let id = organization(desk, person, met);
        if firms.len() < 60 {
            firms.push(Firm { id, person: Box::new(person.clone()) });
        }
        id
    }

    /// Returns the places of work, newest first; some have changed jobs since the card was given.
    fn affiliations(
        &self,
        desk: &Desk,
        person: &Person,
        organization: Id<Organization>,
        met: NaiveDate,
        dice: &mut Rng,
    ) -> Vec<Affiliation> {
        let since = shift(met, -dice.range(200, 4000));
        let first = Affiliation {
            organization,
            title: person.title.clone(),
            department: person.department.clone(),
            from: dice.chance(30).then_some(since),
            until: None,
        };
        let age = (desk.today - met).num_days();
        let others = self.firms.get(&(person.language, person.trade));
        let moved = age > 220 && dice.chance(16);
        let Some(new) = others.filter(|_| moved).and_then(|firms| dice.try_pick(firms)) else {
            return vec![first];
        };
        if new.id == organization {
            return vec![first];
        }
        let change = working_day(shift(met, dice.range(90, age - 60)));
        let second = Affiliation {
            organization: new.id,
            title: new.person.title.clone(),
            department: String::new(),
            from: Some(change),
            until: None,
        };
        vec![second, Affiliation { until: Some(shift(change, -1)), ..first }]
    }
}

/// The owner writes mostly English, sometimes the language of the person.
pub(super) fn voice(column: usize, dice: &mut Rng) -> Tongue {
    Tongue { own: column, chosen: if dice.chance(35) { column } else { 0 } }
}

/// Returns the number of the firm with the last two digits of the person's own.
fn extension(firm: &str, own: &str) -> String {
    let cut = |text: &str| text.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    format!("{}{}", &firm[..cut(firm)], &own[cut(own)..])
}

/// What became of others who meant to come, in turn: most did.
const OTHERS: [Attendance; 9] = [
    Attendance::Attended,
    Attendance::CancelledEarly,
    Attendance::Attended,
    Attendance::CancelledLate,
    Attendance::Attended,
    Attendance::Attended,
    Attendance::NoShow,
    Attendance::Attended,
    Attendance::Attended,
];

/// Fills in who was, will be, or should have been at each event.
pub(super) fn attend(desk: &mut Desk, stage: &Stage, cast: &[Actor]) {
    let mut answers = 0;
    for gathering in &stage.past {
        let mut people: BTreeMap<Id<Contact>, Attendance> =
            gathering.met.iter().map(|at| (cast[*at].id, Attendance::Attended)).collect();
        let known = cast.partition_point(|actor| actor.met < gathering.on);
        if gathering.status == Attendance::Attended && known > 20 {
            for _ in 0..desk.dice.below(5) {
                let actor = &cast[desk.dice.below(known)];
                if actor.source != Source::Mentioned
                    && actor.met < gathering.on
                    && actor.circle == SERIES[gathering.series].circle
                {
                    let state = OTHERS[answers % OTHERS.len()];
                    answers += 1;
                    people.entry(actor.id).or_insert(state);
                }
            }
        }
        desk.edit(gathering.id, |event: &mut Event| event.participants = people);
    }
    for gathering in stage.coming.iter().chain(&stage.cancelled) {
        let mut people = BTreeMap::new();
        for _ in 0..24.min(cast.len()) {
            let actor = &cast[desk.dice.below(cast.len())];
            let suits =
                actor.circle == SERIES[gathering.series].circle && actor.met < gathering.on.min(desk.today);
            if suits && actor.source != Source::Mentioned && people.len() < 6 {
                let state =
                    if gathering.on < desk.today { Attendance::Attended } else { Attendance::Planned };
                people.insert(actor.id, state);
            }
        }
        desk.edit(gathering.id, |event: &mut Event| event.participants = people);
    }
}

/// Whether a day suits a meeting with an actor: friends meet on any day.
pub(super) fn suits(actor: &Actor, day: NaiveDate) -> bool {
    actor.circle == FRIENDS || !is_weekend(day)
}

/// A time of day between nine and six, on the quarter.
pub(super) fn office_hour(dice: &mut Rng) -> chrono::NaiveTime {
    clock(9 + dice.below(9) as u32, 15 * dice.below(4) as u32)
}
