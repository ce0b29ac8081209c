//! Conflicts as questions to the user: which record, which field, which two values, in words.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::fields::Fields;
use super::show::Words;
use crate::edit::Choice;
use crate::model::*;
use crate::text::Texts;
use crate::with_tables;

/// A conflict that waits for a decision, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenConflict {
    /// The conflict, for [`crate::edit::Edit::ResolveConflict`].
    pub id: Id<Conflict>,
    /// The record that has the field; `None` for the book as a whole.
    pub record: Option<RecordRef>,
    /// What the record is called.
    pub title: String,
    /// The name of the field.
    pub field: String,
    /// The value that is in the book now, also when it was changed after the merge: [`Choice::Keep`].
    pub kept: String,
    /// The value of the other side: [`Choice::Other`].
    pub other: String,
    /// Whether the field has room for both values: [`Choice::Both`] is worth a button.
    pub has_room: bool,
    /// Name of the file that the other value came from; empty for the book's own file.
    pub source: String,
    /// When the conflict was found.
    pub noticed_at: DateTime<Utc>,
}

/// Returns the conflicts that still ask something, the oldest first. One whose record is gone, or whose field has the other
/// value by now, asks nothing.
pub fn open_conflicts(book: &Book, texts: &Texts) -> Vec<OpenConflict> {
    let words = Words { book, texts };
    let mut open: Vec<OpenConflict> = book
        .conflicts
        .values()
        .filter_map(|conflict| {
            let present = present(book, conflict)?;
            if present == conflict.other {
                return None;
            }
            let say = |text: &str| {
                // A value of another version cannot be said in words, and is shown as it is written.
                show(conflict, text, &words).unwrap_or_else(|| text.to_owned())
            };
            Some(OpenConflict {
                id: conflict.id,
                record: conflict.record,
                title: conflict
                    .record
                    .map_or_else(|| texts.edits_conflict_book().to_owned(), |record| words.title(record)),
                field: field_name(conflict.record, &conflict.field, texts).to_owned(),
                kept: say(&present),
                other: say(&conflict.other),
                has_room: has_room(conflict),
                source: conflict.source.clone(),
                noticed_at: conflict.noticed_at,
            })
        })
        .collect();
    open.sort_by_key(|conflict| (conflict.noticed_at, conflict.record, conflict.field.clone(), conflict.id));
    open
}

/// The RON text of the value that stands in the book; `None` when there is no such field any more.
fn present(book: &Book, conflict: &Conflict) -> Option<String> {
    macro_rules! present_of {
        ($($field:ident: $kind:ident,)*) => {
            match conflict.record {
                None => Fields::present(&*book.header, &conflict.field),
                $(Some(RecordRef::$kind(id)) => Fields::present(&**book.get(id)?, &conflict.field),)*
            }
        };
    }
    with_tables!(present_of)
}

fn show(conflict: &Conflict, text: &str, words: &Words<'_>) -> Option<String> {
    macro_rules! show_of {
        ($($field:ident: $kind:ident,)*) => {
            match conflict.record {
                None => <Header as Fields>::show(&conflict.field, text, words),
                $(Some(RecordRef::$kind(_)) => <$kind as Fields>::show(&conflict.field, text, words),)*
            }
        };
    }
    with_tables!(show_of)
}

fn has_room(conflict: &Conflict) -> bool {
    macro_rules! room_of {
        ($($field:ident: $kind:ident,)*) => {
            match conflict.record {
                None => <Header as Fields>::has_room(&conflict.field),
                $(Some(RecordRef::$kind(_)) => <$kind as Fields>::has_room(&conflict.field),)*
            }
        };
    }
    with_tables!(room_of)
}

/// What came of a decision.
pub(in crate::edit) enum Decided {
    /// The header with the decision.
    Header(Box<Header>),
    /// A book in which one record differs.
    Record(RecordRef, Book),
    /// The record is gone: there is nothing to decide.
    Moot,
    /// The other value is not one of this field.
    Unreadable,
}

