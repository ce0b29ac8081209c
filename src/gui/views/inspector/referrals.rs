//! The referrals tab: given and received, cards passed on, introductions, relationships.

use std::sync::Arc;

use eframe::egui::{self, Color32, Sense, WidgetInfo, pos2, vec2};

use super::timeline::{introduction_menu, referral_menu};
use super::{Inspector, fields};
use crate::edit::Edit;
use crate::gui::command::{Command, Question, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, text};
use crate::gui::views::people::{name_of, party_name, tidy};
use crate::gui::views::referrals::{next_of, next_of_introduction};
use crate::gui::views::words::{
    introduction_label, referral_label, referral_outcome, relation_label, reversed,
};
use crate::gui::widgets::{Button, paint_icon};
use crate::index::{Balance, Flow};
use crate::model::{
    Contact, FollowUpKind, Id, Introduction, IntroductionState, OutcomeKind, Party, Reason, Referral,
    ReferralState, Relationship,
};

/// What the tab shows, made once for each state of the book.
pub(super) struct Ledger {
    flow: Flow,
    went_to: Vec<Row>,
    sent_you: Vec<Row>,
    received: Vec<Row>,
    introductions: Vec<Row>,
    relationships: Vec<Row>,
}

#[derive(Clone, Copy, Debug, Hash)]
enum What {
    Referral(Id<Referral>),
    Introduction(Id<Introduction>),
    Relationship(Id<Relationship>),
}

#[derive(Clone, Copy)]
enum Dot {
    Talking,
    Work,
    Nothing,
    Waiting,
}

/// The next step of a row, which one press takes.
#[derive(Clone, Copy)]
enum Step {
    TellOwner(Id<Referral>),
    Referral(Id<Referral>, ReferralState),
    Introduction(Id<Introduction>, IntroductionState),
}

struct Row {
    who: Option<Id<Contact>>,
    name: String,
    state: String,
    /// The state is an open promise whose day has come.
    late: bool,
    next: Option<Step>,
    dot: Option<Dot>,
    date: String,
    what: What,
}

