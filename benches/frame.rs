//! CPU time of one frame of each view at 10,000 contacts (or as many as the first number among the
//! arguments says), without the graphics card: `cargo bench --bench frame`. The target is a median below 4 ms
//! and 99 of 100 frames below 8 ms, also in the gallery of 100,000 people.
//!
//! At rest nothing happens; "moving" turns the wheel over the view in every frame, so that a list scrolls and
//! the network zooms.

#![allow(missing_docs, reason = "a program, not a library")]

use std::time::Duration;

use cardloom::demo::{DemoSpec, ImagePlan, make_book};
use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{CalendarLayout, GalleryLayout, MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{App, Command, Route, Start};
use cardloom::jobs::Jobs;
use cardloom::model::Attachment;
use cardloom::session::{Clock, FixedClock};
use cardloom::store::Store;
use chrono::NaiveDate;
use cpu_time::ThreadTime;
use eframe::egui;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const FRAMES: usize = 240;
const SIZE: egui::Vec2 = egui::vec2(1440.0, 900.0);

struct Nowhere;

impl Platform for Nowhere {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str, _jobs: &Jobs<Work>) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        None
    }
}

/// The window without a window.
struct Window {
    ctx: egui::Context,
    app: App,
    time: f64,
}

impl Window {
    fn open(book: std::path::PathBuf, today: NaiveDate) -> std::io::Result<Self> {
        let ctx = egui::Context::default();
        let settings =
            Settings { language: "en".to_owned(), motion: MotionChoice::Reduced, ..Settings::fresh() };
        let start = Start {
            book: Some(book),
            settings,
            settings_path: None,
            locale: None,
            clock: Box::new(FixedClock::new(today)),
            platform: Box::new(Nowhere),
            inline_jobs: true,
            early: None,
        };
        let mut app = App::new(&ctx, start)?;
        app.use_clock(move || Box::new(FixedClock::new(today)) as Box<dyn Clock>);
        Ok(Self { ctx, app, time: 0.0 })
    }

