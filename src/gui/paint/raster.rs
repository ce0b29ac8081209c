//! Filling triangles, exactly: corners lie on a grid of 1/256 pixel and edges are whole numbers,
//! so two triangles with a common edge never leave a pixel out and never paint one twice.
//!
//! Owns: coverage and blending. Must not know: where textures come from.

use super::texture::{Rgba, Sampler, Texture};
use eframe::egui::epaint::Vertex;
use eframe::egui::{Color32, Rect};
use image::RgbaImage;

/// Steps of the grid per pixel.
const GRID: i64 = 256;

/// The farthest place on the grid: two million pixels from the corner.
const FAR: i64 = 1 << 29;

/// The pixels that may be painted: columns and rows, ends excluded.
#[derive(Clone, Copy, Debug)]
pub struct Clip {
    x: [i64; 2],
    y: [i64; 2],
}

impl Clip {
    /// The scissor rectangle in points, rounded to pixels as egui's OpenGL back end rounds it.
    pub fn new(rect: Rect, scale: f32, [width, height]: [u32; 2]) -> Self {
        let cut = |from: f32, to: f32, size: u32| {
            let from = ((from * scale).round() as i64).clamp(0, i64::from(size));
            [from, ((to * scale).round() as i64).clamp(from, i64::from(size))]
        };
        Self { x: cut(rect.min.x, rect.max.x, width), y: cut(rect.min.y, rect.max.y, height) }
    }

    pub const fn is_empty(&self) -> bool {
        self.x[0] >= self.x[1] || self.y[0] >= self.y[1]
    }
}

/// A half plane: the points with `a·x + b·y + c ≥ 0`, on the grid.
#[derive(Clone, Copy, Debug)]
struct Edge {
    a: i64,
    b: i64,
    c: i64,
}

impl Edge {
    /// Left of the way from `p` to `q` (in screen coordinates, y down); the border belongs to it only
    /// when it is a top or left edge.
    const fn new(p: [i64; 2], q: [i64; 2]) -> Self {
        let (a, b) = (p[1] - q[1], q[0] - p[0]);
        let owns_border = a > 0 || (a == 0 && b > 0);
        let c = -(a * p[0] + b * p[1]) - if owns_border { 0 } else { 1 };
        Self { a, b, c }
    }

    /// Narrows the columns `x` (ends excluded) of the row with centre `y` to this half plane.
    const fn narrow(&self, y: i64, x: &mut [i64; 2]) {
        // a·(GRID·x + GRID/2) + k ≥ 0
        let k = self.b * y + self.c + self.a * (GRID / 2);
        let step = self.a * GRID;
        if step > 0 {
            let first = -(k.div_euclid(step));
            if first > x[0] {
                x[0] = first;
            }
        } else if step < 0 {
            let end = k.div_euclid(-step) + 1;
            if end < x[1] {
                x[1] = end;
            }
        } else if k < 0 {
            x[1] = x[0];
        }
    }
}

/// A value that changes evenly over the triangle.
#[derive(Clone, Copy, Debug)]
struct Slope {
    origin: f64,
    dx: f64,
    dy: f64,
}

/// What fills a triangle.
#[derive(Clone, Copy, Debug)]
enum Fill<'t> {
    /// One colour.
    Solid(Rgba),
    /// Colours between the corners, times one texel.
    Shaded([Slope; 4], Rgba),
    /// A part of the texture, times the colours between the corners.
    Textured([Slope; 4], [Slope; 2], Sampler<'t>, bool),
}

/// A triangle ready to fill.
#[derive(Clone, Copy, Debug)]
pub struct Triangle<'t> {
    edges: [Edge; 3],
    min: [i64; 2],
    max: [i64; 2],
    fill: Fill<'t>,
}

