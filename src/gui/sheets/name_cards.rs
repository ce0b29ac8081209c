//! Names the cards of the pile, one after another: the scan on the left, the fields on the right.
//! Enter saves and goes on to the next card, which inherits event, day and who asked.
//!
//! Invariant: each card is one step of Undo (held by the suite's
//! `a_dropped_card_is_named_in_one_step_of_undo`).

use eframe::egui::{self, Align, Layout, Sense, vec2};

use super::card_form::CardForm;
use super::{Next, SheetUi};
use crate::edit::{Edit, NewCard};
use crate::gui::command::Command;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, icons, radius, space, text};
use crate::gui::thumbnails::{Thumbnail, ThumbnailSize};
use crate::gui::views::people::name_of;
use crate::gui::views::place_picker::{PlaceChoice, PlacePicker};
use crate::gui::widgets::{Banner, Button, ButtonSize, CardFrame, CardSide, IconButton, Severity};
use crate::model::{Attachment, Card, Id, Storage};
use crate::text::Texts;

/// How much larger the scan can be drawn.
const ZOOMS: [f32; 4] = [1.0, 1.6, 2.4, 3.6];

/// Names the cards of the pile, one after another.
pub struct NameCards {
    /// All cards that were in the pile, in the order in which they came.
    queue: Vec<Id<Card>>,
    at: usize,
    form: CardForm,
    /// The card before, whose back the present one may be.
    previous: Option<Id<Card>>,
    zoom: usize,
    back: bool,
    /// The place into which the cards are put, this one and those that follow.
    place: Option<Id<Storage>>,
    picker: PlacePicker,
    /// Only one card is named: others do not join.
    alone: bool,
    revision: u64,
    /// An edit is on its way that the book does not show yet.
    waits: bool,
}

impl NameCards {
    /// Returns the sheet as it opens.
    pub fn new(first: Option<Id<Card>>, ctx: &ViewCtx<'_>) -> Self {
        let mut queue = ctx.index.links.pile().to_vec();
        queue.sort_unstable();
        let start = first.and_then(|first| queue.iter().position(|card| *card == first)).unwrap_or(0);
        queue.rotate_left(start);
        let mut sheet = Self {
            queue,
            at: 0,
            form: CardForm::new(None, ctx.texts),
            previous: None,
            zoom: 0,
            back: false,
            place: None,
            picker: PlacePicker::default(),
            alone: false,
            revision: ctx.revision,
            waits: false,
        };
        if let Some(card) = sheet.queue.first().and_then(|id| ctx.book.get(*id)) {
            sheet.form = CardForm::new(Some(card.day()), ctx.texts);
            sheet.form.set_exchange(card.exchange);
            if let Some(event) = card.event.and_then(|id| ctx.book.get(id)) {
                sheet.form.set_event(&event.title);
            }
        }
        sheet
    }

    /// Returns the sheet for one card alone.
    pub fn one(card: Id<Card>, ctx: &ViewCtx<'_>) -> Self {
        let mut sheet = Self::new(Some(card), ctx);
        sheet.queue.retain(|other| *other == card);
        Self { alone: true, ..sheet }
    }

