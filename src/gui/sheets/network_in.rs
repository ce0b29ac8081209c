//! What a network file has for the book: counted, looked at, and taken in as one step of Undo.
//!
//! Owns who is taken for whom. What the file has was read on a worker (`gui::network_file`). Start reading at
//! [`NetworkInSheet`].

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi};
use crate::exchange::graph::{Counts, Fate, plan};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::network_file::Preview;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, text};
use crate::gui::views::people::{shown_name, tidy};
use crate::gui::widgets::{Button, Check, Switch, list_frame};
use crate::text::{Locale, Texts};

/// How tall a person is.
const HEIGHT: f32 = 30.0;
/// How tall the notes may be.
const NOTES: f32 = 110.0;
/// People who would be new that are named.
const SOME: usize = 12;

/// What a network file has for the book.
pub struct NetworkInSheet {
    preview: Arc<Preview>,
    /// Nodes that are not whom they were taken for.
    apart: BTreeSet<u32>,
    places: bool,
    has_places: bool,
    /// Counts up with every tick.
    ticks: u64,
    facts: Cached<(u64, Locale, u64, bool), Facts>,
    people: Cached<(u64, Locale), Vec<Person>>,
}

/// The numbers and words of the sheet.
struct Facts {
    counts: Counts,
    cells: Vec<(String, String)>,
    notes: Vec<String>,
    go: String,
}

/// Somebody who was recognised.
struct Person {
    node: u32,
    words: String,
}

impl NetworkInSheet {
    /// Returns the sheet as it opens: whoever was recognised is ticked.
    pub fn new(preview: Arc<Preview>) -> Self {
        let has_places = preview.proposal.graph.nodes.iter().any(|node| node.place.is_some());
        Self {
            preview,
            apart: BTreeSet::new(),
            places: has_places,
            has_places,
            ticks: 0,
            facts: Cached::default(),
            people: Cached::default(),
        }
    }
}

impl SheetUi for NetworkInSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.graphs_import_from(&self.preview.file)
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        let (preview, view): (_, &ViewCtx<'_>) = (&self.preview, ctx);
        let (apart, places, has_places) = (&self.apart, self.places, self.has_places);
        let facts = self.facts.get((ctx.revision, texts.locale(), self.ticks, places), |_| {
            facts(preview, view, apart, (places, has_places))
        });
        let people = self.people.get((ctx.revision, texts.locale()), |_| people(preview, view));
        ui.add(egui::Label::new(text::rich(texts.graphs_import_hint(), TextKind::Small, p.text2)).wrap());
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for (number, words) in &facts.cells {
                cell_ui(ui, number, words);
            }
        });
        let room = ui.ctx().content_rect().height();
        if !people.is_empty() {
            ui.add_space(space::M);
            let own = preview.proposal.graph.own;
            let words = if own { texts.graphs_import_same_id() } else { texts.graphs_import_same() };
            ui.label(text::rich(words, TextKind::Small, p.text2));
            ui.add_space(space::XS);
            list_frame(p).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let area = egui::ScrollArea::vertical()
                    .id_salt("people")
                    .max_height((room - 560.0).clamp(HEIGHT * 2.0, 240.0))
                    .auto_shrink([false, true]);
                area.show_rows(ui, HEIGHT, people.len(), |ui, rows| {
                    for person in rows.filter_map(|at| people.get(at)) {
                        let mut on = !self.apart.contains(&person.node);
                        if ui.add(Check::new(&mut on, &person.words)).changed() {
                            self.ticks += 1;
                            if on {
                                self.apart.remove(&person.node);
                            } else {
                                self.apart.insert(person.node);
                            }
                        }
                    }
                });
            });
        }
        if !facts.notes.is_empty() {
            ui.add_space(space::M);
            ui.label(text::rich(texts.graphs_import_notes(), TextKind::Label, p.text3));
            list_frame(p).show(ui, |ui| {
                ui.set_width(ui.available_width());
                let area = egui::ScrollArea::vertical()
                    .id_salt("notes")
                    .max_height(NOTES)
                    .auto_shrink([false, true]);
                area.show(ui, |ui| {
                    for note in &facts.notes {
                        ui.add(egui::Label::new(text::rich(note, TextKind::Small, p.text2)).wrap());
                    }
                });
            });
        }
        if self.has_places {
            ui.add_space(space::M);
            ui.add(Switch::new(&mut self.places, texts.graphs_import_places()));
        }
        ui.add_space(space::L);
        let mut next = Next::Stay;
        let possible = ctx.writable && !facts.counts.is_nothing();
        let mut go = false;
        let row = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let button = Button::primary(&facts.go).icon(icons::USERS_THREE);
            go = ui.add_enabled(possible, button).clicked();
            if ui.add(Button::new(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        go |= possible && super::day_field::save_key(ui);
        if go {
            ctx.ask(Command::TakeInNetwork {
                preview: Arc::clone(&self.preview),
                apart: self.apart.clone(),
                places: self.places,
            });
            next = Next::Close;
        }
        next
    }
}

