//! Reads Rust sources for the tidy tests: what is code, what is a text, what is a comment.

use std::path::{Path, PathBuf};

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns all files below a folder of the project with this ending, in order of their paths.
pub fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A string literal.
pub struct Text {
    /// Where its first quote stands.
    pub start: usize,
    /// What stands between the quotes.
    pub value: String,
}

/// A source file taken apart.
pub struct Source {
    /// The path from the folder of the project, with `/`.
    pub path: String,
    /// The file as it is.
    pub raw: String,
    /// The file with blanks for comments and for what stands between quotes; positions are the same.
    pub code: String,
    /// The file is compiled for tests only: its `mod` line says `#[cfg(test)]`.
    pub test_only: bool,
    /// The texts, in order.
    pub texts: Vec<Text>,
}

impl Source {
    pub fn read(path: &Path) -> Self {
        let raw = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let test_only = is_test_only(path);
        let path = path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        Self { test_only, ..Self::parse(path, raw) }
    }

    pub fn parse(path: String, raw: String) -> Self {
        let bytes = raw.as_bytes();
        let mut code = bytes.to_vec();
        let mut texts = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            let after_word = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
            let end;
            if rest.starts_with(b"//") {
                end = at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                blank(&mut code[at..end]);
            } else if rest.starts_with(b"/*") {
                end = at + raw[at..].find("*/").map_or(rest.len(), |length| length + 2);
                blank(&mut code[at..end]);
            } else if rest[0] == b'"' {
                end = quoted_end(bytes, at);
                keep(&raw, at, at + 1, end - 1, &mut code, &mut texts);
            } else if !after_word && let Some((inner, close)) = raw_string(&raw, at) {
                end = close;
                let hashes = inner - at - 2 - usize::from(rest[0] == b'b');
                keep(&raw, at, inner, end - 1 - hashes, &mut code, &mut texts);
            } else if rest[0] == b'\'' {
                // A character, or a lifetime, which has no second quote.
                end = character_end(&raw, at);
                blank(&mut code[at + 1..end.max(at + 1)]);
            } else {
                end = at + 1;
            }
            at = end.max(at + 1);
        }
        let code = String::from_utf8(code).expect("blanks for whole characters");
        Self { path, raw, code, test_only: false, texts }
    }

    /// The code without the tests at its end.
    pub fn shipped(&self) -> &str {
        if self.test_only {
            return "";
        }
        let tests = self.code.find("#[cfg(test)]\nmod tests {").unwrap_or(self.code.len());
        &self.code[..tests]
    }

    /// `src/gui/app.rs:12`.
    pub fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.raw[..at].matches('\n').count() + 1)
    }

    /// The lines around a position: the one before it and its own, with comments.
    pub fn lines_at(&self, at: usize) -> &str {
        let start = self.raw[..at].rfind('\n').unwrap_or(0);
        let before = self.raw[..start].rfind('\n').unwrap_or(0);
        let end = self.raw[at..].find('\n').map_or(self.raw.len(), |length| at + length);
        &self.raw[before..end]
    }

    /// Positions of a word or path in code: not inside a longer word.
    pub fn find<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let part = |character: char| character.is_alphanumeric() || character == '_';
        code.match_indices(word).map(|(at, _)| at).filter(move |at| {
            let before = code[..*at].chars().next_back();
            let after = code[at + word.len()..].chars().next();
            !(before.is_some_and(part) && word.starts_with(part)
                || after.is_some_and(part) && word.ends_with(part))
        })
    }
}

fn is_test_only(path: &Path) -> bool {
    let (Some(name), Some(folder)) = (path.file_stem(), path.parent()) else { return false };
    let line = format!("mod {};", name.to_string_lossy());
    [folder.join("mod.rs"), folder.with_extension("rs")].iter().any(|holder| {
        let holder = std::fs::read_to_string(holder).unwrap_or_default();
        let mut lines = holder.lines().map(str::trim);
        let mut before = "";
        lines.any(|this| {
            let found = before == "#[cfg(test)]" && (this == line || this == format!("pub {line}"));
            before = this;
            found
        })
    })
}

fn blank(bytes: &mut [u8]) {
    for byte in bytes {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

fn keep(raw: &str, start: usize, inner: usize, end: usize, code: &mut [u8], texts: &mut Vec<Text>) {
    let end = end.max(inner);
    texts.push(Text { start, value: raw[inner..end].to_owned() });
    blank(&mut code[inner..end]);
}

fn quoted_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Returns where the content begins and where the literal ends, if a raw string begins here.
fn raw_string(raw: &str, at: usize) -> Option<(usize, usize)> {
    let rest = raw.get(at..)?;
    let body = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = body.len() - body.trim_start_matches('#').len();
    let content = body[hashes..].strip_prefix('"')?;
    let inner = raw.len() - content.len();
    let close = format!("\"{}", "#".repeat(hashes));
    Some((inner, inner + content.find(&close)? + close.len()))
}

fn character_end(raw: &str, at: usize) -> usize {
    let rest = &raw[at + 1..];
    let mut characters = rest.char_indices();
    match characters.next() {
        Some((_, '\\')) => {
            let after = rest.get(2..).and_then(|rest| rest.find('\''));
            after.map_or(at + 1, |length| at + 1 + 2 + length + 1)
        }
        Some(_) => match characters.next() {
            Some((length, '\'')) => at + 1 + length + 1,
            _ => at + 1,
        },
        None => at + 1,
    }
}

#[test]
fn texts_and_comments_are_no_code() {
    let source = Source::parse(
        "x.rs".to_owned(),
        "let a: &'static str = \"use \\\" egui\"; // use rfd\nlet b = r#\"x \"y\" z\"#; let c = '\"'; let d = '\\'';\n/* rfd */ e();".to_owned(),
    );
    let values: Vec<&str> = source.texts.iter().map(|text| text.value.as_str()).collect();
    assert_eq!(values, ["use \\\" egui", "x \"y\" z"]);
    assert!(!source.code.contains("egui") && !source.code.contains("rfd"), "{}", source.code);
    assert!(source.code.ends_with("e();"), "{}", source.code);
    assert_eq!(source.code.len(), source.raw.len());
    assert_eq!(Source::find("abc ab xab ab", "ab").collect::<Vec<_>>(), [4, 11]);
}
