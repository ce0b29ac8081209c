//! The integration tests, one binary. `tidy` fails when a file of this folder is missing here.

mod app_cards;
mod app_calendar;
mod cli;
mod app_network;
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
mod app_ledgers;
mod window;
mod stage;
mod app;
mod pictures;
mod search;
