//! The page of one event: what it was, whom one met, what came of it.
//!
//! Start reading at [`Page::ui`].

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{self, Align, CornerRadius, Layout, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::met::Met;
use super::{status_dot, status_word};
use crate::edit::Edit;
use crate::gui::command::{Action, Command, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::views::ledger;
use crate::gui::views::referrals::{introduction_dot, introduction_word, referral_kind, referral_word};
use crate::gui::widgets::{
    Button, ButtonRole, HandField, IconButton, MenuItem, box_frame, paint_icon, section_header, segmented,
};
use crate::model::*;
use crate::text::{Locale, Texts};

/// What the page wants after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    Stay,
    Back,
}

type Key = (Id<Event>, u64, NaiveDate, Locale);

/// The page of the open event.
#[derive(Default)]
pub(super) struct Page {
    shown: Cached<Key, Shown>,
    notes: Typed,
}

/// A text that is typed: it is the user's while the field has the keyboard, the book's otherwise.
#[derive(Default)]
struct Typed {
    of: Option<(Id<Event>, u64)>,
    text: String,
    focused: bool,
}

/// What is formatted once for each state of the book.
struct Shown {
    met: Met,
    people: String,
    thanked: String,
    facts: Vec<(&'static str, String)>,
    organizer: Option<(String, Option<Id<Contact>>)>,
    pile: Option<String>,
    outcomes: Vec<Outcome>,
    care: String,
}

/// One line of what came of it.
struct Outcome {
    icon: &'static str,
    words: String,
    state: String,
    dot: Dot,
    contact: Id<Contact>,
}

enum Dot {
    Referral(ReferralState),
    Introduction(IntroductionState),
}

/// Outcomes that are shown; the ledger has all.
const OUTCOMES: usize = 8;

impl Page {
    /// Draws the page.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) -> Next {
        let key = (event.id, ctx.revision, ctx.today, ctx.texts.locale());
        let view: &ViewCtx<'_> = ctx;
        let shown = self.shown.get(key, |_| Shown::of(view, event));
        let notes = &mut self.notes;
        let pad = if ctx.compact { 20.0 } else { space::PAGE };
        let mut next = Next::Stay;
        egui::ScrollArea::vertical().id_salt("event page").auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            let all = ui.available_rect_before_wrap();
            let width = (all.width() - 2.0 * pad).min(1360.0);
            let left = all.left() + ((all.width() - width) / 2.0).max(pad);
            let rect = egui::Rect::from_min_size(pos2(left, all.top() + 16.0), vec2(width, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
            let ui_page = &mut page;
            ui_page.spacing_mut().item_spacing.y = space::S;
            if header_ui(ctx, ui_page, event, shown) == Next::Back {
                next = Next::Back;
            }
            ui_page.add_space(space::L);
            if width >= 860.0 {
                let side = 340.0;
                let top = ui_page.cursor().top();
                let main =
                    egui::Rect::from_min_size(pos2(left, top), vec2(width - side - 28.0, f32::INFINITY));
                let aside =
                    egui::Rect::from_min_size(pos2(left + width - side, top), vec2(side, f32::INFINITY));
                let a = column(ui_page, main, |ui| main_ui(ctx, ui, event, shown, notes));
                let b = column(ui_page, aside, |ui| aside_ui(ctx, ui, event, shown));
                ui_page.allocate_rect(a.union(b), Sense::hover());
            } else {
                main_ui(ctx, ui_page, event, shown, notes);
                ui_page.add_space(space::XL);
                aside_ui(ctx, ui_page, event, shown);
            }
            let used = page.min_rect();
            ui.allocate_rect(used, Sense::hover());
            ui.add_space(space::PAGE);
        });
        next
    }
}

fn column(ui: &mut Ui, rect: egui::Rect, add: impl FnOnce(&mut Ui)) -> egui::Rect {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    add(&mut child);
    child.min_rect()
}

fn header_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown) -> Next {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let mut next = Next::Stay;
    if fact(ui, icons::CARET_LEFT, texts.events_back(), p.text2, Sense::click()).clicked() {
        next = Next::Back;
    }
    ui.add_space(space::XXS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        date_ui(ui, texts, event.starts_on);
        let actions = 232.0;
        let width = (ui.available_width() - actions - space::XL).max(200.0);
        ui.allocate_ui_with_layout(vec2(width, 84.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(space::L, space::XS);
            ui.spacing_mut().interact_size.y = 20.0;
            ui.horizontal(|ui| {
                let room = (width - 190.0).max(120.0);
                let title = text::line(ui.painter(), &event.title, TextKind::Display, p.text, room);
                let (rect, response) = ui.allocate_exact_size(title.size(), Sense::hover());
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &event.title));
                let cut = title.elided;
                ui.painter().galley(rect.min, title, p.text);
                if cut {
                    crate::gui::widgets::tip(response, &event.title, None);
                }
                status_ui(ctx, ui, event);
            });
            ui.horizontal_wrapped(|ui| {
                for (icon, words) in &shown.facts {
                    fact_ui(ui, icon, words, None);
                }
                if let Some((words, contact)) = &shown.organizer
                    && fact_ui(ui, icons::MICROPHONE_STAGE, words, *contact)
                {
                    ctx.ask(Command::Select(*contact));
                }
            });
            let link = event.link.trim();
            if !link.is_empty() && fact_link_ui(ui, link) {
                ctx.ask(Command::OpenLink(link.to_owned()));
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if ctx.add_writing(ui, Button::primary(texts.events_add_cards()).icon(icons::PLUS)).clicked() {
                ctx.ask(Command::Do(Action::AddCards));
            }
            let more = IconButton::new(icons::DOTS_THREE, texts.common_more()).role(ButtonRole::Default);
            let response = ui.add(more);
            egui::Popup::menu(&response).show(|ui| {
                let remove = MenuItem::new(texts.events_remove()).icon(icons::TRASH).danger();
                if ui.add(remove).clicked() {
                    ctx.edit(Edit::RemoveEvent { event: event.id });
                    next = Next::Back;
                }
            });
            let edit =
                IconButton::new(icons::PENCIL_SIMPLE_LINE, texts.events_edit()).role(ButtonRole::Default);
            if ui.add(edit).clicked() {
                ctx.open(Sheet::Event(Some(event.id)));
            }
        });
    });
    next
}

