//! Language, look, the owner, the book.
//!
//! Owns what is being typed into the fields. Must not know where settings are kept (`gui::settings`)
//! or how a book is saved (`store`). Start reading at [`SettingsView`].

use eframe::egui::{self, Align, Layout, Sense, Ui, UiBuilder, pos2, vec2};

use crate::edit::Edit;
use crate::gui::command::{Action, Command, Sheet};
use crate::gui::ctx::{Cached, ViewCtx};
use crate::gui::settings::{MotionChoice, Settings, ThemeChoice};
use crate::gui::theme::{Palette, TextKind, Weight, icons, sizes, space, text};
use crate::gui::widgets::{
    Button, ButtonSize, IconButton, TextField, box_frame, paint_icon, section_header, segmented,
};
use crate::model::{Circle, Id, Labelled, Owner, PersonName};
use crate::store::SaveState;
use crate::text::Locale;

/// Widest column, in points.
const WIDEST: f32 = 720.0;

/// Language, look, the book.
#[derive(Default)]
pub struct SettingsView {
    name: Typed,
    email: Typed,
    organization: Typed,
    rules: super::settings_rules::RuleSettings,
    reminders: super::settings_reminders::ReminderFields,
    circles: Cached<(u64, Locale), Vec<CircleLine>>,
}

/// A circle as its row shows it.
struct CircleLine {
    id: Id<Circle>,
    colour: usize,
    name: String,
    count: String,
    edit: String,
}

/// A text that is typed: the user's while the field has the keyboard, the book's otherwise.
#[derive(Default)]
pub(super) struct Typed {
    pub text: String,
    revision: Option<u64>,
    focused: bool,
}

impl Typed {
    /// What stands in the field.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether the text is not what the field wants; it stays there until it is put right.
    pub fn is_refused(&self, accepts: fn(&str) -> bool) -> bool {
        self.revision.is_some() && !accepts(&self.text)
    }

    /// Shows the field; returns whether the text was changed to one that `accepts` takes.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        field: TextField<'_>,
        revision: u64,
        accepts: fn(&str) -> bool,
        of_book: impl FnOnce() -> String,
    ) -> bool {
        if !self.focused && self.revision != Some(revision) && !self.is_refused(accepts) {
            self.text = of_book();
            self.revision = Some(revision);
        }
        let response = field.show(ui, &mut self.text);
        self.focused = response.has_focus();
        response.changed() && accepts(&self.text)
    }
}

