//! The filter chips: what is most often asked for, and More for what finds no room.

use eframe::egui::{self, Popup, vec2};

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, icons, space};
use crate::gui::widgets::{Chip, Kind, MenuItem, menu_separator};
use crate::index::{Counts, GalleryQuery, Spot, is_virtual_only, review_due_on, thank_you_due_on};
use crate::model::{Circle, Id};
use crate::session::spot_word;
use crate::text::Texts;

use super::CardsView;

/// Width of the menus.
const MENU: f32 = 232.0;

/// How many places the menu offers.
const MOST_PLACES: usize = 14;

/// Formatted counts of the chips; `None` for none.
#[derive(Default)]
pub(super) struct Figures {
    all: Option<String>,
    thank_you_due: Option<String>,
    review_due: Option<String>,
    virtual_only: Option<String>,
    archived: Option<String>,
    /// Places that lie in none, and where cards are besides, as far as any are there.
    places: Vec<(Spot, String)>,
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
            places: places(ctx),
            circles: circles
                .into_iter()
                .map(|circle| (circle.id, circle.name.clone(), usize::from(circle.colour)))
                .collect(),
        }
    }
}

/// The filters, the most important first: the last ones move into More.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    ThankYouDue,
    ReviewDue,
    VirtualOnly,
    Circle,
    Place,
    Archived,
}

impl Filter {
    /// Those that make sense in this book.
    fn of(figures: &Figures, query: &GalleryQuery) -> Vec<Self> {
        let mut all = vec![Self::ThankYouDue, Self::ReviewDue, Self::VirtualOnly];
        if !figures.circles.is_empty() {
            all.push(Self::Circle);
        }
        // A book without places has cards only where nobody said.
        if figures.places.len() > 1 || query.place.is_some() {
            all.push(Self::Place);
        }
        if figures.archived.is_some() || query.archived {
            all.push(Self::Archived);
        }
        all
    }

    fn is_on(self, query: &GalleryQuery) -> bool {
        match self {
            Self::ThankYouDue => query.thank_you_due,
            Self::ReviewDue => query.review_due,
            Self::VirtualOnly => query.virtual_only,
            Self::Circle => query.circle.is_some(),
            Self::Place => query.place.is_some(),
            Self::Archived => query.archived,
        }
    }

    /// Switches it on or off; a circle is chosen instead.
    fn switch(self, query: &mut GalleryQuery) {
        match self {
            Self::ThankYouDue => query.thank_you_due = !query.thank_you_due,
            Self::ReviewDue => query.review_due = !query.review_due,
            Self::VirtualOnly => query.virtual_only = !query.virtual_only,
            Self::Archived => query.archived = !query.archived,
            Self::Circle | Self::Place => {}
        }
    }

    fn label<'a>(self, texts: &'a Texts, figures: &'a Figures, query: &GalleryQuery) -> &'a str {
        match self {
            Self::ThankYouDue => texts.cards_thank_you_due(),
            Self::ReviewDue => texts.cards_review_due(),
            Self::VirtualOnly => texts.common_virtual_only(),
            Self::Circle => {
                let chosen = figures.circles.iter().find(|(id, ..)| query.circle == Some(*id));
                chosen.map_or(texts.cards_circle(), |(_, name, _)| name)
            }
            Self::Place => {
                let chosen = figures.places.iter().find(|(spot, _)| query.place == Some(*spot));
                chosen.map_or(texts.places_place(), |(_, name)| name)
            }
            Self::Archived => texts.cards_archived(),
        }
    }

    fn chip<'a>(self, texts: &'a Texts, figures: &'a Figures, query: &GalleryQuery, p: &Palette) -> Chip<'a> {
        let mut chip = Chip::new(self.label(texts, figures, query), self.is_on(query));
        let count = match self {
            Self::ThankYouDue => {
                chip = chip.seal(Kind::Thanks);
                figures.thank_you_due.as_ref()
            }
            Self::ReviewDue => {
                chip = chip.seal(Kind::Review);
                figures.review_due.as_ref()
            }
            Self::VirtualOnly => {
                chip = chip.icon(icons::VIDEO_CAMERA);
                figures.virtual_only.as_ref()
            }
            Self::Circle => {
                let chosen = figures.circles.iter().find(|(id, ..)| query.circle == Some(*id));
                if let Some((_, _, colour)) = chosen {
                    chip = chip.dot(p.circle(*colour).0);
                }
                chip = chip.caret();
                None
            }
            Self::Place => {
                chip = chip.icon(icons::MAP_PIN).caret();
                None
            }
            Self::Archived => figures.archived.as_ref(),
        };
        match count {
            Some(count) => chip.count(count),
            None => chip,
        }
    }
}

