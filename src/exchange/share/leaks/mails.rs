//! E-mail addresses, profiles on the web and names in messengers, however they are written around.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::fold::View;
use super::{LeakKind, regex};

/// Ends of domains that are read as such where "dot" was written or a blank stands before it.
const ENDS: &str = "com|org|net|info|biz|edu|gov|mil|int|name|pro|jp|co|ac|or|ne|go|ed|gr|lg|de|at|ch|li|eu|uk|us|ca|au|nz|fr|it|es|pt|nl|be|lu|dk|se|no|fi|is|ie|pl|cz|sk|hu|ro|bg|gr|tr|ru|ua|cn|tw|hk|kr|in|sg|th|vn|br|mx|ar|za|io|ai|app|dev|tech|cloud|online|shop|site|me|tv|cc|xyz|design|studio|agency|berlin|hamburg|koeln|wien|tokyo|osaka|example|test|invalid|local|consulting|email|gmbh|swiss";

static SPACED: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?:[A-Za-z0-9@._+-] )+[A-Za-z0-9]\b"));
static AT_IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\s*[(\[{<「【〔*|~_-]+\s*(?:at|att|a|@|ad|klammeraffe|affenschwanz|arroba|あっとまーく|あっと)\s*[)\]}>」】〕*|~_-]+\s*",
    )
});
static DOT_IN_BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\s*[(\[{<「【〔*|~_-]+\s*(?:dot|d0t|punkt|point|ponto|punto|\.|とっと|てん|点)\s*[)\]}>」】〕*|~_-]+\s*",
    )
});
static KANA_AT: LazyLock<Regex> =
    LazyLock::new(|| regex(r"([A-Za-z0-9])\s*(?:あっとまーく|あっと|@まーく)\s*([A-Za-z0-9])"));
static KANA_DOT: LazyLock<Regex> =
    LazyLock::new(|| regex(r"([A-Za-z0-9])\s*(?:とっと|てん|。)\s*([A-Za-z0-9])"));
static DOT: LazyLock<Regex> = LazyLock::new(|| regex(r"(?i)[\s_-]+(?:dot|d0t|punkt)[\s_-]+"));
static AFFENSCHWANZ: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)[\s_-]+(?:klammeraffe|affenschwanz|at[ -]?sign|at[ -]?zeichen)[\s_-]+"));
static AT: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(\w)(\s*)@(\s*)([A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)*)"));
static SLASH: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)\s*(?:\bslash\b|\bschragstrich\b|すらっしゅ)\s*"));

static MAIL: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?:[A-Za-z0-9][A-Za-z0-9._%+'-]*|[^\s\x00-\x7F]{{1,12}})@[\w-]*[A-Za-z][\w-]*(?:\.[\w-]+| ?\. ?(?:{ENDS})\b)*"
    ))
});
/// Somebody "at" a domain.
static SPOKEN: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)\b([a-z0-9][a-z0-9._+-]*)[\s_-]+(?:at|bei)[\s_-]+([a-z0-9-]+(?:\s?\.\s?[a-z0-9-]+)*\s?\.\s?(?:{ENDS}))\b"
    ))
});
/// Somebody at a provider of mail, whose end everybody knows.
static AT_PROVIDER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b([a-z0-9][a-z0-9._+-]*)[\s_-]+(?:at|bei)[\s_-]+((?:gmail|googlemail|gmx|web\.?de|outlook|yahoo|icloud|docomo|softbank|ezweb|t-online|hotmail|proton(?:mail)?)(?:\s?\.\s?[a-z]{2,4})*)\b",
    )
});
/// The same with あっと.
static KANA_PROVIDER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)([a-z0-9][a-z0-9._+-]*)\s*(?:あっとまーく|あっと|@)\s*(?:gmail|gmx|outlook|yahoo|icloud|docomo|softbank|ezweb|hotmail|proton|しーめーる|やふー|とこも|そふとはんく)",
    )
});
/// Where people work too: written with a capital they are the company.
const EMPLOYERS: [&str; 4] = ["yahoo", "docomo", "softbank", "proton"];
static GLUED: LazyLock<Regex> =
    LazyLock::new(|| regex(r"\b[a-z0-9._+-]+(?:AT|At)[a-z0-9-]+(?:DOT|Dot|PUNKT|Punkt|\.)[a-z]{2,}\b"));
