//! What the window needs from the system, behind a trait so that tests supply their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::Filing;
use crate::jobs::Jobs;
use crate::scan::cover::{Print, Word};

use super::reminders::Notifier;
use super::work::{Purpose, Work};

/// File dialogs, links, the system's theme.
pub trait Platform {
    /// Asks for files without making the window wait: the answer comes as [`Work::Chosen`] or
    /// [`Work::NoDialog`].
    fn choose(&self, ask: Choose, jobs: &Jobs<Work>);
    /// Opens a web, mail, phone or map address with the program that the user has for it, without making the window
    /// wait. That nothing takes it may be known only later: then it comes as [`Work::LinkNotOpened`].
    ///
    /// # Errors
    /// The system's, in its own words.
    fn open_link(&self, address: &str, jobs: &Jobs<Work>) -> Result<(), String>;
    /// Opens a folder in the file manager.
    ///
    /// # Errors
    /// The system's, in its own words.
    fn show_folder(&self, _folder: &Path) -> Result<(), String> {
        Ok(())
    }
    /// Returns what reads the print on a picture. Asked by a worker: to look whether there is such a program takes a while.
    fn reader(&self) -> Reader {
        Arc::new(|image, print, go_on| {
            crate::scan::Tesseract::known().map(|reader| reader.read(image, print, go_on)).unwrap_or_default()
        })
    }
    /// Returns what shows notes on the desktop, if there is such a thing.
    fn notifier(&self) -> Option<Arc<dyn Notifier>> {
        None
    }
    /// Whether the system is set to dark, if that is known at once; `None` when it does not say.
    fn system_dark(&self) -> Option<bool> {
        None
    }
    /// Returns what asks the system for its theme. It may wait for another program, so it runs on a
    /// worker, at the start and each time the window gets the focus.
    fn theme_detector(&self) -> Option<fn() -> Option<bool>> {
        None
    }
}

/// Reads the words on a picture in which print was found, as far as there is a program for it. It asks now and then whether
/// to go on.
pub type Reader = Arc<dyn Fn(&crate::scan::RgbImage, &Print, &dyn Fn() -> bool) -> Vec<Word> + Send + Sync>;

/// What a file dialog is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    /// The purpose, which also decides whether several files can be chosen.
    pub purpose: Purpose,
    /// Title of the dialog.
    pub title: String,
    /// Name of the kinds of files that are wanted.
    pub kind: String,
    /// The folder in which it opens.
    pub folder: Option<PathBuf>,
    /// The proposed name of a file that is to be made; empty for files that exist.
    pub name: String,
}

impl Choose {
    /// Endings of the files that are wanted.
    pub fn extensions(&self) -> &'static [&'static str] {
        match self.purpose {
            Purpose::Cards | Purpose::Scan(_) | Purpose::Portrait | Purpose::Picture(_) => &[
                "jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "gif", "JPG", "JPEG", "PNG", "TIF",
                "TIFF",
            ],
            Purpose::Book | Purpose::Copy => &["ron"],
            Purpose::Calendar => &crate::exchange::ical::ENDINGS,
            Purpose::Network => &crate::exchange::graph::OFFERED,
            Purpose::Export(format) => format.endings(),
            Purpose::Save(kind) => kind.endings(),
            Purpose::Locate(_) => &[],
        }
    }
}

/// The real system.
#[derive(Debug, Clone, Default)]
pub struct Desktop {
    notifier: Arc<super::reminders::Desktop>,
}

