//! What is to be done today: the pile, thank-yous, reviews, promises, calls, amends, each with one action.
//!
//! Owns the page; what stands on it is gathered in [`board`]. Start reading at [`TodayView::ui`].

mod board;
mod row;
mod boxes;
mod rows;
mod hands;
mod band;

use chrono::{NaiveDate, Timelike as _};
use eframe::egui::{self, Align, CentralPanel, Frame, Layout, Modifiers, Rect, ScrollArea, Ui, vec2};

use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{EmptyState, knots};
use crate::text::Locale;

use board::Board;
use hands::{Hands, Step};
pub(in crate::gui::views) use row::request_of;

/// Room for the days to come at the foot.
const FOOT: f32 = 104.0;
/// The page is not wider than this.
const WIDEST: f32 = 1360.0;

/// What the board rests on: the state of the book, the search, the language, the day and the hour.
type Key = (u64, u64, Locale, NaiveDate, u32);

/// What is to be done today.
#[derive(Default)]
pub struct TodayView {
    board: Option<(Key, Board)>,
    /// What was searched when the board was made.
    query: String,
    hands: Hands,
    band: Option<(Key, band::Band)>,
}

impl TodayView {
    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let key = (ctx.revision, ctx.search.generation, ctx.texts.locale(), ctx.today, ctx.time.hour());
        let before = self.board.take_if(|(kept, _)| *kept != key);
        let board = &self.board.get_or_insert_with(|| (key, Board::of(ctx))).1;
        if let Some((old, before)) = before {
            // Another search or day shows other things; nothing was done.
            if (old.2, old.3) == (key.2, key.3) && self.query == ctx.search.query {
                self.hands.follow(ui, &before, board);
            }
            self.query.clone_from(&ctx.search.query);
        }
        self.hands.tick(ui);
        self.band.take_if(|(kept, _)| *kept != key);
        let band = &self.band.get_or_insert_with(|| (key, band::Band::of(ctx))).1;
        let side = if ctx.compact { 20.0 } else { space::PAGE };
        let extra = ((ui.available_width() - 2.0 * side - WIDEST) / 2.0).max(0.0);
        let hands = &mut self.hands;
        CentralPanel::no_frame().frame(Frame::new().fill(p.desk)).show(ui, |ui| {
            let full = ui.max_rect();
            let page = Rect::from_min_max(
                egui::pos2(full.left() + side + extra, full.top() + 24.0),
                egui::pos2(full.right() - side - extra, full.bottom() - 20.0),
            );
            let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(page));
            page_ui(ctx, &mut ui, board, band, hands);
        });
        let mine = !ui.ctx().text_edit_focused() && ui.memory(|memory| memory.top_modal_layer()).is_none();
        if mine
            && board.pile.as_ref().is_some_and(|pile| pile.nameless > 0)
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, egui::Key::S))
        {
            ctx.open(Sheet::NameCards(None));
        }
        if mine
            && board.pile.is_some()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, egui::Key::C))
        {
            ctx.open(Sheet::ClearTen);
        }
        let free = mine && crate::gui::panes::view_has_keys(ui.ctx());
        let down = free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, egui::Key::ArrowDown));
        self.hands.walk(ui, board, down.then_some(Step::Next));
    }
}

fn page_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, board: &Board, band: &band::Band, hands: &mut Hands) {
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ctx, ui, board);
    ui.add_space(if ctx.compact { space::L } else { space::XXL });
    band.ui(ctx, ui);
    let with_foot = ui.available_height() > 420.0;
    let room = ui.available_height() - if with_foot { FOOT + space::L } else { 0.0 };
    if board.is_done() {
        ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
            ui.set_min_height(room);
            ui.add_space((room * 0.32).max(20.0));
            let texts = ctx.texts;
            if ctx.search.found.is_some() {
                let icon = icons::MAGNIFYING_GLASS;
                EmptyState::new(icon, texts.today_no_match_title(), texts.today_no_match_body()).show(ui);
            } else {
                let tomorrow = board.ahead.first().map_or("", |ahead| ahead.words.as_str());
                let words = if tomorrow.is_empty() {
                    texts.today_empty_body().to_owned()
                } else {
                    texts.today_empty_tomorrow(tomorrow)
                };
                EmptyState::new(icons::SUN_HORIZON, texts.today_empty_title(), &words).show(ui);
            }
        });
    } else {
        ScrollArea::vertical().id_salt("today").max_height(room).auto_shrink([false, false]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            columns_ui(ctx, ui, board, hands);
        });
    }
    if with_foot {
        ui.add_space(space::L);
        boxes::week_ui(ctx, ui, &board.ahead, FOOT);
    }
}

fn head_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, board: &Board) {
    let p = Palette::of(ui);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 56.0), egui::Sense::hover());
    let search = if width > 940.0 { 220.0 } else { 150.0 };
    // In a narrow window the sentence needs the room more than the thread.
    let thread =
        if board.total > 0 && width > 940.0 { board.total.min(12) as f32 * 20.0 + 110.0 } else { 0.0 };
    let left = rect.with_max_x(rect.right() - search - thread - 24.0);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(left));
    child.spacing_mut().item_spacing.y = 0.0;
    let heading = text::rich(&board.heading, TextKind::Display, p.text);
    child.add(egui::Label::new(heading).truncate());
    child.add(egui::Label::new(text::rich(&board.summary, TextKind::Body, p.text2)).truncate());
    let band = rect.with_min_x(left.right()).with_max_y(rect.top() + 40.0);
    let field = Rect::from_center_size(
        egui::pos2(rect.right() - search / 2.0, band.center().y),
        vec2(search, crate::gui::theme::sizes::FIELD),
    );
    ctx.search_field(&mut ui.new_child(egui::UiBuilder::new().max_rect(field)), search);
    if thread > 0.0 {
        let layout = Layout::right_to_left(Align::Center);
        let place = band.with_max_x(field.left() - space::XL);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout));
        knots(&mut child, board.done, board.total, &board.progress);
        child.label(text::rich(&board.progress, TextKind::Body, p.text2));
    }
}

/// Puts the boxes into columns, each into the shortest one.
fn columns_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, board: &Board, hands: &mut Hands) {
    let full = ui.available_width();
    let count = if ctx.compact || full < 900.0 { 2 } else { 3 };
    let gap = space::XXL;
    let width = ((full - gap * (count as f32 - 1.0)) / count as f32).floor();
    hands.columns(board, count, boxes::PILE + space::XL, |hands, section| boxes::height(section, hands));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for column in 0..count {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                if let Some(pile) = board.pile.as_ref().filter(|_| column == 0) {
                    boxes::pile_ui(ctx, ui, pile, width);
                    ui.add_space(space::XL);
                }
                for section in &board.sections {
                    if hands.column(section.place) != column {
                        continue;
                    }
                    let main = board.main == Some(section.place);
                    boxes::section_ui(ctx, ui, section, hands, width, main);
                    ui.add_space(space::XL);
                }
            });
        }
    });
}
