//! What Today shows, as data: boxes with groups and rows, the sentence at the top, the days to come.
//!
//! Owns what counts as due today and in which box it stands; must not know pixels. Made once for each
//! state of the book and hour of the day. Start reading at [`Board::of`].
//!
//! Invariant: a follow-up stands in one box (`tests::every_kind_has_one_box`).

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, Timelike as _};

use crate::gui::ctx::ViewCtx;
use crate::gui::views::calendar::items;
use crate::gui::widgets::Kind;
use crate::index::{is_virtual_only, urgency};
use crate::model::{Attachment, Contact, FollowUp, FollowUpKind, Id, Reason};

/// Rows of one box; the rest is in the calendar.
const MOST_ROWS: usize = 6;
/// People met only on screen who are suggested at a time.
const MOST_ON_SCREEN: usize = 3;
/// Birthdays so many days ahead are shown.
const BIRTHDAY_DAYS: i64 = 7;
/// Cards of the pile that are fanned out.
const FANNED: usize = 6;

/// What the one button of a row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Write the thank-you, then log it.
    Write,
    /// The thirty-day review.
    Review,
    /// Log what was done.
    Log,
    /// It is done.
    Done,
    /// Congratulate.
    Congratulate,
    /// Plan to meet.
    Suggest,
}

/// A row: a person and what to do.
#[derive(Debug, Clone)]
pub struct Row {
    /// The person, when there is exactly one or a first one.
    pub contact: Option<Id<Contact>>,
    /// The follow-up, unless the row is a suggestion.
    pub follow_up: Option<Id<FollowUp>>,
    /// The name.
    pub name: String,
    /// About what.
    pub second: String,
    /// "2 days late".
    pub late: String,
    /// What the button does.
    pub action: Action,
    /// There is an address to write to.
    pub mail: Option<String>,
}

/// Rows under one deadline.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// "Today, 8 hours left"; empty for a box without deadlines.
    pub label: String,
    /// The event of all of them.
    pub aside: String,
    /// Part of two days that is left, for the ring.
    pub left: f32,
    /// It is due by tonight or late.
    pub urgent: bool,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A box.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its seal; people met on screen only have none.
    pub kind: Option<Kind>,
    /// Its title.
    pub title: String,
    /// How many there are.
    pub count: String,
    /// Groups with rows.
    pub groups: Vec<Group>,
    /// "3 more in the calendar".
    pub more: Option<String>,
}

impl Section {
    /// Points that it takes, to put boxes into columns.
    pub fn height(&self) -> f32 {
        let groups = self.groups.iter();
        let inside: f32 = groups
            .map(|group| 66.0 * group.rows.len() as f32 + if group.label.is_empty() { 0.0 } else { 32.0 })
            .sum();
        48.0 + inside + if self.more.is_some() { 36.0 } else { 0.0 }
    }
}

/// The pile.
#[derive(Debug, Clone)]
pub struct Pile {
    /// "12 new cards".
    pub title: String,
    /// When the newest came.
    pub words: String,
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
    /// The eight days from tomorrow on.
    pub ahead: Vec<Ahead>,
}

/// Returns in which box a kind stands.
fn section_of(kind: FollowUpKind) -> usize {
    match kind {
        FollowUpKind::ThankYou => 0,
        FollowUpKind::Review => 1,
        FollowUpKind::TellOwner | FollowUpKind::Introduce => 2,
        FollowUpKind::Call | FollowUpKind::Meet | FollowUpKind::Message => 3,
        FollowUpKind::Amends => 4,
        FollowUpKind::Birthday => 5,
        FollowUpKind::Other => 6,
    }
}