/// A number with what it counts.
fn cell_ui(ui: &mut Ui, number: &str, words: &str) {
    let p = Palette::of(ui);
    let number_line = text::line(ui.painter(), number, TextKind::Title, p.text, 120.0);
    let words_line = text::line(ui.painter(), words, TextKind::Small, p.text2, 180.0);
    let width = number_line.size().x.max(words_line.size().x) + 28.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width.max(108.0), 56.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{words} {number}")));
    ui.painter().rect_filled(rect, radius::BOX, p.panel);
    ui.painter().galley(pos2(rect.left() + 14.0, rect.top() + 7.0), number_line, p.text);
    ui.painter().galley(pos2(rect.left() + 14.0, rect.top() + 33.0), words_line, p.text2);
}

fn facts(
    preview: &Preview,
    ctx: &ViewCtx<'_>,
    apart: &BTreeSet<u32>,
    (places, has_places): (bool, bool),
) -> Facts {
    let texts = ctx.texts;
    let as_read = apart.is_empty() && (places || !has_places) && ctx.revision == preview.revision;
    let counts =
        if as_read { preview.counts } else { plan(&preview.proposal, ctx.book, apart, places).counts };
    let left = &counts.left;
    let left_out = left.with_me + left.derived + left.pointless + left.known;
    let cells = [
        (counts.new, texts.graphs_import_new(), true),
        (counts.known, texts.graphs_import_known(), true),
        (counts.ties, texts.graphs_import_ties(), true),
        (counts.work, texts.graphs_import_work(), false),
        (left_out, texts.graphs_import_left(), false),
    ];
    let cells = cells.into_iter().filter(|(count, _, always)| *always || *count > 0);
    let cells =
        cells.map(|(count, words, _)| (texts.locale().number(count as i64), words.to_owned())).collect();
    let mut notes = preview.notes.clone();
    notes.extend(counts.notes(texts, preview.proposal.ambiguous));
    if counts.is_nothing() {
        notes.insert(0, texts.graphs_import_nothing(&preview.file));
    }
    let new = preview.proposal.fates.iter().enumerate().filter(|(_, fate)| **fate == Fate::New);
    let some: Vec<String> = new.take(SOME).map(|(node, _)| tidy(preview.proposal.name(node))).collect();
    if !some.is_empty() {
        notes.push(texts.graphs_in(texts.graphs_import_some_new(), &some.join(", ")));
    }
    let go = if counts.new > 0 {
        texts.graphs_import_take(counts.new as i64)
    } else {
        texts.graphs_import_take_ties().to_owned()
    };
    Facts { counts, cells, notes, go }
}

/// Those who were recognised, by name.
fn people(preview: &Preview, ctx: &ViewCtx<'_>) -> Vec<Person> {
    let mut found: Vec<Person> = preview
        .proposal
        .fates
        .iter()
        .zip(0_u32..)
        .filter_map(|(fate, node)| match fate {
            Fate::Known(id) => {
                let contact = ctx.book.get(*id)?;
                let mut person = shown_name(contact, ctx.texts);
                let work = contact.current_affiliation().and_then(|work| ctx.book.get(work.organization));
                if let Some(work) = work {
                    person = format!("{person} ({})", tidy(&work.name));
                }
                let name = tidy(preview.proposal.name(node as usize));
                Some(Person { node, words: ctx.texts.graphs_import_is(&name, &person) })
            }
            _ => None,
        })
        .collect();
    found.sort_by(|a, b| a.words.cmp(&b.words));
    found
}
