//! The saving thread, with a disk that obeys the test.

use std::sync::mpsc::{Receiver, Sender, channel};

use super::*;
use crate::model::{Header, Id};

/// Longer than any test: nothing is written but on demand.
const NEVER: Timing = Timing { quiet: Duration::from_secs(3600), latest: Duration::from_secs(3600) };
const AT_ONCE: Timing = Timing { quiet: Duration::ZERO, latest: Duration::ZERO };
const LONG: Duration = Duration::from_secs(60);

fn book(number: u128) -> Book {
    Book { header: Arc::new(Header { id: Id::new(number), ..Header::default() }), ..Book::default() }
}

fn submission(number: u128) -> Submission {
    let revision = u64::try_from(number).unwrap();
    Submission { book: book(number), revision, ..Submission::default() }
}

/// A disk that says what it is asked to write and waits for its orders.
struct Disk {
    asked: Receiver<u128>,
    orders: Sender<Result<(), SaveProblem>>,
}

fn start(timing: Timing) -> (Autosave, Disk) {
    let (ask, asked) = channel();
    let (orders, obey) = channel();
    let writer: Writer = Box::new(move |book| {
        ask.send(book.header.id.value()).expect("the test listens");
        let order: Result<(), SaveProblem> = obey.recv().expect("the test gives an order");
        order.map_err(|problem| SaveError::new(std::path::Path::new("x"), problem, ""))
    });
    let saving = Autosave::with_writer(PathBuf::from("x"), writer, 0, timing, Box::new(|| ())).unwrap();
    (saving, Disk { asked, orders })
}

impl Disk {
    fn expect(&self, number: u128) {
        assert_eq!(self.asked.recv_timeout(LONG), Ok(number));
    }

    fn order(&self, result: Result<(), SaveProblem>) {
        self.orders.send(result).unwrap();
    }
}

#[test]
fn saved_is_said_only_after_the_writer_returned() {
    let (saving, disk) = start(AT_ONCE);
    assert!(saving.is_saved());
    saving.submit(submission(1));
    assert!(!saving.is_saved());
    disk.expect(1);
    assert_eq!(saving.status(), SaveStatus { state: SaveState::Saving, saved_revision: 0 });
    disk.order(Ok(()));
    assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 1 });
}

#[test]
fn the_newest_snapshot_takes_the_place_of_those_that_wait() {
    let (saving, disk) = start(AT_ONCE);
    saving.submit(submission(1));
    disk.expect(1);
    for number in 2..100 {
        saving.submit(submission(number));
    }
    disk.order(Ok(()));
    disk.expect(99);
    disk.order(Ok(()));
    assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 99 });
    assert!(disk.asked.try_recv().is_err());
}

#[test]
fn typing_is_not_written_until_it_rests() {
    let (saving, disk) = start(NEVER);
    saving.submit(submission(1));
    saving.submit(submission(2));
    assert_eq!(saving.status().state, SaveState::Waiting);
    disk.order(Ok(()));
    assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 2 });
    assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [2]);
}

#[test]
fn an_edit_does_not_wait_for_quiet_longer_than_the_limit() {
    let (saving, disk) = start(Timing { latest: Duration::ZERO, ..NEVER });
    saving.submit(submission(1));
    disk.expect(1);
    disk.order(Ok(()));
    let usual = Timing::default();
    assert!(usual.quiet <= usual.latest && usual.latest < Duration::from_secs(1));
    drop(saving);
}

#[test]
fn a_failed_save_keeps_the_changes_and_succeeds_when_tried_again() {
    let (saving, disk) = start(AT_ONCE);
    saving.submit(submission(1));
    disk.expect(1);
    disk.order(Err(SaveProblem::DiskFull));
    // A retry that comes while the save is running is one more attempt, so wait for the failure first.
    while !matches!(saving.status().state, SaveState::Failed(_)) {
        std::thread::yield_now();
    }
    assert_eq!(saving.status().saved_revision, 0);
    disk.order(Err(SaveProblem::DiskFull));
    assert!(
        matches!(saving.flush(LONG).state, SaveState::Failed(error) if error.problem == SaveProblem::DiskFull)
    );
    saving.retry();
    disk.order(Ok(()));
    assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 1 });
    assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn a_panic_while_saving_is_a_failure_and_the_thread_lives_on() {
    let mut rounds = 0;
    let writer: Writer = Box::new(move |_| {
        rounds += 1;
        assert!(rounds > 1, "the first save goes wrong");
        Ok(())
    });
    let saving = Autosave::with_writer(PathBuf::from("x"), writer, 0, NEVER, Box::new(|| ())).unwrap();
    saving.submit(submission(1));
    let SaveState::Failed(error) = saving.flush(LONG).state else { panic!("it must fail") };
    assert_eq!((error.problem, error.detail.as_str()), (SaveProblem::Internal, "the first save goes wrong"));
    assert_eq!(saving.flush(LONG).state, SaveState::Saved);
}

