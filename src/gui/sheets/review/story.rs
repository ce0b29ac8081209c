//! What the review shows of one person, as data: gathered when the person comes up, not per frame.
//!
//! Must not know pixels. Start reading at [`Story::of`].

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::icons;
use crate::gui::views::WarmthLine;
use crate::gui::views::people::{name_of, party_name, shown_name, tidy, work_line};
use crate::gui::views::words::{encounter_icon, encounter_label, favour_label, knot_of, verdict_label};
use crate::gui::widgets::Knot;
use crate::index::{Trend, Warmth, WarmthBand, is_virtual_only};
use crate::model::{
    Attachment, Card, Contact, Direction, Encounter, EncounterKind, Event, FavourKind, Id, Introduction,
    Party, ReferralState, Reply,
};

/// Ideas for a next step that are offered.
const MOST_IDEAS: usize = 3;
/// People who are named as knowing the person too.
const MOST_KNOWN: usize = 4;

/// Something that happened since the card, with its words.
#[derive(Debug, Clone)]
pub struct Step {
    pub on: NaiveDate,
    pub day: String,
    pub words: String,
    pub icon: &'static str,
    pub knot: Knot,
}

/// Something given or received.
#[derive(Debug, Clone)]
pub struct Gift {
    on: Option<NaiveDate>,
    pub icon: &'static str,
    pub words: String,
    pub day: String,
}

/// What the sheet shows of a person.
pub struct Story {
    pub name: String,
    pub work: String,
    pub card: Option<Id<Card>>,
    pub back: Option<Id<Attachment>>,
    /// Days and words, the first impression first.
    pub impressions: Vec<(String, String)>,
    /// What happened since, oldest first.
    pub steps: Vec<Step>,
    pub given: Vec<Gift>,
    pub received: Vec<Gift>,
    /// "Two of three messages were answered".
    pub replies: String,
    pub line: WarmthLine,
    pub warmth: String,
    pub trend: Trend,
    /// What the person offers, needs, speaks.
    pub tags: Vec<String>,
    pub known_by: Vec<(Id<Contact>, String)>,
    pub event: Option<(Id<Event>, String)>,
    /// What could come next.
    pub ideas: Vec<String>,
    /// Open reminders that letting go would drop.
    pub reminders: usize,
}

