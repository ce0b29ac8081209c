//! Which pairs are worth comparing: people who share a key. Keys are hashed and sorted, so that people with the same one
//! stand beside each other; nobody is compared with everybody.

use std::hash::Hash;

use super::profile::{Form, Profile, Script, hash_of};
use super::{Crowd, Shared};

/// So many people may share something that belongs to one person; of more, none are compared because of it.
const MOST_PERSONAL: usize = 24;

/// So many people may share a name, or nearly: of more, only those are compared who share something else besides.
const MOST_NAMESAKES: usize = 12;

/// From so many people on the user is told what was passed over.
const CROWD: usize = 25;

/// How many crowds are told.
const MOST_CROWDS: usize = 50;

/// Pairs of people who share something, by their places in the list of profiles: the smaller one in the upper half.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub pairs: Vec<u64>,
    pub crowds: Vec<Crowd>,
    entries: Vec<(u64, u32)>,
}

/// What goes into one key, so that keys of different kinds never meet.
#[derive(Hash)]
enum Kind {
    Value,
    Words,
    NearWord,
    CompanyAndWord,
    AddressAndWord,
    BirthdayAndWord,
}

impl Blocks {
    /// Finds all pairs. `progress` hears percents.
    pub fn gather<E>(
        &mut self,
        profiles: &[Profile],
        mut progress: impl FnMut(usize) -> Result<(), E>,
    ) -> Result<(), E> {
        self.merged(profiles);
        self.values(profiles, Shared::Email, |profile| {
            profile.emails.iter().filter(|(_, shared)| !shared).map(|(email, _)| email.as_str()).collect()
        });
        self.values(profiles, Shared::Phone, |profile| profile.phones.iter().map(String::as_str).collect());
        self.values(profiles, Shared::Link, |profile| profile.links.iter().map(String::as_str).collect());
        progress(20)?;
        self.namesakes(profiles);
        progress(35)?;
        self.with_a_word(profiles);
        progress(55)?;
        self.near_names(profiles);
        progress(85)?;
        self.pairs.sort_unstable();
        self.pairs.dedup();
        self.crowds.sort_by(|one, other| other.cmp(one));
        self.crowds.truncate(MOST_CROWDS);
        self.entries = Vec::new();
        Ok(())
    }

    fn put(&mut self, key: impl Hash, at: usize) {
        if let Ok(at) = u32::try_from(at) {
            self.entries.push((hash_of(key), at));
        }
    }

    /// Makes pairs of all who have one key, unless there are more than `most`; `crowd` hears of those.
    fn pair_up(&mut self, most: usize, mut crowd: impl FnMut(usize, &[(u64, u32)])) {
        self.entries.sort_unstable();
        self.entries.dedup();
        for block in self.entries.chunk_by(|one, other| one.0 == other.0) {
            if block.len() > most {
                crowd(block.len(), block);
                continue;
            }
            for (place, (_, first)) in block.iter().enumerate() {
                for (_, second) in &block[place + 1..] {
                    self.pairs.push(u64::from(*first) << 32 | u64::from(*second));
                }
            }
        }
        self.entries.clear();
    }

    fn merged(&mut self, profiles: &[Profile]) {
        for (at, profile) in profiles.iter().enumerate() {
            for id in &profile.merged {
                // In the order of the ids, as the book has them.
                if let Ok(other) = profiles.binary_search_by_key(id, |profile| profile.id) {
                    let (first, second) = (at.min(other) as u64, at.max(other) as u64);
                    self.pairs.push(first << 32 | second);
                }
            }
        }
    }

    fn values<'p>(
        &mut self,
        profiles: &'p [Profile],
        what: Shared,
        of: impl Fn(&'p Profile) -> Vec<&'p str>,
    ) {
        for (at, profile) in profiles.iter().enumerate() {
            for value in of(profile) {
                self.put((Kind::Value, value), at);
            }
        }
        let mut crowds = Vec::new();
        self.pair_up(MOST_PERSONAL, |people, block| {
            let Some((key, first)) = block.first() else { return };
            let values = profiles.get(*first as usize).map(&of).unwrap_or_default();
            let value = values.into_iter().find(|value| hash_of((Kind::Value, *value)) == *key);
            if people >= CROWD {
                crowds.push(Crowd { people, what, value: value.unwrap_or_default().to_owned() });
            }
        });
        self.crowds.extend(crowds);
    }

    fn namesakes(&mut self, profiles: &[Profile]) {
        for (at, profile) in profiles.iter().enumerate() {
            // One word alone is a name that many share.
            for form in profile.forms.iter().filter(|form| form.words.len() > 1) {
                self.put((Kind::Words, &form.words), at);
            }
        }
        let mut crowds = Vec::new();
        self.pair_up(MOST_NAMESAKES, |people, block| {
            let Some((key, first)) = block.first() else { return };
            let forms = profiles.get(*first as usize).map(|profile| profile.forms.as_slice());
            let is_it = |form: &&Form| hash_of((Kind::Words, &form.words)) == *key;
            if people >= CROWD
                && let Some(form) = forms.unwrap_or_default().iter().find(is_it)
            {
                crowds.push(Crowd { people, what: Shared::Name, value: form.words.join(" ") });
            }
        });
        self.crowds.extend(crowds);
    }

    /// Those who share a word of the name and something that a family or a company shares.
    fn with_a_word(&mut self, profiles: &[Profile]) {
        for (at, profile) in profiles.iter().enumerate() {
            for word in profile.forms.iter().flat_map(|form| &form.words) {
                for (company, _) in &profile.companies {
                    self.put((Kind::CompanyAndWord, company, word), at);
                }
                for address in &profile.addresses {
                    self.put((Kind::AddressAndWord, address, word), at);
                }
                if let Some(birthday) = profile.birthday {
                    let day = (birthday.month, birthday.day);
                    self.put((Kind::BirthdayAndWord, day, word), at);
                }
            }
        }
        self.pair_up(MOST_NAMESAKES, |_, _| {});
    }

    /// Those whose names differ by one letter in one of the words: each word is put in without each of its letters.
    fn near_names(&mut self, profiles: &[Profile]) {
        for (at, profile) in profiles.iter().enumerate() {
            for form in profile.forms.iter().filter(|form| form.script == Script::Latin) {
                let Some((one, other)) = main_words(form) else { continue };
                for (exact, near) in [(one, other), (other, one)] {
                    if near.len() < 4 {
                        continue;
                    }
                    self.put((Kind::NearWord, exact, near), at);
                    let mut shorter = String::with_capacity(near.len());
                    for (place, letter) in near.char_indices() {
                        shorter.clear();
                        shorter.push_str(&near[..place]);
                        shorter.push_str(&near[place + letter.len_utf8()..]);
                        self.put((Kind::NearWord, exact, &*shorter), at);
                    }
                }
            }
        }
        self.pair_up(MOST_NAMESAKES, |_, _| {});
    }
}

/// The two words of a name that count most: family and given name, or the first and the last.
fn main_words(form: &Form) -> Option<(&str, &str)> {
    if !form.family.is_empty() && !form.given.is_empty() {
        return Some((&form.family, &form.given));
    }
    match form.words.as_slice() {
        [first, .., last] => Some((first, last)),
        _ => None,
    }
}
