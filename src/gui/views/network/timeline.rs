//! The network as of any month: the strip at the foot, its slider, play.
//!
//! Owns which month is shown, how many came when, and how much everybody has faded by then. Must not know where
//! anybody lies. Start reading at [`TimeLine::ui`].
//!
//! Invariant: as of this month everybody is there and nobody has faded by the slider
//! (held by `app_network::the_slider_shows_the_network_of_any_month`).

use chrono::{Datelike, NaiveDate};
use eframe::egui::{
    self, CornerRadius, EventFilter, Key, Modifiers, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Motion, Palette, TextKind, icons, radius, text};
use crate::gui::widgets::{Button, IconButton, tip};

use super::model::{Model, ModelKey};

/// How high the strip is, with the room above it.
pub(super) const HEIGHT: f32 = 74.0;
/// Days without anything in which half of somebody fades.
const FADING_DAYS: f32 = 365.0;
/// At most so much of somebody fades, of 255.
const MOST_FADED: f32 = 170.0;
/// Seconds for a month while it plays at single speed; with reduced motion a quarter of a year for thrice as long.
const PACE: f64 = 0.4;

/// The months of a network, and who was met when.
struct History {
    /// The first month, as `year × 12 + month from 0`.
    first: i32,
    /// How many people came in each month; the last one is this month.
    came: Vec<u32>,
    /// The days on which something happened with each person, sorted, one list after the other.
    days: Vec<i32>,
    starts: Vec<u32>,
}

/// Which month is shown.
#[derive(Default)]
pub(super) struct TimeLine {
    /// `None`: today.
    month: Option<i32>,
    /// When the next step is due.
    plays: Option<f64>,
    speed: usize,
    history: Cached<ModelKey, History>,
    faded_of: Option<(ModelKey, i32)>,
    faded: Vec<u8>,
}

const SPEEDS: [u32; 3] = [1, 2, 4];

