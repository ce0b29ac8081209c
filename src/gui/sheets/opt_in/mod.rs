//! An introduction for which both are asked first: four steps with their days in one sheet, each with its letter.
//!
//! Owns which step is looked at and what is typed; how far the steps are is read from the book ([`steps`]), so
//! Undo brings a step back as it was. Letters come from `letters::Request`. Start reading at [`OptInSheet::ui`].
//!
//! Invariant: a letter goes to one person (`suite::app_ways::both_are_asked_before_they_are_introduced`).
//! Invariant: whoever does not want it is not asked again, and nobody is told why
//! (`suite::app_passon::a_no_is_respected`).

mod steps;
mod letter;
mod reach;

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{Days, NaiveDate};
use eframe::egui::{self, Key, Modifiers, Sense, Ui, WidgetInfo, pos2, vec2};

use super::day_field::DayField;
use super::{Next, SheetUi};
use crate::edit::{Ask, Edit, OptIn};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::letters_out::Fate;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, stroke, text};
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Button, Knot, MenuItem, paint_knot};
use crate::model::{
    Contact, DueSource, FollowUpKind, Id, Introduction, IntroductionState, Need, Party, RecordRef,
};
use crate::text::{Locale, Texts};

use letter::{Draft, Key as LetterKey};
use reach::Reach;
use steps::{Status, Step, Steps};

/// Days from today to asking the one, asking the other, introducing them.
const DAYS: [u64; 3] = [0, 2, 4];
/// Width of the list of steps, in points.
const LIST: f32 = 256.0;

/// The four steps.
pub struct OptInSheet {
    sides: [Id<Contact>; 2],
    names: [String; 2],
    introduction: Option<Id<Introduction>>,
    days: [DayField; 3],
    /// Which step is looked at; the next one until somebody chooses another.
    chosen: Option<usize>,
    /// To which of the two the letter of a step with both goes.
    side: usize,
    locale: usize,
    /// Which languages were chosen for which letters.
    locales: BTreeMap<(usize, usize, bool), usize>,
    reader: Option<(usize, usize, bool)>,
    /// What it is about, as each of the two reads it.
    abouts: [String; 2],
    /// The same, as the introduction has it.
    noted: [String; 2],
    /// The letter that is shown.
    draft: Draft,
    shown: Option<LetterKey>,
    /// The other letters.
    kept: BTreeMap<LetterKey, Draft>,
    /// The revision at which the introduction was looked for.
    looked: Option<u64>,
    steps: Cached<StepsKey, Rc<Steps>>,
    /// To whom which letter was written, and what became of it in the mail program.
    written: Vec<(usize, usize)>,
    fates: BTreeMap<(usize, usize), Fate>,
    /// What of each of the two the other may have.
    reach: Cached<(u64, NaiveDate, Locale), Rc<[Reach; 2]>>,
}

impl OptInSheet {
    /// Returns the sheet for two people; one that is planned already goes on.
    pub fn new(sides: [Id<Contact>; 2], ctx: &ViewCtx<'_>) -> Self {
        Self::with(sides, planned_between(ctx, sides), ctx)
    }

    /// Says what it is about, to each of the two in their own words, where nothing was said about it yet.
    pub fn about(mut self, abouts: [String; 2]) -> Self {
        if self.abouts.iter().all(String::is_empty) {
            self.abouts = abouts;
        }
        self
    }

    /// Returns the sheet for an introduction, at the step of one of the two if one is named.
    pub fn of(introduction: Id<Introduction>, contact: Option<Id<Contact>>, ctx: &ViewCtx<'_>) -> Self {
        let sides = ctx.book.get(introduction).map(|it| [it.a, it.b].map(Party::contact));
        let Some([Some(a), Some(b)]) = sides else {
            return Self::with([Id::NIL; 2], Some(introduction), ctx);
        };
        let mut sheet = Self::with([a, b], Some(introduction), ctx);
        sheet.chosen = contact.and_then(|contact| sheet.sides.iter().position(|side| *side == contact));
        sheet
    }

