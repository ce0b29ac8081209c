//! What the view shows, for an export of just that.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use eframe::egui::Color32;

use crate::gui::network_file::Shown;
use crate::gui::theme::Palette;
use crate::index::{EdgeKind, Index, NodeId, ReferralFlow};
use crate::model::Book;
use crate::session::{Wanted, WantedGroup};
use crate::text::Texts;

use super::NetworkView;
use super::grouping::{Colouring, Group, Origin};
use super::model::Model;

impl NetworkView {
    /// Returns what is shown; `None` before the first frame.
    pub(in crate::gui) fn shown(&self, book: &Book, index: &Index, texts: &Texts) -> Option<Shown> {
        let (model, camera, area) = (self.model.as_ref()?, self.camera?, self.area?);
        let (low, high) =
            (camera.world_from_screen(area, area.min), camera.world_from_screen(area, area.max));
        let network = index.network();
        let mut wanted = Wanted { people: Some(std::collections::BTreeSet::new()), ..Wanted::default() };
        let mut colours = BTreeMap::new();
        for (node, id) in (1..).zip(model.network.people()) {
            let is_visible = self.visible.nodes.get(node).copied().unwrap_or(false);
            // An edit may have come since the last frame.
            if !is_visible || book.get(*id).is_none() || network.node(*id).is_none() {
                continue;
            }
            wanted.people.get_or_insert_default().insert(*id);
            if let Some(place) = self.places.of(node as u32) {
                wanted.places.insert(*id, [place.x, place.y]);
            }
            if let Some(size) = self.looks.sizes.get(node) {
                wanted.sizes.insert(*id, *size);
            }
            if let Some(colour) = self.looks.colours.get(node) {
                colours.insert(*id, opaque(*colour));
            }
        }
        if !self.looks.colours.is_empty() {
            wanted.colours = Some(colours);
            wanted.key = self.key_of_colours(texts);
        }
        wanted.groups = Some(self.groups_shown(model));
        wanted.hidden = edge_kinds().filter(|kind| self.choices.hidden.hides_edge(*kind)).collect();
        wanted.as_of = self.time.as_of().and_then(NaiveDate::from_num_days_from_ce_opt);
        Some(Shown { wanted, frame: [low.x, low.y, high.x, high.y] })
    }

    /// The groups whose areas are drawn, those who are visible.
    fn groups_shown(&self, model: &Model) -> Vec<WantedGroup> {
        let p = Palette::pick(false);
        let is_visible = |node: &&NodeId| self.visible.nodes.get(**node as usize).copied().unwrap_or(false);
        let group = |group: &Group| WantedGroup {
            name: group.name.clone(),
            colour: opaque(p.circle(usize::from(group.colour)).0),
            people: group
                .members
                .iter()
                .filter(is_visible)
                .filter_map(|node| model.network.contact(*node))
                .collect(),
        };
        self.looks.groups.iter().map(group).collect()
    }

    /// What the colours mean, as far as a word can say it.
    fn key_of_colours(&self, texts: &Texts) -> Vec<([u8; 3], String)> {
        let p = Palette::pick(false);
        match self.choices.colouring {
            // Between the oldest and the newest there is no word.
            Colouring::Circle | Colouring::Time => Vec::new(),
            Colouring::Warmth => vec![
                (opaque(p.line), texts.network_key_cold().to_owned()),
                (opaque(p.thread), texts.network_key_warm().to_owned()),
            ],
            Colouring::Kind => {
                Origin::ALL.map(|origin| (opaque(origin.color(p)), origin.label(texts).to_owned())).to_vec()
            }
            Colouring::Group => {
                let groups = self.looks.groups.iter();
                groups
                    .map(|group| (opaque(p.circle(usize::from(group.colour)).0), group.name.clone()))
                    .collect()
            }
        }
    }
}

fn opaque(colour: Color32) -> [u8; 3] {
    let [red, green, blue, _] = colour.to_srgba_unmultiplied();
    [red, green, blue]
}

/// Every kind of edge with everything that may have become of it.
fn edge_kinds() -> impl Iterator<Item = EdgeKind> {
    let still = [EdgeKind::Met, EdgeKind::SharedEvent, EdgeKind::SharedOrganization, EdgeKind::Relationship];
    let flowing = ReferralFlow::ALL
        .into_iter()
        .flat_map(|flow| [EdgeKind::Introduction(flow), EdgeKind::Referral(flow), EdgeKind::Lead(flow)]);
    still.into_iter().chain(flowing)
}

#[cfg(test)]
mod tests {
    use super::super::lines::Class;
    use super::*;
    use crate::exchange::graph::{self, CIRCLES, Flow, OWNER};

    #[test]
    fn a_picture_has_the_lines_and_colours_of_the_window() {
        let p = Palette::pick(false);
        for (class, line) in [
            (Class::Met, graph::Class::Met),
            (Class::SharedEvent, graph::Class::SharedEvent),
            (Class::SharedOrganization, graph::Class::SharedOrganization),
            (Class::Relationship, graph::Class::Relationship),
            (Class::CameToNothing, graph::Class::Flow(Flow::CameToNothing)),
            (Class::Promised, graph::Class::Flow(Flow::Promised)),
            (Class::Waiting, graph::Class::Flow(Flow::Waiting)),
            (Class::Talking, graph::Class::Flow(Flow::Talking)),
            (Class::LedToWork, graph::Class::Flow(Flow::LedToWork)),
        ] {
            let (colour, width, dashes) = class.stroke(p);
            let ink = line.ink();
            let [red, green, blue] = ink.colour;
            let full = Color32::from_rgb(red, green, blue);
            let expected = if ink.strength < 1.0 { full.gamma_multiply(ink.strength) } else { full };
            assert_eq!((colour, width, dashes), (expected, ink.width, ink.dashes), "{class:?}");
        }
        for (circle, colour) in CIRCLES.into_iter().enumerate() {
            assert_eq!(opaque(p.circle(circle).0), colour);
        }
        assert_eq!(opaque(p.ai), OWNER);
    }
}
