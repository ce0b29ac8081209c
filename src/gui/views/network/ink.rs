//! One mesh for everything that is many: discs, lines and arrow heads of the network.
//!
//! Owns the texture of soft discs and the geometry made with it. Must not know people or edges.
//! A disc is one quad and a line is one quad for each segment, because ten thousand tessellated circles
//! would cost more than a whole frame may. Start reading at [`Ink`].

use eframe::egui::{
    Color32, ColorImage, Context, Mesh, Pos2, Rect, TextureHandle, TextureOptions, Vec2, epaint::Vertex,
    pos2, vec2,
};

/// Radii of the discs in the texture, in texels; a disc is drawn from the next larger one.
const RADII: [f32; 15] = [0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 16.0, 24.0, 32.0, 44.0, 60.0];
const SIDE: usize = 512;

/// The texture of soft discs.
pub(super) struct Discs {
    texture: TextureHandle,
    centres: [Pos2; RADII.len()],
}

impl Discs {
    /// Paints the texture; once for each program.
    pub(super) fn new(ctx: &Context) -> Self {
        let mut image = ColorImage::filled([SIDE, SIDE], Color32::TRANSPARENT);
        let mut centres = [Pos2::ZERO; RADII.len()];
        let (mut left, mut top, mut row) = (1_usize, 1_usize, 0_usize);
        for (radius, centre) in RADII.iter().zip(&mut centres) {
            let half = radius.ceil() as usize + 2;
            let side = 2 * half + 1;
            if left + side > SIDE {
                (left, top, row) = (1, top + row + 1, 0);
            }
            row = row.max(side);
            let (x0, y0) = (left + half, top + half);
            for y in top..top + side {
                for x in left..left + side {
                    let distance = (x as f32 - x0 as f32).hypot(y as f32 - y0 as f32);
                    let alpha = ((radius + 0.5 - distance).clamp(0.0, 1.0) * 255.0).round() as u8;
                    image.pixels[y * SIDE + x] = Color32::from_white_alpha(alpha);
                }
            }
            *centre = pos2(x0 as f32 + 0.5, y0 as f32 + 0.5);
            left += side + 1;
        }
        Self { texture: ctx.load_texture("network ink", image, TextureOptions::LINEAR), centres }
    }

    /// Centre and scale of the disc for this radius in pixels.
    fn pick(&self, radius: f32) -> (Pos2, f32) {
        let at = RADII.iter().position(|r| *r >= radius * 0.97).unwrap_or(RADII.len() - 1);
        (self.centres[at], RADII[at])
    }
}

/// How a line of one width is drawn: where its sides lie in the texture, and how far off its middle in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Profile {
    low: Pos2,
    high: Pos2,
    half: f32,
}

/// Collects a mesh in the coordinates of the screen, in points.
pub(super) struct Ink<'a> {
    discs: &'a Discs,
    mesh: Mesh,
    pixels_per_point: f32,
    clip: Rect,
    white: Pos2,
}

impl<'a> Ink<'a> {
    /// Begins a mesh; what lies outside `clip` is left out.
    pub(super) fn new(discs: &'a Discs, pixels_per_point: f32, clip: Rect) -> Self {
        let white = (discs.centres[RADII.len() - 1].to_vec2() / SIDE as f32).to_pos2();
        Self { discs, mesh: Mesh::with_texture(discs.texture.id()), pixels_per_point, clip, white }
    }

    /// Begins a mesh in the memory of another one.
    pub(super) fn again(discs: &'a Discs, pixels_per_point: f32, clip: Rect, mut mesh: Mesh) -> Self {
        mesh.indices.clear();
        mesh.vertices.clear();
        mesh.texture_id = discs.texture.id();
        Self { mesh, ..Self::new(discs, pixels_per_point, clip) }
    }

    /// The finished mesh.
    pub(super) fn finish(self) -> Mesh {
        self.mesh
    }

    #[inline]
    fn quad(&mut self, corners: [Pos2; 4], uv: [Pos2; 4], color: Color32) {
        let first = self.mesh.vertices.len() as u32;
        for (pos, uv) in corners.into_iter().zip(uv) {
            self.mesh.vertices.push(Vertex { pos, uv, color });
        }
        self.mesh.indices.extend([first, first + 1, first + 2, first + 2, first + 1, first + 3]);
    }