    fn with(sides: [Id<Contact>; 2], introduction: Option<Id<Introduction>>, ctx: &ViewCtx<'_>) -> Self {
        let day = |days| DayField::new(ctx, ctx.today.checked_add_days(Days::new(days)));
        let abouts = introduction
            .and_then(|id| ctx.book.get(id))
            .map(|introduction| abouts_of(ctx, introduction, sides))
            .unwrap_or_default();
        Self {
            sides,
            names: sides.map(|side| name_of(ctx.book, ctx.texts, side)),
            introduction,
            days: DAYS.map(day),
            chosen: None,
            side: 0,
            locale: 0,
            locales: BTreeMap::new(),
            reader: None,
            noted: abouts.clone(),
            abouts,
            draft: Draft::default(),
            shown: None,
            kept: BTreeMap::new(),
            looked: None,
            steps: Cached::default(),
            written: Vec::new(),
            fates: BTreeMap::new(),
            reach: Cached::default(),
        }
    }

    /// Plans the four steps.
    fn plan(&self, ctx: &mut ViewCtx<'_>) {
        let days: Vec<_> = self.days.iter().filter_map(DayField::day).collect();
        let [first, second, introduce_on] = days[..] else { return };
        let [a, b] = &self.names;
        let ask = |due_on, other: &str| Ask { due_on, about: ctx.texts.ways_plan_about(other) };
        let introduction = Introduction {
            introducer: Party::Me,
            a: Party::Contact(self.sides[0]),
            b: Party::Contact(self.sides[1]),
            ..Introduction::default()
        };
        let introduction = self.worded(&introduction);
        let asks = [ask(first, b), ask(second, a)];
        ctx.edit(Edit::PlanIntroduction { plan: Box::new(OptIn { introduction, asks, introduce_on }) });
    }

    /// An introduction with what was typed for each of the two; a note that nobody changed stays.
    fn worded(&self, introduction: &Introduction) -> Introduction {
        let mut worded = introduction.clone();
        let is_new = self.introduction.is_none() && self.abouts.iter().any(|about| !about.trim().is_empty());
        if !is_new && self.abouts == self.noted {
            return worded;
        }
        let [a, b] = sides_in(introduction, self.sides);
        if is_new || self.abouts[a] != self.noted[a] {
            worded.note = self.abouts[a].trim().to_owned();
        }
        worded.note_b = Some(self.abouts[b].trim().to_owned());
        worded
    }

    /// Keeps what was typed since the steps were planned.
    pub(super) fn note_words(&mut self, ctx: &mut ViewCtx<'_>) {
        let Some(record) = self.introduction.and_then(|id| ctx.book.get(id)) else { return };
        let introduction = self.worded(record);
        if ctx.writable && introduction != **record {
            self.noted.clone_from(&self.abouts);
            ctx.edit(Edit::ChangeIntroduction { introduction: Box::new(introduction) });
        }
    }

    /// Looks for what was planned a moment ago.
    fn find(&mut self, ctx: &ViewCtx<'_>) {
        if self.looked.replace(ctx.revision) == Some(ctx.revision) {
            return;
        }
        if self.introduction.is_some_and(|id| !ctx.book.contains(RecordRef::Introduction(id))) {
            // Undo took it back.
            self.introduction = None;
        }
        if self.introduction.is_none() {
            self.introduction = planned_between(ctx, self.sides);
            if let Some(introduction) = self.introduction.and_then(|id| ctx.book.get(id)) {
                self.noted = abouts_of(ctx, introduction, self.sides);
            }
        }
    }

    /// How far the steps are; read from the book when something changed.
    fn steps(&mut self, ctx: &ViewCtx<'_>) -> Rc<Steps> {
        let days = [0, 1, 2].map(|place: usize| self.days[place].day());
        let key = (ctx.revision, ctx.today, ctx.texts.locale(), self.introduction, days);
        let (introduction, sides) = (self.introduction, self.sides);
        Rc::clone(self.steps.get(key, |_| Rc::new(Steps::of(ctx, introduction, sides, days))))
    }

