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

use eframe::egui::{self, Align, CornerRadius, Key, Layout, Modifiers, Rect, Ui, UiBuilder, vec2};

use super::{Next, SheetUi, nothing_left};
use crate::edit::Edit;
use crate::gui::command::{Action, Command, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, radius, sizes, space, text};
use crate::gui::views::Tab;
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Button, EmptyState, TextField, segmented};
use crate::index::{Asked, Face, Nearness, Quiz, QuizOf, choices, nearness};
use crate::model::{Contact, Grade, Id, Recall};
use crate::text::Texts;
use crate::text::tidy::is_blank;

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
    /// Whose it was and when they come again, in words.
    told: String,
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
        let texts = ctx.texts;
        let day = texts.locale().day_near(answer::next_day(ctx, asked.contact, grade), ctx.today);
        let name = name_of(ctx.book, texts, asked.contact);
        let told = texts.quiz_given(&day, answer::word(grade, texts), &name);
        self.given.push(Given { asked: asked.clone(), grade, count, told });
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

    /// What is asked: at the top the face, or several; below it the question; at the foot what can be answered. Each
    /// has a place of its own, which the answer keeps.
    fn question_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, asked: &Asked, places: &Places) {
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
        let shows_faces = faces && can_compare;
        let mut picked = None;
        let uncovered = self.answer.is_some();
        if shows_faces {
            ui.painter().rect_filled(places.face, CornerRadius::same(radius::BOX), p.sunk);
            for (at, (id, _)) in options.iter().enumerate() {
                let place = face::choice_place(places.face, at, options.len());
                let key = KEYS[at.min(3)].1;
                let label = texts.quiz_face_number(key);
                let right = uncovered && *id == asked.contact;
                if face::choice_ui(ctx, ui, place, *id, (&label, key), right, self.chosen == Some(*id)) {
                    picked = Some(*id);
                }
            }
        } else {
            let mut top = ui.new_child(UiBuilder::new().max_rect(places.face).id_salt("face"));
            face::ui(ctx, &mut top, asked, uncovered);
        }
        if uncovered {
            return;
        }
        let chooses = self.way != Way::Type && can_compare;
        if chooses && !shows_faces {
            let size = vec2(((places.foot.width() - space::S) / 2.0).floor(), sizes::BUTTON);
            for (at, (id, name)) in options.iter().enumerate() {
                let cell = vec2((at % 2) as f32, (at / 2) as f32) * (size + vec2(space::S, space::S));
                let place = Rect::from_min_size(places.foot.min + cell, size);
                let button = Button::new(name).key(KEYS[at.min(3)].1).min_width(size.x);
                if ui.put(place, button).clicked() {
                    picked = Some(*id);
                }
            }
        }
        let name = shows_faces.then(|| name_of(book, texts, asked.contact));
        let show = !ui.ctx().text_edit_focused()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space));
        let mut shown = show;
        let layout = Layout::top_down(Align::Center);
        let mut middle =
            ui.new_child(UiBuilder::new().max_rect(places.middle).layout(layout).id_salt("question"));
        middle.spacing_mut().item_spacing.y = space::XS;
        middle.add_space(space::S);
        match &name {
            Some(name) => {
                middle.add(egui::Label::new(text::rich(name, TextKind::Title, p.text)).truncate());
                middle.label(text::rich(texts.quiz_which_face(), TextKind::Body, p.text2));
            }
            None => {
                middle.label(text::rich(texts.quiz_who(), TextKind::Body, p.text2));
            }
        }
        let words = if shows_faces { texts.quiz_show_face() } else { texts.quiz_show() };
        shown |= middle.add(Button::ghost(words).icon(icons::EYE)).clicked();
        if self.way == Way::Type {
            let mut foot = ui.new_child(UiBuilder::new().max_rect(places.foot).id_salt("field"));
            self.field_ui(ctx, &mut foot, asked);
        }
        let keys = chooses.then(|| pressed_number(ui)).flatten();
        picked = picked.or_else(|| Some(self.options.kept()?.get(keys?)?.0));
        if let Some(picked) = picked {
            self.chosen = Some(picked);
            self.uncover(if picked == asked.contact { Nearness::Right } else { Nearness::Wrong });
        } else if shown {
            self.uncover(Nearness::Wrong);
        }
    }

    fn field_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, asked: &Asked) {
        let texts = ctx.texts;
        let id = egui::Id::unique("quiz name");
        let field = TextField::new(texts.common_name()).hide_label().hint(texts.quiz_type_hint()).id(id);
        let response = field.show(ui, &mut self.typed);
        // A press on the switch above takes the keyboard in the same frame in which the field is to get it: the wish holds
        // until the field is drawn with the keyboard.
        if response.has_focus() {
            self.focus = false;
        } else if self.focus && self.answer.is_none() {
            response.request_focus();
            ui.ctx().request_repaint();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(space::XS);
        let is_typed = !is_blank(&self.typed);
        let check = Button::primary(texts.quiz_check()).key("↵");
        let check = ui.add_enabled(is_typed, check).on_disabled_hover_text(texts.quiz_type_hint()).clicked();
        if entered && !is_typed {
            // Nothing was typed: the field keeps the keyboard.
            self.focus = true;
        } else if (entered || check)
            && let Some(person) = ctx.book.get(asked.contact)
        {
            self.uncover(nearness(person, &self.typed));
        }
    }

    /// The line below all of it: what the last answer meant, and the way back.
    fn last_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, place: Rect) {
        let Some(given) = self.given.last() else { return };
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let layout = Layout::right_to_left(Align::Center);
        let mut line = ui.new_child(UiBuilder::new().max_rect(place).layout(layout).id_salt("last answer"));
        let keys = Action::Undo.keys().unwrap_or_default();
        let undo = Button::ghost(texts.app_undo()).small().icon(icons::ARROW_U_UP_LEFT).key(&keys);
        if ctx.add_writing(&mut line, undo).clicked() {
            ctx.ask(Command::Do(Action::Undo));
        }
        line.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(egui::Label::new(text::rich(&given.told, TextKind::Small, p.text2)).truncate());
        });
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

