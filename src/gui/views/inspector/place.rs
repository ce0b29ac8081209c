//! Where a card is: in which place, who has it and until when, and the menu that changes it.

use eframe::egui;

use super::fields;
use crate::edit::{CardField, Edit, StorageEdit};
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::people::name_of;
use crate::gui::views::place_picker::kind_icon;
use crate::gui::widgets::{MenuItem, menu_separator};
use crate::index::Spot;
use crate::model::{Card, Id, Storage, Whereabouts};
use crate::session::spot_word;

/// How many places the menu offers: those with the most cards. The field with all of them is one press away.
const OFFERED: usize = 6;

/// Draws where a card is as a word with a menu, and below it by when it is to be back.
pub(super) fn place_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: &Card, width: f32) {
    let texts = ctx.texts;
    let p = Palette::of(ui);
    let shown = where_words(ctx, card);
    let response = fields::menu_word(ui, texts.inspector_where(), &shown, width);
    egui::Popup::menu(&response).show(|ui| {
        ui.add_enabled_ui(ctx.writable, |ui| menu(ctx, ui, card));
    });
    let Some((loan, back_by)) = ctx.index.loan(card.id).and_then(|loan| Some((loan, loan.back_by?))) else {
        return;
    };
    let day = texts.locale().day_near(back_by, ctx.today);
    let (words, ink) = if loan.is_overdue(ctx.today) {
        (texts.places_overdue(&day), p.danger)
    } else {
        (texts.places_back_by(&day), p.text2)
    };
    ui.add(egui::Label::new(text::rich(&words, TextKind::Small, ink)).truncate());
}

/// "Green binder › Page 1", "Lent · Jonas Weber".
fn where_words(ctx: &ViewCtx<'_>, card: &Card) -> String {
    let spot = Spot::of(ctx.book, card);
    let word = spot_word(ctx.texts, spot);
    match (spot, card.whereabouts) {
        (Spot::Place(place), _) => ctx.index.place_tree().path(ctx.book, place),
        (_, Whereabouts::LentTo { contact, .. } | Whereabouts::PassedOnTo { contact, .. }) => {
            format!("{word} · {}", name_of(ctx.book, ctx.texts, contact))
        }
        (_, Whereabouts::Discarded { on }) => {
            format!("{word} · {}", ctx.texts.locale().day_near(on, ctx.today))
        }
        _ => word.to_owned(),
    }
}

fn menu(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: &Card) {
    let texts = ctx.texts;
    let id = card.id;
    let mut edit = None;
    if card.whereabouts.is_away() {
        let words = match card.whereabouts {
            Whereabouts::LentTo { .. } => texts.places_came_back(),
            Whereabouts::PassedOnTo { .. } => texts.places_given_back(),
            _ => texts.places_found_again(),
        };
        if ui.add(MenuItem::new(words).icon(icons::ARROW_U_UP_LEFT)).clicked() {
            edit = Some(StorageEdit::CameBack { cards: [id].into() });
        }
        menu_separator(ui);
    }
    for (place, path, icon) in most_used(ctx) {
        let here = card.whereabouts == Whereabouts::StoredIn(place);
        let item = MenuItem::new(&path);
        let item = if here { item.checked(true) } else { item.icon(icon) };
        if ui.add(item).clicked() {
            edit = Some(StorageEdit::Put { cards: [id].into(), to: Some(place) });
        }
    }
    if ui.add(MenuItem::new(texts.places_put_other()).icon(icons::MAP_PIN)).clicked() {
        ctx.open(Sheet::PutInto([id].into()));
    }
    if card.whereabouts != Whereabouts::Unknown
        && ui.add(MenuItem::new(texts.places_take_out()).icon(icons::CIRCLE_DASHED)).clicked()
    {
        edit = Some(StorageEdit::Put { cards: [id].into(), to: None });
    }
    let digital = card.whereabouts == Whereabouts::Digital;
    if ui.add(MenuItem::new(texts.common_exchange_digital()).checked(digital)).clicked() && !digital {
        let field = CardField::Whereabouts(Whereabouts::Digital);
        ctx.edit(Edit::SetCard { card: id, field });
    }
    menu_separator(ui);
    if ui.add(MenuItem::new(texts.places_lend_menu()).icon(icons::USERS)).clicked() {
        ctx.open(Sheet::Lend([id].into(), false));
    }
    if ui.add(MenuItem::new(texts.places_give_menu()).icon(icons::PAPER_PLANE_TILT)).clicked() {
        ctx.open(Sheet::Lend([id].into(), true));
    }
    if !matches!(card.whereabouts, Whereabouts::Discarded { .. })
        && ui.add(MenuItem::new(texts.places_throw_away()).icon(icons::TRASH)).clicked()
    {
        edit = Some(StorageEdit::Discard { cards: [id].into() });
    }
    menu_separator(ui);
    if ui.add(MenuItem::new(texts.places_show()).icon(icons::ROWS)).clicked() {
        ctx.open(Sheet::Places(Some(Spot::of(ctx.book, card))));
    }
    if let Some(edit) = edit {
        ctx.edit(Edit::Storage(edit));
    }
}

/// The places with the most cards of their own, in the order of the tree. Made while the menu is open only.
fn most_used(ctx: &ViewCtx<'_>) -> Vec<(Id<Storage>, String, &'static str)> {
    let tree = ctx.index.place_tree();
    let mut rows: Vec<(usize, usize)> = tree.rows.iter().enumerate().map(|(at, row)| (row.own, at)).collect();
    rows.sort_unstable_by_key(|(own, at)| (std::cmp::Reverse(*own), *at));
    rows.truncate(OFFERED);
    rows.sort_unstable_by_key(|(_, at)| *at);
    let shown = rows.into_iter().filter_map(|(_, at)| {
        let place = tree.rows[at].place;
        let kind = ctx.book.get(place)?.kind;
        Some((place, tree.path(ctx.book, place), kind_icon(kind)))
    });
    shown.collect()
}
