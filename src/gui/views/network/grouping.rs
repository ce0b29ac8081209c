//! Groups of people that get a tinted shape, and what colours and sizes of discs say.
//!
//! Owns by what people are grouped, coloured and sized, and works each out once for a state of the book. Communities
//! come from a worker. Must not know where anybody lies. Start reading at [`Looks`].

use std::collections::BTreeMap;

use eframe::egui::Color32;

use crate::gui::ctx::ViewCtx;
use crate::gui::theme::Palette;
use crate::gui::views::people::tidy;
use crate::index::{EdgeKind, Network, NodeId};
use crate::text::Texts;

use super::model::{Model, ModelKey};

/// Groups of one kind get a shape up to this many, the largest ones.
const MOST_GROUPS: usize = 40;
/// Fewer people make no group.
const FEWEST: usize = 3;
/// How many colours there are for groups.
const COLOURS: usize = 5;

/// By what people are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grouping {
    /// Their circles.
    #[default]
    Circle,
    /// Events at which they were.
    Event,
    /// Where they work or belong.
    Organization,
    /// Who is joined more to each other than to the rest.
    Community,
    /// Not at all.
    None,
}

impl Grouping {
    /// All, in the order of the menu.
    pub(super) const ALL: [Self; 5] =
        [Self::Circle, Self::Event, Self::Organization, Self::Community, Self::None];

    /// What the menu calls it.
    pub(super) fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Circle => texts.network_group_circle(),
            Self::Event => texts.network_group_event(),
            Self::Organization => texts.network_group_organization(),
            Self::Community => texts.network_group_community(),
            Self::None => texts.network_group_none(),
        }
    }
}

/// By what nodes are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Colouring {
    /// By the circles of a person.
    #[default]
    Circle,
    /// By how alive the relationship is.
    Warmth,
    /// By how they came into the network.
    Kind,
    /// By when they came into the network.
    Time,
    /// By the group whose shape is drawn.
    Group,
}

impl Colouring {
    /// All, in the order of the menu.
    pub(super) const ALL: [Self; 5] = [Self::Circle, Self::Warmth, Self::Kind, Self::Time, Self::Group];

    /// What the menu calls it.
    pub(super) fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Circle => texts.network_colour_circle(),
            Self::Warmth => texts.network_colour_warmth(),
            Self::Kind => texts.network_colour_kind(),
            Self::Time => texts.network_colour_time(),
            Self::Group => texts.network_colour_group(),
        }
    }
}

/// What the size of a disc says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sizing {
    /// How many ties there are.
    #[default]
    Ties,
    /// How many people are joined to the rest through this one alone.
    Bridging,
}

impl Sizing {
    /// All, in the order of the menu.
    pub(super) const ALL: [Self; 2] = [Self::Ties, Self::Bridging];

    /// What the menu calls it.
    pub(super) fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Ties => texts.network_size_ties(),
            Self::Bridging => texts.network_size_bridging(),
        }
    }
}

/// How somebody came into the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    /// Met at an event.
    Event,
    /// Met elsewhere.
    Met,
    /// Introduced by somebody.
    Introduced,
    /// By a card passed on or a lead.
    Referred,
    /// Only talked about.
    Mentioned,
}

impl Origin {
    /// All, in the order of the key.
    pub(super) const ALL: [Self; 5] =
        [Self::Event, Self::Met, Self::Introduced, Self::Referred, Self::Mentioned];

    /// What the key calls it.
    pub(super) fn label(self, texts: &Texts) -> &str {
        match self {
            Self::Event => texts.network_origin_event(),
            Self::Met => texts.network_origin_met(),
            Self::Introduced => texts.network_origin_introduced(),
            Self::Referred => texts.network_origin_referred(),
            Self::Mentioned => texts.network_origin_mentioned(),
        }
    }

    /// Its colour.
    pub(super) fn color(self, p: &Palette) -> Color32 {
        match self {
            Self::Event => p.k_review,
            Self::Met => p.k_meet,
            Self::Introduced => p.thread,
            Self::Referred => p.k_thanks,
            Self::Mentioned => p.line_strong,
        }
    }

    fn of(model: &Model, node: NodeId) -> Self {
        let network = &model.network;
        let edges = || network.neighbours(node).iter().map(|(_, edge)| &network.edges()[*edge as usize]);
        let comes_by =
            |wanted: fn(EdgeKind) -> bool| edges().any(|edge| edge.to == node && wanted(edge.kind));
        if model.nodes[node as usize].only_mentioned {
            Self::Mentioned
        } else if comes_by(|kind| matches!(kind, EdgeKind::Introduction(_))) {
            Self::Introduced
        } else if comes_by(|kind| matches!(kind, EdgeKind::Lead(_))) {
            Self::Referred
        } else if edges().any(|edge| edge.kind == EdgeKind::SharedEvent) {
            Self::Event
        } else {
            Self::Met
        }
    }
}

/// Some people who belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) name: String,
    /// Its colour among those of the palette.
    pub(super) colour: u8,
    pub(super) members: Vec<NodeId>,
}

