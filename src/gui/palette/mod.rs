//! The command palette: one field for people, things to do, events, circles, views and choices.
//!
//! Owns what is typed and which row is marked. What is offered is worked out when the text or the book changes, not per
//! frame (`find.rs`); commands are found by a few letters in any language (`fuzzy.rs`). Start reading at
//! [`CommandPalette::ui`].
//!
//! `>` offers commands only, `#` events, `@` people. Down and Up move, Enter does what stands first in the row, Tab lists
//! everything that can be done with it, Esc goes back or closes.

mod find;
mod first;
mod fuzzy;
mod row;

use std::time::Instant;

use eframe::egui::{self, Align2, EventFilter, Id, Key, Modifiers, Order, ScrollArea, Ui, WidgetInfo, vec2};

use self::find::{Found, Row, Section, Subject, actions_of, find};
use self::fuzzy::Fuzzy;
use super::command::{Action, Command, Route};
use super::ctx::{Cached, ViewCtx};
use super::settings::ThemeChoice;
use super::theme::{Elevation, Palette, TextKind, font, radius, sizes, text};
use crate::model::{Contact, Id as RecordId};
use crate::text::{Locale, Texts};

/// From the top of the window, in points.
const TOP: f32 = 92.0;
/// Most commands that are remembered.
const REMEMBERED: usize = 6;

/// What the rows rest on: book, text, language, day, view, who is selected, theme, whether the book can be changed.
type FoundKey =
    (u64, String, Locale, chrono::NaiveDate, (Route, bool, bool, bool), Vec<RecordId<Contact>>, ThemeChoice);

/// The palette.
#[derive(Default)]
pub struct CommandPalette {
    is_open: bool,
    has_begun: bool,
    typed: String,
    at: usize,
    /// Counts the rows down to the marked one again, so that it is brought into sight.
    moved: bool,
    /// The row whose actions are listed, and its name.
    inside: Option<(Subject, String)>,
    found: Cached<FoundKey, (Found, f32)>,
    actions: Cached<(u64, Locale), Vec<Row>>,
    fuzzy: Option<Fuzzy>,
    recent: Vec<Action>,
}

impl CommandPalette {
    /// Opens it with an empty field.
    pub fn open(&mut self) {
        *self = Self {
            is_open: true,
            fuzzy: self.fuzzy.take(),
            recent: std::mem::take(&mut self.recent),
            ..Self::default()
        };
    }

    /// Closes it.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Types into the field; for pictures.
    pub fn type_in(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
    }

