//! The card: scan or drawn face, its back, and every state of it.
//!
//! Owns: frame, shadow, rings, badges, what shows while loading or when the scan is missing. Must not know: where
//! textures come from, which contact it is. Start at [`CardFrame::show`].

use super::{CardFace, Flip, Kind, Touch, card_face::fit, dashed_rect, paint_icon, paint_line, paint_seal};
use crate::gui::theme::{
    Elevation, Palette, TextKind, Weight, duration, icons, radius, scan_tint, sizes, stroke, text, time,
};
use eframe::egui::{
    self, Color32, CornerRadius, Painter, Rect, Response, Sense, Stroke, StrokeKind, TextureId, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

/// What a card shows.
#[derive(Clone, Copy, Debug)]
pub enum CardSide<'a> {
    /// A scan with its width divided by its height.
    Scan(TextureId, f32),
    /// A drawn face.
    Drawn(CardFace<'a>),
    /// The back: heading ("First impression"), date, the user's words.
    Back(&'a str, &'a str, &'a str),
    /// The picture is on its way.
    Loading,
    /// The picture is on its way; its dominant colour and its width divided by its height are known.
    Coming(Color32, f32),
    /// The scan is missing: what happened, what to do.
    Missing(&'a str, &'a str),
}

/// A badge on the lower edge: a seal or an icon, and a short text.
#[derive(Clone, Copy, Debug)]
pub struct Badge<'a> {
    /// The seal, when the badge is about a follow-up.
    pub kind: Option<Kind>,
    /// The icon otherwise.
    pub icon: &'a str,
    /// The text.
    pub label: &'a str,
}

/// States that the caller knows; hover and focus come from the pointer and the keyboard.
#[derive(Clone, Copy, Debug, Default)]
pub struct CardState {
    /// The inspector shows it.
    pub selected: bool,
    /// It is one of several chosen.
    pub ticked: bool,
    /// It is being dragged.
    pub dragged: bool,
    /// How far it is turned.
    pub flip: Option<Flip>,
}

/// What the user did to a card.
#[derive(Debug)]
pub struct CardResponse {
    /// The card itself: click, double click, drag, context menu.
    pub response: Response,
    /// The flip button was pressed.
    pub flip: bool,
    /// The remedy of a missing scan was pressed.
    pub action: bool,
    /// Where the card lies (smaller than its slot when portrait).
    pub rect: Rect,
}

/// A card in its slot.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct CardFrame<'a> {
    name: &'a str,
    side: CardSide<'a>,
    state: CardState,
    badges: &'a [Badge<'a>],
    flip_name: Option<&'a str>,
    missing: Option<(&'a str, &'a str)>,
    proportion: Option<f32>,
    portrait: Option<(TextureId, f32)>,
    sense: Sense,
    shown: Option<Touch>,
}

impl<'a> CardFrame<'a> {
    /// A card; `name` is spoken.
    pub const fn new(name: &'a str, side: CardSide<'a>) -> Self {
        Self {
            name,
            side,
            state: CardState { selected: false, ticked: false, dragged: false, flip: None },
            badges: &[],
            flip_name: None,
            missing: None,
            proportion: None,
            portrait: None,
            sense: Sense::CLICK,
            shown: None,
        }
    }

    /// What the caller knows of its state.
    pub const fn state(mut self, state: CardState) -> Self {
        self.state = state;
        self
    }

