//! Graph → what it would mean for a book: who is known, who is new, which edges become records and why others do not.
//!
//! Owns the rules by which somebody is recognised. Nothing here changes a book: a [`Plan`] is carried out by
//! [`crate::edit::Edit::TakeInNetwork`].

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Edge, Graph, Kind, ME, Node};
use crate::edit::{NetworkIn, PersonIn, TieIn};
use crate::model::{
    Book, Circle, Contact, Id, IntroductionState, OutcomeKind, PersonName, Place, ReferralState, RelationKind,
};
use crate::text::fold::fold;

/// The length that the median edge gets where places have units of their own.
const EDGE_LENGTH: f32 = 100.0;

/// How far beside what is there newcomers stand.
const BESIDE: f32 = 250.0;

/// A network compared with a book.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The network.
    pub graph: Graph,
    /// Who the nodes are.
    pub fates: Vec<Fate>,
    /// Nodes whose name several people of the book have: they would be new.
    pub ambiguous: usize,
}

/// Who a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nobody of the book.
    New,
    /// Somebody of the book.
    Known(Id<Contact>),
    /// The owner of the book.
    Me,
    /// No person.
    Organization,
}

/// What becomes of a network.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// What is taken in.
    pub network: NetworkIn,
    /// How much that is.
    pub counts: Counts,
}

/// How much is taken in and left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// People who are new.
    pub new: usize,
    /// People whom the book has.
    pub known: usize,
    /// Organizations at which people of the file work.
    pub organizations: usize,
    /// People who get the place that the file has for them.
    pub placed: usize,
    /// Relationships, introductions and referrals that are new.
    pub ties: usize,
    /// Edges that say where somebody works.
    pub work: usize,
    /// Edges that become nothing.
    pub left: Links,
}

/// Edges that become nothing, by the reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Links {
    /// With the owner of the book: these come from cards and meetings.
    pub with_me: usize,
    /// Same event, same organization: these come from the records of the book.
    pub derived: usize,
    /// Between two nodes that are one person of the book, or of an organization with another.
    pub pointless: usize,
    /// In the book already.
    pub known: usize,
}

/// Compares a network with a book: by id when Cardloom wrote the file, else by name.
pub fn propose(graph: Graph, book: &Book) -> Proposal {
    let names = Names::of(book);
    let owner: Vec<String> = spellings(&book.header.owner.name).map(|name| fold(&name)).collect();
    let mut ambiguous = 0;
    let fates = graph
        .nodes
        .iter()
        .map(|node| {
            if node.is_organization {
                return Fate::Organization;
            }
            if graph.own {
                if node.key == ME {
                    return Fate::Me;
                }
                let id = node.key.parse::<Id<Contact>>().ok();
                if let Some(id) = id.filter(|id| book.get(*id).is_some()) {
                    return Fate::Known(id);
                }
            }
            let name = fold(shown(node));
            if owner.contains(&name) {
                return Fate::Me;
            }
            match names.find(&name, &node.organization) {
                Found::Nobody => Fate::New,
                Found::One(id) => Fate::Known(id),
                Found::Several => {
                    ambiguous += 1;
                    Fate::New
                }
            }
        })
        .collect();
    Proposal { graph, fates, ambiguous }
}

/// What a node is called: its name, or its key.
fn shown(node: &Node) -> &str {
    if node.name.is_empty() { &node.key } else { &node.name }
}

impl Proposal {
    /// What a node is called.
    pub fn name(&self, node: usize) -> &str {
        self.graph.nodes.get(node).map_or("", shown)
    }
}

/// The writings of a name.
fn spellings(name: &PersonName) -> impl Iterator<Item = String> + use<> {
    let pairs = [(&name.given, &name.family), (&name.family, &name.given)];
    let joined = pairs.map(|(first, last)| format!("{} {}", first.trim(), last.trim()).trim().to_owned());
    let close = if name.family_first("") { format!("{}{}", name.family, name.given) } else { String::new() };
    let whole = [name.display(""), name.latin.trim().to_owned(), name.reading(), close];
    joined.into_iter().chain(whole).filter(|name| !name.is_empty())
}

