//! The table: a row for each referral and introduction, sorted by a heading; open promises stay on top.
//!
//! Owns how rows are drawn. What they say is in [`rows`](super::rows).

use eframe::egui::{self, Align, Layout, Ui, UiBuilder, pos2, vec2};

use super::rows::{IntroductionRow, Ledger, Line, ReferralRow, Sort, thought_of};
use super::widths::{Wishes, shares};
use super::{advance, introduction_dot, introduction_word, referral_kind, state_word, tell_owner};
use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, space};
use crate::gui::views::ledger;
use crate::gui::widgets::{
    Button, ButtonSize, IconButton, Kind, MenuItem, menu_separator, paint_icon, paint_seal, tip,
};
use crate::model::{Id, Introduction, IntroductionState, Referral};
use crate::text::Texts;

/// Draws the table; returns another order when a heading was pressed.
pub(super) fn ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    ledger: &Ledger,
    sort: Sort,
    wishes: &Wishes,
) -> Option<Sort> {
    let texts = ctx.texts;
    ui.spacing_mut().item_spacing.y = 0.0;
    // The bar of the list, when there is one, takes its room from the rows and not from the heads.
    let columns = shares(ui.available_width() - 8.0, wishes);
    let names = heads(texts);
    let heads = ledger::sortable_heads(ctx, ui, &columns, &names, (sort.column, sort.is_reversed));
    let area = egui::ScrollArea::vertical().id_salt("referrals").auto_shrink(false);
    area.show_rows(ui, ledger::ROW, ledger.lines.len(), |ui, range| {
        crate::gui::panes::follow_focus(ui);
        for line in &ledger.lines[range] {
            match line {
                Line::Referrals => ledger::section(ui, texts.referrals_cards()),
                Line::Introductions => ledger::section(ui, texts.referrals_introductions()),
                Line::Referral(row) => referral_ui(ctx, ui, row, &columns),
                Line::Introduction(row) => introduction_ui(ctx, ui, row, &columns),
            }
        }
    });
    heads.map(|column| sort.pressed(column))
}

/// What stands above the columns.
pub(super) fn heads(texts: &Texts) -> [&str; 5] {
    [
        texts.referrals_column_card(),
        texts.referrals_column_way(),
        texts.referrals_column_need(),
        texts.referrals_column_state(),
        texts.referrals_column_last(),
    ]
}

/// What can be done with a referral: its states, its words, away with it.
pub(super) fn menu_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, id: Id<Referral>) {
    let Some(referral) = ctx.book.get(id).cloned() else { return };
    let texts = ctx.texts;
    ui.set_max_width(super::MENU);
    if let Some(letter) = tell_owner(ctx, id) {
        let tell = MenuItem::new(texts.referrals_tell()).icon(icons::ENVELOPE_SIMPLE);
        if ui.add_enabled(ctx.writable, tell).clicked() {
            ctx.open(letter);
        }
    }
    if referral.owner_must_be_told() {
        let told = MenuItem::new(texts.referrals_mark_told()).icon(icons::CHECK);
        if ui.add_enabled(ctx.writable, told).clicked() {
            ctx.edit(Edit::TellOwner { referral: id });
        }
        menu_separator(ui);
    }
    if let Some(recipient) = thought_of(&referral) {
        let pass_on = MenuItem::new(texts.inspector_action_pass_on()).icon(icons::PAPER_PLANE_TILT);
        if ui.add_enabled(ctx.writable, pass_on).clicked() {
            ctx.open(Sheet::PassOnTo(referral.subject, recipient, referral.need));
        }
        menu_separator(ui);
    }
    for state in referral.course() {
        let item = MenuItem::new(state_word(texts, &referral, *state)).checked(*state == referral.state);
        if ui.add_enabled(ctx.writable, item).clicked() {
            advance(ctx, id, *state);
        }
    }
    menu_separator(ui);
    if ui.add(MenuItem::new(texts.common_edit()).icon(icons::PENCIL_SIMPLE_LINE)).clicked() {
        ctx.open(Sheet::EditReferral(id, false));
    }
    let remove = MenuItem::new(texts.referrals_remove()).icon(icons::TRASH).danger();
    if ui.add_enabled(ctx.writable, remove).clicked() {
        ctx.edit(Edit::RemoveReferral { referral: id });
    }
}

/// Lays the buttons of a row out from its right end.
fn actions(ui: &mut Ui, cell: egui::Rect, add: impl FnOnce(&mut Ui)) {
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(cell).layout(layout).id_salt("actions"));
    child.spacing_mut().item_spacing.x = space::XS;
    add(&mut child);
}

