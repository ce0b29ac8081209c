//! What is to be done today: the pile, thank-yous, reviews, promises, calls, amends, each with one action.
//!
//! Owns the page; what stands on it is gathered in [`board`]. Start reading at [`TodayView::ui`].

mod board;
mod boxes;

use chrono::{NaiveDate, Timelike as _};
use eframe::egui::{self, Align, CentralPanel, Frame, Key, Layout, Modifiers, Rect, ScrollArea, Ui, vec2};

use crate::gui::command::Sheet;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{EmptyState, knots};
use crate::text::Locale;

use board::Board;

/// Room for the days to come at the foot.
const FOOT: f32 = 104.0;
/// The page is not wider than this.
const WIDEST: f32 = 1360.0;

/// What is to be done today.
#[derive(Default)]
pub struct TodayView {
    board: Cached<(u64, u64, Locale, NaiveDate, u32), Board>,
}

impl TodayView {
    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let key = (ctx.revision, ctx.search.generation, ctx.texts.locale(), ctx.today, ctx.time.hour());
        let board = self.board.get(key, |_| Board::of(ctx));
        let side = if ctx.compact { 20.0 } else { space::PAGE };
        let extra = ((ui.available_width() - 2.0 * side - WIDEST) / 2.0).max(0.0);
        CentralPanel::no_frame().frame(Frame::new().fill(p.desk)).show(ui, |ui| {
            let full = ui.max_rect();
            let page = Rect::from_min_max(
                egui::pos2(full.left() + side + extra, full.top() + 24.0),
                egui::pos2(full.right() - side - extra, full.bottom() - 20.0),
            );
            let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(page));
            page_ui(ctx, &mut ui, board);
        });
        let mine = !ui.ctx().text_edit_focused() && ui.memory(|memory| memory.top_modal_layer()).is_none();
        if mine && board.pile.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::S)) {
            ctx.open(Sheet::NameCards(None));
        }
    }
}

fn page_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, board: &Board) {
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ctx, ui, board);
    ui.add_space(if ctx.compact { space::L } else { space::XXL });
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
                EmptyState::new(icons::SUN_HORIZON, texts.today_empty_title(), texts.today_empty_body())
                    .show(ui);
            }
        });
    } else {
        ScrollArea::vertical().id_salt("today").max_height(room).auto_shrink([false, false]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            columns_ui(ctx, ui, board);
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
fn columns_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, board: &Board) {
    let full = ui.available_width();
    let count = if ctx.compact || full < 900.0 { 2 } else { 3 };
    let gap = space::XXL;
    let width = ((full - gap * (count as f32 - 1.0)) / count as f32).floor();
    let mut heights = vec![0.0_f32; count];
    // `None` is the pile.
    let mut columns: Vec<Vec<Option<usize>>> = vec![Vec::new(); count];
    let mut put = |what: Option<usize>, height: f32| {
        let mut shortest = 0;
        for column in 1..count {
            if heights[column] < heights[shortest] - 1.0 {
                shortest = column;
            }
        }
        heights[shortest] += height + space::XL;
        columns[shortest].push(what);
    };
    if board.pile.is_some() {
        put(None, boxes::PILE);
    }
    for (index, section) in board.sections.iter().enumerate() {
        put(Some(index), section.height());
    }
    // The most urgent row of all has the main button, unless the pile has it.
    let main =
        if board.pile.is_some() { board.sections.iter().position(|s| s.groups[0].urgent) } else { Some(0) };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for column in columns {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                for what in column {
                    match (what, &board.pile) {
                        (None, Some(pile)) => boxes::pile_ui(ctx, ui, pile, width),
                        (Some(index), _) => {
                            boxes::section_ui(ctx, ui, &board.sections[index], width, main == Some(index));
                        }
                        (None, None) => {}
                    }
                    ui.add_space(space::XL);
                }
            });
        }
    });
}
