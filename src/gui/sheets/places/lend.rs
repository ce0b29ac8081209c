//! Lends cards to somebody, with a day by which they are to be back, or gives them away for good.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui;

use crate::edit::{Edit, StorageEdit};
use crate::gui::ctx::ViewCtx;
use crate::gui::sheets::day_field::DayField;
use crate::gui::sheets::relationship::footer;
use crate::gui::sheets::{Next, SheetUi};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::views::people::name_of;
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::widgets::segmented;
use crate::model::{Card, Id};
use crate::text::Texts;

/// Lends or gives cards.
pub struct LendSheet {
    cards: BTreeSet<Id<Card>>,
    who: PersonPicker,
    back_by: DayField,
    /// The day gets the keyboard: who has the card is known.
    focus_day: bool,
    /// 0 to lend, 1 to give.
    way: usize,
}

impl LendSheet {
    /// Returns the sheet as it opens.
    pub fn new(cards: BTreeSet<Id<Card>>, gives: bool, ctx: &ViewCtx<'_>) -> Self {
        let owners = cards.iter().filter_map(|card| ctx.book.get(*card)?.contact).collect();
        let loan = cards.first().and_then(|card| ctx.index.loan(*card));
        let mut who = PersonPicker::one().excluding(owners).focused();
        if let Some(loan) = loan {
            who.choose(loan.with);
        }
        Self {
            back_by: DayField::new(ctx, loan.and_then(|loan| loan.back_by)),
            cards,
            who,
            focus_day: loan.is_some() && !gives,
            way: usize::from(gives),
        }
    }
}

impl SheetUi for LendSheet {
    fn title(&self, texts: &Texts) -> String {
        let count = self.cards.len() as i64;
        if self.way == 0 { texts.places_lend_title(count) } else { texts.places_give_title(count) }
    }

    fn width(&self) -> f32 {
        480.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let book = ctx.book;
        self.cards.retain(|card| book.get(*card).is_some());
        if self.cards.is_empty() {
            return Next::Close;
        }
        ui.spacing_mut().item_spacing.y = space::M;
        let ways = [texts.places_lend(), texts.places_give()];
        segmented(ui, texts.places_way(), &ways, &mut self.way);
        if self.who.ui(ctx, ui, texts.places_to()) && self.who.first().is_some() {
            // Who is said; the field in which that was typed is gone.
            self.focus_day = self.way == 0;
        }
        if self.way == 0 {
            let width = ui.available_width().min(260.0);
            let id = egui::Id::unique("lent until");
            let (label, hint) = (texts.places_back_day(), texts.places_back_hint());
            self.back_by.ui_as(ctx, ui, label, hint, width, Some(id));
            if std::mem::take(&mut self.focus_day) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            let words = texts.places_back_words();
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        } else {
            let words = texts.places_give_words();
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        }
        let mut next = Next::Stay;
        let to = self.who.first();
        // What should be back already is odd, but a loan of last month may be written down today.
        let before = self.cards.first().and_then(|card| ctx.index.loan(*card)).and_then(|loan| loan.back_by);
        let day = self.back_by.day().filter(|_| self.way == 0);
        let is_past = day.is_some_and(|day| day < ctx.today && Some(day) != before);
        let ready = to.is_some() && !(self.way == 0 && self.back_by.is_wrong());
        if is_past {
            ui.add(egui::Label::new(text::rich(texts.places_back_past(), TextKind::Small, p.warn)).wrap());
        }
        let label = if self.way == 0 { texts.places_lend() } else { texts.places_give() };
        if footer(ctx, ui, label, ready, texts.inspector_choose_person(), &mut next)
            && let Some(to) = to
        {
            ctx.edit(Edit::Storage(if self.way == 0 {
                let cards: BTreeMap<Id<Card>, String> =
                    self.cards.iter().map(|card| (*card, fetch_words(ctx, *card))).collect();
                StorageEdit::Lend { cards, to, back_by: self.back_by.day() }
            } else {
                StorageEdit::HandOver { cards: self.cards.clone(), to }
            }));
            next = Next::Close;
        }
        next
    }
}

/// What is to be done when a lent card should be back: "Fetch Mina Schäfer’s card".
fn fetch_words(ctx: &ViewCtx<'_>, card: Id<Card>) -> String {
    let owner = ctx.book.get(card).and_then(|card| card.contact);
    match owner {
        Some(owner) => ctx.texts.places_fetch(&name_of(ctx.book, ctx.texts, owner)),
        None => ctx.texts.places_fetch_nameless().to_owned(),
    }
}