    /// A filled disc.
    pub(super) fn disc(&mut self, at: Pos2, radius: f32, color: Color32) {
        let pixels = radius * self.pixels_per_point;
        if pixels <= 0.0 || !self.clip.expand(radius).contains(at) {
            return;
        }
        let (centre, base) = self.discs.pick(pixels);
        let texels = base + 1.0;
        let half = radius * texels / base;
        let uv = |x: f32, y: f32| ((centre.to_vec2() + vec2(x, y) * texels) / SIDE as f32).to_pos2();
        let corner = |x: f32, y: f32| at + vec2(x, y) * half;
        self.quad(
            [corner(-1.0, -1.0), corner(1.0, -1.0), corner(-1.0, 1.0), corner(1.0, 1.0)],
            [uv(-1.0, -1.0), uv(1.0, -1.0), uv(-1.0, 1.0), uv(1.0, 1.0)],
            color,
        );
    }

    /// How a line of this width is drawn.
    pub(super) fn profile(&self, width: f32) -> Profile {
        let (low, high, half) = self.sides(width);
        Profile { low, high, half }
    }

    /// The texture coordinates of both sides of a line of `width`, and how far they lie off its middle.
    fn sides(&self, width: f32) -> (Pos2, Pos2, f32) {
        let pixels = (width * self.pixels_per_point * 0.5).max(0.5);
        let (centre, base) = self.discs.pick(pixels);
        let texels = base + 1.0;
        let uv = |y: f32| ((centre.to_vec2() + vec2(0.0, y * texels)) / SIDE as f32).to_pos2();
        (uv(-1.0), uv(1.0), pixels / self.pixels_per_point * texels / base)
    }

    /// A straight line.
    pub(super) fn line(&mut self, a: Pos2, b: Pos2, width: f32, color: Color32) {
        if !self.clip.expand(width).intersects(Rect::from_two_pos(a, b)) {
            return;
        }
        let (low, high, half) = self.sides(width);
        let side = across(b - a) * half;
        self.quad([a - side, b - side, a + side, b + side], [low, low, high, high], color);
    }

    /// A straight line that is known to be seen, of a width that was looked up before.
    pub(super) fn stroke(&mut self, a: Pos2, b: Pos2, profile: Profile, color: Color32) {
        let along = b - a;
        let side = across(along) * profile.half;
        let (low, high) = (profile.low, profile.high);
        self.quad([a - side, b - side, a + side, b + side], [low, low, high, high], color);
    }

    /// A small head of an arrow without soft edges, whose tip lies at `tip`.
    pub(super) fn tip(&mut self, tip: Pos2, direction: Vec2, size: f32, color: Color32) {
        let along = direction * (size / direction.length().max(1e-6));
        let (back, side) = (tip - along, along.rot90() * 0.5);
        let first = self.mesh.vertices.len() as u32;
        for pos in [tip, back + side, back - side] {
            self.mesh.vertices.push(Vertex { pos, uv: self.white, color });
        }
        self.mesh.indices.extend([first, first + 1, first + 2]);
    }

    /// The head of an arrow as two strokes, whose tip lies at `tip`.
    pub(super) fn open_head(&mut self, tip: Pos2, direction: Vec2, size: f32, color: Color32) {
        let along = direction.normalized() * size;
        let side = along.rot90() * 0.55;
        self.line(tip, tip - along, 1.6, color);
        self.line(tip, tip - along + side, 1.6, color);
        self.line(tip, tip - along - side, 1.6, color);
    }

    /// A bent line through `points`.
    pub(super) fn ribbon(&mut self, points: &[Pos2], width: f32, color: Color32) {
        let [first, .., last] = points else { return };
        if points.len() == 2 {
            return self.line(*first, *last, width, color);
        }
        let (low, high, half) = self.sides(width);
        let base = self.mesh.vertices.len() as u32;
        for (at, point) in points.iter().enumerate() {
            let before = points[at.saturating_sub(1)];
            let after = points[(at + 1).min(points.len() - 1)];
            let side = across(after - before) * half;
            self.mesh.vertices.push(Vertex { pos: *point - side, uv: low, color });
            self.mesh.vertices.push(Vertex { pos: *point + side, uv: high, color });
            if at > 0 {
                let v = base + 2 * at as u32;
                self.mesh.indices.extend([v - 2, v - 1, v, v, v - 1, v + 1]);
            }
        }
    }

