//! The letter of a step: drafted in the language of whoever gets it, to exactly one person.

use eframe::egui::{self, Ui, vec2};

use super::steps::Steps;
use super::{OptInSheet, place_of};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Banner, Button, HandField, Severity, TextField, segmented};
use crate::letters::{MailLink, Request, language_for, mail_link};
use crate::model::{Direction, Encounter, EncounterKind};
use crate::text::{Locale, Texts};

/// What the system hands on to the mail program; a longer letter is on the clipboard instead.
const LONGEST_LINK: usize = if cfg!(windows) { 2_000 } else { 20_000 };

impl OptInSheet {
    /// The letter of a step, and to which of the two it goes.
    fn request(&self, steps: &Steps, at: usize) -> (Request, usize) {
        let other_of = |side: usize| self.sides[1 - side];
        match (at, steps.declined) {
            (0 | 1, Some(declined)) if at == declined => (Request::Respect, at),
            (_, Some(declined)) => (Request::Release { other: other_of(1 - declined) }, 1 - declined),
            (0 | 1, None) => (Request::MayIntroduce { other: other_of(at) }, at),
            (2, None) => (Request::Introduce { other: other_of(self.side) }, self.side),
            (_, None) => (Request::AskAfter { other: other_of(self.side) }, self.side),
        }
    }

    /// The letter that was sent, as an encounter.
    pub(super) fn encounter(&self, ctx: &ViewCtx<'_>, side: usize) -> Encounter {
        let other = &self.names[1 - side];
        Encounter {
            kind: EncounterKind::Email,
            direction: Direction::FromMe,
            on: ctx.today,
            contacts: [self.sides[side]].into(),
            topics: vec![ctx.texts.ways_request_about(other)],
            ..Encounter::default()
        }
    }

    pub(super) fn letter_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        steps: &Steps,
        at: usize,
        width: f32,
    ) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.set_width(width);
        if let Some(declined) = steps.declined {
            let words = texts.passon_respected(&self.names[declined], &self.names[1 - declined]);
            Banner::new(Severity::Info, &words).show(ui);
        }
        if at > 1 && steps.declined.is_none() {
            let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
            segmented(ui, texts.ways_request_whom(), &names, &mut self.side);
        }
        let (request, side) = self.request(steps, at);
        let gets = self.sides[side];
        let declines = steps.declined.is_some();
        // Another reader reads another language.
        if self
            .drafted
            .as_ref()
            .is_none_or(|drafted| (drafted.0, drafted.1, drafted.4) != (at, side, declines))
        {
            let contact = ctx.book.get(gets);
            let locale = contact.map_or(texts.locale(), |it| language_for(it, texts.locale()));
            self.locale = place_of(locale);
        }
        if at < 3 && !declines {
            let field = TextField::new(texts.ways_request_topic()).hint(texts.ways_request_topic_hint());
            field.show(ui, &mut self.about);
        }
        let key = (at, side, self.locale, self.about.clone(), declines);
        if self.drafted.as_ref() != Some(&key) {
            let words = Texts::new(Locale::ALL[self.locale.min(2)]);
            self.letter = request.draft(ctx.book, gets, &self.about, &words);
            self.drafted = Some(key);
        }
        let address = ctx.book.get(gets).and_then(|contact| {
            contact.emails.iter().map(|mail| mail.value.trim().to_owned()).find(|mail| !mail.is_empty())
        });
        ui.horizontal(|ui| {
            let to = match &address {
                Some(address) => texts.ways_request_to(&tidy(address)),
                None => texts.ways_request_no_mail().to_owned(),
            };
            let room = (ui.available_width() - 250.0).max(40.0);
            ui.allocate_ui(vec2(room, 20.0), |ui| {
                ui.set_min_width(room);
                ui.add(egui::Label::new(text::rich(&to, TextKind::Small, p.text2)).truncate());
            });
            let names = Locale::ALL.map(Locale::name);
            segmented(ui, texts.ways_request_language(), &names, &mut self.locale);
        });
        TextField::new(texts.ways_request_subject()).show(ui, &mut self.letter.subject);
        ui.label(text::rich(texts.ways_request_letter(), TextKind::Label, p.text3));
        HandField::new(texts.ways_request_letter(), "", 8).typed().show(ui, &mut self.letter.body);
        ui.horizontal(|ui| {
            let copy = Button::new(texts.ways_request_copy()).icon(icons::COPY).small();
            if ui.add(copy).clicked() {
                ctx.ask(Command::Copy(self.letter.body.clone()));
                self.written.push((at, side));
            }
            let mail = Button::new(texts.ways_request_mail()).icon(icons::ENVELOPE_SIMPLE).small();
            let mail = ui.add_enabled(address.is_some(), mail);
            if mail.on_disabled_hover_text(texts.ways_request_no_mail()).clicked()
                && let Some(address) = &address
            {
                match mail_link(address, &self.letter, LONGEST_LINK) {
                    Ok(MailLink::Whole(link)) => ctx.ask(Command::OpenLink(link)),
                    Ok(MailLink::WithoutBody(link)) => {
                        ctx.ask(Command::Copy(self.letter.body.clone()));
                        ctx.ask(Command::OpenLink(link));
                    }
                    Err(_) => ctx.ask(Command::Copy(self.letter.body.clone())),
                }
                self.written.push((at, side));
            }
        });
    }
}
