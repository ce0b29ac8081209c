//! The network as text: a tree of people, and under each of them what joins them to others, in sentences.
//!
//! Owns which people are open and where the keyboard is. It says the same as the picture, to whoever does not see it and
//! to whoever would rather read. Rows are drawn only while they are in sight.
//!
//! Invariant: every tie of a person is a row that can be reached with the keys
//! (held by `app_network::the_network_can_be_read_and_walked_as_text`).

use std::collections::BTreeSet;

use eframe::egui::{
    self, CornerRadius, EventFilter, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::widgets::paint_icon;
use crate::index::{NodeId, Telling};
use crate::model::{Contact, Id};

use super::model::{Model, ModelKey};

/// The height of a row.
const ROW: f32 = 30.0;

/// A row of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    /// A person, or me.
    Person(NodeId),
    /// What joins a person to another one, which comes second.
    Tie(NodeId, NodeId, String),
}

/// The state of the tree.
#[derive(Default)]
pub(super) struct Outline {
    /// Who is open: whom a person is in the book, `None` for me.
    open: BTreeSet<Option<Id<Contact>>>,
    /// The row on which the keyboard is.
    at: usize,
    /// The keyboard has moved: its row comes into sight.
    follow: bool,
    /// Whom the tree followed last.
    seen: Option<Option<Id<Contact>>>,
    rows: Cached<(ModelKey, u64, u64), Vec<Row>>,
    /// Counts up when somebody is opened or closed.
    turned: u64,
}

impl Outline {
    /// Draws the tree.
    pub(super) fn ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        visible: &[bool],
        visible_of: u64,
    ) {
        // Who is selected elsewhere is open and in sight here.
        let mut jump = false;
        if self.seen != Some(ctx.selection.contact) {
            let first = self.seen.is_none();
            self.seen = Some(ctx.selection.contact);
            if !first || ctx.selection.contact.is_some() {
                self.open.insert(ctx.selection.contact);
                self.turned += 1;
                jump = true;
            }
        }
        let key = (model.key, visible_of, self.turned);
        let open = &self.open;
        let telling = Telling { book: ctx.book, texts: ctx.texts, today: ctx.today };
        let rows = self.rows.get(key, |_| rows(model, visible, open, telling));
        let area = ui.available_rect_before_wrap();
        let id = ui.scope_id().with("network tree");
        let tree = ui.interact(area, id, Sense::click());
        tree.widget_info(|| WidgetInfo::labeled(egui::Role::Tree, true, &model.summary));
        let has_focus = tree.has_focus();
        if tree.clicked() {
            tree.request_focus();
        }
        self.at = self.at.min(rows.len().saturating_sub(1));
        if jump
            && let Some(node) = model.node_of(ctx.selection.contact)
            && let Some(place) = rows.iter().position(|row| *row == Row::Person(node))
        {
            (self.at, self.follow) = (place, true);
        }
        let mut asked = None;
        if has_focus {
            let filter =
                EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            asked = keys(ui, model, rows, &mut self.at);
            self.follow |= asked.is_some();
        }
        let mut scroll = egui::ScrollArea::vertical().auto_shrink(false);
        if std::mem::take(&mut self.follow) {
            let (top, page) = (self.at as f32 * ROW, area.height());
            let id = egui::Id::unique("network tree offset");
            let offset = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
            if top < offset {
                scroll = scroll.vertical_scroll_offset(top);
            } else if top + ROW > offset + page {
                scroll = scroll.vertical_scroll_offset(top + ROW - page);
            }
        }
        let (at, open) = (self.at, &self.open);
        let shown = scroll.show_rows(ui, ROW, rows.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for number in range {
                let is_here = has_focus && number == at;
                if let Some(ask) = row_ui(ui, ctx, model, &rows[number], number, is_here, open) {
                    asked = Some(ask);
                }
            }
        });
        let offset_id = egui::Id::unique("network tree offset");
        ui.data_mut(|data| data.insert_temp(offset_id, shown.state.clamped_offset().y));
        match asked {
            Some(Ask::Move) | None => {}
            Some(Ask::Turn(node)) => {
                let contact = model.nodes[node as usize].contact;
                if !self.open.remove(&contact) {
                    self.open.insert(contact);
                }
                self.turned += 1;
            }
            Some(Ask::Go(node)) => {
                let contact = model.nodes[node as usize].contact;
                self.open.insert(contact);
                self.turned += 1;
                let fresh = (model.key, visible_of, self.turned);
                let open = &self.open;
                let rows = self.rows.get(fresh, |_| self::rows(model, visible, open, telling));
                if let Some(place) = rows.iter().position(|row| *row == Row::Person(node)) {
                    (self.at, self.follow) = (place, true);
                }
                self.seen = Some(contact);
                ctx.ask(Command::Select(contact));
                ui.ctx().request_repaint();
            }
        }
    }
}

/// What is asked of the tree.
enum Ask {
    /// Only the keyboard has moved.
    Move,
    /// Open or close somebody.
    Turn(NodeId),
    /// Go to somebody.
    Go(NodeId),
}

