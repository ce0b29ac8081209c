//! The language of Graphviz, as far as it says who is joined to whom.

use std::borrow::Cow;

use super::build::Builder;
use super::facts::{EdgeFacts, node_fact, plain};
use super::{DEEPEST, LineCount, Unread};

/// Whether a text begins as such a file.
pub(super) fn is_dot(head: &str) -> bool {
    let mut lexer = Lexer::new(head);
    let mut word = lexer.next();
    if matches!(&word, Some(Token::Id(text, false)) if text.eq_ignore_ascii_case("strict")) {
        word = lexer.next();
    }
    let Some(Token::Id(text, false)) = word else { return false };
    if !text.eq_ignore_ascii_case("graph") && !text.eq_ignore_ascii_case("digraph") {
        return false;
    }
    match lexer.next() {
        Some(Token::Sign('{')) => true,
        Some(Token::Id(..)) => matches!(lexer.next(), Some(Token::Sign('{'))),
        _ => false,
    }
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
enum Token<'a> {
    /// A name, a number, or a text in quotes; whether it was in quotes.
    Id(Cow<'a, str>, bool),
    /// `--`, or `->` when it points.
    Join(bool),
    /// Anything else.
    Sign(char),
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            let begins_line = self.text[..self.at].ends_with('\n') || self.at == 0;
            let length = if trimmed.starts_with("//") || (begins_line && trimmed.starts_with('#')) {
                memchr::memchr(b'\n', trimmed.as_bytes()).unwrap_or(trimmed.len())
            } else if trimmed.starts_with("/*") {
                trimmed.find("*/").map_or(trimmed.len(), |end| end + 2)
            } else {
                return;
            };
            self.at += length;
        }
    }

    fn next(&mut self) -> Option<Token<'a>> {
        self.skip();
        let rest = self.rest();
        let first = rest.chars().next()?;
        if first == '"' {
            let (text, length) = quoted(rest);
            self.at += length;
            let mut text = text;
            // Texts in quotes can be put together.
            loop {
                let back = self.at;
                self.skip();
                let Some(after) = self.rest().strip_prefix('+') else {
                    self.at = back;
                    break;
                };
                let space = after.len() - after.trim_start().len();
                if !after.trim_start().starts_with('"') {
                    self.at = back;
                    break;
                }
                self.at += 1 + space;
                let (more, length) = quoted(self.rest());
                self.at += length;
                text.push_str(&more);
            }
            return Some(Token::Id(Cow::Owned(text), true));
        }
        if first == '<' {
            let (mut deep, mut length) = (0_usize, rest.len());
            for (place, byte) in rest.bytes().enumerate() {
                match byte {
                    b'<' => deep += 1,
                    b'>' => deep -= 1,
                    _ => {}
                }
                if deep == 0 {
                    length = place + 1;
                    break;
                }
            }
            self.at += length;
            return Some(Token::Id(Cow::Owned(without_tags(&rest[..length])), true));
        }
        if rest.starts_with("--") || rest.starts_with("->") {
            self.at += 2;
            return Some(Token::Join(rest.starts_with("->")));
        }
        let is_name = |sign: char| sign.is_alphanumeric() || sign == '_' || sign > '\u{7F}';
        let number = first == '-' || first == '.';
        if is_name(first) || number {
            let mut length = first.len_utf8();
            length += rest[length..]
                .find(|sign: char| !(is_name(sign) || sign == '.'))
                .unwrap_or(rest.len() - length);
            self.at += length;
            return Some(Token::Id(Cow::Borrowed(&rest[..length]), false));
        }
        self.at += first.len_utf8();
        Some(Token::Sign(first))
    }

    fn peek(&mut self) -> Option<Token<'a>> {
        let at = self.at;
        let token = self.next();
        self.at = at;
        token
    }
}

