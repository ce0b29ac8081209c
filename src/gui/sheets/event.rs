//! Adds or changes an event.

use eframe::egui::{self, Ui};

use super::day_field::{DayField, save_key, time_ui};
use super::{Next, SheetUi};
use crate::edit::Edit;
use crate::gui::ctx::ViewCtx;
use crate::gui::take_in::TakeIn;
use crate::gui::theme::{Palette, TextKind, space, text};
use crate::gui::widgets::{Button, Chip, TextField};
use crate::model::{Attendance, Event, Id, LATE_WITHIN_DAYS, Money, Organizer};
use crate::text::{Locale, Texts, fold::fold};

/// Adds or changes an event.
pub struct EventSheet {
    /// What it was; a new one has no id.
    before: Event,
    event: Event,
    first: DayField,
    last: DayField,
    starts: String,
    ends: String,
    organizer: String,
    fee: String,
    /// Days before it within which cancelling is late.
    late: String,
    /// Saving was tried; what is missing may be said now.
    tried: bool,
}

impl EventSheet {
    /// Returns the sheet as it opens.
    pub fn new(event: Option<Id<Event>>, ctx: &ViewCtx<'_>) -> Self {
        let before = event.and_then(|id| ctx.book.get(id)).map(|event| (**event).clone());
        let is_new = before.is_none();
        let before = before.unwrap_or_default();
        let time = |at: Option<_>| at.map(|at| ctx.texts.locale().time(at)).unwrap_or_default();
        let first = if is_new { Some(ctx.today) } else { before.starts_on };
        let mut event = before.clone();
        let currency = if ctx.texts.locale() == Locale::Ja { "JPY" } else { "EUR" };
        event.fee.get_or_insert_with(|| Money { minor: 0, currency: currency.to_owned() });
        Self {
            first: DayField::new(ctx, first),
            last: DayField::new(ctx, before.ends_on),
            starts: time(before.starts_at),
            ends: time(before.ends_at),
            organizer: organizer_name(ctx, before.organizer),
            fee: before.fee.as_ref().map(fee_text).unwrap_or_default(),
            late: before.late_within_days.map(|days| days.to_string()).unwrap_or_default(),
            event,
            before,
            tried: false,
        }
    }

    fn is_new(&self) -> bool {
        self.before.id.is_nil()
    }
}

fn organizer_name(ctx: &ViewCtx<'_>, organizer: Option<Organizer>) -> String {
    match organizer {
        Some(Organizer::Contact(id)) => ctx.book.get(id).map(|contact| contact.display_name()),
        Some(Organizer::Organization(id)) => ctx.book.get(id).map(|record| record.name.clone()),
        None => None,
    }
    .unwrap_or_default()
}

/// Finds the company, else the person, of a name.
fn organizer_of(ctx: &ViewCtx<'_>, name: &str) -> Option<Organizer> {
    let wanted = fold(name);
    if wanted.is_empty() {
        return None;
    }
    let company = ctx.book.organizations.values().find(|record| fold(&record.name) == wanted);
    company.map(|record| Organizer::Organization(record.id)).or_else(|| {
        let contact = ctx.book.contacts.values().find(|contact| fold(&contact.display_name()) == wanted);
        contact.map(|contact| Organizer::Contact(contact.id))
    })
}

pub(super) fn fee_text(fee: &Money) -> String {
    let (one, places) = (Money::units(&fee.currency), Money::places(&fee.currency) as usize);
    let (whole, part) = (fee.minor / one, fee.minor % one);
    if part == 0 {
        whole.to_string()
    } else {
        let minus = if fee.minor < 0 { "-" } else { "" };
        format!("{minus}{}.{:0places$}", whole.abs(), part.abs())
    }
}

/// Reads an amount such as `25`, `12.50` or `12,50` in the smallest unit; nothing for anything else.
pub(super) fn parse_fee(typed: &str, currency: &str) -> Option<i64> {
    let folded = fold(typed).replace(',', ".");
    let (whole, part) = folded.split_once('.').unwrap_or((folded.as_str(), ""));
    let digits = Money::places(currency) as usize;
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if !is_number(whole) || part.len() > digits || !(part.is_empty() || is_number(part)) {
        return None;
    }
    let scale = Money::units(currency);
    let part: i64 = if part.is_empty() { 0 } else { format!("{part:0<digits$}").parse().ok()? };
    whole.parse::<i64>().ok()?.checked_mul(scale)?.checked_add(part)
}

/// Reads the days before an event within which cancelling is late; `Ok(None)` while nothing is typed.
fn parse_late(typed: &str) -> Result<Option<u32>, ()> {
    match fold(typed).trim() {
        "" => Ok(None),
        days => days.parse().ok().filter(|days| *days <= 365).map(Some).ok_or(()),
    }
}

/// Returns the name of what became of an attendance.
pub fn attendance_label(status: Attendance, texts: &Texts) -> &str {
    match status {
        Attendance::Planned => texts.common_event_planned(),
        Attendance::Attended => texts.common_event_attended(),
        Attendance::CancelledEarly => texts.common_event_cancelled_early(),
        Attendance::CancelledLate => texts.common_event_cancelled_late(),
        Attendance::NoShow => texts.common_event_no_show(),
    }
}