fn month_of(day: NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

fn first_of(month: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(month.div_euclid(12), month.rem_euclid(12) as u32 + 1, 1).unwrap_or_default()
}

impl TimeLine {
    /// The day as of which the network is shown, as a day of the common era; `None` for today.
    pub(super) fn as_of(&self) -> Option<i32> {
        self.month.map(|month| first_of(month + 1).num_days_from_ce() - 1)
    }

    /// How much of each node has faded as of the month; empty for today.
    pub(super) fn faded(&mut self, ctx: &ViewCtx<'_>, model: &Model) -> &[u8] {
        let Some(day) = self.as_of() else { return &[] };
        if self.faded_of != Some((model.key, day)) {
            self.faded_of = Some((model.key, day));
            let history = self.history.get(model.key, |_| History::of(ctx, model));
            self.faded = (0..model.nodes.len()).map(|node| history.faded(node, day)).collect();
        }
        &self.faded
    }

    /// Whether there is more than one month to choose from.
    pub(super) fn has_months(&mut self, ctx: &ViewCtx<'_>, model: &Model) -> bool {
        self.history.get(model.key, |_| History::of(ctx, model)).came.len() > 1
    }

    /// The first month of the network and this one, in words.
    pub(super) fn ends(&mut self, ctx: &ViewCtx<'_>, model: &Model) -> (String, String) {
        let history = self.history.get(model.key, |_| History::of(ctx, model));
        let words = |month| ctx.texts.locale().month_short_heading(first_of(month));
        (words(history.first), words(history.last()))
    }

    /// Goes on playing; `seconds` is the time of the window.
    fn play_on(&mut self, ui: &Ui, reduced: bool, seconds: f64, last: i32) {
        let Some(due) = self.plays else { return };
        if seconds >= due {
            let (by, pace) = if reduced { (3, PACE * 3.0) } else { (1, PACE) };
            let next = self.month.unwrap_or(last) + by;
            self.month = (next < last).then_some(next);
            self.plays = self.month.map(|_| seconds + pace / f64::from(SPEEDS[self.speed]));
        }
        if let Some(due) = self.plays {
            ui.ctx().request_repaint_after_secs((due - seconds).max(0.0) as f32);
        }
    }

    fn toggle(&mut self, seconds: f64, first: i32) {
        if self.plays.is_some() {
            self.plays = None;
            return;
        }
        // From the end it begins anew.
        self.month.get_or_insert(first);
        self.plays = Some(seconds + PACE / f64::from(SPEEDS[self.speed]));
    }

    fn step(&mut self, by: i32, first: i32, last: i32) {
        self.plays = None;
        let month = (self.month.unwrap_or(last) + by).max(first);
        self.month = (month < last).then_some(month);
    }

    /// Keys of the view: a month back and forth, play.
    pub(super) fn keys(&mut self, ui: &Ui, ctx: &ViewCtx<'_>, model: &Model) {
        let history = self.history.get(model.key, |_| History::of(ctx, model));
        let (first, last) = (history.first, history.last());
        if first == last {
            return;
        }
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Comma) {
            self.step(-1, first, last);
        } else if pressed(Key::Period) {
            self.step(1, first, last);
        } else if pressed(Key::P) {
            self.toggle(ui.input(|input| input.time), first);
        }
    }

    /// Draws the strip into `rect`; `people` are on the canvas.
    pub(super) fn ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, model: &Model, rect: Rect, people: usize) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let history = self.history.get(model.key, |_| History::of(ctx, model));
        let (first, last) = (history.first, history.last());
        let now = ui.input(|input| input.time);
        let reduced = ctx.theme.motion != Motion::Full;
        let corner = CornerRadius::same(radius::BOX);
        ui.painter().rect(rect, corner, p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
        let mut inner = ui.new_child(
            UiBuilder::new()
                .max_rect(rect.shrink2(vec2(12.0, 6.0)))
                .layout(egui::Layout::left_to_right(egui::Align::Center)),
        );
        inner.spacing_mut().item_spacing.x = 12.0;
        let name = if self.plays.is_some() { texts.network_time_stop() } else { texts.network_time_play() };
        let toggled = play_button(&mut inner, name, self.plays.is_some()).clicked();
        let month = self.month.unwrap_or(last);
        let (wide, narrow) = (rect.width() > 620.0, rect.width() < 420.0);
        let words = if wide { 130.0 } else { 96.0 };
        inner.allocate_ui(vec2(words, 44.0), |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(words);
                let heading = texts.locale().month_short_heading(first_of(month));
                ui.label(text::rich(&heading, TextKind::Strong, p.text));
                ui.label(text::rich(&texts.common_people(people as i64), TextKind::Small, p.text2));
            });
        });
        let end = if narrow { 0.0 } else { 52.0 };
        let room = (inner.available_width() - end - 12.0).max(60.0);
        let (track, _) = inner.allocate_exact_size(vec2(room, 48.0), Sense::hover());
        let chosen = slider(&inner, ctx, history, track, month);
        if !narrow {
            let speed = format!("{}×", SPEEDS[self.speed]);
            let button = inner.add(Button::ghost(&speed).small());
            button.widget_info(|| {
                WidgetInfo::labeled(egui::Role::Button, true, texts.network_time_speed(&speed))
            });
            if button.clicked() {
                self.speed = (self.speed + 1) % SPEEDS.len();
            }
            tip(button, texts.network_time_faster(), None);
        }
        if toggled {
            self.toggle(now, first);
        }
        if let Some(month) = chosen {
            self.plays = None;
            self.month = (month < last).then_some(month.max(first));
            ui.ctx().request_repaint();
        }
        self.play_on(ui, reduced, now, last);
    }
}

/// The round button that plays and stops.
fn play_button(ui: &mut Ui, name: &str, plays: bool) -> egui::Response {
    let p = Palette::of(ui);
    if !plays {
        let button = IconButton::new(icons::PLAY, name).role(crate::gui::widgets::ButtonRole::Primary);
        return ui.add(button.round().key("P"));
    }
    // Phosphor's pause is not among the glyphs: two bars.
    let response =
        ui.add(IconButton::new("", name).role(crate::gui::widgets::ButtonRole::Primary).round().key("P"));
    for side in [-1.0, 1.0] {
        let bar = Rect::from_center_size(response.rect.center() + vec2(side * 3.5, 0.0), vec2(3.0, 12.0));
        ui.painter().rect_filled(bar, 1, p.on_ai);
    }
    response
}