/// The leaf of a calendar.
fn date_ui(ui: &mut Ui, texts: &Texts, day: Option<NaiveDate>) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(76.0, 84.0), Sense::hover());
    let painter = ui.painter();
    let corner = CornerRadius::same(radius::CONTROL);
    painter.rect(rect, corner, p.raised, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let head = egui::Rect::from_min_size(rect.min, vec2(rect.width(), 26.0));
    let top = CornerRadius { sw: 0, se: 0, ..corner };
    painter.rect_filled(head, top, p.ai);
    let write = |y: f32, words: &str, kind: TextKind, ink| {
        let line = text::line(painter, words, kind, ink, rect.width() - 6.0);
        painter.galley(pos2(rect.center().x - line.size().x / 2.0, y - line.size().y / 2.0), line, ink);
    };
    let locale = texts.locale();
    match day {
        Some(day) => {
            write(head.center().y, locale.month_short(day.month()), TextKind::Strong, p.on_ai);
            write(rect.top() + 47.0, &day.day().to_string(), TextKind::Display, p.text);
            write(rect.bottom() - 13.0, locale.weekday_long(day.weekday()), TextKind::Label, p.text2);
            let spoken = locale.day_medium(day);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
        }
        None => {
            write(rect.top() + 47.0, "–", TextKind::Display, p.text3);
            let spoken = texts.common_without_date();
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, spoken));
        }
    }
}

/// The state as a button that opens the others.
fn status_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let chip = crate::gui::widgets::Chip::new(status_word(texts, event.status), false)
        .dot(status_dot(p, event.status))
        .caret();
    let response = ui.add(chip);
    let response = crate::gui::widgets::tip(response, texts.events_status(), None);
    egui::Popup::menu(&response).show(|ui| {
        for status in Attendance::ALL {
            let item = MenuItem::new(status_word(texts, status)).checked(status == event.status);
            if ui.add(item).clicked() && status != event.status {
                let changed = Event { status, ..Event::clone(event) };
                ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
            }
        }
    });
}

/// An icon and a few words; a press counts when it is about a person.
fn fact_ui(ui: &mut Ui, icon: &str, words: &str, contact: Option<Id<Contact>>) -> bool {
    let p = Palette::of(ui);
    let ink = if contact.is_some() { p.ai_text } else { p.text2 };
    let sense = if contact.is_some() { Sense::click() } else { Sense::hover() };
    fact(ui, icon, words, ink, sense).clicked()
}

