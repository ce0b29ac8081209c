//! The thread of a person: what is planned above, what has happened below, the newest first.
//!
//! Owns which records become entries and in which order. Must not know the rest of the tab.
//!
//! Invariant: planned entries stand above the past, and no record stands twice
//! (held by the suite's `app_inspector`).

use std::cmp::Reverse;

use chrono::NaiveDate;
use eframe::egui::{self, Sense, UiBuilder, WidgetInfo, pos2, vec2};

use super::story::follow_up_menu;
use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::views::events::reply::{KEY, next_reply, paint_reply};
use crate::gui::views::people::{name_of, party_name, tidy};
use crate::gui::views::words::{
    encounter_icon, encounter_label, exchange_label, introduction_label, knot_of, referral_label,
    referral_outcome, verdict_label,
};
use crate::gui::widgets::{Knot, MenuItem, TimelineRail, menu_separator, paint_icon};
use crate::index::events::reply_word;
use crate::model::{
    Card, Contact, Direction, Encounter, EncounterKind, Event, FollowUp, FollowUpState, Id, Introduction,
    IntroductionState, Party, Referral, ReferralState, Reply, Review, Verdict,
};

/// One knot of the thread.
pub(super) struct Entry {
    day: Option<NaiveDate>,
    planned: bool,
    knot: Knot,
    icon: &'static str,
    title: String,
    date: String,
    note: String,
    hand: bool,
    what: What,
    /// What came back to a message of mine; none for anything else.
    reply: Option<Reply>,
}

/// The record behind an entry.
#[derive(Clone, Copy)]
enum What {
    Encounter(Id<Encounter>),
    Card(Id<Card>),
    Referral(Id<Referral>),
    Introduction(Id<Introduction>),
    Review(Id<Review>),
    FollowUp(Id<FollowUp>),
    Event(Id<Event>),
}

/// Whether an answer may come to it: it was written, and not by them.
fn is_answerable(encounter: &Encounter) -> bool {
    use EncounterKind::{Email, Letter, Message, SocialMedia};
    matches!(encounter.kind, Email | Letter | Message | SocialMedia) && encounter.direction != Direction::ToMe
}

