//! The person tab: circles and the human side, before any business.

use eframe::egui::{self, pos2, vec2};

use super::{Inspector, fields};
use crate::edit::{ContactField, Edit};
use crate::gui::command::{Action, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::views::people::tidy;
use crate::gui::views::words::{RHYTHMS, rhythm_of};
use crate::gui::widgets::{Button, Chip, HandField, paint_icon, segmented, tip};
use crate::model::{Cadence, Circle, Contact, Id, YearlessDate};
use crate::text::dates::parse_date;

/// A year with a 29 February, to write and read days that have no year.
const LEAP: i32 = 2028;

/// Returns a birthday as one types it: `14 Mar`, or `14 Mar 1985` with its year.
pub(super) fn birthday_text(birthday: YearlessDate, locale: crate::text::Locale) -> String {
    let year = birthday.year.unwrap_or(LEAP);
    let Some(day) = chrono::NaiveDate::from_ymd_opt(year, birthday.month, birthday.day) else {
        return format!("{:02}-{:02}", birthday.month, birthday.day);
    };
    if birthday.year.is_some() { locale.day_with_year(day) } else { locale.day_short(day) }
}

/// Reads a birthday: a date with a year, or a day and month alone. A year is taken only when it was
/// typed, because `parse_date` fills in the present one.
pub(super) fn parse_birthday(
    typed: &str,
    today: chrono::NaiveDate,
    locale: crate::text::Locale,
) -> Option<YearlessDate> {
    use chrono::Datelike as _;
    let typed = typed.trim();
    if let Some((month, day)) = typed.split_once('-')
        && let (Ok(month), Ok(day)) = (month.parse(), day.parse())
    {
        return YearlessDate::new(None, month, day);
    }
    // 29 February is a birthday in every year.
    let leap = chrono::NaiveDate::from_ymd_opt(LEAP, 1, 1).unwrap_or(today);
    let day = parse_date(typed, today, locale).or_else(|| parse_date(typed, leap, locale))?;
    let has_year = typed.contains(&day.year().to_string()) || typed.contains(['年', '令', '平', '昭']);
    YearlessDate::new(has_year.then_some(day.year()), day.month(), day.day())
}

impl Inspector {
    pub(super) fn person_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if fields::section(ui, texts.app_circles(), Some((icons::PLUS, texts.app_circles_add()))) {
            ctx.open(Sheet::Circle(None));
        }
        let circles = self.circles.get((ctx.revision, contact.id), |_| memberships(ctx, contact));
        if circles.is_empty() {
            fields::invite(ui, texts.inspector_circles_empty());
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for circle in circles {
                let chip = Chip::new(&circle.name, circle.member).dot(p.circle(circle.colour).0);
                let response = ui.add(chip);
                if response.clicked() {
                    ctx.edit(Edit::SetCircle {
                        contacts: vec![contact.id],
                        circle: circle.id,
                        member: !circle.member,
                    });
                }
                response.context_menu(|ui| {
                    if ui.button(texts.common_edit()).clicked() {
                        ctx.open(Sheet::Circle(Some(circle.id)));
                    }
                });
            }
        });
        if ctx.as_circle.is_none() && !circles.iter().any(|circle| circle.member) {
            ui.add(egui::Label::new(text::rich(texts.share_alone(), TextKind::Small, p.text2)).wrap());
        }
        ui.add_space(10.0);
        ui.push_id("tags", |ui| self.tags_ui(ctx, ui, contact));
        let before = Button::ghost(texts.human_action()).small().icon(icons::HEART);
        let keys = Action::HumanFirst.keys();
        if tip(ui.add(before), texts.human_action_hint(), keys.as_deref()).clicked() {
            ctx.open(Sheet::Human(contact.id, None));
        }
        self.human_ui(ctx, ui);
        ui.add_space(6.0);
        fields::hairline(ui);
        ui.add_space(6.0);
        self.rhythm_ui(ctx, ui, contact);
        ui.add_space(6.0);
        fields::section(ui, texts.common_note(), None);
        let response = HandField::new(texts.common_note(), texts.inspector_notes_hint(), 3)
            .show(ui, &mut self.draft.notes);
        self.mind(&response, "notes", 0);
        if response.changed() {
            self.set(ctx, ContactField::Notes(self.draft.notes.clone()));
        }
        self.records_ui(ctx, ui, contact);
    }

    fn human_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        let error = self.draft.birthday_refused.then(|| texts.inspector_birthday_not_understood());
        let mut response = None;
        line(ui, icons::CAKE, texts.common_kind_birthday(), |ui| {
            let field = fields::Quiet::new(texts.common_kind_birthday())
                .no_label()
                .hint(texts.inspector_birthday_hint())
                .error(error);
            response = Some(field.show(ui, &mut self.draft.birthday));
        });
        if let Some(response) = response {
            self.mind(&response, "birthday", 0);
            if self.draft.birthday_refused {
                self.stay(&response);
            }
            if response.changed() {
                self.draft.mind_birthday(ctx.today, texts.locale());
                let typed = parse_birthday(&self.draft.birthday, ctx.today, texts.locale());
                if !self.draft.birthday_refused && typed != self.draft.human.birthday {
                    self.draft.human.birthday = typed;
                    self.set(ctx, ContactField::Human(self.draft.human.clone()));
                }
            }
        }
        line(ui, icons::TRANSLATE, texts.inspector_languages(), |ui| self.languages_ui(ctx, ui));
        let mut changed = false;
        for (at, (icon, label, hint)) in [
            (icons::MAP_PIN, texts.inspector_home(), texts.inspector_home_hint()),
            (icons::USERS, texts.inspector_people(), texts.inspector_people_hint()),
            (icons::HEART, texts.inspector_enjoys(), texts.inspector_enjoys_hint()),
            (icons::HAND_PALM, texts.inspector_avoids(), texts.inspector_avoids_hint()),
            (icons::GIFT, texts.inspector_gifts(), texts.inspector_gifts_hint()),
            (icons::CHAT_CIRCLE_DOTS, texts.inspector_starters(), texts.inspector_starters_hint()),
        ]
        .into_iter()
        .enumerate()
        {
            let human = &mut self.draft.human;
            let value = match at {
                0 => &mut human.home,
                1 => &mut human.people,
                2 => &mut human.enjoys,
                3 => &mut human.avoids,
                4 => &mut human.gifts,
                _ => &mut human.starters,
            };
            let mut response = None;
            line(ui, icon, label, |ui| {
                response = Some(fields::Quiet::new(label).no_label().hint(hint).rows(4).show(ui, value));
            });
            if let Some(response) = response {
                self.mind(&response, "human", at);
                changed |= response.changed();
            }
        }
        if changed {
            self.set(ctx, ContactField::Human(self.draft.human.clone()));
        }
    }

    /// How often to be in touch.
    fn rhythm_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: &Contact) {
        let texts = ctx.texts;
        fields::section(ui, texts.inspector_rhythm(), None);
        let labels = [
            texts.inspector_rhythm_none(),
            texts.inspector_rhythm_monthly(),
            texts.inspector_rhythm_quarterly(),
            texts.inspector_rhythm_yearly(),
        ];
        let present = rhythm_of(contact.cadence);
        let mut chosen = present;
        if segmented(ui, texts.inspector_rhythm(), &labels, &mut chosen).changed() && chosen != present {
            let cadence = chosen
                .checked_sub(1)
                .map(|at| Cadence { ideal_days: RHYTHMS[at].0, latest_days: RHYTHMS[at].1 });
            self.set(ctx, ContactField::Cadence(cadence));
        }
    }
}

