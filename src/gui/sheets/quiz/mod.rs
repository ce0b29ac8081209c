//! The name quiz: a face, a name, how well it was known, and when it is asked again.
//!
//! Owns the run through those who are due; each answer is an edit of its own, so Undo takes it back. The face is drawn in
//! [`face`], what follows an answer in [`answer`]. Start reading at [`QuizSheet::ui`].
//!
//! Without a photograph the card stands for the person, seen from so far away that its print cannot be read until the
//! name is uncovered.

mod answer;
mod face;

use std::collections::VecDeque;

use eframe::egui::{self, Align, Key, Layout, Modifiers, Ui, vec2};

use super::{Next, SheetUi, nothing_left};
use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::Tab;
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Button, EmptyState, TextField, segmented};
use crate::index::{Asked, Face, Nearness, Quiz, QuizOf, choices, nearness};
use crate::model::{Contact, Grade, Id, Recall};
use crate::text::Texts;

/// How the question is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A face, and names to choose from.
    Choose,
    /// A face, and a field for the name.
    Type,
    /// A name, and faces to choose from.
    Faces,
}

impl Way {
    const ALL: [Self; 3] = [Self::Choose, Self::Type, Self::Faces];
}

/// What a question rests on: the state of the book, who is asked for, whether faces are compared.
type Question = (u64, Id<Contact>, bool);

/// An answer of the run.
struct Given {
    asked: Asked,
    grade: Grade,
    /// How many answers the book has of this person with it.
    count: u32,
}

/// The quiz.
pub struct QuizSheet {
    of: QuizOf,
    run: Quiz,
    /// Who is still asked for, the present one first.
    queue: VecDeque<Asked>,
    way: Way,
    typed: String,
    /// What was chosen or typed, once the name is uncovered.
    answer: Option<Nearness>,
    /// Whom it was chosen to be.
    chosen: Option<Id<Contact>>,
    answered: usize,
    known: usize,
    /// The answers of this run, so that Undo asks again.
    given: Vec<Given>,
    revision: u64,
    focus: bool,
    options: Cached<Question, Vec<(Id<Contact>, String)>>,
    facts: Cached<Question, answer::Facts>,
    /// When the next name comes, for the end.
    next: Cached<(u64, chrono::NaiveDate), String>,
}

impl QuizSheet {
    /// Returns the sheet as it opens.
    pub fn new(of: QuizOf, ctx: &ViewCtx<'_>) -> Self {
        let run = Quiz::of(ctx.book, ctx.index, of, ctx.today);
        Self {
            of,
            queue: run.asked.iter().cloned().collect(),
            run,
            way: Way::Choose,
            typed: String::new(),
            answer: None,
            chosen: None,
            answered: 0,
            known: 0,
            given: Vec::new(),
            revision: ctx.revision,
            focus: true,
            options: Cached::default(),
            facts: Cached::default(),
            next: Cached::default(),
        }
    }

    /// Uncovers the name.
    fn uncover(&mut self, how: Nearness) {
        self.answer = Some(how);
        self.focus = true;
    }

    /// Notes how well it went and goes on. What was forgotten comes once more at the end of the run.
    fn grade(&mut self, ctx: &mut ViewCtx<'_>, grade: Grade) {
        let Some(asked) = self.queue.pop_front() else { return };
        ctx.edit(Edit::AnswerQuiz { contact: asked.contact, grade });
        let count = answers(ctx, asked.contact) + 1;
        self.given.push(Given { asked: asked.clone(), grade, count });
        self.answered += 1;
        if grade == Grade::Again {
            self.queue.push_back(Asked { is_new: false, ..asked });
        } else {
            self.known += 1;
        }
        self.clear();
    }

    fn clear(&mut self) {
        (self.answer, self.chosen, self.focus) = (None, None, true);
        self.typed.clear();
    }

