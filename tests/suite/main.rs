//! All integration tests in one binary.

mod books;
mod exchange;
mod store;
