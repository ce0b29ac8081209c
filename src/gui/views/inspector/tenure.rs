//! A place in an organization as it is typed: company, title, department, and days of which often only the year is
//! known.
//!
//! Owns reading and writing of such days, and what of a line may be committed. Must not know how fields look.
//!
//! Invariant: a day is shown no more exactly than it is known, and read back as it was
//! (`tests::days_are_read_back`).

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::edit::{Employment, Tenure};
use crate::model::{Affiliation, Book, Contact};
use crate::text::Locale;
use crate::text::dates::parse_date;
use crate::text::fold::fold;

/// The beginning or the end of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// The first day.
    From,
    /// The last day.
    Until,
}

/// Why a line cannot be committed as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A day was not understood.
    Day(Edge),
    /// The last day is before the first.
    Backwards,
}

/// A place in an organization as typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TypedTenure {
    /// What the book has; nothing for a new line.
    pub known: Option<Affiliation>,
    /// Name of the organization in the book.
    pub committed: String,
    /// Name of the organization as typed.
    pub company: String,
    /// Job title.
    pub title: String,
    /// Department.
    pub department: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// A new line without a company is complete: the person works for themselves.
    pub alone: bool,
    /// What is wrong with the days.
    pub refusal: Option<Refusal>,
    /// The line as one that is not being changed: the time, then the place.
    pub summary: (String, String),
}

impl TypedTenure {
    fn of(book: &Book, affiliation: &Affiliation, locale: Locale) -> Self {
        let company = book.get(affiliation.organization).map_or("", |record| record.name.as_str()).to_owned();
        let text =
            |day: Option<NaiveDate>, edge| day.map_or_else(String::new, |day| shown(day, edge, locale));
        let (from, until) = (text(affiliation.from, Edge::From), text(affiliation.until, Edge::Until));
        let time =
            if from.is_empty() && until.is_empty() { String::new() } else { format!("{from} – {until}") };
        let place = [company.as_str(), affiliation.title.as_str(), affiliation.department.as_str()]
            .map(crate::gui::views::people::tidy);
        let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
        Self {
            known: Some(affiliation.clone()),
            committed: company.clone(),
            company,
            title: affiliation.title.clone(),
            department: affiliation.department.clone(),
            from,
            until,
            alone: false,
            refusal: None,
            summary: (time.trim().to_owned(), place.join(" · ")),
        }
    }

    /// Takes over what the book has; what was typed and refused stays.
    pub fn reload(lines: &mut Vec<Self>, book: &Book, contact: &Contact, locale: Locale, today: NaiveDate) {
        let pending: Vec<Self> = lines.drain(..).filter(Self::is_refused).collect();
        *lines = contact.affiliations.iter().map(|known| Self::of(book, known, locale)).collect();
        for line in pending {
            let same = |other: &&mut Self| {
                let places = line.known.as_ref().zip(other.known.as_ref());
                places.is_some_and(|(a, b)| a.organization == b.organization && a.from == b.from)
            };
            match lines.iter_mut().find(same) {
                Some(other) => {
                    if line.asks() {
                        other.company = line.company;
                    }
                    if line.refusal.is_some() {
                        (other.from, other.until) = (line.from, line.until);
                    }
                }
                None if line.known.is_none() => lines.push(line),
                None => {}
            }
        }
        for line in lines {
            line.mind(today, locale);
        }
    }

    /// Whether the company was changed and it is not known yet what that means.
    pub fn asks(&self) -> bool {
        self.known.is_some() && self.company.trim() != self.committed.trim()
    }

    /// Whether something was typed that is not in the book.
    pub fn is_refused(&self) -> bool {
        let typed = [&self.company, &self.title, &self.department, &self.from, &self.until];
        let is_new = self.known.is_none() && typed.iter().any(|text| !text.trim().is_empty());
        self.refusal.is_some() || self.asks() || is_new
    }

    /// Whether it lasts, as far as the book knows.
    pub fn is_current(&self) -> bool {
        self.known.as_ref().is_some_and(|known| known.until.is_none())
    }

    /// Looks whether the days can be understood.
    pub fn mind(&mut self, today: NaiveDate, locale: Locale) {
        let from = read(&self.from, Edge::From, today, locale);
        let until = read(&self.until, Edge::Until, today, locale);
        self.refusal = match (from, until) {
            (None, _) => Some(Refusal::Day(Edge::From)),
            (_, None) => Some(Refusal::Day(Edge::Until)),
            (Some(Some(from)), Some(Some(until))) if until < from => Some(Refusal::Backwards),
            _ => None,
        };
    }

    /// Returns what may be committed; of what is refused the book keeps what it has. Nothing for a new line without
    /// a company.
    pub fn accepted(&self, today: NaiveDate, locale: Locale) -> Option<Tenure> {
        let known = self.known.as_ref();
        let company = if self.asks() { &self.committed } else { &self.company };
        if known.is_none() && company.trim().is_empty() && !self.alone {
            return None;
        }
        let (from, until) = match (self.refusal, known) {
            (None, _) => (
                read(&self.from, Edge::From, today, locale).flatten(),
                read(&self.until, Edge::Until, today, locale).flatten(),
            ),
            (Some(_), Some(known)) => (known.from, known.until),
            (Some(_), None) => (None, None),
        };
        let employment = Employment {
            organization: company.trim().to_owned(),
            title: self.title.clone(),
            department: self.department.clone(),
        };
        Some(Tenure { organization: known.map(|known| known.organization), employment, from, until })
    }
}

