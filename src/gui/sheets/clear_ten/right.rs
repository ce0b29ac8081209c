//! The right page: whose card it is, what is known, and what can be done about it, each by one key.

use eframe::egui::{self, Align, Key, Layout, Modifiers, Rect, ScrollArea, Ui, vec2};

use super::run::{Deed, deeds};
use super::{ClearTen, Field, HEAD};
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{shown_name, tidy, work_line};
use crate::gui::widgets::{Banner, Button, HandField, Severity, Tag, TextField, segmented};
use crate::model::{Card, Contact, Id};
use crate::text::Texts;

/// Lines of the card that are read out of the picture and shown.
const MOST_READ: usize = 6;

/// What is known of a card and its person.
pub(super) struct Facts {
    name: String,
    work: String,
    known: Vec<String>,
}

impl Facts {
    fn of(ctx: &ViewCtx<'_>, id: Id<Card>) -> Self {
        let texts = ctx.texts;
        let Some(card) = ctx.book.get(id) else {
            return Self { name: String::new(), work: String::new(), known: Vec::new() };
        };
        let Some(person) = card.contact.and_then(|contact| ctx.book.get(contact)) else {
            let read = card.recognized_text.lines().map(tidy).filter(|line| !line.is_empty());
            return Self {
                name: texts.pile_nameless().to_owned(),
                work: String::new(),
                known: read.take(MOST_READ).collect(),
            };
        };
        let mut known: Vec<String> = Vec::new();
        known.extend(person.emails.first().map(|mail| tidy(&mail.value)));
        known.extend(person.phones.first().map(|phone| tidy(&phone.value)));
        if let Some(address) = person.addresses.first() {
            known.push(tidy(&address.city));
        }
        known.extend(
            person.circles.iter().filter_map(|id| ctx.book.get(*id)).map(|circle| tidy(&circle.name)),
        );
        known.extend(person.tags.iter().map(|tag| tidy(tag)));
        known.push(tidy(&person.notes));
        known.retain(|line| !line.is_empty());
        Self { name: shown_name(person, texts), work: work_line(ctx.book, person), known }
    }
}

/// What was done, in a word.
pub(super) fn deed_word(texts: &Texts, deed: Deed) -> &str {
    match deed {
        Deed::Named => texts.pile_did_name(),
        Deed::Impression => texts.pile_did_impression(),
        Deed::Thanked => texts.pile_did_thank(),
        Deed::Knowledge => texts.pile_did_knowledge(),
        Deed::PassedOn => texts.pile_did_pass_on(),
        Deed::Planned => texts.pile_did_plan(),
        Deed::Placed => texts.pile_did_place(),
        Deed::LetGo => texts.pile_did_let_go(),
    }
}