/// Before "at", these are no names of mailboxes: "look at example.com".
const NO_MAILBOX: &str = " look looks looked looking see seen saw find found is was are were be been am meet met me us you him her it them up here there page pages site website homepage visit shop available online more information info read details team job work works worked working engineer people someone anyone speak speaking spoke talk talked live based hosted located order buy sign signed register registered download available published listed engineer developer manager head lead director sales developers researcher consultant designer founder office and or now again today not arrive arrived stay mail mails email account accounts mailbox address inbox konto postfach adresse arbeitet arbeite arbeiten arbeitete angestellt ist war bin sind jetzt heute dort hier mehr infos informationen gefunden gesehen kaufen bestellen erhaeltlich erhaltlich ingenieur ingenieurin leiter leiterin chef chefin entwickler entwicklerin seite und oder auch sie er ihn ihm direkt nur alles gelesen steht stand lief laeuft lauft kunde kundin kunden ";

const SERVICES: &str = r"(?:linkedin\.com|lnkd\.in|xing\.(?:com|to)|twitter\.com|x\.com|facebook\.com|fb\.(?:me|com)|m\.me|instagram\.com|github\.com|gitlab\.com|t\.me|telegram\.(?:me|org)|wa\.me|line\.me|lin\.ee|youtube\.com|tiktok\.com|threads\.net|bsky\.app|mastodon\.[a-z]+|medium\.com|note\.com|qiita\.com|zenn\.dev|calendly\.com|discord\.(?:gg|com)|skype\.com|wechat\.com|weixin\.qq\.com|kakao\.com|8card\.net|eight\.me|wantedly\.com|vk\.com|reddit\.com|pinterest\.com|snapchat\.com|signal\.me|matrix\.to|keybase\.io|about\.me|linktr\.ee|orcid\.org|researchgate\.net)";
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)(?:https?\s?:\s?/\s?/\s?)?(?:\b[a-z0-9-]+\.)*\b{SERVICES}\s?/\s?[^\s<>)\]、。」]+|\b(?:https?|www)[:.][^\s<>]*/(?:~|@|in/|u/|user/|users/|profile/|profiles/|people/|person/|team/)[^\s<>)\]]+|\b(?:skype|tel|sms|sip|xmpp|callto|mailto|whatsapp|tg|line):/{{0,2}}[^\s<>]{{3,}}"
    ))
});
static AT_NAME: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:^|[^A-Za-z0-9._%+@'-])(@[A-Za-z0-9_][A-Za-z0-9_.-]{1,60})"));
static AT_SPACED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)\b(?:insta(?:gram)?|twitter|x|telegram|tiktok|threads|mastodon|bluesky|line|wechat)\b[\s:]*(?:is|ist|id|は)?[\s:]*(@\s?[a-z0-9_][a-z0-9_.-]{1,60})",
    )
});
static MESSENGER: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)(\b(?:line|we\s?chat|weixin|telegram|whatsapp|skype|kakao(?:talk)?|viber|threema|discord|signal|slack|insta(?:gram)?|facebook|messenger|twitter|linkedin|linked in|xing|tiktok|snapchat|github|mastodon|bluesky|zoom)|らいん|微信|てれくらむ|いんすた(?:くらむ)?|ついったー)(\s*(?:の|[-_])?\s*(?:user\s?name|name|nutzername|handle|profil[e]?|account|konto|あかうんと|contact|id|あいてぃ)?\s*(?:is|ist|lautet|は|:|=|->|→|・)\s*|\s*(?:-|の)?\s*(?:user\s?name|nutzername|handle|account|konto|あかうんと|id)\s+|\s+)((?:live:\.?)?[A-Za-z0-9][A-Za-z0-9._-]{2,60})",
    )
});
/// The name of a service, in a text.
static SERVICE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b(?:(?i:we\s?chat|weixin|telegram|whatsapp|skype|kakao(?:talk)?|viber|threema|discord|insta(?:gram)?|facebook|twitter|linkedin|tiktok|snapchat|github|mastodon|bluesky)|LINE|Signal|Slack|Zoom|Xing|XING)\b|微信|てれくらむ|いんすた|らいん",
    )
});
/// A word that is written as names in networks are: `kumiko_k`, `haruka88`, `kumiko.k`.
static LIKE_A_HANDLE: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"\b[A-Za-z0-9.-]*[A-Za-z0-9]_[A-Za-z0-9][\w.-]*|\b[a-z]{3,}\.[a-z0-9]+\b|\b[a-z]{4,}[a-z.-]*\d{1,4}\b",
    )
});
/// One word behind a messenger, which may be a name.
static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?:\b(?i:we\s?chat|weixin|kakao(?:talk)?|threema|viber|skype)|微信)[\s:]+([a-z]{7,30})\s*(?:[.,;)!?\n]|$)",
    )
});
const NO_NAME: &str = " regularly sometimes together instead messages message marketing payments accounts channels business frequently everyday tomorrow afterwards contacts already groups regelmassig regelmaessig gelegentlich manchmal stattdessen erreichbar verfugbar available installed account ";

