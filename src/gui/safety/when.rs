//! Moments in words: "Today, 14:05".

use chrono::{DateTime, Local, NaiveDate, Utc};

use crate::gui::ctx::ViewCtx;
use crate::store::Backup;
use crate::text::Texts;

/// Returns a moment in the reader's words and time zone, as it stands alone: "Today, 14:05".
pub(in crate::gui) fn moment(texts: &Texts, at: DateTime<Utc>, today: NaiveDate) -> String {
    capitalised(&moment_inside(texts, at, today))
}

/// Returns a moment as it stands inside a sentence: "today, 14:05".
pub(in crate::gui) fn moment_inside(texts: &Texts, at: DateTime<Utc>, today: NaiveDate) -> String {
    let at = at.with_timezone(&Local).naive_local();
    let days = today.signed_duration_since(at.date()).num_days();
    let locale = texts.locale();
    let day = match days {
        0 | 1 => texts.relative_day(at.date(), today),
        _ => locale.day_near(at.date(), today),
    };
    texts.safety_moment(&day, &locale.time(at.time()))
}

/// Returns a size in words: "340 KB", "1.2 MB".
pub(in crate::gui) fn size(texts: &Texts, bytes: u64) -> String {
    let separator = if texts.locale() == crate::text::Locale::De { ',' } else { '.' };
    if bytes < 1_000_000 {
        return format!("{} KB", bytes.div_ceil(1000));
    }
    let tenths = bytes / 100_000;
    if tenths >= 1000 {
        format!("{} MB", tenths / 10)
    } else {
        format!("{}{separator}{} MB", tenths / 10, tenths % 10)
    }
}

/// Returns what is known of an earlier state, "250 people · 1.2 MB", and whether it can be read as far as known.
pub(in crate::gui) fn facts(ctx: &ViewCtx<'_>, backup: &Backup) -> (String, bool) {
    let size = size(ctx.texts, backup.bytes);
    match ctx.safety.earlier.people.get(&backup.path) {
        Some(Some(Ok(people))) => (format!("{} · {size}", ctx.texts.common_people(*people as i64)), true),
        Some(Some(Err(_))) => (ctx.texts.safety_earlier_unreadable().to_owned(), false),
        Some(None) | None => (size, true),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn sizes_are_written_in_the_readers_way() {
        let write = |locale, bytes| size(&Texts::new(locale), bytes);
        assert_eq!(write(Locale::En, 12_340), "13 KB");
        assert_eq!(write(Locale::En, 1_260_000), "1.2 MB");
        assert_eq!(write(Locale::De, 1_260_000), "1,2 MB");
        assert_eq!(write(Locale::Ja, 123_400_000), "123 MB");
    }
}
