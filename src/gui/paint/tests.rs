//! What the painter promises, seen through egui itself.

use super::*;
use crate::gui::theme::{Motion, Palette, TextKind, text};
use eframe::egui::{Align2, ColorImage, CornerRadius, Sense, TextureOptions, pos2, vec2};
use image::Rgba;

fn light() -> Theme {
    Theme::new(false, Motion::Reduced)
}

fn rgba(c: Color32) -> Rgba<u8> {
    Rgba(c.to_array())
}

#[test]
fn a_solid_rectangle_gives_exact_pixels() {
    let red = Color32::from_rgb(200, 10, 20);
    for scale in [1.0, 1.5, 2.0] {
        let picture = render_ui(vec2(20.0, 20.0), scale, &light(), 1, |ui| {
            let rect = Rect::from_min_max(pos2(4.0, 6.0), pos2(12.0, 16.0));
            ui.painter().rect_filled(rect, CornerRadius::ZERO, red);
        });
        let inside = |x: u32, y: u32| {
            let at = |v: u32| (v as f32 + 0.5) / scale;
            at(x) > 4.0 && at(x) < 12.0 && at(y) > 6.0 && at(y) < 16.0
        };
        for (x, y, pixel) in picture.enumerate_pixels() {
            let want = if inside(x, y) { red } else { Palette::pick(false).desk };
            assert_eq!(*pixel, rgba(want), "pixel {x},{y} at scale {scale}");
        }
    }
}

#[test]
fn nothing_is_painted_outside_the_clip() {
    let picture = render_ui(vec2(20.0, 20.0), 1.0, &light(), 1, |ui| {
        let clip = Rect::from_min_max(pos2(5.0, 5.0), pos2(10.0, 10.0));
        ui.painter().with_clip_rect(clip).rect_filled(
            Rect::from_min_max(pos2(-50.0, -50.0), pos2(5e8, 5e8)),
            CornerRadius::ZERO,
            Color32::BLACK,
        );
    });
    let black = picture.enumerate_pixels().filter(|(_, _, p)| **p == rgba(Color32::BLACK)).count();
    assert_eq!(black, 25);
    assert_eq!(*picture.get_pixel(4, 7), rgba(Palette::pick(false).desk));
    assert_eq!(*picture.get_pixel(5, 5), rgba(Color32::BLACK));
}

#[test]
fn half_transparent_colours_blend_as_egui_blends() {
    let over = Color32::from_rgba_unmultiplied(10, 200, 90, 100);
    let picture = render_ui(vec2(8.0, 8.0), 1.0, &light(), 1, |ui| {
        ui.painter().rect_filled(
            Rect::from_min_max(pos2(-50.0, -50.0), pos2(5e8, 5e8)),
            CornerRadius::ZERO,
            Color32::from_rgb(250, 40, 120),
        );
        ui.painter().rect_filled(
            Rect::from_min_max(pos2(-50.0, -50.0), pos2(5e8, 5e8)),
            CornerRadius::ZERO,
            over,
        );
    });
    let want = Color32::from_rgb(250, 40, 120).blend(over);
    let got = picture.get_pixel(3, 3);
    for (a, b) in got.0.iter().zip(want.to_array()) {
        assert!(a.abs_diff(b) <= 1, "{got:?} is not {want:?}");
    }
}

#[test]
fn text_of_three_languages_is_visible() {
    let p = Palette::pick(false);
    for words in ["Größe", "名刺", "needs"] {
        let picture = render_ui(vec2(120.0, 30.0), 1.0, &light(), 1, |ui| {
            let galley = text::line(ui.painter(), words, TextKind::Body, p.text, 100.0);
            ui.painter().galley(pos2(4.0, 4.0), galley, p.text);
        });
        let dark = picture.pixels().filter(|p| p.0[0] < 110).count();
        assert!(dark > 30, "{words}: only {dark} dark pixels");
        let bare = picture.enumerate_pixels().filter(|(x, _, _)| *x > 80).all(|(_, _, q)| *q == rgba(p.desk));
        assert!(bare, "{words}: paint beside the text");
    }
}

#[test]
fn images_show_their_texels_and_survive_the_frame_that_frees_them() {
    let mut stage = Stage::new(vec2(4.0, 4.0), 1.0, &light());
    let colours = [Color32::RED, Color32::GREEN, Color32::BLUE, Color32::WHITE];
    let image = ColorImage::new([2, 2], colours.to_vec());
    let texture = stage.ctx().load_texture("test", image, TextureOptions::NEAREST);
    let id = texture.id();
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    let mut texture = Some(texture);
    stage.frame(Vec::new(), |ui| {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(4.0, 4.0));
        ui.painter().image(id, rect, whole, Color32::WHITE);
        texture = None;
    });
    let picture = stage.picture();
    for (x, y, c) in [(0, 0, colours[0]), (3, 1, colours[1]), (1, 2, colours[2]), (3, 3, colours[3])] {
        assert_eq!(*picture.get_pixel(x, y), rgba(c));
    }
    assert!(texture.is_none());
}

#[test]
fn the_same_frame_gives_the_same_picture() {
    let draw = || {
        render_ui(vec2(200.0, 60.0), 1.25, &Theme::new(true, Motion::Reduced), 2, |ui| {
            ui.label("Jonas Weber · 田中 遥");
            let (rect, _) = ui.allocate_exact_size(vec2(40.0, 20.0), Sense::hover());
            ui.painter().circle_filled(rect.center(), 9.3, Color32::RED);
            ui.painter().text(
                rect.left_top(),
                Align2::LEFT_TOP,
                "x",
                text::font(TextKind::Hand),
                Color32::WHITE,
            );
        })
    };
    assert!(draw() == draw());
}
