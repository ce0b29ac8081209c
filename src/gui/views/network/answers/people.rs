//! Lists of people: whom I owe, who owes me; who holds people together, who knows nobody else. A click selects.

use eframe::egui::{ScrollArea, Ui};

use super::super::model::Model;
use super::row;
use super::worked::{Ground, Task, Worked};
use crate::gui::ctx::ViewCtx;
use crate::gui::views::people::{PersonRow, name_of};
use crate::index::{Balance, Bridges, Flow};
use crate::model::{Contact, Id};

/// The lists.
pub(super) struct PeopleTab {
    owing: Worked<(), List>,
    bridges: Worked<(), List>,
}

impl Default for PeopleTab {
    fn default() -> Self {
        Self { owing: Worked::new("owing"), bridges: Worked::new("bridges") }
    }
}

/// A list as it is drawn, and its answer in short.
struct List {
    short: String,
    lines: Vec<Line>,
}

enum Line {
    Heading(String),
    Person { contact: Id<Contact>, name: String, second: String },
}

impl PeopleTab {
    /// "Mina Schäfer and 2 others"; nothing while it is worked out.
    pub(super) fn owing_in_short(
        &mut self,
        at: (&ViewCtx<'_>, &Model),
        tasks: &mut Vec<Task>,
    ) -> Option<String> {
        self.owing.get(at, &(), tasks, owing).map(|list| list.short.clone())
    }

    /// "Mina Schäfer: joins groups of 14 + 6 people"; nothing while it is worked out.
    pub(super) fn bridges_in_short(
        &mut self,
        at: (&ViewCtx<'_>, &Model),
        tasks: &mut Vec<Task>,
    ) -> Option<String> {
        self.bridges.get(at, &(), tasks, bridges).map(|list| list.short.clone())
    }

    /// Draws whom I owe and who owes me.
    pub(super) fn owing_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        height: f32,
        tasks: &mut Vec<Task>,
    ) {
        let list = self.owing.get((ctx, model), &(), tasks, owing);
        row::hint(ui, ctx.texts.network_owing_hint());
        List::show(list.as_deref(), ctx, ui, height - 44.0);
    }

    /// Draws the bridges and those who know nobody else.
    pub(super) fn bridges_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        height: f32,
        tasks: &mut Vec<Task>,
    ) {
        let list = self.bridges.get((ctx, model), &(), tasks, bridges);
        row::hint(ui, ctx.texts.network_bridges_hint());
        List::show(list.as_deref(), ctx, ui, height - 60.0);
    }
}

impl List {
    /// Draws the list, or that it is worked out.
    fn show(list: Option<&Self>, ctx: &mut ViewCtx<'_>, ui: &mut Ui, height: f32) {
        match list {
            Some(list) => list.ui(ctx, ui, height),
            None => row::hint(ui, ctx.texts.network_working()),
        }
    }

    fn ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, height: f32) {
        if self.lines.is_empty() {
            row::hint(ui, &self.short);
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = height.max(row::ROW * 2.0);
        let area = ScrollArea::vertical().id_salt("answers").max_height(height).auto_shrink([false, true]);
        area.show_rows(ui, row::ROW, self.lines.len(), |ui, range| {
            crate::gui::panes::follow_focus(ui);
            for line in &self.lines[range] {
                match line {
                    Line::Heading(words) => row::heading(ui, words),
                    Line::Person { contact, name, second } => {
                        let id = ui.scope_id().with(("person", contact));
                        let on = ctx.selection.contact == Some(*contact);
                        if row::two_lines(ui, id, on, 0.0, 0.0, [name, second]).0.clicked() {
                            ctx.select(*contact);
                        }
                    }
                }
            }
        });
    }
}

fn owing(ground: &Ground) -> List {
    let Ground { book, links, network, texts, .. } = ground;
    let mut owed: [Vec<(Flow, Id<Contact>)>; 2] = [Vec::new(), Vec::new()];
    for contact in network.people() {
        let total = Balance::of(book, links, *contact).total();
        match total.received.cmp(&total.given) {
            std::cmp::Ordering::Greater => owed[0].push((total, *contact)),
            std::cmp::Ordering::Less => owed[1].push((total, *contact)),
            std::cmp::Ordering::Equal => {}
        }
    }
    let mut lines = Vec::new();
    for (people, heading) in owed.iter_mut().zip([texts.network_owing_you(), texts.network_owing_them()]) {
        people.sort_by_key(|(flow, contact)| {
            (
                std::cmp::Reverse(flow.received.abs_diff(flow.given)),
                std::cmp::Reverse(flow.received),
                *contact,
            )
        });
        if !people.is_empty() {
            lines.push(Line::Heading(heading.to_owned()));
        }
        lines.extend(people.iter().map(|(flow, contact)| Line::Person {
            contact: *contact,
            name: name_of(book, texts, *contact),
            second: texts.network_owing_flow(i64::from(flow.given), i64::from(flow.received)),
        }));
    }
    let short = match owed[0].as_slice() {
        [] => texts.network_owing_nobody().to_owned(),
        [(_, only)] => name_of(book, texts, *only),
        [(_, first), rest @ ..] => texts.network_and_others(rest.len() as i64, &name_of(book, texts, *first)),
    };
    List { short, lines }
}

fn bridges(ground: &Ground) -> List {
    let Ground { book, network, texts, .. } = ground;
    let found = Bridges::of(network);
    let mut lines: Vec<Line> = found
        .bridges
        .iter()
        .map(|bridge| Line::Person {
            contact: bridge.contact,
            name: name_of(book, texts, bridge.contact),
            second: bridge.words(texts),
        })
        .collect();
    if !found.alone.is_empty() {
        lines.push(Line::Heading(texts.ways_alone(found.alone.len() as i64)));
    }
    lines.extend(found.alone.iter().map(|contact| {
        let person = PersonRow::of(book, texts, *contact);
        let (name, second) = person.map(|person| (person.name, person.work)).unwrap_or_default();
        Line::Person { contact: *contact, name, second }
    }));
    let short = match found.bridges.first() {
        Some(bridge) => texts.network_in_short(&name_of(book, texts, bridge.contact), &bridge.words(texts)),
        None => texts.ways_bridges_none().to_owned(),
    };
    List { short, lines }
}