    /// Badges on the lower edge; the first two are shown.
    pub const fn badges(mut self, badges: &'a [Badge<'a>]) -> Self {
        self.badges = badges;
        self
    }

    /// Shows a flip button called `name` while the pointer is over the card.
    pub const fn flippable(mut self, name: &'a str) -> Self {
        self.flip_name = Some(name);
        self
    }

    /// Marks a drawn card whose picture is missing: what happened, and the remedy that the mark offers.
    pub const fn missing(mut self, words: &'a str, action: &'a str) -> Self {
        self.missing = Some((words, action));
        self
    }

    /// Width divided by height of the card when this side has no picture of its own, as that of the other side tells it.
    pub const fn proportion(mut self, proportion: Option<f32>) -> Self {
        self.proportion = proportion;
        self
    }

    /// The photograph of the person and its width divided by its height: small and round, on the lower edge.
    pub const fn portrait(mut self, portrait: Option<(TextureId, f32)>) -> Self {
        self.portrait = portrait;
        self
    }

    /// What it answers to: a click (default), or a drag too.
    pub const fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// Shows a state regardless of the pointer (component page).
    pub const fn shown_as(mut self, touch: Touch) -> Self {
        self.shown = Some(touch);
        self
    }

    /// Allocates a slot of `width` points and its height, and shows the card in it.
    pub fn show(self, ui: &mut Ui, width: f32) -> CardResponse {
        let size = vec2(width, (width * sizes::CARD_RATIO).round());
        let (slot, response) = ui.allocate_exact_size(size, self.sense);
        self.show_in(ui, slot, response)
    }

    /// Shows the card in a slot that the caller has laid out and made to respond.
    pub fn show_in(self, ui: &mut Ui, slot: Rect, response: Response) -> CardResponse {
        let on = self.state.selected || self.state.ticked;
        response.widget_info(|| WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), on, self.name));
        let mut result = CardResponse { response, flip: false, action: false, rect: slot };
        if !ui.is_rect_visible(slot.expand(12.0)) {
            return result;
        }
        let p = Palette::of(ui);
        let touch = Touch::of(&result.response, self.shown);
        let over = touch == Touch::Hover || (self.shown.is_none() && result.response.contains_pointer());
        let lift =
            ui.ctx().animate_bool_with_time(result.response.id.with("lift"), over, duration(ui, time::HOVER));
        let lift = if self.shown.is_some() { f32::from(u8::from(over)) } else { lift };
        let aspect = match self.side {
            CardSide::Scan(_, aspect) | CardSide::Coming(_, aspect) => aspect.clamp(0.3, 3.0),
            CardSide::Back(..) => self.proportion.map_or(1.0 / sizes::CARD_RATIO, |it| it.clamp(0.3, 3.0)),
            _ => 1.0 / sizes::CARD_RATIO,
        };
        let rect = fit(slot, aspect).translate(vec2(0.0, -2.0 * lift));
        result.rect = rect;
        let scale = self.state.flip.map_or(1.0, |f| f.scale.max(0.01));
        let card = Rect::from_center_size(rect.center(), vec2(rect.width() * scale, rect.height()));
        let mut painter = ui.painter().clone();
        // What is carried away leaves its place behind, dashed and pale.
        if self.state.dragged {
            painter.multiply_opacity(0.55);
        }
        let elevation = if lift > 0.5 { Elevation::Lift } else { Elevation::Card };
        if !matches!(self.side, CardSide::Loading | CardSide::Missing(..)) {
            elevation.paint(&painter, card, radius::CARD, p.is_dark());
        }
        result.action = self.paint_side(ui, &painter, rect, card, &result.response);
        self.paint_rings(&painter, card, touch, p);
        if self.state.ticked {
            let at = card.left_top() + vec2(3.0, 3.0);
            painter.circle_filled(at, 11.0, p.panel);
            painter.circle_filled(at, 10.0, p.ai);
            paint_icon(&painter, at, icons::CHECK, Weight::Bold, 12.0, p.on_ai);
        }
        let portrait = self.portrait.filter(|_| scale > 0.9);
        let taken = portrait.map_or(0.0, |portrait| paint_portrait(&painter, card, portrait, p));
        // Under an upright card there is room at both sides for words that are wider than it.
        let room = Rect::from_x_y_ranges(slot.x_range(), card.y_range()).union(card);
        let right = card.right() + 4.0 - taken;
        let right = if taken > 0.0 || scale < 0.9 { right } else { right.max(room.right()) };
        paint_badges(&painter, card, (room.left(), right), self.badges, p);
        if let Some((words, action)) = self.missing.filter(|_| scale > 0.9) {
            result.action |= missing_mark(ui, &painter, card, words, action, &result.response);
        }
        if let Some(name) = self.flip_name.filter(|_| lift > 0.3 && scale > 0.9) {
            result.flip = flip_button(ui, &painter, card, &result.response, name, self.shown);
        }
        result
    }

    /// Paints what the card shows; whether the remedy of a missing scan was pressed.
    fn paint_side(&self, ui: &Ui, painter: &Painter, rect: Rect, card: Rect, response: &Response) -> bool {
        let p = Palette::of(ui);
        let corner = CornerRadius::same(radius::CARD);
        let edge = Stroke::new(1.0, p.card_edge);
        match self.side {
            CardSide::Scan(texture, _) => {
                let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                let shape = egui::epaint::RectShape::filled(card, corner, scan_tint(p.is_dark()));
                painter.add(shape.with_texture(texture, uv));
                painter.rect_stroke(card, corner, edge, StrokeKind::Inside);
            }
            CardSide::Drawn(face) => {
                face.paint(painter, rect, card, p.is_dark());
                painter.rect_stroke(card, corner, edge, StrokeKind::Inside);
            }
            CardSide::Back(heading, date, words) => {
                painter.rect(card, corner, p.paper, edge, StrokeKind::Inside);
                paint_back(
                    &painter.with_clip_rect(painter.clip_rect().intersect(card)),
                    rect,
                    heading,
                    date,
                    words,
                    p,
                );
            }
            CardSide::Loading => {
                painter.rect(card, corner, p.sunk, Stroke::new(1.0, p.line), StrokeKind::Inside);
                bones(painter, card, p.line);
            }
            CardSide::Coming(color, _) => {
                let color = color * scan_tint(p.is_dark());
                painter.rect(card, corner, color, edge, StrokeKind::Inside);
                bones(painter, card, color.lerp_to_gamma(p.line_strong, 0.25));
            }
            CardSide::Missing(words, action) => {
                return paint_missing(ui, painter, card, words, action, response);
            }
        }
        false
    }

    fn paint_rings(&self, painter: &Painter, card: Rect, touch: Touch, p: &Palette) {
        let ring = card.expand(stroke::CARD_OFFSET);
        let line = Stroke::new(stroke::FOCUS, p.ai);
        if self.state.dragged {
            dashed_rect(painter, ring, 6.0, line);
            return;
        }
        if self.state.selected || self.state.ticked {
            painter.rect_stroke(ring, CornerRadius::same(6), line, StrokeKind::Outside);
        }
        if touch == Touch::Focus {
            let grown =
                if self.state.selected || self.state.ticked { ring.expand(4.0) } else { ring.expand(2.0) };
            dashed_rect(painter, grown, 7.0, line);
        }
    }
}

