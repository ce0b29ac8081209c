//! The letter to one person while it is written: what is known, what was typed, and the text that follows.

use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::Fate;
use crate::letters::{Facts, Form, Letter, Template, best_address, built_in, fill};
use crate::model::{Contact, Event, Id, LetterTemplate};
use crate::text::{Locale, Texts};

/// A letter being written.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// Where it goes.
    pub to: String,
    /// The addresses that are known.
    pub known: Vec<String>,
    /// In which language.
    pub language: Locale,
    /// How near the two are.
    pub form: Form,
    /// What they talked about, parted by commas.
    pub topics: String,
    /// What comes next.
    pub next: String,
    /// The first impression on the back of the card.
    pub impression: String,
    /// The letter as it stands in the fields.
    pub letter: Letter,
    /// The letter as the template made it last: fields that differ were changed by hand and stay.
    made: Letter,
    /// The program's own template in the present language and form.
    built_in: Template,
    /// The mail program was opened with it.
    pub opened: bool,
    /// What became of it there.
    pub fate: Option<Fate>,
    /// From what `made` was made.
    key: Option<(Locale, Form, String, String, Template)>,
}

impl Draft {
    /// Begins a letter: in the person's first language that the program writes, else in the window's.
    pub fn of(ctx: &ViewCtx<'_>, contact: &Contact, event: Option<Id<Event>>) -> Self {
        let spoken = contact.languages.iter().find_map(|tag| Locale::from_tag(tag));
        let looks_japanese =
            contact.name.family.chars().any(|sign| ('\u{3040}'..='\u{9FFF}').contains(&sign));
        let written = looks_japanese.then_some(Locale::Ja);
        let known: Vec<String> = contact
            .emails
            .iter()
            .map(|email| email.value.trim().to_owned())
            .filter(|email| !email.is_empty())
            .collect();
        Self {
            to: best_address(contact).unwrap_or_default().to_owned(),
            known,
            language: spoken.or(written).unwrap_or(ctx.texts.locale()),
            form: contact.formality.unwrap_or_default(),
            topics: topics_with(ctx, contact.id, event).join(", "),
            next: String::new(),
            impression: impression_of(ctx, contact.id),
            letter: Letter::default(),
            made: Letter::default(),
            opened: false,
            fate: None,
            built_in: Template::default(),
            key: None,
        }
    }

    /// Whether the mail program was opened with it, as far as the system says, or it left by another way.
    pub fn is_opened(&self) -> bool {
        self.opened && !self.fate.as_ref().is_some_and(Fate::has_failed)
    }

    /// The topics one by one.
    pub fn topic_list(&self) -> Vec<String> {
        let parts = self.topics.split([',', ';', '、', '，', '；', '\n']);
        parts.map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty()).collect()
    }

    /// Whether subject or body was changed by hand.
    pub fn is_own(&self) -> bool {
        self.letter != self.made
    }

    /// Forgets what was changed by hand: the template fills the fields anew.
    pub fn begin_anew(&mut self) {
        self.letter = self.made.clone();
        self.key = None;
    }

    /// Makes the letter from the template when what it rests on changed. A field that was changed by hand stays.
    pub fn fill(
        &mut self,
        ctx: &ViewCtx<'_>,
        contact: &Contact,
        event: Option<Id<Event>>,
        (words, own): (&Texts, Option<&LetterTemplate>),
    ) {
        let same = self.key.as_ref().is_some_and(|(language, form, topics, next, template)| {
            let fits = match own {
                Some(own) => template.subject == own.subject_line && template.body == own.body,
                None => *template == self.built_in,
            };
            (*language, *form) == (self.language, self.form)
                && *topics == self.topics
                && *next == self.next
                && fits
        });
        if same {
            return;
        }
        self.built_in = built_in(words, self.form);
        let template = match own {
            Some(own) => Template { subject: own.subject_line.clone(), body: own.body.clone() },
            None => self.built_in.clone(),
        };
        let key = (self.language, self.form, self.topics.clone(), self.next.clone(), template);
        let event = event.and_then(|id| ctx.book.get(id));
        let work = contact.current_affiliation().and_then(|work| ctx.book.get(work.organization));
        let owner = &ctx.book.header.owner;
        let topics = self.topic_list();
        let facts = Facts {
            name: contact.name.clone(),
            company: work.map_or("", |organization| organization.name.as_str()),
            event: event.map_or("", |event| event.title.as_str()),
            date: event
                .and_then(|event| event.starts_on)
                .map(|day| words.locale().day_near(day, ctx.today))
                .unwrap_or_default(),
            topics: &topics,
            next: &self.next,
            me: owner.name.display(self.language.tag()),
            my_company: &owner.organization,
        };
        let made = fill(&key.4, &facts, words, self.form);
        if self.letter.subject == self.made.subject {
            self.letter.subject.clone_from(&made.subject);
        }
        if self.letter.body == self.made.body {
            self.letter.body.clone_from(&made.body);
        }
        self.made = made;
        self.key = Some(key);
    }
}

/// The first impression of somebody's present card, in one line.
fn impression_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> String {
    let card = ctx.index.links.current_card(contact).and_then(|card| ctx.book.get(card));
    let first = card.and_then(|card| card.impressions.first());
    first.map(|impression| crate::gui::views::people::tidy(&impression.text)).unwrap_or_default()
}

/// What I talked about with somebody at an event, or since the last thank-you.
fn topics_with(ctx: &ViewCtx<'_>, contact: Id<Contact>, event: Option<Id<Event>>) -> Vec<String> {
    let links = ctx.index.links.contact(contact);
    let mut topics: Vec<String> = Vec::new();
    for encounter in links.encounters.iter().filter_map(|id| ctx.book.get(*id)) {
        let belongs = event.is_some() && encounter.event == event
            || links.thanked_on.is_none_or(|thanked| thanked < encounter.on);
        for topic in encounter.topics.iter().filter(|_| belongs) {
            if !topics.contains(topic) {
                topics.push(topic.clone());
            }
        }
    }
    topics.truncate(4);
    topics
}