impl Board {
    /// Gathers the day.
    pub fn of(ctx: &ViewCtx<'_>) -> Self {
        let agenda = &ctx.index.agenda;
        let shown = |id: &Id<FollowUp>| items::is_shown(ctx, items::Filter::default(), *id);
        let tomorrow = ctx.today.succ_opt().unwrap_or(ctx.today);
        let mut boxes: [Vec<&FollowUp>; 7] = Default::default();
        let mut due = 0;
        for (day, id) in agenda.due_until(tomorrow).filter(|(_, id)| shown(id)) {
            let Some(follow_up) = ctx.book.get(id) else { continue };
            due += usize::from(day <= ctx.today);
            // Of tomorrow only thanks stand here: they have a deadline that begins now.
            if day <= ctx.today || follow_up.kind == FollowUpKind::ThankYou {
                boxes[section_of(follow_up.kind)].push(follow_up);
            }
        }
        let done = agenda.done_on(ctx.today).iter().filter(|id| shown(id)).count();
        let [thanks, reviews, promises, calls, amends, birthdays, other] = boxes;
        let texts = ctx.texts;
        let summary = summary(ctx, &thanks, due);
        let sections = [
            thanks_section(ctx, &thanks),
            section(ctx, Kind::Review, texts.today_reviews(), &reviews),
            section(ctx, Kind::Promise, texts.today_promises(), &promises),
            section(ctx, Kind::Call, texts.today_calls(), &calls),
            section(ctx, Kind::Amends, texts.today_amends(), &amends),
            birthday_section(ctx, &birthdays),
            section(ctx, Kind::Other, texts.today_other(), &other),
            on_screen_section(ctx),
        ];
        Self {
            heading: texts.locale().day_heading(ctx.today),
            summary,
            done,
            total: done + due,
            progress: texts.today_done_of(done as i64, (done + due) as i64),
            pile: pile(ctx),
            sections: sections.into_iter().flatten().collect(),
            ahead: (1..=8).map(|days| ahead(ctx, items_day(ctx.today, days))).collect(),
        }
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.sections.is_empty() && self.pile.is_none()
    }
}

fn items_day(today: NaiveDate, days: u64) -> NaiveDate {
    today.checked_add_days(chrono::Days::new(days)).unwrap_or(today)
}

/// What to do first, in one or two sentences.
fn summary(ctx: &ViewCtx<'_>, thanks: &[&FollowUp], due: usize) -> String {
    let texts = ctx.texts;
    let mut parts = Vec::new();
    let overdue = ctx.index.agenda.overdue_count(ctx.today);
    let tonight = thanks.iter().filter(|follow_up| follow_up.due_on == ctx.today).count();
    if overdue > 0 {
        parts.push(texts.today_summary_overdue(overdue as i64));
    }
    if tonight > 0 {
        parts.push(texts.today_summary_thanks(tonight as i64));
    } else if due > overdue {
        parts.push(texts.today_summary_due((due - overdue) as i64));
    } else if overdue == 0 {
        parts.push(texts.today_summary_free().to_owned());
    }
    let mut timed: Vec<_> =
        ctx.index.agenda.on(ctx.today).iter().filter_map(|id| ctx.book.get(*id)).collect();
    timed.retain(|follow_up| follow_up.due_at.is_some_and(|at| at >= ctx.time));
    timed.sort_by_key(|follow_up| follow_up.due_at);
    if let Some(next) = timed.first()
        && let Some(at) = next.due_at
    {
        parts.push(texts.today_summary_next(&items::who(ctx, next), &texts.locale().time(at)));
    } else {
        let pile = ctx.index.links.pile().len();
        if pile > 0 {
            parts.push(texts.today_summary_pile(pile as i64));
        }
    }
    let gap = if texts.locale() == crate::text::Locale::Ja { "" } else { " " };
    parts.join(gap)
}

fn row(ctx: &ViewCtx<'_>, follow_up: &FollowUp) -> Row {
    let contact = follow_up.contacts.first().copied();
    let action = match follow_up.kind {
        FollowUpKind::ThankYou => Action::Write,
        FollowUpKind::Review => Action::Review,
        FollowUpKind::Call | FollowUpKind::Meet | FollowUpKind::Message | FollowUpKind::Amends => Action::Log,
        FollowUpKind::Birthday => Action::Congratulate,
        FollowUpKind::TellOwner | FollowUpKind::Introduce | FollowUpKind::Other => Action::Done,
    };
    let late = if follow_up.due_on < ctx.today {
        ctx.texts.common_days_late((ctx.today - follow_up.due_on).num_days())
    } else {
        String::new()
    };
    // The event of a thank-you stands above the group; the row says who the person is.
    let second = if follow_up.kind == FollowUpKind::ThankYou {
        contact.and_then(|id| items::company(ctx, id)).unwrap_or_default()
    } else {
        items::second_line(ctx, follow_up)
    };
    Row {
        contact,
        follow_up: Some(follow_up.id),
        name: items::who(ctx, follow_up),
        second,
        late,
        action: if contact.is_none() { Action::Done } else { action },
        mail: contact.and_then(|id| mail_of(ctx, id)).filter(|_| follow_up.contacts.len() == 1),
    }
}

fn mail_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Option<String> {
    let address = ctx.book.get(contact)?.emails.first()?.value.trim();
    (!address.is_empty()).then(|| address.to_owned())
}

fn more(ctx: &ViewCtx<'_>, count: usize, most: usize) -> Option<String> {
    (count > most).then(|| ctx.texts.today_more((count - most) as i64))
}

