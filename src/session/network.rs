//! The network of a book as a file for other programs or a picture, and network files on the disk.
//!
//! Owns what of the book leaves in it: who, which edges, and where people stand. What a file looks like is
//! [`crate::exchange::graph`]'s. Start reading at [`network_file`] and [`graph_of`].
//!
//! Invariant: e-mail addresses and phone numbers leave only when they are asked for, those typed into notes neither
//! (`tests::addresses_and_numbers_stay_here_unless_asked_for`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use super::arrange;
use crate::exchange::graph::picture::{self, Look, PER_MM, PictureError, Words};
use crate::exchange::graph::{
    self, CIRCLES, Class, Edge, Flow, Form, Graph, Group, Kind, LARGEST_FILE, ME, Node, Unread, scrubbed,
};
use crate::exchange::share::SharedBook;
use crate::index::{self, EdgeKind, Index, Network, NodeId, ReferralFlow};
use crate::model::{Book, Contact, Id, Party, Place, Record as _, RecordRef, RelationKind, Table};
use crate::text::Texts;

/// What of a network leaves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wanted {
    /// Only these people, and me; everybody when absent.
    pub people: Option<BTreeSet<Id<Contact>>>,
    /// Edges that are left out.
    pub hidden: BTreeSet<EdgeKind>,
    /// Only what held on this day; today, and all that ever was, when absent.
    pub as_of: Option<NaiveDate>,
    /// Where people are shown, when that differs from the book.
    pub places: BTreeMap<Id<Contact>, [f32; 2]>,
    /// The colours of people, when they do not mean circles.
    pub colours: Option<BTreeMap<Id<Contact>, [u8; 3]>>,
    /// What these colours mean.
    pub key: Vec<([u8; 3], String)>,
    /// The radius of people, when it does not mean ties.
    pub sizes: BTreeMap<Id<Contact>, f32>,
    /// Who is grouped in tinted areas of a picture; by circles when absent.
    pub groups: Option<Vec<WantedGroup>>,
    /// E-mail addresses and phone numbers too.
    pub reach: bool,
}

/// People around whom a picture draws a tinted area.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WantedGroup {
    /// What stands at the area.
    pub name: String,
    /// Its colour.
    pub colour: [u8; 3],
    /// Who.
    pub people: Vec<Id<Contact>>,
}

/// How a network is written: by default the whole one, without addresses, on A4.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkChoices {
    /// What of it.
    pub wanted: Wanted,
    /// How a picture looks.
    pub look: Look,
    /// Letters of an SVG as outlines.
    pub outlines: bool,
    /// Pixels of a PNG for each inch.
    pub dpi: f32,
}

impl Default for NetworkChoices {
    fn default() -> Self {
        Self { wanted: Wanted::default(), look: Look::default(), outlines: false, dpi: 200.0 }
    }
}

/// The kind of a file with a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkFormat {
    /// For other programs.
    Form(Form),
    /// A picture of lines and letters.
    Svg,
    /// A picture of pixels.
    Png,
}

impl NetworkFormat {
    /// All, in the order of menus.
    pub const ALL: [Self; 7] = [
        Self::Svg,
        Self::Png,
        Self::Form(Form::Graphml),
        Self::Form(Form::Gexf),
        Self::Form(Form::Dot),
        Self::Form(Form::Edges),
        Self::Form(Form::NodeLink),
    ];

    /// Its name, which is the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Form(form) => form.name(),
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }

    /// Endings of its files, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Form(Form::Graphml) => &["graphml"],
            Self::Form(Form::Gexf) => &["gexf"],
            Self::Form(Form::Dot) => &["dot", "gv"],
            Self::Form(Form::Edges) => &["csv"],
            Self::Form(Form::NodeLink) => &["json"],
            Self::Form(Form::Gml) => &["gml"],
            Self::Svg => &["svg"],
            Self::Png => &["png"],
        }
    }

    /// Whether it is a picture.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }

    /// Whether it has room for what is known of each person.
    pub fn has_facts(self) -> bool {
        !self.is_picture() && self != Self::Form(Form::Edges)
    }
}

