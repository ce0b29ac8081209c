//! The search field with its suggestions: fields, values of the book, and what was not understood.
//!
//! Owns the list under the field. Must not know what is found. Start reading at [`show`].
//!
//! The list never takes a key before one has gone into it: Down goes in, Up and Down move, Enter or Tab takes,
//! Escape leaves. `?` alone lists every field.

use eframe::egui::{
    self, Area, Color32, CornerRadius, Frame, Id, Key, Modifiers, Order, Rect, Response, Sense, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::command::{Action, Command, Sheet};
use super::ctx::ViewCtx;
use super::theme::{Palette, TextKind, radius, text};
use super::widgets::SearchField;
use crate::index::{Completion, CompletionKind, Operator, Query};
use crate::text::Texts;

/// Height of a row, in points.
const ROW: f32 = 30.0;
/// Width of the list; wider than a narrow field, for the explanations.
const WIDTH: f32 = 400.0;

/// What the list remembers between frames.
#[derive(Debug, Clone, Default, PartialEq)]
struct Memory {
    /// The row that a key would take.
    row: Option<usize>,
    /// The text for which the list was closed.
    closed: Option<String>,
    /// The pointer is at work in the list, so that it stays although the field lost the keyboard.
    is_pressed: bool,
    /// The list of all fields was asked for in the last frame: the click took the keyboard away from the field.
    helps: bool,
}

/// Draws the field and, while it has the keyboard, what may follow. The response is the field's.
pub(super) fn show(ctx: &mut ViewCtx<'_>, ui: &mut Ui, hint: &str, width: f32) -> Response {
    let texts = ctx.texts;
    let id = Id::unique("search field");
    let memory_id = id.with("suggestions");
    let mut memory: Memory = ui.data(|data| data.get_temp(memory_id)).unwrap_or_default();
    let before = memory.clone();
    if std::mem::take(&mut memory.helps) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let is_focused = ui.memory(|memory| memory.has_focus(id));
    let wants_list = (is_focused || memory.is_pressed)
        && !ctx.query.is_empty()
        && memory.closed.as_deref() != Some(ctx.query.as_str());
    let found = if wants_list { suggestions(ctx, ui, id) } else { Vec::new() };
    let taken =
        if is_focused && !found.is_empty() { keys(ui, &mut memory, ctx.query, found.len()) } else { None };

    let keys = Action::Palette.keys().unwrap_or_default();
    let saved = super::searches::saved(ctx.book, ctx.query);
    let pin = match saved {
        Some(search) => texts.app_search_saved(&search.name),
        None => texts.app_search_save().to_owned(),
    };
    let field = SearchField::new(texts.app_search(), hint, texts.app_search_clear(), width).key(&keys).id(id);
    let sheet = Sheet::SavedSearch(saved.map(|search| search.id));
    let shown = field.help(texts.app_search_help()).pin(&pin, saved.is_some()).show_all(ui, ctx.query);
    let mut response = shown.field;
    if shown.help {
        // The list of all fields, as if it had been typed.
        Query::HELP.clone_into(ctx.query);
        put_cursor(ui, id, Query::HELP.chars().count());
        memory.helps = true;
        ui.ctx().request_repaint();
        response.mark_changed();
    }
    if shown.pin {
        ctx.ask(Command::Open(sheet));
    }
    if std::mem::take(ctx.focus_search) {
        response.request_focus();
    }
    if response.changed() {
        memory.row = None;
        memory.closed = None;
    }
    let mut notes = if wants_list { Query::parse(ctx.query).notes(ctx.query, texts) } else { Vec::new() };
    if wants_list && ctx.search.is_waiting {
        notes.insert(0, texts.app_search_preparing().to_owned());
    }
    let mut taken = taken;
    if found.is_empty() && notes.is_empty() {
        memory.is_pressed = false;
    } else if memory.closed.is_none() {
        let pressed = list(ctx, ui, response.rect, &found, &notes, &mut memory);
        taken = taken.or(pressed);
    }
    if let Some(completion) = taken.and_then(|row| found.get(row)) {
        take(ui, id, ctx.query, completion);
        response.request_focus();
        response.mark_changed();
        memory = Memory::default();
    }
    if memory != before {
        ui.data_mut(|data| data.insert_temp(memory_id, memory));
    }
    response
}

fn suggestions(ctx: &ViewCtx<'_>, ui: &Ui, id: Id) -> Vec<Completion> {
    let state = egui::TextEdit::load_state(ui.ctx(), id);
    let letters = state.and_then(|state| Some(state.cursor.char_range()?.primary.index));
    let cursor = letters.and_then(|letters| ctx.query.char_indices().nth(letters.into()));
    let cursor = cursor.map_or(ctx.query.len(), |(at, _)| at);
    Query::complete(ctx.query, cursor, &ctx.search.values, ctx.texts.locale(), ctx.today)
}

/// Moves through the list; returns the row that was taken. Before the field draws, or it would take the keys.
fn keys(ui: &Ui, memory: &mut Memory, query: &str, rows: usize) -> Option<usize> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowDown) {
        memory.row = Some(memory.row.map_or(0, |row| (row + 1) % rows));
    }
    let row = memory.row?;
    if pressed(Key::ArrowUp) {
        memory.row = row.checked_sub(1);
        return None;
    }
    if pressed(Key::Escape) {
        memory.row = None;
        memory.closed = Some(query.to_owned());
        return None;
    }
    (pressed(Key::Enter) || pressed(Key::Tab)).then_some(row.min(rows - 1))
}