impl SettingsView {
    /// Draws the view.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui) {
        let p = Palette::of(ui);
        egui::ScrollArea::vertical().id_salt("settings").auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            let all = ui.available_rect_before_wrap();
            let width = (all.width() - 2.0 * space::PAGE).min(WIDEST);
            let left = all.left() + (all.width() - width) / 2.0;
            let rect = egui::Rect::from_min_size(pos2(left, all.top() + 18.0), vec2(width, f32::INFINITY));
            let mut page = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
            let column = &mut page;
            column.spacing_mut().item_spacing = vec2(space::S, space::S);
            column.label(text::rich(ctx.texts.settings_title(), TextKind::Display, p.text));
            column.add_space(space::S);
            section(column, |ui| look_ui(ctx, ui));
            section(column, |ui| super::settings_calendar::calendar_ui(ctx, ui));
            section(column, |ui| super::settings_pictures::pictures_ui(ctx, ui));
            section(column, |ui| super::settings_pictures::human_ui(ctx, ui));
            section(column, |ui| self.reminders.ui(ctx, ui));
            section(column, |ui| super::settings_reminders::calendar_ui(ctx, ui));
            section(column, |ui| self.you_ui(ctx, ui));
            section(column, |ui| book_ui(ctx, ui));
            section(column, |ui| self.rules.ui(ctx, ui));
            section(column, |ui| super::settings_words::ui(ctx, ui));
            if ctx.path.is_some() && ctx.save.is_some() {
                section(column, |ui| super::settings_safety::safety_ui(ctx, ui));
            }
            section(column, |ui| super::settings_safety::tidy_ui(ctx, ui));
            section(column, |ui| self.circles_ui(ctx, ui));
            if ctx.book.header.is_demo {
                section(column, |ui| demo_ui(ctx, ui));
            }
            section(column, |ui| help_ui(ctx, ui));
            let used = page.min_rect();
            ui.allocate_rect(used, Sense::hover());
            ui.add_space(space::PAGE);
        });
    }

    fn you_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let texts = ctx.texts;
        section_header(ui, texts.settings_you(), None);
        hint(ui, texts.settings_you_hint());
        let owner = &ctx.book.header.owner;
        let (revision, mut changed) = (ctx.revision, None::<Owner>);
        let input = field("name", texts.settings_your_name());
        if self.name.show(ui, input, revision, |_| true, || owner.name.display("")) {
            let typed = PersonName::parse(self.name.text.trim());
            let name = PersonName { family: typed.family, given: typed.given, ..owner.name.clone() };
            changed = Some(Owner { name, ..owner.clone() });
        }
        let error = self.email.is_refused(is_address).then_some(texts.settings_email_invalid());
        let input = field("email", texts.settings_your_email()).hint("name@example.com").error(error);
        let first = || owner.emails.first().map(|email| email.value.clone()).unwrap_or_default();
        if self.email.show(ui, input, revision, is_address, first) {
            let mut emails = owner.emails.clone();
            let address = self.email.text.trim();
            match emails.first_mut() {
                Some(_) if address.is_empty() => {
                    emails.remove(0);
                }
                Some(first) => address.clone_into(&mut first.value),
                None if address.is_empty() => {}
                None => emails.push(Labelled::new("work", address)),
            }
            changed = Some(Owner { emails, ..owner.clone() });
        }
        let input = field("organization", texts.settings_your_organization());
        if self.organization.show(ui, input, revision, |_| true, || owner.organization.clone()) {
            let organization = self.organization.text.trim().to_owned();
            changed = Some(Owner { organization, ..owner.clone() });
        }
        if let Some(owner) = changed {
            ctx.edit(Edit::SetOwner { owner: Box::new(owner) });
        }
    }

    fn circles_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        ui.horizontal(|ui| {
            section_header(ui, texts.settings_circles(), None);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ctx
                    .add_writing(ui, Button::new(texts.app_circles_add()).icon(icons::PLUS).small())
                    .clicked()
                {
                    ctx.open(Sheet::Circle(None));
                }
            });
        });
        hint(ui, texts.settings_circles_hint());
        let view: &ViewCtx<'_> = ctx;
        let key = (ctx.revision, texts.locale());
        for line in self.circles.get(key, |_| circle_lines(view)) {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(16.0, 28.0), Sense::hover());
                ui.painter().circle_filled(rect.center(), 5.0, p.circle(line.colour).0);
                ui.label(text::rich(&line.name, TextKind::Body, p.text));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let edit = IconButton::new(icons::PENCIL_SIMPLE_LINE, &line.edit).size(ButtonSize::Small);
                    if ui.add(edit).clicked() {
                        ctx.open(Sheet::Circle(Some(line.id)));
                    }
                    ui.label(text::rich(&line.count, TextKind::Body, p.text3));
                });
            });
        }
    }
}

/// A field with an id of its own: what appears above it must not take the keyboard away.
pub(super) fn field<'a>(id: &'static str, label: &'a str) -> TextField<'a> {
    TextField::new(label).id(egui::Id::unique(("settings", id)))
}

fn circle_lines(ctx: &ViewCtx<'_>) -> Vec<CircleLine> {
    let mut circles: Vec<_> = ctx.book.circles.values().collect();
    circles.sort_by_key(|circle| (circle.order, circle.id));
    let line = |circle: &Circle| CircleLine {
        id: circle.id,
        colour: usize::from(circle.colour),
        name: circle.name.clone(),
        count: ctx.texts.common_people(ctx.index.links.circle(circle.id).len() as i64),
        edit: ctx.texts.settings_edit_circle(&circle.name),
    };
    circles.into_iter().map(|circle| line(circle)).collect()
}

fn section(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    box_frame(ui, |ui| {
        ui.set_width(ui.available_width());
        add(ui);
    });
    ui.add_space(space::XXS);
}

pub(super) fn hint(ui: &mut Ui, words: &str) {
    let p = Palette::of(ui);
    ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
}

fn open_other_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    if ui.add(Button::new(ctx.texts.settings_open_other())).clicked() {
        ctx.ask(Command::Do(Action::OpenBook));
    }
}

/// A choice with its name on the left; returns what was chosen anew.
pub(super) fn choice(ui: &mut Ui, name: &str, labels: &[&str], selected: usize) -> Option<usize> {
    let p = Palette::of(ui);
    let mut chosen = selected;
    let mut changed = false;
    let row = vec2(ui.available_width(), sizes::BUTTON);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.label(text::rich(name, TextKind::Body, p.text));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            changed = segmented(ui, name, labels, &mut chosen).changed();
        });
    });
    changed.then_some(chosen)
}

