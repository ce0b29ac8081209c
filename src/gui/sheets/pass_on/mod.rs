//! Passes a card on, in three steps side by side: who needs it, what they get, and telling its owner. One step of Undo.
//!
//! Owns what is chosen and typed. Who needs the card is `index::matching`'s, what may leave the gate's
//! (`exchange::share`), the words of both notes `letters::PassedOn`'s. Start reading at [`PassOnSheet::ui`]; `who`, `gets`,
//! `picture` and `tell` draw the steps, `send` carries them out.
//!
//! Invariant: whatever leaves here came through the gate for just this recipient
//! (`suite::app_passon::what_is_withheld_stands_in_no_output`).
//! Invariant: each note goes to exactly one person; nothing is sent by the program.

mod who;
mod gets;
mod comment;
mod picture;
mod tell;
mod send;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{self, Align, Key, Layout, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::day_field::DayField;
use super::{Next, SheetUi};
use crate::exchange::share::{self, Agreed, Audience, Kind, LeakKind, Shareable};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, stroke, text};
use crate::gui::views::card_thumb::contact_card;
use crate::gui::views::people::{PersonRow, name_of, shown_name};
use crate::gui::widgets::{Button, paint_icon, segmented};
use crate::letters::{Form, best_address, language_for};
use crate::model::{Contact, Id, Need, Party, Referral, ReferralState, Rule};
use crate::text::{Locale, Texts};

/// Width of the whole, of the first and of the last step, in points.
const WIDTH: f32 = 1158.0;
const WHO: f32 = 348.0;
const TELL: f32 = 346.0;
/// Room between the steps.
const GAP: f32 = 48.0;
/// Narrower sheets show one step at a time.
const BESIDE_FROM: f32 = 1040.0;

/// What the recipient gets.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Gets {
    #[default]
    Snippet,
    Image,
    Vcard,
}

impl Gets {
    const ALL: [Self; 3] = [Self::Snippet, Self::Image, Self::Vcard];
}

/// Revision, recipient, version of comment and consents, language.
type SeenKey = (u64, Option<Id<Contact>>, u64, Locale);

/// Who gets a card, for which need, in which words.
type Wanted<'n> = (Id<Contact>, Option<Id<Need>>, &'n str);

/// Revision, recipient.
type EarlierKey = (u64, Option<Id<Contact>>);

/// Revision, recipient, what they look for.
type NeedKey = (u64, Option<Id<Contact>>, String);

/// Passes a card on.
pub struct PassOnSheet {
    subject: Id<Contact>,
    name: String,
    /// How the owner is called in headings and on buttons.
    short: String,
    about: String,
    who: who::Who,
    recipient: Option<Id<Contact>>,
    need: Option<Id<Need>>,
    need_text: String,
    gets: Gets,
    comment: String,
    /// Counts up with every change of comment and consents.
    version: u64,
    seen: Cached<SeenKey, Shareable>,
    /// Made from it, and shown.
    vcard: Cached<SeenKey, Arc<str>>,
    rest: Cached<SeenKey, Arc<str>>,
    locked: Cached<(SeenKey, Locale), Arc<gets::Locked>>,
    need_leaks: Cached<NeedKey, Vec<LeakKind>>,
    /// What was only considered so far for this recipient: it goes on.
    considered: Option<Id<Referral>>,
    /// The comment that came with it, until other words are typed.
    noted: String,
    /// What the owner agreed to just now and when, what earlier, and which of it is being asked about.
    agreed: BTreeMap<String, NaiveDate>,
    earlier: Cached<EarlierKey, Arc<Vec<Agreed>>>,
    asking: Option<String>,
    agreed_on: DayField,
    /// Every lock is shown, not only the first ones.
    shows_all: bool,
    asks_how: bool,
    /// The paper card goes along.
    paper: bool,
    /// How high the comment and what stands below it are, in points.
    below: f32,
    picture: picture::Picture,
    tell: tell::Tell,
    /// Which step a narrow sheet shows.
    step: usize,
    /// Of the recipient's and of the owner's note.
    words: [Option<(Locale, Texts)>; 2],
}

