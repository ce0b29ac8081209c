//! Templates of letters in the user's own words: a list, the text with its fields, and how it looks filled in.
//!
//! Owns what is typed. What a field is and which there are is [`crate::letters`]'s.

use std::collections::BTreeMap;

use eframe::egui::{self, Align, Id as WidgetId, Layout, Sense, Ui, WidgetInfo, vec2};

use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::words::formality_word;
use crate::gui::widgets::{Button, Chip, HandField, TextField, box_frame, segmented};
use crate::letters::{Blank, Facts, Letter, Template, built_in, fill, unknown_fields};
use crate::model::{Formality, Id, LetterTemplate, PersonName};
use crate::text::{Locale, Texts};

/// Width of the list of templates, in points.
const LIST: f32 = 190.0;

/// On what the preview rests: language, form, subject, text.
type PreviewKey = (Locale, Formality, String, String);

/// Adds, changes and removes templates.
pub struct TemplatesSheet {
    /// The one that is open, as it is typed; without an id it is new.
    open: LetterTemplate,
    /// The others, as they are typed and not saved yet; the new one has no id.
    drafts: BTreeMap<Id<LetterTemplate>, LetterTemplate>,
    /// As it stands in the book.
    before: LetterTemplate,
    revision: u64,
    /// Saving was tried: what is missing may be said now.
    tried: bool,
    preview: Cached<PreviewKey, (Letter, Vec<String>)>,
    words: Option<Texts>,
    /// The new one was asked for and is not in the book yet.
    saved: bool,
}

impl TemplatesSheet {
    /// Returns the sheet as it opens: with this template, else with a new one that begins as the program's own.
    pub fn new(
        first: Option<Id<LetterTemplate>>,
        language: &str,
        formality: Formality,
        ctx: &ViewCtx<'_>,
    ) -> Self {
        let known = first.and_then(|id| ctx.book.get(id)).map(|it| LetterTemplate::clone(it));
        let open = known.unwrap_or_else(|| fresh(language, formality));
        Self {
            before: open.clone(),
            open,
            drafts: BTreeMap::new(),
            revision: ctx.revision,
            tried: false,
            preview: Cached::default(),
            words: None,
            saved: false,
        }
    }

    fn language(&self) -> Locale {
        Locale::from_tag(&self.open.language).unwrap_or_default()
    }

    /// Follows the book: the one that was saved, or taken back.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if std::mem::replace(&mut self.revision, ctx.revision) == ctx.revision {
            return;
        }
        let found = if self.open.id.is_nil() {
            // The newest one is what was just added.
            ctx.book
                .templates
                .values()
                .next_back()
                .filter(|it| self.saved && it.name == self.open.name.trim())
        } else {
            ctx.book.get(self.open.id)
        };
        self.saved = false;
        match found {
            Some(found) => self.show(LetterTemplate::clone(found)),
            None if !self.open.id.is_nil() => self.open.id = Id::NIL,
            None => {}
        }
    }

    /// Turns to another one; what is typed and not saved stays until one comes back.
    fn turn_to(&mut self, template: LetterTemplate) {
        if template.id == self.open.id {
            return;
        }
        if self.open != self.before {
            self.drafts.insert(self.open.id, self.open.clone());
        }
        let draft = self.drafts.remove(&template.id);
        self.show(template);
        if let Some(draft) = draft {
            self.open = draft;
        }
    }

    fn show(&mut self, template: LetterTemplate) {
        self.before = template.clone();
        self.open = template;
        self.tried = false;
    }
}

/// A new template: the program's own text in the language, to be changed.
fn fresh(language: &str, formality: Formality) -> LetterTemplate {
    let locale = Locale::from_tag(language).unwrap_or_default();
    let Template { subject, body } = built_in(&Texts::new(locale), formality);
    LetterTemplate {
        language: locale.tag().to_owned(),
        formality,
        subject_line: subject,
        body,
        ..LetterTemplate::default()
    }
}

