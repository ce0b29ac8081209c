//! What the network view draws, made from the book once for each state of it.
//!
//! Owns names, sizes and colours of nodes, and the lines between them with their bends. Must not know
//! where anything lies on the screen.

use std::cell::OnceCell;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::gui::ctx::ViewCtx;
use crate::index::{EdgeKind, Network, NodeId, ReferralFlow, Warmth};
use crate::model::{Attachment, Book, Contact, Id, Place};
use crate::text::{Texts, names};

/// The kinds of lines, in the order in which they are painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// From me to whom I met.
    Met,
    /// Both were at one event.
    SharedEvent,
    /// A lasting tie.
    Relationship,
    /// A card passed on or an introduction that came to nothing.
    CameToNothing,
    /// Nothing has come of it yet.
    Waiting,
    /// They talk.
    Talking,
    /// It led to work.
    LedToWork,
}

impl Class {
    /// Those of the legend, in its order.
    pub(super) const LEGEND: [Self; 6] = [
        Self::LedToWork,
        Self::Talking,
        Self::Waiting,
        Self::CameToNothing,
        Self::Relationship,
        Self::SharedEvent,
    ];

    /// All, in the order in which they are painted.
    pub(super) const ALL: [Self; 7] = [
        Self::Met,
        Self::SharedEvent,
        Self::Relationship,
        Self::CameToNothing,
        Self::Waiting,
        Self::Talking,
        Self::LedToWork,
    ];

    fn of(kind: EdgeKind) -> Self {
        match kind {
            EdgeKind::Met => Self::Met,
            EdgeKind::SharedEvent => Self::SharedEvent,
            EdgeKind::Relationship => Self::Relationship,
            EdgeKind::Introduction(flow) | EdgeKind::Referral(flow) => match flow {
                ReferralFlow::CameToNothing => Self::CameToNothing,
                ReferralFlow::Waiting => Self::Waiting,
                ReferralFlow::Talking => Self::Talking,
                ReferralFlow::LedToWork => Self::LedToWork,
            },
        }
    }

    /// Whether it is drawn as an arrow.
    pub(super) fn is_arrow(self) -> bool {
        self >= Self::CameToNothing
    }

    /// Its bit in a set of classes.
    pub(super) fn bit(self) -> u8 {
        1 << self as u8
    }

    /// What the legend calls it.
    pub(super) fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Met => texts.common_you(),
            Self::SharedEvent => texts.network_legend_event(),
            Self::Relationship => texts.network_legend_relationship(),
            Self::CameToNothing => texts.common_outcome_nothing(),
            Self::Waiting => texts.common_outcome_waiting(),
            Self::Talking => texts.common_outcome_talking(),
            Self::LedToWork => texts.common_outcome_led_to_work(),
        }
    }
}

/// One line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) from: NodeId,
    pub(super) to: NodeId,
    pub(super) class: Class,
    /// How far the middle lies beside the straight way, as a part of its length.
    pub(super) bend: f32,
}

/// One person, or me.
pub(super) struct Node {
    pub(super) contact: Option<Id<Contact>>,
    pub(super) name: String,
    pub(super) initials: String,
    /// Colours of the circles, by their numbers in the palette.
    pub(super) rings: Vec<u8>,
    /// The radius at 100 %, in points.
    pub(super) radius: f32,
    /// Nobody gave a card: only talked about.
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
}

impl ModelKey {
    pub(super) fn of(ctx: &ViewCtx<'_>) -> Self {
        Self { book: ctx.book.header.id.value(), revision: ctx.revision, locale: ctx.texts.locale() }
    }
}

/// A circle as it is drawn.
pub(super) struct CircleOf {
    pub(super) name: String,
    pub(super) colour: u8,
    pub(super) members: Vec<NodeId>,
}

/// Everything that is drawn.
pub(super) struct Model {
    pub(super) key: ModelKey,
    pub(super) network: Arc<Network>,
    pub(super) nodes: Vec<Node>,
    pub(super) lines: Vec<Line>,
    pub(super) circles: Vec<CircleOf>,
    /// How many lines there are of each class.
    pub(super) counts: [usize; 7],
    /// Nodes, the most important first.
    pub(super) order: Vec<NodeId>,
    /// What a screen reader says of the whole.
    pub(super) summary: String,
    warmth: OnceCell<Vec<f32>>,
}

