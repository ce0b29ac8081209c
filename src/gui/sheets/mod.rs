//! Focused tasks above the view. At most one is open; Esc closes it.
//!
//! Owns the frame that all sheets share: title, close button, backdrop, Esc. Each sheet is a file
//! with a state and a [`SheetUi`]; it reads and asks like a view.

mod card_form;
mod name_cards;
mod new_contact;
mod file_images;
mod other_picture;
pub(in crate::gui) mod day_field;
mod follow_up;
mod event;
mod cancel_event;
mod event_letter;
mod guests;
mod introduced_at;
mod photos;
mod prep;
mod human;
mod quiz;
mod debrief;
mod templates;
mod encounter;
mod quick_line;
mod relationship;
mod introduction;
mod capture;
mod matches;
mod synonyms;
mod opt_in;
mod lead;
mod request;
mod pass_on;
mod edit_referral;
mod edit_review;
mod move_card;
mod portrait;
mod put_off;
mod thanks;
mod repeat_field;
mod round;
mod review;
mod reasons;
mod circle;
mod export;
mod see_as;
mod spread;
mod saved_search;
mod path_field;
mod passphrase_field;
mod earlier;
mod conflicts;
mod duplicates;
mod trash;
mod places;
mod clear_ten;
mod calendar_file;
mod network_in;
mod network_out;
mod check_book;
mod passphrase;
mod shortcuts;
mod about;

use eframe::egui;

use crate::gui::command::{Command, RequestOf, Sheet};
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Elevation, Palette, TextKind, icons, radius, space, text};
use crate::gui::widgets::{
    ButtonSize, EmptyState, IconButton, forget_changes, has_changes, knows_changes_of,
};
use crate::gui::work::Purpose;
use crate::text::Texts;

pub(in crate::gui) use conflicts::person_of;
pub use passphrase_field::PassphraseField;

/// What a sheet wants after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To stay open.
    Stay,
    /// To be closed.
    Close,
}

/// A sheet: a state that draws itself, reads the context and asks for commands.
pub trait SheetUi {
    /// The title at the top.
    fn title(&self, texts: &Texts) -> String;

    /// The width that it would like, in points; the window's width less a margin is the limit.
    fn width(&self) -> f32 {
        520.0
    }

    /// How high it is at most, in points, when what is below its first fields comes and goes: it stands still then, with its
    /// top where a sheet of this height would have it.
    fn stands_still(&self) -> Option<f32> {
        None
    }

    /// Draws its own head in place of the title, left of the cross; returns whether it did.
    fn head(&mut self, _ctx: &mut ViewCtx<'_>, _ui: &mut egui::Ui) -> bool {
        false
    }

    /// Whether what is typed into it is meant for the book, and lost when it closes. A search is not.
    fn keeps_words(&self) -> bool {
        true
    }

    /// Whether it takes the whole window and draws its own head.
    fn is_page(&self) -> bool {
        false
    }

    /// What is typed about people who have no verdict yet: kept for when the sheet comes back, so that Esc asks nothing.
    fn leave(&mut self) -> review::Drafts {
        review::Drafts::new()
    }

    /// The run through the pile, kept for when the sheet comes back.
    fn leave_run(&mut self) -> Option<clear_ten::Run> {
        None
    }

    /// Draws what stands below the title.
    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut egui::Ui, take_in: &mut TakeIn) -> Next;
}

/// The sheet that is open and what is typed into it.
#[derive(Default)]
pub struct Sheets {
    open: Option<Sheet>,
    state: Option<Box<dyn SheetUi>>,
    path_field: Option<path_field::PathField>,
    /// Something was typed into the sheet that is not in the book yet.
    typed: bool,
    /// It was typed where nobody knows what stood there before, or before another sheet lay above.
    typed_for_good: bool,
    /// The sheet is another one than in the last frame.
    is_new: bool,
    /// What was typed into reviews that were left without a verdict.
    reviews: review::Drafts,
    /// The run through the pile that was left.
    pile_run: Option<clear_ten::Run>,
    /// The sheet above which another one was opened: it goes on when that one is closed.
    below: Option<(Sheet, Box<dyn SheetUi>, bool)>,
}

impl Sheets {
    /// Whether something was typed into the sheet that is not in the book yet.
    pub fn has_typed(&self) -> bool {
        self.typed && self.open.is_some()
    }

