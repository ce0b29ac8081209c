//! Adds a circle, or changes one: its name and colour, how often to be in touch, and what its people may see of others.
//!
//! Owns the second question before something private becomes visible, and what is told before a circle is deleted. Who
//! sees what is decided by [`crate::exchange::share`].

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Sense, Stroke, Vec2, WidgetInfo};

use super::export::{group_icon, group_name};
use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::{Edit, circle_called};
use crate::exchange::share::{Audience, Kind, Policy, Public, Shareable};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::gate::{AskGate, Slot};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, Weight, icons, space, text};
use crate::gui::views::people::name_of;
use crate::gui::views::words::{RHYTHMS, rhythm_of};
use crate::gui::widgets::{Banner, Button, Severity, Switch, TextField, box_frame, paint_icon, segmented};
use crate::model::{Book, Cadence, Circle, Contact, FieldGroup, Id};
use crate::text::tidy::tidy;
use crate::text::{Locale, Texts};

/// How many texts that would be seen are shown.
const TEXTS: usize = 6;
/// How many people are named.
const NAMES: usize = 6;

/// Adds a circle, or changes one.
pub struct CircleSheet {
    circle: Circle,
    /// What its people may see now.
    before: BTreeSet<FieldGroup>,
    is_new: bool,
    first_frame: bool,
    /// Another circle is called so.
    taken: Cached<(u64, String), bool>,
    /// A group that was switched on, and what it would open, until the answer.
    asking: Option<Asking>,
    /// What deleting the circle would change, until the answer.
    deleting: Option<Vec<String>>,
    /// What is asked of a worker, and what was shown last.
    preview: Cached<PreviewKey, (Seen, Slot<Shareable>)>,
    shown: Option<Preview>,
    is_stale: bool,
}

/// Revision of the book, what may be seen, language.
type PreviewKey = (u64, BTreeSet<FieldGroup>, Locale);

/// A group that was switched on, what may be seen without it, the revision of the book; the answer of a worker.
struct Asking {
    group: FieldGroup,
    before: BTreeSet<FieldGroup>,
    revision: u64,
    slot: Slot<Public>,
}

/// Of whom a preview is, and for whom.
struct Seen {
    title: String,
    is_alone: bool,
}

/// What somebody of the circle would see of somebody.
struct Preview {
    title: String,
    text: String,
    kept: Vec<String>,
    is_alone: bool,
}

impl CircleSheet {
    /// Returns the sheet as it opens.
    pub fn new(circle: Option<Id<Circle>>, ctx: &ViewCtx<'_>) -> Self {
        let old = circle.and_then(|id| ctx.book.get(id));
        let fresh = || Circle {
            // The colour that is used least, the first of them.
            colour: (0..5)
                .min_by_key(|colour| {
                    ctx.book.circles.values().filter(|other| other.colour % 5 == *colour).count()
                })
                .unwrap_or(0),
            shared: Circle::default_policy(),
            ..Circle::default()
        };
        let circle = old.map_or_else(fresh, |circle| Circle::clone(circle));
        Self {
            before: if old.is_some() { circle.shared.clone() } else { BTreeSet::new() },
            circle,
            is_new: old.is_none(),
            first_frame: true,
            taken: Cached::default(),
            asking: None,
            deleting: None,
            preview: Cached::default(),
            shown: None,
            is_stale: false,
        }
    }

    /// The sheet asks at once whether the circle is to be deleted.
    #[must_use]
    pub fn asking_to_delete(mut self, ctx: &ViewCtx<'_>) -> Self {
        if !self.is_new {
            self.deleting = Some(losses(ctx.book, self.circle.id, ctx.texts));
        }
        self
    }

    /// Whether another circle is called as this one is to be; one that was called so before may stay.
    fn is_taken(&mut self, ctx: &ViewCtx<'_>) -> bool {
        let Self { taken, circle, is_new, .. } = self;
        *taken.get((ctx.revision, circle.name.clone()), |(_, name)| {
            let is_kept = !*is_new && ctx.book.get(circle.id).is_some_and(|before| before.name == *name);
            !is_kept && circle_called(ctx.book, name, circle.id).is_some()
        })
    }

