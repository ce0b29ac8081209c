//! The selected person, or the selected card of the pile, at the right of every view.
//!
//! Owns what of it is shown, what is typed into its fields, and which side of the card lies up. Must
//! not write: every change is an edit that it asks for. Start reading at [`Inspector::ui`]; `head` is
//! the card with the name, then comes one file for each tab.
//!
//! Invariant: typing changes the book at once and is one step to undo; a refused value stays in its
//! field (held by the suite's `app_inspector`).

mod fields;
mod tenure;
mod draft;
mod head;
mod cards;
mod back;
mod place;
mod story;
mod timeline;
mod knowledge;
mod matches;
mod referrals;
mod person;
mod tags;
mod records;
mod languages;
mod details;
mod other_names;
mod naming;
mod company;
mod work;
mod lists;
mod pile_card;
mod seen;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{self, Key};

use crate::edit::{ContactField, Edit};
use crate::gui::command::{Command, Route, Sheet};
use crate::gui::ctx::{Cached, Order, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, sizes, text};
use crate::gui::widgets::{self, Banner, ButtonSize, IconButton, MenuItem, Severity, menu_separator};
use crate::index::{GalleryQuery, GalleryRows, SearchResult};
use crate::model::{Card, Contact, Id, Recall};
use crate::text::Locale;

use draft::Draft;

/// The tabs under the name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// What has happened and what comes.
    #[default]
    Story,
    /// What the person can do and looks for.
    Knowledge,
    /// Given and received.
    Referrals,
    /// The human side.
    Person,
    /// Name, work, ways to reach the person, cards.
    Details,
}

impl Tab {
    /// All tabs in their order.
    pub const ALL: [Self; 5] = [Self::Story, Self::Knowledge, Self::Referrals, Self::Person, Self::Details];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Knowledge => "knowledge",
            Self::Referrals => "referrals",
            Self::Person => "person",
            Self::Details => "details",
        }
    }
}

/// With how many people what was refused is kept, the ones left last.
const KEPT_DRAFTS: usize = 40;

/// On what the formatted texts of a person rest.
type PersonKey = (Id<Contact>, u64, NaiveDate, Locale);

/// The selected person, or the selected card of the pile.
#[derive(Default)]
pub struct Inspector {
    tab: Tab,
    flipped: bool,
    /// The card of the stack that lies up; the newest otherwise.
    card: Option<Id<Card>>,
    shown: Option<Id<Contact>>,
    draft: Draft,
    /// What was typed for others and refused, until it is corrected or given up.
    kept: BTreeMap<Id<Contact>, Draft>,
    /// Whether one of the fields had the keyboard in the last frame.
    focused: bool,
    /// The field that is to get the keyboard, by name and place: a line that was just added.
    focus: Option<(&'static str, usize)>,
    /// A field was ended with Enter: the next one gets the keyboard.
    advance: bool,
    unsaved: Cached<(u64, usize, Id<Contact>, Locale), Unsaved>,
    circles: Cached<(u64, Id<Contact>), Vec<person::Membership>>,
    work: work::Work,
    languages: languages::LanguagePicker,
    tags: tags::Tags,
    need_days: Option<knowledge::NeedDays>,
    need_words: Vec<String>,
    completer: crate::gui::views::completion::Completer,
    matches: matches::Matches,
    nav: Cached<(u64, u64, NaiveDate), Arc<Order>>,
    head: Cached<PersonKey, Arc<head::Head>>,
    story: Cached<PersonKey, Arc<story::Story>>,
    referrals: Cached<PersonKey, Arc<referrals::Ledger>>,
    back: back::Back,
    pile: pile_card::PileCard,
    records: records::Records,
    seen: Cached<seen::Key, Vec<seen::SeenField>>,
}

impl Inspector {
    /// Draws the inspector as a panel at the right.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let window = ui.ctx().content_rect().width();
        let width = if window >= sizes::WIDE_FROM {
            sizes::INSPECTOR_WIDE
        } else if ctx.compact {
            sizes::INSPECTOR_COMPACT
        } else if ctx.route == Route::Network {
            sizes::INSPECTOR_NETWORK
        } else {
            sizes::INSPECTOR
        };
        egui::Panel::right("inspector")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .frame(egui::Frame::new().fill(p.panel))
            .show(ui, |ui| {
                let edge = ui.max_rect();
                ui.painter().vline(edge.left() + 0.5, edge.y_range(), egui::Stroke::new(1.0, p.line));
                let selected = ctx.selection.contact.filter(|id| ctx.book.get(*id).is_some());
                match (selected, ctx.selection.card) {
                    (Some(contact), _) => self.contact_ui(ctx, ui, contact),
                    (None, Some(card)) => self.pile.ui(ctx, ui, card),
                    (None, None) => {}
                }
            });
    }