    /// Whether words wait for when a sheet comes back, which are lost when the program ends: no file has them.
    pub fn keeps_words(&self) -> bool {
        self.pile_run.as_ref().is_some_and(clear_ten::Run::has_words)
            || self.reviews.values().any(review::Draft::has_words)
    }

    /// Whether closing the sheet, or opening this one instead, would lose what was typed. What is typed into a review
    /// is kept for when it comes back.
    pub fn loses_words(&self) -> bool {
        self.has_typed() && !matches!(self.open, Some(Sheet::Review(_) | Sheet::ClearTen))
    }

    /// The sheet that is open.
    pub fn open(&self) -> Option<&Sheet> {
        self.open.as_ref()
    }

    /// Opens a sheet; what was typed into another one is dropped.
    pub fn show(&mut self, sheet: Sheet) {
        let goes_above = self.goes_above(&sheet);
        match (&self.open, self.state.take()) {
            (Some(below), Some(state)) if goes_above => {
                self.below = Some((below.clone(), state, self.typed));
            }
            (_, state) => {
                self.state = state;
                self.park();
                self.below = None;
            }
        }
        self.open = Some(sheet);
        self.state = None;
        self.begin(false);
    }

    /// A sheet comes into sight into which something was typed already, or not.
    fn begin(&mut self, typed: bool) {
        (self.typed, self.typed_for_good, self.is_new) = (typed, typed, true);
    }

    /// Whether a sheet opens above the present one, which goes on afterwards with what is typed into it.
    pub fn goes_above(&self, sheet: &Sheet) -> bool {
        matches!(
            (&self.open, sheet),
            (Some(Sheet::Review(_)), Sheet::Reasons)
                | (Some(Sheet::Thanks(_)), Sheet::Templates(..))
                | (Some(Sheet::Capture(_)), Sheet::NewContactNamed(_))
                | (Some(Sheet::Debrief(_)), Sheet::NameCards(_))
                | (
                    Some(Sheet::Places(_)),
                    Sheet::Place(..)
                        | Sheet::PutInto(_)
                        | Sheet::Lend(..)
                        | Sheet::PassOn(_)
                        | Sheet::NameOne(_)
                )
                | (
                    Some(Sheet::ClearTen),
                    Sheet::NameOne(_)
                        | Sheet::Thanks(_)
                        | Sheet::PassOn(_)
                        | Sheet::PutInto(_)
                        | Sheet::Lend(..)
                )
        )
    }

    /// Keeps what is typed into a review.
    fn park(&mut self) {
        if let Some(state) = &mut self.state {
            self.reviews.append(&mut state.leave());
            self.pile_run = state.leave_run().or(self.pile_run.take());
        }
    }

    /// Closes the sheet.
    pub fn close(&mut self) {
        self.park();
        self.open = None;
        self.state = None;
        self.begin(false);
        if let Some((sheet, state, typed)) = self.below.take() {
            self.open = Some(sheet);
            self.state = Some(state);
            self.begin(typed);
        }
    }

    /// Asks for a path by a field, because the system has no file dialog.
    pub fn ask_for_path(&mut self, purpose: Purpose) {
        self.path_field = Some(path_field::PathField::new(purpose));
    }

    /// Draws the sheet.
    pub fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &egui::Ui, take_in: &mut TakeIn) {
        if let Some(field) = &mut self.path_field {
            if frame_ui(ctx, ui, field, take_in) != Closing::No {
                self.path_field = None;
            }
            return;
        }
        let Some(sheet) = &self.open else { return };
        let (reviews, run) = (&mut self.reviews, &mut self.pile_run);
        let state = self.state.get_or_insert_with(|| make(sheet, ctx, reviews, run));
        let keeps = state.keeps_words();
        if std::mem::take(&mut self.is_new) {
            forget_changes(ui.ctx());
        }
        let before = ctx.commands.len();
        let closing = frame_ui(ctx, ui, &mut **state, take_in);
        if ctx.commands[before..].iter().any(|command| matches!(command, Command::Edit(_))) {
            // It is in the book now; a sheet that goes on has new words to wait for.
            forget_changes(ui.ctx());
            (self.typed, self.typed_for_good) = (false, false);
        } else if keeps {
            // A text that was typed and taken back again is nothing to ask about.
            self.typed_for_good |= is_typing(ui.ctx());
            self.typed = self.typed_for_good || has_changes(ui.ctx());
        }
        if closing == Closing::Brushed && self.typed && !state.is_page() {
            ctx.ask(Command::CloseSheet);
        } else if closing != Closing::No {
            if *sheet == Sheet::FileImages {
                // Closing the question is an answer too: the pictures are not wanted.
                ctx.ask(crate::gui::Command::CancelIntake);
            }
            self.close();
        }
    }
}