/// Carries out a choice on a copy of the book.
pub(in crate::edit) fn decide(book: &Book, conflict: &Conflict, choice: Choice) -> Decided {
    let (path, other) = (conflict.field.as_str(), conflict.other.as_str());
    let mut book = book.clone();
    macro_rules! decide_one {
        ($($field:ident: $kind:ident,)*) => {
            match conflict.record {
                None => {
                    let mut header = Header::clone(&book.header);
                    match Fields::decide(&mut header, path, other, choice) {
                        Ok(()) => Decided::Header(Box::new(header)),
                        Err(_) => Decided::Unreadable,
                    }
                }
                $(Some(RecordRef::$kind(id)) => {
                    let Some(record) = $kind::table_mut(&mut book).get_mut(&id) else { return Decided::Moot };
                    match Fields::decide(Arc::make_mut(record), path, other, choice) {
                        Ok(()) => Decided::Record(RecordRef::$kind(id), book),
                        Err(_) => Decided::Unreadable,
                    }
                })*
            }
        };
    }
    with_tables!(decide_one)
}

/// Returns the name of a field in the reader's language.
pub fn field_name<'a>(record: Option<RecordRef>, path: &str, texts: &'a Texts) -> &'a str {
    // `affiliations.<id>.title` is about the title, `participants.<id>` about the participants.
    let is_name = |part: &&str| !part.starts_with(|first: char| first.is_ascii_digit()) && part.len() < 32;
    let last = path.split('.').rfind(is_name).unwrap_or(path);
    if let Some(rule) = path.strip_prefix("rules.").filter(|_| record.is_none()).and_then(rule) {
        return crate::edit::rule_name(texts, rule);
    }
    match (last, record) {
        ("title", Some(RecordRef::Contact(_))) => texts.edits_field_job_title(),
        ("a" | "b", _) => texts.edits_field_party(),
        _ => named(last, texts).unwrap_or_else(|| texts.edits_field_other()),
    }
}

/// The rule whose setting a field of [`Rules`] is.
fn rule(field: &str) -> Option<Rule> {
    Some(match field {
        "thank_you" => Rule::ThankYou,
        "review" => Rule::Review,
        "tell_owner" => Rule::TellOwner,
        "ask_after" => Rule::AskAfter,
        "amends" => Rule::Amends,
        "keep_in_touch" => Rule::KeepInTouch,
        "birthday" => Rule::Birthday,
        "meet_in_person" => Rule::MeetInPerson,
        "next_step" => Rule::NextStep,
        "organizer_care" => Rule::OrganizerCare,
        _ => return None,
    })
}

