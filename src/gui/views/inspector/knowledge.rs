//! The knowledge tab: how I can help, what the person can do, offers, needs, interests, and what I found out; who could
//! use it stands in `matches`.

use chrono::{Months, NaiveDate};
use eframe::egui::{self};

use super::{Inspector, fields};
use crate::edit::ContactField;
use crate::gui::command::{Command, MatchAsk, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::completion::Kind;
use crate::gui::views::people::tidy;
use crate::gui::views::words::level_label;
use crate::gui::widgets::{HandField, MenuItem, Tag};
use crate::model::{Expertise, ExpertiseLevel, Need, ResearchNote};
use crate::text::{Locale, tidy::is_blank};

/// After how many months a research note is marked as stale.
const STALE_MONTHS: u32 = 12;

/// Whether a note is so old that it should be looked at again.
fn is_stale(note: &ResearchNote, today: NaiveDate) -> bool {
    let limit = today.checked_sub_months(Months::new(STALE_MONTHS));
    note.researched_on.zip(limit).is_some_and(|(on, limit)| on < limit)
}

/// Whether a source is an address that the browser opens; a book or a person is a source too.
fn is_link(source: &str) -> bool {
    let lower = source.get(..8).unwrap_or(source).to_ascii_lowercase();
    lower.starts_with("http://") || lower.starts_with("https://")
}

/// On what the words about the days of needs rest: opened and closed of each.
pub(super) type NeedDays = (Vec<(Option<NaiveDate>, Option<NaiveDate>)>, Locale, NaiveDate);

impl Inspector {
    pub(super) fn knowledge_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        fields::section(ui, texts.inspector_help(), None);
        let response = HandField::new(texts.inspector_help(), texts.inspector_help_hint(), 2)
            .show(ui, &mut self.draft.help);
        self.mind(&response, "help", 0);
        if response.changed() {
            self.set(ctx, ContactField::Help(self.draft.help.clone()));
        }
        ui.add_space(8.0);
        self.expertise_ui(ctx, ui);
        self.needs_ui(ctx, ui);
        self.words_ui(ctx, ui, Words::Offers);
        self.words_ui(ctx, ui, Words::Problems);
        self.matches_ui(ctx, ui);
        self.words_ui(ctx, ui, Words::Interests);
        self.words_ui(ctx, ui, Words::Hobbies);
        self.research_ui(ctx, ui);
        ui.add_space(8.0);
        fields::section(ui, texts.inspector_own_words(), None);
        let response = HandField::new(texts.inspector_own_words(), texts.inspector_own_words_hint(), 2)
            .show(ui, &mut self.draft.own_words);
        self.mind(&response, "own words", 0);
        if response.changed() {
            self.set(ctx, ContactField::OwnWords(self.draft.own_words.clone()));
        }
    }

    fn expertise_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        if fields::section(
            ui,
            texts.inspector_expertise(),
            Some((icons::PLUS, texts.inspector_add_expertise())),
        ) {
            self.draft.expertise.push(Expertise::default());
            self.focus = Some(("expertise", self.draft.expertise.len() - 1));
        }
        if self.draft.expertise.is_empty() {
            fields::invite(ui, texts.inspector_expertise_empty());
        }
        let mut changed = false;
        let mut removed = None;
        for at in 0..self.draft.expertise.len() {
            let id = ui.scope_id().with(("expertise", at));
            let begun = self.completer.begin(ui, id, Kind::Knowledge, &self.draft.expertise[at].what);
            let field = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let name = texts.inspector_expertise();
                let entry = &mut self.draft.expertise[at];
                let response =
                    fields::Quiet::new(name).no_label().hint(texts.inspector_expertise_hint()).tail(132.0);
                let response = response.show(ui, &mut entry.what);
                changed |= response.changed();
                let level = entry.level;
                self.mind(&response, "expertise", at);
                let menu = fields::menu_word(ui, texts.inspector_level(), level_label(level, texts), 100.0);
                egui::Popup::menu(&menu).width(150.0).show(|ui| {
                    ui.set_max_width(150.0);
                    for choice in [
                        ExpertiseLevel::Unknown,
                        ExpertiseLevel::Beginner,
                        ExpertiseLevel::Average,
                        ExpertiseLevel::Expert,
                    ] {
                        let item = MenuItem::new(level_label(choice, texts)).checked(choice == level);
                        if ui.add(item).clicked() {
                            self.draft.expertise[at].level = choice;
                            changed = true;
                        }
                    }
                });
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                    if fields::tool(ui, icons::X, texts.common_remove()).clicked() {
                        removed = Some(at);
                    }
                });
                response
            });
            let value = &mut self.draft.expertise[at].what;
            changed |= self.completer.end(ctx, ui, begun, &field.inner, value);
        }
        if let Some(at) = removed {
            self.draft.expertise.remove(at);
            changed = true;
        }
        if changed {
            let mut list = self.draft.expertise.clone();
            list.retain(|entry| !is_blank(&entry.what));
            self.set(ctx, ContactField::Expertise(list));
        }
        ui.add_space(8.0);
    }

    fn needs_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if fields::section(ui, texts.inspector_needs(), Some((icons::PLUS, texts.inspector_add_need()))) {
            self.draft.needs.push(Need { opened_on: Some(ctx.today), ..Need::default() });
            self.focus = Some(("needs", self.draft.needs.len() - 1));
        }
        if self.draft.needs.is_empty() {
            fields::invite(ui, texts.inspector_needs_empty());
        }
        self.mind_needs(ctx);
        let mut changed = false;
        let mut removed = None;
        let mut asked = None;
        for at in 0..self.draft.needs.len() {
            let id = ui.scope_id().with(("needs", at));
            let begun = self.completer.begin(ui, id, Kind::Knowledge, &self.draft.needs[at].what);
            let field = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let open = self.draft.needs[at].closed_on.is_none();
                let (icon, name) = if open {
                    (icons::CIRCLE_DASHED, texts.inspector_need_close())
                } else {
                    (icons::CHECK_CIRCLE, texts.inspector_need_open())
                };
                if fields::tool(ui, icon, name).clicked() {
                    self.draft.needs[at].closed_on = open.then_some(ctx.today);
                    changed = true;
                }
                let response = fields::Quiet::new(texts.inspector_needs())
                    .no_label()
                    .hint(texts.inspector_need_hint())
                    .tail(if open { 60.0 } else { 30.0 })
                    .show(ui, &mut self.draft.needs[at].what);
                changed |= response.changed();
                self.mind(&response, "needs", at);
                let need = &self.draft.needs[at];
                if open && !need.id.is_nil() && !is_blank(&need.what) {
                    let name = texts.matching_who_helps_with(&tidy(&need.what));
                    let button = fields::tool(ui, icons::LIGHTBULB, &name);
                    if crate::gui::widgets::tip(button, texts.matching_who_helps(), None).clicked() {
                        asked = Some(need.id);
                    }
                }
                if fields::tool(ui, icons::X, texts.common_remove()).clicked() {
                    removed = Some(at);
                }
                response
            });
            let value = &mut self.draft.needs[at].what;
            changed |= self.completer.end(ctx, ui, begun, &field.inner, value);
            let words = self.need_words.get(at).filter(|words| !words.is_empty());
            if let Some(words) = words {
                ui.spacing_mut().interact_size.y = 14.0;
                ui.horizontal(|ui| {
                    ui.add_space(36.0);
                    ui.label(text::rich(words, TextKind::Label, p.text3));
                });
            }
        }
        if let Some(at) = removed {
            self.draft.needs.remove(at);
            changed = true;
        }
        if changed {
            let mut list = self.draft.needs.clone();
            list.retain(|need| !is_blank(&need.what));
            self.set(ctx, ContactField::Needs(list));
        }
        if let Some((person, need)) = self.shown.zip(asked) {
            ctx.open(Sheet::Matches(MatchAsk::Need(person, need)));
        }
        ui.add_space(8.0);
    }

    /// "since 3 Sep", "since 3 Sep, closed on 14 Oct", worked out when the needs change.
    fn mind_needs(&mut self, ctx: &ViewCtx<'_>) {
        let texts = ctx.texts;
        let days = |need: &Need| (need.opened_on, need.closed_on);
        let key = (self.draft.needs.iter().map(days).collect::<Vec<_>>(), texts.locale(), ctx.today);
        if self.need_days.as_ref() == Some(&key) {
            return;
        }
        let near = |day: NaiveDate| texts.locale().day_near(day, ctx.today);
        let words = |need: &Need| match days(need) {
            (Some(opened), Some(closed)) => texts.inspector_need_from_to(&near(closed), &near(opened)),
            (Some(opened), None) => texts.inspector_need_since(&near(opened)),
            (None, Some(closed)) => texts.inspector_need_closed(&near(closed)),
            (None, None) => String::new(),
        };
        self.need_words = self.draft.needs.iter().map(words).collect();
        self.need_days = Some(key);
    }

    /// Offers, problems, interests and hobbies are plain lists of words.
    fn words_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, which: Words) {
        let texts = ctx.texts;
        let (name, title, add, empty) = match which {
            Words::Offers => (
                "offers",
                texts.inspector_offers(),
                texts.inspector_add_offer(),
                texts.inspector_offers_empty(),
            ),
            Words::Problems => (
                "problems",
                texts.inspector_problems(),
                texts.inspector_add_problem(),
                texts.inspector_problems_empty(),
            ),
            Words::Interests => (
                "interests",
                texts.matching_interests(),
                texts.matching_add_interest(),
                texts.matching_interests_empty(),
            ),
            Words::Hobbies => (
                "hobbies",
                texts.matching_hobbies(),
                texts.matching_add_hobby(),
                texts.matching_hobbies_empty(),
            ),
        };
        let kind = match which {
            Words::Offers | Words::Problems => Kind::Knowledge,
            Words::Interests | Words::Hobbies => Kind::Leisure,
        };
        let mut list = match which {
            Words::Offers => std::mem::take(&mut self.draft.offers),
            Words::Problems => std::mem::take(&mut self.draft.problems),
            Words::Interests => std::mem::take(&mut self.draft.human.interests),
            Words::Hobbies => std::mem::take(&mut self.draft.human.hobbies),
        };
        if fields::section(ui, title, Some((icons::PLUS, add))) {
            list.push(String::new());
            self.focus = Some((name, list.len() - 1));
        }
        if list.is_empty() {
            fields::invite(ui, empty);
        }
        let mut changed = false;
        let mut removed = None;
        for (at, words) in list.iter_mut().enumerate() {
            let id = ui.scope_id().with((name, at));
            let begun = self.completer.begin(ui, id, kind, words);
            let field = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let response = fields::Quiet::new(title).no_label().tail(34.0).show(ui, words);
                changed |= response.changed();
                self.mind(&response, name, at);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                    if fields::tool(ui, icons::X, texts.common_remove()).clicked() {
                        removed = Some(at);
                    }
                });
                response
            });
            changed |= self.completer.end(ctx, ui, begun, &field.inner, words);
        }
        if let Some(at) = removed {
            list.remove(at);
            changed = true;
        }
        if changed {
            let kept: Vec<String> = list.iter().filter(|words| !is_blank(words)).cloned().collect();
            let mut human = self.draft.human.clone();
            let field = match which {
                Words::Offers => ContactField::Offers(kept),
                Words::Problems => ContactField::ProblemsSolved(kept),
                Words::Interests => {
                    human.interests = kept;
                    ContactField::Human(human)
                }
                Words::Hobbies => {
                    human.hobbies = kept;
                    ContactField::Human(human)
                }
            };
            self.set(ctx, field);
        }
        match which {
            Words::Offers => self.draft.offers = list,
            Words::Problems => self.draft.problems = list,
            Words::Interests => self.draft.human.interests = list,
            Words::Hobbies => self.draft.human.hobbies = list,
        }
        ui.add_space(8.0);
    }

    fn research_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if fields::section(
            ui,
            texts.inspector_research(),
            Some((icons::PLUS, texts.inspector_add_research())),
        ) {
            self.draft
                .research
                .insert(0, ResearchNote { researched_on: Some(ctx.today), ..ResearchNote::default() });
            self.focus = Some(("research", 0));
        }
        if self.draft.research.is_empty() {
            fields::invite(ui, texts.inspector_research_empty());
        }
        let mut changed = false;
        let mut removed = None;
        for at in 0..self.draft.research.len() {
            if at > 0 {
                fields::hairline(ui);
            }
            let note = &mut self.draft.research[at];
            let day = note.researched_on;
            let stale = is_stale(note, ctx.today);
            let text_response = fields::Quiet::new(texts.inspector_research())
                .no_label()
                .hint(texts.inspector_research_hint())
                .rows(4)
                .show(ui, &mut note.text);
            changed |= text_response.changed();
            self.mind(&text_response, "research", at);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let source = fields::Quiet::new(texts.inspector_source())
                    .no_label()
                    .hint(texts.inspector_source_hint())
                    .kind(TextKind::Small)
                    .tail(60.0)
                    .show(ui, &mut self.draft.research[at].source);
                changed |= source.changed();
                self.mind(&source, "source", at);
                let source = self.draft.research[at].source.trim();
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                    if fields::tool(ui, icons::X, texts.common_remove()).clicked() {
                        removed = Some(at);
                    }
                    if is_link(source)
                        && fields::tool(ui, icons::LINK_SIMPLE, texts.matching_open_link()).clicked()
                    {
                        ctx.ask(Command::OpenLink(source.to_owned()));
                    }
                });
            });
            // Day, mark and button stand on one line, whichever of them there are.
            let line = egui::vec2(ui.available_width(), 28.0);
            ui.allocate_ui_with_layout(line, egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add_space(6.0);
                if let Some(day) = day {
                    let day = texts.locale().day_near(day, ctx.today);
                    ui.label(text::rich(&day, TextKind::Label, p.text3));
                }
                if stale {
                    let tag = ui.add(Tag::new(texts.inspector_stale()).icon(icons::WARNING));
                    crate::gui::widgets::tip(tag, texts.inspector_stale_tip(), None);
                    if fields::link(ui, icons::CHECK, texts.inspector_still_true()).clicked() && ctx.writable
                    {
                        self.draft.research[at].researched_on = Some(ctx.today);
                        changed = true;
                    }
                }
            });
        }
        if let Some(at) = removed {
            self.draft.research.remove(at);
            changed = true;
        }
        if changed {
            let mut list = self.draft.research.clone();
            list.retain(|note| !note.text.trim().is_empty() || !note.source.trim().is_empty());
            self.set(ctx, ContactField::Research(list));
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Words {
    Offers,
    Problems,
    Interests,
    Hobbies,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_goes_stale_after_twelve_months() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let note = ResearchNote { researched_on: Some(day("2025-10-14")), ..ResearchNote::default() };
        assert!(!is_stale(&note, day("2026-10-14")));
        assert!(is_stale(&note, day("2026-10-15")));
        assert!(!is_stale(&ResearchNote::default(), day("2026-10-15")));
    }
}
