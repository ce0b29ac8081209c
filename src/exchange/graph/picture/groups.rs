//! The tinted areas around people of one group, as in the window, and the names at them.

use super::super::write::put;
use super::super::{Group, hex};
use super::names::{self, Covered, width_of};
use super::{FAINT, NAME, Scene, short, xml};
use crate::layout::areas;

/// How strong the tint of an area is, and its border.
const TINT: f32 = 0.1;
const BORDER: f32 = 0.45;
/// Room for the dot before a name.
const DOT: f32 = 9.0;

/// The areas of a network, in points of the page.
pub(super) struct Groups<'a> {
    shapes: Vec<(&'a Group, Vec<Vec<[f32; 2]>>)>,
}

impl<'a> Groups<'a> {
    pub fn of(scene: &Scene<'a>) -> Self {
        let nodes = &scene.graph.nodes;
        let shapes = scene.graph.groups.iter().map(|group| {
            let members = group.nodes.iter().filter_map(|node| nodes.get(*node as usize)?.place);
            let members: Vec<[f32; 2]> = members.collect();
            let mut shapes = areas(&members);
            shapes.iter_mut().flatten().for_each(|corner| *corner = scene.on_page(*corner));
            (group, shapes)
        });
        Self { shapes: shapes.collect() }
    }

    /// The areas, one of them an item.
    pub fn areas(&self) -> Vec<String> {
        let all =
            self.shapes.iter().flat_map(|(group, shapes)| shapes.iter().map(move |shape| (group, shape)));
        all.map(|(group, shape)| {
            let mut out = String::from("<path d=\"");
            for (at, [x, y]) in shape.iter().enumerate() {
                let command = if at == 0 { 'M' } else { 'L' };
                put(&mut out, format_args!("{command}{} {}", short(*x), short(*y)));
            }
            let colour = hex(group.colour);
            put(
                &mut out,
                format_args!(
                    "Z\" fill=\"{colour}\" fill-opacity=\"{TINT}\" stroke=\"{colour}\" stroke-opacity=\"{BORDER}\"/>\n"
                ),
            );
            out
        })
        .collect()
    }

    /// The names of the groups beside their largest areas, where there is room; upwards first, since a name at the foot
    /// reads as one of what is below.
    pub fn names(&self, covered: &mut Covered) -> Vec<String> {
        let mut out = Vec::new();
        for (group, shapes) in &self.shapes {
            let Some(shape) = shapes.first().filter(|_| !group.name.is_empty()) else { continue };
            let name = names::fitting(&group.name, NAME, 150.0);
            let size = [DOT + width_of(&name, NAME) + 4.0, NAME * 1.3];
            let count = shape.len().max(1) as f32;
            let middle = [0, 1].map(|axis| shape.iter().map(|corner| corner[axis]).sum::<f32>() / count);
            let mut corners = shape.clone();
            corners.sort_by(|a, b| a[1].total_cmp(&b[1]));
            let place = corners.iter().find_map(|corner| {
                let off = [corner[0] - middle[0], corner[1] - middle[1]];
                let length = off[0].hypot(off[1]).max(1e-3);
                let at = [0, 1].map(|axis| corner[axis] + off[axis] / length * (size[axis] / 2.0 + 3.0));
                covered.take([at[0] - size[0] / 2.0, at[1] - size[1] / 2.0], size)
            });
            let Some([left, top]) = place else { continue };
            let mut text = format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"2.6\" fill=\"{}\"/><text x=\"{}\" y=\"{}\" fill=\"{FAINT}\">",
                short(left + 3.0),
                short(top + size[1] / 2.0),
                hex(group.colour),
                short(left + DOT),
                short(top + NAME)
            );
            xml(&mut text, &name);
            text.push_str("</text>\n");
            out.push(text);
        }
        out
    }
}
