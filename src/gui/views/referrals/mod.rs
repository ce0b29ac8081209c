//! The ledger of cards passed on, leads received, and introductions.
//!
//! Owns the filter and the rows. Must not know what a step does to promises (`crate::edit`).
//! Start reading at [`ReferralsView`], then `rows`.
//!
//! Invariant: an owner who was not told stands on top until told
//! (held by `rows::tests::a_promise_stands_on_top_until_it_is_kept`).

mod matches;
mod rows;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Color32, Layout, Ui, UiBuilder, pos2, vec2};

use crate::edit::Edit;
use crate::gui::command::{Command, Route, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, space, text};
use crate::gui::views::ledger;
use crate::gui::widgets::{
    Button, ButtonSize, Chip, EmptyState, IconButton, Kind, MenuItem, menu_separator, paint_icon, paint_seal,
    tip,
};
use crate::model::{Introduction, IntroductionState, ReferralState};
use crate::text::{Locale, Texts};

use rows::{IntroductionRow, Ledger, Line, ReferralRow};
pub(super) use rows::{next_of, next_of_introduction};

/// Which referrals are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Filter {
    #[default]
    All,
    Given,
    Received,
    OwnerNotTold,
}

impl Filter {
    const ALL: [Self; 4] = [Self::All, Self::Given, Self::Received, Self::OwnerNotTold];

    fn label(self, texts: &Texts) -> &str {
        match self {
            Self::All => texts.common_all(),
            Self::Given => texts.referrals_given(),
            Self::Received => texts.referrals_received(),
            Self::OwnerNotTold => texts.referrals_owner_not_told(),
        }
    }
}

type Key = (u64, u64, NaiveDate, Locale, Filter);

/// The ledger of cards passed on.
#[derive(Default)]
pub struct ReferralsView {
    filter: Filter,
    ledger: Cached<Key, Ledger>,
    /// Introductions that could be made, in the place of the ledger.
    matches: matches::MatchesList,
    shows_matches: bool,
}

impl ReferralsView {
    /// Shows the introductions that could be made in the place of the ledger.
    pub fn show_matches(&mut self) {
        self.shows_matches = true;
    }

    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let pad = if ctx.compact { 20 } else { 36 };
        let frame =
            egui::Frame::new().inner_margin(egui::Margin { left: pad, right: pad, top: 18, bottom: 0 });
        let key = (ctx.revision, ctx.search.generation, ctx.today, texts.locale(), self.filter);
        let (view, filter): (&ViewCtx<'_>, Filter) = (ctx, self.filter);
        let ledger = self.ledger.get(key, |_| Ledger::of(view, filter));
        let mut chosen = filter;
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.label(text::rich(texts.referrals_title(), TextKind::Display, p.text));
                ui.add_space(space::XL);
                let room = (ui.available_width() - 40.0).clamp(140.0, 420.0);
                ctx.search_field(ui, room);
            });
            ui.add_space(space::S);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
                for (index, filter) in Filter::ALL.into_iter().enumerate() {
                    let is_chosen = filter == chosen && !self.shows_matches;
                    let mut chip =
                        Chip::new(filter.label(texts), is_chosen).count(&ledger.counts[index]);
                    if filter == Filter::OwnerNotTold {
                        chip = chip.seal(Kind::Promise);
                    }
                    if ui.add(chip).clicked() {
                        chosen = filter;
                        self.shows_matches = false;
                    }
                }
                let matches = Chip::new(texts.matching_tab(), self.shows_matches).icon(icons::PUZZLE_PIECE);
                if ui.add(matches).clicked() {
                    self.shows_matches = !self.shows_matches;
                }
            });
            ui.add_space(space::M);
            if self.shows_matches {
                self.matches.ui(ctx, ui);
                return;
            }
            if ledger.lines.is_empty() {
                empty_ui(ctx, ui, filter);
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            let columns = columns(width);
            let names = [
                texts.referrals_column_card(),
                texts.referrals_column_way(),
                texts.referrals_column_need(),
                texts.referrals_column_state(),
                texts.referrals_column_last(),
                "",
            ];
            ledger::heads(ui, &columns, &names);
            let area = egui::ScrollArea::vertical().id_salt("referrals").auto_shrink(false);
            area.show_rows(ui, ledger::ROW, ledger.lines.len(), |ui, range| {
                crate::gui::panes::follow_focus(ui);
                for line in &ledger.lines[range] {
                    match line {
                        Line::Referrals => ledger::section(ui, texts.referrals_cards()),
                        Line::Introductions => ledger::section(ui, texts.referrals_introductions()),
                        Line::Referral(row) => referral_ui(ctx, ui, row, &columns),
                        Line::Introduction(row) => introduction_ui(ctx, ui, row, &columns),
                    }
                }
            });
        });
        self.filter = chosen;
    }
}

