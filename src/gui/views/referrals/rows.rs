//! What the rows say: filtered, sorted and formatted once for each state of the book.

use std::cmp::Reverse;

use super::{Filter, state_word};
use crate::gui::ctx::ViewCtx;
use crate::gui::views::words::outcome_label;
use crate::index::{SearchResult, money_text};
use crate::model::{Contact, Id, Introduction, IntroductionState, Outcome, Party, Referral, ReferralState};
use crate::text::Texts;
use crate::text::fold::fold;

/// By which column the referrals are sorted, and which way round. Open promises stay on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sort {
    /// Of the table, from 0.
    pub column: usize,
    pub is_reversed: bool,
}

impl Sort {
    /// The column with the day of the newest step, in which the newest stands first.
    const LAST: usize = 4;

    /// The order after a heading was pressed: the other way round when it was the one already.
    pub(super) fn pressed(self, column: usize) -> Self {
        match column == self.column {
            true => Self { is_reversed: !self.is_reversed, ..self },
            false => Self { column, is_reversed: column == Self::LAST },
        }
    }
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: Self::LAST, is_reversed: true }
    }
}

/// All rows under the present filter.
pub(super) struct Ledger {
    pub lines: Vec<Line>,
    /// How many referrals each filter has, introductions left aside.
    pub counts: [String; 4],
}

/// A heading or a row.
pub(super) enum Line {
    Referrals,
    Referral(Box<ReferralRow>),
    Introductions,
    Introduction(Box<IntroductionRow>),
}

/// A card passed on or a lead received.
pub(super) struct ReferralRow {
    pub id: Id<Referral>,
    pub subject: Id<Contact>,
    pub name: String,
    pub way: String,
    pub need: String,
    pub state: ReferralState,
    pub state_word: String,
    pub next: Option<(ReferralState, String)>,
    /// The states that it goes through.
    pub course: &'static [ReferralState],
    /// What came of it in a word, and what it was worth.
    pub outcome: String,
    pub last_step: String,
    pub owner_must_be_told: bool,
    /// To whom I thought of giving it: the sheet for passing on opens with them.
    pub thought_of: Option<Id<Contact>>,
    /// As a screen reader says it.
    pub spoken: String,
    /// Everything at length, for the tooltip.
    pub full: String,
    pub more: String,
}

/// An introduction.
pub(super) struct IntroductionRow {
    pub id: Id<Introduction>,
    /// Who is shown when the row is chosen.
    pub contact: Option<Id<Contact>>,
    pub name: String,
    pub by: String,
    pub note: String,
    pub state: IntroductionState,
    pub next: Option<IntroductionState>,
    pub on: String,
    pub more: String,
    /// Both are asked before it is made, by me.
    pub is_planned: bool,
}

/// Whether a filter lets a referral through.
fn passes(filter: Filter, referral: &Referral) -> bool {
    match filter {
        Filter::All => true,
        Filter::Given => referral.giver == Party::Me,
        Filter::Received => referral.recipient == Party::Me,
        Filter::OwnerNotTold => referral.owner_must_be_told(),
    }
}

fn passes_introduction(filter: Filter, introduction: &Introduction) -> bool {
    match filter {
        Filter::All => true,
        Filter::Given => introduction.introducer == Party::Me,
        Filter::Received => introduction.a == Party::Me || introduction.b == Party::Me,
        Filter::OwnerNotTold => false,
    }
}

/// The state that comes next.
pub(in crate::gui::views) fn next_of(referral: &Referral) -> Option<ReferralState> {
    referral.next()
}

/// For whom a card of which I only thought so far is meant.
pub(super) fn thought_of(referral: &Referral) -> Option<Id<Contact>> {
    let is_mine = referral.state == ReferralState::Considered && referral.giver == Party::Me;
    referral.recipient.contact().filter(|_| is_mine)
}

