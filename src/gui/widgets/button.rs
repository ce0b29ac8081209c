//! Buttons: with words, and square ones with an icon.
//!
//! One primary button per surface. Disabled buttons (`ui.add_enabled`) fade and should say why
//! (`on_disabled_hover_text`).

use std::sync::Arc;

use super::{Touch, paint_icon, paint_line};
use crate::gui::theme::{Palette, TextKind, Weight, radius, sizes, text};
use eframe::egui::{
    self, Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo,
};

/// How much weight a button has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The one main action of a surface.
    Primary,
    /// An ordinary action.
    #[default]
    Default,
    /// An action beside the main one.
    Tonal,
    /// An action that keeps quiet until touched.
    Ghost,
}

/// Height of a button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonSize {
    /// 28 points.
    Small,
    /// 32 points.
    #[default]
    Regular,
    /// 40 points.
    Large,
}

impl ButtonSize {
    /// How high a button is, and an icon button is wide, in points.
    pub const fn height(self) -> f32 {
        match self {
            Self::Small => sizes::BUTTON_S,
            Self::Regular => sizes::BUTTON,
            Self::Large => sizes::BUTTON_L,
        }
    }

    const fn padding(self) -> f32 {
        match self {
            Self::Small => 12.0,
            Self::Regular => 14.0,
            Self::Large => 18.0,
        }
    }
}

/// Fill, border and text colour of a role in a state.
fn look(role: Role, touch: Touch, p: &Palette) -> (Color32, Color32, Color32) {
    let clear = Color32::TRANSPARENT;
    match role {
        Role::Primary => (touch.fill(p.ai, p.ai_hover, p.ai_press), clear, p.on_ai),
        Role::Default => {
            let fill = touch.fill(p.raised, p.hover, p.pressed);
            (fill, if fill == p.raised { p.line } else { fill }, p.text)
        }
        Role::Tonal => (touch.fill(p.ai_soft, p.ai_soft_hover, p.ai_soft_press), clear, p.ai_text),
        Role::Ghost => (touch.fill(clear, p.hover, p.pressed), clear, p.text2),
    }
}

/// A button with words, perhaps an icon before and a key after them.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct Button<'a> {
    label: &'a str,
    role: Role,
    size: ButtonSize,
    icon: Option<&'a str>,
    trailing: Option<&'a str>,
    key: Option<&'a str>,
    danger: bool,
    min_width: f32,
    shown: Option<Touch>,
}

impl<'a> Button<'a> {
    /// An ordinary button.
    pub const fn new(label: &'a str) -> Self {
        Self {
            label,
            role: Role::Default,
            size: ButtonSize::Regular,
            icon: None,
            trailing: None,
            key: None,
            danger: false,
            min_width: 0.0,
            shown: None,
        }
    }

    /// The main action of the surface.
    pub const fn primary(label: &'a str) -> Self {
        Self::new(label).role(Role::Primary)
    }

    /// An action beside the main one.
    pub const fn tonal(label: &'a str) -> Self {
        Self::new(label).role(Role::Tonal)
    }

    /// A quiet action.
    pub const fn ghost(label: &'a str) -> Self {
        Self::new(label).role(Role::Ghost)
    }

    /// Sets the role.
    pub const fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Sets the height.
    pub const fn size(mut self, size: ButtonSize) -> Self {
        self.size = size;
        self
    }

    /// 28 points high.
    pub const fn small(self) -> Self {
        self.size(ButtonSize::Small)
    }

    /// 40 points high.
    pub const fn large(self) -> Self {
        self.size(ButtonSize::Large)
    }

