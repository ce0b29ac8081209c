//! Words that mean the same: those that the program brings along in three languages, and the user's own.
//!
//! Owns the list and the finding of its words in a text. Must not know what is made of a find. Start reading at
//! [`Synonyms::built_in`].
//!
//! A word may stand in several groups; groups are not joined by it, else everything would mean everything in the end.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::{Forms, Script, Token, Tongue, tokens};

/// A word or phrase of a group.
#[derive(Debug, Clone)]
pub(super) struct Member {
    /// Without words that say nothing.
    pub tokens: Vec<Token>,
    pub tongue: Tongue,
    /// It often means something else.
    pub ambiguous: bool,
}

/// Groups of words that mean the same, and the ways to find them.
#[derive(Debug, Default)]
pub(super) struct Synonyms {
    groups: Vec<Vec<Member>>,
    /// Groups of words of any trade, which say little by themselves.
    general: FxHashSet<u32>,
    /// Where a phrase that begins with this form of a word stands.
    by_form: FxHashMap<String, Vec<Place>>,
    /// Where a Japanese word stands, folded and without spaces.
    japanese: FxHashMap<String, Vec<Place>>,
    /// The longest of these in characters.
    longest: usize,
    /// German words of one part, which stand in longer ones.
    german: FxHashMap<String, Vec<Place>>,
    /// All single Latin words.
    known: FxHashSet<String>,
}

/// A member of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub group: u32,
    pub member: u32,
}

static BUILT_IN: LazyLock<Synonyms> = LazyLock::new(|| {
    let forms = Forms::new();
    let mut synonyms = Synonyms::default();
    let lines = include_str!("../../../assets/matching/synonyms.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let plain = line.strip_prefix('*').unwrap_or(line);
        if plain.len() < line.len() {
            let next = u32::try_from(synonyms.groups.len()).unwrap_or(u32::MAX);
            synonyms.general.insert(next);
        }
        let members = plain.split('|').zip(0_usize..).flat_map(|(column, language)| {
            let words = column.split(',').map(str::trim).filter(|word| !word.is_empty());
            let tongue = [Tongue::English, Tongue::German].get(language).copied().unwrap_or(Tongue::Either);
            words.filter_map(move |word| member(word, tongue))
        });
        synonyms.add(members.collect(), &forms);
    }
    synonyms
});

fn member(word: &str, tongue: Tongue) -> Option<Member> {
    let plain = word.strip_prefix('~').unwrap_or(word);
    let all = tokens(plain);
    let said: Vec<Token> = all.iter().filter(|token| !token.is_empty_word()).cloned().collect();
    // A word that is nothing but words which say nothing counts as it stands.
    let tokens = if said.is_empty() { all } else { said };
    let ambiguous = plain.len() < word.len();
    (!tokens.is_empty()).then_some(Member { tokens, tongue, ambiguous })
}

impl Member {
    /// The forms of one of its words. What is done to something stands for itself: with the stem of "milling" mills would
    /// be found, and with that of "sourcing" sources.
    pub fn forms(&self, folded: &str, forms: &mut impl FnMut(&str, Tongue) -> Vec<String>) -> Vec<String> {
        let is_gerund = self.tongue == Tongue::English && folded.len() > 5 && folded.ends_with("ing");
        if is_gerund { vec![folded.to_owned()] } else { forms(folded, self.tongue) }
    }
}

impl Synonyms {
    /// The groups that the program brings along.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The user's own groups. Their language is not said, so each word counts in all.
    pub fn of(groups: &BTreeSet<BTreeSet<String>>) -> Self {
        let mut synonyms = Self::default();
        if !groups.is_empty() {
            let forms = Forms::new();
            for group in groups {
                synonyms.add(group.iter().filter_map(|word| member(word, Tongue::Either)).collect(), &forms);
            }
        }
        synonyms
    }

