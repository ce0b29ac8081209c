//! Tests of the lanes and of the intake. Nothing here sleeps: channels say when a thread has come so far.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Wake, Waker};
use std::time::{Duration, Instant};

use super::intake::*;
use super::progress::Throttle;
use super::*;
use crate::scan::{Format, Limits, ScanError, samples};

/// A job that says when it runs and then waits for the gate to open.
fn blocker(jobs: &Jobs<u32>, lane: Lane) -> (JobId, Receiver<()>, Sender<()>) {
    let (started, has_started) = channel();
    let (open, gate) = channel::<()>();
    let id = jobs.spawn(JobSpec::new(lane, "blocker"), move |_| {
        started.send(()).unwrap();
        assert!(gate.recv().is_err(), "the gate opens by being dropped");
        Ok(0)
    });
    (id, has_started, open)
}

fn all<O: Send>(jobs: &Jobs<O>) -> Vec<Outcome<O>> {
    std::iter::from_fn(|| jobs.next_outcome()).collect()
}

fn done(outcomes: &[Outcome<u32>]) -> Vec<u32> {
    outcomes
        .iter()
        .filter_map(|o| if let Outcome::Done(_, value) = o { Some(*value) } else { None })
        .collect()
}

#[test]
fn outcomes_come_from_the_thread_of_the_lane() {
    let jobs = Jobs::start(Waker::noop().clone()).unwrap();
    let id = jobs.spawn(JobSpec::new(Lane::Disk, "Save"), |_| {
        Ok(std::thread::current().name().unwrap_or_default().to_owned())
    });
    assert_eq!(jobs.next_outcome(), Some(Outcome::Done(id, "cardloom-disk".to_owned())));
    assert!(jobs.is_idle() && jobs.next_outcome().is_none());
}

#[test]
fn the_disk_lane_keeps_the_order_of_asking_whatever_the_priority() {
    let jobs = Jobs::inline();
    for (value, priority) in [(1, Priority::Background), (2, Priority::Visible), (3, Priority::Normal)] {
        jobs.spawn(JobSpec::new(Lane::Disk, "Save").priority(priority), move |_| Ok(value));
    }
    assert_eq!(done(&all(&jobs)), [1, 2, 3]);
}

#[test]
fn pictures_in_sight_come_first_and_the_newest_before_older_ones() {
    let jobs = Jobs::inline();
    let spec = |priority| JobSpec::new(Lane::Decode, "Picture").priority(priority);
    jobs.spawn(spec(Priority::Background), |_| Ok(1));
    jobs.spawn(spec(Priority::Visible), |_| Ok(2));
    let raised = jobs.spawn(spec(Priority::Normal), |_| Ok(3));
    jobs.spawn(spec(Priority::Normal), |_| Ok(4));
    jobs.spawn(spec(Priority::Visible), |_| Ok(5));
    jobs.raise(raised, Priority::Visible);
    assert_eq!(done(&all(&jobs)), [3, 5, 2, 4, 1]);
}

#[test]
fn the_same_picture_asked_twice_is_made_once() {
    let jobs = Jobs::inline();
    let first = jobs.spawn(JobSpec::new(Lane::Decode, "Picture").once("hash 1"), |_| Ok(1));
    jobs.spawn(JobSpec::new(Lane::Decode, "Picture").once("hash 2"), |_| Ok(2));
    let again = jobs.spawn(JobSpec::new(Lane::Decode, "Picture").once("hash 1"), |_| Ok(9));
    assert_eq!(first, again);
    // Asking again also brings it to the front.
    assert_eq!(done(&all(&jobs)), [1, 2]);
    let later = jobs.spawn(JobSpec::new(Lane::Decode, "Picture").once("hash 1"), |_| Ok(3));
    assert_ne!(first, later);
    assert_eq!(done(&all(&jobs)), [3]);
}

#[test]
fn the_latest_search_wins() {
    let jobs = Jobs::inline();
    let old = jobs.spawn(JobSpec::new(Lane::Layout, "Search").latest("search"), |_| Ok(1));
    let new = jobs.spawn(JobSpec::new(Lane::Layout, "Search").latest("search"), |_| Ok(2));
    assert_eq!(all(&jobs), [Outcome::Cancelled(old), Outcome::Done(new, 2)]);
}

#[test]
fn a_running_job_is_told_when_a_later_one_replaces_it() {
    let jobs = Jobs::start(Waker::noop().clone()).unwrap();
    let (started, has_started) = channel();
    let (open, gate) = channel::<()>();
    let old = jobs.spawn(JobSpec::new(Lane::Layout, "Layout").latest("layout"), move |progress| {
        started.send(()).unwrap();
        assert!(gate.recv().is_err(), "the gate opens by being dropped");
        progress.set(1, 2)?;
        Ok(1)
    });
    has_started.recv().unwrap();
    let new = jobs.spawn(JobSpec::new(Lane::Layout, "Layout").latest("layout"), |_| Ok(2));
    drop(open);
    assert_eq!(all(&jobs), [Outcome::Cancelled(old), Outcome::Done(new, 2)]);
}

