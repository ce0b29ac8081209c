//! The log with saves that happened and saves that did not, with damage at every byte, and when it grows.

use chrono::DateTime;

use super::*;
use crate::edit::{Change, Diff, Label, Transaction};
use crate::model::{Circle, Id, Place};

/// A book that is edited and saved; the state after save `n` has the id `n`.
struct Saved {
    _folder: tempfile::TempDir,
    path: PathBuf,
    log: UndoLog,
    book: Book,
    history: History,
    state: Option<u64>,
}

impl Saved {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = UndoLog::path_of(&folder.path().join("book.ron"));
        let (log, history) = UndoLog::open(path.clone(), &Book::default(), None, None);
        Self { _folder: folder, path, log, book: Book::default(), history, state: None }
    }

    fn add(&mut self, id: u128, name: &str) {
        let id = Id::new(id);
        let before = self.book.circles.get(&id).cloned();
        let after = Some(Arc::new(Circle { id, name: name.to_owned(), ..Circle::default() }));
        let changes = vec![Change::from(Diff { id, before, after })];
        let transaction = Transaction { label: Label::AddCircle(name.to_owned()), changes };
        transaction.apply(&mut self.book);
        self.history.push(transaction, None, DateTime::default());
    }

    fn undo(&mut self) {
        self.history.undo().unwrap().apply(&mut self.book);
    }

    fn save(&mut self, state: u64) {
        self.log.append(state, self.state, &self.history.take_entries()).unwrap();
        self.state = Some(state);
    }

    fn read(&self) -> History {
        UndoLog::open(self.path.clone(), &self.book, self.state, None).1
    }

    fn restart(&mut self) {
        (self.log, self.history) = UndoLog::open(self.path.clone(), &self.book, self.state, None);
    }
}

/// Three saves with four steps, one of them taken back.
fn three_saves() -> Saved {
    let mut saved = Saved::new();
    saved.add(1, "Go");
    saved.add(2, "Choir");
    saved.save(1);
    saved.add(3, "Chess");
    saved.save(2);
    saved.add(4, "Tea");
    saved.undo();
    saved.save(3);
    saved
}

fn names(history: &History) -> Vec<String> {
    let mut history = history.clone();
    let mut names = Vec::new();
    while let Some(step) = history.undo() {
        let Label::AddCircle(name) = step.label else { panic!("{step:?}") };
        names.push(name);
    }
    names
}

#[test]
fn undo_and_redo_are_there_after_a_restart_and_go_on() {
    let mut saved = three_saves();
    saved.restart();
    assert_eq!(names(&saved.history), ["Chess", "Choir", "Go"]);
    assert_eq!(saved.history.redo_label(), Some(&Label::AddCircle("Tea".to_owned())));
    saved.undo();
    saved.undo();
    saved.save(4);
    saved.restart();
    assert_eq!(names(&saved.history), ["Go"]);
    saved.undo();
    assert!(saved.book.is_empty());
}

#[test]
fn a_save_without_steps_does_not_end_the_history() {
    let mut saved = three_saves();
    let place = Place { id: Id::new(9), ..Place::default() };
    let change = Change::Place(Diff { id: Id::new(9), before: None, after: Some(Arc::new(place)) });
    change.apply(&mut saved.book);
    saved.save(4);
    assert_eq!(names(&saved.read()), ["Chess", "Choir", "Go"]);
}

#[test]
fn a_save_that_never_happened_leaves_nothing_in_the_history() {
    let mut saved = three_saves();
    // Written down, but the power went before the book was saved.
    saved.log.append(99, Some(3), &[Entry::Undo, Entry::Undo]).unwrap();
    assert_eq!(names(&saved.read()), ["Chess", "Choir", "Go"]);
    // Or the disk was full, and the next attempt had the same steps and more.
    saved.add(5, "Tennis");
    let waiting = saved.history.take_entries();
    saved.log.append(98, Some(3), &waiting).unwrap();
    saved.add(6, "Wine");
    let both = [waiting, saved.history.take_entries()].concat();
    saved.log.append(4, Some(3), &both).unwrap();
    saved.log.append(4, Some(3), &both).unwrap();
    saved.state = Some(4);
    assert_eq!(names(&saved.read()), ["Wine", "Tennis", "Chess", "Choir", "Go"]);
}

#[test]
fn a_state_that_the_log_does_not_know_has_no_history_and_begins_a_new_one() {
    let mut saved = three_saves();
    saved.state = Some(77);
    saved.restart();
    assert!(saved.history.is_empty());
    saved.add(7, "Jazz");
    saved.save(78);
    assert_eq!(names(&saved.read()), ["Jazz"]);
    saved.state = None;
    assert!(saved.read().is_empty());
}

