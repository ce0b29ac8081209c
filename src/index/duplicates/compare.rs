//! How much speaks for two records being one person.
//!
//! Each reason has a weight; a name counts the more the rarer it is in this book. What a household or a company shares
//! never makes a suspicion sure: father and son can have name, address and number in common.

use rustc_hash::FxHashMap;

use super::Evidence;
use super::profile::{Form, Profile, Script, Source, hash_of};

/// How common the words of names are.
pub(super) struct Frequencies {
    people: usize,
    /// `None`: not counted.
    words: Option<FxHashMap<u64, u32>>,
    phones: FxHashMap<u64, u32>,
}

/// A book of fewer people tells nothing about how common a name is.
const LEAST_PEOPLE: usize = 200;

/// A number that more people have is one of a company.
const MOST_WITH_A_NUMBER: u32 = 4;

impl Frequencies {
    pub fn new(profiles: &[Profile]) -> Self {
        let mut words: FxHashMap<u64, u32> = FxHashMap::default();
        let mut phones: FxHashMap<u64, u32> = FxHashMap::default();
        let mut own: Vec<u64> = Vec::new();
        for profile in profiles {
            own.clear();
            own.extend(profile.forms.iter().flat_map(|form| &form.words).map(hash_of));
            own.sort_unstable();
            own.dedup();
            for word in &own {
                *words.entry(*word).or_default() += 1;
            }
            for phone in &profile.phones {
                *phones.entry(hash_of(phone)).or_default() += 1;
            }
        }
        Self { people: profiles.len(), words: Some(words), phones }
    }

    /// Of a book of which only a few people are known: names count as if they were rare.
    pub fn of_few(people: usize) -> Self {
        Self { people, words: None, phones: FxHashMap::default() }
    }

    /// How many people of the book would have all these words in their name by chance.
    fn expected<'w>(&self, words: impl IntoIterator<Item = &'w String>) -> f32 {
        let Some(counts) = &self.words else { return 0.0 };
        // In a small book every name seems common; the two who are compared do not count as two.
        let people = self.people.max(LEAST_PEOPLE) as f32;
        let share = |word: &String| {
            let count = counts.get(&hash_of(word)).copied().unwrap_or(1);
            count.saturating_sub(1).max(1) as f32 / people
        };
        words.into_iter().map(share).product::<f32>() * people
    }

    fn is_crowded(&self, phone: &str) -> bool {
        self.phones.get(&hash_of(phone)).is_some_and(|people| *people > MOST_WITH_A_NUMBER)
    }
}

/// What the names of two people say.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Names {
    evidence: Option<Evidence>,
    weight: f32,
    /// More than one person of the book would have it by chance.
    common: bool,
}

