//! A person as a circle sees them: everything that the gate lets through, and nothing to press.
//!
//! Owns how that is listed. What is let through is decided by the gate; the person here is the one that it made.

use chrono::NaiveDate;
use eframe::egui::{self, WidgetInfo};

use super::{Inspector, fields};
use crate::exchange::share::{self, Audience, Kind};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, text};
use crate::gui::views::people::tidy;
use crate::model::{Contact, Id};
use crate::text::Locale;

/// Who, the state of what is seen, the day, the language.
pub(super) type Key = (Id<Contact>, u64, NaiveDate, Locale);

/// A kind of field and what is seen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SeenField {
    label: String,
    values: Vec<String>,
}

fn fields_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Vec<SeenField> {
    // The book is the one that the circle would get: whatever stands in it is seen.
    let seen = share::person(ctx.book, contact, Audience::Me, "", &[], ctx.texts);
    let mut all: Vec<SeenField> = Vec::new();
    for line in seen.allowed() {
        let label = line.kind.words(ctx.texts);
        let value = match line.kind {
            Kind::Language => ctx.texts.language(&line.value),
            _ => tidy(&line.value),
        };
        match all.iter_mut().find(|field| field.label == label) {
            Some(field) if !field.values.contains(&value) => field.values.push(value),
            Some(_) => {}
            None => all.push(SeenField { label, values: vec![value] }),
        }
    }
    all
}

impl Inspector {
    /// Draws what is seen of a person, below the head.
    pub(super) fn seen_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui, contact: Id<Contact>) {
        let Some(badge) = ctx.as_circle else { return };
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let key = (contact, ctx.revision, ctx.today, texts.locale());
        let all = self.seen.get(key, |_| fields_of(ctx, contact));
        fields::section(ui, &texts.share_see_person(&badge.name), None);
        if all.is_empty() {
            let words = text::rich(texts.share_see_person_nothing(), TextKind::Body, p.text2);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        for field in all {
            ui.add_space(6.0);
            ui.add(egui::Label::new(text::rich(&field.label, TextKind::Label, p.text3)).truncate());
            for value in &field.values {
                let line = ui.add(egui::Label::new(text::rich(value, TextKind::Body, p.text)).wrap());
                line.widget_info(|| {
                    WidgetInfo::labeled(egui::Role::Label, true, format!("{}: {value}", field.label))
                });
            }
        }
    }
}