/// Returns the bytes of a file with the network of a book, and how many people are in it; a picture has words in the
/// language of the texts, and the day on it. Places are computed for those
/// who have none; that takes seconds for ten thousand people, so call it on a worker. `progress` gets how much of how
/// much is done and returns whether to go on.
///
/// # Errors
/// When a picture would be too large, or `progress` says stop.
pub fn network_file(
    shared: &SharedBook,
    format: NetworkFormat,
    choices: &NetworkChoices,
    (texts, today): (&Texts, NaiveDate),
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(Vec<u8>, usize), PictureError> {
    let book = shared.book();
    let index = Index::rebuild(book);
    // The layout is about half of the work.
    let mut stopped = false;
    let places = places(book, &index, &mut |share| {
        stopped |= !progress((f64::from(share.clamp(0.0, 1.0)) * 500.0) as u64, 1_000);
        !stopped
    });
    // A small network without gaps asks nobody on the way.
    if stopped || !progress(500, 1_000) {
        return Err(PictureError::Stopped);
    }
    let graph = graph_of(book, &index, &places, &choices.wanted, today);
    let people = graph.nodes.len().saturating_sub(1);
    let mut rest = |done: u64, total: u64| progress(500 + done * 500 / total.max(1), 1_000);
    let bytes = match format {
        NetworkFormat::Form(form) => {
            graph::write(&graph, form, &mut rest).map_err(|_stopped| PictureError::Stopped)?.into_bytes()
        }
        NetworkFormat::Svg | NetworkFormat::Png => {
            let drawing = picture::draw(&graph, &choices.look, &words(book, choices, texts, today));
            if format == NetworkFormat::Png {
                // A point is a ninety-sixth of an inch.
                picture::png(&drawing, choices.dpi / (25.4 * PER_MM), &mut rest)?
            } else if choices.outlines {
                picture::outlined(&drawing, &mut rest)?.into_bytes()
            } else {
                drawing.svg().into_bytes()
            }
        }
    };
    Ok((bytes, people))
}

/// The words of a picture.
fn words(book: &Book, choices: &NetworkChoices, texts: &Texts, today: NaiveDate) -> Words {
    let day = texts.locale().day_with_year(today);
    let owner = book.header.owner.name.display("");
    let title =
        if owner.is_empty() { texts.graphs_picture(&day) } else { texts.graphs_picture_of(&day, &owner) };
    let lines = Class::ALL.map(|class| (class, line_words(class, texts).to_owned())).to_vec();
    let mut circles: Vec<_> = book.circles.values().collect();
    circles.sort_by_key(|circle| (circle.order, circle.id));
    let mut colours: Vec<([u8; 3], String)> = choices.wanted.key.clone();
    if choices.wanted.colours.is_none() {
        for circle in circles {
            let colour = CIRCLES[usize::from(circle.colour) % CIRCLES.len()];
            // Circles of one colour share an entry.
            match colours.iter_mut().find(|(other, _)| *other == colour) {
                Some((_, names)) => names.push_str(&format!(", {}", circle.name)),
                None => colours.push((colour, circle.name.clone())),
            }
        }
    }
    Words { title, lines, colours, mentioned: texts.network_no_card().to_owned() }
}

/// What a class of lines is called.
fn line_words(class: Class, texts: &Texts) -> &str {
    match class {
        Class::Met => texts.network_legend_met(),
        Class::SharedEvent => texts.network_legend_event(),
        Class::SharedOrganization => texts.network_legend_organization(),
        Class::Relationship => texts.network_legend_relationship(),
        Class::Flow(Flow::CameToNothing) => texts.common_outcome_nothing(),
        Class::Flow(Flow::Promised) => texts.network_legend_promised(),
        Class::Flow(Flow::Waiting) => texts.common_outcome_waiting(),
        Class::Flow(Flow::Talking) => texts.common_outcome_talking(),
        Class::Flow(Flow::LedToWork) => texts.common_outcome_led_to_work(),
    }
}

/// Returns a place for everybody: those of the book, and where one is missing, one that the layout finds.
fn places(book: &Book, index: &Index, progress: &mut dyn FnMut(f32) -> bool) -> Table<Place> {
    let mut places = Table::clone(&book.places);
    let network = index.network();
    if network.people().iter().any(|contact| !places.contains_key(&contact.cast())) {
        for place in arrange(book, index, progress) {
            if !places.contains_key(&place.id()) {
                places.insert(place.id(), Arc::new(place));
            }
        }
    }
    places
}

/// Returns the network as other programs get it: the nodes and edges that the window shows, weighed as of `today`.
pub fn graph_of(
    book: &Book,
    index: &Index,
    places: &Table<Place>,
    wanted: &Wanted,
    today: NaiveDate,
) -> Graph {
    let network = index.network();
    let clean = |text: &str| if wanted.reach { text.to_owned() } else { scrubbed(text).into_owned() };
    let mut numbers: Vec<Option<u32>> = vec![None; network.len()];
    let mut graph = Graph { own: true, ..Graph::default() };
    let owner = &book.header.owner;
    let own = |values: &[crate::model::Labelled]| match values.first() {
        Some(value) if wanted.reach => value.value.clone(),
        _ => String::new(),
    };
    graph.nodes.push(Node {
        key: ME.to_owned(),
        name: clean(&owner.name.display("")),
        organization: clean(&owner.organization),
        email: own(&owner.emails),
        phone: own(&owner.phones),
        place: Some([0.0; 2]),
        radius: 30.0,
        ..Node::default()
    });
    numbers[Network::ME as usize] = Some(0);
    for (id, number) in network.people().iter().zip(1..) {
        if wanted.people.as_ref().is_some_and(|people| !people.contains(id)) {
            continue;
        }
        let Some(contact) = book.get(*id) else { continue };
        numbers[number as usize] = Some(graph.nodes.len() as u32);
        let work = contact.current_affiliation();
        let organization = work.and_then(|work| book.get(work.organization));
        let mut circles: Vec<_> = contact.circles.iter().filter_map(|circle| book.get(*circle)).collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        let colours = match &wanted.colours {
            Some(colours) => colours.get(id).copied().into_iter().collect(),
            None => {
                circles.iter().map(|circle| CIRCLES[usize::from(circle.colour) % CIRCLES.len()]).collect()
            }
        };
        let place = places.get(&id.cast()).map(|place| [place.x, place.y]);
        graph.nodes.push(Node {
            key: id.to_string(),
            name: clean(&contact.display_name()),
            organization: organization.map(|organization| clean(&organization.name)).unwrap_or_default(),
            title: work.map(|work| clean(&work.title)).unwrap_or_default(),
            circles: circles.iter().map(|circle| clean(&circle.name)).collect(),
            tags: contact.tags.iter().map(|tag| clean(tag)).collect(),
            notes: String::new(),
            email: own(&contact.emails),
            phone: own(&contact.phones),
            mentioned: index::is_hearsay(book, &index.links, contact),
            is_organization: false,
            place: wanted.places.get(id).copied().or(place),
            radius: wanted.sizes.get(id).copied().unwrap_or_else(|| radius(&network, number)),
            colours,
        });
    }
    let number_of = |id: &Id<Contact>| numbers.get(network.node(*id)? as usize).copied().flatten();
    graph.groups = match &wanted.groups {
        Some(groups) => {
            let group = |group: &WantedGroup| Group {
                name: clean(&group.name),
                colour: group.colour,
                nodes: group.people.iter().filter_map(number_of).collect(),
            };
            groups.iter().map(group).collect()
        }
        None => {
            let mut circles: Vec<_> = book.circles.values().collect();
            circles.sort_by_key(|circle| (circle.order, circle.id));
            let group = |circle: &Arc<crate::model::Circle>| Group {
                name: clean(&circle.name),
                colour: CIRCLES[usize::from(circle.colour) % CIRCLES.len()],
                nodes: index.links.circle(circle.id).iter().filter_map(number_of).collect(),
            };
            circles.into_iter().map(group).collect()
        }
    };
    let warmth = index::warmth_of_nodes(book, index, &network, wanted.as_of.unwrap_or(today));
    let held = |edge: &&index::Edge| wanted.as_of.is_none_or(|day| edge.held_on(day));
    for edge in network.edges().iter().filter(held).filter(|edge| !wanted.hidden.contains(&edge.kind)) {
        let end = |node: NodeId| numbers.get(node as usize).copied().flatten();
        let (Some(from), Some(to)) = (end(edge.from), end(edge.to)) else { continue };
        let mut made = edge_of(book, edge, &clean);
        (made.from, made.to) = (from, to);
        made.strength = Some(index::strength(edge, &warmth, wanted.as_of.unwrap_or(today)));
        // A relationship points as its record does, however the network sorts it.
        if let RecordRef::Relationship(id) = edge.source
            && let Some(tie) = book.get(id)
            && network.node(tie.from) == Some(edge.to)
        {
            (made.from, made.to) = (to, from);
        }
        graph.edges.push(made);
    }
    graph
}

/// The radius of a node at 100 %, as the window draws it.
fn radius(network: &Network, node: NodeId) -> f32 {
    let weight = network.neighbours(node).iter().map(|(_, edge)| {
        match network.edges().get(*edge as usize).map(|edge| edge.kind) {
            Some(
                EdgeKind::Relationship
                | EdgeKind::Introduction(_)
                | EdgeKind::Referral(_)
                | EdgeKind::Lead(_),
            ) => 1.0,
            Some(EdgeKind::SharedEvent | EdgeKind::SharedOrganization) => 0.25,
            _ => 0.0_f32,
        }
    });
    11.5 + (weight.sum::<f32>().sqrt() * 2.6).min(8.0)
}

fn flow(flow: ReferralFlow) -> Flow {
    match flow {
        ReferralFlow::LedToWork => Flow::LedToWork,
        ReferralFlow::Talking => Flow::Talking,
        ReferralFlow::Waiting => Flow::Waiting,
        ReferralFlow::Promised => Flow::Promised,
        ReferralFlow::CameToNothing => Flow::CameToNothing,
    }
}

/// What an edge says, without its ends.
fn edge_of(book: &Book, edge: &index::Edge, clean: &dyn Fn(&str) -> String) -> Edge {
    let (kind, flow) = match edge.kind {
        EdgeKind::Met => (Kind::Met, None),
        EdgeKind::SharedEvent => (Kind::SharedEvent, None),
        EdgeKind::SharedOrganization => (Kind::SharedOrganization, None),
        EdgeKind::Relationship => (Kind::Relationship, None),
        EdgeKind::Introduction(of) => (Kind::Introduction, Some(flow(of))),
        EdgeKind::Referral(of) | EdgeKind::Lead(of) => (Kind::Referral, Some(flow(of))),
    };
    let mut made =
        Edge { kind, flow, on: edge.on, until: edge.until, directed: edge.is_directed(), ..Edge::default() };
    match edge.source {
        RecordRef::Event(id) => {
            made.label = book.get(id).map(|event| clean(&event.title)).unwrap_or_default();
        }
        RecordRef::Organization(id) => {
            made.label = book.get(id).map(|organization| clean(&organization.name)).unwrap_or_default();
        }
        RecordRef::Relationship(id) => {
            let Some(tie) = book.get(id) else { return made };
            made.label = match &tie.kind {
                RelationKind::Other(word) => clean(word),
                named => format!("{named:?}"),
            };
            made.state = if tie.until.is_some() { "Ended".to_owned() } else { String::new() };
            made.directed = !tie.kind.is_mutual();
            made.record = id.to_string();
        }
        RecordRef::Introduction(id) => {
            let Some(introduction) = book.get(id) else { return made };
            made.label = clean(&introduction.note);
            made.state = format!("{:?}", introduction.state);
            made.by = key_of(introduction.introducer);
            made.record = id.to_string();
        }
        RecordRef::Referral(id) => {
            let Some(referral) = book.get(id) else { return made };
            made.label = clean(&referral.need_text);
            made.state = match &referral.outcome {
                Some(outcome) => format!("{:?}", outcome.kind),
                None => format!("{:?}", referral.state),
            };
            made.by = key_of(referral.giver);
            made.subject = referral.subject.to_string();
            made.record = id.to_string();
        }
        _ => {}
    }
    made
}

fn key_of(party: Party) -> String {
    party.contact().map_or_else(|| ME.to_owned(), |id| id.to_string())
}

/// Reads the bytes of a file that may hold a network; takes no more memory than it may have.
///
/// # Errors
/// The outer one when the system refuses, the inner one when it is too large.
pub fn bytes_of(path: &Path) -> std::io::Result<Result<Vec<u8>, Unread>> {
    let found = std::fs::metadata(path)?;
    if !found.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    if found.len() > LARGEST_FILE {
        return Ok(Err(Unread::TooLarge));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0));
    // It may grow meanwhile.
    File::open(path)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() as u64 > LARGEST_FILE { Err(Unread::TooLarge) } else { Ok(bytes) })
}