#[test]
fn a_cancelled_job_is_not_joined() {
    let jobs = Jobs::inline();
    let first = jobs.spawn(JobSpec::new(Lane::Decode, "Picture").once("hash"), |_| Ok(1));
    jobs.cancel(first);
    let second = jobs.spawn(JobSpec::new(Lane::Decode, "Picture").once("hash"), |_| Ok(2));
    assert_eq!(all(&jobs), [Outcome::Cancelled(first), Outcome::Done(second, 2)]);
}

#[test]
fn a_waiting_job_is_cancelled_at_once_and_never_runs() {
    let jobs = Jobs::start(Waker::noop().clone()).unwrap();
    let (first, has_started, open) = blocker(&jobs, Lane::Files);
    has_started.recv().unwrap();
    let second = jobs.spawn(JobSpec::new(Lane::Files, "never"), |_| panic!("ran although cancelled"));
    jobs.cancel(second);
    assert_eq!(jobs.next_outcome(), Some(Outcome::Cancelled(second)));
    drop(open);
    assert_eq!(all(&jobs), [Outcome::Done(first, 0)]);
}

#[test]
fn a_panic_becomes_a_failed_job_and_the_lane_lives_on() {
    let jobs: Jobs<u32> = Jobs::start(Waker::noop().clone()).unwrap();
    let bad = jobs.spawn(JobSpec::new(Lane::Decode, "bad"), |_| panic!("odd picture {}", 7));
    assert_eq!(jobs.next_outcome(), Some(Outcome::Failed(bad, "odd picture 7".to_owned())));
    let good = jobs.spawn(JobSpec::new(Lane::Decode, "good"), |_| Ok(1));
    assert_eq!(jobs.next_outcome(), Some(Outcome::Done(good, 1)));
}

#[test]
fn every_job_gives_exactly_one_outcome() {
    let mut jobs = Jobs::inline();
    let mut ids = Vec::new();
    // 600 pictures are more than the lane holds: the oldest are dropped and said to be cancelled.
    for at in 0..600 {
        ids.push(jobs.spawn(JobSpec::new(Lane::Decode, "Picture"), move |_| Ok(at)));
    }
    assert_eq!(jobs.active().len(), Lane::Decode.capacity());
    let mut outcomes = jobs.drain();
    assert_eq!(outcomes.iter().map(Outcome::id).collect::<Vec<_>>(), ids[..600 - Lane::Decode.capacity()]);
    ids.push(jobs.spawn(JobSpec::new(Lane::Files, "panics"), |_| panic!("on purpose")));
    let ran = jobs.next_outcome();
    assert!(matches!(ran, Some(Outcome::Failed(..))));
    outcomes.extend(ran);
    ids.push(jobs.spawn(JobSpec::new(Lane::Layout, "replaced").latest("key"), |_| Ok(0)));
    ids.push(jobs.spawn(JobSpec::new(Lane::Layout, "replaces").latest("key"), |_| Ok(0)));
    jobs.shutdown();
    ids.push(jobs.spawn(JobSpec::new(Lane::Disk, "too late"), |_| Ok(0)));
    outcomes.extend(all(&jobs));
    let mut ended: Vec<JobId> = outcomes.iter().map(Outcome::id).collect();
    ended.sort();
    assert_eq!(ended, ids);
}

#[test]
fn shutdown_finishes_the_disk_and_cancels_the_rest() {
    let mut jobs = Jobs::start(Waker::noop().clone()).unwrap();
    let (first, disk_started, open_disk) = blocker(&jobs, Lane::Disk);
    disk_started.recv().unwrap();
    let save = jobs.spawn(JobSpec::new(Lane::Disk, "Save"), |progress| {
        progress.set(1, 1)?;
        Ok(7)
    });
    let (started, has_started) = channel();
    let (cancelled, gate) = channel::<()>();
    let running = jobs.spawn(JobSpec::new(Lane::Files, "Import"), move |progress| {
        started.send(()).unwrap();
        // Runs until it is cancelled: shutdown must ask it to stop, or this test never ends.
        while progress.set(0, 0).is_ok() {
            std::thread::yield_now();
        }
        drop(cancelled);
        Err(Cancelled)
    });
    has_started.recv().unwrap();
    let waiting = jobs.spawn(JobSpec::new(Lane::Files, "Import"), |_| Ok(1));
    let opener = std::thread::spawn(move || {
        // The disk goes on only after the shutdown has reached the other lane.
        assert!(gate.recv().is_err(), "the gate opens by being dropped");
        drop(open_disk);
    });
    jobs.shutdown();
    opener.join().unwrap();
    let outcomes = jobs.drain();
    assert_eq!(done(&outcomes), [0, 7]);
    assert!(
        outcomes.contains(&Outcome::Cancelled(running)) && outcomes.contains(&Outcome::Cancelled(waiting))
    );
    assert_eq!(outcomes.len(), 4);
    assert!(outcomes.iter().any(|o| o.id() == first) && outcomes.iter().any(|o| o.id() == save));
}

