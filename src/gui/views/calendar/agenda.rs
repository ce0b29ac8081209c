//! The agenda of a day, and the box of one thing with its one action and its menu.
//!
//! Owns what can be done with a thing; the words are made in [`super::items`]. Start reading at
//! [`entry_ui`].

use chrono::NaiveDate;
use eframe::egui::{
    self, Align, CornerRadius, Layout, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use crate::edit::Edit;
use crate::gui::command::{Command, FollowUpDraft, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, sizes, space, text};
use crate::gui::widgets::{Button, EmptyState, IconButton, MenuItem, menu_separator, paint_icon, paint_seal};
use crate::index::SpreadOf;
use crate::model::FollowUpKind;

use super::drag::{Drag, Part, move_edit, paint_source, resize_edit};
use super::grid::add_days;
use super::items::{Entry, Thing, seal};
use super::month::{fill_of, inside, keep_keys, ring};

/// Height of a box.
pub const ENTRY: f32 = 54.0;

/// A day of the agenda with its words.
#[derive(Debug, Clone)]
pub struct Agenda {
    /// "Wednesday, 14 October".
    pub heading: String,
    /// "Today. 7 things to do".
    pub line: String,
    /// What stands on the day.
    pub entries: Vec<Entry>,
    /// "Tomorrow", or the name of the day after.
    pub next: String,
    /// "3 thank-yous, 1 review".
    pub next_line: String,
    /// That there is too much on the day, when it is so and can still be changed.
    pub full: Option<String>,
}

impl Agenda {
    /// Gathers a day.
    pub fn of(ctx: &ViewCtx<'_>, filter: super::items::Filter, day: NaiveDate) -> Self {
        let entries = super::items::entries_on(ctx, filter, day);
        let open = entries.iter().filter(|entry| !entry.done && entry.kind.is_some()).count() as i64;
        let texts = ctx.texts;
        let next = add_days(day, 1);
        Self {
            heading: texts.locale().day_heading(day),
            line: if day == ctx.today {
                texts.calendar_agenda_today(open)
            } else {
                texts.calendar_agenda_day(open)
            },
            full: {
                let count = super::load::on_day(ctx, day);
                let is_full = count > super::load::FULL_DAY && day >= ctx.today;
                is_full.then(|| texts.calendar_full_day(count as i64))
            },
            entries,
            next: if day == ctx.today {
                texts.calendar_tomorrow().to_owned()
            } else {
                texts.locale().day_heading(next)
            },
            next_line: super::items::summary(ctx, filter, next)
                .unwrap_or_else(|| texts.calendar_nothing_planned().to_owned()),
        }
    }
}

/// What came of drawing an agenda.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Something began to be dragged.
    pub drag: Option<Drag>,
    /// The next day was asked for.
    pub next: bool,
    /// The thing that has the keyboard.
    pub focused: Option<Thing>,
}