    /// The switches: what people of this circle may see of others.
    fn groups_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        ui.label(text::rich(texts.share_circle_sees(), TextKind::Label, p.text3));
        ui.add(egui::Label::new(text::rich(texts.share_circle_sees_hint(), TextKind::Small, p.text2)).wrap());
        ui.spacing_mut().item_spacing.y = 0.0;
        for group in FieldGroup::ALL {
            let mut on = self.circle.shared.contains(&group);
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::new(22.0, 28.0), Sense::hover());
                let ink = if group.is_delicate() { p.warn } else { p.text2 };
                paint_icon(ui.painter(), rect.center(), group_icon(group), Weight::Regular, 15.0, ink);
                if !ui.add(Switch::new(&mut on, group_name(group, texts))).changed() {
                    return;
                }
                if !on {
                    self.circle.shared.remove(&group);
                    self.asking.take_if(|asked| asked.group == group);
                } else if group.is_delicate() && !self.before.contains(&group) {
                    self.asking = Some(Asking::of(group, &self.circle.shared, ctx));
                } else {
                    self.circle.shared.insert(group);
                }
            });
        }
    }

    /// "Would you want this public?"
    fn asking_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        let Some(asking) = &mut self.asking else { return };
        // Another group was switched meanwhile, or the book is another.
        if asking.before != self.circle.shared || asking.revision != ctx.revision {
            *asking = Asking::of(asking.group, &self.circle.shared, ctx);
        }
        let group = asking.group;
        let question = texts.share_lint_question(group_name(group, texts));
        let Some(public) = asking.slot.get() else {
            let banner = Banner::new(Severity::Warn, &question).details(texts.share_lint_working());
            if banner.icon(icons::EYE).ask(ui, &[texts.share_lint_keep()]).is_some() {
                self.asking = None;
            }
            return;
        };
        let seers = ctx.index.links.circle(self.circle.id).len() as i64;
        let details = if public.texts.is_empty() {
            texts.share_lint_none().to_owned()
        } else {
            texts.share_lint_texts(
                public.people as i64,
                public.texts.len() as i64,
                &texts.common_people(seers),
            )
        };
        let banner = Banner::new(Severity::Warn, &question).details(&details).icon(icons::EYE);
        let answer = banner.ask(ui, &[texts.share_lint_keep(), texts.share_lint_open()]);
        let line = |ui: &mut egui::Ui, words: &str, kind, ink| {
            ui.add(egui::Label::new(text::rich(words, kind, ink)).wrap());
        };
        for (contact, kind, words) in public.texts.iter().take(TEXTS) {
            let who = texts.share_line(&kind.words(texts), &name_of(ctx.book, texts, *contact));
            line(ui, &who, TextKind::Label, p.text3);
            line(ui, &tidy(words), TextKind::Hand, p.text);
        }
        let rest = public.texts.len().saturating_sub(TEXTS);
        if rest > 0 {
            line(ui, &texts.share_lint_more(rest as i64), TextKind::Small, p.text2);
        }
        if public.leaks > 0 {
            line(ui, &texts.share_lint_leaks(public.leaks as i64), TextKind::Small, p.warn);
        }
        match answer {
            Some(1) => {
                self.circle.shared.insert(group);
                self.asking = None;
            }
            Some(_) => self.asking = None,
            None => {}
        }
    }

    /// What somebody of the circle would see of somebody.
    fn preview_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        let key = (ctx.revision, self.circle.shared.clone(), texts.locale());
        let circle = &self.circle;
        if self.preview.key() != Some(&key) {
            let asked = Preview::ask(circle, ctx);
            self.preview.get(key, |_| asked);
            self.is_stale = true;
        }
        // Until there is an answer the one before stays.
        if let Some((of, slot)) = self.preview.kept().filter(|_| self.is_stale)
            && let Some(seen) = slot.get()
        {
            self.shown = Some(Preview::of(of, seen, texts));
            self.is_stale = false;
        }
        let Some(preview) = &self.shown else { return };
        ui.add(egui::Label::new(text::rich(&preview.title, TextKind::Label, p.text3)).wrap());
        box_frame(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = if preview.text.is_empty() { texts.share_preview_nothing() } else { &preview.text };
            ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text)).wrap());
        });
        if preview.is_alone {
            ui.add(egui::Label::new(text::rich(texts.share_alone(), TextKind::Small, p.text2)).wrap());
        }
        if !preview.kept.is_empty() {
            ui.label(text::rich(texts.share_kept(), TextKind::Label, p.text3));
            ui.spacing_mut().item_spacing.y = 2.0;
            for kept in &preview.kept {
                ui.horizontal(|ui| {
                    let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 18.0), Sense::hover());
                    paint_icon(
                        ui.painter(),
                        rect.center(),
                        icons::LOCK_SIMPLE,
                        Weight::Regular,
                        12.0,
                        p.text3,
                    );
                    ui.add(egui::Label::new(text::rich(kept, TextKind::Small, p.text2)).truncate());
                });
            }
        }
    }

    /// At the foot, where it is seen however much stands above: asks for the question.
    fn delete_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        if self.is_new || self.deleting.is_some() {
            return;
        }
        let texts = ctx.texts;
        let delete = Button::ghost(texts.inspector_circle_delete()).icon(icons::TRASH).danger();
        let delete = ui.add_enabled(ctx.writable, delete);
        if crate::gui::widgets::tip(delete, texts.inspector_circle_stays(), None).clicked() {
            self.deleting = Some(losses(ctx.book, self.circle.id, texts));
        }
    }

    /// What changes when the circle is deleted; whether it is to be.
    fn deleting_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) -> bool {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        let Some(lines) = &self.deleting else { return false };
        let question = texts.share_delete_question(&tidy(&self.circle.name));
        let banner = Banner::new(Severity::Warn, &question).details(texts.share_delete_hint());
        let answer = banner.ask(ui, &[texts.common_cancel(), texts.inspector_circle_delete()]);
        for words in lines {
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text)).wrap());
        }
        if answer == Some(0) {
            self.deleting = None;
        }
        answer == Some(1)
    }
}