fn fact_link_ui(ui: &mut Ui, address: &str) -> bool {
    let ink = Palette::of(ui).ai_text;
    fact(ui, icons::LINK_SIMPLE, address, ink, Sense::click()).clicked()
}

fn fact(ui: &mut Ui, icon: &str, words: &str, ink: egui::Color32, sense: Sense) -> egui::Response {
    let p = Palette::of(ui);
    let line = text::line(ui.painter(), words, TextKind::Body, ink, 420.0);
    let (rect, response) = ui.allocate_exact_size(vec2(line.size().x + 23.0, 20.0), sense);
    let role = if sense == Sense::hover() { egui::Role::Label } else { egui::Role::Link };
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, words));
    paint_icon(ui.painter(), pos2(rect.left() + 8.0, rect.center().y), icon, Weight::Regular, 16.0, p.text2);
    let at = pos2(rect.left() + 23.0, rect.center().y - line.size().y / 2.0);
    if role == egui::Role::Link && (response.hovered() || response.has_focus()) {
        ui.painter().hline(at.x..=rect.right(), rect.bottom() - 1.0, Stroke::new(1.0, ink));
    }
    ui.painter().galley(at, line, ink);
    response
}

fn main_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown, notes: &mut Typed) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    if !event.goal.trim().is_empty() {
        section_header(ui, texts.events_goal(), None);
        ui.add(egui::Label::new(text::rich(event.goal.trim(), TextKind::Hand, p.text)).wrap());
        ui.add_space(space::L);
    }
    ui.horizontal(|ui| {
        section_header(ui, texts.events_people_met(), Some(&shown.people));
        if shown.met.len() > 0 {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                if let Some(next) = shown.met.next {
                    let button = Button::primary(texts.letters_write_next()).small();
                    if ctx.add_writing(ui, button).clicked() {
                        ctx.open(Sheet::Thanks(next));
                    }
                }
                ui.label(text::rich(&shown.thanked, TextKind::Strong, p.text));
            });
        }
    });
    ui.add_space(space::XS);
    if shown.met.len() == 0 {
        ui.add(egui::Label::new(text::rich(texts.events_nobody(), TextKind::Body, p.text2)).wrap());
    } else {
        shown.met.ui(ctx, ui);
    }
    if let (Some(words), Some(card)) = (&shown.pile, shown.met.pile.first()) {
        ui.horizontal(|ui| {
            ui.label(text::rich(words, TextKind::Body, p.text2));
            if ctx.add_writing(ui, Button::tonal(texts.events_name_them()).small()).clicked() {
                ctx.open(Sheet::NameCards(Some(*card)));
            }
        });
    }
    ui.add_space(space::XL);
    section_header(ui, texts.events_outcomes(), None);
    if shown.outcomes.is_empty() {
        ui.add(egui::Label::new(text::rich(texts.events_outcomes_none(), TextKind::Body, p.text2)).wrap());
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for outcome in &shown.outcomes {
            outcome_ui(ctx, ui, outcome);
        }
    });
    ui.add_space(space::XL);
    section_header(ui, texts.events_notes(), None);
    notes.load(event, ctx.revision);
    let field = HandField::new(texts.events_notes(), texts.events_notes_hint(), 3)
        .id(egui::Id::unique(("event notes", event.id)));
    let response = field.show(ui, &mut notes.text);
    notes.focused = response.has_focus();
    if response.changed() {
        let changed = Event { notes: notes.text.clone(), ..Event::clone(event) };
        ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
    }
}

impl Typed {
    fn load(&mut self, event: &Event, revision: u64) {
        let other = self.of.is_none_or(|(id, _)| id != event.id);
        if other || (!self.focused && self.of != Some((event.id, revision))) {
            self.text.clone_from(&event.notes);
            self.of = Some((event.id, revision));
            self.focused = false;
        }
    }
}

fn outcome_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, outcome: &Outcome) {
    let p = Palette::of(ui);
    let selected = ctx.selection.contact == Some(outcome.contact);
    let (rect, response) = ledger::row(ui, &outcome.words, selected);
    let cells = ledger::cells(rect, &[18.0, -1.0, 150.0]);
    paint_icon(ui.painter(), cells[0].center(), outcome.icon, Weight::Regular, 16.0, p.text2);
    ledger::put(ui.painter(), cells[1], &outcome.words, TextKind::Body, p.text);
    let dot = match outcome.dot {
        Dot::Referral(state) => referral_kind(state).color(p),
        Dot::Introduction(state) => introduction_dot(p, state),
    };
    ledger::state(ui.painter(), cells[2], &outcome.state, dot, p.text2);
    if response.clicked() {
        ctx.select(outcome.contact);
    }
}

