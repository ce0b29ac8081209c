//! About the program: which version it is, what it promises, under which licences it comes.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::Button;
use crate::text::Texts;

/// The version of the program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// From what it was built, as set by the build script.
const COMMIT: &str = env!("CARDLOOM_COMMIT");

/// When it was built, UTC.
const BUILT_ON: &str = env!("CARDLOOM_BUILD_DATE");

/// About the program.
pub struct About;

impl SheetUi for About {
    fn title(&self, texts: &Texts) -> String {
        texts.app_about().to_owned()
    }

    fn width(&self) -> f32 {
        440.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let paragraph = |ui: &mut egui::Ui, words: &str, kind: TextKind, ink| {
            ui.add(egui::Label::new(text::rich(words, kind, ink)).wrap());
        };
        ui.spacing_mut().item_spacing.y = space::S;
        let date = BUILT_ON
            .parse()
            .map_or_else(|_| BUILT_ON.to_owned(), |day: chrono::NaiveDate| texts.locale().day_with_year(day));
        paragraph(ui, texts.app_tagline(), TextKind::Body, p.text2);
        paragraph(ui, &texts.app_about_version(VERSION), TextKind::Strong, p.text);
        paragraph(ui, &texts.app_about_build(COMMIT, &date), TextKind::Small, p.text2);
        ui.add_space(space::S);
        paragraph(ui, texts.app_about_promise(), TextKind::Body, p.text);
        paragraph(ui, texts.app_about_licence(), TextKind::Small, p.text2);
        paragraph(ui, texts.app_about_fonts(), TextKind::Small, p.text2);
        ui.add_space(space::S);
        if ui.add(Button::new(texts.app_about_copy()).icon(icons::COPY)).clicked() {
            // One line that can be pasted into a report, in no language.
            ctx.ask(Command::Copy(format!("Cardloom {VERSION} ({COMMIT}, {BUILT_ON})")));
        }
        Next::Stay
    }
}
