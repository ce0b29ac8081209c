//! What stands around every view: the rail, the save mark, toasts, the panel of pictures that come
//! in, the drop overlay, and the pages of a book that is being opened or cannot be.

use std::path::Path;

use eframe::egui::{self, Align, Align2, Area, Layout, Order, Sense, vec2};

use crate::edit::Label;
use crate::index::Counts;
use crate::store::{SaveState, SaveStatus};

use super::app::Stage;
use super::arrivals;
use super::carried::{circle_edit, drop_on};
use super::command::{Action, Command, Route, Sheet};
use super::ctx::{Cached, ViewCtx};
use super::palette::CommandPalette;
use super::panes::{Pane, Panes};
use super::safety::banners::{banners_ui, why_read_only};
use super::safety::{Ask, Leaving, typed_ui};
use super::sheets::Sheets;
use super::take_in::TakeIn;
use super::theme::{Palette, TextKind, Weight, icons, sizes, space, text};
use super::toasts::Toasts;
use super::views::{Views, failed_ui, first_start_ui};
use super::widgets::{Button, IconButton, NavRow, RailRow, lock_fields, paint_icon, ring, toast};

/// What the shell shows besides the view.
pub(super) struct State<'a> {
    pub stage: &'a mut Stage,
    /// The job that reads the book.
    pub opening: Option<crate::jobs::Active>,
    /// Behind a book that does not open there is one that is open.
    pub book_is_open: bool,
    pub leaving: Option<&'a Leaving>,
    pub first_start: bool,
    pub save: Option<SaveStatus>,
    pub path: Option<&'a Path>,
    pub undo: Option<&'a Label>,
    pub redo: Option<&'a Label>,
    pub history: usize,
    /// The review has the whole window.
    pub reviewing: bool,
    /// A sheet lies above the view.
    pub has_sheet: bool,
    /// The job for which the user waits: the demo network that is being made, a network file.
    pub waited: Option<crate::jobs::Active>,
    pub take_in: &'a mut TakeIn,
    pub toasts: &'a mut Toasts,
    pub closing: &'a mut bool,
    pub close_anyway: &'a mut bool,
    pub palette: &'a mut CommandPalette,
}

/// What the rail keeps between frames.
#[derive(Default)]
pub struct Shell {
    rail: Cached<(u64, chrono::NaiveDate, crate::text::Locale), Rail>,
    searches: super::searches::SavedSearches,
    toast_hovered: bool,
    /// How high the lines were when they were drawn last, in points.
    toasts_high: f32,
    /// For this many pixels a point.
    logo: Option<(f32, egui::TextureHandle)>,
    /// The parts of the window between which F6 goes.
    pub(super) panes: Panes,
}

/// Formatted once for each state of the book.
struct Rail {
    counts: [Option<String>; 7],
    due: Option<String>,
    circles: Vec<(crate::model::Id<crate::model::Circle>, usize, String, String)>,
    in_several: Option<String>,
}

impl Rail {
    fn of(ctx: &ViewCtx<'_>) -> Self {
        let counts = Counts::of(ctx.book, ctx.index, ctx.today);
        let number = |count: usize| (count > 0).then(|| ctx.texts.locale().number(count as i64));
        let due = counts.due_today + counts.overdue;
        let mut circles: Vec<_> = ctx.book.circles.values().collect();
        circles.sort_by_key(|circle| (circle.order, circle.id));
        let in_several = ctx
            .book
            .contacts
            .values()
            .filter(|contact| contact.archived.is_none() && contact.circles.len() > 1)
            .count();
        Self {
            counts: [
                None,
                number(counts.contacts + counts.pile),
                number(counts.contacts),
                number(counts.due_this_week),
                number(counts.events),
                number(counts.referrals),
                None,
            ],
            due: number(due),
            circles: circles
                .into_iter()
                .map(|circle| {
                    let members = ctx.index.links.circle(circle.id).len();
                    let count = ctx.texts.locale().number(members as i64);
                    (circle.id, usize::from(circle.colour), circle.name.clone(), count)
                })
                .collect(),
            in_several: (in_several > 0).then(|| ctx.texts.app_in_several_circles(in_several as i64)),
        }
    }
}