#[test]
fn no_damage_gives_a_history_that_does_not_fit() {
    let saved = three_saves();
    let whole = names(&saved.history);
    let text = fs::read(&saved.path).unwrap();
    let check = |bytes: &[u8], what: &str| {
        fs::write(&saved.path, bytes).unwrap();
        let (mut log, history) = UndoLog::open(saved.path.clone(), &saved.book, saved.state, None);
        assert!(whole.starts_with(&names(&history)), "{what}: {:?}", names(&history));
        let (mut book, mut history) = (saved.book.clone(), history);
        let steps = history.len();
        while history.undo().map(|step| step.apply(&mut book)).is_some() {}
        assert_eq!(book.circles.len(), saved.book.circles.len() - steps, "{what}");
        // What comes after is kept, whatever stands before it.
        log.append(4, Some(3), &saved.history.to_entries()).unwrap();
        let again = UndoLog::open(saved.path.clone(), &saved.book, Some(4), None).1;
        assert!(names(&again).starts_with(&whole), "{what}");
    };
    for end in 0..text.len() {
        check(&text[..end], &format!("cut at {end}"));
    }
    for at in 0..text.len() {
        let mut damaged = text.clone();
        damaged[at] ^= 1 << (at % 8);
        check(&damaged, &format!("a bit of byte {at}"));
    }
    check(&vec![0; text.len()], "zeros");
    check(&[b"// cardloom undo log 2: newer\n", &*text].concat(), "another version");
}

#[test]
fn every_flipped_bit_is_noticed() {
    let saved = three_saves();
    let text = fs::read_to_string(&saved.path).unwrap();
    let last = text.lines().last().unwrap();
    assert_eq!(Line::parse(last).map(|line| line.state), Some(3));
    for at in 0..last.len() {
        for bit in 0..7 {
            let mut damaged = last.as_bytes().to_vec();
            damaged[at] ^= 1 << bit;
            let damaged = String::from_utf8(damaged).unwrap();
            assert_eq!(Line::parse(&damaged), None, "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn a_step_that_is_too_large_is_not_written_and_ends_the_history() {
    let mut saved = three_saves();
    saved.add(5, &"x".repeat(LARGEST_STEP));
    saved.add(6, "Wine");
    saved.save(4);
    assert!(fs::metadata(&saved.path).unwrap().len() < 4096);
    assert_eq!(names(&saved.read()), ["Wine"]);
    saved.undo();
    saved.undo();
    saved.undo();
    saved.save(5);
    let history = saved.read();
    assert_eq!((history.is_empty(), history.redo_label()), (true, None));
}

#[test]
fn the_file_stays_small_and_keeps_the_newest_steps() {
    let mut saved = Saved::new();
    let long = "x".repeat(LARGEST_STEP / 4);
    let mut largest = 0;
    for number in 1..20 {
        saved.add(1, &format!("{number} {long}"));
        saved.save(number);
        largest = largest.max(fs::metadata(&saved.path).unwrap().len());
    }
    assert!(largest < DUE + (KEPT as u64), "{largest}");
    saved.restart();
    assert!((2..=4).contains(&saved.history.len()), "{}", saved.history.len());
    saved.add(2, "Go");
    saved.save(20);
    assert!(fs::metadata(&saved.path).unwrap().len() <= KEPT as u64);
    assert!(names(&saved.read()).len() >= 2);
}

#[test]
fn what_is_no_log_is_set_aside_and_nothing_waits_for_it() {
    let mut saved = Saved::new();
    fs::create_dir_all(&saved.path).unwrap();
    saved.restart();
    saved.add(1, "Go");
    saved.save(1);
    assert_eq!(names(&saved.read()), ["Go"]);
    assert!(saved.path.with_extension("log.set-aside").is_dir());
}

#[test]
fn the_history_of_a_private_book_cannot_be_read_by_others() {
    #[derive(Debug)]
    struct Backwards;
    impl Seal for Backwards {
        fn seal(&self, text: &str) -> io::Result<String> {
            Ok(text.chars().rev().collect())
        }
        fn unseal(&self, line: &str) -> Option<String> {
            Some(line.chars().rev().collect())
        }
    }
    let mut saved = three_saves();
    let open = |saved: &Saved, seal| UndoLog::open(saved.path.clone(), &saved.book, saved.state, seal);
    saved.log.reseal(3, Some(Arc::new(Backwards))).unwrap();
    saved.add(5, "Wine");
    saved.save(4);
    let text = fs::read_to_string(&saved.path).unwrap();
    assert!(!text.contains("Chess") && !text.contains("Wine"), "{text}");
    let names_then = ["Wine", "Chess", "Choir", "Go"];
    assert_eq!(names(&open(&saved, Some(Arc::new(Backwards))).1), names_then);
    assert!(open(&saved, None).1.is_empty());
    saved.log.reseal(4, None).unwrap();
    assert_eq!(names(&open(&saved, None).1), names_then);
}
