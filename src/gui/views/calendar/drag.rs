//! A pill or bar on its way to another day.
//!
//! Owns what is dragged and where it would land; must not know cells: the grid tells its rectangles in
//! [`Drag::over`]. Start reading at [`Drag`].

use chrono::{NaiveDate, NaiveTime};
use eframe::egui::{self, Align2, CornerRadius, Order, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, sizes, text};
use crate::gui::widgets::{Kind, paint_icon, paint_seal};

use super::grid::{self, add_days};
use super::items::Thing;
use crate::model::{Event, FollowUp, Id};

/// Where something would land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The day.
    pub day: NaiveDate,
    /// The time: kept when absent, taken away when there is none inside.
    pub at: Option<Option<NaiveTime>>,
}

impl Spot {
    /// A day; the time stays as it is.
    pub fn day(day: NaiveDate) -> Self {
        Self { day, at: None }
    }
}

/// Which part of a thing is dragged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    /// The thing itself.
    #[default]
    Whole,
    /// Its first day.
    Begin,
    /// Its last day.
    End,
}

/// What is on its way.
#[derive(Debug, Clone)]
pub struct Drag {
    /// What is dragged.
    pub thing: Thing,
    /// Its seal; events have none.
    pub kind: Option<Kind>,
    /// Its name.
    pub name: String,
    /// Days from the beginning of an event to where it was taken up.
    pub offset: i64,
    /// Minutes from its beginning to where it was taken up among the hours.
    pub minutes: i64,
    /// All of it, or an end.
    pub part: Part,
    /// Where the pointer is.
    pub over: Option<Spot>,
}

/// Returns the edit that brings a thing to a day; `None` when it is there already.
pub fn move_edit(ctx: &ViewCtx<'_>, thing: Thing, to: NaiveDate) -> Option<Edit> {
    match thing {
        Thing::FollowUp(id) => {
            let follow_up = ctx.book.get(id)?;
            (follow_up.due_on != to && follow_up.is_open())
                .then(|| Edit::MoveFollowUps { follow_ups: vec![id.into()], to })
        }
        Thing::Foreseen(foreseen) => {
            (foreseen.due_on != to).then(|| Edit::MoveFollowUps { follow_ups: vec![foreseen.into()], to })
        }
        Thing::Event(id) => {
            let event = ctx.book.get(id)?;
            (event.starts_on != Some(to)).then_some(Edit::MoveEvent { event: id, to })
        }
    }
}

/// Returns the edit that brings a thing to a day and a time, or takes its time away; `None` when nothing changes.
pub fn retime_edit(ctx: &ViewCtx<'_>, thing: Thing, to: NaiveDate, at: Option<NaiveTime>) -> Option<Edit> {
    match thing {
        Thing::FollowUp(id) => {
            let follow_up = ctx.book.get(id)?;
            if follow_up.due_at == at || !follow_up.is_open() {
                return move_edit(ctx, thing, to);
            }
            let follow_up = FollowUp { due_on: to, due_at: at, ..FollowUp::clone(follow_up) };
            Some(Edit::ChangeFollowUp { follow_up: Box::new(follow_up) })
        }
        Thing::Foreseen(foreseen) => {
            if at.is_none() {
                return move_edit(ctx, thing, to);
            }
            let follow_up = FollowUp { id: Id::NIL, due_on: to, due_at: at, ..foreseen.follow_up() };
            Some(Edit::AddFollowUp { follow_up: Box::new(follow_up) })
        }
        Thing::Event(id) => {
            let event = ctx.book.get(id)?;
            if event.starts_at == at || at.is_none() && !grid::has_hours(event) {
                return move_edit(ctx, thing, to);
            }
            let mut event = Event::clone(event);
            let length = event.starts_at.zip(event.ends_at).map(|(from, until)| until - from);
            if let (Some(first), Some(last)) = (event.starts_on, event.ends_on) {
                event.ends_on = Some(add_days(to, (last - first).num_days()));
            }
            event.starts_on = Some(to);
            event.starts_at = at;
            // It ends as much later as it begins; past midnight the end is not known.
            event.ends_at = at.zip(length).and_then(|(at, length)| {
                let (until, over) = at.overflowing_add_signed(length);
                (over == 0 && until > at).then_some(until)
            });
            Some(Edit::ChangeEvent { event: Box::new(event) })
        }
    }
}

/// Returns the edit that moves an end of an event to a day; `None` when it is there or would turn the event around.
pub fn resize_edit(ctx: &ViewCtx<'_>, event: Id<Event>, part: Part, to: NaiveDate) -> Option<Edit> {
    let record = ctx.book.get(event)?;
    let (first, last) = (record.starts_on?, record.last_day()?);
    let (first, last) = match part {
        Part::Begin => (to.min(last), last),
        Part::End => (first, to.max(first)),
        Part::Whole => return None,
    };
    let is_there = (Some(first), Some(last)) == (record.starts_on, record.last_day());
    (!is_there).then_some(Edit::ResizeEvent { event, first, last })
}

