//! What was deleted: brought back one by one or together, or deleted for good after one question.
//!
//! Owns what is ticked and whether the question is open. Start reading at [`TrashSheet`].

use std::collections::BTreeSet;

use eframe::egui::{self, Align, Layout, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi, nothing_left};
use crate::edit::Edit;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::{shown_name, tidy};
use crate::gui::widgets::{Banner, Button, Check, EmptyState, Severity, list_frame};
use crate::model::{Id, TrashCount, Trashed};
use crate::text::{Locale, Texts};

/// How tall an entry is.
const HEIGHT: f32 = 56.0;

/// What was deleted.
#[derive(Default)]
pub struct TrashSheet {
    ticked: BTreeSet<Id<Trashed>>,
    /// What would be deleted for good, when the question is open: exactly that, whatever comes in meanwhile.
    asking: Option<Vec<Id<Trashed>>>,
    lines: Cached<(u64, Locale), Vec<Line>>,
}

/// An entry of the trash as it is shown.
struct Line {
    id: Id<Trashed>,
    name: String,
    more: String,
    day: String,
    count: TrashCount,
}

impl SheetUi for TrashSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.trash_title().to_owned()
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let view: &ViewCtx<'_> = ctx;
        let lines = self.lines.get((ctx.revision, texts.locale()), |_| lines(view));
        if lines.is_empty() {
            let (title, more) = (texts.trash_empty_state(), texts.trash_empty_state_more());
            return nothing_left(ctx, ui, EmptyState::new(icons::TRASH, title, more));
        }
        self.ticked.retain(|id| lines.iter().any(|line| line.id == *id));
        let p = Palette::of(ui);
        ui.add(egui::Label::new(text::rich(texts.trash_hint(), TextKind::Small, p.text2)).wrap());
        ui.add_space(space::S);
        let room = (ui.ctx().content_rect().height() - 320.0).clamp(140.0, 420.0);
        let mut restore = Vec::new();
        list_frame(p).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let area =
                egui::ScrollArea::vertical().id_salt("trash").max_height(room).auto_shrink([false, true]);
            area.show_rows(ui, HEIGHT, lines.len(), |ui, rows| {
                for line in lines.get(rows).unwrap_or_default() {
                    if line_ui(ctx, ui, line, &mut self.ticked) {
                        restore.push(line.id);
                    }
                }
            });
        });
        ui.add_space(space::M);
        let mut empty = None;
        if let Some(asking) = &self.asking {
            let mut count = TrashCount::default();
            for line in lines.iter().filter(|line| asking.contains(&line.id)) {
                count += line.count;
            }
            let question = question(texts, count);
            let actions = [texts.trash_empty_do(), texts.common_cancel()];
            match Banner::new(Severity::Danger, &question).ask(ui, &actions) {
                Some(0) => empty = Some(asking.clone()),
                Some(_) => empty = Some(Vec::new()),
                None => {}
            }
            ui.add_space(space::S);
        }
        let row = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let ticked = self.ticked.len();
            let words = texts.trash_restore_ticked(ticked as i64);
            let button = Button::primary(if ticked > 0 { &words } else { texts.trash_restore() });
            let button = ui.add_enabled(ctx.writable && ticked > 0, button.icon(icons::ARROW_U_UP_LEFT));
            if button.on_disabled_hover_text(texts.trash_tick_first()).clicked() {
                restore.extend(self.ticked.iter().copied());
            }
            let all = ticked == lines.len();
            let words = if all { texts.trash_tick_none() } else { texts.trash_tick_all() };
            if ui.add(Button::new(words)).clicked() {
                self.ticked = if all { BTreeSet::new() } else { lines.iter().map(|line| line.id).collect() };
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = if ticked > 0 { texts.trash_empty_ticked() } else { texts.trash_empty() };
                let button = Button::ghost(words).icon(icons::TRASH).danger();
                if ui.add_enabled(ctx.writable && self.asking.is_none(), button).clicked() {
                    let ids = lines.iter().map(|line| line.id);
                    self.asking = Some(ids.filter(|id| ticked == 0 || self.ticked.contains(id)).collect());
                }
            });
        });
        if !restore.is_empty() {
            restore.dedup();
            self.ticked.clear();
            ctx.edit(Edit::RestoreTrashed { trashed: restore });
        }
        if let Some(trashed) = empty {
            self.asking = None;
            if !trashed.is_empty() {
                ctx.edit(Edit::EmptyTrash { trashed });
            }
        }
        Next::Stay
    }
}