/// Writes a day: the first and the last day of a year or month stand for the whole of it.
pub fn shown(day: NaiveDate, edge: Edge, locale: Locale) -> String {
    let (whole_month, month) = match edge {
        Edge::From => (day.day() == 1, 1),
        Edge::Until => (day.checked_add_days(Days::new(1)).is_some_and(|next| next.day() == 1), 12),
    };
    if !whole_month || !(1000..=9999).contains(&day.year()) {
        locale.day_with_year(day)
    } else if day.month() == month {
        match locale {
            Locale::Ja => format!("{}年", day.year()),
            Locale::En | Locale::De => day.year().to_string(),
        }
    } else {
        locale.month_short_heading(day)
    }
}

/// Reads a day, month or year. The outer nothing means that it was not understood, the inner one an empty field.
#[expect(clippy::option_option, reason = "not understood, or nothing typed")]
pub fn read(text: &str, edge: Edge, today: NaiveDate, locale: Locale) -> Option<Option<NaiveDate>> {
    let folded = fold(text);
    if folded.is_empty() {
        return Some(None);
    }
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let year = |text: &str| number(text).filter(|year| (1000..=9999).contains(year));
    let is_year = |text: &str| year(text.trim_end_matches('年')).filter(|_| text.len() >= 4);
    if let Some(year) = is_year(&folded) {
        return whole(year, 1, 12, edge).map(Some);
    }
    // 2019-04, 2019/4, 2019年4月, 04.2019, 4/2019
    let parts: Vec<&str> =
        folded.split(['-', '/', '.', ' ', '年', '月']).filter(|part| !part.is_empty()).collect();
    if let [a, b] = parts.as_slice() {
        let month = |text: &str| number(text).filter(|month| (1..=12).contains(month));
        let both = year(a).zip(month(b)).or_else(|| year(b).zip(month(a)));
        if let Some((year, month)) = both {
            return whole(year, month, 1, edge).map(Some);
        }
        // April 2019: the day is all that is missing.
        if year(b).is_some()
            && number(a).is_none()
            && let Some(first) = parse_date(&format!("1 {a} {b}"), today, locale)
        {
            return whole(year(b)?, first.month(), 1, edge).map(Some);
        }
    }
    parse_date(text, today, locale).map(Some)
}

/// The first or last day of so many months.
fn whole(year: u32, month: u32, months: u32, edge: Edge) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
    match edge {
        Edge::From => Some(first),
        Edge::Until => first.checked_add_months(Months::new(months))?.pred_opt(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn days_are_read_back() {
        let today = day(2026, 10, 14);
        for locale in Locale::ALL {
            for month in 1..=12 {
                let first = day(2019, month, 1);
                let last = first.checked_add_months(Months::new(1)).unwrap().pred_opt().unwrap();
                for (date, edge) in
                    [(first, Edge::From), (last, Edge::Until), (day(2019, month, 14), Edge::From)]
                {
                    let text = shown(date, edge, locale);
                    assert_eq!(read(&text, edge, today, locale), Some(Some(date)), "{locale:?} {text}");
                }
            }
        }
    }

    #[test]
    fn a_year_or_month_stands_for_the_whole_of_it() {
        let today = day(2026, 10, 14);
        let check = |text: &str, edge, expected| {
            assert_eq!(read(text, edge, today, Locale::En), Some(Some(expected)), "{text}");
        };
        check("2019", Edge::From, day(2019, 1, 1));
        check("2019", Edge::Until, day(2019, 12, 31));
        check("２０１９年", Edge::From, day(2019, 1, 1));
        check("04/2019", Edge::From, day(2019, 4, 1));
        check("2019-02", Edge::Until, day(2019, 2, 28));
        check("April 2019", Edge::Until, day(2019, 4, 30));
        check("14 Oct 2019", Edge::From, day(2019, 10, 14));
        assert_eq!(read("", Edge::From, today, Locale::En), Some(None));
        for bad in ["soon", "13/2019", "20199", "Smarch 2019"] {
            assert_eq!(read(bad, Edge::From, today, Locale::En), None, "{bad}");
        }
    }

    #[test]
    fn what_is_refused_keeps_the_days_of_the_book() {
        let today = day(2026, 10, 14);
        let known = Affiliation { from: Some(day(2019, 1, 1)), ..Affiliation::default() };
        let mut line = TypedTenure { known: Some(known), from: "soon".into(), ..TypedTenure::default() };
        line.title = "Engineer".into();
        line.mind(today, Locale::En);
        assert_eq!(line.refusal, Some(Refusal::Day(Edge::From)));
        let accepted = line.accepted(today, Locale::En).unwrap();
        assert_eq!((accepted.from, accepted.employment.title.as_str()), (Some(day(2019, 1, 1)), "Engineer"));
        (line.from, line.until) = ("2020".into(), "2019".into());
        line.mind(today, Locale::En);
        assert_eq!(line.refusal, Some(Refusal::Backwards));
    }
}
