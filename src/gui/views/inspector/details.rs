//! The details tab: the name in all its writings, work, every way to reach the person, the scans.

use std::sync::Arc;

use eframe::egui;

use super::draft::{Typed, TypedList};
use super::fields::{self, Format};
use super::head::{Head, scan_side};
use super::{Inspector, Tab};
use crate::edit::{ContactField, Edit, Employment, Side};
use crate::gui::command::{Action, Command};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::words::{LABELS, label_text};
use crate::gui::widgets::{Button, CardFrame, CardSide, MenuItem, menu_separator, segmented};
use crate::model::{Address, Card, Contact, Id, NameOrder};
use crate::text::dates::parse_date;

/// The lists of labelled values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Emails,
    Phones,
    Links,
    Custom,
}

impl List {
    const ALL: [Self; 4] = [Self::Emails, Self::Phones, Self::Links, Self::Custom];

    fn format(self) -> Format {
        match self {
            Self::Emails => Format::Mail,
            Self::Phones => Format::Phone,
            Self::Links => Format::Link,
            Self::Custom => Format::Free,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Emails => "emails",
            Self::Phones => "phones",
            Self::Links => "links",
            Self::Custom => "custom",
        }
    }
}

impl Inspector {
    pub(super) fn details_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        ui.spacing_mut().item_spacing.y = 6.0;
        self.name_ui(ctx, ui, contact);
        self.other_names_ui(ctx, ui);
        self.work_ui(ctx, ui, contact);
        self.list_ui(ctx, ui, List::Emails);
        self.list_ui(ctx, ui, List::Phones);
        self.addresses_ui(ctx, ui);
        self.list_ui(ctx, ui, List::Links);
        self.list_ui(ctx, ui, List::Custom);
        debug_assert_eq!(List::ALL.len(), 4, "every list is drawn");
        self.scans_ui(ctx, ui, contact);
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.add_space(6.0);
        let day = |at: chrono::DateTime<chrono::Utc>| texts.locale().day_with_year(at.date_naive());
        let words = texts.inspector_made_and_changed(&day(contact.updated_at), &day(contact.created_at));
        ui.add(egui::Label::new(text::rich(&words, TextKind::Label, p.text3)).wrap());
        ui.add_space(4.0);
        ui.horizontal_wrapped(|ui| {
            if contact.archived.is_some() {
                if ctx.add_writing(ui, Button::new(texts.common_restore()).small()).clicked() {
                    ctx.edit(Edit::Restore { contact: contact.id });
                }
            } else if ctx.add_writing(ui, Button::new(texts.common_archive()).small()).clicked() {
                ctx.edit(Edit::Archive { contact: contact.id, reason: String::new() });
            }
            let delete = Button::ghost(texts.inspector_menu_delete()).icon(icons::TRASH).small().danger();
            if ui.add(delete).clicked() {
                ctx.edit(Edit::DeleteContact { contact: contact.id });
            }
        });
    }

    fn name_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        let family_first = self.draft.name.family_first(contact.language());
        let mut responses = Vec::new();
        let nobody = self.draft.name.is_empty() && contact.affiliations.is_empty();
        let error = nobody.then(|| texts.inspector_name_needed());
        let name = &mut self.draft.name;
        let pairs: [(&str, &mut String, &str, &mut String); 3] = if family_first {
            [
                (texts.common_name_family(), &mut name.family, texts.common_name_given(), &mut name.given),
                (
                    texts.common_name_family_reading(),
                    &mut name.family_reading,
                    texts.common_name_given_reading(),
                    &mut name.given_reading,
                ),
                (texts.common_name_prefix(), &mut name.prefix, texts.inspector_suffix(), &mut name.suffix),
            ]
        } else {
            [
                (texts.common_name_given(), &mut name.given, texts.common_name_family(), &mut name.family),
                (
                    texts.common_name_given_reading(),
                    &mut name.given_reading,
                    texts.common_name_family_reading(),
                    &mut name.family_reading,
                ),
                (texts.common_name_prefix(), &mut name.prefix, texts.inspector_suffix(), &mut name.suffix),
            ]
        };
        for (at, (left, left_value, right, right_value)) in pairs.into_iter().enumerate() {
            let error = if at == 0 { error } else { None };
            two(ui, |ui, first| {
                if first {
                    responses.push(fields::Quiet::new(left).error(error).show(ui, left_value));
                } else {
                    responses.push(fields::Quiet::new(right).show(ui, right_value));
                }
            });
        }
        responses.push(fields::Quiet::new(texts.inspector_latin()).show(ui, &mut name.latin));
        two(ui, |ui, first| {
            if first {
                responses.push(fields::Quiet::new(texts.common_name_nickname()).show(ui, &mut name.nickname));
            } else {
                let field =
                    fields::Quiet::new(texts.inspector_honorific()).hint(texts.inspector_honorific_hint());
                responses.push(field.show(ui, &mut name.honorific));
            }
        });
        let mut changed = responses.iter().any(egui::Response::changed);
        for (at, response) in responses.iter().enumerate() {
            self.mind(response, "name", at);
        }
        let orders = [NameOrder::ByLanguage, NameOrder::FamilyFirst, NameOrder::GivenFirst];
        let labels = [
            texts.inspector_order_by_writing(),
            texts.inspector_order_family(),
            texts.inspector_order_given(),
        ];
        let mut order = orders.iter().position(|order| *order == self.draft.name.order).unwrap_or(0);
        ui.add_space(2.0);
        if segmented(ui, texts.inspector_order(), &labels, &mut order).changed() {
            self.draft.name.order = orders[order];
            changed = true;
        }
        // A person without any name is not kept; the field says so and the typed text stays.
        let kept = !self.draft.name.is_empty() || !contact.affiliations.is_empty();
        if changed && kept {
            self.set(ctx, ContactField::Name(self.draft.name.clone()));
        }
        ui.add_space(4.0);
        fields::hairline(ui);
    }

    fn work_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let responses = employment_fields(ctx, ui, &mut self.draft.employment);
        let changed = responses.iter().any(egui::Response::changed);
        for (at, response) in responses.iter().enumerate() {
            self.mind(response, "employment", at);
        }
        if changed {
            let employment = self.draft.employment.clone();
            ctx.edit(Edit::SetEmployment { contact: contact.id, employment });
        }
        for former in contact.affiliations.iter().filter(|affiliation| affiliation.until.is_some()) {
            let company = ctx.book.get(former.organization).map_or("", |record| record.name.as_str());
            let company = crate::gui::views::people::tidy(company);
            let until = former.until.map_or_else(String::new, |day| texts.locale().day_with_year(day));
            let words = texts.inspector_until(&company, &until);
            ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text3)).truncate());
        }
        match &mut self.draft.new_job {
            None => {
                if fields::link(ui, icons::PLUS, texts.inspector_job_change()).clicked() {
                    let day = texts.locale().day_with_year(ctx.today);
                    self.draft.new_job = Some((Employment::default(), day));
                }
            }
            Some((employment, day)) => {
                let mut done = None;
                let mut focused = false;
                fields::tinted(ui, p.sunk, |ui| {
                    for response in employment_fields(ctx, ui, employment) {
                        focused |= response.has_focus();
                    }
                    let since = parse_date(day, ctx.today, texts.locale());
                    let error = since.is_none().then(|| texts.inspector_date_not_understood());
                    let field = fields::Quiet::new(texts.inspector_since()).error(error);
                    focused |= field.show(ui, day).has_focus();
                    ui.horizontal(|ui| {
                        let ready = since.is_some() && !employment.organization.trim().is_empty();
                        let save = Button::primary(texts.inspector_job_save()).small();
                        let save = ui.add_enabled(ready, save);
                        if save.on_disabled_hover_text(texts.inspector_job_needs_company()).clicked() {
                            done = Some(since);
                        }
                        if ui.add(Button::ghost(texts.common_cancel()).small()).clicked() {
                            done = Some(None);
                        }
                    });
                });
                self.focused |= focused;
                if let Some(since) = done {
                    if let Some(on) = since {
                        let employment = employment.clone();
                        ctx.edit(Edit::ChangeJob { contact: contact.id, employment, on });
                    }
                    self.draft.new_job = None;
                }
            }
        }
        fields::hairline(ui);
    }

    fn list(&mut self, list: List) -> &mut TypedList {
        match list {
            List::Emails => &mut self.draft.emails,
            List::Phones => &mut self.draft.phones,
            List::Links => &mut self.draft.links,
            List::Custom => &mut self.draft.custom,
        }
    }

    /// One list of labelled values: each with label, field, copy, open, order and remove.
    fn list_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, list: List) {
        let texts = ctx.texts;
        let (title, add, hint) = match list {
            List::Emails => (texts.common_label_email(), texts.inspector_add_mail(), "name@example.com"),
            List::Phones => (texts.common_label_phone(), texts.inspector_add_phone(), ""),
            List::Links => (texts.common_label_link(), texts.inspector_add_link(), "example.com"),
            List::Custom => (texts.inspector_custom(), texts.inspector_add_custom(), ""),
        };
        if fields::section(ui, title, Some((icons::PLUS, add))) {
            let label = if matches!(list, List::Custom | List::Links) { "" } else { "work" };
            let lines = &mut self.list(list).lines;
            lines.push(Typed { label: label.to_owned(), ..Typed::default() });
            self.focus = Some((list.key(), self.list(list).lines.len() - 1));
        }
        let mut changed = false;
        let mut moved: Option<(usize, Option<usize>)> = None;
        for at in 0..self.list(list).lines.len() {
            ui.push_id((list.key(), at), |ui| {
                let lines = self.list(list).lines.len();
                let mut line = std::mem::take(&mut self.list(list).lines[at]);
                let value = line.value.clone();
                let error = fields::problem(list.format(), &value, texts);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.set_min_height(28.0);
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                        let more = fields::tool(ui, icons::DOTS_THREE, texts.common_more());
                        egui::Popup::menu(&more)
                            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                            .show(|ui| {
                                if let Some(change) = line_menu(ctx, ui, &mut line.label, at, lines) {
                                    moved = change;
                                    changed = true;
                                }
                            });
                        if let Some(link) = fields::link_of(list.format(), &value, texts) {
                            let icon = match list {
                                List::Emails => icons::ENVELOPE_SIMPLE,
                                List::Phones => icons::PHONE,
                                _ => icons::EXPORT,
                            };
                            if fields::tool(ui, icon, &texts.inspector_open_value(&value)).clicked() {
                                ctx.ask(Command::OpenLink(link));
                            }
                        }
                        if !value.trim().is_empty()
                            && fields::tool(ui, icons::COPY, &texts.inspector_copy_value(value.trim()))
                                .clicked()
                        {
                            ctx.ask(Command::Copy(value.trim().to_owned()));
                        }
                        ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
                            ui.spacing_mut().item_spacing.y = 0.0;
                            let shown = label_text(&line.label, texts);
                            let name = if line.label.is_empty() {
                                title.to_owned()
                            } else {
                                format!("{title}, {shown}")
                            };
                            let field = fields::Quiet::new(&name).no_label().hint(hint).error(error);
                            let response = field.show(ui, &mut line.value);
                            if !line.label.is_empty() {
                                let p = Palette::of(ui);
                                ui.add(
                                    egui::Label::new(text::rich(shown, TextKind::Label, p.text3)).truncate(),
                                );
                            }
                            changed |= response.changed();
                            self.mind(&response, list.key(), at);
                        });
                    });
                });
                self.list(list).lines[at] = line;
            });
        }
        if let Some((at, to)) = moved {
            let lines = &mut self.list(list).lines;
            match to {
                Some(to) => lines.swap(at, to),
                None => {
                    lines.remove(at);
                }
            }
        }
        if changed {
            let accepted = self.list(list).accepted(list.format(), texts);
            let field = match list {
                List::Emails => ContactField::Emails(accepted),
                List::Phones => ContactField::Phones(accepted),
                List::Links => ContactField::Links(accepted),
                List::Custom => ContactField::Custom(accepted),
            };
            let same = ctx.book.get(self.draft.id).is_some_and(|contact| match &field {
                ContactField::Emails(list) => contact.emails == *list,
                ContactField::Phones(list) => contact.phones == *list,
                ContactField::Links(list) => contact.links == *list,
                ContactField::Custom(list) => contact.custom == *list,
                _ => false,
            });
            if !same {
                self.set(ctx, field);
            }
        }
        fields::hairline(ui);
    }

    fn addresses_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let add = Some((icons::PLUS, texts.inspector_add_address()));
        if fields::section(ui, texts.common_label_address(), add) {
            self.draft.addresses.push(Address { label: "work".to_owned(), ..Address::default() });
            self.focus = Some(("addresses", (self.draft.addresses.len() - 1) * 5));
        }
        let mut changed = false;
        let mut moved: Option<(usize, Option<usize>)> = None;
        for at in 0..self.draft.addresses.len() {
            ui.push_id(("address", at), |ui| {
                let count = self.draft.addresses.len();
                let line = fields::address_line(&self.draft.addresses[at]);
                let map = fields::map_link(&self.draft.addresses[at]);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let p = Palette::of(ui);
                    let label = label_text(&self.draft.addresses[at].label, texts).to_owned();
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let more = fields::tool(ui, icons::DOTS_THREE, texts.common_more());
                        egui::Popup::menu(&more)
                            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                            .show(|ui| {
                                let label = &mut self.draft.addresses[at].label;
                                if let Some(change) = line_menu(ctx, ui, label, at, count) {
                                    moved = change;
                                    changed = true;
                                }
                            });
                        if let Some(map) = map
                            && fields::tool(ui, icons::MAP_PIN, texts.inspector_open_map()).clicked()
                        {
                            ctx.ask(Command::OpenLink(map));
                        }
                        if !line.is_empty()
                            && fields::tool(ui, icons::COPY, &texts.inspector_copy_value(&line)).clicked()
                        {
                            ctx.ask(Command::Copy(line.clone()));
                        }
                        ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                            ui.label(text::rich(&label, TextKind::Label, p.text3));
                        });
                    });
                });
                let mut responses = Vec::new();
                let address = &mut self.draft.addresses[at];
                let street = fields::Quiet::new(texts.inspector_street()).rows(3);
                responses.push(street.show(ui, &mut address.street));
                two(ui, |ui, first| {
                    responses.push(if first {
                        fields::Quiet::new(texts.inspector_postal_code()).show(ui, &mut address.postal_code)
                    } else {
                        fields::Quiet::new(texts.inspector_city()).show(ui, &mut address.city)
                    });
                });
                two(ui, |ui, first| {
                    responses.push(if first {
                        fields::Quiet::new(texts.inspector_region()).show(ui, &mut address.region)
                    } else {
                        fields::Quiet::new(texts.inspector_country()).show(ui, &mut address.country)
                    });
                });
                for (part, response) in responses.iter().enumerate() {
                    changed |= response.changed();
                    self.mind(response, "addresses", at * 5 + part);
                }
            });
        }
        if let Some((at, to)) = moved {
            match to {
                Some(to) => self.draft.addresses.swap(at, to),
                None => {
                    self.draft.addresses.remove(at);
                }
            }
        }
        if changed {
            let mut list = self.draft.addresses.clone();
            list.retain(|address| !fields::address_line(address).is_empty());
            self.set(ctx, ContactField::Addresses(list));
        }
        fields::hairline(ui);
    }

    /// Front and back of the card on top, with replace and remove.
    fn scans_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        let add = Some((icons::PLUS, texts.inspector_add_card()));
        if fields::section(ui, texts.inspector_scans(), add) {
            // With a person selected the question is asked whose card it is.
            ctx.ask(Command::Do(Action::AddCards));
        }
        let key = (contact.id, ctx.revision, ctx.today, texts.locale());
        let head = Arc::clone(self.head.get(key, |_| Arc::new(Head::of(ctx, contact))));
        if head.cards.is_empty() {
            fields::invite(ui, texts.inspector_scans_empty());
        }
        for card in head.cards.iter().take(6) {
            self.card_scans_ui(ctx, ui, *card);
        }
    }

    fn card_scans_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Card>) {
        let texts = ctx.texts;
        let Some(card) = ctx.book.get(id).cloned() else { return };
        ui.push_id(("scans", id.value()), |ui| {
            two(ui, |ui, first| {
                let (side, name, image) = if first {
                    (Side::Front, texts.inspector_front(), card.front)
                } else {
                    (Side::Back, texts.inspector_back(), card.back)
                };
                let width = ui.available_width();
                let picture = match image {
                    Some(image) => {
                        let missing = (texts.inspector_scan_missing(), texts.inspector_scan_replace());
                        scan_side(ctx, ui, image, width, missing)
                    }
                    None => CardSide::Back(name, "", texts.inspector_no_scan()),
                };
                let shown = CardFrame::new(name, picture).show(ui, width);
                if shown.response.clicked() {
                    self.card = Some(id);
                    self.tab = Tab::Story;
                    self.flipped = side == Side::Back;
                }
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    let p = Palette::of(ui);
                    ui.label(text::rich(name, TextKind::Label, p.text3));
                    if image.is_some()
                        && fields::tool(ui, icons::TRASH, &texts.inspector_remove_scan(name)).clicked()
                    {
                        ctx.edit(Edit::SetCardImage { card: id, side, attachment: None });
                    }
                    let replace = texts.inspector_replace_scan(name);
                    if fields::tool(ui, icons::UPLOAD_SIMPLE, &replace).clicked() {
                        // The question that follows offers the back of the present card and a new card.
                        ctx.ask(Command::Do(Action::AddCards));
                    }
                });
            });
        });
    }
}

