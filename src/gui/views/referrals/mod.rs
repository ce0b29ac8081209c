//! The ledger of cards passed on, leads received, and introductions: a board by state, a table, people, and the year
//! looked back upon.
//!
//! Owns what is shown and the filter. Must not know what a step does to promises (`crate::edit`).
//! Start reading at [`ReferralsView`], then `rows`.
//!
//! Invariant: an owner who was not told stands on top until told
//! (held by `rows::tests::a_promise_stands_on_top_until_it_is_kept`).

mod matches;
mod rows;
mod table;
mod widths;
mod board;
mod balance;
mod year;
mod plots;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Color32, Layout, Ui, vec2};

use crate::edit::Edit;
use crate::gui::command::{Command, RequestOf, Route, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::settings::ReferralLayout;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Button, Chip, EmptyState, Kind, segmented_icons};
use crate::gui::work::Work;
use crate::jobs::Jobs;
use crate::model::{DueSource, FollowUpKind, Id, IntroductionState, Reason, Referral, ReferralState};
use crate::session::Session;
use crate::text::{Locale, Texts};

use board::Board;
use rows::{Ledger, Sort};
pub(super) use rows::{next_of, next_of_introduction};

/// Width of the menus of rows and cards, in points.
const MENU: f32 = 236.0;

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

type Key = (u64, u64, NaiveDate, Locale, Filter, Sort);

/// The ledger of cards passed on.
#[derive(Default)]
pub struct ReferralsView {
    filter: Filter,
    sort: Sort,
    ledger: Cached<Key, Ledger>,
    /// Of the columns of the table, for so many pixels a point.
    widths: Cached<(Key, f32), widths::Wishes>,
    board: Board,
    balance: balance::People,
    matches: matches::MatchesList,
    /// The year that is looked back upon, while it is.
    year: Option<year::YearPage>,
}

impl ReferralsView {
    /// Shows the year in review: this year.
    pub fn show_year(&mut self) {
        self.year = Some(year::YearPage::default());
    }

    /// Lets a worker look back upon the year that is shown.
    pub fn logic(&mut self, route: Route, session: &Session, jobs: &Jobs<Work>) {
        if let Some(page) = self.year.as_mut().filter(|_| route == Route::Referrals) {
            page.logic(session, jobs);
        }
    }

    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let pad = if ctx.compact { 20 } else { 36 };
        let frame =
            egui::Frame::new().inner_margin(egui::Margin { left: pad, right: pad, top: 18, bottom: 0 });
        if let Some(page) = &mut self.year {
            if frame.show(ui, |ui| page.ui(ctx, ui)).inner {
                self.year = None;
            }
            return;
        }
        let locale = ctx.texts.locale();
        let key = (ctx.revision, ctx.search.generation, ctx.today, locale, self.filter, self.sort);
        let (view, filter, sort): (&ViewCtx<'_>, Filter, Sort) = (ctx, self.filter, self.sort);
        // Taken out, so that the rows can be read while the rest is written to.
        let mut cached = std::mem::take(&mut self.ledger);
        let ledger = cached.get(key, |_| Ledger::of(view, filter, sort));
        frame.show(ui, |ui| {
            self.head_ui(ctx, ui, ledger);
            ui.add_space(space::M);
            if ctx.settings.referrals == ReferralLayout::Matches {
                self.matches.ui(ctx, ui);
            } else if ctx.settings.referrals == ReferralLayout::People {
                self.balance.ui(ctx, ui);
            } else if ledger.is_empty() {
                if empty_ui(ctx, ui, filter, ledger) {
                    self.filter = Filter::All;
                }
            } else if ctx.settings.referrals == ReferralLayout::Board
                && ctx.search.found.is_some()
                && ledger.referrals().next().is_none()
            {
                introductions_only_ui(ctx, ui);
            } else if ctx.settings.referrals == ReferralLayout::Table {
                let heads = table::heads(ctx.texts);
                let density = ui.ctx().pixels_per_point();
                let texts = ctx.texts;
                let wishes =
                    *self.widths.get((key, density), |_| widths::Wishes::of(ui, texts, ledger, &heads));
                if let Some(pressed) = table::ui(ctx, ui, ledger, self.sort, &wishes) {
                    self.sort = pressed;
                }
            } else {
                self.board.ui(ctx, ui, ledger, filter);
            }
        });
        self.ledger = cached;
    }

    fn head_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, ledger: &Ledger) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            ui.label(text::rich(texts.referrals_title(), TextKind::Display, p.text));
            ui.add_space(space::L);
            let review = Button::new(texts.year_review()).icon(icons::TREND_UP);
            let lead = Button::new(texts.referrals_add_lead()).icon(icons::PLUS);
            let buttons = review.width(ui) + lead.width(ui) + 4.0 * space::S;
            let room = (ui.available_width() - buttons).clamp(90.0, 420.0);
            ui.allocate_ui(vec2(room, sizes::BUTTON), |ui| ctx.search_field(ui, room));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ctx.add_writing(ui, lead).clicked() {
                    ctx.open(Sheet::Lead(None));
                }
                if ui.add(review).clicked() {
                    self.show_year();
                }
            });
        });
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            layout_ui(ctx, ui);
            if matches!(ctx.settings.referrals, ReferralLayout::People | ReferralLayout::Matches) {
                return;
            }
            ui.add_space(space::S);
            for (index, filter) in Filter::ALL.into_iter().enumerate() {
                let mut chip =
                    Chip::new(filter.label(texts), filter == self.filter).count(&ledger.counts[index]);
                if filter == Filter::OwnerNotTold {
                    chip = chip.seal(Kind::Promise);
                }
                if ui.add(chip).clicked() {
                    self.filter = filter;
                }
            }
        });
    }
}

