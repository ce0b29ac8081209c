//! Values of fields in the reader's language, for the question which of two shall stay.

use chrono::{NaiveDate, NaiveTime};

use super::fields::Position;
use crate::model::*;
use crate::text::{Locale, Texts};

/// What it takes to say a value: names come from the book, words from the texts.
#[derive(Debug, Clone, Copy)]
pub(in crate::edit) struct Words<'a> {
    /// Where the records are that a value names.
    pub book: &'a Book,
    /// The language.
    pub texts: &'a Texts,
}

impl Words<'_> {
    /// "Name: value".
    pub fn two(&self, name: &str, value: &str) -> String {
        self.texts.edits_value_of(name, value)
    }

    fn day(&self, day: NaiveDate) -> String {
        self.texts.locale().day_with_year(day)
    }

    fn person(&self, id: Id<Contact>) -> String {
        self.title(RecordRef::Contact(id))
    }

    fn people<'b>(&self, ids: impl Iterator<Item = &'b Id<Contact>>) -> String {
        let mut names: Vec<String> = ids.take(3).map(|id| self.person(*id)).collect();
        if names.len() == 3 {
            names[2] = "…".to_owned();
        }
        names.join(", ")
    }

    fn of(&self, thing: &str, whose: &str) -> String {
        if whose.is_empty() { thing.to_owned() } else { self.two(thing, whose) }
    }

    /// What a record is called.
    pub fn title(&self, record: RecordRef) -> String {
        let (book, t) = (self.book, self.texts);
        let party = |party: Party| match party {
            Party::Me => t.common_you().to_owned(),
            Party::Contact(id) => self.person(id),
        };
        let title = match record {
            RecordRef::Circle(id) => book.get(id).map(|it| it.name.clone()),
            RecordRef::Organization(id) => book.get(id).map(|it| it.name.clone()),
            RecordRef::Contact(id) => book.get(id).map(|it| {
                let name = it.display_name();
                if name.is_empty() { t.common_without_name().to_owned() } else { name }
            }),
            RecordRef::Event(id) => book.get(id).map(|it| it.title.clone()),
            RecordRef::Attachment(id) => book.get(id).map(|it| it.name.clone()),
            RecordRef::Storage(id) => book.get(id).map(|it| it.name.clone()),
            RecordRef::Card(id) => book.get(id).map(|it| {
                let whose = it.contact.map_or_else(|| t.common_pile().to_owned(), |id| self.person(id));
                self.of(t.common_card(), &whose)
            }),
            RecordRef::Encounter(id) => {
                book.get(id).map(|it| self.two(&self.day(it.on), &self.people(it.contacts.iter())))
            }
            RecordRef::Relationship(id) => book.get(id).map(|it| self.people([it.from, it.to].iter())),
            RecordRef::Introduction(id) => book
                .get(id)
                .map(|it| self.two(t.common_introduction(), &[party(it.a), party(it.b)].join(", "))),
            RecordRef::Referral(id) => {
                book.get(id).map(|it| self.two(t.common_referral(), &self.person(it.subject)))
            }
            RecordRef::Review(id) => {
                book.get(id).map(|it| self.two(t.common_kind_review(), &self.person(it.contact)))
            }
            RecordRef::FollowUp(id) => {
                book.get(id).map(|it| self.of(&it.kind.show(self), &self.people(it.contacts.iter())))
            }
            RecordRef::Place(id) => Some(self.person(id.cast())),
            RecordRef::Recall(id) => Some(self.person(id.cast())),
            RecordRef::Trashed(id) => book.get(id).and_then(|it| Some(it.contact()?.display_name())),
            RecordRef::SavedSearch(id) => book.get(id).map(|it| it.name.clone()),
            RecordRef::LetterTemplate(id) => book.get(id).map(|it| it.name.clone()),
            RecordRef::Conflict(_) => None,
        };
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| t.edits_value_gone().to_owned())
    }
}