impl Story {
    /// Gathers the story of a person.
    pub fn of(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Self {
        let links = ctx.index.links.contact(contact);
        let person = ctx.book.get(contact);
        let card = ctx.index.links.current_card(contact);
        let record = card.and_then(|id| ctx.book.get(id));
        let impressions = links
            .cards
            .iter()
            .filter_map(|id| ctx.book.get(*id))
            .flat_map(|card| card.impressions.iter())
            .map(|impression| (ctx.texts.locale().day_with_year(impression.on), impression.text.clone()))
            .collect();
        let event = record.and_then(|card| card.event).and_then(|id| ctx.book.get(id));
        let (given, received) = gifts(ctx, contact);
        let warmth = Warmth::on(ctx.book, ctx.index, contact, ctx.today);
        Self {
            name: person.map(|person| shown_name(person, ctx.texts)).unwrap_or_default(),
            work: person.map(|person| work_line(ctx.book, person)).unwrap_or_default(),
            card,
            back: record.and_then(|card| card.back),
            impressions,
            steps: steps(ctx, contact, record.map(|card| &**card)),
            given,
            received,
            replies: replies(ctx, contact),
            line: WarmthLine::of(ctx, contact, false),
            warmth: warmth_word(ctx.texts, warmth.value).to_owned(),
            trend: warmth.trend,
            tags: person.map(|person| tags(ctx, person)).unwrap_or_default(),
            known_by: known_by(ctx, contact),
            event: event.map(|event| (event.id, tidy(&event.title))),
            ideas: ideas(ctx, contact),
            reminders: links
                .open_follow_ups
                .iter()
                .filter_map(|id| ctx.book.get(*id))
                .filter(|follow_up| {
                    follow_up.contacts.len() == 1 && follow_up.kind != crate::model::FollowUpKind::Review
                })
                .count(),
        }
    }
}

/// How warm it is in a word, the same as in the inspector.
fn warmth_word(texts: &crate::text::Texts, value: f32) -> &str {
    match WarmthBand::of(value) {
        WarmthBand::Nothing => texts.inspector_warmth_none(),
        WarmthBand::Cold => texts.inspector_warmth_cold(),
        WarmthBand::Cool => texts.inspector_warmth_cool(),
        WarmthBand::Warm => texts.inspector_warmth_warm(),
        WarmthBand::Close => texts.inspector_warmth_close(),
    }
}

/// What happened since the card came, oldest first.
fn steps(ctx: &ViewCtx<'_>, contact: Id<Contact>, card: Option<&Card>) -> Vec<Step> {
    let links = ctx.index.links.contact(contact);
    let (texts, locale) = (ctx.texts, ctx.texts.locale());
    let since = card.map_or(NaiveDate::MIN, Card::day);
    let mut steps = Vec::new();
    let mut put = |on: NaiveDate, words: &str, icon, knot| {
        steps.push(Step { on, day: locale.day_near(on, ctx.today), words: tidy(words), icon, knot });
    };
    if let Some(card) = card {
        let event = card.event.and_then(|id| ctx.book.get(id)).map(|event| event.title.as_str());
        let knot = if event.is_some() { Knot::Solid } else { Knot::Hollow };
        put(card.day(), event.unwrap_or_else(|| texts.review_card()), icons::HANDSHAKE, knot);
    }
    for encounter in links.encounters.iter().filter_map(|id| ctx.book.get(*id)) {
        // The meeting at which the card changed hands stands there already.
        if encounter.on < since || (encounter.on == since && encounter.kind.is_face_to_face()) {
            continue;
        }
        let label = if encounter.is_thank_you {
            texts.common_kind_thanks()
        } else {
            encounter_label(encounter.kind, texts)
        };
        let words =
            encounter.topics.first().filter(|_| !encounter.is_thank_you).map_or(label, String::as_str);
        put(encounter.on, words, encounter_icon(encounter.kind), knot_of(encounter.kind));
    }
    for referral in links.referred.iter().filter_map(|id| ctx.book.get(*id)) {
        let passed = referral.steps.iter().find(|step| step.state == ReferralState::PassedOn);
        if let (Some(step), Some(to)) = (passed, referral.recipient.contact())
            && step.on >= since
        {
            let words = texts.calendar_passed_to(&name_of(ctx.book, texts, to));
            put(step.on, &words, icons::PAPER_PLANE_TILT, Knot::Hollow);
        }
    }
    for introduction in links.introductions.iter().filter_map(|id| ctx.book.get(*id)) {
        if let Some(on) = introduction.on.filter(|on| *on >= since && introduction.is_made()) {
            put(on, texts.common_introduction(), icons::USERS, Knot::Hollow);
        }
    }
    for review in links.reviews.iter().filter_map(|id| ctx.book.get(*id)).filter(|review| review.on >= since)
    {
        put(review.on, verdict_label(&review.verdict, texts), icons::HOURGLASS_MEDIUM, Knot::Hollow);
    }
    steps.sort_by_key(|step| step.on);
    steps
}

fn favour_icon(kind: FavourKind) -> &'static str {
    match kind {
        FavourKind::Referral => icons::PAPER_PLANE_TILT,
        FavourKind::Introduction => icons::USERS,
        FavourKind::Advice => icons::LIGHTBULB,
        FavourKind::Support => icons::HAND_PALM,
        FavourKind::Business => icons::COINS,
        FavourKind::Gift => icons::GIFT,
    }
}

