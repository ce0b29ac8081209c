//! The user's own words that mean the same when needs are matched with what people can do.
//!
//! Owns what is typed: a line is a group, its words separated by commas.

use std::collections::BTreeSet;

use eframe::egui;

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Button, ButtonSize, IconButton, TextField};
use crate::text::Texts;

/// Signs between the words of a group.
const BETWEEN: [char; 6] = [',', '、', '，', ';', '；', '='];

/// Edits the groups.
pub struct SynonymsSheet {
    lines: Vec<String>,
    focus: Option<usize>,
}

impl SynonymsSheet {
    /// Returns the sheet as it opens.
    pub fn new(ctx: &ViewCtx<'_>) -> Self {
        let groups = ctx.book.header.synonyms.iter();
        let line = |group: &BTreeSet<String>| group.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let mut lines: Vec<String> = groups.map(line).collect();
        if lines.is_empty() {
            lines.push(String::new());
        }
        // One comes to write something: the last line has the keyboard.
        Self { focus: lines.len().checked_sub(1), lines }
    }
}

/// The words of a line.
fn words(line: &str) -> BTreeSet<String> {
    let words = line.split(BETWEEN).map(|word| word.trim().to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

impl SheetUi for SynonymsSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.matching_synonyms().to_owned()
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add(egui::Label::new(text::rich(texts.matching_synonyms_how(), TextKind::Small, p.text2)).wrap());
        let room = (ui.ctx().content_rect().height() - 280.0).max(140.0);
        let mut removed = None;
        egui::ScrollArea::vertical().id_salt("synonyms").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            for (at, line) in self.lines.iter_mut().enumerate() {
                ui.push_id(at, |ui| {
                    ui.horizontal(|ui| {
                        let width = (ui.available_width() - 44.0).max(80.0);
                        let alone = words(line).len() == 1;
                        let error = alone.then(|| texts.matching_synonyms_alone());
                        let field = TextField::new(texts.matching_synonyms_line())
                            .hide_label()
                            .hint(texts.matching_synonyms_hint())
                            .error(error)
                            .width(width);
                        let response = field.show(ui, line);
                        if self.focus.take_if(|focus| *focus == at).is_some() {
                            response.request_focus();
                        }
                        let remove = IconButton::new(icons::X, texts.common_remove()).size(ButtonSize::Small);
                        if ui.add(remove).clicked() {
                            removed = Some(at);
                        }
                    });
                });
            }
        });
        if let Some(at) = removed {
            self.lines.remove(at);
        }
        if ui.add(Button::ghost(texts.matching_synonyms_add()).icon(icons::PLUS).small()).clicked() {
            self.lines.push(String::new());
            self.focus = Some(self.lines.len() - 1);
        }
        let mut next = Next::Stay;
        let ready = self.lines.iter().all(|line| words(line).len() != 1);
        if footer(
            ctx,
            ui,
            texts.common_save(),
            ready && ctx.writable,
            texts.matching_synonyms_alone(),
            &mut next,
        ) {
            let groups = self.lines.iter().map(|line| words(line)).filter(|group| group.len() > 1).collect();
            ctx.edit(Edit::SetSynonyms { groups });
            next = Next::Close;
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_the_commas_of_three_languages() {
        assert_eq!(
            words(" bearing, Lager、軸受；  "),
            ["Lager", "bearing", "軸受"].map(str::to_owned).into()
        );
        assert!(words(" , ").is_empty());
    }
}
