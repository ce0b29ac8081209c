//! GEXF in all its versions: labels, attributes, places, kinds and days of edges.

use std::collections::HashMap;

use super::Unread;
use super::build::Builder;
use super::facts::{EdgeFacts, node_fact, plain};
use super::xml::{Item, Xml};
use crate::exchange::graph::write::CREATOR;

/// Attributes that a file may name.
const MOST_KEYS: usize = 10_000;

pub(super) fn read(text: &str, to: &mut Builder<'_>) -> Result<(), Unread> {
    let mut xml = Xml::new(text);
    let mut keys: HashMap<(bool, String), String> = HashMap::new();
    let (mut directed, mut class_is_edge, mut in_creator) = (false, false, false);
    let mut node: Vec<Option<u32>> = Vec::new();
    let mut edge: Option<(EdgeFacts, String, String)> = None;
    let mut open: Vec<&'static str> = Vec::new();
    loop {
        match xml.next(to)? {
            Item::Open(tag) => {
                let line = xml.line();
                let name = tag.name();
                let known = match name.as_str() {
                    "graph" => {
                        directed = tag.get("defaultedgetype").as_deref() == Some("directed");
                        ""
                    }
                    "creator" => {
                        in_creator = true;
                        "creator"
                    }
                    "attributes" => {
                        class_is_edge = tag.get("class").as_deref() == Some("edge");
                        ""
                    }
                    "attribute" => {
                        let id = tag.get("id").unwrap_or_default();
                        let title = tag.get("title").unwrap_or_else(|| id.clone());
                        if keys.len() < MOST_KEYS {
                            keys.insert((class_is_edge, id), plain(&title));
                        }
                        ""
                    }
                    "node" => {
                        let id = tag.get("id").filter(|id| !id.is_empty());
                        node.push(match id {
                            Some(id) => {
                                let number = to.define(&id)?;
                                node_fact(to, number, "label", &tag.get("label").unwrap_or_default(), line);
                                Some(number)
                            }
                            None => {
                                to.cleaned.nameless.add(line);
                                None
                            }
                        });
                        "node"
                    }
                    "edge" => {
                        let ends =
                            (tag.get("source").unwrap_or_default(), tag.get("target").unwrap_or_default());
                        let mut facts = EdgeFacts::new(directed);
                        for (name, attribute) in [("direction", "type"), ("label", "label"), ("kind", "kind")]
                        {
                            facts.fact(to, name, &tag.get(attribute).unwrap_or_default(), line);
                        }
                        for (is_end, names) in [(false, ["start", "startopen"]), (true, ["end", "endopen"])] {
                            let value = names.iter().find_map(|name| tag.get(name)).unwrap_or_default();
                            facts.perhaps(is_end, &value);
                        }
                        edge = Some((facts, ends.0, ends.1));
                        "edge"
                    }
                    "spell" | "slice" => {
                        if let Some((facts, _, _)) = &mut edge {
                            facts.perhaps(false, &tag.get("start").unwrap_or_default());
                            facts.perhaps(true, &tag.get("end").unwrap_or_default());
                        }
                        ""
                    }
                    "attvalue" => {
                        let id = tag.get("for").or_else(|| tag.get("id")).unwrap_or_default();
                        let value = tag.get("value").unwrap_or_default();
                        let name =
                            keys.get(&(edge.is_some(), id.clone())).cloned().unwrap_or_else(|| plain(&id));
                        match (&mut edge, node.last()) {
                            (Some((facts, _, _)), _) => facts.fact(to, &name, &value, line),
                            (None, Some(Some(node))) => node_fact(to, *node, &name, &value, line),
                            _ => {}
                        }
                        ""
                    }
                    "position" => {
                        if let Some(Some(node)) = node.last().copied() {
                            to.coordinate(node, 0, &tag.get("x").unwrap_or_default(), line);
                            to.coordinate(node, 1, &tag.get("y").unwrap_or_default(), line);
                            to.upwards(node);
                        }
                        ""
                    }
                    _ => "",
                };
                open.push(known);
            }
            Item::Text(text) => to.own |= in_creator && text.trim() == CREATOR,
            Item::Close => match open.pop().unwrap_or_default() {
                "creator" => in_creator = false,
                "node" => {
                    node.pop();
                }
                "edge" => {
                    if let Some((facts, source, target)) = edge.take() {
                        let line = xml.line();
                        if source.is_empty() || target.is_empty() {
                            to.cleaned.nameless.add(line);
                        } else {
                            let (from, end) = (to.named(&source)?, to.named(&target)?);
                            to.edge(facts.between(from, end), line)?;
                        }
                    }
                }
                _ => {}
            },
            Item::End => return Ok(()),
        }
    }
}