/// The histogram of those who came, and the slider below it; the month that was chosen.
fn slider(ui: &Ui, ctx: &ViewCtx<'_>, history: &History, track: Rect, month: i32) -> Option<i32> {
    let p = Palette::of(ui);
    let locale = ctx.texts.locale();
    let (first, last) = (history.first, history.last());
    let months = (last - first).max(1) as f32;
    let (left, right, y) = (track.left() + 8.0, track.right() - 8.0, track.bottom() - 17.0);
    let at = |month: i32| left + (right - left) * (month - first) as f32 / months;
    let most = history.came.iter().copied().max().unwrap_or(1).max(1) as f32;
    let painter = ui.painter();
    // Months side by side become one bar when they would be too thin.
    let bars = ((right - left) / 5.0).max(1.0).min(history.came.len() as f32) as usize;
    let each = history.came.len().div_ceil(bars);
    let most = if each > 1 {
        history.came.chunks(each).map(|part| part.iter().sum::<u32>()).max().unwrap_or(1).max(1) as f32
    } else {
        most
    };
    let width = ((right - left) / history.came.len().div_ceil(each) as f32 - 2.0).clamp(1.0, 22.0);
    for (number, part) in history.came.chunks(each).enumerate() {
        let came = part.iter().sum::<u32>() as f32;
        if came > 0.0 {
            let from = first + (number * each) as i32;
            let x = (at(from) + at((from + part.len() as i32 - 1).min(last))) / 2.0;
            let height = (came / most * (y - track.top() - 5.0)).max(2.0);
            let bar =
                Rect::from_min_max(pos2(x - width / 2.0, y - 3.0 - height), pos2(x + width / 2.0, y - 3.0));
            let color = if from <= month { p.ai.gamma_multiply(0.4) } else { p.line };
            painter.rect_filled(bar.intersect(track), 1, color);
        }
    }
    painter.line_segment([pos2(left, y), pos2(right, y)], Stroke::new(2.0, p.line));
    painter.line_segment([pos2(left, y), pos2(at(month), y)], Stroke::new(2.0, p.ai));
    years(painter, p, track, (first, last), at);
    let response = ui.interact(track, ui.scope_id().with("month"), Sense::click_and_drag());
    let spoken = locale.month_heading(first_of(month));
    response.widget_info(|| {
        let mut info = WidgetInfo::slider(true, f64::from(month - first), ctx.texts.network_time_slider());
        info.current_text_value = Some(spoken.clone());
        info
    });
    let knob = pos2(at(month), y);
    let ring = if response.has_focus() || response.hovered() { 8.0 } else { 7.0 };
    painter.circle(knob, ring, p.raised, Stroke::new(2.0, p.ai));
    if response.has_focus() {
        painter.circle_stroke(knob, ring + 3.0, Stroke::new(2.0, p.ai));
        ui.memory_mut(|memory| {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(response.id, filter);
        });
    }
    let mut chosen = response.interact_pointer_pos().map(|at: Pos2| {
        let part = ((at.x - left) / (right - left).max(1.0)).clamp(0.0, 1.0);
        first + (part * months).round() as i32
    });
    if response.has_focus() {
        let pressed =
            |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as i32;
        let by = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
        if by != 0 {
            chosen = Some(month + by);
        } else if pressed(Key::Home) > 0 {
            chosen = Some(first);
        } else if pressed(Key::End) > 0 {
            chosen = Some(last);
        }
    }
    let requests = |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action)) as i32;
    let by = requests(egui::accesskit::Action::Increment) - requests(egui::accesskit::Action::Decrement);
    if by != 0 {
        chosen = Some(month + by);
    }
    chosen.filter(|chosen| *chosen != month)
}

