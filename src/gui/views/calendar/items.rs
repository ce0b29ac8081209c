//! What the calendar and Today say about a follow-up or an event: kind, name, title, second line.
//!
//! Owns the words; must not know where they are drawn. Everything here is made once for each state of
//! the book and kept by the views. Start reading at [`Entry`].

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::gui::ctx::ViewCtx;
use crate::gui::widgets::Kind;
use crate::index::{DueState, Telling};
use crate::model::{
    Book, Contact, DueSource, Event, FollowUp, FollowUpKind, FollowUpState, Foreseen, Id, Reason,
};
use crate::text::Texts;

pub use crate::gui::views::words::seal_of as seal;

/// Something that stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A follow-up.
    FollowUp(Id<FollowUp>),
    /// A follow-up that a rule foresees and nobody stored yet; acting on it makes a record.
    Foreseen(Foreseen),
    /// An event.
    Event(Id<Event>),
}

impl Thing {
    /// The follow-up as edits take it.
    pub fn source(self) -> Option<DueSource> {
        match self {
            Self::FollowUp(id) => Some(id.into()),
            Self::Foreseen(foreseen) => Some(foreseen.into()),
            Self::Event(_) => None,
        }
    }

    /// The follow-up, as it is stored or would be.
    pub fn follow_up(self, book: &Book) -> Option<Arc<FollowUp>> {
        match self {
            Self::FollowUp(id) => book.get(id).cloned(),
            Self::Foreseen(foreseen) => Some(Arc::new(foreseen.follow_up())),
            Self::Event(_) => None,
        }
    }

    /// By what its place on the screen is known: it stays when what was foreseen becomes a record.
    pub fn key(self) -> (bool, u128) {
        match self {
            Self::Event(id) => (true, id.value()),
            Self::FollowUp(id) => (false, id.value()),
            Self::Foreseen(foreseen) => (false, foreseen.id().value()),
        }
    }
}

/// Returns the birthdays and the people to be in touch with again that the rules foresee, by the day on which they
/// stand: their own, or today while their last day is not over. What is late stands in the lane ([`foreseen_late`]).
pub fn foreseen(
    ctx: &ViewCtx<'_>,
    filter: Filter,
    days: RangeInclusive<NaiveDate>,
) -> BTreeMap<NaiveDate, Vec<Foreseen>> {
    // What has begun before and is not late yet stands on today.
    let from = if days.contains(&ctx.today) { NaiveDate::MIN } else { (*days.start()).max(ctx.today) };
    let mut found: BTreeMap<NaiveDate, Vec<Foreseen>> = BTreeMap::new();
    if from > *days.end() {
        return found;
    }
    for (state, foreseen) in all_foreseen(ctx, filter, from..=*days.end()) {
        if state != DueState::Overdue {
            found.entry(foreseen.due_on.max(ctx.today)).or_default().push(foreseen);
        }
    }
    found
}

/// Returns what was foreseen and is late, the oldest first.
pub fn foreseen_late(ctx: &ViewCtx<'_>, filter: Filter) -> Vec<Foreseen> {
    let all = all_foreseen(ctx, filter, NaiveDate::MIN..=ctx.today);
    all.into_iter().filter(|(state, _)| *state == DueState::Overdue).map(|(_, one)| one).collect()
}

fn all_foreseen(
    ctx: &ViewCtx<'_>,
    filter: Filter,
    days: RangeInclusive<NaiveDate>,
) -> Vec<(DueState, Foreseen)> {
    let due = ctx.index.due(ctx.today, days);
    due.into_iter()
        .filter_map(|due| match due.source {
            // A meeting that is only suggested has no day.
            DueSource::Foreseen(foreseen) if !due.is_suggestion() => Some((due.state, foreseen)),
            _ => None,
        })
        .filter(|(_, foreseen)| {
            filter.shows(foreseen.kind())
                && ctx
                    .search
                    .found
                    .as_ref()
                    .is_none_or(|found| found.matches_follow_up(&foreseen.follow_up()))
        })
        .collect()
}

/// Which kinds are shown: chips that are on; none on means all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter(pub u16);

impl Filter {
    /// The chips: a kind of seal, or `None` for events.
    pub const CHIPS: [Option<Kind>; 9] = [
        Some(Kind::Thanks),
        Some(Kind::Review),
        Some(Kind::Call),
        Some(Kind::Meet),
        Some(Kind::Amends),
        Some(Kind::Birthday),
        Some(Kind::Promise),
        Some(Kind::Other),
        None,
    ];

