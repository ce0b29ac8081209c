//! Fields: text with its label above and its error below, search, and the user's own words in hand font.

use super::{button::keycap, changes, paint_icon};
use crate::gui::theme::{Palette, TextKind, Weight, font, icons, radius, sizes, stroke, text};
use eframe::egui::{
    self, Color32, CornerRadius, Frame, Id, Margin, Rect, Response, Sense, Stroke, StrokeKind, TextBuffer,
    TextEdit, Ui, Vec2, WidgetInfo, pos2,
};

/// Lets the text of fields be read, selected and copied, but not changed, until the lock is taken off again.
/// Search fields stay free: searching changes nothing.
pub fn lock_fields(ui: &Ui, locked: bool) {
    ui.data_mut(|data| data.insert_temp(Id::unique("fields are locked"), locked));
}

/// Whether fields are locked, for fields that are drawn elsewhere.
pub fn fields_are_locked(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(Id::unique("fields are locked"))).unwrap_or(false)
}

/// Paints border and focus ring of a field over its rectangle.
fn outline(ui: &Ui, rect: Rect, focused: bool, error: bool) {
    let p = Palette::of(ui);
    let color = if error { p.danger } else { p.line_strong };
    let corner = CornerRadius::same(radius::CONTROL);
    if focused {
        let ring = Stroke::new(stroke::FOCUS, p.ai);
        ui.painter().rect_stroke(
            rect.expand(2.0),
            CornerRadius::same(radius::CONTROL + 2),
            ring,
            StrokeKind::Inside,
        );
    } else {
        ui.painter().rect_stroke(rect, corner, Stroke::new(1.0, color), StrokeKind::Inside);
    }
}

fn fill(ui: &Ui, rect: Rect) {
    ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), Palette::of(ui).raised);
}

/// A one-line text field. The label is spoken; it is painted above unless hidden.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct TextField<'a> {
    label: &'a str,
    hidden_label: bool,
    hint: &'a str,
    error: Option<&'a str>,
    width: Option<f32>,
    id: Option<Id>,
    password: bool,
    limit: usize,
}

impl<'a> TextField<'a> {
    /// A field called `label`.
    pub const fn new(label: &'a str) -> Self {
        Self {
            label,
            hidden_label: false,
            hint: "",
            error: None,
            width: None,
            id: None,
            password: false,
            limit: usize::MAX,
        }
    }

    /// The label is spoken, not painted.
    pub const fn hide_label(mut self) -> Self {
        self.hidden_label = true;
        self
    }

    /// What stands in the empty field.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Shows dots for what is typed, and leaves room for the eye behind them.
    pub const fn password(mut self, hidden: bool) -> Self {
        self.password = hidden;
        self
    }

    /// What is wrong with the text; stands below. An empty text only marks the field: the caller says it elsewhere.
    pub const fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Width in points; otherwise all that there is.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// A fixed id, to give it the keyboard.
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// The most characters that it takes; a longer paste is cut off.
    pub const fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Shows the field; the response is the text edit's.
    pub fn show(self, ui: &mut Ui, value: &mut String) -> Response {
        let p = Palette::of(ui);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let width = self.width.unwrap_or_else(|| ui.available_width());
            if !self.hidden_label {
                let line = text::line(ui.painter(), self.label, TextKind::Label, p.text3, width);
                let (rect, _) = ui.allocate_exact_size(line.size(), Sense::hover());
                ui.painter().galley(rect.min, line, p.text3);
            }
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, sizes::FIELD), Sense::hover());
            fill(ui, rect);
            let inner = rect.shrink2(Vec2::new(11.0, 0.0));
            let locked = fields_are_locked(ui);
            let before = changes::before(ui, value);
            let mut as_it_is = value.as_str();
            let buffer: &mut dyn TextBuffer = if locked { &mut as_it_is } else { value };
            let mut edit = TextEdit::singleline(buffer)
                .frame(Frame::NONE)
                .font(font(TextKind::Body))
                .password(self.password)
                .char_limit(self.limit)
                .text_color(if locked { p.text2 } else { p.text })
                .hint_text(text::rich(self.hint, TextKind::Body, p.text3))
                .margin(Margin::ZERO)
                .align(egui::Align2::LEFT_CENTER)
                .min_size(inner.size())
                .desired_width(inner.width());
            if let Some(id) = self.id {
                edit = edit.id(id);
            }
            let response = ui.put(inner, edit).accessible_name(self.label);
            changes::after(ui, before, &response, value);
            outline(ui, rect, response.has_focus(), self.error.is_some());
            if let Some(error) = self.error.filter(|error| !error.is_empty()) {
                let line = text::lines(ui.painter(), error, TextKind::Label, p.danger, width, 3);
                let (rect, r) = ui.allocate_exact_size(line.size(), Sense::hover());
                super::banner::named(&r, egui::Role::Label, error);
                ui.painter().galley(rect.min, line, p.danger);
            }
            response
        })
        .inner
    }
}

