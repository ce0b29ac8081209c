//! What comes before everything else: commands that are called as it was typed, so far.
//!
//! Owns that order. What is offered at all is [`find`](super::find)'s.

use super::find::{PEOPLE, Row, Section};
use crate::gui::ctx::ViewCtx;
use crate::gui::views::people::shown_name;
use crate::index::SearchResult;
use crate::text::fold::fold;

/// Whether the name of one of the people found begins as it was typed, or one of its words.
pub(super) fn is_called(ctx: &ViewCtx<'_>, result: &SearchResult, typed: &str) -> bool {
    let wanted = fold(typed);
    let begins = |words: &str| {
        let words = fold(words);
        words.starts_with(&wanted) || words.split_whitespace().any(|word| word.starts_with(&wanted))
    };
    let people = result.ranked().iter().take(PEOPLE).filter_map(|id| ctx.book.get(*id));
    let mut names = people.flat_map(|it| {
        [shown_name(it, ctx.texts), it.name.reading(), it.name.latin.clone(), it.name.nickname.clone()]
    });
    names.any(|name| begins(&name))
}

/// Puts those of these commands before everything else that are called as it was typed, so far.
pub(super) fn begin_with(commands: &mut [Row], typed: &str) {
    let wanted = fold(typed);
    if wanted.chars().count() < 2 {
        return;
    }
    for row in commands {
        if fold(&row.title.text).starts_with(&wanted) {
            row.section = Section::First;
        }
    }
}