impl PassOnSheet {
    /// Returns the sheet as it opens.
    pub fn new(contact: Id<Contact>, ctx: &ViewCtx<'_>) -> Self {
        let name = name_of(ctx.book, ctx.texts, contact);
        Self {
            subject: contact,
            short: short_name(ctx, contact),
            about: about(ctx, contact),
            name,
            who: who::Who::new(contact),
            recipient: None,
            need: None,
            need_text: String::new(),
            gets: Gets::default(),
            comment: String::new(),
            version: 0,
            seen: Cached::default(),
            vcard: Cached::default(),
            rest: Cached::default(),
            locked: Cached::default(),
            need_leaks: Cached::default(),
            considered: None,
            noted: String::new(),
            agreed: BTreeMap::new(),
            earlier: Cached::default(),
            asking: None,
            agreed_on: DayField::new(ctx, Some(ctx.today)),
            shows_all: false,
            asks_how: ctx.book.header.is_on(Rule::AskAfter),
            paper: false,
            below: 236.0,
            picture: picture::Picture::default(),
            tell: tell::Tell::new(ctx, contact),
            step: 0,
            words: [None, None],
        }
    }

    /// The recipient is known already, and maybe what they look for.
    #[must_use]
    pub fn with(mut self, other: Id<Contact>, need: Option<Id<Need>>, ctx: &ViewCtx<'_>) -> Self {
        self.who.keep(other);
        let of_theirs = |id: Id<Need>| {
            let need = ctx.book.get(other)?.needs.iter().find(|need| need.id == id)?;
            Some((Some(need.id), need.what.clone()))
        };
        self.choose(ctx, other, need.and_then(of_theirs));
        self
    }

    /// Chooses who gets the card, for which need. What was considered for them already goes on with its words.
    fn choose(&mut self, ctx: &ViewCtx<'_>, contact: Id<Contact>, need: Option<(Option<Id<Need>>, String)>) {
        if self.recipient == Some(contact) {
            if let Some(need) = need {
                (self.need, self.need_text) = need;
                let goes_on = considered(ctx, self.subject, Some((contact, self.need, &self.need_text)));
                self.considered = goes_on.map(|it| it.id);
            }
            return;
        }
        // What was agreed for one counts for nobody else.
        self.agreed.clear();
        self.asking = None;
        self.shows_all = false;
        self.version += 1;
        self.recipient = Some(contact);
        (self.need, self.need_text) = need.unwrap_or_default();
        let considered = considered(ctx, self.subject, Some((contact, self.need, &self.need_text)));
        self.considered = considered.map(|it| it.id);
        if let Some(before) = considered
            && !before.need_text.trim().is_empty()
        {
            (self.need, self.need_text) = (before.need, before.need_text.clone());
        }
        // Words of the user's own stay.
        if self.comment == self.noted {
            let noted = considered.map_or("", |it| it.comment.as_str()).to_owned();
            (self.noted, self.comment) = (noted.clone(), noted);
        }
    }

    /// Whoever was considered for the card is chosen at first, else whoever needs it most, so that one sees what they would
    /// get.
    fn begin(&mut self, ctx: &ViewCtx<'_>) {
        if self.recipient.is_none()
            && !self.who.has_looked()
            && let Some(other) = considered(ctx, self.subject, None).and_then(|it| it.recipient.contact())
        {
            self.who.keep(other);
            self.choose(ctx, other, None);
        }
        let best = self.who.best(ctx, self.recipient.is_some());
        if let Some((contact, need)) = best {
            self.choose(ctx, contact, need);
        }
    }

    /// What the owner agreed to have told to this recipient before.
    fn earlier(&mut self, ctx: &ViewCtx<'_>) -> Arc<Vec<Agreed>> {
        let subject = self.subject;
        let earlier = self.earlier.get((ctx.revision, self.recipient), |(_, recipient)| {
            Arc::new(recipient.map(|to| share::agreed(ctx.book, subject, to)).unwrap_or_default())
        });
        Arc::clone(earlier)
    }

