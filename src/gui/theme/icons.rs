//! The icons: Phosphor 2.1 (MIT) code points, the same as egui-phosphor 0.14.
//!
//! One value works in all three weights; the weight is the font family ([`Weight`]).
//! Owns: names of glyphs. Must not know: where they are used.
//!
//! Invariant: every glyph is in all three fonts (`theme::fonts::tests::every_icon_is_in_every_weight`).

use eframe::egui::{FontFamily, FontId};

/// How heavy an icon is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// At rest.
    #[default]
    Regular,
    /// Active, or inside a seal.
    Fill,
    /// Under 14 points.
    Bold,
}

impl Weight {
    /// The font of this weight at `size` points.
    #[must_use]
    pub fn font(self, size: f32) -> FontId {
        FontId::new(
            size,
            FontFamily::Name(
                match self {
                    Self::Regular => "icons",
                    Self::Fill => "icons-fill",
                    Self::Bold => "icons-bold",
                }
                .into(),
            ),
        )
    }
}

/// Phosphor `arrow-elbow-down-right`.
pub const ARROW_ELBOW_DOWN_RIGHT: &str = "\u{E046}";
/// Phosphor `arrow-u-up-left`.
pub const ARROW_U_UP_LEFT: &str = "\u{E08A}";
/// Phosphor `arrows-clockwise`.
pub const ARROWS_CLOCKWISE: &str = "\u{E094}";
/// Phosphor `arrows-left-right`.
pub const ARROWS_LEFT_RIGHT: &str = "\u{E0A0}";
/// Phosphor `cake`.
pub const CAKE: &str = "\u{E780}";
/// Phosphor `calendar-dots`.
pub const CALENDAR_DOTS: &str = "\u{E7B4}";
/// Phosphor `cards`.
pub const CARDS: &str = "\u{E0F8}";
/// Phosphor `cards-three`.
pub const CARDS_THREE: &str = "\u{EE50}";
/// Phosphor `caret-down`.
pub const CARET_DOWN: &str = "\u{E136}";
/// Phosphor `caret-left`.
pub const CARET_LEFT: &str = "\u{E138}";
/// Phosphor `caret-right`.
pub const CARET_RIGHT: &str = "\u{E13A}";
/// Phosphor `chat-circle-dots`.
pub const CHAT_CIRCLE_DOTS: &str = "\u{E16C}";
/// Phosphor `check`.
pub const CHECK: &str = "\u{E182}";
/// Phosphor `check-circle`.
pub const CHECK_CIRCLE: &str = "\u{E184}";
/// Phosphor `circle-dashed`.
pub const CIRCLE_DASHED: &str = "\u{E602}";
/// Phosphor `circle-notch`.
pub const CIRCLE_NOTCH: &str = "\u{EB44}";
/// Phosphor `clock`.
pub const CLOCK: &str = "\u{E19A}";
/// Phosphor `coins`.
pub const COINS: &str = "\u{E78E}";
/// Phosphor `copy`.
pub const COPY: &str = "\u{E1CA}";
/// Phosphor `corners-out`.
pub const CORNERS_OUT: &str = "\u{E1D0}";
/// Phosphor `dots-three`.
pub const DOTS_THREE: &str = "\u{E1FE}";
/// Phosphor `envelope-simple`.
pub const ENVELOPE_SIMPLE: &str = "\u{E218}";
/// Phosphor `export`.
pub const EXPORT: &str = "\u{EAF0}";
/// Phosphor `eye`.
pub const EYE: &str = "\u{E220}";
/// Phosphor `eye-slash`.
pub const EYE_SLASH: &str = "\u{E224}";
/// Phosphor `file-csv`.
pub const FILE_CSV: &str = "\u{EB1C}";
/// Phosphor `file-text`.
pub const FILE_TEXT: &str = "\u{E23A}";
/// Phosphor `gear-six`.
pub const GEAR_SIX: &str = "\u{E272}";
/// Phosphor `gift`.
pub const GIFT: &str = "\u{E276}";
/// Phosphor `graph`.
pub const GRAPH: &str = "\u{EB58}";
/// Phosphor `hand-palm`.
pub const HAND_PALM: &str = "\u{E57E}";
/// Phosphor `hand-waving`.
pub const HAND_WAVING: &str = "\u{E580}";
/// Phosphor `handshake`.
pub const HANDSHAKE: &str = "\u{E582}";
/// Phosphor `hard-drives`.
pub const HARD_DRIVES: &str = "\u{E2A0}";
/// Phosphor `heart`.
pub const HEART: &str = "\u{E2A8}";
/// Phosphor `hourglass-medium`.
pub const HOURGLASS_MEDIUM: &str = "\u{E2B8}";
/// Phosphor `identification-card`.
pub const IDENTIFICATION_CARD: &str = "\u{E2C8}";
/// Phosphor `intersect`.
pub const INTERSECT: &str = "\u{E2D2}";
/// Phosphor `leaf`.
pub const LEAF: &str = "\u{E2DA}";
/// Phosphor `lightbulb`.
pub const LIGHTBULB: &str = "\u{E2DC}";
/// Phosphor `link-simple`.
pub const LINK_SIMPLE: &str = "\u{E2E6}";
/// Phosphor `lock-simple`.
pub const LOCK_SIMPLE: &str = "\u{E308}";
/// Phosphor `magnifying-glass`.
pub const MAGNIFYING_GLASS: &str = "\u{E30C}";
/// Phosphor `map-pin`.
pub const MAP_PIN: &str = "\u{E316}";
/// Phosphor `microphone-stage`.
pub const MICROPHONE_STAGE: &str = "\u{E75C}";
/// Phosphor `minus`.
pub const MINUS: &str = "\u{E32A}";
/// Phosphor `note-pencil`.
pub const NOTE_PENCIL: &str = "\u{E34C}";
/// Phosphor `palette`.
pub const PALETTE: &str = "\u{E6C8}";
/// Phosphor `paper-plane-tilt`.
pub const PAPER_PLANE_TILT: &str = "\u{E398}";
/// Phosphor `path`.
pub const PATH: &str = "\u{E39C}";
/// Phosphor `pencil-simple-line`.
pub const PENCIL_SIMPLE_LINE: &str = "\u{EBC6}";
/// Phosphor `phone`.
pub const PHONE: &str = "\u{E3B8}";
/// Phosphor `play`.
pub const PLAY: &str = "\u{E3D0}";
/// Phosphor `plus`.
pub const PLUS: &str = "\u{E3D4}";
/// Phosphor `plus-circle`.
pub const PLUS_CIRCLE: &str = "\u{E3D6}";
/// Phosphor `push-pin`.
pub const PUSH_PIN: &str = "\u{E3E2}";
/// Phosphor `puzzle-piece`.
pub const PUZZLE_PIECE: &str = "\u{E596}";
/// Phosphor `rows`.
pub const ROWS: &str = "\u{E5A2}";
/// Phosphor `shield-check`.
pub const SHIELD_CHECK: &str = "\u{E40C}";
/// Phosphor `sort-ascending`.
pub const SORT_ASCENDING: &str = "\u{E444}";
/// Phosphor `squares-four`.
pub const SQUARES_FOUR: &str = "\u{E464}";
/// Phosphor `sun-horizon`.
pub const SUN_HORIZON: &str = "\u{E5B6}";
/// Phosphor `table`.
pub const TABLE: &str = "\u{E476}";
/// Phosphor `ticket`.
pub const TICKET: &str = "\u{E490}";
/// Phosphor `translate`.
pub const TRANSLATE: &str = "\u{E4A2}";
/// Phosphor `trash`.
pub const TRASH: &str = "\u{E4A6}";
/// Phosphor `trend-down`.
pub const TREND_DOWN: &str = "\u{E4AC}";
/// Phosphor `trend-up`.
pub const TREND_UP: &str = "\u{E4AE}";
/// Phosphor `upload-simple`.
pub const UPLOAD_SIMPLE: &str = "\u{E4C0}";
/// Phosphor `users`.
pub const USERS: &str = "\u{E4D6}";
/// Phosphor `users-three`.
pub const USERS_THREE: &str = "\u{E68E}";
/// Phosphor `video-camera`.
pub const VIDEO_CAMERA: &str = "\u{E4DA}";
/// Phosphor `warning`.
pub const WARNING: &str = "\u{E4E0}";
/// Phosphor `warning-circle`.
pub const WARNING_CIRCLE: &str = "\u{E4E2}";
/// Phosphor `wifi-slash`.
pub const WIFI_SLASH: &str = "\u{E4F2}";
/// Phosphor `x`.
pub const X: &str = "\u{E4F6}";

