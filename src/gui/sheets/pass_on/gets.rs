//! Step two: what the recipient gets, set as it leaves, with what is withheld as locked chips, and the comment.

use std::sync::Arc;

use eframe::egui::{self, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{Gets, PassOnSheet};
use crate::exchange::share::{Kind, Withheld};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::save_as::{Made, SaveKind};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, stroke, text};
use crate::gui::widgets::{
    Banner, Button, ButtonSize, Check, IconButton, Severity, Tag, TextField, box_frame, dashed_rect,
    paint_icon, segmented,
};
use crate::model::Rule;
use crate::text::tidy::tidy;

/// How many chips are shown; the others are counted.
const CHIPS: usize = 4;

impl PassOnSheet {
    pub(super) fn gets_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let names = [texts.passon_form_snippet(), texts.passon_form_image(), texts.passon_form_vcard()];
        let mut at = Gets::ALL.iter().position(|gets| *gets == self.gets).unwrap_or(0);
        segmented(ui, texts.passon_form(), &names, &mut at);
        self.gets = Gets::ALL[at.min(2)];
        if self.has_it(ctx) {
            let name = Self::short_of(ctx, self.recipient);
            Banner::new(Severity::Warn, &texts.passon_has_it(&name)).show(ui);
        }
        box_frame(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::XXS;
            match self.gets {
                Gets::Snippet => self.snippet_ui(ctx, ui),
                Gets::Image => {
                    self.picture_ui(ctx, ui);
                    self.snippet_ui(ctx, ui);
                }
                Gets::Vcard => self.vcard_ui(ctx, ui),
            }
            rule(ui);
            self.locked_ui(ctx, ui);
            ui.add_space(space::XXS);
            self.outputs_ui(ctx, ui);
        });
        self.comment_ui(ctx, ui);
        let label = match self.recipient {
            Some(_) => texts.passon_need(&Self::short_of(ctx, self.recipient)),
            None => texts.passon_need_nobody().to_owned(),
        };
        if TextField::new(&label)
            .hint(texts.inspector_pass_need_hint())
            .show(ui, &mut self.need_text)
            .changed()
        {
            // Other words are not the need that was chosen from the list.
            self.need = None;
        }
        if ctx.book.header.is_on(Rule::AskAfter) {
            let days = i64::from(ctx.book.header.days(Rule::AskAfter));
            let name = Self::short_of(ctx, self.recipient);
            let name = if name.is_empty() { texts.passon_them() } else { &name };
            ui.add(Check::new(&mut self.asks_how, &texts.passon_ask_how(days, name)));
        }
    }

    /// Name, work and knowledge as the recipient reads them.
    fn snippet_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let seen = self.seen(ctx);
        let latin = seen.latin();
        if !latin.is_empty() {
            ui.add(egui::Label::new(text::rich(&latin, TextKind::Small, p.text2)).truncate());
        }
        ui.add(egui::Label::new(text::rich(&seen.name(), TextKind::Heading, p.text)).truncate());
        let work = seen.work();
        if !work.is_empty() {
            ui.add(egui::Label::new(text::rich(&work, TextKind::Body, p.text2)).wrap());
        }
        let knowledge = seen.knowledge();
        if !knowledge.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::XS, space::XXS);
                for one in knowledge.iter().take(12) {
                    ui.add(Tag::new(one));
                }
            });
        }
        let reach: Vec<String> = seen
            .allowed()
            .iter()
            .filter(|line| {
                matches!(line.kind, Kind::Mail | Kind::Phone | Kind::Link | Kind::Address | Kind::Website)
            })
            .map(|line| tidy(&line.value))
            .collect();
        for line in &reach {
            ui.add(egui::Label::new(text::rich(line, TextKind::Body, p.text)).truncate());
        }
        let comment = seen.comment().trim().to_owned();
        if !comment.is_empty() {
            ui.add(egui::Label::new(text::rich(&comment, TextKind::HandCard, p.text)).wrap());
        }
    }

    fn vcard_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let vcard = self.seen(ctx).vcard();
        let shown =
            vcard.lines().filter(|line| !line.starts_with("PHOTO")).take(40).collect::<Vec<_>>().join("\n");
        ui.add(egui::Label::new(text::rich(&shown, TextKind::Small, p.text2)).wrap());
    }

    /// What is kept back, and what was agreed on.
    fn locked_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let all: Vec<Withheld> = self.seen(ctx).withheld().to_vec();
        let agreed: Vec<String> = self.agreed.iter().cloned().collect();
        for key in agreed {
            let value = key.split_once(':').map_or("", |(_, value)| value).to_owned();
            ui.horizontal(|ui| {
                let at = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover()).0.center();
                paint_icon(ui.painter(), at, icons::CHECK_CIRCLE, Weight::Fill, 15.0, p.ok);
                let day = self.agreed_on.day().unwrap_or(ctx.today);
                let day = texts.passon_agreed(&texts.locale().day_near(day, ctx.today));
                let words = format!("{value} · {day}");
                let room = ui.available_width() - 34.0;
                ui.allocate_ui(vec2(room, 20.0), |ui| {
                    ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).truncate());
                });
                let again = texts.passon_lock_again(&value);
                if ui.add(IconButton::new(icons::X, &again).size(ButtonSize::Small)).clicked() {
                    self.agreed.remove(&key);
                    self.version += 1;
                }
            });
        }
        // How somebody is reached stands first: that is what one would give away.
        let mut shown: Vec<&Withheld> = all.iter().filter(|one| one.can_be_unlocked()).collect();
        shown.sort_by_key(|one| match one.kind {
            Kind::Mail => 0,
            Kind::Phone => 1,
            Kind::Link | Kind::Website => 2,
            Kind::Address => 3,
            _ => 4,
        });
        let more = all.len() - shown.len().min(CHIPS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for one in shown.into_iter().take(CHIPS) {
                let value = tidy(one.value());
                let key = one.key();
                let spoken = texts.passon_locked(&one.kind.words(texts), &self.short, &value);
                let can = self.recipient.is_some() && ctx.writable;
                if locked_chip(ui, &value, &spoken, can, self.asking.as_ref() == Some(&key)) {
                    self.asking = if self.asking.as_ref() == Some(&key) { None } else { Some(key) };
                }
            }
        });
        self.consent_ui(ctx, ui);
        if more > 0 {
            let words = texts.passon_withheld_more(i64::try_from(more).unwrap_or(i64::MAX));
            ui.label(text::rich(&words, TextKind::Small, p.text3));
        }
        let other = Self::short_of(ctx, self.recipient);
        let words = match (all.is_empty(), other.is_empty()) {
            (true, _) => texts.passon_withheld_all().to_owned(),
            (false, true) => texts.passon_withheld_nobody(&self.short),
            (false, false) => texts.passon_withheld(&self.short, &other),
        };
        ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
    }

    /// Asks whether the owner agreed: only then is it unlocked, dated, for this recipient.
    fn consent_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let Some(key) = self.asking.clone() else { return };
        let value = key.split_once(':').map_or("", |(_, value)| value);
        egui::Frame::new().fill(p.warn_soft).corner_radius(radius::CONTROL).inner_margin(10).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let other = Self::short_of(ctx, self.recipient);
            let words = texts.passon_unlock(&self.short, &other, value);
            ui.add(egui::Label::new(text::rich(&words, TextKind::Strong, p.text)).wrap());
            self.agreed_on.ui(ctx, ui, texts.passon_unlock_on(), texts.inspector_date_hint(), 220.0);
            // Nobody has agreed tomorrow.
            let ready = self.agreed_on.day().is_some_and(|day| day <= ctx.today);
            ui.horizontal(|ui| {
                let yes = texts.passon_unlock_yes(&self.short);
                let yes = ui.add_enabled(ready, Button::tonal(&yes).icon(icons::CHECK).small());
                if yes.on_disabled_hover_text(texts.passon_days_bad()).clicked() {
                    self.agreed.insert(key.clone());
                    self.asking = None;
                    self.version += 1;
                }
                if ui.add(Button::ghost(texts.common_cancel()).small()).clicked() {
                    self.asking = None;
                }
            });
        });
    }

    /// The ways out: nothing else than what is seen.
    fn outputs_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        ui.horizontal_wrapped(|ui| match self.gets {
            Gets::Snippet => {
                if ui.add(Button::new(texts.passon_copy()).icon(icons::COPY).small()).clicked() {
                    let text = self.seen(ctx).text();
                    ctx.ask(Command::Copy(text));
                    ctx.ask(Command::Tell(texts.passon_copied().to_owned()));
                }
            }
            Gets::Image => self.picture_outputs_ui(ctx, ui),
            Gets::Vcard => {
                if ui.add(Button::new(texts.passon_save_vcard()).icon(icons::EXPORT).small()).clicked() {
                    let made = Made(Arc::new(self.seen(ctx).vcard().into_bytes()));
                    ctx.ask(Command::Save { kind: SaveKind::Vcard, name: self.name.clone(), made });
                }
            }
        });
    }
}

