//! How a hit of the matching stands in a list: who, what meets what with the words marked, from where it is known, and
//! what can be done with it.
//!
//! Owns rows and their look, for the inspector, the sheet *Who can help?* and the ledger. Must not know how hits are found
//! ([`crate::index::Fit`]). Start reading at [`FitRow::of`].

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    self, Align, CornerRadius, Layout, Margin, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::card_thumb::contact_card;
use super::people::{name_of, tidy, work_line};
use crate::edit::Edit;
use crate::gui::command::{RequestOf, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, radius, text};
use crate::gui::widgets::{Button, Tag, strength, tip};
use crate::index::{EntryKind, Fit, Tried};
use crate::model::{Contact, Id};

/// Width of the card in a row, in points.
const CARD: f32 = 62.0;

/// Characters of a need or an entry that are shown.
const LONGEST: usize = 240;

/// A hit with its words, made once.
#[derive(Debug, Clone, PartialEq)]
pub struct FitRow {
    /// The hit.
    pub fit: Fit,
    /// Who was found; of a pair the helper.
    pub name: String,
    /// Title and company.
    pub work: String,
    /// Whose need it is; empty when it was typed.
    pub seeker: String,
    /// What meets what, in pieces of which some are marked.
    pieces: Vec<(String, bool)>,
    /// From where it is known.
    pub evidence: String,
    /// What stands against it.
    pub state: Option<String>,
    /// The whole reason, spoken.
    pub why: String,
    /// "Introduce Amara and Haruka", spoken.
    introduce: String,
    /// "Ask Haruka", spoken.
    ask: String,
    /// Warmth in five steps, and in words.
    warmth: (usize, String),
}

/// Which side of a hit a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Need and ability.
    Both,
    /// The need only: the list is about one person's card.
    Need,
    /// The ability only: the list is about one need.
    Ability,
}

impl FitRow {
    /// Makes the row of a hit.
    pub fn of(ctx: &ViewCtx<'_>, fit: Fit, told: Told) -> Self {
        let texts = ctx.texts;
        let mut pieces = Vec::new();
        if told != Told::Ability {
            pieces.push((format!("{} ", fit.need_verb(texts)), false));
            put(&mut pieces, &fit.need_text, &fit.need_marks);
        }
        if told == Told::Both && !fit.entry.is_empty() {
            pieces.push(("  ⇄  ".to_owned(), false));
        }
        if told != Told::Need && !fit.entry.is_empty() {
            pieces.push((format!("{} ", fit.entry_verb(texts)), false));
            put(&mut pieces, &fit.entry, &fit.entry_marks);
        }
        let found = ctx.book.get(fit.contact);
        let steps = (fit.warmth / 20.0).ceil().clamp(0.0, 5.0) as usize;
        let warmth = texts.matching_warmth(&format!("{:.0}", fit.warmth));
        let seeker = fit.seeker.map(|id| name_of(ctx.book, texts, id)).unwrap_or_default();
        Self {
            name: name_of(ctx.book, texts, fit.contact),
            work: found.map_or_else(String::new, |contact| work_line(ctx.book, contact)),
            introduce: tidy(&texts.ways_plan_title(&seeker, &name_of(ctx.book, texts, fit.helper))),
            ask: tidy(&texts.matching_ask_of(&name_of(ctx.book, texts, fit.helper))),
            seeker,
            evidence: days_of(ctx, &fit, told),
            state: fit.state_text(texts, ctx.today),
            why: tidy(&fit.why(ctx.book, texts)),
            pieces,
            warmth: (steps, warmth),
            fit,
        }
    }

    /// The reason as one text with the words that meet marked.
    fn job(&self, p: &Palette, width: f32) -> LayoutJob {
        let whole = text::job("", TextKind::Body, p.text2, width, 3);
        let mut job = LayoutJob { wrap: whole.wrap, ..LayoutJob::default() };
        job.wrap.break_anywhere = false;
        for (piece, marked) in &self.pieces {
            let kind = if *marked { TextKind::Strong } else { TextKind::Body };
            let mut format = text::format(kind, if *marked { p.text } else { p.text2 }, piece);
            if *marked {
                format.background = p.warn_soft;
                format.expand_bg = 2.0;
            }
            job.append(piece, 0.0, format);
        }
        job
    }

    /// Whether the card can be passed on, or the two be introduced.
    fn can_be_joined(&self) -> bool {
        !self.fit.unfit && self.fit.seeker.is_some()
    }
}

