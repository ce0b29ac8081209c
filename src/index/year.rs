//! One year looked back upon: what was passed on and received, introductions, events, and how warm the network was.
//!
//! Owns the figures and the sentences about them; the window draws them and the command line prints them. It counts what
//! the book says today: an outcome of this spring belongs to the card passed on last autumn. Must not know how it is drawn.
//! Start reading at [`Year::of`].
//!
//! Invariant: every figure is what a naive count over the book gives (`suite::year::a_year_is_what_a_naive_count_gives`).

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};

use super::events::series_key;
use super::warmth::{Spring, springs};
use super::{Links, Warmth, WarmthBand, money_text};
use crate::model::{
    Attendance, Book, Contact, Event, FollowUpState, Id, Introduction, IntroductionState, Money, OutcomeKind,
    Party, Referral, ReferralState,
};
use crate::text::Texts;

/// From which warmth somebody counts as warm: that of [`WarmthBand::Warm`].
pub const WARM_FROM: f32 = 35.0;

/// What happened in one month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Month {
    /// Cards that I passed on.
    pub given: usize,
    /// Leads that I received.
    pub received: usize,
    /// Introductions that I made.
    pub introductions: usize,
    /// Events that I attended.
    pub events: usize,
    /// People met at them.
    pub met: usize,
}

/// What came of referrals or introductions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fruit {
    /// How many there were.
    pub all: usize,
    /// How many led to work.
    pub became: usize,
    /// With how many the two met or talk.
    pub talking: usize,
    /// How many came to nothing.
    pub nothing: usize,
    /// What it was worth, as far as it was noted, by currency.
    pub worth: Vec<Money>,
}

impl Fruit {
    /// How many of which nothing is known yet.
    pub fn open(&self) -> usize {
        self.all - self.became - self.talking - self.nothing
    }
}

/// An event that I attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Which.
    pub event: Id<Event>,
    /// Its first day.
    pub on: NaiveDate,
    /// How many people I met there.
    pub met: usize,
    /// How many of them I had met at an event before.
    pub again: usize,
    /// Whether it is of a series of which I had attended an event before.
    pub is_repeated: bool,
}

/// How warm the network was at the end of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WarmthAt {
    /// The last day of the month, or today.
    pub on: NaiveDate,
    /// The mean over everybody with whom there was contact until then, from 0 to 100.
    pub average: f32,
    /// How many people were warm: from [`WARM_FROM`].
    pub warm: usize,
    /// With how many people there was contact until then; those let go until then are left out.
    pub people: usize,
}

/// A year.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// The last day that counts: the end of the year, or today.
    pub until: NaiveDate,
    /// What happened by month, January first.
    pub months: [Month; 12],
    /// Cards that I passed on.
    pub given: Fruit,
    /// Leads that I received.
    pub received: Fruit,
    /// Introductions that I made.
    pub introduced: Fruit,
    /// Introductions by others, to me.
    pub introduced_to_me: usize,
    /// Cards that I passed on in the year whose owner was not told.
    pub untold: usize,
    /// Thank-yous done in the year.
    pub thanked: usize,
    /// Events that I attended, the first one first.
    pub visits: Vec<Visit>,
    /// Events that I cancelled late, or missed without a word.
    pub missed: usize,
    /// Different people met at the events of the year.
    pub people_met: usize,
    /// How warm the network was at the ends of months, as far as they have come.
    pub warmth: Vec<WarmthAt>,
}

