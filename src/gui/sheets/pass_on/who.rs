//! Step one: who needs this card. Ranked hits with their reasons, and a search for anybody else.

use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::text::LayoutJob;
use eframe::egui::{self, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::PassOnSheet;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, sizes, stroke, text};
use crate::gui::views::card_thumb::contact_card_in;
use crate::gui::views::fits::put;
use crate::gui::views::people::PersonRow;
use crate::gui::widgets::{TextField, note_change, paint_icon};
use crate::index::{Fit, Query, Tried, Warmth};
use crate::model::{Contact, Id, Need};
use crate::text::{Locale, Texts};

/// How many hits are offered.
const HITS: usize = 12;
/// How many people a search offers.
const FOUND: usize = 8;
/// In a book of so many people the answer takes less than a blink.
const AT_ONCE: usize = 800;
/// Width of a card in a row.
const THUMB: f32 = 64.0;

/// Revision, day, language, what is typed, whether the search is there, who was chosen elsewhere.
type RowsKey = (u64, NaiveDate, Locale, String, bool, Option<Id<Contact>>);

/// Somebody, and the need that the card answers.
pub(super) type Choice = (Id<Contact>, Option<(Option<Id<Need>>, String)>);

/// What is typed, and who is offered.
pub(super) struct Who {
    subject: Id<Contact>,
    typed: String,
    highlighted: usize,
    /// Chosen before the sheet opened, or by a search: stays in the list.
    kept: Option<Id<Contact>>,
    has_begun: bool,
    /// The best one was looked for, when the sheet opened.
    has_looked: bool,
    rows: Cached<RowsKey, Arc<Vec<Row>>>,
}

/// Somebody who may get the card.
pub(super) struct Row {
    id: Id<Contact>,
    name: String,
    work: String,
    warmth: usize,
    need: Option<(Option<Id<Need>>, String)>,
    /// Words of the reason; those that meet are highlighted.
    why: Vec<(String, bool)>,
    evidence: String,
    /// "Has it already, since 22 Sep".
    state: Option<String>,
    /// They have it already.
    is_settled: bool,
    spoken: String,
}

impl Who {
    pub(super) fn new(subject: Id<Contact>) -> Self {
        Self {
            subject,
            typed: String::new(),
            highlighted: 0,
            kept: None,
            has_begun: false,
            has_looked: false,
            rows: Cached::default(),
        }
    }

    /// Somebody who was chosen elsewhere stays in the list.
    pub(super) fn keep(&mut self, contact: Id<Contact>) {
        self.kept = Some(contact);
        self.typed.clear();
    }

    /// Whether somebody was looked for already.
    pub(super) fn has_looked(&self) -> bool {
        self.has_looked
    }

    /// Who stands first and does not have the card yet; once, as soon as it is known.
    pub(super) fn best(&mut self, ctx: &ViewCtx<'_>, is_chosen: bool) -> Option<Choice> {
        if self.has_looked || !is_ready(ctx, "") {
            return None;
        }
        self.has_looked = true;
        if is_chosen {
            return None;
        }
        let rows = self.rows(ctx);
        let best = rows.iter().find(|row| row.need.is_some() && !row.is_settled && row.state.is_none())?;
        Some((best.id, best.need.clone()))
    }

    fn rows(&mut self, ctx: &ViewCtx<'_>) -> Arc<Vec<Row>> {
        let ready = is_ready(ctx, &self.typed);
        let key = (ctx.revision, ctx.today, ctx.texts.locale(), self.typed.clone(), ready, self.kept);
        let (subject, kept) = (self.subject, self.kept);
        let rows = self.rows.get(key, |(_, _, _, typed, ready, _)| {
            Arc::new(match (typed.trim(), ready) {
                (_, false) => Vec::new(),
                ("", true) => offered(ctx, subject, kept),
                _ => found(ctx, subject, typed),
            })
        });
        Arc::clone(rows)
    }
}

/// Whether there can be an answer without a wait: a worker has made what it rests on, or the book is small.
fn is_ready(ctx: &ViewCtx<'_>, typed: &str) -> bool {
    match typed.trim() {
        "" => ctx.index.is_matching_ready() || ctx.book.contacts.len() <= AT_ONCE,
        _ => ctx.index.is_search_ready(),
    }
}

/// Who needs the card, the best first; whoever was chosen elsewhere stands before them.
fn offered(ctx: &ViewCtx<'_>, subject: Id<Contact>, kept: Option<Id<Contact>>) -> Vec<Row> {
    let fits = ctx.index.who_needs(subject, ctx.today, HITS);
    let mut rows: Vec<Row> = fits.iter().filter_map(|fit| Row::of_fit(ctx, fit)).collect();
    if let Some(kept) = kept.filter(|kept| *kept != subject) {
        match rows.iter().position(|row| row.id == kept) {
            Some(at) => {
                let row = rows.remove(at);
                rows.insert(0, row);
            }
            None => rows.splice(0..0, Row::of(ctx, kept)).for_each(drop),
        }
    }
    rows
}