fn section(ctx: &ViewCtx<'_>, kind: Kind, title: &str, all: &[&FollowUp]) -> Option<Section> {
    (!all.is_empty()).then(|| Section {
        kind: Some(kind),
        title: title.to_owned(),
        count: ctx.texts.locale().number(all.len() as i64),
        groups: vec![Group {
            rows: all.iter().take(MOST_ROWS).map(|follow_up| row(ctx, follow_up)).collect(),
            ..Group::default()
        }],
        more: more(ctx, all.len(), MOST_ROWS),
    })
}

fn thanks_section(ctx: &ViewCtx<'_>, all: &[&FollowUp]) -> Option<Section> {
    let mut groups: Vec<Group> = Vec::new();
    let mut shown = 0;
    let hours = i64::from(24 - ctx.time.hour().min(23));
    for (which, label, left) in [
        (std::cmp::Ordering::Less, ctx.texts.today_thanks_late().to_owned(), 0),
        (std::cmp::Ordering::Equal, ctx.texts.today_thanks_left_today(hours), hours),
        (std::cmp::Ordering::Greater, ctx.texts.today_thanks_left_tomorrow(hours + 24), hours + 24),
    ] {
        let mut of_day = all.iter().filter(|follow_up| follow_up.due_on.cmp(&ctx.today) == which).peekable();
        let Some(first) = of_day.peek() else { continue };
        let mut group = Group {
            label,
            aside: event_title(ctx, first),
            left: left as f32 / 48.0,
            urgent: which != std::cmp::Ordering::Greater,
            rows: Vec::new(),
        };
        for follow_up in of_day {
            if event_title(ctx, follow_up) != group.aside {
                group.aside.clear();
            }
            if shown < MOST_ROWS + 1 {
                group.rows.push(row(ctx, follow_up));
                shown += 1;
            }
        }
        if !group.rows.is_empty() {
            groups.push(group);
        }
    }
    (!all.is_empty()).then(|| Section {
        kind: Some(Kind::Thanks),
        title: ctx.texts.today_thanks().to_owned(),
        count: ctx.texts.locale().number(all.len() as i64),
        groups,
        more: more(ctx, all.len(), MOST_ROWS + 1),
    })
}

fn event_title(ctx: &ViewCtx<'_>, follow_up: &FollowUp) -> String {
    let event = match follow_up.reason {
        Reason::Card(card) => ctx.book.get(card).and_then(|card| card.event),
        Reason::Event(event) => Some(event),
        _ => None,
    };
    event.and_then(|id| ctx.book.get(id)).map(|event| event.title.clone()).unwrap_or_default()
}

/// Birthdays that are planned, and those of the coming days.
fn birthday_section(ctx: &ViewCtx<'_>, planned: &[&FollowUp]) -> Option<Section> {
    let mut rows: Vec<Row> = planned.iter().map(|follow_up| row(ctx, follow_up)).collect();
    let mut coming: Vec<(NaiveDate, String, Row)> = Vec::new();
    for contact in ctx.book.contacts.values().filter(|contact| contact.archived.is_none()) {
        let Some(birthday) = contact.human.birthday else { continue };
        let year = ctx.today.year();
        let next = [year, year + 1].into_iter().filter_map(|year| birthday.in_year(year));
        let Some(day) = next.into_iter().find(|day| *day >= ctx.today) else { continue };
        let is_planned = rows.iter().any(|row| row.contact == Some(contact.id));
        let found = ctx.search.found.as_ref().is_none_or(|found| found.matches(contact.id));
        // Thanks already sent for this year need no second reminder.
        let done = ctx.index.links.contact(contact.id).closed_follow_ups.iter().any(|id| {
            ctx.book.get(*id).is_some_and(|follow_up| {
                follow_up.kind == FollowUpKind::Birthday
                    && (follow_up.due_on - day).num_days().abs() <= BIRTHDAY_DAYS
            })
        });
        if (day - ctx.today).num_days() > BIRTHDAY_DAYS || is_planned || !found || done {
            continue;
        }
        let mut second = ctx.texts.relative_day(day, ctx.today);
        if let Some(born) = birthday.year.filter(|born| *born < day.year()) {
            let age = ctx.texts.locale().number(i64::from(day.year() - born));
            second = [second, ctx.texts.today_turns(&age)].join(", ");
        }
        let name = items::person(ctx, contact.id);
        let row = Row {
            contact: Some(contact.id),
            follow_up: None,
            name: name.clone(),
            second,
            late: String::new(),
            action: Action::Congratulate,
            mail: mail_of(ctx, contact.id),
        };
        coming.push((day, name, row));
    }
    coming.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    rows.extend(coming.into_iter().map(|(_, _, row)| row));
    let count = rows.len();
    rows.truncate(MOST_ROWS);
    (count > 0).then(|| Section {
        kind: Some(Kind::Birthday),
        title: ctx.texts.today_birthdays().to_owned(),
        count: ctx.texts.locale().number(count as i64),
        groups: vec![Group { rows, ..Group::default() }],
        more: None,
    })
}

