//! Spaces, radii, strokes, sizes, shadows and durations of the design; all in points.
//!
//! Owns: numbers. Must not know: colours (except of shadows), widgets, views.

use eframe::egui::{Color32, Painter, Rect, Shadow};

/// Spaces between things.
pub mod space {
    /// Between an icon and its text in a tag.
    pub const XXS: f32 = 4.0;
    /// Between chips.
    pub const XS: f32 = 6.0;
    /// Between controls.
    pub const S: f32 = 8.0;
    /// Rows of cards.
    pub const M: f32 = 10.0;
    /// Between groups in a box.
    pub const L: f32 = 12.0;
    /// Between boxes.
    pub const XL: f32 = 16.0;
    /// Around sections.
    pub const XXL: f32 = 20.0;
    /// Between sections.
    pub const XXXL: f32 = 24.0;
    /// Padding of a page.
    pub const PAGE: f32 = 36.0;
    /// Padding of a box: left and right.
    pub const BOX_X: i8 = 16;
    /// Padding of a box: top and bottom.
    pub const BOX_Y: i8 = 14;
}

/// Corner radii.
pub mod radius {
    /// A business card.
    pub const CARD: u8 = 3;
    /// A tag.
    pub const TAG: u8 = 5;
    /// Buttons and fields.
    pub const CONTROL: u8 = 8;
    /// Boxes and banners.
    pub const BOX: u8 = 12;
    /// Modals.
    pub const MODAL: u8 = 14;
    /// The zone in which files drop.
    pub const DROP: u8 = 16;
}

/// Stroke widths.
pub mod stroke {
    /// Hairline.
    pub const HAIR: f32 = 1.0;
    /// Focus ring and selection.
    pub const FOCUS: f32 = 2.0;
    /// The thread.
    pub const THREAD: f32 = 2.0;
    /// A way to a person.
    pub const PATH: f32 = 3.5;
    /// Gap between a control and its focus ring.
    pub const FOCUS_OFFSET: f32 = 2.0;
    /// Gap between a card and its ring.
    pub const CARD_OFFSET: f32 = 4.0;
    /// Dashes of dashed outlines: length, gap.
    pub const DASH: (f32, f32) = (6.0, 4.0);
}

/// Sizes of parts of the window.
pub mod sizes {
    /// Rail, wide.
    pub const RAIL: f32 = 208.0;
    /// Rail, compact.
    pub const RAIL_COMPACT: f32 = 60.0;
    /// Top bar.
    pub const TOP_BAR: f32 = 56.0;
    /// Row of chips.
    pub const CHIP_ROW: f32 = 36.0;
    /// Inspector.
    pub const INSPECTOR: f32 = 360.0;
    /// Inspector in a compact window.
    pub const INSPECTOR_COMPACT: f32 = 332.0;
    /// Inspector in a wide window.
    pub const INSPECTOR_WIDE: f32 = 400.0;
    /// Inspector beside the network.
    pub const INSPECTOR_NETWORK: f32 = 340.0;
    /// Agenda beside the calendar.
    pub const AGENDA: f32 = 320.0;
    /// Small button.
    pub const BUTTON_S: f32 = 28.0;
    /// Button.
    pub const BUTTON: f32 = 32.0;
    /// Large button.
    pub const BUTTON_L: f32 = 40.0;
    /// Text field.
    pub const FIELD: f32 = 34.0;
    /// Row of the rail that opens a view.
    pub const NAV_ROW: f32 = 36.0;
    /// Row of the rail that names a circle.
    pub const CIRCLE_ROW: f32 = 30.0;
    /// Chip.
    pub const CHIP: f32 = 28.0;
    /// Pill.
    pub const PILL: f32 = 22.0;
    /// Tag.
    pub const TAG: f32 = 20.0;
    /// Seal inside a pill.
    pub const SEAL_PILL: f32 = 16.0;
    /// Seal inside a chip.
    pub const SEAL_S: f32 = 18.0;
    /// Seal in a row.
    pub const SEAL: f32 = 24.0;
    /// Seal at the head of a box.
    pub const SEAL_L: f32 = 32.0;
    /// Command palette.
    pub const PALETTE: f32 = 700.0;
    /// Narrowest card slot for S, M, L.
    pub const CARD_SLOT: [f32; 3] = [140.0, 176.0, 264.0];
    /// Gap between cards: across, down.
    pub const CARD_GAP: (f32, f32) = (14.0, 10.0);
    /// Height of a card divided by its width (55 by 85 millimetres).
    pub const CARD_RATIO: f32 = 55.0 / 85.0;
    /// What a tile is higher than its slot: gap, name, company.
    pub const TILE_EXTRA: f32 = 50.0;
    /// Card in the inspector.
    pub const CARD_INSPECTOR: f32 = 292.0;
    /// Under this window width the compact arrangement holds.
    pub const COMPACT_BELOW: f32 = 1120.0;
    /// From this window width the wide arrangement holds.
    pub const WIDE_FROM: f32 = 1680.0;
    /// Icon in a row or button.
    pub const ICON: f32 = 16.0;
    /// Icon in the rail.
    pub const ICON_RAIL: f32 = 19.0;
}

/// Durations in seconds; 0 under reduced motion (see [`super::Motion`]).
pub mod time {
    /// Hover and lift.
    pub const HOVER: f32 = 0.09;
    /// Inspector slides in.
    pub const SLIDE: f32 = 0.18;
    /// Card flips.
    pub const FLIP: f32 = 0.22;
    /// Modal and palette rise; toast fades.
    pub const RISE: f32 = 0.14;
    /// A knot is tied.
    pub const KNOT: f32 = 0.26;
    /// Network camera.
    pub const CAMERA: f32 = 0.32;
    /// How long a toast stays.
    pub const TOAST: f32 = 6.0;
    /// Delay of a tooltip.
    pub const TOOLTIP: f32 = 0.5;
}

/// The shadows of the design; each is one or two layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elevation {
    /// A card at rest.
    Card,
    /// A card under the pointer.
    Lift,
    /// A card being dragged.
    Drag,
    /// Menus, pop-ups, modals.
    Pop,
}

const fn layer(y: i8, blur: u8, percent: u32) -> Shadow {
    Shadow { offset: [0, y], blur, spread: 0, color: Color32::from_black_alpha((percent * 255 / 100) as u8) }
}

impl Elevation {
    /// The layers from far to near. `Shadow` blurs half outside, hence twice the design's number is not needed.
    #[must_use]
    pub const fn layers(self, dark: bool) -> [Shadow; 2] {
        match (self, dark) {
            (Self::Card, false) => [layer(4, 10, 7), layer(1, 2, 10)],
            (Self::Card, true) => [layer(2, 8, 45), Shadow::NONE],
            (Self::Lift, false) => [layer(10, 22, 18), layer(3, 6, 12)],
            (Self::Lift, true) => [layer(10, 22, 55), layer(3, 6, 30)],
            (Self::Drag, false) => [layer(8, 20, 28), Shadow::NONE],
            (Self::Drag, true) => [layer(8, 20, 60), Shadow::NONE],
            (Self::Pop, false) => [layer(16, 48, 22), layer(2, 6, 10)],
            (Self::Pop, true) => [layer(16, 48, 60), layer(2, 6, 30)],
        }
    }

    /// Paints the shadow that a box with these corners throws.
    pub fn paint(self, painter: &Painter, rect: Rect, corner: u8, dark: bool) {
        for shadow in self.layers(dark) {
            if shadow != Shadow::NONE {
                painter.add(shadow.as_shape(rect, corner));
            }
        }
    }
}
