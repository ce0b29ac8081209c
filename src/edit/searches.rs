//! Searches that are kept under a name.

use crate::model::{Id, SavedSearch};

use super::{Draft, EditError, Label};

fn check(search: &SavedSearch) -> Result<(), EditError> {
    if search.name.trim().is_empty() {
        Err(EditError::TextNeeded("name"))
    } else if search.query.trim().is_empty() {
        Err(EditError::TextNeeded("query"))
    } else {
        Ok(())
    }
}

pub(super) fn add(draft: &mut Draft, mut search: SavedSearch) -> Result<Label, EditError> {
    check(&search)?;
    search.id = draft.stamp.fresh();
    search.created_at = draft.stamp.now;
    search.updated_at = draft.stamp.now;
    search.order =
        draft.book().searches.values().map(|other| other.order.saturating_add(1)).max().unwrap_or(0);
    let label = Label::AddSearch(search.name.clone());
    draft.put(search);
    Ok(label)
}

pub(super) fn change(draft: &mut Draft, mut search: SavedSearch) -> Result<Label, EditError> {
    check(&search)?;
    draft.get(search.id)?;
    search.updated_at = draft.stamp.now;
    let label = Label::ChangeSearch(search.name.clone());
    draft.put(search);
    Ok(label)
}

/// Puts a search at a place of the list, counted from 0; beyond the end is the end. Only those are written whose place
/// is another one then.
pub(super) fn move_to(draft: &mut Draft, id: Id<SavedSearch>, to: usize) -> Result<Label, EditError> {
    let label = Label::MoveSearch(draft.get(id)?.name.clone());
    let mut ids: Vec<_> = SavedSearch::in_order(draft.book()).into_iter().map(|search| search.id).collect();
    ids.retain(|other| *other != id);
    ids.insert(to.min(ids.len()), id);
    let now = draft.stamp.now;
    for (order, id) in (0..).zip(ids) {
        if draft.get(id)?.order != order {
            draft.update::<SavedSearch>(id, |search| {
                search.order = order;
                search.updated_at = now;
            })?;
        }
    }
    Ok(label)
}

pub(super) fn remove(draft: &mut Draft, id: Id<SavedSearch>) -> Result<Label, EditError> {
    let old = draft.remove::<SavedSearch>(id)?;
    Ok(Label::RemoveSearch(old.name.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, Stamp};
    use crate::model::Book;

    fn carry_out(book: &mut Book, edit: Edit) -> Result<Label, EditError> {
        let first = 1000 * (1 + book.searches.len() as u128);
        let stamp = Stamp::new(chrono::DateTime::default(), chrono::NaiveDate::MIN, first);
        let transaction = edit.carry_out(book, stamp)?;
        transaction.apply(book);
        Ok(transaction.label)
    }

    fn search(name: &str, query: &str) -> Box<SavedSearch> {
        Box::new(SavedSearch { name: name.to_owned(), query: query.to_owned(), ..SavedSearch::default() })
    }

    fn names(book: &Book) -> Vec<&str> {
        SavedSearch::in_order(book).into_iter().map(|search| search.name.as_str()).collect()
    }

    #[test]
    fn a_search_is_moved_without_writing_those_that_stay_where_they_are() {
        let mut book = Book::default();
        for name in ["one", "two", "three", "four"] {
            carry_out(&mut book, Edit::AddSearch { search: search(name, "x") }).expect("added");
        }
        assert_eq!(names(&book), ["one", "two", "three", "four"]);
        let three = SavedSearch::in_order(&book)[2].id;
        let before = book.clone();
        carry_out(&mut book, Edit::MoveSearch { search: three, to: 1 }).expect("moved");
        assert_eq!(names(&book), ["one", "three", "two", "four"]);
        let written = |name: &str| {
            let find = |book: &Book| book.searches.values().find(|search| search.name == name).cloned();
            find(&before) != find(&book)
        };
        assert_eq!(["one", "two", "three", "four"].map(written), [false, true, true, false]);
        carry_out(&mut book, Edit::MoveSearch { search: three, to: 99 }).expect("moved");
        assert_eq!(names(&book), ["one", "two", "four", "three"]);
    }

    #[test]
    fn a_search_needs_a_name_and_something_to_look_for() {
        let mut book = Book::default();
        for (name, query, missing) in [(" ", "x", "name"), ("x", " ", "query")] {
            let refused = carry_out(&mut book, Edit::AddSearch { search: search(name, query) });
            assert_eq!(refused, Err(EditError::TextNeeded(missing)));
        }
        assert!(book.is_empty());
    }
}
