//! A field for the name of an organization that completes those that are in the book.
//!
//! Owns the list under the field and its keys. Must not know whose employment it is; it changes nothing by itself.
//!
//! Invariant: an organization is found in every writing that it has (`tests::a_company_is_found_in_every_writing`).

use std::cmp::Reverse;

use eframe::egui::{self, Key, Modifiers, Sense, WidgetInfo, pos2, vec2};

use super::fields::Quiet;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, radius, text};
use crate::gui::views::people::tidy;
use crate::index::Index;
use crate::model::{Book, Id, Organization};
use crate::text::fold::fold;

/// How many organizations are offered.
const HITS: usize = 5;

/// One organization that is offered.
#[derive(Debug, Clone, PartialEq)]
struct Hit {
    id: Id<Organization>,
    name: String,
    people: String,
}

/// What the user did in the field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Picked {
    /// The text changed.
    pub changed: bool,
    /// The text is complete: chosen from the list, or the field was left or ended with Enter.
    pub done: bool,
}

/// The writings of all organizations, folded once for each state of the book.
type Writings = Vec<(String, Id<Organization>)>;

/// The list under a company field. One is enough for all company fields of a place: only one has the keyboard.
#[derive(Debug, Default)]
pub struct CompanyField {
    writings: Cached<u64, Writings>,
    hits: Cached<(u64, String), Vec<Hit>>,
    highlighted: Option<usize>,
    /// The field whose list is shown: it stays while a row of it is pressed.
    open: Option<egui::Id>,
}

impl CompanyField {
    /// Draws the field called `name`, and the list while it is typed into.
    pub fn ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut egui::Ui,
        field: Quiet<'_>,
        value: &mut String,
    ) -> (egui::Response, Picked) {
        let mut picked = Picked::default();
        let list = ui.scope_id().with("companies");
        let is_open = self.open == Some(list);
        let key = (ctx.revision, fold(value));
        let wanted = is_open && !key.1.is_empty();
        let hits: &[Hit] = if wanted {
            let writings = self.writings.get(ctx.revision, |_| writings(ctx.book));
            self.hits.get(key, |(_, query)| find(ctx.book, ctx.index, writings, query, &tidy(value)))
        } else {
            &[]
        };
        let mut chosen = None;
        if !hits.is_empty() {
            let last = hits.len() - 1;
            // Before the field draws, or it would take the keys for its cursor.
            ui.input_mut(|input| {
                if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                    self.highlighted = Some(self.highlighted.map_or(0, |at| (at + 1).min(last)));
                }
                if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                    self.highlighted = self.highlighted.and_then(|at| at.checked_sub(1));
                }
                if self.highlighted.is_some() && input.consume_key(Modifiers::NONE, Key::Enter) {
                    chosen = self.highlighted;
                }
            });
        }
        let response = field.show(ui, value);
        if response.changed() {
            picked.changed = true;
            self.highlighted = None;
            self.open = Some(list);
        }
        let mut pressed = false;
        for (at, hit) in hits.iter().enumerate() {
            let row = hit_ui(ui, hit, self.highlighted == Some(at));
            pressed |= row.is_pointer_button_down_on();
            if row.clicked() {
                chosen = Some(at);
            }
        }
        if let Some(hit) = chosen.and_then(|at| hits.get(at)) {
            ctx.book.get(hit.id).map_or("", |record| record.name.as_str()).clone_into(value);
            picked = Picked { changed: true, done: true };
            self.open = None;
            self.highlighted = None;
            response.surrender_focus();
        } else if is_open && !response.has_focus() && !pressed {
            picked.done = true;
            self.open = None;
        } else if response.lost_focus() && !pressed {
            picked.done = true;
        }
        (response, picked)
    }
}