    /// The language in which the recipient reads.
    fn locale_of(ctx: &ViewCtx<'_>, contact: Option<Id<Contact>>) -> Locale {
        let contact = contact.and_then(|id| ctx.book.get(id));
        contact.map_or(ctx.texts.locale(), |contact| language_for(contact, ctx.texts.locale()))
    }

    /// The words of the owner's note.
    fn words(&mut self, locale: Locale) -> Texts {
        words_of(&mut self.words[1], locale).clone()
    }

    fn seen_key(&self, ctx: &ViewCtx<'_>) -> SeenKey {
        (ctx.revision, self.recipient, self.version, Self::locale_of(ctx, self.recipient))
    }

    /// What the recipient may see. Without a recipient, as little as anybody.
    fn seen(&mut self, ctx: &ViewCtx<'_>) -> &Shareable {
        let key = self.seen_key(ctx);
        let Self { seen, words, comment, agreed, subject, recipient, .. } = self;
        seen.get(key, |key| {
            let texts = words_of(&mut words[0], key.3);
            let audience = Audience::Person(recipient.unwrap_or(Id::NIL));
            let consents = consents(ctx, *subject, *recipient, agreed);
            share::person(ctx.book, *subject, audience, comment, &consents, texts)
        })
    }

    /// As [`Self::seen`], without the comment: what is typed there opens no part of a picture.
    fn without_comment(&mut self, ctx: &ViewCtx<'_>) -> Shareable {
        let locale = Self::locale_of(ctx, self.recipient);
        let audience = Audience::Person(self.recipient.unwrap_or(Id::NIL));
        let consents = consents(ctx, self.subject, self.recipient, &self.agreed);
        let texts = words_of(&mut self.words[0], locale);
        share::person(ctx.book, self.subject, audience, "", &consents, texts)
    }

    /// How a file for the recipient is called.
    fn file_name(&mut self, ctx: &ViewCtx<'_>) -> String {
        let name = self.seen(ctx).name();
        if name.is_empty() { ctx.texts.share_nameless().to_owned() } else { name }
    }

    /// Whether anything by which the owner is reached goes along: by the circles of the recipient, or because the owner
    /// agreed.
    fn gives_reach(&mut self, ctx: &ViewCtx<'_>) -> bool {
        let reaches = |kind| matches!(kind, Kind::Mail | Kind::Phone | Kind::Link | Kind::Address);
        self.recipient.is_some() && self.seen(ctx).allowed().iter().any(|line| reaches(line.kind))
    }

    /// Whether the recipient has the card already.
    fn has_it(&self, ctx: &ViewCtx<'_>) -> bool {
        let Some(recipient) = self.recipient else { return false };
        let passed = ctx.index.links.contact(self.subject).referred.iter().filter_map(|id| ctx.book.get(*id));
        passed
            .filter(|referral| referral.state >= ReferralState::PassedOn)
            .any(|referral| referral.recipient == Party::Contact(recipient))
    }

    fn short_of(ctx: &ViewCtx<'_>, contact: Option<Id<Contact>>) -> String {
        contact.map(|id| short_name(ctx, id)).unwrap_or_default()
    }

    fn titles(&self, ctx: &ViewCtx<'_>) -> [String; 3] {
        let texts = ctx.texts;
        let gets = match self.recipient {
            Some(_) => texts.passon_step_gets(&Self::short_of(ctx, self.recipient)),
            None => texts.passon_step_gets_nobody().to_owned(),
        };
        [texts.passon_step_who().to_owned(), gets, texts.passon_step_tell(&self.short)]
    }

