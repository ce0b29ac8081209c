//! The tree of places: counts, keys, and what is dropped on a place.

use eframe::egui::{
    self, Align, CornerRadius, DragAndDrop, Key, Layout, Modifiers, Rect, Response, ScrollArea, Sense,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{Carried, HEAD, PlacesPage};
use crate::edit::{Edit, StorageEdit, is_inside};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::sheets::Next;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::views::people::tidy;
use crate::gui::views::place_picker::kind_icon;
use crate::gui::widgets::{IconButton, MenuItem, dashed_rect, menu_separator, paint_icon};
use crate::index::Spot;
use crate::model::{Id, Storage};
use crate::session::spot_word;

/// Height of a row.
const ROW: f32 = 34.0;
/// How far each level is moved in, and how many levels at most.
const INDENT: f32 = 16.0;
const MOST_INDENTS: usize = 6;

/// A place that is being carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CarriedPlace(Id<Storage>);

/// What the rows say, made once per state of the book.
#[derive(Debug, Default)]
pub(super) struct Lines {
    rows: Vec<Line>,
    /// Where the tree ends and the other spots begin.
    places: usize,
}

#[derive(Debug)]
struct Line {
    spot: Spot,
    depth: usize,
    icon: &'static str,
    name: String,
    count: String,
    spoken: String,
    /// Something should be back already: how many.
    late: usize,
}

impl Lines {
    fn of(ctx: &ViewCtx<'_>) -> Self {
        let tree = ctx.index.place_tree();
        let locale = ctx.texts.locale();
        let mut rows: Vec<Line> = Vec::with_capacity(tree.rows.len() + Spot::OTHERS.len());
        for row in &tree.rows {
            let Some(storage) = ctx.book.get(row.place) else { continue };
            let name = tidy(&storage.name);
            let kind = storage.kind.words(ctx.texts);
            rows.push(Line {
                spot: Spot::Place(row.place),
                depth: row.depth.min(MOST_INDENTS),
                icon: kind_icon(storage.kind),
                count: locale.number(row.all as i64),
                spoken: [name.as_str(), kind, &ctx.texts.places_cards(row.all as i64)].join(", "),
                name,
                late: 0,
            });
        }
        let places = rows.len();
        for spot in Spot::OTHERS {
            let count = ctx.index.places.cards(spot).len();
            if count == 0 && spot != Spot::Unknown {
                continue;
            }
            let late = if spot == Spot::Lent {
                ctx.index.loans().iter().filter(|loan| loan.is_overdue(ctx.today)).count()
            } else {
                0
            };
            let name = spot_word(ctx.texts, spot).to_owned();
            let mut spoken = [name.as_str(), &ctx.texts.places_cards(count as i64)].join(", ");
            if late > 0 {
                spoken = [spoken, ctx.texts.places_late(late as i64)].join(", ");
            }
            rows.push(Line {
                spot,
                depth: 0,
                icon: spot_icon(spot),
                name,
                count: locale.number(count as i64),
                spoken,
                late,
            });
        }
        Self { rows, places }
    }
}

const fn spot_icon(spot: Spot) -> &'static str {
    match spot {
        Spot::Place(_) => icons::MAP_PIN,
        Spot::Unknown => icons::CIRCLE_DASHED,
        Spot::Digital => icons::WIFI_SLASH,
        Spot::Lent => icons::USERS,
        Spot::PassedOn => icons::PAPER_PLANE_TILT,
        Spot::Discarded => icons::TRASH,
    }
}

/// What a row was asked for.
enum Asked {
    Go(Spot),
    /// Makes a place inside this one.
    New(Option<Id<Storage>>),
    Change(Id<Storage>),
    Remove(Id<Storage>),
    Up(Id<Storage>),
    Down(Id<Storage>),
    Into(Id<Storage>),
    Out(Id<Storage>),
    Drop(Id<Storage>, Option<Id<Storage>>, Option<Id<Storage>>),
}

