//! Texts in which there can be nothing: most titles, fields and names. Looking for twenty patterns in each of them would take
//! seconds for a large book.
//!
//! Invariant: what is passed over here has no leak that nobody knows of (`super::tests::what_reaches_somebody_is_found` goes
//! through it).

/// Words without which nobody writes an address in words, folded to lower case.
const TRIGGERS: &[&str] = &[
    "at",
    "bei",
    "ät",
    "att",
    "ad",
    "a",
    "dot",
    "punkt",
    "point",
    "ponto",
    "punto",
    "klammeraffe",
    "affenschwanz",
    "arroba",
    "slash",
    "schrägstrich",
    "schragstrich",
    "schraegstrich",
    "atsign",
    "line",
    "wechat",
    "we",
    "weixin",
    "telegram",
    "whatsapp",
    "skype",
    "kakao",
    "kakaotalk",
    "viber",
    "threema",
    "discord",
    "signal",
    "slack",
    "insta",
    "instagram",
    "facebook",
    "messenger",
    "twitter",
    "linkedin",
    "linked",
    "xing",
    "tiktok",
    "snapchat",
    "github",
    "mastodon",
    "bluesky",
    "zoom",
    "x",
    "threads",
    "box",
    "postfach",
    "double",
    "doppel",
    "doppelt",
    "triple",
    "treble",
    "dreifach",
    "hundred",
    "o",
    "oh",
    "nil",
    "ext",
    "extension",
    "durchwahl",
    "apparat",
    "nebenstelle",
];

/// What words of numbers begin with.
const NUMBERS: &[&str] = &[
    "zero", "null", "nought", "naught", "one", "ein", "two", "zwei", "zwo", "zwan", "three", "drei", "four",
    "for", "vier", "five", "fif", "fünf", "funf", "fuenf", "six", "sech", "seven", "sieb", "eight", "acht",
    "nine", "neun", "ten", "zehn", "elev", "elf", "twel", "zwöl", "zwol", "zwoel", "thir", "twen", "doppel",
];

/// The same in Japanese, and what stands for signs there.
const JAPANESE: &[&str] = &[
    "ゼロ",
    "ぜろ",
    "レイ",
    "れい",
    "マル",
    "まる",
    "キュウ",
    "きゅう",
    "キュー",
    "イチ",
    "いち",
    "サン",
    "さん",
    "ヨン",
    "よん",
    "ロク",
    "ろく",
    "ナナ",
    "なな",
    "シチ",
    "しち",
    "ハチ",
    "はち",
    "アット",
    "あっと",
    "ドット",
    "どっと",
    "ライン",
    "らいん",
    "微信",
    "テレグラム",
    "インスタ",
    "ツイッター",
    "スラッシュ",
    "内線",
    "私書",
];

/// Whether there can be no address, number or name in a text, unless it is a known one.
pub(super) fn is_plain(text: &str) -> bool {
    if text.len() > 1_000 || !text.chars().all(is_plain_sign) {
        return false;
    }
    if JAPANESE.iter().any(|word| text.contains(word)) || text.contains("DOT") || text.contains("PUNKT") {
        return false;
    }
    // A script without blanks has no words to look at: whatever Latin stands in it ends one.
    let words =
        text.split(|sign: char| !sign.is_alphabetic() || !is_latin(sign)).filter(|word| !word.is_empty());
    let mut alone = 0;
    for word in words {
        let word = word.to_lowercase();
        alone += usize::from(word.chars().count() == 1);
        let is_number = NUMBERS.iter().any(|number| word.starts_with(number));
        if is_number || TRIGGERS.contains(&word.as_str()) || alone > 1 {
            return false;
        }
    }
    true
}

fn is_latin(sign: char) -> bool {
    sign.is_ascii_alphabetic() || ('\u{c0}'..='\u{17f}').contains(&sign)
}

/// Letters and punctuation that are read as they stand; no digit in any writing, no sign of an address.
fn is_plain_sign(sign: char) -> bool {
    match sign {
        'a'..='z'
        | 'A'..='Z'
        | ' '
        | ','
        | '.'
        | '\''
        | '’'
        | '!'
        | '?'
        | '('
        | ')'
        | '-'
        | '–'
        | '"'
        | '“'
        | '”'
        | '„' => true,
        '、' | '。' | '「' | '」' | '・' | 'ー' | '々' => true,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '零' | '壱' | '壹' | '弐'
        | '貳' | '参' => false,
        '\u{c0}'..='\u{17f}' => sign.is_alphabetic() && !matches!(sign, 'ø' | 'Ø' | 'ł' | 'ı'),
        'ぁ'..='ゖ' | 'ァ'..='ヺ' => true,
        '\u{4e00}'..='\u{9fff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_titles_and_fields_are_plain_and_nothing_with_a_number_or_a_sign_is() {
        for text in [
            "Lead researcher",
            "Geschäftsführerin",
            "Werft Tamarind",
            "耐塩水ベアリング",
            "主任研究員",
            "micron grinding",
            "Karten flacher Gewässer",
        ] {
            assert!(is_plain(text), "{text}");
        }
        for text in [
            "call 1",
            "haruka at example",
            "nulleins",
            "@x",
            "ゼロ",
            "丸の内三丁目",
            "a b c d",
            "x\u{200b}y",
            "１",
            "x/y",
            "LINE",
            "Eins, Zwei",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
