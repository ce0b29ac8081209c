//! The layouts of the calendar in the real window: week, endless list, the way to another day, events made longer, and
//! what is too much for one day spread over a week.

use cardloom::edit::{ContactField, Edit};
use cardloom::gui::settings::{CalendarLayout, HolidayChoice, MotionChoice, Settings};
use cardloom::gui::{Command, Route, Sheet};
use cardloom::model::*;
use cardloom::text::weeks::WeekStart;
use chrono::{NaiveDate, NaiveTime, Weekday};
use eframe::egui::{Event as Input, Key, Modifiers, MouseWheelUnit, Pos2, TouchPhase, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::app_calendar::{Window, button, october};
use crate::world::today;

const WIDE: [f32; 2] = [1440.0, 900.0];
const SMALL: [f32; 2] = [1000.0, 700.0];

fn settings(calendar: CalendarLayout) -> Settings {
    Settings { language: "en".to_owned(), motion: MotionChoice::Reduced, calendar, ..Settings::fresh() }
}

fn window(calendar: CalendarLayout) -> Window {
    Window::with(settings(calendar), None, WIDE)
}

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// Adds something to do at a time.
fn timed(window: &mut Window, name: &str, day: NaiveDate, at: Option<NaiveTime>) -> Id<FollowUp> {
    let contact = window.contact(name);
    let id = window.follow_up(FollowUpKind::Call, contact, day);
    let follow_up = FollowUp { due_at: at, ..FollowUp::clone(window.book().get(id).expect("just added")) };
    window.edit(Edit::ChangeFollowUp { follow_up: Box::new(follow_up) });
    id
}

fn due(window: &Window, id: Id<FollowUp>) -> (NaiveDate, Option<NaiveTime>) {
    let follow_up = window.book().get(id).expect("the follow-up");
    (follow_up.due_on, follow_up.due_at)
}

fn days_of(window: &Window, id: Id<Event>) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let event = window.book().get(id).expect("the event");
    (event.starts_on, event.ends_on)
}

/// How many things are due on each day.
fn counts(window: &Window) -> Vec<(NaiveDate, usize)> {
    let mut days = std::collections::BTreeMap::new();
    for follow_up in window.book().follow_ups.values().filter(|follow_up| follow_up.is_open()) {
        *days.entry(follow_up.due_on).or_insert(0) += 1;
    }
    days.into_iter().collect()
}

/// The cell or column of a day; the small month names it too.
fn cell(window: &Window, day: NaiveDate) -> Pos2 {
    let name = cardloom::text::Locale::En.day_spoken(day);
    let mut found = window.harness.get_all_by_label_contains(&name).map(|node| node.rect());
    found.find(|rect| rect.height() > 60.0).expect("the cell of the day").center()
}

fn wheel(window: &mut Window, place: Pos2, delta: Vec2) {
    window.harness.event(Input::PointerMoved(place));
    window.harness.event(Input::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        source: eframe::egui::MouseWheelSource::Wheel,
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    window.harness.run_steps(12);
}

fn click_at(window: &mut Window, place: Pos2) {
    window.harness.event(Input::PointerMoved(place));
    window.harness.event(button(place, true));
    window.harness.run_steps(1);
    window.let_go(place);
}

#[test]
fn the_layout_is_kept_between_starts() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let mut window = Window::with(settings(CalendarLayout::Month), Some(path.clone()), WIDE);
    window.contact("Felix Sommer");
    window.go(Route::Calendar);
    window.click("Week");
    window.settle();
    window.harness.get_by_label("12 – 18 Oct 2026");
    drop(window);
    assert_eq!(Settings::load(&path).calendar, CalendarLayout::Week);
    let mut again = Window::with(Settings::load(&path), Some(path.clone()), WIDE);
    again.contact("Felix Sommer");
    again.go(Route::Calendar);
    again.harness.get_by_label("12 – 18 Oct 2026");
    again.click("List");
    drop(again);
    assert_eq!(Settings::load(&path).calendar, CalendarLayout::List);
}

