//! Who can help? Who needs this card? The answers to one question, the best first, each with its reason.
//!
//! Owns the question and the list. How hits are found is [`crate::index::Matching`], how a row looks
//! [`crate::gui::views::fits`].

use chrono::NaiveDate;
use eframe::egui::{self, Id, WidgetInfo};

use super::{Next, SheetUi};
use crate::gui::command::MatchAsk;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::views::fits::{FitRow, Told, fit_ui};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::widgets::{Button, EmptyState, TextField, box_frame};
use crate::index::{Fit, Sought, says_nothing};
use crate::model::Need;
use crate::text::{Locale, Texts};

/// Hits that are shown.
const HITS: usize = 12;
/// So many are looked for at most: further ones fit hardly at all.
const MOST_HITS: usize = 120;
/// Characters that are looked for: it happens at each stroke.
const MOST_TYPED: usize = 300;

/// Revision, day, language, typed text, whether the matching is there.
type Key = (u64, NaiveDate, Locale, String, bool, usize);

/// The answers to one question.
pub struct MatchesSheet {
    ask: MatchAsk,
    title: String,
    /// The words that are looked for, when they are typed here.
    typed: String,
    is_new: bool,
    rows: Cached<Key, Vec<FitRow>>,
    shows_unfit: bool,
    /// How many hits are shown at most.
    most: usize,
}

impl MatchesSheet {
    /// Returns the sheet as it opens.
    pub fn new(ask: MatchAsk, ctx: &ViewCtx<'_>) -> Self {
        let texts = ctx.texts;
        let title = match &ask {
            MatchAsk::Card(contact) => texts.matching_who_needs(&name_of(ctx.book, texts, *contact)),
            MatchAsk::Text(_) | MatchAsk::Need(..) => texts.matching_who_helps().to_owned(),
        };
        let typed = match &ask {
            MatchAsk::Text(text) => text.chars().take(MOST_TYPED).collect(),
            _ => String::new(),
        };
        Self { ask, title, typed, is_new: true, rows: Cached::default(), shows_unfit: false, most: HITS }
    }

    fn look(ask: &MatchAsk, typed: &str, most: usize, ctx: &ViewCtx<'_>) -> Vec<FitRow> {
        let (index, today) = (ctx.index, ctx.today);
        let (found, told): (Vec<Fit>, Told) = match ask {
            MatchAsk::Text(_) => (index.who_can_help(Sought::Text(typed), today, most), Told::Ability),
            MatchAsk::Need(person, need) => {
                (index.who_can_help(Sought::Need(*person, *need), today, most), Told::Ability)
            }
            MatchAsk::Card(contact) => (index.who_needs(*contact, today, most), Told::Both),
        };
        found.into_iter().map(|fit| FitRow::of(ctx, fit, told)).collect()
    }

    /// What is asked, above the answers.
    fn question_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        match &self.ask {
            MatchAsk::Text(_) => {
                let id = Id::unique("match text");
                let field = TextField::new(texts.matching_text())
                    .hint(texts.matching_text_hint())
                    .id(id)
                    .limit(MOST_TYPED);
                let response = field.show(ui, &mut self.typed);
                if response.changed() {
                    self.most = HITS;
                }
                if std::mem::take(&mut self.is_new) {
                    response.request_focus();
                    // The next question is typed over the one that came along.
                    crate::gui::search_box::select_all(ui, id, &self.typed);
                }
            }
            MatchAsk::Need(person, need) => {
                let words = ctx.book.get(*person).and_then(|it| it.needs.iter().find(|it| it.id == *need));
                let words = tidy(words.map_or("", |need: &Need| need.what.trim()));
                box_frame(ui, |ui| {
                    ui.set_width(ui.available_width());
                    let who = name_of(ctx.book, texts, *person);
                    ui.add(egui::Label::new(text::rich(&who, TextKind::Small, p.text2)).truncate());
                    ui.add(egui::Label::new(text::rich(&words, TextKind::Hand, p.text)).wrap());
                });
            }
            MatchAsk::Card(_) => {
                let words = text::rich(texts.matching_who_needs_how(), TextKind::Small, p.text2);
                ui.add(egui::Label::new(words).wrap());
            }
        }
    }
}

