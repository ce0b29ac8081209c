//! Two records side by side: cards and figures above, then field by field what differs. What is the same is folded.

use eframe::egui::{self, Align, Key, Layout, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::edit::{Choice, Choices, PersonField};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::views::card_thumb::contact_card_in;
use crate::gui::views::people::{shown_name, work_line};
use crate::gui::views::person_words::{field_label, field_text};
use crate::gui::widgets::{Button, ButtonSize, IconButton, paint_icon};
use crate::index::duplicates::Suspicion;
use crate::model::{Contact, Id};

/// The keys of the choices.
pub(super) const CHOICES: [(Key, Choice); 3] =
    [(Key::Num1, Choice::Keep), (Key::Num2, Choice::Other), (Key::Num3, Choice::Both)];

/// Width of the names of the fields.
const NAMES: f32 = 112.0;
/// Width of the choice "both".
const BOTH: f32 = 84.0;

/// One of the two.
pub(super) struct Side {
    pub id: Id<Contact>,
    name: String,
    work: String,
    figures: String,
}

/// A field in which they differ.
pub(super) struct Row {
    field: PersonField,
    label: String,
    left: String,
    right: String,
    default: Choice,
    room: bool,
}

/// Two records as they are shown.
pub(super) struct Pair {
    pub keep: Side,
    pub away: Side,
    reasons: String,
    certainty: String,
    pub rows: Vec<Row>,
    same: Vec<(String, String)>,
}

impl Pair {
    pub fn new(ctx: &ViewCtx<'_>, suspicion: &Suspicion, swapped: bool) -> Option<Self> {
        let texts = ctx.texts;
        // The record with more in it stays, of equals the older one.
        let weight = |id: Id<Contact>| {
            let links = ctx.index.links.contact(id);
            (links.cards.len() + links.encounters.len() + links.referred.len(), std::cmp::Reverse(id))
        };
        let (first, second) = (suspicion.a, suspicion.b);
        let (keep, away) =
            if (weight(first) >= weight(second)) != swapped { (first, second) } else { (second, first) };
        let (one, other) = (ctx.book.get(keep)?, ctx.book.get(away)?);
        let mut rows = Vec::new();
        let mut same = Vec::new();
        for field in PersonField::ALL {
            let value = |contact: &Contact| field_text(field, ctx.book, contact, texts);
            let (left, right) = (value(one), value(other));
            if field.is_same(one, other) {
                if !left.is_empty() {
                    same.push((field_label(field, texts).to_owned(), left));
                }
                continue;
            }
            rows.push(Row {
                field,
                label: field_label(field, texts).to_owned(),
                left,
                right,
                default: field.default_choice(one, other),
                room: field.has_room() && !field.is_empty(one) && !field.is_empty(other),
            });
        }
        Some(Self {
            keep: side(ctx, one),
            away: side(ctx, other),
            reasons: suspicion.reasons(texts),
            certainty: suspicion.certainty().text(texts).to_owned(),
            rows,
            same,
        })
    }
}

fn side(ctx: &ViewCtx<'_>, contact: &Contact) -> Side {
    let texts = ctx.texts;
    let links = ctx.index.links.contact(contact.id);
    let referrals = links.referred.len() + links.given.len() + links.received.len();
    let mut figures =
        texts.duplicates_figures(links.cards.len() as i64, links.encounters.len() as i64, referrals as i64);
    if contact.archived.is_some() {
        figures = format!("{figures} · {}", texts.cards_archived());
    }
    Side { id: contact.id, name: shown_name(contact, texts), work: work_line(ctx.book, contact), figures }
}

/// The cards, names and figures of both, and the reasons above them. Returns whether the two are to change places.
pub(super) fn head_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, pair: &Pair) -> bool {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let mut swap = false;
    let row = vec2(ui.available_width(), 28.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let button =
            IconButton::new(icons::ARROWS_LEFT_RIGHT, texts.duplicates_swap()).size(ButtonSize::Small);
        swap = ui.add(button).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = format!("{} · {}", pair.certainty, pair.reasons);
            ui.add(egui::Label::new(text::rich(&words, TextKind::Strong, p.text)).truncate());
        });
    });
    ui.add_space(space::S);
    let (left, right) = columns(ui);
    let tall = if ui.available_height() > 420.0 { 132.0 } else { 84.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    for (side, (from, width), role) in
        [(&pair.keep, left, texts.duplicates_stays()), (&pair.away, right, texts.duplicates_is_joined())]
    {
        let card = vec2((tall * 1.545).min(width * 0.5), tall);
        let place = egui::Rect::from_min_size(pos2(rect.left() + from, rect.top()), card);
        let response = ui.interact(place, ui.scope_id().with(("suspect card", side.id)), Sense::hover());
        contact_card_in(ctx, ui, side.id, place, response);
        let words = egui::Rect::from_min_max(
            pos2(place.right() + space::M, rect.top()),
            pos2(rect.left() + from + width, rect.bottom()),
        );
        let mut side_ui = ui.new_child(UiBuilder::new().max_rect(words).layout(Layout::top_down(Align::Min)));
        side_ui.spacing_mut().item_spacing.y = 2.0;
        for (line, kind, ink) in [
            (role, TextKind::Label, p.text3),
            (side.name.as_str(), TextKind::Heading, p.text),
            (side.work.as_str(), TextKind::Small, p.text2),
        ] {
            if !line.is_empty() {
                side_ui.add(egui::Label::new(text::rich(line, kind, ink)).truncate());
            }
        }
        side_ui.add(egui::Label::new(text::rich(&side.figures, TextKind::Small, p.text2)).wrap());
    }
    ui.add_space(space::M);
    swap
}

