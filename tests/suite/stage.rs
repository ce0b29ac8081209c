//! The real window without a screen: a stage on which tests act as a person does, by what stands on the controls.
//!
//! Owns [`Window`]: the program with inline workers, a fixed day, a system without dialogs, and a folder of its own.
//! Nothing here sleeps: [`Window::settle`] lets frames and workers go on until nothing is left to do, and
//! [`Window::save`] waits for the disk itself.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use cardloom::gui::platform::{Choose, Platform};
use cardloom::gui::settings::{MotionChoice, Settings};
use cardloom::gui::work::Work;
use cardloom::gui::{App, Command, Route, Start};
use cardloom::jobs::Jobs;
use cardloom::model::{Book, Card, Contact, Id};
use cardloom::session::{Clock, FixedClock, Opened};
use cardloom::store::SaveState;
use eframe::egui::{self, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};

use crate::world::{World, today};

/// A system without dialogs, links and theme.
pub struct Nowhere;

impl Platform for Nowhere {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, _address: &str, _jobs: &Jobs<Work>) -> Result<(), String> {
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

/// A system on which no program takes an address; that is known only later.
pub struct NoPrograms;

impl Platform for NoPrograms {
    fn choose(&self, _ask: Choose, _jobs: &Jobs<Work>) {}
    fn open_link(&self, address: &str, jobs: &Jobs<Work>) -> Result<(), String> {
        let address = address.to_owned();
        let spec = cardloom::jobs::JobSpec::new(cardloom::jobs::Lane::Layout, "");
        jobs.spawn(spec, move |_| Ok(Work::LinkNotOpened { address, reason: String::new() }));
        Ok(())
    }
    fn system_dark(&self) -> Option<bool> {
        Some(false)
    }
}

/// A file as the window system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// The window and the folder of its book.
pub struct Window {
    harness: Harness<'static, App>,
    /// Holds the book, unless the test opened another one, and whatever the test puts there.
    pub folder: tempfile::TempDir,
    path: PathBuf,
}

impl Deref for Window {
    type Target = Harness<'static, App>;
    fn deref(&self) -> &Self::Target {
        &self.harness
    }
}

impl DerefMut for Window {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.harness
    }
}

impl Window {
    /// The first start: no book yet.
    pub fn open() -> Self {
        Self::open_in(tempfile::tempdir().expect("a folder"))
    }

    /// The window on a book that may exist already.
    pub fn on(folder: tempfile::TempDir, path: PathBuf) -> Self {
        let harness = harness(path.clone(), [1440.0, 900.0]);
        let mut window = Self { harness, folder, path };
        window.settle();
        window
    }

    /// The window on a book with these choices, this system and this clock.
    pub fn equipped(
        folder: tempfile::TempDir,
        settings: Settings,
        platform: Box<dyn Platform>,
        clock: impl Fn() -> Box<dyn Clock> + 'static,
    ) -> Self {
        let path = folder.path().join("book.ron");
        // Tall enough for all of the settings: what is out of sight cannot be clicked.
        let harness = harness_of(path.clone(), [1440.0, 4000.0], settings, platform, clock);
        let mut window = Self { harness, folder, path };
        window.settle();
        window
    }

    /// The window at a view of a story's book, which has no file.
    pub fn playing(world: World, route: Route, size: [f32; 2]) -> Self {
        Self::playing_on(Box::new(Nowhere), world, route, size)
    }

    /// The same on another system.
    pub fn playing_on(platform: Box<dyn Platform>, world: World, route: Route, size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("book.ron");
        let clock = || Box::new(FixedClock::new(today())) as Box<dyn Clock>;
        let harness = harness_of(path.clone(), size, settings(), platform, clock);
        let mut window = Self { harness, folder, path };
        let mut session = world.session;
        // Without a path the first edit would begin the book of whoever runs the tests.
        session.set_path(window.path.clone());
        *window.state_mut().session_mut() = session;
        window.ask(Command::Go(route));
        window
    }

    /// The window on the book of this folder.
    pub fn open_in(folder: tempfile::TempDir) -> Self {
        let path = folder.path().join("book.ron");
        Self::on(folder, path)
    }

    /// Ends the program, which writes what is not saved yet, and leaves its folder.
    pub fn quit(self) -> tempfile::TempDir {
        let Self { harness, folder, .. } = self;
        drop(harness);
        folder
    }

