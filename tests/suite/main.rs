//! The integration tests, one binary. `tidy` fails when a file of this folder is missing here.

mod cli;
mod app_inspector;
mod books;
mod exchange;
mod locales;
mod store;
mod world;
mod source;
mod tidy;
mod properties;
mod rules;
mod window;