impl<'t> Triangle<'t> {
    /// Places a triangle on the grid; `None` when it has no area or is wholly transparent.
    pub fn new(vertices: [Vertex; 3], scale: f32, texture: &'t Texture) -> Option<Self> {
        // Bounded, so that no product below overflows however far away a corner lies.
        let snap = |v: f32| ((f64::from(v * scale) * GRID as f64).round() as i64).clamp(-FAR, FAR);
        let mut v = vertices;
        let mut p = v.map(|v| [snap(v.pos.x), snap(v.pos.y)]);
        let area = |p: &[[i64; 2]; 3]| {
            (p[1][0] - p[0][0]) * (p[2][1] - p[0][1]) - (p[2][0] - p[0][0]) * (p[1][1] - p[0][1])
        };
        if area(&p) < 0 {
            p.swap(1, 2);
            v.swap(1, 2);
        }
        let area = area(&p);
        if area == 0 || v.iter().all(|v| v.color == Color32::TRANSPARENT) {
            return None;
        }
        let span = |axis: usize| {
            let all = p.map(|p| p[axis]);
            let min = all[0].min(all[1]).min(all[2]);
            let max = all[0].max(all[1]).max(all[2]);
            [min.div_euclid(GRID), max.div_euclid(GRID) + 1]
        };
        let (x, y) = (span(0), span(1));
        let slope = |values: [f32; 3]| {
            let [v0, v1, v2] = values.map(f64::from);
            let (d1, d2) = (v1 - v0, v2 - v0);
            let d = |i: usize, axis: usize| (p[i][axis] - p[0][axis]) as f64;
            let per_pixel = GRID as f64 / area as f64;
            let dx = (d1 * d(2, 1) - d2 * d(1, 1)) * per_pixel;
            let dy = (d2 * d(1, 0) - d1 * d(2, 0)) * per_pixel;
            let centre = |axis: usize| p[0][axis] as f64 / GRID as f64 - 0.5;
            Slope { origin: v0 - dx * centre(0) - dy * centre(1), dx, dy }
        };
        let colours = v.map(|v| v.color.to_array());
        let one_colour = colours[0] == colours[1] && colours[1] == colours[2];
        let channel = |i: usize| slope(colours.map(|c| f32::from(c[i])));
        let shades = || [channel(0), channel(1), channel(2), channel(3)];
        let fill = if v[0].uv == v[1].uv && v[1].uv == v[2].uv {
            let texel = texture.sampler(0.0).at(v[0].uv.x, v[0].uv.y);
            if one_colour {
                Fill::Solid(multiply(colours[0].map(f32::from), texel))
            } else {
                Fill::Shaded(shades(), texel)
            }
        } else {
            let uv = [slope(v.map(|v| v.uv.x)), slope(v.map(|v| v.uv.y))];
            let [w, h] = texture.size().map(f64::from);
            let texels = |dx: f64, dy: f64| ((dx * w).powi(2) + (dy * h).powi(2)).sqrt();
            let density = texels(uv[0].dx, uv[1].dx).max(texels(uv[0].dy, uv[1].dy));
            let white = colours.iter().all(|c| *c == [255; 4]);
            Fill::Textured(shades(), uv, texture.sampler(density as f32), white)
        };
        let edges = [Edge::new(p[0], p[1]), Edge::new(p[1], p[2]), Edge::new(p[2], p[0])];
        Some(Self { edges, min: [x[0], y[0]], max: [x[1], y[1]], fill })
    }
}

fn multiply(a: Rgba, b: Rgba) -> Rgba {
    [a[0] * b[0] / 255.0, a[1] * b[1] / 255.0, a[2] * b[2] / 255.0, a[3] * b[3] / 255.0]
}

fn round(colour: Rgba) -> [u8; 4] {
    // `as u8` saturates.
    [(colour[0] + 0.5) as u8, (colour[1] + 0.5) as u8, (colour[2] + 0.5) as u8, (colour[3] + 0.5) as u8]
}

/// egui's blending: source + destination · (1 − source alpha), in gamma space, rounded once.
fn blend(pixel: &mut [u8; 4], source: Rgba) {
    if source[3] >= 255.0 {
        *pixel = round(source);
        return;
    }
    let keep = 1.0 - source[3] / 255.0;
    *pixel = round([
        source[0] + f32::from(pixel[0]) * keep,
        source[1] + f32::from(pixel[1]) * keep,
        source[2] + f32::from(pixel[2]) * keep,
        source[3] + f32::from(pixel[3]) * keep,
    ]);
}

/// The pixels, with premultiplied alpha.
pub struct Surface {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 4]>,
}

impl Surface {
    pub fn new([width, height]: [u32; 2], clear: Color32) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self { width, height, pixels: vec![clear.to_array(); width * height] }
    }

    /// Paints a triangle inside the clip.
    pub fn fill(&mut self, triangle: &Triangle<'_>, clip: Clip) {
        let rows = triangle.min[1].max(clip.y[0])..triangle.max[1].min(clip.y[1]);
        for row in rows {
            let centre = row * GRID + GRID / 2;
            let mut x = [triangle.min[0].max(clip.x[0]), triangle.max[0].min(clip.x[1])];
            for edge in &triangle.edges {
                edge.narrow(centre, &mut x);
            }
            if x[0] < x[1] {
                let start = row as usize * self.width;
                let span = &mut self.pixels[start + x[0] as usize..start + x[1] as usize];
                fill_span(span, &triangle.fill, x[0] as f64, row as f64);
            }
        }
    }

    /// The picture with straight alpha, as PNG wants it.
    pub fn into_image(self) -> RgbaImage {
        let mut bytes = Vec::with_capacity(self.pixels.len() * 4);
        for [r, g, b, a] in self.pixels {
            if a == 255 || a == 0 {
                bytes.extend_from_slice(&[r, g, b, a]);
            } else {
                let straight =
                    |v: u8| ((u32::from(v) * 255 + u32::from(a) / 2) / u32::from(a)).min(255) as u8;
                bytes.extend_from_slice(&[straight(r), straight(g), straight(b), a]);
            }
        }
        RgbaImage::from_raw(self.width as u32, self.height as u32, bytes).unwrap_or_default()
    }
}

