//! Networks as files of other programs: GraphML, GEXF, DOT, CSV edge lists, node-link JSON, and pictures.
//!
//! Owns [`Graph`], the one model through which all of them go: what leaves is made of the book by `session` and written
//! here; what comes in is read into it ([`read`](read())), compared with the book and becomes one edit ([`plan`]). Must not
//! know files or where people stand: whoever calls has the bytes and the positions. Start reading at [`Graph`].
//!
//! In files `y` grows upwards, as in Gephi, Graphviz and plots; in [`Node::place`] downwards, as on the screen.
//!
//! Invariant: every file that is written is well-formed whatever stands in the book, and no edge ends in nothing
//! (`suite::network_files::networkx_reads_whatever_stands_in_the_book`).
//! Invariant: what stands in a file costs no more memory than the limits here allow, and no stack
//! (`suite::network_files_bad::mutated_files_end_soon_and_well`).

mod read;
mod write;
mod scrub;
mod plan;
pub mod picture;
mod words;

use chrono::NaiveDate;

pub use plan::{Counts, Fate, Links, Plan, Proposal, plan, propose};
pub use read::{Cleaned, Counted, GraphFile, Unread, read};
pub use scrub::scrubbed;
pub use write::{Stopped, write};

/// The largest file that is read, in bytes: 300,000 edges with all their attributes.
pub const LARGEST_FILE: u64 = 192 << 20;

/// People that are read from one file.
pub const MOST_NODES: usize = 100_000;

/// Edges that are read from one file.
pub const MOST_EDGES: usize = 300_000;

/// Endings of files that hold a network whatever stands in them. `csv`, `tsv`, `txt` and `json` may be something else.
pub const ENDINGS: [&str; 8] = ["graphml", "gexf", "dot", "gv", "gml", "edgelist", "edges", "csv"];

/// Endings that a dialog offers.
pub const OFFERED: [&str; 11] =
    ["graphml", "gexf", "dot", "gv", "gml", "edgelist", "edges", "csv", "tsv", "txt", "json"];

/// The form of a file with a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// GraphML (<http://graphml.graphdrawing.org>).
    Graphml,
    /// GEXF 1.3 (<https://gexf.net>), with places, colours and dates.
    Gexf,
    /// The language of Graphviz.
    Dot,
    /// A table of the edges.
    Edges,
    /// JSON as networkx and D3 write it.
    NodeLink,
    /// GML; it is only read.
    Gml,
}

impl Form {
    /// Its name, which is the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Graphml => "GraphML",
            Self::Gexf => "GEXF",
            Self::Dot => "DOT",
            Self::Edges => "CSV",
            Self::NodeLink => "JSON",
            Self::Gml => "GML",
        }
    }
}

/// People and what joins them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// The people.
    pub nodes: Vec<Node>,
    /// The edges; their ends are places in `nodes`.
    pub edges: Vec<Edge>,
    /// Groups of nodes around which a picture draws tinted areas; other files have none.
    pub groups: Vec<Group>,
    /// It was written by Cardloom: its keys are ids and its places have our units.
    pub own: bool,
}

/// Somebody.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node {
    /// The id in the file: `me`, the id of a contact, or whatever another program calls it.
    pub key: String,
    /// The name; empty when the file has none but the key.
    pub name: String,
    /// Where the person works.
    pub organization: String,
    /// As what.
    pub title: String,
    /// Names of the circles.
    pub circles: Vec<String>,
    /// Free tags.
    pub tags: Vec<String>,
    /// Free note; only read.
    pub notes: String,
    /// An e-mail address; empty when withheld.
    pub email: String,
    /// A phone number; empty when withheld.
    pub phone: String,
    /// There was no meeting and no card.
    pub mentioned: bool,
    /// It is a company, not a person; only read.
    pub is_organization: bool,
    /// Where it stands, in the units of [`crate::model::Place`] when it is our own, `y` downwards.
    pub place: Option<[f32; 2]>,
    /// The radius, in the same units.
    pub radius: f32,
    /// Colours of the rings, as red, green, blue; the first one is that of the node.
    pub colours: Vec<[u8; 3]>,
}

/// Nodes that belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// What stands at their area.
    pub name: String,
    /// The colour of the area, as red, green, blue.
    pub colour: [u8; 3],
    /// Their places in [`Graph::nodes`].
    pub nodes: Vec<u32>,
}

/// The key of the owner of the book.
pub const ME: &str = "me";

/// What joins two nodes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Edge {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What it is.
    pub kind: Kind,
    /// What came of an introduction or a referral.
    pub flow: Option<Flow>,
    /// It points from one end to the other, and is not the same seen from both.
    pub directed: bool,
    /// The kind of a relationship, the title of an event, the subject of a referral.
    pub label: String,
    /// How far it is, in the words of the book's format.
    pub state: String,
    /// Since when, or on which day.
    pub on: Option<NaiveDate>,
    /// Until when.
    pub until: Option<NaiveDate>,
    /// The id of the record that made it: edges of one record belong together.
    pub record: String,
    /// The key of who introduced the two, or passed the card on.
    pub by: String,
    /// The key of whose card was passed on.
    pub subject: String,
    /// How much it weighs, from 0 to 1: a picture draws it stronger; full strength when absent.
    pub strength: Option<f32>,
}

