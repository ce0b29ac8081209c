//! The thank-you writer: whoever is to be thanked, one at a time, each with a letter of their own.
//!
//! Owns the queue and what is typed for each person while the sheet is open. What a letter says and when it is ready is
//! [`crate::letters`]'s; that it was sent is an edit. There is no way to send to several. Start reading at
//! [`ThanksSheet::ui`]; `draft` makes the letter, `page` draws it.
//!
//! Invariant: whether somebody is thanked is told by the book, so that Undo opens their letter again
//! (held by the suite's `an_evening_of_eight_is_thanked_in_three_languages_and_taken_back`).

mod draft;
mod page;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Layout, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::{Fate, LetterOut};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, stroke, text};
use crate::gui::views::deadline::TimeLeft;
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Button, Chip, MenuItem, menu_separator, progress_bar, tip};
use crate::letters::{Form, check_address, hints};
use crate::model::{
    Contact, Direction, DueSource, Encounter, EncounterKind, Event, FollowUp, FollowUpKind, Id,
    LetterTemplate, Reason,
};
use crate::text::{Locale, Texts};

use draft::Draft;

/// Width of the list of people, in points.
const LIST: f32 = 216.0;
/// Height of a row of the list.
const ROW: f32 = 46.0;

/// Somebody to be thanked.
struct Entry {
    contact: Id<Contact>,
    name: String,
    source: Id<FollowUp>,
    event: Option<Id<Event>>,
    due_on: NaiveDate,
    is_done: bool,
}

/// Thank-yous, one after another.
pub struct ThanksSheet {
    queue: Vec<Entry>,
    at: usize,
    drafts: BTreeMap<Id<Contact>, Draft>,
    /// The words of the letters' languages; made when one is written in.
    words: BTreeMap<&'static str, Texts>,
    revision: Option<u64>,
    /// *It is sent* was pressed and is not in the book yet.
    pressed: bool,
    /// The field of the topics is to get the keyboard.
    asks_topics: bool,
    /// Which template is used for a language and a form: `None` is the program's own. Without an entry it is the first of
    /// the user's own: whoever makes one wants to use it.
    templates: BTreeMap<(&'static str, Form), Option<Id<LetterTemplate>>>,
}

impl ThanksSheet {
    /// Returns the queue as it begins with a person: those of the same event follow, then everybody else, by day.
    pub fn new(contact: Id<Contact>, ctx: &ViewCtx<'_>) -> Self {
        let mut queue: Vec<Entry> = Vec::new();
        for (due_on, id) in ctx.index.agenda.due_within(NaiveDate::MIN..=NaiveDate::MAX) {
            let Some(follow_up) = ctx.book.get(id).filter(|it| it.kind == FollowUpKind::ThankYou) else {
                continue;
            };
            for person in &follow_up.contacts {
                let known = ctx.book.get(*person).is_some_and(|it| it.archived.is_none());
                if known && queue.iter().all(|entry| entry.contact != *person) {
                    queue.push(Entry {
                        contact: *person,
                        name: name_of(ctx.book, ctx.texts, *person),
                        source: id,
                        event: event_of(ctx, follow_up),
                        due_on,
                        is_done: false,
                    });
                }
            }
        }
        let first = queue.iter().find(|entry| entry.contact == contact).and_then(|entry| entry.event);
        queue.sort_by_key(|entry| {
            (entry.contact != contact, first.is_none() || entry.event != first, entry.due_on)
        });
        Self {
            queue,
            at: 0,
            drafts: BTreeMap::new(),
            words: BTreeMap::new(),
            revision: None,
            pressed: false,
            asks_topics: true,
            templates: BTreeMap::new(),
        }
    }

