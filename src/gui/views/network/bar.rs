//! The bars above the network: search, focus, colours, zoom, and the legend that switches lines on and off.
//!
//! Owns how the choices look. What they do is told by [`Asked`].

use eframe::egui::{
    self, Align, Color32, CornerRadius, Key, Layout, Popup, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, sizes, space, text};
use crate::gui::widgets::{Button, IconButton, MenuItem, paint_icon, segmented, tip};
use crate::text::Texts;

use super::model::{Class, Model};
use super::scene::{Colouring, stroke_of};

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
    /// Classes of lines that are left out, as bits.
    pub(super) hidden: u8,
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
    /// Go to the best of what was found.
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
            colours_ui(ui, texts, &mut choices.colouring, wide);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let fit = if wide {
                    ui.add(Button::new(texts.network_fit()).icon(icons::CORNERS_OUT))
                } else {
                    let role = crate::gui::widgets::ButtonRole::Default;
                    ui.add(IconButton::new(icons::CORNERS_OUT, texts.network_fit()).role(role).key("0"))
                };
                let export = IconButton::new(icons::EXPORT, texts.graphs_export_action());
                if ui.add(export).clicked() {
                    ctx.ask(crate::gui::Command::Do(crate::gui::command::Action::ExportNetwork));
                }
                if fit.clicked() {
                    asked = Some(Asked::Fit);
                }
                asked = zoom_ui(ui, texts, zoom).or(asked);
            });
        });
    });
    asked
}

fn colours_ui(ui: &mut Ui, texts: &Texts, colouring: &mut Colouring, wide: bool) {
    let (by_circle, by_warmth) = (texts.network_colour_circle(), texts.network_colour_warmth());
    let label = if *colouring == Colouring::Circle { by_circle } else { by_warmth };
    let button = if wide {
        ui.add(Button::new(label).icon(icons::PALETTE).trailing(icons::CARET_DOWN))
    } else {
        ui.add(IconButton::new(icons::PALETTE, label).role(crate::gui::widgets::ButtonRole::Default))
    };
    Popup::menu(&button).show(|ui| {
        ui.set_width(220.0);
        for (choice, label) in [(Colouring::Circle, by_circle), (Colouring::Warmth, by_warmth)] {
            if ui.add(MenuItem::new(label).checked(*colouring == choice)).clicked() {
                *colouring = choice;
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

/// Draws the legend: a chip for each class of lines that there is.
pub(super) fn legend_ui(ui: &mut Ui, texts: &Texts, model: &Model, hidden: &mut u8) {
    let margin = egui::Margin { left: 20, right: 20, top: 0, bottom: 8 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for class in Class::LEGEND {
                let count = model.counts[class as usize];
                if count > 0 {
                    let number = texts.locale().number(count as i64);
                    let shown = *hidden & class.bit() == 0;
                    if legend_chip(ui, texts, class, &number, shown).clicked() {
                        *hidden ^= class.bit();
                    }
                }
            }
        });
    });
}

fn legend_chip(ui: &mut Ui, texts: &Texts, class: Class, count: &str, shown: bool) -> Response {
    let p = Palette::of(ui);
    let name = class.label(texts);
    let ink = if shown { p.text } else { p.text3 };
    let label = text::line(ui.painter(), name, TextKind::Body, ink, 200.0);
    let number = text::line(ui.painter(), count, TextKind::Body, p.text3, 80.0);
    let width = 11.0 + 24.0 + 7.0 + label.size().x + 6.0 + number.size().x + 7.0 + 14.0 + 11.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, sizes::CHIP), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::Switch, true, shown, name));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let fill = if response.is_pointer_button_down_on() {
            p.pressed
        } else if response.hovered() {
            p.hover
        } else {
            p.panel
        };
        let focus = response.has_focus();
        let border =
            if focus { Stroke::new(2.0, p.ai) } else { Stroke::new(1.0, p.line_strong.gamma_multiply(0.55)) };
        painter.rect(rect, CornerRadius::same(14), fill, border, StrokeKind::Inside);
        let y = rect.center().y;
        let (color, width, dashes) = stroke_of(class, p);
        let color = if shown { color } else { p.line_strong.gamma_multiply(0.5) };
        sample(painter, pos2(rect.left() + 11.0, y), class, color, width, dashes);
        let mut x = rect.left() + 11.0 + 24.0 + 7.0;
        for (line, ink) in [(label, ink), (number, p.text3)] {
            let size = line.size();
            painter.galley(pos2(x, y - size.y / 2.0), line, ink);
            x += size.x + 6.0;
        }
        let eye = if shown { icons::EYE } else { icons::EYE_SLASH };
        paint_icon(painter, pos2(x + 8.0, y), eye, Weight::Regular, 14.0, p.text3);
    }
    tip(response, if shown { texts.network_legend_hide() } else { texts.network_legend_show() }, None)
}

/// A piece of a line as it is drawn in the network.
fn sample(
    painter: &egui::Painter,
    left: egui::Pos2,
    class: Class,
    color: Color32,
    width: f32,
    dashes: Option<(f32, f32)>,
) {
    let arrow = class.is_arrow();
    let right = left + Vec2::new(if arrow { 18.0 } else { 24.0 }, 0.0);
    let stroke = Stroke::new(width.max(1.2) + 0.4, color);
    match dashes {
        Some((dash, gap)) => {
            painter.extend(egui::Shape::dashed_line(&[left, right], stroke, dash, gap.min(3.0)));
        }
        None => {
            painter.line_segment([left, right], stroke);
        }
    }
    if arrow {
        let tip = left + vec2(24.0, 0.0);
        let head = vec![tip, tip + vec2(-7.0, 3.8), tip + vec2(-7.0, -3.8)];
        painter.add(egui::Shape::convex_polygon(head, color, Stroke::NONE));
    }
}
