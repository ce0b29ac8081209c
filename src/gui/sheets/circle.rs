//! Adds a circle, or changes one.

use eframe::egui::{self, Sense, Stroke, Vec2, WidgetInfo};

use super::relationship::footer;
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, text};
use crate::gui::views::words::{RHYTHMS, rhythm_of};
use crate::gui::widgets::{Button, TextField, segmented};
use crate::model::{Cadence, Circle, Id};
use crate::text::Texts;

/// Adds a circle, or changes one.
pub struct CircleSheet {
    circle: Circle,
    is_new: bool,
    first_frame: bool,
}

impl CircleSheet {
    /// Returns the sheet as it opens.
    pub fn new(circle: Option<Id<Circle>>, ctx: &ViewCtx<'_>) -> Self {
        let old = circle.and_then(|id| ctx.book.get(id));
        let fresh = || Circle {
            // The colour that is used least, the first of them.
            colour: (0..5)
                .min_by_key(|colour| {
                    ctx.book.circles.values().filter(|other| other.colour % 5 == *colour).count()
                })
                .unwrap_or(0),
            shared: Circle::default_policy(),
            ..Circle::default()
        };
        Self {
            circle: old.map_or_else(fresh, |circle| Circle::clone(circle)),
            is_new: old.is_none(),
            first_frame: true,
        }
    }
}

/// How often to be in touch with the people of the circle. A rhythm that none of the segments says stays until another
/// one is chosen.
fn rhythm_ui(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, cadence: &mut Option<Cadence>) {
    let p = Palette::of(ui);
    let texts = ctx.texts;
    ui.label(text::rich(texts.rules_circle_rhythm(), TextKind::Label, p.text3));
    let labels = [
        texts.inspector_rhythm_none(),
        texts.inspector_rhythm_monthly(),
        texts.inspector_rhythm_quarterly(),
        texts.inspector_rhythm_yearly(),
    ];
    let present = rhythm_of(*cadence);
    let mut chosen = present;
    if segmented(ui, texts.rules_circle_rhythm(), &labels, &mut chosen).changed() && chosen != present {
        *cadence =
            chosen.checked_sub(1).map(|at| Cadence { ideal_days: RHYTHMS[at].0, latest_days: RHYTHMS[at].1 });
    }
    let hint = match cadence {
        Some(it) => texts.rules_circle_rhythm_days(i64::from(it.ideal_days), i64::from(it.latest_days)),
        None => texts.rules_circle_rhythm_hint().to_owned(),
    };
    ui.add(egui::Label::new(text::rich(&hint, TextKind::Small, p.text2)).wrap());
}

impl SheetUi for CircleSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.is_new { texts.inspector_circle_new() } else { texts.inspector_circle_edit() }.to_owned()
    }

    fn width(&self) -> f32 {
        420.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let mut next = Next::Stay;
        ui.spacing_mut().item_spacing.y = 8.0;
        let field = TextField::new(texts.common_name()).hint(texts.inspector_circle_name_hint());
        let response = field.show(ui, &mut self.circle.name);
        if std::mem::take(&mut self.first_frame) {
            response.request_focus();
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.label(text::rich(texts.inspector_circle_colour(), TextKind::Label, p.text3));
        let names = [
            texts.inspector_circle_colour_blue(),
            texts.inspector_circle_colour_brown(),
            texts.inspector_circle_colour_olive(),
            texts.inspector_circle_colour_teal(),
            texts.inspector_circle_colour_mauve(),
        ];
        ui.horizontal(|ui| {
            for (colour, name) in (0_u8..).zip(names) {
                let (rect, response) = ui.allocate_exact_size(Vec2::splat(36.0), Sense::click());
                let on = self.circle.colour % 5 == colour;
                response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, on, name));
                ui.painter().circle_filled(rect.center(), 11.0, p.circle(usize::from(colour)).0);
                if on {
                    ui.painter().circle_stroke(rect.center(), 15.0, Stroke::new(2.0, p.ai));
                } else if response.hovered() {
                    ui.painter().circle_stroke(rect.center(), 15.0, Stroke::new(1.0, p.line_strong));
                }
                if response.has_focus() {
                    ui.painter().circle_stroke(rect.center(), 17.0, Stroke::new(2.0, p.ai));
                }
                if crate::gui::widgets::tip(response, name, None).clicked() {
                    self.circle.colour = colour;
                }
            }
        });
        rhythm_ui(ctx, ui, &mut self.circle.cadence);
        if !self.is_new {
            let members = ctx.index.links.circle(self.circle.id).len();
            let words = texts.common_people(members as i64);
            ui.label(text::rich(&words, TextKind::Small, p.text2));
            let delete = Button::ghost(texts.inspector_circle_delete()).icon(icons::TRASH).small().danger();
            let delete = crate::gui::widgets::tip(ui.add(delete), texts.inspector_circle_stays(), None);
            if delete.clicked() {
                ctx.edit(Edit::RemoveCircle { circle: self.circle.id });
                next = Next::Close;
            }
        }
        ui.add_space(4.0);
        let ready = !self.circle.name.trim().is_empty();
        let label = if self.is_new { texts.common_add() } else { texts.common_save() };
        let why = texts.inspector_circle_name_needed();
        if footer(ctx, ui, label, ready, why, &mut next) || (enter && ready) {
            let name = self.circle.name.trim().to_owned();
            let circle = Box::new(Circle { name, ..self.circle.clone() });
            ctx.edit(if self.is_new { Edit::AddCircle { circle } } else { Edit::ChangeCircle { circle } });
            next = Next::Close;
        }
        next
    }
}
