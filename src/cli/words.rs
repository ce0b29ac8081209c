//! Names of kinds in what the command line prints: stable ones for programs, and those of the language for people.
//!
//! The stable names are an interface: they do not change when the code is renamed.

use crate::model::FollowUpKind;

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
