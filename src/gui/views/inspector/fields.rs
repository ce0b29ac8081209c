//! The fields of the inspector: quiet until touched, so that a page of them reads like a page.
//!
//! Owns how they look, how a typed value is checked, and what a click on it opens. Must not know
//! contacts or edits.
//!
//! Invariant: a value that is refused says why (`tests::a_refused_value_says_why`).

use eframe::egui::{
    self, CornerRadius, Frame, Margin, Response, Sense, Stroke, StrokeKind, TextBuffer, TextEdit, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::gui::theme::{Palette, TextKind, Weight, font, icons, radius, text};
use crate::gui::widgets::{ButtonSize, IconButton, fields_are_locked, paint_icon};
use crate::model::Address;
use crate::text::Texts;

/// A one-line field that looks like text on a line until the pointer or the keyboard is on it. The label is
/// painted above when `label_above`; it is spoken in any case.
pub struct Quiet<'a> {
    label: &'a str,
    label_above: bool,
    hint: &'a str,
    error: Option<&'a str>,
    tail: f32,
    kind: TextKind,
    rows: usize,
    copy: &'a str,
}

impl<'a> Quiet<'a> {
    /// A field called `label`.
    pub fn new(label: &'a str) -> Self {
        let kind = TextKind::Body;
        Self { label, label_above: true, hint: "", error: None, tail: 0.0, kind, rows: 1, copy: "" }
    }

    /// Under the pointer there is a button called `name` that copies the whole text.
    pub fn copy(mut self, name: &'a str) -> Self {
        self.copy = name;
        self
    }

    /// The label is spoken, not painted.
    pub fn no_label(mut self) -> Self {
        self.label_above = false;
        self
    }

    /// What stands in the empty field.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What is wrong with the text; stands below.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Room kept free behind the text, in points, for buttons of the caller.
    pub fn tail(mut self, width: f32) -> Self {
        self.tail = width;
        self
    }

    /// Another style of text.
    pub fn kind(mut self, kind: TextKind) -> Self {
        self.kind = kind;
        self
    }

    /// Several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Shows the field across the width there is, less the tail.
    pub fn show(self, ui: &mut Ui, value: &mut String) -> Response {
        let p = Palette::of(ui);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if self.label_above {
                ui.add(egui::Label::new(text::rich(self.label, TextKind::Label, p.text3)).truncate());
            }
            let width = (ui.available_width() - self.tail).max(40.0);
            // Behind the text lies the fill, which is known only once the text is laid out.
            let behind = ui.painter().add(egui::Shape::Noop);
            let line = TextKind::Body.line().max(self.kind.line()) + if self.label_above { 0.0 } else { 3.0 };
            let mut as_it_is = value.as_str();
            let buffer: &mut dyn TextBuffer = if fields_are_locked(ui) { &mut as_it_is } else { value };
            let mut edit =
                if self.rows > 1 { TextEdit::multiline(buffer) } else { TextEdit::singleline(buffer) };
            edit = edit
                // With a frame of its own, egui takes the margin from it.
                .frame(Frame::NONE.inner_margin(Margin::symmetric(6, 3)))
                .font(font(self.kind))
                .text_color(p.text)
                .hint_text(text::rich(self.hint, self.kind, p.text3))
                .align(if self.rows > 1 { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
                .desired_rows(self.rows.min(2))
                .min_size(vec2(width, line + 6.0))
                .desired_width(width - 12.0);
            let response = ui
                .allocate_ui_with_layout(
                    vec2(width, line + 6.0),
                    egui::Layout::top_down(egui::Align::Min),
                    |ui| ui.add(edit),
                )
                .inner
                .accessible_name(self.label);
            let rect = response.rect;
            let corner = CornerRadius::same(6);
            let (fill, border) = if response.has_focus() {
                (p.raised, Stroke::new(2.0, p.ai))
            } else if self.error.is_some() {
                (p.raised, Stroke::new(1.0, p.danger))
            } else if response.hovered() {
                (p.hover, Stroke::NONE)
            } else {
                (egui::Color32::TRANSPARENT, Stroke::NONE)
            };
            let at_rest = !response.has_focus() && self.error.is_none() && !response.hovered();
            if at_rest {
                // Where something may be written is seen without the pointer; an empty field more than a full one.
                let ink = if value.is_empty() && ui.is_enabled() { p.line_strong } else { p.line };
                let y = rect.bottom() - 0.5;
                ui.painter().hline(rect.left()..=rect.right(), y, Stroke::new(1.0, ink));
            }
            ui.painter().set(
                behind,
                egui::Shape::Rect(egui::epaint::RectShape::new(
                    rect,
                    corner,
                    fill,
                    border,
                    StrokeKind::Inside,
                )),
            );
            copy_all(ui, &response, value);
            if !self.copy.is_empty() && !value.is_empty() {
                copy_mark(ui, &response, value, self.copy);
            }
            if let Some(error) = self.error {
                ui.scope(|ui| {
                    // Not under the buttons behind the field.
                    ui.set_max_width(width);
                    let line = text::rich(error, TextKind::Label, p.danger);
                    let words = ui.add(egui::Label::new(line).wrap());
                    words.widget_info(|| WidgetInfo::labeled(egui::Role::Alert, true, error));
                });
            }
            response
        })
        .inner
    }
}