    /// The three steps beside each other, joined by a thread.
    fn beside_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, height: f32) {
        let p = Palette::of(ui);
        let titles = self.titles(ctx);
        let room = ui.available_width();
        let middle = room - WHO - TELL - 2.0 * GAP;
        let (whole, _) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        let column = |left: f32, width: f32| {
            Rect::from_min_size(pos2(whole.left() + left, whole.top()), vec2(width, whole.height()))
        };
        let columns = [column(0.0, WHO), column(WHO + GAP, middle), column(WHO + middle + 2.0 * GAP, TELL)];
        // The owner's note lies on other ground.
        let ground = Rect::from_min_max(
            pos2(columns[2].left() - GAP / 2.0, whole.top() - 12.0),
            pos2(whole.right() + 20.0, whole.bottom() + 6.0),
        );
        let painter = ui.painter().clone();
        painter.rect_filled(ground, 0, p.rail);
        painter.vline(ground.left(), ground.y_range(), Stroke::new(stroke::HAIR, p.line));
        let edge = pos2(whole.left() - 20.0, whole.bottom() + 6.0);
        painter.hline(edge.x..=whole.right() + 20.0, edge.y, Stroke::new(stroke::HAIR, p.line));
        let mut from = None;
        for (at, (rect, title)) in columns.iter().zip(&titles).enumerate() {
            let done = at < 2 && self.recipient.is_some();
            let end = step_title(ui, *rect, at, title, done);
            if let Some(from) = from {
                painter.hline(from..=rect.left(), rect.top() + 13.0, Stroke::new(stroke::THREAD, p.thread));
            }
            from = Some(end + 12.0);
        }
        for (at, rect) in columns.into_iter().enumerate() {
            let rect = Rect::from_min_max(rect.min + vec2(0.0, 40.0), rect.max);
            let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(("step", at)));
            child.set_clip_rect(rect.expand2(vec2(8.0, 4.0)).intersect(ui.clip_rect()));
            self.step_ui(ctx, &mut child, at, rect.height());
        }
    }

    fn step_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, at: usize, height: f32) {
        ui.spacing_mut().item_spacing.y = space::S;
        let area =
            egui::ScrollArea::vertical().id_salt(("pass on", at)).max_height(height).auto_shrink(false);
        match at {
            0 => self.who_ui(ctx, ui, height),
            1 => {
                area.show(ui, |ui| {
                    crate::gui::panes::follow_focus(ui);
                    ui.set_max_width(ui.available_width() - 6.0);
                    self.gets_ui(ctx, ui, height);
                });
            }
            _ => {
                area.show(ui, |ui| {
                    crate::gui::panes::follow_focus(ui);
                    ui.set_max_width(ui.available_width() - 6.0);
                    self.tell_ui(ctx, ui, height);
                });
            }
        }
    }

    fn foot_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        let ready = self.recipient.is_some_and(|id| ctx.book.get(id).is_some()) && ctx.writable;
        let why = if ctx.writable { texts.passon_choose() } else { texts.safety_refused() };
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) && ready;
        let keys = if cfg!(target_os = "macos") { "⌘↵" } else { "Ctrl+↵" };
        let now = texts.passon_now(&self.short);
        let later = texts.passon_later(&self.short);
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 34.0), layout, |ui| {
            // A note that says what no longer holds is looked at first.
            let (tells, hint) = if self.tell.is_stale { (false, texts.passon_stale()) } else { (ready, why) };
            let enter = enter && tells;
            let pass = Button::primary(&now).icon(icons::PAPER_PLANE_TILT).key(keys);
            if ui.add_enabled(tells, pass).on_disabled_hover_text(hint).clicked() || enter {
                self.pass_on(ctx, ReferralState::OwnerTold);
                next = Next::Close;
            }
            let later = ui.add_enabled(ready, Button::new(&later)).on_disabled_hover_text(why);
            if later.clicked() {
                self.pass_on(ctx, ReferralState::PassedOn);
                next = Next::Close;
            }
            if ui.add(Button::ghost(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
            let consider = ui.add_enabled(ready, Button::ghost(texts.passon_consider()));
            if consider.on_disabled_hover_text(why).clicked() {
                self.pass_on(ctx, ReferralState::Considered);
                next = Next::Close;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if ui.available_width() < 150.0 {
                    return;
                }
                let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
                let at = rect.center();
                paint_icon(ui.painter(), at, icons::SHIELD_CHECK, Weight::Regular, 17.0, p.text2);
                let words = text::rich(texts.passon_sends_nothing(), TextKind::Body, p.text2);
                ui.add(egui::Label::new(words).truncate());
            });
        });
        next
    }
}