/// Draws the agenda of a day.
pub fn agenda_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    agenda: &Agenda,
    day: NaiveDate,
    drag: Option<&Drag>,
) -> Outcome {
    let p = Palette::of(ui);
    let mut outcome = Outcome::default();
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width((ui.available_width() - 44.0).max(80.0));
            let heading = text::rich(&agenda.heading, TextKind::Heading, p.text);
            ui.add(egui::Label::new(heading).truncate());
            ui.add(egui::Label::new(text::rich(&agenda.line, TextKind::Small, p.text2)).truncate());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let add = IconButton::new(icons::PLUS, ctx.texts.calendar_add_on_day())
                .role(crate::gui::widgets::ButtonRole::Default)
                .size(crate::gui::widgets::ButtonSize::Small)
                .key("N");
            if ctx.add_writing(ui, add).clicked() {
                open_new(ctx, day);
            }
        });
    });
    ui.add_space(space::L);
    if let Some(words) = &agenda.full {
        full_ui(ctx, ui, words, day);
        ui.add_space(space::S);
    }
    let foot = 62.0;
    let room = (ui.available_height() - foot).max(ENTRY);
    ScrollArea::vertical().id_salt(("agenda", day)).max_height(room).auto_shrink([false, true]).show(
        ui,
        |ui| {
            crate::gui::panes::follow_focus(ui);
            // Room for the focus rings, which the scroll area would cut off.
            ui.add_space(2.0);
            if agenda.entries.is_empty() {
                ui.add_space(36.0);
                let texts = ctx.texts;
                if ctx.search.found.is_some() {
                    let icon = icons::MAGNIFYING_GLASS;
                    EmptyState::new(icon, texts.calendar_no_match_title(), texts.calendar_no_match_body())
                        .show(ui);
                } else {
                    EmptyState::new(icons::LEAF, texts.calendar_free_title(), texts.calendar_free_body())
                        .show(ui);
                }
            }
            // Only the most urgent thing of the day has the main button.
            let first = agenda.entries.iter().position(|entry| entry.kind.is_some() && !entry.done);
            let main = first.filter(|_| day <= ctx.today);
            for (index, entry) in agenda.entries.iter().enumerate() {
                let done = entry_ui(ctx, ui, entry, main == Some(index), "agenda", drag);
                outcome.drag = done.drag.or(outcome.drag.take());
                outcome.focused = done.focused.or(outcome.focused);
                ui.add_space(space::XS);
            }
        },
    );
    let rest = ui.available_height() - foot;
    if rest > 0.0 {
        ui.add_space(rest);
    }
    outcome.next = foot_ui(ui, agenda);
    outcome
}

/// Says that a day has too much, and offers to spread it.
fn full_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, words: &str, day: NaiveDate) {
    let p = Palette::of(ui);
    let frame = egui::Frame::new()
        .fill(p.warn_soft)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(egui::Margin::symmetric(12, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.warn)).wrap());
        if ctx.add_writing(ui, Button::new(ctx.texts.calendar_spread()).small()).clicked() {
            ctx.open(Sheet::Spread(SpreadOf::Day(day)));
        }
    });
}

/// What the next day brings; a press goes there.
fn foot_ui(ui: &mut Ui, agenda: &Agenda) -> bool {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 58.0), Sense::click());
    let words = format!("{}. {}", agenda.next, agenda.next_line);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &words));
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, p.line));
    let fill = fill_of(&response, egui::Color32::TRANSPARENT, p.hover, p.pressed);
    let inner = rect.with_min_y(rect.top() + 6.0);
    ui.painter().rect_filled(inner, CornerRadius::same(radius::CONTROL), fill);
    ring(ui, &response, inner, radius::CONTROL);
    let width = inner.width() - 40.0;
    let head = text::line(ui.painter(), &agenda.next, TextKind::Strong, p.text, width);
    let line = text::line(ui.painter(), &agenda.next_line, TextKind::Small, p.text2, width);
    let left = inner.left() + space::S;
    ui.painter().galley(pos2(left, inner.top() + 8.0), head, p.text);
    ui.painter().galley(pos2(left, inner.top() + 28.0), line, p.text2);
    let at = pos2(inner.right() - 14.0, inner.center().y);
    paint_icon(ui.painter(), at, icons::CARET_RIGHT, Weight::Regular, sizes::ICON, p.text2);
    response.clicked()
}

/// Opens the sheet of a new follow-up on a day.
pub fn open_new(ctx: &mut ViewCtx<'_>, day: NaiveDate) {
    let contacts = ctx.selection.contact.into_iter().collect();
    ctx.open(Sheet::FollowUp(FollowUpDraft { contacts, due_on: Some(day), ..FollowUpDraft::default() }));
}

