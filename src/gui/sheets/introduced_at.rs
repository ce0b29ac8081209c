//! Records who introduced whom at an event.

use eframe::egui::{self, Ui};

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::views::people::name_of;
use crate::gui::views::person_picker::PersonPicker;
use crate::gui::widgets::{Chip, HandField, segmented};
use crate::model::{Contact, Event, Id, Introduction, Party};
use crate::text::Texts;

/// People of the event that are offered at once.
const OFFERED: usize = 10;

/// Records an introduction at an event.
pub struct IntroducedAt {
    event: Id<Event>,
    /// Somebody introduced me, somebody introduced two others, or I did.
    way: usize,
    introducer: PersonPicker,
    a: PersonPicker,
    b: PersonPicker,
    note: String,
    /// People of the event, with their names.
    there: Vec<(Id<Contact>, String)>,
}

impl IntroducedAt {
    /// Returns the sheet as it opens.
    pub fn new(event: Id<Event>, ctx: &ViewCtx<'_>) -> Self {
        let there = ctx.index.links.event(event).contacts.iter();
        let there = there.map(|id| (*id, name_of(ctx.book, ctx.texts, *id))).collect();
        Self {
            event,
            way: 0,
            introducer: PersonPicker::one().focused(),
            a: PersonPicker::one(),
            b: PersonPicker::one(),
            note: String::new(),
            there,
        }
    }

    fn parties(&self) -> Option<[Party; 3]> {
        let person = |picker: &PersonPicker| picker.first().map(Party::Contact);
        let parties = match self.way {
            0 => [person(&self.introducer)?, Party::Me, person(&self.a)?],
            1 => [person(&self.introducer)?, person(&self.a)?, person(&self.b)?],
            _ => [Party::Me, person(&self.a)?, person(&self.b)?],
        };
        let [first, second, third] = parties;
        (first != second && second != third && first != third).then_some(parties)
    }
}

impl SheetUi for IntroducedAt {
    fn title(&self, texts: &Texts) -> String {
        texts.events_introduced_title().to_owned()
    }

    fn width(&self) -> f32 {
        580.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let Some(event) = ctx.book.get(self.event).cloned() else { return Next::Close };
        ui.spacing_mut().item_spacing.y = space::S;
        let ways = [
            texts.events_introduced_way_me(),
            texts.events_introduced_way_others(),
            texts.events_introduced_way_i(),
        ];
        segmented(ui, texts.common_introduction(), &ways, &mut self.way);
        let room = (ui.ctx().content_rect().height() - 300.0).max(200.0);
        egui::ScrollArea::vertical().id_salt("introduced").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.spacing_mut().item_spacing.y = space::M;
            let there = &self.there;
            if self.way < 2 {
                pick(ctx, ui, &mut self.introducer, texts.events_introduced_who(), there);
            }
            let first =
                if self.way == 0 { texts.events_introduced_to_me() } else { texts.events_introduced_first() };
            pick(ctx, ui, &mut self.a, first, there);
            if self.way > 0 {
                pick(ctx, ui, &mut self.b, texts.events_introduced_second(), there);
            }
            HandField::new(texts.common_note(), texts.inspector_introduction_note(), 2)
                .show(ui, &mut self.note);
        });
        ui.add_space(space::XS);
        let mut next = Next::Stay;
        let parties = self.parties();
        let why = texts.events_introduced_missing();
        if footer(ctx, ui, texts.inspector_introduction_save(), parties.is_some(), why, &mut next)
            && let Some([introducer, a, b]) = parties
        {
            // What is noted before the evening was made today.
            let on = event.starts_on.map_or(ctx.today, |day| day.min(ctx.today));
            let introduction = Introduction {
                introducer,
                a,
                b,
                on: Some(on),
                event: Some(self.event),
                note: self.note.trim().to_owned(),
                ..Introduction::default()
            };
            ctx.edit(Edit::AddIntroduction { introduction: Box::new(introduction) });
            next = Next::Close;
        }
        next
    }
}

/// A field for one person, with those of the evening to press.
fn pick(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    picker: &mut PersonPicker,
    label: &str,
    there: &[(Id<Contact>, String)],
) {
    picker.ui(ctx, ui, label);
    if picker.first().is_some() || there.is_empty() {
        return;
    }
    ui.push_id(label, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            for (id, name) in there.iter().take(OFFERED) {
                if ui.add(Chip::new(name, false)).clicked() {
                    picker.choose(*id);
                }
            }
            if there.len() > OFFERED {
                let p = Palette::of(ui);
                let more = ctx.texts.calendar_more((there.len() - OFFERED) as i64);
                ui.label(text::rich(&more, TextKind::Small, p.text3));
            }
        });
    });
}