    fn card<'a>(&self, ctx: &ViewCtx<'a>) -> Option<&'a Card> {
        let card = ctx.book.get(*self.queue.get(self.at)?)?;
        card.contact.is_none().then_some(&**card)
    }

    /// Cards that came in meanwhile join the queue; those that got a name elsewhere are passed over.
    fn catch_up(&mut self, ctx: &ViewCtx<'_>) {
        if self.revision != ctx.revision {
            self.revision = ctx.revision;
            self.waits = false;
            let mut new: Vec<_> =
                ctx.index.links.pile().iter().copied().filter(|card| !self.queue.contains(card)).collect();
            new.sort_unstable();
            self.queue.extend(new.into_iter().filter(|_| !self.alone));
        }
        while !self.waits && self.at < self.queue.len() && self.card(ctx).is_none() {
            self.at += 1;
        }
    }

    /// Goes on to the next card.
    fn advance(&mut self) {
        self.previous = self.queue.get(self.at).copied();
        self.at += 1;
        self.form.next();
        self.zoom = 0;
        self.back = false;
    }

    fn scan_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: &Card, size: egui::Vec2) {
        let texts = ctx.texts;
        let p = Palette::of(ui);
        let image = if self.back { card.back.or(card.front) } else { card.front.or(card.back) };
        let missing = image;
        let image = image.and_then(|id| ctx.book.get(id));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        ui.painter().rect_filled(rect, radius::BOX, p.sunk);
        let area = rect.shrink(20.0);
        let name = image.map_or(texts.cards_without_name(), |image| &image.name);
        let side = image.map_or(CardSide::Missing(texts.images_missing(), texts.images_find()), |image| {
            scan(ctx, ui, texts, image)
        });
        let aspect = image.map_or(1.55, |image| image.aspect());
        // The next card of the pile is to be there when this one has its name.
        let next = self.queue.get(self.at + 1).and_then(|id| ctx.book.get(*id));
        if let Some(next) = next.and_then(|card| card.front).and_then(|id| ctx.book.get(id)) {
            ctx.thumbnails.expect(next, ThumbnailSize::Large);
        }
        match side {
            CardSide::Scan(texture, _) if self.zoom > 0 => {
                let fitted = area.width().min(area.height() * aspect);
                let shown = vec2(fitted, fitted / aspect) * ZOOMS[self.zoom];
                let builder = egui::UiBuilder::new().max_rect(rect.shrink(4.0));
                ui.scope_builder(builder, |ui| {
                    egui::ScrollArea::both().id_salt(("scan", self.at)).auto_shrink(false).show(ui, |ui| {
                        ui.add(egui::Image::new((texture, shown)).fit_to_exact_size(shown).alt_text(name));
                    });
                });
            }
            side => {
                let response = ui.interact(area, ui.scope_id().with(("scan", self.at)), Sense::click());
                // The slot has a card's proportions; a portrait card is fitted into all of the area.
                let frame = CardFrame::new(name, side).show_in(ui, area, response);
                if frame.action {
                    ctx.commands.extend(missing.map(Command::FindPicture));
                } else if frame.response.clicked() {
                    self.zoom = 1;
                }
            }
        }
        let tools = egui::Rect::from_min_size(rect.right_bottom() - vec2(112.0, 38.0), vec2(104.0, 30.0));
        let builder = egui::UiBuilder::new().max_rect(tools).layout(Layout::right_to_left(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            let tool = |ui: &mut egui::Ui, icon, name| {
                ui.add(
                    IconButton::new(icon, name)
                        .size(ButtonSize::Small)
                        .role(crate::gui::widgets::ButtonRole::Default),
                )
            };
            if self.zoom + 1 < ZOOMS.len() && tool(ui, icons::PLUS, texts.cards_zoom_in()).clicked() {
                self.zoom += 1;
            }
            if self.zoom > 0 && tool(ui, icons::MINUS, texts.cards_zoom_out()).clicked() {
                self.zoom -= 1;
            }
            let both = card.front.is_some() && card.back.is_some();
            if both && tool(ui, icons::ARROWS_CLOCKWISE, texts.cards_turned()).clicked() {
                self.back = !self.back;
            }
        });
    }

    /// What is told of the card, with the place of the batch.
    fn facts(&self, ctx: &ViewCtx<'_>) -> NewCard {
        NewCard { place: self.place, ..self.form.facts(ctx) }
    }

    /// Into which place the cards are put: it holds for the whole batch.
    fn place_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut egui::Ui) {
        let texts = ctx.texts;
        if ctx.book.storages.is_empty() {
            return;
        }
        let path = self.place.filter(|place| ctx.book.get(*place).is_some());
        let path = path.map(|place| ctx.index.place_tree().path(ctx.book, place));
        let words = path.as_deref().unwrap_or(texts.places_put_batch());
        let button = ui.add(Button::ghost(words).small().icon(icons::MAP_PIN).trailing(icons::CARET_DOWN));
        egui::Popup::menu(&button)
            .width(320.0)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                if let Some(PlaceChoice::Place(place)) = self.picker.ui(ctx, ui, texts.places_place(), false)
                {
                    self.place = Some(place);
                    ui.close();
                }
                if self.place.is_some() && ui.add(Button::ghost(texts.places_take_out()).small()).clicked() {
                    self.place = None;
                    ui.close();
                }
            });
    }

    /// Under the scan: it is the back of another card, or not wanted at all.
    fn other_ways_ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, card: &Card) {
        let texts = ctx.texts;
        let previous = self.previous.filter(|id| *id != card.id).and_then(|id| ctx.book.get(id));
        if let Some(previous) = previous.filter(|previous| previous.back.is_none()) {
            let name = previous.contact.and_then(|id| ctx.book.get(id)).map(|contact| contact.display_name());
            let words = match name {
                Some(name) => texts.cards_use_as_back_of(&name),
                None => texts.cards_use_as_back().to_owned(),
            };
            if ui.add(Button::new(&words).small().icon(icons::ARROWS_CLOCKWISE)).clicked() {
                let of = previous.id;
                ctx.edit(Edit::UseAsBack { card: card.id, of });
                self.waits = true;
                self.advance();
                self.previous = Some(of);
            }
        }
        if ui.add(Button::ghost(texts.cards_menu_remove()).small().icon(icons::TRASH).danger()).clicked() {
            ctx.edit(Edit::RemoveCard { card: card.id });
            let previous = self.previous;
            self.advance();
            self.previous = previous;
        }
    }
}

