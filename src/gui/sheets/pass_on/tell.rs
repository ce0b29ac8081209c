//! Step three: the note to the owner, in their language and form of address.

use eframe::egui::{self, Sense, Ui, vec2};

use super::{PassOnSheet, address_of, form_of, link};
use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::address_ui;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Banner, Button, HandField, Kind, MenuItem, Severity, TextField, paint_seal};
use crate::letters::{Attached, Form, Letter, PassedOn, language_for};
use crate::model::{Contact, Id, Rule};
use crate::text::Locale;

/// For what the note was drafted: to whom the card goes, for what, whether they learn how to reach the owner, language,
/// form.
type Drafted = (Option<Id<Contact>>, String, bool, Locale, Form);

/// The note and what it was drafted for.
pub(super) struct Tell {
    pub(super) letter: Letter,
    pub(super) locale: Locale,
    pub(super) form: Form,
    drafted: Option<Drafted>,
    /// As it was drafted, to see whether something was typed.
    as_drafted: Letter,
    /// What it says of the recipient and of what they learn no longer holds, and was typed over.
    pub(super) is_stale: bool,
}

impl Tell {
    pub(super) fn new(ctx: &ViewCtx<'_>, owner: Id<Contact>) -> Self {
        let contact = ctx.book.get(owner);
        Self {
            letter: Letter::default(),
            locale: contact.map_or(ctx.texts.locale(), |it| language_for(it, ctx.texts.locale())),
            form: form_of(ctx, owner),
            drafted: None,
            as_drafted: Letter::default(),
            is_stale: false,
        }
    }

    fn is_typed(&self) -> bool {
        self.letter != self.as_drafted
    }
}

impl PassOnSheet {
    /// Drafts the note anew when something that it says is another. What was typed stays until *Rewrite*.
    pub(super) fn draft(&mut self, ctx: &ViewCtx<'_>) {
        let need = self.need_text.trim().to_owned();
        let key = (self.recipient, need, self.gives_reach(ctx), self.tell.locale, self.tell.form);
        if self.tell.drafted.as_ref() == Some(&key) {
            return;
        }
        let another = self.tell.drafted.as_ref().is_none_or(|known| (known.3, known.4) != (key.3, key.4));
        if self.tell.is_typed() && !another {
            let of = |known: &Drafted| (known.0, known.2);
            self.tell.is_stale |= self.tell.drafted.as_ref().is_some_and(|known| of(known) != of(&key));
            self.tell.drafted = Some(key);
            return;
        }
        let texts = self.words(self.tell.locale);
        let letter = self.recipient.map(|recipient| {
            let passed = PassedOn {
                book: ctx.book,
                subject: self.subject,
                recipient,
                need: &self.need_text,
                reach: key.2,
                attached: Attached::Nothing,
            };
            passed.to_owner(&texts, self.tell.form)
        });
        self.tell.letter = letter.unwrap_or_default();
        self.tell.as_drafted = self.tell.letter.clone();
        self.tell.drafted = Some(key);
        self.tell.is_stale = false;
    }

    /// Drafts it anew, whatever was typed.
    fn rewrite(&mut self) {
        self.tell.drafted = None;
        self.tell.letter = self.tell.as_drafted.clone();
    }

    pub(super) fn tell_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, height: f32) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let language = Button::new(self.tell.locale.name()).icon(icons::TRANSLATE).small();
            let language = ui.add(language).on_hover_text(texts.passon_language());
            egui::Popup::menu(&language).show(|ui| {
                for locale in Locale::ALL {
                    if ui.add(MenuItem::new(locale.name()).checked(locale == self.tell.locale)).clicked() {
                        self.tell.locale = locale;
                    }
                }
            });
            let word = |form| match form {
                Form::Polite => texts.passon_form_polite(),
                Form::Close => texts.passon_form_close(),
            };
            let form = ui.add(Button::new(word(self.tell.form)).small());
            let form = form.on_hover_text(texts.passon_formality());
            egui::Popup::menu(&form).show(|ui| {
                for form in Form::ALL {
                    if ui.add(MenuItem::new(word(form)).checked(form == self.tell.form)).clicked() {
                        self.tell.form = form;
                    }
                }
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if link(ui, texts.passon_rewrite()) {
                    self.rewrite();
                }
            });
        });
        if self.tell.is_stale {
            let banner = Banner::new(Severity::Warn, texts.passon_stale());
            match banner.ask(ui, &[texts.passon_rewrite(), texts.passon_stale_keep()]) {
                Some(0) => self.rewrite(),
                Some(_) => self.tell.is_stale = false,
                None => {}
            }
        }
        TextField::new(texts.passon_subject()).show(ui, &mut self.tell.letter.subject);
        let rows = (((height - 220.0) / 19.0).floor().clamp(5.0, 13.0)) as usize;
        let name = texts.passon_letter(&self.short);
        HandField::new(&name, "", rows).typed().show(ui, &mut self.tell.letter.body);
        let address = address_of(ctx, self.subject);
        let to = match &address {
            Some(address) => texts.passon_to(&tidy(address)),
            None => texts.passon_to_nobody().to_owned(),
        };
        ui.add(egui::Label::new(text::rich(&to, TextKind::Small, p.text2)).truncate());
        address_ui(texts, ui, address.as_deref());
        let is_on = ctx.book.header.is_on(Rule::TellOwner);
        let days = u64::from(ctx.book.header.days(Rule::TellOwner));
        let due = ctx.today.checked_add_days(chrono::Days::new(days)).unwrap_or(ctx.today);
        let words = if is_on {
            texts.passon_promise(&texts.relative_due(due, ctx.today))
        } else {
            texts.passon_promise_off().to_owned()
        };
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
            paint_seal(ui.painter(), rect.center(), 24.0, Kind::Promise, p);
            ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
        });
    }
}
