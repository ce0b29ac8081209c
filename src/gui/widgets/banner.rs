//! Banners (something is wrong or unsure, with what to do) and empty states (nothing here yet, with what to do).

use super::{Button, paint_icon};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use eframe::egui::{
    self, Align, CornerRadius, Frame, Layout, Margin, Response, Sense, Ui, Vec2, WidgetInfo,
};

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
        let frame = Frame::new()
            .fill(fill)
            .corner_radius(CornerRadius::same(radius::CONTROL + 2))
            .inner_margin(Margin::symmetric(12, 9));
        frame
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    let pressed = self.action.is_some_and(|label| ui.add(Button::new(label).small()).clicked());
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let (rect, _) = ui.allocate_exact_size(Vec2::splat(18.0), Sense::hover());
                        paint_icon(ui.painter(), rect.center(), icon, Weight::Fill, 18.0, ink);
                        ui.add(egui::Label::new(text::rich(self.words, TextKind::Body, ink)).wrap());
                    });
                    pressed
                })
                .inner
            })
            .inner
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
