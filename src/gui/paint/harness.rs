//! Pictures of a kittest harness: the harness hands its textures to a [`SharedPainter`], which later paints its output.
//!
//! kittest's own `render` exists only with its wgpu or snapshot features; this needs neither.

use super::Painter;
use eframe::egui::{Color32, Context, TexturesDelta};
use egui_kittest::{Harness, TestRenderer};
use image::RgbaImage;
use std::{cell::RefCell, rc::Rc};

/// A painter that a harness and a test hold together: `Harness::builder().renderer(painter.clone())`.
#[derive(Clone, Debug, Default)]
pub struct SharedPainter(Rc<RefCell<Painter>>);

impl TestRenderer for SharedPainter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.borrow_mut().update_textures(delta);
    }
}

impl SharedPainter {
    /// The picture of the harness's last frame on `clear`.
    pub fn picture<S>(&self, harness: &Harness<'_, S>, clear: Color32) -> RgbaImage {
        let ctx: &Context = &harness.ctx;
        let out = harness.output();
        let scale = out.pixels_per_point;
        let primitives = ctx.tessellate(out.shapes.clone(), scale);
        let size = (ctx.content_rect().size() * scale).round();
        self.0.borrow().paint([size.x as u32, size.y as u32], scale, clear, &primitives)
    }
}

#[test]
fn a_harness_is_painted_with_its_own_textures() {
    use crate::gui::theme::{Motion, Palette, Theme, apply, install_fonts};
    let painter = SharedPainter::default();
    let p = Palette::pick(false);
    let mut dressed = false;
    let mut harness = Harness::builder()
        .with_size(eframe::egui::vec2(120.0, 40.0))
        .renderer(painter.clone())
        .build_ui(move |ui| {
            if dressed {
                ui.label("名刺 Karte");
            } else {
                dressed = true;
                install_fonts(ui.ctx());
                apply(ui.ctx(), &Theme::new(false, Motion::Reduced));
                ui.ctx().request_repaint();
            }
        });
    harness.run();
    let picture = painter.picture(&harness, p.desk);
    assert_eq!(picture.dimensions(), (120, 40));
    let inked = picture.pixels().filter(|q| q.0[0] < 110).count();
    assert!(inked > 60, "only {inked} dark pixels");
}