    fn contact_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, id: Id<Contact>) {
        let Some(contact) = ctx.book.get(id).cloned() else { return };
        if self.shown != Some(id) {
            self.shown = Some(id);
            self.card = None;
            self.flipped = false;
            self.focused = false;
            self.focus = None;
            self.forget_work();
            self.languages = languages::LanguagePicker::default();
        }
        if self.draft.id != id {
            self.put_draft_aside(ctx, id);
        }
        if self.draft.id != id || (!self.focused && self.draft.revision != ctx.revision) {
            self.draft.reload(ctx.book, &contact, ctx.revision, ctx.texts, ctx.today);
        }
        self.focused = false;
        self.advance = false;
        let typing = ui.ctx().text_edit_focused() || ui.memory(|memory| memory.top_modal_layer()).is_some();
        // Not taken away: the gallery turns the same card on its table.
        if !typing && ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::F)) {
            self.flipped = !self.flipped;
        }
        self.nav_ui(ctx, ui, &contact);
        egui::ScrollArea::vertical()
            .id_salt(("inspector", id.value(), self.tab as u8))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                crate::gui::panes::follow_focus(ui);
                egui::Frame::new()
                    .inner_margin(egui::Margin { left: 20, right: 18, top: 0, bottom: 24 })
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        ui.push_id(id.value(), |ui| {
                            self.unsaved_there_ui(ctx, ui);
                            self.head_ui(ctx, ui, &contact);
                            if ctx.as_circle.is_some() {
                                return self.seen_ui(ctx, ui, id);
                            }
                            self.tabs_ui(ctx, ui);
                            ui.add_space(12.0);
                            match self.tab {
                                Tab::Story => self.story_ui(ctx, ui, id),
                                Tab::Knowledge => self.knowledge_ui(ctx, ui),
                                Tab::Referrals => self.referrals_ui(ctx, ui, id),
                                Tab::Person => self.person_ui(ctx, ui, &contact),
                                Tab::Details => self.details_ui(ctx, ui, &contact),
                            }
                        });
                    });
            });
    }

    /// Takes up the draft of a person; what was refused in the one before is put aside, not lost.
    fn put_draft_aside(&mut self, ctx: &ViewCtx<'_>, id: Id<Contact>) {
        let next = self.kept.remove(&id).unwrap_or_default();
        let before = std::mem::replace(&mut self.draft, next);
        if before.refused() > 0 {
            self.kept.insert(before.id, before);
        }
        // Who was deleted needs no correction any more.
        self.kept.retain(|id, _| ctx.book.get(*id).is_some());
        while self.kept.len() > KEPT_DRAFTS {
            self.kept.pop_first();
        }
    }

    /// Whether something was typed that is not in the book because it cannot be right.
    pub fn has_refused(&self) -> bool {
        self.draft.refused() > 0 || !self.kept.is_empty() || self.tags.has_words()
    }

    /// Gives up everything that was typed and refused.
    pub fn discard_refused(&mut self) {
        self.draft.discard();
        self.kept.clear();
        self.tags.forget_words();
    }

    /// Opens a tab.
    pub fn open_tab(&mut self, tab: Tab) {
        self.tab = tab;
    }

    /// What is said of values that are not saved; nothing when all are.
    fn unsaved(&mut self, ctx: &ViewCtx<'_>) -> Option<&Unsaved> {
        let here = self.draft.refused();
        let other = self.kept.keys().next().copied();
        if here == 0 && other.is_none() {
            return None;
        }
        let texts = ctx.texts;
        let key = (ctx.revision, here, other.unwrap_or_default(), texts.locale());
        Some(self.unsaved.get(key, |_| Unsaved {
            here: (here > 0).then(|| texts.inspector_unsaved_here(here as i64)),
            there:
                other.map(|id| {
                    (id, texts.inspector_unsaved_there(&super::people::name_of(ctx.book, texts, id)))
                }),
        }))
    }

    /// Says of whom something is not saved, with a way there.
    fn unsaved_there_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let show = ctx.texts.inspector_unsaved_show();
        // Always there as a place, or the fields below would be others when it comes.
        ui.push_id("unsaved", |ui| {
            if let Some((other, words)) = self.unsaved(ctx).and_then(|unsaved| unsaved.there.as_ref()) {
                let other = *other;
                if Banner::new(Severity::Warn, words).action(show).show(ui) {
                    ctx.select(other);
                }
                ui.add_space(6.0);
            }
        });
    }

    /// The mark of values of this person that are not saved. It stands in the row at the top, where nothing moves
    /// when it comes: it comes while one types.
    fn unsaved_mark_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let Some(words) = self.unsaved(ctx).and_then(|unsaved| unsaved.here.as_ref()) else { return };
        let p = Palette::of(ui);
        let mut discard = false;
        let mark = ui.add(IconButton::new(icons::WARNING, words).size(ButtonSize::Small));
        egui::Popup::menu(&mark).show(|ui| {
            ui.set_max_width(260.0);
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.warn)).wrap());
            menu_separator(ui);
            let item = MenuItem::new(ctx.texts.inspector_unsaved_discard()).icon(icons::ARROW_U_UP_LEFT);
            discard = ui.add(item).clicked();
        });
        if discard {
            self.draft.discard();
            self.work = work::Work::default();
        }
    }

    fn tabs_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let labels = [
            texts.inspector_tab_story(),
            texts.inspector_tab_knowledge(),
            texts.inspector_tab_referrals(),
            texts.inspector_tab_person(),
            texts.inspector_tab_details(),
        ];
        let mut at = Tab::ALL.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        if widgets::tabs(ui, &labels, &mut at).changed() {
            self.tab = Tab::ALL[at];
        }
    }

    /// "10 of 214", previous and next, the menu, close.
    fn nav_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        // The order of the gallery, if it has shown this person; otherwise everybody, the newest first.
        let shown = ctx.order.clone().filter(|order| order.place(contact.id).is_some());
        let key = (ctx.revision, ctx.search.generation, ctx.today);
        let order = shown.unwrap_or_else(|| Arc::clone(self.nav.get(key, |_| Arc::new(everybody(ctx)))));
        let at = order.place(contact.id);
        let people = order.people();
        let (previous, next) = match at {
            Some(at) => (at.checked_sub(1).map(|at| people[at]), people.get(at + 1).copied()),
            None => (None, people.first().copied()),
        };
        let place = at.map(|at| texts.common_position(at as i64 + 1, people.len() as i64));
        egui::Frame::new().inner_margin(egui::Margin { left: 18, right: 12, top: 10, bottom: 6 }).show(
            ui,
            |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    ui.set_height(28.0);
                    if let Some(place) = &place {
                        ui.label(text::rich(place, TextKind::Small, p.text2));
                    }
                    ui.push_id("mark", |ui| self.unsaved_mark_ui(ctx, ui));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        let close =
                            IconButton::new(icons::X, texts.inspector_close()).size(ButtonSize::Small);
                        let close = ui.add(close);
                        if close.clicked() {
                            ctx.ask(Command::Select(None));
                        }
                        // Enter in the gallery leads here.
                        let comes = ui.memory(|memory| memory.has_focus(egui::Id::unique("inspector")));
                        // Seen as a circle would, there is nothing to be done with anybody.
                        if ctx.as_circle.is_none() {
                            let more = IconButton::new(icons::DOTS_THREE, texts.common_more());
                            let more = ui.add(more.size(ButtonSize::Small));
                            if comes {
                                more.request_focus();
                            }
                            egui::Popup::menu(&more).show(|ui| self.menu_ui(ctx, ui, contact));
                        } else if comes {
                            close.request_focus();
                        }
                        for (icon, name, to) in [
                            (icons::CARET_RIGHT, texts.common_next(), next),
                            (icons::CARET_LEFT, texts.common_previous(), previous),
                        ] {
                            let button = IconButton::new(icon, name).size(ButtonSize::Small);
                            if ui.add_enabled(to.is_some(), button).clicked()
                                && let Some(to) = to
                            {
                                ctx.select(to);
                            }
                        }
                    });
                });
            },
        );
    }

    fn menu_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        let id = contact.id;
        if ui.add(MenuItem::new(texts.inspector_menu_log()).icon(icons::NOTE_PENCIL)).clicked() {
            ctx.open(Sheet::LogEncounter { contacts: vec![id], completes: None });
        }
        if ui.add(MenuItem::new(texts.inspector_menu_remind()).icon(icons::CLOCK)).clicked() {
            ctx.open(Sheet::FollowUp(reminder(id)));
        }
        if ui.add(MenuItem::new(texts.inspector_menu_review()).icon(icons::HOURGLASS_MEDIUM)).clicked() {
            ctx.open(Sheet::Review(id));
        }
        if ui.add(MenuItem::new(texts.inspector_menu_relationship()).icon(icons::LINK_SIMPLE)).clicked() {
            ctx.open(Sheet::Relationship(id));
        }
        if ui.add(MenuItem::new(texts.inspector_menu_network()).icon(icons::GRAPH)).clicked() {
            ctx.ask(Command::Go(Route::Network));
        }
        if ui.add(MenuItem::new(texts.duplicates_merge_with_menu()).icon(icons::INTERSECT)).clicked() {
            ctx.open(Sheet::Duplicates(Some(id)));
        }
        if ctx.book.get(id.cast::<Recall>()).is_some() {
            let anew = MenuItem::new(texts.quiz_anew_menu()).icon(icons::IDENTIFICATION_CARD);
            if ui.add_enabled(ctx.writable, anew).clicked() {
                ctx.edit(Edit::ForgetQuiz { contact: id });
            }
        }
        menu_separator(ui);
        if contact.archived.is_some() {
            if ui.add(MenuItem::new(texts.common_restore()).icon(icons::ARROW_U_UP_LEFT)).clicked() {
                ctx.edit(Edit::Restore { contact: id });
            }
        } else if ui.add(MenuItem::new(texts.common_archive()).icon(icons::HARD_DRIVES)).clicked() {
            ctx.edit(Edit::Archive { contact: id, reason: String::new() });
        }
        if ui.add(MenuItem::new(texts.inspector_menu_delete()).icon(icons::TRASH).danger()).clicked() {
            ctx.edit(Edit::DeleteContact { contact: id });
        }
    }

    /// Asks for a new value of one field of the person.
    fn set(&self, ctx: &mut ViewCtx<'_>, field: ContactField) {
        ctx.edit(Edit::SetContact { contact: self.draft.id, field });
    }

    /// Notes whether a field has the keyboard, and gives it to the line that was just added.
    fn mind(&mut self, response: &egui::Response, name: &'static str, at: usize) {
        if self.focus == Some((name, at)) {
            response.request_focus();
            response.scroll_to_me(None);
            self.focus = None;
        } else if std::mem::take(&mut self.advance) {
            response.request_focus();
        }
        self.advance = response.lost_focus()
            && response.ctx.input(|input| input.modifiers.is_none() && input.key_pressed(Key::Enter));
        self.focused |= response.has_focus();
    }

    /// Enter does not lead on from a value that is refused.
    fn stay(&mut self, response: &egui::Response) {
        if std::mem::take(&mut self.advance) {
            response.request_focus();
        }
    }
}

/// What is said of values that are not saved.
struct Unsaved {
    here: Option<String>,
    there: Option<(Id<Contact>, String)>,
}

/// A follow-up sheet for this person.
fn reminder(contact: Id<Contact>) -> crate::gui::command::FollowUpDraft {
    crate::gui::command::FollowUpDraft {
        contacts: vec![contact],
        ..crate::gui::command::FollowUpDraft::default()
    }
}

/// The people of the search result, best first; without a search as the gallery shows them at first, newest first.
fn everybody(ctx: &ViewCtx<'_>) -> Order {
    if let Some(found) = &ctx.search.found
        && !found.is_everything()
    {
        return Order::of(found.ranked().iter().copied());
    }
    let rows =
        GalleryRows::of(ctx.book, ctx.index, &GalleryQuery::default(), &SearchResult::default(), ctx.today);
    Order::of(rows.tiles().filter_map(|tile| tile.contact))
}