impl Asking {
    /// Asks a worker what a group would open.
    fn of(group: FieldGroup, before: &BTreeSet<FieldGroup>, ctx: &mut ViewCtx<'_>) -> Self {
        let (slot, before) = (Slot::<Public>::default(), before.clone());
        let mut after = before.clone();
        after.insert(group);
        let ask = AskGate::Lint { before: before.clone(), after, slot: Arc::clone(&slot) };
        ctx.ask(Command::AskGate(Box::new(ask)));
        Self { group, before, revision: ctx.revision, slot }
    }
}

impl Preview {
    /// Asks a worker what somebody of the circle would see of somebody who is looked at anyway, else of somebody of whom
    /// there is something to see.
    fn ask(circle: &Circle, ctx: &mut ViewCtx<'_>) -> (Seen, Slot<Shareable>) {
        let (book, texts) = (ctx.book, ctx.texts);
        let in_circle = |contact: &Contact| contact.circles.iter().any(|id| book.get(*id).is_some());
        let known = |contact: &&Arc<Contact>| {
            in_circle(contact) && !contact.emails.is_empty() && !contact.expertise.is_empty()
        };
        let anybody = || book.contacts.values().find(known).or_else(|| book.contacts.values().next());
        let subject = ctx.selection.contact.or_else(|| anybody().map(|contact| contact.id));
        let slot = Slot::default();
        let Some(subject) = subject else { return (Seen { title: String::new(), is_alone: false }, slot) };
        let member = ctx.index.links.circle(circle.id).iter().find(|member| **member != subject).copied();
        let who = member.map_or_else(|| texts.share_somebody().to_owned(), |id| name_of(book, texts, id));
        let seen = Seen {
            title: texts.share_preview_title(&name_of(book, texts, subject), &who),
            is_alone: book.get(subject).is_some_and(|contact| !in_circle(contact)),
        };
        let ask = AskGate::Preview {
            subject,
            groups: circle.shared.clone(),
            texts: texts.clone(),
            slot: Arc::clone(&slot),
        };
        ctx.ask(Command::AskGate(Box::new(ask)));
        (seen, slot)
    }

