//! On the knowledge tab: who needs what the person can do, and who has what the person looks for.
//!
//! Owns the two short lists; all hits stand in the sheet *Who can help?*. How they are found is
//! [`crate::index::Matching`].

use chrono::NaiveDate;
use eframe::egui;

use super::{Inspector, fields};
use crate::gui::command::{MatchAsk, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::icons;
use crate::gui::views::fits::{FitRow, Told, short_ui};
use crate::index::Sought;
use crate::model::{Contact, Id, Need};
use crate::text::Locale;

/// Hits that are shown of each list.
const HITS: usize = 3;

/// Open needs that are asked about, the newest: it happens on the window's thread. The others are asked about beside each.
const NEEDS: usize = 12;
/// Of more open needs than anybody has only the newest are asked about, however many a file says.
const MOST_NEEDS: usize = 120;

/// Who, the state of the book, the day, the language, whether the matching is there.
type Key = (Id<Contact>, u64, NaiveDate, Locale, bool, bool);

/// The two lists.
#[derive(Debug, Default)]
pub(super) struct Matches {
    found: Cached<Key, Found>,
    /// The state of the book that is shown: while somebody types, nothing is looked for anew with every letter.
    revision: u64,
    /// Whose open needs are all asked about, not only the newest.
    all_of: Option<Id<Contact>>,
}

#[derive(Debug, Default)]
struct Found {
    /// Who needs the person.
    needs_them: Vec<FitRow>,
    /// Who can help, with the need that it is about.
    helps_them: Vec<(Id<Need>, FitRow)>,
    /// There is more: needs that were not asked about, or further hits.
    has_more: bool,
}

impl Found {
    fn of(ctx: &ViewCtx<'_>, contact: Id<Contact>, shows_all: bool) -> Self {
        let (index, today) = (ctx.index, ctx.today);
        let needs_them = index.who_needs(contact, today, HITS).into_iter();
        let needs_them =
            needs_them.filter(|fit| !fit.unfit).map(|fit| FitRow::of(ctx, fit, Told::Need)).collect();
        let mut helps_them: Vec<(Id<Need>, FitRow)> = Vec::new();
        let needs = ctx.book.get(contact).map(|it| it.needs.clone()).unwrap_or_default();
        let mut open: Vec<_> = needs.iter().filter(|need| need.closed_on.is_none()).collect();
        open.sort_by_key(|need| std::cmp::Reverse(need.opened_on));
        for need in open.iter().take(if shows_all { MOST_NEEDS } else { NEEDS }) {
            for fit in index.who_can_help(Sought::Need(contact, need.id), today, 2) {
                let known = helps_them.iter().any(|(_, row)| row.fit.helper == fit.helper);
                if !fit.unfit && !known {
                    helps_them.push((need.id, FitRow::of(ctx, fit, Told::Ability)));
                }
            }
        }
        helps_them.sort_by(|(_, a), (_, b)| b.fit.score.total_cmp(&a.fit.score));
        let has_more = open.len() > NEEDS || helps_them.len() > HITS;
        if !shows_all {
            helps_them.truncate(HITS);
        }
        Self { needs_them, helps_them, has_more }
    }
}

impl Inspector {
    pub(super) fn matches_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let Some(contact) = self.shown else { return };
        ctx.matches.want();
        let ready = ctx.index.is_matching_ready();
        if !ready {
            return;
        }
        let kept_is_theirs = self.matches.found.key().is_some_and(|(id, ..)| *id == contact);
        if !(ui.ctx().text_edit_focused() && kept_is_theirs) {
            self.matches.revision = ctx.revision;
        }
        let shows_all = self.matches.all_of == Some(contact);
        let key = (contact, self.matches.revision, ctx.today, ctx.texts.locale(), ready, shows_all);
        let view: &ViewCtx<'_> = ctx;
        let found = self.matches.found.get(key, |_| Found::of(view, contact, shows_all));
        let texts = ctx.texts;
        let mut asked = None;
        if !found.needs_them.is_empty() {
            let all = (icons::CARET_RIGHT, texts.matching_all());
            if fields::section(ui, texts.matching_who_needs_offers(), Some(all)) {
                asked = Some(MatchAsk::Card(contact));
            }
            for row in &found.needs_them {
                if short_ui(ctx, ui, row).clicked() {
                    asked = Some(MatchAsk::Card(contact));
                }
            }
            ui.add_space(8.0);
        }
        if !found.helps_them.is_empty() {
            let words = if shows_all { texts.matching_fewer_needs() } else { texts.matching_all() };
            let icon = if shows_all { icons::CARET_DOWN } else { icons::CARET_RIGHT };
            let all = found.has_more.then_some((icon, words));
            if fields::section(ui, texts.matching_who_has_needs(), all) {
                self.matches.all_of = (!shows_all).then_some(contact);
            }
            for (need, row) in &found.helps_them {
                if short_ui(ctx, ui, row).clicked() {
                    asked = Some(MatchAsk::Need(contact, *need));
                }
            }
            ui.add_space(8.0);
        }
        if let Some(ask) = asked {
            ctx.open(Sheet::Matches(ask));
        }
    }
}
