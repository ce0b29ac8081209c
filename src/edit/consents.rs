//! What people agreed to have told to one other person: noted where they are introduced, taken back anywhere.
//!
//! Owns that a consent counts for one recipient and can be taken back in one step. Must not know what a consent names:
//! that is the gate's (`exchange::share`). Passing a card on notes its own ([`super::referrals`]).
//!
//! Invariant: a consent that was taken back stands nowhere between the two (`suite::referrals::what_was_agreed_can_be_taken_back`).

use chrono::NaiveDate;

use crate::model::*;

use super::{Draft, EditError, Label, name};

/// One of two who are introduced agreed that the other gets something of theirs.
pub(super) fn agree(
    draft: &mut Draft,
    id: Id<Introduction>,
    owner: Id<Contact>,
    what: String,
) -> Result<Label, EditError> {
    if what.trim().is_empty() {
        return Err(EditError::TextNeeded("what"));
    }
    let (on, now) = (draft.stamp.today, draft.stamp.now);
    let introduction = draft.get(id)?;
    let is_a = introduction.a == Party::Contact(owner);
    let other = if is_a { introduction.b } else { introduction.a };
    let Some(other) = other.contact().filter(|_| is_a || introduction.b == Party::Contact(owner)) else {
        return Err(EditError::PersonNeeded);
    };
    draft.update::<Introduction>(id, |introduction| {
        let theirs = if is_a { &mut introduction.agreed_a } else { &mut introduction.agreed_b };
        Consent { what, on }.add_to(theirs);
        introduction.updated_at = now;
    })?;
    Ok(Label::Agree(name(draft, owner), name(draft, other)))
}

/// Somebody took back that another person gets something of theirs, wherever that was noted.
pub(super) fn withhold(
    draft: &mut Draft,
    owner: Id<Contact>,
    from: Id<Contact>,
    what: &[String],
) -> Result<Label, EditError> {
    draft.get(owner)?;
    draft.get(from)?;
    let now = draft.stamp.now;
    let to = Party::Contact(from);
    let is_it = |known: &str| what.iter().any(|what| what == known);
    let referrals = draft.book().referrals.values().filter(|it| {
        (it.subject, it.recipient) == (owner, to) && it.agreements().any(|(known, _)| is_it(known))
    });
    for id in referrals.map(|it| it.id).collect::<Vec<_>>() {
        draft.update::<Referral>(id, |referral| {
            referral.consents.retain(|known| !is_it(known));
            referral.agreed.retain(|known| !is_it(&known.what));
            if referral.consents.is_empty() {
                referral.agreed_on = None;
            }
            referral.updated_at = now;
        })?;
    }
    let is_noted = |it: &Introduction| {
        it.agreed(Party::Contact(owner), to).iter().any(|known: &Consent| is_it(&known.what))
    };
    let introductions = draft.book().introductions.values().filter(|it| is_noted(it));
    for id in introductions.map(|it| it.id).collect::<Vec<_>>() {
        draft.update::<Introduction>(id, |introduction| {
            let is_a = introduction.a == Party::Contact(owner);
            let theirs = if is_a { &mut introduction.agreed_a } else { &mut introduction.agreed_b };
            theirs.retain(|known| !is_it(&known.what));
            introduction.updated_at = now;
        })?;
    }
    Ok(Label::Withhold(name(draft, owner), name(draft, from)))
}

/// What was agreed for one person counts for nobody else: of an introduction between others nothing is left of it.
pub(super) fn between_others(before: &Introduction, new: &mut Introduction) {
    if (before.a, before.b) != (new.a, new.b) {
        new.agreed_a.clear();
        new.agreed_b.clear();
    }
}

/// The same for a card that another one gets.
pub(super) fn for_another(before: &Referral, new: &mut Referral) {
    if (before.subject, before.recipient) != (new.subject, new.recipient) {
        new.consents.clear();
        new.agreed_on = None;
        new.agreed.clear();
    }
}

/// Puts the consents of a referral that goes on to those of now. Those of before keep their days.
pub(super) fn carry_on(before: &Referral, new: &mut Referral, today: NaiveDate) {
    let older =
        before.agreements().map(|(what, on)| Consent { what: what.to_owned(), on: on.unwrap_or(today) });
    let mut all: Vec<Consent> = older.collect();
    for consent in std::mem::take(&mut new.agreed) {
        consent.add_to(&mut all);
    }
    new.agreed = all;
}
