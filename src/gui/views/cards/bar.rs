//! The bar above the gallery: search, groups, order, size, new cards, and the filter chips.

use eframe::egui::{self, Align, Layout, Popup, vec2};

use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, icons, sizes, space};
use crate::gui::widgets::{Button, ButtonRole, Chip, IconButton, Kind, MenuItem, menu_separator, segmented};
use crate::index::{CardSort, Counts, GroupBy, is_virtual_only, review_due_on, thank_you_due_on};
use crate::model::{Circle, Id};
use crate::text::Texts;

use super::{CardsView, EDGE};

/// Width of the menus of the bar.
const MENU: f32 = 232.0;

/// Formatted counts of the chips; `None` for none.
#[derive(Default)]
pub(super) struct Figures {
    all: Option<String>,
    thank_you_due: Option<String>,
    review_due: Option<String>,
    virtual_only: Option<String>,
    archived: Option<String>,
    /// Id, name and number of the colour.
    circles: Vec<(Id<Circle>, String, usize)>,
}

impl Figures {
    fn of(ctx: &ViewCtx<'_>) -> Self {
        let (book, index, today) = (ctx.book, ctx.index, ctx.today);
        let number = |count: usize| (count > 0).then(|| ctx.texts.locale().number(count as i64));
        let counts = Counts::of(book, index, today);
        let (mut thank_you_due, mut review_due, mut virtual_only) = (0, 0, 0);
        for contact in book.contacts.values().filter(|contact| contact.archived.is_none()) {
            thank_you_due += usize::from(thank_you_due_on(book, index, contact.id).is_some());
            review_due += usize::from(review_due_on(book, index, contact.id).is_some_and(|day| day <= today));
            virtual_only += usize::from(is_virtual_only(book, index, contact.id));
        }
        let mut circles: Vec<_> = book.circles.values().collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        Self {
            all: number(counts.contacts + counts.pile),
            thank_you_due: number(thank_you_due),
            review_due: number(review_due),
            virtual_only: number(virtual_only),
            archived: number(counts.archived),
            circles: circles
                .into_iter()
                .map(|circle| (circle.id, circle.name.clone(), usize::from(circle.colour)))
                .collect(),
        }
    }
}

