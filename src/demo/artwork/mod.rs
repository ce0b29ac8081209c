//! The pictures of invented cards: from a [`CardFace`] to SVG text to a PNG.
//!
//! [`Design`] lists what a card can look like; `western`, `japanese` and `scenic` draw one
//! function each; `backs` draws reverse sides, `likeness` portraits; [`CardPress`] holds the opened fonts and prints.
//! It must not know the book, its records or any screen.
//!
//! Invariant: the same face gives the same bytes (`the_same_face_gives_the_same_bytes`).
//! Invariant: every design can print every language (`every_design_prints_every_language_and_length`).

mod sheet;
mod western;
mod japanese;
mod scenic;
mod backs;
pub mod likeness;
mod press;

#[cfg(test)]
mod tests;

use super::face::{CardFace, CardLanguage, Trade};
use super::rng::Rng;
pub use press::{CardPress, Picture, PressError};
use sheet::Sheet;

/// What a card looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Design {
    /// One bright colour and a name as large as the card.
    Bold,
    /// A dark band on the left with concentric rings.
    Rings,
    /// Woven stripes on the right.
    Weave,
    /// Black with a picture of mountains and a moon.
    Night,
    /// White with small squares of one colour.
    Squares,
    /// Kraft paper with a flower in a ring.
    Kraft,
    /// Cream with a double frame.
    Frame,
    /// White with half a sun and a thin line.
    HalfSun,
    /// Grey with a floor plan.
    Plan,
    /// Upright, written from top to bottom, with a seal.
    Upright,
    /// The sea with waves and gulls.
    Sea,
    /// A dark foot and a constellation.
    Stars,
    /// Two stripes on the left edge and a woven block.
    Edge,
    /// Dark green with a tree.
    Forest,
    /// A crest over centred lines.
    Crest,
    /// Pale with a branch in blossom.
    Blossom,
    /// White below one dark strip, set like a letterhead.
    Letterhead,
    /// Dark with traces and pads of a circuit board.
    Circuit,
    /// Split by a diagonal.
    Diagonal,
    /// White, small type, one coloured dot.
    Quiet,
}

/// The side of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The printed side.
    Front,
    /// The reverse.
    Back,
}

impl Design {
    /// Every design, in the order of the definition.
    pub const ALL: [Self; 20] = [
        Self::Bold,
        Self::Rings,
        Self::Weave,
        Self::Night,
        Self::Squares,
        Self::Kraft,
        Self::Frame,
        Self::HalfSun,
        Self::Plan,
        Self::Upright,
        Self::Sea,
        Self::Stars,
        Self::Edge,
        Self::Forest,
        Self::Crest,
        Self::Blossom,
        Self::Letterhead,
        Self::Circuit,
        Self::Diagonal,
        Self::Quiet,
    ];

    /// Returns the design that suits the trade, language and seed of `face`.
    pub fn of(face: &CardFace) -> Self {
        let mut dice = Rng::for_purpose(face.style_seed, 1);
        let japanese = face.language == CardLanguage::Japanese;
        if japanese && dice.chance(12) {
            return Self::Upright;
        }
        if dice.chance(22) {
            return if japanese {
                *dice.pick(&[
                    Self::HalfSun,
                    Self::Letterhead,
                    Self::Stars,
                    Self::Quiet,
                    Self::Edge,
                    Self::Diagonal,
                ])
            } else {
                *dice.pick(&[
                    Self::Quiet,
                    Self::Edge,
                    Self::Diagonal,
                    Self::Bold,
                    Self::Letterhead,
                    Self::Rings,
                ])
            };
        }
        let suited: [Self; 4] = match face.trade {
            Trade::Design => [Self::Bold, Self::Weave, Self::Diagonal, Self::Quiet],
            Trade::Machinery => [Self::Rings, Self::HalfSun, Self::Diagonal, Self::Letterhead],
            Trade::Technology => [Self::Circuit, Self::Weave, Self::Stars, Self::Bold],
            Trade::Photography => [Self::Night, Self::Night, Self::Quiet, Self::Bold],
            Trade::Science => [Self::Squares, Self::Crest, Self::Squares, Self::Stars],
            Trade::Food => [Self::Kraft, Self::Kraft, Self::Blossom, Self::Bold],
            Trade::Law => [Self::Frame, Self::Letterhead, Self::Frame, Self::Edge],
            Trade::Architecture => [Self::Plan, Self::Plan, Self::Diagonal, Self::Quiet],
            Trade::Craft => [Self::Kraft, Self::Blossom, Self::Upright, Self::Frame],
            Trade::Sea => [Self::Sea, Self::Sea, Self::Stars, Self::Rings],
            Trade::Logistics => [Self::Stars, Self::Edge, Self::Diagonal, Self::Rings],
            Trade::Medicine => [Self::Squares, Self::Quiet, Self::Blossom, Self::HalfSun],
            Trade::Nature => [Self::Forest, Self::Forest, Self::Blossom, Self::Kraft],
            Trade::Public => [Self::Edge, Self::Crest, Self::Letterhead, Self::Frame],
        };
        let design = *dice.pick(&suited);
        // Vertical writing needs Japanese words.
        if design == Self::Upright && !japanese { Self::Kraft } else { design }
    }

    /// Returns width and height in millimetres: 85 × 55 (ISO 7810 ID-1 proportions, common in
    /// Europe), 91 × 55 (the Japanese 東京4号) or the latter upright.
    pub fn size_mm(self, language: CardLanguage) -> (f32, f32) {
        match (self, language) {
            (Self::Upright, _) => (55.0, 91.0),
            (_, CardLanguage::Japanese) => (91.0, 55.0),
            _ => (85.0, 55.0),
        }
    }
}

/// Draws one side of a card as SVG text, in the design that suits the face.
pub fn draw(face: &CardFace, side: Side) -> String {
    draw_as(face, side, Design::of(face))
}

/// Draws one side of a card as SVG text in a given design.
pub fn draw_as(face: &CardFace, side: Side, design: Design) -> String {
    let mut dice = Rng::for_purpose(face.style_seed, 2);
    let (w, h) = design.size_mm(face.language);
    if side == Side::Back {
        return backs::draw(face, design, (w, h), &mut dice);
    }
    let paper = |fill: &str| Sheet::new(w, h, fill);
    match design {
        Design::Bold => western::bold(face, paper, &mut dice),
        Design::Rings => western::rings(face, paper, &mut dice),
        Design::Weave => western::weave(face, paper, &mut dice),
        Design::Squares => western::squares(face, paper, &mut dice),
        Design::Frame => western::frame(face, paper, &mut dice),
        Design::Edge => western::edge(face, paper, &mut dice),
        Design::Crest => western::crest(face, paper, &mut dice),
        Design::Diagonal => western::diagonal(face, paper, &mut dice),
        Design::Quiet => western::quiet(face, paper, &mut dice),
        Design::HalfSun => japanese::half_sun(face, paper, &mut dice),
        Design::Upright => japanese::upright(face, paper, &mut dice),
        Design::Stars => japanese::stars(face, paper, &mut dice),
        Design::Letterhead => japanese::letterhead(face, paper, &mut dice),
        Design::Plan => japanese::plan(face, paper, &mut dice),
        Design::Night => scenic::night(face, paper, &mut dice),
        Design::Kraft => scenic::kraft(face, paper, &mut dice),
        Design::Sea => scenic::sea(face, paper, &mut dice),
        Design::Forest => scenic::forest(face, paper, &mut dice),
        Design::Blossom => scenic::blossom(face, paper, &mut dice),
        Design::Circuit => scenic::circuit(face, paper, &mut dice),
    }
}
