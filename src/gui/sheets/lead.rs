//! Records a lead: somebody told me of a person. Thanking them becomes a promise.
//!
//! The person may not be in the book yet; then a name is enough. Whoever has that name already is offered, so that one
//! person does not come into the book twice. Start reading at [`LeadSheet::ui`].

use eframe::egui;

use super::day_field::DayField;
use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, text};
use crate::gui::views::people::PersonRow;
use crate::gui::views::person_picker::{PersonPicker, person_row};
use crate::gui::widgets::{HandField, TextField, segmented};
use crate::model::{Contact, Id, Party, PersonName, Referral, ReferralState, ReferralStep, Rule};
use crate::text::Texts;
use crate::text::fold::fold;

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
    /// The field that takes the keyboard next.
    wants: Option<Field>,
    /// Who has the name that is typed, by the revision, whether the search is there, and the name.
    known: Cached<(u64, bool, String), Vec<PersonRow>>,
}

/// A field to which the keyboard goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Need,
}

/// So many who have the name are offered.
const OFFERED: usize = 3;
/// Among so many hits somebody of the same name is looked for.
const HITS: usize = 12;

/// The words of a name, in whatever order it is written.
fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
    words.sort();
    words
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
            wants: giver.map(|_| Field::Name),
            known: Cached::default(),
        }
    }

    /// A field of text; it takes the keyboard when it is its turn.
    fn text_ui(&mut self, ui: &mut egui::Ui, field: Field, label: &str, hint: &str) {
        let typed = if field == Field::Name { &mut self.name } else { &mut self.need };
        let response = TextField::new(label).hint(hint).show(ui, typed);
        if self.wants == Some(field) {
            // Whatever was pressed in this frame may take the keyboard after us: the wish holds until it is here.
            if response.has_focus() {
                self.wants = None;
            } else {
                response.request_focus();
                ui.ctx().request_repaint();
            }
        }
    }

    /// Offers who has the name that is typed.
    fn known_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let ready = ctx.index.is_search_ready();
        let key = (ctx.revision, ready, self.name.trim().to_owned());
        let rows = self.known.get(key, |(_, ready, name)| {
            let words = words_of(name);
            if words.is_empty() || !ready {
                return Vec::new();
            }
            let found = ctx.index.find_text(name);
            let same = found.ranked().iter().take(HITS).filter(|id| {
                ctx.book.get(**id).is_some_and(|contact| {
                    words_of(&contact.display_name()) == words || words_of(&contact.name.latin) == words
                })
            });
            same.take(OFFERED).filter_map(|id| PersonRow::of(ctx.book, ctx.texts, *id)).collect()
        });
        if rows.is_empty() {
            return;
        }
        let p = Palette::of(ui);
        let words = ctx.texts.referrals_lead_is_known();
        ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        let mut chosen = None;
        for row in rows {
            if person_row(ctx, ui, row, false).clicked() {
                chosen = Some(row.id);
            }
        }
        if let Some(contact) = chosen {
            self.kind = 0;
            self.subject.choose(contact);
            self.name.clear();
            self.wants = Some(Field::Need);
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
                if self.giver.ui(ctx, ui, texts.referrals_lead_giver()) && self.giver.first().is_some() {
                    self.wants = (self.kind == 1).then_some(Field::Name);
                    if self.kind == 0 && self.subject.first().is_none() {
                        self.subject = std::mem::take(&mut self.subject).focused();
                    }
                }
                ui.label(text::rich(texts.referrals_lead_about(), TextKind::Label, p.text3));
                let kinds = [texts.referrals_lead_known(), texts.referrals_lead_new()];
                segmented(ui, texts.referrals_lead_about(), &kinds, &mut self.kind);
                if self.kind == 0 {
                    if self.subject.ui(ctx, ui, texts.referrals_lead_who()) && self.subject.first().is_some()
                    {
                        self.wants = Some(Field::Need);
                    }
                } else {
                    self.text_ui(ui, Field::Name, texts.common_name(), "");
                    self.known_ui(ctx, ui);
                }
                let hint = texts.inspector_pass_need_hint();
                self.text_ui(ui, Field::Need, texts.referrals_lead_need(), hint);
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
