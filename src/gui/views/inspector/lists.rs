//! Lists of labelled values: mail, phone, links, fields of the user's own, postal addresses.
//!
//! Every line has its field first, then copy, open and more, so that Tab goes from left to right. Alt with an arrow
//! moves the line.

use eframe::egui::{self, Key, Modifiers};

use super::Inspector;
use super::draft::{Typed, TypedList};
use super::fields::{self, Format, Quiet, two};
use crate::edit::ContactField;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::views::words::{LABELS, label_text};
use crate::gui::widgets::{MenuItem, menu_separator};
use crate::model::Address;
use crate::text::Texts;

/// The lists of labelled values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Emails,
    Phones,
    Links,
    Custom,
}

impl List {
    fn format(self) -> Format {
        match self {
            Self::Emails => Format::Mail,
            Self::Phones => Format::Phone,
            Self::Links => Format::Link,
            Self::Custom => Format::Free,
        }
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::Emails => "emails",
            Self::Phones => "phones",
            Self::Links => "links",
            Self::Custom => "custom",
        }
    }

    fn title(self, texts: &Texts) -> &str {
        match self {
            Self::Emails => texts.common_label_email(),
            Self::Phones => texts.common_label_phone(),
            Self::Links => texts.common_label_link(),
            Self::Custom => texts.inspector_custom(),
        }
    }

    fn add(self, texts: &Texts) -> &str {
        match self {
            Self::Emails => texts.inspector_add_mail(),
            Self::Phones => texts.inspector_add_phone(),
            Self::Links => texts.inspector_add_link(),
            Self::Custom => texts.inspector_add_custom(),
        }
    }

    fn hint(self, texts: &Texts) -> &str {
        match self {
            Self::Emails => texts.inspector_mail_hint(),
            Self::Links => texts.inspector_link_hint(),
            Self::Phones | Self::Custom => "",
        }
    }

    fn open_icon(self) -> &'static str {
        match self {
            Self::Emails => icons::ENVELOPE_SIMPLE,
            Self::Phones => icons::PHONE,
            Self::Links | Self::Custom => icons::EXPORT,
        }
    }
}

/// What is done to the order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Up(usize),
    Down(usize),
    Remove(usize),
}

impl Move {
    fn carry_out<T>(self, list: &mut Vec<T>) {
        match self {
            Self::Up(at) if at > 0 && at < list.len() => list.swap(at, at - 1),
            Self::Down(at) if at + 1 < list.len() => list.swap(at, at + 1),
            Self::Remove(at) if at < list.len() => {
                list.remove(at);
            }
            Self::Up(_) | Self::Down(_) | Self::Remove(_) => {}
        }
    }

    /// Where the line is afterwards.
    fn to(self, lines: usize) -> Option<usize> {
        match self {
            Self::Up(at) => at.checked_sub(1),
            Self::Down(at) => (at + 1 < lines).then_some(at + 1),
            Self::Remove(_) => None,
        }
    }

    /// What the keys ask for while the line has the keyboard.
    fn by_keys(ui: &egui::Ui, response: &egui::Response, at: usize) -> Option<Self> {
        if !response.has_focus() {
            return None;
        }
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::ALT, Key::ArrowUp) {
                Some(Self::Up(at))
            } else if input.consume_key(Modifiers::ALT, Key::ArrowDown) {
                Some(Self::Down(at))
            } else {
                None
            }
        })
    }
}

// not a text: names of keys
const UP: &str = "Alt+↑";
// not a text: names of keys
const DOWN: &str = "Alt+↓";

/// Room for copy, open and more behind a field.
const TOOLS: f32 = 92.0;

impl Inspector {
    fn list(&mut self, list: List) -> &mut TypedList {
        match list {
            List::Emails => &mut self.draft.emails,
            List::Phones => &mut self.draft.phones,
            List::Links => &mut self.draft.links,
            List::Custom => &mut self.draft.custom,
        }
    }

