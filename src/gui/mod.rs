//! gui

pub mod theme;
pub mod widgets;
pub mod paint;
