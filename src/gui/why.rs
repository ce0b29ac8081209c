//! Why somebody was found, for the line under a name: in which field, and the words with the hit marked.
//!
//! Owns the words and how they are laid out. Must not know where they are drawn. Start reading at [`Why::of`].

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Galley, Painter, Stroke};

use super::theme::{Palette, TextKind, text};
use crate::index::{Field, Index, SearchResult};
use crate::model::{Contact, Id};
use crate::text::Texts;

/// Why somebody was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// What the field is called, such as "Can do".
    pub label: String,
    /// The words, on one line.
    pub text: String,
    /// The bytes of `text` that fit the query.
    pub marks: Vec<Range<usize>>,
}

impl Why {
    /// Returns why a search found a contact; nothing when name or organization say it already. Reads all texts of the
    /// contact, some hundredths of a millisecond: keep it for each state of the search.
    pub fn of(index: &Index, found: &SearchResult, contact: Id<Contact>, texts: &Texts) -> Option<Self> {
        let reason = found.why(index, contact)?;
        Some(Self { label: label(texts, reason.field).to_owned(), text: reason.text, marks: reason.marks })
    }

    /// The whole as one text, for screen readers.
    pub fn spoken(&self) -> String {
        format!("{}: {}", self.label, self.text)
    }

    /// Lays label and words out on one line; what fits is underlined.
    pub fn galley(&self, painter: &Painter, p: &Palette, width: f32) -> Arc<Galley> {
        let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
        job.wrap.max_width = width;
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        let kind = TextKind::Small;
        let label = format!("{} ", self.label);
        job.append(&label, 0.0, text::format(kind, p.text3, &label));
        let plain = text::format(kind, p.text2, &self.text);
        let mut marked = text::format(kind, p.text, &self.text);
        marked.underline = Stroke::new(1.5, p.thread);
        let mut at = 0;
        for mark in &self.marks {
            let (Some(before), Some(hit)) = (self.text.get(at..mark.start), self.text.get(mark.clone()))
            else {
                continue;
            };
            job.append(before, 0.0, plain.clone());
            job.append(hit, 0.0, marked.clone());
            at = mark.end;
        }
        job.append(self.text.get(at..).unwrap_or_default(), 0.0, plain);
        painter.layout_job(job)
    }
}

/// What a field of the search is called.
pub fn label(texts: &Texts, field: Field) -> &str {
    match field {
        Field::Name => texts.app_search_hit_name(),
        Field::Organization => texts.app_search_hit_organization(),
        Field::Title => texts.app_search_hit_title(),
        Field::Expertise => texts.app_search_hit_expertise(),
        Field::Need => texts.app_search_hit_need(),
        Field::Tag => texts.app_search_hit_tag(),
        Field::Circle => texts.app_search_hit_circle(),
        Field::City => texts.app_search_hit_city(),
        Field::Event => texts.app_search_hit_event(),
        Field::Reach => texts.app_search_hit_reach(),
        Field::Note => texts.app_search_hit_note(),
        Field::Print => texts.app_search_hit_print(),
        Field::Impression => texts.app_search_hit_impression(),
        Field::Encounter => texts.app_search_hit_encounter(),
        Field::Referral => texts.app_search_hit_referral(),
        Field::Task => texts.app_search_hit_task(),
    }
}