/// The search field: magnifying glass, keycap while empty, a cross to clear it.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct SearchField<'a> {
    name: &'a str,
    hint: &'a str,
    clear: &'a str,
    key: Option<&'a str>,
    width: f32,
    id: Option<Id>,
    help: Option<&'a str>,
    pin: Option<(&'a str, bool)>,
}

/// What happened in a search field.
#[derive(Debug, Clone)]
pub struct SearchFieldResponse {
    /// The text edit's, changed also by clearing.
    pub field: Response,
    /// The question mark was pressed.
    pub help: bool,
    /// The pin was pressed.
    pub pin: bool,
}

impl<'a> SearchField<'a> {
    /// A search field: `name` is spoken, `hint` stands in it while empty, `clear` names the cross.
    pub const fn new(name: &'a str, hint: &'a str, clear: &'a str, width: f32) -> Self {
        Self { name, hint, clear, key: None, width, id: None, help: None, pin: None }
    }

    /// The key that leads here.
    pub const fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// A fixed id, to give it the keyboard.
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// A question mark in the empty field, which is called so.
    pub const fn help(mut self, name: &'a str) -> Self {
        self.help = Some(name);
        self
    }

    /// A pin beside what is typed: its name, and whether it is pinned already.
    pub const fn pin(mut self, name: &'a str, pinned: bool) -> Self {
        self.pin = Some((name, pinned));
        self
    }

    /// Shows the field; the response is the text edit's, changed also by clearing.
    pub fn show(self, ui: &mut Ui, value: &mut String) -> Response {
        self.show_all(ui, value).field
    }

    /// Shows the field with its buttons.
    pub fn show_all(self, ui: &mut Ui, value: &mut String) -> SearchFieldResponse {
        let p = Palette::of(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(self.width, sizes::FIELD), Sense::hover());
        fill(ui, rect);
        paint_icon(
            ui.painter(),
            pos2(rect.left() + 19.0, rect.center().y),
            icons::MAGNIFYING_GLASS,
            Weight::Regular,
            sizes::ICON,
            p.text2,
        );
        // A narrow field keeps its room for the text.
        let key = self.key.filter(|_| rect.width() > 190.0);
        let key = key.map(|k| text::line(ui.painter(), k, TextKind::Label, p.text3, 80.0));
        let has_help = self.help.is_some() && rect.width() > 240.0;
        let tail = if value.is_empty() {
            key.as_ref().map_or(8.0, |k| k.size().x + 26.0) + if has_help { 24.0 } else { 0.0 }
        } else {
            34.0 + if self.pin.is_some() { 26.0 } else { 0.0 }
        };
        let inner = Rect::from_min_max(
            pos2(rect.left() + 34.0, rect.top()),
            pos2(rect.right() - tail, rect.bottom()),
        );
        let hint = text::line(ui.painter(), self.hint, TextKind::Body, p.text3, inner.width());
        let mut edit = TextEdit::singleline(value)
            .frame(Frame::NONE)
            .font(font(TextKind::Body))
            .text_color(p.text)
            .margin(Margin::ZERO)
            .align(egui::Align2::LEFT_CENTER)
            .min_size(inner.size())
            .desired_width(inner.width());
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        let mut response = ui.put(inner, edit).accessible_name(self.name);
        outline(ui, rect, response.has_focus(), false);
        let (mut help, mut pin) = (false, false);
        if value.is_empty() {
            ui.painter().galley(pos2(inner.left(), inner.center().y - hint.size().y / 2.0), hint, p.text3);
            let mut right = rect.right() - 8.0;
            if let Some(key) = key {
                right -= key.size().x + 12.0;
                keycap(ui, pos2(right, rect.center().y), key);
            }
            if let Some(name) = self.help.filter(|_| has_help) {
                let place = pos2(right - 14.0, rect.center().y);
                help = small_button(ui, place, response.id.with("help"), name, None, |ui, centre| {
                    let mark = text::line(ui.painter(), "?", TextKind::Strong, p.text3, f32::INFINITY);
                    ui.painter().galley(centre - mark.size() / 2.0, mark, p.text3);
                });
            }
        } else {
            let place = pos2(rect.right() - 18.0, rect.center().y);
            if small_button(ui, place, response.id.with("clear"), self.clear, None, |ui, centre| {
                paint_icon(ui.painter(), centre, icons::X, Weight::Bold, 12.0, p.text2);
            }) {
                value.clear();
                response.mark_changed();
            }
            if let Some((name, pinned)) = self.pin {
                let place = pos2(rect.right() - 44.0, rect.center().y);
                pin = small_button(ui, place, response.id.with("pin"), name, Some(pinned), |ui, centre| {
                    let (weight, ink) =
                        if pinned { (Weight::Fill, p.ai_text) } else { (Weight::Regular, p.text2) };
                    paint_icon(ui.painter(), centre, icons::PUSH_PIN, weight, 15.0, ink);
                });
            }
        }
        SearchFieldResponse { field: response, help, pin }
    }
}

