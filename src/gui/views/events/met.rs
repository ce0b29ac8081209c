//! The people met at an event: their cards, and the thread of thank-yous that runs under them.

use std::sync::Arc;

use eframe::egui::{self, Color32, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{is_there, reply, status_word};
use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::theme::{Palette, TextKind, sizes, stroke, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::widgets::{
    CardFace, CardFrame, CardSide, CardState, Knot, MenuItem, menu_separator, paint_knot,
};
use crate::index::events::{replied, thank_you_for, thanked_for};
use crate::model::{Attachment, Attendance, Card, Contact, Event, FollowUp, FollowUpKind, Id, Reason, Reply};

/// Narrowest slot of a card, in points.
const SLOT: f32 = 164.0;

/// What a tile is higher than its slot: thread, name, state, gap.
const BELOW: f32 = 84.0;

/// The people of one event, as they are shown.
pub(super) struct Met {
    event: Id<Event>,
    people: Vec<Person>,
    /// Whether I was there: who was met is to be thanked.
    pub is_there: bool,
    /// How many have been thanked.
    pub thanked: usize,
    /// Who is to be thanked next.
    pub next: Option<Id<Contact>>,
    /// How many thank-yous are due, and by which day the first of them.
    pub due: Option<(i64, chrono::NaiveDate)>,
    /// Cards of the event that nobody has named yet.
    pub pile: Vec<Id<Card>>,
}

struct Person {
    contact: Id<Contact>,
    name: String,
    title: String,
    company: String,
    scan: Option<Arc<Attachment>>,
    thanked_on: Option<chrono::NaiveDate>,
    state: String,
    late: bool,
    /// Whether a thank-you for this event is open.
    is_due: bool,
    /// Whether one may be begun that nothing asks for yet.
    may_thank: bool,
    reply: Reply,
    /// What is known of their coming, for people who are listed as participants.
    coming: Option<Attendance>,
    due_on: Option<chrono::NaiveDate>,
}

impl Met {
    /// Collects the people of an event: those who are thanked first, in the order of their thanks.
    pub(super) fn of(ctx: &ViewCtx<'_>, event: &Event) -> Self {
        let links = ctx.index.links.event(event.id);
        let cards = || links.cards.iter().filter_map(|id| ctx.book.get(*id));
        let pile = cards().filter(|card| card.contact.is_none()).map(|card| card.id).collect();
        let mut people: Vec<Person> = links
            .contacts
            .iter()
            .filter_map(|id| ctx.book.get(*id))
            .map(|contact| {
                let card = cards().find(|card| card.contact == Some(contact.id));
                Person::of(ctx, event, contact, card.map(|card| &**card))
            })
            .collect();
        people.sort_by(|a, b| {
            let rank = |person: &Person| (person.thanked_on.is_none(), person.thanked_on);
            rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name)).then(a.contact.cmp(&b.contact))
        });
        let thanked = people.iter().filter(|person| person.thanked_on.is_some()).count();
        let next = people.iter().find(|person| person.is_due).map(|person| person.contact);
        let open = || people.iter().filter_map(|person| person.due_on);
        let due = open().min().map(|first| (open().count() as i64, first));
        let is_there = is_there(event, ctx.today);
        Self { event: event.id, people, is_there, thanked, next, due, pile }
    }

    /// How many people were met.
    pub(super) fn len(&self) -> usize {
        self.people.len()
    }

    /// Draws the cards row by row with the thread between them.
    pub(super) fn ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let width = ui.available_width();
        let (gap, _) = sizes::CARD_GAP;
        let columns = (((width + gap) / (SLOT + gap)).floor() as usize).max(1);
        let slot = (width - gap * (columns - 1) as f32) / columns as f32;
        let slot = slot.min(220.0);
        let height = (slot * sizes::CARD_RATIO).round();
        for (index, row) in self.people.chunks(columns).enumerate() {
            let (area, _) = ui.allocate_exact_size(vec2(width, height + BELOW), Sense::hover());
            if !ui.is_rect_visible(area) {
                continue;
            }
            let next = self.people.get((index + 1) * columns);
            let knots: Vec<_> = (0..row.len())
                .map(|i| pos2(area.left() + (slot + gap) * i as f32 + slot / 2.0, area.top() + height + 16.0))
                .collect();
            if self.is_there {
                self.thread_ui(ui, row, index > 0, next, &knots, area);
            }
            for (i, person) in row.iter().enumerate() {
                let left = area.left() + (slot + gap) * i as f32;
                let card = Rect::from_min_size(pos2(left, area.top()), vec2(slot, height));
                self.person_ui(ctx, ui, person, card);
                if self.is_there {
                    let knot = if person.thanked_on.is_some() { Knot::Solid } else { Knot::Open };
                    paint_knot(ui.painter(), knots[i], 7.0, knot, p.desk, p);
                }
            }
        }
    }

    /// The thread is solid as far as people are thanked, and dotted on the way to the others.
    fn thread_ui(
        &self,
        ui: &Ui,
        row: &[Person],
        comes_from_above: bool,
        next: Option<&Person>,
        knots: &[egui::Pos2],
        area: Rect,
    ) {
        let p = Palette::of(ui);
        let painter = ui.painter();
        let segment = |from: egui::Pos2, to: egui::Pos2, tied: bool| {
            if tied {
                painter.line_segment([from, to], Stroke::new(stroke::THREAD, p.thread));
            } else {
                painter.extend(Shape::dashed_line(&[from, to], Stroke::new(1.5, p.line_strong), 2.0, 3.0));
            }
        };
        let tied = |person: &Person| person.thanked_on.is_some();
        let (Some(first), Some(last)) = (knots.first(), knots.last()) else { return };
        if comes_from_above {
            segment(pos2(area.left(), first.y), *first, tied(&row[0]));
        }
        for (people, ends) in row.windows(2).zip(knots.windows(2)) {
            segment(ends[0], ends[1], people.iter().all(tied));
        }
        if let (Some(next), Some(person)) = (next, row.last()) {
            segment(*last, pos2(area.right(), last.y), tied(person) && tied(next));
        }
    }
}

