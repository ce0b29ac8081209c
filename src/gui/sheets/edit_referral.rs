//! Changes what was written about a card that was passed on, and what came of it.
//!
//! Who gave whose card to whom stays: another way of the card is another referral. Start reading at [`EditReferral`].

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
use crate::gui::widgets::{Button, Chip, HandField, TextField};
use crate::model::{Id, Money, Outcome, OutcomeKind, Party, Referral, ReferralState, ReferralStep};
use crate::text::{Locale, Texts};

/// The words of a referral.
pub struct EditReferral {
    before: Referral,
    name: String,
    need: String,
    comment: String,
    told: DayField,
    outcome: Option<OutcomeKind>,
    note: String,
    worth: String,
    currency: String,
}

impl EditReferral {
    /// Returns the sheet as it opens.
    pub fn new(id: Id<Referral>, ctx: &ViewCtx<'_>) -> Self {
        let before = ctx.book.get(id).map(|referral| Referral::clone(referral)).unwrap_or_default();
        let outcome = before.outcome.clone().unwrap_or_default();
        let usual = if ctx.texts.locale() == Locale::Ja { "JPY" } else { "EUR" };
        Self {
            name: name_of(ctx.book, ctx.texts, before.subject),
            need: before.need_text.clone(),
            comment: before.comment.clone(),
            told: DayField::new(ctx, before.owner_told_on),
            outcome: before.outcome.as_ref().map(|outcome| outcome.kind),
            note: outcome.note,
            worth: outcome.value.as_ref().map(fee_text).unwrap_or_default(),
            currency: outcome.value.map_or_else(|| usual.to_owned(), |value| value.currency),
            before,
        }
    }

    /// The amount: `Err` when what is typed is none.
    fn worth(&self) -> Result<Option<Money>, ()> {
        let typed = self.worth.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let minor = parse_fee(typed, &self.currency).ok_or(())?;
        Ok(Some(Money { minor, currency: self.currency.clone() }))
    }

    /// The referral as it is to be.
    fn referral(&self, ctx: &ViewCtx<'_>, value: Option<Money>) -> Referral {
        let mut referral = self.before.clone();
        let need = self.need.trim();
        if need != referral.need_text {
            // Other words are not the need that was chosen from the list.
            referral.need = None;
            need.clone_into(&mut referral.need_text);
        }
        self.comment.trim().clone_into(&mut referral.comment);
        referral.owner_told_on = self.told.day();
        referral.outcome =
            self.outcome.map(|kind| Outcome { kind, value, note: self.note.trim().to_owned() });
        let mut reach = |state: ReferralState| {
            if referral.state < state {
                referral.state = state;
                referral.steps.push(ReferralStep { state, on: ctx.today });
            }
        };
        if self.told.day().is_some() {
            reach(ReferralState::OwnerTold);
        }
        if self.outcome.is_some() {
            reach(ReferralState::Outcome);
        }
        referral
    }

    fn outcome_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.label(text::rich(texts.events_outcomes(), TextKind::Label, p.text3));
        // Once the state says that it is known, one of them holds.
        let needed = self.before.state >= ReferralState::Outcome;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (kind, label) in [
                (OutcomeKind::Talking, texts.common_outcome_talking()),
                (OutcomeKind::LedToWork, texts.common_outcome_led_to_work()),
                (OutcomeKind::CameToNothing, texts.common_outcome_nothing()),
            ] {
                let on = self.outcome == Some(kind);
                if ui.add(Chip::new(label, on)).clicked() {
                    self.outcome = if on && !needed { None } else { Some(kind) };
                }
            }
        });
        if self.outcome.is_some() {
            let label = texts.inspector_referral_outcome_note();
            HandField::new(label, label, 2).show(ui, &mut self.note);
            ui.horizontal(|ui| {
                let error = self.worth().is_err().then(|| texts.calendar_event_fee_bad());
                let field = TextField::new(texts.inspector_referral_worth()).width(160.0).error(error);
                field.show(ui, &mut self.worth);
                ui.label(text::rich(&self.currency, TextKind::Body, p.text2));
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
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 4)).show(ui, |ui| {
                let need = TextField::new(texts.inspector_pass_need()).hint(texts.inspector_pass_need_hint());
                need.show(ui, &mut self.need);
                ui.label(text::rich(texts.inspector_pass_comment(), TextKind::Label, p.text3));
                HandField::new(texts.inspector_pass_comment(), texts.inspector_pass_comment_hint(), 3)
                    .show(ui, &mut self.comment);
                if self.before.giver == Party::Me && self.before.state >= ReferralState::PassedOn {
                    self.told.ui(
                        ctx,
                        ui,
                        texts.inspector_referral_told(),
                        texts.inspector_date_hint(),
                        220.0,
                    );
                }
                self.outcome_ui(ctx, ui);
                let remove = Button::ghost(texts.common_remove()).icon(icons::TRASH).small().danger();
                if ctx.add_writing(ui, remove).clicked() {
                    ctx.edit(Edit::RemoveReferral { referral: self.before.id });
                    next = Next::Close;
                }
            });
        });
        ui.add_space(4.0);
        let worth = self.worth();
        let ready = worth.is_ok() && !self.told.is_wrong();
        let why = if worth.is_err() { texts.calendar_event_fee_bad() } else { texts.calendar_date_bad() };
        if footer(ctx, ui, texts.common_save(), ready && ctx.writable, why, &mut next) {
            let referral = self.referral(ctx, worth.unwrap_or_default());
            if referral != self.before {
                ctx.edit(Edit::ChangeReferral { referral: Box::new(referral) });
            }
            next = Next::Close;
        }
        next
    }
}
