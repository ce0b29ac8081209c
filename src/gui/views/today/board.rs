//! What Today shows, as data: boxes with groups and rows, the sentence at the top, the days to come.
//!
//! Owns what counts as due today and in which box it stands; must not know pixels. Made once for each
//! state of the book and hour of the day. Start reading at [`Board::of`].
//!
//! Invariant: whatever is due stands in one box (`tests::every_kind_and_reason_has_one_box`).

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike as _, Days, NaiveDate, Timelike as _};

use super::row::Row;
use crate::gui::ctx::ViewCtx;
use crate::gui::views::calendar::items;
use crate::gui::views::people::tidy;
use crate::gui::widgets::Kind;
use crate::index::{Due, DueState, city_of, urgency};
use crate::model::{Attachment, Attendance, Event, FollowUpKind, Id, Reason};
use crate::text::Locale;
use crate::text::fold::fold;

/// Rows of one box that is folded.
const MOST_ROWS: usize = 6;
/// People met only on screen who are suggested while the box is folded.
const MOST_ON_SCREEN: usize = 4;
/// Cards of the pile that are fanned out.
const FANNED: usize = 6;
/// Days to come in the strip.
const DAYS_AHEAD: u64 = 8;
/// Lines of one day in the strip.
const MOST_LINES: usize = 3;

/// A box of Today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Thank-yous.
    Thanks,
    /// Reviews.
    Reviews,
    /// What was promised: tell the owner, introduce, ask what became of it.
    Promises,
    /// Calls, meetings, messages.
    Calls,
    /// Making up for cancellations.
    Amends,
    /// People with whom to be in touch.
    Touch,
    /// Birthdays.
    Birthdays,
    /// Anything else.
    Other,
    /// People met only on screen.
    OnScreen,
}

impl Place {
    /// All boxes, the most urgent first.
    pub const ALL: [Self; 9] = [
        Self::Thanks,
        Self::Reviews,
        Self::Promises,
        Self::Calls,
        Self::Amends,
        Self::Touch,
        Self::Birthdays,
        Self::Other,
        Self::OnScreen,
    ];

    /// In which box something stands.
    fn of(kind: FollowUpKind, reason: Reason) -> Self {
        match (kind, reason) {
            (_, Reason::MeetInPerson) => Self::OnScreen,
            (_, Reason::KeepInTouch { .. }) => Self::Touch,
            (FollowUpKind::ThankYou, _) => Self::Thanks,
            (FollowUpKind::Review, _) => Self::Reviews,
            (FollowUpKind::TellOwner | FollowUpKind::Introduce, _)
            | (FollowUpKind::Message, Reason::Introduction(_) | Reason::Referral(_)) => Self::Promises,
            (FollowUpKind::Call | FollowUpKind::Meet | FollowUpKind::Message, _) => Self::Calls,
            (FollowUpKind::Amends, _) => Self::Amends,
            (FollowUpKind::Birthday, _) => Self::Birthdays,
            (FollowUpKind::Other, _) => Self::Other,
        }
    }

    /// Its seal; people met on screen only have none.
    pub fn seal(self) -> Option<Kind> {
        Some(match self {
            Self::Thanks => Kind::Thanks,
            Self::Reviews => Kind::Review,
            Self::Promises => Kind::Promise,
            Self::Calls => Kind::Call,
            Self::Amends => Kind::Amends,
            Self::Touch => Kind::Message,
            Self::Birthdays => Kind::Birthday,
            Self::Other => Kind::Other,
            Self::OnScreen => return None,
        })
    }

    fn title(self, texts: &crate::text::Texts) -> &str {
        match self {
            Self::Thanks => texts.today_thanks(),
            Self::Reviews => texts.today_reviews(),
            Self::Promises => texts.today_promises(),
            Self::Calls => texts.today_calls(),
            Self::Amends => texts.today_amends(),
            Self::Touch => texts.today_touch(),
            Self::Birthdays => texts.today_birthdays(),
            Self::Other => texts.today_other(),
            Self::OnScreen => texts.today_on_screen(),
        }
    }
}