impl Platform for Desktop {
    fn choose(&self, ask: Choose, jobs: &Jobs<Work>) {
        let mut dialog = rfd::AsyncFileDialog::new().set_title(&ask.title);
        if !ask.extensions().is_empty() {
            dialog = dialog.add_filter(&ask.kind, ask.extensions());
        }
        if let Some(folder) = &ask.folder {
            dialog = dialog.set_directory(folder);
        }
        // The dialog is made here, on the main thread, as macOS wants it; only waiting for its
        // answer happens elsewhere. A thread of its own, because a dialog can stay open for hours.
        let purpose = ask.purpose;
        let spawner = jobs.spawner();
        let begun = std::time::Instant::now();
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<Vec<PathBuf>>> + Send>> = match purpose {
            Purpose::Cards | Purpose::Calendar | Purpose::Scan(Filing::PhotosOf(_)) => {
                let picked = dialog.pick_files();
                Box::pin(async move {
                    picked.await.map(|files| files.iter().map(|file| file.path().to_owned()).collect())
                })
            }
            Purpose::Book | Purpose::Network | Purpose::Scan(_) | Purpose::Portrait | Purpose::Picture(_) => {
                let picked = dialog.pick_file();
                Box::pin(async move { picked.await.map(|file| vec![file.path().to_owned()]) })
            }
            Purpose::Locate(_) => {
                let picked = dialog.pick_folder();
                Box::pin(async move { picked.await.map(|folder| vec![folder.path().to_owned()]) })
            }
            Purpose::Copy | Purpose::Export(_) | Purpose::Save(_) => {
                let picked = dialog.set_file_name(&ask.name).save_file();
                Box::pin(async move { picked.await.map(|file| vec![file.path().to_owned()]) })
            }
        };
        let waiting = std::thread::Builder::new().name("file dialog".to_owned()).spawn(move || {
            let files = super::block_on::block_on(answer);
            // With neither a portal nor zenity, rfd answers at once and the same as Cancel.
            let nothing_shown = files.is_none() && begun.elapsed() < std::time::Duration::from_millis(450);
            let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Layout, "");
            spawner.spawn(spec, move |_| {
                Ok(if nothing_shown && cfg!(target_os = "linux") {
                    Work::NoDialog(purpose)
                } else {
                    Work::Chosen { purpose, files: files.unwrap_or_default() }
                })
            });
        });
        if waiting.is_err() {
            let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Layout, "");
            jobs.spawn(spec, move |_| Ok(Work::NoDialog(purpose)));
        }
    }

    fn open_link(&self, address: &str, jobs: &Jobs<Work>) -> Result<(), String> {
        let (address, spawner) = (address.to_owned(), jobs.spawner());
        // What opens links says only at its end whether it found a program, and some stay until that program is closed.
        let opening = move || {
            if let Err(reason) = launch(&address) {
                let spec = crate::jobs::JobSpec::new(crate::jobs::Lane::Layout, "");
                spawner.spawn(spec, move |_| Ok(Work::LinkNotOpened { address, reason }));
            }
        };
        let thread = std::thread::Builder::new().name("link".to_owned()).spawn(opening);
        thread.map(|_| ()).map_err(|error| error.to_string())
    }

    fn show_folder(&self, folder: &Path) -> Result<(), String> {
        open::that_detached(folder).map_err(|error| error.to_string())
    }

    fn notifier(&self) -> Option<Arc<dyn Notifier>> {
        Some(Arc::clone(&self.notifier) as Arc<dyn Notifier>)
    }

    fn theme_detector(&self) -> Option<fn() -> Option<bool>> {
        Some(|| match dark_light::detect() {
            Ok(dark_light::Mode::Dark) => Some(true),
            Ok(dark_light::Mode::Light) => Some(false),
            Ok(dark_light::Mode::Unspecified) | Err(_) => None,
        })
    }
}

/// Seconds after which a launcher that ends badly has shown something: then it was the program that ended.
const LAUNCHED_AFTER: u64 = 10;

/// Tries what the system has for opening addresses, one after the other, and waits for it.
///
/// # Errors
/// The words of the system, or none when each said only that it did not work.
fn launch(address: &str) -> Result<(), String> {
    use std::process::Stdio;
    let begun = std::time::Instant::now();
    let mut reason = String::new();
    for mut command in open::commands(address) {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // What is opened stays when this program is interrupted.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        match command.status() {
            Ok(status) if status.success() => return Ok(()),
            Ok(_) => reason.clear(),
            // Most systems have only one of them.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => reason = error.to_string(),
        }
        if begun.elapsed().as_secs() >= LAUNCHED_AFTER {
            return Ok(());
        }
    }
    Err(reason)
}

/// Whether a text is an address that may be handed to the system: a scheme from a short list, so
/// that a book from somebody else cannot start programs or open local files.
pub fn is_safe_link(address: &str) -> bool {
    let address = address.trim();
    ["https://", "http://", "mailto:", "tel:", "geo:"]
        .iter()
        .any(|scheme| address.len() > scheme.len() && address.to_ascii_lowercase().starts_with(scheme))
        && !address.chars().any(char::is_control)
}

/// A folder to begin with, from a path of which only the parent may exist.
pub fn folder_of(path: Option<&Path>) -> Option<PathBuf> {
    path.and_then(Path::parent).filter(|folder| folder.is_dir()).map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_mail_phone_and_map_addresses_are_opened() {
        for good in ["https://example.com", "mailto:a@example.com", "tel:+15550100", "geo:0,0?q=Jena"] {
            assert!(is_safe_link(good), "{good}");
        }
        for bad in ["", "file:///etc/passwd", "javascript:alert(1)", "/bin/sh", "https://", "mailto:a\n@b"] {
            assert!(!is_safe_link(bad), "{bad}");
        }
    }
}