/// The text in quotes at the beginning of a text, and how long it is there.
fn quoted(text: &str) -> (String, usize) {
    let mut out = String::new();
    let mut signs = text.char_indices().skip(1);
    while let Some((place, sign)) = signs.next() {
        match sign {
            '"' => return (out, place + 1),
            '\\' => match signs.next() {
                Some((_, 'n' | 'l' | 'r')) => out.push('\n'),
                // A line can go on.
                Some((_, '\n')) => {}
                Some((_, sign @ ('"' | '\\'))) => out.push(sign),
                Some((_, sign)) => {
                    out.push('\\');
                    out.push(sign);
                }
                None => break,
            },
            sign => out.push(sign),
        }
    }
    (out, text.len())
}

/// The words of a label in tags.
fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut inside = 0_usize;
    for sign in text.chars() {
        match sign {
            '<' => inside += 1,
            '>' => {
                inside = inside.saturating_sub(1);
                out.push(' ');
            }
            sign if inside == 1 => out.push(sign),
            _ => {}
        }
    }
    out.trim().to_owned()
}

pub(super) fn read(text: &str, to: &mut Builder<'_>) -> Result<(), Unread> {
    to.implicit = true;
    let mut parser =
        Parser { lexer: Lexer::new(text), lines: LineCount::new(text), to, directed: false, steps: 0 };
    let mut word = parser.lexer.next();
    if matches!(&word, Some(Token::Id(text, false)) if text.eq_ignore_ascii_case("strict")) {
        word = parser.lexer.next();
    }
    match word {
        Some(Token::Id(text, false)) if text.eq_ignore_ascii_case("digraph") => parser.directed = true,
        Some(Token::Id(text, false)) if text.eq_ignore_ascii_case("graph") => {}
        _ => return Err(parser.broken()),
    }
    if matches!(parser.lexer.peek(), Some(Token::Id(..))) {
        parser.lexer.next();
    }
    if parser.lexer.next() != Some(Token::Sign('{')) {
        return Err(parser.broken());
    }
    parser.statements(1).map(drop)
}

struct Parser<'a, 'b, 'c> {
    lexer: Lexer<'a>,
    lines: LineCount<'a>,
    to: &'b mut Builder<'c>,
    directed: bool,
    steps: usize,
}

