//! A table of the edges (RFC 4180), as spreadsheets, Gephi and Kumu take them. People whom nothing joins are not in it.

use std::collections::HashMap;

use super::{Graph, Stopped, Tick, direction};

const HEAD: [&str; 13] = [
    "source",
    "target",
    "kind",
    "direction",
    "label",
    "state",
    "date",
    "until",
    "by",
    "subject",
    "source_id",
    "target_id",
    "record",
];

pub(super) fn write(graph: &Graph, tick: Tick<'_>) -> Result<String, Stopped> {
    let names = unique_names(graph);
    let mut out = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    drop(out.write_record(HEAD));
    for edge in &graph.edges {
        tick()?;
        let (from, to) = (&graph.nodes[edge.from as usize].key, &graph.nodes[edge.to as usize].key);
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let (on, until) = (day(edge.on), day(edge.until));
        drop(out.write_record([
            name_of(&names, from),
            name_of(&names, to),
            edge.kind.word(),
            direction(edge),
            &edge.label,
            &edge.state,
            &on,
            &until,
            if edge.by.is_empty() { "" } else { name_of(&names, &edge.by) },
            if edge.subject.is_empty() { "" } else { name_of(&names, &edge.subject) },
            from,
            to,
            &edge.record,
        ]));
    }
    let bytes = out.into_inner().unwrap_or_default();
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

fn name_of<'a>(names: &'a HashMap<&str, String>, key: &'a str) -> &'a str {
    names.get(key).map_or(key, String::as_str)
}

/// Names by keys; of two people with one name the second has a number, for a table has nothing else to tell them apart.
fn unique_names(graph: &Graph) -> HashMap<&str, String> {
    let mut count: HashMap<&str, usize> = HashMap::new();
    let mut names = HashMap::with_capacity(graph.nodes.len());
    for node in &graph.nodes {
        let name = if node.name.trim().is_empty() { &node.key } else { &node.name };
        let seen = count.entry(name).or_default();
        *seen += 1;
        let unique = if *seen == 1 { name.clone() } else { format!("{name} ({seen})") };
        names.insert(node.key.as_str(), unique);
    }
    names
}