    fn add(&mut self, members: Vec<Member>, forms: &Forms) {
        let group = u32::try_from(self.groups.len()).unwrap_or(u32::MAX);
        for (member, number) in members.iter().zip(0..) {
            let place = Place { group, member: number };
            let put = |map: &mut FxHashMap<String, Vec<Place>>, key: String| {
                let places = map.entry(key).or_default();
                if !places.contains(&place) {
                    places.push(place);
                }
            };
            let first = &member.tokens[0];
            if member.tokens.iter().all(|token| token.script != Script::Word) {
                let key: String = member.tokens.iter().map(|token| token.folded.as_str()).collect();
                self.longest = self.longest.max(key.chars().count());
                put(&mut self.japanese, key);
                continue;
            }
            match first.script {
                Script::Word => {
                    let mut of = |word: &str, tongue| forms.of(word, tongue);
                    let all = member.forms(&first.folded, &mut of);
                    all.into_iter().for_each(|form| put(&mut self.by_form, form));
                }
                _ => put(&mut self.by_form, first.folded.clone()),
            }
            if let [only] = member.tokens.as_slice() {
                self.known.insert(only.folded.clone());
                if member.tongue == Tongue::German && only.folded.len() >= 3 {
                    put(&mut self.german, only.folded.clone());
                }
            }
        }
        self.groups.push(members);
    }

    pub fn member(&self, place: Place) -> &Member {
        &self.groups[place.group as usize][place.member as usize]
    }

    /// Whether the group is of words that any trade uses.
    pub fn is_general(&self, place: Place) -> bool {
        self.general.contains(&place.group)
    }

    /// The other members of the group.
    pub fn others(&self, place: Place) -> impl Iterator<Item = (Place, &Member)> {
        let members = (0..).zip(&self.groups[place.group as usize]);
        members
            .map(move |(member, it)| (Place { member, ..place }, it))
            .filter(move |(other, _)| *other != place)
    }

    /// Returns the phrases that begin with the first of these words, and how many words each takes.
    pub fn at<'a>(&'a self, words: &'a [(Token, Vec<String>)]) -> impl Iterator<Item = (Place, usize)> + 'a {
        let found = words.first().into_iter().flat_map(|(_, forms)| forms);
        let places = found.filter_map(|form| self.by_form.get(form)).flatten().copied();
        let mut seen: Vec<Place> = Vec::new();
        places.filter_map(move |place| {
            if seen.contains(&place) {
                return None;
            }
            seen.push(place);
            let wanted = &self.member(place).tokens;
            let agrees = |(wanted, (_, forms)): (&Token, &(Token, Vec<String>))| {
                forms.contains(&wanted.folded)
                    || forms
                        .iter()
                        .skip(1)
                        .any(|form| form.len() > 4 && wanted.folded.starts_with(form.as_str()))
            };
            let fits = wanted.len() <= words.len() && wanted.iter().zip(words).skip(1).all(agrees);
            fits.then_some((place, wanted.len()))
        })
    }

    /// Returns the longest Japanese word at the start of these characters, and its length.
    pub fn japanese_at(&self, characters: &[char]) -> Option<(&[Place], usize)> {
        let most = self.longest.min(characters.len());
        (1..=most).rev().find_map(|length| {
            let key: String = characters[..length].iter().collect();
            Some((self.japanese.get(&key)?.as_slice(), length))
        })
    }

    /// Returns where a German word of one part stands.
    pub fn german(&self, word: &str) -> &[Place] {
        self.german.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether this is one of its words.
    pub fn knows(&self, word: &str) -> bool {
        self.known.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_reads_and_every_group_has_words_of_three_languages() {
        let all = Synonyms::built_in();
        assert!(all.groups.len() > 250, "{}", all.groups.len());
        for line in include_str!("../../../assets/matching/synonyms.txt").lines() {
            if !line.starts_with('#') {
                assert_eq!(line.matches('|').count(), 2, "{line}");
                assert!(line.split('|').all(|column| !column.trim().is_empty()), "{line}");
            }
        }
    }

    #[test]
    fn words_are_found_by_any_form_and_inside_japanese() {
        let all = Synonyms::built_in();
        let forms = Forms::new();
        let words: Vec<(Token, Vec<String>)> = tokens("Wälzlagern Bearings venture capital")
            .into_iter()
            .map(|token| (token.clone(), forms.of(&token.folded, Tongue::Either)))
            .collect();
        let group = |at: usize| all.at(&words[at..]).map(|(place, _)| place.group).next();
        assert!(group(1).is_some());
        assert_eq!(all.at(&words[2..]).next().map(|(_, length)| length), Some(2));
        let characters: Vec<char> = "資金調達先".chars().collect();
        assert_eq!(all.japanese_at(&characters).map(|(_, length)| length), Some(4));
        assert!(!all.german("lager").is_empty() && all.knows("verpackung"));
    }
}
