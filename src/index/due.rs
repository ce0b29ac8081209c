//! What is due: the stored follow-ups and what the rules foresee, in one list.
//!
//! Owns [`Due`], the one answer that Today, the calendar, the command line, iCalendar and reminders use. Must not know
//! how it is shown. Start reading at [`Index::due`].
//!
//! Invariant: nothing is listed twice ([`Due::source`] is unique; held by the suite's `no_reason_ever_has_two`).

use std::collections::BTreeMap;
use std::ops::{Bound, RangeBounds};

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime};

use super::agenda::urgency;
use super::foreseen::{Facts, after};
use super::{ForeseenFacts, Index};
use crate::model::{
    BELATED_DAYS, Contact, DueSource, FollowUp, FollowUpKind, Foreseen, Id, Reason, Rule, is_greeting,
};

/// Days after which somebody from whom nothing was heard is no more suggested for a meeting.
const COLD_AFTER_DAYS: u64 = 365;

/// The most calendar years of birthdays in one answer.
const MOST_YEARS: usize = 3;

/// Something to be done, stored or foreseen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// What it is; edits take it as it is here.
    pub source: DueSource,
    /// What kind of thing.
    pub kind: FollowUpKind,
    /// The calendar day by whose end it is to be done.
    pub due_on: NaiveDate,
    /// Local time, when it has one.
    pub due_at: Option<NaiveTime>,
    /// The day from which it is shown as something for today: `due_on`, for a birthday some days before.
    pub notice_on: NaiveDate,
    /// The last day on which it is not late: `due_on`, for a rhythm the latest day. `None` for a mere suggestion,
    /// which is never late.
    pub latest_on: Option<NaiveDate>,
    /// With whom.
    pub contacts: Vec<Id<Contact>>,
    /// About what, in the user's words.
    pub about: String,
    /// Why; in words by [`super::explain`].
    pub reason: Reason,
    /// How it stands on the day of the question.
    pub state: DueState,
}

/// How something due stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueState {
    /// Its last day is over: red.
    Overdue,
    /// Its day has come and the last one is not over: yellow.
    Due,
    /// It has time.
    Ahead,
    /// A suggestion that has no last day.
    Suggested,
}

impl DueState {
    fn on(today: NaiveDate, due_on: NaiveDate, latest_on: Option<NaiveDate>) -> Self {
        match latest_on {
            None => Self::Suggested,
            Some(_) if today < due_on => Self::Ahead,
            Some(latest) if today <= latest => Self::Due,
            Some(_) => Self::Overdue,
        }
    }
}

impl Due {
    /// Whether it is something for `today`: late, due, or to be noticed already.
    pub fn is_now(&self, today: NaiveDate) -> bool {
        self.notice_on <= today
    }

    /// Whether it is a suggestion, such as meeting somebody whom I know from afar only.
    pub fn is_suggestion(&self) -> bool {
        self.state == DueState::Suggested
    }

    /// Returns the id that it has or will have as a record: stable over days, machines and acting on it.
    pub fn id(&self) -> Id<FollowUp> {
        self.source.id()
    }

    /// Returns the rule that asks for it; none when the user wanted it.
    pub fn rule(&self) -> Option<Rule> {
        Rule::behind(self.kind, self.reason)
    }
}

/// The first and the last day of a range.
fn ends(days: &impl RangeBounds<NaiveDate>) -> (NaiveDate, NaiveDate) {
    let first = match days.start_bound() {
        Bound::Included(day) => *day,
        Bound::Excluded(day) => day.succ_opt().unwrap_or(NaiveDate::MAX),
        Bound::Unbounded => NaiveDate::MIN,
    };
    let last = match days.end_bound() {
        Bound::Included(day) => *day,
        Bound::Excluded(day) => day.pred_opt().unwrap_or(NaiveDate::MIN),
        Bound::Unbounded => NaiveDate::MAX,
    };
    (first, last)
}

impl Index {
    /// Returns what is due on the days of a range, as it stands on `today`: by day, then things without a time, then
    /// by time, then by urgency. Open records of any age; birthdays from a week ago on and three years at most.
    pub fn due(&self, today: NaiveDate, days: impl RangeBounds<NaiveDate>) -> Vec<Due> {
        let (first, last) = ends(&days);
        if first > last {
            return Vec::new();
        }
        let mut list: Vec<Due> = Vec::new();
        let stored = self.agenda.due_within(first..=last);
        list.extend(stored.filter_map(|(_, id)| Some(self.stored(self.book.get(id)?, today))));
        self.foreseen(today, first, last, &mut list);
        // Stable: records of one moment stay in the order of the agenda, which goes by name.
        list.sort_by_key(|due| (due.due_on, due.due_at, urgency(due.kind)));
        list
    }