/// Rows under one deadline, or of one city.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// "Today, 8 hours left"; empty for a box without groups.
    pub label: String,
    /// The event of all of them.
    pub aside: String,
    /// Part of two days that is left, for the ring; absent for a group without a deadline.
    pub left: Option<f32>,
    /// It is due by tonight or late.
    pub urgent: bool,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A box.
#[derive(Debug, Clone)]
pub struct Section {
    /// Which one.
    pub place: Place,
    /// Its title.
    pub title: String,
    /// How many there are.
    pub count: String,
    /// "2 days overdue", for what weighs most.
    pub warning: String,
    /// Groups with rows.
    pub groups: Vec<Group>,
    /// Rows that are shown while it is folded.
    pub folded: usize,
    /// "3 more", when there are more than that.
    pub more: Option<String>,
}

impl Section {
    /// All rows.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// Whether a row is due by tonight or late.
    fn is_urgent(&self) -> bool {
        self.groups.first().is_some_and(|group| group.urgent)
    }
}

/// The pile.
#[derive(Debug, Clone)]
pub struct Pile {
    /// "12 new cards".
    pub title: String,
    /// When the newest came.
    pub words: String,
    /// The event at which the newest was received: its people can be told about.
    pub event: Option<Id<Event>>,
    /// "18 more wait for a first step": cards with a name with which nothing was done; empty for none.
    pub waiting: String,
    /// How many cards have no name.
    pub nameless: usize,
    /// Pictures of the newest; `None` for a card without one.
    pub pictures: Vec<Option<Id<Attachment>>>,
}

/// A day to come.
#[derive(Debug, Clone)]
pub struct Ahead {
    /// The day.
    pub date: NaiveDate,
    /// "Thu".
    pub weekday: &'static str,
    /// "15".
    pub number: String,
    /// Up to three lines: a kind (`None`: an event) and its words.
    pub lines: Vec<(Option<Kind>, String)>,
    /// What there is, in words.
    pub words: String,
    /// As a screen reader says it.
    pub spoken: String,
}

/// Everything that Today shows.
#[derive(Debug, Clone)]
pub struct Board {
    /// "Wednesday, 14 October".
    pub heading: String,
    /// What to do first.
    pub summary: String,
    /// Done today.
    pub done: usize,
    /// Done and due today.
    pub total: usize,
    /// "4 of 15 done".
    pub progress: String,
    /// The pile, unless it is empty.
    pub pile: Option<Pile>,
    /// The boxes, the most urgent first.
    pub sections: Vec<Section>,
    /// The box whose first row has the main button, unless the pile has it.
    pub main: Option<Place>,
    /// The eight days from tomorrow on.
    pub ahead: Vec<Ahead>,
}

impl Board {
    /// Gathers the day.
    pub fn of(ctx: &ViewCtx<'_>) -> Self {
        let shown = |due: &Due| is_shown(ctx, due);
        let tomorrow = ctx.today.succ_opt().unwrap_or(ctx.today);
        let last = ctx.today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(ctx.today);
        let mut boxes: BTreeMap<Place, Vec<Due>> = BTreeMap::new();
        let mut due = 0;
        for thing in ctx.index.due_now(ctx.today).into_iter().filter(shown) {
            due += usize::from(thing.due_on <= ctx.today && !thing.is_suggestion());
            boxes.entry(Place::of(thing.kind, thing.reason)).or_default().push(thing);
        }
        let mut coming: BTreeMap<NaiveDate, Vec<Due>> = BTreeMap::new();
        for thing in ctx.index.due(ctx.today, tomorrow..=last).into_iter().filter(shown) {
            // Of tomorrow thanks stand above already: they have a deadline that begins now.
            if thing.due_on == tomorrow && thing.kind == FollowUpKind::ThankYou {
                boxes.entry(Place::Thanks).or_default().push(thing.clone());
            }
            if !thing.is_suggestion() {
                coming.entry(thing.due_on).or_default().push(thing);
            }
        }
        let agenda = &ctx.index.agenda;
        let filter = items::Filter::default();
        let done = agenda.done_on(ctx.today).iter().filter(|id| items::is_shown(ctx, filter, **id)).count();
        let texts = ctx.texts;
        let summary = summary(ctx, &boxes, due);
        let sections: Vec<Section> = Place::ALL
            .into_iter()
            .filter_map(|place| Some(section(ctx, place, boxes.remove(&place)?)))
            .collect();
        let pile = pile(ctx);
        let first = sections.first().map(|section| section.place);
        let urgent = sections.iter().find(|section| section.is_urgent()).map(|section| section.place);
        let none = Vec::new();
        let days = (1..=DAYS_AHEAD).filter_map(|days| ctx.today.checked_add_days(Days::new(days)));
        Self {
            heading: texts.locale().day_heading(ctx.today),
            summary,
            done,
            total: done + due,
            progress: texts.today_done_of(done as i64, (done + due) as i64),
            main: if pile.is_some() { urgent } else { first },
            pile,
            sections,
            ahead: days.map(|date| ahead(ctx, date, coming.get(&date).unwrap_or(&none))).collect(),
        }
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.sections.is_empty() && self.pile.is_none()
    }
}