/// Lists everything about a person on one thread.
pub(super) fn entries(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Vec<Entry> {
    let (book, texts, today) = (ctx.book, ctx.texts, ctx.today);
    let links = ctx.index.links.contact(contact);
    let day_text = |day: NaiveDate| texts.locale().day_near(day, today);
    let me = Party::Contact(contact);
    let mut entries = Vec::new();
    for record in links.open_follow_ups.iter().filter_map(|id| book.get(*id)) {
        entries.push(Entry {
            day: Some(record.due_on),
            planned: true,
            knot: Knot::Dashed,
            icon: seal_icon(record),
            title: record.kind.words(texts).to_owned(),
            date: day_text(record.due_on),
            note: tidy(&record.about),
            hand: false,
            what: What::FollowUp(record.id),
            reply: None,
        });
    }
    for record in links.encounters.iter().filter_map(|id| book.get(*id)) {
        let mut title = encounter_label(record.kind, texts).to_owned();
        if record.is_thank_you {
            title = format!("{} · {title}", texts.common_kind_thanks());
        }
        if let Some(minutes) = record.minutes {
            title = format!("{title}, {}", texts.inspector_minutes(i64::from(minutes)));
        }
        let mut note: Vec<String> = Vec::new();
        note.extend(record.topics.iter().map(|topic| tidy(topic)));
        let others = record.contacts.iter().filter(|id| **id != contact).map(|id| name_of(book, texts, *id));
        let others: Vec<String> = others.take(4).collect();
        let mut lines = vec![note.join(texts.locale().comma())];
        if !others.is_empty() {
            lines.push(texts.inspector_with(&others.join(texts.locale().comma())));
        }
        lines.push(record.note.trim().to_owned());
        lines.retain(|line| !line.is_empty());
        entries.push(Entry {
            day: Some(record.on),
            planned: record.on > today,
            knot: if record.on > today { Knot::Dashed } else { knot_of(record.kind) },
            icon: encounter_icon(record.kind),
            title,
            date: day_text(record.on),
            note: lines.join("\n"),
            hand: !record.note.trim().is_empty() && lines.len() == 1,
            what: What::Encounter(record.id),
            reply: is_answerable(record).then_some(record.reply),
        });
    }
    for record in links.cards.iter().filter_map(|id| book.get(*id)) {
        let event = record.event.and_then(|event| book.get(event)).map(|event| tidy(&event.title));
        let title = event.map_or_else(
            || texts.inspector_card_received().to_owned(),
            |event| texts.inspector_card_received_at(&event),
        );
        let words = record.impressions.first().map(|first| first.text.trim().to_owned()).unwrap_or_default();
        let hand = !words.is_empty();
        let note = if hand || record.exchange == crate::model::Exchange::Unknown {
            words
        } else {
            exchange_label(record.exchange, texts).to_owned()
        };
        let digital = record.exchange == crate::model::Exchange::Digital;
        entries.push(Entry {
            day: Some(record.day()),
            planned: false,
            knot: if digital { Knot::Hollow } else { Knot::Solid },
            icon: icons::CARDS,
            title,
            date: day_text(record.day()),
            note,
            hand,
            what: What::Card(record.id),
            reply: None,
        });
    }
    let mut seen = std::collections::BTreeSet::new();
    for record in links
        .referred
        .iter()
        .chain(&links.given)
        .chain(&links.received)
        .filter(|id| seen.insert(**id))
        .filter_map(|id| book.get(*id))
    {
        let title = if record.subject == contact {
            texts.inspector_passed_on_to(&party_name(book, texts, record.recipient))
        } else if record.giver == me {
            texts.inspector_sent_you(&name_of(book, texts, record.subject))
        } else {
            texts.inspector_got_card_of(&name_of(book, texts, record.subject))
        };
        let day = record.last_step_on();
        let comment = record.comment.trim();
        let note = [referral_outcome(record, texts), comment];
        let note: Vec<&str> = note.into_iter().filter(|line| !line.is_empty()).collect();
        entries.push(Entry {
            day,
            planned: false,
            knot: Knot::Hollow,
            icon: icons::PAPER_PLANE_TILT,
            title,
            date: day.map(day_text).unwrap_or_default(),
            note: note.join("\n"),
            hand: false,
            what: What::Referral(record.id),
            reply: None,
        });
    }
    for record in links.introductions.iter().filter_map(|id| book.get(*id)) {
        let made = record.state.is_made();
        let name = |party| party_name(book, texts, party);
        let title = texts.inspector_introduced(&name(record.a), &name(record.b), &name(record.introducer));
        let note = [introduction_label(record.state, texts), record.note.trim()];
        let note: Vec<&str> = note.into_iter().filter(|line| !line.is_empty()).collect();
        entries.push(Entry {
            day: record.on,
            planned: !made,
            knot: if made { Knot::Hollow } else { Knot::Dashed },
            icon: icons::USERS_THREE,
            title,
            date: record.on.map(day_text).unwrap_or_default(),
            note: note.join("\n"),
            hand: false,
            what: What::Introduction(record.id),
            reply: None,
        });
    }
    for record in links.reviews.iter().filter_map(|id| book.get(*id)) {
        let verdict = verdict_label(&record.verdict, texts);
        let step = match &record.verdict {
            Verdict::Deepen { next_step, .. } => next_step.as_str(),
            Verdict::Keep { .. } | Verdict::LetGo => "",
        };
        let reasons = record
            .reasons
            .iter()
            .map(|reason| tidy(crate::index::reason_text(reason, texts)))
            .collect::<Vec<_>>()
            .join(texts.locale().comma());
        let note: Vec<&str> = [step, reasons.as_str(), record.note.trim()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect();
        entries.push(Entry {
            day: Some(record.on),
            planned: false,
            knot: Knot::Hollow,
            icon: icons::HOURGLASS_MEDIUM,
            title: texts.inspector_reviewed(verdict),
            date: day_text(record.on),
            hand: !record.note.trim().is_empty() && reasons.is_empty(),
            note: note.join("\n"),
            what: What::Review(record.id),
            reply: None,
        });
    }
    for record in links.closed_follow_ups.iter().filter_map(|id| book.get(*id)) {
        // One that became an encounter stands there already.
        let FollowUpState::Done { on, encounter: None } = record.state else { continue };
        if record.kind == crate::model::FollowUpKind::Review && !links.reviews.is_empty() {
            continue;
        }
        entries.push(Entry {
            day: Some(on),
            planned: false,
            knot: Knot::Hollow,
            icon: icons::CHECK,
            title: texts.inspector_was_done(record.kind.words(texts)),
            date: day_text(on),
            note: tidy(&record.about),
            hand: false,
            what: What::FollowUp(record.id),
            reply: None,
        });
    }
    for record in links.events.iter().filter_map(|id| book.get(*id)) {
        let planned = record.starts_on.is_none_or(|day| day > today);
        entries.push(Entry {
            day: record.starts_on,
            planned,
            knot: if planned { Knot::Dashed } else { Knot::Solid },
            icon: icons::TICKET,
            title: tidy(&record.title),
            date: record.starts_on.map(day_text).unwrap_or_default(),
            note: tidy(&record.city),
            hand: false,
            what: What::Event(record.id),
            reply: None,
        });
    }
    entries.sort_by_key(|entry| (!entry.planned, Reverse(entry.day)));
    entries
}

fn seal_icon(record: &FollowUp) -> &'static str {
    crate::gui::views::words::seal_of(record.kind).glyph().0
}

/// Draws the thread and its entries.
pub(super) fn timeline_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, entries: &[Entry], contact: Id<Contact>) {
    let p = Palette::of(ui);
    let mut rail = TimelineRail::new();
    // The thread lies behind the rows, but where it runs is known only after them.
    let layer = ui.painter().clone();
    for entry in entries {
        let at = entry_ui(ctx, ui, entry, contact);
        rail.push(at, entry.knot);
    }
    rail.paint(&layer, p.panel, p);
}

