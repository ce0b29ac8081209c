//! Small values that several records share.

use serde::{Deserialize, Serialize};

use super::{Contact, Id};

/// Returns whether a field has its default value and need not be written.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A value with a label, such as a phone number with "work".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Labelled {
    /// One of [`Labelled::LABELS`], or the user's own word; empty when unlabelled.
    #[serde(skip_serializing_if = "is_default")]
    pub label: String,
    /// The value as the person writes it.
    pub value: String,
}

impl Labelled {
    /// The labels that the program translates; any other text is shown as it is.
    pub const LABELS: [&'static str; 5] = ["work", "mobile", "home", "fax", "other"];

    /// Returns a value with a label.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// A postal address (RFC 6350 §6.3.1, without the deprecated parts).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// One of [`Labelled::LABELS`], or the user's own word.
    #[serde(skip_serializing_if = "is_default")]
    pub label: String,
    /// Street and number, several lines separated by a line feed.
    #[serde(skip_serializing_if = "is_default")]
    pub street: String,
    /// City or municipality.
    #[serde(skip_serializing_if = "is_default")]
    pub city: String,
    /// State, prefecture or canton.
    #[serde(skip_serializing_if = "is_default")]
    pub region: String,
    /// Postal code.
    #[serde(skip_serializing_if = "is_default")]
    pub postal_code: String,
    /// Country, as written.
    #[serde(skip_serializing_if = "is_default")]
    pub country: String,
}

/// A birthday or anniversary whose year may be unknown (RFC 6350 §4.3.1 truncated dates).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct YearlessDate {
    /// Month 1 to 12.
    pub month: u32,
    /// Day of the month 1 to 31.
    pub day: u32,
    /// Year, when known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub year: Option<i32>,
}

impl YearlessDate {
    /// Returns the date when month and day exist in some year (29 February does).
    pub fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        chrono::NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day)?;
        Some(Self { month, day, year })
    }

    /// Returns the day on which it is kept in `year`: 29 February is kept on 28 February in
    /// years without one.
    pub fn in_year(self, year: i32) -> Option<chrono::NaiveDate> {
        chrono::NaiveDate::from_ymd_opt(year, self.month, self.day)
            .or_else(|| chrono::NaiveDate::from_ymd_opt(year, self.month, self.day.saturating_sub(1)))
    }
}

/// An amount of money in the smallest unit of its currency (cents, yen, fils).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "StoredMoney", into = "StoredMoney")]
pub struct Money {
    /// Amount in minor units of the currency.
    pub minor: i64,
    /// ISO 4217 code, such as `EUR`.
    pub currency: String,
}

impl Money {
    /// Codes of ISO 4217 that are in use, in order.
    pub const CURRENCIES: [&'static str; 155] = [
        "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BHD", "BIF",
        "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY",
        "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD",
        "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR",
        "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW",
        "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK",
        "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR",
        "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF",
        "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP",
        "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU",
        "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XCG", "XOF", "XPF", "YER", "ZAR", "ZMW",
        "ZWG",
    ];

    /// Currencies without a smaller unit (ISO 4217).
    const WHOLE: [&'static str; 16] = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF",
        "XOF", "XPF",
    ];
    /// Currencies whose smallest unit is a thousandth (ISO 4217).
    const THOUSANDTHS: [&'static str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
    /// Currencies without a smaller unit that were written so from the beginning; all others were in hundredths.
    const ALWAYS_WHOLE: [&'static str; 5] = ["CLP", "ISK", "JPY", "KRW", "VND"];

    /// Returns how many places an amount has behind the mark: 0, 2 or 3. What is no currency counts in hundredths.
    pub fn places(currency: &str) -> u32 {
        if Self::WHOLE.contains(&currency) {
            0
        } else if Self::THOUSANDTHS.contains(&currency) {
            3
        } else {
            2
        }
    }

    /// Returns how many of the smallest unit make up one.
    pub fn units(currency: &str) -> i64 {
        10_i64.pow(Self::places(currency))
    }

    /// How many places an amount had when it was written as `minor`.
    fn places_before(currency: &str) -> u32 {
        if Self::ALWAYS_WHOLE.contains(&currency) { 0 } else { 2 }
    }

    /// An amount as it was written as `minor`; a part that could not be written is rounded.
    fn as_before(smallest: i64, currency: &str) -> i64 {
        match (Self::places_before(currency), Self::places(currency)) {
            (2, 0) => smallest.saturating_mul(100),
            (2, 3) => smallest / 10 + (smallest % 10) / 5,
            _ => smallest,
        }
    }

    /// Whether a text is the code of a currency.
    pub fn is_currency(code: &str) -> bool {
        Self::CURRENCIES.binary_search(&code).is_ok()
    }

    /// Whether it is an amount: not negative, in a currency that there is.
    pub fn is_sound(&self) -> bool {
        self.minor >= 0 && Self::is_currency(&self.currency)
    }
}

/// An amount as it stands in the file. Books from before 2026-12 have hundredths in `minor` of currencies that know none,
/// or know thousandths: those are read as the amount that they were, and written with `smallest` beside it, which programs
/// from before keep. Where such a program changed `minor`, it counts more.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct StoredMoney {
    /// In the unit in which it always was: whole for CLP, ISK, JPY, KRW and VND, else hundredths.
    #[serde(default, skip_serializing_if = "is_default")]
    minor: Option<i64>,
    /// In the smallest unit of the currency, where that is another one.
    #[serde(default, skip_serializing_if = "is_default")]
    smallest: Option<i64>,
    currency: String,
}

impl TryFrom<StoredMoney> for Money {
    type Error = &'static str;