impl Ledger {
    fn of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Self {
        let (book, texts) = (ctx.book, ctx.texts);
        let links_of = |contact| ctx.index.links.contact(contact);
        let links = links_of(contact);
        let day = |day: Option<chrono::NaiveDate>| {
            day.map_or_else(String::new, |day| texts.locale().day_near(day, ctx.today))
        };
        let referral_row = |id: &Id<Referral>, who: Party| {
            let record = book.get(*id)?;
            let mut state = referral_outcome(record, texts).to_owned();
            let mut late = false;
            if record.owner_must_be_told() {
                let promises = links_of(record.subject).open_follow_ups.iter().filter_map(|id| book.get(*id));
                let promise = promises
                    .filter(|promise| promise.kind == FollowUpKind::TellOwner)
                    .find(|promise| promise.reason == Reason::Referral(*id));
                late = promise.is_some_and(|promise| promise.due_on < ctx.today);
                let words = promise.map_or_else(
                    || texts.inspector_owner_not_told().to_owned(),
                    |promise| texts.inspector_tell_owner_by(&texts.relative_due(promise.due_on, ctx.today)),
                );
                state = format!("{state} · {words}");
            } else if let Some(told) = record.owner_told_on {
                state = format!("{state} · {}", texts.inspector_owner_told_on(&day(Some(told))));
            }
            Some(Row {
                who: who.contact(),
                name: party_name(book, texts, who),
                state,
                late,
                next: if record.owner_must_be_told() {
                    Some(Step::TellOwner(*id))
                } else if record.outcome.as_ref().is_some_and(|it| it.kind == OutcomeKind::CameToNothing) {
                    None
                } else {
                    next_of(record).map(|next| Step::Referral(*id, next))
                },
                dot: Some(dot_of(record)),
                date: day(record.last_step_on()),
                what: What::Referral(*id),
            })
        };
        let went_to =
            links.referred.iter().filter_map(|id| referral_row(id, book.get(*id)?.recipient)).collect();
        let subject = |id: &Id<Referral>| referral_row(id, Party::Contact(book.get(*id)?.subject));
        let sent_you = links.given.iter().filter_map(subject).collect();
        let received = links.received.iter().filter_map(subject).collect();
        let introductions = links
            .introductions
            .iter()
            .filter_map(|id| {
                let record = book.get(*id)?;
                let me = Party::Contact(contact);
                let others: Vec<Party> = record.parties().into_iter().filter(|party| *party != me).collect();
                let name = |party: Party| party_name(book, texts, party);
                let words = if record.introducer == me {
                    texts.inspector_introduced_two(&name(record.a), &name(record.b))
                } else {
                    let other = if record.a == me { record.b } else { record.a };
                    texts.inspector_introduced_by(&name(other), &name(record.introducer))
                };
                Some(Row {
                    who: others.iter().find_map(|party| party.contact()),
                    name: words,
                    late: false,
                    next: next_of_introduction(record.state).map(|next| Step::Introduction(*id, next)),
                    state: introduction_label(record.state, texts).to_owned(),
                    dot: Some(match record.state {
                        IntroductionState::LedToWork => Dot::Work,
                        IntroductionState::CameToNothing => Dot::Nothing,
                        state if state.is_made() => Dot::Talking,
                        _ => Dot::Waiting,
                    }),
                    date: day(record.on),
                    what: What::Introduction(*id),
                })
            })
            .collect();
        let relationships = links
            .relationships
            .iter()
            .filter_map(|id| {
                let record = book.get(*id)?;
                let (who, kind) = if record.from == contact {
                    (record.to, record.kind.clone())
                } else {
                    (record.from, reversed(&record.kind))
                };
                let note = tidy(&record.note);
                let label = tidy(relation_label(&kind, texts));
                Some(Row {
                    who: Some(who),
                    name: name_of(book, texts, who),
                    late: false,
                    next: None,
                    state: if note.is_empty() { label } else { format!("{label} · {note}") },
                    dot: None,
                    date: day(record.since),
                    what: What::Relationship(*id),
                })
            })
            .collect();
        Self {
            flow: Balance::of(book, &ctx.index.links, contact).total(),
            went_to,
            sent_you,
            received,
            introductions,
            relationships,
        }
    }
}

fn dot_of(referral: &Referral) -> Dot {
    match referral.outcome.as_ref().map(|outcome| outcome.kind) {
        Some(OutcomeKind::LedToWork) => Dot::Work,
        Some(OutcomeKind::CameToNothing) => Dot::Nothing,
        Some(OutcomeKind::Talking) => Dot::Talking,
        None if referral.state >= ReferralState::TheyMet => Dot::Talking,
        None => Dot::Waiting,
    }
}