impl PlacesPage {
    pub(super) fn tree_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, left: Rect) -> Next {
        let p = Palette::of(ui);
        let mut next = Next::Stay;
        let row = Rect::from_min_size(left.min + vec2(16.0, 0.0), vec2(left.width() - 28.0, HEAD));
        let mut head =
            ui.new_child(egui::UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)));
        head.spacing_mut().item_spacing.x = space::S;
        if head.add(IconButton::new(icons::X, ctx.texts.common_close())).clicked() {
            next = Next::Close;
        }
        head.label(text::rich(ctx.texts.places_title(), TextKind::Title, p.text));
        let mut asked = None;
        head.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let new = IconButton::new(icons::PLUS, ctx.texts.places_new());
            if ctx.add_writing(ui, new).clicked() {
                asked = Some(Asked::New(None));
            }
        });
        let body = left.with_min_y(left.top() + HEAD).shrink2(vec2(10.0, 0.0));
        let key = (ctx.revision, ctx.texts.locale(), ctx.today);
        let mut lines = std::mem::take(&mut self.lines);
        let rows = lines.get(key, |_| Lines::of(ctx));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("tree"));
        ScrollArea::vertical().id_salt("tree").auto_shrink(false).show_viewport(&mut child, |ui, seen| {
            crate::gui::panes::follow_focus(ui);
            let gap = 18.0;
            let height = rows.rows.len() as f32 * ROW + gap + 40.0;
            let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
            let y_of = |at: usize| {
                let below = if at >= rows.places { gap } else { 0.0 };
                all.top() + at as f32 * ROW + below
            };
            let y = y_of(rows.places) - gap / 2.0;
            ui.painter().hline(all.x_range().shrink(8.0), y, Stroke::new(1.0, p.line));
            let first = ((seen.top() / ROW) as usize).saturating_sub(2);
            for (at, line) in rows.rows.iter().enumerate().skip(first) {
                let top = y_of(at);
                if top > all.top() + seen.bottom() {
                    break;
                }
                let rect = Rect::from_min_size(pos2(all.left(), top), vec2(all.width(), ROW - 2.0));
                if let Some(wish) = self.row_ui(ctx, ui, line, rect) {
                    asked = Some(wish);
                }
            }
            // Below everything a place can be dropped to lie in none.
            let end = Rect::from_min_max(pos2(all.left(), y_of(rows.rows.len())), all.max);
            let response = ui.interact(end, egui::Id::unique("places end"), Sense::hover());
            if let Some(place) = take_place(ui, &response, end) {
                asked = Some(Asked::Drop(place.0, None, None));
            }
        });
        self.lines = lines;
        if let Some(asked) = asked {
            self.do_to_place(ctx, asked);
        }
        next
    }

    fn row_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, line: &Line, rect: Rect) -> Option<Asked> {
        let p = Palette::of(ui);
        let on = self.spot == line.spot;
        let place = match line.spot {
            Spot::Place(place) => Some(place),
            _ => None,
        };
        let sense = if place.is_some() && ctx.writable { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(rect, egui::Id::unique(("place", line.spot)), sense);
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, on, &line.spoken));
        if place.is_some() && self.focus == place {
            self.focus = None;
            response.request_focus();
        }
        let corner = CornerRadius::same(radius::CONTROL);
        let fill = if on {
            p.raised
        } else if response.hovered() {
            p.hover
        } else {
            egui::Color32::TRANSPARENT
        };
        ui.painter().rect_filled(rect, corner, fill);
        if response.has_focus() {
            let ring = Stroke::new(2.0, p.ai);
            ui.painter().rect_stroke(rect, corner, ring, egui::StrokeKind::Inside);
        }
        let y = rect.center().y;
        let left = rect.left() + 10.0 + INDENT * line.depth as f32;
        let weight = if on { Weight::Fill } else { Weight::Regular };
        paint_icon(
            ui.painter(),
            pos2(left + 8.0, y),
            line.icon,
            weight,
            16.0,
            if on { p.ai } else { p.text2 },
        );
        let ink = if line.late > 0 { p.danger } else { p.text2 };
        let count = text::line(ui.painter(), &line.count, TextKind::Small, ink, 60.0);
        let end = rect.right() - 10.0 - count.size().x;
        ui.painter().galley(pos2(end, y - count.size().y / 2.0), count, ink);
        let kind = if on { TextKind::Strong } else { TextKind::Body };
        let name = text::line(ui.painter(), &line.name, kind, p.text, (end - left - 34.0).max(20.0));
        ui.painter().galley(pos2(left + 26.0, y - name.size().y / 2.0), name, p.text);
        let mut asked = response.clicked().then_some(Asked::Go(line.spot));
        if ctx.writable {
            asked = self.takes(ctx, ui, line.spot, &response, rect).or(asked);
        }
        let Some(place) = place else { return asked };
        if response.drag_started() {
            response.dnd_set_drag_payload(CarriedPlace(place));
        }
        if response.has_focus() && ctx.writable {
            asked = keys(ui, place).or(asked);
        }
        if response.double_clicked() && ctx.writable {
            asked = Some(Asked::Change(place));
        }
        if ctx.writable {
            response.context_menu(|ui| {
                if let Some(wish) = menu(ctx, ui, place) {
                    asked = Some(wish);
                    ui.close();
                }
            });
        }
        asked
    }

    /// What is dropped on a row: cards come into the place; a place comes into it, or before it at its upper edge.
    fn takes(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &Ui,
        spot: Spot,
        response: &Response,
        rect: Rect,
    ) -> Option<Asked> {
        let p = Palette::of(ui);
        // Asking for one kind of thing would lose another one.
        if DragAndDrop::has_payload_of_type::<Carried>(ui.ctx())
            && let Some(cards) = response.dnd_release_payload::<Carried>()
        {
            let cards = cards.0.clone();
            self.chosen.clear();
            match spot {
                Spot::Place(place) => {
                    ctx.edit(Edit::Storage(StorageEdit::Put { cards, to: Some(place) }));
                }
                Spot::Unknown => ctx.edit(Edit::Storage(StorageEdit::Put { cards, to: None })),
                Spot::Lent => ctx.open(Sheet::Lend(cards, false)),
                Spot::PassedOn => ctx.open(Sheet::Lend(cards, true)),
                Spot::Discarded => ctx.edit(Edit::Storage(StorageEdit::Discard { cards })),
                Spot::Digital => {}
            }
            return None;
        }
        if response.dnd_hover_payload::<Carried>().is_some() && spot != Spot::Digital {
            let corner = f32::from(radius::CONTROL);
            ui.painter().rect_filled(rect, radius::CONTROL, p.ai_soft.gamma_multiply(0.55));
            dashed_rect(ui.painter(), rect, corner, Stroke::new(2.0, p.ai));
        }
        let Spot::Place(place) = spot else { return None };
        let pointer = ui.input(|input| input.pointer.latest_pos());
        let before = pointer.is_some_and(|at| at.y < rect.top() + rect.height() * 0.3);
        let goes = |carried: CarriedPlace| carried.0 != place && !is_inside(ctx.book, place, carried.0);
        if before && let Some(carried) = response.dnd_hover_payload::<CarriedPlace>().filter(|it| goes(**it))
        {
            ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(2.0, p.ai));
            if response.dnd_release_payload::<CarriedPlace>().is_some() {
                let inside = ctx.book.get(place).and_then(|place| place.inside);
                return Some(Asked::Drop(carried.0, inside, Some(place)));
            }
            return None;
        }
        let carried = take_place(ui, response, rect)?;
        goes(carried).then_some(Asked::Drop(carried.0, Some(place), None))
    }

    fn do_to_place(&mut self, ctx: &mut ViewCtx<'_>, asked: Asked) {
        let book = ctx.book;
        let row = |inside: Option<Id<Storage>>| -> Vec<Id<Storage>> {
            let tree = ctx.index.place_tree();
            let is_in = |id: &Id<Storage>| book.get(*id).is_some_and(|place| place.inside == inside);
            tree.rows.iter().map(|row| row.place).filter(is_in).collect()
        };
        let outer = |id: Id<Storage>| book.get(id).and_then(|place| place.inside);
        let mut put = |storage, inside, before| {
            ctx.commands.push(Command::from(Edit::Storage(StorageEdit::Move { storage, inside, before })));
            self.focus = Some(storage);
        };
        match asked {
            Asked::Go(spot) => self.go(spot),
            Asked::New(inside) => ctx.open(Sheet::Place(None, inside)),
            Asked::Change(place) => ctx.open(Sheet::Place(Some(place), None)),
            Asked::Remove(storage) => ctx.edit(Edit::Storage(StorageEdit::Remove { storage })),
            Asked::Drop(storage, inside, before) => put(storage, inside, before),
            Asked::Up(place) => {
                let row = row(outer(place));
                let at = row.iter().position(|id| *id == place).unwrap_or(0);
                if at > 0 {
                    put(place, outer(place), row.get(at - 1).copied());
                }
            }
            Asked::Down(place) => {
                let row = row(outer(place));
                let at = row.iter().position(|id| *id == place).unwrap_or(0);
                if at + 1 < row.len() {
                    put(place, outer(place), row.get(at + 2).copied());
                }
            }
            Asked::Into(place) => {
                let row = row(outer(place));
                let at = row.iter().position(|id| *id == place).unwrap_or(0);
                if let Some(above) = at.checked_sub(1).and_then(|at| row.get(at)) {
                    put(place, Some(*above), None);
                }
            }
            Asked::Out(place) => {
                if let Some(around) = outer(place) {
                    let row = row(outer(around));
                    let at = row.iter().position(|id| *id == around).map(|at| at + 1);
                    put(place, outer(around), at.and_then(|at| row.get(at).copied()));
                }
            }
        }
    }
}

