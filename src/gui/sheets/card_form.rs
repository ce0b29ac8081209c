//! The fields of a person as they stand on a card: shared by the sheets that name a card and that
//! take one in by hand.
//!
//! Owns what is typed and whether it can be saved. Must not know where it goes. Start reading at
//! [`CardForm::ui`].

use chrono::NaiveDate;
use eframe::egui::{self, Id as WidgetId, Key, Modifiers, vec2};

use crate::edit::{Employment, NewCard};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Button, Chip, HandField, TextField};
use crate::index::duplicates::{self, Certainty};
use crate::model::{Contact, Event, Exchange, Id, Labelled, PersonName};
use crate::text::Texts;
use crate::text::dates::parse_date;
use crate::text::fold::fold;

/// How many events are offered at once.
const EVENTS: usize = 4;

/// How many people of a search are compared with what is typed.
const CANDIDATES: usize = 50;

/// The ways in which a card changes hands, in the order of their keys 1 to 5.
const EXCHANGES: [Exchange; 5] =
    [Exchange::IAsked, Exchange::TheyAsked, Exchange::Mutual, Exchange::HandedToMe, Exchange::Digital];

/// What is typed.
#[derive(Debug, Default)]
pub(super) struct CardForm {
    name: String,
    parts: PersonName,
    /// The parts were changed by hand and do not follow the name any more.
    parts_by_hand: bool,
    parts_open: bool,
    company: String,
    title: String,
    email: String,
    phone: String,
    event: String,
    received: String,
    exchange: Exchange,
    impression: String,
    /// The name gets the keyboard in the next frame.
    focus: bool,
    known: Cached<(u64, PersonName, String), Option<Id<Contact>>>,
    perhaps: Cached<PerhapsKey, Option<(Id<Contact>, String)>>,
    /// Events that a card can come from, newest first, as of a revision of the book.
    events: Option<(u64, Vec<Offered>)>,
}

/// On what it rests who the person may be: revision, name, address, number, company.
type PerhapsKey = (u64, PersonName, String, String, String);

/// An event that can be chosen.
#[derive(Debug)]
struct Offered {
    title: String,
    folded: String,
    day: String,
}

impl CardForm {
    /// An empty form with the day of the card.
    pub fn new(received: Option<NaiveDate>, texts: &Texts) -> Self {
        let received = received.map(|day| texts.locale().day_with_year(day)).unwrap_or_default();
        Self { received, focus: true, ..Self::default() }
    }

    /// The next card of a batch: event, day and exchange stay, the person does not.
    pub fn next(&mut self) {
        let kept = Self {
            event: std::mem::take(&mut self.event),
            received: std::mem::take(&mut self.received),
            exchange: self.exchange,
            parts_open: self.parts_open,
            events: self.events.take(),
            focus: true,
            ..Self::default()
        };
        *self = kept;
    }

    /// Puts in a name that was typed elsewhere.
    pub fn set_name(&mut self, name: &str) {
        name.clone_into(&mut self.name);
        self.parts = PersonName::parse(name);
    }

    /// Puts in what the book knows of the card already.
    pub fn set_event(&mut self, title: &str) {
        title.clone_into(&mut self.event);
    }

    pub fn set_exchange(&mut self, exchange: Exchange) {
        self.exchange = exchange;
    }

    /// Puts the keyboard back into the name.
    pub fn refocus(&mut self) {
        self.focus = true;
    }

    /// Whether the person has a name of any kind or a company.
    pub fn has_name(&self) -> bool {
        !self.parts.is_empty() || !self.parts.latin.trim().is_empty() || !self.company.trim().is_empty()
    }

    /// Whether everything typed can be saved.
    pub fn is_valid(&self, ctx: &ViewCtx<'_>) -> bool {
        self.has_name() && self.date_error(ctx).is_none() && self.email_error(ctx.texts).is_none()
    }

