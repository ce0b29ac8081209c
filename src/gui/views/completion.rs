//! Fields that complete what stands elsewhere in the book: the same words for the same thing make people findable.
//!
//! Owns the list under the field and its keys. Must not know what the field is part of; it changes nothing by itself.
//!
//! Invariant: what is offered stands in the book, the most frequent first
//! (`tests::what_stands_elsewhere_is_offered_by_its_beginning`).

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{self, EventFilter, Key, Modifiers, Sense, WidgetInfo, pos2, vec2};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, radius, text};
use crate::model::{Book, Contact};
use crate::text::fold::fold;

/// How many values are offered.
const HITS: usize = 5;

/// Which lists of people are completed from one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What people can do, solve, offer and look for: one's need is the other's offer.
    Knowledge,
    /// Interests and hobbies.
    Leisure,
    /// Tags.
    Tags,
}

/// A value of the book: folded, as it is mostly written, and how often.
type Value = (String, String, usize);

/// A field on its way through a frame.
#[derive(Debug, Clone, Copy)]
pub struct Begun {
    list: (egui::Id, Kind),
    is_open: bool,
    chosen: Option<usize>,
}

/// The list under a field. One is enough for all fields of a place: only one has the keyboard.
#[derive(Debug, Default)]
pub struct Completer {
    /// The values, gathered when a field is first typed into.
    values: Vec<Value>,
    /// Of which state of the book they are, and of which kind.
    values_of: Option<(u64, Kind)>,
    hits: Vec<String>,
    hits_of: String,
    highlighted: Option<usize>,
    /// The field whose list is shown.
    open: Option<(egui::Id, Kind)>,
    /// Tags that are there already and not offered.
    left_out: BTreeSet<String>,
}

impl Completer {
    /// Draws a field by `show`, and the list under it while it is typed into. Says whether a value was taken from the list.
    pub fn ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut egui::Ui,
        kind: Kind,
        value: &mut String,
        show: impl FnOnce(&mut egui::Ui, &mut String) -> egui::Response,
    ) -> (egui::Response, bool) {
        let begun = self.begin(ui, ui.scope_id().with("completion"), kind, value);
        let response = show(ui, value);
        let taken = self.end(ctx, ui, begun, &response, value);
        (response, taken)
    }

    /// Tags that whoever is edited has already.
    pub fn leave_out(&mut self, tags: &BTreeSet<String>) {
        if self.left_out != *tags {
            self.left_out.clone_from(tags);
            self.hits_of.clear();
        }
    }

    /// To be called before the field is drawn, which would take the keys of the list for its cursor. `id` tells fields
    /// apart.
    pub fn begin(&mut self, ui: &egui::Ui, id: egui::Id, kind: Kind, value: &str) -> Begun {
        let list = (id, kind);
        let is_open = self.open == Some(list);
        if is_open && self.hits_of != value {
            self.hits = offered(&self.values, value, list.1, &self.left_out);
            value.clone_into(&mut self.hits_of);
            self.highlighted = None;
        }
        let mut chosen = None;
        if let Some(last) = self.hits.len().checked_sub(1).filter(|_| is_open) {
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
                // Escape closes the list, and what lies around the field only when it is pressed again.
                if input.consume_key(Modifiers::NONE, Key::Escape) {
                    self.open = None;
                    self.hits.clear();
                }
            });
        }
        let is_open = is_open && self.open.is_some();
        Begun { list, is_open, chosen }
    }

    /// To be called after the field, where the list is to stand. Says whether a value was taken from it.
    pub fn end(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut egui::Ui,
        begun: Begun,
        response: &egui::Response,
        value: &mut String,
    ) -> bool {
        let Begun { list, is_open, mut chosen } = begun;
        let hits: &[String] = if is_open { &self.hits } else { &[] };
        let mut pressed = false;
        for (at, hit) in hits.iter().enumerate() {
            let row = hit_ui(ui, hit, self.highlighted == Some(at));
            pressed |= row.is_pointer_button_down_on();
            if row.clicked() {
                chosen = Some(at);
            }
        }
        if !hits.is_empty() && response.has_focus() {
            let mut keys = EventFilter { escape: true, ..EventFilter::default() };
            (keys.horizontal_arrows, keys.vertical_arrows) = (true, true);
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keys));
        }
        let taken = chosen.and_then(|at| hits.get(at)).cloned();
        if response.changed() && !is_open {
            let of = Some((ctx.revision, list.1));
            if self.values_of != of {
                self.values = values(ctx.book, list.1);
                self.values_of = of;
            }
            self.hits_of.clear();
            self.hits.clear();
            self.open = Some(list);
        }
        let is_taken = taken.is_some();
        if let Some(taken) = taken {
            *value = taken;
            self.open = None;
            response.request_focus();
            // One goes on writing behind the word.
            crate::gui::search_box::put_cursor(ui, response.id, value.chars().count());
        } else if is_open && !response.has_focus() && !pressed {
            self.open = None;
        }
        is_taken
    }
}

