//! The window: the only module that knows egui, eframe and rfd.
//!
//! Owns drawing, input, and the carrying out of commands. [`app`] is the program that runs,
//! [`command`] what can be asked for, [`ctx`] what a view sees, `views` and `sheets` what is drawn,
//! `widgets` and `theme` the look. Start reading at [`app::App`].
//!
//! Invariant: a view reads and asks, it never writes; the book changes in `Session::commit` only.
//! Invariant: a frame only draws: disk, decoding, layout and dialogs run on workers.

pub mod theme;
pub mod widgets;
pub mod paint;
pub mod route;
mod question;
pub mod command;
pub mod keys;
pub mod panes;
pub mod palette;
pub mod settings;
pub mod ctx;
pub mod suspects;
pub mod matching;
pub mod work;
pub mod thumbnails;
pub mod platform;
mod block_on;
pub mod take_in;
pub mod portrait;
pub mod carried;
pub mod export;
mod gate;
mod hand_on;
pub mod see_as;
pub mod save_as;
pub mod calendar_file;
pub mod network_file;
pub mod reminders;
mod letters_out;
mod links;
pub mod toasts;
pub mod safety;
pub mod views;
pub mod sheets;
mod arrivals;
mod search_box;
mod searches;
mod searching;
pub mod why;
pub mod shell;
mod early;
mod stage;
mod memory;
mod wake;
pub mod app;
mod carry_out;
mod actions;
pub mod pictures;
mod system_fonts;
mod window_size;
mod run;
mod render;

pub use app::{App, Start};
pub use command::{Action, Command, FollowUpDraft, Question, RequestOf, Route, Sheet};
pub use ctx::{Cached, Marked, Order, Search, Selection, ViewCtx};
pub use early::Early;
pub use render::{RenderError, RenderSpec, render};
pub use run::run;