/// The copy key copies the whole field when nothing in it is selected.
fn copy_all(ui: &Ui, response: &Response, value: &str) {
    let asked = response.has_focus()
        && ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy)));
    if asked && !value.is_empty() {
        let state = TextEdit::load_state(ui.ctx(), response.id);
        let selected =
            state.and_then(|state| state.cursor.char_range()).is_some_and(|range| !range.is_empty());
        if !selected {
            ui.ctx().copy_text(value.to_owned());
        }
    }
}

/// How long a copied field says so, in seconds.
const COPIED_SECONDS: f64 = 1.2;

/// The copy button at the right end of a field, for the pointer only: with the keyboard the copy key does the same,
/// and Tab goes from field to field.
fn copy_mark(ui: &Ui, response: &Response, value: &str, name: &str) {
    let at = response.id.with("copied");
    let now = ui.input(|input| input.time);
    let copied = ui.data(|data| data.get_temp::<f64>(at)).is_some_and(|then| now - then < COPIED_SECONDS);
    if !ui.is_enabled() || !(copied || ui.rect_contains_pointer(response.rect)) {
        return;
    }
    let p = Palette::of(ui);
    let centre = pos2(response.rect.right() - 14.0, response.rect.top() + 14.0);
    let rect = egui::Rect::from_center_size(centre, Vec2::splat(24.0));
    let button = ui.interact(rect, response.id.with("copy"), Sense::CLICK);
    button.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name));
    let fill = if button.hovered() { p.pressed } else { p.hover };
    ui.painter().rect_filled(rect.shrink(1.0), 6, fill);
    let icon = if copied { icons::CHECK } else { icons::COPY };
    paint_icon(ui.painter(), rect.center(), icon, Weight::Regular, 15.0, p.text2);
    if copied {
        ui.ctx().request_repaint_after_secs(COPIED_SECONDS as f32);
    }
    if button.clicked() {
        ui.ctx().copy_text(value.to_owned());
        ui.data_mut(|data| data.insert_temp(at, now));
    }
    crate::gui::widgets::tip(button, name, None);
}

/// A button with a caret that offers values for the field beside it; returns the chosen one.
pub fn suggestions<'a>(ui: &mut Ui, name: &str, choices: &[&'a str], present: &str) -> Option<&'a str> {
    let mut chosen = None;
    let open = tool(ui, icons::CARET_DOWN, name);
    egui::Popup::menu(&open).show(|ui| {
        for choice in choices {
            let item = crate::gui::widgets::MenuItem::new(choice).checked(*choice == present);
            if ui.add(item).clicked() {
                chosen = Some(*choice);
            }
        }
    });
    chosen
}

/// Two columns of the same width; `add` is called for the left one with true, then for the right one.
pub fn two(ui: &mut Ui, mut add: impl FnMut(&mut Ui, bool)) {
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            add(left, true);
            add(right, false);
        }
    });
}