/// What a letter looks like with a template, for somebody who is made up.
fn sample(template: &Template, texts: &Texts, formality: Formality) -> Letter {
    let topics = [texts.letters_sample_topic().to_owned()];
    let facts = Facts {
        name: PersonName::parse(texts.letters_sample_name()),
        company: texts.letters_sample_company(),
        event: texts.letters_sample_event(),
        date: chrono::NaiveDate::from_ymd_opt(2026, 10, 13)
            .map(|day| texts.locale().day_short(day))
            .unwrap_or_default(),
        topics: &topics,
        next: texts.letters_sample_next(),
        me: texts.letters_sample_me().to_owned(),
        my_company: texts.letters_sample_company(),
    };
    fill(template, &facts, texts, formality)
}

impl SheetUi for TemplatesSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.letters_templates().to_owned()
    }

    fn width(&self) -> f32 {
        1_020.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        self.catch_up(ctx);
        let mut next = Next::Stay;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XL;
            ui.allocate_ui_with_layout(vec2(LIST, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(LIST);
                self.list_ui(ctx, ui);
            });
            ui.vertical(|ui| {
                let room = (ui.ctx().content_rect().height() - 220.0).max(240.0);
                egui::ScrollArea::vertical().id_salt("template").max_height(room).show(ui, |ui| {
                    crate::gui::panes::follow_focus(ui);
                    ui.set_width(ui.available_width() - 10.0);
                    self.fields_ui(ctx, ui);
                });
            });
        });
        ui.add_space(space::S);
        if self.foot_ui(ctx, ui) {
            next = Next::Close;
        }
        next
    }
}

