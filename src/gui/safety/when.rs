//! Moments in words: "Today, 14:05".

use chrono::{DateTime, Local, NaiveDate, Utc};

use crate::gui::ctx::ViewCtx;
use crate::store::Backup;
use crate::text::Texts;

/// Returns a moment in the reader's words and time zone, as it stands alone: "Today, 14:05".
pub(in crate::gui) fn moment(texts: &Texts, at: DateTime<Utc>, today: NaiveDate) -> String {
    capitalised(&moment_inside(texts, at, today))
}

/// Returns the moment of one of several earlier states, with its seconds when another one is of the same minute.
pub(in crate::gui) fn moment_among(texts: &Texts, backups: &[Backup], at: usize, today: NaiveDate) -> String {
    let minute = |at: usize| backups.get(at).map(|backup| backup.saved_at.timestamp().div_euclid(60));
    let mine = minute(at);
    let Some(saved_at) = backups.get(at).map(|backup| backup.saved_at) else { return String::new() };
    // Their order is that of their saves: of one minute means beside each other, unless the clock was set.
    let shared = mine == minute(at + 1) || at.checked_sub(1).is_some_and(|before| mine == minute(before));
    capitalised(&write(texts, saved_at, today, shared))
}

/// Returns a moment as it stands inside a sentence: "today, 14:05".
pub(in crate::gui) fn moment_inside(texts: &Texts, at: DateTime<Utc>, today: NaiveDate) -> String {
    write(texts, at, today, false)
}

fn write(texts: &Texts, at: DateTime<Utc>, today: NaiveDate, with_seconds: bool) -> String {
    let at = at.with_timezone(&Local).naive_local();
    let days = today.signed_duration_since(at.date()).num_days();
    let locale = texts.locale();
    let day = match days {
        0 | 1 => texts.relative_day(at.date(), today),
        _ => locale.day_near(at.date(), today),
    };
    let time = at.time();
    let time = if with_seconds { locale.time_with_seconds(time) } else { locale.time(time) };
    texts.safety_moment(&day, &time)
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
    fn states_of_one_minute_are_told_apart_by_their_seconds() {
        let texts = Texts::new(Locale::En);
        let noon = DateTime::from_timestamp(1_790_000_040, 0).unwrap();
        let states: Vec<Backup> = [75, 70, 5]
            .map(|seconds| Backup {
                path: std::path::PathBuf::new(),
                saved: 1,
                saved_at: noon + chrono::TimeDelta::seconds(seconds),
                bytes: 1,
                id: crate::store::StateId::default(),
            })
            .into();
        let today = noon.with_timezone(&Local).date_naive();
        let said: Vec<String> = (0..3).map(|at| moment_among(&texts, &states, at, today)).collect();
        assert!(said[0].ends_with(":15") && said[1].ends_with(":10"), "{said:?}");
        assert_eq!(said[2].matches(':').count(), 1, "{said:?}");
    }

    #[test]
    fn sizes_are_written_in_the_readers_way() {
        let write = |locale, bytes| size(&Texts::new(locale), bytes);
        assert_eq!(write(Locale::En, 12_340), "13 KB");
        assert_eq!(write(Locale::En, 1_260_000), "1.2 MB");
        assert_eq!(write(Locale::De, 1_260_000), "1,2 MB");
        assert_eq!(write(Locale::Ja, 123_400_000), "123 MB");
    }
}
