//! The lane of what is overdue: pills that can be dragged onto a day, those that find no room in a list, and one button
//! for all of them.

use chrono::NaiveDate;
use eframe::egui::{
    self, Align, CornerRadius, Id, Layout, Margin, Popup, PopupCloseBehavior, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::edit::Edit;
use crate::gui::command::Sheet;
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, Weight, icons, radius, space, text};
use crate::gui::widgets::{Button, ButtonRole, ButtonSize, IconButton, dashed_rect, paint_icon, paint_seal};
use crate::index::SpreadOf;
use crate::model::FollowUpKind;

use super::agenda::{open_thing, thing_menu};
use super::drag::{Drag, paint_source};
use super::items::{self, Filter, Thing};
use super::month::{fill_of, keep_keys, ring};

/// Most pills in the list of those that the lane has no room for.
const MOST: usize = 100;

/// With less room than this for everything but the last button, another one is a glyph: the things come first.
const NARROW: f32 = 420.0;

/// Most room for a name, and least, in points.
const NAME: f32 = 170.0;
const SHORTEST: f32 = 48.0;

/// Width of that list.
const REST: f32 = 300.0;

/// One late follow-up with its words.
#[derive(Debug, Clone)]
pub struct Late {
    thing: Thing,
    kind: FollowUpKind,
    name: String,
    late: String,
    spoken: String,
    due_on: NaiveDate,
}

/// Returns what is overdue, the oldest first; what was only foreseen comes behind what is stored.
pub fn overdue(ctx: &ViewCtx<'_>, filter: Filter) -> Vec<Late> {
    let stored = ctx.index.agenda.overdue(ctx.today).map(|(_, id)| id);
    let stored = stored.filter(|id| items::is_shown(ctx, filter, *id)).map(Thing::FollowUp);
    let foreseen = items::foreseen_late(ctx, filter).into_iter().map(Thing::Foreseen);
    stored
        .chain(foreseen)
        .filter_map(|thing| {
            let follow_up = thing.follow_up(ctx.book)?;
            let due_on = follow_up.due_on;
            let name = items::who(ctx, &follow_up);
            let days = (ctx.today - due_on).num_days();
            let label = follow_up.kind.words(ctx.texts);
            let late = ctx.texts.calendar_late_days(days);
            let words = format!("{name}, {}", ctx.texts.common_days_late(days));
            let mut spoken = ctx.texts.calendar_pill(label, &words);
            if matches!(thing, Thing::Foreseen(_)) {
                spoken = ctx.texts.calendar_pill_foreseen(&spoken);
            }
            Some(Late { thing, kind: follow_up.kind, spoken, name, late, due_on })
        })
        .collect()
}

/// The id of a pill of the lane.
pub fn pill_id(thing: Thing) -> Id {
    Id::unique(("overdue", thing.key()))
}

/// Draws the lane. Returns what began to be dragged, and the thing that has the keyboard.
pub fn overdue_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    late: &[Late],
    drag: Option<&Drag>,
) -> (Option<Drag>, Option<(Thing, NaiveDate)>) {
    let p = Palette::of(ui);
    let (mut begun, mut focused) = (None, None);
    let frame = egui::Frame::new()
        .fill(p.danger_soft)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_height(32.0);
            let (rect, _) = ui.allocate_exact_size(vec2(16.0, 32.0), Sense::hover());
            paint_icon(ui.painter(), rect.center(), icons::WARNING_CIRCLE, Weight::Fill, 17.0, p.danger);
            ui.label(text::rich(ctx.texts.common_overdue(), TextKind::Strong, p.danger));
            ui.add_space(space::S);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ctx.add_writing(ui, Button::new(ctx.texts.calendar_reschedule_all()).small()).clicked() {
                    let follow_ups = late.iter().filter_map(|late| late.thing.source()).collect();
                    ctx.edit(Edit::MoveFollowUps { follow_ups, to: ctx.today });
                }
                // One thing needs no plan.
                let spread = ctx.texts.calendar_spread();
                let spreads = late.len() > 1
                    && if ui.available_width() < NARROW {
                        let icon = IconButton::new(icons::ARROWS_LEFT_RIGHT, spread).size(ButtonSize::Small);
                        ctx.add_writing(ui, icon.role(ButtonRole::Default)).clicked()
                    } else {
                        ctx.add_writing(ui, Button::new(spread).small()).clicked()
                    };
                if spreads {
                    ctx.open(Sheet::Spread(SpreadOf::Overdue));
                }
                if !ctx.compact && ui.available_width() > 520.0 {
                    ui.label(text::rich(ctx.texts.calendar_drag_hint(), TextKind::Small, p.text2));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let (shown, most) = whole(ctx, ui, late);
                    let (shown, rest) = late.split_at(shown);
                    for entry in shown {
                        let (drag, focus) = late_ui(ctx, ui, entry, drag, most);
                        begun = drag.or(begun.take());
                        focused = focus.or(focused);
                    }
                    if rest.is_empty() {
                        return;
                    }
                    let more = ui.add(rest_button(&ctx.texts.calendar_more(rest.len() as i64)));
                    let menu = Popup::menu(&more).width(REST).gap(4.0);
                    menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
                        let (drag, focus) = rest_ui(ctx, ui, rest, drag);
                        if drag.is_some() {
                            // It would lie over the days.
                            ui.close();
                        }
                        begun = drag.or(begun.take());
                        focused = focus.or(focused);
                    });
                });
            });
        });
    });
    (begun, focused)
}

