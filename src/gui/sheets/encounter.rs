//! Logs an encounter, or changes one: how, with whom, when, about what, and what comes next.
//!
//! Owns what is typed until it is saved. The kind, the person and today are filled in, so that most
//! encounters are one key. One line at the top says everything at once (`quick_line.rs`): what it says fills the fields
//! below, as long as nobody has changed them by hand.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};
use eframe::egui::{self, Key, Modifiers, vec2};

use super::quick_line::{Part, QuickLine};
use super::{Next, SheetUi};
use crate::edit::{Edit, Log};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::views::words::{FAVOURS, encounter_icon, encounter_label, favour_label};
use crate::gui::widgets::{
    Button, ButtonSize, Check, Chip, HandField, IconButton, MenuItem, TextField, segmented,
};
use crate::model::{
    Contact, Direction, DueSource, Encounter, EncounterKind, Event, Favour, FavourKind, FollowUp,
    FollowUpKind, Id, PersonName, Reply,
};
use crate::quick::next_step_day;
use crate::text::Texts;
use crate::text::dates::parse_date;

/// The fields that a line can fill.
#[derive(Debug, Clone, Default, PartialEq)]
struct Form {
    kind: EncounterKind,
    date: String,
    at: Option<NaiveTime>,
    minutes: String,
    topics: String,
    note: String,
    place: String,
    direction: Direction,
    favours: Vec<Favour>,
    is_thank_you: bool,
    next_step: String,
    next_when: String,
}

impl Form {
    /// Takes over what differs between two readings of the line, where nobody has changed the field by hand.
    fn follow(&mut self, before: &Self, after: &Self) {
        macro_rules! follow {
            ($($field:ident,)*) => {
                $(if self.$field == before.$field {
                    self.$field.clone_from(&after.$field);
                })*
            };
        }
        follow!(
            kind,
            date,
            at,
            minutes,
            topics,
            note,
            place,
            direction,
            favours,
            is_thank_you,
            next_step,
            next_when,
        );
    }
}

/// Logs an encounter.
pub struct EncounterSheet {
    /// As it was, when it is changed.
    old: Option<Encounter>,
    line: QuickLine,
    /// With what the sheet began.
    empty: Form,
    /// What the line says, so that a field changed by hand is known by differing from it.
    told: Form,
    told_people: Vec<Id<Contact>>,
    form: Form,
    people: PersonPicker,
    event: Option<Id<Event>>,
    reply: Reply,
    completes: Option<DueSource>,
    more: bool,
    first_frame: bool,
    /// The field that a chip leads to.
    focus: Option<Part>,
    /// Enter was pressed and something is missing.
    refused: bool,
}

impl EncounterSheet {
    /// Returns the sheet for a new encounter; `completes` is the follow-up that it does.
    pub fn new(contacts: &[Id<Contact>], completes: Option<DueSource>, ctx: &ViewCtx<'_>) -> Self {
        let follow_up = completes.and_then(|source| source.kind(ctx.book));
        // What was to be done tells how it was done most probably.
        let kind = match follow_up {
            Some(FollowUpKind::ThankYou | FollowUpKind::Message | FollowUpKind::Amends) => {
                EncounterKind::Email
            }
            Some(FollowUpKind::Call | FollowUpKind::Birthday) => EncounterKind::Call,
            _ => EncounterKind::InPerson,
        };
        let form = Form {
            kind,
            date: ctx.texts.common_day_today().to_owned(),
            direction: if follow_up.is_some() { Direction::FromMe } else { Direction::Mutual },
            is_thank_you: follow_up == Some(FollowUpKind::ThankYou),
            ..Form::default()
        };
        Self {
            old: None,
            line: QuickLine::new("", contacts.to_vec()),
            empty: form.clone(),
            told: form.clone(),
            told_people: contacts.to_vec(),
            form,
            people: PersonPicker::several(contacts.to_vec()),
            event: None,
            reply: Reply::None,
            completes,
            more: false,
            first_frame: true,
            focus: None,
            refused: false,
        }
    }

