//! Banners (something is wrong or unsure, with what to do) and empty states (nothing here yet, with what to do).

use super::{Button, paint_icon, paint_line};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use eframe::egui::{self, CornerRadius, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2};

/// How serious a banner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Something failed.
    Danger,
    /// Something is unsure.
    Warn,
    /// Something worked.
    Ok,
}

/// A sentence across a box with at most one action.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct Banner<'a> {
    severity: Severity,
    words: &'a str,
    action: Option<&'a str>,
}

impl<'a> Banner<'a> {
    /// A banner saying what happened.
    pub const fn new(severity: Severity, words: &'a str) -> Self {
        Self { severity, words, action: None }
    }

    /// The label of what to do about it.
    pub const fn action(mut self, label: &'a str) -> Self {
        self.action = Some(label);
        self
    }

    /// Shows the banner; whether its action was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        let p = Palette::of(ui);
        let (ink, fill, icon) = match self.severity {
            Severity::Danger => (p.danger, p.danger_soft, icons::WARNING_CIRCLE),
            Severity::Warn => (p.warn, p.warn_soft, icons::WARNING),
            Severity::Ok => (p.ok, p.ok_soft, icons::CHECK_CIRCLE),
        };
        let width = ui.available_width();
        let button = self.action.map(Button::new).map(Button::small);
        let tail = self.action.map_or(14.0, |label| {
            text::line(ui.painter(), label, TextKind::Button, ink, width / 2.0).size().x + 24.0 + 24.0
        });
        let line = text::lines(ui.painter(), self.words, TextKind::Body, ink, width - 40.0 - tail, 6);
        let size = Vec2::new(width, (line.size().y + 20.0).max(46.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        named(&response, egui::Role::Alert, self.words);
        let y = rect.center().y;
        ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL + 2), fill);
        paint_icon(ui.painter(), pos2(rect.left() + 21.0, y), icon, Weight::Fill, 17.0, ink);
        paint_line(ui.painter(), rect.left() + 40.0, y, line);
        button.is_some_and(|button| {
            let place = Rect::from_min_max(
                pos2(rect.right() - tail + 12.0, y - 14.0),
                pos2(rect.right() - 12.0, y + 14.0),
            );
            ui.place(place, button).clicked()
        })
    }
}

/// Nothing here yet: a glyph, what it means, what will appear, one action.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct EmptyState<'a> {
    icon: &'a str,
    title: &'a str,
    words: &'a str,
    action: Option<&'a str>,
}

impl<'a> EmptyState<'a> {
    /// Glyph, a short title, one sentence.
    pub const fn new(icon: &'a str, title: &'a str, words: &'a str) -> Self {
        Self { icon, title, words, action: None }
    }

    /// The label of the one action.
    pub const fn action(mut self, label: &'a str) -> Self {
        self.action = Some(label);
        self
    }

    /// Shows it centred in the width there is; whether its action was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        let p = Palette::of(ui);
        ui.vertical_centered(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(28.0), Sense::hover());
            paint_icon(ui.painter(), rect.center(), self.icon, Weight::Regular, 24.0, p.text2);
            ui.add(egui::Label::new(text::rich(self.title, TextKind::Strong, p.text)));
            ui.add(egui::Label::new(text::rich(self.words, TextKind::Small, p.text2)).wrap());
            self.action.is_some_and(|label| {
                ui.add_space(space::S);
                ui.add(Button::primary(label)).clicked()
            })
        })
        .inner
    }
}

/// Says a response's role and name without painting anything.
pub(super) fn named(response: &Response, role: egui::Role, name: &str) {
    response.widget_info(|| WidgetInfo::labeled(role, response.enabled(), name));
}
