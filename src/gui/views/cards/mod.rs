//! The gallery of cards: what is shown, in which groups and sizes, and what is turned over.
//!
//! Owns the state of the view. Must not know how rows are found (`index::GalleryRows`) or pictures
//! decoded (`thumbnails`). Start reading at [`CardsView::ui`]; the places of the tiles are worked
//! out in `rows`, what a tile says in `facts`, the painting is in `grid`, `tile` and `table`.
//!
//! Invariant: only what is visible is laid out and painted, whatever the book holds
//! (held by `rows::tests::only_visible_rows_are_touched`).

mod rows;
mod folds;
mod facts;
mod cells;
mod bar;
mod chips;
mod grid;
mod heading;
mod tile;
mod columns;
mod table;
mod zoom;
mod marks;
mod ahead;
mod band;
mod carry;
mod menu;
pub(in crate::gui) use menu::circles_menu;
mod bulk;
mod keys;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use eframe::egui;

use crate::gui::command::{Action, Command};
use crate::gui::ctx::{Cached, Order, Selection, ViewCtx};
use crate::gui::settings::TableColumn;
use crate::gui::theme::icons;
use crate::gui::theme::{Palette, space};
use crate::gui::why::Why;
use crate::gui::widgets::EmptyState;
use crate::index::{GalleryQuery, GalleryRows, GroupBy, SearchResult, Tile};
use crate::model::{Circle, Contact, Id, Organization};
use crate::text::Locale;

use band::Band;
use cells::RowFacts;
use facts::{GroupFacts, TileFacts};
use rows::{Grid, Rows};
use zoom::{Drawn, Zooming};

/// Space at the left and right of the page.
const EDGE: f32 = 20.0;

/// The gallery of cards.
#[derive(Default)]
pub struct CardsView {
    query: GalleryQuery,
    gallery: Cached<GalleryKey, Arc<Gallery>>,
    counts: Cached<(u64, chrono::NaiveDate, Locale), chips::Figures>,
    rows: Cached<(u64, u64, Grid), Arc<Rows>>,
    /// What was drawn last, for the keys and for what is to stay in place.
    drawn: Option<Drawn>,
    /// Counts up with every other gallery.
    generation: u64,
    /// What tiles say; made when they come into sight.
    tiles: BTreeMap<Tile, Arc<TileFacts>>,
    /// The same for rows of the table.
    cells: BTreeMap<Tile, Arc<RowFacts>>,
    facts_of: Option<(u64, chrono::NaiveDate, Locale, Vec<TableColumn>)>,
    /// Why the people in sight were found, for one state of the search.
    whys: BTreeMap<Tile, Option<Arc<Why>>>,
    whys_of: Option<(u64, u64, Locale)>,
    /// How many more may be worked out in this frame.
    whys_left: usize,
    /// Groups of which only the heading is shown.
    folds: folds::Folds,
    columns: columns::Columns,
    /// Tiles that show their backs.
    turned: BTreeSet<Tile>,
    /// What was selected when the grid was drawn last: a new selection scrolls into sight.
    seen: Selection,
    /// The tile that the keyboard is on, as of the last frame.
    focused: Option<Tile>,
    /// The tile that gets the keyboard in this frame.
    focus_next: Option<Tile>,
    /// What comes into sight next.
    ahead: ahead::Ahead,
    /// The tile that is to be scrolled into sight.
    reveal: Option<Tile>,
    /// Where a range of marks begins, and where it ends now.
    anchor: Option<Tile>,
    cursor: Option<Tile>,
    /// The gallery for which the marks were looked through.
    marks_of: u64,
    band: Option<Band>,
    /// An offset that is to be scrolled to once more.
    kept: Option<f32>,
    zooming: Option<Zooming>,
    /// Where the pointer was when the size changed, from the corner of the desk.
    zoomed_at: Option<egui::Vec2>,
    /// The tag that is being typed, and those of the book.
    tag: String,
    tags: Cached<(u64, BTreeSet<Id<Contact>>), Vec<bulk::Tag>>,
    completer: super::completion::Completer,
    /// The events on which cards can be dropped.
    nearest: Cached<(u64, chrono::NaiveDate, Locale), Vec<carry::Nearby>>,
    /// The name that is being typed for an organization, and for which one the field is open.
    new_name: Option<String>,
    /// How many people and cards the search finds without the filters, and in the archive.
    elsewhere: Cached<(u64, u64, chrono::NaiveDate), (usize, usize)>,
    renaming: Option<Id<Organization>>,
}