/// Kinds of edges.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// I met the person, or have the card.
    Met,
    /// Both were at one event.
    SharedEvent,
    /// Both are of one organization.
    SharedOrganization,
    /// A lasting tie; what the file says nothing else about.
    #[default]
    Relationship,
    /// Who introduced → who became known.
    Introduction,
    /// A card or a lead: from whose it is → to who got it.
    Referral,
}

impl Kind {
    /// All.
    pub const ALL: [Self; 6] = [
        Self::Met,
        Self::SharedEvent,
        Self::SharedOrganization,
        Self::Relationship,
        Self::Introduction,
        Self::Referral,
    ];

    /// The word for it in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::SharedEvent => "shared_event",
            Self::SharedOrganization => "shared_organization",
            Self::Relationship => "relationship",
            Self::Introduction => "introduction",
            Self::Referral => "referral",
        }
    }
}

/// What became of an introduction or a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    /// It came to nothing.
    CameToNothing,
    /// It is still to be made.
    Promised,
    /// Nothing has come of it yet.
    Waiting,
    /// They met and talk.
    Talking,
    /// It led to work.
    LedToWork,
}

/// How an edge is drawn, in the order of painting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// From me to whom I met.
    Met,
    /// Both were at one event.
    SharedEvent,
    /// Both are of one organization.
    SharedOrganization,
    /// A lasting tie.
    Relationship,
    /// An introduction or a referral.
    Flow(Flow),
}

impl Class {
    /// All, in the order of painting.
    pub const ALL: [Self; 9] = [
        Self::Met,
        Self::SharedEvent,
        Self::SharedOrganization,
        Self::Relationship,
        Self::Flow(Flow::CameToNothing),
        Self::Flow(Flow::Promised),
        Self::Flow(Flow::Waiting),
        Self::Flow(Flow::Talking),
        Self::Flow(Flow::LedToWork),
    ];

    /// Whether it is drawn as an arrow.
    pub fn is_arrow(self) -> bool {
        matches!(self, Self::Flow(_))
    }

    /// Colour, strength of the colour from 0 to 1, width in points, and dashes as the lengths of stroke and gap: those
    /// of the window on paper (held by `gui::views::network::shown::tests`).
    pub fn ink(self) -> Ink {
        let ink = |colour, strength, width, dashes| Ink { colour, strength, width, dashes };
        match self {
            Self::Met => ink(LINE, 0.22, 1.0, None),
            Self::SharedEvent => ink(LINE, 0.5, 1.0, None),
            Self::SharedOrganization => ink([0x02, 0x3E, 0x52], 0.6, 1.0, None),
            Self::Relationship => ink(LINE, 0.85, 1.2, None),
            Self::Flow(Flow::CameToNothing) => ink(LINE, 1.0, 1.8, Some((1.5, 4.5))),
            Self::Flow(Flow::Promised) => ink([0xB4, 0x8B, 0x06], 1.0, 1.4, Some((3.0, 5.0))),
            Self::Flow(Flow::Waiting) => ink([0xB4, 0x8B, 0x06], 1.0, 1.6, Some((7.0, 4.0))),
            Self::Flow(Flow::Talking) => ink([0x54, 0x93, 0xE1], 1.0, 1.6, None),
            Self::Flow(Flow::LedToWork) => ink([0x39, 0x71, 0x26], 1.0, 1.6, None),
        }
    }
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// Red, green, blue.
    pub colour: [u8; 3],
    /// From 0, invisible, to 1.
    pub strength: f32,
    /// In points.
    pub width: f32,
    /// Lengths of stroke and gap, in points.
    pub dashes: Option<(f32, f32)>,
}

/// The colour of lines that say little.
pub const LINE: [u8; 3] = [0x8F, 0x88, 0x80];

/// The colours of circles, by their numbers.
pub const CIRCLES: [[u8; 3]; 5] =
    [[0x4A, 0x6F, 0xA5], [0xB0, 0x70, 0x3A], [0x7F, 0x8F, 0x2E], [0x2E, 0x8F, 0x8A], [0xA3, 0x57, 0x7F]];

/// The colour of the owner of the book.
pub const OWNER: [u8; 3] = [0x27, 0x45, 0x80];

impl Edge {
    /// How it is drawn.
    pub fn class(&self) -> Class {
        match self.kind {
            Kind::Met => Class::Met,
            Kind::SharedEvent => Class::SharedEvent,
            Kind::SharedOrganization => Class::SharedOrganization,
            Kind::Relationship => Class::Relationship,
            Kind::Introduction | Kind::Referral => Class::Flow(self.flow.unwrap_or(Flow::Waiting)),
        }
    }
}

/// What a colour is called in files.
fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}
