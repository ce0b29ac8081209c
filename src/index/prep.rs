//! What is good to know before an event: whom I may meet again, what we talked about last, and what I could do for them.
//!
//! Owns who is on the sheet and in which order; who can help whom is asked of [`super::matching`]. Must not know how a
//! sheet looks. Start reading at [`Prep::of`].
//!
//! Invariant: nobody is on a sheet twice, and nobody who was let go (`tests::who_comes_again`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Fit, Index, Lineage, Sought, Tried};
use crate::model::{Attendance, Book, Contact, Encounter, Event, Id, Organizer, Party, ReferralState};
use crate::text::fold::fold;

/// More people are not prepared for; the sheet says how many there are besides.
const MOST_PEOPLE: usize = 60;

/// Helpers among whom the best for an event is chosen.
const HELPERS: usize = 5;

/// Talks whose topics are shown for each person.
const TALKS: usize = 3;

/// What is good to know before an event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prep {
    /// Who may be there, those who said so first, then those who came most often.
    pub people: Vec<Guest>,
    /// How many more there are.
    pub more: usize,
    /// Earlier events of the series at which I was.
    pub earlier: usize,
    /// Who brought me to whoever organises it.
    pub brought_by: Option<Id<Contact>>,
}

/// Somebody whom I may meet.
#[derive(Debug, Clone, PartialEq)]
pub struct Guest {
    /// Who.
    pub contact: Id<Contact>,
    /// What is known about their coming.
    pub said: Option<Attendance>,
    /// They organise it.
    pub organizes: bool,
    /// At how many earlier events of the series I met them, and when last.
    pub met: usize,
    /// The last of these.
    pub last_met: Option<NaiveDate>,
    /// The last talks with topics, newest first.
    pub talks: Vec<Talk>,
    /// Who introduced us, and when.
    pub introduced_by: Option<(Id<Contact>, Option<NaiveDate>)>,
    /// What they look for, and who might help with it; of several needs one with a match stands first.
    pub need: Option<Help>,
    /// Promises to them that are open: cards of theirs that I passed on without telling them.
    pub untold: usize,
}

/// A talk and what it was about.
#[derive(Debug, Clone, PartialEq)]
pub struct Talk {
    /// The day.
    pub on: NaiveDate,
    /// The topics.
    pub topics: Vec<String>,
}

/// One favour that I can do.
#[derive(Debug, Clone, PartialEq)]
pub struct Help {
    /// What they look for.
    pub need: String,
    /// Who can help, with the entry that says so.
    pub helper: Option<(Id<Contact>, String)>,
}

/// Needs of one person for which somebody is looked for.
const MOST_NEEDS: usize = 12;

impl Prep {
    /// Prepares for an event.
    pub fn of(book: &Book, index: &Index, event: &Event, today: NaiveDate) -> Self {
        Self::with(book, index, event, today, true)
    }

    /// As [`Self::of`]; without who could help with what they look for when `helpers` is false, because the matching of a
    /// large book takes a worker a moment.
    pub fn with(book: &Book, index: &Index, event: &Event, today: NaiveDate, helpers: bool) -> Self {
        let series = earlier_of_series(book, event, today);
        let mut people: BTreeMap<Id<Contact>, Guest> = BTreeMap::new();
        let guest = |people: &mut BTreeMap<Id<Contact>, Guest>, id: Id<Contact>| {
            let known = book.get(id).is_some_and(|contact| contact.archived.is_none());
            if known {
                people.entry(id).or_insert_with(|| Guest::new(id));
            }
            known
        };
        for (id, said) in &event.participants {
            let comes = matches!(said, Attendance::Planned | Attendance::Attended);
            if comes && guest(&mut people, *id) {
                people.entry(*id).and_modify(|it| it.said = Some(*said));
            }
        }
        if let Some(Organizer::Contact(id)) = event.organizer
            && guest(&mut people, id)
        {
            people.entry(id).and_modify(|it| it.organizes = true);
        }
        for other in &series {
            for id in &index.links.event(other.id).contacts {
                // Who said that they do not come is not expected.
                if event.participants.contains_key(id) && !people.contains_key(id) {
                    continue;
                }
                if guest(&mut people, *id) {
                    people.entry(*id).and_modify(|it| {
                        it.met += 1;
                        it.last_met = it.last_met.max(other.starts_on);
                    });
                }
            }
        }
        let mut people: Vec<Guest> = people.into_values().collect();
        people.sort_by_key(|it| {
            let rank = (it.said.is_none(), !it.organizes, std::cmp::Reverse((it.met, it.last_met)));
            (rank, it.contact)
        });
        let more = people.len().saturating_sub(MOST_PEOPLE);
        people.truncate(MOST_PEOPLE);
        let lineage = Lineage::of(book, &index.links);
        let there: BTreeSet<Id<Contact>> = people.iter().map(|it| it.contact).collect();
        for it in &mut people {
            it.talks = talks(book, index, it.contact, today);
            it.introduced_by = lineage.brought(it.contact).map(|brought| (brought.by, brought.on));
            it.need = favour(book, index, it.contact, &there, today, helpers);
            it.untold = untold(book, index, it.contact);
        }
        let host = match event.organizer {
            Some(Organizer::Contact(id)) => Some(id),
            _ => None,
        };
        Self {
            people,
            more,
            earlier: series.iter().filter(|other| other.status == Attendance::Attended).count(),
            brought_by: host.and_then(|host| lineage.brought(host)).map(|brought| brought.by),
        }
    }
}