fn referral_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &ReferralRow, columns: &[f32; 6]) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.push_id(row.id, |ui| {
        let selected = ctx.selection.contact == Some(row.subject);
        let (rect, response) = ledger::row(ui, &row.name, selected);
        let cells = ledger::cells(rect, columns);
        let painter = ui.painter().clone();
        ledger::put(&painter, cells[0], &row.name, TextKind::Strong, p.text);
        ledger::put(&painter, cells[1], &row.way, TextKind::Body, p.text2);
        ledger::put(&painter, cells[2], &row.need, TextKind::Body, p.text2);
        let state = cells[3];
        let size = sizes::SEAL_S;
        let (kind, words, ink) = if row.owner_must_be_told {
            (Kind::Promise, texts.referrals_owner_not_told(), p.danger)
        } else {
            (referral_kind(row.state), row.state_word.as_str(), p.text)
        };
        paint_seal(&painter, pos2(state.left() + size / 2.0, state.center().y), size, kind, p);
        let label = egui::Rect::from_min_max(pos2(state.left() + size + 6.0, state.top()), state.max);
        let weight = if row.owner_must_be_told { TextKind::Strong } else { TextKind::Body };
        ledger::put(&painter, label, words, weight, ink);
        ledger::put(&painter, cells[4], &row.last_step, TextKind::Body, p.text2);
        egui::Popup::context_menu(&response).width(super::MENU).show(|ui| menu_ui(ctx, ui, row.id));
        let response = tip(response, &row.full, None);
        if response.clicked() {
            ctx.select(row.subject);
        }
        actions(ui, cells[5], |ui| {
            let more = ui.add(IconButton::new(icons::DOTS_THREE, &row.more).size(ButtonSize::Small));
            egui::Popup::menu(&more).width(super::MENU).show(|ui| menu_ui(ctx, ui, row.id));
            if row.owner_must_be_told {
                if ctx.add_writing(ui, Button::tonal(texts.referrals_mark_told()).small()).clicked() {
                    ctx.edit(Edit::TellOwner { referral: row.id });
                }
            } else if let Some(recipient) = row.thought_of {
                let button = Button::ghost(texts.inspector_action_pass_on()).icon(icons::PAPER_PLANE_TILT);
                if ctx.add_writing(ui, button.small()).clicked() {
                    ctx.open(Sheet::PassOnTo(row.subject, recipient, None));
                }
            } else if let Some((next, word)) = &row.next {
                let button = Button::ghost(word).icon(icons::CARET_RIGHT).small();
                if ctx.add_writing(ui, button).clicked() {
                    advance(ctx, row.id, *next);
                }
            }
        });
    });
}

fn introduction_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, row: &IntroductionRow, columns: &[f32; 6]) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.push_id(row.id, |ui| {
        let selected = row.contact.is_some() && ctx.selection.contact == row.contact;
        let (rect, response) = ledger::row(ui, &row.name, selected);
        let cells = ledger::cells(rect, columns);
        let painter = ui.painter().clone();
        let glyph = egui::Rect::from_min_size(cells[0].min, vec2(16.0, cells[0].height()));
        paint_icon(&painter, glyph.center(), icons::USERS_THREE, Weight::Regular, 16.0, p.text2);
        // Two names need the room of two columns.
        let names = egui::Rect::from_min_max(pos2(glyph.right() + 8.0, cells[0].top()), cells[1].max);
        let end = ledger::put(&painter, names, &row.name, TextKind::Strong, p.text);
        let by = egui::Rect::from_min_max(pos2(end + 10.0, names.top()), names.max);
        ledger::put(&painter, by, &row.by, TextKind::Body, p.text2);
        ledger::put(&painter, cells[2], &row.note, TextKind::Body, p.text2);
        let dot = introduction_dot(p, row.state);
        ledger::state(&painter, cells[3], introduction_word(texts, row.state), dot, p.text);
        ledger::put(&painter, cells[4], &row.on, TextKind::Body, p.text2);
        if response.clicked()
            && let Some(contact) = row.contact
        {
            ctx.select(contact);
        }
        actions(ui, cells[5], |ui| {
            let more = ui.add(IconButton::new(icons::DOTS_THREE, &row.more).size(ButtonSize::Small));
            egui::Popup::menu(&more).width(super::MENU).show(|ui| {
                ui.set_max_width(super::MENU);
                for state in IntroductionState::ALL {
                    let item = MenuItem::new(introduction_word(texts, state)).checked(state == row.state);
                    if ui.add(item).clicked() {
                        change_introduction(ctx, row, state);
                    }
                }
                menu_separator(ui);
                if row.is_planned {
                    let steps = MenuItem::new(texts.passon_opt_in_steps()).icon(icons::PATH);
                    if ui.add(steps).clicked() {
                        ctx.open(Sheet::OptIn(row.id));
                    }
                }
                let remove = MenuItem::new(texts.referrals_remove_introduction()).icon(icons::TRASH).danger();
                if ui.add(remove).clicked() {
                    ctx.edit(Edit::RemoveIntroduction { introduction: row.id });
                }
            });
            if let Some(next) = row.next {
                let button = Button::ghost(introduction_word(texts, next)).icon(icons::CARET_RIGHT).small();
                if ui.add(button).clicked() {
                    change_introduction(ctx, row, next);
                }
            }
        });
    });
}

fn change_introduction(ctx: &mut ViewCtx<'_>, row: &IntroductionRow, state: IntroductionState) {
    let Some(old) = ctx.book.get(row.id).filter(|old| old.state != state) else { return };
    let introduction = Introduction { state, ..Introduction::clone(old) };
    ctx.edit(Edit::ChangeIntroduction { introduction: Box::new(introduction) });
}
