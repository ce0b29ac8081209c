//! An amount as the language writes it.

use crate::model::Money;
use crate::text::Locale;

/// Returns an amount as the language writes it: "€25" in English, "25 €" in German, "3,000円" in Japanese. A currency
/// without a sign of its own is named: "12.05 CHF".
pub fn money_text(money: &Money, locale: Locale) -> String {
    let minor = money.minor.unsigned_abs();
    let currency = money.currency.trim();
    let (one, places) = (Money::units(currency).unsigned_abs(), Money::places(currency) as usize);
    let (units, part) = (minor / one, minor % one);
    // A part of an i64, or a yen amount that is one: both fit again.
    let mut amount = locale.number(i64::try_from(units).unwrap_or(i64::MAX));
    if part > 0 {
        let mark = if locale == Locale::De { ',' } else { '.' };
        amount.push_str(&format!("{mark}{part:0places$}"));
    }
    let minus = if money.minor < 0 { "−" } else { "" };
    match (currency, locale) {
        ("", _) => format!("{minus}{amount}"),
        ("JPY", Locale::Ja) => format!("{minus}{amount}円"),
        (currency, locale) => match (sign(currency), locale) {
            (Some(sign), Locale::De) => format!("{minus}{amount} {sign}"),
            (Some(sign), _) => format!("{minus}{sign}{amount}"),
            (None, _) => format!("{minus}{amount} {currency}"),
        },
    }
}

/// The sign of a currency that has one which nobody takes for another's.
fn sign(currency: &str) -> Option<&'static str> {
    match currency {
        "EUR" => Some("€"),
        "JPY" => Some("¥"),
        "GBP" => Some("£"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_as_the_language_writes_it() {
        let amount = |minor, currency: &str| Money { minor, currency: currency.to_owned() };
        assert_eq!(money_text(&amount(2_500, "EUR"), Locale::De), "25 €");
        assert_eq!(money_text(&amount(2_550, "EUR"), Locale::De), "25,50 €");
        assert_eq!(money_text(&amount(3_000, "JPY"), Locale::Ja), "3,000円");
        assert_eq!(money_text(&amount(2_550, "EUR"), Locale::En), "€25.50");
        assert_eq!(money_text(&amount(5_000, "JPY"), Locale::En), "¥5,000");
        assert_eq!(money_text(&amount(5_000, "JPY"), Locale::De), "5.000 ¥");
        assert_eq!(money_text(&amount(2_500, "EUR"), Locale::Ja), "€25");
        assert_eq!(money_text(&amount(1_205, "CHF"), Locale::En), "12.05 CHF");
        assert_eq!(money_text(&amount(500_000, "VND"), Locale::En), "500,000 VND");
        assert_eq!(money_text(&amount(12_505, "KWD"), Locale::De), "12,505 KWD");
        assert_eq!(money_text(&amount(-50, "EUR"), Locale::En), "−€0.50", "less than one is no plain nought");
        assert_eq!(money_text(&amount(i64::MIN, "JPY"), Locale::De).chars().next(), Some('−'));
    }
}