/// Whether something passes the search.
fn is_shown(ctx: &ViewCtx<'_>, due: &Due) -> bool {
    match due.source.stored() {
        Some(id) => items::is_shown(ctx, items::Filter::default(), id),
        None => {
            let found = ctx.search.found.as_ref();
            found.is_none_or(|found| due.contacts.iter().any(|id| found.matches(*id)))
        }
    }
}

/// What to do first, in one or two sentences.
fn summary(ctx: &ViewCtx<'_>, boxes: &BTreeMap<Place, Vec<Due>>, due: usize) -> String {
    let texts = ctx.texts;
    let mut parts = Vec::new();
    let now = || boxes.values().flatten().filter(|thing| !thing.is_suggestion());
    let overdue = now().filter(|thing| thing.state == DueState::Overdue).count();
    let thanks = boxes.get(&Place::Thanks).map_or(&[][..], Vec::as_slice);
    let tonight = thanks.iter().filter(|thing| thing.due_on == ctx.today).count();
    let is_part = ctx.search.found.is_some();
    if is_part {
        parts.push(texts.today_summary_searched(&ctx.search.query));
    }
    if overdue > 0 {
        parts.push(texts.today_summary_overdue(overdue as i64));
    }
    if tonight > 0 {
        parts.push(texts.today_summary_thanks(tonight as i64));
    } else if due > overdue {
        parts.push(texts.today_summary_due((due - overdue) as i64));
    } else if overdue == 0 && !is_part {
        // Of a part of the day nobody can say so.
        parts.push(texts.today_summary_free().to_owned());
    }
    let timed = now().filter(|thing| thing.due_on == ctx.today);
    let next = timed.filter_map(|thing| Some((thing.due_at.filter(|at| *at >= ctx.time)?, thing)));
    if let Some((at, thing)) = next.min_by_key(|(at, _)| *at) {
        let name = Row::of(ctx, thing).name;
        parts.push(texts.today_summary_next(&name, &texts.locale().time(at)));
    } else {
        let pile = ctx.index.links.pile().len();
        if pile > 0 {
            parts.push(texts.today_summary_pile(pile as i64));
        }
    }
    let gap = if texts.locale() == Locale::Ja { "" } else { " " };
    parts.join(gap)
}

fn section(ctx: &ViewCtx<'_>, place: Place, all: Vec<Due>) -> Section {
    let count = all.len();
    let worst = all.iter().filter(|thing| thing.state == DueState::Overdue).map(|thing| thing.due_on).min();
    let warning = worst.filter(|_| place == Place::Amends).map(|day| (ctx.today - day).num_days());
    let groups = match place {
        Place::Thanks => by_deadline(ctx, &all),
        Place::OnScreen => by_city(ctx, &all),
        _ => vec![Group {
            urgent: all.iter().any(|thing| thing.due_on <= ctx.today),
            rows: all.iter().map(|thing| Row::of(ctx, thing)).collect(),
            ..Group::default()
        }],
    };
    let folded = match place {
        Place::Thanks => MOST_ROWS + 1,
        Place::OnScreen => MOST_ON_SCREEN,
        _ => MOST_ROWS,
    };
    // A fold that hides one row would be as high as the row.
    let folded = if count <= folded + 1 { count } else { folded };
    Section {
        place,
        title: place.title(ctx.texts).to_owned(),
        count: ctx.texts.locale().number(count as i64),
        warning: warning.map(|days| ctx.texts.common_days_late(days)).unwrap_or_default(),
        groups,
        folded,
        more: (count > folded).then(|| ctx.texts.today_more((count - folded) as i64)),
    }
}

