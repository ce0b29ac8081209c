//! The integration tests, one binary.

mod books;
mod exchange;
mod locales;
mod store;