fn named<'a>(field: &str, texts: &'a Texts) -> Option<&'a str> {
    Some(match field {
        "review_after_days" => texts.edits_field_review_after_days(),
        "name" => texts.edits_field_name(),
        "organization" => texts.edits_field_organization(),
        "cadence" => texts.edits_field_cadence(),
        "reading" => texts.edits_field_reading(),
        "latin" => texts.edits_field_latin(),
        "city" => texts.edits_field_city(),
        "website" => texts.edits_field_website(),
        "part_of" => texts.edits_field_part_of(),
        "notes" => texts.edits_field_notes(),
        "help" => texts.edits_field_help(),
        "query" => texts.edits_field_query(),
        "own_words" => texts.edits_field_own_words(),
        "portrait" => texts.edits_field_portrait(),
        "archived" => texts.edits_field_archived(),
        "family" => texts.edits_field_family(),
        "given" => texts.edits_field_given(),
        "additional" => texts.edits_field_additional(),
        "prefix" => texts.edits_field_prefix(),
        "suffix" => texts.edits_field_suffix(),
        "nickname" => texts.edits_field_nickname(),
        "honorific" => texts.edits_field_honorific(),
        "family_reading" => texts.edits_field_family_reading(),
        "given_reading" => texts.edits_field_given_reading(),
        "order" => texts.edits_field_order(),
        "title" => texts.edits_field_title(),
        "department" => texts.edits_field_department(),
        "from" => texts.edits_field_from(),
        "until" => texts.edits_field_until(),
        "what" => texts.edits_field_what(),
        "opened_on" => texts.edits_field_opened_on(),
        "closed_on" => texts.edits_field_closed_on(),
        "birthday" => texts.edits_field_birthday(),
        "home" => texts.edits_field_home(),
        "people" => texts.edits_field_people(),
        "enjoys" => texts.edits_field_enjoys(),
        "avoids" => texts.edits_field_avoids(),
        "gifts" => texts.edits_field_gifts(),
        "starters" => texts.edits_field_starters(),
        "series" => texts.edits_field_series(),
        "starts_on" => texts.edits_field_starts_on(),
        "ends_on" => texts.edits_field_ends_on(),
        "starts_at" => texts.edits_field_starts_at(),
        "ends_at" => texts.edits_field_ends_at(),
        "venue" => texts.edits_field_venue(),
        "organizer" => texts.edits_field_organizer(),
        "fee" => texts.edits_field_fee(),
        "link" => texts.edits_field_link(),
        "goal" => texts.edits_field_goal(),
        "status" => texts.edits_field_status(),
        "participants" => texts.edits_field_participants(),
        "late_within_days" => texts.edits_field_late_within_days(),
        "cancelled_on" => texts.edits_field_cancelled_on(),
        "thank_you" => texts.edits_field_thank_you(),
        "satisfaction" => texts.edits_field_satisfaction(),
        "report" => texts.edits_field_report(),
        "opt_in" => texts.common_introduction(),
        "asked_on" => texts.edits_field_asked_on(),
        "given_up" => texts.edits_field_given_up(),
        "never_made" => texts.edits_field_never_made(),
        "fetches" => texts.edits_field_card(),
        "lent_on" => texts.edits_field_lent_on(),
        "repeat_from" => texts.edits_field_repeat_from(),
        "repeat" => texts.edits_field_repeat(),
        "inside" => texts.edits_field_inside(),
        "contact" => texts.edits_field_contact(),
        "front" => texts.edits_field_front(),
        "back" => texts.edits_field_back(),
        "received_on" => texts.edits_field_received_on(),
        "event" => texts.edits_field_event(),
        "exchange" => texts.edits_field_exchange(),
        "whereabouts" => texts.edits_field_whereabouts(),
        "kind" => texts.edits_field_kind(),
        "direction" => texts.edits_field_direction(),
        "on" => texts.edits_field_on(),
        "at" => texts.edits_field_at(),
        "minutes" => texts.edits_field_minutes(),
        "place" => texts.edits_field_place(),
        "note" | "note_b" => texts.edits_field_note(),
        "reply" => texts.edits_field_reply(),
        "to" => texts.edits_field_to(),
        "since" => texts.edits_field_since(),
        "introducer" => texts.edits_field_introducer(),
        "state" => texts.edits_field_state(),
        "card" => texts.edits_field_card(),
        "giver" => texts.edits_field_giver(),
        "recipient" => texts.edits_field_recipient(),
        "subject" => texts.edits_field_subject(),
        "need" | "need_text" => texts.edits_field_need(),
        "comment" => texts.edits_field_comment(),
        "owner_told_on" => texts.edits_field_owner_told_on(),
        "outcome" => texts.edits_field_outcome(),
        "agreed_on" => texts.edits_field_agreed_on(),
        "verdict" => texts.edits_field_verdict(),
        "due_on" => texts.edits_field_due_on(),
        "due_at" => texts.edits_field_due_at(),
        "about" => texts.edits_field_about(),
        "formality" => texts.edits_field_formality(),
        "language" => texts.edits_field_language(),
        "subject_line" => texts.edits_field_subject_line(),
        "body" => texts.edits_field_body(),
        "reason" => texts.edits_field_reason(),
        "position" => texts.edits_field_position(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn every_field_about_which_the_user_is_asked_has_a_name() {
        let texts = Texts::new(Locale::En);
        let mut asked: Vec<&str> = Vec::new();
        macro_rules! collect {
            ($($field:ident: $kind:ident,)*) => { $(asked.extend(<$kind as Fields>::ASKED);)* };
        }
        with_tables!(collect);
        for fields in [
            Header::ASKED,
            Owner::ASKED,
            PersonName::ASKED,
            HumanSide::ASKED,
            Affiliation::ASKED,
            Need::ASKED,
            OrganizerCare::ASKED,
        ] {
            asked.extend(fields);
        }
        // These have parts, which are asked about one by one.
        let parts =
            ["owner", "rules", "name", "human", "affiliations", "needs", "organizer_care", "gone", "links"];
        for field in asked.into_iter().filter(|field| !parts.contains(field) && !["a", "b"].contains(field)) {
            assert!(named(field, &texts).is_some(), "{field} has no name");
        }
    }
}