/// Thank-yous under their deadlines.
fn by_deadline(ctx: &ViewCtx<'_>, all: &[Due]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let hours = i64::from(24 - ctx.time.hour().min(23));
    for (which, label, left) in [
        (std::cmp::Ordering::Less, ctx.texts.today_thanks_late().to_owned(), 0),
        (std::cmp::Ordering::Equal, ctx.texts.today_thanks_left_today(hours), hours),
        (std::cmp::Ordering::Greater, ctx.texts.today_thanks_left_tomorrow(hours + 24), hours + 24),
    ] {
        let of_day: Vec<&Due> = all.iter().filter(|thing| thing.due_on.cmp(&ctx.today) == which).collect();
        let Some(first) = of_day.first() else { continue };
        let event = event_title(ctx, first);
        let same = of_day.iter().all(|thing| event_title(ctx, thing) == event);
        groups.push(Group {
            label,
            aside: if same { event } else { String::new() },
            left: Some(left as f32 / 48.0),
            urgent: which != std::cmp::Ordering::Greater,
            rows: of_day.into_iter().map(|thing| Row::of(ctx, thing)).collect(),
        });
    }
    groups
}

fn event_title(ctx: &ViewCtx<'_>, due: &Due) -> String {
    let event = match due.reason {
        Reason::Card(card) => ctx.book.get(card).and_then(|card| card.event),
        Reason::Event(event) => Some(event),
        _ => None,
    };
    event.and_then(|id| ctx.book.get(id)).map(|event| tidy(&event.title)).unwrap_or_default()
}

/// People whom I have never met, by city: first where I shall be anyway, then where most of them are.
fn by_city(ctx: &ViewCtx<'_>, all: &[Due]) -> Vec<Group> {
    let mut cities: BTreeMap<String, (String, Vec<&Due>)> = BTreeMap::new();
    for thing in all {
        let person = thing.contacts.first().and_then(|id| ctx.book.get(*id));
        let city = person.and_then(|person| city_of(ctx.book, person)).map(tidy).unwrap_or_default();
        cities.entry(fold(&city)).or_insert_with(|| (city, Vec::new())).1.push(thing);
    }
    let mut events: BTreeMap<String, &Arc<Event>> = BTreeMap::new();
    let planned = ctx.book.events.values().filter(|event| {
        event.status == Attendance::Planned && event.last_day().is_some_and(|day| day >= ctx.today)
    });
    for event in planned {
        let there = events.entry(fold(&tidy(&event.city))).or_insert(event);
        if event.starts_on < there.starts_on {
            *there = event;
        }
    }
    let texts = ctx.texts;
    let mut groups: Vec<(bool, Option<NaiveDate>, usize, Group)> = Vec::new();
    for (key, (city, people)) in cities {
        let event = events.get(&key).filter(|_| !key.is_empty());
        let day = event.and_then(|event| event.starts_on);
        let words = event.map(|event| {
            let day = day.map(|day| texts.locale().day_near(day, ctx.today)).unwrap_or_default();
            texts.today_city_event(&day, &tidy(&event.title))
        });
        let count = people.len();
        let label = if key.is_empty() {
            texts.today_city_unknown(count as i64)
        } else {
            texts.today_city(&city, count as i64)
        };
        let rows = people.into_iter().map(|thing| Row { day, ..Row::of(ctx, thing) }).collect();
        let group = Group { label, aside: words.unwrap_or_default(), left: None, urgent: false, rows };
        groups.push((key.is_empty(), day, count, group));
    }
    groups.sort_by_key(|(unknown, day, count, _)| (*unknown, day.is_none(), *day, std::cmp::Reverse(*count)));
    groups.into_iter().map(|(_, _, _, group)| group).collect()
}

