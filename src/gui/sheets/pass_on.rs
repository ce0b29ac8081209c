//! Passes a card on: to whom, for which need, with which words, and whether its owner knows.
//!
//! Owns the snippet: what the recipient gets is put together from a short list of fields, never from
//! mails or phones, and what was typed freely is searched for both.
//!
//! Invariant: no address and no number leaves by the snippet
//! (`tests::addresses_and_numbers_typed_into_the_comment_are_left_out`).

use eframe::egui;

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::{PersonRow, name_of, tidy};
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::widgets::{Banner, Button, Check, Chip, HandField, Severity, Tag, TextField, box_frame};
use crate::model::{Contact, Id, Need, Party, Referral, ReferralState};
use crate::text::Texts;

/// How many fields of expertise the snippet names.
const EXPERTISE: usize = 4;

/// Passes a card on.
pub struct PassOnSheet {
    subject: Id<Contact>,
    name: String,
    work: String,
    expertise: Vec<String>,
    recipient: PersonPicker,
    need: Option<Id<Need>>,
    need_text: String,
    comment: String,
    owner_told: bool,
}

impl PassOnSheet {
    /// Returns the sheet as it opens.
    pub fn new(contact: Id<Contact>, ctx: &ViewCtx<'_>) -> Self {
        let row = PersonRow::of(ctx.book, ctx.texts, contact);
        let expertise = ctx.book.get(contact).map_or_else(Vec::new, |record| {
            record.expertise.iter().take(EXPERTISE).map(|entry| without_reach(&tidy(&entry.what)).0).collect()
        });
        Self {
            subject: contact,
            name: name_of(ctx.book, ctx.texts, contact),
            work: row.map(|row| row.work).unwrap_or_default(),
            expertise,
            recipient: PersonPicker::one().excluding(vec![contact]).focused(),
            need: None,
            need_text: String::new(),
            comment: String::new(),
            owner_told: false,
        }
    }

    /// The recipient is known already.
    #[must_use]
    pub fn with(mut self, other: Id<Contact>) -> Self {
        self.recipient.choose(other);
        self
    }

    /// What the recipient gets as text.
    fn snippet(&self) -> String {
        let comment = without_reach(&self.comment).0;
        let expertise = self.expertise.join(", ");
        let lines = [self.name.as_str(), &self.work, &expertise, comment.trim()];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn referral(&self, recipient: Id<Contact>, ctx: &ViewCtx<'_>, state: ReferralState) -> Referral {
        let told = self.owner_told && state >= ReferralState::PassedOn;
        Referral {
            subject: self.subject,
            card: ctx.index.links.current_card(self.subject),
            giver: Party::Me,
            recipient: Party::Contact(recipient),
            need: self.need,
            need_text: self.need_text.trim().to_owned(),
            comment: self.comment.trim().to_owned(),
            state: if told { ReferralState::OwnerTold } else { state },
            owner_told_on: told.then_some(ctx.today),
            ..Referral::default()
        }
    }

    fn need_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        if let Some(recipient) = self.recipient.first().and_then(|id| ctx.book.get(id)) {
            let open = recipient.needs.iter().filter(|need| need.closed_on.is_none());
            ui.horizontal_wrapped(|ui| {
                for need in open.take(8) {
                    let words = tidy(&need.what);
                    let chosen = self.need == Some(need.id);
                    if ui.add(Chip::new(&words, chosen).icon(icons::PUZZLE_PIECE)).clicked() {
                        self.need = (!chosen).then_some(need.id);
                        self.need_text = if chosen { String::new() } else { words };
                    }
                }
            });
        }
        let field = TextField::new(texts.inspector_pass_need()).hint(texts.inspector_pass_need_hint());
        if field.show(ui, &mut self.need_text).changed() {
            self.need = None;
        }
    }

    fn snippet_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.label(text::rich(texts.inspector_pass_gets(), TextKind::Label, p.text3));
        box_frame(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.add(egui::Label::new(text::rich(&self.name, TextKind::Heading, p.text)).truncate());
            if !self.work.is_empty() {
                ui.add(egui::Label::new(text::rich(&self.work, TextKind::Body, p.text2)).truncate());
            }
            ui.horizontal_wrapped(|ui| {
                for field in &self.expertise {
                    ui.add(Tag::new(field));
                }
            });
            let comment = without_reach(&self.comment).0;
            if !comment.trim().is_empty() {
                ui.add(egui::Label::new(text::rich(comment.trim(), TextKind::Hand, p.text)).wrap());
            }
            let words = texts.inspector_pass_withheld(&self.name);
            ui.add(egui::Label::new(text::rich(&words, TextKind::Label, p.text3)).wrap());
            if ui.add(Button::new(texts.inspector_pass_copy()).icon(icons::COPY).small()).clicked() {
                ctx.ask(Command::Copy(self.snippet()));
            }
        });
    }
}

