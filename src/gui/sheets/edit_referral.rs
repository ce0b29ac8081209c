//! Changes what was written about a card that was passed on or a lead: its words, the days of its steps, and what came of
//! it.
//!
//! Who gave whose card to whom stays: another way of the card is another referral. Start reading at [`EditReferral`].
//!
//! Invariant: no day is before the step before it (`suite::app_referrals::bad_days_and_amounts_are_not_taken`).

use chrono::NaiveDate;
use eframe::egui::{self, vec2};

use super::day_field::DayField;
use super::event::{fee_text, parse_fee};
use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::{name_of, party_name};
use crate::gui::views::words::{outcome_label, referral_label};
use crate::gui::widgets::{Button, Check, Chip, HandField, TextField};
use crate::model::{Id, Money, Outcome, OutcomeKind, Party, Referral, ReferralState, ReferralStep, Rule};
use crate::text::{Locale, Texts};

/// The words of a referral.
pub struct EditReferral {
    before: Referral,
    name: String,
    need: String,
    comment: String,
    /// The days of the steps that were reached, in their order.
    steps: Vec<(ReferralState, DayField)>,
    told: DayField,
    asks_how: bool,
    outcome: Option<OutcomeKind>,
    /// Its outcome is what is asked for: one of them has to be chosen.
    ended: bool,
    note: String,
    worth: String,
    currency: String,
}

impl EditReferral {
    /// Returns the sheet as it opens; `ended` asks what came of it.
    pub fn new(id: Id<Referral>, ended: bool, ctx: &ViewCtx<'_>) -> Self {
        let before = ctx.book.get(id).map(|referral| Referral::clone(referral)).unwrap_or_default();
        let outcome = before.outcome.clone().unwrap_or_default();
        let usual = if ctx.texts.locale() == Locale::Ja { "JPY" } else { "EUR" };
        Self {
            name: name_of(ctx.book, ctx.texts, before.subject),
            need: before.need_text.clone(),
            comment: before.comment.clone(),
            steps: before.steps.iter().map(|step| (step.state, DayField::new(ctx, Some(step.on)))).collect(),
            told: DayField::new(ctx, before.owner_told_on),
            asks_how: before.asks_how,
            outcome: before.outcome.as_ref().map(|outcome| outcome.kind),
            ended,
            note: outcome.note,
            worth: outcome.value.as_ref().map(fee_text).unwrap_or_default(),
            currency: outcome.value.map_or_else(|| usual.to_owned(), |value| value.currency),
            before,
        }
    }

    /// The amount: `Err` when what is typed is none.
    fn worth(&self) -> Result<Option<Money>, ()> {
        let typed = self.worth.trim();
        if typed.is_empty() || self.outcome.is_none() {
            return Ok(None);
        }
        let currency = self.currency.trim().to_uppercase();
        let minor = parse_fee(typed, &currency).ok_or(())?;
        let money = Money { minor, currency };
        // What stood there before may stay.
        let kept = self.before.outcome.as_ref().and_then(|outcome| outcome.value.as_ref()) == Some(&money);
        if kept || money.is_sound() { Ok(Some(money)) } else { Err(()) }
    }

    fn is_currency(&self) -> bool {
        Money::is_currency(&self.currency.trim().to_uppercase())
    }

    /// The days of the steps; nothing while one of them is none, or before the one before it.
    fn days(&self) -> Option<Vec<ReferralStep>> {
        let step =
            |(state, day): &(ReferralState, DayField)| Some(ReferralStep { state: *state, on: day.day()? });
        let steps: Vec<ReferralStep> = self.steps.iter().map(step).collect::<Option<_>>()?;
        let is_ordered = steps.windows(2).all(|pair| pair[0].on <= pair[1].on);
        let first: Option<NaiveDate> = steps.first().map(|step| step.on);
        let told_later = self.told.day().zip(first).is_none_or(|(told, first)| told >= first);
        (is_ordered && told_later).then_some(steps)
    }

    /// The referral as it is to be.
    fn referral(&self, ctx: &ViewCtx<'_>, value: Option<Money>, steps: Vec<ReferralStep>) -> Referral {
        let mut referral = self.before.clone();
        let need = self.need.trim();
        if need != referral.need_text {
            // Other words are not the need that was chosen from the list.
            referral.need = None;
            need.clone_into(&mut referral.need_text);
        }
        self.comment.trim().clone_into(&mut referral.comment);
        referral.steps = steps;
        referral.owner_told_on = self.told.day();
        referral.asks_how = self.asks_how;
        referral.outcome =
            self.outcome.map(|kind| Outcome { kind, value, note: self.note.trim().to_owned() });
        let mut reach = |state: ReferralState, on: NaiveDate| {
            if referral.state < state {
                let last = referral.steps.last().map_or(on, |step| step.on);
                referral.state = state;
                referral.steps.push(ReferralStep { state, on: on.max(last) });
            }
        };
        if let Some(told) = self.told.day() {
            reach(ReferralState::OwnerTold, told);
        }
        if self.outcome.is_some() {
            reach(ReferralState::Outcome, ctx.today);
        }
        referral
    }