    /// Runs a frame and returns the CPU time of logic, drawing and tessellation.
    fn frame(&mut self, events: Vec<egui::Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, SIZE)),
            time: Some(self.time),
            max_texture_side: Some(8192),
            focused: true,
            events,
            ..egui::RawInput::default()
        };
        let begun = ThreadTime::now();
        let app = &mut self.app;
        let mut output = self.ctx.run_ui(input, |ui| {
            app.logic(ui.ctx());
            app.ui(ui);
        });
        output.textures_delta.clear();
        let primitives = self.ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        let taken = begun.elapsed();
        drop(primitives);
        taken
    }

    /// Lets workers finish and the view find its sizes.
    fn settle(&mut self) {
        for _ in 0..200 {
            self.frame(Vec::new());
            if self.app.run_jobs() == 0 && !self.app.is_busy() {
                break;
            }
        }
        for _ in 0..20 {
            self.frame(Vec::new());
        }
    }

    fn measure(&mut self, events: impl Fn(usize) -> Vec<egui::Event>) -> [Duration; 3] {
        let mut taken: Vec<Duration> = (0..FRAMES).map(|number| self.frame(events(number))).collect();
        taken.sort_unstable();
        [50, 95, 99].map(|part| taken[taken.len() * part / 100])
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let contacts = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(10_000);
    let today = NaiveDate::from_ymd_opt(2026, 10, 14).unwrap_or_default();
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("book.ron");
    let spec = DemoSpec { contacts, seed: 1, today, images: ImagePlan::None };
    let mut no_pictures = |_: &Attachment, _: &[u8]| Ok(());
    let book = make_book::<std::convert::Infallible>(&spec, &mut |_, _| Ok(()), &mut no_pictures)?;
    Store::create(&path, &book)?;
    let mut window = Window::open(path, today)?;
    window.settle();
    // The network lays itself out once, on a worker; here it is waited for.
    window.app.ask(Command::Go(Route::Network));
    window.settle();
    let network = window.app.session().index().network();
    println!(
        "{contacts} contacts; {} nodes, {} edges; of {FRAMES} frames",
        network.len(),
        network.edges().len()
    );
    println!("{:<28} {:>9} {:>9} {:>9}", "", "median", "95 %", "99 %");
    let print = |name: &str, taken: [Duration; 3]| {
        let [median, high, highest] = taken.map(|taken| taken.as_secs_f64() * 1e3);
        println!("{name:<28} {median:>6.2} ms {high:>6.2} ms {highest:>6.2} ms");
    };
    let over = egui::Event::PointerMoved(egui::pos2(760.0, 500.0));
    let wheel = |number: usize| {
        let turn = if number % 60 < 30 { -24.0 } else { 24.0 };
        vec![egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, turn),
            source: egui::MouseWheelSource::Wheel,
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        }]
    };
    for route in Route::ALL {
        window.app.ask(Command::Go(route));
        window.settle();
        print(route.name(), window.measure(|_| Vec::new()));
        window.frame(vec![over.clone()]);
        print(&format!("{}, moving", route.name()), window.measure(wheel));
        window.frame(vec![egui::Event::PointerGone]);
    }
    // The paper of the network is dragged, and somebody is looked at while it rests.
    window.app.ask(Command::Go(Route::Network));
    window.settle();
    let corner = egui::pos2(700.0, 180.0);
    let button = |pressed| egui::Event::PointerButton {
        pos: corner,
        button: egui::PointerButton::Middle,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    window.frame(vec![egui::Event::PointerMoved(corner)]);
    window.frame(vec![button(true)]);
    let drag = |number: usize| {
        let way = (number % 120) as f32 * 4.0;
        vec![egui::Event::PointerMoved(corner + egui::vec2(way.min(480.0 - way), way * 0.5))]
    };
    print("network, dragged", window.measure(drag));
    window.frame(vec![button(false), egui::Event::PointerGone]);
    let look = |number: usize| {
        let at = egui::vec2((number * 37 % 700) as f32, (number * 23 % 420) as f32);
        vec![egui::Event::PointerMoved(egui::pos2(300.0, 220.0) + at)]
    };
    print("network, looked at", window.measure(look));
    window.frame(vec![egui::Event::PointerGone]);
    // Each layout of the calendar; the list scrolls into months that were never seen before.
    window.app.ask(Command::Go(Route::Calendar));
    for (name, calendar) in [
        ("calendar, month", CalendarLayout::Month),
        ("calendar, week", CalendarLayout::Week),
        ("calendar, list", CalendarLayout::List),
    ] {
        let settings = Settings {
            language: "en".to_owned(),
            motion: MotionChoice::Reduced,
            calendar,
            ..Settings::fresh()
        };
        window.app.ask(Command::Settings(settings));
        window.settle();
        print(name, window.measure(|_| Vec::new()));
        window.frame(vec![over.clone()]);
        print(&format!("{name}, moving"), window.measure(wheel));
        window.frame(vec![egui::Event::PointerGone]);
    }
    // The gallery from end to end, so that every frame brings cards that were never seen before.
    let fly = |number: usize| {
        let turn = if number % 120 < 60 { -3_000.0 } else { 3_000.0 };
        vec![egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, turn),
            source: egui::MouseWheelSource::Wheel,
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        }]
    };
    window.app.ask(Command::Go(Route::Cards));
    for (name, gallery) in [("cards", GalleryLayout::Cards), ("table", GalleryLayout::Table)] {
        for (size, card_size) in [("", 1), (", small", 0)] {
            if gallery == GalleryLayout::Table && card_size == 0 {
                continue;
            }
            let settings = Settings {
                language: "en".to_owned(),
                motion: MotionChoice::Reduced,
                gallery,
                card_size,
                ..Settings::fresh()
            };
            window.app.ask(Command::Settings(settings));
            window.settle();
            window.frame(vec![over.clone()]);
            print(&format!("{name}{size}, scrolling"), window.measure(wheel));
            print(&format!("{name}{size}, flying"), window.measure(fly));
            window.frame(vec![egui::Event::PointerGone]);
        }
    }
    window.app.ask(Command::Settings(Settings {
        language: "en".to_owned(),
        motion: MotionChoice::Reduced,
        ..Settings::fresh()
    }));
    // With somebody selected the inspector is drawn too.
    let somebody = window.app.session().book().contacts.keys().next().copied();
    for route in [Route::Cards, Route::Network] {
        window.app.ask(Command::Go(route));
        window.app.ask(Command::Select(somebody));
        window.settle();
        print(&format!("{}, with inspector", route.name()), window.measure(|_| Vec::new()));
    }
    window.app.ask(Command::Go(Route::Cards));
    window.settle();
    print("palette, a key", palette(&mut window));
    Ok(())
}

/// What is typed into the palette: people, commands, an event, a sentence, and what is not there.
const TYPED: [&str; 8] =
    ["weber", "tanaka", "田中", ">theme dark", "#salon", "glass", "coffee with weber yesterday", "zzzqq"];

/// One frame for each letter: finding everything that is offered and drawing it.
fn palette(window: &mut Window) -> [Duration; 3] {
    let mut taken = Vec::new();
    while taken.len() < FRAMES {
        for words in TYPED {
            window.app.palette().open();
            window.settle();
            for letter in words.chars() {
                taken.push(window.frame(vec![egui::Event::Text(letter.to_string())]));
            }
            window.app.palette().close();
        }
    }
    taken.sort_unstable();
    [50, 95, 99].map(|part| taken[taken.len() * part / 100])
}
