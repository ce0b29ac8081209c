//! The list of keys: every action that has one, and the keys of views, sheets and fields, made from the tables of
//! [`keys`](crate::gui::keys).

use eframe::egui::{self, Sense, vec2};

use super::{Next, SheetUi};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::keys::{self, Line, Place};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::TextField;
use crate::text::fold::fold;
use crate::text::{Locale, Texts};

/// Narrower windows have one column.
const TWO_COLUMNS_FROM: f32 = 720.0;

/// The list of keys.
#[derive(Default)]
pub struct Shortcuts {
    filter: String,
    lines: Cached<(Locale, String), Vec<Group>>,
    has_begun: bool,
}

/// A place by its name, and its lines.
type Group = (String, Vec<Line>);

/// Returns the places with their lines, as far as they fit what is looked for.
fn lines_of(texts: &Texts, filter: &str) -> Vec<Group> {
    let wanted = fold(filter);
    let fits = |place: Place, line: &Line| {
        let all = format!("{} {} {}", place.label(texts), line.does, line.keys.join(" "));
        wanted.split(' ').all(|word| fold(&all).contains(word))
    };
    keys::lines(texts)
        .into_iter()
        .map(|(place, mut lines)| {
            lines.retain(|line| fits(place, line));
            (place.label(texts).to_owned(), lines)
        })
        .filter(|(_, lines)| !lines.is_empty())
        .collect()
}

impl SheetUi for Shortcuts {
    fn title(&self, texts: &Texts) -> String {
        texts.app_shortcuts().to_owned()
    }

    fn width(&self) -> f32 {
        880.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let field = TextField::new(texts.keys_find()).hide_label().hint(texts.keys_find());
        let response = field.show(ui, &mut self.filter);
        if !std::mem::replace(&mut self.has_begun, true) {
            response.request_focus();
        }
        ui.add_space(space::S);
        let key = (texts.locale(), self.filter.clone());
        let places = self.lines.get(key, |(_, filter)| lines_of(texts, filter));
        if places.is_empty() {
            ui.label(text::rich(&texts.app_search_none(self.filter.trim()), TextKind::Body, p.text2));
            return Next::Stay;
        }
        let height = (ui.ctx().content_rect().height() - 240.0).max(160.0);
        egui::ScrollArea::vertical().id_salt("shortcuts").max_height(height).show(ui, |ui| {
            let two = ui.available_width() >= TWO_COLUMNS_FROM;
            // The first place is the longest by far; the others share the second column.
            let (left, right) = places.split_at(if two && places.len() > 1 { 1 } else { places.len() });
            if right.is_empty() {
                column_ui(ui, left);
                return;
            }
            ui.columns(2, |columns| {
                for (column, places) in columns.iter_mut().zip([left, right]) {
                    column_ui(column, places);
                }
            });
        });
        Next::Stay
    }
}

fn column_ui(ui: &mut egui::Ui, places: &[Group]) {
    let p = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    for (title, lines) in places {
        ui.add_space(space::XS);
        ui.label(text::rich(title, TextKind::Heading, p.text));
        ui.add_space(space::XXS);
        for line in lines {
            line_ui(ui, line);
        }
        ui.add_space(space::L);
    }
}

fn line_ui(ui: &mut egui::Ui, line: &Line) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0), Sense::hover());
    let spoken = || format!("{} {}", line.does, line.keys.join(", "));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, spoken()));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let painter = ui.painter();
    let stroke = egui::Stroke::new(1.0, p.line);
    let mut right = rect.right() - 8.0;
    // The main key stands first, so the last one is drawn at the edge.
    for keys in line.keys.iter().rev() {
        let key = text::line(painter, keys, TextKind::Label, p.text2, 200.0);
        let cap = egui::Rect::from_min_max(
            egui::pos2(right - key.size().x - 14.0, rect.center().y - 10.0),
            egui::pos2(right, rect.center().y + 10.0),
        );
        painter.rect(cap, egui::CornerRadius::same(4), p.panel, stroke, egui::StrokeKind::Inside);
        painter.galley(egui::pos2(cap.left() + 7.0, cap.center().y - key.size().y / 2.0), key, p.text2);
        right = cap.left() - 5.0;
    }
    let room = (right - rect.left() - 8.0).max(20.0);
    let words = text::line(painter, &line.does, TextKind::Body, p.text, room);
    painter.galley(egui::pos2(rect.left(), rect.center().y - words.size().y / 2.0), words, p.text);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, stroke);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_narrowed_by_words_and_by_keys() {
        let texts = Texts::new(Locale::En);
        assert_eq!(lines_of(&texts, "").len(), keys::lines(&texts).len());
        let undo = lines_of(&texts, "ctrl+z");
        assert!(undo[0].1.iter().any(|line| line.does == "Undo"));
        assert!(lines_of(&texts, "no such key").is_empty());
    }
}
