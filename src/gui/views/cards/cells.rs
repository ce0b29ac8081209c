//! What the cells of a row say, looked up and formatted once for each state of the book.

use crate::gui::ctx::ViewCtx;
use crate::gui::settings::TableColumn;
use crate::gui::views::people::{initials_of, tidy};
use crate::gui::views::words::seal_of;
use crate::gui::widgets::Kind;
use crate::index::{Tile, Warmth, WarmthBand, city_of, last_contact_on};

use super::facts::warmth_word;
use crate::model::{Attachment, Id};

/// How many dots of circles a cell has.
const DOTS: usize = 4;

/// What stands in a cell.
#[derive(Debug, Default)]
pub(super) enum Cell {
    #[default]
    Empty,
    Name(String),
    Text(String),
    /// From 0 to 1, and in a word.
    Warmth(f32, String),
    /// The seal, when, and whether that has passed.
    Due(Kind, String, bool),
    /// Colours, and how many more there are.
    Circles(Vec<usize>, String),
}

/// What a row says.
#[derive(Debug, Default)]
pub(super) struct RowFacts {
    pub name: String,
    /// The letters that stand for a face; absent in the pile.
    pub initials: Option<String>,
    /// The photograph.
    pub portrait: Option<Id<Attachment>>,
    /// Everything that the row says, for screen readers.
    pub spoken: String,
    cells: [Cell; 1 + TableColumn::ALL.len()],
}

fn place(column: Option<TableColumn>) -> usize {
    column.map_or(0, |column| 1 + column as usize)
}

impl RowFacts {
    pub fn cell(&self, column: Option<TableColumn>) -> &Cell {
        &self.cells[place(column)]
    }

    pub fn of(ctx: &ViewCtx<'_>, tile: Tile) -> Self {
        let (book, index, texts, today) = (ctx.book, ctx.index, ctx.texts, ctx.today);
        let locale = texts.locale();
        let mut facts = Self::default();
        let mut set = |column: TableColumn, words: &str| {
            let words = tidy(words);
            if !words.is_empty() {
                facts.cells[place(Some(column))] = Cell::Text(words);
            }
        };
        let mut name = String::new();
        if let Some(card) = tile.card.and_then(|id| book.get(id)) {
            set(TableColumn::Received, &locale.day_near(card.day(), today));
            if tile.contact.is_none()
                && let Some(file) = card.front.or(card.back).and_then(|id| book.get(id))
            {
                set(TableColumn::Organization, &file.name);
            }
            if let Some(event) = card.event.and_then(|id| book.get(id)) {
                set(TableColumn::Event, &event.title);
            }
        }
        let contact = tile.contact.and_then(|id| book.get(id));
        if let Some(contact) = contact {
            name = tidy(&contact.display_name());
            let mut organization = String::new();
            if let Some(affiliation) = contact.current_affiliation() {
                set(TableColumn::Title, &affiliation.title);
                if let Some(record) = book.get(affiliation.organization) {
                    organization.clone_from(&record.name);
                }
            }
            if name.is_empty() {
                name = tidy(&organization);
            } else {
                set(TableColumn::Organization, &organization);
            }
            set(TableColumn::City, city_of(book, contact).unwrap_or_default());
            if let Some(day) = last_contact_on(book, index, contact.id, today) {
                set(TableColumn::LastContact, &locale.day_near(day, today));
            }
            let first = |all: &[crate::model::Labelled]| all.first().map(|one| one.value.clone());
            set(TableColumn::Email, &first(&contact.emails).unwrap_or_default());
            set(TableColumn::Phone, &first(&contact.phones).unwrap_or_default());
            let tags: Vec<&str> = contact.tags.iter().map(String::as_str).collect();
            set(TableColumn::Tags, &tags.join(", "));
            if name.is_empty() {
                texts.common_without_name().clone_into(&mut name);
            }
            facts.initials = Some(initials_of(contact));
            facts.portrait = contact.portrait;
            facts.look_up(ctx, contact);
        } else {
            texts.cards_without_name().clone_into(&mut name);
        }
        facts.speak(ctx, &name);
        facts.cells[0] = Cell::Name(name.clone());
        facts.name = name;
        facts
    }

    /// What is more than a text.
    fn look_up(&mut self, ctx: &ViewCtx<'_>, contact: &crate::model::Contact) {
        let (book, index, texts, today) = (ctx.book, ctx.index, ctx.texts, ctx.today);
        let warmth = Warmth::value_on(book, index, contact.id, today);
        let word = warmth_word(texts, WarmthBand::of(warmth)).to_owned();
        self.cells[place(Some(TableColumn::Warmth))] = Cell::Warmth(warmth / 100.0, word);
        let next = index.links.contact(contact.id).open_follow_ups.first();
        if let Some(next) = next.and_then(|id| book.get(*id)) {
            let when = texts.relative_due(next.due_on, today);
            self.cells[place(Some(TableColumn::Due))] =
                Cell::Due(seal_of(next.kind), when, next.due_on < today);
        }
        let mut circles: Vec<_> = contact.circles.iter().filter_map(|id| book.get(*id)).collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        if !circles.is_empty() {
            let dots = circles.iter().take(DOTS).map(|circle| usize::from(circle.colour)).collect();
            let more = circles.len().saturating_sub(DOTS);
            let more = if more > 0 { format!("+{more}") } else { String::new() };
            self.cells[place(Some(TableColumn::Circles))] = Cell::Circles(dots, more);
        }
    }

    /// The name, then what stands in the columns that are shown.
    fn speak(&mut self, ctx: &ViewCtx<'_>, name: &str) {
        let mut spoken = name.to_owned();
        for column in ctx.settings.columns() {
            let words = match self.cell(Some(column)) {
                Cell::Text(words) | Cell::Warmth(_, words) | Cell::Due(_, words, _) | Cell::Name(words) => {
                    words
                }
                Cell::Empty | Cell::Circles(..) => continue,
            };
            spoken.push_str(", ");
            spoken.push_str(words);
        }
        self.spoken = spoken;
    }
}
