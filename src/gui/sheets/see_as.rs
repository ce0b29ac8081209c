//! As which circle the book is to be seen.

use eframe::egui;

use super::{Next, SheetUi};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Button, EmptyState, RailRow};
use crate::model::Circle;
use crate::text::Texts;
use crate::text::tidy::tidy;

/// Chooses a circle.
pub struct SeeAsSheet;

impl SheetUi for SeeAsSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.share_see_title().to_owned()
    }

    fn width(&self) -> f32 {
        420.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        if let Some(badge) = ctx.as_circle {
            // The circles of the book stay hidden in the mode; the one thing to do is to leave it.
            ui.add(
                egui::Label::new(text::rich(&texts.share_see_banner(&badge.name), TextKind::Body, p.text))
                    .wrap(),
            );
            ui.add_space(space::M);
            if ui.add(Button::primary(texts.share_see_leave())).clicked() {
                ctx.ask(Command::SeeAs(None));
            }
            return Next::Stay;
        }
        if ctx.book.circles.is_empty() {
            let words = texts.share_see_no_circle();
            let state = EmptyState::new(icons::USERS, texts.share_no_circles(), words)
                .action(texts.app_circles_add());
            if state.show(ui) {
                ctx.ask(Command::CloseSheet);
                ctx.open(Sheet::Circle(None));
            }
            return Next::Stay;
        }
        ui.add(egui::Label::new(text::rich(texts.share_see_hint(), TextKind::Small, p.text2)).wrap());
        ui.add_space(space::S);
        let mut circles: Vec<&Circle> = ctx.book.circles.values().map(|circle| &**circle).collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        let mut chosen = None;
        egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for circle in circles {
                let colour = p.circle(usize::from(circle.colour)).0;
                let count = texts.locale().number(ctx.index.links.circle(circle.id).len() as i64);
                if ui.add(RailRow::circle(colour, &tidy(&circle.name), &count, false)).clicked() {
                    chosen = Some(circle.id);
                }
            }
        });
        if let Some(circle) = chosen {
            ctx.ask(Command::SeeAs(Some(circle)));
        }
        Next::Stay
    }
}
