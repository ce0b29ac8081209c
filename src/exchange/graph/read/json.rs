//! JSON of networkx and D3 (`nodes` with `links` or `edges`), of Cytoscape (`elements`), and of Kumu (`elements` with
//! `connections`). Read as it comes, without a tree of the whole.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer as _;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Unread;
use super::build::Builder;
use super::facts::{EdgeFacts, node_fact, plain};
use crate::exchange::graph::write::CREATOR;

/// Values of one node or edge that are kept, and how deep.
const MOST_FACTS: usize = 200;
const DEEPEST_FACT: usize = 3;

/// Values of a list in a fact that are kept.
const MOST_LISTED: usize = 50;

pub(super) fn read(text: &str, to: &mut Builder<'_>) -> Result<(), Unread> {
    let mut file = File { to, stopped: None, directed: None, nodes: 0, items: 0, lists_seen: false };
    // serde_json itself ends at 128 levels.
    let text = with_numbers_only(text);
    let mut json = serde_json::Deserializer::from_str(&text);
    let done = json.deserialize_any(Top(&mut file)).and_then(|()| json.end());
    let (stopped, found) = (file.stopped.take(), file.lists_seen);
    if let Some(stopped) = stopped {
        return Err(stopped);
    }
    if let Err(error) = done {
        let line = u32::try_from(error.line()).unwrap_or(u32::MAX);
        let deep = error.to_string().contains("recursion limit");
        return Err(if deep { Unread::TooDeep(line) } else { to.broken(line) });
    }
    if found { Ok(()) } else { Err(Unread::NotANetwork) }
}

/// Python writes what is no number as a bare word, which is no JSON: here it becomes a text.
fn with_numbers_only(text: &str) -> Cow<'_, str> {
    if !text.contains("NaN") && !text.contains("Infinity") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    let (mut quoted, mut escaped, mut from) = (false, false, 0);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'N' | b'I' | b'-' if !quoted => {
                let word =
                    ["NaN", "Infinity", "-Infinity"].iter().find(|word| text[at..].starts_with(**word));
                if let Some(word) = word {
                    out.push_str(&text[from..at]);
                    out.push_str("\"NaN\"");
                    at += word.len();
                    from = at;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

struct File<'a, 'b> {
    to: &'a mut Builder<'b>,
    /// Why the reading ended before its end.
    stopped: Option<Unread>,
    directed: Option<bool>,
    nodes: usize,
    items: usize,
    lists_seen: bool,
}

impl File<'_, '_> {
    /// Carries out what may end the reading; the reason is kept beside the error of the parser.
    fn keep<T, E: serde::de::Error>(&mut self, result: Result<T, Unread>) -> Result<T, E> {
        result.map_err(|unread| {
            self.stopped = Some(unread);
            E::custom("stopped")
        })
    }

    fn look(&mut self) -> Result<(), Unread> {
        self.items += 1;
        if self.items.is_multiple_of(4096) { self.to.done(self.items as u64) } else { Ok(()) }
    }

    fn node(&mut self, facts: &Facts) -> Result<(), Unread> {
        self.look()?;
        // In Cytoscape's list of elements an edge is what has ends.
        if facts.get("source").is_some() && facts.get("target").is_some() {
            return self.edge(facts);
        }
        let line = 0;
        let number = self.nodes.to_string();
        self.nodes += 1;
        // A mere text is the id.
        let named = facts.get("id").or_else(|| facts.get("key")).or_else(|| facts.get(""));
        if named.is_none() && facts.0.iter().all(|(_, value)| value.is_empty()) {
            self.to.cleaned.nameless.add(line);
            return Ok(());
        }
        let label = facts.get("label").or_else(|| facts.get("name")).unwrap_or_default();
        let key = named.unwrap_or(&number);
        let node = self.to.define(key)?;
        if named.is_none() {
            self.to.also(label, node);
        }
        // Kumu's connections name either.
        self.to.also(label, node);
        let (mut up, mut has_place) = (true, false);
        for (name, value) in &facts.0 {
            match name.as_str() {
                "x" | "positionx" => self.to.coordinate(node, 0, value, line),
                "y" | "positiony" => {
                    self.to.coordinate(node, 1, value, line);
                    // Cytoscape and Kumu count downwards.
                    (has_place, up) = (true, name == "y");
                }
                _ => node_fact(self.to, node, name, value, line),
            }
        }
        if has_place && up {
            self.to.upwards(node);
        }
        Ok(())
    }

    fn edge(&mut self, facts: &Facts) -> Result<(), Unread> {
        self.look()?;
        let source = facts.get("source").or_else(|| facts.get("from"));
        let target = facts.get("target").or_else(|| facts.get("to"));
        let (Some(source), Some(target)) = (source, target) else {
            self.to.cleaned.nameless.add(0);
            return Ok(());
        };
        let (from, end) = (self.to.named(source)?, self.to.named(target)?);
        let mut edge = EdgeFacts::new(self.directed.unwrap_or(false));
        for (name, value) in &facts.0 {
            if !["source", "target", "from", "to", "id", "key"].contains(&name.as_str()) {
                edge.fact(self.to, name, value, 0);
            }
        }
        self.to.edge(edge.between(from, end), 0)
    }
}

/// The file as a whole.
struct Top<'a, 'b, 'c>(&'a mut File<'b, 'c>);

impl<'de> Visitor<'de> for Top<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a network")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "directed" => {
                    let Fact(facts) = map.next_value_seed(FactSeed { depth: 0 })?;
                    self.0.directed = facts.first().map(|(_, value)| value == "true");
                }
                "nodes" | "elements" => map.next_value_seed(Items { file: self.0, edges: false })?,
                "links" | "edges" | "connections" => {
                    map.next_value_seed(Items { file: self.0, edges: true })?;
                }
                "graph" | "data" => {
                    let Fact(facts) = map.next_value_seed(FactSeed { depth: 0 })?;
                    self.0.to.own |= facts.iter().any(|(name, value)| name == "creator" && value == CREATOR);
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

/// A list of nodes or edges; in Cytoscape's files `elements` has both lists in it.
struct Items<'a, 'b, 'c> {
    file: &'a mut File<'b, 'c>,
    edges: bool,
}