fn hit_ui(ui: &mut egui::Ui, hit: &Hit, highlighted: bool) -> egui::Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, highlighted, &hit.name));
    let fill = if response.hovered() || highlighted { p.ai_soft } else { p.raised };
    ui.painter().rect_filled(rect, radius::TAG, fill);
    let y = rect.center().y;
    let people = text::line(ui.painter(), &hit.people, TextKind::Small, p.text3, 90.0);
    let room = rect.width() - people.size().x - 24.0;
    let name = text::line(ui.painter(), &hit.name, TextKind::Body, p.text, room.max(20.0));
    ui.painter().galley(pos2(rect.left() + 8.0, y - name.size().y / 2.0), name, p.text);
    let at = pos2(rect.right() - 8.0 - people.size().x, y - people.size().y / 2.0);
    ui.painter().galley(at, people, p.text3);
    response
}

fn writings(book: &Book) -> Writings {
    let mut writings = Vec::with_capacity(book.organizations.len());
    for record in book.organizations.values() {
        let all = [&record.name, &record.reading, &record.latin].into_iter().chain(&record.former_names);
        for writing in all.filter(|writing| !writing.trim().is_empty()) {
            writings.push((fold(writing), record.id));
        }
    }
    writings
}

/// The organizations whose name begins with the query, then those with a word that does, those with most people first.
fn find(book: &Book, index: &Index, writings: &Writings, query: &str, typed: &str) -> Vec<Hit> {
    let mut found: Vec<(bool, Id<Organization>)> = Vec::new();
    for (writing, id) in writings {
        let begins = writing.starts_with(query);
        let inside = || writing.match_indices(query).any(|(at, _)| is_word_start(writing, at));
        if begins || inside() {
            match found.iter_mut().find(|(_, other)| other == id) {
                Some((first, _)) => *first |= begins,
                None => found.push((begins, *id)),
            }
            // Of a hundred thousand the first ones that fit are enough: more typing is quicker.
            if found.len() >= 400 {
                break;
            }
        }
    }
    let count = |id| index.links.organization(id).contacts.len();
    found.sort_by_key(|(begins, id)| (!begins, Reverse(count(*id)), *id));
    let hit = |id: Id<Organization>| {
        let people = count(id);
        let name = tidy(&book.get(id)?.name);
        let people = if people == 0 { String::new() } else { people.to_string() };
        Some(Hit { id, name, people })
    };
    let hits = found.into_iter().filter_map(|(_, id)| hit(id)).filter(|hit| hit.name != typed);
    hits.take(HITS).collect()
}

fn is_word_start(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    // Japanese has no gaps between words: anywhere is a beginning.
    let east = text[at..].chars().next().is_some_and(|first| !first.is_ascii());
    before.is_none_or(|before| !before.is_alphanumeric()) || east
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::InBook as _;

    #[test]
    fn a_company_is_found_in_every_writing() {
        let mut book = Book::default();
        let shinonome = Organization {
            id: Id::new(1),
            name: "東雲精機株式会社".to_owned(),
            reading: "しののめせいき".to_owned(),
            latin: "Shinonome Precision".to_owned(),
            former_names: vec!["Tōkai Werke".to_owned()],
            ..Organization::default()
        };
        let weber =
            Organization { id: Id::new(2), name: "Weber Präzision".to_owned(), ..Organization::default() };
        for record in [shinonome, weber] {
            Organization::table_mut(&mut book).insert(record.id, Arc::new(record));
        }
        let index = Index::rebuild(&book);
        let all = writings(&book);
        let check = |query: &str, expected: &[u128]| {
            let hits = find(&book, &index, &all, &fold(query), "");
            let ids: Vec<u128> = hits.iter().map(|hit| hit.id.value()).collect();
            assert_eq!(ids, expected, "{query}");
        };
        check("東雲", &[1]);
        check("シノノメ", &[1]);
        check("精機", &[1]);
        check("tokai", &[1]);
        check("prä", &[2]);
        check("preci", &[1]);
        check("räzision", &[]);
    }
}
