//! What the view shows, for an export of just that.

use crate::exchange::graph::{Class as Line, Flow};
use crate::gui::network_file::Shown;
use crate::gui::theme::Palette;
use crate::index::Index;
use crate::model::Book;

use super::NetworkView;
use super::model::Class;
use super::scene::{Colouring, warm};

impl NetworkView {
    /// Returns what is shown; `None` before the first frame.
    pub(in crate::gui) fn shown(&self, book: &Book, index: &Index) -> Option<Shown> {
        let (model, camera, area) = (self.model.as_ref()?, self.camera?, self.area?);
        let (low, high) =
            (camera.world_from_screen(area, area.min), camera.world_from_screen(area, area.max));
        let is_visible = |node: usize| self.visible.nodes.get(node).copied().unwrap_or(false);
        let paper = Palette::pick(false);
        let warmth = match self.choices.colouring {
            Colouring::Warmth => model.known_warmth(),
            Colouring::Circle => None,
        };
        let mut shown = Shown { frame: [low.x, low.y, high.x, high.y], ..Shown::default() };
        let mut colours = std::collections::BTreeMap::new();
        for (node, id) in (1..).zip(model.network.people()) {
            // An edit may have come since the last frame.
            if !is_visible(node) || book.get(*id).is_none() || index.network().node(*id).is_none() {
                continue;
            }
            shown.people.insert(*id);
            if let Some(place) = self.places.of(node as u32) {
                shown.places.insert(*id, [place.x, place.y]);
            }
            if let Some(warmth) = warmth.and_then(|warmth| warmth.get(node)) {
                let colour = warm(paper, *warmth);
                colours.insert(*id, [colour.r(), colour.g(), colour.b()]);
            }
        }
        shown.colours = warmth.map(|_| colours);
        let hidden = Class::ALL.into_iter().filter(|class| self.choices.hidden & class.bit() != 0);
        shown.hidden = hidden.map(line_of).collect();
        Some(shown)
    }
}

/// The same class of lines on paper.
fn line_of(class: Class) -> Line {
    match class {
        Class::Met => Line::Met,
        Class::SharedEvent => Line::SharedEvent,
        Class::Relationship => Line::Relationship,
        Class::CameToNothing => Line::Flow(Flow::CameToNothing),
        Class::Waiting => Line::Flow(Flow::Waiting),
        Class::Talking => Line::Flow(Flow::Talking),
        Class::LedToWork => Line::Flow(Flow::LedToWork),
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::stroke_of;
    use super::*;
    use crate::exchange::graph::{CIRCLES, OWNER};

    #[test]
    fn a_picture_has_the_lines_and_colours_of_the_window() {
        let p = Palette::pick(false);
        for class in Class::ALL {
            let (colour, width, dashes) = stroke_of(class, p);
            let ink = line_of(class).ink();
            let [red, green, blue] = ink.colour;
            let expected = eframe::egui::Color32::from_rgb(red, green, blue);
            let expected = if ink.strength < 1.0 { expected.gamma_multiply(ink.strength) } else { expected };
            assert_eq!((colour, width, dashes), (expected, ink.width, ink.dashes), "{class:?}");
        }
        for (circle, [red, green, blue]) in CIRCLES.into_iter().enumerate() {
            let colour = p.circle(circle).0;
            assert_eq!([colour.r(), colour.g(), colour.b()], [red, green, blue]);
        }
        assert_eq!([p.ai.r(), p.ai.g(), p.ai.b()], OWNER);
    }
}
