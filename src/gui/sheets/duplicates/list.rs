//! The pairs at the left: names, how sure it is, and why.

use std::collections::BTreeSet;

use eframe::egui::{self, Sense, Ui, WidgetInfo, pos2, vec2};

use super::PairId;
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, text};
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Button, ButtonSize, IconButton, list_frame};
use crate::index::duplicates::{Certainty, Duplicates};
use crate::model::{Contact, Id};

/// How tall a pair is in the list.
const HEIGHT: f32 = 62.0;

/// A pair as it stands in the list.
pub(super) struct Line {
    pub pair: PairId,
    names: String,
    reasons: String,
    certainty: String,
    sure: Certainty,
}

/// The pairs that are still to be settled, the surest first.
pub(super) fn lines(ctx: &ViewCtx<'_>, found: &Duplicates, skipped: &BTreeSet<PairId>) -> Vec<Line> {
    let texts = ctx.texts;
    found
        .pairs
        .iter()
        .filter(|pair| !skipped.contains(&(pair.a, pair.b)))
        .filter(|pair| ctx.book.get(pair.a).is_some() && ctx.book.get(pair.b).is_some())
        .map(|pair| {
            let (a, b) = (name_of(ctx.book, texts, pair.a), name_of(ctx.book, texts, pair.b));
            let certainty = pair.certainty().text(texts);
            let certainty = match found.group_of(pair.a) {
                Some(group) if group.contains(&pair.b) => {
                    format!("{certainty} · {}", texts.duplicates_group(group.len() as i64))
                }
                _ => certainty.to_owned(),
            };
            Line {
                pair: (pair.a, pair.b),
                names: if a == b { a } else { format!("{a} – {b}") },
                reasons: pair.reasons(texts),
                certainty,
                sure: pair.certainty(),
            }
        })
        .collect()
}

/// Draws the list; returns the place of the pair that was pressed.
pub(super) fn list_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    lines: &[Line],
    found: &Duplicates,
    shown: Option<PairId>,
) -> Option<usize> {
    let p = Palette::of(ui);
    let mut pressed = None;
    let count = text::rich(&ctx.texts.duplicates_pairs(lines.len() as i64), TextKind::Small, p.text2);
    ui.label(count);
    ui.add_space(space::XS);
    list_frame(p).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        let foot = usize::from(!found.crowds.is_empty());
        ui.spacing_mut().item_spacing.y = 2.0;
        let area = egui::ScrollArea::vertical().id_salt("suspects").auto_shrink(false);
        area.show_rows(ui, HEIGHT, lines.len() + foot, |ui, rows| {
            for at in rows {
                match lines.get(at) {
                    Some(line) => {
                        let on = shown.is_some_and(|(a, b)| line.pair == (a, b) || line.pair == (b, a));
                        if line_ui(ui, line, on) {
                            pressed = Some(at);
                        }
                    }
                    None => crowds_ui(ctx, ui, found),
                }
            }
        });
    });
    pressed
}

fn line_ui(ui: &mut Ui, line: &Line, on: bool) -> bool {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    response.widget_info(|| {
        let words = format!("{}, {}, {}", line.names, line.certainty, line.reasons);
        WidgetInfo::selected(egui::Role::ListBoxOption, ui.is_enabled(), on, words)
    });
    let fill = if on {
        p.ai_soft
    } else if response.hovered() {
        p.hover
    } else {
        egui::Color32::TRANSPARENT
    };
    let painter = ui.painter();
    painter.rect_filled(rect, radius::CONTROL, fill);
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, p.ai);
        painter.rect_stroke(rect, radius::CONTROL, stroke, egui::StrokeKind::Inside);
    }
    let width = rect.width() - 20.0;
    let ink = if line.sure == Certainty::VeryLikely { p.ai_text } else { p.text3 };
    let rows = [
        (line.names.as_str(), TextKind::Strong, p.text, 5.0),
        (line.reasons.as_str(), TextKind::Small, p.text2, 25.0),
        (line.certainty.as_str(), TextKind::Label, ink, 43.0),
    ];
    for (words, kind, ink, top) in rows {
        let galley = text::line(painter, words, kind, ink, width);
        painter.galley(pos2(rect.left() + 10.0, rect.top() + top), galley, ink);
    }
    let clicked = response.clicked();
    response.on_hover_text(&line.reasons);
    clicked
}

/// Says what was not compared because too many people share it.
pub(super) fn crowds_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, found: &Duplicates) {
    let Some(first) = found.crowds.first() else { return };
    let p = Palette::of(ui);
    ui.add_space(space::S);
    let more = found.crowds.len() - 1;
    let mut words = first.text(ctx.texts);
    if more > 0 {
        words = format!("{words} {}", ctx.texts.duplicates_crowds_more(more as i64));
    }
    let label = ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text3)).wrap());
    label.on_hover_ui(|ui| {
        for crowd in found.crowds.iter().take(12) {
            ui.label(text::rich(&crowd.text(ctx.texts), TextKind::Small, p.text));
        }
    });
}

/// The people from whom the person was told apart, each to be suspected again.
pub(super) fn told_apart_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, person: Id<Contact>) {
    let Some(contact) = ctx.book.get(person).filter(|contact| !contact.not_the_same_as.is_empty()) else {
        return;
    };
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.label(text::rich(texts.duplicates_told_apart(), TextKind::Label, p.text3));
    for other in contact.not_the_same_as.iter().take(6) {
        ui.horizontal(|ui| {
            let name = name_of(ctx.book, texts, *other);
            let again = IconButton::new(icons::ARROW_U_UP_LEFT, texts.duplicates_suspect_again());
            if ui.add_enabled(ctx.writable, again.size(ButtonSize::Small)).clicked() {
                ctx.edit(Edit::TellApart { a: person, b: *other, apart: false });
            }
            let show = ui.add(Button::ghost(&name).small());
            if show.clicked() {
                ctx.select(*other);
            }
        });
    }
    ui.add_space(space::S);
}
