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