    /// A bent line in dashes of `dash` with gaps of `gap` points.
    pub(super) fn dashes(&mut self, points: &[Pos2], dash: f32, gap: f32, width: f32, color: Color32) {
        let mut piece: Vec<Pos2> = Vec::with_capacity(8);
        let (mut drawn, mut left) = (true, dash);
        piece.extend(points.first());
        for pair in points.windows(2) {
            let (mut from, to) = (pair[0], pair[1]);
            let mut length = from.distance(to);
            while length > left {
                from += (to - from) * (left / length);
                length -= left;
                if drawn {
                    piece.push(from);
                    self.ribbon(&piece, width, color);
                    piece.clear();
                } else {
                    piece.push(from);
                }
                drawn = !drawn;
                left = if drawn { dash } else { gap };
            }
            left -= length;
            if drawn {
                piece.push(to);
            }
        }
        if drawn && piece.len() > 1 {
            self.ribbon(&piece, width, color);
        }
    }

    /// The head of an arrow whose tip lies at `tip`.
    pub(super) fn head(&mut self, tip: Pos2, direction: Vec2, size: f32, color: Color32) {
        if !self.clip.expand(size).contains(tip) {
            return;
        }
        let along = direction.normalized();
        let back = tip - along * size;
        let side = along.rot90() * size * 0.5;
        let corners = [tip, back + side, back - side];
        let first = self.mesh.vertices.len() as u32;
        for pos in corners {
            self.mesh.vertices.push(Vertex { pos, uv: self.white, color });
        }
        self.mesh.indices.extend([first, first + 1, first + 2]);
        for (a, b) in [(0, 1), (1, 2), (2, 0)] {
            self.line(corners[a], corners[b], 1.0, color);
        }
    }

    /// Part of a circle: from `start` over `sweep`, in radians.
    pub(super) fn arc(
        &mut self,
        centre: Pos2,
        radius: f32,
        [start, sweep]: [f32; 2],
        width: f32,
        color: Color32,
    ) {
        if !self.clip.expand(radius + width).contains(centre) {
            return;
        }
        let steps = ((radius * sweep.abs() / 3.0) as usize).clamp(4, 48);
        let points: Vec<Pos2> = (0..=steps)
            .map(|step| start + sweep * step as f32 / steps as f32)
            .map(|angle| centre + radius * Vec2::angled(angle))
            .collect();
        self.ribbon(&points, width, color);
    }
}

/// The direction to the side of a way. egui's own length goes through `hypot`, which costs as much as all the rest.
fn across(along: Vec2) -> Vec2 {
    along.rot90() / along.length_sq().sqrt().max(1e-6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_is_left_out_and_the_rest_is_one_sound_mesh() {
        let ctx = Context::default();
        let discs = Discs::new(&ctx);
        let clip = Rect::from_min_size(Pos2::ZERO, Vec2::splat(100.0));
        let mut ink = Ink::new(&discs, 2.0, clip);
        ink.disc(pos2(500.0, 0.0), 8.0, Color32::WHITE);
        ink.line(pos2(-50.0, -50.0), pos2(-5.0, 300.0), 1.0, Color32::WHITE);
        assert!(ink.mesh.is_empty());
        ink.disc(pos2(50.0, 50.0), 8.0, Color32::WHITE);
        assert_eq!(ink.mesh.vertices.len(), 4);
        ink.dashes(&[pos2(0.0, 0.0), pos2(30.0, 0.0), pos2(60.0, 0.0)], 6.0, 4.0, 1.5, Color32::WHITE);
        ink.head(pos2(20.0, 20.0), vec2(1.0, 0.0), 8.0, Color32::WHITE);
        ink.arc(pos2(50.0, 50.0), 12.0, [0.0, 3.0], 2.0, Color32::WHITE);
        let mesh = ink.finish();
        assert!(mesh.is_valid());
        assert!(mesh.vertices.iter().all(|vertex| vertex.pos.x.is_finite() && vertex.pos.y.is_finite()));
    }
}