impl Shell {
    pub(super) fn ui(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &mut ViewCtx<'_>,
        mut state: State<'_>,
        views: &mut Views,
        sheets: &mut Sheets,
    ) {
        let p = Palette::of(ui);
        self.panes.begin(ui.ctx());
        // The network needs the width more than the words of the rail.
        let compact = ctx.compact
            || ctx.settings.rail_folded
            || (ctx.route == Route::Network && ui.available_width() < 1680.0);
        let width = if compact { sizes::RAIL_COMPACT } else { sizes::RAIL };
        let rail = egui::Panel::left("rail")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .frame(egui::Frame::new().fill(p.rail).inner_margin(egui::Margin::symmetric(10, 12)))
            .show(ui, |ui| self.rail_ui(ui, ctx, &state, views, compact));
        self.panes.end_pane(ui, Pane::Rail, rail.response.rect);
        if matches!(state.stage, Stage::Open) {
            let before = ui.available_rect_before_wrap();
            self.panes.begin_pane(ui, Pane::Banners, ctx.texts);
            banners_ui(ctx, ui);
            let after = ui.available_rect_before_wrap();
            let banners = egui::Rect::from_min_max(before.min, egui::pos2(before.right(), after.top()));
            self.panes.end_pane(ui, Pane::Banners, banners);
        }
        // A banner that comes or goes must not change the names by which egui knows what lies below it: the field with
        // the keyboard would lose it in the middle of a word.
        let below = egui::UiBuilder::new().scope_id(egui::Id::unique("stage"));
        let below = below.max_rect(ui.available_rect_before_wrap());
        let ui = &mut ui.new_child(below);
        // Whatever lies in a view can be read and copied; sheets that may be open then have fields of their own.
        lock_fields(ui, !ctx.writable);
        match &mut *state.stage {
            Stage::Opening(path) => opening_ui(ctx, ui, path, state.opening.as_ref()),
            Stage::Failed(failed) => failed_ui(ctx, ui, failed, state.book_is_open),
            Stage::Locked(page) => page.ui(ctx, ui, state.book_is_open),
            Stage::Open if state.first_start && ctx.route != Route::Settings => {
                egui::CentralPanel::no_frame().show(ui, |ui| first_start_ui(ctx, ui));
            }
            Stage::Open => {
                let route = ctx.route;
                let before = ui.available_rect_before_wrap();
                self.panes.begin_pane(ui, Pane::Inspector, ctx.texts);
                match route {
                    Route::Cards | Route::Network
                        if ctx.selection.contact.is_some() || ctx.selection.card.is_some() =>
                    {
                        views.inspector.ui(ctx, ui);
                    }
                    Route::Today | Route::Calendar | Route::Events | Route::Referrals
                        if ctx.selection.contact.is_some() && ui.available_width() > 1000.0 =>
                    {
                        views.inspector.ui(ctx, ui);
                    }
                    _ => {}
                }
                let view = ui.available_rect_before_wrap();
                let inspector = egui::Rect::from_min_max(egui::pos2(view.right(), before.top()), before.max);
                egui::CentralPanel::no_frame().show(ui, |ui| {
                    self.panes.begin_pane(ui, Pane::View, ctx.texts);
                    match route {
                        Route::Today => views.today.ui(ctx, ui),
                        Route::Cards => views.cards.ui(ctx, ui),
                        Route::Network => views.network.ui(ctx, ui),
                        Route::Calendar => views.calendar.ui(ctx, ui),
                        Route::Events => views.events.ui(ctx, ui),
                        Route::Referrals => views.referrals.ui(ctx, ui),
                        Route::Settings => views.settings.ui(ctx, ui),
                    }
                });
                self.panes.end_pane(ui, Pane::View, view);
                self.panes.end_pane(ui, Pane::Inspector, inspector);
            }
        }
        lock_fields(ui, false);
        // Also on the first-start page: a card can be typed there, and a path where dialogs fail.
        if !matches!(state.stage, Stage::Opening(_)) {
            sheets.ui(ctx, ui, state.take_in);
        }
        arrivals::take_in_ui(ctx, ui, state.take_in);
        if let Some(waited) = &state.waited {
            arrivals::waited_ui(ctx, ui, waited);
        }
        state.palette.ui(ctx, ui);
        if let Some(leaving) = state.leaving {
            typed_ui(ctx, ui, leaving);
        }
        self.toasts_ui(ctx, ui, &mut state);
        closing_ui(ctx, ui, &mut state);
        arrivals::drop_overlay_ui(ctx, ui);
    }

