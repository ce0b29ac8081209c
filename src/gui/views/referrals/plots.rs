//! The plots of a year, in the colours and type of the design. Beside each one its figures are spoken.
//!
//! Owns how bars and lines look. Must not know what they count: [`Series`] and [`Bars`] are numbers with names.

use eframe::egui::{self, Color32, Rangef, Role, Sense, Ui, Vec2, WidgetInfo, vec2};
use egui_plot::{
    AxisHints, Bar, BarChart, GridMark, Line, LineStyle, Plot, PlotBounds, PlotPoint, PlotPoints, Points,
};

use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::box_frame;

/// Height of a plot, in points.
const HEIGHT: f32 = 168.0;

/// Values of one colour, one for each place of the axis.
pub(super) struct Series<'a> {
    pub name: &'a str,
    pub ink: Color32,
    pub values: Vec<f64>,
}

/// How values of several series at one place stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bars {
    /// Beside each other.
    Beside,
    /// On top of each other.
    Stacked,
    /// No bars: lines with knots.
    Line,
}

/// A plot with what is said about it.
pub(super) struct Chart<'a> {
    pub title: &'a str,
    /// What stands below each place.
    pub places: &'a [String],
    pub series: Vec<Series<'a>>,
    pub bars: Bars,
    /// The axis goes at least up to here.
    pub top: f64,
    /// All figures in words.
    pub spoken: &'a str,
}

impl Chart<'_> {
    /// Draws the chart in a box `width` points wide.
    pub(super) fn ui(self, ui: &mut Ui, width: f32) {
        let p = Palette::of(ui);
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
            box_frame(ui, |ui| {
                ui.set_width(width - 34.0);
                ui.spacing_mut().item_spacing.y = space::XXS;
                ui.label(text::rich(self.title, TextKind::Heading, p.text));
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
                    for series in &self.series {
                        legend(ui, series);
                    }
                });
                self.plot_ui(ui);
            });
        });
    }

    /// Draws the plot itself and gives the part of the plane that it shows.
    fn plot_ui(self, ui: &mut Ui) -> PlotBounds {
        let p = Palette::of(ui);
        let count = self.places.len();
        let highest = self.highest().max(self.top);
        let step = step_for(highest);
        let ceiling = (highest / step).ceil() * step;
        let names: Vec<String> = self.places.to_vec();
        let place_at = move |mark: GridMark, _: &std::ops::RangeInclusive<f64>| {
            let place = mark.value.round();
            let near = (mark.value - place).abs() < 0.01 && place >= 0.0;
            names.get(place as usize).filter(|_| near).cloned().unwrap_or_default()
        };
        let font = text::font(TextKind::Label);
        let close = Rangef::new(1.0, 2.0);
        let x = AxisHints::new_x().tick_label_color(p.text3).tick_label_font(font.clone());
        let x = x.label_spacing(close).formatter(place_at);
        let y = AxisHints::new_y().tick_label_color(p.text3).tick_label_font(font);
        let y = y.label_spacing(close).min_thickness(26.0).formatter(|mark, _| format!("{:.0}", mark.value));
        let marks = move |step: f64, upto: f64| {
            let steps = (upto / step).round() as usize;
            (0..=steps).map(|at| GridMark { value: at as f64 * step, step_size: step }).collect::<Vec<_>>()
        };
        let last = count.saturating_sub(1) as f64;
        let plot = Plot::new(("year", self.title))
            .height(HEIGHT)
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .show_crosshair(false)
            .show_grid([false, true])
            .grid_color(p.line)
            .grid_fade(0.0)
            .custom_x_axes(vec![x])
            .custom_y_axes(vec![y])
            .x_grid_spacer(move |_| marks(1.0, last))
            .y_grid_spacer(move |_| marks(step, ceiling))
            .set_margin_fraction(Vec2::ZERO)
            .auto_bounds(false)
            .sense(Sense::hover());
        let spoken = self.spoken;
        let bounds = PlotBounds::from_min_max([-0.6, 0.0], [last + 0.6, ceiling * 1.04]);
        let shown = plot.show(ui, |plot| {
            // Said each time: what a plot remembers are the bounds of the year that it showed before.
            plot.set_plot_bounds(bounds);
            let mut below = vec![0.0; count];
            let many = self.series.len() as f64;
            let wide = if self.bars == Bars::Beside { 0.72 / many } else { 0.62 };
            for (number, series) in self.series.iter().enumerate() {
                if self.bars == Bars::Line {
                    let points: Vec<PlotPoint> = points(&series.values);
                    let line = Line::new(series.name, PlotPoints::Owned(points.clone()))
                        .color(series.ink)
                        .width(2.0)
                        .allow_hover(false)
                        .style(LineStyle::Solid);
                    plot.line(line);
                    let knots = Points::new(series.name, PlotPoints::Owned(points))
                        .color(series.ink)
                        .radius(3.5)
                        .allow_hover(false);
                    plot.points(knots);
                    continue;
                }
                let bars = series.values.iter().enumerate().filter(|(_, value)| **value > 0.0);
                let bars = bars.map(|(at, value)| {
                    let shift = if self.bars == Bars::Beside {
                        (number as f64 - (many - 1.0) / 2.0) * wide
                    } else {
                        0.0
                    };
                    let bar = Bar::new(at as f64 + shift, *value).width(wide).fill(series.ink);
                    let bar = bar.stroke(egui::Stroke::NONE);
                    if self.bars == Bars::Stacked { bar.base_offset(below[at]) } else { bar }
                });
                plot.bar_chart(BarChart::new(series.name, bars.collect()).allow_hover(false));
                for (sum, value) in below.iter_mut().zip(&series.values) {
                    *sum += value;
                }
            }
        });
        shown.response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken));
        *shown.transform.bounds()
    }

    fn highest(&self) -> f64 {
        let count = self.places.len();
        let at = |series: &Series<'_>, place: usize| series.values.get(place).copied().unwrap_or(0.0);
        let of_place = |place: usize| {
            let values = self.series.iter().map(|series| at(series, place));
            if self.bars == Bars::Stacked { values.sum() } else { values.fold(0.0, f64::max) }
        };
        (0..count).map(of_place).fold(1.0, f64::max)
    }
}