/// Company, title, department; the responses in this order.
fn employment_fields(
    ctx: &ViewCtx<'_>,
    ui: &mut egui::Ui,
    employment: &mut Employment,
) -> [egui::Response; 3] {
    let texts = ctx.texts;
    let company = fields::Quiet::new(texts.common_organization()).show(ui, &mut employment.organization);
    let mut title = None;
    let mut department = None;
    two(ui, |ui, first| {
        if first {
            title = Some(fields::Quiet::new(texts.common_job_title()).show(ui, &mut employment.title));
        } else {
            department =
                Some(fields::Quiet::new(texts.inspector_department()).show(ui, &mut employment.department));
        }
    });
    let title = title.unwrap_or_else(|| company.clone());
    let department = department.unwrap_or_else(|| company.clone());
    [company, title, department]
}

/// Label, order and remove of one line. Returns a change: the inner option is a move (`None` inside it
/// removes).
#[expect(clippy::option_option, reason = "no change, a change of the label, or a move")]
fn line_menu(
    ctx: &ViewCtx<'_>,
    ui: &mut egui::Ui,
    label: &mut String,
    at: usize,
    lines: usize,
) -> Option<Option<(usize, Option<usize>)>> {
    let texts = ctx.texts;
    let mut change = None;
    for choice in LABELS {
        let item = MenuItem::new(label_text(choice, texts)).checked(label == choice);
        if ui.add(item).clicked() {
            choice.clone_into(label);
            change = Some(None);
            ui.close();
        }
    }
    ui.set_max_width(220.0);
    let mut own = if LABELS.contains(&label.as_str()) { String::new() } else { label.clone() };
    let field = fields::Quiet::new(texts.inspector_own_label()).no_label().hint(texts.inspector_own_label());
    if field.show(ui, &mut own).changed() {
        own.trim_start().clone_into(label);
        change = Some(None);
    }
    menu_separator(ui);
    if at > 0 && ui.add(MenuItem::new(texts.inspector_move_up()).icon(icons::SORT_ASCENDING)).clicked() {
        change = Some(Some((at, Some(at - 1))));
        ui.close();
    }
    if at + 1 < lines && ui.add(MenuItem::new(texts.inspector_move_down()).icon(icons::CARET_DOWN)).clicked()
    {
        change = Some(Some((at, Some(at + 1))));
        ui.close();
    }
    if ui.add(MenuItem::new(texts.common_remove()).icon(icons::TRASH).danger()).clicked() {
        change = Some(Some((at, None)));
        ui.close();
    }
    change
}

/// Two columns of the same width; `add` is called for the left one with true, then for the right one.
fn two(ui: &mut egui::Ui, mut add: impl FnMut(&mut egui::Ui, bool)) {
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            add(left, true);
            add(right, false);
        }
    });
}
