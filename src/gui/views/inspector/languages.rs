//! The languages of a person, best first, chosen by their names in the reader's language.

use eframe::egui::{self, Key, Modifiers, Sense, WidgetInfo, pos2, vec2};

use super::Inspector;
use super::fields::{self, Quiet};
use crate::edit::ContactField;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, radius, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Chip, MenuItem, menu_separator};
use crate::text::languages::{LANGUAGES, is_tag};
use crate::text::{Locale, Texts, fold::fold};

/// How many languages are offered.
const HITS: usize = 5;

/// What is typed to find a language.
#[derive(Default)]
pub(super) struct LanguagePicker {
    open: bool,
    query: String,
    highlighted: usize,
    hits: Cached<(String, Locale), Vec<(String, String)>>,
    names: Cached<(Vec<String>, Locale), Vec<String>>,
}

/// The languages whose name in any of the program's languages, or whose tag, begins with the query.
fn find(query: &str, texts: &Texts) -> Vec<(String, String)> {
    let folded = fold(query);
    let mut found: Vec<(String, String)> = Vec::new();
    let all = Locale::ALL.map(Texts::new);
    for tag in LANGUAGES.iter().copied() {
        let named = all.iter().any(|texts| fold(&texts.language(tag)).starts_with(&folded));
        if folded.is_empty() || named || tag.starts_with(&folded) {
            found.push((tag.to_owned(), texts.language(tag)));
        }
    }
    // A tag of the user's own, such as de-AT; two letters are more likely the beginning of a name.
    let typed = query.trim();
    if is_tag(typed) && !found.iter().any(|(tag, _)| tag == typed) {
        let own = (typed.to_owned(), format!("{} ({typed})", texts.language(typed)));
        let at = if typed.contains('-') { 0 } else { found.len().min(HITS - 1) };
        found.insert(at, own);
    }
    found.truncate(HITS);
    found
}

impl Inspector {
    pub(super) fn languages_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let mut list = self.draft.languages.clone();
        let names = self.languages.names.get((list.clone(), texts.locale()), |(list, _)| {
            list.iter().map(|tag| tidy(&texts.language(tag))).collect()
        });
        let mut change: Option<(usize, Order)> = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for (at, name) in names.iter().enumerate() {
                let chip = ui.add(Chip::new(name, false).caret());
                egui::Popup::menu(&chip).show(|ui| {
                    let item = |words, icon| MenuItem::new(words).icon(icon);
                    if at > 0
                        && ui.add(item(texts.inspector_language_first(), icons::SORT_ASCENDING)).clicked()
                    {
                        change = Some((at, Order::First));
                    }
                    if at > 0 && ui.add(item(texts.inspector_move_left(), icons::CARET_LEFT)).clicked() {
                        change = Some((at, Order::Left));
                    }
                    if at + 1 < names.len()
                        && ui.add(item(texts.inspector_move_right(), icons::CARET_RIGHT)).clicked()
                    {
                        change = Some((at + 1, Order::Left));
                    }
                    menu_separator(ui);
                    if ui.add(item(texts.common_remove(), icons::TRASH).danger()).clicked() {
                        change = Some((at, Order::Remove));
                    }
                });
            }
            if !self.languages.open && fields::link(ui, icons::PLUS, texts.inspector_add_language()).clicked()
            {
                self.languages.open = true;
                self.languages.query.clear();
                self.focus = Some(("language", 0));
            }
        });
        let mut added = None;
        if self.languages.open {
            added = self.language_field_ui(ctx, ui);
        }
        match change {
            Some((at, Order::First)) => list[..=at].rotate_right(1),
            Some((at, Order::Left)) => list.swap(at, at - 1),
            Some((at, Order::Remove)) => {
                list.remove(at);
            }
            None => {}
        }
        if let Some(tag) = added
            && !list.contains(&tag)
        {
            list.push(tag);
        }
        if list != self.draft.languages && ctx.writable {
            self.draft.languages.clone_from(&list);
            self.draft.propose();
            self.set(ctx, ContactField::Languages(list));
        }
    }

    /// The field in which a language is found; returns the chosen tag.
    fn language_field_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) -> Option<String> {
        let texts = ctx.texts;
        let key = (self.languages.query.clone(), texts.locale());
        let hits = self.languages.hits.get(key, |(query, _)| find(query, texts)).clone();
        let (mut enter, mut escape) = (false, false);
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowDown) {
                self.languages.highlighted =
                    (self.languages.highlighted + 1).min(hits.len().saturating_sub(1));
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowUp) {
                self.languages.highlighted = self.languages.highlighted.saturating_sub(1);
            }
            enter = input.consume_key(Modifiers::NONE, Key::Enter);
            escape = input.key_pressed(Key::Escape);
        });
        let field =
            Quiet::new(texts.inspector_add_language()).no_label().hint(texts.inspector_languages_hint());
        let response = field.show(ui, &mut self.languages.query);
        self.mind(&response, "language", 0);
        if response.changed() {
            self.languages.highlighted = 0;
        }
        let mut chosen =
            enter.then(|| hits.get(self.languages.highlighted)).flatten().map(|hit| hit.0.clone());
        let mut pressed = false;
        for (at, (tag, name)) in hits.iter().enumerate() {
            let row = language_row(ui, name, tag, at == self.languages.highlighted);
            pressed |= row.is_pointer_button_down_on();
            if row.clicked() {
                chosen = Some(tag.clone());
            }
        }
        if chosen.is_some() || escape || (response.lost_focus() && !pressed) {
            self.languages.open = false;
            self.languages.highlighted = 0;
        }
        chosen
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    First,
    Left,
    Remove,
}

fn language_row(ui: &mut egui::Ui, name: &str, tag: &str, highlighted: bool) -> egui::Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListBoxOption, true, highlighted, name));
    let fill = if response.hovered() || highlighted { p.ai_soft } else { p.raised };
    ui.painter().rect_filled(rect, radius::TAG, fill);
    let tag = text::line(ui.painter(), tag, TextKind::Small, p.text3, 60.0);
    let room = (rect.width() - tag.size().x - 24.0).max(20.0);
    let name = text::line(ui.painter(), name, TextKind::Body, p.text, room);
    let y = rect.center().y;
    ui.painter().galley(pos2(rect.left() + 8.0, y - name.size().y / 2.0), name, p.text);
    let at = pos2(rect.right() - 8.0 - tag.size().x, y - tag.size().y / 2.0);
    ui.painter().galley(at, tag, p.text3);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_name_in_any_language_or_by_its_tag() {
        let texts = Texts::new(Locale::De);
        let first = |query: &str| find(query, &texts).first().cloned().unwrap_or_default();
        assert_eq!(first("japa"), ("ja".to_owned(), "Japanisch".to_owned()));
        assert_eq!(first("日本").0, "ja");
        assert_eq!(first("german").0, "de");
        assert_eq!(first("de-AT").0, "de-AT");
        assert_eq!(find("xyzzy", &texts), []);
    }
}