/// The words of a language, made once.
fn words_of(kept: &mut Option<(Locale, Texts)>, locale: Locale) -> &Texts {
    if kept.as_ref().is_some_and(|(known, _)| *known != locale) {
        *kept = None;
    }
    &kept.get_or_insert_with(|| (locale, Texts::new(locale))).1
}

/// The consents that hold for the recipient: those of earlier referrals, and those of now.
fn consents(
    ctx: &ViewCtx<'_>,
    subject: Id<Contact>,
    recipient: Option<Id<Contact>>,
    agreed: &BTreeMap<String, NaiveDate>,
) -> Vec<String> {
    let earlier = recipient.map(|recipient| share::consents(ctx.book, subject, recipient));
    let mut all = earlier.unwrap_or_default();
    all.extend(agreed.keys().cloned());
    all
}

/// What was only considered so far of somebody's card, for one person or for anybody: the newest.
fn considered<'a>(
    ctx: &ViewCtx<'a>,
    subject: Id<Contact>,
    recipient: Option<Wanted<'_>>,
) -> Option<&'a Referral> {
    let book = ctx.book;
    let all = ctx.index.links.contact(subject).referred.iter().filter_map(|id| book.get(*id));
    all.map(|referral| &**referral)
        .filter(|it| it.giver == Party::Me && it.state == ReferralState::Considered)
        .filter(|it| match (it.recipient, recipient) {
            (Party::Contact(theirs), Some((recipient, need, text))) => {
                theirs == recipient && it.may_be_for(need, text)
            }
            (Party::Contact(theirs), None) => book.get(theirs).is_some_and(|it| it.archived.is_none()),
            (Party::Me, _) => false,
        })
        .max_by_key(|it| it.id)
}

/// The number and the name of a step; returns where it ends.
fn step_title(ui: &Ui, rect: Rect, at: usize, title: &str, done: bool) -> f32 {
    let p = Palette::of(ui);
    let middle = rect.left_top() + vec2(13.0, 13.0);
    let line = text::line(ui.painter(), title, TextKind::Heading, p.text, rect.width() - 40.0);
    let end = rect.left() + 36.0 + line.size().x;
    let spot = Rect::from_min_max(rect.min, pos2(end, rect.top() + 26.0));
    let response = ui.interact(spot, ui.scope_id().with(("title", at)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, title));
    let painter = ui.painter();
    let number = (at + 1).to_string();
    if done {
        painter.circle_filled(middle, 13.0, p.thread);
    } else {
        painter.circle_stroke(middle, 12.0, Stroke::new(2.0, p.thread));
    }
    let ink = if done { p.on_kind } else { p.text };
    let number = text::line(painter, &number, TextKind::Strong, ink, 26.0);
    painter.galley(middle - number.size() / 2.0, number, ink);
    painter.galley(pos2(rect.left() + 36.0, middle.y - line.size().y / 2.0), line, p.text);
    end
}

