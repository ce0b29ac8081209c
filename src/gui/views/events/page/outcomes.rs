//! What came of the event: cards passed on and introductions of the people met.
//!
//! Start reading at [`ui`].

use chrono::NaiveDate;
use eframe::egui::{self, Ui};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::views::ledger;
use crate::gui::views::referrals::{introduction_dot, introduction_word, referral_kind, referral_word};
use crate::gui::widgets::{paint_icon, section_header};
use crate::model::*;

/// One line of what came of it.
pub(super) struct Outcome {
    icon: &'static str,
    words: String,
    state: String,
    dot: Dot,
    contact: Id<Contact>,
}

enum Dot {
    Referral(ReferralState),
    Introduction(IntroductionState),
}

/// Outcomes that are shown; the ledger has all.
const OUTCOMES: usize = 8;

/// Draws the section.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, outcomes: &[Outcome]) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    section_header(ui, texts.events_outcomes(), None);
    if outcomes.is_empty() {
        ui.add(egui::Label::new(text::rich(texts.events_outcomes_none(), TextKind::Body, p.text2)).wrap());
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for outcome in outcomes {
            outcome_ui(ctx, ui, outcome);
        }
    });
}

fn outcome_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, outcome: &Outcome) {
    let p = Palette::of(ui);
    let selected = ctx.selection.contact == Some(outcome.contact);
    let (rect, response) = ledger::row(ui, &outcome.words, selected);
    let cells = ledger::cells(rect, &[18.0, -1.0, 150.0]);
    paint_icon(ui.painter(), cells[0].center(), outcome.icon, Weight::Regular, 16.0, p.text2);
    ledger::put(ui.painter(), cells[1], &outcome.words, TextKind::Body, p.text);
    let dot = match outcome.dot {
        Dot::Referral(state) => referral_kind(state).color(p),
        Dot::Introduction(state) => introduction_dot(p, state),
    };
    ledger::state(ui.painter(), cells[2], &outcome.state, dot, p.text2);
    if response.clicked() {
        ctx.select(outcome.contact);
    }
}

/// Who introduced whom, in a sentence.
pub(super) fn introduction_words(ctx: &ViewCtx<'_>, introduction: &Introduction) -> String {
    let texts = ctx.texts;
    let name = |party: Party| match party {
        Party::Me => texts.common_you().to_owned(),
        Party::Contact(id) => ctx.book.get(id).map(|contact| contact.display_name()).unwrap_or_default(),
    };
    let (who, a, b) = (introduction.introducer, introduction.a, introduction.b);
    if !introduction.is_made() {
        return match (who, a.contact(), b.contact()) {
            (Party::Me, ..) => texts.events_outcome_to_introduce(&name(a), &name(b)),
            (_, Some(_), None) => texts.events_outcome_to_introduce_to_me(&name(a), &name(who)),
            (_, None, Some(_)) => texts.events_outcome_to_introduce_to_me(&name(b), &name(who)),
            _ => texts.events_outcome_to_introduce_by(&name(a), &name(who), &name(b)),
        };
    }
    match (who, a.contact(), b.contact()) {
        (Party::Me, ..) => texts.events_outcome_introduced(&name(a), &name(b)),
        (_, Some(_), None) => texts.events_outcome_introduced_to_me(&name(a), &name(who)),
        (_, None, Some(_)) => texts.events_outcome_introduced_to_me(&name(b), &name(who)),
        _ => texts.events_outcome_introduced_by(&name(a), &name(who), &name(b)),
    }
}

/// Cards passed on and introductions of the people met, since the event.
pub(super) fn outcomes_of(ctx: &ViewCtx<'_>, event: &Event) -> Vec<Outcome> {
    let people = &ctx.index.links.event(event.id).contacts;
    let since = |day: Option<NaiveDate>| event.starts_on.zip(day).is_none_or(|(event, day)| day >= event);
    let texts = ctx.texts;
    let name = |party: Party| match party {
        Party::Me => texts.common_you().to_owned(),
        Party::Contact(id) => ctx.book.get(id).map(|contact| contact.display_name()).unwrap_or_default(),
    };
    let links = |id: &Id<Contact>| ctx.index.links.contact(*id);
    let referrals: std::collections::BTreeSet<Id<Referral>> =
        people.iter().flat_map(|id| links(id).referred.iter().chain(&links(id).received)).copied().collect();
    let introductions: std::collections::BTreeSet<Id<Introduction>> =
        people.iter().flat_map(|id| &links(id).introductions).copied().collect();
    let mut dated = Vec::new();
    for referral in referrals.into_iter().filter_map(|id| ctx.book.get(id)) {
        let day = referral.last_step_on();
        if !since(day) {
            continue;
        }
        let subject = name(Party::Contact(referral.subject));
        let words = if referral.recipient == Party::Me {
            texts.events_outcome_lead(&name(referral.giver), &subject)
        } else {
            texts.events_outcome_passed_on(&subject, &name(referral.recipient))
        };
        dated.push((
            day,
            Outcome {
                icon: icons::PAPER_PLANE_TILT,
                words,
                state: referral_word(texts, referral.state).to_owned(),
                dot: Dot::Referral(referral.state),
                contact: referral.subject,
            },
        ));
    }
    for introduction in introductions.into_iter().filter_map(|id| ctx.book.get(id)) {
        if !since(introduction.on) {
            continue;
        }
        // Those that were made there have a section of their own.
        if introduction.event == Some(event.id) {
            continue;
        }
        let words = introduction_words(ctx, introduction);
        let Some(contact) = introduction.a.contact().or(introduction.b.contact()) else { continue };
        dated.push((
            introduction.on,
            Outcome {
                icon: icons::USERS_THREE,
                words,
                state: introduction_word(texts, introduction.state).to_owned(),
                dot: Dot::Introduction(introduction.state),
                contact,
            },
        ));
    }
    dated.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    dated.into_iter().take(OUTCOMES).map(|(_, outcome)| outcome).collect()
}
