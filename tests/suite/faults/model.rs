//! A disk as pessimistic as the rules allow: what was not synced may be gone, half there, zeros, or whole.
//!
//! [`Disk`] plays back what strace saw of a program. Content of a file is safe once the file was synced; a name (made,
//! linked, renamed, removed) is safe once its folder was synced; until then each of them may or may not have happened,
//! independent of all others. [`Disk::crashes`] lists what a power cut may leave behind.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

/// All files of a folder after a power cut.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The playing back of one folder.
pub struct Disk {
    folder: PathBuf,
    inodes: Vec<Inode>,
    /// The names that are safe.
    safe: BTreeMap<PathBuf, usize>,
    /// The names as the program sees them.
    now: BTreeMap<PathBuf, usize>,
    /// What happened to names since their folder was synced, in order.
    pending: Vec<Change>,
    open: BTreeMap<u64, Open>,
    /// What was written to standard output.
    pub said: String,
    /// Writes into a file that carries the name of the book or of a backup: never allowed.
    pub in_place: Vec<String>,
}

#[derive(Default, Clone)]
struct Inode {
    now: Vec<u8>,
    safe: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Name(PathBuf, usize),
    Rename(PathBuf, PathBuf, usize),
    Exchange((PathBuf, usize), (PathBuf, usize)),
    Remove(PathBuf),
    Folder(PathBuf),
}

#[derive(Clone, Copy)]
struct Open {
    inode: usize,
    at: usize,
    append: bool,
}

/// One call of the program, as strace wrote it.
pub struct Call<'a> {
    name: &'a str,
    arguments: &'a str,
    returned: i64,
}

/// Reads a trace made with `-f -y -xx`; calls that were interrupted by those of other threads are put together again,
/// at the place where they ended.
pub fn calls(trace: &str) -> Vec<String> {
    let mut begun: BTreeMap<&str, &str> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in trace.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(start) = rest.strip_suffix("<unfinished ...>") {
            begun.insert(thread, start.trim_end());
        } else if let Some((_, end)) =
            rest.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>"))
        {
            if let Some(start) = begun.remove(thread) {
                calls.push(format!("{start}{end}"));
            }
        } else {
            calls.push(rest.to_owned());
        }
    }
    calls
}

impl<'a> Call<'a> {
    /// Takes a line apart; nothing for signals and ends of processes, and for calls that failed.
    pub fn parse(line: &'a str) -> Option<Self> {
        let (name, rest) = line.split_once('(')?;
        let (arguments, result) = rest.rsplit_once(" = ")?;
        let digits = result.split(|c: char| c != '-' && !c.is_ascii_digit()).next()?;
        let returned = digits.parse().ok()?;
        let whole = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        (whole && returned >= 0).then_some(Self { name, arguments: arguments.trim_end(), returned })
    }

    /// The texts between quotes, decoded.
    fn texts(&self) -> Vec<Vec<u8>> {
        self.arguments.split('"').skip(1).step_by(2).map(decode).collect()
    }

    fn paths(&self) -> Vec<PathBuf> {
        self.texts().into_iter().map(path_of).collect()
    }

    /// The descriptors among the arguments with their paths.
    fn descriptors(&self) -> Vec<(u64, PathBuf)> {
        let mut found = Vec::new();
        for part in self.arguments.split(", ") {
            let part = part.trim_start_matches('(');
            if let Some((number, path)) = part.split_once('<')
                && let Ok(number) = number.parse()
            {
                found.push((number, path_of(decode(path.trim_end_matches(['>', ')'])))));
            }
        }
        found
    }

    fn last_number(&self) -> usize {
        self.arguments.trim_end_matches(')').rsplit(", ").next().and_then(|n| n.parse().ok()).unwrap_or(0)
    }
}

fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4);
    for part in text.split("\\x") {
        if let Some(byte) = part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
        }
    }
    bytes
}

fn path_of(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    std::ffi::OsString::from_vec(bytes).into()
}

impl Disk {
    /// The folder as it is, everything safe.
    pub fn new(folder: &Path) -> Self {
        let mut disk = Self {
            folder: folder.to_owned(),
            inodes: Vec::new(),
            safe: BTreeMap::new(),
            now: BTreeMap::new(),
            pending: Vec::new(),
            open: BTreeMap::new(),
            said: String::new(),
            in_place: Vec::new(),
        };
        let mut known = BTreeMap::new();
        for path in super::rig::files_below(folder) {
            let found = fs::metadata(&path).unwrap();
            let inode = *known.entry(found.ino()).or_insert_with(|| {
                let bytes = fs::read(&path).unwrap();
                disk.inodes.push(Inode { now: bytes.clone(), safe: bytes });
                disk.inodes.len() - 1
            });
            disk.safe.insert(path, inode);
        }
        disk.now.clone_from(&disk.safe);
        disk
    }