enum Found {
    Nobody,
    One(Id<Contact>),
    Several,
}

/// Who of a book is called how.
struct Names<'a> {
    book: &'a Book,
    by_name: HashMap<String, Vec<Id<Contact>>>,
}

impl<'a> Names<'a> {
    fn of(book: &'a Book) -> Self {
        let mut by_name: HashMap<String, Vec<Id<Contact>>> = HashMap::new();
        // Whoever is there stands before whoever was let go.
        let (gone, there): (Vec<_>, Vec<_>) =
            book.contacts.values().partition(|contact| contact.archived.is_some());
        for contact in there.into_iter().chain(gone) {
            for name in spellings(&contact.name).chain(contact.other_names.iter().cloned()) {
                let ids = by_name.entry(fold(&name)).or_default();
                if !ids.contains(&contact.id) {
                    ids.push(contact.id);
                }
            }
        }
        by_name.remove("");
        Self { book, by_name }
    }

    /// Who has a name; of several the one of the organization.
    fn find(&self, name: &str, organization: &str) -> Found {
        match self.by_name.get(name).map(Vec::as_slice) {
            None | Some([]) => Found::Nobody,
            Some([one]) => Found::One(*one),
            Some(several) => {
                let wanted = fold(organization);
                let works_there = |id: &Id<Contact>| {
                    let Some(contact) = self.book.get(*id) else { return false };
                    let places = contact.affiliations.iter();
                    let mut places = places.filter_map(|place| self.book.get(place.organization));
                    !wanted.is_empty() && places.any(|organization| fold(&organization.name) == wanted)
                };
                let mut there = several.iter().filter(|id| works_there(id));
                match (there.next(), there.next()) {
                    (Some(one), None) => Found::One(*one),
                    _ => Found::Several,
                }
            }
        }
    }
}

/// Says what becomes of a network. `apart` are nodes that the user says are not whom they were taken for; `places` says
/// whether people stand where the file has them.
pub fn plan(proposal: &Proposal, book: &Book, apart: &BTreeSet<u32>, places: bool) -> Plan {
    let graph = &proposal.graph;
    let mut plan = Planner {
        graph,
        book,
        numbers: vec![None; graph.nodes.len()],
        ids: vec![None; graph.nodes.len()],
        fates: Vec::with_capacity(graph.nodes.len()),
        plan: Plan::default(),
    };
    let spots = if places { Spots::of(graph, book) } else { None };
    let circles: HashMap<String, Id<Circle>> =
        book.circles.values().map(|circle| (fold(&circle.name), circle.id)).collect();
    for (number, (node, fate)) in graph.nodes.iter().zip(&proposal.fates).enumerate() {
        let fate = match fate {
            // Somebody may have gone since.
            Fate::Known(id) if apart.contains(&(number as u32)) || book.get(*id).is_none() => Fate::New,
            other => *other,
        };
        plan.fates.push(fate);
        if matches!(fate, Fate::New | Fate::Known(_)) {
            plan.person(number, node, fate, &circles, spots.as_ref());
        }
    }
    plan.edges();
    plan.plan
}

struct Planner<'a> {
    graph: &'a Graph,
    book: &'a Book,
    /// The place of a node among the people.
    numbers: Vec<Option<usize>>,
    ids: Vec<Option<Id<Contact>>>,
    fates: Vec<Fate>,
    plan: Plan,
}

/// One end of a tie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Me,
    Person(usize),
    No,
}

impl End {
    /// A place among the people, or me.
    fn party(self) -> Option<Option<usize>> {
        match self {
            Self::Me => Some(None),
            Self::Person(number) => Some(Some(number)),
            Self::No => None,
        }
    }

    fn person(self) -> Option<usize> {
        match self {
            Self::Person(number) => Some(number),
            Self::Me | Self::No => None,
        }
    }
}