#[test]
fn a_week_shows_hours_and_the_line_of_now() {
    let mut window = window(CalendarLayout::Week);
    timed(&mut window, "Felix Sommer", october(15), at(14, 0));
    let anton = window.contact("Anton Busch");
    window.follow_up(FollowUpKind::Message, anton, october(15));
    window.go(Route::Calendar);
    window.harness.get_by_label("Now, 10:00");
    let block = window.harness.get_by_label("Call: Felix Sommer, 14:00").rect();
    let pill = window.harness.get_by_label("Message: Anton Busch").rect();
    assert!(block.top() > pill.bottom(), "what has a time stands below the lane of whole days");
    assert!((block.left() - pill.left()).abs() < 20.0, "both stand in the column of their day");
    window.key(Modifiers::NONE, Key::PageDown);
    window.harness.get_by_label("19 – 25 Oct 2026");
    assert!(window.harness.query_by_label("Now, 10:00").is_none());
    window.key(Modifiers::NONE, Key::T);
    window.harness.get_by_label("12 – 18 Oct 2026");
}

#[test]
fn a_pill_dragged_in_the_week_changes_its_day_and_among_the_hours_its_time() {
    let mut window = window(CalendarLayout::Week);
    let felix = timed(&mut window, "Felix Sommer", october(15), at(14, 0));
    let anton = window.contact("Anton Busch");
    let message = window.follow_up(FollowUpKind::Message, anton, october(13));
    window.go(Route::Calendar);
    // From the lane of whole days to that of Friday.
    let from = window.centre("Message: Anton Busch");
    let width = cell(&window, october(16)).x - cell(&window, october(15)).x;
    window.drag(from, from + vec2(3.0 * width, 0.0));
    assert_eq!(due(&window, message), (october(16), None));
    // Nothing is overdue any more, so the lane is gone.
    let column = window.harness.get_by_label("Call: Felix Sommer, 14:00").rect();
    // An hour later, and a day.
    let hour = 46.0;
    window.drag(column.center(), column.center() + vec2(width, hour));
    assert_eq!(due(&window, felix), (october(16), at(15, 0)));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(due(&window, felix), (october(15), at(14, 0)), "day and time are one step");
    // Into the lane of whole days: without a time.
    let from = window.centre("Call: Felix Sommer, 14:00");
    let lane = window.centre("Message: Anton Busch");
    window.drag(from, Pos2::new(from.x, lane.y));
    assert_eq!(due(&window, felix), (october(15), None));
}

#[test]
fn what_is_overdue_is_dragged_into_the_week() {
    let mut window = window(CalendarLayout::Week);
    let anton = window.contact("Anton Busch");
    let late = window.follow_up(FollowUpKind::Amends, anton, october(9));
    window.go(Route::Calendar);
    let to =
        Pos2::new(cell(&window, october(16)).x, window.harness.get_by_label("All day").rect().center().y);
    window.drag(window.centre("Amends: Anton Busch, 5 days late"), to);
    assert_eq!(due(&window, late), (october(16), None));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(due(&window, late), (october(9), None));
}

#[test]
fn an_event_is_made_longer_at_its_ends() {
    let mut window = window(CalendarLayout::Month);
    let forum = window.event("MedForum", 20, 22);
    window.go(Route::Calendar);
    let to = window.cell(october(24));
    window.drag(window.centre("Last day of MedForum"), to);
    assert_eq!(days_of(&window, forum), (Some(october(20)), Some(october(24))));
    let to = window.cell(october(19));
    window.drag(window.centre("First day of MedForum"), to);
    assert_eq!(days_of(&window, forum), (Some(october(19)), Some(october(24))));
    window.key(Modifiers::COMMAND, Key::Z);
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(days_of(&window, forum), (Some(october(20)), Some(october(22))), "each is one step");
    // The last day never comes before the first.
    let to = window.cell(october(14));
    window.drag(window.centre("Last day of MedForum"), to);
    assert_eq!(days_of(&window, forum), (Some(october(20)), None));
}