    fn day(&self, ctx: &ViewCtx<'_>) -> Option<NaiveDate> {
        parse_date(&self.received, ctx.today, ctx.texts.locale())
    }

    fn date_error<'a>(&self, ctx: &ViewCtx<'a>) -> Option<&'a str> {
        if self.received.trim().is_empty() {
            return None;
        }
        match self.day(ctx) {
            None => Some(ctx.texts.cards_date_wrong()),
            Some(day) if day > ctx.today => Some(ctx.texts.cards_date_future()),
            Some(_) => None,
        }
    }

    fn email_error<'a>(&self, texts: &'a Texts) -> Option<&'a str> {
        let email = self.email.trim();
        (!email.is_empty() && !email.contains('@')).then(|| texts.cards_email_wrong())
    }

    /// The person as typed.
    pub fn contact(&self) -> Contact {
        let labelled = |value: &str| -> Vec<Labelled> {
            let value = value.trim();
            if value.is_empty() {
                Vec::new()
            } else {
                vec![Labelled { label: String::new(), value: value.to_owned() }]
            }
        };
        let mut name = self.parts.clone();
        for part in [
            &mut name.family,
            &mut name.given,
            &mut name.family_reading,
            &mut name.given_reading,
            &mut name.latin,
        ] {
            *part = part.trim().to_owned();
        }
        Contact { name, emails: labelled(&self.email), phones: labelled(&self.phone), ..Contact::default() }
    }

    /// Where the person works, as typed.
    pub fn employment(&self) -> Employment {
        Employment {
            organization: self.company.trim().to_owned(),
            title: self.title.trim().to_owned(),
            department: String::new(),
        }
    }

    /// What is told of the card.
    pub fn facts(&self, ctx: &ViewCtx<'_>) -> NewCard {
        let event = self.event_typed(ctx);
        NewCard {
            received_on: self.day(ctx),
            event,
            new_event: if event.is_none() { self.event.trim().to_owned() } else { String::new() },
            exchange: self.exchange,
            impression: self.impression.trim().to_owned(),
            ..NewCard::default()
        }
    }

    /// The event of the title that is typed.
    fn event_typed(&self, ctx: &ViewCtx<'_>) -> Option<Id<Event>> {
        let typed = fold(self.event.trim());
        if typed.is_empty() {
            return None;
        }
        let mut same: Vec<_> = ctx.book.events.values().filter(|event| fold(&event.title) == typed).collect();
        // Of a series the last one that has taken place is meant.
        same.sort_by_key(|event| (event.starts_on.is_some_and(|day| day <= ctx.today), event.starts_on));
        same.last().map(|event| event.id)
    }

    /// Somebody of the book who fits what is typed: the same name, reading, Latin name or address.
    pub fn known(&mut self, ctx: &ViewCtx<'_>) -> Option<Id<Contact>> {
        let key = (ctx.revision, self.parts.clone(), self.email.trim().to_lowercase());
        *self.known.get(key, |(_, parts, email)| look_up(ctx, parts, email))
    }

    /// Somebody of the book who may be the person that is typed, with the reasons in words.
    pub fn perhaps(&mut self, ctx: &ViewCtx<'_>) -> Option<(Id<Contact>, String)> {
        let person = self.contact();
        let key =
            (ctx.revision, person.name.clone(), self.email.clone(), self.phone.clone(), self.company.clone());
        let found = self.perhaps.get(key, |(.., company)| {
            let best = duplicates::perhaps(ctx.index, &person, company).into_iter().next()?;
            (best.certainty() >= Certainty::Likely).then(|| (best.a, best.reasons(ctx.texts)))
        });
        found.clone()
    }

    /// Whether this frame's Enter means Save: not while a button has the keyboard.
    pub fn enter(ui: &egui::Ui) -> bool {
        let typing = ui.ctx().text_edit_focused() || !ui.ctx().egui_wants_keyboard_input();
        typing
            && (ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
                || ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)))
    }

    /// Draws the fields of the person.
    pub fn person_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let id = WidgetId::unique("card form name");
        let name = TextField::new(texts.common_name()).hint(texts.cards_name_hint()).id(id);
        let response = name.show(ui, &mut self.name);
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        if response.changed() && !self.parts_by_hand {
            let typed = PersonName::parse(&self.name);
            // A reading or Latin name that was typed is not lost when the name is corrected.
            self.parts = PersonName {
                family_reading: std::mem::take(&mut self.parts.family_reading),
                given_reading: std::mem::take(&mut self.parts.given_reading),
                latin: std::mem::take(&mut self.parts.latin),
                ..typed
            };
        }
        ui.add_space(space::XXS);
        let caret = if self.parts_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        if ui.add(Button::ghost(texts.cards_name_parts()).small().trailing(caret)).clicked() {
            self.parts_open = !self.parts_open;
        }
        if self.parts_open {
            let parts = &mut self.parts;
            let mut changed = pair(
                ui,
                (texts.common_name_family(), &mut parts.family),
                (texts.common_name_given(), &mut parts.given),
            );
            changed |= pair(
                ui,
                (texts.common_name_family_reading(), &mut parts.family_reading),
                (texts.common_name_given_reading(), &mut parts.given_reading),
            );
            TextField::new(texts.cards_name_latin()).show(ui, &mut parts.latin);
            if changed {
                self.parts_by_hand = true;
                self.name = self.parts.display("");
            }
        }
        pair(
            ui,
            (texts.common_organization(), &mut self.company),
            (texts.common_job_title(), &mut self.title),
        );
        let error = self.email_error(texts);
        two(ui, |ui, width| {
            TextField::new(texts.common_label_email()).width(width).error(error).show(ui, &mut self.email);
            TextField::new(texts.common_label_phone()).width(width).show(ui, &mut self.phone);
        });
    }

    /// Draws the fields of the card: event, day, who asked, and the paper for the first impression.
    pub fn card_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let error = self.date_error(ctx);
        two(ui, |ui, width| {
            TextField::new(texts.common_event())
                .hint(texts.cards_event_hint())
                .width(width)
                .show(ui, &mut self.event);
            TextField::new(texts.cards_received()).width(width).error(error).show(ui, &mut self.received);
        });
        self.events_ui(ctx, ui);
        label(ui, texts.cards_exchange());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for (at, exchange) in EXCHANGES.into_iter().enumerate() {
                let key = EXCHANGE_KEYS[at];
                let words = exchange_name(texts, exchange);
                let chip = Chip::new(words, self.exchange == exchange).count(EXCHANGE_DIGITS[at]);
                let alone = !ui.ctx().text_edit_focused()
                    && ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
                let with_alt = ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
                if ui.add(chip).clicked() || alone || with_alt {
                    self.exchange = if self.exchange == exchange { Exchange::Unknown } else { exchange };
                }
            }
        });
        ui.add_space(space::XXS);
        label(ui, texts.common_impression());
        HandField::new(texts.common_impression(), texts.cards_impression_hint(), 3)
            .paper()
            .show(ui, &mut self.impression);
    }

    /// The newest events whose title has what is typed; one press takes one.
    fn events_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let typed = fold(self.event.trim());
        let events = self.events(ctx);
        let exact = events.iter().any(|event| event.folded == typed);
        let offered: Vec<(String, String)> = events
            .iter()
            .filter(|event| (typed.is_empty() || event.folded.contains(&typed)) && event.folded != typed)
            .take(EVENTS)
            .map(|event| (event.title.clone(), event.day.clone()))
            .collect();
        let new = (!typed.is_empty() && !exact).then(|| ctx.texts.cards_event_new(self.event.trim()));
        if offered.is_empty() && new.is_none() {
            return;
        }
        let p = Palette::of(ui);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for (title, day) in &offered {
                if ui.add(Chip::new(title, false).count(day).icon(icons::TICKET)).clicked() {
                    self.event.clone_from(title);
                }
            }
            if let Some(new) = new {
                ui.label(text::rich(&new, TextKind::Small, p.text3));
            }
        });
    }

    fn events(&mut self, ctx: &ViewCtx<'_>) -> &[Offered] {
        if self.events.as_ref().is_none_or(|(revision, _)| *revision != ctx.revision) {
            let mut events: Vec<_> = ctx.book.events.values().collect();
            events.sort_by_key(|event| std::cmp::Reverse((event.starts_on, event.id)));
            let locale = ctx.texts.locale();
            let entries = events
                .into_iter()
                // A card cannot have been received at an event that is still to come.
                .filter(|event| event.starts_on.is_none_or(|day| day <= ctx.today))
                .map(|event| {
                    let day = event.starts_on.map(|day| locale.day_near(day, ctx.today)).unwrap_or_default();
                    Offered { title: event.title.clone(), folded: fold(&event.title), day }
                })
                .collect();
            self.events = Some((ctx.revision, entries));
        }
        self.events.as_ref().map_or(&[], |(_, events)| events.as_slice())
    }
}