/// The comment goes first when the window is narrow, then the day.
fn columns(width: f32) -> [f32; 6] {
    let need = if width < 980.0 { 0.0 } else { -1.5 };
    let last = if width < 700.0 { 0.0 } else { 92.0 };
    let actions = if width < 700.0 { 172.0 } else { 222.0 };
    [-1.3, -1.7, need, 160.0, last, actions]
}

fn empty_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, filter: Filter) {
    let texts = ctx.texts;
    ui.add_space(ui.available_height() * 0.25);
    ui.vertical_centered(|ui| {
        ui.set_max_width(420.0);
        if ctx.search.found.is_some() {
            let words = texts.app_search_none(&ctx.search.query);
            EmptyState::new(icons::MAGNIFYING_GLASS, texts.referrals_title(), &words).show(ui);
        } else if filter != Filter::All {
            EmptyState::new(icons::CHECK_CIRCLE, filter.label(texts), texts.referrals_empty_filter())
                .show(ui);
        } else {
            let (title, body) = (texts.referrals_empty_title(), texts.referrals_empty_body());
            let state = EmptyState::new(icons::PAPER_PLANE_TILT, title, body);
            if state.action(texts.referrals_to_cards()).show(ui) {
                ctx.ask(Command::Go(Route::Cards));
            }
        }
    });
}

/// Lays the buttons of a row out from its right end.
fn actions(ui: &mut Ui, cell: egui::Rect, add: impl FnOnce(&mut Ui)) {
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(cell).layout(layout).id_salt("actions"));
    child.spacing_mut().item_spacing.x = space::XS;
    add(&mut child);
}

fn referral_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &ReferralRow, columns: &[f32; 6]) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.push_id(row.id, |ui| {
        let selected = ctx.selection.contact == Some(row.subject);
        let (rect, response) = ledger::row(ui, &row.name, selected);
        let cells = ledger::cells(rect, columns);
        let painter = ui.painter().clone();
        ledger::put(&painter, cells[0], &row.name, TextKind::Strong, p.text);
        ledger::put(&painter, cells[1], &row.way, TextKind::Body, p.text2);
        ledger::put(&painter, cells[2], &row.need, TextKind::Body, p.text2);
        let state = cells[3];
        let size = sizes::SEAL_S;
        let (kind, words, ink) = if row.owner_must_be_told {
            (Kind::Promise, texts.referrals_owner_not_told(), p.danger)
        } else {
            (referral_kind(row.state), referral_word(texts, row.state), p.text)
        };
        paint_seal(&painter, pos2(state.left() + size / 2.0, state.center().y), size, kind, p);
        let label = egui::Rect::from_min_max(pos2(state.left() + size + 6.0, state.top()), state.max);
        let weight = if row.owner_must_be_told { TextKind::Strong } else { TextKind::Body };
        ledger::put(&painter, label, words, weight, ink);
        ledger::put(&painter, cells[4], &row.last_step, TextKind::Body, p.text2);
        let response = tip(response, &row.full, None);
        if response.clicked() {
            ctx.select(row.subject);
        }
        actions(ui, cells[5], |ui| {
            let more = ui.add(IconButton::new(icons::DOTS_THREE, &row.more).size(ButtonSize::Small));
            egui::Popup::menu(&more).show(|ui| {
                for state in ReferralState::ALL {
                    let item = MenuItem::new(referral_word(texts, state)).checked(state == row.state);
                    if ui.add(item).clicked() && state != row.state {
                        ctx.edit(Edit::AdvanceReferral { referral: row.id, to: state });
                    }
                }
                menu_separator(ui);
                if ui.add(MenuItem::new(texts.common_edit()).icon(icons::PENCIL_SIMPLE_LINE)).clicked() {
                    ctx.open(Sheet::EditReferral(row.id));
                }
                let remove = MenuItem::new(texts.referrals_remove()).icon(icons::TRASH).danger();
                if ui.add(remove).clicked() {
                    ctx.edit(Edit::RemoveReferral { referral: row.id });
                }
            });
            if row.owner_must_be_told {
                if ctx.add_writing(ui, Button::tonal(texts.referrals_mark_told()).small()).clicked() {
                    ctx.edit(Edit::TellOwner { referral: row.id });
                }
            } else if let Some(next) = row.next {
                let button = Button::ghost(referral_word(texts, next)).icon(icons::CARET_RIGHT).small();
                if ui.add(button).clicked() {
                    ctx.edit(Edit::AdvanceReferral { referral: row.id, to: next });
                }
            }
        });
    });
}

