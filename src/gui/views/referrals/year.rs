//! The year in review: short sentences, plots, and all figures as tables.
//!
//! Owns the page and when a worker looks back. What is counted is in `index::year`, how it is drawn in
//! [`plots`](super::plots). Start reading at [`YearPage::ui`].
//!
//! Invariant: nothing is counted in a frame (`suite::app_referrals::the_year_in_review_comes_from_a_worker`).

use std::sync::{Arc, OnceLock};

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{self, Align, Layout, Ui, vec2};

use super::plots::{Bars, Chart, Series};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::save_as::{Made, SaveKind};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::ledger;
use crate::gui::widgets::{Button, EmptyState, IconButton, box_frame};
use crate::gui::work::Work;
use crate::index::year::{Fruit, Year, whole, worth_text};
use crate::jobs::{JobSpec, Jobs, Lane};
use crate::session::Session;
use crate::text::{Locale, Texts};

/// Narrower pages have one plot in a row.
const TWO_FROM: f32 = 760.0;

/// Revision of the book, year, day.
type Key = (u64, i32, NaiveDate);

/// The page.
#[derive(Default)]
pub(super) struct YearPage {
    /// Which year; this one otherwise.
    year: Option<i32>,
    wanted: Option<Key>,
    asked: Option<(Key, Arc<OnceLock<Found>>)>,
    known: Option<(Key, Arc<Found>)>,
    /// What no worker could bring.
    failed: Option<Key>,
    words: Cached<(Key, Locale), Words>,
}

/// What a worker brings.
struct Found {
    review: Year,
    years: Vec<i32>,
}

/// Everything that is drawn, in words.
struct Words {
    sentences: Vec<String>,
    months: Vec<String>,
    days: Vec<String>,
    visits: Vec<String>,
    spoken: [String; 5],
    fruits: Vec<String>,
    tables: Vec<Table>,
}

