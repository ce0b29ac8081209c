//! Fields that were changed in two places: both values side by side, one after another.
//!
//! Owns which conflict is shown. Nothing is decided by closing. Start reading at [`ConflictsSheet`].

use eframe::egui::{self, Align, Key, Layout, Modifiers, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi, nothing_left};
use crate::edit::merge::{OpenConflict, open_conflicts};
use crate::edit::{Choice, Edit};
use crate::gui::command::{Command, Route};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::safety::when;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Button, ButtonSize, EmptyState, IconButton};
use crate::model::{Book, Conflict, Contact, Id, RecordRef};
use crate::text::{Locale, Texts};

/// Fields that were changed in two places.
pub struct ConflictsSheet {
    /// The one that is shown.
    shown: Option<Id<Conflict>>,
    /// Its place, to go on from when it has been decided.
    at: usize,
    lines: Cached<(u64, Locale), Vec<Line>>,
}

/// A conflict as it is shown.
struct Line {
    id: Id<Conflict>,
    title: String,
    field: String,
    kept: String,
    other: String,
    both: bool,
    contact: Option<Id<Contact>>,
    source: String,
    noticed: String,
    changed: String,
}

impl ConflictsSheet {
    /// Returns the sheet as it opens.
    pub fn new(first: Option<Id<Conflict>>) -> Self {
        Self { shown: first, at: 0, lines: Cached::default() }
    }
}

impl SheetUi for ConflictsSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.safety_conflicts_title().to_owned()
    }

    fn width(&self) -> f32 {
        820.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let view: &ViewCtx<'_> = ctx;
        let lines = self.lines.get((ctx.revision, texts.locale()), |_| lines(view));
        if lines.is_empty() {
            let (title, more) = (texts.safety_conflicts_none(), texts.safety_conflicts_none_more());
            return nothing_left(ctx, ui, EmptyState::new(icons::CHECK_CIRCLE, title, more));
        }
        // What was decided is gone; the next one stands in its place.
        let found = self.shown.and_then(|id| lines.iter().position(|line| line.id == id));
        let at = found.unwrap_or(self.at.min(lines.len() - 1));
        let mut to = at;
        let line = &lines[at];
        head_ui(ctx, ui, line, at, lines.len(), &mut to);
        ui.add_space(space::L);
        let mut choice = sides_ui(ctx, ui, line);
        ui.add_space(space::L);
        let p = Palette::of(ui);
        let row = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if line.both && ui.add_enabled(ctx.writable, Button::new(texts.safety_conflict_both())).clicked()
            {
                choice = Some(Choice::Both);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let keys =
                    if line.both { texts.safety_conflict_keys() } else { texts.safety_conflict_keys_two() };
                let keys = text::rich(keys, TextKind::Small, p.text3);
                ui.add(egui::Label::new(keys).truncate());
            });
        });
        ui.input_mut(|input| {
            let mut key = |key| input.consume_key(Modifiers::NONE, key);
            if key(Key::ArrowRight) {
                to = (at + 1).min(lines.len() - 1);
            }
            if key(Key::ArrowLeft) {
                to = at.saturating_sub(1);
            }
            for (number, kind) in
                [(Key::Num1, Choice::Keep), (Key::Num2, Choice::Other), (Key::Num3, Choice::Both)]
            {
                if key(number) && (kind != Choice::Both || line.both) {
                    choice = Some(kind);
                }
            }
        });
        if let Some(choice) = choice.filter(|_| ctx.writable) {
            ctx.edit(Edit::ResolveConflict { conflict: line.id, choice });
        }
        self.at = to;
        self.shown = Some(lines[to].id);
        Next::Stay
    }
}

/// Whose field it is, and the way to the other conflicts.
fn head_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, line: &Line, at: usize, count: usize, to: &mut usize) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 28.0),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            let next = IconButton::new(icons::CARET_RIGHT, texts.common_next()).size(ButtonSize::Small);
            if ui.add_enabled(at + 1 < count, next).clicked() {
                *to = at + 1;
            }
            let previous =
                IconButton::new(icons::CARET_LEFT, texts.common_previous()).size(ButtonSize::Small);
            if ui.add_enabled(at > 0, previous).clicked() {
                *to = at - 1;
            }
            let place = texts.common_position(at as i64 + 1, count as i64);
            ui.label(text::rich(&place, TextKind::Small, p.text2));
            ui.add_space(space::S);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let words = format!("{} · {}", line.title, line.field);
                let label = egui::Label::new(text::rich(&words, TextKind::Heading, p.text)).truncate();
                ui.add(label);
                if let Some(contact) = line.contact {
                    let show = IconButton::new(icons::IDENTIFICATION_CARD, texts.safety_taken_show());
                    if ui.add(show.size(ButtonSize::Small)).clicked() {
                        ctx.select(contact);
                        if ctx.route == Route::Settings {
                            ctx.ask(Command::Go(Route::Cards));
                        }
                        ctx.ask(Command::CloseSheet);
                    }
                }
            });
        },
    );
}