/// A button inside a field; returns whether it was pressed. `on` says whether what it switches is on.
fn small_button(
    ui: &Ui,
    centre: egui::Pos2,
    id: Id,
    name: &str,
    on: Option<bool>,
    paint: impl FnOnce(&Ui, egui::Pos2),
) -> bool {
    let p = Palette::of(ui);
    let rect = Rect::from_center_size(centre, Vec2::splat(24.0));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name);
        info.selected = on;
        info
    });
    let touch = super::Touch::of(&response, None);
    let fill = touch.fill(Color32::TRANSPARENT, p.hover, p.pressed);
    ui.painter().rect_filled(rect, CornerRadius::same(6), fill);
    touch.ring(ui.painter(), rect.shrink(2.0), 6, p);
    paint(ui, rect.center());
    super::tip(response, name, None).clicked()
}

/// Several lines in the user's own hand: impressions, notes, comments.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct HandField<'a> {
    name: &'a str,
    hint: &'a str,
    rows: usize,
    paper: bool,
    kind: TextKind,
    id: Option<Id>,
}

impl<'a> HandField<'a> {
    /// A field called `name` (spoken) with `hint` while empty and at least `rows` lines.
    pub const fn new(name: &'a str, hint: &'a str, rows: usize) -> Self {
        Self { name, hint, rows, paper: false, kind: TextKind::Hand, id: None }
    }

    /// In the face of the window, for what leaves it: a letter.
    pub const fn typed(mut self) -> Self {
        self.kind = TextKind::Body;
        self
    }

    /// On the paper of a card's back instead of a field.
    pub const fn paper(mut self) -> Self {
        self.paper = true;
        self
    }

    /// A fixed id, to give it the keyboard.
    pub const fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Shows the field across the width there is.
    pub fn show(self, ui: &mut Ui, value: &mut String) -> Response {
        let p = Palette::of(ui);
        let (fill, ink) = if self.paper { (p.paper, p.pencil) } else { (p.raised, p.text) };
        let width = ui.available_width();
        let frame = Frame::new()
            .fill(fill)
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::symmetric(12, 8));
        let before = changes::before(ui, value);
        let shown = frame.show(ui, |ui| {
            let mut as_it_is = value.as_str();
            let buffer: &mut dyn TextBuffer = if fields_are_locked(ui) { &mut as_it_is } else { value };
            let mut edit = TextEdit::multiline(buffer)
                .frame(Frame::NONE)
                .font(font(self.kind))
                .text_color(ink)
                .hint_text(text::rich(self.hint, self.kind, ink.gamma_multiply(0.7)))
                .margin(Margin::ZERO)
                .desired_rows(self.rows)
                .desired_width(width - 24.0);
            if let Some(id) = self.id {
                edit = edit.id(id);
            }
            ui.add(edit).accessible_name(self.name)
        });
        changes::after(ui, before, &shown.inner, value);
        outline(ui, shown.response.rect, shown.inner.has_focus(), false);
        shown.inner
    }
}
