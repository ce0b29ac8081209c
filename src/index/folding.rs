//! Writing differences that a search must not see.

use unicode_normalization::UnicodeNormalization;
use wana_kana::ConvertJapanese;

/// Returns the text without case, accents, width and the difference of the two kana.
pub(super) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let bare = text.nfkd().filter(|c| !matches!(u32::from(*c), 0x300..=0x36F));
    let mut folded = String::with_capacity(text.len());
    for c in bare.nfc() {
        match c {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'ł' | 'Ł' => folded.push('l'),
            '\u{30A1}'..='\u{30F6}' => folded.extend(char::from_u32(u32::from(c) - 0x60)),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

/// Returns kana in Latin letters (Hepburn), anything else as it is.
pub(super) fn romaji_of_kana(text: &str) -> String {
    text.to_romaji()
}
