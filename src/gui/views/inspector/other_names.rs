//! Other names of the person: a maiden name, another writing, what a second record was called.

use eframe::egui;

use super::{Inspector, fields};
use crate::edit::ContactField;
use crate::gui::ctx::ViewCtx;

impl Inspector {
    /// Draws the field; several names are separated by semicolons, as a comma may stand in a name.
    pub(super) fn other_names_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let field = fields::Quiet::new(ctx.texts.duplicates_other_names());
        let response =
            field.hint(ctx.texts.duplicates_other_names_hint()).show(ui, &mut self.draft.other_names);
        self.mind(&response, "other names", 0);
        if response.changed() {
            let names = self.draft.other_names.split([';', '；']).map(str::trim);
            let names = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
            self.set(ctx, ContactField::OtherNames(names));
        }
    }
}
