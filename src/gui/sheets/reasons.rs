//! Why relationships did or did not develop: the answers of all reviews over time, and the people behind each.
//!
//! Owns how the figures are drawn; the counting is [`Why`]'s. Start reading at [`Reasons::ui`].

use chrono::NaiveDate;
use eframe::egui::{self, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{Button, EmptyState, segmented};
use crate::index::{Grain, ReasonCount, Span, SpanCount, Why, reason_text, span_text};
use crate::model::{Contact, Id, ReviewReason};
use crate::text::{Locale, Texts};

/// Height of the chart.
const CHART: f32 = 132.0;
/// Height of a reason.
const ROW: f32 = 34.0;
/// People listed behind one reason before all are.
const MOST_PEOPLE: usize = 12;

/// A column of the chart.
struct Column {
    span: Span,
    label: String,
    spoken: String,
    developed: usize,
    stalled: usize,
    open: usize,
}

/// A reason with its people.
struct Row {
    reason: ReviewReason,
    label: String,
    count: usize,
    shown: String,
    people: Vec<(Id<Contact>, String)>,
}

/// Everything that the sheet shows.
struct Figures {
    words: Vec<String>,
    columns: Vec<Column>,
    most: usize,
    /// For, against.
    sides: [Vec<Row>; 2],
}

/// Why relationships did or did not develop.
#[derive(Default)]
pub struct Reasons {
    grain: Grain,
    /// Only what was said in this span.
    span: Option<Span>,
    /// The reason whose people are listed.
    open: Option<(bool, ReviewReason)>,
    all_people: bool,
    figures: Cached<(u64, Locale, Grain, Option<Span>), Figures>,
}

impl Figures {
    fn of(ctx: &ViewCtx<'_>, grain: Grain, only: Option<Span>) -> Self {
        let why = Why::of(ctx.book, grain);
        let texts = ctx.texts;
        let column = |count: &SpanCount| Column {
            span: count.span,
            label: span_text(count.span, texts),
            spoken: texts.review_why_span(
                count.developed as i64,
                &texts.locale().number(count.open as i64),
                &span_text(count.span, texts),
                &texts.locale().number(count.stalled as i64),
            ),
            developed: count.developed,
            stalled: count.stalled,
            open: count.open,
        };
        let in_span = |day: NaiveDate| only.is_none_or(|only| Span::of(day, grain) == only);
        let row = |count: &ReasonCount| {
            let people: Vec<(Id<Contact>, String)> = count
                .people
                .iter()
                .filter(|(day, _)| in_span(*day))
                .map(|(day, id)| {
                    let day = texts.locale().day_near(*day, ctx.today);
                    (*id, format!("{}, {day}", name_of(ctx.book, texts, *id)))
                })
                .collect();
            Row {
                reason: count.reason.clone(),
                label: tidy(reason_text(&count.reason, texts)),
                count: people.len(),
                shown: texts.locale().number(people.len() as i64),
                people,
            }
        };
        let sides = [true, false].map(|developed| {
            let mut rows: Vec<Row> = why.side(developed).map(row).filter(|row| row.count > 0).collect();
            rows.sort_by_key(|row| std::cmp::Reverse(row.count));
            rows
        });
        Self {
            words: why.words(texts),
            most: why.spans.iter().map(SpanCount::total).max().unwrap_or(0).max(1),
            columns: why.spans.iter().map(column).collect(),
            sides,
        }
    }
}

impl SheetUi for Reasons {
    fn title(&self, texts: &Texts) -> String {
        texts.review_why_title().to_owned()
    }

    fn width(&self) -> f32 {
        860.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let key = (ctx.revision, ctx.texts.locale(), self.grain, self.span);
        let mut figures = std::mem::take(&mut self.figures);
        let shown = figures.get(key, |_| Figures::of(ctx, self.grain, self.span));
        let next = self.figures_ui(ctx, ui, shown);
        self.figures = figures;
        next
    }
}

impl Reasons {
    fn figures_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, figures: &Figures) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if figures.columns.is_empty() {
            let empty = EmptyState::new(
                icons::HOURGLASS_MEDIUM,
                texts.review_why_empty(),
                texts.review_why_empty_body(),
            );
            empty.show(ui);
            return Next::Stay;
        }
        let room = (ui.ctx().content_rect().height() - 150.0).max(240.0);
        let mut next = Next::Stay;
        ScrollArea::vertical().id_salt("reasons").max_height(room).auto_shrink([false, true]).show(
            ui,
            |ui| {
                crate::gui::panes::follow_focus(ui);
                ui.set_width(ui.available_width() - 12.0);
                ui.spacing_mut().item_spacing.y = space::XXS;
                for line in &figures.words {
                    ui.add(egui::Label::new(text::rich(line, TextKind::Body, p.text2)).wrap());
                }
                ui.add_space(space::L);
                ui.horizontal(|ui| {
                    let mut grain = usize::from(self.grain == Grain::Year);
                    let labels = [texts.review_why_by_quarter(), texts.review_why_by_year()];
                    if segmented(ui, texts.review_why_grain(), &labels, &mut grain).changed() {
                        self.grain = if grain == 0 { Grain::Quarter } else { Grain::Year };
                        self.span = None;
                    }
                    if let Some(span) = self.span {
                        let words = texts.review_why_only(&span_text(span, texts));
                        if ui.add(Button::ghost(&words).small().trailing(icons::X)).clicked() {
                            self.span = None;
                        }
                    }
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        for (label, ink) in [
                            (texts.review_why_open(), p.line_strong.gamma_multiply(0.5)),
                            (texts.review_why_stalled(), p.text2),
                            (texts.review_why_developed(), p.thread),
                        ] {
                            ui.label(text::rich(label, TextKind::Small, p.text2));
                            let (rect, _) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
                            ui.painter().rect_filled(rect, CornerRadius::same(2), ink);
                            ui.add_space(space::XS);
                        }
                    });
                });
                ui.add_space(space::S);
                self.chart_ui(ui, figures);
                ui.add_space(space::XL);
                let width = ((ui.available_width() - space::XXXL) / 2.0).floor();
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::XXXL;
                    for (developed, title) in
                        [(true, texts.review_why_for()), (false, texts.review_why_against())]
                    {
                        ui.vertical(|ui| {
                            ui.set_width(width);
                            if self.side_ui(ctx, ui, figures, developed, title) {
                                next = Next::Close;
                            }
                        });
                    }
                });
            },
        );
        next
    }

    /// A column for each span; a press shows only what was said in it.
    fn chart_ui(&mut self, ui: &mut Ui, figures: &Figures) {
        let p = Palette::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), CHART), Sense::hover());
        let pitch = (rect.width() / figures.columns.len() as f32).min(96.0);
        let ground = rect.bottom() - 22.0;
        ui.painter().hline(rect.x_range(), ground, Stroke::new(1.0, p.line));
        let unit = (ground - rect.top() - 16.0) / figures.most as f32;
        for (index, column) in figures.columns.iter().enumerate() {
            let left = rect.left() + pitch * index as f32;
            let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(left + pitch, rect.bottom()));
            let id = egui::Id::unique(("reasons span", column.span.year, column.span.quarter));
            let response = ui.interact(cell, id, Sense::click());
            let on = self.span == Some(column.span);
            response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, on, &column.spoken));
            if on || response.hovered() || response.has_focus() {
                let fill = if on { p.ai_soft } else { p.hover.gamma_multiply(0.6) };
                ui.painter().rect_filled(cell.shrink2(vec2(1.0, 0.0)), CornerRadius::same(4), fill);
            }
            if response.has_focus() {
                let ring = Stroke::new(2.0, p.ai);
                ui.painter().rect_stroke(
                    cell.shrink(1.0),
                    CornerRadius::same(5),
                    ring,
                    egui::StrokeKind::Inside,
                );
            }
            let bar = (pitch - 14.0).clamp(6.0, 34.0);
            let mut y = ground;
            for (count, ink) in [
                (column.developed, p.thread),
                (column.stalled, p.text2),
                (column.open, p.line_strong.gamma_multiply(0.5)),
            ] {
                let height = unit * count as f32;
                let part =
                    Rect::from_min_size(pos2(cell.center().x - bar / 2.0, y - height), vec2(bar, height));
                ui.painter().rect_filled(part, CornerRadius::ZERO, ink);
                y -= height;
            }
            // Labels that would run into each other are left out, the last one never is.
            let every = (56.0 / pitch).ceil().max(1.0) as usize;
            if (figures.columns.len() - 1 - index).is_multiple_of(every) {
                let label = text::line(ui.painter(), &column.label, TextKind::Label, p.text2, 80.0);
                let at = pos2(cell.center().x - label.size().x / 2.0, ground + 5.0);
                ui.painter().galley(at, label, p.text2);
            }
            if response.clicked() {
                self.span = (!on).then_some(column.span);
            }
            response.on_hover_text(&column.spoken);
        }
    }

    /// The reasons of one side. Returns whether a person was chosen.
    fn side_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        figures: &Figures,
        developed: bool,
        title: &str,
    ) -> bool {
        let p = Palette::of(ui);
        let rows = &figures.sides[usize::from(!developed)];
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(text::rich(title, TextKind::Heading, p.text));
        ui.add_space(space::XS);
        if rows.is_empty() {
            ui.label(text::rich(ctx.texts.review_why_no_reason(), TextKind::Body, p.text3));
            return false;
        }
        let most = rows.iter().map(|row| row.count).max().unwrap_or(1).max(1) as f32;
        let mut chosen = false;
        for row in rows {
            let is_open =
                self.open.as_ref().is_some_and(|(side, open)| *side == developed && *open == row.reason);
            if row_ui(ui, row, most, developed, is_open) {
                self.open = (!is_open).then(|| (developed, row.reason.clone()));
                self.all_people = false;
            }
            if !is_open {
                continue;
            }
            ui.indent(("reason people", developed, &row.label), |ui| {
                let most = if self.all_people { row.people.len() } else { MOST_PEOPLE };
                for (id, name) in row.people.iter().take(most) {
                    if ctx.book.get(*id).is_some() && ui.add(Button::ghost(name).small()).clicked() {
                        ctx.select(*id);
                        // The review below, when there is one, is left too.
                        ctx.ask(Command::CloseSheet);
                        chosen = true;
                    }
                }
                if row.people.len() > most {
                    let words = ctx.texts.review_more_gifts((row.people.len() - most) as i64);
                    self.all_people |=
                        ui.add(Button::ghost(&words).small().icon(icons::CARET_DOWN)).clicked();
                }
                ui.add_space(space::XS);
            });
        }
        chosen
    }
}

