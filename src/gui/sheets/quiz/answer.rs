//! What stands below an uncovered face: the name, something to remember it by, and how well it was known.

use eframe::egui::{self, Align, Layout, Rect, Ui, UiBuilder, vec2};

use super::{Places, pressed_number};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, sizes, space, text};
use crate::gui::views::people::{shown_name, tidy, work_line};
use crate::gui::widgets::Button;
use crate::index::Nearness;
use crate::model::{Contact, Grade, Id, Recall};
use crate::text::Texts;

/// What is shown of a person, and when each answer would bring them back.
pub(super) struct Facts {
    name: String,
    reading: String,
    work: String,
    /// Something human to hang the name on.
    hook: String,
    /// How often it was asked for; empty for a new one.
    asked: String,
    /// "3 days", in the order of [`Grade::ALL`].
    after: [String; 4],
}

impl Facts {
    pub(super) fn of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Self {
        let texts = ctx.texts;
        let known = ctx.book.get(contact.cast::<Recall>());
        let after = Grade::ALL.map(|grade| texts.quiz_days(recall(ctx, contact, grade).days()));
        let asked = known.map_or_else(String::new, |it| texts.quiz_asked(i64::from(it.answers)));
        let Some(person) = ctx.book.get(contact) else {
            return Self {
                name: texts.common_unknown().to_owned(),
                reading: String::new(),
                work: String::new(),
                hook: String::new(),
                asked,
                after,
            };
        };
        let reading = [tidy(&person.name.reading()), tidy(&person.name.latin)];
        let human = &person.human;
        let hook = [&human.starters, &human.people, &human.enjoys].map(|text| tidy(text));
        Self {
            name: shown_name(person, texts),
            reading: reading.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · "),
            work: work_line(ctx.book, person),
            hook: hook.into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
            asked,
            after,
        }
    }
}

/// What would be remembered of a person after this answer.
fn recall(ctx: &ViewCtx<'_>, contact: Id<Contact>, grade: Grade) -> Recall {
    let known = ctx.book.get(contact.cast::<Recall>());
    Recall::after(known.map(|it| &**it), contact, grade, ctx.today, chrono::DateTime::default())
}

/// The day on which this answer brings a person back.
pub(super) fn next_day(ctx: &ViewCtx<'_>, contact: Id<Contact>, grade: Grade) -> chrono::NaiveDate {
    recall(ctx, contact, grade).due_on
}

/// What was pressed.
#[derive(Default)]
pub(super) struct Pressed {
    /// How well it was known.
    pub grade: Option<Grade>,
    /// The human side is to be written down.
    pub fill: bool,
    /// What was remembered about the name is to be forgotten.
    pub anew: bool,
}

pub(super) fn word(grade: Grade, texts: &Texts) -> &str {
    match grade {
        Grade::Again => texts.quiz_again(),
        Grade::Hard => texts.quiz_hard(),
        Grade::Good => texts.quiz_good(),
        Grade::Easy => texts.quiz_easy(),
    }
}

/// Draws it where the question stood. `typed` is what stood in the field; `focus`, that the proposed answer is to get the
/// keyboard.
pub(super) fn ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    places: &Places,
    facts: &Facts,
    how: Nearness,
    typed: Option<&str>,
    focus: &mut bool,
) -> Pressed {
    let texts = ctx.texts;
    let mut pressed = Pressed::default();
    let layout = Layout::top_down(Align::Center);
    let mut middle = ui.new_child(UiBuilder::new().max_rect(places.middle).layout(layout).id_salt("answer"));
    egui::ScrollArea::vertical().id_salt("answer").auto_shrink(false).show(&mut middle, |ui| {
        crate::gui::panes::follow_focus(ui);
        ui.spacing_mut().item_spacing.y = space::XXS;
        pressed.fill = facts_ui(ui, texts, facts, how, typed);
    });
    let advised = match how {
        Nearness::Right => Grade::Good,
        Nearness::Nearly => Grade::Hard,
        Nearness::Wrong => Grade::Again,
    };
    let p = Palette::of(ui);
    let key = pressed_number(ui).filter(|_| ctx.writable);
    let gap = space::S;
    let width = ((places.foot.width() - 3.0 * gap) / 4.0).floor();
    for (at, grade) in Grade::ALL.into_iter().enumerate() {
        let from = places.foot.min + vec2(at as f32 * (width + gap), 0.0);
        let place = Rect::from_min_size(from, vec2(width, sizes::BUTTON));
        let mut cell = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("grade", at)));
        let label = word(grade, texts);
        let button = if grade == advised { Button::primary(label) } else { Button::new(label) };
        let response = ctx.add_writing(&mut cell, button.key(super::KEYS[at].1).min_width(width));
        if grade == advised {
            // Enter takes the proposed answer; see the field for why the wish holds.
            if response.has_focus() {
                *focus = false;
            } else if *focus && ctx.writable {
                response.request_focus();
                ui.ctx().request_repaint();
            }
        }
        if response.clicked() || key == Some(at) {
            pressed.grade = Some(grade);
        }
        let below = Rect::from_min_size(place.left_bottom() + vec2(0.0, 3.0), vec2(width, 18.0));
        let layout = Layout::top_down(Align::Center);
        let mut below = ui.new_child(UiBuilder::new().max_rect(below).layout(layout).id_salt(("days", at)));
        below.add(egui::Label::new(text::rich(&facts.after[at], TextKind::Small, p.text2)).truncate());
    }
    if !facts.asked.is_empty() {
        let line = places.foot.with_min_y(places.foot.bottom() - sizes::BUTTON_S);
        let layout = Layout::left_to_right(Align::Center);
        let mut line = ui.new_child(UiBuilder::new().max_rect(line).layout(layout).id_salt("asked before"));
        line.label(text::rich(&facts.asked, TextKind::Small, p.text2));
        let anew = Button::ghost(texts.quiz_anew()).small().icon(icons::ARROW_U_UP_LEFT);
        pressed.anew = ctx.add_writing(&mut line, anew).clicked();
    }
    pressed
}

/// Who it is. Returns whether something is to be written down about them.
fn facts_ui(ui: &mut Ui, texts: &Texts, facts: &Facts, how: Nearness, typed: Option<&str>) -> bool {
    let p = Palette::of(ui);
    let (words, ink) = match how {
        Nearness::Right => (texts.quiz_right(), p.ok),
        Nearness::Nearly => (texts.quiz_nearly(), p.warn),
        Nearness::Wrong => (texts.quiz_wrong(), p.text2),
    };
    let words = match typed.map(str::trim).filter(|typed| !typed.is_empty() && how != Nearness::Right) {
        Some(typed) => texts.quiz_you_typed(&tidy(typed), words),
        None => words.to_owned(),
    };
    ui.add(egui::Label::new(text::rich(&words, TextKind::Strong, ink)).truncate());
    ui.add(egui::Label::new(text::rich(&facts.name, TextKind::Title, p.text)).truncate());
    for words in [&facts.reading, &facts.work].into_iter().filter(|words| !words.is_empty()) {
        ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).truncate());
    }
    if facts.hook.is_empty() {
        let fill = Button::ghost(texts.quiz_hook()).small().icon(icons::PENCIL_SIMPLE_LINE);
        return ui.add(fill).clicked();
    }
    ui.add(egui::Label::new(text::rich(&facts.hook, TextKind::Hand, p.text)).wrap());
    false
}
