//! The prep sheet: what is good to know before an event, to be read here or on paper.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Layout, Sense, Ui, WidgetInfo, vec2};

use super::{Next, SheetUi};
use crate::exchange::prep::{Person, Sheet, html};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::save_as::{Made, SaveKind};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Button, box_frame, section_header};
use crate::model::{Event, Id};
use crate::session::prep_sheet_with;
use crate::text::{Locale, Texts};

/// Width of the words before the lines, in points.
const LABEL: f32 = 150.0;

/// In a book of so many people who could help is found in less than a blink.
const AT_ONCE: usize = 800;

/// What is good to know before an event.
pub struct PrepSheet {
    event: Id<Event>,
    made: Cached<(u64, NaiveDate, Locale, bool), Sheet>,
}

impl PrepSheet {
    /// Returns the sheet as it opens.
    pub fn new(event: Id<Event>) -> Self {
        Self { event, made: Cached::default() }
    }
}

impl SheetUi for PrepSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.events_prep_title().to_owned()
    }

    fn width(&self) -> f32 {
        860.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let Some(event) = ctx.book.get(self.event) else { return Next::Close };
        let (book, index, today) = (ctx.book, ctx.index, ctx.today);
        // Who could help comes a moment later in a large book: a worker makes what is needed for it.
        let helpers = index.is_matching_ready() || book.contacts.len() <= AT_ONCE;
        if !helpers {
            ctx.matches.want();
        }
        let key = (ctx.revision, today, texts.locale(), helpers);
        let sheet = self.made.get(key, |_| prep_sheet_with(book, index, event, texts, today, helpers));
        let room = (ui.ctx().content_rect().height() - 220.0).max(200.0);
        egui::ScrollArea::vertical().id_salt("prep").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing.y = space::XS;
            section_header(ui, &sheet.title, None);
            let line = |ui: &mut Ui, words: &str, kind, ink| {
                ui.add(egui::Label::new(text::rich(words, kind, ink)).wrap());
            };
            line(ui, &sheet.facts.join("  ·  "), TextKind::Body, p.text2);
            for words in &sheet.story {
                line(ui, words, TextKind::Body, p.text2);
            }
            if let Some(goal) = &sheet.goal {
                ui.add_space(space::XS);
                line(ui, &goal.label, TextKind::Label, p.text3);
                for words in &goal.lines {
                    line(ui, words, TextKind::Hand, p.text);
                }
            }
            ui.add_space(space::M);
            section_header(ui, &sheet.heading, None);
            for person in &sheet.people {
                person_ui(ctx, ui, person);
            }
            if let Some(rest) = &sheet.rest {
                line(ui, rest, TextKind::Body, p.text2);
            }
        });
        ui.add_space(space::S);
        let mut next = Next::Stay;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 34.0),
            Layout::right_to_left(Align::Center),
            |ui| {
                let print = Button::primary(texts.events_prep_save()).icon(icons::EXPORT);
                if ui.add(print).clicked() {
                    ctx.ask(Command::Save {
                        kind: SaveKind::Prep,
                        name: format!("{} – {}", sheet.kind, sheet.title),
                        made: Made(Arc::new(html(sheet).into_bytes())),
                    });
                }
                if ui.add(Button::ghost(texts.common_close())).clicked() {
                    next = Next::Close;
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let words = text::rich(&sheet.warning, TextKind::Small, p.text2);
                    ui.add(egui::Label::new(words).truncate());
                });
            },
        );
        next
    }
}

fn person_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, person: &Person) {
    let p = Palette::of(ui);
    ui.push_id(person.contact, |ui| {
        box_frame(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::XXS;
            let name =
                text::line(ui.painter(), &person.name, TextKind::Heading, p.ai_text, ui.available_width());
            let (rect, response) = ui.allocate_exact_size(name.size(), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &person.name));
            ui.painter().galley(rect.min, name, p.ai_text);
            if response.hovered() || response.has_focus() {
                let line = egui::Stroke::new(1.0, p.ai_text);
                ui.painter().hline(rect.x_range(), rect.bottom(), line);
            }
            if response.clicked() {
                ctx.select(person.contact);
            }
            let about: Vec<&str> = [person.work.as_str(), person.why.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            let about = text::rich(&about.join("  ·  "), TextKind::Small, p.text2);
            ui.add(egui::Label::new(about).wrap());
            for part in &person.parts {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    let label = text::rich(&part.label, TextKind::Small, p.text3);
                    ui.allocate_ui_with_layout(vec2(LABEL, 0.0), Layout::top_down(Align::Min), |ui| {
                        ui.set_width(LABEL);
                        ui.add(egui::Label::new(label).wrap());
                    });
                    ui.vertical(|ui| {
                        let (kind, ink) = if part.is_favour {
                            (TextKind::Strong, p.ai_text)
                        } else {
                            (TextKind::Body, p.text)
                        };
                        for line in &part.lines {
                            ui.add(egui::Label::new(text::rich(line, kind, ink)).wrap());
                        }
                    });
                });
            }
        });
    });
}