impl CardsView {
    pub(super) fn bar_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let frame = egui::Frame::new().inner_margin(egui::Margin {
            left: EDGE as i8,
            right: EDGE as i8,
            top: 11,
            bottom: 0,
        });
        frame.show(ui, |ui| {
            let narrow = ctx.compact || ui.available_width() < 760.0;
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), sizes::FIELD),
                Layout::right_to_left(Align::Center),
                |ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    add_menu(ctx, ui);
                    self.size_ui(ctx, ui, narrow);
                    self.sort_menu(ctx, ui, narrow);
                    self.group_menu(ctx, ui, narrow);
                    ui.add_space(if narrow { 0.0 } else { space::S });
                    let width = ui.available_width().clamp(120.0, 420.0);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ctx.search_field(ui, width);
                    });
                },
            );
            ui.add_space(10.0);
            self.chips_ui(ctx, ui, narrow);
            ui.add_space(space::S);
        });
    }

    fn group_menu(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui, narrow: bool) {
        let texts = ctx.texts;
        let label = texts.cards_group_by(group_name(texts, self.query.group_by));
        let response = if narrow {
            ui.add(IconButton::new(icons::ROWS, &label).role(ButtonRole::Default))
        } else {
            ui.add(Button::new(&label).icon(icons::ROWS).trailing(icons::CARET_DOWN))
        };
        Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
            for by in GroupBy::ALL {
                let on = self.query.group_by == by;
                if ui.add(MenuItem::new(group_name(texts, by)).checked(on)).clicked() {
                    self.query.group_by = by;
                    ui.close();
                }
            }
        });
    }

    fn sort_menu(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui, narrow: bool) {
        let texts = ctx.texts;
        let label = sort_name(texts, self.query.sort);
        let response = if narrow {
            let name = format!("{}: {label}", texts.cards_sort());
            ui.add(IconButton::new(icons::SORT_ASCENDING, &name).role(ButtonRole::Default))
        } else {
            ui.add(Button::new(label).icon(icons::SORT_ASCENDING).trailing(icons::CARET_DOWN))
        };
        Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
            for sort in CardSort::MENU {
                let on = self.query.sort == sort;
                if ui.add(MenuItem::new(sort_name(texts, sort)).checked(on)).clicked() {
                    self.query.sort = sort;
                    ui.close();
                }
            }
        });
    }

    /// Small, medium, large: kept between starts.
    fn size_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, narrow: bool) {
        let texts = ctx.texts;
        let before = usize::from(ctx.settings.card_size).min(2);
        let mut size = before;
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
                        size = at;
                        ui.close();
                    }
                }
            });
        } else {
            let labels = [texts.cards_size_small(), texts.cards_size_medium(), texts.cards_size_large()];
            segmented(ui, texts.cards_size(), &labels, &mut size);
        }
        if size != before {
            let card_size = size as u8;
            ctx.ask(Command::Settings(crate::gui::settings::Settings { card_size, ..ctx.settings.clone() }));
        }
    }

    fn chips_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui, narrow: bool) {
        let key = (ctx.revision, ctx.today, ctx.texts.locale());
        let is_filtered = self.is_filtered();
        let figures = self.counts.get(key, |_| Figures::of(ctx));
        let texts = ctx.texts;
        let query = &mut self.query;
        let mut clear = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            let count = |chip: Chip<'_>, ui: &mut egui::Ui, count: &Option<String>| match count {
                Some(count) => ui.add(chip.count(count)).clicked(),
                None => ui.add(chip).clicked(),
            };
            clear = count(Chip::new(texts.cards_all(), !is_filtered), ui, &figures.all);
            let thanks = Chip::new(texts.cards_thank_you_due(), query.thank_you_due).seal(Kind::Thanks);
            if count(thanks, ui, &figures.thank_you_due) {
                query.thank_you_due = !query.thank_you_due;
            }
            let review = Chip::new(texts.cards_review_due(), query.review_due).seal(Kind::Review);
            if count(review, ui, &figures.review_due) {
                query.review_due = !query.review_due;
            }
            let afar = Chip::new(texts.common_virtual_only(), query.virtual_only).icon(icons::VIDEO_CAMERA);
            if count(afar, ui, &figures.virtual_only) {
                query.virtual_only = !query.virtual_only;
            }
            let p = Palette::of(ui);
            let archived = (figures.archived.is_some() || query.archived) && !narrow;
            if !figures.circles.is_empty() && !narrow {
                let chosen = figures.circles.iter().find(|(id, ..)| query.circle == Some(*id));
                let mut chip =
                    Chip::new(chosen.map_or(texts.cards_circle(), |(_, name, _)| name), chosen.is_some())
                        .caret();
                if let Some((_, _, colour)) = chosen {
                    chip = chip.dot(p.circle(*colour).0);
                }
                let response = ui.add(chip);
                Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
                    query.circle = circle_rows(ui, texts, figures, query.circle);
                });
            }
            if archived && count(Chip::new(texts.cards_archived(), query.archived), ui, &figures.archived) {
                query.archived = !query.archived;
            }
            // Where there is little room, the rarer filters are in one menu.
            let rare = !figures.circles.is_empty() || figures.archived.is_some() || query.archived;
            if narrow && rare {
                let on = query.circle.is_some() || query.archived;
                let response = ui.add(Chip::new(texts.common_more(), on).caret());
                Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
                    if !figures.circles.is_empty() {
                        query.circle = circle_rows(ui, texts, figures, query.circle);
                        menu_separator(ui);
                    }
                    let item = MenuItem::new(texts.cards_archived()).checked(query.archived);
                    if ui.add(item).clicked() {
                        query.archived = !query.archived;
                        ui.close();
                    }
                });
            }
        });
        if clear {
            self.clear_filters();
        }
    }
}

/// One row for each circle; returns which one is chosen now.
fn circle_rows(
    ui: &mut egui::Ui,
    texts: &Texts,
    figures: &Figures,
    chosen: Option<Id<Circle>>,
) -> Option<Id<Circle>> {
    let mut now = chosen;
    if ui.add(MenuItem::new(texts.cards_circle_any()).checked(chosen.is_none())).clicked() {
        now = None;
        ui.close();
    }
    for (id, name, _) in &figures.circles {
        if ui.add(MenuItem::new(name).checked(chosen == Some(*id))).clicked() {
            now = Some(*id);
            ui.close();
        }
    }
    now
}

/// Files, a pasted picture, or by hand.
fn add_menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
    let texts = ctx.texts;
    let response = ctx.add_writing(ui, Button::primary(texts.cards_add()).icon(icons::PLUS));
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
        for (action, icon) in [(Action::Duplicates, icons::INTERSECT), (Action::Trash, icons::TRASH)] {
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
