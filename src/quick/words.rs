//! The words by which kinds of meetings, of next steps and of help are told apart. Grammar, not wording: all languages
//! always work, whatever the window speaks.

use crate::model::{EncounterKind, FavourKind, FollowUpKind};

/// What a word says about how people met.
pub(super) struct Way {
    pub kind: EncounterKind,
    /// The word says more than the kind, so that it also stays in the note: lunch.
    pub is_telling: bool,
    /// Somebody stands behind it without "with": met Weber.
    pub takes_person: bool,
}

/// Folded words of English and German.
const IN_PERSON: &str = " met meet meeting visited visit saw treffen getroffen traf trafen besuch besucht besuchte besprechung termin gesprach ";
const TELLING: &str = " coffee tea lunch dinner breakfast brunch beer drinks drink wine walk supper kaffee tee mittagessen abendessen fruhstuck fruehstueck bier essen spaziergang lunchen ";
const CALL: &str = " call called phoned phone telephoned rang telefonat telefoniert telefonierte anruf angerufen telefon rief ";
const VIDEO: &str = " video videocall zoom teams skype webex facetime videoanruf videokonferenz videogesprach videotelefonat ";
const EMAIL: &str = " email e-mail mail emailed e-mailed mailed mails emails gemailt mailte ";
const LETTER: &str = " letter postcard brief postkarte ansichtskarte ";
const MESSAGE: &str = " message messaged texted sms whatsapp signal telegram dm threema chat chatted nachricht wrote schrieb geschrieben gechattet ";
const SOCIAL: &str = " linkedin xing facebook instagram mastodon twitter bluesky ";
const TAKES_PERSON: &str = " met meet visited visit saw getroffen traf trafen besucht besuchte called phoned telephoned rang angerufen rief emailed e-mailed mailed mailte messaged texted wrote schrieb email ";

fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && !word.contains(' ') && list.contains(&format!(" {word} "))
}

/// Returns what a folded word of English or German says about how people met.
pub(super) fn way(word: &str) -> Option<Way> {
    let kind = if has(IN_PERSON, word) || has(TELLING, word) {
        EncounterKind::InPerson
    } else if has(CALL, word) {
        EncounterKind::Call
    } else if has(VIDEO, word) {
        EncounterKind::Video
    } else if has(EMAIL, word) {
        EncounterKind::Email
    } else if has(LETTER, word) {
        EncounterKind::Letter
    } else if has(MESSAGE, word) {
        EncounterKind::Message
    } else if has(SOCIAL, word) {
        EncounterKind::SocialMedia
    } else {
        return None;
    };
    Some(Way { kind, is_telling: has(TELLING, word), takes_person: has(TAKES_PERSON, word) })
}

/// A verb whose subject is the other one when a name stands before it: "Weber called".
pub(super) fn is_reaching_out(word: &str) -> bool {
    has(
        " called phoned telephoned rang emailed e-mailed mailed messaged texted wrote schrieb rief mailte ",
        word,
    )
}

/// A tool behind "on", "by", "per", "über": it says how, not where or about what.
pub(super) fn is_tool(word: &str) -> bool {
    has(VIDEO, word)
        || has(SOCIAL, word)
        || has(" phone telefon mail email e-mail whatsapp sms signal telegram threema ", word)
}

/// Words that say nothing by themselves; a note of nothing else is no note.
pub(super) fn is_filler(word: &str) -> bool {
    has(
        " i we he she they had have has a an the to and with on in at of from was were is been ich wir er sie hatte habe hatten haben hat \
         war waren ein eine einen einem einer der die das den dem und mit am im an von vom zu zum & + we've i've just then also auch noch us uns ",
        word,
    )
}

/// Words behind "with" that name no person.
pub(super) fn is_no_name(word: &str) -> bool {
    has(
        " a an the some my our his her their two three four several many all everyone everybody people friends colleagues team family \
         him them me us it milk sugar ein eine einem einer einigen meinem meiner meinen unserem unserer seinem seiner ihrem ihrer zwei drei \
         allen vielen freunden kollegen familie ihm ihnen ihr mir uns dir ",
        word,
    )
}

/// Titles before a name.
pub(super) fn is_title(word: &str) -> bool {
    has(" mr mr. mrs mrs. ms ms. dr dr. prof prof. herr herrn frau hr. fr. ", word)
}

/// Verbs and nouns with which a next step begins or ends, and what kind it is.
pub(super) fn step(word: &str) -> Option<FollowUpKind> {
    const STEPS: [(FollowUpKind, &str); 9] = [
        (
            FollowUpKind::Review,
            " review ruckblick rueckblick wiedervorlage durchsicht 見直し 見直す 振り返り レビュー ",
        ),
        (FollowUpKind::Call, " call phone ring anrufen anruf telefonieren telefonat 電話 "),
        (
            FollowUpKind::Message,
            " mail email e-mail write message send text mailen schreiben nachricht senden schicken zusenden メール 連絡 送る 送付 ",
        ),
        (
            FollowUpKind::Meet,
            " meet meeting visit lunch coffee dinner treffen besuchen besuch mittagessen kaffee essen 会う 会食 面談 面会 打ち合わせ 打合せ 訪問 ランチ 昼食 夕食 再会 ",
        ),
        (FollowUpKind::ThankYou, " thank thanks danken bedanken danke お礼 "),
        (FollowUpKind::Introduce, " introduce vorstellen bekanntmachen 紹介 "),
        (FollowUpKind::Amends, " apologise apologize entschuldigen お詫び "),
        (FollowUpKind::TellOwner, " "),
        (
            FollowUpKind::Other,
            " follow check ask invite prepare order return look book plan read bring share decide nachfassen nachfragen fragen einladen \
             prufen vorbereiten bestellen zuruckgeben lesen mitbringen planen klaren 確認 準備 返す 招待 相談 ",
        ),
    ];
    STEPS.into_iter().find(|(_, words)| has(words, word)).map(|(kind, _)| kind)
}

/// Words with which a next step is announced.
pub(super) fn announces(word: &str) -> bool {
    has(
        " next todo to-do follow-up followup remind reminder remember promised should must will need nachster nachste naechster naechste \
         erinnern erinnerung muss soll sollte versprochen wiedervorlage dann danach then afterwards ",
        word,
    )
}

/// What a noun of help is, and whether it says only the kind.
pub(super) fn help(word: &str) -> Option<(FavourKind, bool)> {
    const HELP: [(FavourKind, bool, &str); 8] = [
        (FavourKind::Advice, true, " advice tip tips rat ratschlag tipp tipps feedback ruckmeldung "),
        (FavourKind::Introduction, true, " introduction intro introductions vorstellung "),
        (FavourKind::Support, true, " support help comfort hilfe unterstutzung trost "),
        (FavourKind::Referral, true, " referral lead recommendation empfehlung kontakt "),
        (FavourKind::Business, true, " business geschaft "),
        (FavourKind::Business, false, " order contract job auftrag bestellung vertrag "),
        (FavourKind::Gift, true, " gift present geschenk "),
        (
            FavourKind::Gift,
            false,
            " book wine chocolate chocolates flowers ticket tickets sample samples buch wein schokolade blumen karten muster ",
        ),
    ];
    HELP.into_iter().find(|(.., words)| has(words, word)).map(|(kind, generic, _)| (kind, generic))
}