impl Model {
    /// Makes the model of a book.
    pub(super) fn of(ctx: &ViewCtx<'_>) -> Self {
        let network = ctx.index.network();
        let (lines, counts) = lines(&network);
        let mut nodes = Vec::with_capacity(network.len());
        nodes.push(Node {
            contact: None,
            name: ctx.texts.common_you().to_owned(),
            initials: ctx.texts.common_you().to_owned(),
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
        let mut circles: Vec<_> = ctx.book.circles.values().collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        let circles = circles
            .into_iter()
            .map(|circle| CircleOf {
                name: circle.name.clone(),
                colour: circle.colour % 5,
                members: ctx
                    .index
                    .links
                    .circle(circle.id)
                    .iter()
                    .filter_map(|id| network.node(*id))
                    .collect(),
            })
            .collect();
        let texts = ctx.texts;
        let summary = texts.network_summary(
            &texts.common_people(network.people().len() as i64),
            &texts.network_ties(lines.len() as i64),
        );
        Self {
            key: ModelKey::of(ctx),
            network,
            nodes,
            lines,
            circles,
            counts,
            order,
            summary,
            warmth: OnceCell::new(),
        }
    }

    /// How warm the relationship to each node is, from 0 to 1; worked out when somebody asks.
    pub(super) fn warmth(&self, ctx: &ViewCtx<'_>) -> &[f32] {
        self.warmth.get_or_init(|| warmth(ctx.book, ctx, &self.network, ctx.today))
    }

    /// The same when somebody has asked before.
    pub(super) fn known_warmth(&self) -> Option<&[f32]> {
        self.warmth.get().map(Vec::as_slice)
    }

    /// The node of a person.
    pub(super) fn node_of(&self, contact: Option<Id<Contact>>) -> Option<NodeId> {
        self.network.node(contact?)
    }
}

fn warmth(book: &Book, ctx: &ViewCtx<'_>, network: &Network, today: NaiveDate) -> Vec<f32> {
    let of = |id: &Id<Contact>| (Warmth::on(book, ctx.index, *id, today).value / 100.0).clamp(0.0, 1.0);
    std::iter::once(1.0).chain(network.people().iter().map(of)).collect()
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
            EdgeKind::SharedEvent => 0.25,
            EdgeKind::Relationship | EdgeKind::Introduction(_) | EdgeKind::Referral(_) => 1.0,
        };
    }
    (count, weight)
}

fn node(ctx: &ViewCtx<'_>, network: &Network, id: Id<Contact>, number: NodeId) -> Node {
    let (ties, weight) = ties(network, number);
    let front = ctx.index.links.contact(id).cards.first().and_then(|card| ctx.book.get(*card)?.front);
    let Some(contact) = ctx.book.get(id) else {
        return Node {
            contact: Some(id),
            name: String::new(),
            initials: String::new(),
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
    let name = contact.display_name();
    let circles = contact.circles.iter().filter_map(|circle| ctx.book.get(*circle));
    Node {
        contact: Some(id),
        name: if name.is_empty() { ctx.texts.common_without_name().to_owned() } else { name },
        initials: names::initials(&contact.name.family, &contact.name.given),
        rings: circles.map(|circle| circle.colour % 5).collect(),
        radius: 11.5 + (weight.sqrt() * 2.6).min(8.0),
        only_mentioned: contact.only_mentioned,
        pinned: ctx.book.get(id.cast::<Place>()).is_some_and(|place| place.pinned),
        picture: front,
        portrait: contact.portrait,
        ties,
        spoken: OnceCell::new(),
    }
}

/// One line for each class and direction between two nodes, bent so that lines of one pair lie apart.
fn lines(network: &Network) -> (Vec<Line>, [usize; 7]) {
    let mut all: Vec<(NodeId, NodeId, Class, bool)> = network
        .edges()
        .iter()
        .map(|edge| {
            let class = Class::of(edge.kind);
            (edge.from.min(edge.to), edge.from.max(edge.to), class, edge.from > edge.to)
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    let mut lines = Vec::with_capacity(all.len());
    let mut counts = [0; 7];
    for pair in all.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (number, (low, high, class, backwards)) in pair.iter().enumerate() {
            counts[*class as usize] += 1;
            // Seen from the lower node; an arrow alone bends a little too, so that it reads as one.
            let apart = number as f32 - (pair.len() as f32 - 1.0) / 2.0;
            let alone = if class.is_arrow() { 0.13 } else { 0.0 };
            let bend = if pair.len() > 1 { apart * 0.22 } else { alone };
            let (from, to, bend) = if *backwards { (*high, *low, -bend) } else { (*low, *high, bend) };
            lines.push(Line { from, to, class: *class, bend });
        }
    }
    lines.sort_by_key(|line| (line.class, line.from, line.to));
    (lines, counts)
}
