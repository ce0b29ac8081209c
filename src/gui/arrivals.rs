//! What is drawn over every view while pictures come in: the overlay while files hover over the
//! window, and the panel with progress, Cancel, and one line for each picture that failed.

use eframe::egui::{self, Align, Align2, Area, CornerRadius, Layout, Order, Rect, Sense, Stroke, pos2, vec2};

use super::command::Command;
use super::ctx::ViewCtx;
use super::take_in::TakeIn;
use super::theme::{Elevation, Palette, TextKind, Weight, icons, radius, text};
use super::widgets::{IconButton, dashed_rect, paint_icon, progress_row};

/// Pictures on their way: how many, which one, what went wrong, Cancel.
pub(super) fn take_in_ui(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, take_in: &mut TakeIn) {
    if !take_in.has_news() {
        return;
    }
    let texts = ctx.texts;
    Area::new(egui::Id::unique("take in"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-20.0, -20.0))
        .show(ui.ctx(), |ui| {
            let p = Palette::of(ui);
            let frame = egui::Frame::new()
                .fill(p.raised)
                .stroke(Stroke::new(1.0, p.line))
                .corner_radius(radius::BOX)
                .shadow(Elevation::Pop.layers(p.is_dark())[0])
                .inner_margin(16);
            frame.show(ui, |ui| {
                ui.set_width(360.0_f32.min(ui.ctx().content_rect().width() - 80.0));
                ui.spacing_mut().item_spacing.y = 8.0;
                let running = take_in.is_running();
                let title = if running {
                    texts.import_panel_title(take_in.total.max(1) as i64)
                } else {
                    texts.import_problems_title(take_in.problems.len() as i64)
                };
                ui.horizontal(|ui| {
                    ui.label(text::rich(&title, TextKind::Heading, p.text));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if !running && ui.add(IconButton::new(icons::X, texts.common_close())).clicked() {
                            take_in.shown = false;
                            take_in.problems.clear();
                        }
                    });
                });
                if running {
                    let part = (take_in.total > 0).then(|| take_in.done as f32 / take_in.total as f32);
                    let count = texts.common_position(take_in.done as i64, take_in.total as i64);
                    let words = if take_in.last.is_empty() { texts.import_reading() } else { &take_in.last };
                    if progress_row(ui, words, &count, part, texts.common_cancel()) {
                        ctx.ask(Command::CancelIntake);
                    }
                }
                if !take_in.problems.is_empty() {
                    egui::ScrollArea::vertical().max_height(220.0).min_scrolled_height(220.0).show(
                        ui,
                        |ui| {
                            for problem in &take_in.problems {
                                problem_ui(ui, problem);
                            }
                        },
                    );
                }
            });
        });
}

/// A job for which the user waits: how far, Cancel.
pub(super) fn waited_ui(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, job: &crate::jobs::Active) {
    let texts = ctx.texts;
    Area::new(egui::Id::unique("job on its way"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -24.0))
        .show(ui.ctx(), |ui| {
            let p = Palette::of(ui);
            let frame = egui::Frame::new()
                .fill(p.raised)
                .stroke(Stroke::new(1.0, p.line))
                .corner_radius(radius::BOX)
                .shadow(Elevation::Pop.layers(p.is_dark())[0])
                .inner_margin(16);
            frame.show(ui, |ui| {
                ui.set_width(360.0_f32.min(ui.ctx().content_rect().width() - 80.0));
                let known = job.total > 0;
                let part = known.then(|| job.done as f32 / job.total as f32);
                let count = if known {
                    texts.common_position(job.done as i64, job.total as i64)
                } else {
                    String::new()
                };
                if progress_row(ui, &job.label, &count, part, texts.common_cancel()) {
                    ctx.ask(Command::Cancel(job.id));
                }
            });
        });
}

fn problem_ui(ui: &mut egui::Ui, problem: &str) {
    let p = Palette::of(ui);
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
        paint_icon(ui.painter(), rect.center(), icons::WARNING, Weight::Fill, 15.0, p.warn);
        ui.add(egui::Label::new(text::rich(problem, TextKind::Small, p.text2)).wrap());
    });
}

