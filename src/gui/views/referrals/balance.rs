//! Given and received per person: referrals, introductions, advice, support, business. Giving first is good; this is no
//! score, and nobody is ranked by what they owe.

use std::cmp::Reverse;

use chrono::NaiveDate;
use eframe::egui::{self, Rect, Ui, pos2, vec2};

use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::{ledger, people::name_of};
use crate::gui::widgets::{EmptyState, tip};
use crate::index::{Balance, Flow};
use crate::model::{Contact, Id};
use crate::text::Locale;
use crate::text::fold::fold;

type Key = (u64, u64, NaiveDate, Locale, Order);

/// By which column, and whether backwards.
type Order = (usize, bool);

/// Everybody to whom something was given or from whom something was received.
#[derive(Default)]
pub(super) struct People {
    rows: Cached<Key, Vec<Row>>,
    order: Option<Order>,
}

struct Row {
    id: Id<Contact>,
    name: String,
    flow: Flow,
    given: String,
    received: String,
    words: String,
    spoken: String,
}

/// Those between whom and me the most went either way stand first.
const FIRST: Order = (1, true);

fn rows(ctx: &ViewCtx<'_>, order: Order) -> Vec<Row> {
    let texts = ctx.texts;
    let found = ctx.search.found.as_deref();
    let mut rows: Vec<Row> = Vec::new();
    for id in ctx.book.contacts.keys().filter(|id| found.is_none_or(|found| found.matches(**id))) {
        let flow = Balance::of(ctx.book, &ctx.index.links, *id).total();
        if flow == Flow::default() {
            continue;
        }
        let name = name_of(ctx.book, texts, *id);
        let words = match flow.given.cmp(&flow.received) {
            std::cmp::Ordering::Greater => texts.inspector_balance_gave(),
            std::cmp::Ordering::Equal => texts.inspector_balance_even(),
            std::cmp::Ordering::Less => texts.inspector_balance_received(),
        };
        let (given, received) = (i64::from(flow.given), i64::from(flow.received));
        rows.push(Row {
            id: *id,
            spoken: format!("{name}, {}", texts.inspector_flow(given, received)),
            name,
            flow,
            given: texts.locale().number(given),
            received: texts.locale().number(received),
            words: words.to_owned(),
        });
    }
    rows.sort_by_cached_key(|row| fold(&row.name));
    match order.0 {
        1 => rows.sort_by_key(|row| Reverse((row.flow.given, row.flow.received))),
        2 => rows.sort_by_key(|row| Reverse(row.flow.received)),
        _ => {}
    }
    if order.1 != (order.0 > 0) {
        rows.reverse();
    }
    rows
}

impl People {
    /// Draws the list.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let order = self.order.unwrap_or(FIRST);
        let key = (ctx.revision, ctx.search.generation, ctx.today, texts.locale(), order);
        let view: &ViewCtx<'_> = ctx;
        let rows = self.rows.get(key, |_| rows(view, order));
        if rows.is_empty() {
            ui.add_space(ui.available_height() * 0.25);
            ui.vertical_centered(|ui| {
                if ctx.search.found.is_some() {
                    return super::nothing_found_ui(ctx, ui);
                }
                let words = texts.referrals_people_empty();
                EmptyState::new(icons::GIFT, texts.referrals_layout_people(), words).show(ui);
            });
            return;
        }
        ui.label(text::rich(texts.referrals_people_how(), TextKind::Small, p.text2));
        ui.spacing_mut().item_spacing.y = 0.0;
        let words = if ui.available_width() < 700.0 { 0.0 } else { -1.0 };
        let columns = [-1.0, 190.0, 190.0, words];
        let names = [texts.common_name(), texts.inspector_gave(), texts.inspector_received(), ""];
        if let Some(column) = ledger::sortable_heads(ctx, ui, &columns, &names, order).filter(|it| *it < 3) {
            let is_same = order.0 == column;
            self.order = Some((column, if is_same { !order.1 } else { column > 0 }));
        }
        let most = rows.iter().map(|row| row.flow.given.max(row.flow.received)).max().unwrap_or(1).max(1);
        let area = egui::ScrollArea::vertical().id_salt("balance").auto_shrink(false);
        let mut chosen = None;
        area.show_rows(ui, ledger::ROW, rows.len(), |ui, range| {
            crate::gui::panes::follow_focus(ui);
            for row in &rows[range] {
                let selected = ctx.selection.contact == Some(row.id);
                let id = egui::Id::unique(("balance", row.id));
                let (rect, response) = ledger::row_of(ui, id, &row.spoken, selected);
                let cells = ledger::cells(rect, &columns);
                ledger::put(ui.painter(), cells[0], &row.name, TextKind::Strong, p.text);
                bar(ui, cells[1], &row.given, row.flow.given as f32 / most as f32, p.ai);
                bar(ui, cells[2], &row.received, row.flow.received as f32 / most as f32, p.thread);
                if cells[3].width() > 8.0 {
                    // Two lines: in German the sentences are long.
                    let (cell, painter) = (cells[3], ui.painter());
                    let words = text::lines(painter, &row.words, TextKind::Small, p.text2, cell.width(), 2);
                    painter.galley(pos2(cell.left(), cell.center().y - words.size().y / 2.0), words, p.text2);
                }
                if tip(response, &row.words, None).clicked() {
                    chosen = Some(row.id);
                }
            }
        });
        if let Some(contact) = chosen {
            ctx.select(contact);
        }
    }
}

fn bar(ui: &Ui, cell: Rect, count: &str, part: f32, ink: egui::Color32) {
    let p = Palette::of(ui);
    let end = ledger::put(ui.painter(), cell, count, TextKind::Body, p.text);
    let track = Rect::from_min_max(
        pos2((cell.left() + 34.0).max(end + 8.0), cell.center().y - 3.0),
        pos2(cell.right() - 20.0, cell.center().y + 3.0),
    );
    ui.painter().rect_filled(track, 3, p.sunk);
    if part > 0.0 {
        let filled = Rect::from_min_size(track.min, vec2((track.width() * part).max(3.0), 6.0));
        ui.painter().rect_filled(filled, 3, ink);
    }
}