#[test]
fn keys_move_things_and_make_events_longer() {
    for layout in [CalendarLayout::Month, CalendarLayout::Week] {
        let mut window = window(layout);
        let forum = window.event("MedForum", 13, 14);
        let felix = window.contact("Felix Sommer");
        let call = window.follow_up(FollowUpKind::Call, felix, october(15));
        window.go(Route::Calendar);
        let (event, pill) = ("Event: MedForum", "Call: Felix Sommer");
        let focus = |window: &mut Window, label: &str| {
            window.harness.get_all_by_label(label).last().expect("a thing of this name").focus();
            window.settle();
        };
        focus(&mut window, event);
        window.key(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
        assert_eq!(days_of(&window, forum).1, Some(october(15)), "{layout:?}");
        window.key(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
        assert_eq!(
            days_of(&window, forum).1,
            Some(october(14)),
            "{layout:?}: the keyboard stays on the event"
        );
        focus(&mut window, pill);
        window.key(Modifiers::SHIFT, Key::ArrowRight);
        assert_eq!(window.due_on(call), october(16), "{layout:?}");
        window.key(Modifiers::ALT, Key::ArrowLeft);
        assert_eq!(window.due_on(call), october(15), "{layout:?}: the keyboard stays on the pill");
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(window.due_on(call), october(16), "{layout:?}");
    }
}

#[test]
fn among_the_hours_keys_move_by_a_quarter_and_keep_the_time_over_the_change_of_clocks() {
    let mut window = window(CalendarLayout::Week);
    // In the night to the 25th the clocks go back in much of Europe.
    let felix = timed(&mut window, "Felix Sommer", october(24), at(2, 30));
    window.go(Route::Calendar);
    window.key(Modifiers::NONE, Key::PageDown);
    let focus = |window: &mut Window, label: &str| {
        window.harness.get_by_label(label).focus();
        window.settle();
    };
    focus(&mut window, "Call: Felix Sommer, 2:30");
    window.key(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(due(&window, felix), (october(25), at(2, 30)));
    window.key(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(due(&window, felix), (october(25), at(2, 45)));
    window.key(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(due(&window, felix), (october(25), at(2, 30)));
}

#[test]
fn the_list_goes_on_without_end_and_names_the_day_at_its_top() {
    let mut window = window(CalendarLayout::List);
    let felix = window.contact("Felix Sommer");
    for _ in 0..14 {
        window.follow_up(FollowUpKind::Call, felix, october(14));
    }
    window.go(Route::Calendar);
    let heading = |window: &Window, label: &str| window.harness.query_all_by_label(label).count();
    let middle = Pos2::new(500.0, 600.0);
    wheel(&mut window, middle, vec2(0.0, -300.0));
    let names = window.harness.get_all_by_label("Wednesday, 14 October");
    let top = names.map(|name| name.rect().top()).fold(f32::MAX, f32::min);
    assert!(top < 260.0, "the name of the day stays at the top: {top}");
    for _ in 0..40 {
        wheel(&mut window, middle, vec2(0.0, -1500.0));
    }
    assert_eq!(heading(&window, "October 2027"), 0, "far beyond the months of the beginning");
    window.key(Modifiers::NONE, Key::T);
    assert!(heading(&window, "October 2026") > 1, "in the head, too");
    for _ in 0..40 {
        wheel(&mut window, middle, vec2(0.0, 1500.0));
    }
    assert_eq!(heading(&window, "October 2025"), 0, "the past has no end either");
    assert_eq!(heading(&window, "October 2026"), 1, "in the small month only");
}

#[test]
fn a_day_typed_in_words_is_gone_to() {
    for layout in CalendarLayout::ALL {
        let mut window = window(layout);
        window.contact("Felix Sommer");
        window.go(Route::Calendar);
        window.key(Modifiers::NONE, Key::G);
        window.type_into("A day in words", "nowhere");
        window.harness.get_by_label("This is not a date yet. Try “tomorrow” or “24 Oct”.");
        window.type_into("A day in words", "15 Nov");
        window.harness.get_by_label("Show Sun 15 Nov");
        window.key(Modifiers::NONE, Key::Enter);
        assert!(window.harness.query_by_label("A day in words").is_none(), "the field is closed");
        assert!(window.harness.query_all_by_label("Sunday, 15 November").count() > 0, "{layout:?}");
    }
}

#[test]
fn a_date_that_may_mean_two_days_is_shown_before_it_is_taken() {
    let mut window = window(CalendarLayout::Month);
    window.contact("Felix Sommer");
    window.go(Route::Calendar);
    window.key(Modifiers::NONE, Key::G);
    window.type_into("A day in words", "10/11");
    window.harness.get_by_label("Show Tue 10 Nov");
    window.click("or Sun 11 Oct 2026?");
    window.click("Show Sun 11 Oct");
    window.harness.get_by_label("Sunday, 11 October");
    window.key(Modifiers::NONE, Key::N);
    window.type_into("By when", "next friday 14:00");
    window.harness.get_by_label("or Fri 16 Oct 2026?");
    window.type_into("About", "samples");
    window.click("Add");
    let made = window.book().follow_ups.values().next().expect("the reminder");
    assert_eq!((made.due_on, made.due_at), (october(23), at(14, 0)), "the time went into its field");
}

#[test]
fn the_end_of_the_year_is_a_day_like_any_other() {
    let mut window = window(CalendarLayout::Week);
    window.contact("Felix Sommer");
    window.go(Route::Calendar);
    window.key(Modifiers::NONE, Key::G);
    window.type_into("A day in words", "31.12.2026");
    window.key(Modifiers::NONE, Key::Enter);
    window.harness.get_by_label("28 Dec 2026 – 3 Jan 2027");
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.harness.get_by_label("Friday, 1 January");
    window.key(Modifiers::NONE, Key::Home);
    window.harness.get_by_label("Monday, 28 December");
    window.key(Modifiers::NONE, Key::End);
    window.harness.get_by_label("Sunday, 3 January");
}

#[test]
fn weeks_begin_and_are_numbered_as_chosen() {
    let iso = window(CalendarLayout::Month);
    let chosen = |week_start, language: &str| {
        let settings =
            Settings { week_start, language: language.to_owned(), ..settings(CalendarLayout::Month) };
        Window::with(settings, None, WIDE)
    };
    let names = ["Week 42", "Week 42", "Week 42", "第42週", "KW 42"];
    let windows = [
        (iso, Weekday::Mon),
        (chosen(WeekStart::Sunday, "en"), Weekday::Sun),
        (chosen(WeekStart::Saturday, "en"), Weekday::Sat),
        (chosen(WeekStart::Language, "ja"), Weekday::Sun),
        (chosen(WeekStart::Language, "de"), Weekday::Mon),
    ];
    for ((mut window, first), name) in windows.into_iter().zip(names) {
        let felix = window.contact("Felix Sommer");
        window.follow_up(FollowUpKind::Call, felix, october(14));
        window.go(Route::Calendar);
        // The load of the week stands beside its number, in words.
        assert!(window.harness.query_all_by_label_contains(name).count() > 0, "{name} from {first}");
    }
    let mut sunday = chosen(WeekStart::Sunday, "en");
    sunday.contact("Felix Sommer");
    sunday.go(Route::Calendar);
    assert!(sunday.cell(october(11)).x < sunday.cell(october(12)).x);
    assert!(sunday.cell(october(10)).x > sunday.cell(october(9)).x);
    let mut saturday = chosen(WeekStart::Saturday, "en");
    saturday.contact("Felix Sommer");
    saturday.go(Route::Calendar);
    assert!(saturday.cell(october(10)).x < saturday.cell(october(11)).x);
    assert!(saturday.cell(october(9)).x > saturday.cell(october(8)).x);
}

#[test]
fn japanese_holidays_are_shown_as_chosen() {
    let sports = |language: &str, holidays| {
        let settings =
            Settings { language: language.to_owned(), holidays, ..settings(CalendarLayout::Month) };
        let mut window = Window::with(settings, None, WIDE);
        window.contact("田中 遥");
        window.go(Route::Calendar);
        let name = if language == "ja" { "スポーツの日" } else { "Sports Day" };
        window.harness.query_all_by_label_contains(name).count()
    };
    assert_eq!(sports("ja", HolidayChoice::Language), 1);
    assert_eq!(sports("en", HolidayChoice::Language), 0);
    assert_eq!(sports("en", HolidayChoice::Shown), 1);
    assert_eq!(sports("ja", HolidayChoice::Hidden), 0);
}

/// A window with so many calls on a day.
fn full(layout: CalendarLayout, day: NaiveDate, count: usize, size: [f32; 2]) -> Window {
    let mut window = Window::with(settings(layout), None, size);
    for number in 0..count {
        let contact = window.contact(&format!("Person {number}"));
        window.follow_up(FollowUpKind::Call, contact, day);
    }
    window.go(Route::Calendar);
    window
}

#[test]
fn a_day_with_too_much_is_spread_over_the_week_in_one_step() {
    for layout in CalendarLayout::ALL {
        let mut window = full(layout, october(14), 12, WIDE);
        window.harness.get_by_label("12 things are a lot for one day.");
        window.click("Spread over the week …");
        assert!(matches!(window.harness.state().open_sheet(), Some(Sheet::Spread(_))));
        window.harness.get_by_label("Wed 14 Oct: 12 now, 3 with this plan");
        window.harness.get_by_label("Thu 15 Oct: 0 now, 3 with this plan");
        assert_eq!(counts(&window), [(october(14), 12)], "the plan is shown before it is carried out");
        window.click("Spread");
        let expected =
            [(14, 3), (15, 3), (16, 2), (19, 2), (20, 2)].map(|(day, count)| (october(day), count));
        let found = counts(&window);
        assert_eq!(found.iter().map(|(day, _)| *day).collect::<Vec<_>>(), expected.map(|(day, _)| day));
        assert!(found.iter().all(|(_, count)| *count <= 3), "{found:?}");
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(counts(&window), [(october(14), 12)]);
    }
}

#[test]
fn what_is_overdue_is_spread_and_late_thanks_are_told() {
    for size in [WIDE, SMALL] {
        let mut window = full(CalendarLayout::Month, october(8), 5, size);
        let priya = window.contact("Priya Natarajan");
        let thanks = window.follow_up(FollowUpKind::ThankYou, priya, october(12));
        window.settle();
        window.click("Spread over the week …");
        window.harness.get_by_label_contains("One thank-you or promise is past its last day already");
        window.click("Saturdays and Sundays too");
        window.harness.get_by_label_contains("Sat 17 Oct: 0 now, 1 with this plan");
        window.click("Spread");
        assert_eq!(window.due_on(thanks), today(), "what is late comes first");
        assert_eq!(counts(&window).len(), 6, "one each day");
        window.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(counts(&window), [(october(8), 5), (october(12), 1)]);
    }
}

#[test]
fn thanks_of_one_day_are_not_spread_beyond_it() {
    let mut window = window(CalendarLayout::Month);
    for number in 0..10 {
        let contact = window.contact(&format!("Person {number}"));
        window.follow_up(FollowUpKind::ThankYou, contact, october(14));
    }
    window.go(Route::Calendar);
    window.click("Spread over the week …");
    window.harness.get_by_label("Nothing to spread");
    window.click("Cancel");
    assert_eq!(counts(&window), [(october(14), 10)]);
}

#[test]
fn a_week_says_when_it_has_too_much() {
    let mut window = full(CalendarLayout::Month, october(21), 26, WIDE);
    window.harness.get_by_label("Week 43, 26 things to do, more than a week holds");
    window.harness.get_by_label("Week 42, Nothing to do");
    // Its number shows the week.
    window.click("Week 43, 26 things to do, more than a week holds");
    window.settle();
    window.harness.get_by_label("19 – 25 Oct 2026");
}

#[test]
fn many_things_fold_with_a_count_that_opens_the_day() {
    for layout in [CalendarLayout::Month, CalendarLayout::Week] {
        let mut window = full(layout, october(14), 30, SMALL);
        assert!(window.harness.query_by_label("Call Person 29").is_none());
        let rects: Vec<_> =
            window.harness.get_all_by_label_contains(" more").map(|node| node.rect()).collect();
        let more = rects.iter().find(|rect| rect.height() < 25.0).expect("the count");
        let at = more.center();
        click_at(&mut window, at);
        window.harness.get_by_label("Wednesday, 14 October");
        window.harness.get_by_label("Call Person 0");
        window.harness.get_by_label("30 things are a lot for one day.");
        window.key(Modifiers::NONE, Key::Escape);
        assert!(window.harness.query_by_label("Call Person 0").is_none());
    }
}

#[test]
fn the_small_month_selects_a_day_and_turns() {
    let mut window = window(CalendarLayout::Week);
    let felix = window.contact("Felix Sommer");
    let call = window.follow_up(FollowUpKind::Call, felix, october(15));
    window.follow_up(FollowUpKind::Call, felix, october(22));
    window.go(Route::Calendar);
    window.click("Show Thu 22 October 2026, 1 thing");
    window.harness.get_by_label("19 – 25 Oct 2026");
    window.harness.get_by_label("Thursday, 22 October");
    window.key(Modifiers::NONE, Key::PageUp);
    window.click("Following month");
    window.harness.get_by_label("November 2026");
    window.click("Preceding month");
    // A thing is dropped on it, too.
    let to = window.centre("Show Fri 30 October 2026, nothing to do");
    window.drag(window.centre("Call: Felix Sommer"), to);
    assert_eq!(window.due_on(call), october(30));
}

#[test]
fn enter_goes_from_the_day_to_its_things_and_escape_back() {
    for size in [WIDE, SMALL] {
        let mut window = full(CalendarLayout::Month, october(14), 2, size);
        window.key(Modifiers::NONE, Key::ArrowRight);
        window.key(Modifiers::NONE, Key::ArrowLeft);
        window.key(Modifiers::NONE, Key::Enter);
        window.settle();
        assert!(window.harness.get_by_label("Call Person 0").is_focused(), "{size:?}");
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::NONE, Key::ArrowRight);
        window.key(Modifiers::NONE, Key::Enter);
        window.harness.get_by_label("Thursday, 15 October");
    }
}

#[test]
fn every_layout_fits_the_smallest_window() {
    for layout in CalendarLayout::ALL {
        for language in ["en", "ja", "de"] {
            let settings = Settings { language: language.to_owned(), ..settings(layout) };
            let mut window = Window::with(settings, None, SMALL);
            timed(&mut window, "Felix Sommer", october(15), at(14, 0));
            window.event("MedForum", 12, 16);
            window.go(Route::Calendar);
            for node in window.harness.get_all_by_label_contains("Felix Sommer") {
                let rect = node.rect();
                assert!(rect.right() <= SMALL[0] && rect.left() >= 0.0, "{layout:?} {language}: {rect:?}");
            }
            // Nothing stands outside: the last control of the head is in the window.
            window.harness.state_mut().ask(Command::Go(Route::Today));
            window.settle();
        }
    }
}

#[test]
fn a_birthday_that_is_foreseen_is_moved_and_becomes_a_record() {
    for layout in [CalendarLayout::Month, CalendarLayout::Week] {
        let mut window = window(layout);
        let priya = window.contact("Priya Natarajan");
        let human = HumanSide { birthday: YearlessDate::new(None, 10, 16), ..HumanSide::default() };
        let field = ContactField::Human(human);
        window.edit(Edit::SetContact { contact: priya, field });
        window.go(Route::Calendar);
        let (label, stored) = ("Birthday: Priya Natarajan, foreseen", "Birthday: Priya Natarajan");
        assert!(window.book().follow_ups.is_empty(), "it is not stored");
        window.harness.get_by_label(label).focus();
        window.settle();
        window.key(Modifiers::ALT, Key::ArrowRight);
        let moved = window.book().follow_ups.values().next().expect("now it is stored");
        assert_eq!((moved.kind, moved.due_on), (FollowUpKind::Birthday, october(17)));
        window.harness.get_by_label(stored);
        window.key(Modifiers::COMMAND, Key::Z);
        assert!(window.book().follow_ups.is_empty(), "one step takes it back");
        window.harness.get_by_label(label);
    }
}
