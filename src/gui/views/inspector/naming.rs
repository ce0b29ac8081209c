//! The name in all its writings, and how the person is addressed.

use eframe::egui;

use super::Inspector;
use super::fields::{self, Quiet};
use crate::edit::ContactField;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::widgets::segmented;
use crate::model::{Contact, NameOrder, PersonName};
use crate::text::{Texts, names};

/// The parts of a name that have a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Family,
    Given,
    FamilyReading,
    GivenReading,
    Additional,
    Nickname,
    Latin,
    Prefix,
    Suffix,
    Honorific,
}

impl Part {
    fn value(self, name: &mut PersonName) -> &mut String {
        match self {
            Self::Family => &mut name.family,
            Self::Given => &mut name.given,
            Self::FamilyReading => &mut name.family_reading,
            Self::GivenReading => &mut name.given_reading,
            Self::Additional => &mut name.additional,
            Self::Nickname => &mut name.nickname,
            Self::Latin => &mut name.latin,
            Self::Prefix => &mut name.prefix,
            Self::Suffix => &mut name.suffix,
            Self::Honorific => &mut name.honorific,
        }
    }

    fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Family => texts.common_name_family(),
            Self::Given => texts.common_name_given(),
            Self::FamilyReading => texts.common_name_family_reading(),
            Self::GivenReading => texts.common_name_given_reading(),
            Self::Additional => texts.inspector_additional(),
            Self::Nickname => texts.common_name_nickname(),
            Self::Latin => texts.inspector_latin(),
            Self::Prefix => texts.common_name_prefix(),
            Self::Suffix => texts.inspector_suffix(),
            Self::Honorific => texts.inspector_honorific(),
        }
    }

    /// Values that the language of the person suggests.
    fn choices(self, language: &str) -> &'static [&'static str] {
        match self {
            Self::Prefix => names::titles(language),
            Self::Honorific => names::honorifics(language),
            _ => &[],
        }
    }
}

impl Inspector {
    pub(super) fn name_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let nobody = self.draft.name.is_empty() && contact.affiliations.is_empty();
        let mut changed = false;
        // In the order in which the name is written.
        let pairs = if self.draft.name.family_first(contact.language()) {
            [(Part::Family, Part::Given), (Part::FamilyReading, Part::GivenReading)]
        } else {
            [(Part::Given, Part::Family), (Part::GivenReading, Part::FamilyReading)]
        };
        for (at, (left, right)) in pairs.into_iter().enumerate() {
            let error = (at == 0 && nobody).then(|| texts.inspector_name_needed());
            changed |= self.pair_ui(ctx, ui, contact, (left, right), error);
        }
        if let Some((family, given)) = self.draft.proposals.reading.clone() {
            let words = texts.inspector_propose(&[family.as_str(), given.as_str()].join(" "));
            if ctx.writable && fields::link(ui, icons::CHECK, &words).clicked() {
                for (value, proposed) in [
                    (&mut self.draft.name.family_reading, family),
                    (&mut self.draft.name.given_reading, given),
                ] {
                    if value.trim().is_empty() {
                        *value = proposed;
                    }
                }
                changed = true;
            }
        }
        changed |= self.part_ui(ctx, ui, contact, Part::Latin, None);
        if let Some(latin) = self.draft.proposals.latin.clone()
            && ctx.writable
            && fields::link(ui, icons::CHECK, &texts.inspector_propose(&latin)).clicked()
        {
            self.draft.name.latin = latin;
            changed = true;
        }
        changed |= self.pair_ui(ctx, ui, contact, (Part::Additional, Part::Nickname), None);
        changed |= self.pair_ui(ctx, ui, contact, (Part::Prefix, Part::Suffix), None);
        changed |= self.part_ui(ctx, ui, contact, Part::Honorific, None);
        if !self.draft.proposals.address.is_empty() {
            let words = &self.draft.proposals.address;
            ui.horizontal(|ui| {
                ui.add_space(6.0);
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.label(text::rich(texts.inspector_in_letters(), TextKind::Small, p.text3));
                ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).truncate());
            });
        }
        let orders = [NameOrder::ByLanguage, NameOrder::FamilyFirst, NameOrder::GivenFirst];
        let labels = [
            texts.inspector_order_by_writing(),
            texts.inspector_order_family(),
            texts.inspector_order_given(),
        ];
        let mut order = orders.iter().position(|order| *order == self.draft.name.order).unwrap_or(0);
        ui.add_space(4.0);
        ui.label(text::rich(texts.inspector_order(), TextKind::Label, p.text3));
        if segmented(ui, texts.inspector_order(), &labels, &mut order).changed() {
            self.draft.name.order = orders[order];
            changed = true;
        }
        if changed {
            self.draft.propose();
            // A person without any name is not kept; the field says so and the typed text stays.
            if !self.draft.name.is_empty() || !contact.affiliations.is_empty() {
                self.set(ctx, ContactField::Name(self.draft.name.clone()));
            }
        }
        ui.add_space(4.0);
        fields::hairline(ui);
    }

    fn pair_ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut egui::Ui,
        contact: &Contact,
        (left, right): (Part, Part),
        error: Option<&str>,
    ) -> bool {
        let mut changed = false;
        fields::two(ui, |ui, first| {
            let (part, error) = if first { (left, error) } else { (right, None) };
            changed |= self.part_ui(ctx, ui, contact, part, error);
        });
        changed
    }

    /// One field of the name; returns whether it changed.
    fn part_ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut egui::Ui,
        contact: &Contact,
        part: Part,
        error: Option<&str>,
    ) -> bool {
        let texts = ctx.texts;
        let choices = part.choices(contact.language());
        let example = choices.first().filter(|_| part == Part::Honorific);
        let is_empty = part.value(&mut self.draft.name).is_empty();
        let hint = example.filter(|_| is_empty).map(|value| texts.inspector_for_example(value));
        let hint = hint.as_deref().unwrap_or_default();
        let quiet = Quiet::new(part.label(texts)).hint(hint).error(error).copy(texts.common_copy());
        if choices.is_empty() {
            let response = quiet.show(ui, part.value(&mut self.draft.name));
            self.mind(&response, "name", part as usize);
            return response.changed();
        }
        let mut changed = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let response = quiet.tail(28.0).show(ui, part.value(&mut self.draft.name));
            self.mind(&response, "name", part as usize);
            changed = response.changed();
            ui.vertical(|ui| {
                ui.add_space(14.0);
                let name = texts.inspector_suggestions(part.label(texts));
                let value = part.value(&mut self.draft.name);
                if let Some(choice) = fields::suggestions(ui, &name, choices, value).filter(|_| ctx.writable)
                {
                    choice.clone_into(value);
                    changed = true;
                }
            });
        });
        changed
    }
}