/// Reasons that are worked out in one frame; the others come in the next ones.
const WHYS_A_FRAME: usize = 12;

/// How many tiles remember what they say; scrolling through everything would fill the memory with it.
const REMEMBERED: usize = 4_000;

/// Makes room in what is remembered.
fn bounded<T>(all: &mut BTreeMap<Tile, T>) {
    if all.len() >= REMEMBERED {
        all.clear();
    }
}

/// On what the gallery rests.
type GalleryKey = (u64, u64, chrono::NaiveDate, Locale, GalleryQuery);

/// The tiles in their groups, with what the headings say.
struct Gallery {
    /// What was asked for, and the words that were searched.
    query: (GalleryQuery, String),
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
            // A menu that closes in this frame has had its key.
            let had_menu = egui::Popup::is_any_open(ui.ctx());
            self.bar_ui(ctx, ui);
            let gallery = self.gallery(ctx);
            self.unmark_what_is_hidden(ctx, &gallery);
            self.bulk_ui(ctx, ui);
            if !had_menu {
                self.keys(ctx, ui, &gallery);
            }
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
            reversed: self.query.reversed,
            ..GalleryQuery::default()
        };
    }

    /// Comes back to where it was scrolled, after something else was shown in its place.
    pub fn come_back(&mut self) {
        self.kept = self.drawn.as_ref().map(|drawn| drawn.offset);
    }

    /// The circle whose cards are shown.
    pub fn circle(&self) -> Option<Id<Circle>> {
        self.query.circle
    }

    /// Groups and order are kept between starts. A circle that was removed filters no longer.
    fn forget_what_is_gone(&mut self, ctx: &ViewCtx<'_>) {
        self.query.group_by = ctx.settings.group_by;
        self.query.sort = ctx.settings.sort;
        self.query.reversed = ctx.settings.sort_reversed;
        self.folds.follow(&ctx.settings.folded);
        if self.query.circle.is_some_and(|circle| ctx.book.get(circle).is_none()) {
            self.query.circle = None;
        }
        if let Some(crate::index::Spot::Place(place)) = self.query.place
            && ctx.book.get(place).is_none()
        {
            self.query.place = None;
        }
        let columns = &ctx.settings.table_columns;
        let key = (ctx.revision, ctx.today, ctx.texts.locale());
        if self.facts_of.as_ref().is_none_or(|of| (of.0, of.1, of.2) != key || of.3 != *columns) {
            self.facts_of = Some((key.0, key.1, key.2, columns.clone()));
            self.tiles.clear();
            self.cells.clear();
        }
        let key = (ctx.revision, ctx.search.generation, ctx.texts.locale());
        if self.whys_of != Some(key) {
            self.whys_of = Some(key);
            self.whys.clear();
        }
        self.whys_left = WHYS_A_FRAME;
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
            let people = rows.tiles().filter_map(|tile| tile.contact);
            let is_once = query.group_by != GroupBy::Circle;
            let order = Arc::new(if is_once { Order::of(people) } else { Order::of_first(people) });
            let query = (query.clone(), ctx.search.query.clone());
            Arc::new(Gallery { query, rows, order, groups, generation: *generation })
        });
        *ctx.order = Some(Arc::clone(&gallery.order));
        Arc::clone(gallery)
    }

    /// What a tile says, made at the first look.
    fn facts(&mut self, ctx: &ViewCtx<'_>, tile: Tile) -> Arc<TileFacts> {
        bounded(&mut self.tiles);
        let facts = self.tiles.entry(tile).or_insert_with(|| Arc::new(TileFacts::of(ctx, tile)));
        Arc::clone(facts)
    }

    /// Why a person in sight was found, when the tile does not show it anyway.
    fn why(&mut self, ctx: &ViewCtx<'_>, ui: &egui::Ui, tile: Tile) -> Option<Arc<Why>> {
        let (found, contact) = (ctx.search.found.as_ref()?, tile.contact?);
        if let Some(known) = self.whys.get(&tile) {
            return known.clone();
        }
        if self.whys_left == 0 {
            ui.ctx().request_repaint();
            return None;
        }
        self.whys_left -= 1;
        bounded(&mut self.whys);
        let why = Why::of(ctx.index, found, contact, ctx.texts).map(Arc::new);
        self.whys.insert(tile, why.clone());
        why
    }

    fn is_filtered(&self) -> bool {
        let unfiltered =
            GalleryQuery { group_by: self.query.group_by, sort: self.query.sort, ..GalleryQuery::default() };
        GalleryQuery { reversed: false, ..self.query.clone() } != unfiltered
    }

    fn clear_filters(&mut self) {
        self.show_circle(None);
    }

    /// How many people and cards the search finds without the filters, and in the archive.
    fn found_elsewhere(&mut self, ctx: &ViewCtx<'_>) -> (usize, usize) {
        let Some(found) = ctx.search.found.as_deref() else { return (0, 0) };
        *self.elsewhere.get((ctx.revision, ctx.search.generation, ctx.today), |_| {
            let count = |archived| {
                let query = GalleryQuery { archived, ..GalleryQuery::default() };
                GalleryRows::of(ctx.book, ctx.index, &query, found, ctx.today).tiles().count()
            };
            (count(false), count(true))
        })
    }

    /// Nothing to show: why, and what to do about it.
    fn empty_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        ui.add_space((ui.available_height() * 0.28).max(space::XL));
        // The text as it is being typed; that of the search rests while the window is drawn.
        let query = ctx.query.trim();
        let (elsewhere, archived) = if query.is_empty() { (0, 0) } else { self.found_elsewhere(ctx) };
        let query = ctx.query.trim();
        if !query.is_empty() && self.is_filtered() && elsewhere > 0 {
            let circle = self.query.circle.and_then(|id| ctx.book.get(id));
            let title = match circle {
                Some(circle) => texts.cards_empty_not_in(&super::people::tidy(&circle.name)),
                None => texts.cards_empty_not_among().to_owned(),
            };
            let words = texts.cards_empty_elsewhere(elsewhere as i64, query);
            let empty = EmptyState::new(icons::MAGNIFYING_GLASS, &title, &words);
            if empty.action(&texts.cards_empty_elsewhere_show(elsewhere as i64)).show(ui) {
                self.clear_filters();
            }
        } else if !query.is_empty() && !self.query.archived && archived > 0 {
            let words = texts.cards_empty_in_archive(archived as i64, query);
            let empty = EmptyState::new(icons::MAGNIFYING_GLASS, texts.cards_empty_search(), &words);
            if empty.action(texts.cards_empty_archived_show()).show(ui) {
                self.clear_filters();
                self.query.archived = true;
            }
        } else if !query.is_empty() {
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
            self.nobody_ui(ctx, ui);
        }
    }

    /// Nobody is left on the desk: where everybody went, and the way there.
    fn nobody_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let (archived, trashed) = (ctx.book.contacts.len(), ctx.book.trash.len());
        if archived > 0 {
            let words = texts.cards_empty_archived_words(archived as i64);
            let empty = EmptyState::new(icons::CARDS, texts.cards_empty_archived(), &words);
            if empty.action(texts.cards_empty_archived_show()).show(ui) {
                self.query.archived = true;
            }
        } else if trashed > 0 {
            let words = texts.cards_empty_trash_words(trashed as i64);
            let empty = EmptyState::new(icons::TRASH, texts.cards_empty_trash(), &words);
            if empty.action(texts.cards_empty_trash_show()).show(ui) {
                ctx.ask(Command::Do(Action::Trash));
            }
        } else {
            EmptyState::new(icons::CARDS, texts.cards_empty(), texts.cards_empty_words()).show(ui);
        }
    }
}
