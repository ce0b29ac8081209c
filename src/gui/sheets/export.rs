//! For whom people or events are exported, and as what: the last look before something leaves.

use eframe::egui;

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::exchange::share::{Audience, Policy};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::export::{EventsFormat, ExportFormat, ExportOf};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Banner, Chip, Radio, Severity};
use crate::model::{Circle, FieldGroup, Id};
use crate::text::Texts;
use crate::text::tidy::tidy;

/// Chooses for whom something is.
pub struct AudienceField {
    /// The choice.
    pub audience: Audience,
    /// Only this one can be chosen: the book is seen as that circle.
    is_fixed: bool,
    told: Cached<(u64, Audience, crate::text::Locale), (String, String)>,
}

impl AudienceField {
    /// Begins with oneself, or with the circle as which the book is seen.
    pub fn new(ctx: &ViewCtx<'_>) -> Self {
        let seen = ctx.as_circle.map(|badge| Audience::Circle(badge.circle));
        Self { audience: seen.unwrap_or(Audience::Me), is_fixed: seen.is_some(), told: Cached::default() }
    }

    /// Draws the choice and what it means.
    pub fn ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        ui.label(text::rich(texts.share_for_whom(), TextKind::Label, p.text3));
        if let Some(badge) = ctx.as_circle.filter(|_| self.is_fixed) {
            ui.add(Radio::new(true, &texts.share_for_circle(&badge.name)));
            ui.add(egui::Label::new(text::rich(texts.share_for_seen(), TextKind::Small, p.text2)).wrap());
            return;
        }
        if ui.add(Radio::new(self.audience == Audience::Me, texts.share_for_me())).clicked() {
            self.audience = Audience::Me;
        }
        let mut circles: Vec<&Circle> = ctx.book.circles.values().map(|circle| &**circle).collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        let area = egui::ScrollArea::vertical().id_salt("audience").max_height(200.0);
        area.auto_shrink([false, true]).show(ui, |ui| {
            for circle in circles {
                let audience = Audience::Circle(circle.id);
                let label = texts.share_for_circle(&tidy(&circle.name));
                if ui.add(Radio::new(self.audience == audience, &label)).clicked() {
                    self.audience = audience;
                }
            }
        });
        let audience = self.audience;
        let book = ctx.book;
        let (seen, kept) = self.told.get((ctx.revision, audience, texts.locale()), |_| {
            groups_text(&Policy::of(book, audience), texts)
        });
        ui.add_space(space::XS);
        if audience == Audience::Me {
            Banner::new(Severity::Warn, texts.share_for_me_hint()).show(ui);
            return;
        }
        let line = |ui: &mut egui::Ui, words: &str, ink| {
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, ink)).wrap());
        };
        line(ui, &texts.share_groups_seen(seen), p.text);
        line(ui, &texts.share_groups_kept(kept), p.text2);
    }
}

/// The names of the groups that a policy allows, and of those that it does not.
pub fn groups_text(policy: &Policy, texts: &Texts) -> (String, String) {
    let names = |wanted: bool| {
        let groups = FieldGroup::ALL.into_iter().filter(|group| policy.allows(*group) == wanted);
        groups.map(|group| group_name(group, texts)).collect::<Vec<_>>().join(texts.locale().comma())
    };
    let nothing = |names: String| if names.is_empty() { texts.share_groups_none().to_owned() } else { names };
    (nothing(names(true)), nothing(names(false)))
}

/// What a group of fields is called.
pub fn group_name(group: FieldGroup, texts: &Texts) -> &str {
    match group {
        FieldGroup::Name => texts.share_group_name(),
        FieldGroup::Organization => texts.share_group_organization(),
        FieldGroup::Title => texts.share_group_title(),
        FieldGroup::Expertise => texts.share_group_expertise(),
        FieldGroup::Comment => texts.share_group_comment(),
        FieldGroup::BusinessContact => texts.share_group_business(),
        FieldGroup::PrivateContact => texts.share_group_private(),
        FieldGroup::Address => texts.share_group_address(),
        FieldGroup::Birthday => texts.share_group_birthday(),
        FieldGroup::HumanSide => texts.share_group_human(),
        FieldGroup::Impression => texts.share_group_impression(),
    }
}

