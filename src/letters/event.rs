//! Letters to the organiser of an event: saying that one cannot come, apologising, making up for it, and thanks.
//!
//! Owns which template serves which occasion. Must not know how a letter is sent. Start reading at [`Occasion::template`].

use super::Template;
use crate::edit::Amends;
use crate::model::{AmendsStep, Attendance};
use crate::text::Texts;

/// Why one writes to the organiser of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Occasion {
    /// I cannot come, as early as I know it.
    Cancel,
    /// I cannot come, and it is late: notice and apology in one.
    Notice,
    /// I apologise for having cancelled late.
    Apology,
    /// I apologise for not having come.
    Absence,
    /// I say why.
    Explanation,
    /// I pay the fee all the same.
    Fee,
    /// I make up for it.
    MakeUp,
    /// I thank for the event.
    Thanks,
}

impl Occasion {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Cancel,
        Self::Notice,
        Self::Apology,
        Self::Absence,
        Self::Explanation,
        Self::Fee,
        Self::MakeUp,
        Self::Thanks,
    ];

    /// The letter for a part of amends.
    pub fn of(part: Amends, status: Attendance) -> Self {
        match part {
            Amends::Notice => Self::Notice,
            Amends::Step(AmendsStep::Apology) if status == Attendance::NoShow => Self::Absence,
            Amends::Step(AmendsStep::Apology) => Self::Apology,
            Amends::Step(AmendsStep::Explanation) => Self::Explanation,
            Amends::Step(AmendsStep::Fee) => Self::Fee,
            Amends::Step(AmendsStep::MakeUp) => Self::MakeUp,
        }
    }

    /// Returns the template in the language of `texts`; [`super::fill`] fills it. What the user adds in their own words
    /// is the field `<next>`; without it its line is left out. Payment is promised only where the user `pays`.
    pub fn template(self, texts: &Texts, pays: bool) -> Template {
        let (subject, body) = match self {
            Self::Cancel => (texts.visits_letter_cancel_subject(), texts.visits_letter_cancel()),
            Self::Notice => (texts.visits_letter_notice_subject(), texts.visits_letter_notice()),
            Self::Apology => (texts.visits_letter_apology_subject(), texts.visits_letter_apology()),
            Self::Absence => (texts.visits_letter_absence_subject(), texts.visits_letter_absence()),
            Self::Explanation => (texts.visits_letter_explain_subject(), texts.visits_letter_explain()),
            Self::Fee => (texts.visits_letter_fee_subject(), texts.visits_letter_fee()),
            Self::MakeUp => (texts.visits_letter_make_up_subject(), texts.visits_letter_make_up()),
            Self::Thanks => (texts.visits_letter_thanks_subject(), texts.visits_letter_thanks()),
        };
        let promise = match self {
            Self::Notice => texts.visits_letter_notice_fee(),
            Self::Absence => texts.visits_letter_absence_fee(),
            _ => "",
        };
        let lines = body.lines().filter_map(|line| match line.trim() {
            FEE => pays.then_some(promise),
            _ => Some(line),
        });
        Template { subject: subject.to_owned(), body: lines.collect::<Vec<_>>().join("\n") }
    }
}

/// The line of a letter that promises to pay, if the fee is to be paid.
const FEE: &str = "<fee>";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::{Facts, Form, fill};
    use crate::model::PersonName;
    use crate::text::Locale;

    #[test]
    fn each_letter_names_the_event_and_its_writer_in_each_language() {
        for texts in Locale::ALL.map(Texts::new) {
            for occasion in Occasion::ALL {
                let facts = Facts {
                    name: PersonName::parse("Jule Petersen"),
                    event: "Hardware Evening",
                    date: "14 Oct".to_owned(),
                    next: "my train stands still",
                    me: "Kim Sommer".to_owned(),
                    ..Facts::default()
                };
                let letter = fill(&occasion.template(&texts, true), &facts, &texts, Form::Polite);
                let whole = format!("{}\n{}", letter.subject, letter.body);
                for words in ["Petersen", "Hardware Evening", "Kim Sommer", "my train stands still"] {
                    assert!(whole.contains(words), "{occasion:?} {words}: {whole}");
                }
                assert!(!whole.contains(['<', '>', '…']), "{occasion:?}: {whole}");
                let without = Facts { next: "", ..facts };
                let without = fill(&occasion.template(&texts, true), &without, &texts, Form::Polite);
                assert!(!without.body.contains("\n\n\n") && without.body.len() < letter.body.len());
                let free = occasion.template(&texts, false).body;
                assert!(!free.contains(FEE));
                let promises = matches!(occasion, Occasion::Notice | Occasion::Absence);
                assert_eq!(free != occasion.template(&texts, true).body, promises, "{occasion:?}");
                for promise in [texts.visits_letter_notice_fee(), texts.visits_letter_absence_fee()] {
                    assert!(!free.contains(promise), "{occasion:?}: {free}");
                }
            }
        }
    }
}
