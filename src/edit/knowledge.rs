//! What people know, offer and look for: noted in passing and dated, who does not fit, and words that mean the same.
//!
//! Owns the days of entries. Must not know how needs are matched ([`crate::index`]). Start reading at [`capture`].
//!
//! Invariant: a day is kept only as long as the entry that it dates
//! (`tests::an_entry_is_dated_when_it_is_written_and_no_longer_than_it_stands`).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::model::*;

use super::{Draft, EditError, Label, name};
use crate::text::tidy::is_blank;

/// One thing that is noted about a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Capture {
    /// What kind of thing.
    pub kind: Captured,
    /// The words.
    pub text: String,
    /// The day on which it was learned.
    pub on: NaiveDate,
}

/// The kinds of things that are noted in passing.
#[derive(Debug, Clone, PartialEq)]
pub enum Captured {
    /// What the person looks for.
    Need,
    /// What the person can do, and how well.
    Expertise(ExpertiseLevel),
    /// What the person offers.
    Offer,
    /// What the person solves for others.
    Problem,
    /// What the person follows with interest.
    Interest,
    /// What the person does in their free time.
    Hobby,
    /// What was found out about their business, and where.
    Research(String),
}

/// Puts one thing at the end of its list. What stands there already is not put in twice: it gets the new day, and a need
/// that was closed is open again.
pub(super) fn capture(draft: &mut Draft, contact: Id<Contact>, capture: Capture) -> Result<Label, EditError> {
    let Capture { kind, text, on } = capture;
    let text = text.trim().to_owned();
    if is_blank(&text) {
        return Err(EditError::TextNeeded("text"));
    }
    draft.get(contact)?;
    let need_id = draft.stamp.fresh();
    let now = draft.stamp.now;
    let same = |known: &str| known.trim() == text;
    draft.update::<Contact>(contact, |contact| {
        let mut dated = true;
        match kind {
            Captured::Need => {
                dated = false;
                match contact.needs.iter_mut().find(|need| same(&need.what)) {
                    Some(need) if need.closed_on.is_some() => {
                        (need.opened_on, need.closed_on) = (Some(on), None);
                    }
                    Some(_) => {}
                    None => contact.needs.push(Need {
                        id: need_id,
                        what: text.clone(),
                        opened_on: Some(on),
                        closed_on: None,
                    }),
                }
            }
            Captured::Expertise(level) => {
                match contact.expertise.iter_mut().find(|entry| same(&entry.what)) {
                    Some(entry) if level != ExpertiseLevel::Unknown => entry.level = level,
                    Some(_) => {}
                    None => contact.expertise.push(Expertise { what: text.clone(), level }),
                }
            }
            Captured::Research(source) => {
                dated = false;
                let note = ResearchNote {
                    text: text.clone(),
                    source: source.trim().to_owned(),
                    researched_on: Some(on),
                };
                // The newest stands first, as the tab shows them.
                if !contact.research.contains(&note) {
                    contact.research.insert(0, note);
                }
            }
            Captured::Offer | Captured::Problem | Captured::Interest | Captured::Hobby => {
                let list = match kind {
                    Captured::Offer => &mut contact.offers,
                    Captured::Problem => &mut contact.problems_solved,
                    Captured::Interest => &mut contact.human.interests,
                    _ => &mut contact.human.hobbies,
                };
                if !list.iter().any(|known| same(known)) {
                    list.push(text.clone());
                }
            }
        }
        if dated {
            contact.noted.retain(|noted| noted.what != text);
            contact.noted.insert(Noted { what: text.clone(), on });
        }
        contact.updated_at = now;
    })?;
    Ok(Label::Capture(name(draft, contact)))
}