/// Opens the sheet in which a thing is changed.
pub fn open_thing(ctx: &mut ViewCtx<'_>, thing: Thing) {
    match thing {
        Thing::Event(id) => ctx.open(Sheet::Event(Some(id))),
        Thing::FollowUp(_) | Thing::Foreseen(_) => {
            let Some(follow_up) = thing.follow_up(ctx.book) else { return };
            let draft = FollowUpDraft {
                source: thing.source(),
                kind: follow_up.kind,
                contacts: follow_up.contacts.iter().copied().collect(),
                due_on: Some(follow_up.due_on),
            };
            ctx.open(Sheet::FollowUp(draft));
        }
    }
}

/// Returns the label of the one action of a thing.
pub fn action_label<'a>(ctx: &'a ViewCtx<'_>, entry: &Entry) -> &'a str {
    let texts = ctx.texts;
    match entry.kind {
        None => texts.common_open(),
        Some(_) if entry.done => texts.calendar_reopen(),
        Some(_) if entry.thing.source().is_some_and(|it| Sheet::of_ask(ctx.book, it).is_some()) => {
            texts.passon_ask()
        }
        Some(FollowUpKind::ThankYou) if entry.contact.is_some() => texts.calendar_write(),
        Some(FollowUpKind::Review) if entry.contact.is_some() => texts.calendar_review(),
        Some(_) => texts.common_done(),
    }
}

/// Carries out the one action of a thing.
pub fn act(ctx: &mut ViewCtx<'_>, entry: &Entry) {
    match (entry.thing, entry.kind, entry.contact) {
        (Thing::Event(id), ..) => ctx.ask(Command::ShowEvent(id)),
        (Thing::FollowUp(id), ..) if entry.done => ctx.edit(Edit::ReopenFollowUp { follow_up: id }),
        (Thing::FollowUp(id), Some(FollowUpKind::ThankYou), Some(contact)) => {
            ctx.open(Sheet::LogEncounter { contacts: vec![contact], completes: Some(id.into()) });
        }
        (Thing::FollowUp(_), Some(FollowUpKind::Review), Some(contact)) => ctx.open(Sheet::Review(contact)),
        (thing, ..) => {
            let Some(follow_up) = thing.source() else { return };
            if let Some(sheet) = Sheet::of_ask(ctx.book, follow_up) {
                ctx.open(sheet);
            } else {
                ctx.edit(Edit::CompleteFollowUp { follow_up, encounter: None });
            }
        }
    }
}

/// The id of the box of a thing; it stays when the thing moves.
pub fn entry_id(salt: &str, thing: Thing) -> egui::Id {
    egui::Id::unique((salt, thing.key()))
}

