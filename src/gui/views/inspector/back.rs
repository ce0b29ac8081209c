//! The back of the card: what was thought of the person, and the facts of the card itself.
//!
//! Invariant: earlier words are shown and never offered for change; today's may still be corrected
//! (the rule itself is kept by `Edit::RecordImpression`).

use eframe::egui::{self, CornerRadius, Frame, Margin, Stroke, vec2};

use super::{Inspector, fields};
use crate::edit::{CardField, Edit};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, radius, sizes, text};
use crate::gui::views::people::tidy;
use crate::gui::views::words::exchange_label;
use crate::gui::widgets::{HandField, MenuItem, menu_separator};
use crate::model::{Card, Event, Exchange, Id};
use crate::text::dates::parse_date;

/// The narrowest back on which one can write, in points.
const NARROWEST: f32 = 168.0;

/// What is typed on the back.
#[derive(Debug, Default)]
pub(super) struct Back {
    card: Id<Card>,
    revision: u64,
    focused: bool,
    impression: String,
    received: String,
}

impl Back {
    fn reload(&mut self, ctx: &ViewCtx<'_>, id: Id<Card>) {
        if self.card == id && (self.focused || self.revision == ctx.revision) {
            return;
        }
        let Some(card) = ctx.book.get(id) else { return };
        self.card = id;
        self.revision = ctx.revision;
        let today = card.impressions.last().filter(|last| last.on == ctx.today);
        self.impression = today.map_or_else(String::new, |last| last.text.clone());
        self.received =
            card.received_on.map_or_else(String::new, |day| ctx.texts.locale().day_with_year(day));
    }

    /// The words of earlier days, then the field for today's. `on_paper` when it lies on the card's back.
    pub fn impressions_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Card>, on_paper: bool) {
        self.reload(ctx, id);
        let p = Palette::of(ui);
        let Some(card) = ctx.book.get(id).cloned() else { return };
        let ink = if on_paper { p.pencil } else { p.text };
        let small = if on_paper { p.pencil.gamma_multiply(0.75) } else { p.text3 };
        let texts = ctx.texts;
        for (at, earlier) in card.impressions.iter().filter(|earlier| earlier.on != ctx.today).enumerate() {
            if at > 0 || !on_paper {
                let day = texts.locale().day_near(earlier.on, ctx.today);
                ui.label(text::rich(&day, TextKind::Label, small));
            }
            ui.add(egui::Label::new(text::rich(&earlier.text, TextKind::Hand, ink)).wrap());
        }
        let hint = if card.impressions.iter().any(|earlier| earlier.on != ctx.today) {
            texts.inspector_impression_later()
        } else {
            texts.inspector_impression_hint()
        };
        let mut field = HandField::new(texts.common_impression(), hint, 2);
        if on_paper {
            field = field.paper();
        }
        let response = field.show(ui, &mut self.impression);
        self.focused = response.has_focus();
        if response.changed() {
            ctx.edit(Edit::RecordImpression { card: id, text: self.impression.clone() });
        }
    }

    /// Event, day, who asked, where the paper is.
    pub fn facts_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Card>) {
        self.reload(ctx, id);
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let Some(card) = ctx.book.get(id).cloned() else { return };
        let mut field = None;
        let width = ui.available_width();
        fact(ui, texts.inspector_received_on(), |ui| {
            let day = parse_date(&self.received, ctx.today, texts.locale());
            let wrong = day.is_none() && !self.received.trim().is_empty();
            let error = wrong.then(|| texts.inspector_date_not_understood());
            let response = fields::Quiet::new(texts.inspector_received_on())
                .no_label()
                .hint(texts.inspector_date_hint())
                .error(error)
                .show(ui, &mut self.received);
            self.focused |= response.has_focus();
            if response.changed() && !wrong && day != card.received_on {
                field = Some(CardField::ReceivedOn(day));
            }
        });
        fact(ui, texts.common_event(), |ui| {
            let title = card.event.and_then(|id| ctx.book.get(id)).map(|event| tidy(&event.title));
            let shown = title.unwrap_or_else(|| texts.common_none().to_owned());
            let response = fields::menu_word(ui, texts.common_event(), &shown, width - 100.0);
            egui::Popup::menu(&response).show(|ui| {
                if let Some(event) = event_menu(ctx, ui, card.event) {
                    field = Some(CardField::Event(event));
                }
            });
        });
        fact(ui, texts.inspector_who_asked(), |ui| {
            let shown = exchange_label(card.exchange, texts);
            let response = fields::menu_word(ui, texts.inspector_who_asked(), shown, width - 100.0);
            egui::Popup::menu(&response).show(|ui| {
                for exchange in Exchange::ALL {
                    let item =
                        MenuItem::new(exchange_label(exchange, texts)).checked(exchange == card.exchange);
                    if ui.add(item).clicked() {
                        field = Some(CardField::Exchange(exchange));
                    }
                }
            });
        });
        fact(ui, texts.inspector_where(), |ui| super::place::place_ui(ctx, ui, &card, width - 100.0));
        ui.painter().hline(ui.min_rect().x_range(), ui.min_rect().bottom() + 2.0, Stroke::new(1.0, p.line));
        ui.add_space(8.0);
        if let Some(field) = field {
            ctx.edit(Edit::SetCard { card: id, field });
        }
    }
}

