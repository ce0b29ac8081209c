//! The page of one person: the card large, who asked for whose card, the impression, the topics.

use eframe::egui::{self, Event as Typed, Id as WidgetId, Key, Modifiers, Sense, Ui, vec2};

use super::talk_of;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, radius, space, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::card_thumb::contact_card_in;
use crate::gui::views::people::tidy;
use crate::gui::views::words::exchange_label;
use crate::gui::widgets::{CardFrame, CardSide, Chip, TextField, tip};
use crate::model::{Card, Contact, Event, Exchange, Id};

/// The ways in which a card changes hands, in the order of their keys 1 to 5.
const EXCHANGES: [Exchange; 5] =
    [Exchange::IAsked, Exchange::TheyAsked, Exchange::Mutual, Exchange::HandedToMe, Exchange::Digital];

/// What is told about one person while it is typed.
pub(super) struct Entry {
    pub exchange: Exchange,
    impression: String,
    topics: String,
    /// As the book has it.
    before: (Exchange, String, String),
    /// What was written on the back on an earlier day.
    earlier: String,
    back: bool,
    /// The field that is to get the keyboard.
    focus: Option<WidgetId>,
}

impl Entry {
    pub(super) fn of(
        ctx: &ViewCtx<'_>,
        event: Id<Event>,
        contact: Id<Contact>,
        card: Option<Id<Card>>,
    ) -> Self {
        let card = card.and_then(|id| ctx.book.get(id));
        let exchange = card.map(|card| card.exchange).unwrap_or_default();
        let last = card.and_then(|card| card.impressions.last());
        // What was written today may be written anew; what is older stays.
        let impression =
            last.filter(|last| last.on == ctx.today).map(|last| last.text.clone()).unwrap_or_default();
        let earlier =
            last.filter(|last| last.on != ctx.today).map(|last| tidy(&last.text)).unwrap_or_default();
        let topics = talk_of(ctx, event, contact).map(|talk| talk.topics.join(", ")).unwrap_or_default();
        Self {
            exchange,
            before: (exchange, impression.clone(), topics.clone()),
            impression,
            topics,
            earlier,
            back: false,
            focus: None,
        }
    }

    /// Whether something was changed.
    pub(super) fn differs(&self) -> bool {
        self.exchange != self.before.0
            || self.impression.trim() != self.before.1.trim()
            || self.topics.trim() != self.before.2.trim()
    }

    /// The impression, when it is another one than before.
    pub(super) fn new_impression(&self) -> String {
        if self.impression.trim() == self.before.1.trim() {
            String::new()
        } else {
            self.impression.trim().to_owned()
        }
    }

    /// The topics one by one.
    pub(super) fn topic_list(&self) -> Vec<String> {
        let parts = self.topics.split([',', ';', '、', '，', '；', '\n']);
        parts.map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty()).collect()
    }

    /// Draws the page; returns whether Enter was pressed.
    pub(super) fn ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        contact: Id<Contact>,
        card: Option<Id<Card>>,
    ) -> bool {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        let impression = WidgetId::unique(("debrief impression", contact.value()));
        let topics = WidgetId::unique(("debrief topics", contact.value()));
        self.keys(ui, card.is_some(), if card.is_some() { impression } else { topics });
        let width = ui.available_width();
        let height = (ui.ctx().content_rect().height() - 470.0).clamp(150.0, 430.0);
        self.picture_ui(ctx, ui, contact, card, vec2(width, height));
        let mut entered = false;
        if card.is_some() {
            ui.label(text::rich(texts.cards_exchange(), TextKind::Label, p.text3));
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
                for (exchange, digit) in EXCHANGES.into_iter().zip(["1", "2", "3", "4", "5"]) {
                    let on = self.exchange == exchange;
                    let chip = ui.add(Chip::new(exchange_label(exchange, texts), on).count(digit));
                    if tip(chip, exchange_label(exchange, texts), Some(digit)).clicked() {
                        self.exchange = exchange;
                        self.focus = Some(impression);
                    }
                }
            });
            if !self.earlier.is_empty() {
                ui.add(egui::Label::new(text::rich(&self.earlier, TextKind::Hand, p.text2)).truncate());
            }
            let field = TextField::new(texts.common_impression())
                .hint(texts.events_debrief_impression_hint())
                .id(impression)
                .show(ui, &mut self.impression);
            entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        }
        let field = TextField::new(texts.letters_topics())
            .hint(texts.letters_topics_hint())
            .id(topics)
            .show(ui, &mut self.topics);
        entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(field) = self.focus.take() {
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        entered
    }

    /// While no field has the keyboard, a digit says who asked, and whatever else is typed begins the impression.
    fn keys(&mut self, ui: &Ui, has_card: bool, field: WidgetId) {
        if ui.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let typed: Vec<String> = ui.input_mut(|input| {
            let mut texts = Vec::new();
            if !input.modifiers.command && !input.modifiers.alt {
                input.events.retain(|event| match event {
                    Typed::Text(text) => {
                        texts.push(text.clone());
                        false
                    }
                    _ => true,
                });
            }
            for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
                input.consume_key(Modifiers::NONE, key);
            }
            texts
        });
        for text in typed {
            let digit = text.trim().parse::<usize>().ok().filter(|digit| has_card && (1..=5).contains(digit));
            match digit {
                Some(digit) => self.exchange = EXCHANGES[digit - 1],
                None if has_card => self.impression.push_str(&text),
                None => self.topics.push_str(&text),
            }
            self.focus = Some(field);
        }
    }

    /// The card; a press turns it around.
    fn picture_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        contact: Id<Contact>,
        card: Option<Id<Card>>,
        size: egui::Vec2,
    ) {
        let p = Palette::of(ui);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        ui.painter().rect_filled(rect, radius::BOX, p.sunk);
        let area = rect.shrink(14.0);
        let response = ui.interact(area, WidgetId::unique(("debrief card", contact.value())), Sense::click());
        let card = card.and_then(|id| ctx.book.get(id));
        let picture =
            card.and_then(|card| if self.back { card.back.or(card.front) } else { card.front.or(card.back) });
        let Some(picture) = picture.and_then(|id| ctx.book.get(id)).cloned() else {
            // Fitted into the middle, with a card's proportions.
            let width = area.width().min(area.height() / crate::gui::theme::sizes::CARD_RATIO);
            let slot = egui::Rect::from_center_size(
                area.center(),
                vec2(width, width * crate::gui::theme::sizes::CARD_RATIO),
            );
            contact_card_in(ctx, ui, contact, slot, response);
            return;
        };
        let name = crate::gui::views::people::name_of(ctx.book, ctx.texts, contact);
        let side = match ctx.thumbnails.get(ui.ctx(), &picture, ThumbnailSize::Large) {
            Thumbnail::Ready(texture) => CardSide::Scan(texture, picture.aspect()),
            Thumbnail::Loading => CardSide::Coming(ctx.thumbnails.colour(&picture, p.sunk), picture.aspect()),
            Thumbnail::Missing => CardSide::Missing(ctx.texts.images_missing(), ctx.texts.images_find()),
        };
        let shown = CardFrame::new(&name, side).show_in(ui, area, response);
        if shown.action {
            ctx.ask(crate::gui::command::Command::FindPicture(picture.id));
        } else if shown.response.clicked() {
            self.back = !self.back;
        }
    }
}