fn rule(ui: &mut Ui) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(stroke::HAIR, p.line));
}

/// A lock and what it keeps, struck out.
fn locked_chip(ui: &mut Ui, value: &str, spoken: &str, can: bool, is_open: bool) -> bool {
    let p = Palette::of(ui);
    let room = (ui.max_rect().width() - 46.0).clamp(60.0, 280.0);
    let mut job = text::job(value, TextKind::Body, p.text2, room, 1);
    for section in &mut job.sections {
        section.format.strikethrough = Stroke::new(1.0, p.text2);
    }
    let line = ui.painter().layout_job(job);
    let sense = if can { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(line.size().x + 40.0, 27.0), sense);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, can, is_open, spoken));
    let painter = ui.painter();
    painter.rect_filled(rect, 6, if response.hovered() && can { p.hover } else { p.sunk });
    dashed_rect(painter, rect, 6.0, Stroke::new(1.0, p.line_strong));
    if response.has_focus() || is_open {
        painter.rect_stroke(rect, 6, Stroke::new(stroke::FOCUS, p.ai), StrokeKind::Inside);
    }
    let at = pos2(rect.left() + 16.0, rect.center().y);
    paint_icon(painter, at, icons::LOCK_SIMPLE, Weight::Fill, 14.0, p.text2);
    let place =
        Rect::from_min_size(pos2(rect.left() + 29.0, rect.center().y - line.size().y / 2.0), line.size());
    painter.galley(place.min, line, p.text2);
    crate::gui::widgets::tip(response, spoken, None).clicked()
}
