//! What was given and received in a clause.

use super::{GONE, HONORIFICS, Reader};
use crate::model::{Favour, FavourKind};

impl Reader<'_> {
    pub(super) fn favours(&mut self) {
        let received = [
            "もらった",
            "もらいました",
            "頂いた",
            "頂きました",
            "いただいた",
            "いただきました",
            "くれた",
            "くださった",
            "下さった",
            "受けた",
        ];
        let given = ["差し上げた", "あげた", "渡した", "しました", "した", "贈った"];
        let kinds = [
            ("紹介", FavourKind::Introduction),
            ("助言", FavourKind::Advice),
            ("アドバイス", FavourKind::Advice),
            ("相談に乗", FavourKind::Support),
            ("手伝", FavourKind::Support),
            ("応援", FavourKind::Support),
            ("お土産", FavourKind::Gift),
            ("手土産", FavourKind::Gift),
            ("プレゼント", FavourKind::Gift),
            ("注文", FavourKind::Business),
            ("契約", FavourKind::Business),
        ];
        for (word, kind) in kinds {
            let Some(at) = self.find(word) else { continue };
            let rest = self.string(at..self.text.len());
            let verb =
                received.iter().map(|verb| (*verb, false)).chain(given.iter().map(|verb| (*verb, true)));
            let verb = verb
                .filter_map(|(verb, is_given)| Some((rest.find(verb)?, verb, is_given)))
                .min_by_key(|found| found.0);
            let Some((place, verb, is_given)) = verb else { continue };
            let end = at + rest[..place].chars().count() + verb.chars().count();
            // What stands before the word, back to who gave it.
            let mut start = at;
            while start > 0 && self.text[start - 1] != GONE {
                let is_person = ["に", "から", "へ", "と", "が", "は"].iter().any(|particle| {
                    let len = particle.chars().count();
                    self.ends(start, particle)
                        && HONORIFICS.iter().any(|word| start >= len && self.ends(start - len, word))
                });
                if is_person || self.text[start - 1].is_whitespace() || self.text[start - 1] == 'で' {
                    break;
                }
                start -= 1;
            }
            let what = self.string(start..at);
            let what = what.trim_end_matches(['を', 'の', 'に', 'で']).to_owned();
            // 田中さんに助言をもらった has nothing before the word but the giver.
            let what = if kind == FavourKind::Gift && what.is_empty() { word.to_owned() } else { what };
            self.told.favours.push(Favour { kind, given: is_given, what });
            self.take(start..end);
        }
    }
}