fn hit_ui(ui: &mut egui::Ui, hit: &str, highlighted: bool) -> egui::Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, highlighted, hit));
    let fill = if response.hovered() || highlighted { p.ai_soft } else { p.raised };
    ui.painter().rect_filled(rect, radius::TAG, fill);
    let line = text::line(ui.painter(), hit, TextKind::Body, p.text, (rect.width() - 16.0).max(20.0));
    let y = rect.center().y - line.size().y / 2.0;
    ui.painter().galley(pos2(rect.left() + 8.0, y), line, p.text);
    response
}

/// Gathers the values of all people.
fn values(book: &Book, kind: Kind) -> Vec<Value> {
    let mut all: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for contact in book.contacts.values() {
        each(contact, kind, |value| {
            let value = value.trim();
            // Whole sentences are nobody else's words.
            if !value.is_empty() && value.chars().count() <= 60 {
                *all.entry(fold(value)).or_default().entry(value).or_default() += 1;
            }
        });
    }
    let value = |(folded, writings): (String, BTreeMap<&str, usize>)| {
        let count = writings.values().sum();
        let best = writings.into_iter().max_by_key(|(_, count)| *count)?;
        Some((folded, best.0.to_owned(), count))
    };
    all.into_iter().filter_map(value).collect()
}

fn each<'a>(contact: &'a Contact, kind: Kind, mut visit: impl FnMut(&'a str)) {
    match kind {
        Kind::Knowledge => {
            contact.expertise.iter().for_each(|entry| visit(&entry.what));
            contact.offers.iter().chain(&contact.problems_solved).for_each(|entry| visit(entry));
            contact.needs.iter().for_each(|need| visit(&need.what));
        }
        Kind::Leisure => {
            contact.human.interests.iter().chain(&contact.human.hobbies).for_each(|entry| visit(entry));
        }
        Kind::Tags => contact.tags.iter().for_each(|tag| visit(tag)),
    }
}

/// Values that begin with what was typed, then those in which a word does, of tags then those that have it anywhere; the
/// most frequent first.
fn offered(values: &[Value], typed: &str, kind: Kind, left_out: &BTreeSet<String>) -> Vec<String> {
    let wanted = fold(typed.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    // A tag that is typed out is offered in its own writing; of other texts there is nothing to be completed.
    let is_open = |(folded, written, _): &&Value| match kind {
        Kind::Tags => *written != typed.trim() && !left_out.contains(written),
        Kind::Knowledge | Kind::Leisure => *folded != wanted,
    };
    let mut found: Vec<(u8, usize, &Value)> = Vec::new();
    for value in values.iter().filter(is_open) {
        let begins_word = |at: usize| {
            let before = value.0[..at].chars().next_back();
            let east = !wanted.is_ascii();
            before.is_none_or(|before| !before.is_alphanumeric()) || east
        };
        let place = if value.0.starts_with(&wanted) {
            0
        } else if value.0.match_indices(&wanted).any(|(at, _)| begins_word(at)) {
            1
        } else if kind == Kind::Tags && value.0.contains(&wanted) {
            2
        } else {
            continue;
        };
        found.push((place, usize::MAX - value.2, value));
    }
    found.sort();
    found.into_iter().take(HITS).map(|(_, _, (_, written, _))| written.clone()).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Id, InBook as _};

    #[test]
    fn what_stands_elsewhere_is_offered_by_its_beginning() {
        let mut book = Book::default();
        let offers = ["salt-water bearings", "Bearings", "bearings", "耐塩水ベアリング"];
        for (offer, id) in offers.into_iter().zip(1..) {
            let contact = Contact { id: Id::new(id), offers: vec![offer.to_owned()], ..Contact::default() };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        let values = values(&book, Kind::Knowledge);
        let offered =
            |values: &[Value], typed: &str| super::offered(values, typed, Kind::Knowledge, &BTreeSet::new());
        assert_eq!(offered(&values, "bea").len(), 2, "the same word once, and where a word begins so");
        assert!(offered(&values, "bea")[0].eq_ignore_ascii_case("bearings"));
        assert_eq!(offered(&values, "ベア"), ["耐塩水ベアリング"]);
        assert!(offered(&values, "earing").is_empty() && offered(&values, " ").is_empty());
        assert!(offered(&values, "bearings").iter().all(|hit| hit != "bearings"));
    }
    #[test]
    fn tags_are_offered_by_any_part_without_accents_width_and_kana() {
        let mut book = Book::default();
        let tags = ["Wälzlager", "Lager", "ガラス", "glass maker", "Glasbläser"];
        for (tag, id) in tags.into_iter().zip(1..) {
            let contact = Contact { id: Id::new(id), tags: [tag.to_owned()].into(), ..Contact::default() };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        let values = values(&book, Kind::Tags);
        let offered = |typed: &str| offered(&values, typed, Kind::Tags, &["Glasbläser".to_owned()].into());
        assert_eq!(offered("lag"), ["Lager", "Wälzlager"], "those that begin with it first");
        assert_eq!(offered("WALZ"), ["Wälzlager"]);
        assert_eq!(offered("ｶﾞﾗ"), ["ガラス"]);
        assert_eq!(offered("がらす"), ["ガラス"], "also typed out, in the writing of the book");
        assert_eq!(offered("gla"), ["glass maker"], "not what the person has");
        assert_eq!(offered("maker"), ["glass maker"]);
        assert!(offered("glass maker").is_empty() && offered("xyz").is_empty() && offered(" ").is_empty());
    }
}
