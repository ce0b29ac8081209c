//! What was found in a picture, and its letters, of which a part can be looked at anew.

use super::parts::Part;
use image::RgbImage;

use super::{Area, Frame, LOOKED_AT, Piece, grouped, sample};

/// Lines and codes of a picture, and the letters they were made of.
#[derive(Debug, Clone)]
pub(in crate::scan) struct Found {
    /// From top to bottom, as the card lies.
    pub pieces: Vec<Piece>,
    /// Whatever may be a letter, in the window that was looked through.
    pub(super) letters: Vec<Part>,
    /// The size of most letters there, in pixels.
    pub typical: f32,
    pub(super) frame: Frame,
    pub(super) size: [f32; 2],
}

impl Found {
    /// Left, top, right and bottom of each letter in the straight window, in its pixels.
    pub fn letters(&self) -> impl ExactSizeIterator<Item = [f32; 4]> {
        self.letters.iter().map(|part| [part.left, part.top, part.right, part.bottom])
    }

    /// From shares of the picture to the straight window, in its pixels.
    pub fn to_window(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        self.frame.to_window([x * self.size[0], y * self.size[1]])
    }

    /// From the straight window to shares of the picture.
    pub fn to_shares(&self, place: [f32; 2]) -> [f32; 2] {
        let [x, y] = self.frame.to_picture(place);
        [x / self.size[0], y / self.size[1]]
    }

    /// The part of the picture that is an upright rectangle in the straight window.
    pub fn area(&self, [left, top, right, bottom]: [f32; 4]) -> Area {
        let corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
        Area { corners: corners.map(|corner| self.to_shares(corner)) }
    }

    /// Cuts an upright rectangle of the straight window out of the picture, `height` pixels high or a little less, with the scale.
    pub fn cut(
        &self,
        image: &RgbImage,
        [left, top, right, bottom]: [f32; 4],
        height: f32,
    ) -> (RgbImage, f32) {
        let scale = (height / (bottom - top).max(1.0)).clamp(0.1, 2.5);
        let corner = [left, top].map(|at| at / self.frame.scale);
        let corner = [corner[0] + self.frame.corner[0], corner[1] + self.frame.corner[1]];
        let frame = Frame { angle: self.frame.angle, corner, scale: self.frame.scale * scale };
        let extent = [right - left, bottom - top]
            .map(|side| (side * scale).ceil().clamp(8.0, LOOKED_AT as f32) as u32);
        (sample(image, frame, extent), scale)
    }

    /// Groups some of the letters to pieces, as if there were no others. Each of them is in a piece, be it ever so small.
    pub fn grouped(&self, which: &[usize]) -> Vec<Piece> {
        let letters: Vec<&Part> = which.iter().filter_map(|at| self.letters.get(*at)).collect();
        let mut pieces = grouped(&letters, self.typical);
        for piece in &mut pieces {
            piece.area.corners = piece.area.corners.map(|corner| self.to_shares(corner));
        }
        pieces
    }
}
