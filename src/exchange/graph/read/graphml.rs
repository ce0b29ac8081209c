//! GraphML: attributes by their names, and what yEd says in tags of its own.

use std::collections::HashMap;

use super::Unread;
use super::build::Builder;
use super::facts::{EdgeFacts, node_fact, plain};
use super::xml::{Item, Xml};
use crate::exchange::graph::write::CREATOR;

/// What a text belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Now {
    Nothing,
    Node(u32),
    Edge,
}

/// Bytes of one value that are kept.
const LONGEST: usize = 64 << 10;

/// Attributes that a file may name.
const MOST_KEYS: usize = 10_000;

pub(super) fn read(text: &str, to: &mut Builder<'_>) -> Result<(), Unread> {
    let mut xml = Xml::new(text);
    // By id and by what they are for, because ids need not differ between nodes and edges.
    let mut keys: HashMap<(bool, String), String> = HashMap::new();
    let mut directed = vec![true];
    let mut now = Now::Nothing;
    let mut edge: Option<(EdgeFacts, String, String)> = None;
    let mut key: Option<String> = None;
    let mut value = String::new();
    let mut open: Vec<&'static str> = Vec::new();
    loop {
        match xml.next(to)? {
            Item::Open(tag) => {
                let line = xml.line();
                let name = tag.name();
                let known = match name.as_str() {
                    "key" => {
                        let id = tag.get("id").unwrap_or_default();
                        let name = tag.get("attr.name").unwrap_or_else(|| id.clone());
                        let what = tag.get("for").unwrap_or_default();
                        if keys.len() < MOST_KEYS {
                            for is_edge in [false, true] {
                                if what != if is_edge { "node" } else { "edge" } {
                                    keys.insert((is_edge, id.clone()), plain(&name));
                                }
                            }
                        }
                        "key"
                    }
                    "graph" => {
                        directed.push(tag.get("edgedefault").as_deref() != Some("undirected"));
                        "graph"
                    }
                    "node" => {
                        let id = tag.get("id").filter(|id| !id.is_empty());
                        now = match id {
                            Some(id) => Now::Node(to.define(&id)?),
                            None => {
                                to.cleaned.nameless.add(line);
                                Now::Nothing
                            }
                        };
                        "node"
                    }
                    "edge" => {
                        let default = directed.last().copied().unwrap_or(true);
                        let own = tag.get("directed").map_or(default, |word| word == "true");
                        let ends =
                            (tag.get("source").unwrap_or_default(), tag.get("target").unwrap_or_default());
                        edge = Some((EdgeFacts::new(own), ends.0, ends.1));
                        now = Now::Edge;
                        "edge"
                    }
                    "hyperedge" => {
                        to.cleaned.hyperedges.add(line);
                        now = Now::Nothing;
                        ""
                    }
                    "data" => {
                        key = tag.get("key");
                        value.clear();
                        "data"
                    }
                    // What yEd says inside of a data tag, and the description that any tag may have.
                    "NodeLabel" | "EdgeLabel" => {
                        key = Some("label".to_owned());
                        value.clear();
                        "label"
                    }
                    "desc" => {
                        key = Some("description".to_owned());
                        value.clear();
                        "label"
                    }
                    "Geometry" => {
                        if let Now::Node(node) = now {
                            to.coordinate(node, 0, &tag.get("x").unwrap_or_default(), line);
                            to.coordinate(node, 1, &tag.get("y").unwrap_or_default(), line);
                        }
                        ""
                    }
                    _ => "",
                };
                open.push(known);
            }
            Item::Text(text) => {
                if key.is_some() && value.len() + text.len() <= LONGEST {
                    value.push_str(&text);
                }
            }
            Item::Close => {
                let line = xml.line();
                match open.pop().unwrap_or_default() {
                    closing @ ("data" | "label") => {
                        if let Some(id) = key.take() {
                            let is_edge = now == Now::Edge;
                            let name = match keys.get(&(is_edge, id.clone())) {
                                Some(name) if closing == "data" => name.clone(),
                                _ => plain(&id),
                            };
                            match (&now, &mut edge) {
                                (Now::Node(node), _) => node_fact(to, *node, &name, &value, line),
                                (Now::Edge, Some((facts, _, _))) => facts.fact(to, &name, &value, line),
                                _ if name == "creator" && value.trim() == CREATOR => to.own = true,
                                _ => {}
                            }
                        }
                        value.clear();
                    }
                    "node" => now = Now::Nothing,
                    "edge" => {
                        if let Some((facts, source, target)) = edge.take() {
                            if source.is_empty() || target.is_empty() {
                                to.cleaned.nameless.add(line);
                            } else {
                                let (from, end) = (to.named(&source)?, to.named(&target)?);
                                to.edge(facts.between(from, end), line)?;
                            }
                        }
                        now = Now::Nothing;
                    }
                    "graph" => {
                        directed.pop();
                    }
                    _ => {}
                }
            }
            Item::End => return Ok(()),
        }
    }
}