    /// Follows the book: a name whose answer was taken back is asked for again, before all others.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if self.revision == ctx.revision {
            return;
        }
        self.revision = ctx.revision;
        let is_undone = |given: &mut Given| answers(ctx, given.asked.contact) < given.count;
        while let Some(Given { asked, grade, .. }) = self.given.pop_if(is_undone) {
            self.answered = self.answered.saturating_sub(1);
            if grade == Grade::Again {
                // It stands at the end of the run already.
                let place = self.queue.iter().rposition(|other| other.contact == asked.contact);
                place.and_then(|place| self.queue.remove(place));
            } else {
                self.known = self.known.saturating_sub(1);
            }
            self.queue.push_front(asked);
            self.clear();
        }
    }

    /// Who is gone from the book, by Undo or by other hands, is not asked for.
    fn drop_missing(&mut self, ctx: &ViewCtx<'_>) {
        let first = self.queue.front().map(|asked| asked.contact);
        self.queue.retain(|asked| ctx.book.get(asked.contact).is_some_and(|it| it.archived.is_none()));
        if first != self.queue.front().map(|asked| asked.contact) {
            self.clear();
        }
    }

    fn head_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        ui.horizontal(|ui| {
            let labels = [texts.quiz_way_choose(), texts.quiz_way_type(), texts.quiz_way_faces()];
            let mut way = Way::ALL.iter().position(|way| *way == self.way).unwrap_or(0);
            if segmented(ui, texts.quiz_way(), &labels, &mut way).changed() && Way::ALL[way] != self.way {
                self.way = Way::ALL[way];
                self.clear();
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let left = texts.quiz_left(self.queue.len() as i64);
                ui.label(text::rich(&left, TextKind::Small, p.text2));
            });
        });
    }

    fn question_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, asked: &Asked) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        // Faces are compared only where there is more than one.
        let faces = self.way == Way::Faces;
        let (book, index) = (ctx.book, ctx.index);
        let run: Vec<Id<Contact>> = self.queue.iter().map(|asked| asked.contact).collect();
        let options = self.options.get((ctx.revision, asked.contact, faces), |_| {
            let found = choices(book, index, asked.contact, &run, faces);
            found.into_iter().map(|id| (id, name_of(book, texts, id))).collect()
        });
        let can_compare = options.len() > 1 && (!faces || matches!(asked.face, Face::Portrait(_)));
        let mut picked = None;
        let uncovered = self.answer.is_some();
        if faces && can_compare {
            let name = name_of(book, texts, asked.contact);
            ui.vertical_centered(|ui| {
                ui.label(text::rich(&name, TextKind::Title, p.text));
                ui.label(text::rich(texts.quiz_which_face(), TextKind::Body, p.text2));
            });
            ui.add_space(space::S);
            ui.horizontal(|ui| {
                for (at, (id, _)) in options.iter().enumerate() {
                    let label = texts.quiz_face_number(KEYS[at.min(3)].1);
                    let right = uncovered && *id == asked.contact;
                    if face::choice_ui(ctx, ui, *id, &label, right, self.chosen == Some(*id)) {
                        picked = Some(*id);
                    }
                }
            });
        } else {
            face::ui(ctx, ui, asked, uncovered);
            ui.add_space(space::S);
            if !uncovered {
                ui.vertical_centered(|ui| ui.label(text::rich(texts.quiz_who(), TextKind::Body, p.text2)));
                ui.add_space(space::XS);
                if self.way == Way::Type {
                    self.field_ui(ctx, ui, asked);
                } else if can_compare {
                    let width = ((ui.available_width() - space::S) / 2.0).floor();
                    egui::Grid::new("quiz names").spacing(vec2(space::S, space::S)).show(ui, |ui| {
                        for (at, (id, name)) in options.iter().enumerate() {
                            let key = KEYS[at.min(3)].1;
                            if ui.add(Button::new(name).key(key).min_width(width)).clicked() {
                                picked = Some(*id);
                            }
                            if at % 2 == 1 {
                                ui.end_row();
                            }
                        }
                    });
                }
            }
        }
        if !uncovered {
            let chooses = self.way != Way::Type && can_compare;
            let keys = chooses.then(|| pressed_number(ui)).flatten();
            picked = picked.or_else(|| Some(self.options.kept()?.get(keys?)?.0));
            if let Some(picked) = picked {
                self.chosen = Some(picked);
                self.uncover(if picked == asked.contact { Nearness::Right } else { Nearness::Wrong });
                return;
            }
            ui.add_space(space::S);
            let show = !ui.ctx().text_edit_focused()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
            ui.vertical_centered(|ui| {
                let button = Button::ghost(texts.quiz_show()).icon(icons::EYE);
                if ui.add(button).clicked() || show {
                    self.uncover(Nearness::Wrong);
                }
            });
        }
    }

    fn field_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, asked: &Asked) {
        let texts = ctx.texts;
        let id = egui::Id::unique("quiz name");
        let field = TextField::new(texts.common_name()).hide_label().hint(texts.quiz_type_hint()).id(id);
        let response = field.show(ui, &mut self.typed);
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(space::XS);
        let check =
            ui.add_enabled(!self.typed.trim().is_empty(), Button::primary(texts.quiz_check())).clicked();
        if (entered || check)
            && !self.typed.trim().is_empty()
            && let Some(person) = ctx.book.get(asked.contact)
        {
            self.uncover(nearness(person, &self.typed));
        }
    }

    /// What is left to say when nobody is asked for any more.
    fn end_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let (book, index, of, today) = (ctx.book, ctx.index, self.of, ctx.today);
        let next = self.next.get((ctx.revision, today), |_| {
            let next = Quiz::of(book, index, of, today).next_on;
            next.map_or_else(String::new, |day| texts.quiz_next(&texts.locale().day_near(day, today)))
        });
        let title = match (self.answered, self.run.asked.is_empty()) {
            (0, true) => texts.quiz_nobody().to_owned(),
            _ => texts.quiz_done(self.known as i64),
        };
        let state = EmptyState::new(icons::HAND_WAVING, &title, next);
        let out = nothing_left(ctx, ui, state);
        if !self.run.without_picture.is_empty() {
            let count = self.run.without_picture.len() as i64;
            let words = text::rich(&texts.quiz_without_picture(count), TextKind::Small, p.text2);
            ui.add(egui::Label::new(words).wrap());
            ui.horizontal_wrapped(|ui| {
                for contact in self.run.without_picture.iter().take(6) {
                    let name = name_of(ctx.book, texts, *contact);
                    if ui.add(Button::ghost(&name).small().icon(icons::PLUS)).clicked() {
                        ctx.open(Sheet::Portrait(*contact));
                    }
                }
            });
        }
        out
    }
}

