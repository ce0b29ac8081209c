//! A field for a passphrase: hidden until it is shown, and wiped when it goes.

use eframe::egui::{self, Id, Response, Ui, vec2};

use crate::gui::theme::icons;
use crate::gui::widgets::{ButtonSize, IconButton, TextField};
use crate::store::Passphrase;
use crate::text::Texts;

/// A field for a passphrase.
#[derive(Default)]
pub struct PassphraseField {
    typed: String,
    visible: bool,
    id: Option<Id>,
}

impl PassphraseField {
    /// Draws the field with its eye.
    pub fn show(&mut self, ui: &mut Ui, texts: &Texts, label: &str, error: Option<&str>) -> Response {
        let field = TextField::new(label).error(error).password(!self.visible);
        let response = field.show(ui, &mut self.typed);
        self.id = Some(response.id);
        let name = if self.visible { texts.safety_unlock_hide() } else { texts.safety_unlock_show() };
        let icon = if self.visible { icons::EYE_SLASH } else { icons::EYE };
        let place = egui::Rect::from_center_size(
            egui::pos2(response.rect.right() - 8.0, response.rect.center().y),
            vec2(28.0, 28.0),
        );
        if ui.place(place, IconButton::new(icon, name).size(ButtonSize::Small)).clicked() {
            self.visible = !self.visible;
            response.request_focus();
        }
        response
    }

    /// What was typed; `None` when it is nothing.
    pub fn passphrase(&self) -> Option<Passphrase> {
        (!self.typed.is_empty()).then(|| Passphrase::new(&self.typed))
    }

    /// Whether it has letters, all of them capital: Caps Lock may be on.
    pub fn is_shouted(&self) -> bool {
        self.typed.chars().any(char::is_uppercase) && !self.typed.chars().any(char::is_lowercase)
    }

    /// Whether it begins or ends with a space.
    pub fn has_edges(&self) -> bool {
        self.typed.starts_with(char::is_whitespace) || self.typed.ends_with(char::is_whitespace)
    }

    /// How many characters it has.
    pub fn characters(&self) -> usize {
        self.typed.chars().count()
    }
}

impl Drop for PassphraseField {
    fn drop(&mut self) {
        // What the heap block holds is overwritten before it is given back.
        let length = self.typed.len();
        self.typed.clear();
        self.typed.extend(std::iter::repeat_n('\0', length));
    }
}