/// Two fields side by side.
fn pair(ui: &mut Ui, left: impl FnOnce(&mut Ui, f32), right: impl FnOnce(&mut Ui, f32)) {
    let width = (ui.available_width() - space::L) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        left(ui, width);
        right(ui, width);
    });
}

impl SheetUi for EventSheet {
    fn title(&self, texts: &Texts) -> String {
        if self.is_new() { texts.calendar_add_event() } else { texts.calendar_event_change() }.to_owned()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn ui(&mut self, ctx: &mut ViewCtx<'_>, ui: &mut Ui, _take_in: &mut TakeIn) -> Next {
        let texts = ctx.texts;
        let room = (ui.ctx().content_rect().height() - 240.0).max(160.0);
        let mut times = (Ok(None), Ok(None));
        egui::ScrollArea::vertical().id_salt("event fields").max_height(room).show(ui, |ui| {
            crate::gui::panes::follow_focus(ui);
            ui.spacing_mut().item_spacing.y = space::M;
            times = self.fields_ui(ctx, ui);
        });
        let p = Palette::of(ui);
        let (starts_at, ends_at) = (times.0.unwrap_or(None), times.1.unwrap_or(None));
        let organizer = organizer_of(ctx, &self.organizer);
        let fee = self.fee.trim();
        let amount = parse_fee(fee, &self.event.currency());
        let late = parse_late(&self.late);
        let one_day = self.last.day().is_none() || self.last.day() == self.first.day();
        let wrong = if self.event.title.trim().is_empty() {
            Some(texts.calendar_event_title_needed())
        } else if self.first.is_wrong() || self.last.is_wrong() {
            Some(texts.calendar_date_bad())
        } else if matches!((self.first.day(), self.last.day()), (Some(first), Some(last)) if last < first) {
            Some(texts.calendar_event_ends_before())
        } else if times.0.is_err() || times.1.is_err() {
            Some(texts.calendar_time_bad())
        } else if one_day && matches!((starts_at, ends_at), (Some(from), Some(to)) if to < from) {
            Some(texts.calendar_event_ends_before_time())
        } else if !self.organizer.trim().is_empty() && organizer.is_none() {
            Some(texts.calendar_event_organizer_bad())
        } else if !fee.is_empty() && amount.is_none() {
            Some(texts.calendar_event_fee_bad())
        } else if late.is_err() {
            Some(texts.visits_late_within_bad())
        } else {
            None
        };
        ui.add_space(space::S);
        // A missing title is no mistake before saving is tried; a date that cannot be is one at once.
        let is_missing_title = self.event.title.trim().is_empty();
        let shown = wrong.filter(|_| self.tried || !is_missing_title);
        ui.label(text::rich(shown.unwrap_or(" "), TextKind::Small, p.danger));
        let mut next = Next::Stay;
        let mut save = save_key(ui);
        let foot = egui::vec2(ui.available_width(), 32.0);
        ui.allocate_ui_with_layout(foot, egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let label = if self.is_new() { texts.common_add() } else { texts.common_save() };
            save |= ui.add(Button::primary(label)).clicked();
            if ui.add(Button::ghost(texts.common_cancel())).clicked() {
                next = Next::Close;
            }
            if !self.is_new() {
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    if ui.add(Button::ghost(texts.calendar_event_remove()).danger()).clicked() {
                        ctx.edit(Edit::RemoveEvent { event: self.before.id });
                        next = Next::Close;
                    }
                });
            }
        });
        if !save {
            return next;
        }
        self.tried = true;
        if wrong.is_some() {
            return Next::Stay;
        }
        let currency = self.event.currency();
        let event = Box::new(Event {
            title: self.event.title.trim().to_owned(),
            starts_on: self.first.day(),
            ends_on: self.last.day().filter(|last| Some(*last) != self.first.day()),
            starts_at,
            ends_at,
            organizer,
            fee: amount.map(|minor| Money { minor, currency }),
            late_within_days: late.unwrap_or(None),
            // When it was said is known only of what was cancelled.
            cancelled_on: self.event.cancelled_on.filter(|_| {
                matches!(self.event.status, Attendance::CancelledEarly | Attendance::CancelledLate)
            }),
            ..self.event.clone()
        });
        ctx.edit(if self.is_new() { Edit::AddEvent { event } } else { Edit::ChangeEvent { event } });
        Next::Close
    }
}

type Times = (Result<Option<chrono::NaiveTime>, ()>, Result<Option<chrono::NaiveTime>, ()>);

