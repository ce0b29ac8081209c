//! The camera of the network: from the units of the layout to points on the screen and back.
//!
//! Owns where one looks and how near. Must not know what is looked at.

use eframe::egui::{Pos2, Rect, Vec2, emath::easing, pos2};

/// The nearest and the farthest look.
pub(super) const ZOOM: std::ops::RangeInclusive<f32> = 0.02..=4.0;

/// Where one looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Camera {
    /// The place in the middle, in units of the layout.
    pub(super) centre: Pos2,
    /// Points for each unit.
    pub(super) zoom: f32,
}

impl Camera {
    /// The point of the screen on which a place lies.
    pub(super) fn screen_from_world(&self, area: Rect, place: Pos2) -> Pos2 {
        area.center() + (place - self.centre) * self.zoom
    }

    /// The place that lies under a point of the screen.
    pub(super) fn world_from_screen(&self, area: Rect, point: Pos2) -> Pos2 {
        self.centre + (point - area.center()) / self.zoom
    }

    /// Zooms by a factor; the place under `point` stays there.
    pub(super) fn zoom_at(&mut self, area: Rect, point: Pos2, factor: f32) {
        let under = self.world_from_screen(area, point);
        self.zoom = (self.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
        self.centre = under - (point - area.center()) / self.zoom;
    }

    /// Looks at a box of places with a margin around it, in the part of the canvas that is free.
    pub(super) fn fitting_beside(area: Rect, free: Rect, places: Rect, nearest: f32) -> Self {
        let fitting = Self::fitting(free, places, nearest);
        Self { centre: fitting.centre + (area.center() - free.center()) / fitting.zoom, ..fitting }
    }

    /// Looks at a box of places with a margin around it.
    pub(super) fn fitting(area: Rect, places: Rect, nearest: f32) -> Self {
        let room = (area.size() - Vec2::new(120.0, 110.0)).max(Vec2::splat(40.0));
        let zoom = (room.x / places.width().max(1.0)).min(room.y / places.height().max(1.0));
        Self { centre: places.center(), zoom: zoom.min(nearest).clamp(*ZOOM.start(), *ZOOM.end()) }
    }
}

/// A camera on its way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Flight {
    from: Camera,
    to: Camera,
    begun: f64,
    seconds: f32,
}

impl Flight {
    pub(super) fn new(from: Camera, to: Camera, now: f64, seconds: f32) -> Self {
        Self { from, to, begun: now, seconds }
    }

    /// Where the camera is, and whether it has arrived.
    pub(super) fn at(&self, now: f64) -> (Camera, bool) {
        let part = if self.seconds <= 0.0 { 1.0 } else { ((now - self.begun) as f32) / self.seconds };
        if part >= 1.0 {
            return (self.to, true);
        }
        let t = easing::cubic_in_out(part.max(0.0));
        let centre = self.from.centre + (self.to.centre - self.from.centre) * t;
        let zoom = (self.from.zoom.ln() * (1.0 - t) + self.to.zoom.ln() * t).exp();
        (Camera { centre, zoom }, false)
    }
}

/// A place of the layout as a position.
pub(super) fn place(at: [f32; 2]) -> Pos2 {
    pos2(at[0], at[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_under_the_pointer_stays_there_while_zooming() {
        let area = Rect::from_min_max(pos2(60.0, 100.0), pos2(1100.0, 900.0));
        let mut camera = Camera { centre: pos2(10.0, -30.0), zoom: 0.7 };
        let point = pos2(300.0, 260.0);
        let under = camera.world_from_screen(area, point);
        for factor in [1.4, 0.3, 5.0] {
            camera.zoom_at(area, point, factor);
            assert!(camera.world_from_screen(area, point).distance(under) < 0.01);
            assert!(camera.screen_from_world(area, under).distance(point) < 0.01);
        }
    }

    #[test]
    fn fitting_shows_every_place_and_never_comes_too_near() {
        let area = Rect::from_min_max(pos2(0.0, 0.0), pos2(800.0, 600.0));
        let places = Rect::from_min_max(pos2(-900.0, -20.0), pos2(2100.0, 700.0));
        let camera = Camera::fitting(area, places, 1.2);
        for corner in [places.min, places.max] {
            assert!(area.contains(camera.screen_from_world(area, corner)));
        }
        let near = Camera::fitting(area, Rect::from_min_max(Pos2::ZERO, Pos2::ZERO), 1.2);
        assert!((near.zoom - 1.2).abs() < 1e-6);
    }

    #[test]
    fn beside_what_covers_the_canvas_every_place_is_shown() {
        let area = Rect::from_min_max(pos2(60.0, 100.0), pos2(1060.0, 700.0));
        let free = Rect::from_min_max(area.min, pos2(740.0, 700.0));
        let places = Rect::from_min_max(pos2(-500.0, -20.0), pos2(900.0, 300.0));
        let camera = Camera::fitting_beside(area, free, places, 1.2);
        for corner in [places.min, places.max] {
            assert!(free.contains(camera.screen_from_world(area, corner)));
        }
    }

    #[test]
    fn a_flight_ends_where_it_was_to_go_and_jumps_without_motion() {
        let from = Camera { centre: pos2(0.0, 0.0), zoom: 1.0 };
        let to = Camera { centre: pos2(100.0, 0.0), zoom: 2.0 };
        let flight = Flight::new(from, to, 5.0, 0.32);
        let (middle, arrived) = flight.at(5.16);
        assert!(!arrived && middle.centre.x > 10.0 && middle.centre.x < 90.0);
        assert_eq!(flight.at(5.4), (to, true));
        assert_eq!(Flight::new(from, to, 5.0, 0.0).at(5.0), (to, true));
    }
}