impl Guest {
    fn new(contact: Id<Contact>) -> Self {
        Self {
            contact,
            said: None,
            organizes: false,
            met: 0,
            last_met: None,
            talks: Vec::new(),
            introduced_by: None,
            need: None,
            untold: 0,
        }
    }
}

/// Events of the same series before this one, or before today when it has no date.
fn earlier_of_series<'a>(book: &'a Book, event: &Event, today: NaiveDate) -> Vec<&'a Event> {
    let series = fold(event.series.trim());
    if series.is_empty() {
        return Vec::new();
    }
    let before = event.starts_on.unwrap_or(today);
    let all = book.events.values().map(|other| &**other);
    all.filter(|other| {
        other.id != event.id
            && other.starts_on.is_some_and(|day| day < before)
            && fold(other.series.trim()) == series
    })
    .collect()
}

fn talks(book: &Book, index: &Index, contact: Id<Contact>, today: NaiveDate) -> Vec<Talk> {
    let encounters = index.links.contact(contact).encounters.iter().filter_map(|id| book.get(*id));
    let past = encounters.filter(|it: &&Arc<Encounter>| it.on <= today && !it.topics.is_empty());
    past.take(TALKS).map(|it| Talk { on: it.on, topics: it.topics.clone() }).collect()
}

/// Cards of theirs that went to somebody and of which they do not know yet.
fn untold(book: &Book, index: &Index, contact: Id<Contact>) -> usize {
    let referred = index.links.contact(contact).referred.iter().filter_map(|id| book.get(*id));
    referred
        .filter(|it| {
            it.giver == Party::Me && it.state >= ReferralState::PassedOn && it.owner_told_on.is_none()
        })
        .count()
}

