//! What is wrong with the book: a list of findings, what can be mended, pictures that nobody needs.
//!
//! The looking and mending is done by workers; what came of it is kept by `gui::safety`. Start reading at
//! [`CheckSheet`].

use eframe::egui::{self, Align, Layout, Sense, Ui, WidgetInfo, vec2};

use super::{Next, SheetUi};
use crate::gui::command::{Command, Route};
use crate::gui::ctx::{Cached, Same, ViewCtx};
use crate::gui::safety::Ask;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::widgets::{Button, paint_icon, progress_bar, ring};
use crate::model::{Attachment, Contact, Id, RecordRef};
use crate::store::check::{Mend, Report, Severity};
use crate::text::{Locale, Texts};

/// What is wrong with the book.
#[derive(Default)]
pub struct CheckSheet {
    asked: bool,
    lines: Cached<(Same<Report>, Locale), Vec<Line>>,
}

/// A finding as it is shown.
struct Line {
    words: String,
    problem: bool,
    locate: Option<Id<Attachment>>,
    contact: Option<Id<Contact>>,
}

impl SheetUi for CheckSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.safety_check_title().to_owned()
    }

    fn width(&self) -> f32 {
        760.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if !std::mem::replace(&mut self.asked, true) && ctx.safety.report.is_none() {
            ctx.ask(Ask::Check.into());
            return Next::Stay;
        }
        let safety = ctx.safety;
        if safety.checking.is_some() {
            running_ui(ctx, ui);
            return Next::Stay;
        }
        match &safety.report {
            None => {}
            Some(Err(reason)) => {
                ui.add(egui::Label::new(text::rich(reason, TextKind::Body, p.danger)).wrap());
            }
            Some(Ok(report)) => self.report_ui(ctx, ui, report),
        }
        ui.add_space(space::L);
        let row = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if let Some(Ok(report)) = &safety.report
                && report.can_mend() > 0
            {
                let mend = ui.add_enabled(ctx.writable, Button::primary(texts.safety_check_mend_all()));
                if mend.clicked() {
                    ctx.ask(Ask::Mend { remove_unused: false }.into());
                }
            }
            if ui.add(Button::new(texts.safety_check_again()).icon(icons::ARROWS_CLOCKWISE)).clicked() {
                ctx.ask(Ask::Check.into());
            }
        });
        Next::Stay
    }
}

fn running_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.add_space(space::L);
    ui.horizontal(|ui| {
        ring(ui, 18.0, None, p.ai, texts.safety_check_running());
        ui.label(text::rich(texts.safety_check_running(), TextKind::Body, p.text2));
    });
    if let Some((done, total)) = ctx.safety.progress.filter(|(_, total)| *total > 0) {
        ui.add_space(space::S);
        let width = ui.available_width();
        progress_bar(ui, width, done as f32 / total as f32, texts.safety_check_running());
    }
    ui.add_space(space::L);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 34.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            if ui.add(Button::new(texts.common_cancel())).clicked()
                && let Some(job) = ctx.safety.checking
            {
                ctx.ask(Command::Cancel(job));
            }
        },
    );
    ui.ctx().request_repaint_after_secs(0.1);
}

impl CheckSheet {
    fn report_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, report: &std::sync::Arc<Report>) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let (icon, ink, fill) = if report.is_well() {
            (icons::CHECK_CIRCLE, p.ok, p.ok_soft)
        } else {
            (icons::WARNING, p.warn, p.warn_soft)
        };
        let frame = egui::Frame::new()
            .fill(fill)
            .corner_radius(radius::CONTROL + 2)
            .inner_margin(egui::Margin { left: 12, right: 14, top: 11, bottom: 11 });
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(18.0, 19.0), Sense::hover());
                paint_icon(ui.painter(), rect.center(), icon, Weight::Fill, 17.0, ink);
                ui.add(egui::Label::new(text::rich(&headline(report, texts), TextKind::Strong, ink)).wrap());
            });
        });
        let view: &ViewCtx<'_> = ctx;
        let key = (Same(std::sync::Arc::clone(report)), texts.locale());
        let lines = self.lines.get(key, |_| lines(view, report));
        if !lines.is_empty() {
            ui.add_space(space::S);
            let height = (ui.ctx().content_rect().height() - 330.0).clamp(140.0, 400.0);
            egui::ScrollArea::vertical()
                .id_salt("findings")
                .max_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    crate::gui::panes::follow_focus(ui);
                    ui.set_width(ui.available_width() - 12.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for line in lines {
                        line_ui(ctx, ui, line);
                    }
                });
        }
        let (unused, bytes) = report.unused();
        if unused > 0 {
            ui.add_space(space::M);
            unused_ui(ctx, ui, unused, bytes);
        }
    }
}