#[test]
fn a_job_may_spawn_jobs() {
    let jobs = Jobs::start(Waker::noop().clone()).unwrap();
    let spawner = jobs.spawner();
    jobs.spawn(JobSpec::new(Lane::Files, "Folder"), move |_| {
        spawner.spawn(JobSpec::new(Lane::Files, "File"), |_| Ok(2));
        Ok(1)
    });
    assert_eq!(done(&all(&jobs)), [1, 2]);
}

struct Count(AtomicUsize);

impl Wake for Count {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn an_outcome_wakes_the_window_and_reports_do_so_rarely() {
    let count = Arc::new(Count(AtomicUsize::new(0)));
    let mut jobs = Jobs::start(Waker::from(Arc::clone(&count))).unwrap();
    let began = Instant::now();
    jobs.spawn(JobSpec::new(Lane::Disk, "Save"), |progress| {
        for done in 0..10_000 {
            progress.set(done, 10_000)?;
        }
        Ok(1)
    });
    assert_eq!(done(&all(&jobs)), [1]);
    jobs.shutdown();
    let wakes = count.0.load(Ordering::SeqCst);
    let most = 2 + usize::try_from(began.elapsed().as_millis() / 100).unwrap();
    assert!((2..=most).contains(&wakes), "{wakes} wakes, at most {most}");
}

#[test]
fn the_throttle_lets_one_through_every_tenth_of_a_second() {
    let (mut throttle, start) = (Throttle::default(), Instant::now());
    let passed: Vec<u64> =
        (0..350).step_by(10).filter(|ms| throttle.allows(start + Duration::from_millis(*ms))).collect();
    assert_eq!(passed, [0, 100, 200, 300]);
}

#[test]
fn the_panel_sees_label_and_numbers_of_what_runs_and_waits() {
    let jobs = Jobs::start(Waker::noop().clone()).unwrap();
    let (started, has_started) = channel();
    let (open, gate) = channel::<()>();
    let first = jobs.spawn(JobSpec::new(Lane::Files, "Reading 12 cards"), move |progress| {
        progress.set(3, 12)?;
        started.send(()).unwrap();
        assert!(gate.recv().is_err(), "the gate opens by being dropped");
        Ok(1)
    });
    has_started.recv().unwrap();
    let second = jobs.spawn(JobSpec::new(Lane::Files, "Exporting"), |_| Ok(2));
    let line = |id, label: &str, done, total, running| Active {
        id,
        lane: Lane::Files,
        label: label.to_owned(),
        done,
        total,
        running,
    };
    assert_eq!(
        jobs.active(),
        [line(first, "Reading 12 cards", 3, 12, true), line(second, "Exporting", 0, 0, false)]
    );
    drop(open);
    assert_eq!(done(&all(&jobs)), [1, 2]);
    assert!(jobs.active().is_empty());
}

// The intake

fn read(source: &Source) -> Result<Intake, IntakeError> {
    read_card_image(source, &Limits::default(), &Progress::unwatched())
}

#[test]
fn an_intake_keeps_the_original_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let upright = samples::quarters(1_820, 1_100);
    let jpeg = samples::encode(samples::stored_for(&upright, 6), Format::Jpeg);
    let bytes = samples::with_exif_orientation(&jpeg, 6);
    // The name lies about the format; the content decides.
    let path = folder.path().join("Aiko\u{202E} Tanaka.png");
    std::fs::write(&path, &bytes).unwrap();
    let intake = read(&Source::File(path.clone())).unwrap();
    assert_eq!(intake.bytes[..], bytes[..]);
    assert_eq!(intake.hash, *blake3::hash(&bytes).as_bytes());
    assert_eq!((intake.facts.format, intake.facts.orientation), (Format::Jpeg, 6));
    assert_eq!(intake.name, "Aiko Tanaka.png");
    let sizes: Vec<_> = intake.thumbnails.sizes().map(|(_, image)| image.dimensions()).collect();
    assert_eq!(sizes, [(227, 137), (455, 275), (910, 550)], "half of it, and halved");
    assert_eq!(std::fs::read(path).unwrap(), bytes);
}

