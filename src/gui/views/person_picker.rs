//! A field in which people are chosen: search as one types, with the keyboard or the pointer.
//!
//! Keep a [`PersonPicker`] in the state of the sheet and call [`PersonPicker::ui`] every frame:
//!
//! ```ignore
//! let mut picker = PersonPicker::several(draft.contacts.clone()); // or PersonPicker::one()
//! if picker.ui(ctx, ui, texts.common_contact()) {
//!     people = picker.chosen().to_vec();                          // or picker.first()
//! }
//! ```
//!
//! Down and Up move through the hits, Enter chooses, Backspace in the empty field takes the last one
//! out. Nothing is written to the book here.

use eframe::egui::{self, Key, Sense, Vec2, WidgetInfo, vec2};

use super::list_keys::{ListKeys, row_ground};
use super::people::{PersonRow, portrait};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::widgets::{Avatar, Button, TextField, note_change, paint_icon};
use crate::index::Query;
use crate::model::{Contact, Id};
use crate::text::Locale;

/// How many hits are offered; more typing is quicker than scrolling.
const HITS: usize = 6;

/// More people than this are folded.
const MOST_CHIPS: usize = 12;

/// Revision, language, query, people left out, whether the search is there.
type HitsKey = (u64, Locale, String, Vec<Id<Contact>>, bool);
/// Revision, language, people chosen.
type ShownKey = (u64, Locale, Vec<Id<Contact>>);

/// Which people are chosen, and what is typed to find more.
#[derive(Debug, Default)]
pub struct PersonPicker {
    chosen: Vec<Id<Contact>>,
    excluded: Vec<Id<Contact>>,
    single: bool,
    query: String,
    highlighted: usize,
    wants_focus: bool,
    hits: Cached<HitsKey, Vec<PersonRow>>,
    shown: Cached<ShownKey, Vec<PersonRow>>,
    /// Also those who are folded.
    shows_all: bool,
    /// A name that nobody has is offered to be added.
    offers_new: bool,
    /// The name that is to be added.
    new_name: Option<String>,
}

impl PersonPicker {
    /// Exactly one person; choosing another replaces the first.
    #[must_use]
    pub fn one() -> Self {
        Self { single: true, ..Self::default() }
    }

    /// Any number of people, beginning with these.
    #[must_use]
    pub fn several(chosen: Vec<Id<Contact>>) -> Self {
        Self { chosen, ..Self::default() }
    }

    /// These are never offered, such as the person whom the sheet is about.
    #[must_use]
    pub fn excluding(mut self, excluded: Vec<Id<Contact>>) -> Self {
        self.excluded = excluded;
        self
    }

    /// The field takes the keyboard when it is first shown.
    #[must_use]
    pub fn focused(mut self) -> Self {
        self.wants_focus = true;
        self
    }

    /// Offers to add somebody whose name nobody has; see [`PersonPicker::take_new`].
    #[must_use]
    pub fn offering_new(mut self) -> Self {
        self.offers_new = true;
        self
    }

    /// The name of somebody who is to be added, when that was asked for since the last call.
    pub fn take_new(&mut self) -> Option<String> {
        self.new_name.take()
    }

    /// Who is chosen, in the order of choosing.
    pub fn chosen(&self) -> &[Id<Contact>] {
        &self.chosen
    }

    /// The one who is chosen.
    pub fn first(&self) -> Option<Id<Contact>> {
        self.chosen.first().copied()
    }

    /// Chooses somebody as the user would.
    pub fn choose(&mut self, contact: Id<Contact>) {
        if self.single {
            self.chosen.clear();
        }
        if !self.chosen.contains(&contact) {
            self.chosen.push(contact);
        }
        self.query.clear();
        self.highlighted = 0;
    }