fn introduction_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &IntroductionRow, columns: &[f32; 6]) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.push_id(row.id, |ui| {
        let selected = row.contact.is_some() && ctx.selection.contact == row.contact;
        let (rect, response) = ledger::row(ui, &row.name, selected);
        let cells = ledger::cells(rect, columns);
        let painter = ui.painter().clone();
        let glyph = egui::Rect::from_min_size(cells[0].min, vec2(16.0, cells[0].height()));
        paint_icon(&painter, glyph.center(), icons::USERS_THREE, Weight::Regular, 16.0, p.text2);
        // Two names need the room of two columns.
        let names = egui::Rect::from_min_max(pos2(glyph.right() + 8.0, cells[0].top()), cells[1].max);
        let end = ledger::put(&painter, names, &row.name, TextKind::Strong, p.text);
        let by = egui::Rect::from_min_max(pos2(end + 10.0, names.top()), names.max);
        ledger::put(&painter, by, &row.by, TextKind::Body, p.text2);
        ledger::put(&painter, cells[2], &row.note, TextKind::Body, p.text2);
        let dot = introduction_dot(p, row.state);
        ledger::state(&painter, cells[3], introduction_word(texts, row.state), dot, p.text);
        ledger::put(&painter, cells[4], &row.on, TextKind::Body, p.text2);
        if response.clicked()
            && let Some(contact) = row.contact
        {
            ctx.select(contact);
        }
        actions(ui, cells[5], |ui| {
            let more = ui.add(IconButton::new(icons::DOTS_THREE, &row.more).size(ButtonSize::Small));
            egui::Popup::menu(&more).show(|ui| {
                for state in IntroductionState::ALL {
                    let item = MenuItem::new(introduction_word(texts, state)).checked(state == row.state);
                    if ui.add(item).clicked() {
                        change_introduction(ctx, row, state);
                    }
                }
                menu_separator(ui);
                let remove = MenuItem::new(texts.referrals_remove_introduction()).icon(icons::TRASH).danger();
                if ui.add(remove).clicked() {
                    ctx.edit(Edit::RemoveIntroduction { introduction: row.id });
                }
            });
            if let Some(next) = row.next {
                let button = Button::ghost(introduction_word(texts, next)).icon(icons::CARET_RIGHT).small();
                if ui.add(button).clicked() {
                    change_introduction(ctx, row, next);
                }
            }
        });
    });
}

fn change_introduction(ctx: &mut ViewCtx<'_>, row: &IntroductionRow, state: IntroductionState) {
    let Some(old) = ctx.book.get(row.id).filter(|old| old.state != state) else { return };
    let made_now = !old.state.is_made() && state.is_made() && old.on.is_none();
    let on = if made_now { Some(ctx.today) } else { old.on };
    let introduction = Introduction { state, on, ..Introduction::clone(old) };
    ctx.edit(Edit::ChangeIntroduction { introduction: Box::new(introduction) });
}

/// The word for the state of a referral.
pub(super) fn referral_word(texts: &Texts, state: ReferralState) -> &str {
    match state {
        ReferralState::Considered => texts.common_referral_considered(),
        ReferralState::PassedOn => texts.common_referral_passed_on(),
        ReferralState::OwnerTold => texts.common_referral_owner_told(),
        ReferralState::TheyMet => texts.common_referral_met(),
        ReferralState::Outcome => texts.common_referral_outcome(),
        ReferralState::Thanked => texts.common_referral_thanked(),
    }
}

/// The seal of a state; the word always stands beside it.
pub(super) fn referral_kind(state: ReferralState) -> Kind {
    match state {
        ReferralState::Considered => Kind::Review,
        ReferralState::PassedOn => Kind::Message,
        ReferralState::OwnerTold => Kind::Call,
        ReferralState::TheyMet => Kind::Meet,
        ReferralState::Outcome => Kind::Other,
        ReferralState::Thanked => Kind::Thanks,
    }
}

/// The word for the state of an introduction.
pub(super) fn introduction_word(texts: &Texts, state: IntroductionState) -> &str {
    match state {
        IntroductionState::Promised => texts.referrals_introduction_promised(),
        IntroductionState::AskedOne => texts.referrals_introduction_asked_one(),
        IntroductionState::BothAgreed => texts.referrals_introduction_both_agreed(),
        IntroductionState::Made => texts.referrals_introduction_made(),
        IntroductionState::TheyMet => texts.referrals_introduction_met(),
        IntroductionState::LedToWork => texts.referrals_introduction_led_to_work(),
        IntroductionState::CameToNothing => texts.referrals_introduction_nothing(),
    }
}

/// The colour of its dot, as of the arrows in the network.
pub(super) fn introduction_dot(p: &Palette, state: IntroductionState) -> Color32 {
    match state {
        IntroductionState::Promised | IntroductionState::AskedOne | IntroductionState::BothAgreed => {
            p.k_thanks
        }
        IntroductionState::Made | IntroductionState::TheyMet => p.k_review,
        IntroductionState::LedToWork => p.k_meet,
        IntroductionState::CameToNothing => p.line_strong,
    }
}
