//! The head of the inspector: the card, the name in its writings, circles, quick actions.

use std::sync::Arc;

use eframe::egui::{self, Align2, Color32, Sense, Stroke, StrokeKind, Vec2, WidgetInfo, pos2, vec2};

use super::{Inspector, Tab, fields};
use crate::edit::merge::open_conflicts;
use crate::gui::command::{Action, Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::sheets::person_of;
use crate::gui::theme::{Elevation, Palette, TextKind, Weight, icons, radius, sizes, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::people::{initials_of, portrait, shown_name, tidy};
use crate::gui::widgets::{
    Avatar, Banner, CardFace, CardFrame, CardSide, CardState, Flip, Severity, Tag, paint_icon, tip,
};
use crate::model::{Card, Conflict, Contact, Id};

/// What stands around the card, formatted once for each state of the book.
pub(super) struct Head {
    pub name: String,
    reading: String,
    title: String,
    company: String,
    circles: Vec<(String, u8)>,
    languages: String,
    mail: Option<String>,
    phone: Option<String>,
    archived: Option<String>,
    /// The first field with two values, and the words that say how many there are.
    conflicts: Option<(Id<Conflict>, String)>,
    pub cards: Vec<Id<Card>>,
    /// What is known of each card.
    pub captions: Vec<String>,
    /// "Card 1 of 2".
    pub places: Vec<String>,
    /// "Changed yesterday, added on 13 Oct".
    pub dates: String,
    pub initials: String,
    pub portrait_name: String,
    portrait: Option<Id<crate::model::Attachment>>,
    front_name: String,
    back_name: String,
    lines: Vec<String>,
    seed: u64,
    alone: bool,
}

/// The languages by their names, at most three.
fn languages_line(contact: &Contact, texts: &crate::text::Texts) -> String {
    let names: Vec<String> = contact.languages.iter().take(3).map(|tag| tidy(&texts.language(tag))).collect();
    names.join(texts.locale().comma())
}

impl Head {
    pub fn of(ctx: &ViewCtx<'_>, contact: &Contact) -> Self {
        let texts = ctx.texts;
        let name = shown_name(contact, texts);
        let readings = [tidy(&contact.name.reading()), tidy(&contact.name.latin)];
        let readings: Vec<&str> = readings
            .iter()
            .map(String::as_str)
            .filter(|reading| !reading.is_empty() && *reading != name)
            .collect();
        let affiliation = contact.current_affiliation();
        let organization = affiliation.and_then(|affiliation| ctx.book.get(affiliation.organization));
        let mut circles: Vec<_> = contact.circles.iter().filter_map(|id| ctx.book.get(*id)).collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        let mail = contact.emails.first().map(|email| email.value.trim().to_owned());
        let phone = contact
            .phones
            .iter()
            .filter(|phone| phone.label != "fax")
            .find_map(|phone| fields::link_of(fields::Format::Phone, &phone.value, texts));
        let cards = ctx.index.links.contact(contact.id).cards.clone();
        let day = |at: chrono::DateTime<chrono::Utc>| texts.locale().day_with_year(at.date_naive());
        let lines = contact.emails.iter().chain(&contact.phones).map(|entry| tidy(&entry.value)).take(3);
        Self {
            reading: readings.join(" · "),
            title: affiliation.map_or_else(String::new, |affiliation| {
                let parts = [tidy(&affiliation.title), tidy(&affiliation.department)];
                let parts: Vec<&str> =
                    parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                parts.join(" · ")
            }),
            company: organization.map_or_else(String::new, |organization| tidy(&organization.name)),
            circles: circles.iter().map(|circle| (tidy(&circle.name), circle.colour)).collect(),
            languages: languages_line(contact, texts),
            mail,
            phone,
            conflicts: conflicts_of(ctx, contact.id),
            archived: contact.archived.as_ref().map(|archived| {
                let when = texts.inspector_archived_on(&texts.locale().day_near(archived.on, ctx.today));
                let reason = tidy(&archived.reason);
                if reason.is_empty() { when } else { format!("{when} – {reason}") }
            }),
            captions: cards
                .iter()
                .map(|id| ctx.book.get(*id).map_or_else(String::new, |card| super::cards::caption(ctx, card)))
                .collect(),
            places: (1..=cards.len())
                .map(|at| texts.inspector_card_of(at as i64, cards.len() as i64))
                .collect(),
            cards,
            dates: texts.inspector_made_and_changed(&day(contact.updated_at), &day(contact.created_at)),
            initials: initials_of(contact),
            portrait_name: texts.inspector_portrait_of(&name),
            portrait: contact.portrait,
            front_name: texts.inspector_card_front(&name),
            back_name: texts.inspector_card_back(&name),
            lines: lines.collect(),
            seed: CardFace::seed(&contact.id.value().to_le_bytes()),
            alone: ctx.book.contacts.len() < 2,
            name,
        }
    }
}

/// What a picture shows now: the scan, nothing yet, or that it is missing.
pub(super) fn scan_side<'a>(
    ctx: &mut ViewCtx<'_>,
    ui: &egui::Ui,
    image: Id<crate::model::Attachment>,
    width: f32,
    missing: (&'a str, &'a str),
) -> CardSide<'a> {
    let Some(attachment) = ctx.book.get(image) else { return CardSide::Missing(missing.0, missing.1) };
    let size = ThumbnailSize::for_width(width, ui.ctx().pixels_per_point());
    match ctx.thumbnails.get(ui.ctx(), attachment, size) {
        Thumbnail::Ready(texture) => CardSide::Scan(texture, attachment.aspect()),
        Thumbnail::Loading => {
            let colour = ctx.thumbnails.colour(attachment, Palette::of(ui).sunk);
            CardSide::Coming(colour, attachment.aspect())
        }
        Thumbnail::Missing => CardSide::Missing(missing.0, missing.1),
    }
}