impl Planner<'_> {
    fn person(
        &mut self,
        number: usize,
        node: &Node,
        fate: Fate,
        circles: &HashMap<String, Id<Circle>>,
        spots: Option<&Spots>,
    ) {
        let known = match fate {
            Fate::Known(id) => Some(id),
            _ => None,
        };
        self.ids[number] = known;
        self.numbers[number] = Some(self.plan.network.people.len());
        let has_place = known.is_some_and(|id| self.book.get(id.cast::<Place>()).is_some());
        let place = spots.and_then(|spots| spots.of_node(node)).filter(|_| !has_place);
        self.plan.counts.placed += usize::from(place.is_some());
        if known.is_some() {
            self.plan.counts.known += 1;
            self.plan.network.people.push(PersonIn { known, place, ..PersonIn::default() });
            return;
        }
        self.plan.counts.new += 1;
        let mut tags: BTreeSet<String> = node.tags.iter().cloned().collect();
        let mut member = BTreeSet::new();
        for circle in &node.circles {
            // A circle that the book does not have becomes a tag: it shares nothing.
            match circles.get(&fold(circle)) {
                Some(id) => {
                    member.insert(*id);
                }
                None => {
                    tags.insert(circle.clone());
                }
            }
        }
        let work = (!node.organization.is_empty()).then(|| (node.organization.clone(), node.title.clone()));
        self.plan.network.people.push(PersonIn {
            known: None,
            name: name_of(shown(node)),
            work: work.into_iter().collect(),
            email: node.email.clone(),
            phone: node.phone.clone(),
            tags,
            circles: member,
            notes: node.notes.clone(),
            // Whoever comes from a map was neither met nor gave a card, unless our own file says so.
            mentioned: node.mentioned || !self.graph.own,
            place,
        });
    }

    fn end(&self, node: u32) -> End {
        match self.fates.get(node as usize) {
            Some(Fate::Me) => End::Me,
            Some(Fate::New | Fate::Known(_)) => {
                self.numbers.get(node as usize).copied().flatten().map_or(End::No, End::Person)
            }
            _ => End::No,
        }
    }

    /// Whether two ends are one person.
    fn is_same(&self, edge: &Edge) -> bool {
        let id = |node: u32| self.ids.get(node as usize).copied().flatten();
        edge.from == edge.to
            || (id(edge.from).is_some() && id(edge.from) == id(edge.to))
            || (self.end(edge.from) == End::Me && self.end(edge.to) == End::Me)
    }

    fn edges(&mut self) {
        let graph = self.graph;
        let mut by_key: HashMap<&str, u32> = HashMap::new();
        if graph.edges.iter().any(|edge| !edge.by.is_empty() || !edge.subject.is_empty()) {
            for (node, number) in graph.nodes.iter().zip(0..) {
                by_key.entry(shown(node)).or_insert(number);
            }
            by_key.extend(graph.nodes.iter().zip(0..).map(|(node, number)| (node.key.as_str(), number)));
        }
        let mut companies = BTreeSet::new();
        let mut records: BTreeMap<(Kind, &str), Vec<&Edge>> = BTreeMap::new();
        for edge in &graph.edges {
            let fate = |node: u32| self.fates.get(node as usize).copied();
            if self.is_same(edge) {
                self.plan.counts.left.pointless += 1;
                continue;
            }
            match (fate(edge.from), fate(edge.to)) {
                (Some(Fate::Organization), Some(Fate::Organization)) => {
                    self.plan.counts.left.pointless += 1;
                    continue;
                }
                (Some(Fate::Organization), _) => {
                    self.work(edge.to, edge.from, edge, &mut companies);
                    continue;
                }
                (_, Some(Fate::Organization)) => {
                    self.work(edge.from, edge.to, edge, &mut companies);
                    continue;
                }
                _ => {}
            }
            match edge.kind {
                Kind::Met | Kind::SharedEvent | Kind::SharedOrganization => {
                    self.plan.counts.left.derived += 1
                }
                Kind::Relationship => self.relationship(edge),
                Kind::Introduction | Kind::Referral if !edge.record.is_empty() => {
                    records.entry((edge.kind, edge.record.as_str())).or_default().push(edge);
                }
                Kind::Introduction => self.introduction(&[edge], &by_key),
                Kind::Referral => self.referral(&[edge], &by_key),
            }
        }
        for ((kind, _), edges) in records {
            if kind == Kind::Introduction {
                self.introduction(&edges, &by_key);
            } else {
                self.referral(&edges, &by_key);
            }
        }
        self.plan.counts.organizations = companies.len();
        self.leave_out_known();
    }

    /// Somebody works somewhere.
    fn work(&mut self, person: u32, at: u32, edge: &Edge, companies: &mut BTreeSet<u32>) {
        match self.end(person) {
            End::Person(number) => {
                companies.insert(at);
                self.plan.counts.work += 1;
                let name = shown(&self.graph.nodes[at as usize]).to_owned();
                let title = if relation(&edge.label).is_none() { edge.label.clone() } else { String::new() };
                let work = &mut self.plan.network.people[number].work;
                if work.iter().all(|(other, _)| fold(other) != fold(&name)) {
                    work.push((name, title));
                }
            }
            End::Me => self.plan.counts.left.with_me += 1,
            End::No => self.plan.counts.left.pointless += 1,
        }
    }

    fn relationship(&mut self, edge: &Edge) {
        let (Some(from), Some(to)) = (self.end(edge.from).person(), self.end(edge.to).person()) else {
            self.plan.counts.left.with_me += 1;
            return;
        };
        let kind = relation(&edge.label).unwrap_or_else(|| match edge.label.as_str() {
            "" => RelationKind::Acquaintance,
            word => RelationKind::Other(word.to_owned()),
        });
        let (since, until) = (edge.on, edge.until);
        self.plan.network.ties.push(TieIn::Relationship { from, to, kind, since, until });
    }

    /// The edges of one introduction: one to each of the two, or one between them.
    fn introduction(&mut self, edges: &[&Edge], by_key: &HashMap<&str, u32>) {
        let [first, ..] = edges else { return };
        let by = by_key.get(first.by.as_str()).copied();
        let (introducer, a, b) = match by {
            // Somebody else brought the two ends together.
            Some(by) if by != first.from => (self.end(by), self.end(first.from), self.end(first.to)),
            _ => {
                let other = edges.iter().find(|edge| edge.to != first.to);
                let other = other.map_or(End::Me, |edge| self.end(edge.to));
                (self.end(first.from), other, self.end(first.to))
            }
        };
        let ends = [introducer, a, b];
        let me = ends.iter().filter(|end| **end == End::Me).count();
        let parties = ends.map(End::party);
        let ([Some(introducer), Some(a), Some(b)], 0..=1) = (parties, me) else {
            self.plan.counts.left.with_me += edges.len();
            return;
        };
        if self.coincide(&[introducer, a, b]) {
            self.plan.counts.left.pointless += edges.len();
            return;
        }
        let state = IntroductionState::ALL.into_iter().find(|state| format!("{state:?}") == first.state);
        self.plan.network.ties.push(TieIn::Introduction {
            introducer,
            a,
            b,
            on: first.on,
            state: state.unwrap_or_default(),
            note: first.label.clone(),
        });
    }

    /// The edges of one referral: from who gave the lead to whom it is about, and from there to who got it.
    fn referral(&mut self, edges: &[&Edge], by_key: &HashMap<&str, u32>) {
        let [first, ..] = edges else { return };
        let Some(subject) = by_key.get(first.subject.as_str()).copied() else {
            // Another program means something else by the word.
            let mut edge = Edge::clone(first);
            edge.label = if edge.label.is_empty() { edge.kind.word().to_owned() } else { edge.label };
            return self.relationship(&edge);
        };
        let giver = by_key.get(first.by.as_str()).map_or(End::Me, |by| self.end(*by));
        let recipient =
            edges.iter().find(|edge| edge.from == subject).map_or(End::Me, |edge| self.end(edge.to));
        let (Some(subject), Some(giver), Some(recipient)) =
            (self.end(subject).person(), giver.party(), recipient.party())
        else {
            self.plan.counts.left.with_me += edges.len();
            return;
        };
        if self.coincide(&[Some(subject), giver, recipient]) {
            self.plan.counts.left.pointless += edges.len();
            return;
        }
        let word = first.state.as_str();
        let outcome = [OutcomeKind::Talking, OutcomeKind::LedToWork, OutcomeKind::CameToNothing];
        let outcome = outcome.into_iter().find(|kind| format!("{kind:?}") == word);
        let state = ReferralState::ALL.into_iter().find(|state| format!("{state:?}") == word);
        let reached = if outcome.is_some() { ReferralState::Outcome } else { ReferralState::PassedOn };
        self.plan.network.ties.push(TieIn::Referral {
            subject,
            giver,
            recipient,
            on: first.on,
            state: state.unwrap_or(reached),
            outcome,
            need_text: first.label.clone(),
        });
    }

    /// Whether two of three are one person.
    fn coincide(&self, parties: &[Option<usize>; 3]) -> bool {
        let who = |party: &Option<usize>| {
            party.map(|number| {
                let known = self.plan.network.people.get(number).and_then(|person| person.known);
                known.ok_or(number)
            })
        };
        let [a, b, c] = parties;
        who(a) == who(b) || who(b) == who(c) || who(a) == who(c)
    }

    /// Counts the ties that the book has, and leaves them out: the numbers shown are those that come true.
    fn leave_out_known(&mut self) {
        let people = &self.plan.network.people;
        let id = |number: usize| people.get(number).and_then(|person| person.known);
        let party = |party: &Option<usize>| match party {
            None => Some(crate::model::Party::Me),
            Some(number) => id(*number).map(crate::model::Party::Contact),
        };
        let book = self.book;
        let relationships: BTreeSet<_> =
            book.relationships.values().map(|tie| (tie.from, tie.to, &tie.kind)).collect();
        let introductions: BTreeSet<_> =
            book.introductions.values().map(|it| (it.introducer, it.a.min(it.b), it.a.max(it.b))).collect();
        let referrals: BTreeSet<_> =
            book.referrals.values().map(|it| (it.subject, it.giver, it.recipient)).collect();
        let is_known = |tie: &TieIn| match tie {
            TieIn::Relationship { from, to, kind, .. } => match (id(*from), id(*to)) {
                (Some(from), Some(to)) => {
                    relationships.contains(&(from, to, kind))
                        || (kind.is_mutual() && relationships.contains(&(to, from, kind)))
                }
                _ => false,
            },
            TieIn::Introduction { introducer, a, b, .. } => match (party(introducer), party(a), party(b)) {
                (Some(introducer), Some(a), Some(b)) => {
                    introductions.contains(&(introducer, a.min(b), a.max(b)))
                }
                _ => false,
            },
            TieIn::Referral { subject, giver, recipient, .. } => {
                match (id(*subject), party(giver), party(recipient)) {
                    (Some(subject), Some(giver), Some(recipient)) => {
                        referrals.contains(&(subject, giver, recipient))
                    }
                    _ => false,
                }
            }
        };
        let before = self.plan.network.ties.len();
        let kept: Vec<bool> = self.plan.network.ties.iter().map(|tie| !is_known(tie)).collect();
        let mut kept = kept.into_iter();
        self.plan.network.ties.retain(|_| kept.next().unwrap_or(true));
        self.plan.counts.ties = self.plan.network.ties.len();
        self.plan.counts.left.known = before - self.plan.counts.ties;
    }
}

