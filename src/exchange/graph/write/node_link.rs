//! JSON as `networkx.node_link_data` writes it since 3.4, and D3 nearly so.

use serde_json::{Map, Value, json};

use super::{CREATOR, Graph, Stopped, Tick, facts_of, facts_of_edge, place_of};

pub(super) fn write(graph: &Graph, tick: Tick<'_>) -> Result<String, Stopped> {
    let mut out = format!(
        "{{\"directed\": true, \"multigraph\": true, \"graph\": {{\"creator\": \"{CREATOR}\"}},\n\"nodes\": [\n"
    );
    for (place, node) in graph.nodes.iter().enumerate() {
        tick()?;
        let mut value = Map::new();
        value.insert("id".to_owned(), json!(node.key));
        value.insert("name".to_owned(), json!(node.name));
        for (name, fact) in facts_of(node) {
            let fact = match name {
                "mentioned" => Value::Bool(true),
                "circles" => json!(node.circles),
                "tags" => json!(node.tags),
                _ => Value::String(fact),
            };
            value.insert(name.to_owned(), fact);
        }
        if let Some([x, y]) = place_of(node) {
            value.insert("x".to_owned(), number(x));
            value.insert("y".to_owned(), number(y));
            value.insert("size".to_owned(), number(node.radius * 2.0));
        }
        line(&mut out, place, value);
    }
    out.push_str("\n],\n\"edges\": [\n");
    for (place, edge) in graph.edges.iter().enumerate() {
        tick()?;
        let mut value = Map::new();
        value.insert("source".to_owned(), json!(graph.nodes[edge.from as usize].key));
        value.insert("target".to_owned(), json!(graph.nodes[edge.to as usize].key));
        value.insert("key".to_owned(), json!(place));
        value.insert("kind".to_owned(), json!(edge.kind.word()));
        for (name, fact) in facts_of_edge(edge) {
            value.insert(name.to_owned(), Value::String(fact));
        }
        line(&mut out, place, value);
    }
    out.push_str("\n]}\n");
    Ok(out)
}

/// One record a line, so that files can be compared.
fn line(out: &mut String, place: usize, value: Map<String, Value>) {
    if place > 0 {
        out.push_str(",\n");
    }
    out.push_str(&Value::Object(value).to_string());
}

/// The number with the digits that it has in 32 bits.
fn number(value: f32) -> Value {
    json!(value.to_string().parse::<f64>().unwrap_or(0.0))
}