impl SheetUi for MatchesSheet {
    fn title(&self, _texts: &Texts) -> String {
        self.title.clone()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.spacing_mut().item_spacing.y = space::S;
        self.question_ui(ctx, ui);
        ctx.matches.want();
        let ready = ctx.index.is_matching_ready();
        let room = (ui.ctx().content_rect().height() - 260.0).max(180.0);
        if !ready {
            let words = ui.label(text::rich(texts.matching_reading(), TextKind::Body, p.text2));
            words.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, texts.matching_reading()));
            return Next::Stay;
        }
        if matches!(self.ask, MatchAsk::Text(_)) && says_nothing(&self.typed) {
            let words = text::rich(texts.matching_text_how(), TextKind::Small, p.text2);
            ui.add(egui::Label::new(words).wrap());
            ui.add_space(space::L);
            return Next::Stay;
        }
        if let MatchAsk::Need(person, need) = &self.ask
            && let Some(contact) = ctx.book.get(*person)
            && contact.needs.iter().any(|it| it.id == *need && says_nothing(&it.what))
        {
            let words = texts.matching_cli_says_nothing();
            let label = ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text2)).wrap());
            label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, words));
            ui.add_space(space::L);
            return Next::Stay;
        }
        let key = (ctx.revision, ctx.today, texts.locale(), self.typed.clone(), ready, self.most);
        // One more than is shown says whether there are more.
        let (ask, typed, most) = (&self.ask, &self.typed, self.most + 1);
        let view: &ViewCtx<'_> = ctx;
        let rows = self.rows.get(key, |_| Self::look(ask, typed, most, view));
        let has_more = rows.len() > self.most && self.most < MOST_HITS;
        let rows = &rows[..rows.len().min(self.most)];
        let mut wants_more = false;
        let unfit = rows.iter().filter(|row| row.fit.unfit).count();
        egui::ScrollArea::vertical().id_salt("matches").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_width(ui.available_width() - 18.0);
            ui.spacing_mut().item_spacing.y = space::S;
            if rows.len() == unfit {
                let (title, body) = if matches!(self.ask, MatchAsk::Card(_)) {
                    (texts.matching_nobody_needs(), texts.matching_nobody_needs_how())
                } else {
                    (texts.matching_nobody_helps(), texts.matching_nobody_helps_how())
                };
                ui.add_space(space::M);
                EmptyState::new(icons::PUZZLE_PIECE, title, body).show(ui);
                ui.add_space(space::M);
            }
            for row in rows.iter().filter(|row| !row.fit.unfit) {
                ui.push_id((row.fit.contact, row.fit.need), |ui| fit_ui(ctx, ui, row));
            }
            if has_more {
                let more = Button::ghost(texts.matching_show_more()).icon(icons::CARET_DOWN).small();
                wants_more = ui.add(more).clicked();
            }
            if unfit > 0 {
                let count = i64::try_from(unfit).unwrap_or(i64::MAX);
                let icon = if self.shows_unfit { icons::CARET_DOWN } else { icons::CARET_RIGHT };
                let fold = texts.matching_unfit(count);
                if ui.add(Button::ghost(&fold).icon(icon).small()).clicked() {
                    self.shows_unfit = !self.shows_unfit;
                }
                if self.shows_unfit {
                    for row in rows.iter().filter(|row| row.fit.unfit) {
                        ui.push_id((row.fit.contact, row.fit.need), |ui| fit_ui(ctx, ui, row));
                    }
                }
            }
        });
        if wants_more {
            self.most = (self.most + HITS).min(MOST_HITS);
        }
        Next::Stay
    }
}
