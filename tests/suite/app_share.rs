//! Circles, exports and *see as this circle* in the whole window.

use cardloom::edit::{Edit, Employment};
use cardloom::exchange::share::Audience;
use cardloom::gui::command::Sheet;
use cardloom::gui::export::{ExportFormat, ExportOf};
use cardloom::gui::{Command, Route};
use cardloom::model::*;
use eframe::egui::Key;
use egui_kittest::kittest::NodeT as _;

use crate::stage::Window;
use crate::world::World;

const MAIL: &str = "haruka@example.jp";

/// Haruka and Amara are makers, Jonas is in no circle.
fn window() -> Window {
    let haruka = Contact {
        name: PersonName::parse("Haruka Tanaka"),
        emails: vec![Labelled::new("work", MAIL)],
        expertise: vec![Expertise { what: "Bearings".to_owned(), ..Expertise::default() }],
        human: HumanSide { enjoys: "Puns, or write haruka@home.example".to_owned(), ..HumanSide::default() },
        notes: "Secret note".to_owned(),
        ..Contact::default()
    };
    let work = Employment {
        organization: "Shinonome".to_owned(),
        title: "Researcher".to_owned(),
        ..Employment::default()
    };
    let world = World::new()
        .edit(Edit::AddContact { contact: Box::new(haruka), employment: work, received: None })
        .contact("Amara Adeyemi")
        .in_circle("Makers")
        .contact("Jonas Weber");
    let book = world.session.book().clone();
    let haruka = book.contacts.values().find(|contact| contact.name.family == "Tanaka").expect("there").id;
    let circle = *book.circles.keys().next().expect("a circle");
    let shared = Circle { shared: Circle::default_policy(), ..Circle::clone(&book.circles[&circle]) };
    let world = world.edit(Edit::ChangeCircle { circle: Box::new(shared) });
    let world = world.edit(Edit::SetCircle { contacts: vec![haruka], circle, member: true });
    Window::playing(world, Route::Cards, [1440.0, 900.0])
}

fn circle(window: &Window) -> Id<Circle> {
    *window.book().circles.keys().next().expect("a circle")
}

#[test]
fn seen_as_a_circle_the_window_shows_what_leaves_and_no_more() {
    let mut window = window();
    let (haruka, makers) = (window.contact("Haruka Tanaka").id, circle(&window));
    window.ask(Command::Select(Some(haruka)));
    assert!(
        window.labels().iter().any(|label| label.contains("Secret note") || label.contains(MAIL))
            || window.says("Haruka Tanaka")
    );
    window.ask(Command::SeeAs(Some(makers)));
    window.settle();
    assert!(window.says("Your book as the circle Makers would see it"), "{:?}", window.labels());
    let badge = window.state().seen_as_circle().expect("the mode").clone();
    assert_eq!((badge.people, badge.left_out, badge.is_waiting), (3, 0, false));
    assert!(badge.kept_back >= 3, "{badge:?}");
    window.ask(Command::Select(Some(haruka)));
    for tab in [
        cardloom::gui::views::Tab::Story,
        cardloom::gui::views::Tab::Person,
        cardloom::gui::views::Tab::Details,
    ] {
        window.ask(Command::ShowTab(tab));
        for secret in [MAIL, "Secret", "Puns", "home.example"] {
            let shown: Vec<String> =
                window.labels().into_iter().filter(|label| label.contains(secret)).collect();
            assert_eq!(shown, Vec::<String>::new());
        }
    }
    // Nothing can be changed, and no other view opens.
    let before = window.book().clone();
    window.ask(Edit::SetCircle { contacts: vec![haruka], circle: makers, member: false }.into());
    window.ask(Command::Go(Route::Network));
    window.ask(Command::Open(Sheet::NewContact));
    window.command(Key::Z);
    assert_eq!(window.book(), &before);
    assert_eq!((window.state().route(), window.state().open_sheet()), (Route::Cards, None));
    // The search is that of what is shown.
    window.ask(Command::Select(None));
    window.ask(Command::Find("secret".to_owned(), Route::Cards));
    assert!(!window.shows("Haruka Tanaka"), "{:?}", window.labels());
    window.ask(Command::Find("bearings".to_owned(), Route::Cards));
    assert!(window.says("Haruka Tanaka"), "{:?}", window.labels());
    window.ask(Command::Find(String::new(), Route::Cards));
    window.press(Key::Escape);
    assert!(window.state().seen_as_circle().is_none());
    assert_eq!(window.state().selection().contact, Some(haruka), "back where it began");
}