/// A place that is dropped on a response.
fn take_place(ui: &Ui, response: &Response, rect: Rect) -> Option<CarriedPlace> {
    let p = Palette::of(ui);
    if DragAndDrop::has_payload_of_type::<CarriedPlace>(ui.ctx())
        && let Some(place) = response.dnd_release_payload::<CarriedPlace>()
    {
        return Some(*place);
    }
    if response.dnd_hover_payload::<CarriedPlace>().is_some() {
        dashed_rect(ui.painter(), rect, f32::from(radius::CONTROL), Stroke::new(2.0, p.ai));
    }
    None
}

/// What the keyboard asks of the place that it is on.
fn keys(ui: &Ui, place: Id<Storage>) -> Option<Asked> {
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::ALT, Key::ArrowUp) {
        Some(Asked::Up(place))
    } else if pressed(Modifiers::ALT, Key::ArrowDown) {
        Some(Asked::Down(place))
    } else if pressed(Modifiers::ALT, Key::ArrowRight) {
        Some(Asked::Into(place))
    } else if pressed(Modifiers::ALT, Key::ArrowLeft) {
        Some(Asked::Out(place))
    } else if pressed(Modifiers::NONE, Key::F2) {
        Some(Asked::Change(place))
    } else if pressed(Modifiers::NONE, Key::Delete) {
        Some(Asked::Remove(place))
    } else if pressed(Modifiers::NONE, Key::N) {
        Some(Asked::New(Some(place)))
    } else {
        None
    }
}

/// The menu of a place.
fn menu(ctx: &ViewCtx<'_>, ui: &mut Ui, place: Id<Storage>) -> Option<Asked> {
    let texts = ctx.texts;
    let mut asked = None;
    if ui.add(MenuItem::new(texts.places_change()).icon(icons::PENCIL_SIMPLE_LINE).key("F2")).clicked() {
        asked = Some(Asked::Change(place));
    }
    if ui.add(MenuItem::new(texts.places_new_inside()).icon(icons::PLUS).key("N")).clicked() {
        asked = Some(Asked::New(Some(place)));
    }
    menu_separator(ui);
    for (words, key, wish) in [
        (texts.places_up(), "Alt+↑", Asked::Up(place)),
        (texts.places_down(), "Alt+↓", Asked::Down(place)),
        (texts.places_in(), "Alt+→", Asked::Into(place)),
        (texts.places_out(), "Alt+←", Asked::Out(place)),
    ] {
        if ui.add(MenuItem::new(words).key(key)).clicked() {
            asked = Some(wish);
        }
    }
    menu_separator(ui);
    if ui.add(MenuItem::new(texts.places_remove()).icon(icons::TRASH).key("Del").danger()).clicked() {
        asked = Some(Asked::Remove(place));
    }
    asked
}