/// Words that follow the name of a service without being a name.
const NO_HANDLE: &str = " and the for with about group gruppe profile profil account konto chat message messages nachricht post posts page seite call calls calling contact network netzwerk is ist was not nicht only nur later today soon per oder und via business there here too auch ";

/// The view with what stands for @, dot and slash as signs.
pub(super) fn in_signs(view: &View) -> View {
    let view = view.rewrite(&SPACED, |found| Some(found[0].replace(' ', "")));
    let view = view.rewrite(&AT_IN_BRACKETS, |found| {
        let inner = found[0].trim();
        // "- a -" and "* at *" in a list are no signs; brackets are.
        (inner.contains(['(', '[', '{', '<', '「', '【', '〔']) || inner.len() > 4).then(|| "@".to_owned())
    });
    let view = view.rewrite(&DOT_IN_BRACKETS, |_| Some(".".to_owned()));
    let view = view.rewrite(&AFFENSCHWANZ, |_| Some("@".to_owned()));
    let view = view.rewrite(&DOT, |_| Some(".".to_owned()));
    let view = view.rewrite(&KANA_AT, |found| Some(format!("{}@{}", &found[1], &found[2])));
    let view = view.rewrite(&KANA_DOT, |found| Some(format!("{}.{}", &found[1], &found[2])));
    let view = view.rewrite(&KANA_DOT, |found| Some(format!("{}.{}", &found[1], &found[2])));
    let view = view.rewrite(&SLASH, |_| Some("/".to_owned()));
    view.rewrite(&AT, |found| {
        // "as @haruka" is a name, "dinner @ Jonas" a place.
        let apart = !found[2].is_empty() || !found[3].is_empty();
        (!apart || found[4].contains('.')).then(|| format!("{}@{}", &found[1], &found[4]))
    })
}

/// Finds mail addresses and links to profiles in a view that was made by [`in_signs`].
pub(super) fn addresses(view: &View) -> Vec<(Range<usize>, LeakKind)> {
    let mut found: Vec<(Range<usize>, LeakKind)> = Vec::new();
    for link in LINK.find_iter(&view.text) {
        let bare = link.as_str().trim_end_matches(['.', ',', ';', '!', '?', ':']);
        found.push((link.start()..link.start() + bare.len(), LeakKind::Link));
    }
    found.extend(
        MAIL.find_iter(&view.text)
            .filter(|mail| !priced(mail.as_str()))
            .map(|mail| (mail.range(), LeakKind::Mail)),
    );
    found.extend(GLUED.find_iter(&view.text).map(|mail| (mail.range(), LeakKind::Mail)));
    for spoken in SPOKEN.captures_iter(&view.text) {
        let (Some(whole), Some(domain)) = (spoken.get(0), spoken.get(2)) else { continue };
        // Where the dot was written as a word, nobody speaks of a web page.
        let written = domain
            .range()
            .filter(|at| view.text[*at..].starts_with('.'))
            .any(|at| view.origin(at..at + 1).len() > 1);
        let word = format!(" {} ", spoken[1].to_lowercase());
        // "Leiterin bei example.de" is where somebody works.
        let works = spoken[1].starts_with(|sign: char| sign.is_uppercase())
            && whole.as_str()[spoken[1].len()..].trim_start().starts_with("bei");
        if written || !(works || NO_MAILBOX.contains(&word)) {
            found.push((whole.range(), LeakKind::Mail));
        }
    }
    for spoken in AT_PROVIDER.captures_iter(&view.text) {
        let (Some(whole), Some(provider)) = (spoken.get(0), spoken.get(2)) else { continue };
        let employer = EMPLOYERS.contains(&provider.as_str().to_lowercase().as_str())
            && provider.as_str().starts_with(|sign: char| sign.is_uppercase());
        if !employer && !NO_MAILBOX.contains(&format!(" {} ", spoken[1].to_lowercase())) {
            found.push((whole.range(), LeakKind::Mail));
        }
    }
    found.extend(KANA_PROVIDER.find_iter(&view.text).map(|mail| (mail.range(), LeakKind::Mail)));
    found
}

/// "3@4x" and the like are no addresses: without a dot the name has a letter.
fn priced(mail: &str) -> bool {
    let (name, domain) = mail.split_once('@').unwrap_or((mail, ""));
    !domain.contains('.') && !name.contains(|sign: char| sign.is_alphabetic())
}

