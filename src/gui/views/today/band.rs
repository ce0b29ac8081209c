//! What comes before all that is to be done: the people of today, and names that want to be recalled.
//!
//! Start reading at [`Band::of`].

use chrono::{NaiveTime, TimeDelta};
use eframe::egui::{Ui, vec2};

use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::route::Route;
use crate::gui::settings::ReferralLayout;
use crate::gui::theme::{icons, space};
use crate::gui::views::people::{name_of, tidy};
use crate::gui::views::phone_link;
use crate::gui::widgets::Button;
use crate::index::{Quiz, QuizOf};
use crate::model::{Attendance, Contact, FollowUpKind, Need};

/// A call to somebody whose number is not known: the sheet speaks of a call and opens nothing.
const NO_NUMBER: &str = "tel:";

/// People and events that are offered.
const MOST: usize = 4;

/// How long after its time a meeting is still one to prepare for.
const GRACE: TimeDelta = TimeDelta::hours(1);

/// One thing that is offered.
#[derive(Debug, Clone)]
struct Offer {
    label: String,
    icon: &'static str,
    /// What it opens; nothing means the introductions that could be made, which stand in the ledger.
    sheet: Option<Sheet>,
    edits: bool,
}

/// The line above the boxes of Today.
#[derive(Debug, Clone, Default)]
pub(super) struct Band {
    offers: Vec<Offer>,
}

impl Band {
    /// Gathers calls, meetings and events of today that are not over, and the names that are due.
    pub(super) fn of(ctx: &ViewCtx<'_>) -> Self {
        let texts = ctx.texts;
        let mut offers = Vec::new();
        if ctx.search.found.is_some() {
            return Self { offers };
        }
        let is_ahead =
            |at: Option<NaiveTime>| at.is_none_or(|at| at.signed_duration_since(ctx.time) > -GRACE);
        let meetings = ctx.index.due(ctx.today, ctx.today..=ctx.today).into_iter().filter(|due| {
            matches!(due.kind, FollowUpKind::Call | FollowUpKind::Meet)
                && !due.is_suggestion()
                && is_ahead(due.due_at)
        });
        for due in meetings.take(MOST) {
            let Some(contact) = due.contacts.first().copied() else { continue };
            let name = name_of(ctx.book, texts, contact);
            let is_call = due.kind == FollowUpKind::Call;
            let label =
                if is_call { texts.human_before_call(&name) } else { texts.human_before_meeting(&name) };
            // Behind the whole line: in Japanese an honorific follows the name.
            let label = match due.due_at {
                Some(at) => texts.human_at(&texts.locale().time(at), &label),
                None => label,
            };
            let icon = if is_call { icons::PHONE } else { icons::HANDSHAKE };
            // Before a call the sheet says so, and calls when the number is known.
            let phone = ctx.book.get(contact).filter(|_| is_call).and_then(|it| it.phones.first());
            let phone = phone.filter(|phone| phone.value.chars().any(char::is_numeric));
            let phone = phone.map(|phone| phone_link(&phone.value));
            let phone = phone.or_else(|| is_call.then(|| NO_NUMBER.to_owned()));
            offers.push(Offer { label, icon, sheet: Some(Sheet::Human(contact, phone)), edits: false });
        }
        let events = ctx.index.agenda.events_on(ctx.today).iter().filter_map(|id| ctx.book.get(*id));
        let events = events.filter(|event| event.status == Attendance::Planned && is_ahead(event.starts_at));
        for event in events.take(MOST) {
            let label = texts.human_before_event(&tidy(&event.title));
            offers.push(Offer {
                label,
                icon: icons::TICKET,
                sheet: Some(Sheet::Prep(event.id)),
                edits: false,
            });
        }
        let quiz = Quiz::of(ctx.book, ctx.index, QuizOf::Due, ctx.today);
        let due = quiz.asked.len() + quiz.more;
        if due > 0 {
            let label = texts.quiz_due(due as i64);
            let sheet = Some(Sheet::Quiz(QuizOf::Due));
            offers.push(Offer { label, icon: icons::IDENTIFICATION_CARD, sheet, edits: true });
        }
        // Which introductions is looked for only where they are shown: that takes a worker a moment in a large book.
        let is_open = |need: &Need| need.closed_on.is_none() && !need.what.trim().is_empty();
        let looks = |it: &Contact| it.archived.is_none() && it.needs.iter().any(is_open);
        if ctx.book.contacts.values().any(|it| looks(it)) {
            let label = texts.matching_today_offer().to_owned();
            offers.push(Offer { label, icon: icons::PUZZLE_PIECE, sheet: None, edits: false });
        }
        Self { offers }
    }

    /// Draws the line; nothing when there is nothing.
    pub(super) fn ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        if self.offers.is_empty() {
            return;
        }
        let mut asked = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
            for offer in &self.offers {
                let button = Button::tonal(&offer.label).icon(offer.icon).small();
                let response = if offer.edits { ctx.add_writing(ui, button) } else { ui.add(button) };
                if response.clicked() {
                    asked = Some(offer.sheet.clone());
                }
            }
        });
        ui.add_space(space::L);
        match asked {
            Some(Some(sheet)) => ctx.open(sheet),
            Some(None) => {
                ctx.choose(|settings| settings.referrals = ReferralLayout::Matches);
                ctx.ask(Command::Go(Route::Referrals));
            }
            None => {}
        }
    }
}