/// Says that somebody does not fit a need, or takes that back.
pub(super) fn not_a_fit(
    draft: &mut Draft,
    person: Id<Contact>,
    need: Id<Need>,
    helper: Id<Contact>,
    unfit: bool,
) -> Result<Label, EditError> {
    if person == helper {
        return Err(EditError::SamePerson);
    }
    draft.get(helper)?;
    let (on, now) = (draft.stamp.today, draft.stamp.now);
    draft.get(person)?;
    draft.update::<Contact>(person, |contact| {
        let known = contact.is_no_fit(need, helper);
        if unfit && !known {
            contact.no_fits.insert(NoFit { need, contact: helper, on });
        } else if !unfit {
            contact.no_fits.retain(|it| it.need != need || it.contact != helper);
        }
        // What is left of needs that are gone says nothing.
        let needs = &contact.needs;
        contact.no_fits.retain(|it| needs.iter().any(|need| need.id == it.need));
        if known != unfit {
            contact.updated_at = now;
        }
    })?;
    let names = (name(draft, person), name(draft, helper));
    Ok(if unfit { Label::NotAFit(names.0, names.1) } else { Label::PerhapsAFit(names.0, names.1) })
}

/// Sets the groups of words; a group of fewer than two words says nothing.
pub(super) fn set_synonyms(draft: &mut Draft, groups: BTreeSet<BTreeSet<String>>) -> Label {
    let tidy = |group: BTreeSet<String>| -> BTreeSet<String> {
        let words = group.into_iter().map(|word| word.trim().to_owned());
        words.filter(|word| !word.is_empty()).collect()
    };
    let groups = groups.into_iter().map(tidy).filter(|group| group.len() > 1).collect();
    draft.update_header(|header| header.synonyms = groups);
    Label::SetSynonyms
}

/// Visits the entries that have no day of their own.
fn each_entry<'a>(contact: &'a Contact, mut visit: impl FnMut(&'a str)) {
    contact.expertise.iter().for_each(|entry| visit(entry.what.trim()));
    let lists = [&contact.problems_solved, &contact.offers, &contact.human.interests, &contact.human.hobbies];
    lists.into_iter().flatten().for_each(|entry| visit(entry.trim()));
}

/// Dates what was written into the lists by this edit, and forgets the days of what is gone.
pub(super) fn date_entries(draft: &mut Draft, contact: Id<Contact>) -> Result<(), EditError> {
    let record = draft.get(contact)?;
    let before = draft.original().get(contact);
    let mut old: BTreeSet<&str> = BTreeSet::new();
    if let Some(before) = before {
        each_entry(before, |entry| _ = old.insert(entry));
    }
    let (mut now, mut fresh) = (BTreeSet::new(), Vec::new());
    each_entry(record, |entry| {
        now.insert(entry);
        if !entry.is_empty() && !old.contains(entry) {
            fresh.push(Noted { what: entry.to_owned(), on: draft.stamp.today });
        }
    });
    if fresh.is_empty() && record.noted.iter().all(|noted| now.contains(noted.what.as_str())) {
        return Ok(());
    }
    draft.update::<Contact>(contact, |contact| {
        contact.noted.extend(fresh);
        forget_gone(contact);
    })
}

