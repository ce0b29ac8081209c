//! What the network view draws, made from the book once for each state of it.
//!
//! Owns names and sizes of nodes; the lines between them are made in `lines`, the groups in `grouping`. Must not know
//! where anything lies on the screen.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::gui::ctx::ViewCtx;
use crate::index::{EdgeKind, Network, NodeId, is_hearsay, warmth_of_nodes};
use crate::model::{Attachment, Contact, Id, Place};
use crate::text::{Texts, names};

use super::lines::{Counts, Line, lines};

/// A name is drawn and spoken up to this many characters.
const LONGEST_NAME: usize = 80;
/// In a larger network only recency makes lines strong: the warmth of everybody would take too long.
const MOST_WARM: usize = 20_000;

/// One person, or me.
pub(super) struct Node {
    pub(super) contact: Option<Id<Contact>>,
    /// Shortened when it is very long.
    pub(super) name: String,
    pub(super) initials: String,
    /// The day on which the person came into the network, as a day of the common era.
    pub(super) since: i32,
    /// Colours of the circles, by their numbers in the palette.
    pub(super) rings: Vec<u8>,
    /// The radius at 100 %, in points.
    pub(super) radius: f32,
    /// Known from others only.
    pub(super) only_mentioned: bool,
    pub(super) pinned: bool,
    /// Front of the newest card.
    pub(super) picture: Option<Id<Attachment>>,
    /// The photograph of the person.
    pub(super) portrait: Option<Id<Attachment>>,
    /// How many people this one is joined to.
    pub(super) ties: u32,
    spoken: OnceCell<String>,
}

impl Node {
    /// What a screen reader says.
    pub(super) fn spoken(&self, texts: &Texts) -> &str {
        self.spoken.get_or_init(|| texts.network_node(&self.name, &texts.network_ties(i64::from(self.ties))))
    }
}

/// On which state of the book a model rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ModelKey {
    book: u128,
    revision: u64,
    locale: crate::text::Locale,
    today: NaiveDate,
}

impl ModelKey {
    pub(super) fn of(ctx: &ViewCtx<'_>) -> Self {
        Self {
            book: ctx.book.header.id.value(),
            revision: ctx.revision,
            locale: ctx.texts.locale(),
            today: ctx.today,
        }
    }

    /// Whether both are states of one book, told in one language.
    pub(super) fn is_same_book(&self, other: &Self) -> bool {
        (self.book, self.locale) == (other.book, other.locale)
    }
}

/// Everything that is drawn.
pub(super) struct Model {
    pub(super) key: ModelKey,
    pub(super) network: Arc<Network>,
    pub(super) nodes: Vec<Node>,
    pub(super) lines: Vec<Line>,
    /// How many lines there are.
    pub(super) counts: Counts,
    /// Nodes, the most important first.
    pub(super) order: Vec<NodeId>,
    /// Nodes by the number of their ties, the most connected first.
    pub(super) by_ties: Vec<NodeId>,
    /// What a screen reader says of the whole.
    pub(super) summary: String,
    warmth: OnceCell<Vec<f32>>,
}

impl Model {
    /// Makes the model of a book.
    pub(super) fn of(ctx: &ViewCtx<'_>) -> Self {
        let network = ctx.index.network();
        let warmth = OnceCell::new();
        if network.len() <= MOST_WARM {
            warmth.get_or_init(|| warmth_of_nodes(ctx.book, ctx.index, &network, ctx.today));
        }
        let known = warmth.get().map_or(&[][..], Vec::as_slice);
        let (lines, mut counts) = lines(&network, known, ctx.today);
        let mut nodes = Vec::with_capacity(network.len());
        nodes.push(Node {
            contact: None,
            name: ctx.texts.common_you().to_owned(),
            initials: ctx.texts.common_you().to_owned(),
            since: i32::MIN,
            rings: Vec::new(),
            radius: 30.0,
            only_mentioned: false,
            pinned: true,
            picture: None,
            portrait: None,
            ties: ties(&network, 0).0,
            spoken: OnceCell::new(),
        });
        for (id, number) in network.people().iter().zip(1..) {
            nodes.push(node(ctx, &network, *id, number));
        }
        let mut order: Vec<NodeId> = (0..nodes.len() as u32).collect();
        order.sort_by(|a, b| {
            let radius = |n: &NodeId| nodes[*n as usize].radius;
            radius(b).total_cmp(&radius(a)).then(a.cmp(b))
        });
        let mut by_ties = order.clone();
        by_ties.sort_by_key(|node| (std::cmp::Reverse(nodes[*node as usize].ties), *node));
        counts.ghosts = nodes.iter().filter(|node| node.only_mentioned).count();
        let texts = ctx.texts;
        let summary = texts.network_summary(
            &texts.common_people(network.people().len() as i64),
            &texts.network_ties(lines.len() as i64),
        );
        Self { key: ModelKey::of(ctx), network, nodes, lines, counts, order, by_ties, summary, warmth }
    }