/// Returns how much speaks for it, 0 to 100, and why.
pub(super) fn compare(a: &Profile, b: &Profile, frequencies: &Frequencies) -> (u8, Vec<Evidence>) {
    let mut evidence: Vec<(f32, Evidence)> = Vec::new();
    if a.merged.contains(&b.id) || b.merged.contains(&a.id) {
        evidence.push((100.0, Evidence::MergedBefore));
    }
    let names = names(a, b, frequencies);
    evidence.extend(names.evidence.map(|kind| (names.weight, kind)));
    if names.common {
        evidence.push((0.0, Evidence::CommonName));
    }
    mail(a, b, &mut evidence);
    let phones: Vec<&String> = a.phones.iter().filter(|phone| b.phones.contains(phone)).collect();
    if phones.iter().any(|phone| !frequencies.is_crowded(phone)) {
        evidence.push((32.0, Evidence::SamePhone));
    } else if !phones.is_empty() {
        evidence.push((8.0, Evidence::SharedPhone));
    }
    if a.links.iter().any(|link| b.links.contains(link)) {
        evidence.push((48.0, Evidence::SameLink));
    }
    let common = |both: fn(bool, bool) -> bool| {
        a.companies.iter().any(|(company, now)| {
            b.companies.iter().any(|(other, then)| company == other && both(*now, *then))
        })
    };
    if common(|now, then| now && then) {
        evidence.push((20.0, Evidence::SameCompany));
    } else if common(|_, _| true) {
        evidence.push((18.0, Evidence::SameFormerCompany));
    }
    if a.addresses.iter().any(|address| b.addresses.contains(address)) {
        evidence.push((12.0, Evidence::SameAddress));
    }
    if let (Some(one), Some(other)) = (a.birthday, b.birthday) {
        let same_day = (one.month, one.day) == (other.month, other.day);
        let same_year = one.year.zip(other.year).is_none_or(|(one, other)| one == other);
        evidence.push(if same_day && same_year {
            (30.0, Evidence::SameBirthday)
        } else {
            (-60.0, Evidence::OtherBirthday)
        });
    }
    if a.suffix != b.suffix && (!a.suffix.is_empty() || !b.suffix.is_empty()) {
        evidence.push((-40.0, Evidence::OtherSuffix));
    }
    let mut sum: f32 = evidence.iter().map(|(weight, _)| weight).sum();
    if !evidence.iter().any(|(_, kind)| kind.is_personal()) {
        // A household has all of this in common.
        sum = sum.min(80.0);
    }
    evidence.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    let kinds = evidence.into_iter().map(|(_, kind)| kind);
    let (against, reasons): (Vec<_>, Vec<_>) = kinds.partition(|kind| kind.is_against());
    (sum.clamp(0.0, 100.0) as u8, reasons.into_iter().chain(against).collect())
}

fn mail(a: &Profile, b: &Profile, evidence: &mut Vec<(f32, Evidence)>) {
    let mut best: Option<(f32, Evidence)> = None;
    for (address, is_shared) in &a.emails {
        if b.emails.iter().any(|(other, _)| other == address) {
            let found = if *is_shared { (8.0, Evidence::SharedEmail) } else { (48.0, Evidence::SameEmail) };
            if best.is_none_or(|(weight, _)| weight < found.0) {
                best = Some(found);
            }
        }
    }
    evidence.extend(best);
}

/// Compares all writings in one script and takes what speaks most for the suspicion.
fn names(a: &Profile, b: &Profile, frequencies: &Frequencies) -> Names {
    let (mut best, mut best_but_near): (Option<Names>, Option<Names>) = (None, None);
    let mut apart = false;
    for one in &a.forms {
        for other in b.forms.iter().filter(|other| other.script == one.script) {
            let found = forms(one, other, frequencies);
            let both_written = one.source == Source::Written && other.source == Source::Written;
            apart |= both_written
                && one.script == Script::Other
                && found.evidence.is_some_and(Evidence::is_against);
            if best.is_none_or(|best| best.weight < found.weight) {
                best = Some(found);
            }
            let is_near = found.evidence == Some(Evidence::OneLetter);
            if !is_near && best_but_near.is_none_or(|best| best.weight < found.weight) {
                best_but_near = Some(found);
            }
        }
    }
    // Two who write their names with other kanji are two, however alike they sound: 智子 and 友紀 are Tomoko and Tomoki.
    if apart {
        best = best_but_near;
    }
    // Kanji and Latin letters without a reading cannot be compared.
    best.unwrap_or(Names { evidence: None, weight: 0.0, common: false })
}