/// Draws an entry; returns whether it is to be brought back.
fn line_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, line: &Line, ticked: &mut BTreeSet<Id<Trashed>>) -> bool {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| {
        let words = format!("{}, {}, {}", line.name, line.more, line.day);
        WidgetInfo::labeled(egui::Role::ListItem, true, words)
    });
    let mut restore = false;
    let inside = rect.shrink2(vec2(8.0, 4.0));
    let builder = egui::UiBuilder::new().max_rect(inside).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.push_id(line.id, |ui| {
            let button = Button::new(texts.trash_restore()).small();
            restore = ui.add_enabled(ctx.writable, button).clicked();
            ui.label(text::rich(&line.day, TextKind::Small, p.text3));
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                let mut on = ticked.contains(&line.id);
                if ui.add(Check::new(&mut on, &line.name)).changed() {
                    if on {
                        ticked.insert(line.id);
                    } else {
                        ticked.remove(&line.id);
                    }
                }
            });
        });
    });
    let more = text::line(ui.painter(), &line.more, TextKind::Small, p.text2, rect.width() - 320.0);
    ui.painter().galley(pos2(rect.left() + 39.0, rect.bottom() - 24.0), more, p.text2);
    restore
}

/// The entries, the last deleted first.
fn lines(ctx: &ViewCtx<'_>) -> Vec<Line> {
    let texts = ctx.texts;
    let mut trashed: Vec<&Trashed> = ctx.book.trash.values().map(|trashed| &**trashed).collect();
    trashed.sort_by_key(|trashed| (std::cmp::Reverse(trashed.on), trashed.id));
    let line = |trashed: &Trashed| {
        let count = trashed.count();
        let card = trashed.cards().next();
        let image = card.and_then(|card| ctx.book.get(card.front.or(card.back)?));
        let name = match (trashed.contact(), trashed.event()) {
            (Some(contact), _) => shown_name(contact, texts),
            (None, Some(event)) => tidy(&event.title),
            (None, None) => image.map_or_else(|| texts.common_card().to_owned(), |image| image.name.clone()),
        };
        let more = match (trashed.contact(), trashed.event()) {
            (Some(_), _) => texts.trash_with(count.cards as i64, count.encounters as i64),
            (None, Some(event)) => {
                let day = event.starts_on.map(|day| texts.locale().day_medium(day));
                let place = tidy(&event.city);
                let parts = [texts.common_event().to_owned(), day.unwrap_or_default(), place];
                parts
                    .iter()
                    .filter(|part| !part.is_empty())
                    .map(String::as_str)
                    .collect::<Vec<_>>()
                    .join(" · ")
            }
            (None, None) => texts.trash_a_card().to_owned(),
        };
        let day = texts.trash_deleted_on(&texts.locale().day_near(trashed.on, ctx.today));
        Line { id: trashed.id, name, more, day, count }
    };
    trashed.into_iter().map(line).collect()
}

/// The question that is asked once.
fn question(texts: &Texts, count: TrashCount) -> String {
    let events = texts.trash_events(count.events as i64);
    if count.contacts > 0 {
        let parts = texts.trash_parts(count.cards as i64, count.encounters as i64);
        let parts = if count.events > 0 { texts.trash_and(&parts, &events) } else { parts };
        texts.trash_ask(count.contacts as i64, &parts)
    } else if count.events == 0 {
        texts.trash_ask_cards(count.cards as i64)
    } else if count.cards == 0 {
        texts.trash_ask_events(&events)
    } else {
        texts.trash_ask_events(&texts.trash_and(&texts.trash_cards(count.cards as i64), &events))
    }
}
