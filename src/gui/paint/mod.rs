//! A software painter of egui's output: the same pixels on every machine, without a display or graphics adapter.
//!
//! `cardloom render` and the picture tests draw through it. It follows egui's OpenGL back end: textured triangles,
//! vertex colours times texture in gamma space, premultiplied blending, scissor rectangles rounded to pixels; no dithering.
//!
//! Owns: pixels. Must not know: the book, views, widgets. Start at [`render_ui`], then [`Stage`], [`Painter`];
//! `raster` fills triangles, `texture` looks colours up.
//!
//! Invariant: triangles that share an edge paint every pixel once (`raster::tests::shared_edges_paint_every_pixel_once`).

mod raster;
mod texture;

use crate::gui::theme::{self, Theme};
use eframe::egui::epaint::{ClippedPrimitive, Primitive};
use eframe::egui::{self, Color32, Context, Pos2, RawInput, Rect, TextureId, TexturesDelta, Vec2};
use image::RgbaImage;
use raster::{Clip, Surface, Triangle};
use std::collections::HashMap;
use texture::Texture;

/// Paints primitives with the textures that it has been given.
#[derive(Debug, Default)]
pub struct Painter {
    textures: HashMap<TextureId, Texture>,
    stale: Vec<TextureId>,
}

impl Painter {
    /// A painter without textures.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes over the changes of textures of one frame. Call before painting that frame.
    /// Textures that egui frees stay until the next call, as the frame may still show them.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        for id in self.stale.drain(..) {
            self.textures.remove(&id);
        }
        let set = std::mem::take(&mut delta.set);
        let mut ids: Vec<TextureId> = set.keys().copied().collect();
        ids.sort_unstable();
        for id in ids {
            for change in set.get(&id).into_iter().flatten() {
                if let Some([x, y]) = change.pos {
                    if let Some(texture) = self.textures.get_mut(&id) {
                        texture.replace(x, y, &change.image);
                    }
                } else {
                    self.textures.insert(id, Texture::new(&change.image, change.options));
                }
            }
        }
        self.stale.extend(std::mem::take(&mut delta.free));
        delta.clear();
    }

    /// Paints on a surface of `size` pixels filled with `clear`.
    #[must_use]
    pub fn paint(
        &self,
        size: [u32; 2],
        pixels_per_point: f32,
        clear: Color32,
        primitives: &[ClippedPrimitive],
    ) -> RgbaImage {
        let mut surface = Surface::new(size, clear);
        for ClippedPrimitive { clip_rect, primitive } in primitives {
            let Primitive::Mesh(mesh) = primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            let clip = Clip::new(*clip_rect, pixels_per_point, size);
            if clip.is_empty() {
                continue;
            }
            for corners in mesh.indices.as_chunks::<3>().0 {
                let corner = |i: u32| mesh.vertices.get(i as usize).copied().unwrap_or_default();
                let vertices = corners.map(corner);
                if let Some(triangle) = Triangle::new(vertices, pixels_per_point, texture) {
                    surface.fill(&triangle, clip);
                }
            }
        }
        surface.into_image()
    }
}

/// An egui context without a window: runs frames and makes pictures of them.
#[derive(Debug)]
pub struct Stage {
    ctx: Context,
    painter: Painter,
    size: Vec2,
    scale: f32,
    clear: Color32,
    time: f64,
    last: Vec<ClippedPrimitive>,
}

impl Stage {
    /// A stage of `size` points at `pixels_per_point`, with the bundled fonts and the theme.
    #[must_use]
    pub fn new(size: Vec2, pixels_per_point: f32, theme: &Theme) -> Self {
        let ctx = Context::default();
        theme::install_fonts(&ctx);
        theme::apply(&ctx, theme);
        Self {
            ctx,
            painter: Painter::new(),
            size,
            scale: pixels_per_point,
            clear: theme.palette.desk,
            time: 0.0,
            last: Vec::new(),
        }
    }

    /// The context, to load textures or read memory.
    #[must_use]
    pub const fn ctx(&self) -> &Context {
        &self.ctx
    }

    /// Runs one frame, a sixtieth of a second after the one before, with these events.
    pub fn frame(&mut self, events: Vec<egui::Event>, ui: impl FnMut(&mut egui::Ui)) {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            max_texture_side: Some(8192),
            time: Some(self.time),
            predicted_dt: 1.0 / 60.0,
            events,
            focused: true,
            ..RawInput::default()
        };
        input.viewports.entry(input.viewport_id).or_default().native_pixels_per_point = Some(self.scale);
        self.time += 1.0 / 60.0;
        let mut out = self.ctx.run_ui(input, ui);
        self.painter.update_textures(&mut out.textures_delta);
        self.last = self.ctx.tessellate(out.shapes, out.pixels_per_point);
    }

    /// The picture of the last frame, opaque.
    #[must_use]
    pub fn picture(&self) -> RgbaImage {
        let pixels = (self.size * self.scale).round();
        self.painter.paint([pixels.x as u32, pixels.y as u32], self.scale, self.clear, &self.last)
    }
}

/// Runs `frames` frames of `ui` and gives the picture of the last.
/// Sizes are in points; two frames are the least for layouts that measure themselves.
pub fn render_ui(
    size_points: Vec2,
    pixels_per_point: f32,
    theme: &Theme,
    frames: usize,
    mut ui: impl FnMut(&mut egui::Ui),
) -> RgbaImage {
    let mut stage = Stage::new(size_points, pixels_per_point, theme);
    for _ in 0..frames.max(1) {
        stage.frame(Vec::new(), &mut ui);
    }
    stage.picture()
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod harness;