/// A heading of a section with an optional action at the right; returns whether that was pressed.
pub fn section(ui: &mut Ui, title: &str, action: Option<(&str, &str)>) -> bool {
    let p = Palette::of(ui);
    let mut pressed = false;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 26.0),
        egui::Layout::right_to_left(egui::Align::Center),
        |ui| {
            if let Some((icon, label)) = action {
                pressed = link(ui, icon, label).clicked();
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let label = ui.add(egui::Label::new(text::rich(title, TextKind::Label, p.text2)).truncate());
                label.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, title));
            });
        },
    );
    pressed
}

/// A word that can be pressed, with an icon before it.
pub fn link(ui: &mut Ui, icon: &str, label: &str) -> Response {
    let p = Palette::of(ui);
    let room = (ui.available_width() - 24.0).max(30.0);
    let line = text::line(ui.painter(), label, TextKind::Button, p.ai_text, room);
    let lead = if icon.is_empty() { 4.0 } else { 20.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(line.size().x + lead + 4.0, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), label));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6, p.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6, Stroke::new(2.0, p.ai), StrokeKind::Inside);
    }
    if !icon.is_empty() {
        let at = pos2(rect.left() + 10.0, rect.center().y);
        paint_icon(ui.painter(), at, icon, Weight::Bold, 13.0, p.ai_text);
    }
    let at = pos2(rect.left() + lead, rect.center().y - line.size().y / 2.0);
    ui.painter().galley(at, line, p.ai_text);
    response
}

/// A small word with a caret that opens a menu.
pub fn menu_word(ui: &mut Ui, name: &str, shown: &str, width: f32) -> Response {
    let p = Palette::of(ui);
    let line = text::line(ui.painter(), shown, TextKind::Label, p.text2, (width - 22.0).max(20.0));
    // As high as the fields and small buttons beside it.
    let size = vec2(line.size().x + 24.0, ButtonSize::Small.height());
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), format!("{name}, {shown}")));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 6, p.hover);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 6, Stroke::new(2.0, p.ai), StrokeKind::Inside);
    }
    ui.painter().galley(pos2(rect.left() + 6.0, rect.center().y - line.size().y / 2.0), line, p.text2);
    let caret = pos2(rect.right() - 9.0, rect.center().y);
    paint_icon(ui.painter(), caret, icons::CARET_DOWN, Weight::Bold, 10.0, p.text3);
    response
}

/// A small square button of a row.
pub fn tool(ui: &mut Ui, icon: &str, name: &str) -> Response {
    ui.add(IconButton::new(icon, name).size(ButtonSize::Small))
}

/// A hairline across.
pub fn hairline(ui: &mut Ui) {
    let p = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, p.line));
}

/// A quiet sentence where nothing is yet.
pub fn invite(ui: &mut Ui, words: &str) {
    let p = Palette::of(ui);
    ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text3)).wrap());
}

/// The frame of a tinted box.
pub fn tinted<R>(ui: &mut Ui, fill: egui::Color32, add: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(radius::CONTROL + 2))
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
        .inner
}

/// What a value of a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A phone number.
    Phone,
    /// A mail address.
    Mail,
    /// A web address.
    Link,
    /// Anything.
    Free,
}

/// Returns what is wrong with a typed value; `None` when it may be kept. An empty value is not wrong.
pub fn problem<'a>(format: Format, value: &str, texts: &'a Texts) -> Option<&'a str> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    match format {
        Format::Free => None,
        Format::Mail => {
            let Some((local, domain)) = value.split_once('@') else {
                return Some(texts.inspector_mail_needs_at());
            };
            if local.is_empty() {
                Some(texts.inspector_mail_needs_name())
            } else if value.chars().any(char::is_whitespace) || domain.contains('@') {
                Some(texts.inspector_mail_one_address())
            } else if !is_domain(domain) {
                Some(texts.inspector_mail_needs_domain())
            } else {
                None
            }
        }
        Format::Phone => {
            let digits = value.chars().filter(|character| character.is_numeric()).count();
            (digits < 3 || value.contains('@')).then(|| texts.inspector_phone_needs_digits())
        }
        Format::Link => {
            let rest = match value.split_once("://") {
                Some((scheme, rest))
                    if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http") =>
                {
                    rest
                }
                Some(_) => return Some(texts.inspector_link_needs_web()),
                None => value,
            };
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            let host = host.split(':').next().unwrap_or_default();
            (value.chars().any(char::is_whitespace) || !is_domain(host))
                .then(|| texts.inspector_link_needs_domain())
        }
    }
}

