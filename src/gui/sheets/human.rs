//! Human first: what to have in mind about a person before one meets, calls or writes to them.
//!
//! Opens from a person, from what is due with them, and, unless that was switched off, for a moment when Call or Mail is
//! pressed. What stands in it is put into words by [`crate::session::brief`].

use chrono::NaiveDate;
use eframe::egui::{self, Align, Key, Layout, Modifiers, Ui, vec2};

use super::{Next, SheetUi};
use crate::exchange::prep::Part;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::Tab;
use crate::gui::views::people::{initials_of, portrait, shown_name, work_line};
use crate::gui::widgets::{Avatar, Button, Switch};
use crate::model::{Contact, Id};
use crate::session::{Brief, brief};
use crate::text::{Locale, Texts};

/// Width of the words before the lines, in points.
const LABEL: f32 = 130.0;

/// What to have in mind about a person.
pub struct HumanSheet {
    contact: Id<Contact>,
    /// What was pressed and waits: the address that is opened.
    then: Option<String>,
    name: String,
    focus: bool,
    brief: Cached<(u64, NaiveDate, Locale), Brief>,
}

impl HumanSheet {
    /// Returns the sheet as it opens.
    pub fn new(contact: Id<Contact>, then: Option<String>, ctx: &ViewCtx<'_>) -> Self {
        let name = ctx.book.get(contact).map(|person| shown_name(person, ctx.texts)).unwrap_or_default();
        Self { contact, then, name, focus: true, brief: Cached::default() }
    }

    /// What is opened afterwards. A scheme alone says what comes, but not where it goes.
    fn link(&self) -> Option<&String> {
        self.then.as_ref().filter(|address| !address.ends_with(':'))
    }

    fn is_call(&self) -> bool {
        self.then.as_ref().is_some_and(|address| address.starts_with("tel:"))
    }
}

impl SheetUi for HumanSheet {
    fn title(&self, texts: &Texts) -> String {
        match &self.then {
            None => texts.human_before_meeting(&self.name),
            Some(_) if self.is_call() => texts.human_before_call(&self.name),
            Some(_) => texts.human_before_mail(&self.name),
        }
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let Some(person) = ctx.book.get(self.contact).cloned() else { return Next::Close };
        let (book, index, today) = (ctx.book, ctx.index, ctx.today);
        let key = (ctx.revision, today, texts.locale());
        let brief = self.brief.get(key, |_| brief(book, index, &person, texts, today));
        ui.spacing_mut().item_spacing.y = space::XXS;
        ui.horizontal(|ui| {
            let picture = portrait(ctx, ui, person.portrait);
            ui.add(Avatar::new(&initials_of(&person), &self.name, 48.0).picture(picture));
            ui.vertical(|ui| {
                ui.label(text::rich(&self.name, TextKind::Heading, p.text));
                let work = work_line(book, &person);
                ui.add(egui::Label::new(text::rich(&work, TextKind::Small, p.text2)).truncate());
            });
        });
        ui.add_space(space::S);
        let room = (ui.ctx().content_rect().height() - 320.0).max(140.0);
        egui::ScrollArea::vertical().id_salt("human").max_height(room).show(ui, |ui| {
            ui.set_width(ui.available_width() - 8.0);
            ui.spacing_mut().item_spacing.y = space::XXS;
            if brief.human.is_empty() {
                ui.add(egui::Label::new(text::rich(texts.human_empty(), TextKind::Body, p.text2)).wrap());
            }
            parts_ui(ui, &brief.human, TextKind::Hand);
            for parts in [&brief.talks, &brief.promises].into_iter().filter(|parts| !parts.is_empty()) {
                ui.add_space(space::XS);
                ui.separator();
                parts_ui(ui, parts, TextKind::Body);
            }
        });
        ui.add_space(space::S);
        if self.then.is_some() {
            let mut shown = !ctx.settings.skips_human_side;
            if ui.add(Switch::new(&mut shown, texts.human_setting())).changed() {
                ctx.choose(|settings| settings.skips_human_side = !shown);
            }
            ui.add_space(space::S);
        }
        self.buttons_ui(ctx, ui)
    }
}

impl HumanSheet {
    fn buttons_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> Next {
        let texts = ctx.texts;
        let mut next = Next::Stay;
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| {
            let (label, icon) = match self.link() {
                None => (texts.common_done(), icons::CHECK),
                Some(_) if self.is_call() => (texts.inspector_action_call(), icons::PHONE),
                Some(_) => (texts.inspector_action_mail(), icons::ENVELOPE_SIMPLE),
            };
            let main = ui.add(Button::primary(label).icon(icon));
            if std::mem::take(&mut self.focus) {
                main.request_focus();
            }
            let entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            if main.clicked() || entered {
                if let Some(address) = self.link().cloned() {
                    ctx.ask(Command::OpenLink(address));
                }
                next = Next::Close;
            }
            let fill = Button::new(texts.human_fill()).icon(icons::PENCIL_SIMPLE_LINE);
            if ui.add(fill).clicked() {
                ctx.select(self.contact);
                ctx.ask(Command::ShowTab(Tab::Person));
                next = Next::Close;
            }
            let log = Button::ghost(texts.inspector_action_log()).icon(icons::NOTE_PENCIL);
            if ctx.add_writing(ui, log).clicked() {
                ctx.open(Sheet::LogEncounter { contacts: vec![self.contact], completes: None });
            }
        });
        next
    }
}

fn parts_ui(ui: &mut Ui, parts: &[Part], kind: TextKind) {
    let p = Palette::of(ui);
    for part in parts {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.allocate_ui_with_layout(vec2(LABEL, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(LABEL);
                // The small words stand on the line of the large ones.
                let first = part.lines.first().map_or("", String::as_str);
                let down = text::baseline(ui.painter(), first, kind)
                    - text::baseline(ui.painter(), &part.label, TextKind::Small);
                ui.add_space(down.max(0.0).round());
                ui.add(egui::Label::new(text::rich(&part.label, TextKind::Small, p.text3)).wrap());
            });
            ui.vertical(|ui| {
                for line in &part.lines {
                    ui.add(egui::Label::new(text::rich(line, kind, p.text)).wrap());
                }
            });
        });
    }
}