/// Draws one thing as a box. `salt` tells apart the places in which the same thing stands.
pub fn entry_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    entry: &Entry,
    main: bool,
    salt: &str,
    drag: Option<&Drag>,
) -> Outcome {
    let p = Palette::of(ui);
    let mut outcome = Outcome::default();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ENTRY), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return outcome;
    }
    let sense = if entry.done || !ctx.writable { Sense::click() } else { Sense::click_and_drag() };
    let id = entry_id(salt, entry.thing);
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &entry.title));
    keep_keys(ui, &response);
    if response.has_focus() {
        outcome.focused = Some(entry.thing);
    }
    let corner = CornerRadius::same(radius::BOX);
    let dragged = drag.is_some_and(|drag| drag.thing == entry.thing);
    let is_event = entry.kind.is_none();
    if dragged {
        paint_source(ui, rect, 12.0);
    } else if is_event {
        let fill = fill_of(&response, p.ai_soft, p.ai_soft_hover, p.ai_soft_press);
        ui.painter().rect_filled(rect, corner, fill);
    } else {
        let rest = if entry.done || entry.foreseen { p.panel } else { p.raised };
        let fill = fill_of(&response, rest, p.hover, p.pressed);
        let line = if entry.foreseen { Stroke::NONE } else { Stroke::new(1.0, p.line) };
        ui.painter().rect(rect, corner, fill, line, StrokeKind::Inside);
        if entry.foreseen {
            let line = Stroke::new(1.0, p.line_strong);
            crate::gui::widgets::dashed_rect(ui.painter(), rect.shrink(0.5), 12.0, line);
        }
    }
    ring(ui, &response, rect, radius::BOX);
    let mut painter = ui.painter().clone();
    if dragged {
        painter.multiply_opacity(0.55);
    }
    let centre = pos2(rect.left() + 26.0, rect.center().y);
    match entry.kind {
        Some(kind) if entry.done => {
            let ink = seal(kind).color(p);
            paint_icon(&painter, centre, icons::CHECK, Weight::Bold, 16.0, ink);
        }
        Some(kind) => paint_seal(&painter, centre, 32.0, seal(kind), p),
        None => {
            painter.circle_filled(centre, 16.0, p.ai);
            paint_icon(&painter, centre, icons::TICKET, Weight::Fill, 17.0, p.on_ai);
        }
    }
    let label = action_label(ctx, entry).to_owned();
    let button = if main { Button::primary(&label) } else { Button::new(&label) };
    let side = Rect::from_min_max(pos2(rect.left() + 60.0, rect.top()), rect.right_max(10.0));
    let mut pressed = false;
    let width = inside(ui, side, Layout::right_to_left(Align::Center), |ui| {
        let shown = if entry.done {
            ui.add(
                IconButton::new(icons::ARROW_U_UP_LEFT, &label).size(crate::gui::widgets::ButtonSize::Small),
            )
        } else {
            ui.add(button.small())
        };
        pressed = shown.clicked();
        shown.rect.left() - 8.0
    });
    let room = width - (rect.left() + 52.0);
    let ink = if entry.done { p.text2 } else { p.text };
    let title = text::line(&painter, &entry.title, TextKind::Strong, ink, room);
    let elided = title.elided;
    let has_second = !entry.second.is_empty();
    let top = if has_second { rect.top() + 9.0 } else { rect.center().y - title.size().y / 2.0 };
    painter.galley(pos2(rect.left() + 52.0, top), title, ink);
    let second = text::line(&painter, &entry.second, TextKind::Small, p.text2, room);
    let elided = elided || second.elided;
    painter.galley(pos2(rect.left() + 52.0, rect.top() + 29.0), second, p.text2);
    if pressed {
        act(ctx, entry);
    } else if response.clicked() {
        open_thing(ctx, entry.thing);
    }
    if response.drag_started() {
        outcome.drag =
            Some(Drag { kind: entry.kind.map(seal), name: entry.name.clone(), ..Drag::new(entry.thing) });
    }
    response.context_menu(|ui| thing_menu(ctx, ui, entry.thing));
    if elided && drag.is_none() {
        let words = format!("{}\n{}", entry.title, entry.second);
        crate::gui::widgets::tip(response, words.trim_end(), None);
    }
    outcome
}

