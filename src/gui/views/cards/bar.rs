//! The bar above the gallery: search, groups, order, cards or table, size, new cards. The chips below are in `chips`.

use eframe::egui::{self, Align, Layout, Popup, vec2};

use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::settings::GalleryLayout;
use crate::gui::theme::{icons, sizes, space};
use crate::gui::widgets::{
    Button, ButtonRole, IconButton, MenuItem, menu_separator, segmented, segmented_icons, segmented_width,
};
use crate::index::{CardSort, GroupBy};
use crate::text::Texts;

use super::rows::Size;
use super::{CardsView, EDGE};

/// Width of the menus of the bar.
const MENU: f32 = 232.0;

/// Width of the two glyphs for cards and table.
const LAYOUTS: f32 = 82.0;

/// The search keeps so much room before words become glyphs.
const SEARCH: f32 = 220.0;

impl CardsView {
    pub(super) fn bar_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let frame = egui::Frame::new().inner_margin(egui::Margin {
            left: EDGE as i8,
            right: EDGE as i8,
            top: 11,
            bottom: 0,
        });
        frame.show(ui, |ui| {
            let fold = if ctx.compact { Fold::All } else { Fold::of(ctx, ui, &self.query) };
            let narrow = fold == Fold::All;
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), sizes::FIELD),
                Layout::right_to_left(Align::Center),
                |ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    if ctx.as_circle.is_none() {
                        add_menu(ctx, ui);
                    }
                    // The sizes go away in the table: what lies left of them may move, the two layouts may not.
                    if !narrow {
                        layout_ui(ctx, ui);
                    }
                    self.size_ui(ctx, ui, narrow);
                    self.sort_menu(ctx, ui, fold >= Fold::Order);
                    self.group_menu(ctx, ui, fold);
                    ui.add_space(if narrow { 0.0 } else { space::S });
                    let width = ui.available_width().clamp(120.0, 420.0);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ctx.search_field(ui, width);
                    });
                },
            );
            ui.add_space(10.0);
            self.chips_ui(ctx, ui);
            ui.add_space(space::S);
        });
    }

    fn group_menu(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, fold: Fold) {
        let texts = ctx.texts;
        let label = texts.cards_group_by(group_name(texts, self.query.group_by));
        let response = if fold >= Fold::Order {
            ui.add(IconButton::new(icons::ROWS, &label).role(ButtonRole::Default))
        } else {
            ui.add(group_button(&label))
        };
        Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
            for by in GroupBy::ALL {
                let on = self.query.group_by == by;
                if ui.add(MenuItem::new(group_name(texts, by)).checked(on)).clicked() {
                    ctx.choose(|settings| settings.group_by = by);
                    ui.close();
                }
            }
        });
    }

    fn sort_menu(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, narrow: bool) {
        let texts = ctx.texts;
        let label = sort_name(texts, self.query.sort);
        let response = if narrow {
            let name = format!("{}: {label}", texts.cards_sort());
            ui.add(IconButton::new(icons::SORT_ASCENDING, &name).role(ButtonRole::Default))
        } else {
            ui.add(sort_button(label))
        };
        Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
            for sort in CardSort::MENU {
                let on = self.query.sort == sort;
                if ui.add(MenuItem::new(sort_name(texts, sort)).checked(on)).clicked() {
                    ctx.choose(|settings| (settings.sort, settings.sort_reversed) = (sort, false));
                    ui.close();
                }
            }
            menu_separator(ui);
            let item = MenuItem::new(texts.cards_sort_reversed()).checked(self.query.reversed);
            if ui.add(item).clicked() {
                ctx.choose(|settings| settings.sort_reversed = !settings.sort_reversed);
                ui.close();
            }
        });
    }

    /// Small, medium, large: kept between starts. A size between them is none of the three. In a narrow bar the menu
    /// has cards or table too.
    fn size_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, narrow: bool) {
        let texts = ctx.texts;
        let is_table = ctx.settings.gallery == GalleryLayout::Table;
        let is_free = matches!(self.size(ctx.settings), Size::Free(_));
        let before =
            if is_free || is_table { usize::MAX } else { usize::from(ctx.settings.card_size).min(2) };
        let mut size = before;
        let mut gallery = ctx.settings.gallery;
        if narrow {
            let response =
                ui.add(IconButton::new(icons::SQUARES_FOUR, texts.cards_size()).role(ButtonRole::Default));
            Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
                let labels = [
                    texts.cards_size_small_long(),
                    texts.cards_size_medium_long(),
                    texts.cards_size_large_long(),
                ];
                for (at, label) in labels.into_iter().enumerate() {
                    if ui.add(MenuItem::new(label).checked(at == before)).clicked() {
                        (size, gallery) = (at, GalleryLayout::Cards);
                        ui.close();
                    }
                }
                menu_separator(ui);
                if ui.add(MenuItem::new(texts.cards_layout_table()).checked(is_table)).clicked() {
                    gallery = if is_table { GalleryLayout::Cards } else { GalleryLayout::Table };
                    ui.close();
                }
            });
        } else if !is_table {
            let labels = [texts.cards_size_small(), texts.cards_size_medium(), texts.cards_size_large()];
            segmented(ui, texts.cards_size(), &labels, &mut size);
        }
        if (size, gallery) == (before, ctx.settings.gallery) {
            return;
        }
        if size < 3 {
            self.zooming = None;
        }
        ctx.choose(|settings| {
            settings.gallery = gallery;
            if size < 3 {
                (settings.card_size, settings.card_width) = (size as u8, None);
            }
        });
    }
}