impl Drag {
    /// A thing as a whole, without a name yet.
    pub fn new(thing: Thing) -> Self {
        Self { thing, kind: None, name: String::new(), offset: 0, minutes: 0, part: Part::Whole, over: None }
    }

    /// What letting go here would do.
    fn edit(&self, ctx: &ViewCtx<'_>) -> Option<Edit> {
        let spot = self.over?;
        match (self.part, self.thing, spot.at) {
            (Part::Whole, thing, None) => move_edit(ctx, thing, add_days(spot.day, -self.offset)),
            (Part::Whole, thing, Some(at)) => retime_edit(ctx, thing, add_days(spot.day, -self.offset), at),
            (part, Thing::Event(event), _) => resize_edit(ctx, event, part, spot.day),
            _ => None,
        }
    }

    /// Ends or goes on with the drag: on release it asks for the move, Esc takes it back. Returns
    /// whether it goes on.
    pub fn go_on(&self, ctx: &mut ViewCtx<'_>, ui: &Ui) -> bool {
        let (escape, down) = ui.input_mut(|input| {
            let escape = input.consume_key(egui::Modifiers::NONE, egui::Key::Escape);
            (escape, input.pointer.any_down())
        });
        if escape {
            return false;
        }
        if down {
            self.ghost(ctx, ui);
            return true;
        }
        if let Some(edit) = self.edit(ctx) {
            ctx.edit(edit);
        }
        false
    }

    /// The day under the pointer in words, with the time or the whole length where it changes.
    fn words(&self, ctx: &ViewCtx<'_>) -> String {
        let (Some(spot), locale) = (self.over, ctx.texts.locale()) else { return String::new() };
        let day = locale.day_weekday(spot.day);
        match (self.part, self.thing, spot.at) {
            (Part::Whole, _, Some(Some(at))) => format!("{day}, {}", locale.time(at)),
            (Part::Whole, ..) => day,
            (part, Thing::Event(event), _) => match resize_edit(ctx, event, part, spot.day) {
                Some(Edit::ResizeEvent { first, last, .. }) if first < last => {
                    format!("{} – {}", locale.day_short(first), locale.day_short(last))
                }
                _ => day,
            },
            _ => day,
        }
    }

    /// The name and the day beside the pointer.
    fn ghost(&self, ctx: &ViewCtx<'_>, ui: &Ui) {
        let Some(at) = ui.ctx().pointer_latest_pos() else { return };
        let p = Palette::of(ui);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        let layer = egui::LayerId::new(Order::Tooltip, egui::Id::unique("calendar drag"));
        let painter = ui.ctx().layer_painter(layer);
        let name = text::line(&painter, &self.name, TextKind::Strong, p.text, 180.0);
        let date = text::line(&painter, &self.words(ctx), TextKind::Small, p.text2, 140.0);
        let gap = if date.size().x > 0.0 { 6.0 } else { 0.0 };
        let size = vec2(26.0 + name.size().x + gap + date.size().x + 12.0, 28.0);
        let screen = ui.ctx().content_rect();
        let min = Pos2::new(at.x - size.x * 0.6, at.y - 14.0);
        let rect = Align2::LEFT_TOP.anchor_size(min, size);
        let rect = rect.translate(vec2((screen.right() - 4.0 - rect.right()).min(0.0), 0.0));
        Elevation::Drag.paint(&painter, rect, 14, p.is_dark());
        let edge = self.kind.map_or(p.ai, |kind| kind.color(p));
        painter.rect(rect, CornerRadius::same(14), p.raised, Stroke::new(1.0, edge), StrokeKind::Inside);
        let y = rect.center().y;
        let seal = Pos2::new(rect.left() + 14.0, y);
        match self.kind {
            Some(kind) => paint_seal(&painter, seal, 18.0, kind, p),
            None => {
                let (icon, weight) = (crate::gui::theme::icons::TICKET, crate::gui::theme::Weight::Fill);
                paint_icon(&painter, seal, icon, weight, sizes::ICON, p.ai_text);
            }
        }
        let x = rect.left() + 26.0;
        painter.galley(Pos2::new(x, y - name.size().y / 2.0), name.clone(), p.text);
        painter.galley(Pos2::new(x + name.size().x + gap, y - date.size().y / 2.0), date, p.text2);
    }
}

/// Paints the place from which something is dragged.
pub fn paint_source(ui: &Ui, rect: Rect, corner: f32) {
    let p = Palette::of(ui);
    crate::gui::widgets::dashed_rect(ui.painter(), rect, corner, Stroke::new(1.0, p.line_strong));
}
