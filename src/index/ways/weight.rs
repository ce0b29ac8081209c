//! How likely a step of a way works: the arithmetic.
//!
//! A step has a chance between 0 and 1, a way the product of its steps; a step costs −1000 ln(chance), so that the
//! cheapest way is the likeliest.
//!
//! # From me
//! Somebody whom I met: 0.15, and 0.55 × warmth / 100, 0.08 when we have met face to face, 0.07 when it goes both ways (they
//! answer, or both have given), 0.08 when I gave more than I received, 0.01 for each year that we know each other, five at
//! most. Somebody who was only talked about cannot be asked.
//!
//! # Between others
//! A tie has a chance by its kind ([`RelationKind`]: a couple 0.92, friends 0.8 … acquaintances 0.4), 0.01 more for each year,
//! five at most, a third of it once it has ended. An introduction or a card passed on: 0.7 when it led to work, 0.55 when
//! they talk, 0.35 when it was made, 0.12 when it came to nothing, 0.06 while it is only promised; half of it after four
//! years. The same event: 0.06, half after two years. Several bonds between two people add up as chances do:
//! 1 − (1 − a)(1 − b).

use chrono::NaiveDate;

use super::roads::{MOST_COST, Roads};
use crate::index::{Balance, Edge, EdgeKind, Links, Network, NodeId, ReferralFlow, Warmth};
use crate::model::{Book, Contact, Id, Introduction, RecordRef, RelationKind, Relationship, Reply};

/// No step is surer than this, so that a shorter way wins.
const SUREST: f64 = 0.97;
const DAYS_A_YEAR: f64 = 365.25;

/// Returns the roads of a network as of a day.
pub fn roads(book: &Book, links: &Links, network: &Network, today: NaiveDate) -> Roads {
    let mut edges: Vec<(NodeId, NodeId, u32)> = Vec::with_capacity(network.edges().len());
    for (contact, node) in network.people().iter().zip(1..) {
        let met = network.neighbours(Network::ME).binary_search_by_key(&node, |(other, _)| *other).is_ok();
        if met {
            edges.push((Network::ME, node, cost(own_chance(book, links, *contact, today))));
        }
        let around = network.neighbours(node);
        for bonds in around.chunk_by(|a, b| a.0 == b.0).filter(|bonds| bonds[0].0 > node) {
            let missed: f64 = bonds
                .iter()
                .filter_map(|(_, edge)| network.edges().get(*edge as usize))
                .map(|edge| 1.0 - bond_chance(book, edge, today))
                .product();
            edges.push((node, bonds[0].0, cost(1.0 - missed)));
        }
    }
    Roads::new(network.len(), edges)
}

/// Returns what a chance costs.
pub fn cost(chance: f64) -> u32 {
    let cost = -1000.0 * chance.clamp(1e-9, SUREST).ln();
    // Between 30 and MOST_COST.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
    let whole = cost.min(f64::from(MOST_COST)).round() as u32;
    whole
}

/// Returns the chance that a cost stands for.
pub fn chance(cost: u32) -> f64 {
    (f64::from(cost) / -1000.0).exp()
}

/// The chance that somebody whom I know does me the favour.
fn own_chance(book: &Book, all: &Links, contact: Id<Contact>, today: NaiveDate) -> f64 {
    let links = all.contact(contact);
    let warmth = f64::from(Warmth::value_by(book, all, contact, today)) / 100.0;
    let total = Balance::of(book, all, contact).total();
    let mut encounters = links.encounters.iter().filter_map(|id| book.get(*id));
    let answered = encounters.any(|encounter| encounter.reply != Reply::None);
    let first = [
        links.cards.last().and_then(|id| book.get(*id)).map(|card| card.day()),
        links.encounters.last().and_then(|id| book.get(*id)).map(|encounter| encounter.on),
    ];
    let since = first.into_iter().flatten().min();
    let mut chance = 0.15 + 0.55 * warmth;
    if links.met_face_to_face {
        chance += 0.08;
    }
    if answered || (total.given > 0 && total.received > 0) {
        chance += 0.07;
    }
    if total.given > total.received {
        chance += 0.08;
    }
    chance + since.map_or(0.0, |since| 0.01 * years(since, today).min(5.0))
}

