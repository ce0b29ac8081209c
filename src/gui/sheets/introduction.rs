//! Records an introduction: who brought whom together, how far it is, when.

use eframe::egui;

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::name_of;
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::views::words::introduction_label;
use crate::gui::widgets::{Button, HandField, MenuItem, TextField, segmented};
use crate::model::{Contact, Id, Introduction, IntroductionState, Party};
use crate::text::Texts;
use crate::text::dates::parse_date;

/// Introduces two people, or records who introduced me.
pub struct IntroductionSheet {
    contact: Id<Contact>,
    name: String,
    way: usize,
    other: PersonPicker,
    state: IntroductionState,
    date: String,
    note: String,
}

impl IntroductionSheet {
    /// Returns the sheet as it opens.
    pub fn new(contact: Id<Contact>, ctx: &ViewCtx<'_>) -> Self {
        Self {
            contact,
            name: name_of(ctx.book, ctx.texts, contact),
            way: 0,
            other: PersonPicker::one().excluding(vec![contact]).focused(),
            state: IntroductionState::Made,
            date: ctx.texts.common_day_today().to_owned(),
            note: String::new(),
        }
    }

    /// The other person is known already.
    #[must_use]
    pub fn with(mut self, other: Id<Contact>) -> Self {
        self.other.choose(other);
        self
    }

    /// Introducer and the two sides, as the chosen way says.
    fn parties(&self, other: Id<Contact>) -> [Party; 3] {
        let (this, other) = (Party::Contact(self.contact), Party::Contact(other));
        match self.way {
            0 => [Party::Me, this, other],
            1 => [other, Party::Me, this],
            _ => [this, Party::Me, other],
        }
    }
}

impl SheetUi for IntroductionSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.inspector_introduction_title(&self.name)
    }

    fn width(&self) -> f32 {
        580.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = 8.0;
        let ways = [
            texts.inspector_introduction_by_me(),
            texts.inspector_introduction_by_other(),
            texts.inspector_introduction_by_them(),
        ];
        segmented(ui, texts.common_introduction(), &ways, &mut self.way);
        let label = match self.way {
            0 => texts.inspector_introduction_to(),
            1 => texts.inspector_introduction_who(),
            _ => texts.inspector_introduction_met(),
        };
        self.other.ui(ctx, ui, label);
        let day = parse_date(&self.date, ctx.today, texts.locale());
        let empty = self.date.trim().is_empty();
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            let error = (day.is_none() && !empty).then(|| texts.inspector_date_not_understood());
            TextField::new(texts.common_date()).error(error).show(left, &mut self.date);
            if let Some(day) = day {
                left.label(text::rich(&texts.locale().day_medium(day), TextKind::Label, p.text3));
            }
            right.spacing_mut().item_spacing.y = 4.0;
            right.label(text::rich(texts.inspector_introduction_state(), TextKind::Label, p.text3));
            let button = Button::new(introduction_label(self.state, texts)).trailing(icons::CARET_DOWN);
            let button = right.add(button);
            egui::Popup::menu(&button).show(|ui| {
                for state in IntroductionState::ALL {
                    let item = MenuItem::new(introduction_label(state, texts)).checked(state == self.state);
                    if ui.add(item).clicked() {
                        self.state = state;
                    }
                }
            });
        });
        HandField::new(texts.common_note(), texts.inspector_introduction_note(), 2).show(ui, &mut self.note);
        ui.add_space(4.0);
        let mut next = Next::Stay;
        let other = self.other.first();
        let ready = other.is_some() && (day.is_some() || empty);
        let why = if other.is_none() {
            texts.inspector_choose_person()
        } else {
            texts.inspector_date_not_understood()
        };
        if footer(ctx, ui, texts.inspector_introduction_save(), ready, why, &mut next)
            && let Some(other) = other
        {
            let [introducer, a, b] = self.parties(other);
            let note = self.note.trim().to_owned();
            let introduction = Introduction {
                introducer,
                a,
                b,
                on: day,
                state: self.state,
                note,
                ..Introduction::default()
            };
            ctx.edit(Edit::AddIntroduction { introduction: Box::new(introduction) });
            next = Next::Close;
        }
        next
    }
}