impl Inspector {
    pub(super) fn referrals_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, contact: Id<Contact>) {
        let key = (contact, ctx.revision, ctx.today, ctx.texts.locale());
        let ledger = Arc::clone(self.referrals.get(key, |_| Arc::new(Ledger::of(ctx, contact))));
        let texts = ctx.texts;
        flow_ui(ctx, ui, ledger.flow);
        ui.add_space(4.0);
        let words = match (ledger.flow.given, ledger.flow.received) {
            (0, 0) => texts.inspector_balance_nothing(),
            (given, received) if given == received => texts.inspector_balance_even(),
            (given, received) if given > received => texts.inspector_balance_gave(),
            _ => texts.inspector_balance_received(),
        };
        let p = Palette::of(ui);
        ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            let alone = ctx.book.contacts.len() < 2;
            let why = texts.inspector_needs_second_person();
            let pass_on = Button::primary(texts.inspector_action_pass_on()).icon(icons::PAPER_PLANE_TILT);
            if ui.add_enabled(!alone, pass_on).on_disabled_hover_text(why).clicked() {
                ctx.open(Sheet::PassOn(contact));
            }
            let introduce = Button::new(texts.inspector_action_introduce()).icon(icons::USERS_THREE);
            if ui.add_enabled(!alone, introduce).on_disabled_hover_text(why).clicked() {
                ctx.open(Sheet::Introduction(contact));
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (question, label, icon) in [
                (Question::Ways, texts.ways_action_reach(), icons::PATH),
                (Question::Lineage, texts.ways_action_lineage(), icons::ARROW_ELBOW_DOWN_RIGHT),
            ] {
                if fields::link(ui, icon, label).clicked() {
                    ctx.ask(Command::Answer(question, Some(contact)));
                }
            }
        });
        ui.add_space(6.0);
        let sections = [
            (texts.inspector_card_went_to(), &ledger.went_to, icons::PAPER_PLANE_TILT),
            (texts.inspector_they_sent_you(), &ledger.sent_you, icons::ARROW_ELBOW_DOWN_RIGHT),
            (texts.inspector_they_received(), &ledger.received, icons::IDENTIFICATION_CARD),
            (texts.inspector_introductions(), &ledger.introductions, icons::USERS_THREE),
        ];
        let mut any = false;
        for (title, rows, icon) in sections {
            if rows.is_empty() {
                continue;
            }
            any = true;
            ui.add_space(8.0);
            fields::section(ui, title, None);
            for row in rows {
                row_ui(ctx, ui, row, icon);
            }
        }
        if !any {
            ui.add_space(4.0);
            fields::invite(ui, texts.inspector_referrals_empty());
        }
        ui.add_space(10.0);
        let add = Some((icons::PLUS, texts.inspector_add_relationship()));
        if fields::section(ui, texts.inspector_relationships(), add) {
            ctx.open(Sheet::Relationship(contact));
        }
        if ledger.relationships.is_empty() {
            fields::invite(ui, texts.inspector_relationships_empty());
        }
        for row in &ledger.relationships {
            row_ui(ctx, ui, row, icons::LINK_SIMPLE);
        }
    }
}

/// Two bars, growing from the middle: what I gave and what I received.
fn flow_ui(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, flow: Flow) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let most = flow.given.max(flow.received).max(1) as f32;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let spoken = texts.inspector_flow(i64::from(flow.given), i64::from(flow.received));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &spoken));
    let half = (rect.width() - 12.0) / 2.0;
    for (at, label, count, ink) in [
        (0, texts.inspector_gave(), flow.given, p.ai),
        (1, texts.inspector_received(), flow.received, p.thread),
    ] {
        let left = rect.left() + at as f32 * (half + 12.0);
        let count_line = text::line(
            ui.painter(),
            &texts.locale().number(i64::from(count)),
            TextKind::Strong,
            p.text,
            60.0,
        );
        let line = text::line(ui.painter(), label, TextKind::Body, p.text2, half - count_line.size().x - 6.0);
        ui.painter().galley(pos2(left, rect.top()), line, p.text2);
        let right = left + half;
        ui.painter().galley(pos2(right - count_line.size().x, rect.top()), count_line, p.text);
        let track = egui::Rect::from_min_size(pos2(left, rect.top() + 23.0), vec2(half, 6.0));
        ui.painter().rect_filled(track, 3, p.sunk);
        let length = half * count as f32 / most;
        let filled = if at == 0 {
            egui::Rect::from_min_max(pos2(right - length, track.top()), track.max)
        } else {
            egui::Rect::from_min_size(track.min, vec2(length, 6.0))
        };
        if count > 0 {
            ui.painter().rect_filled(filled, 3, ink);
        }
    }
    crate::gui::widgets::tip(response, texts.inspector_flow_tip(), None);
}

/// Height of a row, and of the step below it.
const ROW: f32 = 44.0;
const STEP: f32 = 26.0;

