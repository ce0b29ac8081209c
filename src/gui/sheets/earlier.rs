//! Earlier states of the book: which there are, who was different then, and taking one person or all of it back.
//!
//! Owns which person is looked at and what is searched. What was read of a state is kept by `gui::safety`. Start
//! reading at [`EarlierSheet`].

use std::sync::Arc;

use eframe::egui::{self, Align, Key, Layout, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Next, SheetUi};
use crate::edit::{ContactDifference as Differs, DifferenceKind as How, Edit, OtherDifferences, TakeBack};
use crate::gui::command::Command;
use crate::gui::ctx::{Cached, Same, ViewCtx};
use crate::gui::safety::facts::{Compared, compare};
use crate::gui::safety::{Ask, Differs as AllDiffers, Shown, when};
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::views::people::tidy;
use crate::gui::widgets::{Button, EmptyState, SearchField, list_frame, paint_icon, ring};
use crate::model::{Book, Contact, Id};
use crate::store::Backup;
use crate::text::{Locale, Texts};

/// Width of the list of states.
const LIST: f32 = 268.0;

/// Earlier states of the book.
#[derive(Default)]
pub struct EarlierSheet {
    /// The folder was looked at.
    looked: bool,
    people: People,
}

impl SheetUi for EarlierSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.safety_earlier_title().to_owned()
    }

    fn width(&self) -> f32 {
        980.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        if !std::mem::replace(&mut self.looked, true) {
            ctx.ask(Ask::Look.into());
        }
        let height = (ui.ctx().content_rect().height() - 170.0).clamp(240.0, 560.0);
        if ctx.safety.backups.is_empty() {
            ui.add_space(space::XXXL);
            EmptyState::new(icons::CLOCK, texts.safety_earlier_none(), texts.safety_earlier_none_more())
                .show(ui);
            ui.add_space(space::XXXL);
            return Next::Stay;
        }
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let left = egui::Rect::from_min_size(rect.min, vec2(LIST, height));
        let right = egui::Rect::from_min_max(pos2(left.right() + space::XXL, rect.top()), rect.max);
        let mut list = ui.new_child(UiBuilder::new().max_rect(left).layout(Layout::top_down(Align::Min)));
        list_ui(ctx, &mut list);
        let mut side = ui.new_child(UiBuilder::new().max_rect(right).layout(Layout::top_down(Align::Min)));
        self.side_ui(ctx, &mut side);
        Next::Stay
    }
}

impl EarlierSheet {
    fn side_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let safety = ctx.safety;
        let Some(shown) = &safety.earlier.shown else {
            ui.add_space(ui.available_height() * 0.3);
            let words = texts.safety_earlier_choose();
            ui.vertical_centered(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::hover());
                paint_icon(ui.painter(), rect.center(), icons::CLOCK, Weight::Regular, 24.0, p.text2);
                ui.add(egui::Label::new(text::rich(words, TextKind::Body, p.text2)).wrap());
            });
            return;
        };
        match (&shown.book, &shown.differs) {
            (Some(Err(reason)), _) => {
                ui.add_space(space::XXL);
                EmptyState::new(icons::WARNING_CIRCLE, texts.safety_earlier_unreadable(), reason).show(ui);
            }
            (Some(Ok(then)), Some((revision, differs))) => {
                if *revision != ctx.revision {
                    ctx.ask(Ask::Compare.into());
                }
                self.read_ui(ctx, ui, shown, then, differs);
            }
            _ => {
                ui.add_space(ui.available_height() * 0.3);
                ui.vertical_centered(|ui| {
                    ring(ui, 28.0, None, p.ai, texts.safety_earlier_reading());
                    ui.label(text::rich(texts.safety_earlier_reading(), TextKind::Body, p.text2));
                });
                ui.ctx().request_repaint_after_secs(0.1);
            }
        }
    }

    fn read_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut Ui,
        shown: &Shown,
        then: &Arc<Book>,
        differs: &AllDiffers,
    ) {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let foot = 58.0;
        let room = ui.available_height() - foot;
        ui.allocate_ui(vec2(ui.available_width(), room), |ui| {
            ui.set_min_height(room);
            let others = &differs.others;
            if !others.is_empty() {
                let words = others_in_words(texts, others);
                ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
                ui.add_space(space::XXS);
            }
            let taken = self.people.ui(ctx, ui, then, differs, true);
            if let Some(contact) = taken {
                let from = Box::new(Book::clone(then));
                ctx.edit(Edit::TakeBack { from, what: TakeBack::Contact(contact) });
            }
        });
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), egui::Stroke::new(1.0, p.line));
        let row = vec2(ui.available_width(), foot);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let all = Button::new(texts.safety_earlier_take_all()).icon(icons::ARROW_U_UP_LEFT);
            let can = ctx.writable && !differs_in_nothing(ctx.book, then);
            let all = ui.add_enabled(can, all);
            if all.clicked() {
                let from = Box::new(Book::clone(then));
                ctx.edit(Edit::TakeBack { from, what: TakeBack::Everything });
            }
            ui.add_space(space::S);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let backups = &ctx.safety.backups;
                let at = backups.iter().position(|backup| backup.path == shown.backup.path);
                let when = match at {
                    Some(at) => when::moment_among(texts, backups, at, ctx.today),
                    None => when::moment(texts, shown.backup.saved_at, ctx.today),
                };
                let words = format!("{when}. {}", texts.safety_earlier_take_all_more());
                ui.add(egui::Label::new(text::rich(&words, TextKind::Small, p.text2)).wrap());
            });
        });
    }
}

