//! A field in which a place is chosen: search as one types, or a new place under the typed name.
//!
//! Keep a [`PlacePicker`] in the state of the sheet and call [`PlacePicker::ui`] every frame. Down and Up move through the
//! places, Enter takes one. Nothing is written to the book here.

use eframe::egui::{self, Sense, Vec2, WidgetInfo, pos2, vec2};

use super::list_keys::{ListKeys, row_ground};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::widgets::{TextField, paint_icon};
use crate::model::{Id, Storage, StorageKind};
use crate::text::fold::fold;

/// How many places are listed; more typing is quicker than scrolling.
const MOST: usize = 40;
/// Height of a row.
const ROW: f32 = 34.0;

/// Revision, what is typed, what is not offered.
type HitsKey = (u64, String, Option<Id<Storage>>);

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceChoice {
    /// A place of the book.
    Place(Id<Storage>),
    /// A new one with this name.
    New(String),
}

/// What is typed to find a place.
#[derive(Debug, Default)]
pub struct PlacePicker {
    query: String,
    highlighted: usize,
    wants_focus: bool,
    /// Neither this one nor what lies inside it is offered.
    without: Option<Id<Storage>>,
    hits: Cached<HitsKey, Vec<Hit>>,
}

/// A place as a row shows it.
#[derive(Debug)]
struct Hit {
    place: Id<Storage>,
    icon: &'static str,
    path: String,
    count: String,
    is_exact: bool,
}

impl PlacePicker {
    /// The field takes the keyboard when it is first shown.
    #[must_use]
    pub fn focused() -> Self {
        Self { wants_focus: true, ..Self::default() }
    }

    /// Does not offer a place and what lies inside it: nothing comes into itself.
    #[must_use]
    pub fn without(mut self, place: Option<Id<Storage>>) -> Self {
        self.without = place;
        self
    }

    /// Draws the field and the places; returns what was chosen in this frame. `may_make`: a name that no place has makes one.
    pub fn ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut egui::Ui,
        label: &str,
        may_make: bool,
    ) -> Option<PlaceChoice> {
        let id = ui.scope_id().with(("place picker", label));
        let keys = ListKeys::take(ui, id, true);
        let hint = ctx.texts.places_pick_hint();
        let response = TextField::new(label).hint(hint).id(id).show(ui, &mut self.query);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.changed() {
            self.highlighted = 0;
        }
        let key = (ctx.revision, self.query.clone(), self.without);
        let hits = self.hits.get(key, |(_, query, without)| hits(ctx, query, *without));
        let typed = self.query.split_whitespace().collect::<Vec<_>>().join(" ");
        let makes = may_make && !typed.is_empty() && !hits.iter().any(|hit| hit.is_exact);
        let count = hits.len() + usize::from(makes);
        if count == 0 {
            return None;
        }
        keys.step(&mut self.highlighted, count);
        let mut taken = keys.enter.then_some(self.highlighted);
        let height = ROW * count.min(7) as f32;
        egui::ScrollArea::vertical().id_salt("places").max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(ui.available_width());
            for (at, hit) in hits.iter().enumerate() {
                let shown = row(ui, hit.icon, &hit.path, &hit.count, at == self.highlighted);
                if keys.moves() && at == self.highlighted {
                    shown.scroll_to_me(None);
                }
                if shown.clicked() {
                    taken = Some(at);
                }
            }
            if makes {
                let words = ctx.texts.places_pick_new(&typed);
                let shown = row(ui, icons::PLUS, &words, "", hits.len() == self.highlighted);
                if shown.clicked() {
                    taken = Some(hits.len());
                }
            }
        });
        taken.map(|at| hits.get(at).map_or(PlaceChoice::New(typed), |hit| PlaceChoice::Place(hit.place)))
    }
}

/// The places whose path has all typed words, in the order of the tree.
fn hits(ctx: &ViewCtx<'_>, query: &str, without: Option<Id<Storage>>) -> Vec<Hit> {
    let tree = ctx.index.place_tree();
    let words = fold(query);
    let words: Vec<&str> = words.split_whitespace().collect();
    let left_out: Vec<Id<Storage>> =
        without.map(|place| tree.with_inner(place).iter().map(|row| row.place).collect()).unwrap_or_default();
    let hit = |row: &crate::index::PlaceRow| {
        let storage = ctx.book.get(row.place).filter(|storage| !left_out.contains(&storage.id))?;
        let path = tree.path(ctx.book, row.place);
        let folded = fold(&path);
        words.iter().all(|word| folded.contains(word)).then(|| Hit {
            place: row.place,
            icon: kind_icon(storage.kind),
            is_exact: fold(&storage.name) == words.join(" "),
            path,
            count: ctx.texts.locale().number(row.all as i64),
        })
    };
    tree.rows.iter().filter_map(hit).take(MOST).collect()
}

/// The glyph of a kind of place.
pub const fn kind_icon(kind: StorageKind) -> &'static str {
    match kind {
        StorageKind::Box => icons::CARDS,
        StorageKind::Binder => icons::ROWS,
        StorageKind::Page => icons::FILE_TEXT,
        StorageKind::Wallet => icons::IDENTIFICATION_CARD,
        StorageKind::Drawer => icons::HARD_DRIVES,
        StorageKind::Other => icons::MAP_PIN,
    }
}

fn row(ui: &mut egui::Ui, icon: &str, words: &str, count: &str, highlighted: bool) -> egui::Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, highlighted, words));
    if ui.is_rect_visible(rect) {
        row_ground(ui, rect, &response, highlighted);
        let y = rect.center().y;
        paint_icon(ui.painter(), pos2(rect.left() + 18.0, y), icon, Weight::Regular, 16.0, p.text2);
        let count = text::line(ui.painter(), count, TextKind::Small, p.text3, 60.0);
        let at = pos2(rect.right() - 10.0 - count.size().x, y - count.size().y / 2.0);
        let room = at.x - rect.left() - 46.0;
        ui.painter().galley(at, count, p.text3);
        let words = text::line(ui.painter(), words, TextKind::Body, p.text, room);
        let at = rect.left_center() + vec2(36.0, -words.size().y / 2.0);
        ui.painter().galley(at, words, p.text);
    }
    response
}
