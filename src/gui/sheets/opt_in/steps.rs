//! How far the four steps of an introduction are, read from the book.

use chrono::NaiveDate;

use super::{is_asking_after, knot_of};
use crate::gui::ctx::ViewCtx;
use crate::gui::widgets::Knot;
use crate::model::{
    Contact, DueSource, FollowUp, FollowUpKind, FollowUpState, Id, Introduction, IntroductionState, Reason,
    Rule,
};

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// It comes when those before it are done.
    Ahead,
    /// It is to be done.
    Open,
    /// Somebody was asked; the answer is awaited.
    Asked,
    /// It is done.
    Done,
    /// It will not be: somebody does not want it.
    Off,
}

/// A step as the list shows it.
pub(super) struct Step {
    pub status: Status,
    /// The follow-up that asks for it, while it is open.
    pub source: Option<DueSource>,
    /// "Asked on 14 Oct; look for an answer tomorrow".
    pub words: String,
    pub is_late: bool,
}

impl Step {
    pub(super) fn knot(&self) -> Knot {
        knot_of(self.status)
    }
}

/// What one of the two knows and said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Side {
    /// The book knows whether they were asked; those from before `given_up` do not, of one that ended.
    pub is_known: bool,
    /// They were asked: they have read the name of the other.
    pub was_asked: bool,
    /// Whether they agree, once they have said so.
    pub answer: Option<bool>,
}

/// The four steps.
pub(super) struct Steps {
    pub all: [Step; 4],
    /// Nothing is planned yet.
    pub is_new: bool,
    /// The step that comes next.
    pub next: usize,
    pub sides: [Side; 2],
    /// It came to nothing before it was made.
    pub is_off: bool,
}

impl Steps {
    /// Which side said no.
    pub(super) fn declined(&self) -> Option<usize> {
        self.sides.iter().position(|side| side.answer == Some(false))
    }

    /// Whether one of the two was not asked, as far as the book knows.
    pub(super) fn is_unasked(&self, side: usize) -> bool {
        self.sides.get(side).is_some_and(|side| side.is_known && !side.was_asked)
    }

