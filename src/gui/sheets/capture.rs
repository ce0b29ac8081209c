//! One thing about somebody, noted from any view: who, what kind of thing, the words. Enter saves and stays for the next.
//!
//! Owns what is typed. What a kind means for the book is [`crate::edit::Captured`]'s.

use chrono::NaiveDate;
use eframe::egui::{self, Id as EguiId, Key, WidgetInfo, vec2};

use super::day_field::DayField;
use super::{Next, SheetUi};
use crate::edit::{Capture, Captured, Edit};
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::completion::{Completer, Kind};
use crate::gui::views::people::name_of;
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::views::words::level_label;
use crate::gui::widgets::{Button, Chip, TextField};
use crate::model::{Contact, ExpertiseLevel, Id};
use crate::text::{Texts, tidy::is_blank};

/// Lines about what was noted that stay in sight.
const LINES: usize = 3;

/// The kinds as they stand on the chips.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Choice {
    #[default]
    Need,
    Expertise,
    Offer,
    Problem,
    Interest,
    Hobby,
    Research,
}

impl Choice {
    const ALL: [Self; 7] = [
        Self::Need,
        Self::Expertise,
        Self::Offer,
        Self::Problem,
        Self::Interest,
        Self::Hobby,
        Self::Research,
    ];

    fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Need => texts.matching_kind_need(),
            Self::Expertise => texts.matching_kind_expertise(),
            Self::Offer => texts.matching_kind_offer(),
            Self::Problem => texts.matching_kind_problem(),
            Self::Interest => texts.matching_kind_interest(),
            Self::Hobby => texts.matching_kind_hobby(),
            Self::Research => texts.matching_kind_research(),
        }
    }

    fn hint(self, texts: &Texts) -> &str {
        match self {
            Self::Need => texts.inspector_need_hint(),
            Self::Expertise => texts.inspector_expertise_hint(),
            Self::Offer => texts.matching_hint_offer(),
            Self::Problem => texts.matching_hint_problem(),
            Self::Interest | Self::Hobby => texts.matching_hint_leisure(),
            Self::Research => texts.inspector_research_hint(),
        }
    }

    fn completes(self) -> Option<Kind> {
        match self {
            Self::Need | Self::Expertise | Self::Offer | Self::Problem => Some(Kind::Knowledge),
            Self::Interest | Self::Hobby => Some(Kind::Leisure),
            Self::Research => None,
        }
    }
}

/// Notes things about people, one after another.
pub struct CaptureSheet {
    who: PersonPicker,
    choice: Choice,
    level: ExpertiseLevel,
    typed: String,
    source: String,
    day: DayField,
    completer: Completer,
    wants_focus: bool,
    /// What was noted in this sheet, the last one first.
    noted: Vec<String>,
    /// Somebody is being added, who becomes the one it is about: how the newest person of the book was called before.
    awaited: Option<Option<Id<Contact>>>,
}

impl CaptureSheet {
    /// Returns the sheet as it opens, about this person if one is meant.
    pub fn new(contact: Option<Id<Contact>>, ctx: &ViewCtx<'_>) -> Self {
        let mut who = PersonPicker::one().offering_new();
        match contact {
            Some(contact) => who.choose(contact),
            None => who = who.focused(),
        }
        Self {
            who,
            choice: Choice::default(),
            level: ExpertiseLevel::Unknown,
            typed: String::new(),
            source: String::new(),
            day: DayField::new(ctx, Some(ctx.today)),
            completer: Completer::default(),
            wants_focus: contact.is_some(),
            noted: Vec::new(),
            awaited: None,
        }
    }

    /// Takes whoever was added meanwhile.
    fn take_added(&mut self, ctx: &ViewCtx<'_>) {
        let Some(before) = self.awaited else { return };
        // The sheet is back: they were added, or it was given up.
        let newest = newest(ctx);
        self.awaited = None;
        if newest != before
            && let Some(contact) = newest
        {
            self.who.choose(contact);
            self.wants_focus = true;
        }
    }

    fn captured(&self) -> Captured {
        match self.choice {
            Choice::Need => Captured::Need,
            Choice::Expertise => Captured::Expertise(self.level),
            Choice::Offer => Captured::Offer,
            Choice::Problem => Captured::Problem,
            Choice::Interest => Captured::Interest,
            Choice::Hobby => Captured::Hobby,
            Choice::Research => Captured::Research(self.source.trim().to_owned()),
        }
    }