/// The years below the slider, as many as fit.
fn years(
    painter: &egui::Painter,
    p: &Palette,
    track: Rect,
    (first, last): (i32, i32),
    at: impl Fn(i32) -> f32,
) {
    let mut free = track.left();
    let begins = (first.div_euclid(12)..=last.div_euclid(12)).map(|year| (year, (year * 12).max(first)));
    for (year, month) in begins {
        let line = text::line(painter, &year.to_string(), TextKind::Small, p.text3, 60.0);
        let x = (at(month) - 8.0).max(track.left());
        if x >= free && x + line.size().x <= track.right() {
            free = x + line.size().x + 10.0;
            painter.galley(pos2(x, track.bottom() - line.size().y), line, p.text3);
        }
    }
}

impl History {
    fn of(ctx: &ViewCtx<'_>, model: &Model) -> Self {
        let last = month_of(ctx.today);
        let day = |days: i32| NaiveDate::from_num_days_from_ce_opt(days);
        let months: Vec<i32> = model
            .nodes
            .iter()
            .skip(1)
            .filter_map(|node| day(node.since))
            // What lies ahead is not the past, and a slip of a century would make the slider useless.
            .map(|day| month_of(day).clamp(last - 12 * 60, last))
            .collect();
        let first = months.iter().copied().min().unwrap_or(last);
        let mut came = vec![0; (last - first) as usize + 1];
        for month in months {
            came[(month - first) as usize] += 1;
        }
        let (mut days, mut starts) = (Vec::new(), vec![0]);
        for node in &model.nodes {
            let begin = days.len();
            if let Some(contact) = node.contact {
                let links = ctx.index.links.contact(contact);
                let cards = links.cards.iter().filter_map(|id| Some(ctx.book.get(*id)?.day()));
                let met = links.encounters.iter().filter_map(|id| Some(ctx.book.get(*id)?.on));
                days.extend(cards.chain(met).map(|day| day.num_days_from_ce()));
                days[begin..].sort_unstable();
            }
            starts.push(days.len() as u32);
        }
        Self { first, came, days, starts }
    }

    fn last(&self) -> i32 {
        self.first + self.came.len() as i32 - 1
    }

    /// How much of a node has faded on a day: the longer ago the last encounter, the more.
    fn faded(&self, node: usize, day: i32) -> u8 {
        let days = &self.days[self.starts[node] as usize..self.starts[node + 1] as usize];
        let Some(last) = days[..days.partition_point(|on| *on <= day)].last() else { return 0 };
        let left = (-((day - last) as f32) / FADING_DAYS).exp2();
        ((1.0 - left) * 255.0).min(MOST_FADED) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_met_lately_is_clear_and_fades_with_time() {
        let history = History { first: 0, came: vec![1, 0, 2], days: vec![100, 400], starts: vec![0, 0, 2] };
        assert_eq!(history.last(), 2);
        let faded = |day| history.faded(1, day);
        assert_eq!((faded(100), faded(400)), (0, 0));
        assert!(faded(399) > 90 && faded(10_000) == MOST_FADED as u8, "{} {}", faded(399), faded(10_000));
        assert_eq!(history.faded(0, 500), 0, "nothing is known, nothing fades");
    }

    #[test]
    fn months_go_on_over_the_end_of_a_year_and_end_today() {
        let december = month_of(NaiveDate::from_ymd_opt(2025, 12, 31).unwrap_or_default());
        assert_eq!(first_of(december + 1), NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default());
        let mut time = TimeLine::default();
        time.step(-1, december - 3, december);
        assert_eq!(time.month, Some(december - 1));
        let last_day = NaiveDate::from_ymd_opt(2025, 11, 30).unwrap_or_default();
        assert_eq!(time.as_of(), Some(last_day.num_days_from_ce()));
        time.step(-9, december - 3, december);
        assert_eq!(time.month, Some(december - 3));
        time.step(3, december - 3, december);
        assert_eq!(time.as_of(), None, "the last month is today");
    }
}
