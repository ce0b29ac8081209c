//! Names of kinds in what the command line prints: stable ones for programs, and those of the language for people.
//!
//! The stable names are an interface: they do not change when the code is renamed.

use crate::model::FollowUpKind;
use crate::text::Texts;

/// The stable name of a kind of follow-up.
pub const fn kind_name(kind: FollowUpKind) -> &'static str {
    match kind {
        FollowUpKind::ThankYou => "thank_you",
        FollowUpKind::Review => "review",
        FollowUpKind::Call => "call",
        FollowUpKind::Message => "message",
        FollowUpKind::Meet => "meet",
        FollowUpKind::TellOwner => "tell_owner",
        FollowUpKind::Introduce => "introduce",
        FollowUpKind::Amends => "amends",
        FollowUpKind::Birthday => "birthday",
        FollowUpKind::Other => "other",
    }
}

/// Writes the stable name, for `serialize_with`.
pub fn serialize_kind<S: serde::Serializer>(kind: &FollowUpKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind_name(*kind))
}

/// The name of a kind of follow-up in the language of the output.
pub fn kind_text(kind: FollowUpKind, texts: &Texts) -> &str {
    match kind {
        FollowUpKind::ThankYou => texts.common_kind_thanks(),
        FollowUpKind::Review => texts.common_kind_review(),
        FollowUpKind::Call => texts.common_kind_call(),
        FollowUpKind::Message => texts.common_kind_message(),
        FollowUpKind::Meet => texts.common_kind_meet(),
        FollowUpKind::TellOwner => texts.common_kind_tell_owner(),
        FollowUpKind::Introduce => texts.common_kind_introduce(),
        FollowUpKind::Amends => texts.common_kind_amends(),
        FollowUpKind::Birthday => texts.common_kind_birthday(),
        FollowUpKind::Other => texts.common_kind_other(),
    }
}