/// The name of somebody, whatever stands there.
fn name_of(text: &str) -> PersonName {
    let name = PersonName::parse(text);
    if name.is_empty() { PersonName { family: text.to_owned(), ..PersonName::default() } } else { name }
}

/// The kind that a word names, in the languages of the program.
fn relation(word: &str) -> Option<RelationKind> {
    if let Some(named) = RelationKind::NAMED.into_iter().find(|kind| format!("{kind:?}") == word) {
        return Some(named);
    }
    Some(match fold(word).as_str() {
        "knows" | "acquaintance" | "acquaintances" | "bekannt" | "bekannte" | "知人" | "知り合い" => {
            RelationKind::Acquaintance
        }
        "friend" | "friends" | "friendship" | "freund" | "freundin" | "友人" | "友達" => {
            RelationKind::Friend
        }
        "colleague" | "colleagues" | "kollege" | "kollegin" | "同僚" => RelationKind::Colleague,
        "coworker" | "co-worker" | "works with" => RelationKind::CoWorker,
        "neighbour" | "neighbor" | "nachbar" | "nachbarin" => RelationKind::Neighbour,
        "spouse" | "wife" | "husband" | "married" | "ehepartner" | "配偶者" => RelationKind::Spouse,
        "child" | "son" | "daughter" | "kind" | "子" => RelationKind::Child,
        "parent" | "mother" | "father" | "elternteil" | "親" => RelationKind::Parent,
        "sibling" | "brother" | "sister" | "geschwister" | "兄弟" => RelationKind::Sibling,
        "family" | "kin" | "relative" | "verwandt" | "親戚" => RelationKind::Kin,
        "agent" => RelationKind::Agent,
        "mentor" | "mentorin" | "メンター" => RelationKind::Mentor,
        "client" | "customer" | "kunde" | "kundin" | "顧客" => RelationKind::Client,
        "supplier" | "vendor" | "lieferant" | "取引先" => RelationKind::Supplier,
        "partner" | "business partner" | "geschaftspartner" => RelationKind::Partner,
        _ => return None,
    })
}