/// How something can have ended is chosen in the menu: the next step does not decide it.
pub(in crate::gui::views) fn next_of_introduction(state: IntroductionState) -> Option<IntroductionState> {
    match state {
        IntroductionState::Promised => Some(IntroductionState::AskedOne),
        IntroductionState::AskedOne => Some(IntroductionState::BothAgreed),
        IntroductionState::BothAgreed => Some(IntroductionState::Made),
        IntroductionState::Made => Some(IntroductionState::TheyMet),
        IntroductionState::TheyMet => Some(IntroductionState::LedToWork),
        IntroductionState::LedToWork | IntroductionState::CameToNothing => None,
    }
}

/// An open promise first, then by the newest step.
fn order(referral: &Referral) -> impl Ord + use<> {
    (Reverse(referral.owner_must_be_told()), Reverse(referral.last_step_on()), Reverse(referral.id))
}

fn finds(found: Option<&SearchResult>, parties: &[Party]) -> bool {
    found.is_none_or(|found| {
        parties.iter().filter_map(|party| party.contact()).any(|contact| found.matches(contact))
    })
}

impl Ledger {
    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The referrals, in their order.
    pub(super) fn referrals(&self) -> impl Iterator<Item = &ReferralRow> {
        self.lines.iter().filter_map(|line| match line {
            Line::Referral(row) => Some(&**row),
            _ => None,
        })
    }

    pub(super) fn of(ctx: &ViewCtx<'_>, filter: Filter, sort: Sort) -> Self {
        let found = ctx.search.found.as_deref();
        let mut referrals: Vec<&Referral> = ctx
            .book
            .referrals
            .values()
            .map(|referral| &**referral)
            .filter(|referral| {
                finds(found, &[Party::Contact(referral.subject), referral.giver, referral.recipient])
            })
            .collect();
        let counts = Filter::ALL.map(|filter| {
            let count = referrals.iter().filter(|referral| passes(filter, referral)).count();
            ctx.texts.locale().number(count as i64)
        });
        referrals.retain(|referral| passes(filter, referral));
        referrals.sort_by_key(|referral| order(referral));
        let mut introductions: Vec<&Introduction> = ctx
            .book
            .introductions
            .values()
            .map(|introduction| &**introduction)
            .filter(|introduction| passes_introduction(filter, introduction))
            .filter(|introduction| finds(found, &introduction.parties()))
            .collect();
        introductions.sort_by_key(|introduction| Reverse((introduction.on, introduction.id)));
        let mut lines = Vec::new();
        if !referrals.is_empty() {
            lines.push(Line::Referrals);
            let mut rows: Vec<ReferralRow> =
                referrals.into_iter().map(|referral| ReferralRow::of(ctx, referral)).collect();
            sort_rows(&mut rows, sort);
            lines.extend(rows.into_iter().map(|row| Line::Referral(Box::new(row))));
        }
        if !introductions.is_empty() {
            lines.push(Line::Introductions);
            lines.extend(
                introductions
                    .into_iter()
                    .map(|introduction| Line::Introduction(Box::new(IntroductionRow::of(ctx, introduction)))),
            );
        }
        Self { lines, counts }
    }
}

/// Brings the rows, which stand by the newest step, into another order. A sort keeps what it leaves equal.
fn sort_rows(rows: &mut [ReferralRow], sort: Sort) {
    let by = |row: &ReferralRow| match sort.column {
        0 => fold(&row.name),
        1 => fold(&row.way),
        2 => fold(&row.need),
        _ => String::new(),
    };
    match (sort.column, sort.is_reversed) {
        (Sort::LAST, true) => {}
        (Sort::LAST, false) => rows.reverse(),
        (3, _) => rows.sort_by_key(|row| row.state),
        _ => rows.sort_by_cached_key(by),
    }
    if sort.is_reversed && sort.column != Sort::LAST {
        rows.reverse();
    }
    rows.sort_by_key(|row| !row.owner_must_be_told);
}

fn party(ctx: &ViewCtx<'_>, party: Party) -> String {
    match party {
        Party::Me => ctx.texts.common_you().to_owned(),
        Party::Contact(id) => ctx
            .book
            .get(id)
            .map(|contact| contact.display_name())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| ctx.texts.common_without_name().to_owned()),
    }
}

