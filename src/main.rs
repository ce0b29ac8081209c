//! The `cardloom` binary: arguments go to the command line or to the window.

use std::path::PathBuf;
use std::process::ExitCode;

use cardloom::cli::{self, RenderSpec, Start};
use cardloom::text::Locale;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::Exit(code) => code,
        Start::Window { book, locale } => window(book, locale),
        Start::Render(spec) => render(&spec),
    }
}

#[cfg(feature = "gui")]
fn window(book: Option<PathBuf>, locale: Option<Locale>) -> ExitCode {
    cardloom::gui::run(book, locale)
}

#[cfg(feature = "gui")]
fn render(spec: &RenderSpec) -> ExitCode {
    let picture = cardloom::gui::render(&cardloom::gui::RenderSpec {
        view: spec.view.to_owned(),
        book: spec.book.clone(),
        size: spec.size,
        scale: spec.scale,
        dark: spec.theme == cli::Theme::Dark,
        locale: spec.locale,
        select: spec.select.clone(),
        tab: spec
            .tab
            .and_then(|name| cardloom::gui::views::Tab::ALL.into_iter().find(|tab| tab.name() == name)),
        today: spec.today,
    });
    cli::finish(spec, picture, cardloom::gui::RenderError::text)
}

#[cfg(not(feature = "gui"))]
fn window(_book: Option<PathBuf>, locale: Option<Locale>) -> ExitCode {
    cli::no_window(locale)
}

#[cfg(not(feature = "gui"))]
fn render(spec: &RenderSpec) -> ExitCode {
    cli::no_window(Some(spec.locale))
}
