//! Texts cut into words, and each word in the forms under which it is kept.
//!
//! Owns the cutting by writing (Latin words, runs of kanji, katakana and hiragana), stems, and words that say nothing.
//! Must not know what a text is about. Start reading at [`tokens`], then [`Forms`].
//!
//! Japanese is not cut by a dictionary: runs of one writing are words or compounds of words, and pairs of kanji find the
//! words inside. That needs no data, and what it misses the words of [`super::synonyms`] know.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashSet;

use crate::text::{fold::fold, tidy::is_hidden};

/// In which writing a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Letters and digits of all other writings.
    Word,
    Kanji,
    Katakana,
    Hiragana,
}

/// A word of a text, or a run of one Japanese writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    pub folded: String,
    pub script: Script,
    /// Only a hyphen, or nothing, is between this and the one before.
    pub joined: bool,
    /// All capitals: IT is a field, "it" is none.
    pub acronym: bool,
    /// One kanji with the hiragana of its verb or adjective: 釣り, 受けない. The kanji alone is no word.
    pub verb: bool,
}

impl Token {
    /// Whether it says nothing by itself.
    pub fn is_empty_word(&self) -> bool {
        match self.script {
            Script::Word => {
                let short = self.folded.chars().count();
                if self.acronym && short > 1 {
                    return false;
                }
                let is_number = self.folded.bytes().all(|byte| byte.is_ascii_digit());
                (short < 2 && self.folded.is_ascii()) || is_number || STOP_WORDS.contains(&*self.folded)
            }
            Script::Kanji => {
                let mut characters = self.folded.chars();
                match (characters.next(), characters.next()) {
                    (Some(only), None) => STOP_KANJI.contains(only),
                    _ => STOP_JAPANESE.contains(&*self.folded),
                }
            }
            Script::Katakana => self.folded.chars().count() < 2,
            Script::Hiragana if self.verb => {
                self.folded.starts_with(|it| STOP_KANJI.contains(it)) || STOP_JAPANESE.contains(&*self.folded)
            }
            Script::Hiragana => self.folded.chars().count() < 3 || STOP_JAPANESE.contains(&*self.folded),
        }
    }
}

fn script_of(character: char) -> Option<Script> {
    Some(match u32::from(character) {
        0x3041..=0x3096 => Script::Hiragana,
        0x30a1..=0x30fa | 0x30fd..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f => Script::Katakana,
        0x3005..=0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_23af => {
            Script::Kanji
        }
        _ if character.is_alphanumeric() => Script::Word,
        _ => return None,
    })
}

/// Whether a character belongs to the one before it.
fn is_mark(character: char) -> bool {
    let code = u32::from(character);
    is_hidden(character)
        || matches!(code, 0x300..=0x36f | 0x3099 | 0x309a | 0xfe00..=0xfe0f | 0x200b..=0x200f)
}

/// So much of a text is looked at, in characters; nobody's need is longer.
const MOST_CHARACTERS: usize = 2000;
/// Words of more letters are no words: they have no stem and no parts.
pub(super) const LONGEST_WORD: usize = 64;

