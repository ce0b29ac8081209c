//! The ways to somebody, ranked, each in words; one is chosen and drawn in the picture, and ends in a request.

use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{self, Key, Modifiers, Ui, vec2};

use super::super::model::{Model, ModelKey};
use super::goal::{GoalField, name_ui, title};
use super::row;
use super::worked::{Ground, Task, Worked};
use crate::gui::command::{FollowUpDraft, RequestOf, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::people::name_of;
use crate::gui::widgets::{Button, ButtonSize, IconButton, strength};
use crate::index::{Atlas, Goal, Network, NodeId, Promise, Way, Ways};
use crate::model::{Contact, FollowUpKind, Id};
use crate::text::Texts;

/// The atlas of the last answer, and of which state of the book it is.
type KeptAtlas = Arc<Mutex<Option<(ModelKey, Arc<Atlas>)>>>;

/// The ways that are shown.
pub(super) struct WaysTab {
    goal: Option<Goal>,
    field: GoalField,
    chosen: usize,
    shown: Worked<Goal, Shown>,
    /// The answer that is drawn now.
    current: Option<Arc<Shown>>,
    title: Cached<(ModelKey, Goal), String>,
    atlas: KeptAtlas,
}

impl Default for WaysTab {
    fn default() -> Self {
        Self {
            goal: None,
            field: GoalField::default(),
            chosen: 0,
            shown: Worked::new("ways"),
            current: None,
            title: Cached::default(),
            atlas: Arc::default(),
        }
    }
}

/// An answer as it is drawn.
struct Shown {
    targets: usize,
    ways: Vec<Line>,
}

struct Line {
    way: Way,
    /// "Jonas Weber › Mina Schäfer › Ines Albrecht".
    names: String,
    words: Vec<String>,
    /// The words that say most, for a way that is not chosen.
    short: String,
    /// What a screen reader says.
    spoken: String,
    /// What the button says.
    ask: String,
}

impl WaysTab {
    /// Asks for another goal.
    pub(super) fn set_goal(&mut self, goal: Option<Goal>) {
        if self.goal != goal {
            self.goal = goal;
            self.chosen = 0;
        }
    }

    /// Nobody is selected any more: the ways to a person go, those to something else stay.
    pub(super) fn forget_person(&mut self) {
        if matches!(self.goal, Some(Goal::Person(_))) {
            self.set_goal(None);
        }
    }

    /// Whether one of the ways that are shown leads over somebody, who is looked at on the way.
    pub(super) fn leads_over(&self, contact: Id<Contact>) -> bool {
        self.goal.is_some()
            && self.goal != Some(Goal::Person(contact))
            && self.current.as_ref().is_some_and(|shown| {
                shown.ways.get(self.chosen).is_some_and(|line| line.way.people.contains(&contact))
            })
    }

    /// The nodes of the chosen way, me first; none without a goal, and while it is worked out.
    pub(super) fn nodes(&mut self, ctx: &ViewCtx<'_>, model: &Model, tasks: &mut Vec<Task>) -> Vec<NodeId> {
        let chosen = self.chosen;
        let Some(shown) = self.shown(ctx, model, tasks) else { return Vec::new() };
        let Some(line) = shown.ways.get(chosen) else { return Vec::new() };
        // By people: the answer may be of the state before, in which nodes had other numbers.
        let people = line.way.people.iter().filter_map(|id| model.network.node(*id));
        std::iter::once(Network::ME).chain(people).collect()
    }

    /// The digits choose a way.
    pub(super) fn keys(&mut self, ui: &Ui, _ctx: &ViewCtx<'_>) {
        const DIGITS: [Key; Ways::FEW] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
        let count = self.current.as_ref().map_or(0, |shown| shown.ways.len());
        if self.goal.is_none() || count == 0 {
            return;
        }
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if let Some(at) = DIGITS[..count.min(DIGITS.len())].iter().position(|key| pressed(*key)) {
            self.chosen = at;
        }
    }

    fn shown(&mut self, ctx: &ViewCtx<'_>, model: &Model, tasks: &mut Vec<Task>) -> Option<Arc<Shown>> {
        self.current = None;
        let goal = self.goal.clone()?;
        let (key, kept, wanted) = (model.key, Arc::clone(&self.atlas), goal.clone());
        self.current = self.shown.get((ctx, model), &goal, tasks, move |ground| {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let atlas = match &*kept {
                Some((of, atlas)) if *of == key => Arc::clone(atlas),
                _ => {
                    let Ground { book, links, network, today, .. } = ground;
                    let atlas = Arc::new(Atlas::of(book, links, network, *today));
                    *kept = Some((key, Arc::clone(&atlas)));
                    atlas
                }
            };
            drop(kept);
            Shown::of(ground, &wanted, &atlas)
        });
        self.current.clone()
    }

    /// Draws the field or the ways. Returns whether nothing is asked yet, so that there is room for more.
    pub(super) fn ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        tasks: &mut Vec<Task>,
    ) -> bool {
        if let Some(goal) = self.goal.clone() {
            self.head_ui(ctx, ui, model, goal);
        }
        let Some(shown) = self.shown(ctx, model, tasks) else {
            if self.goal.is_some() {
                row::hint(ui, ctx.texts.network_working());
                return false;
            }
            ui.add_space(space::XS);
            if let Some(goal) = self.field.ui(ctx, ui, model, tasks) {
                self.take(ctx, goal);
            }
            return !self.field.is_typing();
        };
        if shown.ways.is_empty() {
            self.nobody_ui(ctx, ui, &shown);
            return false;
        }
        self.chosen = self.chosen.min(shown.ways.len() - 1);
        for (at, line) in shown.ways.iter().enumerate() {
            if line.ui(ctx, ui, at, at == self.chosen) {
                self.chosen = at;
                ui.ctx().request_repaint();
            }
        }
        false
    }

    /// Whether there are ways to choose from.
    pub(super) fn has_ways(&self) -> bool {
        self.goal.is_some() && self.current.as_ref().is_some_and(|shown| !shown.ways.is_empty())
    }

    /// Draws the one thing to do with the chosen way.
    pub(super) fn foot_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        if self.has_ways()
            && let Some(line) = self.current.as_ref().and_then(|shown| shown.ways.get(self.chosen))
        {
            ui.add_space(space::XXS);
            line.ask_ui(ctx, ui);
        }
    }

    fn take(&mut self, ctx: &mut ViewCtx<'_>, goal: Goal) {
        match goal {
            // The selection brings the goal.
            Goal::Person(contact) if ctx.selection.contact != Some(contact) => ctx.select(contact),
            goal => self.set_goal(Some(goal)),
        }
    }

    fn head_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui, model: &Model, goal: Goal) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let inside = ui.available_width();
        let mut other_goal = false;
        ui.horizontal(|ui| {
            ui.allocate_ui(vec2(inside - 40.0, 40.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(inside - 40.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let label = match goal {
                        Goal::Expertise(_) => texts.network_ways_able(),
                        Goal::Organization(_) => texts.network_ways_into(),
                        Goal::Person(_) => texts.network_ways_to(),
                    };
                    ui.add_space(4.0);
                    ui.label(text::rich(label, TextKind::Label, p.text2));
                    let title = self.title.get((model.key, goal), |(_, goal)| title(ctx, goal));
                    name_ui(ui, title, TextKind::Heading, p.text);
                });
            });
            let other = IconButton::new(icons::MAGNIFYING_GLASS, texts.network_goal_other());
            other_goal = ui.add(other.size(ButtonSize::Small)).clicked();
        });
        if other_goal {
            self.set_goal(None);
        }
    }

    /// Nobody leads there: says so, and what can be done about it.
    fn nobody_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, shown: &Shown) {
        let texts = ctx.texts;
        row::hint(ui, if shown.targets == 0 { texts.ways_nobody() } else { texts.ways_none() });
        if let Some(Goal::Person(contact)) = self.goal
            && shown.targets > 0
            && ctx.add_writing(ui, Button::new(texts.network_ways_tie()).icon(icons::LINK_SIMPLE)).clicked()
        {
            ctx.open(Sheet::Relationship(contact));
        }
    }
}

