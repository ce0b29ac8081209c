//! A person typed by hand, with or without a card.

use eframe::egui;

use super::card_form::CardForm;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::space;
use crate::gui::widgets::{Banner, Button, Severity, Switch};
use crate::text::Texts;

/// A person typed by hand.
pub struct NewContact {
    form: CardForm,
    /// A card was received: thank-you and review are planned.
    received: bool,
}

impl NewContact {
    /// Returns the sheet as it opens.
    pub fn new(ctx: &ViewCtx<'_>) -> Self {
        Self { form: CardForm::new(Some(ctx.today), ctx.texts), received: true }
    }

    /// The same for somebody whose name was typed elsewhere. That a card came with them is not taken for granted.
    pub fn named(name: &str, ctx: &ViewCtx<'_>) -> Self {
        let mut sheet = Self { received: false, ..Self::new(ctx) };
        sheet.form.set_name(name);
        sheet
    }
}

impl SheetUi for NewContact {
    fn title(&self, texts: &Texts) -> String {
        texts.cards_new_title().to_owned()
    }

    fn width(&self) -> f32 {
        560.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let enter = CardForm::enter(ui);
        let mut next = Next::Stay;
        let room = (ui.ctx().content_rect().height() - 200.0).max(160.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.spacing_mut().item_spacing.y = space::S;
            // The scroll bar lies beside the fields.
            ui.set_width(ui.available_width() - 14.0);
            self.form.person_ui(ctx, ui);
            if let Some(known) = self.form.known(ctx).and_then(|id| ctx.book.get(id)) {
                let words = texts.cards_known(&known.display_name());
                if Banner::new(Severity::Warn, &words).action(texts.common_open()).show(ui) {
                    ctx.ask(Command::Select(Some(known.id)));
                    next = Next::Close;
                }
            }
            ui.add(Switch::new(&mut self.received, texts.cards_new_received()));
            if self.received {
                self.form.card_ui(ctx, ui);
            }
        });
        ui.add_space(space::L);
        let valid = self.form.is_valid(ctx);
        let row = egui::vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let save = ui.add_enabled(valid, Button::primary(texts.cards_new_save()));
            let save = save.on_disabled_hover_text(texts.cards_name_needed());
            if (save.clicked() || enter) && valid {
                let received = self.received.then(|| self.form.facts(ctx));
                ctx.edit(Edit::AddContact {
                    contact: Box::new(self.form.contact()),
                    employment: self.form.employment(),
                    received,
                });
                next = Next::Close;
            }
            if ui.add(Button::new(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        next
    }
}