    /// The days on which each state was reached.
    fn steps_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if !self.steps.is_empty() {
            ui.label(text::rich(texts.referrals_days(), TextKind::Label, p.text3));
        }
        let is_lead = self.before.is_lead();
        let width = ((ui.available_width() - 16.0) / 2.0).min(220.0);
        let tells = self.before.giver == Party::Me && self.before.state >= ReferralState::PassedOn;
        let told_is_step = self.steps.iter().any(|(state, _)| *state == ReferralState::OwnerTold);
        let mut fields: Vec<(&str, &mut DayField)> = Vec::new();
        for (state, day) in &mut self.steps {
            let word = match state {
                ReferralState::PassedOn if is_lead => texts.referrals_state_received(),
                ReferralState::TheyMet if is_lead => texts.referrals_state_you_met(),
                state => referral_label(*state, texts),
            };
            fields.push((word, day));
        }
        if tells && !told_is_step {
            fields.push((texts.inspector_referral_told(), &mut self.told));
        }
        let mut fields = fields.into_iter().peekable();
        while fields.peek().is_some() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                for (word, day) in fields.by_ref().take(2) {
                    ui.vertical(|ui| day.ui(ctx, ui, word, texts.inspector_date_hint(), width));
                }
            });
        }
        if tells && told_is_step {
            // One day in two places: the step says it.
            let step = self.steps.iter().find(|(state, _)| *state == ReferralState::OwnerTold);
            if let Some(day) = step.and_then(|(_, day)| day.day()).filter(|day| self.told.day() != Some(*day))
            {
                self.told.set(ctx, day);
            }
        }
        if self.days().is_none() {
            let words = texts.referrals_days_bad();
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.danger)).wrap());
        }
    }

    fn outcome_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.label(text::rich(texts.events_outcomes(), TextKind::Label, p.text3));
        // Once the state says that it is known, one of them holds.
        let needed = self.before.state >= ReferralState::Outcome || self.ended;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for kind in [OutcomeKind::Talking, OutcomeKind::LedToWork, OutcomeKind::CameToNothing] {
                let on = self.outcome == Some(kind);
                if ui.add(Chip::new(outcome_label(kind, texts), on)).clicked() {
                    self.outcome = if on && !needed { None } else { Some(kind) };
                }
            }
        });
        if self.outcome.is_some() {
            let label = texts.inspector_referral_outcome_note();
            HandField::new(label, label, 2).show(ui, &mut self.note);
            ui.horizontal_top(|ui| {
                let is_currency = self.is_currency();
                let error = (self.worth().is_err() && is_currency).then(|| texts.calendar_event_fee_bad());
                let field = TextField::new(texts.inspector_referral_worth()).width(160.0).error(error);
                field.show(ui, &mut self.worth);
                let error = (!is_currency).then(|| texts.referrals_currency_bad());
                let field = TextField::new(texts.referrals_currency()).width(110.0).error(error);
                field.show(ui, &mut self.currency);
            });
        }
    }
}

impl SheetUi for EditReferral {
    fn title(&self, texts: &Texts) -> String {
        texts.inspector_referral_edit(&self.name)
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        if ctx.book.get(self.before.id).is_none() {
            return Next::Close;
        }
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let way = if self.before.recipient == Party::Me {
            texts.inspector_referral_came(&party_name(ctx.book, texts, self.before.giver))
        } else {
            texts.inspector_referral_went(&party_name(ctx.book, texts, self.before.recipient))
        };
        ui.add(egui::Label::new(text::rich(&way, TextKind::Body, p.text2)).truncate());
        let room = (ui.ctx().content_rect().height() - 260.0).max(200.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin { left: 4, right: 16, top: 4, bottom: 4 }).show(
                ui,
                |ui| {
                    if self.ended {
                        self.outcome_ui(ctx, ui);
                    }
                    let need =
                        TextField::new(texts.inspector_pass_need()).hint(texts.inspector_pass_need_hint());
                    need.show(ui, &mut self.need);
                    ui.label(text::rich(texts.inspector_pass_comment(), TextKind::Label, p.text3));
                    HandField::new(texts.inspector_pass_comment(), texts.inspector_pass_comment_hint(), 3)
                        .show(ui, &mut self.comment);
                    self.steps_ui(ctx, ui);
                    if let (Party::Me, Party::Contact(to), false) =
                        (self.before.giver, self.before.recipient, self.before.is_settled())
                        && ctx.book.header.is_on(Rule::AskAfter)
                    {
                        let days = i64::from(ctx.book.header.days(Rule::AskAfter));
                        let words = texts.passon_ask_how(days, &name_of(ctx.book, texts, to));
                        ui.add(Check::new(&mut self.asks_how, &words));
                    }
                    if !self.ended {
                        self.outcome_ui(ctx, ui);
                    }
                    let remove = Button::ghost(texts.common_remove()).icon(icons::TRASH).small().danger();
                    if ctx.add_writing(ui, remove).clicked() {
                        ctx.edit(Edit::RemoveReferral { referral: self.before.id });
                        next = Next::Close;
                    }
                },
            );
        });
        ui.add_space(4.0);
        let worth = self.worth();
        let days = self.days();
        let missing = self.ended && self.outcome.is_none();
        let ready = worth.is_ok() && days.is_some() && !self.told.is_wrong() && !missing;
        let why = if missing {
            texts.referrals_outcome_needed()
        } else if worth.is_err() {
            texts.calendar_event_fee_bad()
        } else {
            texts.referrals_days_bad()
        };
        if footer(ctx, ui, texts.common_save(), ready && ctx.writable, why, &mut next)
            && let (Ok(worth), Some(steps)) = (worth, days)
        {
            let referral = self.referral(ctx, worth, steps);
            if referral != self.before {
                ctx.edit(Edit::ChangeReferral { referral: Box::new(referral) });
            }
            next = Next::Close;
        }
        next
    }
}