/// Since when the ability is known, of a pair the need before.
fn days_of(ctx: &ViewCtx<'_>, fit: &Fit, told: Told) -> String {
    let texts = ctx.texts;
    let evidence = fit.evidence_text(texts, ctx.today);
    let is_of_need = fit.seeker == Some(fit.contact);
    let need = fit.need_on.filter(|_| told == Told::Both && !is_of_need);
    let need = need.map(|on| texts.matching_from_need(&texts.locale().day_near(on, ctx.today)));
    match need {
        Some(need) if evidence.is_empty() => need,
        Some(need) => format!("{need} · {evidence}"),
        None => evidence,
    }
}

/// Cuts a text at its marks; of one without end the beginning.
pub fn put(pieces: &mut Vec<(String, bool)>, words: &str, marks: &[std::ops::Range<usize>]) {
    let end = words.char_indices().nth(LONGEST).map_or(words.len(), |(end, _)| end);
    if end < words.len() {
        let within = |mark: &std::ops::Range<usize>| mark.start.min(end)..mark.end.min(end);
        let marks: Vec<_> = marks.iter().map(within).collect();
        put(pieces, &words[..end], &marks);
        pieces.push(("…".to_owned(), false));
        return;
    }
    let mut at = 0;
    let mut push = |piece: Option<&str>, marked| {
        if let Some(piece) = piece.filter(|piece| !piece.is_empty()) {
            pieces.push((piece.replace(['\n', '\r', '\t'], " "), marked));
        }
    };
    for mark in marks {
        push(words.get(at..mark.start), false);
        push(words.get(mark.clone()), true);
        at = mark.end;
    }
    push(words.get(at..), false);
}

/// Draws a hit with what can be done with it, in a frame.
pub fn fit_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &FitRow) {
    let fit = &row.fit;
    let pressed = framed(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            contact_card(ctx, ui, fit.contact, CARD);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                head_ui(ctx, ui, row);
                words_ui(ui, row);
                ui.add_space(3.0);
                actions_ui(ctx, ui, row);
            });
        });
    });
    if pressed {
        show(ctx, fit.contact);
    }
}

/// Draws a pair: somebody who needs something, and somebody who can help.
pub fn pair_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &FitRow) {
    let p = Palette::of(ui);
    let (seeker, helper) = (row.fit.seeker, row.fit.helper);
    let pressed = framed(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            for contact in seeker.into_iter().chain([helper]) {
                contact_card(ctx, ui, contact, CARD);
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    if let Some(seeker) = seeker {
                        name_ui(ctx, ui, &row.seeker, seeker);
                        ui.label(text::rich("⇄", TextKind::Body, p.text3));
                    }
                    name_ui(ctx, ui, &row.name, helper);
                    meter_ui(ui, row);
                });
                words_ui(ui, row);
                ui.add_space(3.0);
                actions_ui(ctx, ui, row);
            });
        });
    });
    if pressed {
        show(ctx, helper);
    }
}

/// Draws a hit on two lines, to be pressed; the caller says what that does.
pub fn short_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &FitRow) -> Response {
    let p = Palette::of(ui);
    let place = ui.painter().add(egui::Shape::Noop);
    let inner = egui::Frame::new().inner_margin(Margin::symmetric(4, 5)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            contact_card(ctx, ui, row.fit.contact, 54.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                strength(ui, row.warmth.0, &row.warmth.1);
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    let name = text::rich(&row.name, TextKind::Strong, p.text);
                    ui.add(egui::Label::new(name).truncate().selectable(false));
                    let words = match &row.state {
                        Some(state) => state.clone(),
                        None => row.pieces.iter().map(|(piece, _)| piece.as_str()).collect(),
                    };
                    let words = text::rich(&words, TextKind::Small, p.text2);
                    ui.add(egui::Label::new(words).truncate().selectable(false));
                });
            });
        });
    });
    let rect = inner.response.rect;
    let response =
        ui.interact(rect, ui.scope_id().with(("fit", row.fit.contact, row.fit.need)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &row.why));
    let corner = CornerRadius::same(8);
    let fill = if response.hovered() { p.hover } else { egui::Color32::TRANSPARENT };
    ui.painter().set(place, egui::epaint::RectShape::filled(rect, corner, fill));
    if response.has_focus() {
        ui.painter().rect_stroke(rect, corner, Stroke::new(2.0, p.ai), StrokeKind::Inside);
    }
    tip(response, &row.why, None)
}

/// A frame; says whether it was pressed anywhere but on its buttons. With the keyboard the name does the same.
fn framed(ui: &mut Ui, add: impl FnOnce(&mut Ui)) -> bool {
    let p = Palette::of(ui);
    let row = ui.scope_builder(egui::UiBuilder::new().sense(Sense::CLICK), |ui| {
        let hovered = ui.response().contains_pointer();
        let frame = egui::Frame::new()
            .fill(if hovered { p.raised } else { p.panel })
            .stroke(Stroke::new(1.0, if hovered { p.line_strong } else { p.line }))
            .corner_radius(CornerRadius::same(radius::BOX))
            .inner_margin(Margin::symmetric(12, 10));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui);
        });
    });
    row.response.clicked()
}

