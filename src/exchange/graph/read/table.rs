//! Tables: with a first row that names the columns (CSV of Kumu, Gephi, spreadsheets), or two columns of ends (edge
//! lists).

use super::super::Form;
use super::build::Builder;
use super::facts::{EdgeFacts, plain};
use super::{LineCount, Unread};

/// Columns that are read.
const MOST_COLUMNS: usize = 200;

/// Whether the first lines of a text are a table with ends.
pub(super) fn is_table(head: &str) -> bool {
    let Some(first) = head.lines().find(|line| !is_remark(line)) else { return false };
    let separator = separator(first);
    let names: Vec<String> = first.split(separator).map(plain).collect();
    ends(&names).is_some()
}

fn is_remark(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with(['#', '%'])
}

/// What stands between the columns: of the usual signs the most frequent one, else white space.
fn separator(line: &str) -> char {
    let count = |sign: char| line.matches(sign).count();
    let best = ['\t', ',', ';', '|'].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(',');
    if count(best) == 0 { ' ' } else { best }
}

/// The columns of the two ends.
fn ends(names: &[String]) -> Option<(usize, usize)> {
    let find = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
    let from = find(&["source", "from", "von", "quelle", "差出", "元", "person1", "a"])?;
    let to = find(&["target", "to", "an", "nach", "ziel", "宛先", "先", "person2", "b"])?;
    (from != to).then_some((from, to))
}

pub(super) fn read(text: &str, ending: &str, to: &mut Builder<'_>) -> Result<(), Unread> {
    to.implicit = true;
    let Some(first) = text.lines().find(|line| !is_remark(line)) else { return Err(Unread::Empty) };
    let separator = separator(first);
    if separator == ' ' {
        return edge_list(text, to);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator as u8)
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    if !next(&mut reader, &mut record, to)? {
        return Err(Unread::Empty);
    }
    let names: Vec<String> = record.iter().take(MOST_COLUMNS).map(plain).collect();
    let (columns, has_head) = match ends(&names) {
        Some(columns) => (columns, true),
        // A table of something else is no network because it has two columns.
        None if matches!(ending, "edgelist" | "edges" | "txt" | "tsv") && names.len() >= 2 => ((0, 1), false),
        None => return Err(Unread::NoEnds),
    };
    let find = |wanted: &str| names.iter().position(|name| has_head && name == wanted);
    let keys = (find("sourceid"), find("targetid"));
    to.own = [keys.0, keys.1, find("record"), find("subject")].iter().all(Option::is_some);
    let at =
        |record: &csv::StringRecord, column: usize| record.get(column).unwrap_or_default().trim().to_owned();
    if !has_head {
        take(&record, &[], columns, (None, None), at, to)?;
    }
    let mut rows = 0_usize;
    while next(&mut reader, &mut record, to)? {
        rows += 1;
        if rows.is_multiple_of(4096) {
            to.done(reader.position().byte())?;
        }
        take(&record, if has_head { &names } else { &[] }, columns, keys, at, to)?;
    }
    Ok(())
}

fn next(
    reader: &mut csv::Reader<&[u8]>,
    record: &mut csv::StringRecord,
    to: &Builder<'_>,
) -> Result<bool, Unread> {
    let line = u32::try_from(reader.position().line()).unwrap_or(u32::MAX);
    reader.read_record(record).map_err(|_error| to.broken(line))
}

/// Takes one row.
fn take(
    record: &csv::StringRecord,
    names: &[String],
    (from, end): (usize, usize),
    keys: (Option<usize>, Option<usize>),
    at: impl Fn(&csv::StringRecord, usize) -> String,
    to: &mut Builder<'_>,
) -> Result<(), Unread> {
    let line = record.position().map_or(0, |place| u32::try_from(place.line()).unwrap_or(u32::MAX));
    let (source, target) = (at(record, from), at(record, end));
    if source.is_empty() && target.is_empty() {
        return Ok(());
    }
    if source.is_empty() || target.is_empty() {
        to.cleaned.nameless.add(line);
        return Ok(());
    }
    let key = |column: Option<usize>| column.map(|column| at(record, column)).filter(|key| !key.is_empty());
    let mut end_of = |name: &str, key: Option<String>| -> Result<u32, Unread> {
        let node = to.define(key.as_deref().unwrap_or(name))?;
        if to.node(node).name.is_empty() {
            to.node(node).name = super::facts::tidy(name);
        }
        Ok(node)
    };
    let (a, b) = (end_of(&source, key(keys.0))?, end_of(&target, key(keys.1))?);
    // `from` names both an end and, in other tables, a day; here it is an end.
    let mut facts = EdgeFacts::new(true);
    for (column, name) in names.iter().enumerate() {
        if column != from && column != end {
            facts.fact(to, name, record.get(column).unwrap_or_default(), line);
        }
    }
    debug_assert_eq!(to.form, Form::Edges);
    to.edge(facts.between(a, b), line)
}

/// Lines of two words and perhaps more, as networkx writes them.
fn edge_list(text: &str, to: &mut Builder<'_>) -> Result<(), Unread> {
    let mut lines = LineCount::new(text);
    let mut at = 0;
    for row in text.split_inclusive('\n') {
        let line = lines.at(at);
        at += row.len();
        if line.is_multiple_of(4096) {
            to.done(at as u64)?;
        }
        if is_remark(row) {
            continue;
        }
        let mut words = row.split_whitespace();
        let (Some(source), Some(target)) = (words.next(), words.next()) else {
            // A node alone, as in adjacency lists.
            to.cleaned.nameless.add(line);
            continue;
        };
        if at == row.len() && ends(&[plain(source), plain(target)]).is_some() {
            continue;
        }
        let (from, end) = (to.define(source)?, to.define(target)?);
        to.edge(EdgeFacts::new(false).between(from, end), line)?;
    }
    Ok(())
}