impl SheetUi for PassOnSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.inspector_pass_title(&self.name)
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let room = (ui.ctx().content_rect().height() - 240.0).max(200.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 4)).show(ui, |ui| {
                if self.recipient.ui(ctx, ui, texts.inspector_pass_to()) {
                    self.need = None;
                }
                if let Some(recipient) = self.recipient.first() {
                    let mut passed = ctx
                        .index
                        .links
                        .contact(self.subject)
                        .referred
                        .iter()
                        .filter_map(|id| ctx.book.get(*id));
                    if passed.any(|referral| referral.recipient == Party::Contact(recipient)) {
                        let name = name_of(ctx.book, texts, recipient);
                        Banner::new(Severity::Warn, &texts.inspector_pass_has_it(&name)).show(ui);
                    }
                }
                self.need_ui(ctx, ui);
                ui.label(text::rich(texts.inspector_pass_comment(), TextKind::Label, p.text3));
                HandField::new(texts.inspector_pass_comment(), texts.inspector_pass_comment_hint(), 3)
                    .show(ui, &mut self.comment);
                if without_reach(&self.comment).1 {
                    Banner::new(Severity::Warn, texts.inspector_pass_leak()).show(ui);
                }
                self.snippet_ui(ctx, ui);
                ui.add(Check::new(&mut self.owner_told, &texts.inspector_pass_told(&self.name)));
                if !self.owner_told {
                    let words = texts.inspector_pass_promise();
                    ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
                }
            });
        });
        ui.add_space(4.0);
        let recipient = self.recipient.first();
        let why = texts.inspector_choose_person();
        let consider =
            ui.add_enabled(recipient.is_some(), Button::new(texts.inspector_pass_consider()).small());
        let considered = consider.on_disabled_hover_text(why).clicked();
        let passed = footer(ctx, ui, texts.inspector_pass_save(), recipient.is_some(), why, &mut next);
        if let Some(recipient) = recipient.filter(|_| passed || considered) {
            let state = if considered { ReferralState::Considered } else { ReferralState::PassedOn };
            let referral = Box::new(self.referral(recipient, ctx, state));
            ctx.edit(Edit::PassOn { referral });
            next = Next::Close;
        }
        next
    }
}

/// Returns a text without mail addresses and phone numbers, and whether there were any. A number is a
/// run of at least six digits, however it is broken up.
fn without_reach(text: &str) -> (String, bool) {
    let mut kept: Vec<String> = Vec::new();
    let mut found = false;
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let mut keep = vec![true; words.len()];
        for (at, word) in words.iter().enumerate() {
            if word.contains(['@', '＠']) {
                keep[at] = false;
            }
        }
        // Neighbouring words of digits and signs are one number: "+49 30 123 456".
        let mut from = 0;
        while from < words.len() {
            let mut to = from;
            while to < words.len() && is_number_part(words[to]) {
                to += 1;
            }
            let digits: usize = words[from..to].iter().map(|word| digits_of(word)).sum();
            if digits >= 6 {
                keep[from..to].fill(false);
            }
            from = to.max(from + 1);
        }
        for (at, word) in words.iter().enumerate() {
            if digits_of(word) >= 6 {
                keep[at] = false;
            }
        }
        found |= keep.contains(&false);
        let words: Vec<&str> =
            words.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(word, _)| *word).collect();
        kept.push(words.join(" "));
    }
    (kept.join("\n"), found)
}

fn digits_of(word: &str) -> usize {
    word.chars().filter(|character| character.is_numeric()).count()
}

fn is_number_part(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|character| character.is_numeric() || "+-–()./:＋－（）".contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, kept: &str) {
        assert_eq!(without_reach(typed), (kept.to_owned(), typed != kept));
    }

    #[test]
    fn addresses_and_numbers_typed_into_the_comment_are_left_out() {
        check("Write to a.b@example.com today", "Write to today");
        check("Call +49 30 123-456 now", "Call now");
        check("tel:0301234567", "");
        check("０３-１２３４-５６７８", "");
        check("Ran 4,000 hours in 12 pumps since 2019", "Ran 4,000 hours in 12 pumps since 2019");
        check("Calm and exact.\nTwo lines", "Calm and exact.\nTwo lines");
    }
}
