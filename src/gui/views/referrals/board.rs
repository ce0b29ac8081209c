//! The board: a column for each state, a card for each referral, dragged or sent by keys to another state.
//!
//! Owns where cards stand, dragging and keys; what they say is in [`rows`](super::rows). Cards are painted as far as they
//! are in sight. Start reading at [`Board::ui`].
//!
//! Invariant: a card goes only where its course leads: a lead has no owner to tell
//! (`suite::app_referrals::a_lead_has_its_own_steps`).

use eframe::egui::{
    self, Align2, CornerRadius, EventFilter, Id as WidgetId, Key, Modifiers, Order, Rect, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::rows::{Ledger, ReferralRow};
use super::{Filter, advance, referral_kind, referral_word, table};
use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::theme::{Elevation, Palette, TextKind, radius, sizes, space, stroke, text};
use crate::gui::views::card_thumb::contact_card_in;
use crate::gui::views::ledger::put;
use crate::gui::widgets::{Button, ButtonSize, IconButton, Kind, dashed_rect, paint_seal, tip};
use crate::model::{Id, Referral, ReferralState};
use crate::text::Texts;

/// Narrowest column: six of them stand in the narrowest window. Below [`ROOMY`] a card has no picture and is higher.
const COLUMN: f32 = 136.0;
const ROOMY: f32 = 172.0;
/// Height of the head of a column and of a card, the gaps, in points.
const HEAD: f32 = 38.0;
const CARD: f32 = 118.0;
const HIGH_CARD: f32 = 136.0;
const GAP: f32 = 8.0;
/// Width of the picture of the card.
const THUMB: f32 = 50.0;

/// The board and what is dragged on it.
#[derive(Default)]
pub(super) struct Board {
    dragged: Option<Id<Referral>>,
    /// Who is to get the keyboard as soon as it is drawn.
    wanted: Option<Id<Referral>>,
    /// Who had it when it was drawn last.
    focused: Option<Id<Referral>>,
}

/// A column as it is drawn.
struct Column<'a> {
    state: ReferralState,
    word: &'a str,
    cards: Vec<&'a ReferralRow>,
}

fn card_id(id: Id<Referral>) -> WidgetId {
    WidgetId::unique(("referral card", id))
}

/// The columns under a filter: leads have their own steps, and words.
fn columns<'a>(ledger: &'a Ledger, filter: Filter, texts: &'a Texts) -> Vec<Column<'a>> {
    let states: &[ReferralState] = match filter {
        Filter::Received => &ReferralState::OF_LEAD,
        _ => &ReferralState::ALL,
    };
    let word = |state| match (filter, state) {
        (Filter::Received, ReferralState::PassedOn) => texts.referrals_state_received(),
        (Filter::Received, ReferralState::TheyMet) => texts.referrals_state_you_met(),
        (_, state) => referral_word(texts, state),
    };
    let of = |state| ledger.referrals().filter(|row| row.state == state).collect();
    states.iter().map(|state| Column { state: *state, word: word(*state), cards: of(*state) }).collect()
}

