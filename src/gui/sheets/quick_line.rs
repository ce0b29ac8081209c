//! One line that says everything about a meeting, and what was understood of it, while it is typed.
//!
//! Owns the line, who is meant by its names, and the chips below it. Must not know the fields of the sheet: a chip that is
//! pressed says which [`Part`] is to be changed. Start reading at [`QuickLine::ui`].
//!
//! Nobody is guessed: a name that fits several people, or nobody, is asked about, and nothing is saved until it is answered.

use chrono::NaiveDate;
use eframe::egui::{self, Id, Key, Modifiers, Ui, vec2};

use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::{PersonRow, name_of, tidy};
use crate::gui::views::words::{encounter_icon, encounter_label, favour_label};
use crate::gui::widgets::{Button, Chip, TextField};
use crate::model::{Contact, Direction, Id as RecordId};
use crate::quick::{BookNames, Sentence, Who, next_step_day};
use crate::text::Locale;

/// Signs of a long text on a chip.
const LONGEST_CHIP: usize = 42;

/// What a chip stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    Kind,
    People,
    Date,
    Minutes,
    Place,
    Topics,
    Favours,
    NextStep,
    Note,
}

/// Who is meant by a name that the line alone does not settle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Is(RecordId<Contact>),
    New,
    Nobody,
}

/// What the line asks for in a frame.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Asked {
    /// What it says changed.
    pub changed: bool,
    /// Enter was pressed and nothing is open.
    pub save: bool,
    /// A chip was pressed.
    pub edit: Option<Part>,
}

/// The line and its answers.
#[derive(Default)]
pub(super) struct QuickLine {
    line: String,
    /// Whoever was selected is meant when a name fits several.
    preferred: Vec<RecordId<Contact>>,
    read: Cached<(u64, NaiveDate, Locale, String), Sentence>,
    answers: Vec<(String, Answer)>,
    known: Sentence,
    chips: Vec<(Part, &'static str, String)>,
    wants_focus: bool,
    wants_answer: bool,
}

impl QuickLine {
    /// An empty line, or one that was typed elsewhere.
    pub fn new(line: &str, preferred: Vec<RecordId<Contact>>) -> Self {
        Self { line: line.to_owned(), preferred, wants_focus: true, ..Self::default() }
    }

    /// What the line says, as read last.
    pub fn sentence(&self) -> &Sentence {
        &self.known
    }

    /// The people of the book whom the line names, those of answers included.
    pub fn people(&self) -> Vec<RecordId<Contact>> {
        let answered =
            self.known.people.iter().filter_map(|person| match (&person.who, self.answer(&person.said)) {
                (Who::Known(id), _) => Some(*id),
                (_, Some(Answer::Is(id))) => Some(id),
                _ => None,
            });
        answered.collect()
    }

    /// People whom the line names and who are to be added to the book.
    pub fn newcomers(&self) -> Vec<String> {
        let new = self.known.people.iter().filter(|person| {
            !matches!(person.who, Who::Known(_)) && self.answer(&person.said) == Some(Answer::New)
        });
        new.map(|person| person.said.clone()).collect()
    }

    /// Names that stand in the line and are nobody: they stay in the note.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.known
            .people
            .iter()
            .map(|person| person.said.as_str())
            .filter(|said| self.answer(said) == Some(Answer::Nobody))
    }

    /// Whether somebody was selected before anything was typed.
    pub fn began_with(&self, contact: RecordId<Contact>) -> bool {
        self.preferred.contains(&contact)
    }

    /// The first name that is not settled.
    pub fn question(&self) -> Option<&str> {
        let open = self
            .known
            .people
            .iter()
            .find(|person| !matches!(person.who, Who::Known(_)) && self.answer(&person.said).is_none());
        open.map(|person| person.said.as_str())
    }

    fn answer(&self, said: &str) -> Option<Answer> {
        self.answers.iter().find(|(name, _)| name == said).map(|(_, answer)| *answer)
    }