impl Year {
    /// Looks back upon a year up to today. It walks over the whole book and works out the warmth of everybody twelve times:
    /// something for a worker.
    pub fn of(book: &Book, links: &Links, year: i32, today: NaiveDate) -> Self {
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX);
        let mut review = Self {
            year,
            until: last.min(today),
            months: Default::default(),
            given: Fruit::default(),
            received: Fruit::default(),
            introduced: Fruit::default(),
            introduced_to_me: 0,
            untold: 0,
            thanked: 0,
            visits: Vec::new(),
            missed: 0,
            people_met: 0,
            warmth: Vec::new(),
        };
        review.count_referrals(book);
        review.count_introductions(book);
        review.count_events(book, links);
        review.thanked = book
            .follow_ups
            .values()
            .filter(|it| it.kind == crate::model::FollowUpKind::ThankYou)
            .filter(|it| matches!(it.state, FollowUpState::Done { on, .. } if review.has(on)))
            .count();
        review.warmth = warmth(book, links, review.year, today);
        review
    }

    /// Returns the years about which the book has something to tell, the newest first; this one is always among them.
    pub fn all(book: &Book, today: NaiveDate) -> Vec<i32> {
        let mut years = BTreeSet::from([today.year()]);
        let passed = book.referrals.values().filter_map(|it| it.reached(ReferralState::PassedOn));
        let met = book.events.values().filter(|it| it.status == Attendance::Attended);
        let encounters = book.encounters.values().map(|it| it.on);
        let all = passed.chain(met.filter_map(|it| it.starts_on)).chain(encounters);
        years.extend(all.filter(|day| *day <= today).map(|day| day.year()));
        years.into_iter().rev().collect()
    }

    /// Whether a day belongs to the year and has come.
    fn has(&self, day: NaiveDate) -> bool {
        day.year() == self.year && day <= self.until
    }

    fn month(&mut self, day: NaiveDate) -> &mut Month {
        &mut self.months[day.month0() as usize]
    }

    fn count_referrals(&mut self, book: &Book) {
        for referral in book.referrals.values() {
            let Some(on) = referral.reached(ReferralState::PassedOn).filter(|on| self.has(*on)) else {
                continue;
            };
            if referral.giver == Party::Me {
                self.month(on).given += 1;
                self.given.add(referral);
                self.untold += usize::from(referral.owner_must_be_told());
            } else if referral.is_lead() {
                self.month(on).received += 1;
                self.received.add(referral);
            }
        }
    }

    fn count_introductions(&mut self, book: &Book) {
        // Books from before `never_made` say of those that were refused only that somebody said no.
        let refused = book.follow_ups.values().filter(|it| it.answer() == Some(false));
        let refused: BTreeSet<_> = refused.filter_map(|it| it.opt_in).collect();
        let ended =
            |it: &Introduction| it.state == IntroductionState::CameToNothing && refused.contains(&it.id);
        for introduction in book.introductions.values().filter(|it| it.is_made() && !ended(it)) {
            let Some(on) = introduction.on.filter(|on| self.has(*on)) else { continue };
            if introduction.introducer == Party::Me {
                self.month(on).introductions += 1;
                self.introduced.all += 1;
                match introduction.state {
                    IntroductionState::LedToWork => self.introduced.became += 1,
                    IntroductionState::TheyMet => self.introduced.talking += 1,
                    IntroductionState::CameToNothing => self.introduced.nothing += 1,
                    _ => {}
                }
            } else if [introduction.a, introduction.b].contains(&Party::Me) {
                self.introduced_to_me += 1;
            }
        }
    }

    fn count_events(&mut self, book: &Book, links: &Links) {
        let mut attended: Vec<(NaiveDate, &Event)> = book
            .events
            .values()
            .filter(|event| event.status == Attendance::Attended)
            .filter_map(|event| Some((event.starts_on?, &**event)))
            .filter(|(on, _)| *on <= self.until)
            .collect();
        attended.sort_by_key(|(on, event)| (*on, event.id));
        let mut known: BTreeSet<&Id<Contact>> = BTreeSet::new();
        let mut series = BTreeSet::new();
        let mut this_year: BTreeSet<&Id<Contact>> = BTreeSet::new();
        for (on, event) in attended {
            let people = &links.event(event.id).contacts;
            let key = series_key(event);
            if self.has(on) {
                let again = people.iter().filter(|contact| known.contains(*contact)).count();
                let is_repeated = key.as_ref().is_some_and(|key| series.contains(key));
                self.visits.push(Visit { event: event.id, on, met: people.len(), again, is_repeated });
                let month = self.month(on);
                month.events += 1;
                month.met += people.len();
                this_year.extend(people);
            }
            known.extend(people);
            series.extend(key);
        }
        self.people_met = this_year.len();
        let missed = book.events.values().filter(|event| event.status.asks_for_amends());
        self.missed = missed.filter(|event| event.starts_on.is_some_and(|on| self.has(on))).count();
    }
}

