//! What a tile and a heading say, looked up and formatted once for each state of the book.

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::widgets::{CardFace, Kind};
use crate::index::{
    Group, GroupBy, GroupTitle, Tile, WarmthBand, is_virtual_only, review_due_on, thank_you_due_on,
};
use crate::model::{Attachment, Contact, Event, Id, ReferralState};
use crate::text::Texts;

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
                .map(|first| (texts.locale().day_near(first.on, ctx.today), first.text.clone()));
        }
        match contact {
            Some(contact) => {
                facts.name = contact.display_name();
                if let Some(affiliation) = contact.current_affiliation() {
                    facts.title.clone_from(&affiliation.title);
                    if let Some(organization) = ctx.book.get(affiliation.organization) {
                        facts.second.clone_from(&organization.name);
                    }
                }
                if facts.name.is_empty() {
                    facts.name = std::mem::take(&mut facts.second);
                }
                let mails = contact.emails.iter().take(1).map(|mail| mail.value.clone());
                let phones = contact.phones.iter().take(1).map(|phone| phone.value.clone());
                facts.lines = mails.chain(phones).collect();
                facts.archived = contact.archived.is_some();
                facts.seed = CardFace::seed(&contact.id.value().to_be_bytes());
                facts.badges = badges(ctx, contact.id);
            }
            None => {
                texts.cards_without_name().clone_into(&mut facts.name);
                let file = facts.front.or(facts.back).and_then(|id| ctx.book.get(id));
                facts.second = file.map_or_else(String::new, |file| file.name.clone());
                facts.seed = tile.card.map_or(0, |card| CardFace::seed(&card.value().to_be_bytes()));
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

/// What a heading says.
#[derive(Debug, Default)]
pub(super) struct GroupFacts {
    pub title: String,
    /// Date, or the count of the pile.
    pub aside: String,
    pub event: Option<Id<Event>>,
    pub is_pile: bool,
    /// Knots of the thread: tied, all; none when nobody is to be thanked.
    pub knots: Option<(usize, usize)>,
    /// "5 of 8 thanked", and "5/8" where there is little room.
    pub thanked: String,
    pub thanked_short: String,
}

impl GroupFacts {
    pub fn of(ctx: &ViewCtx<'_>, by: GroupBy, group: &Group) -> Self {
        let (texts, book) = (ctx.texts, ctx.book);
        let locale = texts.locale();
        let mut facts = Self::default();
        match &group.title {
            GroupTitle::Pile => {
                facts.is_pile = true;
                texts.cards_pile().clone_into(&mut facts.title);
                facts.aside = texts.cards_pile_count(group.tiles.len() as i64);
            }
            GroupTitle::Event(id) => {
                facts.event = Some(*id);
                facts.title = book.get(*id).map(|event| event.title.clone()).unwrap_or_default();
                facts.aside = group.date.map(|day| locale.day_medium(day)).unwrap_or_default();
                facts.knots = (group.to_thank > 0).then_some((group.thanked, group.to_thank));
                let number = |count: usize| locale.number(count as i64);
                let (done, total) = (number(group.thanked), number(group.to_thank));
                facts.thanked = texts.cards_thanked(&done, &total);
                facts.thanked_short = format!("{done}/{total}");
            }
            GroupTitle::Month { .. } => {
                facts.title = group.date.map(|day| locale.month_heading(day)).unwrap_or_default();
            }
            GroupTitle::Organization(id) => {
                facts.title = book.get(*id).map(|record| record.name.clone()).unwrap_or_default();
            }
            GroupTitle::Circle(id) => {
                facts.title = book.get(*id).map(|circle| circle.name.clone()).unwrap_or_default();
            }
            GroupTitle::City(city) => facts.title = city.to_string(),
            GroupTitle::Warmth(band) => warmth_word(texts, *band).clone_into(&mut facts.title),
            GroupTitle::Without => {
                let words = match by {
                    GroupBy::Organization => texts.cards_without_organization(),
                    GroupBy::Circle => texts.cards_without_circle(),
                    GroupBy::City => texts.cards_without_city(),
                    GroupBy::Event | GroupBy::Month | GroupBy::Warmth | GroupBy::None => {
                        texts.cards_without_event()
                    }
                };
                words.clone_into(&mut facts.title);
            }
            GroupTitle::Everybody => texts.cards_everybody().clone_into(&mut facts.title),
        }
        if facts.aside.is_empty() {
            facts.aside = texts.common_people(group.tiles.len() as i64);
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