/// While files hover over the window: it takes them anywhere.
pub(super) fn drop_overlay_ui(ctx: &ViewCtx<'_>, ui: &egui::Ui) {
    let count = ui.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let texts = ctx.texts;
    let p = Palette::of(ui);
    let layer = egui::LayerId::new(Order::Tooltip, egui::Id::unique("drop overlay"));
    let painter = ui.ctx().layer_painter(layer);
    let screen = ui.ctx().content_rect();
    painter.rect_filled(screen, 0, p.backdrop.gamma_multiply(if p.is_dark() { 0.6 } else { 0.42 }));
    let sheet =
        Rect::from_center_size(screen.center(), vec2(760.0, 400.0).min(screen.size() - vec2(60.0, 60.0)));
    Elevation::Pop.paint(&painter, sheet, radius::DROP + 8, p.is_dark());
    painter.rect_filled(sheet, radius::DROP + 8, p.desk);
    dashed_rect(&painter, sheet.shrink(16.0), f32::from(radius::DROP), Stroke::new(2.0, p.ai));
    let centre = |words: &str, kind, colour, y: f32| {
        let galley = text::line(&painter, words, kind, colour, sheet.width() - 60.0);
        painter.galley(pos2(sheet.center().x - galley.size().x / 2.0, y), galley, colour);
    };
    let title = texts.app_drop_title(count as i64);
    let response = ui.interact(sheet, egui::Id::unique("drop overlay sheet"), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, &title));
    centre(&title, TextKind::Display, p.text, sheet.top() + 56.0);
    let words =
        if ctx.selection.contact.is_some() { texts.app_drop_asks() } else { texts.app_drop_to_pile() };
    centre(words, TextKind::Body, p.text2, sheet.top() + 96.0);
    stack(&painter, sheet.center() + vec2(0.0, 62.0), count, ctx, p);
}

/// A card that lies askew, with its shadow.
pub(super) fn turned_card(
    painter: &egui::Painter,
    card: Rect,
    angle: f32,
    paper: egui::Color32,
    p: &Palette,
) {
    let corner = CornerRadius::same(radius::CARD + 2);
    for layer in Elevation::Card.layers(p.is_dark()) {
        painter.add(layer.as_shape(card, corner).with_angle_and_pivot(angle, card.center()));
    }
    let edge = Stroke::new(1.0, p.card_edge);
    let shape = egui::epaint::RectShape::new(card, corner, paper, edge, egui::StrokeKind::Inside);
    painter.add(shape.with_angle(angle));
}

/// A stack of cards with their number on it.
fn stack(painter: &egui::Painter, middle: egui::Pos2, count: usize, ctx: &ViewCtx<'_>, p: &Palette) {
    let behind = count.clamp(1, 3) - 1;
    for at in (0..=behind).rev() {
        let angle = [-0.06, 0.05, 0.15][at];
        let turn = egui::emath::Rot2::from_angle(angle);
        let centre = middle + vec2(at as f32 * 12.0, at as f32 * 7.0);
        let paper = if at == 0 { p.paper } else { p.panel };
        turned_card(painter, Rect::from_center_size(centre, vec2(196.0, 126.0)), angle, paper, p);
        let point = |x: f32, y: f32| centre + turn * vec2(x, y);
        if at == 0 {
            let line = |y: f32, width: f32, stroke: Stroke| {
                painter.line_segment([point(-78.0, y), point(-78.0 + width, y)], stroke);
            };
            line(-28.0, 96.0, Stroke::new(8.0, p.ai));
            line(-8.0, 64.0, Stroke::new(5.0, p.card_edge));
            line(32.0, 120.0, Stroke::new(5.0, p.card_edge));
        }
    }
    let number = ctx.texts.locale().number(count as i64);
    let number = text::line(painter, &number, TextKind::Strong, p.on_ai, 80.0);
    let badge = Rect::from_center_size(middle + vec2(88.0, -72.0), vec2(number.size().x + 20.0, 26.0));
    painter.rect_filled(badge, CornerRadius::same(13), p.ai);
    painter.galley(badge.center() - number.size() / 2.0, number, p.on_ai);
}
