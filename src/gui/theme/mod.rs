//! The look: palettes, fonts, sizes, icons, and how plain egui widgets are dressed in them.
//!
//! Owns: every colour, font and size. Must not know: the book, views, widgets of our own.
//! Start at [`Theme`] and [`apply`]; widgets ask [`Palette::of`].
//!
//! Invariant: reduced motion leaves no animation running (`reduced_motion_stops_every_animation`).

pub mod fonts;
pub mod icons;
pub mod palette;
pub mod size;
pub mod text;

pub use fonts::install_fonts;
pub use icons::Weight;
pub use palette::Palette;
pub use size::{Elevation, radius, sizes, space, stroke, time};
pub use text::{TextKind, font};

use eframe::egui::style::{ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use eframe::egui::{
    self, Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, TextStyle, Vec2,
    Visuals,
};

/// What the user chose under Settings: which theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeSetting {
    /// As the desktop says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl ThemeSetting {
    /// Whether to paint dark, given what the desktop says (`None`: it says nothing, so light).
    #[must_use]
    pub fn is_dark(self, system_dark: Option<bool>) -> bool {
        match self {
            Self::System => system_dark.unwrap_or(false),
            Self::Light => false,
            Self::Dark => true,
        }
    }
}

/// How much moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// As designed.
    #[default]
    Full,
    /// Nothing slides, fades or flips.
    Reduced,
}

/// The look in force.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// The colours.
    pub palette: &'static Palette,
    /// Whether the palette is the dark one.
    pub dark: bool,
    /// How much moves.
    pub motion: Motion,
}

impl Theme {
    /// The light or dark look.
    #[must_use]
    pub const fn new(dark: bool, motion: Motion) -> Self {
        Self { palette: Palette::pick(dark), dark, motion }
    }

    /// The colour by which scans are multiplied, so that white cards do not glare in the dark.
    #[must_use]
    pub fn scan_tint(&self) -> Color32 {
        scan_tint(self.dark)
    }
}

/// The colour by which scans are multiplied in the light or dark theme.
#[must_use]
pub const fn scan_tint(dark: bool) -> Color32 {
    if dark { Color32::from_gray(237) } else { Color32::WHITE }
}

/// How long an animation of `seconds` takes in this `ui`: as long, or no time under reduced motion.
#[must_use]
pub fn duration(ui: &egui::Ui, seconds: f32) -> f32 {
    if ui.style().animation_time <= 0.0 { 0.0 } else { seconds }
}

/// Dresses egui in the theme. Call when the theme or the motion setting changes, not per frame.
pub fn apply(ctx: &Context, theme: &Theme) {
    let egui_theme = if theme.dark { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(egui_theme);
    ctx.style_mut_of(egui_theme, |style| dress(style, theme));
}

fn dress(style: &mut egui::Style, theme: &Theme) {
    let full = theme.motion == Motion::Full;
    style.text_styles = [
        (TextStyle::Small, font(TextKind::Small)),
        (TextStyle::Body, font(TextKind::Body)),
        (TextStyle::Button, font(TextKind::Button)),
        (TextStyle::Heading, font(TextKind::Heading)),
        (TextStyle::Monospace, FontId::new(12.0, FontFamily::Monospace)),
    ]
    .into();
    style.animation_time = if full { time::HOVER } else { 0.0 };
    style.scroll_animation = if full { ScrollAnimation::default() } else { ScrollAnimation::none() };
    style.interaction.tooltip_delay = time::TOOLTIP;
    style.interaction.selectable_labels = false;
    style.visuals = visuals(theme);

    let s = &mut style.spacing;
    s.item_spacing = Vec2::new(space::S, space::XS);
    s.button_padding = Vec2::new(12.0, 6.0);
    s.interact_size = Vec2::new(32.0, 28.0);
    s.icon_width = 18.0;
    s.icon_width_inner = 10.0;
    s.icon_spacing = space::XS;
    s.menu_margin = Margin::same(5);
    s.window_margin = Margin::same(20);
    s.tooltip_width = 280.0;
    s.text_edit_width = 240.0;
    s.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        floating_allocated_width: 0.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 2.0,
        handle_min_length: 32.0,
        foreground_color: false,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.25,
        dormant_handle_opacity: 0.55,
        active_handle_opacity: 0.8,
        interact_handle_opacity: 1.0,
        ..ScrollStyle::floating()
    };
}

fn visuals(theme: &Theme) -> Visuals {
    let p = theme.palette;
    let corner = CornerRadius::same(radius::CONTROL);
    let state = |fill: Color32, line: Color32, width: f32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, line),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.5, text),
        expansion: 0.0,
    };
    let shadow = |e: Elevation| -> Shadow { e.layers(theme.dark)[0] };
    Visuals {
        dark_mode: theme.dark,
        override_text_color: None,
        weak_text_color: Some(p.text3),
        widgets: Widgets {
            noninteractive: state(p.panel, p.line, 1.0, p.text),
            inactive: state(p.raised, p.line_strong, 1.0, p.text),
            hovered: state(p.hover, p.line_strong, 1.0, p.text),
            active: state(p.pressed, p.ai, 2.0, p.text),
            open: state(p.hover, p.line_strong, 1.0, p.text),
        },
        selection: Selection { bg_fill: p.ai_soft_hover, stroke: Stroke::new(stroke::FOCUS, p.ai) },
        hyperlink_color: p.ai_text,
        faint_bg_color: p.sunk,
        extreme_bg_color: p.raised,
        text_edit_bg_color: Some(p.raised),
        code_bg_color: p.sunk,
        warn_fg_color: p.warn,
        error_fg_color: p.danger,
        window_corner_radius: CornerRadius::same(radius::MODAL),
        window_shadow: shadow(Elevation::Pop),
        window_fill: p.raised,
        window_stroke: Stroke::new(1.0, p.line),
        menu_corner_radius: CornerRadius::same(10),
        panel_fill: p.desk,
        popup_shadow: shadow(Elevation::Pop),
        text_cursor: TextCursorStyle { stroke: Stroke::new(1.5, p.ai), ..TextCursorStyle::default() },
        disabled_alpha: 0.45,
        ..if theme.dark { Visuals::dark() } else { Visuals::light() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reduced_motion_stops_every_animation() {
        let ctx = Context::default();
        for (motion, time) in [(Motion::Reduced, 0.0), (Motion::Full, time::HOVER)] {
            apply(&ctx, &Theme::new(true, motion));
            assert_eq!(ctx.style_of(egui::Theme::Dark).animation_time, time);
        }
    }

    #[test]
    fn the_system_decides_only_when_asked() {
        assert!(ThemeSetting::System.is_dark(Some(true)));
        assert!(!ThemeSetting::System.is_dark(None));
        assert!(!ThemeSetting::Light.is_dark(Some(true)));
        assert!(ThemeSetting::Dark.is_dark(Some(false)));
    }

    #[test]
    fn the_palette_of_a_ui_follows_the_applied_theme() {
        let ctx = Context::default();
        for dark in [true, false] {
            apply(&ctx, &Theme::new(dark, Motion::Full));
            let mut seen = None;
            let mut out = ctx.run_ui(egui::RawInput::default(), |ui| seen = Some(Palette::of(ui).desk));
            out.textures_delta.clear();
            assert_eq!(seen, Some(Palette::pick(dark).desk));
        }
    }
}
