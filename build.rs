//! Prepares what the program compiles in: the typed texts of `assets/locales` (see `build/texts.rs`), the commit
//! and date for the About box, and on Windows the icon and version resources.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{SystemTime, UNIX_EPOCH};

#[path = "build/texts.rs"]
mod texts;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    about_box();
    #[cfg(windows)]
    windows_resources();

    let (Ok(root), Ok(out)) = (std::env::var("CARGO_MANIFEST_DIR"), std::env::var("OUT_DIR")) else {
        eprintln!("build.rs runs under cargo only: CARGO_MANIFEST_DIR and OUT_DIR are not set.");
        return ExitCode::FAILURE;
    };
    match texts::generate(Path::new(&root), &Path::new(&out).join("texts.rs")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error=assets/locales: {problem}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Sets `CARDLOOM_COMMIT` (short, or "unknown" outside a repository) and `CARDLOOM_BUILD_DATE` (UTC,
/// `2026-10-14`; from `SOURCE_DATE_EPOCH` where a packager asks for the same bytes twice).
fn about_box() {
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    // Grows with every commit, also in a linked worktree. A path that does not exist would rebuild every time.
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"])
        && Path::new(&log).exists()
    {
        println!("cargo::rerun-if-changed={log}");
    }
    let commit = git(&["rev-parse", "--short=10", "HEAD"]).unwrap_or_else(|| "unknown".to_owned());
    println!("cargo::rustc-env=CARDLOOM_COMMIT={commit}");

    let seconds = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.trim().parse::<u64>().ok())
        .or_else(|| SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|time| time.as_secs()))
        .unwrap_or(0);
    println!("cargo::rustc-env=CARDLOOM_BUILD_DATE={}", utc_date(seconds / 86_400));
}

/// Runs git and returns its trimmed output, or nothing when git or the repository is missing.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}

/// Formats a count of days since 1970-01-01 as `YYYY-MM-DD`.
fn utc_date(mut days: u64) -> String {
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let mut year = 1970;
    while days >= if leap(year) { 366 } else { 365 } {
        days -= if leap(year) { 366 } else { 365 };
        year += 1;
    }
    let february = if leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

/// Gives the Windows program its icon and the version that Explorer shows.
#[cfg(windows)]
fn windows_resources() {
    println!("cargo::rerun-if-changed=assets/icon/icon.ico");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("windows") {
        return;
    }
    let mut resource = winresource::WindowsResource::new();
    resource.set_icon("assets/icon/icon.ico");
    resource.set("ProductName", "Cardloom");
    resource.set("FileDescription", "Cardloom");
    resource.set("LegalCopyright", "MIT OR Apache-2.0");
    if let Err(error) = resource.compile() {
        // A program without its icon still works; a missing resource compiler must not stop the build.
        println!("cargo::warning=The icon and version were not built in: {error}");
    }
}
