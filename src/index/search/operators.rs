//! The words of the query language, in every language of the program at once.
//!
//! Owns how fields, states and things are called. Must not know how they are looked for. A query means the
//! same whatever language the program speaks, so the words of all languages always work; the English ones
//! are the ones of the manual. Start reading at [`Operator`].

use super::gather::Field;
use crate::text::Locale;
use crate::text::fold::fold;

/// What may stand before a colon, or before `<` and `>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// In a circle.
    Circle,
    /// Looks for something.
    Needs,
    /// Can do or offers something.
    Expertise,
    /// At an organization.
    Organization,
    /// Job title or department.
    Title,
    /// Has a tag.
    Tag,
    /// In a city.
    City,
    /// Its card lies in a place, or with somebody.
    Place,
    /// Met at an event.
    Event,
    /// Only in names.
    Name,
    /// In notes, impressions, encounters and comments.
    Note,
    /// In what is printed on the card.
    Print,
    /// In phone, mail, web and postal addresses.
    Reach,
    /// Met in a year, a month or on a day.
    Met,
    /// Warmer or colder than a number.
    Warmth,
    /// Something is to be done.
    Due,
    /// Something is there.
    Has,
    /// In a state.
    Is,
}

/// States for `is:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Let go.
    Archived,
    /// In contact, never face to face.
    Virtual,
    /// Only mentioned by others.
    Mentioned,
    /// Its card is lent.
    Lent,
    /// Its card was given away.
    PassedOn,
    /// Its card was thrown away.
    Discarded,
    /// Nothing was done yet but to take the card in.
    Pile,
}

/// Things for `has:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A picture of a card.
    Scan,
    /// A card.
    Card,
    /// A mail address.
    Mail,
    /// A phone number.
    Phone,
    /// A photograph of the person.
    Portrait,
    /// A note.
    Note,
    /// A need that is open.
    Need,
    /// A birthday.
    Birthday,
}

/// Days and kinds for `due:`, besides dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueWord {
    /// Today or late.
    Today,
    /// Within seven days, or late.
    Week,
    /// Within thirty days, or late.
    Month,
    /// A thank-you is open.
    Thanks,
    /// The review has fallen due.
    Review,
}

/// A word of the query language with its names.
pub trait Named: Copy + Sized + PartialEq + 'static {
    /// All of the kind, in the order in which they are offered.
    const ALL: &'static [Self];

    /// Returns the names in English, Japanese and German, separated by spaces; the first one is offered.
    fn names(self) -> [&'static str; 3];

    /// Returns the name that is offered in a language.
    fn name(self, locale: Locale) -> &'static str {
        let [en, ja, de] = self.names();
        let names = match locale {
            Locale::En => en,
            Locale::Ja => ja,
            Locale::De => de,
        };
        names.split(' ').next().unwrap_or(en)
    }

    /// Returns what a typed name means, in any of the languages and however it is written.
    fn named(typed: &str) -> Option<Self> {
        let typed = fold(typed);
        let is_it = |name: &str| fold(name) == typed;
        Self::ALL.iter().copied().find(|one| one.names().iter().any(|names| names.split(' ').any(is_it)))
    }

    /// Whether what is typed may still become one of the names.
    fn begins(typed: &str) -> bool {
        let typed = fold(typed);
        let begins = |name: &str| fold(name).starts_with(&typed);
        Self::ALL.iter().any(|one| one.names().iter().any(|names| names.split(' ').any(begins)))
    }
}

impl Named for Operator {
    const ALL: &'static [Self] = &[
        Self::Circle,
        Self::Needs,
        Self::Expertise,
        Self::Organization,
        Self::Title,
        Self::Tag,
        Self::City,
        Self::Event,
        Self::Place,
        Self::Met,
        Self::Warmth,
        Self::Due,
        Self::Has,
        Self::Is,
        Self::Name,
        Self::Note,
        Self::Print,
        Self::Reach,
    ];

    fn names(self) -> [&'static str; 3] {
        match self {
            Self::Circle => ["circle", "サークル 輪", "kreis"],
            Self::Needs => ["needs need", "求める 必要 ニーズ", "sucht bedarf braucht"],
            Self::Expertise => ["expertise offers can", "得意 専門", "kann kenntnis bietet"],
            Self::Organization => ["org organization company", "会社 組織", "firma organisation"],
            Self::Title => ["title position", "役職 肩書", "position titel funktion"],
            Self::Tag => ["tag", "タグ", "tag schlagwort stichwort"],
            Self::City => ["city", "都市 市", "ort stadt"],
            Self::Event => ["event", "イベント 催し", "veranstaltung anlass"],
            Self::Place => ["place box", "場所 保管場所", "ablage ablageort"],
            Self::Name => ["name", "名前 氏名", "name"],
            Self::Note => ["note notes", "メモ", "notiz notizen"],
            Self::Print => ["card text", "名刺 文字", "karte text"],
            Self::Reach => ["contact mail phone", "連絡先 電話 メール", "kontakt mail telefon"],
            Self::Met => ["met", "会った", "getroffen traf"],
            Self::Warmth => ["warmth", "あたたかさ 温かさ 温度", "wärme"],
            Self::Due => ["due", "期限", "fällig"],
            Self::Has => ["has", "あり 有", "hat mit"],
            Self::Is => ["is", "状態", "ist"],
        }
    }
}