/// What was given and received, newest first; counted as [`crate::index::Balance`] does.
fn gifts(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> (Vec<Gift>, Vec<Gift>) {
    let links = ctx.index.links.contact(contact);
    let texts = ctx.texts;
    let (mut given, mut received) = (Vec::new(), Vec::new());
    let mut put = |gave: bool, on: Option<NaiveDate>, kind: FavourKind, words: &str| {
        let words = tidy(words);
        let words = if words.is_empty() { favour_label(kind, texts).to_owned() } else { words };
        let day = on.map(|on| texts.locale().day_near(on, ctx.today)).unwrap_or_default();
        let side = if gave { &mut given } else { &mut received };
        side.push(Gift { on, icon: favour_icon(kind), words, day });
    };
    for encounter in links.encounters.iter().filter_map(|id| ctx.book.get(*id)) {
        for favour in &encounter.favours {
            put(favour.given, Some(encounter.on), favour.kind, &favour.what);
        }
    }
    for introduction in links.introductions.iter().filter_map(|id| ctx.book.get(*id)) {
        if !introduction.is_made() {
            continue;
        }
        let words = other_side(ctx, introduction, contact);
        if introduction.introducer == Party::Me {
            put(true, introduction.on, FavourKind::Introduction, &words);
        } else if introduction.introducer == Party::Contact(contact)
            && [introduction.a, introduction.b].contains(&Party::Me)
        {
            put(false, introduction.on, FavourKind::Introduction, &words);
        }
    }
    let passed_on = |id: &Id<crate::model::Referral>| {
        ctx.book.get(*id).filter(|record| record.state >= ReferralState::PassedOn)
    };
    for referral in links.given.iter().filter_map(passed_on).filter(|record| record.recipient == Party::Me) {
        let whose = texts.review_card_of(&name_of(ctx.book, texts, referral.subject));
        put(false, referral.last_step_on(), FavourKind::Referral, &whose);
    }
    for referral in links.referred.iter().filter_map(passed_on).filter(|record| record.giver == Party::Me) {
        let to = texts.calendar_passed_to(&party_name(ctx.book, texts, referral.recipient));
        put(true, referral.last_step_on(), FavourKind::Referral, &to);
    }
    for referral in links.received.iter().filter_map(passed_on).filter(|record| record.giver == Party::Me) {
        let whose = texts.review_card_of(&name_of(ctx.book, texts, referral.subject));
        put(true, referral.last_step_on(), FavourKind::Referral, &whose);
    }
    for side in [&mut given, &mut received] {
        side.sort_by_key(|gift| std::cmp::Reverse(gift.on));
    }
    (given, received)
}

/// Whom somebody was introduced to.
fn other_side(ctx: &ViewCtx<'_>, introduction: &Introduction, contact: Id<Contact>) -> String {
    let others = [introduction.a, introduction.b].into_iter();
    let mut others = others.filter(|party| *party != Party::Contact(contact) && *party != Party::Me);
    let name = others.next().map(|party| party_name(ctx.book, ctx.texts, party));
    name.map_or_else(String::new, |name| ctx.texts.review_introduced_to(&name))
}

/// Whether they answer.
fn replies(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> String {
    let is_written = |encounter: &&std::sync::Arc<Encounter>| {
        use EncounterKind::{Email, Letter, Message, SocialMedia};
        matches!(encounter.kind, Email | Letter | Message | SocialMedia)
            && encounter.direction != Direction::ToMe
    };
    let links = ctx.index.links.contact(contact);
    let written: Vec<_> =
        links.encounters.iter().filter_map(|id| ctx.book.get(*id)).filter(is_written).collect();
    let answered = written.iter().filter(|encounter| encounter.reply != Reply::None).count();
    let count = i64::try_from(written.len()).unwrap_or(i64::MAX);
    if written.iter().any(|encounter| encounter.reply == Reply::Continuing) {
        ctx.texts.review_replies_go_on().to_owned()
    } else if written.is_empty() {
        ctx.texts.review_replies_nothing_sent().to_owned()
    } else if answered == 0 {
        ctx.texts.review_replies_none(count)
    } else {
        let answered = i64::try_from(answered).unwrap_or(i64::MAX);
        ctx.texts.review_replies_some(&ctx.texts.locale().number(answered), count)
    }
}

/// What the person offers and needs.
fn tags(ctx: &ViewCtx<'_>, person: &Contact) -> Vec<String> {
    let texts = ctx.texts;
    let fields = person.expertise.iter().map(|field| &field.what);
    let offers = person.offers.iter().chain(fields).map(|what| tidy(what)).filter(|what| !what.is_empty());
    let mut tags: Vec<String> = offers.take(2).map(|what| texts.review_offers(&what)).collect();
    tags.extend(needs(person).take(2).map(|what| texts.review_needs(&what)));
    tags
}

fn needs(person: &Contact) -> impl Iterator<Item = String> {
    let open = person.needs.iter().filter(|need| need.closed_on.is_none());
    open.map(|need| tidy(&need.what)).filter(|what| !what.is_empty())
}

/// Who knows the person too: by a relationship or an introduction.
fn known_by(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Vec<(Id<Contact>, String)> {
    let links = ctx.index.links.contact(contact);
    let ties = links.relationships.iter().filter_map(|id| ctx.book.get(*id));
    let mut others: BTreeSet<Id<Contact>> = ties.flat_map(|tie| [tie.from, tie.to]).collect();
    let introductions = links.introductions.iter().filter_map(|id| ctx.book.get(*id));
    others.extend(introductions.flat_map(|made| made.parties()).filter_map(Party::contact));
    others.remove(&contact);
    others.into_iter().take(MOST_KNOWN).map(|id| (id, name_of(ctx.book, ctx.texts, id))).collect()
}

/// What could come next: from what the person needs, what was talked about, and what has never been done.
fn ideas(ctx: &ViewCtx<'_>, contact: Id<Contact>) -> Vec<String> {
    let texts = ctx.texts;
    let Some(person) = ctx.book.get(contact) else { return Vec::new() };
    let mut ideas: Vec<String> = needs(person).take(1).map(|what| texts.review_idea_need(&what)).collect();
    if is_virtual_only(ctx.book, ctx.index, contact) {
        ideas.push(texts.review_idea_meet().to_owned());
    }
    let links = ctx.index.links.contact(contact);
    let talked = links.encounters.iter().filter_map(|id| ctx.book.get(*id));
    let topic = talked
        .flat_map(|encounter| &encounter.topics)
        .map(|topic| tidy(topic))
        .find(|topic| !topic.is_empty());
    ideas.extend(topic.map(|topic| texts.review_idea_topic(&topic)));
    ideas.extend(needs(person).skip(1).take(1).map(|what| texts.review_idea_need(&what)));
    ideas.push(texts.review_idea_help().to_owned());
    ideas.truncate(MOST_IDEAS);
    ideas
}
