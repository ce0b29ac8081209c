//! Why something is due, in words: "Because you got the card on 14 Oct".
//!
//! Owns the sentence for each reason; the window, the command line and iCalendar show the same one. Must not know where.
//! Start reading at [`explain`].

use chrono::NaiveDate;

use super::{Due, cadence_of};
use crate::edit::Amends;
use crate::model::{
    AmendsStep, Attendance, Book, Contact, FollowUp, FollowUpKind, Id, Party, Reason, ReferralState, Verdict,
};
use crate::text::Texts;

/// A sentence about a reason needs to know where the records are, the language, and which years need not be told.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// Where the records are.
    pub book: &'a Book,
    /// The language.
    pub texts: &'a Texts,
    /// The day of the question.
    pub today: NaiveDate,
}

impl Due {
    /// Returns why it is due: "Because you got the card on 14 Oct".
    pub fn why(&self, telling: Telling<'_>) -> String {
        explain(telling, self.kind, self.reason, self.contacts.first().copied())
    }

    /// Returns what it is about: the user's words, else what the reason asks for.
    pub fn about(&self, telling: Telling<'_>) -> String {
        about(telling, self.kind, self.reason, &self.about)
    }
}

/// Returns why a record is due.
pub fn why(telling: Telling<'_>, follow_up: &FollowUp) -> String {
    explain(telling, follow_up.kind, follow_up.reason, follow_up.contacts.first().copied())
}

/// Returns what a follow-up is about: the user's words, else what its reason asks for.
pub fn about(telling: Telling<'_>, kind: FollowUpKind, reason: Reason, words: &str) -> String {
    let texts = telling.texts;
    let asked = match reason {
        Reason::Amends { step, .. } => amends_word(texts, Amends::Step(step)),
        Reason::Event(_) if kind == FollowUpKind::Message => amends_word(texts, Amends::Notice),
        Reason::Event(_) if kind == FollowUpKind::Other => texts.rules_step_organizer(),
        Reason::KeepInTouch { .. } => texts.rules_step_touch(),
        Reason::Referral(id) if FollowUp::ASK_HOW.contains(&kind) => match telling.book.get(id) {
            Some(referral) if referral.giver == Party::Me && kind == FollowUpKind::Message => {
                texts.referrals_step_ask()
            }
            Some(referral) if referral.giver == Party::Me => texts.referrals_step_ask_again(),
            Some(_) => texts.referrals_step_tell_back(),
            None => "",
        },
        _ => "",
    };
    match (asked, words.trim()) {
        ("", words) => words.to_owned(),
        (asked, "") => asked.to_owned(),
        (asked, words) => texts.rules_step_about(words, asked),
    }
}

/// Returns what a part of amends asks for.
pub fn amends_word(texts: &Texts, part: Amends) -> &str {
    match part {
        Amends::Notice => texts.rules_step_notice(),
        Amends::Step(AmendsStep::Apology) => texts.rules_step_apology(),
        Amends::Step(AmendsStep::Explanation) => texts.rules_step_explanation(),
        Amends::Step(AmendsStep::Fee) => texts.rules_step_fee(),
        Amends::Step(AmendsStep::MakeUp) => texts.rules_step_make_up(),
    }
}

/// Returns why there is a follow-up, as a sentence.
pub fn explain(
    telling: Telling<'_>,
    kind: FollowUpKind,
    reason: Reason,
    contact: Option<Id<Contact>>,
) -> String {
    let gone = || telling.texts.rules_why_gone().to_owned();
    match reason {
        Reason::Own => telling.texts.rules_why_own().to_owned(),
        _ => telling.because(kind, reason, contact).unwrap_or_else(gone),
    }
}