    /// Draws it above everything.
    pub(super) fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &Ui) {
        if !self.is_open {
            return;
        }
        let p = Palette::of(ui);
        let screen = ui.ctx().content_rect();
        let width = sizes::PALETTE.min(screen.width() - 48.0);
        let top = TOP.min(screen.height() * 0.12);
        let id = Id::unique("command palette");
        let area =
            egui::Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top)).order(Order::Foreground);
        let frame = egui::Frame::new()
            .fill(p.raised)
            .stroke(egui::Stroke::new(1.0, p.line))
            .corner_radius(radius::MODAL)
            .shadow(Elevation::Pop.layers(p.is_dark())[0]);
        let backdrop = p.backdrop.gamma_multiply(if p.is_dark() { 0.6 } else { 0.42 });
        let modal = egui::Modal::new(id).area(area).frame(frame).backdrop_color(backdrop);
        let mut chosen = None;
        let shown = modal.show(ui.ctx(), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
            chosen = self.content_ui(ctx, ui, screen.height() - top - 40.0);
        });
        shown
            .response
            .widget_info(|| WidgetInfo::labeled(egui::Role::Dialog, true, ctx.texts.palette_action()));
        if let Some(row) = chosen {
            self.take(ctx, row);
        } else if shown.backdrop_response.clicked() {
            self.close();
        }
    }

    fn content_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, room: f32) -> Option<Row> {
        let (enter, tab, escape, by) = keys(ui);
        if escape {
            if self.inside.take().is_some() {
                self.at = 0;
            } else {
                self.close();
            }
            return None;
        }
        // Before the field, which tells how much was found, and after it, which may say something else now.
        self.renew(ctx);
        self.field_ui(ctx, ui);
        self.renew(ctx);
        let rows: &[Row] = if self.inside.is_some() {
            self.actions.get((ctx.revision, ctx.texts.locale()), |_| Vec::new())
        } else {
            let key = found_key(ctx, &self.typed);
            &self.found.get(key, |_| Default::default()).0.rows
        };
        let last = rows.len().saturating_sub(1);
        if by != 0 {
            let count = rows.len().max(1) as isize;
            self.at = (self.at as isize + by).rem_euclid(count) as usize;
            self.moved = true;
        }
        self.at = self.at.min(last);
        let mut chosen = enter.then(|| rows.get(self.at).cloned()).flatten();
        let list = room - 60.0 - 44.0;
        if rows.is_empty() {
            nothing_ui(ctx, ui, &self.typed);
        }
        let area = ScrollArea::vertical().id_salt("palette rows").max_height(list.clamp(120.0, 560.0));
        area.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let list = ui.scope_id().with("rows");
            let mut section: Option<Section> = None;
            for (number, row) in rows.iter().enumerate() {
                if section != Some(row.section) && self.inside.is_none() {
                    section = Some(row.section);
                    row::heading_ui(ui, section_label(row.section, ctx.texts));
                }
                let is_at = number == self.at;
                let response = row::row_ui(ctx, ui, row, is_at, list.with(number));
                if let find::Picture::Card(contact) = row.picture {
                    row::card_ui(ctx, ui, response.rect, contact, list.with((number, "card")));
                }
                if is_at && std::mem::take(&mut self.moved) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(row.clone());
                }
            }
            ui.add_space(8.0);
        });
        let marked = rows.get(self.at).cloned();
        row::foot_ui(ctx.texts, ui, self.inside.is_some());
        if tab {
            self.go_inside(ctx, marked);
        }
        chosen
    }

    fn field_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let key = found_key(ctx, &self.typed);
        let (hits, took) = {
            let (found, took) = self.found.get(key, |_| Default::default());
            (found.hits, *took)
        };
        let inside = self.inside.as_ref().map(|(_, name)| name.clone());
        let said = if self.typed.trim().is_empty() || inside.is_some() {
            String::new()
        } else if !ctx.index.is_search_ready() {
            texts.app_search_preparing().to_owned()
        } else {
            texts.palette_hits(i64::try_from(hits).unwrap_or(i64::MAX), &milliseconds(took, texts.locale()))
        };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 60.0), egui::Sense::hover());
        let field = Id::unique("palette field");
        let right = row::field_frame_ui(ui, rect, &said, &row::close_key(texts));
        let inner = egui::Rect::from_min_max(
            egui::pos2(rect.left() + 52.0, rect.top()),
            egui::pos2(right - 12.0, rect.bottom()),
        );
        let hint = inside.as_deref().unwrap_or_else(|| texts.palette_hint());
        // While the actions of a row are listed, its name stands in the field and nothing is typed.
        let mut nothing = String::new();
        let (typed, faint) =
            if inside.is_some() { (&mut nothing, p.text) } else { (&mut self.typed, p.text3) };
        // Tab and the arrows are the palette's own.
        let filter = EventFilter { tab: true, vertical_arrows: true, horizontal_arrows: true, escape: true };
        let edit = egui::TextEdit::singleline(typed)
            .id(field)
            .event_filter(filter)
            .frame(egui::Frame::NONE)
            .font(font(TextKind::Title))
            .text_color(p.text)
            .hint_text(text::rich(hint, TextKind::Title, faint))
            .margin(egui::Margin::ZERO)
            .align(Align2::LEFT_CENTER)
            .min_size(inner.size())
            .desired_width(inner.width());
        let response = ui.put(inner, edit).accessible_name(texts.palette_action());
        if response.changed() {
            self.at = 0;
            self.moved = true;
        }
        let begins = !std::mem::replace(&mut self.has_begun, true);
        if begins || !response.has_focus() && !ui.input(|input| input.pointer.any_down()) {
            response.request_focus();
        }
    }

    /// Works out the rows when what they rest on differs.
    fn renew(&mut self, ctx: &ViewCtx<'_>) {
        if let Some((subject, _)) = self.inside {
            let key = (ctx.revision, ctx.texts.locale());
            self.actions.get(key, |_| actions_of(ctx, subject));
        }
        let fuzzy = self.fuzzy.get_or_insert_with(Fuzzy::default);
        let recent = &self.recent;
        let key = found_key(ctx, &self.typed);
        self.found.get(key, |key| {
            let begin = Instant::now();
            let found = find(ctx, &key.1, recent, fuzzy);
            (found, begin.elapsed().as_secs_f32() * 1000.0)
        });
    }

    /// Lists what can be done with a row.
    fn go_inside(&mut self, ctx: &ViewCtx<'_>, row: Option<Row>) {
        let Some(row) = row.filter(|_| self.inside.is_none()) else { return };
        if actions_of(ctx, row.subject).is_empty() {
            return;
        }
        self.actions.clear();
        self.inside = Some((row.subject, row.title.text));
        self.at = 0;
        self.moved = true;
    }

    fn take(&mut self, ctx: &mut ViewCtx<'_>, row: Row) {
        if let Subject::Action(action) = row.subject {
            self.recent.retain(|other| *other != action);
            self.recent.insert(0, action);
            self.recent.truncate(REMEMBERED);
        }
        self.close();
        for command in row.asks {
            ctx.ask(command);
        }
    }
}