/// The two values side by side, each with its button below.
fn sides_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, line: &Line) -> Option<Choice> {
    let texts = ctx.texts;
    let gap = space::XL;
    let width = ((ui.available_width() - gap) / 2.0).floor();
    let most = (ui.ctx().content_rect().height() - 380.0).clamp(120.0, 320.0);
    let from = if line.source.is_empty() {
        texts.safety_conflict_other().to_owned()
    } else {
        texts.safety_conflict_other_file(&line.source)
    };
    let painter = ui.painter();
    let tall = |words: &str| {
        text::lines(painter, words, TextKind::Body, egui::Color32::WHITE, width - 40.0, 400).size().y
    };
    let height = (tall(&line.kept).max(tall(&line.other)) + 12.0).clamp(64.0, most);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + 104.0), Sense::hover());
    let mut choice = None;
    let sides = [
        (
            texts.safety_conflict_here(),
            line.changed.as_str(),
            line.kept.as_str(),
            texts.safety_conflict_keep(),
            Choice::Keep,
        ),
        (&from, line.noticed.as_str(), line.other.as_str(), texts.safety_conflict_take(), Choice::Other),
    ];
    for (at, (title, aside, value, label, kind)) in sides.into_iter().enumerate() {
        let left = rect.left() + at as f32 * (width + gap);
        let place = egui::Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let mut side = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min)));
        if side_ui(ctx, &mut side, title, aside, value, height, label) {
            choice = Some(kind);
        }
    }
    choice
}

fn side_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    title: &str,
    aside: &str,
    value: &str,
    height: f32,
    label: &str,
) -> bool {
    let p = Palette::of(ui);
    let frame = egui::Frame::new()
        .fill(p.panel)
        .stroke(egui::Stroke::new(1.0, p.line))
        .corner_radius(radius::BOX)
        .inner_margin(egui::Margin::symmetric(16, 12));
    frame
        .show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(egui::Label::new(text::rich(title, TextKind::Strong, p.text)).truncate());
            // The line is there on both sides, so that the values stand at one height.
            let aside = if aside.is_empty() { " " } else { aside };
            ui.add(egui::Label::new(text::rich(aside, TextKind::Small, p.text3)).truncate());
            ui.add_space(space::XXS);
            let words = if value.trim().is_empty() { ctx.texts.safety_conflict_empty() } else { value };
            let ink = if value.trim().is_empty() { p.text3 } else { p.text };
            egui::ScrollArea::vertical()
                .id_salt(title)
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false)
                .show(ui, |ui| {
                    let shown = ui.add(egui::Label::new(text::rich(words, TextKind::Body, ink)).wrap());
                    shown.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
                });
            ui.add_enabled(ctx.writable, Button::tonal(label)).clicked()
        })
        .inner
}

/// The conflicts that ask something, the oldest first.
fn lines(ctx: &ViewCtx<'_>) -> Vec<Line> {
    let line = |open: OpenConflict| Line {
        id: open.id,
        title: tidy(&open.title),
        field: open.field,
        kept: open.kept,
        other: open.other,
        both: open.has_room,
        contact: open.record.and_then(|record| person_of(ctx.book, record)),
        source: open.source,
        changed: match open.record {
            Some(RecordRef::Contact(id)) => ctx.book.get(id).map_or_else(String::new, |contact| {
                ctx.texts.safety_conflict_changed(&when::moment_inside(
                    ctx.texts,
                    contact.updated_at,
                    ctx.today,
                ))
            }),
            _ => String::new(),
        },
        noticed: ctx.texts.safety_conflict_noticed(&when::moment_inside(
            ctx.texts,
            open.noticed_at,
            ctx.today,
        )),
    };
    open_conflicts(ctx.book, ctx.texts).into_iter().map(line).collect()
}

/// The person whose record or card it is.
pub(in crate::gui) fn person_of(book: &Book, record: RecordRef) -> Option<Id<Contact>> {
    let contact = match record {
        RecordRef::Contact(id) => Some(id),
        RecordRef::Card(id) => book.get(id)?.contact,
        RecordRef::Review(id) => Some(book.get(id)?.contact),
        RecordRef::Encounter(id) => book.get(id)?.contacts.first().copied(),
        RecordRef::FollowUp(id) => book.get(id)?.contacts.first().copied(),
        RecordRef::Referral(id) => Some(book.get(id)?.subject),
        _ => None,
    };
    contact.filter(|id| book.get(*id).is_some())
}