impl TemplatesSheet {
    fn list_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut chosen = None;
        let height = (ui.ctx().content_rect().height() - 270.0).max(160.0);
        let all: Vec<&LetterTemplate> = ctx.book.templates.values().map(|it| &**it).collect();
        egui::ScrollArea::vertical().id_salt("templates").max_height(height).show_rows(
            ui,
            44.0,
            all.len(),
            |ui, rows| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for template in &all[rows] {
                    let (rect, response) =
                        ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::click());
                    let selected = template.id == self.open.id;
                    let language = Locale::from_tag(&template.language).map_or("", Locale::name);
                    let second = if self.drafts.contains_key(&template.id) {
                        texts.common_unsaved().to_owned()
                    } else {
                        format!("{language} · {}", formality_word(template.formality, texts))
                    };
                    response.widget_info(|| {
                        WidgetInfo::selected(egui::Role::ListItem, true, selected, &template.name)
                    });
                    if selected || response.hovered() || response.has_focus() {
                        let fill = if selected { p.ai_soft } else { p.hover };
                        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 8, fill);
                    }
                    let room = rect.width() - 16.0;
                    let name = text::line(ui.painter(), &template.name, TextKind::Strong, p.text, room);
                    let second = text::line(ui.painter(), &second, TextKind::Small, p.text2, room);
                    ui.painter().galley(rect.min + vec2(8.0, 4.0), name, p.text);
                    ui.painter().galley(rect.min + vec2(8.0, 23.0), second, p.text2);
                    if response.clicked() {
                        chosen = Some((*template).clone());
                    }
                }
            },
        );
        if let Some(template) = chosen {
            self.turn_to(template);
        }
        ui.add_space(space::XS);
        if ui.add(Button::new(texts.letters_template_new()).icon(icons::PLUS)).clicked() {
            let new = fresh(&self.open.language, self.open.formality);
            self.turn_to(new);
        }
    }

    fn fields_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        ui.spacing_mut().item_spacing.y = space::S;
        let missing = self.open.name.trim().is_empty() && self.tried;
        TextField::new(texts.letters_template_name())
            .error(missing.then(|| texts.letters_template_name_needed()))
            .show(ui, &mut self.open.name);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let names = Locale::ALL.map(Locale::name);
            let mut at = Locale::ALL.iter().position(|one| *one == self.language()).unwrap_or_default();
            if segmented(ui, texts.letters_language(), &names, &mut at).changed() {
                self.open.language = Locale::ALL[at].tag().to_owned();
            }
            let names = Formality::ALL.map(|form| formality_word(form, texts));
            let mut at =
                Formality::ALL.iter().position(|one| *one == self.open.formality).unwrap_or_default();
            if segmented(ui, texts.letters_form(), &names, &mut at).changed() {
                self.open.formality = Formality::ALL[at];
            }
        });
        TextField::new(texts.letters_subject()).show(ui, &mut self.open.subject_line);
        let body = WidgetId::unique("template body");
        ui.label(text::rich(texts.letters_fields(), TextKind::Label, p.text3));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for blank in Blank::ALL {
                let name = format!("<{}>", blank.name(texts.locale()));
                if ui.add(Chip::new(&name, false)).clicked() {
                    insert(ui, body, &mut self.open.body, &name);
                }
            }
        });
        HandField::new(texts.letters_body(), "", 8).typed().id(body).show(ui, &mut self.open.body);
        let language = self.language();
        if self.words.as_ref().is_none_or(|words| words.locale() != language) {
            self.words = Some(Texts::new(language));
        }
        let Some(words) = &self.words else { return };
        let key = (language, self.open.formality, self.open.subject_line.clone(), self.open.body.clone());
        let (letter, unknown) = self.preview.get(key, |(_, formality, subject, body)| {
            let template = Template { subject: subject.clone(), body: body.clone() };
            (sample(&template, words, *formality), unknown_fields(&template))
        });
        if !unknown.is_empty() {
            let words = texts.letters_template_unknown(&unknown.join(", "));
            ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.danger)).wrap());
        } else if self.tried && self.open.body.trim().is_empty() {
            let words = text::rich(texts.letters_template_body_needed(), TextKind::Small, p.danger);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.label(text::rich(texts.letters_template_preview(), TextKind::Label, p.text3));
        box_frame(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(egui::Label::new(text::rich(&letter.subject, TextKind::Strong, p.text)).wrap());
            ui.add(egui::Label::new(text::rich(&letter.body, TextKind::Body, p.text)).wrap());
        });
    }

    /// Whether the sheet is to be closed.
    fn foot_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> bool {
        let texts = ctx.texts;
        let is_known = !self.open.id.is_nil();
        let template = Template { subject: self.open.subject_line.clone(), body: self.open.body.clone() };
        let is_whole = !self.open.name.trim().is_empty() && !self.open.body.trim().is_empty();
        let fits = unknown_fields(&template).is_empty();
        let mut close = false;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 34.0),
            Layout::right_to_left(Align::Center),
            |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let differs = self.open != self.before || !is_known;
                let label = if is_known { texts.common_save() } else { texts.common_add() };
                if ui.add_enabled(ctx.writable && differs, Button::primary(label)).clicked() {
                    self.tried = true;
                    if is_whole && fits {
                        let name = self.open.name.trim().to_owned();
                        let template = Box::new(LetterTemplate { name, ..self.open.clone() });
                        self.saved = true;
                        ctx.edit(if is_known {
                            Edit::ChangeTemplate { template }
                        } else {
                            Edit::AddTemplate { template }
                        });
                    }
                }
                if ui.add(Button::ghost(texts.common_close())).clicked() {
                    close = true;
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let remove = Button::ghost(texts.letters_template_remove()).icon(icons::TRASH).danger();
                    if is_known && ctx.add_writing(ui, remove).clicked() {
                        ctx.edit(Edit::RemoveTemplate { template: self.open.id });
                        let new = fresh(&self.open.language, self.open.formality);
                        self.show(new);
                    }
                });
            },
        );
        close
    }
}

/// Puts a field where the cursor of the text stands, or at its end, and gives the text the keyboard again.
fn insert(ui: &Ui, field: WidgetId, body: &mut String, name: &str) {
    let mut state = egui::TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    let at = state.cursor.char_range().map_or(usize::MAX, |range| range.primary.index.0);
    let at = at.min(body.chars().count());
    let byte = body.char_indices().nth(at).map_or(body.len(), |(byte, _)| byte);
    body.insert_str(byte, name);
    let cursor = egui::text::CCursor::new(at + name.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(cursor)));
    state.store(ui.ctx(), field);
    ui.memory_mut(|memory| memory.request_focus(field));
}
