//! How large the window opens: at the first start as large as the screen allows, later as it was left.
//!
//! Owns the size of the window. The system does not say how much of a screen its own bars and the title of a window take,
//! so [`BARS`] is kept free; a size that was chosen by hand is not touched.

use eframe::egui::{self, Vec2, ViewportCommand, vec2};

use super::app::App;
use super::settings::WindowSize;

/// Smallest size of the window in points.
pub const SMALLEST: [f32; 2] = [960.0, 600.0];

/// Size of the window at the first start in points, where the screen has room for it.
const FIRST: [f32; 2] = [1440.0, 900.0];

/// Height that a screen keeps for the bars of the desktop and the title of the window, in points.
const BARS: f32 = 96.0;

/// What is known of the window while it is open.
#[derive(Debug, Default)]
pub struct Seen {
    /// It was looked at whether it fits its screen.
    fits: bool,
    now: Option<WindowSize>,
}

/// Returns the size with which the window opens, and whether it covers the whole screen.
pub fn at_start(kept: Option<WindowSize>) -> ([f32; 2], bool) {
    let Some(kept) = kept else { return (FIRST, false) };
    let side = |at: usize| {
        let side = kept.size[at];
        if side.is_finite() { side.clamp(SMALLEST[at], 20_000.0) } else { FIRST[at] }
    };
    ([side(0), side(1)], kept.maximized)
}

/// Returns the part of a size that a screen has room for, never less than the smallest.
fn within(size: Vec2, screen: Vec2) -> Vec2 {
    size.min(screen - vec2(0.0, BARS)).max(SMALLEST.into())
}

impl App {
    /// Looks at the window: one that is larger than its screen becomes smaller, once.
    pub(super) fn mind_window(&mut self, ctx: &egui::Context) {
        let (inner, screen, covers, away) = ctx.input(|input| {
            let viewport = input.viewport();
            let inner = viewport.inner_rect.map(|rect| rect.size());
            let away = viewport.minimized == Some(true) || viewport.fullscreen == Some(true);
            (inner, viewport.monitor_size, viewport.maximized == Some(true), away)
        });
        let Some(inner) = inner.filter(|_| !away) else { return };
        if let Some(screen) = screen.filter(|_| !self.window.fits) {
            self.window.fits = true;
            let fitting = within(inner, screen);
            if self.settings.window.is_none() && !covers && (fitting - inner).length() > 1.0 {
                ctx.send_viewport_cmd(ViewportCommand::InnerSize(fitting));
            }
        }
        // The size to which the window goes back when it no longer covers the screen.
        let size = if covers { self.window.now.map_or(inner.into(), |now| now.size) } else { inner.into() };
        self.window.now = Some(WindowSize { size, maximized: covers });
    }

    /// Keeps the size for the next start.
    pub(super) fn keep_window(&mut self) {
        let Some(now) = self.window.now else { return };
        let settings = super::settings::Settings { window: Some(now), ..self.settings.clone() };
        self.change_settings(settings);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_fits_its_screen() {
        let first = Vec2::from(FIRST);
        assert_eq!(within(first, vec2(1920.0, 1080.0)), first);
        assert_eq!(within(first, vec2(1440.0, 900.0)), vec2(1440.0, 804.0));
        assert_eq!(within(first, vec2(1366.0, 768.0)), vec2(1366.0, 672.0));
        assert_eq!(within(first, vec2(800.0, 600.0)), Vec2::from(SMALLEST));
    }

    #[test]
    fn the_window_opens_as_it_was_left_and_never_absurd() {
        assert_eq!(at_start(None), (FIRST, false));
        let kept = |size, maximized| at_start(Some(WindowSize { size, maximized }));
        assert_eq!(kept([1200.0, 700.0], true), ([1200.0, 700.0], true));
        assert_eq!(kept([1.0, f32::NAN], false), ([960.0, 900.0], false));
        assert_eq!(kept([1e9, 700.0], false), ([20_000.0, 700.0], false));
    }
}
