//! Who has which card: lent with its day, given away, thrown away.

use eframe::egui::{self, Align, Layout, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::PlacesPage;
use crate::edit::{Edit, StorageEdit};
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::card_thumb::card_in;
use crate::gui::views::people::{name_of, show_person};
use crate::gui::widgets::{Button, CardState};
use crate::model::{Card, Id, Whereabouts};

/// Height of a row.
const ROW: f32 = 68.0;
/// Width of the picture of a card.
const CARD: f32 = 78.0;

impl PlacesPage {
    pub(super) fn away_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, area: Rect, listed: &[Id<Card>]) {
        let inner = area.shrink2(vec2(24.0, 0.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt("away"));
        if listed.is_empty() {
            self.empty_ui(ctx, &mut child);
            return;
        }
        let width = inner.width().min(860.0);
        ScrollArea::vertical().id_salt(("away", self.spot)).auto_shrink(false).show_viewport(
            &mut child,
            |ui, seen| {
                crate::gui::panes::follow_focus(ui);
                let height = listed.len() as f32 * ROW + 24.0;
                let (all, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
                let first = ((seen.top() / ROW) as usize).saturating_sub(1);
                let last = ((seen.bottom() / ROW) as usize + 2).min(listed.len());
                for (at, card) in listed.iter().enumerate().take(last).skip(first) {
                    let top = all.top() + at as f32 * ROW;
                    let rect = Rect::from_min_size(pos2(all.left(), top), vec2(width, ROW));
                    self.away_row(ctx, ui, rect, *card);
                }
            },
        );
    }

    fn away_row(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, rect: Rect, id: Id<Card>) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let facts = self.facts(ctx, id);
        let Some(card) = ctx.book.get(id) else { return };
        let day = |day| texts.locale().day_near(day, ctx.today);
        let loan = ctx.index.loan(id);
        let (who, line) = match card.whereabouts {
            Whereabouts::LentTo { contact, on, .. } => {
                let name = name_of(ctx.book, texts, contact);
                (Some(contact), texts.places_with_since(&day(on), &name))
            }
            Whereabouts::PassedOnTo { contact, on } => {
                let name = name_of(ctx.book, texts, contact);
                (Some(contact), texts.places_to_on(&day(on), &name))
            }
            Whereabouts::Discarded { on } => (None, texts.places_away_on(&day(on))),
            _ => (None, String::new()),
        };
        let back = loan.and_then(|loan| Some((loan.back_by?, loan.is_overdue(ctx.today))));
        let back = back.map(|(on, late)| {
            (if late { texts.places_overdue(&day(on)) } else { texts.places_back_by(&day(on)) }, late)
        });
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
        let head = Rect::from_min_max(rect.min, pos2(rect.right() - 250.0, rect.bottom()));
        let response = ui.interact(head, super::cards::card_id(id), Sense::click());
        let told = back.as_ref().map_or("", |(words, _)| words);
        let spoken = [facts.name.as_str(), &line, told].join(", ");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, spoken.trim_end_matches(", ")));
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(head.shrink2(vec2(0.0, 3.0)), 8, p.hover.gamma_multiply(0.5));
        }
        if response.has_focus() {
            self.card_keys(ctx, ui, id);
        }
        if response.clicked() {
            Self::open_card(ctx, id);
        }
        self.menu_of(ctx, &response, head, id);
        let slot = Rect::from_min_size(rect.min + vec2(6.0, 9.0), vec2(CARD, 50.0));
        let picture = ui.interact(slot, response.id.with("picture"), Sense::hover());
        card_in(ctx, ui, id, &facts.name, slot, picture, CardState::default());
        let left = slot.right() + 14.0;
        let room = head.right() - left - 10.0;
        let name = text::line(ui.painter(), &facts.name, TextKind::Strong, p.text, room);
        ui.painter().galley(pos2(left, rect.top() + 13.0), name, p.text);
        // By when it is to be back is never cut: who has it is shown as far as there is room.
        let back = back.map(|(words, late)| {
            let ink = if late { p.danger } else { p.text2 };
            (text::line(ui.painter(), &words, TextKind::Small, ink, room), ink)
        });
        let kept = back.as_ref().map_or(0.0, |(words, _)| words.size().x + 12.0);
        let line = text::line(ui.painter(), &line, TextKind::Small, p.text2, (room - kept).max(40.0));
        let end = left + line.size().x;
        ui.painter().galley(pos2(left, rect.top() + 36.0), line, p.text2);
        if let Some((words, ink)) = back {
            ui.painter().galley(pos2(end + 12.0, rect.top() + 36.0), words, ink);
        }
        let place = Rect::from_min_max(pos2(head.right(), rect.top()), rect.max);
        let layout = Layout::right_to_left(Align::Center);
        let mut tools = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout).id_salt(id));
        tools.spacing_mut().item_spacing.x = space::S;
        let back_words = match card.whereabouts {
            Whereabouts::LentTo { .. } => texts.places_came_back(),
            Whereabouts::PassedOnTo { .. } => texts.places_given_back(),
            _ => texts.places_found_again(),
        };
        if ctx.add_writing(&mut tools, Button::new(back_words).small()).clicked() {
            ctx.edit(Edit::Storage(StorageEdit::CameBack { cards: [id].into() }));
        }
        if loan.is_some() {
            let change = Button::ghost(texts.places_back_day_change()).small().icon(icons::CLOCK);
            if ctx.add_writing(&mut tools, change).clicked() {
                ctx.open(Sheet::Lend([id].into(), false));
            }
        } else if let Some(contact) = who
            && tools.add(Button::ghost(texts.places_show_person()).small()).clicked()
        {
            show_person(ctx, contact);
            ctx.ask(Command::CloseSheet);
        }
    }
}
