//! What the rows say: filtered, sorted and formatted once for each state of the book.

use std::cmp::Reverse;

use super::Filter;
use crate::gui::ctx::ViewCtx;
use crate::index::SearchResult;
use crate::model::{Contact, Id, Introduction, IntroductionState, Party, Referral, ReferralState};

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
    pub next: Option<ReferralState>,
    pub last_step: String,
    pub owner_must_be_told: bool,
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

/// The state that comes next: whoever did not give the card has no owner to tell.
pub(in crate::gui::views) fn next_of(referral: &Referral) -> Option<ReferralState> {
    let mine = referral.giver == Party::Me;
    ReferralState::ALL
        .into_iter()
        .find(|state| *state > referral.state && (mine || *state != ReferralState::OwnerTold))
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
    pub(super) fn of(ctx: &ViewCtx<'_>, filter: Filter) -> Self {
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
            lines.extend(
                referrals
                    .into_iter()
                    .map(|referral| Line::Referral(Box::new(ReferralRow::of(ctx, referral)))),
            );
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
        Self {
            id: referral.id,
            subject: referral.subject,
            need: words.first().copied().unwrap_or_default().replace('\n', " "),
            state: referral.state,
            next: next_of(referral),
            last_step: day.map(|day| texts.locale().day_near(day, ctx.today)).unwrap_or_default(),
            owner_must_be_told: referral.owner_must_be_told(),
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
            name,
        }
    }
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
