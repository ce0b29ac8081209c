//! One row of Today: what it says, what its one button does, and what else can be done with it.
//!
//! Owns the words and the edits; must not know pixels. Start reading at [`Row::of`], then [`Row::act`].
//!
//! Invariant: a mail is opened for exactly one person ([`Row::mail`] is absent where several are concerned).

use chrono::NaiveDate;

use crate::edit::{Amends, Edit};
use crate::gui::command::{Command, FollowUpDraft, RequestOf, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::views::calendar::items;
use crate::gui::views::mail_link;
use crate::gui::views::people::tidy;
use crate::index::{Due, DueState, Telling, last_contact_on};
use crate::letters::Occasion;
use crate::model::{
    AmendsStep, Contact, Direction, DueSource, Encounter, EncounterKind, FollowUp, FollowUpKind, Id, Reason,
    Rule,
};
use crate::text::Texts;

/// What the one button of a row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Write the thank-you, then say that it was sent.
    Write,
    /// The thirty-day review.
    Review,
    /// Log what was done.
    Log,
    /// It is done.
    Done,
    /// Congratulate.
    Congratulate,
    /// Plan to meet.
    Suggest,
    /// Tell the owner of a card.
    Tell,
    /// Introduce somebody.
    Introduce,
    /// Ask whether they want to be introduced.
    AskFirst,
    /// Ask what became of it.
    Ask,
    /// Make up for a late cancellation.
    MakeAmends,
    /// Be in touch again.
    Touch,
    /// Go to the event and note what its organiser did.
    Look,
}

impl Action {
    /// Whether it writes to one person: the mail program is opened, and afterwards it is said that it was sent.
    fn writes(self) -> bool {
        matches!(
            self,
            Self::Write | Self::Congratulate | Self::Tell | Self::Ask | Self::Touch | Self::MakeAmends
        )
    }

    /// The words on the button; `written`: the mail program was opened.
    pub fn label(self, written: bool, texts: &Texts) -> &str {
        match self {
            Self::Tell if written => texts.today_told(),
            _ if written && self.writes() => texts.today_sent(),
            Self::Write => texts.calendar_write(),
            Self::Review => texts.calendar_review(),
            Self::Log => texts.today_log(),
            Self::Done => texts.common_done(),
            Self::Look => texts.common_open(),
            Self::Congratulate => texts.today_congratulate(),
            Self::Suggest => texts.today_suggest(),
            Self::Tell => texts.today_tell(),
            Self::Introduce => texts.today_introduce(),
            Self::AskFirst => texts.passon_ask(),
            Self::Ask => texts.today_ask(),
            Self::MakeAmends => texts.today_make_amends(),
            Self::Touch => texts.today_touch_now(),
        }
    }
}

/// How loud the end of the second line is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// It has time.
    #[default]
    Calm,
    /// The ideal day is over: yellow.
    Due,
    /// The last day is over: red.
    Late,
}

/// A row: a person and what to do.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is.
    pub source: DueSource,
    /// What kind of thing.
    pub kind: FollowUpKind,
    /// The person, when there is exactly one or a first one.
    pub contact: Option<Id<Contact>>,
    /// Everybody.
    pub contacts: Vec<Id<Contact>>,
    /// The name.
    pub name: String,
    /// About what.
    pub second: String,
    /// "2 days late".
    pub late: String,
    /// How that is coloured.
    pub tone: Tone,
    /// What the button does.
    pub action: Action,
    /// The address to write to.
    pub mail: Option<String>,
    /// The number to call.
    pub phone: Option<String>,
    /// Why it is due.
    pub why: String,
    /// As a screen reader says it.
    pub spoken: String,
    /// The day that is proposed, for a meeting.
    pub day: Option<NaiveDate>,
}