/// The ending of a file in small letters.
pub fn ending_of(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

impl PictureError {
    /// Returns one line about it; none when the user stopped it.
    pub fn text(&self, texts: &Texts) -> Option<String> {
        let number = |number: u32| texts.locale().number(i64::from(number));
        match self {
            Self::Stopped => None,
            Self::TooLarge(width, height) => {
                Some(texts.graphs_picture_too_large(&number(*height), &number(*width)))
            }
            Self::Drawing(detail) => Some(texts.graphs_picture_failed(detail)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::share::{self, Audience};
    use crate::model::{InBook as _, Introduction, Labelled, PersonName};
    use crate::text::Locale;

    fn mine(book: &Book) -> SharedBook {
        share::book(book, Audience::Me)
    }

    fn story() -> Book {
        let mut book = Book::default();
        for (id, given) in [(1, "Aiko"), (2, "Jonas"), (3, "Mina")] {
            let contact = Contact {
                id: Id::new(id),
                name: PersonName::new(given, "Example"),
                emails: vec![Labelled::new("work", format!("{given}@example.org"))],
                phones: vec![Labelled::new("work", "+81 3 1234 5678")],
                ..Contact::default()
            };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        let introduction = Introduction {
            id: Id::new(9),
            introducer: Party::Contact(Id::new(1)),
            a: Party::Contact(Id::new(2)),
            b: Party::Contact(Id::new(3)),
            note: "write to mina@example.org or 030 1234567".to_owned(),
            ..Introduction::default()
        };
        Introduction::table_mut(&mut book).insert(introduction.id, Arc::new(introduction));
        book
    }

    #[test]
    fn addresses_and_numbers_stay_here_unless_asked_for() {
        let book = story();
        let texts = Texts::new(Locale::En);
        for format in NetworkFormat::ALL {
            let mut choices = NetworkChoices::default();
            let speech = (&texts, NaiveDate::default());
            let (bytes, people) =
                network_file(&mine(&book), format, &choices, speech, &mut |_, _| true).unwrap();
            assert_eq!(people, 3);
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("example.org") && !text.contains("1234"), "{format:?}: {text}");
            choices.wanted.reach = true;
            let (bytes, _) = network_file(&mine(&book), format, &choices, speech, &mut |_, _| true).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert_eq!(text.contains("Aiko@example.org"), format.has_facts(), "{format:?}");
        }
    }

    #[test]
    fn whoever_stops_it_gets_nothing() {
        let (choices, texts) = (NetworkChoices::default(), Texts::new(Locale::En));
        for format in [NetworkFormat::Png, NetworkFormat::Form(Form::Gexf)] {
            let result = network_file(
                &mine(&story()),
                format,
                &choices,
                (&texts, NaiveDate::default()),
                &mut |_, _| false,
            );
            assert_eq!(result, Err(PictureError::Stopped), "{format:?}");
        }
    }

    #[test]
    fn only_what_is_wanted_leaves() {
        let book = story();
        let index = Index::rebuild(&book);
        let day = NaiveDate::default();
        let people = Some(BTreeSet::from([Id::new(1), Id::new(2)]));
        let graph = graph_of(&book, &index, &book.places, &Wanted { people, ..Wanted::default() }, day);
        assert_eq!(graph.nodes.len(), 3, "me and two");
        assert_eq!(graph.edges.len(), 1);
        let hidden = BTreeSet::from([EdgeKind::Introduction(ReferralFlow::Waiting)]);
        let graph = graph_of(&book, &index, &book.places, &Wanted { hidden, ..Wanted::default() }, day);
        assert_eq!((graph.nodes.len(), graph.edges.len()), (4, 0));
    }
}