    /// Draws line, chips and questions.
    pub fn ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> Asked {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let mut asked = Asked::default();
        let id = Id::unique("quick line");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let enter = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let field = TextField::new(texts.log_line()).hint(texts.log_hint()).id(id);
        let response = field.show(ui, &mut self.line);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let key = (ctx.revision, ctx.today, texts.locale(), self.line.clone());
        let preferred = &self.preferred;
        let read = self.read.get(key, |(_, today, locale, line)| {
            Sentence::read(line, *today, *locale, &BookNames::new(ctx.book, ctx.index, preferred))
        });
        if *read != self.known {
            self.known = read.clone();
            // An answer holds as long as the name stands in the line.
            let known = &self.known;
            self.answers.retain(|(said, _)| known.people.iter().any(|person| person.said == *said));
            self.chips = chips(ctx, known);
            asked.changed = true;
        }
        if self.line.trim().is_empty() {
            ui.add(egui::Label::new(text::rich(texts.log_help(), TextKind::Label, p.text3)).wrap());
        } else {
            asked.edit = self.chips_ui(ctx, ui);
        }
        asked.changed |= self.questions_ui(ctx, ui);
        if enter {
            if self.question().is_some() {
                self.wants_answer = true;
            } else {
                asked.save = true;
            }
        }
        asked
    }

    fn chips_ui(&self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> Option<Part> {
        let texts = ctx.texts;
        let mut pressed = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (part, icon, label) in &self.chips {
                let response = ui.add(Chip::new(label, true).icon(icon));
                let tip = texts.log_chip_tip(part_label(*part, ctx));
                if crate::gui::widgets::tip(response, &tip, None).clicked() {
                    pressed = Some(*part);
                }
            }
            for name in self.newcomers() {
                ui.add(Chip::new(&texts.log_new_person(&tidy(&name)), true).icon(icons::PLUS_CIRCLE));
            }
        });
        pressed
    }

    /// Asks who is meant; returns whether an answer was given.
    fn questions_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> bool {
        let Some(person) = self
            .known
            .people
            .iter()
            .find(|person| !matches!(person.who, Who::Known(_)) && self.answer(&person.said).is_none())
        else {
            return false;
        };
        let (said, who) = (person.said.clone(), person.who.clone());
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let name = short(&tidy(&said));
        let candidates: &[RecordId<Contact>] = match &who {
            Who::Several(several) => several,
            Who::Known(_) | Who::Unknown => &[],
        };
        let mut answer = None;
        let mut focus = std::mem::take(&mut self.wants_answer);
        let frame = egui::Frame::new()
            .fill(p.warn_soft)
            .corner_radius(8)
            .inner_margin(egui::Margin::symmetric(12, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let words = if candidates.is_empty() { texts.log_nobody(&name) } else { texts.log_which(&name) };
            ui.add(egui::Label::new(text::rich(&words, TextKind::Strong, p.text)).wrap());
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                let mut offer = |ui: &mut Ui, button: Button<'_>, what: Answer| {
                    let response = ui.add(button);
                    if std::mem::take(&mut focus) {
                        response.request_focus();
                    }
                    if response.clicked() {
                        answer = Some(what);
                    }
                };
                for id in candidates {
                    let Some(row) = PersonRow::of(ctx.book, texts, *id) else { continue };
                    let label =
                        if row.work.is_empty() { row.name } else { format!("{} · {}", row.name, row.work) };
                    offer(ui, Button::new(&short(&label)).small(), Answer::Is(*id));
                }
                offer(ui, Button::new(&texts.log_add_person(&name)).icon(icons::PLUS).small(), Answer::New);
                offer(ui, Button::ghost(texts.log_leave_out()).small(), Answer::Nobody);
            });
        });
        let Some(answer) = answer else { return false };
        self.answers.push((said, answer));
        // On with the line; the next question waits for the next Enter.
        self.wants_focus = true;
        true
    }
}