    /// One list of labelled values.
    pub(super) fn list_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, list: List) {
        let texts = ctx.texts;
        if fields::section(ui, list.title(texts), Some((icons::PLUS, list.add(texts)))) && ctx.writable {
            let label = if matches!(list, List::Custom | List::Links) { "" } else { "work" };
            let lines = &mut self.list(list).lines;
            lines.push(Typed::new(label));
            let at = lines.len() - 1;
            self.focus = Some((list.key(), if list == List::Custom { 2 * at } else { at }));
        }
        let mut changed = false;
        let mut moved = None;
        for at in 0..self.list(list).lines.len() {
            ui.push_id((list.key(), at), |ui| {
                let mut line = std::mem::take(&mut self.list(list).lines[at]);
                changed |= self.line_ui(ctx, ui, list, at, &mut line, &mut moved);
                self.list(list).lines[at] = line;
            });
        }
        if let Some(moved) = moved {
            let lines = &mut self.list(list).lines;
            moved.carry_out(lines);
            let to = moved.to(lines.len());
            self.focus = to.filter(|_| list != List::Custom).map(|to| (list.key(), to));
            changed = true;
        }
        if changed {
            self.commit_list(ctx, list);
        }
        fields::hairline(ui);
    }

    fn commit_list(&mut self, ctx: &mut ViewCtx<'_>, list: List) {
        let accepted = self.list(list).accepted(list.format(), ctx.texts);
        let Some(contact) = ctx.book.get(self.draft.id) else { return };
        let known = match list {
            List::Emails => &contact.emails,
            List::Phones => &contact.phones,
            List::Links => &contact.links,
            List::Custom => &contact.custom,
        };
        if *known == accepted {
            return;
        }
        let field = match list {
            List::Emails => ContactField::Emails(accepted),
            List::Phones => ContactField::Phones(accepted),
            List::Links => ContactField::Links(accepted),
            List::Custom => ContactField::Custom(accepted),
        };
        self.set(ctx, field);
    }

    /// One line: label, field, copy, open, more. Returns whether something changed.
    fn line_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        list: List,
        at: usize,
        line: &mut Typed,
        moved: &mut Option<Move>,
    ) -> bool {
        let texts = ctx.texts;
        let title = list.title(texts);
        let lines = self.list(list).lines.len();
        let mut changed = false;
        if list != List::Custom {
            let shown = &line.facts(list.format(), title, texts).shown_label;
            let menu = fields::menu_word(ui, texts.inspector_label(), shown, 200.0);
            egui::Popup::menu(&menu)
                .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                .show(|ui| changed |= label_menu(ctx, ui, &mut line.label));
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if list == List::Custom {
                let width = ((ui.available_width() - TOOLS) * 0.4).floor();
                let named = ui.vertical(|ui| {
                    ui.set_width(width);
                    let field = Quiet::new(texts.inspector_custom_name()).no_label();
                    field.hint(texts.inspector_custom_name()).show(ui, &mut line.label)
                });
                self.mind(&named.inner, list.key(), 2 * at);
                changed |= named.inner.changed();
            }
            let facts = line.lend(list.format(), title, texts);
            let name = facts.as_ref().map_or(title, |facts| facts.name.as_str());
            let error = facts.as_ref().and_then(|facts| facts.problem.as_deref());
            let field = Quiet::new(name).no_label().hint(list.hint(texts)).error(error).tail(TOOLS);
            let response = field.show(ui, &mut line.value);
            changed |= response.changed();
            *moved = moved.or(Move::by_keys(ui, &response, at));
            self.mind(&response, list.key(), if list == List::Custom { 2 * at + 1 } else { at });
            if error.is_some() {
                self.stay(&response);
            }
            line.give_back(facts);
            let facts = line.facts(list.format(), title, texts);
            if !facts.is_empty() && fields::tool(ui, icons::COPY, &facts.copy).clicked() {
                ctx.ask(Command::Copy(facts.value().trim().to_owned()));
            }
            if let Some(link) = &facts.link
                && fields::tool(ui, list.open_icon(), &facts.open).clicked()
            {
                ctx.ask(Command::OpenLink(link.clone()));
            }
            let more = fields::tool(ui, icons::DOTS_THREE, texts.common_more());
            egui::Popup::menu(&more).show(|ui| {
                *moved = moved.or(order_menu(ctx, ui, at, lines));
            });
        });
        changed
    }

    pub(super) fn addresses_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let add = Some((icons::PLUS, texts.inspector_add_address()));
        if fields::section(ui, texts.common_label_address(), add) && ctx.writable {
            self.draft.addresses.push(Address { label: "work".to_owned(), ..Address::default() });
            self.focus = Some(("addresses", (self.draft.addresses.len() - 1) * 5));
        }
        let mut changed = false;
        let mut moved = None;
        for at in 0..self.draft.addresses.len() {
            ui.push_id(("address", at), |ui| {
                changed |= self.address_ui(ctx, ui, at, &mut moved);
            });
        }
        if let Some(moved) = moved {
            moved.carry_out(&mut self.draft.addresses);
            changed = true;
        }
        if changed {
            let mut list = self.draft.addresses.clone();
            list.retain(|address| !fields::address_line(address).is_empty());
            self.set(ctx, ContactField::Addresses(list));
        }
        fields::hairline(ui);
    }

    fn address_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        at: usize,
        moved: &mut Option<Move>,
    ) -> bool {
        let texts = ctx.texts;
        let copy = texts.common_copy();
        let count = self.draft.addresses.len();
        let mut changed = false;
        let mut address = std::mem::take(&mut self.draft.addresses[at]);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let width = ui.available_width() - TOOLS;
            let shown = label_text(&address.label, texts).to_owned();
            let menu = fields::menu_word(ui, texts.inspector_label(), &shown, width);
            egui::Popup::menu(&menu)
                .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                .show(|ui| changed |= label_menu(ctx, ui, &mut address.label));
            let gap = ui.available_width() - TOOLS;
            ui.add_space(gap.max(0.0));
            let empty =
                [&address.street, &address.city, &address.postal_code, &address.region, &address.country]
                    .iter()
                    .all(|part| part.trim().is_empty());
            if !empty && fields::tool(ui, icons::COPY, texts.inspector_copy_address()).clicked() {
                ctx.ask(Command::Copy(fields::address_line(&address)));
            }
            if !empty
                && fields::tool(ui, icons::MAP_PIN, texts.inspector_open_map()).clicked()
                && let Some(map) = fields::map_link(&address)
            {
                ctx.ask(Command::OpenLink(map));
            }
            let more = fields::tool(ui, icons::DOTS_THREE, texts.common_more());
            egui::Popup::menu(&more).show(|ui| {
                if ui.add(MenuItem::new(texts.inspector_open_web_map()).icon(icons::EXPORT)).clicked()
                    && let Some(map) = fields::web_map_link(&address)
                {
                    ctx.ask(Command::OpenLink(map));
                }
                *moved = moved.or(order_menu(ctx, ui, at, count));
            });
        });
        let street = Quiet::new(texts.inspector_street()).rows(3).copy(copy);
        let response = street.show(ui, &mut address.street);
        changed |= response.changed();
        self.mind(&response, "addresses", at * 5);
        for (part, labels) in [
            (1, [texts.inspector_postal_code(), texts.inspector_city()]),
            (3, [texts.inspector_region(), texts.inspector_country()]),
        ] {
            two(ui, |ui, first| {
                let (part, label) = if first { (part, labels[0]) } else { (part + 1, labels[1]) };
                let value = match part {
                    1 => &mut address.postal_code,
                    2 => &mut address.city,
                    3 => &mut address.region,
                    _ => &mut address.country,
                };
                let response = Quiet::new(label).copy(copy).show(ui, value);
                changed |= response.changed();
                self.mind(&response, "addresses", at * 5 + part);
            });
        }
        self.draft.addresses[at] = address;
        changed
    }
}

