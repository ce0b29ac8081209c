//! The language of Graphviz (<https://graphviz.org/doc/info/lang.html>): `neato -n` draws it with the places as they are.

use super::{CREATOR, Graph, Stopped, Tick, facts_of, facts_of_edge, place_of};
use crate::exchange::graph::{LINE, ME, OWNER, hex};

pub(super) fn write(graph: &Graph, tick: Tick<'_>) -> Result<String, Stopped> {
    let mut out = format!("digraph network {{\n  graph [creator={CREATOR}, outputorder=edgesfirst];\n");
    out.push_str("  node [shape=circle, style=filled, fillcolor=white, fontname=\"Inter,Helvetica\"];\n");
    for node in &graph.nodes {
        tick()?;
        out.push_str("  ");
        quoted(&mut out, &node.key);
        out.push_str(" [label=");
        quoted(&mut out, &node.name);
        for (name, value) in facts_of(node) {
            out.push_str(&format!(", {name}="));
            quoted(&mut out, &value);
        }
        if let Some([x, y]) = place_of(node) {
            out.push_str(&format!(", pos=\"{x},{y}!\""));
        }
        let colour = node.colours.first().copied().unwrap_or(if node.key == ME { OWNER } else { LINE });
        out.push_str(&format!(", color=\"{}\"];\n", hex(colour)));
    }
    for edge in &graph.edges {
        tick()?;
        out.push_str("  ");
        quoted(&mut out, &graph.nodes[edge.from as usize].key);
        out.push_str(" -> ");
        quoted(&mut out, &graph.nodes[edge.to as usize].key);
        out.push_str(&format!(" [kind={}", edge.kind.word()));
        for (name, value) in facts_of_edge(edge) {
            // Graphviz writes labels beside the lines; there they would hide each other.
            let name = if name == "label" { "tooltip" } else { name };
            out.push_str(&format!(", {name}="));
            quoted(&mut out, &value);
        }
        let ink = edge.class().ink();
        out.push_str(&format!(", color=\"{}\", penwidth={}", hex(ink.colour), ink.width));
        match ink.dashes {
            Some((dash, gap)) if dash < gap => out.push_str(", style=dotted"),
            Some(_) => out.push_str(", style=dashed"),
            None => {}
        }
        out.push_str(if edge.directed { "];\n" } else { ", dir=none];\n" });
    }
    out.push_str("}\n");
    Ok(out)
}

/// A text in quotes. Only the quote needs escaping by the grammar; the backslash does where the text is a label.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
    out.push('"');
}
