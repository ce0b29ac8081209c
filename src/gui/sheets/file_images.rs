//! Whose scans these are, asked when some arrive while a person is selected.

use eframe::egui::{self, CornerRadius, Key, Modifiers, Sense, Stroke, StrokeKind, WidgetInfo, vec2};

use super::{Next, SheetUi};
use crate::edit::Filing;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::widgets::paint_icon;
use crate::model::{Contact, Id};
use crate::text::Texts;

/// Whose scans these are.
pub struct FileImages {
    contact: Option<Id<Contact>>,
    name: String,
    /// How many there are, as last seen: the title is asked for without them.
    count: usize,
}

impl FileImages {
    /// Returns the sheet as it opens.
    pub fn new(ctx: &ViewCtx<'_>) -> Self {
        let contact = ctx.selection.contact;
        let name = contact.and_then(|id| ctx.book.get(id)).map(|contact| contact.display_name());
        Self { contact, name: name.unwrap_or_default(), count: 1 }
    }
}

impl SheetUi for FileImages {
    fn title(&self, texts: &Texts) -> String {
        texts.cards_file_title(self.count as i64)
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let known = take_in.count();
        if known == 0 && !take_in.is_running() {
            // None of them could be read; the panel says why.
            return Next::Close;
        }
        self.count = known.max(1);
        let count = self.count as i64;
        let p = Palette::of(ui);
        let words = texts.cards_file_words(count, &self.name);
        ui.add(egui::Label::new(text::rich(&words, TextKind::Body, p.text2)).wrap());
        ui.add_space(space::L);
        let mut choices = Vec::new();
        if let Some(contact) = self.contact.filter(|id| ctx.book.get(*id).is_some()) {
            choices.push((
                icons::IDENTIFICATION_CARD,
                texts.cards_file_new(count, &self.name),
                texts.cards_file_new_words(),
                Filing::NewCardOf(contact),
            ));
            let card = ctx.index.links.current_card(contact);
            if let Some(card) = card.filter(|_| known == 1) {
                choices.push((
                    icons::ARROWS_CLOCKWISE,
                    texts.cards_file_back(&self.name),
                    texts.cards_file_back_words(),
                    Filing::BackOf(card),
                ));
            }
        }
        let portrait_of = self.contact.filter(|_| known == 1 && !take_in.is_running());
        choices.push((
            icons::CARDS_THREE,
            texts.cards_file_other().to_owned(),
            texts.cards_file_other_words(),
            Filing::Pile,
        ));
        let mut next = Next::Stay;
        for (at, (icon, title, words, filing)) in choices.into_iter().enumerate() {
            let (key, digit) = KEYS[at];
            let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            if (choice_ui(ui, icon, &title, words, digit) || pressed) && next == Next::Stay {
                ctx.ask(Command::FileImages(filing));
                next = Next::Stay;
            }
            ui.add_space(space::S);
        }
        if let Some(contact) = portrait_of.filter(|id| ctx.book.get(*id).is_some()) {
            let (key, digit) = KEYS[KEYS.len() - 1];
            let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            let (title, words) =
                (texts.inspector_portrait_of(&self.name), texts.inspector_portrait_file_words());
            if choice_ui(ui, icons::USERS, &title, words, digit) || pressed {
                ctx.ask(Command::FileAsPortrait(contact));
            }
            ui.add_space(space::S);
        }
        next
    }
}

const KEYS: [(Key, &str); 4] = [(Key::Num1, "1"), (Key::Num2, "2"), (Key::Num3, "3"), (Key::Num4, "4")];

/// A wide button: icon, title, what it means, its key.
fn choice_ui(ui: &mut egui::Ui, icon: &str, title: &str, words: &str, key: &str) -> bool {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 62.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), title));
    let on = response.hovered() || response.has_focus();
    let fill = if response.is_pointer_button_down_on() { p.pressed } else { p.raised };
    let line = if on { Stroke::new(2.0, p.ai) } else { Stroke::new(1.0, p.line) };
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(radius::BOX), fill, line, StrokeKind::Inside);
    paint_icon(painter, rect.left_center() + vec2(28.0, 0.0), icon, Weight::Regular, 22.0, p.ai_text);
    let width = rect.width() - 100.0;
    let title = text::line(painter, title, TextKind::Heading, p.text, width);
    painter.galley(rect.left_top() + vec2(54.0, 11.0), title, p.text);
    let words = text::line(painter, words, TextKind::Small, p.text2, width);
    painter.galley(rect.left_top() + vec2(54.0, 34.0), words, p.text2);
    let cap = egui::Rect::from_center_size(rect.right_center() - vec2(24.0, 0.0), vec2(22.0, 20.0));
    painter.rect(cap, CornerRadius::same(4), p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let key = text::line(painter, key, TextKind::Label, p.text2, 20.0);
    painter.galley(cap.center() - key.size() / 2.0, key, p.text2);
    response.clicked()
}