/// The known labels, and a field for the user's own; returns whether the label changed.
fn label_menu(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, label: &mut String) -> bool {
    let texts = ctx.texts;
    let mut changed = false;
    for choice in LABELS {
        let item = MenuItem::new(label_text(choice, texts)).checked(label == choice);
        if ui.add(item).clicked() && ctx.writable {
            choice.clone_into(label);
            changed = true;
            ui.close();
        }
    }
    ui.set_max_width(220.0);
    let mut own = if LABELS.contains(&label.as_str()) { String::new() } else { label.clone() };
    let field = Quiet::new(texts.inspector_own_label()).no_label().hint(texts.inspector_own_label());
    let response = field.show(ui, &mut own);
    if response.changed() {
        own.trim_start().clone_into(label);
        changed = true;
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        ui.close();
    }
    changed
}

/// Up, down and remove of one line.
fn order_menu(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, at: usize, lines: usize) -> Option<Move> {
    let texts = ctx.texts;
    let mut moved = None;
    let up = MenuItem::new(texts.inspector_move_up()).icon(icons::SORT_ASCENDING).key(UP);
    if at > 0 && ui.add(up).clicked() {
        moved = Some(Move::Up(at));
    }
    let down = MenuItem::new(texts.inspector_move_down()).icon(icons::CARET_DOWN).key(DOWN);
    if at + 1 < lines && ui.add(down).clicked() {
        moved = Some(Move::Down(at));
    }
    if lines > 1 {
        menu_separator(ui);
    }
    if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
        moved = Some(Move::Remove(at));
    }
    moved.filter(|_| ctx.writable)
}