fn aside_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, event: &Arc<Event>, shown: &Shown) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            section_header(ui, texts.events_care(), None);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(text::rich(&shown.care, TextKind::Body, p.text2));
            });
        });
        let care = event.organizer_care;
        let questions = [
            (texts.events_care_thank_you(), care.thank_you),
            (texts.events_care_satisfaction(), care.satisfaction),
            (texts.events_care_report(), care.report),
        ];
        for (index, (words, answer)) in questions.into_iter().enumerate() {
            ui.add_space(space::XXS);
            ui.separator();
            ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text)).wrap());
            let labels = [texts.events_not_yet(), texts.common_yes(), texts.common_no()];
            let answers = [Answer::NotYet, Answer::Yes, Answer::No];
            let mut chosen = answers.iter().position(|other| *other == answer).unwrap_or(0);
            if segmented(ui, words, &labels, &mut chosen).changed() {
                let mut changed = Event::clone(event);
                let care = &mut changed.organizer_care;
                *[&mut care.thank_you, &mut care.satisfaction, &mut care.report][index] = answers[chosen];
                ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
            }
        }
    });
    ui.add_space(space::S);
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        section_header(ui, texts.events_again(), None);
        ui.add(egui::Label::new(text::rich(texts.events_again_hint(), TextKind::Small, p.text2)).wrap());
        let labels = [texts.events_again_undecided(), texts.common_yes(), texts.common_no()];
        let before = event.repeat.as_ref().map_or(0, |repeat| if repeat.again { 1 } else { 2 });
        let mut chosen = before;
        if segmented(ui, texts.events_again(), &labels, &mut chosen).changed() {
            let reason = event.repeat.as_ref().map(|repeat| repeat.reason.clone()).unwrap_or_default();
            let decision = RepeatDecision { again: chosen == 1, reason, on: ctx.today };
            let changed = Event { repeat: (chosen > 0).then_some(decision), ..Event::clone(event) };
            ctx.edit(Edit::ChangeEvent { event: Box::new(changed) });
        }
    });
}

impl Shown {
    fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let texts = ctx.texts;
        let met = Met::of(ctx, event);
        let people = if met.len() > 0 { texts.locale().number(met.len() as i64) } else { String::new() };
        let thanked = texts.events_thanked_count(met.thanked as i64, met.len() as i64);
        let organizer = event.organizer.and_then(|organizer| {
            let (name, contact) = match organizer {
                Organizer::Contact(id) => (ctx.book.get(id)?.display_name(), Some(id)),
                Organizer::Organization(id) => (ctx.book.get(id)?.name.clone(), None),
            };
            Some((texts.events_organizer(&name), contact))
        });
        let pile = (!met.pile.is_empty()).then(|| texts.events_pile(met.pile.len() as i64));
        let care = event.organizer_care;
        let done = [care.thank_you, care.satisfaction, care.report];
        let done = done.iter().filter(|answer| **answer == Answer::Yes).count();
        Self {
            people,
            thanked,
            facts: facts_of(ctx, event),
            organizer,
            pile,
            outcomes: outcomes_of(ctx, event),
            care: texts.common_position(done as i64, 3),
            met,
        }
    }
}