fn look_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.settings_look(), None);
    let old = ctx.settings;
    let mut new = Settings::clone(old);
    let languages: [&str; 4] =
        [texts.settings_system(), Locale::En.name(), Locale::Ja.name(), Locale::De.name()];
    let tags = ["", Locale::En.tag(), Locale::Ja.tag(), Locale::De.tag()];
    let selected = tags.iter().position(|tag| *tag == old.language).unwrap_or(0);
    if let Some(chosen) = choice(ui, texts.settings_language(), &languages, selected) {
        tags[chosen].clone_into(&mut new.language);
    }
    let themes = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
    let labels = [texts.settings_system(), texts.settings_light(), texts.settings_dark()];
    let selected = themes.iter().position(|theme| *theme == old.theme).unwrap_or(0);
    if let Some(chosen) = choice(ui, texts.settings_theme(), &labels, selected) {
        new.theme = themes[chosen];
    }
    // No system that egui runs on tells its choice of motion: `System` is the same as full.
    let labels = [texts.settings_motion_full(), texts.settings_motion_reduced()];
    let selected = usize::from(old.motion == MotionChoice::Reduced);
    if let Some(chosen) = choice(ui, texts.settings_motion(), &labels, selected) {
        new.motion = [MotionChoice::Full, MotionChoice::Reduced][chosen];
    }
    hint(ui, texts.settings_motion_hint());
    let labels = [texts.settings_small(), texts.settings_medium(), texts.settings_large()];
    // A size between the three is none of them.
    let selected = if old.card_width.is_some() { usize::MAX } else { usize::from(old.card_size).min(2) };
    if let Some(chosen) = choice(ui, texts.settings_card_size(), &labels, selected) {
        new.card_size = chosen as u8;
        new.card_width = None;
    }
    if new != *old {
        ctx.ask(Command::Settings(new));
    }
}

fn book_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    section_header(ui, texts.settings_book(), None);
    match ctx.path.map(|path| path.display().to_string()) {
        None => hint(ui, texts.settings_no_file()),
        Some(path) => {
            ui.add(egui::Label::new(text::rich(&path, TextKind::Body, p.text2)).wrap());
            let (icon, words, ink) = match ctx.save.map(|save| &save.state) {
                _ if !ctx.writable => (icons::LOCK_SIMPLE, texts.safety_read_only(), p.ai_text),
                Some(SaveState::Failed(_)) => (icons::WARNING_CIRCLE, texts.app_not_saved(), p.danger),
                Some(SaveState::Waiting | SaveState::Saving) => {
                    (icons::CIRCLE_NOTCH, texts.app_saving(), p.text2)
                }
                Some(SaveState::Saved) | None => (icons::CHECK_CIRCLE, texts.app_saved(), p.ok),
            };
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(16.0, 19.0), Sense::hover());
                paint_icon(ui.painter(), rect.center(), icon, Weight::Regular, 16.0, ink);
                ui.label(text::rich(words, TextKind::Body, ink));
            });
            if let Some(SaveState::Failed(error)) = ctx.save.map(|save| &save.state) {
                ui.add(egui::Label::new(text::rich(&error.text(texts), TextKind::Body, p.danger)).wrap());
            }
            ui.horizontal_wrapped(|ui| {
                if ui.add(Button::new(texts.settings_copy_path()).icon(icons::COPY)).clicked() {
                    ctx.ask(Command::Copy(path.clone()));
                }
                open_other_ui(ctx, ui);
                if matches!(ctx.save.map(|save| &save.state), Some(SaveState::Failed(_)))
                    && ui.add(Button::primary(texts.app_save_again())).clicked()
                {
                    ctx.ask(Command::Do(Action::Save));
                }
            });
        }
    }
    if ctx.path.is_none() {
        open_other_ui(ctx, ui);
    }
}

fn demo_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.settings_demo(), None);
    hint(ui, texts.settings_demo_body());
    if ctx.add_writing(ui, Button::new(texts.settings_demo_remove()).icon(icons::TRASH).danger()).clicked() {
        ctx.edit(Edit::ClearDemo);
    }
}

fn help_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let texts = ctx.texts;
    section_header(ui, texts.settings_help(), None);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::new(texts.app_shortcuts())).clicked() {
            ctx.ask(Command::Do(Action::Shortcuts));
        }
        if ui.add(Button::new(texts.app_about())).clicked() {
            ctx.open(Sheet::About);
        }
    });
}

/// Whether a text can be an e-mail address, or is empty. No more is known without asking its server.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || text.split_once('@').is_some_and(|(local, domain)| {
            let plain =
                |part: &str| !part.is_empty() && !part.contains(|c: char| c == '@' || c.is_whitespace());
            plain(local)
                && plain(domain)
                && domain.contains('.')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_at_sign() {
        for good in ["", "mina@example.com", "m.s+x@mail.example.de"] {
            assert!(is_address(good), "{good}");
        }
        for bad in ["mina", "mina@", "@example.com", "a@b@c.de", "a b@c.de", "a@.de", "a@de."] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