    /// Plays one call back.
    pub fn play(&mut self, call: &Call<'_>) {
        let descriptor = call.descriptors().into_iter().find(|(_, path)| path != Path::new(""));
        match call.name {
            "open" | "openat" | "creat" => self.opened(call),
            "write" | "writev" | "pwrite64" | "pwritev" => {
                let bytes: Vec<u8> = call.texts().concat();
                let bytes = &bytes[..bytes.len().min(usize::try_from(call.returned).unwrap())];
                if call.arguments.starts_with("1<") {
                    self.said.push_str(&String::from_utf8_lossy(bytes));
                } else if let Some((number, path)) = descriptor {
                    let at = call.name.starts_with('p').then(|| call.last_number());
                    self.written(number, &path, at, bytes);
                }
            }
            "copy_file_range" | "sendfile" => {
                let both = call.descriptors();
                let (from, to) = if call.name == "sendfile" { (1, 0) } else { (0, 1) };
                let count = usize::try_from(call.returned).unwrap();
                let (Some(from), Some(to)) = (both.get(from), both.get(to)) else { return };
                let Some(open) = self.open.get_mut(&from.0) else { return };
                let bytes: Vec<u8> =
                    self.inodes[open.inode].now.iter().skip(open.at).take(count).copied().collect();
                open.at += bytes.len();
                self.written(to.0, &to.1, None, &bytes);
            }
            "lseek" => {
                if let Some(open) = descriptor.and_then(|(number, _)| self.open.get_mut(&number)) {
                    open.at = usize::try_from(call.returned).unwrap();
                }
            }
            "ftruncate" => {
                if let Some((number, path)) = descriptor
                    && let Some(inode) = self.inode(number, &path)
                {
                    self.note_in_place(inode, "ftruncate");
                    self.inodes[inode].now.resize(call.last_number(), 0);
                }
            }
            "fsync" | "fdatasync" => {
                let Some((number, path)) = descriptor else { return };
                match self.inode(number, &path) {
                    Some(inode) => self.inodes[inode].safe = self.inodes[inode].now.clone(),
                    None => self.folder_synced(&path),
                }
            }
            "close" => {
                if let Some((number, _)) = descriptor {
                    self.open.remove(&number);
                }
            }
            "link" | "linkat" => {
                // By a descriptor (O_TMPFILE) or by name.
                let paths = call.paths();
                let Some(to) = paths.last().cloned() else { return };
                if let Some(inode) = paths.first().and_then(|from| self.now.get(from).copied()) {
                    self.change(Change::Name(to, inode));
                }
            }
            "rename" | "renameat" | "renameat2" => {
                let paths = call.paths();
                let [from, to] = &paths[..] else { return };
                let Some(inode) = self.now.get(from).copied() else { return };
                if call.arguments.contains("RENAME_EXCHANGE") {
                    if let Some(other) = self.now.get(to).copied() {
                        self.change(Change::Exchange((from.clone(), other), (to.clone(), inode)));
                    }
                } else {
                    self.change(Change::Rename(from.clone(), to.clone(), inode));
                }
            }
            "unlink" | "unlinkat" => {
                if let Some(path) = call.paths().pop() {
                    self.change(Change::Remove(path));
                }
            }
            "mkdir" | "mkdirat" => {
                if let Some(path) = call.paths().pop() {
                    self.change(Change::Folder(path));
                }
            }
            _ => {}
        }
    }

    fn opened(&mut self, call: &Call<'_>) {
        let Some(path) = call.paths().pop() else { return };
        if !path.starts_with(&self.folder) {
            return;
        }
        let number = u64::try_from(call.returned).unwrap();
        self.open.remove(&number);
        let known = self.now.get(&path).copied();
        if known.is_none() && !call.arguments.contains("O_CREAT") {
            return;
        }
        let inode = known.unwrap_or_else(|| {
            self.inodes.push(Inode::default());
            self.change(Change::Name(path.clone(), self.inodes.len() - 1));
            self.inodes.len() - 1
        });
        if call.arguments.contains("O_TRUNC") {
            self.note_in_place(inode, "O_TRUNC");
            self.inodes[inode].now.clear();
        }
        self.open.insert(number, Open { inode, at: 0, append: call.arguments.contains("O_APPEND") });
    }

    fn inode(&self, number: u64, path: &Path) -> Option<usize> {
        // What was opened before the trace began is known by its path.
        let by_path = || self.now.get(path).copied();
        self.open.get(&number).map(|open| open.inode).or_else(by_path)
    }

    fn written(&mut self, number: u64, path: &Path, at: Option<usize>, bytes: &[u8]) {
        let Some(inode) = self.inode(number, path) else { return };
        self.note_in_place(inode, "write");
        let end = self.inodes[inode].now.len();
        let open = self.open.entry(number).or_insert(Open { inode, at: end, append: true });
        let begin = match at {
            Some(at) => at,
            None if open.append => end,
            None => open.at,
        };
        if at.is_none() {
            open.at = begin + bytes.len();
        }
        let now = &mut self.inodes[inode].now;
        now.resize(now.len().max(begin + bytes.len()), 0);
        now[begin..begin + bytes.len()].copy_from_slice(bytes);
    }

    fn note_in_place(&mut self, inode: usize, what: &str) {
        let named = self.now.iter().filter(|(_, named)| **named == inode);
        for (path, _) in named.filter(|(path, _)| is_state(path)) {
            self.in_place.push(format!("{what} into {}", path.display()));
        }
    }