/// People with whom there is contact, but never face to face, the liveliest first.
fn on_screen_section(ctx: &ViewCtx<'_>) -> Option<Section> {
    let mut people: Vec<(NaiveDate, usize, Id<Contact>)> = Vec::new();
    for contact in ctx.book.contacts.values() {
        let links = ctx.index.links.contact(contact.id);
        // Somebody with a card and no contact is for the review, not for this.
        let Some(last) = links.encounters.first().and_then(|id| ctx.book.get(*id)) else { continue };
        let plans_to_meet = links
            .open_follow_ups
            .iter()
            .filter_map(|id| ctx.book.get(*id))
            .any(|follow_up| follow_up.kind == FollowUpKind::Meet);
        let found = ctx.search.found.as_ref().is_none_or(|found| found.matches(contact.id));
        if contact.archived.is_none()
            && !plans_to_meet
            && found
            && is_virtual_only(ctx.book, ctx.index, contact.id)
        {
            people.push((last.on, links.encounters.len(), contact.id));
        }
    }
    people.sort_by_key(|(last, count, id)| (std::cmp::Reverse((*last, *count)), *id));
    let rows: Vec<Row> = people
        .iter()
        .take(MOST_ON_SCREEN)
        .map(|(last, count, id)| Row {
            contact: Some(*id),
            follow_up: None,
            name: items::person(ctx, *id),
            second: ctx.texts.today_contacts_since(*count as i64, &ctx.texts.relative_day(*last, ctx.today)),
            late: String::new(),
            action: Action::Suggest,
            mail: None,
        })
        .collect();
    (!rows.is_empty()).then(|| Section {
        kind: None,
        title: ctx.texts.today_on_screen().to_owned(),
        count: ctx.texts.locale().number(people.len() as i64),
        groups: vec![Group { rows, ..Group::default() }],
        more: None,
    })
}

fn pile(ctx: &ViewCtx<'_>) -> Option<Pile> {
    let cards: Vec<_> = ctx
        .index
        .links
        .pile()
        .iter()
        .filter_map(|id| ctx.book.get(*id))
        .filter(|card| ctx.search.found.as_ref().is_none_or(|found| found.matches_card(card)))
        .collect();
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
    Some(Pile { title: ctx.texts.today_pile(cards.len() as i64), words, pictures })
}

fn ahead(ctx: &ViewCtx<'_>, date: NaiveDate) -> Ahead {
    let locale = ctx.texts.locale();
    let filter = items::Filter::default();
    let agenda = &ctx.index.agenda;
    let events = agenda.events_on(date).iter().filter(|id| items::is_event_shown(ctx, filter, **id));
    let mut lines: Vec<(Option<Kind>, String)> =
        events.filter_map(|id| ctx.book.get(*id)).map(|event| (None, event.title.clone())).collect();
    let mut kinds: BTreeMap<(u8, FollowUpKind), Vec<&FollowUp>> = BTreeMap::new();
    for id in agenda.on(date).iter().filter(|id| items::is_shown(ctx, filter, **id)) {
        if let Some(follow_up) = ctx.book.get(*id) {
            kinds.entry((urgency(follow_up.kind), follow_up.kind)).or_default().push(follow_up);
        }
    }
    for ((_, kind), all) in kinds {
        let words = match all.as_slice() {
            [only] => items::who(ctx, only),
            _ => items::count_label(kind, all.len(), ctx.texts),
        };
        lines.push((Some(items::seal(kind)), words));
    }
    let words: Vec<&str> = lines.iter().map(|(_, words)| words.as_str()).collect();
    let words = if words.is_empty() { ctx.texts.today_free().to_owned() } else { words.join(", ") };
    let spoken = format!("{}: {words}", locale.day_spoken(date));
    lines.truncate(3);
    Ahead {
        date,
        weekday: locale.weekday_short(date.weekday()),
        number: date.day().to_string(),
        lines,
        spoken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_box() {
        let boxes: std::collections::BTreeSet<usize> =
            FollowUpKind::ALL.into_iter().map(section_of).collect();
        assert_eq!(boxes.into_iter().collect::<Vec<_>>(), (0..7).collect::<Vec<_>>());
    }
}