impl Named for State {
    const ALL: &'static [Self] = &[
        Self::Archived,
        Self::Virtual,
        Self::Mentioned,
        Self::Lent,
        Self::PassedOn,
        Self::Discarded,
        Self::Pile,
    ];

    fn names(self) -> [&'static str; 3] {
        match self {
            Self::Archived => ["archived", "アーカイブ", "archiviert"],
            Self::Virtual => ["virtual", "オンライン", "virtuell"],
            Self::Mentioned => ["mentioned", "話だけ", "erwähnt"],
            Self::Lent => ["lent", "貸出中", "verliehen"],
            Self::PassedOn => ["given", "譲渡済み", "weggegeben"],
            Self::Discarded => ["discarded", "廃棄済み", "weggeworfen"],
            Self::Pile => ["pile", "未整理", "stapel"],
        }
    }
}

impl Named for Thing {
    const ALL: &'static [Self] = &[
        Self::Scan,
        Self::Card,
        Self::Mail,
        Self::Phone,
        Self::Portrait,
        Self::Note,
        Self::Need,
        Self::Birthday,
    ];

    fn names(self) -> [&'static str; 3] {
        match self {
            Self::Scan => ["scan", "スキャン 画像", "scan bild"],
            Self::Card => ["card", "名刺", "karte"],
            Self::Mail => ["mail email", "メール", "mail e-mail"],
            Self::Phone => ["phone", "電話", "telefon"],
            Self::Portrait => ["photo portrait", "写真", "foto porträt"],
            Self::Note => ["note", "メモ", "notiz"],
            Self::Need => ["need", "ニーズ", "bedarf"],
            Self::Birthday => ["birthday", "誕生日", "geburtstag"],
        }
    }
}

impl Named for DueWord {
    const ALL: &'static [Self] = &[Self::Today, Self::Week, Self::Month, Self::Thanks, Self::Review];

    fn names(self) -> [&'static str; 3] {
        match self {
            Self::Today => ["today", "今日", "heute"],
            Self::Week => ["week", "今週 週", "woche"],
            Self::Month => ["month", "今月 月", "monat"],
            Self::Thanks => ["thanks", "お礼", "dank"],
            Self::Review => ["review", "見直し", "rückblick"],
        }
    }
}

impl Operator {
    /// Whether it looks in texts that say something by themselves; whom `circle:` and `city:` find has just that.
    pub(super) fn is_about_a_text(self) -> bool {
        matches!(self, Self::Needs | Self::Expertise | Self::Title | Self::Note | Self::Print | Self::Reach)
    }

    /// Returns the fields in which the operator looks, one bit each; `None` when it does not look for words.
    pub(super) fn fields(self) -> Option<u16> {
        let fields: &[Field] = match self {
            Self::Circle => &[Field::Circle],
            Self::Needs => &[Field::Need],
            Self::Expertise => &[Field::Expertise],
            Self::Organization => &[Field::Organization],
            Self::Title => &[Field::Title],
            Self::Tag => &[Field::Tag],
            Self::City => &[Field::City],
            Self::Event => &[Field::Event],
            Self::Name => &[Field::Name],
            Self::Note => &[Field::Note, Field::Impression, Field::Encounter, Field::Referral, Field::Task],
            Self::Print => &[Field::Print],
            Self::Reach => &[Field::Reach],
            Self::Place | Self::Met | Self::Warmth | Self::Due | Self::Has | Self::Is => return None,
        };
        Some(fields.iter().fold(0, |fields, field| fields | field.bit()))
    }

    /// Returns an example of its use, in the words of a language, for a help.
    pub fn example(self, locale: Locale) -> String {
        let name = self.name(locale);
        let quoted = |texts: [&str; 3]| {
            let text = texts[match locale {
                Locale::En => 0,
                Locale::Ja => 1,
                Locale::De => 2,
            }];
            if text.contains(' ') { format!("{name}:\"{text}\"") } else { format!("{name}:{text}") }
        };
        match self {
            Self::Circle => quoted(["makers", "作り手", "Macher"]),
            Self::Needs => quoted(["thin glass", "薄いガラス", "dünnes Glas"]),
            Self::Expertise => quoted(["optics", "光学", "Optik"]),
            Self::Organization => quoted(["Shinonome", "東雲", "Nordlicht"]),
            Self::Title => quoted(["director", "部長", "Leitung"]),
            Self::Tag => quoted(["supplier", "仕入先", "Lieferant"]),
            Self::City => quoted(["Jena", "京都", "Jena"]),
            Self::Event => quoted(["RustConf", "展示会", "Messe"]),
            Self::Place => quoted(["blue box", "青い箱", "Kasten"]),
            Self::Name => quoted(["tanaka", "田中", "Weber"]),
            Self::Note => quoted(["coffee", "コーヒー", "Kaffee"]),
            Self::Print => quoted(["GmbH", "株式会社", "GmbH"]),
            Self::Reach => quoted(["3641", "3641", "3641"]),
            Self::Met => format!("{name}:2026-03"),
            Self::Warmth => format!("{name}>40"),
            Self::Due => format!("{name}:{}", DueWord::Week.name(locale)),
            Self::Has => format!("{name}:{}", Thing::Scan.name(locale)),
            Self::Is => format!("{name}:{}", State::Virtual.name(locale)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn check<T: Named + std::fmt::Debug>() {
        let mut taken: BTreeMap<String, T> = BTreeMap::new();
        for one in T::ALL {
            for name in one.names().iter().flat_map(|names| names.split(' ')) {
                assert_eq!(T::named(name), Some(*one), "{name}");
                let other = taken.insert(fold(name), *one);
                assert!(other.is_none_or(|other| other == *one), "{name} means two things");
            }
        }
    }

    #[test]
    fn a_name_means_one_thing_in_all_languages() {
        check::<Operator>();
        check::<State>();
        check::<Thing>();
        check::<DueWord>();
        assert_eq!(Operator::named("WÄRME"), Some(Operator::Warmth));
        assert_eq!(Operator::named("ﾀｸﾞ"), Some(Operator::Tag));
        assert_eq!(Operator::named("colour"), None);
    }
}