/// What was understood, as chips: part, glyph, words.
fn chips(ctx: &ViewCtx<'_>, sentence: &Sentence) -> Vec<(Part, &'static str, String)> {
    let texts = ctx.texts;
    let mut chips = Vec::new();
    let mut put = |part, icon, words: String| {
        if !words.is_empty() {
            chips.push((part, icon, short(&words)));
        }
    };
    if let Some(kind) = sentence.kind {
        let way = match sentence.direction {
            Some(Direction::FromMe) => format!(" · {}", texts.common_direction_from_me()),
            Some(Direction::ToMe) => format!(" · {}", texts.common_direction_from_them()),
            _ => String::new(),
        };
        put(Part::Kind, encounter_icon(kind), format!("{}{way}", encounter_label(kind, texts)));
    }
    for id in sentence.known() {
        put(Part::People, icons::USERS, name_of(ctx.book, texts, id));
    }
    if !sentence.no_day.is_empty() {
        put(Part::Date, icons::WARNING, texts.log_no_day(&tidy(&sentence.no_day)));
    } else if let Some(on) = sentence.on {
        let day = texts.relative_day(on, ctx.today);
        let date = texts.locale().day_weekday(on);
        let time = sentence.at.map(|at| format!(" · {}", texts.locale().time(at))).unwrap_or_default();
        put(Part::Date, icons::CALENDAR_DOTS, format!("{day} · {date}{time}"));
    } else if let Some(at) = sentence.at {
        put(Part::Date, icons::CLOCK, texts.locale().time(at));
    }
    if let Some(minutes) = sentence.minutes {
        put(Part::Minutes, icons::CLOCK, texts.log_minutes(i64::from(minutes)));
    }
    put(Part::Place, icons::MAP_PIN, tidy(&sentence.place));
    for topic in &sentence.topics {
        put(Part::Topics, icons::CHAT_CIRCLE_DOTS, tidy(topic));
    }
    for favour in &sentence.favours {
        let way =
            if favour.given { texts.inspector_favour_given() } else { texts.inspector_favour_received() };
        let what = tidy(&favour.what);
        let what = if what.is_empty() { String::new() } else { format!(" · {what}") };
        put(Part::Favours, icons::GIFT, format!("{way} · {}{what}", favour_label(favour.kind, texts)));
    }
    if let Some(next) = &sentence.next {
        let due = next.due_on.unwrap_or_else(|| next_step_day(ctx.today));
        let what = if next.what.is_empty() { next.kind.words(texts).to_owned() } else { tidy(&next.what) };
        let (when, assumed) = match next.due_on {
            _ if !next.no_day.is_empty() => (texts.log_no_day(&tidy(&next.no_day)), ""),
            Some(_) => (texts.relative_day(due, ctx.today), ""),
            None => (texts.relative_day(due, ctx.today), texts.log_assumed()),
        };
        put(
            Part::NextStep,
            icons::ARROW_ELBOW_DOWN_RIGHT,
            format!("{what} · {when} {assumed}").trim_end().to_owned(),
        );
    }
    put(Part::Note, icons::PENCIL_SIMPLE_LINE, tidy(&sentence.note));
    chips
}

/// What a chip changes, in a word.
fn part_label<'a>(part: Part, ctx: &ViewCtx<'a>) -> &'a str {
    let texts = ctx.texts;
    match part {
        Part::Kind => texts.inspector_encounter_kind(),
        Part::People => texts.inspector_with_whom(),
        Part::Date => texts.common_date(),
        Part::Minutes => texts.inspector_duration(),
        Part::Place => texts.common_place(),
        Part::Topics => texts.inspector_topics(),
        Part::Favours => texts.inspector_favours(),
        Part::NextStep => texts.inspector_next_step(),
        Part::Note => texts.common_note(),
    }
}

fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST_CHIP {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_CHIP).collect();
    format!("{}…", cut.trim_end())
}
