//! Graph → file. Each form has a file of its own; what they have in common stands here.

mod graphml;
mod gexf;
mod dot;
mod table;
mod node_link;

use quick_xml::escape::escape;

use super::{Edge, Form, Graph, Node};

/// The one who made the file: our own are told from others by it.
pub(super) const CREATOR: &str = "Cardloom";

/// Writes a graph. `progress` gets how much of how much is done and returns whether to go on.
///
/// The bytes are UTF-8. [`Form::Gml`] is only read; it is written as GraphML.
///
/// # Errors
/// When `progress` says stop.
pub fn write(
    graph: &Graph,
    form: Form,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<String, Stopped> {
    let total = (graph.nodes.len() + graph.edges.len()) as u64;
    let mut done = 0;
    let mut tick = || {
        done += 1;
        if done % 4096 != 0 || progress(done, total) { Ok(()) } else { Err(Stopped) }
    };
    match form {
        Form::Graphml | Form::Gml => graphml::write(graph, &mut tick),
        Form::Gexf => gexf::write(graph, &mut tick),
        Form::Dot => dot::write(graph, &mut tick),
        Form::Edges => table::write(graph, &mut tick),
        Form::NodeLink => node_link::write(graph, &mut tick),
    }
}

/// The user stopped it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

/// Called for each thing that is written.
type Tick<'a> = &'a mut dyn FnMut() -> Result<(), Stopped>;

/// What is said of a node in words: name of the attribute, value; without empty ones.
fn facts_of(node: &Node) -> impl Iterator<Item = (&'static str, String)> {
    let list = |values: &[String]| values.join(", ");
    [
        ("organization", node.organization.clone()),
        ("title", node.title.clone()),
        ("circles", list(&node.circles)),
        ("tags", list(&node.tags)),
        ("email", node.email.clone()),
        ("phone", node.phone.clone()),
        ("mentioned", if node.mentioned { "true".to_owned() } else { String::new() }),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
}

/// What is said of an edge besides its ends and kind; without empty values.
fn facts_of_edge(edge: &Edge) -> impl Iterator<Item = (&'static str, String)> {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        ("direction", direction(edge).to_owned()),
        ("label", edge.label.clone()),
        ("state", edge.state.clone()),
        ("date", day(edge.on)),
        ("until", day(edge.until)),
        ("by", edge.by.clone()),
        ("subject", edge.subject.clone()),
        ("record", edge.record.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
}

fn direction(edge: &Edge) -> &'static str {
    if edge.directed { "one-way" } else { "mutual" }
}

/// Where a node stands, `y` upwards; not what is no number.
fn place_of(node: &Node) -> Option<[f32; 2]> {
    // Zero has no sign.
    node.place.filter(|at| at.iter().all(|value| value.is_finite())).map(|[x, y]| [x, 0.0 - y])
}

/// Text as XML 1.0 can hold it (§2.2 `Char`), escaped. A carriage return has a form there, but readers turn it into a
/// line feed.
pub(super) fn xml(out: &mut String, text: &str) {
    let allowed = |sign: char| matches!(sign, '\t' | '\n' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}');
    if text.chars().all(allowed) {
        out.push_str(&escape(text));
    } else {
        let text: String = text.chars().filter(|sign| allowed(*sign)).collect();
        out.push_str(&escape(text.as_str()));
    }
}

/// ` name="value"` of a tag. Line ends are written as references: readers turn them into spaces otherwise.
fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    let start = out.len();
    xml(out, value);
    if out[start..].contains(['\n', '\t']) {
        let escaped = out[start..].replace('\n', "&#10;").replace('\t', "&#9;");
        out.truncate(start);
        out.push_str(&escaped);
    }
    out.push('"');
}

fn number(out: &mut String, value: f32) {
    put(out, format_args!("{value}"));
}

/// Writes to a text, which does not fail.
pub(super) fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    drop(std::fmt::Write::write_fmt(out, words).map_err(|error| error.to_string()));
}
