//! A letter to the organiser of an event: I cannot come, I am sorry, I make up for it, thank you. To exactly one person,
//! opened in the mail program or copied; sending it is logged and does its part of the amends.
//!
//! Owns what is typed. The words come from `letters`. Start reading at [`EventLetter::ui`].
//!
//! Invariant: the mail program is opened with one recipient
//! (held by the suite's `an_apology_goes_to_one_person_and_does_its_part`).

use eframe::egui::{self, Key, Modifiers, Ui, vec2};

use super::{Next, SheetUi};
use crate::edit::{Amends, Edit};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::{Fate, LetterOut, not_opened_ui};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{Banner, Button, HandField, Severity, TextField, segmented};
use crate::index::events::AmendsBook;
use crate::letters::{
    AddressKind, Facts, Form, Letter, Occasion, address_kind, best_address, check_address, fill, language_for,
};
use crate::model::{AmendsStep, Contact, Direction, Encounter, EncounterKind, Event, Id, Organizer};
use crate::text::{Locale, Texts};

/// How many people of an organization are offered.
const MOST_PEOPLE: usize = 6;

/// A letter to the organiser.
pub struct EventLetter {
    event: Id<Event>,
    occasion: Occasion,
    part: Option<Amends>,
    /// Who can get it; one is chosen.
    people: Vec<(Id<Contact>, String)>,
    chosen: usize,
    locale: usize,
    own_words: String,
    letter: Letter,
    /// The letter as the template made it last: what differs was changed by hand and stays.
    made: Letter,
    /// From what `made` was made.
    drafted: Option<(usize, usize, String, bool)>,
    /// Where it goes.
    address: Option<String>,
    /// The state of the book for which the next two hold.
    revision: Option<u64>,
    /// The fee is to be paid, or is paid.
    pays: bool,
    /// The part of the amends that it does is open.
    does_part: bool,
    written: bool,
    /// What became of it in the mail program.
    fate: Option<Fate>,
}

impl EventLetter {
    /// Returns the sheet as it opens.
    pub fn new(event: Id<Event>, occasion: Occasion, part: Option<Amends>, ctx: &ViewCtx<'_>) -> Self {
        let record = ctx.book.get(event);
        let organizer = record.and_then(|event| event.organizer);
        // Nobody says that they cannot come to what is over.
        let is_over = record.and_then(|event| event.last_day()).is_some_and(|day| day < ctx.today);
        let occasion = if occasion == Occasion::Notice && is_over { Occasion::Apology } else { occasion };
        let mut people: Vec<Id<Contact>> = match organizer {
            Some(Organizer::Contact(contact)) => vec![contact],
            Some(Organizer::Organization(id)) => {
                let people = ctx.index.links.organization(id).contacts.iter();
                people
                    .copied()
                    .filter(|id| ctx.book.get(*id).is_some_and(|it| it.archived.is_none()))
                    .collect()
            }
            None => Vec::new(),
        };
        // Whoever can be written to first.
        people.sort_by_key(|id| address_of(ctx, *id).is_none_or(|address| check_address(&address).is_err()));
        people.truncate(MOST_PEOPLE);
        let people = people.into_iter().map(|id| (id, name_of(ctx.book, ctx.texts, id))).collect();
        let mut sheet = Self {
            event,
            occasion,
            part,
            people,
            chosen: 0,
            locale: 0,
            own_words: String::new(),
            letter: Letter::default(),
            made: Letter::default(),
            drafted: None,
            address: None,
            revision: None,
            pays: false,
            does_part: false,
            written: false,
            fate: None,
        };
        sheet.locale = sheet.language(ctx);
        sheet
    }

    fn addressee(&self) -> Option<Id<Contact>> {
        self.people.get(self.chosen).map(|(id, _)| *id)
    }

    /// The place of the language of whoever gets the letter.
    fn language(&self, ctx: &ViewCtx<'_>) -> usize {
        let contact = self.addressee().and_then(|id| ctx.book.get(id));
        let locale = contact.map_or(ctx.texts.locale(), |contact| language_for(contact, ctx.texts.locale()));
        Locale::ALL.iter().position(|it| *it == locale).unwrap_or(0)
    }

