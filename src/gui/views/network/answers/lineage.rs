//! Who brought me whom: the selected person's chain, then every root with what came of it, to be opened like a tree.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, CornerRadius, EventFilter, Key, Modifiers, Rect, ScrollArea, Ui, pos2};

use super::super::model::{Model, ModelKey};
use super::goal::name_ui;
use super::row;
use super::worked::{Ground, Task, Worked};
use crate::gui::ctx::{Cached, Same, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, text};
use crate::gui::views::people::name_of;
use crate::gui::widgets::paint_icon;
use crate::index::{Lineage, Root, Telling, figures_text};
use crate::model::{Contact, Id, Party};

/// Room for the years at the right of a root.
const YEARS: f32 = 62.0;
/// So many years are drawn.
const MOST_YEARS: usize = 8;
/// How far a branch stands in, and how deep at most.
const INDENT: f32 = 14.0;
const DEEPEST: usize = 6;

/// Who is opened.
type Open = BTreeSet<Id<Contact>>;
type Rows = Arc<Vec<Row>>;
type Steps = Arc<Vec<Step>>;
/// Of which state, of which trees, whose.
type ChainKey = (ModelKey, Same<Trees>, Option<Id<Contact>>);

/// The trees.
pub(super) struct LineageTab {
    trees: Worked<(), Trees>,
    open: Open,
    rows: Cached<(ModelKey, Same<Trees>, Open), Rows>,
    chain: Cached<ChainKey, Steps>,
}

impl Default for LineageTab {
    fn default() -> Self {
        Self {
            trees: Worked::new("lineage"),
            open: Open::new(),
            rows: Cached::default(),
            chain: Cached::default(),
        }
    }
}

/// Who brought whom, and the line of each root.
struct Trees {
    lineage: Lineage,
    roots: Vec<Line>,
}

/// A row of the list: a root by its place, or somebody below one.
enum Row {
    Root(usize),
    Below(Line),
}

/// A row of the list.
struct Line {
    contact: Id<Contact>,
    depth: usize,
    children: usize,
    name: String,
    second: String,
    /// People who came in each year, from 0 to 1 of the best year of all roots, the newest last; only of roots.
    years: Vec<f32>,
    years_spoken: String,
}

/// A step of the chain to the selected person.
struct Step {
    contact: Id<Contact>,
    name: String,
    words: String,
}

impl LineageTab {
    fn trees(&mut self, ctx: &ViewCtx<'_>, model: &Model, tasks: &mut Vec<Task>) -> Option<Arc<Trees>> {
        self.trees.get((ctx, model), &(), tasks, |ground| {
            let lineage = Lineage::of(&ground.book, &ground.links);
            let roots = roots(ground, &lineage);
            Trees { lineage, roots }
        })
    }

    /// Who led to the selected person, the root first; nobody when none is selected, or while it is worked out.
    pub(super) fn chain(
        &mut self,
        ctx: &ViewCtx<'_>,
        model: &Model,
        tasks: &mut Vec<Task>,
    ) -> Vec<Id<Contact>> {
        let steps = self.steps(ctx, model, tasks);
        steps.iter().flat_map(|steps| steps.iter()).map(|step| step.contact).collect()
    }

    /// "Jonas Weber: 12 people, 3 referrals"; nothing while it is worked out.
    pub(super) fn in_short(
        &mut self,
        ctx: &ViewCtx<'_>,
        model: &Model,
        tasks: &mut Vec<Task>,
    ) -> Option<String> {
        let trees = self.trees(ctx, model, tasks)?;
        Some(match trees.lineage.roots.first() {
            Some(root) => ctx.texts.network_in_short(
                &name_of(ctx.book, ctx.texts, root.contact),
                &ctx.texts.common_people(root.total.people as i64),
            ),
            None => ctx.texts.network_nobody_yet().to_owned(),
        })
    }

