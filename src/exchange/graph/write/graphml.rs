//! GraphML (<http://graphml.graphdrawing.org>), for yEd, networkx, Gephi and the like.
//!
//! All edges are written as directed, with their direction as data: many readers refuse a file that mixes directed and
//! undirected edges.

use super::{CREATOR, Graph, Stopped, Tick, attribute, facts_of, facts_of_edge, number, place_of, xml};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"#;

/// (id, what it is for, type); the name is the id.
const KEYS: [(&str, &str, &str); 21] = [
    ("creator", "graph", "string"),
    ("name", "node", "string"),
    ("organization", "node", "string"),
    ("title", "node", "string"),
    ("circles", "node", "string"),
    ("tags", "node", "string"),
    ("email", "node", "string"),
    ("phone", "node", "string"),
    ("mentioned", "node", "boolean"),
    ("x", "node", "double"),
    ("y", "node", "double"),
    ("size", "node", "double"),
    ("kind", "edge", "string"),
    ("direction", "edge", "string"),
    ("label", "edge", "string"),
    ("state", "edge", "string"),
    ("date", "edge", "string"),
    ("until", "edge", "string"),
    ("by", "edge", "string"),
    ("subject", "edge", "string"),
    ("record", "edge", "string"),
];

pub(super) fn write(graph: &Graph, tick: Tick<'_>) -> Result<String, Stopped> {
    let mut out = HEAD.to_owned();
    for (id, what, kind) in KEYS {
        out.push_str(&format!("<key id=\"{id}\" for=\"{what}\" attr.name=\"{id}\" attr.type=\"{kind}\"/>\n"));
    }
    out.push_str("<graph id=\"network\" edgedefault=\"directed\">\n");
    data(&mut out, "creator", CREATOR);
    out.push('\n');
    for node in &graph.nodes {
        tick()?;
        out.push_str("<node");
        attribute(&mut out, "id", &node.key);
        out.push('>');
        data(&mut out, "name", &node.name);
        for (name, value) in facts_of(node) {
            data(&mut out, name, &value);
        }
        if let Some([x, y]) = place_of(node) {
            for (name, value) in [("x", x), ("y", y), ("size", node.radius * 2.0)] {
                out.push_str("<data key=\"");
                out.push_str(name);
                out.push_str("\">");
                number(&mut out, value);
                out.push_str("</data>");
            }
        }
        out.push_str("</node>\n");
    }
    for (place, edge) in graph.edges.iter().enumerate() {
        tick()?;
        out.push_str(&format!("<edge id=\"e{place}\""));
        attribute(&mut out, "source", &graph.nodes[edge.from as usize].key);
        attribute(&mut out, "target", &graph.nodes[edge.to as usize].key);
        out.push('>');
        data(&mut out, "kind", edge.kind.word());
        for (name, value) in facts_of_edge(edge) {
            data(&mut out, name, &value);
        }
        out.push_str("</edge>\n");
    }
    out.push_str("</graph>\n</graphml>\n");
    Ok(out)
}

fn data(out: &mut String, key: &str, value: &str) {
    out.push_str("<data key=\"");
    out.push_str(key);
    out.push_str("\">");
    xml(out, value);
    out.push_str("</data>");
}
