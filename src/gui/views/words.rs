//! The words, glyphs and seals of the model's kinds, for the inspector and the sheets.
//!
//! Owns nothing but these tables. Must not know views.

use crate::gui::theme::icons;
use crate::gui::widgets::{Kind, Knot};
use crate::model::{
    Cadence, EncounterKind, Exchange, ExpertiseLevel, FavourKind, FollowUpKind, Formality, IntroductionState,
    Labelled, OutcomeKind, Referral, ReferralState, RelationKind, Verdict,
};
use crate::text::Texts;

/// The rhythms of the segmented control: ideal and latest days.
pub const RHYTHMS: [(u32, u32); 3] = [(30, 45), (90, 120), (365, 400)];

/// Returns the segment that a rhythm is nearest to; 0 for none.
pub fn rhythm_of(cadence: Option<Cadence>) -> usize {
    let nearest = |ideal_days: u32| (0..RHYTHMS.len()).min_by_key(|at| RHYTHMS[*at].0.abs_diff(ideal_days));
    cadence.and_then(|cadence| nearest(cadence.ideal_days)).map_or(0, |at| at + 1)
}

/// How letters address somebody, in words.
pub fn formality_word(formality: Formality, texts: &Texts) -> &str {
    match formality {
        Formality::Polite => texts.letters_form_polite(),
        Formality::Close => texts.letters_form_close(),
    }
}

/// The seal of a follow-up.
pub fn seal_of(kind: FollowUpKind) -> Kind {
    match kind {
        FollowUpKind::ThankYou => Kind::Thanks,
        FollowUpKind::Review => Kind::Review,
        FollowUpKind::Call => Kind::Call,
        FollowUpKind::Message => Kind::Message,
        FollowUpKind::Meet => Kind::Meet,
        FollowUpKind::TellOwner => Kind::Promise,
        FollowUpKind::Introduce => Kind::Introduce,
        FollowUpKind::Amends => Kind::Amends,
        FollowUpKind::Birthday => Kind::Birthday,
        FollowUpKind::Other => Kind::Other,
    }
}

/// The name of a kind of encounter.
pub fn encounter_label(kind: EncounterKind, texts: &Texts) -> &str {
    match kind {
        EncounterKind::InPerson => texts.common_encounter_in_person(),
        EncounterKind::Video => texts.common_encounter_video(),
        EncounterKind::Call => texts.common_encounter_call(),
        EncounterKind::Letter => texts.common_encounter_letter(),
        EncounterKind::Email => texts.common_encounter_email(),
        EncounterKind::Message => texts.common_encounter_message(),
        EncounterKind::SocialMedia => texts.common_encounter_social(),
    }
}

/// The glyph of a kind of encounter.
pub fn encounter_icon(kind: EncounterKind) -> &'static str {
    match kind {
        EncounterKind::InPerson => icons::HANDSHAKE,
        EncounterKind::Video => icons::VIDEO_CAMERA,
        EncounterKind::Call => icons::PHONE,
        EncounterKind::Letter => icons::FILE_TEXT,
        EncounterKind::Email => icons::ENVELOPE_SIMPLE,
        EncounterKind::Message | EncounterKind::SocialMedia => icons::CHAT_CIRCLE_DOTS,
    }
}

/// The knot of an encounter: solid face to face, hollow at a distance.
pub fn knot_of(kind: EncounterKind) -> Knot {
    if kind.is_face_to_face() { Knot::Solid } else { Knot::Hollow }
}

/// Who asked for whose card, in words.
pub fn exchange_label(exchange: Exchange, texts: &Texts) -> &str {
    match exchange {
        Exchange::Unknown => texts.common_unknown(),
        Exchange::IAsked => texts.common_exchange_i_asked(),
        Exchange::TheyAsked => texts.common_exchange_they_asked(),
        Exchange::Mutual => texts.common_exchange_mutual(),
        Exchange::HandedToMe => texts.common_exchange_handed(),
        Exchange::Digital => texts.common_exchange_digital(),
    }
}

/// The name of a kind of relationship.
pub use crate::index::relation_word as relation_label;

/// What the other one is called, seen from the other side: whose parent somebody is, is their child.
pub fn reversed(kind: &RelationKind) -> RelationKind {
    match kind {
        RelationKind::Child => RelationKind::Parent,
        RelationKind::Parent => RelationKind::Child,
        RelationKind::Client => RelationKind::Supplier,
        RelationKind::Supplier => RelationKind::Client,
        other => other.clone(),
    }
}

