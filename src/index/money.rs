//! An amount as the language writes it.

use crate::model::Money;
use crate::text::Locale;

/// Returns an amount as the language writes it: "25 €", "3,000円".
pub fn money_text(money: &Money, locale: Locale) -> String {
    let (units, cents) = if has_cents(&money.currency) {
        (money.minor / 100, (money.minor % 100).abs())
    } else {
        (money.minor, 0)
    };
    let mut amount = locale.number(units);
    if cents > 0 {
        let mark = if locale == Locale::De { ',' } else { '.' };
        amount.push_str(&format!("{mark}{cents:02}"));
    }
    match (money.currency.trim(), locale) {
        ("", _) => amount,
        ("JPY", Locale::Ja) => format!("{amount}円"),
        ("JPY", _) => format!("{amount} ¥"),
        ("EUR", _) => format!("{amount} €"),
        (other, _) => format!("{amount} {other}"),
    }
}

/// Whether the smallest unit of a currency is a hundredth.
pub fn has_cents(currency: &str) -> bool {
    !matches!(currency, "JPY" | "KRW")
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
        assert_eq!(money_text(&amount(1_205, "CHF"), Locale::En), "12.05 CHF");
    }
}