/// How often somebody's name was asked for.
fn answers(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> u32 {
    ctx.book.get(contact.cast::<Recall>()).map_or(0, |recall| recall.answers)
}

/// The keys of choices and answers.
const KEYS: [(Key, &str); 4] = [(Key::Num1, "1"), (Key::Num2, "2"), (Key::Num3, "3"), (Key::Num4, "4")];

/// Which of the keys 1 to 4 was pressed, from 0.
fn pressed_number(ui: &Ui) -> Option<usize> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    KEYS.iter().position(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)))
}

impl SheetUi for QuizSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.quiz_title().to_owned()
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        ui.spacing_mut().item_spacing.y = space::XS;
        self.catch_up(ctx);
        self.drop_missing(ctx);
        let Some(asked) = self.queue.front().cloned() else { return self.end_ui(ctx, ui) };
        self.head_ui(ctx, ui);
        ui.add_space(space::M);
        self.question_ui(ctx, ui, &asked);
        if let Some(how) = self.answer {
            let facts = {
                let view: &ViewCtx<'_> = ctx;
                self.facts
                    .get((view.revision, asked.contact, true), |_| answer::Facts::of(view, asked.contact))
            };
            let typed = (self.way == Way::Type).then_some(self.typed.as_str());
            let focus = std::mem::take(&mut self.focus);
            let out = answer::ui(ctx, ui, facts, how, typed, focus);
            if let Some(grade) = out.grade {
                self.grade(ctx, grade);
            } else if out.anew {
                // The question stays, with the days of a name that was never asked for.
                ctx.edit(Edit::ForgetQuiz { contact: asked.contact });
            } else if out.fill {
                ctx.select(asked.contact);
                ctx.ask(Command::ShowTab(Tab::Person));
                return Next::Close;
            }
        }
        Next::Stay
    }
}