/// What the second button offers for a thing.
pub fn thing_menu(ctx: &mut ViewCtx<'_>, ui: &mut Ui, thing: Thing) {
    let texts = ctx.texts;
    ui.set_min_width(220.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let is_open = match thing {
        Thing::FollowUp(id) => ctx.book.get(id).is_some_and(|follow_up| follow_up.is_open()),
        Thing::Foreseen(_) | Thing::Event(_) => true,
    };
    let follow_up = thing.follow_up(ctx.book);
    let contacts: Vec<_> = follow_up.map(|it| it.contacts.iter().copied().collect()).unwrap_or_default();
    let mut asked: Option<Command> = None;
    let row = |ui: &mut Ui, icon: &str, label: &str, danger: bool| {
        let item = MenuItem::new(label).icon(icon);
        let pressed = ui.add(if danger { item.danger() } else { item }).clicked();
        if pressed {
            ui.close();
        }
        pressed
    };
    if let Some(source) = thing.source() {
        if let Some(sheet) = Sheet::of_ask(ctx.book, source).filter(|_| is_open) {
            if row(ui, icons::PATH, texts.passon_opt_in_steps(), false) {
                asked = Some(Command::Open(sheet));
            }
        } else if is_open {
            if row(ui, icons::CHECK, texts.common_done(), false) {
                asked = Some(Edit::CompleteFollowUp { follow_up: source, encounter: None }.into());
            }
            if !contacts.is_empty() && row(ui, icons::CHAT_CIRCLE_DOTS, texts.calendar_log(), false) {
                let sheet = Sheet::LogEncounter { contacts: contacts.clone(), completes: Some(source) };
                asked = Some(Command::Open(sheet));
            }
        } else if row(ui, icons::ARROW_U_UP_LEFT, texts.calendar_reopen(), false) {
            asked = Some(Edit::ReopenFollowUp { follow_up: source.id() }.into());
        }
    }
    if is_open {
        for (label, days) in [(texts.calendar_move_tomorrow(), 1), (texts.calendar_move_next_week(), 7)] {
            if row(ui, icons::CALENDAR_DOTS, label, false) {
                asked = move_edit(ctx, thing, add_days(ctx.today, days)).map(Command::from);
            }
        }
        if let Some(source) = thing.source()
            && row(ui, icons::CALENDAR_DOTS, texts.rules_put_off_menu(), false)
        {
            asked = Some(Command::Open(Sheet::PutOff(vec![source])));
        }
        if let Thing::Event(event) = thing
            && let Some((first, last)) =
                ctx.book.get(event).and_then(|it| Some((it.starts_on?, it.last_day()?)))
        {
            let ends = [
                (texts.calendar_begins_earlier(), Part::Begin, add_days(first, -1), true),
                (texts.calendar_begins_later(), Part::Begin, add_days(first, 1), first < last),
                (texts.calendar_ends_earlier(), Part::End, add_days(last, -1), first < last),
                (texts.calendar_ends_later(), Part::End, add_days(last, 1), true),
            ];
            for (label, part, to, is_offered) in ends {
                if is_offered && row(ui, icons::ARROWS_LEFT_RIGHT, label, false) {
                    asked = resize_edit(ctx, event, part, to).map(Command::from);
                }
            }
        }
    }
    menu_separator(ui);
    if let [contact] = contacts.as_slice()
        && row(ui, icons::IDENTIFICATION_CARD, texts.calendar_open_person(), false)
    {
        asked = Some(Command::Select(Some(*contact)));
    }
    if let Thing::Event(id) = thing
        && row(ui, icons::TICKET, texts.calendar_open_event(), false)
    {
        asked = Some(Command::ShowEvent(id));
    }
    let change = row(ui, icons::PENCIL_SIMPLE_LINE, texts.calendar_change(), false);
    menu_separator(ui);
    if let Some(source) = thing.source().filter(|_| is_open)
        && row(ui, icons::X, texts.rules_give_up_menu(), false)
    {
        asked = Some(Command::Open(Sheet::GiveUp(source)));
    }
    match thing {
        // There is nothing to remove yet.
        Thing::Foreseen(_) => {}
        Thing::FollowUp(id) => {
            if row(ui, icons::TRASH, texts.common_remove(), true) {
                asked = Some(Edit::RemoveFollowUp { follow_up: id }.into());
            }
        }
        Thing::Event(id) => {
            if row(ui, icons::TRASH, texts.common_remove(), true) {
                asked = Some(Edit::RemoveEvent { event: id }.into());
            }
        }
    }
    if let Some(command) = asked {
        ctx.ask(command);
    }
    if change {
        open_thing(ctx, thing);
    }
}

/// The right end of a rectangle, moved in.
trait RightMax {
    fn right_max(&self, margin: f32) -> egui::Pos2;
}

impl RightMax for Rect {
    fn right_max(&self, margin: f32) -> egui::Pos2 {
        pos2(self.right() - margin, self.bottom())
    }
}
