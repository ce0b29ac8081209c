//! The parts of the window between which F6 goes: rail, messages, view, inspector, lines at the foot.
//!
//! Owns which part the keyboard is in, and the mark of a part that has it as a whole. From there Tab goes on to the first
//! control of that part. Must not know what is in a part.

use eframe::egui::{self, Id, Rect, Role, Sense, Ui, WidgetInfo};

use super::theme::{Palette, stroke};
use crate::text::Texts;

/// A part of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// The views and circles at the left.
    Rail,
    /// What must be known about the book, above the view.
    Banners,
    /// The view.
    View,
    /// The selected person at the right.
    Inspector,
    /// Lines that tell what happened.
    Toasts,
}

impl Pane {
    /// All parts in the order of F6.
    pub const ALL: [Self; 5] = [Self::Rail, Self::Banners, Self::View, Self::Inspector, Self::Toasts];

    /// The id of the mark that has the keyboard while the part has it as a whole.
    pub fn id(self) -> Id {
        Id::unique(("pane", self))
    }

    fn name(self, texts: &Texts) -> &str {
        match self {
            Self::Rail => texts.palette_pane_rail(),
            Self::Banners => texts.palette_pane_banners(),
            Self::View => texts.palette_pane_view(),
            Self::Inspector => texts.palette_pane_inspector(),
            Self::Toasts => texts.palette_pane_toasts(),
        }
    }
}

/// Where the parts are, as drawn last.
#[derive(Debug, Default)]
pub struct Panes {
    shown: Vec<(Pane, Rect)>,
    drawn: Vec<(Pane, Rect)>,
    wanted: isize,
}

impl Panes {
    /// Goes on by so many parts with the next frame.
    pub fn step(&mut self, by: isize) {
        self.wanted = by;
    }

    /// Begins a frame: gives the keyboard to the part that was asked for.
    pub fn begin(&mut self, ctx: &egui::Context) {
        self.shown = std::mem::take(&mut self.drawn);
        let by = std::mem::take(&mut self.wanted);
        // A sheet is above all parts: the keyboard stays in it.
        if by == 0 || self.shown.is_empty() || ctx.memory(|memory| memory.top_modal_layer().is_some()) {
            return;
        }
        let at = self.current(ctx);
        let count = self.shown.len() as isize;
        let next = match at {
            Some(at) => (at as isize + by).rem_euclid(count),
            // Nothing has the keyboard: the view has the keys, so the next part is the one after it.
            None => {
                let view = self.shown.iter().position(|(pane, _)| *pane == Pane::View).unwrap_or(0);
                (view as isize + by).rem_euclid(count)
            }
        };
        if let Some((pane, _)) = self.shown.get(next as usize) {
            ctx.memory_mut(|memory| memory.request_focus(pane.id()));
        }
    }

    /// The part in which the keyboard is.
    fn current(&self, ctx: &egui::Context) -> Option<usize> {
        let focused = ctx.memory(egui::Memory::focused)?;
        if let Some(at) = self.shown.iter().position(|(pane, _)| pane.id() == focused) {
            return Some(at);
        }
        let at = ctx.read_response(focused)?.rect.center();
        // What lies above comes later in the list.
        self.shown.iter().rposition(|(_, rect)| rect.contains(at))
    }

    /// Stands at the beginning of a part: only while the keyboard is here is there something to stand on.
    pub fn begin_pane(&self, ui: &Ui, pane: Pane, texts: &Texts) {
        let id = pane.id();
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let known = self.shown.iter().find(|(other, _)| *other == pane).map(|(_, rect)| *rect);
        let rect = known.unwrap_or_else(|| ui.max_rect());
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Pane, true, pane.name(texts)));
    }

    /// Stands at the end of a part: notes where it is and draws the ring around it.
    pub fn end_pane(&mut self, ui: &Ui, pane: Pane, rect: Rect) {
        if rect.width() < 1.0 || rect.height() < 1.0 {
            return;
        }
        self.drawn.push((pane, rect));
        if ui.memory(|memory| memory.has_focus(pane.id())) {
            let ring = egui::Stroke::new(stroke::FOCUS, Palette::of(ui).ai);
            let layer = egui::LayerId::new(egui::Order::Tooltip, pane.id());
            let painter = ui.ctx().layer_painter(layer);
            painter.rect_stroke(rect.shrink(1.0), 4, ring, egui::StrokeKind::Inside);
        }
    }
}

/// Whether keys are for the view as a whole: nothing has the keyboard, or the view has it.
pub fn view_has_keys(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.focused().is_none_or(|focused| focused == Pane::View.id()))
}

/// Brings what has just got the keyboard into sight. Stands at the beginning of what a scroll area shows.
pub fn follow_focus(ui: &Ui) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let key = ui.scope_id().with("followed");
    if ui.data(|data| data.get_temp(key)) == Some(focused) {
        return;
    }
    let Some(response) = ui.ctx().read_response(focused).filter(|found| found.layer_id == ui.layer_id())
    else {
        return;
    };
    ui.data_mut(|data| data.insert_temp(key, focused));
    // What is cut off lies in a scroll area; whether in this one, its place says.
    let (rect, room) = (response.rect, ui.max_rect());
    let is_cut = response.interact_rect.height() < rect.height() - 1.0
        || response.interact_rect.width() < rect.width() - 1.0;
    let is_here = room.x_range().contains(rect.center().x) && rect.center().y >= room.top();
    if is_cut && is_here {
        ui.scroll_to_rect(rect, None);
    }
}