impl<'de> DeserializeSeed<'de> for Items<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Items<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.file.lists_seen = true;
        while let Some(fact) = seq.next_element_seed(FactSeed { depth: 0 })? {
            let facts = Facts(fact.0);
            let result = if self.edges { self.file.edge(&facts) } else { self.file.node(&facts) };
            self.file.keep::<(), A::Error>(result)?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        Top(self.file).visit_map(map)
    }
}

/// What a node or an edge says, by plain names; inner tables are part of it.
struct Facts(Vec<(String, String)>);

impl Facts {
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(other, value)| other == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }
}

/// A value as names and texts; a mere value has an empty name.
struct Fact(Vec<(String, String)>);

#[derive(Clone, Copy)]
struct FactSeed {
    depth: usize,
}

impl<'de> DeserializeSeed<'de> for FactSeed {
    type Value = Fact;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Fact, D::Error> {
        deserializer.deserialize_any(self)
    }
}

fn one(value: impl ToString) -> Fact {
    Fact(vec![(String::new(), value.to_string())])
}

impl<'de> Visitor<'de> for FactSeed {
    type Value = Fact;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Fact, E> {
        Ok(one(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Fact, E> {
        Ok(one(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Fact, E> {
        Ok(one(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Fact, E> {
        Ok(one(value))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Fact, E> {
        Ok(one(value))
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Fact, E> {
        Ok(Fact(Vec::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Fact, A::Error> {
        let mut words: Vec<String> = Vec::new();
        while words.len() < MOST_LISTED && self.depth < DEEPEST_FACT {
            let Some(Fact(inner)) = seq.next_element_seed(Self { depth: self.depth + 1 })? else {
                return Ok(one(words.join(", ")));
            };
            words.extend(inner.into_iter().filter(|(name, _)| name.is_empty()).map(|(_, value)| value));
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(one(words.join(", ")))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fact, A::Error> {
        let mut facts: Vec<(String, String)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            if self.depth >= DEEPEST_FACT || facts.len() >= MOST_FACTS {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let name = plain(&name);
            let Fact(inner) = map.next_value_seed(Self { depth: self.depth + 1 })?;
            for (below, value) in inner.into_iter().take(MOST_FACTS - facts.len()) {
                facts.push(match (below.is_empty(), name.as_str()) {
                    (true, _) => (name.clone(), value),
                    // Where it stands keeps its name: other places count in other directions.
                    (false, "position") => (format!("position{below}"), value),
                    (false, _) => (below, value),
                });
            }
        }
        Ok(Fact(facts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_tables_in_a_node_become_words_of_it() {
        let mut json = serde_json::Deserializer::from_str(
            r#"{"id": 1, "tags": ["a", "b"], "data": {"Name": "X", "deep": {"er": {"still": 1}}}, "position": {"x": 3, "y": null}}"#,
        );
        let Fact(facts) = FactSeed { depth: 0 }.deserialize(&mut json).unwrap();
        let facts = Facts(facts);
        assert_eq!(facts.get("id"), Some("1"));
        assert_eq!(facts.get("tags"), Some("a, b"));
        assert_eq!(facts.get("name"), Some("X"));
        assert_eq!(facts.get("positionx"), Some("3"));
        assert_eq!(facts.get("still"), None);
    }
}
