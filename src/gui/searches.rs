//! The saved searches in the rail: how many people each finds now, and their order.
//!
//! Owns the rows, their counts and how they are dragged. Must not know how a search works. Start reading at
//! [`SavedSearches::ui`].
//!
//! Counts are derived: after a change of the book they are looked for anew, one search a frame, so that ten searches of a
//! large book never make one frame long. Until then the count of before stands there.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use eframe::egui::{Align, CornerRadius, Key, Layout, Modifiers, Rect, Response, Ui};

use super::command::{Action, Command, Route, Sheet};
use super::ctx::{Cached, ViewCtx};
use super::theme::{Palette, TextKind, icons, space, text};
use super::widgets::{ButtonSize, IconButton, MenuItem, RailRow, menu_separator};
use crate::edit::Edit;
use crate::index::Query;
use crate::model::{Id, SavedSearch};
use crate::text::Locale;
use crate::text::names::initials;

use super::views::people::tidy;

/// What the rail keeps of the saved searches between frames.
#[derive(Default)]
pub(super) struct SavedSearches {
    rows: Cached<(u64, Locale), Vec<Row>>,
    counts: BTreeMap<Id<SavedSearch>, Count>,
    /// The row that is being dragged.
    dragged: Option<Id<SavedSearch>>,
}

/// One row, as it stands in the book.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    id: Id<SavedSearch>,
    name: String,
    query: String,
    /// What stands for the name in the narrow rail.
    letters: String,
}

/// How many people a search finds.
struct Count {
    /// For which state of the book, which day, which language and which query.
    of: (u64, NaiveDate, Locale, String),
    text: String,
}

impl SavedSearches {
    /// Draws the heading and the rows.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewCtx<'_>, compact: bool) {
        let rows: Vec<Row> = self
            .rows
            .get((ctx.revision, ctx.texts.locale()), |_| {
                let searches = SavedSearch::in_order(ctx.book);
                let letters = letters(searches.iter().map(|search| search.name.as_str()));
                let row = |(search, letters): (&SavedSearch, String)| Row {
                    id: search.id,
                    name: search.name.clone(),
                    query: search.query.clone(),
                    letters,
                };
                searches.into_iter().zip(letters).map(row).collect()
            })
            .clone();
        if !compact {
            heading_ui(ui, ctx);
        }
        self.count_one(ui, ctx, &rows);
        let mut drawn: Vec<(Id<SavedSearch>, Response)> = Vec::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            let count = self.counts.get(&row.id).map_or("", |count| count.text.as_str());
            let selected = !ctx.query.trim().is_empty() && is_same(&row.query, ctx.query);
            let widget = RailRow::search(&row.letters, &row.name, count, selected).compact(compact);
            let response = ui.add(widget.dragged(self.dragged == Some(row.id)));
            let response = if compact { response } else { response.on_hover_text(&row.query) };
            if response.clicked() {
                apply(ctx, &row.query, selected);
            }
            if ctx.writable {
                keys(ui, ctx, &response, row, at);
            }
            response.context_menu(|ui| menu_ui(ui, ctx, row, at, rows.len()));
            drawn.push((row.id, response));
        }
        if ctx.writable {
            self.drag(ui, ctx, &drawn);
        }
    }

    /// Brings one count up to date, and asks for another frame while more are to come.
    fn count_one(&mut self, ui: &Ui, ctx: &ViewCtx<'_>, rows: &[Row]) {
        self.counts.retain(|id, _| rows.iter().any(|row| row.id == *id));
        let key = |row: &Row| (ctx.revision, ctx.today, ctx.texts.locale(), row.query.clone());
        let is_stale = |row: &&Row| self.counts.get(&row.id).is_none_or(|count| count.of != key(row));
        let mut stale = rows.iter().filter(is_stale);
        let (Some(row), more) = (stale.next(), stale.next().is_some()) else { return };
        let people = ctx.index.count(&Query::parse(&row.query), ctx.today);
        let text = ctx.texts.locale().number(i64::try_from(people).unwrap_or(i64::MAX));
        self.counts.insert(row.id, Count { of: key(row), text });
        if more {
            ui.ctx().request_repaint();
        }
    }

    /// Follows a row that is dragged, shows where it would come to lie, and puts it there.
    fn drag(&mut self, ui: &Ui, ctx: &mut ViewCtx<'_>, rows: &[(Id<SavedSearch>, Response)]) {
        let Some((from, (id, response))) =
            rows.iter().enumerate().find(|(_, (_, response))| response.dragged() || response.drag_stopped())
        else {
            self.dragged = None;
            return;
        };
        let pointer =
            response.interact_pointer_pos().or_else(|| ui.input(|input| input.pointer.latest_pos()));
        let Some(pointer) = pointer else { return };
        // Before the first row whose middle lies below the pointer; the row itself does not count.
        let to = rows
            .iter()
            .filter(|(other, _)| other != id)
            .filter(|(_, response)| response.rect.center().y < pointer.y)
            .count();
        if response.drag_stopped() {
            self.dragged = None;
            if to != from {
                ctx.edit(Edit::MoveSearch { search: *id, to });
            }
            return;
        }
        self.dragged = Some(*id);
        let beside = if to > from { to } else { to.saturating_sub(1) };
        let y = match rows.get(beside) {
            Some((_, beside)) if to > from || to > 0 => beside.rect.bottom() + 1.0,
            _ => rows.first().map_or(pointer.y, |(_, first)| first.rect.top() - 1.0),
        };
        let line = Rect::from_x_y_ranges(response.rect.x_range(), (y - 1.0)..=(y + 1.0));
        ui.painter().rect_filled(line, CornerRadius::same(1), Palette::of(ui).ai);
    }
}

