//! Records a lead: somebody told me of a person. Thanking them becomes a promise.
//!
//! The person may not be in the book yet; then a name is enough. Start reading at [`LeadSheet::ui`].

use eframe::egui;

use super::day_field::DayField;
use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, text};
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::widgets::{HandField, TextField, segmented};
use crate::model::{Contact, Id, Party, PersonName, Referral, ReferralState, ReferralStep, Rule};
use crate::text::Texts;

/// A lead that I received.
pub struct LeadSheet {
    giver: PersonPicker,
    /// 0: somebody of the book, 1: somebody new.
    kind: usize,
    subject: PersonPicker,
    name: String,
    need: String,
    comment: String,
    day: DayField,
}

impl LeadSheet {
    /// Returns the sheet as it opens.
    pub fn new(giver: Option<Id<Contact>>, ctx: &ViewCtx<'_>) -> Self {
        let mut picker = PersonPicker::one();
        match giver {
            Some(giver) => picker.choose(giver),
            None => picker = picker.focused(),
        }
        Self {
            giver: picker,
            kind: 1,
            subject: PersonPicker::one(),
            name: String::new(),
            need: String::new(),
            comment: String::new(),
            day: DayField::new(ctx, Some(ctx.today)),
        }
    }

    /// Whom it is about: an id, or a new name; nothing while nobody is named.
    fn about(&self) -> Option<(Id<Contact>, Option<PersonName>)> {
        if self.kind == 0 {
            return self.subject.first().map(|id| (id, None));
        }
        let name = PersonName::parse(self.name.trim());
        (!name.is_empty()).then_some((Id::NIL, Some(name)))
    }
}

impl SheetUi for LeadSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.referrals_lead_title().to_owned()
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let room = (ui.ctx().content_rect().height() - 230.0).max(200.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 4)).show(ui, |ui| {
                self.giver.ui(ctx, ui, texts.referrals_lead_giver());
                ui.label(text::rich(texts.referrals_lead_about(), TextKind::Label, p.text3));
                let kinds = [texts.referrals_lead_known(), texts.referrals_lead_new()];
                segmented(ui, texts.referrals_lead_about(), &kinds, &mut self.kind);
                if self.kind == 0 {
                    self.subject.ui(ctx, ui, texts.referrals_lead_who());
                } else {
                    TextField::new(texts.common_name()).show(ui, &mut self.name);
                }
                let need = TextField::new(texts.referrals_lead_need()).hint(texts.inspector_pass_need_hint());
                need.show(ui, &mut self.need);
                ui.label(text::rich(texts.referrals_lead_comment(), TextKind::Label, p.text3));
                HandField::new(texts.referrals_lead_comment(), "", 2).show(ui, &mut self.comment);
                self.day.ui(ctx, ui, texts.referrals_lead_on(), texts.inspector_date_hint(), 220.0);
                if ctx.book.header.is_on(Rule::ThankYou) {
                    let words = texts.referrals_lead_promise();
                    ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
                }
            });
        });
        ui.add_space(4.0);
        let giver = self.giver.first();
        let about = self.about();
        let same = about.as_ref().is_some_and(|(id, name)| name.is_none() && Some(*id) == giver);
        let why = if same {
            texts.app_edit_same_person()
        } else if self.day.day().is_none() {
            texts.calendar_date_bad()
        } else {
            texts.inspector_choose_person()
        };
        let ready = giver.is_some() && about.is_some() && !same && self.day.day().is_some() && ctx.writable;
        if footer(ctx, ui, texts.referrals_lead_save(), ready, why, &mut next)
            && let (Some(giver), Some((subject, newcomer)), Some(on)) = (giver, about, self.day.day())
        {
            let state = ReferralState::PassedOn;
            let lead = Referral {
                subject,
                giver: Party::Contact(giver),
                recipient: Party::Me,
                need_text: self.need.trim().to_owned(),
                comment: self.comment.trim().to_owned(),
                state,
                steps: vec![ReferralStep { state, on }],
                ..Referral::default()
            };
            ctx.edit(Edit::ReceiveLead { lead: Box::new(lead), newcomer });
            next = Next::Close;
        }
        next
    }
}