impl ClearTen {
    pub(super) fn right_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, right: Rect) {
        let Some(card) = self.run.entry().map(|entry| entry.card) else { return };
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let inner = (right.width() - 2.0 * if right.width() < 700.0 { 28.0 } else { 56.0 }).min(720.0);
        let side = ((right.width() - inner) / 2.0).floor();
        let row = Rect::from_min_size(right.min + vec2(side, 0.0), vec2(inner, HEAD));
        let mut child =
            ui.new_child(egui::UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center)));
        child.spacing_mut().item_spacing.x = space::XXS;
        self.steps_ui(ctx, &mut child);
        let contact = self.contact(ctx);
        let facts = self.facts.get((ctx.revision, card, texts.locale()), |_| Facts::of(ctx, card));
        let body = right.with_min_y(right.top() + HEAD).shrink2(vec2(side, 0.0));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt("pile right"));
        let done = self.run.entry().map(|entry| deeds(ctx, entry)).unwrap_or_default();
        let (name, work, known) = (facts.name.clone(), facts.work.clone(), facts.known.clone());
        ScrollArea::vertical().id_salt(("pile right", self.run.at)).auto_shrink(false).show(
            &mut child,
            |ui| {
                crate::gui::panes::follow_focus(ui);
                ui.set_width(inner - 14.0);
                ui.spacing_mut().item_spacing.y = space::S;
                ui.add(egui::Label::new(text::rich(&name, TextKind::Display, p.text)).truncate());
                if !work.is_empty() {
                    ui.add(egui::Label::new(text::rich(&work, TextKind::Body, p.text2)).truncate());
                }
                for line in &known {
                    ui.add(egui::Label::new(text::rich(line, TextKind::Small, p.text2)).truncate());
                }
                if !done.is_empty() {
                    let words: Vec<&str> = done.iter().map(|deed| deed_word(texts, *deed)).collect();
                    let comma = texts.locale().comma();
                    if Banner::new(Severity::Info, &words.join(comma)).action(texts.common_next()).show(ui) {
                        self.next(ctx);
                    }
                }
                ui.add_space(space::S);
                if contact.is_none() {
                    let label = Button::primary(texts.pile_name()).large().icon(icons::PENCIL_SIMPLE_LINE);
                    if ctx.add_writing(ui, label.key("N")).clicked() {
                        ctx.open(Sheet::NameOne(card));
                    }
                    ui.add_space(space::S);
                }
                self.impression_ui(ctx, ui);
                if contact.is_some() {
                    ui.add_space(space::S);
                    self.knowledge_ui(ctx, ui);
                }
                ui.add_space(space::L);
                self.deeds_ui(ctx, ui, card, contact);
                ui.add_space(space::XXL);
            },
        );
    }

    fn impression_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let wanted = self.focus == Some(Field::Impression);
        let id = egui::Id::unique(("pile impression", self.run.at));
        let mut save = false;
        if ui.memory(|memory| memory.has_focus(id)) {
            save = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        }
        let Some(entry) = self.run.entry_mut() else { return };
        ui.horizontal(|ui| {
            ui.label(text::rich(texts.common_impression(), TextKind::Heading, p.text));
            ui.add(Tag::new("I"));
        });
        let field = HandField::new(texts.common_impression(), texts.pile_impression_hint(), 3).id(id);
        let response = field.show(ui, &mut entry.impression);
        if wanted {
            response.request_focus();
            self.focus = None;
        }
        let is_typed = self.run.entry().is_some_and(|entry| !entry.impression.trim().is_empty());
        if is_typed {
            let keys = if cfg!(target_os = "macos") { "⌘↵" } else { "Ctrl+↵" };
            save |= ctx.add_writing(ui, Button::tonal(texts.common_save()).small().key(keys)).clicked();
        }
        if save && ctx.writable {
            self.save_impression(ctx);
        }
    }

    fn knowledge_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let wanted = self.focus == Some(Field::Knowledge);
        ui.horizontal(|ui| {
            ui.label(text::rich(texts.pile_knowledge(), TextKind::Heading, p.text));
            ui.add(Tag::new("K"));
        });
        let ways = [texts.pile_can(), texts.pile_needs()];
        segmented(ui, texts.pile_knowledge(), &ways, &mut self.is_need);
        let hint = if self.is_need == 1 { texts.pile_needs_hint() } else { texts.pile_can_hint() };
        let label = ways.get(self.is_need).copied().unwrap_or_default();
        let id = egui::Id::unique(("pile knowledge", self.run.at));
        let Some(entry) = self.run.entry_mut() else { return };
        let width = ui.available_width().min(420.0);
        let field = TextField::new(label).hide_label().hint(hint).id(id).width(width);
        let response = field.show(ui, &mut entry.knowledge);
        if wanted {
            response.request_focus();
            self.focus = None;
        }
        let mut save = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_typed = self.run.entry().is_some_and(|entry| !entry.knowledge.trim().is_empty());
        if is_typed {
            save |= ctx.add_writing(ui, Button::tonal(texts.common_add()).small().key("↵")).clicked();
        }
        if save && is_typed && ctx.writable {
            self.save_knowledge(ctx);
        }
    }

    /// The things that one key does.
    fn deeds_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, card: Id<Card>, contact: Option<Id<Contact>>) {
        let texts = ctx.texts;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            if let Some(contact) = contact {
                let thank = Button::new(texts.pile_thank()).icon(icons::HEART).key("T");
                if ctx.add_writing(ui, thank).clicked() {
                    ctx.open(Sheet::Thanks(contact));
                }
                let pass = Button::new(texts.pile_pass_on()).icon(icons::PAPER_PLANE_TILT).key("P");
                if ctx.add_writing(ui, pass).clicked() {
                    ctx.open(Sheet::PassOn(contact));
                }
            }
            let put = Button::new(texts.places_put()).icon(icons::MAP_PIN).key("W");
            if ctx.add_writing(ui, put).clicked() {
                ctx.open(Sheet::PutInto([card].into()));
            }
            let words = if contact.is_some() { texts.pile_let_go() } else { texts.pile_remove() };
            let go = Button::new(words).icon(icons::LEAF).key("G");
            if ctx.add_writing(ui, go).clicked() {
                self.let_go(ctx, card, contact);
            }
        });
    }
}
