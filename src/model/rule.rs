//! The rules that make follow-ups, and how the user has set them.
//!
//! Owns which rules there are and what holds when nothing was set. Must not know what a rule does ([`crate::edit`] for
//! what is stored, [`crate::index`] for what is only foreseen). Start reading at [`Rule`].

use serde::{Deserialize, Serialize};

use super::common::is_default;
use super::{FollowUp, FollowUpKind, Reason};

/// What makes follow-ups by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// Thanks by the end of the next day after a card or an event.
    ThankYou,
    /// A second look some days after a card was received, and when a verdict says so.
    Review,
    /// Telling the owner that a card was passed on.
    TellOwner,
    /// Asking what became of my introduction, or of a card that I passed on.
    AskAfter,
    /// Apology, explanation, fee and making up for it after cancelling late.
    Amends,
    /// Being in touch as often as the circle or the person wants.
    KeepInTouch,
    /// Birthdays.
    Birthday,
    /// Meeting people whom I know from afar only.
    MeetInPerson,
    /// The next step that a verdict names.
    NextStep,
    /// Saying some days after an event what its organiser did.
    OrganizerCare,
}

impl Rule {
    /// All rules, in the order of the settings.
    pub const ALL: [Self; 10] = [
        Self::ThankYou,
        Self::Review,
        Self::NextStep,
        Self::TellOwner,
        Self::AskAfter,
        Self::OrganizerCare,
        Self::Amends,
        Self::KeepInTouch,
        Self::MeetInPerson,
        Self::Birthday,
    ];

    /// Returns the days that the rule counts when nothing else was set: until the thing is due, for a birthday
    /// the days ahead on which it shows. `None` when it counts no days of its own.
    pub fn default_days(self) -> Option<u32> {
        match self {
            Self::ThankYou | Self::TellOwner => Some(1),
            Self::Review | Self::MeetInPerson => Some(30),
            Self::AskAfter | Self::Amends => Some(14),
            Self::Birthday | Self::OrganizerCare => Some(7),
            // The circle or person, and the verdict, name the days.
            Self::KeepInTouch | Self::NextStep => None,
        }
    }

    /// Returns the rule that asks for a follow-up of this kind for this reason; none when the user wanted it.
    pub fn behind(kind: FollowUpKind, reason: Reason) -> Option<Self> {
        match (reason, kind) {
            (Reason::Card(_) | Reason::Event(_), FollowUpKind::ThankYou) => Some(Self::ThankYou),
            (Reason::Event(_), FollowUpKind::Other) => Some(Self::OrganizerCare),
            // Saying at once that one cannot come.
            (Reason::Event(_), FollowUpKind::Message) => Some(Self::Amends),
            (Reason::CardReview(_) | Reason::Verdict(_), FollowUpKind::Review) => Some(Self::Review),
            (Reason::Verdict(_), _) => Some(Self::NextStep),
            (Reason::Referral(_), FollowUpKind::TellOwner) => Some(Self::TellOwner),
            (Reason::Referral(_), FollowUpKind::ThankYou) => Some(Self::ThankYou),
            // How it went with a card that was passed on; of a lead, what came of it.
            (Reason::Referral(_), FollowUpKind::Message | FollowUpKind::Call | FollowUpKind::Other)
            | (Reason::Introduction(_), FollowUpKind::Message) => Some(Self::AskAfter),
            (Reason::Amends { .. }, _) => Some(Self::Amends),
            (Reason::KeepInTouch { .. }, _) => Some(Self::KeepInTouch),
            (Reason::Birthday { .. }, _) => Some(Self::Birthday),
            (Reason::MeetInPerson, _) => Some(Self::MeetInPerson),
            _ => None,
        }
    }
}

impl FollowUp {
    /// Returns the rule that asked for it; none when the user wanted it.
    pub fn rule(&self) -> Option<Rule> {
        Rule::behind(self.kind, self.reason)
    }
}

/// How a rule differs from what holds when nothing was set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RuleSetting {
    /// The rule makes nothing.
    #[serde(skip_serializing_if = "is_default")]
    pub is_off: bool,
    /// The days that it counts; absent for [`Rule::default_days`].
    #[serde(skip_serializing_if = "is_default")]
    pub days: Option<u32>,
}

/// One setting per rule. The days of the review are in [`super::Header::review_after_days`], where they were before
/// there were rules.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "one field per variant of `Rule`, documented there")]
pub struct Rules {
    #[serde(skip_serializing_if = "is_default")]
    pub thank_you: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub review: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub tell_owner: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub ask_after: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub amends: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub keep_in_touch: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub birthday: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub meet_in_person: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub next_step: RuleSetting,
    #[serde(skip_serializing_if = "is_default")]
    pub organizer_care: RuleSetting,
}