    fn steps(&mut self, ctx: &ViewCtx<'_>, model: &Model, tasks: &mut Vec<Task>) -> Option<Steps> {
        let trees = self.trees(ctx, model, tasks)?;
        let key = (model.key, Same(Arc::clone(&trees)), ctx.selection.contact);
        let steps = self.chain.get(key, |(.., selected)| {
            let telling = Telling { book: ctx.book, texts: ctx.texts, today: ctx.today };
            let chain = selected.map(|contact| trees.lineage.chain(contact)).unwrap_or_default();
            let steps = chain.into_iter().map(|contact| {
                let brought = trees.lineage.brought(contact);
                let words = brought.and_then(|it| telling.tie(it.source, Party::Contact(it.by), Party::Me));
                let name = name_of(ctx.book, ctx.texts, contact);
                Step { contact, name, words: words.unwrap_or_default() }
            });
            Arc::new(steps.collect())
        });
        Some(Arc::clone(steps))
    }

    /// Draws the chain and the roots.
    pub(super) fn ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        model: &Model,
        height: f32,
        tasks: &mut Vec<Task>,
    ) {
        let Some(trees) = self.trees(ctx, model, tasks) else {
            row::hint(ui, ctx.texts.network_working());
            return;
        };
        let top = ui.cursor().top();
        let steps = self.steps(ctx, model, tasks).unwrap_or_default();
        Self::chain_ui(&steps, ctx, ui, height * 0.5);
        let key = (model.key, Same(Arc::clone(&trees)), self.open.clone());
        let rows = Arc::clone(self.rows.get(key, |(.., open)| Arc::new(rows(ctx, &trees, open))));
        if rows.is_empty() {
            row::hint(ui, ctx.texts.ways_lineage_none());
            return;
        }
        let left = (height - (ui.cursor().top() - top)).max(row::ROW * 2.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical().id_salt("lineage").max_height(left).auto_shrink([false, true]);
        let mut toggled = None;
        area.show_rows(ui, row::ROW, rows.len(), |ui, range| {
            crate::gui::panes::follow_focus(ui);
            for row in &rows[range] {
                let line = match row {
                    Row::Root(at) => &trees.roots[*at],
                    Row::Below(line) => line,
                };
                let open = self.open.contains(&line.contact);
                if line.ui(ctx, ui, open) {
                    toggled = Some(line.contact);
                }
            }
        });
        if let Some(contact) = toggled
            && !self.open.remove(&contact)
        {
            self.open.insert(contact);
        }
    }

    /// How the selected person came to me.
    fn chain_ui(steps: &[Step], ctx: &mut ViewCtx<'_>, ui: &mut Ui, height: f32) {
        let p = Palette::of(ui);
        let Some(last) = steps.last() else { return };
        ui.add_space(space::XS);
        if steps.len() < 2 {
            row::hint(ui, &ctx.texts.network_came_alone(&last.name));
            return;
        }
        let area = ScrollArea::vertical().id_salt("chain").max_height(height).auto_shrink([false, true]);
        area.show(ui, |ui| {
            for (at, step) in steps.iter().enumerate() {
                let id = ui.scope_id().with(("step", at));
                let on = ctx.selection.contact == Some(step.contact);
                let spoken = [step.name.as_str(), &step.words].join(". ");
                let response = row::row(ui, id, on, spoken.trim_end_matches(". "), |ui| {
                    name_ui(ui, &step.name, TextKind::Strong, p.text);
                    if !step.words.is_empty() {
                        ui.add(egui::Label::new(text::rich(&step.words, TextKind::Small, p.text2)).wrap());
                    }
                });
                if response.clicked() {
                    ctx.select(step.contact);
                }
            }
        });
        ui.separator();
    }
}

/// The rows: every root, and below the open ones those whom they brought.
fn rows(ctx: &ViewCtx<'_>, trees: &Trees, open: &Open) -> Vec<Row> {
    let mut rows = Vec::with_capacity(trees.roots.len());
    for (at, root) in trees.roots.iter().enumerate() {
        rows.push(Row::Root(at));
        below(ctx, &trees.lineage, open, root.contact, &mut rows);
    }
    rows
}