impl Inspector {
    /// The paper back, with the words on it.
    pub(super) fn paper_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: Id<Card>, width: f32) {
        let p = Palette::of(ui);
        let day = ctx.book.get(card).and_then(|card| card.impressions.first()).map(|first| first.on);
        let day = day.map_or_else(String::new, |day| ctx.texts.locale().day_near(day, ctx.today));
        // In the same frame as the front: an upright card has an upright back, which may grow with its words.
        let height = (width * sizes::CARD_RATIO).round();
        let aspect = super::head::proportion(ctx, Some(card)).unwrap_or(1.0 / sizes::CARD_RATIO);
        let (width, height) = if aspect < 1.0 {
            ((height * aspect).round().max(NARROWEST), height.max((NARROWEST / aspect).round()))
        } else {
            (width, height)
        };
        let shown = ui.vertical_centered(|ui| {
            Frame::new()
                .fill(p.paper)
                .stroke(Stroke::new(1.0, p.card_edge))
                .corner_radius(CornerRadius::same(radius::CARD))
                .inner_margin(Margin::symmetric(10, 8))
                .show(ui, |ui| {
                    ui.set_width(width - 20.0);
                    ui.set_min_height(height - 16.0);
                    ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                        ui.horizontal(|ui| {
                            ui.label(text::rich(ctx.texts.common_impression(), TextKind::Small, p.pencil));
                            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                                ui.label(text::rich(&day, TextKind::Small, p.pencil));
                            });
                        });
                        let y = ui.min_rect().bottom() + 2.0;
                        ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, p.thread_soft));
                        ui.add_space(4.0);
                        self.back.impressions_ui(ctx, ui, card, true);
                        ui.add_space(20.0);
                    });
                })
                .response
                .rect
        });
        if super::head::flip_pill(ctx, ui, shown.inner) {
            self.flipped = false;
        }
        ui.add_space(10.0);
    }

    /// What stands below the turned card.
    pub(super) fn back_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: Id<Card>) {
        if ctx.book.get(card).is_some_and(|card| card.back.is_some()) {
            self.back.impressions_ui(ctx, ui, card, false);
            ui.add_space(4.0);
        }
        self.back.facts_ui(ctx, ui, card);
    }
}

fn fact(ui: &mut egui::Ui, label: &str, add: impl FnOnce(&mut egui::Ui)) {
    let p = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(26.0);
        let (rect, _) = ui.allocate_exact_size(vec2(92.0, 26.0), egui::Sense::hover());
        let line = text::line(ui.painter(), label, TextKind::Small, p.text2, 92.0);
        ui.painter().galley(egui::pos2(rect.left(), rect.center().y - line.size().y / 2.0), line, p.text2);
        ui.vertical(|ui| add(ui));
    });
}

/// The newest events to choose from; the outer option is whether something was chosen.
#[expect(clippy::option_option, reason = "nothing chosen, or no event chosen")]
pub(super) fn event_menu(
    ctx: &ViewCtx<'_>,
    ui: &mut egui::Ui,
    present: Option<Id<Event>>,
) -> Option<Option<Id<Event>>> {
    let mut events: Vec<_> = ctx.book.events.values().collect();
    events.sort_by_key(|event| (std::cmp::Reverse(event.starts_on), event.id));
    let mut chosen = None;
    if ui.add(MenuItem::new(ctx.texts.common_none()).checked(present.is_none())).clicked() {
        chosen = Some(None);
    }
    menu_separator(ui);
    egui::ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for event in events.iter().take(60) {
            let day = event.starts_on.map(|day| ctx.texts.locale().day_near(day, ctx.today));
            let title = tidy(&event.title);
            let item = MenuItem::new(&title).checked(present == Some(event.id));
            if ui.add(item.key(day.as_deref().unwrap_or_default())).clicked() {
                chosen = Some(Some(event.id));
            }
        }
    });
    chosen
}
