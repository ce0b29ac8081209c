//! Rows of menus: icon, words, key.

use super::{Touch, paint_icon, paint_line};
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, text};
use eframe::egui::{
    self, Color32, CornerRadius, Response, Sense, Stroke, Ui, Vec2, Widget, WidgetInfo, pos2,
};

/// One row of a menu.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct MenuItem<'a> {
    label: &'a str,
    icon: Option<&'a str>,
    key: Option<&'a str>,
    danger: bool,
    checked: Option<bool>,
    shown: Option<Touch>,
}

impl<'a> MenuItem<'a> {
    /// A row with these words.
    pub const fn new(label: &'a str) -> Self {
        Self { label, icon: None, key: None, danger: false, checked: None, shown: None }
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that does the same, at the right end.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// In the colour of danger.
    pub const fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// A choice that is on (ticked) or off.
    pub const fn checked(mut self, on: bool) -> Self {
        self.checked = Some(on);
        self
    }

    /// Shows a state regardless of the pointer (component page).
    pub const fn shown_as(mut self, touch: Touch) -> Self {
        self.shown = Some(touch);
        self
    }
}

impl Widget for MenuItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let ink = if self.danger { p.danger } else { p.text };
        let key = self.key.map(|k| text::line(ui.painter(), k, TextKind::Small, p.text3, f32::INFINITY));
        let lead = if self.icon.is_some() || self.checked.is_some() { 34.0 } else { 12.0 };
        let tail = key.as_ref().map_or(12.0, |k| k.size().x + 30.0);
        let label = text::line(ui.painter(), self.label, TextKind::Body, ink, 360.0);
        let width = (lead + label.size().x + tail).max(ui.available_width().min(420.0));
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 30.0), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::MenuItem, ui.is_enabled(), self.label);
            info.selected = self.checked;
            info
        });
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, self.shown);
            let painter = ui.painter();
            painter.rect_filled(
                rect,
                CornerRadius::same(6),
                touch.fill(Color32::TRANSPARENT, p.hover, p.pressed),
            );
            touch.ring(painter, rect.shrink(3.0), 4, p);
            let y = rect.center().y;
            let icon = if self.checked == Some(true) { Some(icons::CHECK) } else { self.icon };
            if let Some(icon) = icon {
                let ink = if self.danger { p.danger } else { p.text2 };
                paint_icon(painter, pos2(rect.left() + 16.0, y), icon, Weight::Regular, sizes::ICON, ink);
            }
            paint_line(painter, rect.left() + lead, y, label);
            if let Some(key) = key {
                paint_line(painter, rect.right() - 8.0 - key.size().x, y, key);
            }
        }
        response
    }
}

/// A hairline between groups of a menu.
pub fn menu_separator(ui: &mut Ui) {
    let p = Palette::of(ui);
    let width = ui.available_width().min(420.0);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 5.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, p.line));
}