impl Fruit {
    fn add(&mut self, referral: &Referral) {
        self.all += 1;
        match referral.outcome.as_ref().map(|outcome| outcome.kind) {
            Some(OutcomeKind::LedToWork) => self.became += 1,
            Some(OutcomeKind::CameToNothing) => self.nothing += 1,
            Some(OutcomeKind::Talking) => self.talking += 1,
            None if referral.state >= ReferralState::TheyMet => self.talking += 1,
            None => {}
        }
        let Some(money) = referral.outcome.as_ref().and_then(|outcome| outcome.value.as_ref()) else {
            return;
        };
        if money.minor <= 0 {
            return;
        }
        match self.worth.binary_search_by(|sum| sum.currency.as_str().cmp(money.currency.trim())) {
            Ok(at) => self.worth[at].minor = self.worth[at].minor.saturating_add(money.minor),
            Err(at) => {
                let currency = money.currency.trim().to_owned();
                self.worth.insert(at, Money { minor: money.minor, currency });
            }
        }
    }
}

/// The ends of the months of a year that have come, today in place of that of this month.
fn month_ends(year: i32, today: NaiveDate) -> Vec<NaiveDate> {
    let ends = (1..=12).filter_map(|month| {
        let (next_year, next) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let end = NaiveDate::from_ymd_opt(next_year, next, 1)?.pred_opt()?;
        (first <= today).then(|| end.min(today))
    });
    ends.collect()
}