    /// Closes the program and starts it again on the same file, with what it kept: the settings go through a file too.
    pub fn restart(self) -> Self {
        let Self { harness, folder, path } = self;
        let kept = folder.path().join("settings.ron");
        harness.state().settings().save(&kept).expect("a file");
        drop(harness);
        let harness = harness_with(path.clone(), [1440.0, 900.0], Settings::load(&kept));
        let mut window = Self { harness, folder, path };
        window.settle();
        window
    }

    /// Closes the program and starts it again on the same file.
    pub fn reopen(self) -> Self {
        let Self { harness, folder, path } = self;
        drop(harness);
        Self::on(folder, path)
    }

    /// Lets frames and workers go on until nothing is left to do.
    pub fn settle(&mut self) {
        for _ in 0..60 {
            self.harness.run_steps(2);
            if self.harness.state().run_jobs() == 0 && !self.harness.state().is_busy() {
                break;
            }
        }
        self.harness.run_steps(3);
    }

    /// Asks for something without a control.
    pub fn ask(&mut self, command: Command) {
        self.harness.state_mut().ask(command);
        self.settle();
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key together with Ctrl, or Cmd on a Mac.
    pub fn command(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    /// Presses a key together with Ctrl and Shift.
    pub fn command_shift(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
        self.settle();
    }

    /// Puts a picture into the folder; `number` decides its content.
    pub fn picture(&self, name: &str, number: u8) -> PathBuf {
        let image = image::RgbImage::from_fn(170, 110, |x, _| image::Rgb([number, x as u8, 90]));
        let path = self.folder.path().join(name);
        image.save(&path).expect("a picture");
        path
    }

    /// Puts a file with this content into the folder.
    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// Drops files onto the window and does not wait for what comes of them.
    pub fn drop_only(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        let files = files.into_iter().map(|file| Arc::new(Dropped(file)) as egui::DroppedFileHandle);
        self.harness.input_mut().dropped_files = files.collect();
    }

    /// Drops files onto the window.
    pub fn drop_files(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        self.drop_only(files);
        self.settle();
    }

    /// Types into the field of this name.
    pub fn type_into(&mut self, field: &str, text: &str) {
        let roles = [Role::TextInput, Role::MultilineTextInput, Role::PasswordInput];
        // Of several the one that was drawn last: a sheet lies above the view.
        let of_role = |role: &Role| self.harness.query_all_by_role_and_label(*role, field).last();
        let node = roles.iter().find_map(of_role);
        node.unwrap_or_else(|| panic!("no field {field}: {:?}", self.labels())).focus();
        self.harness.run_steps(2);
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// Goes on typing wherever the keyboard is.
    pub fn type_on(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    /// What stands in a field.
    pub fn value_of(&self, field: &str) -> String {
        let of_role = |role: Role| self.harness.query_all_by_role_and_label(role, field).last();
        let node = of_role(Role::TextInput).or_else(|| of_role(Role::MultilineTextInput));
        node.and_then(|node| node.value()).unwrap_or_default()
    }

    /// Clicks what can be clicked and has this name: a button, tab, chip or menu item before a mere text.
    pub fn click(&mut self, label: &str) {
        self.control(label).click();
        self.settle();
    }

    /// The control of this name; of several the topmost one, which was drawn last.
    pub fn control<'a>(&'a self, label: &'a str) -> Node<'a> {
        let found: Vec<Node<'_>> = self.harness.query_all_by_label(label).collect();
        let texts = [Role::Label, Role::Heading, Role::Status, Role::TextRun];
        let control = found.iter().rposition(|node| !texts.contains(&role_of(node)));
        let place = control.or_else(|| found.len().checked_sub(1));
        let place = place.unwrap_or_else(|| panic!("nothing is called {label:?}: {:#?}", self.labels()));
        found.into_iter().nth(place).expect("it was just found")
    }

    /// Takes up one thing and lets it go over another, as a hand does: not in one jump.
    pub fn drag(&mut self, what: &str, onto: &str) {
        let from = self.control(what).rect().center();
        let to = self.control(onto).rect();
        let to = egui::pos2(to.center().x, to.bottom() - 8.0);
        self.harness.drag_at(from);
        self.harness.run_steps(1);
        for step in 1..=6_u8 {
            self.harness.hover_at(from.lerp(to, f32::from(step) / 6.0));
            self.harness.run_steps(1);
        }
        self.harness.drop_at(to);
        self.settle();
    }

    /// Whether something on screen is called so.
    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether something on screen has these words in it.
    pub fn says(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// Everything on screen that has a name or is a text, for the message of a failing test.
    pub fn labels(&self) -> Vec<String> {
        let nodes = self.harness.query_all_by(|_| true);
        let words = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value().filter(|_| node.role() == Role::Label))
        });
        words.collect()
    }

    /// The book in memory.
    pub fn book(&self) -> &Book {
        self.harness.state().session().book()
    }

    /// The path of the book.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Waits until the disk has everything, and returns how that went.
    pub fn save(&mut self) -> SaveState {
        let status = self.harness.state_mut().session_mut().flush(Duration::from_secs(60));
        self.settle();
        status.expect("there is something to save").state
    }

    /// The book as it stands in the file, read anew.
    pub fn on_disk(&self) -> Book {
        Opened::read(&self.path).unwrap_or_else(|error| panic!("{error:?}")).book().clone()
    }

    /// The person of this name.
    pub fn contact(&self, name: &str) -> &Contact {
        let found = self.book().contacts.values().find(|contact| contact.display_name() == name);
        found.unwrap_or_else(|| panic!("nobody is called {name}"))
    }

    /// What the person of this id is called.
    pub fn contact_name(&self, id: Id<Contact>) -> String {
        self.book().get(id).map_or_else(String::new, |contact| contact.display_name())
    }

    /// The one card.
    pub fn only_card(&self) -> &Card {
        assert_eq!(self.book().cards.len(), 1);
        self.book().cards.values().next().expect("one card")
    }

    /// Takes back every step there is and returns how many there were.
    pub fn undo_everything(&mut self) -> usize {
        let mut steps = 0;
        while self.harness.state_mut().session_mut().undo().is_some() {
            steps += 1;
        }
        steps
    }

    /// What the window asked the window system for in the last frame.
    pub fn asked(&self) -> Vec<egui::ViewportCommand> {
        let viewports = &self.harness.output().viewport_output;
        viewports.values().flat_map(|viewport| viewport.commands.clone()).collect()
    }

    /// Presses the cross of the window: one frame with the wish to close.
    pub fn close(&mut self) -> Vec<egui::ViewportCommand> {
        let viewport = egui::ViewportId::ROOT;
        let info = self.harness.input_mut().viewports.entry(viewport).or_default();
        info.events.push(egui::ViewportEvent::Close);
        self.harness.run_steps(1);
        let asked = self.asked();
        if let Some(info) = self.harness.input_mut().viewports.get_mut(&viewport) {
            info.events.clear();
        }
        asked
    }
}

fn role_of(node: &Node<'_>) -> Role {
    node.accesskit_node().role()
}

/// What the windows of tests start with.
pub fn settings() -> Settings {
    Settings { language: "en".to_owned(), motion: MotionChoice::Reduced, ..Settings::fresh() }
}

fn harness(book: PathBuf, size: [f32; 2]) -> Harness<'static, App> {
    harness_with(book, size, settings())
}

fn harness_with(book: PathBuf, size: [f32; 2], settings: Settings) -> Harness<'static, App> {
    harness_of(book, size, settings, Box::new(Nowhere), || Box::new(FixedClock::new(today())))
}

fn harness_of(
    book: PathBuf,
    size: [f32; 2],
    settings: Settings,
    platform: Box<dyn Platform>,
    clock: impl Fn() -> Box<dyn Clock> + 'static,
) -> Harness<'static, App> {
    // Steps of a tenth of a second: a line of text stays for some settlings, and two clicks are no double click.
    Harness::builder().with_size(size).with_step_dt(0.1).build_eframe(move |creation| {
        let start = Start {
            book: Some(book),
            settings,
            settings_path: None,
            locale: None,
            clock: clock(),
            platform,
            inline_jobs: true,
            early: None,
        };
        let mut app = App::new(&creation.egui_ctx, start).expect("inline jobs need no thread");
        app.use_clock(clock);
        app
    })
}