/// The search finds who comes into question, without folding every name of the book.
fn look_up(ctx: &ViewCtx<'_>, parts: &PersonName, email: &str) -> Option<Id<Contact>> {
    let written = |name: &PersonName| {
        let forwards = fold(&format!("{} {}", name.given, name.family));
        let backwards = fold(&format!("{} {}", name.family, name.given));
        [forwards, backwards, fold(&name.reading()), fold(&name.latin)].map(|name| name.trim().to_owned())
    };
    let typed = written(parts);
    let is_same = |contact: &Contact| {
        let has_address = |known: &Labelled| known.value.trim().to_lowercase() == email;
        (email.contains('@') && contact.emails.iter().any(has_address))
            || written(&contact.name).iter().any(|name| name.chars().count() > 1 && typed.contains(name))
    };
    let asked = [parts.display(""), parts.reading(), parts.latin.clone(), email.to_owned()];
    asked.iter().filter(|words| !words.trim().is_empty()).find_map(|words| {
        let found = ctx.index.find_text(words);
        let candidates = found.ranked().iter().filter_map(|id| ctx.book.get(*id));
        candidates.take(CANDIDATES).find(|contact| is_same(contact)).map(|contact| contact.id)
    })
}

const EXCHANGE_KEYS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
const EXCHANGE_DIGITS: [&str; 5] = ["1", "2", "3", "4", "5"];

