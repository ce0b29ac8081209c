//! The page of an empty book: drop cards, try the demo network, open a book.

use eframe::egui::{
    self, Align, Color32, CornerRadius, Layout, Pos2, Rect, Sense, Stroke, UiBuilder, Vec2, emath::Rot2,
    pos2, vec2,
};

use crate::gui::arrivals::turned_card;
use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::widgets::{Button, box_frame, dashed_rect, paint_icon, segmented};
use crate::text::Locale;

/// Draws the page.
pub fn first_start_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    let p = Palette::of(ui);
    let frame = egui::Frame::new().fill(p.desk).inner_margin(egui::Margin::symmetric(24, 16));
    egui::CentralPanel::default().frame(frame).show(ui, |ui| {
        language_ui(ctx, ui);
        let page = ui.available_rect_before_wrap();
        let width = page.width().min(860.0);
        // What is left of the height goes to the drop zone, which is the page's one invitation.
        let boxes = 176.0;
        let zone = (page.height() - boxes - 64.0).clamp(260.0, 420.0);
        let rest = page.height() - zone - boxes - 64.0;
        let left = page.center().x - width / 2.0;
        let top = page.top() + (rest * 0.3).clamp(8.0, 40.0);
        let column = Rect::from_min_max(pos2(left, top), pos2(left + width, page.bottom()));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.spacing_mut().item_spacing = vec2(space::XL, space::XXL);
            zone_ui(ctx, ui, vec2(width, zone));
            boxes_ui(ctx, ui, width);
            promise_ui(ctx, ui);
        });
    });
}

fn language_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let names = Locale::ALL.map(Locale::name);
        let before = Locale::ALL.iter().position(|locale| *locale == ctx.texts.locale()).unwrap_or(0);
        let mut chosen = before;
        segmented(ui, ctx.texts.app_start_language(), &names, &mut chosen);
        if chosen != before {
            ctx.ask(Command::Language(Locale::ALL[chosen]));
        }
    });
}

fn zone_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, size: Vec2) {
    let texts = ctx.texts;
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let corner = CornerRadius::same(radius::DROP);
    ui.painter().rect_filled(rect, corner, p.panel);
    dashed_rect(ui.painter(), rect, f32::from(radius::DROP), Stroke::new(2.0, p.line_strong));
    // The drawing takes what the words and buttons leave.
    let words = 158.0;
    let room = size.y - words;
    let scale = ((room - 36.0) / 120.0).clamp(0.5, 1.0);
    let above = (room - 120.0 * scale) / 2.0;
    drawing(ui, pos2(rect.center().x, rect.top() + above + 66.0 * scale), scale);
    let below = Rect::from_min_max(
        pos2(rect.left() + 20.0, rect.bottom() - words - above * 0.3),
        rect.max - vec2(20.0, 0.0),
    );
    let builder = UiBuilder::new().max_rect(below).layout(Layout::top_down(Align::Center));
    // A child, not a scope: the zone has taken its room already.
    let ui = &mut ui.new_child(builder);
    ui.spacing_mut().item_spacing.y = space::S;
    ui.label(text::rich(texts.app_start_title(), TextKind::Display, p.text));
    ui.label(text::rich(texts.app_start_formats(), TextKind::Body, p.text2));
    ui.add_space(space::M);
    let keys = Action::AddCards.keys().unwrap_or_default();
    let choose = Button::primary(texts.app_start_choose()).large().icon(icons::UPLOAD_SIMPLE).key(&keys);
    let by_hand = Button::new(texts.app_start_by_hand()).large();
    // Both together in the middle: their width is known from the last pass only, so it is measured.
    let width = button_width(ui, texts.app_start_choose(), true, &keys)
        + button_width(ui, texts.app_start_by_hand(), false, "")
        + space::M;
    ui.allocate_ui_with_layout(vec2(width, 40.0), Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        if ui.add(choose).clicked() {
            ctx.ask(Command::Do(Action::AddCards));
        }
        if ui.add(by_hand).clicked() {
            ctx.ask(Command::Do(Action::NewContact));
        }
    });
}

/// The width of a large button as `Button` lays it out.
fn button_width(ui: &egui::Ui, label: &str, icon: bool, key: &str) -> f32 {
    let painter = ui.painter();
    let kind = if icon { TextKind::Strong } else { TextKind::Button };
    let words = text::line(painter, label, kind, Color32::WHITE, f32::INFINITY).size().x;
    let key = if key.is_empty() {
        0.0
    } else {
        text::line(painter, key, TextKind::Label, Color32::WHITE, f32::INFINITY).size().x + 19.0
    };
    words + key + if icon { 23.0 } else { 0.0 } + 40.0
}