/// How somebody is called in a few letters: the given name, or in Japan the family name.
fn short_name(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> String {
    let Some(record) = ctx.book.get(contact) else { return ctx.texts.common_unknown().to_owned() };
    let name = &record.name;
    let parts = if ctx.texts.locale() == Locale::Ja {
        [&name.family, &name.given]
    } else {
        [&name.given, &name.family]
    };
    let short = parts.into_iter().map(|part| part.trim()).find(|part| !part.is_empty());
    short.map_or_else(|| shown_name(record, ctx.texts), crate::text::tidy::tidy)
}

/// "主任研究員, 東雲精機. You met on 17 Sep in Tokyo."
fn about(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> String {
    let texts = ctx.texts;
    let work = PersonRow::of(ctx.book, texts, contact).map(|row| row.work).unwrap_or_default();
    let links = ctx.index.links.contact(contact);
    let first = links.cards.last().and_then(|id| ctx.book.get(*id));
    let event = first.and_then(|card| card.event).and_then(|id| ctx.book.get(id));
    let met = links.encounters.last().and_then(|id| ctx.book.get(*id)).map(|encounter| encounter.on);
    let day = first.map(|card| card.day()).into_iter().chain(met).min();
    let met = day.map(|day| {
        let day = texts.locale().day_near(day, ctx.today);
        match event.map(|event| event.city.trim()).filter(|city| !city.is_empty()) {
            Some(city) => texts.passon_met_in(city, &day),
            None => texts.passon_met(&day),
        }
    });
    let mark = if texts.locale() == Locale::Ja { "。" } else { ". " };
    let parts: Vec<String> =
        [work, met.unwrap_or_default()].into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(mark)
}

/// A link in words.
fn link(ui: &mut Ui, words: &str) -> bool {
    let p = Palette::of(ui);
    let line = text::line(ui.painter(), words, TextKind::Button, p.ai_text, 200.0);
    let (rect, response) = ui.allocate_exact_size(line.size() + vec2(8.0, 6.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), words));
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, p.ai);
        ui.painter().rect_stroke(rect, 6, ring, egui::StrokeKind::Inside);
    }
    if response.hovered() {
        ui.painter().hline(rect.shrink(4.0).x_range(), rect.bottom() - 3.0, Stroke::new(1.0, p.ai_text));
    }
    ui.painter().galley(rect.min + vec2(4.0, 3.0), line, p.ai_text);
    response.clicked()
}

impl SheetUi for PassOnSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.passon_title(&self.name)
    }

    fn width(&self) -> f32 {
        WIDTH
    }

    fn head(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) -> bool {
        let p = Palette::of(ui);
        contact_card(ctx, ui, self.subject, 74.0);
        ui.add_space(space::XXS);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let title = ctx.texts.passon_title(&self.name);
            ui.add(egui::Label::new(text::rich(&title, TextKind::Title, p.text)).truncate());
            let about = egui::Label::new(text::rich(&self.about, TextKind::Body, p.text2)).truncate();
            ui.add(about);
        });
        true
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if ctx.book.get(self.subject).is_none() {
            ui.label(text::rich(texts.rules_why_gone(), TextKind::Body, p.text2));
            return Next::Stay;
        }
        if self.recipient.is_some_and(|id| ctx.book.get(id).is_none()) {
            // Deleted meanwhile, or joined with somebody else.
            self.recipient = None;
            self.considered = None;
            self.agreed.clear();
            self.version += 1;
        }
        self.begin(ctx);
        self.draft(ctx);
        let screen = ui.ctx().content_rect();
        let height = (screen.height() - 88.0 - 176.0).clamp(220.0, 660.0);
        let line = Stroke::new(stroke::HAIR, p.line);
        let at = ui.cursor().top() - 4.0;
        ui.painter().hline(ui.min_rect().left() - 20.0..=ui.min_rect().right() + 20.0, at, line);
        ui.add_space(8.0);
        if ui.available_width() >= BESIDE_FROM {
            self.beside_ui(ctx, ui, height);
        } else {
            let titles = self.titles(ctx);
            let names: Vec<&str> = titles.iter().map(String::as_str).collect();
            segmented(ui, texts.passon_steps(), &names, &mut self.step);
            let (step, height) = (self.step.min(2), height - 30.0);
            let size = vec2(ui.available_width(), height);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(size);
                self.step_ui(ctx, ui, step, height);
            });
        }
        ui.add_space(space::L);
        self.foot_ui(ctx, ui)
    }
}

/// The one address of somebody to whom a note goes.
fn address_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Option<String> {
    best_address(ctx.book.get(contact)?).map(str::to_owned)
}

/// How near somebody is in letters.
fn form_of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Form {
    ctx.book.get(contact).and_then(|contact| contact.formality).unwrap_or_default()
}
