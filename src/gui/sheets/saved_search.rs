//! Saves the search of the search field under a name, or changes a saved one.

use eframe::egui;

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::widgets::{Button, TextField};
use crate::index::{Query, Term};
use crate::model::{Id, SavedSearch};
use crate::text::Texts;

/// The longest name that is proposed, in characters.
const LONGEST_NAME: usize = 40;

/// Saves a search, or changes a saved one.
pub struct SavedSearchSheet {
    search: SavedSearch,
    is_new: bool,
    first_frame: bool,
    finds: Cached<(u64, String), usize>,
}

impl SavedSearchSheet {
    /// Returns the sheet as it opens: a new one with what stands in the search field.
    pub fn new(search: Option<Id<SavedSearch>>, ctx: &ViewCtx<'_>) -> Self {
        let old = search.and_then(|id| ctx.book.get(id));
        let fresh = || {
            let query = ctx.search.query.trim().to_owned();
            SavedSearch { name: proposed_name(&query), query, ..SavedSearch::default() }
        };
        Self {
            search: old.map_or_else(fresh, |search| SavedSearch::clone(search)),
            is_new: old.is_none(),
            first_frame: true,
            finds: Cached::default(),
        }
    }
}

/// Returns the words of a query without its signs: `circle:makers needs:"thin glass"` is "makers thin glass".
fn proposed_name(typed: &str) -> String {
    let query = Query::parse(typed);
    let words = query.parts().iter().filter_map(|part| match &part.term {
        Term::Text { text, .. } if !part.is_excluded => Some(text.as_str()),
        _ => typed.get(part.place.clone()),
    });
    words.collect::<Vec<_>>().join(" ").chars().take(LONGEST_NAME).collect()
}

impl SheetUi for SavedSearchSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.is_new { texts.app_search_sheet_new() } else { texts.app_search_sheet_edit() }.to_owned()
    }

    fn width(&self) -> f32 {
        440.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let name = TextField::new(texts.common_name()).hint(texts.app_search_sheet_name_hint());
        let name = name.show(ui, &mut self.search.name);
        if std::mem::take(&mut self.first_frame) {
            name.request_focus();
        }
        let query = TextField::new(texts.app_search_sheet_query()).show(ui, &mut self.search.query);
        let (index, today) = (ctx.index, ctx.today);
        let people = index.is_search_ready().then(|| {
            *self.finds.get((ctx.revision, self.search.query.clone()), |(_, query)| {
                index.count(&Query::parse(query), today)
            })
        });
        let has_query = !self.search.query.trim().is_empty();
        if has_query {
            let words = match people {
                Some(people) => texts.app_search_sheet_finds(people as i64),
                None => texts.app_search_preparing().to_owned(),
            };
            ui.label(text::rich(&words, TextKind::Small, p.text2));
        }
        for note in crate::index::Query::parse(&self.search.query).notes(&self.search.query, texts) {
            ui.add(egui::Label::new(text::rich(&note, TextKind::Small, p.warn)).wrap());
        }
        if !self.is_new {
            let delete = Button::ghost(texts.app_search_sheet_delete()).icon(icons::TRASH).small().danger();
            let delete = crate::gui::widgets::tip(ui.add(delete), texts.app_search_sheet_stays(), None);
            if delete.clicked() {
                ctx.edit(Edit::RemoveSearch { search: self.search.id });
                next = Next::Close;
            }
        }
        ui.add_space(4.0);
        let has_name = !self.search.name.trim().is_empty();
        let ready = has_name && has_query;
        let why = if has_name {
            texts.app_search_sheet_query_needed()
        } else {
            texts.app_search_sheet_name_needed()
        };
        let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
        let enter = enter && (name.lost_focus() || query.lost_focus());
        if footer(ctx, ui, texts.common_save(), ready, why, &mut next) || (enter && ready) {
            let name = self.search.name.trim().to_owned();
            let query = self.search.query.trim().to_owned();
            let search = Box::new(SavedSearch { name, query, ..self.search.clone() });
            ctx.edit(if self.is_new { Edit::AddSearch { search } } else { Edit::ChangeSearch { search } });
            next = Next::Close;
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_proposed_from_the_words_of_the_search() {
        for (typed, name) in [
            ("circle:makers needs:\"thin glass\"", "makers thin glass"),
            ("warmth>40 weber", "warmth>40 weber"),
            ("-archived 田中", "-archived 田中"),
            ("", ""),
        ] {
            assert_eq!(proposed_name(typed), name, "{typed}");
        }
        assert_eq!(proposed_name(&"word ".repeat(40)).chars().count(), LONGEST_NAME);
    }
}