impl ReferralRow {
    fn of(ctx: &ViewCtx<'_>, referral: &Referral) -> Self {
        let texts = ctx.texts;
        let name = party(ctx, Party::Contact(referral.subject));
        let way = format!("{} → {}", party(ctx, referral.giver), party(ctx, referral.recipient));
        let words: Vec<&str> = [referral.need_text.trim(), referral.comment.trim()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        let day = referral.last_step_on();
        let mut full = format!("{name}\n{way}");
        for words in &words {
            full.push('\n');
            full.push_str(words);
        }
        let state_word = state_word(texts, referral, referral.state).to_owned();
        let mut spoken = format!("{name}, {way}, {state_word}");
        if referral.owner_must_be_told() {
            spoken = texts.referrals_spoken_untold(&spoken);
        }
        Self {
            id: referral.id,
            spoken,
            subject: referral.subject,
            need: words.first().copied().unwrap_or_default().replace('\n', " "),
            state: referral.state,
            next: referral.next().map(|next| (next, super::state_word(texts, referral, next).to_owned())),
            state_word,
            course: referral.course(),
            outcome: referral.outcome.as_ref().map(|it| outcome_words(it, texts)).unwrap_or_default(),
            last_step: day.map(|day| texts.locale().day_near(day, ctx.today)).unwrap_or_default(),
            owner_must_be_told: referral.owner_must_be_told(),
            thought_of: thought_of(referral),
            full,
            more: texts.referrals_more_of(&name),
            name,
            way,
        }
    }
}

impl IntroductionRow {
    fn of(ctx: &ViewCtx<'_>, introduction: &Introduction) -> Self {
        let texts = ctx.texts;
        let (a, b) = (introduction.a, introduction.b);
        let name = texts.referrals_pair(&party(ctx, a), &party(ctx, b));
        let contact = a.contact().or(b.contact()).or(introduction.introducer.contact());
        Self {
            id: introduction.id,
            contact,
            by: match introduction.introducer {
                Party::Me => texts.referrals_introduced_by_you().to_owned(),
                other => texts.referrals_introduced_by(&party(ctx, other)),
            },
            note: introduction.note.trim().replace('\n', " "),
            state: introduction.state,
            next: next_of_introduction(introduction.state),
            on: introduction.on.map(|day| texts.locale().day_near(day, ctx.today)).unwrap_or_default(),
            more: texts.referrals_more_of(&name),
            is_planned: introduction.introducer == Party::Me && !introduction.is_made(),
            name,
        }
    }
}

/// "Led to work · 1,200 €".
fn outcome_words(outcome: &Outcome, texts: &Texts) -> String {
    let mut words = outcome_label(outcome.kind, texts).to_owned();
    if let Some(money) = &outcome.value {
        words = format!("{words} · {}", money_text(money, texts.locale()));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ReferralStep;

    fn given(state: ReferralState, day: u32) -> Referral {
        let on = chrono::NaiveDate::from_ymd_opt(2026, 10, day).expect("a date");
        let steps = vec![ReferralStep { state, on }];
        Referral { recipient: Party::Contact(Id::new(2)), state, steps, ..Referral::default() }
    }

    #[test]
    fn a_promise_stands_on_top_until_it_is_kept() {
        let mut open = given(ReferralState::PassedOn, 1);
        let newer = given(ReferralState::Considered, 9);
        assert!(order(&open) < order(&newer));
        open.owner_told_on = open.last_step_on();
        assert!(order(&open) > order(&newer));
    }

    #[test]
    fn a_lead_has_no_owner_to_tell() {
        let mut referral = given(ReferralState::PassedOn, 1);
        assert_eq!(next_of(&referral), Some(ReferralState::OwnerTold));
        referral.giver = Party::Contact(Id::new(3));
        referral.recipient = Party::Me;
        assert_eq!(next_of(&referral), Some(ReferralState::TheyMet));
        assert!(!passes(Filter::Given, &referral) && passes(Filter::Received, &referral));
        referral.state = ReferralState::Thanked;
        assert_eq!(next_of(&referral), None);
    }
}