/// The lines of all roots.
fn roots(ground: &Ground, lineage: &Lineage) -> Vec<Line> {
    let texts = &ground.texts;
    let newest = lineage.roots.iter().filter_map(|root| root.years.keys().last()).max().copied();
    let years = |root: &Root| root.years.values().map(|figures| figures.people).max().unwrap_or(0);
    let most = lineage.roots.iter().map(years).max().unwrap_or(0).max(1);
    let mut lines = Vec::new();
    for root in &lineage.roots {
        let last = newest.unwrap_or_default();
        let all = (last - MOST_YEARS as i32 + 1..=last)
            .map(|year| root.years.get(&year).map_or(0, |figures| figures.people));
        let told: Vec<String> = root
            .years
            .iter()
            .filter(|(_, figures)| figures.people > 0)
            .map(|(year, figures)| {
                texts.network_year(&texts.common_people(figures.people as i64), &year.to_string())
            })
            .collect();
        let mut line = Line {
            contact: root.contact,
            depth: 0,
            children: lineage.children(root.contact).len(),
            name: name_of(&ground.book, texts, root.contact),
            second: figures_text(&root.total, texts),
            years: all.map(|people| people as f32 / most as f32).collect(),
            years_spoken: told.join("\n"),
        };
        if root.years.is_empty() {
            line.years.clear();
        }
        lines.push(line);
    }
    lines
}

fn below(ctx: &ViewCtx<'_>, lineage: &Lineage, open: &Open, root: Id<Contact>, rows: &mut Vec<Row>) {
    if !open.contains(&root) {
        return;
    }
    let mut stack: Vec<(Id<Contact>, usize)> =
        lineage.children(root).iter().rev().map(|child| (*child, 1)).collect();
    while let Some((contact, depth)) = stack.pop() {
        let on = lineage.brought(contact).and_then(|brought| brought.on);
        rows.push(Row::Below(Line {
            contact,
            depth,
            children: lineage.children(contact).len(),
            name: name_of(ctx.book, ctx.texts, contact),
            second: on.map(|on| ctx.texts.locale().day_near(on, ctx.today)).unwrap_or_default(),
            years: Vec::new(),
            years_spoken: String::new(),
        }));
        if open.contains(&contact) {
            stack.extend(lineage.children(contact).iter().rev().map(|child| (*child, depth + 1)));
        }
    }
}

impl Line {
    /// Draws the row; returns whether it was opened or closed. A click selects and opens, the arrows do too.
    fn ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, open: bool) -> bool {
        let p = Palette::of(ui);
        let id = ui.scope_id().with(("lineage", self.contact, self.depth));
        let indent = INDENT * self.depth.min(DEEPEST) as f32;
        let aside = if self.years.is_empty() { 0.0 } else { YEARS };
        let on = ctx.selection.contact == Some(self.contact);
        let lines = [self.name.as_str(), self.second.as_str()];
        let (response, rect) = row::two_lines(ui, id, on, 18.0 + indent, aside, lines);
        if self.children > 0 {
            let caret = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
            let at = pos2(rect.left() + 15.0 + indent, rect.top() + 14.0);
            paint_icon(ui.painter(), at, caret, Weight::Bold, 11.0, p.text3);
        }
        self.years_ui(ui, rect);
        let mut toggled = false;
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            toggled =
                self.children > 0 && if open { pressed(Key::ArrowLeft) } else { pressed(Key::ArrowRight) };
        }
        if response.clicked() {
            let left = response.interact_pointer_pos().is_some_and(|at| at.x < rect.left() + 26.0 + indent);
            toggled |= self.children > 0 && (left || on || !open);
            if !left {
                ctx.select(self.contact);
            }
        }
        if !self.years_spoken.is_empty() {
            response.on_hover_text(&self.years_spoken);
        }
        toggled
    }

    /// How many came in each of the last years.
    fn years_ui(&self, ui: &Ui, rect: Rect) {
        let p = Palette::of(ui);
        let foot = pos2(rect.right() - 8.0 - YEARS + 8.0, rect.bottom() - 11.0);
        for (at, part) in self.years.iter().enumerate() {
            let height = if *part > 0.0 { 3.0 + part * 19.0 } else { 1.0 };
            let left = foot.x + 7.0 * at as f32;
            let bar = Rect::from_min_max(pos2(left, foot.y - height), pos2(left + 5.0, foot.y));
            let color = if *part > 0.0 { p.thread } else { p.line };
            ui.painter().rect_filled(bar, CornerRadius::same(1), color);
        }
    }
}

const _: () = assert!(MOST_YEARS as f32 * 7.0 <= YEARS, "the years fit");
