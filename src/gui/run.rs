//! Opens the real window: glow first, and wgpu in the same process where OpenGL fails.

use std::cell::Cell;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
#[cfg(unix)]
use std::sync::atomic::Ordering;

use eframe::egui;

use crate::session::SystemClock;
use crate::text::Locale;

use super::app::{App, Start};
use super::early::Early;
use super::platform::Desktop;
use super::settings::Settings;

/// Smallest size of the window in points.
const SMALLEST: [f32; 2] = [960.0, 600.0];

/// Size of the window at the first start in points.
const FIRST: [f32; 2] = [1440.0, 900.0];

/// Opens the window with a book: the one that is named, else the one that was open last, else the
/// default one. A language that is named holds until the window is closed. Returns when the window is closed.
pub fn run(book: Option<PathBuf>, locale: Option<Locale>) -> ExitCode {
    let settings_path = Settings::default_path();
    let settings = settings_path.as_deref().map_or_else(Settings::fresh, Settings::load);
    let book = book
        // A relative path says nothing when the program is started in another folder.
        .or_else(|| settings.last_book.clone().filter(|path| path.is_absolute() || path.exists()))
        .or_else(crate::session::default_book_path)
        .map(|path| std::path::absolute(&path).unwrap_or(path));
    // The book is read while the system makes the window, so that often the first frame shows it.
    let early = Cell::new(book.clone().filter(|path| path.exists()).and_then(Early::begin));
    let open = |renderer| {
        let options = eframe::NativeOptions {
            viewport: egui::ViewportBuilder::default()
                .with_title("Cardloom") // not a text: the name of the program
                .with_app_id("cardloom")
                .with_icon(icon())
                .with_inner_size(FIRST)
                .with_min_inner_size(SMALLEST)
                .with_drag_and_drop(true),
            renderer,
            persist_window: false,
            // Listing them takes long; ours waits until one is needed.
            system_font_fallback: false,
            // The look has no long gradients, and the shader without it is quicker where the processor draws.
            dithering: false,
            ..eframe::NativeOptions::default()
        };
        let start = Start {
            book: book.clone(),
            settings: settings.clone(),
            settings_path: settings_path.clone(),
            clock: Box::new(SystemClock),
            platform: Box::new(Desktop::default()),
            locale,
            inline_jobs: false,
            early: early.take(),
        };
        eframe::run_native(
            "cardloom",
            options,
            Box::new(move |creation| {
                creation.egui_ctx.add_font_provider(Arc::new(super::system_fonts::SystemFonts::default()));
                let mut app = App::new(&creation.egui_ctx, start)?;
                app.keep_thumbnails_in(crate::pictures::Cache::default_folder());
                if let Some(flag) = watch_for_the_end(&creation.egui_ctx) {
                    app.quit_on(flag);
                }
                Ok(Box::new(app))
            }),
        )
    };
    // glow needs less time and memory to start (measured, docs/architecture.md); wgpu knows
    // Direct3D, Metal and Vulkan and serves where OpenGL is missing.
    let result = open(eframe::Renderer::Glow).or_else(|first| {
        eprintln!("cardloom: OpenGL: {first}");
        open(eframe::Renderer::Wgpu)
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cardloom: no window could be opened: {error}");
            ExitCode::from(2)
        }
    }
}

/// Sets a flag when the system wants the program to end (logout, shutdown, `kill`, Ctrl+C in a terminal), so that
/// the window saves and closes instead of being torn down. The second time the program ends at once: a save that
/// is interrupted leaves the whole old book or the whole new one.
#[cfg(unix)]
fn watch_for_the_end(ctx: &egui::Context) -> Option<Arc<AtomicBool>> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGINT, SIGHUP]).ok()?;
    let flag = Arc::new(AtomicBool::new(false));
    let (set, ctx) = (Arc::clone(&flag), ctx.clone());
    let watch = move || {
        for (number, _) in signals.forever().enumerate() {
            if number > 0 {
                std::process::exit(1);
            }
            set.store(true, Ordering::Release);
            ctx.request_repaint();
        }
    };
    std::thread::Builder::new().name("end".to_owned()).spawn(watch).ok()?;
    Some(flag)
}

/// Windows asks the window itself to close.
#[cfg(not(unix))]
fn watch_for_the_end(_ctx: &egui::Context) -> Option<Arc<AtomicBool>> {
    None
}

fn icon() -> Arc<egui::IconData> {
    let png = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icon/icon-256.png"));
    Arc::new(eframe::icon_data::from_png_bytes(png).unwrap_or_default())
}
