//! The bundled fonts and how they follow one another.
//!
//! Owns: which files make which family. Must not know: sizes and styles ([`super::text`]).
//! Every text family goes on with BIZ UDPGothic (Japanese), then Inter, so that a mixed line never shows tofu.
//! Behind them come emoji, read when the first one is drawn ([`Emoji`]); behind these the window may put the system's
//! fonts. Pictures and tests never do, so they are the same everywhere.
//!
//! Invariant: names of three languages, emoji and all icons have glyphs
//! (`japanese_and_german_have_glyphs_in_every_family`, `emoji_are_drawn_and_read_only_when_one_is_met`,
//! `every_icon_is_in_every_weight`).

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};
use std::sync::Arc;

use crate::text::fonts;

macro_rules! bundled {
    ($($name:literal => $file:literal),+ $(,)?) => {
        /// Name and bytes of every bundled font.
        pub const BUNDLED: &[(&str, &[u8])] = &[
            $(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $file)))),+
        ];
    };
}

bundled! {
    "inter" => "Inter-Regular.otf",
    "inter-medium" => "Inter-Medium.otf",
    "inter-semibold" => "Inter-SemiBold.otf",
    "inter-display" => "InterDisplay-SemiBold.otf",
    "biz" => "BIZUDPGothic-Regular.ttf",
    "biz-bold" => "BIZUDPGothic-Bold.ttf",
    "klee" => "KleeOne-SemiBold.ttf",
    "phosphor" => "Phosphor.ttf",
    "phosphor-fill" => "Phosphor-Fill.ttf",
    "phosphor-bold" => "Phosphor-Bold.ttf",
}

/// Family names with the fonts that they try in turn.
const FAMILIES: &[(&str, &[&str])] = &[
    ("medium", &["inter-medium", "biz", "inter"]),
    ("semibold", &["inter-semibold", "biz-bold", "inter"]),
    ("display", &["inter-display", "biz-bold", "inter"]),
    ("hand", &["klee", "biz", "inter"]),
    ("icons", &["phosphor"]),
    ("icons-fill", &["phosphor-fill"]),
    ("icons-bold", &["phosphor-bold"]),
];

/// The font table that egui gets.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for &(name, bytes) in BUNDLED {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let owned = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>();
    for &(family, chain) in FAMILIES {
        fonts.families.insert(FontFamily::Name(family.into()), owned(chain));
    }
    fonts.families.insert(FontFamily::Proportional, owned(&["inter", "biz"]));
    fonts.families.insert(FontFamily::Monospace, owned(&["inter", "biz"]));
    fonts
}

/// The emoji, in one colour. A start without them pays nothing: egui asks for this font when it meets a character that no
/// other font has, and only then reads it.
struct Emoji;

impl FontProvider for Emoji {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let wanted = request.cluster.chars().next().is_some_and(fonts::may_be_emoji);
        wanted.then(|| {
            // As high as the capitals beside them, or a line with one would be drawn higher than its neighbours.
            let tweak = FontTweak { scale: 0.86, ..FontTweak::default() };
            let families =
                vec![InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest }];
            FontInsert::new("noto-emoji", FontData::from_static(fonts::EMOJI).tweak(tweak), families)
        })
    }
}

/// Registers all families with the context.
/// The system's fonts are not touched: the window puts its provider behind, pictures and tests have none.
pub fn install_fonts(ctx: &Context) {
    ctx.set_fonts(definitions());
    ctx.add_font_provider(Arc::new(Emoji));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::icons::{self, Weight};
    use eframe::egui::{self, FontId};

    fn with_fonts(check: impl Fn(&mut egui::epaint::text::FontsView<'_>)) {
        let ctx = Context::default();
        install_fonts(&ctx);
        let mut out = ctx.run_ui(egui::RawInput::default(), |ui| ui.ctx().fonts_mut(&check));
        out.textures_delta.clear();
    }

    #[test]
    fn every_icon_is_in_every_weight() {
        with_fonts(|fonts| {
            for weight in [Weight::Regular, Weight::Fill, Weight::Bold] {
                for icon in icons::ALL {
                    assert!(
                        fonts.has_glyphs(&weight.font(16.0), icon),
                        "{weight:?} {}",
                        icon.escape_unicode()
                    );
                }
            }
        });
    }

    #[test]
    fn emoji_are_drawn_and_read_only_when_one_is_met() {
        with_fonts(|fonts| {
            let is_read = |fonts: &mut egui::epaint::text::FontsView<'_>| {
                let known = fonts.characters(&FontFamily::Proportional);
                known.values().flatten().any(|name| name == "noto-emoji")
            };
            assert!(fonts.has_glyphs(&FontId::proportional(13.0), "Jonas 日本 Größe"));
            assert!(!is_read(fonts));
            for family in ["medium", "semibold", "display", "hand"] {
                let font = FontId::new(13.0, FontFamily::Name(family.into()));
                for emoji in ["🦀", "🎌", "👩", "🏽", "🥨", "☕", "⭐", "🫠", "🪄", "🚀", "🇯", "✈"]
                {
                    assert!(fonts.has_glyphs(&font, emoji), "{family}: {emoji}");
                }
            }
            assert!(fonts.has_glyphs(&FontId::proportional(13.0), "🦀"));
            assert!(is_read(fonts));
            // Other writings are left to the system.
            assert!(!fonts.has_glyphs(&FontId::proportional(13.0), "한"));
        });
    }

    #[test]
    fn japanese_and_german_have_glyphs_in_every_family() {
        with_fonts(|fonts| {
            for family in ["medium", "semibold", "display", "hand"] {
                let font = FontId::new(13.0, FontFamily::Name(family.into()));
                for text in ["髙﨑邉齋濵 田中 遥", "Größe, Übermut", "日本語の名刺・お礼"]
                {
                    assert!(fonts.has_glyphs(&font, text), "{family}: {text}");
                }
            }
            assert!(fonts.has_glyphs(&FontId::proportional(13.0), "小林泉建築設計 Straße"));
        });
    }
}