/// One or two letters for each name, other ones for each as long as that goes: the initials, or the first letter with
/// one of the others.
fn letters<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    for name in names {
        let name = tidy(name);
        let capitals = |letters: String| letters.to_uppercase();
        let first = name.chars().find(|letter| letter.is_alphanumeric());
        let others = name.chars().filter(|letter| letter.is_alphanumeric()).skip(1);
        let pairs = others.filter_map(|other| Some([first?, other].iter().collect::<String>()));
        let mut choices = std::iter::once(initials("", &name)).chain(pairs).map(capitals);
        let fresh = choices.clone().find(|letters| !letters.is_empty() && !taken.contains(letters));
        taken.push(fresh.or_else(|| choices.next()).unwrap_or_default());
    }
    taken
}

/// The heading with what leads to a new search and to the help.
fn heading_ui(ui: &mut Ui, ctx: &mut ViewCtx<'_>) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.label(text::rich(texts.app_searches(), TextKind::Label, p.text3));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let add = IconButton::new(icons::PLUS, texts.app_searches_add()).size(ButtonSize::Small);
            let keys = Action::SaveSearch.keys().unwrap_or_default();
            if ctx.add_writing(ui, add.key(&keys)).clicked() {
                ctx.ask(Command::Do(Action::SaveSearch));
            }
        });
    });
}

/// Puts a search into the field, or takes it out again.
fn apply(ctx: &mut ViewCtx<'_>, query: &str, is_applied: bool) {
    ctx.query.clear();
    if is_applied {
        return;
    }
    ctx.query.push_str(query);
    match ctx.route {
        // Everybody whom the search finds, not only those of the circle that is shown.
        Route::Cards => ctx.ask(Command::ShowCircle(None)),
        Route::Settings => ctx.ask(Command::Go(Route::Cards)),
        _ => {}
    }
}

/// Whether two texts of the search field are the same search.
fn is_same(saved: &str, typed: &str) -> bool {
    saved.split_whitespace().eq(typed.split_whitespace())
}

/// Alt and an arrow move the row that has the keyboard, Delete removes it.
fn keys(ui: &Ui, ctx: &mut ViewCtx<'_>, response: &Response, row: &Row, at: usize) {
    if !response.has_focus() {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if at > 0 && pressed(Modifiers::ALT, Key::ArrowUp) {
        ctx.edit(Edit::MoveSearch { search: row.id, to: at - 1 });
    } else if pressed(Modifiers::ALT, Key::ArrowDown) {
        ctx.edit(Edit::MoveSearch { search: row.id, to: at + 1 });
    } else if pressed(Modifiers::NONE, Key::Delete) {
        ctx.edit(Edit::RemoveSearch { search: row.id });
    } else if pressed(Modifiers::NONE, Key::F2) {
        ctx.ask(Command::Open(Sheet::SavedSearch(Some(row.id))));
    }
}

fn menu_ui(ui: &mut Ui, ctx: &mut ViewCtx<'_>, row: &Row, at: usize, rows: usize) {
    let texts = ctx.texts;
    let item = |ui: &mut Ui, enabled: bool, item: MenuItem<'_>| {
        let clicked = ui.add_enabled(enabled, item).clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    let writable = ctx.writable;
    let edit = MenuItem::new(texts.common_edit()).icon(icons::PENCIL_SIMPLE_LINE).key("F2");
    if item(ui, writable, edit) {
        ctx.ask(Command::Open(Sheet::SavedSearch(Some(row.id))));
    }
    let (up, down) = if cfg!(target_os = "macos") { ("⌥↑", "⌥↓") } else { ("Alt+↑", "Alt+↓") };
    if item(ui, writable && at > 0, MenuItem::new(texts.app_searches_up()).key(up)) {
        ctx.edit(Edit::MoveSearch { search: row.id, to: at - 1 });
    }
    if item(ui, writable && at + 1 < rows, MenuItem::new(texts.app_searches_down()).key(down)) {
        ctx.edit(Edit::MoveSearch { search: row.id, to: at + 1 });
    }
    menu_separator(ui);
    let remove = MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger();
    if item(ui, writable, remove) {
        ctx.edit(Edit::RemoveSearch { search: row.id });
    }
}

/// The saved search that the field holds now.
pub(super) fn saved<'a>(book: &'a crate::model::Book, query: &str) -> Option<&'a SavedSearch> {
    if query.trim().is_empty() {
        return None;
    }
    book.searches.values().map(|search| &**search).find(|search| is_same(&search.query, query))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_searches_apart() {
        let all = letters(
            ["Warm makers", "Wine merchants", "東京の人", "東北", "reviews", "reviews", "", "🎉"].into_iter(),
        );
        assert_eq!(all, ["WM", "WI", "東", "東北", "R", "RE", "", ""]);
    }
}