    /// How warm the relationship to each node is, from 0 to 1; worked out when somebody asks.
    pub(super) fn warmth(&self, ctx: &ViewCtx<'_>) -> &[f32] {
        self.warmth.get_or_init(|| warmth_of_nodes(ctx.book, ctx.index, &self.network, ctx.today))
    }

    /// The node of a person.
    pub(super) fn node_of(&self, contact: Option<Id<Contact>>) -> Option<NodeId> {
        self.network.node(contact?)
    }
}

/// How many people a node is joined to, and how much these ties weigh.
fn ties(network: &Network, node: NodeId) -> (u32, f32) {
    let (mut count, mut weight, mut last) = (0, 0.0, None);
    for (neighbour, edge) in network.neighbours(node) {
        if last != Some(*neighbour) {
            count += 1;
            last = Some(*neighbour);
        }
        weight += match network.edges()[*edge as usize].kind {
            EdgeKind::Met => 0.0,
            EdgeKind::SharedEvent | EdgeKind::SharedOrganization => 0.25,
            EdgeKind::Relationship
            | EdgeKind::Introduction(_)
            | EdgeKind::Referral(_)
            | EdgeKind::Lead(_) => 1.0,
        };
    }
    (count, weight)
}

/// The day on which somebody came into the network: of the first thing that joins them to somebody, as far as it
/// tells of that; `None` when nothing does.
fn first_day(network: &Network, node: NodeId) -> Option<i32> {
    let tells = |kind: EdgeKind| {
        // Friends of old and old colleagues were so long before I knew them.
        !matches!(kind, EdgeKind::Relationship | EdgeKind::SharedOrganization)
    };
    let edges = network.neighbours(node).iter().map(|(_, edge)| &network.edges()[*edge as usize]);
    edges.filter(|edge| tells(edge.kind)).filter_map(|edge| edge.on).min().map(|day| day.num_days_from_ce())
}

/// A name that fits on the screen whatever the book says.
fn shortened(name: String) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name,
    }
}

/// The first letters of a name; of what is shown when its parts are empty.
fn initials_of(contact: &Contact, shown: &str) -> String {
    let has_any = |initials: &String| !initials.trim().is_empty();
    Some(names::initials(&contact.name.family, &contact.name.given))
        .filter(has_any)
        .or_else(|| Some(names::initials(shown, "")).filter(has_any))
        .or_else(|| shown.chars().find(|sign| !sign.is_whitespace()).map(String::from))
        .unwrap_or_default()
}

fn node(ctx: &ViewCtx<'_>, network: &Network, id: Id<Contact>, number: NodeId) -> Node {
    let (ties, weight) = ties(network, number);
    let front = ctx.index.links.contact(id).cards.first().and_then(|card| ctx.book.get(*card)?.front);
    let Some(contact) = ctx.book.get(id) else {
        return Node {
            contact: Some(id),
            name: String::new(),
            initials: String::new(),
            since: i32::MIN,
            rings: Vec::new(),
            radius: 11.0,
            only_mentioned: true,
            pinned: false,
            picture: None,
            portrait: None,
            ties,
            spoken: OnceCell::new(),
        };
    };
    let name = shortened(contact.display_name());
    let initials = initials_of(contact, if name.is_empty() { "?" } else { &name });
    let since =
        first_day(network, number).unwrap_or_else(|| contact.created_at.date_naive().num_days_from_ce());
    let circles = contact.circles.iter().filter_map(|circle| ctx.book.get(*circle));
    Node {
        contact: Some(id),
        name: if name.is_empty() { ctx.texts.common_without_name().to_owned() } else { name },
        initials,
        since,
        rings: circles.map(|circle| circle.colour % 5).collect(),
        radius: 11.5 + (weight.sqrt() * 2.6).min(8.0),
        only_mentioned: is_hearsay(ctx.book, &ctx.index.links, contact),
        pinned: ctx.book.get(id.cast::<Place>()).is_some_and(|place| place.pinned && place.at().is_some()),
        picture: front,
        portrait: contact.portrait,
        ties,
        spoken: OnceCell::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PersonName;

    #[test]
    fn whoever_has_a_name_has_something_to_stand_in_the_disc() {
        let of = |given: &str, family: &str| {
            let contact = Contact { name: PersonName::new(given, family), ..Contact::default() };
            initials_of(&contact, &contact.display_name())
        };
        assert_eq!([of("Mina", "Schäfer"), of("", "永井"), of("", "佐々木")], ["MS", "永井", "佐"]);
        assert_eq!([of("☆彡", ""), of("?!", "")].map(|initials| initials.is_empty()), [false, false]);
    }
}
