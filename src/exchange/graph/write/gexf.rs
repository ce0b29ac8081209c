//! GEXF 1.3 (<https://gexf.net>), for Gephi: places, colours and sizes as it draws them, kinds of edges, and the days on
//! which they came to be, which its time line shows.
//!
//! All edges are of the type that the graph says, with their direction as data: many readers refuse a file that mixes
//! directed and undirected edges, and make two of one that is mutual.

use super::{CREATOR, Graph, Stopped, Tick, attribute, facts_of, facts_of_edge, number, place_of};
use crate::exchange::graph::{LINE, ME, OWNER};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
"#;

const NODES: [(&str, &str); 7] = [
    ("organization", "string"),
    ("title", "string"),
    ("circles", "string"),
    ("tags", "string"),
    ("email", "string"),
    ("phone", "string"),
    ("mentioned", "boolean"),
];

const EDGES: [&str; 9] = ["kind", "direction", "label", "state", "date", "until", "by", "subject", "record"];

pub(super) fn write(graph: &Graph, tick: Tick<'_>) -> Result<String, Stopped> {
    let mut out = HEAD.to_owned();
    out.push_str(&format!("<meta><creator>{CREATOR}</creator></meta>\n"));
    // Only with days there is a time line.
    let dated = graph.edges.iter().any(|edge| edge.on.is_some() || edge.until.is_some());
    let mode = if dated { "mode=\"dynamic\" timeformat=\"date\"" } else { "mode=\"static\"" };
    out.push_str(&format!("<graph {mode} defaultedgetype=\"directed\">\n<attributes class=\"node\">\n"));
    for (name, kind) in NODES {
        out.push_str(&format!("<attribute id=\"{name}\" title=\"{name}\" type=\"{kind}\"/>\n"));
    }
    out.push_str("</attributes>\n<attributes class=\"edge\">\n");
    for name in EDGES {
        out.push_str(&format!("<attribute id=\"{name}\" title=\"{name}\" type=\"string\"/>\n"));
    }
    out.push_str("</attributes>\n<nodes>\n");
    for node in &graph.nodes {
        tick()?;
        out.push_str("<node");
        attribute(&mut out, "id", &node.key);
        attribute(&mut out, "label", &node.name);
        out.push_str("><attvalues>");
        for (name, value) in facts_of(node) {
            value_of(&mut out, name, &value);
        }
        out.push_str("</attvalues>");
        if node.radius > 0.0 && node.radius.is_finite() {
            out.push_str("<viz:size value=\"");
            number(&mut out, node.radius * 2.0);
            out.push_str("\"/>");
        }
        if let Some([x, y]) = place_of(node) {
            out.push_str("<viz:position x=\"");
            number(&mut out, x);
            out.push_str("\" y=\"");
            number(&mut out, y);
            out.push_str("\" z=\"0\"/>");
        }
        let [red, green, blue] =
            node.colours.first().copied().unwrap_or(if node.key == ME { OWNER } else { LINE });
        out.push_str(&format!("<viz:color r=\"{red}\" g=\"{green}\" b=\"{blue}\"/></node>\n"));
    }
    out.push_str("</nodes>\n<edges>\n");
    for (place, edge) in graph.edges.iter().enumerate() {
        tick()?;
        out.push_str(&format!("<edge id=\"{place}\""));
        attribute(&mut out, "source", &graph.nodes[edge.from as usize].key);
        attribute(&mut out, "target", &graph.nodes[edge.to as usize].key);
        attribute(&mut out, "kind", edge.kind.word());
        if !edge.label.is_empty() {
            attribute(&mut out, "label", &edge.label);
        }
        if let Some(day) = edge.on {
            out.push_str(&format!(" start=\"{day}\""));
        }
        // A spell that ends before it begins is refused by readers.
        if let Some(day) = edge.until.filter(|until| edge.on.is_none_or(|on| on <= *until)) {
            out.push_str(&format!(" end=\"{day}\""));
        }
        out.push_str("><attvalues>");
        value_of(&mut out, "kind", edge.kind.word());
        for (name, value) in facts_of_edge(edge) {
            value_of(&mut out, name, &value);
        }
        let ink = edge.class().ink();
        let [red, green, blue] = ink.colour;
        out.push_str(&format!(
            "</attvalues><viz:color r=\"{red}\" g=\"{green}\" b=\"{blue}\" a=\"{}\"/><viz:thickness value=\"{}\"/>",
            ink.strength, ink.width
        ));
        let shape = match ink.dashes {
            Some((dash, gap)) if dash < gap => "dotted",
            Some(_) => "dashed",
            None => "solid",
        };
        out.push_str(&format!("<viz:shape value=\"{shape}\"/></edge>\n"));
    }
    out.push_str("</edges>\n</graph>\n</gexf>\n");
    Ok(out)
}

fn value_of(out: &mut String, name: &str, value: &str) {
    out.push_str("<attvalue for=\"");
    out.push_str(name);
    out.push('"');
    attribute(out, "value", value);
    out.push_str("/>");
}