    /// Draws label, chosen people, field and hits across the width there is; returns whether the choice
    /// changed. `label` names the field.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, label: &str) -> bool {
        let before = self.chosen.clone();
        let p = Palette::of(ui);
        ui.push_id(("person picker", label), |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.label(text::rich(label, TextKind::Label, p.text3));
                self.chosen_ui(ctx, ui);
                if !(self.single && self.chosen.len() == 1) {
                    self.field_ui(ctx, ui, label);
                }
            });
        });
        let changed = before != self.chosen;
        if changed {
            note_change(ui.ctx(), ui.scope_id().with(("chosen", label)), !self.chosen.is_empty());
        }
        changed
    }

    fn chosen_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        if self.chosen.is_empty() {
            return;
        }
        let key = (ctx.revision, ctx.texts.locale(), self.chosen.clone());
        let rows = self.shown.get(key, |(_, _, chosen)| {
            chosen.iter().filter_map(|id| PersonRow::of(ctx.book, ctx.texts, *id)).collect()
        });
        let (mut removed, all) = (None, &mut self.shows_all);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            // A bulk log has a hundred people; the rest of the sheet is to stay in sight.
            let many = rows.len() > MOST_CHIPS && !*all;
            for row in &rows[..if many { MOST_CHIPS - 1 } else { rows.len() }] {
                if person_chip(ctx, ui, row, &ctx.texts.inspector_picker_remove(&row.name)) {
                    removed = Some(row.id);
                }
            }
            if many {
                let more = ctx.texts.calendar_more((rows.len() + 1 - MOST_CHIPS) as i64);
                *all |= ui.add(Button::ghost(&more).small()).clicked();
            }
        });
        if let Some(id) = removed {
            self.chosen.retain(|chosen| *chosen != id);
            self.wants_focus = true;
        }
    }

    fn field_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, label: &str) {
        let id = ui.scope_id().with("field");
        let focused = ui.memory(|memory| memory.has_focus(id));
        let keys = ListKeys::take(ui, id, !self.query.trim().is_empty());
        if focused && self.query.is_empty() && ui.input(|input| input.key_pressed(Key::Backspace)) {
            self.chosen.pop();
        }
        let response = TextField::new(label)
            .hide_label()
            .hint(ctx.texts.inspector_picker_hint())
            .id(id)
            .show(ui, &mut self.query);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.changed() {
            self.highlighted = 0;
        }
        if self.query.trim().is_empty() {
            return;
        }
        let mut left_out = self.excluded.clone();
        left_out.extend(&self.chosen);
        let ready = ctx.index.is_search_ready();
        let key = (ctx.revision, ctx.texts.locale(), self.query.clone(), left_out, ready);
        let today = ctx.today;
        let hits = self.hits.get(key, |(_, _, query, left_out, ready)| {
            if !ready {
                return Vec::new();
            }
            let found = ctx.index.find(&Query::parse(query), today);
            // Whoever was let go is offered last.
            let is_present = |id: &&Id<Contact>| ctx.book.get(**id).is_some_and(|it| it.archived.is_none());
            let people: Vec<&Id<Contact>> =
                found.ranked().iter().filter(|id| !left_out.contains(id)).collect();
            let (present, let_go) = people.into_iter().partition::<Vec<&Id<Contact>>, _>(is_present);
            let people = present.into_iter().chain(let_go).take(HITS);
            people.filter_map(|id| PersonRow::of(ctx.book, ctx.texts, *id)).collect()
        });
        if hits.is_empty() {
            let p = Palette::of(ui);
            let words = if ready {
                ctx.texts.app_search_none(self.query.trim())
            } else {
                ctx.texts.app_search_preparing().to_owned()
            };
            ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).truncate());
            if ready && self.offers_new {
                let name = super::people::tidy(&self.query);
                let add = ctx.texts.inspector_picker_add(&name);
                let add = Button::tonal(&add).icon(icons::PLUS).key("↵");
                if ctx.add_writing(ui, add).clicked() || keys.enter && ctx.writable {
                    self.new_name = Some(name);
                }
            }
            return;
        }
        keys.step(&mut self.highlighted, hits.len());
        let mut picked = keys.enter.then(|| hits[self.highlighted].id);
        for (at, row) in hits.iter().enumerate() {
            if person_row(ctx, ui, row, at == self.highlighted).clicked() {
                picked = Some(row.id);
            }
        }
        if let Some(id) = picked {
            self.choose(id);
            self.wants_focus = !self.single;
        }
    }
}

/// A row with avatar, name and work that can be pressed.
pub fn person_row(
    ctx: &mut ViewCtx<'_>,
    ui: &mut egui::Ui,
    row: &PersonRow,
    highlighted: bool,
) -> egui::Response {
    let p = Palette::of(ui);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 44.0), Sense::click());
    let spoken = if row.work.is_empty() { row.name.clone() } else { format!("{}, {}", row.name, row.work) };
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, highlighted, &spoken));
    if ui.is_rect_visible(rect) {
        row_ground(ui, rect, &response, highlighted);
        let place = egui::Rect::from_min_size(rect.min + vec2(8.0, 6.0), Vec2::splat(32.0));
        let rings = row.rings(p);
        let picture = portrait(ctx, ui, row.portrait);
        ui.place(place, Avatar::new(&row.initials, &row.name, 32.0).rings(&rings).picture(picture));
        let left = rect.left() + 50.0;
        let room = (rect.right() - left - 8.0).max(20.0);
        let painter = ui.painter();
        let name = text::line(painter, &row.name, TextKind::Strong, p.text, room);
        if row.work.is_empty() {
            let y = rect.center().y - name.size().y / 2.0;
            painter.galley(egui::pos2(left, y), name, p.text);
        } else {
            painter.galley(egui::pos2(left, rect.top() + 4.0), name, p.text);
            let work = text::line(painter, &row.work, TextKind::Small, p.text2, room);
            painter.galley(egui::pos2(left, rect.top() + 23.0), work, p.text2);
        }
    }
    response
}

/// A chosen person with a cross; returns whether the cross was pressed.
fn person_chip(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, row: &PersonRow, remove: &str) -> bool {
    let p = Palette::of(ui);
    let room = (ui.available_width() - 70.0).clamp(60.0, 220.0);
    let name = text::line(ui.painter(), &row.name, TextKind::Button, p.text, room);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(name.size().x + 64.0, 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &row.name));
    ui.painter().rect(rect, 16, p.raised, egui::Stroke::new(1.0, p.line), egui::StrokeKind::Inside);
    let place = egui::Rect::from_min_size(rect.min + Vec2::splat(4.0), Vec2::splat(24.0));
    let picture = portrait(ctx, ui, row.portrait);
    ui.place(place, Avatar::new(&row.initials, &row.name, 24.0).picture(picture));
    let y = rect.center().y - name.size().y / 2.0;
    ui.painter().galley(egui::pos2(rect.left() + 34.0, y), name, p.text);
    let cross =
        egui::Rect::from_center_size(egui::pos2(rect.right() - 16.0, rect.center().y), Vec2::splat(24.0));
    let button = ui.interact(cross, response.id.with("remove"), Sense::click());
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, remove));
    if button.hovered() || button.has_focus() {
        ui.painter().circle_filled(cross.center(), 11.0, p.hover);
    }
    if button.has_focus() {
        ui.painter().circle_stroke(cross.center(), 11.0, egui::Stroke::new(2.0, p.ai));
    }
    paint_icon(ui.painter(), cross.center(), icons::X, Weight::Bold, 12.0, p.text2);
    crate::gui::widgets::tip(button, remove, None).clicked()
}