impl EventSheet {
    fn fields_ui(&mut self, ctx: &ViewCtx<'_>, ui: &mut Ui) -> Times {
        let p = Palette::of(ui);
        let texts = ctx.texts;
        let event = &mut self.event;
        pair(
            ui,
            |ui, width| {
                TextField::new(texts.calendar_event_title()).width(width).show(ui, &mut event.title);
            },
            |ui, width| {
                TextField::new(texts.calendar_event_series())
                    .hint(texts.calendar_event_series_hint())
                    .width(width)
                    .show(ui, &mut event.series);
            },
        );
        let (first, last) = (&mut self.first, &mut self.last);
        pair(
            ui,
            |ui, width| {
                let hint = texts.calendar_when_hint();
                first.ui(ctx, ui, texts.calendar_event_first_day(), hint, width);
            },
            |ui, width| {
                let hint = texts.calendar_event_same_day();
                last.ui(ctx, ui, texts.calendar_event_last_day(), hint, width);
            },
        );
        let (starts, ends) = (&mut self.starts, &mut self.ends);
        let mut times = (Ok(None), Ok(None));
        pair(
            ui,
            |ui, width| times.0 = time_ui(ctx, ui, texts.calendar_event_from(), width, starts),
            |ui, width| times.1 = time_ui(ctx, ui, texts.calendar_event_to(), width, ends),
        );
        let (venue, city) = (&mut event.venue, &mut event.city);
        pair(
            ui,
            |ui, width| {
                TextField::new(texts.calendar_event_venue()).width(width).show(ui, venue);
            },
            |ui, width| {
                TextField::new(texts.calendar_event_city()).width(width).show(ui, city);
            },
        );
        let (organizer, fee) = (&mut self.organizer, &mut self.fee);
        let mut currency = event.currency();
        pair(
            ui,
            |ui, width| {
                TextField::new(texts.calendar_event_organizer())
                    .hint(texts.calendar_event_organizer_hint())
                    .width(width)
                    .show(ui, organizer);
            },
            |ui, width| {
                let part = width - 90.0 - space::S;
                ui.spacing_mut().item_spacing.x = space::S;
                TextField::new(texts.calendar_event_fee()).width(part).show(ui, fee);
                TextField::new(texts.calendar_event_currency()).width(90.0).show(ui, &mut currency);
            },
        );
        let typed: String =
            currency.to_uppercase().chars().filter(char::is_ascii_alphabetic).take(3).collect();
        event.fee = Some(Money { minor: event.fee.as_ref().map_or(0, |fee| fee.minor), currency: typed });
        let (link, late) = (&mut event.link, &mut self.late);
        pair(
            ui,
            |ui, width| {
                TextField::new(texts.calendar_event_link()).width(width).show(ui, link);
            },
            |ui, width| {
                let error = parse_late(late).is_err().then(|| texts.visits_late_within_bad());
                let usual = texts.visits_late_within_hint(i64::from(LATE_WITHIN_DAYS));
                let field = TextField::new(texts.visits_late_within()).hint(&usual);
                field.width(width).error(error).show(ui, late);
            },
        );
        TextField::new(texts.calendar_event_goal())
            .hint(texts.calendar_event_goal_hint())
            .show(ui, &mut event.goal);
        ui.label(text::rich(texts.calendar_event_status(), TextKind::Label, p.text3));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            for status in Attendance::ALL {
                let chip = Chip::new(attendance_label(status, texts), event.status == status);
                if ui.add(chip).clicked() {
                    event.status = status;
                }
            }
        });
        ui.label(text::rich(texts.calendar_event_notes(), TextKind::Label, p.text3));
        crate::gui::widgets::HandField::new(texts.calendar_event_notes(), "", 2).show(ui, &mut event.notes);
        times
    }
}

/// The currency of the fee, also while there is no amount.
trait Currency {
    fn currency(&self) -> String;
}

impl Currency for Event {
    fn currency(&self) -> String {
        self.fee.as_ref().map(|fee| fee.currency.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_late_are_a_whole_number_up_to_a_year() {
        assert_eq!(parse_late(" "), Ok(None));
        assert_eq!(
            (parse_late("0"), parse_late("\u{ff13}"), parse_late("365")),
            (Ok(Some(0)), Ok(Some(3)), Ok(Some(365)))
        );
        for bad in ["9999", "-1", "2.5", "two"] {
            assert_eq!(parse_late(bad), Err(()), "{bad}");
        }
    }

    #[test]
    fn fees_are_read_in_the_smallest_unit_of_their_currency() {
        for (typed, currency, minor) in [
            ("25", "EUR", Some(2500)),
            ("12,5", "EUR", Some(1250)),
            ("12.50", "EUR", Some(1250)),
            ("３０００", "JPY", Some(3000)),
            ("3000.5", "JPY", None),
            ("12.505", "EUR", None),
            ("12.505", "KWD", Some(12_505)),
            ("12.5", "KWD", Some(12_500)),
            ("12.5055", "KWD", None),
            ("500000", "XAF", Some(500_000)),
            ("0.5", "UGX", None),
            ("-1", "EUR", None),
            ("free", "EUR", None),
            ("99999999999999999999", "EUR", None),
        ] {
            assert_eq!(parse_fee(typed, currency), minor, "{typed} {currency}");
        }
        let money = |minor, currency: &str| Money { minor, currency: currency.to_owned() };
        assert_eq!(fee_text(&money(1205, "EUR")), "12.05");
        assert_eq!(fee_text(&money(2500, "EUR")), "25");
        assert_eq!(fee_text(&money(3000, "JPY")), "3000");
        assert_eq!(fee_text(&money(12_050, "KWD")), "12.050");
    }
}