fn make(
    sheet: &Sheet,
    ctx: &ViewCtx<'_>,
    reviews: &mut review::Drafts,
    run: &mut Option<clear_ten::Run>,
) -> Box<dyn SheetUi> {
    match sheet {
        Sheet::NameCards(card) => Box::new(name_cards::NameCards::new(*card, ctx)),
        Sheet::NameOne(card) => Box::new(name_cards::NameCards::one(*card, ctx)),
        Sheet::NewContact => Box::new(new_contact::NewContact::new(ctx)),
        Sheet::NewContactNamed(name) => Box::new(new_contact::NewContact::named(name, ctx)),
        Sheet::FollowUp(draft) => Box::new(follow_up::FollowUpSheet::new(draft, ctx)),
        Sheet::Thanks(contact) => Box::new(thanks::ThanksSheet::new(*contact, ctx)),
        Sheet::PutOff(what) => Box::new(put_off::PutOff::new(what.clone(), ctx)),
        Sheet::GiveUp(what) => Box::new(put_off::GiveUp::new(*what)),
        Sheet::Guests(event) => Box::new(guests::GuestsSheet::new(*event, ctx)),
        Sheet::IntroducedAt(event) => Box::new(introduced_at::IntroducedAt::new(*event, ctx)),
        Sheet::Photos(event, first) => Box::new(photos::PhotosSheet::new(*event, *first)),
        Sheet::Human(contact, then) => Box::new(human::HumanSheet::new(*contact, then.clone(), ctx)),
        Sheet::Quiz(of) => Box::new(quiz::QuizSheet::new(*of, ctx)),
        Sheet::Prep(event) => Box::new(prep::PrepSheet::new(*event)),
        Sheet::Debrief(event) => Box::new(debrief::DebriefSheet::new(*event)),
        Sheet::Templates(first, language, formality) => {
            Box::new(templates::TemplatesSheet::new(*first, language, *formality, ctx))
        }
        Sheet::Event(event) => Box::new(event::EventSheet::new(*event, ctx)),
        Sheet::CancelEvent { event, absent } => {
            Box::new(cancel_event::CancelEvent::new(*event, *absent, ctx))
        }
        Sheet::EventLetter { event, occasion, part } => {
            Box::new(event_letter::EventLetter::new(*event, *occasion, *part, ctx))
        }
        Sheet::LogEncounter { contacts, completes } => {
            Box::new(encounter::EncounterSheet::new(contacts, *completes, ctx))
        }
        Sheet::LogLine { line, contacts } => {
            Box::new(encounter::EncounterSheet::of_line(line, contacts, ctx))
        }
        Sheet::EditEncounter(encounter) => Box::new(encounter::EncounterSheet::edit(*encounter, ctx)),
        Sheet::Relationship(contact) => Box::new(relationship::RelationshipSheet::new(*contact, ctx)),
        Sheet::Introduction(contact) => Box::new(introduction::IntroductionSheet::new(*contact, ctx)),
        Sheet::Capture(contact) => Box::new(capture::CaptureSheet::new(*contact, ctx)),
        Sheet::Matches(ask) => Box::new(matches::MatchesSheet::new(ask.clone(), ctx)),
        Sheet::Synonyms => Box::new(synonyms::SynonymsSheet::new(ctx)),
        Sheet::PlanIntroduction(sides) => Box::new(opt_in::OptInSheet::new(*sides, ctx)),
        Sheet::PlanIntroductionAbout(sides, abouts) => {
            Box::new(opt_in::OptInSheet::new(*sides, ctx).about(abouts.clone()))
        }
        Sheet::OptIn(introduction) | Sheet::Request(RequestOf::Introduce { introduction, .. }) => {
            Box::new(opt_in::OptInSheet::of(*introduction, None, ctx))
        }
        Sheet::Request(RequestOf::Side { introduction, contact, .. }) => {
            Box::new(opt_in::OptInSheet::of(*introduction, Some(*contact), ctx))
        }
        Sheet::Request(RequestOf::Reach(people)) => Box::new(request::RequestSheet::new(people.clone(), ctx)),
        Sheet::Request(RequestOf::Referral(source)) => Box::new(request::RequestSheet::about(*source, ctx)),
        Sheet::Request(RequestOf::Help(contact, need)) => {
            Box::new(request::RequestSheet::for_help(*contact, need, ctx))
        }
        Sheet::Request(RequestOf::Owner(referral)) => {
            Box::new(request::RequestSheet::to_owner(*referral, ctx))
        }
        Sheet::Lead(giver) => Box::new(lead::LeadSheet::new(*giver, ctx)),
        Sheet::PassOn(contact) => Box::new(pass_on::PassOnSheet::new(*contact, ctx)),
        Sheet::RelationshipOf(from, to) => {
            Box::new(relationship::RelationshipSheet::new(*from, ctx).with(*to))
        }
        Sheet::IntroductionOf(a, b) => Box::new(introduction::IntroductionSheet::new(*a, ctx).with(*b)),
        Sheet::PassOnTo(subject, to, need) => {
            Box::new(pass_on::PassOnSheet::new(*subject, ctx).with(*to, *need, ctx))
        }
        Sheet::EditReferral(referral, ended) => {
            Box::new(edit_referral::EditReferral::new(*referral, *ended, ctx))
        }
        Sheet::EditReview(review) => Box::new(edit_review::EditReview::new(*review, ctx)),
        Sheet::Portrait(contact) => Box::new(portrait::PortraitSheet::new(*contact, ctx)),
        Sheet::MoveCard(card) => Box::new(move_card::MoveCardSheet::new(*card, ctx)),
        Sheet::Review(contact) => Box::new(review::ReviewSheet::new(*contact, std::mem::take(reviews), ctx)),
        Sheet::Reasons => Box::new(reasons::Reasons::default()),
        Sheet::Circle(circle) => Box::new(circle::CircleSheet::new(*circle, ctx)),
        Sheet::DeleteCircle(circle) => {
            Box::new(circle::CircleSheet::new(Some(*circle), ctx).asking_to_delete(ctx))
        }
        Sheet::SavedSearch(search) => Box::new(saved_search::SavedSearchSheet::new(*search, ctx)),
        Sheet::Spread(of) => Box::new(spread::SpreadSheet::new(*of)),
        Sheet::FileImages => Box::new(file_images::FileImages::new(ctx)),
        Sheet::OtherPicture { missing, file, name } => {
            Box::new(other_picture::OtherPicture::new(*missing, file.clone(), name.clone()))
        }
        Sheet::Conflicts(first) => Box::new(conflicts::ConflictsSheet::new(*first)),
        Sheet::Duplicates(of) => Box::new(duplicates::DuplicatesSheet::new(*of)),
        Sheet::Calendar(preview) => {
            Box::new(calendar_file::CalendarSheet::new(std::sync::Arc::clone(preview)))
        }
        Sheet::NetworkIn(preview) => {
            Box::new(network_in::NetworkInSheet::new(std::sync::Arc::clone(preview)))
        }
        Sheet::Places(spot) => Box::new(places::PlacesPage::new(*spot, ctx)),
        Sheet::Place(place, inside) => Box::new(places::PlaceForm::new(*place, *inside, ctx)),
        Sheet::PutInto(cards) => Box::new(places::PutInto::new(cards.clone())),
        Sheet::Lend(cards, gives) => Box::new(places::LendSheet::new(cards.clone(), *gives, ctx)),
        Sheet::ClearTen => Box::new(clear_ten::ClearTen::new(run.take(), ctx)),
        Sheet::NetworkOut(shown) => Box::new(network_out::NetworkOutSheet::new(shown.clone(), ctx)),
        Sheet::Export(of, format) => Box::new(export::ExportSheet::new(of.clone(), *format, ctx)),
        Sheet::SeeAs => Box::new(see_as::SeeAsSheet),
        Sheet::Trash => Box::new(trash::TrashSheet::default()),
        Sheet::Earlier => Box::new(earlier::EarlierSheet::default()),
        Sheet::Check => Box::new(check_book::CheckSheet::default()),
        Sheet::Passphrase(task) => Box::new(passphrase::PassphraseSheet::new(*task)),
        Sheet::Taken => Box::new(earlier::TakenSheet),
        Sheet::Shortcuts => Box::new(shortcuts::Shortcuts::default()),
        Sheet::About => Box::new(about::About),
    }
}

