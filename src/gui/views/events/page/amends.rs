//! The box about not coming: until when one cancels in time, and what makes a late cancellation good.

use std::sync::Arc;

use eframe::egui::{self, Align, CornerRadius, Layout, Margin, Stroke, Ui, vec2};

use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, radius, space, text};
use crate::gui::widgets::{Button, Check, Kind, Seal};
use crate::index::amends_word;
use crate::index::events::{AmendsBook, AmendsItem, Settlement};
use crate::letters::Occasion;
use crate::model::{Attendance, Event};

/// What is formatted once.
pub(super) struct Shown {
    title: String,
    words: Vec<String>,
    progress: String,
    settlement: Settlement,
    items: Vec<(AmendsItem, String, String)>,
}

impl Shown {
    /// What the box says; none for an event that I attended.
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Option<Self> {
        let texts = ctx.texts;
        let near = |day| texts.locale().day_near(day, ctx.today);
        let book = AmendsBook::of(ctx.book);
        let settlement = book.settlement(event);
        let is_ahead = event.last_day().is_none_or(|day| day >= ctx.today);
        let title = match event.status {
            Attendance::Planned if is_ahead => texts.visits_amends_title_coming(),
            Attendance::Attended => return None,
            _ if is_ahead => texts.visits_amends_title_ahead(),
            _ => texts.visits_amends_title(),
        };
        let mut words = Vec::new();
        match event.status {
            Attendance::Planned => match event.in_time_until().filter(|_| is_ahead) {
                Some(day) if ctx.today <= day => words.push(texts.visits_amends_ahead(&near(day))),
                Some(_) => words.push(texts.visits_amends_ahead_late().to_owned()),
                None => {}
            },
            Attendance::NoShow => words.push(texts.visits_amends_absent().to_owned()),
            Attendance::CancelledEarly | Attendance::CancelledLate => {
                words.extend(said(ctx, event));
                if event.status == Attendance::CancelledEarly {
                    words.push(texts.visits_amends_early().to_owned());
                }
            }
            Attendance::Attended => {}
        }
        match settlement {
            Settlement::NotAsked => {}
            Settlement::Open { .. } => words.push(texts.visits_amends_open().to_owned()),
            Settlement::Settled => words.push(texts.visits_amends_settled().to_owned()),
            Settlement::Waived => words.push(texts.visits_amends_waived().to_owned()),
        }
        let items = if event.status.asks_for_amends() { book.items(event.id) } else { &[] };
        let done = items.iter().filter(|item| !item.is_open).count();
        let number = |count: usize| texts.locale().number(i64::try_from(count).unwrap_or(i64::MAX));
        let progress = if items.is_empty() {
            String::new()
        } else {
            texts.visits_amends_progress(&number(items.len()), &number(done))
        };
        let items = items.iter().map(|item| {
            let when = match (item.is_open, item.done_on) {
                (true, _) => texts.relative_due(item.due_on, ctx.today),
                (false, Some(day)) => texts.visits_amends_done_on(&near(day)),
                (false, None) => texts.visits_amends_given_up().to_owned(),
            };
            (*item, amends_word(texts, item.part).to_owned(), when)
        });
        Some(Self { title: title.to_owned(), words, progress, settlement, items: items.collect() })
    }
}

/// When it was said, and how long before.
fn said(ctx: &ViewCtx<'_>, event: &Event) -> Option<String> {
    let texts = ctx.texts;
    let Some(on) = event.cancelled_on else {
        return event.status.asks_for_amends().then(|| texts.visits_amends_unsaid().to_owned());
    };
    let day = texts.locale().day_near(on, ctx.today);
    let before = event.starts_on.map(|first| (first - on).num_days()).filter(|days| *days >= 0);
    Some(match before {
        Some(days) => texts.visits_amends_said_before(days, &day),
        None => texts.visits_amends_said(&day),
    })
}