/// What else differs, in one line: "Also different: 3 cards · 1 event".
fn others_in_words(texts: &Texts, others: &OtherDifferences) -> String {
    let counts = [
        (others.cards, texts.common_cards(others.cards as i64)),
        (others.events, texts.common_events(others.events as i64)),
        (others.organizations, texts.safety_earlier_companies(others.organizations as i64)),
        (others.circles, texts.safety_earlier_circles(others.circles as i64)),
        (others.more, texts.safety_earlier_entries(others.more as i64)),
    ];
    let named: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    texts.safety_earlier_others(&named.join(" · "))
}

/// Whether two states have the same records.
fn differs_in_nothing(now: &Book, then: &Book) -> bool {
    now.header.id == then.header.id && now == then
}

fn list_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui) {
    let p = Palette::of(ui);
    list_frame(p).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        egui::ScrollArea::vertical().id_salt("earlier states").auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.spacing_mut().item_spacing.y = 2.0;
            let safety = ctx.safety;
            for (at, backup) in safety.backups.iter().enumerate() {
                state_ui(ctx, ui, at, backup);
            }
        });
    });
}

fn state_ui(ctx: &mut ViewCtx<'_>, ui: &mut Ui, at: usize, backup: &Backup) {
    let p = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 46.0), Sense::click());
    if !ui.is_rect_visible(rect) {
        return;
    }
    if !ctx.safety.earlier.people.contains_key(&backup.path) {
        ctx.ask(Ask::Count(backup.clone()).into());
    }
    let on = ctx.safety.earlier.shown.as_ref().is_some_and(|shown| shown.backup.path == backup.path);
    let when = when::moment_among(ctx.texts, &ctx.safety.backups, at, ctx.today);
    let (facts, opens) = when::facts(ctx, backup);
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::ListBoxOption, ui.is_enabled(), on, format!("{when}, {facts}"))
    });
    let fill = if on {
        p.ai_soft
    } else if response.hovered() {
        p.hover
    } else {
        egui::Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, radius::CONTROL, fill);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            radius::CONTROL,
            egui::Stroke::new(2.0, p.ai),
            egui::StrokeKind::Inside,
        );
        let by: isize = ui.input_mut(|input| {
            let key = |input: &mut egui::InputState, key| input.consume_key(egui::Modifiers::NONE, key);
            isize::from(key(input, Key::ArrowDown)) - isize::from(key(input, Key::ArrowUp))
        });
        let to = at.checked_add_signed(by).and_then(|to| ctx.safety.backups.get(to));
        if let Some(to) = to.filter(|_| by != 0) {
            ctx.ask(Ask::Read(to.clone()).into());
            let step = if by > 0 { egui::FocusDirection::Next } else { egui::FocusDirection::Previous };
            ui.memory_mut(|memory| memory.move_focus(step));
        }
    }
    let painter = ui.painter();
    let ink = if opens { p.text2 } else { p.danger };
    let first = text::line(painter, &when, TextKind::Strong, p.text, rect.width() - 20.0);
    let second = text::line(painter, &facts, TextKind::Small, ink, rect.width() - 20.0);
    painter.galley(pos2(rect.left() + 10.0, rect.top() + 5.0), first, p.text);
    painter.galley(pos2(rect.left() + 10.0, rect.top() + 25.0), second, ink);
    if response.clicked() && !on {
        ctx.ask(Ask::Read(backup.clone()).into());
    }
}

