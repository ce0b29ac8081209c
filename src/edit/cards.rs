//! Cards come in, get a name, and get words on their backs.

use crate::model::*;

use super::follow_ups::plan;
use super::rules::due;
use super::{CardField, Draft, EditError, Employment, Filing, Label, NewCard, Side, contacts, name};

pub(super) fn add_cards(
    draft: &mut Draft,
    attachments: Vec<Attachment>,
    filing: Filing,
    event: Option<Id<Event>>,
    exchange: Exchange,
) -> Result<Label, EditError> {
    if let Some(event) = event {
        draft.get(event)?;
    }
    if let Filing::PhotosOf(event) = filing {
        return super::evening::add_photos(draft, event, attachments);
    }
    let count = attachments.len();
    let mut label = Label::AddCards(count);
    for attachment in attachments {
        let image = put_attachment(draft, attachment);
        match filing {
            Filing::BackOf(card) => {
                draft.update::<Card>(card, |card| card.back = Some(image))?;
                label = Label::AddBack(owner(draft, card));
            }
            Filing::FrontOf(card) => {
                draft.update::<Card>(card, |card| card.front = Some(image))?;
                label = Label::ChangeCard(owner(draft, card));
            }
            // Taken care of above: they are no cards.
            Filing::PhotosOf(_) => {}
            Filing::Pile => {
                let card = new_card(draft, &NewCard { event, exchange, ..NewCard::default() });
                draft.put(Card { front: Some(image), ..card });
            }
            Filing::NewCardOf(contact) => {
                let card = new_card(draft, &NewCard { event, exchange, ..NewCard::default() });
                let id = card.id;
                draft.put(Card { front: Some(image), ..card });
                file_card(draft, id, contact)?;
                label = Label::AddCardTo(name(draft, contact));
            }
        }
    }
    Ok(label)
}

/// Returns a fresh card: received on the day of the event, else today.
fn new_card(draft: &mut Draft, new: &NewCard) -> Card {
    let event_day = new.event.and_then(|event| draft.book().get(event)?.starts_on);
    let today = draft.stamp.today;
    Card {
        id: draft.stamp.fresh(),
        // A card cannot have been received at an event that is still to come.
        received_on: new.received_on.or(event_day.filter(|day| *day <= today)).or(Some(today)),
        event: new.event,
        exchange: new.exchange,
        created_at: draft.stamp.now,
        updated_at: draft.stamp.now,
        ..Card::default()
    }
}

/// Makes a card without image for a new person.
pub(super) fn put_imageless_card(draft: &mut Draft, new: NewCard) -> Result<Id<Card>, EditError> {
    if let Some(event) = new.event {
        draft.get(event)?;
    }
    let card = new_card(draft, &new);
    let id = card.id;
    draft.put(card);
    // The event is made last, on the day that the card has got.
    tell(draft, id, new)?;
    Ok(id)
}

/// Writes down what is told of a card; what is left empty stays as it is.
fn tell(draft: &mut Draft, card: Id<Card>, facts: NewCard) -> Result<(), EditError> {
    let NewCard { received_on, event, new_event, exchange, impression, place } = facts;
    if let Some(place) = place {
        draft.get(place)?;
        super::storages::relocate(draft, card, Whereabouts::StoredIn(place))?;
    }
    let title = new_event.trim();
    let day = received_on.unwrap_or(draft.get(card)?.day());
    let event = match event {
        Some(event) => {
            draft.get(event)?;
            Some(event)
        }
        None if title.is_empty() => None,
        None => Some(event_named(draft, title, day)),
    };
    if received_on.is_some() || event.is_some() || exchange != Exchange::Unknown {
        let now = draft.stamp.now;
        draft.update::<Card>(card, |card| {
            card.received_on = received_on.or(card.received_on);
            card.event = event.or(card.event);
            if exchange != Exchange::Unknown {
                card.exchange = exchange;
            }
            card.updated_at = now;
        })?;
    }
    if !impression.trim().is_empty() {
        record_impression(draft, card, &impression)?;
    }
    Ok(())
}