impl Telling<'_> {
    pub(super) fn day(&self, day: NaiveDate) -> String {
        self.texts.locale().day_near(day, self.today)
    }

    /// Returns the name of a person, or the word for one without a name; `None` when there is no such person.
    pub fn name(&self, contact: Id<Contact>) -> Option<String> {
        let name = self.book.get(contact)?.display_name();
        Some(if name.is_empty() { self.texts.common_without_name().to_owned() } else { name })
    }

    pub(super) fn party(&self, party: Party) -> Option<String> {
        match party {
            Party::Me => Some(self.texts.common_you().to_owned()),
            Party::Contact(id) => self.name(id),
        }
    }

    /// The sentence; `None` when what it would tell of is not in the book.
    fn because(&self, kind: FollowUpKind, reason: Reason, contact: Option<Id<Contact>>) -> Option<String> {
        let (book, texts) = (self.book, self.texts);
        Some(match reason {
            Reason::Own => return None,
            Reason::Card(id) => {
                let card = book.get(id)?;
                let day = self.day(card.day());
                match card.event.and_then(|id| book.get(id)) {
                    Some(event) => texts.rules_why_card_at(&day, &event.title),
                    None => texts.rules_why_card(&day),
                }
            }
            Reason::CardReview(id) => texts.rules_why_review(&self.day(book.get(id)?.day())),
            Reason::Event(id) if kind == FollowUpKind::Message => self.because(
                FollowUpKind::Amends,
                Reason::Amends { event: id, step: AmendsStep::Apology },
                contact,
            )?,
            Reason::Event(id) => {
                let event = book.get(id)?;
                match event.last_day() {
                    Some(day) if kind == FollowUpKind::Other => {
                        texts.rules_why_organizer(&self.day(day), &event.title)
                    }
                    None if kind == FollowUpKind::Other => texts.rules_why_organizer_undated(&event.title),
                    Some(day) => texts.rules_why_event(&self.day(day), &event.title),
                    None => texts.rules_why_event_undated(&event.title),
                }
            }
            Reason::Amends { event, .. } => {
                let event = book.get(event)?;
                match event.status {
                    Attendance::NoShow => texts.rules_why_absent(&event.title),
                    _ => texts.rules_why_late(&event.title),
                }
            }
            Reason::Referral(id) => {
                let referral = book.get(id)?;
                let on =
                    referral.reached(ReferralState::PassedOn).or(referral.steps.first().map(|step| step.on));
                let day = self.day(on.unwrap_or_else(|| referral.created_at.date_naive()));
                let subject = self.name(referral.subject)?;
                match (referral.is_lead(), kind) {
                    (true, FollowUpKind::ThankYou) => texts.referrals_why_lead(&day, &subject),
                    (true, _) => texts.referrals_why_lead_outcome(&subject),
                    (false, FollowUpKind::TellOwner) => {
                        texts.rules_why_referral(&day, &self.party(referral.recipient)?)
                    }
                    (false, _) => texts.referrals_why_ask(&day, &subject),
                }
            }
            Reason::Introduction(id) => {
                let introduction = book.get(id)?;
                let (a, b) = (self.party(introduction.a)?, self.party(introduction.b)?);
                match (kind, introduction.on) {
                    (FollowUpKind::Introduce, _) => texts.rules_why_promise(&a, &b),
                    (_, Some(day)) => texts.rules_why_introduction(&a, &b, &self.day(day)),
                    (_, None) => texts.rules_why_introduction_undated(&a, &b),
                }
            }
            Reason::Verdict(id) => {
                let review = book.get(id)?;
                let day = self.day(review.on);
                match review.verdict {
                    Verdict::Deepen { .. } => texts.rules_why_deepen(&day),
                    Verdict::Keep { .. } | Verdict::LetGo => texts.rules_why_keep(&day),
                }
            }
            Reason::Birthday { year } => {
                let contact = contact?;
                let birthday = book.get(contact)?.human.birthday?;
                let day = self.day(birthday.in_year(year)?);
                let name = self.name(contact)?;
                match birthday.year.map(|born| year.saturating_sub(born)).filter(|age| *age > 0) {
                    Some(age) => texts.rules_why_birthday_age(i64::from(age), &day, &name),
                    None => texts.rules_why_birthday(&day, &name),
                }
            }
            Reason::KeepInTouch { since } => {
                let day = self.day(since);
                let Some((cadence, circle)) = book.get(contact?).and_then(|it| cadence_of(book, it)) else {
                    return Some(texts.rules_why_touch_only(&day));
                };
                let (ideal, latest) = (i64::from(cadence.ideal_days), i64::from(cadence.latest_days));
                match circle.and_then(|id| book.get(id)) {
                    Some(circle) => texts.rules_why_touch_circle(&circle.name, &day, ideal, latest),
                    None => texts.rules_why_touch(&day, ideal, latest),
                }
            }
            Reason::MeetInPerson => texts.rules_why_meet().to_owned(),
        })
    }
}