fn pile(ctx: &ViewCtx<'_>) -> Option<Pile> {
    let found = ctx.search.found.as_ref();
    let cards: Vec<_> = ctx
        .index
        .links
        .pile()
        .iter()
        .filter_map(|id| ctx.book.get(*id))
        .filter(|card| found.is_none_or(|found| found.matches_card(card)))
        .collect();
    // While something is searched only what it finds is told.
    let untouched = if found.is_some() { 0 } else { ctx.index.untouched.len() };
    let waiting = if untouched == 0 {
        String::new()
    } else if cards.is_empty() {
        ctx.texts.pile_waiting(untouched as i64)
    } else {
        ctx.texts.pile_waiting_too(untouched as i64)
    };
    if cards.is_empty() {
        let oldest = ctx.index.whole_pile();
        let oldest = oldest.iter().filter_map(|id| ctx.book.get(*id));
        let mut pictures: Vec<_> = oldest.take(FANNED).map(|card| card.front).collect();
        // The oldest, which comes first, lies on top.
        pictures.reverse();
        return (untouched > 0).then(|| Pile {
            title: waiting,
            words: ctx.texts.pile_waiting_words().to_owned(),
            event: None,
            waiting: String::new(),
            nameless: 0,
            pictures,
        });
    }
    let newest = cards.iter().max_by_key(|card| (card.day(), card.id))?;
    let event = newest.event.and_then(|id| ctx.book.get(id)).map(|event| event.title.clone());
    let day = ctx.texts.relative_day(newest.day(), ctx.today);
    let words = match event {
        Some(event) => format!("{event}, {day}"),
        None => ctx.texts.today_pile_newest(&day),
    };
    let mut pictures: Vec<_> = cards.iter().rev().take(FANNED).map(|card| card.front).collect();
    // The newest lies on top, and a card with a picture rather than one without.
    pictures.reverse();
    pictures.sort_by_key(Option::is_some);
    Some(Pile {
        title: ctx.texts.today_pile(cards.len() as i64),
        words,
        event: newest.event.filter(|id| ctx.book.get(*id).is_some()),
        waiting,
        nameless: cards.len(),
        pictures,
    })
}

fn ahead(ctx: &ViewCtx<'_>, date: NaiveDate, due: &[Due]) -> Ahead {
    let locale = ctx.texts.locale();
    let filter = items::Filter::default();
    let agenda = &ctx.index.agenda;
    let events = agenda.events_on(date).iter().filter(|id| items::is_event_shown(ctx, filter, **id));
    let mut lines: Vec<(Option<Kind>, String)> =
        events.filter_map(|id| ctx.book.get(*id)).map(|event| (None, tidy(&event.title))).collect();
    let mut kinds: BTreeMap<(u8, FollowUpKind), Vec<&Due>> = BTreeMap::new();
    for thing in due {
        kinds.entry((urgency(thing.kind), thing.kind)).or_default().push(thing);
    }
    for ((_, kind), all) in kinds {
        let words = match all.as_slice() {
            [only] => Row::of(ctx, only).name,
            _ => items::count_label(kind, all.len(), ctx.texts),
        };
        lines.push((Some(items::seal(kind)), words));
    }
    let comma = locale.comma();
    let words: Vec<&str> = lines.iter().map(|(_, words)| words.as_str()).collect();
    let words = words.join(comma);
    let told = if words.is_empty() { ctx.texts.today_free() } else { &words };
    let spoken = format!("{}: {told}", locale.day_spoken(date));
    lines.truncate(MOST_LINES);
    Ahead {
        date,
        weekday: locale.weekday_short(date.weekday()),
        number: date.day().to_string(),
        lines,
        words,
        spoken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_reason_has_one_box() {
        let plain = FollowUpKind::ALL.into_iter().map(|kind| Place::of(kind, Reason::Own));
        let mut boxes: std::collections::BTreeSet<Place> = plain.collect();
        boxes.insert(Place::of(FollowUpKind::Meet, Reason::MeetInPerson));
        boxes.insert(Place::of(FollowUpKind::Message, Reason::KeepInTouch { since: NaiveDate::MIN }));
        assert_eq!(boxes.into_iter().collect::<Vec<_>>(), Place::ALL);
        let asks = Place::of(FollowUpKind::Message, Reason::Introduction(Id::new(1)));
        assert_eq!(asks, Place::Promises, "what became of an introduction is a promise, no mere message");
    }
}