    fn list_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, steps: &Steps, at: usize) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut last: Option<egui::Pos2> = None;
        for (place, step) in steps.all.iter().enumerate() {
            let is_planning = steps.is_new && place < 3;
            let (rect, response) = ui.allocate_exact_size(vec2(LIST, 46.0), Sense::click());
            let title = self.title_of(texts, place);
            let spoken = format!("{title}, {}", step.words);
            response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, true, place == at, &spoken));
            let fill = if place == at { p.ai_soft } else { p.hover };
            if place == at || response.hovered() {
                ui.painter().rect_filled(rect, 8, fill);
            }
            if response.has_focus() {
                let ring = egui::Stroke::new(stroke::FOCUS, p.ai);
                ui.painter().rect_stroke(rect, 8, ring, egui::StrokeKind::Inside);
            }
            let knot = pos2(rect.left() + 14.0, rect.top() + 15.0);
            if let Some(last) = last {
                ui.painter().line_segment([last, knot - vec2(0.0, 7.0)], (2.0, p.thread));
            }
            last = Some(knot + vec2(0.0, 7.0));
            paint_knot(ui.painter(), knot, 5.0, step.knot(), p.desk, p);
            let room = rect.width() - 36.0;
            let line = text::line(ui.painter(), &title, TextKind::Strong, p.text, room);
            ui.painter().galley(rect.min + vec2(30.0, 5.0), line, p.text);
            let ink = if step.is_late { p.danger } else { p.text2 };
            let line = text::line(ui.painter(), &step.words, TextKind::Small, ink, room);
            ui.painter().galley(rect.min + vec2(30.0, 25.0), line, ink);
            if response.clicked() {
                self.chosen = Some(place);
            }
            if is_planning {
                ui.horizontal(|ui| {
                    ui.add_space(26.0);
                    let label = texts.passon_day_of(&title);
                    self.days[place].ui(ctx, ui, &label, texts.calendar_when_hint(), LIST - 34.0);
                });
            } else if let Some(source) = step.source.filter(|_| place == at && step.status == Status::Open) {
                ui.horizontal(|ui| {
                    ui.add_space(26.0);
                    self.another_day(ctx, ui, source);
                });
            }
        }
    }

    /// Another day for a step.
    fn another_day(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, source: DueSource) {
        let texts = ctx.texts;
        let button = ui.add_enabled_ui(ctx.writable, |ui| {
            ui.add(Button::ghost(texts.passon_another_day()).icon(icons::CALENDAR_DOTS).small())
        });
        egui::Popup::menu(&button.inner).show(|ui| {
            for days in [0, 1, 3, 7, 14] {
                let Some(to) = ctx.today.checked_add_days(Days::new(days)) else { continue };
                let words = texts.relative_due(to, ctx.today);
                if ui.add(MenuItem::new(&words)).clicked() {
                    ctx.edit(Edit::MoveFollowUps { follow_ups: vec![source], to });
                }
            }
        });
    }

    fn title_of(&self, texts: &Texts, place: usize) -> String {
        match place {
            0 | 1 => texts.ways_plan_ask(&self.names[place]),
            2 => texts.ways_plan_introduce().to_owned(),
            _ => texts.passon_ask_after().to_owned(),
        }
    }

    /// What is done with the step; returns what the sheet wants.
    fn foot_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, steps: &Steps, at: usize) {
        let texts = ctx.texts;
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) && ctx.writable;
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| {
            if steps.is_new {
                let ready = self.days.iter().all(|day| day.day().is_some());
                let plan = ui.add_enabled(ready && ctx.writable, Button::primary(texts.ways_plan_save()));
                if plan.on_disabled_hover_text(texts.calendar_date_bad()).clicked() || (enter && ready) {
                    self.plan(ctx);
                }
                return;
            }
            let step = &steps.all[at];
            match (at, step.status, step.source) {
                (0 | 1, Status::Open | Status::Asked, Some(source)) => {
                    self.answer_ui(ctx, ui, step, (at, source), enter);
                }
                (2, Status::Open, source) => {
                    let both = (0..2).all(|side| self.is_written(2, side));
                    let done = texts.ways_request_introduced();
                    let button = if both { Button::primary(done) } else { Button::new(done) };
                    if ctx.add_writing(ui, button.icon(icons::CHECK)).clicked() || enter {
                        self.introduced(ctx, source);
                    }
                }
                (3, Status::Open | Status::Asked, source) => {
                    for (state, words) in [
                        (IntroductionState::CameToNothing, texts.common_outcome_nothing()),
                        (IntroductionState::LedToWork, texts.common_outcome_led_to_work()),
                        (IntroductionState::TheyMet, texts.common_referral_met()),
                    ] {
                        if ctx.add_writing(ui, Button::new(words)).clicked() {
                            self.set_state(ctx, state);
                        }
                    }
                    if let Some(follow_up) = source
                        && (0..2).any(|side| self.is_written(3, side))
                        && ctx.add_writing(ui, Button::ghost(texts.passon_asked())).clicked()
                    {
                        ctx.edit(Edit::CompleteFollowUp { follow_up, encounter: None });
                    }
                }
                _ => {}
            }
        });
    }

    fn answer_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        step: &Step,
        (at, source): (usize, DueSource),
        enter: bool,
    ) {
        let texts = ctx.texts;
        let name = self.names[at].clone();
        let written = self.is_written(at, at);
        let is_asked = step.status == Status::Asked;
        let agrees = texts.ways_request_agrees(&name);
        let button = if is_asked { Button::primary(&agrees) } else { Button::new(&agrees) };
        if ctx.add_writing(ui, button.icon(icons::CHECK)).clicked() || (enter && is_asked) {
            if let Some(follow_up) = source.stored() {
                ctx.edit(Edit::AnswerAsk { follow_up, agrees: true, reason: String::new() });
            }
            self.chosen = None;
        }
        if !is_asked {
            let asked = texts.passon_mark_asked();
            let button = if written { Button::primary(asked) } else { Button::new(asked) };
            if (ctx.add_writing(ui, button.icon(icons::ENVELOPE_SIMPLE)).clicked() || enter)
                && let Some(follow_up) = source.stored()
            {
                let letter = written.then(|| Box::new(self.encounter(ctx, at)));
                ctx.edit(Edit::AskSide { follow_up, letter });
                self.chosen = Some(at);
            }
        }
        if ctx.add_writing(ui, Button::ghost(texts.ways_request_declines())).clicked() {
            if let Some(follow_up) = source.stored() {
                let reason = texts.ways_request_declined(&name);
                ctx.edit(Edit::AnswerAsk { follow_up, agrees: false, reason });
            }
            self.chosen = Some(at);
        }
    }

    /// The introduction is made: its follow-up is done, or where there is none its state says so.
    fn introduced(&mut self, ctx: &mut ViewCtx<'_>, source: Option<DueSource>) {
        match source {
            Some(follow_up) => ctx.edit(Edit::CompleteFollowUp { follow_up, encounter: None }),
            None => self.set_state(ctx, IntroductionState::Made),
        }
        self.chosen = None;
    }

    fn set_state(&self, ctx: &mut ViewCtx<'_>, state: IntroductionState) {
        let Some(record) = self.introduction.and_then(|id| ctx.book.get(id)) else { return };
        let introduction = Introduction { state, ..self.worded(record) };
        ctx.edit(Edit::ChangeIntroduction { introduction: Box::new(introduction) });
    }
}

