//! What a tile and a heading say, looked up and formatted once for each state of the book.

use chrono::NaiveDate;

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::views::people::tidy;
use crate::gui::widgets::{CardFace, Kind};
use crate::index::{
    Group, GroupBy, GroupTitle, Spot, Tile, WarmthBand, is_virtual_only, review_due_on, thank_you_due_on,
};
use crate::model::{Attachment, Circle, Contact, Event, Id, Organization, ReferralState};
use crate::session::spot_word;
use crate::text::Texts;

use super::folds;

/// A review is announced so many days before.
const REVIEW_SOON_DAYS: i64 = 7;

/// What a tile says.
#[derive(Debug, Default)]
pub(super) struct TileFacts {
    pub name: String,
    pub second: String,
    /// Name and company, for screen readers.
    pub spoken: String,
    /// The same and what stands on the back.
    pub spoken_back: String,
    pub title: String,
    /// Mail and phone, for a drawn card.
    pub lines: Vec<String>,
    pub badges: Vec<(Option<Kind>, &'static str, String)>,
    pub front: Option<Id<Attachment>>,
    pub back: Option<Id<Attachment>>,
    pub portrait: Option<Id<Attachment>>,
    /// Its day, and what was written.
    pub impression: Option<(String, String)>,
    /// Day on which the card was received.
    pub day: String,
    pub archived: bool,
    pub seed: u64,
}

impl TileFacts {
    pub fn of(ctx: &ViewCtx<'_>, tile: Tile) -> Self {
        let texts = ctx.texts;
        let contact = tile.contact.and_then(|id| ctx.book.get(id));
        let card = tile.card.and_then(|id| ctx.book.get(id));
        let mut facts = Self::default();
        if let Some(card) = card {
            facts.front = card.front;
            facts.back = card.back;
            facts.day = texts.locale().day_near(card.day(), ctx.today);
            // The newest words of a card are its last ones; the first impression is what the back shows.
            facts.impression = card
                .impressions
                .first()
                .map(|first| (texts.locale().day_near(first.on, ctx.today), words_of(&first.text)));
        }
        match contact {
            Some(contact) => {
                facts.name = tidy(&contact.display_name());
                if let Some(affiliation) = contact.current_affiliation() {
                    facts.title = tidy(&affiliation.title);
                    if let Some(organization) = ctx.book.get(affiliation.organization) {
                        facts.second = tidy(&organization.name);
                    }
                }
                if facts.name.is_empty() {
                    facts.name = std::mem::take(&mut facts.second);
                }
                if facts.name.is_empty() {
                    texts.common_without_name().clone_into(&mut facts.name);
                }
                let mails = contact.emails.iter().take(1).map(|mail| tidy(&mail.value));
                let phones = contact.phones.iter().take(1).map(|phone| tidy(&phone.value));
                facts.lines = mails.chain(phones).collect();
                facts.archived = contact.archived.is_some();
                facts.portrait = contact.portrait;
                facts.seed = CardFace::seed(&contact.id.value().to_le_bytes());
                facts.badges = badges(ctx, contact.id);
            }
            None => {
                texts.cards_without_name().clone_into(&mut facts.name);
                let file = facts.front.or(facts.back).and_then(|id| ctx.book.get(id));
                facts.second = file.map_or_else(String::new, |file| tidy(&file.name));
                facts.seed = tile.card.map_or(0, |card| CardFace::seed(&card.value().to_le_bytes()));
                facts.badges = vec![(None, icons::CARDS_THREE, texts.cards_badge_filing().to_owned())];
            }
        }
        facts.spoken = if facts.second.is_empty() {
            facts.name.clone()
        } else {
            texts.cards_tile(&facts.name, &facts.second)
        };
        let words = facts.impression.as_ref().map_or(texts.cards_back_empty(), |(_, words)| words);
        facts.spoken_back = texts.cards_tile_back(&facts.name, words);
        facts
    }
}

/// Words in the user's hand: they may have lines, but not ten thousand of them.
fn words_of(text: &str) -> String {
    let mut lines = text.lines().take(24).map(tidy);
    let first = lines.next().unwrap_or_default();
    lines.fold(first, |all, line| all + "\n" + &line)
}

/// At most two, the most urgent first.
fn badges(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Vec<(Option<Kind>, &'static str, String)> {
    let (texts, book, index, today) = (ctx.texts, ctx.book, ctx.index, ctx.today);
    let mut badges = Vec::new();
    if let Some(day) = thank_you_due_on(book, index, contact) {
        let when = texts.relative_due(day, today);
        badges.push((Some(Kind::Thanks), "", texts.cards_badge_thanks(&when)));
    }
    let soon = |day: chrono::NaiveDate| day.signed_duration_since(today).num_days() <= REVIEW_SOON_DAYS;
    if let Some(day) = review_due_on(book, index, contact).filter(|day| soon(*day)) {
        let when = texts.relative_due(day, today);
        badges.push((Some(Kind::Review), "", texts.cards_badge_review(&when)));
    }
    let referred = index.links.contact(contact).referred.iter().filter_map(|id| book.get(*id));
    let passed_on = referred.filter(|referral| referral.state >= ReferralState::PassedOn).count();
    if passed_on > 0 {
        badges.push((None, icons::PAPER_PLANE_TILT, texts.cards_badge_passed_on(passed_on as i64)));
    }
    if badges.len() < 2 && is_virtual_only(book, index, contact) {
        badges.push((None, icons::VIDEO_CAMERA, texts.common_virtual_only().to_owned()));
    }
    badges.truncate(2);
    badges
}

/// What the button of a heading does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// Names the cards of the pile.
    NamePile,
    /// Opens the event.
    OpenEvent(Id<Event>),
    /// Shows the month in the calendar.
    ShowMonth(NaiveDate),
    /// Shows the places, at this one.
    ShowPlace(Spot),
    /// Renames the organization for all its people.
    Rename(Id<Organization>),
    /// Shows only the people of the circle.
    ShowCircle(Id<Circle>),
    /// Plans a meeting with the people of the group.
    PlanMeeting,
    /// Marks everybody of the group.
    MarkAll,
}

/// With more people than this nobody meets at one table.
const ONE_TABLE: usize = 40;

/// What a heading says.
#[derive(Debug)]
pub(super) struct GroupFacts {
    /// What the settings call the group when it is folded.
    pub mark: u64,
    pub title: String,
    /// Date, or the count of people.
    pub aside: String,
    pub action: Action,
    /// Knots of the thread: tied, all; only events have one.
    pub knots: Option<(usize, usize)>,
    /// "5 of 8 thanked", or how many are due; and the same where there is little room.
    pub figures: String,
    pub figures_short: String,
}

impl GroupFacts {
    pub fn of(ctx: &ViewCtx<'_>, by: GroupBy, group: &Group) -> Self {
        let (texts, book) = (ctx.texts, ctx.book);
        let locale = texts.locale();
        let count = group.tiles.len();
        let number = |count: usize| locale.number(count as i64);
        let meeting = if count <= ONE_TABLE { Action::PlanMeeting } else { Action::MarkAll };
        let mut facts = Self {
            mark: folds::mark(book.header.id, by, &group.title),
            title: String::new(),
            aside: texts.common_people(count as i64),
            action: Action::MarkAll,
            knots: None,
            figures: if group.due > 0 { texts.cards_group_due(&number(group.due)) } else { String::new() },
            figures_short: String::new(),
        };
        facts.figures_short.clone_from(&facts.figures);
        let thanked = |facts: &mut Self| {
            if group.to_thank > 0 {
                let (done, total) = (number(group.thanked), number(group.to_thank));
                facts.figures = texts.cards_thanked(&done, &total);
                facts.figures_short = format!("{done}/{total}");
            }
        };
        match &group.title {
            GroupTitle::Pile => {
                texts.cards_pile().clone_into(&mut facts.title);
                facts.aside = texts.cards_pile_count(count as i64);
                facts.action = Action::NamePile;
            }
            GroupTitle::Event(id) => {
                facts.title = book.get(*id).map(|event| tidy(&event.title)).unwrap_or_default();
                if let Some(day) = group.date {
                    facts.aside = locale.day_medium(day);
                }
                facts.action = Action::OpenEvent(*id);
                facts.knots = (group.to_thank > 0).then_some((group.thanked, group.to_thank));
                thanked(&mut facts);
            }
            GroupTitle::Month { .. } => {
                if let Some(day) = group.date {
                    facts.title = locale.month_heading(day);
                    facts.action = Action::ShowMonth(day);
                }
                thanked(&mut facts);
            }
            GroupTitle::Organization(id) => {
                facts.title = book.get(*id).map(|record| tidy(&record.name)).unwrap_or_default();
                facts.action = Action::Rename(*id);
            }
            GroupTitle::Circle(id) => {
                facts.title = book.get(*id).map(|circle| tidy(&circle.name)).unwrap_or_default();
                facts.action = Action::ShowCircle(*id);
            }
            GroupTitle::City(city) => {
                facts.title = tidy(city);
                facts.action = meeting;
            }
            GroupTitle::Place(place) => {
                facts.title = ctx.index.place_tree().path(ctx.book, *place);
                facts.action = Action::ShowPlace(Spot::Place(*place));
            }
            GroupTitle::Away(spot) => {
                spot_word(texts, *spot).clone_into(&mut facts.title);
                facts.action = Action::ShowPlace(*spot);
            }
            GroupTitle::Warmth(band) => {
                warmth_word(texts, *band).clone_into(&mut facts.title);
                facts.action = meeting;
            }
            GroupTitle::Without => {
                let words = match by {
                    GroupBy::Organization => texts.cards_without_organization(),
                    GroupBy::Circle => texts.cards_without_circle(),
                    GroupBy::City => texts.cards_without_city(),
                    GroupBy::Place => texts.places_without(),
                    GroupBy::Event | GroupBy::Month | GroupBy::Warmth | GroupBy::None => {
                        texts.cards_without_event()
                    }
                };
                words.clone_into(&mut facts.title);
            }
            GroupTitle::Everybody => texts.cards_everybody().clone_into(&mut facts.title),
        }
        facts
    }
}

/// The word for how warm somebody is.
pub(super) fn warmth_word(texts: &Texts, band: WarmthBand) -> &str {
    match band {
        WarmthBand::Nothing => texts.inspector_warmth_none(),
        WarmthBand::Cold => texts.inspector_warmth_cold(),
        WarmthBand::Cool => texts.inspector_warmth_cool(),
        WarmthBand::Warm => texts.inspector_warmth_warm(),
        WarmthBand::Close => texts.inspector_warmth_close(),
    }
}