    /// Whether a chip is on.
    pub fn is_on(self, chip: usize) -> bool {
        self.0 & (1 << chip) != 0
    }

    /// Turns a chip on or off.
    pub fn toggle(&mut self, chip: usize) {
        self.0 ^= 1 << chip;
    }

    /// Whether follow-ups of a kind are shown.
    pub fn shows(self, kind: FollowUpKind) -> bool {
        let chip = match kind {
            FollowUpKind::ThankYou => 0,
            FollowUpKind::Review => 1,
            FollowUpKind::Call | FollowUpKind::Message => 2,
            FollowUpKind::Meet | FollowUpKind::Introduce => 3,
            FollowUpKind::Amends => 4,
            FollowUpKind::Birthday => 5,
            FollowUpKind::TellOwner => 6,
            FollowUpKind::Other => 7,
        };
        self.0 == 0 || self.is_on(chip)
    }

    /// Whether events are shown.
    pub fn shows_events(self) -> bool {
        self.0 == 0 || self.is_on(8)
    }
}

/// Returns how many of a kind, in words: "3 thank-yous".
pub fn count_label(kind: FollowUpKind, count: usize, texts: &Texts) -> String {
    let count = count as i64;
    match kind {
        FollowUpKind::ThankYou => texts.calendar_count_thanks(count),
        FollowUpKind::Review => texts.calendar_count_review(count),
        FollowUpKind::Call => texts.calendar_count_call(count),
        FollowUpKind::Message => texts.calendar_count_message(count),
        FollowUpKind::Meet => texts.calendar_count_meet(count),
        FollowUpKind::TellOwner => texts.calendar_count_promise(count),
        FollowUpKind::Introduce => texts.calendar_count_introduce(count),
        FollowUpKind::Amends => texts.calendar_count_amends(count),
        FollowUpKind::Birthday => texts.calendar_count_birthday(count),
        FollowUpKind::Other => texts.common_reminders(count),
    }
}