/// Finds names with @ and in messengers, in a view as it was written.
pub(super) fn handles(view: &View) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for name in AT_NAME.captures_iter(&view.text).chain(AT_SPACED.captures_iter(&view.text)) {
        let Some(name) = name.get(1) else { continue };
        let bare = name.as_str().trim_end_matches(['.', '-']);
        let word = bare.trim_start_matches(['@', ' ']).to_lowercase();
        let is_name = word.contains(|sign: char| sign.is_alphabetic() || sign == '_');
        if is_name && !["home", "work", "scale", "once", "least"].contains(&word.as_str()) {
            found.push(name.start()..name.start() + bare.len());
        }
    }
    for service in SERVICE.find_iter(&view.text) {
        let around = near(&view.text, service.range());
        for name in LIKE_A_HANDLE.find_iter(&view.text[around.clone()]) {
            let bare = name.as_str().trim_end_matches(['.', '-', '_']);
            let end = bare.rsplit('.').next().unwrap_or_default().to_lowercase();
            // A web page and a program are none.
            let is_page = bare.contains('.')
                && !bare.contains('_')
                && (ENDS.split('|').any(|known| known == end)
                    || ["js", "ts", "py", "rs", "md", "pdf", "txt", "html"].contains(&end.as_str()));
            let stem = bare.trim_end_matches(|sign: char| sign.is_ascii_digit());
            let is_word =
                ["covid", "version", "windows", "python", "level", "phase", "model", "part", "room"];
            if !is_page && !is_word.contains(&stem) {
                let at = around.start + name.start();
                found.push(at..at + bare.len());
            }
        }
    }
    for name in CALLED.captures_iter(&view.text).filter_map(|found| found.get(1)) {
        let word = name.as_str();
        let is_word =
            ["s", "ed", "ly", "ing", "tion", "ment", "lich", "ungen"].iter().any(|end| word.ends_with(end));
        if !is_word && !NO_NAME.contains(&format!(" {word} ")) {
            found.push(name.range());
        }
    }
    for name in MESSENGER.captures_iter(&view.text) {
        let (Some(service), Some(between), Some(handle)) = (name.get(1), name.get(2), name.get(3)) else {
            continue;
        };
        let word = handle.as_str().trim_end_matches(['.', '-', '_']).to_lowercase();
        let asked = between.as_str().trim().len() > usize::from(between.as_str().trim() == "・");
        let like_a_name =
            word.contains(|sign: char| sign.is_ascii_digit() || matches!(sign, '_' | '.' | ':'));
        // "line" and "signal" are words too; the messenger is written LINE, or asks for an ID.
        let common = ["line", "signal", "zoom", "messenger", "slack"]
            .contains(&service.as_str().to_lowercase().as_str());
        let named = !common
            || service.as_str().chars().all(|sign| sign.is_uppercase())
            || between.as_str().to_lowercase().contains("id")
            || between.as_str().to_lowercase().contains("name");
        let is_word = NO_HANDLE.contains(&format!(" {word} "));
        let links = between.as_str().contains([':', '='])
            || between.as_str().to_lowercase().contains("id")
            || between.as_str().contains('は');
        let enough = if links || asked && word.len() > 3 {
            !is_word && (links || like_a_name || !common)
        } else {
            like_a_name && word.contains(char::is_alphabetic)
        };
        if named && enough && word.len() >= 3 {
            found.push(service.start()..handle.start() + word.len());
        }
    }
    found
}

/// The few words before and behind a place, within the sentence.
fn near(text: &str, place: Range<usize>) -> Range<usize> {
    const WORDS: usize = 5;
    let (head, tail) = (&text[..place.start], &text[place.end..]);
    let ends = |at: usize, sign: char, text: &str| {
        matches!(sign, '\n' | '。' | '!' | '?')
            || (sign == '.' && text[at + 1..].chars().next().is_none_or(char::is_whitespace))
    };
    let (mut words, mut from) = (0, 0);
    for (at, sign) in head.char_indices().rev().take(120) {
        from = at;
        words += usize::from(sign == ' ');
        if words > WORDS || ends(at, sign, text) {
            from = at + sign.len_utf8();
            break;
        }
    }
    let (mut words, mut to) = (0, place.end);
    for (at, sign) in tail.char_indices().take(120) {
        words += usize::from(sign == ' ');
        if words > WORDS || ends(place.end + at, sign, text) {
            break;
        }
        to = place.end + at + sign.len_utf8();
    }
    from.min(place.start)..to
}
