//! The gallery of cards: what is shown, in which groups and sizes, and what is turned over.
//!
//! Owns the state of the view. Must not know how rows are found (`index::GalleryRows`) or pictures
//! decoded (`thumbnails`). Start reading at [`CardsView::ui`]; the places of the tiles are worked
//! out in `rows`, what a tile says in `facts`, the painting is in `grid`.
//!
//! Invariant: only what is visible is laid out and painted, whatever the book holds
//! (held by `rows::tests::only_visible_rows_are_touched`).

mod bar;
mod facts;
mod grid;
mod keys;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui;

use crate::gui::ctx::{Cached, Order, Selection, ViewCtx};
use crate::gui::theme::icons;
use crate::gui::theme::{Palette, space};
use crate::gui::widgets::EmptyState;
use crate::index::{GalleryQuery, GalleryRows, SearchResult, Tile};
use crate::model::{Circle, Id};
use crate::text::Locale;

use facts::{GroupFacts, TileFacts};
use rows::Rows;

/// Space at the left and right of the page.
const EDGE: f32 = 20.0;

/// The gallery of cards.
#[derive(Default)]
pub struct CardsView {
    query: GalleryQuery,
    gallery: Cached<GalleryKey, Arc<Gallery>>,
    counts: Cached<(u64, chrono::NaiveDate, Locale), bar::Figures>,
    rows: Cached<(u64, u32, u32, usize), Arc<Rows>>,
    /// Where the rows were drawn last, for the keys.
    placed: Option<Arc<Rows>>,
    /// Counts up with every other gallery.
    generation: u64,
    /// What tiles say; made when they come into sight.
    tiles: BTreeMap<Tile, Arc<TileFacts>>,
    tiles_of: Option<(u64, chrono::NaiveDate, Locale)>,
    /// Tiles that show their backs.
    turned: BTreeSet<Tile>,
    /// What was selected when the grid was drawn last: a new selection scrolls into sight.
    seen: Selection,
    /// The tile that the keyboard is on, as of the last frame.
    focused: Option<Tile>,
    /// The tile that gets the keyboard in this frame.
    focus_next: Option<Tile>,
}

/// On what the gallery rests.
type GalleryKey = (u64, u64, chrono::NaiveDate, Locale, GalleryQuery);

/// The tiles in their groups, with what the headings say.
struct Gallery {
    rows: GalleryRows,
    order: Arc<Order>,
    groups: Vec<GroupFacts>,
    generation: u64,
}

impl CardsView {
    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let fill = egui::Frame::new().fill(p.desk);
        egui::CentralPanel::default().frame(fill).show(ui, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::S, 0.0);
            self.forget_what_is_gone(ctx);
            self.bar_ui(ctx, ui);
            let gallery = self.gallery(ctx);
            self.keys(ctx, ui, &gallery);
            if gallery.rows.is_empty() {
                self.empty_ui(ctx, ui);
            } else {
                self.grid_ui(ctx, ui, &gallery);
            }
        });
    }

    /// Shows the cards of one circle, or all.
    pub fn show_circle(&mut self, circle: Option<Id<Circle>>) {
        self.query = GalleryQuery {
            circle,
            group_by: self.query.group_by,
            sort: self.query.sort,
            ..GalleryQuery::default()
        };
    }

    /// The circle whose cards are shown.
    pub fn circle(&self) -> Option<Id<Circle>> {
        self.query.circle
    }

    /// A circle that was removed filters no longer.
    fn forget_what_is_gone(&mut self, ctx: &ViewCtx<'_>) {
        if self.query.circle.is_some_and(|circle| ctx.book.get(circle).is_none()) {
            self.query.circle = None;
        }
        let key = (ctx.revision, ctx.today, ctx.texts.locale());
        if self.tiles_of != Some(key) {
            self.tiles_of = Some(key);
            self.tiles.clear();
        }
    }

    fn gallery(&mut self, ctx: &mut ViewCtx<'_>) -> Arc<Gallery> {
        let locale = ctx.texts.locale();
        let key = (ctx.revision, ctx.search.generation, ctx.today, locale, self.query.clone());
        let generation = &mut self.generation;
        let gallery = self.gallery.get(key, |(.., query)| {
            *generation += 1;
            let everything = SearchResult::default();
            let found = ctx.search.found.as_deref().unwrap_or(&everything);
            let rows = GalleryRows::of(ctx.book, ctx.index, query, found, ctx.today);
            let groups = rows.groups.iter().map(|group| GroupFacts::of(ctx, query.group_by, group)).collect();
            let order = Arc::new(Order::of(rows.tiles().filter_map(|tile| tile.contact)));
            Arc::new(Gallery { rows, order, groups, generation: *generation })
        });
        *ctx.order = Some(Arc::clone(&gallery.order));
        Arc::clone(gallery)
    }

    /// What a tile says, made at the first look.
    fn facts(&mut self, ctx: &ViewCtx<'_>, tile: Tile) -> Arc<TileFacts> {
        let facts = self.tiles.entry(tile).or_insert_with(|| Arc::new(TileFacts::of(ctx, tile)));
        Arc::clone(facts)
    }

    fn is_filtered(&self) -> bool {
        let unfiltered =
            GalleryQuery { group_by: self.query.group_by, sort: self.query.sort, ..GalleryQuery::default() };
        self.query != unfiltered
    }

    fn clear_filters(&mut self) {
        self.show_circle(None);
    }

    /// Nothing to show: why, and what to do about it.
    fn empty_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        ui.add_space((ui.available_height() * 0.28).max(space::XL));
        // The text as it is being typed; that of the search rests while the window is drawn.
        let query = ctx.query.trim();
        if !query.is_empty() {
            let words = texts.cards_empty_search_words(query);
            let empty = EmptyState::new(icons::MAGNIFYING_GLASS, texts.cards_empty_search(), &words);
            if empty.action(texts.app_search_clear()).show(ui) {
                ctx.query.clear();
                self.clear_filters();
            }
        } else if self.is_filtered() {
            let (title, words) = (texts.cards_empty_filter(), texts.cards_empty_filter_words());
            let empty = EmptyState::new(icons::CARDS, title, words);
            if empty.action(texts.cards_empty_filter_clear()).show(ui) {
                self.clear_filters();
            }
        } else {
            EmptyState::new(icons::CARDS, texts.cards_empty(), texts.cards_empty_words()).show(ui);
        }
    }
}