#[test]
fn from_what_a_circle_sees_nothing_else_is_exported() {
    let mut window = window();
    let makers = circle(&window);
    window.ask(Command::SeeAs(Some(makers)));
    window.settle();
    let people: std::collections::BTreeSet<_> = window.book().contacts.keys().copied().collect();
    window.ask(Command::Export { contacts: people.clone(), format: ExportFormat::Json });
    assert!(window.shows("For the circle Makers") && !window.shows("Only for me: everything"));
    window.click("Export …");
    let file = window.folder.path().join("seen.json");
    window.ask(Command::ExportTo { file: file.clone(), format: ExportFormat::Json, replace: true });
    let text = std::fs::read_to_string(&file).expect("a file");
    assert!(text.contains("Shinonome") && !text.contains(MAIL), "{text}");
    let (of, format) = (ExportOf::People(people), ExportFormat::Json);
    window.ask(Command::ExportFor { of, format, audience: Audience::Me });
    let all = window.folder.path().join("all.json");
    window.ask(Command::ExportTo { file: all.clone(), format: ExportFormat::Json, replace: true });
    assert!(!all.exists(), "one's own copy is not made from here");
    window.click("Leave (Esc)");
    assert!(window.state().seen_as_circle().is_none());
}

#[test]
fn an_export_asks_for_whom_and_says_what_is_withheld() {
    let mut window = window();
    let people: std::collections::BTreeSet<_> = window.book().contacts.keys().copied().collect();
    window.ask(Command::Export { contacts: people, format: ExportFormat::Ron });
    assert!(window.says("Private notes, impressions and pictures are in it."), "{:?}", window.labels());
    window.click("For the circle Makers");
    assert!(window.says("Withheld: Business e-mail and phone"), "{:?}", window.labels());
    assert!(window.says("1 person is in no circle"), "{:?}", window.labels());
    window.click("Export …");
    let file = window.folder.path().join("makers.ron");
    window.ask(Command::ExportTo { file: file.clone(), format: ExportFormat::Ron, replace: true });
    let text = std::fs::read_to_string(&file).expect("a file");
    assert!(text.contains("Shinonome") && !text.contains("Secret") && !text.contains(MAIL), "{text}");
}

#[test]
fn the_human_side_is_opened_to_a_circle_only_after_a_second_question() {
    let mut window = window();
    let makers = circle(&window);
    window.ask(Command::Open(Sheet::Circle(Some(makers))));
    assert!(window.says("Amara Adeyemi would see of"), "{:?}", window.labels());
    window.click("Human side");
    assert!(
        window.says("Would you want this public?") && window.says("1 text about 1 person"),
        "{:?}",
        window.labels()
    );
    assert!(
        window.says("1 address, number or name in these texts would be left out."),
        "{:?}",
        window.labels()
    );
    window.command(Key::Enter);
    assert!(window.state().open_sheet().is_some(), "an open question is no yes");
    window.click("Keep private");
    window.click("Human side");
    window.click("Make visible");
    window.click("Business e-mail and phone");
    window.command(Key::Enter);
    let shared = &window.book().circles[&makers].shared;
    assert!(shared.contains(&FieldGroup::HumanSide) && shared.contains(&FieldGroup::BusinessContact));
    window.command(Key::Z);
    assert_eq!(window.book().circles[&makers].shared, Circle::default_policy());
}

#[test]
fn what_a_policy_would_open_follows_the_policy_and_the_book() {
    let mut window = window();
    let makers = circle(&window);
    let haruka = window.contact("Haruka Tanaka").id;
    window.ask(Command::Select(Some(haruka)));
    window.ask(Command::Open(Sheet::Circle(Some(makers))));
    assert!(window.says("Researcher, Shinonome") && !window.says(MAIL), "{:?}", window.labels());
    // The preview is asked for anew with every switch.
    window.click("Business e-mail and phone");
    assert!(window.says(MAIL), "{:?}", window.labels());
    window.click("Business e-mail and phone");
    assert!(!window.says(MAIL), "{:?}", window.labels());
    // So is what would become public, when the book changes under the question.
    window.click("Human side");
    assert!(window.says("1 text about 1 person"), "{:?}", window.labels());
    let human = HumanSide {
        enjoys: "Puns".to_owned(),
        people: "Two sons, and Jonas Weber".to_owned(),
        ..HumanSide::default()
    };
    let field = cardloom::edit::ContactField::Human(human);
    window.ask(Edit::SetContact { contact: haruka, field }.into());
    assert!(window.says("2 texts about 1 person"), "{:?}", window.labels());
    assert!(window.says("Two sons, and …"), "third people are not named: {:?}", window.labels());
    // Another switch beside the open question does not answer it.
    window.click("Birthday");
    assert!(window.says("Would you want this public?"), "{:?}", window.labels());
}