/// Draws the list under the field; returns the row that was pressed.
fn list(
    ctx: &ViewCtx<'_>,
    ui: &Ui,
    field: Rect,
    found: &[Completion],
    notes: &[String],
    memory: &mut Memory,
) -> Option<usize> {
    let p = Palette::of(ui);
    let mut taken = None;
    let left = field.left() - 34.0;
    let room = ui.ctx().content_rect();
    let width = WIDTH.min(room.width() - 16.0);
    let place = pos2(left.min(room.right() - width - 8.0).max(room.left() + 8.0), field.bottom() + 6.0);
    let area = Area::new(Id::unique("search suggestions")).order(Order::Foreground).fixed_pos(place);
    let shown = area.show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(p.raised)
            .stroke(egui::Stroke::new(1.0, p.line))
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .shadow(ui.visuals().popup_shadow)
            .inner_margin(4);
        frame.show(ui, |ui| {
            ui.set_width(width - 8.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            let room = room.bottom() - place.y - 24.0;
            // As tall as what there is: an area keeps the height that it had with fewer rows.
            let most = room.max(ROW * 3.0);
            let scroll = egui::ScrollArea::vertical().max_height(most).min_scrolled_height(most);
            scroll.show(ui, |ui| {
                for (at, completion) in found.iter().enumerate() {
                    let response = row(ctx.texts, ui, completion, memory.row == Some(at));
                    if memory.row == Some(at) {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        taken = Some(at);
                    }
                }
                for note in notes {
                    ui.add_space(4.0);
                    ui.horizontal_wrapped(|ui| {
                        ui.add_space(8.0);
                        ui.label(text::rich(note, TextKind::Small, p.text2));
                    });
                    ui.add_space(4.0);
                }
                if ctx.query.as_str() != Query::HELP && !found.is_empty() {
                    let (rect, _) =
                        ui.allocate_exact_size(Vec2::new(ui.available_width(), 24.0), Sense::hover());
                    let more = text::line(
                        ui.painter(),
                        ctx.texts.app_search_more(),
                        TextKind::Small,
                        p.text3,
                        rect.width() - 16.0,
                    );
                    ui.painter().galley(
                        pos2(rect.left() + 8.0, rect.center().y - more.size().y / 2.0),
                        more,
                        p.text3,
                    );
                }
            });
        });
    });
    let rect = shown.response.rect;
    shown
        .response
        .widget_info(|| WidgetInfo::labeled(egui::Role::ListBox, true, ctx.texts.app_search_list()));
    memory.is_pressed = taken.is_none()
        && ui.input(|input| {
            let is_inside = input.pointer.interact_pos().is_some_and(|at| rect.contains(at));
            is_inside && (input.pointer.any_down() || input.pointer.any_released())
        });
    taken
}