fn found(ctx: &ViewCtx<'_>, subject: Id<Contact>, typed: &str) -> Vec<Row> {
    let found = ctx.index.find(&Query::parse(typed), ctx.today);
    let present = |id: &&Id<Contact>| {
        **id != subject && ctx.book.get(**id).is_some_and(|contact| contact.archived.is_none())
    };
    found.ranked().iter().filter(present).take(FOUND).filter_map(|id| Row::of(ctx, *id)).collect()
}

/// Steps of five that a warmth from 0 to 100 fills.
fn steps(warmth: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 5")]
    let steps = (warmth.clamp(0.0, 100.0) / 20.0).ceil() as usize;
    steps
}

impl Row {
    fn of(ctx: &ViewCtx<'_>, id: Id<Contact>) -> Option<Self> {
        let person = PersonRow::of(ctx.book, ctx.texts, id)?;
        let warmth = Warmth::value_on(ctx.book, ctx.index, id, ctx.today);
        let mut spoken = person.name.clone();
        if !person.work.is_empty() {
            spoken = format!("{spoken}, {}", person.work);
        }
        Some(Self {
            id,
            name: person.name,
            work: person.work,
            warmth: steps(warmth),
            need: None,
            why: Vec::new(),
            evidence: String::new(),
            state: None,
            is_settled: false,
            spoken,
        })
    }

    fn of_fit(ctx: &ViewCtx<'_>, fit: &Fit) -> Option<Self> {
        let texts = ctx.texts;
        let mut row = Self::of(ctx, fit.contact)?;
        row.warmth = steps(fit.warmth);
        row.need = Some((fit.need, fit.need_text.clone()));
        row.why.push((format!("{} ", fit.need_verb(texts)), false));
        put(&mut row.why, &fit.need_text, &fit.need_marks);
        row.why.push((icons::ARROWS_LEFT_RIGHT.to_owned(), false));
        row.why.push((format!(" {} ", fit.entry_verb(texts)), false));
        put(&mut row.why, &fit.entry, &fit.entry_marks);
        row.evidence = fit.evidence_text(texts, ctx.today);
        row.state = fit.state_text(texts, ctx.today);
        row.is_settled = fit.unfit || matches!(fit.tried, Some(Tried::Has(..) | Tried::CameToNothing(..)));
        let mut why = fit.why(ctx.book, texts);
        for more in [Some(row.evidence.as_str()), row.state.as_deref()].into_iter().flatten() {
            if !more.is_empty() {
                why = format!("{why} {more}");
            }
        }
        row.spoken = texts.passon_row(&row.spoken, &why);
        Some(row)
    }

    /// The reason laid out in `width` points.
    fn why_job(&self, p: &Palette, width: f32) -> LayoutJob {
        let wrap = egui::text::TextWrapping { max_width: width, max_rows: 2, ..Default::default() };
        let mut job = LayoutJob { wrap, ..LayoutJob::default() };
        for (words, is_met) in &self.why {
            // The font of the icons has no space: what stands before one is room.
            let is_icon = words == icons::ARROWS_LEFT_RIGHT;
            let mut format = match is_met {
                true => text::format(TextKind::Strong, p.text, words),
                false => text::format(TextKind::Body, p.text2, words),
            };
            if *is_met {
                format.background = p.warn_soft;
            }
            if is_icon {
                format.font_id = Weight::Regular.font(14.0);
            }
            job.append(words, if is_icon { 6.0 } else { 0.0 }, format);
        }
        job
    }
}

