//! Where the book of a new user lies.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

/// Returns where the book is when nobody says otherwise: `Cardloom/book.ron` in the folder of the
/// user's documents, else in the folder for the data of programs. `None` without a home folder.
pub fn default_book_path() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let home = base.home_dir().to_owned();
    let named = std::fs::read_to_string(base.config_dir().join("user-dirs.dirs"))
        .ok()
        .filter(|_| cfg!(target_os = "linux"))
        .and_then(|text| documents_in(&text, &home));
    let documents = named.or_else(|| Some(home.join("Documents")).filter(|folder| folder.is_dir()));
    let folder = documents.map(|folder| folder.join("Cardloom"));
    Some(folder.unwrap_or_else(|| base.data_dir().join("cardloom")).join("book.ron"))
}

/// Reads the folder of the documents from the file of xdg-user-dirs: lines such as
/// `XDG_DOCUMENTS_DIR="$HOME/Dokumente"`. The home folder itself means that there is none.
fn documents_in(text: &str, home: &Path) -> Option<PathBuf> {
    let value = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("XDG_DOCUMENTS_DIR="))
        .filter_map(|value| value.trim().strip_prefix('"')?.strip_suffix('"'))
        .next_back()?;
    let folder = match value.strip_prefix("$HOME") {
        Some(rest) => home.join(rest.trim_matches('/')),
        None => PathBuf::from(value),
    };
    (folder.is_absolute() && folder != home && folder != home.join("")).then_some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn the_documents_are_where_the_desktop_says() {
        let home = Path::new("/users/mina");
        let read = |text| documents_in(text, home);
        assert_eq!(
            read("# comment\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\nXDG_MUSIC_DIR=\"$HOME/Musik\"\n"),
            Some(PathBuf::from("/users/mina/Dokumente"))
        );
        assert_eq!(read("XDG_DOCUMENTS_DIR=\"/data/文書\""), Some(PathBuf::from("/data/文書")));
        assert_eq!(read("XDG_DOCUMENTS_DIR=\"$HOME/\""), None);
        assert_eq!(read("XDG_DOCUMENTS_DIR=\"relative\""), None);
        assert_eq!(read(""), None);
    }
}