/// Width divided by height of a card of which one side at least has a picture.
pub(super) fn proportion(ctx: &ViewCtx<'_>, card: Option<Id<Card>>) -> Option<f32> {
    let card = ctx.book.get(card?)?;
    let picture = ctx.book.get(card.front.or(card.back)?)?;
    Some(picture.aspect().clamp(0.3, 3.0))
}

impl Inspector {
    pub(super) fn head_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let key = (contact.id, ctx.revision, ctx.today, ctx.texts.locale());
        let head = Arc::clone(self.head.get(key, |_| Arc::new(Head::of(ctx, contact))));
        let card = self.card.filter(|card| head.cards.contains(card)).or(head.cards.first().copied());
        self.card = card;
        if !ui.ctx().text_edit_focused()
            && ui.input_mut(|input| input.consume_key(egui::Modifiers::SHIFT, egui::Key::F))
        {
            self.leaf(&head, 1);
        }
        ui.spacing_mut().item_spacing.y = 4.0;
        if ctx.as_circle.is_some() {
            // The card as it leaves, and nothing to press.
            self.flipped = false;
            self.card_frame(ctx, ui, &head, card, sizes::CARD_INSPECTOR.min(ui.available_width()), None);
            ui.add_space(10.0);
            name_lines(ui, &head);
            ui.add_space(8.0);
            return;
        }
        if self.tab != Tab::Story && !self.flipped {
            self.small_head_ui(ctx, ui, &head, card);
            ui.add_space(6.0);
            return;
        }
        let width = sizes::CARD_INSPECTOR.min(ui.available_width());
        if self.flipped && card.is_some_and(|card| !has_printed_back(ctx, card)) {
            let heading = ctx.texts.common_impression();
            let flip = Flip::animate(ui, turning(contact.id), true);
            if flip.scale > 0.95
                && let Some(card) = card
            {
                self.paper_ui(ctx, ui, card, width);
            } else {
                self.card_frame(ctx, ui, &head, card, width, Some((flip, heading)));
            }
        } else {
            let flip = Flip::animate(ui, turning(contact.id), self.flipped);
            self.card_frame(ctx, ui, &head, card, width, Some((flip, ctx.texts.common_impression())));
        }
        self.stack_ui(ctx, ui, &head, card, width);
        if self.flipped
            && let Some(card) = card
        {
            self.back_ui(ctx, ui, card);
        }
        self.names_ui(ctx, ui, contact.id, &head);
        ui.add_space(4.0);
        tags_ui(ui, &head);
        if let Some((first, words)) = &head.conflicts
            && Banner::new(Severity::Warn, words)
                .icon(icons::ARROWS_LEFT_RIGHT)
                .action(ctx.texts.safety_conflicts_decide())
                .show(ui)
        {
            ctx.open(Sheet::Conflicts(Some(*first)));
        }
        if let Some(archived) = &head.archived
            && Banner::new(Severity::Warn, archived).action(ctx.texts.common_restore()).show(ui)
        {
            ctx.edit(crate::edit::Edit::Restore { contact: contact.id });
        }
        ui.add_space(6.0);
        actions_ui(ctx, ui, &head, contact.id);
        ui.add_space(8.0);
    }

    /// The card beside the name, for the tabs that need the room.
    fn small_head_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        head: &Head,
        card: Option<Id<Card>>,
    ) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            self.card_frame(ctx, ui, head, card, 112.0, None);
            ui.vertical(|ui| {
                ui.add_space(4.0);
                name_lines(ui, head);
            });
        });
    }

    /// The name in its writings, beside the portrait where there is one.
    fn names_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: Id<Contact>, head: &Head) {
        if head.portrait.is_none() {
            name_lines(ui, head);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let picture = portrait(ctx, ui, head.portrait);
            let avatar =
                ui.add(Avatar::new(&head.initials, &head.portrait_name, 60.0).picture(picture).pressable());
            if avatar.clicked() {
                ctx.open(Sheet::Portrait(contact));
            }
            ui.vertical(|ui| name_lines(ui, head));
        });
    }

    /// The card with its flip, in a slot of `width` points.
    fn card_frame(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        head: &Head,
        card: Option<Id<Card>>,
        width: f32,
        flip: Option<(Flip, &str)>,
    ) {
        let texts = ctx.texts;
        let record = card.and_then(|card| ctx.book.get(card)).cloned();
        let missing = (texts.images_missing(), texts.images_find());
        let turned = flip.is_some_and(|(flip, _)| flip.back);
        let lines: Vec<&str> = head.lines.iter().map(String::as_str).collect();
        let image = record.as_ref().and_then(|card| if turned { card.back } else { card.front });
        let drawn = CardFace {
            name: &head.name,
            title: &head.title,
            company: &head.company,
            lines: &lines,
            seed: head.seed,
        };
        let date;
        let side = match (image, &record) {
            (Some(image), _) => scan_side(ctx, ui, image, width, missing),
            (None, Some(card)) if turned => {
                let first = card.impressions.first();
                date = first.map_or_else(String::new, |first| texts.locale().day_near(first.on, ctx.today));
                let words = first.map_or("", |first| first.text.as_str());
                CardSide::Back(flip.map_or("", |(_, heading)| heading), &date, words)
            }
            _ => CardSide::Drawn(drawn),
        };
        // Turning the card is to show the other side at once.
        let other = record.as_ref().and_then(|card| if turned { card.front } else { card.back });
        if let Some(other) = other.and_then(|id| ctx.book.get(id)) {
            let size = ThumbnailSize::for_width(width, ui.ctx().pixels_per_point());
            ctx.thumbnails.expect(other, size);
        }
        // A front whose picture is missing is drawn, and marked.
        let lost = !turned && matches!(side, CardSide::Missing(..));
        let side = if lost { CardSide::Drawn(drawn) } else { side };
        let state = CardState { flip: flip.map(|(flip, _)| flip), ..CardState::default() };
        let name = if turned { &head.back_name } else { &head.front_name };
        let mut frame = CardFrame::new(name, side).state(state).proportion(proportion(ctx, card));
        if lost {
            frame = frame.missing(missing.0, missing.1);
        }
        let large = flip.is_some();
        let below = ui.painter().add(egui::Shape::Noop);
        let response = if large {
            ui.vertical_centered(|ui| frame.show(ui, width)).inner
        } else {
            frame.show(ui, width)
        };
        if large {
            let p = Palette::of(ui);
            let others = head.cards.len().saturating_sub(1).min(2);
            ui.painter().set(below, stack_shape(response.rect, others, p));
            self.leaf_by_keys(ui, &response.response, head);
        }
        if response.action {
            ctx.commands.extend(image.map(Command::FindPicture));
        } else if response.response.clicked() && record.is_some() {
            self.flipped = !self.flipped;
        }
        if large && record.is_some() && flip_pill(ctx, ui, response.rect) {
            self.flipped = !self.flipped;
        }
        if large {
            ui.add_space(10.0);
        }
    }
}