fn found_key(ctx: &ViewCtx<'_>, typed: &str) -> FoundKey {
    let view = (ctx.route, ctx.writable, ctx.compact, ctx.index.is_search_ready());
    let selected = ctx.selection.contacts();
    (ctx.revision, typed.to_owned(), ctx.texts.locale(), ctx.today, view, selected, ctx.settings.theme)
}

/// Takes Enter, Tab, Esc and the arrows before the field sees them: the row moves by the last number.
fn keys(ui: &Ui) -> (bool, bool, bool, isize) {
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        let (enter, tab, escape) = (pressed(Key::Enter), pressed(Key::Tab), pressed(Key::Escape));
        let by = isize::from(pressed(Key::ArrowDown)) - isize::from(pressed(Key::ArrowUp));
        (enter, tab, escape, by)
    })
}

fn section_label(section: Section, texts: &Texts) -> &str {
    match section {
        Section::People => texts.palette_people_heading(),
        Section::First | Section::Do => texts.palette_do(),
        Section::Events => Route::Events.label(texts),
        Section::Circles => texts.app_circles(),
        Section::Views => texts.palette_views(),
        Section::Settings => Route::Settings.label(texts),
    }
}

fn nothing_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, typed: &str) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let words = if typed.trim().trim_matches(['>', '#', '@']).is_empty() {
        texts.palette_nothing_yet().to_owned()
    } else if !ctx.index.is_search_ready() {
        texts.app_search_preparing().to_owned()
    } else {
        texts.app_search_none(typed.trim())
    };
    ui.add_space(20.0);
    ui.vertical_centered(|ui| {
        ui.add(egui::Label::new(text::rich(&words, TextKind::Body, p.text2)).truncate());
    });
    ui.add_space(12.0);
}

/// A short time as it is written: "0.4", "12".
fn milliseconds(took: f32, locale: Locale) -> String {
    let text = if took < 10.0 { format!("{took:.1}") } else { format!("{took:.0}") };
    if locale == Locale::De { text.replace('.', ",") } else { text }
}

impl From<Action> for Command {
    fn from(action: Action) -> Self {
        Self::Do(action)
    }
}