/// Draws the box.
pub(super) fn ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown) {
    let p = Palette::of(ui);
    let urgent = matches!(shown.settlement, Settlement::Open { .. });
    let (fill, line) = if urgent { (p.k_amends_tint, p.k_amends) } else { (p.panel, p.line) };
    let frame = egui::Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CornerRadius::same(radius::BOX))
        .inner_margin(Margin::symmetric(space::BOX_X, space::BOX_Y));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.add(Seal::new(Kind::Amends, 24.0));
            ui.label(text::rich(&shown.title, TextKind::Heading, p.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(text::rich(&shown.progress, TextKind::Body, p.text2));
            });
        });
        for words in &shown.words {
            ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text2)).wrap());
        }
        for item in &shown.items {
            item_ui(ctx, ui, event, item);
        }
        ui.add_space(space::XXS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
            buttons_ui(ctx, ui, event, shown);
        });
    });
}

fn item_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Event, item: &(AmendsItem, String, String)) {
    let p = Palette::of(ui);
    let (item, words, when) = item;
    ui.horizontal(|ui| {
        let mut done = !item.is_open;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_max_width(ui.available_width() - if item.is_open { 86.0 } else { 0.0 });
            if ctx.add_writing(ui, Check::new(&mut done, words)).changed() {
                let follow_up = item.follow_up;
                ctx.edit(if done {
                    Edit::CompleteFollowUp { follow_up: follow_up.into(), encounter: None }
                } else {
                    Edit::ReopenFollowUp { follow_up }
                });
            }
            let late = item.is_open && item.due_on < ctx.today;
            ui.horizontal(|ui| {
                ui.add_space(24.0);
                let ink = if late { p.danger } else { p.text2 };
                ui.label(text::rich(when, TextKind::Small, ink));
            });
        });
        if item.is_open {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let write = Button::new(ctx.texts.visits_amends_write()).small();
                if ctx.add_writing(ui, write).clicked() {
                    open_letter(ctx, event, item);
                }
            });
        }
    });
}

fn open_letter(ctx: &mut ViewCtx<'_>, event: &Event, item: &AmendsItem) {
    let occasion = Occasion::of(item.part, event.status);
    ctx.open(Sheet::EventLetter { event: event.id, occasion, part: Some(item.part) });
}

fn buttons_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown) {
    let texts = ctx.texts;
    match event.status {
        Attendance::Planned => {
            if ctx.add_writing(ui, Button::new(texts.visits_cancel()).small()).clicked() {
                let absent = event.last_day().is_some_and(|day| day < ctx.today);
                ctx.open(Sheet::CancelEvent { event: event.id, absent });
            }
            return;
        }
        Attendance::Attended => return,
        _ => {}
    }
    if urgent_ui(ctx, ui, event, shown) {
        return;
    }
    if event.last_day().is_none_or(|day| day >= ctx.today)
        && ctx.add_writing(ui, Button::ghost(texts.visits_came_back()).small()).clicked()
    {
        let (status, cancelled_on) = (Attendance::Planned, None);
        let changed = Event { status, cancelled_on, ..Event::clone(event) };
        ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
    }
}

/// What can be done while amends are open; returns whether they are.
fn urgent_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Event, shown: &Shown) -> bool {
    let Settlement::Open { .. } = shown.settlement else { return false };
    let texts = ctx.texts;
    if ctx.add_writing(ui, Button::new(texts.visits_amends_make()).small()).clicked() {
        // The next open part, or all of them where none was planned.
        match shown.items.iter().find(|(item, ..)| item.is_open) {
            Some((item, ..)) => open_letter(ctx, event, item),
            None => {
                let absent = event.status == Attendance::NoShow;
                ctx.open(Sheet::CancelEvent { event: event.id, absent });
            }
        }
    }
    if ctx.add_writing(ui, Button::ghost(texts.visits_amends_not_needed()).small()).clicked() {
        ctx.edit(Edit::WaiveAmends { event: event.id });
    }
    true
}