/// Nothing is left to do here: says so, and its one button closes the sheet.
fn nothing_left(ctx: &ViewCtx<'_>, ui: &mut egui::Ui, state: EmptyState<'_>) -> Next {
    ui.add_space(space::XXL);
    let closed = state.action(ctx.texts.common_done()).show(ui);
    ui.add_space(space::XXL);
    if closed { Next::Close } else { Next::Stay }
}

/// How a sheet closes after a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closing {
    /// It stays.
    No,
    /// One of its buttons closed it.
    Meant,
    /// By Esc, a click beside it or the cross: perhaps by accident.
    Brushed,
}

/// Whether a text is being changed in this frame of which nobody knows what it was before.
fn is_typing(ctx: &egui::Context) -> bool {
    let is_known = |ctx: &egui::Context| {
        ctx.memory(egui::Memory::focused).is_some_and(|field| knows_changes_of(ctx, field))
    };
    ctx.text_edit_focused()
        && !is_known(ctx)
        && ctx.input(|input| {
            input.raw.events.iter().any(|event| match event {
                egui::Event::Text(_) | egui::Event::Paste(_) | egui::Event::Cut => true,
                egui::Event::Ime(egui::ImeEvent::Commit(_)) => true,
                egui::Event::Key { key, pressed, .. } => {
                    *pressed && matches!(key, egui::Key::Backspace | egui::Key::Delete)
                }
                _ => false,
            })
        })
}

