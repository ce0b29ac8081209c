//! Introductions that could be made today: needs of the book with who could help, the best first.
//!
//! Owns the list in the ledger. The pairs come from a worker ([`crate::gui::matching`]); what was found for an older state
//! of the book stays in sight until the new answer is there.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{self, Ui, WidgetInfo};

use crate::gui::command::{MatchAsk, Sheet};
use crate::gui::ctx::{Cached, Same, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::fits::{FitRow, Told, pair_ui};
use crate::gui::widgets::{Button, EmptyState, progress_bar};
use crate::index::Pairs;
use crate::text::Locale;

/// Pairs that are shown at first.
const FIRST: usize = 3;

/// Pairs that come with each press after that: all at once would be more than anybody reads.
const MORE: usize = 57;

/// The pairs, the day, the language, the state of the book for names, and that of the search.
type Key = (Same<Pairs>, NaiveDate, Locale, u64, u64);

/// Introductions that could be made today.
#[derive(Default)]
pub struct MatchesList {
    rows: Cached<Key, (Vec<FitRow>, Vec<FitRow>)>,
    /// How many more than the first are shown.
    more: usize,
    shows_unfit: bool,
}

impl MatchesList {
    /// Draws the list across the room there is.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ctx.matches.want_pairs();
        ui.horizontal_wrapped(|ui| {
            let words = text::rich(texts.matching_today_title(), TextKind::Heading, p.text);
            let title = ui.add(egui::Label::new(words).wrap());
            title
                .widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, texts.matching_today_title()));
            let ask = Button::new(texts.matching_who_helps_action()).icon(icons::MAGNIFYING_GLASS).small();
            if ui.add(ask).clicked() {
                ctx.open(Sheet::Matches(MatchAsk::Text(String::new())));
            }
        });
        let Some((_, _, pairs)) = &ctx.matches.pairs else {
            ui.label(text::rich(texts.matching_looking(), TextKind::Body, p.text2));
            if let Some((done, total)) = ctx.matches.progress.filter(|(_, total)| *total > 0) {
                let width = ui.available_width().min(320.0);
                progress_bar(ui, width, done as f32 / total as f32, texts.matching_looking());
            }
            return;
        };
        let pairs = Arc::clone(pairs);
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let met = texts.locale().number(number(pairs.needs.1));
        let needs = texts.matching_needs_met(&met, number(pairs.needs.0));
        let is_searched = ctx.search.found.is_some();
        // The figure is that of the whole book.
        if !is_searched {
            ui.label(text::rich(&needs, TextKind::Small, p.text2));
        }
        let view: &ViewCtx<'_> = ctx;
        let key = (Same(Arc::clone(&pairs)), ctx.today, texts.locale(), ctx.revision, ctx.search.generation);
        let (best, unfit) = self.rows.get(key, |_| {
            let row = |fit: &crate::index::Fit| FitRow::of(view, fit.clone(), Told::Both);
            // Whoever left the book or was marked since then is not shown; the new answer is on its way.
            let is_there = |fit: &&crate::index::Fit| {
                let seeker = fit.seeker.and_then(|id| view.book.get(id));
                let refused = fit.need.zip(seeker).is_some_and(|(need, it)| it.is_no_fit(need, fit.helper));
                let searched = view.search.found.as_ref().is_none_or(|found| {
                    fit.seeker.is_some_and(|seeker| found.matches(seeker)) || found.matches(fit.helper)
                });
                searched && seeker.is_some() && view.book.get(fit.helper).is_some() && refused == fit.unfit
            };
            let rows = |all: &[crate::index::Fit]| all.iter().filter(is_there).map(row).collect();
            (rows(&pairs.best), rows(&pairs.unfit))
        });
        egui::ScrollArea::vertical().id_salt("pairs").auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_max_width((ui.available_width() - 12.0).min(860.0));
            ui.spacing_mut().item_spacing.y = space::S;
            if best.is_empty() && is_searched {
                ui.add_space(space::XL);
                super::nothing_found_ui(ctx, ui);
            } else if best.is_empty() {
                ui.add_space(space::XL);
                let state = EmptyState::new(
                    icons::PUZZLE_PIECE,
                    texts.matching_no_pairs(),
                    texts.matching_no_pairs_how(),
                );
                state.show(ui);
            }
            let shown = (FIRST + self.more).min(best.len());
            for row in &best[..shown] {
                ui.push_id((row.fit.seeker, row.fit.helper, row.fit.need), |ui| pair_ui(ctx, ui, row));
            }
            ui.horizontal_wrapped(|ui| {
                if best.len() > shown {
                    let more = i64::try_from(best.len() - shown).unwrap_or(i64::MAX);
                    let words = texts.matching_more(more);
                    if ui.add(Button::ghost(&words).icon(icons::CARET_RIGHT).small()).clicked() {
                        self.more = shown - FIRST + MORE;
                    }
                }
                if shown > FIRST {
                    let fewer = Button::ghost(texts.matching_fewer()).icon(icons::CARET_DOWN).small();
                    if ui.add(fewer).clicked() {
                        self.more = 0;
                    }
                }
            });
            if !unfit.is_empty() {
                let count = i64::try_from(unfit.len()).unwrap_or(i64::MAX);
                let icon = if self.shows_unfit { icons::CARET_DOWN } else { icons::CARET_RIGHT };
                if ui.add(Button::ghost(&texts.matching_unfit(count)).icon(icon).small()).clicked() {
                    self.shows_unfit = !self.shows_unfit;
                }
                if self.shows_unfit {
                    for row in unfit {
                        ui.push_id((row.fit.seeker, row.fit.helper, row.fit.need), |ui| {
                            pair_ui(ctx, ui, row)
                        });
                    }
                }
            }
            ui.add_space(space::XL);
        });
    }
}
