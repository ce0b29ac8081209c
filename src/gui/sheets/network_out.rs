//! The choices of an export of the network: what of it, as what, and how a picture looks.

use std::sync::Arc;

use eframe::egui::{self, Align, Layout, Ui, vec2};

use super::export::AudienceField;
use super::{Next, SheetUi};
use crate::exchange::graph::Form;
use crate::exchange::graph::picture::Page;
use crate::exchange::share::Audience;
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::network_file::Shown;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, space, text};
use crate::gui::widgets::{Button, Switch, segmented};
use crate::session::{NetworkChoices, NetworkFormat, Wanted};
use crate::text::Texts;

/// How wide the names of the choices are.
const NAMES: f32 = 76.0;

/// The choices of an export.
pub struct NetworkOutSheet {
    /// What the view shows; absent when another view was open.
    shown: Option<Arc<Shown>>,
    whole: bool,
    format: usize,
    page: usize,
    outlines: bool,
    legend: bool,
    reach: bool,
    audience: AudienceField,
}

impl NetworkOutSheet {
    /// Returns the sheet as it opens.
    pub fn new(shown: Option<Arc<Shown>>, ctx: &ViewCtx<'_>) -> Self {
        let whole = shown.is_none();
        Self {
            shown,
            whole,
            format: 0,
            page: 0,
            outlines: false,
            legend: true,
            reach: false,
            audience: AudienceField::new(ctx),
        }
    }

    fn format(&self) -> NetworkFormat {
        NetworkFormat::ALL.get(self.format).copied().unwrap_or(NetworkFormat::Svg)
    }

    fn choices(&self) -> NetworkChoices {
        let mut choices = NetworkChoices::default();
        let format = self.format();
        let reach = self.reach && format.has_facts();
        match &self.shown {
            Some(shown) if !self.whole => {
                choices.wanted = Wanted { reach, ..shown.wanted.clone() };
                choices.look.frame = Some(shown.frame);
            }
            _ => choices.wanted = Wanted { reach, ..Wanted::default() },
        }
        choices.look.page = Page::NAMED.get(self.page).copied().unwrap_or(Page::A4);
        choices.look.legend = self.legend;
        choices.outlines = self.outlines;
        choices
    }
}

impl SheetUi for NetworkOutSheet {
    fn title(&self, texts: &Texts) -> String {
        texts.graphs_export_title().to_owned()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn keeps_words(&self) -> bool {
        false
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let (texts, p) = (ctx.texts, Palette::of(ui));
        ui.spacing_mut().item_spacing.y = space::S;
        if self.shown.is_some() {
            let mut at = usize::from(self.whole);
            row_ui(ui, texts.graphs_export_what(), |ui| {
                let labels = [texts.graphs_export_view(), texts.graphs_export_whole()];
                segmented(ui, texts.graphs_export_what(), &labels, &mut at);
            });
            self.whole = at == 1;
        }
        row_ui(ui, texts.graphs_export_as(), |ui| {
            let labels = NetworkFormat::ALL.map(NetworkFormat::name);
            segmented(ui, texts.graphs_export_as(), &labels, &mut self.format);
        });
        let format = self.format();
        hint_ui(ui, hint(format, texts));
        if format.is_picture() {
            row_ui(ui, texts.graphs_export_page(), |ui| {
                let labels = Page::NAMED.map(Page::name);
                segmented(ui, texts.graphs_export_page(), &labels, &mut self.page);
            });
            if format == NetworkFormat::Svg {
                let mut at = usize::from(self.outlines);
                row_ui(ui, texts.graphs_export_letters(), |ui| {
                    let labels = [texts.graphs_export_letters_text(), texts.graphs_export_letters_outlines()];
                    segmented(ui, texts.graphs_export_letters(), &labels, &mut at);
                });
                self.outlines = at == 1;
                hint_ui(ui, texts.graphs_export_letters_hint());
            }
            ui.add_space(space::XS);
            ui.add(Switch::new(&mut self.legend, texts.graphs_export_legend()));
            ui.add_space(space::S);
            ui.add(
                egui::Label::new(text::rich(texts.graphs_export_picture_hint(), TextKind::Small, p.text2))
                    .wrap(),
            );
        } else {
            if format.has_facts() {
                ui.add_space(space::XS);
                ui.add(Switch::new(&mut self.reach, texts.graphs_export_reach()));
            }
            let words = if format.has_facts() {
                texts.graphs_export_reach_hint()
            } else {
                texts.graphs_export_picture_hint()
            };
            ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text2)).wrap());
        }
        ui.add_space(space::S);
        self.audience.ui(ctx, ui);
        if self.audience.audience != Audience::Me {
            let words = text::rich(texts.share_export_network(), TextKind::Small, p.text2);
            ui.add(egui::Label::new(words).wrap());
        }
        ui.add_space(space::L);
        let mut next = Next::Stay;
        let mut go = false;
        let foot = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(foot, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            go = ui.add(Button::primary(texts.graphs_export_go()).icon(icons::EXPORT)).clicked();
            if ui.add(Button::new(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
        });
        if go || super::day_field::save_key(ui) {
            let choices = Box::new(self.choices());
            ctx.ask(Command::ExportNetwork { format, choices, audience: self.audience.audience });
            next = Next::Close;
        }
        next
    }
}

/// A choice with its name before it.
fn row_ui(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let p = Palette::of(ui);
    ui.horizontal(|ui| {
        let line = text::line(ui.painter(), name, TextKind::Body, p.text2, NAMES);
        let (rect, _) = ui.allocate_exact_size(vec2(NAMES, 32.0), egui::Sense::hover());
        ui.painter().galley(egui::pos2(rect.left(), rect.center().y - line.size().y / 2.0), line, p.text2);
        add(ui);
    });
}

/// A line below a choice.
fn hint_ui(ui: &mut Ui, words: &str) {
    let p = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.add_space(NAMES + ui.spacing().item_spacing.x);
        ui.add(egui::Label::new(text::rich(words, TextKind::Small, p.text3)).wrap());
    });
}

fn hint(format: NetworkFormat, texts: &Texts) -> &str {
    match format {
        NetworkFormat::Svg => texts.graphs_export_svg_hint(),
        NetworkFormat::Png => texts.graphs_export_png_hint(),
        NetworkFormat::Form(Form::Graphml | Form::Gml) => texts.graphs_export_graphml_hint(),
        NetworkFormat::Form(Form::Gexf) => texts.graphs_export_gexf_hint(),
        NetworkFormat::Form(Form::Dot) => texts.graphs_export_dot_hint(),
        NetworkFormat::Form(Form::Edges) => texts.graphs_export_edges_hint(),
        NetworkFormat::Form(Form::NodeLink) => texts.graphs_export_json_hint(),
    }
}