    /// Returns how many things are to be done on each day of a range that has any. What is foreseen counts on its day,
    /// or today while its last day is not over; suggestions do not count.
    pub fn load(&self, today: NaiveDate, days: impl RangeBounds<NaiveDate>) -> BTreeMap<NaiveDate, usize> {
        let (first, last) = ends(&days);
        let mut counts = BTreeMap::new();
        if first > last {
            return counts;
        }
        for (day, _) in self.agenda.due_within(first..=last) {
            *counts.entry(day).or_default() += 1;
        }
        let mut foreseen: Vec<Due> = Vec::new();
        let from = if (first..=last).contains(&today) { NaiveDate::MIN } else { first };
        self.foreseen(today, from, last, &mut foreseen);
        for due in foreseen.iter().filter(|due| !due.is_suggestion()) {
            let day = if due.state == DueState::Overdue { due.due_on } else { due.due_on.max(today) };
            if (first..=last).contains(&day) {
                *counts.entry(day).or_default() += 1;
            }
        }
        counts
    }

    /// Returns what is for `today`: everything late and due, and birthdays to be noticed already.
    pub fn due_now(&self, today: NaiveDate) -> Vec<Due> {
        let ahead = after(today, self.book.header.days(Rule::Birthday));
        let mut list = self.due(today, ..=ahead);
        list.retain(|due| due.is_now(today));
        list
    }

    /// Returns what is due with one person: open records, and what is foreseen until a day.
    pub fn due_with(&self, contact: Id<Contact>, today: NaiveDate, until: NaiveDate) -> Vec<Due> {
        let links = self.links.contact(contact);
        let open = links.open_follow_ups.iter().filter_map(|id| self.book.get(*id));
        let mut list: Vec<Due> = open.map(|record| self.stored(record, today)).collect();
        if let Some(facts) = self.foreseen.facts.get(&contact) {
            let from = NaiveDate::MIN;
            list.extend(self.touch(contact, facts, today).filter(|due| due.due_on <= until));
            list.extend(self.meet(contact, facts, today).filter(|due| due.due_on <= until));
            for year in today.year().saturating_sub(1)..=today.year().saturating_add(1) {
                list.extend(self.birthday(contact, facts, year, today, (from, until)));
            }
        }
        list.sort_by_key(|due| (due.due_on, due.due_at, urgency(due.kind)));
        list
    }

    /// Returns something due by its source; `None` once it is not any more.
    pub fn due_by(&self, source: DueSource, today: NaiveDate) -> Option<Due> {
        match source {
            DueSource::Stored(id) => {
                self.book.get(id).filter(|record| record.is_open()).map(|it| self.stored(it, today))
            }
            DueSource::Foreseen(Foreseen { contact, reason, .. }) => {
                let facts = self.foreseen.facts.get(&contact)?;
                let all = (NaiveDate::MIN, NaiveDate::MAX);
                let due = match reason {
                    Reason::KeepInTouch { .. } => self.touch(contact, facts, today),
                    Reason::MeetInPerson => self.meet(contact, facts, today),
                    Reason::Birthday { year } => self.birthday(contact, facts, year, today, all),
                    _ => None,
                };
                due.filter(|due| due.reason == reason)
            }
        }
    }

    /// A record as something due, whether it is open or not.
    fn stored(&self, record: &FollowUp, today: NaiveDate) -> Due {
        let notice_on = match record.reason {
            Reason::Birthday { .. } => self.notice(record.due_on),
            _ => record.due_on,
        };
        Due {
            source: DueSource::Stored(record.id),
            kind: record.kind,
            due_on: record.due_on,
            due_at: record.due_at,
            notice_on,
            latest_on: Some(record.due_on),
            contacts: record.contacts.iter().copied().collect(),
            about: record.about.clone(),
            reason: record.reason,
            state: DueState::on(today, record.due_on, Some(record.due_on)),
        }
    }

    /// The day from which a birthday is noticed.
    fn notice(&self, birthday: NaiveDate) -> NaiveDate {
        let days = Days::new(u64::from(self.book.header.days(Rule::Birthday)));
        birthday.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
    }

