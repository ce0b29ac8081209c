//! The integration tests, one binary. `tidy` fails when a file of this folder is missing here.

mod world;
mod source;
mod books;
mod locales;
mod tidy;
mod properties;
mod rules;
mod store;
mod exchange;
mod window;
