//! Calendar, Today and their sheets in the real window: what is pressed and dragged is in the book.

use cardloom::edit::{Edit, Employment, NewCard};
use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{App, Command, Route, Sheet, Start};
use cardloom::jobs::Jobs;
use cardloom::model::*;
use cardloom::session::FixedClock;
use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{Event as Input, Key, Modifiers, PointerButton, Pos2, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::world::today;

struct Nowhere;

impl Platform for Nowhere {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str, _jobs: &Jobs<Work>) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

/// A day of October 2026; today is Wednesday the 14th.
pub fn october(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, day).expect("a day of the calendar")
}

pub struct Window {
    pub harness: Harness<'static, App>,
}

impl Window {
    pub fn open(language: &str, size: [f32; 2]) -> Self {
        let settings =
            Settings { language: language.to_owned(), motion: MotionChoice::Reduced, ..Settings::fresh() };
        Self::with(settings, None, size)
    }

    /// A window with choices of its own, kept in a file if one is given.
    pub fn with(settings: Settings, kept: Option<std::path::PathBuf>, size: [f32; 2]) -> Self {
        let harness = Harness::builder().with_size(size).build_eframe(move |creation| {
            let start = Start {
                book: None,
                settings,
                settings_path: kept,
                locale: None,
                clock: Box::new(FixedClock::new(today())),
                platform: Box::new(Nowhere),
                inline_jobs: true,
                early: None,
            };
            App::new(&creation.egui_ctx, start).expect("workers")
        });
        Self { harness }
    }

    pub fn calendar() -> Self {
        Self::open("en", [1440.0, 900.0])
    }

    pub fn settle(&mut self) {
        self.harness.run_steps(4);
    }

    pub fn edit(&mut self, edit: Edit) {
        let told = format!("{edit:?}");
        assert!(self.harness.state_mut().session_mut().commit(edit).is_ok(), "not possible: {told}");
    }

    pub fn contact(&mut self, name: &str) -> Id<Contact> {
        let contact = Box::new(Contact { name: PersonName::parse(name), ..Contact::default() });
        self.edit(Edit::AddContact { contact, employment: Employment::default(), received: None });
        *self.book().contacts.keys().next_back().expect("just added")
    }

    pub fn follow_up(&mut self, kind: FollowUpKind, contact: Id<Contact>, due_on: NaiveDate) -> Id<FollowUp> {
        let follow_up = FollowUp { kind, due_on, contacts: [contact].into(), ..FollowUp::default() };
        self.edit(Edit::AddFollowUp { follow_up: Box::new(follow_up) });
        *self.book().follow_ups.keys().next_back().expect("just added")
    }

    pub fn event(&mut self, title: &str, first: u32, last: u32) -> Id<Event> {
        let event = Event {
            title: title.to_owned(),
            starts_on: Some(october(first)),
            ends_on: (last > first).then(|| october(last)),
            ..Event::default()
        };
        self.edit(Edit::AddEvent { event: Box::new(event) });
        *self.book().events.keys().next_back().expect("just added")
    }

    pub fn go(&mut self, route: Route) {
        self.harness.state_mut().ask(Command::Go(route));
        self.settle();
    }

    pub fn book(&self) -> &Book {
        self.harness.state().session().book()
    }

