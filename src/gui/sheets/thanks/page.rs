//! The page of one letter: to whom, about what, the text, what may be better, and the ways out.

use eframe::egui::{self, Align, Id as WidgetId, Key, Layout, Modifiers, Ui, vec2};

use super::{FORMS, LANGUAGES, ThanksSheet};
use crate::edit::{ContactField, Edit};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::letters_out::{Fate, not_opened_ui};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Banner, Button, Chip, HandField, Severity, TextField, segmented};
use crate::letters::{AddressKind, Form, Hint, address_kind, check_address, hints};
use crate::model::{Contact, Id};
use crate::text::{Locale, Texts};

impl ThanksSheet {
    /// Draws the letter of the present person.
    pub(super) fn page_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, contact: Id<Contact>) {
        let others: Vec<String> = self
            .drafts
            .iter()
            .filter(|(id, draft)| **id != contact && draft.is_opened())
            .map(|(_, draft)| draft.letter.body.clone())
            .collect();
        let asks_topics = std::mem::take(&mut self.asks_topics);
        let several = self.queue.len() > 1;
        let Some((language, form)) = self.drafts.get(&contact).map(|draft| (draft.language, draft.form))
        else {
            return;
        };
        let texts = ctx.texts;
        let p = Palette::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        let width = ui.available_width();

        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            self.templates_ui(ctx, ui, language, form);
            let Some(draft) = self.drafts.get_mut(&contact) else { return };
            let names = LANGUAGES.map(Locale::name);
            let mut chosen = LANGUAGES.iter().position(|one| *one == draft.language).unwrap_or_default();
            if segmented(ui, texts.letters_language(), &names, &mut chosen).changed() {
                draft.language = LANGUAGES[chosen];
            }
            let names = FORMS.map(|form| form_words(form, draft.language, texts));
            let mut chosen = FORMS.iter().position(|one| *one == draft.form).unwrap_or_default();
            if segmented(ui, texts.letters_form(), &names, &mut chosen).changed() {
                draft.form = FORMS[chosen];
                // The next letter to this person begins like this.
                let field = ContactField::Formality(Some(draft.form));
                if ctx.writable {
                    ctx.edit(Edit::SetContact { contact, field });
                }
            }
        });

        let Some(draft) = self.drafts.get_mut(&contact) else { return };
        let address = check_address(&draft.to).map(str::to_owned);
        let error = (address.is_err() && !draft.to.trim().is_empty()).then(|| texts.letters_address_bad());
        TextField::new(texts.letters_to())
            .hint(texts.letters_no_address())
            .error(error)
            .show(ui, &mut draft.to);
        if draft.known.len() > 1 {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
                for known in &draft.known {
                    if ui.add(Chip::new(known, draft.to == *known)).clicked() {
                        draft.to.clone_from(known);
                    }
                }
            });
        }
        match address.as_deref().map(address_kind) {
            Ok(AddressKind::Shared) => {
                Banner::new(Severity::Warn, texts.letters_shared()).show(ui);
            }
            Ok(AddressKind::Company) => {
                let words = text::rich(texts.letters_company(), TextKind::Small, p.text2);
                ui.add(egui::Label::new(words).wrap());
            }
            Ok(AddressKind::Personal) | Err(_) => {}
        }

        if !draft.impression.is_empty() {
            // What was written on the back helps to write to this person and nobody else.
            let words = text::rich(&draft.impression, TextKind::Hand, p.text2);
            ui.add(egui::Label::new(words).truncate());
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let half = (width - space::M) / 2.0;
            let field = WidgetId::unique(("letter topics", contact.value()));
            TextField::new(texts.letters_topics())
                .hint(texts.letters_topics_hint())
                .width(half)
                .id(field)
                .show(ui, &mut draft.topics);
            if asks_topics && draft.topics.trim().is_empty() {
                ui.memory_mut(|memory| memory.request_focus(field));
            }
            TextField::new(texts.letters_next())
                .hint(texts.letters_next_hint())
                .width(half)
                .show(ui, &mut draft.next);
        });
        TextField::new(texts.letters_subject()).show(ui, &mut draft.letter.subject);
        let room = (ui.ctx().content_rect().height() - 520.0).clamp(120.0, 420.0);
        egui::ScrollArea::vertical().id_salt(("letter", contact.value())).max_height(room).show(ui, |ui| {
            ui.set_width(width - 4.0);
            HandField::new(texts.letters_body(), "", 7).typed().show(ui, &mut draft.letter.body);
        });

        let topics = draft.topic_list();
        let found = hints(&draft.letter, &topics, &others);
        let ready = !found.iter().any(|hint| hint.holds_back());
        let said = found.first().map_or(texts.letters_advice(), |hint| hint_words(*hint, texts));
        let ink = if ready { p.text2 } else { p.warn };
        ui.add(egui::Label::new(text::rich(said, TextKind::Small, ink)).wrap());
        if draft.fate.as_ref().is_some_and(Fate::is_pasted) {
            Banner::new(Severity::Info, texts.letters_pasted()).show(ui);
        }
        not_opened_ui(ctx, ui, draft.fate.as_ref(), (Some(&draft.to), &draft.letter));

        let opened = draft.is_opened();
        let is_own = draft.is_own();
        let can_open = ready && address.is_ok();
        let mut anew = false;
        let foot = vec2(width, 34.0);
        let (mut open, mut sent, mut copy, mut skip, mut file) = (false, false, false, false, false);
        ui.allocate_ui_with_layout(foot, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            if opened {
                sent = ui.add_enabled(ctx.writable, Button::primary(texts.letters_is_sent())).clicked();
                open = ui.add_enabled(can_open, Button::new(texts.letters_open_again())).clicked();
            } else {
                let button = Button::primary(texts.letters_open()).icon(icons::ENVELOPE_SIMPLE);
                open = ui.add_enabled(can_open, button).clicked();
            }
            copy = ui.add_enabled(ready, Button::new(texts.letters_copy()).icon(icons::COPY)).clicked();
            file = ui.add_enabled(can_open, Button::new(texts.letters_save_eml())).clicked();
            if several {
                skip = ui.add(Button::ghost(texts.common_skip())).clicked();
            }
            if is_own {
                anew = ui.add(Button::ghost(texts.letters_anew()).small()).clicked();
            }
        });
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        open |= entered && !opened && can_open;
        sent |= entered && opened && ctx.writable;
        if anew {
            draft.begin_anew();
        }
        if copy {
            let letter = format!("{}\n\n{}", draft.letter.subject, draft.letter.body);
            // Copied it can be sent by any way: it may be said to be sent.
            (draft.opened, draft.fate) = (true, None);
            ctx.ask(Command::Copy(letter));
        }
        if open {
            self.open_mail(ctx, contact);
        }
        if file {
            self.save_letter(ctx, contact);
        }
        if sent {
            self.sent(ctx, contact);
        } else if skip {
            self.go_on();
        }
    }
}

fn form_words(form: Form, language: Locale, texts: &Texts) -> &str {
    match (form, language) {
        (Form::Polite, Locale::De) => texts.letters_form_sie(),
        (Form::Close, Locale::De) => texts.letters_form_du(),
        (Form::Polite, _) => texts.letters_form_polite(),
        (Form::Close, _) => texts.letters_form_close(),
    }
}

fn hint_words(hint: Hint, texts: &Texts) -> &str {
    match hint {
        Hint::NoTopic => texts.letters_hint_topic(),
        Hint::Gap => texts.letters_hint_gap(),
        Hint::Long => texts.letters_hint_long(),
        Hint::Same => texts.letters_hint_same(),
    }
}