#[test]
fn closing_writes_what_is_waiting() {
    let (saving, disk) = start(NEVER);
    saving.submit(submission(1));
    disk.order(Ok(()));
    drop(saving);
    assert_eq!(disk.asked.try_iter().collect::<Vec<_>>(), [1]);
}

#[test]
fn waiting_for_a_slow_disk_ends() {
    let (saving, disk) = start(AT_ONCE);
    saving.submit(submission(1));
    disk.expect(1);
    assert_eq!(saving.flush(Duration::ZERO).state, SaveState::Saving);
    disk.order(Ok(()));
}

/// A book with these people and nothing else.
fn people(names: &[&str]) -> Book {
    use crate::model::{Circle, InBook as _};
    let mut book = Book::default();
    for (number, name) in names.iter().enumerate() {
        let id = Id::new(number as u128 + 1);
        Circle::table_mut(&mut book)
            .insert(id, Arc::new(Circle { id, name: (*name).to_owned(), ..Circle::default() }));
    }
    book
}

fn arrival(from: &Book, to: &Book) -> Arrival {
    Arrival {
        from: from.clone(),
        to: to.clone(),
        report: crate::edit::merge::MergeReport::default(),
        unsaved: false,
    }
}

#[test]
fn a_snapshot_that_lacks_an_arrival_says_since_when() {
    let mut inner = Inner::new(0, &Plain(Box::new(|_| Ok(()))));
    let snapshot = |has: u64| {
        let now = Instant::now();
        let (book, entries, wishes) = (Book::default(), Vec::new(), Wishes::default());
        Snapshot { book, revision: 1, at: DateTime::default(), entries, wishes, has, first: now, last: now }
    };
    let [a, b, c, d] = ["a", "b", "c", "d"].map(|name| people(&[name]));
    assert_eq!(inner.lacks_since(&snapshot(0)), None);
    // Two that nobody took become one: the session is still where it was before both.
    inner.arrive(arrival(&a, &b), false);
    inner.arrive(arrival(&b, &c), false);
    assert_eq!(inner.lacks_since(&snapshot(0)), Some(a.clone()));
    let taken = inner.arrival.take().unwrap();
    assert_eq!((inner.arrived, &taken.from, &taken.to), (2, &a, &c));
    // A snapshot made before it was taken lacks it still, one made after has it.
    assert_eq!(inner.lacks_since(&snapshot(0)), Some(a.clone()));
    inner.arrive(arrival(&c, &d), false);
    assert_eq!(inner.lacks_since(&snapshot(0)), Some(a));
    assert_eq!(inner.lacks_since(&snapshot(2)), Some(c));
    assert_eq!(inner.lacks_since(&snapshot(3)), None);
    // One that a save brings begins at the snapshot that was saved.
    let (saved, both) = (people(&["saved"]), people(&["saved", "theirs"]));
    inner.arrive(arrival(&saved, &both), true);
    assert_eq!(inner.arrival.as_ref().unwrap().from, saved);
    assert_eq!(inner.lacks_since(&snapshot(3)), Some(saved));
}

#[test]
fn the_first_edit_gives_the_time_to_prepare_and_polling_is_rarer_when_the_system_tells() {
    let mut inner = Inner::new(0, &Plain(Box::new(|_| Ok(()))));
    let timing = Timing::default();
    let start = Instant::now();
    let (book, entries, wishes) = (Book::default(), Vec::new(), Wishes::default());
    inner.waiting = Some(Snapshot {
        book,
        revision: 1,
        at: DateTime::default(),
        entries,
        wishes,
        has: 0,
        first: start,
        last: start,
    });
    assert!(matches!(inner.next(&timing, start), (None, Some(Task::Prepare))));
    let (wait, None) = inner.next(&timing, start) else { panic!("it is not due") };
    assert_eq!(wait, Some(timing.quiet));
    assert!(matches!(inner.next(&timing, start + timing.quiet), (None, Some(Task::Save(..)))));

    // Nothing waits: only what other programs do is left to look for, if anybody wants to know.
    inner.saving = false;
    assert!(matches!(inner.next(&timing, start), (None, None)));
    inner.looked_last = Some(start);
    let mut pause = |watch| {
        inner.watch = watch;
        inner.next(&timing, start).0.unwrap()
    };
    let (told, polling) = (pause(Watching::Told), pause(Watching::Polling));
    assert!(polling < told, "{polling:?} {told:?}");
    inner.access = Access::ReadOnly(crate::store::ReadOnly::Backup(PathBuf::new()));
    inner.watch = Watching::Told;
    assert_eq!(
        inner.next(&timing, start).0,
        Some(polling),
        "the holder may have been killed, of which nobody tells"
    );
}