/// Finds the event of a title on a day, or makes one that was attended: its card is in the hand.
fn event_named(draft: &mut Draft, title: &str, day: chrono::NaiveDate) -> Id<Event> {
    let found = draft.book().events.values().find(|event| {
        event.title.trim() == title
            && event.starts_on.is_none_or(|first| first <= day && event.last_day() >= Some(day))
    });
    if let Some(event) = found {
        return event.id;
    }
    let status = if day <= draft.stamp.today { Attendance::Attended } else { Attendance::Planned };
    let event = Event {
        id: draft.stamp.fresh(),
        title: title.to_owned(),
        starts_on: Some(day),
        status,
        created_at: draft.stamp.now,
        updated_at: draft.stamp.now,
        ..Event::default()
    };
    let id = event.id;
    draft.put(event);
    id
}

/// The same content is stored once: an attachment that is there stays as it is.
pub(super) fn put_attachment(draft: &mut Draft, attachment: Attachment) -> Id<Attachment> {
    let id = attachment.id;
    if draft.book().get(id).is_none() {
        draft.put(attachment);
    }
    id
}

pub(super) fn name_card(
    draft: &mut Draft,
    card: Id<Card>,
    contact: Contact,
    employment: &Employment,
    facts: NewCard,
) -> Result<Label, EditError> {
    draft.get(card)?;
    let contact = contacts::put_contact(draft, contact, employment)?;
    // Before the plans are made: they rest on the day on which the card was received.
    tell(draft, card, facts)?;
    file_card(draft, card, contact)?;
    Ok(Label::NameCard(name(draft, contact)))
}

pub(super) fn file_card_with(
    draft: &mut Draft,
    card: Id<Card>,
    contact: Id<Contact>,
    facts: NewCard,
) -> Result<Label, EditError> {
    draft.get(contact)?;
    tell(draft, card, facts)?;
    file_card(draft, card, contact)
}

pub(super) fn file_card(draft: &mut Draft, card: Id<Card>, contact: Id<Contact>) -> Result<Label, EditError> {
    draft.get(contact)?;
    let before = draft.get(card)?.contact;
    let now = draft.stamp.now;
    draft.update::<Card>(card, |card| {
        card.contact = Some(contact);
        card.updated_at = now;
    })?;
    draft.update::<Contact>(contact, |contact| {
        contact.only_mentioned = false;
        contact.updated_at = now;
    })?;
    if before != Some(contact) {
        drop_plans_of(draft, card, before)?;
        plan_for_card(draft, card, None)?;
    }
    Ok(Label::AddCardTo(name(draft, contact)))
}

/// A card that has just got its owner: thank-you by the end of the next day, review after thirty
/// days. What lies in the past already is not planned: an old box of cards is no guilt. `only` is the rule that was
/// switched on; else both make what they ask for.
pub(super) fn plan_for_card(draft: &mut Draft, card: Id<Card>, only: Option<Rule>) -> Result<(), EditError> {
    let record = draft.get(card)?.clone();
    let Some(contact) = record.contact else { return Ok(()) };
    if only.is_some() && draft.get(contact)?.archived.is_some() {
        return Ok(());
    }
    let received = record.day();
    let today = draft.stamp.today;
    let wanted = |draft: &Draft, rule: Rule| {
        due(draft, rule, received).filter(|day| *day >= today && only.is_none_or(|only| only == rule))
    };
    if let Some(due_on) = wanted(draft, Rule::ThankYou) {
        let book = draft.book();
        let thanked = book.encounters.values().any(|encounter| {
            encounter.is_thank_you && encounter.contacts.contains(&contact) && encounter.on >= received
        });
        // One evening is one thank-you, whether the card or the event asked for it first.
        let for_event = record.event.is_some_and(|event| {
            book.follow_ups.values().any(|it| {
                it.kind == FollowUpKind::ThankYou
                    && it.reason == Reason::Event(event)
                    && it.contacts.contains(&contact)
            })
        });
        if !thanked && !for_event {
            plan(draft, FollowUpKind::ThankYou, due_on, contact, Reason::Card(card));
        }
    }
    if let Some(due_on) = wanted(draft, Rule::Review) {
        let reviews = draft.book().reviews.values();
        let reviewed = reviews.filter(|review| review.contact == contact).any(|review| review.on > received);
        if !reviewed || only.is_none() {
            plan(draft, FollowUpKind::Review, due_on, contact, Reason::CardReview(card));
        }
    }
    Ok(())
}

