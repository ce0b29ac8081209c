//! The network as GraphML (<http://graphml.graphdrawing.org>), for Gephi, yEd, networkx and the like.
//!
//! Nodes: `me` and every contact by its id. Edges have a `kind`:
//!
//! | kind | from → to | direction |
//! | --- | --- | --- |
//! | `introduction` | who introduced → each of the two | one-way |
//! | `introduced` | the two who were brought together | mutual |
//! | `referral` | giver → recipient; `subject` is whose card it was | one-way |
//! | `relationship` | contact → what the other one is for them, in `label` | by its type |
//! | `shared_event` | two who were at one small event | mutual |
//!
//! All edges are written as directed, with their direction as data: many readers refuse a file that mixes
//! directed and undirected edges.
//!
//! Invariant: the file is well-formed whatever stands in the book, and no edge ends in nothing
//! (`exchange::hostile_texts_survive_graphml`).

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::escape::escape;

use crate::model::{Attendance, Book, Contact, Id, Party, Place, RelationKind, Table};

/// Events with more people than this tie nobody to anybody, and their pairs would swamp the graph.
const LARGEST_SHARED_EVENT: usize = 20;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="organization" for="node" attr.name="organization" attr.type="string"/>
<key id="x" for="node" attr.name="x" attr.type="double"/>
<key id="y" for="node" attr.name="y" attr.type="double"/>
<key id="kind" for="edge" attr.name="kind" attr.type="string"/>
<key id="direction" for="edge" attr.name="direction" attr.type="string"/>
<key id="label" for="edge" attr.name="label" attr.type="string"/>
<key id="state" for="edge" attr.name="state" attr.type="string"/>
<key id="date" for="edge" attr.name="date" attr.type="string"/>
<key id="subject" for="edge" attr.name="subject" attr.type="string"/>
<graph id="network" edgedefault="directed">
"#;

/// Returns the network. `places` says where the nodes stand, in the units of [`Place`]; the caller computes
/// those that the book does not have. A contact without one has no `x` and `y`; `me` stands at 0, 0.
pub fn write(book: &Book, places: &Table<Place>) -> String {
    let mut file = File { out: HEAD.to_owned(), edges: 0 };
    let owner = &book.header.owner;
    file.node("me", &owner.name.display(""), &owner.organization, Some((0.0, 0.0)));
    for contact in book.contacts.values() {
        let organization = contact
            .current_affiliation()
            .and_then(|affiliation| book.get(affiliation.organization))
            .map_or("", |organization| organization.name.as_str());
        let place = places.get(&contact.id.cast()).map(|place| (place.x, place.y));
        file.node(&contact.id.to_string(), &contact.display_name(), organization, place);
    }
    introductions(book, &mut file);
    referrals(book, &mut file);
    relationships(book, &mut file);
    shared_events(book, &mut file);
    file.out.push_str("</graph>\n</graphml>\n");
    file.out
}

fn introductions(book: &Book, file: &mut File) {
    for introduction in book.introductions.values() {
        let [introducer, a, b] = introduction.parties();
        let state = format!("{:?}", introduction.state);
        let date = introduction.on.map(|day| day.to_string());
        let edge = Edge {
            kind: "introduction",
            label: &introduction.note,
            state: &state,
            date: date.as_deref(),
            ..Edge::default()
        };
        for other in [a, b].into_iter().filter(|other| *other != introducer) {
            file.edge(book, introducer, other, &edge);
        }
        if introduction.state.is_made() {
            file.edge(book, a, b, &Edge { kind: "introduced", mutual: true, ..edge });
        }
    }
}

fn referrals(book: &Book, file: &mut File) {
    for referral in book.referrals.values() {
        let state = format!("{:?}", referral.state);
        let date = referral.last_step_on().map(|day| day.to_string());
        let subject = book.get(referral.subject).map(|subject| subject.id.to_string());
        let edge = Edge {
            kind: "referral",
            label: &referral.need_text,
            state: &state,
            date: date.as_deref(),
            subject: subject.as_deref(),
            ..Edge::default()
        };
        file.edge(book, referral.giver, referral.recipient, &edge);
    }
}

fn relationships(book: &Book, file: &mut File) {
    for relationship in book.relationships.values() {
        let label = match &relationship.kind {
            RelationKind::Other(word) => word.clone(),
            named => format!("{named:?}"),
        };
        let date = relationship.since.map(|day| day.to_string());
        let edge = Edge {
            kind: "relationship",
            label: &label,
            state: if relationship.until.is_some() { "Ended" } else { "" },
            date: date.as_deref(),
            mutual: is_mutual(&relationship.kind),
            ..Edge::default()
        };
        file.edge(book, Party::Contact(relationship.from), Party::Contact(relationship.to), &edge);
    }
}

