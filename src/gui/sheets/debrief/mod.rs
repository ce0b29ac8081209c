//! The debrief: after an evening one goes through its people, each with their card large: who asked for whose card, one
//! line of impression, the topics. Three keys each: a digit, what one types, Enter.
//!
//! Owns what is typed and not saved yet, for each person. Cards without a name are named by the sheet that does that, which opens
//! above and comes back here. Start reading at [`DebriefSheet::ui`]; `entry` is the page of one person.
//!
//! Invariant: each person is one step of Undo (held by the suite's `an_evening_is_told_with_three_keys_a_person`).

mod entry;

use std::collections::BTreeMap;

use eframe::egui::{self, Align, Key, Layout, Modifiers, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi};
use crate::edit::{Edit, Told};
use crate::gui::command::{Action, Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, stroke, text};
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Banner, Button, EmptyState, Severity, progress_bar};
use crate::model::{Card, Contact, Encounter, Event, Exchange, FollowUpKind, Id};
use crate::text::Texts;

use entry::Entry;

/// Width of the list of people, in points.
const LIST: f32 = 210.0;
/// Height of a row of the list.
const ROW: f32 = 44.0;

/// Somebody of the evening.
struct Person {
    contact: Id<Contact>,
    card: Option<Id<Card>>,
    name: String,
    is_told: bool,
}

/// Tells about the people of an event.
pub struct DebriefSheet {
    event: Id<Event>,
    title: String,
    people: Vec<Person>,
    /// Cards of the evening that have no name yet.
    unnamed: Vec<Id<Card>>,
    at: usize,
    /// What is typed about people, as long as it is not saved: whoever looks at another person finds it again.
    drafts: BTreeMap<Id<Contact>, Entry>,
    /// Another person was just turned to.
    arrived: bool,
    revision: Option<u64>,
    /// Enter was pressed and what was told is not in the book yet.
    pressed: bool,
}

impl DebriefSheet {
    /// Returns the sheet as it opens.
    pub const fn new(event: Id<Event>) -> Self {
        Self {
            event,
            title: String::new(),
            people: Vec::new(),
            unnamed: Vec::new(),
            at: 0,
            drafts: BTreeMap::new(),
            arrived: true,
            revision: None,
            pressed: false,
        }
    }