fn boxes_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, width: f32) {
    let texts = ctx.texts;
    let inner = ((width - 2.0 * space::XL) / 3.0 - 2.0 * f32::from(space::BOX_X)).floor();
    let boxes = [
        (
            icons::GRAPH,
            texts.app_start_demo_title(),
            texts.app_start_demo_body(),
            texts.app_start_demo_button(),
            Command::LoadDemo,
        ),
        (
            icons::CARDS_THREE,
            texts.app_start_import_title(),
            texts.app_start_import_body(),
            texts.app_start_import_button(),
            Command::Do(Action::AddCards),
        ),
        (
            icons::HARD_DRIVES,
            texts.app_start_open_title(),
            texts.app_start_open_body(),
            texts.app_start_open_button(),
            Command::Do(Action::OpenBook),
        ),
    ];
    ui.horizontal_top(|ui| {
        for (icon, title, body, button, command) in boxes {
            let p = Palette::of(ui);
            box_frame(ui, |ui| {
                ui.set_width(inner - 2.0);
                ui.set_height(114.0);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = space::S;
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = space::S;
                        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
                        paint_icon(ui.painter(), rect.center(), icon, Weight::Regular, 19.0, p.ai_text);
                        let title = text::rich(title, TextKind::Heading, p.text);
                        ui.add(egui::Label::new(title).truncate());
                    });
                    let body = text::rich(body, TextKind::Small, p.text2);
                    ui.add(egui::Label::new(body).wrap());
                    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
                        if ui.add(Button::new(button)).clicked() {
                            ctx.ask(command);
                        }
                    });
                });
            });
        }
    });
}

fn promise_ui(ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
    let p = Palette::of(ui);
    let words = ctx.texts.app_start_promise();
    let line = text::line(ui.painter(), words, TextKind::Small, p.text2, ui.available_width() - 30.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, words));
    let left = rect.center().x - (line.size().x + 24.0) / 2.0;
    let y = rect.center().y;
    paint_icon(ui.painter(), pos2(left + 8.0, y), icons::WIFI_SLASH, Weight::Regular, 15.0, p.text2);
    ui.painter().galley(pos2(left + 24.0, y - line.size().y / 2.0), line, p.text2);
}

/// Two cards behind, one with the knot in front.
fn drawing(ui: &egui::Ui, centre: Pos2, scale: f32) {
    let p = Palette::of(ui);
    let painter = ui.painter();
    let size = vec2(193.0, 117.0) * scale;
    for (x, angle) in [(-132.0, -0.2_f32), (134.0, 0.16)] {
        let middle = centre + vec2(x, 10.0) * scale;
        let turn = Rot2::from_angle(angle);
        let at = |x: f32, y: f32| middle + turn * (vec2(x, y) * scale);
        let fill = if p.is_dark() { p.raised } else { Color32::WHITE };
        turned_card(painter, Rect::from_center_size(middle, size), angle, fill, p);
        painter.circle_filled(at(-66.0, -30.0), 12.0 * scale, p.ai_soft);
        for (y, w) in [(4.0, 70.0), (20.0, 50.0)] {
            let line = Stroke::new(6.0 * scale, p.sunk);
            painter.line_segment([at(-74.0, y), at(-74.0 + w, y)], line);
        }
    }
    let front = Rect::from_center_size(centre, size);
    Elevation::Lift.paint(painter, front, radius::CARD + 3, p.is_dark());
    let corner = CornerRadius::same(radius::CARD + 3);
    let paper = Color32::from_rgb(0xFB, 0xFA, 0xF5);
    painter.rect_filled(front, corner, paper);
    knot(ui, front);
    painter.rect_stroke(front, corner, Stroke::new(1.0, p.card_edge), egui::StrokeKind::Inside);
}

/// The square knot of the program's sign, drawn from its outline once.
fn knot(ui: &egui::Ui, card: Rect) {
    let id = egui::Id::unique("first start knot");
    let kept = ui.data(|data| data.get_temp::<egui::TextureHandle>(id));
    let texture = match kept {
        Some(texture) => texture,
        None => {
            let Some(image) = knot_image() else { return };
            let texture = ui.ctx().load_texture("knot", image, egui::TextureOptions::LINEAR);
            ui.data_mut(|data| data.insert_temp(id, texture.clone()));
            texture
        }
    };
    let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    ui.painter().image(texture.id(), card.shrink(0.5), uv, Color32::WHITE);
}

/// The sign as pixels; `None` should the drawing ever be broken.
fn knot_image() -> Option<egui::ColorImage> {
    use resvg::{tiny_skia, usvg};
    let svg = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icon/knot.svg"));
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).ok()?;
    let (width, height) = (704, 426);
    let mut pixels = tiny_skia::Pixmap::new(width, height)?;
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
    let size = [width as usize, height as usize];
    Some(egui::ColorImage::from_rgba_premultiplied(size, pixels.data()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sign_has_two_cords() {
        let image = super::knot_image().expect("the sign is part of the program");
        let has = |wanted: [u8; 3]| {
            image.pixels.iter().any(|pixel| pixel.to_array() == [wanted[0], wanted[1], wanted[2], 255])
        };
        assert!(has([0x27, 0x45, 0x80]) && has([0xE0, 0x4E, 0x2C]));
    }
}