fn points(values: &[f64]) -> Vec<PlotPoint> {
    values.iter().enumerate().map(|(at, value)| PlotPoint::new(at as f64, *value)).collect()
}

/// The distance between two lines of the grid: 1, 2, 5 and so on, four or five of them.
fn step_for(highest: f64) -> f64 {
    let mut step = 1.0;
    while highest / step > 5.0 {
        step *= if highest / (step * 2.0) <= 5.0 {
            2.0
        } else if highest / (step * 5.0) <= 5.0 {
            5.0
        } else {
            10.0
        };
    }
    step
}

fn legend(ui: &mut Ui, series: &Series<'_>) {
    let p = Palette::of(ui);
    let words = text::line(ui.painter(), series.name, TextKind::Label, p.text2, 220.0);
    let (rect, _) = ui.allocate_exact_size(vec2(words.size().x + 14.0, 16.0), Sense::hover());
    ui.painter().circle_filled(egui::pos2(rect.left() + 4.0, rect.center().y), 4.0, series.ink);
    let at = egui::pos2(rect.left() + 13.0, rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, p.text2);
}

#[cfg(test)]
mod tests {
    use eframe::egui::{self, Color32};

    use super::{Bars, Chart, Series, step_for};

    #[test]
    fn another_year_has_the_bounds_of_its_own_figures() {
        let months: Vec<String> = (1..=12).map(|month| month.to_string()).collect();
        let context = egui::Context::default();
        let shown = |values: Vec<f64>, months: &[String]| {
            let mut bounds = None;
            let mut output = context.run_ui(egui::RawInput::default(), |ui| {
                let series = vec![Series { name: "People", ink: Color32::RED, values: values.clone() }];
                let chart =
                    Chart { title: "Warm", places: months, series, bars: Bars::Beside, top: 4.0, spoken: "" };
                bounds = Some(chart.plot_ui(ui));
            });
            output.textures_delta.clear();
            bounds.map(|bounds| (bounds.max()[0], bounds.max()[1])).unwrap_or_default()
        };
        let settled = |values: &[f64], months: &[String]| {
            shown(values.to_vec(), months);
            shown(values.to_vec(), months)
        };
        assert_eq!(settled(&[60.0; 11], &months[..11]), (10.6, 60.0 * 1.04));
        assert_eq!(settled(&[3.0; 12], &months), (11.6, 4.0 * 1.04));
    }

    #[test]
    fn a_grid_has_whole_steps_and_five_lines_at_most() {
        for (highest, step) in [(1.0, 1.0), (5.0, 1.0), (6.0, 2.0), (14.0, 5.0), (26.0, 10.0), (240.0, 50.0)]
        {
            assert_eq!(step_for(highest), step, "{highest}");
        }
    }
}
