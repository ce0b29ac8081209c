//! Replies: the mark of what came back, and the one key that notes it.
//!
//! Owns how a reply looks and which message it is noted at. Start reading at [`cycle`].

use eframe::egui::{self, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::edit::Edit;
use crate::gui::command::{Command, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, Weight, icons, stroke};
use crate::gui::views::people::name_of;
use crate::gui::widgets::{paint_icon, tip};
use crate::index::events::{reply_word, written_to};
use crate::model::{Contact, Event, Id, Reply};
use crate::text::Texts;

/// The key that notes a reply.
pub(in crate::gui::views) const KEY: egui::Key = egui::Key::R;

/// The reply that the key makes of another: none, one, continuing, none again.
pub(in crate::gui::views) fn next_reply(reply: Reply) -> Reply {
    match reply {
        Reply::None => Reply::Once,
        Reply::Once => Reply::Continuing,
        Reply::Continuing => Reply::None,
    }
}

/// Notes the next reply at the message to somebody, at the one about an event if one is given. Where none is logged, it
/// says so and offers to log one.
pub(in crate::gui::views) fn cycle(ctx: &mut ViewCtx<'_>, contact: Id<Contact>, event: Option<Id<Event>>) {
    if !ctx.writable {
        return;
    }
    let event = event.and_then(|id| ctx.book.get(id)).map(|event| &**event);
    match written_to(ctx.book, ctx.index, contact, event).and_then(|id| ctx.book.get(id)) {
        Some(message) => {
            let (encounter, reply) = (message.id, next_reply(message.reply));
            ctx.edit(Edit::SetReply { encounter, reply });
        }
        None => {
            let name = name_of(ctx.book, ctx.texts, contact);
            ctx.ask(Command::Tell(ctx.texts.visits_reply_nothing(&name)));
            ctx.open(Sheet::LogEncounter { contacts: vec![contact], completes: None });
        }
    }
}

/// Paints the mark of a reply: a leaf that is filled when it sprouts.
pub(in crate::gui::views) fn paint_reply(
    painter: &egui::Painter,
    centre: egui::Pos2,
    size: f32,
    reply: Reply,
    p: &Palette,
) {
    let (weight, ink) = match reply {
        Reply::None => (Weight::Regular, p.line_strong),
        Reply::Once => (Weight::Regular, p.ok),
        Reply::Continuing => (Weight::Fill, p.ok),
    };
    paint_icon(painter, centre, icons::LEAF, weight, size, ink);
}

/// A mark that can be pressed; `name` is whose reply it is.
pub(super) fn mark_ui(ui: &Ui, id: egui::Id, rect: Rect, reply: Reply, name: &str, texts: &Texts) -> bool {
    let p = Palette::of(ui);
    let response = ui.interact(rect, id, Sense::click());
    let spoken = texts.visits_reply_of(name, reply_word(texts, reply));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6, p.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6, Stroke::new(stroke::FOCUS, p.ai), StrokeKind::Inside);
    }
    paint_reply(ui.painter(), rect.center(), 16.0, reply, p);
    let clicked = response.clicked();
    tip(response, reply_word(texts, reply), Some(KEY.name()));
    clicked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_goes_around_all_three_states() {
        let mut reply = Reply::None;
        let mut seen = Vec::new();
        for _ in 0..3 {
            reply = next_reply(reply);
            seen.push(reply);
        }
        assert_eq!(seen, [Reply::Once, Reply::Continuing, Reply::None]);
    }
}