    /// Makes the letter from its template when somebody else gets it, in another language or with other words. Subject or
    /// body stay where they were changed by hand.
    fn draft(&mut self, ctx: &ViewCtx<'_>, event: &Event) {
        if self.revision.replace(ctx.revision) != Some(ctx.revision) {
            let fee = Amends::Step(AmendsStep::Fee);
            let amends = AmendsBook::of(ctx.book);
            let mut items = amends.items(self.event).iter();
            self.pays = items.any(|item| item.part == fee && (item.is_open || item.done_on.is_some()));
            let mut items = amends.items(self.event).iter().filter(|item| item.is_open);
            self.does_part = items.any(|item| Some(item.part) == self.part);
        }
        let key = (self.chosen, self.locale, self.own_words.clone(), self.pays);
        if self.drafted.as_ref() == Some(&key) {
            return;
        }
        self.drafted = Some(key);
        let texts = Texts::new(Locale::ALL[self.locale.min(2)]);
        let contact = self.addressee().and_then(|id| ctx.book.get(id));
        let work =
            contact.and_then(|it| it.current_affiliation()).and_then(|it| ctx.book.get(it.organization));
        let owner = &ctx.book.header.owner;
        let facts = Facts {
            name: contact.map(|contact| contact.name.clone()).unwrap_or_default(),
            company: work.map_or("", |organization| organization.name.as_str()),
            event: &event.title,
            date: event.starts_on.map(|day| texts.locale().day_near(day, ctx.today)).unwrap_or_default(),
            next: &self.own_words,
            me: owner.name.display(texts.locale().tag()),
            my_company: &owner.organization,
            ..Facts::default()
        };
        let made = fill(&self.occasion.template(&texts, self.pays), &facts, &texts, Form::Polite);
        if self.letter.subject == self.made.subject {
            self.letter.subject.clone_from(&made.subject);
        }
        if self.letter.body == self.made.body {
            self.letter.body.clone_from(&made.body);
        }
        self.made = made;
        self.address = self.addressee().and_then(|id| address_of(ctx, id));
    }

    /// Whether it can be noted that it is sent: somebody of the book gets it, or it does a part of the amends.
    fn can_note(&self) -> bool {
        self.addressee().is_some() || self.does_part
    }

    /// It was sent: an e-mail of today about the event, which does the part of the amends that it is for.
    fn sent(&self, ctx: &mut ViewCtx<'_>, event: &Event) {
        let encounter = self.addressee().map(|contact| {
            Box::new(Encounter {
                kind: EncounterKind::Email,
                direction: Direction::FromMe,
                on: ctx.today,
                contacts: [contact].into(),
                event: Some(self.event),
                topics: vec![event.title.clone()],
                is_thank_you: self.occasion == Occasion::Thanks,
                ..Encounter::default()
            })
        });
        ctx.edit(Edit::WriteToOrganizer { event: self.event, part: self.part, encounter });
    }