impl Board {
    /// Draws the board.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, ledger: &Ledger, filter: Filter) {
        let columns = columns(ledger, filter, ctx.texts);
        self.keys(ctx, ui, &columns);
        let count = columns.len() as f32;
        let width = ((ui.available_width() - GAP * (count - 1.0)) / count).max(COLUMN).floor();
        let most = columns.iter().map(|column| column.cards.len()).max().unwrap_or(0);
        let card_height = if width < ROOMY { HIGH_CARD } else { CARD };
        let height = (HEAD + most as f32 * (card_height + GAP) + GAP).max(ui.available_height() - 14.0);
        let size = vec2(count * (width + GAP) - GAP, height);
        let mut area = egui::ScrollArea::both().id_salt("board").auto_shrink(false);
        if size.x > ui.available_width() + 1.0 {
            // That there is more at the side is seen before the pointer is there.
            ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
            area = area.scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysVisible);
        }
        area.show_viewport(ui, |ui, _| {
            crate::gui::panes::follow_focus(ui);
            let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
            let clip = ui.clip_rect();
            let over = self.over(ctx, ui, &columns, whole, width);
            for (place, column) in columns.iter().enumerate() {
                let left = whole.left() + place as f32 * (width + GAP);
                let rect = Rect::from_min_size(pos2(left, whole.top()), vec2(width, whole.height()));
                column_ui(
                    ui,
                    column,
                    rect.intersect(clip.expand2(vec2(f32::INFINITY, 0.0))),
                    over == Some(place),
                );
                // Those in sight, and the one with the keyboard, which keeps it where it is.
                let place_of = |y: f32| ((y - whole.top() - HEAD) / (card_height + GAP)).max(0.0) as usize;
                let last = column.cards.len();
                let seen = place_of(clip.top()).min(last)..(place_of(clip.bottom()) + 1).min(last);
                let kept = [self.focused, self.wanted].into_iter().flatten();
                let kept = kept.filter_map(|id| column.cards.iter().position(|row| row.id == id));
                let kept: Vec<usize> = kept.filter(|at| !seen.contains(at)).collect();
                for at in seen.chain(kept) {
                    let row = column.cards[at];
                    let top = whole.top() + HEAD + at as f32 * (card_height + GAP);
                    let card = Rect::from_min_size(pos2(left + 6.0, top), vec2(width - 12.0, card_height));
                    self.card_ui(ctx, ui, row, card);
                }
            }
            // Above the cards that scroll below them.
            for (place, column) in columns.iter().enumerate() {
                let left = whole.left() + place as f32 * (width + GAP);
                let rect = Rect::from_min_size(pos2(left, clip.top().max(whole.top())), vec2(width, HEAD));
                head_ui(ui, column, rect);
            }
        });
        self.ghost_ui(ui, ledger);
    }

    /// The column over which a card is held, if it may go there; lets it go there when the pointer does.
    fn over(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &Ui,
        columns: &[Column<'_>],
        whole: Rect,
        width: f32,
    ) -> Option<usize> {
        let dragged = self.dragged?;
        let row = columns.iter().flat_map(|column| &column.cards).find(|row| row.id == dragged);
        let (pointer, released) =
            ui.input(|input| (input.pointer.interact_pos(), input.pointer.any_released()));
        let place =
            pointer.filter(|at| ui.clip_rect().contains(*at)).map(|at| (at.x - whole.left()) / (width + GAP));
        let over = place.filter(|place| *place >= 0.0).map(|place| place as usize).filter(|place| {
            columns
                .get(*place)
                .is_some_and(|column| row.is_some_and(|row| row.course.contains(&column.state)))
        });
        if released || row.is_none() {
            self.dragged = None;
            if let (Some(place), Some(row)) = (over, row) {
                advance(ctx, row.id, columns[place].state);
            }
            return None;
        }
        over
    }

    /// Arrows go from card to card, with Alt they send the card to the state before or after.
    fn keys(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui, columns: &[Column<'_>]) {
        let Some(focused) = self.focused else { return };
        if !ui.memory(|memory| memory.has_focus(card_id(focused))) {
            self.focused = None;
            return;
        }
        let place = columns
            .iter()
            .enumerate()
            .find_map(|(at, column)| Some((at, column.cards.iter().position(|row| row.id == focused)?)));
        let Some((column, at)) = place else { return };
        let row = columns[column].cards[at];
        let (mut go, mut send) = (None, 0_isize);
        ui.input_mut(|input| {
            for (key, by) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
                if input.consume_key(Modifiers::ALT, key) {
                    send = by;
                } else if input.consume_key(Modifiers::NONE, key) {
                    go = Some((by, 0));
                }
            }
            for (key, by) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
                if input.consume_key(Modifiers::NONE, key) {
                    go = Some((0, by));
                }
            }
        });
        if send != 0 {
            let at = row.course.iter().position(|state| *state == row.state);
            let to = at.and_then(|at| at.checked_add_signed(send)).and_then(|at| row.course.get(at));
            if let Some(to) = to {
                self.wanted = Some(row.id);
                advance(ctx, row.id, *to);
            }
        }
        match go {
            Some((0, by)) => {
                let next = at.checked_add_signed(by).and_then(|at| columns[column].cards.get(at));
                self.wanted = next.map(|row| row.id);
            }
            Some((by, _)) => {
                let mut next = column.checked_add_signed(by);
                // Columns without cards are passed over.
                while let Some(cards) = next.and_then(|next| columns.get(next)).map(|column| &column.cards) {
                    if let Some(row) = cards.get(at).or(cards.last()) {
                        self.wanted = Some(row.id);
                        break;
                    }
                    next = next.and_then(|next| next.checked_add_signed(by));
                }
            }
            None => {}
        }
    }

    fn card_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &ReferralRow, rect: Rect) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let id = card_id(row.id);
        let sense = if ctx.writable { Sense::click_and_drag() } else { Sense::click() };
        let response = ui.interact(rect, id, sense);
        let selected = ctx.selection.contact == Some(row.subject);
        response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, selected, &row.spoken));
        if self.wanted == Some(row.id) {
            self.wanted = None;
            response.request_focus();
            ui.scroll_to_rect(rect.expand2(vec2(0.0, HEAD)), None);
        }
        if response.has_focus() {
            self.focused = Some(row.id);
            let arrows =
                EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        }
        if response.drag_started() {
            self.dragged = Some(row.id);
        }
        let held = self.dragged == Some(row.id);
        let painter = ui.painter().clone();
        let (fill, line) = match (row.owner_must_be_told, selected) {
            (true, _) => (p.danger_soft, p.danger),
            (false, true) => (p.ai_soft, p.ai),
            (false, false) if response.hovered() => (p.raised, p.line_strong),
            (false, false) => (p.panel, p.line),
        };
        if held {
            dashed_rect(&painter, rect, f32::from(radius::CONTROL), Stroke::new(1.0, p.line_strong));
        } else {
            Elevation::Card.paint(&painter, rect, radius::CONTROL, p.is_dark());
            painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
            painter.rect_stroke(rect, radius::CONTROL, Stroke::new(1.0, line), StrokeKind::Inside);
        }
        if response.has_focus() {
            painter.rect_stroke(rect.expand(2.0), 10, Stroke::new(stroke::FOCUS, p.ai), StrokeKind::Inside);
        }
        ui.push_id(row.id, |ui| {
            let is_high = rect.height() > CARD;
            let (left, inner) = (rect.left() + 10.0, rect.right() - 10.0);
            let line = |top: f32, left: f32| {
                Rect::from_min_max(pos2(left, rect.top() + top), pos2(inner, rect.top() + top + 18.0))
            };
            let name = Rect::from_min_max(line(7.0, left).min, pos2(inner - 20.0, rect.top() + 25.0));
            put(&painter, name, &row.name, TextKind::Strong, p.text);
            let mut beside = left;
            if !is_high {
                let size = vec2(THUMB, (THUMB * sizes::CARD_RATIO).round());
                let thumb = Rect::from_min_size(pos2(left, rect.top() + 31.0), size);
                let slot = ui.interact(thumb, ui.scope_id().with("card"), Sense::hover());
                contact_card_in(ctx, ui, row.subject, thumb, slot);
                beside = thumb.right() + 8.0;
            }
            put(&painter, line(29.0, beside), &row.way, TextKind::Small, p.text2);
            put(&painter, line(47.0, beside), &row.need, TextKind::Small, p.text2);
            let date = text::line(&painter, &row.last_step, TextKind::Label, p.text3, inner - left);
            // On a high card the day has a line of its own, otherwise it stands at the end of the last one that has room.
            let mut day_line = line(if is_high { 113.0 } else { 90.0 }, left);
            if row.owner_must_be_told {
                let words = texts.referrals_owner_not_told();
                let button = Button::tonal(texts.referrals_mark_told()).small();
                let foot = line(if is_high { 89.0 } else { 90.0 }, left);
                let mut told_line = line(68.0, left);
                if !is_high && button.width(ui) > foot.width() - date.size().x - 8.0 {
                    day_line = told_line;
                    told_line.max.x -= date.size().x + 6.0;
                }
                put(&painter, told_line, words, TextKind::Small, p.danger);
                let size = vec2(button.width(ui).min(foot.width()), ButtonSize::Small.height());
                let at = Rect::from_min_size(pos2(foot.left(), foot.center().y - size.y / 2.0), size);
                let told =
                    ui.scope_builder(egui::UiBuilder::new().max_rect(at), |ui| ctx.add_writing(ui, button));
                if told.inner.clicked() {
                    ctx.edit(Edit::TellOwner { referral: row.id });
                }
            } else {
                put(&painter, line(70.0, left), &row.outcome, TextKind::Small, p.text2);
            }
            let end = pos2(day_line.right() - date.size().x, day_line.center().y - date.size().y / 2.0);
            painter.galley(end, date, p.text3);
            let corner = Rect::from_min_size(pos2(rect.right() - 28.0, rect.top() + 4.0), vec2(24.0, 24.0));
            let more =
                ui.place(corner, IconButton::new(icons::DOTS_THREE, &row.more).size(ButtonSize::Small));
            egui::Popup::menu(&more).width(super::MENU).show(|ui| table::menu_ui(ctx, ui, row.id));
        });
        egui::Popup::context_menu(&response).width(super::MENU).show(|ui| table::menu_ui(ctx, ui, row.id));
        let enter =
            response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        if enter || response.double_clicked() {
            ctx.open(Sheet::EditReferral(row.id, false));
        } else if response.clicked() {
            ctx.select(row.subject);
        }
        if self.dragged.is_none() {
            tip(response, &row.full, None);
        }
    }

    /// What is dragged, under the pointer.
    fn ghost_ui(&mut self, ui: &Ui, ledger: &Ledger) {
        let Some(row) = self.dragged.and_then(|id| ledger.referrals().find(|row| row.id == id)) else {
            self.dragged = None;
            return;
        };
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.dragged = None;
            return;
        }
        let Some(at) = ui.input(|input| input.pointer.interact_pos()) else { return };
        let p = Palette::of(ui);
        let painter = ui.ctx().layer_painter(egui::LayerId::new(Order::Tooltip, WidgetId::unique("held")));
        let words = text::line(&painter, &row.name, TextKind::Strong, p.text, 200.0);
        let size = words.size() + vec2(24.0, 16.0);
        let rect = Align2::LEFT_TOP.anchor_size(at + vec2(8.0, 4.0), size);
        Elevation::Drag.paint(&painter, rect, radius::CONTROL, p.is_dark());
        painter.rect_filled(rect, radius::CONTROL, p.raised);
        painter.rect_stroke(rect, radius::CONTROL, Stroke::new(1.0, p.ai), StrokeKind::Inside);
        painter.galley(rect.min + vec2(12.0, 8.0), words, p.text);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
}