impl Inspector {
    /// While the card has the keyboard, the arrows leaf through the stack.
    fn leaf_by_keys(&mut self, ui: &egui::Ui, response: &egui::Response, head: &Head) {
        if head.cards.len() < 2 || !response.has_focus() {
            return;
        }
        let arrows = egui::EventFilter { horizontal_arrows: true, ..egui::EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let (older, newer) = ui.input_mut(|input| {
            (
                input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowRight),
                input.consume_key(egui::Modifiers::NONE, egui::Key::ArrowLeft),
            )
        });
        if older || newer {
            self.leaf(head, if older { 1 } else { -1 });
        }
    }
}

/// The edges of the cards that lie below.
fn stack_shape(top: egui::Rect, others: usize, p: &Palette) -> egui::Shape {
    let edge = Stroke::new(1.0, p.card_edge);
    let card = |down: usize| {
        let rect = top.translate(Vec2::splat(4.0 * down as f32));
        egui::epaint::RectShape::new(rect, radius::CARD, p.raised, edge, StrokeKind::Inside).into()
    };
    egui::Shape::Vec((1..=others).rev().map(card).collect())
}

/// Reading, name, title, company.
fn name_lines(ui: &mut egui::Ui, head: &Head) {
    let p = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 1.0;
    for (line, kind, ink, role) in [
        (&head.reading, TextKind::Small, p.text2, egui::Role::Label),
        (&head.name, TextKind::Title, p.text, egui::Role::Heading),
        (&head.title, TextKind::Body, p.text2, egui::Role::Label),
        (&head.company, TextKind::Body, p.text2, egui::Role::Label),
    ] {
        if !line.is_empty() {
            clipped(ui, line, kind, ink, role);
        }
    }
}

