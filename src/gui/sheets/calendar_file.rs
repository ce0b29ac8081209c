//! What calendar files have for the book: looked at, chosen, and taken in as one step of Undo.
//!
//! Owns what is ticked. What the files have was read on a worker (`gui::calendar_file`). Start reading at
//! [`CalendarSheet`].

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi};
use crate::exchange::ical::{Found, News};
use crate::gui::calendar_file::Preview;
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Button, Check};
use crate::text::{Locale, Texts};

/// How tall an event is.
const HEIGHT: f32 = 48.0;

/// How tall the notes may be.
const NOTES: f32 = 96.0;

/// What calendar files have for the book.
pub struct CalendarSheet {
    preview: Arc<Preview>,
    /// Places of the events that are to be taken in.
    ticked: BTreeSet<usize>,
    lines: Cached<(u64, Locale), Vec<Line>>,
}

/// An event as it is shown.
struct Line {
    title: String,
    when: String,
    more: String,
    news: String,
    /// There is nothing to take in.
    same: bool,
}

impl CalendarSheet {
    /// Returns the sheet as it opens: what is new or changed is ticked, unless it is over.
    pub fn new(preview: Arc<Preview>) -> Self {
        let wanted = |found: &Found| match found.news {
            News::New => !found.is_past,
            News::Changed => true,
            News::Same => false,
        };
        let ticked = preview.found.iter().enumerate().filter(|(_, found)| wanted(found)).map(|(at, _)| at);
        let ticked = ticked.collect();
        Self { preview, ticked, lines: Cached::default() }
    }
}

impl SheetUi for CalendarSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.reminders_import_from(&self.preview.names.join(", "))
    }

    fn width(&self) -> f32 {
        720.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        let (preview, view): (_, &ViewCtx<'_>) = (&self.preview, ctx);
        let lines = self.lines.get((ctx.revision, texts.locale()), |_| {
            preview.found.iter().map(|found| line(found, view)).collect()
        });
        let hint =
            if lines.is_empty() { texts.reminders_import_nothing() } else { texts.reminders_import_hint() };
        ui.add(egui::Label::new(text::rich(hint, TextKind::Small, p.text2)).wrap());
        ui.add_space(space::S);
        if !lines.is_empty() {
            let room = (ui.ctx().content_rect().height() - 400.0).clamp(120.0, 400.0);
            framed(ui, |ui| {
                let area = egui::ScrollArea::vertical()
                    .id_salt("events")
                    .max_height(room)
                    .auto_shrink([false, true]);
                area.show_rows(ui, HEIGHT, lines.len(), |ui, rows| {
                    for at in rows {
                        if let Some(line) = lines.get(at) {
                            line_ui(ui, at, line, &mut self.ticked);
                        }
                    }
                });
            });
        }
        if !self.preview.notes.is_empty() {
            ui.add_space(space::S);
            ui.label(text::rich(texts.reminders_import_notes(), TextKind::Label, p.text3));
            framed(ui, |ui| {
                egui::ScrollArea::vertical()
                    .id_salt("notes")
                    .max_height(NOTES)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        for note in &self.preview.notes {
                            ui.add(egui::Label::new(text::rich(note, TextKind::Small, p.text2)).wrap());
                        }
                    });
            });
        }
        ui.add_space(space::M);
        let mut next = Next::Stay;
        let row = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let count = self.ticked.len();
            let words = texts.reminders_import_take(count as i64);
            let button = Button::primary(if count > 0 { &words } else { texts.reminders_import_take_none() });
            let button = ui.add_enabled(ctx.writable && count > 0, button.icon(icons::CALENDAR_DOTS));
            if button.clicked() {
                let events = self.ticked.iter().filter_map(|at| self.preview.found.get(*at));
                let events = events.map(|found| found.event.clone()).collect();
                ctx.ask(Command::TakeInEvents(events));
                next = Next::Close;
            }
            if ui.add(Button::new(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
            let all: BTreeSet<usize> = (0..lines.len()).filter(|at| !lines[*at].same).collect();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if all.is_empty() {
                    return;
                }
                let none = self.ticked == all;
                let words = if none { texts.trash_tick_none() } else { texts.trash_tick_all() };
                if ui.add(Button::ghost(words)).clicked() {
                    self.ticked = if none { BTreeSet::new() } else { all };
                }
            });
        });
        next
    }
}

fn framed(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let p = Palette::of(ui);
    egui::Frame::new()
        .fill(p.panel)
        .stroke(egui::Stroke::new(1.0, p.line))
        .corner_radius(radius::BOX)
        .inner_margin(6)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            add(ui);
        });
}

fn line_ui(ui: &mut Ui, at: usize, line: &Line, ticked: &mut BTreeSet<usize>) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| {
        let words = format!("{}, {}, {}", line.title, line.when, line.news);
        WidgetInfo::labeled(egui::Role::ListItem, true, words)
    });
    let inside = rect.shrink2(vec2(8.0, 3.0)).with_max_y(rect.top() + 27.0);
    let builder = egui::UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center));
    // A scope would move on from where it ends, above the second line.
    let mut child = ui.new_child(builder.id_salt(at));
    child.add_space(2.0);
    let ink = if line.same { p.text3 } else { p.ai_text };
    child.label(text::rich(&line.news, TextKind::Label, ink));
    child.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let mut on = ticked.contains(&at);
        if ui.add_enabled(!line.same, Check::new(&mut on, &line.title)).changed() {
            if on {
                ticked.insert(at);
            } else {
                ticked.remove(&at);
            }
        }
    });
    let below =
        if line.more.is_empty() { line.when.clone() } else { format!("{} · {}", line.when, line.more) };
    let below = text::line(ui.painter(), &below, TextKind::Small, p.text2, rect.width() - 48.0);
    ui.painter().galley(pos2(rect.left() + 32.0, rect.top() + 27.0), below, p.text2);
}

fn line(found: &Found, ctx: &ViewCtx<'_>) -> Line {
    let (texts, event) = (ctx.texts, &found.event);
    let locale = texts.locale();
    let first = event.starts_on.map(|day| locale.day_near(day, ctx.today)).unwrap_or_default();
    let last = event.ends_on.map(|day| format!(" – {}", locale.day_near(day, ctx.today))).unwrap_or_default();
    let time = event.starts_at.map(|time| format!(" {}", locale.time(time))).unwrap_or_default();
    let people = event.participants.keys().filter_map(|contact| ctx.book.get(*contact));
    let people: Vec<String> =
        people.map(|contact| crate::gui::views::people::shown_name(contact, texts)).collect();
    let more = [tidy(&event.venue), people.join(", ")];
    let more: Vec<String> = more.into_iter().filter(|part| !part.is_empty()).collect();
    let news = match (found.news, found.is_past) {
        (News::New, false) => texts.reminders_import_new(),
        (News::New, true) => texts.reminders_import_over(),
        (News::Changed, _) => texts.reminders_import_changed(),
        (News::Same, _) => texts.reminders_import_same(),
    };
    Line {
        title: tidy(&event.title),
        when: format!("{first}{last}{time}"),
        more: more.join(" · "),
        news: news.to_owned(),
        same: found.news == News::Same,
    }
}
