//! What stands below an uncovered face: the name, something to remember it by, and how well it was known.

use eframe::egui::{self, Ui};

use super::pressed_number;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
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
        let after = Grade::ALL.map(|grade| {
            let next =
                Recall::after(known.map(|it| &**it), contact, grade, ctx.today, chrono::DateTime::default());
            texts.quiz_days(next.days())
        });
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

fn word(grade: Grade, texts: &Texts) -> &str {
    match grade {
        Grade::Again => texts.quiz_again(),
        Grade::Hard => texts.quiz_hard(),
        Grade::Good => texts.quiz_good(),
        Grade::Easy => texts.quiz_easy(),
    }
}

/// Draws it. `typed` is what stood in the field.
pub(super) fn ui(
    ctx: &ViewCtx<'_>,
    ui: &mut Ui,
    facts: &Facts,
    how: Nearness,
    typed: Option<&str>,
    focus: bool,
) -> Pressed {
    let texts = ctx.texts;
    let p = Palette::of(ui);
    let mut pressed = Pressed::default();
    ui.vertical_centered(|ui| {
        ui.label(text::rich(&facts.name, TextKind::Title, p.text));
        for words in [&facts.reading, &facts.work].into_iter().filter(|words| !words.is_empty()) {
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        }
        if facts.hook.is_empty() {
            let fill = Button::ghost(texts.quiz_hook()).small().icon(icons::PENCIL_SIMPLE_LINE);
            pressed.fill = ui.add(fill).clicked();
        } else {
            ui.add(egui::Label::new(text::rich(&facts.hook, TextKind::Hand, p.text)).wrap());
        }
        let (words, ink) = match how {
            Nearness::Right => (texts.quiz_right(), p.ok),
            Nearness::Nearly => (texts.quiz_nearly(), p.warn),
            Nearness::Wrong => (texts.quiz_wrong(), p.text2),
        };
        let words = match typed.map(str::trim).filter(|typed| !typed.is_empty() && how != Nearness::Right) {
            Some(typed) => texts.quiz_you_typed(&tidy(typed), words),
            None => words.to_owned(),
        };
        ui.label(text::rich(&words, TextKind::Strong, ink));
    });
    ui.add_space(space::S);
    let advised = match how {
        Nearness::Right => Grade::Good,
        Nearness::Nearly => Grade::Hard,
        Nearness::Wrong => Grade::Again,
    };
    let key = pressed_number(ui).filter(|_| ctx.writable);
    let gap = space::S;
    let width = ((ui.available_width() - 3.0 * gap) / 4.0).floor();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (at, grade) in Grade::ALL.into_iter().enumerate() {
            ui.vertical(|ui| {
                ui.set_width(width);
                let label = word(grade, texts);
                let button = if grade == advised { Button::primary(label) } else { Button::new(label) };
                let response = ctx.add_writing(ui, button.key(super::KEYS[at].1).min_width(width));
                if grade == advised && focus {
                    response.request_focus();
                }
                if response.clicked() || key == Some(at) {
                    pressed.grade = Some(grade);
                }
                ui.label(text::rich(&facts.after[at], TextKind::Small, p.text2));
            });
        }
    });
    if !facts.asked.is_empty() {
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            ui.label(text::rich(&facts.asked, TextKind::Small, p.text2));
            let anew = Button::ghost(texts.quiz_anew()).small().icon(icons::ARROW_U_UP_LEFT);
            pressed.anew = ctx.add_writing(ui, anew).clicked();
        });
    }
    pressed
}