    /// An icon before the words.
    pub const fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon after the words: a caret of a pop-up.
    pub const fn trailing(mut self, icon: &'a str) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// The key that does the same, as a keycap after the words.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Words in the colour of danger.
    pub const fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// At least this wide, in points.
    pub const fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// Shows a state regardless of the pointer (component page).
    pub const fn shown_as(mut self, touch: Touch) -> Self {
        self.shown = Some(touch);
        self
    }

    /// Width of everything but the words and the key, in points.
    fn fixed(&self) -> f32 {
        2.0 * self.size.padding()
            + self.icon.map_or(0.0, |_| sizes::ICON + GAP)
            + self.trailing.map_or(0.0, |_| 12.0 + GAP)
    }

    /// Returns how wide it will be, in points: a bar decides by it what has to be folded.
    pub fn width(&self, ui: &Ui) -> f32 {
        let words = text::line(ui.painter(), self.label, self.kind(), Color32::PLACEHOLDER, f32::INFINITY);
        let key = self.key.map(|key| self.key_line(ui, key));
        (self.fixed() + Self::key_width(key.as_deref()) + words.size().x).max(self.min_width)
    }

    fn key_line(&self, ui: &Ui, key: &str) -> Arc<egui::Galley> {
        text::line(ui.painter(), key, TextKind::Label, Palette::of(ui).text3, f32::INFINITY)
    }

    /// What a key takes with its frame and the gap before it.
    fn key_width(key: Option<&egui::Galley>) -> f32 {
        key.map_or(0.0, |key| key.size().x + 12.0 + GAP)
    }

    /// Light words on a dark fill look thinner, hence heavier ones.
    fn kind(&self) -> TextKind {
        if self.role == Role::Primary { TextKind::Strong } else { TextKind::Button }
    }
}

/// Between the parts of a button.
const GAP: f32 = 7.0;

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let (height, pad) = (self.size.height(), self.size.padding());
        let (gap, icon) = (GAP, sizes::ICON);
        let fixed = self.fixed();
        let key = self.key.map(|key| self.key_line(ui, key));
        let key_width = Self::key_width(key.as_deref());
        let limit = (ui.available_width() - fixed - key_width).max(40.0);
        let kind = self.kind();
        let words = text::line(ui.painter(), self.label, kind, Color32::PLACEHOLDER, limit);
        let elided = words.elided;
        let content = fixed + key_width + words.size().x;
        let size = Vec2::new(content.max(self.min_width), height);
        let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), self.label));
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, self.shown);
            let (fill, border, ink) = look(self.role, touch, p);
            let ink = if self.danger { p.danger } else { ink };
            let corner = CornerRadius::same(radius::CONTROL);
            let painter = ui.painter();
            painter.rect(rect, corner, fill, Stroke::new(1.0, border), StrokeKind::Inside);
            touch.ring(painter, rect, radius::CONTROL, p);
            let y = rect.center().y;
            let mut x = rect.left() + pad + (size.x - content) / 2.0;
            if let Some(glyph) = self.icon {
                paint_icon(painter, egui::pos2(x + icon / 2.0, y), glyph, Weight::Regular, icon, ink);
                x += icon + gap;
            }
            painter.galley(egui::pos2(x, y - words.size().y / 2.0), words.clone(), ink);
            x += words.size().x + gap;
            if let Some(glyph) = self.trailing {
                paint_icon(painter, egui::pos2(x + 6.0, y), glyph, Weight::Bold, 11.0, ink);
                x += 12.0 + gap;
            }
            if let Some(key) = key {
                keycap(ui, egui::pos2(x, y), key);
            }
        }
        if elided {
            response = super::tip(response, self.label, None);
        }
        response
    }
}

/// Paints a keycap whose left middle is `at`; returns its right edge.
pub(super) fn keycap(ui: &Ui, at: egui::Pos2, key: Arc<egui::Galley>) -> f32 {
    let p = Palette::of(ui);
    let rect = Rect::from_min_size(egui::pos2(at.x, at.y - 9.0), Vec2::new(key.size().x + 12.0, 18.0));
    let corner = CornerRadius::same(4);
    ui.painter().rect(rect, corner, p.panel, Stroke::new(1.0, p.line), StrokeKind::Inside);
    paint_line(ui.painter(), rect.left() + 6.0, at.y, key);
    rect.right()
}

/// A square button with an icon. Its name is spoken and shown as a tooltip.
#[derive(Clone, Copy, Debug)]
#[must_use = "add it to a Ui"]
pub struct IconButton<'a> {
    icon: &'a str,
    name: &'a str,
    role: Role,
    size: ButtonSize,
    key: Option<&'a str>,
    selected: bool,
    round: bool,
    shown: Option<Touch>,
}

impl<'a> IconButton<'a> {
    /// A quiet icon button called `name`.
    pub const fn new(icon: &'a str, name: &'a str) -> Self {
        Self {
            icon,
            name,
            role: Role::Ghost,
            size: ButtonSize::Regular,
            key: None,
            selected: false,
            round: false,
            shown: None,
        }
    }

    /// Sets the role.
    pub const fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// Sets the height and width.
    pub const fn size(mut self, size: ButtonSize) -> Self {
        self.size = size;
        self
    }

    /// The key that does the same; the tooltip shows it.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Whether what it switches is on.
    pub const fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// A circle instead of a square: the flip button on a card.
    pub const fn round(mut self) -> Self {
        self.round = true;
        self
    }

    /// Shows a state regardless of the pointer (component page).
    pub const fn shown_as(mut self, touch: Touch) -> Self {
        self.shown = Some(touch);
        self
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let p = Palette::of(ui);
        let side = self.size.height();
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), self.name);
            info.selected = self.selected.then_some(true);
            info
        });
        if ui.is_rect_visible(rect) {
            let touch = Touch::of(&response, self.shown);
            let role = if self.selected { Role::Tonal } else { self.role };
            let (fill, border, ink) = look(role, touch, p);
            let corner = if self.round { (side / 2.0) as u8 } else { radius::CONTROL };
            let painter = ui.painter();
            painter.rect(
                rect,
                CornerRadius::same(corner),
                fill,
                Stroke::new(1.0, border),
                StrokeKind::Inside,
            );
            touch.ring(painter, rect, corner, p);
            let icon = if self.size == ButtonSize::Small { 15.0 } else { sizes::ICON };
            paint_icon(painter, rect.center(), self.icon, Weight::Regular, icon, ink);
        }
        super::tip(response, self.name, self.key)
    }
}