    fn of(of: &Seen, seen: &Shareable, texts: &Texts) -> Self {
        let mut kept: Vec<String> = Vec::new();
        for withheld in seen.withheld() {
            let words = match withheld.kind {
                Kind::Private => continue,
                kind => kind.words(texts),
            };
            if !kept.contains(&words) {
                kept.push(words);
            }
        }
        if seen.withheld().iter().any(|withheld| withheld.kind == Kind::Private) {
            kept.push(texts.share_kept_private().to_owned());
        }
        Self { title: of.title.clone(), text: seen.text(), kept, is_alone: of.is_alone }
    }
}

/// Who loses what when a circle is gone: what its people may see, and what may be seen of them.
fn losses(book: &Book, circle: Id<Circle>, texts: &Texts) -> Vec<String> {
    let mut without = book.clone();
    let Some(old) = book.get(circle) else { return Vec::new() };
    std::sync::Arc::make_mut(&mut without.circles).remove(&circle);
    let members = book.contacts.values().filter(|contact| contact.circles.contains(&circle));
    let (mut losing, mut alone) = (Vec::new(), Vec::new());
    let mut lost: BTreeSet<FieldGroup> = BTreeSet::new();
    for member in members {
        let audience = Audience::Person(member.id);
        let (now, then) = (Policy::of(book, audience), Policy::of(&without, audience));
        let less: Vec<FieldGroup> = now.groups().difference(then.groups()).copied().collect();
        if !less.is_empty() {
            losing.push(member.id);
            lost.extend(less);
        }
        if member.circles.iter().all(|id| without.get(*id).is_none()) {
            alone.push(member.id);
        }
    }
    let comma = texts.locale().comma();
    let names = |people: &[Id<Contact>]| {
        let mut names: Vec<String> = people.iter().take(NAMES).map(|id| name_of(book, texts, *id)).collect();
        if people.len() > NAMES {
            names.push(texts.share_and_more((people.len() - NAMES) as i64));
        }
        names.join(comma)
    };
    let mut lines = Vec::new();
    if losing.is_empty() {
        lines.push(texts.share_delete_nobody(&tidy(&old.name)));
    } else {
        let groups = lost.into_iter().map(|group| group_name(group, texts)).collect::<Vec<_>>().join(comma);
        lines.push(texts.share_delete_lose(&groups, &names(&losing)));
    }
    if !alone.is_empty() {
        lines.push(texts.share_delete_alone(&names(&alone)));
    }
    lines
}

/// How often to be in touch with the people of the circle. A rhythm that none of the segments says stays until another
/// one is chosen.
fn rhythm_ui(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, cadence: &mut Option<Cadence>) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.label(text::rich(texts.rules_circle_rhythm(), TextKind::Label, p.text3));
    let labels = [
        texts.inspector_rhythm_none(),
        texts.inspector_rhythm_monthly(),
        texts.inspector_rhythm_quarterly(),
        texts.inspector_rhythm_yearly(),
    ];
    let present = rhythm_of(*cadence);
    let mut chosen = present;
    if segmented(ui, texts.rules_circle_rhythm(), &labels, &mut chosen).changed() && chosen != present {
        *cadence =
            chosen.checked_sub(1).map(|at| Cadence { ideal_days: RHYTHMS[at].0, latest_days: RHYTHMS[at].1 });
    }
    let hint = match cadence {
        Some(it) => texts.rules_circle_rhythm_days(i64::from(it.ideal_days), i64::from(it.latest_days)),
        None => texts.rules_circle_rhythm_hint().to_owned(),
    };
    ui.add(egui::Label::new(text::rich(&hint, TextKind::Small, p.text2)).wrap());
}