fn turning(contact: Id<Contact>) -> egui::Id {
    egui::Id::unique(("inspector flip", contact.value()))
}

fn has_printed_back(ctx: &ViewCtx<'_>, card: Id<Card>) -> bool {
    ctx.book.get(card).is_some_and(|card| card.back.is_some())
}

/// One line that ends in an ellipsis and is told in full by a tooltip.
pub(super) fn clipped(ui: &mut egui::Ui, line: &str, kind: TextKind, ink: Color32, role: egui::Role) {
    let width = ui.available_width().max(20.0);
    let galley = text::line(ui.painter(), line, kind, ink, width);
    let (rect, response) = ui.allocate_exact_size(galley.size().min(vec2(width, 60.0)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, line));
    let elided = galley.elided;
    ui.painter().galley(rect.min, galley, ink);
    if elided {
        tip(response, line, None);
    }
}

/// "Flip F" on the lower right corner of the card.
pub(super) fn flip_pill(ctx: &ViewCtx<'_>, ui: &egui::Ui, card: egui::Rect) -> bool {
    let p = Palette::of(ui);
    let words = ctx.texts.common_flip();
    let line = text::line(ui.painter(), words, TextKind::Button, p.text, 120.0);
    let key = text::line(ui.painter(), "F", TextKind::Label, p.text3, 20.0);
    let size = vec2(line.size().x + 66.0, 28.0);
    let rect = egui::Rect::from_min_size(card.right_bottom() - vec2(size.x - 8.0, 18.0), size);
    let response = ui.interact(rect, ui.scope_id().with("flip"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, words));
    let fill = if response.is_pointer_button_down_on() {
        p.pressed
    } else if response.hovered() {
        p.hover
    } else {
        p.raised
    };
    Elevation::Card.paint(ui.painter(), rect, 14, p.is_dark());
    ui.painter().rect(rect, 14, fill, Stroke::new(1.0, p.line), StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand(2.0), 16, Stroke::new(2.0, p.ai), StrokeKind::Outside);
    }
    let y = rect.center().y;
    paint_icon(
        ui.painter(),
        pos2(rect.left() + 17.0, y),
        icons::ARROWS_CLOCKWISE,
        Weight::Regular,
        15.0,
        p.text,
    );
    ui.painter().galley(pos2(rect.left() + 30.0, y - line.size().y / 2.0), line, p.text);
    let cap = egui::Rect::from_center_size(pos2(rect.right() - 18.0, y), vec2(18.0, 18.0));
    ui.painter().rect(cap, 4, p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
    ui.painter().galley(cap.center() - key.size() / 2.0, key, p.text3);
    response.clicked()
}