/// Returns how many of the pills find room as a whole, with the button that shows the others, and how wide a name may be
/// for that: in a narrow lane the first one has a shortened name.
fn whole(ctx: &ViewCtx<'_>, ui: &Ui, late: &[Late]) -> (usize, f32) {
    let gap = ui.spacing().item_spacing.x;
    let room = ui.available_width();
    let more = || rest_button(&ctx.texts.calendar_more(late.len() as i64)).width(ui) + gap;
    let (mut end, mut before) = (0.0, 0);
    for (at, one) in late.iter().enumerate() {
        end += pill_size(ui, one, NAME).x + if at > 0 { gap } else { 0.0 };
        if end + more() <= room {
            before = at + 1;
        } else if end > room {
            let Some(first) = late.first().filter(|_| before == 0) else { return (before, NAME) };
            let over = pill_size(ui, first, NAME).x + if late.len() > 1 { more() } else { 0.0 } - room;
            let name = pill_size(ui, first, NAME).x - pill_size(ui, first, 0.0).x - over;
            return if name >= SHORTEST { (1, name) } else { (0, NAME) };
        }
    }
    (late.len(), NAME)
}

/// Shows those for which the lane has no room.
fn rest_button(words: &str) -> Button<'_> {
    Button::ghost(words).small().trailing(icons::CARET_DOWN)
}

/// Those for which the lane has no room, below each other.
fn rest_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    rest: &[Late],
    drag: Option<&Drag>,
) -> (Option<Drag>, Option<(Thing, NaiveDate)>) {
    let (mut begun, mut focused) = (None, None);
    ScrollArea::vertical().max_height(340.0).show(ui, |ui| {
        crate::gui::panes::follow_focus(ui);
        ui.set_min_width(REST - 16.0);
        ui.spacing_mut().item_spacing.y = space::XS;
        for entry in rest.iter().take(MOST) {
            let (drag, focus) = late_ui(ctx, ui, entry, drag, NAME);
            begun = drag.or(begun.take());
            focused = focus.or(focused);
        }
        // Nobody scrolls through thousands; the plan takes all of them.
        let more = rest.len().saturating_sub(MOST);
        if more > 0 {
            let words = ctx.texts.calendar_more(more as i64);
            if ctx.add_writing(ui, Button::ghost(&words).small()).clicked() {
                ctx.open(Sheet::Spread(SpreadOf::Overdue));
                ui.close();
            }
        }
    });
    (begun, focused)
}

/// How large a pill is whose name may be so wide, in points.
fn pill_size(ui: &Ui, late: &Late, name: f32) -> egui::Vec2 {
    let wide = |words: &str, kind, most| {
        text::line(ui.painter(), words, kind, egui::Color32::PLACEHOLDER, most).size().x
    };
    let name = if name > 0.0 { wide(&late.name, TextKind::Strong, name) } else { 0.0 };
    let words = name + 7.0 + wide(&late.late, TextKind::Small, 80.0);
    vec2(32.0 + words + 12.0, 28.0)
}

fn late_ui(
    ctx: &mut ViewCtx<'_>,
    ui: &mut Ui,
    late: &Late,
    drag: Option<&Drag>,
    most: f32,
) -> (Option<Drag>, Option<(Thing, NaiveDate)>) {
    let p = Palette::of(ui);
    let thing = late.thing;
    let name = text::line(ui.painter(), &late.name, TextKind::Strong, p.text, most);
    let days = text::line(ui.painter(), &late.late, TextKind::Small, p.danger, 80.0);
    let (_, rect) = ui.allocate_space(pill_size(ui, late, most));
    if !ui.is_rect_visible(rect) {
        return (None, None);
    }
    let response = ui.interact(rect, pill_id(thing), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &late.spoken));
    let mut painter = ui.painter().clone();
    if drag.is_some_and(|drag| drag.thing == thing) {
        painter.multiply_opacity(0.55);
        paint_source(ui, rect, 14.0);
    } else {
        let fill = fill_of(&response, p.raised, p.hover, p.pressed);
        if matches!(thing, Thing::Foreseen(_)) {
            painter.rect_filled(rect, CornerRadius::same(14), fill);
            dashed_rect(&painter, rect.shrink(0.5), 14.0, Stroke::new(1.0, p.line_strong));
        } else {
            let line = Stroke::new(1.0, p.line);
            painter.rect(rect, CornerRadius::same(14), fill, line, StrokeKind::Inside);
        }
    }
    keep_keys(ui, &response);
    ring(ui, &response, rect, 14);
    let y = rect.center().y;
    paint_seal(&painter, pos2(rect.left() + 15.0, y), 24.0, items::seal(late.kind), p);
    let x = rect.left() + 32.0;
    painter.galley(pos2(x, y - name.size().y / 2.0), name.clone(), p.text);
    painter.galley(pos2(x + name.size().x + 7.0, y - days.size().y / 2.0), days, p.danger);
    if response.clicked() {
        open_thing(ctx, thing);
    }
    response.context_menu(|ui| thing_menu(ctx, ui, thing));
    let begun = (response.drag_started() && ctx.writable).then(|| Drag {
        kind: Some(items::seal(late.kind)),
        name: late.name.clone(),
        ..Drag::new(thing)
    });
    (begun, response.has_focus().then_some((thing, late.due_on)))
}
