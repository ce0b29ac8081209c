//! The bytes of the fonts with which letters are drawn where there is no window.

/// The bundled fonts of Latin and Japanese letters, the same files as those of the screen.
pub const LETTERS: [&[u8]; 7] = [
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-Medium.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../assets/fonts/InterDisplay-SemiBold.otf"),
    include_bytes!("../../assets/fonts/BIZUDPGothic-Regular.ttf"),
    include_bytes!("../../assets/fonts/BIZUDPGothic-Bold.ttf"),
    include_bytes!("../../assets/fonts/KleeOne-SemiBold.ttf"),
];

/// Emoji in one colour, behind the letters: whoever signs with a sign is drawn with it.
pub const EMOJI: &[u8] = include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf");

/// Whether a character is looked for among the emoji: the blocks that have them, not every sign in these.
pub fn may_be_emoji(character: char) -> bool {
    matches!(u32::from(character),
        0x203c..=0x2bff | 0x3030 | 0x303d | 0x3297 | 0x3299 | 0x1f000..=0x1faff | 0xe0020..=0xe007f)
}
