//! The letter of a step: drafted in the language of whoever gets it, to exactly one person.

use eframe::egui::{self, Ui, vec2};

use super::steps::Steps;
use super::{OptInSheet, place_of};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::{Fate, LetterOut, address_ui, not_opened_ui, whole};
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Banner, Button, HandField, Severity, TextField, segmented};
use crate::letters::{Letter, Request, best_address, check_address, language_for};
use crate::model::{Direction, Encounter, EncounterKind};
use crate::text::{Locale, Texts};

/// A letter as it is typed, and as it was drafted: what was typed stays when somebody looks at another step.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Draft {
    letter: Letter,
    made: Letter,
    /// What it was drafted about, and which address it tells; nothing while it was not.
    about: Option<About>,
}

impl Draft {
    fn is_typed(&self) -> bool {
        self.letter != self.made
    }
}

/// What a letter is about, and which address of the other it tells.
type About = (String, Option<String>);

/// To which step, side and language a letter belongs, and whether the introduction has ended.
pub(super) type Key = (usize, usize, usize, bool);

impl OptInSheet {
    /// The letter of a step, and to which of the two it goes; none where there is nothing to write.
    fn request(&self, steps: &Steps, at: usize) -> Option<(Request, usize)> {
        let other_of = |side: usize| self.sides[1 - side];
        let knows = |side: usize| steps.sides[side].was_asked || self.is_written(side, side);
        if steps.is_off {
            let side = steps.sides.get(at)?;
            let request = match side.answer {
                // Who was not asked has heard nothing; who was has read a name.
                Some(false) => Request::Respect { untold: steps.is_unasked(1 - at) && !knows(1 - at) },
                answer => Request::Release { other: other_of(at), agreed: answer == Some(true) },
            };
            return (side.answer == Some(false) || knows(at)).then_some((request, at));
        }
        Some(match at {
            0 | 1 => (Request::MayIntroduce { other: other_of(at) }, at),
            2 => (Request::Introduce { other: other_of(self.side) }, self.side),
            _ => (Request::AskAfter { other: other_of(self.side) }, self.side),
        })
    }

    /// How it ended, before it was made.
    fn ended(&self, steps: &Steps, texts: &Texts) -> String {
        let Some(declined) = steps.declined() else { return texts.passon_let_be().to_owned() };
        let (name, other) = (&self.names[declined], &self.names[1 - declined]);
        if steps.is_unasked(1 - declined) {
            texts.passon_respected_unasked(name, other)
        } else {
            texts.passon_respected(name, other)
        }
    }