impl Parser<'_, '_, '_> {
    fn line(&mut self) -> u32 {
        self.lines.at(self.lexer.at)
    }

    fn broken(&mut self) -> Unread {
        let line = self.line();
        self.to.broken(line)
    }

    /// Statements up to the closing brace; returns the nodes that they name.
    fn statements(&mut self, depth: usize) -> Result<Vec<u32>, Unread> {
        if depth > DEEPEST {
            let line = self.line();
            return Err(Unread::TooDeep(line));
        }
        let mut named = Vec::new();
        loop {
            self.steps += 1;
            if self.steps.is_multiple_of(4096) {
                self.to.done(self.lexer.at as u64)?;
            }
            match self.lexer.peek() {
                None => return Err(self.broken()),
                Some(Token::Sign('}')) => {
                    self.lexer.next();
                    return Ok(named);
                }
                Some(Token::Sign(';' | ',')) => {
                    self.lexer.next();
                }
                _ => self.statement(depth, &mut named)?,
            }
        }
    }

    fn statement(&mut self, depth: usize, named: &mut Vec<u32>) -> Result<(), Unread> {
        let word = match self.lexer.peek() {
            Some(Token::Id(word, false)) => word.to_ascii_lowercase(),
            _ => String::new(),
        };
        // What holds for all nodes or edges from here on is colours and fonts.
        if ["graph", "node", "edge"].contains(&word.as_str()) {
            let back = self.lexer.at;
            self.lexer.next();
            if self.lexer.peek() == Some(Token::Sign('[')) {
                let attributes = self.attributes()?;
                if word == "graph" {
                    self.about_graph(&attributes);
                }
                return Ok(());
            }
            self.lexer.at = back;
        }
        let mut ends = self.end(depth)?;
        let mut joined: Vec<(Vec<u32>, Vec<u32>, bool)> = Vec::new();
        named.extend(&ends);
        if self.lexer.peek() == Some(Token::Sign('=')) {
            // `name = value` says something about the graph; the name is no node.
            self.lexer.next();
            self.lexer.next();
            return Ok(());
        }
        while let Some(Token::Join(points)) = self.lexer.peek() {
            self.lexer.next();
            let next = self.end(depth)?;
            named.extend(&next);
            joined.push((std::mem::replace(&mut ends, next.clone()), next, points));
        }
        let mut attributes = Vec::new();
        while self.lexer.peek() == Some(Token::Sign('[')) {
            attributes.extend(self.attributes()?);
        }
        let line = self.line();
        if joined.is_empty() {
            for node in ends {
                self.about_node(node, &attributes, line);
            }
            return Ok(());
        }
        for (from, next, points) in joined {
            for a in &from {
                for b in &next {
                    let mut facts = EdgeFacts::new(points && self.directed);
                    for (name, value) in &attributes {
                        if name == "dir" {
                            facts.fact(self.to, "direction", value, line);
                        } else {
                            facts.fact(self.to, name, value, line);
                        }
                    }
                    self.to.edge(facts.between(*a, *b), line)?;
                }
            }
        }
        Ok(())
    }

    /// One end of an edge: a node, or all of a group.
    fn end(&mut self, depth: usize) -> Result<Vec<u32>, Unread> {
        match self.lexer.next() {
            Some(Token::Sign('{')) => self.statements(depth + 1),
            Some(Token::Id(word, false)) if word.eq_ignore_ascii_case("subgraph") => {
                if matches!(self.lexer.peek(), Some(Token::Id(..))) {
                    self.lexer.next();
                }
                if self.lexer.next() != Some(Token::Sign('{')) {
                    return Err(self.broken());
                }
                self.statements(depth + 1)
            }
            Some(Token::Id(key, _)) => {
                // Where at the node an edge begins: `a:north`.
                while self.lexer.peek() == Some(Token::Sign(':')) {
                    self.lexer.next();
                    self.lexer.next();
                }
                if self.lexer.peek() == Some(Token::Sign('=')) {
                    return Ok(Vec::new());
                }
                Ok(vec![self.to.define(&key)?])
            }
            _ => Err(self.broken()),
        }
    }

    /// `[name=value, …]`.
    fn attributes(&mut self) -> Result<Vec<(String, String)>, Unread> {
        let mut found = Vec::new();
        self.lexer.next();
        loop {
            match self.lexer.next() {
                Some(Token::Sign(']')) => return Ok(found),
                Some(Token::Sign(';' | ',')) => {}
                Some(Token::Id(name, _)) => {
                    let mut value = String::from("true");
                    if self.lexer.peek() == Some(Token::Sign('=')) {
                        self.lexer.next();
                        match self.lexer.next() {
                            Some(Token::Id(text, _)) => value = text.into_owned(),
                            _ => return Err(self.broken()),
                        }
                    }
                    if found.len() < 200 {
                        let name = if name == "tooltip" { "label".to_owned() } else { plain(&name) };
                        found.push((name, value));
                    }
                }
                _ => return Err(self.broken()),
            }
        }
    }

    fn about_graph(&mut self, attributes: &[(String, String)]) {
        let creator = crate::exchange::graph::write::CREATOR;
        self.to.own |= attributes.iter().any(|(name, value)| name == "creator" && value == creator);
    }

    fn about_node(&mut self, node: u32, attributes: &[(String, String)], line: u32) {
        for (name, value) in attributes {
            match name.as_str() {
                "pos" => {
                    let mut parts = value.trim_end_matches('!').split(',');
                    for axis in 0..2 {
                        self.to.coordinate(node, axis, parts.next().unwrap_or_default(), line);
                    }
                    self.to.upwards(node);
                }
                // `\N` is the id itself.
                "label" if value == "\\N" => {}
                _ => node_fact(self.to, node, name, value, line),
            }
        }
    }
}
