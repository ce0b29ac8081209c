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

/// An amount of money in the smallest unit of its currency (cents, yen).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether a text is the code of a currency.
    pub fn is_currency(code: &str) -> bool {
        Self::CURRENCIES.binary_search(&code).is_ok()
    }

    /// Whether it is an amount: not negative, in a currency that there is.
    pub fn is_sound(&self) -> bool {
        self.minor >= 0 && Self::is_currency(&self.currency)
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
    use super::*;

    #[test]
    fn a_leap_day_birthday_is_kept_every_year() {
        let birthday = YearlessDate::new(None, 2, 29).unwrap();
        assert_eq!(birthday.in_year(2024).unwrap().to_string(), "2024-02-29");
        assert_eq!(birthday.in_year(2026).unwrap().to_string(), "2026-02-28");
        assert_eq!(YearlessDate::new(Some(2023), 2, 29), None);
    }
}
