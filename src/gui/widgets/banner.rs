//! Banners (something is wrong or unsure, with what to do) and empty states (nothing here yet, with what to do).

use super::{Button, ButtonRole, paint_icon, paint_line};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use eframe::egui::{
    self, Align, CornerRadius, Frame, Layout, Margin, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
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
    /// Something is so, and nothing is wrong with it.
    Info,
}

impl Severity {
    const fn look(self, p: &Palette) -> (egui::Color32, egui::Color32, &'static str) {
        match self {
            Self::Danger => (p.danger, p.danger_soft, icons::WARNING_CIRCLE),
            Self::Warn => (p.warn, p.warn_soft, icons::WARNING),
            Self::Ok => (p.ok, p.ok_soft, icons::CHECK_CIRCLE),
            Self::Info => (p.ai_text, p.ai_soft, icons::LIGHTBULB),
        }
    }
}

/// A sentence across a box with at most one action; with [`Banner::ask`] several, and a second sentence.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct Banner<'a> {
    severity: Severity,
    words: &'a str,
    details: &'a str,
    icon: Option<&'a str>,
    action: Option<&'a str>,
}

impl<'a> Banner<'a> {
    /// A banner saying what happened.
    pub const fn new(severity: Severity, words: &'a str) -> Self {
        Self { severity, words, details: "", icon: None, action: None }
    }

    /// What follows from it, in smaller letters below; shown by [`Banner::ask`].
    pub const fn details(mut self, details: &'a str) -> Self {
        self.details = details;
        self
    }

    /// Another glyph than that of the severity.
    pub const fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The label of what to do about it.
    pub const fn action(mut self, label: &'a str) -> Self {
        self.action = Some(label);
        self
    }

    /// Shows the banner; whether its action was pressed.
    pub fn show(self, ui: &mut Ui) -> bool {
        let p = Palette::of(ui);
        let (ink, fill, icon) = self.severity.look(p);
        let icon = self.icon.unwrap_or(icon);
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

    /// Shows the banner with several actions, the first being the likeliest; returns which was pressed. The
    /// actions stand at the right, or below the words where they leave too little room for them.
    pub fn ask(self, ui: &mut Ui, actions: &[&str]) -> Option<usize> {
        let p = Palette::of(ui);
        let (ink, fill, icon) = self.severity.look(p);
        let icon = self.icon.unwrap_or(icon);
        let width = |label: &&str| {
            text::line(ui.painter(), label, TextKind::Button, ink, f32::INFINITY).size().x + 24.0 + space::S
        };
        let tail: f32 = actions.iter().map(width).sum();
        let room = ui.available_width() - 40.0 - 12.0;
        let below = room - tail < 300.0;
        let mut pressed = None;
        let mut buttons = |ui: &mut Ui, order: &mut dyn Iterator<Item = usize>| {
            for at in order {
                let role = if at == 0 { ButtonRole::Default } else { ButtonRole::Ghost };
                if ui.add(Button::new(actions[at]).role(role).small()).clicked() {
                    pressed = Some(at);
                }
            }
        };
        let frame = Frame::new()
            .fill(fill)
            .corner_radius(CornerRadius::same(radius::CONTROL + 2))
            .inner_margin(Margin { left: 0, right: 12, top: 9, bottom: 9 });
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(space::S, 2.0);
            let words_width = if below { room } else { room - tail };
            let words = text::lines(ui.painter(), self.words, TextKind::Strong, ink, words_width, 6);
            let details = (!self.details.is_empty())
                .then(|| text::lines(ui.painter(), self.details, TextKind::Small, p.text2, words_width, 8));
            let height = words.size().y + details.as_ref().map_or(0.0, |details| details.size().y + 2.0);
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                let (rect, response) = ui.allocate_exact_size(
                    vec2(40.0 + words_width - space::S, height.max(28.0)),
                    Sense::hover(),
                );
                let role =
                    if self.severity == Severity::Info { egui::Role::Status } else { egui::Role::Alert };
                let spoken = [self.words, self.details].join(" ");
                named(&response, role, spoken.trim());
                let top = rect.center().y - height / 2.0;
                let y = top + words.size().y.min(19.0) / 2.0;
                paint_icon(ui.painter(), pos2(rect.left() + 21.0, y), icon, Weight::Fill, 17.0, ink);
                let under = top + words.size().y + 2.0;
                ui.painter().galley(pos2(rect.left() + 40.0, top), words, ink);
                if let Some(details) = details {
                    ui.painter().galley(pos2(rect.left() + 40.0, under), details, p.text2);
                }
                if !below {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        buttons(ui, &mut (0..actions.len()).rev());
                    });
                }
            });
            if below && !actions.is_empty() {
                ui.add_space(space::XXS);
                ui.horizontal_wrapped(|ui| {
                    ui.add_space(40.0);
                    buttons(ui, &mut (0..actions.len()));
                });
            }
        });
        pressed
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
