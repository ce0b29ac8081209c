//! GML (Himsolt 1996), which many network collections use.

use super::build::Builder;
use super::facts::{EdgeFacts, node_fact, plain};
use super::{DEEPEST, LineCount, Unread};

/// Whether a text begins as such a file.
pub(super) fn is_gml(head: &str) -> bool {
    let lines = head.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut words = lines.flat_map(str::split_whitespace);
    let first = words.next().unwrap_or_default();
    match first {
        "graph" => words.next() == Some("["),
        "graph[" => true,
        "Creator" | "Version" | "comment" => head.contains("graph") && head.contains('['),
        _ => false,
    }
}

/// What is open.
enum Open {
    Other,
    Node {
        facts: Vec<(String, String)>,
    },
    Edge {
        facts: Vec<(String, String)>,
    },
    /// Where a node stands.
    Graphics,
}

/// Facts of one node or edge that are kept.
const MOST_FACTS: usize = 200;

pub(super) fn read(text: &str, to: &mut Builder<'_>) -> Result<(), Unread> {
    let mut lines = LineCount::new(text);
    let mut open: Vec<Open> = Vec::new();
    let mut directed = false;
    let mut at = 0;
    let mut key: Option<String> = None;
    let mut steps = 0_usize;
    let mut seen_graph = false;
    while let Some((token, next)) = token(text, at) {
        at = next;
        steps += 1;
        if steps.is_multiple_of(8192) {
            to.done(at as u64)?;
        }
        let line = lines.at(at);
        match (token, key.take()) {
            (Token::Begin, Some(name)) => {
                if open.len() >= DEEPEST {
                    return Err(Unread::TooDeep(line));
                }
                seen_graph |= name == "graph";
                open.push(match name.as_str() {
                    "node" => Open::Node { facts: Vec::new() },
                    "edge" => Open::Edge { facts: Vec::new() },
                    "graphics" if matches!(open.last(), Some(Open::Node { .. })) => Open::Graphics,
                    _ => Open::Other,
                });
            }
            (Token::End, None) => match open.pop() {
                None => return Err(to.broken(line)),
                Some(Open::Node { facts }) => node(facts, to, line)?,
                Some(Open::Edge { facts }) => edge(facts, directed, to, line)?,
                Some(Open::Other | Open::Graphics) => {}
            },
            (Token::Word(name), None) => key = Some(plain(name)),
            (Token::Word(value), Some(name)) => {
                if name == "directed" {
                    directed = value == "1";
                } else {
                    keep(&mut open, name, value.to_owned());
                }
            }
            (Token::Text(value), Some(name)) => keep(&mut open, name, unescaped(value)),
            _ => return Err(to.broken(line)),
        }
    }
    if open.is_empty() && seen_graph {
        Ok(())
    } else {
        let line = lines.at(text.len());
        Err(to.broken(line))
    }
}

fn keep(open: &mut [Open], name: String, value: String) {
    let last = open.len().saturating_sub(1);
    let target = if matches!(open.last(), Some(Open::Graphics)) && ["x", "y"].contains(&name.as_str()) {
        last.saturating_sub(1)
    } else {
        last
    };
    if let Some(Open::Node { facts } | Open::Edge { facts }) = open.get_mut(target)
        && facts.len() < MOST_FACTS
    {
        facts.push((name, value));
    }
}

fn find<'a>(facts: &'a [(String, String)], wanted: &str) -> Option<&'a str> {
    facts.iter().find(|(name, value)| name == wanted && !value.is_empty()).map(|(_, value)| value.as_str())
}

fn node(facts: Vec<(String, String)>, to: &mut Builder<'_>, line: u32) -> Result<(), Unread> {
    let Some(id) = find(&facts, "id").or_else(|| find(&facts, "label")) else {
        to.cleaned.nameless.add(line);
        return Ok(());
    };
    let node = to.define(id)?;
    for (name, value) in &facts {
        node_fact(to, node, name, value, line);
    }
    Ok(())
}

fn edge(facts: Vec<(String, String)>, directed: bool, to: &mut Builder<'_>, line: u32) -> Result<(), Unread> {
    let (Some(source), Some(target)) = (find(&facts, "source"), find(&facts, "target")) else {
        to.cleaned.nameless.add(line);
        return Ok(());
    };
    let (from, end) = (to.named(source)?, to.named(target)?);
    let mut edge = EdgeFacts::new(directed);
    for (name, value) in &facts {
        if name != "source" && name != "target" {
            edge.fact(to, name, value, line);
        }
    }
    to.edge(edge.between(from, end), line)
}

enum Token<'a> {
    Begin,
    End,
    Word(&'a str),
    Text(&'a str),
}

/// The next piece of the text, and where it ends.
fn token(text: &str, mut at: usize) -> Option<(Token<'_>, usize)> {
    loop {
        let rest = &text[at..];
        let trimmed = rest.trim_start();
        at += rest.len() - trimmed.len();
        if !trimmed.starts_with('#') {
            break;
        }
        at += memchr::memchr(b'\n', trimmed.as_bytes()).unwrap_or(trimmed.len());
    }
    let rest = &text[at..];
    match rest.chars().next()? {
        '[' => Some((Token::Begin, at + 1)),
        ']' => Some((Token::End, at + 1)),
        '"' => {
            let length = memchr::memchr(b'"', &rest.as_bytes()[1..]).unwrap_or(rest.len() - 1);
            Some((Token::Text(&rest[1..1 + length]), (at + length + 2).min(text.len())))
        }
        _ => {
            let end = rest.find(|sign: char| sign.is_whitespace() || "[]\"".contains(sign));
            let length = end.unwrap_or(rest.len());
            Some((Token::Word(&rest[..length]), at + length))
        }
    }
}

/// GML writes what is not ASCII as references of XML.
fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}