#[test]
fn deleting_a_circle_says_who_loses_what_and_undo_brings_all_back() {
    let mut window = window();
    let (makers, before) = (circle(&window), window.book().clone());
    window.ask(Command::Open(Sheet::Circle(Some(makers))));
    window.click("Delete circle");
    assert!(window.says("would no longer see: Organization, Title, Expertise"), "{:?}", window.labels());
    assert!(window.says("In no circle any more"), "{:?}", window.labels());
    let delete = window.labels().into_iter().filter(|label| label == "Delete circle").count();
    assert_eq!(delete, 1, "the question has the only one");
    window.click("Delete circle");
    assert!(window.book().circles.is_empty());
    assert_eq!(window.book().dangling(), vec![]);
    window.command(Key::Z);
    assert_eq!(window.book().circles, before.circles);
    assert_eq!(window.book().contacts, before.contacts);
}

#[test]
fn somebody_without_a_circle_is_marked_where_one_looks_at_them() {
    let mut window = window();
    let jonas = window.contact("Jonas Weber").id;
    window.ask(Command::Select(Some(jonas)));
    window.ask(Command::ShowTab(cardloom::gui::views::Tab::Person));
    assert!(window.says("In no circle: as little as possible is shared."), "{:?}", window.labels());
    let haruka = window.contact("Haruka Tanaka").id;
    window.ask(Command::Select(Some(haruka)));
    assert!(!window.says("In no circle"), "{:?}", window.labels());
}

#[test]
fn seen_as_a_circle_nothing_looks_usable_that_is_not() {
    let mut window = window();
    let (haruka, makers) = (window.contact("Haruka Tanaka").id, circle(&window));
    window.ask(Command::SeeAs(Some(makers)));
    window.settle();
    for gone in ["Add card", "Add circle", "Searches", "Thank-you due", "Review due"] {
        assert!(!window.shows(gone), "{gone}: {:?}", window.labels());
    }
    for rests in ["Today", "Network", "Calendar", "Events", "Referrals", "Settings"] {
        assert!(window.control(rests).accesskit_node().is_disabled(), "{rests}");
    }
    assert!(!window.control("Cards").accesskit_node().is_disabled());
    window.ask(Command::Select(Some(haruka)));
    assert!(window.says("What Makers sees"), "{:?}", window.labels());
    assert!(window.says("Shinonome") && window.says("Expertise: Bearings"), "{:?}", window.labels());
    for gone in ["Log", "Mail", "Story", "Details", "More", "Add e-mail"] {
        assert!(!window.shows(gone), "{gone}: {:?}", window.labels());
    }
    window.press(Key::Escape);
    window.press(Key::Escape);
    assert!(window.state().seen_as_circle().is_none(), "Escape leaves");
    assert!(window.shows("Add card") && window.shows("Add circle"), "{:?}", window.labels());
}

fn add_circle(window: &mut Window, name: &str) {
    window.ask(Command::Open(Sheet::Circle(None)));
    window.type_into("Name", name);
}