fn line_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, line: &Line) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let button = if line.locate.is_some() {
        Some(texts.safety_check_locate())
    } else {
        line.contact.map(|_| texts.safety_check_show())
    };
    let tail = button.map_or(0.0, |label| {
        text::line(ui.painter(), label, TextKind::Button, p.text, 200.0).size().x + 24.0 + space::L
    });
    let width = ui.available_width() - 28.0 - tail;
    let galley = text::lines(ui.painter(), &line.words, TextKind::Body, p.text, width, 8);
    let height = (galley.size().y + 14.0).max(42.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &line.words));
    let (icon, ink) = if line.problem { (icons::WARNING, p.warn) } else { (icons::LIGHTBULB, p.text3) };
    let y = rect.center().y;
    paint_icon(ui.painter(), egui::pos2(rect.left() + 10.0, y), icon, Weight::Regular, 16.0, ink);
    let at = egui::pos2(rect.left() + 28.0, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, p.text);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, p.line));
    let Some(label) = button else { return };
    let place = egui::Rect::from_min_max(
        egui::pos2(rect.right() - tail + space::L, y - 14.0),
        egui::pos2(rect.right(), y + 14.0),
    );
    if !ui.place(place, Button::new(label).small()).clicked() {
        return;
    }
    if let Some(attachment) = line.locate {
        ctx.ask(Ask::Locate(attachment).into());
    } else if let Some(contact) = line.contact {
        ctx.select(contact);
        if ctx.route == Route::Settings {
            ctx.ask(Command::Go(Route::Cards));
        }
        ctx.ask(Command::CloseSheet);
    }
}

fn unused_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, count: usize, bytes: u64) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let title = texts.safety_check_unused(count as i64);
    let title = format!("{title} · {}", crate::gui::safety::when::size(texts, bytes));
    let row = vec2(ui.available_width(), 44.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let away = ui.add_enabled(ctx.writable, Button::new(texts.safety_check_unused_move()).small());
        if away.clicked() {
            ctx.ask(Ask::Mend { remove_unused: true }.into());
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(egui::Label::new(text::rich(&title, TextKind::Strong, p.text)).truncate());
            ui.add(
                egui::Label::new(text::rich(texts.safety_check_unused_more(), TextKind::Small, p.text2))
                    .wrap(),
            );
        });
    });
}

fn headline(report: &Report, texts: &Texts) -> String {
    let problems = report.findings.iter().filter(|finding| finding.severity() == Severity::Problem).count();
    if report.is_well() {
        texts.safety_check_fine().to_owned()
    } else {
        texts.safety_check_found(problems as i64)
    }
}

/// Pictures that nobody needs are counted, not listed.
fn lines(ctx: &ViewCtx<'_>, report: &Report) -> Vec<Line> {
    let contact = |record: RecordRef| match record {
        RecordRef::Contact(id) => ctx.book.get(id).map(|contact| contact.id),
        RecordRef::Card(id) => ctx.book.get(id).and_then(|card| card.contact),
        _ => None,
    };
    let line = |finding: &crate::store::check::Finding| Line {
        words: finding.text(ctx.texts),
        problem: finding.severity() == Severity::Problem,
        locate: match finding.mend() {
            Mend::Locate(attachment) => Some(attachment),
            _ => None,
        },
        contact: finding.record.and_then(contact),
    };
    let mut lines: Vec<Line> =
        report.findings.iter().filter(|finding| finding.mend() != Mend::OnRequest).map(line).collect();
    lines.sort_by_key(|line| !line.problem);
    lines
}