/// Where the parts of the quiz stand: the same from question to answer and from name to name, so that nothing moves below
/// the pointer.
pub(super) struct Places {
    head: Rect,
    face: Rect,
    middle: Rect,
    foot: Rect,
    last: Rect,
}

impl Places {
    /// Takes the room. Only the face gives way in a low window.
    fn of(ui: &mut Ui) -> Self {
        const HEAD: f32 = 32.0;
        const MIDDLE: f32 = 124.0;
        const FOOT: f32 = 82.0;
        const LAST: f32 = 28.0;
        let rest = HEAD + MIDDLE + FOOT + LAST + 2.0 * space::M + 2.0 * space::S;
        // Around it: the title, and the margins of the sheet and of the window.
        let room = ui.ctx().content_rect().height() - rest - 150.0;
        let high = room.clamp(110.0, face::HEIGHT);
        let (whole, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), rest + high), egui::Sense::hover());
        let mut top = whole.top();
        let mut take = |height: f32, gap: f32| {
            let place = Rect::from_x_y_ranges(whole.x_range(), top..=top + height);
            top += height + gap;
            place
        };
        Self {
            head: take(HEAD, space::M),
            face: take(high, space::S),
            middle: take(MIDDLE, space::S),
            foot: take(FOOT, space::M),
            last: take(LAST, 0.0),
        }
    }

    /// All but the last line.
    fn all(&self) -> Rect {
        self.head.union(self.foot)
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
        let places = Places::of(ui);
        let Some(asked) = self.queue.front().cloned() else {
            let mut end = ui.new_child(UiBuilder::new().max_rect(places.all()).id_salt("end"));
            let next = self.end_ui(ctx, &mut end);
            self.last_ui(ctx, ui, places.last);
            return next;
        };
        let mut head = ui.new_child(UiBuilder::new().max_rect(places.head).id_salt("head"));
        self.head_ui(ctx, &mut head);
        let was_covered = self.answer.is_none();
        self.last_ui(ctx, ui, places.last);
        self.question_ui(ctx, ui, &asked, &places);
        if let Some(how) = self.answer {
            if was_covered {
                // The answer is drawn by itself: the press that uncovered it must not grade it too.
                ui.ctx().request_repaint();
                return Next::Stay;
            }
            let facts = {
                let view: &ViewCtx<'_> = ctx;
                self.facts
                    .get((view.revision, asked.contact, true), |_| answer::Facts::of(view, asked.contact))
            };
            let typed = (self.way == Way::Type).then_some(self.typed.as_str());
            let out = answer::ui(ctx, ui, &places, facts, how, typed, &mut self.focus);
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