impl CardsView {
    pub(super) fn chips_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let key = (ctx.revision, ctx.today, ctx.texts.locale());
        let is_filtered = self.is_filtered();
        let figures = self.counts.get(key, |_| Figures::of(ctx));
        let texts = ctx.texts;
        let query = &mut self.query;
        let p = Palette::of(ui);
        let all = Chip::new(texts.cards_all(), !is_filtered);
        let all = match &figures.all {
            Some(count) => all.count(count),
            None => all,
        };
        // What is due and where cards lie is nothing that a circle sees.
        let filters = if ctx.as_circle.is_some() { Vec::new() } else { Filter::of(figures, query) };
        let widths: Vec<f32> =
            filters.iter().map(|filter| filter.chip(texts, figures, query, p).width(ui)).collect();
        let more = Chip::new(texts.common_more(), false).caret().width(ui);
        let shown = fitting(ui.available_width() - all.width(ui), &widths, more);
        let mut clear = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            clear = ui.add(all).clicked();
            for filter in &filters[..shown] {
                let response = ui.add(filter.chip(texts, figures, query, p));
                if *filter == Filter::Circle {
                    Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
                        query.circle = circle_rows(ui, texts, figures, query.circle);
                    });
                } else if *filter == Filter::Place {
                    Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
                        query.place = place_rows(ui, texts, figures, query.place);
                    });
                } else if response.clicked() {
                    filter.switch(query);
                }
            }
            if shown < filters.len() {
                let on = filters[shown..].iter().any(|filter| filter.is_on(query));
                let response = ui.add(Chip::new(texts.common_more(), on).caret());
                Popup::menu(&response).width(MENU).gap(4.0).show(|ui| {
                    for filter in &filters[shown..] {
                        if *filter == Filter::Circle {
                            query.circle = circle_rows(ui, texts, figures, query.circle);
                            menu_separator(ui);
                            continue;
                        }
                        if *filter == Filter::Place {
                            query.place = place_rows(ui, texts, figures, query.place);
                            menu_separator(ui);
                            continue;
                        }
                        let label = filter.label(texts, figures, query);
                        if ui.add(MenuItem::new(label).checked(filter.is_on(query))).clicked() {
                            filter.switch(query);
                            ui.close();
                        }
                    }
                });
            }
        });
        if clear {
            self.clear_filters();
        }
    }
}

/// How many chips fit into a row, beside More if not all do.
fn fitting(room: f32, widths: &[f32], more: f32) -> usize {
    let gap = space::XS;
    let all: f32 = widths.iter().map(|width| width + gap).sum();
    if all <= room {
        return widths.len();
    }
    let mut left = room - more - gap;
    widths
        .iter()
        .take_while(|width| {
            left -= *width + gap;
            left >= 0.0
        })
        .count()
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

/// One row for each place; returns which one is chosen now.
fn place_rows(ui: &mut egui::Ui, texts: &Texts, figures: &Figures, chosen: Option<Spot>) -> Option<Spot> {
    let mut now = chosen;
    if ui.add(MenuItem::new(texts.places_any()).checked(chosen.is_none())).clicked() {
        now = None;
        ui.close();
    }
    for (spot, name) in &figures.places {
        if ui.add(MenuItem::new(name).checked(chosen == Some(*spot))).clicked() {
            now = Some(*spot);
            ui.close();
        }
    }
    now
}

/// The places that lie in none, at most so many, and where cards are besides.
fn places(ctx: &ViewCtx<'_>) -> Vec<(Spot, String)> {
    let tree = ctx.index.place_tree();
    let outer = tree.rows.iter().filter(|row| row.depth == 0 && row.all > 0).take(MOST_PLACES);
    let named = outer.filter_map(|row| {
        let name = crate::gui::views::people::tidy(&ctx.book.get(row.place)?.name);
        Some((Spot::Place(row.place), name))
    });
    let away = [Spot::Lent, Spot::PassedOn, Spot::Unknown].into_iter();
    let away = away.filter(|spot| !ctx.index.places.cards(*spot).is_empty());
    named.chain(away.map(|spot| (spot, spot_word(ctx.texts, spot).to_owned()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_finds_no_room_moves_into_more() {
        let widths = [100.0, 80.0, 90.0];
        assert_eq!(fitting(1000.0, &widths, 60.0), 3);
        assert_eq!(fitting(288.0, &widths, 60.0), 3, "all of them just fit without More");
        assert_eq!(fitting(287.0, &widths, 60.0), 2);
        assert_eq!(fitting(200.0, &widths, 60.0), 1);
        assert_eq!(fitting(50.0, &widths, 60.0), 0);
    }
}