struct Table {
    title: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl YearPage {
    /// Has a worker look back when the page wants a year that is not known yet, and takes what it found.
    pub(super) fn logic(&mut self, session: &Session, jobs: &Jobs<Work>) {
        if let Some((key, slot)) = self.asked.take() {
            match Arc::try_unwrap(slot).map(OnceLock::into_inner) {
                Ok(Some(found)) => self.known = Some((key, Arc::new(found))),
                // It was given up, or it went wrong: not asked for again and again.
                Ok(None) => self.failed = Some(key),
                Err(slot) => self.asked = Some((key, slot)),
            }
        }
        let Some(key) = self.wanted.filter(|key| self.known.as_ref().is_none_or(|(known, _)| known != key))
        else {
            return;
        };
        let is_asked = self.asked.as_ref().is_some_and(|(asked, _)| *asked == key);
        if is_asked || self.failed == Some(key) || key.0 != session.revision() {
            return;
        }
        let slot = Arc::new(OnceLock::new());
        let (book, links) = (session.book().clone(), Arc::clone(&session.index().links));
        let (_, year, today) = key;
        let place = Arc::clone(&slot);
        jobs.spawn(JobSpec::new(Lane::Layout, "").latest("year"), move |progress| {
            progress.set(0, 1)?;
            let found =
                Found { review: Year::of(&book, &links, year, today), years: Year::all(&book, today) };
            place.get_or_init(|| found);
            drop(place);
            Ok(Work::Answered)
        });
        self.asked = Some((key, slot));
    }

    /// Draws the page; returns whether it is left.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> bool {
        let texts = ctx.texts;
        let year = self.year.unwrap_or_else(|| ctx.today.year());
        let key = (ctx.revision, year, ctx.today);
        self.wanted = Some(key);
        let mut is_left = false;
        let known = self.known.clone().filter(|(known, _)| known.1 == year);
        let years = self.known.as_ref().map(|(_, found)| found.years.clone()).unwrap_or_default();
        ui.horizontal(|ui| {
            let back = IconButton::new(icons::ARROW_U_UP_LEFT, texts.year_back());
            is_left = ui.add(back).clicked();
            let title = texts.year_title(&year.to_string());
            ui.label(text::rich(&title, TextKind::Display, Palette::of(ui).text));
            ui.add_space(space::S);
            let earlier = years.iter().copied().find(|other| *other < year);
            let later = years.iter().rev().copied().find(|other| *other > year);
            for (icon, name, to) in [
                (icons::CARET_LEFT, texts.year_earlier(), earlier),
                (icons::CARET_RIGHT, texts.year_later(), later),
            ] {
                if ui.add_enabled(to.is_some(), IconButton::new(icon, name)).clicked() {
                    self.year = to;
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let save = Button::new(texts.year_save()).icon(icons::EXPORT);
                if ui.add_enabled(known.is_some(), save).clicked()
                    && let Some((_, found)) = &known
                {
                    ctx.ask(Command::Save {
                        kind: SaveKind::Year,
                        name: texts.year_title(&year.to_string()),
                        made: Made(Arc::new(found.review.text(ctx.book, texts).into_bytes())),
                    });
                }
            });
        });
        ui.add_space(space::M);
        let Some((known_key, found)) = known else {
            ui.add_space(space::XXL);
            ui.label(text::rich(texts.year_working(), TextKind::Body, Palette::of(ui).text2));
            return is_left;
        };
        if found.review.is_empty() {
            ui.add_space(ui.available_height() * 0.25);
            ui.vertical_centered(|ui| {
                EmptyState::new(icons::TREND_UP, texts.year_review(), texts.year_empty()).show(ui);
            });
            return is_left;
        }
        let view: &ViewCtx<'_> = ctx;
        let words = self.words.get((known_key, texts.locale()), |_| Words::of(view, &found.review));
        let area = egui::ScrollArea::vertical().id_salt("year").auto_shrink(false);
        area.show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            page_ui(ui, texts, &found.review, words);
        });
        is_left
    }
}

fn page_ui(ui: &mut Ui, texts: &Texts, review: &Year, words: &Words) {
    let p = Palette::of(ui);
    let room = (ui.available_width() - 14.0).min(1280.0);
    ui.set_max_width(room);
    ui.spacing_mut().item_spacing.y = space::XXS;
    for (at, sentence) in words.sentences.iter().enumerate() {
        let kind = if at == 0 { TextKind::Heading } else { TextKind::Body };
        ui.add(egui::Label::new(text::rich(sentence, kind, p.text)).wrap());
    }
    ui.add_space(space::L);
    let two = room >= TWO_FROM;
    let width = if two { (room - space::L) / 2.0 } else { room };
    let charts = charts(p, texts, review, words);
    ui.spacing_mut().item_spacing = vec2(space::L, space::L);
    let mut charts = charts.into_iter().peekable();
    while charts.peek().is_some() {
        ui.horizontal_top(|ui| {
            for chart in charts.by_ref().take(if two { 2 } else { 1 }) {
                chart.ui(ui, width);
            }
        });
    }
    ui.label(text::rich(texts.year_figures(), TextKind::Title, p.text));
    for table in &words.tables {
        table_ui(ui, table);
    }
    ui.add_space(space::XXL);
}