impl Shown {
    fn of(ground: &Ground, goal: &Goal, atlas: &Atlas) -> Self {
        let (book, texts) = (&ground.book, &ground.texts);
        let found = Ways::to(goal.clone(), Ways::FEW, book, &ground.links, atlas);
        let count = found.ways.len();
        let lines = found.ways.into_iter().enumerate().map(|(at, way)| {
            let names: Vec<String> = way.people.iter().map(|id| name_of(book, texts, *id)).collect();
            let mut words = way.words(ground.telling(), &ground.links, atlas.network());
            if !way.fits.is_empty() {
                let last = names.last().map_or("", |name| name.as_str());
                words.push(texts.ways_fits(last, &way.fits));
            }
            // The first one's reasons stand behind what leads on from there, unless there is nothing else.
            let short = words.get(1).or(words.first()).cloned().unwrap_or_default();
            let promise = promise_text(way.promise(), texts);
            let spoken = texts.network_way_spoken(
                &names.join(", "),
                &texts.locale().number(at as i64 + 1),
                &texts.locale().number(count as i64),
                promise,
            );
            let asked = way.asked().map(|id| texts.network_ways_ask(&name_of(book, texts, id)));
            let ask = asked.unwrap_or_else(|| texts.network_ways_touch().to_owned());
            Line { names: names.join("  ›  "), words, short, spoken, ask, way }
        });
        Self { targets: found.targets, ways: lines.collect() }
    }
}