    /// Returns the sheet for a line that was typed elsewhere; `contacts` are meant when it names nobody.
    pub fn of_line(line: &str, contacts: &[Id<Contact>], ctx: &ViewCtx<'_>) -> Self {
        let names = crate::quick::BookNames::new(ctx.book, ctx.index, contacts);
        let sentence = crate::quick::Sentence::read(line, ctx.today, ctx.texts.locale(), &names);
        let people = if sentence.people.is_empty() { contacts } else { &[] };
        let mut sheet = Self::new(people, None, ctx);
        sheet.line = QuickLine::new(line, contacts.to_vec());
        sheet
    }

    /// Returns the sheet for an encounter that was logged before.
    pub fn edit(id: Id<Encounter>, ctx: &ViewCtx<'_>) -> Self {
        let mut sheet = Self::new(&[], None, ctx);
        if let Some(record) = ctx.book.get(id) {
            sheet.form = Form {
                kind: record.kind,
                date: ctx.texts.locale().day_with_year(record.on),
                at: record.at,
                minutes: record.minutes.map_or_else(String::new, |minutes| minutes.to_string()),
                topics: record.topics.join(", "),
                note: record.note.clone(),
                place: record.place.clone(),
                direction: record.direction,
                favours: record.favours.clone(),
                is_thank_you: record.is_thank_you,
                ..Form::default()
            };
            sheet.people = PersonPicker::several(record.contacts.iter().copied().collect());
            sheet.event = record.event;
            sheet.reply = record.reply;
            sheet.more = true;
            sheet.old = Some(Encounter::clone(record));
        }
        sheet
    }

    fn day(&self, ctx: &ViewCtx<'_>) -> Option<NaiveDate> {
        parse_date(&self.form.date, ctx.today, ctx.texts.locale())
    }

    /// Minutes as typed: nothing, a number, or something else.
    fn minutes(&self) -> Result<Option<u32>, ()> {
        let typed = self.form.minutes.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        match typed.parse() {
            Ok(minutes @ 0..=1440) => Ok(Some(minutes)),
            Ok(_) | Err(_) => Err(()),
        }
    }

    fn next_day(&self, ctx: &ViewCtx<'_>) -> Option<NaiveDate> {
        if self.form.next_when.trim().is_empty() {
            return Some(next_step_day(ctx.today));
        }
        parse_date(&self.form.next_when, ctx.today, ctx.texts.locale())
    }

    /// What the line says, as fields; what it does not say stays as the sheet began.
    fn form_of_line(&self, ctx: &ViewCtx<'_>) -> Form {
        let sentence = self.line.sentence();
        let texts = ctx.texts;
        let comma = texts.locale().comma();
        let day = |day: NaiveDate| {
            if day == ctx.today {
                texts.common_day_today().to_owned()
            } else {
                texts.locale().day_with_year(day)
            }
        };
        let mut note = vec![sentence.note.as_str()];
        note.extend(self.line.left_out());
        note.retain(|part| !part.is_empty());
        let next = sentence.next.as_ref();
        Form {
            kind: sentence.kind.unwrap_or(self.empty.kind),
            // What is no day stands in the field as it was written: there it is refused and can be mended.
            date: match sentence.on {
                _ if !sentence.no_day.is_empty() => sentence.no_day.clone(),
                Some(on) => day(on),
                None => self.empty.date.clone(),
            },
            at: sentence.at,
            minutes: sentence.minutes.map_or_else(String::new, |minutes| minutes.to_string()),
            topics: sentence.topics.join(comma),
            note: note.join(comma),
            place: sentence.place.clone(),
            direction: sentence.direction.unwrap_or(self.empty.direction),
            favours: sentence.favours.clone(),
            is_thank_you: sentence.is_thank_you || self.empty.is_thank_you,
            next_step: next.map_or_else(String::new, |next| {
                if next.what.is_empty() { next.kind.words(texts).to_owned() } else { next.what.clone() }
            }),
            next_when: next.map_or_else(String::new, |next| match next.due_on {
                _ if !next.no_day.is_empty() => next.no_day.clone(),
                due_on => due_on.map_or_else(String::new, day),
            }),
        }
    }

