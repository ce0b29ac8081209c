//! The strip below the list of events: my record over all of them, and the way to the series.

use eframe::egui::{self, Align, Layout, Ui, vec2};

use super::record::record_ui;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Button, MenuItem};
use crate::index::events::{Record, record_lines, series_names};
use crate::model::Attendance;
use crate::text::Locale;

/// Height of the strip, in points.
pub(super) const HEIGHT: f32 = 48.0;

/// The strip.
#[derive(Default)]
pub(super) struct Strip {
    sums: Cached<(u64, Locale), Sums>,
}

/// What is counted once for each state of the book.
struct Sums {
    record: Vec<(Attendance, String)>,
    /// Name, and name with the number of its events.
    series: Vec<(String, String)>,
}

impl Sums {
    fn of(ctx: &ViewCtx<'_>) -> Self {
        let texts = ctx.texts;
        let series = series_names(ctx.book).into_iter().map(|(name, count)| {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let words = [name.as_str(), &texts.visits_series_events(count)].join(", ");
            (name, words)
        });
        Self { record: record_lines(texts, &Record::mine(ctx.book)), series: series.collect() }
    }
}

impl Strip {
    /// Draws the strip; returns the series that was chosen.
    pub(super) fn ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> Option<String> {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let sums = self.sums.get((ctx.revision, texts.locale()), |_| Sums::of(ctx));
        let mut chosen = None;
        let top = ui.max_rect().top();
        ui.painter().hline(ui.max_rect().x_range(), top, egui::Stroke::new(1.0, p.line));
        let size = vec2(ui.available_width(), HEIGHT);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let button = Button::new(texts.visits_series()).icon(icons::ARROWS_CLOCKWISE).small();
            let button = ui.add_enabled(!sums.series.is_empty(), button);
            let button = button.on_disabled_hover_text(texts.visits_series_none());
            egui::Popup::menu(&button).show(|ui| {
                egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                    for (name, words) in &sums.series {
                        if ui.add(MenuItem::new(words)).clicked() {
                            chosen = Some(name.clone());
                        }
                    }
                });
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::L;
                ui.label(text::rich(texts.visits_record(), TextKind::Strong, p.text));
                record_ui(ui, texts, &sums.record);
            });
        });
        chosen
    }
}