impl Row {
    /// Describes something that is due.
    pub fn of(ctx: &ViewCtx<'_>, due: &Due) -> Self {
        let texts = ctx.texts;
        let telling = Telling { book: ctx.book, texts, today: ctx.today };
        let contact = due.contacts.first().copied();
        let stored = due.source.stored().and_then(|id| ctx.book.get(id));
        let name = match (stored, contact) {
            (Some(follow_up), _) => tidy(&items::who(ctx, follow_up)),
            (None, Some(contact)) => tidy(&items::person(ctx, contact)),
            (None, None) => String::new(),
        };
        let second = match (due.kind, due.reason) {
            // The event of a thank-you stands above the group; the row says who the person is.
            (FollowUpKind::ThankYou, _) => contact.and_then(|id| items::company(ctx, id)).unwrap_or_default(),
            (FollowUpKind::Birthday, _) => birthday_words(ctx, due),
            (_, Reason::KeepInTouch { .. } | Reason::MeetInPerson) => last_words(ctx, contact),
            (_, Reason::Amends { .. } | Reason::Event(_)) => due.about(telling),
            _ => stored.map(|follow_up| items::second_line(ctx, follow_up)).unwrap_or_default(),
        };
        let second = tidy(&second);
        let days = (ctx.today - due.due_on).num_days();
        let (late, tone) = match (due.state, due.reason) {
            (DueState::Due, Reason::KeepInTouch { .. }) if days > 0 => {
                (texts.today_touch_due(days), Tone::Due)
            }
            (DueState::Due, Reason::KeepInTouch { .. }) => (texts.today_touch_today().to_owned(), Tone::Due),
            (DueState::Overdue, Reason::KeepInTouch { .. }) => {
                let latest = due.latest_on.unwrap_or(due.due_on);
                (texts.today_touch_late((ctx.today - latest).num_days()), Tone::Late)
            }
            (DueState::Overdue, _) => (texts.common_days_late(days), Tone::Late),
            _ => (String::new(), Tone::Calm),
        };
        let kind = due.kind.words(texts);
        let parts = [name.as_str(), second.as_str(), late.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let spoken = texts.calendar_pill(kind, &parts.join(", "));
        let person = contact.and_then(|id| ctx.book.get(id)).filter(|_| due.contacts.len() == 1);
        let filled = |line: Option<&crate::model::Labelled>| {
            line.map(|line| line.value.trim().to_owned()).filter(|line| !line.is_empty())
        };
        Self {
            source: due.source,
            kind: due.kind,
            contact,
            contacts: due.contacts.clone(),
            second,
            late,
            tone,
            action: match stored {
                Some(follow_up) if follow_up.rule() == Some(Rule::OrganizerCare) => Action::Look,
                Some(follow_up) if is_written(follow_up) => Action::MakeAmends,
                _ if contact.is_none() => Action::Done,
                Some(follow_up) if follow_up.opt_in.is_some() => Action::AskFirst,
                _ => action_of(due.kind, due.reason),
            },
            mail: person.and_then(|person| filled(person.emails.first())),
            phone: person.and_then(|person| filled(person.phones.first())),
            why: due.why(telling),
            spoken,
            day: None,
            name,
        }
    }

    /// Carries out the one action. Returns whether the mail program was opened, so that the row asks next whether it was
    /// sent; `written`: it was before.
    pub fn act(&self, ctx: &mut ViewCtx<'_>, written: bool) -> bool {
        if self.go_to_event(ctx) {
            return false;
        }
        let Some(contact) = self.contact else {
            self.done(ctx);
            return false;
        };
        match (self.action, &self.mail) {
            (Action::Review, _) => ctx.open(Sheet::Review(contact)),
            (Action::Introduce | Action::AskFirst, _) => match request_of(ctx, self.source) {
                Some(request) => ctx.open(Sheet::Request(request)),
                None => ctx.open(Sheet::Introduction(contact)),
            },
            (Action::Write, _) if self.kind == FollowUpKind::ThankYou && self.source.stored().is_some() => {
                ctx.open(Sheet::Thanks(contact));
            }
            (Action::Suggest, _) => self.another_day(ctx, self.day),
            (Action::Done, _) => self.done(ctx),
            (action, _) if action.writes() && written => self.sent(ctx),
            (Action::Ask | Action::Tell, mail) if self.opens_letter(ctx, mail.is_some()) => {}
            (action, Some(address)) if action.writes() => {
                ctx.ask(Command::OpenLink(mail_link(address)));
                return true;
            }
            (Action::Tell, None) => self.done(ctx),
            _ => self.log(ctx),
        }
        false
    }

    /// What is said about a passed-on card, a lead or an introduction stands in a letter already. Returns whether it opened.
    fn opens_letter(&self, ctx: &mut ViewCtx<'_>, by_mail: bool) -> bool {
        let reason = self.source.stored().and_then(|id| ctx.book.get(id)).map(|it| it.reason);
        match reason {
            Some(Reason::Introduction(introduction)) => ctx.open(Sheet::OptIn(introduction)),
            // Without an address it is said by telephone or face to face.
            Some(Reason::Referral(referral)) if by_mail && ctx.book.get(referral).is_some() => {
                ctx.open(Sheet::Request(RequestOf::Referral(self.source)));
            }
            _ => return false,
        }
        true
    }

    /// What concerns an event as a whole is done on its page or by a letter to its organiser. Returns whether it is that.
    fn go_to_event(&self, ctx: &mut ViewCtx<'_>) -> bool {
        let Some(follow_up) = self.source.stored().and_then(|id| ctx.book.get(id)) else { return false };
        match (self.action, follow_up.reason, Amends::of(follow_up)) {
            (Action::Look, Reason::Event(event), _) => ctx.ask(Command::ShowEvent(event)),
            (Action::MakeAmends, _, Some((event, part))) => {
                let Some(status) = ctx.book.get(event).map(|event| event.status) else { return false };
                let occasion = Occasion::of(part, status);
                ctx.open(Sheet::EventLetter { event, occasion, part: Some(part) });
            }
            _ => return false,
        }
        true
    }

    /// It is done, without a record of how. Whether somebody agrees is not said in one press.
    pub fn done(&self, ctx: &mut ViewCtx<'_>) {
        if let Some(sheet) = Sheet::of_ask(ctx.book, self.source) {
            ctx.open(sheet);
            return;
        }
        ctx.edit(Edit::CompleteFollowUp { follow_up: self.source, encounter: None });
    }

    /// It was written and sent: an e-mail of today.
    fn sent(&self, ctx: &mut ViewCtx<'_>) {
        let encounter = Encounter {
            kind: EncounterKind::Email,
            direction: Direction::FromMe,
            on: ctx.today,
            contacts: self.contacts.iter().copied().collect(),
            ..Encounter::default()
        };
        ctx.edit(Edit::CompleteFollowUp { follow_up: self.source, encounter: Some(Box::new(encounter)) });
    }

    /// Opens the sheet that logs how it was done.
    pub fn log(&self, ctx: &mut ViewCtx<'_>) {
        ctx.open(Sheet::LogEncounter { contacts: self.contacts.clone(), completes: Some(self.source) });
    }

    /// Moves it so many days from today.
    pub fn snooze(&self, ctx: &mut ViewCtx<'_>, days: u64) {
        let to = ctx.today.checked_add_days(chrono::Days::new(days)).unwrap_or(ctx.today);
        ctx.edit(Edit::MoveFollowUps { follow_ups: vec![self.source], to });
    }

    /// Gives it up.
    pub fn drop(&self, ctx: &mut ViewCtx<'_>, reason: &str) {
        ctx.edit(Edit::DropFollowUp { follow_up: self.source, reason: reason.trim().to_owned() });
    }

    /// Opens the sheet in which the day and everything else is changed.
    pub fn another_day(&self, ctx: &mut ViewCtx<'_>, day: Option<NaiveDate>) {
        let week = ctx.today.checked_add_days(chrono::Days::new(7));
        ctx.open(Sheet::FollowUp(FollowUpDraft {
            source: Some(self.source),
            kind: self.kind,
            contacts: self.contacts.clone(),
            due_on: day.or(week),
        }));
    }
}

/// The letter about an introduction for which a follow-up asks, if it does.
pub(in crate::gui::views) fn request_of(ctx: &ViewCtx<'_>, source: DueSource) -> Option<RequestOf> {
    if let Some(Sheet::Request(request)) = Sheet::of_ask(ctx.book, source) {
        return Some(request);
    }
    let follow_up = ctx.book.get(source.stored()?)?;
    match (follow_up.kind, follow_up.reason) {
        (FollowUpKind::Introduce, Reason::Introduction(introduction)) => {
            Some(RequestOf::Introduce { introduction, source: Some(source) })
        }
        _ => None,
    }
}

/// Whether it is a part of amends for which there is a letter.
fn is_written(follow_up: &FollowUp) -> bool {
    Amends::of(follow_up).is_some_and(|(_, part)| part != Amends::Step(AmendsStep::Fee))
}

fn action_of(kind: FollowUpKind, reason: Reason) -> Action {
    match (kind, reason) {
        (_, Reason::MeetInPerson) => Action::Suggest,
        (_, Reason::KeepInTouch { .. }) => Action::Touch,
        (_, Reason::Amends { step: AmendsStep::Fee, .. }) => Action::Done,
        (FollowUpKind::ThankYou, _) => Action::Write,
        (FollowUpKind::Review, _) => Action::Review,
        (FollowUpKind::TellOwner, _) => Action::Tell,
        (FollowUpKind::Introduce, _) => Action::Introduce,
        (FollowUpKind::Message, Reason::Introduction(_) | Reason::Referral(_)) => Action::Ask,
        (FollowUpKind::Message, _) => Action::Write,
        (FollowUpKind::Call | FollowUpKind::Meet, _) => Action::Log,
        (FollowUpKind::Amends, _) => Action::MakeAmends,
        (FollowUpKind::Birthday, _) => Action::Congratulate,
        (FollowUpKind::Other, _) => Action::Done,
    }
}

/// "Tomorrow, turns 40".
fn birthday_words(ctx: &ViewCtx<'_>, due: &Due) -> String {
    use chrono::Datelike as _;
    let mut words = ctx.texts.relative_day(due.due_on, ctx.today);
    let person = due.contacts.first().and_then(|id| ctx.book.get(*id));
    let born = person.and_then(|person| person.human.birthday).and_then(|birthday| birthday.year);
    if let Some(born) = born.filter(|born| *born < due.due_on.year()) {
        let age = ctx.texts.locale().number(i64::from(due.due_on.year() - born));
        words = [words, ctx.texts.today_turns(&age)].join(ctx.texts.locale().comma());
    }
    words
}

/// "4 contacts, last 3 weeks ago".
fn last_words(ctx: &ViewCtx<'_>, contact: Option<Id<Contact>>) -> String {
    let Some(contact) = contact else { return String::new() };
    let count = ctx.index.links.contact(contact).encounters.len();
    match last_contact_on(ctx.book, ctx.index, contact, ctx.today) {
        Some(last) => ctx.texts.today_contacts_since(count as i64, &ctx.texts.relative_day(last, ctx.today)),
        None => items::company(ctx, contact).unwrap_or_default(),
    }
}