fn is_domain(text: &str) -> bool {
    text.split('.').count() >= 2
        && text.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|character| character.is_alphanumeric() || character == '-')
        })
}

/// Returns the address that the system opens for a value; `None` when it cannot be opened.
pub fn link_of(format: Format, value: &str, texts: &Texts) -> Option<String> {
    let value = value.trim();
    if value.is_empty() || problem(format, value, texts).is_some() {
        return None;
    }
    match format {
        Format::Mail => Some(super::super::mail_link(value)),
        Format::Phone => {
            let digits = value.chars().filter_map(|character| match character {
                '+' | '＋' => Some('+'),
                _ => fullwidth_digit(character),
            });
            Some(format!("tel:{}", digits.collect::<String>()))
        }
        Format::Link if value.contains("://") => Some(value.to_owned()),
        Format::Link => Some(format!("https://{value}")),
        Format::Free => None,
    }
}

fn fullwidth_digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '０'..='９' => char::from_digit(u32::from(character) - u32::from('０'), 10),
        _ => None,
    }
}

/// Returns the map address of a postal address (RFC 5870 with a query).
pub fn map_link(address: &Address) -> Option<String> {
    let line = address_line(address);
    if line.is_empty() {
        return None;
    }
    let mut link = String::from("geo:0,0?q=");
    for byte in line.bytes() {
        if byte.is_ascii_alphanumeric() {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(link)
}

/// Returns the page of a web map on which a postal address is searched: opened in the browser, on demand only.
pub fn web_map_link(address: &Address) -> Option<String> {
    let geo = map_link(address)?;
    Some(geo.replacen("geo:0,0?q=", "https://www.openstreetmap.org/search?query=", 1))
}

/// Returns a postal address in one line.
pub fn address_line(address: &Address) -> String {
    let parts = [&address.street, &address.postal_code, &address.city, &address.region, &address.country];
    let parts: Vec<&str> =
        parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    parts.join(", ").replace('\n', ", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Locale;

    #[test]
    fn a_refused_value_says_why() {
        let texts = Texts::new(Locale::En);
        for good in ["", "a@example.com", "müller@straße.de", "a.b+c@sub.example.co.jp"] {
            assert_eq!(problem(Format::Mail, good, &texts), None, "{good}");
        }
        for bad in ["a", "@example.com", "a@", "a@example", "a@b@c.de", "a b@c.de", "a@.de", "a@c..de"] {
            assert!(problem(Format::Mail, bad, &texts).is_some(), "{bad}");
        }
        for good in ["+49 30 1234", "110", "０３-１２３４-５６７８", "1-800-FLOWERS", "03 (12) 34 ext. 5"]
        {
            assert_eq!(problem(Format::Phone, good, &texts), None, "{good}");
        }
        for bad in ["ask at the desk", "12", "0301234@x"] {
            assert!(problem(Format::Phone, bad, &texts).is_some(), "{bad}");
        }
        for good in ["example.com", "https://example.com/a?b#c", "http://example.com:8080"] {
            assert_eq!(problem(Format::Link, good, &texts), None, "{good}");
        }
        for bad in ["example", "file:///etc/passwd", "javascript:alert(1)", "a b.com"] {
            assert!(problem(Format::Link, bad, &texts).is_some(), "{bad}");
        }
    }

    #[test]
    fn what_is_opened_is_safe() {
        let texts = Texts::new(Locale::En);
        let phone = link_of(Format::Phone, "＋４９ (30) 12-34", &texts);
        assert_eq!(phone.as_deref(), Some("tel:+49301234"));
        assert_eq!(link_of(Format::Link, "example.com", &texts).as_deref(), Some("https://example.com"));
        assert_eq!(link_of(Format::Link, "file:///etc/passwd", &texts), None);
        assert_eq!(link_of(Format::Mail, "nobody", &texts), None);
        let address = Address { city: "Jena & more".to_owned(), ..Address::default() };
        let map = map_link(&address).unwrap();
        assert_eq!(map, "geo:0,0?q=Jena%20%26%20more");
        assert!(crate::gui::platform::is_safe_link(&map));
        assert!(crate::gui::platform::is_safe_link(&web_map_link(&address).unwrap()));
    }
}