    /// Whether a letter left the program, as far as the system says.
    pub(super) fn is_written(&self, at: usize, side: usize) -> bool {
        self.written.contains(&(at, side)) && !self.fates.get(&(at, side)).is_some_and(Fate::has_failed)
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
        if steps.is_off {
            Banner::new(Severity::Info, &self.ended(steps, texts)).show(ui);
        }
        if at > 1 && !steps.is_off {
            let names: Vec<&str> = self.names.iter().map(String::as_str).collect();
            segmented(ui, texts.ways_request_whom(), &names, &mut self.side);
        }
        let Some((request, side)) = self.request(steps, at) else {
            if let Some(name) = self.names.get(at).filter(|_| steps.is_unasked(at)) {
                let words = texts.passon_not_to_write(name);
                ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
            }
            return;
        };
        let gets = self.sides[side];
        // Another reader reads another language, until one is chosen.
        let reader = (at, side, steps.is_off);
        if self.reader != Some(reader) {
            if let Some(before) = self.reader.replace(reader) {
                self.locales.insert(before, self.locale);
            }
            self.locale = self.locales.get(&reader).copied().unwrap_or_else(|| {
                let contact = ctx.book.get(gets);
                place_of(contact.map_or(texts.locale(), |it| language_for(it, texts.locale())))
            });
        }
        if at < 3 && !steps.is_off {
            let field = TextField::new(texts.ways_request_topic()).hint(texts.ways_request_topic_hint());
            // What is told to both is typed once.
            let is_shared = self.abouts[0] == self.abouts[1];
            let topic = field.show(ui, &mut self.abouts[side]);
            if topic.changed() && is_shared {
                self.abouts[1 - side] = self.abouts[side].clone();
            }
            if topic.lost_focus() {
                self.note_words(ctx);
            }
        }
        if at == 2 && !steps.is_off {
            self.reach_ui(ctx, ui);
        }
        self.redraft(ctx, (at, side, self.locale, steps.is_off), request);
        let address = ctx.book.get(gets).and_then(|contact| best_address(contact)).map(str::to_owned);
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
        address_ui(texts, ui, address.as_deref());
        let about = self.about_of(ctx, (at, side, steps.is_off));
        if self.draft.is_typed() && self.draft.about.as_ref() != Some(&about) {
            let again = Button::ghost(texts.passon_rewrite()).icon(icons::ARROWS_CLOCKWISE).small();
            if ui.add(again).clicked() {
                self.draft = Draft::default();
            }
        }
        TextField::new(texts.ways_request_subject()).show(ui, &mut self.draft.letter.subject);
        ui.label(text::rich(texts.ways_request_letter(), TextKind::Label, p.text3));
        HandField::new(texts.ways_request_letter(), "", 8).typed().show(ui, &mut self.draft.letter.body);
        let fate = self.fates.get(&(at, side));
        not_opened_ui(ctx, ui, fate, (address.as_deref(), &self.draft.letter));
        ui.horizontal(|ui| {
            let copy = Button::new(texts.ways_request_copy()).icon(icons::COPY).small();
            if ui.add(copy).clicked() {
                ctx.ask(Command::Copy(whole(None, &self.draft.letter)));
                self.written.push((at, side));
                self.fates.remove(&(at, side));
            }
            let mail = Button::new(texts.ways_request_mail()).icon(icons::ENVELOPE_SIMPLE).small();
            let can_open = address.as_deref().is_some_and(|address| check_address(address).is_ok());
            let mail = ui.add_enabled(can_open, mail);
            if mail.on_disabled_hover_text(texts.ways_request_no_mail()).clicked() {
                let fate = Fate::default();
                self.written.push((at, side));
                self.fates.insert((at, side), fate.clone());
                let (name, letter) = (self.names[side].clone(), self.draft.letter.clone());
                ctx.ask(Command::OpenLetters(vec![LetterOut {
                    to: address,
                    name,
                    letter,
                    tells: None,
                    fate,
                }]));
            }
        });
    }

    /// What the letter of a step is about, and the address that it tells.
    fn about_of(&mut self, ctx: &ViewCtx<'_>, (at, side, is_off): (usize, usize, bool)) -> About {
        let mail = (at == 2 && !is_off).then(|| self.reach(ctx)[1 - side].told().map(str::to_owned));
        (self.abouts[side].trim().to_owned(), mail.flatten())
    }

    /// Brings the letter of a step here, drafted anew where nothing was typed into it.
    fn redraft(&mut self, ctx: &ViewCtx<'_>, key: Key, request: Request) {
        if self.shown != Some(key) {
            let before = std::mem::take(&mut self.draft);
            if let Some(shown) = self.shown.replace(key) {
                self.kept.insert(shown, before);
            }
            self.draft = self.kept.remove(&key).unwrap_or_default();
        }
        let (side, locale) = (key.1, key.2);
        let about = self.about_of(ctx, (key.0, side, key.3));
        if !self.draft.is_typed() && self.draft.about.as_ref() != Some(&about) {
            let words = Texts::new(Locale::ALL[locale.min(2)]);
            let letter = request.draft(ctx.book, self.sides[side], &about.0, &words);
            self.draft = Draft { made: letter.clone(), letter, about: Some(about) };
        }
    }
}
