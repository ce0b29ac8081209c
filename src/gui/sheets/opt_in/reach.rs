//! At the introduction: whether each of the two may have the address of the other.
//!
//! Owns what is asked. Whether an address may be told says the gate; a yes is a consent of the introduction, with its day.

use std::rc::Rc;

use eframe::egui::{self, Ui};

use super::OptInSheet;
use crate::edit::Edit;
use crate::exchange::share::{self, Audience, Kind};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::Check;
use crate::letters::{best_address, check_address, mail_for};
use crate::model::{Contact, Id};

/// Whether somebody learns an address of another person.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reach {
    /// There is none that could be told.
    Nothing,
    /// The circles show it.
    Open { mail: String },
    /// Its owner agreed: the words of the consent and of its day.
    Agreed { mail: String, what: String, day: String },
    /// It is withheld until its owner agrees.
    Withheld { mail: String, what: String },
}

impl Reach {
    /// Of what somebody has, seen by another person.
    fn of(ctx: &ViewCtx<'_>, owner: Id<Contact>, reader: Id<Contact>) -> Self {
        let (book, texts) = (ctx.book, ctx.texts);
        if let Some(mail) = mail_for(book, owner, reader, texts) {
            let agreed = share::agreed(book, owner, reader).into_iter().find(|it| it.value() == mail);
            return match agreed {
                None => Self::Open { mail },
                Some(agreed) => {
                    let day =
                        agreed.on.map(|on| texts.passon_agreed(&texts.locale().day_near(on, ctx.today)));
                    let day = day.unwrap_or_else(|| texts.passon_agreed_once().to_owned());
                    Self::Agreed { mail, what: agreed.key, day }
                }
            };
        }
        let best = book.get(owner).and_then(|contact| best_address(contact));
        let Some(mail) = best.filter(|mail| check_address(mail).is_ok()) else { return Self::Nothing };
        let seen = share::person(book, owner, Audience::Person(reader), "", &[], texts);
        let withheld = seen.withheld().iter().find(|one| one.kind == Kind::Mail && one.value() == mail);
        withheld.map_or(Self::Nothing, |one| Self::Withheld { mail: mail.to_owned(), what: one.key() })
    }

    /// The address that a letter tells.
    pub(super) fn told(&self) -> Option<&str> {
        match self {
            Self::Open { mail } | Self::Agreed { mail, .. } => Some(mail),
            Self::Nothing | Self::Withheld { .. } => None,
        }
    }
}

impl OptInSheet {
    /// What of each of the two the other may have.
    pub(super) fn reach(&mut self, ctx: &ViewCtx<'_>) -> Rc<[Reach; 2]> {
        let sides = self.sides;
        let key = (ctx.revision, ctx.today, ctx.texts.locale());
        let reach = self
            .reach
            .get(key, |_| Rc::new([0, 1].map(|side: usize| Reach::of(ctx, sides[side], sides[1 - side]))));
        Rc::clone(reach)
    }

    /// Asks once for each of the two.
    pub(super) fn reach_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let reach = self.reach(ctx);
        let line = |ui: &mut Ui, words: &str| {
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        };
        let Some(introduction) = self.introduction else {
            line(ui, texts.passon_no_addresses());
            return;
        };
        ui.label(text::rich(texts.passon_reach_question(), TextKind::Strong, p.text));
        for side in [0, 1] {
            let (owner, from) = (self.sides[side], self.sides[1 - side]);
            let (name, other) = (&self.names[side], &self.names[1 - side]);
            let (mail, what, day) = match &reach[side] {
                Reach::Nothing => {
                    line(ui, &texts.passon_reach_none(name));
                    continue;
                }
                Reach::Open { mail } => {
                    line(ui, &texts.passon_reach_open(&tidy(mail), other));
                    continue;
                }
                Reach::Agreed { mail, what, day } => (mail, what, Some(day)),
                Reach::Withheld { mail, what } => (mail, what, None),
            };
            let words = texts.passon_reach_agrees(&tidy(mail), name, other);
            let words = day.map_or_else(|| words.clone(), |day| format!("{words} · {day}"));
            let mut agrees = day.is_some();
            let check = ui.add_enabled_ui(ctx.writable, |ui| ui.add(Check::new(&mut agrees, &words)));
            if check.inner.changed() {
                let what = what.clone();
                ctx.edit(if agrees {
                    Edit::Agree { introduction, owner, what }
                } else {
                    Edit::Withhold { owner, from, what: vec![what] }
                });
            }
        }
        if reach.iter().all(|reach| reach.told().is_none()) {
            line(ui, texts.passon_no_addresses());
        }
    }
}
