//! The legend above the network: what its lines say, and switches for them.
//!
//! Owns how the switches look. Must not know what is drawn.

use eframe::egui::{
    self, Color32, CornerRadius, Popup, PopupCloseBehavior, Response, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, space, text};
use crate::gui::widgets::{Chip, MenuItem, menu_separator, paint_icon, tip};
use crate::text::Texts;

use super::bar::Choices;
use super::lines::{Class, Kind};
use super::model::Model;

/// Below this width the chips have no eye.
const NARROW: f32 = 760.0;

/// Draws the legend: a chip for each class of lines that there is, a menu for kinds, and what a search leaves.
/// `drawn` are the lines that are drawn and those that there are to draw.
pub(super) fn legend_ui(
    ui: &mut Ui,
    ctx: &ViewCtx<'_>,
    model: &Model,
    choices: &mut Choices,
    (drawn, wanted): (usize, usize),
) {
    let texts = ctx.texts;
    let margin = egui::Margin { left: 20, right: 20, top: 0, bottom: 8 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for class in Class::LEGEND {
                let count = model.counts.classes[class as usize];
                if count > 0 {
                    let number = texts.locale().number(count as i64);
                    let shown = choices.hidden.shows(class);
                    if legend_chip(ui, texts, class, &number, shown).clicked() {
                        choices.hidden.switch(class);
                    }
                }
            }
            kinds_ui(ui, texts, model, choices);
            if ctx.search.found.is_some() {
                let chip = Chip::new(texts.network_only_found(), choices.only_found);
                if ui.add(chip.icon(icons::MAGNIFYING_GLASS)).clicked() {
                    choices.only_found = !choices.only_found;
                }
            }
            if drawn < wanted {
                let number = |count: usize| texts.locale().number(count as i64);
                let words = texts.network_lines_drawn(&number(wanted), &number(drawn));
                let p = Palette::of(ui);
                let label = ui.label(text::rich(&words, TextKind::Small, p.text3));
                tip(label, texts.network_lines_drawn_why(), None);
            }
        });
    });
}

/// The kinds of what is told of people, and those who were only told of.
fn kinds_ui(ui: &mut Ui, texts: &Texts, model: &Model, choices: &mut Choices) {
    let counts = &model.counts;
    let count = |kind: Kind| counts.kinds[kind as usize];
    if Kind::MENU.iter().all(|kind| count(*kind) == 0) && counts.ghosts == 0 {
        return;
    }
    let all = Kind::MENU.iter().all(|kind| choices.hidden.shows_kind(*kind)) && !choices.hidden.ghosts;
    let chip = ui.add(Chip::new(texts.network_legend_kinds(), !all).caret());
    let menu = Popup::menu(&chip).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu.show(|ui| {
        ui.set_width(250.0);
        for kind in Kind::MENU.into_iter().filter(|kind| count(*kind) > 0) {
            let number = texts.locale().number(count(kind) as i64);
            let item = MenuItem::new(kind.label(texts)).checked(choices.hidden.shows_kind(kind)).key(&number);
            if ui.add(item).clicked() {
                choices.hidden.switch_kind(kind);
            }
        }
        if counts.ghosts > 0 {
            menu_separator(ui);
            let number = texts.locale().number(counts.ghosts as i64);
            let item = MenuItem::new(texts.network_origin_mentioned()).checked(!choices.hidden.ghosts);
            if ui.add(item.key(&number)).clicked() {
                choices.hidden.ghosts = !choices.hidden.ghosts;
            }
        }
    });
}

fn legend_chip(ui: &mut Ui, texts: &Texts, class: Class, count: &str, shown: bool) -> Response {
    let p = Palette::of(ui);
    let name = class.label(texts);
    let ink = if shown { p.text } else { p.text3 };
    let label = text::line(ui.painter(), name, TextKind::Body, ink, 200.0);
    let number = text::line(ui.painter(), count, TextKind::Body, p.text3, 80.0);
    // In a narrow window the line alone says whether it is shown.
    let eye = if ui.max_rect().width() > NARROW { 7.0 + 14.0 } else { 0.0 };
    let width = 11.0 + 24.0 + 7.0 + label.size().x + 6.0 + number.size().x + eye + 11.0;
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
        let (color, width, dashes) = class.stroke(p);
        let color = if shown { color } else { p.line_strong.gamma_multiply(0.5) };
        sample(painter, pos2(rect.left() + 11.0, y), class, color, width, dashes);
        let mut x = rect.left() + 11.0 + 24.0 + 7.0;
        for (line, ink) in [(label, ink), (number, p.text3)] {
            let size = line.size();
            painter.galley(pos2(x, y - size.y / 2.0), line, ink);
            x += size.x + 6.0;
        }
        if eye > 0.0 {
            let glyph = if shown { icons::EYE } else { icons::EYE_SLASH };
            paint_icon(painter, pos2(x + 8.0, y), glyph, Weight::Regular, 14.0, p.text3);
        }
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