    /// Follows the book: goes on when somebody is thanked, back to whose thanks were taken back.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if self.revision.replace(ctx.revision) == Some(ctx.revision) {
            return;
        }
        let present = self.queue.get(self.at).map(|entry| entry.contact);
        self.queue.retain(|entry| ctx.book.get(entry.contact).is_some());
        let mut undone = None;
        for (place, entry) in self.queue.iter_mut().enumerate() {
            let is_done = ctx.book.get(entry.source).is_none_or(|it| !it.is_open());
            if entry.is_done && !is_done {
                undone = Some(place);
            }
            entry.is_done = is_done;
        }
        let place = self.queue.iter().position(|entry| Some(entry.contact) == present);
        self.at = place.unwrap_or(self.at).min(self.queue.len().saturating_sub(1));
        if let Some(place) = undone {
            self.go(place);
        } else if std::mem::take(&mut self.pressed) {
            self.go_on();
        }
    }

    fn go(&mut self, place: usize) {
        self.at = place;
        self.asks_topics = true;
    }

    /// The next one who is not thanked.
    fn go_on(&mut self) {
        let open = |place: &usize| self.queue.get(*place).is_some_and(|entry| !entry.is_done);
        if let Some(place) = (self.at + 1..self.queue.len()).chain(0..self.at).find(open) {
            self.go(place);
        }
    }

    /// The letter of the present person, made at the first look.
    fn prepare(&mut self, ctx: &ViewCtx<'_>) -> Option<Id<Contact>> {
        let entry = self.queue.get(self.at)?;
        let contact = ctx.book.get(entry.contact)?;
        let draft = self.drafts.entry(entry.contact).or_insert_with(|| Draft::of(ctx, contact, entry.event));
        let words =
            self.words.entry(draft.language.tag()).or_insert_with(|| Texts::new(draft.language)).clone();
        let own = chosen(&self.templates, ctx, draft.language, draft.form);
        draft.fill(ctx, contact, entry.event, (&words, own));
        Some(entry.contact)
    }

    /// Asks for a file for the letter.
    fn save_letter(&mut self, ctx: &mut ViewCtx<'_>, contact: Id<Contact>) {
        let Some(entry) = self.queue.get(self.at) else { return };
        let Some(draft) = self.drafts.get_mut(&contact) else { return };
        (draft.opened, draft.fate) = (true, None);
        ctx.ask(Command::SaveLetter {
            letter: Box::new(draft.letter.clone()),
            to: draft.to.clone(),
            name: entry.name.clone(),
        });
    }

    /// What is left until the present person is to be thanked.
    fn left_ui(&self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let present = self.queue.get(self.at).filter(|entry| !entry.is_done);
        let Some(due_on) = present.map(|entry| entry.due_on) else { return };
        let p = Palette::of(ui);
        let left = TimeLeft::until(due_on, ctx.today, ctx.time);
        let ink = if left.is_late() { p.danger } else { p.text2 };
        ui.label(text::rich(&left.words(ctx.texts, ctx.today), TextKind::Small, ink));
    }

    /// The templates for the present language and form, and the way to change them.
    fn templates_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, language: Locale, form: Form) {
        let texts = ctx.texts;
        let own = LetterTemplate::fitting(ctx.book, language.tag(), form);
        let present = chosen(&self.templates, ctx, language, form);
        let label = present.map_or(texts.letters_template_built_in(), |it| it.name.as_str());
        let label = crate::gui::views::people::tidy(label);
        let chip = ui.add(Chip::new(&label, false).icon(icons::FILE_TEXT).caret());
        let chip = tip(chip, texts.letters_templates(), None);
        let mut choice = None;
        egui::Popup::menu(&chip).show(|ui| {
            let item = MenuItem::new(texts.letters_template_built_in()).checked(present.is_none());
            if ui.add(item).clicked() {
                choice = Some(None);
            }
            for template in own {
                let on = present.is_some_and(|it| it.id == template.id);
                if ui.add(MenuItem::new(&template.name).checked(on)).clicked() {
                    choice = Some(Some(template.id));
                }
            }
            menu_separator(ui);
            if ui.add(MenuItem::new(texts.letters_templates_edit()).icon(icons::PENCIL_SIMPLE_LINE)).clicked()
            {
                ctx.open(Sheet::Templates(present.map(|it| it.id), language.tag(), form));
            }
        });
        if let Some(choice) = choice {
            self.templates.insert((language.tag(), form), choice);
        }
    }

    /// Opens the mail program with the letter.
    fn open_mail(&mut self, ctx: &mut ViewCtx<'_>, contact: Id<Contact>) {
        let Some(draft) = self.drafts.get_mut(&contact) else { return };
        if check_address(&draft.to).is_err() {
            return;
        }
        draft.opened = true;
        let fate = Fate::default();
        draft.fate = Some(fate.clone());
        let (to, letter) = (Some(draft.to.clone()), draft.letter.clone());
        let name = name_of(ctx.book, ctx.texts, contact);
        ctx.ask(Command::OpenLetters(vec![LetterOut { to, name, letter, tells: None, fate }]));
    }

    /// It was sent: an e-mail of today about the topics, which does the follow-up.
    fn sent(&mut self, ctx: &mut ViewCtx<'_>, contact: Id<Contact>) {
        let Some(entry) = self.queue.get(self.at) else { return };
        let topics = self.drafts.get(&contact).map(Draft::topic_list).unwrap_or_default();
        let encounter = Encounter {
            kind: EncounterKind::Email,
            direction: Direction::FromMe,
            on: ctx.today,
            contacts: [contact].into(),
            event: entry.event,
            topics,
            is_thank_you: true,
            ..Encounter::default()
        };
        self.pressed = true;
        let follow_up = DueSource::Stored(entry.source);
        ctx.edit(Edit::CompleteFollowUp { follow_up, encounter: Some(Box::new(encounter)) });
    }

    /// What is still to be done about somebody's letter.
    fn state<'a>(&self, entry: &Entry, texts: &'a Texts) -> &'a str {
        if entry.is_done {
            return texts.letters_state_sent();
        }
        match self.drafts.get(&entry.contact) {
            Some(draft) if draft.is_opened() => texts.letters_state_opened(),
            Some(draft)
                if !hints(&draft.letter, &draft.topic_list(), &[]).iter().any(|it| it.holds_back()) =>
            {
                texts.letters_state_ready()
            }
            _ => texts.letters_state_topics(),
        }
    }

    /// The people, with a thread through those who are thanked.
    fn list_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let done = self.queue.iter().filter(|entry| entry.is_done).count();
        let words = texts.letters_progress(&self.queue.len().to_string(), &done.to_string());
        ui.label(text::rich(&words, TextKind::Strong, p.text));
        progress_bar(ui, LIST - 12.0, done as f32 / self.queue.len().max(1) as f32, &words);
        self.left_ui(ctx, ui);
        ui.add_space(space::XS);
        let height = (ui.ctx().content_rect().height() - 270.0).max(ROW * 4.0);
        let mut chosen = None;
        // As tall as the list: the sheet is measured with less.
        let least = (ROW * self.queue.len() as f32).min(height);
        let scroll = egui::ScrollArea::vertical().id_salt("thanks").max_height(height);
        scroll.min_scrolled_height(least).show_rows(ui, ROW, self.queue.len(), |ui, rows| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for place in rows {
                let entry = &self.queue[place];
                let (rect, response) =
                    ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
                let state = self.state(entry, texts);
                let selected = place == self.at;
                let spoken = texts.letters_row(&entry.name, state);
                response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, selected, &spoken));
                let painter = ui.painter();
                if selected || response.hovered() || response.has_focus() {
                    let fill = if selected { p.ai_soft } else { p.hover };
                    painter.rect_filled(rect.shrink2(vec2(0.0, 1.0)), 8, fill);
                }
                let knot = pos2(rect.left() + 14.0, rect.center().y);
                let above = place > 0 && self.queue[place - 1].is_done && entry.is_done;
                if above {
                    let line = egui::Stroke::new(stroke::THREAD, p.thread);
                    painter.line_segment([knot - vec2(0.0, ROW), knot], line);
                }
                if entry.is_done {
                    painter.circle_filled(knot, 6.0, p.thread);
                } else {
                    painter.circle(knot, 6.0, p.desk, egui::Stroke::new(1.5, p.line_strong));
                }
                let room = rect.width() - 38.0;
                let name = text::line(painter, &entry.name, TextKind::Strong, p.text, room);
                let late = !entry.is_done && entry.due_on < ctx.today;
                let ink = if late { p.danger } else { p.text2 };
                let words = if entry.is_done {
                    state.to_owned()
                } else {
                    format!("{} · {state}", texts.relative_due(entry.due_on, ctx.today))
                };
                let second = text::line(painter, &words, TextKind::Small, ink, room);
                painter.galley(pos2(rect.left() + 30.0, rect.top() + 5.0), name, p.text);
                painter.galley(pos2(rect.left() + 30.0, rect.top() + 24.0), second, ink);
                if response.clicked() {
                    chosen = Some(place);
                }
            }
        });
        if let Some(place) = chosen {
            self.go(place);
        }
    }
}