/// Where the two values stand: from the left edge, and their width.
fn columns(ui: &Ui) -> ((f32, f32), (f32, f32)) {
    let gap = space::S;
    let width = ((ui.available_width() - NAMES - BOTH - 3.0 * gap - 10.0) / 2.0).floor();
    ((NAMES + gap, width), (NAMES + 2.0 * gap + width, width))
}

/// Notes a choice for a row; the usual one needs no note.
pub(super) fn choose(pair: &Pair, row: usize, choice: Choice, choices: &mut Choices) {
    let Some(row) = pair.rows.get(row) else { return };
    if choice == Choice::Both && !row.room {
        return;
    }
    if choice == row.default {
        choices.remove(&row.field);
    } else {
        choices.insert(row.field, choice);
    }
}

/// The fields that differ, each with a choice; below them what is the same.
pub(super) fn fields_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    pair: &Pair,
    choices: &mut Choices,
    current: &mut usize,
    all: &mut bool,
) {
    let texts = ctx.texts;
    let columns = columns(ui);
    let mut chosen = None;
    egui::ScrollArea::vertical().id_salt(("fields", pair.keep.id, pair.away.id)).auto_shrink(false).show(
        ui,
        |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for (at, row) in pair.rows.iter().enumerate() {
                let choice = choices.get(&row.field).copied().unwrap_or(row.default);
                if let Some(choice) = row_ui(ctx, ui, row, choice, at == *current, columns) {
                    chosen = Some((at, choice));
                }
            }
            if !pair.same.is_empty() {
                ui.add_space(space::S);
                let count = texts.duplicates_same_fields(pair.same.len() as i64);
                let icon = if *all { icons::CARET_DOWN } else { icons::CARET_RIGHT };
                if ui.add(Button::ghost(&count).small().icon(icon)).clicked() {
                    *all = !*all;
                }
                if *all {
                    let p = Palette::of(ui);
                    for (label, value) in &pair.same {
                        ui.horizontal_top(|ui| {
                            let size = vec2(NAMES, 18.0);
                            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
                                ui.set_min_width(NAMES);
                                ui.add(
                                    egui::Label::new(text::rich(label, TextKind::Small, p.text3)).truncate(),
                                );
                            });
                            ui.add(egui::Label::new(text::rich(value, TextKind::Small, p.text2)).wrap());
                        });
                    }
                }
            }
        },
    );
    if let Some((at, choice)) = chosen {
        *current = at;
        choose(pair, at, choice, choices);
    }
}

/// One field: its name, both values, and "both" where there is room. Returns what was chosen.
fn row_ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    row: &Row,
    choice: Choice,
    current: bool,
    columns: ((f32, f32), (f32, f32)),
) -> Option<Choice> {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let (left, right) = columns;
    let painter = ui.painter();
    let galley = |value: &str, width: f32| {
        let words = if value.trim().is_empty() { texts.safety_conflict_empty() } else { value };
        let ink = if value.trim().is_empty() { p.text3 } else { p.text };
        text::lines(painter, words, TextKind::Body, ink, width - 36.0, 5)
    };
    let values = [galley(&row.left, left.1), galley(&row.right, right.1)];
    let tall = values.iter().map(|galley| galley.size().y).fold(18.0, f32::max) + 12.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
    if current {
        ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
        let mark = egui::Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(mark, 2, p.ai);
    }
    let name = text::line(ui.painter(), &row.label, TextKind::Small, p.text2, NAMES - 12.0);
    ui.painter().galley(pos2(rect.left() + 10.0, rect.top() + 7.0), name, p.text2);
    let mut chosen = None;
    let sides = [
        (left, Choice::Keep, texts.duplicates_take_left(), &row.left),
        (right, Choice::Other, texts.duplicates_take_right(), &row.right),
    ];
    for ((place, own, words, value), galley) in sides.into_iter().zip(values) {
        let cell = egui::Rect::from_min_size(pos2(rect.left() + place.0, rect.top()), vec2(place.1, tall));
        let on = choice == own || choice == Choice::Both;
        let response = ui.interact(cell, ui.scope_id().with((row.field, words)), Sense::click());
        response.widget_info(|| {
            let words = format!("{}: {words}: {value}", row.label);
            WidgetInfo::selected(egui::Role::RadioButton, ui.is_enabled(), on, words)
        });
        let fill = if on {
            p.ai_soft
        } else if response.hovered() {
            p.hover
        } else {
            p.panel
        };
        let edge = if response.has_focus() {
            egui::Stroke::new(2.0, p.ai)
        } else {
            egui::Stroke::new(1.0, if on { p.ai } else { p.line })
        };
        let painter = ui.painter();
        painter.rect(cell, radius::CONTROL, fill, edge, egui::StrokeKind::Inside);
        let ink = if on { p.text } else { p.text2 };
        painter.galley(cell.min + vec2(10.0, 6.0), galley, ink);
        if on {
            let at = pos2(cell.right() - 14.0, cell.top() + 15.0);
            paint_icon(painter, at, icons::CHECK, Weight::Bold, 13.0, p.ai_text);
        }
        if response.clicked() {
            chosen = Some(own);
        }
    }
    if row.room {
        let from = right.0 + right.1 + space::S;
        let cell = egui::Rect::from_min_size(pos2(rect.left() + from, rect.top()), vec2(BOTH, 28.0));
        let mut cell =
            ui.new_child(UiBuilder::new().max_rect(cell).layout(Layout::left_to_right(Align::Center)));
        let both = crate::gui::widgets::Chip::new(texts.duplicates_take_both(), choice == Choice::Both);
        if cell.push_id(row.field, |ui| ui.add(both)).inner.clicked() {
            chosen = Some(Choice::Both);
        }
    }
    chosen
}
