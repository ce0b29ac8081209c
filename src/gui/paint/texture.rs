//! Textures and how colours are looked up in them.
//!
//! Owns: texels, filtering, wrapping, mipmaps. Must not know: triangles.

use eframe::egui::{Color32, ImageData, TextureFilter, TextureOptions, TextureWrapMode};

/// A colour with premultiplied alpha; each part 0 to 255.
pub type Rgba = [f32; 4];

#[derive(Debug)]
struct Level {
    width: usize,
    height: usize,
    texels: Vec<Color32>,
}

/// One texture with its smaller copies.
#[derive(Debug)]
pub struct Texture {
    levels: Vec<Level>,
    options: TextureOptions,
}

/// How one triangle looks into a texture: level and filter are the same all over it.
#[derive(Clone, Copy, Debug)]
pub struct Sampler<'t> {
    level: &'t Level,
    linear: bool,
    wrap: TextureWrapMode,
}

impl Texture {
    pub fn new(image: &ImageData, options: TextureOptions) -> Self {
        let ImageData::Color(image) = image;
        let [width, height] = image.size;
        let mut texture =
            Self { levels: vec![Level { width, height, texels: image.pixels.clone() }], options };
        texture.make_smaller();
        texture
    }

    /// Puts `image` into this texture with its corner at `x`, `y`; what lies outside is left out.
    pub fn replace(&mut self, x: usize, y: usize, image: &ImageData) {
        let ImageData::Color(image) = image;
        let [width, height] = image.size;
        if let Some(base) = self.levels.first_mut() {
            for row in 0..height.min(base.height.saturating_sub(y)) {
                let count = width.min(base.width.saturating_sub(x));
                let to = (y + row) * base.width + x;
                let from = row * width;
                base.texels[to..to + count].copy_from_slice(&image.pixels[from..from + count]);
            }
        }
        self.make_smaller();
    }

    fn make_smaller(&mut self) {
        self.levels.truncate(1);
        if self.options.mipmap_mode.is_none() {
            return;
        }
        while let Some(last) = self.levels.last() {
            if last.width <= 1 && last.height <= 1 {
                break;
            }
            let (width, height) = ((last.width / 2).max(1), (last.height / 2).max(1));
            let mut texels = Vec::with_capacity(width * height);
            for y in 0..height {
                for x in 0..width {
                    let mut sum = [0_u32; 4];
                    for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                        let tx = (x * 2 + dx).min(last.width - 1);
                        let ty = (y * 2 + dy).min(last.height - 1);
                        for (s, c) in sum.iter_mut().zip(last.texels[ty * last.width + tx].to_array()) {
                            *s += u32::from(c);
                        }
                    }
                    let [r, g, b, a] = sum.map(|s| ((s + 2) / 4) as u8);
                    texels.push(Color32::from_rgba_premultiplied(r, g, b, a));
                }
            }
            self.levels.push(Level { width, height, texels });
        }
    }

    /// Width and height in texels.
    pub fn size(&self) -> [f32; 2] {
        self.levels.first().map_or([1.0, 1.0], |l| [l.width as f32, l.height as f32])
    }

    /// The sampler for a triangle on which one pixel covers `texels_per_pixel` texels.
    pub fn sampler(&self, texels_per_pixel: f32) -> Sampler<'_> {
        let small = texels_per_pixel > 1.0;
        let filter = if small { self.options.minification } else { self.options.magnification };
        let level =
            if small { (texels_per_pixel.log2().round() as usize).min(self.levels.len() - 1) } else { 0 };
        Sampler {
            level: &self.levels[level],
            linear: filter == TextureFilter::Linear,
            wrap: self.options.wrap_mode,
        }
    }
}

impl Sampler<'_> {
    fn texel(&self, x: i32, y: i32) -> [u8; 4] {
        let wrap = |v: i32, n: usize| -> usize {
            let n = n as i32;
            (match self.wrap {
                TextureWrapMode::ClampToEdge => v.clamp(0, n - 1),
                TextureWrapMode::Repeat => v.rem_euclid(n),
                TextureWrapMode::MirroredRepeat => {
                    let m = v.rem_euclid(2 * n);
                    if m < n { m } else { 2 * n - 1 - m }
                }
            }) as usize
        };
        let l = self.level;
        l.texels[wrap(y, l.height) * l.width + wrap(x, l.width)].to_array()
    }

    /// The colour at `u`, `v`, both 0 to 1.
    pub fn at(&self, u: f32, v: f32) -> Rgba {
        let (x, y) = (u * self.level.width as f32, v * self.level.height as f32);
        if !self.linear {
            return self.texel(x.floor() as i32, y.floor() as i32).map(f32::from);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        // Graphics adapters weigh texels in 256ths; text lies on whole texels and must not smear.
        let fx = ((x - left) * 256.0).round() / 256.0;
        let fy = ((y - top) * 256.0).round() / 256.0;
        let (x, y) = (left as i32, top as i32);
        if fx == 0.0 && fy == 0.0 {
            return self.texel(x, y).map(f32::from);
        }
        let corners =
            [self.texel(x, y), self.texel(x + 1, y), self.texel(x, y + 1), self.texel(x + 1, y + 1)];
        let weights = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
        let mut out = [0.0; 4];
        for (texel, weight) in corners.iter().zip(weights) {
            for (sum, &part) in out.iter_mut().zip(texel) {
                *sum += f32::from(part) * weight;
            }
        }
        out
    }
}