fn rows(
    model: &Model,
    visible: &[bool],
    open: &BTreeSet<Option<Id<Contact>>>,
    telling: Telling<'_>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for node in model.by_ties.iter().filter(|node| visible[**node as usize]) {
        rows.push(Row::Person(*node));
        if open.contains(&model.nodes[*node as usize].contact) {
            let told = model.network.sentences(telling, *node);
            let seen = told.into_iter().filter(|tie| visible[tie.other as usize]);
            rows.extend(seen.map(|tie| Row::Tie(*node, tie.other, tie.text)));
        }
    }
    rows
}

/// Moves by the arrows: up and down by rows, right opens, left closes or goes to the person; Enter goes to somebody.
fn keys(ui: &Ui, model: &Model, rows: &[Row], at: &mut usize) -> Option<Ask> {
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let is_open = matches!(rows.get(*at + 1), Some(Row::Tie(..)));
    let row = rows.get(*at)?;
    if pressed(Key::ArrowDown) {
        *at = (*at + 1).min(rows.len() - 1);
        return Some(Ask::Move);
    }
    if pressed(Key::ArrowUp) {
        *at = at.saturating_sub(1);
        return Some(Ask::Move);
    }
    if pressed(Key::ArrowRight) {
        return match row {
            Row::Person(node) if !is_open && model.nodes[*node as usize].ties > 0 => Some(Ask::Turn(*node)),
            _ => {
                *at = (*at + 1).min(rows.len() - 1);
                Some(Ask::Move)
            }
        };
    }
    if pressed(Key::ArrowLeft) {
        return match row {
            Row::Person(node) if is_open => Some(Ask::Turn(*node)),
            Row::Person(_) => None,
            Row::Tie(..) => {
                *at = rows[..*at].iter().rposition(|row| matches!(row, Row::Person(_))).unwrap_or(0);
                Some(Ask::Move)
            }
        };
    }
    if pressed(Key::Enter) {
        return Some(match row {
            Row::Person(node) => Ask::Go(*node),
            Row::Tie(_, other, _) => Ask::Go(*other),
        });
    }
    None
}

fn row_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    model: &Model,
    row: &Row,
    number: usize,
    is_here: bool,
    open: &BTreeSet<Option<Id<Contact>>>,
) -> Option<Ask> {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("row", number)), Sense::click());
    let (node, depth) = match row {
        Row::Person(node) => (*node, 0.0),
        Row::Tie(_, other, _) => (*other, 1.0),
    };
    let contact = model.nodes[node as usize].contact;
    let selected = depth == 0.0 && ctx.selection.contact == contact;
    let person = &model.nodes[node as usize];
    let label = match row {
        Row::Person(_) => person.spoken(ctx.texts),
        Row::Tie(.., words) => words.as_str(),
    };
    response.widget_info(|| WidgetInfo::selected(egui::Role::TreeItem, true, selected, label));
    let painter = ui.painter();
    if response.hovered() || selected || is_here {
        let fill = if selected { p.ai_soft } else { p.hover };
        let border = if is_here || response.has_focus() { Stroke::new(2.0, p.ai) } else { Stroke::NONE };
        painter.rect(rect.shrink2(vec2(16.0, 1.0)), CornerRadius::same(6), fill, border, StrokeKind::Inside);
    }
    let x = rect.left() + 26.0 + depth * 26.0;
    let y = rect.center().y;
    let is_open = depth == 0.0 && open.contains(&contact);
    if depth == 0.0 && person.ties > 0 {
        let icon = if is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        paint_icon(painter, pos2(x, y), icon, Weight::Bold, 11.0, p.text3);
    } else if depth > 0.0 {
        painter.circle_filled(pos2(x, y), 3.0, p.thread);
    }
    let room = (rect.right() - x - 40.0).max(20.0);
    let (words, kind, ink) = match row {
        Row::Person(_) => (person.name.as_str(), TextKind::Strong, p.text),
        Row::Tie(.., words) => (words.as_str(), TextKind::Body, p.text2),
    };
    let line = text::line(painter, words, kind, ink, room);
    let end = x + 14.0 + line.size().x;
    painter.galley(pos2(x + 14.0, y - line.size().y / 2.0), line, ink);
    if let Row::Person(_) = row {
        let ties = ctx.texts.network_ties(i64::from(person.ties));
        let line = text::line(painter, &ties, TextKind::Small, p.text3, (rect.right() - end - 30.0).max(1.0));
        painter.galley(pos2(end + 10.0, y - line.size().y / 2.0), line, p.text3);
    }
    let on_caret =
        |at: egui::Pos2| depth == 0.0 && Rect::from_center_size(pos2(x, y), vec2(24.0, ROW)).contains(at);
    if response.clicked() {
        let caret = response.interact_pointer_pos().is_some_and(on_caret);
        return Some(if caret { Ask::Turn(node) } else { Ask::Go(node) });
    }
    None
}