/// On what the details of a person rest: the earlier state, the present one, the person, the language.
type DetailsKey = (Same<Book>, u64, Id<Contact>, Locale);

/// People who differ between two states, with what differs about the one that is looked at.
#[derive(Default)]
pub(super) struct People {
    query: String,
    open: Option<Id<Contact>>,
    lines: Cached<(Same<Vec<Differs>>, String), Vec<Differs>>,
    details: Cached<DetailsKey, Vec<Compared>>,
}

impl People {
    /// Draws the list; returns whom the user wants to take back.
    pub(super) fn ui(
        &mut self,
        ctx: &ViewCtx<'_>,
        ui: &mut Ui,
        then: &Arc<Book>,
        AllDiffers { people: differs, others }: &AllDiffers,
        can_take_back: bool,
    ) -> Option<Id<Contact>> {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        if differs.is_empty() {
            ui.add_space(ui.available_height() * 0.3);
            let (icon, title, more) = if others.is_empty() {
                (icons::CHECK_CIRCLE, texts.safety_earlier_same(), texts.safety_earlier_same_more())
            } else {
                (icons::CLOCK, texts.safety_earlier_same_people(), texts.safety_earlier_same_people_more())
            };
            EmptyState::new(icon, title, more).show(ui);
            return None;
        }
        if differs.len() > 6 {
            let (name, clear) = (texts.safety_earlier_search(), texts.app_search_clear());
            SearchField::new(name, name, clear, ui.available_width()).show(ui, &mut self.query);
            ui.add_space(space::XXS);
        }
        let key = (Same(Arc::clone(differs)), self.query.to_lowercase());
        let lines = self.lines.get(key, |(_, query)| {
            let fits = |one: &&Differs| one.name.to_lowercase().contains(query.trim());
            differs.iter().filter(fits).cloned().collect()
        });
        if lines.is_empty() {
            ui.label(text::rich(texts.safety_earlier_not_found(), TextKind::Body, p.text2));
            return None;
        }
        let mut taken = None;
        egui::ScrollArea::vertical().id_salt("who differs").auto_shrink(false).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_width(ui.available_width() - 12.0);
            let mut last = None;
            for line in lines {
                if last != Some(line.kind) {
                    last = Some(line.kind);
                    heading_ui(ui, texts, line.kind, lines);
                }
                let on = self.open == Some(line.contact);
                let (pressed, take) = person_ui(ctx, ui, line, on, can_take_back);
                if pressed {
                    self.open = (!on).then_some(line.contact);
                }
                if take {
                    taken = Some(line.contact);
                }
                if on {
                    let key = (Same(Arc::clone(then)), ctx.revision, line.contact, texts.locale());
                    let book = ctx.book;
                    let details = self.details.get(key, |_| compare(then, book, line.contact, texts));
                    details_ui(ui, texts, details, line.kind);
                }
            }
        });
        taken
    }
}

fn heading_ui(ui: &mut Ui, texts: &Texts, how: How, lines: &[Differs]) {
    let p = Palette::of(ui);
    let words = match how {
        How::Changed => texts.safety_earlier_changed(),
        How::OnlyThen => texts.safety_earlier_only_then(),
        How::OnlyNow => texts.safety_earlier_only_now(),
    };
    let count = lines.iter().filter(|line| line.kind == how).count();
    let words = format!("{words} · {}", texts.locale().number(count as i64));
    ui.add_space(space::XS);
    let label = ui.label(text::rich(&words, TextKind::Label, p.text3));
    label.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &words));
}