/// Board, table or people: kept between starts.
fn layout_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    let all = [ReferralLayout::Board, ReferralLayout::Table, ReferralLayout::People, ReferralLayout::Matches];
    let before = all.iter().position(|layout| *layout == ctx.settings.referrals).unwrap_or(0);
    let mut at = before;
    let parts = [
        (icons::SQUARES_FOUR, texts.referrals_layout_board()),
        (icons::ROWS, texts.referrals_layout_table()),
        (icons::USERS, texts.referrals_layout_people()),
        (icons::PUZZLE_PIECE, texts.matching_tab()),
    ];
    segmented_icons(ui, texts.referrals_layout(), &parts, &mut at);
    if at != before {
        ctx.choose(|settings| settings.referrals = all[at]);
    }
}

/// The letter that tells the owner of a card that it was passed on, when nobody has told them yet: the one that their promise
/// asks for, if there is one.
pub(super) fn tell_owner(ctx: &ViewCtx<'_>, id: Id<Referral>) -> Option<Sheet> {
    let referral = ctx.book.get(id)?;
    if !referral.owner_must_be_told() || referral.recipient.contact().is_none() {
        return None;
    }
    let promises = ctx.index.links.contact(referral.subject).open_follow_ups.iter();
    let promise = promises.copied().find(|id| {
        ctx.book.get(*id).is_some_and(|it| {
            it.kind == FollowUpKind::TellOwner && it.reason == Reason::Referral(referral.id)
        })
    });
    Some(Sheet::Request(match promise {
        Some(promise) => RequestOf::Referral(DueSource::Stored(promise)),
        None => RequestOf::Owner(id),
    }))
}

/// Brings a referral to a state. What came of it is chosen, not guessed: that opens the sheet.
fn advance(ctx: &mut ViewCtx<'_>, id: Id<Referral>, to: ReferralState) {
    let Some(referral) = ctx.book.get(id).filter(|_| ctx.writable) else { return };
    if referral.state == to || !referral.course().contains(&to) {
        return;
    }
    if to == ReferralState::Outcome && referral.state < to && referral.outcome.is_none() {
        ctx.open(Sheet::EditReferral(id, true));
    } else {
        ctx.edit(Edit::AdvanceReferral { referral: id, to });
    }
}

/// Nothing fits what stands in the search field: says so, and takes it out on request.
fn nothing_found_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    let words = texts.app_search_none(&tidy(ctx.query.trim()));
    let state = EmptyState::new(icons::MAGNIFYING_GLASS, texts.cards_empty_search(), &words);
    if state.action(texts.app_search_clear()).show(ui) {
        ctx.query.clear();
    }
}

/// What is searched fits introductions only, for which the board has no place.
fn introductions_only_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    let words = texts.referrals_introductions_only(&tidy(ctx.query.trim()));
    ui.add_space(ui.available_height() * 0.25);
    let state = EmptyState::new(icons::USERS_THREE, texts.referrals_introductions(), &words);
    if state.action(texts.referrals_show_table()).show(ui) {
        ctx.choose(|settings| settings.referrals = ReferralLayout::Table);
    }
}

/// Says why there is nothing. Returns whether the filter is to be taken off.
fn empty_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, filter: Filter, ledger: &Ledger) -> bool {
    let texts = ctx.texts;
    let mut shows_all = false;
    ui.add_space(ui.available_height() * 0.25);
    ui.vertical_centered(|ui| {
        ui.set_max_width(420.0);
        // What the search finds may only be hidden by the filter.
        let is_hidden = filter != Filter::All && ledger.counts[0] != texts.locale().number(0);
        if ctx.search.found.is_some() && is_hidden {
            let words = texts.referrals_empty_filter();
            let state = EmptyState::new(icons::MAGNIFYING_GLASS, filter.label(texts), words);
            shows_all = state.action(texts.common_all()).show(ui);
        } else if ctx.search.found.is_some() {
            nothing_found_ui(ctx, ui);
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
    shows_all
}

/// The word for the state of a referral; that of a lead is told from where I stand.
fn state_word<'a>(texts: &'a Texts, referral: &Referral, state: ReferralState) -> &'a str {
    match state {
        ReferralState::PassedOn if referral.is_lead() => texts.referrals_state_received(),
        ReferralState::TheyMet if referral.is_lead() => texts.referrals_state_you_met(),
        state => referral_word(texts, state),
    }
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