/// The beginning of a text that is looked at when it is a question.
pub(super) fn looked_at(text: &str) -> &str {
    text.char_indices().nth(MOST_CHARACTERS).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The letters of a word that ends in a number ("bearing2"), when they are long enough for a word of their own.
pub(super) fn without_number(folded: &str) -> Option<&str> {
    let letters = folded.trim_end_matches(|it: char| it.is_ascii_digit());
    let is_word = letters.chars().all(char::is_alphabetic) && letters.chars().count() > 3;
    (is_word && letters.len() < folded.len()).then_some(letters)
}

/// Cuts a text. Nothing is left out but signs; see [`Token::is_empty_word`].
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut run: Option<(usize, usize, Script)> = None;
    // Where the last token ended, and whether anything but one hyphen came since.
    let mut hyphen_only = true;
    let mut after_kanji = false;
    let mut close = |run: &mut Option<(usize, usize, Script)>, hyphen_only: &mut bool| {
        let Some((start, end, script)) = run.take() else { return };
        let written = &text[start..end];
        // What follows kanji in hiragana is its ending or a particle.
        let ending =
            script == Script::Hiragana && after_kanji && found.last().is_some_and(|it| it.range.end == start);
        after_kanji = script == Script::Kanji;
        let mut folded = fold(written);
        if folded.is_empty() || ending {
            *hyphen_only = false;
            let single = found.last_mut().filter(|it| ending && it.folded.chars().count() == 1);
            if let Some(verb) = single.filter(|_| !folded.starts_with(PARTICLES)) {
                if folded.chars().count() > 1 && folded.ends_with(PARTICLES) {
                    folded.pop();
                }
                verb.folded.push_str(&folded);
                (verb.range.end, verb.script, verb.verb) = (end, Script::Hiragana, true);
            }
            return;
        }
        if script == Script::Hiragana && folded.chars().count() > 3 && folded.ends_with(PARTICLES) {
            folded.pop();
        }
        if script == Script::Katakana && folded.chars().count() > 3 && folded.ends_with('ー') {
            // サーバー and サーバ are one word.
            folded.pop();
        }
        let acronym = script == Script::Word
            && written.chars().count() <= 5
            && written.chars().any(char::is_uppercase)
            && !written.chars().any(char::is_lowercase);
        let joined = *hyphen_only && !found.is_empty();
        found.push(Token { range: start..end, folded, script, joined, acronym, verb: false });
        *hyphen_only = true;
    };
    let mut hyphens = 0;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if let Some(open) = &mut run {
            let prolongs = character == 'ー' && matches!(open.2, Script::Katakana | Script::Hiragana);
            let of_language =
                matches!(character, '+' | '#') && open.2 == Script::Word && text[open.0..at].len() <= 2;
            if is_mark(character) || prolongs || of_language {
                open.1 = end;
                continue;
            }
        }
        let script = if character == 'ー' { Some(Script::Katakana) } else { script_of(character) };
        match script {
            Some(script) => {
                if run.is_some_and(|open| open.2 != script) {
                    close(&mut run, &mut hyphen_only);
                }
                match &mut run {
                    Some(open) => open.1 = end,
                    None => run = Some((at, end, script)),
                }
                hyphens = 0;
            }
            None => {
                close(&mut run, &mut hyphen_only);
                hyphens += 1;
                if hyphens > 1 || !matches!(character, '-' | '‐' | '‑' | '–') {
                    hyphen_only = false;
                }
            }
        }
    }
    close(&mut run, &mut hyphen_only);
    found
}

/// The forms of a Latin word under which it is kept and looked for.
pub(super) struct Forms {
    english: Stemmer,
    german: Stemmer,
}

impl Forms {
    pub fn new() -> Self {
        Self { english: Stemmer::create(Algorithm::English), german: Stemmer::create(Algorithm::German) }
    }

    /// Returns the word itself, its stem in its language, or in both where that is open, and both without ae, oe, ue for
    /// umlauts; each once. In the other language's stem words meet that have nothing in common ("fastener" and "faster").
    /// A stem of less than four letters is too little to tell words apart ("Lager" and "Lage"): only plural and case go.
    pub fn of(&self, folded: &str, tongue: Tongue) -> Vec<String> {
        let mut forms = vec![folded.to_owned()];
        let mut add = |form: String| {
            if !forms.contains(&form) {
                forms.push(form);
            }
        };
        if folded.is_ascii() && (4..=LONGEST_WORD).contains(&folded.len()) {
            let stemmers: &[&Stemmer] = match tongue {
                Tongue::English => &[&self.english],
                Tongue::German => &[&self.german],
                Tongue::Either => &[&self.english, &self.german],
            };
            for stemmer in stemmers {
                let stem = if std::ptr::eq(*stemmer, &self.english) {
                    self.english_stem(folded)
                } else {
                    stemmer.stem(folded)
                };
                if stem.len() >= 4 { add(stem.into_owned()) } else { add(light(folded).to_owned()) }
            }
            if folded.ends_with("ings") {
                // The stem of "bearings" is that of the animal.
                add(light(folded).to_owned());
            }
            if let Some(plain) = without_transcribed_umlauts(folded).filter(|_| tongue != Tongue::English) {
                let stem = self.german.stem(&plain).into_owned();
                add(plain);
                if stem.len() >= 4 {
                    add(stem);
                }
            }
        }
        forms
    }