/// Whether something was planned because of a card and is still open.
fn has_plans(draft: &Draft, card: Id<Card>) -> bool {
    draft.book().follow_ups.values().any(|follow_up| follow_up.is_open() && is_plan_of(follow_up, card))
}

fn is_plan_of(follow_up: &FollowUp, card: Id<Card>) -> bool {
    follow_up.reason == Reason::Card(card) || follow_up.reason == Reason::CardReview(card)
}

/// Removes what was planned because of a card and is still open. Other cards of that person asked
/// for nothing of their own on the same day; they do now.
fn drop_plans_of(draft: &mut Draft, card: Id<Card>, owner: Option<Id<Contact>>) -> Result<(), EditError> {
    if !has_plans(draft, card) {
        return Ok(());
    }
    super::follow_ups::remove_open(draft, |follow_up| is_plan_of(follow_up, card));
    let others: Vec<Id<Card>> = draft
        .book()
        .cards
        .values()
        .filter(|other| owner.is_some() && other.contact == owner && other.id != card)
        .map(|other| other.id)
        .collect();
    for other in others {
        plan_for_card(draft, other, None)?;
    }
    Ok(())
}

pub(super) fn unfile_card(draft: &mut Draft, card: Id<Card>) -> Result<Label, EditError> {
    let label = Label::UnfileCard(owner(draft, card));
    let before = draft.get(card)?.contact;
    let now = draft.stamp.now;
    draft.update::<Card>(card, |card| {
        card.contact = None;
        card.updated_at = now;
    })?;
    drop_plans_of(draft, card, before)?;
    Ok(label)
}

pub(super) fn use_as_back(draft: &mut Draft, card: Id<Card>, of: Id<Card>) -> Result<Label, EditError> {
    if card == of {
        return Err(EditError::SamePerson);
    }
    let back = draft.get(card)?.clone();
    let front = draft.get(of)?.clone();
    let now = draft.stamp.now;
    draft.update::<Card>(of, |front_card| {
        front_card.back = back.front.or(back.back);
        front_card.impressions.extend(back.impressions.iter().cloned());
        front_card.impressions.sort_by_key(|impression| impression.on);
        if !back.recognized_text.is_empty() {
            let both = [front_card.recognized_text.as_str(), back.recognized_text.as_str()].join("\n");
            both.trim_start().clone_into(&mut front_card.recognized_text);
        }
        front_card.updated_at = now;
    })?;
    // Whoever named the back first has named the card.
    if let (None, Some(contact)) = (front.contact, back.contact) {
        file_card(draft, of, contact)?;
    }
    let label = Label::AddBack(front.contact.map(|contact| name(draft, contact)).unwrap_or_default());
    remove_card(draft, card)?;
    Ok(label)
}

pub(super) fn set_image(
    draft: &mut Draft,
    card: Id<Card>,
    side: Side,
    attachment: Option<Attachment>,
) -> Result<Label, EditError> {
    draft.get(card)?;
    let image = attachment.map(|attachment| put_attachment(draft, attachment));
    let now = draft.stamp.now;
    draft.update::<Card>(card, |card| {
        match side {
            Side::Front => card.front = image,
            Side::Back => card.back = image,
        }
        card.updated_at = now;
    })?;
    let owner = owner(draft, card);
    Ok(if side == Side::Back && image.is_some() { Label::AddBack(owner) } else { Label::ChangeCard(owner) })
}