/// The name of a kind of help.
pub fn favour_label(kind: FavourKind, texts: &Texts) -> &str {
    match kind {
        FavourKind::Referral => texts.common_referral(),
        FavourKind::Introduction => texts.common_introduction(),
        FavourKind::Advice => texts.inspector_favour_advice(),
        FavourKind::Support => texts.inspector_favour_support(),
        FavourKind::Business => texts.inspector_favour_business(),
        FavourKind::Gift => texts.inspector_favour_gift(),
    }
}

/// All kinds of help in the order of the menu.
pub const FAVOURS: [FavourKind; 6] = [
    FavourKind::Advice,
    FavourKind::Support,
    FavourKind::Business,
    FavourKind::Gift,
    FavourKind::Referral,
    FavourKind::Introduction,
];

/// How far an introduction is, in words.
pub fn introduction_label(state: IntroductionState, texts: &Texts) -> &str {
    match state {
        IntroductionState::Promised => texts.inspector_introduction_promised(),
        IntroductionState::AskedOne => texts.inspector_introduction_asked_one(),
        IntroductionState::BothAgreed => texts.inspector_introduction_both_agreed(),
        IntroductionState::Made => texts.inspector_introduction_made(),
        IntroductionState::TheyMet => texts.common_referral_met(),
        IntroductionState::LedToWork => texts.common_outcome_led_to_work(),
        IntroductionState::CameToNothing => texts.common_outcome_nothing(),
    }
}

/// How a review ended, in a word.
pub fn verdict_label<'a>(verdict: &Verdict, texts: &'a Texts) -> &'a str {
    match verdict {
        Verdict::Deepen { .. } => texts.common_verdict_deepen(),
        Verdict::Keep { .. } => texts.common_verdict_keep(),
        Verdict::LetGo => texts.common_verdict_let_go(),
    }
}

/// How far a referral is, in words.
pub fn referral_label(state: ReferralState, texts: &Texts) -> &str {
    match state {
        ReferralState::Considered => texts.common_referral_considered(),
        ReferralState::PassedOn => texts.common_referral_passed_on(),
        ReferralState::OwnerTold => texts.common_referral_owner_told(),
        ReferralState::TheyMet => texts.common_referral_met(),
        ReferralState::Outcome => texts.common_referral_outcome(),
        ReferralState::Thanked => texts.common_referral_thanked(),
    }
}

/// What came of a referral: the outcome where there is one, otherwise its state.
pub fn referral_outcome<'a>(referral: &Referral, texts: &'a Texts) -> &'a str {
    match referral.outcome.as_ref().map(|outcome| outcome.kind) {
        Some(kind) => outcome_label(kind, texts),
        None => referral_label(referral.state, texts),
    }
}

/// How a referral ended, in words.
pub fn outcome_label(kind: OutcomeKind, texts: &Texts) -> &str {
    match kind {
        OutcomeKind::Talking => texts.common_outcome_talking(),
        OutcomeKind::LedToWork => texts.common_outcome_led_to_work(),
        OutcomeKind::CameToNothing => texts.common_outcome_nothing(),
    }
}

/// How well somebody knows a field.
pub fn level_label(level: ExpertiseLevel, texts: &Texts) -> &str {
    match level {
        ExpertiseLevel::Unknown => texts.inspector_level_unknown(),
        ExpertiseLevel::Beginner => texts.inspector_level_beginner(),
        ExpertiseLevel::Average => texts.inspector_level_average(),
        ExpertiseLevel::Expert => texts.inspector_level_expert(),
    }
}

/// A label of a phone, mail, address or link, translated when it is one of [`Labelled::LABELS`].
pub fn label_text<'a>(label: &'a str, texts: &'a Texts) -> &'a str {
    match label {
        "" => texts.inspector_label_none(),
        "work" => texts.common_label_work(),
        "mobile" => texts.common_label_mobile(),
        "home" => texts.common_label_home(),
        "fax" => texts.common_label_fax(),
        "other" => texts.common_label_other(),
        own => own,
    }
}

/// The labels that the menu offers.
pub const LABELS: [&str; 5] = Labelled::LABELS;
