//! Step two: what the recipient gets, set as it leaves, with what is withheld as locked chips, and the comment.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Layout, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{Gets, PassOnSheet, link};
use crate::edit::Edit;
use crate::exchange::share::{Kind, Shareable, Withheld};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::save_as::{Made, SaveKind};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, stroke, text};
use crate::gui::views::card_thumb::front;
use crate::gui::widgets::{
    Banner, Button, ButtonSize, Check, IconButton, Severity, Tag, TextField, box_frame, dashed_rect,
    paint_icon, segmented,
};
use crate::model::{Rule, Whereabouts};
use crate::text::Texts;
use crate::text::tidy::tidy;

/// How many chips are shown at first.
const CHIPS: usize = 4;

/// What they get has at least so much room, in points: then the whole step scrolls.
const LEAST: f32 = 60.0;

/// From this height of the step on, and then so much.
const ROOMY: f32 = 560.0;
const GLANCE: f32 = 180.0;

/// And a picture so much: bars are set on it.
const PICTURE: f32 = 212.0;

impl PassOnSheet {
    /// What they get scrolls by itself where it is long, so that the comment below it stays in sight.
    pub(super) fn gets_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, height: f32) {
        let texts = ctx.texts;
        let names = [texts.passon_form_snippet(), texts.passon_form_image(), texts.passon_form_vcard()];
        let mut at = Gets::ALL.iter().position(|gets| *gets == self.gets).unwrap_or(0);
        let top = ui.cursor().top();
        ui.horizontal(|ui| {
            segmented(ui, texts.passon_form(), &names, &mut at);
            self.gets = Gets::ALL[at.min(2)];
            // A picture has more buttons than there is room for here; they stand below it.
            if self.gets != Gets::Image {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.outputs_ui(ctx, ui));
            }
        });
        if self.has_it(ctx) {
            let name = Self::short_of(ctx, self.recipient);
            Banner::new(Severity::Warn, &texts.passon_has_it(&name)).show(ui);
        }
        // The frame around it takes some room too.
        let room = height - (ui.cursor().top() - top) - self.below - 36.0;
        let least = match self.gets {
            Gets::Image => PICTURE,
            // In a window of the usual height it is read at a glance, else the comment below it is kept in sight.
            _ if height >= ROOMY => GLANCE,
            _ => LEAST,
        };
        let mut from = top;
        box_frame(ui, |ui| {
            ui.set_width(ui.available_width());
            let area = egui::ScrollArea::vertical().id_salt("what they get").max_height(room.max(least));
            area.auto_shrink([false, true]).show(ui, |ui| {
                crate::gui::panes::follow_focus(ui);
                ui.set_max_width(ui.available_width() - 6.0);
                ui.spacing_mut().item_spacing.y = space::XXS;
                match self.gets {
                    Gets::Snippet => self.snippet_ui(ctx, ui),
                    Gets::Image => {
                        self.picture_ui(ctx, ui);
                        self.snippet_ui(ctx, ui);
                    }
                    Gets::Vcard => self.vcard_ui(ctx, ui),
                }
            });
            from = ui.cursor().top();
            // What is kept back and the buttons never scroll out of sight with a long text or a picture.
            ui.spacing_mut().item_spacing.y = space::XXS;
            rule(ui);
            self.locked_ui(ctx, ui);
            if self.gets == Gets::Image {
                ui.add_space(space::XXS);
                ui.horizontal_wrapped(|ui| self.picture_outputs_ui(ctx, ui));
            }
            self.attach_ui(ctx, ui);
        });
        self.comment_ui(ctx, ui);
        self.ends_ui(ctx, ui);
        let below = ui.min_rect().bottom() - from;
        if (below - self.below).abs() > 0.5 {
            self.below = below;
            ui.ctx().request_repaint();
        }
    }

    /// What they look for, whether the paper goes along, and whether to ask how it went.
    fn ends_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
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
        self.need_leaks_ui(ctx, ui);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            if ctx.book.header.is_on(Rule::AskAfter) {
                let days = i64::from(ctx.book.header.days(Rule::AskAfter));
                let name = Self::short_of(ctx, self.recipient);
                let name = if name.is_empty() { texts.passon_them() } else { &name };
                ui.add(Check::new(&mut self.asks_how, &texts.passon_ask_how(days, name)));
            }
            if let Some(place) = self.paper_lies(ctx) {
                ui.add(Check::new(&mut self.paper, &texts.passon_paper(&place)));
            }
        });
    }

    /// Where the paper card lies, when that is known.
    fn paper_lies(&self, ctx: &ViewCtx<'_>) -> Option<String> {
        let card = ctx.book.get(ctx.index.links.current_card(self.subject)?)?;
        let Whereabouts::StoredIn(place) = card.whereabouts else { return None };
        ctx.book.get(place).map(|place| tidy(&place.name))
    }

    /// Whether the paper card goes along.
    pub(super) fn gives_paper(&self, ctx: &ViewCtx<'_>) -> bool {
        self.paper && self.paper_lies(ctx).is_some()
    }

    /// What the recipient reads: every line that leaves, the name and the work set larger.
    fn snippet_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let key = self.seen_key(ctx);
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
                for one in &knowledge {
                    ui.add(Tag::new(one));
                }
            });
        }
        let comment = seen.comment().trim().to_owned();
        if !comment.is_empty() {
            ui.add(egui::Label::new(text::rich(&comment, TextKind::HandCard, p.text)).wrap());
        }
        self.seen(ctx);
        let Self { seen, rest, .. } = self;
        let rest = rest.get(key, |_| seen.kept().map(|seen| rest_of(seen).into()).unwrap_or_default());
        if !rest.is_empty() {
            ui.add(egui::Label::new(text::rich(rest, TextKind::Body, p.text)).wrap());
        }
    }

    /// The vCard as it leaves.
    fn vcard_text(&mut self, ctx: &ViewCtx<'_>) -> Arc<str> {
        let key = self.seen_key(ctx);
        self.seen(ctx);
        let Self { seen, vcard, .. } = self;
        let vcard = vcard.get(key, |_| seen.kept().map(|seen| seen.vcard().into()).unwrap_or_default());
        Arc::clone(vcard)
    }

    fn vcard_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let vcard = self.vcard_text(ctx);
        let shown =
            vcard.lines().filter(|line| !line.starts_with("PHOTO")).take(40).collect::<Vec<_>>().join("\n");
        ui.add(egui::Label::new(text::rich(&shown, TextKind::Small, p.text2)).wrap());
    }

    /// The chips of what is kept back.
    fn locked(&mut self, ctx: &ViewCtx<'_>) -> Arc<Locked> {
        let key = (self.seen_key(ctx), ctx.texts.locale());
        self.seen(ctx);
        let Self { seen, locked, short, .. } = self;
        let locked = locked.get(key, |_| {
            let all = seen.kept().map_or(&[][..], |seen| seen.withheld());
            Arc::new(Locked::of(all, short, ctx.texts))
        });
        Arc::clone(locked)
    }

    /// What is kept back, and what was agreed on.
    fn locked_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let locked = self.locked(ctx);
        self.agreed_ui(ctx, ui);
        let first = if self.shows_all { locked.chips.len() } else { CHIPS.min(locked.chips.len()) };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for chip in &locked.chips[..first] {
                let can = self.recipient.is_some() && ctx.writable;
                let key = chip.keys.first();
                let is_open = self.asking.is_some() && self.asking.as_ref() == key;
                if locked_chip(ui, &chip.value, &chip.spoken, can, is_open) {
                    self.asking = if is_open { None } else { key.cloned() };
                }
            }
            let hidden = locked.chips.len() - first;
            if hidden > 0 && link(ui, &texts.passon_locked_more(i64::try_from(hidden).unwrap_or(i64::MAX))) {
                self.shows_all = true;
            }
            if locked.more > 0 {
                let words = texts.passon_withheld_more(i64::try_from(locked.more).unwrap_or(i64::MAX));
                ui.label(text::rich(&words, TextKind::Small, p.text3));
            }
        });
        self.consent_ui(ctx, ui);
        let other = Self::short_of(ctx, self.recipient);
        let is_all = locked.chips.is_empty() && locked.more == 0;
        // Whoever may be reached needs no go-between, whatever else is kept back.
        let is_asked = other.is_empty() || self.gives_reach(ctx);
        let words = match (is_all, is_asked) {
            (true, _) => texts.passon_withheld_all().to_owned(),
            (false, true) if locked.chips.is_empty() => return,
            (false, true) => texts.passon_withheld_nobody(&self.short),
            (false, false) => texts.passon_withheld(&self.short, &other),
        };
        ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
    }

    /// What the owner agreed to, now or earlier, each with its day and the way back.
    fn agreed_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let earlier = self.earlier(ctx);
        let now = self.agreed.iter().map(|(key, on)| (key.clone(), Some(*on)));
        let before = earlier.iter().filter(|it| !self.agreed.contains_key(&it.key));
        let before = before.map(|it| (it.key.clone(), it.on));
        // One address that is noted twice is one line.
        let mut lines: Vec<(String, Option<NaiveDate>, Vec<String>)> = Vec::new();
        for (key, on) in now.chain(before) {
            let value = tidy(key.split_once(':').map_or("", |(_, value)| value));
            match lines.iter_mut().find(|(known, ..)| *known == value) {
                Some((.., keys)) => keys.push(key),
                None => lines.push((value, on, vec![key])),
            }
        }
        let mut again = None;
        for (value, on, keys) in lines {
            ui.horizontal(|ui| {
                let at = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover()).0.center();
                paint_icon(ui.painter(), at, icons::CHECK_CIRCLE, Weight::Fill, 15.0, p.ok);
                let day = on.map_or_else(
                    || texts.passon_agreed_once().to_owned(),
                    |day| texts.passon_agreed(&texts.locale().day_near(day, ctx.today)),
                );
                let words = format!("{value} · {day}");
                let room = ui.available_width() - 34.0;
                ui.allocate_ui(vec2(room, 20.0), |ui| {
                    ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).truncate());
                });
                let words = texts.passon_lock_again(&value);
                let button = IconButton::new(icons::X, &words).size(ButtonSize::Small);
                if ui.add_enabled(ctx.writable, button).clicked() {
                    again = Some(keys);
                }
            });
        }
        let Some(mut keys) = again else { return };
        keys.retain(|key| self.agreed.remove(key).is_none());
        self.version += 1;
        if let Some(from) = self.recipient.filter(|_| !keys.is_empty()) {
            ctx.edit(Edit::Withhold { owner: self.subject, from, what: keys });
        }
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
            if !ready {
                let words = text::rich(texts.passon_days_bad(), TextKind::Small, p.danger);
                ui.add(egui::Label::new(words).wrap());
            }
            ui.horizontal(|ui| {
                let yes = texts.passon_unlock_yes(&self.short);
                let yes = ui.add_enabled(ready, Button::tonal(&yes).icon(icons::CHECK).small());
                if yes.on_disabled_hover_text(texts.passon_days_bad()).clicked()
                    && let Some(day) = self.agreed_on.day()
                {
                    // One address may be noted twice: they said yes to both.
                    let locked = self.locked(ctx);
                    let chip = locked.chips.iter().find(|chip| chip.keys.contains(&key));
                    let keys = chip.map_or(&[] as &[String], |chip| &chip.keys);
                    self.agreed.extend(keys.iter().map(|key| (key.clone(), day)));
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
        match self.gets {
            Gets::Snippet => {
                if ui.add(Button::new(texts.passon_copy()).icon(icons::COPY).small()).clicked() {
                    let text = self.seen(ctx).text();
                    ctx.ask(Command::Copy(text));
                    ctx.ask(Command::Tell(texts.passon_copied().to_owned()));
                }
            }
            Gets::Image => {}
            Gets::Vcard => {
                if ui.add(Button::new(texts.passon_save_vcard()).icon(icons::EXPORT).small()).clicked() {
                    let made = Made(Arc::new(self.vcard_text(ctx).as_bytes().to_vec()));
                    let name = self.file_name(ctx);
                    ctx.ask(Command::Save { kind: SaveKind::Vcard, name, made });
                }
            }
        }
    }

    /// A file is attached by hand.
    fn attach_ui(&self, ctx: &ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        let is_file = match self.gets {
            Gets::Snippet => false,
            Gets::Image => front(ctx, self.subject).is_some(),
            Gets::Vcard => true,
        };
        if is_file {
            let p = Palette::of(ui);
            ui.add(egui::Label::new(text::rich(texts.passon_attach(), TextKind::Small, p.text2)).wrap());
        }
    }
}

/// What is kept back, as it is shown.
pub(super) struct Locked {
    /// What the owner can agree to.
    chips: Vec<Chip>,
    /// How many there are beside: nobody can agree to them.
    more: usize,
}

struct Chip {
    /// What a yes to it opens: the same address may be that of the person and of the company.
    keys: Vec<String>,
    value: String,
    spoken: String,
}

impl Locked {
    fn of(all: &[Withheld], owner: &str, texts: &Texts) -> Self {
        let mut shown: Vec<&Withheld> = all.iter().filter(|one| one.can_be_unlocked()).collect();
        // How somebody is reached stands first: that is what one would give away.
        shown.sort_by_key(|one| match one.kind {
            Kind::Mail => 0,
            Kind::Phone => 1,
            Kind::Link | Kind::Website => 2,
            Kind::Address => 3,
            _ => 4,
        });
        let more = all.len() - shown.len();
        let mut chips: Vec<Chip> = Vec::new();
        for one in shown {
            let value = tidy(&one.shown(texts));
            match chips.iter_mut().find(|chip| chip.value == value) {
                Some(same) => same.keys.push(one.key()),
                None => {
                    let spoken = texts.passon_locked(&one.kind.words(texts), owner, &value);
                    chips.push(Chip { keys: vec![one.key()], value, spoken });
                }
            }
        }
        Self { chips, more }
    }
}

/// What leaves as text beside name, work, knowledge and comment, which are set apart.
fn rest_of(seen: &Shareable) -> String {
    let text = seen.text();
    let mut lines = text.lines();
    let mut left = text.as_str();
    // The name is one line, with its Latin writing behind it.
    if !seen.name().is_empty() && lines.next().is_some_and(|line| line.starts_with(&seen.name())) {
        left = left.split_once('\n').map_or("", |(_, left)| left);
    }
    let work = seen.work();
    left = left.strip_prefix(work.as_str()).unwrap_or(left).trim_start();
    for (at, one) in seen.knowledge().iter().enumerate() {
        let mark = if at == 0 { left } else { left.trim_start_matches([',', '、', ' ']) };
        left = mark.strip_prefix(one.trim()).unwrap_or(left);
    }
    left = left.trim_start();
    let comment = seen.comment().replace("\n \n", "\n\n");
    left.strip_prefix(comment.trim()).unwrap_or(left).trim().to_owned()
}

fn rule(ui: &mut Ui) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 5.0), Sense::hover());
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