impl SheetUi for OptInSheet {
    fn title(&self, texts: &Texts) -> String {
        let [a, b] = &self.names;
        texts.ways_plan_title(a, b)
    }

    fn width(&self) -> f32 {
        900.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        self.find(ctx);
        if self.sides.iter().any(|side| ctx.book.get(*side).is_none()) {
            ui.label(text::rich(texts.rules_why_gone(), TextKind::Body, p.text2));
            return Next::Stay;
        }
        let steps = self.steps(ctx);
        let at = self.chosen.unwrap_or(steps.next).min(3);
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add(egui::Label::new(text::rich(texts.ways_plan_how(), TextKind::Small, p.text2)).wrap());
        let screen = ui.ctx().content_rect();
        let room = (screen.height() - 240.0).max(180.0);
        let is_narrow = screen.width() < 860.0;
        egui::ScrollArea::vertical().id_salt("opt in").max_height(room).auto_shrink([false, true]).show(
            ui,
            |ui| {
                crate::gui::panes::follow_focus(ui);
                let width = ui.available_width() - 8.0;
                let list = |sheet: &mut Self, ctx: &mut ViewCtx<'_>, ui: &mut Ui| {
                    ui.spacing_mut().item_spacing.y = space::XXS;
                    sheet.list_ui(ctx, ui, &steps, at);
                };
                if is_narrow {
                    list(self, ctx, ui);
                    self.letter_ui(ctx, ui, &steps, at, width);
                } else {
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = space::XL;
                        ui.vertical(|ui| {
                            ui.set_width(LIST);
                            list(self, ctx, ui);
                        });
                        ui.vertical(|ui| self.letter_ui(ctx, ui, &steps, at, width - LIST - space::XL));
                    });
                }
            },
        );
        ui.add_space(space::XS);
        self.foot_ui(ctx, ui, &steps, at);
        Next::Stay
    }
}