fn facts_of(ctx: &ViewCtx<'_>, event: &Event) -> Vec<(&'static str, String)> {
    let texts = ctx.texts;
    let locale = texts.locale();
    let mut facts = Vec::new();
    if let (Some(first), Some(last)) = (event.starts_on, event.ends_on)
        && last > first
    {
        facts.push((icons::CALENDAR_DOTS, texts.events_until_day(&locale.day_medium(last))));
    }
    match (event.starts_at, event.ends_at) {
        (Some(from), Some(until)) => {
            facts.push((icons::CLOCK, texts.events_time_range(&locale.time(from), &locale.time(until))));
        }
        (Some(from), None) => facts.push((icons::CLOCK, locale.time(from))),
        _ => {}
    }
    let place: Vec<&str> =
        [event.venue.trim(), event.city.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    if !place.is_empty() {
        facts.push((icons::MAP_PIN, place.join(", ")));
    }
    if let Some(fee) = &event.fee {
        facts.push((icons::COINS, money(fee, locale)));
    }
    if !event.series.trim().is_empty() {
        let before = |other: &&Arc<Event>| {
            other.series == event.series && (other.starts_on, other.id) <= (event.starts_on, event.id)
        };
        let number = ctx.book.events.values().filter(before).count();
        facts.push((icons::ARROWS_CLOCKWISE, texts.events_series_number(number as i64, event.series.trim())));
    }
    facts
}

/// An amount as the language writes it: "25 €", "3,000円".
fn money(fee: &Money, locale: Locale) -> String {
    let (units, cents) = match fee.currency.as_str() {
        "JPY" | "KRW" => (fee.minor, 0),
        _ => (fee.minor / 100, (fee.minor % 100).abs()),
    };
    let mut amount = locale.number(units);
    if cents > 0 {
        let mark = if locale == Locale::De { ',' } else { '.' };
        amount.push_str(&format!("{mark}{cents:02}"));
    }
    match (fee.currency.as_str(), locale) {
        ("JPY", Locale::Ja) => format!("{amount}円"),
        ("JPY", _) => format!("{amount} ¥"),
        ("EUR", _) => format!("{amount} €"),
        (other, _) => format!("{amount} {other}"),
    }
}

/// Cards passed on and introductions of the people met, since the event.
fn outcomes_of(ctx: &ViewCtx<'_>, event: &Event) -> Vec<Outcome> {
    let people = &ctx.index.links.event(event.id).contacts;
    let since = |day: Option<NaiveDate>| event.starts_on.zip(day).is_none_or(|(event, day)| day >= event);
    let texts = ctx.texts;
    let name = |party: Party| match party {
        Party::Me => texts.common_you().to_owned(),
        Party::Contact(id) => ctx.book.get(id).map(|contact| contact.display_name()).unwrap_or_default(),
    };
    let links = |id: &Id<Contact>| ctx.index.links.contact(*id);
    let referrals: std::collections::BTreeSet<Id<Referral>> =
        people.iter().flat_map(|id| links(id).referred.iter().chain(&links(id).received)).copied().collect();
    let introductions: std::collections::BTreeSet<Id<Introduction>> =
        people.iter().flat_map(|id| &links(id).introductions).copied().collect();
    let mut dated = Vec::new();
    for referral in referrals.into_iter().filter_map(|id| ctx.book.get(id)) {
        let day = referral.last_step_on();
        if !since(day) {
            continue;
        }
        let subject = name(Party::Contact(referral.subject));
        let words = if referral.recipient == Party::Me {
            texts.events_outcome_lead(&name(referral.giver), &subject)
        } else {
            texts.events_outcome_passed_on(&subject, &name(referral.recipient))
        };
        dated.push((
            day,
            Outcome {
                icon: icons::PAPER_PLANE_TILT,
                words,
                state: referral_word(texts, referral.state).to_owned(),
                dot: Dot::Referral(referral.state),
                contact: referral.subject,
            },
        ));
    }
    for introduction in introductions.into_iter().filter_map(|id| ctx.book.get(id)) {
        if !since(introduction.on) {
            continue;
        }
        let (who, a, b) = (introduction.introducer, introduction.a, introduction.b);
        let words = match (who, a.contact(), b.contact()) {
            (Party::Me, ..) => texts.events_outcome_introduced(&name(a), &name(b)),
            (_, Some(_), None) => texts.events_outcome_introduced_to_me(&name(a), &name(who)),
            (_, None, Some(_)) => texts.events_outcome_introduced_to_me(&name(b), &name(who)),
            _ => texts.events_outcome_introduced_by(&name(a), &name(who), &name(b)),
        };
        let Some(contact) = a.contact().or(b.contact()) else { continue };
        dated.push((
            introduction.on,
            Outcome {
                icon: icons::USERS_THREE,
                words,
                state: introduction_word(texts, introduction.state).to_owned(),
                dot: Dot::Introduction(introduction.state),
                contact,
            },
        ));
    }
    dated.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    dated.into_iter().take(OUTCOMES).map(|(_, outcome)| outcome).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fee_is_written_as_the_language_writes_it() {
        let fee = |minor, currency: &str| Money { minor, currency: currency.to_owned() };
        assert_eq!(money(&fee(2_500, "EUR"), Locale::De), "25 €");
        assert_eq!(money(&fee(2_550, "EUR"), Locale::De), "25,50 €");
        assert_eq!(money(&fee(3_000, "JPY"), Locale::Ja), "3,000円");
        assert_eq!(money(&fee(1_205, "CHF"), Locale::En), "12.05 CHF");
    }
}