    fn english_stem<'w>(&self, folded: &'w str) -> Cow<'w, str> {
        let singular = folded.strip_suffix('s').unwrap_or(folded);
        match OWN_STEMS.iter().find(|own| **own == folded || **own == singular) {
            Some(own) => Cow::Borrowed(own),
            None => self.english.stem(folded),
        }
    }

    /// Returns the stem that stands for a word among several.
    pub fn main(&self, folded: &str, german: bool) -> String {
        if !folded.is_ascii() || folded.len() <= 3 || folded.len() > LONGEST_WORD {
            return folded.to_owned();
        }
        let stem = if german { self.german.stem(folded) } else { self.english_stem(folded) };
        if stem.len() >= 4 { stem.into_owned() } else { light(folded).to_owned() }
    }
}

/// English words that the stemmer puts together with others which have another meaning: customers with customs, housings
/// with houses, an organization with an organ, an engineer with an engine.
const OWN_STEMS: [&str; 19] = [
    "customs",
    "customer",
    "housing",
    "organization",
    "organisation",
    "organic",
    "university",
    "universal",
    "policy",
    "police",
    "authority",
    "emergency",
    "marketing",
    "training",
    "engineer",
    "engineering",
    "wedding",
    "clothing",
    "sourcing",
];

/// A word without the letter of its plural or case.
fn light(folded: &str) -> &str {
    match folded.strip_suffix(['s', 'n']) {
        Some(rest) if rest.len() > 3 && !rest.ends_with('s') => rest,
        _ => folded,
    }
}

/// `waelzlager` as `walzlager`; nothing without ae, oe, ue.
fn without_transcribed_umlauts(folded: &str) -> Option<String> {
    let plain = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    (plain.len() != folded.len() && plain.len() > 3).then_some(plain)
}

/// The language of a text, as far as it decides which stems its words have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Tongue {
    English,
    German,
    /// Two words seldom tell.
    Either,
}

/// In which language a text is, by its letters and its small words.
pub(super) fn tongue(text: &str, tokens: &[Token]) -> Tongue {
    let (german, english) = signs(tokens);
    if has_umlaut(text) || german > english {
        Tongue::German
    } else if english > german {
        Tongue::English
    } else {
        Tongue::Either
    }
}

fn has_umlaut(text: &str) -> bool {
    text.contains(['ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü'])
}

/// How many small words are German, and how many English.
fn signs(tokens: &[Token]) -> (usize, usize) {
    let count = |words: &[&str]| tokens.iter().filter(|token| words.contains(&&*token.folded)).count();
    (count(&GERMAN_SIGNS), count(&ENGLISH_SIGNS))
}

/// Whether German is the language of whoever wrote something: all that counts of a language.
pub(super) fn speaks_german(speaks: &str) -> bool {
    speaks.starts_with("de")
}

/// Whether a text is German, by its letters and its small words.
pub(super) fn is_german(text: &str, tokens: &[Token], speaks: &str) -> bool {
    if has_umlaut(text) {
        return true;
    }
    let (german, english) = signs(tokens);
    german > english || (german == english && (speaks_german(speaks) || has_german_ending(tokens)))
}

fn has_german_ending(tokens: &[Token]) -> bool {
    let endings = ["ung", "ungen", "keit", "heit", "schaft", "technik", "lager", "bau", "werk", "ierung"];
    tokens
        .iter()
        .any(|token| token.folded.len() > 7 && endings.iter().any(|ending| token.folded.ends_with(ending)))
}

/// Whether a sentence tells of something that is looked for, so that it does not count as something that is there.
pub(super) fn asks(folded: &str) -> bool {
    ASKING.iter().any(|sign| folded.contains(sign))
}

/// Signs of looking for something, folded.
const ASKING: [&str; 36] = [
    "looks for",
    "look for",
    "looking for",
    "lookin for",
    "in need of",
    "needs ",
    "need a ",
    "searching for",
    "searches for",
    "wants a ",
    "want to find",
    "would like to meet",
    "hopes to find",
    "trying to find",
    "asked for",
    "sucht",
    "suche ",
    "suchen",
    "braucht",
    "benotigt",
    "bedarf an",
    "fehlt ",
    "wunscht sich",
    "hatte gern",
    "さがして",
    "さがす",
    "探して",
    "探す",
    "求めて",
    "求む",
    "必要として",
    "が必要",
    "ほしい",
    "欲しい",
    "困って",
    "募集",
];