/// What colours, sizes and groups are, for the present choices.
#[derive(Default)]
pub(super) struct Looks {
    groups_of: Option<(ModelKey, Grouping, u64)>,
    /// The groups, in the order of their names on the screen.
    pub(super) groups: Vec<Group>,
    colours_of: Option<(ModelKey, Colouring, u64, bool)>,
    /// A colour for each node; empty when circles colour.
    pub(super) colours: Vec<Color32>,
    sizes_of: Option<(ModelKey, Sizing)>,
    /// A radius for each node; empty when ties size.
    pub(super) sizes: Vec<f32>,
    /// Counts up with every change of any of them.
    pub(super) generation: u64,
}

impl Looks {
    /// Brings groups, colours and sizes up to the choices. `communities` has a number for each node, `found` counts up
    /// with every other answer.
    pub(super) fn refresh(
        &mut self,
        ctx: &ViewCtx<'_>,
        model: &Model,
        (grouping, colouring, sizing): (Grouping, Colouring, Sizing),
        (communities, found): (&[u32], u64),
        p: &Palette,
    ) {
        let groups_of = (model.key, grouping, found);
        if self.groups_of != Some(groups_of) {
            self.groups_of = Some(groups_of);
            self.groups = groups(ctx, model, grouping, communities);
            self.colours_of = None;
            self.generation += 1;
        }
        let colours_of = (model.key, colouring, found, p.is_dark());
        if self.colours_of != Some(colours_of) {
            self.colours_of = Some(colours_of);
            self.colours = colours(ctx, model, colouring, &self.groups, p);
            self.generation += 1;
        }
        if self.sizes_of != Some((model.key, sizing)) {
            self.sizes_of = Some((model.key, sizing));
            self.sizes = match sizing {
                Sizing::Ties => Vec::new(),
                Sizing::Bridging => {
                    let cut = cut_off(&model.network);
                    cut.iter().map(|behind| 10.0 + (*behind as f32).sqrt().min(6.0) * 3.0).collect()
                }
            };
            self.generation += 1;
        }
    }
}

fn groups(ctx: &ViewCtx<'_>, model: &Model, grouping: Grouping, communities: &[u32]) -> Vec<Group> {
    let network = &model.network;
    let nodes = |contacts: &std::collections::BTreeSet<crate::model::Id<crate::model::Contact>>| {
        contacts.iter().filter_map(|id| network.node(*id)).collect::<Vec<NodeId>>()
    };
    let mut groups: Vec<Group> = match grouping {
        Grouping::None => Vec::new(),
        Grouping::Circle => {
            let mut circles: Vec<_> = ctx.book.circles.values().collect();
            circles.sort_by_key(|circle| (circle.order, circle.id));
            let group = |circle: &std::sync::Arc<crate::model::Circle>| Group {
                name: tidy(&circle.name),
                colour: circle.colour % COLOURS as u8,
                members: nodes(ctx.index.links.circle(circle.id)),
            };
            return circles.into_iter().map(group).collect();
        }
        Grouping::Event => {
            let of = |event: &std::sync::Arc<crate::model::Event>| Group {
                name: tidy(&event.title),
                colour: 0,
                members: nodes(&ctx.index.links.event(event.id).contacts),
            };
            ctx.book.events.values().map(of).collect()
        }
        Grouping::Organization => {
            let of = |organization: &std::sync::Arc<crate::model::Organization>| Group {
                name: tidy(&organization.name),
                colour: 0,
                members: nodes(&ctx.index.links.organization(organization.id).contacts),
            };
            ctx.book.organizations.values().map(of).collect()
        }
        Grouping::Community => {
            let mut members: BTreeMap<u32, Vec<NodeId>> = BTreeMap::new();
            for (number, community) in communities.iter().enumerate().skip(1).take(model.nodes.len()) {
                members.entry(*community).or_default().push(number as NodeId);
            }
            let of = |members: Vec<NodeId>| {
                let best = members
                    .iter()
                    .max_by_key(|node| (model.nodes[**node as usize].ties, std::cmp::Reverse(**node)));
                let name = best.map_or("", |node| model.nodes[*node as usize].name.as_str());
                Group { name: ctx.texts.network_around(name), colour: 0, members }
            };
            members.into_values().filter(|members| members.len() >= FEWEST).map(of).collect()
        }
    };
    groups.retain(|group| group.members.len() >= FEWEST);
    groups.sort_by(|a, b| b.members.len().cmp(&a.members.len()).then_with(|| a.members.cmp(&b.members)));
    if grouping != Grouping::Community {
        groups.truncate(MOST_GROUPS);
    }
    for (at, group) in groups.iter_mut().enumerate() {
        group.colour = (at % COLOURS) as u8;
    }
    groups
}