/// One entry; returns where its knot lies.
fn entry_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, entry: &Entry, contact: Id<Contact>) -> egui::Pos2 {
    let p = Palette::of(ui);
    let width = ui.available_width();
    let top = ui.cursor().min;
    let inner = width - 34.0;
    let answer_room = entry.reply.is_some_and(|reply| reply != Reply::None);
    let date = text::line(ui.painter(), &entry.date, TextKind::Small, p.text2, 110.0);
    let title = text::line(
        ui.painter(),
        &entry.title,
        TextKind::Strong,
        p.text,
        (inner - 24.0 - date.size().x - if answer_room { 28.0 } else { 8.0 }).max(30.0),
    );
    let (kind, ink) = if entry.hand { (TextKind::Hand, p.text) } else { (TextKind::Small, p.text2) };
    let note =
        (!entry.note.is_empty()).then(|| text::lines(ui.painter(), &entry.note, kind, ink, inner - 4.0, 5));
    let height = 24.0 + note.as_ref().map_or(0.0, |note| note.size().y + 2.0) + 10.0;
    let rect = egui::Rect::from_min_size(top, vec2(width, height));
    let row = egui::Rect::from_min_max(rect.min + vec2(26.0, 0.0), rect.max - vec2(0.0, 6.0));
    let child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(entry.id()));
    let response = child.interact(row, child.scope_id().with("row"), Sense::click());
    let answer = entry.reply.filter(|reply| *reply != Reply::None);
    let mut spoken = format!("{}, {}", entry.title, entry.date);
    if let Some(reply) = answer {
        spoken = format!("{spoken}, {}", reply_word(ctx.texts, reply));
    }
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &spoken));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(row, 6, p.hover.gamma_multiply(0.6));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(row, 6, egui::Stroke::new(2.0, p.ai), egui::StrokeKind::Inside);
    }
    let y = top.y + 13.0;
    let left = top.x + 34.0;
    paint_icon(ui.painter(), pos2(left + 7.0, y), entry.icon, Weight::Regular, 15.0, p.text2);
    let end = left + 22.0 + title.size().x;
    ui.painter().galley(pos2(left + 22.0, y - title.size().y / 2.0), title, p.text);
    if let Some(reply) = answer {
        paint_reply(ui.painter(), pos2(end + 11.0, y), 15.0, reply, p);
    }
    ui.painter().galley(pos2(rect.right() - date.size().x - 4.0, y - date.size().y / 2.0), date, p.text2);
    if let Some(note) = note {
        ui.painter().galley(pos2(left, top.y + 25.0), note, ink);
    }
    if let (Some(reply), What::Encounter(encounter)) = (entry.reply, entry.what)
        && ctx.writable
        && response.has_focus()
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, KEY))
    {
        ctx.edit(Edit::SetReply { encounter, reply: next_reply(reply) });
    }
    let open = (response.clicked() || response.secondary_clicked()).then_some(egui::SetOpenCommand::Toggle);
    // At the row, not at the pointer: whoever uses the keyboard may have none.
    egui::Popup::menu(&response).open_memory(open).show(|ui| entry_menu(ctx, ui, entry, contact));
    ui.advance_cursor_after_rect(rect);
    pos2(top.x + 11.0, y)
}

impl Entry {
    /// What tells the row from the others: records of two kinds may have the same id.
    fn id(&self) -> (u8, u128) {
        match self.what {
            What::Encounter(id) => (0, id.value()),
            What::Card(id) => (1, id.value()),
            What::Referral(id) => (2, id.value()),
            What::Introduction(id) => (3, id.value()),
            What::Review(id) => (4, id.value()),
            What::FollowUp(id) => (5, id.value()),
            What::Event(id) => (6, id.value()),
        }
    }
}