impl Line {
    /// Draws the way; returns whether it was chosen.
    fn ui(&self, ctx: &ViewCtx<'_>, ui: &mut Ui, at: usize, chosen: bool) -> bool {
        let p = Palette::of(ui);
        let id = ui.scope_id().with(("way", at));
        let response = row::row(ui, id, chosen, &self.spoken, |ui| {
            ui.add(egui::Label::new(text::rich(&self.names, TextKind::Strong, p.text)).wrap());
            if chosen {
                for words in &self.words {
                    ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
                }
            } else {
                name_ui(ui, &self.short, TextKind::Small, p.text2);
            }
            ui.horizontal(|ui| {
                let promise = self.way.promise();
                let words = promise_text(promise, ctx.texts);
                strength(ui, promise.steps(), words);
                ui.label(text::rich(words, TextKind::Small, p.text2));
            });
        });
        let focused = response.gained_focus() && ui.input(|input| !input.pointer.any_down());
        response.clicked() || focused
    }

    /// The one thing to do: ask the first one; with somebody whom I know, be in touch.
    fn ask_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        if self.way.asked().is_some() {
            let button = Button::primary(&self.ask).icon(icons::USERS_THREE);
            if ui.add(button).clicked() {
                ctx.open(Sheet::Request(RequestOf::Reach(self.way.people.clone())));
            }
            return;
        }
        let touch = Button::new(&self.ask).icon(icons::CLOCK);
        if ctx.add_writing(ui, touch).clicked() {
            ctx.open(Sheet::FollowUp(FollowUpDraft {
                kind: FollowUpKind::Message,
                contacts: self.way.target().into_iter().collect(),
                ..FollowUpDraft::default()
            }));
        }
    }
}

/// The word for how much a way promises.
fn promise_text(promise: Promise, texts: &Texts) -> &str {
    match promise {
        Promise::Strong => texts.ways_promise_strong(),
        Promise::Good => texts.ways_promise_good(),
        Promise::Fair => texts.ways_promise_fair(),
        Promise::Slight => texts.ways_promise_slight(),
        Promise::Faint => texts.ways_promise_faint(),
    }
}