#[test]
fn a_circle_does_not_get_the_name_of_another_one() {
    let mut window = window();
    let taken = "There is a circle of this name already.";
    for name in ["Makers", " makers ", "ＭＡＫＥＲＳ"] {
        add_circle(&mut window, name);
        assert!(window.says(taken), "{name}: {:?}", window.labels());
        window.press(Key::Enter);
        window.command(Key::Enter);
        assert!(window.state().open_sheet().is_some() && window.book().circles.len() == 1, "{name}");
        for _ in 0..2 {
            if !window.shows("Discard") {
                window.press(Key::Escape);
            }
        }
        window.click("Discard");
    }
    add_circle(&mut window, "Makers of glass");
    assert!(!window.says(taken));
    window.command(Key::Enter);
    assert_eq!(window.book().circles.len(), 2);
    // Renamed it is the same; its own name is no other's.
    let (glass, circle) = window.book().circles.last_key_value().expect("the new one");
    let (glass, circle) = (*glass, Circle::clone(circle));
    window.ask(Command::Open(Sheet::Circle(Some(glass))));
    assert!(!window.says(taken));
    window.ask(Command::CloseSheet);
    let renamed = Circle { name: "MAKERS".to_owned(), ..circle.clone() };
    window.ask(Edit::ChangeCircle { circle: Box::new(renamed) }.into());
    assert!(window.says(taken), "{:?}", window.labels());
    assert_eq!(window.book().circles[&glass].name, "Makers of glass");
    let recased = Circle { name: "Makers of Glass".to_owned(), ..circle };
    window.ask(Edit::ChangeCircle { circle: Box::new(recased) }.into());
    assert_eq!(window.book().circles[&glass].name, "Makers of Glass");
}

#[test]
fn deleting_a_circle_is_found_in_a_small_window_and_in_its_menu() {
    use egui_kittest::kittest::Queryable as _;
    let world = World::new().contact("Amara Adeyemi").in_circle("Makers");
    let mut window = Window::playing(world, Route::Cards, [1000.0, 700.0]);
    let makers = circle(&window);
    window.ask(Command::Open(Sheet::Circle(Some(makers))));
    let delete = window.control("Delete circle").rect();
    assert!(delete.bottom() < 700.0 && delete.top() > 0.0, "{delete:?}");
    window.ask(Command::CloseSheet);
    let row = window.query_all_by_label_contains("Makers").next().expect("the row of the rail");
    row.click_secondary();
    window.settle();
    window.click("Delete circle …");
    assert!(window.says("Delete the circle Makers?"), "{:?}", window.labels());
    let question = window.control("Delete circle").rect();
    assert!(question.bottom() < 700.0, "{question:?}");
    window.click("Delete circle");
    assert!(window.book().circles.is_empty());
}

/// What files are proposed to be called.
#[derive(Clone, Default)]
struct Proposed(std::sync::Arc<std::sync::Mutex<Vec<String>>>);

impl cardloom::gui::platform::Platform for Proposed {
    fn choose(
        &self,
        ask: cardloom::gui::platform::Choose,
        _jobs: &cardloom::jobs::Jobs<cardloom::gui::work::Work>,
    ) {
        self.0.lock().expect("the names").push(ask.name);
    }
    fn open_link(
        &self,
        _address: &str,
        _jobs: &cardloom::jobs::Jobs<cardloom::gui::work::Work>,
    ) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

#[test]
fn a_file_for_others_is_not_called_what_they_may_not_know() {
    let proposed = Proposed::default();
    let mut world = World::new().contact("Haruka Tanaka").in_circle("Makers");
    let haruka = world.id("Haruka Tanaka");
    let jonas = world.find_or_add("Jonas Weber");
    let circle = world.session.book().circles.values().next().expect("a circle").as_ref().clone();
    let unnamed = Circle { shared: [FieldGroup::Expertise].into(), ..circle.clone() };
    let world = world.edit(Edit::ChangeCircle { circle: Box::new(unnamed) });
    let mut window = Window::playing_on(Box::new(proposed.clone()), world, Route::Cards, [1440.0, 900.0]);
    let name_for = |window: &mut Window, contact, audience| {
        let of = ExportOf::People([contact].into());
        window.ask(Command::ExportFor { of, format: ExportFormat::Json, audience });
        proposed.0.lock().expect("the names").pop().expect("a name")
    };
    let makers = Audience::Circle(circle.id);
    for contact in [haruka, jonas] {
        let name = name_for(&mut window, contact, makers);
        assert!(!name.contains("Haruka") && !name.contains("Jonas") && name.ends_with(".json"), "{name}");
    }
    assert_eq!(name_for(&mut window, haruka, Audience::Me), "Haruka Tanaka.json");
    let shown = Circle { shared: Circle::default_policy(), ..circle };
    window.ask(Edit::ChangeCircle { circle: Box::new(shown) }.into());
    assert_eq!(name_for(&mut window, haruka, makers), "Haruka Tanaka.json");
}