/// The need for which somebody fits best, else the first one; nothing when there is no open need. Of two who fit about
/// as well the one who may be there too comes first. Who has tried already is not proposed.
fn favour(
    book: &Book,
    index: &Index,
    contact: Id<Contact>,
    there: &BTreeSet<Id<Contact>>,
    today: NaiveDate,
    helpers: bool,
) -> Option<Help> {
    let person = book.get(contact)?;
    let open = person.needs.iter().filter(|need| need.closed_on.is_none() && !need.what.trim().is_empty());
    let mut best: Option<(f32, Help)> = None;
    for need in open.take(MOST_NEEDS) {
        let sought = Sought::Need(contact, need.id);
        let found = if helpers { index.who_can_help(sought, today, HELPERS) } else { Vec::new() };
        let rank = |fit: &Fit| fit.score * if there.contains(&fit.helper) { 1.1 } else { 1.0 };
        let tried = |fit: &Fit| matches!(fit.tried, Some(Tried::Has(..) | Tried::CameToNothing(..)));
        let fitting = found.into_iter().filter(|fit| !fit.unfit && !tried(fit));
        let helper = fitting.max_by(|a, b| rank(a).total_cmp(&rank(b)).then(b.helper.cmp(&a.helper)));
        let score = helper.as_ref().map_or(0.0, rank);
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            let helper = helper.map(|fit| (fit.helper, fit.entry));
            best = Some((score, Help { need: need.what.trim().to_owned(), helper }));
        }
    }
    best.map(|(_, favour)| favour)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::tests::{contact, put};
    use crate::model::{Archived, Card, Expertise, Need};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).expect("a day")
    }

    fn event(id: u128, on: Option<NaiveDate>) -> Event {
        let status =
            if on.is_some_and(|on| on < day(14)) { Attendance::Attended } else { Attendance::Planned };
        Event { id: Id::new(id), series: "Stammtisch".to_owned(), starts_on: on, status, ..Event::default() }
    }

    fn story() -> Book {
        let mut book = Book::default();
        let need = |what: &str| vec![Need { what: what.to_owned(), ..Need::default() }];
        put(&mut book, Contact { needs: need("someone for lamination of thin glass"), ..contact(1, "Ada") });
        let expertise = vec![Expertise { what: "Thin-glass lamination".to_owned(), ..Expertise::default() }];
        put(&mut book, Contact { expertise, ..contact(2, "Ben") });
        put(&mut book, Contact { needs: need("somebody to talk to"), ..contact(3, "Cleo") });
        let archived = Some(Archived { on: day(1), reason: String::new() });
        put(&mut book, Contact { archived, ..contact(4, "Dan") });
        put(&mut book, contact(5, "Eve"));
        put(&mut book, event(10, Some(day(1))));
        put(&mut book, event(11, Some(day(8))));
        for (id, person, at) in [(20, 1, 10), (21, 1, 11), (22, 3, 11), (23, 4, 11), (24, 5, 11)] {
            let card = Card { id: Id::new(id), contact: Some(Id::new(person)), ..Card::default() };
            put(&mut book, Card { event: Some(Id::new(at)), ..card });
        }
        let encounter = Encounter {
            id: Id::new(30),
            on: day(8),
            contacts: [Id::new(1)].into(),
            topics: vec!["kelp".to_owned()],
            ..Encounter::default()
        };
        put(&mut book, encounter);
        let participants =
            [(Id::new(2), Attendance::Planned), (Id::new(5), Attendance::CancelledLate)].into();
        put(&mut book, Event { participants, ..event(12, Some(day(20))) });
        book
    }

    fn prep(book: &Book, id: u128) -> Prep {
        let event = book.get(Id::<Event>::new(id)).expect("the event").clone();
        Prep::of(book, &Index::rebuild(book), &event, day(14))
    }

    #[test]
    fn who_comes_again() {
        let book = story();
        let sheet = prep(&book, 12);
        let who: Vec<u128> = sheet.people.iter().map(|it| it.contact.value()).collect();
        assert_eq!(
            who,
            [2, 1, 3],
            "who said so, who came twice, who came once; not who cancelled or was let go"
        );
        assert_eq!((sheet.earlier, sheet.more, sheet.brought_by), (2, 0, None));
        let ada = &sheet.people[1];
        assert_eq!((ada.met, ada.last_met), (2, Some(day(8))));
        assert_eq!(ada.talks, [Talk { on: day(8), topics: vec!["kelp".to_owned()] }]);
    }

    #[test]
    fn a_need_finds_who_can_help_and_chance_does_not() {
        let book = story();
        let sheet = prep(&book, 12);
        let favour = sheet.people[1].need.clone().expect("a need");
        assert_eq!(favour.helper, Some((Id::new(2), "Thin-glass lamination".to_owned())));
        let cleo = sheet.people[2].need.clone().expect("a need");
        assert_eq!((cleo.need.as_str(), cleo.helper), ("somebody to talk to", None));
        assert_eq!(sheet.people[0].need, None, "Ben looks for nothing");
    }

    #[test]
    fn an_event_without_date_or_series_is_no_trouble() {
        let mut book = story();
        put(&mut book, event(13, None));
        assert_eq!(prep(&book, 13).people.len(), 3, "everybody of the series who is still there");
        put(&mut book, Event { series: String::new(), ..event(14, None) });
        assert_eq!(prep(&book, 14), Prep::default());
    }
}