    fn try_from(stored: StoredMoney) -> Result<Self, Self::Error> {
        let StoredMoney { minor, smallest, currency } = stored;
        let before = |minor: i64| match (Self::places_before(&currency), Self::places(&currency)) {
            // A part that the currency does not have is rounded.
            (2, 0) => minor / 100 + (minor % 100) / 50,
            (2, 3) => minor.saturating_mul(10),
            _ => minor,
        };
        let smallest = smallest
            .filter(|smallest| minor.is_none_or(|minor| minor == Self::as_before(*smallest, &currency)));
        let minor = smallest.or(minor.map(before)).ok_or("an amount of money needs the field minor")?;
        Ok(Self { minor, currency })
    }
}

impl From<Money> for StoredMoney {
    fn from(money: Money) -> Self {
        let Money { minor, currency } = money;
        let smallest = Some(minor).filter(|_| Money::places(&currency) != Money::places_before(&currency));
        Self { minor: Some(Money::as_before(minor, &currency)), smallest, currency }
    }
}

/// One end of a tie: the owner of the book, or a contact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Party {
    /// The owner of the book.
    #[default]
    Me,
    /// Somebody in the book.
    Contact(Id<Contact>),
}

impl Party {
    /// Returns the contact, unless it is me.
    pub fn contact(self) -> Option<Id<Contact>> {
        match self {
            Self::Me => None,
            Self::Contact(id) => Some(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use ron::extensions::Extensions;

    use super::*;

    #[test]
    fn a_leap_day_birthday_is_kept_every_year() {
        let birthday = YearlessDate::new(None, 2, 29).unwrap();
        assert_eq!(birthday.in_year(2024).unwrap().to_string(), "2024-02-29");
        assert_eq!(birthday.in_year(2026).unwrap().to_string(), "2026-02-28");
        assert_eq!(YearlessDate::new(Some(2023), 2, 29), None);
    }

    #[test]
    fn every_currency_has_its_places() {
        for (currency, places) in [("EUR", 2), ("JPY", 0), ("VND", 0), ("XAF", 0), ("KWD", 3), ("???", 2)] {
            assert_eq!(Money::places(currency), places, "{currency}");
        }
        for list in [Money::WHOLE.as_slice(), &Money::THOUSANDTHS, &Money::ALWAYS_WHOLE] {
            assert!(list.iter().all(|code| Money::is_currency(code)) && list.is_sorted());
        }
    }

    #[test]
    fn an_amount_in_an_older_book_stays_the_amount_that_it_was() {
        // As the store reads and writes.
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let read = |text: &str| options.from_str::<Money>(text).unwrap();
        for (text, minor) in [
            (r#"(minor: 2550, currency: "EUR")"#, 2_550),
            (r#"(minor: 500000, currency: "VND")"#, 500_000),
            (r#"(minor: 50000000, currency: "XAF")"#, 500_000),
            (r#"(minor: 1250, currency: "KWD")"#, 12_500),
            (r#"(smallest: 12505, currency: "KWD")"#, 12_505),
            (r#"(minor: -150, currency: "Aiko")"#, -150),
        ] {
            let money = read(text);
            assert_eq!(money.minor, minor, "{text}");
            let again = options.to_string(&money).unwrap();
            assert_eq!(read(&again), money, "{again}");
        }
        assert!(options.from_str::<Money>(r#"(currency: "EUR")"#).is_err());
    }

    #[test]
    fn a_program_from_before_reads_every_amount_and_what_it_changes_counts() {
        /// As it was before `smallest`.
        #[derive(Deserialize)]
        struct Before {
            minor: i64,
            currency: String,
        }
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        for (minor, currency, before) in
            [(2_550, "EUR", 2_550), (900, "JPY", 900), (12_505, "KWD", 1_251), (500_000, "XAF", 50_000_000)]
        {
            let text = options.to_string(&Money { minor, currency: currency.to_owned() }).unwrap();
            let read: Before = options.from_str(&text).unwrap();
            assert_eq!((read.minor, read.currency.as_str()), (before, currency), "{text}");
        }
        for (text, minor) in [
            (r#"(minor: 1251, smallest: 12505, currency: "KWD")"#, 12_505),
            (r#"(minor: 2000, smallest: 12505, currency: "KWD")"#, 20_000),
            (r#"(minor: 1251, smallest: 12505, currency: "EUR")"#, 1_251),
            (r#"(minor: 700000, smallest: 500000, currency: "XAF")"#, 7_000),
        ] {
            assert_eq!(options.from_str::<Money>(text).unwrap().minor, minor, "{text}");
        }
    }
}
