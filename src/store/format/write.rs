//! A whole book as text, everything anew. [`super::Keeper`] gives the same with less work.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::unknown::{gather, weave, write_record};
use super::{COMMENT, FIRST_LINE, Origin, StateId, VERSION, footer, options};
use crate::model::{Book, Fragment, Header, InBook, Table, Unknown};

/// Returns the text of a book and the id of the state that it holds.
///
/// Of `origin` the counter and the ancestors are written; its own id follows from the text.
///
/// # Errors
/// None is known: every value of the model has a RON form.
pub fn write(book: &Book, origin: &Origin) -> Result<(String, StateId), ron::Error> {
    // About a kilobyte per contact and its story; one allocation instead of twenty that each copy the rest.
    let mut out = String::with_capacity(4096 + book.len() * 256);
    write_head(book, &mut out)?;
    super::write_tables(book, &mut out)?;
    out.push_str(")\n");
    footer::begin(origin, &mut out);
    let hash = footer::hash(&out);
    footer::end(&hash, &mut out);
    Ok((out, StateId::of(&hash)))
}

/// Writes everything above the first table.
pub(super) fn write_head(book: &Book, out: &mut String) -> Result<(), ron::Error> {
    out.push_str(FIRST_LINE);
    out.push('\n');
    out.push_str(COMMENT);
    out.push_str("\n(version: ");
    out.push_str(&VERSION.to_string());
    out.push_str(",\nheader: ");
    let mut header = options().to_string(&*book.header)?;
    let unknown: Vec<Fragment> =
        book.unknown.of(None).iter().filter(|fragment| !fragment.within.is_empty()).cloned().collect();
    if !unknown.is_empty() {
        let same = |text: &str| options().from_str::<Header>(text).is_ok_and(|read| read == *book.header);
        header = weave(&header, &unknown, 1, &same);
    }
    out.push_str(&header);
    out.push_str(",\n");
    write_others(&book.unknown, "header", out);
    Ok(())
}

pub(super) fn write_table<T>(table: &Table<T>, unknown: &Unknown, out: &mut String) -> Result<(), ron::Error>
where
    T: InBook + Serialize + DeserializeOwned,
{
    if !is_left_out(table) {
        begin_table::<T>(out);
        for record in table.values() {
            write_line(&**record, unknown, out)?;
        }
        end_table(out);
    }
    write_others(unknown, T::TABLE, out);
    Ok(())
}

/// Tables that came after the version of the format was released.
const LATER: &[&str] = &["searches", "templates", "recalls", "trash"];

/// Whether a table is not written: one that came later is only there when something is in it, so that a book that has no
/// use for it stays as an older program wrote it.
pub(super) fn is_left_out<T: InBook>(table: &Table<T>) -> bool {
    table.is_empty() && LATER.contains(&T::TABLE)
}

pub(super) fn begin_table<T: InBook>(out: &mut String) {
    out.push_str(T::TABLE);
    out.push_str(": [\n");
}

pub(super) fn end_table(out: &mut String) {
    out.push_str("],\n");
}

/// Writes the line of one record.
pub(super) fn write_line<T>(record: &T, unknown: &Unknown, out: &mut String) -> Result<(), ron::Error>
where
    T: InBook + Serialize + DeserializeOwned,
{
    let own = unknown.of(Some(T::reference(record.id())));
    let inside = if unknown.is_empty() { Vec::new() } else { record.inside() };
    if inside.is_empty() {
        write_record(record, own, out)?;
    } else {
        write_record(record, &gather(record, own, inside, unknown)?, out)?;
    }
    out.push_str(",\n");
    Ok(())
}

/// Writes the fields beside the tables that this version does not know and that stood behind `after`.
pub(super) fn write_others(unknown: &Unknown, after: &str, out: &mut String) {
    let here = |fragment: &&Fragment| fragment.within.is_empty() && fragment.after == after;
    for fragment in unknown.of(None).iter().filter(here) {
        out.push_str(&fragment.name);
        out.push_str(": ");
        out.push_str(&fragment.value);
        out.push_str(",\n");
    }
}
