//! The section "Follow-ups" of the settings: every rule with its switch, its days, and what it does.
//!
//! Owns what is being typed into the days. Must not know what a rule makes (`edit`, `index`). Start reading at
//! [`RuleSettings::ui`].

use eframe::egui::{self, Align, Layout, Ui, vec2};

use super::settings::{Typed, hint};
use crate::edit::{Edit, rule_name};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Switch, TextField, section_header};
use crate::model::{Rule, RuleSetting};
use crate::text::Texts;

/// Fewest and most days of a rule.
const DAYS: std::ops::RangeInclusive<u32> = 1..=365;

/// Width of a field for days, in points.
const FIELD: f32 = 168.0;

/// What is typed into the days of the rules.
#[derive(Default)]
pub(super) struct RuleSettings {
    days: [Typed; Rule::ALL.len()],
}

impl RuleSettings {
    /// Draws the section.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        section_header(ui, texts.rules_title(), None);
        hint(ui, texts.rules_hint());
        for (at, rule) in Rule::ALL.into_iter().enumerate() {
            let p = Palette::of(ui);
            let line = ui.cursor().top() + 1.0;
            ui.painter().hline(ui.max_rect().x_range(), line, egui::Stroke::new(1.0, p.line));
            ui.add_space(space::XS);
            let setting = ctx.book.header.setting(rule);
            let mut on = !setting.is_off;
            let mut changed = None;
            ui.horizontal_top(|ui| {
                let words = ui.available_width() - FIELD - space::L;
                ui.vertical(|ui| {
                    ui.set_width(words);
                    ui.spacing_mut().item_spacing.y = 1.0;
                    let switch = Switch::new(&mut on, rule_name(texts, rule));
                    if ui.add_enabled(ctx.writable, switch).changed() {
                        changed = Some(RuleSetting { is_off: !on, ..setting });
                    }
                    ui.add(
                        egui::Label::new(text::rich(sentence(texts, rule), TextKind::Small, p.text2)).wrap(),
                    );
                });
                if rule.default_days().is_none() {
                    return;
                }
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    let days = ctx.book.header.days(rule);
                    let label = days_label(texts, rule);
                    let is_number = |text: &str| parse_days(text).is_some();
                    let typed = &mut self.days[at];
                    let error = typed.is_refused(is_number).then_some(texts.settings_review_days_invalid());
                    let field = TextField::new(label)
                        .id(egui::Id::unique(("rule days", at)))
                        .width(FIELD)
                        .error(error);
                    ui.allocate_ui_with_layout(vec2(FIELD, 0.0), Layout::top_down(Align::Min), |ui| {
                        ui.add_enabled_ui(on, |ui| {
                            if typed.show(ui, field, ctx.revision, is_number, || days.to_string()) {
                                let days = parse_days(&typed.text);
                                changed = Some(RuleSetting { days, ..setting });
                            }
                        });
                    });
                });
            });
            if let Some(setting) = changed {
                ctx.edit(Edit::SetRule { rule, setting });
            }
        }
    }
}

/// What a rule does and when it is done with.
fn sentence(texts: &Texts, rule: Rule) -> &str {
    match rule {
        Rule::ThankYou => texts.rules_about_thank_you(),
        Rule::Review => texts.rules_about_review(),
        Rule::NextStep => texts.rules_about_next_step(),
        Rule::TellOwner => texts.rules_about_tell_owner(),
        Rule::AskAfter => texts.rules_about_ask_after(),
        Rule::Amends => texts.rules_about_amends(),
        Rule::KeepInTouch => texts.rules_about_keep_in_touch(),
        Rule::MeetInPerson => texts.rules_about_meet(),
        Rule::Birthday => texts.rules_about_birthday(),
        Rule::OrganizerCare => texts.rules_about_organizer(),
    }
}

/// What the days of a rule count, each in its own words: fields of one page need different names.
fn days_label(texts: &Texts, rule: Rule) -> &str {
    match rule {
        Rule::ThankYou => texts.rules_days_thank_you(),
        Rule::Review => texts.settings_review_days(),
        Rule::TellOwner => texts.rules_days_tell_owner(),
        Rule::AskAfter => texts.rules_days_ask_after(),
        Rule::Amends => texts.rules_days_amends(),
        Rule::MeetInPerson => texts.rules_days_meet(),
        Rule::Birthday => texts.rules_days_birthday(),
        Rule::OrganizerCare => texts.rules_days_organizer(),
        Rule::KeepInTouch | Rule::NextStep => "",
    }
}

/// Returns the days when the text is a number in the range.
fn parse_days(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|days| DAYS.contains(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_a_whole_number_of_a_year_at_most() {
        assert_eq!(parse_days(" 45 "), Some(45));
        for bad in ["", "0", "366", "3.5", "-1", "thirty"] {
            assert_eq!(parse_days(bad), None, "{bad}");
        }
    }
}