    fn change(&mut self, change: Change) {
        apply(&mut self.now, &change);
        self.pending.push(change);
    }

    fn folder_synced(&mut self, folder: &Path) {
        let here = |change: &Change| match change {
            Change::Name(path, _)
            | Change::Rename(_, path, _)
            | Change::Exchange(_, (path, _))
            | Change::Remove(path)
            | Change::Folder(path) => path.parent() == Some(folder),
        };
        for change in self.pending.extract_if(.., |change| here(change)) {
            if !matches!(change, Change::Folder(_)) {
                apply(&mut self.safe, &change);
            }
        }
    }

    /// Calls `visit` with everything that a power cut at this moment may leave; `most` limits how many unsafe names
    /// are combined freely, beyond which only the typical combinations are tried.
    pub fn crashes(&self, most: usize, visit: &mut dyn FnMut(Files)) {
        for kept in subsets(self.pending.len(), most) {
            let mut names = self.safe.clone();
            let mut lost_folders = BTreeSet::new();
            for (change, kept) in self.pending.iter().zip(&kept) {
                match change {
                    Change::Folder(path) if !kept => drop(lost_folders.insert(path)),
                    _ if *kept => apply(&mut names, change),
                    _ => {}
                }
            }
            names.retain(|path, _| !lost_folders.iter().any(|folder| path.starts_with(folder)));
            let unsafe_inodes: BTreeSet<usize> = names
                .values()
                .copied()
                .filter(|inode| self.inodes[*inode].now != self.inodes[*inode].safe)
                .collect();
            let unsafe_inodes: Vec<usize> = unsafe_inodes.into_iter().collect();
            for fate in fates(unsafe_inodes.len()) {
                let file = |inode: usize| {
                    let found = unsafe_inodes.iter().position(|other| *other == inode);
                    found.map_or_else(
                        || self.inodes[inode].safe.clone(),
                        |at| self.inodes[inode].after(fate[at]),
                    )
                };
                visit(names.iter().map(|(path, inode)| (path.clone(), file(*inode))).collect());
            }
        }
    }
}

/// Whether a file holds a state of the book.
fn is_state(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name == "book.ron"
        || name.ends_with(".ron.bak")
        || (name.ends_with(".ron") && name.as_bytes()[0].is_ascii_digit())
}

fn apply(names: &mut BTreeMap<PathBuf, usize>, change: &Change) {
    match change {
        Change::Name(path, inode) => drop(names.insert(path.clone(), *inode)),
        Change::Rename(from, to, inode) => {
            // Two names of one file: the system leaves both as they are.
            if names.get(to) == Some(inode) && names.get(from) == Some(inode) && from != to {
                return;
            }
            if names.get(from) == Some(inode) {
                names.remove(from);
            }
            names.insert(to.clone(), *inode);
        }
        Change::Exchange(one, other) => {
            for (path, inode) in [one, other] {
                names.insert(path.clone(), *inode);
            }
        }
        Change::Remove(path) => drop(names.remove(path)),
        Change::Folder(_) => {}
    }
}

/// What becomes of content that was not synced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Whole,
    Old,
    Empty,
    Half,
    Zeros,
}

impl Inode {
    fn after(&self, fate: Fate) -> Vec<u8> {
        match fate {
            Fate::Whole => self.now.clone(),
            Fate::Old => self.safe.clone(),
            Fate::Empty => Vec::new(),
            Fate::Half => self.now[..self.now.len() / 2].to_vec(),
            Fate::Zeros => vec![0; self.now.len()],
        }
    }
}

/// Every combination for up to two files, the same fate for all of more.
fn fates(count: usize) -> Vec<Vec<Fate>> {
    let all = [Fate::Whole, Fate::Old, Fate::Empty, Fate::Half, Fate::Zeros];
    match count {
        0 => vec![Vec::new()],
        2 => all.iter().flat_map(|a| all.iter().map(|b| vec![*a, *b])).collect(),
        _ => all.iter().map(|fate| vec![*fate; count]).collect(),
    }
}

/// Which of so many changes are kept.
fn subsets(count: usize, most: usize) -> Vec<Vec<bool>> {
    if count <= most {
        return (0..1_u32 << count).map(|bits| (0..count).map(|at| bits >> at & 1 == 1).collect()).collect();
    }
    let mut sets: BTreeSet<Vec<bool>> = BTreeSet::new();
    for one in 0..=count {
        sets.insert((0..count).map(|at| at < one).collect());
        sets.insert((0..count).map(|at| at >= one).collect());
        sets.insert((0..count).map(|at| at == one).collect());
        sets.insert((0..count).map(|at| at != one).collect());
    }
    // The newest changes are those that matter: all combinations of them, with all or none of the older ones.
    for bits in 0..1_u32 << most {
        for older in [false, true] {
            sets.insert(
                (0..count)
                    .map(|at| if at + most < count { older } else { bits >> (count - 1 - at) & 1 == 1 })
                    .collect(),
            );
        }
    }
    sets.into_iter().collect()
}
