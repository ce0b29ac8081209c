//! How far the four steps of an introduction are, read from the book.

use super::super::day_field::DayField;
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

/// The four steps.
pub(super) struct Steps {
    pub all: [Step; 4],
    /// Nothing is planned yet.
    pub is_new: bool,
    /// The step that comes next.
    pub next: usize,
    /// Which side said no.
    pub declined: Option<usize>,
}

impl Steps {
    pub(super) fn of(
        ctx: &ViewCtx<'_>,
        introduction: Option<Id<Introduction>>,
        sides: [Id<Contact>; 2],
        days: &[DayField; 3],
    ) -> Self {
        let texts = ctx.texts;
        let near = |day| texts.locale().day_near(day, ctx.today);
        let Some(record) = introduction.and_then(|id| ctx.book.get(id)) else {
            let step = |place: usize| Step {
                status: if place == 0 { Status::Open } else { Status::Ahead },
                source: None,
                words: match days.get(place) {
                    Some(day) => day.day().map(near).unwrap_or_default(),
                    None => {
                        let after = u64::from(ctx.book.header.days(Rule::AskAfter));
                        let day =
                            days[2].day().and_then(|day| day.checked_add_days(chrono::Days::new(after)));
                        day.filter(|_| ctx.book.header.is_on(Rule::AskAfter)).map(near).unwrap_or_default()
                    }
                },
                is_late: false,
            };
            return Self { all: [0, 1, 2, 3].map(step), is_new: true, next: 0, declined: None };
        };
        let id = record.id;
        let all = || ctx.book.follow_ups.values().map(|it| &**it);
        let is_ask =
            |place: usize| move |it: &&FollowUp| it.opt_in == Some(id) && it.contacts.contains(&sides[place]);
        let asks = [0, 1].map(|place| all().find(is_ask(place)));
        let declined = asks
            .iter()
            .position(|ask| ask.is_some_and(|it| matches!(it.state, FollowUpState::Dropped { .. })));
        let is_off = record.state == IntroductionState::CameToNothing && declined.is_some();
        let ask_step = |place: usize| {
            let (status, words) = match asks[place].map(|it| (&it.state, it.asked_on, it.due_on)) {
                Some((FollowUpState::Done { on, .. }, ..)) => {
                    (Status::Done, texts.passon_agreed_on(&near(*on)))
                }
                Some((FollowUpState::Dropped { on, .. }, ..)) => {
                    (Status::Off, texts.passon_declined_on(&near(*on)))
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
        Self { next: next.or(declined).unwrap_or(3), all, is_new: false, declined }
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