    /// Lets the fields follow the line.
    fn follow_line(&mut self, ctx: &ViewCtx<'_>) {
        let form = self.form_of_line(ctx);
        self.form.follow(&self.told, &form);
        self.told = form;
        self.more |=
            !self.told.place.is_empty() || !self.told.favours.is_empty() || !self.told.minutes.is_empty();
        let named = self.line.people();
        let mut people = self.people.chosen().to_vec();
        // Whoever was selected before the line stays; whoever the line does not name any more goes.
        people.retain(|id| named.contains(id) || !self.told_people.contains(id) || self.line.began_with(*id));
        people.extend(named.iter().filter(|id| !self.told_people.contains(id)));
        let mut once = BTreeSet::new();
        people.retain(|id| once.insert(*id));
        if people != self.people.chosen() {
            self.people = PersonPicker::several(people);
        }
        self.told_people = named;
    }

    /// The people who are to be added.
    fn newcomers(&self) -> Vec<PersonName> {
        self.line.newcomers().iter().map(|name| PersonName::parse(name)).collect()
    }

    fn encounter(&self, on: NaiveDate, minutes: Option<u32>) -> Encounter {
        let form = &self.form;
        let mut favours = form.favours.clone();
        favours.iter_mut().for_each(|favour| favour.what = favour.what.trim().to_owned());
        Encounter {
            kind: form.kind,
            direction: form.direction,
            on,
            at: form.at,
            minutes,
            contacts: self.people.chosen().iter().copied().collect::<BTreeSet<_>>(),
            event: self.event,
            place: form.place.trim().to_owned(),
            topics: self.topics(),
            note: form.note.trim().to_owned(),
            favours,
            reply: self.reply,
            is_thank_you: form.is_thank_you,
            ..self.old.clone().unwrap_or_default()
        }
    }

    fn topics(&self) -> Vec<String> {
        let topics =
            self.form.topics.split([',', '、', '，']).map(str::trim).filter(|topic| !topic.is_empty());
        topics.map(str::to_owned).collect()
    }

    /// What comes next, when something is told about it.
    fn next_step(&self, ctx: &ViewCtx<'_>) -> Option<FollowUp> {
        let step = self.form.next_step.trim();
        if step.is_empty() {
            return None;
        }
        let told = self.line.sentence().next.as_ref().filter(|_| self.form.next_step == self.told.next_step);
        let kind = told.map_or(FollowUpKind::Other, |next| next.kind);
        let about = if step == kind.words(ctx.texts) && kind != FollowUpKind::Other { "" } else { step };
        Some(FollowUp { kind, due_on: self.next_day(ctx)?, about: about.to_owned(), ..FollowUp::default() })
    }

    /// Whether the day is still to come: nothing has happened yet.
    fn is_plan(&self, day: Option<NaiveDate>, ctx: &ViewCtx<'_>) -> bool {
        self.old.is_none() && self.completes.is_none() && day.is_some_and(|day| day > ctx.today)
    }