/// All icons above, for the font test and the component page.
pub const ALL: &[&str] = &[
    ARROW_ELBOW_DOWN_RIGHT,
    ARROW_U_UP_LEFT,
    ARROWS_CLOCKWISE,
    ARROWS_LEFT_RIGHT,
    CAKE,
    CALENDAR_DOTS,
    CARDS,
    CARDS_THREE,
    CARET_DOWN,
    CARET_LEFT,
    CARET_RIGHT,
    CHAT_CIRCLE_DOTS,
    CHECK,
    CHECK_CIRCLE,
    CIRCLE_DASHED,
    CIRCLE_NOTCH,
    CLOCK,
    COINS,
    COPY,
    CORNERS_OUT,
    DOTS_THREE,
    ENVELOPE_SIMPLE,
    EXPORT,
    EYE,
    EYE_SLASH,
    FILE_CSV,
    FILE_TEXT,
    GEAR_SIX,
    GIFT,
    GRAPH,
    HAND_PALM,
    HAND_WAVING,
    HANDSHAKE,
    HARD_DRIVES,
    HEART,
    HOURGLASS_MEDIUM,
    IDENTIFICATION_CARD,
    INTERSECT,
    LEAF,
    LIGHTBULB,
    LINK_SIMPLE,
    LOCK_SIMPLE,
    MAGNIFYING_GLASS,
    MAP_PIN,
    MICROPHONE_STAGE,
    MINUS,
    NOTE_PENCIL,
    PALETTE,
    PAPER_PLANE_TILT,
    PATH,
    PENCIL_SIMPLE_LINE,
    PHONE,
    PLAY,
    PLUS,
    PLUS_CIRCLE,
    PUSH_PIN,
    PUZZLE_PIECE,
    ROWS,
    SHIELD_CHECK,
    SORT_ASCENDING,
    SQUARES_FOUR,
    SUN_HORIZON,
    TABLE,
    TICKET,
    TRANSLATE,
    TRASH,
    TREND_DOWN,
    TREND_UP,
    UPLOAD_SIMPLE,
    USERS,
    USERS_THREE,
    VIDEO_CAMERA,
    WARNING,
    WARNING_CIRCLE,
    WIFI_SLASH,
    X,
];