    /// Follows the book: new cards join, and whoever was taken back by Undo is shown again.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if self.revision == Some(ctx.revision) {
            return;
        }
        let is_first = self.revision.replace(ctx.revision).is_none();
        let links = ctx.index.links.event(self.event);
        let cards = || links.cards.iter().filter_map(|id| ctx.book.get(*id));
        self.unnamed = cards().filter(|card| card.contact.is_none()).map(|card| card.id).collect();
        if let Some(event) = ctx.book.get(self.event) {
            self.title.clone_from(&event.title);
        }
        let known = std::mem::take(&mut self.people);
        let present = known.get(self.at).map(|person| person.contact);
        let mut people: Vec<Person> = Vec::with_capacity(links.contacts.len());
        // In the order in which the cards came; who gave none stands last.
        let with_card = cards().filter_map(|card| Some((card.contact?, Some(card.id))));
        let without = links.contacts.iter().map(|contact| (*contact, None));
        for (contact, card) in with_card.chain(without) {
            if people.iter().all(|person| person.contact != contact) {
                people.push(Person {
                    contact,
                    card,
                    name: name_of(ctx.book, ctx.texts, contact),
                    is_told: is_told(ctx, self.event, contact, card),
                });
            }
        }
        let saved = std::mem::take(&mut self.pressed);
        if let Some(present) = present.filter(|_| saved) {
            self.drafts.remove(&present);
        }
        // What nobody changed is read from the book again.
        self.drafts.retain(|contact, entry| entry.differs() || Some(*contact) == present);
        let was_told = |contact| known.iter().any(|it| it.contact == contact && it.is_told);
        let undone = people.iter().position(|it| !it.is_told && was_told(it.contact));
        self.people = people;
        if is_first {
            self.at = self.people.iter().position(|person| !person.is_told).unwrap_or(0);
            self.arrived = true;
        } else if let Some(undone) = undone {
            let contact = self.people[undone].contact;
            if self.drafts.get(&contact).is_some_and(|entry| !entry.differs()) {
                self.drafts.remove(&contact);
            }
            self.go(undone);
        } else if saved {
            self.go_on();
        } else {
            let place = self.people.iter().position(|person| Some(person.contact) == present);
            let at = place.unwrap_or(self.at).min(self.people.len().saturating_sub(1));
            if place.is_none() {
                self.go(at);
            }
            self.at = at;
        }
    }

    fn go(&mut self, place: usize) {
        self.at = place;
        self.arrived = true;
    }

    /// The next one about whom nothing is told; the next one at all when there is none.
    fn go_on(&mut self) {
        let open = |place: &usize| self.people.get(*place).is_some_and(|person| !person.is_told);
        let rest = (self.at + 1..self.people.len()).chain(0..self.at);
        let next = rest.clone().find(open).unwrap_or((self.at + 1).min(self.people.len().saturating_sub(1)));
        self.go(next);
    }

    fn told(&self) -> usize {
        self.people.iter().filter(|person| person.is_told).count()
    }

    fn list_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let words = texts.events_debrief_progress(&self.people.len().to_string(), &self.told().to_string());
        ui.label(text::rich(&words, TextKind::Strong, p.text));
        progress_bar(ui, LIST - 12.0, self.told() as f32 / self.people.len().max(1) as f32, &words);
        ui.add_space(space::XS);
        let height = (ui.ctx().content_rect().height() - 290.0).max(ROW * 4.0);
        let least = (ROW * self.people.len() as f32).min(height);
        let mut chosen = None;
        let scroll = egui::ScrollArea::vertical().id_salt("debrief").max_height(height);
        scroll.min_scrolled_height(least).show_rows(ui, ROW, self.people.len(), |ui, rows| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for place in rows {
                let person = &self.people[place];
                let (rect, response) =
                    ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
                let unsaved = self.drafts.get(&person.contact).is_some_and(Entry::differs);
                let state = if unsaved && place != self.at {
                    texts.common_unsaved()
                } else if person.is_told {
                    texts.events_debrief_told()
                } else {
                    texts.events_debrief_open_state()
                };
                let selected = place == self.at;
                let spoken = texts.letters_row(&person.name, state);
                response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, selected, &spoken));
                let painter = ui.painter();
                if selected || response.hovered() || response.has_focus() {
                    let fill = if selected { p.ai_soft } else { p.hover };
                    painter.rect_filled(rect.shrink2(vec2(0.0, 1.0)), 8, fill);
                }
                let knot = pos2(rect.left() + 14.0, rect.center().y);
                if place > 0 && self.people[place - 1].is_told && person.is_told {
                    let line = egui::Stroke::new(stroke::THREAD, p.thread);
                    painter.line_segment([knot - vec2(0.0, ROW), knot], line);
                }
                if person.is_told {
                    painter.circle_filled(knot, 6.0, p.thread);
                } else {
                    painter.circle(knot, 6.0, p.desk, egui::Stroke::new(1.5, p.line_strong));
                }
                let room = rect.width() - 38.0;
                let name = text::line(painter, &person.name, TextKind::Strong, p.text, room);
                let second = text::line(painter, state, TextKind::Small, p.text2, room);
                painter.galley(pos2(rect.left() + 30.0, rect.top() + 4.0), name, p.text);
                painter.galley(pos2(rect.left() + 30.0, rect.top() + 23.0), second, p.text2);
                if response.clicked() {
                    chosen = Some(place);
                }
            }
        });
        if let Some(place) = chosen {
            self.go(place);
        }
    }

    /// What is below the list and the page: the next steps of the evening.
    fn foot_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> bool {
        let texts = ctx.texts;
        let mut save = false;
        let foot = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(foot, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let all = self.people.iter().all(|person| person.is_told);
            let keys = if cfg!(target_os = "macos") { "↵" } else { "Enter" };
            save = ui
                .add_enabled(ctx.writable, Button::primary(texts.events_debrief_save()).key(keys))
                .clicked();
            if self.people.len() > 1 && ui.add(Button::ghost(texts.common_skip())).clicked() {
                self.go_on();
            }
            if let Some(contact) = all.then(|| self.next_thanks(ctx)).flatten() {
                let button = Button::new(texts.letters_write_next()).icon(icons::ENVELOPE_SIMPLE);
                if ctx.add_writing(ui, button).clicked() {
                    ctx.open(Sheet::Thanks(contact));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let scans = Button::ghost(texts.events_debrief_scans()).icon(icons::PLUS);
                if ctx.add_writing(ui, scans).clicked() {
                    ctx.ask(Command::Do(Action::AddCards));
                }
                let p = Palette::of(ui);
                let hint = text::rich(texts.events_debrief_keys(), TextKind::Small, p.text3);
                ui.add(egui::Label::new(hint).truncate());
            });
        });
        save
    }

    /// Who of the evening is to be thanked first.
    fn next_thanks(&self, ctx: &ViewCtx<'_>) -> Option<Id<Contact>> {
        let waits = |contact: Id<Contact>| {
            let open = &ctx.index.links.contact(contact).open_follow_ups;
            open.iter().filter_map(|id| ctx.book.get(*id)).any(|it| it.kind == FollowUpKind::ThankYou)
        };
        self.people.iter().map(|person| person.contact).find(|contact| waits(*contact))
    }

    fn save(&mut self, ctx: &mut ViewCtx<'_>) {
        let Some(person) = self.people.get(self.at) else { return };
        let Some(entry) = self.drafts.get(&person.contact) else { return };
        let told = Told {
            contact: person.contact,
            card: person.card,
            exchange: entry.exchange,
            impression: entry.new_impression(),
            topics: entry.topic_list(),
        };
        self.pressed = true;
        if entry.differs() {
            ctx.edit(Edit::Debrief { event: self.event, told: Box::new(told) });
        } else {
            // Nothing to write down: on to the next one all the same.
            self.pressed = false;
            self.go_on();
        }
    }
}