fn charts<'a>(p: &Palette, texts: &'a Texts, review: &Year, words: &'a Words) -> Vec<Chart<'a>> {
    let of_months = |value: fn(&crate::index::year::Month) -> usize| {
        review.months.iter().map(|month| value(month) as f64).collect::<Vec<_>>()
    };
    let fruits = [&review.given, &review.received, &review.introduced];
    let of_fruits =
        |value: fn(&Fruit) -> usize| fruits.iter().map(|fruit| value(fruit) as f64).collect::<Vec<_>>();
    let series = |name, ink, values| Series { name, ink, values };
    vec![
        Chart {
            title: texts.year_plot_referrals(),
            places: &words.months,
            series: vec![
                series(texts.year_given(), p.ai, of_months(|month| month.given)),
                series(texts.year_leads_head(), p.thread, of_months(|month| month.received)),
            ],
            bars: Bars::Beside,
            top: 4.0,
            spoken: &words.spoken[0],
        },
        Chart {
            title: texts.year_plot_fruit(),
            places: &words.fruits,
            series: vec![
                series(texts.common_outcome_led_to_work(), p.k_meet, of_fruits(|fruit| fruit.became)),
                series(texts.common_outcome_talking(), p.k_review, of_fruits(|fruit| fruit.talking)),
                series(texts.year_open(), p.k_thanks, of_fruits(Fruit::open)),
                series(texts.common_outcome_nothing(), p.line_strong, of_fruits(|fruit| fruit.nothing)),
            ],
            bars: Bars::Stacked,
            top: 4.0,
            spoken: &words.spoken[1],
        },
        Chart {
            title: texts.year_plot_warmth(),
            places: &words.days,
            series: vec![series(
                texts.year_average(),
                p.thread,
                review.warmth.iter().map(|at| f64::from(at.average)).collect(),
            )],
            bars: Bars::Line,
            top: 50.0,
            spoken: &words.spoken[2],
        },
        Chart {
            title: texts.year_warm(),
            places: &words.days,
            series: vec![series(
                texts.year_warm(),
                p.thread,
                review.warmth.iter().map(|at| at.warm as f64).collect(),
            )],
            bars: Bars::Beside,
            top: 4.0,
            spoken: &words.spoken[3],
        },
        Chart {
            title: texts.year_plot_events(),
            places: &words.visits,
            series: vec![
                series(
                    texts.year_met(),
                    p.k_meet,
                    review.visits.iter().map(|visit| (visit.met - visit.again) as f64).collect(),
                ),
                series(
                    texts.year_met_again(),
                    p.k_review,
                    review.visits.iter().map(|visit| visit.again as f64).collect(),
                ),
            ],
            bars: Bars::Stacked,
            top: 4.0,
            spoken: &words.spoken[4],
        },
    ]
}