/// Whether a relationship is the same seen from both sides.
fn is_mutual(kind: &RelationKind) -> bool {
    match kind {
        RelationKind::Acquaintance
        | RelationKind::Friend
        | RelationKind::Colleague
        | RelationKind::CoWorker
        | RelationKind::Neighbour
        | RelationKind::Spouse
        | RelationKind::Sibling
        | RelationKind::Kin
        | RelationKind::Partner => true,
        RelationKind::Child
        | RelationKind::Parent
        | RelationKind::Agent
        | RelationKind::Mentor
        | RelationKind::Client
        | RelationKind::Supplier
        | RelationKind::Other(_) => false,
    }
}

fn shared_events(book: &Book, file: &mut File) {
    let mut guests: BTreeMap<_, BTreeSet<Id<Contact>>> = BTreeMap::new();
    for event in book.events.values() {
        let were_there = event
            .participants
            .iter()
            .filter(|(_, attendance)| **attendance == Attendance::Attended)
            .map(|(id, _)| *id);
        guests.entry(event.id).or_default().extend(were_there);
    }
    for card in book.cards.values() {
        if let (Some(event), Some(contact)) = (card.event, card.contact) {
            guests.entry(event).or_default().insert(contact);
        }
    }
    let mut seen = BTreeSet::new();
    for (event, people) in guests {
        let Some(event) = book.get(event) else { continue };
        if people.len() > LARGEST_SHARED_EVENT {
            continue;
        }
        let date = event.starts_on.map(|day| day.to_string());
        let edge = Edge {
            kind: "shared_event",
            label: &event.title,
            date: date.as_deref(),
            mutual: true,
            ..Edge::default()
        };
        for a in &people {
            for b in people.range((std::ops::Bound::Excluded(a), std::ops::Bound::Unbounded)) {
                // The first event of a pair stands for all.
                if seen.insert((*a, *b)) {
                    file.edge(book, Party::Contact(*a), Party::Contact(*b), &edge);
                }
            }
        }
    }
}

/// What an edge carries; empty texts are left out.
#[derive(Default, Clone, Copy)]
struct Edge<'a> {
    kind: &'a str,
    mutual: bool,
    label: &'a str,
    state: &'a str,
    date: Option<&'a str>,
    subject: Option<&'a str>,
}

struct File {
    out: String,
    edges: usize,
}

impl File {
    fn node(&mut self, id: &str, name: &str, organization: &str, place: Option<(f32, f32)>) {
        self.out.push_str("<node id=\"");
        self.out.push_str(id);
        self.out.push_str("\">");
        self.data("name", name);
        if !organization.is_empty() {
            self.data("organization", organization);
        }
        if let Some((x, y)) = place.filter(|(x, y)| x.is_finite() && y.is_finite()) {
            self.data("x", &x.to_string());
            self.data("y", &y.to_string());
        }
        self.out.push_str("</node>\n");
    }

    /// Writes an edge, unless one of its ends is not in the book or both are the same.
    fn edge(&mut self, book: &Book, from: Party, to: Party, edge: &Edge<'_>) {
        let there = |party: Party| party.contact().is_none_or(|id| book.contacts.contains_key(&id));
        if from == to || !there(from) || !there(to) {
            return;
        }
        self.out.push_str(&format!(
            "<edge id=\"e{}\" source=\"{}\" target=\"{}\">",
            self.edges,
            name_of(from),
            name_of(to)
        ));
        self.edges += 1;
        self.data("kind", edge.kind);
        self.data("direction", if edge.mutual { "mutual" } else { "one-way" });
        let optional = [
            ("label", edge.label),
            ("state", edge.state),
            ("date", edge.date.unwrap_or_default()),
            ("subject", edge.subject.unwrap_or_default()),
        ];
        for (key, value) in optional.into_iter().filter(|(_, value)| !value.is_empty()) {
            self.data(key, value);
        }
        self.out.push_str("</edge>\n");
    }

    fn data(&mut self, key: &str, value: &str) {
        let value: String = value.chars().filter(|character| is_xml(*character)).collect();
        self.out.push_str("<data key=\"");
        self.out.push_str(key);
        self.out.push_str("\">");
        self.out.push_str(&escape(value.as_str()));
        self.out.push_str("</data>");
    }
}

fn name_of(party: Party) -> String {
    party.contact().map_or_else(|| "me".to_owned(), |id| id.to_string())
}

/// Whether XML 1.0 has a way to write the character (§2.2 `Char`). A carriage return has one, but readers turn
/// it into a line feed.
fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}