    fn rail_ui(
        &mut self,
        ui: &mut egui::Ui,
        ctx: &mut ViewCtx<'_>,
        state: &State<'_>,
        views: &Views,
        compact: bool,
    ) {
        let p = Palette::of(ui);
        let key = (ctx.revision, ctx.today, ctx.texts.locale());
        let rail = self.rail.get(key, |_| Rail::of(ctx));
        let texts = ctx.texts;
        let mut asked = Vec::new();
        self.panes.begin_pane(ui, Pane::Rail, texts);
        ui.spacing_mut().item_spacing.y = 2.0;
        let density = ui.ctx().pixels_per_point();
        let (_, logo) = match &mut self.logo {
            Some(made) if made.0 == density => made,
            other => other.insert((density, logo(ui.ctx(), density))),
        };
        ui.horizontal(|ui| {
            ui.add_space(if compact { 6.0 } else { 8.0 });
            ui.add(egui::Image::new((logo.id(), vec2(LOGO, LOGO))).alt_text(texts.app_name()));
            if !compact {
                ui.add_space(4.0);
                ui.label(text::rich(texts.app_name(), TextKind::Heading, p.text));
            }
        });
        ui.add_space(space::L);
        for (index, route) in Route::ALL.into_iter().enumerate().take(6) {
            let keys = Action::Go(route).keys().unwrap_or_default();
            let mut row =
                NavRow::new(route.icon(), route.label(texts), ctx.route == route).compact(compact).key(&keys);
            if route == Route::Today {
                if let Some(due) = &rail.due {
                    row = row.badge(due);
                }
            } else if let Some(count) = &rail.counts[index] {
                row = row.count(count);
            }
            // Seen as a circle would, only the cards are there: what cannot be looked at rests and says why.
            let is_there = ctx.as_circle.is_none() || route == Route::Cards;
            let response = ui.add_enabled(is_there, if is_there { row } else { row.bare() });
            if rests_tip(ctx, response).clicked() {
                asked.push(Command::Go(route));
            }
        }
        if !compact && ctx.as_circle.is_none() {
            ui.add_space(space::L);
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                ui.label(text::rich(texts.app_circles(), TextKind::Label, p.text3));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let add = IconButton::new(icons::PLUS, texts.app_circles_add())
                        .size(super::widgets::ButtonSize::Small);
                    if ctx.add_writing(ui, add).clicked() {
                        asked.push(Command::Open(Sheet::Circle(None)));
                    }
                });
            });
        }
        let shown = views.cards.circle();
        let room = (ui.available_height() - 110.0).max(60.0);
        egui::ScrollArea::vertical().id_salt("circles").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            for (id, colour, name, count) in &rail.circles {
                let selected = shown == Some(*id) && ctx.route == Route::Cards;
                let row = RailRow::circle(p.circle(*colour).0, name, count, selected).compact(compact);
                let response = ui.add(row);
                if let Some(dropped) = drop_on(ui, &response, response.rect, 8) {
                    asked.extend(circle_edit(&dropped.marked, *id, true).map(Command::from));
                }
                if response.clicked() {
                    asked.push(Command::ShowCircle(if selected { None } else { Some(*id) }));
                }
                response.context_menu(|ui| {
                    if ui.button(texts.common_edit()).clicked() {
                        asked.push(Command::Open(Sheet::Circle(Some(*id))));
                        ui.close();
                    }
                    if ui.button(texts.share_see_action()).clicked() {
                        asked.push(Command::SeeAs(Some(*id)));
                        ui.close();
                    }
                    if ui.button(texts.share_delete_action()).clicked() {
                        asked.push(Command::Open(Sheet::DeleteCircle(*id)));
                        ui.close();
                    }
                });
            }
            if let Some(words) = rail.in_several.as_ref().filter(|_| !compact) {
                ui.add_space(space::XS);
                // In line with the names, and clear of the bar of the list.
                let margin = egui::Margin { left: 40, right: 14, top: 0, bottom: 0 };
                egui::Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.add(egui::Label::new(text::rich(words, TextKind::Label, p.text3)).wrap());
                });
            }
            if ctx.as_circle.is_none() {
                self.searches.ui(ui, ctx, compact);
            }
        });
        ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let keys = Action::Go(Route::Settings).keys().unwrap_or_default();
            let row =
                NavRow::new(icons::GEAR_SIX, Route::Settings.label(texts), ctx.route == Route::Settings)
                    .compact(compact)
                    .key(&keys);
            let response = ui.add_enabled(ctx.as_circle.is_none(), row);
            if rests_tip(ctx, response).clicked() {
                asked.push(Command::Go(Route::Settings));
            }
            save_mark_ui(ui, ctx, state, compact, &mut asked);
            if ctx.as_circle.is_none() {
                undo_ui(ui, ctx, state, compact, &mut asked);
            }
        });
        for command in asked {
            ctx.ask(command);
        }
    }

    fn toasts_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, state: &mut State<'_>) {
        let now = ui.input(|input| input.time);
        if let Some(next) = state.toasts.tick(now, self.toast_hovered) {
            ui.ctx().request_repaint_after_secs(next as f32);
        }
        self.toast_hovered = false;
        if state.toasts.is_empty() {
            return;
        }
        let screen = ui.ctx().content_rect();
        let width = (screen.width() - 80.0).clamp(240.0, 520.0);
        let mut closed = None;
        // While cards are marked, the bar with its menus has the foot of the window; in a review the verdicts have it.
        let has_bar = state.reviewing || ctx.route == Route::Cards && !ctx.selection.marked.is_empty();
        let sheet = (state.has_sheet && !state.reviewing)
            .then(|| ui.memory(|memory| memory.area_rect(egui::Id::unique("sheet"))))
            .flatten();
        let (side, away) = if let Some(sheet) = sheet {
            (Align2::CENTER_TOP, beside_sheet(screen, sheet, self.toasts_high.max(40.0)))
        } else if has_bar {
            (Align2::CENTER_TOP, sizes::TOP_BAR + 50.0)
        } else if ctx.route == Route::Calendar {
            // Over the chips of kinds: the last week of a month is the one that is looked at, and dragged into.
            (Align2::CENTER_TOP, sizes::TOP_BAR - 4.0)
        } else {
            (Align2::CENTER_BOTTOM, -24.0)
        };
        let shown = Area::new(egui::Id::unique("toasts"))
            .order(Order::Tooltip)
            .anchor(side, vec2(0.0, away))
            .show(ui.ctx(), |ui| {
                self.panes.begin_pane(ui, Pane::Toasts, ctx.texts);
                ui.spacing_mut().item_spacing.y = 8.0;
                for (index, line) in state.toasts.lines().enumerate() {
                    let undo = line.undo_at.filter(|at| *at == state.history);
                    // Each with what it asks for.
                    let mut actions: Vec<(&str, Option<Command>)> = Vec::new();
                    if line.is_problem || !line.offers.is_empty() {
                        actions.push((ctx.texts.common_close(), None));
                    }
                    actions
                        .extend(line.offers.iter().map(|(label, ask)| (label.as_str(), Some(ask.clone()))));
                    let show = line.show.as_deref();
                    actions.extend(show.map(|label| (label, Some(Ask::ShowTaken.into()))));
                    actions.extend(undo.map(|_| (ctx.texts.app_undo(), Some(Command::Do(Action::Undo)))));
                    let labels: Vec<&str> = actions.iter().map(|(label, _)| *label).collect();
                    let result = toast(ui, width, &line.text, &labels, line.sign());
                    self.toast_hovered |= result.hovered;
                    if let Some((_, asked)) = result.action.and_then(|at| actions.into_iter().nth(at)) {
                        closed = Some(index);
                        ctx.commands.extend(asked);
                    }
                }
            });
        self.panes.end_pane(ui, Pane::Toasts, shown.response.rect);
        self.toasts_high = shown.response.rect.height();
        // Whoever is among the lines with the keyboard must not lose them in the middle of a word.
        let focused = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id));
        let inside = focused.is_some_and(|focused| focused.layer_id == shown.response.layer_id);
        self.toast_hovered |= inside;
        if let Some(index) = closed {
            state.toasts.close(index);
        }
    }
}

