//! What the readers find, within limits; cleaned at the end.

use std::collections::HashMap;

use super::super::{Edge, Form, Graph, MOST_EDGES, MOST_NODES, Node};
use super::{Unread, Watch};

/// Coordinates beyond this are mistakes.
const FARTHEST: f64 = 1e7;

/// How often something happened, and where first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// How often.
    pub count: usize,
    /// The line of the first one, counted from 1; 0 for none.
    pub first: u32,
}

impl Counted {
    /// Counts one more.
    pub fn add(&mut self, line: u32) {
        if self.count == 0 {
            self.first = line;
        }
        self.count += 1;
    }
}

/// What was left out or mended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Edges from somebody to themselves.
    pub loops: Counted,
    /// Edges that were there before.
    pub duplicates: Counted,
    /// Edges with an end that is nobody of the file.
    pub endless: Counted,
    /// Edges between more than two.
    pub hyperedges: Counted,
    /// Nodes without an id, or rows without two ends.
    pub nameless: Counted,
    /// People who stood nowhere: not a number, or without end.
    pub places: Counted,
    /// Days that could not be read.
    pub days: Counted,
}

/// Takes what readers find.
pub(super) struct Builder<'a> {
    keys: HashMap<String, u32>,
    nodes: Vec<Node>,
    /// The file has said that there is such a node; others were only named by edges.
    defined: Vec<bool>,
    at: Vec<[f32; 2]>,
    edges: Vec<Edge>,
    lines: Vec<u32>,
    /// Edges that were seen, those that were left out too.
    seen_edges: usize,
    /// Nodes come to be by being named by an edge.
    pub implicit: bool,
    /// The file is from Cardloom.
    pub own: bool,
    /// What was left out so far.
    pub cleaned: Cleaned,
    /// The form of the file.
    pub form: Form,
    total: u64,
    progress: Watch<'a>,
}

impl<'a> Builder<'a> {
    pub fn new(form: Form, total: u64, progress: Watch<'a>) -> Self {
        Self {
            keys: HashMap::new(),
            nodes: Vec::new(),
            defined: Vec::new(),
            at: Vec::new(),
            edges: Vec::new(),
            lines: Vec::new(),
            seen_edges: 0,
            implicit: false,
            own: false,
            cleaned: Cleaned::default(),
            form,
            total,
            progress,
        }
    }

    /// The form is broken.
    pub fn broken(&self, line: u32) -> Unread {
        Unread::Broken(self.form, line)
    }

    /// Says how many bytes are done.
    pub fn done(&mut self, bytes: u64) -> Result<(), Unread> {
        if (self.progress)(bytes, self.total) { Ok(()) } else { Err(Unread::Stopped) }
    }

    /// Returns the node of a key; it need not be defined yet.
    pub fn named(&mut self, key: &str) -> Result<u32, Unread> {
        if let Some(node) = self.keys.get(key) {
            return Ok(*node);
        }
        let node = self.add(key)?;
        self.keys.insert(key.to_owned(), node);
        Ok(node)
    }

    fn add(&mut self, key: &str) -> Result<u32, Unread> {
        if self.nodes.len() >= MOST_NODES {
            return Err(Unread::TooManyNodes);
        }
        let node = self.nodes.len() as u32;
        self.nodes.push(Node { key: key.to_owned(), ..Node::default() });
        self.defined.push(false);
        self.at.push([f32::NAN; 2]);
        Ok(node)
    }

    /// The file says that there is a node of this key.
    pub fn define(&mut self, key: &str) -> Result<u32, Unread> {
        let node = self.named(key)?;
        self.defined[node as usize] = true;
        Ok(node)
    }

    /// A second key for a node, unless somebody else has it.
    pub fn also(&mut self, key: &str, node: u32) {
        if !key.is_empty() && !self.keys.contains_key(key) {
            self.keys.insert(key.to_owned(), node);
        }
    }

    /// The node, to write to.
    pub fn node(&mut self, node: u32) -> &mut Node {
        &mut self.nodes[node as usize]
    }

    /// One coordinate of a node: 0 to the right, 1 downwards.
    pub fn coordinate(&mut self, node: u32, axis: usize, value: &str, line: u32) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        match value.parse::<f64>() {
            Ok(value) if value.abs() <= FARTHEST => self.at[node as usize][axis] = value as f32,
            _ => self.cleaned.places.add(line),
        }
    }

    /// Turns the last coordinate of a node over: the file counts upwards.
    pub fn upwards(&mut self, node: u32) {
        let y = &mut self.at[node as usize][1];
        *y = 0.0 - *y;
    }

    /// Takes an edge.
    pub fn edge(&mut self, edge: Edge, line: u32) -> Result<(), Unread> {
        self.seen_edges += 1;
        if self.seen_edges > MOST_EDGES {
            return Err(Unread::TooManyEdges);
        }
        if edge.from == edge.to {
            self.cleaned.loops.add(line);
        } else {
            self.edges.push(edge);
            self.lines.push(line);
        }
        Ok(())
    }

    /// Ends the reading: leaves out what leads nowhere and what is there twice.
    pub fn finish(mut self) -> (Graph, Cleaned) {
        let mut numbers = vec![u32::MAX; self.nodes.len()];
        let mut nodes = Vec::with_capacity(self.nodes.len());
        for (place, mut node) in self.nodes.into_iter().enumerate() {
            if self.implicit || self.defined[place] {
                numbers[place] = nodes.len() as u32;
                let at = self.at[place];
                node.place = at.iter().all(|value| value.is_finite()).then_some(at);
                nodes.push(node);
            }
        }
        let mut kept: Vec<(Edge, u32)> = Vec::with_capacity(self.edges.len());
        for (mut edge, line) in self.edges.into_iter().zip(self.lines) {
            (edge.from, edge.to) = (numbers[edge.from as usize], numbers[edge.to as usize]);
            if edge.from == u32::MAX || edge.to == u32::MAX {
                self.cleaned.endless.add(line);
            } else {
                kept.push((edge, line));
            }
        }
        let mut order: Vec<usize> = (0..kept.len()).collect();
        let key = |place: usize| {
            let edge = &kept[place].0;
            // The same seen from both ends is the same.
            let ends = if edge.directed || edge.from < edge.to {
                (edge.from, edge.to)
            } else {
                (edge.to, edge.from)
            };
            (ends, edge.kind, &edge.label, edge.on, &edge.record, &edge.by)
        };
        order.sort_by(|a, b| key(*a).cmp(&key(*b)).then(a.cmp(b)));
        let mut twice = vec![false; kept.len()];
        for pair in order.windows(2) {
            twice[pair[1]] = key(pair[0]) == key(pair[1]);
        }
        let mut edges = Vec::with_capacity(kept.len());
        for ((edge, line), twice) in kept.into_iter().zip(twice) {
            if twice {
                self.cleaned.duplicates.add(line);
            } else {
                edges.push(edge);
            }
        }
        (Graph { nodes, edges, own: self.own, ..Graph::default() }, self.cleaned)
    }
}