/// The chance that one bond between two others carries.
fn bond_chance(book: &Book, edge: &Edge, today: NaiveDate) -> f64 {
    let age = edge.on.map_or(2.0, |on| years(on, today));
    match (edge.kind, edge.source) {
        (EdgeKind::Relationship, RecordRef::Relationship(id)) => {
            book.get(id).map_or(0.4, |tie| tie_chance(tie, today))
        }
        (EdgeKind::Introduction(_), RecordRef::Introduction(id))
            if book.get(id).is_some_and(|it: &std::sync::Arc<Introduction>| !it.is_made()) =>
        {
            0.06
        }
        (EdgeKind::Introduction(flow) | EdgeKind::Referral(flow) | EdgeKind::Lead(flow), _) => {
            let fresh = match flow {
                ReferralFlow::LedToWork => 0.7,
                ReferralFlow::Talking => 0.55,
                ReferralFlow::Waiting => 0.35,
                // Nobody has been brought together yet.
                ReferralFlow::Promised => 0.3,
                ReferralFlow::CameToNothing => 0.12,
            };
            fresh * halved(age, 4.0)
        }
        (EdgeKind::Relationship, _) => 0.4,
        // Colleagues see each other every day, and it does not grow old while both are there.
        (EdgeKind::SharedOrganization, _) => 0.3,
        (EdgeKind::SharedEvent | EdgeKind::Met, _) => 0.06 * halved(age, 2.0),
    }
}

fn tie_chance(tie: &Relationship, today: NaiveDate) -> f64 {
    let kind = match tie.kind {
        RelationKind::Spouse => 0.92,
        RelationKind::Sibling | RelationKind::Parent | RelationKind::Child => 0.88,
        RelationKind::Friend => 0.8,
        RelationKind::Kin | RelationKind::Partner => 0.75,
        RelationKind::Mentor => 0.72,
        RelationKind::CoWorker | RelationKind::Colleague => 0.68,
        RelationKind::Agent | RelationKind::Client | RelationKind::Supplier => 0.6,
        RelationKind::Neighbour => 0.55,
        RelationKind::Other(_) => 0.5,
        RelationKind::Acquaintance => 0.4,
    };
    let long = tie.since.map_or(0.0, |since| 0.01 * years(since, today).min(5.0));
    let ended = tie.until.is_some_and(|until| until < today);
    (kind + long) * if ended { 1.0 / 3.0 } else { 1.0 }
}

fn years(from: NaiveDate, today: NaiveDate) -> f64 {
    ((today - from).num_days() as f64 / DAYS_A_YEAR).max(0.0)
}

fn halved(age: f64, half: f64) -> f64 {
    (-age / half).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_likelier_costs_less_and_nothing_costs_nothing() {
        let costs: Vec<u32> = [2.0, 0.97, 0.5, 0.06, 0.0, -1.0].map(cost).into();
        assert_eq!(costs, [30, 30, 693, 2813, MOST_COST, MOST_COST]);
        assert!((chance(693) - 0.5).abs() < 1e-3);
    }

    #[test]
    fn a_tie_that_ended_and_an_old_one_are_told_apart() {
        let day = |year| NaiveDate::from_ymd_opt(year, 10, 14).expect("a day");
        let tie = |kind, since, until| {
            let tie = Relationship { kind, since, until, ..Relationship::default() };
            tie_chance(&tie, day(2026))
        };
        let friend = tie(RelationKind::Friend, None, None);
        assert!(tie(RelationKind::Friend, Some(day(2016)), None) > friend);
        assert!(
            tie(RelationKind::Friend, None, Some(day(2025))) < tie(RelationKind::Acquaintance, None, None)
        );
        assert_eq!(tie(RelationKind::Friend, None, Some(day(2030))), friend, "it still lasts");
        assert!(friend < tie(RelationKind::Spouse, None, None));
    }
}