/// A row with the name; returns whether it was opened or closed, and whether the person is to be taken back.
fn person_ui(ctx: &ViewCtx<'_>, ui: &mut Ui, line: &Differs, on: bool, can_take_back: bool) -> (bool, bool) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::click());
    let name = tidy(&line.name);
    let name = if name.is_empty() { texts.common_without_name().to_owned() } else { name };
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), on, &name));
    let fill = if on || response.hovered() { p.hover } else { egui::Color32::TRANSPARENT };
    ui.painter().rect_filled(rect, radius::CONTROL, fill);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            radius::CONTROL,
            egui::Stroke::new(2.0, p.ai),
            egui::StrokeKind::Inside,
        );
    }
    let caret = if on { icons::CARET_DOWN } else { icons::CARET_RIGHT };
    paint_icon(ui.painter(), pos2(rect.left() + 16.0, rect.center().y), caret, Weight::Bold, 12.0, p.text2);
    let galley = text::line(ui.painter(), &name, TextKind::Body, p.text, rect.width() - 190.0);
    ui.painter().galley(pos2(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0), galley, p.text);
    let mut take = false;
    if can_take_back && line.kind != How::OnlyNow {
        let mut row = ui.new_child(
            UiBuilder::new()
                .max_rect(rect.shrink2(vec2(5.0, 0.0)))
                .layout(Layout::right_to_left(Align::Center)),
        );
        let button = row.add_enabled(ctx.writable, Button::new(texts.safety_earlier_take_back()).small());
        button.widget_info(|| {
            let name = texts.safety_earlier_take_back_name(&name);
            WidgetInfo::labeled(egui::Role::Button, ctx.writable, name)
        });
        take = button.clicked();
    }
    (response.clicked(), take)
}

fn details_ui(ui: &mut Ui, texts: &Texts, details: &[Compared], how: How) {
    let p = Palette::of(ui);
    let frame = egui::Frame::new()
        .fill(p.panel)
        .stroke(egui::Stroke::new(1.0, p.line))
        .corner_radius(radius::CONTROL)
        .inner_margin(egui::Margin::symmetric(14, 10))
        .outer_margin(egui::Margin { left: 26, right: 0, top: 2, bottom: 8 });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let both = how == How::Changed;
        let columns = if both { 2.0 } else { 1.0 };
        let names = 120.0;
        let width = (ui.available_width() - names - space::L * columns) / columns;
        let row = |ui: &mut Ui, cells: [(&str, TextKind, egui::Color32); 3]| {
            let shown = if both { &cells[..] } else { &cells[..2] };
            let galleys: Vec<_> = shown
                .iter()
                .enumerate()
                .map(|(at, (words, kind, ink))| {
                    let width = if at == 0 { names } else { width };
                    (text::lines(ui.painter(), words, *kind, *ink, width, 12), *ink)
                })
                .collect();
            let height = galleys.iter().map(|(galley, _)| galley.size().y).fold(0.0, f32::max);
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), height + 5.0), Sense::hover());
            let spoken: Vec<&str> = shown.iter().map(|(words, ..)| *words).collect();
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, spoken.join(", ")));
            let mut x = rect.left();
            for (at, (galley, ink)) in galleys.into_iter().enumerate() {
                ui.painter().galley(pos2(x, rect.top()), galley, ink);
                x += if at == 0 { names } else { width } + space::L;
            }
        };
        if both {
            let head = |words| (words, TextKind::Label, p.text3);
            row(ui, [head(""), head(texts.safety_earlier_then()), head(texts.safety_earlier_now())]);
        }
        for detail in details {
            let (then, now) = (detail.then.as_str(), detail.now.as_str());
            // For somebody who is only in one state, that one is told.
            let first = if how == How::OnlyNow { now } else { then };
            row(
                ui,
                [
                    (&detail.field, TextKind::Small, p.text2),
                    (first, TextKind::Body, p.text),
                    (now, TextKind::Body, p.text2),
                ],
            );
        }
    });
}

/// Who differs since another program changed the file.
#[derive(Default)]
pub struct TakenSheet;

impl SheetUi for TakenSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.safety_taken_title().to_owned()
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let mut next = Next::Stay;
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 420.0);
        egui::ScrollArea::vertical()
            .id_salt("taken over")
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                crate::gui::panes::follow_focus(ui);
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.set_width(ui.available_width() - 12.0);
                let safety = ctx.safety;
                let mut last = None;
                for line in &safety.taken {
                    if last != Some(line.kind) {
                        last = Some(line.kind);
                        heading_ui(ui, texts, line.kind, &safety.taken);
                    }
                    if person_ui(ctx, ui, line, false, false).0 && ctx.book.get(line.contact).is_some() {
                        ctx.select(line.contact);
                        if ctx.route == crate::gui::Route::Settings {
                            ctx.ask(Command::Go(crate::gui::Route::Cards));
                        }
                        next = Next::Close;
                    }
                }
            });
        next
    }
}
