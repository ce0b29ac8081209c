//! The field in which somebody says whom they want to reach: a person, an organization, or what somebody should be able
//! to do.

use eframe::egui::{self, Key, Ui};

use super::super::model::Model;
use super::row;
use super::worked::{Ground, Task, Worked};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{TextKind, text};
use crate::gui::views::people::{PersonRow, tidy};
use crate::gui::widgets::TextField;
use crate::index::Goal;
use crate::text::fold::fold;

/// How many people and organizations are offered.
const PEOPLE: usize = 4;
const ORGANIZATIONS: usize = 2;

/// What is typed, and what it may mean.
pub(super) struct GoalField {
    typed: String,
    hits: Worked<String, Vec<Hit>>,
    /// Enter was pressed before it was known what the text may mean.
    entered: bool,
}

impl Default for GoalField {
    fn default() -> Self {
        Self { typed: String::new(), hits: Worked::new("goal"), entered: false }
    }
}

struct Hit {
    goal: Goal,
    lines: [String; 2],
}

impl GoalField {
    /// Draws the field and what fits; returns what was chosen.
    pub(super) fn ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        tasks: &mut Vec<Task>,
    ) -> Option<Goal> {
        let texts = ctx.texts;
        let field = TextField::new(texts.network_goal_label()).hint(texts.network_goal_hint());
        let response = field.show(ui, &mut self.typed);
        self.entered &= !response.changed();
        self.entered |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let typed = self.typed.trim().to_owned();
        if typed.is_empty() {
            self.entered = false;
            return None;
        }
        let wanted = typed.clone();
        let fresh = self.hits.get((ctx, model), &typed, tasks, move |ground| hits(ground, &wanted));
        let is_fresh = fresh.is_some();
        // What the letters before meant stays while the new ones are looked up.
        let hits = fresh.or_else(|| self.hits.last().cloned())?;
        let mut chosen = None;
        for (at, hit) in hits.iter().enumerate() {
            let [first, second] = &hit.lines;
            let id = ui.scope_id().with(("goal", at));
            let clicked = row::two_lines(ui, id, false, 0.0, 0.0, [first, second]).0.clicked();
            if clicked || (self.entered && is_fresh && at == 0) {
                chosen = chosen.or(Some(hit.goal.clone()));
            }
        }
        if chosen.is_some() {
            self.typed.clear();
            self.entered = false;
        }
        chosen
    }

    /// Whether something is typed.
    pub(super) fn is_typing(&self) -> bool {
        !self.typed.trim().is_empty()
    }
}

/// What the typed text may mean: people and organizations in whose names every word stands, then the words themselves.
fn hits(ground: &Ground, typed: &str) -> Vec<Hit> {
    let Ground { book, links, texts, .. } = ground;
    let folded = fold(typed);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let fits = |name: &str| {
        let name = fold(name);
        words.iter().all(|word| name.contains(word))
    };
    let mut hits = Vec::new();
    for contact in book.contacts.values().filter(|contact| contact.archived.is_none()) {
        let name = &contact.name;
        if (fits(&contact.display_name()) || fits(&name.latin) || fits(&name.reading()))
            && let Some(person) = PersonRow::of(book, texts, contact.id)
        {
            hits.push(Hit { goal: Goal::Person(contact.id), lines: [person.name, person.work] });
        }
        if hits.len() == PEOPLE {
            break;
        }
    }
    let organizations = book.organizations.values().filter(|it| fits(&it.name) || fits(&it.latin));
    for organization in organizations.take(ORGANIZATIONS) {
        let count = links.organization(organization.id).contacts.len() as i64;
        let lines = [tidy(&organization.name), texts.common_people(count)];
        hits.push(Hit { goal: Goal::Organization(organization.id), lines });
    }
    let able = Hit {
        goal: Goal::Expertise(typed.to_owned()),
        lines: [tidy(typed), texts.network_goal_able().to_owned()],
    };
    hits.push(able);
    hits
}

/// What a goal is called: its name, and the words above it.
pub(super) fn title(ctx: &ViewCtx<'_>, goal: &Goal) -> String {
    match goal {
        Goal::Person(contact) => crate::gui::views::people::name_of(ctx.book, ctx.texts, *contact),
        Goal::Organization(id) => ctx.book.get(*id).map(|it| tidy(&it.name)).unwrap_or_default(),
        Goal::Expertise(words) => tidy(words),
    }
}

/// A name that is cut when it is too long.
pub(super) fn name_ui(ui: &mut Ui, name: &str, kind: TextKind, ink: egui::Color32) {
    ui.add(egui::Label::new(text::rich(name, kind, ink)).truncate());
}