fn frame_ui(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, sheet: &mut dyn SheetUi, take_in: &mut TakeIn) -> Closing {
    if sheet.is_page() {
        return page_ui(ctx, ui, sheet, take_in);
    }
    let screen = ui.ctx().content_rect();
    let width = sheet.width().min(screen.width() - 48.0);
    let p = Palette::of(ui);
    let backdrop = p.backdrop.gamma_multiply(if p.is_dark() { 0.6 } else { 0.42 });
    let frame = egui::Frame::new()
        .fill(p.desk)
        .corner_radius(radius::MODAL)
        .inner_margin(20)
        .shadow(Elevation::Pop.layers(p.is_dark())[0]);
    let mut next = Closing::No;
    let id = egui::Id::unique("sheet");
    let mut modal = egui::Modal::new(id).frame(frame).backdrop_color(backdrop);
    if let Some(high) = sheet.stands_still() {
        // In the middle it would jump with every line that comes or goes.
        let top = ((screen.height() - high) / 2.0).max(16.0).round();
        let area = egui::Modal::default_area(id).anchor(egui::Align2::CENTER_TOP, egui::vec2(0.0, top));
        modal = modal.area(area);
    }
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        ui.set_max_height(screen.height() - 88.0);
        ui.horizontal(|ui| {
            if !sheet.head(ctx, ui) {
                let title = sheet.title(ctx.texts);
                ui.add(egui::Label::new(text::rich(&title, TextKind::Title, p.text)).truncate());
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let close = IconButton::new(icons::X, ctx.texts.common_close()).size(ButtonSize::Small);
                if ui.add(close).clicked() {
                    next = Closing::Brushed;
                }
            });
        });
        ui.add_space(12.0);
        if sheet.ui(ctx, ui, take_in) == Next::Close {
            next = Closing::Meant;
        }
    });
    if shown.should_close() && next == Closing::No {
        next = Closing::Brushed;
    }
    next
}

/// A sheet that takes the whole window.
fn page_ui(ctx: &mut ViewCtx<'_>, ui: &egui::Ui, sheet: &mut dyn SheetUi, take_in: &mut TakeIn) -> Closing {
    let screen = ui.ctx().content_rect();
    let id = egui::Id::unique("sheet");
    let area = egui::Modal::default_area(id).anchor(egui::Align2::LEFT_TOP, egui::Vec2::ZERO);
    let modal =
        egui::Modal::new(id).area(area).frame(egui::Frame::new()).backdrop_color(Palette::of(ui).desk);
    let mut next = Closing::No;
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_min_size(screen.size());
        ui.set_max_size(screen.size());
        let mut page = ui.new_child(egui::UiBuilder::new().max_rect(screen).id_salt("page"));
        if sheet.ui(ctx, &mut page, take_in) == Next::Close {
            next = Closing::Meant;
        }
    });
    if shown.should_close() && next == Closing::No {
        next = Closing::Brushed;
    }
    next
}