/// What stands behind a word and does not belong to it.
const PARTICLES: [char; 8] = ['の', 'を', 'が', 'は', 'に', 'で', 'と', 'も'];

const GERMAN_SIGNS: [&str; 26] = [
    "der", "die", "das", "und", "fur", "mit", "von", "aus", "ein", "eine", "einen", "wer", "nicht", "zum",
    "zur", "im", "auf", "bei", "sucht", "braucht", "uber", "nach", "den", "dem", "des", "ich",
];
const ENGLISH_SIGNS: [&str; 20] = [
    "the", "and", "for", "with", "who", "of", "to", "a", "an", "from", "that", "is", "are", "needs",
    "looking", "how", "our", "their", "by", "you",
];

/// Words that stand in any need and say nothing about it, folded, in the languages of the program: what binds, points,
/// counts or asks. The lists of Snowball and what else there is of the kind.
static STOP_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let english = "i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers \
        herself it its itself they them their theirs themselves what which who whom whose this that these those am \
        is are was were be been being have has had having do does did doing would should could ought shall may \
        might must will can cannot don doesn didn isn aren wasn weren couldn wouldn shouldn hasn haven hadn ll ve \
        re a an the and but if or nor because as us until till while of at by for with about against between into \
        through during before after above below beyond to from up down in out on off over under again further then \
        once here there when where why how all any both each few more most other some such no not only own same so \
        than too very just across along although amid among another anybody anyone anything around aside away back \
        behind beside besides despite either else enough even ever every everybody everyone everything except \
        inside instead less least lot lots many maybe much near nearly neither never nobody none nothing now \
        nowhere often onto outside per perhaps quite rather really seldom several since sometimes somebody someone \
        something somewhere soon still though throughout thus together toward towards underneath unless unlike \
        unlikely upon versus via whatever whenever wherever whether whoever within without yet already almost \
        always also early late like well one ones two three four five six seven eight nine ten eleven twelve twenty \
        hundred thousand million second third half best better big find get gets give gives go goes good \
        great got help helps kind know knows look looks looking made make makes meet need needs needed new nice \
        people person please right say says said see sees seek seeks take takes thing things use used uses \
        using want wants way introduction";
    let german = "aber ab alle allem allen aller alles als also am ander andere anderem anderen anderer anderes anders an \
        auch auf aus ausser ausserdem ausserhalb bei beim beide beiden bevor bin bis bist bisher bitte bald da \
        dabei dadurch dafur dagegen daher damit danach dann daran darauf daraus darin daruber darum darunter das \
        dass davon davor dazu dein deine deinem deinen deiner deines dem den denen denn der deren derer derselbe \
        derselben des desselben deshalb dessen dich die dies diese dieselbe dieselben diesem diesen dieser dieses \
        dir doch dort du durch durfen darf eher ein eine einem einen einer eines einig einige einigem einigen \
        einiger einiges einmal entweder er erst es etwa etwas euch euer eure eurem euren eurer eures falls fast fur fuer ueber koennen moechte waehrend \
        fuer ganz ganze ganzen gar gegen gern gerne gewesen gibt gut gute guten guter gutes hab habe haben hat \
        hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb \
        ins ist ja je jede jedem jeden jeder jedes jemand jemandem jemanden jene jenem jenen jener jenes jetzt kann \
        kannst kein keine keinem keinen keiner keines kennt kennen konnen konnte konnten lasst lassen leute machen \
        macht man manche manchem manchen mancher manches mag mehr mehrere mehreren mein meine meinem meinen meiner \
        meines meist mich mir mit mochte mochten moglichst muss mussen musste nach nachdem nah nahe neben neu neue \
        neuem neuen neuer neues nicht nichts nie niemand noch nun nur ob obwohl oder oft ohne paar pro schon sehr \
        sei sein seine seinem seinen seiner seines seit seitdem selbst sich sie sind so sobald solange solche \
        solchem solchen solcher solches soll sollen sollte sondern sonst sowie sowohl statt anstatt stets such \
        suche suchen sucht trotz trotzdem uber um und uns unse unsem unsen unser unsere unserem unseren unserer \
        unseres unter viel viele vielen vieler vielleicht vom von vor wahrend wann war waren warst warum was weder \
        weg wegen weil weiter weitere weiteren welche welchem welchen welcher welches wem wen wenig wenige wenigen \
        weniger wenn wer werde werden wessen wie wieder will wir wird wirst wo wobei wodurch wofur woher wohin wohl \
        wollen wollte womit woran wozu wurde wurden zu zum zur zwar zwischen braucht brauchen benotigt bekommt \
        bekommen wirklich null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig hundert \
        dreihundert tausend million halb halbe halben";
    english.split_whitespace().chain(german.split_whitespace()).collect()
});