/// What comes next, in one press.
fn step_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, step: Step, name: &str) {
    let texts = ctx.texts;
    let (icon, label) = match step {
        Step::TellOwner(_) => (icons::CHECK, texts.inspector_owner_told()),
        Step::Referral(_, next) => (icons::CARET_RIGHT, referral_label(next, texts)),
        Step::Introduction(_, next) => (icons::CARET_RIGHT, introduction_label(next, texts)),
    };
    let pressed = ui.add_enabled_ui(ctx.writable, |ui| fields::link(ui, icon, label)).inner;
    let spoken = texts.inspector_next_step_of(name, label);
    pressed.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ctx.writable, &spoken));
    if !pressed.clicked() {
        return;
    }
    match step {
        Step::TellOwner(referral) => ctx.edit(Edit::TellOwner { referral }),
        // What came of it is chosen, not guessed.
        Step::Referral(referral, ReferralState::Outcome) => ctx.open(Sheet::EditReferral(referral, true)),
        Step::Referral(referral, to) => ctx.edit(Edit::AdvanceReferral { referral, to }),
        Step::Introduction(id, state) => {
            if let Some(introduction) = ctx.book.get(id) {
                let changed = Introduction { state, ..Introduction::clone(introduction) };
                ctx.edit(Edit::ChangeIntroduction { introduction: Box::new(changed) });
            }
        }
    }
}

fn row_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, row: &Row, icon: &str) {
    let p = Palette::of(ui);
    fields::hairline(ui);
    let height = if row.next.is_some() { ROW + STEP } else { ROW };
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let rect = egui::Rect::from_min_size(whole.min, vec2(whole.width(), ROW));
    let response = ui.interact(rect, ui.scope_id().with(("referral", row.what)), Sense::click());
    let spoken = format!("{}, {}", row.name, row.state);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6, p.hover.gamma_multiply(0.6));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6, egui::Stroke::new(2.0, p.ai), egui::StrokeKind::Inside);
    }
    let more = egui::Rect::from_center_size(pos2(rect.right() - 14.0, rect.top() + 22.0), vec2(28.0, 28.0));
    let date = text::line(ui.painter(), &row.date, TextKind::Small, p.text2, 100.0);
    let room = (rect.width() - 28.0 - date.size().x - 40.0).max(30.0);
    paint_icon(
        ui.painter(),
        pos2(rect.left() + 9.0, rect.top() + 13.0),
        icon,
        Weight::Regular,
        15.0,
        p.text2,
    );
    let name = text::line(ui.painter(), &row.name, TextKind::Strong, p.text, room);
    ui.painter().galley(pos2(rect.left() + 26.0, rect.top() + 4.0), name, p.text);
    ui.painter().galley(pos2(more.left() - date.size().x - 2.0, rect.top() + 6.0), date, p.text2);
    let mut left = rect.left() + 26.0;
    if let Some(dot) = row.dot {
        let ink: Color32 = match dot {
            Dot::Talking => p.k_review,
            Dot::Work => p.k_meet,
            Dot::Waiting => p.k_thanks,
            Dot::Nothing => p.line_strong,
        };
        ui.painter().circle_filled(pos2(left + 4.0, rect.top() + 32.0), 4.0, ink);
        left += 14.0;
    }
    let ink = if row.late { p.danger } else { p.text2 };
    let state = text::line(ui.painter(), &row.state, TextKind::Small, ink, more.left() - left - 4.0);
    ui.painter().galley(pos2(left, rect.top() + 24.0), state, ink);
    if let Some(step) = row.next {
        let place = egui::Rect::from_min_max(pos2(rect.left() + 22.0, rect.bottom() - 2.0), whole.max);
        let builder = egui::UiBuilder::new().max_rect(place).id_salt(("step", row.what));
        let mut child = ui.new_child(builder);
        step_ui(ctx, &mut child, step, &row.name);
    }
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(more).id_salt(("more", row.what)));
    let button = fields::tool(&mut child, icons::DOTS_THREE, ctx.texts.common_more());
    egui::Popup::menu(&button).show(|ui| match row.what {
        What::Referral(id) => referral_menu(ctx, ui, id),
        What::Introduction(id) => introduction_menu(ctx, ui, id),
        What::Relationship(id) => {
            let item =
                crate::gui::widgets::MenuItem::new(ctx.texts.common_remove()).icon(icons::TRASH).danger();
            if ui.add(item).clicked() {
                ctx.edit(Edit::RemoveRelationship { relationship: id });
            }
        }
    });
    if response.clicked()
        && let Some(who) = row.who
    {
        ctx.select(who);
    }
}