    pub fn due_on(&self, id: Id<FollowUp>) -> NaiveDate {
        self.book().get(id).expect("the follow-up").due_on
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    pub fn key(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub fn type_into(&mut self, label: &str, words: &str) {
        let field = self.harness.get_by_label(label);
        field.focus();
        self.harness.run_steps(2);
        self.key(Modifiers::COMMAND, Key::A);
        self.harness.get_by_label(label).type_text(words);
        self.settle();
    }

    pub fn centre(&self, label: &str) -> Pos2 {
        self.harness.get_all_by_label(label).next().expect("a thing of this name").rect().center()
    }

    /// The middle of the cell of a day, whose name goes on with how much there is to do.
    pub fn cell(&self, day: NaiveDate) -> Pos2 {
        let name = cardloom::text::Locale::En.day_spoken(day);
        let mut cells = self.harness.get_all_by_label_contains(&name);
        cells.next().expect("the cell of the day").rect().center()
    }

    /// Takes something up and carries it somewhere without letting go.
    pub fn carry(&mut self, from: Pos2, to: Pos2) {
        self.harness.event(Input::PointerMoved(from));
        self.harness.event(button(from, true));
        self.harness.run_steps(2);
        self.harness.event(Input::PointerMoved(from.lerp(to, 0.5)));
        self.harness.run_steps(1);
        self.harness.event(Input::PointerMoved(to));
        self.harness.run_steps(3);
    }

    pub fn let_go(&mut self, at: Pos2) {
        self.harness.event(button(at, false));
        self.settle();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.carry(from, to);
        self.let_go(to);
    }
}

pub fn button(pos: Pos2, pressed: bool) -> Input {
    Input::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

#[test]
fn a_reminder_typed_in_words_stands_on_its_day() {
    let mut window = Window::calendar();
    let priya = window.contact("Priya Natarajan");
    window.go(Route::Calendar);
    window.harness.state_mut().ask(Command::Select(Some(priya)));
    window.settle();
    window.key(Modifiers::NONE, Key::N);
    assert!(matches!(window.harness.state().open_sheet(), Some(Sheet::FollowUp(_))));
    window.harness.get_all_by_label("Call").last().expect("the kind in the sheet").click();
    window.settle();
    window.type_into("By when", "next friday");
    window.type_into("Time", "14:30");
    window.type_into("About", "roast samples");
    window.click("Add");
    let book = window.book();
    let made = book.follow_ups.values().next().expect("the reminder");
    assert_eq!((made.kind, made.due_on), (FollowUpKind::Call, october(23)));
    assert_eq!(made.due_at.map(|at| at.to_string()).as_deref(), Some("14:30:00"));
    assert_eq!(made.about, "roast samples");
    assert!(made.contacts.contains(&priya));
    assert!(window.harness.state().open_sheet().is_none());
}

#[test]
fn a_reminder_without_a_person_needs_words() {
    let mut window = Window::calendar();
    window.contact("Priya Natarajan");
    window.go(Route::Calendar);
    window.key(Modifiers::NONE, Key::N);
    window.click("Add");
    assert!(window.book().follow_ups.is_empty());
    window.harness.get_by_label("Choose a person, or say what it is about.");
    window.type_into("By when", "not a day");
    window.harness.get_by_label("This is not a date yet. Try “tomorrow” or “24 Oct”.");
}

#[test]
fn a_pill_dragged_to_another_day_is_due_there() {
    let mut window = Window::calendar();
    let tanaka = window.contact("田中 遥");
    let review = window.follow_up(FollowUpKind::Review, tanaka, october(17));
    window.go(Route::Calendar);
    let to = window.cell(october(19));
    window.drag(window.centre("30-day review: 田中 遥"), to);
    assert_eq!(window.due_on(review), october(19));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.due_on(review), october(17), "a drag is one step that can be taken back");
}

#[test]
fn escape_leaves_a_dragged_pill_where_it_was() {
    let mut window = Window::calendar();
    let tanaka = window.contact("田中 遥");
    let review = window.follow_up(FollowUpKind::Review, tanaka, october(17));
    window.go(Route::Calendar);
    let to = window.cell(october(19));
    window.carry(window.centre("30-day review: 田中 遥"), to);
    window.key(Modifiers::NONE, Key::Escape);
    window.let_go(to);
    assert_eq!(window.due_on(review), october(17));
}

#[test]
fn alt_with_arrows_moves_the_pill_that_has_the_keyboard() {
    let mut window = Window::calendar();
    let felix = window.contact("Felix Sommer");
    let call = window.follow_up(FollowUpKind::Call, felix, october(21));
    window.go(Route::Calendar);
    for (key, day) in [(Key::ArrowRight, 22), (Key::ArrowDown, 29), (Key::ArrowLeft, 28), (Key::ArrowUp, 21)]
    {
        window.harness.get_by_label("Call: Felix Sommer").focus();
        window.settle();
        window.key(Modifiers::ALT, key);
        assert_eq!(window.due_on(call), october(day), "{key:?}");
    }
}

#[test]
fn arrows_move_the_day_and_t_comes_back_to_today() {
    let mut window = Window::calendar();
    window.contact("Felix Sommer");
    window.go(Route::Calendar);
    window.harness.get_by_label("Wednesday, 14 October");
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.harness.get_by_label("Thursday, 22 October");
    window.key(Modifiers::NONE, Key::PageDown);
    window.harness.get_by_label("November 2026");
    window.key(Modifiers::NONE, Key::T);
    window.harness.get_by_label("October 2026");
    window.harness.get_by_label("Wednesday, 14 October");
}

#[test]
fn done_in_the_agenda_can_be_taken_back() {
    let mut window = Window::calendar();
    let felix = window.contact("Felix Sommer");
    let call = window.follow_up(FollowUpKind::Call, felix, october(14));
    window.go(Route::Calendar);
    window.click("Done");
    let done = FollowUpState::Done { on: october(14), encounter: None };
    assert_eq!(window.book().get(call).expect("the call").state, done);
    window.harness.get_by_label("Call: Felix Sommer, done");
    window.harness.get_all_by_label("Undo").last().expect("the offer to undo").click();
    window.settle();
    assert!(window.book().get(call).expect("the call").is_open());
}

#[test]
fn reschedule_all_brings_what_is_late_to_today_in_one_step() {
    let mut window = Window::calendar();
    let anton = window.contact("Anton Busch");
    let late = [9, 12, 13].map(|day| window.follow_up(FollowUpKind::Call, anton, october(day)));
    let coming = window.follow_up(FollowUpKind::Call, anton, october(20));
    window.go(Route::Calendar);
    window.harness.get_by_label("Call: Anton Busch, 5 days late");
    window.click("Reschedule all");
    assert_eq!(late.map(|id| window.due_on(id)), [today(); 3]);
    assert_eq!(window.due_on(coming), october(20));
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(late.map(|id| window.due_on(id)), [9, 12, 13].map(october));
}

#[test]
fn a_late_pill_is_dragged_out_of_the_lane_onto_a_day() {
    let mut window = Window::calendar();
    let anton = window.contact("Anton Busch");
    let late = window.follow_up(FollowUpKind::Amends, anton, october(12));
    window.go(Route::Calendar);
    let to = window.cell(october(16));
    window.drag(window.centre("Amends: Anton Busch, 2 days late"), to);
    assert_eq!(window.due_on(late), october(16));
}

#[test]
fn an_event_over_several_days_keeps_its_length_when_it_is_dragged() {
    let mut window = Window::calendar();
    let forum = window.event("MedForum Düsseldorf", 26, 28);
    window.go(Route::Calendar);
    let bar = window.harness.get_by_label("Event: MedForum Düsseldorf").rect();
    assert!(bar.width() > 2.5 * 110.0, "one bar covers three days: {bar:?}");
    // Taken up at its second day it lies around the pointer where it is let go.
    let to = window.cell(october(21));
    window.drag(bar.center(), to);
    let moved = window.book().get(forum).expect("the event");
    assert_eq!((moved.starts_on, moved.ends_on), (Some(october(20)), Some(october(22))));
}

#[test]
fn an_event_that_ends_before_it_starts_is_not_taken() {
    let mut window = Window::calendar();
    window.contact("Felix Sommer");
    window.go(Route::Calendar);
    window.click("Add event");
    window.type_into("Title", "Gründerabend");
    window.type_into("First day", "24 Oct");
    window.type_into("Last day", "22 Oct");
    window.click("Add");
    window.harness.get_by_label("The last day is before the first.");
    assert!(window.book().events.is_empty());
    window.type_into("Last day", "25 Oct");
    window.type_into("Fee", "12,50");
    window.click("Add");
    let event = window.book().events.values().next().expect("the event");
    assert_eq!((event.starts_on, event.ends_on), (Some(october(24)), Some(october(25))));
    assert_eq!(event.fee, Some(Money { minor: 1250, currency: "EUR".to_owned() }));
}

#[test]
fn a_japanese_week_begins_on_sunday() {
    let mut window = Window::open("ja", [1440.0, 900.0]);
    window.contact("田中 遥");
    window.go(Route::Calendar);
    let left = |window: &Window, day: u32| {
        let name = format!("2026年10月{day}日");
        let mut cells = window.harness.get_all_by_label_contains(&name);
        cells.next().expect("the cell").rect().left()
    };
    assert_eq!(october(11).weekday(), chrono::Weekday::Sun);
    assert!(left(&window, 11) < left(&window, 12));
    assert!(left(&window, 10) > left(&window, 9));
    let mut english = Window::calendar();
    english.contact("田中 遥");
    english.go(Route::Calendar);
    assert!(english.cell(october(11)).x > english.cell(october(10)).x, "an English week ends on Sunday");
}

#[test]
fn the_search_hides_what_it_does_not_find() {
    let mut window = Window::calendar();
    for (name, day) in [("Felix Sommer", 20), ("Anton Busch", 21)] {
        let contact = window.contact(name);
        window.follow_up(FollowUpKind::Call, contact, october(day));
    }
    window.go(Route::Calendar);
    window.type_into("Search", "felix");
    assert!(window.harness.query_by_label("Call: Felix Sommer").is_some());
    assert!(window.harness.query_by_label("Call: Anton Busch").is_none());
}

#[test]
fn a_narrow_window_shows_the_agenda_on_the_day() {
    let mut window = Window::open("en", [1000.0, 700.0]);
    let felix = window.contact("Felix Sommer");
    window.follow_up(FollowUpKind::Call, felix, october(21));
    window.go(Route::Calendar);
    assert!(window.harness.query_by_label("Wednesday, 21 October").is_none());
    let at = window.cell(october(21));
    window.harness.event(Input::PointerMoved(at));
    window.harness.event(button(at, true));
    window.harness.run_steps(1);
    window.let_go(at);
    window.harness.get_by_label("Wednesday, 21 October");
    window.harness.get_by_label("Call Felix Sommer");
}

#[test]
fn the_list_shows_past_and_future_by_day() {
    let mut window = Window::calendar();
    let felix = window.contact("Felix Sommer");
    window.follow_up(FollowUpKind::Call, felix, october(14));
    window.event("MedForum Düsseldorf", 15, 17);
    window.go(Route::Calendar);
    window.click("List");
    // The agenda of today stands beside the list.
    assert_eq!(window.harness.query_all_by_label("Wednesday, 14 October").count(), 2);
    window.harness.get_by_label("Thursday, 15 October");
    window.harness.get_by_label("MedForum Düsseldorf");
    assert!(window.harness.query_by_label("Friday, 16 October").is_none(), "an event stands where it begins");
}

/// A window with a person whose card came thirty days ago, in the review of whom the sheet is open.
fn review() -> (Window, Id<Contact>) {
    let mut window = Window::calendar();
    let contact = Box::new(Contact { name: PersonName::parse("Tobias Hartmann"), ..Contact::default() });
    let received = NewCard { received_on: NaiveDate::from_ymd_opt(2026, 9, 14), ..NewCard::default() };
    let employment = Employment::default();
    window.edit(Edit::AddContact { contact, employment, received: Some(received) });
    let id = *window.book().contacts.keys().next_back().expect("just added");
    window.go(Route::Today);
    window.click("Review");
    assert_eq!(window.harness.state().open_sheet(), Some(&Sheet::Review(id)));
    (window, id)
}

/// Open follow-ups as kind, day and words.
fn open(window: &Window) -> Vec<(FollowUpKind, NaiveDate, String)> {
    let open = window.book().follow_ups.values().filter(|follow_up| follow_up.is_open());
    let open = open.filter(|follow_up| follow_up.kind != FollowUpKind::ThankYou);
    open.map(|follow_up| (follow_up.kind, follow_up.due_on, follow_up.about.clone())).collect()
}

#[test]
fn deepen_needs_a_next_step_and_plans_it() {
    let (mut window, _) = review();
    window.key(Modifiers::NONE, Key::Num1);
    window.harness.get_by_label("Name the next step first.");
    assert!(window.book().reviews.is_empty());
    window.type_into("Next step", "suggest the repair café");
    window.type_into("By when", "26 Oct");
    window.click("I never asked a question");
    window.click("Deepen");
    let review = window.book().reviews.values().next().expect("the review");
    assert_eq!(review.reasons, [ReviewReason::NeverAsked]);
    assert_eq!(open(&window), [(FollowUpKind::Other, october(26), "suggest the repair café".to_owned())]);
    assert!(window.harness.state().open_sheet().is_none());
}

#[test]
fn keep_plans_the_next_review() {
    let (mut window, id) = review();
    window.key(Modifiers::NONE, Key::Num2);
    let next = NaiveDate::from_ymd_opt(2027, 1, 14).expect("a day");
    assert_eq!(open(&window), [(FollowUpKind::Review, next, String::new())]);
    assert!(window.book().get(id).expect("the person").archived.is_none());
}

#[test]
fn let_go_archives_and_undo_brings_back() {
    let (mut window, id) = review();
    window.type_into("Why, in your own words", "no shared work");
    window.click("Let go");
    let archived = window.book().get(id).expect("still in the book").archived.clone();
    assert_eq!(archived.map(|archived| archived.reason).as_deref(), Some("no shared work"));
    assert_eq!(open(&window), []);
    window.key(Modifiers::COMMAND, Key::Z);
    assert!(window.book().get(id).expect("the person").archived.is_none());
}

#[test]
fn today_does_promises_at_once_and_is_calm_when_all_is_done() {
    let mut window = Window::calendar();
    let haruka = window.contact("田中 遥");
    let promise = window.follow_up(FollowUpKind::TellOwner, haruka, october(9));
    window.go(Route::Today);
    window.harness.get_by_label("Promises 1");
    window.click("Tell");
    assert!(!window.book().get(promise).expect("the promise").is_open());
    window.harness.get_by_label("All done for today");
}

#[test]
fn writing_a_thank_you_opens_its_letter() {
    let mut window = Window::calendar();
    let priya = window.contact("Priya Natarajan");
    window.follow_up(FollowUpKind::ThankYou, priya, october(14));
    window.go(Route::Today);
    window.click("Write");
    assert_eq!(window.harness.state().open_sheet(), Some(&Sheet::Thanks(priya)));
}

#[test]
fn a_day_with_more_than_fits_says_how_much_more() {
    let mut window = Window::calendar();
    let contacts: Vec<_> =
        (0..24).map(|number| window.contact(&format!("Guest{number:02} Example"))).collect();
    for contact in contacts {
        window.follow_up(FollowUpKind::Call, contact, october(20));
    }
    window.go(Route::Calendar);
    window.harness.get_by_label("Tue 20 October 2026, 24 things");
    window.click("19 more");
    window.harness.get_by_label("Tuesday, 20 October");
    window.harness.get_by_label("24 things to do");
}

#[test]
fn what_the_lane_of_late_things_has_no_room_for_is_one_click_away() {
    for size in [[1440.0, 900.0], [1000.0, 700.0]] {
        let mut window = Window::open("en", size);
        for number in 1..=9 {
            let contact = window.contact(&format!("Guest Number{number}"));
            window.follow_up(FollowUpKind::Call, contact, october(number));
        }
        window.go(Route::Calendar);
        let late = |window: &Window| {
            let pills = window.harness.query_all_by_label_contains("late");
            let names = pills.filter(|pill| pill.accesskit_node().role() == Role::Button);
            names
                .map(|pill| (pill.accesskit_node().label().unwrap_or_default(), pill.rect()))
                .collect::<Vec<_>>()
        };
        let seen = late(&window);
        assert!((1..9).contains(&seen.len()), "{seen:?}");
        let end = window.harness.get_by_label("Spread over the week …").rect().left();
        assert!(seen.iter().all(|(_, rect)| rect.right() <= end), "none is cut off: {seen:?}, {end}");
        window.click(&format!("{} more", 9 - seen.len()));
        let all = late(&window);
        assert_eq!(all.len(), 9, "{all:?}");
        let (last, rect) = all.last().cloned().expect("nine");
        // Out of the list onto a day: the list does not lie in the way.
        let target = window.cell(october(23));
        window.carry(rect.center(), target);
        window.let_go(target);
        let moved = window.book().follow_ups.values().filter(|it| it.due_on == october(23)).count();
        assert_eq!(moved, 1, "{last}");
    }
}

#[test]
fn what_was_done_is_told_away_from_the_last_week() {
    let mut window = Window::calendar();
    let contact = window.contact("Mina Schäfer");
    window.follow_up(FollowUpKind::Call, contact, october(10));
    window.go(Route::Calendar);
    window.click("Reschedule all");
    let told = window.harness.query_all_by_role(Role::Status).find(|line| line.rect().width() > 300.0);
    let rect = told.expect("a line that says what was done").rect();
    assert!(rect.bottom() < window.cell(october(1)).y, "{rect:?}");
}

#[test]
fn there_is_a_field_to_search_at_any_width() {
    for language in ["en", "de"] {
        for size in [[1440.0, 900.0], [1200.0, 640.0], [1121.0, 700.0], [960.0, 600.0]] {
            let mut window = Window::open(language, size);
            // An empty book shows the first page.
            window.contact("Mina Schäfer");
            window.go(Route::Calendar);
            let fields: Vec<_> = window.harness.query_all_by_role(Role::TextInput).collect();
            assert!(fields.iter().any(|field| field.rect().width() > 40.0), "{language} {size:?}");
        }
    }
}