/// The ground of a column, which takes what is dropped on it.
fn column_ui(ui: &Ui, column: &Column<'_>, rect: Rect, is_target: bool) {
    let p = Palette::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("column", column.state)), Sense::hover());
    let spoken = format!("{}, {}", column.word, column.cards.len());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::List, true, &spoken));
    tip(response, &spoken, None);
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(radius::BOX), if is_target { p.ai_soft } else { p.rail });
    if is_target {
        dashed_rect(painter, rect, f32::from(radius::BOX), Stroke::new(2.0, p.ai));
    }
}

fn head_ui(ui: &Ui, column: &Column<'_>, rect: Rect) {
    let p = Palette::of(ui);
    let painter = ui.painter();
    let corners = CornerRadius { nw: radius::BOX, ne: radius::BOX, ..CornerRadius::ZERO };
    painter.rect_filled(rect.shrink2(vec2(2.0, 0.0)), corners, p.rail);
    let seal = pos2(rect.left() + 10.0 + sizes::SEAL_S / 2.0, rect.center().y);
    let untold = column.cards.iter().any(|row| row.owner_must_be_told);
    let kind = if untold { Kind::Promise } else { referral_kind(column.state) };
    paint_seal(painter, seal, sizes::SEAL_S, kind, p);
    let count = text::line(painter, &column.cards.len().to_string(), TextKind::Small, p.text2, 60.0);
    let right = rect.right() - 10.0 - count.size().x;
    painter.galley(pos2(right, rect.center().y - count.size().y / 2.0), count, p.text2);
    let cell = Rect::from_min_max(pos2(seal.x + 15.0, rect.top()), pos2(right - space::XS, rect.bottom()));
    if rect.width() < ROOMY {
        // Two short lines rather than half a word.
        let words = text::lines(painter, column.word, TextKind::Small, p.text, cell.width().max(20.0), 2);
        painter.galley(pos2(cell.left(), cell.center().y - words.size().y / 2.0), words, p.text);
    } else {
        put(painter, cell, column.word, TextKind::Strong, p.text);
    }
}