impl Rules {
    /// Returns the setting of a rule.
    pub fn of(&self, rule: Rule) -> RuleSetting {
        match rule {
            Rule::ThankYou => self.thank_you,
            Rule::Review => self.review,
            Rule::TellOwner => self.tell_owner,
            Rule::AskAfter => self.ask_after,
            Rule::Amends => self.amends,
            Rule::KeepInTouch => self.keep_in_touch,
            Rule::Birthday => self.birthday,
            Rule::MeetInPerson => self.meet_in_person,
            Rule::NextStep => self.next_step,
            Rule::OrganizerCare => self.organizer_care,
        }
    }

    /// Returns the setting of a rule, to write to.
    pub fn of_mut(&mut self, rule: Rule) -> &mut RuleSetting {
        match rule {
            Rule::ThankYou => &mut self.thank_you,
            Rule::Review => &mut self.review,
            Rule::TellOwner => &mut self.tell_owner,
            Rule::AskAfter => &mut self.ask_after,
            Rule::Amends => &mut self.amends,
            Rule::KeepInTouch => &mut self.keep_in_touch,
            Rule::Birthday => &mut self.birthday,
            Rule::MeetInPerson => &mut self.meet_in_person,
            Rule::NextStep => &mut self.next_step,
            Rule::OrganizerCare => &mut self.organizer_care,
        }
    }
}

impl super::Header {
    /// Whether a rule makes follow-ups.
    pub fn is_on(&self, rule: Rule) -> bool {
        !self.rules.of(rule).is_off
    }

    /// Returns the days that a rule counts; 0 for one that counts none of its own.
    pub fn days(&self, rule: Rule) -> u32 {
        self.setting(rule).days.or(rule.default_days()).unwrap_or(0)
    }

    /// Returns how a rule is set.
    pub fn setting(&self, rule: Rule) -> RuleSetting {
        let setting = self.rules.of(rule);
        match rule {
            Rule::Review => RuleSetting { days: self.review_after_days, ..setting },
            _ => setting,
        }
    }

    /// Sets a rule. Days that are the default ones are not written down, so that they may become others.
    pub fn set_rule(&mut self, rule: Rule, setting: RuleSetting) {
        let days = setting.days.filter(|days| rule.default_days().is_some_and(|default| default != *days));
        match rule {
            Rule::Review => {
                self.review_after_days = days;
                *self.rules.of_mut(rule) = RuleSetting { days: None, ..setting };
            }
            _ => *self.rules.of_mut(rule) = RuleSetting { days, ..setting },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Header, Id};
    use super::*;

    #[test]
    fn a_rule_is_on_with_its_days_until_something_else_is_set() {
        let mut header = Header::default();
        for rule in Rule::ALL {
            assert!(header.is_on(rule));
            assert_eq!(header.days(rule), rule.default_days().unwrap_or(0));
            header.set_rule(rule, RuleSetting { is_off: true, days: Some(5) });
            assert!(!header.is_on(rule));
            assert_eq!(header.days(rule), if rule.default_days().is_some() { 5 } else { 0 });
            header.set_rule(rule, RuleSetting { is_off: false, days: rule.default_days() });
        }
        assert_eq!(header, Header::default(), "defaults are not written down");
    }

    #[test]
    fn each_rule_knows_what_it_made() {
        let id = Id::new(1);
        for (kind, reason, rule) in [
            (FollowUpKind::ThankYou, Reason::Card(id), Some(Rule::ThankYou)),
            (FollowUpKind::ThankYou, Reason::Own, None),
            (FollowUpKind::Review, Reason::Verdict(Id::new(1)), Some(Rule::Review)),
            (FollowUpKind::Call, Reason::Verdict(Id::new(1)), Some(Rule::NextStep)),
            (FollowUpKind::Introduce, Reason::Introduction(Id::new(1)), None),
            (FollowUpKind::Message, Reason::Introduction(Id::new(1)), Some(Rule::AskAfter)),
            (FollowUpKind::Amends, Reason::Event(Id::new(1)), None),
            (FollowUpKind::Other, Reason::Event(Id::new(1)), Some(Rule::OrganizerCare)),
            (FollowUpKind::Message, Reason::Event(Id::new(1)), Some(Rule::Amends)),
        ] {
            assert_eq!(Rule::behind(kind, reason), rule, "{kind:?} {reason:?}");
        }
    }
}