/// Words of Japanese sentences that say nothing about a need, folded.
static STOP_JAPANESE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let list = "する します している しています してくれる ください できる できます できれば について ための という といった ような \
        ように など から まで より だけ こと もの ところ ため これ それ あれ ある いる います あります として において における による \
        または および とか さん さがす さがしています ほしい したい 紹介 希望 必要 募集 相手 ほか その この あの どの などの なし なく なしで 無し 無く 抜き ぬき 付き つき 向け 込み のみ \
        だけの だけで ない ません です でした ました ながら けれど しかし そして さらに とても もっと すべて 全て 全部 みんな 皆 以外 以上 以下 以内 不要 可能 \
        たち たとえば 例えば ほど くらい ぐらい まだ もう すぐ いつ どこ だれ なに いくつか いろいろ 様々 一部 場合 際に ために のため のための という わたし あなた";
    list.split_whitespace().collect()
});

/// Whether a word is one of any trade, which says little by itself.
pub(super) fn is_general(folded: &str) -> bool {
    GENERAL_WORDS.contains(folded)
}

static GENERAL_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let list = "business companies company contact contacts expert experienced experience experts field firm firms industry \
        line market markets meeting meetings product products professional project projects quick quickly service services \
        solution solutions specialist specialists system systems team technologies technology tool tools work working works \
        ask asked asking asks big bigger call called calling calls change changed changes come comes fast finish finished first \
        full go goes going keep keeps large late long new old open opened opens plan planned plans quickly ready room rooms \
        run running runs short show shows simple small smaller start started starts stop talk talked talking talks tell tells advice \
        time times tiny try whole young \
        anbieter bereich betrieb branche dienst dienstleister dienstleistung erfahrung experte experten expertin fachkraft \
        fachkrafte firma firmen gesprach kontakt kontakte losung losungen markt profi produkt produkte projekt projekte \
        betriebe betrieben fertig ganz gross grosse grossen grosser halb jung junge jungen junger klein kleine kleinem kleinen \
        kleiner kleines kurz kurze kurzen kurzer lang lange langen langer neuer neues offen offene offenen offener plane plant \
        plante rat raum raume raumen reden redet spat spate spaten alt alte altem alten alter altes erste ersten erster erstes \
        winzig winzige winzigen zeit \
        schnell spezialist spezialisten technik technologie treffen unternehmen ansprechpartner \
        相談 最初 初回 新規 小さな 小さい 古い 若い 新しい 大きな 大きい 短い 長い 早め 部屋 \
        会社 企業 製品 商品 技術 専門 専門家 業界 経験 担当 担当者 分野 対応 各種 さーびす しすてむ ぷろじぇくと せいひん";
    list.split_whitespace().collect()
});

