//! The head of the right part: which place it is, the search in it, and what can be done with the chosen cards.

use eframe::egui::{self, Align, Layout, Popup, Rect, Ui, pos2, vec2};

use super::{HEAD, PlacesPage};
use crate::edit::{Edit, StorageEdit};
use crate::exchange::contact_sheet::{CardSize, Paper, page_count};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::widgets::{Button, IconButton, TextField, segmented};
use crate::index::Spot;
use crate::model::{Card, Id};
use crate::session::{MOST_SHEET_CARDS, SheetChoices, spot_word};

/// Width of the search.
const SEARCH: f32 = 220.0;
/// Height of the row with what can be done.
const TOOLS: f32 = 44.0;

impl PlacesPage {
    /// Draws the head and returns what is left for the cards.
    pub(super) fn tools_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        right: Rect,
        listed: &[Id<Card>],
    ) -> Rect {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let row = Rect::from_min_size(right.min + vec2(24.0, 0.0), vec2(right.width() - 48.0, HEAD));
        let mut head =
            ui.new_child(egui::UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center)));
        head.spacing_mut().item_spacing.x = space::S;
        let sheet = Button::new(texts.places_sheet_button()).icon(icons::FILE_TEXT);
        let response = head.add_enabled(!listed.is_empty(), sheet);
        Popup::menu(&response)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .width(280.0)
            .show(|ui| {
                let roomy = egui::Frame::new().inner_margin(8);
                roomy.show(ui, |ui| self.sheet_ui(ctx, ui, listed.len()));
            });
        if let Spot::Place(place) = self.spot {
            let change = IconButton::new(icons::PENCIL_SIMPLE_LINE, texts.places_change());
            if ctx.add_writing(&mut head, change).clicked() {
                ctx.open(Sheet::Place(Some(place), None));
            }
        }
        // The field is laid out from the left, in a place of its own.
        let width = SEARCH.min(row.width() * 0.3);
        let end = head.min_rect().left() - space::M;
        let top = row.center().y - sizes::FIELD / 2.0;
        let field = Rect::from_min_size(pos2(end - width, top), vec2(width, sizes::FIELD));
        let mut search = ui.new_child(egui::UiBuilder::new().max_rect(field).id_salt("search places"));
        TextField::new(texts.places_search())
            .hide_label()
            .hint(texts.places_search())
            .width(width)
            .show(&mut search, &mut self.query);
        let title = match self.spot {
            Spot::Place(place) => ctx.index.place_tree().path(ctx.book, place),
            other => spot_word(texts, other).to_owned(),
        };
        let room = Rect::from_min_max(row.min, pos2(field.left() - space::L, row.bottom()));
        let layout = Layout::left_to_right(Align::Center);
        let mut named =
            ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout).id_salt("place name"));
        named.add(egui::Label::new(text::rich(&title, TextKind::Heading, p.text)).truncate());
        let row = Rect::from_min_size(row.left_bottom(), vec2(row.width(), TOOLS));
        let mut tools =
            ui.new_child(egui::UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)));
        tools.spacing_mut().item_spacing.x = space::S;
        let count = self.chosen.len();
        let words = if count == 0 {
            texts.places_cards(listed.len() as i64)
        } else {
            texts.places_chosen(count as i64)
        };
        tools.label(text::rich(&words, TextKind::Body, p.text2));
        if count > 0 {
            tools.add_space(space::S);
            self.chosen_ui(ctx, &mut tools);
        } else if matches!(self.spot, Spot::Place(_) | Spot::Unknown) && !listed.is_empty() {
            tools.label(text::rich(texts.places_choose_hint(), TextKind::Small, p.text3));
        }
        right.with_min_y(row.bottom() + 4.0)
    }

    /// What can be done with the chosen cards.
    fn chosen_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let cards = self.chosen.clone();
        let put = Button::tonal(texts.places_put()).small().icon(icons::MAP_PIN).key("W");
        if ctx.add_writing(ui, put).clicked() {
            ctx.open(Sheet::PutInto(cards.clone()));
        }
        let lend = Button::new(texts.places_lend()).small().icon(icons::USERS).key("B");
        if ctx.add_writing(ui, lend).clicked() {
            ctx.open(Sheet::Lend(cards.clone(), false));
        }
        let give = Button::new(texts.places_give()).small().icon(icons::PAPER_PLANE_TILT);
        if ctx.add_writing(ui, give).clicked() {
            ctx.open(Sheet::Lend(cards.clone(), true));
        }
        let away = Button::ghost(texts.places_throw_away()).small().icon(icons::TRASH).danger();
        if ctx.add_writing(ui, away).clicked() {
            ctx.edit(Edit::Storage(StorageEdit::Discard { cards }));
            self.chosen.clear();
        }
        if ui.add(Button::ghost(texts.places_choose_none()).small()).clicked() {
            self.chosen.clear();
        }
    }

    /// Paper and size of the contact sheet, and how many pages that makes.
    fn sheet_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, count: usize) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        ui.label(text::rich(texts.places_sheet_paper(), TextKind::Label, p.text3));
        segmented(ui, texts.places_sheet_paper(), &Paper::ALL.map(Paper::name), &mut self.paper);
        ui.label(text::rich(texts.places_sheet_size(), TextKind::Label, p.text3));
        let sizes = [texts.places_sheet_true(), texts.places_sheet_small()];
        segmented(ui, texts.places_sheet_size(), &sizes, &mut self.size);
        let choices = SheetChoices {
            paper: Paper::ALL.get(self.paper).copied().unwrap_or_default(),
            size: CardSize::ALL.get(self.size).copied().unwrap_or_default(),
        };
        let all = match self.spot {
            Spot::Place(place) => ctx.index.place_tree().row(place).map_or(0, |row| row.all),
            other => ctx.index.places.cards(other).len(),
        };
        let fits = all <= MOST_SHEET_CARDS;
        let words = if fits {
            let pages = page_count(all, choices.paper, choices.size);
            texts.places_sheet_pages(pages as i64)
        } else {
            texts.places_sheet_too_many(all as i64, &MOST_SHEET_CARDS.to_string())
        };
        ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
        let warning = egui::Label::new(text::rich(texts.places_sheet_private(), TextKind::Small, p.text2));
        ui.add(warning.wrap());
        let make = Button::primary(texts.places_sheet_make()).icon(icons::EXPORT);
        if ui.add_enabled(fits && count > 0, make).clicked() {
            ctx.ask(Command::ContactSheet(self.spot, choices));
            ui.close();
        }
    }
}