#[test]
fn a_failed_save_keeps_what_else_was_to_happen() {
    let rounds = Arc::new(Mutex::new(Vec::new()));
    struct Recorder(Arc<Mutex<Vec<(Wishes, usize)>>>);
    impl super::Disk for Recorder {
        fn save(&mut self, request: &Request) -> Outcome {
            let mut rounds = self.0.lock().unwrap();
            rounds.push((request.wishes.clone(), request.entries.len()));
            let full = SaveError::new(std::path::Path::new("x"), SaveProblem::DiskFull, "");
            let result = if rounds.len() == 1 { Err(full) } else { Ok(()) };
            Outcome { result, arrival: None, no_backup: None }
        }
        fn look(&mut self, _patience: bool) -> Looked {
            Looked::default()
        }
        fn access(&self) -> Access {
            Access::Writable
        }
        fn replace_unreadable(&mut self) {}
        fn origin(&self) -> Origin {
            Origin::default()
        }
        fn places(&self) -> Option<Places> {
            None
        }
    }
    let disk = Box::new(Recorder(Arc::clone(&rounds)));
    let saving = Autosave::with_disk(PathBuf::from("x"), disk, 0, NEVER, Box::new(|| ())).unwrap();
    let wishes = Wishes { keep_before: true, put_away: vec![PathBuf::from("copy")], ..Wishes::default() };
    let entries = vec![Entry::Undo];
    saving.submit(Submission { wishes: wishes.clone(), entries: entries.clone(), ..submission(1) });
    assert!(matches!(saving.flush(LONG).state, SaveState::Failed(_)));
    saving.submit(Submission { entries, ..submission(2) });
    assert_eq!(saving.flush(LONG).state, SaveState::Saved);
    assert_eq!(*rounds.lock().unwrap(), [(wishes.clone(), 1), (wishes, 2)]);
}

#[test]
fn what_a_failed_save_found_comes_to_where_the_session_is() {
    /// Finds something new at every look and every save, and can write nothing.
    struct Restless(u128);
    impl Restless {
        fn find(&mut self) -> Arrival {
            self.0 += 1;
            arrival(&book(self.0 - 1), &book(self.0))
        }
    }
    impl super::Disk for Restless {
        fn save(&mut self, _request: &Request) -> Outcome {
            let busy = SaveError::new(std::path::Path::new("x"), SaveProblem::Other, "");
            Outcome { result: Err(busy), arrival: Some(self.find()), no_backup: None }
        }
        fn look(&mut self, _patience: bool) -> Looked {
            Looked { arrival: Some(self.find()), ..Looked::default() }
        }
        fn access(&self) -> Access {
            Access::Writable
        }
        fn replace_unreadable(&mut self) {}
        fn origin(&self) -> Origin {
            Origin::default()
        }
        fn places(&self) -> Option<Places> {
            None
        }
    }
    let saving =
        Autosave::with_disk(PathBuf::from("x"), Box::new(Restless(0)), 0, NEVER, Box::new(|| ())).unwrap();
    saving.look(LONG);
    saving.submit(submission(100));
    assert!(matches!(saving.flush(LONG).state, SaveState::Failed(_)));
    // Both came while the session stood at the first state: what the first one brought was not removed there.
    let (number, both) = saving.take_arrival().unwrap();
    assert_eq!((number, both.from, both.to), (2, book(0), book(2)));
}

#[test]
fn a_panic_while_the_watch_begins_costs_the_watch_and_no_edit() {
    struct Unwatchable;
    impl super::Disk for Unwatchable {
        fn save(&mut self, _request: &Request) -> Outcome {
            Outcome { result: Ok(()), arrival: None, no_backup: None }
        }
        fn look(&mut self, _patience: bool) -> Looked {
            Looked::default()
        }
        fn access(&self) -> Access {
            Access::Writable
        }
        fn replace_unreadable(&mut self) {}
        fn origin(&self) -> Origin {
            Origin::default()
        }
        fn places(&self) -> Option<Places> {
            panic!("as the system's watch does when no thread is left")
        }
    }
    let saving =
        Autosave::with_disk(PathBuf::from("x"), Box::new(Unwatchable), 0, NEVER, Box::new(|| ())).unwrap();
    saving.watch();
    saving.submit(submission(1));
    assert_eq!(saving.flush(LONG), SaveStatus { state: SaveState::Saved, saved_revision: 1 });
}
