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