/// Where the words of a card will be.
fn bones(painter: &Painter, card: Rect, color: Color32) {
    for (y, part) in [(0.2, 0.47), (0.37, 0.3), (0.78, 0.6)] {
        let at = card.min + vec2(card.width() * 0.1, card.height() * y);
        let bone = Rect::from_min_size(at, vec2(card.width() * part, (card.height() * 0.075).round()));
        painter.rect_filled(bone, CornerRadius::same(4), color);
    }
}

/// The paper back: heading and date over a faint rule, the words in hand font.
fn paint_back(painter: &Painter, rect: Rect, heading: &str, date: &str, words: &str, p: &Palette) {
    let large = rect.width() >= 240.0;
    let (pad, head) = if large { (14.0, 34.0) } else { (11.0, 27.0) };
    let (head_kind, kind) =
        if large { (TextKind::Small, TextKind::Hand) } else { (TextKind::Label, TextKind::HandCard) };
    // An upright card has room for one of the two.
    let upright = rect.width() < rect.height();
    let pad = if upright { 8.0 } else { pad };
    let y = rect.top() + head / 2.0;
    let right = rect.right() - pad;
    let left = rect.left() + pad;
    if upright && !date.is_empty() {
        paint_line(painter, left, y, text::line(painter, date, head_kind, p.pencil, right - left));
    } else {
        let date = text::line(painter, date, head_kind, p.pencil, 90.0);
        let date_left = right - date.size().x;
        paint_line(painter, date_left, y, date);
        let heading = text::line(painter, heading, head_kind, p.pencil, date_left - left - 6.0);
        paint_line(painter, left, y, heading);
    }
    // The rule keeps its colour in both themes, as the paper does.
    let rule = Color32::from_rgb(0xEF, 0xB9, 0xA8);
    painter.hline(rect.left() + 1.0..=rect.right() - 1.0, rect.top() + head, Stroke::new(1.0, rule));
    let room = rect.height() - head - 10.0;
    let rows = ((room / kind.line()) as usize).max(1);
    let words = text::lines(painter, words, kind, p.pencil, rect.width() - 2.0 * pad + 2.0, rows);
    painter.galley(pos2(rect.left() + pad, rect.top() + head + 5.0), words, p.pencil);
}