/// Says of what cannot be looked at as a circle why it rests.
fn rests_tip(ctx: &ViewCtx<'_>, response: egui::Response) -> egui::Response {
    match ctx.as_circle {
        Some(badge) if !response.enabled() => {
            response.on_disabled_hover_text(ctx.texts.share_see_not_shown(&badge.name))
        }
        _ => response,
    }
}

/// How far below the top of the window lines begin that hide neither the title nor the buttons of a sheet: above it or below
/// it where there is room, else over its middle, just above its foot.
fn beside_sheet(screen: egui::Rect, sheet: egui::Rect, high: f32) -> f32 {
    /// Room for the buttons at the foot, with what is around them.
    const FOOT: f32 = 68.0;
    const GAP: f32 = 2.0;
    if sheet.top() - screen.top() >= high + 2.0 * GAP {
        return GAP;
    }
    if screen.bottom() - sheet.bottom() >= high + 2.0 * GAP {
        return sheet.bottom() - screen.top() + GAP;
    }
    (sheet.bottom() - screen.top() - FOOT - high).max(GAP)
}

/// Side of the sign of the program in points.
const LOGO: f32 = 28.0;

/// The sign of the program in just the pixels in which it is drawn, from the drawing that is made for small sizes.
fn logo(ctx: &egui::Context, density: f32) -> egui::TextureHandle {
    let png = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icon/icon-64.png"));
    let side = (LOGO * density).round().clamp(1.0, 512.0) as u32;
    // The picture is part of the program; should it ever be broken, one pixel stands for it.
    let image = image::load_from_memory(png)
        .map(|image| image.resize_exact(side, side, image::imageops::FilterType::CatmullRom).to_rgba8())
        .unwrap_or_else(|_| image::RgbaImage::new(1, 1));
    let size = [image.width() as usize, image.height() as usize];
    let pixels = egui::ColorImage::from_rgba_unmultiplied(size, image.as_raw());
    ctx.load_texture("logo", pixels, egui::TextureOptions::LINEAR)
}