impl SheetUi for CircleSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.is_new { texts.inspector_circle_new() } else { texts.inspector_circle_edit() }.to_owned()
    }

    fn width(&self) -> f32 {
        780.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let mut enter = false;
        let top = ui.cursor().top();
        let delete = self.deleting_ui(ctx, ui);
        let asked = ui.cursor().top() - top;
        let room = (ui.ctx().content_rect().height() - 220.0 - asked).max(160.0);
        let taken = self.is_taken(ctx);
        egui::ScrollArea::vertical().id_salt("circle").max_height(room).auto_shrink([false, true]).show(
            ui,
            |ui| {
                crate::gui::panes::follow_focus(ui);
                // The scroll bar needs some room of its own.
                ui.set_width(ui.available_width() - 12.0);
                let field = TextField::new(texts.common_name()).hint(texts.inspector_circle_name_hint());
                let field = field.error(taken.then_some(texts.share_circle_taken()));
                let response = field.show(ui, &mut self.circle.name);
                enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                // A name that is taken is typed again.
                if std::mem::take(&mut self.first_frame) && self.deleting.is_none() || enter && taken {
                    response.request_focus();
                }
                self.asking_ui(ctx, ui);
                let width = (ui.available_width() - space::L) / 2.0;
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::L;
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        self.groups_ui(ctx, ui);
                    });
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing.y = 6.0;
                        self.preview_ui(ctx, ui);
                    });
                });
                self.colours_ui(ctx, ui);
                rhythm_ui(ctx, ui, &mut self.circle.cadence);
                if !self.is_new {
                    let p = Palette::of(ui);
                    let members = ctx.index.links.circle(self.circle.id).len();
                    let words = texts.common_people(members as i64);
                    ui.label(text::rich(&words, TextKind::Small, p.text2));
                    ui.horizontal(|ui| {
                        let see = Button::new(texts.share_see_action()).icon(icons::EYE).small();
                        let changed = self.circle.shared != self.before;
                        let see = ui.add_enabled(!changed && self.asking.is_none(), see);
                        if see.on_disabled_hover_text(texts.share_see_after_saving()).clicked() {
                            ctx.ask(Command::SeeAs(Some(self.circle.id)));
                            next = Next::Close;
                        }
                    });
                }
            },
        );
        if delete {
            ctx.edit(Edit::RemoveCircle { circle: self.circle.id });
            return Next::Close;
        }
        ui.add_space(4.0);
        // An open question is no yes.
        let ready = !self.circle.name.trim().is_empty() && self.asking.is_none() && !taken;
        let label = if self.is_new { texts.common_add() } else { texts.common_save() };
        let why = if self.asking.is_some() {
            texts.share_lint_answer()
        } else if taken {
            texts.share_circle_taken()
        } else {
            texts.inspector_circle_name_needed()
        };
        let save = ui.horizontal(|ui| {
            self.delete_ui(ctx, ui);
            footer(ctx, ui, label, ready, why, &mut next)
        });
        if save.inner || (enter && ready) {
            let name = self.circle.name.trim().to_owned();
            let circle = Box::new(Circle { name, ..self.circle.clone() });
            ctx.edit(if self.is_new { Edit::AddCircle { circle } } else { Edit::ChangeCircle { circle } });
            next = Next::Close;
        }
        next
    }
}

impl CircleSheet {
    fn colours_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        ui.label(text::rich(texts.inspector_circle_colour(), TextKind::Label, p.text3));
        let names = [
            texts.inspector_circle_colour_blue(),
            texts.inspector_circle_colour_brown(),
            texts.inspector_circle_colour_olive(),
            texts.inspector_circle_colour_teal(),
            texts.inspector_circle_colour_mauve(),
        ];
        ui.horizontal(|ui| {
            for (colour, name) in (0_u8..).zip(names) {
                let (rect, response) = ui.allocate_exact_size(Vec2::splat(36.0), Sense::click());
                let on = self.circle.colour % 5 == colour;
                response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, on, name));
                ui.painter().circle_filled(rect.center(), 11.0, p.circle(usize::from(colour)).0);
                if on {
                    ui.painter().circle_stroke(rect.center(), 15.0, Stroke::new(2.0, p.ai));
                } else if response.hovered() {
                    ui.painter().circle_stroke(rect.center(), 15.0, Stroke::new(1.0, p.line_strong));
                }
                if response.has_focus() {
                    ui.painter().circle_stroke(rect.center(), 17.0, Stroke::new(2.0, p.ai));
                }
                if crate::gui::widgets::tip(response, name, None).clicked() {
                    self.circle.colour = colour;
                }
            }
        });
    }
}