fn forms(one: &Form, other: &Form, frequencies: &Frequencies) -> Names {
    let common: Vec<&String> = one.words.iter().filter(|word| other.words.contains(word)).collect();
    let rest = |form: &Form| -> Vec<String> {
        form.words.iter().filter(|word| !common.contains(word)).cloned().collect()
    };
    let (rest_one, rest_other) = (rest(one), rest(other));
    let nickname = one.source == Source::Nickname || other.source == Source::Nickname;
    let found = |evidence, weight| Names { evidence: Some(evidence), weight, common: false };
    match (rest_one.as_slice(), rest_other.as_slice()) {
        ([], []) | ([], _) | (_, []) => {
            let is_whole = rest_one.is_empty() && rest_other.is_empty();
            if common.len() < 2 {
                // Both known by the same single word, or one of them by one word of the other's name.
                let weight = if is_whole { 24.0 } else { 12.0 };
                let kind = if is_whole && !nickname { Evidence::SameName } else { Evidence::OneNameOnly };
                return rare(found(kind, weight), common, frequencies);
            }
            let known =
                [&one.family, &one.given, &other.family, &other.given].iter().all(|it| !it.is_empty());
            let kind = if nickname {
                Evidence::ShortName
            } else if known
                && one.family == other.given
                && one.given == other.family
                && one.family != one.given
            {
                Evidence::SwappedName
            } else if one.source != Source::Written || other.source != Source::Written {
                Evidence::OtherWriting
            } else {
                Evidence::SameName
            };
            let weight = if nickname || !is_whole { 42.0 } else { 46.0 };
            rare(found(kind, weight), common, frequencies)
        }
        ([x], [y]) => {
            let least = x.chars().count().min(y.chars().count());
            let starts = x.starts_with(y.as_str()) || y.starts_with(x.as_str());
            let words = common.iter().copied().chain([x]);
            if common.is_empty() {
                let one_word = one.words.len() == 1 && other.words.len() == 1;
                return if one_word && near(x, y, one.script) {
                    found(Evidence::OneLetter, 14.0)
                } else {
                    found(Evidence::OtherName, -60.0)
                };
            }
            if least == 1 && one.script == Script::Latin && starts {
                return rare(found(Evidence::Initial, 26.0), words, frequencies);
            }
            if near(x, y, one.script) {
                return rare(found(Evidence::OneLetter, 38.0), words, frequencies);
            }
            if starts && least >= 3 && is_given(one, x) && is_given(other, y) {
                return rare(found(Evidence::ShortName, 32.0), words, frequencies);
            }
            if is_given(one, x) || is_given(other, y) {
                found(Evidence::OtherGiven, -32.0)
            } else {
                // The family name changes with a marriage; the given name stays.
                found(Evidence::OtherFamily, 6.0)
            }
        }
        _ => {
            let (joined, other_joined) = (one.words.concat(), other.words.concat());
            let spelled = |form: &Form| [form.given.as_str(), form.family.as_str()].concat();
            if joined == other_joined || (spelled(one) == spelled(other) && !spelled(one).is_empty()) {
                found(Evidence::SameName, 44.0)
            } else if common.is_empty() {
                found(Evidence::OtherName, -60.0)
            } else {
                found(Evidence::OtherGiven, -32.0)
            }
        }
    }
}

fn is_given(form: &Form, word: &str) -> bool {
    !form.given.is_empty() && form.given.contains(word) && !form.family.contains(word)
}

/// Whether two words differ by one letter, or two neighbours changed places; two letters in long words.
fn near(x: &str, y: &str, script: Script) -> bool {
    let least = x.chars().count().min(y.chars().count());
    // One kanji of two makes another name.
    if script != Script::Latin || least < 4 {
        return false;
    }
    // The start is seldom misread when the rest is nearly the same; a short word with another start is another one.
    let same_start = x.chars().next() == y.chars().next();
    let distance = strsim::osa_distance(x, y);
    distance <= 1 && (same_start || least > 4) || distance == 2 && least >= 9 && same_start
}

/// Lets a name count for less the more people have it by chance.
fn rare<'w>(
    mut names: Names,
    words: impl IntoIterator<Item = &'w String>,
    frequencies: &Frequencies,
) -> Names {
    let expected = frequencies.expected(words);
    if names.weight > 0.0 && expected > 0.02 {
        // Half the weight where one namesake is to be expected, a fifth where there are many.
        names.weight *= (1.0 / (1.0 + expected)).max(0.2);
        names.common = expected > 1.0;
    }
    names
}