/// The mark of a card whose picture is missing: small, in the upper corner, and a button.
fn missing_mark(
    ui: &Ui,
    painter: &Painter,
    card: Rect,
    words: &str,
    action: &str,
    response: &Response,
) -> bool {
    let p = Palette::of(ui);
    let line = text::line(painter, words, TextKind::Label, p.danger, (card.width() - 44.0).max(0.0));
    // On the smallest cards only the sign has room.
    let with_words = card.width() > 110.0;
    let width = if with_words { line.size().x + 31.0 } else { sizes::TAG };
    let mark = Rect::from_min_size(card.min + vec2(6.0, 6.0), vec2(width, sizes::TAG));
    let r = ui.interact(mark, response.id.with("action"), Sense::click());
    r.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), action));
    let touch = Touch::of(&r, None);
    Elevation::Card.paint(painter, mark, 10, p.is_dark());
    let fill = touch.fill(p.raised, p.hover, p.pressed);
    painter.rect(mark, CornerRadius::same(10), fill, Stroke::new(1.0, p.danger), StrokeKind::Inside);
    touch.ring(painter, mark, 10, p);
    let centre = mark.left_center() + vec2(sizes::TAG / 2.0, 0.0);
    paint_icon(painter, centre, icons::WARNING_CIRCLE, Weight::Fill, 13.0, p.danger);
    if with_words {
        paint_line(painter, mark.left() + 22.0, mark.center().y, line);
    }
    super::tip(r, if with_words { action } else { words }, None).clicked()
}

fn paint_missing(
    ui: &Ui,
    painter: &Painter,
    card: Rect,
    words: &str,
    action: &str,
    response: &Response,
) -> bool {
    let p = Palette::of(ui);
    let corner = CornerRadius::same(radius::CARD);
    painter.rect(card, corner, p.danger_soft, Stroke::new(1.0, p.danger), StrokeKind::Inside);
    let centre = card.center();
    paint_icon(painter, centre - vec2(0.0, 20.0), icons::WARNING_CIRCLE, Weight::Fill, 20.0, p.danger);
    let line = text::line(painter, words, TextKind::Small, p.danger, card.width() - 12.0);
    paint_line(painter, centre.x - line.size().x / 2.0, centre.y + 4.0, line);
    let link = text::line(painter, action, TextKind::Small, p.danger, card.width() - 12.0);
    let hit = Rect::from_center_size(centre + vec2(0.0, 24.0), link.size() + vec2(12.0, 6.0));
    let r = ui.interact(hit, response.id.with("action"), Sense::click());
    r.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), action));
    let touch = Touch::of(&r, None);
    let under = Stroke::new(if touch == Touch::Rest { 1.0 } else { 2.0 }, p.danger);
    painter.hline(hit.left() + 6.0..=hit.right() - 6.0, hit.bottom() - 4.0, under);
    touch.ring(painter, hit.shrink(2.0), 4, p);
    paint_line(painter, hit.left() + 6.0, hit.center().y, link);
    r.clicked()
}