fn scan<'a>(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, texts: &'a Texts, image: &Attachment) -> CardSide<'a> {
    match ctx.thumbnails.get(ui.ctx(), image, ThumbnailSize::Large) {
        Thumbnail::Ready(texture) => CardSide::Scan(texture, image.aspect()),
        Thumbnail::Loading => {
            CardSide::Coming(ctx.thumbnails.colour(image, Palette::of(ui).sunk), image.aspect())
        }
        Thumbnail::Missing => CardSide::Missing(texts.images_missing(), texts.images_find()),
    }
}

impl SheetUi for NameCards {
    fn title(&self, texts: &Texts) -> String {
        let position = texts.common_position((self.at + 1) as i64, self.queue.len() as i64);
        if self.queue.len() > 1 {
            format!("{} · {position}", texts.cards_name_title())
        } else {
            texts.cards_name_title().to_owned()
        }
    }

    fn width(&self) -> f32 {
        1040.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, _take_in: &mut TakeIn) -> Next {
        self.catch_up(ctx);
        let Some(card) = self.card(ctx) else {
            if self.waits {
                return Next::Stay;
            }
            if !self.alone && !self.queue.is_empty() && ctx.index.links.pile().is_empty() {
                ctx.ask(Command::Tell(ctx.texts.cards_pile_done().to_owned()));
            }
            return Next::Close;
        };
        let texts = ctx.texts;
        let enter = CardForm::enter(ui);
        let screen = ui.ctx().content_rect();
        let gap = space::XXL;
        let left = (ui.available_width() * 0.46).floor();
        let right = ui.available_width() - left - gap;
        let room = (screen.height() - 210.0).clamp(200.0, 640.0);
        let desired = room.min(452.0);
        let mut known = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            ui.allocate_ui_with_layout(vec2(left, desired), Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = space::S;
                let height = (desired - 40.0).min(left * 0.86);
                self.scan_ui(ctx, ui, card, vec2(left, height));
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    self.place_ui(ctx, ui);
                    self.other_ways_ui(ctx, ui, card);
                });
            });
            ui.allocate_ui_with_layout(vec2(right, desired), Layout::top_down(Align::Min), |ui| {
                egui::ScrollArea::vertical().id_salt("fields").max_height(room).show(ui, |ui| {
                    crate::gui::panes::follow_focus(ui);
                    ui.spacing_mut().item_spacing = vec2(space::S, space::S);
                    ui.set_width(right - 16.0);
                    self.form.person_ui(ctx, ui);
                    known = self.form.known(ctx).and_then(|id| ctx.book.get(id));
                    if let Some(contact) = known {
                        let words = texts.cards_known(&contact.display_name());
                        if Banner::new(Severity::Warn, &words).action(texts.cards_known_file()).show(ui) {
                            let facts = self.facts(ctx);
                            ctx.edit(Edit::FileCard { card: card.id, contact: contact.id, facts });
                            self.waits = true;
                            self.advance();
                        }
                    }
                    if known.is_none()
                        && let Some((contact, reasons)) = self.form.perhaps(ctx)
                    {
                        let name = name_of(ctx.book, texts, contact);
                        let words = texts.duplicates_perhaps_same(&name, &reasons);
                        if Banner::new(Severity::Info, &words).action(texts.cards_known_file()).show(ui) {
                            let facts = self.facts(ctx);
                            ctx.edit(Edit::FileCard { card: card.id, contact, facts });
                            self.waits = true;
                            self.advance();
                        }
                    }
                    self.form.card_ui(ctx, ui);
                });
            });
        });
        ui.add_space(space::L);
        let last = self.at + 1 >= self.queue.len();
        let label = if last { texts.cards_save_last() } else { texts.cards_save_next() };
        let valid = self.form.is_valid(ctx);
        // Filed under a known person above: this frame's fields belong to the card before.
        let is_same = self.queue.get(self.at) == Some(&card.id);
        let row = vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let save = ui.add_enabled(valid, Button::primary(label));
            let save = save.on_disabled_hover_text(texts.cards_name_needed());
            if (save.clicked() || enter) && valid && is_same {
                ctx.edit(Edit::NameCard {
                    card: card.id,
                    contact: Box::new(self.form.contact()),
                    employment: self.form.employment(),
                    facts: self.facts(ctx),
                });
                self.waits = true;
                self.advance();
            }
            if !last && ui.add(Button::new(texts.common_skip())).clicked() && is_same {
                self.advance();
            }
            if enter && !valid && is_same {
                let p = Palette::of(ui);
                ui.label(text::rich(texts.cards_name_needed(), TextKind::Small, p.danger));
                self.form.refocus();
            }
        });
        Next::Stay
    }
}