impl Words {
    fn of(ctx: &ViewCtx<'_>, review: &Year) -> Self {
        let texts = ctx.texts;
        let locale = texts.locale();
        let number = |it: usize| locale.number(i64::try_from(it).unwrap_or(i64::MAX));
        let months: Vec<String> = (1..=12).map(|month| locale.month_short(month).to_owned()).collect();
        let days: Vec<String> =
            review.warmth.iter().map(|at| locale.month_short(at.on.month()).to_owned()).collect();
        let visits: Vec<String> = review.visits.iter().map(|visit| locale.day_short(visit.on)).collect();
        let fruits = vec![
            texts.year_given().to_owned(),
            texts.year_leads_head().to_owned(),
            texts.year_introductions().to_owned(),
        ];
        let spoken = |title: &str, names: &[String], values: &dyn Fn(usize) -> String| {
            let points: Vec<String> =
                names.iter().enumerate().map(|(at, name)| texts.year_plot_point(name, &values(at))).collect();
            texts.year_plot_spoken(&points.join("; "), title)
        };
        let title_of = |visit: &crate::index::year::Visit| {
            let title = ctx.book.get(visit.event).map_or("", |event| event.title.as_str());
            if visit.is_repeated { format!("{title} ({})", texts.year_repeated()) } else { title.to_owned() }
        };
        let fruit_of = [&review.given, &review.received, &review.introduced];
        let joined = |parts: &[usize]| {
            let parts: Vec<String> = parts.iter().map(|part| number(*part)).collect();
            parts.join(", ")
        };
        let warm = |at: usize| number(review.warmth[at].warm);
        let spoken = [
            spoken(texts.year_plot_referrals(), &months, &|at| {
                joined(&[review.months[at].given, review.months[at].received])
            }),
            spoken(texts.year_plot_fruit(), &fruits, &|at| {
                let fruit = fruit_of[at];
                joined(&[fruit.became, fruit.talking, fruit.open(), fruit.nothing])
            }),
            spoken(texts.year_plot_warmth(), &days, &|at| locale.number(whole(review.warmth[at].average))),
            spoken(texts.year_warm(), &days, &warm),
            spoken(texts.year_plot_events(), &visits, &|at| number(review.visits[at].met)),
        ];
        let heads = |all: &[&str]| all.iter().map(|head| (*head).to_owned()).collect::<Vec<_>>();
        let by_month = Table {
            title: texts.year_by_month().to_owned(),
            heads: heads(&[
                texts.year_month(),
                texts.year_given(),
                texts.year_leads_head(),
                texts.year_introductions(),
                texts.app_view_events(),
                texts.year_met(),
            ]),
            rows: (months.iter().zip(&review.months))
                .map(|(name, it)| {
                    let all = [it.given, it.received, it.introductions, it.events, it.met];
                    std::iter::once(name.clone()).chain(all.map(number)).collect()
                })
                .collect(),
        };
        let came = Table {
            title: texts.year_what_came().to_owned(),
            heads: heads(&[
                "",
                texts.common_all(),
                texts.common_outcome_led_to_work(),
                texts.common_outcome_talking(),
                texts.common_outcome_nothing(),
                texts.year_open(),
                texts.inspector_referral_worth(),
            ]),
            rows: (fruits.iter().zip(fruit_of))
                .map(|(name, it)| {
                    let worth = worth_text(&it.worth, texts);
                    let worth = if worth.is_empty() { texts.year_none_yet().to_owned() } else { worth };
                    let all = [it.all, it.became, it.talking, it.nothing, it.open()];
                    std::iter::once(name.clone()).chain(all.map(number)).chain([worth]).collect()
                })
                .collect(),
        };
        let warmth = Table {
            title: texts.year_warmth().to_owned(),
            heads: heads(&[texts.year_month(), texts.year_average(), texts.year_warm(), texts.year_people()]),
            rows: (review.warmth.iter())
                .map(|at| {
                    let average = locale.number(whole(at.average));
                    vec![locale.day_short(at.on), average, number(at.warm), number(at.people)]
                })
                .collect(),
        };
        let events = Table {
            title: texts.app_view_events().to_owned(),
            heads: heads(&[texts.year_day(), texts.year_event(), texts.year_met(), texts.year_met_again()]),
            rows: (review.visits.iter())
                .map(|visit| {
                    vec![locale.day_short(visit.on), title_of(visit), number(visit.met), number(visit.again)]
                })
                .collect(),
        };
        let tables = [by_month, came, warmth, events].into_iter().filter(|table| !table.rows.is_empty());
        Self {
            sentences: review.sentences(texts),
            months,
            days,
            visits,
            spoken,
            fruits,
            tables: tables.collect(),
        }
    }
}

fn table_ui(ui: &mut Ui, table: &Table) {
    let p = Palette::of(ui);
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(text::rich(&table.title, TextKind::Heading, p.text));
        let mut columns = vec![-1.0; table.heads.len()];
        // Names of events are longer than numbers.
        if let Some(column) = columns.get_mut(1).filter(|_| table.heads.len() == 4) {
            *column = -2.0;
        }
        let heads: Vec<&str> = table.heads.iter().map(String::as_str).collect();
        ledger::heads(ui, &columns, &heads);
        for row in &table.rows {
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), 24.0), egui::Sense::hover());
            let spoken = row.join(", ");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
            for (cell, words) in ledger::cells(rect, &columns).into_iter().zip(row) {
                ledger::put(ui.painter(), cell, words, TextKind::Body, p.text2);
            }
        }
    });
}
