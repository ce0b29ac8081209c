//! strace on the threads of a driver: to see which calls a save makes, and to break one of them.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use super::rig::{Driver, PATIENCE, skip};

/// Every call that changes what is on a disk, or decides whether it lasts.
pub const WRITING: &str = "openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,copy_file_range,sendfile,ftruncate,truncate,\
fallocate,fsync,fdatasync,sync_file_range,syncfs,link,linkat,symlink,symlinkat,rename,renameat,renameat2,unlink,unlinkat,rmdir,\
mkdir,mkdirat,chmod,fchmod,fchmodat,fchown,fchownat,utimensat,close,flock";

/// Whether faults can be injected here; says so if not. Under `CI` they must.
pub fn can_trace() -> bool {
    static CAN: OnceLock<Result<(), String>> = OnceLock::new();
    let can = CAN.get_or_init(|| {
        // One that changes what the call answers: also an old strace, or a system that forbids tracing, is found out.
        let tried = Command::new("strace")
            .args([
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=chdir",
                "-e",
                "inject=chdir:error=ENOSPC",
                "sh",
                "-c",
            ])
            .arg("! cd / 2>/dev/null")
            .stderr(Stdio::null())
            .status();
        match tried {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err("this strace, or this system, does not let faults be injected".to_owned()),
            Err(error) => Err(format!("strace cannot be started: {error}")),
        }
    });
    if let Err(why) = can {
        assert!(std::env::var_os("CI").is_none(), "under CI faults must be injected: {why}");
        skip(why);
    }
    can.is_ok()
}

/// strace, attached to threads of a driver.
pub struct Strace {
    child: Child,
    folder: TempDir,
}

impl Drop for Strace {
    fn drop(&mut self) {
        self.let_go();
    }
}

impl Strace {
    /// Attaches to the threads that save, not to the one that answers; returns when it watches all of them.
    pub fn on_workers(driver: &Driver, options: &[&str]) -> Self {
        Self::attach(&driver.workers(), options)
    }

    /// Attaches to all threads of a driver.
    pub fn on_all(driver: &Driver, options: &[&str]) -> Self {
        let mut threads = driver.workers();
        threads.push(driver.process());
        Self::attach(&threads, options)
    }

    fn attach(threads: &[u32], options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = Command::new("strace");
        command.arg("-qq").args(options).arg("-o").arg(folder.path().join("trace"));
        for thread in threads {
            command.arg("-p").arg(thread.to_string());
        }
        let child = command.stderr(Stdio::null()).spawn().expect("strace was tried before");
        let mut strace = Self { child, folder };
        let end = Instant::now() + PATIENCE;
        while !threads.iter().all(|thread| strace.watches(*thread)) {
            let ended = strace.child.try_wait().expect("a child");
            assert!(
                Instant::now() < end && ended.is_none(),
                "strace could not attach to {threads:?}: {options:?}"
            );
            std::thread::sleep(Duration::from_millis(1));
        }
        strace
    }

    fn watches(&self, thread: u32) -> bool {
        let status = fs::read_to_string(format!("/proc/{thread}/status")).unwrap_or_default();
        let tracer = status.lines().find_map(|line| line.strip_prefix("TracerPid:"));
        tracer.is_some_and(|tracer| tracer.trim() == self.child.id().to_string())
    }

    /// Asks strace to let the threads go. Killed, it would leave them in the middle of a stop, and of a thread that is
    /// just stopping the whole process dies by SIGTRAP.
    fn let_go(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_none())
            && let Some(process) = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw)
        {
            kill_process(process, Signal::INT).ok();
            self.child.wait().ok();
        }
    }

    /// Lets the threads go and returns what was seen.
    pub fn detach(mut self) -> String {
        self.let_go();
        fs::read(self.path()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default()
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("trace")
    }
}

/// Counts the calls in a trace by name and thread; returns for each name how often the busiest thread makes it.
pub fn counts(trace: &str) -> Vec<(String, usize)> {
    let mut counts: std::collections::BTreeMap<(String, &str), usize> = std::collections::BTreeMap::new();
    for line in trace.lines() {
        let mut words = line.split_ascii_whitespace();
        let (Some(thread), Some(call)) = (words.next(), words.next()) else { continue };
        if let Some((name, _)) = call.split_once('(')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        {
            *counts.entry((name.to_owned(), thread)).or_default() += 1;
        }
    }
    let mut most: Vec<(String, usize)> = Vec::new();
    for ((name, _), count) in counts {
        match most.last_mut() {
            Some((last, most)) if *last == name => *most = count.max(*most),
            _ => most.push((name, count)),
        }
    }
    most
}