pub(super) fn set_card(draft: &mut Draft, card: Id<Card>, field: CardField) -> Result<Label, EditError> {
    let now = draft.stamp.now;
    let before = draft.get(card)?.clone();
    if let CardField::Whereabouts(to) = field {
        super::check_links(draft, &Card { whereabouts: to, ..Card::clone(&before) })?;
        super::storages::relocate(draft, card, to)?;
        return Ok(Label::ChangeCard(owner(draft, card)));
    }
    draft.update::<Card>(card, |card| {
        match field {
            CardField::ReceivedOn(day) => card.received_on = day,
            CardField::Event(event) => card.event = event,
            CardField::Exchange(exchange) => card.exchange = exchange,
            // Taken care of above: a loan has more to it.
            CardField::Whereabouts(_) => {}
        }
        card.updated_at = now;
    })?;
    let record = draft.get(card)?.clone();
    super::check_links(draft, &*record)?;
    if let CardField::ReceivedOn(_) = field {
        // What hangs on the day moves with it, unless it was done already. A card that lay so far back
        // that nothing was planned gets its plans when the day is corrected.
        let review = due(draft, Rule::Review, before.day());
        if has_plans(draft, card) || review.is_none_or(|day| day < draft.stamp.today) {
            drop_plans_of(draft, card, record.contact)?;
            plan_for_card(draft, card, None)?;
        }
    }
    Ok(Label::ChangeCard(owner(draft, card)))
}

pub(super) fn record_impression(draft: &mut Draft, card: Id<Card>, text: &str) -> Result<Label, EditError> {
    let today = draft.stamp.today;
    let now = draft.stamp.now;
    let text = text.trim_end();
    draft.update::<Card>(card, |card| {
        match card.impressions.last_mut() {
            // The ink dries at midnight: today's words may be corrected, earlier ones only added to.
            Some(last) if last.on == today => {
                if text.is_empty() {
                    card.impressions.pop();
                } else {
                    text.clone_into(&mut last.text);
                }
            }
            _ if text.is_empty() => return,
            _ => card.impressions.push(Impression { on: today, text: text.to_owned() }),
        }
        card.updated_at = now;
    })?;
    Ok(Label::RecordImpression(owner(draft, card)))
}

pub(super) fn make_current(draft: &mut Draft, card: Id<Card>) -> Result<Label, EditError> {
    let record = draft.get(card)?.clone();
    let contact = record.contact.ok_or(EditError::PersonNeeded)?;
    let age = (record.day(), card);
    // Older ones stay as they are; only what would lie above it gives way.
    let newer = |other: &Card| other.contact == Some(contact) && (other.day(), other.id) > age;
    let newer: Vec<Id<Card>> =
        draft.book().cards.values().filter(|other| newer(other)).map(|other| other.id).collect();
    let now = draft.stamp.now;
    for (id, superseded) in newer.into_iter().map(|id| (id, true)).chain([(card, false)]) {
        if draft.get(id)?.superseded != superseded {
            draft.update::<Card>(id, |card| {
                card.superseded = superseded;
                card.updated_at = now;
            })?;
        }
    }
    Ok(Label::MakeCurrent(name(draft, contact)))
}

pub(super) fn remove_card(draft: &mut Draft, card: Id<Card>) -> Result<Label, EditError> {
    let label = Label::RemoveCard(owner(draft, card));
    let contact = draft.get(card)?.contact;
    drop_plans_of(draft, card, contact)?;
    super::follow_ups::unlink(draft, RecordRef::Card(card));
    let referrals: Vec<_> = draft
        .book()
        .referrals
        .values()
        .filter(|referral| referral.card == Some(card))
        .map(|r| r.id)
        .collect();
    for referral in referrals {
        draft.update::<Referral>(referral, |referral| referral.card = None)?;
    }
    let reviews: Vec<_> =
        draft.book().reviews.values().filter(|review| review.card == Some(card)).map(|r| r.id).collect();
    for review in reviews {
        draft.update::<Review>(review, |review| review.card = None)?;
    }
    draft.remove::<Card>(card)?;
    Ok(label)
}

/// Returns the name of the person whose card it is, or an empty text.
fn owner(draft: &Draft, card: Id<Card>) -> String {
    draft
        .book()
        .get(card)
        .and_then(|card| card.contact)
        .map(|contact| name(draft, contact))
        .unwrap_or_default()
}