/// Where people of a file stand on the paper of the book.
struct Spots {
    scale: f32,
    shift: [f32; 2],
}

impl Spots {
    fn of(graph: &Graph, book: &Book) -> Option<Self> {
        let placed: Vec<[f32; 2]> = graph.nodes.iter().filter_map(|node| node.place).collect();
        if placed.is_empty() {
            return None;
        }
        if graph.own {
            return Some(Self { scale: 1.0, shift: [0.0; 2] });
        }
        let scale = scale(graph, &placed);
        let axis = |at: usize| {
            let values = placed.iter().map(|place| place[at] * scale);
            values.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let ((left, _), (top, bottom)) = (axis(0), axis(1));
        // The owner of the book stands at the origin.
        let (mut right, mut high, mut low) = (0.0_f32, 0.0_f32, 0.0_f32);
        for place in book.places.values() {
            (right, high, low) = (right.max(place.x), high.min(place.y), low.max(place.y));
        }
        let shift = [right + BESIDE - left, f32::midpoint(high, low) - f32::midpoint(top, bottom)];
        Some(Self { scale, shift })
    }

    fn of_node(&self, node: &Node) -> Option<[f32; 2]> {
        let [x, y] = node.place?;
        let at = [x * self.scale + self.shift[0], y * self.scale + self.shift[1]];
        at.iter().all(|value| value.is_finite()).then_some(at)
    }
}

/// What makes the median edge as long as ours; without edges, what gives everybody as much room.
fn scale(graph: &Graph, placed: &[[f32; 2]]) -> f32 {
    let mut lengths: Vec<f32> = graph
        .edges
        .iter()
        .filter_map(|edge| {
            let (a, b) =
                (graph.nodes.get(edge.from as usize)?.place?, graph.nodes.get(edge.to as usize)?.place?);
            Some((a[0] - b[0]).hypot(a[1] - b[1])).filter(|length| *length > 0.0 && length.is_finite())
        })
        .collect();
    lengths.sort_by(f32::total_cmp);
    let median = lengths.get(lengths.len() / 2).copied().unwrap_or_else(|| {
        let (mut low, mut high) = ([f32::INFINITY; 2], [f32::NEG_INFINITY; 2]);
        for place in placed {
            for axis in 0..2 {
                low[axis] = low[axis].min(place[axis]);
                high[axis] = high[axis].max(place[axis]);
            }
        }
        ((high[0] - low[0]) * (high[1] - low[1]) / placed.len() as f32).max(0.0).sqrt()
    });
    let scale = EDGE_LENGTH / median;
    if scale.is_finite() && scale > 0.0 { scale } else { 1.0 }
}
