//! Attendance: what became of a person's coming to my events, and of my coming to theirs. Facts, no judgement.

use eframe::egui;

use super::{Inspector, PersonKey, fields};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::views::events::record::record_ui;
use crate::gui::views::people::shown_name;
use crate::index::events::{Record, record_lines};
use crate::model::{Attendance, Contact, Organizer};

/// What is counted once for each state of the book.
#[derive(Default)]
pub(super) struct Records {
    counted: Cached<PersonKey, Counted>,
}

struct Counted {
    theirs: Vec<(Attendance, String)>,
    mine: Option<(String, Vec<(Attendance, String)>)>,
}

impl Inspector {
    /// Draws what is known; nothing for somebody who neither came to an event nor organised one.
    pub(super) fn records_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        let key = (contact.id, ctx.revision, ctx.today, texts.locale());
        let counted = self.records.counted.get(key, |_| {
            let with = Record::with(ctx.book, Organizer::Contact(contact.id));
            let title = texts.visits_record_with(&shown_name(contact, texts));
            Counted {
                theirs: record_lines(texts, &Record::of(ctx.book, ctx.index, contact.id)),
                mine: (with.total() > 0).then(|| (title, record_lines(texts, &with))),
            }
        });
        if !counted.theirs.is_empty() {
            ui.add_space(6.0);
            fields::section(ui, texts.visits_record_other(), None);
            record_ui(ui, texts, &counted.theirs);
        }
        if let Some((title, lines)) = &counted.mine {
            ui.add_space(6.0);
            fields::section(ui, title, None);
            record_ui(ui, texts, lines);
        }
    }
}