/// Kanji that are verbs or endings when they stand alone.
const STOP_KANJI: &str = "探求欲知思会見聞話言行来出入使作持立取送読始終続変感考願頼困人方者的等様約年月日本件点際間中内外前後上下何私僕彼御各化性用先物事時所毎他今為側名手";

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().filter(|it| !it.is_empty_word()).map(|it| it.folded).collect()
    }

    #[test]
    fn texts_are_cut_by_their_writing() {
        for (text, expected) in [
            ("someone for lamination of thin-glass", &["lamination", "thin", "glass"][..]),
            ("Sucht einen Hersteller für Wälzlager", &["hersteller", "walzlager"]),
            ("IT for it, C++ and C#", &["it", "c++", "c#"]),
            ("耐塩水ベアリングの販売先を探しています", &["耐塩水", "べありんぐ", "販売先"]),
            ("ﾍﾞｱﾘﾝｸﾞ、サーバー", &["べありんぐ", "さーば"]),
            ("りんごの木", &["りんご", "木"]),
            ("他社が受けない注文", &["他社", "受けない", "注文"]),
            ("釣りが趣味", &["釣り", "趣味"]),
            ("値段を先に言う", &["値段"]),
            ("!!! … 123", &[]),
            ("", &[]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn a_hyphen_joins_and_a_space_does_not() {
        let joined = |text: &str| tokens(text).iter().map(|it| it.joined).collect::<Vec<_>>();
        assert_eq!(joined("start-up money"), [false, true, false]);
        assert_eq!(joined("a - b"), [false, false]);
    }

    #[test]
    fn a_number_is_cut_off_a_word_and_only_the_beginning_is_looked_at() {
        assert_eq!(without_number("bearing12"), Some("bearing"));
        assert_eq!(
            (without_number("iso9001"), without_number("bearing"), without_number("a1b2")),
            (None, None, None)
        );
        assert_eq!(looked_at(&"ä".repeat(5000)).chars().count(), MOST_CHARACTERS);
        assert_eq!(looked_at("ä"), "ä");
    }

    #[test]
    fn a_word_is_kept_under_its_stems() {
        let forms = Forms::new();
        let of = |word: &str| forms.of(word, Tongue::Either);
        assert_eq!(of("bearings"), ["bearings", "bear", "bearing"]);
        assert!(of("verpackungen").contains(&"verpack".to_owned()));
        assert_eq!(of("lager"), ["lager"], "a stem of three letters is too short");
        assert!(of("waelzlager").contains(&"walzlager".to_owned()));
        assert!(of("fastener").contains(&"fast".to_owned()));
        assert_eq!(forms.of("fastener", Tongue::English), ["fastener", "fasten"]);
        assert_eq!(forms.of("bearings", Tongue::English), ["bearings", "bear", "bearing"]);
        assert_eq!(forms.of("verpackungen", Tongue::German), ["verpackungen", "verpack"]);
    }

    #[test]
    fn every_place_of_a_token_is_a_place_of_the_text() {
        for text in ["Ｗälzlager ㍿東雲", "e\u{301}tude", "👩‍🔬 x", "\u{202e}abc", "ー", "1ー"]
        {
            for token in tokens(text) {
                assert!(text.get(token.range.clone()).is_some(), "{text} {token:?}");
            }
        }
    }

    #[test]
    fn what_binds_words_says_nothing() {
        let all = "without with for between against during through under until via per the a an and or nor but because if while \
            whether who whom whose which that this these some any every each both several few many more most less no not only own \
            same other another such so too very just again once here there then now already still yet never always often perhaps \
            can could may might must shall should will would is are was were be been being have has had do does did \
            i me my you your he him his she her it its we us our they them their somebody something everything nobody three hundred \
            ohne mit fur zwischen gegen wahrend durch unter bis uber wegen trotz statt pro der die das den dem des ein eine einer \
            einem einen und oder aber weil wenn ob dass als wie wer was wo welche welcher dieser diese dieses jeder jede jedes alle \
            alles viele wenige mehr weniger kein keine nicht nur auch noch schon sehr so dann hier dort jetzt immer oft nie vielleicht \
            ich mich mir du er ihn ihm sie ihr es wir uns unser man sich jemand niemand etwas nichts kann konnte muss soll will wird \
            wurde ist sind war waren hat haben hatte drei hundert ohne";
        let silent = |word: &str| tokens(word).iter().all(Token::is_empty_word);
        for word in all.split_whitespace().chain(["für", "über", "während"]) {
            assert!(silent(word), "{word}");
        }
        for word in [
            "なし",
            "抜き",
            "のための",
            "について",
            "できる",
            "ください",
            "という",
            "だけ",
            "など",
            "または",
            "以外",
            "ない",
        ] {
            assert!(silent(word), "{word}");
        }
        for word in ["plastic", "Zoll", "Karten", "tax", "Lager", "包装", "音響", "ロボット", "釣り", "IT"]
        {
            assert!(!silent(word), "{word}");
        }
    }
}