#[test]
fn what_is_wrong_with_a_file_is_said_precisely() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Source::File(path)
    };
    let key = |source: &Source| read(source).map(drop).unwrap_err().key();
    assert_eq!(key(&write("empty.jpg", b"")), Some("import-scan-empty"));
    assert_eq!(key(&write("letter.jpg", b"Dear Aiko")), Some("import-scan-not-an-image"));
    assert_eq!(key(&Source::File(folder.path().join("gone.jpg"))), Some("import-file-not-found"));
    let tight = Limits { max_bytes: 8, ..Limits::default() };
    let long = write("long.jpg", &[0xFF; 9]);
    let refused = read_card_image(&long, &tight, &Progress::unwatched());
    assert!(matches!(refused, Err(IntakeError::Scan(ScanError::TooManyBytes { bytes: 9, limit: 8 }))));
}

#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(read(&Source::File(folder.path().to_path_buf())), Err(IntakeError::NotAFile)));
    #[cfg(unix)]
    {
        assert!(matches!(read(&Source::File(PathBuf::from("/dev/zero"))), Err(IntakeError::NotAFile)));
        let pipe = folder.path().join("pipe.jpg");
        // Without the tool there is no pipe to test with; the device above has shown the rule.
        if std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()) {
            assert!(matches!(read(&Source::File(pipe)), Err(IntakeError::NotAFile)));
        }
    }
}

#[test]
fn a_cancelled_intake_stops() {
    let source = Source::Bytes {
        name: "x".to_owned(),
        bytes: samples::encode(samples::quarters(8, 8), Format::Png).into(),
    };
    let progress = Progress::unwatched();
    progress.token().cancel();
    let stopped = read_card_image(&source, &Limits::default(), &progress);
    assert!(matches!(stopped, Err(IntakeError::Cancelled(Cancelled))));
    assert!(read(&source).is_ok());
}

#[test]
fn names_are_tidied_for_the_screen() {
    let check = |raw: &str, expected: &str| assert_eq!(display_name(raw), expected, "{raw:?}");
    check("card.jpg", "card.jpg");
    check("田中 愛子.jpg", "田中 愛子.jpg");
    check("fe\u{301}lix.png", "félix.png");
    check("photo\u{202E}gpj.exe", "photogpj.exe");
    check("two\nlines\t.png\0", "two lines .png");
    check("\u{2066}\u{FEFF}", "");
    let long = display_name(&format!("{}.jpeg", "名".repeat(400)));
    assert_eq!(long.chars().count(), MAX_NAME_CHARS);
    assert!(long.ends_with("名….jpeg"));
    assert_eq!(display_name(&"x".repeat(201)).chars().count(), MAX_NAME_CHARS);
}

#[test]
fn a_folder_gives_its_pictures_in_the_order_of_their_names() {
    let folder = tempfile::tempdir().unwrap();
    let png = samples::encode(samples::quarters(8, 8), Format::Png);
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("inner")).unwrap();
    for name in ["scan 10.png", "scan 2.png", "Scan 1.png", "no ending", "inner/a.png", ".hidden.png"] {
        std::fs::write(at(name), &png).unwrap();
    }
    for name in ["notes.txt", "broken.jpg"] {
        std::fs::write(at(name), b"text").unwrap();
    }
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path(), at("inner/loop")).unwrap();
    let found = expand(&[folder.path().to_path_buf()], &Progress::unwatched()).unwrap();
    let expected =
        ["broken.jpg", "inner/a.png", "no ending", "Scan 1.png", "scan 2.png", "scan 10.png"].map(at);
    assert_eq!(found.files, expected);
    assert_eq!((found.skipped, found.cut), (if cfg!(unix) { 2 } else { 1 }, false));
    let few = expand_up_to(&[folder.path().to_path_buf()], 2, &Progress::unwatched()).unwrap();
    assert_eq!((few.files.len(), few.cut), (2, true));
    let named = expand(&[at("notes.txt"), at("gone")], &Progress::unwatched()).unwrap();
    assert_eq!(named.files, [at("notes.txt"), at("gone")]);
}

#[test]
fn every_intake_error_has_its_words() {
    let errors = [
        IntakeError::NotFound,
        IntakeError::NotAFile,
        IntakeError::NoPermission,
        IntakeError::Read(std::io::Error::other("x")),
    ];
    for words in [
        include_str!("../../assets/locales/en/import.ftl"),
        include_str!("../../assets/locales/ja/import.ftl"),
        include_str!("../../assets/locales/de/import.ftl"),
    ] {
        for error in &errors {
            let head = format!("{} =", error.key().unwrap());
            assert_eq!(words.lines().filter(|line| line.starts_with(&head)).count(), 1, "{head}");
        }
    }
}