/// Undo and Redo, which say what they would take back.
fn undo_ui(ui: &mut egui::Ui, ctx: &ViewCtx<'_>, state: &State<'_>, compact: bool, asked: &mut Vec<Command>) {
    if state.undo.is_none() && state.redo.is_none() {
        return;
    }
    let texts = ctx.texts;
    let mut one = |ui: &mut egui::Ui, icon, action: Action, label: Option<&Label>| {
        let button = IconButton::new(icon, action.label(texts)).role(super::widgets::ButtonRole::Ghost);
        let response = ui.add_enabled(label.is_some() && ctx.writable, button);
        if response.clicked() {
            asked.push(Command::Do(action));
        }
        if response.hovered()
            && let Some(label) = label
        {
            let words = label.text(texts);
            let tip = if action == Action::Undo {
                texts.app_undo_label(&words)
            } else {
                texts.app_redo_label(&words)
            };
            super::widgets::tip(response, &tip, action.keys().as_deref());
        }
    };
    let mut both = |ui: &mut egui::Ui| {
        one(ui, icons::ARROW_U_UP_LEFT, Action::Undo, state.undo);
        one(ui, icons::ARROWS_CLOCKWISE, Action::Redo, state.redo);
    };
    if compact {
        both(ui);
    } else {
        ui.horizontal(|ui| {
            ui.add_space(3.0);
            both(ui);
        });
    }
}

/// The quiet mark: saved, saving, or not saved with what to do.
fn save_mark_ui(
    ui: &mut egui::Ui,
    ctx: &ViewCtx<'_>,
    state: &State<'_>,
    compact: bool,
    asked: &mut Vec<Command>,
) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    let saving = state.save.as_ref().map(|status| &status.state);
    let (icon, words, colour, failed) = match saving {
        _ if !ctx.writable => (icons::LOCK_SIMPLE, texts.safety_read_only(), p.ai_text, None),
        None => (icons::HARD_DRIVES, texts.app_offline(), p.text3, None),
        Some(SaveState::Saved) => (icons::CHECK_CIRCLE, texts.app_saved(), p.text3, None),
        Some(SaveState::Waiting | SaveState::Saving) => {
            (icons::CIRCLE_NOTCH, texts.app_saving(), p.text3, None)
        }
        Some(SaveState::Failed(error)) => {
            (icons::WARNING_CIRCLE, texts.app_not_saved(), p.danger, Some(error))
        }
    };
    let tip = match (failed, state.path) {
        (None, Some(path)) if !ctx.writable => {
            format!("{}\n{}", why_read_only(texts, ctx.access, ctx.today), path.display())
        }
        (Some(error), _) => error.text_of_unsaved(texts),
        (None, Some(path)) => format!("{}\n{}", texts.app_offline(), path.display()),
        (None, None) => texts.app_offline().to_owned(),
    };
    let (rect, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), 36.0),
        if failed.is_some() { Sense::click() } else { Sense::hover() },
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, words));
    let x = if compact { rect.center().x } else { rect.left() + 19.0 };
    paint_icon(ui.painter(), egui::pos2(x, rect.center().y), icon, Weight::Regular, 16.0, colour);
    if !compact {
        let galley = text::lines(ui.painter(), words, TextKind::Label, colour, rect.width() - 44.0, 2);
        let at = egui::pos2(rect.left() + 40.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colour);
    }
    let response = super::widgets::tip(response, &tip, None);
    if failed.is_some()
        && (response.clicked() || ui.add(Button::new(texts.app_save_again()).small()).clicked())
    {
        asked.push(Command::Do(Action::Save));
    }
}

