//! The list of keys: every action that has one, and the keys of the views.
//!
//! Owns [`VIEW_KEYS`], the one list of keys that belong to a view and not to an action. Whoever
//! gives a view another key adds it there.

use eframe::egui::{self, Sense, vec2};

use super::{Next, SheetUi};
use crate::gui::command::{Action, Route};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::text::{Locale, Texts};

/// A key that only a view knows.
struct ViewKey {
    /// The view; `None` for several.
    route: Option<Route>,
    /// What is pressed.
    key: fn(&Texts) -> &str,
    /// What it does.
    does: fn(&Texts) -> &str,
}

/// Keys of the views. They rest while a text is typed.
const VIEW_KEYS: [ViewKey; 6] = [
    ViewKey { route: Some(Route::Cards), key: Texts::settings_key_arrows, does: Texts::settings_keys_select },
    ViewKey { route: Some(Route::Cards), key: Texts::settings_key_enter, does: Texts::settings_keys_open },
    ViewKey { route: Some(Route::Cards), key: Texts::settings_key_space, does: Texts::settings_keys_flip },
    ViewKey { route: Some(Route::Cards), key: Texts::settings_key_delete, does: Texts::settings_keys_delete },
    ViewKey {
        route: Some(Route::Events),
        key: Texts::settings_key_backspace,
        does: Texts::settings_keys_back,
    },
    ViewKey { route: None, key: Texts::settings_key_escape, does: Texts::settings_keys_close },
];

/// The list of keys.
#[derive(Default)]
pub struct Shortcuts {
    lines: Cached<Locale, [Vec<(String, String)>; 2]>,
}

/// Returns what is done and by which key: everywhere, and in the views.
fn lines_of(texts: &Texts) -> [Vec<(String, String)>; 2] {
    let everywhere = Action::ALL
        .into_iter()
        .filter_map(|action| Some((action.label(texts).to_owned(), action.keys()?)))
        .collect();
    let views = VIEW_KEYS
        .iter()
        .map(|line| {
            let does = (line.does)(texts);
            let words = match line.route {
                Some(route) => format!("{} · {does}", route.label(texts)),
                None => does.to_owned(),
            };
            (words, (line.key)(texts).to_owned())
        })
        .collect();
    [everywhere, views]
}

impl SheetUi for Shortcuts {
    fn title(&self, texts: &Texts) -> String {
        texts.app_shortcuts().to_owned()
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let lines = self.lines.get(texts.locale(), |_| lines_of(texts));
        let titles = [texts.settings_shortcuts_everywhere(), texts.settings_shortcuts_views()];
        let height = (ui.ctx().content_rect().height() - 190.0).max(160.0);
        egui::ScrollArea::vertical().id_salt("shortcuts").max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (title, lines) in titles.into_iter().zip(lines) {
                ui.add_space(space::XS);
                ui.label(text::rich(title, TextKind::Heading, p.text));
                ui.add_space(space::XXS);
                for (words, keys) in lines {
                    line_ui(ui, words, keys);
                }
                ui.add_space(space::S);
            }
        });
        Next::Stay
    }
}

fn line_ui(ui: &mut egui::Ui, words: &str, keys: &str) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 27.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{words} {keys}")));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let painter = ui.painter();
    let key = text::line(painter, keys, TextKind::Label, p.text2, 200.0);
    let cap = egui::Rect::from_min_max(
        egui::pos2(rect.right() - key.size().x - 22.0, rect.center().y - 10.0),
        egui::pos2(rect.right() - 8.0, rect.center().y + 10.0),
    );
    let line = egui::Stroke::new(1.0, p.line);
    painter.rect(cap, egui::CornerRadius::same(4), p.panel, line, egui::StrokeKind::Inside);
    painter.galley(egui::pos2(cap.left() + 7.0, cap.center().y - key.size().y / 2.0), key, p.text2);
    let room = rect.width() - cap.width() - 24.0;
    let words = text::line(painter, words, TextKind::Body, p.text, room);
    painter.galley(egui::pos2(rect.left(), rect.center().y - words.size().y / 2.0), words, p.text);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_every_action_with_a_key() {
        let [everywhere, views] = lines_of(&Texts::new(Locale::En));
        let with_key = Action::ALL.into_iter().filter(|action| action.keys().is_some()).count();
        assert_eq!(everywhere.len(), with_key);
        assert!(everywhere.iter().any(|(words, _)| words == "Keyboard shortcuts"));
        assert_eq!(views.len(), VIEW_KEYS.len());
    }
}