fn tags_ui(ui: &mut egui::Ui, head: &Head) {
    if head.circles.is_empty() && head.languages.is_empty() {
        return;
    }
    let p = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        for (name, colour) in &head.circles {
            ui.add(Tag::new(name).dot(p.circle(usize::from(*colour)).0));
        }
        if !head.languages.is_empty() {
            ui.add(Tag::new(&head.languages).icon(icons::TRANSLATE));
        }
    });
}

/// The fields of a person, their cards and what they did that have two values and wait for a decision.
fn conflicts_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Option<(Id<Conflict>, String)> {
    if ctx.book.conflicts.is_empty() {
        return None;
    }
    let mut open = open_conflicts(ctx.book, ctx.texts);
    open.retain(|conflict| conflict.record.and_then(|record| person_of(ctx.book, record)) == Some(contact));
    let count = open.len() as i64;
    open.first().map(|first| (first.id, ctx.texts.safety_conflict_person(count)))
}

/// Mail, call, log, pass on, introduce: what is done with people most often.
fn actions_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, head: &Head, id: Id<Contact>) {
    let texts = ctx.texts;
    let reach = |link: String| crate::gui::links::reach(ctx.book, ctx.settings, id, link);
    let mail = head.mail.as_ref().map(|mail| reach(super::super::mail_link(mail)));
    let call = head.phone.as_ref().map(|link| reach(link.clone()));
    let log = Command::Open(Sheet::LogEncounter { contacts: vec![id], completes: None });
    let others = (!head.alone).then_some(());
    let needs_other = texts.inspector_needs_second_person();
    let actions = [
        (
            icons::ENVELOPE_SIMPLE,
            texts.inspector_action_mail(),
            mail,
            texts.inspector_no_mail(),
            Some(Action::Mail),
        ),
        (icons::PHONE, texts.inspector_action_call(), call, texts.inspector_no_phone(), None),
        (icons::NOTE_PENCIL, texts.inspector_action_log(), Some(log), "", Some(Action::LogEncounter)),
        (
            icons::PAPER_PLANE_TILT,
            texts.inspector_action_pass_on(),
            others.map(|()| Command::Open(Sheet::PassOn(id))),
            needs_other,
            Some(Action::PassOn),
        ),
        (
            icons::USERS_THREE,
            texts.inspector_action_introduce(),
            others.map(|()| Command::Open(Sheet::Introduction(id))),
            needs_other,
            Some(Action::Introduce),
        ),
    ];
    let gap = 6.0;
    let width = ((ui.available_width() - 4.0 * gap) / 5.0).floor();
    let mut asked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (icon, label, command, why, action) in actions {
            let keys = action.and_then(Action::keys);
            let edits = matches!(&command, Some(Command::Open(sheet)) if sheet.edits());
            let (command, why) =
                if edits && !ctx.writable { (None, texts.safety_refused()) } else { (command, why) };
            let response =
                ui.add_enabled(command.is_some(), |ui: &mut egui::Ui| action_button(ui, icon, label, width));
            let response = response.on_disabled_hover_text(why);
            if tip(response, label, keys.as_deref()).clicked() {
                asked = command;
            }
        }
    });
    if let Some(command) = asked {
        ctx.ask(command);
    }
}

fn action_button(ui: &mut egui::Ui, icon: &str, label: &str, width: f32) -> egui::Response {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 52.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), label));
    let button = egui::Rect::from_min_size(rect.min, vec2(width, 34.0));
    let fill = if response.is_pointer_button_down_on() {
        p.pressed
    } else if response.hovered() && ui.is_enabled() {
        p.hover
    } else {
        p.raised
    };
    let painter = ui.painter();
    painter.rect(button, radius::CONTROL, fill, Stroke::new(1.0, p.line), StrokeKind::Inside);
    if response.has_focus() {
        painter.rect_stroke(button.expand(2.0), 10, Stroke::new(2.0, p.ai), StrokeKind::Outside);
    }
    painter.text(button.center(), Align2::CENTER_CENTER, icon, Weight::Regular.font(16.0), p.text);
    let line = text::line(painter, label, TextKind::Label, p.text2, width + 11.0);
    painter.galley(pos2(rect.center().x - line.size().x / 2.0, rect.bottom() - 14.0), line, p.text2);
    response
}