impl Person {
    fn of(ctx: &ViewCtx<'_>, event: &Event, contact: &Contact, card: Option<&Card>) -> Self {
        let thanked_on = thanked_for(ctx.book, ctx.index, event, contact.id);
        let due = thank_you_for(ctx.book, ctx.index, event, contact.id).filter(|_| thanked_on.is_none());
        let texts = ctx.texts;
        let (state, late) = match (thanked_on, due) {
            (Some(day), _) => (texts.events_thanked_on(&texts.locale().day_near(day, ctx.today)), false),
            (None, Some(due)) => {
                (texts.events_thanks_due(&texts.relative_due(due.due_on, ctx.today)), due.due_on < ctx.today)
            }
            (None, None) if is_there(event, ctx.today) => (texts.events_not_thanked().to_owned(), false),
            (None, None) => (String::new(), false),
        };
        let shown = card.map(|card| card.id).or_else(|| ctx.index.links.current_card(contact.id));
        let scan = shown.and_then(|id| ctx.book.get(id)?.front).and_then(|id| ctx.book.get(id)).cloned();
        let work = contact.current_affiliation();
        let company = work.and_then(|work| ctx.book.get(work.organization)).map(|found| found.name.clone());
        Self {
            contact: contact.id,
            name: contact.display_name(),
            title: work.map(|work| work.title.clone()).unwrap_or_default(),
            company: company.unwrap_or_default(),
            scan,
            thanked_on,
            state,
            late,
            is_due: due.is_some(),
            may_thank: due.is_none()
                && thanked_on.is_none()
                && event.status == Attendance::Attended
                && contact.archived.is_none(),
            reply: replied(ctx.book, ctx.index, contact.id, Some(event)),
            coming: event.participants.get(&contact.id).copied(),
            due_on: due.map(|due| due.due_on),
        }
    }
}