/// Whether something was told about somebody: who asked, an impression, or what one talked about there.
fn is_told(ctx: &ViewCtx<'_>, event: Id<Event>, contact: Id<Contact>, card: Option<Id<Card>>) -> bool {
    let card = card.and_then(|id| ctx.book.get(id));
    let on_card = card.is_some_and(|card| card.exchange != Exchange::Unknown || !card.impressions.is_empty());
    on_card || talk_of(ctx, event, contact).is_some_and(|talk| !talk.topics.is_empty())
}

/// The talk with somebody alone at an event.
fn talk_of<'a>(ctx: &ViewCtx<'a>, event: Id<Event>, contact: Id<Contact>) -> Option<&'a Encounter> {
    let encounters = ctx.index.links.contact(contact).encounters.iter();
    let mut there = encounters.filter_map(|id| ctx.book.get(*id)).filter(|it| {
        it.event == Some(event) && it.kind.is_face_to_face() && it.contacts.iter().eq([&contact])
    });
    there.next().map(|talk| &**talk)
}

impl SheetUi for DebriefSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.title.is_empty() {
            texts.events_debrief_title().to_owned()
        } else {
            format!("{} · {}", texts.events_debrief_title(), self.title)
        }
    }

    fn width(&self) -> f32 {
        1_040.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, take_in: &mut TakeIn) -> Next {
        if ctx.book.get(self.event).is_none() {
            return Next::Close;
        }
        self.catch_up(ctx);
        let texts = ctx.texts;
        if let Some(first) = self.unnamed.first().copied() {
            let words = texts.events_pile(self.unnamed.len() as i64);
            let banner = Banner::new(Severity::Info, &words).action(texts.events_name_them());
            if banner.show(ui) && ctx.writable {
                ctx.open(Sheet::NameCards(Some(first)));
            }
            ui.add_space(space::S);
        }
        if self.people.is_empty() {
            ui.add_space(space::XXL);
            let state = EmptyState::new(
                icons::CARDS_THREE,
                texts.events_debrief_empty_title(),
                texts.events_debrief_empty_body(),
            );
            let state = if ctx.writable { state.action(texts.events_debrief_scans()) } else { state };
            if state.show(ui) && !take_in.is_running() {
                ctx.ask(Command::Do(Action::AddCards));
            }
            ui.add_space(space::XXL);
            return Next::Stay;
        }
        let person = &self.people[self.at.min(self.people.len() - 1)];
        let event = self.event;
        self.drafts
            .entry(person.contact)
            .or_insert_with(|| Entry::of(ctx, event, person.contact, person.card));
        if std::mem::take(&mut self.arrived) {
            // The sheet is as large as the last frame was: another person needs a second one.
            ui.ctx().request_repaint();
            // The keys are for who asked, until something is typed.
            ui.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
        }
        let (contact, card) = (person.contact, person.card);
        let mut save = false;
        let mut step = 0_isize;
        if ui.memory(|memory| memory.focused().is_none()) {
            let typed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            save |= typed(ui, Key::Enter);
            step += isize::from(typed(ui, Key::ArrowDown));
            step -= isize::from(typed(ui, Key::ArrowUp));
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            ui.allocate_ui_with_layout(vec2(LIST, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(LIST);
                self.list_ui(ctx, ui);
            });
            ui.vertical(|ui| {
                if let Some(entry) = self.drafts.get_mut(&contact) {
                    save |= entry.ui(ctx, ui, contact, card);
                }
            });
        });
        ui.add_space(space::S);
        save |= self.foot_ui(ctx, ui);
        if save && ctx.writable {
            self.save(ctx);
        } else if step != 0 {
            self.go(self.at.saturating_add_signed(step).min(self.people.len() - 1));
        }
        if self.arrived {
            ui.ctx().request_repaint();
        }
        Next::Stay
    }
}