/// A value that can be said.
pub(in crate::edit) trait Show {
    /// The value in the reader's language, on one line unless it is a text of several.
    fn show(&self, words: &Words<'_>) -> String;
}

impl Show for String {
    fn show(&self, words: &Words<'_>) -> String {
        if self.trim().is_empty() { words.texts.edits_value_empty().to_owned() } else { self.clone() }
    }
}

impl<T: Show> Show for Option<T> {
    fn show(&self, words: &Words<'_>) -> String {
        self.as_ref().map_or_else(|| words.texts.edits_value_empty().to_owned(), |value| value.show(words))
    }
}

impl<T: InBook> Show for Id<T> {
    fn show(&self, words: &Words<'_>) -> String {
        words.title(T::reference(*self))
    }
}

impl Show for Id<Need> {
    fn show(&self, words: &Words<'_>) -> String {
        let mut needs = words.book.contacts.values().flat_map(|contact| &contact.needs);
        needs
            .find(|need| need.id == *self)
            .map_or_else(|| words.texts.edits_value_gone().to_owned(), |need| need.what.clone())
    }
}

macro_rules! show {
    ($($kind:ty: |$value:ident, $words:ident| $text:expr;)*) => {
        $(impl Show for $kind {
            fn show(&self, $words: &Words<'_>) -> String {
                let $value = self;
                String::from($text)
            }
        })*
    };
}
show! {
    u8: |value, words| words.texts.locale().number(i64::from(*value));
    u32: |value, words| words.texts.locale().number(i64::from(*value));
    NaiveDate: |value, words| words.day(*value);
    NaiveTime: |value, words| words.texts.locale().time(*value);
    Cadence: |value, words| {
        words.texts.edits_value_cadence(&value.ideal_days.to_string(), &value.latest_days.to_string())
    };
    RuleSetting: |value, words| {
        let state = if value.is_off { words.texts.edits_value_off() } else { words.texts.edits_value_on() };
        let days = value.days.map(|days| words.texts.edits_value_days(i64::from(days)));
        words.of(state, &days.unwrap_or_default())
    };
    Archived: |value, words| words.of(&words.day(value.on), &value.reason);
    Position: |value, words| {
        words.texts.edits_value_position(&format!("{:.0}", value.0), &format!("{:.0}", value.1))
    };
    NameOrder: |value, words| match value {
        NameOrder::ByLanguage => words.texts.edits_value_order_by_language(),
        NameOrder::FamilyFirst => words.texts.edits_value_order_family_first(),
        NameOrder::GivenFirst => words.texts.edits_value_order_given_first(),
    };
    YearlessDate: |value, words| match (value.year, value.in_year(value.year.unwrap_or(2000))) {
        (Some(_), Some(day)) => words.day(day),
        (None, Some(day)) => words.texts.locale().day_short(day),
        // No day of the calendar; a book edited by hand may hold one.
        (_, None) => format!("--{:02}-{:02}", value.month, value.day),
    };
    Money: |value, words| {
        let (one, places) = (Money::units(&value.currency), Money::places(&value.currency) as usize);
        let (units, cents) = (value.minor / one, value.minor % one);
        let mark = if words.texts.locale() == Locale::De { ',' } else { '.' };
        let amount = words.texts.locale().number(units);
        let cents = if cents == 0 { String::new() } else { format!("{mark}{:0places$}", cents.abs()) };
        format!("{amount}{cents} {}", value.currency)
    };
    RepeatDecision: |value, words| {
        words.of(crate::edit::label::wish_word(words.texts, value.wish()), &value.reason)
    };
    Answer: |value, words| match value {
        Answer::NotYet => words.texts.edits_value_not_yet(),
        Answer::Yes => words.texts.common_yes(),
        Answer::No => words.texts.common_no(),
    };
    Attendance: |value, words| match value {
        Attendance::Planned => words.texts.common_event_planned(),
        Attendance::Attended => words.texts.common_event_attended(),
        Attendance::CancelledEarly => words.texts.common_event_cancelled_early(),
        Attendance::CancelledLate => words.texts.common_event_cancelled_late(),
        Attendance::NoShow => words.texts.common_event_no_show(),
    };
    Formality: |value, words| match value {
        Formality::Polite => words.texts.letters_form_polite(),
        Formality::Close => words.texts.letters_form_close(),
    };
    StorageKind: |value, words| value.words(words.texts);
    Exchange: |value, words| match value {
        Exchange::Unknown => words.texts.common_unknown(),
        Exchange::IAsked => words.texts.common_exchange_i_asked(),
        Exchange::TheyAsked => words.texts.common_exchange_they_asked(),
        Exchange::Mutual => words.texts.common_exchange_mutual(),
        Exchange::HandedToMe => words.texts.common_exchange_handed(),
        Exchange::Digital => words.texts.common_exchange_digital(),
    };
    EncounterKind: |value, words| match value {
        EncounterKind::InPerson => words.texts.common_encounter_in_person(),
        EncounterKind::Video => words.texts.common_encounter_video(),
        EncounterKind::Call => words.texts.common_encounter_call(),
        EncounterKind::Letter => words.texts.common_encounter_letter(),
        EncounterKind::Email => words.texts.common_encounter_email(),
        EncounterKind::Message => words.texts.common_encounter_message(),
        EncounterKind::SocialMedia => words.texts.common_encounter_social(),
    };
    Direction: |value, words| match value {
        Direction::Mutual => words.texts.common_direction_mutual(),
        Direction::FromMe => words.texts.common_direction_from_me(),
        Direction::ToMe => words.texts.common_direction_from_them(),
    };
    Reply: |value, words| match value {
        Reply::None => words.texts.inspector_reply_none(),
        Reply::Once => words.texts.inspector_reply_once(),
        Reply::Continuing => words.texts.inspector_reply_continuing(),
    };
    RelationKind: |value, words| match value {
        RelationKind::Acquaintance => words.texts.inspector_relation_acquaintance(),
        RelationKind::Friend => words.texts.inspector_relation_friend(),
        RelationKind::Colleague => words.texts.inspector_relation_colleague(),
        RelationKind::CoWorker => words.texts.inspector_relation_co_worker(),
        RelationKind::Neighbour => words.texts.inspector_relation_neighbour(),
        RelationKind::Spouse => words.texts.inspector_relation_spouse(),
        RelationKind::Child => words.texts.inspector_relation_child(),
        RelationKind::Parent => words.texts.inspector_relation_parent(),
        RelationKind::Sibling => words.texts.inspector_relation_sibling(),
        RelationKind::Kin => words.texts.inspector_relation_kin(),
        RelationKind::Agent => words.texts.inspector_relation_agent(),
        RelationKind::Mentor => words.texts.inspector_relation_mentor(),
        RelationKind::Client => words.texts.inspector_relation_client(),
        RelationKind::Supplier => words.texts.inspector_relation_supplier(),
        RelationKind::Partner => words.texts.inspector_relation_partner(),
        RelationKind::Other(own) => own.as_str(),
    };
    IntroductionState: |value, words| match value {
        IntroductionState::Promised => words.texts.inspector_introduction_promised(),
        IntroductionState::AskedOne => words.texts.inspector_introduction_asked_one(),
        IntroductionState::BothAgreed => words.texts.inspector_introduction_both_agreed(),
        IntroductionState::Made => words.texts.inspector_introduction_made(),
        IntroductionState::TheyMet => words.texts.common_referral_met(),
        IntroductionState::LedToWork => words.texts.common_outcome_led_to_work(),
        IntroductionState::CameToNothing => words.texts.common_outcome_nothing(),
    };
    ReferralState: |value, words| match value {
        ReferralState::Considered => words.texts.common_referral_considered(),
        ReferralState::PassedOn => words.texts.common_referral_passed_on(),
        ReferralState::OwnerTold => words.texts.common_referral_owner_told(),
        ReferralState::TheyMet => words.texts.common_referral_met(),
        ReferralState::Outcome => words.texts.common_referral_outcome(),
        ReferralState::Thanked => words.texts.common_referral_thanked(),
    };
    Outcome: |value, words| {
        let kind = match value.kind {
            OutcomeKind::Talking => words.texts.common_outcome_talking(),
            OutcomeKind::LedToWork => words.texts.common_outcome_led_to_work(),
            OutcomeKind::CameToNothing => words.texts.common_outcome_nothing(),
        };
        let worth = value.value.as_ref().map(|money| money.show(words)).unwrap_or_default();
        let told: Vec<&str> = [worth.as_str(), &value.note].into_iter().filter(|it| !it.is_empty()).collect();
        words.of(kind, &told.join(", "))
    };
    Verdict: |value, words| match value {
        Verdict::Deepen { next_step, due_on } => {
            let step = words.of(&words.day(*due_on), next_step);
            words.of(words.texts.common_verdict_deepen(), &step)
        }
        Verdict::Keep { review_on } => words.of(words.texts.common_verdict_keep(), &words.day(*review_on)),
        Verdict::LetGo => words.texts.common_verdict_let_go().to_owned(),
    };
    FollowUpKind: |value, words| value.words(words.texts);
    FollowUpState: |value, words| match value {
        FollowUpState::Open => words.texts.edits_value_open().to_owned(),
        FollowUpState::Done { on, .. } => words.of(words.texts.common_done(), &words.day(*on)),
        FollowUpState::Dropped { on, reason } => {
            let told = words.of(&words.day(*on), reason);
            words.of(words.texts.edits_value_dropped(), &told)
        }
    };
    Reason: |value, words| match value {
        Reason::Own => words.texts.edits_value_own_reason().to_owned(),
        Reason::Card(id) | Reason::CardReview(id) => id.show(words),
        Reason::Event(id) => id.show(words),
        Reason::Referral(id) => id.show(words),
        Reason::Introduction(id) => id.show(words),
        Reason::Verdict(id) => id.show(words),
        Reason::Birthday { year } => words.of(words.texts.common_kind_birthday(), &year.to_string()),
        Reason::Amends { event, .. } => words.of(words.texts.common_kind_amends(), &event.show(words)),
        Reason::KeepInTouch { since } => words.of(words.texts.rules_step_touch(), &words.day(*since)),
        Reason::MeetInPerson => words.texts.rules_meet().to_owned(),
    };
    Party: |value, words| match value {
        Party::Me => words.texts.common_you().to_owned(),
        Party::Contact(id) => words.person(*id),
    };
    Organizer: |value, words| match value {
        Organizer::Contact(id) => words.person(*id),
        Organizer::Organization(id) => id.show(words),
    };
    Whereabouts: |value, words| match value {
        Whereabouts::Unknown => words.texts.common_unknown().to_owned(),
        Whereabouts::Digital => words.texts.common_exchange_digital().to_owned(),
        Whereabouts::StoredIn(id) => words.of(words.texts.common_location_box(), &id.show(words)),
        Whereabouts::LentTo { contact, .. } => {
            words.of(words.texts.common_location_lent(), &words.person(*contact))
        }
        Whereabouts::PassedOnTo { contact, .. } => {
            words.of(words.texts.common_location_passed_on(), &words.person(*contact))
        }
        Whereabouts::Discarded { on } => {
            words.of(words.texts.common_location_thrown_away(), &words.day(*on))
        }
    };
}