fn row(texts: &Texts, ui: &mut Ui, completion: &Completion, is_at: bool) -> Response {
    let p = Palette::of(ui);
    let about = match completion.kind {
        CompletionKind::Operator(operator) => explanation(texts, operator).to_owned(),
        CompletionKind::Value(_, Some(count)) => {
            texts.locale().number(i64::try_from(count).unwrap_or(i64::MAX))
        }
        CompletionKind::Value(_, None) => String::new(),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let spoken =
        if about.is_empty() { completion.text.clone() } else { format!("{} {about}", completion.text) };
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, is_at, &spoken));
    if ui.is_rect_visible(rect) {
        let fill = if is_at {
            p.ai_soft
        } else if response.hovered() {
            p.hover
        } else {
            Color32::TRANSPARENT
        };
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(6), fill);
        let y = rect.center().y;
        let name = text::line(painter, &completion.text, TextKind::Strong, p.text, rect.width() - 24.0);
        let left = rect.left() + 8.0;
        let end = left + name.size().x;
        painter.galley(pos2(left, y - name.size().y / 2.0), name, p.text);
        let room = rect.right() - 8.0 - end - 16.0;
        if room > 24.0 && !about.is_empty() {
            let about = text::line(painter, &about, TextKind::Small, p.text2, room);
            let place = pos2(rect.right() - 8.0 - about.size().x, y - about.size().y / 2.0);
            painter.galley(place, about, p.text2);
        }
    }
    response
}

/// What a field looks for, in a few words.
fn explanation(texts: &Texts, operator: Operator) -> &str {
    match operator {
        Operator::Circle => texts.app_search_in_circle(),
        Operator::Needs => texts.app_search_in_needs(),
        Operator::Expertise => texts.app_search_in_expertise(),
        Operator::Organization => texts.app_search_in_organization(),
        Operator::Title => texts.app_search_in_title(),
        Operator::Tag => texts.app_search_in_tag(),
        Operator::City => texts.app_search_in_city(),
        Operator::Event => texts.app_search_in_event(),
        Operator::Place => texts.places_search_in(),
        Operator::Name => texts.app_search_in_name(),
        Operator::Note => texts.app_search_in_note(),
        Operator::Print => texts.app_search_in_print(),
        Operator::Reach => texts.app_search_in_reach(),
        Operator::Met => texts.app_search_in_met(),
        Operator::Warmth => texts.app_search_in_warmth(),
        Operator::Due => texts.app_search_in_due(),
        Operator::Has => texts.app_search_in_has(),
        Operator::Is => texts.app_search_in_is(),
    }
}

/// Puts a completion into the field, with a space after a value, and the cursor behind it.
fn take(ui: &Ui, id: Id, query: &mut String, completion: &Completion) {
    let space = matches!(completion.kind, CompletionKind::Value(..)) && completion.place.end == query.len();
    let text = if space { format!("{} ", completion.text) } else { completion.text.clone() };
    if query.get(completion.place.clone()).is_none() {
        return;
    }
    query.replace_range(completion.place.clone(), &text);
    let behind = query[..completion.place.start].chars().count() + text.chars().count();
    put_cursor(ui, id, behind);
}

/// Selects all that stands in the field, so that typing begins anew.
pub fn select_all(ui: &Ui, id: Id, text: &str) {
    let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let ends = [0, text.chars().count()].map(egui::text::CCursor::new);
    state.cursor.set_char_range(Some(egui::text::CCursorRange::two(ends[0], ends[1])));
    egui::TextEdit::store_state(ui.ctx(), id, state);
}

/// Puts the cursor of the field behind so many letters.
pub fn put_cursor(ui: &Ui, id: Id, letters: usize) {
    let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let cursor = egui::text::CCursor::new(letters);
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(cursor)));
    egui::TextEdit::store_state(ui.ctx(), id, state);
}