    pub(super) fn of(
        ctx: &ViewCtx<'_>,
        introduction: Option<Id<Introduction>>,
        sides: [Id<Contact>; 2],
        days: [Option<NaiveDate>; 3],
    ) -> Self {
        let texts = ctx.texts;
        let near = |day| texts.locale().day_near(day, ctx.today);
        let Some(record) = introduction.and_then(|id| ctx.book.get(id)) else {
            let step = |place: usize| Step {
                status: if place == 0 { Status::Open } else { Status::Ahead },
                source: None,
                words: match days.get(place) {
                    Some(day) => day.map(near).unwrap_or_default(),
                    None => {
                        let after = u64::from(ctx.book.header.days(Rule::AskAfter));
                        let day = days[2].and_then(|day| day.checked_add_days(chrono::Days::new(after)));
                        day.filter(|_| ctx.book.header.is_on(Rule::AskAfter)).map(near).unwrap_or_default()
                    }
                },
                is_late: false,
            };
            let sides = [Side::default(); 2];
            return Self { all: [0, 1, 2, 3].map(step), is_new: true, next: 0, sides, is_off: false };
        };
        let id = record.id;
        let all = || ctx.book.follow_ups.values().map(|it| &**it);
        let is_ask =
            |place: usize| move |it: &&FollowUp| it.opt_in == Some(id) && it.contacts.contains(&sides[place]);
        let asks = [0, 1].map(|place| all().find(is_ask(place)));
        let sides = asks.map(|ask| Side {
            is_known: ask.is_some(),
            was_asked: ask.is_some_and(FollowUp::was_asked),
            answer: ask.and_then(FollowUp::answer),
        });
        let declined = sides.iter().position(|side| side.answer == Some(false));
        // Books from before `never_made` know it from who said no.
        let is_off =
            record.state == IntroductionState::CameToNothing && (record.never_made || declined.is_some());
        let ask_step = |place: usize| {
            let (status, words) = match asks[place].map(|it| (&it.state, it.asked_on, it.due_on)) {
                Some((FollowUpState::Done { on, .. }, ..)) => {
                    (Status::Done, texts.passon_agreed_on(&near(*on)))
                }
                Some((FollowUpState::Dropped { on, .. }, ..)) if sides[place].answer == Some(false) => {
                    (Status::Off, texts.passon_declined_on(&near(*on)))
                }
                Some((FollowUpState::Dropped { .. }, Some(asked), _)) => {
                    (Status::Off, texts.passon_asked_then_off(&near(asked)))
                }
                Some((FollowUpState::Dropped { .. }, None, _)) => {
                    (Status::Off, texts.passon_not_asked().to_owned())
                }
                Some((FollowUpState::Open, Some(asked), due)) => {
                    let due = texts.relative_due(due, ctx.today);
                    (Status::Asked, texts.passon_asked_on(&near(asked), &due))
                }
                Some((FollowUpState::Open, None, due)) => (Status::Open, texts.relative_due(due, ctx.today)),
                None if record.state.is_made() && !is_off => (Status::Done, String::new()),
                None if is_off => (Status::Off, texts.passon_not_asked().to_owned()),
                None => (Status::Ahead, String::new()),
            };
            step(ctx, asks[place], status, words)
        };
        let reason = Reason::Introduction(id);
        let promise = all().find(|it| it.reason == reason && it.kind == FollowUpKind::Introduce);
        let (status, words) = match record.on.filter(|_| record.state.is_made()) {
            _ if is_off => (Status::Off, String::new()),
            Some(on) => (Status::Done, texts.passon_introduced_on(&near(on))),
            None if record.state.is_made() => (Status::Done, String::new()),
            None if record.state == IntroductionState::BothAgreed => (Status::Open, due_of(ctx, promise)),
            None => (Status::Ahead, due_of(ctx, promise)),
        };
        let introduce = step(ctx, promise, status, words);
        let after = all().find(|it| it.reason == reason && is_asking_after(it.kind));
        let (status, words) = match record.state {
            _ if is_off => (Status::Off, String::new()),
            IntroductionState::TheyMet => (Status::Done, texts.common_referral_met().to_owned()),
            IntroductionState::LedToWork => (Status::Done, texts.common_outcome_led_to_work().to_owned()),
            IntroductionState::CameToNothing => (Status::Done, texts.common_outcome_nothing().to_owned()),
            IntroductionState::Made => match after.map(|it| &it.state) {
                Some(FollowUpState::Done { on, .. }) => {
                    (Status::Asked, texts.passon_asked_after_on(&near(*on)))
                }
                _ => (Status::Open, due_of(ctx, after)),
            },
            _ => (Status::Ahead, String::new()),
        };
        let all = [ask_step(0), ask_step(1), introduce, step(ctx, after, status, words)];
        let next = all.iter().position(|step| step.status == Status::Open);
        let next = next.or_else(|| all.iter().position(|step| step.status == Status::Asked));
        // Of one that ended, whoever can be written to: who said no first, then who was asked.
        let known = declined.or_else(|| sides.iter().position(|side| side.was_asked)).filter(|_| is_off);
        Self { next: next.or(known).unwrap_or(3), all, is_new: false, sides, is_off }
    }
}

fn due_of(ctx: &ViewCtx<'_>, follow_up: Option<&FollowUp>) -> String {
    let open = follow_up.filter(|it| it.is_open());
    open.map(|it| ctx.texts.relative_due(it.due_on, ctx.today)).unwrap_or_default()
}

fn step(ctx: &ViewCtx<'_>, follow_up: Option<&FollowUp>, status: Status, words: String) -> Step {
    let open = follow_up.filter(|it| it.is_open());
    Step {
        status,
        source: open.map(|it| DueSource::Stored(it.id)),
        words,
        is_late: open.is_some_and(|it| it.due_on < ctx.today) && status != Status::Ahead,
    }
}
