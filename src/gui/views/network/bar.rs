//! The bar above the network: search, focus, looks, zoom. The legend below it is in `legend`.
//!
//! Owns the choices and how they look. What they do is told by [`Asked`].

use eframe::egui::{
    self, Align, CornerRadius, Key, Layout, Popup, PopupCloseBehavior, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, sizes, space, text};
use crate::gui::widgets::{
    Button, ButtonRole, IconButton, MenuItem, menu_separator, paint_icon, segmented, tip,
};
use crate::text::Texts;

use super::grouping::{Colouring, Grouping, Sizing};
use super::lines::Hidden;

/// How much of the network is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Focus {
    /// So many steps around the selected person, or around me.
    Steps(u32),
    /// Everybody.
    #[default]
    All,
}

impl Focus {
    const ALL: [Self; 4] = [Self::Steps(1), Self::Steps(2), Self::Steps(3), Self::All];

    fn place(self) -> usize {
        Self::ALL.iter().position(|focus| *focus == self).unwrap_or(3)
    }

    /// Everybody, or only so many steps around somebody.
    pub(super) fn is_near(self) -> bool {
        self != Self::All
    }

    /// One step nearer or farther.
    pub(super) fn moved(self, by: isize) -> Self {
        let at = self.place().saturating_add_signed(by).min(Self::ALL.len() - 1);
        Self::ALL[at]
    }
}

/// What the bars hold.
#[derive(Default)]
pub(super) struct Choices {
    pub(super) focus: Focus,
    pub(super) colouring: Colouring,
    pub(super) sizing: Sizing,
    pub(super) grouping: Grouping,
    /// Lines and people that are left out.
    pub(super) hidden: Hidden,
    /// Whom the search does not find is left out instead of dimmed.
    pub(super) only_found: bool,
    /// Dragging over the paper marks people instead of moving it.
    pub(super) selecting: bool,
    /// The network as text instead of a picture.
    pub(super) as_text: bool,
}

/// What somebody asked of the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Asked {
    /// Zoom by this factor.
    Zoom(f32),
    /// Zoom to 100 %.
    Whole,
    /// Show everything.
    Fit,
    /// Go to the best of what was found, and with every other asking to the next one.
    Best,
}

/// Draws the top bar.
pub(super) fn top_ui(ui: &mut Ui, ctx: &mut ViewCtx<'_>, choices: &mut Choices, zoom: f32) -> Option<Asked> {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let mut asked = None;
    // German needs this much for the words.
    let wide = ui.available_width() >= 930.0;
    let margin = egui::Margin { left: 20, right: 20, top: 11, bottom: 11 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_height(sizes::FIELD);
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let width = if wide { 200.0 } else { 150.0 };
            let room = vec2(width, sizes::FIELD);
            let search = ui.allocate_ui(room, |ui| ctx.search_field(ui, width)).inner;
            if search.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                asked = Some(Asked::Best);
            }
            if wide {
                ui.add_space(space::S);
                ui.label(text::rich(texts.network_focus(), TextKind::Body, p.text2));
            }
            let three = texts.network_steps(3);
            let labels = ["1", "2", three.as_str(), texts.common_all()];
            let mut at = choices.focus.place();
            if segmented(ui, texts.network_focus(), &labels, &mut at).changed() {
                choices.focus = Focus::ALL[at];
            }
            looks_ui(ui, texts, choices, wide);
            for (on, icon, label) in [
                (&mut choices.selecting, icons::CIRCLE_DASHED, texts.network_select_people()),
                (&mut choices.as_text, icons::ROWS, texts.network_as_text()),
            ] {
                if ui.add(IconButton::new(icon, label).selected(*on)).clicked() {
                    *on = !*on;
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let fit = if wide {
                    ui.add(Button::new(texts.network_fit()).icon(icons::CORNERS_OUT))
                } else {
                    let role = ButtonRole::Default;
                    ui.add(IconButton::new(icons::CORNERS_OUT, texts.network_fit()).role(role).key("0"))
                };
                // Where there is no room the palette has it.
                let export = IconButton::new(icons::EXPORT, texts.graphs_export_action());
                if ui.available_width() > 112.0 + 32.0 + space::S * 2.0 && ui.add(export).clicked() {
                    ctx.ask(crate::gui::Command::Do(crate::gui::command::Action::ExportNetwork));
                }
                if fit.clicked() {
                    asked = Some(Asked::Fit);
                }
                // Wheel and keys zoom as well; without room for all the rest is worth more.
                if ui.available_width() > 116.0 {
                    asked = zoom_ui(ui, texts, zoom).or(asked);
                }
            });
        });
    });
    asked
}

/// The menu of colours, sizes and groups.
fn looks_ui(ui: &mut Ui, texts: &Texts, choices: &mut Choices, wide: bool) {
    let label = choices.colouring.label(texts);
    let button = if wide {
        ui.add(Button::new(label).icon(icons::PALETTE).trailing(icons::CARET_DOWN))
    } else {
        ui.add(IconButton::new(icons::PALETTE, label).role(ButtonRole::Default))
    };
    let menu = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu.show(|ui| {
        ui.set_width(240.0);
        for choice in Colouring::ALL {
            if ui.add(MenuItem::new(choice.label(texts)).checked(choices.colouring == choice)).clicked() {
                choices.colouring = choice;
            }
        }
        menu_separator(ui);
        for choice in Grouping::ALL {
            if ui.add(MenuItem::new(choice.label(texts)).checked(choices.grouping == choice)).clicked() {
                choices.grouping = choice;
            }
        }
        menu_separator(ui);
        for choice in Sizing::ALL {
            if ui.add(MenuItem::new(choice.label(texts)).checked(choices.sizing == choice)).clicked() {
                choices.sizing = choice;
            }
        }
    });
}

/// − 100 % + as one control.
fn zoom_ui(ui: &mut Ui, texts: &Texts, zoom: f32) -> Option<Asked> {
    let p = Palette::of(ui);
    let mut asked = None;
    let (rect, _) = ui.allocate_exact_size(vec2(112.0, sizes::BUTTON), Sense::hover());
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect(rect, corner, p.sunk, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let thirds = [
        (0.0..30.0, texts.network_zoom_out(), "−", Asked::Zoom(1.0 / 1.25)),
        (30.0..82.0, texts.network_zoom_reset(), "", Asked::Whole),
        (82.0..112.0, texts.network_zoom_in(), "+", Asked::Zoom(1.25)),
    ];
    for (at, (range, name, key, ask)) in thirds.into_iter().enumerate() {
        let part = egui::Rect::from_min_max(
            pos2(rect.left() + range.start, rect.top()),
            pos2(rect.left() + range.end, rect.bottom()),
        )
        .shrink(2.0);
        let response = ui.interact(part, ui.scope_id().with(("zoom", at)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(part, CornerRadius::same(6), p.hover);
        }
        match ask {
            Asked::Zoom(factor) => {
                let icon = if factor < 1.0 { icons::MINUS } else { icons::PLUS };
                paint_icon(ui.painter(), part.center(), icon, Weight::Regular, 15.0, p.text);
            }
            _ => {
                let percent = texts.network_zoom(i64::from((zoom * 100.0).round() as i32));
                let line = text::line(ui.painter(), &percent, TextKind::Body, p.text2, 60.0);
                ui.painter().galley(part.center() - line.size() / 2.0, line, p.text2);
            }
        }
        if response.clicked() {
            asked = Some(ask);
        }
        tip(response, name, Some(key).filter(|key| !key.is_empty()));
    }
    asked
}