fn exchange_name(texts: &Texts, exchange: Exchange) -> &str {
    match exchange {
        Exchange::Unknown => texts.common_unknown(),
        Exchange::IAsked => texts.common_exchange_i_asked(),
        Exchange::TheyAsked => texts.common_exchange_they_asked(),
        Exchange::Mutual => texts.common_exchange_mutual(),
        Exchange::HandedToMe => texts.common_exchange_handed(),
        Exchange::Digital => texts.common_exchange_digital(),
    }
}

fn label(ui: &mut egui::Ui, words: &str) {
    let p = Palette::of(ui);
    ui.label(text::rich(words, TextKind::Label, p.text3));
}

/// Two fields side by side, each as wide as half of the row.
fn two(ui: &mut egui::Ui, add: impl FnOnce(&mut egui::Ui, f32)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let width = ((ui.available_width() - space::M) / 2.0).floor();
        add(ui, width);
    });
}

/// Two text fields side by side; whether one of them was changed.
fn pair(ui: &mut egui::Ui, left: (&str, &mut String), right: (&str, &mut String)) -> bool {
    let mut changed = false;
    two(ui, |ui, width| {
        for (name, value) in [left, right] {
            changed |= TextField::new(name).width(width).show(ui, value).changed();
        }
    });
    changed
}