/// A circle, and whether the person is in it.
pub(super) struct Membership {
    id: Id<Circle>,
    name: String,
    colour: usize,
    member: bool,
}

fn memberships(ctx: &ViewCtx<'_>, contact: &Contact) -> Vec<Membership> {
    let mut circles: Vec<_> = ctx.book.circles.values().collect();
    circles.sort_by_key(|circle| (circle.order, circle.id));
    let membership = |circle: &std::sync::Arc<Circle>| Membership {
        id: circle.id,
        name: tidy(&circle.name),
        colour: usize::from(circle.colour),
        member: contact.circles.contains(&circle.id),
    };
    circles.into_iter().map(membership).collect()
}

/// An icon and a label at the left, the field at the right.
fn line(ui: &mut egui::Ui, icon: &str, label: &str, add: impl FnOnce(&mut egui::Ui)) {
    let p = Palette::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(104.0, 26.0), egui::Sense::hover());
        let y = rect.center().y;
        paint_icon(ui.painter(), pos2(rect.left() + 8.0, y), icon, Weight::Regular, 16.0, p.text2);
        let words = text::line(ui.painter(), label, TextKind::Body, p.text2, 78.0);
        ui.painter().galley(pos2(rect.left() + 26.0, y - words.size().y / 2.0), words, p.text2);
        ui.vertical(|ui| add(ui));
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn a_birthday_has_a_year_only_when_one_was_typed() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 10, 14).unwrap();
        let check = |typed: &str, locale, year: Option<i32>, month, day| {
            assert_eq!(parse_birthday(typed, today, locale), YearlessDate::new(year, month, day), "{typed}");
        };
        check("03-14", Locale::En, None, 3, 14);
        check("1985-03-14", Locale::En, Some(1985), 3, 14);
        check("14 March", Locale::En, None, 3, 14);
        check("14.03.1985", Locale::De, Some(1985), 3, 14);
        check("3月14日", Locale::Ja, None, 3, 14);
        check("1985年3月14日", Locale::Ja, Some(1985), 3, 14);
        assert_eq!(parse_birthday("02-30", today, Locale::En), None);
        assert_eq!(parse_birthday("soon", today, Locale::En), None);
        for locale in Locale::ALL {
            for birthday in [
                YearlessDate::new(None, 2, 29),
                YearlessDate::new(Some(1990), 12, 1),
                YearlessDate::new(None, 10, 3),
            ] {
                let birthday = birthday.unwrap();
                let typed = birthday_text(birthday, locale);
                assert_eq!(parse_birthday(&typed, today, locale), Some(birthday), "{typed}");
            }
        }
    }
}