/// The template of the user's own that is used for a language and a form; `None` is the program's.
fn chosen<'a>(
    choices: &BTreeMap<(&'static str, Form), Option<Id<LetterTemplate>>>,
    ctx: &ViewCtx<'a>,
    language: Locale,
    form: Form,
) -> Option<&'a LetterTemplate> {
    let own = LetterTemplate::fitting(ctx.book, language.tag(), form);
    match choices.get(&(language.tag(), form)) {
        Some(choice) => own.into_iter().find(|template| Some(template.id) == *choice),
        None => own.into_iter().next(),
    }
}

/// The event after which somebody is thanked: that of the card, or the one that asked for it.
fn event_of(ctx: &ViewCtx<'_>, follow_up: &FollowUp) -> Option<Id<Event>> {
    match follow_up.reason {
        Reason::Event(event) => Some(event),
        Reason::Card(card) => ctx.book.get(card)?.event,
        _ => None,
    }
    .filter(|event| ctx.book.get(*event).is_some())
}

impl SheetUi for ThanksSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.letters_title().to_owned()
    }

    fn width(&self) -> f32 {
        900.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        self.catch_up(ctx);
        let Some(contact) = self.prepare(ctx) else { return Next::Close };
        let mut next = Next::Stay;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            ui.allocate_ui_with_layout(vec2(LIST, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(LIST);
                self.list_ui(ctx, ui);
            });
            ui.vertical(|ui| {
                let done = self.queue.get(self.at).is_some_and(|entry| entry.is_done);
                if done {
                    next = self.done_ui(ctx, ui);
                } else {
                    self.page_ui(ctx, ui, contact);
                }
            });
        });
        next
    }
}

impl ThanksSheet {
    /// What stands there when the present person is thanked: everybody is, or somebody else is chosen.
    fn done_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> Next {
        let texts = ctx.texts;
        let is_end = self.queue.iter().all(|entry| entry.is_done);
        ui.add_space(60.0);
        let icon = crate::gui::theme::icons::LEAF;
        let (title, body) = if is_end {
            (texts.letters_end_title(), texts.letters_end_body())
        } else {
            (texts.letters_sent_title(), texts.letters_sent_body())
        };
        crate::gui::widgets::EmptyState::new(icon, title, body).show(ui);
        ui.add_space(space::L);
        let mut next = Next::Stay;
        ui.vertical_centered(|ui| {
            let label = if is_end { texts.common_close() } else { texts.common_next() };
            if ui.add(Button::primary(label)).clicked() {
                if is_end {
                    next = Next::Close;
                } else {
                    self.go_on();
                }
            }
        });
        next
    }
}

/// The languages in which a letter can be written, with the names that they have for themselves.
const LANGUAGES: [Locale; 3] = Locale::ALL;

/// The forms in their order.
const FORMS: [Form; 2] = [Form::Polite, Form::Close];
