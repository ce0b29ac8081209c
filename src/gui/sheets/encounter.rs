//! Logs an encounter, or changes one: how, with whom, when, about what, and what comes next.
//!
//! Owns what is typed until it is saved. The kind, the person and today are filled in, so that most
//! encounters are one key.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use eframe::egui::{self, Key, Modifiers, vec2};

use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::views::words::{FAVOURS, encounter_icon, encounter_label, favour_label, follow_up_label};
use crate::gui::widgets::{
    Button, ButtonSize, Check, Chip, HandField, IconButton, MenuItem, TextField, segmented,
};
use crate::model::{
    Contact, Direction, Encounter, EncounterKind, Event, Favour, FavourKind, FollowUp, FollowUpKind, Id,
    Reply,
};
use crate::text::Texts;
use crate::text::dates::parse_date;

/// Logs an encounter.
pub struct EncounterSheet {
    /// As it was, when it is changed.
    old: Option<Encounter>,
    kind: EncounterKind,
    people: PersonPicker,
    date: String,
    minutes: String,
    topics: String,
    note: String,
    place: String,
    event: Option<Id<Event>>,
    direction: Direction,
    reply: Reply,
    favours: Vec<Favour>,
    is_thank_you: bool,
    completes: Option<Id<FollowUp>>,
    next_step: String,
    next_when: String,
    more: bool,
    first_frame: bool,
}

impl EncounterSheet {
    /// Returns the sheet for a new encounter; `completes` is the follow-up that it does.
    pub fn new(contacts: &[Id<Contact>], completes: Option<Id<FollowUp>>, ctx: &ViewCtx<'_>) -> Self {
        let follow_up = completes.and_then(|id| ctx.book.get(id));
        // What was to be done tells how it was done most probably.
        let kind = match follow_up.map(|follow_up| follow_up.kind) {
            Some(FollowUpKind::ThankYou | FollowUpKind::Message | FollowUpKind::Amends) => {
                EncounterKind::Email
            }
            Some(FollowUpKind::Call | FollowUpKind::Birthday) => EncounterKind::Call,
            _ => EncounterKind::InPerson,
        };
        Self {
            old: None,
            kind,
            people: PersonPicker::several(contacts.to_vec()),
            date: ctx.texts.common_day_today().to_owned(),
            minutes: String::new(),
            topics: String::new(),
            note: String::new(),
            place: String::new(),
            event: None,
            direction: if follow_up.is_some() { Direction::FromMe } else { Direction::Mutual },
            reply: Reply::None,
            favours: Vec::new(),
            is_thank_you: follow_up.is_some_and(|follow_up| follow_up.kind == FollowUpKind::ThankYou),
            completes,
            next_step: String::new(),
            next_when: String::new(),
            more: false,
            first_frame: true,
        }
    }

    /// Returns the sheet for an encounter that was logged before.
    pub fn edit(id: Id<Encounter>, ctx: &ViewCtx<'_>) -> Self {
        let mut sheet = Self::new(&[], None, ctx);
        if let Some(record) = ctx.book.get(id) {
            sheet.kind = record.kind;
            sheet.people = PersonPicker::several(record.contacts.iter().copied().collect());
            sheet.date = ctx.texts.locale().day_with_year(record.on);
            sheet.minutes = record.minutes.map_or_else(String::new, |minutes| minutes.to_string());
            sheet.topics = record.topics.join(", ");
            sheet.note.clone_from(&record.note);
            sheet.place.clone_from(&record.place);
            sheet.event = record.event;
            sheet.direction = record.direction;
            sheet.reply = record.reply;
            sheet.favours.clone_from(&record.favours);
            sheet.is_thank_you = record.is_thank_you;
            sheet.more = true;
            sheet.old = Some(Encounter::clone(record));
        }
        sheet
    }

    fn day(&self, ctx: &ViewCtx<'_>) -> Option<NaiveDate> {
        parse_date(&self.date, ctx.today, ctx.texts.locale())
    }

    /// Minutes as typed: nothing, a number, or something else.
    fn minutes(&self) -> Result<Option<u32>, ()> {
        let typed = self.minutes.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        match typed.parse() {
            Ok(minutes @ 0..=1440) => Ok(Some(minutes)),
            Ok(_) | Err(_) => Err(()),
        }
    }

    fn next_day(&self, ctx: &ViewCtx<'_>) -> Option<NaiveDate> {
        if self.next_when.trim().is_empty() {
            return ctx.today.checked_add_days(chrono::Days::new(7));
        }
        parse_date(&self.next_when, ctx.today, ctx.texts.locale())
    }