/// A reason with its bar; whether it was pressed.
fn row_ui(ui: &mut Ui, row: &Row, most: f32, developed: bool, is_open: bool) -> bool {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let spoken = [row.label.as_str(), row.shown.as_str()].join(" ");
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_open, &spoken));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(
            rect.expand2(vec2(4.0, 0.0)),
            CornerRadius::same(5),
            p.hover.gamma_multiply(0.5),
        );
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, p.ai);
        ui.painter().rect_stroke(
            rect.expand2(vec2(4.0, 0.0)),
            CornerRadius::same(5),
            ring,
            egui::StrokeKind::Inside,
        );
    }
    let count = text::line(ui.painter(), &row.shown, TextKind::Strong, p.text, 60.0);
    let end = rect.right() - count.size().x;
    ui.painter().galley(pos2(end, rect.top() + 5.0), count, p.text);
    let label = text::line(ui.painter(), &row.label, TextKind::Body, p.text, end - rect.left() - 12.0);
    ui.painter().galley(pos2(rect.left(), rect.top() + 5.0), label, p.text);
    let track =
        Rect::from_min_max(pos2(rect.left(), rect.bottom() - 7.0), pos2(rect.right(), rect.bottom() - 3.0));
    ui.painter().rect_filled(track, CornerRadius::same(2), p.sunk);
    let part = track.with_max_x(track.left() + track.width() * row.count as f32 / most);
    ui.painter().rect_filled(part, CornerRadius::same(2), if developed { p.thread } else { p.text2 });
    response.on_hover_text(&row.label).clicked()
}
