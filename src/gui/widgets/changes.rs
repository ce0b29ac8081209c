//! Which fields of a sheet differ from what stood in them at first, for the question before it is closed.
//!
//! Owns what a field was before it was typed into. A text that is typed and taken back again is no change. Start reading
//! at [`has_changes`].

use std::collections::BTreeMap;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

use eframe::egui::{Context, Id, Response, Ui};

/// Of each field that was typed into: the mark of its first text, and whether the present one is another.
#[derive(Debug, Clone, Default)]
struct Changes(BTreeMap<u64, (u64, bool)>);

fn place() -> Id {
    Id::unique("fields that were typed into")
}

fn mark(text: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(text)
}

/// What stands in the fields now is what they begin with.
pub fn forget_changes(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Changes>(place()));
}

/// Whether anything was changed and not changed back.
pub fn has_changes(ctx: &Context) -> bool {
    ctx.data_mut(|data| {
        data.get_temp_mut_or_default::<Changes>(place()).0.values().any(|(_, differs)| *differs)
    })
}

/// Whether the changes of this field are known here.
pub fn knows_changes_of(ctx: &Context, field: Id) -> bool {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Changes>(place()).0.contains_key(&field.value()))
}

/// Notes that something was chosen by other means than typing, or is no longer.
pub fn note_change(ctx: &Context, field: Id, differs: bool) {
    ctx.data_mut(|data| {
        let changes = data.get_temp_mut_or_default::<Changes>(place());
        changes.0.entry(field.value()).or_default().1 = differs;
    });
}

/// Looks at a field before it draws. Only while something has the keyboard can a text be typed.
pub(super) fn before(ui: &Ui, text: &str) -> Option<u64> {
    ui.memory(|memory| memory.focused().is_some()).then(|| mark(text))
}

/// Looks at it afterwards.
pub(super) fn after(ui: &Ui, before: Option<u64>, response: &Response, text: &str) {
    if !response.changed() && !response.has_focus() {
        return;
    }
    ui.data_mut(|data| {
        let changes = data.get_temp_mut_or_default::<Changes>(place());
        let first = || (before.unwrap_or_default(), false);
        let (first, differs) = changes.0.entry(response.id.value()).or_insert_with(first);
        if response.changed() {
            *differs = *first != mark(text);
        }
    });
}