fn fill_span(span: &mut [[u8; 4]], fill: &Fill<'_>, x: f64, y: f64) {
    let start = |s: &Slope| (s.origin + s.dx * x + s.dy * y) as f32;
    match fill {
        Fill::Solid(colour) if colour[3] >= 255.0 => span.fill(round(*colour)),
        Fill::Solid(colour) => {
            // Neighbours mostly have one colour: blend once for each run.
            let mut last = ([0; 4], [0; 4], false);
            for pixel in span {
                if last.2 && *pixel == last.0 {
                    *pixel = last.1;
                } else {
                    let before = *pixel;
                    blend(pixel, *colour);
                    last = (before, *pixel, true);
                }
            }
        }
        Fill::Shaded(shades, texel) => {
            let from = shades.each_ref().map(start);
            let step = shades.each_ref().map(|s| s.dx as f32);
            for (i, pixel) in span.iter_mut().enumerate() {
                blend(pixel, multiply(shade(from, step, i as f32), *texel));
            }
        }
        Fill::Textured(shades, uv, sampler, white) => {
            let from = shades.each_ref().map(start);
            let step = shades.each_ref().map(|s| s.dx as f32);
            let at = uv.each_ref().map(start);
            let by = uv.each_ref().map(|s| s.dx as f32);
            for (i, pixel) in span.iter_mut().enumerate() {
                let i = i as f32;
                let texel = sampler.at(at[0] + by[0] * i, at[1] + by[1] * i);
                if texel[3] > 0.0 || texel[0] > 0.0 || texel[1] > 0.0 || texel[2] > 0.0 {
                    blend(pixel, if *white { texel } else { multiply(shade(from, step, i), texel) });
                }
            }
        }
    }
}

fn shade(from: Rgba, step: Rgba, i: f32) -> Rgba {
    let part = |c: usize| (from[c] + step[c] * i).clamp(0.0, 255.0);
    [part(0), part(1), part(2), part(3)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{ColorImage, TextureOptions, pos2};
    use std::sync::Arc;

    fn white() -> Texture {
        let image = ColorImage::filled([1, 1], Color32::WHITE);
        Texture::new(&eframe::egui::ImageData::Color(Arc::new(image)), TextureOptions::NEAREST)
    }

    #[test]
    fn shared_edges_paint_every_pixel_once() {
        let texture = white();
        let half = Color32::from_rgba_premultiplied(100, 100, 100, 128);
        let everything = Clip::new(Rect::EVERYTHING, 1.0, [40, 40]);
        // A fan around odd centres: every pixel of the square belongs to exactly one triangle.
        for centre in [(20.0, 20.0), (13.37, 21.5), (7.5, 30.25), (19.99, 0.01)] {
            let ring =
                [(0.0, 0.0), (17.3, 0.0), (40.0, 0.0), (40.0, 22.2), (40.0, 40.0), (9.1, 40.0), (0.0, 40.0)];
            let mut surface = Surface::new([40, 40], Color32::TRANSPARENT);
            for i in 0..ring.len() {
                let corners = [centre, ring[i], ring[(i + 1) % ring.len()]];
                let v = corners.map(|(x, y)| Vertex::untextured(pos2(x, y), half));
                if let Some(t) = Triangle::new(v, 1.0, &texture) {
                    surface.fill(&t, everything);
                }
            }
            assert!(surface.pixels.iter().all(|p| *p == [100, 100, 100, 128]), "fan around {centre:?}");
        }
    }

    #[test]
    fn a_pixel_belongs_to_the_shape_that_covers_its_centre() {
        let texture = white();
        let clip = Clip::new(Rect::EVERYTHING, 1.0, [4, 1]);
        let mut surface = Surface::new([4, 1], Color32::BLACK);
        // From 0.5 (centre of pixel 0, on a left edge: in) to 2.5 (centre of pixel 2, on a right edge: out).
        let corners = [(0.5, -9.0), (2.5, -9.0), (2.5, 9.0), (0.5, 9.0)].map(|(x, y)| pos2(x, y));
        for tri in [[0, 1, 2], [0, 2, 3]] {
            let v = tri.map(|i: usize| Vertex::untextured(corners[i], Color32::WHITE));
            surface.fill(&Triangle::new(v, 1.0, &texture).expect("has an area"), clip);
        }
        let lit: Vec<bool> = surface.pixels.iter().map(|p| p[0] == 255).collect();
        assert_eq!(lit, [true, true, false, false]);
    }

    #[test]
    fn blending_is_source_plus_the_rest_of_the_destination() {
        let mut pixel = [200, 100, 50, 255];
        blend(&mut pixel, [64.0, 0.0, 32.0, 128.0]);
        let keep = 1.0 - 128.0 / 255.0;
        assert_eq!(
            pixel,
            [
                (64.0_f32 + 200.0 * keep).round() as u8,
                (100.0_f32 * keep).round() as u8,
                (32.0_f32 + 50.0 * keep).round() as u8,
                255
            ]
        );
    }
}