    fn letter_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            let to = match (&self.address, self.people.is_empty()) {
                (Some(address), _) => texts.ways_request_to(&tidy(address)),
                (None, false) => texts.ways_request_no_mail().to_owned(),
                (None, true) => texts.visits_letter_nobody().to_owned(),
            };
            let room = ui.available_width() - 250.0;
            ui.allocate_ui(vec2(room, 20.0), |ui| {
                ui.add(egui::Label::new(text::rich(&to, TextKind::Small, p.text2)).truncate());
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let names = Locale::ALL.map(Locale::name);
                segmented(ui, texts.ways_request_language(), &names, &mut self.locale);
            });
        });
        match self.address.as_deref().map(check_address) {
            Some(Err(_)) => {
                let words = text::rich(texts.letters_address_bad(), TextKind::Small, p.danger);
                ui.add(egui::Label::new(words).wrap());
            }
            Some(Ok(address)) if address_kind(address) == AddressKind::Shared => {
                Banner::new(Severity::Warn, texts.letters_shared()).show(ui);
            }
            _ => {}
        }
        TextField::new(texts.ways_request_subject()).show(ui, &mut self.letter.subject);
        ui.horizontal(|ui| {
            ui.label(text::rich(texts.ways_request_letter(), TextKind::Label, p.text3));
            let is_own = self.letter != self.made;
            if is_own && ui.add(Button::ghost(texts.letters_anew()).small()).clicked() {
                self.letter = self.made.clone();
            }
        });
        HandField::new(texts.ways_request_letter(), "", 10).show(ui, &mut self.letter.body);
        if !self.can_note() {
            let words = text::rich(texts.visits_letter_unnoted(), TextKind::Small, p.warn);
            ui.add(egui::Label::new(words).wrap());
        }
    }

    /// What leads out: copying, the mail program, and that it is sent. Returns whether it is sent, and whether the sheet
    /// is to be closed.
    fn foot_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> (bool, bool) {
        let texts = ctx.texts;
        let address = self.address.as_deref().map(check_address);
        let no_mail = match address {
            Some(Ok(_)) => None,
            Some(Err(_)) => Some(texts.letters_address_bad()),
            None => Some(texts.ways_request_no_mail()),
        };
        let can_note = self.can_note();
        let mut sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) && can_note;
        let (mut copy, mut mail, mut close) = (false, false, false);
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let words = texts.letters_is_sent();
            let is_written = self.written && !self.fate.as_ref().is_some_and(Fate::has_failed);
            let button = if is_written { Button::primary(words) } else { Button::new(words) };
            let button = ui.add_enabled(ctx.writable && can_note, button.icon(icons::CHECK));
            let why = if ctx.writable { texts.visits_letter_unnoted() } else { texts.safety_refused() };
            sent |= button.on_disabled_hover_text(why).clicked();
            let words = Button::new(texts.ways_request_mail()).icon(icons::ENVELOPE_SIMPLE);
            let button = ui.add_enabled(no_mail.is_none(), words);
            mail = button.on_disabled_hover_text(no_mail.unwrap_or_default()).clicked();
            copy = ui.add(Button::new(texts.ways_request_copy()).icon(icons::COPY)).clicked();
            close = ui.add(Button::ghost(texts.common_cancel())).clicked();
        });
        if copy {
            ctx.ask(Command::Copy(format!("{}\n\n{}", self.letter.subject, self.letter.body)));
            (self.written, self.fate) = (true, None);
        }
        if mail && let Some(Ok(address)) = address {
            let (to, fate) = (Some(address.to_owned()), Fate::default());
            let name = self.people.get(self.chosen).map(|(_, name)| name.clone()).unwrap_or_default();
            (self.written, self.fate) = (true, Some(fate.clone()));
            let letter = self.letter.clone();
            ctx.ask(Command::OpenLetters(vec![LetterOut { to, name, letter, tells: None, fate }]));
        }
        (sent && ctx.writable, close)
    }
}

/// The address to which a letter to somebody goes.
fn address_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Option<String> {
    best_address(ctx.book.get(contact)?).map(str::to_owned)
}

impl SheetUi for EventLetter {
    fn title(&self, texts: &Texts) -> String {
        texts.visits_letter_title().to_owned()
    }

    fn width(&self) -> f32 {
        640.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        let Some(event) = ctx.book.get(self.event).cloned() else {
            ui.label(text::rich(texts.rules_why_gone(), TextKind::Body, p.text2));
            return Next::Stay;
        };
        let room = (ui.ctx().content_rect().height() - 230.0).max(180.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 2)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                if self.people.len() > 1 {
                    let names: Vec<&str> = self.people.iter().map(|(_, name)| name.as_str()).collect();
                    let before = self.chosen;
                    ui.horizontal_wrapped(|ui| {
                        segmented(ui, texts.visits_letter_to(), &names, &mut self.chosen);
                    });
                    if before != self.chosen {
                        self.locale = self.language(ctx);
                    }
                }
                let field = TextField::new(texts.visits_letter_own_words());
                field.hint(texts.visits_letter_own_words_hint()).show(ui, &mut self.own_words);
                self.draft(ctx, &event);
                self.letter_ui(ctx, ui);
            });
        });
        not_opened_ui(ctx, ui, self.fate.as_ref(), (self.address.as_deref(), &self.letter));
        if self.fate.as_ref().is_some_and(Fate::is_pasted) {
            ui.add(egui::Label::new(text::rich(texts.letters_pasted(), TextKind::Small, p.warn)).wrap());
        }
        ui.add_space(space::XS);
        let (sent, close) = self.foot_ui(ctx, ui);
        if sent {
            self.sent(ctx, &event);
        }
        if sent || close { Next::Close } else { Next::Stay }
    }
}
