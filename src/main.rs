//! The `cardloom` binary: arguments go to the command line or to the window.

use std::process::ExitCode;

use cardloom::cli::{self, Start};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::Exit(code) => code,
        Start::Window { book, locale } => window(book, locale),
        Start::Render(spec) => render(&spec),
    }
}

// The two places at which the window is plugged in: `cardloom::gui::run` and `cardloom::gui::render`.

fn window(_book: Option<std::path::PathBuf>, locale: Option<cardloom::text::Locale>) -> ExitCode {
    cli::no_window(locale)
}

fn render(spec: &cli::RenderSpec) -> ExitCode {
    cli::no_window(Some(spec.locale))
}
