//! Cards that are dragged: onto a circle of the rail, onto a heading, or onto the list of events that opens meanwhile.
//!
//! Owns the ghost under the pointer and that list. What a drop does is in `gui::carried`.

use eframe::egui::{
    self, Align2, Area, CornerRadius, DragAndDrop, Id, LayerId, Order, Rect, Sense, Stroke, StrokeKind,
    WidgetInfo, pos2, vec2,
};

use crate::gui::carried::{Carried, drop_on, event_edit};
use crate::gui::ctx::{Marked, ViewCtx};
use crate::gui::theme::{Elevation, Palette, TextKind, radius, space, text};
use crate::index::Tile;
use crate::model::{Event, Id as RecordId};

use super::CardsView;

/// How many events the list offers: those nearest to today.
const OFFERED: usize = 7;

/// Id, title and day of an event.
pub(super) type Nearby = (RecordId<Event>, String, String);

/// Size of the list of events.
const LIST: f32 = 236.0;
const LINE: f32 = 44.0;

impl CardsView {
    /// Begins to carry a card, with all that are marked if it is one of them.
    pub(super) fn take_up(&self, ctx: &ViewCtx<'_>, ui: &egui::Ui, tile: Tile, name: &str) {
        let mut marked = Marked::default();
        if ctx.selection.marked.contains(tile) {
            marked = ctx.selection.marked.clone();
        } else {
            marked.set(tile, true);
        }
        let words =
            if marked.len() == 1 { name.to_owned() } else { ctx.texts.cards_carried(marked.len() as i64) };
        DragAndDrop::set_payload(ui.ctx(), Carried { marked, words });
    }

    /// The ghost and the events, while something is carried.
    pub(super) fn carry_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, view: Rect) {
        let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx()) else { return };
        self.events_ui(ctx, ui, view);
        if let Some(at) = ui.input(|input| input.pointer.latest_pos()) {
            ghost(ui, at, &carried);
        }
    }

    fn events_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, view: Rect) {
        let key = (ctx.revision, ctx.today, ctx.texts.locale());
        let events = self.nearest.get(key, |_| nearest(ctx, OFFERED));
        if events.is_empty() {
            return;
        }
        let p = Palette::of(ui);
        let title = ctx.texts.cards_drop_event();
        let mut asked = None;
        Area::new(Id::unique("events to drop on"))
            .order(Order::Foreground)
            .anchor(
                Align2::RIGHT_TOP,
                vec2(view.right() - ui.ctx().content_rect().right() - 16.0, view.top() + 12.0),
            )
            .show(ui.ctx(), |ui| {
                let height = 44.0 + LINE * events.len() as f32;
                let (rect, _) = ui.allocate_exact_size(vec2(LIST, height), Sense::hover());
                Elevation::Pop.paint(ui.painter(), rect, radius::BOX, p.is_dark());
                let corner = CornerRadius::same(radius::BOX);
                ui.painter().rect(rect, corner, p.raised, Stroke::new(1.0, p.line), StrokeKind::Inside);
                let head = text::line(ui.painter(), title, TextKind::Strong, p.text, LIST - 28.0);
                ui.painter().galley(rect.min + vec2(14.0, 12.0), head, p.text);
                for (at, (id, name, day)) in events.iter().enumerate() {
                    let top = rect.top() + 38.0 + LINE * at as f32;
                    let line =
                        Rect::from_min_size(pos2(rect.left() + 6.0, top), vec2(LIST - 12.0, LINE - 2.0));
                    let response = ui.interact(line, Id::unique(("drop on", *id)), Sense::hover());
                    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, name));
                    if let Some(dropped) = drop_on(ui, &response, line, radius::CONTROL) {
                        asked = event_edit(&dropped.marked, ctx.book, ctx.index, Some(*id));
                    }
                    let room = LIST - 32.0;
                    let name = text::line(ui.painter(), name, TextKind::Body, p.text, room);
                    ui.painter().galley(line.min + vec2(10.0, 3.0), name, p.text);
                    let day = text::line(ui.painter(), day, TextKind::Label, p.text2, room);
                    ui.painter().galley(line.min + vec2(10.0, 23.0), day, p.text2);
                }
            });
        if let Some(edit) = asked {
            ctx.edit(edit);
        }
    }
}

/// Id, title and day of the events nearest to today, the nearest first.
pub(super) fn nearest(ctx: &ViewCtx<'_>, limit: usize) -> Vec<Nearby> {
    let mut events: Vec<_> = ctx.book.events.values().collect();
    events.sort_by_key(|event| {
        let away = event.starts_on.map(|day| day.signed_duration_since(ctx.today).num_days().unsigned_abs());
        (away.is_none(), away, event.id)
    });
    let shown = events.into_iter().take(limit).map(|event| {
        let day = event.starts_on.map(|day| ctx.texts.locale().day_medium(day)).unwrap_or_default();
        (event.id, crate::gui::views::people::tidy(&event.title), day)
    });
    shown.collect()
}

/// A small stack of cards under the pointer, with what it says.
fn ghost(ui: &egui::Ui, at: egui::Pos2, carried: &Carried) {
    let p = Palette::of(ui);
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Tooltip, Id::unique("carried cards")));
    let words = text::line(&painter, &carried.words, TextKind::Strong, p.text, 220.0);
    let size = vec2((words.size().x + 28.0).max(96.0), 40.0);
    let rect = Rect::from_min_size(at + vec2(10.0, 8.0), size);
    let corner = CornerRadius::same(radius::CARD);
    let edge = Stroke::new(1.0, p.card_edge);
    for below in (1..carried.marked.len().min(3)).rev() {
        let under = rect.translate(vec2(4.0, 4.0) * below as f32);
        painter.rect(under, corner, p.paper, edge, StrokeKind::Inside);
    }
    Elevation::Drag.paint(&painter, rect, radius::CARD, p.is_dark());
    painter.rect(rect, corner, p.raised, edge, StrokeKind::Inside);
    painter.galley(pos2(rect.left() + space::L, rect.center().y - words.size().y / 2.0), words, p.text);
}
