//! The page of a book that does not open: what happened, what was left untouched, what can be done.
//!
//! Must not know how a book is read or mended: it asks. Start reading at [`failed_ui`].

use std::path::Path;

use eframe::egui::{self, Align, Layout, Sense, Ui, UiBuilder, pos2, vec2};

use crate::gui::app::Failed;
use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::safety::{Ask, when};
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, text};
use crate::gui::widgets::{Button, box_frame, paint_icon, section_header, tip};
use crate::store::{Backup, Looks, OpenProblem};

/// Widest column, in points.
const WIDEST: f32 = 660.0;

/// So many earlier states are shown at first.
const FIRST: usize = 4;

/// Whether the file is a damaged book, of which something can perhaps be read.
pub(in crate::gui) fn is_damaged(problem: &OpenProblem) -> bool {
    match problem {
        OpenProblem::Syntax { .. }
        | OpenProblem::CutOff { .. }
        | OpenProblem::Altered { .. }
        | OpenProblem::Empty
        | OpenProblem::Sealed(_) => true,
        OpenProblem::NotABook(looks) => matches!(looks, Looks::Zeros),
        _ => false,
    }
}

/// Whether there is no file any more.
fn is_lost(failed: &Failed) -> bool {
    failed.problem == Some(OpenProblem::NotFound)
}

/// Whether there is something in the file that can perhaps be read.
fn can_be_salvaged(problem: &OpenProblem, has_key: bool) -> bool {
    match problem {
        OpenProblem::Empty | OpenProblem::NotABook(_) => false,
        // An encrypted one only with its key: then block by block.
        OpenProblem::Sealed(_) => has_key,
        problem => is_damaged(problem),
    }
}

/// Draws the page.
pub(in crate::gui) fn failed_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, failed: &Failed, book_is_open: bool) {
    egui::CentralPanel::no_frame().show(ui, |ui| {
        egui::ScrollArea::vertical().id_salt("recovery").auto_shrink(false).show(ui, |ui| {
            let all = ui.available_rect_before_wrap();
            let width = (all.width() - 2.0 * space::PAGE).min(WIDEST);
            let left = all.left() + (all.width() - width) / 2.0;
            let top = all.top() + (all.height() * 0.1).clamp(24.0, 90.0);
            let rect = egui::Rect::from_min_size(pos2(left, top), vec2(width, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
            page.spacing_mut().item_spacing = vec2(space::S, space::S);
            page_ui(ctx, &mut page, failed, book_is_open);
            let used = page.min_rect();
            ui.allocate_rect(used, Sense::hover());
            ui.add_space(space::PAGE);
        });
    });
}

fn page_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, failed: &Failed, book_is_open: bool) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(30.0, 32.0), Sense::hover());
        paint_icon(ui.painter(), rect.center(), icons::WARNING_CIRCLE, Weight::Regular, 26.0, p.danger);
        let title = if is_lost(failed) { texts.safety_lost_title() } else { texts.app_book_could_not_open() };
        ui.label(text::rich(title, TextKind::Display, p.text));
    });
    ui.add(egui::Label::new(text::rich(&failed.message, TextKind::Body, p.text2)).wrap());
    ui.add_space(space::XXS);
    file_ui(ctx, ui, &failed.path);
    ui.add_space(space::XXS);
    if let Some(problem) = &failed.problem
        && can_be_salvaged(problem, ctx.safety.has_key_of_damaged())
    {
        salvage_ui(ctx, ui, failed);
    }
    let safety = ctx.safety;
    let looked = safety.of.as_ref() == Some(&failed.path);
    if looked && (is_lost(failed) || failed.problem.as_ref().is_some_and(is_damaged)) {
        earlier_ui(ctx, ui, failed, &safety.backups);
    }
    ui.add_space(space::XXS);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::new(texts.app_book_try_again()).icon(icons::ARROWS_CLOCKWISE)).clicked() {
            ctx.ask(Command::OpenBook(failed.path.clone()));
        }
        if ui.add(Button::new(texts.safety_failed_other())).clicked() {
            ctx.ask(Command::Do(Action::OpenBook));
        }
        if let Some(new) = safety.name_for_new.as_ref().filter(|_| looked && !book_is_open) {
            let beside = new.parent() == failed.path.parent();
            let name = if beside { new.file_name().unwrap_or_default() } else { new.as_os_str() };
            let name = name.to_string_lossy();
            let button = ui.add(Button::ghost(texts.safety_failed_begin_new()));
            let button = tip(button, &texts.safety_failed_begin_new_more(&name), None);
            if button.clicked() {
                ctx.ask(Ask::BeginNew(new.clone()).into());
            }
        }
        if book_is_open && ui.add(Button::ghost(texts.safety_failed_back())).clicked() {
            ctx.ask(Ask::Back.into());
        }
    });
}

