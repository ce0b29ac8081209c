//! Choices that are kept between starts: a small RON file in the system's configuration folder.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::text::Locale;

/// Choices that belong to the program, not to a book.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language tag; empty follows the system.
    pub language: String,
    /// Light, dark or as the system.
    pub theme: ThemeChoice,
    /// Full or reduced motion.
    pub motion: MotionChoice,
    /// The book that was open last.
    pub last_book: Option<PathBuf>,
    /// Size of the cards in the gallery: 0 small, 1 medium, 2 large.
    pub card_size: u8,
    /// The rail shows glyphs only.
    pub rail_folded: bool,
}

/// Light, dark or as the system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// Full or reduced motion; no system that egui runs on reports its own choice to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum MotionChoice {
    #[default]
    System,
    Full,
    Reduced,
}

impl Settings {
    /// What a new user starts with.
    pub fn fresh() -> Self {
        Self { card_size: 1, ..Self::default() }
    }

    /// Returns the language in force.
    pub fn locale(&self) -> Locale {
        Locale::from_tag(&self.language).unwrap_or_else(Locale::from_system)
    }

    /// Returns the place of the settings file, if the system has one.
    pub fn default_path() -> Option<PathBuf> {
        use etcetera::BaseStrategy as _;
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.config_dir().join("cardloom").join("settings.ron"))
    }

    /// Reads the settings. What cannot be read counts as fresh: no setting is worth a failed start.
    pub fn load(path: &Path) -> Self {
        std::fs::read_to_string(path)
            .ok()
            .filter(|text| text.len() < 64 * 1024)
            .and_then(|text| ron::from_str(&text).ok())
            .unwrap_or_else(Self::fresh)
    }

    /// Writes the settings, replacing the old file as a whole.
    ///
    /// # Errors
    /// The system's, when the file cannot be written.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(std::io::Error::other)?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        crate::store::durable::replace(path, text.as_bytes()).map_err(std::io::Error::other)
    }
}