/// By what the steps are computed again.
type StepsKey = (u64, NaiveDate, Locale, Option<Id<Introduction>>, [Option<NaiveDate>; 3]);

/// Where the two of an introduction, `a` first, stand among the sides of the sheet.
fn sides_in(introduction: &Introduction, sides: [Id<Contact>; 2]) -> [usize; 2] {
    if introduction.a == Party::Contact(sides[1]) { [1, 0] } else { [0, 1] }
}

/// What an introduction is about, as each of the two reads it.
fn abouts_of(ctx: &ViewCtx<'_>, introduction: &Introduction, sides: [Id<Contact>; 2]) -> [String; 2] {
    let note = introduction.note.trim();
    if let Some(of_b) = &introduction.note_b {
        let words = [note, of_b.trim()];
        return sides_in(introduction, sides).map(|place| words[place].to_owned());
    }
    // One note for both: what the one looks for is not for the other to read.
    [0, 1].map(|side: usize| {
        let needs = ctx.book.get(sides[1 - side]).map(|other| other.needs.as_slice()).unwrap_or_default();
        let tells = |need: &Need| !need.what.trim().is_empty() && note.contains(need.what.trim());
        if needs.iter().any(tells) { String::new() } else { note.to_owned() }
    })
}

/// The introduction that I plan between two.
fn planned_between(ctx: &ViewCtx<'_>, sides: [Id<Contact>; 2]) -> Option<Id<Introduction>> {
    let parties = sides.map(Party::Contact);
    let known = ctx.book.introductions.values().find(|it| {
        it.introducer == Party::Me
            && !it.state.is_made()
            && parties.contains(&it.a)
            && parties.contains(&it.b)
    });
    known.map(|it| it.id)
}

/// The knot of a kind of step.
const fn knot_of(status: Status) -> Knot {
    match status {
        Status::Done => Knot::Solid,
        Status::Open | Status::Asked => Knot::Hollow,
        Status::Ahead | Status::Off => Knot::Dashed,
    }
}

/// The open or done follow-up of asking after an introduction.
fn is_asking_after(kind: FollowUpKind) -> bool {
    kind == FollowUpKind::Message
}

/// The place of a language in the list of all.
fn place_of(locale: Locale) -> usize {
    Locale::ALL.iter().position(|it| *it == locale).unwrap_or(0)
}