/// Shows a person in place of the sheet.
fn show(ctx: &mut ViewCtx<'_>, contact: Id<Contact>) {
    ctx.select(contact);
    ctx.ask(crate::gui::Command::CloseSheet);
}

fn name_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, name: &str, contact: Id<Contact>) {
    let p = Palette::of(ui);
    let label = egui::Label::new(text::rich(name, TextKind::Strong, p.text)).truncate().sense(Sense::click());
    let response = ui.add(label);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, name));
    if response.has_focus() {
        let ring = Stroke::new(2.0, p.ai);
        ui.painter().rect_stroke(response.rect.expand(2.0), CornerRadius::same(4), ring, StrokeKind::Inside);
    }
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        show(ctx, contact);
    }
}

fn meter_ui(ui: &mut Ui, row: &FitRow) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let meter = strength(ui, row.warmth.0, &row.warmth.1);
        tip(meter, &row.warmth.1, None);
    });
}

fn head_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &FitRow) {
    let p = Palette::of(ui);
    ui.horizontal(|ui| {
        name_ui(ctx, ui, &row.name, row.fit.contact);
        meter_ui(ui, row);
    });
    if !row.work.is_empty() {
        ui.add(egui::Label::new(text::rich(&row.work, TextKind::Small, p.text2)).truncate());
    }
}

fn words_ui(ui: &mut Ui, row: &FitRow) {
    let p = Palette::of(ui);
    let job = row.job(p, ui.available_width());
    let label = ui.add(egui::Label::new(job).wrap());
    label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &row.why));
    if !row.evidence.is_empty() {
        ui.add(egui::Label::new(text::rich(&row.evidence, TextKind::Small, p.text3)).wrap());
    }
    if let Some(state) = &row.state {
        let icon = match row.fit.tried {
            Some(Tried::Has(..)) => icons::CHECK_CIRCLE,
            Some(_) => icons::CLOCK,
            None => icons::USERS,
        };
        ui.add(Tag::new(state).icon(icon));
    }
}

/// What an introduction is about, as each of the two may read it: the one what they look for, the other what they can do
/// themselves. What I only noted about somebody is for neither.
fn abouts(fit: &Fit) -> [String; 2] {
    let need = if fit.need.is_some() { fit.need_text.trim() } else { "" };
    let is_theirs = matches!(fit.entry_kind, EntryKind::Expertise(_) | EntryKind::Problem | EntryKind::Offer);
    let ability = if is_theirs { fit.entry.trim() } else { "" };
    [need.to_owned(), ability.to_owned()]
}

fn actions_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &FitRow) {
    let texts = ctx.texts;
    let fit = &row.fit;
    let pair = fit.seeker.zip(fit.need);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        // Words that were typed are what I look for myself.
        if fit.seeker.is_none() && ctx.book.get(fit.helper).is_some() {
            let ask = Button::new(texts.matching_ask()).icon(icons::ENVELOPE_SIMPLE).small();
            let button = ctx.add_writing(ui, ask);
            let enabled = button.enabled();
            button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, &row.ask));
            if button.clicked() {
                ctx.open(Sheet::Request(RequestOf::Help(fit.helper, fit.need_text.clone())));
            }
        }
        if let Some(seeker) = fit.seeker.filter(|_| row.can_be_joined()) {
            let pass = Button::new(texts.app_action_pass_on()).icon(icons::PAPER_PLANE_TILT).small();
            let has = matches!(fit.tried, Some(Tried::Has(..)));
            if !has && ctx.add_writing(ui, pass).clicked() {
                ctx.open(Sheet::PassOnTo(fit.helper, seeker, fit.need));
            }
            let introduce = Button::new(texts.app_action_introduce()).icon(icons::USERS_THREE).small();
            if fit.known.is_none() {
                let button = ctx.add_writing(ui, introduce);
                // Rows look alike, and who only hears the button hears which row it is of.
                let enabled = button.enabled();
                button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, enabled, &row.introduce));
                if button.clicked() {
                    ctx.open(Sheet::PlanIntroductionAbout([seeker, fit.helper], abouts(fit)));
                }
            }
        }
        if let Some((person, need)) = pair {
            let (label, unfit) = if fit.unfit {
                (texts.matching_fits_after_all(), false)
            } else {
                (texts.matching_not_a_fit(), true)
            };
            if ctx.add_writing(ui, Button::ghost(label).small()).clicked() {
                ctx.edit(Edit::NotAFit { person, need, helper: fit.helper, unfit });
            }
        }
    });
}
