//! Where the cards are, on one page: the tree of places at the left, the cards of the chosen one at the right.
//!
//! Owns which place is looked at and which of its cards are chosen. The tree is in [`tree`], the cards in [`cards`], who has
//! which in [`away`], their menu in [`menu`], what can be done in [`tools`]; smaller sheets beside them make a place ([`form`]), put cards into one
//! ([`put_into`]) and lend or give them ([`lend`]). Start reading at [`PlacesPage::ui`].
//!
//! Invariant: only rows and cards in sight are drawn, whatever the book holds (`app_places::ten_thousand_cards_are_no_trouble`).

mod away;
mod cards;
mod form;
mod lend;
mod menu;
mod put_into;
mod tools;
mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Rect, Stroke, Ui, pos2};

use super::{Next, SheetUi};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::Palette;
use crate::index::Spot;
use crate::model::{Card, Id};
use crate::session::cards_at;
use crate::text::fold::fold;
use crate::text::{Locale, Texts};

pub use form::PlaceForm;
pub use lend::LendSheet;
pub use put_into::PutInto;

/// Height of the row at the top of both parts.
const HEAD: f32 = 56.0;

/// Revision, language, spot, what is searched.
type ListKey = (u64, Locale, Spot, String);

/// Cards that are being carried to a place.
#[derive(Debug, Clone)]
struct Carried(BTreeSet<Id<Card>>);

/// The page of places.
pub struct PlacesPage {
    spot: Spot,
    query: String,
    chosen: BTreeSet<Id<Card>>,
    /// Where a range of chosen cards begins.
    anchor: Option<Id<Card>>,
    listed: Cached<ListKey, Arc<Vec<Id<Card>>>>,
    /// What a card in sight says; made when it comes into sight.
    facts: BTreeMap<Id<Card>, Arc<cards::Facts>>,
    facts_of: Option<(u64, Locale)>,
    lines: Cached<(u64, Locale, chrono::NaiveDate), tree::Lines>,
    /// The place that gets the keyboard in this frame: it was moved.
    focus: Option<Id<crate::model::Storage>>,
    /// The menu that is open.
    menu: Option<menu::CardMenu>,
    /// The choices of the contact sheet, as places in their lists.
    paper: usize,
    size: usize,
}

impl PlacesPage {
    /// Returns the page as it opens; at the first place with cards when none is asked for.
    pub fn new(spot: Option<Spot>, ctx: &ViewCtx<'_>) -> Self {
        let first = || {
            let tree = ctx.index.place_tree();
            let row = tree.rows.iter().find(|row| row.all > 0).or_else(|| tree.rows.first());
            row.map_or(Spot::Unknown, |row| Spot::Place(row.place))
        };
        Self {
            spot: spot.unwrap_or_else(first),
            query: String::new(),
            chosen: BTreeSet::new(),
            anchor: None,
            listed: Cached::default(),
            facts: BTreeMap::new(),
            facts_of: None,
            lines: Cached::default(),
            focus: None,
            menu: None,
            paper: 0,
            size: 0,
        }
    }

    /// Looks at another spot.
    fn go(&mut self, spot: Spot) {
        if self.spot != spot {
            self.spot = spot;
            self.chosen.clear();
            self.anchor = None;
        }
    }

    /// Follows the book: a place that is gone is not looked at, a card that is gone not chosen.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if let Spot::Place(place) = self.spot
            && ctx.book.get(place).is_none()
        {
            self.go(Spot::Unknown);
        }
        let key = (ctx.revision, ctx.texts.locale());
        if self.facts_of != Some(key) {
            self.facts_of = Some(key);
            self.facts.clear();
        }
    }

    /// The cards at the spot that the search finds.
    fn listed(&mut self, ctx: &ViewCtx<'_>) -> Arc<Vec<Id<Card>>> {
        let key = (ctx.revision, ctx.texts.locale(), self.spot, fold(self.query.trim()));
        let before = self.listed.kept().map(Arc::clone);
        let listed = self.listed.get(key, |(_, _, spot, query)| {
            let mut all: Vec<Id<Card>> = match spot {
                Spot::Lent => ctx.index.loans().into_iter().map(|loan| loan.card).collect(),
                spot => cards_at(ctx.book, ctx.index, *spot),
            };
            all.retain(|card| query.is_empty() || cards::says(ctx, *card, query));
            Arc::new(all)
        });
        let listed = Arc::clone(listed);
        let is_same = before.is_some_and(|before| Arc::ptr_eq(&before, &listed));
        if !is_same && !self.chosen.is_empty() {
            let there: BTreeSet<Id<Card>> = listed.iter().copied().collect();
            self.chosen.retain(|card| there.contains(card));
        }
        listed
    }

    fn keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, listed: &[Id<Card>]) {
        if egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        // Only when nothing is chosen any more it closes the page.
        if !self.chosen.is_empty() && pressed(Modifiers::NONE, Key::Escape) {
            self.chosen.clear();
            self.anchor = None;
        }
        if ui.ctx().text_edit_focused() {
            return;
        }
        if pressed(Modifiers::COMMAND, Key::A) {
            self.chosen = listed.iter().copied().collect();
        }
        if ctx.writable && !self.chosen.is_empty() {
            if pressed(Modifiers::NONE, Key::W) {
                ctx.open(crate::gui::command::Sheet::PutInto(self.chosen.clone()));
            } else if pressed(Modifiers::NONE, Key::B) {
                ctx.open(crate::gui::command::Sheet::Lend(self.chosen.clone(), false));
            }
        }
    }
}

impl SheetUi for PlacesPage {
    fn title(&self, texts: &Texts) -> String {
        texts.places_title().to_owned()
    }

    fn is_page(&self) -> bool {
        true
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        self.catch_up(ctx);
        let page = ui.max_rect();
        let width = (page.width() * 0.26).clamp(250.0, 340.0).round();
        let left = Rect::from_min_max(page.min, pos2(page.left() + width, page.bottom()));
        let right = page.with_min_x(left.right());
        let p = Palette::of(ui);
        ui.painter().rect_filled(left, 0, p.rail);
        ui.painter().rect_filled(right, 0, p.desk);
        ui.painter().vline(left.right(), page.y_range(), Stroke::new(1.0, p.line));
        let listed = self.listed(ctx);
        self.keys(ctx, ui, &listed);
        let next = self.tree_ui(ctx, ui, left);
        let rest = self.tools_ui(ctx, ui, right, &listed);
        match self.spot {
            Spot::Lent | Spot::PassedOn | Spot::Discarded => self.away_ui(ctx, ui, rest, &listed),
            Spot::Place(_) | Spot::Unknown | Spot::Digital => self.cards_ui(ctx, ui, rest, &listed),
        }
        next
    }
}
