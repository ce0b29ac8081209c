//! Sets, changes or removes the passphrase of the book.
//!
//! Owns what is typed until it is handed over. Writing everything again is done by a worker, which goes on when
//! the sheet is closed. Start reading at [`PassphraseSheet`].

use eframe::egui::{self, Align, Key, Layout, Ui, vec2};

use super::{Next, PassphraseField, SheetUi};
use crate::gui::command::PassphraseTask;
use crate::gui::ctx::ViewCtx;
use crate::gui::safety::Ask;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Banner, Button, Check, Severity, progress_bar, ring};
use crate::store::{Passphrase, Protect};
use crate::text::Texts;

/// So many characters are recommended.
const RECOMMENDED: usize = 12;

/// Sets, changes or removes the passphrase of the book.
pub struct PassphraseSheet {
    task: PassphraseTask,
    present: PassphraseField,
    new: PassphraseField,
    again: PassphraseField,
    kept: bool,
    /// It was tried: from then on the fields say what is wrong.
    tried: bool,
    /// It has been handed over.
    asked: bool,
    focus: bool,
}

impl PassphraseSheet {
    /// Returns the sheet as it opens.
    pub fn new(task: PassphraseTask) -> Self {
        Self {
            task,
            present: PassphraseField::default(),
            new: PassphraseField::default(),
            again: PassphraseField::default(),
            kept: false,
            tried: false,
            asked: false,
            focus: true,
        }
    }

    fn has_present(&self) -> bool {
        self.task != PassphraseTask::Set
    }

    fn has_new(&self) -> bool {
        self.task != PassphraseTask::Remove
    }

    /// What is to be done, when everything is filled in as it must be.
    fn protect(&self) -> Option<Protect> {
        let agreed = || -> Option<Passphrase> {
            let (new, again) = (self.new.passphrase()?, self.again.passphrase()?);
            (new == again && self.kept).then_some(new)
        };
        Some(match self.task {
            PassphraseTask::Set => Protect::On(agreed()?),
            PassphraseTask::Change => Protect::Change { old: self.present.passphrase()?, new: agreed()? },
            PassphraseTask::Remove => Protect::Off(self.present.passphrase()?),
        })
    }

    fn fields_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> bool {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let mut focus = std::mem::take(&mut self.focus);
        let mut enter = false;
        let mut mind = |response: &egui::Response| {
            if std::mem::take(&mut focus) {
                response.request_focus();
            }
            enter |= response.lost_focus() && response.ctx.input(|input| input.key_pressed(Key::Enter));
        };
        if self.has_present() {
            let empty = self.tried && self.present.passphrase().is_none();
            let error = empty.then(|| texts.safety_unlock_empty());
            mind(&self.present.show(ui, texts, texts.safety_passphrase_present(), error));
        }
        if self.has_new() {
            let empty = self.tried && self.new.passphrase().is_none();
            let error = empty.then(|| texts.safety_unlock_empty());
            mind(&self.new.show(ui, texts, texts.safety_passphrase_new(), error));
            let short = (1..RECOMMENDED).contains(&self.new.characters());
            if short {
                let words = texts.store_protect_short();
                ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
            }
            let differs = self.again.passphrase().is_some_and(|again| self.new.passphrase() != Some(again));
            let wrong = differs && (self.tried || self.again.characters() >= self.new.characters())
                || self.tried && self.again.passphrase().is_none();
            let error = wrong.then(|| texts.safety_passphrase_differs());
            mind(&self.again.show(ui, texts, texts.safety_passphrase_again(), error));
            if self.new.has_edges() {
                let words = texts.safety_unlock_spaces();
                ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
            }
            ui.add(Check::new(&mut self.kept, texts.safety_passphrase_understood()));
            if self.tried && !self.kept {
                let words = texts.safety_passphrase_understood_first();
                ui.label(text::rich(words, TextKind::Label, p.danger));
            }
        }
        enter
    }
}

impl SheetUi for PassphraseSheet {
    fn title(&self, texts: &Texts) -> String {
        match self.task {
            PassphraseTask::Set => texts.safety_passphrase_set_title(),
            PassphraseTask::Change => texts.safety_passphrase_change_title(),
            PassphraseTask::Remove => texts.safety_passphrase_remove_title(),
        }
        .to_owned()
    }

    fn width(&self) -> f32 {
        460.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        if ctx.safety.protecting.is_some() {
            working_ui(ctx, ui);
            return Next::Stay;
        }
        if self.asked {
            match &ctx.safety.protect_problem {
                None => return Next::Close,
                Some(_) => self.asked = false,
            }
        }
        let small = |ui: &mut Ui, words: &str| {
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        };
        if self.has_new() {
            Banner::new(Severity::Warn, texts.safety_passphrase_warning())
                .details(texts.store_protect_forgotten())
                .icon(icons::LOCK_SIMPLE)
                .ask(ui, &[]);
        } else {
            small(ui, texts.safety_passphrase_remove_more());
        }
        let enter = self.fields_ui(ctx, ui);
        if self.task == PassphraseTask::Set {
            small(ui, texts.store_protect_visible());
            small(ui, texts.store_protect_traces());
        }
        if let Some(problem) = &ctx.safety.protect_problem {
            Banner::new(Severity::Danger, problem).show(ui);
        }
        ui.add_space(space::S);
        let row = vec2(ui.available_width(), 34.0);
        let mut next = Next::Stay;
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let label = match self.task {
                PassphraseTask::Set => texts.safety_passphrase_set(),
                PassphraseTask::Change => texts.safety_passphrase_change(),
                PassphraseTask::Remove => texts.safety_passphrase_remove(),
            };
            if ui.add(Button::primary(label)).clicked() || enter {
                self.tried = true;
                if let Some(what) = self.protect() {
                    self.asked = true;
                    ctx.ask(Ask::Protect(what).into());
                }
            }
            if ui.add(Button::new(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        next
    }
}

fn working_ui(ctx: &ViewCtx<'_>, ui: &mut Ui) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.add_space(space::S);
    let step =
        ctx.safety.protect_step.lock().ok().and_then(|step| step.as_ref().map(|step| step.text(texts)));
    let words = step.unwrap_or_else(|| texts.safety_passphrase_working().to_owned());
    ui.horizontal(|ui| {
        ring(ui, 18.0, None, p.ai, &words);
        ui.add(egui::Label::new(text::rich(&words, TextKind::Body, p.text)).wrap());
    });
    if let Some((done, total)) = ctx.safety.progress.filter(|(_, total)| *total > 0) {
        let width = ui.available_width();
        progress_bar(ui, width, done as f32 / total as f32, &words);
    }
    ui.add(
        egui::Label::new(text::rich(texts.safety_passphrase_working_more(), TextKind::Small, p.text2)).wrap(),
    );
    ui.add_space(space::S);
    ui.ctx().request_repaint_after_secs(0.1);
}