/// Returns the name of a person, or the word for one without a name.
pub fn person(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> String {
    let name = ctx.book.get(contact).map(|contact| contact.display_name()).unwrap_or_default();
    if name.is_empty() { ctx.texts.common_without_name().to_owned() } else { name }
}

/// Returns with whom a follow-up is, else about what, else its kind.
pub fn who(ctx: &ViewCtx<'_>, follow_up: &FollowUp) -> String {
    let mut people = follow_up.contacts.iter();
    match (people.next(), follow_up.contacts.len()) {
        (Some(first), 1) => person(ctx, *first),
        (Some(first), 2) => {
            let second = people.next().map(|id| person(ctx, *id)).unwrap_or_default();
            [person(ctx, *first), second].join(ctx.texts.locale().comma())
        }
        (Some(first), count) => format!("{} +{}", person(ctx, *first), count - 1),
        (None, _) if follow_up.about.trim().is_empty() => follow_up.kind.words(ctx.texts).to_owned(),
        (None, _) => follow_up.about.trim().to_owned(),
    }
}

/// Returns with whom something is, stored or foreseen.
pub fn who_of(ctx: &ViewCtx<'_>, what: DueSource) -> String {
    match what {
        DueSource::Stored(id) => ctx.book.get(id).map(|it| who(ctx, it)).unwrap_or_default(),
        DueSource::Foreseen(foreseen) => person(ctx, foreseen.contact),
    }
}

/// Returns what is to be done as one line: "Thank Priya Natarajan".
pub fn title(ctx: &ViewCtx<'_>, follow_up: &FollowUp) -> String {
    let who = who(ctx, follow_up);
    if follow_up.contacts.is_empty() {
        return who;
    }
    let texts = ctx.texts;
    match follow_up.kind {
        FollowUpKind::ThankYou => texts.calendar_title_thanks(&who),
        FollowUpKind::Review => texts.calendar_title_review(&who),
        FollowUpKind::Call => texts.calendar_title_call(&who),
        FollowUpKind::Message => texts.calendar_title_message(&who),
        FollowUpKind::Meet => texts.calendar_title_meet(&who),
        FollowUpKind::TellOwner => texts.calendar_title_tell_owner(&who),
        FollowUpKind::Introduce => texts.calendar_title_introduce(&who),
        FollowUpKind::Amends => texts.calendar_title_amends(&who),
        FollowUpKind::Birthday => texts.calendar_title_birthday(&who),
        FollowUpKind::Other => who,
    }
}

/// Returns what a follow-up is about: its time, the user's words, or where it comes from.
pub fn second_line(ctx: &ViewCtx<'_>, follow_up: &FollowUp) -> String {
    let mut parts = Vec::new();
    if let Some(at) = follow_up.due_at {
        parts.push(ctx.texts.locale().time(at));
    }
    let about = follow_up.about.trim();
    if !about.is_empty() && !follow_up.contacts.is_empty() {
        parts.push(about.to_owned());
    } else if let Some(origin) = origin(ctx, follow_up) {
        parts.push(origin);
    }
    if parts.is_empty()
        && let Some(company) = follow_up.contacts.first().and_then(|id| company(ctx, *id))
    {
        parts.push(company);
    }
    parts.join(ctx.texts.locale().comma())
}

/// Where a follow-up comes from, in words.
fn origin(ctx: &ViewCtx<'_>, follow_up: &FollowUp) -> Option<String> {
    let texts = ctx.texts;
    match follow_up.reason {
        Reason::Card(card) => {
            let card = ctx.book.get(card)?;
            card.event.and_then(|id| ctx.book.get(id)).map(|event| event.title.clone())
        }
        Reason::CardReview(card) => {
            let card = ctx.book.get(card)?;
            let day = texts.locale().day_near(card.day(), ctx.today);
            let city = card.event.and_then(|id| ctx.book.get(id)).map_or("", |event| event.city.trim());
            Some(if city.is_empty() {
                texts.calendar_met_on(&day)
            } else {
                texts.calendar_met_in(city, &day)
            })
        }
        Reason::Event(event) | Reason::Amends { event, .. } => {
            ctx.book.get(event).map(|event| event.title.clone())
        }
        Reason::Referral(referral) => {
            let recipient = ctx.book.get(referral)?.recipient.contact()?;
            Some(texts.calendar_passed_to(&person(ctx, recipient)))
        }
        Reason::Own
        | Reason::Introduction(_)
        | Reason::Verdict(_)
        | Reason::Birthday { .. }
        | Reason::KeepInTouch { .. }
        | Reason::MeetInPerson => None,
    }
}

/// Returns where a person works, or else as what.
pub fn company(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Option<String> {
    let contact = ctx.book.get(contact)?;
    let place = contact.current_affiliation()?;
    let name = ctx.book.get(place.organization).map(|organization| organization.name.clone());
    name.filter(|name| !name.is_empty()).or_else(|| (!place.title.is_empty()).then(|| place.title.clone()))
}

/// A line of the agenda.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is.
    pub thing: Thing,
    /// Its kind, unless it is an event.
    pub kind: Option<FollowUpKind>,
    /// "Thank Priya Natarajan", or an event's title.
    pub title: String,
    /// With whom in short, for the thing that follows the pointer.
    pub name: String,
    /// About what, when, where.
    pub second: String,
    /// The person whom it is about, when there is exactly one.
    pub contact: Option<Id<Contact>>,
    /// The day on which it was done.
    pub done: bool,
    /// A rule foresees it, and it is not stored yet.
    pub foreseen: bool,
}

impl Entry {
    /// Describes a thing; nothing when it is gone.
    pub fn of(ctx: &ViewCtx<'_>, thing: Thing) -> Option<Self> {
        match thing {
            Thing::FollowUp(id) => Self::follow_up(ctx, id),
            Thing::Foreseen(foreseen) => Some(Self::foreseen(ctx, foreseen)),
            Thing::Event(id) => Self::event(ctx, id),
        }
    }

    /// Describes a follow-up.
    pub fn follow_up(ctx: &ViewCtx<'_>, id: Id<FollowUp>) -> Option<Self> {
        let follow_up = ctx.book.get(id)?;
        let done = match follow_up.state {
            FollowUpState::Done { on, .. } => Some(on),
            _ => None,
        };
        let second = match done {
            Some(on) => ctx.texts.calendar_done_on(&ctx.texts.locale().day_near(on, ctx.today)),
            None => second_line(ctx, follow_up),
        };
        let name = who(ctx, follow_up);
        Some(Self {
            thing: Thing::FollowUp(id),
            kind: Some(follow_up.kind),
            title: title(ctx, follow_up),
            second,
            name,
            contact: follow_up.contacts.first().copied().filter(|_| follow_up.contacts.len() == 1),
            done: done.is_some(),
            foreseen: false,
        })
    }

    /// Describes what a rule foresees, and why.
    pub fn foreseen(ctx: &ViewCtx<'_>, foreseen: Foreseen) -> Self {
        let follow_up = foreseen.follow_up();
        let telling = Telling { book: ctx.book, texts: ctx.texts, today: ctx.today };
        Self {
            thing: Thing::Foreseen(foreseen),
            kind: Some(follow_up.kind),
            title: title(ctx, &follow_up),
            name: who(ctx, &follow_up),
            second: crate::index::why(telling, &follow_up),
            contact: Some(foreseen.contact),
            done: false,
            foreseen: true,
        }
    }

    /// Describes an event.
    pub fn event(ctx: &ViewCtx<'_>, id: Id<Event>) -> Option<Self> {
        let event = ctx.book.get(id)?;
        let mut parts = Vec::new();
        if let (Some(first), Some(last)) = (event.starts_on, event.ends_on)
            && last > first
        {
            let locale = ctx.texts.locale();
            parts.push(format!("{} – {}", locale.day_short(first), locale.day_short(last)));
        }
        if let Some(at) = event.starts_at {
            parts.push(ctx.texts.locale().time(at));
        }
        for place in [&event.venue, &event.city] {
            if !place.trim().is_empty() {
                parts.push(place.trim().to_owned());
            }
        }
        let cards = ctx.index.links.event(id).cards.len();
        if cards > 0 {
            parts.push(ctx.texts.calendar_new_cards(cards as i64));
        }
        Some(Self {
            thing: Thing::Event(id),
            kind: None,
            title: event.title.clone(),
            name: event.title.clone(),
            second: parts.join(ctx.texts.locale().comma()),
            contact: None,
            done: false,
            foreseen: false,
        })
    }
}

/// Returns the name of a follow-up for screen readers: "Thank-you: Priya Natarajan".
pub fn spoken(ctx: &ViewCtx<'_>, kind: FollowUpKind, name: &str, done: bool) -> String {
    let kind = kind.words(ctx.texts);
    if done { ctx.texts.calendar_pill_done(kind, name) } else { ctx.texts.calendar_pill(kind, name) }
}

/// Whether a follow-up passes search and filter.
pub fn is_shown(ctx: &ViewCtx<'_>, filter: Filter, id: Id<FollowUp>) -> bool {
    ctx.book.get(id).is_some_and(|follow_up| {
        filter.shows(follow_up.kind)
            && ctx.search.found.as_ref().is_none_or(|found| found.matches_follow_up(follow_up))
    })
}

/// Whether an event passes search and filter.
pub fn is_event_shown(ctx: &ViewCtx<'_>, filter: Filter, id: Id<Event>) -> bool {
    filter.shows_events() && ctx.search.found.as_ref().is_none_or(|found| found.matches_event(id))
}

/// Returns the lines of a day: events, what is to be done, what was done.
pub fn entries_on(ctx: &ViewCtx<'_>, filter: Filter, day: NaiveDate) -> Vec<Entry> {
    let agenda = &ctx.index.agenda;
    let events = agenda.events_on(day).iter().copied().filter(|id| is_event_shown(ctx, filter, *id));
    let open = agenda.on(day).iter().chain(agenda.done_on(day)).copied();
    let open = open.filter(|id| is_shown(ctx, filter, *id));
    let mut entries: Vec<Entry> = events.filter_map(|id| Entry::event(ctx, id)).collect();
    entries.extend(open.filter_map(|id| Entry::follow_up(ctx, id)));
    let foreseen = foreseen(ctx, filter, day..=day).remove(&day).unwrap_or_default();
    let done = entries.iter().position(|entry| entry.done).unwrap_or(entries.len());
    entries.splice(done..done, foreseen.into_iter().map(|one| Entry::foreseen(ctx, one)));
    entries
}

/// Returns what a day brings in a few words: "3 thank-yous, 1 review".
pub fn summary(ctx: &ViewCtx<'_>, filter: Filter, day: NaiveDate) -> Option<String> {
    let mut kinds = BTreeMap::new();
    for id in ctx.index.agenda.on(day).iter().filter(|id| is_shown(ctx, filter, **id)) {
        if let Some(follow_up) = ctx.book.get(*id) {
            *kinds.entry((crate::index::urgency(follow_up.kind), follow_up.kind)).or_insert(0usize) += 1;
        }
    }
    let events = ctx.index.agenda.events_on(day).iter().filter(|id| is_event_shown(ctx, filter, **id));
    let mut parts: Vec<String> =
        events.filter_map(|id| ctx.book.get(*id)).map(|event| event.title.clone()).collect();
    parts.extend(kinds.into_iter().map(|((_, kind), count)| count_label(kind, count, ctx.texts)));
    (!parts.is_empty()).then(|| parts.join(ctx.texts.locale().comma()))
}