    fn save(&mut self, ctx: &mut ViewCtx<'_>, contact: Id<Contact>, on: NaiveDate) {
        let kind = self.captured();
        let text = self.typed.trim().to_owned();
        let name = name_of(ctx.book, ctx.texts, contact);
        self.noted.insert(0, ctx.texts.matching_noted(self.choice.label(ctx.texts), &name, &text));
        self.noted.truncate(LINES);
        ctx.edit(Edit::Capture { contact, capture: Box::new(Capture { kind, text, on }) });
        self.typed.clear();
        self.source.clear();
        self.level = ExpertiseLevel::Unknown;
        self.wants_focus = true;
    }

    fn text_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) -> bool {
        let texts = ctx.texts;
        let id = EguiId::unique("capture text");
        let hint = self.choice.hint(texts);
        let show = |ui: &mut egui::Ui, value: &mut String| {
            TextField::new(texts.matching_words()).hint(hint).id(id).show(ui, value)
        };
        let (response, taken) = match self.choice.completes() {
            Some(kind) => self.completer.ui(ctx, ui, kind, &mut self.typed, show),
            None => (show(ui, &mut self.typed), false),
        };
        // A click on a chip takes the keyboard from the field in the same frame in which it is to get it back: the wish
        // holds until the field is drawn with the keyboard.
        if response.has_focus() {
            self.wants_focus = false;
        } else if self.wants_focus {
            response.request_focus();
            ui.ctx().request_repaint();
        }
        response.lost_focus() && !taken && ui.input(|input| input.key_pressed(Key::Enter))
    }
}

/// Who came into the book last: ids follow the order in which they are made.
fn newest(ctx: &ViewCtx<'_>) -> Option<Id<Contact>> {
    ctx.book.contacts.keys().max().copied()
}

impl SheetUi for CaptureSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.matching_capture_title().to_owned()
    }

    fn width(&self) -> f32 {
        610.0
    }

    fn stands_still(&self) -> Option<f32> {
        Some(560.0)
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        self.take_added(ctx);
        if self.who.ui(ctx, ui, texts.inspector_relationship_who()) && self.who.first().is_some() {
            self.wants_focus = true;
        }
        if let Some(name) = self.who.take_new() {
            self.awaited = Some(newest(ctx));
            ctx.open(Sheet::NewContactNamed(name));
            return Next::Stay;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for choice in Choice::ALL {
                if ui.add(Chip::new(choice.label(texts), choice == self.choice)).clicked() {
                    self.choice = choice;
                    self.wants_focus = true;
                }
            }
        });
        let mut asked = self.text_ui(ctx, ui);
        if self.choice == Choice::Expertise {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                ui.label(text::rich(texts.inspector_level(), TextKind::Label, p.text3));
                for level in [ExpertiseLevel::Beginner, ExpertiseLevel::Average, ExpertiseLevel::Expert] {
                    let chosen = level == self.level;
                    if ui.add(Chip::new(level_label(level, texts), chosen)).clicked() {
                        self.level = if chosen { ExpertiseLevel::Unknown } else { level };
                    }
                }
            });
        }
        if self.choice == Choice::Research {
            let field = TextField::new(texts.inspector_source()).hint(texts.inspector_source_hint());
            field.show(ui, &mut self.source);
        }
        let width = 200.0_f32.min(ui.available_width());
        self.day.ui(ctx, ui, texts.matching_day(), texts.calendar_when_hint(), width);
        for line in &self.noted {
            let words = text::rich(line, TextKind::Small, p.text2);
            let label = ui.horizontal(|ui| {
                ui.label(text::rich("✓", TextKind::Small, p.ok));
                ui.add(egui::Label::new(words).truncate())
            });
            label.inner.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, line));
        }
        ui.add_space(space::XS);
        let (who, day) = (self.who.first(), self.day.day());
        let ready = who.is_some() && day.is_some() && !is_blank(&self.typed) && ctx.writable;
        asked |= ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
        let mut next = Next::Stay;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), 34.0),
            egui::Layout::right_to_left(egui::Align::Center),
            |ui| {
                let save = Button::primary(texts.matching_capture_save()).icon(icons::PLUS).key("↵");
                let why = match (who, day) {
                    (None, _) => texts.inspector_choose_person(),
                    (_, None) => texts.calendar_date_bad(),
                    _ => texts.matching_words_needed(),
                };
                asked |= ui.add_enabled(ready, save).on_disabled_hover_text(why).clicked();
                if ui.add(Button::ghost(texts.common_done())).clicked() {
                    next = Next::Close;
                }
            },
        );
        if asked
            && ready
            && let Some((who, day)) = who.zip(day)
        {
            self.save(ctx, who, day);
        }
        next
    }
}