    fn encounter(&self, on: NaiveDate, minutes: Option<u32>) -> Encounter {
        let topics = self.topics.split([',', '、', '，']).map(str::trim).filter(|topic| !topic.is_empty());
        let mut favours = self.favours.clone();
        favours.iter_mut().for_each(|favour| favour.what = favour.what.trim().to_owned());
        Encounter {
            kind: self.kind,
            direction: self.direction,
            on,
            minutes,
            contacts: self.people.chosen().iter().copied().collect::<BTreeSet<_>>(),
            event: self.event,
            place: self.place.trim().to_owned(),
            topics: topics.map(str::to_owned).collect(),
            note: self.note.trim().to_owned(),
            favours,
            reply: self.reply,
            is_thank_you: self.is_thank_you,
            ..self.old.clone().unwrap_or_default()
        }
    }

    fn save(&self, ctx: &mut ViewCtx<'_>, on: NaiveDate, minutes: Option<u32>) {
        let encounter = Box::new(self.encounter(on, minutes));
        ctx.edit(match (self.completes, &self.old) {
            (_, Some(_)) => Edit::ChangeEncounter { encounter },
            (Some(follow_up), None) => Edit::CompleteFollowUp { follow_up, encounter: Some(encounter) },
            (None, None) => Edit::LogEncounter { encounter },
        });
        if !self.next_step.trim().is_empty()
            && let Some(due_on) = self.next_day(ctx)
        {
            ctx.edit(Edit::AddFollowUp {
                follow_up: Box::new(FollowUp {
                    kind: FollowUpKind::Other,
                    due_on,
                    contacts: self.people.chosen().iter().copied().collect(),
                    about: self.next_step.trim().to_owned(),
                    ..FollowUp::default()
                }),
            });
        }
    }

    fn kinds_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.label(text::rich(texts.inspector_encounter_kind(), TextKind::Label, p.text3));
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (kind, key) in EncounterKind::ALL.into_iter().zip(keys) {
                let label = encounter_label(kind, texts);
                let chip = Chip::new(label, kind == self.kind).icon(encounter_icon(kind));
                let number = key.name();
                let pressed = ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
                let words = format!("Alt+{number}");
                let response = crate::gui::widgets::tip(ui.add(chip), label, Some(&words));
                if response.clicked() || pressed {
                    self.kind = kind;
                }
            }
        });
    }

    fn more_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                TextField::new(texts.common_place())
                    .hint(texts.inspector_place_hint())
                    .show(left, &mut self.place);
                let wrong = self.minutes().is_err().then(|| texts.inspector_duration_wrong());
                TextField::new(texts.inspector_duration()).error(wrong).show(right, &mut self.minutes);
            }
        });
        ui.label(text::rich(texts.common_event(), TextKind::Label, p.text3));
        let title = self.event.and_then(|id| ctx.book.get(id)).map(|event| event.title.clone());
        let title = title.unwrap_or_else(|| texts.common_none().to_owned());
        let button = ui.add(Button::new(&title).trailing(icons::CARET_DOWN).small());
        egui::Popup::menu(&button).show(|ui| {
            let mut events: Vec<_> = ctx.book.events.values().collect();
            events.sort_by_key(|event| (std::cmp::Reverse(event.starts_on), event.id));
            if ui.add(MenuItem::new(texts.common_none()).checked(self.event.is_none())).clicked() {
                self.event = None;
            }
            for event in events.iter().take(12) {
                let day = event.starts_on.map(|day| texts.locale().day_near(day, ctx.today));
                let title = crate::gui::views::people::tidy(&event.title);
                let item = MenuItem::new(&title).checked(self.event == Some(event.id));
                if ui.add(item.key(day.as_deref().unwrap_or_default())).clicked() {
                    self.event = Some(event.id);
                }
            }
        });
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            left.label(text::rich(texts.inspector_who_began(), TextKind::Label, p.text3));
            let directions = [Direction::Mutual, Direction::FromMe, Direction::ToMe];
            let labels = [
                texts.common_direction_mutual(),
                texts.common_direction_from_me(),
                texts.common_direction_from_them(),
            ];
            let mut at = directions.iter().position(|other| *other == self.direction).unwrap_or(0);
            if segmented(left, texts.inspector_who_began(), &labels, &mut at).changed() {
                self.direction = directions[at];
            }
            right.label(text::rich(texts.inspector_reply(), TextKind::Label, p.text3));
            let replies = [Reply::None, Reply::Once, Reply::Continuing];
            let labels = [
                texts.inspector_reply_none(),
                texts.inspector_reply_once(),
                texts.inspector_reply_continuing(),
            ];
            let mut at = replies.iter().position(|other| *other == self.reply).unwrap_or(0);
            if segmented(right, texts.inspector_reply(), &labels, &mut at).changed() {
                self.reply = replies[at];
            }
        });
        ui.add(Check::new(&mut self.is_thank_you, texts.inspector_was_thank_you()));
        self.favours_ui(ctx, ui);
    }

    fn favours_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.label(text::rich(texts.inspector_favours(), TextKind::Label, p.text3));
        let mut removed = None;
        for (at, favour) in self.favours.iter_mut().enumerate() {
            ui.push_id(("favour", at), |ui| {
                ui.horizontal(|ui| {
                    let way = if favour.given {
                        texts.inspector_favour_given()
                    } else {
                        texts.inspector_favour_received()
                    };
                    if ui.add(Button::new(way).small()).clicked() {
                        favour.given = !favour.given;
                    }
                    let label = favour_label(favour.kind, texts);
                    let menu = ui.add(Button::new(label).trailing(icons::CARET_DOWN).small());
                    egui::Popup::menu(&menu).show(|ui| {
                        for kind in FAVOURS {
                            let item = MenuItem::new(favour_label(kind, texts)).checked(kind == favour.kind);
                            if ui.add(item).clicked() {
                                favour.kind = kind;
                            }
                        }
                    });
                    let width = (ui.available_width() - 36.0).max(60.0);
                    TextField::new(texts.inspector_favours())
                        .hide_label()
                        .hint(texts.inspector_favour_what())
                        .width(width)
                        .show(ui, &mut favour.what);
                    let remove = IconButton::new(icons::X, texts.common_remove()).size(ButtonSize::Small);
                    if ui.add(remove).clicked() {
                        removed = Some(at);
                    }
                });
            });
        }
        if let Some(at) = removed {
            self.favours.remove(at);
        }
        if ui.add(Button::ghost(texts.inspector_add_favour()).icon(icons::PLUS).small()).clicked() {
            let given = true;
            self.favours.push(Favour { kind: FavourKind::Advice, given, what: String::new() });
        }
    }
}