/// For whom, as what.
pub struct ExportSheet {
    of: ExportOf,
    format: ExportFormat,
    audience: AudienceField,
    /// How many of the people are in no circle that the book has.
    alone: Cached<u64, usize>,
}

impl ExportSheet {
    /// Returns the sheet as it opens.
    pub fn new(of: ExportOf, format: ExportFormat, ctx: &ViewCtx<'_>) -> Self {
        Self { of, format, audience: AudienceField::new(ctx), alone: Cached::default() }
    }
}

impl SheetUi for ExportSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.share_export_title(&self.of.words(texts))
    }

    fn width(&self) -> f32 {
        520.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        ui.spacing_mut().item_spacing.y = space::S;
        self.audience.ui(ctx, ui);
        let is_mine = self.audience.audience == Audience::Me;
        if let (ExportOf::People(people), false, None) = (&self.of, is_mine, ctx.as_circle) {
            let book = ctx.book;
            let alone = *self.alone.get(ctx.revision, |_| {
                let in_none = |id: &&Id<_>| {
                    let contact: Option<&std::sync::Arc<crate::model::Contact>> = book.get(**id);
                    contact.is_some_and(|contact| {
                        contact.circles.iter().all(|circle| book.get(*circle).is_none())
                    })
                };
                people.iter().filter(in_none).count()
            });
            if alone > 0 {
                let words = texts.share_export_alone(alone as i64);
                ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
            }
        }
        if matches!(self.of, ExportOf::Events(_)) && !is_mine {
            ui.add(
                egui::Label::new(text::rich(texts.share_export_events(), TextKind::Small, p.text2)).wrap(),
            );
        }
        ui.label(text::rich(texts.graphs_export_as(), TextKind::Label, p.text3));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            let of_events = [EventsFormat::Csv, EventsFormat::Json].map(ExportFormat::Events);
            let all: &[ExportFormat] =
                if matches!(self.of, ExportOf::Events(_)) { &of_events } else { &ExportFormat::MENU };
            for format in all {
                if ui.add(Chip::new(&format.label(texts), self.format == *format)).clicked() {
                    self.format = *format;
                }
            }
        });
        if self.format == ExportFormat::Ron && !is_mine {
            ui.add(
                egui::Label::new(text::rich(texts.share_export_pictures(), TextKind::Small, p.text2)).wrap(),
            );
        }
        ui.add_space(space::S);
        let mut next = Next::Stay;
        if footer(ctx, ui, texts.graphs_export_go(), true, "", &mut next) {
            let (of, format, audience) = (self.of.clone(), self.format, self.audience.audience);
            ctx.ask(Command::ExportFor { of, format, audience });
            next = Next::Close;
        }
        next
    }
}

/// The glyph beside a group.
pub fn group_icon(group: FieldGroup) -> &'static str {
    match group {
        FieldGroup::Name => icons::IDENTIFICATION_CARD,
        FieldGroup::Organization => icons::USERS_THREE,
        FieldGroup::Title => icons::FILE_TEXT,
        FieldGroup::Expertise => icons::PUZZLE_PIECE,
        FieldGroup::Comment => icons::CHAT_CIRCLE_DOTS,
        FieldGroup::BusinessContact => icons::ENVELOPE_SIMPLE,
        FieldGroup::PrivateContact => icons::PHONE,
        FieldGroup::Address => icons::MAP_PIN,
        FieldGroup::Birthday => icons::CAKE,
        FieldGroup::HumanSide => icons::HEART,
        FieldGroup::Impression => icons::PENCIL_SIMPLE_LINE,
    }
}