/// Paints the photograph of the person; returns how much of the lower edge it takes.
pub(in crate::gui) fn paint_portrait(
    painter: &Painter,
    card: Rect,
    (texture, aspect): (TextureId, f32),
    p: &Palette,
) -> f32 {
    let radius = (card.height() * 0.13).clamp(8.0, 18.0);
    let centre = pos2(card.right() - radius - 5.0, card.bottom() - 1.0);
    let place = Rect::from_center_size(centre, Vec2::splat(2.0 * radius));
    Elevation::Card.paint(painter, place.expand(2.0), (radius + 2.0) as u8, p.is_dark());
    painter.circle_filled(centre, radius + 2.0, p.raised);
    super::avatar::paint_photo(painter, place, texture, aspect, scan_tint(p.is_dark()));
    2.0 * radius + 11.0
}

/// Width of a badge without words.
const BADGE: f32 = 24.0;

/// Paints the badges from the left end of the card to `right`, from `left` when they are wider. The first one has words
/// before the second has any; what finds no room for words is its seal alone.
fn paint_badges(painter: &Painter, card: Rect, (left, right): (f32, f32), badges: &[Badge<'_>], p: &Palette) {
    let y = card.bottom() - 1.0;
    let count = badges.len().min(2);
    let wide = |badge: &Badge<'_>| {
        text::line(painter, badge.label, TextKind::Label, p.text, f32::INFINITY).size().x + 32.0
    };
    let least = badges.first().map_or(0.0, wide) + count.saturating_sub(1) as f32 * (BADGE + 4.0);
    let mut x = (card.left() + 6.0).min(right - least).max(left + 6.0).min(card.left() + 6.0);
    for (at, badge) in badges.iter().take(2).enumerate() {
        // What comes behind keeps room for its seal.
        let others = (count - at - 1) as f32 * (BADGE + 4.0);
        let room = right - x - others - 32.0;
        let words = text::line(painter, badge.label, TextKind::Label, p.text, f32::INFINITY);
        // A few letters and dots say less than the seal.
        let line = if words.size().x <= room {
            Some(words)
        } else {
            (room >= 44.0).then(|| text::line(painter, badge.label, TextKind::Label, p.text, room))
        };
        let width = line.as_ref().map_or(BADGE, |line| line.size().x + 32.0);
        if x + width > right + 1.0 {
            break;
        }
        let size = Vec2::new(width, sizes::TAG);
        let rect = Rect::from_min_size(pos2(x, y - size.y / 2.0), size);
        Elevation::Card.paint(painter, rect, 10, p.is_dark());
        painter.rect(rect, CornerRadius::same(10), p.raised, Stroke::new(1.0, p.line), StrokeKind::Inside);
        let centre = pos2(x + 12.0, y);
        if let Some(kind) = badge.kind {
            paint_seal(painter, centre, 15.0, kind, p);
        } else {
            paint_icon(painter, centre, badge.icon, Weight::Regular, 13.0, p.text2);
        }
        if let Some(line) = line {
            paint_line(painter, x + 23.0, y, line);
        }
        x += size.x + 4.0;
    }
}

fn flip_button(
    ui: &Ui,
    painter: &Painter,
    card: Rect,
    card_response: &Response,
    name: &str,
    shown: Option<Touch>,
) -> bool {
    let p = Palette::of(ui);
    let centre = card.right_bottom() - vec2(20.0, 20.0);
    let hit = Rect::from_center_size(centre, Vec2::splat(26.0));
    let r = ui.interact(hit, card_response.id.with("flip"), Sense::click());
    r.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
    let touch = Touch::of(&r, shown.map(|_| Touch::Rest));
    painter.circle(centre, 12.5, touch.fill(p.raised, p.hover, p.pressed), Stroke::new(1.0, p.line));
    touch.ring(painter, hit, 13, p);
    paint_icon(painter, centre, icons::ARROWS_CLOCKWISE, Weight::Regular, 14.0, p.text);
    super::tip(r, name, None).clicked()
}