fn warmth(book: &Book, links: &Links, year: i32, today: NaiveDate) -> Vec<WarmthAt> {
    let ends = month_ends(year, today);
    let mut sums: Vec<(f64, usize, usize)> = vec![(0.0, 0, 0); ends.len()];
    for contact in book.contacts.values() {
        let all: Vec<Spring> = springs(book, links.contact(contact.id));
        let let_go = contact.archived.as_ref().map(|archived| archived.on);
        for (end, (sum, warm, people)) in ends.iter().zip(&mut sums) {
            let known = all.iter().any(|spring| spring.on <= *end);
            if !known || let_go.is_some_and(|day| day <= *end) {
                continue;
            }
            let value = Warmth::of_springs(&all, *end);
            *sum += f64::from(value);
            *people += 1;
            *warm += usize::from(value >= WARM_FROM);
        }
    }
    let at = |(on, (sum, warm, people)): (NaiveDate, (f64, usize, usize))| {
        #[expect(clippy::cast_possible_truncation, reason = "a mean of values up to 100")]
        let average = if people == 0 { 0.0 } else { (sum / people as f64) as f32 };
        WarmthAt { on, average, warm, people }
    };
    ends.into_iter().zip(sums).map(at).collect()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Returns amounts in words: "1,200 €, 30,000 ¥"; empty when there is none.
pub fn worth_text(worth: &[Money], texts: &Texts) -> String {
    let amounts: Vec<String> = worth.iter().map(|money| money_text(money, texts.locale())).collect();
    amounts.join(texts.ways_list_mark())
}

impl Year {
    /// Whether nothing happened.
    pub fn is_empty(&self) -> bool {
        let told = [
            self.given.all,
            self.received.all,
            self.introduced.all,
            self.introduced_to_me,
            self.thanked,
            self.visits.len(),
            self.missed,
        ];
        told.iter().all(|count| *count == 0) && self.warmth.iter().all(|at| at.people == 0)
    }

    /// Returns what is to be said about the year, in short sentences: giving first.
    pub fn sentences(&self, texts: &Texts) -> Vec<String> {
        let mut said = vec![match self.given.all {
            0 => texts.year_gave_none().to_owned(),
            all => texts.year_gave(&texts.year_cards(count(all)), count(self.given.became)),
        }];
        if self.received.all > 0 {
            let leads = texts.year_leads(count(self.received.all));
            said.push(texts.year_received(count(self.received.became), &leads));
        }
        if self.introduced.all > 0 {
            let pairs = texts.year_pairs(count(self.introduced.all));
            said.push(texts.year_introduced(count(self.introduced.became), &pairs));
        }
        if self.introduced_to_me > 0 {
            said.push(texts.year_introduced_to_me(count(self.introduced_to_me)));
        }
        if self.thanked > 0 {
            said.push(texts.year_thanked(count(self.thanked)));
        }
        for (fruit, words) in [
            (&self.given, Texts::year_worth_given as fn(&Texts, &str) -> String),
            (&self.received, Texts::year_worth_received),
        ] {
            let worth = worth_text(&fruit.worth, texts);
            if !worth.is_empty() {
                said.push(words(texts, &worth));
            }
        }
        if !self.visits.is_empty() {
            let events = texts.common_events(count(self.visits.len()));
            let people = texts.common_people(count(self.people_met));
            said.push(texts.year_events(&events, &people));
            let again: usize = self.visits.iter().map(|visit| visit.again).sum();
            if again > 0 {
                said.push(texts.year_again(count(again)));
            }
        }
        if self.missed > 0 {
            said.push(texts.year_missed(count(self.missed)));
        }
        if let (Some(first), Some(last)) = (self.warmth.first(), self.warmth.last())
            && last.people > 0
        {
            let (from, to) = (whole(first.average), whole(last.average));
            let people = texts.common_people(count(last.warm));
            said.push(match to.cmp(&from) {
                _ if first.people == 0 || first.on == last.on => texts.year_warmth_now(&people, to),
                std::cmp::Ordering::Greater => texts.year_warmth_rose(from, &people, to),
                std::cmp::Ordering::Equal => texts.year_warmth_same(&people, to),
                std::cmp::Ordering::Less => texts.year_warmth_fell(from, &people, to),
            });
        }
        if self.untold > 0 {
            said.push(texts.year_untold(count(self.untold)));
        }
        said
    }

    /// Returns the year as a text to print: the sentences and all figures.
    pub fn text(&self, book: &Book, texts: &Texts) -> String {
        let locale = texts.locale();
        let number = |it: usize| locale.number(count(it));
        let mut text = format!("{}\n\n", texts.year_title(&self.year.to_string()));
        for sentence in self.sentences(texts) {
            text.push_str(&sentence);
            text.push('\n');
        }
        let mut table = |title: &str, heads: &[&str], rows: Vec<Vec<String>>| {
            if rows.is_empty() {
                return;
            }
            text.push_str(&format!("\n{title}\n{}\n", heads.join("\t")));
            for row in rows {
                text.push_str(&row.join("\t"));
                text.push('\n');
            }
        };
        let months = self.months.iter().zip(1..).map(|(month, number_of)| {
            let mut row = vec![locale.month_short(number_of).to_owned()];
            let all = [month.given, month.received, month.introductions, month.events, month.met];
            row.extend(all.map(number));
            row
        });
        table(
            texts.year_by_month(),
            &[
                texts.year_month(),
                texts.year_given(),
                texts.year_leads_head(),
                texts.year_introductions(),
                texts.app_view_events(),
                texts.year_met(),
            ],
            months.collect(),
        );
        let fruits = [
            (texts.year_given(), &self.given),
            (texts.year_leads_head(), &self.received),
            (texts.year_introductions(), &self.introduced),
        ];
        let fruits = fruits.into_iter().map(|(name, fruit)| {
            let mut row = vec![name.to_owned()];
            row.extend([fruit.all, fruit.became, fruit.talking, fruit.nothing, fruit.open()].map(number));
            row
        });
        table(
            texts.year_what_came(),
            &[
                "",
                texts.common_all(),
                texts.common_outcome_led_to_work(),
                texts.common_outcome_talking(),
                texts.common_outcome_nothing(),
                texts.year_open(),
            ],
            fruits.collect(),
        );
        let more = [
            (texts.year_introduced_to_me_head(), self.introduced_to_me),
            (texts.year_thanked_head(), self.thanked),
            (texts.year_untold_head(), self.untold),
            (texts.year_people_met(), self.people_met),
            (texts.year_missed_head(), self.missed),
        ];
        let more = more.into_iter().map(|(name, figure)| vec![name.to_owned(), number(figure)]);
        table(texts.year_more(), &["", texts.year_number()], more.collect());
        let warmth = self.warmth.iter().map(|at| {
            let day = locale.day_short(at.on);
            vec![day, locale.number(whole(at.average)), number(at.warm), number(at.people)]
        });
        table(
            texts.year_warmth(),
            &[texts.year_month(), texts.year_average(), texts.year_warm(), texts.year_people()],
            warmth.collect(),
        );
        let visits = self.visits.iter().map(|visit| {
            let title = book.get(visit.event).map_or("", |event| event.title.as_str());
            vec![locale.day_short(visit.on), title.to_owned(), number(visit.met), number(visit.again)]
        });
        table(
            texts.app_view_events(),
            &[texts.year_day(), texts.year_event(), texts.year_met(), texts.year_met_again()],
            visits.collect(),
        );
        text
    }
}

/// A warmth as a whole number.
pub fn whole(value: f32) -> i64 {
    debug_assert!(WarmthBand::of(WARM_FROM) == WarmthBand::Warm, "the two say the same");
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 100")]
    let whole = value.round() as i64;
    whole
}