    fn foreseen(&self, today: NaiveDate, first: NaiveDate, last: NaiveDate, list: &mut Vec<Due>) {
        let ForeseenFacts { facts, touch, birthdays, apart } = &self.foreseen;
        let (nil, end) = (Id::NIL, Id::new(u128::MAX));
        for (_, id) in touch.range((first, nil)..=(last, end)) {
            list.extend(facts.get(id).and_then(|facts| self.touch(*id, facts, today)));
        }
        // They are kept by the day since which I know them; the rule's days are added to it.
        let days = Days::new(u64::from(self.book.header.days(Rule::MeetInPerson)));
        let since = |day: NaiveDate| day.checked_sub_days(days).unwrap_or(NaiveDate::MIN);
        for (_, id) in apart.range((since(first), nil)..=(since(last), end)) {
            let due = facts.get(id).and_then(|facts| self.meet(*id, facts, today));
            list.extend(due.filter(|due| first <= due.due_on && due.due_on <= last));
        }
        let first = first.max(today.checked_sub_days(Days::new(BELATED_DAYS)).unwrap_or(NaiveDate::MIN));
        if first > last {
            return;
        }
        for year in (first.year()..=last.year()).take(MOST_YEARS) {
            let from = if year == first.year() { (first.month(), first.day()) } else { (1, 1) };
            // 29 February is kept on the 28th of other years, so the last day of a month takes in all that follow.
            let to = match last.succ_opt() {
                _ if year != last.year() => (12, 31),
                Some(next) if next.month() == last.month() => (last.month(), last.day()),
                _ => (last.month(), 31),
            };
            for (_, id) in birthdays.range((from, nil)..=(to, end)) {
                let facts = facts.get(id);
                list.extend(facts.and_then(|it| self.birthday(*id, it, year, today, (first, last))));
            }
        }
    }

    fn touch(&self, contact: Id<Contact>, facts: &Facts, today: NaiveDate) -> Option<Due> {
        let rhythm = facts.rhythm.filter(|_| !facts.touch_handled)?;
        self.is_on(Rule::KeepInTouch)?;
        let reason = Reason::KeepInTouch { since: rhythm.since };
        let latest_on = Some(rhythm.latest_on());
        Some(due(Foreseen { contact, reason, due_on: rhythm.ideal_on() }, latest_on, today))
    }

    fn meet(&self, contact: Id<Contact>, facts: &Facts, today: NaiveDate) -> Option<Due> {
        let apart = facts.apart.filter(|_| !facts.meet_handled)?;
        self.is_on(Rule::MeetInPerson)?;
        let cold = today.checked_sub_days(Days::new(COLD_AFTER_DAYS)).is_some_and(|day| apart.last < day);
        let due_on = after(apart.first, self.book.header.days(Rule::MeetInPerson));
        let foreseen = Foreseen { contact, reason: Reason::MeetInPerson, due_on };
        (!cold).then(|| due(foreseen, None, today))
    }

    /// The birthday in a year, unless it is over, was kept, or lies outside of the days.
    fn birthday(
        &self,
        contact: Id<Contact>,
        facts: &Facts,
        year: i32,
        today: NaiveDate,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Option<Due> {
        self.is_on(Rule::Birthday)?;
        let due_on = facts.birthday?.in_year(year)?;
        let over = due_on.checked_add_days(Days::new(BELATED_DAYS)).is_some_and(|end| end < today);
        if over || due_on < first || last < due_on || facts.greeted.contains(&year) {
            return None;
        }
        let earliest = due_on.checked_sub_days(Days::new(BELATED_DAYS)).unwrap_or(NaiveDate::MIN);
        let encounters = self.links.contact(contact).encounters.iter();
        let mut encounters = encounters.filter_map(|id| self.book.get(*id));
        if encounters.by_ref().take_while(|it| it.on >= earliest).any(|it| is_greeting(it, due_on)) {
            return None;
        }
        let foreseen = Foreseen { contact, reason: Reason::Birthday { year }, due_on };
        let due = due(foreseen, Some(due_on), today);
        Some(Due { notice_on: self.notice(due_on), ..due })
    }

    fn is_on(&self, rule: Rule) -> Option<()> {
        self.book.header.is_on(rule).then_some(())
    }
}

/// What is foreseen as something due.
fn due(foreseen: Foreseen, latest_on: Option<NaiveDate>, today: NaiveDate) -> Due {
    Due {
        source: DueSource::Foreseen(foreseen),
        kind: foreseen.kind(),
        due_on: foreseen.due_on,
        due_at: None,
        notice_on: foreseen.due_on,
        latest_on,
        contacts: vec![foreseen.contact],
        about: String::new(),
        reason: foreseen.reason,
        state: DueState::on(today, foreseen.due_on, latest_on),
    }
}