fn colours(
    ctx: &ViewCtx<'_>,
    model: &Model,
    colouring: Colouring,
    groups: &[Group],
    p: &Palette,
) -> Vec<Color32> {
    match colouring {
        Colouring::Circle => Vec::new(),
        Colouring::Warmth => {
            model.warmth(ctx).iter().map(|warmth| between(p.line, p.thread, *warmth)).collect()
        }
        Colouring::Kind => {
            (0..model.nodes.len() as NodeId).map(|node| Origin::of(model, node).color(p)).collect()
        }
        Colouring::Time => {
            let days: Vec<i32> = model.nodes.iter().map(|node| node.since).collect();
            let known = || days.iter().copied().filter(|day| *day > i32::MIN);
            let (first, last) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
            let span = (last - first).max(1) as f32;
            let part = |day: &i32| (day.saturating_sub(first) as f32 / span).clamp(0.0, 1.0);
            days.iter().map(|day| between(p.line_strong.gamma_multiply(0.7), p.ai, part(day))).collect()
        }
        Colouring::Group => {
            let mut colours = vec![p.line_strong; model.nodes.len()];
            // The largest group last is the smallest: it says more.
            for group in groups {
                for node in &group.members {
                    colours[*node as usize] = p.circle(usize::from(group.colour)).0;
                }
            }
            colours
        }
    }
}

/// Between two colours of the palette.
pub(super) fn between(from: Color32, to: Color32, part: f32) -> Color32 {
    from.lerp_to_gamma(to, part.clamp(0.0, 1.0))
}

/// How many people are joined to the largest part of their component through each node alone; what joins everybody to
/// me does not count, because I am no bridge to myself. One pass over the network (Hopcroft and Tarjan 1973).
pub(super) fn cut_off(network: &Network) -> Vec<u32> {
    const UNSEEN: u32 = u32::MAX;
    let count = network.len();
    let (mut found, mut low) = (vec![UNSEEN; count], vec![UNSEEN; count]);
    let (mut size, mut behind, mut largest) = (vec![1_u32; count], vec![0_u32; count], vec![0_u32; count]);
    let mut parent = vec![UNSEEN; count];
    let mut clock = 0;
    for root in 1..count as NodeId {
        if found[root as usize] != UNSEEN {
            continue;
        }
        let mut visited = Vec::new();
        let mut stack: Vec<(NodeId, usize)> = vec![(root, 0)];
        (found[root as usize], low[root as usize]) = (clock, clock);
        clock += 1;
        while let Some((node, at)) = stack.last_mut() {
            let (here, next) = (*node, network.neighbours(*node).get(*at).map(|(next, _)| *next));
            *at += 1;
            let h = here as usize;
            match next {
                Some(Network::ME) => {}
                Some(next) if found[next as usize] == UNSEEN => {
                    let n = next as usize;
                    (found[n], low[n], parent[n]) = (clock, clock, here);
                    clock += 1;
                    stack.push((next, 0));
                }
                Some(next) if next != parent[h] => low[h] = low[h].min(found[next as usize]),
                Some(_) => {}
                None => {
                    visited.push(here);
                    stack.pop();
                    let Some(above) = stack.last().map(|(above, _)| *above as usize) else { continue };
                    low[above] = low[above].min(low[h]);
                    size[above] += size[h];
                    if low[h] >= found[above] {
                        // Nobody below knows a way around `above`.
                        behind[above] += size[h];
                        largest[above] = largest[above].max(size[h]);
                    }
                }
            }
        }
        let whole = visited.len() as u32;
        for node in visited {
            let n = node as usize;
            let above = whole - 1 - behind[n];
            // The largest part is the rest; the others are cut off from it.
            behind[n] = behind[n] + above - largest[n].max(above);
        }
    }
    behind[0] = 0;
    behind
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::index::Index;
    use crate::model::{Book, Contact, Id, InBook as _, Relationship};

    fn network(people: u128, ties: &[(u128, u128)]) -> Arc<Network> {
        let mut book = Book::default();
        for id in 1..=people {
            Contact::table_mut(&mut book)
                .insert(Id::new(id), Arc::new(Contact { id: Id::new(id), ..Contact::default() }));
        }
        for ((from, to), id) in ties.iter().zip(1..) {
            let (id, from, to) = (Id::new(id), Id::new(*from), Id::new(*to));
            let tie = Relationship { id, from, to, ..Relationship::default() };
            Relationship::table_mut(&mut book).insert(id, Arc::new(tie));
        }
        Index::rebuild(&book).network()
    }

    #[test]
    fn a_bridge_counts_those_who_are_lost_without_it() {
        // Two triangles joined by 3 – 4, and 7 hanging at 6.
        let ties = [(1, 2), (2, 3), (1, 3), (3, 4), (4, 5), (5, 6), (4, 6), (6, 7)];
        let cut = cut_off(&network(8, &ties));
        assert_eq!(cut, [0, 0, 0, 2, 3, 0, 1, 0, 0]);
    }

    #[test]
    fn a_long_chain_is_walked_without_recursion() {
        let ties: Vec<(u128, u128)> = (1..20_000).map(|at| (at, at + 1)).collect();
        let cut = cut_off(&network(20_000, &ties));
        assert_eq!((cut[1], cut[2], cut[10_000]), (0, 1, 9_999));
    }
}
