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
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{Button, HandField, TextField, segmented};
use crate::index::events::AmendsBook;
use crate::letters::{Facts, Form, Letter, MailLink, Occasion, fill, language_for, mail_link};
use crate::model::{Contact, Direction, DueSource, Encounter, EncounterKind, Event, Id, Organizer};
use crate::text::{Locale, Texts};

/// What the system hands on to the mail program; a longer letter is on the clipboard instead.
const LONGEST_LINK: usize = if cfg!(windows) { 2_000 } else { 16_000 };
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
    /// For what the letter was drafted; typing in it keeps it until one of these changes.
    drafted: Option<(usize, usize, String)>,
    written: bool,
    pasted: bool,
}

impl EventLetter {
    /// Returns the sheet as it opens.
    pub fn new(event: Id<Event>, occasion: Occasion, part: Option<Amends>, ctx: &ViewCtx<'_>) -> Self {
        let organizer = ctx.book.get(event).and_then(|event| event.organizer);
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
        people.sort_by_key(|id| address_of(ctx, *id).is_none());
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
            drafted: None,
            written: false,
            pasted: false,
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

    /// Drafts the letter anew when somebody else gets it, in another language or with other words.
    fn draft(&mut self, ctx: &ViewCtx<'_>, event: &Event) {
        let key = (self.chosen, self.locale, self.own_words.clone());
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
        self.letter = fill(&self.occasion.template(&texts), &facts, &texts, Form::Polite);
    }

    /// It was sent: an e-mail of today, which does the part of the amends that it is for.
    fn sent(&self, ctx: &mut ViewCtx<'_>, event: &Event) {
        let is_thank_you = self.occasion == Occasion::Thanks;
        let encounter = self.addressee().map(|contact| {
            Box::new(Encounter {
                kind: EncounterKind::Email,
                direction: Direction::FromMe,
                on: ctx.today,
                contacts: [contact].into(),
                // Whoever was there was met; a letter about an event that I missed makes no meeting there.
                event: is_thank_you.then_some(self.event),
                topics: vec![event.title.clone()],
                is_thank_you,
                ..Encounter::default()
            })
        });
        let amends = AmendsBook::of(ctx.book);
        let item = amends.items(self.event).iter().find(|item| Some(item.part) == self.part && item.is_open);
        match (item, encounter) {
            (Some(item), encounter) => {
                let follow_up = DueSource::Stored(item.follow_up);
                ctx.edit(Edit::CompleteFollowUp { follow_up, encounter });
            }
            (None, Some(encounter)) => ctx.edit(Edit::LogEncounter { encounter }),
            (None, None) => {}
        }
    }

    fn letter_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let address = self.addressee().and_then(|id| address_of(ctx, id));
        ui.horizontal(|ui| {
            let to = match (&address, self.people.is_empty()) {
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
        TextField::new(texts.ways_request_subject()).show(ui, &mut self.letter.subject);
        ui.label(text::rich(texts.ways_request_letter(), TextKind::Label, p.text3));
        HandField::new(texts.ways_request_letter(), "", 10).show(ui, &mut self.letter.body);
        if self.pasted {
            ui.add(egui::Label::new(text::rich(texts.letters_pasted(), TextKind::Small, p.warn)).wrap());
        }
        ui.horizontal(|ui| {
            let copy = Button::new(texts.ways_request_copy()).icon(icons::COPY).small();
            if ui.add(copy).clicked() {
                ctx.ask(Command::Copy(self.letter.body.clone()));
                self.written = true;
            }
            let mail = Button::new(texts.ways_request_mail()).icon(icons::ENVELOPE_SIMPLE).small();
            let mail = ui.add_enabled(address.is_some(), mail);
            if mail.on_disabled_hover_text(texts.ways_request_no_mail()).clicked()
                && let Some(address) = &address
            {
                match mail_link(address, &self.letter, LONGEST_LINK) {
                    Ok(MailLink::Whole(link)) => ctx.ask(Command::OpenLink(link)),
                    Ok(MailLink::WithoutBody(link)) => {
                        self.pasted = true;
                        ctx.ask(Command::Copy(self.letter.body.clone()));
                        ctx.ask(Command::OpenLink(link));
                    }
                    Err(_) => ctx.ask(Command::Copy(self.letter.body.clone())),
                }
                self.written = true;
            }
        });
    }
}

fn address_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Option<String> {
    let contact = ctx.book.get(contact)?;
    contact.emails.iter().map(|mail| mail.value.trim().to_owned()).find(|mail| !mail.is_empty())
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
        ui.add_space(space::XS);
        let mut next = Next::Stay;
        let mut sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| {
            let words = texts.letters_is_sent();
            let button = if self.written { Button::primary(words) } else { Button::new(words) };
            sent |= ctx.add_writing(ui, button.icon(icons::CHECK)).clicked();
            if ui.add(Button::ghost(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        if sent && ctx.writable {
            self.sent(ctx, &event);
            next = Next::Close;
        }
        next
    }
}
