//! The tinted shapes around people of one group who stand near each other.
//!
//! Owns which groups get one; the shapes are those of [`crate::layout::areas`]. Must not know the screen.

use eframe::egui::Pos2;

use crate::layout::areas;

use super::camera::place;
use super::grouping::Group;

/// One shape.
pub(super) struct Hull {
    /// The group by its place among all.
    pub(super) group: usize,
    /// Corners, in units of the layout.
    pub(super) corners: Vec<Pos2>,
    /// Whether the group's name stands at this one.
    pub(super) named: bool,
}

/// Returns the shapes of all groups.
pub(super) fn hulls(all: &[Group], positions: &[[f32; 2]], shown: &[bool]) -> Vec<Hull> {
    let mut found = Vec::new();
    for (number, of) in all.iter().enumerate() {
        let members = of.members.iter().map(|node| *node as usize).filter(|node| shown[*node]);
        let points: Vec<[f32; 2]> = members.map(|node| positions[node]).collect();
        for (at, corners) in areas(&points).into_iter().enumerate() {
            let corners = corners.into_iter().map(place).collect();
            found.push(Hull { group: number, corners, named: at == 0 });
        }
    }
    found
}