impl SheetUi for EncounterSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.old.is_some() { texts.inspector_encounter_edit() } else { texts.inspector_encounter_new() }
            .to_owned()
    }

    fn width(&self) -> f32 {
        580.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let room = (ui.ctx().content_rect().height() - 240.0).max(200.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 4)).show(ui, |ui| {
                if let Some(follow_up) = self.completes.and_then(|id| ctx.book.get(id)) {
                    let words = texts.inspector_closes(follow_up_label(follow_up.kind, texts));
                    ui.label(text::rich(&words, TextKind::Small, p.text2));
                }
                self.kinds_ui(ctx, ui);
                self.people.ui(ctx, ui, texts.inspector_with_whom());
                let day = self.day(ctx);
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    let error = day.is_none().then(|| texts.inspector_date_not_understood());
                    TextField::new(texts.common_date()).error(error).show(left, &mut self.date);
                    if let Some(day) = day {
                        let words = texts.locale().day_medium(day);
                        left.label(text::rich(&words, TextKind::Label, p.text3));
                    }
                    let topics = TextField::new(texts.inspector_topics()).hint(texts.inspector_topics_hint());
                    let response = topics.show(right, &mut self.topics);
                    if std::mem::take(&mut self.first_frame) {
                        response.request_focus();
                    }
                });
                HandField::new(texts.common_note(), texts.inspector_encounter_note(), 3)
                    .show(ui, &mut self.note);
                if self.old.is_none() {
                    ui.columns(2, |columns| {
                        let [left, right] = columns else { return };
                        TextField::new(texts.inspector_next_step())
                            .hint(texts.inspector_next_step_hint())
                            .show(left, &mut self.next_step);
                        let day = self.next_day(ctx);
                        let error = (day.is_none()).then(|| texts.inspector_date_not_understood());
                        let hint = day.map(|day| texts.locale().day_medium(day)).unwrap_or_default();
                        TextField::new(texts.inspector_next_step_when())
                            .hint(&hint)
                            .error(error)
                            .show(right, &mut self.next_when);
                    });
                }
                if self.more {
                    self.more_ui(ctx, ui);
                } else if ui
                    .add(Button::ghost(texts.inspector_more_fields()).icon(icons::CARET_DOWN).small())
                    .clicked()
                {
                    self.more = true;
                }
            });
        });
        ui.add_space(4.0);
        let day = self.day(ctx);
        let minutes = self.minutes();
        let next_fine = self.next_step.trim().is_empty() || self.next_day(ctx).is_some();
        let ready = day.is_some() && minutes.is_ok() && next_fine && !self.people.chosen().is_empty();
        let why = if self.people.chosen().is_empty() {
            texts.inspector_encounter_needs_person()
        } else if minutes.is_err() {
            texts.inspector_duration_wrong()
        } else {
            texts.inspector_date_not_understood()
        };
        let label = if self.old.is_some() { texts.common_save() } else { texts.inspector_encounter_save() };
        if super::relationship::footer(ctx, ui, label, ready, why, &mut next)
            && let (Some(day), Ok(minutes)) = (day, minutes)
        {
            self.save(ctx, day, minutes);
            next = Next::Close;
        }
        next
    }
}