/// Takes out the days of entries that do not stand in the lists any more.
pub(super) fn forget_gone(contact: &mut Contact) {
    let mut noted = std::mem::take(&mut contact.noted);
    let mut there = BTreeSet::new();
    each_entry(contact, |entry| _ = there.insert(entry));
    noted.retain(|noted| there.contains(noted.what.as_str()));
    contact.noted = noted;
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::{ContactField, Edit, Stamp};

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 10, day).expect("a day")
    }

    fn book() -> Book {
        let mut book = Book::default();
        for (id, given) in [(1, "Mina"), (2, "Jonas")] {
            let contact =
                Contact { id: Id::new(id), name: PersonName::new(given, "Example"), ..Contact::default() };
            Contact::table_mut(&mut book).insert(contact.id, Arc::new(contact));
        }
        book
    }

    fn carry_out(book: &mut Book, on: u32, edit: Edit) -> Result<Label, EditError> {
        let stamp = Stamp::new(chrono::DateTime::default(), day(on), 1000 + u128::from(on));
        let transaction = edit.carry_out(book, stamp)?;
        transaction.apply(book);
        Ok(transaction.label)
    }

    fn mina(book: &Book) -> &Contact {
        &book.contacts[&Id::new(1)]
    }

    fn captured(kind: Captured, text: &str, on: u32) -> Edit {
        let capture = Box::new(Capture { kind, text: text.to_owned(), on: day(on) });
        Edit::Capture { contact: Id::new(1), capture }
    }

    #[test]
    fn an_entry_is_dated_when_it_is_written_and_no_longer_than_it_stands() {
        let mut book = book();
        let offers = |list: &[&str]| {
            let list = list.iter().map(|it| (*it).to_owned()).collect();
            Edit::SetContact { contact: Id::new(1), field: ContactField::Offers(list) }
        };
        carry_out(&mut book, 3, offers(&["sea trials"])).expect("written");
        carry_out(&mut book, 9, offers(&["sea trials", "test rigs"])).expect("written");
        assert_eq!(mina(&book).noted_on("sea trials"), Some(day(3)), "it stood there before");
        assert_eq!(mina(&book).noted_on("test rigs "), Some(day(9)));
        carry_out(&mut book, 10, offers(&["test rigs"])).expect("written");
        assert_eq!(mina(&book).noted.len(), 1);
    }

    #[test]
    fn what_is_captured_stands_in_its_list_once() {
        let mut book = book();
        for on in [3, 5] {
            carry_out(&mut book, on, captured(Captured::Offer, " sea trials ", on)).expect("noted");
            carry_out(&mut book, on, captured(Captured::Need, "thin glass", on)).expect("noted");
            let level = Captured::Expertise(ExpertiseLevel::Expert);
            carry_out(&mut book, on, captured(level, "bearings", on)).expect("noted");
        }
        let mina = mina(&book);
        assert_eq!(mina.offers, ["sea trials"]);
        assert_eq!(mina.noted_on("sea trials"), Some(day(5)), "heard again");
        assert_eq!((mina.needs.len(), mina.needs[0].opened_on), (1, Some(day(3))), "known since then");
        assert_eq!(mina.expertise[0].level, ExpertiseLevel::Expert);
        assert_eq!(
            carry_out(&mut book, 6, captured(Captured::Hobby, "  ", 6)),
            Err(EditError::TextNeeded("text"))
        );
    }

    #[test]
    fn who_does_not_fit_is_noted_once_and_can_be_taken_back() {
        let mut book = book();
        carry_out(&mut book, 3, captured(Captured::Need, "thin glass", 3)).expect("noted");
        let need = mina(&book).needs[0].id;
        let unfit =
            |helper: u128, unfit| Edit::NotAFit { person: Id::new(1), need, helper: Id::new(helper), unfit };
        carry_out(&mut book, 4, unfit(2, true)).expect("noted");
        carry_out(&mut book, 5, unfit(2, true)).expect("noted");
        assert_eq!(mina(&book).no_fits.len(), 1);
        assert!(mina(&book).is_no_fit(need, Id::new(2)));
        assert_eq!(carry_out(&mut book, 5, unfit(1, true)), Err(EditError::SamePerson));
        assert!(carry_out(&mut book, 5, unfit(9, true)).is_err());
        carry_out(&mut book, 6, unfit(2, false)).expect("taken back");
        assert!(mina(&book).no_fits.is_empty());
    }

    #[test]
    fn a_group_of_one_word_says_nothing() {
        let mut book = book();
        let group = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<BTreeSet<_>>();
        let groups = [group(&["", " bearing", "Lager "]), group(&["alone", " "])].into();
        carry_out(&mut book, 3, Edit::SetSynonyms { groups }).expect("set");
        assert_eq!(book.header.synonyms, [group(&["bearing", "Lager"])].into());
    }
}