impl PassOnSheet {
    pub(super) fn who_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, height: f32) {
        let texts = ctx.texts;
        ctx.matches.want();
        let id = egui::Id::unique("pass on to");
        let rows = self.who.rows(ctx);
        let (mut step, mut enter) = (0_isize, false);
        if ui.memory(|memory| memory.has_focus(id)) {
            ui.input_mut(|input| {
                step += isize::from(input.consume_key(Modifiers::NONE, Key::ArrowDown));
                step -= isize::from(input.consume_key(Modifiers::NONE, Key::ArrowUp));
                enter = input.consume_key(Modifiers::NONE, Key::Enter);
            });
        }
        let field =
            TextField::new(texts.passon_someone_else()).hide_label().hint(texts.passon_someone_else());
        let field = field.id(id).show(ui, &mut self.who.typed);
        if !std::mem::replace(&mut self.who.has_begun, true) {
            field.request_focus();
        }
        if field.changed() {
            self.who.highlighted = 0;
        }
        let last = rows.len().saturating_sub(1);
        self.who.highlighted = self.who.highlighted.saturating_add_signed(step).min(last);
        let mut picked = rows.get(self.who.highlighted).filter(|_| enter).map(|row| row.id);
        let used = 40.0;
        let area = egui::ScrollArea::vertical().id_salt("who needs it").max_height(height - used);
        area.auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.set_max_width(ui.available_width() - 6.0);
            if rows.is_empty() {
                let p = Palette::of(ui);
                let words = match self.who.typed.trim() {
                    "" if !is_ready(ctx, "") => texts.passon_searching().to_owned(),
                    "" => texts.passon_nobody().to_owned(),
                    _ if !ctx.index.is_search_ready() => texts.app_search_preparing().to_owned(),
                    typed => texts.app_search_none(typed),
                };
                ui.add(egui::Label::new(text::rich(&words, TextKind::Body, p.text2)).wrap());
            }
            for (at, row) in rows.iter().enumerate() {
                let lit = field.has_focus() && at == self.who.highlighted;
                if row_ui(ctx, ui, row, self.recipient == Some(row.id), lit) {
                    picked = Some(row.id);
                }
            }
        });
        if let Some(row) = picked.and_then(|id| rows.iter().find(|row| row.id == id)) {
            let need = row.need.clone();
            if !self.who.typed.trim().is_empty() {
                self.who.keep(row.id);
            }
            self.choose(ctx, row.id, need);
            note_change(ui.ctx(), id.with("chosen"), true);
        }
    }
}

fn row_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &Row, chosen: bool, lit: bool) -> bool {
    let p = Palette::of(ui);
    let texts: &Texts = ctx.texts;
    let width = ui.available_width();
    let why = (!row.why.is_empty() && !row.is_settled)
        .then(|| ui.painter().layout_job(row.why_job(p, width - 24.0)));
    let below = row.state.as_deref().or(Some(&row.evidence)).filter(|words| !words.is_empty());
    let below = if row.is_settled { None } else { below };
    let mut height = 20.0 + (THUMB * sizes::CARD_RATIO).round();
    height += why.as_ref().map_or(0.0, |why| why.size().y + 7.0);
    height += below.map_or(0.0, |_| 20.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, chosen, &row.spoken));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    let painter = ui.painter().clone();
    let fill = if response.hovered() || lit { p.raised } else { p.panel };
    if !row.is_settled || chosen || response.hovered() {
        painter.rect_filled(rect, radius::CONTROL, fill);
        let line = if chosen || response.has_focus() || lit {
            Stroke::new(stroke::FOCUS, p.ai)
        } else {
            Stroke::new(stroke::HAIR, p.line)
        };
        painter.rect_stroke(rect, radius::CONTROL, line, StrokeKind::Inside);
    }
    let left = rect.left() + 12.0;
    let size = vec2(THUMB, (THUMB * sizes::CARD_RATIO).round());
    let thumb = Rect::from_min_size(pos2(left, rect.top() + 10.0), size);
    ui.push_id(row.id, |ui| {
        let slot = ui.interact(thumb, ui.scope_id().with("card"), Sense::hover());
        contact_card_in(ctx, ui, row.id, thumb, slot);
    });
    let x = thumb.right() + 10.0;
    let room = rect.right() - x - 64.0;
    let ink = if row.is_settled { p.text2 } else { p.text };
    let name = text::line(&painter, &row.name, TextKind::Strong, ink, room);
    painter.galley(pos2(x, rect.top() + 11.0), name, ink);
    let second = if row.is_settled { row.state.as_deref().unwrap_or_default() } else { &row.work };
    let second = text::line(&painter, second, TextKind::Body, p.text2, rect.right() - x - 12.0);
    painter.galley(pos2(x, rect.top() + 31.0), second, p.text2);
    if row.is_settled {
        let at = pos2(rect.right() - 20.0, rect.top() + 22.0);
        paint_icon(&painter, at, icons::CHECK_CIRCLE, Weight::Fill, 17.0, p.ok);
    } else {
        for step in 0..5 {
            let at = pos2(rect.right() - 56.0 + 9.0 * step as f32, rect.top() + 16.0);
            let ink = if step < row.warmth { p.thread } else { p.line };
            painter.rect_filled(Rect::from_min_size(at, vec2(7.0, 10.0)), 2, ink);
        }
    }
    let mut y = thumb.bottom() + 7.0;
    if let Some(why) = why {
        let high = why.size().y;
        painter.galley(pos2(left, y), why, p.text2);
        y += high + 3.0;
    }
    if let Some(below) = below {
        let line = text::line(&painter, below, TextKind::Small, p.text2, width - 24.0);
        painter.galley(pos2(left, y), line, p.text2);
    }
    let warmth = texts.passon_warmth(i64::try_from(row.warmth).unwrap_or(0));
    crate::gui::widgets::tip(response, &format!("{}\n{warmth}", row.spoken), None).clicked()
}
