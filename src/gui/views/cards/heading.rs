//! The headings of the gallery: title and date, figures, the thread of thank-yous, and one action that suits.
//!
//! The heading of the group that is being looked at stays at the top while its cards scroll. Cards can be dropped on
//! headings of events and circles. Start reading at [`CardsView::heading_ui`].

use eframe::egui::{
    self, Align, CornerRadius, Id, Key, Layout, Popup, PopupCloseBehavior, Rect, Sense, Stroke, UiBuilder,
    pos2, vec2,
};

use crate::edit::Edit;
use crate::gui::carried::{circle_edit, drop_on, event_edit};
use crate::gui::command::{Command, FollowUpDraft, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, text};
use crate::gui::widgets::{Button, ButtonSize, IconButton, TextField, knots, section_header};
use crate::index::{GroupBy, GroupTitle};
use crate::model::{FollowUpKind, Id as RecordId, Organization};

use super::facts::{Action, GroupFacts};
use super::{CardsView, EDGE, Gallery, folds, marks};

/// Below this width a heading says less.
const NARROW: f32 = 620.0;

impl CardsView {
    /// Draws a heading; `floats` when it stays at the top over the cards of its group.
    pub(super) fn heading_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        rect: Rect,
        (gallery, group): (&Gallery, usize),
        floats: bool,
    ) {
        let (Some(facts), Some(tiles)) = (gallery.groups.get(group), gallery.rows.groups.get(group)) else {
            return;
        };
        let p = Palette::of(ui);
        let whole = rect.expand2(vec2(EDGE, 0.0));
        let id = Id::unique(("heading", &tiles.title));
        if floats {
            ui.painter().rect_filled(whole, CornerRadius::ZERO, p.desk);
            ui.painter().hline(whole.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
        }
        // Also takes clicks away from the cards that have gone under it.
        let back = ui.interact(whole, id, if floats { Sense::CLICK } else { Sense::hover() });
        self.drop_ui(ctx, ui, &back, rect, &tiles.title);
        let line = Rect::from_min_max(pos2(rect.left(), rect.top() + 8.0), rect.max);
        let builder =
            UiBuilder::new().id_salt(id).max_rect(line).layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            let narrow = rect.width() < NARROW;
            self.action_ui(ctx, ui, gallery, group, narrow);
            let figures = if narrow { &facts.figures_short } else { &facts.figures };
            if !figures.is_empty() {
                ui.label(text::rich(figures, TextKind::Body, p.text2));
            }
            if let Some((done, total)) = facts.knots {
                knots(ui, done, total, &facts.figures);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(2.0);
                section_header(ui, &facts.title, Some(&facts.aside));
            });
        });
        self.fold_ui(ctx, ui, line, facts);
    }

    /// The small triangle in the margin, which folds the group.
    fn fold_ui(&self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, line: Rect, facts: &GroupFacts) {
        let folded = self.folds.has(facts.mark);
        let (icon, name) = if folded {
            (icons::CARET_RIGHT, ctx.texts.cards_group_unfold(&facts.title))
        } else {
            (icons::CARET_DOWN, ctx.texts.cards_group_fold(&facts.title))
        };
        let place = Rect::from_center_size(pos2(line.left() - 9.0, line.center().y), vec2(18.0, 28.0));
        let builder = UiBuilder::new().id_salt(("fold", facts.mark)).max_rect(place);
        let builder = builder.layout(Layout::centered_and_justified(egui::Direction::LeftToRight));
        ui.scope_builder(builder, |ui| {
            let (rect, response) = ui.allocate_exact_size(place.size(), Sense::click());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            let p = Palette::of(ui);
            let ink = if response.hovered() || response.has_focus() { p.text } else { p.text3 };
            if response.has_focus() {
                let ring = rect.shrink2(vec2(1.0, 5.0));
                let line = Stroke::new(2.0, p.ai);
                ui.painter().rect_stroke(ring, CornerRadius::same(4), line, egui::StrokeKind::Inside);
            }
            let weight = crate::gui::theme::Weight::Bold;
            crate::gui::widgets::paint_icon(ui.painter(), rect.center(), icon, weight, 11.0, ink);
            if response.clicked() {
                ctx.choose(|settings| folds::fold(&mut settings.folded, facts.mark, !folded));
            }
        });
    }

    /// What is dropped on the heading of an event or circle goes there.
    fn drop_ui(
        &self,
        ctx: &mut ViewCtx<'_>,
        ui: &egui::Ui,
        response: &egui::Response,
        rect: Rect,
        title: &GroupTitle,
    ) {
        let takes = match title {
            GroupTitle::Event(_) | GroupTitle::Circle(_) => true,
            GroupTitle::Without => self.query.group_by == GroupBy::Event,
            _ => false,
        };
        if !takes {
            return;
        }
        let rect = Rect::from_min_max(rect.min + vec2(-8.0, 4.0), rect.max + vec2(8.0, -2.0));
        let Some(dropped) = drop_on(ui, response, rect, radius::CONTROL) else { return };
        let edit = match title {
            GroupTitle::Event(event) => event_edit(&dropped.marked, ctx.book, ctx.index, Some(*event)),
            GroupTitle::Circle(circle) => circle_edit(&dropped.marked, *circle, true),
            _ => event_edit(&dropped.marked, ctx.book, ctx.index, None),
        };
        if let Some(edit) = edit {
            ctx.edit(edit);
        }
    }

    fn action_ui(
        &mut self,
        ctx: &mut ViewCtx<'_>,
        ui: &mut egui::Ui,
        gallery: &Gallery,
        group: usize,
        narrow: bool,
    ) {
        let (facts, tiles) = (&gallery.groups[group], &gallery.rows.groups[group]);
        let texts = ctx.texts;
        let label = match facts.action {
            Action::NamePile => texts.cards_pile_name(),
            Action::OpenEvent(_) => texts.cards_open_event(),
            Action::ShowMonth(_) => texts.cards_show_month(),
            Action::ShowPlace(_) => texts.places_show(),
            Action::Rename(_) => texts.cards_rename(),
            Action::ShowCircle(_) => texts.cards_show_circle(),
            Action::PlanMeeting => texts.cards_plan_meeting(),
            Action::MarkAll => texts.cards_mark_group(),
        };
        let changes = matches!(facts.action, Action::NamePile | Action::Rename(_) | Action::PlanMeeting);
        let icon = match facts.action {
            Action::Rename(_) => icons::PENCIL_SIMPLE_LINE,
            Action::PlanMeeting => icons::HANDSHAKE,
            Action::MarkAll => icons::CHECK_CIRCLE,
            _ => icons::CARET_RIGHT,
        };
        let response = ui.add_enabled_ui(ctx.writable || !changes, |ui| match facts.action {
            Action::NamePile => ui.add(Button::tonal(label).small()),
            _ if narrow => ui.add(IconButton::new(icon, label).size(ButtonSize::Small)),
            Action::Rename(_) | Action::PlanMeeting | Action::MarkAll => {
                ui.add(Button::ghost(label).small().icon(icon))
            }
            _ => ui.add(Button::ghost(label).small().trailing(icon)),
        });
        let response = response.inner;
        if let Action::Rename(organization) = facts.action {
            self.rename_ui(ctx, &response, organization);
        }
        if !response.clicked() {
            return;
        }
        match facts.action {
            Action::NamePile => ctx.open(Sheet::NameCards(None)),
            Action::OpenEvent(event) => ctx.ask(Command::ShowEvent(event)),
            Action::ShowMonth(day) => ctx.ask(Command::ShowDay(day)),
            Action::ShowPlace(spot) => ctx.open(Sheet::Places(Some(spot))),
            Action::ShowCircle(circle) => ctx.ask(Command::ShowCircle(Some(circle))),
            Action::PlanMeeting => ctx.open(Sheet::FollowUp(FollowUpDraft {
                kind: FollowUpKind::Meet,
                contacts: tiles.tiles.iter().filter_map(|tile| tile.contact).collect(),
                ..FollowUpDraft::default()
            })),
            Action::MarkAll => ctx.ask(Command::Mark(marks::all(tiles.tiles.iter().copied()))),
            Action::Rename(_) => {}
        }
    }

    /// A field under the button in which the organization gets another name, for all its people.
    fn rename_ui(&mut self, ctx: &mut ViewCtx<'_>, button: &egui::Response, id: RecordId<Organization>) {
        let Some(record) = ctx.book.get(id) else { return };
        if button.clicked() {
            self.new_name = Some(record.name.clone());
        }
        let texts = ctx.texts;
        let popup = Popup::menu(button).width(280.0).gap(4.0);
        popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            let first = self.new_name.is_some() && self.renaming != Some(id);
            let name = self.new_name.get_or_insert_with(|| record.name.clone());
            let field = TextField::new(texts.cards_rename_label()).show(ui, name);
            if first {
                self.renaming = Some(id);
                field.request_focus();
            }
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.add_space(space::S);
            let fits = !name.trim().is_empty() && *name != record.name;
            let save = ui.add_enabled(fits, Button::primary(texts.cards_rename_save()).small());
            if save.clicked() || (enter && fits) {
                ctx.edit(Edit::RenameOrganization { organization: id, name: name.clone() });
                self.new_name = None;
                self.renaming = None;
                ui.close();
            }
        });
        if self.renaming == Some(id) && !Popup::is_id_open(&button.ctx, Popup::default_response_id(button)) {
            self.renaming = None;
        }
    }
}