impl Met {
    fn person_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, person: &Person, slot: Rect) {
        let p = Palette::of(ui);
        let id = ui.scope_id().with(("met", person.contact));
        let response = ui.interact(slot, id, Sense::click());
        let texts = ctx.texts;
        let pixels = ui.ctx().pixels_per_point();
        let size = ThumbnailSize::for_width(slot.width(), pixels);
        let drawn = CardFace {
            name: &person.name,
            title: &person.title,
            company: &person.company,
            lines: &[],
            seed: CardFace::seed(&person.contact.value().to_le_bytes()),
        };
        let side = match &person.scan {
            None => CardSide::Drawn(drawn),
            Some(scan) => match ctx.thumbnails.get(ui.ctx(), scan, size) {
                Thumbnail::Ready(texture) => CardSide::Scan(texture, scan.aspect()),
                Thumbnail::Loading => CardSide::Coming(ctx.thumbnails.colour(scan, p.sunk), scan.aspect()),
                Thumbnail::Missing => CardSide::Drawn(drawn),
            },
        };
        let selected = ctx.selection.contact == Some(person.contact);
        let state = CardState { selected, ..CardState::default() };
        let shown = CardFrame::new(&person.name, side).state(state).show_in(ui, slot, response);
        if shown.response.clicked() {
            ctx.select(person.contact);
        }
        if let Some(coming) = person.coming {
            shown.response.context_menu(|ui| self.coming_ui(ctx, ui, person, coming));
        }
        let centre = slot.center().x;
        centred(
            ui,
            centre,
            slot.bottom() + 30.0,
            slot.width() - 44.0,
            &person.name,
            TextKind::Strong,
            p.text,
        );
        let ink = if person.late { p.danger } else { p.text2 };
        centred(ui, centre, slot.bottom() + 48.0, slot.width(), &person.state, TextKind::Small, ink);
        if person.thanked_on.is_some() || person.reply != Reply::None {
            let place = pos2(slot.right() - 11.0, slot.bottom() + 38.0);
            let place = Rect::from_center_size(place, vec2(22.0, 22.0));
            if reply::mark_ui(ui, id.with("reply"), place, person.reply, &person.name, texts) {
                reply::cycle(ctx, person.contact, Some(self.event));
            }
        }
        if person.is_due || person.may_thank && ctx.writable {
            let words =
                text::line(ui.painter(), texts.calendar_write(), TextKind::Button, p.ai_text, slot.width());
            let at = pos2(centre - words.size().x / 2.0, slot.bottom() + 62.0);
            let hit = Rect::from_min_size(at, words.size()).expand2(vec2(6.0, 1.0));
            let link = ui.interact(hit, id.with("thanks"), Sense::click());
            link.widget_info(|| {
                WidgetInfo::labeled(egui::Role::Link, ui.is_enabled(), texts.calendar_write())
            });
            if link.hovered() || link.has_focus() {
                let y = hit.bottom() - 2.0;
                ui.painter().hline(at.x..=at.x + words.size().x, y, Stroke::new(1.0, p.ai_text));
            }
            ui.painter().galley(at, words, p.ai_text);
            if link.clicked() {
                if !person.is_due {
                    // The writer works through what is due: it becomes so today.
                    let follow_up = FollowUp {
                        kind: FollowUpKind::ThankYou,
                        due_on: ctx.today,
                        contacts: [person.contact].into(),
                        reason: Reason::Event(self.event),
                        ..FollowUp::default()
                    };
                    ctx.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) });
                }
                ctx.open(Sheet::Thanks(person.contact));
            }
        }
    }

    /// What is known of the coming of somebody who is listed: it can be said otherwise, or taken off the list.
    fn coming_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, person: &Person, coming: Attendance) {
        let texts = ctx.texts;
        let (event, contact) = (self.event, person.contact);
        for other in Attendance::ALL {
            let item = MenuItem::new(status_word(texts, other)).checked(other == coming);
            if ui.add_enabled(ctx.writable, item).clicked() && other != coming {
                ctx.edit(Edit::SetParticipant { event, contact, status: Some(other) });
            }
        }
        menu_separator(ui);
        let remove = texts.events_guest_remove(&person.name);
        let item = MenuItem::new(&remove).icon(icons::X).danger();
        if ui.add_enabled(ctx.writable, item).clicked() {
            ctx.edit(Edit::SetParticipant { event, contact, status: None });
        }
    }
}

fn centred(ui: &Ui, x: f32, top: f32, width: f32, words: &str, kind: TextKind, ink: Color32) {
    let line = text::line(ui.painter(), words, kind, ink, width);
    ui.painter().galley(pos2(x - line.size().x / 2.0, top), line, ink);
}