/// A book that takes longer to open, in seconds, gets a wheel that turns.
const WHEEL_AFTER: f64 = 0.4;

fn opening_ui(ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, path: &Path, job: Option<&crate::jobs::Active>) {
    egui::CentralPanel::no_frame().show(ui, |ui| {
        let p = Palette::of(ui);
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.36);
            let part = job.filter(|job| job.total > 0).map(|job| job.done as f32 / job.total as f32);
            let label = job.map(|job| job.label.as_str()).filter(|label| !label.is_empty());
            let words = label.unwrap_or(ctx.texts.app_book_opening());
            // Most books are open before anybody would have looked at a wheel, and each of its frames costs.
            let now = ui.input(|input| input.time);
            let begun: f64 =
                ui.data_mut(|data| *data.get_temp_mut_or(egui::Id::unique(("opening", path)), now));
            let rest = WHEEL_AFTER - (now - begun);
            if rest > 0.0 && part.is_none() {
                ui.add_space(32.0);
                ui.ctx().request_repaint_after_secs(rest as f32);
            } else {
                ring(ui, 32.0, part, p.ai, words);
                ui.ctx().request_repaint_after_secs(0.1);
            }
            ui.add_space(space::M);
            ui.label(text::rich(words, TextKind::Heading, p.text));
            ui.add(
                egui::Label::new(text::rich(&path.display().to_string(), TextKind::Small, p.text3)).wrap(),
            );
            ui.add_space(space::L);
            // Reading can be stopped at any time; mending cannot.
            if label.is_none() && ui.add(Button::new(ctx.texts.safety_opening_cancel())).clicked() {
                ctx.ask(Ask::StopOpening.into());
            }
        });
    });
}

/// Closing waits for the save; when that fails, the user decides.
fn closing_ui(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, state: &mut State<'_>) {
    if !*state.closing {
        return;
    }
    let texts = ctx.texts;
    let failed = match state.save.as_ref().map(|status| &status.state) {
        Some(SaveState::Failed(error)) => Some(error.text_of_unsaved(texts)),
        _ => None,
    };
    egui::Modal::new(egui::Id::unique("closing")).show(ui.ctx(), |ui| {
        let p = Palette::of(ui);
        ui.set_width(420.0);
        match failed {
            None => {
                ui.label(text::rich(texts.app_closing_title(), TextKind::Title, p.text));
                ui.add_space(space::S);
                ui.horizontal(|ui| {
                    ring(ui, 18.0, None, p.ai, texts.app_saving());
                    ui.add(
                        egui::Label::new(text::rich(texts.app_closing_body(), TextKind::Body, p.text2))
                            .wrap(),
                    );
                });
            }
            Some(reason) => {
                ui.label(text::rich(texts.app_closing_failed_title(), TextKind::Title, p.text));
                ui.add_space(space::S);
                ui.add(
                    egui::Label::new(text::rich(
                        &texts.app_closing_failed_body(&reason),
                        TextKind::Body,
                        p.text2,
                    ))
                    .wrap(),
                );
                ui.add_space(space::L);
                ui.horizontal(|ui| {
                    if ui.add(Button::primary(texts.app_save_again())).clicked() {
                        ctx.ask(Command::Do(Action::Save));
                    }
                    if ui.add(Button::new(texts.app_closing_stay())).clicked() {
                        *state.closing = false;
                    }
                    if ui.add(Button::ghost(texts.app_closing_discard()).danger()).clicked() {
                        *state.close_anyway = true;
                        ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
                    }
                });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hide_neither_title_nor_buttons_of_a_sheet() {
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1000.0, 700.0));
        for (top, bottom) in [(104.0, 596.0), (44.0, 656.0), (20.0, 680.0), (10.0, 600.0), (0.0, 700.0)] {
            for high in [40.0, 88.0, 136.0] {
                let sheet = egui::Rect::from_min_max(egui::pos2(50.0, top), egui::pos2(950.0, bottom));
                let from = beside_sheet(screen, sheet, high);
                let to = from + high;
                assert!(from >= 0.0 && to <= 700.0, "{top} {bottom} {high}: {from}");
                // A title takes seventy points with its margin, buttons sixty.
                assert!(to <= top || from >= top + 70.0, "{top} {bottom} {high}: {from} over the title");
                assert!(from >= bottom || to <= bottom - 60.0, "{top} {bottom} {high}: {from} over the foot");
            }
        }
    }
}