/// How much of the bar is glyphs, so that the search keeps its room: words are longer in some languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fold {
    /// Nothing.
    Nothing,
    /// Groups and order.
    Order,
    /// The layouts and sizes too.
    All,
}

impl Fold {
    fn of(ctx: &ViewCtx<'_>, ui: &egui::Ui, query: &crate::index::GalleryQuery) -> Self {
        let texts = ctx.texts;
        let sizes = [texts.cards_size_small(), texts.cards_size_medium(), texts.cards_size_large()];
        let fixed =
            add_button(texts).width(ui) + segmented_width(ui, &sizes) + LAYOUTS + 5.0 * 10.0 + space::S;
        let group = group_button(&texts.cards_group_by(group_name(texts, query.group_by))).width(ui);
        let sort = sort_button(sort_name(texts, query.sort)).width(ui);
        let room = ui.available_width() - fixed;
        if room - group - sort >= SEARCH {
            Self::Nothing
        } else if room - 2.0 * sizes::BUTTON >= SEARCH {
            Self::Order
        } else {
            Self::All
        }
    }
}

fn add_button(texts: &Texts) -> Button<'_> {
    Button::primary(texts.cards_add()).icon(icons::PLUS)
}

const fn group_button(label: &str) -> Button<'_> {
    Button::new(label).icon(icons::ROWS).trailing(icons::CARET_DOWN)
}

const fn sort_button(label: &str) -> Button<'_> {
    Button::new(label).icon(icons::SORT_ASCENDING).trailing(icons::CARET_DOWN)
}

/// Cards or a table: kept between starts.
fn layout_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    let texts = ctx.texts;
    let all = [GalleryLayout::Cards, GalleryLayout::Table];
    let before = all.iter().position(|layout| *layout == ctx.settings.gallery).unwrap_or(0);
    let mut at = before;
    let parts =
        [(icons::SQUARES_FOUR, texts.cards_layout_cards()), (icons::TABLE, texts.cards_layout_table())];
    segmented_icons(ui, texts.cards_layout(), &parts, &mut at);
    if at != before {
        ctx.choose(|settings| settings.gallery = all[at]);
    }
}

/// Files, a pasted picture, or by hand.
fn add_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    let texts = ctx.texts;
    let response = ctx.add_writing(ui, add_button(texts));
    Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
        for (action, icon) in [
            (Action::AddCards, icons::UPLOAD_SIMPLE),
            (Action::PasteImage, icons::COPY),
            (Action::NewContact, icons::PENCIL_SIMPLE_LINE),
        ] {
            let keys = action.keys().unwrap_or_default();
            let item = MenuItem::new(action.label(texts)).icon(icon).key(&keys);
            if ui.add(item).clicked() {
                ctx.ask(Command::Do(action));
                ui.close();
            }
        }
        menu_separator(ui);
        for (action, icon) in [
            (Action::Places, icons::MAP_PIN),
            (Action::Duplicates, icons::INTERSECT),
            (Action::Trash, icons::TRASH),
        ] {
            let keys = action.keys().unwrap_or_default();
            let item = MenuItem::new(action.label(texts)).icon(icon).key(&keys);
            if ui.add(item).clicked() {
                ctx.ask(Command::Do(action));
                ui.close();
            }
        }
    });
}

fn group_name(texts: &Texts, by: GroupBy) -> &str {
    match by {
        GroupBy::Event => texts.cards_group_event(),
        GroupBy::Month => texts.cards_group_month(),
        GroupBy::Organization => texts.cards_group_organization(),
        GroupBy::Circle => texts.cards_group_circle(),
        GroupBy::City => texts.cards_group_city(),
        GroupBy::Place => texts.places_place(),
        GroupBy::Warmth => texts.cards_group_warmth(),
        GroupBy::None => texts.cards_group_none(),
    }
}

fn sort_name(texts: &Texts, sort: CardSort) -> &str {
    match sort {
        CardSort::Newest => texts.cards_sort_newest(),
        CardSort::Name => texts.cards_sort_name(),
        CardSort::Organization => texts.cards_sort_organization(),
        CardSort::Warmth => texts.cards_group_warmth(),
        CardSort::LastContact => texts.cards_sort_last_contact(),
        CardSort::Title => texts.cards_column_title(),
        CardSort::City => texts.cards_group_city(),
        CardSort::Event => texts.cards_group_event(),
        CardSort::Due => texts.cards_column_due(),
        CardSort::Email => texts.cards_column_email(),
        CardSort::Phone => texts.cards_column_phone(),
    }
}