    fn save(&self, ctx: &mut ViewCtx<'_>, on: NaiveDate, minutes: Option<u32>) {
        if self.is_plan(Some(on), ctx) {
            let kind = match self.form.kind {
                EncounterKind::InPerson => FollowUpKind::Meet,
                EncounterKind::Call | EncounterKind::Video => FollowUpKind::Call,
                _ => FollowUpKind::Message,
            };
            let mut about = self.topics();
            about.extend(
                [&self.form.note, &self.form.place, &self.form.next_step].map(|text| text.trim().to_owned()),
            );
            about.retain(|text| !text.is_empty());
            let follow_up = FollowUp {
                kind,
                due_on: on,
                due_at: self.form.at,
                contacts: self.people.chosen().iter().copied().collect(),
                about: about.join(", "),
                ..FollowUp::default()
            };
            return ctx.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) });
        }
        let encounter = Box::new(self.encounter(on, minutes));
        let edit = if self.old.is_some() {
            Edit::ChangeEncounter { encounter }
        } else {
            let next = self.next_step(ctx).map(Box::new);
            let log = Log { encounter, completes: self.completes, next, newcomers: self.newcomers() };
            Edit::Log { log: Box::new(log) }
        };
        ctx.edit(edit);
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
                let chip = Chip::new(label, kind == self.form.kind).icon(encounter_icon(kind));
                let number = key.name();
                let pressed = ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
                let words = format!("Alt+{number}");
                let response = crate::gui::widgets::tip(ui.add(chip), label, Some(&words));
                if response.clicked() || pressed {
                    self.form.kind = kind;
                }
                if kind == self.form.kind && self.focus.take_if(|part| *part == Part::Kind).is_some() {
                    response.request_focus();
                }
            }
        });
    }

    /// Gives the keyboard to the field of a chip that was pressed.
    fn lead(&mut self, part: Part, field: &egui::Response) {
        if self.focus.take_if(|wanted| *wanted == part).is_some() {
            field.request_focus();
            field.scroll_to_me(None);
        }
    }

    fn more_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                let place = TextField::new(texts.common_place())
                    .hint(texts.inspector_place_hint())
                    .show(left, &mut self.form.place);
                self.lead(Part::Place, &place);
                let wrong = self.minutes().is_err().then(|| texts.inspector_duration_wrong());
                let minutes = TextField::new(texts.inspector_duration())
                    .error(wrong)
                    .show(right, &mut self.form.minutes);
                self.lead(Part::Minutes, &minutes);
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
            let mut at = directions.iter().position(|other| *other == self.form.direction).unwrap_or(0);
            if segmented(left, texts.inspector_who_began(), &labels, &mut at).changed() {
                self.form.direction = directions[at];
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
        ui.add(Check::new(&mut self.form.is_thank_you, texts.inspector_was_thank_you()));
        self.favours_ui(ctx, ui);
    }

    fn favours_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.label(text::rich(texts.inspector_favours(), TextKind::Label, p.text3));
        let mut removed = None;
        for (at, favour) in self.form.favours.iter_mut().enumerate() {
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
            self.form.favours.remove(at);
        }
        let add = ui.add(Button::ghost(texts.inspector_add_favour()).icon(icons::PLUS).small());
        self.lead(Part::Favours, &add);
        if add.clicked() {
            let given = true;
            self.form.favours.push(Favour { kind: FavourKind::Advice, given, what: String::new() });
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
        let mut save = false;
        ui.spacing_mut().item_spacing.y = 8.0;
        let room = (ui.ctx().content_rect().height() - 240.0).max(200.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 4)).show(ui, |ui| {
                if let Some(kind) = self.completes.and_then(|source| source.kind(ctx.book)) {
                    let words = texts.inspector_closes(kind.words(texts));
                    ui.label(text::rich(&words, TextKind::Small, p.text2));
                }
                if self.old.is_none() {
                    let asked = self.line.ui(ctx, ui);
                    if asked.changed {
                        self.follow_line(ctx);
                    }
                    save = asked.save;
                    if asked.edit.is_some() {
                        self.focus = asked.edit;
                        self.more |= matches!(asked.edit, Some(Part::Place | Part::Minutes | Part::Favours));
                    }
                    let (rect, _) =
                        ui.allocate_exact_size(vec2(ui.available_width(), 9.0), egui::Sense::hover());
                    ui.painter().hline(rect.x_range(), rect.center().y, egui::Stroke::new(1.0, p.line));
                }
                self.kinds_ui(ctx, ui);
                if self.focus.take_if(|part| *part == Part::People).is_some() {
                    let people = std::mem::take(&mut self.people);
                    self.people = people.focused();
                }
                self.people.ui(ctx, ui, texts.inspector_with_whom());
                let day = self.day(ctx);
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    let error = day.is_none().then(|| texts.inspector_date_not_understood());
                    let date =
                        TextField::new(texts.common_date()).error(error).show(left, &mut self.form.date);
                    self.lead(Part::Date, &date);
                    if let Some(day) = day {
                        let time = self.form.at.map(|at| format!(", {}", texts.locale().time(at)));
                        let words = format!("{}{}", texts.locale().day_medium(day), time.unwrap_or_default());
                        left.label(text::rich(&words, TextKind::Label, p.text3));
                    }
                    let topics = TextField::new(texts.inspector_topics()).hint(texts.inspector_topics_hint());
                    let response = topics.show(right, &mut self.form.topics);
                    self.lead(Part::Topics, &response);
                    if std::mem::take(&mut self.first_frame) && self.old.is_some() {
                        response.request_focus();
                    }
                });
                let note = HandField::new(texts.common_note(), texts.inspector_encounter_note(), 3)
                    .show(ui, &mut self.form.note);
                self.lead(Part::Note, &note);
                if self.is_plan(day, ctx) {
                    let words = text::rich(texts.log_is_plan(), TextKind::Small, p.text2);
                    ui.add(egui::Label::new(words).wrap());
                } else if self.old.is_none() {
                    ui.columns(2, |columns| {
                        let [left, right] = columns else { return };
                        let step = TextField::new(texts.inspector_next_step())
                            .hint(texts.inspector_next_step_hint())
                            .show(left, &mut self.form.next_step);
                        self.lead(Part::NextStep, &step);
                        let day = self.next_day(ctx);
                        let error = (day.is_none()).then(|| texts.inspector_date_not_understood());
                        let hint = day.map(|day| texts.locale().day_medium(day)).unwrap_or_default();
                        TextField::new(texts.inspector_next_step_when())
                            .hint(&hint)
                            .error(error)
                            .show(right, &mut self.form.next_when);
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
        let next_fine = self.form.next_step.trim().is_empty() || self.next_day(ctx).is_some();
        let newcomers = self.line.newcomers().len();
        let is_plan = self.is_plan(day, ctx);
        let nobody = self.people.chosen().is_empty() && newcomers == 0;
        let question =
            self.line.question().map(|said| texts.log_question(&crate::gui::views::people::tidy(said)));
        let why = if let Some(question) = &question {
            question.as_str()
        } else if nobody {
            texts.inspector_encounter_needs_person()
        } else if minutes.is_err() {
            texts.inspector_duration_wrong()
        } else if is_plan && newcomers > 0 {
            texts.log_plan_needs_known()
        } else {
            texts.inspector_date_not_understood()
        };
        let ready = question.is_none()
            && !nobody
            && day.is_some()
            && minutes.is_ok()
            && next_fine
            && !(is_plan && newcomers > 0);
        let label = match () {
            () if self.old.is_some() => texts.common_save(),
            () if is_plan => texts.log_save_plan(),
            () => texts.inspector_encounter_save(),
        };
        // Enter that saves nothing says why, until it would.
        self.refused = !ready && (self.refused || save);
        if self.refused {
            ui.add(egui::Label::new(text::rich(why, TextKind::Small, p.danger)).wrap());
        }
        let asked = super::relationship::footer(ctx, ui, label, ready, why, &mut next);
        if (asked || save && ready)
            && let (Some(day), Ok(minutes)) = (day, minutes)
        {
            self.save(ctx, day, minutes);
            next = Next::Close;
        }
        next
    }
}