fn entry_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, entry: &Entry, contact: Id<Contact>) {
    let texts = ctx.texts;
    match entry.what {
        What::Encounter(id) => {
            if ui.add(MenuItem::new(texts.common_edit()).icon(icons::PENCIL_SIMPLE_LINE)).clicked() {
                ctx.open(Sheet::EditEncounter(id));
            }
            for reply in [Reply::None, Reply::Once, Reply::Continuing] {
                let Some(now) = entry.reply else { break };
                let item = MenuItem::new(reply_word(texts, reply)).icon(icons::LEAF).checked(reply == now);
                if ui.add_enabled(ctx.writable, item).clicked() && reply != now {
                    ctx.edit(Edit::SetReply { encounter: id, reply });
                }
            }
            people_items(ctx, ui, id, contact);
            if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
                ctx.edit(Edit::RemoveEncounter { encounter: id });
            }
        }
        What::Card(id) => {
            if ui.add(MenuItem::new(texts.inspector_card_to_pile()).icon(icons::CARDS_THREE)).clicked() {
                ctx.edit(Edit::UnfileCard { card: id });
            }
            if ui.add(MenuItem::new(texts.inspector_card_remove()).icon(icons::TRASH).danger()).clicked() {
                ctx.edit(Edit::RemoveCard { card: id });
            }
        }
        What::Referral(id) => referral_menu(ctx, ui, id),
        What::Introduction(id) => introduction_menu(ctx, ui, id),
        What::Review(id) => {
            if ui.add(MenuItem::new(texts.common_edit()).icon(icons::PENCIL_SIMPLE_LINE)).clicked() {
                ctx.open(Sheet::EditReview(id));
            }
            if ui.add(MenuItem::new(texts.inspector_menu_review()).icon(icons::HOURGLASS_MEDIUM)).clicked() {
                ctx.open(Sheet::Review(contact));
            }
            menu_separator(ui);
            if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
                ctx.edit(Edit::RemoveReview { review: id });
            }
        }
        What::FollowUp(id) => {
            if entry.planned {
                follow_up_menu(ctx, ui, id.into());
            } else {
                let reopen = MenuItem::new(texts.inspector_follow_up_reopen()).icon(icons::ARROW_U_UP_LEFT);
                if ui.add(reopen).clicked() {
                    ctx.edit(Edit::ReopenFollowUp { follow_up: id });
                }
                if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
                    ctx.edit(Edit::RemoveFollowUp { follow_up: id });
                }
            }
        }
        What::Event(id) => {
            if ui.add(MenuItem::new(texts.common_open()).icon(icons::TICKET)).clicked() {
                ctx.ask(Command::ShowEvent(id));
            }
        }
    }
}

/// The others of an encounter, to go to them.
fn people_items(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Encounter>, contact: Id<Contact>) {
    let Some(encounter) = ctx.book.get(id).cloned() else { return };
    for other in encounter.contacts.iter().filter(|other| **other != contact).take(8) {
        let name = name_of(ctx.book, ctx.texts, *other);
        if ui.add(MenuItem::new(&name).icon(icons::USERS)).clicked() {
            ctx.select(*other);
        }
    }
}

/// States, owner told, outcome, remove.
pub(super) fn referral_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Referral>) {
    let Some(referral) = ctx.book.get(id).cloned() else { return };
    let texts = ctx.texts;
    if referral.owner_must_be_told()
        && ui.add(MenuItem::new(texts.inspector_owner_told()).icon(icons::CHECK)).clicked()
    {
        ctx.edit(Edit::TellOwner { referral: id });
    }
    for state in ReferralState::ALL {
        let item = MenuItem::new(referral_label(state, texts)).checked(state == referral.state);
        if ui.add(item).clicked() && state != referral.state {
            ctx.edit(Edit::AdvanceReferral { referral: id, to: state });
        }
    }
    menu_separator(ui);
    if ui.add(MenuItem::new(texts.common_edit()).icon(icons::PENCIL_SIMPLE_LINE)).clicked() {
        ctx.open(Sheet::EditReferral(id, false));
    }
    if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
        ctx.edit(Edit::RemoveReferral { referral: id });
    }
}

/// States and remove.
pub(super) fn introduction_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Introduction>) {
    let Some(introduction) = ctx.book.get(id).cloned() else { return };
    let texts = ctx.texts;
    for state in IntroductionState::ALL {
        let item = MenuItem::new(introduction_label(state, texts)).checked(state == introduction.state);
        if ui.add(item).clicked() && state != introduction.state {
            let changed = Introduction { state, ..Introduction::clone(&introduction) };
            ctx.edit(Edit::ChangeIntroduction { introduction: Box::new(changed) });
        }
    }
    menu_separator(ui);
    if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
        ctx.edit(Edit::RemoveIntroduction { introduction: id });
    }
}