/// Where the file is, to copy and to look at.
fn file_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, path: &Path) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let words = path.display().to_string();
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Button::new(texts.safety_failed_show_folder()).small()).clicked() {
                    ctx.ask(Ask::ShowFolder(path.to_owned()).into());
                }
                if ui.add(Button::new(texts.safety_failed_copy_path()).icon(icons::COPY).small()).clicked() {
                    ctx.ask(Command::Copy(words.clone()));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), Sense::hover());
                    paint_icon(ui.painter(), rect.center(), icons::FILE_TEXT, Weight::Regular, 16.0, p.text2);
                    ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text)).truncate());
                });
            });
        });
    });
}

fn salvage_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, failed: &Failed) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        section_header(ui, texts.safety_failed_salvage(), None);
        ui.add(
            egui::Label::new(text::rich(texts.safety_failed_salvage_more(), TextKind::Small, p.text2)).wrap(),
        );
        ui.add_space(space::XXS);
        if ui.add(Button::primary(texts.safety_failed_salvage())).clicked() {
            ctx.ask(Ask::Salvage(failed.path.clone()).into());
        }
    });
}

fn earlier_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, failed: &Failed, backups: &[Backup]) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        section_header(ui, texts.safety_failed_earlier(), None);
        if backups.is_empty() {
            ui.label(text::rich(texts.safety_failed_earlier_none(), TextKind::Small, p.text2));
            return;
        }
        let more = if is_lost(failed) {
            texts.safety_lost_earlier_more()
        } else {
            texts.safety_failed_earlier_more()
        };
        ui.add(egui::Label::new(text::rich(more, TextKind::Small, p.text2)).wrap());
        let all = egui::Id::unique("all earlier states");
        let shows_all = ui.data(|data| data.get_temp::<bool>(all)).unwrap_or(false);
        let shown = if shows_all { backups.len() } else { FIRST };
        for at in 0..shown.min(backups.len()) {
            row_ui(ctx, ui, failed, backups, at);
        }
        let more = backups.len().saturating_sub(shown);
        if more > 0 && ui.add(Button::ghost(&texts.safety_failed_all_states(more as i64)).small()).clicked() {
            ui.data_mut(|data| data.insert_temp(all, true));
        }
    });
}

fn row_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, failed: &Failed, backups: &[Backup], at: usize) {
    let Some(backup) = backups.get(at) else { return };
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let moment = when::moment_among(texts, backups, at, ctx.today);
    let (facts, opens) = when::facts(ctx, backup);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, p.line));
    let mut row = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)));
    row.spacing_mut().item_spacing.x = space::M;
    if row.is_rect_visible(rect) && !ctx.safety.earlier.people.contains_key(&backup.path) {
        ctx.ask(Ask::Count(backup.clone()).into());
    }
    let button = Button::new(texts.safety_failed_earlier_open()).small();
    let button = row.add_enabled(opens, button);
    button.widget_info(|| {
        let name = texts.safety_failed_earlier_open_name(&moment);
        egui::WidgetInfo::labeled(egui::Role::Button, opens, name)
    });
    if button.clicked() {
        ctx.ask(Ask::GoOnFrom { book: failed.path.clone(), backup: backup.clone() }.into());
    }
    let ink = if opens { p.text2 } else { p.danger };
    row.label(text::rich(&facts, TextKind::Small, ink));
    row.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add(egui::Label::new(text::rich(&moment, TextKind::Body, p.text)).truncate());
    });
}
